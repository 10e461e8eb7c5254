"""`backchannel export`: the record, for other programs.

What comes in is the name of a format, what goes out is the whole ledger in it.
Never filters: whoever reads it decides.
"""

from __future__ import annotations

import click

from backchannel.cli.ledger import ledger_option, open_for_asking
from backchannel.cli.output import write_output


@click.command(
    short_help="Write everything for other programs, as JSON.",
    epilog="Example: backchannel export --format json -o record.json",
)
@click.option("--format", "form", type=click.Choice(["json"]), default="json", help="The format.", show_default=True)
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to, else standard output.")
@ledger_option
def export(form: str, output: str) -> None:
    """Write everything in the ledger for other programs.

    docs/record.schema.json describes the JSON.
    """
    from backchannel.export.json import build_record, dump_json

    with open_for_asking(may_be_empty=True) as ledger:
        write_output(dump_json(build_record(ledger)), output, ledger.path)
