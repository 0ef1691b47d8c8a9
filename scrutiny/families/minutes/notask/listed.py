"""Part of `notask`: what the place of a sentence in a list says against it.

Takes an item, gives the places of the parts of lists that are about the last meeting, or that are rules or aims; says
whether a sentence is a part of what a paper holds.
"""

from collections.abc import Callable

from scrutiny.families.minutes.progress import looks_back
from scrutiny.families.minutes.structure import Business
from scrutiny.language.patterns import pattern_of


def places_of_last_meeting(item: Business) -> set[int]:
    """The blocks about the last meeting: an item with such a title, or a list that such words lead to."""
    if looks_back(item.item.title):
        return {passage.place for passage in item.passages}
    return _led_by(item, looks_back)


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


def is_report(lead: str) -> bool:
    """Whether a lead tells what a paper said or how it was given."""
    return _REPORTS.match(lead) is not None


_REPORTS = pattern_of(
    r"^(?:The|This|An?)\s+(?:\w+\s+){0,3}?(?:report|paper|presentation|document|briefing)\s+(?:\w+ly\s+)?(?:[a-z]+(?:ed|t)|made|gave|had|held)\b"
)
