"""`backchannel why`: what one contact rests on.

What comes in is the beginning of a contact's id, what goes out is the record in words, then each claim.
Never shows a value without the sentence it comes from.
"""

from __future__ import annotations

import sys

import click

from backchannel.cli.ledger import ledger_option, open_for_asking


@click.command(
    short_help="Show what a contact rests on: each claim, word for word.",
    epilog="Example: backchannel why $(backchannel contacts | tail -1 | cut -c1-8)",
)
@click.argument("contact")
@ledger_option
def why(contact: str) -> None:
    """Show what CONTACT rests on: each claim, word for word, and on whose word.

    CONTACT is the id that the command contacts shows, or its beginning.
    """
    from backchannel.show.terminal import make_console, print_contact
    from backchannel.show.views import view_contact

    with open_for_asking() as ledger:
        print_contact(view_contact(ledger, ledger.contact(contact)), make_console(sys.stdout))
