"""Room `statements`: what the only figures of a short passage are to one another.

Takes a sentence and the one before it, or a sentence alone. Where they hold one reckoning between them, and no other
figure of its kind, they give it: two levels and how far they are apart; a part, a whole and the share; a budget, what
was spent and what is left; parts and their total; so many, so much and how much each. Each figure plays its part
by the words beside it; those that others of their sentence account for (`settled`) are left aside. Where a figure plays
none, or two play the same, or more is said than of these figures, nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Unit
from scrutiny.figures.slips import LIKELY, digit_evidence
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.opposites import are_opposed
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.accounts import find_accounts
from scrutiny.statements.apiece import find_each
from scrutiny.statements.changeroles import Role
from scrutiny.statements.concluded import find_concluded
from scrutiny.statements.derived import apart
from scrutiny.statements.model import Average, Division, Move, Share, Sum
from scrutiny.statements.movable import may_be
from scrutiny.statements.parts import (
    BY_THE_WAY,
    CLAUSE,
    EARLIER,
    TAKES_UP,
    THREE,
    Part,
    are_alike,
    counted,
    find_parts,
    is_of_more,
    is_of_some,
    may_reckon,
)
from scrutiny.statements.quantities import find_quantities, gaps_between
from scrutiny.statements.results import (
    DIFFERENCE,
    DIFFERENCE_BEHIND,
    RATE_OF,
    STILL,
    TOTAL,
    TOTAL_BEHIND,
    WAY_DOWN,
    WAY_UP,
)
from scrutiny.tables.roles import find_period

Reckoning = Share | Move | Sum | Average | Division

MOST = 6
"""Figures of a passage."""


def find_neighbouring(text: str, before: str) -> Iterator[Reckoning]:
    """Every reckoning that two sentences hold together, and neither by itself."""
    if not may_reckon(before, text):
        return
    told = (*find_parts(before, 0), *find_parts(text, 1))
    if not (THREE <= len(told) <= MOST) or {each.place for each in told} != {0, 1}:
        return
    if not all(each.quantity.exact for each in told):
        return
    yield from _changes(before, text, told)
    yield from _shares(text, told)
    yield from _differences(text, told)
    yield from _others(told)
    yield from _of_this(text, told)
    yield from _totals(text, told)
    yield from _opposed(text, told)
    yield from find_concluded(text, told)
    yield from find_each(text, (*find_parts(before, 0, lengths=True), *find_parts(text, 1, lengths=True)))
    if len(told) > THREE and not any(each.quantity.is_share for each in told):
        joined = f"{before.rstrip(' .')}; {text[:1].lower()}{text[1:]}"
        quantities = find_quantities(joined)
        if len(quantities) == len(told):
            yield from find_accounts(joined, quantities, gaps_between(joined, quantities))


def find_total_of_three(texts: Sequence[str]) -> Iterator[Sum]:
    """ "The north took 1,420 tonnes. The south took 896. The two took 2,316 tonnes between them"."""
    if not may_reckon(*texts):
        return
    told = [part for place, text in enumerate(texts) for part in find_parts(text, place)]
    own = len(told) == THREE + sum(part.quantity.mention.in_words for part in told)
    taken_up = TAKES_UP.match(texts[-1]) or _ALL_OF_THEM.match(texts[-1]) or _BETWEEN_THEM.search(texts[-1])
    if (
        own
        and taken_up
        and {part.place for part in told} == {*range(THREE)}
        and all(part.quantity.exact for part in told)
    ):
        yield from _totals(texts[-1], told)


def find_alone(text: str) -> Iterator[Reckoning]:
    """ "Ten hours cost £184, which is £18.40 an hour": the only figures of one sentence."""
    if not may_reckon(text):
        return
    told = tuple(find_parts(text, 1, lengths=True))
    if len(told) == THREE and all(each.quantity.exact for each in told):
        yield from find_each(text, told)
    told = tuple(find_parts(text, 1))
    if all(each.quantity.exact for each in told):
        yield from find_concluded(text, told)


# --- how far two levels are apart ---------------------------------------------------------------------


def _changes(before: str, text: str, told: Sequence[Part]) -> Iterator[Move]:
    """ "Thefts are up by 12.5%. There were 315, where the year before there had been 280"; "The fee was £40. It went up
    by 5% to £42"; "It fell from 350 to 301. The fall was 14%"."""
    changes = [each for each in told if each.role is Role.CHANGE or _THE_CHANGE.search(each.ahead)]
    levels = [each for each in told if each not in changes]
    if len(levels) != TWO or len(changes) != 1 or not are_alike(*levels):
        return
    change, (one, other) = changes[0], levels
    points = one.quantity.is_share and change.unit in (Unit.POINTS, Unit.PERCENT)
    if change.unit is not Unit.PERCENT and not points:
        return
    if {each.place for each in levels} == {change.place} or is_of_some(one) is not is_of_some(other):
        return
    clause = f"{CLAUSE.split(change.ahead)[-1]} {CLAUSE.split(change.behind)[0]}"
    up, down = WAY_UP.search(clause) is not None, WAY_DOWN.search(clause) is not None
    if up is down or is_of_more(f"{before} {text}", change) or not _is_of_same(before, text, levels, change):
        return
    old, new = _ordered(before, text, one, other, change)
    if old is None or new is None or (new.quantity.value > old.quantity.value) is not up:
        return
    if points and change.unit is Unit.PERCENT:
        return
    true = abs(new.quantity.value - old.quantity.value) * 100 / old.quantity.value
    slip = digit_evidence(change.quantity.value, round(true, change.quantity.mention.figure.places)) >= LIKELY
    if points or slip or may_be(change.quantity.value, new.quantity.value, old.quantity.value):
        yield Move(old=old.quantity, new=new.quantity, percent=change.quantity, down=down)


