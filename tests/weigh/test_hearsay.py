"""Who passes on that something was reported, and not by whom, has it from a report."""

from __future__ import annotations

from reports import cite, report
from telling import claim

from backchannel.weigh.hearsay import is_hearsay, share_people

TWICE = "It was reported that both met. Reportedly they spoke for hours."
DEUTSCH = "Es wurde berichtet, dass sie sich trafen. Angeblich sprachen sie stundenlang."


def test_hearsay_is_said_more_than_once() -> None:
    assert is_hearsay(report("a", TWICE))
    assert is_hearsay(report("a", DEUTSCH, lang="de"))
    assert not is_hearsay(report("a", "Reportedly they spoke for hours."))


def test_who_names_the_report_passes_on_no_hearsay() -> None:
    text = f"{TWICE} That is what the Inland Post reports."
    assert not is_hearsay(report("a", text, citations=(cite(text, "Inland Post", "reports"),)))


def test_three_people_by_name_are_those_of_one_report() -> None:
    three, two = [claim("austin schoigu lawrow", "a")], [claim("austin schoigu", "b")]
    assert share_people(three, [claim("austin schoigu lawrow", "b")])
    assert not share_people(three, two)
