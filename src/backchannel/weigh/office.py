"""Show where a text gives somebody an office or a side that the table of office holders gives them not.

In: claims of one contact and their articles. Out: Conflicts, the text's value with its claims, the table's without
any. Never without a date to be trusted, and never where the table itself leaves it open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from backchannel.lang.holder_table import Holder
from backchannel.lang.holders import find_holders, identify
from backchannel.lang.incumbent import SINGLE, holder_of
from backchannel.model import Article, Claim, Conflict, Mention, Value

Differing = tuple[str, str, str]


def find_office_conflicts(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[Conflict, ...]:
    """Return what texts say of named participants' offices and sides against the table, one conflict for each."""
    behind: dict[Differing, set[str]] = defaultdict(set)
    for claim in claims:
        date = _trusted_date(articles.get(claim.article))
        for mention in claim.participants:
            if date and (differing := _differ(mention, date)):
                behind[differing].add(claim.id)
    return tuple(
        Conflict(field, (Value(said, tuple(sorted(ids))), Value(f"{known} (table of office holders)", ())))
        for (field, said, known), ids in sorted(behind.items())
    )


def _trusted_date(article: Article | None) -> str | None:
    return article.published if article and "stale" not in article.flags else None


def _differ(mention: Mention, date: str) -> Differing | None:
    """Return the field, what the text says and what the table says, where both cannot be right."""
    if mention.type != "person" or mention.unnamed or mention.capacity != "official":
        return None
    person = identify(mention.name, date)
    if person is None:
        return None
    rows = _rows_of(person, mention, date)
    states = {row.country for row in rows}
    if mention.country and mention.country not in states:
        has_first_name = len(mention.name.split()) > 1
        return ("side", f"{mention.name}: {mention.country}", rows[0].row) if has_first_name and all(states) else None
    if mention.office not in SINGLE or mention.office in {row.office for row in rows}:
        return None
    holder = holder_of(mention.office, person.country, person.organisation, date)
    if holder is None or holder.name == person.name:
        return None
    return "office", f"{mention.name}: {mention.office}", rows[0].row


def _rows_of(person: Holder, mention: Mention, date: str) -> list[Holder]:
    return [person, *(row for row in find_holders(mention.name, date) if row.name == person.name)]
