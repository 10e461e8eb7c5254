"""The tables of what a language knows: each row has an example that shows its word, and stands there once."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, Row, read_rows

TABLES = [
    (lang, file.name.removesuffix(".tsv"))
    for lang in (*LANGUAGES, ".")  # what lies beside the languages is facts, the same in all of them
    for file in sorted(files("backchannel.lang").joinpath(lang).iterdir(), key=lambda file: file.name)
    if file.name.endswith(".tsv")
]
FORMS_ONLY = {"strong_verbs", "irregular_verbs"}  # their words have examples in the tables that use them
# They come from elsewhere, or are letters, sounds and names, which no sentence explains.
FACTS = {"holders", "given_names", "name_words", "pinyin", "readings", "scripts", "sounds", "surnames"}
WORDS = [
    (lang, row) for lang in LANGUAGES for table in ("contacts", "status", "stances") for row in read_rows(lang, table)
]
NOT_CONTACTS = [(lang, row) for lang in LANGUAGES for row in read_rows(lang, "not_contacts")]


def name(value: object) -> str | None:
    if isinstance(value, dict):
        return str(value.get("lemma") or value.get("form"))
    return None if isinstance(value, str) else "-".join(map(str, value)) if isinstance(value, tuple) else None


@pytest.mark.parametrize(("lang", "table"), TABLES)
def test_each_row_has_as_many_cells_as_the_head(lang: str, table: str) -> None:
    lines = files("backchannel.lang").joinpath(lang, f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("\t") != lines[0].count("\t")] == []
    assert [line for line in lines if any(cell != cell.strip() for cell in line.split("\t"))] == []


@pytest.mark.parametrize(("lang", "table"), [pair for pair in TABLES if pair[1] not in FORMS_ONLY | FACTS])
def test_each_row_has_an_example(lang: str, table: str) -> None:
    assert [row for row in read_rows(lang, table) if not row["example"]] == []


@pytest.mark.parametrize(("lang", "table"), TABLES)
def test_no_row_stands_twice(lang: str, table: str) -> None:
    rows = Counter(tuple(value for key, value in row.items() if key != "example") for row in read_rows(lang, table))
    assert [row for row, times in rows.items() if times > 1] == []


@pytest.mark.parametrize(("lang", "table"), [pair for pair in TABLES if pair[1] in FORMS_ONLY])
def test_a_verb_is_conjugated_once(lang: str, table: str) -> None:
    lemmas = Counter(row["lemma"] for row in read_rows(lang, table))
    assert [lemma for lemma, times in lemmas.items() if times > 1] == []


@pytest.mark.parametrize(("lang", "row"), WORDS, ids=name)
def test_the_example_of_a_word_shows_the_word(lang: str, row: Row) -> None:
    assert has_word(row["example"], lang, row)


@pytest.mark.parametrize(("lang", "row"), NOT_CONTACTS, ids=name)
def test_the_example_of_what_is_no_contact_shows_it(lang: str, row: Row) -> None:
    assert " ".join(stem(word, lang) for word in row["form"].split()) in stemmed(row["example"], lang)


def has_word(example: str, lang: str, row: Row) -> bool:
    """Tell whether a form of the row's word is in its example; in German also as the last part of a compound."""
    words = re.findall(r"[\w'’-]+", example.lower())
    if row["pos"] == "verb":
        text = f" {' '.join(words)} "
        forms = verb_forms(lang, row["lemma"], row["particle"])
        return any(f" {form} " in text for form in forms) or is_split(text, forms, lang)
    return " ".join(stem(part, lang) for part in row["lemma"].split()) in stemmed(example, lang)


def is_split(text: str, forms: set[str], lang: str) -> bool:
    """Tell whether a verb of several words stands apart: "held a number of talks", "put the visit off"."""
    several = [form.split() for form in forms if " " in form]
    return lang == "en" and any(re.search(rf" {r' (?:.* )?'.join(map(re.escape, form))} ", text) for form in several)


def stemmed(example: str, lang: str) -> str:
    return " ".join(stem(word, lang) for word in re.findall(r"[\w'’-]+", example))
