"""Room `exclusions`: what the words of a label, a heading or a caption say, in the terms of the four nations.

Takes one string, gives its `Facets`: which year group or stage, which year, which measure, whether it is a total, and
what is left that was not understood. Words only: no figures, and no name of a school, a panel or a place.
"""

import functools
import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from scrutiny.families.exclusions.facts import ANY_EXCLUSION, PERMANENT, SUSPENDED, Measure
from scrutiny.language.dates import MONTH, MONTHS
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.stages import key_stage
from scrutiny.tables.roles import OF_WHICH, names_total


class Group(Struct, frozen=True, kw_only=True):
    """A year group, a stage, or a kind of school in a table of year groups. `name` is what it is called in the rows:
    the plain name where the label says nothing else, else the label. `whole` says that it is a single year group;
    `sure` is false for a year group with other words beside it."""

    name: str
    key_stage: str | None
    whole: bool = False
    sure: bool = True


class Facets(Struct, frozen=True, kw_only=True):
    """What a label says. `rest` are the words that none of the others explain."""

    group: Group | None = None
    year: str | None = None
    """the academic, financial or calendar year, as `year_name` writes it"""
    part: bool = False
    """whether only a part of a year is meant"""
    measure: Measure | None = None
    mixed: bool = False
    """whether both measures are named"""
    total: bool = False
    of_which: bool = False
    rest: str = ""

    @property
    def plain(self) -> bool:
        """Whether everything was understood."""
        return not self.rest and not self.of_which and not self.mixed


_MARKS = r"[*†‡#]*"
_SPAN = rf"(?P<first>(?:19|20)\d\d)\s?(?P<between>[/–-])\s?(?P<last>(?:19|20)?\d\d)(?P<marks>{_MARKS})(?![\d/–-])"
_SINGLE = rf"(?<![\d.,/£–-])(?P<only>(?:19|20)\d\d){_MARKS}(?![\d/–-]|,\d|\.\d)"
YEAR = pattern_of(rf"\b{_SPAN}|{_SINGLE}")
"""Accepts "2020/21", "2020-2021*", "2021"; rejects "1/2020", "£2,021", "2019/20/21"."""


def first_year(*texts: str | None) -> str | None:
    """The year that the first of some texts prints which prints any; None where it prints several."""
    for text in texts:
        if text and (years := {match[0] for match in YEAR.finditer(text)}):
            return years.pop() if len(years) == 1 else None
    return None


def time_of(caption: str | None) -> str | None:
    """The one year that a caption prints, with what makes it a part of a year: "autumn term 2023"."""
    year, part = first_year(caption), PART_OF_YEAR.search(caption or "")
    return f"{part[0]} {year}" if year and part else year


_SHORT_YEAR = pattern_of(
    r"(?<![\d/.,£–-])(?<!\baged\s)(?<!\bages\s)(?:AY\s?)?\b(?P<first>1[5-9]|[2-3]\d)\s?(?:/|[–-](?=\d\d\W*$))\s?(?P<last>\d\d)(?![\d/–-])",
    re.IGNORECASE,
)
"""Accepts, in a heading, "21/22", "AY 21/22", "21-22"."""


def in_full(heading: str) -> str:
    """A heading with its short year written out."""
    found = None if YEAR.search(heading) or _RANGE.search(heading) else _SHORT_YEAR.search(heading)
    if found is None or int(found["last"]) != int(found["first"]) + 1:
        return heading
    return f"{heading[: found.start()]}20{found['first']}/{found['last']}{heading[found.end() :]}"


MONTHS_TO = pattern_of(rf"\b(?:{MONTH})(?:\s20\d\d)?\s?(?:to|[-–/])\s?(?:\d{{1,2}}\s)?(?:{MONTH})\b", re.IGNORECASE)
"""Accepts "September to February", "Sep-Feb", "September 2023 to 31 December"."""

_PART = (
    r"to\s+date|part(?:\s+|-)year|(?:early|first)\s+(?:count|look)|so\s+far|year[\s-]to[\s-]date|half[\s-]?years?|"
    r"(?:autumn|spring|summer|michaelmas|lent|aut|spr)(?:\s+terms?)?|terms?\s+\d|quarters?(?:\s+\w+)?|q\s?[1-4]"
)
PART_OF_YEAR = pattern_of(rf"{MONTHS_TO.pattern}|\b(?:{_PART}|{'|'.join(MONTHS)}|month)\b", re.IGNORECASE)
"""What makes it a part of a year."""

