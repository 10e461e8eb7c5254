"""Find speech acts told without their wording: "Sie forderte mehr Geld", "he called for a ceasefire".

In: a Text, its cues and what is found already. Out: Drafts. Never takes a cue that introduces a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.content import has_infinitive
from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.speaker import find_agent, is_passive
from backchannel.extract.quote.text import VERBAL, Text
from backchannel.extract.quote.trim import clean

PREPOSITIONS = frozenset("von vor für gegen über auf mit zu an als um of for against about on as to".split())


def find_reported(text: Text, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each cue that has an object of what is said instead of a clause."""
    used = {draft.cue_head for draft in drafts}
    for cue in cues:
        if cue.head in used or cue.is_inserted or not (_is_passive_act(text, cue) or _is_active_act(text, cue)):
            continue
        if any(cue.head in draft.covers for draft in drafts if draft.kind == "direct"):
            continue
        content = _clause(text, cue)
        if content:
            yield Draft("reported", content, cue.speaker, cue.words, cue.head)


def _is_active_act(text: Text, cue: Cue) -> bool:
    return cue.speaker is not None and _is_finite_main(text, cue.head) and _has_object(text, cue)


def _is_passive_act(text: Text, cue: Cue) -> bool:
    """Tell whether a passive names who says it, or is hearsay: "is said to have left"."""
    if not is_passive(text, cue.head) or not cue.takes & {"dass", "that"}:
        return False
    if cue.speaker is not None:
        return (
            "obj" in cue.takes
            and cue.speaker == find_agent(text, cue.head)
            and text.dep[cue.head] in {"ROOT", "conj", "parataxis"}
        )
    return any(has_infinitive(text, kid) for kid in text.children(cue.head, "xcomp"))


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
        own = set(range(start, end)) - {
            i for kid in text.children(cue.head, "conj", "parataxis") for i in text.subtree(kid)
        }
    else:
        own = set(text.subtree(cue.head))
    tokens = sorted(i for i in own if text.pos[i] != "SPACE")
    if len(tokens) > 1 and tokens[-1] - tokens[-2] > 1:
        tokens = clean(text, tokens)
    while tokens and text.lower[tokens[0]] in {",", "und", "and"}:
        tokens = tokens[1:]
    return tokens


def find_hearsay(text: Text, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the clauses told as hearsay by an adverb or by "soll": no source is named."""
    taken = {i for draft in drafts for i in draft.content}
    for i in range(text.size):
        clause = text.head[i]
        is_adverb = text.lower[i] in word_list("reported adverb", text.lang)
        is_modal = text.lower[i] in word_list("hearsay modal", text.lang) and is_perfect(text, clause)
        if (is_adverb or is_modal) and clause not in taken and clause != i:
            content = clean(text, text.subtree(clause))
            yield Draft("reported", content, None, (i,), i)


def is_perfect(text: Text, verb: int) -> bool:
    """Tell whether a verb stands in the infinitive of the perfect: "gelogen haben"."""
    if text.pos[verb] not in VERBAL or text.dep[verb] not in {"ROOT", "conj", "parataxis", "ccomp"}:
        return False
    helpers = {text.lower[kid] for kid in text.children(verb, "aux")}
    return bool(helpers & word_list("perfect infinitive", text.lang)) and text.morph(verb, "VerbForm") == "Part"
