"""Every payload, at every place of a report, from every command, in every format: read back by a reader of that format.

Commands and formats are taken from their own lists: a new one is tested from its first day. That the words of a paper
reach a report only as strings is what the types say; that they are harmless there is what is tested here, and once
more from PDFs with all payloads on their pages.
"""

import base64
import functools
import io
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from rich.console import Console

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.products.catalogue import layouts
from scrutiny.sheets import Format, render
from scrutiny.sheets.cleaning import cleaned, harmless
from scrutiny.sheets.model import (
    Chapter,
    Column,
    Exhibit,
    Illustration,
    Kind,
    Layout,
    Paper,
    PaperPart,
    Point,
    Report,
    Table,
    Value,
)
from scrutiny.sheets.terminal import print_report
from scrutiny.sheets.textforms import render_findings
from scrutiny.sources import Quote, Source
from tests.hostile.payloads import COMMANDS, FORBIDDEN, PAYLOADS, READERS, read_terminal

PLACES = (
    "cell", "heading", "caption", "file name", "title", "body", "message", "printed", "expected", "hint", "quote", "page",
    "item", "paper title", "paper line", "part heading", "chapter heading", "chapter line", "point", "exhibit heading",
    "exhibit place", "exhibit line", "words of a picture",
)  # fmt: skip


PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel."""


def report_of_all(command: str, layout: tuple[Layout, ...], payloads: Collection[str]) -> Report:
    """One report with every payload at every place, each in tables, findings and chapters of its own. Only the paper's
    title can be there once: it holds them all."""
    parts = [
        hostile_report(command, tuple(replace(each, name=f"{each.name}_{at}") for each in layout), payload)
        for at, payload in enumerate(payloads)
    ]
    papers = [part.paper for part in parts if part.paper]
    paper = Paper(
        title=" ".join(payloads),
        text=tuple(text for each in papers for text in each.text),
        parts=tuple(part for each in papers for part in each.parts),
    )
    return Report(
        command=command, version="1", sources=tuple(source for part in parts for source in part.sources),
        tables=tuple(table for part in parts for table in part.tables),
        findings=tuple(finding for part in parts for finding in part.findings), paper=paper if papers else None,
    )  # fmt: skip


def hostile_report(command: str, layout: tuple[Layout, ...], payload: str, places: Collection[str] = PLACES) -> Report:
    """A report of this command with the payload at these places; in cells alone, and behind a word of ours."""

    def at(where: str, usual: str) -> str:
        return payload if where in places else usual

    quote = Quote(file=at("file name", "pack.pdf"), pdf_page=1, page_label=at("page", "7"), item=at("item", "3"), text=at("quote", "words"))  # fmt: skip
    finding = Finding(
        code=FindingCode.TOTAL_MISMATCH, severity=Severity.ERROR, message=at("message", "the total is wrong"),
        printed=at("printed", "12"), expected=at("expected", "13"), quotes=(quote,), hint=at("hint", "Ask."),
    )  # fmt: skip
    tables = tuple(
        Table(layout=_named(each, at), rows=tuple(_row(each, at("cell", "words"), lead) for lead in ("", "Item ")))
        for each in layout
    )
    picture = Illustration(
        png=PICTURE,
        width=10,
        height=10,
        description=at("words of a picture", "a table"),
        caption=at("caption of a picture", "Page 7"),
    )
    exhibit = Exhibit(
        severity=Severity.ERROR, heading=at("exhibit heading", "The total is wrong"), place=at("exhibit place", "page 7"),
        lines=(at("exhibit line", "North 1 2"),), pictures=(picture,),
    )  # fmt: skip
    chapter = Chapter(
        heading=at("chapter heading", "Figures"), text=(at("chapter line", "None."),), points=(Point(text=at("point", "One.")),),
        tables=tables[:1], exhibits=(exhibit,),
    )  # fmt: skip
    paper = Paper(
        title=at("paper title", "Briefing"), text=(at("paper line", "Made by scrutiny."),),
        parts=(PaperPart(heading=at("part heading", "pack"), front=(chapter,)), PaperPart(heading=None, front=(chapter,), annex=(chapter,))),
    )  # fmt: skip
    source = Source(
        file=at("file name", "pack.pdf"), sha256="0" * 64, title=at("title", "Title"), body=at("body", "Committee"),
        meeting_date=date(2025, 3, 6), pdf_pages=3,
    )  # fmt: skip
    return Report(
        command=command, version="1", sources=(source,), tables=tables, findings=(finding,),
        paper=paper if command == "brief" else None,
    )  # fmt: skip


def _named(layout: Layout, at: Callable[[str, str], str]) -> Layout:
    columns = tuple(replace(column, heading=at("heading", column.heading)) for column in layout.columns)
    return replace(layout, caption=at("caption", layout.caption), columns=columns)


def _row(layout: Layout, text: str, lead: str) -> dict[str, Value]:
    values: dict[Kind, Value] = {Kind.TEXT: lead + text, Kind.COUNT: 1, Kind.EXACT: Decimal("1.50"), Kind.DATE: date(2025, 3, 6), Kind.YES_NO: True}  # fmt: skip
    return {column.name: column.choices[0] if column.choices else values[column.kind] for column in layout.columns}


def shown(report: Report, form: Format) -> bytes:
    """What a command writes in this format."""
    if form is not Format.TABLE:
        return render(report, form)
    out = io.StringIO()
    print_report(report, Console(file=out, width=100, force_terminal=True, highlight=False, markup=False, emoji=False))
    return out.getvalue().encode("utf-8", "surrogatepass")


def wrong_in(report: Report, form: Format) -> list[str]:
    """What a reader finds wrong with a report in one format; of annotations also what stands on stderr, where a build
    server reads it too."""
    try:
        wrong = list(READERS[form](shown(report, form)))
    except Exception as error:  # no workbook, no JSON: said of the payload that did it
        wrong = [repr(error)]
    if form is Format.GITHUB:
        wrong += [f"on stderr: {each}" for each in read_terminal(render_findings(report).encode())]
    return wrong


def payloads_of(command: str) -> dict[str, str]:
    """The quarter of the payloads that a command is tried with in every format."""
    at = sorted(layouts()).index(command)
    return {name: each for number, (name, each) in enumerate(PAYLOADS.items()) if number % 4 == at % 4}


def test_every_format_has_every_payload() -> None:
    tried = [name for command in layouts() for name in payloads_of(command)]
    assert all(tried.count(name) >= 4 for name in PAYLOADS)


@functools.lru_cache(maxsize=1)
def report_with_its_quarter(command: str) -> Report:
    """The same for every format: the formats of a command stand beside each other."""
    return report_of_all(command, layouts()[command], payloads_of(command).values())


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("command", sorted(layouts()))
def test_no_payload_does_anything(command: str, form: Format) -> None:
    """All in one report, which is 50 times faster; where something is wrong with it, each is tried alone. No renderer
    knows a command: each payload is tried with at least four of them in each format."""
    wrong = wrong_in(report_with_its_quarter(command), form)
    if wrong:
        alone = {
            name: wrong_in(hostile_report(command, layouts()[command], each), form)
            for name, each in payloads_of(command).items()
        }
        assert {name: each for name, each in alone.items() if each} == {}
    assert wrong == []


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.DOCX])  # which has them in one title
def test_no_payload_does_anything_alone(form: Format) -> None:
    """Each in a briefing, which alone has a paper with parts, chapters and pictures; and at the places that a report
    has once: title of the paper, of the only file, of the only chapter."""
    wrong = {}
    for name, payload in PAYLOADS.items():
        report = hostile_report("brief", layouts()["brief"][:1], payload)
        front = (Chapter(heading=payload, text=(), points=(), tables=(), exhibits=()),)
        only = Paper(title=payload, text=(), parts=(PaperPart(heading=None, front=front),))
        wrong[name] = wrong_in(report, form) + wrong_in(replace(report, tables=(), findings=(), paper=only), form)
    assert {name: each for name, each in wrong.items() if each} == {}


def test_every_place_is_taken() -> None:
    """So that the test above tests what it says: each place shows in JSON, or in the paper."""
    for place in PLACES:
        report = hostile_report("brief", layouts()["brief"], "PAYLOAD", (place,))
        written = [render(report, form) for form in (Format.JSON, Format.HTML, Format.MARKDOWN, Format.TEXT)]
        written += [
            render(hostile_report("check", layouts()["check"], "PAYLOAD", (place,)), Format.TEXT),
            render_findings(report).encode(),
        ]
        assert any(b"PAYLOAD" in each for each in written), place


def test_a_long_cell_is_cut_to_what_a_workbook_holds() -> None:
    report = hostile_report("contents", layouts()["contents"], "x" * 40_000, ("cell",))
    assert list(READERS[Format.XLSX](render(report, Format.XLSX))) == []


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(Format)


@pytest.mark.parametrize("name", PAYLOADS)
def test_harmless_is_enough_and_done_once(name: str) -> None:
    text = harmless(PAYLOADS[name])
    assert harmless(text) == text
    assert not COMMANDS.search(text)
    assert not FORBIDDEN.search(text)


def test_what_is_harmless_is_the_very_same_object() -> None:
    """Ordinary papers cost nothing but a look."""
    layout = Layout(name="a", caption="A", columns=(Column(name="x", heading="X"),))
    table = Table(layout=layout, rows=({"x": "Café £1,200 – “yes” ½ 你好"},))
    assert cleaned((table,)) is not None
    assert cleaned(table) is table


@pytest.mark.parametrize(
    "text", ["10::30", "ratio 1::2", "# 4", "C#", "the year 2024–25", "naïve café", "A\u200dB", "a\nb"]
)
def test_what_is_kept(text: str) -> None:
    assert harmless(text) == text
