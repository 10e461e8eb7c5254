"""Gather the signs of broken translation in one article.

In: an Article, and its parse if there is one. Out: Signs in the order of the text. Never changes the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from backchannel.extract.garbled.agreement import find_disagreement
from backchannel.extract.garbled.encoding import find_encoding
from backchannel.extract.garbled.english import find_english
from backchannel.extract.garbled.german import find_german
from backchannel.extract.garbled.habit import find_habits
from backchannel.extract.garbled.leftovers import find_leftovers
from backchannel.extract.garbled.lexicon import find_known
from backchannel.extract.garbled.names import find_names, find_translated
from backchannel.extract.garbled.neighbours import find_neighbours
from backchannel.extract.garbled.objects import find_objects
from backchannel.extract.garbled.person import find_persons
from backchannel.extract.garbled.word_order import find_word_order
from backchannel.extract.garbled.words import cut_sentences
from backchannel.lang.tables import LANGUAGES
from backchannel.model import Article, Sign


def find_signs(article: Article, doc: Doc | None = None) -> tuple[Sign, ...]:
    """Return the passages that show broken translation; without a parse those that need none."""
    if article.lang not in LANGUAGES:
        return tuple(find_encoding(article.text))
    found = [*_in_text(article), *(_in_sentences(article, doc) if doc is not None else ())]
    unique = {(sign.span.start, sign.span.end, sign.damage): sign for sign in found}
    return tuple(unique[key] for key in sorted(unique))


def _in_text(article: Article) -> Iterator[Sign]:
    yield from find_encoding(article.text)
    yield from find_leftovers(article.text, article.lang)
    yield from find_known(article.text, article.lang)


def _in_sentences(article: Article, doc: Doc) -> Iterator[Sign]:
    sentences = cut_sentences(doc)
    yield from find_habits(sentences, article.text, article.lang)
    for sentence in sentences:
        yield from find_objects(sentence, article.text, article.lang)
        yield from find_persons(sentence, article.text, article.lang)
        yield from find_translated(sentence, article)
        if article.lang == "de":
            yield from find_word_order(sentence, article.text)
            yield from find_disagreement(sentence, article.text)
            yield from find_german(sentence, article.text)
        else:
            yield from find_english(sentence, article.text)
            yield from find_neighbours(sentence, article.text)
    yield from find_names(article, doc)
