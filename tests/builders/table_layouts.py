"""Forty made-up tables, each set in ten layouts, with the cells that a reader sees.

`MadeTable` has the rows of its heading, its body and what spans; `set_table` draws it in a `Setting`. The same tables
in every layout show what a way of drawing costs, and nothing else.
"""

import io
import random
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.builders.paper import BOLD, FONT, MARGIN, wrap

SIZE = 9.0
LEADING = SIZE * 1.2
PADDING = 3.5


class Setting(StrEnum):
    """How a table is drawn."""

    RULED = "ruled"
    PARTLY = "partly ruled"
    ACROSS = "lines across"
    SHADED = "shaded"
    UNRULED = "unruled"
    FORM = "form object"
    TURNED = "turned"
    STACKED = "two header rows"
    TOTALS_FIRST = "totals first"
    BROKEN = "over a page break"


@dataclass(frozen=True)
class MadeTable:
    """What stands in a table. `over` are headings above the others: (text, first column, last column)."""

    number: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[bool, ...]
    over: tuple[tuple[str, int, int], ...] = ()

    @property
    def expected(self) -> list[list[str]]:
        return [list(self.header), *(list(row) for row in self.rows)]


_PLACES = (
    "Ash Lane", "Brook Street", "Cedar Hall", "Dunmore", "Elm Park Church of England Primary", "Fernhill",
    "Grange Road Infants", "Holly Bank", "Ivy House Nursery and Children's Centre", "Juniper Green", "Kestrel Way",
    "Larch Grove", "Mill Lane", "Northgate", "Oakfield Community", "Pinewood", "Quarry Hill", "Rowan Court",
)  # fmt: skip
_HEADS = (
    "Places", "Number of referrals", "Budget", "Forecast outturn", "Variance", "On roll", "Days lost", "Share of all",
    "Change on year", "Cases closed", "Cost", "Places filled",
)  # fmt: skip
_REMARKS = (
    "Reviewed in the spring and again before the summer holidays", "Closed early", "Waiting for the landlord to reply",
    "Agreed", "To be looked at by the panel at its next meeting in June", "On course", "Delayed by the weather",
    "Handed to the provider, who will write to families", "None", "Under way since October",
)  # fmt: skip
_STATES = ("Green", "Amber", "Red", "Not begun")
_GROUPS = ("First half", "Second half", "Autumn term", "Spring term", "Plan", "Actual")


def made_tables(count: int = 40) -> tuple[MadeTable, ...]:
    """The tables, the same in every run."""
    return tuple(_made(number) for number in range(count))


def _made(number: int) -> MadeTable:
    chance = random.Random(1000 + number)
    figures = chance.randint(2, 5)
    words = number % 4 == 3
    state = number % 5 == 2
    header = [chance.choice(("School", "Area", "Centre", "Service")), *chance.sample(_HEADS, figures)]
    kinds = [False] + [True] * figures
    if state:
        header.append("Rating")
        kinds.append(False)
    if words:
        header.append("Remarks")
        kinds.append(False)
    rows = []
    styles = [chance.randint(0, 3) for _ in range(figures)]
    for place in chance.sample(_PLACES, chance.randint(5, 12)):
        row = [place, *(_figure(chance, style) for style in styles)]
        if state:
            row.append(chance.choice(_STATES))
        if words:
            row.append(chance.choice(_REMARKS))
        rows.append(tuple(row))
    rows.append(
        (
            "Total",
            *(_figure(chance, style) or "0" for style in styles),
            *([""] if state else []),
            *([""] if words else []),
        )
    )
    over: list[tuple[str, int, int]] = []
    if figures >= 4:
        first, second = chance.sample(_GROUPS, 2)
        over = [(first, 1, 2), (second, 3, 4)]
    else:
        over = [(chance.choice(_GROUPS), 1, figures)]
    return MadeTable(number, tuple(header), tuple(rows), tuple(kinds), tuple(over))


