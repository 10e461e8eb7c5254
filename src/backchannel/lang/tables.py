"""Read the tables of a language: tab-separated rows, each with an example.

In: a language and a table's name. Out: rows as dictionaries. Never changes with the article being read.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

LANGUAGES = ("de", "en")
SHARED = "."
"""Stands for a language where a table is of all of them."""
Row = dict[str, str]


@cache
def read_rows(lang: str, name: str) -> tuple[Row, ...]:
    """Return the rows of lang/`lang`/`name`.tsv in their order; of a language without tables those of English."""
    folder = lang if lang in {*LANGUAGES, SHARED} else "en"
    table = files("backchannel.lang").joinpath(folder, f"{name}.tsv").read_text(encoding="utf-8")
    reader = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple({key: value or "" for key, value in row.items() if key} for row in reader)


@cache
def read_table(lang: str, name: str, key: str) -> dict[str, Row]:
    """Return the rows of a table by the value of one column."""
    return {row[key]: row for row in read_rows(lang, name)}


def split_forms(cell: str) -> tuple[str, ...]:
    """Return the alternatives in a cell ("USA|Vereinigte Staaten")."""
    return tuple(form.strip() for form in cell.split("|") if form.strip())
