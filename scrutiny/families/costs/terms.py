"""Family `costs`: amounts and parts of a working as it prints them, and the names by which they can be changed."""

import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from scrutiny.figures.mentions import Mention
from scrutiny.figures.slips import exchanged
from scrutiny.figures.workings import Term, Tree, over, times


def share(part: Fraction) -> Term:
    """A fixed part of a whole: 5/12 of the year; or so many of them: 38 weeks."""
    return Term(printed=str(part), value=part)


def term_of(mention: Mention) -> Term:
    """A figure of a sentence."""
    return Term(printed=mention.figure.printed.strip(), value=Fraction(mention.value))


def part_of(tree: Tree, part: Fraction) -> Tree:
    """A part of what a tree gives."""
    if part == 1:
        return tree
    if part.numerator == 1:
        return over(tree, Term(printed=str(part.denominator), value=Fraction(part.denominator)))
    return times(tree, share(part))


def rounded(exact: Fraction | Decimal, places: int = 2) -> Decimal:
    """An exact value as a decimal, rounded half up, and away from nought where it is negative."""
    value, step = Fraction(exact), Fraction(1, 10**places)
    whole = (abs(value) / step + Fraction(1, 2)) // 1
    return (Decimal(int(whole)) if value >= 0 else -Decimal(int(whole))).scaleb(-places)


def telling_digits(value: Fraction | Decimal | int, step: Fraction | Decimal | int) -> int:
    """How many digits of a figure say something: without the noughts at its end."""
    return len(str(int(abs(Fraction(value)) / Fraction(step))).rstrip("0"))


def break_even(investment: Decimal, net_costs: Sequence[Decimal]) -> tuple[Decimal, Decimal, int]:
    """The mean net cost of a case, how many cases the investment is worth (to three places), and that rounded up."""
    mean = sum(net_costs, Decimal(0)) / len(net_costs)
    exact = Fraction(investment) / Fraction(mean)
    return mean, rounded(exact, 3), math.ceil(rounded(exact, 12))


def pounds(value: Fraction | Decimal | int) -> str:
    """An amount for a working: "£257,925", "£47.53", "-£20"."""
    exact = rounded(Fraction(value))
    digits = f"{abs(exact):,.2f}".removesuffix(".00")
    return f"-£{digits}" if exact < 0 else f"£{digits}"


def key_of(*names: str) -> str:
    """The name of a parameter from the labels of a paper: "weekly_rate.the_link_centre"."""
    words = (re.sub(r"[^a-z0-9]+", "_", name.casefold().replace("£", "")).strip("_") for name in names)
    return ".".join(word for word in words if word)


def changed(key: str | None, changes: Mapping[str, Decimal]) -> Decimal | None:
    """The value that a change gives a key; a change of "awpu" changes "awpu.ks3" and "awpu.ks4" as well. None where
    none does."""
    if key is None:
        return None
    pieces = key.split(".")
    for count in range(len(pieces), 0, -1):
        value = changes.get(".".join(pieces[:count]))
        if value is not None:
            return value
    return None


FEWEST = 4
"""Digits that a figure needs to be known again with two of them swapped: of shorter ones some are alike by chance."""


def swapped(one: Fraction, other: Fraction) -> bool:
    """Whether an amount is another one with two digits swapped: 38,365 and 38,635."""
    values = [rounded(one), rounded(other)]
    return one * other > 0 and exchanged(*values) and telling_digits(one, Fraction(1, 100)) >= FEWEST
