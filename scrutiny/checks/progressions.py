"""Room `checks`: what follows from place to place in a table, where no line is the sum of others.

Takes measure tables: running totals, each of which is the one before it and what came since; lines of shares that make
100 % in all rows but one; counts with their share in the same cell. What all other places show is what one is held to.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Figure, FigureKind, parse_figure
from scrutiny.figures.slips import digit_evidence
from scrutiny.figures.verdicts import compare, in_style, plain
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.confirming import reads_the_same
from scrutiny.tables.measure import Axis, MeasureCell
from scrutiny.tables.roles import Role
from scrutiny.tables.units import UnitKind

_RUNNING = pattern_of(r"\b(?:cumulative|running|accumulated|(?:year[\s-])?to[\s-]date|ytd)\b", re.IGNORECASE)
LEAST = 4
"""Places of a progression, or rows of shares, of which one may be wrong."""

Place = tuple[int, int]


def check_progressions(each: PlacedTable) -> Iterator[Checked]:
    """Every progression of one table."""
    for axis in Axis:
        yield from _running_totals(each, axis)
        yield from _whole_shares(each, axis)
    for column in range(len(each.measured.columns)):
        yield from _counts_with_shares(each, column)


def _judged(each: PlacedTable, check: Check, place: Place, printed: Figure, right: Decimal, working: str,
            others: Sequence[Place]) -> Iterator[Checked]:  # fmt: skip
    """A figure against what its neighbours make it, where all of them are read the same again."""
    table = each.measured
    agree = reads_the_same(table, (place, *others))
    verdict = compare(printed, right, working=working, likely=not agree)
    labels = (table.rows[place[0]].label, table.columns[place[1]].label)
    where = ", ".join(label for label in labels if label)
    yield judged(
        check, verdict.status, each.quote(table.at(place).cell), printed=printed.printed, expected=verdict.expected,
        working=working, message=f"{where}: printed {printed.printed}, {working} ({verdict.difference})", worded=True,
    )  # fmt: skip


def _running_totals(each: PlacedTable, axis: Axis) -> Iterator[Checked]:
    """ "Completed 50, 22, 57; cumulative 50, 72, 129": the only figure that breaks it, where all others keep it."""
    table = each.measured
    lines, across = table.lines(axis), table.lines(axis.other)
    along = [at for at, line in enumerate(across) if line.role is not Role.TOTAL]
    for target, line in enumerate(lines):
        for source, other in enumerate(lines) if _RUNNING.search(line.label) else ():
            cells = [(table.line(axis, target)[at], table.line(axis, source)[at]) for at in along]
            pairs = [_exact(pair) for pair in cells]
            whole = [pair for pair in pairs if pair is not None]
            if source == target or _RUNNING.search(other.label) or len(whole) < len(cells) or len(cells) < LEAST:
                continue
            off = [
                now - came - (whole[at - 1][0] if at and now != came else 0)  # it may begin anew with a year
                for at, (now, came) in enumerate(whole)
            ]
            wrong = [at for at, each_off in enumerate(off) if each_off]
            if not wrong or len(off) - len(wrong) < LEAST // 2 or len({*whole}) < LEAST:
                continue
            at = wrong[0]
            last = whole[at - 1][0] if at else Decimal(0)
            before = [axis.place(target, along[at - 1])] if at else []
            now, came = axis.place(target, along[at]), axis.place(source, along[at])
            check = Check.COLUMN_TOTALS if axis is Axis.ACROSS else Check.ROW_TOTALS
            known = f"{cells[at - 1][0].figure.printed} " if at else ""
            if (wrong == [at, at + 1] and off[at] == -off[at + 1]) or wrong == [len(off) - 1]:
                right, figure = last + whole[at][1], table.at(now).figure
                working = f"{known}{'+ ' if at else ''}{table.at(came).figure.printed} = {in_style(right, figure)}"
                yield from _judged(each, check, now, figure, right, working, [came, *before])
            elif wrong == [at] and len(off) - 1 >= LEAST:
                right, figure = whole[at][0] - last, table.at(came).figure
                less = f" - {known}".rstrip() if at else ""
                working = f"{table.at(now).figure.printed}{less} = {in_style(right, figure)}"
                yield from _judged(each, check, came, figure, right, working, [now, *before])
            break


def _exact(pair: tuple[MeasureCell, MeasureCell]) -> tuple[Decimal, Decimal] | None:
    """Two figures that are printed in full, in one unit."""
    one, other = pair
    if one.interval is None or other.interval is None or one.figure.value is None or other.figure.value is None:
        return None
    full = one.interval.low == one.interval.high and other.interval.low == other.interval.high
    return (one.figure.value, other.figure.value) if full and one.unit.agrees(other.unit) else None


def _whole_shares(each: PlacedTable, axis: Axis) -> Iterator[Checked]:
    """Shares that in each line but one make 100 %: there, by as much as their rounding can do, they do not."""
    table = each.measured
    lines = [table.line(axis, at) for at in range(len(table.lines(axis)))]
    if len(lines) < LEAST or not len(lines[0]) > 2 or any(table.relations(axis.other)):
        return
    sums: list[tuple[Decimal, Decimal]] = []
    for line in lines:
        values = [cell.figure.value for cell in line if cell.unit.kind is UnitKind.PERCENT]
        known = [value for value in values if value is not None and value >= 0]
        if len(known) < len(line):
            return
        sums.append((sum(known, Decimal(0)), max(cell.figure.step for cell in line) * len(line) / 2))
    wrong = [at for at, (made, spare) in enumerate(sums) if abs(made - HUNDRED) > spare]
    if len(wrong) != 1 or len({tuple(cell.figure.value for cell in line) for line in lines}) < LEAST:
        return
    at = wrong[0]
    off = sums[at][0] - HUNDRED
    own = [cell.figure.value or Decimal(0) for cell in lines[at]]
    may_be = [one for one, value in enumerate(own) if value - off >= 0]
    likely = max(may_be, key=lambda one: (digit_evidence(own[one], own[one] - off), own[one]), default=None)
    if likely is None:
        return
    figures = [cell.figure for cell in lines[at]]
    working = f"{' + '.join(figure.printed for figure in figures)} = {plain(sums[at][0])}, and in all other lines 100"
    others = [axis.place(at, one) for one in range(len(own)) if one != likely]
    yield from _judged(
        each, Check.SHARES, axis.place(at, likely), figures[likely], own[likely] - off, working, others
    )  # fmt: skip


HUNDRED = Decimal(100)
_WITH_SHARE = pattern_of(r"^(?P<count>\d[\d,]*)\s*[(\[]\s*(?P<share>\d+(?:\.\d+)?)\s*%?\s*[)\]]$")


def _counts_with_shares(each: PlacedTable, column: int) -> Iterator[Checked]:
    """ "45 (23%)" in the rows of a column: the counts against their total, each share against both."""
    table = each.measured
    cells = [row[column].cell.text.strip() for row in table.cells]
    told = {at: match for at, text in enumerate(cells) if (match := _WITH_SHARE.match(text))}
    totals = [at for at in told if table.rows[at].role is Role.TOTAL]
    if len(totals) != 1 or totals != [max(told)] or len(told) <= LEAST - 1 or len(told) < len(table.rows):
        return
    figures = {at: (parse_figure(match["count"]), parse_figure(f"{match['share']}%")) for at, match in told.items()}
    counts = {at: count.value for at, (count, _) in figures.items() if count.kind is FigureKind.VALUE and count.value}
    whole = counts.pop(totals[0], None)
    if whole is None or len(counts) < len(told) - 1:
        return
    made = sum(counts.values(), Decimal(0))

    def misfits(base: Decimal) -> list[int]:
        return [
            at for at, count in counts.items() if not compare(figures[at][1], count * HUNDRED / base, working="").right
        ]

    wrong, total = misfits(whole), totals[0]
    rest = [(at, column) for at in told]
    if made != whole and len(wrong) > 1 and not misfits(made):
        wrong = []
    if made != whole and not wrong:
        added = " + ".join(figures[at][0].printed for at in counts)
        working = f"{added} = {in_style(made, figures[total][0])}"
        yield from _judged(each, Check.COLUMN_TOTALS, (total, column), figures[total][0], made, working, rest)
    elif len(wrong) == 1 and len(counts) > LEAST - 2:
        at = wrong[0]
        if made == whole:
            share = counts[at] * HUNDRED / whole
            working = f"{figures[at][0].printed} of {figures[total][0].printed} is {plain(share)} %"
            yield from _judged(each, Check.SHARES, (at, column), figures[at][1], share, working, rest)
        else:
            right = whole - made + counts[at]
            working = f"the others leave {in_style(right, figures[at][0])} of {figures[total][0].printed}"
            if right > 0 and compare(figures[at][1], right * HUNDRED / whole, working="").right:
                yield from _judged(each, Check.COLUMN_TOTALS, (at, column), figures[at][0], right, working, rest)
