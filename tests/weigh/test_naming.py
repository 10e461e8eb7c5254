"""Whether an article names another's outlet or office: by grammar, by a name beside a word of reporting, by a byline."""

from __future__ import annotations

from reports import cite, find_marks, report, sign

from backchannel.model import Article, Landmark
from backchannel.weigh.naming import Naming, find_naming, find_signers, is_signature

ORIGINAL = report("o", outlet="Harbour Gazette", day="2024-02-01")
CITING = "Keller flew to Oslo, the Harbour Gazette reported."


def name(article: Article, other: Article = ORIGINAL) -> Naming | None:
    return find_naming(article, other, article.citations)


def test_who_is_cited_is_named_where_the_words_are() -> None:
    article = report("a", CITING, "Elbkurier", citations=(cite(CITING, "Harbour Gazette", "reported"),))
    naming = name(article)
    assert naming and naming.is_outlet
    assert [span.text for span in naming.spans] == ["Harbour Gazette"]
    assert naming.place == CITING.index("Harbour Gazette")


def test_a_name_beside_a_word_of_reporting_is_found_without_grammar() -> None:
    for lang, text in (("en", CITING), ("de", "Keller flog nach Oslo, wie die Zeitung Harbour Gazette berichtete.")):
        naming = name(report("a", text, "Elbkurier", lang=lang))
        assert naming and [span.text for span in naming.spans] == ["Harbour Gazette"]


def test_a_name_without_a_word_of_reporting_is_none() -> None:
    assert name(report("a", "The Harbour Gazette moved to Oslo. Keller reported nothing.", "Elbkurier")) is None


def test_part_of_a_word_is_no_name() -> None:
    other = report("o", outlet="Post")
    assert name(report("a", "The Postillon reported that Keller flew.", "Elbkurier"), other) is None


def test_two_articles_of_one_outlet_do_not_name_each_other() -> None:
    article = report("a", CITING, "The Harbour Gazette", citations=(cite(CITING, "Harbour Gazette", "reported"),))
    assert name(article) is None


def test_what_has_no_outlet_is_not_named() -> None:
    assert name(report("a", CITING, "Elbkurier"), report("o")) is None


def test_who_signs_goes_before_all_that_is_cited() -> None:
    article = report("a", outlet="Elbkurier", citations=(sign("Reuters"),))
    naming = name(article, report("o", outlet="Reuters"))
    assert naming == Naming((), 0, is_outlet=True)


def test_an_agencys_report_is_named_by_the_agency_though_a_paper_printed_it() -> None:
    text = "Keller flew to Oslo, Reuters reported."
    printed = report("o", outlet="Donaupost", citations=(sign("Reuters"),))
    naming = name(report("a", text, "Elbkurier"), printed)
    assert naming and [span.text for span in naming.spans] == ["Reuters"]
    # Both print the agency: neither has it from the other.
    assert name(report("a", text, "Elbkurier", citations=(sign("Reuters"),)), printed) is None


def test_an_office_is_named_by_its_statement() -> None:
    text = "Keller flew to Oslo, Pakistan's Foreign Ministry said."
    said = cite(text, "Pakistan's Foreign Ministry", "said", "official statement", country="PK")
    office = report("o", outlet="Ministry of Foreign Affairs, Government of Pakistan")
    naming = name(report("a", text, "Elbkurier", citations=(said,)), office)
    assert naming and not naming.is_outlet
    assert name(report("a", text, "Elbkurier", citations=(said,)), report("o", outlet="Kremlin")) is None


def test_a_ministry_beside_its_state_is_named_without_grammar() -> None:
    text = "The foreign ministry of Pakistan said that Keller flew to Oslo."
    at, state = text.index("foreign ministry"), text.index("of Pakistan")
    marks = (
        Landmark("noun foreign ministry", 0, at, at + 16),
        Landmark("state PK", 0, state, at),
        *find_marks(text),
    )
    office = report("o", outlet="Foreign Ministry of Pakistan")
    assert name(report("a", text, "Elbkurier", landmarks=()), office) is None
    beside = (Landmark("state PK", 0, 0, at - 1), *marks)
    naming = name(report("a", text, "Elbkurier", landmarks=beside), office)
    assert naming and [span.text for span in naming.spans] == ["foreign ministry"]


def test_several_agencies_sign_together() -> None:
    article = report("a", outlet="Elbkurier", citations=(sign("dpa/AFP"), cite(CITING, "Harbour Gazette", "reported")))
    assert find_signers(article) == {"dpa", "AFP"}
    assert [is_signature(each) for each in article.citations] == [True, False]
