"""Describe sources an article does not name: how many, what they are, what they are close to, why they are not named.

In: the head word of a source's phrase in a Scene. Out: Unnamed, or None for somebody with a name or an office of one.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from backchannel.extract.evidence import span_of
from backchannel.extract.grammar import base, children, preposition
from backchannel.extract.scene import Scene
from backchannel.lang.numbers import read_number
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import is_listed, word_list
from backchannel.model import Span, Unnamed

MEASURES = word_list("measure")
INDEFINITE = word_list("one") | word_list("indefinite")
DEFINITE = word_list("definite") | word_list("the")
CLOSE = word_list("close to")
CLOSE_PREPOSITIONS = word_list("close preposition")
AMONG = word_list("among")
BECAUSE = word_list("because")
HALF = word_list("half")
ONE = word_list("one") | {"a", "an", "one"}
ANONYMITY = word_list("anonymity")
NAMING = {lang: word_list("naming", lang) for lang in LANGUAGES}
NEGATIONS = word_list("negation") | word_list("refusing")
REACH = 40
TAKING_UP = word_list("pronoun") | word_list("both")
# "Ein Sprecher" speaks for somebody named, and states and delegations are no people without a name.
NO_SOURCES = frozenset({"spokesperson", "colleague", "delegation", "member state"})


def find_unnamed(scene: Scene, head: Token) -> Unnamed | None:
    """Return what the words say of an unnamed source whose phrase `head` heads."""
    noun = _kind_of(scene, head)
    if noun is None or _has_name(scene, head) or _has_name(scene, noun):
        return None
    words = _phrase(head)
    among = _among(words, noun)
    close = _close_to(words, noun)
    number, count = _number(words, noun)
    own = [t for t in words if t.i <= noun.i or _is_beside(t, noun)]
    while own[0].pos_ in {"ADP", "SCONJ", "PUNCT", "CCONJ"} and own[0] != noun:
        own = own[1:]
    ends = [t.i for t in own] + [run[-1].i for run in (among, close) if run]
    span = _words(scene, own[0].i, max(ends))
    return Unnamed(
        span=span,
        kind=span_of(noun, noun),
        count=count,
        number=number,
        close_to=_span(close),
        among=_span(among),
        reason=_span(_reason(noun)),
    )


def _kind_of(scene: Scene, head: Token) -> Token | None:
    """Return the noun that says what they are, if it is one for people who may be a source without a name."""
    noun = _behind_number(head)
    if head.lower_ in MEASURES or head.lower_.removesuffix("s") in MEASURES:
        members = [c for c in children(head, "nmod", "appos", "obl", "flat") if c.pos_ in {"NOUN", "PROPN"}]
        noun = members[0] if members else head
    is_circle = is_listed(noun.text, "circles", scene.article.lang)
    if is_circle or (noun.pos_ == "NOUN" and is_listed(noun.text, "source people", scene.article.lang)):
        return noun if is_circle or not _is_definite(head, noun) or _close_to(_phrase(head), noun) else None
    office = scene.hit(noun, "office")
    is_official = office is not None and office.entry.name not in NO_SOURCES
    if not is_official or noun.pos_ != "NOUN":
        return None
    if _reason_words(noun) and not (base(noun.dep_) == "nmod" and not preposition(noun)):
        return noun
    return None if _is_definite(head, noun) or scene.beside.get(noun.i) else noun


def _behind_number(head: Token) -> Token:
    """Return the noun a number counts where the parser takes the number alone for the speaker."""
    if head.pos_ != "NUM":
        return head
    for token in head.doc[head.i + 1 : head.sent.end]:
        if token.pos_ == "NOUN" and base(token.dep_) not in {"obl", "nmod"}:
            return token
        if token.pos_ in {"VERB", "AUX", "PUNCT"}:
            break
    return head


def takes_up_people(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun is one for people who may be unnamed sources: "die Beamten", "the sources"."""
    if noun.pos_ != "NOUN" or _has_name(scene, noun):
        return False
    office = scene.hit(noun, "office")
    known = office is not None and office.entry.name in {"official", "diplomat", "adviser", "representative"}
    return known or is_listed(noun.text, "source people", scene.article.lang)


def _is_definite(head: Token, noun: Token) -> bool:
    """Tell whether a phrase takes up somebody known: "der Beamte", "his adviser"; a number makes it new again."""
    determiners = [c for t in {head, noun} for c in children(t, "det", "nmod:poss")]
    numbers = [c for t in {head, noun} for c in children(t, "nummod")]
    definite = any(d.lower_ in DEFINITE or d.dep_.endswith(":poss") for d in determiners)
    if not determiners and not numbers and "Plur" not in noun.morph.get("Number", []):
        return not any(c.pos_ == "ADJ" for c in noun.children) or "Sing" in noun.morph.get("Number", [])
    return definite


def _has_name(scene: Scene, token: Token) -> bool:
    if scene.person(token) is not None:
        return True
    return any(scene.person(c) is not None for c in children(token, "appos", "flat", "compound", "nmod:desc"))


def _phrase(head: Token) -> list[Token]:
    """Return the words of a phrase up to its own relative clauses, in order."""
    words = [t for t in head.subtree if abs(t.i - head.i) <= REACH and not t.is_space]
    return sorted(words, key=lambda t: t.i)


def _is_beside(token: Token, noun: Token) -> bool:
    """Tell whether a word behind the noun belongs to it by genitive or preposition, not by a clause."""
    current = token
    while current not in {noun, current.head}:
        if base(current.dep_) in {"acl", "conj", "parataxis", "advcl", "punct", "ccomp", "appos"}:
            return False
        current = current.head
    return current == noun


