"""Tell the mood of speech that is somebody else's: the German Konjunktiv.

In: a verb of a Text. Out: yes or no. English has no such mood.
"""

from __future__ import annotations

from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.text import VERBAL, Text


def is_first(text: Text, i: int) -> bool:
    """Tell whether a token is a form of the Konjunktiv I ("sei", "komme") and not an "ich"-form."""
    word = text.lower[i]
    if text.lang != "de" or text.pos[i] not in VERBAL:
        return False
    if word not in word_list("first mood", text.lang) and not (word.endswith("e") and _is_subjunctive(text, i)):
        return False
    clause = text.head[i] if text.dep[i] in {"aux", "cop"} else i
    return all(text.lower[kid] != "ich" for kid in text.kids[clause])


def _is_subjunctive(text: Text, i: int) -> bool:
    """Tell whether a finite form in -e is no indicative: that ends in -t, and in -te where it is past.

    The form is surer than the tagger, which takes "diene" for a past tense.
    """
    word = text.lower[i]
    if word in word_list("no mood", text.lang) or text.morph(i, "VerbForm") != "Fin" or text.morph(i, "Mood") == "Imp":
        return False
    return not word.endswith("te") or [text.morph(i, f) for f in ("Tense", "Number")] == ["Pres", "Sing"]


def is_second(text: Text, i: int) -> bool:
    """Tell whether a token is a form of the Konjunktiv II of a verb that helps others ("hätten", "würde")."""
    return text.pos[i] in VERBAL and text.lower[i] in word_list("second mood", text.lang)


def finite(text: Text, clause: int) -> list[int]:
    """Return the verbs that may be the finite one of a clause: its helpers, then its head."""
    helpers = [kid for kid in text.kids[clause] if text.dep[kid] in {"aux", "cop"}]
    return [*helpers, clause]


def is_reported_mood(text: Text, clause: int) -> bool:
    """Tell whether a clause stands in the Konjunktiv I."""
    return any(is_first(text, verb) for verb in finite(text, clause))


def is_second_mood(text: Text, clause: int) -> bool:
    """Tell whether a clause stands in the Konjunktiv II, which goes on for the first where that has no form."""
    return any(is_second(text, verb) for verb in finite(text, clause))
