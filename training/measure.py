"""Measure a reader: UPOS, UAS, LAS on trees, span F1 on names.

LAS follows the CoNLL 2018 definition: relations count without their subtype, punctuation counts, words are given.
Names are GermEval's outer level: exact span and class, PER, LOC and ORG.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backchannel.annotate.decode import find_heads, find_names, keep_rules
from training.corpora import Sentence

Reading = tuple[list[str], list[int], list[str], list[str]]
Read = Callable[[list[Sentence]], Iterable[tuple[Sentence, Reading]]]
SCORED_NAMES = ("PER", "LOC", "ORG")


@dataclass(frozen=True)
class TreeScore:
    """Shares of words, 0 to 1."""

    upos: float
    uas: float
    las: float


def decode(pos: list[int], names, arcs, relations, labels) -> Reading:
    """Turn one sentence's outputs into part of speech, heads, relations and name tags."""
    tags = find_names(names, labels.names)
    heads = find_heads(keep_rules(arcs, relations, labels.relations, tags))
    return (
        [labels.pos[p] for p in pos],
        heads,
        [labels.relations[relations[i][head]] for i, head in enumerate(heads)],
        tags,
    )


def score_trees(read: Read, sentences: list[Sentence]) -> TreeScore:
    """Compare readings with gold trees, word by word."""
    total = tags = heads = labelled = 0
    for gold, (pos, found, relations, _) in read(sentences):
        assert gold.pos and gold.heads and gold.relations
        for g_pos, g_head, g_relation, p, h, r in zip(gold.pos, gold.heads, gold.relations, pos, found, relations):
            total += 1
            tags += g_pos == p
            heads += g_head == h
            labelled += g_head == h and g_relation.split(":")[0] == r.split(":")[0]
    return TreeScore(tags / total, heads / total, labelled / total)


def spans_of(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """Return the (first word, last word, kind) of every name in a BIO sequence."""
    spans, open_span = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if open_span and not (tag.startswith("I-") and tag[2:] == open_span[1]):
            spans.add((open_span[0], i - 1, open_span[1]))
            open_span = None
        if tag.startswith("B-"):
            open_span = (i, tag[2:])
    return spans


def score_names(read: Read, sentences: list[Sentence]) -> dict[str, float]:
    """Return exact-span F1 for each kind of name and for all three together ("all")."""
    right, found, wanted = ({kind: 0 for kind in SCORED_NAMES} for _ in range(3))
    for gold, (_, _, _, tags) in read(sentences):
        theirs, ours = spans_of(gold.names or ()), spans_of(tags)
        for kind in SCORED_NAMES:
            right[kind] += sum(s in theirs for s in ours if s[2] == kind)
            found[kind] += sum(s[2] == kind for s in ours)
            wanted[kind] += sum(s[2] == kind for s in theirs)
    scores = {kind: 2 * right[kind] / max(1, found[kind] + wanted[kind]) for kind in SCORED_NAMES}
    return scores | {"all": 2 * sum(right.values()) / max(1, sum(found.values()) + sum(wanted.values()))}