_THE_CHANGE = pattern_of(
    r"^(?:the|that|this)\s+(?:rise|increase|growth|fall|drop|decrease|reduction|decline)\s+(?:is|was|comes?\s+to|came\s+to)\s+$",
    re.IGNORECASE,
)


def _ordered(before: str, text: str, one: Part, other: Part, change: Part) -> tuple[Part, Part] | tuple[None, None]:
    """Which of two levels is the earlier one, where something says it and nothing else speaks against it."""
    if one.earlier is not other.earlier:
        return (one, other) if one.earlier else (other, one)
    if Role.OLD in (one.role, other.role) and one.place == other.place != change.place:
        return (one, other) if one.role is Role.OLD else (other, one)
    if one.place < other.place and other.place == change.place and other.role is Role.NEW:
        return one, other
    years = find_period(before), find_period(text)
    first, last = (year and year.first for year in years)
    if one.place < other.place and first and last and first != last:
        return (one, other) if first < last else (other, one)
    then = (_THEN.match(text) and _FIRST.match(before)) or _NOW.search(text)
    if one.place < other.place == change.place and then:
        return one, other
    return None, None


_NOW = pattern_of(r"\b(?:now|today|this\s+(?:year|quarter|month|term|winter|summer|spring|autumn))\b", re.IGNORECASE)
_FIRST = pattern_of(r"^in\s+the\s+(?:first|autumn|spring)\s+", re.IGNORECASE)
_THEN = pattern_of(r"^in\s+the\s+(?:second|next|spring|summer)\s+", re.IGNORECASE)


def _is_of_same(before: str, text: str, levels: Sequence[Part], change: Part) -> bool:
    """Whether a change and the levels are of one thing: what is counted is named with both, or not again."""
    other = before if change.place == 0 else text
    for each in levels:
        noun = counted(each)
        if noun and each.place != change.place and noun not in stems(other) and not TAKES_UP.match(text):
            return False
    if levels[0].unit is Unit.POUNDS:
        heads = [set(stems(_FIGURE.split(each)[0])) for each in (before, text)]
        return bool(TAKES_UP.match(text) or heads[0] & heads[1])
    return True


_FIGURE = pattern_of(r"£?\d")


