"""Find names of people that a translation damaged: translated as a word, misspelled, spelled in two ways.

In: an Article and its parse, with the table of office holders. Out: Signs with the probable name. Never calls a name
damaged that the table knows so, or that many people bear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, pairwise

from rapidfuzz.fuzz import ratio
from spacy.tokens import Doc, Span

from backchannel.extract.garbled.words import Sentence
from backchannel.lang import sound
from backchannel.lang.endings import differ_in_gender
from backchannel.lang.holder_table import OPEN, Holder, holders_in, read_period, table_in_use
from backchannel.lang.tables import read_rows, split_forms
from backchannel.model import Article, Sign
from backchannel.model import Span as Characters

# States whose names are written in Latin letters: there a name has one spelling.
LATIN = frozenset(
    "AD AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GT HN HR HU IE IS IT LI LT LU LV MT MX NI NL"
    " NO NZ PA PE PL PT PY RO SE SI SK SV TR US UY VE ZA".split()
)
NEAR = 72
NEAR_ELSEWHERE = 85
SHORTEST = 5
LATER_YEARS = 10
HEARD_AS_ONE = 0.9


def find_names(article: Article, doc: Doc) -> Iterator[Sign]:
    """Yield the damaged names of people."""
    people = [span for span in doc.ents if span.label_ == "PER"]
    for span in people:
        if len(span) == 2:
            original = _find_original(span[0].text, _bare(span[-1].text), article.published or "")
            if original:
                yield _sign(article, span, original, "misspelled name of an office holder")
    yield from _two_spellings(article, people)


def may_be_translated(article: Article) -> bool:
    """Tell whether a word of the article is what some surname means."""
    return any(word in article.text for word in _meanings(article.lang))


def find_translated(sentence: Sentence, article: Article) -> Iterator[Sign]:
    """Yield the surnames of a sentence that are translated as a word, behind the first name of who bears them."""
    meanings = _meanings(article.lang)
    for given, word in pairwise(sentence):
        for surname in meanings.get(word.text, ()):
            known = _by_given(table_in_use()).get(sound.fold(given.low), ())
            holder = next((one for one, last in known if last == sound.fold(surname.lower())), None)
            if holder and _could_be(holder, article.published or ""):
                span = Characters(given.start, word.end, article.text[given.start : word.end])
                yield Sign(span, "name", holder.name, "surname translated as a word")


def _is_holders(surname: str) -> bool:
    folded = sound.fold(surname.lower())
    return any(last == folded for people in _by_given(table_in_use()).values() for _, last in people)


def _two_spellings(article: Article, people: list[Span]) -> Iterator[Sign]:
    """Yield the rarer of two spellings that are no two forms of one name: "Popowa" beside "Popow" may be a woman."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in people:
        found[_bare(span[-1].text)].append(span)
    for left, right in combinations(found, 2):
        if min(len(left), len(right)) < SHORTEST or left[0] != right[0] or not 80 <= ratio(left, right) < 100:
            continue
        if sound.fold(left.lower()) != sound.fold(right.lower()) and not differ_in_gender(left, right):
            # What an office holder is called is right, however often the other stands; else what stands more often.
            often, rare = sorted((left, right), key=lambda name: (not _is_holders(name), -len(found[name])))
            yield _sign(article, found[rare][0][-1:], often, "one name in two spellings")


def _bare(word: str) -> str:
    """Return a name without the genitive."""
    for ending in ("'s", "’s", "s'", "'", "’"):
        word = word.removesuffix(ending)
    return word.removesuffix("s") if len(word) > SHORTEST else word


@lru_cache(maxsize=20_000)
def _find_original(given: str, surname: str, published: str) -> str | None:
    """Return the holder whose first name this is and whose surname it nearly is; None if anybody bears this one."""
    first, last = sound.fold(given.lower()), sound.fold(surname.lower()).replace("-", "")
    known = _by_given(table_in_use()).get(first, ())
    if not known or len(last) < 4 or not last.isalpha() or {last, last.removesuffix("s")} & _surnames(table_in_use()):
        return None
    for holder, theirs in known:
        is_latin = holder.country in LATIN
        near = ratio(last, theirs)
        if near < (NEAR if is_latin else NEAR_ELSEWHERE) or last[0] != theirs[0] or last + "s" == theirs:
            continue
        is_another = is_latin or sound.closeness(last, theirs) < HEARD_AS_ONE
        if is_another and _could_be(holder, published):
            return holder.name
    return None


def _could_be(holder: Holder, published: str) -> bool:
    day = read_period(published)
    if day is None:
        return True
    end = (read_period(holder.end) or ("", OPEN))[1]
    return holder.start[:4] <= day[1][:4] and int(day[0][:4]) <= int(end[:4]) + LATER_YEARS


@cache
def _by_given(table: str) -> dict[str, tuple[tuple[Holder, str], ...]]:
    """Return holders with their folded surnames by their folded first names."""
    found: dict[str, list[tuple[Holder, str]]] = defaultdict(list)
    for holder in holders_in(table):
        first, _, last = holder.name.partition(" ")
        if last:
            found[sound.fold(first.lower())].append((holder, sound.fold(last.split()[-1].lower()).replace("-", "")))
    return {first: tuple(holders) for first, holders in found.items()}


@cache
def _surnames(table: str) -> frozenset[str]:
    """Return the surnames that are right as they stand: of any holder, and everyday ones."""
    known = {last for holders in _by_given(table).values() for _, last in holders}
    return frozenset(known | {form for row in read_rows(".", "surnames") for form in split_forms(row["forms"])})


@cache
def _meanings(lang: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(".", "surname_meanings"):
        if row[lang]:
            found[row[lang]].append(row["surname"])
    return {word: tuple(surnames) for word, surnames in found.items()}


def _sign(article: Article, span: Span, original: str, reason: str) -> Sign:
    return Sign(
        Characters(span.start_char, span.end_char, article.text[span.start_char : span.end_char]),
        "name",
        original,
        reason,
    )
