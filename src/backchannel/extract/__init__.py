"""Extract: Doc -> Claims.

Grammar over the parse plus lexicons. Pure: the same text gives the same claims, in any order, on any machine.
"""

from backchannel.extract.anchor import check_date
from backchannel.extract.claims import extract_claims

__all__ = ["check_date", "extract_claims"]
