"""Describe who a noun phrase means.

In: a head word in a Scene. Out: Figures (two for "die Verteidigungsminister der USA und Russlands"), none for a phrase
that names nobody who could take part in a contact. Never looks outside the phrase, except for pronouns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Span, Token

from backchannel.extract.grammar import antecedent, base, children, coordinated, core, gap_free, phrase, preposition
from backchannel.extract.scene import Figure, Scene, is_subject
from backchannel.lang.gazetteer import Hit, regions, stem
from backchannel.lang.numbers import read_number
from backchannel.lang.tables import read_table
from backchannel.model import Capacity

Add = Callable[..., None]
DEFINITE = frozenset("der die das dem den des the".split())
FORMER = ("ehemalig", "früher", "vormalig", "former", "ex", "alt", "onetime", "erstwhile", "retired", "pensioniert")
OF = frozenset({"", "von", "of", "aus", "from"})
PRONOUNS = frozenset("er sie ihm ihn ihr dieser diese dieses jener he she him her".split())
GROUP_WORDS = frozenset(
    "gruppe reihe dutzend delegation team paar mehrzahl vertreter group series dozen number couple team mitglied "
    "mitglieder member members".split()
)
LOCATIVE = frozenset({"in", "nach", "aus", "to", "from", "near", "bei", "über", "outside", "an", "durch", "around"})


def describe(scene: Scene, head: Token) -> list[Figure]:
    """Return the figures a noun phrase stands for, with what the rest of the article adds to them."""
    token = antecedent(head)
    if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
        referent = resolve_pronoun(scene, token)
        return [referent] if referent else []
    return [_recall(scene, token, scene.complete(figure)) for figure in describe_phrase(scene, token)]


def _recall(scene: Scene, token: Token, figure: Figure) -> Figure:
    """Read "der Minister", "the adviser" as the last one of that office the article has named."""
    if figure.is_unnamed and token.i in scene.beside:
        named = scene.complete(scene.beside[token.i])
        return replace(named, head=figure.head, start=figure.start, end=figure.end)
    definite = {child.lower_ for child in children(token, "det")} & DEFINITE
    if figure.type != "person" or not figure.is_unnamed or figure.office in {None, "colleague", "official"} or not definite:
        return figure
    known = [k for group in scene.cast.values() for k in group if k.head < token.i]
    fitting = [
        k
        for k in (scene.complete(k) for k in known)
        if k.office and (k.office == figure.office or k.office.endswith(f" {figure.office}"))
        and figure.country in {None, k.country} and _gender_fits(scene, k, token)
    ]  # fmt: skip
    last = max(fitting, key=lambda k: k.head, default=None)
    return replace(last, head=figure.head, start=figure.start, end=figure.end) if last else figure


def describe_all(scene: Scene, head: Token) -> list[Figure]:
    """Describe a phrase and all phrases joined to it ("Austin und sein Amtskollege Schoigu")."""
    found: list[Figure] = []
    for token in coordinated(antecedent(head)):
        found += [figure for figure in describe(scene, token) if figure not in found]
    return found


def describe_phrase(scene: Scene, head: Token) -> list[Figure]:
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
    describer = {
        "office": _officials, "state": _state, "capital": _state, "demonym": _demonym, "body": _body,
        "body noun": _body_noun, "organisation": _organisation,
    }.get(hit.entry.type)  # fmt: skip
    return describer(scene, head, hit) if describer else _unknown_name(scene, head)


def _name_in(scene: Scene, head: Token, words: list[Token]) -> Span | None:
    """Return the person's name a phrase carries: the head itself, or what stands beside it."""
    own = scene.person(head)
    if own is not None:
        return own
    if scene.hit(head, "state", "capital", "body", "organisation"):
        return None
    beside = [w for w in words if w.i != head.i and scene.person(w) is not None]
    joined = {t.i for t in coordinated(head)[1:]}
    for word in beside:
        if word.i not in joined and word.dep_ != "nmod:poss":
            return scene.person(word)
    return None


def _office_in(scene: Scene, words: list[Token]) -> Hit | None:
    hits = [hit for word in words if (hit := scene.hit(word, "office"))]
    named = [hit for hit in hits if hit.entry.name != "colleague"]
    return (named or hits or [None])[0]


def _span(head: Token, words: list[Token]) -> tuple[int, int]:
    run = gap_free(words, head)
    return run[0].i, run[-1].i + 1


