"""Room `products`: what is in a pack, and its parts written as files. The rows of `contents` and `split-pack`."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.errors import UsageError
from scrutiny.findings import Finding
from scrutiny.language.phrases import count_of
from scrutiny.pack import DocumentKind, Pack
from scrutiny.pack.parts import Cut, plan_parts
from scrutiny.pack.splitting import plan_splitting, write_splitting
from scrutiny.paper import OpenPaper
from scrutiny.sheets import Format, render
from scrutiny.sheets.model import Report, Table
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Sheet
from scrutiny.sources import Quote


class ContentsRow(Struct, frozen=True, kw_only=True):
    """A part of a pack: a document, an item, or a document cut at its appendices."""

    item: Annotated[str | None, Cell("Item", "the agenda item's number as printed")]
    title: Annotated[str, Cell("Title")]
    kind: Annotated[DocumentKind, Cell("Kind")]
    page_first: Annotated[str | None, Cell("First page", "first number printed on its pages")]
    page_last: Annotated[str | None, Cell("Last page", "last number printed on its pages")]
    pdf_first: Annotated[int, Cell("First PDF page")]
    pdf_last: Annotated[int, Cell("Last PDF page")]
    exempt: Annotated[bool, Cell("Exempt")]
    file_name: Annotated[str, Cell("File name", "what split-pack calls the part")]
    evidence: Annotated[str, Cell("Evidence", "what says that it begins there", shown=False)]
    date: Annotated[datetime.date | None, Cell("Date", "the day the paper says it is of", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


class SectionRow(Struct, frozen=True, kw_only=True):
    """A part inside a document, such as one of its appendices."""

    item: Annotated[str | None, Cell("Item")]
    document: Annotated[str, Cell("Document", "title of the document it is part of")]
    label: Annotated[str | None, Cell("Label", 'as printed: "Appendix 2"')]
    title: Annotated[str, Cell("Title")]
    page_first: Annotated[str | None, Cell("First page")]
    page_last: Annotated[str | None, Cell("Last page")]
    pdf_first: Annotated[int, Cell("First PDF page")]
    pdf_last: Annotated[int, Cell("Last PDF page")]
    quote: Annotated[Quote, HIDDEN_PLACE]


class PartRow(Struct, frozen=True, kw_only=True):
    """A part of a pack as people read it: its pages as a range."""

    item: Annotated[str | None, Cell("Item")]
    title: Annotated[str, Cell("Title")]
    kind: Annotated[DocumentKind, Cell("Kind")]
    pages: Annotated[str | None, Cell("Pages")]
    pdf_pages: Annotated[str, Cell("PDF pages")]
    exempt: Annotated[bool, Cell("Exempt")]
    file_name: Annotated[str, Cell("File name")]
    quote: Annotated[Quote, HIDDEN_PLACE]


CONTENTS = Sheet(row=ContentsRow, name="contents", caption="Contents")
SECTIONS = Sheet(row=SectionRow, name="sections", caption="Sections inside documents", companion=True)


def cut_named(name: str) -> Cut:
    """The cut that `--by` names. Raises `UsageError`."""
    try:
        return Cut(name)
    except ValueError:
        raise UsageError(f"invalid value for --by: {name}", advice=f"Choose {', '.join(Cut)}.") from None


def pack_of(paper: OpenPaper) -> Pack:
    """The contents of a paper, for those who need no more of it."""
    return paper.pack


def contents_report(command: str, packs: Sequence[Pack], by: Cut, *, for_reading: bool) -> Report:
    """The contents of one or several packs as tables; for people each pack in a table of its own."""
    if for_reading:
        tables: tuple[Table, ...] = tuple(_for_people(command, pack, by, several=len(packs) > 1) for pack in packs)
    else:
        parts = [part for pack in packs for part in plan_parts(pack, by)]
        rows = (
            CONTENTS.row_of(part.cut, file_name=part.file_name, evidence=", ".join(part.cut.evidence)) for part in parts
        )
        tables = (CONTENTS.table(rows), SECTIONS.table(_section_rows(packs)))
    return Report(
        command=command,
        sources=tuple(pack.source for pack in packs),
        tables=tables,
        findings=tuple(finding for pack in packs for finding in pack.findings),
    )


def _for_people(command: str, pack: Pack, by: Cut, *, several: bool) -> Table:
    """The parts of a pack: those that `split-pack` writes by their file names, which hold the titles."""
    parts = plan_parts(pack, by)
    written = plan_splitting(pack, parts).parts
    names = ("file_name",) if command == "split-pack" else ("title", "kind")
    exempt = ("exempt",) if any(part.cut.exempt for part in parts) else ()
    name = f"{pack.source.file}: " if several else ""
    caption = "The parts of the pack" if command == "split-pack" else "Contents"
    sheet = Sheet(row=PartRow, name="parts", caption=f"{name}{caption}")
    rows = [
        sheet.row_of(
            part.cut, pages=page_range(part.cut.page_first, part.cut.page_last),
            pdf_pages=page_range(str(part.cut.pdf_first), str(part.cut.pdf_last)),
            file_name=part.file_name if part in written else "(withheld)",
        )
        for part in parts
    ]  # fmt: skip
    return sheet.table(rows, shown=("item", *names, "pages", "pdf_pages", *exempt)).without_empty()


def page_range(first: str | None, last: str | None) -> str | None:
    """ "3–14"; one page as its number."""
    return first if first == last or last is None else f"{first}–{last}"


def _section_rows(packs: Iterable[Pack]) -> list[SectionRow]:
    documents = (document for pack in packs for document in pack.documents)
    return [SECTIONS.row_of(section, document=each.title) for each in documents for section in each.sections]


def written_line(pack: Pack, by: Cut, folder: Path) -> str:
    """What split-pack says at its end: how many files it wrote, and where."""
    parts = plan_parts(pack, by)
    written = len(plan_splitting(pack, parts).parts)
    left = f"; {len(parts) - written} withheld as exempt" if len(parts) > written else ""
    return f"wrote {count_of(written, 'PDF')}, contents.json and contents.csv to {folder}{left}"


def folders_for(files: Sequence[Path], folder: Path | None) -> dict[Path, Path]:
    """Where the parts of each pack go: of several each has a folder of its name. Raises `UsageError` where two packs
    would share one."""
    names = [Path(file.name).with_suffix("") for file in files]
    if len(files) == 1:
        return {files[0]: folder if folder is not None else names[0]}
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"two packs are called {twice}", advice="Split them one at a time, each with its own -o.")
    return {file: (folder or Path()) / name for file, name in zip(files, names, strict=True)}


Progress = Callable[[int, int], None]
"""Shows how far the work is."""


def write_parts(
    paper: OpenPaper, *, path: Path, by: Cut, folder: Path, force: bool, password: str | None, progress: Progress
) -> Pack:
    """Writes the parts; gives the pack with what could not be kept among its findings."""
    pack = paper.pack
    splitting = plan_splitting(pack, plan_parts(pack, by))

    def with_findings(losses: tuple[Finding, ...]) -> Pack:
        return replace(pack, findings=(*pack.findings, *splitting.findings, *losses))

    def listing(losses: tuple[Finding, ...]) -> dict[str, bytes]:
        report = contents_report("split-pack", [with_findings(losses)], by, for_reading=False)
        return {"contents.json": render(report, Format.JSON), "contents.csv": render(report, Format.CSV)}

    losses = write_splitting(
        path, pack, splitting, folder, listing=listing, force=force, password=password, progress=progress
    )
    return with_findings(losses)
