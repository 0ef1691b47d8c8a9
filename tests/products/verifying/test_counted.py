"""How many things a paper numbers one by one. All texts are made up."""

import pytest

from scrutiny.products.verifying.counted import numbered_things
from scrutiny.sources import Quote


def counts(*pages: str) -> dict[str, int]:
    sheets = [
        Quote(file="paper.pdf", pdf_page=number, page_label=None, item=None, text=text)
        for number, text in enumerate(pages, start=1)
    ]
    return {stem: there[0].number for stem, there in numbered_things(sheets).items()}


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (("Stage One is the design.", "Stage Two builds it, Stage Three opens it."), {"stag": 3}),
        (("Option 1 costs least; Option 2 takes longest.",), {"optio": 2}),
        (("Objections 4, 7, 15 and 16 were read out.",), {"objec": 4}),
        # a gap, one alone, and what only tells pages apart count nothing
        (("Stage One and Stage Three.",), {}),
        (("Option 1 was chosen.",), {}),
        (("Page 1 and Page 2, Table 1 and Table 2, March 1 and March 2.",), {}),
        (("Key Stage 1 and Key Stage 2 have boats.",), {}),
    ],
)
def test_things_that_are_numbered_from_one_are_counted(pages: tuple[str, ...], expected: dict[str, int]) -> None:
    assert counts(*pages) == expected
