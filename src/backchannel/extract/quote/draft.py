"""Quotations while they are being put together.

In: token indexes. Out: Drafts, and Quotations made of them. Never finds anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from backchannel.extract.quote.quotation import Kind, Quotation, pieces
from backchannel.extract.quote.speaker import phrase, refers_back
from backchannel.extract.quote.text import Text


@dataclass(slots=True)
class Draft:
    """A quotation with its content as single tokens and its speaker as the head of a phrase."""

    kind: Kind
    content: list[int]
    speaker: int | None
    cue: tuple[int, ...] = ()
    cue_head: int | None = None
    is_continued: bool = False
    _known: set[int] = field(default_factory=set)

    @property
    def covers(self) -> set[int]:
        """The content as a set."""
        if len(self._known) != len(self.content):
            self._known = set(self.content)
        return self._known

    def finish(self, text: Text) -> Quotation:
        """Return the quotation with spans."""
        words = [i for i in self.content if i < text.size]
        while words and text.pos[words[-1]] == "SPACE":
            words.pop()
        parts = pieces(words)
        cue_parts = pieces(list(self.cue))
        return Quotation(
            kind=self.kind,
            content=(parts[0][0], parts[-1][1]) if parts else None,
            speaker=phrase(text, self.speaker) if self.speaker is not None else None,
            speaker_head=self.speaker,
            cue=next(((s, e) for s, e in cue_parts if self.cue_head is not None and s <= self.cue_head < e), None),
            cue_head=self.cue_head,
            parts=parts,
            is_continued=self.is_continued or (self.speaker is not None and refers_back(text, self.speaker)),
            cue_parts=cue_parts,
        )
