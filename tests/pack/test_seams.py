"""Which pages came from one file, as their fonts tell it."""

from typing import cast

from msgspec import Struct

from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.seams import Seams, find_seams


class Page(Struct):
    """What `find_seams` asks of a page."""

    pdf_page: int
    filler: bool = False


def seams(*fonts: set[int], boundaries: tuple[int, ...] = ()) -> Seams:
    pages = cast(tuple[PageEvidence, ...], tuple(Page(at + 1) for at in range(len(fonts))))
    return find_seams(tuple(map(frozenset, fonts)), pages, boundaries)


def test_a_file_begins_where_no_font_goes_on() -> None:
    found = seams({1}, {1, 2}, {3}, {2, 3}, {4}, {4})
    assert found == Seams(
        pages=frozenset({5}), within=frozenset({2, 3, 4, 6})
    )  # the second page and the fourth share a font


def test_fonts_of_one_file_only_tell_nothing() -> None:
    assert seams({1}, {1}, {1}) == Seams()


def test_a_font_that_crosses_the_border_of_two_items_is_a_stamp_or_tells_that_fonts_were_merged() -> None:
    assert seams({9, 1}, {9, 2}, {9, 2}, {9, 3}, boundaries=(2,)).pages == {2, 4}
    assert seams({1}, {1, 2}, {2}, {3}, {3}, boundaries=(2,)) == Seams()


def test_many_pages_in_a_row_with_fonts_of_their_own_are_one_file() -> None:
    assert seams({1}, {1}, {2}, {3}, {4}, {5}, {6}, {6}).pages == {3}
