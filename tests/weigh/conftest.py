"""Put the teller of contacts within reach of these tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1] / "resolve"), str(Path(__file__).parent)]
