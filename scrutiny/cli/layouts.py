"""Room `cli`: the columns of every command's tables, from which the JSON Schemas are made."""

from scrutiny.sheets.model import PAPER_COLUMNS, Column, Kind, Layout

_KINDS = ("front sheet", "minutes", "report", "appendix", "presentation", "supplement", "other")

CONTENTS = Layout(
    name="contents",
    caption="Contents",
    columns=(
        Column(name="item", heading="Item", meaning="the agenda item's number as printed"),
        Column(name="title", heading="Title", optional=False),
        Column(name="kind", heading="Kind", optional=False, choices=_KINDS),
        Column(name="page_first", heading="Page", meaning="first number printed on its pages"),
        Column(name="page_last", heading="to", meaning="last number printed on its pages"),
        Column(name="pdf_first", heading="PDF page", kind=Kind.COUNT, optional=False),
        Column(name="pdf_last", heading="to", kind=Kind.COUNT, optional=False),
        Column(name="exempt", heading="Exempt", kind=Kind.YES_NO, optional=False),
        Column(name="file_name", heading="File name", optional=False, meaning="what split-pack calls the part"),
        Column(
            name="evidence", heading="Evidence", optional=False, shown=False, meaning="what says that it begins there"
        ),
        *PAPER_COLUMNS,
    ),
)

SECTIONS = Layout(
    name="sections",
    caption="Sections inside documents",
    companion=True,
    columns=(
        Column(name="item", heading="Item"),
        Column(name="document", heading="Document", optional=False, meaning="title of the document it is part of"),
        Column(name="label", heading="Label", meaning='as printed: "Appendix 2"'),
        Column(name="title", heading="Title", optional=False),
        Column(name="page_first", heading="Page"),
        Column(name="page_last", heading="to"),
        Column(name="pdf_first", heading="PDF page", kind=Kind.COUNT, optional=False),
        Column(name="pdf_last", heading="to", kind=Kind.COUNT, optional=False),
        *PAPER_COLUMNS,
    ),
)

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "contents": (CONTENTS, SECTIONS),
    "split-pack": (CONTENTS, SECTIONS),
}
"""The tables of each command that has data to give."""
