"""Find the passages of a text that are not the article: appeals, forms, buttons, credits, pointers to other articles.

In: a text as given. Out: Cuts in it, whole lines each. Never cuts a paragraph of prose that no row of a table knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from backchannel.clean.row import Reach, Row, match_row
from backchannel.lang.day import parse_date_line
from backchannel.model import Cut

LONGEST_FURNITURE = 400
PROSE = 120
LEAD = 25
TOP = 20_000
HEADING = 40
HEADLINE = (15, 110)
HEADLINE_APART = (15, 180)
SENTENCE = 60
SENTENCES = 300
ENOUGH_BEFORE_END = 200
BLOCKS = 3
_STOPS = (".", "!", "?", ".“", ".”", '."', ".»", "?“", "!“", "?”", "!”", ".)")
_TEASER_ENDS = ("...", "…", "[…]", "[...]")


@dataclass(slots=True)
class _Line:
    """A line that is not blank, with its newline and the blank lines after it; `reason` is set once it is cut."""

    start: int
    end: int
    text: str
    row: Row | None
    reason: str | None = None
    ends_block: bool = False


def find_cuts(text: str, outlet: str | None = None, title: str | None = None) -> tuple[Cut, ...]:
    """Return what is to be cut from `text`, in order; a line that says no more than `title` stays."""
    lines = _split(text)
    _cut_lines(lines, title)
    _cut_top(lines, outlet, title)
    _cut_appeals(lines)
    _cut_ends(lines)
    _cut_last_block(lines)
    _cut_repeated(lines)
    return tuple(_merge(text, lines))


def remove_cuts(text: str, cuts: Iterable[Cut]) -> str:
    """Return `text` without its `cuts`."""
    kept, position = [], 0
    for cut in cuts:
        kept.append(text[position : cut.start])
        position = cut.end
    return "".join(kept) + text[position:]


def restore_text(text: str, cuts: Iterable[Cut]) -> str:
    """Return the text as given, from the `text` of an article and its `cuts`."""
    for cut in cuts:
        text = text[: cut.start] + cut.text + text[cut.start :]
    return text


def find_headline(text: str) -> str | None:
    """Return the first line of `text` if it is a headline: short, no sentence, more text after it."""
    first, _, rest = text.strip().partition("\n")
    first, is_apart = first.strip(), rest[:1].isspace()
    shortest, longest = HEADLINE_APART if is_apart else HEADLINE
    if not rest.strip() or len(first.split()) < 3 or not shortest <= len(first) <= longest:
        return None
    return None if first.endswith((".", ":", ",", ";")) else first


def find_top(text: str) -> list[str]:
    """Return the lines before the first paragraph of prose; none where a text has no such paragraph."""
    lines = _split(text[:TOP])
    return [line.text for line in lines[: _first_prose(lines)]]


def _split(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        end, stripped = position + len(raw), raw.strip()
        if stripped:
            row = match_row(stripped) if len(stripped) <= LONGEST_FURNITURE else None
            lines.append(_Line(position, end, stripped, row))
        elif lines:
            lines[-1].end, lines[-1].ends_block = end, True
        position = end
    return lines


def _cut_lines(lines: list[_Line], title: str | None) -> None:
    for line in lines:
        if line.row and line.row.reach is Reach.LINE and line.text != title:
            line.reason = line.row.reason


def _cut_top(lines: list[_Line], outlet: str | None, title: str | None) -> None:
    """Cut names, dates and remains of navigation before the first prose; the outlet's name alone also after it."""
    first = _first_prose(lines)
    names = {outlet.casefold()} if outlet else set()
    days = {day for line in lines[:first] if (day := parse_date_line(line.text))}
    for line in lines[:first]:
        if line.reason or line.text == title:
            continue
        if len(days) == 1 and parse_date_line(line.text):
            line.reason = "page date"
        elif line.text.casefold() in names or (line.row and line.row.reach is Reach.TOP):
            line.reason = line.row.reason if line.row else "outlet name"
            names |= {line.text.casefold(), line.text.split()[0].casefold()}
    for line in lines[first:]:
        if line.text.casefold() in names and line.text != title:
            line.reason = line.reason or "outlet name"


