"""Find who confirms, denies, declines to comment on or distances themselves from what an article reports.

In: a Scene, the stands of its sentences and the contacts claimed in it. Out: response Claims tied to what they answer.
Never changes a contact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.evidence import make_mention, quote_of, span_of
from backchannel.extract.grammar import (
    VERBAL,
    base,
    children,
    clause_head,
    governors,
    is_passive,
    preposition,
    subjects,
)
from backchannel.extract.mention import describe_all
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.stance import Stand, open_details
from backchannel.extract.unnamed import find_unnamed
from backchannel.lang.contacts import contact_nouns, contact_verbs
from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES, read_table
from backchannel.lang.words import is_listed, word_list
from backchannel.model import Claim, Detail, Kind, Span, Stance, make_id

FROM = word_list("from whom")
IT = word_list("it")
CALLING = word_list("calling")
# "Äußerte sich nicht direkt, betonte aber, sie sprächen nicht für die Regierung" distances.
WEIGHT: tuple[Stance, ...] = ("denies", "distances", "confirms", "declines", "no comment yet")
PRONOUNS = word_list("pronoun") | {"es", "it", "they"}
NEXT_SENTENCE = 3
REACH = 4
ANYBODY = word_list("anybody")
OFFICIAL = frozenset({"official", "former official"})


def find_responses(scene: Scene, stands: Sequence[Stand], contacts: Sequence[Claim]) -> list[Claim]:
    """Return the responses in an article that reports contacts, in the order of the text."""
    contacts = [claim for claim in contacts if not claim.is_background]
    found: list[Claim] = []
    for stand in (stand for stand in stands if stand.stance):
        if stand.about_details and _is_continued(found, stand):
            found[-1] = _open_more(found[-1], open_details(stand.verb, before=True))
            continue
        if not is_about_contact(scene, stand, contacts):
            continue
        figures = [f for f in find_responders(scene, stand) if _may_respond(f)]
        if not figures:
            continue
        if not _leaves_open(found, stand, figures) and not stand.only_adds:
            answered = find_answered(scene, stand, contacts)
            found += [_make_response(scene, stand, figures, to) for to in (*answered, *([] if answered else [None]))]
    return _one_for_each(found)


def _one_for_each(found: list[Claim]) -> list[Claim]:
    """Keep of several stands of one responder in one sentence the one that says most."""
    kept: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.quote.start, WEIGHT.index(c.stance or "declines"), c.trigger.start)):
        who = {m.name for m in claim.participants}
        rivals = [k for k in kept if k.quote == claim.quote and {m.name for m in k.participants} & who]
        if all(rival.stance == claim.stance and rival.answers != claim.answers for rival in rivals):
            kept.append(claim)
    return sorted(kept, key=lambda c: c.trigger.start)


def find_responders(scene: Scene, stand: Stand) -> list[Figure]:
    """Return who takes a stand: the subject, the agent of a passive, "aus Moskau", or who says the clause."""
    if stand.said:
        return find_speakers(scene, stand.token) or _callers(scene, stand)
    if is_passive(stand.verb) and not stand.is_own:
        agents = [t for t in children(stand.verb, "obl") if any(c.lower_ in word_list("agent") for c in t.children)]
        if agents:
            return [f for agent in agents for f in describe_all(scene, agent)]
        return _from_whom(scene, stand)
    own = [] if _is_subject_itself(stand) else [s for s in subjects(stand.verb) if s.lower_ not in ANYBODY]
    figures = [f for subject in own for f in describe_all(scene, subject) or _unnamed(scene, subject)]
    return figures or _from_whom(scene, stand)


def _unnamed(scene: Scene, token: Token) -> list[Figure]:
    """Describe "ein Mitarbeiter des Präsidenten": of the side of whom they work for."""
    unnamed = find_unnamed(scene, token)
    if unnamed is None:
        return []
    owners = [f for owner in children(token, "nmod", "nmod:poss") for f in describe_all(scene, owner)]
    country = next((owner.country for owner in owners if owner.country), None)
    span = scene.doc.char_span(unnamed.span.start, unnamed.span.end, alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (token.i, token.i + 1)
    plural = unnamed.count != 1
    return [
        Figure(
            token.i, start, end, "group" if plural else "person", unnamed.span.text, country,
            capacity="official", is_unnamed=True, is_plural=plural, count=unnamed.count,
        )
    ]  # fmt: skip


def _is_subject_itself(stand: Stand) -> bool:
    """Tell whether the noun of the stand is its clause's subject: "ein Kommentar aus Doha lag nicht vor"."""
    return any(s == stand.token for s in subjects(stand.verb)) and stand.token.pos_ not in VERBAL


