"""Room `statements`: what a sentence says of a figure and an earlier or planned one.

Takes a sentence, gives `Move`s. Each quantity has a role by the words right around it: the other figure ("from 40",
"compared with 40", "than the 40", "below a budget of 40", "(2022/23: 40)"), the change ("by 5", "an overspend of 5",
"5 fewer", "(+12%)"), or the figure itself. Figures that follow one another and hold one of each are a move, in
whatever order the sentence tells them; where two could play the same part, or another clause begins between them,
nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.statements.belying import NEAR, NO_VERB, ROUGH, WORDS, belied, find_levels
from scrutiny.statements.model import Departure, Move, Quantity
from scrutiny.statements.quantities import find_quantities
from scrutiny.statements.times import find_times, find_twice
from scrutiny.tables.roles import find_period

_ANY_WAY = (
    rf"{UP}|{DOWN}|reduction|variance|overspen[dt]\w*|underspen[dt]\w*|shortfall|surplus|deficit|gap|difference|change[ds]?|"
    r"growth|savings?|movement|improvement"
)
_MOVES = (
    r"improv\w*|worsen\w*|deteriorat\w*|exceed\w*|missed|beat\w*|extend\w*|var(?:y|ied|ies)|differ\w*|gain\w*|los[et]\w*|moved|"
    r"shift\w*|outnumber\w*|overr[au]n|rais\w*|boost\w*|trimm\w*|slow\w*|expand\w*|shrink\w*|better\w*"
)
"""Verbs that are told with "by" how far something went. "Financed by £2m" and "run by 12 wardens" say by whom."""

_SPAN = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?"


_LEVEL_OF = re.compile(
    r"\b(?:overspen[dt]\w*|underspen[dt]\w*|shortfall|surplus|deficit|gap|variance)\s+of\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""Before what is itself a difference, and has moved: "a deficit of £2.2m, a movement of £0.5m on the £2.7m" before."""


_LEVEL_BEHIND = re.compile(
    r"^\s+(?:\w+\s+)?(?:overspend|underspend|shortfall|surplus|deficit|gap|variance)\b[^.;:()\d]*,\s+an?\s",
    re.IGNORECASE,
)
"""Behind one: "a £2.7m deficit, a rise of £0.5m from the £2.2m" before."""


class _Role(StrEnum):
    OLD = "old"
    NEW = "new"
    PLAIN = "plain"
    CHANGE = "change"


_LENGTH = (
    r"\s+(?:the|this|that|a)\s+(?:[\w-]+\s+){0,2}?(?:years?|quarters?|months?|weeks?|days?|period)\b(?!['’]|\s+budget)"
)
"""Behind "over": how long it took, not what a figure is over."""

