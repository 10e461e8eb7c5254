"""Find damage to the letters themselves: text decoded wrongly, and marks of HTML left in.

In: a text. Out: Signs with what the letters stood for, where that is known. Never looks at words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from backchannel.model import Sign, Span

# UTF-8 read as Latin-1 or Windows-1252: two or three letters that no language writes beside each other.
MOJIBAKE = re.compile(r"\w*(?:Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ“”\x9d¦˜¢]|Â[\xa0«»°§])\w*")
REPLACED = re.compile(r"\w*\ufffd[\w\ufffd]*")
ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{2,8});")


def find_encoding(text: str) -> Iterator[Sign]:
    """Yield the damaged words of a text."""
    if "Ã" in text or "â€" in text or "Â" in text:
        for found in MOJIBAKE.finditer(text):
            yield _sign(found, _decode(found[0]), "letters decoded wrongly")
    if "\ufffd" in text:
        for found in REPLACED.finditer(text):
            yield _sign(found, None, "letters lost")
    if "&" in text:
        for found in ENTITY.finditer(text):
            if (original := html.unescape(found[0])) != found[0]:
                yield _sign(found, original, "mark of HTML left in")


def _sign(found: re.Match[str], original: str | None, reason: str) -> Sign:
    return Sign(Span(found.start(), found.end(), found[0]), "encoding", original, reason)


def _decode(word: str) -> str | None:
    for codec in ("cp1252", "latin-1"):
        try:
            return word.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return None
