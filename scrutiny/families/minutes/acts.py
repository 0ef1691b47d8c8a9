"""Room `families/minutes`: what a frame is.

An `Act` makes a verb something that is to be done; a `Frame` is one such doing of a sentence as `frames` finds it.
"""

from enum import StrEnum

from msgspec import Struct

from scrutiny.families.minutes.words import Doing, Subject


class Act(StrEnum):
    """What makes a verb something that is to be done."""

    WOULD = "would"
    WILL = "will"
    SHOULD = "should"
    COULD = "could"
    MUST = "must"
    IS_TO = "is to"
    NAME_TO = "name to"
    COMMITS = "commits"
    ASKS = "asks"
    SUGGESTS = "suggests"
    SUBJUNCTIVE = "subjunctive"
    IMPERATIVE = "imperative"
    IS_DOING = "is doing"
    WAS_ASKED = "was asked"


class Frame(Struct, frozen=True, kw_only=True):
    """One doing of a sentence: how it is put, by whom, what sort, and where its verb and its subject stand."""

    act: Act
    subject: Subject
    doing: Doing
    passive: bool
    verb: str
    verb_at: int
    """Where the verb begins in the sentence."""
    who: str | None = None
    """The subject's words as printed."""
    who_at: int = -1
    said: bool = False
    """Whether the clause is reported ("she confirmed that ...")."""
    asked: bool = False
    """Whether it stands in a question."""
    conditional: bool = False
    negated: bool = False
    past: bool = False
    """Whether it hangs on what somebody had said, asked or agreed before."""
    progressive: bool = False
    """Whether it is under way or arranged: "would be meeting"."""