def _differences(text: str, told: Sequence[Part]) -> Iterator[Sum]:
    """ "The target was 900 homes. 845 were built, 55 short of it"; "The budget was £4.2m. Spending came to £3.9m, which
    left £0.3m"."""
    for unit in (Unit.POUNDS, Unit.NUMBER, Unit.PERCENT):
        own = [each for each in told if each.unit is unit or (unit is Unit.PERCENT and each.unit is Unit.POINTS)]
        if len(own) != THREE or len({each.place for each in own}) == 1:
            continue
        result, others = own[-1], own[:-1]
        changed = [each for each in others if each.role is Role.CHANGE and not _is_alone(each, told)]
        if changed or not are_alike(*others) or result.quantity.value >= max(each.quantity.value for each in others):
            continue
        nouns = {noun for each in own if (noun := counted(each))}
        if unit is Unit.NUMBER and len(nouns) > 1:
            continue
        named = None if is_of_more(text, result) else _is_difference(result, others)
        if named is not None:
            yield apart(result.quantity, others[0].quantity, others[1].quantity, sure=named)


def _is_alone(part: Part, told: Sequence[Part]) -> bool:
    """Whether a figure is the only one of the first sentence: "Savings of £3.2m were required." tells of no change."""
    return part.place == 0 and not part.quantity.is_share and sum(each.place == 0 for each in told) == 1


def _is_difference(result: Part, others: Sequence[Part]) -> bool | None:
    """Whether a figure is called how far the two others are apart, or what the one leaves of the other, and whether
    what it is held against is named; None where it is not."""
    behind = DIFFERENCE_BEHIND.match(result.behind)
    if behind:
        what = set(stems(behind["what"]))
        if EARLIER.search(behind["what"]) and not any(each.earlier for each in others):
            return None
        around = {stem for each in others for stem in stems(f"{each.ahead} {each.behind}")}
        named = bool(what) and what <= around
        return named if not what or what <= (_PLANNED | around) else None
    still = STILL.match(result.behind)
    if DIFFERENCE.search(result.ahead) and (still or ENDS.match(result.behind)):
        planned = [bool(_PLANNED & {*stems(f"{each.ahead} {CLAUSE.split(each.behind)[0]}")}) for each in others]
        return planned == [True, False]
    return False if still else None


_PLANNED = frozenset(
    stems("target plan planned budget budgeted forecast expected required hoped allowed limit needed estimate")
)
"""Stems that name what a figure is held against, where it is printed beside it."""

ENDS = pattern_of(r"\s*(?:overall\s*)?(?:[.;,)]|$)")


# --- a whole and its parts ----------------------------------------------------------------------------


def _shares(text: str, told: Sequence[Part]) -> Iterator[Share]:
    """ "640 votes were cast. The electorate is 8,974, so that turnout was 7.13%"."""
    percents = [each for each in told if each.unit is Unit.PERCENT]
    counts = [each for each in told if not each.quantity.is_share]
    if len(percents) != 1 or percents[0].place != 1 or len(counts) != TWO or len(told) != THREE:
        return
    percent, (part, whole) = percents[0], sorted(counts, key=lambda each: each.quantity.value)
    own = part.quantity, whole.quantity
    as_exact = part.unit is Unit.POUNDS or own[0].mention.figure.places == own[1].mention.figure.places
    if part.unit is not whole.unit or not as_exact or not 0 < own[0].value < own[1].value:
        return
    if percent.role is Role.CHANGE or BY_THE_WAY.search(text) or is_of_more(text, percent):
        return
    parted = _OF_THE.search(whole.ahead) and whole.quantity.start < part.quantity.start and part.place == 0
    rate = RATE_OF.search(percent.ahead) or (parted and _THE_RATE.match(percent.ahead))
    if rate and ENDS.match(percent.behind):
        yield Share(part=own[0], whole=own[1], percent=percent.quantity, complement=True)
    elif _is_parted(part, whole) and _RATE_OF_SOME.match(percent.ahead) and ENDS.match(percent.behind):
        yield Share(part=own[0], whole=own[1], percent=percent.quantity, likely=True)
    elif _IS_SHARE.match(percent.ahead) and part.place == whole.place == 0:
        of_what = _OF_WHAT.match(percent.behind)
        if of_what and (of_what["them"] or stems(of_what["what"] or "")[:1] == own[1].noun[:1]):
            yield Share(part=own[0], whole=own[1], percent=percent.quantity)


def _is_parted(part: Part, whole: Part) -> bool:
    """ "There were 2,248 bills and 2,167 were paid on time.": so many of those told before."""
    bare = counted(part) is None and counted(whole) is not None and _SAID_OF.match(part.behind)
    return bool(bare) and part.place == whole.place == 0 and whole.quantity.start < part.quantity.start


