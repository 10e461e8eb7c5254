"""`backchannel read`, with a pipeline that only says what it was given."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from backchannel.errors import BackchannelError
from backchannel.model import Problem

Run = Callable[..., Any]
BROKEN = Problem("ordner/kaputt.html", "clean", "The page holds no text.")


def summarise(**numbers: Any) -> SimpleNamespace:
    return SimpleNamespace(
        **{"read": 0, "known": 0, "problems": (), "claims": 0, "contacts": 0, "seconds": 0.0, **numbers}
    )


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    def give_summary(summary: Any) -> None:
        def read_paths(paths: Any, ledger: Any, config: Any, progress: Callable[[int, int | None, str], None]) -> Any:
            progress(0, None, "[red]a\x1b")
            progress(1, 2, "b")
            if isinstance(summary, BaseException):
                raise summary
            return summary

        pipeline = ModuleType("backchannel.pipeline")
        pipeline.read_paths = read_paths  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "backchannel.pipeline", pipeline)

    return give_summary


def test_what_was_read_is_one_line(run: Run, give: Callable[[Any], None]) -> None:
    give(summarise(read=12, known=3, claims=27, contacts=11, problems=(BROKEN,)))
    outcome = run("read", "ordner")
    assert outcome.code == 0
    assert outcome.out == "Read 12 articles (3 known already), 27 claims, 11 contacts, 1 problem.\n"
    assert outcome.err == "ordner/kaputt.html: The page holds no text.\n"


def test_one_article_is_one_article(run: Run, give: Callable[[Any], None]) -> None:
    give(summarise(read=1, claims=1, contacts=1))
    assert run("read", "-").out == "Read 1 article, 1 claim, 1 contact, 0 problems.\n"


def test_reading_the_same_again_is_no_failure(run: Run, give: Callable[[Any], None]) -> None:
    give(summarise(known=3))
    assert run("read", "ordner").code == 0


def test_nothing_read_at_all_is_a_failure(run: Run, give: Callable[[Any], None]) -> None:
    give(summarise(problems=(BROKEN,)))
    outcome = run("read", "ordner")
    assert outcome.code == 1
    assert "Nothing could be read." in outcome.err


def test_what_the_user_can_mend_is_one_sentence(run: Run, give: Callable[[Any], None]) -> None:
    give(BackchannelError("There is no file \x1b[31mx.txt. Check its name."))
    outcome = run("read", "x.txt")
    assert (outcome.code, outcome.err) == (1, "backchannel: There is no file [31mx.txt. Check its name.\n")


def test_stopping_is_quiet(run: Run, give: Callable[[Any], None]) -> None:
    give(KeyboardInterrupt())
    outcome = run("read", "ordner")
    assert (outcome.code, outcome.out, outcome.err.strip()) == (130, "", "")


def test_read_without_a_path_is_wrong_usage(run: Run) -> None:
    assert run("read").code == 2
