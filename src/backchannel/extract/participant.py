"""Find who takes part in the contact a trigger tells of.

In: a Trigger in its Scene. Out: Parts, figures with their roles. Never decides whether they make a contact.
"""

from __future__ import annotations

from dataclasses import replace

from backchannel.extract.clause import ATTENDING
from backchannel.extract.grammar import opening_preposition
from backchannel.extract.mention import describe
from backchannel.extract.noun import find_noun_parts, find_offer_parts, find_part_above, find_topic_parts
from backchannel.extract.pronoun import resolve_pronoun
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.slot import Part
from backchannel.extract.trigger import Trigger
from backchannel.extract.verb import find_verb_parts


def find_parts(scene: Scene, trigger: Trigger) -> list[Part]:
    """Return those who take part, in the order of the text, nobody twice."""
    found = list(find_verb_parts(scene, trigger) if trigger.word.pos == "verb" else find_noun_parts(scene, trigger))
    found = _join_titles([_with_name_behind(scene, part) for part in found])
    parts: list[Part] = []
    if trigger.word.kind == "negotiation" and trigger.word.pos == "noun":
        found = [*found, *find_topic_parts(scene, trigger)]
    for part in found:
        if part.figure.type == "organisation" and not part.figure.side:
            continue  # a name no table knows: an outlet, a company
        if not any(_is_same(part.figure, other.figure) for other in parts):
            parts.append(part)
    if not parts and trigger.word.pos == "noun":
        parts = find_offer_parts(scene, trigger)
    alone = len({p.figure.side or p.figure.name for p in parts}) == 1
    named = trigger.word.pos == "noun" and trigger.word.kind != "message"
    if named and alone and opening_preposition(trigger.token) in ATTENDING | {"für", "von", "of"}:
        above = find_part_above(scene, trigger)
        parts += [p for p in above if p.figure.office != "spokesperson" and not _is_among(p, parts)]
    parts = [_of_another_side(scene, part, parts) for part in parts]
    return sorted(_name_colleagues(parts), key=lambda part: part.figure.start)


def _of_another_side(scene: Scene, part: Part, parts: list[Part]) -> Part:
    """Read "er" and "sein" as somebody of another side than the one other party: nobody meets his own government."""
    token = scene.doc[part.figure.start]
    others = {p.figure.side for p in parts if p is not part and p.figure.side}
    is_pronoun = part.figure.end == part.figure.start + 1 and token.pos_ in {"PRON", "DET"}
    if not is_pronoun or others != {part.figure.side}:
        return part
    other = resolve_pronoun(scene, token, others)
    return replace(part, figure=other) if other else part


def _join_titles(parts: list[Part]) -> list[Part]:
    """Give a title to the name right behind it, where the parser takes them for two ("General" "Li Shangfu")."""
    titles = {p.figure.end: p for p in parts if p.figure.is_unnamed and p.figure.type == "person"}
    joined, used = [], set()
    for part in parts:
        title = titles.get(part.figure.start)
        if title and not part.figure.is_unnamed:
            used.add(title.figure.end)
        joined.append(_with_title(part, title) if title and not part.figure.is_unnamed else part)
    return [p for p in joined if not (p.figure.is_unnamed and p.figure.end in used and p.figure.type == "person")]


def _with_name_behind(scene: Scene, part: Part) -> Part:
    """Give "der Staatschef" the name right behind it, where the parser hangs that on somebody joined to him."""
    figure = part.figure
    name = scene.doc[figure.end] if figure.end < len(scene.doc) else None
    if name is None or not figure.is_unnamed or figure.type != "person" or scene.person(name) is None:
        return part
    named = next((f for f in describe(scene, name) if f.type == "person" and f.start == figure.end), None)
    return _with_title(replace(part, figure=replace(named, start=figure.start)), part) if named else part


def _with_title(part: Part, title: Part) -> Part:
    office = part.figure.office or title.figure.office
    country = part.figure.country or title.figure.country
    return replace(part, figure=replace(part.figure, office=office, country=country, capacity="official"))


def _is_among(part: Part, parts: list[Part]) -> bool:
    return any(_is_same(part.figure, other.figure) for other in parts)


def _is_same(left: Figure, right: Figure) -> bool:
    if (left.start, left.end, left.country, left.organisation) == (
        right.start,
        right.end,
        right.country,
        right.organisation,
    ):
        return True
    same = (left.name, left.country, left.organisation) == (right.name, right.country, right.organisation)
    return same and not (left.is_unnamed and left.type == "group")


def _name_colleagues(parts: list[Part]) -> list[Part]:
    """Give "sein Amtskollege" the office of the one whose colleague he is."""
    offices = [p.figure.office for p in parts if p.figure.office and p.figure.office != "colleague"]
    office = offices[0] if offices else None
    named = []
    has_colleague = any(p.figure.office == "colleague" for p in parts)
    for part in parts:
        figure = part.figure
        if has_colleague and figure.type == "person" and figure.capacity == "unknown" and part.slot == "subject":
            figure = replace(figure, capacity="official")  # whose colleague is an official is one
        if figure.office == "colleague":
            name = figure.name.replace("colleague", office) if office and figure.is_unnamed else figure.name
            figure = replace(figure, office=office, name=name, capacity="official" if office else figure.capacity)
        named.append(replace(part, figure=figure))
    return named