_SAID_OF = pattern_of(r"\s+(?:were|was|are|is|had|have|did|do)\b")
_RATE_OF_SOME = pattern_of(
    r"^the\s+(?:[a-z-]+\s+){0,2}?(?:rate|share|proportion|percentage)\s+of\s+(?:[a-z-]+\s+){1,3}(?:is|was)\s+$",
    re.IGNORECASE,
)
TWO = 2
"""Levels, opposites, a part and its whole."""

_OF_THE = pattern_of(r"\b(?:of|out\s+of)\s+(?:(?:the|all|our|those)\s+)*$", re.IGNORECASE)
_THE_RATE = pattern_of(
    r"^the\s+(?:[a-z-]+\s+){0,2}?(?:rate|turn-?out|take-?up|uptake|share|proportion)\s+(?:is|was)\s+(?:(?:therefore|thus|then|so)\s+)?$",
    re.IGNORECASE,
)
_IS_SHARE = pattern_of(
    r"^(?:that|this|it|which)\s+(?:is|was|makes|made|represents?|represented|equates?\s+to|comes?\s+to|came\s+to)\s+$",
    re.IGNORECASE,
)
_OF_WHAT = pattern_of(
    r"\s+of\s+(?:(?P<them>(?:all\s+of\s+)?(?:them|these|those)|(?:the|all)\s+total)|"
    r"(?:(?:the|all|those|these)\s+)*(?P<what>[a-z-]+))\s*(?:[.;,]|$)"
)
"""Behind a share: the things that it is of, and no more is said of them."""


def _of_this(text: str, told: Sequence[Part]) -> Iterator[Sum]:
    """ "The programme is £6.1m. Of this, £2.9m is for schools, £1.8m for roads and £1.4m for parks"."""
    wholes, parts = ([each for each in told if each.place == place] for place in (0, 1))
    if (
        not _OF_THIS.match(text)
        or len(wholes) != 1
        or len(parts) < TWO
        or {each.unit for each in told} != {Unit.POUNDS}
        or _ALSO.search(text)
    ):
        return
    added = sum(each.quantity.value for each in parts)
    ways = {way["way"] if (way := _FOR_WHAT.match(each.behind)) else None for each in parts}
    whole, alike = wholes[0].quantity, len(ways) == 1 and None not in ways
    sure = alike and whole.value < added <= whole.value * TOO_MUCH
    yield Sum(
        total=whole, parts=tuple(each.quantity for each in parts), signs=(1,) * len(parts), sure=sure, listed=True
    )


_OF_THIS = pattern_of(r"(?:out\s+)?(?:of|from)\s+(?:this|that|it|the\s+total)\s*[,:]?\s+(?=£)", re.IGNORECASE)
_ALSO = pattern_of(r"\b(?:also|of\s+which|both|together|overlap\w*)\b", re.IGNORECASE)
"""Between parts of which one may be in another."""

_FOR_WHAT = pattern_of(r"\s+(?:(?:is|was|are|were|will\s+be)\s+)?(?:[a-z]+(?:ed|en|nt)\s+)?(?P<way>for|to|on|in|by)\s")
TOO_MUCH = Decimal("1.1")
"""Parts that are told alike and make so much more than their whole are no parts of something else."""


def _others(told: Sequence[Part]) -> Iterator[Sum]:
    """ "Of the 23 tasks 18 are done. The other five are not": what is left of a whole that is opened as one."""
    if len(told) != THREE or any(each.unit is not Unit.NUMBER for each in told):
        return
    whole, part, rest = told
    if (
        part.place == 0
        and _OF_THE.search(whole.ahead)
        and _THE_OTHER.match(rest.ahead)
        and part.quantity.value < whole.quantity.value
        and counted(part) is None
        and counted(rest) in (None, counted(whole))
    ):
        yield apart(rest.quantity, whole.quantity, part.quantity, sure=True)


_THE_OTHER = pattern_of(r"^the\s+(?:other|remaining)\s+$", re.IGNORECASE)


