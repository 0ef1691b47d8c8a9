"""Room `statements`: the laws that figures of a short passage keep.

Takes up to three sentences, gives every law that can be asked of their figures: a part, its whole and the share; an
earlier level, a later one and the change; parts and their total; a whole, a part and the rest; so many at so much each.
A law is asked where its parts (`parts`) are filled by the only figures of their kind, in one unit and of one thing.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.figures.slips import SLIP, digit_evidence
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.opposites import are_opposed, leave_nothing_out
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.accounts import find_account
from scrutiny.statements.changeroles import LEVEL_OF, Role
from scrutiny.statements.model import Average, Move, Quantity, Share, Sum
from scrutiny.statements.parts import (
    BY_THE_WAY,
    CLAUSE,
    TAKES_UP,
    THE_OTHER,
    THREE,
    Part,
    are_alike,
    are_planned_and_done,
    concludes,
    counted,
    find_parts,
    follows_year,
    is_apart,
    is_called_total,
    is_difference,
    is_each,
    is_left,
    is_of_more,
    is_of_some,
    is_total,
    lies_apart,
    may_reckon,
    names_other,
    says_no_more,
)
from scrutiny.statements.quantities import STAYS_IN
from scrutiny.statements.relations import NO_MORE, OF, PER_ONE
from scrutiny.statements.results import LEFT, RATE_OF, WAY_DOWN, WAY_UP
from scrutiny.statements.sums import MORE_OR_LESS, find_divisions
from scrutiny.tables.roles import find_period

TWO = 2
MOST = 7
"""Figures of a passage: of more, which belongs to which is not plain."""

TELLING = 10
"""A smaller result is what two others make by chance, where no word says what they are."""

ONLY_SLIPS = Decimal(0)
NEAR = Decimal("0.25")
NEARLY_HALF = Decimal("0.5")
ANY = Decimal(100)
"""How far out a result may be, as a part of what it should be: where words do not give each figure its part; where its
sentence has no other figures; where one level is called the earlier one; where words leave no other reading."""


class Law(Struct, frozen=True, kw_only=True):
    """What the figures of a passage are to one another. `far` is how far out the `result` may be and still be meant as
    what the others make; what is further out, only a slip of the pen shows to be meant as it."""

    told: Share | Move | Sum | Average
    result: Quantity
    far: Decimal = ONLY_SLIPS


def find_laws(texts: Sequence[str]) -> Iterator[Law]:
    """Every law that figures of all these sentences together can be asked to keep, each result once."""
    if not may_reckon(*texts):
        return
    known: set[int] = set()
    for settled in (False, True):
        told = [part for place, text in enumerate(texts) for part in find_parts(text, place, settled=settled)]
        for law in _laws_of(texts, told):
            if id(law.result) not in known and _is_told_at_last(law, told, len(texts) - 1):
                known.add(id(law.result))
                yield law


def _is_told_at_last(law: Law, told: Sequence[Part], last: int) -> bool:
    """Whether the last sentence tells the result, or all else that the law needs."""
    places = {id(part.quantity): part.place for part in told}
    moved = isinstance(law.told, Move) and all(places.get(id(each)) == last for each in (law.told.old, law.told.new))
    parted = isinstance(law.told, Sum) and law.told.open
    return places.get(id(law.result), last) == last or moved or parted


def _laws_of(texts: Sequence[str], told: Sequence[Part]) -> Iterator[Law]:
    yield from _each(texts, told)
    own = [part for part in told if not part.lasts]
    told = [part for part in own if not _counts_others(part, own)]
    counted_out = len(told) < len(own)
    if not THREE <= len(told) <= MOST or {part.place for part in told} != {*range(len(texts))}:
        return
    yield from _percents(texts, told)
    for unit in (Unit.POUNDS, Unit.NUMBER, Unit.PERCENT):
        own = [part for part in told if part.unit is unit or (unit is Unit.PERCENT and part.unit is Unit.POINTS)]
        exact = all(part.quantity.exact and part.quantity.printed[:1] != "+" for part in own)
        exact = exact and not (len(texts) == 1 and _is_divided(texts[0], own))
        if exact and len(own) >= THREE and {part.place for part in own} == {*range(len(texts))}:
            yield from _sums(texts, own, counted_out=counted_out and len(own) == len(told))
            yield from _parted(texts, own)


def _is_divided(text: str, own: Sequence[Part]) -> bool:
    """Whether some figures are only a named whole and a list of its parts, which are nothing but added."""
    starts = {part.quantity.start for part in own}
    return any(
        len(told.parts) > 1 and starts <= {told.whole.start, *(part.start for part in told.parts)}
        for told in find_divisions(text)
    )


def _counts_others(part: Part, told: Sequence[Part]) -> bool:
    """ "These two works", "three sites make it up": a number in words that says how many others there are."""
    many = part.quantity.mention.in_words and len(told) - TWO <= part.quantity.value <= len(told) - 1
    return bool(many) and (part is told[0] or _THESE.search(part.ahead) is not None)


_THESE = pattern_of(r"\b(?:these|the|all|its|our)\s+$", re.IGNORECASE)


# --- shares and relative changes ----------------------------------------------------------------------


def _percents(texts: Sequence[str], told: Sequence[Part]) -> Iterator[Law]:
    """The only percentage of a passage, with the only two figures that can be its levels, or its part and whole."""
    percents = [part for part in told if part.unit is Unit.PERCENT]
    if len(percents) != 1 or not percents[0].quantity.exact:
        return
    percent = percents[0]
    for unit in (Unit.POUNDS, Unit.NUMBER):
        own = [part for part in told if part.unit is unit]
        own = own if len(own) == TWO else [part for part in own if part.role is not Role.CHANGE]
        exact = all(part.quantity.exact for part in own)
        if len(own) == TWO and exact and {part.place for part in (*own, percent)} == {*range(len(texts))}:
            yield from _percent_of(percent, *own)


def _percent_of(percent: Part, one: Part, other: Part) -> Iterator[Law]:
    small, large = sorted((one, other), key=lambda part: part.quantity.value)
    as_exact = small.unit is Unit.POUNDS or small.quantity.mention.figure.places == large.quantity.mention.figure.places
    if not as_exact or not 0 < small.quantity.value < large.quantity.value:
        return
    goes_to = max((one, other), key=lambda part: (part.place, part.quantity.start))
    goes_on = goes_to.role is Role.NEW and goes_to.place == percent.place
    if is_of_more(percent, planned=goes_on and goes_to.quantity.start > percent.quantity.start):
        return
    up, down = WAY_UP.search(percent.clause) is not None, WAY_DOWN.search(percent.clause) is not None
    if percent.role is Role.CHANGE or _THE_CHANGE.search(percent.ahead):
        old, new = (small, large) if up else (large, small)
        if up is down or new.earlier or not are_alike(one, other) or is_of_some(one) is not is_of_some(other):
            return
        if follows_year(old, new):
            return
        move = Move(old=old.quantity, new=new.quantity, percent=percent.quantity, down=down)
        ordered = old.earlier or old.role is Role.OLD or follows_year(new, old) or new.ahead.strip(" ,") == "to"
        far = NEARLY_HALF if ordered else ONLY_SLIPS
        yield Law(told=move, result=percent.quantity, far=far)
        return
    held = _OWN_NOUN.sub("", percent.ahead) if large.quantity.end + len(percent.ahead) == percent.quantity.start else ""
    if percent.role is not Role.PLAIN or BY_THE_WAY.search(f"{held or percent.ahead} {percent.behind}"):
        return
    yield from _share_of(percent, small, large)


def _share_of(percent: Part, small: Part, large: Part) -> Iterator[Law]:
    whole = _OF_THE.search(large.ahead) is not None
    rate = RATE_OF.search(percent.ahead) is not None
    same = whole or counted(small) in (None, counted(large)) or (rate and counted(large) is None)
    asked = rate and (same or _ASKED.search(percent.ahead) is not None)
    said = (concludes(percent) or _BRACKET.search(percent.ahead)) and not _ITS_OWN.search(percent.ahead)
    of_it = percent.quantity.end + len(percent.behind) == large.quantity.start and OF.match(percent.behind)
    of_it = of_it and NO_MORE.match(large.behind)
    answers = _ASKED.search(percent.ahead) is not None
    same = same or answers
    named = _OF_WHICH.search(percent.ahead) or _OF_IT.match(percent.behind) or _RATE_FIRST.match(percent.ahead)
    next_to = small.quantity.start == percent.quantity.end + len(percent.behind)
    some = next_to and named and _BRACKET.search(percent.behind)
    if asked or some or (said and same and (says_no_more(percent) or of_it)) or (of_it and concludes(small)):
        beside = percent.place == small.place == large.place
        far = ANY if rate and not beside else NEAR if rate or whole or some or answers else ONLY_SLIPS
        share = Share(part=small.quantity, whole=large.quantity, percent=percent.quantity, complement=rate)
        yield Law(told=share, result=percent.quantity, far=far)


_BRACKET = pattern_of(r"[(\[]\s*$")
_OWN_NOUN = pattern_of(r"^\s+(?:[a-z]+\s+)?target\b")
"""Right behind a whole: what it is."""

_RATE_FIRST = pattern_of(r"(?:[a-z-]+\s+){0,3}rate(?:\s+(?:is|was|of)|:)\s+$", re.IGNORECASE)
_ITS_OWN = pattern_of(r"(?<![\d/–-])(?!(?:19|20)\d\d\b)\d")
"""Before a percentage, a figure that the passage has settled: in "and 51 of these (13.6%)" that is the part."""
_ASKED = pattern_of(r"\b(?:respon[sd]\w*|return\w*|turn-?out|repl(?:y|ies|ied))\b", re.IGNORECASE)
"""Of a rate that is one of other things than those that it is counted by: answers, of households."""

_THE_CHANGE = pattern_of(
    r"\b(?:the|that|this|year[- ]on[- ]year|annual)\s+(?:rise|increase|growth|fall|drop|decrease|reduction|decline|"
    r"improvement)\b[^.;:\d]{0,30}$",
    re.IGNORECASE,
)
_OF_THE = pattern_of(r"\b(?:of|out\s+of|among)\s+(?:(?:the|a|all|our|those|these|its|possible)\s+)*$", re.IGNORECASE)


# --- totals, rests and differences --------------------------------------------------------------------


def _sums(texts: Sequence[str], own: Sequence[Part], *, counted_out: bool) -> Iterator[Law]:
    """Figures of one unit of which one is called what the others make, what they leave, or what lies between two."""
    account = find_account([(part.quantity, part.ahead, part.behind) for part in own])
    if account:
        yield Law(told=account, result=account.total, far=NEAR)
        return
    last, percent = own[-1], own[0].quantity.is_share
    totals = [last] if counted_out else [part for part in own if is_total(part)]
    if len(totals) == 1 and totals[0] in (own[0], last) and not percent:
        yield from _total(texts, totals[0], [part for part in own if part is not totals[0]])
        return
    if len(own) > THREE:
        return
    if LEFT.search(own[1].ahead) and _OUT_OF.match(last.ahead):  # "£1m is saved, leaving £2m of the £3m to find"
        yield Law(told=apart(own[1].quantity, own[0].quantity, last.quantity), result=own[1].quantity, far=ANY)
        return
    first = own[0].role is Role.CHANGE or is_difference(own[0])
    result = last if is_left(last) or is_apart(last) else own[0] if first else None
    if result is not None:
        yield from _difference(texts, own, result)
    elif concludes(last) and says_no_more(last) and not percent:
        yield from _concluded(last, own[0], own[1])
    elif len(texts) == 1 and not percent and all(part.role is Role.PLAIN for part in own):
        yield from _by_digits([part.quantity for part in own])


LONG = 4
"""Digits of a figure that another two make hardly by chance: in real papers, of 300 threes of which the greatest is so
long and the others have a digit less, none was a slip away from their sum that was not meant as it."""


def _by_digits(own: Sequence[Quantity]) -> Iterator[Law]:
    """Three figures that no word links or holds against one another: the greatest may be what the others make, which
    only its digits can show. What is out by a step or two may be rounded."""
    small, middle, large = sorted(own, key=lambda each: each.value)
    made, long = middle.value + small.value, [_digits(each) for each in (small, middle, large)]
    off = abs(large.value - made)
    if small.value <= 0 or long[-1] < LONG or min(long) < LONG - 1:
        return
    if off == 0 or (
        off > TWO * max(each.mention.figure.step for each in own) and digit_evidence(large.value, made) >= SLIP
    ):
        yield Law(told=Sum(total=large, parts=(middle, small), signs=(1, 1)), result=large)


def _digits(each: Quantity) -> int:
    return len(format(abs(each.value).normalize(), "f").strip("0.").replace(".", ""))


def apart(each: Quantity, one: Quantity, other: Quantity) -> Sum:
    """A figure as the difference of two others."""
    large, small = (one, other) if abs(one.value) >= abs(other.value) else (other, one)
    return Sum(total=each, parts=(large, small), signs=(1, -1 if small.value > 0 else 1))


def _difference(texts: Sequence[str], own: Sequence[Part], result: Part) -> Iterator[Law]:
    one, other = (part for part in own if part is not result)
    roles, value = {one.role, other.role}, result.quantity.value
    if not are_alike(one, other) or is_of_more(result) or (result.unit is Unit.NUMBER and _kinds(own) > 1):
        return
    if value >= max(one.quantity.value, other.quantity.value) or value == min(one.quantity.value, other.quantity.value):
        return  # the smaller may be told again
    if one.quantity.is_share and result.unit is not Unit.POINTS:
        return
    changes = Role.CHANGE in roles and not are_planned_and_done(one, other)
    lies = lies_apart(result) and any(_MOVED_BY.search(part.ahead) for part in (one, other))
    if changes or lies or _is_of_level(result, roles):
        return
    if _AND_MORE.search(other.behind) or (LEFT.search(result.ahead) and STAYS_IN.match(result.behind)):
        return
    named = names_other(result, one, other)
    if named is None:
        return
    near = result is own[-1] and len(texts) == 1 and not _NET.search(result.ahead)
    far = ANY if _is_plain(own, result, one, other, named=named) else NEAR if near else ONLY_SLIPS
    yield Law(told=apart(result.quantity, one.quantity, other.quantity), result=result.quantity, far=far)


_MOVED_BY = pattern_of(r"[a-z]\s+by\s+(?:(?:only|just|some|about|almost|nearly)\s+)?$")
"""Before a figure that lies between two others itself: "income beat its budget by £2m"."""


def _is_of_level(result: Part, roles: set[Role]) -> bool:
    """Whether a result is one at a time, and the others are figures that moved: "It went from £212 to £248. The balance
    is £63"; "Costs are £41,038 (2016: £42,173). This leaves a surplus of £352"."""
    moved = bool({Role.OLD, Role.NEW} & roles)
    return (moved and not is_apart(result)) or (Role.OLD in roles and LEVEL_OF.search(result.ahead) is not None)


