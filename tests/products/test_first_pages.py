"""The first two pages of the brief: as many figures as there is room for."""

from scrutiny.findings import Severity
from scrutiny.products.briefreport import AT_FIRST, fitting_exhibits
from scrutiny.sheets.model import Chapter, Exhibit, Illustration, Point


def exhibit(height: float) -> Exhibit:
    picture = Illustration(png=b"", width=400, height=height, description="", caption="Page 1")
    return Exhibit(severity=Severity.ERROR, heading="printed 71, adds to 70", place="Item 6", pictures=(picture,))


def chapters(count: int) -> list[Chapter]:
    points = tuple(Point(text="an action that takes a line and a bit more of the page " * 2) for _ in range(5))
    return [Chapter(heading="Actions still open", points=points)] * count


def test_small_pictures_all_stand_on_the_first_pages() -> None:
    assert fitting_exhibits(chapters(3), [exhibit(60)] * AT_FIRST) == AT_FIRST


def test_what_does_not_fit_goes_into_the_annex() -> None:
    assert fitting_exhibits(chapters(4), [exhibit(170)] * AT_FIRST) == 2


def test_the_worst_figure_stands_there_always() -> None:
    assert fitting_exhibits(chapters(8), [exhibit(170)] * AT_FIRST) == 1
    assert fitting_exhibits(chapters(8), []) == 0
