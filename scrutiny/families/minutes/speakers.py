"""Room `families/minutes`: who speaks.

Takes sentences in order, gives for each the person or role that says it, so that "He would look into it" and
"They would keep members updated" find their owner. Knows how minutes name people (roles, "Councillor X",
"Mr X", "Officers", initials), no person and no council.
"""

import re
from dataclasses import dataclass

_TITLED = r"(?:Councillors?|Cllrs?|Members?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Lord|Lady|Rev)\.?\s+(?:[A-Z][\w’'-]*\.?\s?){1,4}"
_ROLE = r"(?:The|the)\s+(?:[A-Z][\w’'&/-]*|of|for|and|the|to|,(?=\s+[A-Z]))(?:,?\s+(?:[A-Z][\w’'&/-]*|of|for|and|the|to|in))*"
_PEOPLE = r"(?:Officers?|Members|Councillors|The\s+(?:[Oo]fficers?|[Mm]embers|[Cc]lerk|[Ss]ervice|[Tt]eam|[Cc]ommittee|[Cc]ouncil|[Pp]anel|[Bb]oard))"
_NAME = r"[A-Z][a-z’'-]+\s+(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+"
WHO = rf"(?:{_TITLED}|{_ROLE}|{_PEOPLE}|{_NAME})"

SAYING = (
    r"(?:responded|replied|indicated|advised|confirmed|stated|explained|commented|added|noted|said|agreed|offered|undertook|"
    r"asked|requested|suggested|proposed|referred|highlighted|reported|informed|introduced|presented|outlined|clarified|"
    r"acknowledged|thanked|welcomed|queried|questioned|raised|reminded|assured|provided|gave|expressed|shared|committed|"
    r"promised|pointed\s+out|echoed|felt|hoped|believed|summarised|concluded|recommended|moved|seconded|sought|enquired|mentioned|"
    r"considered|observed|emphasised|stressed|encouraged|praised|recognised|declared|wished|responded|spoke)"
)

_SUBJECT = re.compile(
    rf"^(?:(?:In\s+(?:response|reply|answer)\b[^,]*,|Further(?:more)?,?|Following\b[^,]*,|However,|Finally,|Additionally,|With\s+regard\s+to\b[^,]*,)\s*)?"
    rf"(?P<who>{WHO})(?:\s*\([^)]*\))?(?:,[^,]{{3,80}},)?\s+(?:then\s+|also\s+|further\s+|again\s+|went\s+on\s+to\s+|therefore\s+|had\s+)?{SAYING}\b"
)
_OWN_SUBJECT = re.compile(rf"^(?P<who>{WHO})\s+(?:would|will|had|was|were|has|is|are)\b")
_PRONOUN = re.compile(r"^(?:He|She|They|I|We|(?:However|Therefore|In\s+addition),?\s+(?:he|she|they))\b")
_ELECTED = re.compile(
    r"^(?:Councillors?|Cllrs?|Members?|The\s+(?:Chair|Vice|Leader|Chairman|Chairperson|Mayor))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says a sentence: `who` as printed, `member` for councillors and the chair, `named` when the
    sentence names them itself (otherwise they were named before)."""

    who: str | None
    member: bool
    named: bool


def follow_speech(sentences: list[str]) -> list[Speech]:
    """The speech of each sentence of one item, in order."""
    said: list[Speech] = []
    last: Speech = Speech(who=None, member=False, named=False)
    for sentence in sentences:
        match = _SUBJECT.match(sentence)
        if match:
            who = match["who"].strip().rstrip(",")
            last = Speech(who=who, member=is_member(who), named=True)
            said.append(last)
        else:
            said.append(Speech(who=last.who, member=last.member, named=False))
    return said


def is_member(who: str) -> bool:
    """Whether somebody is an elected member, who asks, rather than an officer, who does."""
    return _ELECTED.match(who) is not None


def is_pronoun(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun that stands for the last speaker."""
    return _PRONOUN.match(sentence) is not None
