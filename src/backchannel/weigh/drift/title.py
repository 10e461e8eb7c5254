"""Find what a text calls people: "the former US ambassador John Doe", "ein hochrangiger iranischer Beamter".

In: a Telling. Out: Titles. Reads words in a row, never grammar; what stands far from an office is none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.lang.gazetteer import Hit, gazetteer_for
from backchannel.lang.given import find_given
from backchannel.lang.qualifiers import find_qualifiers, read_qualifier, words_of
from backchannel.weigh.drift.text import Telling, Word, cut_sentences, texts

BEFORE, BEHIND, NAME = 4, 4, 4
LESSER = ("deputy ", "vice ")


@dataclass(frozen=True, slots=True)
class Title:
    """An office with what is said of it.

    `name` is what stands behind it, `camp` government or opposition, `before` the word before it. `is_anothers`: it may
    say whose man the one is whose name follows ("der Berater des Präsidenten Muster").
    """

    office: str
    qualities: frozenset[str]
    country: str | None
    name: str | None
    camp: str | None
    before: str
    is_anothers: bool
    words: tuple[Word, ...]

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1] if self.name else ""

    @property
    def is_named(self) -> bool:
        """Whether a name stands there beyond doubt: a known first name and another one."""
        words = (self.name or "").split()
        return len(words) > 1 and bool(find_given(words[0].lower()))


def find_titles(telling: Telling, words: Sequence[Word]) -> list[Title]:
    """Return the titles among these words."""
    return [title for sentence in cut_sentences(words) for title in _find(sentence, telling.article.lang)]


def _find(sentence: Sequence[Word], lang: str) -> Iterator[Title]:
    hits = gazetteer_for(lang).find(texts(sentence))
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    for hit in hits:
        if hit.entry.type != "office":
            continue
        start = _start(sentence, hit, hits, lang)
        end = _end_of_name(sentence, hit.end, taken)
        lesser = next((less for less in LESSER if hit.entry.name.startswith(less)), "")
        shades = {read_qualifier(word.text, lang, "person") for word in sentence[start : hit.end]}
        shades |= {read_qualifier(hit.prefix, lang, "person") if hit.prefix else None, "deputy" if lesser else None}
        first = min([start + at for at in _quality_places(sentence[start : hit.start], lang)], default=hit.start)
        before = sentence[start - 1].text.lower() if start else ""
        camp, last = _camp(sentence, start, hit, lang)
        yield Title(
            hit.entry.name.removeprefix(lesser),
            frozenset(shade for shade in shades if shade),
            hit.entry.country or _country(hit, hits, start, sentence, lang),
            _name(sentence[hit.end : end]),
            camp,
            before,
            before in words_of(lang, "owner", "another's"),
            tuple(sentence[first : max(end, last)]),
        )


def _name(words: Sequence[Word]) -> str | None:
    return " ".join(word.text for word in words if word.text[0].isalnum()) or None


def _start(sentence: Sequence[Word], hit: Hit, hits: Sequence[Hit], lang: str) -> int:
    """Return where the words before an office begin that belong to it: adjectives and qualifiers."""
    at = hit.start
    adjectives = {i for h in hits if h.entry.type in {"adjective", "state"} for i in range(h.start, h.end)}
    while at > max(0, hit.start - BEFORE):
        word = sentence[at - 1].text
        is_own = at - 1 in adjectives or read_qualifier(word, lang, "person") or (lang == "de" and _is_adjective(word))
        if not is_own:
            break
        at -= 1
    return at


def _is_adjective(word: str) -> bool:
    return word.islower() and len(word) > 5 and word.endswith(("e", "er", "en", "es", "em"))


def _quality_places(words: Sequence[Word], lang: str) -> list[int]:
    return [at for at, word in enumerate(words) if read_qualifier(word.text, lang, "person")]


def _end_of_name(sentence: Sequence[Word], end: int, taken: set[int]) -> int:
    """Return where the name ends that follows an office, at most behind one comma."""
    at = end + 1 if end + 1 < len(sentence) and sentence[end].text == "," else end
    begin = at
    while at < min(len(sentence), begin + NAME) and sentence[at].text[:1].isupper() and at not in taken:
        at += 1
    return at if at > begin + (begin > end) else end


def _country(hit: Hit, hits: Sequence[Hit], start: int, sentence: Sequence[Word], lang: str) -> str | None:
    if hit.prefix and (state := gazetteer_for(lang).state_of(hit.prefix)):
        return state
    near = (h for h in hits if h.entry.country and h.entry.type in {"adjective", "state"})
    for other in near:
        is_behind = hit.end <= other.start <= hit.end + 2
        if start <= other.start < hit.start or (
            is_behind
            and all(w.text.lower() in words_of(lang, "owner", "of") for w in sentence[hit.end : other.start])
            and other.start > hit.end
        ):
            return other.entry.country
    return None


def _camp(sentence: Sequence[Word], start: int, hit: Hit, lang: str) -> tuple[str | None, int]:
    """Return whose man it is and where it is said: "Abgeordneter der Opposition", "an opposition lawmaker"."""
    if behind := find_qualifiers(texts(sentence[hit.end : hit.end + BEHIND]), lang, "camp"):
        return behind[0].concept, hit.end + behind[0].end
    before = find_qualifiers([*texts(sentence[max(0, start - 2) : hit.start]), hit.prefix], lang, "camp")
    return (before[-1].concept if before else None), hit.end
