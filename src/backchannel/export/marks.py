"""What was found in a text -> one JSON object, with offsets into the text as it was given.

In: Findings. Out: a dict of plain values. Never counts in the cleaned text: whoever measures us has only the given one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from backchannel.clean import given_text, place_in_given
from backchannel.model import Attribution, Claim, Findings, Mention, Quote, Span, Time, Unnamed, When

Json = dict[str, Any]
Place = Callable[[Span], Json]


def mark_record(findings: Findings) -> Json:
    """Return names, times, quotes, contacts, responses, knowledge and unnamed sources of a text.

    A span is {"start", "end", "text"}, characters of the text as given. Where something was cut out in the middle of a
    span, its `text` is the words as given, the cut included.
    """
    article = findings.article
    in_given = place_in_given(article)

    def place(span: Span) -> Json:
        return asdict(in_given(span))

    contacts = [claim for claim in findings.claims if claim.type == "contact"]
    answers = {claim.id: claim for claim in contacts}
    return {
        "source_id": article.source_id,
        "source": article.source,
        "lang": article.lang,
        "published": article.published,
        "flags": list(article.flags),
        "text": given_text(article),
        "names": [{**place(name.span), "type": name.type} for name in findings.names],
        "times": [_mark_time(time, place) for time in findings.times],
        "quotes": [_mark_quote(quote, place) for quote in findings.quotes],
        "contacts": [_mark_contact(claim, article.outlet, place) for claim in contacts],
        "responses": _once([_mark_answer(c, answers, place) for c in findings.claims if c.type == "response"]),
        "knowledge": _once([_mark_answer(c, answers, place) for c in findings.claims if c.type == "knowledge"]),
        "sources": [_mark_unnamed(unnamed, place) for unnamed in findings.unnamed],
    }


def _maybe(span: Span | None, place: Place) -> Json | None:
    return place(span) if span else None


def _mark_time(time: Time, place: Place) -> Json:
    return {**place(time.when.span), "type": time.type, "value": time.value, **_resolved(time.when)}


def _resolved(when: When) -> Json:
    return {"edtf": when.edtf, "basis": when.basis}


def _mark_quote(quote: Quote, place: Place) -> Json:
    return {
        "type": quote.kind,
        "speaker": _maybe(quote.speaker, place),
        "cue": _maybe(quote.cue, place),
        "content": _maybe(quote.content, place),
        "parts": [place(part) for part in quote.parts],
    }


def _mark_contact(claim: Claim, outlet: str | None, place: Place) -> Json:
    where = claim.where
    return {
        **place(claim.trigger),
        "sentence": place(claim.quote),
        "kind": claim.kind,
        "status": claim.status,
        "participants": [_mark_mention(mention, place) for mention in claim.participants],
        "when": {**place(claim.when.span), **_resolved(claim.when)} if claim.when else None,
        "where": {**place(where.span), "name": where.name, "country": where.country} if where else None,
        "chain": [_outlet(outlet), *(_mark_link(link, place) for link in claim.attributions)],
        "takes_up": claim.answers is not None,
        "is_background": claim.is_background,
    }


def _outlet(outlet: str | None) -> Json:
    name = outlet or "this text"
    return {"name": name, "kind": "outlet", "start": None, "end": None, "text": None, "anonymous": False, "count": None}


def _mark_link(link: Attribution, place: Place) -> Json:
    words = place(link.span) if link.span else {"start": None, "end": None, "text": None}
    return {"name": link.source, "kind": link.kind, **words, "anonymous": link.anonymous, "count": link.count}


def _mark_mention(mention: Mention, place: Place) -> Json:
    return {
        **place(mention.span),
        "name": mention.name,
        "type": mention.type,
        "country": mention.country,
        "office": mention.office,
        "capacity": mention.capacity,
        "role": mention.role,
        "unnamed": mention.unnamed,
        "count": mention.count,
    }


def _mark_answer(claim: Claim, contacts: dict[str, Claim], place: Place) -> Json:
    answered = contacts.get(claim.answers or "")
    stand: Json = (
        {"stance": claim.stance, "leaves_open": list(claim.leaves_open)} if claim.stance else {"knows": claim.knows}
    )
    return {
        **place(claim.trigger),
        "sentence": place(claim.quote),
        **stand,
        "who": [_mark_mention(mention, place) for mention in claim.participants],
        "answers": [place(answered.trigger)] if answered else [],
    }


def _once(answers: list[Json]) -> list[Json]:
    """Return each answer once, with all the contacts it is to."""
    kept: dict[tuple[int, str], Json] = {}
    for answer in answers:
        key = (answer["start"], str(answer.get("stance") or answer.get("knows")))
        if key in kept:
            kept[key]["answers"] += answer["answers"]
        else:
            kept[key] = answer
    return list(kept.values())


def _mark_unnamed(unnamed: Unnamed, place: Place) -> Json:
    return {
        **place(unnamed.span),
        "number": unnamed.count,
        "number_span": _maybe(unnamed.number, place),
        "kind": _maybe(unnamed.kind, place),
        "close_to": _maybe(unnamed.close_to, place),
        "among": _maybe(unnamed.among, place),
        "why_unnamed": _maybe(unnamed.reason, place),
    }
