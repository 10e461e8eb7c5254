"""`backchannel origins`: where the reports of one contact come from.

What comes in is the beginning of a contact's id, what goes out is a tree of articles for each origin.
Never counts articles as origins.
"""

from __future__ import annotations

import sys

import click

from backchannel.cli.ledger import ledger_option, open_for_asking


@click.command(
    short_help="Show where a contact's reports come from, and what changed.",
    epilog="Example: backchannel origins $(backchannel contacts | tail -1 | cut -c1-8)",
)
@click.argument("contact")
@click.option("--json", "as_json", is_flag=True, help="As JSON, as in the record.")
@ledger_option
def origins(contact: str, as_json: bool) -> None:
    """Show the origins of CONTACT, and below each who has it from whom.

    Then what changed from one article to the next, and which articles to read with care. CONTACT is the id that the
    command contacts shows, or its beginning.
    """
    from backchannel.export.json import build_origins, dump_json
    from backchannel.show.lineage import view_lineage
    from backchannel.show.terminal import make_console
    from backchannel.show.tree import print_lineage
    from backchannel.show.views import title_contact

    with open_for_asking() as ledger:
        found = ledger.contact(contact)
        if as_json:
            click.echo(dump_json(build_origins(ledger, found)), nl=False)
        else:
            print_lineage(view_lineage(ledger, found), title_contact(found), make_console(sys.stdout))
