"""Part of the room `products`: what follows in one or two steps.

Takes a claim and the numerals of the passages it is about, gives the working where the claim follows from them or from
what stands beside it in the summary.
"""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import lies_over, tells_change, way_of
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import DOZEN, Kind, Numeral, is_small, rounded
from scrutiny.products.verifying.telling import FROM
from scrutiny.products.verifying.wording import about

TOGETHER = pattern_of(
    r"\b(?:together|altogether|in\s+all|in\s+total|totals?|combined|between\s+them|sum|all|both|overall|whole|makes?|"
    r"(?:comes?|came|adds?\s+up|amounts?|amounted)\s+to)\b",
    re.IGNORECASE,
)
_APART = pattern_of(
    rf"\b(?:{UP}|{DOWN}|{ABOVE}|{BELOW}|differen\w*|gap|left|remain\w*|rest|others?|still|free|vacant|empty|filled|not|"
    r"without|apart|between|net|leav(?:es?|ing)(?!\s+out)|year\s+before|previous\s+year|saving|change)\b",
    re.IGNORECASE,
)
_SO = pattern_of(
    r"(?:(?:^|[,;:–—])\s*(?:and\s+)?|\band\s+)(?:so|thus|hence|therefore|that\s+is|which\s+means|meaning)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
"""Accepts the beginning of "So 31 of them passed", "of 40, so 12 others": it follows from two figures before it."""

_IN_BRACKET = pattern_of(r"\b(?:and|plus)\b[^(]{1,40}\(\s*$")
"""Accepts what stands before the last figure of "60 flats and 30 houses (90 homes)"."""

_OF_THEM = pattern_of(r"\s+of\s+(?:them|these|those|whom|which)\b|\s+[^,;:]{0,30}\bof\s+(?:whom|which)\b")
_OF_WHICH = pattern_of(r"\bof\s+(?:them|these|those|whom|which),?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


class Follows(Struct, frozen=True, kw_only=True):
    """How a claim follows, and the numeral of the paper that it follows from."""

    working: str
    told: Told | None


class Operand(Struct, frozen=True, kw_only=True):
    value: Decimal
    unit: Unit
    told: Told | None


def compute(claim: Claim, passages: Sequence[Sequence[Told]]) -> Follows | None:
    """How a claim follows from what stands beside it, or from figures of one passage and those."""
    numeral = claim.numeral
    if numeral.kind not in (Kind.NUMBER, Kind.MULTIPLE) or numeral.mention is None:
        return None
    told = _sum_told(claim)
    if told is not None:
        return told
    apart = _dates_apart(claim)
    if apart is not None:
        return apart
    before = [each for each in _operands(claim.before) if each.unit is not Unit.PERCENT or numeral.unit not in COUNTED]
    own = [*_operands(claim.beside), *before]
    tries: list[list[Operand]] = [own]
    if claim.row and claim.above:
        added = _added(claim)
        if added is not None:
            return added
    if claim.row and not claim.listed:
        return _from(claim, own) if len(own) <= CELLS else None
    for passage in passages:
        there = [
            Operand(value=each.numeral.value, unit=each.numeral.unit, told=each)
            for each in passage
            if each.numeral.kind is Kind.NUMBER and not each.numeral.age and not _only_part(numeral, each.numeral)
        ]
        if len(there) <= (MOST if numeral.unit is not Unit.PERCENT or _fine(numeral) else CELLS + 1):
            tries.append(there)
    for operands in tries:
        found = _from(claim, operands)
        if found is not None:
            return found
    found = _from_sum(claim) if numeral.kind is Kind.NUMBER else None
    if found is not None:
        return found
    for operands in tries[1:]:
        found = _from(claim, [*own, *operands], mixed=True)
        if found is not None:
            return found
    return None


COUNTED = (Unit.NUMBER, Unit.POUNDS)

CELLS = 3
"""Other figures of a row: of more, one follows by chance."""

MOST = 10
"""Figures of a passage: of more, something follows by chance."""


def _fine(numeral: Numeral) -> bool:
    """Whether a share has so many digits that it hardly follows by chance."""
    return sum(char.isdigit() for char in numeral.printed) >= FINE


FINE = 3
"""Digits of a share that does not follow by chance from two of many figures."""


def _only_part(numeral: Numeral, other: Numeral) -> bool:
    """Whether a figure is a share in words, of which nothing is so many times as much: "three quarters"."""
    return numeral.kind is Kind.MULTIPLE and other.mention is not None and (other.mention.share or other.fraction)


def _operands(numerals: Sequence[Numeral]) -> Iterator[Operand]:
    for numeral in numerals:
        if numeral.kind is Kind.NUMBER and not numeral.age:
            yield Operand(value=numeral.value, unit=numeral.unit, told=None)


def _from_sum(claim: Claim) -> Follows | None:
    """ "They went from 30 to 20 and from 12 to 8. That makes 28, 14 fewer": the sum of two figures of the sentence
    before, less one that stands beside it."""
    if claim.numeral.unit is Unit.PERCENT or not _APART.search(_clause(claim)) or len(claim.before) > MOST:
        return None
    before, beside = (
        [each.value for each in _operands(numerals) if each.unit is claim.numeral.unit]
        for numerals in (claim.before, claim.beside)
    )
    allowed = rounded(claim.numeral)
    for one, other in itertools.combinations(before, 2):
        for third in beside:
            if third <= one + other and third not in (one, other) and allowed.meets(Interval.of(one + other - third)):
                return Follows(working=f"{plain(one)} + {plain(other)} - {plain(third)}", told=None)
    return None


def _added(claim: Claim) -> Follows | None:
    """The sum of what stands above it in its column, where its label says so."""
    if not (TOGETHER.search(claim.text.split("|")[0]) or not claim.label):
        return None
    values = [each.value for each in claim.above if each.kind is Kind.NUMBER]
    if len(values) > 1 and abs(sum(values, Decimal(0))) == abs(claim.numeral.value):
        return Follows(working=" + ".join(plain(value) for value in values), told=None)
    return None


def _from(claim: Claim, operands: Sequence[Operand], *, mixed: bool = False) -> Follows | None:
    numeral = claim.numeral
    allowed = rounded(numeral) if numeral.kind is Kind.NUMBER else numeral.times()
    share = numeral.unit is Unit.PERCENT
    text = claim.text
    apart, together = says_apart(claim), TOGETHER.search(text) is not None
    concludes = not mixed and _SO.search(text[: claim.start]) is not None
    in_bracket = not mixed and _IN_BRACKET.search(text[: claim.start]) is not None
    small = numeral.number and is_small(numeral) and numeral.unit is Unit.NUMBER
    way = None if claim.row else way_of(text, claim.start, numeral.end)
    moved = way if tells_change(claim) else None
    for (at, one), (beside, other) in itertools.permutations(enumerate(operands), 2):
        if mixed and (one.told is None) == (other.told is None):
            continue
        few = small and (one.told or other.told) and max(abs(one.value), abs(other.value)) <= DOZEN
        if few and not _both_named(one, other, claim):
            continue  # of eight, one, two and five of the paper any small number is made
        if _went_otherwise(one, other, way):
            continue
        told = one.told or other.told
        next_to = told is None and abs(at - beside) == 1
        adds = together or ((concludes or in_bracket) and next_to) or (mixed and _is_part(claim, one, other))
        rest = apart or (concludes and next_to) or (told is None and _is_rest(claim, one, other))
        for value, working in _results(one, other, share, rest, adds, moved, claim):
            turned = numeral.value > 0 or apart  # a fall is told with a minus, or in words
            if allowed.meets(Interval.of(value)) or (turned and allowed.meets(Interval.of(-value))):
                return Follows(working=working, told=told)
    if not share and not mixed and TOGETHER.search(_clause(claim)):
        return _run(numeral, allowed, operands)
    return None if share or mixed or small else _all_before(claim)


def _went_otherwise(one: Operand, other: Operand, way: bool | None) -> bool:
    """Whether the paper has the earlier of two figures and the later, which went down where the claim says up, or up
    for down."""
    if way is None or one.told is None or other.told is None or one.value == other.value:
        return False
    if _is_earlier(one.told, other.told):
        return (other.value > one.value) is not way
    return _is_earlier(other.told, one.told) and (one.value > other.value) is not way


def _is_earlier(one: Told, other: Told) -> bool:
    """Whether the columns of two figures say that one is of an earlier period, or their sentence: "from 24 to 10"."""
    first, second = (None if each.period is None else each.period.first for each in (one, other))
    if first is not None and second is not None:
        return first < second
    return one.text == other.text and FROM.search(one.text[: one.start]) is not None


def _all_before(claim: Claim) -> Follows | None:
    """ "40 were for it, six against, two abstained: 48 votes": what all before come to, if it is of the same."""
    before = [each for each in claim.beside if each.number and each.end <= claim.start]
    said, behind = about(claim.text[: claim.start]), about(claim.text[claim.numeral.end :])
    comes_to = _COMES_TO.search(claim.text[: claim.start]) and len(behind - said) <= 1 + bool(behind & said)
    values = [each.value for each in before if each.unit is claim.numeral.unit]
    if not comes_to or len(values) < RUN or len(values) < len(before) or sum(values, Decimal(0)) != claim.numeral.value:
        return None
    return Follows(working=" + ".join(plain(value) for value in values), told=None)


_COMES_TO = pattern_of(r"(?:[:;=(–—]|\s-)\s*$")

RUN = 3
"""Figures that follow one another of which the sum is told: of two, each pair is tried."""


def _run(numeral: Numeral, allowed: Interval, operands: Sequence[Operand]) -> Follows | None:
    """The sum of figures that follow one another: "31 were adopted, 26 matched, 18 wait: 75 altogether"."""
    same = [each for each in operands if each.unit is numeral.unit]
    for many in range(len(same), RUN - 1, -1):
        for first in range(len(same) - many + 1):
            those = same[first : first + many]
            if allowed.meets(Interval.of(sum((each.value for each in those), Decimal(0)))):
                return Follows(working=" + ".join(plain(each.value) for each in those), told=those[0].told)
    return None


def _is_part(claim: Claim, one: Operand, other: Operand) -> bool:
    """ "There are 57 boats, 37 of them at sea", where the paper has the 37 and 20 more in one passage."""
    own = one if one.told is None else other
    there = one.told or other.told
    parts = (each for each in claim.beside if each.number and each.value == own.value and each.start > claim.start)
    return (
        there is not None
        and not is_small(claim.numeral)
        and any(_OF_THEM.match(claim.text, each.end) for each in parts)
        and own.value != there.numeral.value
    )


def _is_rest(claim: Claim, whole: Operand, part: Operand) -> bool:
    """ "57 came by sea, 37 of them in July and 20 in August": a part that is told as one of the whole before it, and
    this figure behind it is the rest."""
    numerals = sorted((*claim.beside, claim.numeral), key=lambda each: each.start)
    at = numerals.index(claim.numeral)
    if at < 2:
        return False
    first, second = numerals[at - 2], numerals[at - 1]
    if first.mention is None or second.mention is None or (first.value, second.value) != (whole.value, part.value):
        return False
    text = claim.text
    return _OF_THEM.match(text, second.end) is not None or _OF_WHICH.search(text[: second.start]) is not None


_BY = pattern_of(r"\bby\s+(?:about\s+|some\s+|over\s+|nearly\s+|almost\s+)?$", re.IGNORECASE)


_FROM_TO_BY = pattern_of(
    r"\bfrom\s+[\w.,£%]+\s+to\s+[\w.,£%]+?,?\s+(?:or\s+|i\.e\.\s+|that\s+is\s+)?by\s+$", re.IGNORECASE
)
"""Accepts what stands before the last figure of "from 15 to 20, by five"."""


def says_apart(claim: Claim) -> bool:
    """Whether a figure is said to be the difference of two others: "five fewer", "£1.2m below", "by £4"."""
    before = claim.text[: claim.start]
    by = not claim.row and (_BY if not is_small(claim.numeral) else _FROM_TO_BY).search(before) is not None
    lies = lies_over(claim.text, claim.start, claim.numeral.end) is not None
    return by or lies or _APART.search(_clause(claim)) is not None


def _clause(claim: Claim) -> str:
    """The words between the figures on either side of a claim's: "two fewer than"."""
    if claim.row:
        return claim.text
    numeral = claim.numeral
    before = max((each.end for each in claim.beside if each.end <= numeral.start), default=0)
    behind = min((each.start for each in claim.beside if each.start >= numeral.end), default=len(claim.text))
    left, right = claim.text[before : numeral.start], claim.text[numeral.end : behind]
    return f"{_THAN.sub('', _NEXT.split(left)[-1])} {_NEXT.split(right)[0]}"


_THAN = pattern_of(r"\b(?:more|less|fewer)\s+than\s*$", re.IGNORECASE)
"""In "more than 150" nothing is taken from anything."""

_NEXT = pattern_of(r"[;:]|[,—–]\s+(?:and|but|while|whereas)\b", re.IGNORECASE)
"""Where another clause begins."""


def _results(
    one: Operand, other: Operand, share: bool, apart: bool, together: bool, moved: bool | None, claim: Claim
) -> Iterator[tuple[Decimal, str]]:
    a, b = plain(one.value), plain(other.value)
    if claim.numeral.kind is Kind.MULTIPLE:
        if one.unit is other.unit and other.value > 0 and one.value > 0:
            yield one.value / other.value, f"{a} / {b}"
        return
    counts = one.unit is other.unit and one.unit in (Unit.NUMBER, Unit.POUNDS)
    if share:
        if one.unit is Unit.PERCENT and 0 < one.value < 100 and _is_what_is_left(claim, one):
            yield 100 - one.value, f"100% less {a}%"
        mention = claim.numeral.mention
        rough = mention is not None and (mention.share or mention.about is not None)
        if (
            counts
            and moved is None
            and other.value >= (TEN if rough else 1)
            and abs(one.value) < other.value
            and (one.value >= 0 or apart)
        ):
            share_of = abs(one.value) * 100 / other.value
            yield share_of, f"{a} of {b}"
            if one.told is not None and other.told is None and _fine(claim.numeral):
                yield 100 - share_of, f"100% less {a} of {b}"  # "373 pupils, and 79.1% of them stayed"
        if counts and other.value and apart:
            if moved is None or (one.value > other.value) is moved:
                yield (one.value - other.value) * 100 / other.value, f"{b} to {a}"
            if one.told is None and other.told is None and other.value != one.value:
                yield one.value * 100 / (other.value + one.value), f"{a} of {b} + {a}"
                if other.value > one.value:
                    yield one.value * 100 / (other.value - one.value), f"{a} of {b} - {a}"
        return
    if (
        one.unit is Unit.PERCENT
        and one.told is None
        and abs(claim.numeral.value) > TEN  # so few agree by chance
        and other.unit in (Unit.NUMBER, Unit.POUNDS)
        and claim.numeral.unit in (other.unit, Unit.POUNDS, Unit.NUMBER)
    ):
        yield one.value * other.value / 100, f"{a}% of {b}"
    if one.unit is other.unit is Unit.PERCENT and claim.numeral.unit is Unit.POINTS and one.value >= other.value:
        yield one.value - other.value, f"{a}% - {b}%"
    yield from _shared_out(one, other, claim)
    if not counts:
        return
    yield from _converted(one, claim)
    yield from _for_each(one, claim)
    if (together or _both_named(one, other, claim)) and one.value <= other.value:
        yield one.value + other.value, f"{a} + {b}"
    if apart and one.value >= other.value:
        yield one.value - other.value, f"{a} - {b}"


_REST = pattern_of(
    r"\b(?:all\s+but|(?:the\s+)?(?:others?|remaining|rest)(?:\s+(?:of\s+)?[a-z]+){0,3})\s*[(,:]?\s*(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
"""Accepts "all but 4%", "the other 12%", "the rest (8%)"."""

_NOT = pattern_of(r"\b(?:not|no|none|never|without|nor|neither|cannot|\w+n['’]t)\b", re.IGNORECASE)


def _is_what_is_left(claim: Claim, one: Operand) -> bool:
    """Whether a share is told as the rest of another one: "the other 12%", "96% is let. So 4% is not", "16% find it
    hard" where the paper has "84% did not find it hard"."""
    before = claim.text[: claim.start]
    rest = _REST.search(before) is not None
    if one.told is None and _SO.search(before) and not rest:
        of = _BASE.match(claim.text, claim.numeral.end)
        return of is None or about(of[1]) <= about(f"{claim.text_before} {before}")
    if rest or one.told is None or one.told.cell:
        return rest
    end = one.told.start + len(one.told.numeral.printed)
    there = _NOT.search(_NEXT_FIGURE.split(one.told.text[end:])[0])
    return (there is None) is not (_NOT.search(_clause(claim)) is None)


_BASE = pattern_of(r"\s*(?:%|per\s?cent)?\s+of\s+((?:the\s+|all\s+)?[\w'’-]+)", re.IGNORECASE)
"""Accepts " of anglers": what a share is of."""

_NEXT_FIGURE = pattern_of(r"[;:.]|,|\b(?:and|but|while|whereas|which|who)\b|\d", re.IGNORECASE)
"""Where a sentence goes on to something else behind a figure."""

_AND = pattern_of(r"\b(?:and|or|plus)\b|&|/", re.IGNORECASE)
APART = 0.25
"""By how much a word says more about one of two figures than about the other."""


def _both_named(one: Operand, other: Operand, claim: Claim) -> bool:
    """ "Seven were good or outstanding", where the paper has "six were good, ... one was outstanding": a word of the
    claim beside it is said of the one figure, another word of the other figure, and of this one less."""
    if one.told is None or other.told is None or claim.row or one.told.passage != other.told.passage:
        return False
    clause = _clause(claim)
    if not _AND.search(clause):
        return False
    named = {word: factor for word, factor in claim.words.items() if factor >= CLAUSE and word in claim.own}
    first, second = one.told.words, other.told.words
    apart = [first.get(word, 0.0) - second.get(word, 0.0) for word in named]
    return any(each >= APART for each in apart) and any(each <= -APART for each in apart)


CLAUSE = 0.45
"""What a word in a figure's own part of the sentence says about it at least, one break away."""

_EACH = pattern_of(r"^(?P<names>[^;:.]+?)\s+each\b", re.IGNORECASE)
LISTED = 12


def _for_each(one: Operand, claim: Claim) -> Iterator[tuple[Decimal, str]]:
    """ "Bus, rail and tram each get £150m, together £450m": so many times what each gets."""
    match = _EACH.search(claim.text)
    if match is None or one.told is not None or not TOGETHER.search(claim.text):
        return
    many = len(re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", match["names"]))
    if 1 < many <= LISTED:
        yield one.value * many, f"{many} x {plain(one.value)}"


_OF_ONE = pattern_of(
    r"\s*(?:on\s+average\s+)?(?:each\b|apiece\b|(?:per|(?:for|to)\s+(?:each|every|an?)|an?)\s+(?:[a-z]+-)?[a-z]{3,}\b(?!\s+of\b))"
)
"""Accepts "19 a day", "£24m per year", "42 each"; not "£2m a third of"."""


def _shared_out(one: Operand, other: Operand, claim: Claim) -> Iterator[tuple[Decimal, str]]:
    """ "£120m in five years, that is £24m a year": the one figure shared out over the other, a count."""
    if claim.row or not _OF_ONE.match(claim.text, claim.numeral.end) or one.unit is not claim.numeral.unit:
        return
    if other.unit is Unit.NUMBER and other.value > 1 and abs(one.value) > other.value:
        yield one.value / other.value, f"{plain(one.value)} / {plain(other.value)}"


TEN = 10
"""The least whole of which a rough share is worked out: of a smaller one, a half or a third comes about by chance."""

_PER_WEEK = pattern_of(r"\b(?:an?|per|each|every)\s+week\b|\bweekly\b", re.IGNORECASE)
_PER_MONTH = pattern_of(r"\b(?:an?|per|each|every)\s+month\b|\bmonthly\b", re.IGNORECASE)
_PER_YEAR = pattern_of(r"\b(?:an?|per|each|every)\s+year\b|\bannual(?:ly)?\b|\byearly\b", re.IGNORECASE)


def _converted(one: Operand, claim: Claim) -> Iterator[tuple[Decimal, str]]:
    """ "£30 a week is £1,560 a year"."""
    if not _PER_YEAR.search(claim.text):
        return
    for pattern, times in ((_PER_WEEK, 52), (_PER_MONTH, 12)):
        if pattern.search(claim.text):
            yield one.value * times, f"{plain(one.value)} x {times}"
            yield one.value / times, f"{plain(one.value)} / {times}"


_SPAN_OF_TIME = pattern_of(
    r"\s+(?P<unit>day|week|month|year)s?\s+(?:after|before|later|earlier|from|between|apart)\b", re.IGNORECASE
)


def _dates_apart(claim: Claim) -> Follows | None:
    """ "It began in October 2020, three months after the trial of July 2020": the time between two dates that the
    sentence gives."""
    match = _SPAN_OF_TIME.match(claim.text, claim.numeral.end) if not claim.row else None
    if match is None:
        return None
    dates = [each.key for each in (*claim.before, *claim.beside) if each.kind is Kind.DATE]
    for (year, month, day), (year2, month2, day2) in itertools.combinations(dates, 2):
        year, year2 = year or year2, year2 or year  # one of both may leave it out
        months = abs(((year or 0) - (year2 or 0)) * 12 + (month or 0) - (month2 or 0))
        if year is None and match["unit"].lower() == "year":
            continue
        if match["unit"].lower() in ("month", "year"):
            apart = Decimal(months) / (12 if match["unit"].lower() == "year" else 1)
        elif day is None or day2 is None:
            continue
        else:
            try:
                first = datetime.date(year or 1, month or 1, day)
                second = datetime.date(year2 or 1, month2 or 1, day2)
            except ValueError:
                continue  # "31 June 2024"
            apart = Decimal(abs((first - second).days)) / (7 if match["unit"].lower() == "week" else 1)
        if apart and claim.numeral.allows().meets(Interval.of(apart)):
            return Follows(working=f"{plain(apart)} {match['unit'].lower()}s between the two dates", told=None)
    return None


_TERM = r"£?\d[\d,]*(?:\.\d+)?"
_EQUATION = pattern_of(rf"(?P<terms>{_TERM}(?:\s*[+–-]\s*{_TERM})+)\s*=\s*(?P<total>{_TERM})")


def _sum_told(claim: Claim) -> Follows | None:
    """A sum that the summary writes out, where it holds: "12 + 8 = 20"."""
    for match in _EQUATION.finditer(claim.text):
        if not match.start() <= claim.start < match.end():
            continue
        terms = re.findall(rf"([+–-]?)\s*({_TERM})", match["terms"])
        values = [
            Decimal(term.replace(",", "").removeprefix("£")) * (-1 if sign in ("-", "–") else 1) for sign, term in terms
        ]
        if sum(values, Decimal(0)) == Decimal(match["total"].replace(",", "").removeprefix("£")):
            return Follows(working=match[0], told=None)
    return None
