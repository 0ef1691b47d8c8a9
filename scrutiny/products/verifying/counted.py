"""Part of the room `products`: how many things a paper numbers one by one.

Takes the pages of a paper, gives for each name how many there are of it: "Stage One" to "Stage Three" are three stages.
A name counts only where its numbers run from 1 without a gap. Lists count too: so many points behind "The panel is
asked to:".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.dates import MONTH
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.wording import about
from scrutiny.sources import Quote

MOST = 20
"""Things that somebody counts; of more, the numbers are those of pages or paragraphs."""

_ONES = ("one", *(word for word, value in NUMBER_WORDS.items() if 1 < value <= 10))
_NAMED = pattern_of(
    rf"(?P<name>[A-Z](?<!\w.)(?<!Key\s.)[a-z]{{3,14}})\s+(?P<number>(?i:{'|'.join(_ONES)})|\d{{1,2}}|[A-T])\b(?![.,:/]\d|\s?[%/])"
)
"""Accepts "Stage One", "Option 3", "Annex B"; not "Key Stage 3", which names pupils, nor "March 3"."""

_NOT_COUNTED = pattern_of(rf"^(?:page|item|paragraph|section|minute|note|table|figure|year|{MONTH})$", re.IGNORECASE)


class Counted(Struct, frozen=True, kw_only=True):
    """So many things of a name, and what they are the things of: words of a report's title."""

    number: int
    quote: Quote
    words: frozenset[str] = frozenset()
    working: str


def numbered_things(sheets: Sequence[Quote]) -> Mapping[str, tuple[Counted, ...]]:
    """For the stem of each name how many things are called by it."""
    found: dict[tuple[str, bool], dict[int, Quote]] = defaultdict(dict)
    """By the name, and whether letters number them."""
    for sheet in sheets:
        for match in _NAMED.finditer(sheet.text):
            name, printed = match["name"], match["number"].lower()
            if not _NOT_COUNTED.match(name):
                lettered = len(printed) == 1 and printed.isalpha()
                number = ord(printed) - ord("a") + 1 if lettered else _number(printed)
                found[name, lettered].setdefault(number, sheet)
    counted: dict[str, tuple[Counted, ...]] = defaultdict(tuple)
    for (name, lettered), numbers in found.items():
        many = len(numbers)
        if 2 <= many <= MOST and sorted(numbers) == list(range(1, many + 1)):
            first, last = ("A", chr(ord("A") + many - 1)) if lettered else ("1", str(many))
            for stem in about(name):
                there = Counted(number=many, quote=numbers[1], working=f"{name} {first} to {name} {last}")
                counted[stem] = (*counted[stem], there)
    return counted


_MANY = rf"(?:\d{{1,3}}|{'|'.join(_ONES)}|{'|'.join(NUMBER_WORDS)})"
_SIDE = r"(?:votes?\s+|(?:(?:members?|councillors?)\s+)?(?:vot(?:ed|ing)\s+|were\s+)|(?:members?|councillors?)\s+)?"
_OF_WHAT = r"(?:\s+(?:of\s+)?(?:the|it)(?:\s+(?:motion|amendment|proposal|recommendation))?)?"
_VOTERS = r"(?:[,;]?|\s[^\d()]{5,2000}?)"
"""What stands between two sides in figures: often who voted."""

