"""Agendas that are laid out as tables: titles by their column, papers by what stands beside them."""

from typing import NamedTuple

from scrutiny.pack import Pack
from scrutiny.pack.agendatables import is_without_paper, read_label
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.conftest import PackFile


class Business(NamedTuple):
    """An item of the agenda; `head` is what its paper calls itself, "" where it has none."""

    title: str
    lead: str
    head: str
    pages: int = 1


ITEMS = (
    Business("Welcome and apologies", "Chair", ""),
    Business("Minutes of the meeting held on 4 March 2031", "Chair", "Minutes of the meeting held on 4 March 2031"),
    Business("Slipway repairs: what was found below the water and what it will cost to make good", "Dana Whitlock and Per Osei", "Below the waterline", 2),
    Business("Ice on the quays", "Noor Kasprzak, Head of Works", ""),
    Business("Oyster beds of the sound", "Ida Ferrant", "What grows there"),
    Business("Any other business", "", ""),
)  # fmt: skip
WIDTHS = {"number": 36.0, "title": 170.0, "lead": 80.0, "paper": 66.0, "wanted": 66.0, "time": 42.0, "pages": 42.0}
TABLES = (
    (("number", "Item"), ("title", "Subject"), ("lead", "Lead"), ("paper", "Paper")),
    (("time", "Time"), ("number", "No."), ("title", "Agenda item"), ("lead", "Presented by"), ("paper", "Enclosure")),
    (("number", ""), ("title", "Item"), ("lead", "Who"), ("pages", "Page no.")),
    (("number", "Item"), ("lead", "Officer"), ("title", "Topic"), ("wanted", "For noting or decision"), ("pages", "Pages")),
    (("number", "Ref"), ("title", "Title of item"), ("wanted", "Purpose of item"), ("time", "Mins"), ("paper", "Attachment")),
)  # fmt: skip


def _cells(at: int, page: int, letter: str) -> dict[str, str]:
    item = ITEMS[at]
    last = page + item.pages - 1
    return {
        "number": str(at + 1),
        "title": item.title,
        "lead": item.lead,
        "paper": f"Enc. {letter}" if item.head else "Verbal",
        "wanted": "To note and to decide",
        "time": f"10.{at}5",
        "pages": (f"{page} - {last}" if last > page else str(page)) if item.head else "",
    }


def _draw(columns: tuple[tuple[str, str], ...], *, ruled: bool, section: bool) -> PackBuilder:
    pack = PackBuilder(stamps=False, numbers="pages" in dict(columns), fillers=False, outline=False, offset=0)
    pack.new_page()
    pack.heading("Harbour Partnership Board", size=18)
    pack.line("AGENDA", bold=True)
    widths = [WIDTHS[name] for name, _ in columns]
    rows, page, letters = [[heading for _, heading in columns]], 2, iter("ABCDEF")
    for at, item in enumerate(ITEMS):
        cells = _cells(at, page, next(letters) if item.head else "")
        rows.append([cells[name] for name, _ in columns])
        page += item.pages if item.head else 0
    if section:
        pack.table(rows[:3], widths, ruled=ruled)
        pack.line("FOR THE COMING YEAR AND AFTER IT: WORKS IN THE HARBOUR", size=9, bold=True)
        pack.gap(6)
    pack.table(rows[3:] if section else rows, widths, ruled=ruled, header=0 if section else 1)
    pack.para("Papers are sent out five days before the meeting; the clerk has copies of what is tabled on the day.")
    letters = iter("ABCDEF")
    for item in ITEMS:
        for number in range(item.pages if item.head else 0):
            pack.new_page()
            if number == 0 and "paper" in dict(columns):
                pack.line(f"Enclosure {next(letters)}", x=440)
            if number == 0:
                pack.heading(item.head)
            for paragraph in range(4):
                pack.para("The board was told that the sheds are dry.", number=f"{4 * number + paragraph + 1}.")
    return pack


def _spans(pack: Pack) -> list[tuple[str | None, int, int]]:
    return [(each.item, each.pdf_first, each.pdf_last) for each in pack.documents]