def _from_whom(scene: Scene, stand: Stand) -> list[Figure]:
    """Return whom "aus", "von", "from" name beside the word, and whose it is: "Moskaus Dementi"."""
    for head in (stand.token, stand.verb):
        for child in children(head, "nmod", "obl", "nmod:poss"):
            owned = base(child.dep_) == "nmod" and not preposition(child)
            if owned or preposition(child) in FROM:
                figures = describe_source(scene, child)
                if figures:
                    return figures
    return find_speakers(scene, stand.token)


def describe_source(scene: Scene, token: Token) -> list[Figure]:
    """Describe a source; of "aus Moskau", which is a place elsewhere, the state."""
    figures = describe_all(scene, token)
    hit = scene.hit(token, "state", "capital")
    if figures or hit is None:
        return figures
    name = read_table("en", "states", "code")[hit.entry.country or ""]["name"]
    country = hit.entry.country
    return [Figure(token.i, hit.start, hit.end, "state", name, country, capacity="official", is_unnamed=True)]


def _callers(scene: Scene, stand: Stand) -> list[Figure]:
    """Return who calls a report false: "die Sprecherin nannte den Bericht falsch"."""
    verb = next((t for t in (stand.verb, *governors(stand.token)) if t.lower_ in CALLING), None)
    return [f for subject in subjects(verb) for f in describe_all(scene, subject)] if verb is not None else []


def find_speakers(scene: Scene, token: Token) -> list[Figure]:
    """Return who says the clause a word stands in: the speaker of the narrowest quotation, else of a verb above."""
    held = [q for q in scene.quotations if any(start <= token.i < end for start, end in q.parts)]
    for quotation in sorted(held, key=lambda q: sum(end - start for start, end in q.parts)):
        head = quotation.speaker_head
        if head is not None and head != token.i and (figures := describe_source(scene, scene.doc[head])):
            return figures
    lang = scene.article.lang
    clause = clause_head(token)
    put_in = [c for t in (clause, *governors(token)) for c in children(t, "parataxis", "advcl") if c != clause]
    for verb in (*governors(token), *put_in):
        if verb.pos_ in VERBAL and verb != clause and speech_cue(verb, lang):
            figures = [f for subject in subjects(verb) for f in describe_all(scene, subject)]
            if figures:
                return figures
            return [
                f
                for child in children(verb, "obl")
                if preposition(child) in FROM
                for f in describe_source(scene, child)
            ]
    return []


def is_about_contact(scene: Scene, stand: Stand, contacts: Sequence[Claim]) -> bool:
    """Tell whether a stand is on a contact or a report of one, or on nothing the clause names ("declined to comment").

    What hangs on the word is looked at, not who takes the stand. "Bestätigte den Termin der Wahl" is on something else.
    """
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    told = {claim.trigger.start for claim in contacts}
    topics = list(_topics(stand))
    if not topics:
        return not stand.needs_contact
    words = [t for topic in topics for t in topic.subtree]
    if stand.needs_report and not stand.said:
        return any(_is_report(t, lang) for t in words)
    if any(t.idx in told for t in words):
        return True
    if stand.needs_contact:
        return any(tells_of_contact(t, lang) for t in words)
    if any(_is_report(t, lang) for t in words) and not stand.knows:
        return True
    if any(tells_of_contact(t, lang) or takes_up(t) for t in words):
        return True
    return stand.stance in {"declines", "no comment yet", "distances"}


def _topics(stand: Stand) -> list[Token]:
    """Return the heads of what a stand is on: objects, clauses, phrases with "zu", "von", "on"."""
    own = [t for t in (stand.token, stand.verb) if t.pos_ in VERBAL | {"NOUN"}]
    relations = ["obj", "ccomp", "xcomp", "obl", "acl", "advcl"]
    if stand.said or is_passive(stand.verb):
        relations.append("nsubj")
    found = []
    for head in own:
        # "Bei ihrem Treffen bestätigten sie ihre Absicht": where there is an object, it is what is confirmed.
        objects = stand.stance in {"confirms", "denies"} and children(head, "obj", "ccomp", "xcomp")
        for child in objects or children(head, *relations, "nmod"):
            is_own = child == stand.token or preposition(child) in FROM | word_list("agent")
            if not is_own and not (base(child.dep_) == "advcl" and child.pos_ not in VERBAL):
                found.append(child)
    if stand.verb.dep_ == "parataxis" or (base(stand.verb.dep_) == "advcl" and not found):
        # "Sie hätten telefoniert, bestätigte das Ministerium": what is said stands above.
        found.append(stand.verb.head)
    return found


def _is_report(token: Token, lang: str) -> bool:
    return is_listed(token.text, "report", lang)


def tells_of_contact(token: Token, lang: str) -> bool:
    """Tell whether a word is one of contact; a noun in German also as the last part of a compound."""
    if token.pos_ in VERBAL:
        return any(word.strength in {"strong", "mit", "with"} for word in contact_verbs(lang).get(token.lower_, ()))
    nouns, stemmed = contact_nouns(lang), stem(token.text, lang)
    return stemmed in nouns or (lang == "de" and any(stemmed.endswith(noun) for noun in nouns))


