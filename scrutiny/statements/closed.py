"""Room `statements`: a sentence that holds one reckoning and no other figure.

Takes a sentence with three figures, gives what one word of it says of them: one is the total of the others, or what is
left of one when the other is taken away, or the difference, or the percentage. Which figure is which follows from
their sizes and from the word that stands by one of them, so that no order of the sentence is asked for. The other
modules read figures by what links them; this one is asked where they read nothing.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.figures import Unit
from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.derived import apart
from scrutiny.statements.model import Move, Quantity, Share, Sum
from scrutiny.statements.quantities import STAYS_IN, find_quantities, lasts, words_before
from scrutiny.statements.relations import OF, WHOLE
from scrutiny.statements.results import (
    AND_OTHERS,
    LEFT,
    LEFT_BEHIND,
    NEAR,
    RATE_OF,
    TOTAL,
    TOTAL_BEHIND,
    WAY_DOWN,
    WAY_UP,
    WORDS,
)

_APART = pattern_of(
    rf"\b(?:by|gained|lost|{ABOVE}|{BELOW}|(?:{UP}|{DOWN}|gain|loss|growth|reduction|saving)(?:\s+of)?)\s+(?:some\s+)?$",
    re.IGNORECASE,
)
_APART_BEHIND = pattern_of(rf"^\s+{WORDS}{{0,1}}?(?:{ABOVE}|{BELOW}|{UP}|{DOWN})\b", re.IGNORECASE)
_COMPARES = pattern_of(rf"^\s+(?:{UP}|{DOWN}|short)\s*[.;]", re.IGNORECASE)
_THAN = pattern_of(r"^[^.;:]{0,30}?\bthan\b(?:(?!,\s+(?:when|while|where|which)\b)[^.;:\d£])*", re.IGNORECASE)
_OF_IT = pattern_of(r"^\s+of\s+(?:it|this|that|which|whom|them|these|those)\b|\bof\s+(?:which|whom)\s+$", re.IGNORECASE)
_AND_MORE = pattern_of(r"\b(?:more|another|further|also|after|others?)\b", re.IGNORECASE)
_EXCEEDS = pattern_of(r"\b(?:exceed\w*|outnumber\w*)\b", re.IGNORECASE)
_BETWEEN = pattern_of(r"\b(?:difference|gap)\s+between\b", re.IGNORECASE)
"""What says of three figures which is the difference of the others: "84 more.", "exceeds it by 40"."""

_AGAINST = pattern_of(r"\b(?:against|than|compared)\b", re.IGNORECASE)
"""Between two figures that are held against one another, and not added."""

_CHANGE = pattern_of(
    rf"\b(?:by|{UP}|{DOWN}|gain|loss|change|improvement|reduction)\s+(?:of\s+|by\s+)?(?:an?\s+|some\s+)?$",
    re.IGNORECASE,
)
_WHOLE = pattern_of(
    r"\b(?:of|out\s+of|among|from)\s+(?:(?:the|these|those|all|our|its)\s+)*(?:(?!per\b)[a-z]+\s+)?$", re.IGNORECASE
)
_OF_ELSE = pattern_of(
    r"\b(?:than|with|against|from|compared\s+to|by)\s+(?:[\w'’-]+\s+){0,4}?(?:of\s+)?$", re.IGNORECASE
)
"""Right before a percentage: it is another figure that these are held against ("a target of 80 %", "than 12 %")."""

_NET = pattern_of(rf"\b(?:and|with)\s+an?\s+net\s+{WORDS}{{0,3}}$", re.IGNORECASE)
"""Before a result that is told beside others: more than its sentence says may lie between."""

_ANOTHER_CLAUSE = pattern_of(r"[;:]|\b(?:while|whilst|whereas|although|but)\b", re.IGNORECASE)

_OR_MORE = pattern_of(r"\s+or\s+(?:more|less|fewer|over|under|above|below|higher|lower)\b")
"""Behind a figure that only bounds another: "backed by 50 per cent or more"."""

LEAST_WHOLE = 20
"""Of a smaller whole, too many figures are a share by chance."""


def find_closed(text: str) -> Iterator[Sum | Share | Move]:
    """What the only figures of a sentence are to one another; years, and figures of another kind, do not count. A
    sentence that writes its sums out ("19 x £22,000 = £418,000, a saving of ...") says itself what they are."""
    if "=" in text:
        return
    quantities = find_quantities(text)
    money = [each for each in quantities if each.unit is Unit.POUNDS]
    counts = [each for each in quantities if each.unit is Unit.NUMBER and not each.is_year]
    own = money or [each for each in counts if not lasts(text, each)] or counts
    if any(not each.exact or each.value <= 0 for each in own):
        return
    percents = [each for each in quantities if each.unit is Unit.PERCENT and not each.mention.share]
    if _OR_MORE.search(text) or any(each.printed[:1] == "+" for each in own):
        return
    if len(own) == 3:
        yield from _three(text, quantities, own)
    elif len(own) == 2 and len(percents) == 1:
        yield from _of_two(text, quantities, own, percents[0])


def _three(text: str, quantities: Sequence[Quantity], own: Sequence[Quantity]) -> Iterator[Sum]:
    """A figure that follows from two others: only one may be called so."""
    kinds = [each.noun[0] for each in own if each.noun]
    if len(set(kinds)) == len(own):
        return  # "21 inspections, 8 owners and 27 boats in all"
    if AND_OTHERS.search(text, own[2].end):
        return
    found: list[Sum] = []
    for at, each in enumerate(own):
        one, other = (part for part in own if part is not each)
        before, behind = _around(text, quantities, each)
        if STAYS_IN.match(behind) and LEFT.search(before):
            return
        if (
            at == 2
            and not _AGAINST.search(text, one.end, other.start)
            and (TOTAL.search(before) or TOTAL_BEHIND.match(behind))
        ):
            found.append(Sum(total=each, parts=(one, other), signs=(1, 1)))
        elif (
            (at == 2 and (LEFT.search(before) or LEFT_BEHIND.match(behind)))
            or _APART.search(before)
            or _APART_BEHIND.match(behind)
        ):
            agent = before.rstrip().endswith("by") and each.noun
            if agent and any(part.noun and part.noun[0] != each.noun[0] for part in (one, other)):
                continue  # "of 36 boats seen by 10 wardens, 25 boats were sound"
            if at < 2 and _is_than_another(text, each, other):
                continue
            told = (
                _compares(text, one, other, each)
                or _is_from_to(text, one, other, each)
                or (LEFT.search(before) and _is_of_it(text, one, other))
            )
            net = at == 2 and _NET.search(before) is not None
            found.append(apart(each, one, other, sure=at == 2 and bool(told), listed=net))
        elif at == 0 and (_BETWEEN.search(behind) or _is_of_flows(text, each, one, other)):
            found.append(apart(each, one, other, sure=True))
    before, behind = _around(text, quantities, own[2])
    if len(found) > 1 and (LEFT.search(before) or LEFT_BEHIND.match(behind)):
        found = found[-1:]  # "a saving of £640,000 was planned ..., a shortfall of £128,000"
    if len(found) == 1:
        yield found[0]


def _compares(text: str, one: Quantity, other: Quantity, each: Quantity) -> bool:
    """Whether two figures of the same thing are held against one another, and the third says how far they are apart. A
    part of a whole is not compared with it: "of 300 bids 120 succeeded, 40 more" than at another time."""
    if one.noun and other.noun and one.noun[0] != other.noun[0]:
        return False
    if any(_WHOLE.search(text[max(0, part.start - NEAR) : part.start]) for part in (one, other)):
        return False
    exceeds = _EXCEEDS.search(text, one.end, other.start) and text[: each.start].endswith("by ")
    return bool(exceeds or _COMPARES.match(text[each.end :]))


def _is_from_to(text: str, one: Quantity, other: Quantity, each: Quantity) -> bool:
    """Whether a change stands right behind two figures that each have their year: "612 in 2019 and 574 in 2020, a fall
    of 38."."""
    clauses = text[: one.start], text[one.end : other.start], text[other.end : each.start]
    years = [len(_YEAR.findall(clause)) for clause in clauses]
    dated = sum(years) == len(clauses) - 1 and years[1] > 0
    alike = one.unit is other.unit and (not one.noun or not other.noun or one.noun[0] == other.noun[0])
    return bool(dated and alike and _A_CHANGE.search(clauses[2]) and _ENDS.match(text, each.end))


