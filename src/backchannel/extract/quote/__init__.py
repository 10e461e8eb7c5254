"""Find who says what, with which word: direct, indirect and reported speech.

In: a parsed Doc and its language. Out: Quotations. A pure function of the parse; knows no names.
"""

from backchannel.extract.quote.find import find_quotations
from backchannel.extract.quote.quotation import Quotation

__all__ = ["Quotation", "find_quotations"]
