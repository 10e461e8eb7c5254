"""Find a place the contact was near by one article, and in by the other.

In: two Tellings. Out: Drifts of place. Never where one text says both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.places import place_key
from backchannel.lang.qualifiers import find_qualifiers
from backchannel.model import Drift, Span
from backchannel.weigh.drift.text import Telling, texts

REACH = 4


def find_nearness_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield places that one text says "near" of and the other "in"."""
    mine, theirs = _relate(told), _relate(before)
    for key in sorted(mine.keys() & theirs.keys()):
        if len(mine[key]) == len(theirs[key]) == 1 and mine[key].keys() != theirs[key].keys():
            (span,), (parent_span,) = mine[key].values(), theirs[key].values()
            yield Drift("place", told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)


def _relate(telling: Telling) -> dict[str, dict[str, Span]]:
    """Return for each city whether the contact was near it or in it, with the words."""
    lang = telling.article.lang
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for sentence in telling.sentences():
        for hit in gazetteer_for(lang).find(texts(sentence)):
            if hit.entry.type not in {"place", "capital"} or hit.prefix:
                continue
            start = max(0, hit.start - REACH)
            before = texts(sentence[start : hit.start])
            relations = [q for sort in ("in", "near") for q in find_qualifiers(before, lang, sort)]
            if relations:
                relation = max(relations, key=lambda q: (q.end, q.end - q.start))
                if all(word[0].isalnum() for word in before[relation.start :]):
                    span = telling.span(sentence[start + relation.start : hit.end])
                    found[place_key(" ".join(texts(sentence[hit.start : hit.end])))].setdefault(relation.concept, span)
    return found
