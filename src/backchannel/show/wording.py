"""Origins, responses, sources and sides of a contact -> English phrases, and "how we know" in one sentence.

What comes in are dataclasses of the model, what goes out are strings.
Never weighs anything: it says what settling found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from backchannel.model import Article, Attribution, Contact, Knowledge, Origin, Participant, Response, Source

MOST_NAMED = 4
NUMBERS = re.compile(
    r"\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    re.IGNORECASE,
)
STANCES = {
    "confirms": ("confirms it", "confirm it"),
    "denies": ("denies it", "deny it"),
    "declines": ("declines to comment", "decline to comment"),
    "distances": ("keeps a distance from it", "keep a distance from it"),
    "no comment yet": ("has not commented yet", "have not commented yet"),
}
ANSWERED = {
    "confirms": "confirmed",
    "denies": "denied",
    "declines": "no comment",
    "distances": "kept at a distance",
    "no comment yet": "no comment yet",
}
KNOWING = {
    "knew": "knew of it",
    "did not know": "did not know of it",
    "directed": "directed it",
    "did not direct": "did not direct it",
    "informed": "was told of it",
    "informed before": "was told of it beforehand",
    "informed after": "was told of it afterwards",
}


def say_knowledge(contact: Contact) -> str:
    """Return how we know of a contact: articles, the origins they go back to, responses, differing accounts."""
    reported = f"Reported by {count(len(contact.articles), 'article')}{_say_origins(contact)}"
    differing = sorted({conflict.field for conflict in contact.conflicts})
    differ = [f"accounts differ on: {', '.join(differing)}"] if differing else []
    return "; ".join([reported, *_say_stances(contact.responses), *differ]) + "."


def say_response(response: Response) -> str:
    """Return one response in words: "Maria Zakharova (for the Russian Foreign Ministry) denies it"."""
    left = f", without saying more on its {join_words(response.leaves_open)}" if response.leaves_open else ""
    return f"{_say_party(response.who, response.party)} {STANCES[response.stance][0]}{left}"


def say_knowing(knowledge: Knowledge) -> str:
    """Return who knew in words: "White House (for US) was told of it afterwards"."""
    return f"{_say_party(knowledge.who, knowledge.party)} {KNOWING[knowledge.knows]}"


def say_origin(origin: Origin) -> str:
    """Return an origin with the people behind it: "NBC News, citing 6 unnamed officials"."""
    sources = join_words([_say_source(source) for source in origin.sources])
    return f"{origin.name}, citing {sources}" if sources else origin.name


def say_origins(contact: Contact) -> str:
    """Return how many origins a contact has: "no origin known", "1 origin", "1 to 2 origins"."""
    least, most = bound_origins(contact)
    if not most:
        return "no origin known"
    return count(most, "origin") if least == most else f"{least} to {count(most, 'origin')}"


def number_origins(contact: Contact) -> str:
    """Return the number of origins for a column: "1", "1–2"."""
    least, most = bound_origins(contact)
    return str(most) if least == most else f"{least}–{most}"


def bound_origins(contact: Contact) -> tuple[int, int]:
    """Return how many origins a contact has at least and at most."""
    most = len(contact.origins)
    return min(max(contact.least_origins, 1), most), most


def say_doubt(contact: Contact) -> str:
    """Return why the number of origins is a range, "" where it is none."""
    least, most = bound_origins(contact)
    if least == most:
        return ""
    unnamed = [origin.name for origin in contact.origins if origin.is_told and origin.kind == "anonymous"]
    unsure = [origin.name for origin in contact.origins if not origin.is_told]
    is_own = "is an origin of its own" if len(unsure) == 1 else "are origins of their own"
    doubts = (
        f"whether the unnamed sources of {join_words(unnamed)} are the same is not known" if len(unnamed) > 1 else "",
        f"whether {join_words(unsure)} {is_own} is not known" if unsure else "",
    )
    return "; ".join(doubt for doubt in doubts if doubt)


def list_notes(origin: Origin) -> list[str]:
    """Return what is to be known of an origin beside its name."""
    kind = [origin.kind] if origin.kind in ("official statement", "document") else []
    is_named = origin.kind in ("outlet", "agency", "unclear")
    unsure = "says nothing of its source" if is_named else "not named as the source"
    silent = [] if origin.is_told or origin.is_circular else [unsure]
    circular = ["circular: its articles have it from each other"] if origin.is_circular else []
    withdrawn = ["withdrawn"] if origin.is_withdrawn else []
    return [*kind, *silent, *withdrawn, *circular]


def say_outlet(article: Article) -> str:
    """Return who published an article, or where it was found."""
    return article.outlet or article.source


def say_chain(article: Article, attributions: Sequence[Attribution]) -> tuple[str, ...]:
    """Return the way of a claim from the reader to its source: outlet, whom it names, whom they name.

    "The Courier", "NBC News", "6 officials, unnamed, two of them active".
    """
    return (say_outlet(article), *(_say_attribution(attribution) for attribution in attributions))


def say_sides(participants: Iterable[Participant]) -> str:
    """Return who met whom, one side a state: "Jake Sullivan (US) ↔ Juri Uschakow, Nikolai Patruschew (RU)"."""
    ordered = sorted(participants, key=lambda participant: participant.role not in ("initiator", "visitor"))
    parties = [participant for participant in ordered if participant.role != "mediator"]
    mediators = [participant for participant in ordered if participant.role == "mediator"]
    sides = _split_sides(parties)
    alone = [[participant] for participant in parties]
    words = " ↔ ".join(_say_side(side) for side in (sides if len(sides) > 1 else alone))
    via = join_words([_say_side([mediator]) for mediator in mediators])
    return " via ".join(part for part in (words or "not named", via) if part)


def join_words(words: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; more than four are counted: "a, b, c and 7 more"."""
    if len(words) > MOST_NAMED:
        words = [*words[: MOST_NAMED - 1], f"{len(words) - MOST_NAMED + 1} more"]
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def count(number: int, noun: str) -> str:
    """Return "1 article", "3 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _say_origins(contact: Contact) -> str:
    goes = "that goes back" if len(contact.articles) == 1 else "that go back"
    if not contact.origins:
        return ", on whose word is not known"
    named = contact.origins[:MOST_NAMED]
    names = "; ".join(", ".join([say_origin(origin), *_list_faults(origin)]) for origin in named)
    more = f"; {len(contact.origins) - MOST_NAMED} more" if len(contact.origins) > MOST_NAMED else ""
    return f" {goes} to {say_origins(contact)} ({names}{more})"


def _list_faults(origin: Origin) -> list[str]:
    return ["circular"] * origin.is_circular + ["withdrawn"] * origin.is_withdrawn


def _say_stances(responses: Iterable[Response]) -> list[str]:
    names: dict[str, list[str]] = {}
    for response in responses:
        names.setdefault(response.stance, []).append(_say_party(response.who, response.party))
    return [f"{join_words(who)} {STANCES[stance][len(who) > 1]}" for stance, who in names.items()]


def _say_party(who: str, party: str | None) -> str:
    return f"{who} (for {party})" if party and party != who else who


def _say_source(source: Source) -> str:
    return f"{_say_number(source.count)}unnamed {_say_bare(source)}" if source.anonymous else source.description


def _say_number(number: int | None) -> str:
    return "" if number is None else f"{number} "


def _say_bare(source: Source) -> str:
    """Return the description without the number that its count repeats: "sechs US-Beamte" -> "US-Beamte"."""
    first, _, rest = source.description.partition(" ")
    repeats = source.count is not None and NUMBERS.fullmatch(first)
    return rest if rest and repeats else source.description


def _say_attribution(attribution: Attribution) -> str:
    if not attribution.anonymous:
        return attribution.source
    among = attribution.unnamed.among if attribution.unnamed else None
    words = attribution.source.replace(among.text, "").strip(" ,") if among else attribution.source
    source = Source(words, attribution.count, True)
    said = f"{_say_number(attribution.count)}{_say_bare(source)}, unnamed"
    return f"{said}, {among.text}" if among else said


def _split_sides(participants: Iterable[Participant]) -> list[list[Participant]]:
    sides: dict[str, list[Participant]] = {}
    for participant in participants:
        sides.setdefault(participant.country or participant.entity, []).append(participant)
    return list(sides.values())


def _say_side(side: Sequence[Participant]) -> str:
    names = [participant.name for participant in side]
    more = f", {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    country = side[0].country
    return ", ".join(names[:MOST_NAMED]) + more + (f" ({country})" if country and names != [country] else "")
