"""Room `pack`: what kind of paper a document is.

Takes the opening of a document and its text, gives a `DocumentKind`. Each kind is known by several signals, each
with a weight, and none is enough alone: minutes need not say "minutes", and a report about minutes is a report.
Does not decide where documents begin.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny.pack.bodies import BODY_NOUN, find_day, is_body_and_date, is_council_name
from scrutiny.pack.fields import Field, FieldKind, is_form
from scrutiny.pack.model import DocumentKind
from scrutiny.pack.openings import Opening, is_prose

HEAD_ROWS = 8
"""Rows in which a paper says what it is: council, body, kind, day and place take up to seven."""

ENOUGH = 5
"""Weight that proves a kind: the heading (3) and two more signals, or without the heading three strong ones (2 each)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something that speaks for a kind: how much, and what must be found how often (in lines of the text)."""

    name: str
    weight: int
    pattern: re.Pattern[str]
    times: int = 1


def _signal(name: str, weight: int, pattern: str, times: int = 1) -> Signal:
    return Signal(name=name, weight=weight, pattern=re.compile(pattern, re.IGNORECASE | re.MULTILINE), times=times)


_START = r"^\W{0,3}(?:[\w./()-]{1,12}\s+)?"
"""A line begins, perhaps with the number of a minute or an item."""

_MINUTES_HEADING = re.compile(
    r"^(?:.{0,60}\b)?(?:draft\s+|unapproved\s+|printed\s+)?minutes?\b(?!\s+(?:silence|walk|from))|^(?:draft\s+)?(?:notes?|record|report)\s+of\s+(?:(?:the|an?)\s+)?(?:\w+\s+)?"
    r"(?:meeting|proceedings)\b|^at\s+an?\s+(?:\w+\s+)?meeting\s+of\b|\bheld\s+(?:their|its|a)\s+(?:\w+\s+)?meeting\b|\bmeeting\s+was\s+held\b|^cofnodion\b",
    re.IGNORECASE,
)
_MINUTES = (
    _signal("attendance", 2, rf"{_START}(?:(?:(?:members?|councillors|officers|others?|panel|board|committee|also|executive)\s+){{0,3}}(?:present|in\s+attendance|attendees|attending|"
            rf"attendance)|sederunt|panel\s+members|those\s+present|yn\s+bresennol)\b\s*(?:[:;-]|$|(?-i:[A-Z(]))"),
    _signal("apologies", 1, rf"{_START}(?:(?:welcome|introductions?|announcements)(?:,|\s+and|\s*/)\s+)?(?:apologies|ymddiheuriadau)\b|\bapologies\s+(?:for\s+absence\s+)?(?:were|was|had\s+been)\b"),
    _signal("last minutes", 2, r"\bminutes\s+of\s+(?:the\s+|its\s+|our\s+)?(?:\w+\s+){0,5}?(?:meeting|held|on|\d)[\s\S]{0,200}?\b(?:approved|confirmed|agreed|signed|accepted|adopted|true\s+(?:record|copy)|"
            r"correct\s+record|accurate|circulated|taken\s+as\s+read)\b|\bminutes\b.{0,60}\bwere\b.{0,40}\b(?:approved|confirmed|agreed|signed|accepted)\b"),
    _signal("decisions", 2, r"\b(?:RESOLVED|Resolved\b\s*[:;–-]|AGREED\b|DECISION\s*:|it\s+was\s+(?:\w+\s+)?(?:agreed|resolved|noted|decided|proposed)|(?:was|were)\s+(?:unanimously\s+)?(?:agreed|approved|carried|noted)\b"
            r"|the\s+(?:committee|board|panel|cabinet|council|forum|group|members)\s+(?:also\s+)?(?:agreed|noted|resolved|approved)\b|proposed\s+by\b|seconded\b|^\W{0,3}(?:\w+\s+)?ACTION\b)", 2),
    _signal("reported speech", 2, r"\b(?:reported|advised|explained|informed|thanked|confirmed|highlighted|queried|commented|updated|welcomed|asked|stated|noted|said|declared|raised|suggested)\s+"
            r"(?:that|the|whether|if|about|on|members|for|a|an|everyone|to)\b|\b(?:declared|received|none\s+received)\b", 4),
    _signal("closing", 2, r"\b(?:meeting|chair(?:man)?)\s+(?:was\s+|then\s+|formally\s+)?(?:closed|ended|concluded|finished|terminated|rose)\b|^\W{0,3}(?:signed|chair(?:man|person)?(?:’s\s+signature)?)\W*[._…]{3,}"
            r"|^\W{0,3}(?:date\s+(?:and\s+time\s+)?of\s+(?:the\s+)?next\s+meeting|next\s+meeting)\b|\bmeeting\s+(?:close|end)s?\s*:?\s*\d"),
    _signal("matters arising", 1, rf"{_START}(?:matters?\s+arising|actions?\s+(?:from|arising)\b|declarations?\s+of\s+interests?|register\s+of\s+interests|public\s+(?:participation|forum|questions))"),
)  # fmt: skip

_SPEECH = tuple(signal for signal in _MINUTES if signal.name in ("decisions", "reported speech"))
"""What only a meeting that was held can have: an agenda lists its business and asks for nothing in the past."""

_DECISION_HEADING = re.compile(
    r"\b(?:decisions?\s+(?:notice|record(?:ing)?|sheet|list|statement|form|summary|determined|taken|made)|(?:notices?|records?|lists?|summary|schedule|statement)\s+of\s+(?:(?:the|an?|executive|officer|delegated|key|"
    r"cabinet|urgent|individual|non-?key|member)\s+){0,4}decisions?|(?:executive|officer|delegated|cabinet\s+member|individual|portfolio\s+holder|member)(?:\s+(?:executive|key|non-?key|urgent|officer|delegated))*\s+decisions?"
    r"(?:\s+(?:notice|record|form))?\s*$|decisions\s+of\s+(?:the\s+|an?\s+)|hysbysiad\s+o\s+benderfyniad)",
    re.IGNORECASE,
)
_DECISION = (
    _signal("decision", 2, rf"{_START}(?:(?:details?\s+of\s+(?:the\s+)?)?decisions?(?:\s+(?:taken|made|details|made\s+by))?|the\s+decision|determination)\s*(?:$|[:(–-]|That\b)|\bfollowing\s+decisions?\s+(?:were|was|have\s+been|had\s+been)\b|\b(?:resolved|agreed)\b"),
    _signal("reasons", 1, rf"{_START}(?:summary\s+of\s+)?reasons?\s+(?:for|behind)?\s*(?:(?:the|making|taking)\s+)*(?:decision|recommendation|urgency|$|:)"),
    _signal("alternatives", 1, r"\b(?:alternative\s*(?:s|options?)?|(?:other\s+)?options?)\b.{0,30}\b(?:considered|rejected)\b"),
    _signal("call-in", 1, r"\bcall(?:ed)?[- ]?in\b|\b(?:come|comes|coming)\s+into\s+(?:force|effect)\b|\bimplemented\b"),
    _signal("taker", 1, r"\b(?:decision[- ](?:maker|taker|taken\s+by|made\s+by|number|no|ref)|delegat(?:ed|ion)|cabinet\s+member|key\s+decision|conflicts?\s+of\s+interest)\b"),
)  # fmt: skip

_LOG_HEADING = re.compile(
    r"\bactions?\s+(?:log|list|sheet|tracker|points|register|schedule|monitor|tracking|summary|update)\b|\b(?:log|list|register|schedule|tracker|table|summary)\s+of\s+(?:outstanding\s+|agreed\s+|open\s+)?actions\b|"
    r"\boutstanding\s+actions\b|\bmatters\s+arising\s+(?:log|schedule|report)\b|\bactions?\s+(?:from|arising\s+from)\s+(?:the\s+)?(?:previous|last|earlier)\b",
    re.IGNORECASE,
)
_LOG_COLUMNS = (
    re.compile(r"\bactions?\b", re.IGNORECASE),
    re.compile(r"\b(?:owner|lead|responsib\w+|who|officer|by\s+whom|assigned)\b", re.IGNORECASE),
    re.compile(r"\b(?:due|deadline|by\s+when|target|when|timescale|date)\b", re.IGNORECASE),
    re.compile(r"\b(?:status|progress|update|outcome|response|rag|complete[d]?|comments?)\b", re.IGNORECASE),
)
_LOG = (
    _signal("status", 2, r"\b(?:complete[d]?|in\s+progress|on\s+track|ongoing|overdue|outstanding|closed|open|not\s+(?:yet\s+)?(?:started|due)|superseded|to\s+follow)\b", 3),
    _signal("to do", 1, r"\b(?:to\s+(?:be\s+)?(?:provide|circulate|share|send|report|bring|invite|arrange|confirm|write|produce|add|consider|work|review|broken|ask|include)\w*|copy\s+of)\b", 2),
)  # fmt: skip

_RESPONSE_HEADING = re.compile(
    r"\b(?:cabinet|executive|government|council|directorate|department|mayor|commissioner|formal|officer|management|board|trust)(?:[’']s)?\s+(?:draft\s+|formal\s+|interim\s+|full\s+)?(?:member[’']?s?\s+)?responses?\b"
    r"(?!\s+(?:rate|time|team))|^(?:(?:draft|formal|interim)\s+)?responses?\s+(?:to|from|of)\b(?!\s+(?:the\s+)?consultation)|\bresponses?\s+to\s+(?:the\s+)?(?:recommendations?|(?:overview\s+and\s+)?scrutiny|task|report|review|inquiry|call)",
    re.IGNORECASE,
)
_RESPONSE = (
    _signal("verdicts", 2, r"\b(?:partially\s+|not\s+|fully\s+)?(?:accept(?:ed|s)?|agreed|rejected|declined|noted|support(?:ed|s)?)\b", 2),
    _signal("recommendations", 2, r"\brecommendations?\b", 2),
    _signal("columns", 1, rf"{_START}(?:recommendation\b.{{0,60}}\bresponse|response\s*[:–-]|(?:accept|agree)/reject)"),
)  # fmt: skip

_QUESTIONS_HEADING = re.compile(
    r"\bquestions?\s+(?:and|&|with)\s+(?:\S+\s+){0,3}?(?:answers?|responses?|replies)|\b(?:public|members?[’']?|written|councillors?[’']?|supplementary|oral)\s+(?:\w+\s+)?questions?\b|^questions?$|\bq\s?&\s?as?\b|"
    r"\bquestions?\s+(?:from|by|to|for|under|submitted|received|asked)\b|\banswers?\s+to\s+(?:\w+\s+)?questions?\b",
    re.IGNORECASE,
)
_QUESTIONS = (
    _signal("numbered questions", 2, r"^\W{0,3}(?:(?:supplementary\s+|written\s+|public\s+)?question\s*(?:no\.?\s*)?(?:\d+|[A-Z]\b|from|by|:)|Q\s?\d+\b)", 2),
    _signal("answers", 2, r"^\W{0,3}(?:(?:written\s+|supplementary\s+)?(?:answer|reply|response)\b|A\s?\d*\s*[:.])", 1),
    _signal("questions", 1, r"\?\s*$", 2),
)  # fmt: skip

_AGENDA_HEADING = re.compile(
    r"\b(?:agenda|summons|notice\s+of\s+(?:a\s+|the\s+)?(?:\w+\s+)?meeting|order\s+of\s+business|order\s+paper|rhaglen|agenda\s+frontsheet)\b",
    re.IGNORECASE,
)
_AGENDA = (
    _signal("to do", 2, rf"{_START}To\s+(?:receive|approve|consider|note|agree|confirm|elect|appoint|discuss|hear|resolve|review|determine|authorise|sign|adopt|comment|deal|accept|answer|ask)\b", 2),
    _signal("business", 2, rf"{_START}(?:apologies|declarations?\s+of|minutes\b|matters\s+arising|any\s+other|urgent\s+business|public\s+(?:questions|participation|forum)|chair\w*\s+announcements|"
            rf"date\s+of\s+(?:the\s+)?next|exclusion\s+of|correspondence|finance|planning\s+applications|welcome)", 3),
    _signal("summons", 2, r"\b(?:hereby\s+)?(?:summoned|summons|invited\s+to\s+attend|requested\s+to\s+attend|will\s+be\s+held|are\s+welcome|is\s+to\s+be\s+held)\b"),
)  # fmt: skip

_REPORT_WORD = re.compile(
    r"\b(?:report|research|evaluation|findings|inquiry|investigation|audit\s+of|study)\b|\b(?:review|survey|profile)\s*(?:\d{4}.*)?$|adroddiad", re.IGNORECASE
)
_REPORT = (
    _signal("purpose", 2, rf"{_START}(?:purpose(?:\s+of\s+(?:the\s+|this\s+)?(?:report|paper))?|executive\s+summary|summary|reason\s+for\s+(?:the\s+)?report)\s*:?\s*$|\bpurpose\s+of\s+(?:the\s+|this\s+)?report\b|\bthis\s+report\s+(?:sets|provides|presents|seeks|asks|updates|informs|describes|outlines)\b"),
    _signal("recommendations", 2, rf"{_START}(?:recommendations?|recommended)(?:\s*\(s\))?\s*:?\s*(?:$|(?-i:[A-Z]))"),
    _signal("sections", 1, rf"{_START}(?:background|introduction|context|(?:financial|legal|equality|resource)\s+implications|implications|conclusions?|consultation|background\s+(?:papers|documents))\s*:?\s*$", 2),
    _signal("author", 1, r"\breport\s+(?:written\s+by|author|prepared\s+by|of\s+the|by\s+the)\b|\bauthors?\s*:|\binspector\b"),
)  # fmt: skip

_REPORT_OF = re.compile(r"^(?:joint\s+)?report\s+(?:of|by|to|from|title|author)\b|^subject\s*:", re.IGNORECASE)
"""A row with which a report begins: what follows names a body and a day, as minutes do."""

_GENRES = re.compile(
    r"\b(?:constitution|(?:statutory\s+)?guidance|framework|scheme|business\s+case|statement\s+of\s+case|budget\s+book|terms\s+of\s+reference|procedure\s+rules|standing\s+orders|equality\s+impact\s+assessment|"
    r"impact\s+assessment|policy|strategy|protocol|code\s+of\s+conduct|charter|work\s+programme|forward\s+plan|petition|statements?\s+to)\b",
    re.IGNORECASE,
)
"""Papers that are neither reports nor proceedings, by what they call themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFound:
    """The kind that the signals prove, with the weight they have and their names."""

    kind: DocumentKind
    weight: int
    signals: tuple[str, ...]


