"""Mark the origins that were taken back or corrected.

In: the origins of a contact, its articles. Out: the origins, marked. Believes any article that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from backchannel.lang.outlets import is_same_outlet
from backchannel.lang.words import word_list
from backchannel.model import Article, Origin

SENTENCE = re.compile(r"[^.!?\n]+")
HEADING = re.compile(r"^[ \t]*(\w+)\s*:", re.MULTILINE)
WORD = re.compile(r"\w+")


def mark_withdrawn(origins: Iterable[Origin], articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Return the origins, marked where one of the articles says that their report was withdrawn or corrected."""
    return tuple(
        replace(origin, is_withdrawn=any(_is_taken_back(origin, article) for article in articles)) for origin in origins
    )


def _is_taken_back(origin: Origin, article: Article) -> bool:
    """Tell whether an article of the origin's own has a correction, or any says that its report was taken back."""
    own = article.id in origin.articles and is_same_outlet(article.outlet or "", origin.name)
    if own and any(found.lower() in word_list("correction") for found in HEADING.findall(article.text)):
        return True
    return any(_says_so(sentence, origin.name) for sentence in SENTENCE.findall(article.text))


def _says_so(sentence: str, name: str) -> bool:
    """Tell whether a sentence has a name, then a word of withdrawing near it, and a report: "X hat ihn zurückgezogen".

    No clause may begin between them: in "X reports that Y has withdrawn its story" it is Y's.
    """
    at = sentence.find(name)
    if at < 0:
        return False
    words = [word.lower() for word in WORD.findall(sentence[at + len(name) :])][:REACH]
    taken = next((i for i, word in enumerate(words) if word in word_list("withdrawing")), None)
    if taken is None or set(words[:taken]) & word_list("opening clause"):
        return False
    return bool(set(words) & word_list("report taken back"))


REACH = 9
"""Words behind an outlet's name in which it is told that it withdrew its report."""
