"""Part of `notask`: what a sentence itself says against its being a task.

Takes the frame that would say what is to be done and the sentence, says whether it tells only what is not to be done, what
a thing is for, what was asked at another time, what would be in some case, what others wrote, or news of others.
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.frames import DONE_BY_SAYING
from scrutiny.families.minutes.people import ARTICLE, can_act
from scrutiny.families.minutes.subjects import tokenise
from scrutiny.families.minutes.words import (
    Doing,
    Subject,
    base_of,
)
from scrutiny.language.addressees import SETTLING
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def leaves_nothing(frame: Frame, text: str) -> bool:
    """What is not to be done, is done by deciding it, or only leads to a list that stands apart, in whatever place: "agreed
    to confirm the ruling", "to appoint the Mayor as our member", "decided to make the changes set out below"."""
    settles = frame.act is Act.COMMITS and base_of(frame.verb) in SETTLING and frame.subject not in _ONE_PERSON
    announces = frame.act is Act.COMMITS and _BELOW.search(text) is not None
    nothing = frame.negated or (frame.who or "").lower().startswith("no ")  # "No decisions will be made"
    counts = frame.passive and _COUNTS.match(text, frame.verb_at) is not None  # "be regarded as a working group"
    said = frame.act is Act.SUBJUNCTIVE and frame.subject is Subject.BODY and base_of(frame.verb) in DONE_BY_SAYING
    return nothing or settles or said or announces or counts or _puts_off(frame, text)


def _puts_off(frame: Frame, text: str) -> bool:
    """What is done by putting it off: "that the lease be deferred"; not "the Clerk would delay the order"."""
    verb, after = base_of(frame.verb), text[frame.verb_at + len(frame.verb) :]
    off = verb in _PUTS_OFF or (verb in ("hold", "roll", "put") and _OVER.match(after) is not None)
    off = off or (verb in ("left", "leave") and _TO_NEXT.match(after) is not None)
    return off and (frame.passive or frame.subject not in _ONE_PERSON)


_COUNTS = pattern_of(r"(?:regarded|deemed|classed|treated|recognised)\s+(?:as|to\s+be)\b")


_PUTS_OFF = word_set("defer postpone adjourn delay")
_OVER = pattern_of(r"\s+(?:over|on\s+to|back|off)\b")
_TO_NEXT = pattern_of(r"\s+(?:to|until|till|for)\s+(?:the|a|its|our)\s+(?:next|later|future|following)\b")


def is_talk(frame: Frame, text: str) -> bool:
    """What nobody has to do, where the paper does not itself say that it was decided."""
    return any(test(frame, text) for test in _TESTS)


def _tells_of_request(frame: Frame, text: str) -> bool:
    """What others or a paper asked for: "explained that she requested one", "a report that sought approval"."""
    told = frame.past and frame.act in (Act.SUBJUNCTIVE, Act.ASKS)
    return told or (frame.act is Act.ASKS and _ASKING.search(text[: frame.verb_at]) is not None)


def _hinges(frame: Frame, text: str) -> bool:
    """What would become of a thing in a case that may never come: "if the ferry stopped, a bus would be run"."""
    hinges = frame.act in _WOULD and frame.passive and not frame.asked and _HYPOTHESIS.search(text) is not None
    told = frame.act is Act.WAS_ASKED and (frame.who or "").lower().endswith(("they", "you"))
    return hinges or (told and _HYPOTHESIS.match(text) is not None)


def _is_purpose(frame: Frame, text: str) -> bool:
    """What something is for: "to be told early so they could be dealt with", "the aim of the day is to meet"."""
    so = frame.act is Act.COULD and _SO.search(text[: max(frame.who_at, 0)]) is not None
    return so or _AIM.search(text[: frame.verb_at]) is not None


def _is_wish(frame: Frame, text: str) -> bool:
    """What somebody says that all should do, hopes that others will do, wants of whoever will do it, or would like to do:
    "we should work together", "she hoped that it would come early", "would like someone to row"."""
    before, after = text[: frame.verb_at], text[frame.verb_at :]
    if frame.act is Act.SHOULD and (frame.who or "").lower().split()[-1:] == ["we"]:
        return not _AGREED.intersection(token.low for token in tokenise(before))
    hoped = frame.act in _WOULD and frame.subject not in _ONE_PERSON and _HOPED.search(before) is not None
    wants = frame.doing in (Doing.STATE, Doing.OTHER, Doing.ASK) and _OF_ANYBODY.search(after) is not None
    return not frame.passive and (hoped or wants or _WANTS.search(before) is not None)


