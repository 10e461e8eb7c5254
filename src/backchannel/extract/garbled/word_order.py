"""Find German main and subordinate clauses whose verb stands where another language puts it.

In: parsed sentences. Out: Signs. Looks only where the words around leave no other reading; never mends a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.words import word_list
from backchannel.model import Sign, Span

MARKS = frozenset(",;:–—-()[]„“”\"»«›‹‚‘'…/|•*")
ENDS = frozenset(".!?")
NOUNS = frozenset({"NOUN", "PROPN"})
PERFECT = frozenset("hat haben hatte hatten".split())
FUTURE = frozenset("wird werden würde würden".split())


def find_word_order(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what is out of order in one sentence."""
    if len(sentence) < 5 or sentence[-1].text not in ENDS:
        return
    clauses = _split(sentence)
    for rule in (_two_before_verb, _verb_last, _comma_before_verb):
        if found := rule(clauses):
            yield _sign(text, *found)
            break
    if found := _verb_between_commas(clauses):
        yield _sign(text, *found)
    if found := _adverb_and_subject(sentence):
        yield _sign(text, *found)
    for clause in clauses:
        for check in (_object_behind_participle, _verb_inside):
            if found := check(clause):
                yield _sign(text, *found)


Found = tuple[Word, Word, str]


def _split(sentence: Sentence) -> list[Sentence]:
    """Return what stands between the marks of a sentence, an empty part where one mark follows another."""
    clauses: list[list[Word]] = [[]]
    for word in sentence:
        if word.text in MARKS or word.text in ENDS:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return [tuple(clause) for clause in clauses]


def _first_finite(clause: Sentence) -> int | None:
    return next((at for at, word in enumerate(clause) if word.is_finite), None)


def _two_before_verb(clauses: list[Sentence]) -> Found | None:
    """Find two noun phrases side by side before the verb: "Beide Seiten die Lage haben besprochen"."""
    clause = clauses[0]
    verb = _first_finite(clause)
    if verb is None or verb < 4 or clause[0].low in word_list("asking", "de") - {"der", "die", "das", "den", "dem"}:
        return None
    front = clause[:verb]
    if front[0].pos == "DET" and front[1].pos == "ADP":
        return None
    if any(word.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} or word.low in {"zu", "als", "wie"} for word in front):
        return None
    for at, word in enumerate(front[1:], 1):
        before = front[at - 1]
        is_subject = before.pos in NOUNS or (at == 1 and before.low in {"er", "wir", "ich"})
        if is_subject and word.pos == "DET" and word.text in word_list("determiner inside", "de"):
            return clause[0], clause[verb], "two phrases before the verb of a main clause"
    return None


def _verb_last(clauses: list[Sentence]) -> Found | None:
    """Find a participle and its auxiliary at the end of a main clause: "Frage besprochen nicht wurde"."""
    clause = clauses[0]
    if len(clause) < 6 or any(clauses[1:]):
        return None
    if clause[0].low in word_list("asking", "de") - {"der", "die", "das", "den", "dem"}:
        return None
    last, before = clause[-1], clause[-3] if clause[-2].low == "nicht" else clause[-2]
    is_only = not any(word.is_finite or word.pos in {"SCONJ", "PRON"} for word in clause[1:-1])
    if is_only and last.is_finite and last.low in word_list("auxiliary", "de") and before.form == "Part":
        return clause[0], last, "the verb of a main clause at its end"
    return None


