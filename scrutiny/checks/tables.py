"""Room `checks`: the figures of a table against one another.

Takes tables with their quotes. What a column or a row stands for is never taken from its heading alone: a reading is
believed where other figures of the same table bear it out, and only then is one that does not fit it wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from scrutiny.checks.judging import cannot, decimal, judged, short, verdict
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Figure, FigureKind, Interval, Unit, interval_of, parse_figure
from scrutiny.figures.sums import Sum, find_sums
from scrutiny.figures.verdicts import Status
from scrutiny.sources import Quote
from scrutiny.tables import MISREAD, Cell, confirms

_CHANGE = re.compile(r"\b(?:change|difference|movement|variance|increase|decrease|\+/-|diff)\b", re.IGNORECASE)
_ACADEMIC = re.compile(r"^(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)$")
_LETTERS = re.compile(r"[a-z]{3,}")

_SCALED = re.compile(
    r"[£€$]\s?(?:m|k|bn|000|million)\b|\b(?:million|thousand|billion|000s|revenue|sales|ebitda)\b|[€$]", re.IGNORECASE
)
"""What says that figures are money, rounded to thousands or millions."""

_PLAIN_TOTAL = re.compile(r"^\W*(?:(?:grand|overall|sub)[\s-]*)?totals?\W*$", re.IGNORECASE)

SLIP = Decimal("0.1")
"""A total without other columns to bear it out is only called wrong where it is this near to its sum, as a part of
it, or has the same digits but one: a slip, and not a total of something else."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with its figures read."""

    placed: PlacedTable
    header: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[Figure, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        return self.placed.table.rows[row][column]

    def label(self, row: int) -> str:
        """The row's own name: its first cells of words."""
        words: list[str] = []
        for text, figure in zip(self.texts[row], self.figures[row], strict=True):
            if figure.value is not None and words:
                break
            if figure.kind is FigureKind.WORDS:
                words.append(text)
        return ", ".join(words[:2])


def grid_of(placed: PlacedTable) -> _Grid:
    texts = placed.table.texts()
    return _Grid(
        placed=placed,
        header=tuple(cell.text for cell in placed.table.header),
        texts=texts,
        figures=tuple(tuple(parse_figure(text) for text in row) for row in texts),
    )


def check_table(placed: PlacedTable) -> Iterator[Checked]:
    """Every check that a table allows."""
    grid = grid_of(placed)
    yield from _totals(grid)
    yield from _changes(grid)
    yield from _share_columns(grid)
    yield from _share_rows(grid)
    yield from _year_headings(grid)


# --- totals ---------------------------------------------------------------------------------------


def _totals(grid: _Grid) -> Iterator[Checked]:
    table = grid.placed.table
    sums = find_sums(grid.header, grid.texts, caption=table.caption or "")
    below = [each for each in sums if each.total[1] == each.parts[0][1]]
    for each in sums:
        row, column = each.total
        check = Check.COLUMN_TOTALS if each in below else Check.ROW_TOTALS
        cell = grid.cell(row, column)
        quote = grid.placed.quote(cell)
        what = f"{grid.label(row) or 'total'}, {grid.header[column] or f'column {column + 1}'}"
        if each.bounds is not None and (each.holds or _borne_out(each, below if each in below else sums, grid)):
            between = f"between {short(each.bounds.low)} and {short(each.bounds.high)}"
            yield judged(
                check, Status.OK if each.holds else Status.ERROR, printed=each.printed.printed, expected=between,
                working=f"{len(each.parts)} parts, some hidden, add to {between}",
                message=f"{what}: printed total {each.printed.printed}, the parts, some hidden, add to {between}",
                quotes=(quote,),
            )  # fmt: skip
            continue
        if each.expected is None:
            yield cannot(check, each.printed.printed, "a part is hidden or in words", quote)
            continue
        if each.holds:
            yield judged(
                check, Status.OK, printed=each.printed.printed, expected=short(each.expected),
                working=f"{len(each.parts)} parts add to {short(each.expected)}", message="", quotes=(quote,),
            )  # fmt: skip
            continue
        same = below if each in below else [other for other in sums if other not in below]
        if not _borne_out(each, same, grid):
            yield cannot(check, each.printed.printed, "nothing else in the table shows what the total is of", quote)
            continue
        cells = [*(grid.cell(*part) for part in each.parts), cell]
        sure = confirms(table, cells)
        apart = (each.printed.value or Decimal(0)) - each.expected
        name = "the rows above" if each in below else "the columns before"
        message = (
            f"{what}: printed total {each.printed.printed}, {name} add to {short(each.expected)} "
            f"({short(abs(apart))} {'too much' if apart > 0 else 'too little'})"
        )
        if not sure:
            message += MISREAD
        yield judged(
            check, Status.ERROR if sure else Status.NOTE, printed=each.printed.printed, expected=short(each.expected),
            working=f"{len(each.parts)} parts add to {short(each.expected)}", message=message, quotes=(quote,),
        )  # fmt: skip


def _borne_out(wrong: Sum, sums: Sequence[Sum], grid: _Grid) -> bool:
    """Whether other totals of the same parts are right, or the total is off by a slip only."""
    below = wrong.total[1] == wrong.parts[0][1]
    alike = [
        other
        for other in sums
        if other is not wrong
        and (other.total[0] == wrong.total[0] if below else other.total[1] == wrong.total[1])
        and [part[0 if below else 1] for part in other.parts] == [part[0 if below else 1] for part in wrong.parts]
        and any(grid.figures[row][column].value for row, column in other.parts)  # noughts bear nothing out
    ]
    if alike:
        return 2 * sum(other.holds for other in alike) >= len(alike)
    if below and not _PLAIN_TOTAL.match(grid.label(wrong.total[0])):
        return False  # "Key Stage 3 total" is of what it names
    if len(wrong.parts) < 2 or wrong.expected is None:
        return False
    return looks_like_a_slip(wrong.printed.value or Decimal(0), wrong.expected)


def looks_like_a_slip(printed: Decimal, expected: Decimal) -> bool:
    """Whether two figures differ in one digit, or in two that are swapped, or by little."""
    one, other = (format(abs(value).normalize(), "f") for value in (printed, expected))
    if len(one) == len(other):
        places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(places) == 1:
            return True
        if len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]]:
            return True
    return expected != 0 and abs(printed - expected) <= abs(expected) * SLIP


