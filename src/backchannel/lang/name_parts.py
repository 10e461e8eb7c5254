"""Take a person's name apart: words that name, without titles, articles and particles; father's name; junior.

In: a name in any script, as written. Out: NameParts. Never decides which word is the family name where no comma says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from backchannel.lang.tables import read_rows, split_forms
from backchannel.lang.transliterate import leaves_out_vowels, to_latin

APOSTROPHES = re.compile(r"['’‘ʼ`´ʹʿʾ״]")
ASIDE = re.compile(r"\([^)]*\)|[„“”\"«»][^„“”\"«»]*[„“”\"«»]")
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|asch|ach|ad|adh|an|ar|at|az|ben|ibn|bin|abu)-(?=..)")
GLUED_ARTICLE = re.compile(r"\bEl(?=[A-Z][a-z])")
SERVANT = re.compile(
    r"\b[aA]b[dt](?:(?:[aeou]|ou)?[lrsdtnz]?|[- ](?:[aeou]|ou)[lrsdtnz]{1,2}h?)[- ]+"
    r"(?:(?:al|el|ul|ol|ar|er|as)[- ])?(?=\w{3})"
)
GLUED_SERVANT = re.compile(r"^ab[dt](?:[aeou]|ou)l+(?=[a-z])")
SEMITIC_ARTICLE = re.compile(r"\bال(?=\w{3})")
SEMITIC_SERVANT = re.compile(r"\bعبد\s+(?:ال)?(?=\w{3})")
PATRONYMIC = re.compile(
    r".{2,}(?:[oe]v(?:ich|itch|itsch|ych|yč|ič|ici)|[oe]w(?:itsch|ytsch|icz)|[oe]vi(?:č|ç)|[oe][vw]na|[oiy]?[ijy]i?[cč]na)"
)
SECOND = frozenset("ii iii iv vi vii viii xiv xvi xxiii".split())


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of a name in small Latin letters, in their order, and what else a name tells."""

    words: tuple[str, ...]
    patronymic: str = ""
    generation: str = ""
    after_father: frozenset[str] = frozenset()
    before_particle: frozenset[str] = frozenset()
    is_semitic: bool = False

    @property
    def joined(self) -> str:
        """Return all words as one."""
        return "".join(self.words).replace("-", "")


@lru_cache(maxsize=200_000)
def take_apart(name: str) -> NameParts:
    """Return the parts of a name; "Lawrow, Sergej Wiktorowitsch" has the words sergej and lawrow."""
    is_semitic = leaves_out_vowels(name)
    text = SEMITIC_ARTICLE.sub("", SEMITIC_SERVANT.sub("عبدال", name)) if is_semitic else GLUED_ARTICLE.sub("", name)
    text = ASIDE.sub(" ", to_latin(text)) if WORD.search(ASIDE.sub(" ", text)) else to_latin(text)
    text = (
        re.sub(r"['’]s$|s['’]$", lambda found: found.group().strip("'’s") or "", text) if text[-2:-1] in "'’" else text
    )
    text = SERVANT.sub("Abdul", APOSTROPHES.sub("", _turn_comma(text)))
    words = [GLUED_SERVANT.sub("abdul", word) for word in (found.lower() for found in WORD.findall(text))]
    generation, words = _split_generation(words)
    titled = [word for word in words if word not in _listed("title")]
    return _sort_words(titled or words, generation, is_semitic)


def _turn_comma(text: str) -> str:
    family, comma, given = text.partition(",")
    if not comma or given.strip().lower().rstrip(".") in _listed("junior") | _listed("senior"):
        return text.replace(",", " ")
    return f"{given} {family}"


def _split_generation(words: list[str]) -> tuple[str, list[str]]:
    if len(words) < 2:
        return "", words
    kinds = {"junior": _listed("junior"), "senior": _listed("senior")}
    for kind, forms in kinds.items():
        if words[-1] in forms:
            return kind, words[:-1]
    return (words[-1], words[:-1]) if words[-1] in SECOND else ("", words)


def _sort_words(words: list[str], generation: str, is_semitic: bool) -> NameParts:
    bare = [(ARTICLE.sub("", word), word) for word in words]
    # A particle that begins the name is a first name if all that follows is a family name: Ben Wallace, Al Gore.
    kept = [
        short for place, (short, word) in enumerate(bare)
        if word not in _particles(is_semitic) or (place == 0 and len(words) == 2 and word in {"al", "ben", "ash", "an"})
    ]  # fmt: skip
    kept = kept or [short for short, _ in bare]
    patronymic = next((w for w in kept[1:] if PATRONYMIC.fullmatch(w)), "") if len(kept) > 2 else ""
    if patronymic:
        kept.remove(patronymic)
    fathers = frozenset(ARTICLE.sub("", b) for a, b in pairwise(words) if a in _listed("father") and a != words[0])
    before = frozenset(ARTICLE.sub("", a) for a, b in pairwise(words) if _may_end_name(a == words[0], b))
    return NameParts(tuple(kept), patronymic, generation, fathers, before, is_semitic)


def _may_end_name(is_first: bool, particle: str) -> bool:
    """Tell whether people may be called by the word before a particle; by their first word only in Portuguese."""
    return particle in ({"da", "das", "do", "dos"} if is_first else _listed("particle"))


def _particles(is_semitic: bool) -> frozenset[str]:
    return _listed("particle") | {"bn", "abn"} if is_semitic else _listed("particle")


def is_borne_by_many(word: str) -> bool:
    """Tell whether so many bear a surname that alone it says nothing: Kim, Wang, Khan."""
    return word in _listed("borne_by_many")


def is_name_before_the_name(word: str) -> bool:
    """Tell whether a first name is one that many bear before the one they are called by: Mohammed, Seyed."""
    return word in _listed("forename")


@cache
def _listed(name: str) -> frozenset[str]:
    return next(frozenset(split_forms(row["forms"])) for row in read_rows(".", "name_words") if row["list"] == name)
