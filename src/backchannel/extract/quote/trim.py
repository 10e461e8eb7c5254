"""Tidy a set of tokens that makes a content: no stray punctuation at the edges of its runs.

In: a Text and token indexes. Out: token indexes in order. Never drops a word.
"""

from __future__ import annotations

from backchannel.extract.quote.text import Text

PAIRS = {"“": "„“", "”": "“„", "«": "»", "»": "«", ")": "(", '"': '"', "’": "‘‚", "‘": "‚"}
OPENERS = '„“»«"‚‘('


def clean(text: Text, tokens: list[int]) -> list[int]:
    """Return the tokens without punctuation at the edges of their runs, gaps of mere punctuation filled."""
    known = set(tokens)
    filled = sorted(known | {i for i in _gaps(tokens) if text.is_edge(i)})
    runs: list[list[int]] = []
    for i in filled:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [i for run in runs for i in _trim(text, run)]


def _gaps(tokens: list[int]) -> list[int]:
    known = set(tokens)
    return (
        [i for i in range(min(tokens), max(tokens)) if i not in known and (i - 1 in known and i + 1 in known)]
        if tokens
        else []
    )


def _trim(text: Text, run: list[int]) -> list[int]:
    while run and text.is_edge(run[-1]) and not _closes_within(text, run):
        run = run[:-1]
    while run and (text.is_edge(run[0]) and text.lower[run[0]] not in OPENERS or text.pos[run[0]] == "SPACE"):
        run = run[1:]
    return run


def _closes_within(text: Text, run: list[int]) -> bool:
    """Tell whether the last mark of a run closes one opened in it."""
    openers = PAIRS.get(text.lower[run[-1]], "")
    return any(text.lower[i] in openers for i in run[:-1] if text.lower[i]) if openers else False
