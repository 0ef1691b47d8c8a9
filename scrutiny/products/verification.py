"""Room `products`: the figures of a summary traced to a paper. The rows of `verify`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from scrutiny import __version__
from scrutiny.checks.facts import Fact, facts_of_sentences, facts_of_tables
from scrutiny.checks.model import PlacedTable
from scrutiny.checks.verifying import Outcome, Said, Verified, Verifier
from scrutiny.errors import InputError, NothingFoundError
from scrutiny.families import all_families
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack import Pack, withheld_findings
from scrutiny.paper import OpenPaper
from scrutiny.products.summaries import read_summary
from scrutiny.sheets.model import Report
from scrutiny.sheets.rows import Cell, Sheet
from scrutiny.sources import Quote

QUOTED = 160
"""Characters of the line there that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure of a summary, and where the paper bears it out."""

    summary: Annotated[str, Cell("Summary", "the file that was verified")]
    line: Annotated[int, Cell("Line", "counted from 1")]
    printed: Annotated[str, Cell("Figure", "as the summary prints it")]
    outcome: Annotated[Outcome, Cell("Outcome")]
    working: Annotated[str | None, Cell("Working", "how it follows, or what the paper says instead")]
    item: Annotated[str | None, Cell("Item", shown=False)]
    file: Annotated[str | None, Cell("File", "the PDF that bears it out or contradicts it", shown=False)]
    page: Annotated[str | None, Cell("Page", "the page number as printed")]
    pdf_page: Annotated[int | None, Cell("PDF page", "counted from 1", shown=False)]
    quote: Annotated[str | None, Cell("Line there", "verbatim, white space folded")]


FIGURES = Sheet(row=FigureRow, name="figures", caption="Figures of the summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of the figures of some summaries."""

    pack: Pack
    verified: tuple[Verified, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary that was read: its lines and its figures."""

    lines: tuple[str, ...]
    figures: tuple[Said, ...]


def read_summaries(paths: Sequence[Path]) -> tuple[Summary, ...]:
    """The summaries with their figures. Raises `InputError`, and `NothingFoundError` when they hold no figure."""
    found = tuple(
        Summary(figures=tuple(read_summary(path)), lines=tuple(path.read_text(encoding="utf-8-sig").splitlines()))
        for path in paths
    )
    if not any(summary.figures for summary in found):
        names = ", ".join(path.name for path in paths)
        raise NothingFoundError(f"no figures in {names}", advice="Years, dates, page and list numbers are no figures.")
    return found


def read_allowed(path: Path) -> frozenset[str]:
    """The exceptions in a file: figures or whole lines, `#` begins a remark. Raises `InputError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", advice="Give a text file.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not text", advice="Give a text file.") from None
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def verify_summaries(paper: OpenPaper, *, summaries: Sequence[Summary], allowed: frozenset[str]) -> Verification:
    """Every figure of the summaries, held against the paper."""
    verifier = Verifier(tuple(evidence_of(paper)))
    verified = [
        _allowed(verifier.verify(figure), summary.lines, allowed) for summary in summaries for figure in summary.figures
    ]
    return Verification(pack=paper.pack, verified=tuple(verified))


def evidence_of(paper: OpenPaper) -> Iterator[Fact]:
    """Every figure of the paper with what it is about, and what follows from its tables."""
    for document in paper.documents:
        yield from facts_of_sentences(document.sentences)
        yield from facts_of_tables([PlacedTable(table=table, quote=document.quote) for table in document.tables])
    for family in all_families():
        yield from family.evidence(paper)


def _allowed(verified: Verified, lines: Sequence[str], allowed: frozenset[str]) -> Verified:
    """Allowed, where it is not borne out and the figure or its line is among the exceptions."""
    if verified.outcome not in _WRONG:
        return verified
    line = lines[verified.said.line - 1].strip() if verified.said.line <= len(lines) else ""
    known = verified.said.mention.figure.printed in allowed or (line and line in allowed)
    return replace(verified, outcome=Outcome.ALLOWED) if known else verified


def verification_report(found: Verification, *, everything: bool) -> Report:
    """The figures that the paper does not bear out, or all, with a finding for each that it does not."""
    wanted = [each for each in found.verified if everything or each.outcome in _WRONG]
    counts = Counter(each.outcome for each in found.verified)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    table = FIGURES.table(_rows(wanted))
    caption = f"{len(found.verified)} figures: {told}"
    return Report(
        command="verify",
        version=__version__,
        sources=(found.pack.source,),
        tables=(replace(table, layout=replace(table.layout, caption=caption)),),
        findings=(
            *withheld_findings(found.pack),
            *(_finding(each) for each in found.verified if each.outcome in _WRONG),
        ),
    )


_WRONG = (Outcome.CONTRADICTED, Outcome.NOT_FOUND)


def _rows(verified: Iterable[Verified]) -> Iterator[FigureRow]:
    for each in verified:
        there = each.fact.quote if each.fact else None
        yield FigureRow(
            summary=each.said.summary, line=each.said.line, printed=each.said.mention.figure.printed,
            outcome=each.outcome, working=each.working, item=there.item if there else None,
            file=there.file if there else None, page=there.page_label if there else None,
            pdf_page=there.pdf_page if there else None, quote=there.text[:QUOTED] or None if there else None,
        )  # fmt: skip


def _finding(verified: Verified) -> Finding:
    said = verified.said
    printed = said.mention.figure.printed
    contradicted = verified.outcome is Outcome.CONTRADICTED
    outcome = f"is contradicted: {verified.working}" if contradicted else "is not in the paper"
    message = f"line {said.line}: {printed} {outcome}"
    there = verified.fact.quote if verified.fact else None
    if there is not None:
        message += f" (page {there.page_label or f'PDF {there.pdf_page}'}: {there.text[:QUOTED].strip()})"
    return Finding(
        code=FindingCode.FIGURE_CONTRADICTED if contradicted else FindingCode.FIGURE_NOT_FOUND,
        severity=Severity.ERROR,
        message=message,
        printed=printed,
        expected=None if there is None or verified.fact is None else str(verified.fact.value),
        quotes=(_in_summary(said), *([there] if there else [])),
    )


def _in_summary(said: Said) -> Quote:
    return Quote(file=said.summary, pdf_page=1, page_label=None, item=None, text=said.mention.figure.printed)
