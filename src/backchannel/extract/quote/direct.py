"""Find who says what stands in quotation marks.

In: a Text, its stretches and the cues of verbs and sources. Out: Drafts. Never takes a title or a scare quote for
speech, unless it hangs on a cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import find_noun, word_list
from backchannel.extract.quote.marks import MARKS, Stretch
from backchannel.extract.quote.sources import Source
from backchannel.extract.quote.speaker import find_subject, phrase
from backchannel.extract.quote.text import VERBAL, Text

NAMES = frozenset({"PROPN", "NOUN", "NUM", "X"})
NAMING = NAMES | {"ADP", "DET"}
Link = tuple[int | None, tuple[int, ...], int | None]  # speaker, words of the cue, its head


class Direct:
    """Attributes the stretches of one Text."""

    def __init__(
        self, text: Text, stretches: Sequence[Stretch], cues: Sequence[Cue], sources: Sequence[Source]
    ) -> None:
        self.text, self.stretches = text, stretches
        self.cues = [cue for cue in cues if cue.takes & {"direct", "dass", "that", "als", "as", "von", "of"}]
        self.sources = sources
        self.by_sentence: dict[int, list[Cue]] = {}
        for cue in self.cues:
            self.by_sentence.setdefault(text.sentence_of[cue.head], []).append(cue)

    def find(self) -> Iterator[Draft]:
        """Yield the quotations in quotation marks, those with the same inquit between them as one."""
        last: Draft | None = None
        for stretch in self.stretches:
            if stretch.end - stretch.start < 3:
                continue
            link = self._link(stretch)
            if link is None or (link[0] is None and not self._is_text(stretch, link)):
                continue
            speaker, cue, head = link
            content = list(range(stretch.start, stretch.end))
            if last is not None and last.cue_head == head and self._goes_on(last, stretch):
                last.content += content
                continue
            last = Draft("direct", content, speaker, cue, head)
            yield last

    def _link(self, stretch: Stretch) -> Link | None:
        return self._before(stretch) or self._inquit_after(stretch) or self._around(stretch)

    def _is_text(self, stretch: Stretch, link: Link) -> bool:
        """Tell whether words without a speaker are those of a text: es heißt: "…"."""
        return link[2] is not None and self._is_sentence(stretch) and any(cue.head == link[2] for cue in self.cues)

    def _goes_on(self, last: Draft, stretch: Stretch) -> bool:
        """Tell whether a stretch goes on after the inquit that the last one stands before."""
        head = last.cue_head
        if head is None or not last.content[-1] < head < stretch.start:
            return False
        before = self.text.preceding(stretch.start)
        return before is not None and self.text.lower[before] in {",", ":", ";"} and self._is_sentence(stretch)

    def _is_sentence(self, stretch: Stretch) -> bool:
        words = range(stretch.start + 1, stretch.end - 1)
        return any(self.text.pos[i] in VERBAL for i in words) or len(words) > 8

    def _is_beside(self, cue: Cue, stretch: Stretch) -> bool:
        """Tell whether a cue stands in no other quotation marks than those around a stretch."""
        outside = (s for s in self.stretches if not s.start <= stretch.start < s.end or s == stretch)
        return not any(s.start <= cue.head < s.end for s in outside)

    def _inquit_after(self, stretch: Stretch) -> Link | None:
        """Return the cue of "…", sagte X and of "…", X said."""
        text = self.text
        following = text.following(stretch.end - 1)
        if following is None:
            return None
        comma = following if text.lower[following] in {",", "–", "-", "("} else None
        first = text.following(comma) if comma is not None else following
        if (
            first is None
            or (comma is None and not self._may_follow(stretch, first))
            or text.paragraph_of[first] != text.paragraph_of[stretch.end - 1]
        ):
            return None
        for source in self.sources:
            if source.words[0] == first and text.lower[first] == "so" and comma is not None:
                return source.speaker, source.cue, source.cue[0]
        end = self._clause_end(first)
        for cue in self.cues:
            if cue.head < first or cue.head >= end or "direct" not in cue.takes and "dass" not in cue.takes:
                continue
            starts = (
                cue.head == first or text.lower[first] in word_list("source adverb", text.lang) or first in cue.words
            )
            if starts or (cue.speaker is not None and first <= cue.speaker < cue.head):
                return cue.speaker, cue.words, cue.head
        return None

    def _may_follow(self, stretch: Stretch, first: int) -> bool:
        """Tell whether an inquit may follow without a comma outside: "…?" fragte sie, "…," he said."""
        inner = self.text.lower[stretch.end - 2]
        return inner == "," or (inner in {"?", "!", "."} and any(cue.head == first for cue in self.cues))

    def _clause_end(self, first: int) -> int:
        text = self.text
        stop = (i for i in range(first, text.size) if text.lower[i] in {".", ":", ";", "„", "“", '"'} and i > first)
        return next(stop, text.size)

    def _before(self, stretch: Stretch) -> Link | None:
        """Return the cue of X sagte: "…" and X said, "…"."""
        text = self.text
        before = text.preceding(stretch.start)
        if before is None or text.paragraph_of[before] < text.paragraph_of[stretch.start] - 1:
            return None
        start, _ = text.bounds(before)
        if text.lower[before] == ":":
            return self._announced(start, before, stretch)
        if text.lower[before] in {",", "that"}:
            cues = [cue for cue in self._between(start, before, stretch) if "direct" in cue.takes]
            if cues and (text.lang != "de" or self._is_sentence(stretch)):
                return cues[-1].speaker, cues[-1].words, cues[-1].head
        return None

    def _between(self, start: int, end: int, stretch: Stretch) -> list[Cue]:
        return [cue for cue in self.cues if start <= cue.head < end and self._is_beside(cue, stretch)]

    def _announced(self, start: int, colon: int, stretch: Stretch) -> Link | None:
        text = self.text
        cues = [cue for cue in self._between(start, colon, stretch) if cue.takes & {"direct", "dass", "that"}]
        if cues:
            return cues[-1].speaker, cues[-1].words, cues[-1].head
        for i in range(colon - 1, start - 1, -1):
            if find_noun(text, i, compounds=False) is not None:
                return self._holder(i, start), (i,), i
        roots = [i for i in range(start, colon) if not start <= text.head[i] < colon or text.head[i] == i]
        for root in roots:
            if text.pos[root] in {"NOUN", "PROPN"} and not text.children(root, "cop", "nsubj"):
                return root, (), None
            subject = find_subject(text, root)
            if subject is not None and start <= subject < colon:
                return subject, (), None
        return None

    def _holder(self, noun: int, start: int) -> int | None:
        text = self.text
        own = [kid for kid in text.children(noun, "nmod", "det") if text.relation[kid] != "det"]
        if own:
            return own[0]
        for above in text.above(noun):
            subject = find_subject(text, above) if text.pos[above] in VERBAL else None
            if subject is not None and subject != noun and subject >= start:
                return subject
        return None

    def _around(self, stretch: Stretch) -> Link | None:
        """Return the cue that governs a stretch within its clause: nannte den Plan „ein Wagnis“."""
        text = self.text
        inner = range(stretch.start + 1, stretch.end - 1)
        tops = [i for i in inner if text.head[i] not in inner and not text.is_edge(i)]
        if not tops:
            return None
        above = [tops[0], *text.above(tops[0])]
        cues = {cue.head: cue for cue in self._between(*text.bounds(stretch.start), stretch)}
        for distance, verb in enumerate(above):
            cue = cues.get(verb)
            if cue is None or cue.speaker is None or stretch.start <= cue.speaker < stretch.end:
                continue
            is_label = text.lower[stretch.start - 1] in {"als", "as"} & cue.takes
            is_near = is_label or (0 < distance < 4 and self._is_governed(above[distance - 1], cue))
            is_own = is_name(text, stretch) or stretch.start in range(*phrase(text, cue.speaker))
            if is_near and not is_own:
                return cue.speaker, cue.words, cue.head
        return None

    def _is_governed(self, argument: int, cue: Cue) -> bool:
        """Tell whether a phrase is what a cue says, not where or to whom: sprach von „…“, but im Magazin „…“."""
        cases = {self.text.lower[case] for case in self.text.children(argument, "case")}
        return not cases or bool(cases & cue.takes) or ("vom" in cases and "von" in cue.takes)


def within(text: Text, stretches: Sequence[Stretch], drafts: Sequence[Draft], done: set[int]) -> Iterator[Draft]:
    """Yield the stretches that stand within what somebody says indirectly: they are that speaker's words."""
    told = [draft for draft in drafts if draft.kind == "indirect"]
    for stretch in stretches:
        if stretch.start in done or stretch.end - stretch.start < 3 or is_name(text, stretch):
            continue
        around = [draft for draft in told if {stretch.start, stretch.end - 1} <= draft.covers]
        if around:
            nearest = min(around, key=lambda draft: len(draft.content))
            content = list(range(stretch.start, stretch.end))
            cue, head, is_continued = nearest.cue, nearest.cue_head, nearest.is_continued
            yield Draft("direct", content, nearest.speaker, cue, head, is_continued=is_continued)


def is_name(text: Text, stretch: Stretch) -> bool:
    """Tell whether what stands in marks is a name or a title rather than somebody's words."""
    tags = [text.pos[i] for i in range(stretch.start + 1, stretch.end - 1) if text.lower[i] not in MARKS]
    before = text.preceding(stretch.start)
    if not tags or ("PROPN" in tags and NAMING.issuperset(tags)):
        return True
    is_label = before is not None and text.lower[before] in {"als", "as"}
    if len(tags) <= 2 and not is_label and NAMES.issuperset(tags):
        return True
    after_noun = before is not None and text.pos[before] in {"NOUN", "PROPN"}
    return after_noun and len(tags) <= 4 and tags[0] in NAMES and VERBAL.isdisjoint(tags)
