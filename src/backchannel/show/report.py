"""A ledger -> one self-contained HTML file: no script, no request, readable on paper, phone and screen.

What comes in is the view of a ledger, what goes out is the text of the page.
Never lets article text act: all is escaped, and the page's own policy forbids everything but its style sheet.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from backchannel.mark import mark_html
from backchannel.show.articles import LedgerView, view_ledger
from backchannel.show.wording import ANSWERED, count

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

LEGEND = (
    ("who", "who takes part; a letter tells them apart"),
    ("x", "the word that tells of the contact"),
    ("t", "when"),
    ("p", "where"),
    ("src", "who is named as the source"),
    ("cue", "how the source is named"),
    ("topic", "what it was about"),
    ("shared", "what an article has in common with the one it copies or translates"),
    ("drift", "what changed from one article to the next"),
)


def render_report(ledger: Ledger, made: str = "") -> str:
    """Return the report on everything in the ledger. `made` says by what and when it was made."""
    return render_page(view_ledger(ledger), made)


def render_page(view: LedgerView, made: str = "") -> str:
    """Return the page for a view, the same text for the same view. Characters UTF-8 cannot hold become "?"."""
    numbers = {contact.row.id: number for number, contact in enumerate(view.contacts, 1)}
    values = {"view": view, "made": made, "numbers": numbers, "legend": LEGEND, "answered": ANSWERED}
    page = _environment().get_template("report.html").render(**values, digest=_digest_style())
    return page.encode("utf-8", "replace").decode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("backchannel.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"mark": mark_html, "count": count}
    return environment


def _digest_style() -> str:
    """Return the digest by which the page's policy knows its own style sheet."""
    style = _environment().get_template("report.css").render()
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
