"""Room `families/minutes`: what the paper's own "ACTION: ..." and the entries of its action column say.

Takes the words of one, gives who, what and by when as far as it says; holds what the heading of a column says of what
stands below it, whether the column is one of a table or stands beside the text.
"""

import re

from msgspec import Struct

from scrutiny.families.minutes.capitals import in_ordinary_case, is_in_capitals
from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.people import is_office, split_owner
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import fold

WORD = r"(?:ACTIONS?(?:\s+(?:POINTS?|ITEMS?|REQUIRED))?|Actions?(?:\s+(?:[Pp]oints?|[Ii]tems?|[Rr]equired))?)"
SIGN = r"\s*(?:[:–—]+\s?-?|-(?=\s))"
"""What stands between the word and the rest: "ACTION:", "ACTION –", "ACTION:-"."""

NUMBER = r"(?:\s*(?:[Nn]o\.?\s*)?\d{1,3}(?:[./]\d{1,3}){0,2})?"
_NAME_WORD = r"(?:[A-Z][\w’'.&]*|of|for|and|&|the)"
_DUTY = r"\s(?:TO|WILL|SHALL|SHOULD|WOULD)\s"
NAMES = pattern_of(rf"^(?!.*{_DUTY}){_NAME_WORD}(?:(?:\s*[,/]\s*|\s+){_NAME_WORD})*[,/]?\s*$")
"""Names, roles and initials only: "DT/TRUSTEES", "Head of Legal and J. Smith"."""


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of an action column; `labelled`: it says itself that it is one, "Action 3: KT"."""

    who: str | None = None
    what: str | None = None
    due: str | None = None
    labelled: bool = False


def read_entry(text: str) -> Entry:
    """Who, what and by when of an entry: "KT", "KT by 31 May", "Letter to the yard. KT, May", "KT to ring the yard"."""
    said = fold(text).strip(" .")
    label = _OPENS.match(said)
    said = said[label.end() :] if label else said
    rest, due = _before_due(said)
    who, what = split_label(rest)
    if who is None and (last := _LAST.search(rest)) and is_office(last["who"]):
        who, what = last["who"], rest[: last.start()]
    if due is not None and (what is not None or who is None):
        own = who or split_owner(rest)[0]
        if own is None:  # a day in the text, of which nobody has to do anything by then
            what, due = said, None
    return Entry(who=who.strip(" ,;") if who else None, what=what, due=due, labelled=label is not None)


def _before_due(text: str) -> tuple[str, str | None]:
    """An entry without the words at its end that say by when, and those."""
    starts = [match.start() for match in re.finditer(r"(?<=[\s(/,])[\w(]", text)][-MOST_WORDS:]
    for at in starts:
        words = text[at:].strip("()[] .")
        printed = words if words.lower().startswith("by ") else f"by {words}"
        if find_due(printed, None)[0] in (printed, words):
            return text[:at].rstrip(" ,;:(/[–-"), words
    return text, None


MOST_WORDS = 6
"""Words that say by when."""

_OPENS = pattern_of(rf"^[\[(]?{WORD}{NUMBER}(?:{SIGN}|\s)\s*(?=\S)")
_LAST = pattern_of(r"[.;,]\s+(?P<who>[A-Z][^.;,]{0,40})$")
"""Whom an entry names last: "Letter to the yard. KT"."""


def split_label(rest: str) -> tuple[str | None, str | None]:
    """Who and what of the words behind "ACTION:": "Clerk", "Clerk – mend it", "Clerk: mend it", "Mend it – Clerk", "Mend
    it (Clerk)". Whoever stands before a colon or in brackets must be somebody by his title, office or initials."""
    rest = fold(rest).strip(" .")
    rest = re.sub(r"^for\s+(?=(?:the\s)?[A-Z])", "", rest[1:-1] if _BRACKETED.fullmatch(rest) else rest)
    if is_in_capitals(rest) and re.search(_DUTY, rest):
        rest = in_ordinary_case(rest, {}, named_first=True)
    if not rest:
        return None, None
    if NAMES.match(rest) and len(rest) < 70 and not re.search(r"[a-z]\.\s", rest):
        return rest, None
    dashes = list(_DASH.finditer(rest))
    if dashes and _is_name(rest[: dashes[0].start()]):
        return rest[: dashes[0].start()], rest[dashes[0].end() :]
    if dashes and _is_name(rest[dashes[-1].end() :]):
        return rest[dashes[-1].end() :], rest[: dashes[-1].start()]
    if (named := _BEFORE_COLON.match(rest)) and is_office(named["who"]):
        return named["who"], named["what"]
    behind = _BEHIND.search(rest)
    if behind and (_INITIALS_BEHIND.fullmatch(behind["who"]) or is_office(behind["who"])):
        return behind["who"], rest[: behind.start()]
    return None, rest


def _is_name(words: str) -> bool:
    """Whether words before or behind a dash are no more than names: "Head of Legal and J. Smith"."""
    return NAMES.match(words) is not None and len(words) < 60


