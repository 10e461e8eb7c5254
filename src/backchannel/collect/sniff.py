"""Tell what kind of input a stream holds.

In: its first bytes. Out: "text", "html" or "jsonl". Never reads further.
"""

from __future__ import annotations

import json
import re
from typing import Literal

from backchannel.collect.decode import decode_bytes

Kind = Literal["text", "html", "jsonl"]
HEAD = 65_536
ENDINGS: dict[str, Kind] = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}
_HTML = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b",
    re.I | re.S,
)


def sniff_kind(head: bytes) -> Kind:
    """Return the kind of input that begins with `head`; what is neither HTML nor JSON Lines counts as text."""
    text = (decode_bytes(head[: len(head) // 4 * 4]) or "").lstrip()
    if _HTML.match(text):
        return "html"
    return "jsonl" if text.startswith("{") and _is_record(text, len(head) >= HEAD) else "text"


def _is_record(text: str, is_cut: bool) -> bool:
    line, newline, _ = text.partition("\n")
    if is_cut and not newline:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.lstrip("{ ").startswith('"')
