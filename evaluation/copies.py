"""Score how copied text is found, on copies made of German Wikinews articles: precision, recall and F1 of pairs.

In: ../shared/corpora/quotes. Out: a table, and with --details every pair judged wrongly. Never writes a text down.

    python -m evaluation.copies

A gold pair is an article as it came and a copy made of it. It is found if a ledger that reads all articles says
"copies", "shortens" or "copies in part" of the two. A pair without common text is invented if it is found; two articles
that only quote one statement are such a pair. Thresholds were chosen on the first half of the texts alone; the second
half has other texts, and a ledger of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from backchannel.ledger import open_ledger
from backchannel.model import Overlapping
from backchannel.settling import settle
from evaluation.copying import Made, make_newsroom

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDER = Path("corpora", "quotes")
TEXTS = "wikinews_quotes_{}.jsonl.gz"
SEED = 20221021
WORDS = 60
"""Words of a text at least: half of a shorter one is too short to be told a copy."""
FOUND: tuple[Overlapping, ...] = ("copies", "shortens", "copies in part")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of the made copies: all and found by kind, verdicts on gold pairs by kind, pairs invented."""

    gold: Counter[str]
    found: Counter[str]
    verdicts: dict[str, Counter[str]]
    missed: list[Pair]
    invented: list[Pair]

    @property
    def figures(self) -> tuple[float, float, float]:
        """Return precision, recall and F1."""
        gold, right = self.gold.total(), self.found.total()
        found = right + len(self.invented)
        return right / found if found else 1.0, right / gold if gold else 1.0, 2 * right / max(found + gold, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; exit code 2 if there are no texts."""
    options = parse_arguments(arguments)
    paths = [options.shared / FOLDER / TEXTS.format(split) for split in ("train", "dev")]
    if gone := [path for path in paths if not path.exists()]:
        print(f"There is no {gone[0]}: nothing was measured.", file=sys.stderr)
        return 2
    texts = read_texts(paths)
    for name, half in (("tuned on", texts[::2]), ("held out", texts[1::2])):
        made = make_newsroom(half, random.Random(SEED))
        score = score_pairs(made, judge_pairs(made))
        print(f"{name}: {len(half)} texts, {len(made)} articles, {score.gold.total()} pairs", *draw(score), sep="\n")
        if options.details:
            print(*(f"- {one} | {other}" for one, other in score.missed), sep="\n")
            print(*(f"+ {one} | {other}" for one, other in score.invented), sep="\n")
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.copies", description="Score the finding of copies.")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with corpora (default: ../shared)")
    parser.add_argument("--details", action="store_true", help="show the pairs that are judged wrongly")
    return parser.parse_args(arguments)


def read_texts(paths: Iterable[Path]) -> list[str]:
    """Return the different texts of at least WORDS words, in an order of chance."""
    lines = [line for path in paths for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()]
    texts = dict.fromkeys(json.loads(line)["originalText"] for line in lines)
    kept = [text for text in texts if len(text.split()) >= WORDS]
    random.Random(SEED).shuffle(kept)
    return kept


def judge_pairs(made: Iterable[Made]) -> dict[Pair, Overlapping]:
    """Return what a ledger that reads the articles says of each two of them."""
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for each in made:
            ledger.add_article(each.article.id, each.article, [])
        settle(ledger)
        return {(copy.one, copy.other): copy.overlapping for copy in ledger.copies()}


def score_pairs(made: Sequence[Made], verdicts: Mapping[Pair, Overlapping]) -> Score:
    """Return what was found; pairs of two copies count only where they have no text in common."""
    by_id = {each.article.id: each for each in made}
    score = Score(Counter(), Counter(), defaultdict(Counter), [], [])
    for each in made:
        for origin in sorted(each.origins - {each.article.id}):
            kind = each.kind if origin == min(each.origins) else f"{each.kind}: host"
            pair = min(origin, each.article.id), max(origin, each.article.id)
            verdict = verdicts.get(pair)
            score.gold[kind] += 1
            score.found[kind] += verdict in FOUND
            score.verdicts[kind][verdict or "nothing"] += 1
            if verdict not in FOUND:
                score.missed.append(pair)
    for (one, other), verdict in verdicts.items():
        if verdict in FOUND and not by_id[one].origins & by_id[other].origins:
            score.invented.append((one, other))
    return score


def draw(score: Score) -> Iterable[str]:
    """Yield the lines of a table."""
    for kind, count in sorted(score.gold.items()):
        said = ", ".join(f"{verdict} {times}" for verdict, times in score.verdicts[kind].most_common())
        yield f"  {kind:<28}{score.found[kind] / count:>6.3f}  {said}"
    precision, recall, f1 = score.figures
    yield f"  precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; {len(score.invented)} pairs invented"


if __name__ == "__main__":
    sys.exit(main())
