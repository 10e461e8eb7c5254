"""Find people a text has in an office they had long left on the date of its page: "President Obama said on Friday".

In: a DatedText. Out: StaleSigns. Never counts somebody whom the text looks back at, or calls former.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from backchannel.extract.stale.sign import DatedText, StaleSign, listed, time_of_news
from backchannel.extract.stale.titled import FOREVER, Titled, find_titled
from backchannel.extract.time.direction import CLAUSE_END, sentence_bounds
from backchannel.lang.words import word_list

# Who left office is often called by it for months, and the news of the handover belongs to both.
LONG = timedelta(days=180)
WORDS_BEFORE = 4


def find_wrong_holders(dated: DatedText) -> Iterator[StaleSign]:
    """Yield those told of in an office they had left, or as about to take one they had taken, by the page's date.

    One is enough if the clause has a time as news has. Where others are in an office that began later, or a later year
    is named, the text is not of that time.
    """
    people = list(find_titled(dated.text, dated.lang))
    looked_back_at = {person.name for person in people if person.is_looked_back_at}
    told = [person for person in people if person.name not in looked_back_at]
    found: dict[str, StaleSign] = {}
    for person in told:
        sign = _sign_of(dated, person)
        if sign is None or dated.names_later(sign.last) or any(other.begins > sign.last for other in told):
            continue
        if person.name not in found or not found[person.name].is_enough:
            found[person.name] = sign
    yield from found.values()


def _sign_of(dated: DatedText, person: Titled) -> StaleSign | None:
    span, is_enough = dated.span(person.start, person.end), _is_news(dated, person)
    if person.is_coming:
        taken = max((first for first, _ in person.terms if first < dated.day), default=None)
        if taken is None or dated.day - taken < LONG:
            return None
        reason = f"{person.name} is told of as about to take an office held since {taken}."
        return StaleSign(span, "office", None, taken, reason, is_enough)
    if person.ends >= FOREVER or person.ends + LONG >= dated.day:
        return None
    reason = f"{person.name} is told of in an office held until {person.ends}."
    return StaleSign(span, "office", person.begins, person.ends, reason, is_enough)


def _is_news(dated: DatedText, person: Titled) -> bool:
    """Tell whether the clause of a person gives the time as news does: "am Freitag", "last week"."""
    start, end = sentence_bounds(dated.text, person.start)
    if listed("told as earlier", dated.lang).search(dated.text, start, end) or _is_of_somebody(dated, person, start):
        return False
    before, after = dated.text[start : person.start], dated.text[person.end : end]
    cuts = [cut.end() for cut in _clause_end(dated.lang).finditer(before)]
    stop = _clause_end(dated.lang).search(after)
    clause = before[cuts[-1] if cuts else 0 :] + "…" + after[: stop.start() if stop else None]
    return time_of_news().search(clause) is not None


def _is_of_somebody(dated: DatedText, person: Titled, start: int) -> bool:
    """Tell whether something is a person's, or named for one: "the deal by President Ford", "President Ford's deal"."""
    words = dated.text[start : person.start].casefold().split()[-WORDS_BEFORE:]
    return dated.text[person.start : person.end].endswith(("’s", "'s")) or any(
        word in word_list("somebody's", dated.lang) for word in words
    )


@cache
def _clause_end(lang: str) -> re.Pattern[str]:
    relative = "|".join(word_list("relative", lang))
    return re.compile(rf"{CLAUSE_END.pattern}|(?<!\w)(?:{relative})(?!\w)", re.I)
