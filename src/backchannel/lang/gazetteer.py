"""Look words up: states, places, bodies, offices, organisations, agencies.

In: the words of a sentence. Out: Entries with the words they cover, longest first. Never reads the words' grammar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from backchannel.lang.tables import LANGUAGES, Row, read_rows, split_forms

EntryType = Literal[
    "state", "adjective", "demonym", "capital", "place", "body", "body noun", "office", "organisation", "agency"
]
ENDINGS = {"de": ("es", "en", "em", "er", "e", "s", "n"), "en": ("'s", "s")}
INFLECTIONS = frozenset({"", "s", "es", "n", "en", "e", "em", "er", "ern", "'", "'s"})
MAX_WORDS = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a language has words for.

    `name` is its canonical name (of an office its English label), `country` the state it belongs to, `kind` what kind
    of body or organisation it is, `office` the office a word such as "Kremlsprecher" carries beside its body.
    """

    type: EntryType
    name: str
    country: str | None = None
    kind: str = ""
    sector: str = ""
    office: str | None = None
    is_suffix: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at words `start` to `end` (half-open). `prefix` is what stands before it in a compound."""

    start: int
    end: int
    entry: Entry
    prefix: str = ""


def stem(word: str, lang: str) -> str:
    """Take inflection off a word, the same way for tables and texts; lower case. Nothing shorter than three letters."""
    form = word.lower().replace("’", "'")
    for _ in range(2):
        for ending in ENDINGS.get(lang, ()):
            if form.endswith(ending) and len(form) - len(ending) >= (3 if ending in {"s", "'s"} else 5):
                form = form[: -len(ending)]
                break
    return form.rstrip("'")


# Words whose parts are remembered at once, so that a long run does not grow without end.
MAX_REMEMBERED = 50_000


class Gazetteer:
    """All entries of one language, by their words."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.entries: dict[tuple[str, ...], Entry] = {}
        self.acronyms: dict[tuple[str, ...], Entry] = {}
        self.forms: dict[str, dict[str, Entry]] = {}
        self.suffixes: dict[str, Entry] = {}
        self.suffix_forms: dict[str, set[str]] = {}
        self.compounds: dict[str, tuple[Entry, str] | None] = {}
        self.igos = {row["name"] for row in read_rows(lang, "organisations") if row["kind"] == "igo"}
        for forms, entry in _all_entries(lang):
            for form in forms:
                self._add(form, entry)
        self.longest_suffixes = sorted(self.suffixes, key=len, reverse=True)

    def _add(self, form: str, entry: Entry) -> None:
        words = form.split()
        if len(words) == 1 and len(form) <= 3 and form.isupper():
            self.acronyms.setdefault((form,), entry)
            return
        self.entries.setdefault(tuple(stem(word, self.lang) for word in words), entry)
        if len(words) == 1:
            self.forms.setdefault(stem(form, self.lang), {}).setdefault(form.lower(), entry)
        if entry.is_suffix and len(words) == 1:
            self.suffixes.setdefault(stem(form, self.lang), entry)
            self.suffix_forms.setdefault(stem(form, self.lang), set()).add(form.lower())

    def find(self, words: Sequence[str]) -> list[Hit]:
        """Return the entries in a sentence, longest match first, none overlapping; compounds by their last part."""
        stems = [stem(word, self.lang) for word in words]
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest(words, stems, at)
            if hit is None and (compound := self._compound(words[at])):
                hit = Hit(at, at + 1, *compound)
            if hit:
                hits.append(hit)
            at = hit.end if hit else at + 1
        return hits

    def _longest(self, words: Sequence[str], stems: list[str], at: int) -> Hit | None:
        for end in range(min(len(words), at + MAX_WORDS), at, -1):
            known = self._single(words[at], stems[at]) if end == at + 1 else self.entries.get(tuple(stems[at:end]))
            entry = known or self.acronyms.get(tuple(words[at:end]))
            if entry and _is_written_so(entry, words[at:end]):
                return Hit(at, end, entry)
        return None

    def _single(self, word: str, stemmed: str) -> Entry | None:
        """Return the entry one of whose forms a word is, with an ending: "Botschaft" is none of "Botschafter"."""
        lower = word.lower().replace("’", "'")
        forms = self.forms.get(stemmed, {})
        fitting = [form for form in forms if lower.startswith(form) and lower[len(form) :] in INFLECTIONS]
        fitting = [form for form in fitting if _is_written_so(forms[form], [word])]
        return forms[max(fitting, key=len)] if fitting else None

    def _compound(self, word: str) -> tuple[Entry, str] | None:
        """Find "US-Verteidigungsminister", "Vizeaußenminister": a known tail, and what stands before it."""
        if word not in self.compounds:
            if len(self.compounds) >= MAX_REMEMBERED:
                self.compounds.clear()
            self.compounds[word] = self._take_apart(word)
        return self.compounds[word]

    def _take_apart(self, word: str) -> tuple[Entry, str] | None:
        head, hyphen, tail = word.rpartition("-")
        if hyphen and (entry := self._single(tail, stem(tail, self.lang)) or self.acronyms.get((tail,))):
            return entry, head
        if self.lang != "de" or not word[:1].isupper():
            return None
        stemmed = stem(tail, self.lang)
        for suffix in self.longest_suffixes:
            # The stem of "Richter" ends "Bericht", too: the whole form must be there.
            written = stemmed.endswith(suffix) and any(form in tail.lower() for form in self.suffix_forms[suffix])
            if written and len(stemmed) > len(suffix) + 1:
                return self.suffixes[suffix], head or tail[: len(stemmed) - len(suffix)]
        return None

    def is_igo(self, name: str) -> bool:
        """Tell whether an organisation of that name is one of states."""
        return name in self.igos

    def state_of(self, prefix: str) -> str | None:
        """Return the state a compound's first part names: "US" in "US-Präsident"."""
        for part in (prefix, *prefix.split("-")):
            entry = self.entries.get((stem(part, self.lang),)) or self.acronyms.get((part,))
            if entry and entry.type in {"state", "capital", "body", "adjective"}:
                return entry.country
        return None


