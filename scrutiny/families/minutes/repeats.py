"""Room `families/minutes`: the same action said twice in one paper.

Takes the actions of a paper, gives them with each once: where a summary says again what was decided under the same
item, and where the list at the end says again what stands in the text. Only what is the same in every telling word is
one; a row of the list also needs the same owner, and counts, since the next paper goes by its number.
"""

import re
from collections.abc import Sequence

from scrutiny.families.minutes.facts import Action
from scrutiny.families.minutes.people import split_owner
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of

_HEADING = pattern_of(r"^[^-–.]{3,60}\s[-–]\s(?=[A-Z])")
"""The heading of a part before its text: "Residents Parking - Approve"."""

FEWEST = 4
"""Telling words of an action; with fewer two may be alike by chance."""

FEWEST_ALIKE = 2
"""Telling words of a row of the list that are all that the text has."""

LISTED = 0.8
"""Share of its telling words that a row of the list has in common with what the text says at more length."""


def each_once(actions: Sequence[Action], listed: Sequence[Action] = ()) -> list[Action]:
    """The actions, without those that another one or a row of the list says again, and the rows of the list."""
    kept: list[Action] = []
    for action in actions:
        if any(_is_listed(action, row) for row in listed):
            continue
        at = next((place for place, one in enumerate(kept) if _is_same(one, action)), None)
        if at is None:
            kept.append(action)
        elif kept[at].owner is None and action.owner is not None:
            kept[at] = action
    return [*kept, *listed]


def _is_same(one: Action, other: Action) -> bool:
    if one.item != other.item or (one.owner and other.owner and one.owner != other.owner):
        return False
    words = _telling(_HEADING.sub("", one.text))
    return len(words) >= FEWEST and words == _telling(_HEADING.sub("", other.text))


def _is_listed(action: Action, row: Action) -> bool:
    """Whether a row of the list says again what an action says: in nearly the same words, or in few and only those."""
    holders = _names(row.owner or "") | _names(split_owner(row.text)[0] or "")
    if not action.owner or not row.owner or not _names(action.owner) & holders:
        return False
    own = _names(action.owner) | holders
    said, told = (_telling(text) - own for text in (action.text, row.text))
    least = min(len(said), len(told))
    return (least >= FEWEST and len(said & told) >= LISTED * least) or (said == told and least >= FEWEST_ALIKE)


def _names(owner: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", owner.lower())) - _TITLES


def _telling(text: str) -> frozenset[str]:
    words = (word for word in re.findall(r"[a-z’']{3,}|\d[\d,.]*", text.lower()) if word not in _SMALL)
    return frozenset(re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in words)


_SMALL = word_set(
    "the and for with from that this they will would could should has have had been was were are its their his her be"
)
_TITLES = word_set("the of and for mr mrs ms dr councillor cllr")
