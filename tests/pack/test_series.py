"""Where a private paper ends in a file of several: at the next of its series, or at a heading marked as public. Beside
each that ends stand those that only look so."""

from collections.abc import Sequence

import pytest

from scrutiny.pack.exclusion import MARKED_OPEN
from scrutiny.pack.marks import find_title_mark
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET
from tests.conftest import PackFile


def shown(pages: Sequence[tuple[str, ...]], pack_file: PackFile) -> str:
    """The text of a file of these pages; the first row of each, and each behind "#", is a heading."""
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    for first, *rows in pages:
        builder.new_page()
        builder.heading(first)
        for row in rows:
            builder.heading(row[1:]) if row.startswith("#") else builder.para(row)
    return "".join(read_pack(pack_file(builder)).page_texts)


@pytest.mark.parametrize(
    ("first", "then", "ends"),
    (
        (("Agenda item 6 - CONFIDENTIAL",), ("Agenda item 7 - Wardens",), True),
        (("PAPER 3 (RESTRICTED)",), ("PAPER 4",), True),
        (("School Board paper 3 - EXEMPT",), ("School Board paper 4",), True),
        (("Enclosure C - CONFIDENTIAL",), ("Enclosure D",), True),
        (("Ferry Board Part 2 (Private)",), ("Ferry Board Part 1 (Public)",), True),
        (("Item 4 Sale of a barge (OFFICIAL-SENSITIVE)",), ("Item 5 Gritting (OFFICIAL)",), True),
        (("Agenda item 6 - CONFIDENTIAL",), ("Agenda item 6 (continued)",), False),
        (("Agenda item 6 - CONFIDENTIAL",), ("7. Risks",), False),
        (("Agenda item 6 - CONFIDENTIAL",), ("Appendix 7",), False),
        (("Agenda item 6 - CONFIDENTIAL",), ("Agenda item 7 - EXEMPT",), False),
        (("Agenda item 6 - CONFIDENTIAL",), ("Agenda item 7", "Appeal", "NOT FOR PUBLICATION - paragraph 1"), False),
        (("Agenda item 6 - CONFIDENTIAL",), ("Children's home (open)",), False),
        (("Paper 3 (Private)",), ("Public houses: offers (open)",), False),
        (("Ferry Board Part 2 (Private)",), ("Part 1 - the offers",), False),
        (("EXEMPT APPENDICES", "#Appendix 1"), ("Appendix 2",), False),
        (("EXEMPT", "#Item 2"), ("Item 3",), False),
    ),
)  # fmt: skip
def test_the_next_of_a_series(first: tuple[str, ...], then: tuple[str, ...], ends: bool, pack_file: PackFile) -> None:
    text = shown(
        [(*first, f"1. The offer of {SECRET}."), (*then, f"1. To note {PUBLIC if ends else SECRET}.")], pack_file
    )
    assert SECRET not in text
    assert (PUBLIC in text) is ends


def test_a_notice_below_the_first_of_other_papers(pack_file: PackFile) -> None:
    text = shown(
        [("Report on bids", f"To note {PUBLIC}."), ("Appendix 1", "The dates are set."), ("EXEMPT APPENDICES", SECRET),
         ("Appendix 2", SECRET)],
        pack_file,
    )  # fmt: skip
    assert PUBLIC in text
    assert SECRET not in text


@pytest.mark.parametrize(
    ("heading", "public"),
    (
        ("9. Letters (open)", True), ("Signs (public item)", True), ("BOARD (OPEN SESSION)", True),
        ("Board (Part I) 3 May", True), ("FULL BOARD - PUBLIC MINUTES", True), ("Gritting (OFFICIAL)", True),
        ("9. Open space contract", False), ("Reply (open letter to a paper)", False), ("Price (public interest)", False),
        ("Ring road (part 1)", False), ("Visits of the Mayor (official)", False), ("Tenders (public excluded)", False),
        ("Complaint - public meeting", False), ("Barge (OFFICIAL-SENSITIVE)", False), ("Lease (non-public)", False),
    ),
)  # fmt: skip
def test_the_mark_of_public_business(heading: str, public: bool) -> None:
    assert (MARKED_OPEN.search(heading) is not None) is public


@pytest.mark.parametrize(
    ("title", "marked"),
    (
        ("Planning pack - exempt items removed.pdf", False), ("Minutes (confidential pages withheld).pdf", False),
        ("Confidential report redacted.pdf", True), ("Exempt appendix (public items removed).pdf", True),
        ("Exempt items - signatures removed.pdf", True),
    ),
)  # fmt: skip
def test_what_was_taken_out_of_a_file(title: str, marked: bool) -> None:
    assert (find_title_mark(title) is not None) is marked
