"""Stories in marked text: who takes part, when, where, of what kind, and whether it happened at all.

stories.de.txt and stories.en.txt are to be read right; open.txt holds those that are not, yet. It is not run.
"""

from __future__ import annotations

import pytest
from marked_story import Story, read_stories

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article, Claim, Span

STORIES = [*read_stories("stories.de.txt", "de"), *read_stories("stories.en.txt", "en")]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


def read(story: Story, annotator: Annotator) -> list[Claim]:
    article = Article("story", "story.txt", story.text, story.lang, published=story.published)
    claims = extract_claims(article, annotate_article(article, annotator))
    return [claim for claim in claims if claim.type == "contact" and not claim.is_background]


def overlap(span: Span, place: tuple[int, int]) -> bool:
    return span.start < place[1] and place[0] < span.end


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.lang}: {story.name}")
def test_story_is_read_as_marked(story: Story, annotator: Annotator) -> None:
    claims = read(story, annotator)
    if story.kind is None:
        assert claims == []
        return
    told = [claim for claim in claims if any(overlap(claim.trigger, word) for word in story.marked("x"))]
    assert len(told) == 1, [claim.trigger.text for claim in claims]
    claim = told[0]
    assert (claim.kind, claim.status) == (story.kind, story.status)
    spans = [mention.span for mention in claim.participants]
    assert [story.text[s:e] for s, e in story.parties if not any(overlap(span, (s, e)) for span in spans)] == []
    assert [span.text for span in spans if not any(overlap(span, party) for party in story.parties)] == []
    for label, span in (("t", claim.when and claim.when.span), ("p", claim.where and claim.where.span)):
        for place in story.marked(label):
            assert span and overlap(span, place), (label, span)


def test_there_are_stories_of_both_languages_and_each_is_told_once() -> None:
    texts = [story.text for story in [*STORIES, *read_stories("open.txt")]]
    assert len(texts) == len(set(texts))
    assert sum(story.lang == "de" for story in STORIES) >= 60
    assert sum(story.lang == "en" for story in STORIES) >= 25
