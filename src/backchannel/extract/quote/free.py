"""Find speech that goes on without a cue: sentences in the Konjunktiv, quotation marks that stand alone.

In: a Text and what was found in it. Out: Drafts whose speaker stands in an earlier sentence. Never begins a speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.marks import Stretch
from backchannel.extract.quote.mood import is_reported_mood, is_second_mood
from backchannel.extract.quote.speaker import IMPERSONAL, find_subject
from backchannel.extract.quote.text import Text


def continue_speech(text: Text, drafts: Sequence[Draft], stretches: Sequence[Stretch]) -> Iterator[Draft]:
    """Yield the quotations that take their speaker from before, neighbouring sentences as one."""
    taken = {i for draft in drafts if draft.kind != "reported" for i in draft.content}
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        spot = draft.cue_head if draft.cue_head is not None else draft.content[-1]
        by_sentence.setdefault(text.sentence_of[spot], []).append(draft)
    running: Draft | None = None
    last: Draft | None = None
    for number, (start, end) in enumerate(text.sentences):
        here = by_sentence.get(number, [])
        if here:
            if running:
                yield running
            running = None
        if _is_free(text, start, end, taken, running or last):
            if running:
                running.content += range(running.content[-1] + 1, end)
                running.content = [i for i in running.content]
            else:
                speaker = last.speaker if last else _bystander(text, number)
                running = Draft("indirect", list(range(start, end)), speaker, is_continued=True)
        elif not here:
            if running:
                yield running
                last = running if start == end else None
            running = None
        if here:
            outer = [draft for draft in here if draft.speaker is not None]
            last = max(outer, key=lambda draft: len(draft.content), default=last)
        elif running:
            last = running
        elif not running:
            last = last if _is_covered(start, end, taken) else None
    if running:
        yield running


def _is_covered(start: int, end: int, taken: set[int]) -> bool:
    return start in taken


def _bystander(text: Text, number: int) -> int | None:
    """Return the subject of the sentence before, who is the likely speaker where no cue named one."""
    if number == 0:
        return None
    start, end = text.sentences[number - 1]
    roots = [i for i in range(start, end) if text.head[i] == i]
    subject = find_subject(text, roots[0]) if roots else None
    return subject if subject is not None and text.lower[subject] not in IMPERSONAL else None


def _is_free(text: Text, start: int, end: int, taken: set[int], before: Draft | None) -> bool:
    """Tell whether the main clause of a sentence stands in the Konjunktiv and nobody is named who says it."""
    roots = [i for i in range(start, end) if text.head[i] == i and not text.is_edge(i)]
    if not roots or roots[0] in taken:
        return False
    mains = [roots[0], *text.children(roots[0], "conj")]
    if any(is_reported_mood(text, main) for main in mains):
        return True
    return before is not None and is_second_mood(text, roots[0])
