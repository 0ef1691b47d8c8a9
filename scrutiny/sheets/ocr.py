"""Room `sheets`: what was read by OCR is marked wherever it is shown, and nothing that it says is an error.

A figure on such a page may be misread by a letter: a finding that rests on one is a note, whatever it would be else.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from scrutiny.findings import Finding, Severity
from scrutiny.sources import Source

MARK = "[read by OCR] "
"""Before the words of a quotation."""
SAID = " (read by OCR)"
"""Behind the message of a finding."""

JUDGED = ("status", "severity")
"""Columns that say how bad something is."""

Pages = Mapping[str, frozenset[int]]


def pages_by_ocr(sources: Sequence[Source]) -> Pages:
    """The pages of each file that were read by OCR; empty where none was."""
    return {source.file: frozenset(source.ocr_pages) for source in sources if source.ocr_pages}


def marked_finding(finding: Finding, pages: Pages) -> Finding:
    """A note, and said, where it rests on a page that was read by OCR."""
    if not any(quote.pdf_page in pages.get(quote.file, ()) for quote in finding.quotes):
        return finding
    message = finding.message if finding.message.endswith(SAID) else finding.message + SAID
    return replace(finding, severity=Severity.NOTE, message=message)


def marked_row(row: Mapping[str, object], pages: Pages) -> dict[str, object]:
    """The row of a table with its quotation marked where it comes from such a page."""
    own = dict(row)
    if own.get("pdf_page") not in pages.get(str(own.get("file")), ()):
        return own
    quote = own.get("quote")
    if isinstance(quote, str) and not quote.startswith(MARK):
        own["quote"] = MARK + quote
    for name in JUDGED:
        if own.get(name) in (Severity.ERROR, Severity.WARNING):
            own[name] = Severity.NOTE.value
    return own
