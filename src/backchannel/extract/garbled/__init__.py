"""Recognise articles that weak machine translation garbled.

In: an Article, and its parse if there is one. Out: Signs, and whether they make the article garbled. One sign seldom
does: a good translator errs, too, and a newspaper prints errors.
"""

from backchannel.extract.garbled.find import find_signs
from backchannel.extract.garbled.weigh import is_garbled

__all__ = ["find_signs", "is_garbled"]
