"""Spans of time, opposite amounts, rare figures and the notes of rows. The papers and the summaries are made up."""

import pytest

from scrutiny.products.summaries import claims_of_form, claims_of_text
from scrutiny.products.verifying.model import WRONG
from tests.products.verifying.test_apart import flagged
from tests.products.verifying.test_judging import paper

HARBOUR = (
    "The tide gauge was read 1,847 times from February to October 2023.",
    "In 2020/21 a berth cost £318, in 2021/22 it cost £334 and in 2022/23 it cost £361.",
    "The harbour order was made on 3 May 2023.",
    "Notice of the order was printed on 8 May 2023.",
    "The chandlery made a profit of £46,210.",
    "The ferry company ended with a deficit of £71,930.",
    "The trust has assets of £512,400.",
    "To set the mooring fee at £735, with a lower rate for skiffs.",
    "The pier and the fishing boats of the old harbour cost little in winter; dues of £281 were waived.",
    "The new slipway opens in April 2026.",
    "The north quay has 2,315 rings and the south quay has 1,984 rings.",
    "The dredger was hired on 14 June 2023 and work began on 1 August 2023.",
    "38 members were for it, 17 against and three did not vote.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The gauge was read 1,847 times in eight months.", ["eight"]),
        ("The gauge was out for nine months.", ["nine"]),  # no figure of the sentence says of which time that is
        ("A berth costs £361, £43 more than in 2020/21.", []),
        ("A berth costs £361, £27 more than in 2021/22.", []),
        ("The order was made on 3 May, and notice printed six days later.", ["six"]),
        ("The order was made on 3 May, and the slipway opened five days later.", ["five"]),
        ("The order was made on 3 May, and the order of the slipway came five days later.", ["five"]),
        ("The north quay has 1,984 rings.", ["1,984"]),
        ("Work began on 14 June 2023.", ["14 June 2023"]),
        ("Work began on 1 August 2023.", []),
        ("The chandlery's profit was £46,210.", []),
        ("The ferry company's loss was £71,930.", []),
        ("The ferry company was £71,930 overspent.", []),  # may be called so
        (
            "Fishing boats of the old harbour will have to pay a fee of £735 in winter.",
            [],
        ),  # rare, and nothing else is that
    ],
)
def test_spans_opposites_and_rare_figures(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*HARBOUR), text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("38 were for it and 17 against, and three did not vote. So 58 members were there.", []),
        ("38 were for it and 17 against, and three did not vote. So 59 members were there.", ["59"]),
        ("38 were for it and 17 against, and three did not vote. 58 gulls were there.", ["58"]),  # concludes nothing
        ("**When does the slipway open?** In April 2026.", []),
        ("**When does the slipway open?** In April 2027.", ["April 2027"]),
    ],
)
def test_what_goes_on_from_the_sentence_before(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*HARBOUR), text) == wrong


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("Over twelve months 471 boats came in.", True),
        ("In the past 12 months 471 boats came in.", True),
        ("It must be mended within twelve months.", False),  # a time that is set
        ("The lease was cut by twelve months.", False),
        ("Over eleven months 471 boats came in.", False),
    ],
)
def test_twelve_months_are_a_year(text: str, soft: bool) -> None:
    first = next(claim for claim in claims_of_text("summary", text) if claim.numeral.printed != "471")
    assert first.soft is soft


NOTES = "Place,Value,Note\n"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Berth 2022/23,£361,£43 more than in 2020/21", []),
        ("Berth 2022/23,£361,£34 more than in 2020/21", ["£34"]),
        ("Tide gauge read,1847,from February to October 2023", []),
        ("Tide gauge read,1874,from February to October 2023", ["1874"]),
    ],
)
def test_a_note_behind_a_figure_is_a_sentence(row: str, wrong: list[str]) -> None:
    verifier = paper(*HARBOUR)
    claims = [claim for claim in claims_of_form("s.csv", ".csv", NOTES + row + "\n") if not claim.soft]
    assert [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG] == wrong
