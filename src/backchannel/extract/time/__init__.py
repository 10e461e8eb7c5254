"""Find time expressions and resolve them to EDTF.

In: text, the date of its article. Out: TimeExpressions, Whens. Never a date the words and the reference do not give.
"""

from backchannel.extract.time.direction import guess_direction
from backchannel.extract.time.edtf import EdtfError, format_edtf, is_edtf, parse_edtf, read_days
from backchannel.extract.time.expression import Direction, TimeExpression, TimeRole, TimexType
from backchannel.extract.time.find import find_times
from backchannel.extract.time.resolve import resolve_time
from backchannel.extract.time.timex import timex_value

__all__ = [
    "Direction",
    "EdtfError",
    "TimeExpression",
    "TimeRole",
    "TimexType",
    "find_times",
    "format_edtf",
    "guess_direction",
    "is_edtf",
    "parse_edtf",
    "read_days",
    "resolve_time",
    "timex_value",
]
