"""The rules of Universal Dependencies that every tree keeps."""

from __future__ import annotations

import numpy as np

from backchannel.annotate.decode import find_heads, keep_rules

LABELS = ("nsubj", "conj", "flat")


def test_what_is_joined_hangs_on_a_word_to_its_left() -> None:
    scores = np.log(np.array([[0.98, 0.005, 0.005, 0.01], [0.01, 0.43, 0.0001, 0.55], [0.05, 0.9, 0.05, 0.0001]]))
    relations = np.array([[0, 0, 0, 0], [0, 1, 1, 1], [0, 0, 0, 0]])
    assert find_heads(scores)[1] == 3
    assert find_heads(keep_rules(scores, relations, LABELS, ("O", "O", "O")))[1] == 1


def test_a_name_is_not_torn_between_two() -> None:
    scores = np.log(np.array([[0.9, 0.01, 0.05, 0.04], [0.02, 0.6, 0.01, 0.37], [0.02, 0.5, 0.48, 0.001]]))
    relations = np.full((3, 4), 2)
    free = keep_rules(scores, relations, LABELS, ("O", "O", "O"))
    bound = keep_rules(scores, relations, LABELS, ("B-PER", "B-PER", "I-PER"))
    assert find_heads(free)[2] == 1
    assert find_heads(bound)[2] == 2
