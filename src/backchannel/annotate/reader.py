"""Run the reader model.

In: sentences as lists of words. Out: a Reading for each. Runs on onnxruntime and numpy; never needs torch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from backchannel.annotate.decode import find_heads, find_names, keep_rules
from backchannel.errors import ModelError

FOLDER = Path(__file__).parent / "model"
MAX_PIECES = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model reads in one sentence, a value for each word.

    `heads` are 1-based within the sentence, 0 is the root; `features` are Universal Features ("Case=Nom|Number=Sing").
    """

    pos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    features: tuple[str, ...]
    names: tuple[str, ...]


class ReaderModel:
    """The model with its tokenizer and labels, loaded once. Raises ModelError if a file is missing or damaged."""

    def __init__(self, folder: Path = FOLDER, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        try:
            self.session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        except Exception as error:
            raise ModelError(
                f"The reader model in {folder} is missing or damaged. Install backchannel again."
            ) from error
        self.names = tuple(self.labels["names"])
        self._special = {name: self.tokenizer.token_to_id(name) or 0 for name in ("<s>", "<pad>", "</s>", "<unk>")}
        self._pieces_of = lru_cache(maxsize=100_000)(self._cut)

    def _cut(self, word: str) -> list[int]:
        return self.tokenizer.encode(word, add_special_tokens=False).ids or [self._special["<unk>"]]

    def read(self, sentences: Sequence[Sequence[str]], batch: int = 32) -> list[Reading]:
        """Read sentences in batches of like length; the readings come back in the order of the sentences."""
        pieces = [[self._pieces_of(word) for word in words] for words in sentences]
        order = sorted(range(len(sentences)), key=lambda i: sum(map(len, pieces[i])))
        readings: dict[int, Reading] = {}
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            readings.update(zip(rows, self._read_batch([pieces[i] for i in rows]), strict=True))
        return [readings[i] for i in range(len(sentences))]

    def _read_batch(self, group: list[list[list[int]]]) -> Iterator[Reading]:
        outputs = self.session.run(None, self._inputs(group))
        pos, features, names, arcs, relations = outputs
        for row, words in enumerate(group):
            n = len(words)
            yield self._reading(
                pos[row, :n], features[row, :n], names[row, :n], arcs[row, :n, : n + 1], relations[row, :n]
            )

    def _inputs(self, group: list[list[list[int]]]) -> dict[str, NDArray[Any]]:
        most = max(len(words) for words in group)
        longest = min(MAX_PIECES, max(sum(map(len, words)) for words in group)) + 2
        ids = np.full((len(group), longest), self._special["<pad>"], np.int64)
        mask = np.zeros((len(group), longest), np.int64)
        first, last = np.zeros((len(group), most), np.int64), np.zeros((len(group), most), np.int64)
        known = np.zeros((len(group), most), bool)
        for row, words in enumerate(group):
            flat = [self._special["<s>"]]
            for i, word in enumerate(words):
                # Beyond the longest input words keep the last place: their reading is poor but nothing is lost.
                first[row, i] = min(len(flat), longest - 2)
                flat += word
                last[row, i] = min(len(flat) - 1, longest - 2)
            flat = [*flat[: longest - 1], self._special["</s>"]]
            ids[row, : len(flat)], mask[row, : len(flat)] = flat, 1
            known[row, : len(words)] = True
        return {"ids": ids, "mask": mask, "first": first, "last": last, "words": known}

    def _reading(self, pos: Any, features: Any, names: Any, arcs: Any, relations: Any) -> Reading:
        tags = find_names(names, self.names)
        heads = find_heads(keep_rules(arcs, relations[:, : arcs.shape[1]], self.labels["relations"], tags))
        return Reading(
            pos=tuple(self.labels["pos"][i] for i in pos),
            heads=tuple(heads),
            relations=tuple(self.labels["relations"][relations[i, head]] for i, head in enumerate(heads)),
            features=tuple(self._features(row) for row in features),
            names=tuple(tags),
        )

    def _features(self, row: Any) -> str:
        values = zip(self.labels["features"].items(), row, strict=True)
        return "|".join(f"{name}={classes[i]}" for (name, classes), i in values if classes[i])
