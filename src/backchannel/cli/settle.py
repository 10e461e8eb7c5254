"""`backchannel settle`: claims of the ledger into contacts.

What comes in is nothing, what goes out is how many contacts there are, in one line.
Never reads an article, and changes nothing where nothing is new.
"""

from __future__ import annotations

import click

from backchannel.cli.ledger import ledger_option, open_for_asking


@click.command(
    short_help="Group what was read into contacts, on from the last time or from nothing.",
    epilog="Example: backchannel settle --again",
)
@click.option("--again", is_flag=True, help="From nothing; else only what new articles and judgements touch.")
@ledger_option
def settle(again: bool) -> None:
    """Group what was read into contacts.

    read does this by itself at its end. This command goes on after a run of read that was stopped, and with --again
    derives all people and contacts anew, as after an upgrade of backchannel. The result does not depend on the order in
    which articles were read. Judgements of people stay and come before the program's own.
    """
    from backchannel.settling import settle as settle_ledger
    from backchannel.show.wording import count

    with open_for_asking() as ledger:
        is_new = again or ledger.needs_settling
        if is_new:
            settle_ledger(ledger, again=again)
        counts = ledger.counts()
    told = f"{count(counts.claims, 'claim')} of {count(counts.articles, 'article')}"
    click.echo(
        f"{'Settled' if is_new else 'Nothing is new since the last settling:'} {told}: "
        f"{count(counts.contacts, 'contact')}."
    )
