"""Say for one contact where each of its articles has it from: the contact's family tree.

In: the claims of a contact, their articles, where these come from as a whole. Out: a Descent for each article.
Never follows a source that the claims do not name, but where the whole article is a copy or a translation.

An article may have one contact from a newspaper and another from a ministry; what its claims of this contact cite goes
before what it cites elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from backchannel.lang.outlets import find_office, is_same_outlet
from backchannel.model import Article, Attribution, Claim, Descent, How
from backchannel.weigh.naming import CARRIED, find_signers, is_signature

IN_ORDER = attrgetter("article", "trigger.start", "id")
COPIED: frozenset[How] = frozenset({"copies", "shortens", "stale copy", "translates"})


def trace_lineage(
    claims: Iterable[Claim], articles: Mapping[str, Article], descents: Mapping[str, Descent]
) -> dict[str, Descent]:
    """Return where each article of a contact has it from, by article. A parent may be an article that tells it not."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=IN_ORDER):
        by_article[claim.article].append(claim)
    told = sorted((articles[id] for id in by_article), key=lambda article: (article.published or "~", article.id))
    return {article.id: _trace(article, by_article[article.id], told, descents) for article in told}


def find_chain(claims: Iterable[Claim], article: Article) -> list[Attribution]:
    """Return whom an article cites for some of its claims: neither itself nor the agency it is signed by."""
    own = [name for name in (article.outlet, *find_signers(article)) if name]
    links = (a for claim in claims for a in claim.attributions if not is_signature(a))
    told = (a for a in links if a.cue or a.anonymous)  # without a word of saying it is a guess whose words they are
    return [a for a in told if a.kind not in CARRIED or not any(is_same_outlet(a.source, name) for name in own)]


def _trace(
    article: Article, claims: Sequence[Claim], told: Sequence[Article], descents: Mapping[str, Descent]
) -> Descent:
    chain = find_chain(claims, article)
    whole = descents.get(article.id) or Descent(article.id, "own", None, article.outlet, (), (), (), 0.5, ())
    if whole.how in COPIED and (whole.how == "translates" or _is_in(claims, whole)):
        return _climb(whole, {each.id for each in told}, descents)
    cited = next((a for a in chain if a.kind in CARRIED), None)
    stated = next((a for a in chain if a.kind == "official statement"), None)
    if cited:
        return _follow(article, cited, told, whole)
    if whole.parent in {each.id for each in told} and (not stated or _is_of_office(whole)):
        return whole
    if stated:
        return _cite(article, stated, "statement", f"{stated.source} states it")
    if whole.parent is None and (whole.how == "own" or not any(a.anonymous for a in chain)):
        return whole
    reason = "names no other report as its source for this"
    return replace(whole, how="own", parent=None, source=article.outlet, evidence=(), parent_evidence=(), rank=(),
                   score=0.5, reasons=(reason,))  # fmt: skip


def _is_in(claims: Iterable[Claim], descent: Descent) -> bool:
    """Tell whether any of the claims stands in the text that an article has in common with its parent."""
    spans = descent.evidence
    return not spans or any(span.start <= c.trigger.start < span.end for c in claims for span in spans)


def _climb(descent: Descent, told: Iterable[str], descents: Mapping[str, Descent]) -> Descent:
    """Return the descent from the nearest forebear that tells of the contact; as it is where none does."""
    seen, parent = {descent.article}, descent.parent
    while parent and parent not in seen:
        if parent in told:
            return descent if parent == descent.parent else replace(descent, parent=parent, parent_evidence=())
        seen.add(parent)
        parent = descents[parent].parent if parent in descents else None
    return descent


def _follow(article: Article, cited: Attribution, told: Iterable[Article], whole: Descent) -> Descent:
    """Return the descent from whoever is cited: an article of theirs that is not later, else whatever they said."""
    parents = [
        other
        for other in told
        if other.id != article.id
        and _is_by(other, cited.source)
        and (other.published or "") <= (article.published or "~")
    ]
    is_there = whole.parent in {parent.id for parent in parents}
    if whole.how == "cites" and whole.parent and (is_there or (not parents and _is_named(cited, whole))):
        return whole
    descent = _cite(article, cited, "cites", f"names {cited.source} as its source")
    return replace(descent, parent=parents[0].id) if parents else descent


def _is_named(cited: Attribution, descent: Descent) -> bool:
    """Tell whether a citation is the one by which an article names its parent."""
    return cited.span is not None and any(
        span.start < cited.span.end and cited.span.start < span.end for span in descent.evidence
    )


def _is_by(article: Article, name: str) -> bool:
    return any(is_same_outlet(name, own) for own in (article.outlet or "", *find_signers(article)))


def _is_of_office(descent: Descent) -> bool:
    return bool(descent.source and find_office(descent.source))


def _cite(article: Article, source: Attribution, how: How, reason: str) -> Descent:
    evidence = (source.span,) if source.span else ()
    return Descent(article.id, how, None, source.source, evidence, (), (), 0.8, (reason,))
