"""The one place that knows how backchannel is run: pages of a case in, its JSON record out.

Every case gets a ledger of its own in a temporary folder. Never reads gold.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from evaluation.model import Case, GoldPage, Record


def read_case(case: Case) -> Record:
    """Return the record of the pages of a case, read in this process into a new ledger."""
    with tempfile.TemporaryDirectory(prefix="backchannel-evaluation-") as folder:
        return run_backchannel(write_pages(case.pages, Path(folder)), Path(folder) / "ledger.db")


def write_pages(pages: tuple[GoldPage, ...], folder: Path) -> list[Path]:
    """Write the rows as JSONL and return the paths to read, files before rows."""
    paths = list(dict.fromkeys(page.path for page in pages if page.row is None and page.path))
    rows = [json.dumps(page.row, ensure_ascii=False) for page in pages if page.row is not None]
    if rows:
        paths.append(folder / "pages.jsonl")
        paths[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    return paths


def run_backchannel(paths: list[Path], ledger_path: Path) -> Record:
    """Read, settle and export in this process, so that the model is loaded once for all cases."""
    # Imported here: the scorer and its tests work on records alone, without the reader.
    from backchannel.config import Config
    from backchannel.export.json import build_record
    from backchannel.ledger import open_ledger
    from backchannel.pipeline import read_paths

    with open_ledger(ledger_path) as ledger:
        read_paths(tuple(map(str, paths)), ledger, Config(ledger=str(ledger_path)), lambda *_: None)
        return build_record(ledger)
