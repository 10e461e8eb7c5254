"""Read the annotated corpora a reader model learns from and is measured on.

In: CoNLL-U, GermEval TSV, IOB2 and our own sentences. Out: `Sentence`s. Never changes or copies a corpus.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.sentences.fill import fill_templates

FEATURES = ("Case", "Gender", "Mood", "Number", "Person", "Tense", "VerbForm")
NAME_KINDS = ("PER", "LOC", "ORG", "OTH", "DERIV", "PART")
NAMES = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))
MAX_WORDS = 70


@dataclass(frozen=True)
class Sentence:
    """Words with what is annotated on them; None where a corpus says nothing of that layer.

    `heads` are 1-based (0 is the root), `relations` carry their subtype, `features` hold one tuple per word in the
    order of `FEATURES` ("" where the word has none).
    """

    words: tuple[str, ...]
    pos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    features: tuple[tuple[str, ...], ...] | None = None
    names: tuple[str, ...] | None = None


def read_blocks(path: Path) -> Iterator[list[list[str]]]:
    """Yield each blank-line separated block as rows of tab-separated cells, without comment lines."""
    block: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            if block:
                yield block
            block = []
        elif not re.match(r"# |#\t", line):
            block.append(line.split("\t"))


def read_conllu(path: Path) -> list[Sentence]:
    """Read the syntactic words of a Universal Dependencies file."""
    return [_tree(block, fused=False) for block in read_blocks(path)]


def read_conllu_fused(path: Path) -> list[Sentence]:
    """Read a Universal Dependencies file with German contractions ("zum", "im") left as the one word they are in print.

    Running text is not split into syntactic words when articles are read, so the model must know both forms.
    """
    return [_tree(block, fused=True) for block in read_blocks(path)]


def _tree(block: list[list[str]], fused: bool) -> Sentence:
    rows = {int(row[0]): row for row in block if row[0].isdigit()}
    if fused:
        for row in block:
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                if last == first + 1 and rows[first][3] == "ADP" and rows[last][3] == "DET":
                    rows[first] = [row[0], row[1], *rows[first][2:]]
                    _drop(rows, last, first)
    number = {old: new for new, old in enumerate(sorted(rows), 1)}
    kept = [rows[old] for old in sorted(rows)]
    return Sentence(
        words=tuple(row[1] for row in kept),
        pos=tuple(row[3] for row in kept),
        heads=tuple(number.get(int(row[6]), 0) for row in kept),
        relations=tuple(row[7] for row in kept),
        features=tuple(_features(row[5]) for row in kept),
    )


def _drop(rows: dict[int, list[str]], gone: int, heir: int) -> None:
    del rows[gone]
    for row in rows.values():
        if row[6] == str(gone):
            row[6] = str(heir)


def _features(cell: str) -> tuple[str, ...]:
    given = dict(part.split("=", 1) for part in cell.split("|") if "=" in part)
    return tuple(given.get(name, "").split(",")[0] for name in FEATURES)


def read_germeval(path: Path) -> list[Sentence]:
    """Read the outer level of a GermEval 2014 file; -deriv and -part become kinds of their own."""
    return [
        Sentence(tuple(row[1] for row in block), names=tuple(_name(row[2]) for row in block))
        for block in read_blocks(path)
    ]


def _name(tag: str) -> str:
    if tag == "O":
        return tag
    edge, kind = tag.split("-", 1)
    if kind.endswith("deriv"):
        kind = "DERIV"
    elif kind.endswith("part"):
        kind = "PART"
    return f"{edge}-{kind if kind in NAME_KINDS else 'OTH'}"


def add_names(sentences: list[Sentence], path: Path) -> list[Sentence]:
    """Put the names of an IOB2 file (number, word, tag, …) on the sentences with the same words."""
    tags = {tuple(row[1] for row in block): tuple(_name(row[2]) for row in block) for block in read_blocks(path)}
    return [replace(sentence, names=tags.get(sentence.words)) for sentence in sentences]


def read_templates(path: Path, copies: int, seed: int) -> list[Sentence]:
    """Expand our own hand-parsed sentences, each `copies` times with other names."""
    filled = fill_templates(path, copies, seed)
    return [
        Sentence(
            tuple(w[0] for w in words),
            tuple(w[1] for w in words),
            tuple(w[2] for w in words),
            tuple(w[3] for w in words),
            None,
            tuple(_name(w[4]) for w in words),
        )
        for words in filled
    ]


@dataclass(frozen=True)
class Corpora:
    """All sentences of one training run, by language and layer."""

    german: list[Sentence]
    german_fused: list[Sentence]
    english: list[Sentence]
    english_large: list[Sentence]
    names: list[Sentence]
    shared: Path

    def draw_round(self, number: int, english: int, names: int) -> list[Sentence]:
        """Draw the sentences of one round: all German trees twice, and so many of the two large corpora.

        The same `number` draws the same sentences.
        """
        dice = random.Random(number)
        own = Path(__file__).parent / "sentences"
        drawn = [
            *self.german,
            *self.german_fused,
            *self.english,
            *dice.sample(self.english_large, min(len(self.english_large), english)),
            *dice.sample(self.names, min(len(self.names), names)),
            *read_templates(own / "de.txt", 3, number),
            *read_templates(own / "en.txt", 3, number),
        ]
        return [change_quotes(s, dice) for s in drawn if 1 < len(s.words) <= MAX_WORDS]


def change_quotes(sentence: Sentence, dice: random.Random) -> Sentence:
    """Write quotation marks as some outlet would: corpora know one style, articles have many."""
    if dice.random() < 0.5 or not any(word in '"„“”»«' for word in sentence.words):
        return sentence
    marks = dice.choice(["„“", '""', "“”", "»«", "«»", "„”"])
    seen, words = 0, []
    for word in sentence.words:
        if word in {'"', "„", "“", "”", "»", "«"}:
            word, seen = marks[seen % 2], seen + 1
        words.append(word)
    return replace(sentence, words=tuple(words))


def read_training(shared: Path) -> Corpora:
    """Read every corpus whose licence allows a shipped model to be trained on it."""
    parse, names = shared / "corpora/parse", shared / "corpora/names"
    pud = add_names(read_conllu(parse / "de_pud-ud-test.conllu"), names / "uner_de_pud.iob2")
    return Corpora(
        german=[*read_conllu(parse / "de_gsd-ud-dev.conllu"), *pud],
        german_fused=[
            *read_conllu_fused(parse / "de_gsd-ud-dev.conllu"),
            *read_conllu_fused(parse / "de_pud-ud-test.conllu"),
        ],
        english=read_conllu(parse / "en_pud-ud-test.conllu"),
        english_large=read_conllu(parse / "en_ewt-ud-train.conllu"),
        names=read_germeval(names / "NER-de-test.tsv"),
        shared=shared,
    )
