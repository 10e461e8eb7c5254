"""Measure settling: `python benchmarks/settling.py [CLAIMS...]`, by default 10,000 and 100,000 made-up claims.

In: nothing; claims are made up by chance, always the same. Out: processor seconds of settling from nothing, those of
one claim and those of one new article, and how much more a claim costs in the largest ledger than in the smallest. A
larger ledger has more years, more contacts and more people, not more news a day.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from backchannel.ledger import open_ledger
from backchannel.model import Article, Claim, Kind, Mention, Place, Span, When, make_id
from backchannel.settling import settle

SIZES = (10_000, 100_000)
NEW = 25
"""How many new articles are settled one by one."""
CLAIMS_A_DAY = 30
STATES = "US RU UA CN DE FR GB TR IR IL SA IN JP PL IT".split()
OFFICES = ("president", "foreign minister", "defence minister", "national security adviser", "ambassador", None)
KINDS: tuple[Kind, ...] = ("meeting", "call", "visit", "negotiation")
PLACES = ("Vienna", "Geneva", "Istanbul", "Riyadh", "Doha", "Paris", "Ankara", "New York", None, None, None)
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up, in one or two spellings."""

    spellings: tuple[str, ...]
    country: str
    office: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A contact made up, which articles of the next days tell of."""

    people: tuple[Person, ...]
    day: date
    kind: Kind
    place: str | None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fast claims are grouped into contacts.")
    parser.add_argument("claims", nargs="*", type=int, default=list(SIZES), metavar="CLAIMS")
    options = parser.parse_args()
    print(f"{'claims':>8}{'articles':>10}{'contacts':>10}{'seconds':>9}{'ms a claim':>12}{'s a new article':>17}")
    rates = []
    for size in sorted(options.claims):
        claims, articles, contacts, seconds, new = measure(size)
        rates.append(seconds / claims)
        print(
            f"{claims:>8}{articles:>10}{contacts:>10}{seconds:>9.1f}{rates[-1] * 1000:>12.3f}{new:>17.3f}", flush=True
        )
    print(f"ratio per claim, largest to smallest: {rates[-1] / rates[0]:.2f}")


def measure(size: int) -> tuple[int, int, int, float, float]:
    """Return claims, articles and contacts, the seconds from nothing, and the median of those of a new article."""
    articles = make_articles(size, random.Random(size))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        count = 0
        while count < size:
            article, claims = next(articles)
            ledger.add_article(article.id, article, claims)
            count += len(claims)
        begin = time.process_time()
        settle(ledger)
        seconds = time.process_time() - begin
        counts, taken = ledger.counts(), []
        for _ in range(NEW):
            article, claims = next(articles)
            ledger.add_article(article.id, article, claims)
            begin = time.process_time()
            settle(ledger)
            taken.append(time.process_time() - begin)
    return counts.claims, counts.articles, counts.contacts, seconds, statistics.median(taken)


def make_articles(size: int, chance: random.Random) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield articles of one day after another; what happened lately is told of more often."""
    people = [_make_person(chance) for _ in range(max(60, size // 50))]
    day, number, told, recent = date(2000, 1, 1), 0, 0, list[Event]()
    while True:
        if told >= CLAIMS_A_DAY:
            day, told, recent = day + timedelta(1), 0, recent[-12:]
        if not recent or chance.random() < 0.3:
            recent.append(_make_event(people, day, chance))
        event = min(chance.sample(recent, min(2, len(recent))), key=lambda e: (day - e.day, e.people[0].spellings))
        number += 1
        article, claims = _write(f"{size}-{number}", event, day, chance)
        told += len(claims)
        yield article, claims


def _make_person(chance: random.Random) -> Person:
    first, last = (_make_word(chance, syllables) for syllables in (2, 3))
    respelled = last.replace("v", "w").replace("s", "ss")
    spellings = (f"{first} {last}", f"{first} {respelled}", last)
    return Person(spellings, chance.choice(STATES), chance.choice(OFFICES))


def _make_word(chance: random.Random, syllables: int) -> str:
    word = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))
    return f"{word}{chance.choice(CONSONANTS)}".capitalize()


def _make_event(people: list[Person], day: date, chance: random.Random) -> Event:
    """The first people of the list meet the most often, as presidents do."""
    weights = [1 / (rank + 10) for rank in range(len(people))]
    chosen = dict.fromkeys(chance.choices(people, weights, k=chance.choice([2, 2, 2, 3, 4])))
    return Event(tuple(chosen), day, chance.choice(KINDS), chance.choice(PLACES))


def _write(id: str, event: Event, day: date, chance: random.Random) -> tuple[Article, list[Claim]]:
    article = Article(
        make_id(id), f"{id}.txt", "text", "en", outlet=f"Outlet {chance.randint(1, 40)}", published=f"{day}"
    )
    claims = []
    for at in range(chance.choice([1, 1, 2, 3, 4])):
        span = Span(at, at + 1, "x")
        mentions = tuple(_mention(person, article.id, span, chance) for person in event.people)
        exact = When(span, f"{event.day}", f"{event.day}", f"{event.day}", "made up")
        place = Place(span, event.place) if event.place and chance.random() < 0.5 else None
        when = exact if chance.random() < 0.6 else None
        id = make_id(article.id, at)
        claims.append(Claim(id, article.id, "contact", span, span, mentions, event.kind, when=when, where=place))
    return article, claims


def _mention(person: Person, article: str, span: Span, chance: random.Random) -> Mention:
    name = chance.choice(person.spellings)
    office = person.office if chance.random() < 0.7 else None
    return Mention(make_id(article, span.start, name), article, span, "person", name, person.country, office)


if __name__ == "__main__":
    main()
