"""Find who knew of a contact, directed it, or was told of it before or after.

In: a Scene, the stands of its sentences and the contacts claimed in it. Out: knowledge Claims tied to a contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.evidence import make_mention, quote_of, span_of
from backchannel.extract.grammar import base, children, clause_head, is_passive, preposition, subjects
from backchannel.extract.mention import describe_all
from backchannel.extract.response import find_answered, find_speakers, takes_up, tells_of_contact
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.stance import Stand
from backchannel.lang.gazetteer import stem
from backchannel.lang.words import word_list
from backchannel.model import Claim, make_id

OF = word_list("of") | word_list("agent") | {""}
IT = word_list("it")
ALLIES = word_list("allies")
INFORMED = frozenset({"informed", "informed before", "informed after"})


def find_knowledge(scene: Scene, stands: Sequence[Stand], contacts: Sequence[Claim]) -> list[Claim]:
    """Return what an article says of who knew of its contacts, in the order of the text."""
    contacts = [claim for claim in contacts if not claim.is_background]
    found: list[Claim] = []
    for stand in stands:
        if stand.knows is None or not _is_about_contact(scene, stand, contacts):
            continue
        figures = [f for f in _knowers(scene, stand) if f.type in {"body", "state"} or _is_official(f)]
        if not figures and stand.knows in {"knew", "did not know"}:
            figures = [f for f in find_speakers(scene, stand.token) if f.type != "organisation"]
        claim = _make_claim(scene, stand, figures, contacts)
        if not figures and found and found[-1].quote == claim.quote and _is_theirs(stand.token):
            # "mit Wissen der Regierung, jedoch nicht auf deren Anweisung"
            claim = replace(claim, participants=found[-1].participants)
        if claim.participants:
            found.append(claim)
    return found


def _is_about_contact(scene: Scene, stand: Stand, contacts: Sequence[Claim]) -> bool:
    """Tell whether what was known is a contact: told in the sentence, or taken up by "davon", "it" or nothing."""
    told = {claim.trigger.start for claim in contacts}
    beside = [
        c for head in {stand.token, stand.verb} for c in head.children if base(c.dep_) not in {"conj", "parataxis"}
    ]
    informed = stand.knows in INFORMED
    about = [c for c in children(stand.verb, "obl", "nmod", "ccomp") if preposition(c) in word_list("about")]
    if informed and about:
        beside = about
    words = [t for c in beside if c != stand.token for t in c.subtree]
    if stand.token.pos_ == "NOUN" and not _takes_things(scene, stand.verb):
        words.append(stand.verb)
    if any(t.idx in told or takes_up(t) or tells_of_contact(t, scene.article.lang) for t in words):
        return True
    return informed and not about


def _takes_things(scene: Scene, verb: Token) -> bool:
    """Tell whether the object of a verb is nobody one could meet: "Entscheidungen wurden getroffen"."""
    taken = children(verb, "obj") or (subjects(verb) if is_passive(verb) else [])
    return bool(taken) and not any(t.pos_ == "PRON" or describe_all(scene, t) for t in taken)


def _is_official(figure: Figure) -> bool:
    if figure.type == "organisation":
        return figure.is_multilateral  # who "told the BBC" informed nobody who had a part in it
    return figure.capacity in {"official", "former official"} or not figure.is_unnamed


def _knowers(scene: Scene, stand: Stand) -> Iterator[Figure]:
    """Yield who knew, who gave the order, who was told."""
    token, verb = stand.token, stand.verb
    if token.pos_ == "NOUN" and token != verb and not _is_had(token):
        heads = [c for c in children(token, "nmod", "compound") if preposition(c) in OF]
    elif stand.knows in INFORMED and not stand.is_own:
        passive = is_passive(verb) or ("Part" in verb.morph.get("VerbForm", []) and not _has_have(verb))
        heads = subjects(verb) if passive else [c for c in children(verb, "obj", "iobj") if not preposition(c)]
    elif is_passive(verb) and stand.knows in {"directed", "did not direct"}:
        heads = [c for c in children(verb, "obl") if preposition(c) in word_list("agent")]
    elif datives := [c for c in children(verb, "iobj", "obl", "obj") if "Dat" in c.morph.get("Case", [])]:
        # "Das Treffen war der Regierung bekannt."
        heads = [c for c in datives if not preposition(c)] or subjects(verb)
    else:
        heads = subjects(verb) or subjects(clause_head(token))
        if all(head.lower_ in IT for head in heads) and verb.head != verb:
            # "wusste davon, hatte es aber nicht veranlasst": the subject is that of the verb before.
            heads = subjects(verb.head)
    for head in heads:
        yield from describe_all(scene, head) or _partners(head)


def _partners(head: Token) -> list[Figure]:
    """Describe "die Verbündeten", "the allies": whose they are is not said."""
    if stem(head.text, "de") not in ALLIES and head.lower_ not in ALLIES:
        return []
    return [Figure(head.i, head.i, head.i + 1, "group", head.text, capacity="official", is_plural=True)]


def _is_theirs(noun: Token) -> bool:
    return any(child.lower_ in word_list("theirs") for child in noun.children)


def _is_had(noun: Token) -> bool:
    """Tell whether somebody has it: "hatte Kenntnis davon"; else it is whose it is: "mit Wissen der Regierung"."""
    return base(noun.dep_) == "obj" or noun.head.lower_ in word_list("have")


def _has_have(verb: Token) -> bool:
    return any(c.lower_ in word_list("have") for c in children(verb, "aux"))


def _make_claim(scene: Scene, stand: Stand, figures: list[Figure], contacts: Sequence[Claim]) -> Claim:
    article, quote = scene.article.id, quote_of(stand.token)
    return Claim(
        id=make_id(article, "knowledge", stand.token.idx, stand.knows),
        article=article,
        type="knowledge",
        quote=quote,
        trigger=span_of(stand.token, stand.token),
        participants=tuple(make_mention(scene, figure) for figure in figures),
        knows=stand.knows,
        answers=next((claim.id for claim in find_answered(scene, stand, contacts)), None),
    )
