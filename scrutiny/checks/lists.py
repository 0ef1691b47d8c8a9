"""Room `checks`: lists whose items tell figures of one kind, and the total that the last item, or the words before the
list, give.

Takes paragraphs, gives what came of each such list. Items that tell a figure of another kind are no parts that could be
added.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from scrutiny.checks.model import Checked
from scrutiny.checks.reckonings import check_derived, check_sum
from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
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
    groups = [(kind, list(group)) for kind, group in groupby(paragraphs, key=_kind)]
    for (kind, items), (_, behind) in pairwise([*groups, (None, [])]):
        if kind is not None and len(items) >= TWO:
            ends = behind[:1] if kind and behind and _TOTAL_LINE.match(behind[0].whole.text) else []
            yield from _of_list([*items, *ends], before)
            if not ends and kind is False and len(items) > LISTED:
                yield from _of_list(items[1:], items[0])
        before = items[-1]


def _kind(paragraph: Paragraph) -> bool | None:
    """Whether a paragraph is an item of a list (True), or a line that is a label and its figure (False); None for a
    paragraph of a report, be it numbered."""
    words = paragraph.whole.text.count(" ") + 1
    if paragraph.marker is not None:
        return True if words <= LONGEST else None
    return False if words <= SHORT and _LINE.match(paragraph.whole.text) else None


LONGEST = 40
"""Words of an item."""

SHORT = 25
"""Words of a line without a bullet."""

_WORD = r"(?!(?:is|was|are|were|be|been|has|have|had|will|would|to|from|by|than|in|on|at|and)\b)[a-z'’()/&-]+"
_LABEL = rf"(?:\s{_WORD}){{1,8}}"
_LABEL_FIRST = rf"{_WORD}(?:\s{_WORD}){{0,7}}"
_NUMBER = r"£?\d[\d,]*(?:\.\d+)?(?:k|m|bn)?"
_LINE = pattern_of(
    rf"^(?:{_NUMBER}{_LABEL}|{_LABEL_FIRST}(?::|\s[–—-])?\s+{_NUMBER}(?:\s[–—-]\s[^\d£]*)?)[.;,]?$",
    re.IGNORECASE,
)
"""Accepts "168 killed", "Chimney fires — 367 — in the flue", "Hall hire £1,200"; rejects what has a verb."""

_TOTAL_LINE = pattern_of(r"^(?:grand\s+|overall\s+)?total\b[^.;\d£]{0,30}£?\d", re.IGNORECASE)
"""A line right behind a list that is its total."""

MOST_WORDS = 2
"""Of the label of a total of money ("Total spend"). One of counts is only "Total": "Total members" are other things."""


def _of_list(items: Sequence[Paragraph], before: Paragraph | None) -> Iterator[Checked]:
    """The last item is the total of the others, by what it is called; or the only figure of the words before the list
    is that of all items, which a slip in one of them shows: no error where those words do not call it their total, as
    it may be a budget, or the list only some."""
    figures = list(takewhile(bool, (_figures(each.whole.text) for each in items)))
    if len(figures) < len(items):
        return
    own = [each for some in figures for each in some]
    unit = own[0].unit if own else Unit.PERCENT
    if any(each.unit is not unit or not each.exact for each in own) or own[0].is_share:
        return
    labels = [each.whole.text for each in items]
    last, alone = items[-1], all(len(some) == 1 for some in figures)
    label = last.whole.text[: own[-1].start].rstrip(" :–—-£")
    words = MOST_WORDS if unit is Unit.POUNDS else 1
    if "total" in label.lower() and TOTAL.search(label) and len(label.split()) <= words and "(" not in label:
        least = TWO if label.lower() == "total" else LISTED
        if alone and len(own) > least and all(map(may_be_part, labels)):
            yield check_sum(_sum(own[-1], own[:-1]), last.sentences[-1])
        return
    told = before.sentences[-1] if before is not None and before.sentences else None
    totals = [each for each in _figures(told.text) if each.unit is unit] if told else []
    if told and len(totals) == 1 and totals[0].exact and all(map(may_be_part, labels)):
        sure = _ALL_OF_IT.search(told.text) is not None
        over = sum(each.value for each in own) > totals[0].value and _are_kinds(told.text[: totals[0].start], labels)
        if alone and (_PAID.search(told.text) or over):
            yield check_sum(_sum(totals[0], own), told)
            return
        yield from check_derived(
            Derived(ways=(_sum(totals[0], own, sure=sure),), figure_in=0, parts_in=tuple(range(1, len(items) + 1))),
            [told, *(each.sentences[0] if each.sentences else each.whole for each in items)],
        )


def _are_kinds(whole: str, labels: Sequence[str]) -> bool:
    """Whether each item names a kind of what the words before the total name: "Fires: 40", "Chimney fires: 12"."""
    heads = stems(whole)[-1:]
    return bool(heads) and all(heads[0] in stems(label)[:LABEL] for label in labels)


LABEL = 4
"""Words of an item in which its kind is named."""

_ALL_OF_IT = pattern_of(
    r"\b(?:totals?|totall\w+|(?:com|amount)(?:es?|s|ing)?\s+to|compris\w*|consist\w*|divided|split|broken\s+down|made\s+up)\b"
    r".*:\s*$",
    re.IGNORECASE,
)
"""Said before a list that is all of a figure."""

_PAID = pattern_of(r"\b(?:funded|financed|met|paid\s+for)\s+(?:by|from|as\s+follows)\s*:\s*$", re.IGNORECASE)
"""Said before a list of what pays for all of a figure."""


def _sum(total: Quantity, parts: Sequence[Quantity], *, sure: bool = False) -> Sum:
    return Sum(total=total, parts=tuple(parts), signs=(1,) * len(parts), listed=True, sure=sure)


_BRACKETS = pattern_of(r"\([^()]*\)")


def _figures(text: str) -> list[Quantity]:
    """The figures of an item, without years and what stands in brackets; where it tells of money, only the money; of a
    count that it begins with, only that ("41 notes from 12 people", "Total: 41 notes from 12 people")."""
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    found = [each for each in find_quantities(text) if not each.is_year]
    first = found[:1] if found and _FIRST.match(text[: found[0].start]) else found
    return [each for each in found if each.unit is Unit.POUNDS] or first


_FIRST = pattern_of(r"^\s*(?:totals?\s*:?\s*)?$", re.IGNORECASE)
