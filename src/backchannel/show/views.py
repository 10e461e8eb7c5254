"""A ledger -> what is shown of contacts: rows of a table, and one contact with its claims.

What comes in is an open ledger and filters, what goes out are frozen dataclasses of words, ready for any template.
Never escapes or colours anything, and never writes to the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backchannel.mark import Mark
from backchannel.model import Article, Claim, Conflict, Contact, Knowledge, Mention, Participant, Response, Span
from backchannel.show.dates import say_date
from backchannel.show.lineage import LineageView, view_lineage
from backchannel.show.states import find_state, name_state
from backchannel.show.wording import (
    count,
    number_origins,
    say_chain,
    say_knowing,
    say_knowledge,
    say_outlet,
    say_response,
    say_sides,
)

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

LETTERS = "abcdefghijklmnoqrsuvwyz"
SHORT = 8


@dataclass(frozen=True, slots=True)
class Filters:
    """Which contacts to show. None does not filter; dates are EDTF days, months or years, both ends included."""

    state: str | None = None
    person: str | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact in one line. `stances` are sorts of response, `when` is EDTF or "unknown", `origins` "1" or "1–2"."""

    id: str
    short: str
    when: str
    kind: str
    status: str
    stances: tuple[str, ...]
    who: str
    where: str
    articles: int
    origins: str


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """One taking part. `letter` is the label of their marks in every claim of the contact, `traits` what is special."""

    letter: str
    name: str
    traits: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as a quoted sentence with marks. `elsewhere` are its values that stand outside the sentence."""

    number: int
    id: str
    article: str
    outlet: str
    title: str
    date: str
    lang: str
    says: str
    text: str
    marks: tuple[Mark, ...]
    elsewhere: tuple[tuple[str, str], ...]
    chain: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field on which claims differ: each value with its claims' numbers and outlets, an outlet once."""

    field: str
    values: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ResponseView:
    """What somebody says of the contact or knew of it, with the numbers of the claims that say so."""

    stance: str
    words: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """One contact with everything that is shown of it. `facts` are pairs of a word and a value."""

    row: ContactRow
    title: str
    known: str
    facts: tuple[tuple[str, str], ...]
    participants: tuple[ParticipantView, ...]
    lineage: LineageView
    claims: tuple[ClaimView, ...]
    responses: tuple[ResponseView, ...]
    knowledge: tuple[ResponseView, ...]
    conflicts: tuple[ConflictView, ...]


def view_contacts(ledger: Ledger, filters: Filters = Filters()) -> tuple[ContactRow, ...]:
    """Return the rows of all contacts that pass, by date, those without a known day last."""
    return tuple(view_row(contact) for contact in choose_contacts(ledger.contacts(), filters))


def choose_contacts(contacts: Iterable[Contact], filters: Filters = Filters()) -> list[Contact]:
    """Return the contacts that pass, by date, those without a known day last; with a period these do not pass."""
    chosen = [contact for contact in contacts if _passes(contact, filters)]
    return sorted(chosen, key=lambda contact: (contact.when.earliest or "~", contact.when.edtf or "~", contact.id))


def view_contact(ledger: Ledger, contact: Contact, entity_of: Mapping[str, str] | None = None) -> ContactView:
    """Return one contact in words. `entity_of` leads from mentions to entities; without it the ledger is asked."""
    found = read_claims(ledger, contact)
    entity_of = map_mentions(ledger) if entity_of is None else entity_of
    articles = {claim.article: ledger.article(claim.article) for claim in found}
    found.sort(key=lambda each: (each.type, articles[each.article].published or "~", each.article, each.quote.start))
    numbers = {claim.id: number for number, claim in enumerate(found, 1)}
    letters = {participant.entity: _letter(place) for place, participant in enumerate(contact.participants)}
    outlets = {claim.id: say_outlet(articles[claim.article]) for claim in found}
    return ContactView(
        row=view_row(contact),
        title=title_contact(contact),
        known=say_knowledge(contact),
        facts=tuple(_list_facts(contact)),
        participants=tuple(_view_participant(each, letters[each.entity]) for each in contact.participants),
        lineage=view_lineage(ledger, contact),
        claims=tuple(_view_claim(numbers[each.id], each, articles[each.article], letters, entity_of) for each in found),
        responses=tuple(_view_response(response, numbers) for response in contact.responses),
        knowledge=tuple(_view_knowledge(knowledge, numbers) for knowledge in contact.knowledge),
        conflicts=tuple(_view_conflict(conflict, numbers, outlets) for conflict in contact.conflicts),
    )


