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
    words = word_list("withdrawing")
    reports = word_list("reporting noun") | word_list("outlet word")
    own = article.id in origin.articles and is_same_outlet(article.outlet or "", origin.name)
    if own and any(found.lower() in word_list("correction") for found in HEADING.findall(article.text)):
        return True
    for sentence in SENTENCE.findall(article.text):
        said = {word.lower() for word in WORD.findall(sentence)}
        if said & words and said & reports and (own or origin.name in sentence):
            return True
    return False
