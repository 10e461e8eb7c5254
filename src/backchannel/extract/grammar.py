"""Questions to a parse that several extractors ask.

In: spaCy tokens with Universal Dependencies. Out: tokens. Knows grammar, never what words mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

NAME_DEPS = frozenset({"flat", "flat:name", "appos", "compound", "nmod:desc"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSES = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp"})
VERBAL = frozenset({"VERB", "AUX"})
OUTSIDE_PHRASE = frozenset(
    "conj cc acl advcl ccomp punct parataxis case cop nsubj aux mark dep advmod discourse orphan xcomp obl obj".split()
)
CONTRACTIONS = {
    "zum": "zu", "zur": "zu", "im": "in", "ins": "in", "am": "an", "ans": "an", "beim": "bei", "vom": "von",
    "fürs": "für", "ums": "um", "aufs": "auf", "into": "in", "at": "in",
}  # fmt: skip
RELATIVE = frozenset(
    "der die das dem den dessen deren denen welcher welche welches welchem welchen who whom which that".split()
)


def base(dep: str) -> str:
    """Return a relation without its subtype."""
    return dep.split(":", maxsplit=1)[0]


def children(token: Token, *deps: str) -> list[Token]:
    """Return the dependents in one of the relations; "nmod" also means "nmod:poss"."""
    return [child for child in token.children if child.dep_ in deps or base(child.dep_) in deps]


def hang(token: Token, head: Token, relation: str) -> bool:
    """Hang a word on another. Where that would close a circle or leave the sentence nothing is done: False."""
    if (
        head == token
        or token.sent != head.sent
        or token.head == token
        or any(above == token for above in head.ancestors)
    ):
        return False
    token.head, token.dep_ = head, relation
    return True


def preposition(token: Token) -> str:
    """Return the preposition of a phrase in lower case ("mit", "nach"), contractions undone; "" if it has none."""
    for child in children(token, "case"):
        if child.lower_ not in {"'s", "’s", "'", "’"}:
            return CONTRACTIONS.get(child.lower_, child.lower_)
    return ""


def opening_preposition(token: Token) -> str:
    """Return the preposition a German or English sentence opens with, for a noun before its finite verb.

    "Vor dem von Indonesien veranstalteten Gipfel sagte er": parsers lose the noun's own preposition there.
    """
    own = preposition(token)
    words = [t for t in token.sent if not t.is_space]
    first = words[0]
    if own or first.pos_ != "ADP" or first.i >= token.i:
        return own
    between = [t for t in words if first.i < t.i < token.i]
    if any(t.pos_ in VERBAL and t.dep_ != "amod" for t in between) or len(between) > 8:
        return own
    return CONTRACTIONS.get(first.lower_, first.lower_)


def coordinated(token: Token) -> list[Token]:
    """Return the token and all joined to it by "und", also where the parser hangs them on the name beside it."""
    found, waiting = [token], [token]
    while waiting:
        current = waiting.pop(0)
        for child in current.children:
            joined: list[Token] = []
            if base(child.dep_) == "conj" and child.pos_ not in VERBAL:
                joined = [child]
            elif child.dep_ in NAME_DEPS - {"compound"} and child.pos_ in {"PROPN", "NOUN"}:
                joined = coordinated(child)[1:]
            waiting += [new for new in joined if new not in found]
            found += [new for new in joined if new not in found]
    return sorted(found, key=lambda t: t.i)


def joined_with(token: Token) -> list[Token]:
    """Return all that a word is joined to by "und", whichever of them it is."""
    top = token
    while base(top.dep_) == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    return coordinated(top)


def clause_head(token: Token) -> Token:
    """Return the verb or predicate of the clause a word stands in."""
    current = token
    while current.head != current and not _heads_clause(current):
        current = current.head
    return current


def _heads_clause(token: Token) -> bool:
    if base(token.dep_) == "conj":
        return token.pos_ in VERBAL
    return base(token.dep_) in CLAUSES


def subjects(verb: Token) -> list[Token]:
    """Return the subject of a verb; of an infinitive, a joined verb or a relative clause, the understood one.

    Two where the parser takes an object for a subject, as it may where German puts both before the verb.
    """
    for current in _up_to_subject(verb):
        near = [*current.children, *(child for cop in children(current, "cop") for child in cop.children)]
        own = [child for child in near if child.dep_ in SUBJECTS or _follows_for(child)]
        if own:
            return [antecedent(child) for child in own]
        if base(current.dep_) == "acl":
            return [current.head]
        if lost := [child for child in current.children if _is_lost_subject(child)]:
            return lost
    return []


def _is_lost_subject(token: Token) -> bool:
    """Tell whether a noun in the nominative stands where only a subject can, though the parser names it otherwise."""
    if token.dep_ == "obj":
        # "…, bestätigte das Ministerium": behind what is said stands who says it.
        said = [c for c in token.head.children if base(c.dep_) == "ccomp" and c.i < token.head.i]
        return bool(said) and token.i > token.head.i and token.pos_ in {"NOUN", "PROPN"}
    if token.dep_ not in {"advcl", "dep"} or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    return "Nom" in token.morph.get("Case", []) and all(c.pos_ != "ADP" for c in children(token, "case"))


def _follows_for(token: Token) -> bool:
    """Tell whether a word is the subject of "for A to meet B", whatever the parser calls it."""
    before = token.doc[token.i - 1] if token.i else token
    return before.lower_ == "for" and before.dep_ == "mark" and before.head == token.head


def _up_to_subject(verb: Token) -> Iterator[Token]:
    current = verb
    for _ in range(6):
        yield current
        above = current.head
        relation = base(current.dep_)
        shares = relation in {"xcomp", "conj"} or (relation in {"advcl", "ccomp", "acl"} and is_infinitive(current))
        if above == current or not shares:
            return
        current = above


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "zu" or "to"."""
    marked = any(base(child.dep_) == "mark" and child.lower_ in {"zu", "to"} for child in verb.children)
    return marked or ("zu" in verb.lower_[1:-3] and "Inf" in verb.morph.get("VerbForm", []))


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token as it is."""
    if token.lower_ not in RELATIVE or token.pos_ not in {"PRON", "DET"}:
        return token
    current = token
    while current.head != current:
        current = current.head
        if base(current.dep_) == "acl":
            return current.head
    return token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive."""
    return any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)


