"""Date what a stale copy tells by the article it is a copy of.

In: the claims of the copy, those of the original, what the texts have in common. Out: the claims with true times.
Never keeps a time that was counted from the copy's own date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from backchannel.model import Claim, Descent, Span, When


def redate(claims: Iterable[Claim], originals: Iterable[Claim], descent: Descent) -> list[Claim]:
    """Return the claims of a copy with the times its original gives to the same passages, or with none."""
    known = [claim for claim in originals if claim.when]
    return [replace(claim, when=_find_when(claim, known, descent)) if claim.when else claim for claim in claims]


def _find_when(claim: Claim, originals: list[Claim], descent: Descent) -> When | None:
    span = _carry(claim.trigger, descent)
    same = (each.when for each in originals if span and each.trigger.text == claim.trigger.text
            and abs(each.trigger.start - span.start) <= CLOSE)  # fmt: skip
    found = next(same, None)
    if found is None or claim.when is None:
        return None
    basis = f"{found.basis}, as the article has it that this one is a copy of"
    return replace(found, span=claim.when.span, basis=basis)


def _carry(span: Span, descent: Descent) -> Span | None:
    """Return where a passage of the copy stands in its original, as nearly as the matches say."""
    for mine, theirs in zip(descent.evidence, descent.parent_evidence, strict=False):
        if mine.start <= span.start < mine.end:
            return Span(theirs.start + span.start - mine.start, theirs.start + span.end - mine.start, span.text)
    return None


CLOSE = 60
"""Characters by which a place is missed where a few words were replaced before it."""
