"""Find whose wish it was, where an article says it was another's: "at the request of the Swiss side".

In: two Tellings. Out: Drifts of side. Never where one text names two who asked: they may each tell their own story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.qualifiers import find_qualifiers
from backchannel.model import Drift
from backchannel.weigh.drift.text import Telling, Word, texts

REACH = 6


@dataclass(frozen=True, slots=True)
class _Wish:
    concept: str
    country: str
    words: tuple[Word, ...]


def find_request_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield the wish, invitation… that is another state's than in the parent."""
    mine, theirs = _find(told), _find(before)
    for concept in sorted({wish.concept for wish in mine} & {wish.concept for wish in theirs}):
        after, earlier = ([wish for wish in wishes if wish.concept == concept] for wishes in (mine, theirs))
        if len({w.country for w in after}) == len({w.country for w in earlier}) == 1 and (
            after[0].country != earlier[0].country
        ):
            span, parent_span = told.span(after[0].words), before.span(earlier[0].words)
            yield Drift("side", told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)


def _find(telling: Telling) -> list[_Wish]:
    lang = telling.article.lang
    return [
        wish
        for sentence in telling.sentences()
        for found in find_qualifiers(texts(sentence), lang, "request")
        if (wish := _read(sentence, found.start, found.end, found.concept, lang))
    ]


def _read(sentence: Sequence[Word], start: int, end: int, concept: str, lang: str) -> _Wish | None:
    """Return whose wish the words behind the phrase name, up to the first comma."""
    near = sentence[end : end + REACH]
    stop = next((i for i, word in enumerate(near) if not word.text[0].isalnum()), len(near))
    hit = next((h for h in gazetteer_for(lang).find(texts(near[:stop])) if h.entry.country), None)
    if not hit or not hit.entry.country:
        return None
    last = hit.end + (hit.entry.type == "adjective" and hit.end < stop)
    return _Wish(concept, hit.entry.country, tuple(sentence[start : end + last]))
