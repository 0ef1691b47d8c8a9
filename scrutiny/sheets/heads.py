"""Room `sheets`: what a written file says of itself, so that it stands alone: its title, the papers it comes from, and
the pages of each table that does not show them row by row."""

from scrutiny.language.dates import print_day
from scrutiny.language.phrases import count_of
from scrutiny.sheets.model import PAGE_COLUMNS, Link, Report, Table

_TITLES = {
    "contents": "Contents", "split-pack": "The parts of the pack", "actions": "Actions", "actions-possible": "Actions",
    "recs": "Recommendations and resolutions", "recs-against": "What became of the recommendations",
    "recs-tracker": "Recommendation tracker", "recs-lint": "Recommendations that are hard to follow up",
    "exclusions-summary": "Exclusions in summary", "exclusions-years": "Exclusions by year group",
    "exclusions-panels": "Panels", "exclusions-schools": "Schools", "cost-model": "What placements cost",
    "check": "Figures checked", "verify": "Figures of a summary, held against the paper", "tables": "Tables",
    "doctor": "What is installed",
}  # fmt: skip

MANY_PAGES = 12
"""Pages that are named one by one; of more the first and the last."""


def title_of(report: Report) -> str:
    """The name of the report. The meeting stands in the line below: a heading would lend its words to every figure."""
    return _TITLES.get(report.command, report.command)


def sources_line(report: Report) -> str | None:
    """The files it was made from, as a sentence; None where there are none."""
    if not report.sources:
        return None
    named = []
    for source in report.sources:
        date = print_day(source.meeting_date) if source.meeting_date else None
        file = f"{source.file} ({count_of(source.pdf_pages, 'page')})"
        named.append(", ".join(piece for piece in (file, source.body or source.title, date) if piece))
    return f"From {'; '.join(named)}. Figures stand as the paper prints them; page numbers are the printed ones."


def caption_with_pages(table: Table) -> str:
    """The caption with the pages of a table that does not show them row by row: "Schools, pages 12 and 13"."""
    links = () if any("page" in column.name for column in table.shown) else _every_page(table)
    numbers = [link.label.removeprefix("PDF ").removeprefix("page ") for link in links]
    if not links:
        return table.layout.caption
    kinds = {link.label.startswith("PDF") for link in links}
    if len(kinds) > 1:
        numbers = [
            f"{'PDF ' if link.label.startswith('PDF') else ''}{n}" for link, n in zip(links, numbers, strict=True)
        ]
    noun = ("PDF " if kinds == {True} else "") + ("page" if len(numbers) == 1 else "pages")
    if len(numbers) > MANY_PAGES:
        return f"{table.layout.caption}, {noun} {numbers[0]} to {numbers[-1]}"
    first, last = ", ".join(numbers[:-1]), numbers[-1]
    return f"{table.layout.caption}, {noun} {first} and {last}" if first else f"{table.layout.caption}, {noun} {last}"


def pages_of(table: Table) -> tuple[Link, ...]:
    """The pages that a table without a column of pages comes from, in order, each once; of many the first and last."""
    links = _every_page(table)
    return links if len(links) <= MANY_PAGES else (links[0], links[-1])


def _every_page(table: Table) -> tuple[Link, ...]:
    if {column.name for column in table.shown} & set(PAGE_COLUMNS):
        return ()
    found: dict[tuple[str, int], Link] = {}
    places = [(row.get("file"), row.get("pdf_page"), row.get("page")) for row in table.rows]
    for file, pdf_page, page in [*places, *((each.file, each.pdf_page, each.page_label) for each in table.origin)]:
        if isinstance(file, str) and isinstance(pdf_page, int):
            label = f"page {page}" if isinstance(page, str) else f"PDF page {pdf_page}"
            found[file, pdf_page] = Link(file=file, pdf_page=pdf_page, label=label)
    return tuple(found[place] for place in sorted(found))