def title_contact(contact: Contact) -> str:
    """Return a contact as it is headed: "Call: Marco Rubio (US) ↔ Sergej Lawrow (RU)"."""
    return f"{contact.kind.capitalize()}: {say_sides(contact.participants)}"


def view_row(contact: Contact) -> ContactRow:
    """Return a contact in one line."""
    return ContactRow(
        id=contact.id,
        short=contact.id[:SHORT],
        when=contact.when.edtf or "unknown",
        kind=contact.kind,
        status=contact.status,
        stances=tuple(dict.fromkeys(response.stance for response in contact.responses)),
        who=say_sides(contact.participants),
        where=_say_place(*contact.where) if contact.where else "",
        articles=len(contact.articles),
        origins=number_origins(contact),
    )


def read_claims(ledger: Ledger, contact: Contact) -> list[Claim]:
    """Return every claim a contact rests on, those of its responses and conflicts too, each once."""
    responses = [claim for answer in contact.answers for claim in answer.claims]
    conflicts = [claim for conflict in contact.conflicts for value in conflict.values for claim in value.claims]
    return [ledger.claim(id) for id in dict.fromkeys([*contact.claims, *responses, *conflicts])]


def map_mentions(ledger: Ledger) -> dict[str, str]:
    """Return the entity of every mention, by id."""
    return {mention: entity.id for entity in ledger.entities() for mention in entity.mentions}


def list_marks(claim: Claim, letter_of: Mapping[str, str]) -> list[tuple[Span, str]]:
    """Return the spans of a claim with their labels; `letter_of` gives the label of a mention's id."""
    spans = [(mention.span, letter_of[mention.id]) for mention in claim.participants]
    spans += [(claim.when.span, "t")] if claim.when else []
    spans += [(claim.where.span, "p")] if claim.where else []
    for attribution in claim.attributions:
        spans += [(span, label) for span, label in ((attribution.span, "src"), (attribution.cue, "cue")) if span]
    return [*spans, (claim.trigger, "x"), *((topic, "topic") for topic in claim.topics)]


def _passes(contact: Contact, filters: Filters) -> bool:
    when = contact.when
    return (
        (filters.kind is None or contact.kind == filters.kind)
        and (filters.status is None or contact.status == filters.status)
        and (filters.state is None or find_state(filters.state) in {each.country for each in contact.participants})
        and (filters.person is None or any(_is_called(each, filters.person) for each in contact.participants))
        and (filters.since is None or bool(when.latest and when.latest[: len(filters.since)] >= filters.since))
        and (filters.until is None or bool(when.earliest and when.earliest[: len(filters.until)] <= filters.until))
    )


def _is_called(participant: Participant, words: str) -> bool:
    return any(words.casefold() in name.casefold() for name in (participant.name, *participant.spellings))


def _letter(place: int) -> str:
    return LETTERS[min(place, len(LETTERS) - 1)]


