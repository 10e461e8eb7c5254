import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.clean import restore_text
from backchannel.clean.boilerplate import find_cuts, find_headline, remove_cuts
from backchannel.clean.row import Row, load_rows, match_row

PROSE = (
    "Die Außenministerin hat am Dienstag in Bern mit ihrem Amtskollegen gesprochen, wie ihr Ministerium mitteilte. "
    "Es war das erste Gespräch der beiden seit dem Frühjahr, und es dauerte länger als geplant."
)
MORE = (
    "Beide Seiten wollen den Kontakt halten, sagte ein Sprecher. Einen Termin für das nächste Treffen nannte er nicht, "
    "doch sollen Fachleute der Ministerien schon in der kommenden Woche weiter beraten."
)


def cut(*lines: str) -> tuple[str, list[str]]:
    given_text = "\n".join(lines)
    cuts = find_cuts(given_text)
    text = remove_cuts(given_text, cuts)
    assert restore_text(text, cuts) == given_text
    return text, [each.reason for each in cuts]


@pytest.mark.parametrize("row", load_rows(), ids=lambda row: row.example[:40])
def test_example_of_every_row_fires(row: Row) -> None:
    assert re.fullmatch(row.pattern, row.example, re.I)
    assert match_row(row.example) is row
    assert row.reason


@given(
    st.lists(st.one_of(st.sampled_from([row.example for row in load_rows()]), st.just(PROSE), st.just(""), st.text()))
)
def test_putting_the_cuts_back_restores_the_text_as_given(lines: list[str]) -> None:
    cut(*lines)


@given(st.text(alphabet="ab.\n\r\u2028 ", max_size=80))
def test_putting_the_cuts_back_restores_odd_line_ends(text: str) -> None:
    cut(text)


def test_siehe_auch_line_is_cut_and_the_text_after_it_stays() -> None:
    text, reasons = cut(PROSE, "", "Siehe auch  Hilfswerk sammelt weniger Geld als erwartet", "", MORE)
    assert text == f"{PROSE}\n\n{MORE}"
    assert reasons == ["related article"]


def test_appeal_for_donations_is_cut_with_bank_details_and_praise_of_the_outlet() -> None:
    text, reasons = cut(
        PROSE,
        "Radio Elbwelle",
        "Wir brauchen Ihre Unterstützung",
        "Täglich senden wir von 6-20 Uhr Nachrichten, am Abend coole Musik.",
        "All das kostet Geld.",
        "Mit Ihnen zusammen wollen wir eine Stimme der Vernunft bleiben.",
        "Kontonummer:",
        "DE02 1203 0000 0000 2020 51",
        "BIC: BYLADEM1001",
        "Betreff:",
        "„Schenkung“",
        "PayPal – spende@example.org",
        "Bitcoin – Konto – bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    )
    assert text == PROSE + "\n"
    assert reasons == ["appeal for donations"]


def test_appeal_in_the_middle_leaves_the_text_after_it() -> None:
    text, _ = cut(PROSE, "Unterstützen Sie unsere Arbeit mit einer Spende!", "IBAN: DE02 1203 0000 0000 2020 51", MORE)
    assert text == f"{PROSE}\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "„Wir brauchen Ihre Unterstützung“, sagte der Präsident vor dem Parlament.",
        "Wir brauchen Ihre Unterstützung, sagte er, sonst sei der Krieg verloren.",
        "Auf das Konto DE02 1203 0000 0000 2020 51 flossen nach Angaben der Ermittler zwei Millionen Euro.",
        "Die Geberkonferenz sammelte Spenden von 300 Millionen Dollar, weit weniger als erhofft.",
        "Die Minister appellierten an die Bürger: Unterstützen Sie die Flüchtlinge, wo es geht.",
        "Siehe auch Artikel 5 des Vertrags, der den Beistand regelt.",
        "Bild: „Herr Minister, wann reisen Sie nach Moskau?“",
        "Die Anzeige gegen den Botschafter wurde fallen gelassen.",
        "Kommentare aus Moskau blieben zunächst aus.",
        "Teilen mit den Nachbarn will die Regierung das Wasser nicht.",
        "Der Präsident sagte: Ohne Waffen sind wir auf Ihre Unterstützung angewiesen.",
        "We need your support, the president told the assembly in a speech that lasted an hour and was broadcast live.",
    ],
)
def test_article_about_donations_and_the_like_is_not_cut(line: str) -> None:
    assert cut(PROSE, line, MORE) == (f"{PROSE}\n{line}\n{MORE}", [])


def test_comment_form_and_what_follows_it_is_cut_at_the_end() -> None:
    text, _ = cut(
        PROSE, MORE, "Ähnliche Artikel", "Ein Gipfel ohne Ergebnis", "", "Schreibe einen Kommentar", "Name", "Website"
    )
    assert text == f"{PROSE}\n{MORE}\n"


def test_english_comment_form_is_cut() -> None:
    assert cut(PROSE, MORE, "Leave a reply", "Your email address will not be published.")[0] == f"{PROSE}\n{MORE}\n"


def test_list_of_articles_before_more_prose_loses_only_its_heading() -> None:
    assert cut(PROSE, MORE, "Mehr zum Thema", MORE[::-1] + ".")[0] == f"{PROSE}\n{MORE}\n{MORE[::-1]}."


def test_heading_in_text_broken_into_short_lines_does_not_cut_the_rest() -> None:
    wrapped = MORE.replace("Sprecher. Einen", "Sprecher. Einen").split(", ")
    lines = [wrapped[0] + " und das erklärte auch die Gegenseite am Abend", "weil es vereinbart war."]
    assert cut(PROSE, MORE, "Mehr zum Thema", *lines)[0] == "\n".join([PROSE, MORE, *lines])


def test_text_that_is_only_a_heading_and_an_end_is_not_emptied_after_it() -> None:
    assert "Ein Gipfel" in cut("Kommentare", "Ein Gipfel ohne Ergebnis in Bern")[0]


@pytest.mark.parametrize(
    "line",
    ["Foto: Erika Muster/dpa", "Bilder: Pixabay – Verhandlung", "Werbung", "Advertisement", "Back to top", "Teilen"],
)
def test_credits_buttons_and_advertisement_marks_are_cut(line: str) -> None:
    assert cut(PROSE, line, MORE)[0] == f"{PROSE}\n{MORE}"


def test_top_of_a_page_loses_date_outlet_and_navigation_but_not_the_headline() -> None:
    text, reasons = cut(
        "Auto", "Mai 5, 2023", "Minister sprechen wieder miteinander", "Echo Auslandsnachrichten", PROSE
    )
    assert text == f"Minister sprechen wieder miteinander\n{PROSE}"
    assert reasons == ["navigation", "page date", "outlet name"]


def test_single_word_after_the_top_stays() -> None:
    assert cut(PROSE, "Auto", MORE)[1] == []


def test_agency_mark_at_the_top_stays() -> None:
    assert cut("dpa", PROSE)[1] == []


def test_lead_repeated_in_a_row_is_cut_once() -> None:
    assert cut(PROSE, "", PROSE, "", MORE) == (f"{PROSE}\n\n{MORE}", ["repeated"])


def test_headline_is_short_and_no_sentence() -> None:
    assert find_headline("Minister sprechen wieder\n\nText") == "Minister sprechen wieder"
    assert find_headline(f"Minister sprechen wieder\n{PROSE}") == "Minister sprechen wieder"
    assert find_headline("Die Minister sprechen wieder.\n\nText") is None
    assert find_headline(PROSE) is None
