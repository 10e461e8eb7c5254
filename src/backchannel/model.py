"""Every noun of backchannel, as frozen dataclasses.

Stored: Page, Article, Claim (with its Mentions and Attributions), Judgement, Problem. Shown by `mark`: Findings.
Derived by settling, rebuilt from nothing at any time: Entity, Contact.
Offsets are characters into the text of the article, half-open. Dates are EDTF. Nothing here does any work.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["meeting", "visit", "call", "message", "letter", "summons", "negotiation", "mediation", "briefing"]
Status = Literal["happened", "ongoing", "planned", "proposed", "requested", "refused", "cancelled", "unclear"]
Setting = Literal["official", "track-1.5", "track-2", "unclear"]
Stance = Literal["confirms", "denies", "declines", "distances", "no comment yet"]
Knows = Literal[
    "knew",
    "did not know",
    "directed",
    "did not direct",
    "informed",
    "informed before",
    "informed after",
]
Detail = Literal["participants", "date", "place", "topics"]
Capacity = Literal["official", "former official", "private", "unknown"]
Role = Literal["initiator", "party", "host", "visitor", "mediator", "summoned"]
Basis = Literal["given", "page", "url", "text", "none"]
MentionType = Literal["person", "body", "state", "organisation", "group"]
SourceKind = Literal["official statement", "outlet", "agency", "document", "anonymous", "person", "unclear"]
Verdict = Literal["same", "different", "unsure"]
How = Literal["own", "statement", "cites", "copies", "shortens", "translates", "stale copy"]
Overlapping = Literal["copies", "shortens", "copies in part", "quotes"]
Changed = Literal[
    "number", "name", "office", "side", "qualifier", "certainty", "kind", "status", "place", "date"
]  # fmt: skip
Damage = Literal["mistranslation", "name", "leftover", "calque", "word order", "agreement", "encoding"]


def make_id(*parts: object) -> str:
    """Return 16 hexadecimal digits that depend on nothing but `parts`, so that reading twice changes nothing."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Page:
    """One input as it came, before anything is known about it.

    `source` says where it was found ("folder/a.html", "news.jsonl:3"). Exactly one of `text` and `html` is usually set;
    `html` wins where both are. `published` is what the input claims, unparsed.
    """

    source: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    lang: str | None = None
    published: str | None = None
    text: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong with one input; the run went on. `message` is a whole sentence."""

    source: str
    step: str
    message: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage that is not article text. `start`, `end` count in the text as given, before anything was cut."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of an article's text, with a copy of them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A passage that shows broken machine translation. `original` is what it probably stood for, if that is known."""

    span: Span
    damage: Damage
    original: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it resolves to.

    `edtf` is None where nothing is known ("am Freitag" in an undated article). `earliest` and `latest` are days, set
    only where the year is known. `basis` says in words how the value was found.
    """

    span: Span
    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a contact took place: the words, and the state the place lies in if it is known."""

    span: Span
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One taking part in a contact, as one passage says it.

    `span` is the words of the passage, `name` the fullest form the article gives for the same one (what resolving
    compares), or a description where `unnamed`. `count` is a number of people the words state.
    """

    id: str
    article: str
    span: Span
    type: MentionType
    name: str
    country: str | None = None
    office: str | None = None
    capacity: Capacity = "unknown"
    role: Role = "party"
    unnamed: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People an article speaks of without naming them: "six officials, two of them active, who asked not to be named".

    `count` is what `number` says. `kind` is the noun for them, `close_to` what they know of or belong to, `among` what
    sets some of them apart, `reason` why they are not named.
    """

    span: Span
    kind: Span
    count: int | None = None
    number: Span | None = None
    close_to: Span | None = None
    among: Span | None = None
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a passage names as its source. A claim has a chain of them, outermost first.

    `span` is None for a byline that came beside the text, `content` is what the source says, where the words show it.
    """

    source: str
    kind: SourceKind
    span: Span | None
    cue: Span | None = None
    country: str | None = None
    anonymous: bool = False
    count: int | None = None
    content: Span | None = None
    unnamed: Unnamed | None = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something in a text that survives translation: a name, a number, a time, a state, an office, a sort of contact.

    `key` is the same in every language ("number 40", "name lavrov", "state RU"), `sentence` the number of its sentence,
    from 0, `start` and `end` are characters of the text.
    """

    key: str
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it.

    `text` is the text as given without its `cuts`: putting the cuts back at their places gives the text as given.
    `published` is EDTF or None, `published_basis` says where it comes from. `flags`: stale, undated, garbled. `signs`
    are passages that show broken machine translation; a few of them do not make an article garbled. `citations` are all
    whom the text names as sources of anything, in its order, agency marks first. `written` is EDTF: when a stale text
    was written, as far as it says itself; nothing is dated by it.
    """

    id: str
    source: str
    text: str
    lang: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_basis: Basis = "none"
    cuts: tuple[Cut, ...] = ()
    flags: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    citations: tuple[Attribution, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage of one article asserts: a contact, a response to one, or who knew of one.

    `type` "contact": `kind` and `status` are the contact's, `participants` take part in it. `type` "response": `stance`
    is set, `participants` are those who respond, `answers` is the claim they respond to, `leaves_open` what they would
    not say of it. `type` "knowledge": `knows` is set, `participants` are those who knew. A contact claim that `answers`
    another takes it up again ("das Treffen"). `is_background`: told only as what went before ("the first since 13
    May"). `is_another`: told as one more than those before it in the article ("they met again"), `ordinal`: as the
    second, third… of several. `quote` is the sentence, `trigger` the word that tells of it. All fields come from one
    passage.
    """

    id: str
    article: str
    type: Literal["contact", "response", "knowledge"]
    quote: Span
    trigger: Span
    participants: tuple[Mention, ...]
    kind: Kind = "meeting"
    status: Status = "happened"
    stance: Stance | None = None
    knows: Knows | None = None
    answers: str | None = None
    leaves_open: tuple[Detail, ...] = ()
    when: When | None = None
    where: Place | None = None
    attributions: tuple[Attribution, ...] = ()
    setting: Setting = "unclear"
    is_confidential: bool = False
    topics: tuple[Span, ...] = ()
    count: int | None = None
    is_background: bool = False
    is_another: bool = False
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in an article; `type` is what the reader takes it for: person, place, organisation, other."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`, and what it resolves to."""

    when: When
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Who says what, with which word. `parts` is the content without what is put in between."""

    kind: Literal["direct", "indirect", "reported"]
    speaker: Span | None
    cue: Span | None
    content: Span | None
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that is found in one article, in the order of its text."""

    article: Article
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    unnamed: tuple[Unnamed, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on whether two things (mentions' names, claims) are one. A person's beats the program's.

    `score` is 0 to 1; `reasons` say in words what it rests on; `by` is "program" or a person's name.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str = "program"
    made_at: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, state, organisation or group, over all articles."""

    id: str
    type: MentionType
    name: str
    country: str | None
    offices: tuple[str, ...]
    spellings: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in its part in one contact."""

    entity: str
    name: str
    country: str | None
    office: str | None
    capacity: Capacity
    role: Role
    spellings: tuple[str, ...]
    unnamed: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Period:
    """When a contact took place, as far as its claims say. `edtf` None is unknown."""

    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Source:
    """People behind an origin: "six officials, two of them active", as the articles describe them."""

    description: str
    count: int | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that two texts have in common: its place in both, and how many words are the same."""

    one: Span
    other: Span
    words: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that have text in common; `one` has the lesser id. Says nothing of who copied from whom.

    `share_of_one`, `share_of_other`: the words in common as a share of each one's words, 0 to 1.
    """

    one: str
    other: str
    overlapping: Overlapping
    share_of_one: float
    share_of_other: float
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """Where one article has from what it tells of a contact: its parent, an edge of the tree of a contact's lineage.

    `parent` is an article of the ledger, `source` the name of whoever is cited, or stated it; a root has no parent, and
    a source only if it says one. `evidence` are the passages of the article that show it, `parent_evidence` those of
    the parent. `rank` compares the ways one article may descend, its parts from the first on; `score` is 0 to 1.
    """

    article: str
    how: How
    parent: str | None
    source: str | None
    evidence: tuple[Span, ...]
    parent_evidence: tuple[Span, ...]
    rank: tuple[float, ...]
    score: float
    reasons: tuple[str, ...]

    @property
    def flags(self) -> tuple[str, ...]:
        """What the descent makes of its article: stale, copy, translation."""
        if self.how == "stale copy":
            return "stale", "copy"
        return {"copies": ("copy",), "shortens": ("copy",), "translates": ("translation",)}.get(self.how, ())


@dataclass(frozen=True, slots=True)
class Drift:
    """What an article says otherwise than the one it derives from: `before` is the parent's value, `after` its own.

    A span is None where that article says nothing ("former" is lost: `span` is then that of the person).
    """

    field: Changed
    article: str
    parent: str
    before: str
    after: str
    span: Span | None
    parent_span: Span | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of what is reported: who first said it, and the articles that go back to it.

    `country` is the state that officials speak for. `is_told`: an article says how it is known, so that it surely is an
    origin. `is_circular`: its articles have it from
    each other. `is_withdrawn`: it was taken back or corrected.
    """

    id: str
    name: str
    kind: SourceKind
    sources: tuple[Source, ...]
    articles: tuple[str, ...]
    country: str | None = None
    is_told: bool = True
    is_circular: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What somebody else says about a contact, with the claims that say so. `party` is whom they speak for."""

    entity: str
    who: str
    party: str | None
    stance: Stance
    claims: tuple[str, ...]
    leaves_open: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Who knew of a contact, directed it or was told of it, with the claims that say so."""

    entity: str
    who: str
    party: str | None
    knows: Knows
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field and the claims behind it. `is_drift`: only articles have it whose parents say otherwise."""

    value: str
    claims: tuple[str, ...]
    is_drift: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which claims of one contact differ."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a contact is known, in data and words; never a score.

    `statements` and `denials` are the states whose officials state it themselves, or deny it. `is_anonymous`: it rests
    on people without a name alone. `reliability` (A to F) and `credibility` (1 to 6) follow the Admiralty code (NATO
    AJP-2.1), and are None where its conditions are not met. `reasons` are whole sentences.
    """

    statements: tuple[str, ...]
    denials: tuple[str, ...]
    is_anonymous: bool
    reliability: str | None
    credibility: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """What several claims are about: one meeting, call, visit… with everything the claims say of it.

    There are `least_origins` independent origins at least and as many as `origins` at most. `lineage` says for each
    article where it has the contact from, `drift` what changed on the way.
    """

    id: str
    kind: Kind
    status: Status
    setting: Setting
    is_confidential: bool
    when: Period
    where: tuple[str, str | None] | None
    participants: tuple[Participant, ...]
    topics: tuple[str, ...]
    articles: tuple[str, ...]
    claims: tuple[str, ...]
    origins: tuple[Origin, ...]
    responses: tuple[Response, ...]
    conflicts: tuple[Conflict, ...]
    count: int | None = None
    knowledge: tuple[Knowledge, ...] = ()
    least_origins: int = 0
    lineage: tuple[Descent, ...] = ()
    drift: tuple[Drift, ...] = ()
    assessment: Assessment | None = None

    @property
    def answers(self) -> tuple[Response | Knowledge, ...]:
        """What others say of it or knew of it."""
        return (*self.responses, *self.knowledge)
