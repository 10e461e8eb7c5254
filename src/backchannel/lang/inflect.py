"""Give the forms a verb takes in print, so that a lexicon row needs only its lemma.

In: a lemma, and its particle where it separates. Out: lower-case forms. Covers what news uses, never archaic moods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backchannel.lang.tables import read_table

INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider", "hinter", "voll")
VOWELS = "aeiou"
SHORT = re.compile(r"[^aeiouy]*[aeiou][bdgmnpt]")


def verb_forms(lang: str, lemma: str, particle: str = "") -> set[str]:
    """Return every form of a verb; for a separable one both joined ("einbestellt") and without its particle."""
    return german_forms(lemma, particle) if lang == "de" else english_forms(lemma)


def is_past_form(lang: str, lemma: str, particle: str, form: str) -> bool:
    """Tell whether a finite form is the past of a verb ("empfing", "met"), whatever a tagger makes of it."""
    base = lemma.removeprefix(particle)
    if lang == "de":
        row = read_table("de", "strong_verbs", "lemma").get(base)
        past = set(_strong_past(row["past"])) if row else set(_weak_past(base))
        return form in past or form.removeprefix(particle) in past
    row = read_table("en", "irregular_verbs", "lemma").get(lemma)
    return form in (row["past"].split("|") if row else [_add_ed(lemma)])


def german_forms(lemma: str, particle: str = "") -> set[str]:
    """Conjugate a German verb; strong verbs by their row in strong_verbs.tsv, all others as weak ones."""
    base = lemma.removeprefix(particle)
    strong = read_table("de", "strong_verbs", "lemma")
    row = strong.get(base)
    finite = set(_present(base, row["present"] if row else "")) | {base}
    finite |= set(_strong_past(row["past"])) if row else set(_weak_past(base))
    participle = row["participle"].split("|") if row else [_weak_participle(base)]
    forms = finite | (set() if particle else set(participle))
    forms |= {f"{p}{end}" for p in participle for end in ("e", "er", "en", "es", "em")} if not particle else set()
    if particle:
        joined = finite | set(participle) | {f"zu{base}"}
        forms |= {particle + form for form in joined} | {
            f"{particle}{p}{end}" for p in participle for end in ("e", "er", "en", "es", "em")
        }
    return forms


def _stem(base: str) -> str:
    return base[:-2] if base.endswith("en") else base[:-1]


def _link(stem: str) -> str:
    """Return the e that stands before -t in "arbeitet", "öffnet" and "rechnet", but not in "lehnt"."""
    is_long_vowel = stem[-2:-1] == "h" and stem[-3:-2] in "aeiouäöü"
    is_hard = stem[-1:] in "td" or (stem[-1:] in "mn" and stem[-2:-1] not in "aeiouäöüylrmn" and not is_long_vowel)
    return "e" if is_hard else ""


def _present(base: str, changed: str) -> Iterator[str]:
    stem = _stem(base)
    link = _link(stem)
    yield from (stem + ending for ending in ("e", f"{link}t", f"{link}st", "en", "end", "ende", "enden", "ender"))
    if base.endswith(("ern", "eln")):
        yield stem + "n"
    yield from filter(None, changed.split("|"))


def _weak_past(base: str) -> Iterator[str]:
    stem = _stem(base)
    yield from (stem + _link(stem) + ending for ending in ("te", "ten", "test", "tet"))


def _strong_past(cell: str) -> Iterator[str]:
    umlauts = str.maketrans("aou", "äöü")
    for past in cell.split("|"):
        if past.endswith("te"):
            yield from (past, past + "n")
            continue
        link = "e" if past[-1] in "sßtd" else ""
        yield from (past, past + "en", f"{past}{link}t")
        vowel = max((past.rfind(v) for v in "aou"), default=-1)
        subjunctive = past[:vowel] + past[vowel:].translate(umlauts) if vowel >= 0 else past
        yield from (subjunctive + "e", subjunctive + "en")


def _weak_participle(base: str) -> str:
    stem = _stem(base)
    prefix = "" if base.startswith(INSEPARABLE) or base.endswith("ieren") else "ge"
    return f"{prefix}{stem}{_link(stem)}t"


def english_forms(lemma: str) -> set[str]:
    """Conjugate an English verb; irregular ones by their row in irregular_verbs.tsv."""
    verb, _, rest = lemma.partition(" ")
    row = read_table("en", "irregular_verbs", "lemma").get(verb)
    past = [*row["past"].split("|"), *row["participle"].split("|")] if row else [_add_ed(verb)]
    forms = {verb, _add_s(verb), _add_ing(verb), *past}
    return {f"{form} {rest}" for form in forms} if rest else forms


def _add_s(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _add_ed(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else f"{_doubled(verb)}ed")


def _add_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return f"{verb}{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    """Return the consonant that a verb of one short syllable doubles: "scrapped", "getting"."""
    return verb[-1] if SHORT.fullmatch(verb) else ""
