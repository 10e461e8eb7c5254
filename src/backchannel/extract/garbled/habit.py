"""Find what is no error in one sentence, but a foreign habit where it comes again and again.

In: the parsed sentences of an article. Out: Signs, or nothing where there are too few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.extract.garbled.words import Sentence
from backchannel.model import Sign, Span

FEWEST_SENTENCES = 4
FEWEST = 2
SHARE = 0.25


def find_habits(sentences: Sequence[Sentence], text: str, lang: str) -> Iterator[Sign]:
    """Yield the sentences that begin with "and", as in Arabic, where many do."""
    whole = [sentence for sentence in sentences if len(sentence) > 4]
    opening = "und" if lang == "de" else "and"
    found = [sentence for sentence in whole if sentence[0].low == opening and _tells(sentence)]
    if len(whole) >= FEWEST_SENTENCES and len(found) >= max(FEWEST, SHARE * len(whole)):
        for sentence in found:
            end = sentence[1].end
            span = Span(sentence[0].start, end, text[sentence[0].start : end])
            yield Sign(span, "calque", None, "sentence after sentence begins with and")


def _tells(sentence: Sentence) -> bool:
    """Tell whether a sentence is no question, exclamation or quotation."""
    return sentence[-1].text == "." and not any(word.text in '„“”"»«?!' for word in sentence)