_VOTE = pattern_of(
    rf"\b(?P<one>{_MANY})\s+votes?\s+(?:in\s+favour\s+)?to\s+(?P<other>{_MANY})\b"
    rf"|\b(?P<one2>{_MANY})\s+{_SIDE}(?:for|in\s+favour)\b{_OF_WHAT}[,;]?\s+(?:and\s+|with\s+)?"
    rf"(?P<other2>{_MANY}|no|none)\s+{_SIDE}against\b"
    rf"|\bfor(?:\s+the\s+motion)?\s?[:(=–-]\s?(?P<one3>\d{{1,3}})\)?{_VOTERS}\s+(?:against|for\s+the\s+amendment)\s?[:(=–-]\s?"
    rf"(?P<other3>\d{{1,3}})\b"
    rf"|\bby\s+(?P<one7>{_MANY})\s+(?:votes?\s+and|(?:votes?\s+)?with)\s+(?P<other7>{_MANY}|no|none)\s+{_SIDE}against\b"
    r"(?!\s+[£\d])"
    rf"|\bby\s+(?P<one6>{_MANY})\s+to\s+(?P<other6>{_MANY})\b(?!\s?(?:%|per\b|[a-z]+s\b))"
    rf"|\b(?:carried|passed|won)\s+(?:by\s+)?(?P<one4>{_MANY})(?:\s?[-–]\s?|\s+to\s+)(?P<other4>{_MANY})\b"
    rf"|\b(?:lost|fell|defeated|rejected)\s+(?:by\s+)?(?P<one5>{_MANY})(?:\s?[-–]\s?|\s+to\s+)(?P<other5>{_MANY})\b",
    re.IGNORECASE,
)
"""Accepts "five votes to three", "3 for, 5 against", "2 voting for, 7 voting against", "two members voted for the
motion and six against", "For: 7, against: 6", "For (7) Ms Elm, Mr Ash, ... Against (6)", "carried 7-6"."""


_ABSTAINED = pattern_of(
    rf"\)?(?:(?:\.\s+There\s+(?:was|were)\s+|[^\d.]{{0,40}}?\b)(?P<many>{_MANY})\s+{_SIDE}abst\w+|{_VOTERS}\s+abst\w*\s?[:(=–-]\s?(?P<many2>\d{{1,3}}))",
    re.IGNORECASE,
)
"""Accepts ", with two abstaining", ". There were three abstentions", " and nine abstentions",
") Ms Elm, Mr Ash Abstain (2" behind a vote."""


_DECIDED = pattern_of(
    r"\b(?:agree|approve|adopt|accept|resolve|refuse|reject|decide|decision|turned\s+down)\w*\b[^.;:\d]{0,60}$",
    re.IGNORECASE,
)
"""Before the sides of a decision, of which those who won come first: "refused it by". A motion "fell by" either."""


_ENDED = pattern_of(
    r"\b(?:(?P<carried>carried|passed)|lost|defeated|fell|fallen|failed)\b[^.;:\d]{0,40}$", re.IGNORECASE
)
"""Before the sides of a vote: how it ended."""


class Order(Enum):
    """In which order a vote tells its sides."""

    FOR_AGAINST = "for and against"
    WON_LOST = "those who won and those who lost"
    EITHER = "not said"


class Vote(Struct, frozen=True, kw_only=True):
    """A vote, where a text tells it. `sides` are how many voted, as they are told, in the order that `order` says;
    `abstained` where that is said too. `places` are where these numbers begin."""

    start: int
    end: int
    sides: tuple[int, int]
    order: Order
    abstained: int | None = None
    carried: bool | None = None
    """Whether what was voted on was carried, where that is said."""
    places: tuple[int, ...] = ()

    def agrees(self, other: "Vote") -> bool:
        """Whether both may be the same vote: "five votes to three" is "3 for, 5 against" of a motion that fell."""
        if self.is_told_like(other):
            return self.sides == other.sides
        return sorted(self.sides) == sorted(other.sides)

    def shares_side(self, other: "Vote") -> int | None:
        """Which side of it the other one has too, where it has the other side otherwise."""
        if not self.is_told_like(other):
            return None
        same = [at for at in (0, 1) if self.sides[at] == other.sides[at]]
        return same[0] if len(same) == 1 else None

    def ended_otherwise(self, other: "Vote") -> bool:
        """Whether the one was carried and the other lost."""
        return None not in (self.carried, other.carried) and self.carried is not other.carried

    def is_turned(self, other: "Vote") -> bool:
        """Whether the other one is the same with its sides swapped."""
        return self.is_told_like(other) and self.sides == other.sides[::-1] != other.sides

    def is_told_like(self, other: "Vote") -> bool:
        """Whether both tell their sides in the same order."""
        return self.order is other.order is not Order.EITHER


