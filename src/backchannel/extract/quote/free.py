"""Find speech that goes on without a cue: sentences in the Konjunktiv or with "soll", quotation marks that stand alone.

In: a Text and what was found in it. Out: Drafts whose speaker stands in an earlier sentence. Never begins a speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.marks import Stretch
from backchannel.extract.quote.mood import finite, is_first, is_reported_mood, is_second_mood
from backchannel.extract.quote.report import is_perfect
from backchannel.extract.quote.speaker import find_agent, find_subject, is_named, is_passive, is_speaking
from backchannel.extract.quote.text import VERBAL, Text

REACH = 4  # sentences of a paragraph after which a source is forgotten


class Continuation:
    """Walks the sentences of a Text and keeps in mind who spoke last."""

    def __init__(self, text: Text, drafts: Sequence[Draft], stretches: Sequence[Stretch]) -> None:
        self.text = text
        self.taken = {i for draft in drafts if draft.kind != "reported" for i in draft.content}
        self.by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            spot = draft.cue_head if draft.cue_head is not None else draft.content[-1]
            self.by_sentence.setdefault(text.sentence_of[spot], []).append(draft)
        done = {draft.content[0] for draft in drafts}
        self.alone = {s.start: s for s in stretches if s.start not in done and not s.depth}
        self.speaker: int | None = None
        self.seen = -REACH
        self.was_indirect = False

    def find(self) -> Iterator[Draft]:
        """Yield the quotations that take their speaker from before, neighbouring sentences as one."""
        running: Draft | None = None
        for number, (start, end) in enumerate(self.text.sentences):
            kind = self._kind(start, end, running)
            if kind is not None and running is not None and running.kind == kind:
                running.content += range(start, end)
                continue
            if running is not None:
                self.seen = number - 1
                yield running
            running = self._begin(kind, number) if kind is not None else None
            if kind is None:
                yield from self._marked(number)
                self._listen(number)
        if running is not None:
            yield running

    def _kind(self, start: int, end: int, running: Draft | None) -> str | None:
        """Return "indirect" for a sentence in the Konjunktiv, "reported" for one with "soll", else nothing."""
        text = self.text
        roots = [i for i in range(start, end) if text.head[i] == i and not text.is_edge(i)]
        if not roots or roots[0] in self.taken or any(text.lower[i] == ":" for i in range(start, roots[0])):
            return None
        mains = [roots[0], *(i for i in text.children(roots[0], "conj") if i not in self.taken)]
        if any(is_reported_mood(text, main) for main in mains):
            return "indirect"
        near = running is not None or self.seen == text.sentence_of[start] - 1
        if is_second_mood(text, roots[0]) and near:
            return "indirect"
        return "reported" if self._is_hearsay(roots[0], near) else None

    def _is_hearsay(self, root: int, near: bool) -> bool:
        text = self.text
        modal = any(text.lower[verb] in word_list("hearsay modal", text.lang) for verb in finite(text, root))
        return modal and (near or is_perfect(text, root)) and self._current(text.sentence_of[root]) is not None

    def _begin(self, kind: str, number: int) -> Draft:
        start, end = self.text.sentences[number]
        speaker = self._current(number)
        if speaker is None and kind == "indirect":
            speaker = self._bystander(number)
        self.speaker, self.seen = speaker, number
        return Draft(
            "indirect" if kind == "indirect" else "reported", list(range(start, end)), speaker, is_continued=True
        )

    def _current(self, number: int) -> int | None:
        """Return who spoke last, if that is not too long ago."""
        if self.speaker is None or number - self.seen > REACH:
            return None
        start = self.text.sentences[number][0]
        same = self.text.paragraph_of[self.speaker] == self.text.paragraph_of[start]
        return self.speaker if same or number - self.seen <= 1 else None

    def _marked(self, number: int) -> Iterator[Draft]:
        """Yield the stretch in quotation marks that a sentence opens with, if it is a sentence itself."""
        text = self.text
        start, end = text.sentences[number]
        stretch = self.alone.get(start)
        speaker = self._current(number)
        if stretch is None or speaker is None or number - self.seen > 1 or stretch.end < end - 1:
            return
        if any(text.pos[i] in VERBAL for i in range(start, stretch.end)):
            self.seen = text.sentence_of[stretch.end - 1]
            yield Draft("direct", list(range(start, stretch.end)), speaker, is_continued=True)

    def _listen(self, number: int) -> None:
        """Keep who speaks in a sentence in mind: of several the last who is quoted by nobody else."""
        here = [draft for draft in self.by_sentence.get(number, []) if draft.speaker is not None]
        here = [draft for draft in here if self.text.pos[draft.speaker or 0] != "ADV"]  # "demnach" names nobody
        outer = [d for d in here if not any(d.cue_head in other.covers for other in here if other is not d)]
        if outer or here:
            best = max(outer or here, key=lambda draft: (draft.kind != "reported", draft.content[-1]))
            self.speaker, self.seen, self.was_indirect = best.speaker, number, _is_subjunctive(self.text, best)
        elif self.text.sentences[number][0] in self.taken and self.seen == number - 1:
            self.seen = number

    def _bystander(self, number: int) -> int | None:
        """Return the subject of a sentence before, who is the likely speaker where no cue named one."""
        subjects = [
            s for before in range(number - 1, max(-1, number - 4), -1) if (s := self._subject(before)) is not None
        ]
        named = [subject for subject in subjects if is_named(self.text, subject)]
        if named:
            return named[0]
        if self.speaker is not None and number - self.seen <= 2 * REACH:
            return self.speaker
        return subjects[0] if subjects else None

    def _subject(self, number: int) -> int | None:
        start, end = self.text.sentences[number]
        roots = [i for i in range(start, end) if self.text.head[i] == i and not self.text.is_edge(i)]
        if not roots:
            return None
        passive = is_passive(self.text, roots[0])
        subject = find_agent(self.text, roots[0]) if passive else find_subject(self.text, roots[0])
        return subject if subject is not None and is_speaking(self.text, subject) else None


def _is_subjunctive(text: Text, draft: Draft) -> bool:
    return any(is_first(text, i) or text.lower[i] in word_list("second mood", text.lang) for i in draft.content)