def find_kind(opening: Opening, fields: Sequence[Field]) -> KindFound | None:
    """The kind that the paper itself proves; None where its signals are not enough.

    Records of meetings are tried before reports: a report's own form ("Purpose", "Recommendation") speaks against them.
    """
    head = _head(opening)
    first = "\n".join(opening.texts[:2])
    whole = "\n".join(opening.texts)
    formal = is_form(fields) and any(field.kind in (FieldKind.TITLE, FieldKind.FROM) for field in fields)
    found = [
        _log(opening, head, first, whole),
        _heading_and(DocumentKind.DECISION_NOTICE, _DECISION_HEADING, _DECISION, head, whole),
        _heading_and(DocumentKind.RESPONSE, _RESPONSE_HEADING, _RESPONSE, head, whole),
        _heading_and(DocumentKind.QUESTIONS, _QUESTIONS_HEADING, _QUESTIONS, head, whole),
        _agenda(opening, head, first),
        _minutes(opening, head, first),
        _report(fields, head, first, whole),
    ]
    proven = [one for one in found if one is not None and one.weight >= ENOUGH]
    if formal:  # a form with a subject is a report, whatever it is about; a record of a decision has a form too
        proven = [one for one in proven if one.kind in (DocumentKind.REPORT, DocumentKind.DECISION_NOTICE)]
    if not proven:
        return None
    if any(one.kind is not DocumentKind.REPORT for one in proven) and not formal:
        proven = [one for one in proven if one.kind is not DocumentKind.REPORT]
    headed = [one for one in proven if "heading" in one.signals]
    return max(headed or proven, key=lambda one: one.weight)