def _is_plain(own: Sequence[Part], result: Part, one: Part, other: Part, *, named: bool) -> bool:
    """Whether the words leave no other reading: from one to the other and by so much; a whole, some of it and the
    others; so many short of the target; a plan, what was done and what lies between."""
    if _COMES_OF.match(result.behind) or (is_difference(result) and are_planned_and_done(one, other)):
        return True
    roles = {one.role, other.role}
    moved = Role.OLD in roles and len(roles) == TWO and says_no_more(result) and not named
    if result is own[0] and (follows_year(one, other) or follows_year(other, one)):
        return True
    whole = any(_OF_THE.search(part.ahead) for part in (one, other))
    rest = whole and THE_OTHER.search(result.ahead) and None in (counted(one), counted(other))
    some = (_OF_IT.match(other.behind) or _OF_WHICH.search(other.ahead)) and not _AND_MORE.search(result.behind)
    compared = (_COMPARES.match(result.behind) and not whole) or (named and lies_apart(result))
    compared = compared and not _is_of_own(result, one, other)
    return result is own[-1] and bool(moved or rest or some or compared)


def _is_of_own(result: Part, one: Part, other: Part) -> bool:
    """Whether a result that stands in a sentence of its own is told of a thing of its own: "Borrowing was £9m, the part
    from revenue £2m. Contributions were £7,000 less than budgeted"."""
    subject = set(stems(result.ahead))
    told = {stem for part in (one, other) for stem in stems(f"{part.ahead} {part.behind}")}
    return bool(subject) and result.place not in (one.place, other.place) and subject.isdisjoint(told)


