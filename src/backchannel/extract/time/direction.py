"""Guess from the tense words around a time on which side of the article's date it lies.

In: a sentence and its language, and where in it the time stands. Out: past, future or unknown. Never better than a
guess: with a parse, ask the verb.

The clause of the time decides; where it has no verb ("am Freitag, dem 3. Mai, …") the clauses beside it do, those that
only say who said so ("teilte er mit") last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from backchannel.extract.time.expression import Direction
from backchannel.extract.time.patterns import table_pattern
from backchannel.lang.tables import LANGUAGES

Signal = Literal["past", "future", "unknown", "said"]
# No sentence reaches further than this from a time in it.
LONGEST = 1000
CLAUSE_END = re.compile(r"(?<!\d)[,;:]|[,;:](?!\d)|\s[–—-]\s|[()„“”\"»«]")
# Two letters before the stop, so that neither "3. Mai" nor "Jan. 5" is cut.
SENTENCE_END = re.compile(r"(?<=[a-zäöüß]{2}[.!?])[“\"»”]?\s+(?=[A-ZÄÖÜ\"„»“])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence, the direction of its own tense words, and whether these only report a speaker.

    `has_verb`: there is a finite verb, even one that shows no direction ("ist").
    """

    start: int
    end: int
    direction: Direction
    is_saying: bool
    has_verb: bool


def guess_direction(sentence: str, lang: str, at: int | None = None) -> Direction:
    """Return the direction of the clause at an offset of the sentence; without one, that on which all clauses agree."""
    lang = lang if lang in LANGUAGES else "en"
    clauses = list(_cut(sentence, lang))
    telling = [clause for clause in clauses if clause.direction != "unknown"]
    if at is not None:
        # "Das Treffen vom Freitag" is over, whatever comes of it.
        if _words(lang, "gone").search(f"{sentence[max(0, at - 20) : at].rstrip()}⟩{sentence[at : at + 50]}"):
            return "past"
        own = next((number for number, clause in enumerate(clauses) if at < clause.end), len(clauses) - 1)
        return _nearest(clauses, own)
    said = {clause.direction for clause in telling if not clause.is_saying} or {clause.direction for clause in telling}
    return said.pop() if len(said) == 1 else "unknown"


def direction_at(text: str, offset: int, lang: str) -> Direction:
    """Return the direction of the clause at an offset of a whole text."""
    start, end = sentence_bounds(text, offset)
    return guess_direction(text[start:end], lang, offset - start)


def sentence_bounds(text: str, offset: int) -> tuple[int, int]:
    """Return where the sentence at an offset begins and ends, cut by punctuation alone."""
    start, end = max(0, offset - LONGEST), min(len(text), offset + LONGEST)
    for stop in SENTENCE_END.finditer(text, start, end):
        if stop.start() >= offset:
            return start, stop.start()
        start = stop.end()
    return start, end


def _nearest(clauses: list[Clause], own: int) -> Direction:
    if clauses[own].has_verb:
        return clauses[own].direction
    # Of two clauses as near, the one that follows: "am Freitag, dem 3. Mai, trifft er …".
    order = sorted(range(len(clauses)), key=lambda number: (abs(number - own), number < own))
    telling = sorted((clauses[n] for n in order if clauses[n].has_verb), key=lambda clause: clause.is_saying)
    return telling[0].direction if telling else "unknown"


def _cut(sentence: str, lang: str) -> Iterator[Clause]:
    start = 0
    for stop in [*(found.end() for found in CLAUSE_END.finditer(sentence)), len(sentence)]:
        yield from _read_piece(sentence, start, stop, lang)
        start = stop


def _read_piece(sentence: str, start: int, end: int, lang: str) -> Iterator[Clause]:
    """Read a piece as one clause, or as the two a conjunction joins where its words disagree."""
    signals = _signals(sentence[start:end], lang)
    joint = _joint(lang, signals).search(sentence, start + 1, end) if len(signals) > 1 or "past" in signals else None
    if joint:
        yield from _read_piece(sentence, start, joint.start(), lang)
        yield from _read_piece(sentence, joint.start(), end, lang)
        return
    ways: set[Direction] = {"past" if signal == "said" else signal for signal in signals}
    if len(ways) > 1:
        ways = ways & {"future"} if "said" in signals else set()
    has_verb = bool(signals) or _words(lang, "finite").search(sentence, start, end) is not None
    yield Clause(start, end, ways.pop() if ways else "unknown", signals == {"said"}, has_verb)


def _signals(clause: str, lang: str) -> set[Signal]:
    """Return which ways the tense words of a clause point; a verb of saying is its own signal."""
    if _words(lang, "hearsay").search(clause):
        return {"past"}
    signals: set[Signal] = {"future"} if _words(lang, "future").search(clause) else set()
    unplanned = _words(lang, "future").sub(" ", clause)
    rest = _words(lang, "saying").sub(" ", unplanned)
    if any(_words(lang, table).search(rest) for table in ("past", "perfect")):
        signals.add("past")
    elif not signals and _words(lang, "coming").search(rest):
        signals.add("future")
    if "past" not in signals and len(rest) < len(unplanned):
        signals.add("said")
    return signals


def _joint(lang: str, signals: set[Signal]) -> re.Pattern[str]:
    """Return what may part a clause: any conjunction where its words disagree, else one before a present verb."""
    return _words(lang, "joint") if len(signals) > 1 else _joined_present(lang)


@cache
def _joined_present(lang: str) -> re.Pattern[str]:
    joint, coming = table_pattern(lang, "joint"), table_pattern(lang, "coming")
    return re.compile(rf"(?<!\w)(?:{joint})\s(?=(?:{coming})(?!\w))")


@cache
def _words(lang: str, table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table_pattern(lang, table)})(?!(?<=\w)\w)")