_YEAR = pattern_of(r"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b")
_A_CHANGE = pattern_of(rf",\s+an?\s+(?:[a-z]+\s+)?(?:{UP}|{DOWN})\s+of\s+$", re.IGNORECASE)
_ENDS = pattern_of(r"(?:\s+[a-z]+)?\s*(?:[.;]|$)")


def _is_than_another(text: str, each: Quantity, last: Quantity) -> bool:
    """Whether a difference is from something whose figure is not printed: "100 fewer than planned; 1,020 came"."""
    than = _THAN.match(text[each.end :])
    return than is not None and each.end + than.end() < last.start


_FLOW = pattern_of(
    r"\b(?:(?P<into>income|receipts|revenue)|(?P<out>spending|expenditure|costs|payments|outgoings))\s+of\s+$",
    re.IGNORECASE,
)
_RESULT = pattern_of(r"\b(?:surplus|deficit|net\s+\w+|shortfall)\s+of\s+$", re.IGNORECASE)
_RESULTS = pattern_of(
    r"^(?:\s+[a-z]+){0,4}?(?:\s+(?:result(?:s|ed|ing)?|outcome|made\s+up|consist(?:s|ed|ing)|comes?|came|aris(?:es|ing)|arose)"
    r"\s+(?:of|from)|\s+compris(?:es|ed|ing)|,?\s+being|,?\s+after|\s*[:(])\s+",
    re.IGNORECASE,
)
"""Behind a result: it is that of the flows that follow. One may also compare with them."""


