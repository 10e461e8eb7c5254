"""A parse as plain lists, which are quick to walk.

In: a Doc. Out: words, tags, heads and children by token index. Knows nothing of quotations.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from spacy.tokens import Doc

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Text:
    """The lists of a Doc. Relations stand in `dep` without their subtype, in `relation` with it."""

    def __init__(self, doc: Doc, lang: str) -> None:
        self.doc, self.lang, self.size = doc, lang, len(doc)
        table = doc.to_array(["HEAD", "POS", "DEP", "LOWER", "SENT_START"]).astype(np.uint64)
        self.head: list[int] = (np.arange(self.size) + table[:, 0].astype(np.int64)).tolist()
        strings = doc.vocab.strings
        names = {int(key): strings[int(key)] for key in np.unique(table[:, 1:4])}
        self.pos = [names[key] for key in table[:, 1].tolist()]
        self.relation = [names[key] for key in table[:, 2].tolist()]
        self.dep = [name.partition(":")[0] for name in self.relation]
        self.lower = [names[key] for key in table[:, 3].tolist()]
        starts = [i for i, mark in enumerate(table[:, 4].tolist()) if mark == 1 or i == 0]
        self.sentences = list(zip(starts, [*starts[1:], self.size], strict=True))
        self.kids: list[list[int]] = [[] for _ in range(self.size)]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence each token stands in."""
        return [number for number, (start, end) in enumerate(self.sentences) for _ in range(start, end)]

    @cached_property
    def paragraph_of(self) -> list[int]:
        """The number of the paragraph each token stands in; an empty line ends one."""
        numbers, current = [], 0
        for i in range(self.size):
            numbers.append(current)
            if self.pos[i] == "SPACE" and self.doc[i].text.count("\n") > 1:
                current += 1
        return numbers

    def bounds(self, i: int) -> tuple[int, int]:
        """Return the sentence a token stands in."""
        return self.sentences[self.sentence_of[i]]

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the dependents in one of the relations, with any subtype."""
        return [kid for kid in self.kids[i] if self.dep[kid] in deps]

    def subtree(self, i: int) -> list[int]:
        """Return a token and all below it, in order."""
        found, waiting = [i], [i]
        while waiting:
            below = self.kids[waiting.pop()]
            found += below
            waiting += below
        return sorted(found)

    def above(self, i: int) -> list[int]:
        """Return the tokens over a token, up to the root of its sentence."""
        found = []
        while self.head[i] != i:
            i = self.head[i]
            found.append(i)
        return found

    def following(self, i: int) -> int | None:
        """Return the next token that is no white space."""
        return next((k for k in range(i + 1, self.size) if self.pos[k] != "SPACE"), None)

    def preceding(self, i: int) -> int | None:
        """Return the last token before that is no white space."""
        return next((k for k in range(i - 1, -1, -1) if self.pos[k] != "SPACE"), None)

    def is_edge(self, i: int) -> bool:
        """Tell whether a token is punctuation or white space."""
        return self.pos[i] in {"PUNCT", "SPACE"}

    def morph(self, i: int, feature: str) -> str:
        """Return a feature of a token, "" if it has none."""
        return "".join(self.doc[i].morph.get(feature, []))
