"""Say from which other article one article has what it tells, or whom it cites, or that it stands on its own feet.

In: an Article, those it may come from, the text it has in common with them. Out: a Descent with its evidence.
Never takes an article for the child of a later one, but for one it names as its source.

What is stronger goes first: text in common, a translation, an outlet that is named, an office whose own words are among
the articles. Who copies is not asked whom the copy cites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from backchannel.lang.outlets import find_office, is_same_outlet
from backchannel.model import Article, Attribution, Copy, Descent, How, Span
from backchannel.weigh.naming import find_naming, find_signers
from backchannel.weigh.retelling import Retelling, compare_landmarks

TRANSLATED = 0.5
"""Share of an article told in another language in the same order: a report of one's own has a third at most."""
GARBLED = 0.3
"""The same for an article that shows by its words that it was translated."""
KEPT = 0.5
"""Share of words in common that makes a copy, in either of the two."""
CARRIED: tuple[str, ...] = ("outlet", "agency")


@dataclass(frozen=True, slots=True)
class Link:
    """One way in which an article may come from another, the better the greater `rank`; see `find_descent`."""

    how: How
    parent: Article
    rank: tuple[float, ...]
    score: float
    evidence: tuple[Span, ...]
    parent_evidence: tuple[Span, ...]
    reason: str


def find_descent(
    article: Article, others: Iterable[Article], copies: Mapping[str, Copy], cited: Sequence[Attribution] | None = None
) -> Descent:
    """Return where an article comes from. `copies` are by the other's id; `cited` stands for all it cites.

    Two links of one sort are told apart by how much of the article the parent tells in the same order.
    """
    sources = article.citations if cited is None else cited
    links = [
        link
        for other in others
        if other.id != article.id
        for link in _find_links(article, other, copies.get(other.id), sources)
    ]
    best = max(links, key=lambda link: (link.rank, link.parent.id), default=None)
    if best:
        return Descent(
            article.id, best.how, best.parent.id, best.parent.outlet, best.evidence, best.parent_evidence, best.score,
            (best.reason,),
        )  # fmt: skip
    return _stand_alone(article, sources)


def _find_links(article: Article, other: Article, copy: Copy | None, sources: Sequence[Attribution]) -> Iterator[Link]:
    told = compare_landmarks(article.landmarks, other.landmarks)
    naming = find_naming(article, other, sources)
    if _is_later(article, other):
        return
    if naming and told.pairs:
        is_first_hand = all(is_same_outlet(other.outlet or "", signer) for signer in find_signers(other))
        rank = (2.0 if naming.is_outlet else 1.0, -naming.place, is_first_hand, told.share)
        yield Link("cites", other, rank, 0.9, naming.spans, (), f"names {other.outlet} as its source")
    if copy and (link := _copying(article, other, copy, told)):
        yield link
    if article.lang != other.lang and _is_translation(article, other, told):
        reason = f"tells {told.share:.0%} of what it says in the order of an article in another language"
        strength = 3.0 if "garbled" in article.flags else 1.5
        yield Link("translates", other, (strength, told.share), told.share, *_aligned(article, other, told), reason)


def _copying(article: Article, other: Article, copy: Copy, told: Retelling) -> Link | None:
    """Return the link of two articles with text in common; of two of one day the longer one is the parent."""
    mine, theirs = copy.share_of_one, copy.share_of_other
    if article.id != copy.one:
        mine, theirs = theirs, mine
    if max(mine, theirs) < KEPT or copy.overlapping == "quotes":
        return None
    if _day(article) == _day(other) and _claim(other, theirs) <= _claim(article, mine):
        return None
    spans = [(match.one, match.other) if article.id == copy.one else (match.other, match.one) for match in copy.matches]
    how: How = "shortens" if theirs < 0.8 * mine else "copies"
    if "stale" in article.flags or _years_apart(article, other):
        how = "stale copy"
    reason = f"has {mine:.0%} of its words in common with it"
    own, others = tuple(a for a, _ in spans), tuple(b for _, b in spans)
    return Link(how, other, (4.0, mine, told.share), mine, own, others, reason)


