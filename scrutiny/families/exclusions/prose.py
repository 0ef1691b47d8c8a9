"""Room `exclusions`: what the prose says of numbers of exclusions, for papers that print no table of them.

Takes sentences, gives a `SaidFigure` for each count that a sentence gives of permanent exclusions or of suspensions:
"34 permanent exclusions", "31 pupils were permanently excluded". Shares, rates, changes and money are not counts and
are left; so is a sentence that names both kinds before the same number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from scrutiny.families.exclusions.facts import PERMANENT, SUSPENDED, Measure, SaidFigure, suspended_in
from scrutiny.families.exclusions.labels import PART_OF_YEAR, YEAR
from scrutiny.sources import Quote

_NUMBER = r"(?<![\d.,/£–-])(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d%/:]|[.,]\d|\s?(?:%|per\s?cent))"
_WHO = r"(?:pupils?|children|child|young\s+people|students?|learners?)"
_BETWEEN = r"(?:(?:of|the|these|our|more|fewer|new)\s+){0,2}"
_OF = rf"(?:{PERMANENT.pattern})(?:\s+exclusions?)?|(?:{SUSPENDED.pattern})(?:\s+exclusions?)?"
_COUNTS = re.compile(
    rf"\b{_NUMBER}\s+(?:{_BETWEEN}(?P<of>{_OF})|{_WHO}\s+(?:(?:who|had|have|has|were|was|been|being|received)\s+){{1,3}}(?P<done>{_OF}))",
    re.IGNORECASE,
)
"""Accepts "34 permanent exclusions", "3,468 suspensions", "31 pupils were permanently excluded"; rejects "34 % of
suspensions", "Year 9 pupils", "12 months"."""

_NO_LEVEL = re.compile(
    r"\b(?:more|fewer|up|down|by|rise|fall|increase|decrease|reduction|than|under|over|least|most|per|every|each)\s+"
    r"(?:of\s+)?$|\d\s*(?:to|and|or)\s+$|\b(?:one|\d+)\s+in\s+$|\b(?:up|next)\s+to\s+$",
    re.IGNORECASE,
)
"""Before a count that is none: a change, a bound, the end of a range, a rate."""

_NOT_YET = re.compile(
    r"\b(?:(?i:expect\w*|forecast\w*|predict\w*|projected|projections?|estimat\w*|targeted|planned|aim(?:s|ed|ing)?\s+(?:to|for)|"
    r"(?:targets?|plans?)\s+(?:of|for|to|is|was|are|were)|if|likely)|would|could|may|might|should|will)\b"
)
"""In the clause before a count of what is expected or supposed, and has not been counted."""

_IS_CHANGE = re.compile(r"\s*(?:more|fewer|less|higher|lower|above|below)\b", re.IGNORECASE)
"""Behind a count: "12 permanent exclusions more than in 2021/22"."""

_LABELLED = re.compile(r"\b(?:years?|stage|ages?|aged|page|paragraph|section|table|appendix|item)\s+$", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:,()]|\s(?:and|but|compared|against|while|whereas|from|up|down)\s", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:the\s+)?(?:previous|prior|last|preceding|following|next|same|current|this)\s+(?:\w+\s+)?(?:years?|terms?|period|quarter)\b"
    r"|\b(?:the\s+)?years?\s+(?:before|earlier|ago)\b",
    re.IGNORECASE,
)
"""A time that is told from another one: the year that the sentence names is not that of the count."""

_ONE_YEAR = r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?(?![\d/])"
_KIND_OF_TIME = (
    r"(?:(?:whole|academic|financial|calendar|school|same|previous|prior|last|preceding|autumn|spring|summer)"
    r"\s+(?:of\s+the\s+)?){0,2}"
)
_SPAN = (
    rf"(?:the\s+)?{_KIND_OF_TIME}(?:year|term|quarter|month|half[\s-]?year|period)\b(?:\s+(?:before|earlier))?"
    rf"(?:\s+(?:of\s+)?{_ONE_YEAR})?|{_ONE_YEAR}"
)
_WHEN = re.compile(rf"\b(?:in|for|during|over|by\s+the\s+end\s+of)\s+(?P<when>{_SPAN})", re.IGNORECASE)
"""Accepts "in the quarter", "in the year before", "in the autumn term of 2022/23", "in 2022/23"; not "in Year 9"."""

