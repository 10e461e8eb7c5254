"""Mend what the parser hangs wrongly around people's names, and what the reader takes for a place.

In: a Doc with its names, and what its words are in the gazetteer. Out: the Doc with some words hung elsewhere and some
names called people's. Never moves a word that is no name, title or state before a name.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from backchannel.extract.grammar import SUBJECTS, VERBAL, base, children, hang, preposition
from backchannel.lang.gazetteer import Gazetteer

GENITIVE = frozenset({"'s", "’s", "'", "’"})
BESIDE = frozenset({"appos", "flat", "nmod:desc", "nmod", "dep", "compound"})
TITLES = frozenset("mr mrs ms miss sir lord dame dr prof herr frau st".split())
TypeOf = Callable[[Token], str]
Knows = Callable[[str], bool]


def call_people(doc: Doc, type_of: TypeOf, is_known: Knows) -> None:
    """Call a name a person's where the article or the table of office holders has a person so called.

    "sprach mit Netanjahu": the reader may see a place where a name stands alone.
    """
    surnames = {span[-1].text for span in doc.ents if span.label_ == "PER" and len(span) > 1}
    spans, inside = [], set[int]()
    for span in doc.ents:
        alone = len(span) == 1 and span.label_ in {"LOC", "ORG", "OTH"} and not type_of(span[0])
        person = alone and (span.text in surnames or is_known(span.text))
        spans.append(Span(doc, span.start, span.end, label="PER") if person else span)
        inside |= set(range(span.start, span.end))
    unseen = [t for t in doc if t.i not in inside and t.pos_ == "PROPN" and t.text in surnames and not type_of(t)]
    doc.ents = [*spans, *(Span(doc, t.i, t.i + 1, label="PER") for t in unseen)]


def part_places(doc: Doc, gazetteer: Gazetteer) -> None:
    """Part a capital from the name before it, where the article has the name alone: "hatte Sullivan Kiew besucht"."""
    surnames = {span[-1].text for span in doc.ents if span.label_ == "PER" and len(span) > 1}
    spans: list[Span] = []
    for span in doc.ents:
        hits = gazetteer.find([span[-1].text]) if span.label_ == "PER" and len(span) > 1 else []
        if hits and hits[0].entry.type in {"capital", "state"} and span[-2].text in surnames:
            spans += [Span(doc, span.start, span.end - 1, label="PER"), Span(doc, span.end - 1, span.end, label="LOC")]
            hang(span[-1], span[-2].head if span[-2].head not in span else span[0].head, "obj")
        else:
            spans.append(span)
    doc.ents = spans


def complete_names(doc: Doc, type_of: TypeOf) -> None:
    """Add to a person's name the words beside it that hang on it: "R." to "Nicholas Burns", "Moon" to "Jae In"."""
    taken = {i for span in doc.ents for i in range(span.start, span.end)}

    def is_free(at: int, span: Span) -> bool:
        if not 0 <= at < len(doc) or at in taken or doc[at].sent != span.sent or doc[at].pos_ != "PROPN":
            return False
        if type_of(doc[at]) or doc[at].lower_.rstrip(".") in TITLES:
            return False
        return (doc[at].head in span) or span.root.head == doc[at]

    spans = []
    for span in doc.ents:
        start, end = span.start, span.end
        while span.label_ == "PER" and is_free(start - 1, doc[start:end]):
            start -= 1
        while span.label_ == "PER" and is_free(end, doc[start:end]):
            end += 1
        spans.append(Span(doc, start, end, label=span.label_))
    doc.ents = spans


def hang_states(doc: Doc, type_of: TypeOf) -> None:
    """Hang a state in the genitive on the name right behind it: "and Pakistan's Kashif Abdullah"."""
    for span in doc.ents:
        state = _state_before(span, type_of) if span.label_ == "PER" else None
        name = span.root
        if state is None or state.head == name:
            continue
        if name.head == state or base(state.dep_) == "conj":
            hang(name, state.head, state.dep_)
            for word in children(state, "cc"):
                hang(word, name, "cc")
        for word in children(state, "conj"):
            hang(word, name, "conj")
        hang(state, name, "nmod:poss")


