"""Part of the room `products`: figures that a paper bears out where it does not agree with itself.

Takes what bears a claim out, gives what `check` says of that very figure: an officer who repeats a figure that the
paper prints wrongly is told so, with both of the paper's figures.
"""

from collections import defaultdict
from collections.abc import Iterable

from scrutiny.findings import Finding, Severity
from scrutiny.products.verifying.model import Outcome, Verified
from scrutiny.sources import Box, Quote, fold


class Doubts:
    """The errors among the findings on a paper, by each page that they quote."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_page: dict[int, list[tuple[Quote, Finding]]] = defaultdict(list)
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.printed is not None:
                for quote in finding.quotes:
                    self._by_page[quote.pdf_page].append((quote, finding))

    def of(self, verified: Verified) -> Finding | None:
        """The error of the paper in which a figure that was borne out stands: as the figure that is wrong, or as the
        one that it ought to be and that the paper prints in another place."""
        told = verified.told
        if told is None or not may_be_doubted(verified):
            return None
        there, printed = told.quote, _bare(told.numeral.printed)
        for quote, finding in self._by_page.get(there.pdf_page, ()):
            figures = (_bare(finding.printed or ""), _bare(finding.expected or ""))
            if printed in figures and _same_place(quote, there):
                return finding
        return None


def may_be_doubted(verified: Verified) -> bool:
    """Whether a figure was borne out by one that the paper prints, and that `check` may find wrong."""
    printed = verified.told is not None and verified.told.working is None
    return printed and verified.outcome is Outcome.SUPPORTED and verified.claim.numeral.number


def _bare(printed: str) -> str:
    """A figure without what stands around it: "(£1,420)" and "1420" are the same one; a fall of 37 is another."""
    fall = "-" if printed.strip().startswith(("-", "−")) else ""
    return fall + "".join(letter for letter in printed if letter.isdigit() or letter == ".").strip(".")


def _overlap(one: Box, other: Box) -> bool:
    return max(one.left, other.left) < min(one.right, other.right) and (
        max(one.top, other.top) < min(one.bottom, other.bottom)
    )


def _same_place(one: Quote, other: Quote) -> bool:
    """Whether two quotations of a page are of the same words."""
    if one.box is not None and other.box is not None:
        return _overlap(one.box, other.box)
    here, there = fold(one.text), fold(other.text)
    return here in there or there in here
