"""Cut a text into words for the rules on broken translation.

In: a text, or its parse. Out: Words in the order of the text, by sentence. Never changes a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from backchannel.model import Damage, Sign, Span

WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
VERBAL = frozenset({"VERB", "AUX"})
VERB_FORM = re.compile(r"VerbForm=(\w+)")


class Word(NamedTuple):
    """A word or mark of a parsed sentence. `form` is the form of a verb: Fin, Part, Inf or nothing."""

    text: str
    low: str
    start: int
    end: int
    pos: str
    form: str
    is_finite: bool


Sentence = tuple[Word, ...]
# Places of the first and last word in their sentence, what is damaged, and why.
Place = tuple[int, int, Damage, str]
Found = Place | None
Rule = Callable[[Sentence, int], Found]
Rules = Mapping[str, tuple[Rule, ...]]


def cut_words(text: str) -> list[re.Match[str]]:
    """Return the words and marks of a text, without a parse."""
    return list(WORD.finditer(text))


def cut_sentences(doc: Doc, text: str) -> list[Sentence]:
    """Return the sentences of the parse of a text."""
    rows = doc.to_array(["IDX", "LENGTH", "POS", "MORPH", "SENT_START"]).tolist()
    strings = doc.vocab.strings
    names = {pos: strings[pos] for pos in {row[2] for row in rows}}
    sentences: list[list[Word]] = []
    for start, length, pos, morph, opens in rows:
        tag = names[pos]
        if opens == 1 or not sentences:
            sentences.append([])
        if tag != "SPACE":
            word = text[start : start + length]
            form = _verb_form(strings[morph]) if tag in VERBAL else ""
            sentences[-1].append(Word(word, word.lower(), start, start + length, tag, form, form == "Fin"))
    return [tuple(sentence) for sentence in sentences]


@lru_cache(maxsize=4096)
def _verb_form(features: str) -> str:
    found = VERB_FORM.search(features)
    return found[1] if found else ""


def apply_rules(rules: Rules, sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what the rules find; each is kept under the words it is asked about. Only words between others are."""
    for at, word in enumerate(sentence):
        if word.low in rules and 0 < at < len(sentence) - 1:
            found = (rule(sentence, at) for rule in rules[word.low])
            yield from (locate(place, sentence, text) for place in found if place)


def locate(found: Place, sentence: Sentence, text: str) -> Sign:
    """Return the Sign of what a rule found in a sentence."""
    first, last, damage, reason = found
    return make_sign(text, sentence[first], sentence[last], damage, reason)


def make_sign(text: str, first: Word, last: Word, damage: Damage, reason: str) -> Sign:
    """Return a Sign from one word to another."""
    return Sign(Span(first.start, last.end, text[first.start : last.end]), damage, None, reason)


def join_rules(*tables: Rules) -> Rules:
    """Return the rules of several tables in one."""
    words = {word for table in tables for word in table}
    return {word: tuple(rule for table in tables for rule in table.get(word, ())) for word in words}


def keep_under(*kept: tuple[Rule, frozenset[str]]) -> Rules:
    """Return rules by the words they are asked about, in the order given."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for rule, words in kept:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules
