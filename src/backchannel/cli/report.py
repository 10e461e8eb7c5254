"""`backchannel report`: everything in one HTML file.

What comes in is the name of a file, what goes out is the page.
Never puts anything into the page that would ask the network.
"""

from __future__ import annotations

import click

from backchannel import __version__
from backchannel.cli.ledger import ledger_option, open_for_asking
from backchannel.cli.output import write_output


@click.command(
    short_help="Write everything into one HTML file to read and print.",
    epilog="Example: backchannel report contacts.html",
)
@click.argument("out", metavar="OUT.html")
@ledger_option
def report(out: str) -> None:
    """Write everything into one HTML file, OUT.html, to read, print and pass on.

    It needs no network and runs no script. With - it goes to standard output.
    """
    from datetime import date

    from backchannel.show.report import render_report

    with open_for_asking() as ledger:
        made = f"Made by backchannel {__version__} on {date.today().isoformat()}."
        write_output(render_report(ledger, made), out, ledger.path)
    if out != "-":
        click.echo(f"Wrote {out}.", err=True)
