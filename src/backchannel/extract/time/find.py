"""Find the time expressions of a text.

In: plain text and its language. Out: TimeExpressions in order, the longest of those that overlap. Never resolves one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.extract.time.expression import Parts, TimeExpression, timex_type
from backchannel.extract.time.link import read_link
from backchannel.extract.time.patterns import (
    Rule,
    normal_form,
    read_rules,
    read_vetoes,
    spaced_tables,
    table_regex,
    tables_in,
)
from backchannel.extract.time.role import find_role
from backchannel.extract.time.timex import bare_value
from backchannel.model import Span

CONTEXT = 40
# Two letters before the stop, so that neither "3. Mai" nor "Jan. 5" is cut.
SENTENCE_END = re.compile(r"(?<=[a-zäöüß]{2}[.!?])\s+(?=[A-ZÄÖÜ\"„»“])")


@dataclass(frozen=True, slots=True)
class Find:
    """A match of one rule that may yet lose to a longer one."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]


def find_times(text: str, lang: str) -> list[TimeExpression]:
    """Return the time expressions of `text`, none overlapping another; of two that do, the longer one."""
    finds = [find for find in match_rules(text, lang) if not is_vetoed(find, text, lang)]
    return [_express(find, text, lang) for find in _keep_longest(finds)]


def match_rules(text: str, lang: str) -> Iterator[Find]:
    """Yield every match of every rule, overlapping ones and ones with a veto against them too."""
    for start, end in _cut_sentences(text):
        for rule in _likely_rules(text, start, end, lang):
            for match in rule.regex.finditer(text, start, end):
                group = "span" if "span" in rule.regex.groupindex else 0
                yield Find(match.start(group), match.end(group), rule, match)


def is_vetoed(find: Find, text: str, lang: str) -> bool:
    """Say whether the words around a find forbid it: "2022 Menschen" is no year, "Frau Mai" no month."""
    vetoes = read_vetoes(lang).get(find.rule.name, ())
    if not vetoes:
        return False
    before, after = text[max(0, find.start - CONTEXT) : find.start], text[find.end : find.end + CONTEXT]
    marked = f"{before}⟨{text[find.start : find.end]}⟩{after}"
    return any(veto.search(marked) for veto in vetoes)


def _cut_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text so that most rules can be passed over for most pieces; sentences in earnest are annotate's part."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _likely_rules(text: str, start: int, end: int, lang: str) -> Iterator[Rule]:
    """Yield the rules all of whose tables have a form in a piece of text."""
    found = set().union(*(tables_in(lang, word) for word in text[start:end].split()))
    spaced = spaced_tables(lang)
    looked_for: dict[str, bool] = {}
    for rule in read_rules(lang):
        for table in rule.needs:
            if table in found:
                continue
            if table not in spaced:
                break
            if table not in looked_for:
                looked_for[table] = table_regex(lang, table).search(text, start, end) is not None
            if not looked_for[table]:
                break
        else:
            yield rule


def _keep_longest(finds: list[Find]) -> list[Find]:
    kept: list[Find] = []
    # Of two as long, the one that needed more words around it to match knows more ("mondays" in "on Mondays").
    for find in sorted(finds, key=lambda find: (find.start - find.end, find.start, -len(find.match[0]))):
        if all(find.end <= other.start or other.end <= find.start for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)


def _express(find: Find, text: str, lang: str) -> TimeExpression:
    parts = _read_parts(find, lang)
    name = find.rule.name
    type_ = timex_type(name, parts)
    role = find_role(text[max(0, find.start - CONTEXT) : find.start], type_, lang)
    # "From May 3 to 5" is when, not since when: the end is in the span.
    if role == "since" and any(group.endswith("_2") for group in parts) and type_ == "DATE":
        role = "at"
    link = read_link(name, parts, find.match)
    if link and link.event:
        role = link.relation
    span = Span(find.start, find.end, text[find.start : find.end])
    return TimeExpression(span, type_, role, name, bare_value(name, parts), parts, link)


def _read_parts(find: Find, lang: str) -> Parts:
    found = {group: form for group, form in find.match.groupdict().items() if form and group != "span"}
    tables = find.rule.tables
    # "Years later" says of no number that it is one.
    unknown = {"number": "X"} if tables.get("unit") == "plural" else {}
    given = {
        group: normal_form(lang, tables[group], form) if group in tables else form for group, form in found.items()
    }
    return unknown | given
