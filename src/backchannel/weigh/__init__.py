"""Weigh: a group of claims -> a Contact with its origins, responses and conflicts.

Every value of a contact is the value of one or more of its claims; nothing is made up between them.
"""

from backchannel.weigh.contact import Known, weigh_contact
from backchannel.weigh.origin import find_sole_sources

__all__ = ["Known", "find_sole_sources", "weigh_contact"]
