"""Part a sentence that tells of several contacts with one word: "sprach am Montag mit A und am Dienstag mit B".

In: a Trigger with its Parts and Circumstances. Out: for each contact its own. Never joins what two words tell.
"""

from __future__ import annotations

from dataclasses import replace

from backchannel.extract.circumstance import Circumstances
from backchannel.extract.dating import choose_direction, resolve
from backchannel.extract.scene import Scene
from backchannel.extract.slot import Part
from backchannel.extract.time import TimeExpression
from backchannel.extract.trigger import Trigger
from backchannel.extract.when import TimeFound, times_of

Contact = tuple[list[Part], Circumstances]


def split_contacts(scene: Scene, trigger: Trigger, parts: list[Part], circumstances: Circumstances) -> list[Contact]:
    """Return the contacts a trigger tells of: mostly one, more where each partner has a day or is one of a list."""
    dated = _by_day(scene, trigger, parts)
    if not dated:
        return [(group, circumstances) for group in _one_by_one(trigger, parts)]
    others = [part for part in parts if not any(part in partners for _, partners in dated)]
    contacts = []
    for time, partners in dated:
        found = TimeFound(time)
        when = resolve(scene, found, choose_direction(scene, found, circumstances.status))
        contacts.append(([*others, *partners], replace(circumstances, when=when)))
    return contacts


def _by_day(scene: Scene, trigger: Trigger, parts: list[Part]) -> list[tuple[TimeExpression, list[Part]]]:
    """Pair each day of the sentence with the partners before or behind it; nothing where one of them is alone."""
    slots = {"object", *trigger.word.prepositions}
    partners = sorted((p for p in parts if p.slot in slots), key=lambda p: p.figure.start)
    times = sorted((t for t in times_of(scene, trigger.token) if TimeFound(t).has_day), key=lambda t: t.span.start)
    if len(partners) < 2 or len(times) < 2 or not trigger.word.prepositions:
        return []
    places = [scene.doc[p.figure.start].idx for p in partners]
    leads = times[0].span.start < places[0]
    groups: list[tuple[TimeExpression, list[Part]]] = []
    for number, time in enumerate(times):
        start, end = time.span.start, times[number + 1].span.start if number + 1 < len(times) else len(scene.doc.text)
        if not leads:
            start, end = times[number - 1].span.start if number else 0, time.span.start
        own = [p for p, place in zip(partners, places, strict=True) if start <= place < end]
        groups.append((time, own))
    is_whole = sum(len(own) for _, own in groups) == len(partners) and all(own for _, own in groups)
    return groups if is_whole else []


def _one_by_one(trigger: Trigger, parts: list[Part]) -> list[list[Part]]:
    """Read "Politiker, darunter A und B, sprachen mit C" as a talk of A with C and one of B with C."""
    listed = [part for part in parts if part.slot == "listed"]
    others = [part for part in parts if part.slot in trigger.word.prepositions]
    if (
        len(listed) < 2
        or len(others) != 1
        or trigger.word.strength not in {"mit", "with", "strong"}
        or trigger.word.kind == "negotiation"
    ):
        return [parts]
    return [[part, *others] for part in listed]
