"""Check what must always hold in a ledger.

In: an open ledger. Out: a Problem for each thing that does not hold; none for a sound ledger.
Never mends anything.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator

from backchannel.errors import LedgerError
from backchannel.ledger.check_lineage import check_descents, check_lineage
from backchannel.ledger.derived import PROGRAM
from backchannel.ledger.finding import check_span, name_missing
from backchannel.ledger.store import Ledger
from backchannel.model import Article, Claim, Contact, Copy, Problem, Span, make_id

MANY = 100
"""How many problems of one check are told; a damaged ledger has thousands."""

_UNWORDED = """SELECT id FROM {0} WHERE seq NOT IN (SELECT id FROM {0}_words_docsize)
               UNION ALL SELECT 'row ' || id FROM {0}_words_docsize WHERE id NOT IN (SELECT seq FROM {0})"""


def check_ledger(
    ledger: Ledger,
    *,
    article_id: Callable[[Article], str] | None = None,
    claim_id: Callable[[Article, Claim], str] | None = None,
) -> list[Problem]:
    """Return what is wrong with `ledger`. With `article_id` and `claim_id`, ids are made again and compared.

    Never raises LedgerError: what cannot be read is a problem too.
    """
    messages = list(_collect(_check_quotes(ledger)))
    try:
        with ledger.snapshot():
            for check in (_check_file, _check_references, _check_words, _check_problems):
                messages += _collect(check(ledger))
            messages += _collect(_check_articles(ledger, article_id, claim_id))
            messages += _collect(_check_derived(ledger))
            messages += _collect(_check_copies(ledger))
            messages += _collect(check_descents(ledger))
    except LedgerError as error:
        messages.append(str(error))
    return [Problem(str(ledger.path), "check", message) for message in dict.fromkeys(messages)]


def find_spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Yield every span of a claim and what it is."""
    yield "quote", claim.quote
    yield "trigger", claim.trigger
    if claim.when:
        yield "time", claim.when.span
    if claim.where:
        yield "place", claim.where.span
    yield from (("participant", mention.span) for mention in claim.participants)
    yield from (("source", attribution.span) for attribution in claim.attributions if attribution.span)
    yield from (("cue", attribution.cue) for attribution in claim.attributions if attribution.cue)
    yield from (("what is said", said.content) for said in claim.attributions if said.content)
    for unnamed in (each.unnamed for each in claim.attributions if each.unnamed):
        yield "unnamed source", unnamed.span
        details = (unnamed.kind, unnamed.number, unnamed.close_to, unnamed.among, unnamed.reason)
        yield from (("unnamed source", span) for span in details if span)
    yield from (("topic", topic) for topic in claim.topics)


def _collect(messages: Iterator[str]) -> Iterator[str]:
    """Yield the first messages, and the error that ended them if one did."""
    try:
        for number, message in enumerate(messages):
            if number == MANY:
                yield f"There are more than {MANY} problems of this sort; the others are not listed."
                return
            yield message
    except LedgerError as error:
        yield str(error)


def _check_quotes(ledger: Ledger) -> Iterator[str]:
    """SQLite compares index and rows in a command that has the form of a write, so not in a read-only ledger."""
    try:
        with ledger.writing():
            ledger.select("INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)")
    except LedgerError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
            yield f"The search index cannot be compared with the claims. {error}"


def _check_file(ledger: Ledger) -> Iterator[str]:
    for (finding,) in ledger.select(f"PRAGMA integrity_check({MANY})"):
        if finding != "ok":
            yield f"SQLite finds the file damaged: {finding}."


def _check_references(ledger: Ledger) -> Iterator[str]:
    for table, _, parent, _ in ledger.select("PRAGMA foreign_key_check"):
        yield f"A row of {table} names a row of {parent} that does not exist."
    for claim, article in ledger.select("SELECT id, article FROM claim WHERE article NOT IN (SELECT id FROM article)"):
        yield f"Claim {claim} is of article {article}, which does not exist."


def _check_words(ledger: Ledger) -> Iterator[str]:
    for table in ("claim", "article"):
        for (id,) in ledger.select(_UNWORDED.format(table)):
            yield f"The search index and the {table}s differ at {id}."


def _check_problems(ledger: Ledger) -> Iterator[str]:
    ids = {id for (id,) in ledger.select("SELECT id FROM problem")}
    for problem in ledger.problems():
        if make_id(problem.source, problem.step, problem.message) not in ids:
            yield f"The problem of {problem.source} ({problem.step}) does not have the id its content gives."


