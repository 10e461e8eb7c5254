"""Views -> the terminal: colours and folded lines on a terminal, plain and wide into a pipe.

What comes in are views of contacts, what goes out is printed.
Never prints a control or bidi character that came from an article, and never reads words for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from backchannel.mark import mark_text
from backchannel.show.views import ClaimView, ConflictView, ContactRow, ContactView
from backchannel.show.wording import ANSWERED

WIDE = 110
LEGEND = "Marks: a, b … who takes part; x tells of it; t when; p where; src source; cue names it; topic what about."
STYLES = {
    "planned": "yellow",
    "proposed": "yellow",
    "requested": "yellow",
    "ongoing": "yellow",
    "refused": "red",
    "cancelled": "red",
    "denies": "red",
}
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
MARK = re.compile(r"(?<!\\)(\[|\][a-z]+)")


def clean_text(text: str) -> str:
    """Return the text without characters that could steer a terminal or turn the order of what is read."""
    return HARMFUL.sub("", text.replace("\r", " "))


def make_console(file: IO[str]) -> Console:
    """Return a console for `file`. It takes nothing in the text for markup, highlights or emoji."""
    return Console(file=file, markup=False, highlight=False, emoji=False, soft_wrap=not file.isatty())


def print_contacts(rows: Sequence[ContactRow], console: Console) -> None:
    """Print contacts as a table that fits the terminal, or as padded columns into a pipe."""
    if not console.is_terminal:
        header = ("id", "when", "kind", "status", "articles", "origins", "who", "where")
        print_columns([header, *(_list_cells(row) for row in rows)], console)
    elif console.width >= WIDE:
        console.print(_wide_table(rows))
    else:
        console.print(_narrow_table(rows))


def print_contact(view: ContactView, console: Console) -> None:
    """Print one contact: the record in words, how we know, then each claim, the responses and what differs."""
    say(console, view.title, "bold")
    say(console, f"{view.row.id}\n", "dim")
    for name, value in view.facts:
        _say_pair(console, name, value)
    for each in view.participants:
        spelled = f" (also: {', '.join(each.spellings)})" if each.spellings else ""
        _say_pair(console, each.letter, ", ".join((each.name, *each.traits)) + spelled)
    say(console, f"\n{view.known}")
    for claim in view.claims:
        _print_claim(claim, console)
    _print_answers(view, console)
    say(console, f"\n{LEGEND}", "dim")


def print_columns(rows: Sequence[Sequence[str]], console: Console) -> None:
    """Print rows in columns as wide as their widest cell, unwrapped."""
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*cleaned, strict=True)]
    for row in cleaned:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        console.print(Text("  ".join(cells).rstrip()))


def _list_cells(row: ContactRow) -> tuple[str, ...]:
    numbers = (str(row.articles), row.origins)
    return (row.short, row.when, row.kind, _say_status(row), *numbers, row.who, row.where)


def _say_status(row: ContactRow) -> str:
    return ", ".join((row.status, *(ANSWERED[stance] for stance in row.stances)))


def _wide_table(rows: Iterable[ContactRow]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("id", "when", "kind", "status"):
        table.add_column(name, no_wrap=name in ("id", "kind"))
    table.add_column("who", ratio=3)
    table.add_column("where", ratio=1)
    for name in ("articles", "origins"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        who = (Text(one_line(row.who)), Text(one_line(row.where)))
        table.add_row(*_begin_row(row), Text(row.kind), _style_status(row), *who, str(row.articles), row.origins)
    return table


def _narrow_table(rows: Iterable[ContactRow]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("id", no_wrap=True)
    table.add_column("when")
    table.add_column("what")
    table.add_column("who", ratio=1)
    table.add_column("art/orig", justify="right", no_wrap=True)
    for row in rows:
        what = Text(f"{row.kind},\n").append_text(_style_status(row))
        who = one_line(f"{row.who}, {row.where}" if row.where else row.who)
        table.add_row(*_begin_row(row), what, Text(who), f"{row.articles}/{row.origins}")
    return table


def _begin_row(row: ContactRow) -> tuple[Text, Text]:
    return Text(row.short, style="cyan"), Text(row.when.replace("/", "/\n"))


def _style_status(row: ContactRow) -> Text:
    answers = [Text(ANSWERED[stance], style=STYLES.get(stance, "")) for stance in row.stances]
    return Text(", ").join([Text(row.status, style=STYLES.get(row.status, "")), *answers])


def _print_claim(claim: ClaimView, console: Console) -> None:
    say(console, f"\n{claim.number}. {claim.outlet}, {claim.date}: {claim.title}".rstrip(": "), "bold")
    marked = Text(clean_text(mark_text(claim.text, claim.marks)).replace("\n", " "))
    marked.highlight_regex(MARK, "cyan")
    _print_indented(console, marked)
    for label, words in claim.elsewhere:
        marks = mark_text(words, [(0, len(words), label)])
        _print_indented(console, Text(one_line(f"elsewhere in the article: {marks}")))
    _print_indented(console, Text(one_line(" ← ".join(claim.chain))))
    _print_indented(console, Text(one_line("; ".join(part for part in (claim.says, claim.when) if part))))


def _print_answers(view: ContactView, console: Console) -> None:
    if view.responses:
        say(console, "\nResponses", "bold")
    for response in view.responses:
        style = STYLES.get(response.stance, "")
        _print_indented(console, Text(one_line(f"{response.words} ({_say_claims(response.claims)})"), style=style))
    if view.knowledge:
        say(console, "\nWho knew", "bold")
    for knowledge in view.knowledge:
        _print_indented(console, Text(one_line(f"{knowledge.words} ({_say_claims(knowledge.claims)})")))
    if view.conflicts:
        say(console, "\nAccounts differ", "bold")
    for conflict in view.conflicts:
        _print_conflict(conflict, console)


def _print_conflict(conflict: ConflictView, console: Console) -> None:
    cells = [
        f"{value} ({', '.join(outlets)}; {_say_claims(claims)})" if claims else value
        for value, claims, outlets in conflict.values
    ]
    if not console.is_terminal:
        _print_indented(console, Text(one_line(f"{conflict.field}: {' | '.join(cells)}")))
        return
    table = Table(box=None, show_header=False, padding=(0, 3, 0, 0))
    table.add_row(Text(one_line(conflict.field), style="dim"), *(Text(one_line(cell)) for cell in cells))
    console.print(Padding(table, (0, 0, 0, 3)))


def _say_claims(numbers: Sequence[int]) -> str:
    return f"claim{'' if len(numbers) == 1 else 's'} {', '.join(str(number) for number in sorted(numbers))}"


def one_line(text: str) -> str:
    """Return the text as one clean line."""
    return clean_text(" ".join(text.split()))


def say(console: Console, words: str, style: str = "") -> None:
    """Print clean words, folded on a terminal."""
    console.print(Text(clean_text(words), style=style))


def _say_pair(console: Console, name: str, value: str) -> None:
    if not console.is_terminal:
        console.print(Text(f"{name:<10}{one_line(value)}"))
        return
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(width=9, style="dim")
    table.add_column(ratio=1)
    table.add_row(Text(name), Text(one_line(value)))
    console.print(table)


def _print_indented(console: Console, text: Text) -> None:
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, 3)))
    else:
        console.print(Text("   ").append_text(text))