_NET = pattern_of(r"\b(?:and|with)\s+an?\s+net\s+(?:[a-z-]+\s+){0,3}?(?:of\s+)?$", re.IGNORECASE)
"""Before a result that is told beside others: more than its sentence says may lie between."""

_OUT_OF = pattern_of(r"\s+(?:[a-z]+\s+)?(?:of|from)\s+(?:the|its|our)\s+$")
_AND_MORE = pattern_of(r"\b(?:more|another|further|also|after|others?)\b(?!\s+than\b)", re.IGNORECASE)
_COMPARES = pattern_of(rf"^\s+(?:{UP}|{DOWN}|short)\s*[.;]", re.IGNORECASE)
_COMES_OF = pattern_of(
    r"^(?:\s+[a-z]+){0,4}?\s+(?:(?:difference|gap)\s+between|(?:result\w*|outcome|comes?|came|aris\w+|arose|made\s+up|consist\w*)\s+"
    r"(?:of|from))\b",
    re.IGNORECASE,
)
"""Behind a result that stands first: it is that of the two figures that follow."""

_OF_IT = pattern_of(r"^\s+of\s+(?:it|this|that|them|these|those)\b")
_OF_WHICH = pattern_of(r"\bof\s+(?:which|whom)\s+$")


def _kinds(parts: Sequence[Part]) -> int:
    """How many kinds of things some figures say that they count."""
    return len({noun for part in parts if (noun := counted(part))})


