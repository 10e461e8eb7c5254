"""`backchannel read`: articles into the ledger.

What comes in are files and folders, what goes out is what was read, in one line, with a sentence for each problem.
Never gives up on a run for one bad article.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from backchannel.cli.ledger import ledger_option, load_settings

if TYPE_CHECKING:
    from backchannel.pipeline import ReadSummary

Progress = Callable[[int, int | None, str], None]


@click.command(
    short_help="Read articles and find the contacts they tell of.",
    epilog="Example: backchannel read examples/",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
def read(paths: tuple[str, ...]) -> None:
    """Read articles into the ledger and find the contacts they tell of.

    PATH is a file (text, HTML, JSON lines), a folder, or - for standard input. What was read before is not read again.
    """
    from backchannel.ledger import open_ledger
    from backchannel.pipeline import read_paths

    config = load_settings()
    with open_ledger(config.ledger) as ledger, _show_progress() as progress:
        summary = read_paths(paths, ledger, config, progress)
    _say_problems(summary)
    click.echo(say_summary(summary))
    if not summary.read and not summary.known:
        click.echo("Nothing could be read. See what read takes with: backchannel read --help", err=True)
        click.get_current_context().exit(1)


def say_summary(summary: ReadSummary) -> str:
    """Return what was read in one line."""
    from backchannel.show.wording import count

    articles = count(summary.read, "article") + (f" ({summary.known} known already)" if summary.known else "")
    found = (count(summary.claims, "claim"), count(summary.contacts, "contact"))
    return f"Read {', '.join((articles, *found, count(len(summary.problems), 'problem')))}."


def _say_problems(summary: ReadSummary) -> None:
    from backchannel.show.terminal import clean_text

    for problem in summary.problems:
        click.echo(clean_text(f"{problem.source}: {problem.message}"), err=True)


@contextmanager
def _show_progress() -> Iterator[Progress]:
    """Show how far reading is, if there is a terminal to show it on."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from backchannel.show.terminal import clean_text, make_console

    source = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(), source)
    console = make_console(sys.stderr)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=clean_text(name))