def takes_up(token: Token) -> bool:
    """Tell whether a word stands for what was told: "davon", "es", "it"; not the "that" that opens a clause."""
    return token.lower_ in IT and token.pos_ != "SCONJ" and base(token.dep_) not in {"mark", "det"}


def _may_respond(figure: Figure) -> bool:
    if figure.type in {"body", "state"}:
        return True
    named = figure.type == "person" and not figure.is_unnamed
    return named or figure.capacity in OFFICIAL or (figure.type == "organisation" and figure.is_multilateral)


def _is_continued(found: list[Claim], stand: Stand) -> bool:
    """Tell whether a sentence goes on about a confirmation just before it: "Angaben zum Ort machte es nicht"."""
    if not found or found[-1].stance != "confirms":
        return False
    between = stand.token.sent.start_char - found[-1].quote.end
    return 0 <= between <= NEXT_SENTENCE and all(s.lower_ in PRONOUNS for s in subjects(stand.verb))


def _open_more(claim: Claim, details: tuple[Detail, ...]) -> Claim:
    return replace(claim, leaves_open=tuple(dict.fromkeys((*claim.leaves_open, *(details or ("topics",))))))


def _leaves_open(found: list[Claim], stand: Stand, figures: list[Figure]) -> bool:
    """Keep what somebody who confirms would not say with the confirmation: it is no refusal of its own."""
    open_ = open_details(stand.verb, before=stand.about_details)
    if not found or stand.stance not in {"declines", "no comment yet"} or not (open_ or stand.about_details):
        return False
    last = found[-1]
    who = {f.name for f in figures}
    same = last.quote.start <= stand.token.idx < last.quote.end and {m.name for m in last.participants} & who
    if last.stance != "confirms" or not same:
        return False
    found[-1] = _open_more(last, open_)
    return True


def _make_response(scene: Scene, stand: Stand, figures: list[Figure], answered: Claim | None) -> Claim:
    article, quote = scene.article.id, quote_of(stand.token)
    return Claim(
        id=make_id(article, "response", stand.token.idx, stand.stance, answered and answered.id),
        article=article,
        type="response",
        quote=quote,
        trigger=_words_of(stand),
        participants=tuple(make_mention(scene, figure) for figure in figures),
        stance=stand.stance,
        answers=answered.id if answered else None,
    )


def _words_of(stand: Stand) -> Span:
    """Return the words of a stand, as a whole where they are near: "lehnte eine Stellungnahme", "declined to talk"."""
    above = stand.verb if stand.verb != stand.token else stand.token.head
    if base(stand.token.dep_) in {"ccomp", "parataxis", "conj"}:
        above = stand.token
    first, last = sorted((stand.token, above), key=lambda t: t.i)
    is_near = last.i - first.i <= REACH and above.pos_ in VERBAL and above.sent == stand.token.sent
    refused = stand.stance in {"declines", "no comment yet"}
    return span_of(first, last) if is_near and refused else span_of(stand.token, stand.token)


def find_answered(scene: Scene, stand: Stand, contacts: Sequence[Claim]) -> list[Claim]:
    """Return the contacts a stand is on: those of its sentence, the one taken up ("das Treffen"), or the news.

    Who "declined to comment" does so on what the article tells first; two contacts of that sentence are both meant.
    """
    told = [c for c in contacts if c.participants] or list(contacts)
    if not told:
        return []
    quote = quote_of(stand.token)
    inside = [c for c in contacts if quote.start <= c.trigger.start < quote.end]
    if inside:
        taken_up = {c.answers for c in inside[:1]}
        return [c for c in contacts if c.id in taken_up] or inside[:1]
    before = [c for c in told if c.trigger.start <= stand.token.idx] or told
    kinds = _kinds_named(scene, stand)
    if kinds:
        return [c for c in before if c.kind in kinds][-1:] or before[-1:]
    return [c for c in before if c.quote == before[0].quote]


def _kinds_named(scene: Scene, stand: Stand) -> set[Kind]:
    """Return the kinds of contact that what a stand is on may be: "das Treffen" a meeting, "die Reise" a visit."""
    lang = scene.article.lang
    words = [t for topic in _topics(stand) for t in topic.subtree if tells_of_contact(t, lang)]
    kinds: set[Kind] = set()
    for word in words:
        verbs = contact_verbs(lang).get(word.lower_, ()) if word.pos_ in VERBAL else ()
        noun = contact_nouns(lang).get(stem(word.text, lang))
        kinds |= {w.kind for w in (*verbs, *([noun] if noun else []))}
    return kinds or ({"meeting"} if words else set())