def votes_of(text: str) -> Iterator[Vote]:
    """Every vote of a text."""
    for match in _VOTE.finditer(text):
        own = [(_number(each), match.start(name)) for name, each in match.groupdict().items() if each]
        (one, first), (other, second) = sorted(own, key=lambda each: each[1])
        order = Order.FOR_AGAINST
        if not (match["one"] is match["one5"] is match["one6"] is None):
            order = Order.WON_LOST if _DECIDED.search(text, 0, match.start()) else Order.EITHER
        ended = _ENDED.search(text[: match.start()])
        carried = None if ended is None else ended["carried"] is not None
        if carried and order is Order.EITHER:
            order = Order.FOR_AGAINST
        behind = _ABSTAINED.match(text, match.end())
        name = "" if behind is None else "many" if behind["many"] else "many2"
        yield Vote(
            start=match.start(), end=match.end() if behind is None else behind.end(), sides=(one, other),
            order=order, carried=carried, abstained=None if behind is None else _number(behind[name]),
            places=(first, second, *(() if behind is None else (behind.start(name),))),
        )  # fmt: skip


def _number(printed: str) -> int:
    word = printed.lower()
    return int(word) if word.isdigit() else 0 if word in ("no", "none") else NUMBER_WORDS.get(word, 1)


_MARK = pattern_of(
    r"\s*(?:(?P<bullet>[•▪●◦‣\uf0b7\uf0a7\uf0d8])|\(?(?P<roman>i|ii|iii|iv|v|vi|vii|viii|ix|x)[.)]|\(?(?P<letter>[a-z])[.)]"
    r"|\(?(?P<number>\d{1,2})[.)])\s+\S"
)
"""What stands before a point of a list."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

_HEADING = pattern_of(r"\s*[A-Z][^.;,]{3,60}(?<![.;,:])\s*$")

FAR = 25
"""Lines from one point of a list to the next."""

LEAD = 3
"""Lines that lead up to a list."""

Line = tuple[Quote, str]
"""A line of a page, and the page."""


def listed_things(pages: Sequence[tuple[Quote, str]]) -> tuple[Counted, ...]:
    """How many points each list has, with the words of what leads up to it: a line that ends with a colon, or the
    heading above it. `pages` are the pages with their text."""
    lines = [(page, line) for page, text in pages for line in text.split("\n") if line.strip()]
    found = []
    for at in range(1, len(lines)):
        kind, number = _place(lines[at][1])
        if kind is None or number not in (0, 1):
            continue
        before = lines[at - 1][1].rstrip()
        if not before.endswith(":") and not (_HEADING.match(before) and _place(before)[0] is None):
            continue
        many = _points(lines, at, kind)
        if 2 <= many <= MOST:
            lead = [before]
            for _, line in reversed(lines[max(0, at - LEAD) : at - 1]):
                if not before.endswith(":") or line.rstrip().endswith((".", ";", ":")) or _place(line)[0] == kind:
                    break
                lead.insert(0, line)
            words = about(" ".join(lead))
            words |= {word[:-2] for word in words if word.endswith("ed")}  # "The panel is asked to", "it asks"
            there = replace(lines[at][0], text=" ".join(lead).strip())
            found.append(Counted(number=many, quote=there, words=words, working=f"a list of {many}"))
    return tuple(found)


def _place(line: str) -> tuple[str | None, int]:
    """The kind of mark that a line begins with, and its number: 0 for a bullet."""
    match = _MARK.match(line)
    if match is None or match.lastgroup is None:
        return None, 0
    mark = match[match.lastgroup]
    if match.lastgroup == "bullet":
        return f"bullet {mark}", 0
    if match.lastgroup == "number":
        return "number", int(mark)
    if match.lastgroup == "roman" and mark not in ("v", "x"):
        return "roman", _ROMAN.index(mark) + 1
    return "letter", ord(mark) - ord("a") + 1


def _points(lines: Sequence[Line], first: int, kind: str) -> int:
    """The points of the list that begins at a line. A list of bullets ends with what is no point behind a full stop."""
    many, last = 1, first
    for at in range(first + 1, len(lines)):
        line = lines[at][1]
        own, number = _place(line)
        if kind == "roman" and own == "letter" and line.strip(" (")[:1] in "vx":
            own, number = "roman", _ROMAN.index(line.strip(" (")[:1]) + 1
        if at - last > FAR or (own == kind and number == 1):
            break
        if own == kind and number in (0, many + 1):
            many, last = many + 1, at
        elif kind.startswith("bullet") and own is None and lines[at - 1][1].rstrip().endswith((".", ":")):
            break
    return many
