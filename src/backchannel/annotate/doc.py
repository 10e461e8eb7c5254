"""Put the model's readings on a spaCy Doc.

In: an Article. Out: a Doc over exactly its text. Never judges what the text says.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from backchannel.annotate.reader import ReaderModel, Reading
from backchannel.annotate.sentences import split_sentences
from backchannel.model import Article


class Annotator:
    """Keeps the model loaded; made once a process. The model starts with the first text that needs it."""

    def __init__(self, batch: int = 32, threads: int = 0) -> None:
        self.batch, self.threads = batch, threads

    @cached_property
    def reader(self) -> ReaderModel:
        """The model, loaded on first use. Raises ModelError."""
        return ReaderModel(threads=self.threads)

    def annotate(self, text: str, lang: str) -> Doc:
        """Return `text` as a Doc with sentences, tags, features, dependencies and names (doc.ents)."""
        doc = split_sentences(text, lang)
        sentences = [[token for token in sentence if not token.is_space] for sentence in _sentences(doc)]
        sentences = [sentence for sentence in sentences if sentence]
        readings = self.reader.read([[token.text for token in tokens] for tokens in sentences], self.batch)
        return _write_readings(doc, zip(sentences, readings, strict=True))


def annotate_article(article: Article, annotator: Annotator) -> Doc:
    """Annotate an article's text; character offsets of the Doc are those of the text."""
    return annotator.annotate(article.text, article.lang)


def _sentences(doc: Doc) -> Iterable[list[Token]]:
    current: list[Token] = []
    for token in doc:
        if token.is_sent_start and current:
            yield current
            current = []
        current.append(token)
    if current:
        yield current


def _write_readings(doc: Doc, readings: Iterable[tuple[list[Token], Reading]]) -> Doc:
    n = len(doc)
    pos, deps, morphs = ["SPACE"] * n, ["dep"] * n, [""] * n
    heads = list(range(n))
    ents: list[Span] = []
    for tokens, reading in readings:
        for at, token in enumerate(tokens):
            i, head = token.i, reading.heads[at]
            pos[i], morphs[i] = reading.pos[at], reading.features[at]
            deps[i] = "ROOT" if head == 0 else reading.relations[at]
            heads[i] = i if head == 0 else tokens[head - 1].i
        ents += _name_spans(doc, tokens, reading.names)
        _attach_spaces(doc, tokens, heads)
    annotated = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=pos,
        deps=deps,
        heads=heads,
        morphs=morphs,
    )
    annotated.ents = [Span(annotated, span.start, span.end, span.label_) for span in ents]
    return annotated


def _attach_spaces(doc: Doc, tokens: list[Token], heads: list[int]) -> None:
    """Hang white space inside or after a sentence on the word before it, so that it starts no sentence of its own."""
    known = {token.i for token in tokens}
    i = tokens[0].i
    while i < len(doc) and (i in known or doc[i].is_space):
        if i not in known:
            heads[i] = i - 1
        i += 1


def _name_spans(doc: Doc, tokens: list[Token], tags: tuple[str, ...]) -> Iterable[Span]:
    start: int | None = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield Span(doc, tokens[start].i, tokens[i - 1].i + 1, tags[start][2:])
            start = None
        if tag.startswith("B-"):
            start = i
