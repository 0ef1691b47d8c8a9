"""Room `products`: the figures of a summary, to be verified. Takes files, gives what each claims, line by line.

Reads Markdown, plain text with aligned columns or blocks, CSV and TSV, HTML, and the tool's own JSON. List numbers, and
columns that hold page numbers, references or counts of checks are no figures of the paper.
"""

import csv
import functools
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.errors import InputError, NothingFoundError
from scrutiny.language.patterns import pattern_of
from scrutiny.products.summarytexts import SummaryText, read_texts
from scrutiny.products.textlines import FINDING, Line, block_of, columns_of, cut, is_wrapped, without_findings
from scrutiny.products.verifying.claims import Context, claims_of_paragraph, claims_of_row, goes_on, stems_of_heading
from scrutiny.products.verifying.model import Claim
from scrutiny.products.verifying.numerals import Kind, Numeral
from scrutiny.products.verifying.wording import about, merged, years_of
from scrutiny.sources import fold

LONGEST = 3000
"""Characters of a paragraph that are read at a time."""

SHORT = 80
"""Characters of a line that can be the caption of a table."""

_HEADING = pattern_of(r"^\s*#{1,6}\s+")
_ITEM = pattern_of(r"^\s*(?:>\s*)*(?:[-*•+]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)")
_RULE = pattern_of(r"^\s*-{2,}(?:\s{1,}-{2,})+\s*$|^\s*-{3,}\s*$|^\s*={3,}\s*$")
_SEPARATOR = pattern_of(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_COMMAND = pattern_of(r"^\s*(?:\$\s|```)")
_LINK = pattern_of(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MARKS = pattern_of(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\\(?=[|<>\[\]*_`#@.!()+-])")
_QUOTED = pattern_of(r"^\s*(?:>\s*)+")
Words = Mapping[str, float]


class Summary(Struct, frozen=True, kw_only=True):
    """A summary that was read: its lines and its claims."""

    lines: tuple[str, ...]
    figures: tuple[Claim, ...]


def read_summaries(paths: Sequence[Path]) -> tuple[Summary, ...]:
    """The summaries with their figures. Raises `InputError`, and `NothingFoundError` when they hold no figure."""
    return summaries_of(read_texts(paths))


def summaries_of(texts: tuple[SummaryText, ...]) -> tuple[Summary, ...]:
    """The figures of the summaries. Raises `InputError`, and `NothingFoundError` when they hold none."""
    found = tuple(summary_of(each) for each in texts)
    if all(claim.soft for summary in found for claim in summary.figures):
        names = ", ".join(each.path.name for each in texts)
        raise NothingFoundError(f"no figures in {names}", advice="Page, paragraph and list numbers are no figures.")
    return found


@functools.cache
def summary_of(text: SummaryText) -> Summary:
    """The figures of one summary. Raises `InputError`."""
    figures = claims_of_form(text.path.name, text.path.suffix.lower(), text.text)
    return Summary(figures=tuple(figures), lines=text.lines)


def claims_of_form(name: str, suffix: str, text: str) -> list[Claim]:
    """The figures of a text in the form that a file's ending stands for. Raises `InputError`."""
    if suffix in (".csv", ".tsv"):
        return _without_own_dates(list(_of_csv(name, text, "\t" if suffix == ".tsv" else ",")))
    if suffix in (".json", ".jsonl"):
        return list(_of_json(name, text, by_line=suffix == ".jsonl"))
    if suffix in (".html", ".htm"):
        return list(_of_html(name, text))
    return list(claims_of_text(name, text))


def _without_own_dates(claims: Sequence[Claim]) -> list[Claim]:
    """The figures of a table of data, of which a column that has nothing but a day in each row, the same ones again and
    again, says when the rows came to be, as that of a tracker does: it may be no claim."""
    columns: dict[tuple[object, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        columns[claim.columns, claim.text.rpartition(" | ")[2].partition(":")[0]].append(claim)
    own = {
        id(claim)
        for column in columns.values()
        if len(column) >= SEVERAL
        and all(each.numeral.kind is Kind.DATE and each.text.endswith(f": {each.numeral.printed}") for each in column)
        and 2 * len({each.numeral.key for each in column}) <= len(column)
        for claim in column
    }
    return [replace(claim, soft=True) if id(claim) in own else claim for claim in claims]


SEVERAL = 4
"""Rows of a column of days."""


class _Table(Struct, kw_only=True):
    """A table on its way through its rows: what stood above in each column."""

    name: str
    header: Sequence[str]
    caption: Words
    setting: str = ""
    above: dict[int, list[Numeral]] = field(default_factory=dict)
    context: Context = field(default_factory=Context)

    def claims(self, line: int, cells: Sequence[str]) -> Iterator[Claim]:
        found = list(
            claims_of_row(
                self.name,
                line,
                self.header,
                cells,
                caption=self.caption,
                above=self.above,
                context=self.context,
                setting=self.setting,
            )
        )
        for at, claim in found:
            self.above.setdefault(at, []).append(claim.numeral)
            yield claim


# --- data ---------------------------------------------------------------------------------------------


def _of_csv(name: str, text: str, delimiter: str) -> Iterator[Claim]:
    table: _Table | None = None
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        lines = [(rows.line_num, cells) for cells in rows]
    except csv.Error as error:
        raise InputError(
            f"{name} is damaged: {error}", advice="Look for a quotation mark that is not closed."
        ) from None
    for number, cells in lines:
        if not cells:
            table = None
        elif table is None:
            table = _Table(name=name, header=cells, caption={})
        else:
            yield from table.claims(number, _rejoined(cells, len(table.header)))


_THOUSANDS = pattern_of(r"(?:.*[^\d.,])?\d{1,3}(?:,\d{3})*")
_GOES_ON = pattern_of(r"\d{3}(?:[^\d,].*)?")
"""The ends of two cells that a comma of thousands broke apart."""


def _rejoined(cells: list[str], many: int) -> list[str]:
    """A row without the breaks at commas of thousands, where it has more cells than the heading: "£1" and "240"."""
    at = 0
    while at < len(cells) - 1 and len(cells) > many:
        if _THOUSANDS.fullmatch(cells[at]) and _GOES_ON.fullmatch(cells[at + 1]):
            cells = [*cells[:at], f"{cells[at]},{cells[at + 1]}", *cells[at + 2 :]]
        else:
            at += 1
    return cells


def _of_json(name: str, text: str, *, by_line: bool) -> Iterator[Claim]:
    try:
        lines = [line for line in text.splitlines() if line.strip()] if by_line else [text]
        documents = [json.loads(line) for line in lines]
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{name} is no JSON: {error}", advice="Give a file that scrutiny wrote with --format json."
        ) from None
    for number, document in enumerate(documents, start=1):
        tables = document.get("tables") if isinstance(document, dict) else None
        rows = [row for own in tables.values() for row in own] if isinstance(tables, dict) else [document]
        for row in rows:
            if not isinstance(row, dict):
                continue
            cells = {
                str(key): str(value)
                for key, value in row.items()
                if isinstance(value, str | int | float) and not isinstance(value, bool)
            }
            yield from _Table(name=name, header=list(cells), caption={}).claims(number, list(cells.values()))


# --- text ---------------------------------------------------------------------------------------------


def claims_of_text(name: str, text: str) -> Iterator[Claim]:
    """Markdown and plain text: pieces between empty lines, each a table or one or more paragraphs."""
    piece: list[Line] = []
    reader = _Text(name)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            piece.append(Line(number=number, text=line.expandtabs(4)))
            continue
        yield from reader.claims(piece)
        piece = []
    yield from reader.claims(piece)


class _Text:
    """A text on its way: the heading and the caption that hold for what comes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.heading: Words = {}
        self._headed = ""
        self.caption = ""
        self._context = Context()
        self._lead = Context()
        """What stands before a list: its items go on from that, not from one another."""
        self._over: list[tuple[int, Context]] = []
        """The items of a list below which deeper ones stand, with how far they are set in: those go on from them."""
        self._code = False
        self._opening = True
        """Whether no sentence was read yet: such lines say what the text itself is, and when it was written."""

    def claims(self, piece: Sequence[Line]) -> Iterator[Claim]:
        if not piece:
            return
        rule = next((at for at, line in enumerate(piece) if _RULE.match(line.text)), None)
        if rule is not None and len(piece[rule].text.split()) > 1:
            spans = [match.span() for match in re.finditer(r"-{2,}", piece[rule].text)]
            yield from self._aligned(piece[:rule], spans, piece[rule + 1 :])
        elif any(line.text.lstrip().startswith("|") for line in piece):
            yield from self._barred(piece)
        elif (columns := columns_of(piece)) is not None:
            yield from self._aligned(*columns)
        elif (block := block_of(piece)) is not None:
            headings, cells = block
            yield from self.table(headings).claims(piece[0].number, cells)
        elif len(pairs := [_PAIR.fullmatch(line.text) for line in piece]) > 1 and all(pairs):
            table = self.table(("", ""))
            for line, pair in zip(piece, pairs, strict=True):
                yield from table.claims(line.number, pair.groups() if pair else ())
        else:
            yield from self._prose(piece)

    def table(self, header: Sequence[str]) -> _Table:
        return _Table(
            name=self.name, header=header, caption=merged((about(self.caption), 1.0), (self.heading, 0.7)),
            setting=self.caption or self._headed,
        )  # fmt: skip

    def _barred(self, piece: Sequence[Line]) -> Iterator[Claim]:
        table: _Table | None = None
        for line in piece:
            if not line.text.lstrip().startswith("|"):
                table = None
                yield from self._prose([line])
            elif table is None:
                table = self.table(_cells(line.text))
            elif not _SEPARATOR.match(line.text):
                yield from table.claims(line.number, _cells(line.text))

    def _aligned(
        self, heads: Sequence[Line], spans: Sequence[tuple[int, int]], rows: Sequence[Line]
    ) -> Iterator[Claim]:
        """A table with a heading; cells that are wrapped run over several lines."""
        header = [" ".join(parts).strip() for parts in zip(*(cut(line.text, spans) for line in heads), strict=True)]
        if not header:
            header = [""] * len(spans)
        table = self.table(header)
        row: list[list[tuple[str, int]]] = []
        for line in rows:
            pieces = cut(line.text, spans)
            if row and is_wrapped(row, pieces, spans):
                for cell, piece in zip(row, pieces, strict=True):
                    cell.append((piece, line.number))
                continue
            yield from self._row(table, row)
            row = [[(piece, line.number)] for piece in pieces]
        yield from self._row(table, row)

    @staticmethod
    def _row(table: _Table, row: Sequence[Sequence[tuple[str, int]]]) -> Iterator[Claim]:
        if row:
            yield from table.claims(row[0][0][1], [" ".join(piece for piece, _ in cell if piece) for cell in row])

    def _prose(self, piece: Sequence[Line]) -> Iterator[Claim]:
        """Paragraphs: a new one begins with a heading, at an item of a list, and behind a line of code."""
        paragraph: list[Line] = []
        for line in without_findings(piece):
            if _COMMAND.match(line.text):
                self._code = not self._code if "```" in line.text else self._code
                yield from self.paragraph(paragraph)
                paragraph = []
            elif _RULE.match(line.text) and len(paragraph) == 1 and _is_short(paragraph[0].text):
                yield from self.head(paragraph.pop())  # a heading that is underlined
            elif self._code or _RULE.match(line.text):
                continue
            elif _HEADING.match(line.text) or _is_period(line.text):
                yield from self.paragraph(paragraph)
                paragraph = []
                yield from self.head(line)
            elif paragraph and not _ITEM.match(line.text) and not _begins_entry(line.text, paragraph[-1].text):
                paragraph.append(line)
            else:
                yield from self.paragraph(paragraph)
                *entries, last = _ENTRIES.split(line.text)
                for entry in entries:
                    yield from self.paragraph([replace(line, text=entry)])
                paragraph = [replace(line, text=last)]
        yield from self.paragraph(paragraph)

    def head(self, line: Line) -> Iterator[Claim]:
        text = _plain(_HEADING.sub("", line.text))
        self.heading = merged((stems_of_heading(text), 1.0))
        self.caption = self._headed = text
        self._context, self._lead, self._over = Context(), Context(), []
        yield from claims_of_paragraph(self.name, text, [line.number] * len(text), heading={}, is_heading=True)

    def paragraph(self, lines: Sequence[Line]) -> Iterator[Claim]:
        if not lines:
            return
        text, numbers = "", list[int]()
        for at, line in enumerate(lines):
            own = _plain(_ITEM.sub("", line.text) if at == 0 else line.text.strip())
            text += own + " "
            numbers += [line.number] * (len(own) + 1)
        item = _ITEM.match(lines[0].text) is not None or _ENTRY.match(lines[0].text) is not None
        depth = len(lines[0].text) - len(lines[0].text.lstrip())
        if item:
            self._over = [each for each in self._over if each[0] < depth]
            if not goes_on(text):
                self._context = replace(self._over[-1][1] if self._over else self._lead)
        for start in range(0, len(text), LONGEST):
            part = text[start : start + LONGEST].rstrip()
            yield from claims_of_paragraph(
                self.name,
                part,
                numbers[start : start + LONGEST],
                heading=self.heading,
                context=self._context,
                setting=self._headed,
                opening=self._opening,
            )
        self._opening = self._opening and not text.rstrip(' "”’)').endswith((".", "!", "?"))
        if item:
            self._over.append((depth, replace(self._context)))
        else:
            self._lead, self._over = replace(self._context), []
        self.caption = text.strip() if len(text) < SHORT else ""


_PAIR = pattern_of(r"\s*([A-Z][^:|\d]{1,50}?)\s{2,}(£?\d[\d,.]*\s?(?:%|m|k|bn)?)\s*")
"""Accepts "Oak      12.5%", a row of a table that has no heading."""


def _is_short(text: str) -> bool:
    """Whether a line can be a heading."""
    return len(text) < SHORT and not _ITEM.match(text)


def _is_period(text: str) -> bool:
    """Whether a line names a year and nothing else: then what follows is of that year. "In 2021 it was 640" states a
    figure, though it has no other word that says anything."""
    words = about(text) if len(text) < SHORT else frozenset()
    if not words or words != years_of(words):
        return False
    return not any(each.numeral.number for each in claims_of_paragraph("", text, [0] * len(text), heading={}))


_LETTER_HEAD = pattern_of(r"^[A-Z][a-z]+:\s")
"""Accepts "Date: 2 February" at the head of a letter."""

_ENTRY = pattern_of(r"\s*[A-Z][^:.;]{1,60}:\s+£?(?:\d|[a-z]+\b)")
"""Accepts "Schools inspected: 9", a line that is a label and what it is."""

_ENTRIES = pattern_of(r"(?<=\S)\s{2,}(?=[A-Z][^:.;]{1,40}:\s)")
"""What stands between "Oak: 12   Elm: 9" on one line."""

FULL = 60
"""Characters of a line that may go on in the next."""


def _begins_entry(text: str, before: str) -> bool:
    """Whether a line begins something of its own behind another one: a line of a letter's head, or an entry of a list
    that has no marks."""
    if _LETTER_HEAD.match(text):
        return True
    return _ENTRY.match(text) is not None and (len(before) < FULL or _ENTRY.match(before) is not None)


def _plain(text: str) -> str:
    """A line of Markdown without its marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", _QUOTED.sub("", text))).strip()


def _cells(line: str) -> list[str]:
    """The cells of a row with bars."""
    return [
        _plain(re.sub(r"\\\|", "|", cell))
        for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    ]


# --- HTML ---------------------------------------------------------------------------------------------

_HEADS = ("title", "h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = ("p", "li", "div", "br", "caption", "dt", "dd", "section", "figcaption", "blockquote", *_HEADS)


class _Page(HTMLParser):
    """A page on its way: its paragraphs and its tables, which are read as those of a text are."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Claim] = []
        self._reader = _Text(name)
        self._table: _Table | None = None
        self._row: list[str] | None = None
        self._row_line, self._in_cell = 0, False
        self._words: dict[int, str] = {}
        """What stands in each line, since the last that ended."""
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in ("script", "style", "svg"):
            self._skip += 1
        elif tag == "table":
            self._flush()
            self._table, self._reader.caption = None, ""
        elif tag == "tr":
            self._row, self._row_line, self._words = [], self.getpos()[0], {}
        elif tag in _PARAGRAPHS and self._row is None:
            self._flush()
        elif tag in ("td", "th"):
            self._end_cell()
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "svg"):
            self._skip = max(0, self._skip - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_cell()
            if self._row and self._table is None:
                self._table = self._reader.table(self._row)
            elif self._row and self._table is not None:
                self.found += self._table.claims(self._row_line, self._row)
            self._row = None
        elif tag == "table":
            self._table = None
        elif tag in _PARAGRAPHS and self._row is None:
            self._flush(tag)

    def handle_data(self, data: str) -> None:
        for line, text in enumerate(data.split("\n"), start=self.getpos()[0]):
            self._words[line] = self._words.get(line, "") + (text if not self._skip else "")

    def close(self) -> None:
        super().close()
        self._flush()

    def _end_cell(self) -> None:
        """At its tag, or where the next begins: a cell may do without one."""
        if self._row is not None and self._in_cell:
            self._row.append(fold("\n".join(self._words.values())))
        self._words, self._in_cell = {}, False

    def _flush(self, tag: str = "p") -> None:
        lines = [Line(number=number, text=fold(text)) for number, text in self._words.items() if text.strip()]
        text = " ".join(line.text for line in lines)
        if lines and self._row is None and not FINDING.match(text):
            if tag == "caption":
                self._reader.caption = text
            elif tag in _HEADS:
                self.found += self._reader.head(replace(lines[0], text=text))
            else:
                self.found += self._reader.paragraph(lines)
        self._words = {}


def _of_html(name: str, text: str) -> list[Claim]:
    page = _Page(name)
    page.feed(text)
    page.close()
    return page.found
