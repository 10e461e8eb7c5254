"""Resolve: mentions -> entities, claims -> contacts.

Candidate pairs by block, comparison with reasons, judgements, clusters. The order of reading never matters.
"""

from backchannel.resolve.contact import group_claims
from backchannel.resolve.entity import resolve_entities
from backchannel.resolve.office import name_incumbents

__all__ = ["group_claims", "name_incumbents", "resolve_entities"]
