"""Cut running text into sentences of words.

In: text. Out: a spaCy Doc with words and sentence starts. Never drops or changes a character.
"""

from __future__ import annotations

import re
from functools import cache
from statistics import median

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_suffix_regex

ENDS = frozenset(".!?…")
CLOSERS = frozenset("\"'”“»«›‹’)]*")
OPENERS = frozenset("\"'„“”»«‚‘(–-—")
LINE_BREAK = re.compile(r"\n")
WRAPPED_WIDTHS = (50, 90)
MAX_WORDS = 120
DATELINE_WORDS = 14
DASHES = frozenset("-–—")


@cache
def tokenizer_for(lang: str) -> Language:
    """Return spaCy's tokenizer for a language, the multilingual one where spaCy has none of its own."""
    try:
        language = spacy.blank(lang)
    except ImportError:
        language = spacy.blank("xx")
    # German keeps "13." as one word, which is right for ordinals and wrong for a year at the end of a sentence.
    suffixes = [*(language.Defaults.suffixes or ()), r"(?<=\d{3})\."]
    language.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[union-attr]
    language.max_length = 10**8
    return language


def split_sentences(text: str, lang: str) -> Doc:
    """Return `text` as a Doc whose `is_sent_start` is set for every word."""
    doc = tokenizer_for(lang).make_doc(text)
    wrapped = _is_wrapped(text)
    start, length = True, 0
    for token in doc:
        broken = token.i > 0 and _ends_line(doc[token.i - 1], token, wrapped)
        start = start or broken or length >= MAX_WORDS
        if token.is_space:
            token.is_sent_start = False
            start = start or _ends_line(token, doc[token.i + 1], wrapped) if token.i + 1 < len(doc) else start
            continue
        token.is_sent_start = start
        length = 1 if start else length + 1
        start = _ends_sentence(doc, token.i) or (length <= DATELINE_WORDS and _ends_dateline(doc, token.i, length))
    if len(doc):
        doc[0].is_sent_start = True
    return doc


def _is_wrapped(text: str) -> bool:
    """Tell whether line breaks only wrap lines, as in e-mails, rather than end paragraphs."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    return len(lines) >= 6 and WRAPPED_WIDTHS[0] <= median(lines) <= WRAPPED_WIDTHS[1] and max(lines) <= 100


def _ends_line(space: Token, after: Token, wrapped: bool) -> bool:
    """Tell whether the white space `space` before `after` ends a line that ends a sentence."""
    breaks = len(LINE_BREAK.findall(space.text if space.is_space else ""))
    if not breaks:
        return False
    return breaks > 1 or not (wrapped or after.text[:1].islower())


def _ends_dateline(doc: Doc, i: int, length: int) -> bool:
    """Tell whether "Genf (dpa) -" or "GENEVA, Oct 21 (Reuters) —" ends with word `i`: what follows is the sentence."""
    if doc[i].text not in DASHES or i < 3 or doc[i - 1].text != ")":
        return False
    words = [token for token in doc[i + 1 - length : i] if not token.is_space]
    opened = [at for at, token in enumerate(words) if token.text == "("]
    if not opened or opened[-1] < 1:
        return False
    place, signed = words[: opened[-1]], words[opened[-1] + 1 : -1]
    is_short = len(signed) <= 5 and all(t.text in "/," or len(t.text) <= 4 or t.text[0].isupper() for t in signed)
    return is_short and all(t.text[0].isupper() or not t.text[0].isalpha() for t in place)


def _ends_sentence(doc: Doc, i: int) -> bool:
    """Tell whether a sentence ends with word `i`: a stop, any closing marks, and then no small letter."""
    at = i
    while at >= 0 and doc[at].text in CLOSERS and doc[at].whitespace_ != "" and at == i:
        at -= 1
    at = i - 1 if doc[i].text in CLOSERS and i > 0 else i
    if doc[at].text[-1:] not in ENDS or (doc[at].text[0] not in ENDS and not doc[at].text.endswith(("!", "?"))):
        return False
    following = next((token for token in doc[i + 1 :] if not token.is_space), None)
    if following is None:
        return True
    if following.text in CLOSERS and not doc[i].whitespace_:
        return False
    return not following.text[0].islower() and (following.text[0].isalnum() or following.text[0] in OPENERS)
