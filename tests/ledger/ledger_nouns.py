"""Articles, claims and contacts for the tests of the ledger.

In: a number. Out: nouns that fit together. Never random.
"""

from __future__ import annotations

from backchannel.ledger import Ledger
from backchannel.model import (
    Article,
    Attribution,
    Claim,
    Contact,
    Entity,
    Judgement,
    Mention,
    Participant,
    Period,
    Place,
    Response,
    Span,
    When,
)

TEXT = (
    "Jake Sullivan hat am Freitag in Wien mit Jurij Uschakow über Gefangene gesprochen, teilte das Weiße Haus mit. {}"
)


def find_span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def make_article(number: int) -> Article:
    source = f"folder/{number}.html"
    return Article(f"a{number:03}", source, TEXT.format(number), "de", title="Geheime Gespräche")


def make_claim(article: Article, number: int = 0) -> Claim:
    text = article.text
    names = ("Jake Sullivan", "Jurij Uschakow")
    mentions = (Mention(f"m{article.id}{n}", article.id, find_span(text, n), "person", n) for n in names)
    return Claim(
        f"c{article.id}{number}",
        article.id,
        "contact",
        Span(0, len(text), text),
        find_span(text, "gesprochen"),
        tuple(mentions),
        when=When(find_span(text, "am Freitag"), "2022-11-11", "2022-11-11", "2022-11-11", "der Freitag davor"),
        where=Place(find_span(text, "Wien"), "Wien", "AT"),
        attributions=(Attribution("Weißes Haus", "official statement", find_span(text, "das Weiße Haus"), None, "US"),),
        topics=(find_span(text, "Gefangene"),),
    )


def make_contact(*claims: Claim, id: str = "k1") -> Contact:
    ids = tuple(claim.id for claim in claims)
    articles = tuple(dict.fromkeys(claim.article for claim in claims))
    period = Period("2022-11-11", "2022-11-11", "2022-11-11", "Freitag")
    sullivan = Participant("e1", "Jake Sullivan", "US", None, "official", "party", ("Sullivan",), False, None)
    response = Response("e1", "Kreml", "RU", "declines", ids[:1])
    where = ("Wien", "AT")
    return Contact(
        id, "call", "happened", "official", True, period, where, (sullivan,), (), articles, ids, (), (response,), ()
    )


def make_entity(*claims: Claim) -> Entity:
    mentions = tuple(claim.participants[0].id for claim in claims)
    return Entity("e1", "person", "Jake Sullivan", "US", (), ("Jake Sullivan",), mentions)


def make_judgement(id: str, by: str = "program") -> Judgement:
    return Judgement(id, "left", "right", "same", 0.5, ("same name",), by)


def read_article(ledger: Ledger, number: int) -> tuple[Article, Claim]:
    """Put an article with one claim into the ledger."""
    article = make_article(number)
    claim = make_claim(article)
    ledger.add_article(f"p{number}", article, [claim])
    return article, claim