def _state_before(name: Span, type_of: TypeOf) -> Token | None:
    """Return "Pakistan" before "'s Kashif Abdullah", "Pakistans" before "Kashif Abdullah"."""
    doc, at = name.doc, name.start - 1
    marked = at >= 0 and doc[at].text in GENITIVE
    if marked:
        at -= 1
    if at < 0 or type_of(doc[at]) != "state" or doc[at].sent != name[0].sent:
        return None
    genitive = marked or (doc.lang_ == "de" and doc[at].text[-1:] in {"s", "’", "'"})
    return doc[at] if genitive else None


def hang_people(doc: Doc, type_of: TypeOf) -> None:
    """Hang a person on the verb, not on what stands before it: "hat in der Planstadt Neom Kronprinz Salman getroffen".

    Nobody stands in apposition to a place, nor to a name on the other side of the verb.
    """
    for span in doc.ents:
        top = _with_title(span, type_of) if span.label_ == "PER" else None
        if top is None or top.dep_ not in BESIDE or top.head.i > top.i or preposition(top):
            continue
        verb = top.head
        while verb.head != verb and verb.pos_ not in VERBAL:
            verb = verb.head
        is_across = top.head.i < verb.i < top.i and top.head.ent_type_ == "PER"
        if verb.pos_ not in VERBAL or not (is_across or _is_place(top.head, type_of)):
            continue
        if doc[min(top.i, span.start) - 1].text != ",":
            hang(top, verb, "obj" if children(verb, *SUBJECTS) or _is_joined(verb) else "nsubj")


def hang_beside(doc: Doc, type_of: TypeOf) -> None:
    """Hang a name between commas on the title it explains: "der Berater von Präsident Biden, Jake Sullivan, hat …".

    The parser hangs it on the inner title, which has a name of its own.
    """
    for span in doc.ents:
        name = span.root
        inner = name.head
        is_beside = (
            span.label_ == "PER" and base(name.dep_) in BESIDE and span.start and doc[span.start - 1].text == ","
        )
        if not is_beside or inner in span or inner.i > span.start:
            continue
        outer = inner.head
        has_name = any(t.ent_type_ == "PER" and t.i < span.start - 1 for t in (inner, *inner.subtree) if t not in span)
        if has_name and base(inner.dep_) == "nmod" and type_of(outer) == "office" and outer.i < inner.i:
            hang(name, outer, "appos")


def hang_phrases(doc: Doc) -> None:
    """Hang a phrase on the verb, not on an adverb before it: "hat vertraulich mit Beratern telefoniert"."""
    for token in doc:
        adverb = token.head
        if base(token.dep_) != "obl" or adverb.pos_ not in {"ADJ", "ADV"} or adverb.i > token.i:
            continue
        verb = adverb.head
        if base(adverb.dep_) in {"advmod", "xcomp"} and verb.pos_ == "VERB" and not children(verb, "cop"):
            hang(token, verb, "obl")


def hang_advised(doc: Doc, type_of: TypeOf) -> None:
    """Hang whose aides they are on the aides, not on the verb: "has spoken with aides to President Putin"."""
    for token in doc:
        before = doc[token.i - 1] if token.i else token
        if token.lower_ == "to" and token.dep_ == "case" and type_of(before) == "office" and token.head.head != before:
            hang(token.head, before, "nmod")


def _with_title(name: Span, type_of: TypeOf) -> Token | None:
    """Return the head of a name and the title before it: the parser may hang both on the place, each for itself."""
    doc, root = name.doc, name.root
    title = doc[name.start - 1] if name.start else root
    if name.start and title.pos_ in {"NOUN", "PROPN"} and type_of(title) == "office":
        for token in name:
            if token.head == title.head or token == root:
                hang(token, *((title, "appos") if token.i == name.start else (doc[name.start], "flat")))
        return title
    return root if root.head not in name else None


def _is_place(token: Token, type_of: TypeOf) -> bool:
    """Tell whether a word, or a name beside it, is a place somebody is in."""
    places = {"place", "capital", "state"}
    is_named = type_of(token) in places or any(
        type_of(t) in places or t.ent_type_ == "LOC" for t in children(token, "appos", "flat")
    )
    is_place = is_named or token.ent_type_ == "LOC"
    return is_place and preposition(token) != "" and token.ent_type_ != "PER"


def _is_joined(verb: Token) -> bool:
    return base(verb.dep_) in {"conj", "xcomp"}
