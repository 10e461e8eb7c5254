"""The flags of an article, and what machine translation broke in it -> words.

In: an Article, and where it comes from. Out: Flags and Damages to show. Never guesses: an original that nobody knows is
not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backchannel.model import Article, Descent
from backchannel.show.dates import say_date
from backchannel.show.wording import say_outlet

FLAGS = {
    "stale": "the text is older than the date of its page",
    "undated": "nobody knows when it was published",
    "garbled": "the text is damaged",
    "copy": "the wording is that of another article",
    "translation": "the wording is translated from another article",
}


@dataclass(frozen=True, slots=True)
class FlagView:
    """A flag with what it means. `parent` is the article copied or translated, if that is in the ledger."""

    name: str
    meaning: str
    parent: str | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class DamageView:
    """Broken words with what they probably stood for."""

    words: str
    original: str
    kind: str
    reason: str


def view_flags(article: Article, descent: Descent | None, articles: Mapping[str, Article]) -> tuple[FlagView, ...]:
    """Return the flags of an article, then those that its descent makes; `articles` are those that it may be from."""
    own = [FlagView(flag, _explain(flag, article)) for flag in article.flags]
    return (*own, *(each for each in _list_derived(descent, articles) if each.name not in article.flags))


def view_damage(article: Article) -> tuple[DamageView, ...]:
    """Return the broken words of an article whose original is probably known, each once."""
    found = (
        DamageView(sign.span.text, sign.original, sign.damage, sign.reason) for sign in article.signs if sign.original
    )
    return tuple(dict.fromkeys(found))


def _list_derived(descent: Descent | None, articles: Mapping[str, Article]) -> Iterator[FlagView]:
    if descent is None:
        return
    parent = articles.get(descent.parent or "")
    for flag in descent.flags:
        is_there = parent is not None and flag != "stale"
        outlet = say_outlet(parent) if parent else descent.source or ""
        yield FlagView(flag, FLAGS[flag], descent.parent if is_there else None, outlet if flag != "stale" else "")


def _explain(flag: str, article: Article) -> str:
    meaning = FLAGS.get(flag, "")
    if flag == "stale" and article.written:
        return f"{meaning}; written {say_date(article.written)}, as far as it says itself"
    return meaning
