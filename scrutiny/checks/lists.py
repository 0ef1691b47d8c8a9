"""Room `checks`: lists whose items tell figures of one kind, and the total that the last item, or the words before the
list, give.

Takes paragraphs, gives what came of each such list. Items that tell a figure of another kind are no parts that could be
added.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scrutiny.checks.model import Checked
from scrutiny.checks.reckonings import check_derived, check_sum
from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.statements import Derived, Quantity, Sum, find_quantities
from scrutiny.tables.roles import TOTAL, may_be_part

LISTED = 3
"""Items that make a list of parts, where its total is one of them."""

TWO = 2
"""Items, where a slip shows that they are the parts of a figure before them."""


def check_lists(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every list of some paragraphs."""
    before: Paragraph | None = None
    for is_list, group in groupby(paragraphs, key=_is_item):
        items = list(group)
        if is_list and len(items) >= TWO:
            yield from _of_list(items, before)
        before = items[-1]


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item of a list and not a numbered paragraph of a report."""
    return paragraph.marker is not None and len(paragraph.whole.text.split()) <= LONGEST


LONGEST = 40
"""Words of an item."""

MOST_WORDS = 2
"""Of the label of a total of money ("Total spend"). One of counts is only "Total": "Total members" are other things."""


def _of_list(items: Sequence[Paragraph], before: Paragraph | None) -> Iterator[Checked]:
    """The last item is the total of the others, by what it is called; or the only figure of the words before the list
    is that of all items, which a slip in one of them shows: no error where those words do not call it their total, as
    it may be a budget, or the list only some."""
    figures = [_figures(each.whole.text) for each in items]
    own = [each for some in figures for each in some]
    unit = own[0].unit if own else Unit.PERCENT
    if not all(figures) or any(each.unit is not unit or not each.exact for each in own) or own[0].is_share:
        return
    labels = [each.whole.text for each in items]
    last, alone = items[-1], all(len(some) == 1 for some in figures)
    label = last.whole.text[: own[-1].start].rstrip(" :–—-£")
    words = MOST_WORDS if unit is Unit.POUNDS else 1
    if "total" in label.lower() and TOTAL.search(label) and len(label.split()) <= words and "(" not in label:
        if alone and len(own) > LISTED and all(map(may_be_part, labels)):
            yield check_sum(_sum(own[-1], own[:-1]), last.sentences[-1])
        return
    told = before.sentences[-1] if before is not None and before.sentences else None
    totals = [each for each in _figures(told.text) if each.unit is unit] if told else []
    if told and len(totals) == 1 and totals[0].exact and all(map(may_be_part, labels)):
        sure = _ALL_OF_IT.search(told.text) is not None
        yield from check_derived(
            Derived(ways=(_sum(totals[0], own, sure=sure),), figure_in=0, parts_in=tuple(range(1, len(items) + 1))),
            [told, *(each.sentences[0] if each.sentences else each.whole for each in items)],
        )


_ALL_OF_IT = pattern_of(
    r"\b(?:totals?|totall\w+|(?:com|amount)(?:es?|s|ing)?\s+to|compris\w*|consist\w*|divided|split|broken\s+down|made\s+up)\b"
    r".*:\s*$",
    re.IGNORECASE,
)
"""Said before a list that is all of a figure."""


def _sum(total: Quantity, parts: Sequence[Quantity], *, sure: bool = False) -> Sum:
    return Sum(total=total, parts=tuple(parts), signs=(1,) * len(parts), listed=True, sure=sure)


_BRACKETS = pattern_of(r"\([^()]*\)")


def _figures(text: str) -> list[Quantity]:
    """The figures of an item, without years and what stands in brackets; where it tells of money, only the money."""
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    found = [each for each in find_quantities(text) if not each.is_year]
    return [each for each in found if each.unit is Unit.POUNDS] or found
