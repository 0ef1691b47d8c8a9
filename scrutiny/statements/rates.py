"""Room `statements`: so many at so much each, and what that makes.

Takes a sentence with three figures, gives its average ("120 days for 40 moves, 3 days each on average") or its product
("each of the 50 schools gets £3,050, £152,500 in all"), where one way to read it fits and no other.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.carried import PER_ONE
from scrutiny.statements.model import Average, Instalment, Quantity, Rate
from scrutiny.statements.quantities import BEFORE, find_quantities, words_before
from scrutiny.statements.sums import MORE_OR_LESS, TOTAL_BEHIND

_AVERAGE = pattern_of(r"\b(?:average|mean|ratio)\s+(?:\w+\s+)?(?:of|was|is)\s+$|\baveraging\s+$", re.IGNORECASE)
_OF_EACH = pattern_of(
    r"^\s+(?:[a-z-]+\s+){0,2}?(?:(?:(?:at|for|to|in|by)\s+)?(?:each|every|one)|per|an?)\s+(?P<one>[a-z-]{3,})",
    re.IGNORECASE,
)
"""Behind a mean: the one thing that it is for ("25 at each session", "8 pupils to one teacher")."""

_ON_AVERAGE = pattern_of(r"^(?:\s+\w+){0,2}\s+each\s+on\s+average\b", re.IGNORECASE)
_SO_MANY_EACH = pattern_of(r"^\s+[a-z-]+\s+each\s*[.;]", re.IGNORECASE)
_APPOSED_AVERAGE = pattern_of(r"^\s+(?:each\s+)?on\s+average\s*[.;]", re.IGNORECASE)
_EACH = pattern_of(r"^(?:\s+\w+){0,3}?\s+(?:each|per\s+\w+|for\s+each|a\s+\w+|an\s+\w+)\b", re.IGNORECASE)


def find_averages(text: str) -> Iterator[Average]:
    """ "The 40 moves took 120 days, an average of 3 days each": two other quantities, and one way that fits."""
    quantities = find_quantities(text)
    if len(quantities) != 3 or any(q.is_share or not q.exact for q in quantities):
        return
    mean = quantities[2]
    behind = text[mean.end :]
    each = (_AVERAGE.search(words_before(text, mean)) or _ON_AVERAGE.match(behind)) and _EACH.match(behind)
    total, count = sorted(quantities[:2], key=lambda q: q.value, reverse=True)
    same_noun = bool(set(mean.noun[:1]) & set(total.noun[:2])) or mean.unit is total.unit is Unit.POUNDS
    per = _OF_EACH.match(behind)
    if per and (_AVERAGE.search(words_before(text, mean)) or re.search(r"\bon\s+average\b", behind)):
        own = [q for q in quantities[:2] if q.unit is Unit.NUMBER and stems(f"{per['one']}s")[:1] == _one(q)]
        if len(own) == 1 and own[0].value > 0:
            yield Average(total=next(q for q in quantities[:2] if q is not own[0]), count=own[0], mean=mean)
            return
    on_average = total is quantities[1] and _APPOSED_AVERAGE.match(behind)
    apposed = text[: mean.start].endswith(", ") and (on_average or (same_noun and _SO_MANY_EACH.match(behind)))
    if (apposed or (each and same_noun)) and count.value > 0 and count.unit is Unit.NUMBER:
        yield Average(total=total, count=count, mean=mean)


def _one(count: Quantity) -> tuple[str, ...]:
    """The stem of what is counted, as that of one of them is."""
    return tuple(stem for word in count.noun[:1] for stem in stems(f"{word.removesuffix('s')}s"))


_PER_MANY = pattern_of(
    r"^\s+(?:[a-z-]+\s+)?(?:per|for\s+every|(?:in|out\s+of)\s+every)\s+(?P<per>100|1,?000|10,?000|100,?000|million)\b"
)
_OPENS = pattern_of(r"^[^;.()]*\(\s*$")


def find_rates(text: str) -> Iterator[Rate]:
    """ "84 of 42,000 young people, a rate of 200 per 100,000": with the only other counts, or those in a bracket."""
    if " per " not in text and "every" not in text:
        return
    quantities = [each for each in find_quantities(text) if not each.is_year]
    for at, rate in enumerate(quantities):
        told = _PER_MANY.match(text[rate.end :])
        if told is None or rate.unit is not Unit.NUMBER:
            continue
        behind = quantities[at + 1 : at + 3]
        bracket = len(behind) == PAIR and _OPENS.match(text[rate.end : behind[0].start])
        others = behind if bracket else [each for each in quantities if each is not rate]
        counts = [each for each in others if each.unit is Unit.NUMBER and not each.mention.figure.places and each.exact]
        if len(counts) == len(others) == PAIR and 0 < counts[0].value < counts[1].value and rate.exact:
            per = Decimal(told["per"].replace(",", "").replace("million", "1000000"))
            yield Rate(part=counts[0], whole=counts[1], rate=rate, per=per)


PAIR = 2
"""The counts that a rate is worked out from."""


_PER = pattern_of(
    r"^\s*(?:each|apiece|for\s+each|(?:per|a|for\s+(?:each|every))\s+(?!day|week|month|term|year|annum|hour|night)[a-z-]+)\b",
    re.IGNORECASE,
)
_EACH_GETS = pattern_of(
    r"\beach\b(?:[^.;]{0,60}\b(?:ha(?:s|ve|d)\s+(?:\w+\s+){0,4}of|receiv\w+|gets?|costs?|costing|paid|pays?|awarded|given|allocated|worth|at))?\s+$",
    re.IGNORECASE,
)
_MAKES = pattern_of(
    r"\b(?:total(?:ling|s)?|giving|making|costing|equat(?:es|ing)\s+to|com(?:es|ing)\s+to|amount(?:s|ing)\s+to|cost|value)\s+"
    r"(?:[a-z]+\s+){0,4}?$|=\s*$|\d\s+(?:each|apiece|per\s+\w+)\s+\($",
    re.IGNORECASE,
)


_YEARLY = pattern_of(
    r"£(?P<year>\d+(?:,\d{3})*(?:\.\d\d)?)(?P<said>\s+(?:(?:a|per|each|for\s+the)\s+(?:whole\s+)?(?:year|annum)))?(?:,?\s+(?:or|which\s+is|"
    r"equivalent\s+to)\s+|,?\s*[\[(]\s*(?:or\s+)?)(?:just\s+(?:over|under)\s+|about\s+|around\s+|only\s+)?"
    r"(?P<part>£?(?P<amount>\d+(?:\.\d+)?)\s?(?P<pence>p\b|pence\b)?)\s+(?:a|per|each)\s+(?P<time>week|month)\b",
    re.IGNORECASE,
)
_ANNUAL = pattern_of(r"\b(?:annual\w*|yearly|a\s+year|per\s+annum|for\s+the\s+(?:whole\s+)?year)\b", re.IGNORECASE)
_PARTS_OF_YEAR = {"week": (38, 52), "month": (10, 12)}
"""Weeks of school or of rent and months of tax, of which fewer than there are may be charged."""

_WAY = pattern_of(rf"\b(?:{UP}|{DOWN}|sav\w+)\b", re.IGNORECASE)
_FOR_SOME = pattern_of(r"\s+(?:for|in|at|to|with|when|where|if|during|while|until|over|after|before)\b", re.IGNORECASE)
"""Behind what is paid in a week: it may be another charge, of some people or of a part of the year."""


OTHER_TIMES = 3
"""An amount that is so many times as large or as small as what is due is one of something else."""


def find_parts_of_year(text: str) -> Iterator[Instalment]:
    """ "£5.20 more a year, or 10p a week"."""
    for match in _YEARLY.finditer(text) if "£" in text else ():
        if not (match["said"] or _ANNUAL.search(text)) or bool(match["pence"]) is match["part"].startswith("£"):
            continue
        if _FOR_SOME.match(text, match.end()):
            continue
        amount, year = Decimal(match["amount"]), Decimal(match["year"].replace(",", ""))
        step = Decimal(1).scaleb(-len(match["amount"].partition(".")[2]))
        scale = Decimal("0.01") if match["pence"] else Decimal(1)
        least, most = _PARTS_OF_YEAR[match["time"].lower()]
        paid = Interval(low=(amount - step) * scale, high=(amount + step) * scale)
        if paid.low > year / least and not _WAY.search(text):
            continue  # who pays by the week may pay more
        if paid.low * OTHER_TIMES > year / most and paid.high < year / least * OTHER_TIMES:
            yield Instalment(
                year=f"£{match['year']}", part=match["part"].strip(), time=match["time"].lower(), paid=paid,
                due=Interval(low=year / most, high=year / least),
            )  # fmt: skip


_PER_TIME = pattern_of(r"^\s+(?:a|an|per|each|every)\s+(?P<time>day|week|month|term|year|hour|night)\b", re.IGNORECASE)


_SAME_IN_MONEY = pattern_of(r"(?:\bor|=|\bthat\s+is|\bwhich\s+(?:is|makes)|\(|\btotal\s+of)\s*$", re.IGNORECASE)
_WITH_MORE = pattern_of(
    r"\b(?:with|without|plus|includ\w*|exclud\w*|and|but|besides|less|after|of\s+which)\b", re.IGNORECASE
)


_AT = pattern_of(r"^\s+[a-z]+\s+at\s+$")
_AND_COST = pattern_of(
    r"^\s+(?:an?|per|each|every)\s+[a-z]+,?\s+(?:and\s+)?(?:cost|costing|in\s+all|making|a\s+total\s+of)\s+$"
)


_TO_EACH = pattern_of(r"\b(?:to|for)\s+each\s+of\s+(?:the|our|these)\s+$", re.IGNORECASE)


def _is_of_times(text: str, mean: Quantity, count: Quantity, total: Quantity) -> bool:
    """Whether an amount is called that of all the weeks, and of nothing beside them."""
    first, last = sorted((count, total), key=lambda each: each.start)
    before = words_before(text, total)
    said = _SAME_IN_MONEY.search(before) or _MAKES.search(before)
    return mean.end < first.start and said is not None and not _WITH_MORE.search(text, mean.end, last.start)


def _of_counts(text: str, counts: Sequence[Quantity]) -> Iterator[Average]:
    """ "Each of the 46 wardens walks 11 streets, 506 in total"."""
    one, two, last = counts
    each = re.match(r"each\s+of\s+(?:the|our|its)\s+$", text[: one.start], re.IGNORECASE)
    if each and TOTAL_BEHIND.match(text[last.end :]) and (not last.noun or last.noun[0] in two.noun):
        yield Average(total=last, count=one, mean=two)


_SAYS_TOTAL = pattern_of(r"\b(?:total|equates?|equally|shared|split|divided)\b", re.IGNORECASE)


def find_rates_told(text: str) -> Iterator[Average]:
    """ "Each of the 50 schools will receive £3,050, a total of £152,500": three figures, and one way that fits."""
    quantities = find_quantities(text)
    if len(quantities) != 3:
        return
    money = [each for each in quantities if each.unit is Unit.POUNDS and each.exact]
    counts = [each for each in quantities if each.unit is Unit.NUMBER and each.exact and not each.is_year]
    if len(counts) == 3:
        yield from _of_counts(text, counts)
        return
    if len(money) != 2 or len(counts) != 1 or counts[0].mention.figure.places:
        return
    for mean, total in (money, money[::-1]):
        if total.start > mean.start and MORE_OR_LESS.match(text, total.end):
            continue
        time = _PER_TIME.match(text[mean.end :])
        lasted = _AT.match(text[counts[0].end : mean.start]) and _AND_COST.match(text[mean.end : total.start])
        if (
            time
            and counts[0].noun[:1] == stems(f"{time['time']}s")
            and counts[0].value > 1
            and total.value > mean.value
            and (lasted or _is_of_times(text, mean, counts[0], total))
        ):
            # £1,240 a week, or £64,480 for 52 weeks
            yield Average(total=total, count=counts[0], mean=mean, rounded=not lasted)
            return
        to_each = _TO_EACH.search(text[mean.end : counts[0].start])
        paid = to_each or _PER.match(text[mean.end : mean.end + BEFORE]) or _EACH_GETS.search(words_before(text, mean))
        apposed = mean is quantities[2] and text[: mean.start].endswith(", ")  # "£7,200 to nine clubs, £800 each"
        made = _MAKES.search(words_before(text, total)) or _SAYS_TOTAL.search(words_before(text, mean)) or apposed
        one = PER_ONE.match(text, mean.end)
        made = made or (one is not None and counts[0].noun[:1] == stems(f"{one['one']}s")[:1])
        if paid and made and counts[0].value > 1 and total.value > mean.value:
            yield Average(total=total, count=counts[0], mean=mean)
            return
