"""A command line in a folder of its own, with the story that tests/show tells as its ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from backchannel.cli import run_command

sys.path.append(str(Path(__file__).parents[1] / "show"))


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BACKCHANNEL_LEDGER", raising=False)

    def run_words(*words: str) -> Outcome:
        code = run_command(words)
        return Outcome(code, *capsys.readouterr())

    return run_words


@pytest.fixture
def story(tmp_path: Path) -> Path:
    from told_story import tell_story

    tell_story(tmp_path / "backchannel.db").close()
    return tmp_path / "backchannel.db"
