"""Room `exclusions`: what the prose says of numbers of exclusions, for papers that print no table of them.

Takes sentences, gives a `SaidFigure` for each count that a sentence gives of permanent exclusions or of suspensions:
"34 permanent exclusions", "31 pupils were permanently excluded". Shares, rates, changes and money are not counts and
are left; so is a sentence that names both kinds before the same number.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from msgspec.structs import replace

from scrutiny.families.exclusions.facts import PERMANENT, SUSPENDED, Measure, SaidFigure, suspended_in
from scrutiny.families.exclusions.labels import PART_HEADED, PART_OF_YEAR, YEAR, find_group, find_measure
from scrutiny.language.dates import MONTH
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.numerals import NUMBER_WORDS, ONES, TENS
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

_GROUP = pattern_of(
    r"child(?:ren)?\s+in\s+need|CIN\b|child\s+protection|CPP?\s+plans?|looked[\s-]+after|\b(?:CLA|LAC)\b|children\s+in\s+care|"
    r"\bEHC\s?Ps?\b|education,?\s+health\s+and\s+care\s+plans?|\bSEND?\b|special\s+educational\s+needs|"
    r"free\s+school\s+meals?|\bFSM\b|pupil\s+premium|\bdisadvantaged\b|\byoung\s+carers?\b|"
    r"\bGypsy\b|\bGRT\b|\bTravellers?\b|\b(?:minority\s+ethnic|ethnic\s+minorit)",
    re.IGNORECASE,
)
"""Some of all pupils."""

_ONES = "|".join(ONES[1:])
_WORDS = rf"(?:{'|'.join(TENS)})(?:-(?:{_ONES}))?|{_ONES}"


def _number(name: str) -> str:
    """A whole number in figures or words, under this name: no share, date or part of a longer number."""
    digits = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{_WORDS})\b"
    return rf"(?<![\d.,/£–-])(?P<{name}>{digits})(?![\d%/:]|[.,]\d|\s?(?:%|per\s?cent))"


_NUMBER = _number("count")
_WHO = r"(?:pupils?|children|child|young\s+people|students?|learners?)"
_BETWEEN = r"(?:(?:more|fewer|new)\s+)?"
_OF = rf"(?:{PERMANENT.pattern})(?:\s+exclusions?)?|(?:{SUSPENDED.pattern})(?:\s+exclusions?)?"
_COUNTS = pattern_of(
    rf"\b{_NUMBER}\s+(?:{_BETWEEN}(?P<of>{_OF})|{_WHO}\s+(?:(?:who|had|have|has|were|was|been|being|received)\s+){{1,3}}(?P<done>{_OF}))",
    re.IGNORECASE,
)
"""Accepts "34 permanent exclusions", "3,468 suspensions", "31 pupils were permanently excluded"; rejects "34 % of
suspensions", "Year 9 pupils", "12 months"."""

_NO_LEVEL = pattern_of(
    r"\b(?:more|fewer|extra|additional|further|up|down|by|rise|fall|increase|decrease|reduction|than|under|over|least|most|"
    rf"per|every|each)\s+(?:of\s+)?$|\d\s*(?:to|and|or)\s+$|\b(?:{_WORDS}|\d+)\s+in\s+$|\b(?:up|next)\s+to\s+$",
    re.IGNORECASE,
)
"""Before a count that is none: a change, a bound, the end of a range, a rate."""

_NOT_YET = pattern_of(
    r"\b(?:(?i:expect\w*|forecast\w*|predict\w*|projected|projections?|estimat\w*|targeted|planned|aim(?:s|ed|ing)?\s+(?:to|for)|"
    r"(?:targets?|plans?)\s+(?:of|for|to|is|was|are|were)|if|likely)|would|could|may|might|should|will)\b"
)
"""In the clause before a count of what is expected or supposed, and has not been counted."""

