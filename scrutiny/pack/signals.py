"""Room `pack`: what speaks for a kind of paper: words of its heading, and signals in its text.

Data only: how they are weighed is decided in `kinds`. Each pattern is read without regard to case, line by line.
"""

import re

from msgspec import Struct

from scrutiny.language.patterns import any_of, phrase

_START = r"^\W{0,3}(?:[\w./()-]{1,12}\s)?\s*"
"""A line begins, perhaps with the number of a minute or an item."""

_BODY = any_of("committee", "board", "panel", "cabinet", "council", "forum", "group", "members")
_BLANK = r"\s*(?:$|:)"


class Signal(Struct, frozen=True, kw_only=True):
    """Something in a text that speaks for a kind: how much, and how often it must be found."""

    name: str
    weight: int
    pattern: re.Pattern[str]
    times: int = 1


def _signal(name: str, weight: int, *patterns: str, times: int = 1) -> Signal:
    return Signal(name=name, weight=weight, pattern=phrase(any_of(*patterns)), times=times)


MINUTES_HEADING = phrase(
    any_of(
        r"^(?!\W?\d+[.)\s]|to )(?:.{0,60}\b)?minutes?\b(?! (?:silence|walk)\b)(?! from\b(?!.*\bmeeting\b))",
        r"^(?:draft )?(?:notes?|record|report) of (?:(?:the|an?) )?(?:\w+ )?(?:meeting|proceedings)\b",
        r"^(?:draft )?notes? (?:of|from) (?:the|an?) (?:\S+ ){1,6}meeting\b",
        r"^at an? (?:\w+ )?meeting of\b",
        r"\bheld (?:their|its|a) (?:\w+ )?meeting\b",
        r"\bmeeting was held\b",
        r"^cofnodion\b",
    )
)
"""Accepts "Roads Panel: Draft Minutes", "Minutes from the meeting of May"; rejects "ten minutes from the station" and
the items "3. Minutes" and "To approve the minutes"."""

OF_THE_LAST = phrase(r"\bminutes\b.*\b(?:had been|have been|were|was|be)\b")
"""A sentence about minutes is no heading: "The minutes of the last meeting had been circulated"."""

WHO = any_of("members?", "councillors", "officers", "others?", "panel", "board", "committee", "also", "executive")
_AGREED = any_of(
    "approved", "confirmed", "agreed", "signed", "accepted", "adopted", "true (?:record|copy)", "correct record",
    "accurate", "circulated", "taken as read",
)  # fmt: skip
_SAID = any_of(
    "reported", "advised", "explained", "informed", "thanked", "confirmed", "highlighted", "queried", "commented",
    "updated", "welcomed", "asked", "stated", "noted", "said", "declared", "raised", "suggested",
)  # fmt: skip

ATTENDANCE = (
    _signal(
        "attendance", 2,
        rf"{_START}(?:(?:{WHO} )*(?:present|in attendance|attendees|attending|attendance)|sederunt|panel members"
        r"|(?:those|people) present|who (?:was|were) (?:there|present)|yn bresennol)\b\s*(?:[:;-]|$|(?-i:[A-Z(]))",
    ),
    _signal(
        "apologies", 1,
        rf"{_START}(?:(?:welcome|introductions?|announcements)(?:,| and|\s*/) )?(?:apologies|ymddiheuriadau)\b",
        r"\bapologies (?:for absence )?(?:were|was|had been)\b",
    ),
)  # fmt: skip
"""Asked of the first two pages: a list of names at the end of a report is no attendance."""

SPEECH = (
    _signal(
        "decisions", 2,
        r"(?-i:\bRESOLVED|\bAGREED)\b", r"\bresolved\b\s*[:;–-]", r"\bdecision\s*:",
        r"\bit was (?:\w+ )?(?:agreed|resolved|noted|decided|proposed)",
        r"\b(?:was|were) (?:unanimously )?(?:agreed|approved|carried|noted)\b",
        rf"\bthe {_BODY} (?:also )?(?:agreed|noted|resolved|approved)\b",
        r"\bproposed by\b", r"\bseconded\b", r"^\W{0,3}(?:\w+ )?(?-i:ACTION)\b",
        times=2,
    ),
    _signal(
        "reported speech", 2,
        rf"\b{_SAID} (?:that|the|whether|if|about|on|members|for|a|an|everyone|to)\b",
        r"\b(?:declared|(?:none )?received)\b",
        times=4,
    ),
)  # fmt: skip
"""What only a meeting that was held can have: an agenda lists its business and tells nothing in the past."""

