"""Which column and which row of a table a claim can mean. The papers and the summaries are made up."""

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_form, claims_of_text
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder

WIDE = [130.0, 90.0, 90.0, 90.0, 90.0]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Harbours")
    builder.table(
        [
            ["Harbour", "Berths Jan 2024", "Yachts 2022/23", "Yachts 2023/24", "Rate per berth 2023/24"],
            ["Elm Quay", "412", "118", "139", "33.74"],
            ["Oak Haven", "365", "97", "112", "30.68"],
            ["Ash Point of the Sound", "288", "61", "74", "25.69"],
        ],
        WIDE,
    )
    for quay, berths, late, lost in (("Fir Quay basin", 240, 31, 12), ("Yew Quay basin", 310, 44, 19)):
        builder.new_page()
        builder.heading("By basin")
        builder.table(
            [
                [quay, str(berths), str(berths + 11)],
                ["late leases", str(late), str(late + 5)],
                ["lost leases", str(lost), str(lost + 3)],
            ],
            [130.0, 90.0, 90.0],
        )
    path = tmp_path_factory.mktemp("columns") / "paper.pdf"
    path.write_bytes(builder.data())
    with open_paper(path) as opened:
        return Verifier(evidence_of(opened))


def flagged(verifier: Verifier, text: str) -> list[str]:
    claims = [claim for claim in claims_of_text("summary", text) if not claim.soft]
    return [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Elm Quay has 33.74 yachts for each berth, Oak Haven follows with 30.68 and Ash Point with 25.69.", []),
        ("Elm Quay has 33.74 yachts for each berth, Oak Haven follows with 25.69.", ["25.69"]),  # of another row
        ("Elm Quay yachts have the highest rate (33.74), followed by Ash Point yachts with 30.68.", ["30.68"]),
        ("Elm Quay had 139 yachts and Oak Haven 112.", []),  # January 2024 is in the year 2023/24
        ("Elm Quay had 118 yachts and Oak Haven 97.", ["118", "97"]),
        ("In 2022/23 Elm Quay had 118 yachts and Oak Haven 97.", []),
    ],
)
def test_a_list_keeps_to_its_column(verifier: Verifier, text: str, wrong: list[str]) -> None:
    assert flagged(verifier, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Basin,Matter,First\nFir Quay,Late leases,31\n", []),
        ("Basin,Matter,First\nYew Quay,Late leases,44\nYew Quay,Lost leases,19\n", []),
        ("Basin,Matter,First\nYew Quay,Late leases,31\n", ["31"]),  # of the other basin
        ("Basin,Matter,First\nFir Quay,Lost leases,19\n", ["19"]),
    ],
)
def test_a_label_that_comes_again_is_of_the_row_above_it(verifier: Verifier, text: str, wrong: list[str]) -> None:
    claims = [each for each in claims_of_form("summary.csv", ".csv", text) if not each.soft]
    assert [each.numeral.printed for each in claims if verifier.verify(each).outcome in WRONG] == wrong
