"""Room `families/minutes`: the action lists and next steps that stand in reports.

Takes the blocks of a report's pages, gives the parts of lists headed "Actions", "Next steps", "Agreed
actions", and says where their numbers leave one out.
"""

import itertools
import re

from msgspec import Struct

from scrutiny.families.minutes.people import split_owner
from scrutiny.families.minutes.tables import may_hold_log
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block

_HEADING = pattern_of(
    r"^(?:\d+(?:\.\d+)*\.?\s+)?(?:[\w’'&/-]+\s+){0,5}?(?:Agreed\s+)?(?:[Aa]ctions?(?:\s+(?:[Pp]oints?|[Ll]ist|[Pp]lan|agreed|required|arising)\b.{0,40})?|[Nn]ext\s+[Ss]teps|NEXT\s+STEPS|ACTIONS)\s*:?$"
)
"""Accepts "Actions", "Report next steps", "Actions agreed with schools"; rejects a sentence about actions."""

_WORTH = pattern_of(r"^[^.\n]{0,45}\b(?:actions?|next\s+steps)\b[^.\n]{0,28}$", re.IGNORECASE | re.MULTILINE)
_DONE = pattern_of(r"\b(?:has|have|had)\s+been\s+\w+ed\b|\b(?:completed|closed|done)\b", re.IGNORECASE)


class ListedAction(Struct, frozen=True, kw_only=True):
    """One entry of an action list. `owner` as printed; `done` where the entry says that it has been done."""

    number_printed: str | None
    text: str
    owner: str | None
    done: bool
    quote: str
    heading: str
    pages: tuple[int, ...]


class MissingNumber(Struct, frozen=True, kw_only=True):
    """A number that a list leaves out: `before` and `after` as printed."""

    before: str
    after: str
    quote: str
    page: int


def worth_reading(text: str) -> bool:
    """Whether a page's text can hold such a list."""
    return has_any(("action", "steps"), small_letters(text)) and _WORTH.search(text) is not None


def find_listed_actions(blocks: tuple[Block, ...]) -> tuple[tuple[ListedAction, ...], tuple[MissingNumber, ...]]:
    """The entries of every action list, and the numbers left out."""
    found: list[ListedAction] = []
    missing: list[MissingNumber] = []
    for index, block in enumerate(blocks):
        stands_out = block.bold or block.text.rstrip().endswith(":")
        titled = stands_out and len(block.text) <= 90 and _HEADING.match(block.text) and not may_hold_log(block.text)
        if block.bullet or not titled:
            continue
        entries = _entries(blocks, index)
        if any("?" in entry.text for entry in entries):
            continue  # the questions of a form
        for entry in entries:
            owner, what = split_owner(entry.text)
            found.append(
                ListedAction(
                    number_printed=None if entry.bullet else entry.marker, text=what[:1].upper() + what[1:].rstrip(" ."),
                    owner=owner, done=_DONE.search(entry.text) is not None, quote=entry.quote, heading=block.text,
                    pages=entry.pages,
                )
            )  # fmt: skip
        missing += _gaps(entries)
    return tuple(found), tuple(missing)


def _entries(blocks: tuple[Block, ...], heading: int) -> list[Block]:
    """The marked blocks below a heading, up to the next that is no part of the list."""
    entries: list[Block] = []
    shape = ""
    for block in blocks[heading + 1 :]:
        own = re.sub(r"\d+", "1", block.marker or "")
        if block.bold or (entries and own != shape) or (not own and len(block.text) > 200):
            break
        if own:  # else a line that introduces the list
            shape = own
            entries.append(block)
    return entries


def _gaps(entries: list[Block]) -> list[MissingNumber]:
    gaps = []
    for before, after in itertools.pairwise(entries):
        numbers = [re.match(r"\(?(\d+)[.)]?$", entry.marker or "") for entry in (before, after)]
        if all(numbers) and int(numbers[1][1]) > int(numbers[0][1]) + 1:  # type: ignore[index]
            gaps.append(
                MissingNumber(
                    before=before.marker or "", after=after.marker or "", quote=after.quote, page=after.pdf_page
                )
            )
    return gaps
