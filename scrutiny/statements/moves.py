"""Room `statements`: what a sentence says of a figure and an earlier or planned one.

Takes a sentence, gives `Move`s. Each quantity has a role (`changeroles`); figures that follow one another and hold
one of each are a move, in whatever order the sentence tells them. Where two could play the same part, or another
clause begins between them, nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.dates import MONTH
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.letters import small_letters
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.belying import NEAR, WAY, belied
from scrutiny.statements.changeroles import (
    ANY_WAY,
    BRACKET,
    IN_BRACKET,
    LEVEL_OF,
    MOST_BETWEEN,
    ROUGH,
    SIGN,
    SIGNS,
    SPAN,
    Role,
    find_roles,
    gap_between,
    roles_in,
)
from scrutiny.statements.model import Departure, Move, Quantity, Times
from scrutiny.statements.quantities import TIMES_AS_MUCH, find_quantities, has_own_whole, is_a_group, is_near
from scrutiny.tables.roles import find_period

_BREAKS = pattern_of(
    r";(?!\s+(?:this|that|it)\s+(?:is|was)\b)|\.\s|\b(?:after|before)\s+[a-z]+ing\b|\bhaving\b|\b(?:and|or|but|while|whilst|whereas|(?:al)?though|because|unless|(?<!compared\s)(?<!comparison\s)with|of\s+wh(?:om|ich)|"
    r"of\s+these)\b",
    re.IGNORECASE,
)
_DATE = rf"(?:{SPAN}|(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:of\s+)?(?:{MONTH})\b(?:\s+{SPAN})?)"
_BETWEEN_DATES = pattern_of(rf"\bbetween\s+{_DATE}\s+and\s+{_DATE}", re.IGNORECASE)
_OF_THE = pattern_of(r"^\s+of\s+(?:the|these|those|its|our)\s+$", re.IGNORECASE)
_LIES = pattern_of(r"\b(?:(?P<above>above)|(?P<below>below))\b")

_AGO = pattern_of(r"\s+(?:years?|months?|weeks?|days?)\s+(?:ago|before|earlier|previously)\b", re.IGNORECASE)
"""Behind "14 fewer than two": how long ago it was, no figure that moved."""

_WITHIN = pattern_of(
    r"\b(?:over|in|within|during|for|after|since)\s+(?:the|these|those)?\s*"
    r"(?:last|past|next|previous|first|same|corresponding|equivalent|full|whole|following)?\s*$",
    re.IGNORECASE,
)
_TIMES = pattern_of(r"\s+(?:years|quarters|months|weeks|days)\b", re.IGNORECASE)


def _is_how_long(text: str, each: Quantity) -> bool:
    """Whether a number says how long something took: "fell from 412 to 380 over the four years"."""
    return _TIMES.match(text, each.end) is not None and _WITHIN.search(text[: each.start]) is not None


_OTHERWISE = pattern_of(
    r"\b(?:in\s+(?:real|cash)\s+terms|like[\s-]for[\s-]like|underlying|seasonally|annuali[sz]ed|per\s+(?:head|capita))\b",
)
"""What is reckoned in another way than the figures that are printed: "5% up in real terms on the £1.15m"."""


def find_moves(text: str) -> Iterator[Move | Departure]:
    """Every move of a sentence."""
    every = find_quantities(text)
    counted = not all(_TIMES.match(text, each.end) or each.is_share for each in every)
    quantities = [
        each
        for each in every
        if not (_AGO.match(text, each.end) or _is_how_long(text, each) or is_a_group(text, each))
        and not (counted and each.mention.about and _TIMES.match(text, each.end))  # "264 waited more than seven days"
    ]
    if len(quantities) < 2 or _OTHERWISE.search(small_letters(text)):
        return
    roles = find_roles(text, quantities) if len(quantities) < len(every) else [role for _, role in roles_in(text)]
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
    yield from _multiples(text, every)


def _multiples(text: str, quantities: Sequence[Quantity]) -> Iterator[Move]:
    """Two figures of a kind, the only ones, and how many times the one is as much as the other: "£40 and £120, three
    times as much"."""
    told = [each for each in quantities if TIMES_AS_MUCH.match(text, each.end)]
    others = [each for each in quantities if each not in told and is_steady(each)]
    if len(told) != 1 or told[0].mention.share or any(_NAMES_A_GROUP.match(text, each.end) for each in others):
        return
    if len(others) != 2 or others[0].unit is not others[1].unit:
        return
    (many,), (old, new) = told, sorted(others, key=lambda each: each.value)
    if not 0 < old.value < new.value:
        return
    half = Decimal(1).scaleb(-many.mention.figure.places) / 2
    least, most = many.value - half, many.value + half
    about = many.mention.about or ""
    if about in _MORE:
        least, most = many.value, many.value * 2
    elif about:
        least, most = many.value * (1 - ROUGHLY), many.value * (1 + PLAINLY)
    if text.startswith(" times more", many.end):
        most += 1  # some mean the increase by it
    yield Move(
        old=old, new=new, times=Times(low=least, high=most, printed=f"{many.printed} times", spare=Decimal(0))
    )  # fmt: skip


