"""Write the example in README.md: `python docs/make_example.py`, or with --check only compare.

In: some articles of examples/. Out: what the commands say of them, between the marks of the page.
Never shows what no command printed; leaves out lines only where it says so.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from parts import make_block, run_quietly, update_page

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
STORY = ("examples/morgenbote-budapest.html", "examples/harbour-gazette-budapest.html", "examples/agency.jsonl")


def write_example() -> str:
    """Return a few commands with what they print."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        with TemporaryDirectory() as folder:
            ledger = ("--ledger", str(Path(folder) / "example.db"))
            run_quietly(*ledger, "read", *STORY)
            asked = ("contacts", "--state", "RU", "--since", "2025-10")
            listed = run_quietly(*ledger, *asked)
            contacts = json.loads(run_quietly(*ledger, *asked, "--json"))
            best = max(contacts, key=_worth, default={"id": ""})["id"]
            told = run_quietly(*ledger, "why", best)
        lines = [f"$ backchannel {' '.join(asked)}", *listed.splitlines(), "", f"$ backchannel why {best[:8]}"]
        return make_block([*lines, *_shorten(told.splitlines())])
    finally:
        os.chdir(here)


def _shorten(lines: list[str]) -> list[str]:
    """Return the lines up to the second claim, and say that there are more."""
    last = next((number for number, line in enumerate(lines) if line.startswith("3. ")), None)
    return lines if last is None else [*lines[:last], "[… further claims, responses, what differs]"]


def _worth(contact: dict[str, Any]) -> tuple[int, int, str]:
    """Prefer a contact that several articles tell of, then one that somebody answers."""
    return len(contact["articles"]), len(contact["responses"]), str(contact["id"])


if __name__ == "__main__":
    sys.exit(update_page(README, {"example": write_example()}, "make docs"))
