"""Date a contact that is told as the news of its article, without any word on when.

In: a Claim in its Scene. Out: the Claim with an approximate time, "2024-11-15~", and why; or as it came.
Never where the article's own date is not sure, nor for what is told as having gone before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from backchannel.extract.scene import Scene
from backchannel.extract.time import read_days
from backchannel.lang.words import word_list
from backchannel.model import Claim, When

OPENING_SENTENCES = 3
DAYS_BEFORE = 7
EARLIER = word_list("earlier")


def date_as_news(scene: Scene, claim: Claim) -> Claim:
    """Give an untimed contact that opens its article the article's date, as approximate as that makes it."""
    known = scene.reference if scene.reference_basis == "published" else None
    if not known or "/" in known or claim.when or claim.answers or claim.is_background:
        return claim
    if claim.status not in {"happened", "ongoing"} or not _opens(scene, claim):
        return claim
    days = read_days(known)
    if days is None or len(known) < len("2022-11"):
        return claim
    earliest = (days[0] - timedelta(DAYS_BEFORE)).isoformat() if days[0] > date.min + timedelta(DAYS_BEFORE) else None
    basis = f"no time is named; told as the news of {known} (published)"
    return replace(claim, when=When(claim.trigger, f"{known}~", earliest, days[1].isoformat(), basis))


def _opens(scene: Scene, claim: Claim) -> bool:
    """Tell whether a sentence is one of the first, and tells nothing of earlier days."""
    for number, sentence in enumerate(scene.doc.sents):
        if number >= OPENING_SENTENCES:
            return False
        if sentence.start_char <= claim.trigger.start < sentence.end_char:
            return not any(word.lower_ in EARLIER for word in sentence)
    return False
