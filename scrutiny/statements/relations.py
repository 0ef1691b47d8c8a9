"""Room `statements`: how the quantities of one sentence belong together.

Takes a sentence, gives shares, moves, divisions, averages and sums. Each rule reads the words between two quantities
that follow one another; where they say something else, or more than one reading is left, nothing is given.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from scrutiny.figures import Unit
from scrutiny.statements.model import Average, Division, Quantity, Share, Sum
from scrutiny.statements.quantities import find_quantities

_WORDS = r"(?:[\w'’/-]+\s+)"
_ROUGH = r"(?:(?:about|around|almost|nearly|approximately|just\s+(?:over|under)|over|some|roughly)\s+)?"
_DET = r"(?:(?:the|a|an|all|our|these|those|that|total|cohort|of|its|their|overall)\s+){0,4}"

_OF = re.compile(rf"^\s+{_WORDS}{{0,5}}?(?:out\s+of|of)\s+{_DET}{_ROUGH}$|^\s?/\s?$", re.IGNORECASE)
"""Between part and whole: "of the ", "pupils out of a total of ", "/"."""

_SOME = rf"(?:\s+{_WORDS}{{0,7}}[\w'’/-]+)?"
_IN_BRACKETS = re.compile(rf"^{_SOME},?\s*(?:[\[(]|[–—]\s)\s*(?:or\s+|i\.e\.\s+|=\s*)?{_ROUGH}$", re.IGNORECASE)
_IS = (
    r"is|was|or|represents?|representing|represented|equates?\s+to|equating\s+to|equal\s+to|equivalent\s+to|"
    r"amounts?\s+to|i\.e\.|that\s+is|=|makes?|making"
)
_OR_IS = re.compile(
    rf"^{_SOME}[,;]?\s*(?:[-–]\s*)?(?:(?:which|this)\s+)?(?:{_IS})\s+(?:a\s+|an\s+)?{_ROUGH}$", re.IGNORECASE
)
"""Between a whole and the percentage: "(", ", which is ", " pupils or ", "; this equates to "."""

_NO_SHARE = re.compile(
    r"\b(?:target|compared|than|increase|decrease|change|rise|fall|more|fewer|higher|lower|from)\b", re.IGNORECASE
)
_OPENS = re.compile(rf"^\s*[\[(]\s*{_WORDS}?$")
_CLOSES_OF = re.compile(rf"^\s*[\])]\s*{_WORDS}{{0,4}}?(?:out\s+)?of\s+{_DET}$", re.IGNORECASE)
_WHOLE_BEFORE = re.compile(r"\b(?:of|out\s+of|among)\s+(?:the|these|those|its|our|all)?\s*$", re.IGNORECASE)
_THEN_PART = re.compile(rf"^{_SOME},\s+(?:(?:only|some|just)\s+)?$", re.IGNORECASE)
_OF_WHICH = re.compile(rf"^{_SOME},?\s+of\s+(?:which|whom)\s+(?:(?:only|some|just)\s+)?$", re.IGNORECASE)
_PART_BRACKETS = re.compile(rf"^{_SOME}\s*[\[(]\s*{_ROUGH}$", re.IGNORECASE)


def find_shares(text: str) -> Iterator[Share]:
    """Percentages with the count and the whole that they are given with."""
    quantities = find_quantities(text)
    gap = _gaps(text, quantities)
    for at in range(len(quantities) - 2):
        share = _share_of(text, quantities[at : at + 3], gap[at : at + 2])
        if share is not None:
            yield share
    yield from _complements(quantities, gap)


def _share_of(text: str, three: Sequence[Quantity], gap: Sequence[str]) -> Share | None:
    """A share told by three quantities that follow one another, in the orders in which papers tell it."""
    one, two, last = three
    first, second = gap
    if last.unit is Unit.PERCENT and _counts(one, two):
        told = _IN_BRACKETS.match(second) or _OR_IS.match(second)
        if told and _OF.match(first) and not _NO_SHARE.search(second):
            return Share(part=one, whole=two, percent=last)  # 37 of 57 (74 %)
    bracket = _PART_BRACKETS.match(second) and not _NO_SHARE.search(second)
    if last.unit is Unit.PERCENT and _counts(two, one) and bracket:
        of_the = _WHOLE_BEFORE.search(_before(text, one)) and _THEN_PART.match(first)
        if of_the or _OF_WHICH.match(first):
            return Share(part=two, whole=one, percent=last)  # Of the 376 pupils, 51 (13.6%) were excluded
    if one.unit is Unit.PERCENT and _counts(two, last) and _OPENS.match(first):
        closed = re.match(r"[^\[(]{0,40}[\])]", text[last.end : last.end + 41])
        if (_OF.match(second) and closed) or _CLOSES_OF.match(second):
            return Share(part=two, whole=last, percent=one)  # 62% [437 of 529], 21.3% (41) of the 309 homes
    return None


_OF_THEM = re.compile(
    rf"^\s+{_WORDS}{{0,12}}?[\w'’/-]*,?\s*(?:with|of\s+whom|of\s+which|and)\s+{_ROUGH}$", re.IGNORECASE
)
_REPRESENTS = re.compile(
    rf"[;,.]?\s+(?:this|which|that|it)\s+(?:represents?|is|was|equates?\s+to|means\s+that)\s+{_ROUGH}$", re.IGNORECASE
)


def _complements(quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Share]:
    """ "supported 373 pupils, with 80 of them excluded; this represents 78%": of the part, or of the rest."""
    for at in range(len(quantities) - 2):
        whole, part, percent = quantities[at : at + 3]
        told = re.search(
            r"^\s+of\s+(?:them|these|those|whom)\b|^\s+(?:pupils|of\s+whom)?\s*(?:going|who|went)\b", gap[at + 1]
        )
        of_whom = re.search(r"\bof\s+(?:whom|which)\s+$", gap[at])
        if not (_counts(part, whole) and percent.unit is Unit.PERCENT and (told or of_whom)):
            continue
        if _OF_THEM.match(gap[at]) and _REPRESENTS.search(gap[at + 1]):
            yield Share(part=part, whole=whole, percent=percent, complement=True)


def _counts(part: Quantity, whole: Quantity) -> bool:
    return (
        part.unit is Unit.NUMBER
        and whole.unit is Unit.NUMBER
        and not part.mention.figure.places
        and not whole.mention.figure.places
        and 0 <= part.value <= whole.value
        and whole.value > 0
        and part.exact
        and whole.exact
    )


BEFORE = 80
"""Characters before a figure in which the words that introduce it stand."""


def _before(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.start - BEFORE) : quantity.start]


def _gaps(text: str, quantities: Sequence[Quantity]) -> list[str]:
    """The words between each quantity and the next."""
    return [text[one.end : other.start] for one, other in itertools.pairwise(quantities)]


# --- divisions, averages, sums --------------------------------------------------------------------

_WHOLE = re.compile(r"\b(?:of|out\s+of|among)\s+(?P<det>the|these|those|our|its|all)?\s*$", re.IGNORECASE)
_LEADING = re.compile(
    r"^\s*(?:(?:the|a|but|with|while|only|were|are|was|and|just)\s+)*(?:(?:remaining|other|further|remainder)\s+)?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:remaining|remainder|rest|others?)\b", re.IGNORECASE)


def find_divisions(text: str) -> Iterator[Division]:
    """ "Of the 11 schools inspected, five …, four … and two …"."""
    quantities = find_quantities(text)
    gap = _gaps(text, quantities)
    for at, whole in enumerate(quantities):
        told = _WHOLE.search(_before(text, whole))
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
            or _OF.match(text[whole.end : first.start])
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
_EACH = re.compile(r"^(?:\s+\w+){0,3}?\s+(?:each|per\s+\w+|for\s+each|a\s+\w+|an\s+\w+)\b", re.IGNORECASE)


def find_averages(text: str) -> Iterator[Average]:
    """ "The 40 moves took 120 days, an average of 3 days each": two other quantities, and one way that fits."""
    quantities = find_quantities(text)
    for at, mean in enumerate(quantities):
        others = [q for q in quantities if q is not mean]
        if (
            at != 2
            or len(quantities) != 3
            or not _AVERAGE.search(_before(text, mean))
            or not _EACH.match(text[mean.end :])
        ):
            continue
        if any(q.is_share or not q.exact for q in (*others, mean)) or not mean.exact:
            continue
        total, count = sorted(others, key=lambda q: q.value, reverse=True)
        same_noun = bool(set(mean.noun[:1]) & set(total.noun[:2])) or mean.unit is total.unit is Unit.POUNDS
        if same_noun and count.value > 0 and count.unit is Unit.NUMBER:
            yield Average(total=total, count=count, mean=mean)


_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:making|giving|for|to\s+give|with)\s+(?:a\s+)?(?:grand\s+|combined\s+|overall\s+)?total\s+of\s+|\ba\s+total\s+of\s+|"
    r"\b(?:totalling|making)\s+|\bin\s+total\s+|,\s+together\s+|\baltogether\s+)$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(
    r"^(?:\s+[a-z]+){0,2}?\s+(?:in\s+(?:all|total)|altogether|overall|combined)\b", re.IGNORECASE
)
_LINK = re.compile(
    r"^(?:\s+(?!of\b|from\b|to\b|than\b|less\b)[\w'’()/-]+){0,9}?\s*(?:,|\band\b|,\s*and\b|\bplus\b|\+|&)\s*(?:the\s+|a\s+further\s+|another\s+)?$",
    re.IGNORECASE,
)


def find_sums_told(text: str) -> Iterator[Sum]:
    """ "93 in the autumn term and 118 in the spring term, 211 in all"; nothing where a link says something else."""
    quantities = find_quantities(text)
    gap = _gaps(text, quantities)
    for at, total in enumerate(quantities):
        if at < 2 or total.is_share or not total.exact:
            continue
        told = _TOTAL_BEFORE.search(_before(text, total)) or _TOTAL_BEHIND.match(text[total.end :])
        if not told:
            continue
        first = at
        while first > 0 and quantities[first - 1].unit is total.unit and quantities[first - 1].exact:
            if first < at and not _LINK.match(gap[first - 1]):
                break
            first -= 1
        parts = quantities[first:at]
        if len(parts) >= 2 and not any(_year(part) for part in parts):
            yield Sum(total=total, parts=tuple(parts), signs=(1,) * len(parts))


def _year(quantity: Quantity) -> bool:
    return (
        quantity.unit is Unit.NUMBER and 1900 <= quantity.value <= 2100 and "," not in quantity.printed
        and not quantity.mention.figure.places
    )  # fmt: skip
