"""Put one contact together from its claims.

In: a group of claims, the entities, the articles, the responses. Out: a Contact. Chooses the value to show by rule and
leaves all others in sight as conflicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from backchannel.lang.period import exactness
from backchannel.model import (
    Article,
    Attribution,
    Claim,
    Contact,
    Descent,
    Drift,
    Entity,
    Kind,
    Knowledge,
    Mention,
    Period,
    Response,
    Setting,
    Status,
    make_id,
)
from backchannel.weigh.assessment import assess
from backchannel.weigh.conflict import find_conflicts, mark_drift
from backchannel.weigh.drift import find_drift
from backchannel.weigh.lineage import trace_lineage
from backchannel.weigh.office import find_office_conflicts
from backchannel.weigh.origin import Sources, count_surely, find_origins
from backchannel.weigh.participant import gather_participants
from backchannel.weigh.withdrawn import mark_withdrawn

# Of one time: what a sentence reports outweighs what another announces.
STATUS_ORDER: tuple[Status, ...] = (
    "happened", "ongoing", "cancelled", "refused", "planned", "requested", "proposed", "unclear",
)  # fmt: skip
KIND_ORDER: tuple[Kind, ...] = (
    "call", "summons", "letter", "mediation", "negotiation", "briefing", "meeting", "visit", "message",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What weighing one contact needs to know of the ledger: ids to things, mentions to entities.

    `descents` are those of the articles and of all they come from, by article.

    `answers` are, for the id of a claim, the claims that answer it: responses and knowledge.
    """

    answers: Mapping[str, Sequence[Claim]]
    entities: Mapping[str, Entity]
    entity_of: Callable[[Mention], Entity]
    articles: Mapping[str, Article]
    sole_sources: Mapping[str, Attribution]
    descents: Mapping[str, Descent]


def weigh_contact(claims: Sequence[Claim], known: Known) -> Contact:
    """Return the contact a group of claims is about, with the responses to any of them."""
    told = sorted(claims, key=lambda c: (c.article, c.trigger.start))
    own = [c for c in told if c.participants] or told
    own_ids = {c.id for c in told}
    said = [answer for id in sorted(own_ids) for answer in known.answers.get(id, ())]
    answers = [claim for claim in said if claim.type == "response"]
    knowing = [claim for claim in said if claim.type == "knowledge"]
    confirmations = [r for r in answers if r.stance == "confirms"]
    status = _choose_status(told, known.articles)
    lineage = trace_lineage(told, known.articles, known.descents)
    sources = Sources(known.articles, lineage, known.descents, known.sole_sources)
    origins = mark_withdrawn(find_origins(told, confirmations, sources), [known.articles[id] for id in lineage])
    contact = Contact(
        id=make_id("contact", min(own_ids)),
        kind=_choose_kind(own),
        status=status,
        setting=_choose_setting(own),
        is_confidential=any(c.is_confidential for c in own),
        when=_choose_when(told, status),
        where=_choose_where(told),
        participants=gather_participants(own, known.entities, known.entity_of),
        topics=tuple(sorted({topic.text for c in told for topic in c.topics})),
        articles=tuple(sorted({c.article for c in told})),
        claims=tuple(c.id for c in told),
        origins=origins,
        responses=_responses(answers, known.entities, known.entity_of),
        conflicts=(
            *mark_drift(find_conflicts(told, known.entity_of), told, lineage),
            *find_office_conflicts(told, known.articles),
        ),
        count=max((c.count for c in told if c.count), default=None),
        knowledge=_knowledge(knowing, known.entities, known.entity_of),
        least_origins=count_surely(origins),
        lineage=tuple(descent for _, descent in sorted(lineage.items())),
        drift=tuple(_find_drift([*told, *answers], lineage, known)),
    )
    return replace(contact, assessment=assess(contact))


