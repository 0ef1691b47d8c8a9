"""Room `checks`: the numbers of paragraphs, lists and tables.

Takes the paragraphs of one document. A number that stands between n and n + 1 is out of order; a run that goes 1, 2, 4
or 4.4, 4.6 has a gap, unless the missing number begins a line of the pages between after all, glued to its words or
with a letter ("3a") as it may be. Of captions, a number that is given twice where the next one is missing is a slip.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_NUMBER = re.compile(r"^\(?(?P<number>\d{1,3})[.):]?$")
_POINT = re.compile(r"^(?P<major>\d{1,2})\.(?P<number>\d{1,2})\.?$")

SAME_EDGE = 12.0
"""Points within which the numbers of one list begin."""

SHORT_LIST = 12
STEADY = 6
"""Numbers that a run of paragraphs needs to show that it counts on, where it does not begin with 1."""

BeginsLine = Callable[[int, int, str], bool]
"""Whether a number begins a line on some pages (first, last, number)."""

Run = list[tuple[int, Paragraph]]


def check_numbering(paragraphs: Sequence[Paragraph], begins_line: BeginsLine) -> Iterator[Checked]:
    """Every run of numbers."""
    numbered = [
        (int(match["number"]), paragraph)
        for paragraph in paragraphs
        if paragraph.marker and (match := _NUMBER.match(paragraph.marker)) and int(match["number"]) > 0
    ]
    for run in _runs(numbered):
        yield from _out_of_order(run)
        yield from _gaps(run, "", begins_line)
    for major, run in _pointed(paragraphs):
        yield from _gaps(run, f"{major}.", begins_line)


def _runs(numbered: Run) -> list[Run]:
    """Numbers that follow one another at the same edge; a list begins again at 1."""
    runs: list[Run] = []
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


def _pointed(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Run]]:
    """The runs of numbers such as 4.1, 4.2, 4.3."""
    run: Run = []
    major: int | None = None
    for paragraph in paragraphs:
        match = _POINT.match(paragraph.marker or "")
        if match is None:
            continue
        here, number = int(match["major"]), int(match["number"])
        if run and major is not None and (here != major or number <= run[-1][0]):
            yield major, run
            run = []
        major = here
        run.append((number, paragraph))
    if run and major is not None:
        yield major, run


def _style(marker: str) -> str:
    return re.sub(r"\d+", "1", marker)


def _out_of_order(run: Run) -> Iterator[Checked]:
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


def _gaps(run: Run, major: str, begins_line: BeginsLine) -> Iterator[Checked]:
    """A run with one number missing."""
    numbers = [number for number, _ in run]
    short = numbers[0] == 1 and 3 <= len(run) <= SHORT_LIST
    if not (short or len(run) >= STEADY):
        return
    steps = [(a, b) for a, b in pairwise(run) if b[0] != a[0] + 1]
    if len(steps) != 1 or steps[0][1][0] != steps[0][0][0] + 2:
        return
    (before, one), (after, other) = steps[0]
    missing = f"{major}{before + 1}"
    far = other.whole.pdf_page > one.whole.pdf_page + 1
    if far or begins_line(one.whole.pdf_page, other.whole.pdf_page, missing):
        return
    at = numbers.index(after)
    told = ", ".join(f"{major}{number}" for number in numbers[max(0, at - SHORT_LIST // 2) : at + SHORT_LIST // 2])
    yield _found(FindingCode.NUMBERING_GAP, f"{major}{after}", missing, other.whole, f"the numbers go {told}")


_CAPTION = re.compile(r"^\s*(?P<word>Table|Figure|Chart)\s+(?P<number>\d{1,3})\s*[:.–-]?\s", re.IGNORECASE)


def check_captions(tables: Sequence[PlacedTable]) -> Iterator[Checked]:
    """Captions numbered 1, 2, 4, 4, 6 name two tables alike, and none with the number between."""
    named = [
        (match["word"].lower(), int(match["number"]), placed)
        for placed in tables
        if placed.table.caption and (match := _CAPTION.match(placed.table.caption))
    ]
    for at in range(1, len(named) - 1):
        (word, before, _), (other, number, placed), (third, after, _) = named[at - 1 : at + 2]
        if word == other == third and number == before and after == number + 2:
            caption = placed.table.caption or ""
            cell = placed.table.header[0]
            quote = placed.quote(cell)
            named_here = Quote(
                file=quote.file, pdf_page=quote.pdf_page, page_label=quote.page_label, item=quote.item, text=caption
            )
            expected = f"{word.capitalize()} {number + 1}"
            yield _found(FindingCode.NUMBERING_OUT_OF_ORDER, caption, expected, named_here,
                         f"two are numbered {word.capitalize()} {number}, and none {expected}")  # fmt: skip


def _found(code: FindingCode, printed: str, expected: str | None, quote: Quote, message: str) -> Checked:
    finding = Finding(
        code=code, severity=Severity.WARNING, message=message, printed=printed, expected=expected, quotes=(quote,)
    )
    return Checked(check=Check.NUMBERING, status=Status.WARNING, printed=printed, expected=expected, working=message,
                   quote=quote, finding=finding)  # fmt: skip
