"""Describe who a noun phrase means.

In: a head word in a Scene. Out: Figures (two for "die Verteidigungsminister der USA und Russlands"), none for a phrase
that names nobody who could take part in a contact. Never looks outside the phrase, except for pronouns.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Span, Token

from backchannel.extract.grammar import antecedent, base, children, coordinated, core, gap_free, phrase, preposition
from backchannel.extract.identified import find_identified, find_resumed
from backchannel.extract.pronoun import is_plural, resolve_plural, resolve_pronoun
from backchannel.extract.reference import recall
from backchannel.extract.respective import find_share
from backchannel.extract.scene import Figure, Scene, is_subject
from backchannel.extract.side import belongs_to, sides_of
from backchannel.extract.title import head_of, office_name, shared_title, stands_in_title
from backchannel.lang.gazetteer import Hit, regions
from backchannel.lang.numbers import read_number
from backchannel.lang.tables import read_table
from backchannel.lang.words import word_list
from backchannel.model import Capacity

FORMER = tuple(word_list("former"))
OF = word_list("of") | {""}
PRONOUNS = word_list("pronoun") | word_list("plural pronoun")
GROUP_WORDS = word_list("group")
LOCATIVE = word_list("locative")
PARTING = frozenset({"ADV", "AUX", "PRON"})


def describe(scene: Scene, head: Token) -> list[Figure]:
    """Return the figures a noun phrase stands for, with what the rest of the article adds to them."""
    token = antecedent(head)
    if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
        if is_plural(token):
            resumed = find_resumed(token)
            return describe(scene, resumed) if resumed is not None else resolve_plural(scene, token)
        referent = resolve_pronoun(scene, token)
        return [referent] if referent else []
    found = describe_phrase(scene, token)
    if len(found) == 1 and found[0].is_plural and (people := find_identified(scene, token)):
        members = [scene.complete(figure) for name in people for figure in describe_phrase(scene, name)]
        return [_member_of(found[0], figure) for figure in members]
    return [recall(scene, token, scene.complete(figure)) for figure in found]


def _member_of(group: Figure, figure: Figure) -> Figure:
    """Give one of a group the group's side and capacity, where nothing else is said of theirs."""
    capacity = group.capacity if figure.capacity == "unknown" else figure.capacity
    if figure.side:
        return replace(figure, capacity=capacity)
    return replace(figure, country=group.country, organisation=group.organisation, capacity=capacity)


def describe_all(scene: Scene, head: Token) -> list[Figure]:
    """Describe a phrase and all phrases joined to it ("Austin und sein Amtskollege Schoigu")."""
    found: list[Figure] = []
    for token in coordinated(antecedent(head)):
        found += [figure for figure in describe(scene, token) if figure not in found]
    return found


def describe_phrase(scene: Scene, head: Token) -> list[Figure]:
    """Return the figures a noun phrase stands for by its own words alone."""
    words = core(head)
    name = _name_in(scene, head, words)
    office = _office_in(scene, words)
    if name is not None:
        return [_person(scene, head, words, name, office)]
    hit = scene.hit(head) or (office if office and office.start <= head.i < office.end else None)
    if hit is None and office and head.lower_ in GROUP_WORDS | {"regierung"}:
        hit = office
    if hit is None and (group := _group_of(scene, head)):
        return group
    if hit is None:
        return _unknown_name(scene, head)
    if hit.entry.name == "member state" and (named := _named_state(scene, head)):
        return describe_phrase(scene, named)
    describer = {
        "state": _state, "capital": _state, "organisation": _organisation,
    }.get(hit.entry.type)  # fmt: skip
    if describer:
        return describer(head, hit)
    if stands_in_title(scene, head):
        return []
    inquirer = {"office": _officials, "body": _body, "body noun": _body_noun, "demonym": _demonym}.get(hit.entry.type)
    if inquirer:
        return inquirer(scene, head, hit)
    return _unknown_name(scene, head)


def _named_state(scene: Scene, head: Token) -> Token | None:
    """Return the first of the states a phrase names: "die Nachbarstaaten Ghana und Togo"."""
    beside = children(head, "appos", "flat", "nmod:desc")
    return next((t for t in beside if scene.hit(t, "state") and not preposition(t)), None)


