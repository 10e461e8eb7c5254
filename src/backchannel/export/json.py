"""A ledger -> the record: one JSON object, the project's public interface.

What comes in is an open ledger, what goes out is described by docs/record.schema.json, sorted by id, always the same.
Never leaves a value without the span of its claim, and never counts articles where origins are asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from backchannel.model import (
    Article,
    Attribution,
    Claim,
    Contact,
    Descent,
    Drift,
    Mention,
    Origin,
    Span,
    Unnamed,
)

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

SCHEMA_VERSION = "1.2"
Json = dict[str, Any]
HARMFUL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def build_record(ledger: Ledger) -> Json:
    """Return the whole ledger as it is at one moment. `channels`, `checks` and `proposals` are not made yet: empty."""
    with ledger.snapshot():
        return {
            "schema_version": SCHEMA_VERSION,
            "articles": [_build_article(article, ledger) for article in ledger.articles()],
            "entities": [asdict(entity) for entity in ledger.entities()],
            "contacts": build_contacts(ledger, ledger.contacts()),
            "channels": [],
            "checks": [],
            "proposals": [],
            "problems": [asdict(problem) for problem in ledger.problems()],
        }


def build_contacts(ledger: Ledger, contacts: Iterable[Contact]) -> list[Json]:
    """Return contacts as the record has them, sorted by id, with their claims and those of their responses."""
    entity_of = {mention: entity.id for entity in ledger.entities() for mention in entity.mentions}
    return [_build_contact(ledger, each, entity_of) for each in sorted(contacts, key=lambda contact: contact.id)]


def build_origins(ledger: Ledger, contact: Contact) -> Json:
    """Return what the record has of where a contact's reports come from, with their articles but for the texts."""
    whole = build_contacts(ledger, [contact])[0]
    names = ("id", "independent_origins", "least_origins", "origins", "lineage", "drift", "assessment")
    articles = [_build_article(ledger.article(id), ledger) for id in sorted(contact.articles)]
    known = [{name: value for name, value in each.items() if name not in ("text", "cut")} for each in articles]
    return {**{name: whole[name] for name in names}, "articles": known}


