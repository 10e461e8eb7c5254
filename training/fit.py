"""Fit the reader: rounds over the corpora, a moving average of the weights, a checkpoint and figures after each round."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.batches import NO_GOLD, Batcher
from training.corpora import Corpora, Sentence
from training.measure import Reading, decode
from training.network import Labels, Reader, Readout


@dataclass(frozen=True)
class Recipe:
    """Settings of one phase of training.

    Learning rates are for the encoder and for what is new on top of it; they fall to nothing over `rounds`, of which
    only `stop_after` are run. `english` and `names` sentences of the two large corpora are drawn for each round.
    """

    rounds: int
    stop_after: int
    first_round: int = 0
    english: int = 3200
    names: int = 3400
    batch: int = 16
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warm_up: int = 200
    decay: float = 0.998
    names_weight: float = 1.0
    features_weight: float = 0.3


def loss_of(
    reader: Reader, labels: Labels, inputs: tuple[Tensor, ...], gold: dict[str, Tensor], recipe: Recipe
) -> Tensor:
    """Sum the losses of the layers a batch has gold for."""
    pos, names, features, arcs, head, dependent = reader(*inputs)
    relations = reader.relation_scores(head, dependent, gold["heads"])
    sizes = [len(v) for v in labels.features.values()]
    parts = [
        (pos, gold["pos"], 1.0),
        (arcs, gold["heads"], 1.0),
        (relations, gold["relations"], 1.0),
        (names, gold["names"], recipe.names_weight),
        *((s, gold["features"][..., i], recipe.features_weight) for i, s in enumerate(features.split(sizes, -1))),
    ]
    return sum(
        weight * F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=NO_GOLD)
        for scores, target, weight in parts
        if (target != NO_GOLD).any()
    )


def fit(
    reader: Reader, labels: Labels, batcher: Batcher, corpora: Corpora, recipe: Recipe, out: Path, report
) -> Reader:
    """Train and return the averaged reader; `report(reader, round, seconds)` is called after each round."""
    reader.encoder.embeddings.word_embeddings.weight.requires_grad = False
    average = copy.deepcopy(reader).eval()
    encoder = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    rest = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": rest, "lr": recipe.head_rate}], weight_decay=0.01
    )
    drawn = partial(corpora.draw_round, english=recipe.english, names=recipe.names)
    steps = recipe.rounds * math.ceil(len(drawn(0)) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1, (k + 1) / recipe.warm_up) * max(0.0, (steps - k) / steps)
    )
    begin, step = time.time(), 0
    for number in range(recipe.first_round, recipe.first_round + recipe.stop_after):
        reader.train()
        for inputs, gold, _ in batcher.batches(drawn(number), recipe.batch, random.Random(number)):
            loss = loss_of(reader, labels, inputs, gold, recipe)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            move_average(average, reader, min(recipe.decay, step / (step + 10)))
            if step % 100 == 0:
                print(f"step {step}/{steps} loss {loss.item():.3f} {time.time() - begin:.0f} s", flush=True)
        torch.save(average.state_dict(), out / "reader.pt")
        report(average, number, time.time() - begin)
    return average


@torch.no_grad()
def move_average(average: Reader, reader: Reader, keep: float) -> None:
    """Move the averaged weights towards the current ones."""
    for ours, theirs in zip(average.parameters(), reader.parameters()):
        if theirs.requires_grad:
            ours.lerp_(theirs, 1 - keep)


@torch.no_grad()
def read_with_torch(
    reader: Reader, labels: Labels, batcher: Batcher, sentences: list[Sentence]
) -> Iterable[tuple[Sentence, Reading]]:
    """Yield each sentence with its reading by the torch model."""
    readout = Readout(reader, labels).eval()
    for inputs, _, group in batcher.batches(sentences, 32, None):
        pos, _, names, arcs, relations = (x.numpy() for x in readout(*inputs))
        for row, sentence in enumerate(group):
            n = len(sentence.words)
            yield sentence, decode(pos[row, :n], names[row, :n], arcs[row, :n, : n + 1], relations[row, :n], labels)
