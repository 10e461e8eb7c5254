"""Write texts that share nothing by chance: sentences of made-up words, always the same for the same name.

In: names of sentences. Out: texts and articles. Never tests anything itself.
"""

from __future__ import annotations

import random

from backchannel.model import Article

SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu".split()


def sentence(name: str, words: int = 12) -> str:
    """Return a sentence of made-up words."""
    chance = random.Random(name)
    made = ("".join(chance.choices(SYLLABLES, k=3)) for _ in range(words))
    return " ".join(made).capitalize() + "."


def paragraph(name: str, sentences: int = 5) -> str:
    """Return a paragraph of made-up words, long enough to be a passage."""
    return " ".join(sentence(f"{name} {number}") for number in range(sentences))


def article(id: str, *paragraphs: str, title: str | None = None) -> Article:
    """Return an article of these paragraphs."""
    return Article(id, f"{id}.txt", "\n\n".join(paragraphs), "de", title=title)
