"""Family `costs`: what a written sum is for, and what its figures are called.

Takes `WrittenSum`s, gives the names of their figures (the keys of `--set`), their method and their purpose, and takes
apart contributions in days and the costs of a year. All by the measures of the figures and how they are put together.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.terms import key_of
from scrutiny.families.costs.written import WrittenSum
from scrutiny.figures.workings import Operation, Term, Tree, Work, plus
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.written import Apart, Measure, Operand, operands_of

# --- names for what can be changed ----------------------------------------------------------------

_TOP_UP = pattern_of(r"\btop[\s-]?up\b", re.IGNORECASE)


def named(step: WrittenSum) -> Tree:
    """The tree of a sum with a name for each figure that `--set` can change: "awpu.ks3", "day_rate.2024-25"."""
    about = f"ks{step.stage}" if step.stage else step.case.lower() if step.case else step.year or ""
    tree = _named(step.tree, step, about, divided=False, rate=None)
    return _told_apart(tree, {})


def _told_apart(tree: Tree, seen: dict[str, Fraction]) -> Tree:
    """The tree with another name for each other value of the same name: "places", "places_2"."""
    if isinstance(tree, Work):
        return replace(tree, parts=tuple(_told_apart(part, seen) for part in tree.parts))
    if tree.key is None:
        return tree
    key, count = tree.key, 1
    while seen.setdefault(key, tree.value) != tree.value:
        count += 1
        key = f"{tree.key}_{count}"
    return replace(tree, key=key)


def _named(
    tree: Tree, step: WrittenSum, about: str, *, divided: bool, rate: Measure | None, under: Fraction | None = None
) -> Tree:
    if isinstance(tree, Operand):
        unit = f" {tree.measure.value}" if tree.measure in _TIMES else ""
        key = _key(tree, step, about, divided=divided, rate=rate, base=under)
        return replace(tree, printed=f"{tree.printed}{unit}", key=key)
    if isinstance(tree, Term):
        return tree
    if isinstance(tree, Apart):
        year = step.year or ""
        first, *others = tree.parts
        keys = [key_of("day_rate", year) if not year else f"day_rate.{year}", *("transport" for _ in others)]
        return plus([replace(part, key=key) if isinstance(part, Operand) else part
                     for part, key in zip((first, *others), keys, strict=True)])  # fmt: skip
    of = next((part.measure for part in tree.parts if isinstance(part, Operand) and part.measure in _TIMES), None)
    parts = []
    for at, part in enumerate(tree.parts):
        quotient = tree.operation is Operation.QUOTIENT
        base = tree.parts[1] if quotient and not at else None
        own = _named(
            part, step, about, divided=quotient and at > 0, rate=of or rate,
            under=base.value if isinstance(base, Term) else None,
        )  # fmt: skip
        if tree.operation is Operation.SUM and at and isinstance(own, Term) and "awpu" in _around(tree.parts[0]):
            own = replace(own, key="pupil_premium" if "premium" in _around(part) else "top_up")
        parts.append(own)
    return replace(tree, parts=tuple(parts))


_TIMES = (Measure.DAYS, Measure.WEEKS, Measure.HOURS, Measure.TERMS)


def _around(part: Tree) -> str:
    return f"{part.before} {part.behind}".casefold() if isinstance(part, Operand) else ""


WEEKS_A_YEAR = 52
"""Of a part of so many, the first figure counts weeks."""


def _key(
    own: Operand, step: WrittenSum, about: str, *, divided: bool, rate: Measure | None, base: Fraction | None
) -> str | None:
    if own.measure is Measure.PART:
        return None if divided or base != WEEKS_A_YEAR else key_of("weeks_left", about)
    if own.measure is Measure.DAYS:
        return "school_days" if divided or (step.year and not step.stage) else "days"
    if own.measure is not Measure.MONEY:
        return key_of("places" if own.measure is Measure.NUMBER else own.measure.value, about)
    words = _around(own)
    if "awpu" in words:
        return key_of("awpu", f"ks{step.stage}" if step.stage else "")
    if _TOP_UP.search(words):
        return "top_up"
    name = {Measure.DAYS: "daily", Measure.WEEKS: "weekly_rate", Measure.HOURS: "hourly_rate"}.get(
        rate or Measure.NUMBER, "amount"
    )
    return key_of(name, about)


# --- what a sum is --------------------------------------------------------------------------------


def method_of(tree: Tree) -> str:
    """The method of a written sum, by the measures of its figures."""
    operands = list(operands_of(tree))
    measures = {operand.measure for operand in operands}
    if any(one.value == WEEKS_A_YEAR and one.measure is not Measure.MONEY for one in _divisors(tree)):
        return "A x (B/52): the amount for the year x weeks left / 52"
    if any(operand.measure is Measure.DAYS for operand in _divisors(tree)):
        return "pro rata in days: the amount for the year / school days x days left"
    if any(operand.measure is Measure.PART for operand in operands):
        return "places x price x part of the year"
    if measures & set(_TIMES):
        return "rate x time"
    if isinstance(tree, Work) and tree.operation is Operation.SUM:
        return "difference" if -1 in tree.signs else "sum"
    return "places x price" if isinstance(tree, Work) and tree.operation is Operation.PRODUCT else "division"


def _divisors(tree: Tree) -> Iterator[Operand]:
    if isinstance(tree, Work):
        if tree.operation is Operation.QUOTIENT and isinstance(tree.parts[1], Operand):
            yield tree.parts[1]
        for part in tree.parts:
            yield from _divisors(part)


def purpose_of(step: WrittenSum) -> str | None:
    """What a written sum is for, by its method: the contribution of a school, the cost of a place in a year."""
    method = method_of(step.tree)
    if method.startswith("A x"):
        return "contribution"
    if method.startswith("pro rata"):
        whole = isinstance(step.tree, Work) and step.tree.operation is Operation.PRODUCT
        return "contribution" if whole else "contribution a day"
    return "day rate" if method == "rate x time" and step.year else None


class ProRata(Struct, frozen=True, kw_only=True):
    """A contribution in days, taken apart."""

    amounts: tuple[Operand, ...]
    school_days: Operand
    days: Operand


def pro_rata_of(step: WrittenSum) -> ProRata | None:
    """(AWPU + top-up) / school days x days left."""
    tree = step.tree
    if not isinstance(tree, Work) or tree.operation is not Operation.PRODUCT or len(tree.parts) != 2:
        return None
    daily, days = tree.parts
    if not isinstance(daily, Work) or daily.operation is not Operation.QUOTIENT or not isinstance(days, Operand):
        return None
    amounts = tuple(operands_of(daily.parts[0]))
    base = daily.parts[1]
    if not isinstance(base, Operand) or not amounts or any(each.measure is not Measure.MONEY for each in amounts):
        return None
    return ProRata(amounts=amounts, school_days=base, days=days)


class YearRate(Struct, frozen=True, kw_only=True):
    """What a place costs in a year: days x (rate + transport)."""

    days: Operand
    daily: Fraction
    rate: Operand | None
    others: tuple[Operand, ...]


def year_rate_of(step: WrittenSum) -> YearRate | None:
    """Days x what a day costs, of a step with an academic year."""
    tree = step.tree
    product = isinstance(tree, Work) and tree.operation is Operation.PRODUCT and len(tree.parts) == 2
    if step.year is None or not isinstance(tree, Work) or not product:
        return None
    days = next((part for part in tree.parts if isinstance(part, Operand) and part.measure is Measure.DAYS), None)
    paid = next((part for part in tree.parts if part is not days), None)
    if days is None or paid is None:
        return None
    if isinstance(paid, Apart):
        amounts = tuple(operands_of(plus(paid.parts)))
        return YearRate(days=days, daily=paid.whole.value, rate=amounts[0], others=amounts[1:])
    own = paid if isinstance(paid, Operand) and paid.measure is Measure.MONEY else None
    return None if own is None else YearRate(days=days, daily=own.value, rate=None, others=())
