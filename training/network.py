"""The reader: one encoder, one pass, four layers of annotation (part of speech, features, tree, names)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import BertModel

from training.corpora import FEATURES, NAMES, Sentence


@dataclass(frozen=True)
class Labels:
    """What the outputs count: the names of every class, in order."""

    pos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    features: dict[str, tuple[str, ...]]


def collect_labels(sentences: list[Sentence], least: int = 25) -> Labels:
    """List the classes that occur; a relation's rare subtype counts as its universal relation."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for relation in sentence.relations or ():
            counts[relation] = counts.get(relation, 0) + 1
    frequent = {r for r, n in counts.items() if n >= least}
    universal = {r.split(":")[0] for r in counts}
    features = {
        name: tuple(sorted({word[i] for s in sentences for word in s.features or ()} | {""}))
        for i, name in enumerate(FEATURES)
    }
    pos = tuple(sorted({p for s in sentences for p in s.pos or ()}))
    return Labels(pos, tuple(sorted(frequent | universal)), NAMES, features)


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Biaffine parser (Dozat and Manning 2017) with tag heads on a shared encoder.

    `forward(ids, mask, first, last, words)`: `ids`, `mask` are pieces (batch × pieces); `first`, `last` are each word's
    first and last piece, `words` says which words exist (batch × words). Index 0 of a head axis is the root.
    """

    def __init__(self, encoder: BertModel, labels: Labels, arc: int = 320, relation: int = 112) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder, self.drop = encoder, nn.Dropout(0.25)
        self.mix = nn.Parameter(torch.zeros(4))
        self.pos = nn.Linear(2 * hidden, len(labels.pos))
        self.names = nn.Linear(2 * hidden, len(labels.names))
        self.features = nn.Linear(2 * hidden, sum(map(len, labels.features.values())))
        self.arc_head, self.arc_dependent = nn.Linear(2 * hidden, arc), nn.Linear(2 * hidden, arc)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(arc + 1, arc)))
        self.relation_head, self.relation_dependent = (nn.Linear(2 * hidden, relation) for _ in range(2))
        self.relation = nn.Parameter(torch.randn(len(labels.relations), relation + 1, relation + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.02)

    def represent(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Give each word its first and last piece, in a learned mixture of the last four layers."""
        layers = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states[-4:]
        weights = F.softmax(self.mix, 0)
        pieces = sum(weights[i] * layers[i] for i in range(4))
        width = pieces.size(-1)
        ends = [torch.gather(pieces, 1, at.unsqueeze(-1).expand(-1, -1, width)) for at in (first, last)]
        return self.drop(torch.cat(ends, -1))

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """Return scores: pos, names, features (batch × words × classes), arcs (batch × words × heads), and the two
        halves of the relation scores."""
        word = self.represent(ids, mask, first, last)
        rooted = torch.cat([self.root.expand(word.size(0), 1, -1), word], 1)
        dependent, head = self.drop(F.gelu(self.arc_dependent(word))), self.drop(F.gelu(self.arc_head(rooted)))
        arcs = _with_one(dependent) @ self.arc @ head.transpose(1, 2)
        known = torch.cat([torch.ones_like(words[:, :1]), words], 1)
        arcs = arcs.masked_fill(~known[:, None], -1e4)
        relation_head = _with_one(self.drop(F.gelu(self.relation_head(rooted))))
        relation_dependent = _with_one(self.drop(F.gelu(self.relation_dependent(word))))
        return self.pos(word), self.names(word), self.features(word), arcs, relation_head, relation_dependent

    def relation_scores(self, head: Tensor, dependent: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of each word to its one given head."""
        chosen = torch.gather(head, 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.size(-1)))
        return torch.einsum("bnr,lrq,bnq->bnl", dependent, self.relation, chosen)


class Readout(nn.Module):
    """The trained reader as it is exported: best tags and relations instead of scores, but scores for arcs and names,
    where the decoder has a say (a tree; no I- without its B-)."""

    def __init__(self, reader: Reader, labels: Labels) -> None:
        super().__init__()
        self.reader, self.sizes = reader, [len(v) for v in labels.features.values()]

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """Return pos, features (best class), names, arcs (scores), relations (best class for every possible head)."""
        pos, names, features, arcs, head, dependent = self.reader(ids, mask, first, last, words)
        best = torch.stack([part.argmax(-1) for part in features.split(self.sizes, -1)], -1)
        pairs = torch.einsum("bnr,lrq->bnlq", dependent, self.reader.relation)
        relations = (pairs @ head.transpose(1, 2).unsqueeze(1)).argmax(2)
        return pos.argmax(-1), best, names, torch.log_softmax(arcs, -1), relations