_BRACKETED = pattern_of(r"\([^()]+\)")
_DASH = pattern_of(r"\s[–-]\s")
_BEFORE_COLON = pattern_of(r"^(?P<who>[^:]{2,60}?)\s?:\s+(?P<what>\S.*)$", re.DOTALL)
_BEHIND = pattern_of(r"\s+\((?P<who>[^()]{2,60})\)$")
_INITIALS_BEHIND = pattern_of(r"[A-Z]{2}|[A-Z]{2,4}(?:\s?[/&,]\s?[A-Z]{2,4})+")
"""Initials in brackets behind what is to be done, "Mend the gate (KT/JB)"; three letters alone may be short for a thing."""

_OWNS = r"owners?|leads?|whom?|responsible|responsibility|resp|accountable|assigned|allocated"
_PEOPLE = r"officers?|members?|councillors?|contact"
WHO = rf"{_OWNS}|{_PEOPLE}"
WHEN = r"due|deadline|target|when|timescales?|timeframe|timeline|completion"
_OF_TASKS = r"points?|items?|required|agreed|to\s+be\s+taken|completed|outstanding|needed|arising|identified"
_TASK = (
    rf"(?:(?:agreed|outstanding|completed|description\s+of|details?\s+of)\s+)?(?:the\s+)?actions?(?:\(s\))?(?:\s+(?:{_OF_TASKS}))?"
    r"|tasks?|what\s+(?:(?:is|are|needs?|has|have|must|will|we|they)\s+)*(?:to\s+|be\s+)*(?:do|done)"
)
_LATEST = r"(?:(?:latest|current|last|recent|present|overall|officers?['’]?s?|b?rag|colou?r)\s*/?\s*)*"
_MARK = r"status|rating|b?rag|colou?rs?|complete\??"
_TOLD = r"progress|position|outcome|state|where\s+(?:we\s+are|(?:it|this|things?)\s+(?:is|are|stands?))"
_AS_AT = r"(?:\s+(?:and|as|at|of|on|to|last)\b.{0,30})?"
HEADINGS = {
    "action": pattern_of(rf"^(?:\w+\s*/\s*)?(?:{_TASK})(?:\s*/\s*\w+)?$|^(?:recommendation|matter|what|next\s+steps?|request)$", re.IGNORECASE),
    "owner": pattern_of(rf"^(?=.*\b(?:{WHO})\b)(?:(?:{WHO}|action|person|cabinet|by|to|for|is|and|or)\b(?:\(s\))?[\s/&,]*)+$|^for$|^action(?:ed)?\s+(?:by|for)$", re.IGNORECASE),
    "revised": pattern_of(rf"^(?:revised|new|extended)\s+(?:(?:{WHEN}|dates?|for)\b\s*)+$", re.IGNORECASE),
    "due": pattern_of(rf"^(?=.*\b(?:{WHEN})\b)(?:(?:{WHEN}|dates?|by|for|to|of|expected|agreed|planned|original|action)\b[\s/&,]*)+$|^response(?:\s+due)?$|^complete\s+by$", re.IGNORECASE),
    "status": pattern_of(rf"^(?:response\s*/\s*)?{_LATEST}(?:{_MARK}|{_TOLD}){_AS_AT}$", re.IGNORECASE),
    "update": pattern_of(rf"^{_LATEST}(?:{_TOLD}){_AS_AT}$|^{_LATEST}(?:progress\s+)?(?:updates?|comments?|notes?)$|^(?:action|progress|steps?)\s+(?:taken|made)$|^response\s+due$", re.IGNORECASE),
    "number": pattern_of(r"^(?:no\.?|id|ref(?:erence)?\.?|item|minute(?:\s+(?:no\.?|ref\.?))?|meeting|.*action\s+number)$", re.IGNORECASE),
}  # fmt: skip
"""The headings of a column by what it holds, for the logs that officers keep as well."""

MARKS = pattern_of(rf"^{_LATEST}(?:{_MARK}){_AS_AT}$", re.IGNORECASE)
_ENTRIES = pattern_of(
    rf"^(?=.*\b(?:actions?|{_OWNS})\b)(?:(?:actions?|{WHO}|{WHEN}|{_OF_TASKS}|persons?|names?|initials|by|for|and|or|to|on|dates?)\b(?:\(s\))?[\s/&,–-]*)+$",
    re.IGNORECASE,
)
_ASIDE = pattern_of(r"\s*\([^()]*[^()s][^()]*\)$")
"""What stands in brackets behind a heading: "Action (meeting)"; not the "(s)" of "Officer(s)"."""


def bare_heading(text: str) -> str:
    """The heading of a column without its full stop and what stands in brackets behind it."""
    return _ASIDE.sub("", text.strip().rstrip(":."))


def heads_entries(text: str) -> bool:
    """Whether a column beside the text says that it holds actions or who is to act: "Action", "By whom", "Action / owner /
    date"; no other word stands in it."""
    return _ENTRIES.match(bare_heading(text)) is not None