_THE_TABLE = re.compile(
    r"\b(?:tables?|figures)\s+(?P<where>above|below)\b|\b(?P<before>above|below|following)\s+table\b", re.IGNORECASE
)
_TOTAL_SAID = re.compile(
    r"\btotal\b(?P<words>[^.;£]{0,140}?)(?P<figure>£\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?)", re.IGNORECASE
)

NEAR_TABLE = 3
"""Pages within which "the table above" stands."""


def check_stated_totals(tables: Sequence[PlacedTable], sentences: Sequence[Quote]) -> Iterator[Checked]:
    """ "As the table above illustrates the total cost … is £257,952": against the column of totals of that table."""
    for sentence in sentences:
        near, said = _THE_TABLE.search(sentence.text), _TOTAL_SAID.search(sentence.text)
        if near is None or said is None:
            continue
        above = (near["where"] or near["before"] or "").lower() == "above"
        printed = parse_figure(said["figure"])
        pages = range(sentence.pdf_page - NEAR_TABLE, sentence.pdf_page + 1)
        if not above:
            pages = range(sentence.pdf_page, sentence.pdf_page + NEAR_TABLE + 1)
        close = [placed for placed in tables if placed.table.pages[-1 if above else 0] in pages]
        if not close or printed.value is None:
            continue
        grid = grid_of(close[-1] if above else close[0])
        for column, heading in enumerate(grid.header):
            values = [row[column].value for row in grid.figures if row[column].value is not None]
            if not re.search(r"\btotal\b", heading, re.IGNORECASE) or len(values) < 2:
                continue
            expected = sum((value for value in values if value is not None), Decimal(0))
            holds = expected == printed.value
            if not holds and not looks_like_a_slip(printed.value, expected):
                continue
            parts = " + ".join(row[column].printed for row in grid.figures if row[column].value is not None)
            apart = printed.value - expected
            yield judged(
                Check.COLUMN_TOTALS, Status.OK if holds else Status.ERROR, printed=said["figure"],
                expected=short(expected), working=f"{parts} = {short(expected)}",
                message=f"printed total {said['figure']}, the column {heading} adds to {short(expected)} "
                f"({parts}; {short(abs(apart))} {'too much' if apart > 0 else 'too little'})",
                quotes=(sentence,),
            )  # fmt: skip