UNSETTLED = pattern_of(
    r"\b(?:provisional|preliminary|interim|indicative|draft|unvalidated|unverified|unaudited|unconfirmed|estimate[sd]?|"
    r"forecasts?|projected|projections?|not\s+(?:yet\s+)?(?:final(?:ised)?|validated|verified|confirmed|agreed|settled))\b",
    re.IGNORECASE,
)
"""What says of a figure that another may take its place."""

_SO_MANY = rf"(?:first|last|{'|'.join(SMALL_NUMBERS)}|\d)"
PART_HEADED = pattern_of(
    rf"\b(?:(?:up\s+)?to|until|till|(?:as\s+)?at|by)\s+(?:the\s+)?(?:(?:end|close)\s+(?:of\s+)?)?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH})(?:\s+20\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d)\b|\b(?:{_SO_MANY}\s+)+(?:half[\s-])?(?:terms?|quarters?|months?|weeks?)(?:\s+only)?\b"
    rf"|{UNSETTLED.pattern}|{PART_OF_YEAR.pattern}",
    re.IGNORECASE,
)
"""What stands beside a year in a heading whose figures are not those of the whole year, or not its last ones."""

NARROWED = pattern_of(
    r"\b(?i:boys?|girls?|males?|females?|SEN\w*|EHCP?s?|FSM|free\s+school|pupil\s+premium|disadvantaged|looked\s+after|in\s+care|"
    r"special|academ(?:y|ies)|maintained|target|expected|forecast\w*|project(?:ed|ions?)|national(?:ly)?(?!\s+curriculum)|regional(?:ly)?|"
    r"neighbours|average)\b|\b(?:England|Scotland|Wales|Northern\s+Ireland)\b"
    r"|\b(?:at|of|for|in|from)\s+(?:[A-Z][\w'’]+\s+){1,4}(?:School|College)\b"
)
"""Words that make a count one of some pupils or schools only, of another area, or of what is only expected."""

_ALL_SCHOOLS = pattern_of(
    r"\b(?:maintained\s+(?:schools\s+)?and\s+academies|academies\s+and\s+maintained)\b", re.IGNORECASE
)
_WHOLE = r"(?:sep(?:[\W\dto]|tember)*(?:jul|aug)|apr(?:il)?[\W\dto]*mar|jan(?:uary)?[\W\dto]*dec)"
_PART_ONLY = pattern_of(rf"\b(?:{_PART})\b|(?!{_WHOLE}){MONTHS_TO.pattern}", re.IGNORECASE)


def limits(caption: str) -> str | None:
    """The words of a caption that limit its table to some pupils or schools, to another area or to a part of each
    year, or say that its figures are only expected; None where nothing does."""
    found = NARROWED.search(_ALL_SCHOOLS.sub(" ", caption)) or _PART_ONLY.search(caption)
    return found[0] if found else None


