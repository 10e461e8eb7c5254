"""Text of a command -> a file or stdout.

What comes in is text and a path, "-" for stdout, what goes out is written.
Never writes over the ledger, and never leaves half a file in the place of a whole one.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from backchannel.errors import BackchannelError
from backchannel.model import make_id


def write_output(text: str, path: str, ledger: Path) -> None:
    """Write `text` to `path`, all or nothing. Raises BackchannelError where that cannot be."""
    if path == "-":
        click.echo(text, nl=False)
        return
    target = Path(path)
    if target.exists() and target.samefile(ledger):
        raise BackchannelError(f"{path} is the ledger itself. Name another file to write to.")
    draft = target.with_name(f".{target.name[:80]}.{make_id(os.getpid())}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BackchannelError(f"{path} cannot be written ({error.strerror}). Name another file.") from error
