"""Tell the mood of speech that is somebody else's: the German Konjunktiv.

In: a verb of a Text. Out: yes or no. English has no such mood.
"""

from __future__ import annotations

from backchannel.extract.quote.text import VERBAL, Text

FIRST = frozenset(
    "sei seien seiet habe werde könne müsse solle wolle dürfe möge wisse lasse gehe komme stehe gebe sehe bleibe".split()
)
SECOND = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften sollte sollten".split()
)


def is_first(text: Text, i: int) -> bool:
    """Tell whether a token is a form of the Konjunktiv I ("sei", "komme") and not an "ich"-form."""
    word = text.lower[i]
    if text.lang != "de" or text.pos[i] not in VERBAL or not word.endswith("e") and word != "seien":
        if word not in FIRST:
            return False
    if text.lang != "de" or text.pos[i] not in VERBAL:
        return False
    if word not in FIRST and (word.endswith(("te", "de")) and text.morph(i, "Tense") != "Pres"):
        return False
    if word not in FIRST and (text.morph(i, "VerbForm") != "Fin" or text.morph(i, "Tense") != "Pres"):
        return False
    if word not in FIRST and text.morph(i, "Number") != "Sing":
        return False
    clause = text.head[i] if text.dep[i] in {"aux", "cop"} else i
    return all(text.lower[kid] != "ich" for kid in text.kids[clause])


def finite(text: Text, clause: int) -> list[int]:
    """Return the verbs that may be the finite one of a clause: its helpers, then its head."""
    helpers = [kid for kid in text.kids[clause] if text.dep[kid] in {"aux", "cop"}]
    return [*helpers, clause]


def is_reported_mood(text: Text, clause: int) -> bool:
    """Tell whether a clause stands in the Konjunktiv I."""
    return any(is_first(text, verb) for verb in finite(text, clause))


def is_second_mood(text: Text, clause: int) -> bool:
    """Tell whether a clause stands in the Konjunktiv II, which goes on for the first where that has no form."""
    return text.lang == "de" and any(text.lower[verb] in SECOND for verb in finite(text, clause))