def _name_in(scene: Scene, head: Token, words: list[Token]) -> Span | None:
    """Return the person's name a phrase carries: the head itself, or what stands beside it."""
    own = scene.person(head)
    if own is not None:
        return own
    if scene.hit(head, "state", "capital", "body", "organisation"):
        return None
    beside = [w for w in words if w.i != head.i and scene.person(w) is not None]
    if beside and (_is_of_another(head, beside[0]) or _is_genitive(scene, head, beside[0])):
        return None
    joined = {t.i for t in coordinated(head)[1:]}
    for word in beside:
        if word.i not in joined and word.dep_ != "nmod:poss" and not _is_parted(head, word):
            return scene.person(word)
    return None


def _is_of_another(head: Token, name: Token) -> bool:
    """Tell whether a name behind "ein Mitarbeiter" is whose they are, whatever the parser makes of its genitive."""
    indefinite = any(child.lower_ in word_list("one") for child in children(head, "det"))
    between = head.doc[head.i + 1 : name.i] if head.i < name.i else head.doc[0:0]
    return indefinite and head.pos_ == "NOUN" and head.i < name.i and not any(t.is_punct for t in between)


def _is_genitive(scene: Scene, head: Token, name: Token) -> bool:
    """Tell whether a name behind a title is whose they are: "zwei Vertrauten Putins"."""
    if scene.article.lang != "de" or not name.text.endswith("s") or base(name.dep_) != "nmod" or preposition(name):
        return False
    bare = name.text[:-1].lower()
    return head.i < name.i and (bare in _people(scene) or any(each.split()[-1] == bare for each in _people(scene)))


def _is_parted(title: Token, name: Token) -> bool:
    """Tell whether an adverb or a verb stands between a title and a name: they are two people then."""
    return any(t.pos_ in PARTING for t in title.doc[title.i + 1 : name.i])


def _office_in(scene: Scene, words: list[Token]) -> Hit | None:
    hits = [hit for word in words if (hit := scene.hit(word, "office"))]
    named = [hit for hit in hits if hit.entry.name != "colleague"]
    return next(iter(named or hits), None)


def _span(head: Token, words: list[Token]) -> tuple[int, int]:
    run = gap_free(words, head)
    return run[0].i, run[-1].i + 1


def _person(scene: Scene, head: Token, words: list[Token], name: Span, office: Hit | None) -> Figure:
    start, end = min(name.start, words[0].i), name.end
    run = [word for word in words if start <= word.i]
    first, last = _span(head, run) if name.start <= head.i < name.end else (min(head.i, name.start), name.end)
    country, organisation = belongs_to(scene, head, words, office)
    if share := find_share(scene, name.root):
        country = share.country if share.country or share.is_open else country
        office = office or share.office
    return Figure(
        head=head.i,
        start=min(first, name.start),
        end=max(last, end) if last - end <= 0 else end,
        type="person",
        name=_clean_name(scene, name),
        country=country,
        organisation=organisation,
        office=office_name(scene, head, office) if office else None,
        capacity=_capacity(words, office) if office or not _speaks_for_state(scene, name) else "official",
    )


def _speaks_for_state(scene: Scene, name: Span) -> bool:
    """Tell whether a name stands behind its state in the genitive: "Oman's Badr Albusaidi" acts for Oman."""
    return any(scene.hit(t, "state") for t in name.root.children if t.dep_ == "nmod:poss" and t.i < name.start)


def _clean_name(scene: Scene, name: Span) -> str:
    """Take the genitive's s off a name ("Putins Sprecher") where the phrase is one."""
    tokens = [token for token in name if not token.is_space and token.lower_ not in {"'s", "’s"}]
    while len(tokens) > 1 and scene.hit(tokens[0], "office"):
        tokens = tokens[1:]
    text = " ".join(token.text for token in tokens).replace(" - ", "-").strip(" '’")
    last, head = tokens[-1], tokens[0]
    is_genitive = any(base(t.dep_) == "nmod" and not preposition(t) for t in (last, head))
    if scene.article.lang == "de" and text.endswith("s") and len(last.text) > 3:
        bare = text[:-1]
        if bare.lower() in _people(scene) or (is_genitive and text.lower() not in _nominatives(scene)):
            return bare
    return text


