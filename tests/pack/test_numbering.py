"""Printed page numbers: runs, fillers, strays."""

from msgspec.structs import replace

from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.numbering import find_numbering

BLANK = PageEvidence(
    pdf_page=1, width=595, height=842, item_stamps=(), stamped_numbers=(), bare_numbers=(), filler=False, head=(),
    body_lines=20, body_size=11, pictured=False, text="",
)  # fmt: skip


def pages(*numbers: int | None, bare: bool = False) -> tuple[PageEvidence, ...]:
    """Pages that print these numbers, with the word Page or (`bare`) without."""
    name = "bare_numbers" if bare else "stamped_numbers"
    return tuple(
        replace(BLANK, pdf_page=index + 1, **{name: () if number is None else (number,)})
        for index, number in enumerate(numbers)
    )


def test_numbers_that_start_after_the_front_sheet() -> None:
    numbering = find_numbering(pages(None, None, 1, 2, 3), "p.pdf")
    assert numbering.printed == (None, None, 1, 2, 3)
    assert numbering.counted == (None, None, 1, 2, 3)
    assert numbering.pdf_page(3) == 5


def test_fillers_count_and_print_nothing() -> None:
    numbering = find_numbering(pages(1, 2, None, 4, None), "p.pdf")
    assert numbering.printed == (1, 2, None, 4, None)
    assert numbering.counted == (1, 2, 3, 4, 5)


def test_a_stray_number_is_kept_as_printed_and_reported() -> None:
    numbering = find_numbering(pages(1, 2, 33, 4, 5), "p.pdf")
    assert numbering.printed == (1, 2, 33, 4, 5)
    assert numbering.counted == (1, 2, 3, 4, 5)
    assert [(finding.printed, finding.expected) for finding in numbering.findings] == [("Page 33", "3")]


def test_numbers_that_begin_again_make_a_second_run() -> None:
    numbering = find_numbering(pages(1, 2, 3, 4, 1, 2, 3), "p.pdf")
    assert numbering.printed == (1, 2, 3, 4, 1, 2, 3)
    assert numbering.findings == ()
    assert numbering.pdf_page(2) is None  # two pages are called 2
    assert numbering.pdf_page(4) == 4


def test_bare_numbers_count_only_where_they_run_through_the_whole() -> None:
    assert find_numbering(pages(1, 2, 3, 4, bare=True), "p.pdf").printed == (1, 2, 3, 4)
    assert find_numbering(pages(1, 2, 1, 2, 1, 2, bare=True), "p.pdf").counted == (None,) * 6


def test_a_few_numbered_pages_are_from_another_pack() -> None:
    numbering = find_numbering(pages(*[None] * 8, 13, 14), "p.pdf")
    assert numbering.counted == (None,) * 10
