"""`backchannel contacts`: the table of contacts.

What comes in are filters, what goes out is a table, JSON or CSV.
Never hides that contacts without a known day fall out of a period.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import click

from backchannel.cli.ledger import ledger_option, open_for_asking
from backchannel.model import Contact, Kind, Status

if TYPE_CHECKING:
    from backchannel.ledger import Ledger
    from backchannel.show.views import Filters

DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _list(words: object) -> str:
    return f"Only {', '.join(get_args(words))}."


def check_day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return the date of an option as it is. click.BadParameter where it is none."""
    if value is not None and not DAY.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date. Write 2022, 2022-10 or 2022-10-21.")
    return value


@click.command(
    short_help="List the contacts: who, when, how, on how many origins.",
    epilog="Example: backchannel contacts --state RU --since 2022-10",
)
@click.option("--state", metavar="STATE", help="Only with this state: RU, Russia or Russland.")
@click.option("--person", metavar="NAME", help="Only with somebody called so, in any spelling.")
@click.option("--kind", type=click.Choice(get_args(Kind)), metavar="KIND", help=_list(Kind))
@click.option("--status", type=click.Choice(get_args(Status)), metavar="STATUS", help=_list(Status))
@click.option("--since", metavar="DATE", callback=check_day, help="Only from this day, month or year on.")
@click.option("--until", metavar="DATE", callback=check_day, help="Only up to this day, month or year.")
@click.option("--json", "form", flag_value="json", help="As JSON, each contact as in the record.")
@click.option("--csv", "form", flag_value="csv", help="As CSV.")
@ledger_option
def contacts(form: str | None, **filters: str | None) -> None:
    """List the contacts, by date.

    Origins are what to count: many articles may go back to one. To see what a contact rests on, give its id to why; to
    see who has it from whom, to origins.
    """
    from backchannel.show.views import Filters, choose_contacts

    asked = Filters(**filters)
    with open_for_asking() as ledger:
        found = list(ledger.contacts())
        chosen = choose_contacts(found, asked)
        _print_contacts(ledger, chosen, form)
    _say_left_out(found, chosen, asked)


def _print_contacts(ledger: Ledger, chosen: list[Contact], form: str | None) -> None:
    from backchannel.show.views import view_row

    rows = [view_row(contact) for contact in chosen]
    if form == "json":
        from backchannel.export.json import build_contacts, dump_json

        click.echo(dump_json(build_contacts(ledger, chosen)), nl=False)
    elif form == "csv":
        from backchannel.show.sheet import write_csv

        click.echo(write_csv(rows), nl=False)
    elif rows:
        from backchannel.show.terminal import make_console, print_contacts

        print_contacts(rows, make_console(sys.stdout))


def _say_left_out(found: list[Contact], chosen: list[Contact], asked: Filters) -> None:
    from backchannel.show.views import choose_contacts
    from backchannel.show.wording import count

    always = choose_contacts(found, replace(asked, since=None, until=None)) if asked.since or asked.until else []
    undated = sum(contact.when.earliest is None or contact.when.latest is None for contact in always)
    if undated:
        click.echo(f"Left out: {count(undated, 'contact')} whose year is not known.", err=True)
    if not chosen:
        click.echo("No contact matches." if found else "The articles read so far tell of no contact.", err=True)
