"""Figures over matched contacts, and what else is counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from evaluation_sketch import AUSTIN, PAGE, RUSSIA, SHOIGU, TEXT, case, claim, found, gold, person, record, state

from evaluation.figures import count_contacts, count_pair, measure_figures
from evaluation.matching import match_contacts
from evaluation.model import Case, Forbidden, FoundResponse, GoldPage, GoldResponse, Part, Party, Record
from evaluation.score import score_part

GOLD = Path(__file__)
PESKOV = person("Dmitry Peskov", "RU")


def score(*cases: Case, record: Record, groups: tuple[Case, ...] = ()) -> dict[str, float | None]:
    return score_part(Part("test", cases, GOLD, groups), lambda _: record).figures


def test_precision_recall_and_f1_of_contacts() -> None:
    outcome = match_contacts([gold("a"), gold("b", kinds=("summons",))], [found("x"), found("y"), found("z")])
    figures = measure_figures(count_contacts(outcome))
    assert [figures[name] for name in ("precision", "recall", "f1")] == pytest.approx([1 / 3, 0.5, 0.4])


def test_nothing_to_measure_is_no_figure() -> None:
    assert set(measure_figures(Counter()).values()) == {None}


def test_kind_and_status_are_counted_over_matched_contacts() -> None:
    counts = count_pair(gold(kinds=("visit",)), found(kind="meeting", status="planned"))
    assert (counts["kind"], counts["status"]) == (1, 0)


def test_a_vaguer_date_is_compatible_but_not_right() -> None:
    counts = count_pair(gold(whens=("2022-10-21",)), found(when="2022-10"))
    assert (counts["dated"], counts["date"], counts["date_compatible"]) == (1, 0, 1)


def test_a_date_that_gold_does_not_have_is_made_up() -> None:
    counts = count_pair(gold(), found(when="2022-10"))
    assert (counts["dated"], counts["undated"], counts["date_open"]) == (0, 1, 0)


def test_about_the_day_of_the_article_is_not_made_up() -> None:
    assert count_pair(gold(), found(when="2022-10-21~"))["date_open"] == 1


def test_contacts_without_any_date_do_not_make_dates_look_good() -> None:
    assert count_pair(gold(), found())["dated"] == 0


def test_unknown_is_right_where_gold_accepts_it() -> None:
    assert count_pair(gold(whens=("2022-10-21", None)), found())["date"] == 1


def test_participants_are_counted_one_to_one() -> None:
    counts = count_pair(gold(), found(parties=(AUSTIN, PESKOV, person("Jake Sullivan", "US"))))
    assert (counts["parties_gold"], counts["parties_found"], counts["parties_matched"]) == (2, 3, 1)


def test_an_optional_participant_is_on_neither_side() -> None:
    host = Party(("Vladimir Makei",), "BY", is_person=True, is_optional=True)
    with_host = count_pair(gold(parties=(AUSTIN, SHOIGU, host)), found(parties=(AUSTIN, SHOIGU, host)))
    assert (with_host["parties_gold"], with_host["parties_found"], with_host["parties_matched"]) == (2, 2, 2)


def test_a_response_needs_who_and_stance() -> None:
    mine = gold(responses=(GoldResponse(PESKOV, ("denies",)), GoldResponse(state("Kremlin", "RU"), ("confirms",))))
    yours = found(responses=(FoundResponse(PESKOV, "denies"), FoundResponse(RUSSIA, "declines")))
    counts = count_pair(mine, yours)
    assert (counts["responses_gold"], counts["responses_found"], counts["responses_matched"]) == (2, 2, 1)


def test_origins_are_counted_where_gold_gives_them() -> None:
    assert count_pair(gold(origins=(1, 2)), found(origins=2))["origins"] == 1
    assert count_pair(gold(), found(origins=2))["origins_known"] == 0


def test_a_record_is_read_as_it_is_exported() -> None:
    mine = gold(spans=((47, 58),), whens=("2022-10-21",), parties=(AUSTIN, person("Sergey Shoigu", "RU")))
    figures = score(case(mine), record=record())
    right = ("f1", "kind", "status", "date", "parties_precision", "parties_recall")
    assert [figures[name] for name in right] == [1.0] * 6


def test_a_quote_is_found_again_where_boilerplate_before_it_was_cut() -> None:
    text = "Werbung. Bitte lesen. " * 5 + TEXT
    page = GoldPage(PAGE, {"id": PAGE, "lang": "de", "text": text})
    start = text.index("telefoniert")
    figures = score(case(gold(spans=((start, start + 11),)), pages=(page,)), record=record())
    assert figures["f1"] == 1


def test_a_hard_negative_is_clean_only_without_contacts() -> None:
    negative = case(negatives=frozenset({PAGE}))
    assert score(negative, record=record())["clean"] == 0
    assert score(negative, record=record() | {"contacts": []})["clean"] == 1


def test_an_article_that_was_not_read_is_not_clean() -> None:
    nothing: Record = {"articles": [], "contacts": []}
    page = GoldPage(PAGE, {"id": PAGE, "text": TEXT}, boilerplate=("IBAN",))
    figures = score(case(negatives=frozenset({PAGE}), pages=(page,)), record=nothing)
    assert (figures["clean"], figures["boilerplate"]) == (0, 0)


def test_a_group_is_measured_by_its_distinct_contacts_alone() -> None:
    figures = score(case(gold()), record=record(), groups=(case(gold("one"), gold("two")),))
    assert figures["f1"] == 1 and figures["distinct"] == pytest.approx(2 / 3)


def test_boilerplate_left_in_an_article_is_counted() -> None:
    page = GoldPage(PAGE, {"id": PAGE, "text": TEXT}, boilerplate=("IBAN", "Pentagon"))
    assert score(case(pages=(page,)), record=record())["boilerplate"] == 0.5


def test_a_forbidden_contact_is_reported() -> None:
    rules = (Forbidden("no call", PAGE, ("Freitag",), (AUSTIN, SHOIGU), ("happened",)), Forbidden("other", "b.json"))
    part = Part("test", (case(forbidden=rules),), GOLD)
    score = score_part(part, lambda _: record())
    assert score.figures["not_contacts"] == 0.5
    assert score.cases[0].violations == ("no call: call happened",)


def test_an_invented_contact_brings_its_responses_as_errors() -> None:
    answers = [{"entity": "e9", "who": "Peskow", "for": "Kreml", "stance": "denies", "claims": []}]
    part = Part("test", (case(),), GOLD)
    assert score_part(part, lambda _: record(responses=answers)).counts["responses_found"] == 1


def test_claim_offsets_are_kept_where_there_is_no_text_to_look_in() -> None:
    assert claim((3, 9), (4, 5)).quote == (3, 9)