def _totals(text: str, told: Sequence[Part]) -> Iterator[Sum]:
    """ "The north has 412 beds. The west has 312 and the coast 96, giving 820 in all"; "Full-time posts number 912 and
    part-time posts 352. The council therefore has 1,264 posts"."""
    total, parts = told[-1], [each for each in told[:-1] if not each.quantity.mention.in_words]
    counts = [each for each in told[:-1] if each.quantity.mention.in_words]  # "Three sites make it up"
    if len(parts) < TWO or any(each.quantity.value != len(parts) for each in counts):
        return
    if any(each.unit is not total.unit for each in parts) or total.quantity.is_share or is_of_more(text, total):
        return
    changes = {each.role is Role.CHANGE for each in parts}
    if total.role is Role.CHANGE and changes != {True}:
        return  # "There were 588 before, so that the increase is 24 in all"
    noun, around = counted(total), {stem for each in parts for stem in stems(f"{each.ahead} {each.behind}")}
    if (noun and noun not in around) or _AND_ELSE.match(total.behind):
        return
    if any(each.role not in (Role.PLAIN, Role.CHANGE) for each in parts) or not all(
        are_alike(total, each) for each in parts
    ):
        return
    called = TOTAL.search(total.ahead) or TOTAL_BEHIND.match(total.behind) or _is_of_all(text, total, len(parts))
    opposed = len(parts) == TWO and _THEREFORE.search(total.ahead) and are_opposed(tuple(each.ahead for each in parts))
    if (called or opposed) and not _MORE_TIME.search(total.behind):
        yield Sum(
            total=total.quantity, parts=tuple(each.quantity for each in parts), signs=(1,) * len(parts), listed=True
        )


def _is_of_all(text: str, total: Part, many: int) -> bool:
    """Whether a figure is told of as many as there are parts ("These two will cost £410,000"), or ends what they
    bring it to."""
    told = _ALL_OF_THEM.match(text)
    named = told is not None and NUMBER_WORDS[told["many"].lower()] == many
    return named or _BRINGS.search(total.ahead) is not None


_ALL_OF_THEM = pattern_of(
    r"(?:these|the|all(?:\s+the)?|between\s+them\s+the|its\s+[a-z]+\s+for\s+the)\s+(?P<many>two|three|four|five|six)\b",
    re.IGNORECASE,
)
_BETWEEN_THEM = pattern_of(r"\b(?:between\s+(?:them|the)|together|combined|altogether)\b", re.IGNORECASE)
_AND_ELSE = pattern_of(r"[^.;:]*\b(?:and|plus)\b")
_BRINGS = pattern_of(r"\b(?:which|bringing|taking|making)\b[^.;:£\d]{0,40}\bto\s+$", re.IGNORECASE)
_THEREFORE = pattern_of(
    r"\b(?:therefore|thus|so|hence)\b[^.;:]*\b(?:has|have|had|is|are|was|were|makes?)\s+$", re.IGNORECASE
)
_MORE_TIME = pattern_of(r"\b(?:since|so\s+far|to\s+date|for\s+the\s+year)\b", re.IGNORECASE)


def _opposed(text: str, told: Sequence[Part]) -> Iterator[Division]:
    """ "The yard had 403 hands. Women numbered 199 and men 240": opposites, and more of them than there are."""
    wholes, parts = ([each for each in told if each.place == place and not each.quantity.is_share] for place in (0, 1))
    if len(wholes) != 1 or len(parts) != TWO or any(each.unit is not Unit.NUMBER for each in (*wholes, *parts)):
        return
    if find_period(text) is not None or EARLIER.search(text) or not ENDS.match(parts[-1].behind):
        return
    whole = wholes[0]
    if any(counted(each) not in (None, counted(whole)) or not are_alike(whole, each) for each in parts):
        return
    ahead = tuple(each.ahead for each in parts)
    more = sum(each.quantity.value for each in parts) > whole.quantity.value
    if more and are_opposed(ahead) and _ONE_KIND.match(ahead[0]):
        yield Division(whole=whole.quantity, parts=tuple(each.quantity for each in parts), what="", complete=False)


_ONE_KIND = pattern_of(r"^(?:the\s+)?[a-z-]+(?:\s+[a-z]+)?\s+$", re.IGNORECASE)
"""Before the first of two opposites: nothing but its name and a verb."""
