"""Make copies of texts the way newsrooms make them, always the same ones.

In: texts. Out: articles made of them, each with the articles it has text from. Never two copies with the same foreign
text in them, but for what is quoted: that is no copy, and must not be taken for one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from backchannel.model import Article

EDITED = 0.1
"""Share of the words that are replaced by others."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Made:
    """An article, how it was made, and the ids of those it has text from; an article as it came has its own id."""

    article: Article
    kind: str
    origins: frozenset[str]


@dataclass(frozen=True, slots=True)
class Donors:
    """What copies of one article are made with: an article in its own right, and texts that stand nowhere else."""

    host: Article
    stranger: str
    statement: str


def make_article(id: str, text: str, title: str | None = None, byline: str | None = None) -> Article:
    """Return an article."""
    return Article(id, f"{id}.txt", text, "de", title=title, byline=byline)


def make_copies(article: Article, donors: Donors, chance: random.Random) -> Iterator[Made]:
    """Yield one copy of each kind."""
    for kind, change in CHANGES.items():
        text = change(article.text, donors.stranger, chance)
        yield _make(kind, text, article)
    title = _split(donors.stranger)[0].rstrip(".")
    yield _make("retitled", f"{title}\n\n{article.text}", article)
    yield _make("other byline", f"Von {' '.join(title.split()[:2])}, Korrespondent\n\n{article.text}", article)
    half = _cut_half(article.text, "", chance)
    yield _make("half in another text", _insert(donors.host.text, half), article, donors.host)
    said = re.sub(r"[„“”»«\"]", "", " ".join(_split(donors.statement)[:2]))
    for told in (article, donors.host):
        yield _make("statement added", f"{told.text}\n\n„{said}“, hieß es in der Erklärung.", told)


def _make(kind: str, text: str, *origins: Article) -> Made:
    article = make_article(f"{kind} of {' and '.join(origin.id for origin in origins)}", text)
    return Made(article, kind, frozenset(origin.id for origin in origins))


def _cut_half(text: str, stranger: str, chance: random.Random) -> str:
    sentences = _split(text)
    half = len(text.split()) / 2
    kept: list[str] = []
    while sum(len(sentence.split()) for sentence in kept) < half:
        kept.append(sentences[len(kept)])
    return " ".join(kept)


def _reorder_paragraphs(text: str, stranger: str, chance: random.Random) -> str:
    paragraphs = [each for each in text.split("\n") if each.strip()]
    return "\n\n".join(reversed(paragraphs))


def _reorder_sentences(text: str, stranger: str, chance: random.Random) -> str:
    sentences = _split(text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def _add_paragraph(text: str, stranger: str, chance: random.Random) -> str:
    return _insert(text, " ".join(_split(stranger)[:3]))


def _edit(text: str, stranger: str, chance: random.Random) -> str:
    others = stranger.split()
    return re.sub(r"\w+", lambda found: chance.choice(others) if chance.random() < EDITED else found.group(), text)


def _edit_agency(text: str, stranger: str, chance: random.Random) -> str:
    """Cut the last third, edit lightly, give it a title and a place."""
    sentences = _split(text)
    kept = " ".join(sentences[: max(2, round(len(sentences) * 2 / 3))])
    return f"{_split(stranger)[0]}\n\nGENF (nnd) – {_edit(kept, stranger, chance)}"


def _split(text: str) -> list[str]:
    return [sentence for sentence in SENTENCE.split(text.strip()) if sentence]


def _insert(text: str, passage: str) -> str:
    """Put a passage after the sentence in the middle of a text."""
    sentences = _split(text)
    middle = (len(sentences) + 1) // 2
    return " ".join(sentences[:middle]) + f"\n\n{passage}\n\n" + " ".join(sentences[middle:])


CHANGES: dict[str, Callable[[str, str, random.Random], str]] = {
    "cut to half": _cut_half,
    "paragraphs reordered": _reorder_paragraphs,
    "sentences reordered": _reorder_sentences,
    "foreign paragraph": _add_paragraph,
    "words replaced": _edit,
    "agency copy": _edit_agency,
}


def make_newsroom(texts: Sequence[str], chance: random.Random) -> list[Made]:
    """Return articles as they came and copies of a fifth of them.

    Another fifth hosts halves of copied articles, and a fifth is there to be taken for a copy by mistake. The rest are
    no articles, but lend foreign passages and statements.
    """
    count = len(texts) // 5
    articles = [make_article(f"{at:03}", text) for at, text in enumerate(texts)]
    copied, hosts, strangers, statements = (articles[at * count : (at + 1) * count] for at in range(4))
    made = [Made(each, "as it came", frozenset({each.id})) for each in (*copied, *hosts, *articles[4 * count :])]
    for article, host, stranger, statement in zip(copied, hosts, strangers, statements, strict=True):
        made += make_copies(article, Donors(host, stranger.text, statement.text), chance)
    return made
