"""Read small numbers written as words or digits.

In: one word. Out: an integer, or None. German and English; "Dutzend" is twelve.
"""

from __future__ import annotations

WORDS = {
    "zwei": 2, "zwo": 2, "beide": 2, "beiden": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dutzend": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40,
    "fünfzig": 50, "sechzig": 60, "hundert": 100,
    "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "hundred": 100,
}  # fmt: skip


ORDINALS = ("zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt"), (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def read_ordinal(word: str) -> int | None:
    """Return which of several a word counts, from 2: "zweites", "second"; the first may be the first of many kinds."""
    form = word.lower()
    for number, (german, english) in enumerate(zip(*ORDINALS, strict=True), 2):
        if form == english or (form.startswith(german) and form[len(german) :] in {"e", "en", "er", "es", "em"}):
            return number
    return None


def read_number(word: str) -> int | None:
    """Return the number a word states, from 1; "ein" is an article more often than a number and gives None."""
    if word.isdecimal() and 0 < int(word) < 1000:
        return int(word)
    return WORDS.get(word.lower())
