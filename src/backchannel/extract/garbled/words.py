"""Cut a text into words for the rules on broken translation.

In: a text, or its parse. Out: Words in the order of the text, by sentence. Never changes a character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.attrs import IDX, LENGTH, MORPH, POS, SENT_START
from spacy.tokens import Doc

WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a parsed sentence. `form` is the form of a verb: Fin, Part, Inf or nothing."""

    text: str
    low: str
    start: int
    end: int
    pos: str
    form: str

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb that can stand second in a German main clause."""
        return self.form == "Fin" and self.pos in VERBAL


Sentence = tuple[Word, ...]


def cut_words(text: str) -> list[re.Match[str]]:
    """Return the words and marks of a text, without a parse."""
    return list(WORD.finditer(text))


def cut_sentences(doc: Doc) -> list[Sentence]:
    """Return the sentences of a parse."""
    rows = doc.to_array([IDX, LENGTH, POS, MORPH, SENT_START])
    text, strings = doc.text, doc.vocab.strings
    sentences: list[list[Word]] = []
    for start, length, pos, morph, opens in rows.tolist():
        tag = strings[pos]
        if opens == 1 or not sentences:
            sentences.append([])
        if tag != "SPACE":
            word = text[start : start + length]
            form = _verb_form(strings[morph]) if tag in VERBAL else ""
            sentences[-1].append(Word(word, word.lower(), start, start + length, tag, form))
    return [tuple(sentence) for sentence in sentences]


@lru_cache(maxsize=4096)
def _verb_form(features: str) -> str:
    found = re.search(r"VerbForm=(\w+)", features)
    return found[1] if found else ""
