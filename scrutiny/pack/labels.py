"""Room `pack`: the labels of the forms at the head of reports, and what each asks for.

Data only: the phrases that councils print, in English and where seen in Welsh. How rows are read is decided in
`fields`.
"""

import functools
import re
from enum import StrEnum

from scrutiny.language.patterns import any_of, pattern_of
from scrutiny.sources import fold


class FieldKind(StrEnum):
    """What a label asks for, as far as the contents need it."""

    TITLE = "title"
    BODY = "body"
    DATE = "date"
    FROM = "from"
    HANDLING = "handling"
    """Who answers for a report, where it applies and how it is handled: only reports ask that."""
    OTHER = "other"


_THE = r"(?: of(?: the)?)?"
_MANY = r"(?:\s*\(s\)|s)?"

_TITLE = any_of(
    rf"subject(?: (?:matter|title|of (?:the )?(?:report|decision)))?(?:\s*/\s*title(?:{_THE} (?:decision|report))?)?",
    r"title(?:\s*/\s*subject(?: matter)?)?",
    r"title of (?:the )?(?:report|paper|decision|document|project|proposal|item)",
    r"name of (?:the )?(?:report|paper|document|proposal)",
    r"(?:report|paper|item|decision|agenda(?: item)?) (?:title|subject|name)",
    "report on", "topic", "paper", "(?-i:Report|REPORT)", "re", "regarding", "heading",
    r"teitl(?: yr adroddiad)?", "pwnc",
)  # fmt: skip
_BODY = any_of(
    r"(?:report )?to", "report for", r"committee(?: name|\s*/\s*meeting)?", r"meeting(?: title| name)?",
    r"(?:title|name) of (?:the )?(?:meeting|committee|body)", r"(?:decision[- ])?(?:maker|taker)",
    r"decision (?:to be )?(?:made|taken) by", r"for (?:meeting|consideration)(?: (?:of|by))?", "cabinet", "council",
    "board", "forum", "panel", "executive", "body", r"adroddiad i",
)  # fmt: skip
_DATE = any_of(
    r"date(?: and time)?", r"date of (?:the )?(?:meeting|committee|report|decision|publication|cabinet|council)",
    r"(?:meeting|committee|report|decision|cabinet|council) date", "dyddiad",
)  # fmt: skip
_FROM = any_of(
    "from", "by", r"report (?:of|by|from|author)", "joint report of", r"(?:report )?submitted by", r"presented by",
    r"(?:adroddiad )?gan", "awdur(?: yr adroddiad)?",
)  # fmt: skip
_HANDLING = any_of(
    # who answers for it
    rf"lead (?:officer|member|director|cabinet member|councillor|author){_MANY}", rf"author{_MANY}",
    r"(?:lead )?(?:executive |corporate |service |strategic )?director(?: lead)?", r"strategic lead",
    rf"cabinet member{_MANY}", r"aelod(?:au)?(?: o'r)? cabinet", r"swyddog(?:ion)? (?:cyswllt|arweiniol|cyfrifol)",
    rf"(?:cabinet )?portfolio(?: holder| area)?{_MANY}", r"executive (?:member|portfolio)",
    rf"contact(?: (?:officer|details|for enquiries|name|person))?{_MANY}",
    r"(?:responsible|accountable) (?:officer|director)",
    r"officers? presenting(?: the report)?", "head of service",
    # where it applies
    r"(?:electoral )?(?:wards?|divisions?|districts?|areas?)(?:\s*\(s\))?(?: (?:or groups? )?(?:affected|covered))?",
    "service area",
    # how it is handled
    r"(?:protective marking|classification|status|exempt(?: information)?|confidential(?:ity)?)",
    r"public\s*/?\s*(?:exempt|private)",
    r"open\s*/?\s*exempt", r"(?:is this a )?(?:key|non-?key)(?: or non-?key)? decision(?:\?|\s*\(y/n\))?",
    r"(?:past|future) pathway(?: of \w+)?", r"decision (?:no|number|ref|reference|type|status)\.?",
    "type of (?:report|decision)", "report type", "purpose", "proposal origin", "(?:for )?publication", "for",
    "consultation", "scrutiny", r"report (?:no|number)\.?", r"(?:on )?forward plan(?: ref(?:erence)?)?",
    "implementation date",
)  # fmt: skip
_OTHER = any_of(
    # where and when, who is there, what is with it
    "venue", "place", "time", "location", "attendees", "invited", "officers?", r"(?:committee )?chair(?:man)?",
    r"tel(?:ephone)?", "e-?mail", r"(?:agenda )?item(?: (?:no|number))?\.?",
    r"(?:report )?(?:ref|reference)(?: no)?\.?",
    "version", "appendices", "annexes", "enclosures?", "background papers",
)  # fmt: skip

_OTHER_TONGUE = r"(?:[\w’']+(?:\s[\w’']+){0,3}\s*/\s*)?"
"""The same label in another language before it: "Teitl / Title"."""

_NAMES = (
    (FieldKind.TITLE, _TITLE), (FieldKind.BODY, _BODY), (FieldKind.DATE, _DATE), (FieldKind.FROM, _FROM),
    (FieldKind.HANDLING, _HANDLING),
    (FieldKind.OTHER, _OTHER),
)  # fmt: skip
_LABELS = tuple((kind, pattern_of(rf"^{_OTHER_TONGUE}{names}$", re.IGNORECASE)) for kind, names in _NAMES)
_COLON = tuple(
    (kind, pattern_of(rf"^(?P<label>{_OTHER_TONGUE}{names})\s*(?::\s*[-–]?|\s[-–]\s)\s*(?P<value>.*)$", re.IGNORECASE))
    for kind, names in _NAMES
)

_NOUN = any_of(
    "cabinet", "council", "board", "forum", "panel", "executive", "committee", "body", "officers?", "director",
    "chair(?:man)?", "public", "open", "scrutiny", "heading", "to", "from", "by", "re", "paper", "report", "for",
    "meeting", "decision", "areas?", "wards?", "divisions?", "districts?", "topic", "status",
)  # fmt: skip
NOUNS = pattern_of(rf"^{_NOUN}$", re.IGNORECASE)
"""Labels that also begin names and sentences: without a colon or a column of their own they are none."""

ANY_COLON = pattern_of(r"^(?P<label>[A-Z][\w’'&/(), -]{1,48}?)\s*:(?:\s+(?P<value>\S.*))?$")
"""Some other label of a form: "Proposal origin: Committee chair"."""


@functools.lru_cache(maxsize=1024)
def known_label(text: str) -> FieldKind | None:
    """What a label asks for; None where the text is no label that forms have."""
    bare = fold(text).rstrip(" :-–")
    return next((kind for kind, pattern in _LABELS if pattern.match(bare)), None)


@functools.lru_cache(maxsize=1024)
def parse_label(text: str) -> tuple[FieldKind, str, str] | None:
    """A row with a known label, a colon or a dash, and its value."""
    for kind, pattern in _COLON:
        if match := pattern.match(text):
            return kind, fold(match["label"]), fold(match["value"])
    return None