def test_titles_are_those_of_their_column_and_papers_begin_where_the_others_say(pack_file: PackFile) -> None:
    for columns in TABLES:
        for ruled in (True, False):
            for section in (True, False):
                pack = read_pack(pack_file(_draw(columns, ruled=ruled, section=section)))
                case = (columns, ruled, section)
                assert [item.title for item in pack.items] == [item.title for item in ITEMS], case
                assert _spans(pack) == [(None, 1, 1), ("2", 2, 2), ("3", 3, 4), ("5", 5, 5)], case
                pages = [item.pages and (item.pages.first, item.pages.last) for item in pack.items]
                if "pages" in dict(columns):
                    assert pages == [None, (2, 2), (3, 4), None, (5, 5), None], case
                else:
                    assert not any(pages), case


def test_what_may_mark_an_item_as_private_is_read_in_every_column(pack_file: PackFile) -> None:
    for column, cells in (
        ("Paper", ("Enc. 1", "Enc. 2 (exempt)", "Verbal")),
        ("Paper", ("Enc. 1", "Private paper", "Verbal")),
        ("Open/Exempt", ("Open", "Exempt", "Open")),
        ("For", ("Noting", "Decision (not for publication)", "Noting")),
    ):
        pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)
        pack.new_page()
        pack.line("AGENDA", bold=True)
        titles = ("Minutes of the last meeting", "Lease of the net loft", "Any other business")
        rows = [[str(at), title, "Chair", cell] for at, (title, cell) in enumerate(zip(titles, cells, strict=True), 1)]
        pack.table([["Item", "Subject", "Lead", column], *rows], [40, 180, 80, 120])
        found = read_pack(pack_file(pack), include_exempt=True)
        assert [(item.title, item.exempt) for item in found.items] == [
            (title, title.startswith("Lease")) for title in titles
        ], column


def test_a_page_beside_an_appendix_is_not_that_of_its_item(pack_file: PackFile) -> None:
    pack = PackBuilder(stamps=False, fillers=False, outline=False)
    pack.new_page()
    pack.line("AGENDA", bold=True)
    rows = [
        ["1", "Minutes of the last meeting", "2"],
        ["2", "Slipway repairs", "3"],
        ["", "Appendix A: soundings", "4"],
        ["3", "Ice on the quays", "5"],
    ]
    pack.table([["Item", "Subject", "Page"], *rows], [40, 240, 60], ruled=False)
    for title in ("Minutes of the last meeting", "Slipway repairs", "Appendix A", "Ice on the quays"):
        pack.new_page()
        pack.heading(title)
        pack.para("The board was told that the sheds are dry.")
    found = read_pack(pack_file(pack))
    assert [item.pages and item.pages.first for item in found.items] == [2, 3, 5]


def test_a_list_and_a_table_of_something_else_stay_as_they_are(pack_file: PackFile) -> None:
    pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)
    pack.new_page()
    pack.line("AGENDA", bold=True)
    for number, title in enumerate(("Apologies", "Minutes of the last meeting (Pages 2 - 3)", "Lead in the paint"), 1):
        pack.line(f"{number}. {title}")
    pack.gap(20)
    pack.table([["Member", "Role", "Officer contact"], ["A Brook", "Chair", "R Venn"]], [120, 120, 120])
    found = read_pack(pack_file(pack))
    assert [item.title for item in found.items] == ["Apologies", "Minutes of the last meeting", "Lead in the paint"]


def test_labels_of_papers() -> None:
    for cell, line in (
        ("Enc. 3", "Enclosure 3"),
        ("C", "Paper C"),
        ("Encl 3 and Encl 3a", "ENCLOSURE 3: costs"),
        ("Slides (Enc B)", "Paper B"),
        ("Appendix 2", "Annex 2"),
    ):
        label, sign = read_label(cell, alone=True), read_label(line, alone=False)
        assert label is not None and label == sign, cell
    for cell, line in (
        ("Enc. 3", "Enclosure 3a"),
        ("3", "Appendix 3"),
        ("2", "Report 2 of 3"),
        ("Enc. 3", "Appendix 3"),
        ("Paper C", "Paper D"),
    ):
        label, sign = read_label(cell, alone=True), read_label(line, alone=False)
        assert label != sign, cell
    assert [read_label(cell, alone=True) for cell in ("Attached", "Verbal", "Yes", "")] == [None] * 4
    assert all(map(is_without_paper, ("Verbal", "verbal update", "To follow", "Oral report", "N/A", "None")))
    assert not any(map(is_without_paper, ("", "Attached", "Enc. 3", "Verbal / Enc. 3", "Presentation")))