_NUMBER = r"(?P<year>\d{1,2})"
_ONE_YEAR = pattern_of(
    rf"(?:\b(?:blwyddyn|bl\.?)\s*/?\s*)?\b(?:years?(?:\s+groups?)?|yrs?\.?|blwyddyn|bl\.?|nc\s?(?:year|y))\s*{_NUMBER}\b"
    r"|\bY(?P<short>\d{1,2})\b",
    re.IGNORECASE,
)
_RANGE = pattern_of(
    r"\b(?:years?|yrs?\.?|blynyddoedd|blwyddyn)\s*(?:\d{1,2}|[RN])\s*(?:to|and|or|i|-|–|&|,)\s*(?:(?:years?|yrs?)\s*)?\d{1,2}\b"
    r"|\b(?:years?|yr\.?)\s*\d{1,2}\s+and\s+(?:above|below|over|under|older|younger)\b"
    r"|\b(?:reception|nursery)\s*(?:to|-|–)\s*(?:years?|yrs?)\s*\d{1,2}\b"
    r"|\bY\s?\d{1,2}\s?(?:to|and|-|–|&)\s?Y?\s?\d{1,2}\b|\b(?P<phase>[PS])\s?[1-7]\s?(?:to|and|-|–|&)\s?(?:(?P=phase)\s?)?[1-7]\b",
    re.IGNORECASE,
)
_SCOTTISH = pattern_of(
    r"\b(?P<stage>[PS])\.?\s?(?P<number>[1-7])\b(?!\s?[-–/]\s?[PS]?\d)"
    r"|\b(?P<word>primary|secondary)\s+(?P<n>[1-7])\b"
)
_EARLY = pattern_of(r"\b(?P<early>reception|nursery|foundation\s+stage|derbyn|meithrin|early\s+years)\b", re.IGNORECASE)
_STAGE = pattern_of(r"\b(?:key\s+stages?|ks|cyfnod\s+allweddol|cam)\s*-?\s*(?P<stage>[1-5])\b", re.IGNORECASE)
_BESIDE_STAGE = pattern_of(rf"{_STAGE.pattern}\W+(?P<number>\d{{1,2}})\W*", re.IGNORECASE)
"""A year group in a column of its own, beside that of its key stage: "KS3 8"."""
_PHASE = pattern_of(
    r"\b(?:(?:post[\s-])?primary|secondary|special|middle|all[\s-]through|sixth\s+form|post[\s-]?16|cynradd|uwchradd|arbennig|"
    r"pupil\s+referral\s+units?|prus?)\b(?:\s+(?:schools?|phase|sector|age|academies|aged?))?"
    r"|\b(?:prim|sec|spec)\.(?!\w)",
    re.IGNORECASE,
)

_FILLER = pattern_of(
    r"\b(?:the|a|an|of|in|for|by|and|or|at|with|from|on|all|numbers?|nos?\.?|count|totals?|sub|grand|overall|combined|"
    r"whole|full|academic|school|schools|phases?|sectors?|session|financial|year|years|groups?|national|curriculum|nc|stage|stages|"
    r"pupils?|children|instances?|incidents?|table|tables|appendix|annex|figure|recorded|issued|made|cyfanswm|nifer|yn|"
    r"y|o|ac|a'r|county|borough|council|area|authority|blwyddyn|grŵp|both|every|sum)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = pattern_of(
    r"\b(?:rates?|per\s+(?:cent|pupil|1?0?0?,?000|100)|percent(?:age)?|days?|sessions?|half[\s-]days|openings|diwrnodau|dyddiau|"
    r"reasons?|rheswm|rhesymau|roll|census|moves?|referrals?|cases?|attendance|absences?|costs?|funding|budget|placements?|places|"
    r"learners?|dysgwyr|headcount|one\s+or\s+more|at\s+least\s+once|repeat|suspended|average|mean|educated|elective|"
    r"plans?|appeals?|reviews?|reinstat\w+|withdrawn|overturned|outreach|hours?|posts?(?![\s-]primary)|staff\w*|workforce|employees?|ethnic\w*|characteristics?)\b|£|%",
    re.IGNORECASE,
)
"""What a table of year groups may count instead of exclusions."""


_HEADS = pattern_of(
    r"\b(?:pupils?|children|learners?|students?|young\s+people)\W+(?:\w+\W+){0,2}suspen\w+|\bsuspended\s+(?:pupils?|children)\b"
    r"|\b(?:pupils?|children)\s+with\b|\bdisgyblion\s+a\b|\bhead[\s-]?count\b|\bat\s+least\s+once\b|\bone\s+or\s+more\b|\brepeat\b",
    re.IGNORECASE,
)
"""Pupils counted once each, however often they were suspended: another count than that of suspensions."""


def counts_heads(text: str) -> bool:
    """Whether pupils are counted, and not what happened to them."""
    return _HEADS.search(text) is not None


def find_measure(text: str, suspensions: re.Pattern[str] = SUSPENDED) -> tuple[Measure | None, bool]:
    """Which kind of exclusion a text names, and whether it names both."""
    permanent, suspended = PERMANENT.search(text) is not None, suspensions.search(text) is not None
    if permanent and suspended:
        return None, True
    return (Measure.PERMANENT if permanent else Measure.SUSPENSIONS if suspended else None), False


