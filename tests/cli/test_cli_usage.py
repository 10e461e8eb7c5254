"""The command line as a whole: help, wrong usage, speed, pipes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backchannel import __version__
from backchannel.cli import COMMANDS

Run = Callable[..., Any]
HEAVY = ("backchannel.pipeline", "backchannel.ledger", "backchannel.show", "rich", "jinja2", "babel", "spacy", "numpy")


def test_help_fits_one_screen(run: Run) -> None:
    lines = run("--help").out.splitlines()
    assert len(lines) <= 24
    assert max(len(line) for line in lines) <= 80


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_each_help_fits_one_screen_and_ends_in_an_example(run: Run, command: str) -> None:
    lines = run(command, "--help").out.splitlines()
    assert len(lines) <= 24
    assert max(len(line) for line in lines) <= 80
    assert lines[-1].startswith(f"  Example: backchannel {command}")


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"backchannel {__version__}\n"


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("contacts", "--kind", "dinner"), ("contacts", "--since", "gestern"), ("why",)]
)
def test_wrong_usage_is_two(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert "Error: " in outcome.err


def test_starting_imports_nothing_heavy() -> None:
    code = f"import sys, backchannel.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("command", ["contacts", "export"])
def test_a_closed_pipe_is_quiet(story: Path, command: str) -> None:
    words = [sys.executable, "-m", "backchannel", "--ledger", str(story), command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_without_unicode_gets_signs_in_its_place(story: Path) -> None:
    words = [sys.executable, "-m", "backchannel", "--ledger", str(story), "contacts"]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)}
    shown = subprocess.run(words, capture_output=True, check=True, env=environment).stdout
    assert b"\\u2194" in shown
