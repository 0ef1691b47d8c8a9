"""Room `registers`: what a pack says of the cost of placements. Takes a `Pack` and notes on its pages."""

from scrutiny.costs import CostReport, find_cost_report, worth_reading
from scrutiny.pack import Pack
from scrutiny.registers.checks import PageNotes, read_document


def read_costs(pack: Pack, notes: PageNotes) -> tuple[CostReport, ...]:
    """Every report in the file that says what placements cost."""
    reports = []
    for document in pack.documents:
        if worth_reading(pack.page_texts[document.pdf_first - 1 : document.pdf_last]):
            read = read_document(pack, document, notes)
            report = find_cost_report(read.tables, read.sentences, read.quote)
            if not report.empty:
                reports.append(report)
    return tuple(reports)
