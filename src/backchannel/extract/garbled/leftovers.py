"""Find what a translation left in the language it came from: letters, small words, endings, marks.

In: a text and its language. Out: Signs. Never looks into brackets or quotation marks, where foreign words belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backchannel.lang.words import word_list
from backchannel.model import Sign, Span

LETTERS = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,}")
# "..., — said X": a dash behind the comma of a quotation is Russian and Ukrainian.
DASH = re.compile(r"[“”»\"],?,\s?[—–-]\s(?=\w)")
SUFFIX = re.compile(r"\b[A-ZÇĞİÖŞÜ][\wçğıöşü]{2,}[’'](?:n?[ıiuü]n|[yn]?[ıü]|[dt][ae]n?|[yn]?l[ae]|l[ae]r)\b")
MONTH_FIRST = re.compile(
    r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{1,2}(?=, )", re.I
)
NO_DOT = re.compile(
    r"\b(?:[Aa]m|[Vv]om|[Bb]is|[Dd]en) \d{1,2} "
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
GUILLEMETS = re.compile(r"«(?=[^«»]{1,300}»)|„(?=[^„“]{1,300}“)")
ENCLOSED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[„“\"»][^“”\"«»]{0,300}[“”\"«]|«[^»]{0,300}»")


def find_leftovers(text: str, lang: str) -> Iterator[Sign]:
    """Yield what is left of another language in a text."""
    enclosed = [found.span() for found in ENCLOSED.finditer(text)]
    for found in LETTERS.finditer(text):
        if not any(start <= found.start() < end for start, end in enclosed):
            yield _sign(found, "leftover", "word in foreign letters")
    for found in DASH.finditer(text):
        yield _sign(found, "leftover", "a dash behind a quotation, as in Russian")
    if lang == "en":
        for found in GUILLEMETS.finditer(text):
            yield _sign(found, "leftover", "quotation marks of another language")
    for found in SUFFIX.finditer(text):
        yield _sign(found, "leftover", "a Turkish ending on a name")
    if lang == "de":
        for found in MONTH_FIRST.finditer(text):
            yield _sign(found, "calque", "the month before the day")
        for found in NO_DOT.finditer(text):
            yield _sign(found, "calque", "a day of the month without its point")
    yield from _foreign_words(text, lang, enclosed)


def _foreign_words(text: str, lang: str, enclosed: list[tuple[int, int]]) -> Iterator[Sign]:
    """Yield small words of other languages between words in small letters, so that no name holds them."""
    foreign = word_list("foreign", lang)
    for found in re.finditer(r"(?<=[a-zäöüß,] )[a-zäöüßéèàñóí]{2,}(?= [a-zäöüßéèàñóí]|[.,])", text):
        if found[0] in foreign and not any(start <= found.start() < end for start, end in enclosed):
            yield _sign(found, "leftover", "small word of another language")


def _sign(found: re.Match[str], damage: str, reason: str) -> Sign:
    kind = "leftover" if damage == "leftover" else "calque"
    return Sign(Span(found.start(), found.end(), found[0]), kind, None, reason)  # type: ignore[arg-type]
