"""A word that tells that somebody says something, with what the sentence gives it.

In: a Text. Out: Cues of verbs with their words and speakers. Never finds what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.extract.quote.lexicon import find_verb, government, word_list
from backchannel.extract.quote.speaker import find_agent, find_inverted, find_subject, is_passive
from backchannel.extract.quote.text import NOMINAL, VERBAL, Text

CONJUNCTIONS = frozenset({"dass", "that", "zu", "to", "ob", "direct", "obj"})
TEXTUAL = "@text"  # says of a verb that its source is a place: "in der Erklärung heißt es"
QUOTED = "@quoted"  # says of a verb that its object speaks: "die Agentur zitiert ihn"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and its speaker. `takes` is what the lexicon says the cue may be followed by."""

    head: int
    words: tuple[int, ...]
    speaker: int | None
    takes: frozenset[str]
    lemma: str
    is_inserted: bool = False  # "wie X mitteilte", "as X put it"

    @property
    def later(self) -> list[int]:
        """The words of the cue after its head: a particle that the parser may hang the clause on."""
        return [word for word in self.words if word > self.head]


def find_cues(text: Text) -> Iterator[Cue]:
    """Yield the verbs of saying and thinking in order, but neither "I think" nor "he may say"."""
    for i in range(text.size):
        found = find_verb(text, i)
        if found is None or text.lower[i] in word_list("citing", text.lang):
            continue
        row, particle = found
        cue = _read(text, i, row["lemma"], government(row), particle)
        if cue is None or _speaks_of_self(text, cue) or _is_mere_possibility(text, cue):
            continue
        yield cue


def _speaks_of_self(text: Text, cue: Cue) -> bool:
    return cue.speaker is not None and text.lower[cue.speaker] in word_list("first person", text.lang)


def _is_mere_possibility(text: Text, cue: Cue) -> bool:
    """Tell whether something may, should or will be said, rather than was: "soll gesagt haben" was."""
    helpers = {text.lower[kid] for kid in text.children(cue.head, "aux")}
    return bool(helpers & word_list("modal", text.lang)) and not helpers & {"haben", "have"}


def _read(text: Text, i: int, lemma: str, takes: frozenset[str], particle: int | None) -> Cue | None:
    reflexives = [kid for kid in text.kids[i] if text.lower[kid] == "sich" and text.lower[kid - 1] != ","]
    if reflexives and "sich" not in takes and not takes & {"darauf", "dafür"}:
        return None
    inserted = [kid for kid in text.kids[i] if kid < i and text.lower[kid] in word_list("as", text.lang)]
    quoting = _quoting(text, i)
    inserted = [] if quoting else [kid for kid in inserted if text.dep[kid] != "case"]
    words = {i, *text.children(i, "aux", "cop"), *inserted, *reflexives, *([particle] if particle is not None else [])}
    words |= {kid for kid in text.kids[i] if text.lower[kid] in takes - CONJUNCTIONS} | quoting
    if TEXTUAL in takes:
        words |= {kid for kid in text.kids[i] if text.lower[kid] == "es"}
    speaker = find_speaker(text, i, takes)
    is_finite = text.morph(i, "VerbForm") == "Fin" or bool(text.children(i, "aux"))
    is_inserted = bool(inserted) and is_finite and bool(takes & {"dass", "that"})
    if inserted and not is_inserted:
        return None
    return Cue(i, tuple(sorted(words)), speaker, takes, lemma, is_inserted)


def _quoting(text: Text, i: int) -> set[int]:
    """Return the words before "saying" in "was quoted as saying"."""
    above = text.head[i]
    if text.lower[i] not in word_list("quoting", text.lang) or text.lower[above] not in word_list("quoted", text.lang):
        return set()
    return {above, *text.children(above, "aux"), *(kid for kid in text.kids[i] if text.lower[kid] == "as")}


def find_speaker(text: Text, verb: int, takes: frozenset[str]) -> int | None:
    """Return who says: the subject, of a passive the agent, of "was quoted" the one quoted."""
    if TEXTUAL in takes:
        return find_text(text, verb, word_list("text preposition", text.lang)) or _personal(
            text, find_subject(text, verb)
        )
    if is_passive(text, verb) and QUOTED not in takes:
        agent = find_agent(text, verb)
        return agent if agent is not None else find_text(text, verb, word_list("in", text.lang))
    subject = find_subject(text, verb)
    if subject is None:
        subject = find_inverted(text, verb)
    if QUOTED in takes and not is_passive(text, verb):
        quoted = [kid for kid in text.children(verb, "obj") if text.pos[kid] not in VERBAL]
        return quoted[0] if quoted else subject
    return _personal(text, subject)


def _personal(text: Text, subject: int | None) -> int | None:
    return None if subject is None or text.lower[subject] in word_list("impersonal", text.lang) else subject


def find_text(text: Text, verb: int, prepositions: frozenset[str]) -> int | None:
    """Return the writing or the people something is heard from: "in der Erklärung heißt es", "aus Paris verlautet"."""
    for kid in text.children(verb, "obl", "nmod"):
        if text.pos[kid] in NOMINAL and any(text.lower[case] in prepositions for case in text.children(kid, "case")):
            if prepositions == word_list("in", text.lang) and not _is_writing(text, kid):
                continue
            return kid
    return None


def _is_writing(text: Text, noun: int) -> bool:
    return any(text.lower[noun].endswith(ending) for ending in word_list("source ending", text.lang))
