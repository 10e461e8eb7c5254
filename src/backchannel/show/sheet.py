"""Rows of contacts -> CSV that a spreadsheet opens without harm.

What comes in are rows, what goes out is text with a header line.
Never lets a cell be a formula: one that could be begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from backchannel.show.terminal import clean_text
from backchannel.show.views import ContactRow

COLUMNS = ("id", "when", "kind", "status", "responses", "who", "where", "articles", "origins")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(rows: Iterable[ContactRow]) -> str:
    """Return the rows as CSV with the columns of COLUMNS."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row.id, row.when, row.kind, row.status, " ".join(row.stances), row.who, row.where)
        writer.writerow([*(defuse_cell(cell) for cell in cells), row.articles, row.origins])
    return sheet.getvalue()


def defuse_cell(cell: str) -> str:
    """Return the cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    cell = clean_text(cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
