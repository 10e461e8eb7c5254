"""The parts of the table: each reads one gold file, and the articles it speaks of, into a Part.

Takes the folders, gives parts, or says in a word why a part is left out. Never runs backchannel.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.model import Part
from evaluation.parts.articles import load_articles
from evaluation.parts.examples import load_examples
from evaluation.parts.stories import GROUPS, load_story_group
from evaluation.parts.wikinews import load_wikinews

ROOT = Path(__file__).resolve().parents[2]
DEV = frozenset({"wikinews-dev"})
GOLD = ("wikinews-dev", *GROUPS)
"""Parts no rule was written for: what targets are set on, taken together."""

Loader = Callable[[Path, bool], Part]


def _group_loader(group: str) -> Loader:
    return lambda shared, _: load_story_group(shared / "gold" / "stories", group)


LOADERS: dict[str, Loader] = {
    "articles": lambda shared, _: load_articles(shared / "articles"),
    "wikinews-train": lambda shared, has_dates: load_wikinews(shared, "train", has_dates),
    "wikinews-dev": lambda shared, has_dates: load_wikinews(shared, "dev", has_dates),
    **{group: _group_loader(group) for group in GROUPS},
    "examples": lambda *_: load_examples(ROOT / "examples", ROOT / "evaluation" / "gold" / "examples.yaml"),
}


def load_part(name: str, shared: Path, has_dates: bool = True) -> Part | str:
    """Return the part, or the sentence that says why it is skipped. `has_dates` off: Wikinews without file dates."""
    try:
        return LOADERS[name](shared, has_dates)
    except FileNotFoundError as error:
        return f"{name} is skipped: {error.filename} is missing."
