"""Find what a translation left in the language it came from: letters, small words, endings, marks.

In: a text and its language. Out: Signs. Never looks into brackets or quotation marks, where foreign words belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backchannel.lang.words import word_list
from backchannel.model import Damage, Sign, Span

LETTERS = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,}")
# "..., — said X": a dash behind the comma of a quotation is Russian and Ukrainian.
DASH = re.compile(r"[“”»\"],?,\s?[—–-]\s(?=\w)")
SUFFIX = re.compile(r"\b[A-ZÇĞİÖŞÜ][\wçğıöşü]{2,}[’'](?:n?[ıiuü]n|[yn]?[ıü]|[dt][ae]n?|[yn]?l[ae]|l[ae]r)\b")
MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
MONTH_FIRST = re.compile(r"\b([A-Z][A-Za-zäÄ]{2,8}) \d{1,2}(?=, )")
NO_DOT = re.compile(
    r"\b(?:[Aa]m|[Vv]om|[Bb]is|[Dd]en) \d{1,2} "
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
GUILLEMETS = re.compile(r"«(?=[^«»]{1,300}»)|„(?=[^„“]{1,300}“)")
SMALL = "small word of another language"
ENCLOSED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[„“\"»][^“”\"«»]{0,300}[“”\"«]|«[^»]{0,300}»")


def find_leftovers(text: str, lang: str) -> Iterator[Sign]:
    """Yield what is left of another language in a text."""
    letters = list(LETTERS.finditer(text))
    words = list(_foreign_words(text, lang))
    if letters or words:
        enclosed = [found.span() for found in ENCLOSED.finditer(text)]
        for found, reason in [(one, "word in foreign letters") for one in letters] + [(one, SMALL) for one in words]:
            if not any(start <= found.start() < end for start, end in enclosed):
                yield _sign(found, "leftover", reason)
    for found in DASH.finditer(text):
        yield _sign(found, "leftover", "a dash behind a quotation, as in Russian")
    if "’" in text or "'" in text:
        for found in SUFFIX.finditer(text):
            yield _sign(found, "leftover", "a Turkish ending on a name")
    if lang == "en":
        for found in GUILLEMETS.finditer(text):
            yield _sign(found, "leftover", "quotation marks of another language")
    if lang == "de":
        yield from _dates(text)


def _dates(text: str) -> Iterator[Sign]:
    for found in MONTH_FIRST.finditer(text):
        if found[1].lower() in MONTHS:
            yield _sign(found, "calque", "the month before the day")
    for found in NO_DOT.finditer(text):
        yield _sign(found, "calque", "a day of the month without its point")


def _foreign_words(text: str, lang: str) -> Iterator[re.Match[str]]:
    """Yield small words of other languages between words in small letters, so that no name holds them."""
    for word in word_list("foreign", lang).intersection(text.split()):
        yield from re.finditer(rf"(?<=[a-zäöüß,] ){re.escape(word)}(?= [a-zäöüßéèàñóí]|[.,])", text)


def _sign(found: re.Match[str], damage: Damage, reason: str) -> Sign:
    return Sign(Span(found.start(), found.end(), found[0]), damage, None, reason)