_CHANGE_BEFORE = re.compile(
    rf"\b(?:{_ANY_WAY})\s+(?:(?!from\b|to\b|and\b|but\b){WORDS}){{0,6}}?(?:of|by)\s+(?:an?\s+|the\s+)?{ROUGH}$"
    rf"|\b(?:{_MOVES})\s+(?:(?!from\b|to\b|and\b|but\b){WORDS}){{0,6}}?by\s+{ROUGH}$"
    rf"|(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:{UP}|{DOWN})\s+(?:some\s+)?$",
    re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(
    rf"^\)?\s*(?:(?:percentage\s+)?points?\s+)?(?:(?!low\b|high\b|mid\b|or\b|before\b|after\b|and\b|is\b|was\b|are\b|were\b|represents?\b)[a-z-]+\s+){{0,2}}?(?:{_ANY_WAY}|(?:above|below|over|under)\b(?!\s+the\s+ages?\b|{_LENGTH})(?=\s+(?:the|its|our|their|an?|this|last|budgets?|targets?|plan\w*|forecasts?|estimates?|profiled?)\b|\s*[.,;)]|\s*$)|better|worse|ahead|behind)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    rf"\b(?:from|than|(?:when\s+)?compared\s+(?:to|with)|comparison\s+(?:to|with)|against|in\s+place\s+of|versus|vs\.?)"
    rf"\s+{NO_VERB}{{0,8}}?[\[(]?{ROUGH}$"
    rf"|[\[(]\s*(?:in\s+|from\s+)?(?:{_SPAN}|(?:last|previous|prior)\s+(?:year|quarter|month))(?:\s+[a-z]+)?\s*[:=–-]?\s*$",
    re.IGNORECASE,
)
_OLD_BEHIND_CHANGE = re.compile(
    rf"\b(?:above|below|over|under|ahead\s+of|behind|(?:up)?on)\s+(?:the|an?|its|our|last)\s+{NO_VERB}{{0,6}}?[\[(]?{ROUGH}$",
    re.IGNORECASE,
)
_OLD_IN_BRACKET = re.compile(
    r"^\s+(?:in\s+)?(?:the\s+)?(?:last|previous|prior)\s+(?:year|quarter|month|period|term)\s*[\])]"
    rf"|^\s+(?:[a-z]+\s+)?(?:in|for)\s+{_SPAN}\s*[\])]",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"^[^)\]]*?\b(?:is|are|was|were|has|have|had|be|been|of)\b[^)\]]*[)\]]", re.IGNORECASE)
"""Of a bracket that tells something itself: "253 more than 2015 (160 of them were paid for by grant)"."""

_NEW = re.compile(rf"\bto\s+(?:stand\s+at\s+|a\s+total\s+of\s+)?{ROUGH}$", re.IGNORECASE)
_BRACKET = re.compile(rf"^\s*(?:\(\s*(?:or\s+)?|,?\s+or\s+(?:an?\s+)?){ROUGH}$")
_IN_BRACKET = re.compile(rf"^(?:\s+[\w'’/-]+){{0,5}}\s*\(\s*{ROUGH}$")
_BREAKS = re.compile(
    r";(?!\s+(?:this|that|it)\s+(?:is|was)\b)|\.\s|\b(?:after|before)\s+[a-z]+ing\b|\bhaving\b|\b(?:and|or|but|while|whilst|whereas|although|(?<!compared\s)(?<!comparison\s)with|of\s+wh(?:om|ich)|"
    r"of\s+these)\b",
    re.IGNORECASE,
)
_BETWEEN_YEARS = re.compile(rf"\bbetween\s+{_SPAN}\s+and\s+{_SPAN}")
_OF_THE = re.compile(r"^\s+of\s+(?:the|these|those|its|our)\s+$", re.IGNORECASE)
SIGNS = "+-–−"
_SIGN = re.compile(r"\(\s*$")
_WAY = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_LIES = re.compile(r"\b(?:(?P<above>above)|(?P<below>below))\b")
_THAT_IS = re.compile(r"^(?:that|this|it)\s+(?:is|was|represents)\s+(?:an?\s+)?", re.IGNORECASE)
_APART = re.compile(r"\b(?:gap|difference|variance)\s+between\b", re.IGNORECASE)
_APART_IS = re.compile(
    rf"^(?:\s+[\w'’/-]+|\)){{0,6}}?,?\s*(?:is|was|of|stands\s+at|stood\s+at)\s+{ROUGH}$", re.IGNORECASE
)

_BETWEEN = re.compile(r"^[^.;()]{0,60}\bbetween\s+[^.;()]{0,60}\(\s*$", re.IGNORECASE)
_AND_BRACKET = re.compile(r"^\s*\),?\s+and\s+[^.;()]{0,60}\(\s*$", re.IGNORECASE)

_AGO = re.compile(r"\s+(?:years?|months?|weeks?|days?)\s+(?:ago|before|earlier|previously)\b", re.IGNORECASE)
"""Behind "14 fewer than two": how long ago it was, no figure that moved."""

_WITHIN = re.compile(
    r"\b(?:over|in|within|during|for|after|since)\s+(?:the|these|those)?\s*(?:last|past|next|previous|first)?\s*$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s+(?:years|quarters|months|weeks|days)\b", re.IGNORECASE)


def _is_how_long(text: str, each: Quantity) -> bool:
    """Whether a number says how long something took: "fell from 412 to 380 over the four years"."""
    return _TIMES.match(text, each.end) is not None and _WITHIN.search(text[: each.start]) is not None


_OTHERWISE = re.compile(
    r"\b(?:in\s+(?:real|cash)\s+terms|like[\s-]for[\s-]like|underlying|seasonally|annuali[sz]ed|per\s+(?:head|capita))\b",
    re.IGNORECASE,
)
"""What is reckoned in another way than the figures that are printed: "5% up in real terms on the £1.15m"."""

MOST_BETWEEN = 110
"""Characters between two figures of one move: beyond, another thing is told."""


def find_moves(text: str, before: str = "") -> Iterator[Move | Departure]:
    """Every move of a sentence; `before` is the sentence before, for "That is 87 more than the year before"."""
    quantities = [
        each for each in find_quantities(text) if not (_AGO.match(text, each.end) or _is_how_long(text, each))
    ]
    if len(quantities) < 2 or _OTHERWISE.search(text):
        return
    told = _told_before(text, before) or _year_before(text, before)
    roles = _roles(text, quantities)
    yield from _apart(text, quantities)
    taken: set[int] = set()
    for size in (4, 3):
        for at in range(len(quantities) - size + 1):
            if taken & set(range(at, at + size)):
                continue
            move = _move_of(text, quantities, roles, at, size)
            if move is not None:
                taken |= set(range(at, at + size))
                yield move
    for at in range(len(quantities) - 1):
        if not taken & {at, at + 1}:
            yield from _pair(text, quantities, roles, at)
    if told is not None and not taken:
        yield from _after(text, quantities, roles, told)
    yield from _then(text, quantities, roles)
    yield from _by_to(text, quantities)
    yield from _beside(text, quantities, roles)
    yield from find_twice(text, quantities)
    changes = [each for each, role in zip(quantities, roles, strict=True) if role is _Role.CHANGE]
    yield from find_levels(text, quantities, changes)


_BY = re.compile(
    rf"^(?:\s+[\w'’/-]+){{0,6}}?\s+(?:{UP}|{DOWN})(?:\s+[a-z]+ly)?\s+by\s+$|^\s+(?:{UP}|{DOWN})\s+by\s+$", re.IGNORECASE
)


def _by_to(text: str, quantities: Sequence[Quantity]) -> Iterator[Move]:
    """ "a plan of £6.4m was cut by £0.9m to £5.5m": all of one kind, and no other figure that it may be the end of."""
    for old, amount, new in zip(quantities, quantities[1:], quantities[2:], strict=False):
        told = _BY.match(_gap(text, old, amount)) and re.match(r"^\s+to\s+$", _gap(text, amount, new))
        if told and old.unit is amount.unit is new.unit and all(_steady(each) for each in (old, amount, new)):
            yield Move(old=old, new=new, amount=amount, down=_way(text, (old, amount)))


def _gap(text: str, one: Quantity, other: Quantity) -> str:
    return text[one.end : other.start]


def _roles(text: str, quantities: Sequence[Quantity]) -> list[_Role]:
    roles: list[_Role] = []
    for at, each in enumerate(quantities):
        first = max(quantities[at - 1].end if at else 0, each.start - MOST_BETWEEN)
        last = min(quantities[at + 1].start if at + 1 < len(quantities) else len(text), each.end + MOST_BETWEEN)
        roles.append(_role(each, text[first : each.start], text[each.end : last], roles[-1:], _signed(text, each)))
        bracketed = at and each.is_share and _BRACKET.match(_gap(text, quantities[at - 1], each))
        if bracketed and roles[-1] is _Role.CHANGE and roles[-2] is _Role.PLAIN and not quantities[at - 1].is_share:
            roles[-2] = _Role.CHANGE  # "£16.5m (14%) below"
        if at and roles[-2] is _Role.CHANGE and _is_amount_of(text, quantities[at - 1], each):
            roles[-1] = _Role.CHANGE  # "an increase of 14% (£16.5m)"
    changes = [at for at, role in enumerate(roles) if role is _Role.CHANGE and not quantities[at].is_share]
    if len(changes) == 2 and sorted(set(roles)) == [_Role.CHANGE, _Role.OLD] and changes[0] == 0:
        start, end = quantities[0].start, quantities[0].end
        level = _LEVEL_OF.search(text[max(0, start - MOST_BETWEEN) : start]) or _LEVEL_BEHIND.match(text[end:])
        roles[0] = _Role.PLAIN if level else roles[0]
    return roles


def _is_amount_of(text: str, percent: Quantity, each: Quantity) -> bool:
    """Whether a figure stands in a bracket of its own right behind the percentage that it is."""
    bracket = _BRACKET.match(_gap(text, percent, each)) and _CLOSED.match(text, each.end)
    return bracket is not None and percent.is_share and not each.is_share


_CLOSED = re.compile(r"(?:\s+(?!in\b|last\b|previous\b)[a-z-]+){0,3}\)")


def _role(each: Quantity, before: str, behind: str, last: list[_Role], signed: bool) -> _Role:
    if _SIGN.search(before) and _OLD_IN_BRACKET.match(behind):
        return _Role.OLD  # "278 (206 last quarter)"
    if _SIGN.search(before) and _SAYS_MORE.match(behind):
        return _Role.PLAIN
    if _OLD.search(before) or (last == [_Role.CHANGE] and _OLD_BEHIND_CHANGE.search(before)):
        return _Role.OLD
    if each.is_share and _BRACKET.match(before) and (last == [_Role.CHANGE] or _CHANGE_BEHIND.match(behind)):
        return _Role.CHANGE
    if signed or each.unit is Unit.POINTS or _CHANGE_BEFORE.search(before) or _CHANGE_BEHIND.match(behind):
        return _Role.CHANGE
    return _Role.NEW if _NEW.search(before) else _Role.PLAIN


def _move_of(
    text: str, quantities: Sequence[Quantity], roles: Sequence[_Role], at: int, size: int
) -> Move | Departure | None:
    """A move of figures that follow one another: one of each part, and one or two changes."""
    those = quantities[at : at + size]
    if any(_parted(text, one, other) for one, other in pairwise(those)):
        return None
    own = roles[at : at + size]
    old = [each for each, role in zip(those, own, strict=True) if role is _Role.OLD]
    new = [each for each, role in zip(those, own, strict=True) if role in (_Role.NEW, _Role.PLAIN)]
    changes = [each for each, role in zip(those, own, strict=True) if role is _Role.CHANGE]
    if len(old) == 1 and len(new) == 2 and _last_is_change(text, those, own):
        changes.append(new.pop())
    if len(new) != 1 or len(old) > 1 or not _steady(new[0]) or (old and not _comparable(old[0], new[0])):
        return None
    if not old and not (len(changes) == 2 and size == 3 and own[0] is not _Role.CHANGE):
        return None
    if own[those.index(new[0])] is _Role.PLAIN and not _only(quantities, roles, new[0]):
        return None
    if (
        changes
        and _SIGN.search(text[: changes[0].start])
        and changes[0].printed[:1] in SIGNS
        and changes[0] is those[0]
    ):
        return None  # what stands in a bracket before the figures is the change of something else
    told_by_the_way = old and old[0].is_share and _SIGN.search(text[: old[0].start])
    if told_by_the_way and any(each.unit is Unit.PERCENT for each in changes):
        return None  # "8.1%, a fall of 0.4% from the year before (8.5%)": points, or per cent
    amounts = [each for each in changes if _is_amount(each, new[0])]
    shares = [each for each in changes if each not in amounts and _told_as_share(each)]
    if len(amounts) > 1 or len(shares) > 1 or len(amounts) + len(shares) != len(changes) or not changes:
        return None
    down = _way(text, those)
    if old and amounts and _from_another(text, amounts[0], old[0]):
        return None
    if not old:
        both = sorted([*amounts, *shares], key=lambda each: each.start)
        gap = _gap(text, *both) if amounts and shares and down is not None else ";"
        told = _BRACKET.match(gap) or _A_CHANGE_OF.match(gap)
        return Departure(figure=new[0], amount=amounts[0], percent=shares[0], down=bool(down)) if told else None
    first, last = _earlier_first(text, old[0], new[0])
    other = amounts and amounts[0].value != abs(
        last.value - first.value
    )  # "from 412 to a peak of 530 before falling to"
    return Move(
        old=first, new=last, amount=amounts[0] if amounts else None,
        percent=shares[0] if shares else None, down=down,
        belied=None if other else belied(text, those, first, last),
    )  # fmt: skip


def _earlier_first(text: str, old: Quantity, new: Quantity) -> tuple[Quantity, Quantity]:
    """The two by the years right behind them: "There were 430 in 2016 compared to 389 in 2017"."""
    years = [find_period(_YEAR_BEHIND.match(text, each.end)[0]) for each in (old, new)]  # type: ignore[index]
    first, last = (year and year.first for year in years)
    return (new, old) if first and last and first > last else (old, new)


_YEAR_BEHIND = re.compile(r"(?:(?:\s+[a-z]+){0,3}?\s+(?:in|for|during)\s+(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)?")


_A_CHANGE_OF = re.compile(rf"^[^.;:()]{{0,50}},\s+an?\s+(?:\w+\s+)?(?:{_ANY_WAY})\s+of\s+{ROUGH}$", re.IGNORECASE)


_THAN = re.compile(r"^(?:\s+[\w'’/-]+){0,3}?\s+(?:than|compared\s+(?:to|with))\b(?P<what>[^.,;:()£]*)", re.IGNORECASE)
_LONG = re.compile(r"\w{4,}|\bmay\b")
_BEFORE = re.compile(r"\b(?:last|previous|prior|before|earlier|ago|then)\b", re.IGNORECASE)


def _from_another(text: str, change: Quantity, old: Quantity) -> bool:
    """Whether a change is told from something whose figure is not printed: "from £4.0m at outline stage to £5.2m, £0.3m
    more than at tender". What is called the last or earlier one, or by words that stand by the old figure, is that."""
    than = _THAN.match(text[change.end :])
    if than is None or old.start > change.end or _BEFORE.search(than["what"]) or not than["what"].strip():
        return False
    beside = text[max(0, old.start - NEAR) : min(old.end + NEAR, change.start)]
    return not set(_LONG.findall(than["what"].lower())) & set(_LONG.findall(beside.lower()))


def _signed(text: str, each: Quantity) -> bool:
    """Whether it is a change by its sign, in a bracket: "(+12%)"."""
    return each.printed[:1] in SIGNS and _SIGN.search(text[max(0, each.start - 3) : each.start]) is not None


def _is_amount(change: Quantity, new: Quantity) -> bool:
    return change.unit is new.unit and not change.is_share and change.exact


def _parted(text: str, one: Quantity, other: Quantity) -> bool:
    gap = _gap(text, one, other)
    if other.is_share and _BRACKET.match(gap):
        return False  # "by 23 or 12 %"
    if _OF_THE.match(gap) and not one.is_share:
        return True  # "nine of the eleven": no move from one to the other
    return len(gap) > MOST_BETWEEN or _BREAKS.search(_BETWEEN_YEARS.sub("", gap)) is not None


def _last_is_change(text: str, those: Sequence[Quantity], own: Sequence[_Role]) -> bool:
    """ "rose from 40 to 50 (25%)": a bracket with a percentage right behind a pair of counts."""
    one, two, last = those[-3:]
    if two.is_share or last.unit is not Unit.PERCENT or own[-3:-1].count(_Role.OLD) != 1:
        return False
    told = _Role.NEW in own[-3:-1] or _WAY.search(_gap(text, one, two)) is not None  # "476, up from 398 (19.6%)"
    bracket, closed = _IN_BRACKET.match(_gap(text, two, last)), text[last.end : last.end + 1] == ")"
    return told and (_BRACKET.match(_gap(text, two, last)) is not None or (bracket is not None and closed))


def _steady(each: Quantity) -> bool:
    return each.exact and not each.is_year


def _comparable(old: Quantity, new: Quantity) -> bool:
    return old.unit is new.unit and _more_than_is_all(old) and not old.is_year


def _only(quantities: Sequence[Quantity], roles: Sequence[_Role], new: Quantity) -> bool:
    """Whether no other figure of its kind could be the one that moved."""
    return not any(
        each is not new and each.unit is new.unit and role in (_Role.PLAIN, _Role.NEW)
        for each, role in zip(quantities, roles, strict=True)
        if each.start < new.start or role is _Role.NEW
    )


def _way(text: str, those: Sequence[Quantity]) -> bool | None:
    """Whether it went down, by the words of the move; None where they say nothing, or both."""
    behind = re.match(r"^\)?(?:\s+[\w-]+){0,3}", text[those[-1].end :])
    last = those[-1].end + (behind.end() if behind else 0)
    ways = {match["down"] is not None for match in _WAY.finditer(text, max(0, those[0].start - 60), last)}
    ways |= {match["below"] is not None for match in _LIES.finditer(text, those[0].start, last)}
    return next(iter(ways)) if len(ways) == 1 else None


def _beside(text: str, quantities: Sequence[Quantity], roles: Sequence[_Role]) -> Iterator[Move]:
    """ "9.2 days, a fall of 0.5 on the year and 0.3 over the target of 8.9": the change told last is from the last."""
    for at in range(3, len(quantities)):
        new, other, amount, old = quantities[at - 3 : at + 1]
        own = roles[at - 3 : at + 1] == [_Role.PLAIN, _Role.CHANGE, _Role.CHANGE, _Role.OLD]
        joined = own and _ALSO.search(_gap(text, other, amount)) and not _BREAKS.search(_gap(text, new, other))
        seen = joined and re.match(r"^(?:\s+[a-z]+)?\s+(?:above|below|over|under)\s", _gap(text, amount, old))
        if seen and _steady(new) and _comparable(old, new) and _is_amount(amount, new):
            yield Move(old=old, new=new, amount=amount)


_ALSO = re.compile(r"\b(?:and|but)\s+$")


def _pair(text: str, quantities: Sequence[Quantity], roles: Sequence[_Role], at: int) -> Iterator[Move]:
    """Two figures without a change: "from 50 to 57"."""
    one, two = quantities[at], quantities[at + 1]
    kinds = (roles[at], roles[at + 1])
    if one.unit is not two.unit or one.is_year or two.is_year or not (one.exact and two.exact):
        return
    if len(_gap(text, one, two)) > MOST_BETWEEN or ";" in _gap(text, one, two) or kinds not in (
        (_Role.OLD, _Role.NEW), (_Role.NEW, _Role.OLD), (_Role.PLAIN, _Role.OLD)
    ):  # fmt: skip
        return
    if kinds[1] is _Role.OLD and roles[at + 2 : at + 3] == [_Role.NEW]:
        return  # "388 were kept, and the number waiting fell from 260 to 97"
    old, new = _earlier_first(text, *((one, two) if kinds[0] is _Role.OLD else (two, one)))
    yield Move(
        old=old, new=new, down=_way(text, (one, two)), belied=belied(text, (one, two), old, new),
        times=find_times(text[max(0, one.start - MOST_BETWEEN) : two.start]),
    )  # fmt: skip


def _apart(text: str, quantities: Sequence[Quantity]) -> Iterator[Move]:
    """ "The gap between boys (56%) and girls (66%) is 10 percentage points"."""
    for at in range(len(quantities) - 2):
        change, one, two = quantities[at : at + 3]
        gaps = _BETWEEN.match(_gap(text, change, one)), _AND_BRACKET.match(_gap(text, one, two))
        if not (all(gaps) and one.unit is two.unit and _steady(one) and _steady(two)):
            continue
        if one.unit is Unit.PERCENT and change.unit is Unit.POINTS:
            yield Move(old=one, new=two, percent=change)
        elif change.unit is Unit.PERCENT and not one.is_share and (way := _way(text, (change, one))) is not None:
            yield Move(old=one, new=two, percent=change, down=way)  # "a 10% rise between January (331) and May (365)"
    for match in _APART.finditer(text):
        three = [each for each in quantities if each.start > match.end()][:3]
        if (
            len(three) == 3
            and _APART_IS.match(_gap(text, three[1], three[2]))
            and _steady(three[0])
            and _steady(three[1])
        ):
            one, two, change = three
            if one.unit is two.unit and (change.unit is Unit.POINTS if one.is_share else change.unit is one.unit):
                share = change.is_share
                yield Move(old=one, new=two, amount=None if share else change, percent=change if share else None)


def _after(text: str, quantities: Sequence[Quantity], roles: Sequence[_Role], new: Quantity) -> Iterator[Move]:
    """ "That is 7 (12%) more than the 59 of the year before"."""
    if not 2 <= len(quantities) <= 3 or any(_parted(text, one, other) for one, other in pairwise(quantities)):
        return
    old = [each for each, role in zip(quantities, roles, strict=True) if role is _Role.OLD]
    changes = [each for each, role in zip(quantities, roles, strict=True) if role is _Role.CHANGE]
    if not old and roles[0] in (_Role.PLAIN, _Role.NEW):
        old, new = [new], quantities[0]  # the sentence before has the earlier figure
        if not _steady(new):
            return
    if len(old) != 1 or len(changes) != len(quantities) - 1 or not _comparable(old[0], new):
        return
    amounts = [each for each in changes if _is_amount(each, new)]
    shares = [each for each in changes if each not in amounts and _told_as_share(each)]
    if len(amounts) <= 1 and len(shares) <= 1 and len(amounts) + len(shares) == len(changes):
        yield Move(
            old=old[0], new=new, amount=amounts[0] if amounts else None, percent=shares[0] if shares else None,
            down=_way(text, quantities),
        )  # fmt: skip


def _told_before(text: str, before: str) -> Quantity | None:
    """The only figure of its kind of the sentence before, where this one begins with "That is"."""
    quantities = find_quantities(text)
    if not _THAT_IS.match(text) or not quantities:
        return None
    unit = next((each.unit for each in quantities if not each.is_share), None)
    same = [each for each in find_quantities(before) if each.unit is unit and not each.is_year]
    return same[0] if len(same) == 1 and same[0].exact else None


def _year_before(text: str, before: str) -> Quantity | None:
    """The only figure of the sentence before, where each sentence names a year, and this one a later one."""
    quantities, same = find_quantities(text), find_quantities(before)
    if len(same) != 1 or same[0].unit is not quantities[0].unit or not _steady(same[0]):
        return None
    here, there = find_period(text), find_period(before)
    if here is None or there is None or here.first is None or there.first is None or here.first <= there.first:
        return None
    return same[0] if same[0].noun[:1] == quantities[0].noun[:1] or not quantities[0].noun else None


_IN_TIME = r"\s+(?:in|at|by)\s+(?:the\s+)?(?:end\s+of\s+)?(?:\w+\s+)?(?:(?:19|20)\d\d(?:[/–-]\d{2,4})?|[A-Z][a-z]{2,8})"
_AND_THEN = re.compile(rf"^(?:\s+[a-z]+)?{_IN_TIME},?\s+and\s+$")
_THEN_CHANGE = re.compile(
    rf"^(?:\s+[a-z]+)?{_IN_TIME},\s+(?:(?:which\s+(?:is|was)|representing)\s+)?an?\s+(?:\w+\s+)?(?:{_ANY_WAY}|rise|fall)\s+of\s+$"
)


_AND_LAST = re.compile(r"^[^.;:()]{0,70}\band\s+$")


def _then(text: str, quantities: Sequence[Quantity], roles: Sequence[_Role]) -> Iterator[Move]:
    """ "52% in March and 56% in June, an increase of 4 percentage points"; "£42m at first and £38m at last, a fall of
    £4m (9.5%)", where the amount shows that it is the change from the one to the other."""
    for at in range(len(quantities) - 2):
        old, new, change = quantities[at : at + 3]
        plain = roles[at] is roles[at + 1] is _Role.PLAIN and old.unit is new.unit and _steady(old) and _steady(new)
        first, last = _gap(text, old, new), _gap(text, new, change)
        if not plain or not (change.is_share or _is_amount(change, new)):
            continue
        share, further = (change, ()) if change.is_share else (None, quantities[at + 3 : at + 4])
        if _AND_LAST.match(first) and _A_CHANGE_OF.match(last) and abs(new.value - old.value) == change.value:
            share = next(
                (each for each in further if each.is_share and _BRACKET.match(_gap(text, change, each))), share
            )
        elif not (_AND_THEN.match(first) and _THEN_CHANGE.match(last)):
            continue
        yield Move(
            old=old, new=new, amount=None if change.is_share else change, percent=share,
            down=_way(text, (new, change)), belied=belied(text, (change,), old, new),
        )  # fmt: skip


def _more_than_is_all(quantity: Quantity) -> bool:
    """Whether nothing makes a figure rough but the "more than" that compares it."""
    return not quantity.mention.share and quantity.mention.about in (
        None, "more than", "less than", "fewer than", "over", "under",
    )  # fmt: skip


def _told_as_share(quantity: Quantity) -> bool:
    """A figure in percent or points; of words, a fraction ("a quarter", "two thirds") but not "half"."""
    return quantity.is_share and not (quantity.mention.share and quantity.printed.lower() == "half")
