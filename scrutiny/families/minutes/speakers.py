"""Room `families/minutes`: who acts and speaks in the sentences of a discussion.

Takes sentences, gives who does or says something in them, who asked for something, and whom "he", "she" and "they" can
mean. Whether anybody is to do anything is not decided here.
"""

import functools
import re

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.people import can_act
from scrutiny.families.minutes.words import BODY, COMMIT, QUESTION, REQUEST, SAY, SUGGEST, TEAM, base_of
from scrutiny.language.actors import TITLES, with_plurals
from scrutiny.language.patterns import pattern_of


def is_member(who: str) -> bool:
    """Whether somebody is an elected member, who asks, rather than an officer, who does."""
    return _ELECTED.match(who) is not None


@functools.lru_cache(maxsize=256)
def agents(text: str, forenames: frozenset[str] = frozenset()) -> tuple[tuple[int, str], ...]:
    """Who does or says something in a sentence, each with where they stand, in order; by their forenames those who are
    listed as present."""
    acts = (_NAMED_ACTS, _ACTS, _acts_of("|".join(sorted(forenames)))) if forenames else (_NAMED_ACTS, _ACTS)
    seen = {match.start("who"): match["who"].strip() for each in acts for match in each.finditer(text)}
    found = list(seen.items())
    found += [(match.start(), (match["after"] or match["before"]).strip()) for match in _SAID_BY.finditer(text)]
    ends = [(at, at + len(who)) for at, who in found]
    whole = [(at, who) for at, who in found if not any(first < at < last for first, last in ends)]
    return tuple(sorted((at, who.rstrip(" ,.")) for at, who in whole if can_act(who.rstrip(" ,."))))


def mentioned(text: str) -> list[str]:
    """Whom a text names with a title, in order: "at Mr Dunn's wish"."""
    return [re.sub(r"[’']s$", "", match.group().strip()) for match in _MENTIONED.finditer(text)]


def last_pronoun(text: str) -> str | None:
    """The "he" or "she" that stands last in a text, else "they" where it has that alone."""
    found = _PRONOUN.findall(text) or _THEY.findall(text)
    return found[-1].lower() if found else None


def can_mean(pronoun: str, who: str) -> bool:
    """Whether "he", "she" or "they" can stand for somebody."""
    return _NOT_MEANT[pronoun].match(who) is None


def find_requester(kind: ActionKind, text: str, earlier: tuple[str, ...]) -> str | None:
    """Who asked for it or suggested it: the subject of the asking verb, else the first who acts in the sentence; for "he"
    and "she" the last before it whom the pronoun can mean."""
    if kind not in (ActionKind.REQUEST, ActionKind.SUGGESTION) or _NOBODY_ASKS.match(text):
        return None
    match = _ASKER.search(text)
    acting = (who for at, who in agents(text) if not _IS_ASKED.match(text, at + len(who)))
    who = match["who"] if match else next(acting, None)
    if who is None or who.lower() not in _NOT_MEANT:
        return who if who and can_act(who) else None
    before = [one for sentence in earlier[-4:] for _, one in agents(sentence)]
    meant = [one for one in before if can_mean(who.lower(), one)]
    return next((one for one in reversed(meant) if is_member(one)), None) or (meant[-1] if meant else None)


def asks_for_it(text: str) -> bool:
    """Whether a sentence begins with somebody who asks for something to be done, not for an answer."""
    return _ASKS_FIRST.match(text) is not None


_ELECTED = pattern_of(
    r"^(?:Councillors?|Cllrs?|Ald(?:erman)?|Bailie|Members?|The\s+(?:Chair\w*|Vice|Leader|Mayor|Members?|Committee|Panel|Board|Cabinet\s+Member|Executive\s+Member))\b",
    re.IGNORECASE,
)

_TITLED_NAME = rf"(?:(?:{TITLES})\.?\s+){{1,2}}(?:[A-Z][\w’'-]*\.?\s?){{1,3}}"
_ROLE_NAME = r"[Tt]he\s+(?:[A-Z][\w’'&/-]*)(?:\s*\([A-Z][\w ]+\)|,?\s+(?:[A-Z&][\w’'&/-]*|\d{3}\b|of|for|and|the(?=\s[A-Z])|to(?=\s[A-Z]))){0,12}"
_FULL_NAME = r"[A-Z][a-z’'-]+\s+(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+"
_SIMPLE = r"(?:Officers?|[Tt]he\s+(?:officers?|[Cc]lerk|[Cc]hair(?:man|woman|person)?|service|team|trust|(?:[a-z]+\s)?(?:manager|director|adviser|auditor|solicitor|engineer|leader|treasurer|secretary|accountant|teacher)))"
AGENT = rf"(?:{_TITLED_NAME}|{_ROLE_NAME}|{_SIMPLE}|{_FULL_NAME}|[A-Z]{{2,4}})"
_TELLS = with_plurals(
    frozenset(map(base_of, SAY | REQUEST | SUGGEST | QUESTION | COMMIT)) | {"say", "tell", "feel", "think"}
)
_NOW = "|".join(sorted(word for word in _TELLS if word.endswith("s")))
"""The present tense of whoever says, asks, suggests or agrees."""