def governors(token: Token) -> Iterator[Token]:
    """Yield the words above a token, up to the sentence's root."""
    current = token
    while current.head != current:
        current = current.head
        yield current


def phrase(token: Token) -> list[Token]:
    """Return the words of the noun phrase a token heads, genitives and names included, joined phrases left out."""
    words = [token]
    for child in token.children:
        relation = base(child.dep_)
        if relation in OUTSIDE_PHRASE or child.is_space:
            continue
        words += phrase(child)
        if relation == "nmod":
            words += [*children(child, "case"), *(t for joined in coordinated(child)[1:] for t in phrase(joined))]
    return sorted(set(words), key=lambda t: t.i)


def core(token: Token) -> list[Token]:
    """Return the words of a noun phrase without what hangs on it by preposition or genitive: title and name."""
    words = [token]
    for child in token.children:
        relation = base(child.dep_)
        if relation in OUTSIDE_PHRASE or child.is_space or (relation == "nmod" and child.dep_ != "nmod:desc"):
            continue
        if relation == "appos" and preposition(child):
            continue
        words += core(child)
    return sorted(set(words), key=lambda t: t.i)


def gap_free(words: list[Token], head: Token) -> list[Token]:
    """Return the run of neighbouring words around `head`, so that they make one span."""
    known = {word.i for word in words}
    first = last = head.i
    while first - 1 in known:
        first -= 1
    while last + 1 in known:
        last += 1
    return [word for word in words if first <= word.i <= last]
