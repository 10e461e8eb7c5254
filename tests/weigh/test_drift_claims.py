"""What changed is seen in the fields of claims: who, which kind, when, where, what came of it, who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from retold import article, claim, compare, person, span

from backchannel.model import Article, Attribution, Claim, Place, Sign, When

MET = article("parent", "John Doe met Karl Muster in Bern on Monday.", "en")
RETOLD = article("child", "John Doe traf Karl Muster am Dienstag in Wien.", "de")
PHONED = article("child", "John Doe telefonierte am Dienstag mit Karl Muster.", "de")


def drift(
    told: Article, mine: dict[str, Any], parent: Article, theirs: dict[str, Any], field: str
) -> list[tuple[str, str]]:
    """Return what changed in one field between two claims on a meeting of two people."""
    claims = []
    for text, fields in ((told, mine), (parent, theirs)):
        people = fields.pop("people", None) or [
            person(text, "John Doe", "John Doe", "US"),
            person(text, "Karl Muster", "Karl Muster", "RU"),
        ]
        claims.append(claim(text, fields.pop("at", None), *people, **fields))
    found = compare([claims[0]], [claims[1]], told, parent)
    return [(each.before, each.after) for each in found if each.field == field]


def when(told: Article, words: str, edtf: str, last: str | None = None) -> When:
    return When(span(told.text, words), edtf, edtf[:10], last or edtf[:10], "told")


def place(told: Article, words: str, country: str) -> Place:
    return Place(span(told.text, words), words, country)


def test_another_day_is_drift() -> None:
    mine, theirs = when(RETOLD, "Dienstag", "2023-05-09"), when(MET, "Monday", "2023-05-08")
    assert drift(RETOLD, {"when": mine}, MET, {"when": theirs}, "date") == [("Monday", "Dienstag")]


@pytest.mark.parametrize(
    ("edtf", "published"),
    [
        ("2023-05-15", "2023-05-19"),  # the same weekday, counted from another week
        ("2024-05-08", "2023-05-12"),  # the same day of another year
        ("2023-06-13", "2023-06-16"),  # as far off as the article is
        ("2023-05", "2023-05-12"),
        ("2023-05-09~", "2023-05-12"),
    ],
)
def test_a_day_that_may_be_the_same_is_none(edtf: str, published: str) -> None:
    told = replace(RETOLD, published=published)
    mine, theirs = (
        when(told, "Dienstag", edtf, "2023-05-31" if len(edtf) == 7 else None),
        when(MET, "Monday", "2023-05-08"),
    )
    assert drift(told, {"when": mine}, MET, {"when": theirs}, "date") == []


def test_a_stale_copy_tells_of_no_other_day() -> None:
    told = replace(RETOLD, flags=("stale",))
    mine, theirs = when(told, "Dienstag", "2023-05-09"), when(MET, "Monday", "2023-05-08")
    assert drift(told, {"when": mine}, MET, {"when": theirs}, "date") == []


def test_another_place_is_drift_and_another_name_of_it_is_none() -> None:
    mine, theirs = place(RETOLD, "Wien", "AT"), place(MET, "Bern", "CH")
    assert drift(RETOLD, {"where": mine}, MET, {"where": theirs}, "place") == [("Bern", "Wien")]
    vienna = article("parent", "John Doe met Karl Muster in Vienna.", "en")
    assert drift(RETOLD, {"where": mine}, vienna, {"where": place(vienna, "Vienna", "AT")}, "place") == []


def test_a_call_for_a_meeting_is_drift() -> None:
    assert drift(PHONED, {"kind": "call"}, MET, {"kind": "meeting"}, "kind") == [("met", "telefon")]


def test_who_spoke_may_have_phoned() -> None:
    spoke = article("parent", "John Doe spoke to Karl Muster.", "en")
    assert drift(PHONED, {"kind": "call"}, spoke, {"kind": "meeting"}, "kind") == []


def test_talks_made_negotiations_are_drift_unless_somebody_negotiates() -> None:
    told = article("child", "John Doe und Karl Muster verhandelten.", "de")
    fields = {"kind": "negotiation", "at": "verhandelten"}
    assert drift(told, dict(fields), MET, {"kind": "meeting"}, "kind") == [("met", "verhandelten")]
    parent = article("parent", "Chief negotiator John Doe met Karl Muster.", "en")
    assert drift(told, dict(fields), parent, {"kind": "meeting"}, "kind") == []


@pytest.mark.parametrize(("published", "changes"), [("2023-05-07", True), ("2023-05-09", False)])
def test_what_was_planned_has_happened_too_soon(published: str, changes: bool) -> None:
    told = replace(RETOLD, published=published)
    theirs = {"status": "planned", "when": when(MET, "Monday", "2023-05-08")}
    found = drift(told, {"status": "happened"}, replace(MET, published="2023-05-06"), theirs, "status")
    assert found == ([("met", "traf")] if changes else [])


def test_the_third_is_not_the_fourth() -> None:
    assert drift(RETOLD, {"ordinal": 4}, MET, {"ordinal": 3}, "number") == [("met", "traf")]
    assert drift(RETOLD, {"ordinal": 4}, MET, {}, "number") == []


@pytest.mark.parametrize(
    ("mine", "theirs", "field", "values"),
    [
        (("Karl Muster", "RU", "ambassador"), ("Karl Muster", "RU", "chargé d'affaires"), "office", ("chargé d'affaires", "ambassador")),
        (("Karl Muster", "RU", "defence minister"), ("Karl Muster", "RU", "foreign minister"), "office", ("foreign minister", "defence minister")),
        (("Karl Muster", "RU", None), ("Anna Muster", "RU", None), "name", ("Anna Muster", "Karl Muster")),
        (("Karl Muster", "BY", None), ("Karl Muster", "RU", None), "side", ("RU", "BY")),
        (("Karl Muster", "RU", None), ("Peter Beispiel", "RU", None), "name", ("Peter Beispiel", "Karl Muster")),
    ],
)  # fmt: skip
def test_somebody_otherwise_called_is_drift(
    mine: tuple[str, str, str | None], theirs: tuple[str, str, str | None], field: str, values: tuple[str, str]
) -> None:
    parent = article("parent", f"John Doe met {theirs[0]}.", "en")
    found = drift(RETOLD, {"people": people(RETOLD, *mine)}, parent, {"people": people(parent, *theirs)}, field)
    assert found == [values]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (("Sergej Muster", "RU", "minister"), ("Sergei Muster", "RU", "foreign minister")),
        (("Sergej Muster", "RU", "envoy"), ("S. Muster", "RU", "special envoy")),
        (("Mohamed Ali Muster", "GY", "president"), ("Ali Muster", "GY", "head of state")),
        (("Muster", "RU", "negotiator"), ("Karl Muster", "RU", "ambassador")),
        (("Karl Muster", "RU", "deputy foreign minister"), ("Karl Muster", "RU", "foreign minister")),
        (("Olaf Scholz", "DE", "head of government"), ("Olaf Scholz", "DE", "chancellor")),
    ],
)
def test_somebody_who_may_be_so_called_is_none(mine: tuple[str, str, str], theirs: tuple[str, str, str]) -> None:
    told, parent = (
        article("child", f"John Doe traf {mine[0]}.", "de"),
        article("parent", f"John Doe met {theirs[0]}.", "en"),
    )
    for field in ("name", "office", "side"):
        assert drift(told, {"people": people(told, *mine)}, parent, {"people": people(parent, *theirs)}, field) == []


def people(told: Article, name: str, country: str, office: str | None) -> list[Any]:
    return [person(told, name, name, country, office)]


def test_who_called_whom_is_drift() -> None:
    def call(told: Article, caller: str) -> dict[str, Any]:
        sides = (("John Doe", "US"), ("Karl Muster", "RU"))
        return {"people": [person(told, n, n, c, role="initiator" if n == caller else "party") for n, c in sides]}

    assert drift(PHONED, call(PHONED, "John Doe"), MET, call(MET, "Karl Muster"), "side") == [
        ("Karl Muster", "John Doe")
    ]
    assert drift(PHONED, call(PHONED, "John Doe"), MET, call(MET, "John Doe"), "side") == []


def answer(told: Article, words: str, stance: str) -> Claim:
    ministry = person(
        told, "ministry" if told.lang == "en" else "Ministerium", "Ministry", "RU", type="body", unnamed=True
    )
    return claim(told, words, ministry, type="response", stance=stance)


@pytest.mark.parametrize(("stance", "changes"), [("confirms", True), ("denies", True), ("no comment yet", False)])
def test_silence_made_an_answer_is_drift(stance: str, changes: bool) -> None:
    parent = article("parent", "They met. The ministry declined to comment.", "en")
    told = article("child", "Sie trafen sich. Das Ministerium bestätigte es.", "de")
    mine, theirs = answer(told, "bestätigte", stance), answer(parent, "declined to comment", "declines")
    found = compare([claim(told), mine], [claim(parent), theirs], told, parent)
    assert [(d.field, d.before, d.after) for d in found] == [
        ("certainty", "declined to comment", "bestätigte")
    ] * changes


def test_a_report_told_as_a_fact_is_drift() -> None:
    parent = article("parent", "John Doe met Karl Muster, two people told a newspaper.", "en")
    source = Attribution(
        "people", "anonymous", span(parent.text, "two people"), span(parent.text, "told"), anonymous=True
    )
    theirs = {"attributions": (source,)}
    told = article("child", "John Doe traf Karl Muster.", "de")
    assert drift(told, {}, parent, dict(theirs), "certainty") == [("two people", "traf")]
    said = article("child", "John Doe traf Karl Muster, berichtete eine Zeitung.", "de")
    assert drift(said, {}, parent, dict(theirs), "certainty") == []


def test_what_may_be_told_as_a_fact_is_drift() -> None:
    parent = article("parent", "John Doe may have met Karl Muster.", "en")
    quoted = {"quote": span(parent.text, parent.text)}
    found = drift(RETOLD, {}, parent, {}, "certainty")
    assert found == []  # the doubt stands outside the words quoted
    met = replace(claim(parent, None, *people(parent, "Karl Muster", "RU", None)), **quoted)
    mine = claim(RETOLD, None, *people(RETOLD, "Karl Muster", "RU", None))
    changes = compare([mine], [met], RETOLD, parent)
    assert [(d.field, d.before, d.after) for d in changes] == [("certainty", "may have", "traf")]


def test_what_machine_translation_broke_is_no_drift() -> None:
    parent = article("parent", "Das Treffen dauerte gut drei Stunden.", "de")
    told = article("child", "The meeting lasted three good hours.", "en")
    sign = Sign(span(told.text, "good hours"), "calque", "gut drei Stunden", "a calque")
    assert compare([claim(told)], [claim(parent)], told, parent)
    assert compare([claim(told)], [claim(parent)], replace(told, signs=(sign,)), parent) == ()


def test_what_another_paragraph_tells_is_of_something_else() -> None:
    parent = article("parent", "They met, two sources said.", "en")
    told = article(
        "child", "Fünf Geiseln trafen ein.\n\nZwei Insider sprachen.\n\nHeute ist Montag.\n\nVier Quellen.", "de"
    )
    assert compare([claim(told, "sprachen")], [claim(parent)], told, parent) == ()
