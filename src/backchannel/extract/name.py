"""Mend names the reader cuts wrongly: "Kassym-Jomart Tokayev" is one, "rief Müller Meier an" has two.

In: a Doc, and a test whether a surname is known. Out: the Doc with its names mended. Never parts a first name from its
surname, nor joins what a blank or a comma keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from backchannel.extract.grammar import SUBJECTS, hang

LONGEST_SYLLABLE = 6
# Within a name, never between two: "Mohammed bin Salman", "Ursula von der Leyen".
WITHIN = frozenset("bin ibn bint al el abu van von der den de da dos del".split())
INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.\s?)+")
Knows = Callable[[str], bool]


def join_names(doc: Doc) -> None:
    """Join a person's name that a hyphen cuts in two: "Frank-Walter Steinmeier", "Yoon Suk-yeol"."""
    spans: list[Span] = []
    for span in doc.ents:
        before = spans[-1] if spans else None
        if before is not None and _goes_on(before, span):
            spans[-1] = Span(doc, before.start, span.end, label="PER")
            _hang_together(spans[-1])
        else:
            spans.append(span)
    doc.ents = [_with_tail(span) for span in spans]


def _goes_on(first: Span, second: Span) -> bool:
    if second.label_ != "PER":
        return False
    doc = first.doc
    is_within = {second[0].lower_, first[-1].lower_} & WITHIN or INITIALS.fullmatch(first.text)
    if second.start == first.end and first.label_ == "PER" and is_within:
        return True
    if second.start == first.end:
        return first.label_ == "PART" and "-" in first.text and all(t.pos_ == "PROPN" for t in first)
    hyphen = doc[first.end]
    is_hyphen = second.start == first.end + 1 and hyphen.text == "-" and not hyphen.whitespace_
    return first.label_ == "PER" and is_hyphen and not doc[first.end - 1].whitespace_


def _hang_together(name: Span) -> None:
    """Hang all words of a name on its first one that hangs outside."""
    outer = [token for token in name if token.head not in name or token.head == token]
    for token in outer[1:]:
        hang(token, outer[0], "flat")


def _with_tail(span: Span) -> Span:
    """Give a name the syllable behind its hyphen: "Suk-yeol"."""
    doc, end = span.doc, span.end
    if span.label_ != "PER" or end + 1 >= len(doc) or doc[end].text != "-":
        return span
    tail = doc[end + 1]
    glued = not doc[end - 1].whitespace_ and not doc[end].whitespace_
    is_free = tail.ent_type_ == "" and tail.is_alpha and tail.sent == span.sent and len(tail.text) <= LONGEST_SYLLABLE
    return Span(doc, span.start, end + 2, label="PER") if glued and is_free and tail.text.islower() else span


def part_names(doc: Doc, is_known: Knows) -> None:
    """Part each name of two words that are both surnames and nowhere a first name with its surname."""
    full = {tuple(t.text for t in span) for span in doc.ents if span.label_ == "PER" and len(span) > 1}
    surnames = {words[-1] for words in full}
    alone = {str(span) for span in doc.ents if span.label_ == "PER" and len(span) == 1}
    spans: list[Span] = []
    for span in doc.ents:
        if span.label_ != "PER" or len(span) != 2 or not _are_two(span, full, surnames | alone, is_known):
            spans.append(span)
            continue
        spans += [Span(doc, i, i + 1, label="PER") for i in (span.start, span.start + 1)]
        _give_second_its_place(span[0], span[1])
    doc.ents = spans


def _are_two(span: Span, full: set[tuple[str, ...]], named: set[str], is_known: Knows) -> bool:
    first, second = (token.text for token in span)
    others = full - {(first, second)}
    if first == second or any(words[0] == first for words in others) or not _stands_by_verb(span):
        return False
    both_here = any(words[-1] == first for words in others) and second in named
    return both_here or (is_known(first) and is_known(second) and not is_known(f"{first} {second}"))


def _stands_by_verb(span: Span) -> bool:
    """Tell whether the name stands behind a verb, where German puts subject and object side by side."""
    before = span.doc[span.start - 1] if span.start else span[0]
    return before.pos_ in {"VERB", "AUX"}


def _give_second_its_place(first: Token, second: Token) -> None:
    above, outer = (first, second) if second.head == first else (second, first)
    if outer.head != above or above.head == above:
        return
    hang(outer, above.head, "obj" if above.dep_ in SUBJECTS else "nsubj")
