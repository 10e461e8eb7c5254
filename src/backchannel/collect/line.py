"""Read JSON Lines, one article a line.

In: a stream. Out: a Page or a Problem for each line that is not blank. Never holds more than one line in memory.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from backchannel.config import Config
from backchannel.model import Page, Problem

BYTES_A_CHARACTER = 4
HTML_FACTOR = 5
_KEYS = {
    "id": "source_id",
    "url": "url",
    "outlet": "outlet",
    "title": "title",
    "byline": "byline",
    "lang": "lang",
    "published": "published",
    "text": "text",
    "html": "html",
}
_NUMBERS_ALLOWED = {"id", "published"}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def refuse(source: str, message: str) -> Problem:
    """Return the Problem of this step at `source`."""
    return Problem(source=source, step="collect", message=message)


def read_lines(stream: IO[bytes], name: str, config: Config) -> Iterator[Page | Problem]:
    """Yield what each line of `stream` holds; `name` and the number of the line tell where it was found."""
    limit = config.max_characters * HTML_FACTOR * 2
    is_empty = True
    for number, line in enumerate(_split(stream, limit), start=1):
        if not line.strip():
            continue
        is_empty = False
        source = f"{name}:{number}"
        if len(line) > limit:
            yield refuse(source, f"{source} is longer than an article. Split it, or raise max_characters.")
        else:
            yield _read_line(_mend(line), source, config)
    if is_empty:
        yield refuse(name, f"{name} holds no line with an article. There is nothing to read in it.")


def _split(stream: IO[bytes], limit: int) -> Iterator[str]:
    """Yield lines; of one longer than `limit` characters only the beginning, still longer than `limit`."""
    text = io.TextIOWrapper(stream, _encoding(stream), "surrogateescape", "\n")
    try:
        while line := text.readline(limit + 1):
            rest = line
            while rest and not rest.endswith("\n"):
                rest = text.readline(limit + 1)
                line = line if len(line) > limit else line + rest
            yield line
    finally:
        if not stream.closed:  # it is the caller's, who may go on with it
            text.detach()


def _encoding(stream: IO[bytes]) -> str:
    head = stream.read(4)
    stream.seek(0)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if head[:2] == b"{\0":
        return "utf-16-le"
    return "utf-16-be" if head[:2] == b"\0{" else "utf-8-sig"


def _mend(line: str) -> str:
    """Read a line that is not UTF-8 as Windows-1252, the usual other encoding."""
    if line.isascii() or not _UNSTORABLE.search(line):
        return line
    return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _read_line(line: str, source: str, config: Config) -> Page | Problem:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = str(error).partition(":")[0]
        return refuse(source, f"{source} is not JSON ({reason}). Mend or remove the line.")
    if not isinstance(record, dict):
        return refuse(source, f'{source} is not a JSON object. Write one such as {{"text": "…"}} on the line.')
    return _read_record(record, source, config)


def _read_record(record: dict[str, Any], source: str, config: Config) -> Page | Problem:
    known = {key: record[key] for key in _KEYS if record.get(key) is not None}
    for key, value in known.items():
        if not _fits(key, value):
            return refuse(source, f"{source} has a {key} that is no string but {_type(value)}. Mend the line.")
    limits = {"text": config.max_characters, "html": config.max_characters * HTML_FACTOR}
    if any(len(known.get(key, "")) > limit for key, limit in limits.items()):
        most = f"{config.max_characters:,} characters"
        return refuse(source, f"{source} is longer than an article ({most}). Split it, or raise max_characters.")
    values = {_KEYS[key]: _UNSTORABLE.sub("\ufffd", str(value)) for key, value in known.items() if str(value).strip()}
    if not values.keys() & {"text", "html"}:
        return refuse(source, f"{source} holds neither text nor html. Give it one of the two.")
    return Page(source=source, **values)


def _fits(key: str, value: object) -> bool:
    return isinstance(value, str) or (key in _NUMBERS_ALLOWED and type(value) is int)


def _type(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