_OF_THE_LAST = re.compile(r"\bminutes\b.*\b(?:had\s+been|have\s+been|were|was|be)\b", re.IGNORECASE)
"""A sentence about minutes is no heading: "The minutes of the last meeting had been circulated"."""


def _head(opening: Opening) -> tuple[str, ...]:
    """The rows that say what the paper is: those above the first paragraph."""
    rows: list[str] = []
    for row in opening.rows[:HEAD_ROWS]:
        if _OF_THE_LAST.search(row.text) or (is_prose(row.text) and not _MINUTES_HEADING.search(row.text)):
            break
        rows.append(row.text)
    return tuple(rows)


def _count(signals: Sequence[Signal], text: str) -> tuple[int, list[str]]:
    found = [signal for signal in signals if _often(signal.pattern, text, signal.times)]
    return sum(signal.weight for signal in found), [signal.name for signal in found]


def _often(pattern: re.Pattern[str], text: str, times: int) -> bool:
    matches = pattern.finditer(text)
    return all(next(matches, None) is not None for _ in range(times))


def _says(pattern: re.Pattern[str], head: Sequence[str]) -> bool:
    """Whether one row of the head, or two that run on, say it."""
    pairs = [f"{one} {two}" for one, two in zip(head, head[1:], strict=False)]
    return any(pattern.search(text) and len(text) < 160 for text in (*head, *pairs))


