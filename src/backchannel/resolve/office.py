"""Say who "the US defence secretary" was, by the table of office holders.

In: claims and their articles. Out: for mentions of an office without a name, the Mention with its holder's name, and a
judgement that gives the row. Never where the date is not to be trusted, or the table knows two who may be meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from backchannel.lang.gazetteer import Hit, gazetteer_for
from backchannel.lang.holder_table import Holder
from backchannel.lang.incumbent import holder_of
from backchannel.lang.words import word_list
from backchannel.model import Article, Claim, Judgement, Mention, make_id


def name_incumbents(claims: Iterable[Claim], article: Article) -> tuple[list[Claim], list[Judgement]]:
    """Return an article's claims, participants known by their office alone with the name the table gives them."""
    named, judgements = [], {}
    for claim in claims:
        mentions = []
        for mention in claim.participants:
            holder = _incumbent(mention, claim, article)
            if holder is not None:
                judgement = _judge(mention, holder, _dates(claim, article))
                judgements[judgement.id] = judgement
            mentions.append(replace(mention, name=holder.name, unnamed=False) if holder else mention)
        named.append(replace(claim, participants=tuple(mentions)))
    return named, list(judgements.values())


def _incumbent(mention: Mention, claim: Claim, article: Article | None) -> Holder | None:
    """Return who held the office, where the day of writing and the day of the contact do not give two people."""
    if not _is_one_in_office(mention):
        return None
    lang = article.lang if article else "en"
    organisation = mention.name.removesuffix(mention.office or "").strip() if mention.country is None else None
    post = _post(mention, lang)
    found = [
        holder_of(mention.office or "", mention.country, organisation, date, post) for date in _dates(claim, article)
    ]
    return found[0] if len({holder and holder.name for holder in found}) == 1 else None


def _is_one_in_office(mention: Mention) -> bool:
    """Tell whether a mention is of one office holder, neither "a president" nor a former or a coming one."""
    if mention.type != "person" or not mention.unnamed or not mention.office or mention.count:
        return False
    words = mention.span.text.lower().split()
    coming = tuple(word_list("coming into office"))
    return (
        mention.capacity == "official"
        and words[0] not in word_list("one")
        and not any(word.startswith(coming) for word in words)
    )


def _dates(claim: Claim, article: Article | None) -> tuple[str, ...]:
    """Return the dates that tell who is meant: the article's, where it is to be trusted, and the contact's."""
    published = article.published if article and "stale" not in article.flags else None
    happened = claim.when.edtf if claim.when and claim.when.earliest else None
    return tuple(dict.fromkeys(date for date in (published, happened) if date))


def _post(mention: Mention, lang: str) -> str | None:
    """Return the service or the state an office is tied to: "CIA-Chef", "der russische Botschafter in Berlin"."""
    words = mention.span.text.replace("-", " ").split()
    hits = gazetteer_for(lang).find(words)
    return next((post for hit in hits if (post := _post_of(hit, mention))), None)


def _post_of(hit: Hit, mention: Mention) -> str | None:
    entry = hit.entry
    if entry.type == "body" and entry.kind == "service" and entry.country == mention.country:
        return entry.name
    if entry.type in {"state", "capital"} and entry.country != mention.country and mention.office == "ambassador":
        return entry.country
    return None


def _judge(mention: Mention, holder: Holder, dates: tuple[str, ...]) -> Judgement:
    reasons = (f"the table of office holders: {holder.row}", f"in office on {' and '.join(dates)}")
    right = holder.wikidata or make_id("holder", holder.row)
    return Judgement(make_id(mention.id, right, "holder", "program"), mention.id, right, "same", 1.0, reasons)