def dump_json(value: object) -> str:
    """Return JSON text. Characters that could steer a terminal are escaped; they mean the same to a program."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _escape(text) + "\n"


def dump_line(value: object) -> str:
    """Return JSON text in one line, as `dump_json` escapes it."""
    return _escape(json.dumps(value, ensure_ascii=False))


def _escape(text: str) -> str:
    return HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _build_article(article: Article, ledger: Ledger) -> Json:
    descent = next(ledger.descents_of([article.id]), None)
    return {
        "id": article.id,
        "source": article.source,
        "source_id": article.source_id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "lang": article.lang,
        "published": article.published,
        "published_basis": article.published_basis,
        "text": article.text,
        "flags": list(dict.fromkeys((*article.flags, *(descent.flags if descent else ())))),
        "signs": [{**_build_span(sign.span), **_pick(sign, "damage", "original", "reason")} for sign in article.signs],
        "derived_from": [descent.parent] if descent and descent.parent else [],
        "descent": _build_descent(descent) if descent else None,
        "cut": [asdict(cut) for cut in article.cuts],
    }


def _build_contact(ledger: Ledger, contact: Contact, entity_of: Mapping[str, str]) -> Json:
    ids = dict.fromkeys([*contact.claims, *(claim for answer in contact.answers for claim in answer.claims)])
    claims = [ledger.claim(id) for id in sorted(ids)]
    return {
        "id": contact.id,
        "kind": contact.kind,
        "status": contact.status,
        "setting": contact.setting,
        "confidential": contact.is_confidential,
        "count": contact.count,
        "when": asdict(contact.when),
        "where": {"name": contact.where[0], "country": contact.where[1]} if contact.where else None,
        "participants": [asdict(participant) for participant in contact.participants],
        "topics": list(contact.topics),
        "channel": None,
        "articles": sorted(contact.articles),
        "independent_origins": len(contact.origins),
        "least_origins": contact.least_origins,
        "origins": [_build_origin(origin) for origin in sorted(contact.origins, key=lambda origin: origin.id)],
        "lineage": [_build_descent(descent) for descent in contact.lineage],
        "drift": [_build_drift(drift) for drift in contact.drift],
        "assessment": asdict(contact.assessment) if contact.assessment else None,
        "responses": [
            {
                "entity": each.entity,
                "who": each.who,
                "for": each.party,
                "stance": each.stance,
                "leaves_open": list(each.leaves_open),
                "claims": each.claims,
            }
            for each in contact.responses
        ],
        "knowledge": [
            {"entity": each.entity, "who": each.who, "for": each.party, "knows": each.knows, "claims": each.claims}
            for each in contact.knowledge
        ],
        "conflicts": [asdict(conflict) for conflict in contact.conflicts],
        "claims": [_build_claim(claim, entity_of) for claim in claims],
    }


def _build_origin(origin: Origin) -> Json:
    return {
        **_pick(origin, "id", "name", "kind"),
        "sources": [asdict(source) for source in origin.sources],
        "articles": list(origin.articles),
        "country": origin.country,
        "told": origin.is_told,
        "circular": origin.is_circular,
        "withdrawn": origin.is_withdrawn,
    }


def _build_descent(descent: Descent) -> Json:
    return {
        **_pick(descent, "article", "how", "parent", "source", "score"),
        "evidence": [_build_span(span) for span in descent.evidence],
        "parent_evidence": [_build_span(span) for span in descent.parent_evidence],
        "reasons": list(descent.reasons),
    }


def _build_drift(drift: Drift) -> Json:
    return {
        **_pick(drift, "field", "article", "parent", "before", "after"),
        "span": _build_span(drift.span) if drift.span else None,
        "parent_span": _build_span(drift.parent_span) if drift.parent_span else None,
    }


def _pick(noun: object, *names: str) -> Json:
    return {name: getattr(noun, name) for name in names}


def _build_claim(claim: Claim, entity_of: Mapping[str, str]) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        "kind": claim.kind,
        "status": claim.status,
        "stance": claim.stance,
        "knows": claim.knows,
        "leaves_open": list(claim.leaves_open),
        "answers": claim.answers,
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "attribution": [_build_attribution(attribution) for attribution in claim.attributions],
        "fields": _build_fields(claim, entity_of),
    }


def _build_attribution(attribution: Attribution) -> Json:
    return {
        "source": attribution.source,
        "kind": attribution.kind,
        "country": attribution.country,
        "anonymous": attribution.anonymous,
        "count": attribution.count,
        "cue": attribution.cue.text if attribution.cue else None,
        "start": attribution.span.start if attribution.span else None,
        "end": attribution.span.end if attribution.span else None,
        "content": _build_span(attribution.content) if attribution.content else None,
        "unnamed": _build_unnamed(attribution.unnamed) if attribution.unnamed else None,
    }


def _build_unnamed(unnamed: Unnamed) -> Json:
    details = {
        "kind": unnamed.kind,
        "number": unnamed.number,
        "close_to": unnamed.close_to,
        "among": unnamed.among,
        "why_unnamed": unnamed.reason,
    }
    spans = {name: _build_span(span) if span else None for name, span in details.items()}
    return {**_build_span(unnamed.span), "count": unnamed.count, **spans}


def _build_fields(claim: Claim, entity_of: Mapping[str, str]) -> Json:
    """Return the fields that have words of their own in the article, and only those."""
    fields: Json = {"trigger": _build_span(claim.trigger)}
    if claim.when:
        fields["when"] = {**_build_span(claim.when.span), "edtf": claim.when.edtf, "basis": claim.when.basis}
    if claim.where:
        place = claim.where
        fields["where"] = {**_build_span(place.span), "name": place.name, "country": place.country}
    fields["participants"] = [_build_mention(mention, entity_of) for mention in claim.participants]
    fields["topics"] = [_build_span(topic) for topic in claim.topics]
    return fields


def _build_mention(mention: Mention, entity_of: Mapping[str, str]) -> Json:
    entity = entity_of.get(mention.id)
    return {**_build_span(mention.span), "entity": entity, "name": mention.name, "role": mention.role}


def _build_span(span: Span) -> Json:
    return {"text": span.text, "start": span.start, "end": span.end}
