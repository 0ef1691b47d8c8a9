"""Part of the room `products`: of which two times a difference is.

Takes a claim and the figures of a row that stand below periods, gives the later one and the earlier one of which the
sentence speaks: "more than in 2019/20", "up on the second quarter", "than a year ago".
"""

import functools
import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.axisnames import IS_BEFORE
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Kind
from scrutiny.products.verifying.owners import is_change
from scrutiny.tables.roles import Period, find_period, placed_periods

_QUARTER = pattern_of(
    r"\b(?:(?P<word>first|second|third|fourth)\s+quarter|(?:quarter|q)\s?(?P<digit>[1-4]))\b", re.IGNORECASE
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_COMPARED = pattern_of(
    r"\b(?:than|since|on|from|against|compared\s+(?:with|to)|over)\s+(?:[a-z]+\s+){0,4}?(?:of\s+)?$", re.IGNORECASE
)
"""What stands before the time from which something moved."""


def times_of(claim: Claim, cells: Sequence[Told], *, compares: bool = False) -> tuple[Told, Told] | None:
    """The figures of the later and the earlier time of which a difference is; None where the sentence does not say, or
    says what no two of the figures are of. One that `compares` and names no earlier time means the one before."""
    ordered = sorted((each for each in cells if each.period is not None and not is_change(each)), key=_order)
    if len(ordered) < 2:
        return None
    text = claim.text
    named = _named(text)
    from_then = [period for start, period in named if start >= claim.numeral.end and _COMPARED.search(text[:start])]
    others = [period for _, period in named if period not in from_then]
    own = others[-1] if others else claim.period
    now = ordered[-1] if own is None else _of(own, ordered)
    if now is None:
        return None
    before = ordered[: ordered.index(now)]
    then, ago = None, IS_BEFORE.search(text)
    if from_then:
        then = _of(from_then[-1], [each for each in ordered if each is not now])
    elif ago is not None and "year" in ago[0].lower():
        then = next((each for each in before if _is_year_before(each, now)), None)
    elif before and (ago is not None or (compares and (others or len(ordered) == 2))):
        then = before[-1]
    return None if then is None else (now, then)


def periods_in(text: str) -> list[Period]:
    """The periods that a sentence names, a quarter together with its year."""
    return [period for _, period in _named(text)]


def _named(text: str) -> list[tuple[int, Period]]:
    """The periods that a sentence names, with their places: a quarter together with the year behind it."""
    years = [each for each in find_numerals(text) if each.kind in (Kind.YEARS, Kind.DATE)]
    found = [(each.start, period) for each in years if (period := find_period(each.printed)) and period.first]
    for match in _QUARTER.finditer(text):
        part = f"quarter {match['digit'] or _ORDINALS[match['word'].lower()]}"
        year = next((each for each in found if 0 <= each[0] - match.end() <= BEHIND), None)
        if year is not None:
            found.remove(year)
        first, last = (None, None) if year is None else (year[1].first, year[1].last)
        found.append((match.start(), Period(first=first, last=last, part=part)))
    return sorted(found, key=lambda each: each[0])


_THEN = pattern_of(r"\b(?:had\s+been|used\s+to|then|formerly|previously|earlier|before|ago|from)\b", re.IGNORECASE)


def names_time(claim: Claim) -> bool:
    """Whether a sentence, or what it stands below or behind, says of which time its figure is."""
    texts = (claim.text, claim.setting, claim.text_before)
    naming = (IS_BEFORE, _QUARTER, _NUMBERED)
    named = any(placed_periods(text) or any(each.search(text) for each in naming) for text in texts)
    return named or claim.period is not None or _THEN.search(claim.text) is not None


Moment = tuple[str, tuple[int, ...], bool]
"""What a column is of beside its time, that time, and whether it has its year."""

_NUMBERED = pattern_of(r"\b(?P<what>year|week|round|wave|phase)\s+(?P<number>\d{1,2})\b", re.IGNORECASE)
_EARLIER = pattern_of(r"^\W*(?:before|previous(?:ly)?|prior|last\s+\w+)\W*$", re.IGNORECASE)
_LATER = pattern_of(r"^\W*(?:after(?:wards)?|current(?:ly)?|latest|now|this\s+\w+)\W*$", re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def _moment(heading: str) -> Moment | None:
    """The time that a heading names, of a span the end: "Jul-Sep 2025" is over after "Apr-Jun 2025"."""
    if _EARLIER.search(heading) or _LATER.search(heading):
        return "", (int(_LATER.search(heading) is not None),), True
    if (numbered := _NUMBERED.search(heading)) is not None:
        rest = heading[: numbered.start()] + heading[numbered.end() :]
        return f"{numbered['what']} {rest}".casefold().strip(), (int(numbered["number"]),), True
    placed = placed_periods(heading)
    if not placed:
        return None
    rest = heading
    for start, end, _ in placed[::-1]:
        rest = rest[:start] + rest[end:]
    last = placed[-1][2]
    first = next((each.first for _, _, each in placed[::-1] if each.first is not None), None)
    rest = re.sub(r"[\W\d_]+", " ", rest).casefold().strip()
    return f"{last.kind} {last.last is None} {rest} {first is None}", ((first or 0), last.place), first is not None


def is_earlier(one: Told, other: Told, *, in_order: bool) -> bool:
    """Whether the columns of two cells are of one measure and the first is of an earlier time: without their years
    only where they stand in that order too."""
    if one.place is None or other.place is None:
        return False
    first, second = _moment(one.place.column), _moment(other.place.column)
    if first is None or second is None or first[0] != second[0]:
        return False
    return first[1] < second[1] and (first[2] or in_order)


BEHIND = 8
"""Characters between a quarter and its year: "the second quarter of 2023/24"."""


def _of(period: Period, cells: Sequence[Told]) -> Told | None:
    """The one figure of a period; of a quarter without its year the last such one."""
    found = [each for each in cells if each.period is not None and period.agrees(each.period)]
    return found[-1] if len(found) == 1 or (found and period.first is None) else None


def _is_year_before(one: Told, other: Told) -> bool:
    first, second = one.period, other.period
    if first is None or second is None or first.first is None or second.first is None:
        return False
    return first.first == second.first - 1 and first.part == second.part


def _order(told: Told) -> tuple[int, str]:
    """Earlier times before later ones; parts of a year that are no quarters stay in the order of the columns."""
    part = (told.period.part if told.period else None) or ""
    return (told.period.first if told.period else None) or 0, part if part.startswith("quarter") else ""
