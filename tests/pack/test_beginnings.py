"""Papers of a pack that was printed as one file: no stamps, no outline, no page ranges."""

from collections.abc import Callable

from scrutiny.pack import Pack
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.conftest import PackFile

TITLES = ("Ferry tolls at Ness", "Ice along the quays", "Oyster beds of the sound")
WORDS = "The panel looked at the harbour in the spring and found that the sheds are dry and the gates are sound."

Head = Callable[[PackBuilder, int], None]


def _titled(pack: PackBuilder, at: int) -> None:
    pack.line(TITLES[at], bold=True, size=15)


def _labelled(pack: PackBuilder, at: int) -> None:
    pack.line(f"Paper {'ABC'[at]}", bold=True, x=450)
    pack.line("What we were told", bold=True)


def _referred(pack: PackBuilder, at: int) -> None:
    pack.line(f"Case 25/00{at + 1}7/FUL")
    pack.line("Proposal A shed")


def _formal(pack: PackBuilder, at: int) -> None:
    pack.line("Report to: Harbour Panel")
    pack.line(f"Subject: {TITLES[at]}")


def _written(pack: PackBuilder, at: int) -> None:
    pack.line("The Net Loft, Ness")
    pack.line("Dear Chair")
    pack.line(f"Letter {at}")


def _numbered(pack: PackBuilder, at: int) -> None:
    pack.line(f"Harbour Panel of 3 April 2025 – Item {at + 2}")
    pack.line("What we were told", bold=True)


def _in_a_form(pack: PackBuilder, at: int) -> None:
    pack.line("Meeting: Harbour Panel")
    pack.line(f"Agenda item: {at + 2}")
    pack.line("What we were told", bold=True)


HEADS: tuple[tuple[str, Head], ...] = (
    ("{title}", _titled),
    ("To consider {title} (attached)", _titled),
    ("Business of the day (Paper {letter})", _labelled),
    ("25/00{number}7/FUL - the sheds", _referred),
    ("{title}", _formal),
    ("{title}", _written),
    ("{title}", _numbered),
    ("{title} Harbour Master Attached Noting", _in_a_form),
)


PAGES = 1 + sum(range(1, len(TITLES) + 1))


def _draw(row: str, head: Head, *, running: bool, counted: bool = False) -> PackBuilder:
    """`counted`: at the foot of each page stands its count in the whole file."""
    pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)

    def new_page() -> None:
        pack.new_page()
        if counted:
            pack.line(f"{pack.page}/{PAGES}", x=300, y=20)

    new_page()
    pack.heading("Harbour Panel", size=20)
    pack.line("Thursday 3 April 2025", bold=True)
    pack.line("AGENDA", bold=True)
    pack.line("1 Apologies for absence")
    for at, title in enumerate(TITLES):
        pack.gap(8)
        pack.line(f"{at + 2} {row.format(title=title, letter='ABC'[at], number=at + 1)}")
    for at in range(len(TITLES)):
        for page in range(at + 1):
            new_page()
            if running:
                pack.line(f"Notes of hand {'xyz'[at]}", size=8, y=800)
            if page == 0:
                head(pack, at)
            else:
                pack.line(
                    f"{page + 4 + 4 * (head is _written)}. Sheds and gates", bold=True
                )  # the next section is no paper
            for _ in range(3):
                pack.para(WORDS)
    return pack


def _spans(pack: Pack) -> list[tuple[int, int]]:
    return [(each.pdf_first, each.pdf_last) for each in pack.documents]


def test_a_paper_begins_with_what_the_agenda_names_or_with_a_front_of_its_own(pack_file: PackFile) -> None:
    for row, head in HEADS:
        for running in (True, False):
            pack = read_pack(pack_file(_draw(row, head, running=running)))
            assert _spans(pack) == [(1, 1), (2, 2), (3, 4), (5, 7)], (row, head, running)
            if head is not _written:
                assert [each.item for each in pack.documents] == [None, "2", "3", "4"], (row, head)


def test_a_count_over_the_whole_file_is_no_papers_own(pack_file: PackFile) -> None:
    for row, head in HEADS:
        pack = read_pack(pack_file(_draw(row, head, running=False, counted=True)))
        assert _spans(pack) == [(1, 1), (2, 2), (3, 4), (5, 7)], (row, head)


def test_the_count_of_the_only_paper_behind_an_agenda_is_its_own(pack_file: PackFile) -> None:
    pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)
    pack.new_page()
    pack.heading("Harbour Panel", size=20)
    pack.line("Thursday 3 April 2025", bold=True)
    pack.line("AGENDA", bold=True)
    for at, title in enumerate(("Apologies", TITLES[0], TITLES[1]), start=1):
        pack.gap(8)
        pack.line(f"{at} {title}")
    for page in range(1, 9):
        pack.new_page()
        pack.line(f"Page {page} of 8", x=300, y=20)
        pack.line(TITLES[0] if page == 1 else TITLES[1] if page == 5 else f"{page}. Sheds", bold=True, size=15)
        pack.para(WORDS)
    assert _spans(read_pack(pack_file(pack))) == [(1, 1), (2, 9)]


def test_a_table_of_actions_is_not_the_paper_whose_words_it_has(pack_file: PackFile) -> None:
    pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)
    pack.new_page()
    pack.heading("Harbour Panel", size=20)
    pack.line("Thursday 3 April 2025", bold=True)
    pack.line("AGENDA", bold=True)
    rows = ("Apologies Chair Spoken", "Actions of the last meeting Clerk Attached", "Ferry tolls Harbour Master Slides")
    for at, row in enumerate((*rows, *(f"{title} Pilot Attached" for title in TITLES[1:])), start=1):
        pack.gap(8)
        pack.line(f"{at} {row}")
    pack.new_page()
    pack.line("Report of the Clerk", bold=True, size=15)
    pack.line("Actions, April 2025", bold=True)
    for words in ("Ask what a ferry pays", "Open", "Let", "A harbour pilot asked", "Shut", "Tolls", "Slides"):
        pack.gap(8)
        pack.line(words)
    for title in TITLES[1:]:
        pack.new_page()
        pack.line(title, bold=True, size=16)
        pack.para(WORDS)
    found = read_pack(pack_file(pack)).documents
    assert [(each.pdf_first, each.item) for each in found if each.pdf_first != 2] == [(1, None), (3, "4"), (4, "5")]
    assert all(each.item != "3" for each in found)


def test_an_appendix_and_late_news_begin_and_a_chapter_does_not(pack_file: PackFile) -> None:
    for heading, size, begins in (
        ("Appendix 1", 12, True),
        ("ANNEX", 12, True),
        ("NESS HARBOUR COUNCIL", 12, True),
        ("What the boats said", 15, False),
        ("Oysters", 12, False),
        ("4. Money", 15, False),
    ):
        pack = _draw("{title}", _titled, running=False)
        pack.new_page()
        pack.line(heading, bold=True, size=size)
        pack.line("Set out below", bold=True)
        pack.para(WORDS)
        wanted = [(5, 7), (8, 8)] if begins else [(5, 8)]
        assert _spans(read_pack(pack_file(pack)))[3:] == wanted, heading
