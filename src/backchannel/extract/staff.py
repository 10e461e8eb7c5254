"""Tell whose "chief of staff" somebody is: a president's, or a general's.

In: a head word with its office in a Scene. Out: the office's label. Never looks further than whose he is.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.grammar import children, coordinated
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import Hit
from backchannel.lang.words import word_list

STAFF = frozenset({"head of presidential office", "chief of staff"})


def office_name(scene: Scene, head: Token, hit: Hit) -> str:
    """Return the office's label; "Stabschef" is of the presidential office, or of the staff, by whose he is."""
    name = hit.entry.name
    if name not in STAFF or head.lower_.removesuffix("s") not in word_list("chief of staff"):
        return name
    for owner in _owners(head):
        found = scene.hit(owner)
        if found and found.entry.sector == "MIL":
            return "chief of staff"
        if found and (
            found.entry.kind in {"presidency", "government"} or found.entry.name in {"president", "chancellor"}
        ):
            return "head of presidential office"
    return name


def _owners(head: Token) -> list[Token]:
    """Return the words for whose he is, and for "sein" whom he is named with."""
    owners = [t for child in children(head, "nmod", "nmod:poss", "compound") for t in (child, *child.subtree)]
    if children(head, "det:poss") or any(t.dep_ == "nmod:poss" and t.pos_ == "PRON" for t in head.children):
        owners += [t for t in (*coordinated(head.head), head.head) if t.i != head.i]
    return owners
