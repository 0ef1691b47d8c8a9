"""Room `pack`: names of bodies and dates at the head of a paper.

Takes the rows at the head of a page, gives the body that met and the day, as the paper prints them. Knows the
nouns that bodies are called by, and no body's name.
"""

import datetime
import functools
import re
from collections.abc import Sequence

from scrutiny.language.actors import BODIES, OTHER_BODIES
from scrutiny.language.dates import DATE, MONTHS, NUMERIC_DATE, TIME, WEEKDAYS, parse_date
from scrutiny.language.patterns import any_of, pattern_of, phrase
from scrutiny.pack.openings import is_prose
from scrutiny.sources import fold

_NOUN = any_of("cabinet member", "sub-?committee", r"task\s?force", "working party", *sorted(BODIES | OTHER_BODIES))
BODY_NOUN = phrase(rf"\b{_NOUN}s?\b")
"""Nouns that bodies are called by."""

_AUTHORITY = any_of(
    "council", "combined authority", "national park authority", "fire(?: and rescue)? authority", "unitary authority",
)  # fmt: skip
_COUNCIL_NAME = phrase(
    any_of(
        rf"^(?:the )?(?:\S+ ){{1,6}}{_AUTHORITY}$",
        r"^(?:the )?(?:(?:royal|london) )*(?:borough|city|county) (?:council )?of (?:[^\s(]+\s*){1,6}$",
        r"^cyngor (?:\S+\s*){1,6}$",
    )
)
"""A whole row that names an authority: "Elmshire County Council", "LONDON BOROUGH OF ELM MARSH"."""

_SORT_OF_COUNCIL = any_of(
    "full", "county", "city", "borough", "district", "parish", "town", "community", "metropolitan", "annual",
    "extraordinary",
)  # fmt: skip
_KIND_OF_COUNCIL = phrase(rf"^(?:the )?(?:{_SORT_OF_COUNCIL} )*council$")
"""A council by its kind alone, as its own papers call the meeting of all members: "COUNTY COUNCIL"."""

_MATTER = any_of(
    "report", "minutes?", "agenda", "plan", "strategy", "budget", "review", "policy", "decisions?", "establishment",
    "appointments?", "membership", "terms", "future", "role", "creation", "update", "changes?", "proposals?", "funding",
)  # fmt: skip
_SUBTITLE = pattern_of(r":\s+[a-z]")
"""What a title says of its subject: "Flooding in the valley: findings of the task group"."""

_NOT_A_NAME = phrase(rf"\b{_MATTER}\b|\b(?:by|to|from)\b")
"""Words of a matter before a body, not of the body's name: "Appointments to the Police Panel"."""

_WEEKDAY = any_of(*WEEKDAYS)
_MONTH = any_of(*MONTHS)
_DAY = rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?{_MONTH}"
_ADJECTIVE = any_of(
    "ordinary", "annual", "extra-?ordinary", "special", "remote", "virtual", "hybrid", "public", "formal", "informal",
    "joint", "regular", "quarterly", "monthly", "full", "first", "inaugural", "adjourned", "budget", "proceedings",
    r"\d{1,3}(?:st|nd|rd|th)",
)  # fmt: skip
_SORT = rf"(?:(?:an?|the)\s+)?(?:{_ADJECTIVE}\s+){{0,3}}"
_HELD = r"(?:which )?(?:was |to be |is to be )?(?:held|took place|convened)\b"
_AT = r"(?:on|at|in|via|from|commencing|starting|convened) (?:the\s|an?\s|\d|[A-Z])"
_ENDS = any_of(
    rf"[.,:;–—-]?\s*\(?{_DAY}", rf"[.,:;]? {_HELD}", rf"[.,]? {_AT}", r" meetings?\b",
    r" (?:members? )?(?:present|attend)\b", "[.:;(]", r" \d{1,2}[./]\d", r"\s*$",
)  # fmt: skip
_STOP = rf"(?=\s*{_ENDS})"
"""Where a body's name ends: at the day, the place, or the word "meeting"."""

_RECORD = any_of(
    "minutes?", "notes?", "record", "decisions?", "actions?", "agenda", "summons", "proceedings", "determined",
    "taken", "made",
)  # fmt: skip
_OF = phrase(
    rf"\b{_RECORD}\s+(?:(?:of|from|for|at|by)\s+)+(?:{_SORT}meetings?\s+of\s+)?{_SORT}"
    rf"(?P<body>(?!(?:meeting|decisions?|minutes|actions?)\b)\S[^.:;]{{2,150}}?){_STOP}"
)
"""Accepts "MINUTES of a meeting of the Cabinet held in", "Notes of the Care Forum, 3 May 2022"."""

_ENDS_AS_BODY = phrase(rf"\b{_NOUN}s?$|^meeting of (?:the )?\S.*\b{_NOUN}\b")
_GENERIC = phrase(rf"^{_SORT}(?:meetings?|council meeting|body)$")
_MET = phrase(rf"\bmeeting of (?:the )?(?P<body>\S[^.:;]{{2,150}}?){_STOP}")

_BEFORE = any_of(
    "the", "draft", "unapproved", "approved", "minutes?", "agenda", "notes?", "record", "action log", "notice"
)
_BEHIND = any_of("minutes?", "agenda", "notes", "action (?:log|list|sheet|tracker|points)", "decisions?")
_TRIM = phrase(
    any_of(
        rf"^(?:{_BEFORE}\b(?: (?:of|from)\b)?\s*[-–—:]?\s*)+",
        rf"\s*[-–—:,|]*\s*\b(?:draft )?{_BEHIND}\s*[-–—:]?$",
        r"[\s,:;–—|(-]+$",
        r"^[\s,:;–—|-]+",
        r" (?:held|on|at|of|in)$",
    )
)
"""What stands around a body's name on its row."""