def _number(words: list[Token], noun: Token) -> tuple[Span | None, int | None]:
    before = [t for t in words if t.i <= noun.i]
    for token in before:
        value = read_number(token.lower_)
        if value is None:
            continue
        first = token
        if value == 12:
            halves = [t for t in before if t.i < token.i and t.lower_ in HALF]
            value = 6 if halves else 12
            first = halves[0] if halves else token
        while first.i > words[0].i and first.nbor(-1).lower_ in INDEFINITE | {"of"}:
            first = first.nbor(-1)
        return span_of(first, token), value
    several = next((t for t in before if t.lower_ in word_list("number word")), None)
    if several is not None:
        return span_of(several, several), None
    is_one = any(t.lower_ in ONE and t.head in {noun, noun.head} for t in before)
    plural = "Plur" in noun.morph.get("Number", [])
    mass = any(is_listed(noun.text, "circles", lang) for lang in LANGUAGES)
    return None, 1 if is_one and not plural and not mass else None


def _close_to(words: list[Token], noun: Token) -> list[Token] | None:
    """Return what they are close to: "der Sache" in "mit der Sache vertraute", "the talks" in "familiar with …"."""
    for token in words:
        if not any(token.lower_.startswith(mark) for mark in CLOSE):
            continue
        after = [t for t in words if t.i > token.i]
        if after and after[0].lower_ in CLOSE_PREPOSITIONS:
            return _noun_run(after[1:]) or None
        before = [t for t in words if t.i < token.i and t.head == token and base(t.dep_) in {"obl", "obj", "nmod"}]
        if before:
            return sorted((t for t in before[0].subtree if t.dep_ != "case"), key=lambda t: t.i)
    if any(is_listed(noun.text, "surroundings", lang) for lang in LANGUAGES):
        owners = [c for c in children(noun, "nmod") if not preposition(c) or preposition(c) in word_list("of")]
        return sorted((t for t in owners[0].subtree if t.dep_ != "case"), key=lambda t: t.i) if owners else None
    return None


def _noun_run(tokens: list[Token]) -> list[Token]:
    """Return the words of the noun phrase a list begins with, up to a comma, a verb or a relative word."""
    run: list[Token] = []
    for token in tokens:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "SCONJ"} or token.lower_ in {"who", "that", "which"}:
            break
        run.append(token)
    return run


def _among(words: list[Token], noun: Token) -> list[Token] | None:
    """Return what sets some of them apart: "darunter zwei aktive", "two of them still in office"."""
    start = next((t for t in words if t.i > noun.i and t.lower_ in AMONG), None)
    if start is None:
        return None
    run = [start]
    for token in words:
        if token.i == run[-1].i + 1 and token.i > start.i:
            if token.is_punct or token.pos_ == "SCONJ" or "Fin" in token.morph.get("VerbForm", []):
                break
            run.append(token)
    before = start.nbor(-1) if start.i else start
    if start.lower_ == "of" and read_number(before.lower_):
        run.insert(0, before)
    return run if len(run) > 1 else None


def _reason_words(noun: Token) -> list[Token]:
    """Return the words that say a source is not named, to the end of its sentence or of the next: "They asked …"."""
    sentence = noun.sent
    own = _anonymity([t for t in sentence if t.i > noun.i])
    if own or sentence.end >= len(noun.doc):
        return own
    following = list(noun.doc[sentence.end].sent)
    words = [t for t in following if not t.is_space]
    return _anonymity(words[1:]) if words and words[0].lower_ in TAKING_UP else []


def _anonymity(text: list[Token]) -> list[Token]:
    """Return the words from the first one of anonymity on."""
    lang = "de" if any(t.lower_ in NAMING["de"] for t in text) else "en"
    for at, token in enumerate(text):
        if any(token.lower_.startswith(mark) for mark in ANONYMITY):
            return text[at:]
        around = {t.lower_ for t in text[max(0, at - 6) : at + 6]}
        if token.lower_ in NAMING[lang] and around & NEGATIONS:
            return text[at:]
    return []


def _reason(noun: Token) -> list[Token] | None:
    """Return why they are not named: what follows "weil", "because", "aus Furcht vor" after words of anonymity."""
    behind = _reason_words(noun)
    opener = next((t for t in behind if t.lower_ in BECAUSE), None)
    if opener is None:
        return None
    run: list[Token] = []
    for token in behind:
        if token.i <= opener.i:
            continue
        if token.is_punct and run and token.text in {",", "–", "-", ";", ")"} and _is_over(run, token):
            break
        run.append(token)
    while run and run[-1].is_punct:
        run.pop()
    return run or None


def _is_over(run: list[Token], comma: Token) -> bool:
    """Tell whether a comma ends the reason: its verb has been said, and no infinitive follows."""
    has_verb = any(t.pos_ in {"VERB", "AUX"} for t in run) or run[0].pos_ in {"NOUN", "ADJ", "DET", "PROPN"}
    rest = [t for t in comma.sent if comma.i < t.i <= comma.i + 8]
    infinitive = any(t.lower_ == "zu" for t in rest) and comma.doc.lang_ != "en"
    return has_verb and not infinitive


def _words(scene: Scene, first: int, last: int) -> Span:
    return span_of(scene.doc[first], scene.doc[last])


def _span(tokens: Iterable[Token] | None) -> Span | None:
    words = list(tokens or ())
    return span_of(words[0], words[-1]) if words else None
