"""Drift: what an article says of a contact otherwise than the article it derives from.

One module for each sort: number, people, circumstance, dating, nearness, request, rank,
shade, certainty.
"""

from backchannel.weigh.drift.find import find_drift

__all__ = ["find_drift"]
