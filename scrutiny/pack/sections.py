"""Room `pack`: the sections inside one document, such as a report's appendices.

Takes the evidence of the document's pages, gives `Section`s for `split-pack --by appendix`. A section
begins with an appendix heading at the head of a page; behind the first appendix also with a heading
where the page turns to landscape, or where the paragraphs are numbered from 1 again.
"""

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.fronts import find_appendix_heading, heading_text
from scrutiny.pack.model import Section, ends_of
from scrutiny.pack.numbering import Numbering
from scrutiny.sources import Quote

_FIRST_PARAGRAPH = pattern_of(r"^1\.?\s+[A-Z]")


def find_sections(
    pages: tuple[PageEvidence, ...], numbering: Numbering, file: str, item: str | None
) -> tuple[Section, ...]:
    """The sections of a document in page order; what stands before the first is the document itself."""
    starts: list[tuple[PageEvidence, str | None, str, str]] = []
    seen: set[str] = set()
    for previous, page in zip((None, *pages[:-1]), pages, strict=True):
        if previous is None or not page.head:
            continue
        heading = find_appendix_heading(page)
        if heading is not None:
            if heading.label.lower() in seen:
                continue  # a running header
            seen.add(heading.label.lower())
            title = heading.title or _next_line(page, heading.text) or heading.label
            starts.append((page, heading.label, title, heading.text))
        elif starts and _begins_unlabelled(page, previous):
            title = _heading(page)
            starts.append((page, None, title, page.head[0].text))
    if not starts:
        return ()
    lasts = [*(start[0].pdf_page - 1 for start in starts[1:]), pages[-1].pdf_page]
    sections = []
    for (page, label, title, text), last in zip(starts, lasts, strict=True):
        numbers = numbering.printed_on(page.pdf_page, last)
        page_first, page_last = ends_of(numbers)
        quote = Quote(file=file, pdf_page=page.pdf_page, page_label=numbers[0], item=item, text=text)
        sections.append(
            Section(
                label=label, title=title, pdf_first=page.pdf_page, pdf_last=last, quote=quote,
                page_first=page_first, page_last=page_last,
            )
        )  # fmt: skip
    return tuple(sections)


def _next_line(page: PageEvidence, text: str) -> str | None:
    below = [line.text for line in page.head[:4] if line.text != text]
    return below[0] if below and len(below[0]) < 120 else None


def _heading(page: PageEvidence) -> str:
    """The heading of a page, or its first short line that is not a sentence: a note may stand above it."""
    if page.head[0].bold or page.head[0].size > page.body_size + 0.9:
        return heading_text(page) or page.head[0].text
    short = (line.text for line in page.head if len(line.text) < 80 and not line.text.endswith("."))
    return next(short, page.head[0].text)


def _begins_unlabelled(page: PageEvidence, previous: PageEvidence) -> bool:
    if page.landscape and not previous.landscape:
        return True
    first = page.head[0]
    if not (first.bold or first.size > page.body_size + 0.9):
        return False
    return any(_FIRST_PARAGRAPH.match(line.text) for line in page.head[1:4])
