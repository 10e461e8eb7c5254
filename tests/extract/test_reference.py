"""Who is meant: pronouns, titles, metonyms, groups, and whose people somebody's are. Made-up sentences, real offices."""

from __future__ import annotations

import pytest

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article, Claim

PUBLISHED = "2022-10-22"


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, text: str) -> list[Claim]:
    lang = "de" if any(word in f" {text.lower()} " for word in (" der ", " die ", " am ", " und ")) else "en"
    article = Article("x", "x.txt", text, lang, published=PUBLISHED)
    return extract_claims(article, annotate_article(article, annotator))


def told(claims: list[Claim], trigger: str) -> set[str]:
    """Return the participants of the last claim with that trigger, as "name STATE"."""
    claim = [c for c in claims if c.trigger.text == trigger][-1]
    return {f"{m.name} {m.country}" for m in claim.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "participants"),
    [
        # pronouns
        ("Sergej Lawrow hat am Montag mit Antony Blinken telefoniert. Er wird ihn am Freitag in Genf treffen.", "treffen",
         {"Sergej Lawrow RU", "Antony Blinken US"}),
        ("Sergei Lavrov phoned Antony Blinken. He will meet him in Geneva on Thursday.", "meet",
         {"Sergei Lavrov RU", "Antony Blinken US"}),
        ("Emmanuel Macron und Olaf Scholz kamen in Berlin an. Am Abend telefonierten sie mit Wolodymyr Selenskyj.",
         "telefonierten", {"Emmanuel Macron FR", "Olaf Scholz DE", "Wolodymyr Selenskyj UA"}),
        ("Emmanuel Macron and Olaf Scholz arrived in Kyiv. They met Volodymyr Zelensky on Thursday.", "met",
         {"Emmanuel Macron FR", "Olaf Scholz DE", "Volodymyr Zelensky UA"}),
        # titles taken up
        ("Der russische Botschafter Anatolij Antonow blieb dort. Am Montag traf der Diplomat einen Franzosen.", "traf", {"Anatolij Antonow RU", "French representative FR"}),
        ("Wladimir Putin ist nach Minsk gereist. Dort traf der Kremlchef am Abend Alexander Lukaschenko.", "traf",
         {"Wladimir Putin RU", "Alexander Lukaschenko BY"}),
        ("Heiko Maas hat am Montag Sergej Lawrow getroffen. Der Russe reiste danach nach Ankara.", "reiste",
         {"Sergej Lawrow RU", "Turkey TR"}),
        # whose people they are
        ("Der General Mark Milley und sein Stabschef trafen am Freitag Valery Gerassimow.", "trafen",
         {"Mark Milley US", "American chief of staff US", "Valery Gerassimow RU"}),
        ("Vladimir Putin and his adviser met Recep Tayyip Erdogan in Sochi on Friday.", "met",
         {"Vladimir Putin RU", "Russian adviser RU", "Recep Tayyip Erdogan TR"}),
        ("Der Moskauer Gesandte traf am Montag den US-Botschafter in Wien.", "traf",
         {"Russian envoy RU", "American ambassador US"}),
        ("Die Bundeskanzlerin telefonierte am Samstag mit dem Kremlchef.", "telefonierte",
         {"German chancellor DE", "Russian president RU"}),
        # two names, two offices, many states
        ("Am Freitag rief Scholz Putin an.", "rief", {"Scholz DE", "Putin RU"}),
        ("Der finnische und der estnische Außenminister trafen sich am Dienstag in Tallinn.", "trafen",
         {"Finnish foreign minister FI", "Estonian foreign minister EE"}),
        ("Die südlichen Staaten Italien, Malta und Spanien verhandelten am Montag mit dem Iran.", "verhandelten",
         {"Italy IT", "Malta MT", "Spain ES", "Iran IR"}),
        # titles that say what their body says
        ("Turkey hosted a meeting of the CIA and Mossad heads in Ankara on Monday.", "meeting",
         {"Turkey TR", "American head of intelligence US", "Israeli head of intelligence IL"}),
        ("Der Chef der CIA telefonierte am Montag mit dem Leiter des Mossad.", "telefonierte",
         {"American head of intelligence US", "Israeli head of intelligence IL"}),
        # metonyms and groups
        ("Washington and Beijing held talks in Geneva on Monday.", "talks", {"United States US", "China CN"}),
        ("Das Weiße Haus und der Kreml verhandelten am Mittwoch in Genf.", "verhandelten",
         {"White House US", "Kremlin RU"}),
        ("Mindestens ein ehemaliger US-Beamter reiste am Montag nach Moskau.", "reiste",
         {"former American official US", "Russia RU"}),
    ],
)  # fmt: skip
def test_who_is_meant(annotator: Annotator, text: str, trigger: str, participants: set[str]) -> None:
    assert told(read(annotator, text), trigger) == participants


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov, whom Hungarian Foreign Minister Péter Szijjártó met in Moscow, called Hakan Fidan on Friday.",
        "Sergei Lavrov, whose Hungarian colleague had met Wang Yi in Beijing, called Hakan Fidan on Friday.",
    ],
)
def test_a_relative_clause_gives_nobody_its_nationality(annotator: Annotator, text: str) -> None:
    assert told(read(annotator, text), "called") == {"Sergei Lavrov RU", "Hakan Fidan TR"}


def test_demonyms_act_only_where_officials_of_theirs_are_spoken_of(annotator: Annotator) -> None:
    sentence = "Die Russen und die Ukrainer trafen sich am Freitag in Istanbul."
    assert not read(annotator, sentence)
    more = " Der russische Außenminister Lawrow fehlte, die ukrainische Regierung schickte einen Beamten."
    assert told(read(annotator, sentence + more), "trafen") == {
        "Russian representatives RU",
        "Ukrainian representatives UA",
    }


def test_somebodys_ministry_is_of_his_state(annotator: Annotator) -> None:
    text = "Sergej Schoigu telefonierte am Freitag mit Lloyd Austin. Schoigus Ministerium bestätigte das Gespräch."
    (response,) = [claim for claim in read(annotator, text) if claim.type == "response"]
    assert [m.country for m in response.participants] == ["RU"]


def test_those_listed_under_a_group_are_of_its_side(annotator: Annotator) -> None:
    text = (
        "Zu den Teilnehmern des Treffens am Montag gehörten Sergej Lawrow sowie US-Fachleute wie der frühere Beamte"
        " Paul Reed und der Historiker Mark Bow."
    )
    assert {"Paul Reed US", "Mark Bow US"} <= told(read(annotator, text), "Treffens")
