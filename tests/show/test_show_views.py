"""Views say what the ledger holds, in words."""

from __future__ import annotations

import pytest

from backchannel.ledger import Ledger
from backchannel.model import Origin, Participant, Source
from backchannel.show.articles import view_ledger
from backchannel.show.views import ContactRow, ContactView, Filters, view_contact, view_contacts
from backchannel.show.wording import join_words, say_origin, say_sides


def find_contact(ledger: Ledger, name: str) -> ContactView:
    row = view_contacts(ledger, Filters(person=name))[0]
    return view_contact(ledger, ledger.contact(row.id))


def take_part(name: str, country: str | None, role: str = "party") -> Participant:
    return Participant(name, name, country, None, "official", role, (), False, None)  # type: ignore[arg-type]


def test_contacts_come_by_date_and_the_undated_last(ledger: Ledger) -> None:
    assert [row.when for row in view_contacts(ledger)] == ["2022", "2023-03-15", "unknown", "unknown"]


def test_a_row_says_it_all_in_one_line(ledger: Ledger) -> None:
    row = view_contacts(ledger)[1]
    assert row == ContactRow(
        id=row.id,
        short=row.id[:8],
        when="2023-03-15",
        kind="call",
        status="happened",
        stances=("confirms",),
        who="Lloyd Austin (US) ↔ Sergej Schoigu (RU)",
        where="Washington (US)",
        articles=2,
        origins="2",
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(state="Russland"), 3),
        (Filters(state="us", status="happened"), 3),
        (Filters(person="sergei shoigu"), 1),
        (Filters(kind="meeting"), 1),
        (Filters(since="2023"), 1),
        (Filters(since="2023-03-15", until="2023-03-15"), 1),
        (Filters(since="2023-03-16"), 0),
        (Filters(until="2022-06"), 1),
        (Filters(person="nobody"), 0),
    ],
)
def test_filters_choose(ledger: Ledger, filters: Filters, found: int) -> None:
    assert len(view_contacts(ledger, filters)) == found


def test_how_we_know_counts_origins_and_names_their_sources(ledger: Ledger) -> None:
    assert find_contact(ledger, "Sullivan").known == (
        "Reported by 2 articles that go back to 1 origin (Wall Street Journal, citing 6 unnamed officials); "
        "Weißes Haus declines to comment."
    )


def test_how_we_know_says_who_denies_and_where_accounts_differ(ledger: Ledger) -> None:
    assert find_contact(ledger, "Putin").known.endswith("; Dmitrij Peskow (for Kreml) denies it.")
    assert find_contact(ledger, "Austin").known.endswith("; accounts differ on: when.")


def test_no_origin_is_not_an_origin(ledger: Ledger) -> None:
    assert find_contact(ledger, "HYPERLINK").known == "Reported by 1 article, on whose word is not known."


def test_a_claim_shows_its_chain_from_the_reader_to_the_source(ledger: Ledger) -> None:
    claim = find_contact(ledger, "Sullivan").claims[0]
    assert claim.chain == ("Elbkurier", "Wall Street Journal", "Regierungsvertreter, unnamed")


def test_one_participant_has_one_letter_in_all_claims(ledger: Ledger) -> None:
    first, second = find_contact(ledger, "Sullivan").claims[:2]
    letters = [{claim.text[start:end]: label for start, end, label in claim.marks} for claim in (first, second)]
    assert letters[0]["Juri Uschakow"] == letters[1]["Yuri Ushakov"] == "a"


def test_a_value_outside_the_sentence_is_shown_as_such(ledger: Ledger) -> None:
    assert ("src", "Regierungsvertreter") in find_contact(ledger, "Sullivan").claims[0].elsewhere


def test_differing_values_lead_to_claims_and_outlets(ledger: Ledger) -> None:
    contact = find_contact(ledger, "Austin")
    assert contact.conflicts[0].values == (
        ("2023-03-15", (2,), ("Donaupost",)),
        ("2023-03-14", (1,), ("Saltmarsh Courier",)),
    )


def test_passages_joined_are_the_text(ledger: Ledger) -> None:
    view = view_ledger(ledger)
    for article in view.articles:
        assert "".join(passage.text for passage in article.passages) == ledger.article(article.id).text


def test_sources_outside_the_quote_are_marked_in_the_article(ledger: Ledger) -> None:
    article = next(each for each in view_ledger(ledger).articles if each.outlet == "Elbkurier")
    plain = [passage for passage in article.passages if not passage.claims]
    assert ["Regierungsvertreter" for each in plain for start, end, _ in each.marks if each.text[start:end] != "beruft"]


def test_only_web_addresses_become_links(ledger: Ledger) -> None:
    links = {article.outlet: article.link for article in view_ledger(ledger).articles}
    assert links["Elbkurier"] == "https://elbkurier.example/politik"
    assert links["<b>Evil</b> Zeitung"] is None


def test_coverage_says_what_silence_rests_on(ledger: Ledger) -> None:
    coverage = view_ledger(ledger).coverage
    assert (coverage.articles, coverage.contacts, coverage.claims, coverage.undated, coverage.problems) == (
        5,
        4,
        9,
        1,
        1,
    )
    assert (coverage.first, coverage.last) == ("7 November 2022", "16 March 2023")


def test_one_state_is_one_side() -> None:
    people = [take_part("Uschakow", "RU"), take_part("Patruschew", "RU"), take_part("Sullivan", "US", "initiator")]
    assert say_sides(people) == "Sullivan (US) ↔ Uschakow, Patruschew (RU)"


def test_people_of_one_state_face_each_other_and_mediators_stand_between() -> None:
    assert say_sides([take_part("A", "LB"), take_part("B", "LB")]) == "A (LB) ↔ B (LB)"
    assert say_sides([take_part("A", "IR"), take_part("B", "SA"), take_part("C", "CN", "mediator")]) == (
        "A (IR) ↔ B (SA) via C (CN)"
    )
    assert say_sides([]) == "not named"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("officials", 6, True), "6 unnamed officials"),
        (Source("sechs US-Beamte", 6, True), "6 unnamed US-Beamte"),
        (Source("officials", None, True), "unnamed officials"),
        (Source("a diplomat called Kim", 1, False), "a diplomat called Kim"),
    ],
)
def test_unnamed_sources_are_counted(source: Source, words: str) -> None:
    assert say_origin(Origin("o", "NBC News", "outlet", (source,), ())) == f"NBC News, citing {words}"


def test_long_lists_are_counted() -> None:
    assert join_words(list("abcdefg")) == "a, b, c and 4 more"
