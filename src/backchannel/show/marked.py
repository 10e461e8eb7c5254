"""Findings -> the terminal: a text with all that is found in it marked in place, then the same in words.

What comes in are Findings, what goes out is printed. Never shows crossing marks: the one that starts later goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from backchannel.clean import given_text, place_in_given
from backchannel.mark import Mark, mark_text
from backchannel.model import Findings, Mention, Span
from backchannel.show.terminal import MARK, clean_text
from backchannel.show.views import say_claim
from backchannel.show.wording import join_words, say_chain

LEGEND = (
    "Marks: x tells of a contact; a who takes part; p where; t time; s says it, c the cue, q what is said; "
    "r responds, v the word of it; k knew; cut left out."
)


def print_findings(findings: Findings, console: Console) -> None:
    """Print one text: where it is from, the text as given with its marks, and what the marks come to."""
    article = findings.article
    head = ", ".join(part for part in (article.source, article.lang, article.published or "undated") if part)
    console.print(Text(clean_text(head), style="bold"))
    marked = Text(clean_text(mark_text(given_text(article), list_found(findings))).strip())
    marked.highlight_regex(MARK, "cyan")
    console.print(marked)
    for line in say_findings(findings):
        console.print(Text(clean_text(line)))
    console.print(Text(LEGEND, style="dim"))
    console.print()


def list_found(findings: Findings) -> list[Mark]:
    """Return the marks of a text, offsets into the text as given."""
    place = place_in_given(findings.article)
    cuts = [(cut.start, cut.end, "cut") for cut in findings.article.cuts]
    found = dict.fromkeys((span.start, span.end, label) for span, label in _spans(findings) if span.end > span.start)
    placed = [(place(Span(start, end, "")), label) for start, end, label in found]
    return [*cuts, *((span.start, span.end, label) for span, label in placed)]


def _spans(findings: Findings) -> Iterator[tuple[Span, str]]:
    for claim in findings.claims:
        yield claim.trigger, "x" if claim.type == "contact" else "v"
        label = {"contact": "a", "response": "r", "knowledge": "k"}[claim.type]
        yield from ((mention.span, label) for mention in claim.participants)
        if claim.where:
            yield claim.where.span, "p"
    yield from ((time.when.span, "t") for time in findings.times)
    for quote in findings.quotes:
        if quote.kind != "reported":
            yield from ((part, "q") for part in quote.parts)
        yield from ((span, label) for span, label in ((quote.speaker, "s"), (quote.cue, "c")) if span)


def say_findings(findings: Findings) -> Iterator[str]:
    """Yield the claims of a text and its unnamed sources in words, a line each."""
    for claim in findings.claims:
        when = f", {claim.when.edtf or 'when is open'} ({claim.when.basis})" if claim.when else ""
        who = _say_people(claim.participants)
        chain = " ← ".join(say_chain(findings.article, claim.attributions)) if claim.type == "contact" else ""
        yield "; ".join(part for part in (f"- {say_claim(claim)}: {who or 'taken up again'}{when}", chain) if part)
    for unnamed in findings.unnamed:
        details = (("close to", unnamed.close_to), ("among them", unnamed.among), ("unnamed because", unnamed.reason))
        said = [f"{name}: {' '.join(span.text.split())}" for name, span in details if span]
        number = str(unnamed.count) if unnamed.count else "some"
        yield "; ".join([f"- unnamed source: {' '.join(unnamed.span.text.split())} ({number})", *said])


def _say_people(mentions: Iterable[Mention]) -> str:
    return join_words([f"{each.name} ({each.country})" if each.country else each.name for each in mentions])
