"""The workings of lines, worked out from their text."""

import re
from fractions import Fraction

from scrutiny.families.costs.facts import CostLine
from tests.figures.reading import work_out

_RESULT = re.compile(r"(?P<left>.+?) = (?P<result>-?[\d,]+(?:\.\d+)?)(?P<cut> \(cut off\))?")


def assert_comes_to(line: CostLine) -> None:
    """A working evaluates to the result that it is written with, to the last digit of that; and to `recomputed`, in the
    unit of the line, unless rounded parts give the print."""
    if line.method is None:
        return
    match = _RESULT.match(line.working)
    assert match is not None, line.working
    result = Fraction(match["result"].replace(",", ""))
    places = len(match["result"].partition(".")[2])
    room = Fraction(1, 10**places)
    assert abs(work_out(match["left"]) - result) <= room, line.working
    assert line.recomputed is not None
    if "rounded parts" not in line.working:
        assert Fraction(line.recomputed) == result * 10**line.scale, line.working
