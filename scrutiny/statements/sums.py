"""Room `statements`: what figures of a sentence add up to, or make each.

Takes a sentence, gives divisions of a whole ("Of the 11 schools, five …"), totals with their parts in either order,
accounts ("an opening 5 plus 7 less 3"), averages, and so many at so much each. What stands between two figures must
link them; where it says something else nothing is given.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.topics import stems
from scrutiny.statements.model import Average, Division, Quantity, Sum
from scrutiny.statements.quantities import BEFORE, STAYS_IN, find_quantities, gaps_between, words_before
from scrutiny.statements.relations import OF, WHOLE

_LEADING = re.compile(
    r"^\s*(?:(?:the|a|but|with|while|only|were|are|was|and|just)\s+)*(?:(?:remaining|other|further|remainder)\s+)?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:remaining|remainder|rest|others?)\b", re.IGNORECASE)


def find_divisions(text: str) -> Iterator[Division]:
    """ "Of the 11 schools inspected, five …, four … and two …"."""
    quantities = find_quantities(text)
    gap = gaps_between(text, quantities)
    yield from _and_not(text, quantities, gap)
    for at, whole in enumerate(quantities):
        told = WHOLE.search(words_before(text, whole))
        if whole.unit is not Unit.NUMBER or whole.mention.figure.places or told is None:
            continue
        if not whole.noun and not (told["det"] and text[whole.end : whole.end + 1] == ","):
            continue  # "lead times of 1, 2 and 5", "the removal of the 73"
        stop = re.search(r"[.;:]", text[whole.end :])
        last = whole.end + stop.start() if stop else len(text)
        behind = text[whole.end : last]
        first = next((q for q in quantities[at + 1 :] if q.start < last), None)
        if (
            first is None
            or not re.search(r",|\s$", text[whole.end : first.start])
            or OF.match(text[whole.end : first.start])
        ):
            continue
        listed = _listed(quantities, gap, at + 1, last)
        if listed and whole.exact:
            what = re.split(r"[,.]|\d", behind)[0].strip()
            yield Division(whole=whole, parts=listed, what=what, complete=False)
            continue
        parts: list[Quantity] = []
        offset = whole.end
        for clause in re.split(r"(,|\band\b)", behind):
            inside = [q for q in quantities if offset <= q.start and q.end <= offset + len(clause)]
            counts = [
                q for q in inside if q.unit is Unit.NUMBER and not q.mention.figure.places and not q.mention.share
            ]
            if counts and _LEADING.match(text[offset : counts[0].start]):
                parts.append(counts[0])
            elif counts and parts:
                parts = []
                break
            offset += len(clause)
        beyond = next((index for index, part in enumerate(parts) if part.value > whole.value), len(parts))
        parts = parts[:beyond]  # what is more than the whole belongs to another clause
        if len(parts) >= 2 and all(part.exact for part in parts) and whole.exact:
            what = re.split(r"[,.]", behind)[0].strip()
            yield Division(
                whole=whole, parts=tuple(parts), what=what,
                complete=_REST.search(behind) is not None and re.search(r"\band\b[^,]*$", behind) is not None,
            )  # fmt: skip


_NOT = re.compile(
    r"^(?:\s+[\w'’-]+){0,2}?\s+(?:did|do|does|(?P<be>were|was|are|is)|(?P<have>have|has|had)|(?P<can>could|can))\s+not\s*(?:[.;,]|$)"
)
_AUXILIARIES = {"be": r"\b(?:were|was|are|is)\b", "have": r"\b(?:have|has|had)\b", "can": r"\b(?:could|can)\b"}
_AND_THE_REST = re.compile(
    r"^(?:\s+[\w'’/-]+){1,8}?(?:,|;)?\s+(?:and|but|while)?\s*(?:the\s+)?(?:other|remaining)?\s*$"
)


def _and_not(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Division]:
    """ "Ten of the fourteen met it and four did not"; "Of 48 bids 30 were granted; the other 18 were not"."""
    told_not = _NOT.match(text[quantities[2].end :]) if len(quantities) == 3 else None
    if told_not is None:
        return
    if told_not.lastgroup and not re.search(_AUXILIARIES[told_not.lastgroup], gap[1]):
        return  # "25 replied and three could not": some could and did not
    one, two, rest = quantities
    whole, part = (one, two) if WHOLE.search(words_before(text, one)) else (two, one)
    told = whole is one or OF.match(gap[0])
    counted = all(each.unit is Unit.NUMBER and each.exact and not each.mention.figure.places for each in quantities)
    if told and counted and part.value < whole.value and _AND_THE_REST.match(gap[1]) and not two.is_year:
        yield Division(whole=whole, parts=(part, rest), what="", complete=True)


_ONLY_LISTED = re.compile(r"^\s*(?:,|and|,\s*and)\s*$")
LISTED = 3
"""So many figures side by side, with nothing between but commas and "and", are the parts of one thing."""


def _listed(quantities: Sequence[Quantity], gap: Sequence[str], first: int, last: int) -> tuple[Quantity, ...]:
    """ "12, 9, 7 and 4": a list of counts, if the figures from the first on are one."""
    parts = [quantities[first]]
    for at in range(first, len(quantities) - 1):
        if not _ONLY_LISTED.match(gap[at]) or quantities[at + 1].start >= last:
            break
        parts.append(quantities[at + 1])
    plain = all(part.unit is Unit.NUMBER and part.exact and not part.mention.figure.places for part in parts)
    return tuple(parts) if len(parts) >= LISTED and plain else ()


_AVERAGE = re.compile(r"\b(?:an?\s+)?(?:average|mean)\s+(?:\w+\s+)?(?:of|was|is)\s+$|\baveraging\s+$", re.IGNORECASE)
_ON_AVERAGE = re.compile(r"^(?:\s+\w+){0,2}\s+each\s+on\s+average\b", re.IGNORECASE)
_SO_MANY_EACH = re.compile(r"^\s+[a-z-]+\s+each\s*[.;]", re.IGNORECASE)
_APPOSED_AVERAGE = re.compile(r"^\s+(?:each\s+)?on\s+average\s*[.;]", re.IGNORECASE)
_EACH = re.compile(r"^(?:\s+\w+){0,3}?\s+(?:each|per\s+\w+|for\s+each|a\s+\w+|an\s+\w+)\b", re.IGNORECASE)


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
    on_average = total is quantities[1] and _APPOSED_AVERAGE.match(behind)
    apposed = text[: mean.start].endswith(", ") and (on_average or (same_noun and _SO_MANY_EACH.match(behind)))
    if (apposed or (each and same_noun)) and count.value > 0 and count.unit is Unit.NUMBER:
        yield Average(total=total, count=count, mean=mean)


# --- totals ---------------------------------------------------------------------------------------

_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:making|giving|for|to\s+give|with)\s+(?:a\s+)?(?:grand\s+|combined\s+|overall\s+)?total\s+of\s+|\ba\s+total\s+of\s+|"
    r"\b(?:making|giving|to\s+give|gives?)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}total\s+(?:\w+\s+){0,3}of\s+|"
    r"\(\s*(?:a\s+)?total(?:\s+of)?:?\s+|\b(?:totalling|making)\s+|\bin\s+total\s+|,\s+together\s+|\baltogether\s+)$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(
    r"^(?:\s+[a-z]+){0,2}?\s+(?:in\s+(?:all|total)|altogether|overall|combined|between\s+them)\b", re.IGNORECASE
)
BETWEEN_PARTS = 14
"""Words between a part and the link to the next; what is further away is told of something else."""

_NO_LINK = r"(?!(?:of|from|to|than|less|by|minus|per|against|compared|including|with)\b)"
_LINK = re.compile(
    rf"^(?:\s*\))?(?:\s+(?!(?:than|less|minus|per|compared|including)\b)[\w'’()/-]+){{0,{BETWEEN_PARTS}}}?\s*(?:,|;|\band\b|,\s*and\b|\bplus\b|\+|&)\s*"
    rf"(?:{_NO_LINK}[\w'’/-]+\s+){{0,6}}?\(?$",
    re.IGNORECASE,
)
_LAST_LINK = re.compile(r"\band\b|\bplus\b|\bleav(?:ing|es)\b|[+&]", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"^(?:\s+[\w'’/-]+){0,10}?\s*(?P<sign>:|[–—(]|,?\s*\b(?:compris(?:ing|es|ed)(?:\s+of)?|consist(?:ing|s|ed)\s+of|"
    r"made\s+up\s+of|being|namely|broken\s+down\s+as|split|divided|shared|of\s+wh(?:ich|om))|,\s+(?:to\s+be\s+)?(?!(?:reduc|increas|follow|preced|match)ed\b)[a-z]*(?:ed|met|paid)\s+(?:by|from)\b)\s*"
    r"(?:(?!including\b)[\w'’/-]+\s+){0,5}?\(?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"^(?:\s+[\w'’/-]+){1,12}?(?:,|\s+with)\s+(?:(?:some|only|just)\s+)?$|^,\s+$", re.IGNORECASE)
"""Between a total and the first part that stands right behind its comma: "205 cases, 98 in the North and …"."""

_OF_THEM = re.compile(r"^\s+of\s+(?:them|these|those|this|it|which|whom)\b", re.IGNORECASE)
_AS_PART = re.compile(
    r"^\s+(?:(?:in|at|from|by|for|to|as|under|through|via|within|outside|inside)\b|(?:were\s+|was\s+)?[a-z]+(?:ed|en)\b)"
)
"""Behind a part: where, whose or what became of it. A noun of its own makes it another thing beside the first."""

_MAY_OVERLAP = re.compile(
    r"^\s*(?!(?:were|was|are|is)\b)(?:[a-z]+\s+){0,2}?(?:with|who|aged|having|receiving|also|on|have|had)\b",
    re.IGNORECASE,
)
"""Parts that are told by what they have may be the same people: "(30 with a plan and 20 with a social worker)"."""


def find_sums_told(text: str) -> Iterator[Sum]:
    """ "93 in the autumn term and 118 in the spring term, 211 in all"; "£5m (£3m capital and £2m revenue)"."""
    quantities = find_quantities(text)
    if len(quantities) < 3:
        return
    gap = gaps_between(text, quantities)
    for at, total in enumerate(quantities):
        if total.is_share or not total.exact or total.is_year:
            continue
        if at >= 2 and (_TOTAL_BEFORE.search(words_before(text, total)) or _TOTAL_BEHIND.match(text[total.end :])):
            parts = _linked(text, quantities, gap, at)
            if len(parts) >= 2:
                yield Sum(total=total, parts=parts, signs=(1,) * len(parts))
                continue
        if at + 2 < len(quantities):
            yield from _listed_behind(text, quantities, gap, at)
    yield from _accounts(text, quantities, gap)
    yield from _hundred(quantities, gap)


def _link(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> bool:
    """Whether a figure is linked to the next; one in a bracket stands there by itself, or is told of another."""
    alone = text[max(0, quantities[at].start - 1) : quantities[at].start] == "("
    return _LINK.match(gap[at]) is not None and (alone or not gap[at].lstrip().startswith(")"))


def _linked(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> tuple[Quantity, ...]:
    """The figures before a total that are linked to one another."""
    first, total = at, quantities[at]
    while first > 0 and quantities[first - 1].unit is total.unit and quantities[first - 1].exact:
        if first < at and not _link(text, quantities, gap, first - 1):
            break
        first -= 1
    parts = tuple(quantities[first:at])
    return () if any(part.is_year for part in parts) else parts


def _listed_behind(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> Iterator[Sum]:
    """A total with its parts behind it, which end a bracket or the clause."""
    total = quantities[at]
    last = at + 1
    while last + 1 < len(quantities) and _link(text, quantities, gap, last):
        last += 1
    parts = quantities[at + 1 : last + 1]
    while len(parts) > 2 and parts[-1].unit is not total.unit:
        parts = parts[:-1]  # "98 in the North and 107 in the South, and agreed funding of £62,050"
    last = at + len(parts)
    if len(parts) < 2 or not _LAST_LINK.search(gap[last - 1]):
        return
    if any(
        each.unit is not total.unit or not each.exact or each.is_year or each.value >= total.value for each in parts
    ):
        return
    of_the = WHOLE.search(words_before(text, total)) is not None
    if of_the and total.unit is Unit.NUMBER:
        return  # a division
    leaves = re.search(r"\bleav(?:ing|es)\b", gap[last - 1]) is not None
    if leaves and STAYS_IN.match(text[parts[-1].end :]):
        return
    opens = _OPENS_LIST.match(gap[at])
    if not opens and (of_the or _is_told_of(text, quantities, at) or not _is_apposed(text, total, parts, gap[at:last])):
        return
    behind = text[parts[-1].end :]
    in_bracket = opens is not None and opens["sign"] == "("
    ends = _ends_bracket(behind) if in_bracket else _ends_clause(behind, parts, quantities[last + 1 : last + 2])
    if ends and not any(_MAY_OVERLAP.match(text[each.end : each.end + 40]) for each in parts):
        listed = not (opens and _TOTAL_BEFORE.search(words_before(text, total)))
        rest = opens is not None and len(parts) == 2 and leaves
        yield Sum(total=total, parts=tuple(parts), signs=(1,) * len(parts), listed=listed, open=not opens, sure=rest)


def _is_told_of(text: str, quantities: Sequence[Quantity], at: int) -> bool:
    """Whether a figure is a part itself: of a greater one before it, or by the words behind it ("41 stayed")."""
    total = quantities[at]
    greater = any(
        each.unit is total.unit and each.value >= total.value and not each.is_year for each in quantities[:at]
    )
    return greater or _AS_PART.match(text[total.end : total.end + 40]) is not None


def _is_apposed(text: str, total: Quantity, parts: Sequence[Quantity], gap: Sequence[str]) -> bool:
    """Whether parts stand right behind their total: "96 households, 71 of them in the county and 25 outside it"."""
    if not _APPOSED.match(gap[0]) or not (total.noun or total.unit is Unit.POUNDS):
        return False
    return all(
        _AS_PART.match(text[each.end : each.end + 40]) or _OF_THEM.match(text[each.end :]) or _REMAINING.search(between)
        for each, between in zip(parts, gap, strict=True)
    )


def _ends_bracket(behind: str) -> bool:
    return re.match(r"[^()\d]*\)", behind) is not None


def _ends_clause(behind: str, parts: Sequence[Quantity], following: Sequence[Quantity]) -> bool:
    """Whether the list ends with its last part: no other figure of the kind follows before a stop."""
    if not following or following[0].unit is not parts[-1].unit:
        return True
    return re.search(r"[.;]", behind[: following[0].start - parts[-1].end]) is not None


_SIGNED = re.compile(
    r"^(?:\s+(?!of\b)[\w'’/-]+){0,8}?\s*,?\s*\b(?P<sign>plus|less|minus|and|offset\s+by|net\s+of|deducting)\b\s+"
    r"(?:(?!by\b)[\w'’/-]+\s+){0,5}?$|^\s*(?P<mark>[+−–-])\s*$"
    rf"|^(?:\s+(?!of\b)[\w'’/-]+){{0,10}}?,?\s+(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+by\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\s+(?:on|since|from|than|against|compared)\b", re.IGNORECASE)
_ACCOUNT_IS = re.compile(
    r"^(?:\s+[\w'’/-]+){0,6}?,?\s*(?:(?:being|made\s+up\s+of|comprising|i\.e\.|calculated\s+as|consisting\s+of|=|is)\s+|\(\s*|:\s+)"
    r"(?:[\w'’/-]+\s+){0,5}?$",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"^(?:\s+[\w'’/-]+){0,6}?,?\s*(?:leav(?:es|ing)|giv(?:es|ing)|mak(?:es|ing)|result(?:s|ing)\s+in|equals|produc(?:es|ing)|"
    r"to\s+give)\s+(?:[\w'’/-]+\s+){0,6}?$",
    re.IGNORECASE,
)


def _accounts(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Sum]:
    """ "£9m gross less income of £2m leaves £7m"; "£7m, being £6m plus £3m less £2m"."""
    first = 0
    while first + 1 < len(quantities):
        signs, last, moved = [1], first, list[int]()
        while last + 1 < len(quantities) and (link := _SIGNED.match(gap[last])):
            moves = link["up"] or link["down"]
            if moves and (_COMPARES.match(text[quantities[last + 1].end :]) or signs != [1, *moved]):
                return  # "income of £4.0m less costs of £3.0m, down by £0.2m": the costs went down
            minus = (link["sign"] or "").lower() in ("less", "minus", "offset by", "net of", "deducting")
            signs.append(-1 if minus or link["down"] or link["mark"] in ("−", "–", "-") else 1)
            moved += signs[-1:] if moves else []
            last += 1
        parts = tuple(quantities[first : last + 1])
        if -1 in signs and all(_alike(each, parts[0]) for each in parts):
            behind = last + 1 < len(quantities) and _LEAVES.match(gap[last]) and quantities[last + 1]
            ahead = first > 0 and _ACCOUNT_IS.match(gap[first - 1]) and quantities[first - 1]
            total = behind or ahead
            if total and not (behind and ahead) and _alike(total, parts[0]):
                yield Sum(total=total, parts=parts, signs=tuple(signs))
        first = max(last, first + 1)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit is other.unit and one.exact and not one.is_share and not one.is_year


_REMAINING = re.compile(r"\b(?:the\s+)?(?:remaining|other|remainder(?:\s+of)?|rest)\s*\(?$", re.IGNORECASE)


def _hundred(quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Sum]:
    """ "53% agreed, 15% disagreed and the remaining 32% did not know": all shares of one thing."""
    for last in range(2, len(quantities)):
        if not _REMAINING.search(gap[last - 1]):
            continue
        parts = [quantities[last]]
        for at in range(last - 1, -1, -1):
            share = quantities[at].unit is Unit.PERCENT and quantities[at].exact
            if not share or not (at == last - 1 or _LINK.match(gap[at])):
                break
            parts.insert(0, quantities[at])
        if len(parts) >= 3 and all(each.unit is Unit.PERCENT and each.exact for each in parts):
            yield Sum(total=None, parts=tuple(parts), signs=(1,) * len(parts))


# --- so many at so much each ----------------------------------------------------------------------

_PER = re.compile(
    r"^\s*(?:each|apiece|for\s+each|(?:per|a|for\s+(?:each|every))\s+(?!day|week|month|term|year|annum|hour|night)[a-z-]+)\b",
    re.IGNORECASE,
)
_EACH_GETS = re.compile(
    r"\beach\b(?:[^.;]{0,60}\b(?:ha(?:s|ve|d)\s+(?:\w+\s+){0,4}of|receiv\w+|gets?|costs?|costing|paid|pays?|awarded|given|allocated|worth|at))?\s+$",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:total(?:ling|s)?|giving|making|costing|equat(?:es|ing)\s+to|com(?:es|ing)\s+to|amount(?:s|ing)\s+to|cost|value)\s+"
    r"(?:[a-z]+\s+){0,4}?$|=\s*$|\d\s+(?:each|apiece|per\s+\w+)\s+\($",
    re.IGNORECASE,
)


_PER_TIME = re.compile(r"^\s+(?:a|an|per|each|every)\s+(?P<time>day|week|month|term|year|hour|night)\b", re.IGNORECASE)


_SAME_IN_MONEY = re.compile(r"(?:\bor|=|\bthat\s+is|\bwhich\s+(?:is|makes)|\(|\btotal\s+of)\s*$", re.IGNORECASE)
_MORE_OR_LESS = re.compile(
    r"\b(?:with|without|plus|includ\w*|exclud\w*|and|but|besides|less|after|of\s+which)\b", re.IGNORECASE
)


def _is_of_times(text: str, mean: Quantity, count: Quantity, total: Quantity) -> bool:
    """Whether an amount is called that of all the weeks, and of nothing beside them."""
    first, last = sorted((count, total), key=lambda each: each.start)
    before = words_before(text, total)
    said = _SAME_IN_MONEY.search(before) or _MAKES.search(before)
    return mean.end < first.start and said is not None and not _MORE_OR_LESS.search(text, mean.end, last.start)


def _of_counts(text: str, counts: Sequence[Quantity]) -> Iterator[Average]:
    """ "Each of the 46 wardens walks 11 streets, 506 in total"."""
    one, two, last = counts
    each = re.match(r"each\s+of\s+(?:the|our|its)\s+$", text[: one.start], re.IGNORECASE)
    if each and _TOTAL_BEHIND.match(text[last.end :]) and (not last.noun or last.noun[0] in two.noun):
        yield Average(total=last, count=one, mean=two)


_SAYS_TOTAL = re.compile(r"\b(?:total|equates?|equally|shared|split|divided)\b", re.IGNORECASE)


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
        time = _PER_TIME.match(text[mean.end :])
        if (
            time
            and counts[0].noun[:1] == stems(f"{time['time']}s")
            and counts[0].value > 1
            and total.value > mean.value
            and _is_of_times(text, mean, counts[0], total)
        ):
            # £1,240 a week, or £64,480 for 52 weeks
            yield Average(total=total, count=counts[0], mean=mean, rounded=True)
            return
        paid = _PER.match(text[mean.end : mean.end + BEFORE]) or _EACH_GETS.search(words_before(text, mean))
        apposed = mean is quantities[2] and text[: mean.start].endswith(", ")  # "£7,200 to nine clubs, £800 each"
        made = _MAKES.search(words_before(text, total)) or _SAYS_TOTAL.search(words_before(text, mean)) or apposed
        if paid and made and counts[0].value > 1 and total.value > mean.value:
            yield Average(total=total, count=counts[0], mean=mean)
            return
