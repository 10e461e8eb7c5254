"""Make regular expressions from the rows of lang/L/times.tsv.

In: a language. Out: rules, vetoes and word tables, compiled once. Never looks at an article.

Rows whose rule begins with "=" are a table of forms and their normal form, to be used in patterns as `{table}` or
`{group=table}`. Rows whose rule begins with "!" veto finds of that rule; their pattern sees the find as ⟨find⟩.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from backchannel.lang.tables import Row, read_rows

MACRO = re.compile(r"\{([a-z]\w*)(?:=(\w+))?\}")
# A group that may be missing, or that looks at the words around; from the inside out.
OPTIONAL = re.compile(r"\(\?:[^()]*\)\?|\(\?<?[=!][^()]*\)")
# What stands in a pattern before a table whose forms begin a word.
WORD_START = re.compile(r"(?:^|[ (:|>]|\)\?)$")
# A name that stands for "any digit at all" among the tables a rule needs.
DIGITS = "digits"
DIGIT = re.compile(r"\\d|\[[0-9]")
# A group of digits that a row writes out; the others are optional.
WRITTEN_NUMBER = re.compile(r"\(\?P<(?:year|hour|century|decade|day)>")
# Longer patterns are slow to look for.
SLOW = 300
# Not inside a word or number, and not the first half of a compound ("Mai-Kundgebung").
BEFORE, AFTER = r"(?<!\w)(?<!\d[.,:/])", r"(?!\w)(?!-[^\W\d])"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: what it is called, what it matches, and which table each group is looked up in.

    `needs` are the tables of which a text must have a form for the rule to match at all.
    """

    name: str
    pattern: str
    tables: dict[str, str]
    needs: tuple[str, ...]

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled, when a text first needs it: most texts never need most rules."""
        return _compiled(self.pattern)


@cache
def read_rules(lang: str) -> tuple[Rule, ...]:
    """Return the rules of a language in the order of their rows."""
    return tuple(_make_rule(lang, row) for row in read_rows(lang, "times") if row["rule"][0] not in "=!")


@cache
def read_vetoes(lang: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return, by rule, the patterns that forbid a find."""
    vetoes: dict[str, list[re.Pattern[str]]] = {}
    for row in read_rows(lang, "times"):
        if row["rule"].startswith("!"):
            vetoes.setdefault(row["rule"][1:], []).append(re.compile(allow_any_space(row["pattern"])))
    return {rule: tuple(patterns) for rule, patterns in vetoes.items()}


@cache
def table_pattern(lang: str, table: str) -> str:
    """Return the alternatives of a table as one pattern without a group name."""
    return "|".join(allow_any_space(row["pattern"]) for row in _table(lang, table))


@cache
def table_regex(lang: str, table: str) -> re.Pattern[str]:
    """Return a quick search for any form of a table, inside words too where a rule has it there ("Freitagabend")."""
    if table == DIGITS:
        return re.compile(r"\d")
    edge = r"(?<!\w)" if _stands_free(lang, table) else ""
    return re.compile(f"{edge}(?:{table_pattern(lang, table)})")


@cache
def spaced_tables(lang: str) -> frozenset[str]:
    """Return the tables with a form of more than one word, or one that looks at the words beside it."""
    rows = (row for row in read_rows(lang, "times") if row["rule"].startswith("="))
    return frozenset(row["rule"][1:] for row in rows if re.search(r" |\\s|\$", row["pattern"]))


@lru_cache(maxsize=1 << 16)
def tables_in(lang: str, word: str) -> frozenset[str]:
    """Return the tables without a blank that have a form in a word; news has few words, and repeats them."""
    return frozenset(table for table, regex in _single_tables(lang) if regex.search(word))


@cache
def _single_tables(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    needed = {table for rule in read_rules(lang) for table in rule.needs} - spaced_tables(lang)
    return tuple((table, table_regex(lang, table)) for table in sorted(needed))


@cache
def normal_form(lang: str, table: str, form: str) -> str:
    """Return what a table says a form means: "Freitag" -> "5".

    "#" stands for the digits, "#2" for two of them, "#whole" for those of "1.500", "#sum" for "fünfundzwanzig".
    """
    for pattern, value in _forms(lang, table):
        if pattern.fullmatch(form):
            if value == "#sum":
                return str(sum(int(normal_form(lang, table, part)) for part in re.split("und|-", form)))
            readings = {"#": form.replace(",", "."), "#2": form.zfill(2), "#whole": re.sub(r"\D", "", form)}
            return readings.get(value, value)
    raise KeyError(f"{form!r} is in no row of ={table} ({lang})")


@cache
def _forms(lang: str, table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(allow_any_space(row["pattern"])), row["value"]) for row in _table(lang, table))


def allow_any_space(pattern: str) -> str:
    """Let every blank of a pattern match a line break or a protected blank too."""
    return re.sub(r"\[[^]]*\]| ", lambda found: r"\s" if found[0] == " " else found[0], pattern)


@cache
def _table(lang: str, table: str) -> tuple[Row, ...]:
    rows = tuple(row for row in read_rows(lang, "times") if row["rule"] == f"={table}")
    if not rows:
        raise KeyError(f"times.tsv ({lang}) has no table ={table}")
    return rows


@cache
def _stands_free(lang: str, table: str) -> bool:
    """Say whether the forms of a table begin a word in every rule that has them."""
    use = re.compile(rf"(?P<before>.{{0,2}}){{(?:\w+=)?{table}}}")
    rules = (row["pattern"] for row in read_rows(lang, "times") if row["rule"][0] not in "=!")
    return all(WORD_START.search(found["before"]) for pattern in rules for found in use.finditer(pattern))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _make_rule(lang: str, row: Row) -> Rule:
    tables = {group: table or group for group, table in MACRO.findall(row["pattern"])}
    pattern = MACRO.sub(
        lambda macro: f"(?P<{macro[1]}>{table_pattern(lang, macro[2] or macro[1])})", allow_any_space(row["pattern"])
    )
    return Rule(row["rule"], f"{BEFORE}(?:{pattern}){AFTER}", tables, _needed_tables(lang, row["pattern"]))


def _needed_tables(lang: str, pattern: str) -> tuple[str, ...]:
    while (shorter := OPTIONAL.sub("", pattern)) != pattern:
        pattern = shorter
    # A table that is one of several ways is needed by none.
    is_choice = "|{" in pattern or "}|" in pattern
    needed = set() if is_choice else {table or group for group, table in MACRO.findall(pattern)}
    is_digital = WRITTEN_NUMBER.search(pattern) or any(_is_digital(lang, table) for table in needed)
    first = (DIGITS,) if is_digital else ()
    return (*first, *sorted(needed, key=lambda table: _search_rank(lang, table)))


def _is_digital(lang: str, table: str) -> bool:
    return all(row["value"] in ("#", "#2") and DIGIT.search(row["pattern"]) for row in _table(lang, table))


@cache
def _search_rank(lang: str, table: str) -> tuple[bool, int, int]:
    """Rank a table by how soon to look for it: what many rules need comes first, what is slow to find last."""
    use = re.compile(rf"{{(?:\w+=)?{table}}}")
    uses = sum(use.search(row["pattern"]) is not None for row in read_rows(lang, "times"))
    length = len(table_pattern(lang, table))
    return length > SLOW, -uses, length
