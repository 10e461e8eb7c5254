"""Measure the shipped model and write its card and figures.

In: the exported model and the corpora to measure on. Out: training/figures.json and the model's CARD.md.
Measures what ships: the ONNX file read by the product's own code; torch only to see that both agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from backchannel.annotate.reader import ReaderModel
from training.corpora import Sentence
from training.measure import Read, Reading, score_names, score_trees

FIGURES = Path(__file__).parent / "figures.json"
LEAST_AGREEMENT = 0.995

CARD = """# The reader model

One small multilingual model that gives each word of a German or English sentence its part of speech, some features
(case, gender, mood, number, person, tense, verb form), its head and relation in a Universal Dependencies tree, and names
(PER, LOC, ORG, OTH; DERIV for words made from place names, PART for words that hold a name). Made by `python -m training`.

- **From**: multilingual-e5-small (MIT licence), twelve layers, vocabulary cut to {pieces} pieces of Latin and Cyrillic script.
- **On top**: a biaffine parser and linear tag heads, on the first and last piece of each word, over a mixture of the last
  four layers. Decoded to a tree with one root (Chu-Liu-Edmonds) and to consistent names (Viterbi).
- **Stored**: weights as 8-bit integers with a scale per row, widened to float32 when loaded; {megabytes:.0f} MB. Runs on onnxruntime.

## Trained on

| corpus | licence |
|---|---|
| UD German GSD (dev part), UD English EWT (train part) | CC BY-SA 4.0 |
| UD German PUD, UD English PUD | CC BY-SA 3.0 |
| GermEval 2014 (test part) | CC BY 4.0 |
| UNER German PUD | CC BY-SA 3.0 |
| our own hand-parsed sentences, `training/sentences` | as the project |

The weights are a work made from these and are given under CC BY-SA 4.0.

## Figures

On parts of the corpora it was not trained on: UD German GSD test, UD English EWT test (words given; relations without
subtypes, as in the CoNLL 2018 task), GermEval dev (outer level, exact spans; PER, LOC and ORG together).

{table}

The ONNX file and the torch model give the same part of speech to {pos:.2%} of the words, the same head to {heads:.2%},
the same relation to {relations:.2%}, the same name tag to {names:.2%} (UD German GSD test).

## Limits

Trained on some 1,800 German sentences with trees: rare constructions, very long sentences and broken machine translation
are read less well. Names in English were never trained on, only carried over from German. It knows nothing of the world
beyond what the encoder learnt.
"""


def read_with_product(model: ReaderModel, sentences: list[Sentence]) -> Iterable[tuple[Sentence, Reading]]:
    """Yield each sentence with its reading by the shipped model."""
    readings = model.read([list(sentence.words) for sentence in sentences])
    for sentence, r in zip(sentences, readings, strict=True):
        yield sentence, (list(r.pos), list(r.heads), list(r.relations), list(r.names))


def measure_agreement(ours: Read, theirs: Read, sentences: list[Sentence]) -> dict[str, float]:
    """Return the share of words on which two readers agree, for each layer."""
    known = dict(theirs(sentences))
    same, total = [0, 0, 0, 0], 0
    for sentence, reading in ours(sentences):
        total += len(sentence.words)
        for layer in range(4):
            same[layer] += sum(a == b for a, b in zip(reading[layer], known[sentence][layer], strict=True))
    return {name: same[i] / total for i, name in enumerate(("pos", "heads", "relations", "names"))}


def write_card(folder: Path, torch_read: Read, trees: dict[str, list[Sentence]], names: list[Sentence]) -> None:
    """Measure the model in `folder` and write figures.json and CARD.md; raise if ONNX and torch disagree."""
    model = ReaderModel(folder)

    def read(sentences: list[Sentence]) -> Iterable[tuple[Sentence, Reading]]:
        return read_with_product(model, sentences)

    figures: dict[str, dict[str, float]] = {name: asdict(score_trees(read, part)) for name, part in trees.items()}
    figures["germeval_dev"] = score_names(read, names)
    agreement = measure_agreement(read, torch_read, trees["de_gsd_test"])
    FIGURES.write_text(json.dumps(figures | {"onnx_and_torch": agreement}, indent=1) + "\n", encoding="utf-8")
    table = "\n".join(
        f"| {corpus} | {measure} | {value:.3f} |" for corpus, part in figures.items() for measure, value in part.items()
    )
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    text = CARD.format(
        pieces=model.tokenizer.get_vocab_size(),
        megabytes=size,
        table=f"| corpus | measure | value |\n|---|---|---|\n{table}",
        **agreement,
    )
    (folder / "CARD.md").write_text(text, encoding="utf-8")
    if agreement["pos"] < LEAST_AGREEMENT:
        raise SystemExit(f"ONNX and torch agree on {agreement['pos']:.2%} of the tags only; see {FIGURES}.")
