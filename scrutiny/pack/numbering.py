"""Room `pack`: which number is printed on which page.

Takes the evidence of all pages, gives for each the printed number and the one it counts as. The publishing system
numbers pages one by one from some page on, so PDF page minus printed number stays the same over long runs; a number
that does not fit is a document's own. Numbers that begin again (two packs joined) make a second run.
"""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack.evidence import PageEvidence
from scrutiny.sources import Quote

NEW_RUN = 3
"""Pages in a row that must agree before numbers begin anew: a report's own "Page 1" does not make a run."""

MIN_STAMPED = 0.5
"""Share of the pages with text that must bear "Page N": front sheets of a small supplement may go without."""

MIN_BARE_SUPPORT = 0.6
"""Share of all pages with text whose bare number ("12" at the foot, without the word Page) must fit one
run. Reports bring bare numbers of their own, and in a pack those begin again with each report."""


MIN_COUNTED = 0.8
"""Share of the pages with text on which a count stands that runs over the whole file."""


def without_count_of_all(pages: tuple[PageEvidence, ...]) -> tuple[PageEvidence, ...]:
    """The pages without the count that runs over all of them from the first, and is no document's own: "4/120"."""
    counted = [(page.pdf_page, len(pages)) in page.counts for page in pages]
    if not counted[0] or sum(counted) < max(NEW_RUN, MIN_COUNTED * sum(page.has_text for page in pages)):
        return pages
    return tuple(
        replace(page, counts=tuple(each for each in page.counts if each != (page.pdf_page, len(pages))))
        for page in pages
    )


class Numbering(Struct, frozen=True, kw_only=True):
    """By PDF page, from 0: the number `printed`, and the one it counts as (`counted`), also where none is printed."""

    printed: tuple[int | None, ...]
    counted: tuple[int | None, ...]
    findings: tuple[Finding, ...]

    def printed_on(self, first: int, last: int) -> list[str | None]:
        """What is printed on each of these PDF pages."""
        return [None if number is None else str(number) for number in self.printed[first - 1 : last]]

    def pdf_page(self, number: int) -> int | None:
        """The one PDF page that counts as this number; None where there is none or more than one."""
        places = [index + 1 for index, counted in enumerate(self.counted) if counted == number]
        return places[0] if len(places) == 1 else None


def find_numbering(pages: tuple[PageEvidence, ...], file: str) -> Numbering:
    """The pack's own page numbers, from its "Page N" stamps or else from bare numbers."""
    stamped = {page.pdf_page: page.stamped_numbers for page in pages if page.stamped_numbers}
    written = sum(page.has_text for page in pages)
    if len(stamped) >= max(min(2, len(pages)), MIN_STAMPED * written):
        return _number(len(pages), stamped, file)
    bare = {page.pdf_page: page.bare_numbers for page in pages if page.bare_numbers}
    fitting = max(_votes(bare).values(), default=0)
    if fitting >= max(2, MIN_BARE_SUPPORT * sum(page.has_text for page in pages)):
        offset = _commonest(_votes(bare))
        return _number(len(pages), {at: n for at, n in bare.items() if at - offset in n}, file)
    # a few numbered pages are a paper that was taken from another pack: what they print is no place in this one
    printed = tuple(page.stamped_numbers[0] if page.stamped_numbers else None for page in pages)
    return Numbering(printed=printed, counted=(None,) * len(pages), findings=())


def _votes(numbers: Mapping[int, tuple[int, ...]]) -> Counter[int]:
    return Counter(at - number for at, printed in numbers.items() for number in set(printed))


def _commonest(votes: Counter[int]) -> int:
    return min(votes, key=lambda offset: (-votes[offset], abs(offset)))


def _number(count: int, numbers: Mapping[int, tuple[int, ...]], file: str) -> Numbering:
    printed: list[int | None] = [None] * count
    counted: list[int | None] = [None] * count
    findings: list[Finding] = []
    places = sorted(numbers)
    offset = _commonest(_votes({at: numbers[at] for at in places[: 2 * NEW_RUN]}))  # that of the first run
    run_start: int | None = None
    for position, at in enumerate(places):
        if at - offset not in numbers[at]:
            ahead = places[position : position + NEW_RUN]
            common = set.intersection(*({place - n for n in numbers[place]} for place in ahead))
            if len(ahead) == NEW_RUN and common:
                offset, run_start = min(common, key=abs), None
            else:
                findings.append(_misfit(at, numbers[at][0], at - offset, file))
                printed[at - 1] = numbers[at][0]
                continue
        printed[at - 1] = at - offset
        # pages since the last number of this run print nothing, and count
        for page in range((run_start or at), at + 1):
            counted[page - 1] = page - offset
        run_start = at
    if run_start is not None:
        for page in range(run_start, count + 1):
            counted[page - 1] = page - offset
    return Numbering(printed=tuple(printed), counted=tuple(counted), findings=tuple(findings))


def _misfit(at: int, number: int, due: int, file: str) -> Finding:
    expected, printed = str(due) if due >= 1 else None, f"Page {number}"
    follows = f"{due} would follow from its neighbours" if expected else "before the pack's numbers begin"
    quote = Quote(file=file, pdf_page=at, page_label=str(number), text=printed)
    message, code = f"PDF page {at} prints '{printed}'; {follows}", FindingCode.PAGE_NUMBERS_DISAGREE
    return Finding.at(quote, code, message, Severity.NOTE, printed=printed, expected=expected)
