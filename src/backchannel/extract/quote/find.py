"""Find quotations: who says what, with which word.

In: a parsed Doc. Out: Quotations in the order of their contents. A pure function of the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from backchannel.extract.quote.content import find_content
from backchannel.extract.quote.cue import Cue, find_cues
from backchannel.extract.quote.direct import Direct, within
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.free import Continuation
from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.marks import Stretch, find_stretches
from backchannel.extract.quote.nouns import find_noun_quotations
from backchannel.extract.quote.quotation import Quotation
from backchannel.extract.quote.report import find_hearsay, find_reported
from backchannel.extract.quote.sources import Source, find_sources
from backchannel.extract.quote.taken_up import find_taken_up
from backchannel.extract.quote.text import Text
from backchannel.extract.quote.trim import clean
from backchannel.extract.quote.unframed import find_unframed


def find_quotations(doc: Doc, lang: str) -> list[Quotation]:
    """Return the quotations of a document; what is quoted within another comes after it."""
    if not len(doc):
        return []
    text = Text(doc, lang)
    drafts = find_drafts(text)
    drafts.sort(key=lambda draft: (draft.content[0], -draft.content[-1]))
    return [draft.finish(text) for draft in drafts]


def find_drafts(text: Text) -> list[Draft]:
    """Return the quotations of a text in no order."""
    stretches = find_stretches(text)
    cues, sources = list(find_cues(text)), list(find_sources(text))
    direct = list(Direct(text, stretches, cues, sources).find())
    indirect = [*_from_verbs(text, cues, direct, stretches), *find_noun_quotations(text)]
    indirect += _from_sources(text, sources, [*direct, *indirect])
    indirect = list(_without_doubles(_without_echoes(text, indirect)))
    indirect += find_taken_up(text, cues, [*direct, *indirect])
    reported = list(find_reported(text, cues, [*direct, *indirect]))
    found = [*direct, *indirect, *reported]
    found += list(Continuation(text, found, stretches).find())
    found += list(find_unframed(text, [draft for draft in found if draft.kind != "reported"]))
    found += list(find_hearsay(text, found))
    found += within(text, stretches, found, {draft.content[0] for draft in direct})
    return [draft for draft in found if draft.content]


def _from_verbs(text: Text, cues: list[Cue], direct: list[Draft], stretches: list[Stretch]) -> Iterator[Draft]:
    for cue in cues:
        content = find_content(text, cue)
        around = next((s for s in stretches if s.start <= cue.head < s.end), None)
        if around is not None:
            content = [i for i in content if around.start <= i < around.end]
        marked = _marked(content, cue, direct)
        if marked is not None:
            _attribute(marked, cue)
            continue
        if content and not _is_told(text, content, cue.words, direct):
            yield Draft("indirect", content, cue.speaker, cue.words, cue.head)


def _marked(content: list[int], cue: Cue, direct: list[Draft]) -> Draft | None:
    """Return the words in quotation marks that are all a cue beside them introduces."""
    if not content:
        return None
    return next((d for d in direct if d.covers.issuperset(content) and cue.head not in d.covers), None)


def _attribute(draft: Draft, cue: Cue) -> None:
    """Give words in quotation marks to the cue they hang on: the parse knows better than the nearest verb."""
    if cue.speaker is not None:
        draft.speaker, draft.cue, draft.cue_head = cue.speaker, cue.words, cue.head


def _from_sources(text: Text, sources: list[Source], drafts: list[Draft]) -> Iterator[Draft]:
    """Yield what the phrases name the source of; behind who reports, the content is what he reports."""
    known = {draft.speaker for draft in drafts if draft.kind == "indirect"}
    for source in sources:
        content = clean(text, list(source.clause))
        if source.is_behind:
            inside = set(source.clause)
            reported = [d.content for d in drafts if d.cue_head in inside]
            content = max(reported, key=len, default=content)
        if content and source.speaker not in known and not _is_told(text, content, source.cue, drafts):
            yield Draft("indirect", list(content), source.speaker, source.cue, source.cue[0])


def _is_told(text: Text, content: list[int], cue: tuple[int, ...], direct: list[Draft]) -> bool:
    """Tell whether what a cue introduces is said in quotation marks, as a whole or nearly so."""
    marked = {i for draft in direct if draft.kind == "direct" and draft.cue == cue for i in draft.content}
    return bool(marked) and all(i in marked or text.is_edge(i) for i in content)


def _without_doubles(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, but of those with the same content and speaker only the first."""
    seen: set[tuple[int, int, int | None]] = set()
    for draft in drafts:
        key = (draft.content[0], draft.content[-1], draft.speaker)
        if key not in seen:
            seen.add(key)
            yield draft


def _without_echoes(text: Text, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts, but not what a pronoun thinks within what its own speaker says: "he said he believed …"."""
    for draft in drafts:
        head = draft.cue_head if draft.cue_head is not None else draft.content[0]
        if draft.speaker is None and text.dep[head] in {"acl", "xcomp", "parataxis"}:
            continue
        own = draft.speaker is None or text.lower[draft.speaker] in word_list("pronoun", text.lang)
        own = own or text.dep[head] == "xcomp"
        if own and any(draft.cue_head in other.covers for other in drafts if other is not draft):
            continue
        yield draft
