"""Extract: Doc -> Claims, or all Findings.

Grammar over the parse plus lexicons. Pure: the same text gives the same claims, in any order, on any machine.
"""

from backchannel.extract.anchor import check_date
from backchannel.extract.claims import extract_claims
from backchannel.extract.findings import find_all

__all__ = ["check_date", "extract_claims", "find_all"]
