"""Cut what an article says of one contact into words.

In: an Article and its claims for the contact. Out: a Telling: its words, and those of the paragraphs that tell of the
contact. Never reads grammar: sentences end at stops, paragraphs at line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.lang.qualifiers import find_qualifiers
from backchannel.lang.spelling import is_alike
from backchannel.model import Article, Claim, Span

WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d{3})+(?!\d)|\d+,\d+|\w+(?:[-’'.]\w+)*|[^\w\s]")
STOPS = frozenset(".!?…")
SHORT = re.compile(r"(?i)\d{1,2}|[a-z]|mr|mrs|ms|dr|st|gen|col|sgt|u\.s|ca|bzw|nr|prof")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text, with the numbers of its sentence and paragraph."""

    text: str
    start: int
    end: int
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of a contact: its claims on it, and the words around them.

    `words` are those of the paragraphs with a claim, of the ones after these, and of who told it in the ones before;
    `all_words` those of the article.
    """

    article: Article
    claims: tuple[Claim, ...]
    words: tuple[Word, ...]
    all_words: tuple[Word, ...]

    @property
    def contacts(self) -> list[Claim]:
        """The claims that tell of the contact itself, for its own sake."""
        return [claim for claim in self.claims if claim.type == "contact" and not claim.is_background]

    def span(self, words: Sequence[Word]) -> Span:
        """Return the passage from the first of these words to the last."""
        start, end = words[0].start, words[-1].end
        return Span(start, end, self.article.text[start:end])

    def has_name(self, surname: str) -> bool:
        """Tell whether a name is anywhere in the article, in whatever spelling."""
        return any(word.text[0].isupper() and is_alike(word.text, surname) for word in self.all_words)

    def sentences(self) -> list[list[Word]]:
        """Return the words around the claims, sentence by sentence."""
        return cut_sentences(self.words)


def tell(article: Article, claims: Sequence[Claim]) -> Telling:
    """Return what an article says of the contact its claims are about."""
    words = tuple(_read(article.text))
    places = [claim.quote for claim in claims]
    told = {w.paragraph for w in words if any(place.start <= w.start < place.end for place in places)}
    near = told | {number + 1 for number in told}
    sourced = _find_sources(words, {number - 1 for number in told} - near, article.lang)
    return Telling(
        article, tuple(claims), tuple(w for w in words if w.paragraph in near or w.sentence in sourced), words
    )


def _find_sources(words: Sequence[Word], paragraphs: set[int], lang: str) -> set[int]:
    """Return the sentences of the paragraphs before that say who told it; all else there may be of something else."""
    before = cut_sentences([word for word in words if word.paragraph in paragraphs])
    return {
        sentence[0].sentence
        for sentence in before
        if find_qualifiers(texts(sentence), lang, "reported") and not find_qualifiers(texts(sentence), lang, "present")
    }


def cut_sentences(words: Sequence[Word]) -> list[list[Word]]:
    """Return words sentence by sentence."""
    found: dict[int, list[Word]] = {}
    for word in words:
        found.setdefault(word.sentence, []).append(word)
    return list(found.values())


def _read(text: str) -> list[Word]:
    found = list(WORD.finditer(text))
    words: list[Word] = []
    sentence = paragraph = 0
    for at, match in enumerate(found):
        gap = text[found[at - 1].end() : match.start()] if at else ""
        if "\n" in gap:
            sentence, paragraph = sentence + 1, paragraph + 1
        elif at > 1 and gap and _ends(words[-2:]) and not match[0][0].islower():
            sentence += 1
        words.append(Word(match[0], match.start(), match.end(), sentence, paragraph))
    return words


def _ends(last: Sequence[Word]) -> bool:
    """Tell whether a sentence may end with the last of these words; a stop makes none after "Mr" or "17"."""
    before, mark = last
    if mark.text in '"“”»«’)' and before.text in STOPS:
        return True
    return mark.text in STOPS and not (mark.text == "." and SHORT.fullmatch(before.text))


def texts(words: Sequence[Word]) -> list[str]:
    """Return the words as they are written."""
    return [word.text for word in words]
