"""What follows from rows that a sentence names, and which of several tables it speaks of. The paper is drawn for the
test."""

from pathlib import Path

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder

WIDE = [130.0, 100.0, 100.0, 100.0]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Moorings")
    builder.para("The orchard holds three sorts of plum. Leases of moorings are looked at every five years.")
    builder.table(
        [
            ["Basin", "Yachts", "Barges", "Moorings"],
            ["Upper basin", "132", "21", "153"],
            ["Lower basin", "87", "46", "133"],
            ["All basins", "219", "67", "286"],
        ],
        WIDE,
    )
    builder.gap()
    builder.heading("Occupancy in per cent")
    builder.table(
        [
            ["", "Yachts %", "Barges %", "Rafts %"],
            ["2019", "61.5", "48.2", "12.5"],
            ["2021", "70.3", "51.9", "15.1"],
            ["2023", "74.0", "55.4", "18.9"],
        ],
        WIDE,
    )
    builder.new_page()
    builder.heading("Running costs")
    builder.table(
        [
            ["Costs £000s", "Approved budget", "Outturn", "Change"],
            ["Dredging", "412", "358", "-54"],
            ["Lighting", "129", "137", "8"],
        ],
        WIDE,
    )
    builder.gap()
    builder.heading("Visits")
    builder.table(
        [
            ["Club", "Visits", "Failed"],
            ["Summer half", "", ""],
            ["Club A", "31", "4"],
            ["Club B", "22", "6"],
            ["Winter half", "", ""],
            ["Club A", "27", "3"],
            ["Club B", "19", "5"],
        ],
        [130.0, 100.0, 100.0],
    )
    builder.gap()
    builder.heading("Value for money")
    builder.table(
        [["Case", "Lock gate", "Footbridge", "Both"], ["Ratio of benefit to cost", "5.6", "1.7", "4.9"]], WIDE
    )
    builder.gap()
    builder.heading("Value for money if costs rise by a fifth")
    builder.table(
        [["Case", "Lock gate", "Footbridge", "Both"], ["Ratio of benefit to cost", "4.7", "1.4", "4.1"]], WIDE
    )
    builder.gap()
    builder.heading("Landings by harbour, tonnes")
    builder.table([["Harbour", "2021/22", "2022/23", "2023/24"], ["Eddle", "1,204", "1,317", "1,586"]], WIDE)
    path: Path = tmp_path_factory.mktemp("overrows") / "moorings.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as paper:
        return Verifier(evidence_of(paper))


def flagged(verifier: Verifier, text: str) -> list[str]:
    claims = [claim for claim in claims_of_text("summary", text) if not claim.soft]
    return [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG]


@pytest.mark.parametrize(
    "text",
    [
        "The upper basin has 132 yachts, 60% of them all.",  # of the total of the same column
        "The upper basin has 132 of the yachts, about 60%.",  # the same in other words
        "The upper basin has 153 moorings, of which barges take 14%.",  # of the same row, in the column that is named
        "Yachts filled 70.3% in 2021.",  # the years down the side are labels
        "Barges filled 55.4% in 2023, up 7.2 percentage points since 2019.",  # between two named rows
        "Club A made 58 visits over both halves.",  # its row below either heading
        "Dredging came to £358,000.",  # the outturn
        "Dredging had a budget of £412,000.",
        "The ratio of benefit to cost is 5.6 for the lock gate and 1.7 for the footbridge.",
    ],
)
def test_what_follows_from_named_rows_is_borne_out(verifier: Verifier, text: str) -> None:
    assert flagged(verifier, text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The upper basin has 132 yachts, 66% of them all.", ["66%"]),
        ("The upper basin has 132 of the yachts, about 66%.", ["66%"]),
        ("The upper basin has 153 moorings, of which barges take 24%.", ["24%"]),
        ("Yachts filled 61.5% in 2021.", ["61.5%", "2021"]),  # of another year
        ("Barges filled 55.4% in 2023, up 3.5 percentage points since 2019.", ["3.5 percentage points"]),
        ("Club A made 53 visits over both halves.", ["53"]),  # 31 and 22 are not both its own
        ("Dredging came to £412,000.", ["£412,000"]),  # was meant to
        ("Leases of moorings are looked at every three years.", ["three"]),  # sorts of plum
    ],
)
def test_what_does_not_follow_from_them_is_not(verifier: Verifier, text: str, wrong: list[str]) -> None:
    assert flagged(verifier, text) == wrong


@pytest.mark.parametrize(
    ("text", "borne_out"),
    [
        ("Landings at Eddle grew by 269 tonnes in 2023/24.", True),
        ("Landings at Eddle grew by 113 tonnes in 2022/23.", True),
        ("Landings at Eddle grew by 382 tonnes from 2021/22 to 2023/24.", True),
        ("Landings at Eddle grew by 382 tonnes in 2023/24.", False),
        ("Landings at Eddle grew by 113 tonnes in 2023/24.", False),
        ("Landings at Eddle grew by 269 tonnes in 2022/23.", False),
    ],
)
def test_what_moved_in_a_year_moved_since_the_year_before(verifier: Verifier, text: str, borne_out: bool) -> None:
    assert (flagged(verifier, text) == []) is borne_out


def test_a_run_of_figures_is_added_up(verifier: Verifier) -> None:
    seen = "Of the animals 31 were seals, 26 porpoises and 18 otters: {} animals altogether."
    assert "75" not in flagged(verifier, seen.format(75))
    assert "84" in flagged(verifier, seen.format(84))


def test_a_small_number_does_not_follow_from_small_numbers_of_the_paper(verifier: Verifier) -> None:
    assert flagged(verifier, "The orchard does not hold two sorts of plum.") == ["two"]  # five less three


def test_a_difference_that_hardly_follows_by_chance_needs_no_name_of_its_row(verifier: Verifier) -> None:
    for text, wrong in (
        ("There are 152 more yachts.", []),
        ("There are 125 more yachts.", ["125"]),
        ("There are 152 yachts.", ["152"]),
    ):
        found = [verifier.verify(claim) for claim in claims_of_text("summary", text)]
        assert [each.claim.numeral.printed for each in found if each.outcome in WRONG] == wrong, text
