"""Turn bytes into characters.

In: the bytes of a file. Out: its text without a byte order mark, or None where it is no text. Never drops a character.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GUESSES = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1254"]
_HEAD = 20_000


def decode_bytes(data: bytes, is_html: bool = False) -> str | None:
    """Return the text of `data`; None if it is binary. HTML may name its encoding, which counts where UTF-8 fails."""
    if any(data.startswith(magic) for magic, _ in _BINARY):
        return None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return _decode_wide(data)
    text = _decode_utf8(data) or _decode_single(data, _declared(data) if is_html else None)
    return None if len(_CONTROL.findall(text[:_HEAD])) > len(text[:_HEAD]) / 100 else text


def name_binary(data: bytes) -> str:
    """Return what kind of file `data` is, for a sentence."""
    return next((name for magic, name in _BINARY if data.startswith(magic)), "binary data")


def _decode_wide(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: Western text has its zero bytes all on one side of each pair."""
    even, odd = data[0:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = data.decode(encoding, "replace")
    head = text[:_HEAD]
    usual = sum(character < "\u3000" and (character.isprintable() or character.isspace()) for character in head)
    return text if min(even, odd) <= max(even, odd) / 20 and usual >= len(head) * 0.95 else None


def _decode_utf8(data: bytes) -> str | None:
    """Decode UTF-8; a few damaged bytes in text that is otherwise UTF-8 become U+FFFD."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in text)
    return text if foreign > 3 * text.count("\ufffd") else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
    except (LookupError, UnicodeDecodeError):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(name, name) if name else None


def _decode_single(data: bytes, declared: str | None) -> str:
    if declared:
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    guess = from_bytes(data[:_HEAD], cp_isolation=_GUESSES).best()
    try:
        return data.decode(guess.encoding if guess else "cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