_NO_COUNT = pattern_of(
    rf"\s*(?:or\s+)?(?:more|fewer|less|higher|lower|above|below)\b|\s+(?:per|(?:for|in)\s+(?:every|each))\b"
    rf"|\s+(?:{_WHO}|times|days?|sessions?|hours?|weeks?|schools|academies|percentage|points?)\b",
    re.IGNORECASE,
)
"""Behind a count that is none: "12 permanent exclusions more than in 2021/22", "three suspensions or more", "9
exclusions per 10,000", "38 permanently excluded pupils", whom something else befell."""

_NOT_OURS = pattern_of(
    r"\b(?:england|wales|scotland|northern\s+ireland|national(?:ly)?|region(?:al(?:ly)?)?|neighbour\w*|elsewhere|(?:other|another)\s+"
    r"(?:\w+\s+)?(?:authorit\w+|councils?|boroughs?|count(?:y|ies))|average|mean|median|typical(?:ly)?|prevent\w*|avoid\w*|avert\w*)\b"
    r"|\b(?:around|about|approximately|roughly|nearly|almost|some)\s+$",
    re.IGNORECASE,
)
"""In the clause before a count that is another area's, an average, a round one, or of what did not happen."""

_ELSEWHERE = pattern_of(
    r"\b(?:nationally|regionally|elsewhere|(?:in|across)\s+(?:England|Wales|Scotland|Northern\s+Ireland|the\s+region))\b",
    re.IGNORECASE,
)
"""In the clause behind a count that is another area's."""

_GOES_BEFORE = pattern_of(rf"\b(?:hundred|thousand|million|{'|'.join(TENS)})(?:\s+and)?\s+$", re.IGNORECASE)
"""Before a count that is but the end of a number in words: "one hundred and five", "twenty one"."""

_SOME = pattern_of(
    r"\b(?:boys|girls|male|female|reasons?|primar(?:y|ies)|secondar(?:y|ies)|special|academies|trusts?|overturned|"
    r"withdrawn|rescinded|reinstated)\b|£"
    r"|\bof\s+(?:these|them|those|which|whom)\b(?!\s+(?:\w+\s+)?years?\b)|\b\w+\s+(?:pupil|child|school(?!\s+year)|academy)\b|\baccounted\s+for\b"
    rf"|\b(?:{_WORDS})\s+(?:schools|academies)\b|\b(?:pupils|children)\s+(?:with|who|on)\b|\bat\s+(?-i:[A-Z][a-z]+\s+[A-Z])"
    r"|\bin\s+(?:the\s+)?(?:(?-i:[A-Z])[\w'’-]+\s+){1,3}(?:district|locality|ward|area|cluster|partnership|division)\b"
    r"|\b(?:led\s+to|result(?:ed|ing)\s+in)\b|\b(?!(?:all|the|our|these|of|more|excluded|suspended)\b)\w+\s+"
    r"(?:pupils|children|students|learners)\s+(?:received|had|have|got|were\s+given)\b"
    r"|\bfor\s+(?!(?:(?:the|this|last)\s+)?(?:\w+\s+)?(?:year|term|period|quarter|month|borough|county|council|city|area)|all\b|\d)",
    re.IGNORECASE,
)
"""In the clause of a count of some pupils, schools or reasons only."""
_LABELLED = pattern_of(r"\b(?:years?|stage|ages?|aged|page|paragraph|section|table|appendix|item)\s+$", re.IGNORECASE)
_CLAUSE_ENDS = pattern_of(
    r"[;:,()]|\s(?:and|but|compared|against|while|whereas|from(?=\s+£?\d)|up|down)\s", re.IGNORECASE
)
_OTHER_TIME = pattern_of(
    r"\b(?:the\s+)?(?:previous|prior|last|preceding|following|next|same|current|this)\s+(?:\w+\s+)?(?:years?|terms?|period|quarter)\b"
    r"|\b(?:the\s+)?years?\s+(?:before|earlier|ago)\b",
    re.IGNORECASE,
)
"""A time that is told from another one: the year that the sentence names is not that of the count."""

