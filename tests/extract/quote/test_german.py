"""Every construction of speech in German: who says what, with which word."""

from __future__ import annotations

import pytest
from speech import told

# text, then for each quotation: kind, speaker, cue, content; "…" stands where a span has a gap, "+" for a carried speaker
CASES = [
    (
        "„Wir sind bereit“, sagte Anna Berg, eine Sprecherin des Ministeriums.",
        [
            ("direct", "Anna Berg, eine Sprecherin des Ministeriums", "sagte", "„Wir sind bereit“"),
        ],
    ),
    (
        "„Wir sind bereit“, sagte der Minister. „Wir reisen nach Genf.“",
        [
            ("direct", "der Minister", "sagte", "„Wir sind bereit“"),
            ("direct+", "der Minister", "", "„Wir reisen nach Genf.“"),
        ],
    ),
    (
        "„Wir sind bereit“, sagte Karl Maier, „und wir gehen morgen hin.“",
        [
            ("direct", "Karl Maier", "sagte", "„Wir sind bereit“ … „und wir gehen morgen hin.“"),
        ],
    ),
    (
        "Der Minister sagte: „Wir sind bereit.“",
        [
            ("direct", "Der Minister", "sagte", "„Wir sind bereit.“"),
        ],
    ),
    (
        "»Es gibt keinen Vertrag«, erklärte Maier.",
        [
            ("direct", "Maier", "erklärte", "»Es gibt keinen Vertrag«"),
        ],
    ),
    (
        '"Es gibt keinen Vertrag", erklärte Maier.',
        [
            ("direct", "Maier", "erklärte", '"Es gibt keinen Vertrag"'),
        ],
    ),
    (
        "“Es gibt keinen Vertrag”, erklärte Maier.",
        [
            ("direct", "Maier", "erklärte", "“Es gibt keinen Vertrag”"),
        ],
    ),
    (
        "„Die Gespräche waren nützlich. Wir trafen uns zwei Stunden. Wir sehen uns wieder“, sagte der König im Fernsehen.",
        [
            (
                "direct",
                "der König",
                "sagte",
                "„Die Gespräche waren nützlich. Wir trafen uns zwei Stunden. Wir sehen uns wieder“",
            ),
        ],
    ),
    (
        "Der Gesandte nannte den Plan „einen gefährlichen Fehler“ und ging.",
        [
            ("direct", "Der Gesandte", "nannte", "„einen gefährlichen Fehler“"),
        ],
    ),
    ("Die sogenannte „lange Nacht“ begann am Mittag in Neustadt.", []),
    ("Der Roman „Die lange Nacht“ gewann den Preis.", []),
    (
        "Die Ministerin sagte am Montag, dass die Gespräche gescheitert seien.",
        [
            ("indirect", "Die Ministerin", "sagte", "dass die Gespräche gescheitert seien"),
        ],
    ),
    (
        "Die Gespräche seien gescheitert, sagte die Ministerin am Montag.",
        [
            ("indirect", "die Ministerin", "sagte", "Die Gespräche seien gescheitert"),
        ],
    ),
    (
        "Die Gespräche, sagte die Ministerin, seien gescheitert.",
        [
            ("indirect", "die Ministerin", "sagte", "seien gescheitert"),
        ],
    ),
    (
        "Der Minister sagte, die Gespräche gingen im Mai weiter. Man habe viel erreicht. Es sei aber noch nichts unterschrieben.",
        [
            ("indirect", "Der Minister", "sagte", "die Gespräche gingen im Mai weiter"),
            ("indirect+", "Der Minister", "", "Man habe viel erreicht. Es sei aber noch nichts unterschrieben."),
        ],
    ),
    (
        "Die Gewerkschaft kündigte an, den Streik am Freitag zu beenden.",
        [
            ("indirect", "Die Gewerkschaft", "kündigte an", "den Streik am Freitag zu beenden"),
        ],
    ),
    (
        "Der Rat forderte beide Seiten auf, an den Tisch zurückzukehren.",
        [
            ("indirect", "Der Rat", "forderte … auf", "an den Tisch zurückzukehren"),
        ],
    ),
    (
        "Er forderte eine Waffenruhe und kritisierte, dass der Hafen beschossen werde.",
        [
            ("reported+", "Er", "forderte", "Er forderte eine Waffenruhe"),
            ("indirect+", "Er", "kritisierte", "dass der Hafen beschossen werde"),
        ],
    ),
    (
        "Laut Polizei wurden zwei Menschen verletzt.",
        [
            ("indirect", "Polizei", "Laut", "wurden zwei Menschen verletzt"),
        ],
    ),
    (
        "Nach Angaben des Innenministeriums wurden zwei Menschen verletzt.",
        [
            ("indirect", "Angaben des Innenministeriums", "Nach", "wurden zwei Menschen verletzt"),
        ],
    ),
    (
        "Dem Innenministerium zufolge wurden zwei Menschen verletzt.",
        [
            ("indirect", "Dem Innenministerium", "zufolge", "wurden zwei Menschen verletzt"),
        ],
    ),
    (
        "Der Hafen bleibt geschlossen, hieß es aus Kreisen der Regierung.",
        [
            ("indirect", "Kreisen der Regierung", "hieß es", "Der Hafen bleibt geschlossen"),
        ],
    ),
    (
        "Der König reist nach Kairo, berichtete die Agentur unter Berufung auf zwei Diplomaten.",
        [
            ("indirect", "die Agentur", "berichtete", "Der König reist nach Kairo"),
            ("indirect", "zwei Diplomaten", "unter Berufung auf", "Der König reist nach Kairo"),
        ],
    ),
    (
        "Die Lage sei ruhig, so der Bürgermeister.",
        [
            ("indirect", "der Bürgermeister", "so", "Die Lage sei ruhig"),
        ],
    ),
    (
        "Wie das Ministerium mitteilte, reiste der Gesandte am Sonntag ab.",
        [
            ("indirect", "das Ministerium", "Wie … mitteilte", "reiste der Gesandte am Sonntag ab"),
        ],
    ),
    (
        "Der Gesandte reiste am Sonntag ab, wie die Zeitung berichtete.",
        [
            ("indirect", "die Zeitung", "wie … berichtete", "Der Gesandte reiste am Sonntag ab"),
        ],
    ),
    (
        "Der Gesandte ist abgereist, teilte das Ministerium mit.",
        [
            ("indirect", "das Ministerium", "teilte … mit", "Der Gesandte ist abgereist"),
        ],
    ),
    (
        "In der Erklärung heißt es, beide Seiten seien zufrieden.",
        [
            ("indirect", "der Erklärung", "heißt es", "beide Seiten seien zufrieden"),
        ],
    ),
    (
        "Der König soll die Rebellen heimlich getroffen haben.",
        [
            ("reported", "", "soll", "Der König soll die Rebellen heimlich getroffen haben"),
        ],
    ),
    (
        "Die Behauptung des Senators, der Brief sei gefälscht, blieb unbelegt.",
        [
            ("indirect", "des Senators", "Die Behauptung", "der Brief sei gefälscht"),
        ],
    ),
    (
        "Die Ankündigung von Minister Berg, den Hafen zu schließen, kam überraschend.",
        [
            ("indirect", "Minister Berg", "Die Ankündigung", "den Hafen zu schließen"),
        ],
    ),
    (
        "Die Forderung der Händler, dass die Grenze geöffnet wird, verhallte.",
        [
            ("indirect", "der Händler", "Die Forderung", "dass die Grenze geöffnet wird"),
        ],
    ),
    (
        "Die Gesandten kamen am Sonntag in Oslo an. Sie betonten jedoch, dass noch nichts entschieden sei.",
        [
            ("indirect+", "Sie", "betonten", "dass noch nichts entschieden sei"),
        ],
    ),
    (
        "Ein Sprecher der Regierung sagte, der König habe ihm erklärt, dass er zurücktrete.",
        [
            ("indirect", "Ein Sprecher der Regierung", "sagte", "der König habe ihm erklärt, dass er zurücktrete"),
            ("indirect", "der König", "habe … erklärt", "dass er zurücktrete"),
        ],
    ),
    (
        "Die Agentur meldete, ein Sprecher habe gesagt, die Gespräche seien vorbei.",
        [
            ("indirect", "Die Agentur", "meldete", "ein Sprecher habe gesagt, die Gespräche seien vorbei"),
            ("indirect", "ein Sprecher", "habe gesagt", "die Gespräche seien vorbei"),
        ],
    ),
    (
        "Der Bericht wurde von der Polizei bestätigt.",
        [
            ("reported", "der Polizei", "wurde … bestätigt", "Der Bericht wurde von der Polizei bestätigt."),
        ],
    ),
    (
        "Der Minister wird von der Zeitung mit den Worten zitiert: „Wir warten ab.“",
        [
            ("direct", "Der Minister", "wird … zitiert", "„Wir warten ab.“"),
        ],
    ),
    (
        "Maier wird mit dem Satz zitiert, man müsse reden.",
        [
            ("indirect", "Maier", "wird … zitiert", "man müsse reden"),
        ],
    ),
    (
        "Es wird vermutet, dass der Brief echt ist.",
        [
            ("indirect", "", "wird vermutet", "dass der Brief echt ist"),
        ],
    ),
    (
        "Der Hafen ist geschlossen. Das teilte die Reederei mit.",
        [
            ("indirect", "die Reederei", "teilte … mit", "Der Hafen ist geschlossen. Das"),
        ],
    ),
    (
        "Oslo ist überzeugt, dass beide Seiten Frieden wollen.",
        [
            ("indirect", "Oslo", "ist überzeugt", "dass beide Seiten Frieden wollen"),
        ],
    ),
    (
        "Aus Regierungskreisen verlautete, der König sei krank.",
        [
            ("indirect", "Regierungskreisen", "verlautete", "der König sei krank"),
        ],
    ),
    (
        "„Wer zahlt das?“, fragte der Händler.",
        [
            ("direct", "der Händler", "fragte", "„Wer zahlt das?“"),
        ],
    ),
    (
        "Berichte, wonach der König krank sei, wies der Hof zurück.",
        [
            ("indirect", "Berichte", "wonach", "der König krank sei"),
        ],
    ),
    (
        "Der Minister schloss aus, noch einmal anzutreten, und lobte den Rat.",
        [
            ("indirect", "Der Minister", "schloss aus", "noch einmal anzutreten"),
        ],
    ),
    (
        "Die Gespräche ruhen. Demnach reist der König nicht nach Kairo.",
        [
            ("indirect", "Demnach", "Demnach", "reist der König nicht nach Kairo"),
        ],
    ),
    (
        "Er sagte, er habe von einem „‚geheimen‘ Kanal“ nichts gewusst.",
        [
            ("indirect+", "Er", "sagte", "er habe von einem „‚geheimen‘ Kanal“ nichts gewusst"),
            ("direct+", "Er", "sagte", "„‚geheimen‘ Kanal“"),
            ("direct+", "Er", "sagte", "‚geheimen‘"),
        ],
    ),
    (
        "Die Regierung zeigte sich enttäuscht: Die Nachbarn hätten nicht geholfen, und es fehle Geld.",
        [
            ("indirect", "Die Regierung", "", "Die Nachbarn hätten nicht geholfen, und es fehle Geld"),
        ],
    ),
    (
        "Der Direktor, der seit Mai im Amt ist, bestritt, die Rebellen getroffen zu haben.",
        [
            ("indirect", "Der Direktor", "bestritt", "die Rebellen getroffen zu haben"),
        ],
    ),
    (
        "„Wir trafen uns in Oslo. Es war ein langer Tag.\n\nWir sehen uns wieder“, sagte der Gesandte.",
        [
            (
                "direct",
                "der Gesandte",
                "sagte",
                "„Wir trafen uns in Oslo. Es war ein langer Tag.\n\nWir sehen uns wieder“",
            ),
        ],
    ),
    (
        "„Wir trafen uns in Oslo. Es war ein langer Tag.\n\n„Wir sehen uns wieder“, sagte der Gesandte.",
        [
            (
                "direct",
                "der Gesandte",
                "sagte",
                "„Wir trafen uns in Oslo. Es war ein langer Tag.\n\n„Wir sehen uns wieder“",
            ),
        ],
    ),
    (
        "„Er sagte mir ‚nie wieder‘ und ging“, sagte Berg.",
        [
            ("direct", "Berg", "sagte", "„Er sagte mir ‚nie wieder‘ und ging“"),
            ("direct+", "Er", "sagte", "‚nie wieder‘"),
        ],
    ),
    (
        "Ein Sprecher bestätigte das Telefonat.",
        [
            ("reported", "Ein Sprecher", "bestätigte", "Ein Sprecher bestätigte das Telefonat."),
        ],
    ),
    (
        "Der Gesandte sprach von einem Erfolg.",
        [
            ("reported", "Der Gesandte", "sprach", "Der Gesandte sprach von einem Erfolg."),
        ],
    ),
    (
        "Die Stadt solle geräumt werden, sagte er. Das habe der Rat beschlossen.",
        [
            ("indirect", "er", "sagte", "Die Stadt solle geräumt werden"),
            ("indirect+", "er", "", "Das habe der Rat beschlossen."),
        ],
    ),
    (
        "Der Sprecher, der ungenannt bleiben wollte, sagte, die Gespräche ruhten.",
        [
            ("indirect", "Der Sprecher", "sagte", "die Gespräche ruhten"),
        ],
    ),
    (
        "Der Vertrag werde „nicht lange halten“, heißt es in einem Bericht des Rates.",
        [
            ("indirect", "einem Bericht des Rates", "heißt es", "Der Vertrag werde „nicht lange halten“"),
            ("direct", "einem Bericht des Rates", "heißt es", "„nicht lange halten“"),
        ],
    ),
    (
        "Der König habe abgedankt, meldete die Agentur am Montag und berief sich auf den Hof.",
        [
            ("indirect", "die Agentur", "meldete", "Der König habe abgedankt"),
            ("reported", "die Agentur", "berief sich", "berief sich auf den Hof"),
        ],
    ),
    (
        "Ein Insider sagte der Zeitung, dass der König krank sei.",
        [
            ("indirect", "Ein Insider", "sagte", "dass der König krank sei"),
        ],
    ),
    (
        "Es heißt, der König sei krank.",
        [
            ("indirect", "", "Es heißt", "der König sei krank"),
        ],
    ),
    (
        "Nach den Worten des Gesandten ruhen die Gespräche.",
        [
            ("indirect", "den Worten des Gesandten", "Nach", "ruhen die Gespräche"),
        ],
    ),
    ("Nach dem Treffen reiste der König ab.", []),
    ("Der Minister will sich am Montag äußern.", []),
    ("Die Zeitung „Der Bote“ erscheint montags.", []),
    (
        "Der Gesandte warnte vor einem neuen Krieg.",
        [
            ("reported", "Der Gesandte", "warnte", "Der Gesandte warnte vor einem neuen Krieg."),
        ],
    ),
    (
        "Berg bezeichnete den Plan als „Wagnis“.",
        [
            ("direct", "Berg", "bezeichnete", "„Wagnis“"),
        ],
    ),
    (
        "Oslo warf Bern vor, den Vertrag zu brechen.",
        [
            ("indirect", "Oslo", "warf … vor", "den Vertrag zu brechen"),
        ],
    ),
    (
        "Angesprochen auf den Brief antwortete er: „Kein Kommentar.“",
        [
            ("direct+", "er", "antwortete", "„Kein Kommentar.“"),
        ],
    ),
    (
        "„Wir sind müde“, sagte Berg, der auch sagt, er sei ein Freund der Stadt.",
        [
            ("direct", "Berg", "sagte", "„Wir sind müde“"),
            ("indirect", "der", "sagt", "er sei ein Freund der Stadt"),
        ],
    ),
    (
        "Auf die Frage nach dem Plan witzelte Berg: „Nicht am Montag.“",
        [
            ("direct", "Berg", "witzelte", "„Nicht am Montag.“"),
        ],
    ),
    (
        "Der Zugriff funktioniere wieder, teilte das Amt mit. Der Dienst diene allen.",
        [
            ("indirect", "das Amt", "teilte … mit", "Der Zugriff funktioniere wieder"),
            ("indirect+", "das Amt", "", "Der Dienst diene allen."),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_german(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text, "de") == expected
