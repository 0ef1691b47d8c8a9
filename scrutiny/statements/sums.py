"""Room `statements`: what figures of a sentence add up to.

Takes a sentence, gives divisions of a whole ("Of the 11 schools, five …"), and totals with their parts in either order.
What stands between two figures must link them; where it says something else nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Interval, Unit, parse_figure
from scrutiny.figures.mentions import Mention
from scrutiny.figures.slips import SLIP, swap_evidence
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.opposites import are_opposed, leave_nothing_out
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.accounts import THE_REST, find_account
from scrutiny.statements.model import Division, Quantity, Sum
from scrutiny.statements.quantities import (
    STAYS_IN,
    find_quantities,
    gaps_between,
    is_a_group,
    is_near,
    is_of_kind,
    lasts,
    with_words,
    without_asides,
    words_before,
)  # fmt: skip
from scrutiny.statements.relations import OF, WHOLE

_LEADING = pattern_of(
    r"^\s*(?:(?:the|a|but|with|while|only|were|are|was|and|just)\s+)*(?:(?:remaining|other|further|remainder)\s+)?$",
    re.IGNORECASE,
)
_THE_REST = r"(?:remaining|remainder|rest|others?)"
_REST = pattern_of(rf"(?<!\bof the )\b{_THE_REST}\b[\s,(–-]*(?:of\s+(?:the\s+)?[a-z]+[\s,(]*)?$", re.IGNORECASE)
"""Before a part that claims that nothing is left; "15 of the others" leaves more of them."""

_ARE_REST = pattern_of(
    r"\s+(?:(?:[a-z]+\s+)?others|(?:are\s+)?(?:outstanding|left)|remain(?:ed|ing)?)\b", re.IGNORECASE
)
_OPEN = pattern_of(
    rf"(?:,|\b(?:and|while|with|but)\b)\s+(?:[a-z]+\s+){{0,3}}?(?:{_THE_REST}|balance|some|several|few|many|most|another|pair|couple|handful)\b",
    re.IGNORECASE,
)
"""Behind the last part: there are more, and no figure says how many."""


def find_divisions(text: str) -> Iterator[Division]:
    """ "Of the 11 schools inspected, five …, four … and two …"."""
    quantities = find_quantities(text)
    gap = gaps_between(text, quantities)
    yield from _more_than_all(text, quantities)
    for at, whole in enumerate(quantities):
        if whole.unit is not Unit.NUMBER or whole.mention.figure.places:
            continue
        told = WHOLE.search(words_before(text, whole))
        if told is None:
            continue
        if not whole.noun and not (told["det"] and _NAMED_BEHIND.match(text, whole.end)):
            continue  # "lead times of 1, 2 and 5", "the removal of the 73"
        stop = _STOP.search(text[whole.end :])
        last = whole.end + stop.start() if stop else len(text)
        behind = text[whole.end : last]
        first = next((q for q in quantities[at + 1 :] if q.start < last), None)
        if (
            first is None
            or not re.search(r",|\s$", text[whole.end : first.start])
            or OF.match(text[whole.end : first.start])
        ):
            continue
        if first.value > whole.value and _is_of_them(text, whole, first):
            yield Division(whole=whole, parts=(first,), what="", complete=False)
            continue
        listed = _listed(quantities, gap, at + 1, last)
        if listed and whole.exact:
            what = re.split(r"[,.]|\d", behind)[0].strip()
            yield Division(whole=whole, parts=listed, what=what, complete=False)
            continue
        parts: list[Quantity] = []
        offset = whole.end
        for clause in re.split(r"(,(?!\d)|;|\band\b)", behind):
            inside = [q for q in quantities if offset <= q.start and q.end <= offset + len(clause)]
            counts = [
                q for q in inside if q.unit is Unit.NUMBER and not q.mention.figure.places and not q.mention.share
            ]
            words = text[offset : counts[0].start] if counts else ""
            leads = _LEADING.match(words) or (offset == whole.end and _NOUNS.match(words) and not lasts(text, first))
            if counts and leads and not _is_of_others(text, counts):
                parts.append(counts[0])
            elif counts and parts:
                parts = []
                break
            offset += len(clause)
        beyond = next((index for index, part in enumerate(parts) if part.value > whole.value), len(parts))
        bare = beyond < len(parts) and _SAID_OF_THEM.match(text, parts[beyond].end)
        parts = parts[: beyond + bool(bare)]  # what is more than the whole, and has a noun, belongs to another clause
        if len(parts) >= 2 and all(part.exact for part in parts) and whole.exact:
            what = re.split(r"[,.]|\d", behind)[0].strip()
            one = _ONE_SUCH.search(text, parts[-1].end, last)
            parts += [_one(one)] if one else []
            ends = re.search(r"\band\b[^,]*$", behind) or _ARE_REST.match(text, parts[-1].end)
            told_all = leave_nothing_out(_words_of(text, parts, last)) and quantities[-1].start < last
            more = (not one and _ONE_MORE.search(behind)) or _OPEN.search(text[parts[-1].end : last])
            complete = bool(ends and not more and (_says_the_rest(text, parts) or told_all))
            sure = bool(bare) or are_opposed(_words_of(text, parts, last))
            apart = complete or sure or len(parts) > 2 or _are_alike(_words_of(text, parts, last))
            yield Division(whole=whole, parts=tuple(parts), what=what, complete=complete, apart=apart, sure=sure)


def _more_than_all(text: str, quantities: Sequence[Quantity]) -> Iterator[Division]:
    """ "65 of the 60 boats", "five out of four"."""
    for part, whole in pairwise(quantities):
        counts = all(
            each.unit is Unit.NUMBER and each.exact and not each.is_year and not each.mention.figure.places
            for each in (part, whole)
        )
        of_them = _OF_ALL.fullmatch(text, part.end, whole.start)
        if counts and of_them and part.value > whole.value > 1 and _THINGS.match(text, whole.end):
            yield Division(whole=whole, parts=(part,), what="", complete=False, sure=True)


_OF_ALL = pattern_of(r"\s+(?:out\s+of(?:\s+the)?|of\s+(?:the|these|those|its|our))\s+")
_THINGS = pattern_of(r"\s+(?:of\s+(?:the|these|those|its|our)\s+)?[a-z]+(?<!s)s\b")
"""Behind a whole: what it counts, which are several."""

_NAMED_BEHIND = pattern_of(r",|\s+(?:with|that|who|which|where|whose)\s")
"""Behind a whole without a noun of its own: "of the ten that were tried, six …"."""

_STOP = pattern_of(rf"[.:]|;(?!\s+(?:and\s+)?the\s+{_THE_REST}\b)")
_NOUNS = pattern_of(r"(?:\s+[a-z][a-z'’-]+){1,4}\s+$")
"""Between a whole and its first part, where no comma parts them: "Of 48 boats 20 were hired"."""

_SAID_OF_THEM = pattern_of(r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|are|is|had|have|has|did|do)\b")


def _is_of_them(text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether a figure right behind the comma is some of a whole, having no noun of its own: "Of the 33, 36 were"."""
    counted = part.unit is Unit.NUMBER and part.exact and not part.mention.figure.places and not part.is_year
    near = text[whole.end : part.start].rstrip().endswith(",") and _SAID_OF_THEM.match(text, part.end)
    return bool(counted and near and whole.exact)


