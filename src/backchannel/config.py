"""One frozen Config: defaults, then backchannel.toml, then BACKCHANNEL_* in the environment, then options."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from backchannel.errors import BackchannelError

FILE = "backchannel.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run.

    `ledger`: path of the ledger. `max_characters`: longer texts are refused, a book is not an article.
    `batch`: sentences the model reads at once. `anchors`: a CSV or TSV file of dated events of your own that texts
    count from: columns event, date (2022-02-24), forms (ways to name it, parted by |).
    `holders`: a CSV file of your own with who held which office when, see docs/holders.md.
    """

    ledger: str = "backchannel.db"
    max_characters: int = 1_000_000
    batch: int = 32
    anchors: str = ""
    holders: str = ""


def load_config(folder: Path = Path("."), **options: Any) -> Config:
    """Return the settings in force. Options that are None do not count; an unknown or mistyped key is an error."""
    config = Config()
    file = folder / FILE
    if file.exists():
        try:
            config = _apply(config, tomllib.loads(file.read_text(encoding="utf-8")), str(file))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise BackchannelError(f"{file} cannot be read as TOML ({error}). Mend or remove it.") from error
    names = {field.name for field in fields(Config)}
    environment = {name: os.environ[key] for name in names if (key := f"BACKCHANNEL_{name.upper()}") in os.environ}
    config = _apply(config, environment, "the environment (BACKCHANNEL_*)")
    return replace(config, **{key: value for key, value in options.items() if value is not None})


def _apply(config: Config, settings: dict[str, Any], where: str) -> Config:
    types = {field.name: type(getattr(config, field.name)) for field in fields(Config)}
    for key, value in settings.items():
        if key not in types:
            raise BackchannelError(f"{where} sets {key!r}, which is no setting. Known are: {', '.join(sorted(types))}.")
        try:
            config = replace(config, **{key: types[key](value)})
        except (TypeError, ValueError) as error:
            raise BackchannelError(f"{where} sets {key} to {value!r}, which is no {types[key].__name__}.") from error
    return config
