"""How well a contact is known is said in words, and graded only where that can be followed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backchannel.model import Assessment, Contact, Origin, Participant, Period, Response, Source, Stance
from backchannel.weigh.assessment import assess

RUSSIA = Origin("o1", "Kremlin", "official statement", (), ("a",), country="RU")
AMERICA = Origin("o2", "Pentagon", "official statement", (), ("b",), country="US")
OUTLET = Origin("o3", "Harbour Gazette", "anonymous", (Source("six officials", 6, True),), ("c",))
CIRCLE = Origin("o4", "Elbkurier", "outlet", (), ("d",), is_told=False, is_circular=True)


def party(country: str) -> Participant:
    return Participant(country, country, country, None, "official", "party", (), unnamed=False, count=None)


def contact(*origins: Origin, least: int | None = None, **more: Any) -> Contact:
    known: dict[str, Any] = {
        "id": "k", "kind": "call", "status": "happened", "setting": "official", "is_confidential": False,
        "when": Period("2022-10-21", "2022-10-21", "2022-10-21", "given"), "where": None,
        "participants": (party("RU"), party("US")), "topics": (), "claims": (), "responses": (), "conflicts": (),
        "articles": tuple(sorted({id for origin in origins for id in origin.articles})),
        "origins": origins, "least_origins": len(origins) if least is None else least,
    }  # fmt: skip
    return Contact(**{**known, **more})


def respond(stance: Stance, party: str) -> Response:
    return Response("e", "somebody", party, stance, ())


def grade(*origins: Origin, **more: Any) -> str | None:
    return assess(contact(*origins, **more)).credibility


def test_what_both_sides_state_is_confirmed() -> None:
    found = assess(contact(RUSSIA, AMERICA))
    assert (found.credibility, found.statements) == ("1", ("RU", "US"))
    assert "Officials state it for Russia, United States." in found.reasons


def test_one_side_and_an_independent_outlet_make_it_probable() -> None:
    assert grade(RUSSIA, OUTLET) == "2"


def test_one_side_alone_makes_it_possible() -> None:
    assert grade(RUSSIA) == "3"


def test_unnamed_people_alone_cannot_be_judged() -> None:
    found = assess(contact(OUTLET))
    assert (found.credibility, found.is_anonymous) == ("6", True)
    assert "It rests on people without a name alone." in found.reasons


def test_what_a_side_denies_cannot_be_judged() -> None:
    assert grade(AMERICA, OUTLET, responses=(respond("denies", "RU"),)) == "6"


def test_a_side_that_states_it_denies_only_a_part() -> None:
    found = assess(contact(RUSSIA, AMERICA, responses=(respond("denies", "RU"),)))
    assert (found.credibility, found.denials) == ("1", ("RU",))


def test_a_withdrawn_report_takes_the_grade_away() -> None:
    assert grade(RUSSIA, replace(OUTLET, is_withdrawn=True)) == "6"


@pytest.mark.parametrize("status", ["planned", "proposed", "refused", "cancelled", "unclear"])
def test_what_did_not_take_place_is_not_graded(status: str) -> None:
    found = assess(contact(RUSSIA, AMERICA, status=status))
    assert (found.reliability, found.credibility) == (None, None)


def test_how_reliable_a_source_is_nobody_here_knows() -> None:
    assert {assess(contact(*each)).reliability for each in ((RUSSIA,), (OUTLET,), (RUSSIA, AMERICA))} == {"F"}


def test_without_an_origin_nothing_is_graded() -> None:
    assert assess(contact()) == Assessment((), (), False, None, None, assess(contact()).reasons)


def test_a_range_is_said_as_one() -> None:
    reasons = assess(contact(RUSSIA, OUTLET, least=1)).reasons
    assert reasons[0] == "1 to 2 origins: of some it is not known whether they are independent."


def test_a_circle_is_said() -> None:
    assert "Some articles name each other as their source, and nobody else." in assess(contact(CIRCLE)).reasons
