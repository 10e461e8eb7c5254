"""Say from which other article one article has what it tells, or whom it cites, or that it stands on its own feet.

In: an Article, one it may come from, the text they have in common. Out: a Descent with its evidence.
Never takes an article for the child of one that was surely written later.

What is stronger goes first: text in common, a translation, an outlet that is named, an office whose own words are among
the articles. Who copies is not asked whom the copy cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.lang.outlets import is_same_outlet
from backchannel.model import Article, Attribution, Copy, Descent, How, Span
from backchannel.weigh.naming import find_naming, find_signers, find_spoken
from backchannel.weigh.retelling import Retelling, compare_landmarks
from backchannel.weigh.standing import was_told

TRANSLATED = 0.5
"""Share of an article told in another language in the same order: a report of one's own has a third at most."""
GARBLED = 0.3
"""The same for an article that shows by its words that it was translated."""
KEPT = 0.5
"""Share of words in common that makes a copy, in either of the two."""
SPOKEN = 0.2
"""Share of an article that an office's statement tells, too, where it has somebody of that state speak."""
NAMED = 0.95
"""About the share of articles named as a source that are the parent, as `python -m evaluation.lineage` prints it."""

Told = Sequence[Attribution]
Evidence = tuple[tuple[Span, ...], tuple[Span, ...]]
"""Passages of an article, and those of its parent."""


def judge_descent(article: Article, other: Article, copy: Copy | None) -> Descent | None:
    """Return how an article descends from another, in the strongest of the ways it may; None if in none.

    `copy` is what the texts have in common.
    """
    found = _find_links(article, other, copy, article.citations)
    return max(found, key=lambda descent: descent.rank, default=None)


def choose_descent(one: Descent, other: Descent | None) -> Descent:
    """Return the stronger of two descents of an article, the same whichever comes first."""
    return max(one, other, key=lambda descent: (descent.rank, descent.parent or "")) if other else one


def _find_links(article: Article, other: Article, copy: Copy | None, sources: Told) -> Iterator[Descent]:
    if _is_later(article, other):
        return
    told = compare_landmarks(article.landmarks, other.landmarks)
    naming = find_naming(article, other, sources)
    if naming and told.pairs and (naming.is_outlet or not was_told(article)):
        is_first_hand = all(is_same_outlet(other.outlet or "", signer) for signer in find_signers(other))
        rank: tuple[float, ...] = (
            2.0 if naming.is_outlet else 1.0,
            -float(naming.place),
            float(is_first_hand),
            told.share,
        )
        reason = f"names {other.outlet} as its source"
        yield Descent(article.id, "cites", other.id, other.outlet, naming.spans, (), rank, NAMED, (reason,))
    elif told.share >= SPOKEN and not was_told(article) and (span := find_spoken(other, sources)):
        reason = f"has {span.text} speak, for whom {other.outlet} speaks"
        yield Descent(
            article.id, "cites", other.id, other.outlet, (span,), (), (0.5, told.share), told.share, (reason,)
        )
    if copy and (link := _find_copying(article, other, copy, told)):
        yield link
    if article.lang != other.lang and _is_translation(article, other, told):
        reason = f"tells {told.share:.0%} of what it says in the order of an article in another language"
        strength = 3.0 if "garbled" in article.flags else 1.5
        rank = (strength, told.share)
        yield Descent(
            article.id,
            "translates",
            other.id,
            other.outlet,
            *_align(article, other, told),
            rank,
            round(told.share, 3),
            (reason,),
        )


def _find_copying(article: Article, other: Article, copy: Copy, told: Retelling) -> Descent | None:
    """Return the link of two articles with text in common; the longer one is the parent where no date tells."""
    mine, theirs = copy.share_of_one, copy.share_of_other
    if article.id != copy.one:
        mine, theirs = theirs, mine
    if max(mine, theirs) < KEPT or copy.overlapping == "quotes":
        return None
    if not _is_later(other, article) and _claim(other, theirs) <= _claim(article, mine):
        return None
    spans = [(match.one, match.other) if article.id == copy.one else (match.other, match.one) for match in copy.matches]
    how: How = "shortens" if theirs < 0.8 * mine else "copies"
    if "stale" in article.flags or _years_apart(article, other):
        how = "stale copy"
    reason = f"has {mine:.0%} of its words in common with it"
    evidence = tuple(a for a, _ in spans), tuple(b for _, b in spans)
    return Descent(
        article.id, how, other.id, other.outlet, *evidence, (4.0, mine, told.share), round(mine, 3), (reason,)
    )


def _claim(article: Article, share: float) -> tuple[bool, bool, float, str]:
    """Return what speaks for an article being the one that another of perhaps the same day was made from.

    An agency's own report goes first, then the one that has more beside the `share` of its words in common. What is put
    out again goes last.
    """
    is_own = any(is_same_outlet(article.outlet or "", signer) for signer in find_signers(article))
    return "stale" not in article.flags, is_own, -share, article.id


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
    mine, theirs = "garbled" in article.flags, "garbled" in other.flags
    is_marked = mine and not theirs
    if not is_marked and (theirs > mine or not _day(other) or _day(article) <= _day(other)):
        return False
    return len(told.pairs) >= (2 if is_marked else 4) and told.share >= (GARBLED if is_marked else TRANSLATED)


def _align(article: Article, other: Article, told: Retelling) -> Evidence:
    """Return the aligned stretches of both texts, from the first to the last landmark of each sentence."""
    mine = tuple(_stretch(article, sentence) for sentence, _ in told.pairs)
    return mine, tuple(_stretch(other, sentence) for _, sentence in told.pairs)


def _stretch(article: Article, sentence: int) -> Span:
    marks = [mark for mark in article.landmarks if mark.sentence == sentence]
    start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
    return Span(start, end, article.text[start:end])