def _find_drift(claims: Sequence[Claim], lineage: Mapping[str, Descent], known: Known) -> Iterator[Drift]:
    """Yield what each article changed that has the contact from another one of its articles."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    for id, descent in sorted(lineage.items()):
        parent = descent.parent
        if parent in lineage and id in by_article and parent in by_article:
            ends = known.articles[id], known.articles[parent]
            yield from find_drift(by_article[id], by_article[parent], *ends, known.entity_of)


def _choose_kind(claims: Sequence[Claim]) -> Kind:
    counts = Counter(c.kind for c in claims)
    return min(counts, key=lambda kind: (-counts[kind], KIND_ORDER.index(kind)))


def _choose_status(claims: Sequence[Claim], articles: Mapping[str, Article]) -> Status:
    """Return what came of a contact: that it took place, whoever says so; else what the latest article says."""
    said = {c.status for c in claims}
    if not said & {"happened", "ongoing"}:
        sure = [c for c in claims if c.status != "unclear"]
        latest = max((_published(c, articles) for c in sure), default="")
        # Nobody knows whether what has no date, or only a month, was written before.
        said = {c.status for c in sure if latest.startswith(_published(c, articles))} or said
    return min(said, key=STATUS_ORDER.index)


def _published(claim: Claim, articles: Mapping[str, Article]) -> str:
    article = articles.get(claim.article)
    return (article.published or "") if article and "stale" not in article.flags else ""


def _choose_setting(claims: Sequence[Claim]) -> Setting:
    counts: Counter[Setting] = Counter(c.setting for c in claims if c.setting != "unclear")
    return min(counts, key=lambda s: (-counts[s], s)) if counts else "unclear"


def _choose_when(claims: Sequence[Claim], status: Status) -> Period:
    """Return the most exact time any claim gives; of two equally exact ones that of more claims.

    Planned for Friday and held on Thursday: a time told with the status the contact has goes before others as exact.
    """
    times = [c.when for c in claims if c.when and c.when.edtf]
    if not times:
        vague = next((c.when for c in claims if c.when), None)
        return Period(None, None, None, vague.basis if vague else "no time is named")
    counts = Counter(t.edtf for t in times)
    sure = {c.when.edtf for c in claims if c.when and c.status == status}
    best = min(times, key=lambda t: (-exactness(t), t.edtf not in sure, -counts[t.edtf], t.edtf or ""))
    return Period(best.edtf, best.earliest, best.latest, best.basis)


def _choose_where(claims: Sequence[Claim]) -> tuple[str, str | None] | None:
    places = Counter((c.where.name, c.where.country) for c in claims if c.where)
    if not places:
        return None
    return min(places, key=lambda p: (-places[p], p[0]))


def _responses(
    claims: Iterable[Claim], entities: Mapping[str, Entity], entity_of: Callable[[Mention], Entity]
) -> tuple[Response, ...]:
    return tuple(
        Response(
            entity=entity,
            who=entities[entity].name,
            party=entities[entity].country,
            stance=told[0].stance or "confirms",
            claims=tuple(sorted(c.id for c in told)),
            leaves_open=tuple(sorted({detail for c in told for detail in c.leaves_open})),
        )
        for entity, told in _by_speaker(claims, entity_of)
    )


def _knowledge(
    claims: Iterable[Claim], entities: Mapping[str, Entity], entity_of: Callable[[Mention], Entity]
) -> tuple[Knowledge, ...]:
    return tuple(
        Knowledge(
            entity=entity,
            who=entities[entity].name,
            party=entities[entity].country,
            knows=told[0].knows or "knew",
            claims=tuple(sorted(c.id for c in told)),
        )
        for entity, told in _by_speaker(claims, entity_of)
    )


def _by_speaker(claims: Iterable[Claim], entity_of: Callable[[Mention], Entity]) -> list[tuple[str, list[Claim]]]:
    """Group claims by who takes part in them and by what they say, sorted."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for mention in claim.participants:
            found[entity_of(mention).id, claim.stance or claim.knows or ""].append(claim)
    return [(entity, told) for (entity, _), told in sorted(found.items())]
