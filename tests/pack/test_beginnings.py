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


HEADS: tuple[tuple[str, Head], ...] = (
    ("{title}", _titled),
    ("To consider {title} (attached)", _titled),
    ("Business of the day (Paper {letter})", _labelled),
    ("25/00{number}7/FUL - the sheds", _referred),
    ("{title}", _formal),
    ("{title}", _written),
)


def _draw(row: str, head: Head, *, running: bool) -> PackBuilder:
    pack = PackBuilder(stamps=False, numbers=False, fillers=False, outline=False)
    pack.new_page()
    pack.heading("Harbour Panel", size=20)
    pack.line("Thursday 3 April 2025", bold=True)
    pack.line("AGENDA", bold=True)
    pack.line("1 Apologies for absence")
    for at, title in enumerate(TITLES):
        pack.gap(8)
        pack.line(f"{at + 2} {row.format(title=title, letter='ABC'[at], number=at + 1)}")
    for at in range(len(TITLES)):
        for page in range(at + 1):
            pack.new_page()
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