def _comma_before_verb(clauses: list[Sentence]) -> Found | None:
    """Find a comma and a subject before the verb: "Nach seinen Worten, das Treffen war kurz"."""
    if len(clauses) < 2 or len(clauses[0]) < 2 or len(clauses[1]) < 4:
        return None
    first, second = clauses[0], clauses[1]
    verb = _first_finite(second)
    if verb is None or not 0 < verb < len(second) - 2 or second[verb + 1].is_finite:
        return None
    if any(word.pos in {"CCONJ", "ADP", "ADV", "NUM"} for word in second[:verb]) or "und" in {w.low for w in second}:
        return None
    is_clause = first[0].low in word_list("opening clause", "de") and first[-1].is_finite
    is_phrase = first[0].pos == "ADP" and not any(word.pos in {"VERB", "AUX"} for word in first)
    head = second[verb - 1]
    opens = second[0].low not in {"den", "dem"} and second[0].pos in {"DET", "PROPN"}
    opens = opens or (is_clause and second[0].low in {"er", "sie", "wir"})
    if (is_clause or is_phrase) and opens and (head.pos in NOUNS or verb == 1):
        if second[0].low in {"die", "der", "das", "den", "dem", "deren", "dessen"} and verb == 1:
            return None
        return first[0], second[verb], "a subject between the comma and the verb"
    return None


def _verb_between_commas(clauses: list[Sentence]) -> Found | None:
    """Find a verb alone between commas: "Der Präsident in dem Treffen, äußerte, dass"."""
    before, clause = (*clauses, (), ())[:2]
    if len(clause) == 1 and clause[0].is_finite and before and _first_finite(before) is None:
        return before[0], clause[0], "a verb alone between commas"
    return None


def _adverb_and_subject(sentence: Sentence) -> Found | None:
    """Find an adverb and a subject before the verb: "Früher der Minister sagte"."""
    if sentence[0].low not in word_list("time adverb", "de"):
        return None
    verb = _first_finite(sentence)
    if verb is None or not 2 <= verb <= 5:
        return None
    front = sentence[1:verb]
    is_subject = (len(front) == 1 and front[0].low in {"er", "wir", "ich"}) or (
        front[0].low in {"der", "die", "das", "ein", "eine"} and len(front) > 1 and front[-1].pos in NOUNS
    )
    if is_subject and all(word.pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for word in front):
        return sentence[0], sentence[verb], "an adverb and a subject before the verb"
    return None


def _object_behind_participle(clause: Sentence) -> Found | None:
    """Find "hat betont die Bedeutung": the participle right behind the auxiliary, the object behind it."""
    objects = word_list("participle object", "de")
    for at in range(len(clause) - 2):
        auxiliary, participle, after = clause[at : at + 3]
        if (
            auxiliary.low in PERFECT
            and auxiliary.is_finite
            and participle.form in {"Part", "Fin"}
            and participle.pos == "VERB"
        ):
            is_object = after.low in objects and after.pos == "DET" and at > 0
            if is_object and not any(word.low == "zu" for word in clause):
                return auxiliary, after, "the object behind the participle"
    return None


def _verb_inside(clause: Sentence) -> Found | None:
    """Find the verb second in a subordinate clause: "dass das Treffen war nützlich", "dass sie werden ihn treffen"."""
    if len(clause) < 4 or clause[0].low not in {"dass", "daß", "weil", "ob", "obwohl"}:
        return None
    finite = [at for at, word in enumerate(clause) if word.is_finite]
    if len(finite) != 1 or not 2 <= finite[0] < len(clause) - 1:
        return None
    verb, rest = clause[finite[0]], clause[finite[0] + 1 :]
    unreal = [word for word in rest if word.form in {"Part", "Inf"}]
    is_order = verb.low in FUTURE | PERFECT and len(unreal) == 1 and unreal[0] is rest[-1]
    is_order = is_order and clause[finite[0] - 1].form not in {"Inf", "Part"}
    is_object = len(rest) > 1 and rest[0].pos == "DET" and rest[0].low in word_list("participle object", "de")
    is_judged = verb.low in {"ist", "war", "sind", "waren"} and rest[0].pos == "ADJ" and len(rest) <= 3
    if is_order or is_object or is_judged:
        return clause[0], verb, "the verb of a subordinate clause not at its end"
    return None


def _sign(text: str, first: Word, last: Word, reason: str) -> Sign:
    return Sign(Span(first.start, last.end, text[first.start : last.end]), "word order", None, reason)
