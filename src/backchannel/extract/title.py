"""Tell which office a general title is, by whose it is: "chief of staff", "Chef der CIA", "head of the ministry".

In: a head word with its office in a Scene. Out: the office's label. Never looks further than whose the title is.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from backchannel.extract.grammar import base, children, coordinated, preposition
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import Entry, Hit
from backchannel.lang.tables import LANGUAGES, read_rows
from backchannel.lang.words import word_list

STAFF = frozenset({"head of presidential office", "chief of staff"})
GENERAL = frozenset({"chair", "director general", "leader"})
HEADING = frozenset(
    "commander|defence minister|foreign minister|head of intelligence|president|speaker of parliament".split("|")
)
OF = word_list("of") | {""}


def office_name(scene: Scene, head: Token, hit: Hit) -> str:
    """Return the office's label: "Stabschef" by whose he is, "Chef der CIA" by what the head of that body is called."""
    name = hit.entry.name
    if name in GENERAL:
        bodies = (found.entry for owner in _of_what(head) if (found := scene.hit(owner, "body")))
        return next((office for body in bodies if (office := head_of(body, scene.article.lang))), name)
    if name not in STAFF or head.lower_.removesuffix("s") not in word_list("chief of staff"):
        return name
    for owner in _whose(head):
        found = scene.hit(owner)
        if found and found.entry.sector == "MIL":
            return "chief of staff"
        if found and (
            found.entry.kind in {"presidency", "government"} or found.entry.name in {"president", "chancellor"}
        ):
            return "head of presidential office"
    return name


def shared_title(scene: Scene, body: Token) -> Token | None:
    """Return the title that stands only behind the last of several bodies: "the CIA and Mossad chiefs"."""
    for token in body.doc[body.i + 1 : body.sent.end]:
        hit = scene.hit(token, "office", "body")
        if hit and hit.entry.type == "office" and hit.entry.name in GENERAL:
            return token
        if not hit and token.pos_ != "CCONJ" and token.text != ",":
            return None
    return None


def stands_in_title(scene: Scene, title: Token) -> bool:
    """Tell whether a title belongs to the body right before it, though the parser has the two beside each other."""
    before = title.doc[title.i - 1] if title.i else title
    return scene.hit(before, "body") is not None and before.head != title and shared_title(scene, before) == title


def head_of(body: Entry, lang: str) -> str | None:
    """Return the office of who heads a body, as its own word says: "CIA-Chef" is a head of intelligence."""
    return _heads(lang if lang in LANGUAGES else "en").get((body.country or "", body.name))


@cache
def _heads(lang: str) -> dict[tuple[str, str], str]:
    rows = [row for row in read_rows(lang, "bodies") if row["office"] in HEADING]
    services = [row for row in read_rows(lang, "bodies") if row["kind"] == "service"]
    heads = {(row["state"], row["body"]): row["office"] for row in reversed(rows)}
    return {(row["state"], row["body"]): "head of intelligence" for row in services} | heads


def _of_what(head: Token) -> list[Token]:
    owners = [t for t in children(head, "nmod", "compound") if base(t.dep_) == "compound" or preposition(t) in OF]
    return [joined for owner in owners for joined in coordinated(owner)]


def _whose(head: Token) -> list[Token]:
    """Return the words for whose somebody is, and for "sein" whom he is named with."""
    owners = [t for child in children(head, "nmod", "nmod:poss", "compound") for t in (child, *child.subtree)]
    if children(head, "det:poss") or any(t.dep_ == "nmod:poss" and t.pos_ == "PRON" for t in head.children):
        owners += [t for t in (*coordinated(head.head), head.head) if t.i != head.i]
    return owners
