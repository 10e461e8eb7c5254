import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.collect import collect_pages
from backchannel.collect.decode import decode_bytes
from backchannel.config import Config
from backchannel.model import Page, Problem

TEXT = "Der Außenminister traf in Genf seinen Amtskollegen – „lange“, wie es hieß.\r\nZweite Zeile.\n"


def read(*paths: Path | str, config: Config | None = None) -> list[Page | Problem]:
    return list(collect_pages([str(path) for path in paths], config))


def only_page(*paths: Path | str) -> Page:
    (page,) = read(*paths)
    assert isinstance(page, Page)
    return page


def only_problem(*paths: Path | str, config: Config | None = None) -> Problem:
    (problem,) = read(*paths, config=config)
    assert isinstance(problem, Problem)
    assert problem.step == "collect"
    assert problem.message.endswith(".")
    return problem


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be with mark", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_text_is_read_in_every_usual_encoding_and_no_character_changes(tmp_path: Path, data: bytes) -> None:
    assert only_page(write(tmp_path / "a.txt", data)).text == TEXT


def test_latin_1_is_read(tmp_path: Path) -> None:
    assert only_page(write(tmp_path / "a.txt", "Gespräch über Öl".encode("latin-1"))).text == "Gespräch über Öl"


def test_one_damaged_byte_does_not_turn_utf_8_into_something_else(tmp_path: Path) -> None:
    page = only_page(write(tmp_path / "a.txt", TEXT.encode() + b"\xff"))
    assert page.text == TEXT + "\ufffd"


def test_html_encoding_is_the_one_the_page_declares(tmp_path: Path) -> None:
    data = '<html><head><meta charset="windows-1251"></head><p>Министр</p></html>'.encode("cp1251")
    assert "Министр" in (only_page(write(tmp_path / "a.html", data)).html or "")


@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_fail(data: bytes) -> None:
    assert isinstance(decode_bytes(data, is_html=True), str | None)


def test_the_name_of_the_file_is_kept_as_source_id(tmp_path: Path) -> None:
    page = only_page(write(tmp_path / "a.txt", "Text"))
    assert (page.source, page.source_id) == (str(tmp_path / "a.txt"), "a.txt")


def test_folder_is_read_with_all_below_it_in_order_and_other_files_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.TXT", "b/z.html", "a.htm", "notes.pdf", "b/picture.png"):
        write(tmp_path / name, "<p>Text</p>")
    assert [Path(page.source).name for page in read(tmp_path)] == ["a.htm", "z.html", "c.TXT"]


def test_folder_without_anything_to_read_is_one_problem(tmp_path: Path) -> None:
    assert "holds no file" in only_problem(tmp_path).message


def test_named_file_with_another_ending_is_sniffed(tmp_path: Path) -> None:
    assert only_page(write(tmp_path / "a.page", "<!DOCTYPE html><p>Text")).html
    assert only_page(write(tmp_path / "a.md", "Text")).text == "Text"
    assert only_page(write(tmp_path / "a.json", '{"text": "Text"}')).source.endswith("a.json:1")
    assert only_page(write(tmp_path / "a.rst", "{Anmerkung} Text")).text == "{Anmerkung} Text"


def test_missing_path_is_one_problem_and_the_others_are_read(tmp_path: Path) -> None:
    problem, page = read(tmp_path / "missing.txt", write(tmp_path / "a.txt", "Text"))
    assert isinstance(problem, Problem)
    assert isinstance(page, Page)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_file_is_one_problem(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in only_problem(write(tmp_path / "a.txt", data)).message


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\0\1\2\xff" * 50, b"%PDF-1.7\n", b"a\x01\x02\x03b" * 9])
def test_binary_file_is_one_problem(tmp_path: Path, data: bytes) -> None:
    assert "is not text" in only_problem(write(tmp_path / "a.txt", data)).message


@pytest.mark.parametrize("size", [11, 1000])
def test_text_longer_than_an_article_is_one_problem(tmp_path: Path, size: int) -> None:
    path = write(tmp_path / "a.txt", "x" * size)
    assert "longer than an article" in only_problem(path, config=Config(max_characters=10)).message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_one_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text")
    path.chmod(0)
    assert "cannot be read" in only_problem(path).message


def test_loop_of_links_is_one_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Text")
    (tmp_path / "loop").symlink_to(tmp_path)
    page, problem = read(tmp_path)
    assert isinstance(page, Page)
    assert isinstance(problem, Problem)
    assert "links back" in problem.message


def test_link_to_itself_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "cannot be read" in only_problem(tmp_path).message


def test_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in only_problem(tmp_path).message


def test_path_that_no_file_can_have_is_one_problem() -> None:
    assert only_problem("a\0b").source == "a\ufffdb"


class Pipe:
    def __init__(self, data: str) -> None:
        self.buffer = io.BytesIO(data.encode())


def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Pipe('\n {"text": "a"}\n{"text": "b"}'))
    assert [page.source for page in read("-")] == ["-:2", "-:3"]
    monkeypatch.setattr("sys.stdin", Pipe("<html><p>Text"))
    assert only_page("-").html == "<html><p>Text"
    monkeypatch.setattr("sys.stdin", Pipe("Text"))
    assert only_page("-") == Page(source="-", text="Text")
    monkeypatch.setattr("sys.stdin", Pipe(""))
    assert only_problem("-").message.startswith("The standard input is empty")
