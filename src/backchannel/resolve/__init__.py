"""Resolve: mentions -> entities, claims -> contacts.

Candidate pairs by block, comparison with reasons, judgements, clusters. The order of reading never matters.
"""

from backchannel.resolve.contact import Comparison, find_pairs, group_claims
from backchannel.resolve.entity import cluster_names, make_entity, resolve_entities
from backchannel.resolve.judge import Decisions
from backchannel.resolve.name import Name, add_names, gather_names, key_of
from backchannel.resolve.namesake import find_blocks, judge_names
from backchannel.resolve.office import name_incumbents
from backchannel.resolve.regroup import Home, Regrouped, regroup
from backchannel.resolve.telling import Telling

__all__ = [
    "Comparison",
    "Decisions",
    "Home",
    "Name",
    "Regrouped",
    "Telling",
    "add_names",
    "cluster_names",
    "find_blocks",
    "find_pairs",
    "gather_names",
    "group_claims",
    "judge_names",
    "key_of",
    "make_entity",
    "name_incumbents",
    "regroup",
    "resolve_entities",
]