def _claim(article: Article, share: float) -> tuple[bool, float, str]:
    """Return what speaks for an article being the one that another of the same day was made from.

    An agency's own report goes first, then the one that has more beside the `share` of its words in common.
    """
    is_own = any(is_same_outlet(article.outlet or "", signer) for signer in find_signers(article))
    return is_own, -share, article.id


def _is_later(article: Article, other: Article) -> bool:
    """Tell whether the other was surely written after the article; one put out again has no date to go by."""
    mine, theirs = _day(article), _day(other)
    return bool(mine and theirs and "stale" not in article.flags and theirs[: len(mine)] > mine[: len(theirs)])


def _day(article: Article) -> str:
    return (article.published or "")[:10]


def _years_apart(article: Article, other: Article) -> bool:
    mine, theirs = _day(article), _day(other)
    return len(mine) >= 7 and len(theirs) >= 7 and _months(mine) - _months(theirs) > 6


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) if day[:4].isdecimal() and day[5:7].isdecimal() else 0


def _is_translation(article: Article, other: Article, told: Retelling) -> bool:
    """Tell whether an article is a translation of another: of two of one day the garbled one."""
    is_marked = "garbled" in article.flags
    if not is_marked and ("garbled" in other.flags or _day(article) == _day(other)):
        return False
    return len(told.pairs) >= (2 if is_marked else 4) and told.share >= (GARBLED if is_marked else TRANSLATED)


def _aligned(article: Article, other: Article, told: Retelling) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the aligned stretches of both texts, from the first to the last landmark of each sentence."""
    mine = tuple(_stretch(article, sentence) for sentence, _ in told.pairs)
    return mine, tuple(_stretch(other, sentence) for _, sentence in told.pairs)


def _stretch(article: Article, sentence: int) -> Span:
    marks = [mark for mark in article.landmarks if mark.sentence == sentence]
    start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
    return Span(start, end, article.text[start:end])


def _stand_alone(article: Article, sources: Sequence[Attribution]) -> Descent:
    """Return the descent of an article whose source is not in the ledger, or is itself."""
    signers = find_signers(article)
    own = "/".join(sorted(signers)) or article.outlet or ""
    cited = [a for a in sources if a.kind in CARRIED and not _is_own(a.source, article, signers)]
    is_told = any(a.cue and a.kind in CARRIED and _is_own(a.source, article, signers) for a in article.citations)
    if signers and "garbled" in article.flags:
        return Descent(article.id, "translates", None, own, (), (), 0.6, (f"is signed by {own}",))
    if is_told:
        return Descent(article.id, "own", None, own, (), (), 0.8, (f"{own} says that it was told",))
    if cited:
        how: How = "translates" if "garbled" in article.flags else "cites"
        name = cited[0].source
        return Descent(article.id, how, None, name, _spans(cited[0]), (), 0.9, (f"names {name} as its source",))
    if find_office(own):
        return Descent(article.id, "statement", None, own, (), (), 0.9, (f"{own} speaks for itself",))
    stated = next((a for a in sources if a.kind == "official statement"), None)
    has_own_people = any(a.anonymous for a in sources)
    if stated and not has_own_people:
        return Descent(
            article.id, "statement", None, stated.source, _spans(stated), (), 0.6, (f"{stated.source} states it",)
        )
    return Descent(article.id, "own", None, own or None, (), (), 0.5, ("names no other report as its source",))


def _is_own(name: str, article: Article, signers: Iterable[str]) -> bool:
    return any(is_same_outlet(name, own) for own in (article.outlet or "", *signers))


def _spans(attribution: Attribution) -> tuple[Span, ...]:
    return (attribution.span,) if attribution.span else ()
