"""`--ledger` on every command, and the ledger it names.

What comes in is the option, before or after the command's name, what goes out is the Config or an open ledger.
Never makes a ledger: only reading articles does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from backchannel.config import Config, load_config
from backchannel.errors import LedgerError

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

Command = TypeVar("Command", bound=Callable[..., Any])


def ledger_option(command: Command) -> Command:
    """Add `--ledger FILE`. What stands nearest to the end of the line counts."""
    text = f"The ledger to use, else {Config().ledger}."
    option = click.option("--ledger", metavar="FILE", expose_value=False, callback=_remember, help=text)
    return option(command)


def load_settings() -> Config:
    """Return the settings in force for this command. Raises BackchannelError for settings without sense."""
    return load_config(ledger=click.get_current_context().ensure_object(dict).get("ledger"))


@contextmanager
def open_for_asking(*, may_be_empty: bool = False) -> Iterator[Ledger]:
    """Open the ledger for a command that shows something. LedgerError where there is none, or nothing in it."""
    from backchannel.ledger import open_ledger

    name = load_settings().ledger
    read = "backchannel read FILES" if name == Config().ledger else f"backchannel --ledger {name} read FILES"
    if not Path(name).exists():
        here = " here" if Path(name).name == name else ""
        raise LedgerError(f"There is no ledger {name}{here} yet. Make one with: {read}")
    with open_ledger(name, create=False) as ledger:
        if not may_be_empty and not ledger.counts().articles:
            raise LedgerError(f"There is no article in the ledger {name} yet. Add some with: {read}")
        yield ledger


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    settings = ctx.ensure_object(dict)
    if value is not None:
        settings["ledger"] = value
