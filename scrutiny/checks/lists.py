"""Room `checks`: lists of which each item tells one figure, and the total that the last item, or the words before the
list, give.

Takes paragraphs, gives what came of each such list. Items that tell two figures, or a figure of another kind, are no
parts that could be added.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scrutiny.checks.model import Checked
from scrutiny.checks.reckonings import check_sum
from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.statements import Quantity, Sum, find_quantities
from scrutiny.tables.roles import TOTAL, may_be_part

LISTED = 3
"""Items that make a list of parts."""

_INTRODUCES = pattern_of(r":\s*$")
_ALL = pattern_of(
    r"\btotal\w*\b|\b(?:com(?:es?|ing)|amount(?:s|ing)?)\s+to\b|\b(?:compris|consist|divid|split|broken\s+down|made\s+up)",
    re.IGNORECASE,
)
"""Said before a list that is all of a figure. Of a budget, a limit or a target the list may be what is spent so far."""

_SOME = pattern_of(
    r"\b(?:includ\w*|main\w*|key|largest|biggest|most(?:ly)?|part|such\s+as|examples?|e\.g)\b", re.IGNORECASE
)


def check_lists(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every list of some paragraphs."""
    before: Paragraph | None = None
    for is_list, group in groupby(paragraphs, key=_is_item):
        items = list(group)
        if is_list and len(items) >= LISTED:
            yield from _of_list(items, before)
        before = items[-1]


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item of a list and not a numbered paragraph of a report."""
    return paragraph.marker is not None and len(paragraph.whole.text.split()) <= LONGEST


LONGEST = 20
"""Words of an item."""

MOST_WORDS = 2
"""Of the label of a total of money ("Total spend"). One of counts is only "Total": "Total members" are other things."""


def _of_list(items: Sequence[Paragraph], before: Paragraph | None) -> Iterator[Checked]:
    figures = [_figure(each.whole.text) for each in items]
    if any(each is None for each in figures):
        return
    own = [each for each in figures if each is not None]
    last = items[-1]
    if len({each.unit for each in own}) > 1 or own[0].is_share:
        return
    label = last.whole.text[: own[-1].start].rstrip(" :–—-£")
    words = MOST_WORDS if own[-1].unit is Unit.POUNDS else 1
    if "total" in label.lower() and TOTAL.search(label) and len(label.split()) <= words and "(" not in label:
        parts, total, said = own[:-1], own[-1], last.sentences[-1]
    else:
        told = before.sentences[-1] if before is not None and before.sentences else None
        all_of = told is not None and _INTRODUCES.search(told.text) and _ALL.search(told.text)
        figure = _figure(told.text) if told and all_of and not _SOME.search(told.text) else None
        if told is None or figure is None or figure.unit is not own[0].unit or own[0].unit is not Unit.POUNDS:
            return
        if re.search("[,;(]", told.text[figure.end :]):
            return  # another clause: "£61,000 so far, with these from the north:"
        parts, total, said = own, figure, told
    labels = [each.whole.text for each in items]
    if len(parts) >= LISTED and all(map(may_be_part, labels)):
        yield check_sum(Sum(total=total, parts=tuple(parts), signs=(1,) * len(parts), listed=True), said)


def _figure(text: str) -> Quantity | None:
    """The only figure of an item, without the years and the counts that stand in brackets."""
    found = [each for each in find_quantities(text) if not each.is_year]
    money = [each for each in found if each.unit is Unit.POUNDS]
    own = money or found
    return own[0] if len(own) == 1 and own[0].exact else None