_SHORT_DATE = pattern_of(r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d\d)(?![\d./])")
"""A day printed as "02.03.11" on a row of its own, or behind the word Date."""

_SMALL = frozenset(("of", "and", "the", "for", "to", "in", "on", "at", "a", "an", "with", "by", "or", "y"))

MAX_BODY = 120
"""Characters. The longest name of a joint committee seen has 94."""


def find_body(rows: Sequence[str]) -> str | None:
    """The body whose paper this is, from the rows above the first names and paragraphs."""
    joined = fold(" ".join(rows))
    for pattern in (_OF, _MET):
        for found in pattern.finditer(joined):
            body = tidy_body(found["body"])
            if body and BODY_NOUN.search(body) and not is_generic(body):
                return body
    named = [name for row in rows if not is_prose(row) and (name := _named(row)) is not None]
    own = [name for name in named if not is_council_name(name)]
    return own[0] if own else named[-1] if named else None


def is_council_name(text: str) -> bool:
    """Whether a row is an authority's name and nothing else."""
    bare = fold(text).strip(" -–—:,.")
    if _KIND_OF_COUNCIL.match(bare):
        return False
    return (
        _COUNCIL_NAME.match(bare) is not None
        and not _NOT_A_NAME.search(bare)
        and not re.search(r"\b(?:committee|panel|board|forum)\b", bare, re.IGNORECASE)
    )


@functools.lru_cache(maxsize=1024)
def is_body_and_date(text: str) -> bool:
    """Whether a row names a body, a day, or both, and nothing else: "Cabinet – 4 March 2025"."""
    rest = fold(_without_date(text)).strip(" -–—:,.|")
    if not rest:
        return True
    if _NOT_A_NAME.search(rest) or _SUBTITLE.search(rest) or is_prose(rest) or len(rest) > MAX_BODY:
        return False
    return _ENDS_AS_BODY.search(re.sub(r"\s*\([^)]*\)$", "", rest)) is not None


def find_day(text: str) -> datetime.date | None:
    """The first whole date in the text, however it is printed; day first."""
    found = [match for pattern in (DATE, NUMERIC_DATE) if (match := pattern.search(text)) is not None]
    if found:
        return parse_date(min(found, key=lambda match: match.start()).group())
    short = _SHORT_DATE.search(text)
    if short:
        return parse_date(f"{short['day']}/{short['month']}/20{short['year']}")
    return None


def is_generic(body: str) -> bool:
    """Whether it says no more than that there was a meeting."""
    return _GENERIC.match(body) is not None


def tidy_body(printed: str) -> str:
    """A body's name without the words around it; capitals are set as a name."""
    body = fold(_without_date(printed))
    while (cut := _TRIM.sub("", body).strip()) != body:
        body = cut
    if BODY_NOUN.search(re.sub(r"\s+meetings?$", "", body, flags=re.IGNORECASE)):
        body = re.sub(r"\s+meetings?$", "", body, flags=re.IGNORECASE)
    return set_capitals(body)


def set_capitals(text: str) -> str:
    """A heading in capitals as a name is written; short words without vowels stay as they are ("NHS")."""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) < 0.8 * len(letters):
        return text
    words = []
    for index, word in enumerate(text.split()):
        bare = re.sub(r"[^\w]", "", word).lower()
        if bare in _SMALL and index:
            words.append(word.lower())
        elif not re.search(r"[aeiouyAEIOUY]", word):
            words.append(word)
        else:
            words.append("-".join(part[:1].upper() + part[1:].lower() for part in word.split("-")))
    return re.sub(r"\((\w)", lambda match: "(" + match[1].upper(), " ".join(words))


_PLACE = pattern_of(
    r"(?i:(?<=\w)(?:\s+(?:to\s+be\s+)?held)?\s+(?:in|at|via|on)\s+)(?:(?i:the\s+)?[A-Z]|zoom\b|(?i:microsoft)).*$"
)
"""Where a body meets, behind its name: "Annual Parish Meeting in the Village Hall"."""


def _named(row: str) -> str | None:
    """The body that a row of a masthead names."""
    bare = _PLACE.sub("", _without_date(row))
    body = tidy_body(bare)
    if not body or len(body) > MAX_BODY or not BODY_NOUN.search(body) or is_generic(body) or _SAYS.search(body):
        return None
    return body


_SAYS = phrase(r"\b(?:held|met|was|were|has|have|will) (?:an?|the|its|their|by|to)\b")
"""A row that tells something of the body: "The Parish Council held a meeting by telephone"."""


def _without_date(text: str) -> str:
    """The text without its day and time, and the words that lead to them."""
    cut = re.sub(rf"\s*[-–—,(|]*\s*\b(?:(?:held\s+)?on\s+|of\s+)?{DATE.pattern}\)?", " ", text, flags=re.IGNORECASE)
    cut = NUMERIC_DATE.sub(" ", cut)
    cut = _SHORT_DATE.sub(" ", cut)
    return fold(
        re.sub(rf"\s*,?\s*(?:at\s+|from\s+)?(?:{TIME.pattern})(?:\s*(?:to|-|–)\s*\d[\d.:]*\s*(?:[ap]m)?)?", " ", cut)
    )
