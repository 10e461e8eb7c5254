"""Put the teller of contacts and the writer of texts within reach of these tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1] / folder) for folder in ("resolve", "weigh")]