def _is_written_so(entry: Entry, words: Sequence[str]) -> bool:
    """Names begin with a capital; what is all capitals in print ("US") is matched as such elsewhere."""
    if entry.type in {"adjective", "office", "body noun"}:
        return True
    return any(word[:1].isupper() for word in words)


def _all_entries(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for build in (_organisations, _bodies, _states, _offices, _body_nouns, _agencies, _places):
        yield from build(lang)


def _states(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "states"):
        code, name = row["code"], row["name"]
        yield (name, *split_forms(row["forms"])), Entry("state", name, code)
        yield split_forms(row["government"]), Entry("body", name, code, "government")
        yield split_forms(row["adjectives"]), Entry("adjective", name, code)
        yield split_forms(row["demonyms"]), Entry("demonym", name, code)
        yield split_forms(row["capital"]), Entry("capital", (split_forms(row["capital"]) or ("",))[0], code)


def _places(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "places"):
        yield (row["name"], *split_forms(row["forms"])), Entry("place", row["name"], row["country"] or None)


def _bodies(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "bodies"):
        yield split_forms(row["forms"]), _person_or_body(row)


def _person_or_body(row: Row) -> Entry:
    country = row["state"] if len(row["state"]) == 2 else None
    if row["kind"] == "person":
        return Entry("office", row["office"], country, sector="GOV", office=row["office"])
    return Entry("body", row["body"], country, row["kind"])


def _body_nouns(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "body_nouns"):
        entry = Entry("body noun", row["body"], None, row["kind"], row["sector"], is_suffix=row["suffix"] == "yes")
        yield split_forms(row["forms"]), entry


def _offices(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "offices"):
        entry = Entry("office", row["office"], None, sector=row["sector"], is_suffix=row["suffix"] == "yes")
        yield split_forms(row["forms"]), entry


def _organisations(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "organisations"):
        yield split_forms(row["forms"]), Entry("organisation", row["name"], row["country"] or None, row["kind"])


def _agencies(lang: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
    for row in read_rows(lang, "agencies"):
        yield split_forms(row["forms"]), Entry("agency", row["name"], row["country"] or None)


@cache
def regions(lang: str) -> dict[str, str]:
    """Return what adjectives of a region name, by their stem: "europäisch" -> "European states"."""
    return {
        stem(form, lang): row["name"]
        for row in read_rows(lang if lang in LANGUAGES else "en", "regions")
        for form in split_forms(row["forms"])
    }


@cache
def gazetteer_for(lang: str) -> Gazetteer:
    """Return the gazetteer of a language; of one without tables, the English one."""
    return Gazetteer(lang if lang in LANGUAGES else "en")
