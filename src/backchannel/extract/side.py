"""Find the state or organisation a noun phrase is of.

In: a phrase's head and words in a Scene. Out: sides, each a state's code and an organisation's name. Never says who.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from backchannel.extract.grammar import base, children, coordinated, core, preposition
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import Hit, regions, stem
from backchannel.lang.words import word_list

Side = tuple[str | None, str | None]
Add = Callable[..., None]
OF = word_list("of") | {""}
CHURCH = frozenset({"pope", "cardinal"})


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
        if preposition(modifier) in OF or modifier.dep_ == "nmod:poss":
            for owner in coordinated(modifier):
                _add_owner(scene, owner, add)
    if hit and not sides:
        add("VA" if hit.entry.name in CHURCH else hit.entry.country)
    return sides


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
    hit = scene.hit(word, "adjective", "demonym")
    if hit and (
        base(word.dep_) in {"amod", "compound", "conj", "nmod", "appos", "flat"} or hit.entry.type == "adjective"
    ):
        add(hit.entry.country)
    elif (hit := scene.hit(word, "state", "organisation", "body")) and base(word.dep_) in {"compound", "nmod", "conj"}:
        add(hit.entry.country, hit.entry.name if hit.entry.type == "organisation" else None)


def _add_owner(scene: Scene, owner: Token, add: Add) -> None:
    hit = scene.hit(owner)
    if hit is None:
        for inner in children(owner, "nmod"):
            if preposition(inner) in OF:
                _add_owner(scene, inner, add)
        return
    entry = hit.entry
    if entry.type in {"state", "capital", "body", "demonym"}:
        add(entry.country)
    elif entry.type == "organisation":
        add(entry.country, entry.name)
    elif entry.type in {"body noun", "office"}:
        for country, organisation in sides_of(scene, owner, core(owner), hit):
            add(country, organisation)
