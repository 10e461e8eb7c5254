import pytest

from backchannel.clean.date import find_published, find_url_date, parse_given
from backchannel.lang.day import match_dateline, parse_date_line


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2022-10-21", "2022-10-21"),
        ("2022-10-21T23:59:00+09:00", "2022-10-21"),
        ("2022-10-21 00:01:00-0800", "2022-10-21"),
        ("2022-10-21T12:00:00Z", "2022-10-21"),
        ("20221021", "2022-10-21"),
        ("20221021T120000Z", "2022-10-21"),
        ("2022-10", "2022-10"),
        ("2022", "2022"),
        ("XXXX-04", "XXXX-04"),
        ("XXXX-02-29", "XXXX-02-29"),
        ("2022-XX-03", "2022-XX-03"),
        ("2022-22", "2022-22"),
        ("2022-10~", "2022-10~"),
        ("2022-10-21/2022-10-23", "2022-10-21/2022-10-23"),
        ("2022/..", "2022/.."),
        ("21.10.2022", "2022-10-21"),
        ("21. Oktober 2022, 14:03 Uhr", "2022-10-21"),
        ("October 21, 2022", "2022-10-21"),
        ("2022/10/21", "2022-10-21"),
        ("Fri, 21 Oct 2022 23:30:00 -0500", "2022-10-21"),
    ],
)
def test_given_date_is_read_with_its_local_day(value: str, edtf: str) -> None:
    assert parse_given(value) == edtf


@pytest.mark.parametrize(
    "value",
    ["", "gestern", "2022-13", "2022-02-30", "2022-13-01T00:00", "/", "../..", "am 21. Oktober", "1666310400", "22"],
)
def test_what_is_no_date_counts_as_not_given(value: str) -> None:
    assert parse_given(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mai 21, 2022",
        "Stand: 21.05.2022",
        "21. Mai 2022, 14:03 Uhr",
        "Samstag, 21. Mai 2022",
        "Published: May 21, 2022",
    ],
)
def test_line_that_is_only_a_date_is_a_page_date(line: str) -> None:
    assert parse_date_line(line) == "2022-05-21"


def test_sentence_with_a_date_is_no_page_date() -> None:
    assert parse_date_line("Am 21. Mai 2022 trafen sich die Minister") is None


@pytest.mark.parametrize(
    "line",
    [
        "Moskau, 18. Februar 2022 (dpa) - Die Minister haben",
        "MOSCOW, Feb. 18, 2022 (Agency) — Ministers have",
        "Berlin (Deutschland), 18.02.2022 – Die Minister",
    ],
)
def test_dateline_with_a_year_dates_the_text(line: str) -> None:
    assert match_dateline(line) == "2022-02-18"


@pytest.mark.parametrize(
    "url",
    ["https://a.example/2022/10/21/x", "https://a.example/2022-10-21-x.html", "https://a.example/x-20221021.html"],
)
def test_address_dates_the_article(url: str) -> None:
    assert find_url_date(url) == "2022-10-21"


@pytest.mark.parametrize(
    "url", ["https://a.example/x-12345678901", "https://a.example/2022/99/99", "https://a.example/"]
)
def test_other_figures_in_an_address_are_no_date(url: str) -> None:
    assert find_url_date(url) is None


def test_given_wins_then_page_then_address_then_text() -> None:
    url, text = "https://a.example/2022/10/23/", "Bern, 24. Oktober 2022 (dpa) - Text"
    assert find_published("2022-10-21", "2022-10-22", url, text, []) == ("2022-10-21", "given")
    assert find_published("neulich", "2022-10-22", url, text, []) == ("2022-10-22", "page")
    assert find_published(None, None, url, text, ["25.10.2022"]) == ("2022-10-25", "page")
    assert find_published(None, None, url, text, []) == ("2022-10-23", "url")
    assert find_published(None, None, None, text, []) == ("2022-10-24", "text")
    assert find_published(None, None, None, "Text", []) == (None, "none")


def test_several_date_lines_are_a_chronology_and_date_nothing() -> None:
    assert find_published(None, None, None, "", ["8. Februar 2008", "9. Februar 2008"]) == (None, "none")
