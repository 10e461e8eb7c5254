"""Find old texts under a new date, by what the text itself says.

In: an Article with the date of its page. Out: StaleSigns, or the Article flagged "stale". Never compares articles.
"""

from backchannel.extract.stale.judge import check_date, find_stale, is_stale, written_when
from backchannel.extract.stale.sign import StaleSign

__all__ = ["StaleSign", "check_date", "find_stale", "is_stale", "written_when"]
