"""Room `pack`: what marks the items of an agenda as private.

Takes the rows of a front sheet one by one, gives each item's mark: a private part it stands in, a resolution that
reaches it, words in its title or beside it, a note below, or a sign that the agenda explains. Does not find the items:
`frontsheet` does.
"""

import re

from msgspec import Struct, field

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.exclusion import NONE, Exclusion, Reach, closes, items_told_of, opens, read_exclusion
from scrutiny.pack.marks import Mark, find_ground, find_mark, find_title_mark, is_part_of_book
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.pack.model import PageRange
from scrutiny.pack.rows import Column, Row
from scrutiny.sources import fold

RANGE = pattern_of(
    r"\(?\s*\bPages?(?:\s+Nos?\.?)?(?::\s*|\s+)(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?\s*\)?",
    re.IGNORECASE,
)
"""Accepts "(Pages 3 - 14)", "(PAGES 11 TO 26)", "(Page 5)"."""

SAME_COLUMN = 9.0
"""Points. Numbers of one list stand within this of each other; wrapped titles are indented by 18 or more."""


class Marked(Struct, frozen=True, kw_only=True):
    """A mark and the row it stands on."""

    mark: Mark
    row: Row


class Draft(Struct):
    """An item while its rows are gathered."""

    number: str
    row: Row
    title: list[str]
    mark: Marked | None
    """What says that it is private, and where."""
    bold: bool
    size: float
    pages: PageRange | None = None
    title_open: bool = True
    last_row: Row | None = None
    range_left: float = 0.0
    range_right: float = 0.0
    begun: str = ""
    """The beginning of a page range whose end stands on the next row."""
    below: list[Row] = field(default_factory=list)
    """Its rows: the title, and what describes it."""

    def told(self, column: Column) -> str:
        """What a column of the table says of it."""
        return fold(" ".join(line.text for row in self.below for of, line in row.beside if of is column))


def _begins_exclusion(title: str) -> bool:
    """Whether an item is the business of excluding the public: by its first words, or since it names what it closes."""
    own = read_exclusion(title)
    return _EXCLUSION_BEGUN.match(title) is not None or (own is not None and own.reach is Reach.NAMED)


class Parts:
    """Which part of the agenda its rows are in: public, or private since a heading or a resolution."""

    def __init__(self) -> None:
        self.mark: Marked | None = None
        self._left: int | None = None
        """How many items the part has yet; None where it goes on to the next heading."""
        self._named: dict[str, Marked] = {}
        self._rows: list[Row] = []
        """A heading or resolution on excluding the public with the rows below it, until the next item."""
        self._settled: Draft | None = None
        """The item whose words were read for the last time: a public part begins below it."""

    def read(self, row: Row, drafts: list[Draft]) -> bool:
        """Takes a row that begins no item; whether it is a heading of a part."""
        text = row.text
        if find_legend([row]) is not None:
            return False
        if opens(text):
            self.settle(drafts)
            self.mark, self._settled = None, drafts[-1] if drafts else None
            return True
        exclusion = read_exclusion(text)
        if exclusion is None and (named := items_told_of(text)) and (mark := find_mark(text)) is not None:
            self._name(named, Marked(mark=mark, row=row), drafts)
            return True
        if self._rows:
            self._rows.append(row)
        elif exclusion is not None or _EXCLUSION_BEGUN.match(text):
            self._rows = [row]
        if self.mark is not None and self._left is None and NONE.search(text):
            self.mark = None
            return False
        of_items = exclusion is not None and exclusion.reach is Reach.NAMED
        heading = None if of_items or (drafts and _belongs(row, drafts[-1])) else closes(text)
        if heading is not None:
            self.mark, self._left = Marked(mark=Mark(text=heading), row=row), None
            return True
        return False

    def next_item(self, number: str, drafts: list[Draft]) -> Marked | None:
        """The mark that an item has by where it stands."""
        self.settle(drafts)
        mark = self._named.get(number) or self.mark
        if self._left is not None:
            self._left -= 1
            if not self._left:
                self.mark, self._left = None, None
        return mark

    def unnumbered(self, row: Row, drafts: list[Draft], *, ranged: bool) -> Marked | None:
        """The mark of a row with another number or none: it has pages of its own, or is the first in a private part."""
        if ranged:
            self.settle(drafts)
        first = self.mark is not None and (not drafts or drafts[-1].mark is not self.mark)
        return self.mark if ranged or (first and len(row.text) <= MAX_TITLE) else None

    def settle(self, drafts: list[Draft]) -> None:
        """What a resolution closes, once all its words are known."""
        rows, self._rows = self._rows, []
        if drafts and drafts[-1] is not self._settled and _begins_exclusion(fold(" ".join(drafts[-1].title))):
            rows = drafts[-1].below
        if not rows or self.mark is not None:
            return
        exclusion = read_exclusion(" ".join(row.text for row in rows[:MOST_ROWS]))
        if exclusion is not None:
            self._apply(exclusion, rows[0], drafts)

    def _apply(self, exclusion: Exclusion, row: Row, drafts: list[Draft]) -> None:
        marked = Marked(mark=Mark(text=exclusion.text), row=row)
        if exclusion.reach is Reach.NAMED:
            self._name(exclusion.items, marked, drafts)
        elif exclusion.reach is Reach.NEXT and drafts and row in drafts[-1].below and _OF_THIS.search(row.text):
            said = not exclusion.conditional and drafts[-1].mark is None
            if said and not _EXCLUSION_BEGUN.match(drafts[-1].title[0]):
                drafts[-1].mark = marked
        elif exclusion.reach is Reach.NEXT:
            self.mark, self._left = marked, exclusion.count
        elif exclusion.reach is Reach.REST and (
            not (exclusion.bare or exclusion.conditional) or any(draft.pages for draft in drafts)
        ):
            # a bare heading, or a question, among the first items only asks whether there will be any private business
            self.mark, self._left = marked, None

    def _name(self, items: tuple[str, ...], marked: Marked, drafts: list[Draft]) -> None:
        """Marks the items of these numbers, above and below."""
        self._named.update(dict.fromkeys(items, marked))
        for draft in drafts:
            if draft.number in items and draft.mark is None:
                draft.mark = marked


