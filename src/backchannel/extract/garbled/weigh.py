"""Judge whether the signs in an article make it garbled.

In: Signs and the text they were found in. Out: yes or no. Never looks at the text but for its length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from backchannel.model import Sign

# What one sign counts. Good writers slip, too: in articles, endings and names; the rest hardly ever.
WEIGHTS = {
    "known mistranslation": 1.0,
    "possible mistranslation": 0.6,
    "one name in two spellings": 0.5,
    "misspelled name of an office holder": 0.7,
    "small word of another language": 0.7,
    "no article": 0.5,
    "a for an, or an for a": 0.5,
    "an adjective with a wrong ending": 0.7,
    "an article of another gender": 0.7,
    "a day of the month without its point": 0.5,
    "of for the genitive": 0.3,
    "no comma before a clause": 0.3,
    "a compound in two words": 0.4,
    "a first name in English spelling": 0.5,
    "a first name in German spelling": 0.5,
    "a day without its preposition": 0.7,
    "a verb alone between commas": 0.5,
    "letters decoded wrongly": 0.1,
    "letters lost": 0.1,
    "mark of HTML left in": 0.1,
}
LONG, LONG_MORE = 4, 0.1
"""A mistranslation of so many words is one beyond doubt, and enough in a short text."""
MOST_OF_ONE = 2.0
NEEDED = 1.1
WORDS_PER_NEEDED = 150


def is_garbled(signs: Sequence[Sign], text: str) -> bool:
    """Tell whether the signs, weighed by what they show and how long the text is, make it a broken translation."""
    return weigh_signs(signs) >= max(NEEDED, len(text.split()) / WORDS_PER_NEEDED)


def weigh_signs(signs: Sequence[Sign]) -> float:
    """Return the sum of the weights; the same words count once, and one reason only so much."""
    sums: dict[str, float] = defaultdict(float)
    for reason, _ in {(sign.reason, sign.span.text.lower()) for sign in signs}:
        sums[reason] += WEIGHTS.get(reason, 1.0)
    for words in {sign.span.text.lower() for sign in signs if sign.reason == "known mistranslation"}:
        sums["known mistranslation"] += LONG_MORE * (len(words.split()) >= LONG)
    is_lexical = {"known mistranslation", "possible mistranslation"}
    return sum(total if reason in is_lexical else min(MOST_OF_ONE, total) for reason, total in sums.items())