def _check_articles(
    ledger: Ledger, article_id: Callable[[Article], str] | None, claim_id: Callable[[Article, Claim], str] | None
) -> Iterator[str]:
    claims = {id for (id,) in ledger.select("SELECT id FROM claim")}
    for article in ledger.articles():
        if article_id and article_id(article) != article.id:
            yield f"Article {article.id} does not have the id its content gives."
        for claim in ledger.claims_of([article.id]):
            yield from _check_claim(article, claim)
            if claim.answers and claim.answers not in claims:
                yield f"Claim {claim.id} answers claim {claim.answers}, which does not exist."
            if claim_id and claim_id(article, claim) != claim.id:
                yield f"Claim {claim.id} does not have the id its content gives."


def _check_claim(article: Article, claim: Claim) -> Iterator[str]:
    if claim.article != article.id:
        yield f"Claim {claim.id} is kept with article {article.id} but says {claim.article}."
    for mention in claim.participants:
        if mention.article != article.id:
            yield f"Mention {mention.id} of claim {claim.id} says article {mention.article}, not {article.id}."
    for name, span in find_spans(claim):
        yield from check_span(f"The {name} of claim {claim.id}", span, article)


def _check_derived(ledger: Ledger) -> Iterator[str]:
    entities = {id for (id,) in ledger.select("SELECT id FROM entity")}
    articles = {id for (id,) in ledger.select("SELECT id FROM article")}
    types: dict[str, str] = {}
    mentions: set[str] = set()
    for claim in ledger.claims():
        types[claim.id] = claim.type
        mentions.update(mention.id for mention in claim.participants)
    yield from _check_entities(ledger, mentions)
    known = set(types)
    shares: Counter[str] = Counter()
    for contact in ledger.contacts():
        shares.update(claim for claim in set(contact.claims) if types.get(claim) == "contact")
        yield from _check_contact(contact, known, articles, entities)
        yield from _check_links(ledger, contact)
        yield from check_lineage(ledger, contact)
    yield from (f"Claim {claim} belongs to {number} contacts." for claim, number in shares.items() if number > 1)


def _check_entities(ledger: Ledger, mentions: set[str]) -> Iterator[str]:
    for entity in ledger.entities():
        yield from name_missing(f"Entity {entity.id}", "mention", entity.mentions, mentions)
    for (id,) in ledger.select("SELECT id FROM program_judgement WHERE json_extract(body, '$.by') <> ?", PROGRAM):
        yield f"Judgement {id} is a person's but kept with the program's."


def _check_contact(contact: Contact, claims: set[str], articles: set[str], entities: set[str]) -> Iterator[str]:
    name = f"Contact {contact.id}"
    yield from name_missing(name, "claim", contact.claims, claims)
    yield from name_missing(name, "article", contact.articles, articles)
    taking_part = [participant.entity for participant in contact.participants if not participant.unnamed]
    yield from name_missing(name, "entity", taking_part, entities)
    for response in contact.answers:
        yield from name_missing(f"A response to {name.lower()}", "claim", response.claims, claims)
    for conflict in contact.conflicts:
        for value in conflict.values:
            yield from name_missing(f"A conflict of {name.lower()}", "claim", value.claims, claims)
    for origin in contact.origins:
        yield from name_missing(f"An origin of {name.lower()}", "article", origin.articles, articles)


def _check_links(ledger: Ledger, contact: Contact) -> Iterator[str]:
    claims = {row[0] for row in ledger.select("SELECT claim FROM contact_claim WHERE contact = ?", contact.id)}
    if claims != set(contact.claims).union(*(answer.claims for answer in contact.answers)):
        yield f"Contact {contact.id} is linked to other claims than it says."
    articles = {row[0] for row in ledger.select("SELECT article FROM contact_article WHERE contact = ?", contact.id)}
    if articles != set(contact.articles):
        yield f"Contact {contact.id} is linked to other articles than it says."


def _check_copies(ledger: Ledger) -> Iterator[str]:
    for (id,) in ledger.select("SELECT DISTINCT article FROM passage WHERE article NOT IN (SELECT id FROM article)"):
        yield f"Passages are of article {id}, which does not exist."
    for copy in ledger.copies():
        name = f"What articles {copy.one} and {copy.other} have in common"
        if copy.one >= copy.other:
            yield f"{name} is kept under the greater id."
        articles = ledger.find_articles((copy.one, copy.other))
        yield from name_missing(name, "article", (copy.one, copy.other), articles.keys())
        for id, spans in _find_matches(copy).items():
            for span in spans if id in articles else ():
                yield from check_span(name, span, articles[id])


def _find_matches(copy: Copy) -> dict[str, list[Span]]:
    """Return the matching passages of a copy by article."""
    return {copy.one: [match.one for match in copy.matches], copy.other: [match.other for match in copy.matches]}