def counts_other(text: str) -> bool:
    """Whether a text says that something else than exclusions is counted: days, rates, reasons, moves, money."""
    return _OTHER_SUBJECT.search(text) is not None or counts_heads(text)


@functools.lru_cache(maxsize=1024)  # tables have the same labels, and are asked several questions
def find_facets(text: str, *, heading: bool = False) -> Facets:
    """Everything that a label says. In a `heading` among other years one may be misprinted ("2019/21")."""
    left = re.sub(r"\s+", " ", text.strip())
    left = in_full(left) if heading else left
    measure, mixed = find_measure(left)
    of_part = PART_HEADED if heading else PART_OF_YEAR
    years = list(YEAR.finditer(of_part.sub(" ", left))) or list(YEAR.finditer(left))
    year = year_name(years[0], lenient=heading) if len(years) == 1 else None
    part = of_part.search(left) is not None
    total = names_total(left) and not re.fullmatch(r"\W*years?\W*", left, re.IGNORECASE)
    of_which = OF_WHICH.search(left) is not None
    group = find_group(SUSPENDED.sub(" ", PERMANENT.sub(" ", left)).strip() if measure else left)
    for pattern in (PERMANENT, SUSPENDED, YEAR if year else None, of_part, _RANGE, _ONE_YEAR, _SCOTTISH, _EARLY,
                    _STAGE, _PHASE if group else None, ANY_EXCLUSION, _FILLER):  # fmt: skip
        if pattern is not None:
            left = pattern.sub(" ", left)
    rest = re.sub(r"[\W_]+", " ", left).strip()
    rest = re.sub(r"^\d{1,2}[a-z]?$", "", rest)
    if counts_heads(text):
        rest = f"{rest} pupils".strip()
    return Facets(
        group=group, year=year, part=part, measure=measure, mixed=mixed, total=total, of_which=of_which, rest=rest
    )


@functools.lru_cache(maxsize=1024)
def find_group(text: str) -> Group | None:
    """The year group, stage or kind of school that a label names; None where it names none."""
    printed = re.sub(r"\s+", " ", text.strip())
    stage = _STAGE.search(printed)
    stage_name = f"Key Stage {stage['stage']}" if stage else None
    years = list(_ONE_YEAR.finditer(_RANGE.sub(" ", printed)))
    if _RANGE.search(printed):
        return Group(name=printed, key_stage=stage_name)
    numbers = {int(year["year"] or year["short"]) for year in years}
    beside = _BESIDE_STAGE.fullmatch(printed)
    if beside and f"Key Stage {key_stage(int(beside['number']))}" == stage_name:
        return Group(name=f"Year {int(beside['number'])}", key_stage=stage_name, whole=True)
    if len(numbers) == 1:  # once, or once in each language
        (number,) = numbers
        left = _left(_STAGE.sub(" ", _ONE_YEAR.sub(" ", printed))) or names_total(printed)
        name = printed if left else f"Year {number}"
        own = f"Key Stage {key_stage(number)}" if 1 <= number <= 13 else None
        return Group(name=name, key_stage=stage_name or own, whole=not left, sure=not left)
    early = _EARLY.search(printed)
    if early and not years:
        left = _left(_STAGE.sub(" ", _EARLY.sub(" ", printed)))
        reception = early["early"].lower() == "reception"
        return Group(
            name=printed if left else early["early"].capitalize(),
            key_stage=stage_name or (f"Key Stage {key_stage(0)}" if reception else None), whole=not left,
        )  # fmt: skip
    scottish = _SCOTTISH.search(printed)
    if scottish:
        return Group(name=printed, key_stage=None, whole=not _left(_SCOTTISH.sub(" ", printed)))
    if stage_name:
        return Group(name=printed, key_stage=stage_name)
    if _PHASE.search(printed):
        return Group(name=printed, key_stage=None)
    return None


_OF_YEAR_GROUPS = pattern_of(
    r"\W*(?:(?:national\s+curriculum|nc|school)\s+)?(?:years?|yrs?|ncy|blwyddyn)\W*(?:groups?|ysgol)?\W*", re.IGNORECASE
)
"""A heading of labels that are year groups, whether or not they say so: "NCY", "Year group"."""


