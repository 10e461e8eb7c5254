"""Find sentences that the next one lays in somebody's mouth ("Der Hafen ist zu. Das teilte die Reederei mit").

In: a Text, its cues and what was found. Out: Drafts whose content is the sentence before. Never looks further back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.text import NOMINAL, Text


def find_taken_up(text: Text, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the sentences before a "Das" or "This" that somebody says."""
    used = {draft.cue_head for draft in drafts}
    for cue in cues:
        number = text.sentence_of[cue.head]
        start, _ = text.sentences[number]
        if not number or cue.head in used or text.lower[start] not in word_list("takes up", text.lang):
            continue
        if "sich" in cue.takes:  # "Das freut ihn" is not what he says
            continue
        above = text.head[start]
        if above != cue.head and above not in cue.words or text.head[cue.head] != cue.head:
            continue
        speaker = cue.speaker if cue.speaker not in {None, start} else _find_behind(text, cue)
        first, last = text.sentences[number - 1]
        before = [i for i in range(first, last) if text.pos[i] != "SPACE"]
        if before and speaker is not None and cue.takes & {"dass", "that", "obj"}:
            yield Draft("indirect", [*before, start], speaker, cue.words, cue.head)


def _find_behind(text: Text, cue: Cue) -> int | None:
    """Return who says it where the parser takes "Das" for the subject: "Das meldet die Agentur"."""
    behind = (kid for kid in text.children(cue.head, "nsubj", "obj", "iobj", "obl") if kid > cue.head)
    return next((kid for kid in behind if text.pos[kid] in NOMINAL and not text.children(kid, "case")), None)
