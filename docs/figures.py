"""Write the figures in README.md: `python docs/figures.py`, or with --check only compare.

In: training/figures.json, which training writes, evaluation/floors.toml, which scoring writes. Out: the page's part.
Never holds a figure itself.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from parts import update_page

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MODEL = ROOT / "training" / "figures.json"
FLOORS = ROOT / "evaluation" / "floors.toml"
PUBLIC = ROOT / "evaluation" / "public.json"
CORPORA = {
    "de_gsd_test": "German: UD GSD, test",
    "en_ewt_test": "English: UD EWT, test",
    "germeval_dev": "German names: GermEval, dev",
    "onnx_and_torch": "the shipped file and the trained model agree",
}
MEASURES = {
    "upos": "parts of speech",
    "pos": "parts of speech",
    "heads": "heads",
    "relations": "relations",
    "names": "names",
    "uas": "heads",
    "las": "heads and relations",
    "all": "names, exact",
    "PER": "persons",
    "LOC": "places",
    "ORG": "organisations",
}
COLUMNS = {
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "kind": "kind",
    "status": "status",
    "date": "date",
    "parties_precision": "who, precision",
    "parties_recall": "who, recall",
}


def write_figures(model: Path = MODEL, floors: Path = FLOORS, public: Path = PUBLIC) -> str:
    """Return the figures as Markdown: the reader model, finding contacts, and what public corpora measure."""
    parts = [*_model_lines(_read_model(model)), "", *_floor_lines(_read_floors(floors))]
    parts += ["", *_public_lines(_read_model(public))]
    return "\n".join(parts).strip()


def _read_model(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _read_floors(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _model_lines(figures: Mapping[str, Any]) -> Iterator[str]:
    groups = {name: group for name, group in figures.items() if isinstance(group, dict)}
    if not groups:
        yield "The reader model has not been measured yet; `make train` measures it."
        return
    yield "The reader model, on text it was not trained on (measured by `make train`):"
    yield ""
    yield from _table(("measured on", "what", "right"), list(_model_rows(groups)))


def _model_rows(groups: Mapping[str, Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    for name, group in groups.items():
        for measure, value in group.items():
            if isinstance(value, int | float):
                yield CORPORA.get(name, name), MEASURES.get(measure, measure), f"{100 * value:.1f} %"


def _floor_lines(floors: Mapping[str, Any]) -> Iterator[str]:
    if not floors:
        yield "Finding contacts has not been measured yet; `make score` measures it."
        return
    yield "Finding contacts, against what people wrote down: `make score` measures it and fails if a figure sinks;"
    yield "[evaluation/README.md](evaluation/README.md) says what each is."
    yield ""
    columns = [name for name in COLUMNS if any(name in part["figures"] for part in floors.values())]
    rows = [[name, *(_figure(part["figures"].get(key)) for key in columns)] for name, part in floors.items()]
    yield from _table(["articles", *(COLUMNS[name] for name in columns)], rows)


def _public_lines(figures: Mapping[str, Any]) -> Iterator[str]:
    if not figures:
        yield "Times and quotations have not been measured yet; `python -m evaluation.public` measures them."
        return
    yield "Times and quotations, F1 on what others annotated, and for English times on a gold of our own"
    yield "(`python -m evaluation.public`; definitions in evaluation/krauts.py, times.py and quotes.py):"
    yield ""
    rows = [(name, what, _figure(value)) for name, group in figures.items() for what, value in group.items()]
    yield from _table(("corpus", "what", "F1"), rows)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    sys.exit(update_page(README, {"figures": write_figures()}, "python docs/figures.py"))