_NAMES_A_GROUP = pattern_of(r"\s+(?:most|least|poorest|richest)\b")
_MORE = ("more than", "over", "just over", "at least")


def _move_of(
    text: str, quantities: Sequence[Quantity], roles: Sequence[Role], at: int, size: int
) -> Move | Departure | None:
    """A move of figures that follow one another: one of each part, and one or two changes."""
    those, own = quantities[at : at + size], roles[at : at + size]
    if any(_parted(text, one, other) for one, other in pairwise(those)) and not _is_apposed(text, quantities, roles):
        return None
    old = [each for each, role in zip(those, own, strict=True) if role is Role.OLD]
    new = [each for each, role in zip(those, own, strict=True) if role in (Role.NEW, Role.PLAIN)]
    changes = [each for each, role in zip(those, own, strict=True) if role is Role.CHANGE]
    if len(old) == 1 and len(new) == 2 and _last_is_change(text, those, own):
        changes.append(new.pop())
    if len(new) != 1 or len(old) > 1 or not is_near(new[0]) or new[0].is_year:
        return None
    if old and not are_comparable(old[0], new[0]):
        return None
    if not old and not (len(changes) == 2 and size == 3 and own[0] is not Role.CHANGE):
        return None
    if own[those.index(new[0])] is Role.PLAIN and not _only(quantities, roles, new[0]):
        return None
    if changes and SIGN.search(text[: changes[0].start]) and changes[0].printed[:1] in SIGNS and changes[0] is those[0]:
        return None  # what stands in a bracket before the figures is the change of something else
    told_by_the_way = old and old[0].is_share and SIGN.search(text[: old[0].start])
    if told_by_the_way and any(each.unit is Unit.PERCENT for each in changes):
        return None  # "8.1%, a fall of 0.4% from the year before (8.5%)": points, or per cent
    amounts = [each for each in changes if is_amount(each, new[0])]
    shares = [each for each in changes if each not in amounts and is_told_as_share(each)]
    if len(amounts) > 1 or len(shares) > 1 or len(amounts) + len(shares) != len(changes) or not changes:
        return None
    if any(has_own_whole(text, each) for each in shares):
        return None
    down = _way(text, those)
    if amounts and Role.NEW in own and LEVEL_OF.search(text[: amounts[0].start]):
        return None  # "costs rose from £41m to £52m, so there is a deficit of £3m"
    if old and amounts and _from_another(text, amounts[0], old[0]):
        return None
    if not old:
        both = sorted([*amounts, *shares], key=lambda each: each.start)
        nouns = [set(each.noun) for each in (*amounts, new[0])]
        if both[0].is_share and all(nouns) and not set.intersection(*nouns):
            return None  # "4,400 offences, an increase of 10% (310 thefts)"
        gap = gap_between(text, *both) if amounts and shares and down is not None else ";"
        told = (
            BRACKET.match(gap)
            or _A_CHANGE_OF.match(gap)
            or (_THAN_THEN.match(gap) and not _OF.search(text[: new[0].start]))
        )
        return Departure(figure=new[0], amount=amounts[0], percent=shares[0], down=bool(down)) if told else None
    first, last = _earlier_first(text, old[0], new[0])
    other = not (first.exact and last.exact) or (
        amounts and amounts[0].value != abs(last.value - first.value)
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


_YEAR_BEHIND = pattern_of(r"(?:(?:\s+[a-z]+){0,3}?\s+(?:in|for|during)\s+(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)?")


_A_CHANGE_OF = pattern_of(rf"^[^.;:()]{{0,50}},\s+an?\s+(?:\w+\s+)?(?:{ANY_WAY})\s+of\s+{ROUGH}$", re.IGNORECASE)


_OF = pattern_of(r"\bof\s+(?:the|these|those)\s+$", re.IGNORECASE)
_THAN_THEN = pattern_of(
    rf"^(?:\s+(?:more|fewer|less|higher|lower|up|down))\s+(?:than|on)\s(?=[^()]*(?:\d{{4}}|{MONTH}|year|quarter|month|week|term|before|last|previous))[^.,;:()£]{{1,40}}\($",
    re.IGNORECASE,
)
"""Between a change and what it is in per cent: "21 more than in June (23.9%)"."""

_THAN = pattern_of(r"^(?:\s+[\w'’/-]+){0,3}?\s+(?:than|compared\s+(?:to|with))\b(?P<what>[^.,;:()£]*)", re.IGNORECASE)
_LONG = pattern_of(r"\w{4,}|\bmay\b")
_BEFORE = pattern_of(r"\b(?:last|previous|prior|before|earlier|ago|then)\b", re.IGNORECASE)


def _from_another(text: str, change: Quantity, old: Quantity) -> bool:
    """Whether a change is told from something whose figure is not printed: "from £4.0m at outline stage to £5.2m, £0.3m
    more than at tender". What is called the last or earlier one, or by words that stand by the old figure, is that."""
    than = _THAN.match(text[change.end :])
    if than is None or old.start > change.end or _BEFORE.search(than["what"]) or not than["what"].strip():
        return False
    beside = text[max(0, old.start - NEAR) : min(old.end + NEAR, change.start)]
    return not set(_LONG.findall(than["what"].lower())) & set(_LONG.findall(beside.lower()))


def _parted(text: str, one: Quantity, other: Quantity) -> bool:
    gap = gap_between(text, one, other)
    if other.is_share and (BRACKET.match(gap) or _OR_SO_MUCH.match(gap)):
        return False  # "by 23 or 12 %"
    if _OF_THE.match(gap) and not one.is_share:
        return True  # "nine of the eleven": no move from one to the other
    return len(gap) > MOST_BETWEEN or _BREAKS.search(_without_dates(gap)) is not None


def _without_dates(gap: str) -> str:
    """The words between two figures without "between May and June", whose "and" begins nothing new."""
    return _BETWEEN_DATES.sub("", gap) if "between" in gap.lower() else gap


_APPOSED = pattern_of(r"^[^.;:()£\d]*,\s+an?\s+(?:[a-z]+\s+)?$")


def _is_apposed(text: str, quantities: Sequence[Quantity], roles: Sequence[Role]) -> bool:
    """Whether a change from a figure like it stands right behind the sentence of the only other one: "It takes 28 days
    to sort and send them, a 17% increase on the 24 days of last year"."""
    if list(roles) != [Role.PLAIN, Role.CHANGE, Role.OLD]:
        return False
    new, change, old = quantities
    gap = gap_between(text, new, change)
    return bool(new.noun and new.noun[:1] == old.noun[:1] and len(gap) <= MOST_BETWEEN and _APPOSED.match(gap))


def _last_is_change(text: str, those: Sequence[Quantity], own: Sequence[Role]) -> bool:
    """ "rose from 40 to 50 (25%)": a bracket with a percentage right behind a pair of counts."""
    one, two, last = those[-3:]
    if (
        last.unit is Unit.PERCENT
        and own[-3:-1] == [Role.CHANGE, Role.OLD]
        and _OR_SO_MUCH.match(gap_between(text, two, last))
    ):
        return not two.is_share  # "£4 more than the £16 of the year before, or 25%"
    if two.is_share or last.unit is not Unit.PERCENT or own[-3:-1].count(Role.OLD) != 1:
        return False
    told = Role.NEW in own[-3:-1] or WAY.search(gap_between(text, one, two)) is not None  # "476, up from 398 (19.6%)"
    bracket, closed = IN_BRACKET.match(gap_between(text, two, last)), text[last.end : last.end + 1] == ")"
    return told and (BRACKET.match(gap_between(text, two, last)) is not None or (bracket is not None and closed))


_OR_SO_MUCH = pattern_of(r"^[^.;:()]{0,40},\s+or\s+$")


def _only(quantities: Sequence[Quantity], roles: Sequence[Role], new: Quantity) -> bool:
    """Whether no other figure of its kind could be the one that moved."""
    return not any(
        each is not new and each.unit is new.unit and role in (Role.PLAIN, Role.NEW)
        for each, role in zip(quantities, roles, strict=True)
        if each.start < new.start or role is Role.NEW
    )


def _way(text: str, those: Sequence[Quantity]) -> bool | None:
    """Whether it went down, by the words of the move; None where they say nothing, or both."""
    behind = re.match(r"^\)?(?:\s+[\w-]+){0,3}", text[those[-1].end :])
    last = those[-1].end + (behind.end() if behind else 0)
    ways = {match["down"] is not None for match in WAY.finditer(text, max(0, those[0].start - 60), last)}
    ways |= {match["below"] is not None for match in _LIES.finditer(text, those[0].start, last)}
    return next(iter(ways)) if len(ways) == 1 else None


def _pair(text: str, quantities: Sequence[Quantity], roles: Sequence[Role], at: int) -> Iterator[Move]:
    """Two figures without a change: "from 50 to 57"."""
    one, two = quantities[at], quantities[at + 1]
    kinds = (roles[at], roles[at + 1])
    if one.unit is not two.unit or one.is_year or two.is_year or not (one.exact and two.exact):
        return
    if len(gap_between(text, one, two)) > MOST_BETWEEN or ";" in gap_between(text, one, two) or kinds not in (
        (Role.OLD, Role.NEW), (Role.NEW, Role.OLD), (Role.PLAIN, Role.OLD)
    ):  # fmt: skip
        return
    if kinds[1] is Role.OLD and roles[at + 2 : at + 3] == [Role.NEW]:
        return  # "388 were kept, and the number waiting fell from 260 to 97"
    old, new = _earlier_first(text, *((one, two) if kinds[0] is Role.OLD else (two, one)))
    yield Move(
        old=old, new=new, down=_way(text, (one, two)), belied=belied(text, (one, two), old, new),
        times=_times(text[max(0, one.start - MOST_BETWEEN) : two.start]),
    )  # fmt: skip


def is_amount(change: Quantity, new: Quantity) -> bool:
    return change.unit is new.unit and not change.is_share and change.exact


def is_steady(each: Quantity) -> bool:
    return each.exact and not each.is_year


def are_comparable(old: Quantity, new: Quantity) -> bool:
    """Whether both may be levels of one thing, which is not thousands of times what it was."""
    far = old.value and new.value and not 1 / FAR < abs(old.value / new.value) < FAR
    return old.unit is new.unit and (more_than_is_all(old) or is_near(old)) and not old.is_year and not far


FAR = 1000
"""So many times as much is something else: "1.8 million, more than in the same five months"."""


def more_than_is_all(quantity: Quantity) -> bool:
    """Whether nothing makes a figure rough but the "more than" that compares it."""
    return not quantity.mention.share and quantity.mention.about in (
        None, "more than", "less than", "fewer than", "over", "under",
    )  # fmt: skip


def is_told_as_share(quantity: Quantity) -> bool:
    """A figure in percent or points; of words, a fraction ("a quarter", "two thirds") but not "half"."""
    return quantity.is_share and not (quantity.mention.share and quantity.printed.lower() == "half")


_FACTORS = {
    "doubl": Decimal(2), "trebl": Decimal(3), "tripl": Decimal(3), "quadrupl": Decimal(4), "halv": Decimal("0.5"),
    "twice": Decimal(2), "half": Decimal("0.5"),
}  # fmt: skip
_FOLD = {word: Decimal(NUMBER_WORDS[word]) for word in ("two", "three", "four", "five", "six", "seven", "eight", "ten")}
_AS_MUCH = pattern_of(
    r"\b(?:(?P<about>(?:more|less)\s+than|almost|nearly|over|just\s+(?:over|under)|about|around)\s+(?:an?\s+)?)?"
    r"(?:(?P<verb>doubl|trebl|tripl|quadrupl|halv)(?:ed|es?|ing)\b|(?P<noun>twice|half)(?=\s+(?:the|last|as\s+many|as\s+much)\b|\s*[.,;]|$)|"
    rf"(?P<fold>{'|'.join(_FOLD)})[\s-]?fold\s+(?:increase|rise)\b)",
    re.IGNORECASE,
)
ROUGHLY = Decimal("0.2")
"""How far from it what has "doubled" may be: from 1.6 to 2.4 times."""


PLAINLY = Decimal("0.1")
"""How far from it what is called no more than "doubled" may be without a remark."""


_THEN_ALSO = pattern_of(rf"\b(?:and|but|then)\s[^.;]*\b(?:{UP}|{DOWN})\b", re.IGNORECASE)
"""Behind "doubled": another verb that the figures belong to."""


def _times(text: str) -> Times | None:
    """What the only such verb of a text says: "more than doubled, from 30 to "."""
    told = list(_AS_MUCH.finditer(text))
    if len(told) != 1 or _THEN_ALSO.search(text, told[0].end()):
        return None
    about = re.sub(r"\s+", " ", (told[0]["about"] or "").lower())
    if told[0]["fold"]:
        times = _as_much(_FOLD[told[0]["fold"].lower()], about, told[0][0])
        return replace(times, high=times.high + 1)  # some call it the increase that is so many times as much
    return _as_much(_FACTORS[(told[0]["verb"] or told[0]["noun"]).lower()], about, told[0][0])


def _as_much(factor: Decimal, about: str, printed: str) -> Times:
    """What so many times as much allows, with the word that makes it rough."""
    low, high = factor * (1 - ROUGHLY), factor * (1 + ROUGHLY)
    beyond = about in ("more than", "over")
    near = 1 if about else PLAINLY / ROUGHLY
    if beyond and factor > 1:
        low, high = factor, factor * 10
    elif beyond:
        low, high = Decimal(0), factor
    return Times(low=low, high=high, printed=printed, spare=(high - low) / 2 * (1 - near))
