"""Part of `notask`: what a sentence itself says against its being a task.

Takes the frame that would say what is to be done and the sentence, says whether it tells only what is not to be done, what
a thing is, brings about or is for, what was asked at another time, what would be in some case, or what others wrote.
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.subjects import tokenise
from scrutiny.families.minutes.words import (
    OPEN_POINT,
    SAY,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_participle,
)
from scrutiny.language.actors import BODIES
from scrutiny.language.addressees import SETTLING
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def leaves_nothing(frame: Frame, text: str) -> bool:
    """What is not to be done, is done by deciding it, or only leads to a list that stands apart, in whatever place: "agreed
    to confirm the ruling", "to appoint the Mayor as our member", "decided to make the changes set out below"."""
    settles = frame.act is Act.COMMITS and base_of(frame.verb) in SETTLING and frame.subject not in _ONE_PERSON
    post = _is_post(frame, text)
    announces = frame.act is Act.COMMITS and _BELOW.search(text) is not None
    nothing = frame.negated or (frame.who or "").lower().startswith("no ")  # "No decisions will be made"
    counts = frame.passive and _COUNTS.match(text, frame.verb_at) is not None  # "be regarded as a working group"
    return nothing or settles or post or announces or counts or _puts_off(frame, text)


def _is_post(frame: Frame, text: str) -> bool:
    """Who is to hold which post, and whom a meeting is open to: "that Ms Orme be appointed as a director"."""
    act = text[frame.verb_at :]
    held = frame.act in _MEANS and frame.subject in _ONE_PERSON and _HOLDS.match(act) is not None
    given = frame.act in _GIVES_POST and (frame.passive or frame.subject not in _ONE_PERSON)  # not who is to find one
    return held or _OPEN_TO.match(act) is not None or (given and _APPOINTS.match(act) is not None)


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


def _tells_effect(frame: Frame, text: str) -> bool:
    """What follows from something by itself: "this would allow members to see it"; what it does is nobody's task."""
    acts = frame.act in _MODAL and not frame.passive and base_of(frame.verb) in _EFFECTS
    return acts and _POINTING.search(text[: frame.verb_at]) is not None


def _tells_content(frame: Frame, text: str) -> bool:
    """What a paper holds, or which thing is meant: "the list of topics that would be looked at"."""
    before = text[: frame.verb_at]
    which = _OF_WHICH.search(before) if frame.act in _WOULD and not text.endswith("?") else None
    how = frame.act is Act.IS_DOING and not OPEN_POINT.isdisjoint((frame.who or "").split()[:1])
    return how or (which is not None and _is_shown(before))


def _is_shown(before: str) -> bool:
    """Whether what stands before "that" tells how something was laid before the meeting: "presented"."""
    tokens = tokenise(re.split(r"[.;]", before)[-1])
    return any(
        token.low in _LAYS_OUT or (is_participle(token.low) and doing_of(token.low) in _LAYS)
        for at, token in enumerate(tokens)
        if not _PERFECT.intersection(one.low for one in tokens[max(at - 3, 0) : at])
    )


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


_TESTS = (
    _tells_of_request, _hinges, _is_purpose, _tells_effect, _tells_content, _is_quoted, _is_wish,
)  # fmt: skip

_WOULD = (Act.WOULD, Act.WILL, Act.COULD)
_MODAL = (*_WOULD, Act.SHOULD, Act.MUST)
_ONE_PERSON = frozenset((Subject.ROLE, Subject.MEMBER, Subject.NAME, Subject.INITIALS))
_LAYS = (Doing.TELL, Doing.BRING, Doing.LOOK)
_LAYS_OUT = SAY | word_set("detailed described introduced")
_PERFECT = word_set("has have had")
_EFFECTS = word_set(
    "allow enable let give mean convey make help ensure depend improve reduce require provide create avoid lead cause prevent affect save"
)
"""What something brings about without anybody doing it."""

_MEANS = (Act.COMMITS, Act.WILL, Act.WOULD, Act.SHOULD)
_GIVES_POST = (Act.IMPERATIVE, Act.COMMITS, Act.SUBJUNCTIVE)
_APPOINTS = pattern_of(
    r"(?:re-?)?(?:appoint(?:ed)?|elect(?:ed)?|nominated?|co-opt(?:ed)?)\s[^.;]*?\bas\s+(?:(?:an?|the|this|our|its|their|acting|deputy)\s|[A-Z])"
    r"|(?:appoint|elect|nominat|co-opt)ed\s+as\s"
)
_OPEN_TO = pattern_of(r"be\s+(?:most\s+|very\s+|always\s+)?(?:welcome|free|entitled)\s+to\b")
_HOLDS = pattern_of(
    r"(?:(?:always\s+)?be|serve|stand)\s+(?:on|an?|as|the|one\s+of)\b(?!\s+agenda)"
    rf"|join\s+(?:the|this|our|its)\s+(?:[\w-]+\s+){{0,3}}?(?:{'|'.join(sorted(BODIES))})\b"
)
_POINTING = pattern_of(
    r"(?:^|[,;(]\s*|\b(?:and|as|but)\s)(?:this|that|which|these)\s+(?:in\s+turn\s+|also\s+)?(?:would|will|could|should|might|may)\s+(?:also\s+|then\s+)?$",
    re.IGNORECASE,
)
_OF_WHICH = pattern_of(r"\s(?:that|which)\s+(?:would|will)\s+(?:be\s+)?$")
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