RECORD = (
    _signal(
        "last minutes", 2,
        rf"\bminutes of (?:the |its |our )?(?:\w+ ){{0,5}}?(?:meeting|held|on|\d)[\s\S]{{0,200}}?\b{_AGREED}\b",
        r"\bminutes\b.{0,60}\bwere\b.{0,40}\b(?:approved|confirmed|agreed|signed|accepted)\b",
    ),
    *SPEECH,
    _signal(
        "closing", 2,
        r"\b(?:meeting|chair(?:man)?) (?:was |then |formally )?(?:closed|ended|concluded|finished|terminated|rose)\b",
        r"^\W{0,3}(?:signed|chair(?:man|person)?(?:’s signature)?)\W*[._…]{3,}",
        r"^\W{0,3}(?:date (?:and time )?of (?:the )?next meeting|next meeting)\b",
        r"\bmeeting (?:close|end)s?\s*:?\s*\d",
    ),
    _signal(
        "matters arising", 1,
        rf"{_START}(?:matters? arising|actions? (?:from|arising)\b|declarations? of interests?|register of interests"
        r"|public (?:participation|forum|questions))",
    ),
)  # fmt: skip

DECIDED = _signal(
    "decisions", 2, r"^\W{0,3}(?:\S{1,9} )?(?-i:RESOLVED|AGREED)\b", r"^\W{0,3}resolved(?: that)?\s*[:;–-]"
)
"""One decision as minutes set it off: enough below a body, a day and who was there."""

_TAKER = any_of(
    "the", "an?", "executive", "officer", "delegated", "key", "cabinet", "urgent", "individual", "non-?key", "member"
)
_PAPER = any_of(
    "notice", "record(?:ing)?", "sheet", "list", "statement", "form", "summary", "determined", "taken", "made"
)

DECISION_HEADING = phrase(
    any_of(
        rf"\bdecisions? {_PAPER}\b",
        rf"\b(?:notices?|records?|lists?|summary|schedule|statement) of (?:{_TAKER} )*decisions?\b",
        r"\b(?:executive|officer|delegated|cabinet member|individual|portfolio holder|member)"
        r"(?: (?:executive|key|non-?key|urgent|officer|delegated))* decisions?(?: (?:notice|record|form))?\s*$",
        r"\bdecisions of (?:the|an?)\b",
        r"\bhysbysiad o benderfyniad",
        r"^decisions? (?:published|details)$",
        r"^(?:agenda )?(?:issue|item)(?: details)? [-–] (?:decisions?|meetings?|items at meetings)\b",
        r"^(?:decided|made) at meeting\s*:",
    )
)
"""Accepts "Decision Recording Form", and "Issue - decisions" of a council's site; rejects "A decision on buses"."""

DECISION = (
    _signal(
        "decision", 2,
        rf"{_START}(?:(?:details? of (?:the )?)?decisions?(?: (?:taken|made by|made|details))?|the decision"
        r"|determination)\s*(?:$|[:(–-]|That\b|1[.)]\s)",
        r"\bfollowing decisions? (?:were|was|have been|had been)\b", r"\b(?:resolved|agreed)\b",
    ),
    _signal(
        "reasons", 1,
        rf"{_START}(?:summary of )?reasons?(?: (?:for|behind))?(?: (?:the|making|taking))*"
        rf"(?: (?:decision|recommendation|urgency)|{_BLANK})",
    ),
    _signal(
        "alternatives", 1,
        r"\b(?:alternative\s*(?:s|options?)?|(?:other )?options?)\b.{0,30}\b(?:considered|rejected)\b",
    ),
    _signal("call-in", 1, r"\bcall(?:ed)?[- ]?in\b", r"\b(?:come|comes|coming) into (?:force|effect)\b",
    r"\bimplemented\b"),
    _signal(
        "taker", 1,
        r"\bdecision[- ](?:maker|taker|taken by|made by|number|no|ref)\b", r"\bdelegat(?:ed|ion)\b",
        r"\bcabinet member\b",
        r"\bkey decision\b", r"\bconflicts? of interest\b",
    ),
)  # fmt: skip

LOG_HEADING = phrase(
    any_of(
        r"\bactions?(?: and (?:\w+ )?requests?)? "
        r"(?:log|list|sheet|tracker|points|register|schedule|monitor|tracking|summary|update)\b",
        r"\b(?:log|list|register|schedule|tracker|table|summary) of (?:outstanding |agreed |open )?actions\b",
        r"\boutstanding actions\b",
        r"\bmatters arising (?:log|schedule|report)\b",
        r"\bactions? (?:from|arising from) (?:the )?(?:previous|last|earlier)\b",
    )
)
LOG_COLUMNS = (
    phrase(r"\bactions?\b"),
    phrase(r"\b(?:owner|lead|responsib\w+|who|officer|by whom|assigned)\b"),
    phrase(r"\b(?:due|deadline|by when|target|when|timescale|date)\b"),
    phrase(r"\b(?:status|progress|update|outcome|response|rag|completed?|comments?)\b"),
)
"""What the columns of a log ask: what, who, by when, how far."""

