"""Measure the finding of parents: `python benchmarks/lineage.py [ARTICLES...]`, by default 1,000 and 100,000 there.

In: nothing; texts are made up by chance, always the same. Out: processor seconds of settling one new article, its keys,
looking up, comparing and keeping included, and how much more that is in the largest ledger than in the smallest. Each
new article has half of another's text, an appeal that one article in five ends with, and two actors that one in five
names in the same half-month. The ledgers are filled without reading: most articles have keys made up as well.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from backchannel.ledger import open_ledger
from backchannel.model import Article, Landmark, make_id
from backchannel.settling import settle
from backchannel.weigh import find_story_keys, fingerprint, stand_alone

SIZES = (1_000, 100_000)
NEW = 25
"""How many new articles are settled one by one."""
SENTENCES, WORDS = 20, 15
"""A text's sentences, and the words of one."""
KEYS = 60
"""Keys of such a text."""
HOT = 5
"""One article in so many has the appeal: many more than are near one another in either ledger."""
DAY = "2022-10-21"
SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fast the parent of a new article is found.")
    parser.add_argument("articles", nargs="*", type=int, default=list(SIZES), metavar="ARTICLES")
    options = parser.parse_args()
    print(f"{'articles':>9}{'keys':>10}{'copies found':>14}{'s a new article':>17}")
    costs = []
    for size in sorted(options.articles):
        keys, copies, cost = measure(size)
        costs.append(cost)
        print(f"{size:>9}{keys:>10}{copies:>14}{cost:>17.4f}", flush=True)
    print(f"ratio per new article, largest to smallest: {costs[-1] / costs[0]:.2f}")


def measure(size: int) -> tuple[int, int, float]:
    """Return the keys kept before, the copies found of NEW new articles, and the median seconds of settling one."""
    chance = random.Random(size)
    appeal = make_text(chance, SENTENCES // 2)
    originals = [make_article(make_id("original", at), make_text(chance), f"original {at}") for at in range(NEW)]
    taken = []
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        fill(ledger.path, originals, appeal, size)
        (keys,) = ledger.select("SELECT count(*) FROM passage")[0]
        for at, original in enumerate(originals):
            half = original.text[: len(original.text) // 2]
            text = f"{make_text(chance)} {half}\n\n{appeal}"
            new = make_article(make_id("new", text), text, f"original {at}")
            ledger.add_article(new.id, new, [])
            begin = time.process_time()
            settle(ledger)
            taken.append(time.process_time() - begin)
        return keys, sum(1 for _ in ledger.copies()), statistics.median(taken)


def make_article(id: str, text: str, actor: str) -> Article:
    """Return an article that names two actors many name, and one that few do, in each of its first sentences."""
    keys = ("state RU", "state US", f"name {actor}", "number 40")
    marks = tuple(Landmark(key, at, at, at + 1) for at in range(6) for key in (*keys, f"number {at}"))
    return Article(id, "made up", text, "de", published=DAY, landmarks=marks)


def make_text(chance: random.Random, sentences: int = SENTENCES) -> str:
    """Return sentences of words that are hardly ever the same."""
    return " ".join(" ".join(_make_words(chance)).capitalize() + "." for _ in range(sentences))


def _make_words(chance: random.Random) -> Iterator[str]:
    yield from ("".join(chance.choices(SYLLABLES, k=3)) for _ in range(WORDS))


def fill(path: Path, originals: list[Article], appeal: str, size: int) -> None:
    """Put originals, and others that are `size` together with them, into a ledger as if they were settled."""
    others = [make_id("other", at) for at in range(size - len(originals))]
    other = make_article("?", f"Die Meldung.\n\n{appeal}", "other")
    plain = msgspec.json.encode(other).decode()
    articles = [(each.id, msgspec.json.encode(each).decode()) for each in originals]
    articles += [(id, plain.replace("?", id, 1)) for id in others]
    alone = msgspec.json.encode(stand_alone(other)).decode()
    descents = [(id, alone.replace("?", id, 1)) for id, _ in articles]
    stories = {(key, each.id) for each in originals for key in find_story_keys(each).kept}
    stories |= {(key, id) for id in others[::HOT] for key in find_story_keys(other).kept}
    hot = fingerprint(Article("", "made up", appeal, "de")).tolist()
    passages = [(key, each.id) for each in originals for key in fingerprint(each).tolist()]
    passages += [(key, id) for id in others[::HOT] for key in hot]
    made_up = np.random.default_rng(size).integers(-(2**63), 2**63 - 1, (len(others), KEYS))
    passages += [(key, id) for id, keys in zip(others, made_up.tolist(), strict=True) for key in keys]
    database = sqlite3.connect(path)
    database.execute("PRAGMA cache_size = -1000000")  # a kilobyte each: all of it in memory while it is filled
    with database:
        database.executemany("INSERT INTO article (id, body) VALUES (?, ?)", articles)
        database.executemany("INSERT INTO passage VALUES (?, ?)", sorted(passages))
        database.executemany("INSERT INTO story VALUES (?, ?)", sorted(stories))
        database.executemany("INSERT INTO descent VALUES (?, NULL, ?)", sorted(descents))
        database.execute("INSERT INTO settling SELECT 1, max(seq), 0 FROM article")
    database.close()


if __name__ == "__main__":
    main()
