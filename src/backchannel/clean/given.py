"""Lead from an article's text back to the text as it was given, boilerplate included.

In: an Article. Out: the given text, and for a span of the article's text the span in the given one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from backchannel.clean.boilerplate import restore_text
from backchannel.model import Article, Span


def given_text(article: Article) -> str:
    """Return the text of an article as it was given."""
    return restore_text(article.text, article.cuts)


def place_in_given(article: Article) -> Callable[[Span], Span]:
    """Return a function from spans of the article's text to spans of the given text.

    Where something was cut out in the middle of a span, the span in the given text holds it.
    """
    given = given_text(article)
    starts, shifts = [0], [0]
    for cut in sorted(article.cuts, key=lambda cut: cut.start):
        starts.append(cut.start - shifts[-1])
        shifts.append(shifts[-1] + cut.end - cut.start)

    def place(span: Span) -> Span:
        start = span.start + shifts[bisect_right(starts, span.start) - 1]
        end = span.end + shifts[bisect_right(starts, max(span.start, span.end - 1)) - 1]
        return Span(start, end, given[start:end])

    return place