# --- changes --------------------------------------------------------------------------------------


def _changes(grid: _Grid) -> Iterator[Checked]:
    """A column of changes and the two columns of figures next before it, whichever of them is the later."""
    for column, heading in enumerate(grid.header):
        if not _CHANGE.search(heading) or column < 2:
            continue
        filled = [at for at in range(len(grid.header)) if sum(row[at].value is not None for row in grid.figures) >= 2]
        before = [at for at in filled if at < column and not _CHANGE.search(grid.header[at])][-2:]
        pairs = [(before[1], before[0]), (before[0], before[1])] if len(before) == 2 else []
        if before and column + 1 in filled:
            pairs.append((column + 1, before[-1]))  # balance, movement, balance
        if not pairs:
            continue

        def rows_of(pair: tuple[int, int], column: int = column) -> list[int]:
            return [at for at, row in enumerate(grid.figures) if all(row[c].value is not None for c in (*pair, column))]

        best = max(
            pairs,
            key=lambda pair: sum(
                _change_fits(grid, at, column, *pair) is Status.OK and grid.figures[at][column].value != 0
                for at in rows_of(pair)
            ),
        )
        rows = rows_of(best)
        results = {at: _change_fits(grid, at, column, *best) for at in rows}
        proven = sum(status is Status.OK and grid.figures[at][column].value != 0 for at, status in results.items())
        for at, status in results.items():
            yield _change(grid, at, column, best, status, proven=proven >= 2 and proven >= len(rows) / 2)


def _change_of(grid: _Grid, row: int, column: int, later: int, earlier: int) -> Interval | None:
    """What the change can be: in percent where it is printed so and the figures are not percentages themselves."""
    printed, new, old = (grid.figures[row][at] for at in (column, later, earlier))
    percent = printed.unit is Unit.PERCENT or (
        printed.unit is Unit.NUMBER and "%" in grid.header[column] and new.unit is not Unit.PERCENT
    )
    one, other = _range(new), _range(old)
    if one is None or other is None:
        return None
    if not percent:
        return Interval(low=one.low - other.high, high=one.high - other.low)
    if other.low <= 0:
        return None
    corners = [(a - b) * 100 / b for a in (one.low, one.high) for b in (other.low, other.high)]
    return Interval(low=min(corners), high=max(corners))


def _range(figure: Figure) -> Interval | None:
    """Whole numbers are counts; what has decimals or is scaled was rounded."""
    return interval_of(figure, exact=figure.places == 0 and figure.scale == 0 and figure.unit is not Unit.PERCENT)


def _change_fits(grid: _Grid, row: int, column: int, later: int, earlier: int) -> Status:
    true = _change_of(grid, row, column, later, earlier)
    return Status.NOT_CHECKABLE if true is None else verdict(grid.figures[row][column], true)


def _change(grid: _Grid, row: int, column: int, pair: tuple[int, int], status: Status, *, proven: bool) -> Checked:
    printed = grid.figures[row][column].printed
    quote = grid.placed.quote(grid.cell(row, column))
    true = _change_of(grid, row, column, *pair)
    if true is None or (status in (Status.ERROR, Status.WARNING) and not proven):
        return cannot(Check.CHANGES, printed, "other rows do not show how the change is worked out", quote)
    middle = (true.low + true.high) / 2
    new, old = (grid.figures[row][at].printed for at in pair)
    sign = "%" if grid.figures[row][column].unit is Unit.PERCENT or "%" in grid.header[column] else ""
    working = f"{old} to {new} is {'+' if middle > 0 else ''}{short(middle)}{' %' if sign else ''}"
    return judged(
        Check.CHANGES, status, printed=printed, expected=short(middle, 1), working=working,
        message=f"{grid.label(row)}: printed {printed}, {working}", quotes=(quote,),
    )  # fmt: skip


