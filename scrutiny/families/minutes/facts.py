"""Room `families/minutes`: what minutes give. Types only."""

import datetime
from enum import IntEnum, StrEnum

from msgspec import Struct


class Weight(IntEnum):
    """How formally a decision is set off."""

    NONE = 0
    """no decision"""
    QUIET = 1
    """"it was agreed" in running text: a task as often as a decision"""
    MOVED = 2
    """with mover and seconder"""
    SETTLED = 3
    """"the fees were approved", "the Board noted the plan" """
    PLAIN = 4
    """"it was resolved" """
    LOUD = 5
    """in capitals, as a label or below a heading"""


class Decision(Struct, frozen=True, kw_only=True):
    """A formal decision. `text` reads alone, with all its parts; `parts` are the texts of the numbered or lettered
    ones, the whole text where there are none. `quote` is verbatim from `pages`. `members` are the utterances it is
    made of, each as (place of its block, start in it)."""

    item: str | None
    item_title: str
    number_printed: str | None
    text: str
    quote: str
    parts: tuple[str, ...]
    pages: tuple[int, ...]
    weight: Weight
    members: frozenset[tuple[int, int]]
    lead: str


class ActionKind(StrEnum):
    """What sort of action it is; the definitions are those of the README."""

    COMMITMENT = "commitment"
    REQUEST = "request"
    AGREED = "agreed"
    SUGGESTION = "suggestion"
    OUTSTANDING = "outstanding"


class Progress(StrEnum):
    """What a log says of an action."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    OUTSTANDING = "outstanding"
    COMPLETED = "completed"
    SUPERSEDED = "superseded"


class Action(Struct, frozen=True, kw_only=True):
    """Something somebody undertook, was asked or was told to do after the meeting.

    `text` reads as an instruction, `quote` is the sentence or numbered part verbatim. `owner` and `requested_by` are
    as printed, None where the paper names nobody. `probability` is the model's, 1.0 where the paper itself says that
    it is an action (a label, a log). `rule` names the frame, `why` the features that decided, strongest first.
    """

    item: str | None
    kind: ActionKind
    text: str
    owner: str | None
    requested_by: str | None
    due_printed: str | None
    due: datetime.date | None
    quote: str
    probability: float
    rule: str
    why: tuple[str, ...]
    pages: tuple[int, ...]


class LogRow(Struct, frozen=True, kw_only=True):
    """A row of a log or table of actions as printed; None for a column that the table has not. `ahead` is what stands
    before the action, as its number or the day on which it was raised."""

    number: str | None
    text: str
    owner: str | None
    due_printed: str | None
    status: str | None
    progress: Progress
    update: str | None
    page: int
    ahead: tuple[str, ...] = ()
    accepted: bool = False
    """Whether a cell says that it was agreed to."""


class Told(Struct, frozen=True, kw_only=True):
    """What a paper says of an earlier action: the words that name it, and the words that say what became of it.
    `number` is what a log prints to tell it by: its own number, or the day of the meeting that agreed it."""

    text: str
    said: str
    progress: Progress
    pages: tuple[int, ...]
    number: str | None = None


class Minutes(Struct, frozen=True, kw_only=True):
    """All that was read of one paper: decisions, actions, the doubtful ones apart, what it tells of earlier ones."""

    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    possible: tuple[Action, ...]
    told: tuple[Told, ...]