def _figure(chance: random.Random, style: int) -> str:
    if chance.random() < 0.07:
        return ""
    return (
        str(chance.randint(0, 400)),
        f"{chance.randint(1, 9)},{chance.randint(100, 999)}",
        f"{chance.uniform(0, 99):.1f}%",
        f"({chance.randint(1, 99)})" if chance.random() < 0.3 else str(chance.randint(1, 99)),
    )[style]


# --- drawing --------------------------------------------------------------------------------------


def set_table(canvas: Canvas, table: MadeTable, setting: Setting) -> None:
    """Draws a table with a caption and prose around it, on a page of its own or on two."""
    canvas.setPageSize(A4)
    if setting is Setting.TURNED:
        canvas.saveState()
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        _page(canvas, table, setting, A4[0])
        canvas.restoreState()
    else:
        _page(canvas, table, setting, A4[1])
    canvas.showPage()


def _page(canvas: Canvas, table: MadeTable, setting: Setting, height: float) -> None:
    y = height - MARGIN
    canvas.setFont(FONT, 11)
    for line in wrap("The figures below were given by each of them at the end of the term and have not been audited.",
                     FONT, 11, 440):  # fmt: skip
        canvas.drawString(MARGIN, y, line)
        y -= 14
    canvas.setFont(BOLD, 10)
    canvas.drawString(MARGIN, y - 6, f"Table {table.number + 1}: what was planned and what came of it")
    y -= 18
    drawing = _Drawing(canvas, table, setting)
    y = drawing.draw(y, height)
    canvas.setFont(FONT, 11)
    for line in wrap("They were asked for twice, in September and in October, since some had not answered by then.",
                     FONT, 11, 440):  # fmt: skip
        canvas.drawString(MARGIN, y - 24, line)
        y -= 14