def _total(texts: Sequence[str], total: Part, parts: Sequence[Part]) -> Iterator[Law]:
    if is_of_more(total) or not all(are_alike(total, part) for part in parts):
        return
    if total.quantity.value in {part.quantity.value for part in parts}:
        return
    noun, around = counted(total), {stem for part in parts for stem in stems(f"{part.ahead} {part.behind}")}
    text = texts[-1]
    tied = len(texts) < THREE or TAKES_UP.match(text) or concludes(total) or _BETWEEN_THEM.search(text)
    if (noun and noun not in around) or not tied or any(_LESS.search(part.ahead) for part in parts):
        return
    changes = {part.role is Role.CHANGE for part in parts}
    if any(part.role is Role.OLD for part in parts) or (total.role is Role.CHANGE and changes != {True}):
        return
    near = is_called_total(total) and len(texts) == 1 and len(parts) == TWO and says_no_more(total)
    told = Sum(total=total.quantity, parts=tuple(part.quantity for part in parts), signs=(1,) * len(parts))
    yield Law(told=told, result=total.quantity, far=NEAR if near else ONLY_SLIPS)


_LESS = pattern_of(r"\b(?:less|minus|net\s+of|offset|deduct\w*)\b", re.IGNORECASE)
_BETWEEN_THEM = pattern_of(r"\b(?:between\s+(?:them|the)|together|combined|altogether)\b", re.IGNORECASE)


