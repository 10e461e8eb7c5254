"""Read the marks by which agencies sign: "Genf (dpa) -", "(Reuters) -", "(dpa/AFP)" at the end, a byline.

In: an Article's text and byline. Out: Attributions to agencies, for the article as a whole. Never reads a sentence.
"""

from __future__ import annotations

import re
from functools import cache

from backchannel.extract.scene import Scene
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.model import Attribution, Span

HEAD = 400
TAIL = 300
PLACE = r"(?:[A-ZÄÖÜ][\w'’.-]*[ /,]*){1,6}(?:\d{1,2}\.?[ ,]*(?:[A-ZÄÖÜ][a-zäöü]+\.?)?[ ,]*)?"
DASH = r"\s*[-–—:]"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = [row for lang in LANGUAGES for row in read_rows(lang, "agencies")]
    forms = sorted({form for row in rows for form in split_forms(row["forms"])}, key=lambda form: -len(form))
    agency = f"(?:{'|'.join(map(re.escape, forms))})"
    several = rf"{agency}(?:\s*[/,]\s*{agency})*"
    code = r"[a-z]{2,4}(?:/[a-z]{2,4})*"  # an agency no table knows signs with its small letters
    name = r"[A-ZÄÖÜ][\w.’'-]*(?: [A-ZÄÖÜ][\w.’'-]*){0,3}"
    opening = rf"(?:^|\n)\s*(?P<mark>(?:{PLACE})?\s*\((?P<names>{several}|{code})\)){DASH}"
    # An outlet no table knows, where only an agency's mark can stand: "N’Djamena (Alwihda Info) –", "BAKU. /Trend/."
    foreign = rf"^\s*(?P<mark>{PLACE}[.,]?\s*[(/](?P<names>{name})[)/])(?:{DASH}|\.)"
    # "MOSKAU, 7. Nov – RIA Nowosti.", "YEREVAN, OCTOBER 5, ARMENPRESS."
    dated = rf"^\s*(?P<mark>[^\n.]{{2,30}},\s*[^\n,–—]{{2,20}}\s*[,–—-]\s*(?P<names>{several}))[.:]"
    closing = rf"(?P<mark>\((?P<names>{several})\))\s*\.?\s*(?=$|\n)"
    signed = rf"(?:Quellen?|Sources?|Mit Material von|Agenturen?|Von|By)?:?\s*(?P<names>{several})"
    # An outlet that no table knows signs in a line of its own: "(Alwihda Info)", "/Trend/", "Quelle: …".
    last = rf"(?:^|\n)\s*(?P<mark>(?:[(/]|Quellen?:|Sources?:)\s*(?P<names>{name})\s*[)/]?)\s*(?:$|\n)"
    line = rf"(?:^|\n)\s*(?P<mark>{signed})\s*(?=$|\n)"
    return (
        re.compile(opening),
        re.compile(foreign),
        re.compile(dated),
        re.compile(closing),
        re.compile(last),
        re.compile(line),
    )


def find_bylines(scene: Scene) -> list[Attribution]:
    """Return the agencies an article is signed with, at most two: one that opens and one that ends it."""
    if scene.bylines is None:
        found = [*_in_text(scene.article.text)]
        if not found and scene.article.byline:
            found = _beside_text(scene.article.byline)
        scene.bylines = [a for at, a in enumerate(found) if all(a.source != b.source for b in found[:at])]
    return scene.bylines


def _in_text(text: str) -> list[Attribution]:
    opening, foreign, dated, closing, last, line = _patterns()
    start = max(0, len(text) - TAIL)
    places = [
        opening.search(text, 0, HEAD) or foreign.search(text, 0, HEAD) or dated.search(text, 0, HEAD),
        closing.search(text, start),
        line.search(text, start),
    ]
    places += [line.search(text, 0, HEAD), last.search(text, start) or last.search(text, 0, HEAD)]
    found = []
    for match in places:
        if match:
            span = Span(match.start("mark"), match.end("mark"), match["mark"])
            found.append(Attribution(_name(match["names"]), "agency", span))
    return found[:2]


def _beside_text(byline: str) -> list[Attribution]:
    """Read a byline that came beside the text: "Von dpa", "Reuters", "jko/AFP"."""
    words = re.split(r"[\s/,|]+", byline.strip())
    names = [name for name in (_known(word) for word in words) if name]
    return [Attribution("/".join(dict.fromkeys(names)), "agency", None)] if names else []


def _name(names: str) -> str:
    parts = [part.strip() for part in re.split(r"\s*[/,]\s*", names) if part.strip()]
    return "/".join(_known(part) or part for part in parts)


@cache
def _known(form: str) -> str | None:
    rows = [row for lang in LANGUAGES for row in read_rows(lang, "agencies")]
    return next((row["name"] for row in rows if form in split_forms(row["forms"])), None)
