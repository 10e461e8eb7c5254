"""Write the trained reader as the files the product ships: model.onnx, tokenizer.json, labels.json.

Weights are stored as 8-bit integers with a scale per output row and widened to float32 when the model is loaded: a
quarter of the size, the speed and nearly the exact scores of float32.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import Labels, Reader, Readout

INPUTS = ("ids", "mask", "first", "last", "words")
OUTPUTS = ("pos", "features", "names", "arcs", "relations")


def to_int8(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return integers and scales with `integers * scales` nearest to `weight`, one scale a row."""
    scale = (weight.abs().amax(-1, keepdim=True) / 127).clamp(min=1e-12)
    return (weight / scale).round().clamp(-127, 127).to(torch.int8), scale


class Linear8(nn.Module):
    """A linear layer that keeps its weight as 8-bit integers."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight, scale = to_int8(linear.weight.data)
        self.register_buffer("weight", weight)
        self.register_buffer("scale", scale)
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        """Compute x W' + b."""
        return nn.functional.linear(x, self.weight.to(torch.float32) * self.scale, self.bias)


class Embedding8(nn.Module):
    """An embedding table of 8-bit rows, widened row by row as they are looked up."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight, scale = to_int8(embedding.weight.data)
        self.register_buffer("weight", weight)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Look up rows."""
        return self.weight[ids].to(torch.float32) * self.scale[ids]


def shrink(module: nn.Module) -> None:
    """Replace every large linear layer and the word embeddings, in place, by their 8-bit forms."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear) and child.weight.numel() > 50_000:
            setattr(module, name, Linear8(child))
        elif isinstance(child, nn.Embedding) and child.num_embeddings > 10_000:
            setattr(module, name, Embedding8(child))
        else:
            shrink(child)


def export(reader: Reader, labels: Labels, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the shipped files into `folder`. The reader is changed to 8 bits on the way."""
    folder.mkdir(parents=True, exist_ok=True)
    reader.encoder.config._attn_implementation = "eager"
    shrink(reader)
    readout = Readout(reader, labels).eval()
    example = (
        torch.tensor([[0, 7, 8, 2], [0, 9, 2, 1]]),
        torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]),
        torch.tensor([[1, 2], [1, 0]]),
        torch.tensor([[1, 2], [1, 0]]),
        torch.tensor([[True, True], [True, False]]),
    )
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    torch.onnx.export(
        readout,
        example,
        str(folder / "model.onnx"),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys(INPUTS[:2], pieces) | dict.fromkeys((*INPUTS[2:], *OUTPUTS), words),
        opset_version=17,
        do_constant_folding=False,
        dynamo=False,
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")