# --- shares ---------------------------------------------------------------------------------------


def _percent_column(grid: _Grid, column: int) -> bool:
    figures = [row[column] for row in grid.figures if row[column].value is not None]
    return len(figures) >= 2 and (
        all(figure.unit is Unit.PERCENT for figure in figures)
        or (re.search(r"^\s*%|per\s?cent|%\s*$", grid.header[column], re.IGNORECASE) is not None)
    )


def _share_columns(grid: _Grid) -> Iterator[Checked]:
    """A column of percentages that are each row's share of a column of counts, or of one column in another."""
    for column in range(1, len(grid.header)):
        if _CHANGE.search(grid.header[column]) or not _percent_column(grid, column):
            continue
        counts = [
            at
            for at in range(1, len(grid.header))
            if at != column
            and not _percent_column(grid, at)
            and sum(row[at].value is not None for row in grid.figures) >= 2
        ]
        best: tuple[int, list[tuple[int, Fraction, str]]] = (0, [])
        for top in counts:
            for shares in _shares_by(grid, top, [at for at in counts if at != top]):
                fits = sum(
                    _share_fits(grid, at, column, share) is Status.OK and 0 < share < 1 for at, share, _ in shares
                )
                if fits > best[0]:
                    best = (fits, shares)
        fits, shares = best
        distinct = {
            share for at, share, _ in shares if _share_fits(grid, at, column, share) is Status.OK and 0 < share < 1
        }
        rows = [at for at, _, _ in shares if grid.figures[at][column].value is not None]
        proven = len(distinct) >= 2 and fits * 5 >= 3 * sum(1 for _, share, _ in shares if 0 < share < 1)
        for at, share, working in shares:
            if at in rows and (proven or (_share_fits(grid, at, column, share) is Status.OK and fits)):
                yield _share(grid, at, column, share, working)


def _shares_by(grid: _Grid, top: int, others: Sequence[int]) -> Iterator[list[tuple[int, Fraction, str]]]:
    """Each way to read a column of counts as shares: of its own sum or total, or of another column."""
    rows = [at for at in range(len(grid.texts)) if _count(grid, at, top) is not None]
    total = re.compile(r"\btotals?\b", re.IGNORECASE)
    parts = [at for at in rows if not total.search(grid.texts[at][0])]
    whole = sum((Fraction(_count(grid, at, top) or 0) for at in parts), Fraction(0))
    if whole:
        yield [
            (at, Fraction(value) / whole, f"{grid.texts[at][top]} of {short(decimal(whole))}")
            for at in parts if (value := _count(grid, at, top)) is not None
        ]  # fmt: skip
    for other in others:
        pairs = [(at, _count(grid, at, top), _count(grid, at, other)) for at in rows]
        yield [
            (at, Fraction(a) / Fraction(b), f"{grid.texts[at][top]} of {grid.texts[at][other]}")
            for at, a, b in pairs if a is not None and b
        ]  # fmt: skip


def _count(grid: _Grid, row: int, column: int) -> Decimal | None:
    figure = grid.figures[row][column]
    return figure.value if figure.unit in (Unit.NUMBER, Unit.POUNDS) and (figure.value or 0) >= 0 else None


def _share_fits(grid: _Grid, row: int, column: int, share: Fraction) -> Status:
    figure = grid.figures[row][column]
    if figure.value is None:
        return Status.NOT_CHECKABLE
    return verdict(figure, Interval.of(decimal(share * 100)))


def _share(grid: _Grid, row: int, column: int, share: Fraction, of: str) -> Checked:
    figure = grid.figures[row][column]
    true = decimal(share * 100)
    working = f"{of} is {short(true)} %"
    return judged(
        Check.SHARES, _share_fits(grid, row, column, share), printed=figure.printed,
        expected=short(true, max(figure.places, 1)), working=working,
        message=f"{grid.label(row)}: printed {figure.printed}, {working}",
        quotes=(grid.placed.quote(grid.cell(row, column)),),
    )  # fmt: skip


