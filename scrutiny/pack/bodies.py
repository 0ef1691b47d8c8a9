"""Room `pack`: names of bodies and dates at the head of a paper.

Takes the rows at the head of a page, gives the body that met and the day, as the paper prints them. Knows the
nouns that bodies are called by, and no body's name.
"""

import datetime
import re
from collections.abc import Sequence

from scrutiny.dates import DATE, MONTHS, NUMERIC_DATE, TIME, WEEKDAYS, parse_date
from scrutiny.pack.openings import is_prose
from scrutiny.sources import fold

_NOUN = (
    r"committee|sub-?committee|cabinet|executive|council|panel|board|forum|group|commission|assembly|partnership|authority|"
    r"trustees|governors|directors|team|network|conference|convention|consortium|task\s+force|working\s+party|taskforce|"
    r"court|meeting|association|federation|trust|pwyllgor|cyngor|cabinet\s+member|jhosc|hosc"
)
BODY_NOUN = re.compile(rf"\b(?:{_NOUN})s?\b", re.IGNORECASE)

_COUNCIL_NAME = re.compile(
    r"^(?:(?:the\s+)?(?:\S+\s+){1,6}(?:council|combined\s+authority|national\s+park\s+authority|fire(?:\s+and\s+rescue)?\s+authority|unitary\s+authority)"
    r"|(?:the\s+)?(?:royal\s+|london\s+)*(?:borough|city|county)\s+(?:council\s+)?of\s+(?:[^\s(]+\s*){1,6}|cyngor\s+(?:\S+\s*){1,6})$",
    re.IGNORECASE,
)
"""A whole row that names an authority: "Harrow County Council", "LONDON BOROUGH OF LEA MARSH"."""

_KIND_OF_COUNCIL = re.compile(
    r"^(?:the\s+)?(?:(?:full|county|city|borough|district|parish|town|community|metropolitan|annual|extraordinary)\s+)*council$",
    re.IGNORECASE,
)
"""A council by its kind alone, as its own papers call the meeting of all members: "COUNTY COUNCIL"."""

_NOT_A_NAME = re.compile(r"\b(?:report|minutes?|agenda|plan|strategy|budget|review|policy|decisions?)\b", re.IGNORECASE)

_WEEKDAY = "|".join(WEEKDAYS)
_DAY = rf"(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?:{'|'.join(MONTHS)})"
_SORT = (
    r"(?:(?:an?|the)\s+)?(?:(?:ordinary|annual|extra-?ordinary|special|remote|virtual|hybrid|public|formal|informal|joint|regular|"
    r"quarterly|monthly|full|first|inaugural|adjourned|budget|proceedings|\d{1,3}(?:st|nd|rd|th))\s+){0,3}"
)
_STOP = (
    rf"(?=\s*(?:[.,:;–—-]?\s*\(?{_DAY}|[.,:;]?\s+(?:which\s+)?(?:was\s+|to\s+be\s+|is\s+to\s+be\s+)?(?:held|took\s+place|convened)\b|[.,]?\s+(?:on|at|in|via|from|commencing|starting|convened)\s+"
    rf"(?:the\s|an?\s|\d|[A-Z])|\s+(?:meeting|meetings)\b|\s+(?:members?\s+)?(?:present|attend)\b|[.:;(]|\s+\d{{1,2}}[./]\d|\s*$))"
)
_OF = re.compile(
    rf"\b(?:minutes?|notes?|record|decisions?|actions?|agenda|summons|proceedings|determined|taken|made)\s+"
    rf"(?:(?:of|from|for|at|by)\s+)+(?:{_SORT}meetings?\s+of\s+)?{_SORT}(?P<body>(?!meeting\b)\S[^.:;]{{2,150}}?){_STOP}",
    re.IGNORECASE,
)
"""Accepts "MINUTES of a meeting of the Cabinet held in", "Notes of the Care Forum, 3 May 2022", "Decision determined at the
Audit Committee meeting on"; the body ends where the place or the day begins."""

