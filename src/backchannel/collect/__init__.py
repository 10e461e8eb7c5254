"""Read inputs of every kind.

In: paths. Out: Pages, or Problems for what cannot be read. Never knows what an article says.
"""

from backchannel.collect.file import collect_pages

__all__ = ["collect_pages"]
