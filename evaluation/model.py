"""Every noun of the scorer, as frozen dataclasses: what gold says, what the program found, how the two pair up.

Offsets are characters, half-open, into the text as gold has it. Dates are EDTF, None is unknown. No work is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """One taking part. `names` are all its forms, the canonical one first; `is_person`: a person given by name."""

    names: tuple[str, ...]
    country: str | None = None
    is_person: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldResponse:
    """Who responded, and the stances that count as right."""

    who: Party
    stances: tuple[str, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldContact:
    """A contact that the articles `articles` tell of.

    Fields in the plural hold every value that counts as right, the annotator's own first; empty means any is right
    (`kinds`) or that it is not scored (`origins`). `is_denied`: the text says it did not or will not happen.
    `mergeable`: id of a contact it may be merged with without fault.
    """

    id: str
    articles: tuple[str, ...]
    parties: tuple[Party, ...]
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    whens: tuple[str | None, ...] = (None,)
    spans: tuple[Offsets, ...] = ()
    responses: tuple[GoldResponse, ...] = ()
    origins: tuple[int, ...] = ()
    is_optional: bool = False
    is_denied: bool = False
    mergeable: str | None = None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something that must not be found as a contact.

    A found contact breaks the rule if all that is set holds: one of its claims lies in `article` and has one of
    `words` in its sentence, all of `parties` take part, its status is one of `statuses`, its kind one of `kinds`.
    """

    what: str
    article: str | None = None
    words: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One article to read: a row of JSONL, or else a file as it lies there.

    `boilerplate` are words of the file that must not be in the article's text.
    """

    key: str
    row: dict[str, str] | None = None
    path: Path | None = None
    boilerplate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Articles that are read into one ledger, and the contacts they tell of.

    `negatives` are the articles without any contact. `has_firm_dates`: contacts whose dates contradict are not one.
    """

    name: str
    pages: tuple[GoldPage, ...]
    contacts: tuple[GoldContact, ...]
    negatives: frozenset[str] = frozenset()
    forbidden: tuple[Forbidden, ...] = ()
    has_firm_dates: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the table. `groups` are scored by the number of distinct contacts alone. `gold` is the gold file."""

    name: str
    cases: tuple[Case, ...]
    gold: Path
    groups: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A passage the program gives for a contact: its sentence and its trigger word."""

    article: str
    text: str
    quote: Offsets
    trigger: Offsets


@dataclass(frozen=True, slots=True)
class FoundResponse:
    """Who responds, for whom, and how."""

    who: Party
    stance: str


@dataclass(frozen=True, slots=True)
class FoundContact:
    """A contact of the record, as far as it is scored."""

    id: str
    kind: str
    status: str
    when: str | None
    parties: tuple[Party, ...]
    articles: tuple[str, ...]
    claims: tuple[FoundClaim, ...] = ()
    responses: tuple[FoundResponse, ...] = ()
    origins: int | None = None
    least_origins: int | None = None
    origin_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Gold and found contacts of one case, paired.

    `excused`: gold that is missing without fault. `dropped`: found that is neither right nor wrong.
    """

    pairs: tuple[tuple[GoldContact, FoundContact], ...]
    missed: tuple[GoldContact, ...]
    invented: tuple[FoundContact, ...]
    excused: tuple[GoldContact, ...]
    dropped: tuple[FoundContact, ...]