def _heading_and(
    kind: DocumentKind, heading: re.Pattern[str], signals: Sequence[Signal], head: Sequence[str], text: str
) -> KindFound | None:
    """A kind that must say so in its heading, and bear it out in its text."""
    if not _says(heading, head[:5]):
        return None
    weight, names = _count(signals, text)
    return KindFound(kind=kind, weight=weight + 3, signals=("heading", *names))


def _log(opening: Opening, head: Sequence[str], first: str, text: str) -> KindFound | None:
    columns = max(
        (sum(bool(column.search(window)) for column in _LOG_COLUMNS) for window in _windows(opening)), default=0
    )
    headed = _says(_LOG_HEADING, head[:4])
    if columns < 3 or not headed:
        return None
    weight, names = _count(_LOG, text)
    return KindFound(kind=DocumentKind.ACTION_LOG, weight=weight + 5, signals=("heading", "columns", *names))


def _windows(opening: Opening) -> list[str]:
    """Rows that may head a table, each with the two below it (headings wrap)."""
    texts = [row.text for row in opening.rows[:12] if not is_prose(row.text)]
    return [" ".join(texts[at : at + 3]) for at in range(len(texts)) if len(" ".join(texts[at : at + 3])) < 160]


def _agenda(opening: Opening, head: Sequence[str], first: str) -> KindFound | None:
    weight, names = _count(_AGENDA, first)
    short = [row.text for row in opening.rows[:20] if len(row.text) < 80 and not is_prose(row.text)]
    headed = any(_AGENDA_HEADING.search(text) for text in short) and not _says(_MINUTES_HEADING, head)
    past, _ = _count(_SPEECH, first)
    if headed:
        weight, names = weight + 3, ["heading", *names]
    return KindFound(kind=DocumentKind.AGENDA, weight=weight - past, signals=tuple(names))