_JOINS = r"(?:and|but|against|compared\s+(?:with|to)|(?:up|down)\s+from)"
_AND_THEN = re.compile(
    rf"(?:\s{{1,3}}(?:in|for|during|over)\s{{1,3}}(?:{_SPAN}))?,?\s{{1,3}}{_JOINS}\s{{1,3}}{_NUMBER}(?=\s{{1,3}}{_WHEN.pattern})",
    re.IGNORECASE,
)
"""Behind a count, the next one of the same thing, of which only the time is said: "and 41 in the year, against 44 in
the year before"."""


def find_said(sentences: Sequence[Quote]) -> Iterator[SaidFigure]:
    """Every count of exclusions that a sentence gives, with its year where that is certain."""
    suspended = suspended_in(sentences)
    for sentence in sentences:
        for match in _COUNTS.finditer(sentence.text):
            before = sentence.text[: match.start("count")]
            changes = re.search(r"\b(?:more|fewer)\b", match[0]) or _IS_CHANGE.match(sentence.text, match.end())
            start = max((end.end() for end in _CLAUSE_ENDS.finditer(before)), default=0)
            if _NO_LEVEL.search(before) or _LABELLED.search(before) or _NOT_YET.search(before, start) or changes:
                continue
            what = match["of"] or match["done"]
            permanent = PERMANENT.search(what) is not None
            if not permanent and not suspended.search(what):
                continue
            own = SaidFigure(
                measure=Measure.PERMANENT if permanent else Measure.SUSPENSIONS,
                period=_period(sentence.text, match),
                printed=match["count"], value=Decimal(match["count"].replace(",", "")), quote=sentence,
                heads=match["done"] is not None and not permanent,
            )  # fmt: skip
            yield own
            at = match.end()
            while (more := _AND_THEN.match(sentence.text, at)) is not None:
                count = more["count"]
                yield replace(
                    own, period=_named(more["when"]), printed=count, value=Decimal(count.replace(",", ""))
                )  # fmt: skip
                at = more.end()


def each_once(said: Iterable[SaidFigure]) -> Iterator[SaidFigure]:
    """A count that a paper gives again of the same time is given once, where it stands first."""
    seen: set[tuple[Measure, bool, str, str]] = set()
    for figure in said:
        if figure.period is not None:
            key = (figure.measure, figure.heads, figure.period, figure.printed)
            if key in seen:
                continue
            seen.add(key)
        yield figure


def _named(when: str) -> str:
    """A time as printed: the bare year where it is a whole one, else all words ("the quarter", "the year before")."""
    year = YEAR.search(when)
    whole = year is not None and not PART_OF_YEAR.search(when) and not _OTHER_TIME.search(when)
    return year[0] if year is not None and whole else " ".join(when.split())


def _period(text: str, count: re.Match[str]) -> str | None:
    """The year of a count: the one that its own clause names, or else the one of the whole sentence. Where the clause
    tells another time, or only a part of a year, that time as printed ("the quarter"); None where nothing is told."""
    start = max((end.end() for end in _CLAUSE_ENDS.finditer(text, 0, count.start())), default=0)
    end = _CLAUSE_ENDS.search(text, count.end())
    clause = text[start : end.start() if end else len(text)]
    times = [match["when"] for match in _WHEN.finditer(clause)]
    told = _named(times[0]) if len(times) == 1 else None
    other = _OTHER_TIME.search(clause)
    if other or PART_OF_YEAR.search(clause):
        return told if told is not None and not YEAR.fullmatch(told) else other[0] if other else None
    rest = text[: count.end()] if _AND_THEN.match(text, count.end()) else text  # what follows is of other counts
    said = clause if YEAR.search(clause) else rest
    years = {match[0] for match in YEAR.finditer(said)}
    return years.pop() if len(years) == 1 and not PART_OF_YEAR.search(said) else None if years else told