def _cut_appeals(lines: list[_Line]) -> None:
    """Cut each chain of lines that ask for money, tell where to send it, or praise the outlet in between."""
    index = 0
    while index < len(lines):
        chain = _chain(lines, index)
        if any(_reach(line) is Reach.APPEAL for line in chain):
            _cut_chain(lines, index, chain)
        index += max(len(chain), 1)


def _chain(lines: list[_Line], index: int) -> list[_Line]:
    """Return the lines from `index` that can belong to one appeal, the last of them one that does."""
    end = index
    for position in range(index, len(lines)):
        line = lines[position]
        if _reach(line) in (Reach.APPEAL, Reach.NEAR):
            end = position + 1
        elif position == index or len(line.text) > HEADING or line.text.endswith(_STOPS):
            break
    return lines[index:end]


def _cut_chain(lines: list[_Line], index: int, chain: list[_Line]) -> None:
    for line in chain:
        line.reason = line.reason or "appeal for donations"
    before = lines[index - 1] if index else None
    if before and not before.reason and len(before.text) <= HEADING and not before.text.endswith(_STOPS):
        before.reason = "appeal for donations" if len(chain) > 1 else None


def _cut_ends(lines: list[_Line]) -> None:
    """Cut what follows a comment form or a list of other articles; only its line where an article goes on after it."""
    before = 0
    for index, line in enumerate(lines):
        if _reach(line) is Reach.END and not line.reason:
            line.reason = line.row.reason if line.row else None
            if before >= ENOUGH_BEFORE_END and not _goes_on(lines[index + 1 :]):
                for later in lines[index + 1 :]:
                    later.reason = later.reason or line.reason
                return
        elif not line.reason:
            before += len(line.text)


def _cut_last_block(lines: list[_Line]) -> None:
    """Cut the whole last block of lines where some of it is furniture and none of it is prose.

    Times of services, tides or programmes stand there between a credit and an appeal, and no table knows them all.
    """
    blocks = [i + 1 for i, line in enumerate(lines[:-1]) if line.ends_block]
    if len(blocks) < BLOCKS:
        return
    last = lines[blocks[-1] :]
    known = next((line.reason for line in last if line.reason), None)
    if known and not any(_is_prose(line) for line in last):
        for line in last:
            line.reason = line.reason or "end of page"


def _goes_on(lines: list[_Line]) -> bool:
    """Tell whether an article goes on in `lines`: a paragraph, several sentences, or prose broken into short lines."""
    sentences = [line for line in lines if not line.row and len(line.text) >= SENTENCE and line.text.endswith(_STOPS)]
    if any(map(_is_prose, lines)) or sum(len(line.text) for line in sentences) >= SENTENCES:
        return True
    broken = (two for one, two in pairwise(lines) if len(one.text) >= HEADING and not one.text.endswith(_STOPS))
    return any(line.text[0].islower() for line in broken)


def _cut_repeated(lines: list[_Line]) -> None:
    kept = [line for line in lines if not line.reason]
    for line, following in pairwise(kept):
        if line.text == following.text and len(line.text) >= LEAD:
            following.reason = "repeated"


def _merge(text: str, lines: list[_Line]) -> Iterator[Cut]:
    """Yield one Cut for neighbouring lines with the same reason."""
    start: int | None = None
    for line, following in zip_longest(lines, lines[1:]):
        if not line.reason:
            continue
        start = line.start if start is None else start
        if following is None or following.reason != line.reason:
            yield Cut(start=start, end=line.end, text=text[start : line.end], reason=line.reason)
            start = None


def _reach(line: _Line) -> Reach | None:
    return line.row.reach if line.row else None


def _first_prose(lines: list[_Line]) -> int:
    return next((index for index, line in enumerate(lines) if _is_prose(line)), 0)


def _is_prose(line: _Line) -> bool:
    if _reach(line) not in (None, Reach.NEAR) or line.reason or len(line.text) < PROSE:
        return False
    return line.text.endswith(_STOPS) and not line.text.endswith(_TEASER_ENDS)
