"""Room `families/minutes`: what the clause about a verb says of it.

Takes the tokens of a sentence and where its modal or its verb stands, gives whether it is answered, left open, hangs on
what was said before; and the class of a verb by what follows it.
"""

import itertools

from scrutiny.families.minutes.subjects import BREAKS, CLAUSE, SKIPPED, Token
from scrutiny.families.minutes.words import (
    BODY,
    COMMIT,
    MODALS,
    OPEN_POINT,
    QUESTION,
    REQUEST,
    SAY,
    STATE,
    SUGGEST,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_participle,
)
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_plain(verb: str) -> bool:
    """Whether a verb stands as it does behind "would": "she'd look", not "she'd looked"."""
    return verb not in ("been", "had", "better") and (base_of(verb) == verb or not is_participle(verb))


def answered_at(tokens: list[Token], modal: int) -> int:
    """Where a question has been answered in the same sentence: "asked if it was known and was told that it would be"."""
    asks = [at for at in range(modal) if tokens[at].low in QUESTION]
    says = [at for at in range(modal) if tokens[at].low in SAY]
    return says[-1] + 1 if asks and says and says[-1] > asks[-1] else 0


def begins_were(tokens: list[Token], modal: int) -> bool:
    """Whether a clause begins "were the council to"."""
    return any(
        tokens[at].low == "were" and (at == 0 or tokens[at - 1].low in BREAKS | {",", "that", "and"})
        for at in range(modal)
    )


def doing_at(tokens: list[Token], at: int, *, passive: bool, nobody: bool) -> Doing:
    """The class of a verb by what follows it: "see whether" is to look, "have it mended" to make."""
    verb, after = base_of(tokens[at].low), tokens[at + 1].low if at + 1 < len(tokens) else ""
    if not passive and verb == "see" and after in _SEES_TO:
        return Doing.LOOK
    if passive and verb == "receive":
        return Doing.DECIDE  # a body receives a report by noting it
    if not passive and verb == "think" and after == "again":
        return Doing.LOOK
    if not passive and verb == "have" and not is_participle(after) and _has_done(tokens, at):
        return Doing.MAKE
    if nobody and not passive and verb in STATE:
        return Doing.STATE
    doing = doing_of(verb)
    if doing is not Doing.OTHER or passive or nobody or tokens[at].low != verb or after not in OBJECT:
        return doing
    known = SKIPPED | MODALS | {"to"}
    return doing if tokens[at - 1].low in known else Doing.MAKE


OBJECT = word_set("the a an its his her their all any every each both this these those them")
"""What begins the object of a verb: what somebody does to something is done, whatever it is."""

_SEES_TO = word_set("if whether what how that to about who when")


def _has_done(tokens: list[Token], at: int) -> bool:
    """Whether something is had done: "have the sign put up", "have it mended"."""
    for token in tokens[at + 1 : at + 7]:
        if token.low in BREAKS or token.low in CLAUSE or token.low in MODALS:
            return False
        if is_participle(token.low) and token.text.islower():
            return token.low not in ("been", "had") and token is not tokens[at + 1]
    return False


NOBODY = (Subject.THING, Subject.IMPERSONAL, Subject.PAPER, Subject.RELATIVE, Subject.NONE)
"""What asks for nothing by itself: "that would require a survey"."""


def is_open(tokens: list[Token], modal: int, subject: str | None) -> bool:
    """Whether the clause leaves open if or how it will be: "whether they should be added"."""
    at = modal - (len(subject.split()) if subject else 0)
    return any(token.low in OPEN_POINT - {"which", "who", "whom", "when"} for token in tokens[max(at - 2, 0) : at])


def hangs_on_past(tokens: list[Token], modal: int) -> bool:
    """Whether the verb it depends on is in the past perfect, "had asked for it", or only tells of a request."""
    for at in range(min(modal, len(tokens) - 1), 0, -1):
        if tokens[at].low in BREAKS or tokens[at].low == "but":
            return False
        if tokens[at].low in _GOVERNS:
            asked = tokens[at].low in REQUEST and is_told(tokens, at)
            return asked or "had" in {token.low for token in tokens[max(at - 3, 0) : at]}
    return False


def is_denied(tokens: list[Token], modal: int) -> bool:
    """Whether the clause hangs on what was not agreed or asked: "it was not agreed that the Clerk would"."""
    that = next((at for at in range(modal - 1, 1, -1) if tokens[at].low == "that" or tokens[at].low in BREAKS), 0)
    if not that or tokens[that].low != "that" or not is_participle(tokens[that - 1].low):
        return False
    return bool({"not", "never"}.intersection(token.low for token in tokens[max(that - 3, 0) : that - 1]))


def is_told(tokens: list[Token], ask: int) -> bool:
    """Whether somebody only reports that a thing was asked for: "explained that she requested a survey"."""
    that = next((at for at in range(ask - 1, 0, -1) if tokens[at].low in ("that", "and", "but", *BREAKS)), 0)
    return tokens[that].low == "that" and ask > that + 1 and tokens[that - 1].low in _REPORTS


_REPORTS = SAY | word_set("raised recalled")

_GOVERNS = COMMIT | REQUEST | SAY | SUGGEST | QUESTION


def is_enabled(tokens: list[Token], index: int) -> bool:
    """Whether somebody is only put in a position to do it, "to enable the Board to decide"; or "face to face"."""
    before, after = tokens[index - 1].low, tokens[index + 1].low if index + 1 < len(tokens) else ""
    near = itertools.pairwise(tokens[max(index - 8, 0) : index])
    enables = (one.low == "to" or two.low.endswith("s") for one, two in near if base_of(two.low) in _ENABLES)
    return before in _UNLIKE or before == after or any(enables)


_UNLIKE = word_set("unable unlikely reluctant unwilling")
_ENABLES = word_set("enable allow help assist permit encourage")


def is_nothing(tokens: list[Token], index: int) -> bool:
    """Whether the object of a verb leaves nothing to be done: "to take no further action"."""
    return _NOTHING.match(" ".join(one.low for one in tokens[index : index + 3])) is not None


def is_noun(tokens: list[Token], at: int) -> bool:
    """Whether "request" or "invite" is one there: "a standing invite to attend", "the request to"; a body asks."""
    if at and tokens[at - 1].low in BODY:
        return False
    near = {token.low for token in tokens[max(at - 2, 0) : at]}
    return base_of(tokens[at].low) == tokens[at].low and bool(near & (ARTICLES | {"no"}))


ARTICLES = word_set("a an the this that their his her its our any")
_NOTHING = pattern_of(r"no\s+(?:further\s+)?(?:action|comment|reply|response|objection|part)\b")
