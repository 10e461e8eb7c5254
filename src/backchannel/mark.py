"""Spans over a text <-> marked text: `[Lloyd Austin]a hat am [Freitag]t mit [Sergej Schoigu]b [telefoniert]x.`

The one notation of tests, terminal, HTML and docs; spans are (start, end, label), characters, half-open.
Never changes a character of the text, and never shows crossing spans: of two that cross, the one starting later goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

Mark = tuple[int, int, str]

LABEL = re.compile(r"[a-z]+")
_TOKEN = re.compile(r"\\(?P<literal>.)|(?P<open>\[)|\](?P<label>[a-z]+)|(?P<plain>[^\\\[\]]+)", re.DOTALL)


def mark_text(text: str, spans: Iterable[Mark]) -> str:
    r"""Return `text` with each span as `[words]label`, nested ones inside each other.

    Literal `[`, `]` and `\` get a backslash, and so does a small letter right behind a label: `[Pentagon]src\s`.
    Raises ValueError for a span that is empty or outside the text, and for a label that is not a-z.
    """
    parts: list[str] = []
    behind_label = False
    for sign, piece in _walk(text, spans):
        if sign == "text":
            quoted = re.sub(r"[\[\]\\]", r"\\\g<0>", piece)
            parts.append(f"\\{quoted}" if behind_label and LABEL.match(quoted) else quoted)
        else:
            parts.append("[" if sign == "open" else f"]{piece}")
        behind_label = sign == "close"
    return "".join(parts)


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    r"""Return the text and the spans of marked text, in the order in which the spans open.

    `read_marks("[Wang Yi]a [sprach]x")` is `("Wang Yi sprach", [(0, 7, "a"), (8, 14, "x")])`.
    Raises ValueError for a bracket that is not closed, not opened or has no label; write `\[` for a literal one.
    """
    parts: list[str] = []
    opened: list[int] = []
    marks: list[Mark | None] = []
    length = position = 0
    while position < len(marked):
        token = _TOKEN.match(marked, position)
        if token is None or (token["label"] and not opened):
            raise ValueError(f"Marked text has a stray sign at character {position}: {marked[position:][:20]!r}.")
        position = token.end()
        if token["open"]:
            opened.append(len(marks))
            marks.append((length, length, ""))
        elif token["label"]:
            begun = opened.pop()
            marks[begun] = _close(marks[begun], length, token["label"])
        else:
            parts.append(token["literal"] or token["plain"])
            length += len(parts[-1])
    if opened:
        raise ValueError(f"A bracket of marked text is never closed: {marked[-30:]!r}.")
    return "".join(parts), [mark for mark in marks if mark is not None]


def mark_html(text: str, spans: Iterable[Mark]) -> Markup:
    """Return `text` escaped for HTML with each span in `<mark class="label">`. Raises as `mark_text` does."""
    parts: list[Markup] = []
    for sign, piece in _walk(text, spans):
        if sign == "text":
            parts.append(escape(piece))
        else:
            parts.append(Markup('<mark class="{}">').format(piece) if sign == "open" else Markup("</mark>"))
    return Markup("").join(parts)


def nest_spans(spans: Iterable[Mark]) -> list[Mark]:
    """Return the spans sorted, outer before inner, without doubles and without those that cross an earlier one."""
    kept: list[Mark] = []
    ends: list[int] = []
    for start, end, label in sorted(dict.fromkeys(spans), key=lambda span: (span[0], -span[1])):
        while ends and ends[-1] <= start:
            ends.pop()
        if not ends or end <= ends[-1]:
            kept.append((start, end, label))
            ends.append(end)
    return kept


def _close(mark: Mark | None, end: int, label: str) -> Mark | None:
    return None if mark is None or mark[0] == end else (mark[0], end, label)


def _walk(text: str, spans: Iterable[Mark]) -> Iterator[tuple[str, str]]:
    """Yield ("text", characters), ("open", label) and ("close", label) from left to right."""
    nested = nest_spans(_check(text, spans))
    opened: list[Mark] = []
    position = 0
    for span in [*nested, (len(text), len(text), "")]:
        while opened and opened[-1][1] <= span[0]:
            _, end, label = opened.pop()
            yield from _text(text[position:end])
            yield "close", label
            position = end
        yield from _text(text[position : span[0]])
        position = span[0]
        if span[2]:
            yield "open", span[2]
            opened.append(span)


def _text(piece: str) -> Iterator[tuple[str, str]]:
    if piece:
        yield "text", piece


def _check(text: str, spans: Iterable[Mark]) -> Iterator[Mark]:
    for start, end, label in spans:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"The span {start}:{end} ({label}) is empty or not within {len(text)} characters.")
        if not LABEL.fullmatch(label):
            raise ValueError(f"{label!r} is no label. Labels are small letters a to z.")
        yield start, end, label
