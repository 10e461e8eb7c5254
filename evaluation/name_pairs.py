"""Score the comparison of names on pairs that people judged: precision, recall and F1 of "one person".

In: evaluation/gold/name_pairs.tsv with the columns left, right, same (yes or no) and note. Out: a table, and with
--details every pair judged wrongly. Never counts "unsure" as "same".

    python -m evaluation.name_pairs
    python -m evaluation.name_pairs --against nomenklatura

The second line measures nomenklatura's matcher logic-v2 on the same pairs, each name as the only property of a Person:
at the threshold that is best for it on these very pairs, and at the one where its precision is at least ours. It needs
nomenklatura, which backchannel does not: PyICU is built on the way (apt-get install libicu-dev pkg-config g++).

    python -m venv /tmp/nomenklatura && /tmp/nomenklatura/bin/pip install nomenklatura rapidfuzz
    PYTHONPATH=src:. /tmp/nomenklatura/bin/python -m evaluation.name_pairs --against nomenklatura
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from backchannel.lang.names import compare_names

GOLD = Path(__file__).resolve().parent / "gold" / "name_pairs.tsv"
Scorer = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, and whether people say they are one person's."""

    left: str
    right: str
    is_same: bool
    note: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Precision, recall and F1 of the pairs called the same."""

    precision: float
    recall: float
    f1: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; exit code 2 if there is no gold."""
    options = parse_arguments(arguments)
    if not options.gold.exists():
        print(f"There is no {options.gold}.", file=sys.stderr)
        return 2
    pairs = read_pairs(options.gold)
    started = time.perf_counter()
    verdicts = [compare_names(pair.left, pair.right).verdict == "same" for pair in pairs]
    taken = time.perf_counter() - started
    ours = measure(pairs, verdicts)
    print(f"{len(pairs)} pairs, {sum(pair.is_same for pair in pairs)} of them the same, {taken:.1f} s")
    print(f"{'':<40}{'prec':>7}{'rec':>7}{'F1':>7}")
    print(draw_row("backchannel", ours))
    if options.details:
        print(*list_mistakes(pairs, verdicts), sep="\n")
    if options.against:
        show_other(pairs, ours, score_by_nomenklatura())
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.name_pairs", description="Score names on gold.")
    parser.add_argument("--gold", type=Path, default=GOLD, help="a table with left, right, same and note")
    parser.add_argument("--against", choices=["nomenklatura"], help="measure another matcher on the same pairs")
    parser.add_argument("--details", action="store_true", help="show the pairs that are judged wrongly, with reasons")
    return parser.parse_args(arguments)


def read_pairs(path: Path) -> list[NamePair]:
    """Return the pairs of a table; lines that begin with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [NamePair(row["left"], row["right"], row["same"].strip() == "yes", row.get("note") or "") for row in rows]


def measure(pairs: Sequence[NamePair], verdicts: Sequence[bool]) -> Measured:
    """Return the figures of the verdicts "same"."""
    right = sum(pair.is_same and verdict for pair, verdict in zip(pairs, verdicts, strict=True))
    found, gold = sum(verdicts), sum(pair.is_same for pair in pairs)
    f1 = 2 * right / (found + gold) if found + gold else 1.0
    return Measured(right / found if found else 1.0, right / gold if gold else 1.0, f1)


def list_mistakes(pairs: Sequence[NamePair], verdicts: Sequence[bool]) -> Iterable[str]:
    """Yield a line for each pair called the same wrongly (+) and each one missed (-)."""
    for pair, verdict in zip(pairs, verdicts, strict=True):
        if verdict != pair.is_same:
            found = compare_names(pair.left, pair.right)
            yield f"{'+' if verdict else '-'} {pair.left} | {pair.right} | {found.verdict}: {', '.join(found.reasons)}"


def draw_row(name: str, measured: Measured) -> str:
    """Return a line of the table."""
    return f"{name:<40}{measured.precision:>7.3f}{measured.recall:>7.3f}{measured.f1:>7.3f}"


def show_other(pairs: Sequence[NamePair], ours: Measured, score: Scorer) -> None:
    """Print another matcher's figures at its best threshold, and at the lowest where it is as precise as we are."""
    scores = [score(pair.left, pair.right) for pair in pairs]
    measured = [(level, measure(pairs, [s >= level for s in scores])) for level in sorted(set(scores))]
    level, best = max(measured, key=lambda each: each[1].f1)
    print(draw_row(f"logic-v2 from {level:.3f}, its best", best))
    precise = [each for each in measured if each[1].precision >= ours.precision]
    if precise:
        level, alike = max(precise, key=lambda each: each[1].recall)
        print(draw_row(f"logic-v2 from {level:.3f}, as precise", alike))
    else:
        print("logic-v2 is nowhere as precise.")


def score_by_nomenklatura() -> Scorer:
    """Return logic-v2 as a function of two names. Ids differ from pair to pair, for it keeps results by id."""
    algorithm = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    model = import_module("followthemoney").model
    config = algorithm.default_config()
    made = 0

    def make_person(name: str) -> object:
        nonlocal made
        made += 1
        person = model.make_entity("Person")
        person.id = f"person-{made}"
        person.add("name", name)
        return person

    return lambda left, right: float(algorithm.compare(make_person(left), make_person(right), config).score)


if __name__ == "__main__":
    sys.exit(main())
