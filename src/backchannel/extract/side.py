"""Find the state or organisation a noun phrase is of.

In: a phrase's head and words in a Scene. Out: sides, each a state's code and an organisation's name. Never says who.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from backchannel.extract.grammar import (
    base,
    children,
    clause_head,
    coordinated,
    core,
    joined_with,
    preposition,
    subjects,
)
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import Hit, regions, stem
from backchannel.lang.words import word_list

Side = tuple[str | None, str | None]
Add = Callable[..., None]
OF = word_list("of") | {""}
BOTH = word_list("both") | {"beider"}
CHURCH = frozenset({"pope", "cardinal"})
OF_ANOTHER = frozenset({"colleague", "ambassador", "predecessor", "successor", "rebel", "opposition leader"})


def belongs_to(scene: Scene, head: Token, words: list[Token], hit: Hit | None) -> Side:
    """Return the state and the organisation a phrase is of: "russischer", "US-", "der Ukraine", "des Kremls"."""
    sides = sides_of(scene, head, words, hit)
    return sides[0] if sides else (None, None)


def sides_of(scene: Scene, head: Token, words: list[Token], hit: Hit | None) -> list[Side]:
    """Return every state or organisation a phrase is of, in the order of the words; `words` are the phrase's core."""
    sides: list[Side] = []

    def add(country: str | None, organisation: str | None = None) -> None:
        if (country or organisation) and (country, organisation) not in sides:
            sides.append((country, organisation))

    if hit and hit.prefix and hit.entry.name != "expert":
        _add_prefix(scene, hit, add)
    for word in words:
        for adjective in coordinated(word) if base(word.dep_) in {"amod", "compound"} else [word]:
            _add_word(scene, adjective, add)
    for modifier in (m for word in dict.fromkeys((head, *words)) for m in children(word, "nmod")):
        is_advised = hit is not None and hit.entry.name == "adviser" and preposition(modifier) == "to"
        if preposition(modifier) in OF or modifier.dep_ == "nmod:poss" or is_advised:
            for owner in coordinated(modifier):
                _add_owner(scene, owner, add)
    if hit and not sides and hit.entry.name not in OF_ANOTHER and _is_somebodys(head):
        _add_possessor(scene, head, add)
    if hit and not sides:
        add("VA" if hit.entry.name in CHURCH else hit.entry.country or _chancellors_state(scene, hit))
    return sides


def _is_somebodys(head: Token) -> bool:
    """Tell whether a pronoun says whose somebody is: "sein Berater", "his adviser"."""
    return any(d.dep_ in {"det:poss", "nmod:poss"} and d.pos_ in {"DET", "PRON"} for d in head.children)


def _add_possessor(scene: Scene, head: Token, add: Add) -> None:
    """Add the side of whose "sein Berater" is: whom he is named with, or the subject that sends him."""
    owners = [token for token in joined_with(head) if token.i < head.i]
    owners += [token for token in subjects(clause_head(head)) if token.i != head.i]
    for owner in owners:
        if found := next((known for word in core(owner) if (known := scene.known(word)) and known.side), None):
            add(found.country, found.organisation)
            return


def _find_two_states(scene: Scene, token: Token) -> list[str]:
    """Return the two states that "both countries" takes up; none where the article has spoken of a third so far."""
    if token.lower_ not in word_list("states taken up") or not any(d.lower_ in BOTH for d in token.children):
        return []
    found: dict[str, None] = {}
    for start, hit in sorted({hit.start: hit for hit in scene.hits.values()}.items()):
        if start < token.i and hit.entry.country and hit.entry.type != "office":
            found[hit.entry.country] = None
    return list(found) if len(found) == 2 else []


def _chancellors_state(scene: Scene, hit: Hit) -> str | None:
    """Return whose "die Kanzlerin" is in a German text: Germany's, unless it speaks of the other state that has one."""
    if hit.entry.name != "chancellor" or scene.article.lang != "de":
        return None
    mentioned = {found.entry.country for found in scene.hits.values()} & {"AT", "DE"}
    return None if mentioned == {"AT", "DE"} else next(iter(mentioned), "DE")


def _add_prefix(scene: Scene, hit: Hit, add: Add) -> None:
    country = scene.gazetteer.state_of(hit.prefix)
    if country:
        add(country)
    elif hit.prefix.lower() == "bundes" and scene.article.lang == "de":
        add("DE")
    else:
        found = scene.gazetteer.find([hit.prefix.split("-")[0]])
        if found and found[0].entry.type == "organisation":
            add(found[0].entry.country, found[0].entry.name)


def _add_word(scene: Scene, word: Token, add: Add) -> None:
    region = regions(scene.article.lang).get(stem(word.text, scene.article.lang))
    if region and base(word.dep_) == "amod" and scene.hit(word) is None:
        add(None, region)
        return
    if country := _seat_in_adjective(scene, word):
        add(country)
        return
    hit = scene.hit(word, "adjective", "demonym")
    if hit and (
        base(word.dep_) in {"amod", "compound", "conj", "nmod", "appos", "flat"} or hit.entry.type == "adjective"
    ):
        add(hit.entry.country)
    elif (hit := scene.hit(word, "state", "organisation", "body")) and base(word.dep_) in {"compound", "nmod", "conj"}:
        add(hit.entry.country, hit.entry.name if hit.entry.type == "organisation" else None)


def _seat_in_adjective(scene: Scene, word: Token) -> str | None:
    """Return the state of "Moskauer" and "Pekinger" before a noun: what sits in its capital."""
    if scene.article.lang != "de" or not word.text.endswith("er") or word.pos_ != "ADJ" or not word.text[:1].isupper():
        return None
    seats = scene.gazetteer.find([word.text[:-2]])
    return seats[0].entry.country if seats and seats[0].entry.type == "capital" else None


def _add_owner(scene: Scene, owner: Token, add: Add) -> None:
    hit = scene.hit(owner)
    if states := _find_two_states(scene, owner):
        for state in states:
            add(state)
        return
    if hit is None and (named := scene.known(owner)):
        add(named.country, named.organisation)
        return
    if hit is None and (federation := scene.gazetteer.state_of(owner.text.rpartition("-")[0])):
        add(federation)
        return
    if hit is None:
        for inner in children(owner, "nmod"):
            if preposition(inner) in OF:
                _add_owner(scene, inner, add)
        return
    _add_entry(scene, owner, hit, add)


def _add_entry(scene: Scene, owner: Token, hit: Hit, add: Add) -> None:
    entry = hit.entry
    if entry.type in {"state", "capital", "body", "demonym"}:
        add(entry.country)
    elif entry.type == "organisation":
        add(entry.country, entry.name)
    elif entry.type in {"body noun", "office"}:
        for country, organisation in sides_of(scene, owner, core(owner), hit):
            add(country, organisation)
