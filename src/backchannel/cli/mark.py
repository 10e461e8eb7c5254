"""`backchannel mark`: texts with all that is found in them, marked in place.

What comes in are texts, what goes out is marked text or one JSON object a line. Never touches a ledger.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from backchannel.cli.contacts import check_day
from backchannel.cli.ledger import ledger_option, load_settings

if TYPE_CHECKING:
    from backchannel.model import Findings, Problem


@click.command(
    short_help="Show texts with all that is found in them marked in place.",
    epilog="Example: backchannel mark examples/saltmarsh-courier-austin.txt",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="DATE", callback=check_day, help="The day of texts that carry no date.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each text.")
@ledger_option
def mark(files: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Show texts with all that is found in them: names, times, who says what, contacts, responses.

    FILE is what read takes: text, HTML, JSON lines, a folder, or - for standard input. Offsets in JSON are characters
    of the text as given, what is cut as boilerplate included. Nothing is kept.
    """
    from backchannel.export.json import dump_line
    from backchannel.export.marks import mark_record
    from backchannel.model import Problem
    from backchannel.show.marked import print_findings
    from backchannel.show.terminal import clean_text, make_console

    console = make_console(sys.stdout)
    marked = 0
    for found in _find(files, published):
        if isinstance(found, Problem):
            click.echo(clean_text(f"{found.source}: {found.message}"), err=True)
            continue
        marked += 1
        if as_json:
            click.echo(dump_line(mark_record(found)))
        else:
            print_findings(found, console)
    if not marked:
        click.get_current_context().exit(1)


def _find(files: tuple[str, ...], published: str | None) -> Iterator[Findings | Problem]:
    from backchannel.collect import collect_pages
    from backchannel.model import Problem
    from backchannel.pipeline import find_in_page

    config = load_settings()
    for page in collect_pages(files, config):
        dated = page if isinstance(page, Problem) or page.published else replace(page, published=published)
        yield dated if isinstance(dated, Problem) else find_in_page(dated, config)