_MET = re.compile(
    rf"\bmeeting\s+of\s+(?:the\s+)?(?P<body>\S[^.:;]{{2,150}}?){_STOP}",
    re.IGNORECASE,
)

_TRIM = re.compile(
    rf"^(?:(?:the|draft|unapproved|approved|minutes?|agenda|notes?|record|action\s+log|notice)\b(?:\s+of\b)?\s*[-–—:]?\s*)+"
    rf"|\s*[-–—:,|]*\s*\b(?:draft\s+)?(?:minutes?|agenda|notes|action\s+(?:log|list|sheet|tracker|points)|decisions?)\s*[-–—:]?$"
    rf"|[\s,:;–—|(-]+$|^[\s,:;–—|-]+|\s+(?:held|on|at|of|in)$",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d\d)(?![\d./])")
"""A day printed as "02.03.11" on a row of its own, or behind the word Date."""

_SMALL = frozenset("of and the for to in on at a an with by or y a'r".split())
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
    named = [body for row in rows if not is_prose(row) and (body := _named(row))]
    own = [body for body in named if not is_council_name(body)]
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


def is_body_and_date(text: str) -> bool:
    """Whether a row names a body, a day, or both, and nothing else: "Cabinet – 4 March 2025"."""
    rest = fold(_without_date(text)).strip(" -–—:,.|")
    if not rest:
        return True
    if _NOT_A_NAME.search(rest) or re.search(r"\b(?:by|to|from)\b", rest, re.IGNORECASE) or is_prose(rest) or len(rest) > MAX_BODY:
        return False
    last = re.sub(r"\s*\([^)]*\)$", "", rest)
    return re.search(rf"\b(?:{_NOUN})s?$|^meeting\s+of\s+(?:the\s+)?\S.*\b(?:{_NOUN})\b", last, re.IGNORECASE) is not None


def find_day(text: str) -> datetime.date | None:
    """The first whole date in the text, however it is printed; day first."""
    found = [match for pattern in (DATE, NUMERIC_DATE) if (match := pattern.search(text))]
    if found:
        return parse_date(min(found, key=lambda match: match.start()).group())
    short = _SHORT_DATE.search(text)
    if short:
        return parse_date(f"{short['day']}/{short['month']}/20{short['year']}")
    return None


def print_day(day: datetime.date) -> str:
    """ "7 January 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def is_generic(body: str) -> bool:
    """Whether it says no more than that there was a meeting."""
    return re.fullmatch(rf"(?:the\s+)?(?:{_SORT})?(?:meetings?|council\s+meeting|body)", body, re.IGNORECASE) is not None


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


_PLACE = re.compile(
    rf"(?i:(?<=\w)(?:\s+(?:to\s+be\s+)?held)?\s+(?:in|at|via|on)\s+)(?:(?i:the\s+)?[A-Z]|zoom\b|(?i:microsoft)).*$"
)
"""Where a body meets, behind its name: "Annual Parish Meeting in the Village Hall"."""


def _named(row: str) -> str | None:
    """The body that a row of a masthead names."""
    bare = _PLACE.sub("", _without_date(row))
    body = tidy_body(bare)
    if not body or len(body) > MAX_BODY or not BODY_NOUN.search(body) or is_generic(body):
        return None
    return body


def _without_date(text: str) -> str:
    """The text without its day and time, and the words that lead to them."""
    cut = re.sub(
        rf"\s*[-–—,(|]*\s*\b(?:(?:held\s+)?on\s+|of\s+)?{DATE.pattern}\)?", " ", text, flags=re.IGNORECASE
    )
    cut = NUMERIC_DATE.sub(" ", cut)
    cut = _SHORT_DATE.sub(" ", cut)
    return fold(re.sub(rf"\s*,?\s*(?:at\s+|from\s+)?(?:{TIME.pattern})(?:\s*(?:to|-|–)\s*\d[\d.:]*\s*(?:[ap]m)?)?", " ", cut))