_OF_THIS = pattern_of(r"\b(?:this|above)\s+(?:agenda\s+)?(?:item|report|matter)\b", re.IGNORECASE)
"""A note below an item says it of that item, not of the next."""

MAX_TITLE = 120
"""Characters of a row that may be a title; more is a sentence about the part."""

MOST_ROWS = 12
"""A resolution with its ground in law and the public interest test takes up to ten rows."""

_EXCLUSION_BEGUN = pattern_of(
    r"^\W*(?:(?:motion|resolution|proposal|possible|proposed|to\s+consider|to)\s+(?:to\s+|for\s+)?)*exclu(?:sion|de)\b.{0,30}\b(?:press|public)\b"
    r"|^\W*(?:consideration|determination|identification)\s+of\s+(?:any\s+)?(?:exempt|private|confidential)\b"
    r"|^\W*(?:exempt|private|confidential|restricted)\s+(?:items?|business|session)\b",
    re.IGNORECASE,
)


def _belongs(row: Row, draft: Draft) -> bool:
    """Whether a row is a note on the item above it, no heading of a part: indented, in brackets, or a sentence."""
    indented = row.pieces[0].box.left > draft.row.pieces[0].box.left + SAME_COLUMN
    middle = row.box.centre
    centred = abs(middle - PAGE_MIDDLE) < SAME_COLUMN * 2 and row.box.left > 130
    notice = re.match(r"^\W*(?:not\s+for\s+publication\s+(?:by|under|because)|\(|by\s+virtue)", row.text, re.IGNORECASE)
    return bool(notice) or (indented and not centred and not row.pieces[0].bold and not row.text.isupper())


PAGE_MIDDLE = 297.5
"""Points. Half an A4 page: headings of parts stand in the middle, or at the left margin."""

_SIGN = pattern_of(r"[*#†‡§]+|[(\[][A-Z]{1,3}[)\]]")
"""What stands beside an item that a note explains: an asterisk, or letters in brackets."""
_EXPLAINS = pattern_of(r"\b(?:mark(?:ed|s)|denote[sd]?|indicate[sd]?|shown|asterisk\w*)\b|\bkey\s*:|=", re.IGNORECASE)
_AS_PRIVATE = pattern_of(
    r"\b(?:exempt|confidential|not\s+(?:for\s+publication|open\s+to\s+the\s+public))\b|\bprivate(?=\W*$|[\s,;.)]*(?:items?|business|session|reports?|part|[(\[]))|\b(?:press|public)\b.{0,40}\bexcluded\b"
    r"|\b(?:exclusion|absence)\s+of\s+(?:the\s+)?(?:press|public)\b",
    re.IGNORECASE,
)


def find_legend(rows: list[Row]) -> Marked | None:
    """A note that explains a sign beside items: "Items marked * contain exempt information", "Key: (E) exempt"."""
    for at, row in enumerate(rows):
        if not _EXPLAINS.search(row.text):
            continue
        # a note may be wrapped: its second line alone says neither what is marked nor that it is private
        following = rows[at + 1].text if at + 1 < len(rows) else ""
        text = row.text if _AS_PRIVATE.search(row.text) or following[:1].isupper() else f"{row.text} {following}"
        if not _AS_PRIVATE.search(text):
            continue
        clauses = re.split(rf"[;,]\s*|\s+(?={_SIGN.pattern})", text)
        own = (_SIGN.search(clause) for clause in clauses if _AS_PRIVATE.search(clause))
        sign = next(filter(None, own), None) or _SIGN.search(text)
        if sign or re.search(r"\basterisk", text, re.IGNORECASE):
            return Marked(mark=Mark(text=sign.group() if sign else "*"), row=row)
    return None


def find_own_mark(draft: Draft, title: str) -> Marked | None:
    """The mark in the item's title, beside its page range, in a column of its own, or in a note below."""
    if _EXCLUSION_BEGUN.match(title):
        return None  # business about exempt business
    if (mark := find_title_mark(title)) and not is_part_of_book(mark, title):
        return Marked(mark=mark, row=draft.row)
    if ground := find_ground(title):
        return Marked(mark=ground, row=draft.row)
    for cell in map(draft.told, Column):
        if may_hold_mark(cell) and (mark := find_title_mark(f"{title} {cell}") or find_mark(cell)):
            return Marked(mark=Mark(text=mark.text), row=draft.row)  # "Enc. 2 (exempt)" is all that the item has
    partial: Marked | None = None
    for at, row in enumerate(draft.below[:MOST_ROWS]):
        if at and not {draft.number}.issuperset(items_told_of(row.text)):
            continue  # a note on others
        ranged = RANGE.sub(" ", row.text)
        pages = RANGE.search(row.text)
        beside = [row.text[pages.end() :].strip()] if pages else []
        beside += [piece.text for piece in row.pieces[1:]]
        found = find_title_mark(fold(ranged)) if at < 3 else None
        found = found or next((mark for text in beside if (mark := find_mark(text) or find_ground(text))), None)
        found = found or (find_mark(fold(ranged)) if at else None)
        if found is not None and not found.partial:
            return Marked(mark=found, row=row)
        if found is not None and partial is None:
            partial = Marked(mark=found, row=row)
    return partial