def _say_place(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def _list_facts(contact: Contact) -> Iterable[tuple[str, str]]:
    basis = f" ({contact.when.basis})" if contact.when.basis else ""
    yield "When", say_date(contact.when.edtf) + basis
    yield "Where", _say_place(contact.where[0], name_state(contact.where[1])) if contact.where else "not said"
    yield "Status", contact.status
    yield "Setting", f"{contact.setting}, confidential" if contact.is_confidential else contact.setting
    if contact.count:
        yield "How often", count(contact.count, "time")
    if contact.topics:
        yield "About", "; ".join(contact.topics)


def _view_participant(participant: Participant, letter: str) -> ParticipantView:
    number = f" ({participant.count})" if participant.count else ""
    role = participant.role if participant.role != "party" else ""
    capacity = participant.capacity if participant.capacity not in ("official", "unknown") else ""
    traits = (name_state(participant.country), participant.office, role, capacity)
    return ParticipantView(
        letter=letter,
        name=participant.name + number + (", unnamed" if participant.unnamed else ""),
        traits=tuple(trait for trait in traits if trait),
        spellings=tuple(spelling for spelling in participant.spellings if spelling != participant.name),
    )


def _view_claim(
    number: int, claim: Claim, article: Article, letters: Mapping[str, str], entity_of: Mapping[str, str]
) -> ClaimView:
    letter_of = _give_letters(claim.participants, letters, entity_of)
    inside, outside = split_marks(claim.quote, list_marks(claim, letter_of))
    return ClaimView(
        number=number,
        id=claim.id,
        article=article.id,
        outlet=say_outlet(article),
        title=article.title or "",
        date=say_date(article.published),
        lang=article.lang,
        says=say_claim(claim),
        text=claim.quote.text,
        marks=tuple(inside),
        elsewhere=tuple(outside),
        chain=say_chain(article, claim.attributions),
        when=f"{say_date(claim.when.edtf)} ({claim.when.basis})" if claim.when else "",
    )


def say_claim(claim: Claim) -> str:
    """Return what a claim comes to: "call, happened", "response: denies (leaves open: place)", "knowledge: knew"."""
    if claim.type == "contact":
        return f"{claim.kind}, {claim.status}"
    left = f" (leaves open: {', '.join(claim.leaves_open)})" if claim.leaves_open else ""
    return f"{claim.type}: {claim.stance or claim.knows}{left}"


def split_marks(quote: Span, spans: Iterable[tuple[Span, str]]) -> tuple[list[Mark], list[tuple[str, str]]]:
    """Return the marks within `quote`, counted from its start, and (label, words) of those that lie outside."""
    inside: list[Mark] = []
    outside: list[tuple[str, str]] = []
    for span, label in spans:
        if quote.start <= span.start < span.end <= quote.end:
            inside.append((span.start - quote.start, span.end - quote.start, label))
        elif span.text:
            outside.append((label, span.text))
    return inside, outside


def _give_letters(
    mentions: Iterable[Mention], letters: Mapping[str, str], entity_of: Mapping[str, str]
) -> dict[str, str]:
    """Return a letter for each mention: its participant's, or a new one for who only responds."""
    given = dict(letters)
    for mention in mentions:
        given.setdefault(entity_of.get(mention.id, mention.id), _letter(len(given)))
    return {mention.id: given[entity_of.get(mention.id, mention.id)] for mention in mentions}


def _view_response(response: Response, numbers: Mapping[str, int]) -> ResponseView:
    return ResponseView(response.stance, say_response(response), tuple(numbers[claim] for claim in response.claims))


def _view_knowledge(knowledge: Knowledge, numbers: Mapping[str, int]) -> ResponseView:
    return ResponseView(knowledge.knows, say_knowing(knowledge), tuple(numbers[claim] for claim in knowledge.claims))


def _view_conflict(conflict: Conflict, numbers: Mapping[str, int], outlets: Mapping[str, str]) -> ConflictView:
    values = (
        (value.value, tuple(numbers[claim] for claim in value.claims), (outlets[claim] for claim in value.claims))
        for value in conflict.values
    )
    return ConflictView(conflict.field, tuple((value, told, tuple(dict.fromkeys(who))) for value, told, who in values))
