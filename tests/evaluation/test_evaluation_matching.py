"""Which found contact is which gold contact."""

from __future__ import annotations

from evaluation_sketch import AMERICA, AUSTIN, RUSSIA, SHOIGU, claim, found, gold, person

from evaluation.matching import is_right_kind, match_contacts, score_kind
from evaluation.model import Party


def test_the_same_two_by_telephone_match() -> None:
    outcome = match_contacts([gold()], [found()])
    assert len(outcome.pairs) == 1 and not outcome.missed and not outcome.invented


def test_two_states_stand_for_their_ministers() -> None:
    assert match_contacts([gold()], [found(parties=(AMERICA, RUSSIA))]).pairs


def test_one_side_alone_is_no_match() -> None:
    outcome = match_contacts([gold()], [found(parties=(AUSTIN,))])
    assert [contact.id for contact in outcome.missed] == ["call"]
    assert [contact.id for contact in outcome.invented] == ["found"]


def test_one_state_found_does_not_count_for_two_sides() -> None:
    both = (person("Lloyd Austin", "US"), person("Mark Milley", "US"))
    assert not match_contacts([gold(parties=both)], [found(parties=(AMERICA,))]).pairs


def test_one_side_is_enough_where_gold_has_one() -> None:
    assert match_contacts([gold(parties=(AMERICA,))], [found(parties=(AUSTIN, SHOIGU))]).pairs


def test_a_side_that_gold_calls_optional_need_not_be_found() -> None:
    understood = Party(("United States",), "US", is_optional=True)
    assert match_contacts([gold(parties=(SHOIGU, understood))], [found(parties=(SHOIGU,))]).pairs


def test_an_unrelated_kind_is_no_match() -> None:
    assert not match_contacts([gold()], [found(kind="summons")]).pairs


def test_another_article_is_no_match() -> None:
    assert not match_contacts([gold()], [found(articles=("b.json",))]).pairs


def test_visit_and_meeting_are_one_kind_and_related_kinds_are_not() -> None:
    assert is_right_kind(("visit",), "meeting") and is_right_kind(("meeting",), "visit")
    assert not is_right_kind(("meeting",), "negotiation") and score_kind(("meeting",), "negotiation") == 0.5
    assert score_kind(("call",), "meeting") == 0 and score_kind((), "letter") == 1


def test_a_trigger_in_the_sentence_matches_whoever_takes_part() -> None:
    yours = found(parties=(), claims=(claim((0, 80), (5, 9)),))
    assert match_contacts([gold(spans=((47, 58),))], [yours]).pairs


def test_a_trigger_in_another_sentence_does_not_match() -> None:
    yours = found(claims=(claim((100, 180), (105, 109)),))
    assert not match_contacts([gold(spans=((47, 58),))], [yours]).pairs


def test_two_contacts_of_one_sentence_go_to_their_own_triggers() -> None:
    mine = [gold("first", spans=((10, 15),)), gold("second", spans=((60, 70),))]
    yours = [found("b", claims=(claim((0, 90), (60, 70)),)), found("a", claims=(claim((0, 90), (10, 15)),))]
    pairs = match_contacts(mine, yours).pairs
    assert [(left.id, right.id) for left, right in pairs] == [("first", "a"), ("second", "b")]


def test_the_date_tells_two_calls_apart() -> None:
    mine = [gold("may", whens=("2022-05-13",)), gold("october", whens=("2022-10-21",))]
    pairs = match_contacts(mine, [found("x", when="2022-10-21"), found("y", when="2022-05")]).pairs
    assert [(left.id, right.id) for left, right in pairs] == [("may", "y"), ("october", "x")]


def test_a_wrong_date_is_an_error_of_the_date_but_another_contact_where_dates_are_firm() -> None:
    mine, yours = [gold(whens=("2022-05-13",))], [found(when="2022-10-21")]
    assert match_contacts(mine, yours).pairs and not match_contacts(mine, yours, has_firm_dates=True).pairs


def test_a_second_copy_of_a_contact_is_invented() -> None:
    outcome = match_contacts([gold()], [found("one"), found("two")])
    assert len(outcome.pairs) == len(outcome.invented) == 1


def test_an_optional_contact_is_neither_rewarded_nor_punished() -> None:
    optional = gold(is_optional=True)
    left_out, met = match_contacts([optional], []), match_contacts([optional], [found("one"), found("two")])
    assert not left_out.missed and not met.pairs and not met.invented
    assert [contact.id for contact in met.dropped] == ["one", "two"]


def test_a_denied_contact_may_be_missing_or_refused_but_not_have_happened() -> None:
    denied = gold(is_denied=True, statuses=("refused", "cancelled"))
    assert not match_contacts([denied], []).missed
    assert not match_contacts([denied], [found(status="refused")]).invented
    assert match_contacts([denied], [found(status="happened")]).invented


def test_a_contact_may_be_merged_where_gold_says_so() -> None:
    mine = [gold("visit", kinds=("visit",), mergeable="meeting"), gold("meeting", kinds=("meeting",))]
    outcome = match_contacts(mine, [found(kind="meeting")])
    assert [contact.id for contact in outcome.excused] == ["visit"] and not outcome.missed
    assert len(match_contacts(mine, []).missed) == 2
