"""What a quotation is made of.

In: token indexes. Out: Quotation. Never holds text: the words are the Doc's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "indirect", "reported"]
Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who says what, with which word; all numbers are token indexes of the Doc, spans are [start, end).

    `direct`: in quotation marks, which belong to the content. `indirect`: a clause that hangs on a cue ("dass …",
    "laut X …") or goes on in the Konjunktiv. `reported`: a speech act told without its wording ("X demanded money",
    "X soll gelogen haben"); its content is the whole clause, speaker and cue included.
    """

    kind: Kind
    content: Piece | None  # the hull of `parts`
    speaker: Piece | None
    speaker_head: int | None
    cue: Piece | None  # the piece of `cue_parts` with `cue_head` in it
    cue_head: int | None
    parts: tuple[Piece, ...] = ()  # the content without what is put in between ("…", said X, "…"); one at least
    is_continued: bool = False  # the speaker is one of an earlier sentence, or a pronoun for one
    cue_parts: tuple[Piece, ...] = ()  # all words of the cue: "hat … mitgeteilt", "teilte … mit", "wie … sagte"


def pieces(tokens: list[int]) -> tuple[Piece, ...]:
    """Return runs of neighbouring indexes as spans."""
    runs: list[list[int]] = []
    for i in sorted(set(tokens)):
        if runs and runs[-1][1] == i:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return tuple((start, end) for start, end in runs)