_ONE_YEAR = r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?|[1-3]\d/[1-4]\d)(?![\d/])"
_KIND_OF_TIME = (
    r"(?:(?:whole|academic|financial|calendar|school|same|previous|prior|last|preceding|autumn|spring|summer)"
    r"\s+(?:of\s+the\s+)?){0,2}"
)
_SPAN = (
    rf"(?:the\s+)?{_KIND_OF_TIME}(?:year|term|quarter|month|half[\s-]?year|period)\b(?!\s+\d{{1,2}}\b)(?:\s+(?:before|earlier))?"
    rf"(?:\s+(?:of\s+)?{_ONE_YEAR})?|(?:the\s+)?{_ONE_YEAR}(?:\s+(?:academic|school|financial)\s+year)?"
)
_WHEN = pattern_of(rf"\b(?:in|for|during|over|by\s+the\s+end\s+of)\s+(?P<when>{_SPAN})", re.IGNORECASE)
"""Accepts "in the quarter", "in the year before", "in the autumn term of 2022/23", "in 2022/23"; not "in Year 9"."""

_IN_TIME = rf"\s{{1,3}}(?:in|for|during|over)\s{{1,3}}(?:{_SPAN})"
_JOINS = r"(?:,?\s{1,3}(?:and|but|against|compared\s+(?:with|to)|(?:up|down)\s+from)\s{1,3}|,\s{1,3}|\s{1,3}\()"
_AND_THEN = pattern_of(rf"(?:{_IN_TIME})?{_JOINS}{_NUMBER}(?=\s{{1,3}}{_WHEN.pattern})", re.IGNORECASE)
"""Behind a count, the next one of the same thing, of which only the time is said: "and 41 in the year, against 44 in
the year before", ", 25 in 2022/23", " (25 in 2022/23)"."""

_MOVED = pattern_of(
    rf"\b(?P<of>{_OF})\s+(?:(?:have|has|had)\s+)?(?:{UP}|{DOWN}|went|changed|moved)\s+from\s+{_number('old')}"
    rf"(?P<then>{_IN_TIME})?\s+to\s+{_number('new')}(?P<now>{_IN_TIME})?",
    re.IGNORECASE,
)
"""Accepts "Suspensions rose from 3,604 in 2022/23 to 3,871 in 2023/24"."""

_STOOD = pattern_of(
    rf"(?:\b(?:numbers?|total|count)\s+of\s+|(?:^|[;,]\s)(?:(?:the|all|total)\s+)*)(?P<of>{_OF})(?:{_IN_TIME})?"
    rf"(?::|\s+(?:was|were|is|stood\s+at|totalled|reached|came\s+to|(?:{UP}|{DOWN})\s+by\s+[\d,]+\s+to))\s+{_NUMBER}(?!\w)",
    re.IGNORECASE,
)
"""Accepts "The number of permanent exclusions in 2023/24 was 31", "Suspensions fell by 9 to 31"."""


def find_said(sentences: Sequence[Quote]) -> Iterator[SaidFigure]:
    """Every count of exclusions that a sentence gives, with its year where that is certain."""
    suspended = suspended_in(sentences)
    ours = {word for sentence in sentences for name in _COUNCIL.finditer(sentence.text) for word in name[0].split()}
    for sentence in sentences:
        yield from _moved(sentence, suspended)
        for match in chain(_COUNTS.finditer(sentence.text), _STOOD.finditer(sentence.text)):
            before = sentence.text[: match.start("count")]
            changes = re.search(r"\b(?:more|fewer)\b", match[0]) or _NO_COUNT.match(sentence.text, match.end())
            start = _clause_start(before)
            ranges = "done" in match.groupdict() and _NO_LEVEL.search(before)
            if ranges or _LABELLED.search(before) or _NOT_YET.search(before, start) or changes:
                continue
            ends = _CLAUSE_ENDS.search(sentence.text, match.end())
            behind = sentence.text[match.end() : ends.start() if ends else None]
            if _GOES_BEFORE.search(before) or _NOT_OURS.search(before, start) or _ELSEWHERE.search(behind):
                continue
            done = match.groupdict().get("done")
            measure, _ = find_measure(match["of"] or done or "", suspended)
            if measure is None:
                continue
            own = SaidFigure(
                measure=measure, period=_period(sentence.text, match),
                printed=match["count"], value=_value(match["count"]), quote=sentence,
                heads=done is not None and measure is Measure.SUSPENSIONS,
                of_some=_of_some(sentence.text, start, match.end()) or _of_one(before, ours),
            )  # fmt: skip
            yield own
            yield from _and_then(own, match.end())


