"""Dataclasses of the model to JSON text and back.

In: a dataclass of model.py. Out: its JSON, and from that an equal dataclass.
Never stores what it could not read back.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

Noun = TypeVar("Noun")
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


def pack(noun: object) -> str:
    """Return `noun` as JSON. ValueError where reading it back would not give the same: a mistyped field is a bug."""
    body = _encode(noun)
    if unpack(body, type(noun)) != noun:
        raise ValueError(f"{noun!r} would not come back from the ledger as it is.")
    return body


def unpack(body: object, noun: type[Noun]) -> Noun:
    """Return the `noun` that `body` holds. ValueError where it holds none."""
    text = str(body)  # a damaged file may hold something else, and the text of that is no JSON of a noun
    try:
        return _find_decoder(noun).decode(text)
    except (msgspec.DecodeError, UnicodeError):
        return _decode_slowly(text, noun)


def make_plain(text: str) -> str:
    """Return `text` with "?" for lone surrogates (undecodable file names have them), which SQLite cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _find_decoder(noun: type[Noun]) -> msgspec.json.Decoder[Noun]:
    if noun not in _decoders:
        _decoders[noun] = msgspec.json.Decoder(noun)
    return _decoders[noun]


def _encode(noun: object) -> str:
    try:
        return msgspec.json.encode(noun).decode("utf-8")
    except UnicodeEncodeError:  # lone surrogates: the standard library escapes them
        return json.dumps(msgspec.to_builtins(noun))


def _decode_slowly(body: str, noun: type[Noun]) -> Noun:
    try:
        fields: Any = json.loads(body)
        return msgspec.convert(fields, noun)
    except (msgspec.ValidationError, UnicodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
