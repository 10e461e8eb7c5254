"""What an article stands on whose source is not in the ledger."""

from __future__ import annotations

from reports import cite, report, sign

from backchannel.model import Attribution, Descent
from backchannel.weigh.standing import stand_alone, was_told

TEXT = "Keller flew to Oslo, two officials told the Elbkurier. The Gazette and the Kremlin said so, citing a diplomat."


def stand(*cited: Attribution, outlet: str | None = "Elbkurier", **more: object) -> Descent:
    return stand_alone(report("a", TEXT, outlet, citations=cited, **more))


def summary(descent: Descent) -> tuple[str, str | None, str | None]:
    return descent.how, descent.parent, descent.source


CITED = cite(TEXT, "Gazette", "said")
STATED = cite(TEXT, "Kremlin", "said", "official statement", country="RU")
PEOPLE = cite(TEXT, "a diplomat", "citing", "anonymous", anonymous=True)
OWN = cite(TEXT, "Elbkurier", "told")


def test_who_names_nobody_stands_alone() -> None:
    assert summary(stand()) == ("own", None, "Elbkurier")
    assert summary(stand(outlet=None)) == ("own", None, None)


def test_who_names_another_outlet_cites_it_with_its_words() -> None:
    found = stand(STATED, CITED)
    assert summary(found) == ("cites", None, "Gazette")
    assert [span.text for span in found.evidence] == ["Gazette"]


def test_a_garbled_article_translates_whom_it_names() -> None:
    assert summary(stand(CITED, flags=("garbled",))) == ("translates", None, "Gazette")
    assert summary(stand(sign("Reuters"), flags=("garbled",))) == ("translates", None, "Reuters")


def test_who_is_told_something_has_it_from_nobody_else() -> None:
    article = report("a", TEXT, "Elbkurier", citations=(CITED, OWN))
    assert was_told(article)
    assert summary(stand_alone(article)) == ("own", None, "Elbkurier")
    assert not was_told(report("a", TEXT, "Donaupost", citations=(OWN,)))


def test_what_an_agency_signs_is_the_agencys_whoever_printed_it() -> None:
    assert summary(stand(sign("Reuters"))) == ("own", None, "Reuters")
    told = cite("A diplomat told Reuters so.", "Reuters", "told", "agency")
    assert summary(stand(sign("Reuters"), told)) == ("own", None, "Reuters")


def test_an_office_speaks_for_itself() -> None:
    assert summary(stand(outlet="Kremlin")) == ("statement", None, "Kremlin")


def test_what_an_office_states_is_a_statement_unless_people_talk() -> None:
    assert summary(stand(STATED)) == ("statement", None, "Kremlin")
    assert summary(stand(STATED, PEOPLE)) == ("own", None, "Elbkurier")
