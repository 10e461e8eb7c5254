"""Reports are counted by who first said it, not by how many repeat it."""

from __future__ import annotations

import random

from telling import article, claim, source

from backchannel.model import Article, Claim, Origin
from backchannel.weigh.lineage import trace_lineage
from backchannel.weigh.origin import Sole, Sources, find_origins, find_sole_sources

ARTICLES = {
    id: article(id, outlet=outlet) for id, outlet in (("a", "Elbkurier"), ("b", "Donaupost"), ("c", "Harbour Gazette"))
}


def origins(*claims: Claim, articles: dict[str, Article] = ARTICLES, sole: Sole | None = None) -> tuple[Origin, ...]:
    """Return the origins of claims whose articles come from none of the others."""
    lineage = trace_lineage(claims, articles, {})
    known = Sources(articles, lineage, {}, find_sole_sources(claims) if sole is None else sole)
    return find_origins(claims, (), known)


def test_three_articles_that_cite_one_outlet_have_one_origin() -> None:
    told = [claim("biden putin", id, attributions=(source("NBC News"),)) for id in "abc"]
    (origin,) = origins(*told)
    assert (origin.name, origin.kind, origin.articles) == ("NBC News", "outlet", ("a", "b", "c"))


def test_nbc_is_nbc_news() -> None:
    told = [
        claim("biden putin", id, attributions=(source(name),))
        for id, name in zip("abc", ("NBC", "NBC News", "NBC"), strict=True)
    ]
    (origin,) = origins(*told)
    assert (origin.name, len(origin.articles)) == ("NBC News", 3)


def test_two_ministries_are_two_origins() -> None:
    told = [
        claim("austin schoigu", "a", attributions=(source("Pentagon", "official statement", country="US"),)),
        claim(
            "austin schoigu",
            "b",
            attributions=(source("russisches Verteidigungsministerium", "official statement", country="RU"),),
        ),
    ]
    assert sorted((o.name, o.articles) for o in origins(*told)) == [
        ("Pentagon", ("a",)),
        ("russisches Verteidigungsministerium", ("b",)),
    ]


def test_one_ministry_in_two_articles_is_one_origin() -> None:
    told = [claim("austin schoigu", id, attributions=(source("Pentagon", "official statement"),)) for id in "ab"]
    (origin,) = origins(*told)
    assert origin.articles == ("a", "b")


def test_without_a_source_the_outlet_is_the_origin() -> None:
    assert [(o.name, o.kind) for o in origins(claim("biden putin", "a"))] == [("Elbkurier", "outlet")]


def test_without_an_outlet_the_file_is_the_origin() -> None:
    (origin,) = origins(claim("biden putin", "z"), articles={"z": article("z")})
    assert origin.name == "z.txt"


def test_people_without_a_name_are_counted() -> None:
    people = source("six officials", "anonymous", anonymous=True, count=6)
    (origin,) = origins(claim("biden putin", "a", attributions=(people,)))
    assert (origin.name, origin.kind) == ("Elbkurier", "anonymous")
    assert [(s.description, s.count, s.anonymous) for s in origin.sources] == [("six officials", 6, True)]


def test_people_stand_behind_the_outlet_that_is_cited() -> None:
    chain = (source("NBC News"), source("two officials", "anonymous", anonymous=True, count=2))
    (origin,) = origins(claim("biden putin", "a", attributions=chain))
    assert origin.name == "NBC News"
    assert [s.count for s in origin.sources] == [2]


def test_a_claim_without_a_source_shares_those_of_its_article() -> None:
    told = [claim("biden putin", "a", attributions=(source("NBC News"),)), claim("biden putin", "a", at=50)]
    assert [o.name for o in origins(*told)] == ["NBC News"]


def test_what_an_article_says_of_another_contact_goes_back_to_its_sole_source() -> None:
    cited, bare = claim("biden putin", "a", attributions=(source("NBC News"),)), claim("austin schoigu", "a", at=50)
    sole = find_sole_sources([cited, bare])
    assert [o.name for o in origins(bare, sole=sole)] == ["NBC News"]


def test_an_article_that_cites_two_reports_has_no_sole_source() -> None:
    told = [
        claim("biden putin", "a", at=at, attributions=(source(name),))
        for at, name in ((0, "NBC News"), (50, "Reuters"))
    ]
    assert find_sole_sources(told) == {}


def test_nbc_and_nbc_news_are_one_sole_source() -> None:
    told = [
        claim("biden putin", "a", at=at, attributions=(source(name),)) for at, name in ((0, "NBC News"), (50, "NBC"))
    ]
    assert set(find_sole_sources(told)) == {"a"}


def test_who_states_it_comes_before_the_sole_source() -> None:
    cited = claim("biden putin", "a", attributions=(source("NBC News"),))
    stated = claim("austin schoigu", "a", at=50, attributions=(source("Pentagon", "official statement"),))
    assert [o.name for o in origins(stated, sole=find_sole_sources([cited, stated]))] == ["Pentagon"]


def test_who_cites_and_who_researches_are_two_origins() -> None:
    told = [claim("biden putin", "a", attributions=(source("NBC News"),)), claim("biden putin", "b")]
    assert [o.name for o in origins(*told)] == ["Donaupost", "NBC News"]


def test_the_cited_outlets_own_article_is_the_same_origin() -> None:
    articles = {**ARTICLES, "n": article("n", outlet="NBC News")}
    told = [claim("biden putin", "a", attributions=(source("NBC"),)), claim("biden putin", "n")]
    (origin,) = origins(*told, articles=articles)
    assert origin.articles == ("a", "n")


def test_names_that_merely_begin_alike_are_two_origins() -> None:
    told = [
        claim("biden putin", id, attributions=(source(name),))
        for id, name in zip("ab", ("Post", "Postillon"), strict=True)
    ]
    assert len(origins(*told)) == 2


def test_a_city_two_papers_share_does_not_make_them_one() -> None:
    told = [
        claim("biden putin", id, attributions=(source(name),))
        for id, name in zip("abc", ("Washington Post", "Washington Times", "Washington Post"), strict=True)
    ]
    assert [o.name for o in origins(*told)] == ["Washington Post", "Washington Times"]


def test_order_of_claims_does_not_matter() -> None:
    names = ("NBC", "NBC News", "Pentagon", "Reuters")
    told = [
        claim("biden putin", id, at=at, attributions=(source(names[(at // 50 + i) % 4]),))
        for i, id in enumerate("abc")
        for at in (0, 50)
    ]
    expected = [(o.name, o.articles) for o in origins(*told)]
    for seed in range(10):
        random.Random(seed).shuffle(told)
        assert [(o.name, o.articles) for o in origins(*told)] == expected


def test_two_bodies_of_one_state_are_one_origin() -> None:
    told = [
        claim("austin schoigu", "a", attributions=(source("Pentagon", "official statement", country="US"),)),
        claim("austin schoigu", "b", attributions=(source("White House", "official statement", country="US"),)),
    ]
    assert [o.articles for o in origins(*told)] == [("a", "b")]
