"""Every row of times.tsv fires on its own example."""

from __future__ import annotations

import re

import pytest

from backchannel.extract.time import find_times, resolve_time
from backchannel.extract.time.find import is_vetoed, match_rules
from backchannel.extract.time.patterns import allow_any_space, normal_form, read_rules
from backchannel.lang.tables import Row, read_rows

ROWS = [(lang, row) for lang in ("de", "en") for row in read_rows(lang, "times")]
TABLES = [(lang, row) for lang, row in ROWS if row["rule"].startswith("=")]
VETOES = [(lang, row) for lang, row in ROWS if row["rule"].startswith("!")]
RULES = [(lang, row) for lang, row in ROWS if row["rule"][0] not in "=!"]


def name(value: object) -> str:
    return f"{value['rule']}:{value['example']}" if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("lang", "row"), TABLES, ids=name)
def test_form_of_a_table_row_has_its_normal_form(lang: str, row: Row) -> None:
    assert re.fullmatch(allow_any_space(row["pattern"]), row["example"])
    written = {"#": row["example"], "#2": row["example"].zfill(2), "#whole": "1500", "#sum": "25"}
    expected = written.get(row["value"], row["value"])
    assert normal_form(lang, row["rule"][1:], row["example"]) == expected


@pytest.mark.parametrize(("lang", "row"), RULES, ids=name)
def test_example_of_a_rule_row_is_found_and_resolved(lang: str, row: Row) -> None:
    found = [expression for expression in find_times(row["example"], lang) if expression.rule == row["rule"]]
    assert found, find_times(row["example"], lang)
    when = resolve_time(found[0], row["reference"] or None, "past")
    assert (when.edtf or "") == row["value"]


@pytest.mark.parametrize(("lang", "row"), RULES, ids=name)
def test_example_of_a_rule_row_is_matched_by_that_very_row(lang: str, row: Row) -> None:
    rule = read_rules(lang)[[own for other, own in RULES if other == lang].index(row)]
    matched = {(find.start, find.end) for find in match_rules(row["example"], lang) if find.rule is rule}
    assert matched & {(found.span.start, found.span.end) for found in find_times(row["example"], lang)}


@pytest.mark.parametrize(("lang", "row"), VETOES, ids=name)
def test_example_of_a_veto_row_is_vetoed(lang: str, row: Row) -> None:
    vetoed = [find for find in match_rules(row["example"], lang) if is_vetoed(find, row["example"], lang)]
    assert row["rule"][1:] in {find.rule.name for find in vetoed}
    assert all(expression.rule != row["rule"][1:] for expression in find_times(row["example"], lang))
