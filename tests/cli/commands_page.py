"""Write docs/commands.md from the commands' own help: `python tests/cli/commands_page.py`.

In: the commands. Out: the page. Never says of a command what its help does not.
"""

from __future__ import annotations

from pathlib import Path

import click

from backchannel.cli import COMMANDS, backchannel

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
HEAD = """# Commands

*This page is made from the commands' help: `python tests/cli/commands_page.py`.*

`--ledger` may stand before or after the name of a command. Without it the ledger is `backchannel.db` in the current
folder, or what `backchannel.toml` or `BACKCHANNEL_LEDGER` say. On a terminal, output is coloured and folded to fit;
into a pipe it is plain and each line is whole. Control characters from articles are left out of what is printed.

| exit code | means |
|---|---|
| 0 | Done. `read`: articles were read or known already, even if some inputs had problems. |
| 1 | Not done; one sentence on standard error says what to do. `read`: nothing at all could be read. |
| 2 | Wrong usage: no such command, option or value. |
| 130 | Stopped with Ctrl-C. |

Where whoever reads the output stops, as `head` does, the command stops quietly with 1.
"""


def write_page() -> str:
    """Return the page."""
    parts = [HEAD, write_command(backchannel, "backchannel")]
    parts += [write_command(command, f"backchannel {command.name}") for command in COMMANDS]
    return "\n".join(parts)


def write_command(command: click.Command, name: str) -> str:
    """Return the section of one command."""
    with click.Context(command, info_name=name, terminal_width=80, max_content_width=80) as context:
        return f"## {name}\n\n```text\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
