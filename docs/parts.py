"""Put made text between its marks in a page: `<!-- name -->` and `<!-- /name -->`.

In: a page and the text of its parts. Out: the page. Never touches what stands outside the marks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path


def put_parts(page: str, parts: Mapping[str, str]) -> str:
    """Return the page with each part between its marks. Raises ValueError where a mark is missing or stands twice."""
    for name, text in parts.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        if page.count(begin) != 1 or page.count(end) != 1 or page.index(end) < page.index(begin):
            raise ValueError(f"The page wants {begin} and {end}, each once and in this order.")
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{text.strip()}\n{end}{rest.partition(end)[2]}"
    return page


def update_page(path: Path, parts: Mapping[str, str], command: str) -> int:
    """Write the parts into the page; with --check only say whether they are current. Return the exit code."""
    page = path.read_text(encoding="utf-8")
    made = put_parts(page, parts)
    if "--check" not in sys.argv[1:]:
        path.write_text(made, encoding="utf-8")
    elif made != page:
        print(f"{path.name} is not current. Make it anew with: {command}", file=sys.stderr)
        return 1
    return 0


def make_block(lines: Iterable[str]) -> str:
    """Return lines as a box of Markdown."""
    return "\n".join(["```text", *lines, "```"])


def run_quietly(*words: str) -> str:
    """Run a backchannel command and return what it prints."""
    from backchannel.cli import run_command

    out = StringIO()
    with redirect_stdout(out), redirect_stderr(StringIO()):
        run_command(words)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())
