"""`backchannel problems`: what could not be read, and why.

What comes in is nothing, what goes out is a sentence for each problem.
Never counts a problem as read.
"""

from __future__ import annotations

import click

from backchannel.cli.ledger import ledger_option, open_for_asking


@click.command(
    short_help="List what could not be read, and why.",
    epilog="Example: backchannel problems",
)
@ledger_option
def problems() -> None:
    """List what could not be read, and why, one sentence a problem."""
    from backchannel.show.terminal import clean_text

    with open_for_asking(may_be_empty=True) as ledger:
        found = list(ledger.problems())
    for problem in found:
        click.echo(clean_text(f"{problem.source} ({problem.step}): {problem.message}"))
    if not found:
        click.echo("No problems: all that was given could be read.", err=True)