_NAMES_YEAR_GROUPS = pattern_of(
    r"\b(?:national\s+curriculum|nc|school)\s+years?\b|\b(?:year|yr)\s+groups?\b|\bncy\b|\bgrŵp\s+blwyddyn\b",
    re.IGNORECASE,
)
_BARE = {"R": 0, "N": -1} | {str(number): number for number in range(1, 15)}
"""Year groups as a narrow column names them: R is Reception, N is the nursery."""

FEWEST_BARE = 3
"""Labels that follow one another as year groups do; two numbers may be anything."""


def full_labels(labels: Sequence[str], corner: str, caption: str) -> list[str]:
    """The labels of an axis, those of bare year groups in full: "7" is Year 7 where the heading of the labels is "Year
    group", or where the caption speaks of year groups and the labels are a run of them."""
    bare = [_BARE[label] for label in labels if label in _BARE]
    run = len(bare) >= FEWEST_BARE and len({b - a for a, b in pairwise(bare)} | {1, -1}) == 2
    if not (_OF_YEAR_GROUPS.fullmatch(corner) or (run and _NAMES_YEAR_GROUPS.search(f"{caption} {corner}"))):
        return list(labels)
    names = {-1: "Nursery", 0: "Reception"}
    return [names.get(_BARE[label], f"Year {label}") if label in _BARE else label for label in labels]


def find_groups_in(sentence: str) -> tuple[str, ...]:
    """The year groups and key stages that a sentence names, as the rows name them, each once."""
    rest = _RANGE.sub(" ", sentence)
    names = [f"Key Stage {match['stage']}" for match in _STAGE.finditer(rest)]
    names += [f"Year {int(match['year'] or match['short'])}" for match in _ONE_YEAR.finditer(_STAGE.sub(" ", rest))]
    return tuple(dict.fromkeys(names)) if rest == sentence else ()


PRIMARY_YEARS = range(7)
SECONDARY_YEARS = range(7, 14)


def within(label: str, total: str) -> bool:
    """Whether a row belongs to what the label of a total names: a year to its key stage, or to its kind of school."""
    own, whole = find_group(label), find_group(total)
    if own is None or whole is None or not own.whole:
        return False
    if whole.key_stage is not None:
        return own.key_stage == whole.key_stage
    year = re.search(r"\d+", own.name)
    number = int(year[0]) if year else 0
    if re.search(r"\bprimary\b|\bcynradd\b", total, re.IGNORECASE):
        return number in PRIMARY_YEARS
    return bool(re.search(r"\bsecondary\b|\buwchradd\b", total, re.IGNORECASE)) and number in SECONDARY_YEARS


def _left(text: str) -> str:
    return re.sub(r"[\W_]+|\bpupils?\b", "", _FILLER.sub(" ", text))


_TOTAL_WORD = pattern_of(r"\b(?:sub|grand|overall|combined)[\s-]*totals?\b|\btotals?\b|\bcyfanswm\b", re.IGNORECASE)


def scope_of(label: str) -> str | None:
    """What a total is the total of, by its label: "Primary total" of Primary; None where it is of all."""
    stage = _STAGE.search(label)
    if stage:
        return f"Key Stage {stage['stage']}"
    left = bare = _TOTAL_WORD.sub(" ", label)
    for pattern in (PERMANENT, SUSPENDED, YEAR, ANY_EXCLUSION, _FILLER):
        bare = pattern.sub(" ", bare)
    bare = re.sub(r"[\W_]+", " ", bare).strip()
    return re.sub(r"^[\W_]+|[\W_]+$", "", re.sub(r"\s+", " ", left)) if bare else None


def year_name(match: re.Match[str], *, lenient: bool = False) -> str | None:
    """A year as it is named in the rows, with the paper's own sign between its halves, for an academic year is not a
    financial one. None for a span of several years; `lenient` takes one of two for a misprint of the second half."""
    if match["only"]:
        return match["only"]
    first, last = int(match["first"]), match["last"]
    longer = ((int(last) if len(last) == 4 else int(last) + first // 100 * 100) - first) % 100
    if longer != 1 and not (lenient and longer == 2):
        return None
    return f"{first}{'/' if match['between'] == '/' else '-'}{(first + 1) % 100:02d}"
