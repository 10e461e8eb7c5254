"""The first of several names is of the first of several states, and so on, where there are as many of both."""

from __future__ import annotations

import pytest

from backchannel.config import Config
from backchannel.model import Page
from backchannel.pipeline import read_page

RESPECTIVE = [
    "Die Außenminister Norwegens und Estlands, Anders Bergdahl und Mihkel Saar, trafen sich am Freitag in Riga.",
    "Die Außenminister von Norwegen und Estland, Anders Bergdahl und Mihkel Saar, haben sich in Riga getroffen.",
    "The foreign ministers of Norway and Estonia, Anders Bergdahl and Mihkel Saar, met in Riga on Friday.",
]
UNEVEN = "The foreign ministers of Norway, Estonia and Latvia, Anders Bergdahl and Mihkel Saar, met in Riga on Friday."


def find_sides(text: str) -> dict[str, tuple[str | None, str | None]]:
    result = read_page(Page("a.txt", text=text, lang="en" if text.startswith("The") else "de"), Config())
    assert isinstance(result, tuple), result
    return {m.name: (m.country, m.office) for claim in result[1] for m in claim.participants}


@pytest.mark.parametrize("text", RESPECTIVE)
def test_each_name_has_the_state_at_its_place(text: str) -> None:
    assert find_sides(text) == {
        "Anders Bergdahl": ("NO", "foreign minister"),
        "Mihkel Saar": ("EE", "foreign minister"),
    }


def test_three_states_for_two_names_are_not_guessed_at() -> None:
    found = find_sides(UNEVEN)
    assert not {found[name][0] for name in ("Anders Bergdahl", "Mihkel Saar") if name in found} - {None}
