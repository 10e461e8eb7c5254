"""Say what an article stands on whose parent is not in the ledger: another's report, a statement, its own reporting.

In: an Article. Out: a Descent without a parent. Never looks at other articles.

A report that an agency signs is the agency's, whoever printed it.
"""

from __future__ import annotations

from collections.abc import Iterable

from backchannel.lang.outlets import find_office, is_same_outlet
from backchannel.model import Article, Attribution, Descent, How
from backchannel.weigh.naming import CARRIED, find_signers

SURENESS: dict[How, float] = {"cites": 0.9, "translates": 0.65, "statement": 0.85, "own": 0.8}
"""About the share of such descents that are right, as `python -m evaluation.lineage` prints it; of the first two there
are but a few."""


def stand_alone(article: Article) -> Descent:
    """Return the descent of an article whose source is not in the ledger, or is itself."""
    sources = article.citations
    signers = find_signers(article)
    own = "/".join(sorted(signers)) or article.outlet
    is_garbled = "garbled" in article.flags
    other = next((a for a in sources if a.kind in CARRIED and not _is_own(a.source, article, signers)), None)
    stated = next((a for a in sources if a.kind == "official statement"), None)
    if signers and is_garbled:
        return _root(article, "translates", own, None, f"is signed by {own}")
    if was_told(article):
        return _root(article, "own", own, None, f"{own} says that it was told")
    if other:
        how: How = "translates" if is_garbled else "cites"
        return _root(article, how, other.source, other, f"names {other.source} as its source")
    if own and find_office(own):
        return _root(article, "statement", own, None, f"{own} speaks for itself")
    if stated and not any(a.anonymous for a in sources):
        return _root(article, "statement", stated.source, stated, f"{stated.source} states it")
    return _root(article, "own", own, None, "names no other report as its source")


def was_told(article: Article) -> bool:
    """Tell whether an article says that its own outlet, or the agency that signs it, was told or found it out."""
    signers = find_signers(article)
    return any(a.cue and a.kind in CARRIED and _is_own(a.source, article, signers) for a in article.citations)


def _root(article: Article, how: How, source: str | None, shown: Attribution | None, reason: str) -> Descent:
    evidence = (shown.span,) if shown and shown.span else ()
    return Descent(article.id, how, None, source, evidence, (), (), SURENESS[how], (reason,))


def _is_own(name: str, article: Article, signers: Iterable[str]) -> bool:
    return any(is_same_outlet(name, own) for own in (article.outlet or "", *signers))