class _Drawing:
    def __init__(self, canvas: Canvas, table: MadeTable, setting: Setting) -> None:
        self.canvas, self.table, self.setting = canvas, table, setting
        self.rows = table.expected
        if setting is Setting.TOTALS_FIRST:
            self.rows = [self.rows[0], self.rows[-1], *self.rows[1:-1]]
        self.lines = setting in (Setting.RULED, Setting.FORM, Setting.TURNED) or (
            setting in (Setting.STACKED, Setting.TOTALS_FIRST, Setting.BROKEN) and table.number % 2 == 0
        )
        self.widths = [
            min(max(stringWidth(word, BOLD, SIZE) for word in text.split()) if not self.table.figures[c] else 60, 60)
            for c, text in enumerate(table.header)
        ]
        self.widths[0] = 120.0
        for c, text in enumerate(table.header):
            self.widths[c] = {"Remarks": 130.0, "Rating": 52.0}.get(text, 120.0 if c == 0 else 54.0)
        total = sum(self.widths) + 0.0
        if total > 451:
            self.widths = [width * 451 / total for width in self.widths]

    def draw(self, y: float, height: float) -> float:
        if self.setting is Setting.FORM:
            return self._in_form(y)
        over = self.setting is Setting.STACKED
        cut = len(self.rows) // 2 if self.setting is Setting.BROKEN else len(self.rows)
        if cut < len(self.rows):  # the table ends at the foot of the page
            drop = y - sum(self._height(row) for row in self.rows[:cut]) - 70
            y -= drop
        y = self._part(self.rows[:cut], y, over=over)
        if cut < len(self.rows):
            self.canvas.showPage()
            rest = self.rows[cut:]
            again = self.table.number % 4 < 2
            y = self._part([self.rows[0], *rest] if again else rest, height - MARGIN, over=False, bold=again)
        return y

    def _in_form(self, y: float) -> float:
        name = f"form{self.table.number}"
        self.canvas.beginForm(name, 0, 0, A4[0], A4[1])
        bottom = self._part(self.rows, y, over=False)
        self.canvas.endForm()
        self.canvas.doForm(name)
        return bottom

    def _height(self, row: list[str]) -> float:
        return max(len(self._wrapped(text, c)) for c, text in enumerate(row)) * LEADING + 2 * PADDING

    def _wrapped(self, text: str, column: int) -> list[str]:
        return wrap(text, BOLD, SIZE, self.widths[column] - 2 * PADDING)

    def _part(self, rows: list[list[str]], y: float, *, over: bool, bold: bool = True) -> float:
        top = y
        edges = [MARGIN]
        for width in self.widths:
            edges.append(edges[-1] + width)
        levels = []
        if over:
            y = self._over(y, edges)
        for number, row in enumerate(rows):
            height = self._height(row)
            head = number == 0 and bold
            if self.setting is Setting.SHADED and (head or number % 2 == 0):
                self.canvas.setFillGray(0.75 if head else 0.9)
                self.canvas.rect(edges[0], y - height, edges[-1] - edges[0], height, stroke=0, fill=1)
                self.canvas.setFillGray(0)
            self.canvas.setFont(BOLD if head or row[0] == "Total" else FONT, SIZE)
            for c, text in enumerate(row):
                for at, piece in enumerate(self._wrapped(text, c)):
                    place = y - PADDING - SIZE * 0.8 - at * LEADING
                    if self.table.figures[c]:
                        self.canvas.drawRightString(edges[c + 1] - PADDING, place, piece)
                    else:
                        self.canvas.drawString(edges[c] + PADDING, place, piece)
            levels.append((y, y - height, head, number == len(rows) - 1))
            y -= height
        self._rule(edges, top, levels)
        return y

    def _over(self, y: float, edges: list[float]) -> float:
        self.canvas.setFont(BOLD, SIZE)
        height = LEADING + 2 * PADDING
        spans = {c: (first, last, text) for text, first, last in self.table.over for c in range(first, last + 1)}
        self.canvas.setLineWidth(0.5)
        for c in range(len(self.widths)):
            first, last, text = spans.get(c, (c, c, ""))
            if c != first:
                continue
            if text:
                self.canvas.drawCentredString((edges[first] + edges[last + 1]) / 2, y - PADDING - SIZE * 0.8, text)
            if self.lines:
                self.canvas.rect(edges[first], y - height, edges[last + 1] - edges[first], height)
            elif text:
                self.canvas.line(edges[first] + 3, y - height, edges[last + 1] - 3, y - height)
        return y - height

    def _rule(self, edges: list[float], top: float, levels: list[tuple[float, float, bool, bool]]) -> None:
        c = self.canvas
        c.setLineWidth(0.5)
        left, right = edges[0], edges[-1]
        if self.lines:
            for upper, lower, _, _ in levels:
                for one, other in pairwise(edges):
                    c.rect(one, lower, other - one, upper - lower)
        elif self.setting is Setting.PARTLY:
            bottom = levels[-1][1]
            c.rect(left, bottom, right - left, top - bottom)
            for x in edges[1:-1]:
                c.line(x, top, x, bottom)
            for _, lower, head, _ in levels:
                if head:
                    c.line(left, lower, right, lower)
        elif self.setting is Setting.ACROSS or (self.setting is Setting.STACKED):
            c.line(left, top, right, top)
            for _, lower, head, last in levels:
                if head or last:
                    c.line(left, lower, right, lower)


def document(tables: tuple[MadeTable, ...], setting: Setting) -> bytes:
    """One PDF with every table in one setting."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for table in tables:
        set_table(canvas, table, setting)
    canvas.save()
    return buffer.getvalue()


def expected(table: MadeTable, setting: Setting) -> list[list[str]]:
    """The rows that a reader sees, the heading of each column first."""
    rows = table.expected
    return [rows[0], rows[-1], *rows[1:-1]] if setting is Setting.TOTALS_FIRST else rows


def cells_right(want: list[list[str]], got: list[list[str]]) -> int:
    """How many cells stand in their row and column; rows are matched in order."""
    right, used = 0, -1
    for row in want:
        scored = [
            (sum(a == b for a, b in zip(row, other, strict=False)), -n)
            for n, other in enumerate(got) if n > used
        ]  # fmt: skip
        if scored and max(scored)[0]:
            right += max(scored)[0]
            used = -max(scored)[1]
    return right
