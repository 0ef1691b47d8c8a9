"""Room `checks`: the numbers of paragraphs and lists.

Takes the paragraphs of one document. A number that stands between n and n + 1 is out of order; a short list that goes
1, 2, 4 has a gap, unless the missing number begins a line of the page after all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_NUMBER = re.compile(r"^\(?(?P<number>\d{1,3})[.):]?$")

SAME_EDGE = 12.0
"""Points within which the numbers of one list begin."""

SHORT_LIST = 12


def check_numbering(paragraphs: Sequence[Paragraph], begins_line: Callable[[int, int, int], bool]) -> Iterator[Checked]:
    """Every run of numbers. `begins_line` says whether a number begins a line on some pages (first, last, number)."""
    numbered = [
        (int(match["number"]), paragraph)
        for paragraph in paragraphs
        if paragraph.marker and (match := _NUMBER.match(paragraph.marker)) and int(match["number"]) > 0
    ]
    for run in _runs(numbered):
        yield from _out_of_order(run)
        yield from _gaps(run, begins_line)


def _runs(numbered: list[tuple[int, Paragraph]]) -> list[list[tuple[int, Paragraph]]]:
    """Numbers that follow one another at the same edge; a list begins again at 1."""
    runs: list[list[tuple[int, Paragraph]]] = []
    for number, paragraph in numbered:
        near = [
            run
            for run in runs[-4:]
            if abs(run[-1][1].left - paragraph.left) <= SAME_EDGE
            and run[-1][1].marker is not None
            and _style(run[-1][1].marker) == _style(paragraph.marker or "")
        ]
        if number == 1 or not near:
            runs.append([(number, paragraph)])
        else:
            near[-1].append((number, paragraph))
    return runs


def _style(marker: str) -> str:
    return re.sub(r"\d+", "1", marker)


def _out_of_order(run: list[tuple[int, Paragraph]]) -> Iterator[Checked]:
    for at in range(1, len(run) - 1):
        before, (number, paragraph), after = run[at - 1][0], run[at], run[at + 1][0]
        # two that follow on both sides show that the one between is the stranger
        steady = (at >= 2 and run[at - 2][0] == before - 1) or (at + 2 < len(run) and run[at + 2][0] == after + 1)
        if after == before + 1 and number not in (before, after) and steady:
            yield _found(FindingCode.NUMBERING_OUT_OF_ORDER, str(number), None, paragraph.whole,
                         f"paragraph {number} stands between {before} and {after}")  # fmt: skip
        elif before + 1 == number and number + 1 == after:
            yield Checked(check=Check.NUMBERING, status=Status.OK, printed=str(number), expected=str(number),
                          working=f"{before}, {number}, {after}", quote=paragraph.whole)  # fmt: skip


def _gaps(run: list[tuple[int, Paragraph]], begins_line: Callable[[int, int, int], bool]) -> Iterator[Checked]:
    """A short list from 1 on with one number missing."""
    numbers = [number for number, _ in run]
    if numbers[0] != 1 or len(run) < 3 or len(run) > SHORT_LIST:
        return
    steps = [(a, b) for a, b in pairwise(run) if b[0] != a[0] + 1]
    if len(steps) != 1 or steps[0][1][0] != steps[0][0][0] + 2:
        return
    (before, one), (after, other) = steps[0]
    if (
        begins_line(one.whole.pdf_page, other.whole.pdf_page, before + 1)
        or other.whole.pdf_page > one.whole.pdf_page + 1
    ):
        return
    yield _found(FindingCode.NUMBERING_GAP, str(after), str(before + 1), other.whole,
                 f"the numbers go {', '.join(str(number) for number in numbers)}")  # fmt: skip


def _found(code: FindingCode, printed: str, expected: str | None, quote: Quote, message: str) -> Checked:
    finding = Finding(
        code=code, severity=Severity.WARNING, message=message, printed=printed, expected=expected, quotes=(quote,)
    )
    return Checked(check=Check.NUMBERING, status=Status.WARNING, printed=printed, expected=expected, working=message,
                   quote=quote, finding=finding)  # fmt: skip