def _and_then(own: SaidFigure, at: int) -> Iterator[SaidFigure]:
    """The counts of the same thing for other times that follow a count in its sentence."""
    while (more := _AND_THEN.match(own.quote.text, at)) is not None:
        count = more["count"]
        yield replace(own, period=_named(more["when"]), printed=count, value=_value(count))
        at = more.end()


_WERE_FROM = pattern_of(r"\s+(?:were|was)\s+(?:from|of|in|at|by|made\s+(?:by|in|at))\s+(?!\d)", re.IGNORECASE)
"""Behind a count that the sentence tells where it comes from: "3 permanent exclusions were from primary schools"."""


def _clause_start(before: str) -> int:
    """Where the clause of a count begins, with the few words that lead a sentence: "In Year 7, 8 pupils"."""
    ends = [end.end() for end in _CLAUSE_ENDS.finditer(before)]
    lead = before[: ends[0]] if len(ends) == 1 else ""
    return 0 if lead.endswith(",") and len(lead.split()) <= LONGEST_LEAD else max(ends, default=0)


LONGEST_LEAD = 6
"""Words before the first comma of a sentence that still say when, where or of whom it speaks."""


def _of_some(text: str, start: int, at: int) -> bool:
    """Whether a clause that begins at `start` tells of some pupils only: of a year group, of girls, of those with a
    plan. What stands behind the count of all of them is of others."""
    end = _CLAUSE_ENDS.search(text, at)
    clause = text[start : end.start() if end else len(text)]
    some = _WERE_FROM.match(text, at) or _SOME.search(clause) or _GROUP.search(clause)
    return some is not None or any(map(find_group, clause.split(",")))


_NAME = r"[A-Z][\w'’-]{0,30}"
_COUNCIL = pattern_of(rf"(?:\b{_NAME}\s(?:and\s|of\s)?){{1,4}}Council\b|\bBorough\sof\s{_NAME}(?:\s{_NAME})?")
"""A council by its name: "Northshire County Council", "Borough of Thornley"."""

_HAD = pattern_of(
    rf"(?P<who>{_NAME}(?:\s(?:(?:of|and|the)\s)?{_NAME}){{0,5}}),?\s(?:(?:alone|also|which|has|had|have)\s){{0,2}}"
    r"(?:had|has|have|made|saw|issued|gave|recorded|imposed)\s(?:a\stotal\sof\s)?$"
)
"""Before a count, who had or made so many: "High Bank Academy made", "Lowmarsh had"."""

_ALL_OF_US = pattern_of(
    r"\b(?:we|it|they|(?:schools|academies|headteachers)$|council|borough|county|city|authority|area)\b", re.IGNORECASE
)


def _of_one(before: str, ours: Collection[str]) -> bool:
    """Whether a count is of one school or place that is named as having made so many, and is not the council's own
    area."""
    had = _HAD.search(before[-LONGEST_SUBJECT:])
    if had is None or _ALL_OF_US.search(had["who"]):
        return False
    return not {*had["who"].split()} <= {*ours, "The", "the", "of", "and"}


LONGEST_SUBJECT = 120
"""Letters before a count in which its subject is looked for."""


