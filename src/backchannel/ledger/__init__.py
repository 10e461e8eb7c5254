"""The ledger: one SQLite file that keeps what was read and what settling made of it.

In: articles with their claims, problems, judgements, derived contacts. Out: the same, in an order that never changes.
Never decides anything: it does not read articles, judge or group.
"""

from backchannel.ledger.check import check_ledger
from backchannel.ledger.derived import Derivation, Settled
from backchannel.ledger.query import Counts
from backchannel.ledger.store import Ledger, open_ledger

__all__ = ["Counts", "Derivation", "Ledger", "Settled", "check_ledger", "open_ledger"]
