"""Part of `notask`: what the place of a sentence in a list says against it.

Takes an item, gives the places of the parts of lists that are about the last meeting, or that are rules or aims; says
whether a sentence is a part of what a paper holds.
"""

import re
from collections.abc import Callable

from scrutiny.families.minutes.progress import looks_back
from scrutiny.families.minutes.structure import Business, Passage
from scrutiny.language.patterns import pattern_of


def places_of_last_meeting(item: Business) -> set[int]:
    """The blocks about the last meeting: an item with such a title, or a list that such words lead to."""
    if looks_back(item.item.title):
        return {passage.place for passage in item.passages}
    return _led_by(item, looks_back)


def places_of_rules(item: Business) -> set[int]:
    """The parts of lists that a heading or a lead calls rules, values or aims: "The ground rules below", "Our values:"."""
    return _led_by(item, lambda text: _AIMS.search(text.lower()) is not None)


def _led_by(item: Business, says: Callable[[str], bool]) -> set[int]:
    """The parts of lists of which the title of the item says something, or what leads to them."""
    found: set[int] = set()
    leads = says(item.item.title)
    for passage in item.passages:
        text = passage.block.text
        part = passage.block.marker is not None or passage.block.bullet
        if part and leads:
            found.add(passage.place)
        heads = not part and len(text.split()) <= LONGEST_NAME
        names = heads or text.endswith(":") or _POINTS_DOWN.search(text) is not None
        leads = (part and leads) or (names and says(text))
    return found


LONGEST_NAME = 6
"""Words of a heading."""

_POINTS_DOWN = pattern_of(r"\b(?:below|following)\b")


_AIMS = pattern_of(
    r"\b(?:aims?|purposes?|objectives?|goals?|roles?|remit|duties|duty|functions?|priorities|values|principles|mission"
    r"|(?:ground|house)\s+rules|terms\s+of\s+reference|code\s+of\s+conduct)\b"
)
"""What a body is for and how it means to work, which nobody is told to do."""


def is_content(passage: Passage, number: int) -> bool:
    """Whether a sentence is a part of a list of what a paper says: "The report made two points: (i) to clarify"."""
    lead, part = passage.utterances[0].text, passage.utterances[number].text
    told = is_report(lead) and not _SETTLES.search(lead)
    return number > 0 and told and _PART_MARK.match(part) is not None


def is_report(lead: str) -> bool:
    """Whether a lead tells what a paper said or how it was given."""
    return _REPORTS.match(lead) is not None


_PART_MARK = pattern_of(r"^\(?(?:[a-h]|[ivx]+|\d{1,2})\)\s")
_REPORTS = pattern_of(
    r"^(?:The|This|An?)\s+(?:\w+\s+){0,3}?(?:report|paper|presentation|document|briefing)\s+(?:\w+ly\s+)?(?:[a-z]+(?:ed|t)|made|gave|had|held)\b"
)
_SETTLES = pattern_of(
    r"\b(?:agreed|resolved|approved|ask(?:ed|s)|actions?|request(?:ed)?|follow(?:ing|s)\s+up)\b", re.IGNORECASE
)
