"""Put all sorts of drift together.

In: the claims of an article and of its parent for one contact, responses to it included, and both articles. Out:
Drifts in the order of the article. What one article merely leaves out is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from backchannel.model import Article, Claim, Drift, Entity, Mention
from backchannel.weigh.drift.certainty import find_certainty_drift
from backchannel.weigh.drift.circumstance import find_circumstance_drift
from backchannel.weigh.drift.dating import find_date_drift
from backchannel.weigh.drift.nearness import find_nearness_drift
from backchannel.weigh.drift.number import find_number_drift
from backchannel.weigh.drift.people import find_people_drift
from backchannel.weigh.drift.rank import find_rank_drift
from backchannel.weigh.drift.request import find_request_drift
from backchannel.weigh.drift.shade import find_shade_drift
from backchannel.weigh.drift.text import tell


def find_drift(
    told: Sequence[Claim],
    before: Sequence[Claim],
    article: Article,
    parent: Article,
    identify: Callable[[Mention], Entity],
) -> tuple[Drift, ...]:
    """Return what `told`, an article's claims for a contact, says otherwise than `before`, those of its parent."""
    if not told or not before:
        return ()
    mine, theirs = tell(article, told), tell(parent, before)
    found = (
        *find_number_drift(mine, theirs),
        *find_people_drift(mine, theirs, identify),
        *find_circumstance_drift(mine, theirs),
        *find_date_drift(mine, theirs),
        *find_nearness_drift(mine, theirs),
        *find_request_drift(mine, theirs),
        *find_rank_drift(mine, theirs),
        *find_shade_drift(mine, theirs),
        *find_certainty_drift(mine, theirs, identify),
    )
    return _in_order(drift for drift in found if not _is_damage(drift, article))


def _is_damage(drift: Drift, article: Article) -> bool:
    """Tell whether machine translation made the change: the article's own words for it are broken."""
    span = drift.span
    return span is not None and any(s.span.start < span.end and span.start < s.span.end for s in article.signs)


def _in_order(found: Iterable[Drift]) -> tuple[Drift, ...]:
    """Return Drifts in the order of the article, none of one field at one place twice."""
    places: dict[tuple[str, int, int], Drift] = {}
    for drift in found:
        place = (drift.span.start, drift.span.end) if drift.span else (-1, -1)
        places.setdefault((drift.field, *place), drift)
    return tuple(drift for (_, *_), drift in sorted(places.items(), key=lambda item: (item[0][1:], item[0][0])))
