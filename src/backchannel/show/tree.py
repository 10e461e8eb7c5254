"""The lineage of a contact -> the terminal: a tree of articles for each origin, then drift and flags.

In: a LineageView. Out: printed lines, folded on a terminal, whole into a pipe. Never lets an article steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from backchannel.show.lineage import DriftView, Flagged, LineageView
from backchannel.show.quotes import Quote
from backchannel.show.roots import ArticleRef, Branch, Root
from backchannel.show.terminal import clean_text, one_line, say
from backchannel.show.wording import count

INDENT = "   "
SHORT = 8
MOST_DAMAGES = 12
LEAST_WIDTH = 24
"""Columns left for words, however narrow the terminal is."""


def print_lineage(view: LineageView, title: str, console: Console) -> None:
    """Print how many origins a contact has, and from whom each article has it; then drift and flags."""
    say(console, one_line(f"{view.origins}: {view.doubt}" if view.doubt else view.origins), "bold")
    say(console, f"{title}, {count(view.articles, 'article')}")
    say(console, view.contact, "dim")
    for number, root in enumerate(view.roots, 1):
        _print_root(number, root, console)
    if view.drift:
        say(console, "\nWhat changed on the way", "bold")
    for drift in view.drift:
        _print_drift(drift, console)
    if view.flagged:
        say(console, "\nTo be read with care", "bold")
    for flagged in view.flagged:
        _print_flagged(flagged, console)
    if view.assessment:
        say(console, "\nHow well it is known", "bold")
    for sentence in view.assessment:
        _print_folded(Text(one_line(sentence)), INDENT, INDENT, console)


def _print_root(number: int, root: Root, console: Console) -> None:
    console.print()
    head = Text(one_line(f"{number}. {root.name}"), style="bold")
    _print_folded(head.append("".join(f"; {one_line(note)}" for note in root.notes), "not bold"), "", INDENT, console)
    _print_branches(root.branches, INDENT, console)
    for article, home, quote in root.also:
        where = f", under {home}" if home else ""
        _print_folded(_say_article(article, f"also{where}"), INDENT, INDENT, console)
        _print_quotes([quote], INDENT + INDENT, console)


def _print_branches(branches: Sequence[Branch], prefix: str, console: Console) -> None:
    for branch in branches:
        is_last = branch is branches[-1]
        below = prefix + ("   " if is_last else "│  ")
        words = _say_branch(branch)
        _print_folded(words, prefix + ("└─ " if is_last else "├─ "), below, console)
        stem = below + ("│  " if branch.children else "   ")
        _print_quotes([branch.quote, branch.parent_quote], stem, console)
        _print_branches(branch.children, below, console)


def _say_branch(branch: Branch) -> Text:
    if branch.article is None:
        return Text(one_line(f"{branch.name}, {branch.how}"), style="italic")
    details = "; ".join(part for part in (branch.how, branch.reason) if part)
    words = _say_article(branch.article, details)
    return words.append(f" [{', '.join(branch.flags)}]" if branch.flags else "", "yellow")


def _say_article(article: ArticleRef, details: str = "") -> Text:
    """Return an article with what is said of it, then what it is found again by."""
    words = Text(one_line(": ".join(part for part in (f"{article.outlet}, {article.date}", details) if part)))
    place = f"{article.id[:SHORT]} {article.source}" if article.source != article.outlet else article.id[:SHORT]
    return words.append(f" ({one_line(place)})", "dim")


def _print_quotes(quotes: Iterable[Quote | None], prefix: str, console: Console) -> None:
    for place, quote in enumerate(quotes):
        if quote:
            before = "from: " if place else ""
            _print_folded(Text.assemble((before, "dim"), _say_quote(quote)), prefix, prefix, console)


def _say_quote(quote: Quote) -> Text:
    """Return the words in quotation marks, those that matter in colour."""
    words = Text("“")
    position = 0
    for start, end, _ in quote.marks:
        words.append(_clean(quote.text[position:start])).append(_clean(quote.text[start:end]), "cyan")
        position = end
    return words.append(_clean(quote.text[position:])).append("”")


def _clean(text: str) -> str:
    return clean_text(text).replace("\n", " ").replace("\t", " ")


def _print_drift(drift: DriftView, console: Console) -> None:
    values = " → ".join(f"“{value}”" if value else "nothing" for value in (drift.before, drift.after))
    who = f"({drift.article.outlet}, from {drift.parent.outlet})"
    _print_folded(Text(one_line(f"{drift.field}: {values} {who}")), INDENT, INDENT * 2, console)
    for article, quote in ((drift.parent, drift.parent_quote), (drift.article, drift.quote)):
        words = Text(one_line(f"{article.outlet}, {article.date}:") + " ")
        words.append_text(_say_quote(quote) if quote else Text("says nothing of it"))
        _print_folded(words, INDENT * 2, INDENT * 2, console)


def _print_flagged(flagged: Flagged, console: Console) -> None:
    _print_folded(_say_article(flagged.article), INDENT, INDENT * 2, console)
    for flag in flagged.flags:
        source = f" ({flag.outlet})" if flag.outlet else ""
        words = Text(flag.name, "yellow").append(one_line(f": {flag.meaning}{source}"))
        _print_folded(words, INDENT * 2, INDENT * 3, console)
    for damage in flagged.damage[:MOST_DAMAGES]:
        words = Text(one_line(f"“{damage.words}”: probably “{damage.original}” ({damage.reason})"))
        _print_folded(words, INDENT * 2, INDENT * 3, console)
    if len(flagged.damage) > MOST_DAMAGES:
        _print_folded(Text(f"and {len(flagged.damage) - MOST_DAMAGES} more"), INDENT * 2, INDENT * 2, console)


def _print_folded(words: Text, first: str, rest: str, console: Console) -> None:
    """Print words with what stands before their first line, and before those they are folded into."""
    if not console.is_terminal:
        console.print(Text(first).append_text(words))
        return
    width = max(console.width - max(len(first), len(rest)), LEAST_WIDTH)
    for place, line in enumerate(words.wrap(console, width)):
        line.rstrip()
        console.print(Text(rest if place else first, "dim").append_text(line))
