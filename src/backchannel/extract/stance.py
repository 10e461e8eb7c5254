"""Find the words by which somebody takes a stand on what is reported, or is said to have known of it.

In: a sentence. Out: Stands, each with its word, its clause and what it comes to. Negation, refusal and "yet" are read
here; who takes the stand, and on what, is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from backchannel.extract.grammar import CLAUSES, VERBAL, base, children, clause_head, governors, is_infinitive
from backchannel.lang.contacts import contact_nouns, contact_verbs
from backchannel.lang.gazetteer import stem
from backchannel.lang.stances import StanceWord, stance_phrases, stance_words
from backchannel.lang.words import word_list
from backchannel.model import Detail, Knows, Stance

NEGATIONS = word_list("negation") | word_list("without")
UNWILLING = word_list("unwilling")
PARTICLES = frozenset({"ADP", "ADV", "PART", "ADJ"})
DETAILS: dict[Detail, frozenset[str]] = {
    "participants": word_list("detail participants"),
    "date": word_list("detail date"),
    "place": word_list("detail place"),
    "topics": word_list("detail topics"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """A word of stance, `token`, in the clause of `verb`.

    `about_details`: it keeps back only particulars; `only_adds`: that alone is no refusal ("ohne Einzelheiten zu
    nennen"). `needs_report`, `needs_contact`: it counts only where that is its object. `said`: who says the clause
    takes the stand. `is_own`: whoever learned of it is the subject.
    """

    token: Token
    verb: Token
    stance: Stance | None = None
    knows: Knows | None = None
    about_details: bool = False
    only_adds: bool = False
    needs_report: bool = False
    needs_contact: bool = False
    said: bool = False
    is_own: bool = False


def find_stands(sentence: Tokens, lang: str) -> list[Stand]:
    """Return the stands of a sentence in its order, one for each clause and side."""
    found: list[Stand] = []
    words = list(_words(sentence, lang))
    if told := _told_of_contact(sentence, lang):
        found.append(told)
    if not words:
        return found
    neither = _neither(words)
    if neither:
        found.append(neither)
        words = [(t, w) for t, w in words if w.meaning not in {"confirms", "denies", "confirmation", "denial"}]
    refused: set[int] = {v.verb.i for v in found}
    for token, word in words:
        verb = token if token.pos_ in VERBAL else clause_head(token)
        stand = _read(token, word, verb, lang)
        if stand is None or (stand.stance == "declines" and verb.i in refused):
            continue
        if stand.stance in {"declines", "no comment yet"}:
            refused.add(verb.i)
        found.append(stand)
    return found


def _words(sentence: Tokens, lang: str) -> Iterator[tuple[Token, StanceWord]]:
    known = stance_words(lang)
    for token in sentence:
        if token.pos_ in {"PUNCT", "DET", "NUM", "SPACE"}:
            continue
        candidates = (*known.get(token.lower_, ()), *known.get(stem(token.text, lang), ()))
        word = next((w for w in candidates if _fits(token, w, lang)), None)
        if word:
            yield token, word
    lower = [t.lower_ for t in sentence]
    for phrase, word in stance_phrases(lang):
        if phrase[0] in lower and (at := _position(lower, phrase)) is not None:
            yield sentence[at], word


def _position(words: list[str], phrase: tuple[str, ...]) -> int | None:
    length = len(phrase)
    return next((i for i in range(len(words) - length + 1) if tuple(words[i : i + length]) == phrase), None)


def _fits(token: Token, word: StanceWord, lang: str) -> bool:
    if word.pos == "verb":
        if token.pos_ not in {"VERB", "AUX", "ADJ"} or (token.pos_ == "ADJ" and token.dep_ == "amod"):
            return False
        split_off = [c.lower_ for c in children(token, "compound", "advmod") if c.pos_ in PARTICLES]
        if word.particle:
            return token.lower_.startswith(word.particle) or word.particle in split_off
        return lang != "de" or not [c for c in children(token, "compound") if c.pos_ in PARTICLES]
    return word.pos == "form" or token.pos_ in {"NOUN", "PROPN"}


def _neither(words: list[tuple[Token, StanceWord]]) -> Stand | None:
    """Read "weder bestätigen noch dementieren", "neither confirmed nor denied"."""
    confirm = next((t for t, w in words if w.meaning in {"confirms", "confirmation"}), None)
    deny = next((t for t, w in words if w.meaning in {"denies", "denial"}), None)
    if confirm is None or deny is None or abs(confirm.i - deny.i) > 6:
        return None
    first, last = sorted((confirm, deny), key=lambda t: t.i)
    around = {t.lower_ for t in first.doc[max(first.sent.start, first.i - 8) : last.i]}
    verb = first if first.pos_ in VERBAL else clause_head(first)
    return Stand(first, verb, "declines") if around & (NEGATIONS | word_list("neither")) else None


def _told_of_contact(sentence: Tokens, lang: str) -> Stand | None:
    """Read "ein solches Treffen habe es nicht gegeben", "no such meeting took place" as a denial by who says it.

    And "das Treffen habe stattgefunden" as a confirmation.
    """
    nouns = contact_nouns(lang)
    for token in sentence:
        if _is_denied_verb(token, lang):
            return Stand(token, token, "denies", said=True)
        if _is_denied_pronoun(token, lang):
            return Stand(token, token, "denies", said=True)
        if token.pos_ != "NOUN" or stem(token.text, lang) not in nouns:
            continue
        verb = clause_head(token)
        if verb.pos_ not in VERBAL or verb.lower_ not in word_list("occurring", lang):
            continue
        beside = {c.lower_ for c in children(token, "det", "amod")}
        taken_up = beside & (word_list("such") | word_list("taking up"))
        if taken_up and verb.dep_ != "ROOT":
            negated = _is_negated(token, verb, _clause_words(verb))
            return Stand(token, verb, "denies" if negated else "confirms", said=True)
    return None


def _is_denied_pronoun(token: Token, lang: str) -> bool:
    """Tell whether "that never happened", "das habe es nicht gegeben" is said of what is told."""
    if token.pos_ != "VERB" or token.lower_ not in word_list("occurring", lang) or base(token.dep_) == "ROOT":
        return False
    taken_up = [c for c in children(token, "nsubj", "obj") if c.pos_ == "PRON" and c.lower_ in word_list("that")]
    return bool(taken_up) and _is_negated(token, token, _clause_words(token))


def _is_denied_verb(token: Token, lang: str) -> bool:
    """Tell whether a verb of contact is denied in what somebody says: "man habe nicht telefoniert, sagte er"."""
    if token.pos_ != "VERB" or base(token.dep_) not in {"ccomp", "parataxis"}:
        return False
    if not any(word.strength in {"strong", "mit", "with"} for word in contact_verbs(lang).get(token.lower_, ())):
        return False
    told = any(c.lower_ in word_list("have") for c in children(token, "aux")) and children(token, "nsubj")
    return bool(told) and not is_infinitive(token) and _is_negated(token, token, _clause_words(token))


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause does to a word of stance in it."""

    words: tuple[Token, ...]
    is_negated: bool
    is_refused: bool
    is_unwilling: bool

    def has(self, name: str) -> bool:
        """Tell whether a word or words of a list stand in the clause."""
        text = f" {' '.join(t.lower_ for t in self.words)} "
        return any(f" {form} " in text for form in word_list(name))

    @property
    def is_refused_for_now(self) -> bool:
        """Tell whether what is lacking may still come: "zunächst nicht", "hat sich nicht geäußert"."""
        return self.has("yet") or (self.has("have") and not (self.is_refused or self.is_unwilling))


def _read(token: Token, word: StanceWord, verb: Token, lang: str) -> Stand | None:
    words = _clause_words(verb)
    clause = _Clause(
        words=tuple(words),
        is_negated=_is_negated_phrase(token) if _is_phrase(token) else _is_negated(token, verb, words),
        is_refused=_is_refused(token, verb, lang),
        is_unwilling=any(c.lower_ in UNWILLING for c in children(verb, "aux")),
    )
    read = READERS.get(word.meaning, _read_knowing)
    return read(token, verb, word.meaning, clause)


def _read_verb(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    stance: Stance = "denies" if meaning == "denies report" else meaning  # type: ignore[assignment]
    needs_report = meaning == "denies report"
    if not (clause.is_negated or clause.is_refused):
        return Stand(token, verb, stance, needs_report=needs_report)
    if stance == "confirms":
        return Stand(token, verb, "no comment yet" if clause.is_refused_for_now else "declines")
    return Stand(token, verb, "distances") if meaning == "denies" else None


def _read_comment(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    if not (clause.is_negated or clause.is_refused or clause.has("nothing")):
        return None
    stance: Stance = "no comment yet" if clause.is_refused_for_now else "declines"
    details = meaning == "detail"
    return Stand(token, verb, stance, about_details=details, only_adds=details and not clause.is_refused)


def _read_telling(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    withheld = clause.is_negated or clause.is_refused or clause.has("nothing") or meaning == "open"
    if not withheld or not open_details(verb, before=True):
        return None
    unwilling = clause.is_refused or clause.is_unwilling
    return Stand(token, verb, "declines", about_details=True, only_adds=not unwilling)


def _read_answer(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    if meaning == "silent":
        return Stand(token, verb, "declines")
    lacking = meaning == "unanswered" or clause.is_negated or clause.has("lacking")
    reached = meaning == "reach"
    return Stand(token, verb, "no comment yet", is_own=reached) if lacking else None


def _read_noun(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    if clause.is_negated or clause.has("lacking"):
        return Stand(token, verb, "no comment yet") if meaning == "confirmation" else None
    return Stand(token, verb, "confirms" if meaning == "confirmation" else "denies")


def _read_said(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    if meaning == "false":
        return None if clause.is_negated else Stand(token, verb, "denies", needs_report=True, said=True)
    if meaning in {"true", "coordinated"}:
        stance: Stance = "denies" if meaning == "true" else "distances"
        return Stand(token, verb, stance, needs_report=meaning == "true", said=True) if clause.is_negated else None
    if meaning == "private":
        return None if clause.is_negated else Stand(token, verb, "distances", said=True)
    for_whom = meaning == "on behalf" or any(c.lower_ in {"für", "for"} for t in token.children for c in t.children)
    return Stand(token, verb, "distances", said=True) if clause.is_negated and for_whom else None


def _read_knowing(token: Token, verb: Token, meaning: str, clause: _Clause) -> Stand | None:
    if meaning in {"knew", "did not know"}:
        unaware = (clause.is_negated or clause.has("nothing")) != (meaning == "did not know")
        return Stand(token, verb, knows="did not know" if unaware else "knew")
    if meaning == "sent":
        errand = any(is_infinitive(c) for c in children(verb, "advcl", "xcomp", "ccomp"))
        return Stand(token, verb, knows="directed") if errand and not clause.is_negated else None
    if meaning == "directed":
        return Stand(token, verb, knows="did not direct" if clause.is_negated else "directed")
    if clause.is_negated:
        return None
    if clause.has("beforehand"):
        return Stand(token, verb, knows="informed before")
    late = clause.has("afterwards") or (meaning == "learned" and clause.has("late"))
    return Stand(token, verb, knows="informed after" if late else "informed", is_own=meaning == "learned")


READERS: dict[str, Callable[[Token, Token, str, _Clause], Stand | None]] = {
    **dict.fromkeys(("confirms", "denies", "denies report", "distances"), _read_verb),
    "criticises": lambda token, verb, _, clause: (
        None if clause.is_negated else Stand(token, verb, "distances", needs_contact=True)
    ),
    **dict.fromkeys(("comment", "detail"), _read_comment),
    **dict.fromkeys(("tell", "open"), _read_telling),
    **dict.fromkeys(("answer", "reach", "unanswered", "silent"), _read_answer),
    **dict.fromkeys(("confirmation", "denial"), _read_noun),
    **dict.fromkeys(("false", "true", "coordinated", "private", "on behalf", "speaks for"), _read_said),
}


def _clause_words(verb: Token) -> list[Token]:
    """Return the words of a clause without those of the clauses in it, but with infinitives and their governors."""
    words = [verb]
    waiting = [verb]
    while waiting:
        current = waiting.pop()
        for child in current.children:
            relation = base(child.dep_)
            inner = relation in CLAUSES - {"xcomp"} or (relation == "conj" and child.pos_ in VERBAL)
            if not inner or _is_bare_infinitive(child):
                words.append(child)
                waiting.append(child)
    return sorted(words, key=lambda t: t.i)


def _is_bare_infinitive(token: Token) -> bool:
    return token.pos_ in VERBAL and "Inf" in token.morph.get("VerbForm", []) and base(token.dep_) in {"ccomp", "acl"}


def _is_negated(token: Token, verb: Token, clause: list[Token]) -> bool:
    near = {token.i, verb.i, *(a.i for a in children(verb, "aux"))}
    for word in clause:
        if word.lower_ not in NEGATIONS or _is_only(word):
            continue
        head = word.head
        if head.i in near or (head.head.i in near and head.pos_ in {"NOUN", "PRON", "PROPN", "ADV", "ADJ"}):
            return True
    above = verb.head
    shares = base(verb.dep_) in {"xcomp", "ccomp"} and "Inf" in verb.morph.get("VerbForm", [])
    return shares and above != verb and any(c.lower_ in NEGATIONS for c in children(above, "advmod", "det"))


def _is_phrase(token: Token) -> bool:
    """Tell whether a noun stands in a phrase of its own, which a negation may have to itself: "nicht im Auftrag"."""
    return token.pos_ == "NOUN" and base(token.dep_) in {"obl", "nmod"} and bool(children(token, "case"))


def _is_negated_phrase(noun: Token) -> bool:
    first = min([noun, *noun.children], key=lambda t: t.i)
    near = noun.doc[max(noun.sent.start, first.i - 1) : noun.i]
    return any(word.lower_ in NEGATIONS and not _is_only(word) for word in near)


def _is_only(negation: Token) -> bool:
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return after is not None and after.lower_ in word_list("only")


def _is_refused(token: Token, verb: Token, lang: str) -> bool:
    """Tell whether a verb of refusing governs the word: "lehnte einen Kommentar ab", "declined to confirm"."""
    for above in (verb, *list(governors(token))[:3]):
        if above == token or above.pos_ not in VERBAL:
            continue
        words = stance_words(lang).get(above.lower_, ())
        if any(w.meaning == "refuses" and _fits(above, w, lang) for w in words):
            return True
    return False


def _is_perfect(clause: list[Token]) -> bool:
    return any(t.lower_ in word_list("have") for t in clause)


def open_details(verb: Token, *, before: bool = False) -> tuple[Detail, ...]:
    """Return which particulars a refusal names: "mit wem", "wann", "wo", "worüber"; `before` the verb, too."""
    words = [t.lower_ for t in verb.subtree if before or t.i > verb.i or t.head == verb]
    return tuple(detail for detail, marks in DETAILS.items() if any(w in marks for w in words))