def _parted(texts: Sequence[str], own: Sequence[Part]) -> Iterator[Law]:
    """ "The programme is £6.1m. Of this, £2.9m is for schools and £3.2m for roads"; "The yard had 403 hands. Women
    numbered 199 and men 204": a whole, and nothing but its parts in the sentence behind it."""
    whole = max((part for part in own if not part.place), key=lambda part: part.quantity.value, default=own[0])
    parts = [part for part in own if part.place]
    if len(texts) != TWO or len(parts) < TWO or not all(are_alike(whole, part) for part in parts):
        return
    if _CAME.search(texts[0]) or _ALSO.search(texts[1]) or is_of_more(parts[-1]):
        return
    if find_period(texts[1]) not in (None, find_period(texts[0])):
        return
    if any(part.role is not Role.PLAIN or part.earlier for part in parts):
        return
    if any(part.quantity.value == whole.quantity.value or _IS_OF.match(part.behind) for part in parts):
        return  # the whole is told again: "113 were begun. Of these 80 of 113 went well"
    behind, ahead = tuple(part.behind for part in parts), tuple(part.ahead for part in parts)
    opposed = len(parts) == TWO and (are_opposed(ahead) or are_opposed(behind))
    all_there_is = leave_nothing_out(ahead) or leave_nothing_out(behind)
    more = sum(part.quantity.value for part in parts) > whole.quantity.value
    listed = _OF_THIS.match(texts[1]) is not None or (len(parts) > TWO and is_total(whole))
    if listed or (opposed and (more or all_there_is)):
        those = tuple(part.quantity for part in parts)
        told = Sum(total=whole.quantity, parts=those, signs=(1,) * len(parts), open=True)
        yield Law(told=told, result=whole.quantity)


