"""Family `costs`: the lines of a report worked out again with some of their figures changed.

Takes lines with the trees of their workings and the changes by the names of `--set`, gives the lines that come to
something else. A change of "awpu" changes "awpu.ks3" too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scrutiny.families.costs.facts import CostLine
from scrutiny.families.costs.terms import Term, changed, evaluate, rounded, terms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworked:
    """A line that comes to something else: what it is, what it comes to now, and what it came to."""

    name: str
    value: Decimal
    base: Decimal


def rework(lines: Sequence[CostLine], changes: Mapping[str, Decimal]) -> Iterator[Reworked]:
    """The lines that the changes change, in their order; a figure that is printed twice is given once."""
    values = _Values({line.name: line for line in lines}, changes)
    seen: set[tuple[str, Decimal, Decimal]] = set()
    for line in lines:
        if line.tree is None or line.recomputed is None:
            continue
        value, base = values.of(line), values.base(line)
        if value is None or base is None or value == base:
            continue
        name = f"{line.what}, {line.case}" if line.case else line.what
        row = Reworked(name=name, value=rounded(value), base=rounded(base))
        if (row.name, row.value, row.base) not in seen:
            seen.add((row.name, row.value, row.base))
            yield row


def keys_of(lines: Sequence[CostLine]) -> dict[str, str]:
    """The names of the figures that can be changed, with each as printed."""
    return {
        term.key: term.printed for line in lines if line.tree is not None for term in terms_of(line.tree) if term.key
    }


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
            if value is not None and value != base:
                return _with_sign(value, term)
        own = changed(term.key, self.changes)
        if own is not None:
            return -Fraction(own) if term.value < 0 else Fraction(own)
        return self._taken(term)


def _with_sign(value: Fraction, term: Term) -> Fraction:
    return -value if value * term.value < 0 else value
