"""Gather the signs of broken translation in one article.

In: an Article, and its parse if there is one. Out: Signs in the order of the text. Never changes the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from backchannel.extract.garbled.agreement import agreement_rules
from backchannel.extract.garbled.encoding import find_encoding
from backchannel.extract.garbled.english import english_rules, without_subject
from backchannel.extract.garbled.german import german_rules
from backchannel.extract.garbled.habit import find_habits
from backchannel.extract.garbled.leftovers import find_leftovers
from backchannel.extract.garbled.lexicon import find_known
from backchannel.extract.garbled.names import find_names, find_translated, may_be_translated
from backchannel.extract.garbled.neighbours import neighbour_rules
from backchannel.extract.garbled.objects import bare_subject, object_rules, place_and_subject
from backchannel.extract.garbled.person import find_persons
from backchannel.extract.garbled.word_order import find_word_order
from backchannel.extract.garbled.words import Rules, Sentence, apply_rules, cut_sentences, join_rules, locate
from backchannel.lang.tables import LANGUAGES
from backchannel.model import Article, Sign

# What has no end is a headline or caption, where articles and verbs go missing.
ENDS = frozenset(".!?…„“”\"»«‚‘’'›‹")
SHORTEST = 4


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
    sentences, is_worth_it = cut_sentences(doc, article.text), may_be_translated(article)
    yield from find_habits(sentences, article.text, article.lang)
    for sentence in sentences:
        yield from find_persons(sentence, article.text, article.lang)
        if is_worth_it:
            yield from find_translated(sentence, article)
        if len(sentence) >= SHORTEST and sentence[-1].text in ENDS:
            yield from _in_sentence(sentence, article)
    yield from find_names(article, doc)


def _in_sentence(sentence: Sentence, article: Article) -> Iterator[Sign]:
    yield from apply_rules(_rules(article.lang), sentence, article.text)
    openings = (place_and_subject,) if article.lang == "de" else (bare_subject, without_subject)
    yield from (locate(found, sentence, article.text) for rule in openings if (found := rule(sentence)))
    if article.lang == "de":
        yield from find_word_order(sentence, article.text)


@cache
def _rules(lang: str) -> Rules:
    if lang == "de":
        return join_rules(german_rules(), agreement_rules(), object_rules(lang))
    return join_rules(english_rules(), neighbour_rules(), object_rules(lang))