def _moved(sentence: Quote, suspended: re.Pattern[str]) -> Iterator[SaidFigure]:
    """Both figures of a move, each with the time behind it; one of no time is not given."""
    for match in _MOVED.finditer(sentence.text):
        measure, _ = find_measure(match["of"], suspended)
        if measure is None or _NOT_YET.search(sentence.text, 0, match.start("new")):
            continue
        for figure, time in (("old", "then"), ("new", "now")):
            if match[time] and (when := re.search(_SPAN, match[time], re.IGNORECASE)):
                yield SaidFigure(
                    measure=measure, period=_named(when[0]), printed=match[figure], value=_value(match[figure]),
                    quote=sentence,
                )  # fmt: skip


def _value(printed: str) -> Decimal:
    """What a number in figures or words stands for."""
    if printed[0].isdigit():
        return Decimal(printed.replace(",", ""))
    return Decimal(sum(NUMBER_WORDS[word] for word in printed.lower().split("-")))


def each_once(said: Iterable[SaidFigure]) -> Iterator[SaidFigure]:
    """The counts of all pupils. One that a paper gives again, of the same time or of none, is given once."""
    whole = [(figure, (figure.measure, figure.heads, figure.value)) for figure in said if not figure.of_some]
    dated = {what for figure, what in whole if figure.period is not None}
    seen: set[tuple[object, str]] = set()
    for figure, what in whole:
        if figure.period is None:
            if what not in dated:
                yield figure
        elif (what, figure.period) not in seen:
            seen.add((what, figure.period))
            yield figure


def _named(when: str) -> str:
    """A time as printed: the bare year where it is a whole one, else all words ("the quarter", "the year before")."""
    year = YEAR.search(when)
    whole = year is not None and not PART_OF_YEAR.search(when) and not _OTHER_TIME.search(when)
    return year[0] if year is not None and whole else " ".join(when.split())


_OVER_YEARS = pattern_of(
    rf"\b(?:between|from)\s+(?:(?:{MONTH})\s+)?{_ONE_YEAR}\s+(?:and|to|until)\s+(?:(?:{MONTH})\s+)?{_ONE_YEAR}"
    r"|\b(?:over|in|during)\s+the\s+(?:last|past|previous)\s+\w+\s+(?:years|months|terms)\b|\bas\s+at\s+\d.{0,20}?(?:19|20)\d\d",
    re.IGNORECASE,
)
"""A time that is no one year: "between 2020/21 and 2022/23", "from April 2022 to March 2024", "as at 31 May 2024"."""


def _period(text: str, count: re.Match[str]) -> str | None:
    """The year of a count: the one that its own clause names, or else the one of the whole sentence. Where the clause
    tells another time, or only a part of a year, that time as printed ("the quarter"); None where nothing is told."""
    over = _OVER_YEARS.search(text)
    if over is not None:
        return " ".join(over[0].split())
    start = max((end.end() for end in _CLAUSE_ENDS.finditer(text, 0, count.start())), default=0)
    end = _CLAUSE_ENDS.search(text, count.end())
    clause = text[start : end.start() if end else len(text)]
    times = [match["when"] for match in _WHEN.finditer(clause)]
    told = _named(times[0]) if len(times) == 1 else None
    other = _OTHER_TIME.search(clause)
    if other or PART_OF_YEAR.search(clause):
        if told is not None and not YEAR.fullmatch(told):
            return told
        return other[0] if other else _part_in(clause)
    rest = text[: count.end()] if _AND_THEN.match(text, count.end()) else text  # what follows is of other counts
    said = clause if YEAR.search(clause) or (told and told[-1].isdigit()) else rest
    years = {match[0] for match in YEAR.finditer(said)}
    return years.pop() if len(years) == 1 and not PART_OF_YEAR.search(said) else None if years else told


def _part_in(clause: str) -> str | None:
    """The part of a year that a clause names, with the year that follows it: "between September and December 2023"."""
    parts = list(PART_HEADED.finditer(clause))
    if not parts:
        return None
    first, last = parts[0].start(), parts[-1].end()
    first -= len("between ") if clause[:first].lower().endswith("between ") else 0
    year = re.match(rf"\s{_ONE_YEAR}", clause[last:])
    return clause[first : last + (year.end() if year else 0)]
