"""Find shades that were lost or added: "the first since May" made "the first", "constructive" made "very constructive".

In: two Tellings. Out: Drifts of qualifier. Never what one article merely leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backchannel.lang.gazetteer import stem
from backchannel.lang.qualifiers import find_qualifiers
from backchannel.model import Drift, Span
from backchannel.weigh.drift.text import Telling, Word, texts

REACH = 3
Phrase = tuple[bool, Sequence[Word]]


def find_shade_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield firsts without their "since", and adjectives made stronger or weaker."""
    for find in (_find_firsts, _find_degrees):
        mine, theirs = find(told), find(before)
        for key in sorted(mine.keys() & theirs.keys()):
            (has, words), (had, earlier) = mine[key], theirs[key]
            if has != had:
                yield _drift(told, before, told.span(words), before.span(earlier))


def _find_firsts(telling: Telling) -> dict[str, Phrase]:
    """Return the first "first time", and whether it is said since when."""
    lang = telling.article.lang
    found = []
    for sentence in telling.sentences():
        for first in find_qualifiers(texts(sentence), lang, "first"):
            if first.end - first.start < 2 and not sentence[first.start].text.lower().endswith("mals"):
                continue
            since = next(iter(find_qualifiers(texts(sentence[first.end : first.end + 1]), lang, "since")), None)
            end = first.end
            while since and end < first.end + REACH and end < len(sentence) and sentence[end].text[0].isalnum():
                end += 1
            found.append((since is not None, sentence[first.start : end]))
    return {"first": found[0]} if len(found) == 1 else {}


def _find_degrees(telling: Telling) -> dict[str, Phrase]:
    """Return for adjectives with their nouns whether "very" stands before them; none that stands there twice."""
    lang = telling.article.lang
    found: dict[str, list[Phrase]] = {}
    for sentence in telling.sentences():
        degrees = {q.end for q in find_qualifiers(texts(sentence), lang, "degree")}
        for at, (word, after) in enumerate(pairwise(sentence)):
            if word.text.islower() and len(word.text) > 4 and after.text[0].isalpha() and len(after.text) > 4:
                key = f"{lang} {stem(word.text, lang)} {stem(after.text, lang)}"
                start = at - 1 if at in degrees else at
                found.setdefault(key, []).append((at in degrees, sentence[start : at + 2]))
    return {key: phrases[0] for key, phrases in found.items() if len(phrases) == 1}


def _drift(told: Telling, before: Telling, span: Span, parent_span: Span) -> Drift:
    return Drift("qualifier", told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
