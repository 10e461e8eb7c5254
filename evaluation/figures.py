"""From outcomes to counts, from counts to figures.

Counts of cases add up (micro average); figures are shares from 0 to 1, None where there is nothing to measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from evaluation.assignment import assign_best
from evaluation.dates import is_compatible, is_same_date
from evaluation.forbid import find_violations
from evaluation.found import name_articles
from evaluation.matching import is_right_kind, match_contacts, pair_parties
from evaluation.model import Case, FoundContact, FoundResponse, GoldContact, GoldResponse, Outcome, Record
from evaluation.names import measure_likeness

Counts = Counter[str]
Figures = dict[str, float | None]


def count_case(case: Case, record: Record, found: Sequence[FoundContact], outcome: Outcome) -> Counts:
    """Count everything that is measured on one case."""
    counts = Counter(articles=len(case.pages)) + count_contacts(outcome)
    for gold, yours in outcome.pairs:
        counts += count_pair(gold, yours)
    for gold in outcome.missed:
        counts["responses_gold"] += len(_required(gold))
    for yours in outcome.invented:
        counts["responses_found"] += len(yours.responses)
    keys = name_articles(record, case.pages)
    texts = {keys[article["id"]]: str(article.get("text", "")) for article in record.get("articles", ())}
    counts["unread"] = sum(page.key not in texts for page in case.pages)
    counts += count_negatives(case, found, frozenset(texts))
    counts += count_boilerplate(case, texts)
    counts["rules"] = len(case.forbidden)
    counts["rules_kept"] = len(case.forbidden) - len({what for what, _ in find_violations(case.forbidden, found)})
    return counts


def count_contacts(outcome: Outcome) -> Counts:
    """Count what is scored: optional and dropped contacts are on neither side."""
    matched = len(outcome.pairs)
    return Counter(gold=matched + len(outcome.missed), found=matched + len(outcome.invented), matched=matched)


def count_group(case: Case, found: Sequence[FoundContact]) -> Counts:
    """Count the distinct contacts of a whole group read into one ledger."""
    outcome = match_contacts(case.contacts, found, case.has_firm_dates)
    return Counter({f"distinct_{name}": number for name, number in count_contacts(outcome).items()})


def count_pair(gold: GoldContact, found: FoundContact) -> Counts:
    """Count what is right about one matched contact."""
    counts = Counter(
        kind=is_right_kind(gold.kinds, found.kind),
        status=not gold.statuses or found.status in gold.statuses,
    )
    if gold.whens[0] is not None:
        counts["dated"] = 1
        counts["date"] = any(is_same_date(when, found.when) for when in gold.whens)
        counts["date_compatible"] = counts["date"] or any(is_compatible(when, found.when) for when in gold.whens)
    else:
        # "About the day of the article" is no date made up: the article is dated, and tells it as news.
        counts["undated"] = 1
        counts["date_open"] = found.when is None or found.when.endswith("~")
    if gold.origins and found.origins is not None:
        counts["origins_known"] = 1
        counts["origins"] = found.origins in gold.origins
    return counts + count_parties(gold, found) + count_responses(gold, found)


def count_parties(gold: GoldContact, found: FoundContact) -> Counts:
    """Count participants, one to one by the alike rule; optional ones are on neither side."""
    pairs = pair_parties(gold.parties, found.parties)
    optional = sum(gold.parties[row].is_optional for row, _ in pairs)
    return Counter(
        parties_gold=sum(not party.is_optional for party in gold.parties),
        parties_found=len(found.parties) - optional,
        parties_matched=len(pairs) - optional,
    )


def count_responses(gold: GoldContact, found: FoundContact) -> Counts:
    """Count responses: alike in who, equal in stance."""
    pairs = assign_best([[_gain(mine, yours) for yours in found.responses] for mine in gold.responses])
    optional = sum(gold.responses[row].is_optional for row, _ in pairs)
    return Counter(
        responses_gold=len(_required(gold)),
        responses_found=len(found.responses) - optional,
        responses_matched=len(pairs) - optional,
    )


def _required(gold: GoldContact) -> list[GoldResponse]:
    return [response for response in gold.responses if not response.is_optional]


def _gain(gold: GoldResponse, found: FoundResponse) -> float:
    return measure_likeness(gold.who, found.who) if found.stance in gold.stances else 0.0


def count_negatives(case: Case, found: Sequence[FoundContact], read: frozenset[str]) -> Counts:
    """Count articles without a contact, and those of them that were read and in which none was found."""
    spoilt = {article for contact in found for article in contact.articles}
    return Counter(negatives=len(case.negatives), clean=len(case.negatives & read - spoilt))


def count_boilerplate(case: Case, texts: Mapping[str, str]) -> Counts:
    """Count words of boilerplate, and those of them that are not in the text of their article, which must be read."""
    words = [(page.key, word) for page in case.pages for word in page.boilerplate]
    gone = sum(key in texts and word not in texts[key] for key, word in words)
    return Counter(boilerplate=len(words), boilerplate_gone=gone)


FIGURES: dict[str, Callable[[Counts], float | None]] = {
    "precision": lambda counts: _share(counts["matched"], counts["found"]),
    "recall": lambda counts: _share(counts["matched"], counts["gold"]),
    "f1": lambda counts: _f1(counts["matched"], counts["found"], counts["gold"]),
    "kind": lambda counts: _share(counts["kind"], counts["matched"]),
    "status": lambda counts: _share(counts["status"], counts["matched"]),
    "date": lambda counts: _share(counts["date"], counts["dated"]),
    "date_compatible": lambda counts: _share(counts["date_compatible"], counts["dated"]),
    "date_open": lambda counts: _share(counts["date_open"], counts["undated"]),
    "parties_precision": lambda counts: _share(counts["parties_matched"], counts["parties_found"]),
    "parties_recall": lambda counts: _share(counts["parties_matched"], counts["parties_gold"]),
    "responses": lambda counts: _f1(counts["responses_matched"], counts["responses_found"], counts["responses_gold"]),
    "clean": lambda counts: _share(counts["clean"], counts["negatives"]),
    "distinct": lambda counts: _f1(counts["distinct_matched"], counts["distinct_found"], counts["distinct_gold"]),
    "origins": lambda counts: _share(counts["origins"], counts["origins_known"]),
    "boilerplate": lambda counts: _share(counts["boilerplate_gone"], counts["boilerplate"]),
    "not_contacts": lambda counts: _share(counts["rules_kept"], counts["rules"]),
}


def measure_figures(counts: Counts) -> Figures:
    """Return every figure of the counts of a part."""
    return {name: measure(counts) for name, measure in FIGURES.items()}


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(matched: int, found: int, gold: int) -> float | None:
    """Return the F1; None where gold has nothing and nothing was found."""
    return _share(2 * matched, found + gold)
