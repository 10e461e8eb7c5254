"""Say whom an article names as its sources, whatever they are named for.

In: a Scene. Out: Attributions, agency marks first, then in the order of the text, nobody twice but for
who signs an article and is cited in it.
Never says which of them the article itself comes from.
"""

from __future__ import annotations

from backchannel.extract.byline import find_bylines
from backchannel.extract.chain import find_links
from backchannel.extract.scene import Scene
from backchannel.model import Attribution


def find_citations(scene: Scene) -> tuple[Attribution, ...]:
    """Return the sources of an article. Of several places that name one source the first counts."""
    told = sorted(scene.quotations, key=lambda quotation: quotation.content or quotation.speaker or (0, 0))
    links = [*find_bylines(scene), *(link for quotation in told for link in find_links(scene, quotation))]
    kept: dict[tuple[str, bool], Attribution] = {}
    for link in links:
        kept.setdefault((link.source, link.cue is None), link)
    return tuple(kept.values())