def _person(scene: Scene, head: Token, words: list[Token], name: Span, office: Hit | None) -> Figure:
    start, end = min(name.start, words[0].i), name.end
    run = [word for word in words if start <= word.i]
    first, last = _span(head, run) if name.start <= head.i < name.end else (min(head.i, name.start), name.end)
    country, organisation = _belongs_to(scene, head, words, office)
    return Figure(
        head=head.i,
        start=min(first, name.start),
        end=max(last, end) if last - end <= 0 else end,
        type="person",
        name=_clean_name(scene, name),
        country=country,
        organisation=organisation,
        office=office.entry.name if office else None,
        capacity=_capacity(scene, words, office),
    )


def _clean_name(scene: Scene, name: Span) -> str:
    """Take the genitive's s off a name ("Putins Sprecher") where the phrase is one."""
    tokens = [token for token in name if not token.is_space and token.lower_ not in {"'s", "’s"}]
    while len(tokens) > 1 and scene.hit(tokens[0], "office"):
        tokens = tokens[1:]
    text = " ".join(token.text for token in tokens).strip(" '’")
    last, head = tokens[-1], tokens[0]
    is_genitive = any(base(t.dep_) == "nmod" and not preposition(t) for t in (last, head))
    other_forms = {str(span).lower() for span in scene.doc.ents if span.label_ == "PER"}
    if scene.article.lang == "de" and text.endswith("s") and len(last.text) > 3:
        bare = text[:-1]
        if bare.lower() in other_forms or (is_genitive and text.lower() not in _nominatives(scene)):
            return bare
    return text


def _nominatives(scene: Scene) -> set[str]:
    return {str(e).lower() for e in scene.doc.ents if e.label_ == "PER" and any(is_subject(t) for t in e)}


def _capacity(scene: Scene, words: list[Token], office: Hit | None) -> Capacity:
    for word in words:
        form = word.lower_
        if any(form.startswith(mark) and base(word.dep_) in {"amod", "advmod", "compound"} for mark in FORMER):
            return "former official"
    if office and office.prefix.lower().split("-")[0] in {"ex", "alt"}:
        return "former official"
    return "official" if office else "unknown"


def _belongs_to(scene: Scene, head: Token, words: list[Token], hit: Hit | None) -> tuple[str | None, str | None]:
    """Return the state and the organisation a phrase is of: "russischer", "US-", "der Ukraine", "des Kremls"."""
    sides = _sides_of(scene, head, words, hit)
    return sides[0] if sides else (None, None)


def _sides_of(scene: Scene, head: Token, words: list[Token], hit: Hit | None) -> list[tuple[str | None, str | None]]:
    sides: list[tuple[str | None, str | None]] = []

    def add(country: str | None, organisation: str | None = None) -> None:
        if (country or organisation) and (country, organisation) not in sides:
            sides.append((country, organisation))

    if hit and hit.prefix and hit.entry.name != "expert":
        _add_prefix(scene, hit, add)
    for word in words:
        for adjective in coordinated(word) if base(word.dep_) in {"amod", "compound"} else [word]:
            _add_word(scene, adjective, add)
    for word in {head, *words}:
        for modifier in children(word, "nmod"):
            if preposition(modifier) in OF or modifier.dep_ == "nmod:poss":
                for owner in coordinated(modifier):
                    _add_owner(scene, owner, add)
    if hit and hit.entry.country and not sides:
        add(hit.entry.country)
    if hit and hit.entry.name in {"pope", "cardinal"} and not sides:
        add("VA")
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
    if hit and (base(word.dep_) in {"amod", "compound", "conj", "nmod", "appos", "flat"} or hit.entry.type == "adjective"):
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
        for country, organisation in _sides_of(scene, owner, core(owner), hit):
            add(country, organisation)