_HOPED = pattern_of(r"\bhope[sd]?\s[^.;]*$")
_OF_ANYBODY = pattern_of(r"^(?:favour|prefer)\b|^like\s(?:some|any)(?:one|body)\b|\bfrom\s(?:some|any)(?:one|body)\b")
_WANTS = pattern_of(r"(?:(?:^|[.;,]|\b[Tt]hat)\s?(?:[Ss]ome|[Aa]ny)(?:one|body)\b[^.;,]*|\bwould (?:like|wish) to )$")
_AGREED = word_set("agreed resolved decided settled")
"""What makes a duty of an opinion."""


def _is_quoted(frame: Frame, text: str) -> bool:
    """What stands in quotation marks: how the last minutes are to read, what a letter says."""
    before = text[: frame.verb_at]
    return any(before.count(a) > before.count(b) for a, b in ("“”", "‘’")) or before.count('"') % 2 == 1


def _is_news(frame: Frame, text: str) -> bool:
    """What is told of those who are not in the room, or as under way: "the UK will host it", "the clause, now before the
    House, will bring a duty", "the Trust is working with partners"."""
    if frame.act not in (Act.WILL, Act.IS_DOING) or frame.passive or frame.said:
        return False
    inserted = _INSERTED.search(text[: frame.verb_at]) if frame.who is None else None
    who = inserted["who"] if inserted else frame.who or ""
    others = _AN_ORGANISATION.fullmatch(who) is not None or _THIS_ONE.match(who) is not None
    now = frame.verb != "being" and _NOW.search(text[: frame.verb_at]) is not None
    thing = (inserted is not None or ARTICLE.match(who) is not None) and base_of(frame.verb) != "take"
    return others or now or (thing and not can_act(who)) or frame.subject is Subject.OUTSIDE


_INSERTED = pattern_of(r"^(?P<who>[^,.;]{3,60}),\s[^,.;]{3,80},\s(?:will|is|are)\s(?:\w+ly\s)?$")
"""What stands between a subject and its verb."""

_AN_ORGANISATION = pattern_of(r"[Tt]he\s[A-Z][a-z]?[A-Z]\w{0,5}|[Tt]he\s[A-Z]{2,6}")
_THIS_ONE = pattern_of(r"(?:[Tt]hese|[Tt]his)\s\w+$")
_NOW = pattern_of(r"\b(?:is|are)\s(?:(?:also|now|currently|still)\s)?$")

_TESTS = (
    _tells_of_request, _hinges, _is_purpose, _is_quoted, _is_wish, _is_news,
)  # fmt: skip

_WOULD = (Act.WOULD, Act.WILL, Act.COULD)
_ONE_PERSON = frozenset((Subject.ROLE, Subject.MEMBER, Subject.NAME, Subject.INITIALS))
_HYPOTHESIS = pattern_of(
    r"(?:\b(?<!see\s)(?<!out\s)(?<!ask\s)(?<!check\s)(?<!asked\s)(?<!know\s)(?:[Ii]f|[Uu]nless)|\b[Ii]n\s+the\s+event|^Should\s(?:the|an?|any|it|they|this)(?=\s[^,;]*,))\b"
    r"(?!\s(?:possible|appropriate|necessary|so|needed|required|not|feasible)\b)"
)
_SO = pattern_of(r"\b(?:so(?:\s+that)?|in\s+order\s+that)\s*$", re.IGNORECASE)
_AIM = pattern_of(
    r"\b(?:aims?|purposes?|objectives?|goals?|roles?|remit|functions?)\b[^.;]*\b(?:is|are|was|were|being)\s+to\s+(?:\w+ly\s+)?$"
)
_BELOW = pattern_of(r"\b(?:detailed|set\s+out|listed|shown|given|described)\s+below[.:]?$|\bas\s+follows[.:]?$")
_ASKING = pattern_of(
    r"\b(?:report|paper|letter|petition|motion|application|request)s?(?:\s+\([^()]*\))?\s+(?:that|which)\s+(?:asks?(?:ed)?\s[^.;]*)?$"
)