def _is_of_others(text: str, counts: Sequence[Quantity]) -> bool:
    """Whether a count has a whole of its own: "64 of the 68 primary schools"."""
    return len(counts) > 1 and OF.match(text[counts[0].end : counts[1].start]) is not None


_ONE_SUCH = pattern_of(
    r"(?:\band|,)\s+(?P<one>one)\s+(?!(?:of|is|was|has|had|will|would|could|did|does|other|more|to|in\s+(?:every\s+)?[a-z0-9]+|[a-z]+s)\b)"
    r"[^,;:.\d]*(?:[.;(]|$)"
)
"""The last part of a whole, told without a verb as that before it: "two poor and one good"."""


def _one(match: re.Match[str]) -> Quantity:
    figure = replace(parse_figure("1"), printed="one")
    return Quantity(mention=Mention(figure=figure, start=match.start("one"), end=match.end("one"), in_words=True))


_ONE_MORE = pattern_of(r"(?:\band|,)\s+(?:the\s+(?:other|last|remaining)\s+)?one\b", re.IGNORECASE)


def _says_the_rest(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether a counted part is called the rest: "the remaining 6", "and 6 others"; not so "4 in other places"."""
    ahead = any(_REST.search(text[one.end : other.start]) for one, other in pairwise(parts))
    return ahead or _ARE_REST.match(text, parts[-1].end) is not None


_PLACE = pattern_of(r"^\s+(in|at|from|for|to|by|on|of|under|over)\b", re.IGNORECASE)


_ORIGIN = pattern_of(r"^\s+(?:(?:were|was|are|is)\s+)?(?:by|from|for|via|through)\b", re.IGNORECASE)
"""Behind a part that is told by where it came from, or how; another that is told by what became of it may hold some."""


def _are_alike(texts: tuple[str, ...]) -> bool:
    """Whether parts are told by the same preposition ("in the north", "in the south")."""
    ways = {match[1].lower() if match else None for match in map(_PLACE.match, texts)}
    return len(ways) == 1 and None not in ways


def _words_of(text: str, parts: Sequence[Quantity], last: int) -> tuple[str, ...]:
    """What is said of each of some parts: the words behind it, up to the next."""
    return tuple(
        text[part.end : end] for part, end in zip(parts, [*(part.start for part in parts[1:]), last], strict=True)
    )


_ONLY_LISTED = pattern_of(r"^\s*(?:,|and|,\s*and)\s*$")
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


# --- totals ---------------------------------------------------------------------------------------

_TOTAL_BEFORE = pattern_of(
    r"(?:\b(?:making|giving|for|to\s+give|with)\s+(?:a\s+)?(?:grand\s+|combined\s+|overall\s+)?total\s+of\s+|\ba\s+total\s+of\s+|"
    r"\b(?:making|giving|to\s+give|gives?)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}total\s+(?:\w+\s+){0,3}of\s+|"
    r"\baccount(?:s|ed|ing)?\s+for\s+|\(\s*(?:a\s+)?total(?:\s+of)?:?\s+|\b(?:totalling|making)\s+|\bin\s+total\s+|,\s+together\s+|\baltogether\s+)$",
    re.IGNORECASE,
)
_IN_ALL = r"in\s+all(?!\s+(?:the|of|year|(?!was\b|is\b|has\b)[a-z-]+s)\b)"
"""Rejects "in all year", "in all wards"."""

TOTAL_BEHIND = pattern_of(
    rf"^(?:\s+[a-z]+){{0,2}}?\s+(?:{_IN_ALL}|in\s+total|altogether|overall|combined|between\s+them)\b", re.IGNORECASE
)
BETWEEN_PARTS = 14
"""Words between a part and the link to the next; what is further away is told of something else."""

_NOLINK = r"(?!(?:of|from|to|than|less|by|minus|per|against|compared|including|with)\b)"
LINK = pattern_of(
    rf"^(?:\s*\))?(?:\s+(?!(?:than|less|minus|per|compared|including)\b)[\w'’()/-]+){{0,{BETWEEN_PARTS}}}?\s*(?:,|;|\band\b|,\s*and\b|\bplus\b|\+|&)\s*"
    rf"(?:{_NOLINK}[\w'’/-]+\s+){{0,6}}?(?:(?!(?:{UP}|{DOWN}|targets?|budgets?|averages?|totals?|plans?|limits?)\b)[\w'’/-]+\s+of\s+)?\(?$",
    re.IGNORECASE,
)
_LASTLINK = pattern_of(r"\band\b|\bplus\b|\bleav(?:ing|es)\b|[+&]", re.IGNORECASE)
_OPENS_LIST = pattern_of(
    r"^(?:\s+[\w'’/-]+){0,10}?\s*(?P<sign>[:;]|[–—(]|,?\s*\b(?:compris(?:ing|ed?|es)(?:\s+of)?|consist(?:ing|s|ed)?\s+of|(?:outcome|result|sum)\s+of|"
    r"made\s+up\s+of|being|namely|br(?:oken|eaks?|oke)\s+down\s+(?:as|into)|split|divided|shared|of\s+wh(?:ich|om))|,\s+(?:to\s+be\s+)?(?!(?:reduc|increas|follow|preced|match)ed\b)[a-z]*(?:ed|met|paid)\s+(?:by|from)\b)\s*"
    r"(?:(?!including\b)[\w'’/-]+\s+){0,5}?\(?$",
    re.IGNORECASE,
)
_APPOSED = pattern_of(r"^(?:\s+[\w'’/-]+){1,12}?(?:,|\s+with)\s+(?:(?:some|only|just)\s+)?$|^,\s+$", re.IGNORECASE)
"""Between a total and the first part that stands right behind its comma: "150 cases, 70 in the North and …"."""

_OF_THEM = pattern_of(r"^\s+of\s+(?:them|these|those|this|it|which|whom)\b", re.IGNORECASE)
_AS_PART = pattern_of(
    r"^\s+(?:(?:in|at|from|by|for|to|as|under|through|via|within|outside|inside)\b|(?:were\s+|was\s+)?(?!(?:child|wom|m)[a-z]*en\b)[a-z]+(?:ed|en)\b)"
)
"""Behind a part: where, whose or what became of it. A noun of its own makes it another thing beside the first."""

_DOING = pattern_of(r"\s+(?!having\b)[a-z]+ing\s")
_MAY_OVERLAP = pattern_of(
    r"^\s*(?!(?:were|was|are|is)\b)(?:[a-z]+\s+){0,2}?(?:with|who|aged|having|receiving|also|on(?!-)|(?:have|had)(?!\s+(?:been|[a-z]+ed)))\b",
    re.IGNORECASE,
)
"""Parts that are told by what they have may be the same people: "(30 with a plan and 20 with a social worker)"."""


def find_sums_told(text: str) -> Iterator[Sum]:
    """ "87 in the autumn term and 105 in the spring term, 192 in all"; "£5m (£3m capital and £2m revenue)"."""
    text = without_asides(text)
    every = find_quantities(text)
    quantities = [each for each in every if not (lasts(text, each) or is_a_group(text, each))]
    quantities = quantities if len(every) > LISTED else [*every]
    gap = gaps_between(text, quantities)
    if len(quantities) < 3 or any(each.strip() == "or" for each in gap):
        return  # "with 5 or 6 more, 15 or 16 in all"
    told = with_words(text, quantities)
    whole = find_account(told)
    if whole:
        yield whole
        return
    for at, total in enumerate(quantities):
        if total.is_share or not total.exact or total.is_year:
            continue
        behind = TOTAL_BEHIND.match(text[total.end :]) if at >= 2 else None
        apart = behind is not None and gap[at - 1].endswith(", out of ")
        if at >= 2 and (apart or not WHOLE.search(words_before(text, total))):
            called = behind or _TOTAL_BEFORE.search(words_before(text, total)) or _MADE.match(gap[at - 1])
            parts = link_before(text, quantities, gap, at)
            if len(parts) >= LISTED:
                called = called or _ALL_YEAR.match(text, total.end)
            if len(parts) >= 2 and called:
                yield Sum(total=total, parts=parts, signs=(1,) * len(parts))
                continue
        if at + 2 < len(quantities) and not (at == 0 and _OF_WHAT_IS_TOLD.match(text)):
            yield from _listed_behind(text, quantities, gap, at)


_ALL_YEAR = pattern_of(r"\s+(?:for|over)\s+the\s+(?:(?:whole|full)\s+year|year|[a-z]+\s+years)\s*(?:[.,;)]|$)")
"""Behind what the quarters or years that are told before make."""

_MADE = pattern_of(
    r"^\)?(?:\s+(?!(?:and|but|while|which|as|or)\b)[a-z'’-]+){0,5}?\s+(?:c[ao]mes?\s+to|amount(?:s|ed)?\s+to|add(?:s|ed)?\s+up\s+to|totall?(?:ed|s)?)\s+$",
    re.IGNORECASE,
)
"""Between the last of a list and what the list is said to make."""

_OF_WHAT_IS_TOLD = pattern_of(r"of\s+(?:this|that|it|these|those|them|which|whom)\b", re.IGNORECASE)
"""Before the first of several parts of what the sentence before tells."""


def is_linked(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> bool:
    """Whether a figure is linked to the next; one in a bracket stands there by itself, or is told of another."""
    alone = text[max(0, quantities[at].start - 1) : quantities[at].start] == "("
    return LINK.match(gap[at]) is not None and (alone or not gap[at].lstrip().startswith(")"))


def link_before(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> tuple[Quantity, ...]:
    """The figures before a total that are linked to one another."""
    first, total = at, quantities[at]
    while first > 0 and quantities[first - 1].unit is total.unit and quantities[first - 1].exact:
        if first < at and not is_linked(text, quantities, gap, first - 1):
            break
        first -= 1
    parts = tuple(quantities[first:at])
    return () if any(part.is_year for part in parts) else parts


def _listed_behind(text: str, quantities: Sequence[Quantity], gap: Sequence[str], at: int) -> Iterator[Sum]:
    """A total with its parts behind it, which end a bracket or the clause."""
    total = quantities[at]
    last = at + 1
    while last + 1 < len(quantities) and is_linked(text, quantities, gap, last):
        last += 1
    parts = quantities[at + 1 : last + 1]
    while len(parts) > 2 and parts[-1].unit is not total.unit:
        parts = parts[:-1]  # "70 in the North and 80 in the South, and agreed funding of £62,050"
    last = at + len(parts)
    bracket = _ends_bracket(text[parts[-1].end :], quantities[last + 1 :]) if len(parts) > 1 else False
    if len(parts) < 2 or not (_LASTLINK.search(gap[last - 1]) or (bracket and gap[at].rstrip().endswith("("))):
        return
    opens = _OPENS_LIST.match(gap[at])
    all_of_it = opens is not None and _ALL_OF_IT.match(opens["sign"]) is not None
    if any(each.unit is not total.unit or not is_near(each) or each.is_year for each in parts):
        return
    of_the = WHOLE.search(words_before(text, total)) is not None
    if of_the and total.unit is Unit.NUMBER:
        return  # a division
    made = sum((each.value for each in parts), Decimal(0))
    spare = sum((each.mention.figure.step for each in parts if each.mention.figure.scale), Decimal(0)) / 2
    swap = swap_evidence(total.value, Interval.around(made, spare), total.mention.figure.step)
    if swap < SLIP and any(each.value >= total.value for each in parts):
        return
    if made != total.value and any(each.value == made and each.unit is total.unit for each in quantities[:at]):
        return  # "323 came, 30 more than the 293 of last year: 114 from …": they make another figure of the clause
    leaves = re.search(r"\bleav(?:ing|es)\b", gap[last - 1]) is not None
    if leaves and STAYS_IN.match(text[parts[-1].end :]):
        return
    less = _less(quantities, gap, last) if parts[-1] is quantities[last] else ()
    called = _TOTAL_BEFORE.search(words_before(text, total)) is not None
    if opens and opens["sign"] == ";" and not called:
        return  # "1,240 came; 310 by boat and 420 by rail"
    if not opens and (of_the or _is_told_of(text, quantities, at) or not _is_apposed(text, total, parts, gap[at:last])):
        return
    behind = text[(less or parts)[-1].end :]
    if _LESS_SOME.match(behind):
        return  # "£60,000 for steel and £18,000 for fees, less what was paid before"
    in_bracket = opens is not None and opens["sign"] == "("
    ends = bracket if in_bracket else _ends_clause(behind, parts, quantities[last + 1 + len(less) :][:1])
    said = _words_of(text, parts, len(text))
    opposed = are_opposed(said)
    if ends and (opposed or not any(_MAY_OVERLAP.match(text[each.end : each.end + 40]) for each in parts)):
        listed = not (opens and called)
        rest = opens is not None and (leaves if len(parts) == LISTED - 1 else all_of_it)
        the_rest = THE_REST.search(gap[last - 1]) is not None and is_of_kind(text, parts[-1], total)
        rest = (rest and all(each.value < total.value for each in parts)) or the_rest
        of_which = opens is not None and opens["sign"].endswith(("which", "whom"))
        if of_which and any(
            WHOLE.search(words_before(text, each)) and each.unit is total.unit for each in quantities[:at]
        ):
            return  # "Of the 9, 5 were for damp, of which 2 were old, and 4 for noise": some are parts of the first
        origins = sum(_ORIGIN.match(each) is not None for each in said)
        if of_which and 0 < origins < len(parts) and sum(each.value for each in parts) > total.value:
            return  # "164 bids, of which 91 were granted, 80 were by post and 8 were late"
        two = opposed and len(parts) == 2 and opens is not None and opens["sign"] in (":", "(")
        few = in_bracket and total.unit is Unit.NUMBER  # "45 seats (30 of one party, 12 of another)"
        partly = (not opens or of_which or two or few) and not (leave_nothing_out(said) or leaves)
        signs = (1,) * len(parts) + (-1,) * len(less)
        yield Sum(total=total, parts=(*parts, *less), signs=signs, listed=listed, open=partly and not less, sure=rest)


_ALL_OF_IT = pattern_of(
    r",?\s*(?:compris(?:ing|e[ds]?)|consist|made\s+up\s+of|br(?:oken|eaks?|oke)\s+down|split|divided|shared)",
    re.IGNORECASE,
)
"""Before a list that is all of its total."""

_LESS = pattern_of(
    r"^(?:\s+[\w'’-]+){0,5}?,?\s+(?:less|minus|net\s+of|offset\s+by)\s+(?:[a-z]+\s+){0,3}?$", re.IGNORECASE
)


_LESS_SOME = pattern_of(r"[^.;:()\d£]*,\s+(?:less|minus|net\s+of|offset\s+by)\b", re.IGNORECASE)


def _less(quantities: Sequence[Quantity], gap: Sequence[str], last: int) -> tuple[Quantity, ...]:
    """What is taken away behind the parts of a list: "…, 680 hired and 72 lent, less 82 scrapped"."""
    taken = quantities[last + 1 : last + 2]
    told = taken and _LESS.match(gap[last]) and taken[0].unit is quantities[last].unit and taken[0].exact
    return tuple(taken) if told else ()


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
    flows = _CAME_IN.search(gap[0]) is not None
    return are_opposed(_words_of(text, parts, len(text))) or all(
        (_AS_PART.match(text[each.end : each.end + 40]) and not flows)
        or (THE_REST.search(gap[-1]) and _DOING.match(text, each.end))
        or _OF_THEM.match(text[each.end :])
        or REMAINING.search(between)
        for each, between in zip(parts, gap, strict=True)
    )


_CAME_IN = pattern_of(
    r"\b(?:was|were|has|have|had|been)\s+(?:[a-z]+\s+){0,2}?[a-z]+(?:ed|en|ght|ade|ld)\b", re.IGNORECASE
)
"""Behind what came in some time: what became of so many in the same time may be more: "90 were raised, 95 done"."""


def _ends_bracket(behind: str, following: Sequence[Quantity]) -> bool:
    """Whether a bracket ends, and tells of no more of its parts: "(150 by day and 170 by night, some in both)"."""
    end = re.match(r"[^()]*\)", behind)
    more = end and any(each.printed in end[0] for each in following[:1])
    return end is not None and not more and not _BESIDES.search(end[0])


_BESIDES = pattern_of(r"\b(?:some|both|others?|either|another|one|more|plus|besides|overlap\w*)\b", re.IGNORECASE)


def _ends_clause(behind: str, parts: Sequence[Quantity], following: Sequence[Quantity]) -> bool:
    """Whether the list ends with its last part: no other figure of the kind follows before a stop."""
    if not following or following[0].unit is not parts[-1].unit:
        return True
    return re.search(r"[.;]", behind[: following[0].start - parts[-1].end]) is not None


REMAINING = pattern_of(r"\b(?:the\s+)?(?:remaining|other|remainder(?:\s+of)?|rest)\s*\(?$", re.IGNORECASE)
