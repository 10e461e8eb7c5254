"""Scores as text: the table, what does not fit in it, and the details of a case.

Takes scores, gives lines. Never measures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaluation.model import FoundContact, GoldContact, Party
from evaluation.parts import GOLD
from evaluation.score import CaseScore, Score, sum_scores

COUNTS = (("articles", "articles"), ("gold", "gold"), ("found", "found"))
COLUMNS = (
    ("prec", "precision"),
    ("rec", "recall"),
    ("F1", "f1"),
    ("kind", "kind"),
    ("status", "status"),
    ("date", "date"),
    ("~date", "date_compatible"),
    ("part P", "parties_precision"),
    ("part R", "parties_recall"),
    ("resp F1", "responses"),
    ("clean", "clean"),
)


def draw_table(scores: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of the table, a row for each part and one for dev and stories together if all were read."""
    heads = ["part", *(head for head, _ in COUNTS), *(head for head, _ in COLUMNS)]
    gold = [score for score in scores if score.name in GOLD]
    sums = [sum_scores("dev and stories", gold)] if len(gold) == len(GOLD) else []
    rows = [[score.name, *_cells(score)] for score in (*scores, *sums)]
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    for row in (heads, *rows):
        yield "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
    for score in scores:
        yield from draw_extras(score)


def _cells(score: Score) -> list[str]:
    counts = [str(score.counts[name]) for _, name in COUNTS]
    return counts + [_figure(score.figures[name]) for _, name in COLUMNS]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def draw_extras(score: Score) -> Iterator[str]:
    """Yield a line for each figure that only some parts have."""
    counts = score.counts
    if counts["unread"]:
        yield f"{score.name}: {counts['unread']} of {counts['articles']} articles are not in the record."
    if counts["distinct_gold"]:
        told = (
            f"{counts['distinct_gold']} in gold, {counts['distinct_found']} found, {counts['distinct_matched']} right"
        )
        yield f"{score.name}: distinct contacts of the whole group: {told} (F1 {_figure(score.figures['distinct'])})."
    if counts["origins_known"]:
        yield f"{score.name}: origins counted right for {counts['origins']} of {counts['origins_known']} contacts."
    if counts["boilerplate"]:
        yield f"{score.name}: {counts['boilerplate_gone']} of {counts['boilerplate']} pieces of boilerplate are cut."
    if counts["rules"]:
        yield f"{score.name}: {counts['rules_kept']} of {counts['rules']} rules on what is no contact are kept."


def draw_details(cases: Iterable[CaseScore]) -> Iterator[str]:
    """Yield, for every case: what is matched (with what differs), missed, invented, and left out of the count."""
    for score in cases:
        yield f"\n== {score.case.name}"
        for gold, found in score.outcome.pairs:
            yield f"  matched   {_gold(gold)}"
            yield from _found("      as  ", found)
        for gold in score.outcome.missed:
            yield f"  MISSED    {_gold(gold)}"
            yield from (f"            … {quote}" for quote in _spans(score, gold))
        for found in score.outcome.invented:
            yield from _found("  INVENTED", found)
        for gold in score.outcome.excused:
            yield f"  excused   {_gold(gold)}"
        for found in score.outcome.dropped:
            yield from _found("  dropped ", found)
        yield from (f"  FORBIDDEN {what}" for what in score.violations)
        yield from (f"  problem   {message}" for message in score.problems)


def _gold(gold: GoldContact) -> str:
    kinds, statuses = "/".join(gold.kinds) or "any kind", "/".join(gold.statuses)
    responses = "".join(f" [{'/'.join(r.stances)}: {r.who.names[0]}]" for r in gold.responses)
    return f"{gold.id}: {kinds}, {statuses}, {gold.whens[0]}: {_parties(gold.parties)}{responses}"


def _found(head: str, found: FoundContact) -> Iterator[str]:
    responses = "".join(f" [{r.stance}: {r.who.names[0] if r.who.names else '?'}]" for r in found.responses)
    yield f"{head}  {found.kind}, {found.status}, {found.when}: {_parties(found.parties)}{responses}"
    yield from (f"            “{claim.text}”" for claim in found.claims)


def _parties(parties: Iterable[Party]) -> str:
    return "; ".join(f"{party.names[0]} ({party.country or '-'})" for party in parties)


def _spans(score: CaseScore, gold: GoldContact) -> Iterator[str]:
    """Yield the surroundings of a contact's triggers, with the trigger in brackets."""
    texts = {page.key: page.row["text"] for page in score.case.pages if page.row}
    for start, end in gold.spans:
        text = texts.get(gold.articles[0], "")
        around = f"{text[max(0, start - 80) : start]}[{text[start:end]}]{text[end : end + 80]}"
        yield " ".join(around.split())
