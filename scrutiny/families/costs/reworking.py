"""Family `costs`: the lines of a report worked out again with some of their figures changed.

Takes lines with the trees of their workings and the changes by the names of `--set`, gives the lines that come to
something else. A change of "awpu" changes "awpu.ks3" too.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from scrutiny.errors import ParameterError
from scrutiny.families.costs.facts import CostLine, CostReport
from scrutiny.families.costs.modelling import FirstYear
from scrutiny.families.costs.parameters import Pupil
from scrutiny.families.costs.terms import changed, rounded
from scrutiny.figures.workings import Term, evaluate, terms_of
from scrutiny.stages import academic


class Reworked(Struct, frozen=True, kw_only=True):
    """A line that comes to something else: what it is, what it comes to now, and what it came to."""

    name: str
    value: Decimal
    base: Decimal | None


def rework(lines: Sequence[CostLine], changes: Mapping[str, Decimal]) -> Iterator[Reworked]:
    """The lines that the changes change, in their order; a figure that is printed twice is given once."""
    values = _Values({line.name: line for line in lines}, changes)
    seen: set[tuple[str, Decimal, Decimal | None]] = set()
    for line in lines:
        if line.tree is None or line.recomputed is None:
            continue
        value, base = values.of(line), values.base(line)
        if value is None or base is None or value == base:
            continue
        factor = Fraction(10) ** line.scale
        row = Reworked(name=line.called, value=rounded(value * factor), base=rounded(base * factor))
        if (row.name, row.value, row.base) not in seen:
            seen.add((row.name, row.value, row.base))
            yield row


def keys_of(lines: Sequence[CostLine]) -> dict[str, str]:
    """The names of the figures that can be changed, with each as printed."""
    return {
        term.key: term.printed for line in lines if line.tree is not None for term in terms_of(line.tree) if term.key
    }


def place_pupil(report: CostReport, pupil: Pupil, first_year: FirstYear, last_group: int) -> Iterator[Reworked]:
    """What the place of another pupil costs by the report's own costs of a year: each year and the total. Raises
    `ParameterError` where the report gives no cost for a year, or none for the first one."""
    costs = {int(year[:4]): (year, cost) for year, cost in report.year_costs}
    share = _SHARES.get(first_year)
    if share is None:
        raise ParameterError("this paper does not count days", advice="Choose half, full, term or two-terms.")
    total = Fraction(0)
    for ahead, group in enumerate(range(pupil.year_group, last_group + 1)):
        first = pupil.excluded + ahead
        if first not in costs:
            advice = f"It gives {', '.join(year for year, _ in costs.values()) or 'none'}."
            raise ParameterError(f"the paper gives no cost of a place in {academic(first)}", advice=advice)
        year, cost = costs[first]
        own = Fraction(cost) * (share if not ahead else 1)
        total += own
        yield Reworked(name=f"placement, Year {group}, {year}", value=rounded(own), base=None)
    yield Reworked(name=f"placement, Year {pupil.year_group}, all years", value=rounded(total), base=None)


_SHARES = {
    FirstYear.FULL: Fraction(1), FirstYear.HALF: Fraction(1, 2), FirstYear.TERM: Fraction(1, 3),
    FirstYear.TWO_TERMS: Fraction(2, 3),
}  # fmt: skip


class _Values:
    """What lines come to with the changes."""

    def __init__(self, lines: Mapping[str, CostLine], changes: Mapping[str, Decimal]) -> None:
        self.lines, self.changes = lines, changes
        self._known: dict[str, Fraction | None] = {}
        self._open: set[str] = set()

    def base(self, line: CostLine) -> Fraction | None:
        return None if line.tree is None else evaluate(line.tree, self._taken)

    def of(self, line: CostLine) -> Fraction | None:
        if line.name not in self._known:
            self._open.add(line.name)
            self._known[line.name] = None if line.tree is None else evaluate(line.tree, self._term)
            self._open.discard(line.name)
        return self._known[line.name]

    def _taken(self, term: Term) -> Fraction:
        line = self.lines.get(term.line or "")
        return term.value if line is None else _with_sign(line.taken, term)

    def _term(self, term: Term) -> Fraction:
        """A figure as it is now: changed itself, or given by a line that is."""
        line = self.lines.get(term.line or "")
        if line is not None and line.tree is not None and line.name not in self._open:
            value, base = self.of(line), self.base(line)
            if value is not None and base is not None and value != base:
                # by so much as the line moves: what was taken from it may have been rounded in print
                return _with_sign(line.taken + (value - base if line.taken * base >= 0 else base - value), term)
        own = changed(term.key, self.changes)
        if own is not None:
            return -Fraction(own) if term.value < 0 else Fraction(own)
        return self._taken(term)


def _with_sign(value: Fraction, term: Term) -> Fraction:
    return -value if value * term.value < 0 else value
