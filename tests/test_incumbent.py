"""Who was in an office on a day: one person or nobody; a table without contradictions; a user's own rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from backchannel.errors import BackchannelError
from backchannel.lang.holder_table import OPEN, Holder, holders_in, read_period, use_holders
from backchannel.lang.holders import identify
from backchannel.lang.incumbent import SINGLE, holder_of

HEAD = "name,country,organisation,office,from,to,wikidata,post\n"


@pytest.fixture(autouse=True)
def _ours_only() -> Iterator[None]:
    yield
    use_holders("")


@pytest.mark.parametrize(
    ("office", "country", "organisation", "date", "name"),
    [
        ("defence minister", "US", None, "2022-10", "Lloyd Austin"),
        ("defence minister", "RU", None, "2022-10-21", "Sergei Shoigu"),
        ("chancellor", "DE", None, "2023", "Olaf Scholz"),
        ("high representative", None, "European Union", "2022-10-21/2022-10-23", "Josep Borrell"),
        ("secretary-general", None, "NATO", "2025-06", "Mark Rutte"),
        ("head of government", "DE", None, "2020", "Angela Merkel"),
        ("head of government", "US", None, "2022", "Joe Biden"),
        ("head of state", "GB", None, "2024", "Charles III"),
    ],
)
def test_one_in_office_all_that_time_is_found(
    office: str, country: str | None, organisation: str | None, date: str, name: str
) -> None:
    holder = holder_of(office, country, organisation, date)
    assert holder is not None and holder.name == name


@pytest.mark.parametrize(
    ("office", "country", "date"),
    [
        ("president", "US", "2021-01-20"),  # two on that day
        ("prime minister", "GB", "2022-10"),
        ("chancellor", "DE", "XXXX-05"),
        ("chancellor", "DE", None),
        ("foreign minister", "RU", "2040"),  # nobody knows
        ("ambassador", "RU", "2022"),  # there are many
        ("prime minister", "US", "2022"),
        ("minister", "US", "2022"),
    ],
)
def test_nobody_is_named_where_two_or_none_may_be_meant(office: str, country: str, date: str | None) -> None:
    assert holder_of(office, country, None, date) is None


def test_a_post_tells_apart_who_hold_an_office_at_once() -> None:
    ambassador = holder_of("ambassador", "US", None, "2021", "RU")
    assert ambassador is not None and ambassador.name == "John Sullivan"
    chief = holder_of("head of intelligence", "US", None, "2022-11", "CIA")
    assert chief is not None and chief.name == "William Burns"


def test_no_two_hold_one_office_at_once() -> None:
    grouped: dict[tuple[str, ...], list[Holder]] = defaultdict(list)
    for holder in holders_in(""):
        if holder.office in SINGLE or holder.post:
            grouped[holder.office, holder.country, holder.organisation, holder.post].append(holder)
    for group in grouped.values():
        for left, right in combinations(group, 2):
            assert _surely_before(left, right) or _surely_before(right, left), (left.row, right.row)


def _surely_before(left: Holder, right: Holder) -> bool:
    """Tell whether one may have left before the other came, as far as the table says."""
    end, start = read_period(left.end) or (OPEN, OPEN), read_period(right.start) or ("", "")
    return left.name == right.name or end[0] <= start[1]


def test_the_table_says_when_it_last_looked() -> None:
    assert all(holder.end for holder in holders_in(""))


def test_many_states_and_organisations_are_known_today() -> None:
    recent = [holder for holder in holders_in("") if holder.start >= "2014" or holder.end >= "2014"]
    assert len({h.country for h in recent if h.office == "foreign minister"}) >= 60
    assert {"United Nations", "European Union", "NATO", "OSCE", "International Atomic Energy Agency"} <= {
        h.organisation for h in recent
    }


def test_a_users_rows_are_found_and_take_the_place_of_ours(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    ours = next(h for h in holders_in("") if h.name == "Lloyd Austin" and h.office == "defence minister")
    table.write_text(
        HEAD
        + "Astrid Beispiel,DE,,ambassador,2024-02,,,JP\n"
        + f"{ours.name},US,,defence minister,{ours.start},2024-12-31,,\n",
        encoding="utf-8",
    )
    use_holders(str(table))
    found = identify("Astrid Beispiel", "2024-05")
    assert found is not None and found.post == "JP"
    assert holder_of("defence minister", "US", None, "2025-01-10") is None
    use_holders("")
    assert identify("Astrid Beispiel", "2024-05") is None
    assert holder_of("defence minister", "US", None, "2025-01-10") == ours


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("name,office\nA B,king\n", "from"),
        ("name,office,from,shoe\nA B,king,2020,4\n", "shoe"),
        (HEAD + ",DE,,king,2020,,,\n", "no name"),
        (HEAD + "A B,DE,,grand vizier,2020,,,\n", "grand vizier"),
        (HEAD + "A B,,,king,2020,,,\n", "organisation"),
        (HEAD + "A B,Germany,,king,2020,,,\n", "Germany"),
        (HEAD + "A B,DE,,king,May 2020,,,\n", "May 2020"),
        (HEAD + "A B,DE,,king,2020,2019,,\n", "before it begins"),
        (HEAD + "A B,DE,,king,2020,,42,\n", "wikidata"),
        (HEAD + "A B,DE,,king,2020,,,,,\n", "more fields"),
    ],
)
def test_a_bad_row_is_one_clear_sentence(tmp_path: Path, text: str, word: str) -> None:
    table = tmp_path / "own.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BackchannelError, match=word) as error:
        use_holders(str(table))
    assert str(table) in str(error.value) and "\n" not in str(error.value)


def test_a_missing_table_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(BackchannelError, match="cannot be read"):
        use_holders(str(tmp_path / "none.csv"))
