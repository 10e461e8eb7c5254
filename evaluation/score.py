"""Score one part: every case read, matched and counted.

Takes a part and a reader (a function from a case to a record), gives a Score. Never prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.figures import Counts, Figures, count_case, count_group, measure_figures
from evaluation.forbid import find_violations
from evaluation.found import take_contacts
from evaluation.matching import match_contacts
from evaluation.model import Case, Outcome, Part, Record

Reader = Callable[[Case], Record]


@dataclass(frozen=True, slots=True)
class CaseScore:
    """What came out of one case, for those who want to see why. `violations` are words for what must not be there."""

    case: Case
    outcome: Outcome
    violations: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The counts and figures of a part, and its cases."""

    name: str
    counts: Counts
    figures: Figures
    cases: tuple[CaseScore, ...]


def score_part(part: Part, read: Reader) -> Score:
    """Read every case and group of a part and measure it."""
    counts, cases = Counter[str](), []
    for case in part.cases:
        record = read(case)
        found = take_contacts(record, case.pages)
        outcome = match_contacts(case.contacts, found, case.has_firm_dates)
        counts.update(count_case(case, record, found, outcome))
        violations = [
            f"{what}: {contact.kind} {contact.status}" for what, contact in find_violations(case.forbidden, found)
        ]
        cases.append(CaseScore(case, outcome, tuple(violations), tuple(_problems(record))))
    for group in part.groups:
        counts.update(count_group(group, take_contacts(read(group), group.pages)))
    return Score(part.name, counts, measure_figures(counts), tuple(cases))


def sum_scores(name: str, scores: Sequence[Score]) -> Score:
    """Return the scores of several parts as one: figures over the sum of their counts, no cases."""
    counts = Counter[str]()
    for score in scores:
        counts.update(score.counts)
    return Score(name, counts, measure_figures(counts), ())


def _problems(record: Record) -> Iterator[str]:
    for problem in record.get("problems", ()):
        yield str(problem.get("message", problem) if isinstance(problem, dict) else problem)