@lru_cache(maxsize=1)
def _people(scene: Scene) -> frozenset[str]:
    return frozenset(str(span).lower() for span in scene.doc.ents if span.label_ == "PER")


@lru_cache(maxsize=1)
def _nominatives(scene: Scene) -> frozenset[str]:
    names = (e for e in scene.doc.ents if e.label_ == "PER" and any(is_subject(t) for t in e))
    return frozenset(str(e).lower() for e in names)


def _capacity(words: list[Token], office: Hit | None) -> Capacity:
    for word in words:
        form = word.lower_
        if any(form.startswith(mark) and base(word.dep_) in {"amod", "advmod", "compound"} for mark in FORMER):
            return "former official"
    if office and office.prefix.lower().split("-")[0] in {"ex", "alt"}:
        return "former official"
    return "official" if office else "unknown"


def _officials(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    """Describe office holders without a name; one figure for each side where the phrase joins several."""
    words = core(head)
    start, end = _span(head, phrase(head))
    count = _count(head)
    shares = (
        scene.hit(head.head, "body") is not None and shared_title(scene, head.head) == head
    )  # each of two services has but one head
    plural = (_is_plural(head) and not shares) or (count or 1) > 1 or hit.entry.name == "delegation"
    sides = sides_of(scene, head, words, hit) or [(None, None)]
    capacity = _capacity(words, hit)
    office = office_name(scene, head, hit)
    figures = []
    for country, organisation in sides:
        several = plural and len(sides) == 1
        figures.append(
            Figure(
                head=head.i, start=start, end=end,
                type="group" if several else "person",
                name=_describe_unnamed(office, country, organisation, several, capacity),
                country=country, organisation=organisation, office=office, capacity=capacity,
                is_unnamed=True, is_plural=several,
                is_multilateral=several and _is_multilateral(scene, organisation),
                count=count if several else None,
            )
        )  # fmt: skip
    return figures


def _is_multilateral(scene: Scene, organisation: str | None) -> bool:
    if organisation in regions(scene.article.lang).values():
        return True
    return bool(organisation) and scene.gazetteer.is_igo(organisation or "")


def _is_plural(head: Token) -> bool:
    determiners = children(head, "det", "det:poss", "nummod", "amod")
    if any(d.lower_ in word_list("several") for d in determiners):
        return True
    if any(d.lower_.endswith("em") or d.lower_ in word_list("one") for d in determiners):
        return False
    if not preposition(head) and any(d.dep_ == "det:poss" and d.lower_.endswith("en") for d in determiners):
        return False  # "traf seinen Kollegen": the accusative of one
    if any(d.lower_ == "den" for d in determiners) and not head.lower_.endswith(("n", "s")):
        return False  # the dative plural ends in -n
    if base(head.dep_) == "nmod" and not preposition(head) and any(d.lower_ == "der" for d in determiners):
        return not head.lower_.endswith("in")  # "das Treffen der Außenminister": of one it were "des"
    if any(d.lower_ == "die" for d in determiners) and head.lower_.endswith(("er", "en", "chefs")):
        return True
    if is_subject(head) and len(coordinated(head)) == 1:
        finite = [head.head, *children(head.head, "aux", "cop")]
        finite = [verb for verb in finite if "Fin" in verb.morph.get("VerbForm", [])]
        numbers = [number for verb in finite for number in verb.morph.get("Number", [])]
        if numbers:
            return "Plur" in numbers
    return "Plur" in head.morph.get("Number", [])


def _count(head: Token) -> int | None:
    for child in [*children(head, "nummod", "det", "amod"), head]:
        number = read_number(child.lower_)
        if number:
            return number
    return None


def _describe_unnamed(office: str, country: str | None, organisation: str | None, plural: bool, capacity: str) -> str:
    """Name somebody unnamed in English, the same from every language: "Russian foreign minister"."""
    state = read_table("en", "states", "code").get(country or "", {})
    of = organisation or state.get("adjectives", "").split("|")[0] or state.get("name", "")
    former = "former" if capacity == "former official" else ""
    noun = f"{office}s" if plural and not office.endswith("s") else office
    return " ".join(part for part in (former, of, noun) if part)


def _state(head: Token, hit: Hit) -> list[Figure]:
    """Describe a state that acts, by its name or its capital; not a place somebody is in."""
    if preposition(head) in LOCATIVE:
        return []
    name = read_table("en", "states", "code")[hit.entry.country or ""]["name"]
    return [Figure(head.i, hit.start, hit.end, "state", name, hit.entry.country, capacity="official", is_unnamed=True)]


def _demonym(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    """Describe "der Russe" and "die Russen": those who act for their state, where the text speaks of such people."""
    country, determined = hit.entry.country, bool(children(head, "det"))
    several = _is_plural(head) or not determined
    name = _describe_unnamed("representative", country, None, several, "")
    start, end = _span(head, core(head))
    acts = several and determined and scene.speaks_of_officials(country)
    return [
        Figure(
            head.i, start, end, "group" if several else "person", name, country,
            capacity="official" if acts else "unknown", is_unnamed=True, is_plural=several,
            count=_count(head) if several else None,
        )
    ]  # fmt: skip


def _body(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    name, country = hit.entry.name, hit.entry.country
    if shared_title(scene, head) is not None:
        office = head_of(hit.entry, scene.article.lang) or "leader"
        name = _describe_unnamed(office, country, None, False, "")
        return [Figure(head.i, hit.start, hit.end, "person", name, country, None, office, "official", is_unnamed=True)]
    if hit.entry.kind == "government":
        name = _describe_unnamed("government", country, None, False, "")
    return [Figure(head.i, hit.start, hit.end, "body", name, country, capacity="official", is_unnamed=True)]


def _body_noun(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    start, end = _span(head, phrase(head))
    sides = sides_of(scene, head, core(head), hit) or [(_seat(scene, head), None)]
    return [
        Figure(
            head.i, start, end, "body", _describe_unnamed(hit.entry.name, country, organisation, False, ""),
            country, organisation, None, "official", is_unnamed=True, is_plural=_is_plural(head),
        )
        for country, organisation in sides
    ]  # fmt: skip


def _seat(scene: Scene, head: Token) -> str | None:
    """Return the state of the capital a body sits in: "das Außenministerium in Moskau", else where it is told from."""
    seats = [scene.hit(t, "capital") for t in children(head, "nmod") if preposition(t) == "in"]
    here = scene.dateline if not children(head, "nmod", "amod", "compound") else None
    return next((hit.entry.country for hit in seats if hit), here)


def _organisation(head: Token, hit: Hit) -> list[Figure]:
    entry = hit.entry
    return [
        Figure(
            head.i, hit.start, hit.end, "organisation", entry.name, entry.country, entry.name, None, "official",
            is_unnamed=True, is_multilateral=entry.kind == "igo",
        )
    ]  # fmt: skip


def _group_of(scene: Scene, head: Token) -> list[Figure]:
    """Describe "eine Gruppe ehemaliger US-Beamter", "Vertreter des Kremls": the group is of what hangs on it."""
    if not any(head.lower_.startswith(word) for word in GROUP_WORDS):
        return []
    start, end = _span(head, phrase(head))
    for member in [m for m in children(head, "nmod") if preposition(m) in OF]:
        figures = [f for f in describe_phrase(scene, member) if f.type in {"group", "person", "body", "state"}]
        whole = [
            replace(f, head=head.i, start=start, end=end, type="group", is_plural=True) for f in figures if f.is_unnamed
        ]
        if figures:
            return [replace(f, count=_count(head) or f.count) for f in whole]
    return []


def _unknown_name(scene: Scene, head: Token) -> list[Figure]:
    """Describe a named organisation no table knows."""
    span = scene.names.get(head.i)
    if span is None or span.label_ != "ORG":
        return []
    country, organisation = belongs_to(scene, head, core(head), None)
    name = str(span).strip()
    return [Figure(head.i, span.start, span.end, "organisation", name, country, organisation, is_unnamed=True)]
