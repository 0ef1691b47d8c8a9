"""Room `pack`: the rows of minutes as items and sentences.

Takes rows from top to bottom and knows the item under way; gives the item that begins with a row, and the sentences
that a row has a part of. Does not know what is private: `passages` does.
"""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.rows import Row

MOST_ITEM = 200
"""Characters of a row that may begin an item."""

SAME_MARGIN = 12.0
"""Points by which the numbers of two items stand apart at most."""

APART = 0.4
"""Line heights beyond the usual distance from which on another paragraph begins."""

FULL = 0.85
"""Of the longest row: one that reaches further goes on in the next."""

NUMBER = pattern_of(
    r"^(?P<shape>(?:(?:(?i:agenda\s+)?(?i:item|minute)(?i:\s+no\.?)?\s+)|[A-Z]{1,6}[/ .]?)?(?:\d{1,4}[/.-])*)"
    r"(?P<last>\d{1,4})(?P<dot>(?:\s?[.:)]|\s[-–—])?)\s+(?P<title>[A-Z(\[‘'\"“].*)$"
)
"""How minutes number their items: "12.", "C65", "TIC/24/38", "23/5", "Item 7 -"."""

LETTERED = pattern_of(r"^\d{1,3}\s?[a-z][.):]?\s+[A-Z]")
"""A part of an item with a heading of its own: "6a. Estates"."""

SENTENCE_END = pattern_of(
    r"\s(?:(?<=[a-z)\]\d][.;?]\s)|(?<=[A-Z]{4}\.\s)|(?<=\d[A-Z]\.\s)|(?<=art [ABI]\.\s)|(?<=art II\.\s))"
    r"\s*(?=[A-Z(“\"\[])"
)
"""It begins with the white space, and asks behind that what stands before it: only there is anything tried."""

_TABLE_OF_ITEMS = pattern_of(r"^(?:agenda\s+|minute\s+)?(?:item|minute)\s+(?:numbers?|nos?\b\.?)\W*\w", re.IGNORECASE)
_IN_TABLE = pattern_of(r"^(\d{1,3}[a-z]?)\b")

MOST_BELOW = 7
"""Rows below a heading in which it may be denied."""

_LEADS = pattern_of(r"[a-z]{2,}\s+[a-z][a-z\s]*:$")
"""Words that lead to what stands below: "The Panel took the following in private:", not "RESOLVED:"."""

_NOTE = pattern_of(r"^[(\[][^()\[\]]+[)\]]$")
"""A row in brackets is a note for itself, though no full stop ends it."""


class Item(Struct, frozen=True, kw_only=True):
    """The first row of an item of minutes."""

    numbers: tuple[tuple[str, int], ...]
    """What its number may be, as (what stays the same, what counts): of "C114/24" the 24 or the 114, as long as no
    second item has shown which it is."""
    row: Row
    text: str
    match: re.Match[str]
    """How its number is printed (`NUMBER`)."""

    @property
    def last(self) -> int:
        return self.numbers[0][1]

    def is_among(self, named: Sequence[str]) -> bool:
        """Whether a resolution that names items by these numbers means it."""
        return is_named(self.match, named)


FARTHEST = 99
"""Items between a resolution and the one that it names, where the minutes leave those between out."""


def is_named(number: re.Match[str], named: Sequence[str]) -> bool:
    """Whether a printed number is one of these: "10.2" as a whole, of "C65" and "23/5" what counts."""
    return (number["shape"] + number["last"] if _OF_PARTS.search(number["shape"]) else number["last"]) in named


_OF_PARTS = pattern_of(r"\d\.$")