def _is_of_flows(text: str, each: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether a result stands before what came in and what went out."""
    flows = [_FLOW.search(text[max(0, part.start - NEAR) : part.start]) for part in (one, other)]
    kinds = {flow.lastgroup for flow in flows if flow}
    if not _RESULTS.match(text[each.end : min(one.start, other.start)]):
        return False
    return len(kinds) == len(flows) and _RESULT.search(text[: each.start]) is not None


_LEAVING = pattern_of(r"\bleav(?:ing|es)\s+(?=\S+(?:\s+[a-z]+){0,8}\s*[.;]?$)")


def _is_of_it(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second figure is called a part of the first: "£1.2m of it is spent, leaving £2.3m", "Of the 60 bids,
    48 were heard, leaving 12"."""
    opened = WHOLE.search(words_before(text, one)) is not None and text[one.end : other.start].endswith(", ")
    opened = opened and _LEAVING.search(text, other.end) is not None
    told = _OF_IT.match(text[other.end :]) or _OF_IT.search(text[one.end : other.start]) or opened
    return bool(told) and other.value < one.value and not _AND_MORE.search(text, other.end)


def _of_two(
    text: str, quantities: Sequence[Quantity], own: Sequence[Quantity], percent: Quantity
) -> Iterator[Share | Move]:
    """A percentage that one of two figures is of the other, or by which it is more or less."""
    small, large = sorted(own, key=lambda each: each.value)
    as_exact = small.unit is Unit.POUNDS or small.mention.figure.places == large.mention.figure.places
    if small.value == large.value or large.value < LEAST_WHOLE or not as_exact:
        return
    before, behind = _around(text, quantities, percent)
    if any(each in own and role is Role.CHANGE for each, role in roles_in(text)):
        return  # "1,240, which is 84 in excess of the year before, a rise of 7.3%"
    first, last = min(small.start, large.start, percent.start), max(small.start, large.start, percent.start)
    if re.search(r"[.;]\s", text[first:last]):
        return  # two sentences, or nearly so
    if _CHANGE.search(before) or _APART_BEHIND.match(behind):
        up, down = WAY_UP.search(text) is not None, WAY_DOWN.search(text) is not None
        if up is not down:
            old, new = (small, large) if up else (large, small)
            yield Move(old=old, new=new, percent=percent)
        return
    moved = WAY_UP.search(text) or WAY_DOWN.search(text)
    of_other = re.match(r"\s+of\b(?!\s+(?:the\s+|that\s+)?total\b)", behind)
    of_else = _OF_ELSE.search(before) or (of_other and large.start < percent.start)
    parted = _ANOTHER_CLAUSE.search(text, first, last)
    rate = percent.start > max(small.end, large.end) and RATE_OF.search(before) is not None
    asked = {*small.noun} & {*large.noun} or not (small.noun and large.noun) or _ASKED.search(before)
    if rate and asked and not (moved or parted):
        yield Share(part=small, whole=large, percent=percent, complement=True)
    elif _WHOLE.search(text[max(0, large.start - NEAR) : large.start]) and not (moved or of_else or parted):
        yield Share(part=small, whole=large, percent=percent, likely=not _is_share_of_same(text, small, large, percent))


_ASKED = pattern_of(r"\b(?:response|return|turn-?out)\b", re.IGNORECASE)
"""Of a rate that is one of other things than those that it is counted by: answers, of households."""


def _is_share_of_same(text: str, part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Whether a percentage is of the whole by its words, and that of the things that the part is some of: "it had 286
    places, 40% of all 716 places"; not where a verb says something of that percentage ("40% of the 716 are old")."""
    of_whole = percent.end <= whole.start and OF.match(text[percent.end : whole.start])
    verb = re.search(r"\b(?:is|are|was|were|has|have|had)\b", text[whole.end :])
    return bool(of_whole and set(part.noun) & set(whole.noun)) and part.end <= percent.start and verb is None


def _around(text: str, quantities: Sequence[Quantity], each: Quantity) -> tuple[str, str]:
    """The words between a figure and the ones beside it."""
    first = max((other.end for other in quantities if other.end <= each.start), default=0)
    last = min((other.start for other in quantities if other.start >= each.end), default=len(text))
    return text[max(first, each.start - NEAR) : each.start], text[each.end : min(last, each.end + NEAR)]
