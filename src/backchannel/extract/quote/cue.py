"""A word that tells that somebody says something, with what the sentence gives it.

In: a Text. Out: Cues of verbs with their words and speakers. Never finds what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.extract.quote.lexicon import find_verb, government
from backchannel.extract.quote.speaker import IMPERSONAL, find_agent, find_subject, is_passive
from backchannel.extract.quote.text import VERBAL, Text

AS = frozenset({"wie", "as"})
REFLEXIVE = frozenset({"sich", "mich", "uns"})
TO_SPEAKER = frozenset({"zitieren", "quote", "cite"})
TEXTUAL = frozenset({"heißen", "hervorgehen", "verlauten", "lauten"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and its speaker. `takes` is what the lexicon says the cue may be followed by."""

    head: int
    words: tuple[int, ...]
    speaker: int | None
    takes: frozenset[str]
    lemma: str
    is_inserted: bool = False  # "wie X mitteilte", "as X put it"


def find_cues(text: Text) -> Iterator[Cue]:
    """Yield the verbs of saying and thinking in order."""
    for i in range(text.size):
        found = find_verb(text, i)
        if found is None:
            continue
        row, particle = found
        inserted = [kid for kid in text.kids[i] if kid < i and text.lower[kid] in AS and text.dep[kid] != "case"]
        words = {i, *_helpers(text, i), *inserted, *([particle] if particle is not None else [])}
        words |= {kid for kid in text.kids[i] if text.lower[kid] in government(row)}
        speaker = find_speaker(text, i, row["lemma"])
        if row["lemma"] == "heißen":
            words |= {kid for kid in text.kids[i] if text.lower[kid] == "es"}
        yield Cue(i, tuple(sorted(words)), speaker, government(row), row["lemma"], bool(inserted))


def _helpers(text: Text, verb: int) -> list[int]:
    helpers = [kid for kid in text.kids[verb] if text.dep[kid] == "aux"]
    return helpers + [kid for kid in text.kids[verb] if text.lower[kid] in REFLEXIVE and text.dep[kid] != "nsubj"]


def find_speaker(text: Text, verb: int, lemma: str) -> int | None:
    """Return who says: the subject, of a passive the agent, of "was quoted" the one quoted."""
    if lemma in TEXTUAL:
        return find_text(text, verb)
    subject = find_subject(text, verb)
    if is_passive(text, verb) and lemma not in TO_SPEAKER:
        return find_agent(text, verb)
    if subject is not None and text.lower[subject] in IMPERSONAL:
        return None
    if lemma in TO_SPEAKER and not is_passive(text, verb):
        quoted = [kid for kid in text.children(verb, "obj") if text.pos[kid] not in VERBAL]
        return quoted[0] if quoted else subject
    return subject


def find_text(text: Text, verb: int) -> int | None:
    """Return the writing or the people something is heard from: "in der Erklärung heißt es", "aus Paris verlautet"."""
    for kid in text.children(verb, "obl", "nmod"):
        if any(
            text.lower[case] in {"in", "im", "aus", "von", "vom", "seitens", "bei"}
            for case in text.children(kid, "case")
        ):
            return kid
    subject = find_subject(text, verb)
    return None if subject is None or text.lower[subject] in IMPERSONAL else subject
