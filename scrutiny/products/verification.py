"""Room `products`: what came of the figures of a summary. The rows and the report of `verify`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from msgspec import Struct

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.phrases import count_of, shorten
from scrutiny.pack import Pack
from scrutiny.pack.public import unread_findings, withheld_findings
from scrutiny.products.verifying import Claim, Outcome, Verified
from scrutiny.products.verifying.model import WRONG
from scrutiny.sheets.model import Report
from scrutiny.sheets.rows import Cell, Item, Sheet
from scrutiny.sources import Quote

QUOTED = 160
"""Characters of the passage there that are shown."""

AROUND = 30
"""Characters of the summary on either side of a figure that are shown with it."""


class FigureRow(Struct, frozen=True, kw_only=True):
    """A figure of a summary, and where the paper bears it out."""

    summary: Annotated[str, Cell("Summary", "the file that was verified", shown=False)]
    line: Annotated[int, Cell("Line", "counted from 1")]
    printed: Annotated[str, Cell("Figure", "as the summary prints it")]
    words: Annotated[str, Cell("Words", "the words of the summary around the figure")]
    outcome: Annotated[Outcome, Cell("Outcome")]
    working: Annotated[str | None, Cell("Working", "how it follows, or what the paper has there instead")]
    item: Item
    file: Annotated[str | None, Cell("File", "the PDF that bears it out or contradicts it", shown=False)]
    page: Annotated[str | None, Cell("Page", "the page number as printed")]
    pdf_page: Annotated[int | None, Cell("PDF page", "counted from 1", shown=False)]
    quote: Annotated[str | None, Cell("Passage", "verbatim, white space folded")]


FIGURES = Sheet(row=FigureRow, name="figures", caption="Figures of the summary")


class Verification(Struct, frozen=True, kw_only=True):
    """What came of the figures of some summaries. `unused` are the exceptions that no figure needed."""

    pack: Pack
    verified: tuple[Verified, ...]
    unused: tuple[str, ...] = ()


def verification_report(found: Verification, *, everything: bool) -> Report:
    """A proof-reader's list: first what is contradicted, then what was not found, then the count of what is borne out,
    or all of it."""
    wanted = [each for each in found.verified if everything or each.outcome in WRONG]
    counts = Counter(each.outcome for each in found.verified)
    told = ", ".join(f"{counts[outcome]} {outcome.value.replace('-', ' ')}" for outcome in _ORDER if counts[outcome])
    no_figure = "no figure needs the accepted exception"
    return Report(
        command="verify",
        sources=(found.pack.source,),
        tables=(FIGURES.table(_rows(sorted(wanted, key=_rank))),),
        findings=(
            *withheld_findings(found.pack),
            *(unread_findings(found.pack) if counts[Outcome.NOT_FOUND] else ()),  # it may stand there
            *(_finding(each) for each in sorted(found.verified, key=_rank) if each.outcome in WRONG),
            *(_doubted(each, each.doubt) for each in found.verified if each.doubt is not None),
            *(
                Finding(code=FindingCode.EXCEPTION_UNUSED, severity=Severity.NOTE, message=f"{no_figure} {text!r}")
                for text in found.unused
            ),
        ),
        closing=f"{count_of(len(found.verified), 'figure')} checked: {told}.",
    )


_ORDER = (Outcome.CONTRADICTED, Outcome.NOT_FOUND, Outcome.ALLOWED, Outcome.COMPUTED, Outcome.SUPPORTED)


def _rank(verified: Verified) -> tuple[int, str, int, int]:
    return (
        min(_ORDER.index(verified.outcome), 2), verified.claim.summary, verified.claim.line, verified.claim.start,
    )  # fmt: skip


def _rows(verified: Iterable[Verified]) -> Iterator[FigureRow]:
    for each in verified:
        there = each.told.quote if each.told else None
        working = each.working
        if each.outcome is Outcome.NOT_FOUND and each.nearest:
            working = f"nearest passage: {_cited(each.nearest[0])}"
        yield FigureRow(
            summary=each.claim.summary, line=each.claim.line,
            printed=each.claim.numeral.printed, words=_words(each.claim),
            outcome=each.outcome, working=working, item=there.item if there else None,
            file=there.file if there else None, page=there.page_label if there else None,
            pdf_page=there.pdf_page if there else None, quote=there.text[:QUOTED] or None if there else None,
        )  # fmt: skip


def _words(claim: Claim) -> str:
    """The words of the summary around a figure."""
    text, numeral = claim.text, claim.numeral
    if claim.row:
        return shorten(text.strip(" |"), 2 * AROUND + len(numeral.printed) + AROUND)
    first = max(0, numeral.start - AROUND)
    last = min(len(text), numeral.end + AROUND)
    first = text.rfind(" ", 0, first + 1) + 1 if first else 0
    end = text.find(" ", last)
    last = end if end != -1 and last < len(text) else len(text) if end == -1 else last
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"


def _cited(quote: Quote) -> str:
    return f"{quote.cited}: {shorten(quote.text.strip(), QUOTED)}"


def _finding(verified: Verified) -> Finding:
    told = verified.told
    if verified.outcome is Outcome.CONTRADICTED:
        code, said = FindingCode.FIGURE_CONTRADICTED, f"is contradicted: {verified.working}"
        said += f" ({_cited(told.quote)})" if told else ""
        expected = told.numeral.printed if told and verified.corrects else None
    else:
        code, said, expected = FindingCode.FIGURE_NOT_FOUND, "was not found in the paper", None
        said += f" (nearest passage, {_cited(verified.nearest[0])})" if verified.nearest else ""
    quotes = (told.quote,) if told else verified.nearest[:1]
    return _about(verified.claim, code, Severity.ERROR, said, expected, quotes)


def _doubted(verified: Verified, doubt: Finding) -> Finding:
    there = f" ({_cited(doubt.quotes[0])})" if doubt.quotes else ""
    said = f"stands in the paper, which does not agree with itself there: {doubt.message}{there}"
    code = FindingCode.FIGURE_DOUBTED
    return _about(verified.claim, code, Severity.WARNING, said, doubt.expected, doubt.quotes)


def _about(
    claim: Claim, code: FindingCode, severity: Severity, said: str, expected: str | None, quotes: Sequence[Quote]
) -> Finding:
    """A finding about a figure of a summary; `quotes` are the places of the paper that it is about as well."""
    printed = claim.numeral.printed
    own = Quote(file=claim.summary, pdf_page=1, text=printed)
    return Finding(
        code=code, severity=severity, message=f'line {claim.line}: {printed} ("{_words(claim)}") {said}',
        printed=printed, expected=expected, quotes=(own, *quotes), line=claim.line,
    )  # fmt: skip
