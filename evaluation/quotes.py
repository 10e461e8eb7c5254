"""Measure quotation attribution against German Wikinews articles annotated by others.

In: the folder with the corpora. Out: two figures, with recall by type and figures by role. Never keeps a sentence of
the corpus, nor shows one of its dev part.

a) Quotations: gold is every annotation that has a quote; found is every Quotation that has content. The two may be
   paired, one to one (the best assignment), if their contents share a character and their speakers do; a gold one
   whose speaker the annotators left empty asks for the content alone. F1 = 2 * pairs / (gold + found).
b) Tokens: for each role (quote, speaker, cue) the set of (article, token) that lie in a span of that role, gold and
   found, with the corpus' own tokens; micro-averaged over all articles and the three roles. Where a speech act is
   only reported ("X demanded money") the annotators mark the whole clause as the quote and no cue: so a found cue
   that lies within the content of its own quotation is not counted.

The annotation is CC BY-NC-SA: measure with it, copy nothing.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from backchannel.annotate import Annotator
from backchannel.annotate.sentences import tokenizer_for
from backchannel.extract.quote import Quotation, find_quotations
from evaluation.assignment import assign_best

ROLES = ("quote", "speaker", "cue")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters of a quotation, gold or found."""

    quote: Spans
    speaker: Spans
    cue: Spans
    type: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over articles."""

    gold: int = 0
    found: int = 0
    pairs: int = 0
    types: Counter[str] = field(default_factory=Counter)
    paired_types: Counter[str] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Sequence[Quote], found: Sequence[Quote], pairs: Iterable[tuple[int, int]]) -> None:
        """Count the quotations of one article."""
        hits = list(pairs)
        self.gold, self.found, self.pairs = self.gold + len(gold), self.found + len(found), self.pairs + len(hits)
        self.types.update(quote.type for quote in gold)
        self.paired_types.update(gold[row].type for row, _ in hits)

    def add_tokens(self, tokens: Spans, gold: Sequence[Quote], found: Sequence[Quote]) -> None:
        """Count the tokens of one article by role."""
        for role in ROLES:
            right, ours = covered(tokens, gold, role), covered(tokens, found, role)
            self.tokens += Counter(
                {
                    (role, "gold"): len(right),
                    (role, "found"): len(ours),
                    (role, "both"): len(right & ours),
                }
            )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.quotes", description="Score quotation attribution.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--details", action="store_true", help="show what is missed and invented; of train only")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second article of the part")
    parser.add_argument("--cache", type=Path, help="a folder that keeps parses between runs")
    options = parser.parse_args()
    if options.details and options.part == "dev":
        parser.error("details are for the train part; the dev part is to stay unseen.")
    tally = score_part(options.shared, options.part, options.half, options.cache, has_details=options.details)
    print("\n".join(draw(tally)))


def measure(shared: Path, part: str, cache: Path | None = None) -> dict[str, float]:
    """Return the two figures of a part: F1 of quotations, and of tokens over the three roles."""
    tally = score_part(shared, part, None, cache)
    sums = {side: sum(tally.tokens[role, side] for role in ROLES) for side in ("gold", "found", "both")}
    return {
        "speaker and content": round(2 * tally.pairs / max(1, tally.gold + tally.found), 3),
        "tokens": round(2 * sums["both"] / max(1, sums["gold"] + sums["found"]), 3),
    }


def score_part(shared: Path, part: str, half: str | None, cache: Path | None, *, has_details: bool = False) -> Tally:
    """Count over the articles of a part; with details print what is paired, missed and invented."""
    tally = Tally()
    for article in read_corpus(shared, part, half):
        text, gold = article["originalText"], read_gold(article)
        found = [describe(q, doc) for doc in [parse(text, cache)] for q in find_quotations(doc, "de")]
        found = [quote for quote in found if quote.quote]
        pairs = pair(gold, found)
        tally.add(gold, found, pairs)
        tally.add_tokens(tuple((t["charBegin"], t["charEnd"]) for t in article["tokens"]), gold, found)
        if has_details:
            print("\n".join([f"===== {article['documentName']}", *list_errors(text, gold, found, pairs)]))
    return tally


def read_corpus(shared: Path, part: str, half: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the articles of a part, or of its even or odd half."""
    with gzip.open(shared / "corpora" / "quotes" / f"wikinews_quotes_{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if half is None or number % 2 == (half == "odd"):
                yield json.loads(line)


def read_gold(article: dict[str, Any]) -> list[Quote]:
    """Return the annotations of an article that have a quote."""
    quotes = [
        Quote(_spans(a["quote"]), _spans(a["speaker"]), _spans(a["cue"]), a["type"]) for a in article["annotations"]
    ]
    return [quote for quote in quotes if quote.quote]


def _spans(role: dict[str, Any]) -> Spans:
    return tuple((span["charBegin"], span["charEnd"]) for span in role["spans"])


@cache
def annotator() -> Annotator:
    """Return the annotator, loaded when the first text needs it."""
    return Annotator(threads=1)


def parse(text: str, folder: Path | None) -> Doc:
    """Return the parse of a text, from `folder` if it lies there."""
    if folder is None:
        return annotator().annotate(text, "de")
    model = next(iter(Path(annotator_folder()).glob("model.onnx"))).stat().st_size
    file = folder / hashlib.sha256(f"{model}de{text}".encode()).hexdigest()[:24]
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(annotator().annotate(text, "de").to_bytes())
    return Doc(tokenizer_for("de").vocab).from_bytes(file.read_bytes())


def annotator_folder() -> Path:
    """Return where the model lies."""
    import backchannel.annotate

    return Path(backchannel.annotate.__file__).parent / "model"


def describe(quotation: Quotation, doc: Doc) -> Quote:
    """Return the characters of a found quotation."""

    def characters(*spans: tuple[int, int] | None) -> Spans:
        return tuple((doc[s[0]].idx, doc[s[1] - 1].idx + len(doc[s[1] - 1])) for s in spans if s)

    quote, cue = characters(*quotation.parts), characters(*quotation.cue_parts)
    inside = all(any(start <= left and right <= end for start, end in quote) for left, right in cue)
    return Quote(quote, characters(quotation.speaker), () if inside else cue, quotation.kind)


def pair(gold: Sequence[Quote], found: Sequence[Quote]) -> list[tuple[int, int]]:
    """Return the best one-to-one pairs of gold and found quotations whose contents and speakers overlap."""
    return assign_best([[_gain(right, ours) for ours in found] for right in gold])


def _gain(gold: Quote, found: Quote) -> float:
    shared = overlap(gold.quote, found.quote)
    if not shared or (gold.speaker and not overlap(gold.speaker, found.speaker)):
        return 0.0
    return 1.0 + shared / (_length(gold.quote) + _length(found.quote))


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def overlap(left: Spans, right: Spans) -> int:
    """Return how many characters two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def covered(tokens: Spans, quotes: Sequence[Quote], role: str) -> set[int]:
    """Return the numbers of the tokens that lie in a span of a role."""
    spans = [span for quote in quotes for span in getattr(quote, role)]
    return {i for i, token in enumerate(tokens) if any(s < token[1] and token[0] < e for s, e in spans)}


def draw(tally: Tally) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':<24}{'gold':>7}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}"
    yield _row("a) quotations", tally.gold, tally.found, tally.pairs)
    for kind, count in tally.types.most_common():
        yield f"   {kind:<21}{count:>7}{'':>14}{tally.paired_types[kind] / count:>7.3f}"
    sums = {side: sum(tally.tokens[role, side] for role in ROLES) for side in ("gold", "found", "both")}
    yield _row("b) tokens", sums["gold"], sums["found"], sums["both"])
    for role in ROLES:
        yield _row(f"   {role}", *(tally.tokens[role, side] for side in ("gold", "found", "both")))


def _row(name: str, gold: int, found: int, both: int) -> str:
    precision, recall, f1 = both / max(1, found), both / max(1, gold), 2 * both / max(1, gold + found)
    return f"{name:<24}{gold:>7}{found:>7}{precision:>7.3f}{recall:>7.3f}{f1:>7.3f}"


def list_errors(
    text: str, gold: Sequence[Quote], found: Sequence[Quote], pairs: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Yield a line for each quotation, whether paired, missed or invented."""
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, column in pairs:
        yield f"  = {_show(text, gold[row])}\n    {_show(text, found[column])}"
    yield from (f"  - {_show(text, quote)}" for i, quote in enumerate(gold) if i not in rows)
    yield from (f"  + {_show(text, quote)}" for i, quote in enumerate(found) if i not in columns)


def _show(text: str, quote: Quote) -> str:
    roles = [" … ".join(text[start:end] for start, end in getattr(quote, role)) for role in reversed(ROLES)]
    return f"{quote.type}: " + " | ".join(roles).replace("\n", " ")


if __name__ == "__main__":
    main()