def _officials(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    """Describe office holders without a name; one figure for each side where the phrase joins several."""
    words = core(head)
    start, end = _span(head, phrase(head))
    count = _count(head)
    plural = _is_plural(head) or (count or 1) > 1 or hit.entry.name in {"delegation"}
    sides = _sides_of(scene, head, words, hit) or [(None, None)]
    capacity = _capacity(scene, words, hit)
    figures = []
    for country, organisation in sides:
        several = plural and len(sides) == 1
        figures.append(
            Figure(
                head=head.i, start=start, end=end,
                type="group" if several else "person",
                name=_describe_unnamed(hit.entry.name, country, organisation, several, capacity),
                country=country, organisation=organisation, office=hit.entry.name, capacity=capacity,
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
    if any(d.lower_ in {"beide", "beiden", "both", "mehrere", "several"} for d in determiners):
        return True
    if any(d.lower_.endswith("em") or d.lower_ in {"ein", "einen", "einer", "eines", "a", "an"} for d in determiners):
        return False
    if any(d.lower_ == "die" for d in determiners) and head.lower_.endswith(("er", "en", "chefs")):
        return True
    if is_subject(head) and len(coordinated(head)) == 1:
        finite = [head.head, *children(head.head, "aux", "cop")]
        return any("Plur" in verb.morph.get("Number") for verb in finite if "Fin" in verb.morph.get("VerbForm"))
    return "Plur" in head.morph.get("Number")


def _count(head: Token) -> int | None:
    for child in [*children(head, "nummod", "det", "amod"), head]:
        number = read_number(child.lower_)
        if number:
            return number
    return None


def _describe_unnamed(office: str, country: str | None, organisation: str | None, plural: bool, capacity: str) -> str:
    """Name somebody unnamed in English, the same from every language: "Russian foreign minister"."""
    adjective = read_table("en", "states", "code").get(country or "", {}).get("adjectives", "").split("|")[0]
    of = adjective or organisation or country or ""
    former = "former" if capacity == "former official" else ""
    noun = f"{office}s" if plural and not office.endswith("s") else office
    return " ".join(part for part in (former, of, noun) if part)


def _state(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    """Describe a state that acts, by its name or its capital; not a place somebody is in."""
    if preposition(head) in LOCATIVE:
        return []
    name = read_table("en", "states", "code")[hit.entry.country or ""]["name"]
    return [Figure(head.i, hit.start, hit.end, "state", name, hit.entry.country, capacity="official", is_unnamed=True)]


def _demonym(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    name = _describe_unnamed("representative", hit.entry.country, None, True, "")
    return [Figure(head.i, *_span(head, core(head)), "group", name, hit.entry.country, is_unnamed=True, is_plural=True, count=_count(head))]  # fmt: skip


def _body(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    return [Figure(head.i, hit.start, hit.end, "body", hit.entry.name, hit.entry.country, capacity="official", is_unnamed=True)]  # fmt: skip


def _body_noun(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
    start, end = _span(head, phrase(head))
    sides = _sides_of(scene, head, core(head), hit) or [(None, None)]
    return [
        Figure(
            head.i, start, end, "body", _describe_unnamed(hit.entry.name, country, organisation, False, ""),
            country, organisation, None, "official", is_unnamed=True, is_plural=_is_plural(head),
        )
        for country, organisation in sides
    ]  # fmt: skip


def _organisation(scene: Scene, head: Token, hit: Hit) -> list[Figure]:
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
    for member in children(head, "nmod"):
        if preposition(member) in OF:
            figures = [f for f in describe_phrase(scene, member) if f.type in {"group", "person", "body", "state"}]
            start, end = _span(head, phrase(head))
            if figures:
                return [
                    replace(f, head=head.i, start=start, end=end, type="group", is_plural=True, count=_count(head) or f.count)
                    for f in figures
                    if f.is_unnamed
                ]  # fmt: skip
    return []


def _unknown_name(scene: Scene, head: Token) -> list[Figure]:
    """Describe a named organisation no table knows."""
    span = scene.names.get(head.i)
    if span is None or span.label_ != "ORG":
        return []
    country, organisation = _belongs_to(scene, head, core(head), None)
    name = str(span).strip()
    return [Figure(head.i, span.start, span.end, "organisation", name, country, organisation, is_unnamed=True)]


def resolve_pronoun(scene: Scene, token: Token) -> Figure | None:
    """Return the person a pronoun most likely means: the last subject that was a person, else the last person."""
    first = max(0, token.sent.start - 120)
    plural = "Plur" in token.morph.get("Number")
    if plural:
        return None
    people = [
        figure
        for figures in scene.cast.values()
        for figure in figures
        if first <= figure.head < token.i and _gender_fits(scene, figure, token)
    ]
    outside = [figure for figure in people if not _same_clause(scene.doc[figure.head], token)]
    subjects = [figure for figure in outside if is_subject(scene.doc[figure.head])]
    chosen = max(subjects or outside, key=lambda figure: figure.head, default=None)
    return replace(scene.complete(chosen), start=token.i, end=token.i + 1) if chosen else None


def _gender_fits(scene: Scene, figure: Figure, pronoun: Token) -> bool:
    """Tell whether a masculine pronoun may mean somebody whose title is feminine, and the other way round."""
    title = scene.doc[figure.head]
    feminine = title.lower_.endswith(("in", "frau")) or title.lower_ in {"spokeswoman", "queen", "mrs", "ms"}
    if title.pos_ != "NOUN":
        return True
    if pronoun.lower_ in {"er", "ihm", "ihn", "he", "him"}:
        return not feminine
    return feminine or scene.article.lang != "de" or pronoun.lower_ not in {"sie", "ihr", "ihre"} or title.lower_.endswith("e")


def _same_clause(left: Token, right: Token) -> bool:
    return left.sent == right.sent and left.head == right.head
