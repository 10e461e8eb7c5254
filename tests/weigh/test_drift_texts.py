"""What changed is seen in the words around a contact, in one language and across two."""

from __future__ import annotations

import pytest
from retold import article, claim, compare, retell

CHANGED = [
    # numbers
    ("en: They met twice, half a dozen officials said.", "de: Sie trafen sich, sagte ein Dutzend Beamte.", "number", "half a dozen officials", "ein Dutzend Beamte"),
    ("en: They spoke for 40 minutes.", "de: Sie sprachen eine Stunde lang miteinander.", "number", "40 minutes", "eine Stunde"),
    ("de: Das Treffen dauerte zweieinhalb Stunden.", "en: The meeting lasted three and a half hours.", "number", "zweieinhalb Stunden", "three and a half hours"),
    ("de: Bei dem zweistündigen Treffen ging es um Getreide.", "de: Bei dem dreistündigen Treffen ging es um Getreide.", "number", "zweistündigen", "dreistündigen"),
    ("en: They met, four sources said.", "de: Sie trafen sich, sagten fünf Insider.", "number", "four sources", "fünf Insider"),
    ("en: They met after the release of three hostages.", "de: Sie trafen sich nach der Freilassung von dreizehn Geiseln.", "number", "three hostages", "dreizehn Geiseln"),
    # hedges
    ("de: Es gab mindestens drei Treffen.", "de: Es gab drei Treffen.", "qualifier", "mindestens drei Treffen", "drei Treffen"),
    ("en: There was at least one meeting.", "de: Es gab ein Treffen.", "qualifier", "at least one meeting", "ein Treffen"),
    ("en: They spoke for about 40 minutes.", "en: They spoke for more than 40 minutes.", "qualifier", "about 40 minutes", "more than 40 minutes"),
    ("en: They met several times.", "de: Sie trafen sich viele Male.", "qualifier", "several times", "viele Male"),
    ("en: They met for the first time since March.", "de: Sie trafen sich zum ersten Mal.", "qualifier", "for the first time since March", "zum ersten Mal"),
    ("de: Das Treffen brachte ein brauchbares Ergebnis.", "de: Das Treffen brachte ein äußerst brauchbares Ergebnis.", "qualifier", "brauchbares Ergebnis", "äußerst brauchbares Ergebnis"),
    # people
    ("en: He met the former US ambassador John Doe.", "de: Er traf den US-Botschafter John Doe.", "qualifier", "former US ambassador John Doe", "US-Botschafter John Doe"),
    ("de: Er traf Ex-Präsident Karl Muster.", "en: He met President Karl Muster.", "qualifier", "Ex-Präsident Karl Muster", "President Karl Muster"),
    ("de: Er traf den stellvertretenden Außenminister Peter Muster.", "en: He met Foreign Minister Peter Muster.", "qualifier", "stellvertretenden Außenminister Peter Muster", "Foreign Minister Peter Muster"),
    ("en: He met two former officials.", "de: Er traf zwei Beamte.", "qualifier", "two former officials", "zwei Beamte"),
    ("en: He met the acting foreign minister, John Doe.", "en: He met the foreign minister, John Doe.", "qualifier", "acting foreign minister, John Doe", "foreign minister, John Doe"),
    ("de: Er traf den syrischen Außenminister Ali Muster.", "en: He met Syrian Foreign Minister Ali Tester.", "name", "Außenminister Ali Muster", "Foreign Minister Ali Tester"),
    ("de: Er traf den iranischen Botschafter Ali Muster.", "de: Er traf den irakischen Botschafter Ali Muster.", "side", "Botschafter Ali Muster", "Botschafter Ali Muster"),
    ("en: He met three Iranian diplomats.", "de: Er traf drei irakische Diplomaten.", "side", "three Iranian diplomats", "drei irakische Diplomaten"),
    ("de: Er traf einen Abgeordneten der Regierungspartei.", "en: He met an opposition lawmaker.", "side", "Abgeordneten der Regierungspartei", "lawmaker"),
    ("de: Er traf Verteidigungsminister Peter Muster.", "en: He met Foreign Minister Peter Muster.", "office", "Verteidigungsminister Peter Muster", "Foreign Minister Peter Muster"),
    ("de: Das Treffen bestätigte ein ehemaliger Beamter.", "en: An official confirmed the meeting.", "qualifier", "ehemaliger Beamter", "official"),
    ("en: He met at least two U.S. officials.", "de: Er traf zwei US-Beamte.", "qualifier", "at least two U.S. officials", "zwei US-Beamte"),
    ("de: Das Treffen dauerte eine halbe Stunde.", "en: The meeting lasted about two hours.", "number", "eine halbe Stunde", "about two hours"),
    # wishes, places, certainty
    ("en: They met at the request of the Swiss side.", "de: Sie trafen sich auf Wunsch der norwegischen Seite.", "side", "at the request of the Swiss side", "auf Wunsch der norwegischen Seite"),
    ("en: They met near Geneva.", "de: Sie trafen sich in Genf.", "place", "near Geneva", "in Genf"),
    ("de: Das Treffen soll stattgefunden haben.", "de: Das Treffen gilt als gesichert.", "certainty", "soll", "gilt als gesichert"),
]  # fmt: skip
UNCHANGED = [
    ("en: They met twice, half a dozen officials said.", "de: Sie trafen sich, sagten sechs Beamte."),
    ("en: They met, two dozen officials said.", "de: Sie trafen sich, sagten zwei Dutzend Beamte."),
    ("de: Das Treffen dauerte eine Stunde.", "en: The meeting lasted 60 minutes."),
    ("en: The meeting lasted more than an hour.", "de: Das Treffen dauerte 80 Minuten."),
    ("de: Das Treffen dauerte gut zwei Stunden.", "en: The meeting lasted a little over two hours."),
    ("de: Das Treffen dauerte rund 40 Minuten.", "en: The meeting lasted some 40 minutes."),
    ("de: Das Treffen dauerte eine Stunde.", "en: They met. An hour later they were gone."),
    ("en: They met on May 3.", "de: Sie trafen sich am 4. Juni mit drei Begleitern."),
    ("en: They met. Two officials told of it, and later three officials.", "de: Sie trafen sich, sagten vier Beamte."),
    ("en: They met. At least three meetings were held.", "de: Es gab mindestens drei Treffen. Die drei Treffen waren kurz."),
    ("de: Er traf den ehemaligen Botschafter Karl Muster.", "en: He met the former ambassador Karl Muster. Ambassador Muster smiled."),
    ("de: Er traf Exminister Karl Muster.", "en: He met Karl Muster."),
    ("en: He met a senior US official.", "de: Er traf einen hochrangigen US-Beamten."),
    ("en: He met Ukrainian President Volodymyr Zelensky.", "de: Er traf den ukrainischen Präsidenten Wolodymyr Selenskyj."),
    ("en: They met at the request of the Swiss side.", "de: Sie trafen sich auf Bitten der Schweiz."),
    ("en: They met at the invitation of Norway.", "de: Sie trafen sich auf Wunsch der Schweiz."),
    ("en: They met near Geneva.", "de: Sie trafen sich bei Genf."),
    ("de: Er traf einen Berater des Präsidenten Karl Muster.", "en: He met an aide to Prime Minister Karl Muster."),
    ("en: The meeting lasted most of a day.", "de: Das Treffen dauerte fast einen ganzen Tag."),
    ("de: Er traf einen Beamten.", "en: He met a senior official."),
    ("en: They spoke for an hour and a half.", "de: Sie sprachen anderthalb Stunden lang."),
    ("en: They met after a delegation of 1,200 soldiers left.", "de: Sie trafen sich nach der Abreise von 1.200 Soldaten."),
    ("en: They met, and then two million refugees left.", "de: Sie trafen sich, dann gingen drei Millionen Flüchtlinge."),
    ("en: They met in Geneva. It is near Lausanne.", "de: Sie trafen sich in Genf."),
    ("en: They met for the first time since March.", "de: Sie trafen sich erstmals seit März."),
    ("de: Das Treffen soll stattgefunden haben.", "de: Das Treffen gilt nicht als gesichert."),
    ("de: Sie trafen sich dem Vernehmen nach in Wien.", "en: They reportedly met in Vienna."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "field", "was", "is_now"), CHANGED)
def test_what_changed_is_found(before: str, after: str, field: str, was: str, is_now: str) -> None:
    assert (field, was, is_now) in [(f, b, a) for f, b, a in retell(before, after)]


@pytest.mark.parametrize(("before", "after", "field", "was", "is_now"), CHANGED)
def test_nothing_else_is_found(before: str, after: str, field: str, was: str, is_now: str) -> None:
    assert len(retell(before, after)) == 1


@pytest.mark.parametrize(("before", "after"), UNCHANGED)
def test_what_agrees_is_no_drift(before: str, after: str) -> None:
    assert retell(before, after) == []


TEXTS = sorted({text for row in (*CHANGED, *UNCHANGED) for text in row[:2]})


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_no_drift_to_itself(text: str) -> None:
    assert retell(text, text) == []


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_added_or_left_out_is_no_drift(text: str) -> None:
    more = f"{text} " + ("Danach ging jeder seines Weges." if text.startswith("de") else "Then each went his way.")
    assert retell(text, more) == [] == retell(more, text)


def test_without_a_claim_there_is_none() -> None:
    told, parent = article("a", "They met four times.", "en"), article("b", "They met five times.", "en")
    assert compare([], [claim(parent)], told, parent) == () == compare([claim(told)], [], told, parent)