_OF_THIS = pattern_of(
    r"(?:(?:out\s+)?(?:of|from)\s+(?:this|that|it|these|those|them|the\s+total)|these\s+(?:were|are|comprise\w*))\b"
    r"(?!\s+(?:that|who|whose|which|with|without|in|at|on|from)\b)",
    re.IGNORECASE,
)
"""Before parts of what the sentence before tells; "of those who replied" is of some of it."""

_IS_OF = pattern_of(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|all)\s+)*$", re.IGNORECASE)
"""Behind a part that is one of the figure right behind it."""

_CAME = pattern_of(r"\b(?:received|came|lodged|submitted|opened|w(?:ere|as)\s+made)\b", re.IGNORECASE)
"""What came in some time is not what was settled in it: that may have come before."""

_ALSO = pattern_of(r"\b(?:also|of\s+which|both|together|overlap\w*)\b", re.IGNORECASE)
"""Between parts of which one may be in another."""


def _concluded(last: Part, one: Part, other: Part) -> Iterator[Law]:
    """The last figure as what two others make, or how far they are apart, whichever it is nearer to."""
    if (last.unit is Unit.NUMBER and _kinds((last, one, other)) > 1) or is_of_more(last):
        return
    if last.quantity.value < TELLING:
        return  # "under parts 1, 2 or 3"
    if names_other(last, one, other) is None or not are_alike(one, other):
        return
    first, second = one.quantity, other.quantity
    ways = Sum(total=last.quantity, parts=(first, second), signs=(1, 1)), apart(last.quantity, first, second)
    made = first.value + second.value, abs(first.value - second.value)
    evidence = [10.0 if last.quantity.value == each else digit_evidence(last.quantity.value, each) for each in made]
    yield Law(told=ways[evidence[1] > evidence[0]], result=last.quantity)


# --- so many at so much each --------------------------------------------------------------------------


