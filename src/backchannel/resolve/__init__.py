"""Resolve: mentions -> entities, claims -> contacts.

Candidate pairs by block, comparison with reasons, judgements, clusters. The order of reading never matters.
"""

from backchannel.resolve.contact import group_claims
from backchannel.resolve.entity import resolve_entities

__all__ = ["group_claims", "resolve_entities"]
