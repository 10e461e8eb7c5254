"""Guess from the tense words of a sentence on which side of the article's date it lies.

In: a sentence and its language. Out: past, future or unknown. Never better than a guess: with a parse, ask the verb.
"""

from __future__ import annotations

import re
from functools import cache

from backchannel.extract.time.expression import Direction
from backchannel.extract.time.patterns import table_pattern


def guess_direction(sentence: str, lang: str) -> Direction:
    """Return the direction whose tense words (`=past`, `=future` in times.tsv) the sentence has, unknown if both."""
    is_past, is_future = (_words(lang, table).search(sentence) is not None for table in ("past", "future"))
    if is_past == is_future:
        return "unknown"
    return "past" if is_past else "future"


@cache
def _words(lang: str, table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table_pattern(lang, table)})(?!\w)")
