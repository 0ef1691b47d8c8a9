"""Room `pack`: agendas that are laid out as tables.

Takes the rows of a front sheet and the words on its pages, gives the rows of the columns with the number and the title
of each item; what its other columns say stands `beside` them. A table is known by its heading: short cells made of
words for who leads, which paper, what for, when and where, beside one that names the items. Where the columns have no
white between them, or nothing is left of the titles, the rows stay as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.evidence import ITEM_NUMBER
from scrutiny.pack.exclusion import closes, opens
from scrutiny.pack.rows import Column, Row, with_pieces
from scrutiny.pdf import Line, Rule, Word, size_of_most
from scrutiny.sources import Box, fold

APART = 0.6
"""Of the size of the type: what is white between two cells at the least; words stand half as far from each other."""

HEADING_ROWS = 4
"""Rows at most of the heading of a table."""

BELOW = 0.8
"""Of the size of the type, between two lines of that heading."""

MAX_WORDS = 7
"""Of the heading of a column: "For (noting/ discussion/ decision/ assurance)"."""

CROSSED = 0.2
"""Share at most of the rows in which words stand across the white between two columns: titles set over both."""

MAX_CELL = 200
"""Characters: where more stands beside an item, it is what was said of it, in minutes that are a table."""

MIN_ITEMS = 3
"""Numbered rows that a table has at the least."""

SAME_LEFT = 3.0
"""Points by which the lines of a cell begin apart."""

SLACK = 1.5
"""Points by which rules that meet differ."""

WORDS_OF = {
    Column.ITEM: (
        "item items agenda subject subjects title titles topic topics business matter matters description issue issues "
        "theme"
    ),
    Column.WHO: (
        "lead leads led presenter presenters presented presenting presents officer officers owner owners who whom by "
        "from speaker speakers sponsor responsible responsibility person contact author authors director facilitator "
        "introduced reporting holder portfolio member executive exec cabinet board organisation partner"
    ),
    Column.PAPER: (
        "paper papers enclosure enclosures enclosed enc encs encl encls attachment attachments attached document "
        "documents appendix appendices annex report reports verbal oral written follow format method supporting "
        "background accompanying"
    ),
    Column.WANTED: (
        "for purpose action actions decision decisions noting note information discussion assurance approval approve "
        "endorsement outcome outcomes recommendation recommendations type category nature consultation vote votes "
        "voting comment ratification"
    ),
    Column.TIME: "time times timing timings start finish duration mins minutes length slot hours hrs",
    Column.PAGES: "page pages pg pp",
}
"""The words of which the headings of the columns are made."""

_KINDS = {word: kind for kind, words in WORDS_OF.items() for word in words.split()}
_OTHER_WORDS = (
    "no nos number numbers ref reference required requested sought expected desired of the and or to be is end name "
    "pack pdf allocated allotted indicative approx approximate est estimated"
)
_OTHERS = frozenset(_OTHER_WORDS.split())
_REPORT = frozenset(("report", "reports"))


class Heading(Struct, frozen=True, kw_only=True):
    """The heading of one column; `kind` is None where it tells something else."""

    text: str
    box: Box
    kind: Column | None

    @property
    def kept(self) -> bool:
        return self.kind in (Column.ITEM, None)


class Table(Struct, frozen=True, kw_only=True):
    """The columns of a table with the places between them. `last` is the last row of its heading."""

    columns: tuple[Heading, ...]
    edges: tuple[float, ...]
    last: Row

    def column_at(self, x: float) -> Heading:
        return self.columns[sum(edge < x for edge in self.edges)]


Printed = tuple[Sequence[Word], Sequence[Rule]]
"""The words and the rules of a page."""


class Layer:
    """What is printed on a page, by its rows."""

    def __init__(self, printed: Printed, rows: Sequence[Row]) -> None:
        words, self.rules = printed
        pieces = [piece for row in rows for piece in row.pieces]
        self._words: dict[Line, list[Word]] = {}
        for word in words:
            around = [piece for piece in pieces if _holds(piece.box, word.box)]
            if around:
                home = min(around, key=lambda piece: abs(piece.box.middle - word.box.middle))
                self._words.setdefault(home, []).append(word)

    def cells(self, row: Row) -> list[list[Word]]:
        """The words of a row in groups, between which there is white or a rule."""
        own = [word for piece in row.pieces for word in self._words.get(piece, ())]
        own.sort(key=lambda word: word.box.left)
        groups = [own[:1]] if own else []
        for one, other in pairwise(own):
            if other.box.left - one.box.right > APART * other.size or self._is_ruled(one.box, other.box):
                groups.append([])
            groups[-1].append(other)
        return groups

    def parted(self, row: Row) -> Row:
        """The row with each of its cells as a piece."""
        return with_pieces(row, [_line_of(cell, row.main) for cell in self.cells(row)])

    def _is_ruled(self, one: Box, other: Box) -> bool:
        return any(
            one.right - SLACK < rule.box.centre < other.left + SLACK and rule.box.top < other.middle < rule.box.bottom
            for rule in self.rules if not rule.horizontal
        )  # fmt: skip

    def bands(self, left: float, right: float) -> list[float]:
        """The heights at which rules part the rows of a table from edge to edge."""
        along = sorted(
            (rule.box for rule in self.rules if rule.horizontal and rule.box.right > left and rule.box.left < right),
            key=lambda box: box.middle,
        )
        groups: list[list[Box]] = []
        for box in along:
            if not groups or box.middle - groups[-1][0].middle > SLACK:
                groups.append([])
            groups[-1].append(box)
        return [
            group[0].middle for group in groups
            if sum(min(box.right, right) - max(box.left, left) for box in group) > 0.9 * (right - left)
        ]  # fmt: skip


def _holds(outer: Box, inner: Box) -> bool:
    return outer.left - 1 < inner.centre < outer.right + 1 and outer.top - 1 < inner.middle < outer.bottom + 1


def _box_of(words: Sequence[Word]) -> Box:
    return words[0].box.join(*(word.box for word in words[1:]))


def _line_of(words: Sequence[Word], piece: Line) -> Line:
    """Words as a line of their own; `piece` is the line that they are of."""
    size = size_of_most((word.text, word.size) for word in words)
    text = fold(" ".join(word.text for word in words))
    return replace(piece, text=text, box=_box_of(words), size=size, bold=words[0].bold)


def by_title(rows: Sequence[Row], read_page: Callable[[int], Printed]) -> list[Row]:
    """The rows of a front sheet; of those in a table what stands in the columns of the numbers and the titles. The
    words of a page are only read where one of its rows may head a table, or a table may go on."""
    found: list[Row] = []
    table: Table | None = None
    least = MIN_ITEMS
    for page, of_page in groupby(rows, key=lambda row: row.pdf_page):
        own = [*of_page]
        heads = [at for at in range(len(own)) if _may_head(own[at : at + HEADING_ROWS])]
        layer = Layer(read_page(page) if heads or table is not None else ((), ()), own)
        begun: list[tuple[int, Table]] = []
        for at in heads:
            each = _find_table(own[at:], layer)
            inside = bool(begun) and own[at].place <= begun[-1][1].last.place
            if inside and each is not None and len(each.columns) > len(begun[-1][1].columns):
                begun.pop()  # what stands above the heading is not of it
                inside = False
            if each is not None and not inside:
                begun.append((at, each))
        ends = [*(at for at, _ in begun), len(own)]
        for (at, each), end in zip([(0, table), *begun], ends, strict=True):
            first = at if each is None or each is table else own.index(each.last) + 1
            read = None if each is None else _read(each, own[first:end], layer, least)
            found += own[at:end] if read is None else (*map(layer.parted, own[at:first]), *read)
            table = None if read is None else each
            least = least if read is None else 1
    return found


def _may_head(rows: Sequence[Row]) -> bool:
    """Whether rows may be the heading of a table, by their words alone."""
    words = _WORD.findall(rows[0].text.lower())
    kinds = {_KINDS.get(word) for row in rows for word in _WORD.findall(row.text.lower())} - {None}
    known = sum(word in _KINDS or word in _OTHERS for word in words)
    return len(kinds) > 1 and 2 * known > len(words) and not _NUMBER.match(rows[0].text)


_WORD = pattern_of(r"[a-z]+")
_NUMBER = pattern_of(rf"^{ITEM_NUMBER}\.?(?=\s|$)")


def _find_table(rows: Sequence[Row], layer: Layer) -> Table | None:
    """The table that is headed by the first rows; the heading is as high as its cells are all told."""
    for count in range(min(HEADING_ROWS, len(rows) - 1), 0, -1):
        heading, below = rows[:count], rows[count:]
        close = all(
            two.box.top - one.box.bottom < BELOW * one.main.size and one.same_style(two)
            for one, two in pairwise(heading)
        )
        if not close or any(_NUMBER.match(row.text) for row in heading):
            continue
        columns = _columns([cell for row in heading for cell in layer.cells(row)])
        if columns is None:
            continue
        cells = [[_box_of(cell) for cell in layer.cells(row)] for row in below]
        beside = [boxes for boxes in cells if len(boxes) > 1]
        edges = [_edge(one, other, beside, layer) for one, other in pairwise(columns)]
        if all(edge is not None for edge in edges):
            return Table(columns=columns, edges=tuple(edge for edge in edges if edge is not None), last=heading[-1])
    return None


def _columns(cells: Sequence[Sequence[Word]]) -> tuple[Heading, ...] | None:
    """The headings of columns from the words of some rows: those that stand one above the other are one heading."""
    groups: list[list[tuple[int, Sequence[Word]]]] = []
    boxes: list[Box] = []
    for at, cell in sorted(enumerate(cells), key=lambda each: each[1][0].box.left):
        if boxes and cell[0].box.left < boxes[-1].right:
            groups[-1].append((at, cell))
            boxes[-1] = boxes[-1].join(_box_of(cell))
        else:
            groups.append([(at, cell)])
            boxes.append(_box_of(cell))
    texts = [
        fold(" ".join(word.text for _, cell in sorted(group, key=itemgetter(0)) for word in cell)) for group in groups
    ]
    kinds = [_kind_of(text) for text in texts]
    titled = [at for at, text in enumerate(texts) if kinds[at] is Column.ITEM and _is_title(text)]
    if not titled and Column.ITEM in kinds:  # "Item No", "Report"
        named = (at for at, text in enumerate(texts) if _REPORT.issuperset(_WORD.findall(text.lower())) and text)
        titled = [at for at in named if kinds[at] is Column.PAPER][:1]
        kinds = [Column.ITEM if at in titled else kind for at, kind in enumerate(kinds)]
    if titled:  # a reference behind the title is that of the paper
        kinds = [
            Column.PAPER if kind is Column.ITEM and at > titled[0] and not _is_title(texts[at]) else kind
            for at, kind in enumerate(kinds)
        ]
    told = [kind for kind in kinds if kind is not None]
    short = all(len(text.split()) <= MAX_WORDS for text in texts)
    if not short or Column.ITEM not in told or not set(told) - {Column.ITEM} or len(kinds) - len(told) > 1:
        return None
    return tuple(Heading(text=text, box=box, kind=kind) for text, box, kind in zip(texts, boxes, kinds, strict=True))


def _is_title(text: str) -> bool:
    return any(_KINDS.get(word) is Column.ITEM for word in _WORD.findall(text.lower())) and not _NUMBERS.search(text)


_NUMBERS = pattern_of(r"\b(?:no|nos|number|ref|reference)\b|#", re.IGNORECASE)


def _kind_of(text: str) -> Column | None:
    """What a column tells by its heading; None where it has other words."""
    words = _WORD.findall(_PLURAL.sub("", text.lower()))
    if any(word not in _KINDS and word not in _OTHERS for word in words):
        return None
    head = words[: words.index("of")] if "of" in words[1:] else words
    kinds = [_KINDS[word] for word in head if word in _KINDS] or [_KINDS[word] for word in words if word in _KINDS]
    if not kinds or kinds[-1] is Column.ITEM or {*kinds} == {Column.ITEM, Column.WANTED}:
        return Column.ITEM if kinds or _NUMBERS.search(text) else None
    return next(kind for kind in _RANK if kind in kinds)


_PLURAL = pattern_of(r"\(s\)|['’]s\b")

_RANK = (Column.PAGES, Column.WHO, Column.PAPER, Column.WANTED, Column.TIME)
"""What decides where a heading has words of more than one: "Page of paper", "Report author", "Paper for noting"."""


def _edge(one: Heading, other: Heading, rows: Sequence[Sequence[Box]], layer: Layer) -> float | None:
    """Where one column ends and the next begins: at a rule, or in the white between their words; close by the column
    that is not kept, since a number stands apart from its title too. None where words of many rows stand there."""
    low, high = one.box.right, other.box.left
    ruled = (
        rule.box.centre for rule in layer.rules
        if not rule.horizontal and low - SLACK < rule.box.centre < high + SLACK
        and rule.box.top < one.box.bottom and rule.box.bottom > one.box.top
    )  # fmt: skip
    if (rule := next(ruled, None)) is not None:
        return rule
    if one.kept and other.kept:
        return (low + high) / 2
    ends = {x for boxes in rows for box in boxes for x in (box.left, box.right) if low < x < high}
    places = sorted({low, high, *ends})
    crossed = [
        (sum(box.left < (a + b) / 2 < box.right for boxes in rows for box in boxes), a, b) for a, b in pairwise(places)
    ]
    least = min((count for count, _, _ in crossed), default=len(rows))
    if least > CROSSED * len(rows) or not crossed:
        return None
    free = [(a, b) for count, a, b in crossed if count == least]
    if one.kept:
        a, b = free[-1]
    elif other.kept:
        a, b = free[0]
    else:
        a, b = max(free, key=lambda each: each[1] - each[0])
    return (a + b) / 2


def _read(table: Table, rows: Sequence[Row], layer: Layer, least: int) -> list[Row] | None:
    """The rows below the heading, or of the next page, as those of a list; None where fewer than `least` of its items
    have a title, or not most of them, or more is told of one than an agenda tells."""
    bands = layer.bands(table.columns[0].box.left, table.columns[-1].box.right)
    found: list[Row] = []
    for group in _in_bands(rows, bands):
        parted = [_part(table, row, layer) for row in group]
        kept = [own for own, _ in parted if own is not None]
        aside = [each for _, beside in parted for each in beside]
        if kept:
            kept = _number_first(kept) if kept[1:] else kept
        elif found and not _heads_part(group[0], found[-1]):
            kept = [found.pop()]
        else:
            kept, aside = [*group], []
        found += (replace(kept[0], beside=(*kept[0].beside, *aside)), *kept[1:])
    items = [row.text[match.end() :] for row in found if (match := _NUMBER.match(row.text))]
    if any(sum(len(line.text) for of, line in row.beside if of is kind) > MAX_CELL for row in found for kind in Column):
        return None
    titled = sum(any(map(str.isalpha, title)) for title in items)
    told = any(row.beside for row in found)
    return found if told and titled >= least and 3 * titled > 2 * len(items) else None


def _heads_part(row: Row, above: Row) -> bool:
    """Whether words that stand in another column alone head a private or a public part, and are of no cell above."""
    left = row.box.left
    return (closes(row.text) is not None or opens(row.text)) and all(
        abs(line.box.left - left) > SAME_LEFT for _, line in above.beside
    )


def _in_bands(rows: Sequence[Row], bands: Sequence[float]) -> Iterator[list[Row]]:
    """Rows of text by the rows of the table, where rules part those: between two rules stands one number at most."""
    for band, own in groupby(rows, key=lambda row: sum(height < row.box.middle for height in bands)):
        group = [*own]
        if 0 < band < len(bands) and sum(_NUMBER.match(row.text) is not None for row in group) < 2:
            yield group
        else:
            yield from ([row] for row in group)


def _part(table: Table, row: Row, layer: Layer) -> tuple[Row | None, list[tuple[Column, Line]]]:
    """What a row has in the columns that are kept, and what in the others. Words that run on from one column into the
    next are a heading, or text that belongs to none."""
    pieces: list[Line] = []
    aside: list[tuple[Column, Line]] = []
    for words in layer.cells(row):
        box = _box_of(words)
        column = table.column_at(box.centre)
        piece = next(piece for piece in row.pieces if _holds(piece.box, words[0].box))
        line = _line_of(words, piece)
        if column.kind is None or column.kept or any(box.left + SLACK < x < box.right - SLACK for x in table.edges):
            pieces.append(line)
        else:
            aside.append((column.kind, line))
    if not aside:
        return row if len(pieces) <= len(row.pieces) else with_pieces(row, pieces), []
    return with_pieces(row, pieces) if pieces else None, aside


def _number_first(rows: list[Row]) -> list[Row]:
    """The rows of a cell with the number of the item, which may stand half way down, before the first line."""
    at = [n for n, row in enumerate(rows) if _NUMBER.match(row.pieces[0].text)]
    left = min(row.pieces[0].box.left for row in rows)
    if len(at) != 1 or rows[at[0]].pieces[0].box.left > left + SLACK:
        return rows
    number, *rest = rows[at[0]].pieces
    if not _NUMBER.fullmatch(number.text):
        return rows
    others = [with_pieces(rows[at[0]], rest)] if rest else []
    body = [*rows[: at[0]], *others, *rows[at[0] + 1 :]]
    body.sort(key=lambda row: row.pieces[0].box.middle)
    return [with_pieces(body[0], (number, *body[0].pieces)), *body[1:]]


class Label(Struct, frozen=True, kw_only=True):
    """What a paper is called beside its item and on its first page: "Enc. 3", "Paper C"; `added` for "Appendix 2"."""

    number: str
    added: bool


_SENT = r"enc(?:l(?:osures?|s)?|losures?|s)?|papers?|attachments?|att|documents?|doc|reports?"
_ADDED = r"appendi(?:x|ces)|app|annex(?:e|es)?"
_LABEL = pattern_of(
    rf"(?:^|(?<=[\s(/]))(?:(?P<sent>{_SENT})|(?P<added>{_ADDED}))\b\.?\s*(?:no\b\.?\s*)?[:–-]?\s*(?P<number>(?-i:[A-Z]\d?)|\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?)"
    r"(?=$|[\s):;,.&/])(?!\s+of\b)",
    re.IGNORECASE,
)
_ALONE = pattern_of(r"^\(?(?P<number>[A-Z]\d?|\d{1,2}(?:\.\d{1,2})?[a-z]?)[).]?$")
_WITHOUT = pattern_of(
    r"^\W*(?:verbal|oral|to\s+follow|(?:to\s+be\s+)?tabled|none|nil|n\s?/\s?a|no\s+paper)\b"
    r"(?:\s+(?:update|report|item|presentation|at\s+(?:the\s+)?meeting))?\W*$",
    re.IGNORECASE,
)


def read_label(text: str, *, alone: bool) -> Label | None:
    """The label that a cell or a line of a page has first; a number or a letter `alone` is one only in a cell."""
    if match := _LABEL.search(text):
        return Label(number=match["number"].upper(), added=match["added"] is not None)
    own = _ALONE.match(text) if alone else None
    return Label(number=own["number"].upper(), added=False) if own else None


def is_without_paper(cell: str) -> bool:
    """Whether the cell of an item says that nothing was sent out for it: "Verbal", "To follow"."""
    return _WITHOUT.match(cell) is not None
