"""Find clauses in the Konjunktiv that hang on no known word of saying: "Er zeigte kein Verständnis, es gehe um Geld".

In: a Text and what was found in it. Out: Drafts whose speaker is the subject above. German only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import known
from backchannel.extract.quote.mood import is_first, is_second
from backchannel.extract.quote.speaker import find_subject, is_speaking
from backchannel.extract.quote.text import VERBAL, Text
from backchannel.extract.quote.trim import clean

HANGING = frozenset({"ccomp", "acl", "parataxis", "advcl", "dep", "appos", "conj"})


def find_unframed(text: Text, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each clause in the Konjunktiv that nothing covers yet."""
    if known(text.lang) != "de":
        return
    taken = {i for draft in drafts for i in draft.content}
    for i in range(text.size):
        if i in taken or text.pos[i] not in VERBAL or not (is_first(text, i) or is_second(text, i)):
            continue
        clause = text.head[i] if text.dep[i] in {"aux", "cop"} else i
        draft = _after_colon(text, clause)
        if draft is None and is_first(text, i):
            draft = _below(text, clause)
        if draft is not None and not taken.intersection(draft.content[:1]):
            taken.update(draft.content)
            yield draft


def _after_colon(text: Text, clause: int) -> Draft | None:
    """Return what follows a colon; the subject of what stands before it speaks."""
    start, end = text.bounds(clause)
    colon = next((k for k in range(start, clause) if text.lower[k] == ":"), None)
    if colon is None:
        return None
    subjects = [k for k in range(start, colon) if text.dep[k] == "nsubj" and is_speaking(text, k)]
    return Draft("indirect", clean(text, list(range(colon + 1, end))), subjects[0], (), None) if subjects else None


def _below(text: Text, clause: int) -> Draft | None:
    above = text.head[clause]
    if above == clause or text.dep[clause] not in HANGING or text.relation[clause] == "acl:relcl":
        return None
    verbs = [above, *text.above(above)]
    speaker = next(
        (s for verb in verbs if text.pos[verb] in VERBAL and (s := find_subject(text, verb)) is not None), None
    )
    content = clean(text, text.subtree(clause))
    if speaker is None or speaker in content or not is_speaking(text, speaker):
        return None
    return Draft("indirect", content, speaker, (), None)
