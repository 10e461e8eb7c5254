"""python -m evaluation: score backchannel on gold, print the table, hold the figures against the floors.

Exit code 0 if no figure is below its floor, 1 if one is or if what was measured on has changed, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.floors import digest_part, find_faults, find_sunk, raise_floor, read_floors, write_floors
from evaluation.model import Case, Part, Record
from evaluation.parts import DEV, LOADERS, ROOT, load_part
from evaluation.reading import read_case
from evaluation.score import Reader, Score, score_part
from evaluation.table import draw_details, draw_table

FLOORS = Path(__file__).resolve().parent / "floors.toml"


def main(arguments: Sequence[str] | None = None, read: Reader = read_case, floors: Path = FLOORS) -> int:
    """Score the parts asked for and return the exit code. `read` and `floors` are there for tests."""
    options = parse_arguments(arguments)
    parts = load_parts(options.part or list(LOADERS), options.shared, not options.undated)
    scores = [score_part(part, say_progress(part, read)) for part in parts]
    if options.json:
        print(json.dumps(list_figures(scores), indent=1))
    else:
        print("\n".join(draw_table(scores)))
    if options.details:
        show_details(scores, options.show_dev)
    if options.undated:
        print("Read without dates: not held against the floors.", file=sys.stderr)
        return 0
    return hold_floors(parts, scores, floors, options.update_floors, options.lower)


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options; wrong ones end the program with exit code 2."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Score backchannel on gold.")
    parser.add_argument("--part", nargs="+", choices=list(LOADERS), metavar="NAME", help=", ".join(LOADERS))
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder with gold and corpora")
    parser.add_argument("--details", action="store_true", help="show what is matched, missed and invented")
    parser.add_argument("--show-dev", action="store_true", help="with --details: of the dev parts too")
    parser.add_argument("--undated", action="store_true", help="read Wikinews without dates; floors are not looked at")
    parser.add_argument("--update-floors", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--lower", metavar="REASON", help="with --update-floors: lower floors, and write down why")
    parser.add_argument("--json", action="store_true", help="print figures and counts as JSON")
    options = parser.parse_args(arguments)
    if options.lower is not None and not (options.update_floors and options.lower.strip()):
        parser.error("--lower wants a reason, and --update-floors.")
    if options.undated and options.update_floors:
        parser.error("floors are those of the dated run; leave --undated out.")
    return options


def load_parts(names: Sequence[str], shared: Path, has_dates: bool) -> list[Part]:
    """Return the parts that can be loaded, and say which are skipped."""
    parts = []
    for name in names:
        part = load_part(name, shared, has_dates)
        if isinstance(part, str):
            print(part, file=sys.stderr)
        else:
            parts.append(part)
    return parts


def say_progress(part: Part, read: Reader) -> Reader:
    """Return a reader that writes to standard error how far it is."""
    total, started, done = len(part.cases) + len(part.groups), time.monotonic(), 0

    def read_and_say(case: Case) -> Record:
        nonlocal done
        record, done = read(case), done + 1
        if sys.stderr.isatty() or done == total:
            end = "\n" if done == total else ""
            print(f"\r{part.name}: {done} of {total}, {time.monotonic() - started:.0f} s", end=end, file=sys.stderr)
        return record

    return read_and_say


def list_figures(scores: Sequence[Score]) -> dict[str, dict[str, object]]:
    """Return figures and counts by part."""
    return {score.name: {"figures": score.figures, "counts": dict(score.counts)} for score in scores}


def show_details(scores: Sequence[Score], has_dev: bool) -> None:
    """Print the cases of every part; dev is to be looked at rarely, so only when asked for."""
    for score in scores:
        if score.name in DEV and not has_dev:
            print(f"\n{score.name}: not shown, so that nobody tunes to it. --show-dev shows it.")
        else:
            print(f"\n#### {score.name}", *draw_details(score.cases), sep="\n")


def hold_floors(
    parts: Sequence[Part], scores: Sequence[Score], path: Path, has_update: bool, reason: str | None
) -> int:
    """Compare with the floors, or raise them; print what is wrong and return the exit code."""
    floors, faults = read_floors(path), []
    for part, score in zip(parts, scores, strict=True):
        floor, digest = floors.get(part.name), digest_part(part)
        if has_update:
            faults += (
                [f"{part.name}: {sunk}" for sunk in find_sunk(score.figures, floor)] if floor and not reason else []
            )
            floors[part.name] = raise_floor(score.figures, digest, floor, reason)
        elif floor is None:
            print(f"{part.name} has no floor yet; --update-floors sets it.", file=sys.stderr)
        else:
            faults += find_faults(part.name, score.figures, digest, floor)
    if has_update:
        write_floors(path, floors)
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
