"""Find and read files, folders and the standard input.

In: paths as a person types them. Out: a Page or a Problem for each input. Never raises for a bad input.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from backchannel.collect.decode import decode_bytes, name_binary
from backchannel.collect.line import BYTES_A_CHARACTER, HTML_FACTOR, read_lines, refuse
from backchannel.collect.sniff import ENDINGS, HEAD, sniff_kind
from backchannel.config import Config
from backchannel.model import Page, Problem

PIPE = "-"
IN_MEMORY = 16_000_000


def collect_pages(paths: Iterable[str], config: Config | None = None) -> Iterator[Page | Problem]:
    """Yield what each path holds, in order: a file, a folder with all below it, or "-" for the standard input."""
    for path in paths:
        yield from _collect_path(os.fspath(path), config or Config())


def _collect_path(path: str, config: Config) -> Iterator[Page | Problem]:
    if path == PIPE:
        yield from _collect_input(config)
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _collect_folder(path, config)
    else:
        yield from _collect_file(path, mode, config)


def _collect_input(config: Config) -> Iterator[Page | Problem]:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield refuse(PIPE, "There is no standard input to read from. Name a file, or pipe something in.")
        return
    yield from _collect_pipe(stream, PIPE, config)


def _collect_folder(folder: str, config: Config) -> Iterator[Page | Problem]:
    is_empty = True
    for found in _walk(folder):
        is_empty = False
        if isinstance(found, Problem):
            yield found
        else:
            yield from _collect_path(found, config)
    if is_empty:
        endings = ", ".join(sorted(ENDINGS))
        yield refuse(_show(folder), f"The folder {_show(folder)} holds no file that ends in {endings}. Name the files.")


def _walk(folder: str) -> Iterator[str | Problem]:
    """Yield the files to read below `folder` in sorted order, following links but no loop of links."""
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        path, above = waiting.pop()
        try:
            status = os.stat(path)
            if not stat.S_ISDIR(status.st_mode):
                yield path if stat.S_ISREG(status.st_mode) else _odd(path)
                continue
            here = (status.st_dev, status.st_ino)
            if here in above:
                yield refuse(_show(path), f"The folder {_show(path)} links back to one above it. Remove the link.")
                continue
            waiting.extend((below, above | {here}) for below in reversed(_list_folder(path)))
        except OSError as error:
            yield _unreadable(path, error)


def _list_folder(path: str) -> list[str]:
    with os.scandir(path) as entries:
        names = [entry.name for entry in entries if Path(entry.name).suffix.lower() in ENDINGS or entry.is_dir()]
    return [os.path.join(path, name) for name in sorted(names)]


def _collect_file(path: str, mode: int, config: Config) -> Iterator[Page | Problem]:
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        yield _odd(path)
        return
    try:
        with open(path, "rb") as stream:
            if stat.S_ISFIFO(mode):
                yield from _collect_pipe(stream, path, config)
            else:
                yield from _collect_stream(stream, path, Path(path).suffix.lower(), config)
    except OSError as error:
        yield _unreadable(path, error)


def _collect_pipe(stream: IO[bytes], path: str, config: Config) -> Iterator[Page | Problem]:
    """Read what cannot be rewound by way of a temporary copy, which stays in memory while it is small."""
    try:
        with SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
            shutil.copyfileobj(stream, copy)
            yield from _collect_stream(copy, path, "", config)
    except OSError as error:
        yield _unreadable(path, error)


def _collect_stream(stream: IO[bytes], path: str, ending: str, config: Config) -> Iterator[Page | Problem]:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    kind = ENDINGS.get(ending) or sniff_kind(head)
    name = _show(path)
    if not head.strip(b" \t\r\n\xef\xbb\xbf\x00\xff\xfe"):
        yield refuse(name, f"{_name(name)} is empty. There is nothing to read in it.")
    elif kind == "jsonl":
        yield from read_lines(stream, name, config)
    elif size > _limit(kind, config) * BYTES_A_CHARACTER:
        yield _too_long(name, config)
    else:
        yield _read_page(stream.read(), name, kind, config)


def _read_page(data: bytes, name: str, kind: str, config: Config) -> Page | Problem:
    text = decode_bytes(data, is_html=kind == "html")
    if text is None:
        return refuse(name, f"{_name(name)} is not text but {name_binary(data)}. Save it as plain text or HTML.")
    if len(text) > _limit(kind, config):
        return _too_long(name, config)
    source_id = None if name == PIPE else Path(name).name
    if kind == "html":
        return Page(source=name, source_id=source_id, html=text)
    return Page(source=name, source_id=source_id, text=text)


def _limit(kind: str, config: Config) -> int:
    return config.max_characters * (HTML_FACTOR if kind == "html" else 1)


def _too_long(name: str, config: Config) -> Problem:
    limit = f"{config.max_characters:,} characters"
    return refuse(name, f"{_name(name)} is longer than an article ({limit}). Split it, or raise max_characters.")


def _odd(path: str) -> Problem:
    return refuse(_show(path), f"{_show(path)} is neither a file nor a folder. Name one that is.")


def _unreadable(path: str, error: OSError | ValueError) -> Problem:
    name, reason = _show(path), getattr(error, "strerror", None) or str(error)
    return refuse(name, f"{_name(name)} cannot be read ({reason}). Check the path and its permissions.")


def _show(path: str) -> str:
    """Return `path` in characters that can be stored and printed, whatever bytes a file system allows in names."""
    return os.fsencode(path).decode("utf-8", "replace") if "\0" not in path else path.replace("\0", "\ufffd")


def _name(name: str) -> str:
    return "The standard input" if name == PIPE else name or '""'
