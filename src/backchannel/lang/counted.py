"""Know what is counted in news, the same in German and English: sources, villagers, conversations, hours.

In: a noun. Out: what it names, as one word for both languages. Never reads the number.
"""

from __future__ import annotations

from functools import cache

from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms

# How many minutes a unit of time has.
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}


@cache
def counted(noun: str, lang: str) -> str | None:
    """Return what a noun names; in German also by the last part of a compound ("Telefongespräche")."""
    form, forms = stem(noun, lang), _forms(lang if lang in LANGUAGES else "en")
    if form in forms or lang != "de":
        return forms.get(form)
    tails = [known for known in forms if len(known) >= 4 and form.endswith(known)]
    return forms[max(tails, key=len)] if tails else None


@cache
def _forms(lang: str) -> dict[str, str]:
    rows = read_rows(lang, "counted")
    return {stem(form, lang): row["concept"] for row in rows for form in split_forms(row["forms"])}
