"""Turn sentences into tensors: pieces, words, and the gold of whichever layers a sentence has."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpora import FEATURES, Sentence
from training.network import Labels

NO_GOLD = -100
Pieces = tuple[list[int], list[int], list[int]]


class Batcher:
    """Cuts words into pieces and groups sentences of like length."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels) -> None:
        self.tokenizer, self.labels = tokenizer, labels
        self.ids = {name: tokenizer.token_to_id(name) for name in ("<s>", "<pad>", "</s>", "<unk>")}
        self.cut = lru_cache(maxsize=200_000)(self._cut)
        self.pos = {label: i for i, label in enumerate(labels.pos)}
        self.relations = {label: i for i, label in enumerate(labels.relations)}
        self.names = {label: i for i, label in enumerate(labels.names)}
        self.features = [{label: i for i, label in enumerate(labels.features[name])} for name in FEATURES]

    def _cut(self, word: str) -> list[int]:
        return self.tokenizer.encode(word, add_special_tokens=False).ids or [self.ids["<unk>"]]

    def pieces(self, sentence: Sentence) -> Pieces:
        """Return the pieces of a sentence and the first and last piece of each word."""
        ids, first, last = [self.ids["<s>"]], [], []
        for word in sentence.words:
            first.append(len(ids))
            ids += self.cut(word)
            last.append(len(ids) - 1)
        return [*ids, self.ids["</s>"]], first, last

    def batches(self, sentences: list[Sentence], size: int, dice: random.Random | None) -> Iterator[tuple]:
        """Yield (inputs, gold, sentences) for groups of like length, shuffled if dice are given."""
        rows = [(sentence, self.pieces(sentence)) for sentence in sentences]
        rows = sorted((row for row in rows if len(row[1][0]) <= 500), key=lambda row: len(row[1][0]))
        groups = [rows[i : i + size] for i in range(0, len(rows), size)]
        if dice:
            dice.shuffle(groups)
        for group in groups:
            yield self._inputs(group), self._gold([row[0] for row in group]), [row[0] for row in group]

    def _inputs(self, group: list[tuple[Sentence, Pieces]]) -> tuple[Tensor, ...]:
        longest, most = max(len(p[0]) for _, p in group), max(len(p[1]) for _, p in group)
        ids = torch.full((len(group), longest), self.ids["<pad>"])
        mask = torch.zeros(len(group), longest, dtype=torch.long)
        first, last = (torch.zeros(len(group), most, dtype=torch.long) for _ in range(2))
        words = torch.zeros(len(group), most, dtype=torch.bool)
        for row, (_, (pieces, starts, ends)) in enumerate(group):
            ids[row, : len(pieces)], mask[row, : len(pieces)] = torch.tensor(pieces), 1
            first[row, : len(starts)], last[row, : len(ends)] = torch.tensor(starts), torch.tensor(ends)
            words[row, : len(starts)] = True
        return ids, mask, first, last, words

    def _gold(self, group: list[Sentence]) -> dict[str, Tensor]:
        shape = (len(group), max(len(s.words) for s in group))
        gold = {name: torch.full(shape, NO_GOLD) for name in ("pos", "heads", "relations", "names")}
        features = torch.full((*shape, len(FEATURES)), NO_GOLD)
        for row, s in enumerate(group):
            n = len(s.words)
            if s.pos:
                gold["pos"][row, :n] = torch.tensor([self.pos.get(p, NO_GOLD) for p in s.pos])
            if s.heads and s.relations:
                gold["heads"][row, :n] = torch.tensor(s.heads)
                gold["relations"][row, :n] = torch.tensor([self._relation(r) for r in s.relations])
            if s.names:
                gold["names"][row, :n] = torch.tensor([self.names.get(x, NO_GOLD) for x in s.names])
            if s.features and s.pos:
                features[row, :n] = torch.tensor([self._features(f, p) for f, p in zip(s.features, s.pos)])
        return gold | {"features": features}

    def _relation(self, relation: str) -> int:
        return self.relations.get(relation, self.relations.get(relation.split(":")[0], NO_GOLD))

    def _features(self, values: tuple[str, ...], pos: str) -> list[int]:
        # PUD has no VerbForm: a verb without one says that nobody wrote it down, not that it has none.
        return [
            NO_GOLD if name == "VerbForm" and not value and pos in {"VERB", "AUX"} else known.get(value, NO_GOLD)
            for name, value, known in zip(FEATURES, values, self.features)
        ]
