"""Whatever the tokens and however they are parsed, quotations keep within the text and fit together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from backchannel.extract.quote import Quotation, find_quotations
from backchannel.lang.tables import read_rows

WORDS = {
    "de": '„ “ ‚ ‘ » « " , . : sagte sei habe teilte mit dass laut nach Angaben so wie wonach soll haben er der Minister '
    "Polizei zufolge Das Berufung unter auf hieß es Forderung zu nicht ? \n\n".split(" "),
    "en": "“ ” ‘ ’ \" ' , . : said says that to according citing as he the minister police was quoted saying claim of by "
    "reportedly This would put it called for not ? \n\n".split(" "),
}
TAGS = ["NOUN", "PROPN", "PRON", "VERB", "AUX", "PUNCT", "ADP", "SCONJ", "ADV", "ADJ", "DET", "X"]
DEPS = [
    *"nsubj obj obl ccomp xcomp parataxis advcl acl acl:relcl conj case mark aux cop punct nmod appos flat".split(),
    *"compound:prt aux:pass nsubj:pass advmod dep expl csubj det det:poss fixed".split(),
]
MORPHS = ["", "VerbForm=Fin|Tense=Pres|Number=Sing|Mood=Sub", "VerbForm=Part", "VerbForm=Inf", "Case=Nom"]


@st.composite
def soups(draw: st.DrawFn, lang: str) -> Doc:
    """Words in any order with any tree over them, as a parser could never make it."""
    size = draw(st.integers(1, 24))

    def pick(pool: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(pool), min_size=size, max_size=size))

    words, tags = pick(WORDS[lang]), pick(TAGS)
    starts = [i == 0 or draw(st.integers(0, 7)) == 0 for i in range(size)]
    heads: list[int] = []
    first = 0
    for i in range(size):
        first = i if starts[i] else first
        heads.append(draw(st.integers(first, i)))
    return Doc(
        Vocab(),
        words=words,
        pos=["SPACE" if word.isspace() else tag for word, tag in zip(words, tags, strict=True)],
        deps=["ROOT" if head == i else dep for i, (head, dep) in enumerate(zip(heads, pick(DEPS), strict=True))],
        heads=heads,
        morphs=pick(MORPHS),
    )


def check(doc: Doc, quotation: Quotation) -> None:
    spans = [
        *quotation.parts,
        *quotation.cue_parts,
        *filter(None, [quotation.speaker, quotation.cue, quotation.content]),
    ]
    assert all(0 <= start < end <= len(doc) for start, end in spans)
    assert quotation.content == (quotation.parts[0][0], quotation.parts[-1][1])
    assert all(left[1] < right[0] for left, right in zip(quotation.parts, quotation.parts[1:], strict=False))
    if quotation.speaker is not None and quotation.speaker_head is not None:
        assert quotation.speaker[0] <= quotation.speaker_head < quotation.speaker[1]
    if quotation.cue is not None and quotation.cue_head is not None:
        assert quotation.cue[0] <= quotation.cue_head < quotation.cue[1]
        assert quotation.cue in quotation.cue_parts
    assert (quotation.speaker is None) == (quotation.speaker_head is None)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_any_soup_keeps_within_the_text(lang: str) -> None:
    @settings(max_examples=300, deadline=None)
    @given(soups(lang))
    def run(doc: Doc) -> None:
        found = find_quotations(doc, lang)
        for quotation in found:
            check(doc, quotation)
        assert found == find_quotations(doc, lang)

    run()


@pytest.mark.parametrize("lang", ["de", "en", "fr"])
def test_nothing_is_found_in_nothing(lang: str) -> None:
    assert find_quotations(Doc(Vocab()), lang) == []
    assert find_quotations(Doc(Vocab(), words=["„", "“"], pos=["PUNCT", "PUNCT"]), lang) == []


@pytest.mark.parametrize("lang", ["de", "en"])
def test_rows_of_the_lexicon(lang: str) -> None:
    rows = read_rows(lang, "cues")
    assert sum(row["pos"] in {"verb", "act", "thought", "state"} for row in rows) >= (300 if lang == "de" else 220)
    assert all(row["example"] for row in rows)
    assert all(row["with"] for row in rows if row["pos"] in {"thought", "state"})
    keys = [(row["lemma"], row["pos"]) for row in rows]
    assert len(keys) == len(set(keys))


def test_nouns_of_saying() -> None:
    for lang in ("de", "en"):
        assert sum(len(row["forms"].split("|")) for row in read_rows(lang, "speech_nouns")) >= 90