class MinuteRows:
    """The rows, and the item under way in `item`, which the reader sets."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.item: Item | None = None

    @functools.cached_property
    def right(self) -> float:
        """How far the longest row reaches."""
        return max((row.box.right for row in self.rows), default=0.0)

    @functools.cached_property
    def _running(self) -> frozenset[tuple[str, int]]:
        """The words and heights that stand on several pages."""
        places = {(_place(row), row.pdf_page) for row in self.rows}
        pages = Counter(place for place, _ in places)
        return frozenset(place for place, times in pages.items() if times > 1)

    def is_running(self, row: Row) -> bool:
        """Whether a row is the head or foot of several pages: it says nothing of where it stands."""
        return _place(row) in self._running

    def after(self, at: int) -> Row:
        """The row below; the last one is its own."""
        return self.rows[min(at + 1, len(self.rows) - 1)]

    def with_next_word(self, at: int) -> str:
        """A row and the first word below: "... that the Council go into / committee"."""
        return f"{self.rows[at].text} {self.after(at).text.partition(' ')[0]}"

    def begins(self, row: Row, *, most: int = 3, named: Sequence[str] = ()) -> Item | None:
        """The item that begins with a row: numbered like the one under way, and one to `most` further on; where a
        heading bears a number that a resolution has `named`, as far on as it stands."""
        match = NUMBER.match(row.text)
        if match is None or len(row.text) > MOST_ITEM:
            return None
        numbers, known = _read_numbers(match, headed=stands_out(row)), self.item
        if known is not None:
            if stands_out(row) and is_named(match, named):
                most = FARTHEST
            follows = [one for one in numbers if _follows(one, known.numbers, most)]
            if not follows or abs(row.pieces[0].box.left - known.row.pieces[0].box.left) > SAME_MARGIN:
                return None
            parted = len(numbers) > len(follows) and numbers[-1] in follows
            numbers = tuple(one for one in numbers if parted or one in follows or one in known.numbers)
        return Item(numbers=numbers, row=row, text=match["title"], match=match)

    def title(self, item: Item, at: int) -> str:
        """The heading of an item that begins at this row; "" where it has none but begins with a sentence."""
        end = SENTENCE_END.search(item.text)
        if end is not None:
            return item.text[: end.start()].rstrip(".")
        below = self.after(at)
        alike = stands_out(below) or not stands_out(item.row)
        runs_on = item.row.box.right > FULL * self.right and alike and not NUMBER.match(below.text)
        return "" if runs_on or item.text.endswith((".", ";")) else item.text

    def runs_on(self, item: Item, at: int) -> bool:
        """Whether the row has more than the heading of the item."""
        return self.title(item, at) != item.text

    def below_heading(self, at: int) -> bool:
        """Whether a row stands right below the heading of its item: not below an item that is a sentence of its own."""
        item = self.item
        if item is None or item.text.endswith((".", ";")) or SENTENCE_END.search(item.text):
            return False
        if at > 1 and self.rows[at - 1].text.endswith((".", ";")):
            return False
        return any(row is item.row for row in self.rows[max(at - 2, 0) : at])

    def is_whole_item(self, first: int, at: int, sentence: str) -> bool:
        """Whether the item under way is one sentence and no more, with its end in this row or the next."""
        if self.item is None or self.item.row is not self.rows[first]:
            return False
        own = next(end for end in range(at + 1, len(self.rows) + 1) if end == len(self.rows) or self.parts(end))
        words = " ".join((self.item.text, *(row.text for row in self.rows[first + 1 : own])))
        return own < len(self.rows) and words.strip() == sentence

    def words_below(self, at: int) -> tuple[str, int]:
        """The words below a heading up to the next, or of the first rows; and the place behind them."""
        end = at + 1
        while end < min(at + MOST_BELOW, len(self.rows)) and not self.parts(end):
            end += 1
        return " ".join(row.text for row in self.rows[at + 1 : end]), end

    def parts(self, at: int) -> bool:
        """Whether a row begins something else than goes on in the item: another item, or a heading."""
        return self.begins(self.rows[at]) is not None or stands_out(self.rows[at])

    def tabled(self, at: int) -> tuple[tuple[str, ...], int]:
        """The numbers of items in a table ("Item number  Type of information"), and the place behind it."""
        items: list[str] = []
        if at < len(self.rows) and _TABLE_OF_ITEMS.match(self.rows[at].text):
            for end in range(at + 1, len(self.rows)):
                number = _IN_TABLE.match(self.rows[end].text)
                if number is None or stands_out(self.rows[end]):
                    return tuple(items), end
                items.append(number[1])
        return tuple(items), at

    @functools.cached_property
    def _leading(self) -> float:
        """The points between two lines of a sentence."""
        pairs = list(itertools.pairwise(self.rows))
        if gaps := sorted(_gap(one, two) for one, two in pairs if two.text[:1].islower()):
            return gaps[len(gaps) // 2]
        close = (gap for one, two in pairs if 0.0 < (gap := _gap(one, two)) < APART * (one.box.bottom - one.box.top))
        return min(close, default=0.0)

    def begins_paragraph(self, at: int) -> bool:
        """Whether a row looks other than the row above, or stands further below it than the lines of one sentence."""
        row, above = self.rows[at], self.rows[at - 1]
        apart = _gap(above, row) > self._leading + APART * (row.box.bottom - row.box.top)
        return apart or stands_out(row) is not stands_out(above)

    def sentences(self, at: int) -> Iterator[tuple[int, str]]:
        """The sentences that a row has a part of, each with the place of the row where it begins."""
        if _NOTE.match(self.rows[at].text):
            yield at, self.rows[at].text
            return
        first = at
        while first > max(at - 3, 0) and not NUMBER.match(self.rows[first].text):
            first -= 1
        starts: list[int] = []
        text = ""
        for place, row in enumerate(self.rows[first : at + 3], start=first):
            number = NUMBER.match(row.text)
            if place > at and number:
                break
            starts.append(len(text))
            text += (number["title"] if number else row.text) + " "
        starts.append(len(text))
        ends = {match.end() for match in SENTENCE_END.finditer(text)} | {len(text)}
        if self._is_heading(first):
            ends.add(starts[1])
        rows = self.rows[first : first + len(starts) - 1]
        apart = (of for of in range(1, len(rows)) if self.begins_paragraph(first + of))
        led = (of for of in range(1, len(rows)) if ":" in rows[of - 1].text and _LEADS.search(rows[of - 1].text))
        ends |= {starts[of] for of in (*apart, *led) if rows[of].text[:1].isupper()}  # not "... of Schedule / 12A"
        begin = 0
        for end in sorted(ends):
            if begin < starts[at - first + 1] - 1 and starts[at - first] < end:
                yield first + sum(start <= begin for start in starts[:-1]) - 1, text[begin:end].strip()
            begin = end

    def begun(self, at: int) -> list[str]:
        """The sentences that begin in a row."""
        return [sentence for first, sentence in self.sentences(at) if first == at]

    def sentences_below(self, at: int) -> list[str]:
        """Those that the row below has a part of, if it is none of another item."""
        goes_on = at + 1 < len(self.rows) and not self.parts(at + 1)
        return [sentence for _, sentence in self.sentences(at + 1)] if goes_on else []

    def _is_heading(self, at: int) -> bool:
        row = self.rows[at]
        item = self.item if self.item is not None and self.item.row is row else self.begins(row)
        return item is not None and not self.runs_on(item, at)


def _gap(above: Row, row: Row) -> float:
    return row.box.top - above.box.bottom if row.pdf_page == above.pdf_page else 0.0


def _place(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text), round(row.box.top / 4)


def _read_numbers(match: re.Match[str], *, headed: bool) -> tuple[tuple[str, int], ...]:
    """The number of an item, and what else it may be: a year may stand behind what counts, and "10.1" follow "9."."""
    numbers = [(match["shape"] + match["dot"], int(match["last"]))]
    if before := re.fullmatch(r"(\D*)(\d{1,4})([/.-])", match["shape"]):
        numbers.append((f"{before[1]}{before[3]}{match['last']}{match['dot']}", int(before[2])))
        if headed and before[3] == ".":
            numbers.append((f"{before[1]}.", int(before[2])))
    return tuple(numbers)


def _follows(number: tuple[str, int], known: tuple[tuple[str, int], ...], most: int) -> bool:
    return any(shape == number[0] and last < number[1] <= last + most for shape, last in known)


def stands_out(row: Row) -> bool:
    """Whether a row looks like a heading: bold, large or in capitals."""
    if row.pieces[0].bold or row.pieces[0].size >= 13.0:
        return True
    return _in_capitals(row.text)


@functools.lru_cache(maxsize=8192)
def _in_capitals(text: str) -> bool:
    return sum(map(str.isupper, text)) > 0.8 * sum(map(str.isalpha, text))
