"""Time expressions are found where they are, with their role, and not where numbers and names only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.extract.time import find_times
from backchannel.extract.time.find import match_rules
from backchannel.extract.time.patterns import read_rules
from backchannel.lang.tables import read_rows

EXAMPLES = {lang: [row["example"] for row in read_rows(lang, "times")] for lang in ("de", "en")}
texts = st.lists(st.sampled_from(EXAMPLES["de"] + EXAMPLES["en"]) | st.text(max_size=8), max_size=6).map(" ".join)

NO_TIME = [
    ("de", "Die 18. Februarheft-Ausgabe und der 2. Weltkrieg."),
    ("de", "Frau Mai sprach mit Herrn März und Frau Sommer."),
    ("de", "Am Tisch saßen 1.500 Soldaten und 2022 Menschen."),
    ("de", "Die G20 berufen sich auf Artikel 5 und Resolution 1701."),
    ("de", "Die Mai-Kundgebung kostete 2022 Euro."),
    ("de", "Er ist 40 Jahre alt, eine 40-jährige Frau kam mit."),
    ("de", "Das Ergebnis lautet 3:2, Kapitel 13.5 folgt."),
    ("en", "Theresa May may speak, and she may march."),
    ("en", "In all, 2022 people saw Resolution 1701 and Article 5."),
    ("en", "A second meeting of the G20 may fall apart."),
    ("de", "Die Zahl 03/04/2022 steht im Register."),
    ("de", "Wählen darf man ab 16 Jahren, und es kamen mindestens 1500 Helfer."),
    ("de", "Früher oder später reden sie, nicht zuletzt miteinander."),
    ("en", "The form said 03/04/2022."),
    ("en", "Now that all is said, a second call may follow."),
    ("en", "He is 40 years old."),
    ("en", "It began in the 5th century BC, see example.org/2006/05/post or call 612-294-1909."),
]
ROLES = [
    ("de", "Seit Mai schweigt der Kanal.", "Mai", "since"),
    ("de", "Seit dem 5. Mai schweigt er.", "5. Mai", "since"),
    ("de", "Bis Freitag soll er antworten.", "Freitag", "until"),
    ("de", "Bis zum 5. Mai soll er antworten.", "5. Mai", "until"),
    ("de", "Vor dem 5. Mai sprach niemand.", "5. Mai", "before"),
    ("de", "Nach dem 5. Mai sprach niemand.", "5. Mai", "after"),
    ("de", "Am 5. Mai sprachen sie.", "5. Mai", "at"),
    ("de", "Vor drei Tagen sprachen sie.", "Vor drei Tagen", "at"),
    ("de", "Seit drei Tagen sprechen sie.", "drei Tagen", "since"),
    ("de", "Sie sprachen drei Stunden lang.", "drei Stunden lang", "duration"),
    ("de", "Sie sprechen täglich.", "täglich", "set"),
    ("en", "The line has been silent since May.", "May", "since"),
    ("en", "He must answer by Friday.", "Friday", "until"),
    ("en", "Nobody spoke before May 5.", "May 5", "before"),
    ("en", "They met in the week after Friday.", "Friday", "after"),
    ("en", "They met from May 3 to 5.", "May 3 to 5", "at"),
    ("de", "Sie trafen sich von Montag bis Mittwoch.", "Montag bis Mittwoch", "at"),
    ("de", "Zwei Tage nach dem Treffen sprachen sie.", "Zwei Tage nach dem Treffen", "after"),
    ("de", "Am Vortag sprachen sie.", "Vortag", "at"),
    ("de", "Am Tag der Wahl sprachen sie.", "Am Tag der Wahl", "at"),
    ("de", "Drei Tage nachdem er kam, sprachen sie.", "Drei Tage nachdem er kam", "after"),
    ("de", "Kurz nach Mitternacht sprachen sie.", "Mitternacht", "after"),
    ("en", "On the eve of the summit they spoke.", "On the eve of the summit", "before"),
    ("en", "They spoke for two hours.", "two hours", "duration"),
]
LONGEST = [
    ("de", "Am Freitag, dem 21. Oktober 2022, sprachen sie.", ["Freitag, dem 21. Oktober 2022"]),
    ("de", "Ende letzter Woche sprachen sie.", ["Ende letzter Woche"]),
    ("de", "Sie sprachen zwischen dem 3. und 5. Mai.", ["3. und 5. Mai"]),
    ("de", "Heute Morgen rief er an, morgen reist er.", ["Heute Morgen", "morgen"]),
    ("de", "Am\nvergangenen\u00a0Freitag sprachen sie.", ["vergangenen\u00a0Freitag"]),
    ("en", "From April 28 to May 5, 2022 they met.", ["April 28 to May 5, 2022"]),
    ("en", "Theresa May may resign in May.", ["May"]),
    ("de", "Am Freitag, dem 21. Oktober, um 20.30 Uhr", ["Freitag, dem 21. Oktober", "um 20.30 Uhr"]),
    ("de", "Sie trafen sich am 2., 5. und 7. Mai.", ["2.", "5. und 7. Mai"]),
    ("en", "On Friday, Oct 21, they met.", ["Friday, Oct 21"]),
    ("en", "The day after the attacks of September 11 they met.", ["The day after the attacks", "September 11"]),
]


@pytest.mark.parametrize(("lang", "text"), NO_TIME)
def test_number_or_name_is_no_time(lang: str, text: str) -> None:
    assert find_times(text, lang) == []


@pytest.mark.parametrize(("lang", "text", "words", "role"), ROLES)
def test_preposition_gives_the_role(lang: str, text: str, words: str, role: str) -> None:
    assert [(found.span.text, found.role) for found in find_times(text, lang)] == [(words, role)]


@pytest.mark.parametrize(("lang", "text", "words"), LONGEST)
def test_longest_expression_wins(lang: str, text: str, words: list[str]) -> None:
    assert [found.span.text for found in find_times(text, lang)] == words


@given(texts, st.sampled_from(["de", "en"]))
def test_span_lies_in_the_text_equals_it_and_overlaps_no_other(text: str, lang: str) -> None:
    end = 0
    for found in find_times(text, lang):
        assert end <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.span.text
        end = found.span.end


@pytest.mark.parametrize("lang", ["de", "en"])
def test_passing_over_unlikely_rules_loses_nothing(lang: str) -> None:
    for text in EXAMPLES[lang]:
        likely = {(find.start, find.end, find.rule.name) for find in match_rules(text, lang)}
        for rule in read_rules(lang):
            for match in rule.regex.finditer(text):
                group = "span" if "span" in rule.regex.groupindex else 0
                assert (match.start(group), match.end(group), rule.name) in likely
