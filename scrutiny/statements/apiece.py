"""Room `statements`: so many, so much, and how much each.

Takes the figures of a short passage (`parts`), gives the average where the last of three is told of one of those that
another counts, or is what all of them have that got so much each.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.model import Average
from scrutiny.statements.parts import THREE, Part, counted, is_of_more
from scrutiny.statements.results import TOTAL


def find_each(text: str, told: Sequence[Part]) -> Iterator[Average]:
    """ "The trip cost £5,760 for 45 pupils. The cost per pupil was £128"; "£184 for ten hours, or £18.40 an hour"."""
    if len(told) != THREE:
        return
    yield from _paid_out(text, told)
    mean = told[-1]
    one = _PER_ONE.match(mean.behind) or _PER_ONE_WAS.search(mean.ahead)
    each = _EACH.match(mean.behind) and _MAKES_EACH.search(mean.ahead)
    counts = [part for part in told[:-1] if part.unit is Unit.NUMBER and not part.quantity.mention.figure.places]
    if one:
        counts = [part for part in counts if counted(part) == next(iter(stems(f"{one['one']}s")), "")]
    elif not each:
        return
    if len(counts) != 1 or is_of_more(text, mean, averages=True):
        return
    total = next(part for part in told[:-1] if part is not counts[0])
    if total.place != mean.place and not _IS_MEAN.match(text):
        return  # "The club spent £96,400 on 482 pupils. Meals cost £2.40 per pupil.", "It charges £20 per pupil."
    same = total.unit is mean.unit and (
        mean.unit is Unit.POUNDS or not counted(mean) or counted(mean) == counted(total)
    )
    if same and counts[0].quantity.value > 1 and total.quantity.value > mean.quantity.value:
        yield Average(total=total.quantity, count=counts[0].quantity, mean=mean.quantity)


def _paid_out(text: str, told: Sequence[Part]) -> Iterator[Average]:
    """ "Twelve clubs received £800 each. The total paid out was £9,600"."""
    count, mean, total = told
    each = _EACH.match(mean.behind) or _EACH_OF.search(mean.ahead)
    called = TOTAL.search(total.ahead) and total.place > mean.place and not is_of_more(text, total)
    counts = count.unit is Unit.NUMBER and counted(count) is not None and not count.quantity.mention.figure.places
    if each and called and counts and mean.unit is total.unit is Unit.POUNDS:
        yield Average(total=total.quantity, count=count.quantity, mean=mean.quantity)


_EACH_OF = pattern_of(r"\beach\s+(?:[a-z]+\s+){1,2}$")
_PER_ONE = pattern_of(
    r"\s+(?:[a-z]+\s+){0,2}?(?:per|for\s+(?:each|every)|to\s+(?:each|every)|an?|(?:at|in)\s+each)\s+(?P<one>[a-z-]{3,})\s*(?:[.;,]|$)"
)
_PER_ONE_WAS = pattern_of(
    r"\b(?:per|for\s+each)\s+(?P<one>[a-z-]{3,})\s+(?:is|was|comes\s+to|came\s+to|works\s+out\s+at)\s+$"
)
_IS_MEAN = pattern_of(
    r"(?:(?:so|and),?\s+)?(?:the\s+(?:average\s+)?(?:cost|amount|figure|average|number|sum)\s+(?:per|for|was|is)|"
    r"(?:this|that|these|those|they|it|which)\s+(?:[a-z]+ly\s+)?(?:is|was|are|were|average[sd]?|(?:works|worked)\s+out|c[ao]mes?|equals?|equates?|"
    r"equalled|represents?|represented|means?|meant|makes?|made|gives?|gave|leaves?|left|amount(?:s|ed)?))\b",
    re.IGNORECASE,
)
_EACH = pattern_of(r"\s+each\s*(?:on\s+average\s*)?(?:[.;,]|$)")
_MAKES_EACH = pattern_of(r"\b(?:that|this|which|or|it|so)\b[^.;:]{0,40}$|,\s+$", re.IGNORECASE)
