"""Find speech acts told without their wording: "Sie forderte mehr Geld", "he called for a ceasefire".

In: a Text, its cues and what is found already. Out: Drafts. Never takes a cue that introduces a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.text import Text

PREPOSITIONS = frozenset("von vor für gegen über auf mit zu an als um of for against about on as to".split())


def find_reported(text: Text, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each cue that has an object of what is said instead of a clause."""
    used = {draft.cue_head for draft in drafts}
    for cue in cues:
        if cue.head in used or cue.speaker is None or cue.is_inserted or not _has_object(text, cue):
            continue
        if not _is_finite_main(text, cue.head):
            continue
        if any(cue.head in draft.covers for draft in drafts if draft.kind == "direct"):
            continue
        content = _clause(text, cue)
        if content:
            yield Draft("reported", content, cue.speaker, cue.words, cue.head)


def _is_finite_main(text: Text, verb: int) -> bool:
    return text.dep[verb] in {"ROOT", "conj", "parataxis"} and text.morph(verb, "VerbForm") == "Fin"


def _has_object(text: Text, cue: Cue) -> bool:
    if "obj" in cue.takes and any(text.lower[kid] not in {"sich", "es"} for kid in text.children(cue.head, "obj")):
        return True
    wanted = cue.takes & PREPOSITIONS
    return bool(wanted) and any(
        text.lower[case] in wanted or text.lower[case] == "vom" and "von" in wanted
        for kid in text.children(cue.head, "obl", "nmod", "xcomp", "advmod")
        for case in text.children(kid, "case")
    )


def _clause(text: Text, cue: Cue) -> list[int]:
    """Return the clause of a cue with its stop; of the main clause the whole sentence."""
    start, end = text.bounds(cue.head)
    if text.head[cue.head] == cue.head:
        own = set(range(start, end)) - {i for kid in text.children(cue.head, "conj", "parataxis") for i in text.subtree(kid)}
    else:
        own = set(text.subtree(cue.head))
    tokens = sorted(i for i in own if text.pos[i] != "SPACE")
    while tokens and text.lower[tokens[0]] in {",", "und", "and"}:
        tokens = tokens[1:]
    return tokens
