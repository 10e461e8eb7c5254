"""The command line: one file per command, put together here.

What comes in are words, what goes out is an exit code: 0 done, 1 something the user can mend, 2 wrong usage.
Never imports what only one command needs: models, templates and tables are loaded when their command runs.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from backchannel import __version__
from backchannel.cli.contacts import contacts
from backchannel.cli.export import export
from backchannel.cli.ledger import ledger_option
from backchannel.cli.mark import mark
from backchannel.cli.origins import origins
from backchannel.cli.problems import problems
from backchannel.cli.read import read
from backchannel.cli.report import report
from backchannel.cli.settle import settle
from backchannel.cli.why import why
from backchannel.errors import BackchannelError

COMMANDS = (read, settle, contacts, why, origins, mark, report, export, problems)
INTERRUPTED = 130


class Commands(click.Group):
    """A group that lists its commands in the order of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they were added, not by the alphabet."""
        return list(self.commands)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Example: backchannel read examples/ && backchannel contacts",
)
@ledger_option
@click.version_option(__version__, prog_name="backchannel", message="%(prog)s %(version)s")
def backchannel() -> None:
    """Who has been talking to whom, through which channel, and how do we know?

    Read news reports into a ledger, a file on this machine, then ask it.
    """


for command in COMMANDS:
    backchannel.add_command(command)


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code."""
    sys.exit(run_command(words))


def run_command(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. What the user can mend is one sentence on stderr."""
    _spare_streams()
    try:
        code = backchannel.main(words, prog_name="backchannel", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except BackchannelError as error:
        click.echo(f"backchannel: {_clean(str(error))}", err=True)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code if isinstance(code, int) else 0


def _spare_streams() -> None:
    """Let a terminal that lacks a character show a mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _clean(message: str) -> str:
    from backchannel.show.terminal import clean_text

    return clean_text(message)
