"""Extract: Doc -> Claims, or all Findings.

Grammar over the parse plus lexicons. Pure: the same text gives the same claims, in any order, on any machine.
"""

from backchannel.extract.anchor import load_anchors
from backchannel.extract.claims import extract_article, extract_claims
from backchannel.extract.findings import find_all
from backchannel.extract.stale import check_date
from backchannel.extract.time import Events, known_events

__all__ = ["Events", "check_date", "extract_article", "extract_claims", "find_all", "known_events", "load_anchors"]
