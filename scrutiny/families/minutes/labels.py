"""Room `families/minutes`: what the paper's own "ACTION: ..." and the entries of its action column say.

Takes the words of one, gives who, what and by when as far as it says.
"""

import re

from msgspec import Struct

from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.people import is_office, split_owner
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import fold

WORD = r"(?:ACTIONS?(?:\s+(?:POINTS?|ITEMS?|REQUIRED))?|Actions?(?:\s+(?:[Pp]oints?|[Ii]tems?|[Rr]equired))?)"
SIGN = r"\s*(?:[:–—]+\s?-?|-(?=\s))"
"""What stands between the word and the rest: "ACTION:", "ACTION –", "ACTION:-"."""

NUMBER = r"(?:\s*(?:[Nn]o\.?\s*)?\d{1,3}(?:[./]\d{1,3}){0,2})?"
_NAME_WORD = r"(?:[A-Z][\w’'.&]*|of|for|and|&|the)"
NAMES = pattern_of(rf"^{_NAME_WORD}(?:(?:\s*[,/]\s*|\s+){_NAME_WORD})*[,/]?\s*$")
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
    rest = rest[1:-1] if _BRACKETED.fullmatch(rest) else rest
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