def _each(texts: Sequence[str], told: Sequence[Part]) -> Iterator[Law]:
    """So many, so much and how much each: the only figures of a passage."""
    if len(told) != THREE or not all(
        (part.quantity.exact or part.lasts) and not part.quantity.is_share for part in told
    ):
        return
    means = [part for part in told if is_each(part)]
    if len(means) > 1:
        means = [part for part in means if not _EACH_OF_THE.search(part.ahead)]
    if _AT.match(told[-1].ahead) and _BRACKET.search(told[1].ahead) and told[-1].unit is Unit.POUNDS:
        means = [told[-1]]
    money = [part for part in told if part.unit is Unit.POUNDS]
    if means and len(money) == TWO:
        paid = [part for part in means if part in money]
        means = [min(paid or money, key=lambda part: part.quantity.value)]
    if len(means) != 1:
        return
    mean, last = means[0], told[-1]
    one, other = (part for part in told if part is not mean)
    total, count = (one, other) if one.quantity.value >= other.quantity.value else (other, one)
    if mean.unit is Unit.POUNDS:
        total, count = (one, other) if one.unit is Unit.POUNDS else (other, one)
    whole = count.unit is Unit.NUMBER and not count.quantity.mention.figure.places and count.quantity.value > 1
    if not whole or total.unit is not mean.unit or total.quantity.value <= mean.quantity.value:
        return
    if _OF_ONE.match(mean.behind) and not _is_one_of(mean, count):
        return  # "Five hubs saw 590 people, on average 18 a week"
    if _IN_SOME.match(mean.behind):
        return  # "an average of £5 in the towns"
    if any(_BY.search(part.ahead) or MORE_OR_LESS.match(part.behind) for part in (total, count)):
        return  # "Visits grew by 30 and cost £600, £5 each"
    if any(_MOST.search(f"{part.ahead} {part.behind}") for part in told):
        return  # "Elm had the most, 18, and the highest average, 9 each; Oak had the fewest (4)"
    if _AVERAGE.search(CLAUSE.split(total.ahead)[-1]) or (
        told[:TWO] == [count, total] and _AVERAGE.search(count.ahead)
    ):
        return  # "The mean of the six, £5, is above the average of £3"
    made = _MAKES.search(last.ahead) is not None
    average = Average(
        total=total.quantity, count=count.quantity, mean=mean.quantity, rounded=count.lasts and not made
    )  # fmt: skip
    called = concludes(last) or is_total(last) or _AVERAGE.search(last.ahead) is not None
    if len(texts) > 1:
        if last is not count and called and says_no_more(last) and not is_of_more(last):
            yield Law(told=average, result=last.quantity)
        return
    closed = (
        called
        or made
        or _BRACKET.search(count.ahead)
        or is_total(mean)
        or _BRACKET.search(last.ahead)
        or _SHARED.search(texts[0])
    )
    ends = last is mean or not MORE_OR_LESS.match(last.behind)
    if (closed or _is_one_of(mean, count)) and ends and not _WITH_MORE.search(f"{last.ahead} {last.behind}"):
        result = last if last is not count else total if count.lasts else mean
        yield Law(told=average, result=result.quantity, far=ANY)


_OF_ONE = pattern_of(rf"(?:\s+[a-z-]+){{0,2}}?{PER_ONE.pattern}", re.IGNORECASE)
"""At once or behind the noun of what is told of each: "£3 a pupil", "3.2 sessions for each pupil"."""


def _is_one_of(mean: Part, count: Part) -> bool:
    """Whether a mean is told of one of what is counted: "£128 per pupil"."""
    one = _OF_ONE.match(mean.behind)
    return one is not None and counted(count) in stems(f"{one['one']}s")


_EACH_OF_THE = pattern_of(r"\beach\s+of\s+(?:the|its|our|these)\s+$", re.IGNORECASE)
_AT = pattern_of(r"^\s+[a-z]+s\s+at\s+$")
_BY = pattern_of(rf"\b(?:{UP}|{DOWN})\s+(?:[a-z]+\s+){{0,2}}?by\s+(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE)
_IN_SOME = pattern_of(r"\s+(?:in|among|across|within)\s+(?!(?:each|every|all|one|an?|the\s+year|total|20\d\d)\b)")
_MOST = pattern_of(
    r"\b(?:the|at)\s+(?:most|fewest|least|highest|lowest|largest|smallest|greatest|biggest)\b", re.IGNORECASE
)
_SHARED = pattern_of(r"\b(?:equally|shared|split|divided)\b", re.IGNORECASE)
_AVERAGE = pattern_of(r"\b(?:average|mean|ratio)\b", re.IGNORECASE)
_WITH_MORE = pattern_of(r"\b(?:with|without|plus|includ\w*|exclud\w*|within)\b", re.IGNORECASE)
_MAKES = pattern_of(
    r"\b(?:total(?:ling|s)?|giving|making|costing|equat(?:es|ing)\s+to|com(?:es|ing)\s+to|amount(?:s|ing)\s+to|cost|value)\s+"
    r"(?:[a-z]+\s+){0,4}?$|=\s*$|\d\s+(?:each|apiece|per\s+\w+)\s+\($",
    re.IGNORECASE,
)
