"""Find people a text has in an office they had long left on the date of its page: "President Obama said on Friday".

In: a DatedText. Out: StaleSigns. Never counts somebody whom the text looks back at, or calls former.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from backchannel.extract.stale.sign import DatedText, StaleSign, listed
from backchannel.extract.stale.titled import FOREVER, Titled, find_titled
from backchannel.extract.time.direction import sentence_bounds
from backchannel.lang.day import weekday_names
from backchannel.lang.words import word_list

# Who left office is often called by it for months, and the news of the handover belongs to both.
LONG = timedelta(days=180)
OPENING = 300


def find_wrong_holders(dated: DatedText) -> Iterator[StaleSign]:
    """Yield those told of in an office they had left, or as about to take one they had taken, by the page's date.

    One is enough if that is news: the sentence has a day of its own, or opens the text. Where others are in an office
    that began later, or a later year is named, the text is not of that time.
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
    """Tell whether the sentence gives the day as news does, "am Freitag", or opens the text with what is new."""
    start, end = sentence_bounds(dated.text, person.start)
    if _day_of_news().search(dated.text, start, end):
        return True
    return person.end <= OPENING and not listed("told as earlier", dated.lang).search(dated.text, start, end)


@cache
def _day_of_news() -> re.Pattern[str]:
    today = "|".join(word_list("today"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(weekday_names())}|(?:{today})(?!\w))", re.I)
