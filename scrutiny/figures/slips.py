"""Room `figures`: slips of the pen.

Takes a printed figure and what it should be, says how likely it is that the one was meant as the other: one digit
changed, two neighbours swapped, or a figure very near. It is evidence that two figures belong together, no verdict.
"""

import functools
import math
from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import pairwise

from scrutiny.figures.intervals import Interval

SLIP = 1.3
"""Evidence that a slip needs: figures are so alike by chance once in twenty."""

LIKELY = 0.7
"""Evidence of a slip in two digits, which one figure in five has by chance: enough for a note where words call the
figure the result of the only others."""

CLOSE = Decimal("0.02")
"""A figure that is nearer than one part in fifty is likelier a wrong figure than a figure of something else."""


def slip_evidence(printed: Decimal, expected: Decimal) -> float:
    """How unlikely it is in powers of ten that the figures are so alike by chance; 0 where they are not alike."""
    found = digit_evidence(printed, expected)
    if expected and printed != expected:
        share = abs(printed - expected) / abs(expected)
        if share <= CLOSE:
            found = max(found, -math.log10(2 * float(share)))
    return max(0.0, found)


def digit_evidence(printed: Decimal, expected: Decimal) -> float:
    """How unlikely it is in powers of ten that figures share all digits but one, or but two neighbours that are
    swapped, by chance; 0 where they do not."""
    one, other = _written(printed), _written(expected)
    while one.endswith("0") and other.endswith("0") and "." not in one + other:
        one, other = one[:-1], other[:-1]  # "£3.2m": what stands for its noughts is no likeness
    if len(one) != len(other) or one == other:
        return 0.0
    if one.find(".") == other.find("."):
        one, other = one.replace(".", ""), other.replace(".", "")  # "61.5" for "65.1": neighbours, as they are typed
    digits = sum(char.isdigit() for char in one)
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
    if digits > 1 and (len(apart) == 1 or (swapped and one[apart[1]] == other[apart[0]])):
        return math.log10(10**digits / (10 * digits - 1))
    return 0.0


def swap_evidence(printed: Decimal, expected: Interval, step: Decimal) -> float:
    """How unlikely it is in powers of ten that a figure is one within an interval but for two neighbours that are
    swapped, by chance; `step` is one in its last digit."""
    units = str(int(abs(printed) / step))
    tried = (expected.high - expected.low) / step + 1
    for at, (one, other) in enumerate(pairwise(units)):
        value = Decimal(units[:at] + other + one + units[at + 2 :]) * step
        if one != other and expected.low <= value <= expected.high:
            return max(0.0, math.log10(10 ** len(units) / (len(units) - 1) / float(tried)))
    return 0.0


MOST_LIKELY = 8
"""Values that are tried for a figure whose parts were rounded."""


def slip_of_sum(
    total: Decimal,
    expected: Interval,
    parts: Sequence[tuple[Decimal, int]],
    step: Decimal,
    alike: Callable[[Decimal, Decimal], float] = slip_evidence,
) -> float:
    """How unlikely it is in powers of ten that one figure of a sum is so near what mends it by chance: the total, or
    one of the parts, which are given with their signs. `step` is one in the last digit of the total. The total
    against its sum is the one likeness to expect; each further value that rounding leaves open and each part is a
    guess more, and makes a likeness by chance likelier. `alike` is the evidence for two figures."""
    middle = expected.middle.quantize(step, ROUND_HALF_UP)
    first = expected.low.quantize(step, ROUND_CEILING)
    likely = [value for count in range(MOST_LIKELY) if (value := first + step * count) <= expected.high]
    tried = [alike(total, value) for value in likely]
    tried += [alike(part, part + sign * (total - value)) for value in likely for part, sign in parts]
    return max(alike(total, middle), max(tried, default=0.0) - math.log10(max(1, len(tried))))


def looks_like_a_slip(printed: Decimal, expected: Decimal) -> bool:
    """Whether a figure was plainly meant as another: they are so alike by chance once in twenty at most."""
    return slip_evidence(printed, expected) >= SLIP


def exchanged(one: Decimal, other: Decimal) -> bool:
    """Whether two figures have the same digits, two of them exchanged."""
    first, second = _written(one), _written(other)
    if len(first) != len(second) or first == second:
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(apart) == 2 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]


@functools.lru_cache(maxsize=4096)
def _written(value: Decimal) -> str:
    """The digits of a figure; kept, as one is held against each of many."""
    return format(abs(value).normalize(), "f")
