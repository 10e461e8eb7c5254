"""Weigh: a group of claims -> a Contact with its origins, responses and conflicts; two articles -> a Copy.

Every value of a contact is the value of one or more of its claims; nothing is made up between them.
"""

from backchannel.weigh.contact import Known, weigh_contact
from backchannel.weigh.descent import choose_descent, judge_descent
from backchannel.weigh.origin import find_sole_sources
from backchannel.weigh.overlap import judge_copy
from backchannel.weigh.passage import Keys, fingerprint
from backchannel.weigh.propose import NEAR, find_pairs, find_parted, gather_passages
from backchannel.weigh.standing import stand_alone
from backchannel.weigh.story import StoryKeys, find_story_keys

__all__ = [
    "NEAR",
    "Keys",
    "Known",
    "StoryKeys",
    "choose_descent",
    "find_pairs",
    "find_parted",
    "find_sole_sources",
    "find_story_keys",
    "fingerprint",
    "gather_passages",
    "judge_copy",
    "judge_descent",
    "stand_alone",
    "weigh_contact",
]
