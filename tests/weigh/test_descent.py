"""From which of two articles the other has it, and how: what is stronger goes first, and never backwards in time."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import OTHERS, REISE, TRIP, cite, find_marks, overlap, report, sign

from backchannel.model import Article, Copy, Descent, How
from backchannel.weigh.descent import choose_descent, judge_descent
from backchannel.weigh.lineage import COPIED

ORIGINAL = report("o", outlet="Harbour Gazette", day="2024-02-01")
CITING = f"{TRIP} So the Harbour Gazette reported."


def citing(**more: object) -> Article:
    cited = (cite(CITING, "Harbour Gazette", "reported"),)
    return report("c", CITING, **{"outlet": "Elbkurier", "day": "2024-02-02", "citations": cited, **more})  # type: ignore[arg-type]


def translated(**more: object) -> Article:
    known = {"outlet": "Elbkurier", "day": "2024-02-02", "lang": "de", **more}
    return report("t", REISE, **known)  # type: ignore[arg-type]


def printed(id: str, day: str | None = "2024-02-02", **more: object) -> Article:
    return report(id, **{"outlet": f"Outlet {id.upper()}", "day": day, **more})  # type: ignore[arg-type]


def how(article: Article, other: Article, copy: Copy | None = None) -> str | None:
    found = judge_descent(article, other, copy)
    if found:
        for span in found.evidence:
            assert article.text[span.start : span.end] == span.text
        for span in found.parent_evidence:
            assert other.text[span.start : span.end] == span.text
        assert (found.article, found.parent) == (article.id, other.id) and found.reasons and 0 <= found.score <= 1
    return found and found.how


def test_who_names_an_outlet_and_tells_what_it_told_cites_it() -> None:
    assert how(citing(), ORIGINAL) == "cites"
    assert how(ORIGINAL, citing()) is None


def test_who_names_an_outlet_but_tells_nothing_of_it_does_not_cite_this_article() -> None:
    assert how(citing(), report("o", OTHERS, "Harbour Gazette", "2024-02-01")) is None


def test_words_in_common_make_a_copy_of_the_earlier_article() -> None:
    a, b = printed("a", "2024-02-03"), printed("b", "2024-02-01")
    copy = overlap(a, b, 0.95, 0.9)
    assert (how(a, b, copy), how(b, a, copy)) == ("copies", None)


def test_a_copy_of_part_of_an_article_shortens_it() -> None:
    a, b = printed("a", "2024-02-03"), printed("b", "2024-02-01")
    assert how(a, b, overlap(a, b, 0.95, 0.5)) == "shortens"


def test_a_few_words_in_common_and_quotes_are_no_copy() -> None:
    a, b = printed("a", "2024-02-03"), printed("b", "2024-02-01")
    assert how(a, b, overlap(a, b, 0.4, 0.3)) is None
    assert how(a, b, overlap(a, b, 0.9, 0.9, overlapping="quotes")) is None


def test_of_two_of_one_day_the_longer_one_is_the_parent() -> None:
    a, b = printed("a"), printed("b")
    copy = overlap(a, b, 0.6, 0.95)
    assert (how(a, b, copy), how(b, a, copy)) == (None, "shortens")


def test_of_two_of_one_day_the_agencys_own_is_the_parent() -> None:
    own = printed("z", outlet="Reuters", citations=(sign("Reuters"),))
    other = printed("a", citations=(sign("Reuters"),))
    copy = overlap(own, other, 0.95, 0.8)
    assert (how(other, own, copy), how(own, other, copy)) == ("copies", None)


@pytest.mark.parametrize(
    "days", [("2024-02-02", "2024-02-02"), (None, None), (None, "2024-02-02"), ("2024-02-02", "2024-02"), ("", "2024")]
)
def test_of_two_alike_of_one_day_or_without_any_one_is_the_parent_and_one_only(days: tuple[str | None, ...]) -> None:
    a, b = printed("a", days[0]), printed("b", days[1])
    copy = overlap(a, b, 0.95, 0.95)
    assert [bool(judge_descent(*pair, copy)) for pair in ((a, b), (b, a))].count(True) == 1


def test_an_old_article_under_a_new_date_is_a_stale_copy() -> None:
    late, early = printed("a", "2024-02-01"), printed("b", "2021-06-01")
    copy = overlap(late, early, 0.95, 0.95)
    assert (how(late, early, copy), how(early, late, copy)) == ("stale copy", None)


def test_what_is_flagged_stale_may_copy_an_article_of_a_later_date() -> None:
    stale, early = printed("a", "2020-01-01", flags=("stale",)), printed("b", "2021-06-01")
    copy = overlap(stale, early, 0.5, 0.95)
    assert (how(stale, early, copy), how(early, stale, copy)) == ("stale copy", None)


def test_a_garbled_article_in_another_language_is_a_translation() -> None:
    assert how(translated(flags=("garbled",), day="2024-02-01"), ORIGINAL) == "translates"
    assert how(ORIGINAL, translated(flags=("garbled",), day="2024-02-01")) is None


def test_a_translation_without_marks_comes_later_and_tells_much() -> None:
    assert how(translated(), ORIGINAL) == "translates"
    assert how(translated(day="2024-02-01"), ORIGINAL) is None
    assert how(translated(day=None), ORIGINAL) is None
    short = REISE.partition("Es dauerte")[0]
    assert how(report("t", short, "Elbkurier", "2024-02-02", lang="de"), ORIGINAL) is None
    assert how(translated(), report("o", OTHERS, "Harbour Gazette", "2024-02-01")) is None


def test_the_same_language_is_no_translation() -> None:
    assert how(translated(flags=("garbled",), lang="en"), ORIGINAL) is None


def test_a_marked_translation_goes_before_a_citation_and_a_copy_before_both() -> None:
    text = f"{REISE} So berichtet Harbour Gazette."
    cited = (cite(text, "Harbour Gazette", "berichtet"),)
    garbled = report("t", text, "Elbkurier", "2024-02-02", lang="de", flags=("garbled",), citations=cited)
    assert how(garbled, ORIGINAL) == "translates"
    assert how(replace(garbled, flags=()), ORIGINAL) == "cites"
    assert how(garbled, ORIGINAL, overlap(garbled, ORIGINAL, 0.9, 0.9)) == "copies"


def test_an_agencys_report_printed_elsewhere_is_what_the_agencys_name_means() -> None:
    text = f"{TRIP} So Reuters reported."
    article = report("c", text, "Elbkurier", "2024-02-02", citations=(cite(text, "Reuters", "reported", "agency"),))
    agency = report("r", outlet="Reuters", day="2024-02-01")
    signed = report("p", outlet="Donaupost", day="2024-02-01", citations=(sign("Reuters"),))
    assert how(article, signed) == "cites"
    first, second = judge_descent(article, agency, None), judge_descent(article, signed, None)
    assert first and choose_descent(first, second) == first == choose_descent(second or first, first)


def test_who_was_told_itself_does_not_come_from_an_office() -> None:
    text = f"{TRIP} Officials told the Elbkurier so. The Kremlin confirmed it."
    stated = cite(text, "Kremlin", "confirmed", "official statement", country="RU")
    own = cite(text, "Elbkurier", "told")
    kremlin = report("k", outlet="Kremlin", day="2024-02-01")
    article = report("c", text, "Elbkurier", "2024-02-02", citations=(own, stated))
    assert how(article, kremlin) is None
    assert how(replace(article, citations=(stated,)), kremlin) == "cites"


@pytest.mark.parametrize("day", ["2024-01-31", "2024-01", "2023"])
def test_a_later_article_is_never_the_parent(day: str) -> None:
    for article in (citing(day=day), translated(day=day), translated(day=day, flags=("garbled",))):
        assert how(article, ORIGINAL, overlap(article, ORIGINAL, 0.95, 0.95)) is None


DAYS = st.sampled_from([None, "2023", "2024-02", "2024-02-01", "2024-02-02", "2019-03-04", "?"])
FLAGS = st.sampled_from([(), ("stale",), ("garbled",), ("stale", "garbled")])
ARTICLES = st.builds(
    lambda text, outlet, day, lang, flags, cited: Article(
        "", "x", text, lang, outlet=outlet, published=day, flags=flags, citations=cited, landmarks=find_marks(text)
    ),
    st.sampled_from([TRIP, REISE, OTHERS, CITING, ""]),
    st.sampled_from(["Harbour Gazette", "Elbkurier", "Reuters", "Kremlin", None]),
    DAYS,
    st.sampled_from(["de", "en"]),
    FLAGS,
    st.sampled_from([(), (sign("Reuters"),)]),
)
SHARES = st.floats(0, 1)


@settings(max_examples=200, deadline=None)
@given(ARTICLES, ARTICLES, st.none() | st.tuples(SHARES, SHARES))
def test_two_articles_never_come_from_each_other_by_copying_and_never_from_a_later_one(
    left: Article, right: Article, shares: tuple[float, float] | None
) -> None:
    one, other = replace(left, id="a"), replace(right, id="b")
    copy = overlap(one, other, *shares) if shares and one.lang == other.lang else None
    found = [judge_descent(one, other, copy), judge_descent(other, one, copy)]
    assert [d.how in COPIED for d in found if d].count(True) < 2
    if not {"stale"} & {*one.flags, *other.flags}:
        for descent, mine, theirs in zip(found, (one, other), (other, one), strict=True):
            if descent and mine.published and theirs.published and "?" not in (mine.published, theirs.published):
                assert theirs.published[: len(mine.published)] <= mine.published[: len(theirs.published)]


DESCENTS = st.builds(
    lambda how, parent, rank: Descent("a", how, parent, parent, (), (), rank, 0.5, ()),
    st.sampled_from(get_args(How)),
    st.sampled_from([None, "b", "c", "d"]),
    st.sampled_from([(), (4.0, 0.5), (4.0, 0.9), (2.0, -3.0, 1.0, 0.5), (1.5, 0.7)]),
)


@given(DESCENTS, DESCENTS, DESCENTS)
def test_the_stronger_descent_holds_whichever_comes_first(one: Descent, other: Descent, third: Descent) -> None:
    def essence(descent: Descent) -> tuple[object, ...]:
        return descent.rank, descent.parent

    assert essence(choose_descent(one, other)) == essence(choose_descent(other, one))
    left = choose_descent(choose_descent(one, other), third)
    assert essence(left) == essence(choose_descent(one, choose_descent(other, third)))
    assert choose_descent(one, None) == one == choose_descent(one, one)