def _minutes(opening: Opening, head: Sequence[str], first: str) -> KindFound | None:
    """Minutes by their heading or by what stands in them. Without the heading a body and a day must stand at the head."""
    weight, names = _count(_MINUTES[:2], first)
    more, further = _count(_MINUTES[2:], "\n".join([*opening.texts[:3], *opening.texts[3:][-1:]]))
    weight, names = weight + more, names + further
    if _says(_MINUTES_HEADING, head) and not _says(_DECISION_HEADING, head):
        weight, names = weight + 3, ["heading", *names]
    elif any(is_body_and_date(row) and (BODY_NOUN.search(row) or is_council_name(row)) for row in head) and find_day(
        " ".join(row.text for row in opening.rows[:HEAD_ROWS])
    ):
        weight, names = weight + 1, ["body and day", *names]
    else:
        weight -= 2
    if len(set(names) & {"attendance", "apologies", "last minutes", "closing", "matters arising"}) < 1:
        return None
    present = set(names)
    if "heading" not in present and (
        not present & {"attendance", "body and day"}
        or not present & {"last minutes", "closing", "decisions"}
        or len(present & {"attendance", "apologies", "last minutes", "closing"}) < 2
        or any(_REPORT_OF.search(row) for row in head)
    ):
        return None
    return KindFound(kind=DocumentKind.MINUTES, weight=weight, signals=tuple(names))


def _report(fields: Sequence[Field], head: Sequence[str], first: str, text: str) -> KindFound | None:
    weight, names = _count(_REPORT, first)
    if is_form(fields):
        subject = any(field.kind is FieldKind.TITLE for field in fields)
        weight, names = weight + (5 if subject else 3), ["form", *names]
    said = [row for row in head if _REPORT_WORD.search(row)]
    if said:
        weight, names = weight + 3, ["heading", *names]
        if len(text) > LONG_TEXT:
            weight += 2
    if any(_GENRES.search(row) for row in head) and "form" not in names:
        weight -= 0 if said else 4
    return KindFound(kind=DocumentKind.REPORT, weight=weight, signals=tuple(names))


LONG_TEXT = 6000
"""Characters: a paper of three pages and more that calls itself a report is one; a form or a letter may mention one."""

