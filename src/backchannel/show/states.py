"""Codes of states <-> their names: "RU" <-> "Russia", "Russland".

What comes in is a code or what a user typed, what goes out is a name or a code; the names are the Unicode CLDR's.
Never refuses an unknown code: a party to a conflict need not be in any table.
"""

from __future__ import annotations

from functools import cache

LANGUAGES = ("en", "de")


def name_state(code: str | None) -> str:
    """Return the English name for a code ("RU" -> "Russia"), the code itself where there is none, "" for None."""
    return _names("en").get(code, code) if code else ""


def find_state(words: str) -> str:
    """Return the code for a code or a name, German or English, in any case; else `words` in capitals."""
    return _codes().get(words.strip().casefold(), words.strip().upper())


@cache
def _names(lang: str) -> dict[str, str]:
    from babel import Locale

    return {str(code): str(name) for code, name in Locale(lang).territories.items()}


@cache
def _codes() -> dict[str, str]:
    codes = {name.casefold(): code for lang in LANGUAGES for code, name in _names(lang).items()}
    return codes | {code.casefold(): code for code in _names("en")} | {"usa": "US", "uk": "GB", "uae": "AE"}
