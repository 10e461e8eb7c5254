"""A ledger told by hand: five articles, four contacts, everything the views have to show, some of it hostile.

In: a path. Out: a filled ledger. Never tests anything itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from backchannel.ledger import Ledger, open_ledger
from backchannel.mark import read_marks
from backchannel.model import (
    Article,
    Attribution,
    Claim,
    Conflict,
    Contact,
    Cut,
    Entity,
    Mention,
    Origin,
    Participant,
    Period,
    Place,
    Problem,
    Response,
    Source,
    Span,
    Value,
    When,
    make_id,
)

PEOPLE = {
    "sullivan": ("Jake Sullivan", "US", "national security adviser"),
    "uschakow": ("Juri Uschakow", "RU", "foreign policy adviser to the president"),
    "austin": ("Lloyd Austin", "US", "defence minister"),
    "schoigu": ("Sergej Schoigu", "RU", "defence minister"),
    "trump": ("Donald Trump", "US", "president-elect"),
    "putin": ("Wladimir Putin", "RU", "president"),
    "envoy": ('=HYPERLINK("http://evil.example")', "XX", "envoy"),
    "whitehouse": ("Weißes Haus", "US", None),
    "peskow": ("Dmitrij Peskow", "RU", "spokesman"),
}
SPELLINGS = {"uschakow": ("Juri Uschakow", "Yuri Ushakov"), "schoigu": ("Sergej Schoigu", "Schoigu", "Sergei Shoigu")}

ELBKURIER = (
    "Washington.\n\n[[Jake Sullivan]sullivan hat nach einem Bericht des „[Wall Street Journal]src“ in den vergangenen "
    "Monaten vertraulich mit [Juri Uschakow]uschakow [gesprochen]x.]quote Das Blatt [beruft]cue sich auf "
    "[Regierungsvertreter]anon. [Das [Weiße Haus]whitehouse [lehnte]x eine Stellungnahme ab.]answer"
)
HARBOUR = (
    "[[Jake Sullivan]sullivan has in recent months [talked]x to [Yuri Ushakov]uschakow about [nuclear risks]topic, "
    "the [Wall Street Journal]src [reported]cue on Sunday, citing [US and allied officials]anon.]quote"
)
DONAUPOST = (
    "[[Sergej Schoigu]schoigu und [Lloyd Austin]austin haben am [15. März 2023]t [telefoniert]x, [teilte]cue das "
    "[russische Verteidigungsministerium]src am Mittwoch mit.]quote Es ging um eine Drohne. "
    "[[Austin]austin [bestätigte]x den Anruf.]answer"
)
COURIER = (
    "[On [Tuesday]t [Lloyd Austin]austin [called]x [Sergei Shoigu]schoigu from [Washington]p, the [Pentagon]src "
    "[said]cue.]quote"
)
EVIL = (
    "[[<script>alert(1)</script> Trump]trump habe [Putin]putin am [Donnerstag]t [angerufen]x, [schrieb]cue die "
    "„[Washington Post]src“ unter Berufung auf [sechs Vertraute]anon.]quote\n\n[Das sei reine Erfindung, [sagte]x "
    "[Dmitrij Peskow]peskow.]answer [Ein [[Gesandter]envoy]p \x1b[31msoll\x1b[0m \u202eihn [treffen]x.]quote"
).replace("\x1b[", "\x1b\\[")
ARTICLES: dict[str, tuple[str, dict[str, Any]]] = {
    "elbkurier": (ELBKURIER, {"outlet": "Elbkurier", "title": "Vertraulich mit Putins Vertrauten", "byline": "nnd"}),
    "harbour": (HARBOUR, {"outlet": "The Harbour Gazette", "title": "Quiet line to Putin aides", "lang": "en"}),
    "donaupost": (DONAUPOST, {"outlet": "Donaupost", "title": "Schoigu wirft Austin Missachtung der Sperrzone vor"}),
    "courier": (COURIER, {"outlet": "Saltmarsh Courier", "title": "Austin calls Shoigu", "lang": "en"}),
    "evil": (EVIL, {"outlet": "<b>Evil</b> Zeitung", "title": "</title><script>alert(2)</script>"}),
}
DATES = {"elbkurier": "2022-11-07", "harbour": "2022-11-07", "donaupost": "2023-03-16", "courier": "2023-03-15"}


def tell_story(path: Path) -> Ledger:
    """Return a new, open ledger at `path` with the story in it."""
    ledger = open_ledger(path)
    told = {name: tell_article(name) for name in ARTICLES}
    for name, (article, own) in told.items():
        ledger.add_article(make_id("page", name), article, own)
    ledger.add_problem(None, Problem("ordner/kaputt.html", "clean", "The page holds no text. Save it again as HTML."))
    claims = {name: each for name, (_, each) in told.items()}
    mentions = [mention for each in claims.values() for claim in each for mention in claim.participants]
    entities = [tell_entity(name, mentions) for name in PEOPLE]
    contacts = [tell_talks(claims), tell_call(claims), tell_denied(claims), tell_planned(claims)]
    ledger.replace_derived(entities, contacts, [])
    return ledger


def tell_article(name: str) -> tuple[Article, list[Claim]]:
    """Return an article and its claims, read from its marked text: each quote or answer is one claim."""
    marked, known = ARTICLES[name]
    text, marks = read_marks(marked)
    page = f"https://{name}.example/politik" if name != "evil" else "javascript:alert(3)"
    cuts = (Cut(0, 9, "Abo & mehr", "advertisement"),) if name == "elbkurier" else ()
    flags = ("undated", "stale") if name == "evil" else ()
    article = Article(
        id=make_id("article", name),
        source=f"ordner/{name}.html",
        text=text,
        url=page,
        cuts=cuts,
        flags=flags,
        published=DATES.get(name),
        published_basis="page" if name in DATES else "none",
        **{"lang": "de", **known},
    )
    quotes = [mark for mark in marks if mark[2] in ("quote", "answer")]
    return article, [tell_claim(article, quote, marks) for quote in quotes]


def tell_claim(article: Article, quote: tuple[int, int, str], marks: list[tuple[int, int, str]]) -> Claim:
    """Return the claim of one quote: the marks within it, and for a contact also sources named behind it."""
    is_answer = quote[2] == "answer"
    spans: dict[str, list[Span]] = {}
    for start, end, label in marks:
        if quote[0] <= start and (end <= quote[1] or (label in ("anon", "cue") and not is_answer)):
            spans.setdefault(label, []).append(Span(start, end, article.text[start:end]))
    people = [name for name in spans if name in PEOPLE]
    cue = spans.get("cue", [None])[0]
    named = [Attribution(span.text, "outlet", span, cue) for span in spans.get("src", [])]
    hidden = [Attribution(span.text, "anonymous", span, None, None, True, None) for span in spans.get("anon", [])]
    if article.outlet and "Evil" in article.outlet:
        hidden = [Attribution(each.source, each.kind, each.span, None, None, True, 6) for each in hidden]
    when = [When(span, "2023-03-15", "2023-03-15", "2023-03-15", "given in full") for span in spans.get("t", [])]
    return Claim(
        id=make_id(article.id, quote[0]),
        article=article.id,
        type="response" if is_answer else "contact",
        quote=spans[quote[2]][0],
        trigger=spans["x"][0],
        participants=tuple(tell_mention(article, name, spans[name][0]) for name in people),
        kind="meeting" if "envoy" in people else "call",
        status="planned" if "envoy" in people else "happened",
        stance="denies"
        if "peskow" in people
        else ("declines" if "whitehouse" in people else "confirms")
        if is_answer
        else None,
        when=when[0] if when else None,
        where=Place(spans["p"][0], spans["p"][0].text, "US") if "p" in spans else None,
        attributions=(*named, *hidden),
        topics=tuple(spans.get("topic", [])),
    )


def tell_mention(article: Article, name: str, span: Span) -> Mention:
    full, country, office = PEOPLE[name]
    return Mention(make_id(article.id, span.start), article.id, span, "person", full, country, office, "official")


def tell_entity(name: str, mentions: list[Mention]) -> Entity:
    full, country, office = PEOPLE[name]
    own = tuple(mention.id for mention in mentions if mention.name == full)
    return Entity(
        make_id(name), "person", full, country, (office,) if office else (), SPELLINGS.get(name, (full,)), own
    )


def tell_part(name: str, role: Any = "party") -> Participant:
    full, country, office = PEOPLE[name]
    spellings = SPELLINGS.get(name, (full,))
    return Participant(make_id(name), full, country, office, "official", role, spellings, False, None)


def tell_contact(name: str, claims: list[Claim], people: list[Participant], **fields: Any) -> Contact:
    told = [claim for claim in claims if claim.type == "contact"]
    base: dict[str, Any] = {
        "id": make_id("contact", name),
        "kind": "call",
        "status": "happened",
        "setting": "official",
        "is_confidential": False,
        "when": Period(None, None, None, "no claim says when"),
        "where": None,
        "participants": tuple(people),
        "topics": (),
        "articles": tuple(dict.fromkeys(claim.article for claim in told)),
        "claims": tuple(claim.id for claim in told),
        "origins": (),
        "responses": (),
        "conflicts": (),
    }
    return Contact(**{**base, **fields})


def tell_talks(claims: dict[str, list[Claim]]) -> Contact:
    own = [*claims["elbkurier"], *claims["harbour"]]
    articles = tuple(dict.fromkeys(claim.article for claim in own))
    sources = (Source("officials", 6, True),)
    return tell_contact(
        "talks",
        own,
        [tell_part("uschakow"), tell_part("sullivan", "initiator")],
        is_confidential=True,
        topics=("nuclear risks",),
        when=Period("2022", "2022-01-01", "2022-12-31", "“in recent months”, before 7 November 2022"),
        origins=(Origin(make_id("wsj"), "Wall Street Journal", "outlet", sources, articles),),
        least_origins=1,
        responses=(Response(make_id("whitehouse"), "Weißes Haus", None, "declines", (own[1].id,)),),
    )


def tell_call(claims: dict[str, list[Claim]]) -> Contact:
    own = [*claims["donaupost"], *claims["courier"]]
    dates = (Value("2023-03-15", (own[0].id,)), Value("2023-03-14", (own[2].id,)))
    pentagon = Origin(make_id("pentagon"), "Pentagon", "official statement", (), (own[2].article,))
    ministry = Origin(
        make_id("mod"), "russisches Verteidigungsministerium", "official statement", (), (own[0].article,)
    )
    return tell_contact(
        "call",
        own,
        [tell_part("austin", "initiator"), tell_part("schoigu")],
        when=Period("2023-03-15", "2023-03-15", "2023-03-15", "“am 15. März 2023”"),
        where=("Washington", "US"),
        origins=(ministry, pentagon),
        least_origins=2,
        responses=(Response(make_id("austin"), "Lloyd Austin", "Pentagon", "confirms", (own[1].id,)),),
        conflicts=(Conflict("when", dates),),
    )


def tell_denied(claims: dict[str, list[Claim]]) -> Contact:
    own = claims["evil"][:2]
    sources = (Source("sechs Vertraute", 6, True),)
    return tell_contact(
        "denied",
        own,
        [tell_part("trump", "initiator"), tell_part("putin")],
        origins=(Origin(make_id("wp"), "Washington Post", "outlet", sources, (own[0].article,)),),
        least_origins=1,
        responses=(Response(make_id("peskow"), "Dmitrij Peskow", "Kreml", "denies", (own[1].id,)),),
    )


def tell_planned(claims: dict[str, list[Claim]]) -> Contact:
    own = [claims["evil"][2]]
    return tell_contact("planned", own, [tell_part("envoy")], status="planned", kind="meeting")