_VERBED = rf"(?:\s*\([^)]{{1,40}}\))?(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?(?:,[^,]{{3,80}},)?\s+(?:(?:then|also|further|again|therefore|nonetheless|immediately)\s+)?(?:would|will|had|has|was|were|did|does|do|could|is|are|gave|took|set|said|told|felt|found|thought|spoke|put|went\s+on|undertook|{_NOW}|[a-z]+ed)\b"


@functools.lru_cache(maxsize=64)
def _acts_of(who: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|{_BEHIND})(?P<who>{who})(?={_VERBED})")


_BEHIND = r"(?<=[.;:]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\s[-–]\s)"
"""Where a clause begins within a sentence."""

_ACTS = pattern_of(
    rf"(?:^(?:(?:In|At|On|After|Following)\s(?:[a-z]+\s){{1,4}}?)?|{_BEHIND})(?P<who>{AGENT})(?={_VERBED})"
)
_NAMED_ACTS = pattern_of(
    rf"(?<!\bof\s)(?<!\bby\s)(?<!\bto\s)(?<!\bwith\s)(?<!\bfor\s)(?<!\bfrom\s)(?P<who>\b(?:{_TITLED_NAME}|officers))(?={_VERBED})"
)
_SPOKE = "|".join(sorted(SAY | SUGGEST))
_SAID_BY = pattern_of(rf"(?:,\s+(?:{_SPOKE})\s+(?P<after>{AGENT}))|(?:,\s+(?P<before>{AGENT})\s+(?:{_SPOKE})\b)")
_IS_ASKED = pattern_of(rf"\s+(?:was|were)\s+(?:\w+\s+)?(?:{'|'.join(sorted(REQUEST))})\b")
"""What follows whoever is asked, and asks for nothing: "The Clerk was asked to write"."""

_MANY = r"(?:[A-Z][a-z]+\s)?(?:Councillors|Members|Trustees|Governors|Residents|Panel|Board|Committee)"
_ASKER = pattern_of(
    rf"\b(?P<who>[Hh]e|[Ss]he|{_MANY}|{AGENT}|[A-Z][a-z]+)\s+(?:(?:also|then|further|nevertheless|therefore|have|has|had|\w+ly)\s+)*"
    rf"(?:{'|'.join(sorted(REQUEST | SUGGEST | QUESTION))})\b(?!\s+by\b)"
)
"""The subject of a verb that asks or suggests: "Members also requested", "he suggested"."""

_ASKS_FIRST = pattern_of(
    rf"(?:\d[\w./]*\s+)?(?:(?!(?:agreed|resolved|that|was|were|is|are|be|it)\b)[\w’'()/-]+\s+){{0,5}}?(?:[–:-]\s+)?(?:{AGENT}|[Hh]e|[Ss]he|{_MANY})\s+(?:(?:also|then|further|nevertheless|therefore|\w+ly)\s+)*"
    rf"(?:{'|'.join(sorted(word for word in REQUEST if not word.endswith('s')))})\b"
    r"(?!\s+(?:if|whether|when|what|how|why|about|who|where|which|by)\b)"
)

_MENTIONED = pattern_of(rf"\b{_TITLED_NAME}")
_PRONOUN = pattern_of(r"\b(?:[Hh]e|[Ss]he)\b")
_THEY = pattern_of(r"\b[Tt]hey\b")
_SEVERAL = (
    r"(?:[Tt]he\s)?(?:[Oo]fficers|[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors)\b|(?:[Tt]he\s)?[A-Z]\w+\sand\s"
    rf"|[Tt]he\s(?:service|team|trust)$|(?:[Tt]he\s)?(?:[A-Z][\w’'-]*\s)*(?<!Chief\s)(?:{'|'.join(sorted(word.capitalize() for word in BODY | TEAM))})$"
)
_NOT_MEANT = {
    "he": pattern_of(rf"(?:\w+\s)?(?:Mrs|Ms|Miss|Lady|Dame|Baroness|Sister)\b|{_SEVERAL}"),
    "she": pattern_of(rf"(?:\w+\s)?(?:Mr|Sir|Lord)\b|{_SEVERAL}"),
    "they": pattern_of(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof\w*)\b"),
}
"""Whom "he" and "she" cannot mean: those of the other sex, several and bodies; and "they", one person."""

_NOBODY_ASKS = pattern_of(r"^(?:It\s+was|There\s+(?:was|were|would)|That\b)")
