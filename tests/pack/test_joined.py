"""Packs that were joined from files without the help of a publishing system."""

import itertools

from scrutiny.pack import Pack
from scrutiny.pack.model import DocumentKind
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.conftest import PackFile

PAPERS = (("Ferry tolls", 2), ("Ice on the quays", 3), ("Oyster beds", 1))


def bare(*, stamps: bool = False) -> PackBuilder:
    return PackBuilder(stamps=stamps, numbers=False, fillers=False)


def agenda(pack: PackBuilder, rows: tuple[str, ...], *, word: str = "AGENDA", entry: str | None = None) -> None:
    pack.new_page()
    pack.heading("Harbour Scrutiny Panel", size=20)
    pack.line("Thursday 3 April 2025", bold=True)
    pack.gap(20)
    pack.line(word, bold=True)
    for row in rows:
        pack.gap(8)
        pack.line(row)
    if entry:
        pack.mark(entry)


def paper(pack: PackBuilder, title: str, pages: int, *, counted: bool = True, entry: str | None = None) -> None:
    for page in range(1, pages + 1):
        pack.new_page()
        if page == 1:
            pack.heading(title)
            if entry:
                pack.mark(entry)
        pack.para("Words about the harbour, and what is done in it.")
        if counted:
            pack.line(f"Page {page} of {pages}", x=450, y=30)


def spans(pack: Pack) -> list[tuple[str | None, str, int, int]]:
    return [(each.item, each.title, each.pdf_first, each.pdf_last) for each in pack.documents]


def test_papers_that_each_count_their_own_pages_are_cut(pack_file: PackFile) -> None:
    """Below an agenda or without one; a paper by itself is one paper, and so is one of which a page was left out."""
    firsts = [1, *itertools.accumulate((pages for _, pages in PAPERS), initial=1)][1:-1]
    for fronted in (True, False):
        pack = bare()
        if fronted:
            agenda(pack, ("1 Apologies", "2 Ferry tolls", "3 Ice on the quays", "4 Oyster beds"))
        for title, pages in PAPERS:
            paper(pack, title, pages)
        wanted = [
            (str(at) if fronted else None, title, first + fronted, first + fronted + pages - 1)
            for at, (first, (title, pages)) in enumerate(zip(firsts, PAPERS, strict=True), start=2)
        ]
        read = read_pack(pack_file(pack))
        assert spans(read)[fronted:] == wanted
        assert (read.documents[0].kind is DocumentKind.FRONT_SHEET) == fronted
    single = bare()
    paper(single, "Ferry tolls", 4)
    assert read_pack(pack_file(single)).single
    broken = bare()
    for at, page in enumerate((1, 3, 1, 3)):
        broken.new_page()
        broken.para(f"Words about the harbour in part {at}.")
        broken.line(f"Page {page} of 3", x=450, y=30)
    assert read_pack(pack_file(broken)).single


def test_the_entries_of_joined_files_are_where_papers_begin(pack_file: PackFile) -> None:
    rows = ("1 Welcome", "2 Ferry tolls", "3 Ice on the quays", "4 Oyster beds")
    for word in ("AGENDA", "Agenda"):
        pack = bare()
        agenda(pack, rows, word=word, entry="Word - front.docx")
        for title, pages in PAPERS:
            paper(pack, title, pages, counted=False, entry=f"Word - {title[:5]}.docx")
        found = spans(read_pack(pack_file(pack)))
        assert found[1:] == [("2", "Ferry tolls", 2, 3), ("3", "Ice on the quays", 4, 6), ("4", "Oyster beds", 7, 7)]


def test_an_entry_that_names_an_item_begins_no_other_paper(pack_file: PackFile) -> None:
    """Outlines are off by a page; and the numbered headings of a paper are no items, though these have numbers too."""
    for entries in (("Ferry tolls", "Ice on the quays"), ("1. Background", "2. Detail")):
        pack = bare(stamps=True)
        agenda(pack, ("1 Apologies", "2 Ferry tolls", "3 Ice on the quays"))
        for item, title, entry in zip("23", ("Ferry tolls", "Ice on the quays"), entries, strict=True):
            pack.begin(item)
            pack.heading(title)
            pack.para("Words about the harbour.")
            pack.new_page()
            pack.para("More words about it.")
            pack.mark(entry)
        found = spans(read_pack(pack_file(pack)))
        assert found[1:] == [("2", "Ferry tolls", 2, 3), ("3", "Ice on the quays", 4, 5)]


def test_a_column_of_times_stands_before_the_items(pack_file: PackFile) -> None:
    times = (("10.00", "10.05", "10.20"), ("6:30 pm", "6:40 pm", "7:05 pm"))
    for one, two, three in times:
        pack = bare()
        agenda(pack, (f"{one} 1 Apologies", f"{two} 2 Ferry tolls", f"{three} 3 Ice on the quays"))
        for title in ("Ferry tolls", "Ice on the quays"):
            paper(pack, title, 2, counted=False)
        assert [(item.number, item.title) for item in read_pack(pack_file(pack)).items] == [
            ("1", "Apologies"), ("2", "Ferry tolls"), ("3", "Ice on the quays"),
        ]  # fmt: skip