def _share_rows(grid: _Grid) -> Iterator[Checked]:
    """A row "% agreed" below a row "Agreed": the share of another row, which some column must show."""
    for row, figures in enumerate(grid.figures):
        label = grid.label(row)
        cells = [at for at, figure in enumerate(figures) if figure.unit is Unit.PERCENT and figure.value is not None]
        if "%" not in label or len(cells) < 2:
            continue
        words = set(_LETTERS.findall(label.casefold()))
        tops = [
            at
            for at in range(len(grid.texts))
            if at != row and words and words & set(_LETTERS.findall(grid.label(at).casefold()))
        ]
        pairs = [(top, base) for top in tops for base in range(len(grid.texts)) if base not in (row, top)]
        fits = {pair: sum(_row_share(grid, row, *pair, at) is Status.OK for at in cells) for pair in pairs}
        best = max(pairs, key=lambda pair: fits[pair], default=None)
        if best is None or not fits[best] or 2 * fits[best] < len(cells):
            continue  # nothing shows what it is the share of
        for at in cells:
            status = _row_share(grid, row, *best, at)
            if status is Status.NOT_CHECKABLE or _CHANGE.search(grid.header[at]):
                continue
            part, whole = (grid.figures[each][at] for each in best)
            true = decimal(Fraction(part.value or 0) * 100 / Fraction(whole.value or 1))
            printed, working = figures[at].printed, f"{part.printed} of {whole.printed} is {short(true)} %"
            yield judged(
                Check.SHARES, status, printed=printed, expected=short(true, max(figures[at].places, 1)),
                working=working, message=f"{label}: printed {printed}, {working}",
                quotes=(grid.placed.quote(grid.cell(row, at)),),
            )  # fmt: skip


def _row_share(grid: _Grid, row: int, top: int, base: int, column: int) -> Status:
    """Of counts exactly; of money in thousands or millions as far as that was rounded."""
    a, b = grid.figures[top][column], grid.figures[base][column]
    figure = grid.figures[row][column]
    plain = a.unit is Unit.NUMBER and b.unit is Unit.NUMBER and figure.value is not None
    if a.value is None or b.value is None or not plain or not 0 < a.value < b.value:
        return Status.NOT_CHECKABLE
    said = " ".join((grid.placed.table.caption or "", *grid.header, *(text[0] for text in grid.texts)))
    exact = _SCALED.search(said) is None
    one, other = (interval_of(each, exact=exact) or Interval.of(each.value or Decimal(1)) for each in (a, b))
    corners = [
        decimal(Fraction(x) * 100 / Fraction(y)) for x in (one.low, one.high) for y in (other.low, other.high) if y > 0
    ]
    return verdict(figure, Interval(low=min(corners), high=max(corners)))


# --- headings -------------------------------------------------------------------------------------


def _year_headings(grid: _Grid) -> Iterator[Checked]:
    """Academic years side by side: each begins a year after the one before and ends the year after it begins."""
    header = grid.placed.table.header
    years = [(at, match) for at, cell in enumerate(header) if (match := _ACADEMIC.match(cell.text.strip()))]
    if len(years) < 3:
        return
    firsts = [int(match["first"]) for _, match in years]
    steps = {b - a for a, b in pairwise(firsts)}
    for (at, match), first in zip(years, firsts, strict=True):
        quote = grid.placed.quote(header[at])
        if (first + 1) % 100 == int(match["second"]):
            yield judged(
                Check.YEAR_HEADINGS, Status.OK, printed=match[0], expected=match[0], working="follows", message="",
                quotes=(quote,),
            )  # fmt: skip
        elif len(steps) == 1 and steps <= {1, -1}:
            read = f"{first}/{(first + 1) % 100:02d}"
            yield judged(
                Check.YEAR_HEADINGS, Status.WARNING, printed=match[0], expected=read,
                working=f"stands where {read} follows",
                message=f"the column heading {match[0]} was read as {read}", quotes=(quote,),
            )  # fmt: skip