_ANSWERING = any_of(
    "cabinet", "executive", "government", "council", "directorate", "department", "mayor", "commissioner", "formal",
    "officer", "management", "board", "trust",
)  # fmt: skip
RESPONSE_HEADING = phrase(
    any_of(
        rf"\b{_ANSWERING}(?:[’']s)? (?:draft |formal |interim |full )?(?:member[’']?s? )?responses?\b"
        "(?! (?:rate|time|team))",
        r"^(?:(?:draft|formal|interim) )?responses? (?:to|from|of)\b(?! (?:the )?consultation)",
        r"\bresponses? to (?:the )?(?:recommendations?|(?:overview and )?scrutiny|task|report|review|inquiry|call)",
    )
)
"""Accepts "Cabinet response to the review of buses"; rejects "Consultation responses" and "Response rates"."""

RESPONSE = (
    _signal("recommendations", 2, r"\brecommendations?\b", times=2),
)  # fmt: skip

QUESTIONS_HEADING = phrase(
    any_of(
        r"\bquestions? (?:and|&|with) (?:\S+ ){0,3}?(?:answers?|responses?|replies)",
        r"\b(?:public|members?[’']?|written|councillors?[’']?|supplementary|oral) (?:\w+ )?questions?\b",
        r"^questions?$",
        r"\bq\s?&\s?as?\b",
        r"\bquestions? (?:from|by|to|for|under|submitted|received|asked)\b",
        r"\banswers? to (?:\w+ )?questions?\b",
    )
)
QUESTIONS = (
    _signal(
        "numbered questions", 2,
        r"^\W{0,3}(?:supplementary |written |public )?question\s*(?:no\.?\s*)?(?:\d+|(?-i:[A-Z])\b|from|by|:)",
        r"^\W{0,3}Q\s?\d+\b",
        times=2,
    ),
    _signal("answers", 2, r"^\W{0,3}(?:(?:written |supplementary )?(?:answer|reply|response)\b|(?-i:A)\s?\d*\s*[:.])"),
    _signal("questions", 1, r"\?\s*$", times=2),
)  # fmt: skip

AGENDA_HEADING = phrase(
    any_of(
        r"\bagenda\b", r"\bsummons\b", r"\bnotice of (?:a |the )?(?:\w+ )?meeting\b", r"\border of business\b",
        r"\border paper\b",
        r"\brhaglen\b",
    )
)  # fmt: skip
_BUSINESS = any_of(
    "apologies", "declarations? of", r"minutes\b", "matters arising", "any other", "urgent business",
    "public (?:questions|participation|forum)", r"chair\w* announcements", "date of (?:the )?next", "exclusion of",
    "correspondence", "finance", "planning applications", "welcome",
)  # fmt: skip
_DOING = any_of(
    "receive", "approve", "consider", "note", "agree", "confirm", "elect", "appoint", "discuss", "hear", "resolve",
    "review", "determine", "authorise", "sign", "adopt", "comment", "deal", "accept", "answer", "ask",
)  # fmt: skip
AGENDA = (
    _signal("to do", 2, rf"{_START}To {_DOING}\b", times=2),
    _signal("business", 2, rf"{_START}(?:To {_DOING} (?:the )?)?{_BUSINESS}", times=3),
    _signal(
        "summons", 2,
        r"\b(?:(?:hereby )?summoned|invited to attend|requested to attend|will be held|are welcome|is to be held)\b",
    ),
)  # fmt: skip

REPORT_WORD = phrase(
    r"\b(?:report|research|evaluation|findings|inquiry|investigation|audit of|study)\b"
    r"|\b(?:review|survey|profile)\s*(?:\d{4}.*)?$|adroddiad"
)
REPORT = (
    _signal(
        "purpose", 2,
        rf"{_START}(?:purpose(?: of (?:the |this )?(?:report|paper))?|(?:executive )?summary"
        r"|reason for (?:the )?report)\s*:?\s*$",
        r"\bpurpose of (?:the |this )?report\b",
        r"\bthis report (?:sets|provides|presents|seeks|asks|updates|informs|describes|outlines)\b",
    ),
    _signal("recommendations", 2, rf"{_START}(?:recommendations?|recommended)(?:\s*\(s\))?\s*:?\s*(?:$|(?-i:[A-Z]))"),
    _signal(
        "author", 1, r"\breport (?:written by|author|prepared by|of the|by the)\b", r"\bauthors?\s*:", r"\binspector\b",
    ),
)  # fmt: skip
