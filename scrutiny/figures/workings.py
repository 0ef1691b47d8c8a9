"""Room `figures`: what a figure is worked out from, as a small tree of sums, products and quotients.

Takes printed figures, gives trees that can be evaluated with some of the figures changed, and written out as a working.
Exact throughout. It does not know which tree is right for a figure.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct


class Operation(StrEnum):
    """How the parts of a tree are put together."""

    SUM = "+"
    """with signs"""
    PRODUCT = "x"
    QUOTIENT = "/"
    """the first part by the second"""


class Term(Struct, frozen=True, kw_only=True):
    """A figure that goes into a working. `key` is the name by which `--set` changes it, None for what is fixed (a part
    of the year); `line` the name of the line that gives it, where it is itself worked out."""

    printed: str
    value: Fraction
    key: str | None = None
    line: str | None = None


class Work(Struct, frozen=True, kw_only=True):
    """Parts put together. `signs` are those of a sum."""

    operation: Operation
    parts: "tuple[Tree, ...]"
    signs: tuple[int, ...] = ()


Tree = Term | Work


def plus(parts: Sequence[Tree], signs: Sequence[int] | None = None) -> Work:
    """The sum of some parts."""
    return Work(operation=Operation.SUM, parts=tuple(parts), signs=tuple(signs or [1] * len(parts)))


def times(*parts: Tree) -> Work:
    """The product of some parts."""
    return Work(operation=Operation.PRODUCT, parts=parts)


def over(top: Tree, base: Tree) -> Work:
    """The quotient of two parts."""
    return Work(operation=Operation.QUOTIENT, parts=(top, base))


def terms_of(tree: Tree) -> Iterator[Term]:
    """Every figure of a tree, from left to right."""
    if isinstance(tree, Term):
        yield tree
    else:
        for part in tree.parts:
            yield from terms_of(part)


def evaluate(tree: Tree, value_of: Callable[[Term], Fraction] | None = None) -> Fraction | None:
    """What a tree comes to; None where something is divided by nothing."""
    if isinstance(tree, Term):
        return value_of(tree) if value_of else tree.value
    values = [evaluate(part, value_of) for part in tree.parts]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    if tree.operation is Operation.SUM:
        signed = [value if sign == 1 else sign * value for sign, value in zip(tree.signs, known, strict=True)]
        return sum(signed[1:], signed[0]) if signed else Fraction(0)
    if tree.operation is Operation.QUOTIENT:
        return known[0] / known[1] if known[1] else None
    return math.prod(known, start=Fraction(1))


def written(tree: Tree, now: Callable[[Term], str] | None = None) -> str:
    """A tree as a working: "(£4,032 + £5,000) / 190 x 120"; `now` gives what to print for a figure."""
    tree = _bare(tree)
    if isinstance(tree, Term):
        return now(tree) if now else tree.printed
    if tree.operation is Operation.SUM:
        pieces = [_signed(part, sign, now) for part, sign in zip(tree.parts, tree.signs, strict=True)]
        text = ("-" if tree.signs[0] < 0 else "") + pieces[0]
        return text + "".join(
            f" {'-' if sign < 0 else '+'} {piece}" for sign, piece in zip(tree.signs[1:], pieces[1:], strict=True)
        )
    joint = " x " if tree.operation is Operation.PRODUCT else " / "
    return joint.join(_inside(part, tree.operation, at, now) for at, part in enumerate(tree.parts))


def _bare(tree: Tree) -> Tree:
    """Without sums of one part: in brackets a lone amount is negative."""
    while isinstance(tree, Work) and tree.operation is Operation.SUM and tree.signs == (1,):
        tree = tree.parts[0]
    return tree


def _signed(part: Tree, sign: int, now: Callable[[Term], str] | None) -> str:
    """A part of a sum behind its sign: in brackets where the sign is a minus and would otherwise hold for its first
    figure only, "-(4 + 5)", or stand before another one, "-(-3)"."""
    part, text = _bare(part), written(part, now)
    summed = isinstance(part, Work) and part.operation is Operation.SUM
    return f"({text})" if sign < 0 and (summed or text.startswith("-")) else text


def _inside(part: Tree, operation: Operation, at: int, now: Callable[[Term], str] | None) -> str:
    part, text = _bare(part), written(part, now)
    if isinstance(part, Term):
        return text
    nested = part.operation is Operation.SUM or (operation is Operation.QUOTIENT and at > 0)
    return f"({text})" if nested else text
