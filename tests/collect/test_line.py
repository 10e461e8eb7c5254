from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from backchannel.collect import collect_pages
from backchannel.collect.line import read_lines
from backchannel.config import Config
from backchannel.model import Page, Problem


def read(tmp_path: Path, data: bytes | str) -> list[Page | Problem]:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(collect_pages([str(path)]))


def test_all_keys_of_a_line_are_kept_and_unknown_ones_ignored(tmp_path: Path) -> None:
    line = (
        '{"id": "7", "url": "https://a.example/b", "outlet": "A", "title": "T", "byline": "B", "lang": "de",'
        ' "published": "2022-10", "text": "x", "html": "<p>x", "more": []}'
    )
    (page,) = read(tmp_path, line)
    assert page == Page(
        f"{tmp_path}/a.jsonl:1", "7", "https://a.example/b", "A", "T", "B", "de", "2022-10", "x", "<p>x"
    )


def test_numbers_are_taken_for_id_and_date(tmp_path: Path) -> None:
    (page,) = read(tmp_path, '{"id": 7, "published": 2022, "text": "x"}')
    assert isinstance(page, Page)
    assert (page.source_id, page.published) == ("7", "2022")


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[1]",
        '"text"',
        "{}",
        '{"text": null}',
        '{"text": " "}',
        '{"text": 5}',
        '{"text": "x", "url": ["y"]}',
        '{"id": true, "text": "x"}',
        "[" * 100_000,
        '{"id": ' + "1" * 5_000 + "}",
    ],
    ids=range(11),
)
def test_bad_line_is_one_problem_that_names_it_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    problem, page = read(tmp_path, f'{line}\n\n{{"text": "x"}}')
    assert isinstance(problem, Problem)
    assert problem.source.endswith("a.jsonl:1")
    assert problem.message.startswith(problem.source)
    assert problem.message.endswith(".")
    assert page.source.endswith("a.jsonl:3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_lines_are_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    pages = read(tmp_path, '{"text": "Grüße"}\n{"text": "Öl"}\n'.encode(encoding))
    assert [isinstance(page, Page) and page.text for page in pages] == ["Grüße", "Öl"]


def test_what_no_ledger_can_store_is_replaced_one_for_one(tmp_path: Path) -> None:
    (page,) = read(tmp_path, r'{"text": "a\ud800b\u0000c\ud83d\ude00"}')
    assert isinstance(page, Page)
    assert page.text == "a\ufffdb\ufffdc😀"


def test_overlong_line_is_one_problem_and_is_not_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + "x" * 5_000 + '"}\n{"text": "x"}')
    problem, page = collect_pages([str(path)], Config(max_characters=50))
    assert isinstance(problem, Problem)
    assert isinstance(page, Page)


def test_long_text_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + "x" * 60 + '"}')
    (problem,) = collect_pages([str(path)], Config(max_characters=50))
    assert isinstance(problem, Problem)


def test_lines_are_read_as_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "x"}\n' * 100_000)
    with open(path, "rb") as stream:
        pages: Iterator[Page | Problem] = read_lines(stream, "a", Config())
        next(pages)
        assert position(stream) < 100_000


def position(stream: BinaryIO) -> int:
    return stream.seek(0, 1)


def test_file_of_blank_lines_is_one_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "\n" * 3)
    assert isinstance(problem, Problem)
