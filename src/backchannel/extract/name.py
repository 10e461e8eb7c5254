"""Part two names the reader takes for one: "Am Montag rief Müller Meier an".

In: a Doc, and a test whether a surname is known. Out: the Doc with two names, the second its verb's object. Never parts
a first name from its surname.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from backchannel.extract.grammar import SUBJECTS

Knows = Callable[[str], bool]


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
    outer.head = above.head
    outer.dep_ = "obj" if above.dep_ in SUBJECTS else "nsubj"
