"""Articles that share a passage share keys, and others do not."""

from __future__ import annotations

from dataclasses import replace

from wording import article, paragraph, sentence

from backchannel.weigh import fingerprint
from backchannel.weigh.passage import PASSAGE, SHORTEST, find_passages, split_words

ONE, TWO, THREE = (paragraph(name, 8) for name in ("one", "two", "three"))


def shared(*left: str) -> int:
    """Return how many keys these paragraphs share with ONE and TWO."""
    return len({*fingerprint(article("a", *left)).tolist()} & {*fingerprint(article("b", ONE, TWO)).tolist()})


def test_keys_are_the_same_on_every_machine() -> None:
    keys = fingerprint(article("a", ONE)).tolist()
    assert keys == sorted(set(keys))
    assert (len(keys), keys[0]) == (23, -8607589940367797760)


def test_title_byline_and_id_give_no_keys() -> None:
    plain = article("a", ONE)
    other = replace(plain, id="z", title="Ein Titel", byline="Von Ada", outlet="Elbkurier")
    assert fingerprint(plain).tolist() == fingerprint(other).tolist()


def test_copied_passages_share_keys_whatever_stands_around_them() -> None:
    whole = shared(ONE, TWO)
    assert whole == fingerprint(article("b", ONE, TWO)).size
    assert shared(TWO, THREE, ONE) > whole / 2
    assert shared(THREE, ONE, paragraph("four", 20)) > 5
    assert shared(" ".join(ONE.split()[: 2 * PASSAGE])) > 5


def test_texts_with_nothing_in_common_share_no_keys() -> None:
    assert shared(THREE, paragraph("four", 40)) == 0


def test_a_text_too_short_and_one_that_repeats_itself_have_no_keys() -> None:
    assert fingerprint(article("a", " ".join(ONE.split()[: SHORTEST - 1]))).size == 0
    assert fingerprint(article("a", "Tor! " * 100)).size == 0
    assert fingerprint(article("a", "")).size == 0


def test_passages_begin_and_end_with_sentences() -> None:
    text = f"{ONE}\n\nOhne Punkt\n\n{TWO}"
    words = split_words(text)
    starts = {0} | {
        number
        for number, word in enumerate(words)
        if text[: word.start].rstrip()[-1:] in {".", "t"} and word.start and text[word.start - 1] in " \n"
    }
    for start, end in find_passages(text, words):
        assert end - start >= PASSAGE
        assert text[words[end - 1].end] == "." or text[words[end - 1].end : words[end - 1].end + 2] == "\n\n"
        assert start in starts


def test_a_text_without_sentences_has_passages_all_the_same() -> None:
    text = sentence("long", 400)
    assert len(list(find_passages(text, split_words(text)))) >= 400 / PASSAGE - 1
