"""Room `checks`: the academic years in the headings of a table against one another."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scrutiny.checks.balances import Measured
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import Status

_ACADEMIC = re.compile(r"^(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)$")


def check_year_headings(each: Measured) -> Iterator[Checked]:
    """Academic years side by side: each begins a year after the one before and ends the year after it begins."""
    header = each.placed.table.header
    years = [(at, match) for at, cell in enumerate(header) if (match := _ACADEMIC.match(cell.text.strip()))]
    if len(years) < 3:
        return
    firsts = [int(match["first"]) for _, match in years]
    steps = {b - a for a, b in pairwise(firsts)}
    for (at, match), first in zip(years, firsts, strict=True):
        quote = each.placed.quote(header[at])
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
