"""What follows from two figures of one row, or from rows of one column, that a summary names. The paper is drawn for the
test."""

from pathlib import Path

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_form
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder

TABLES: tuple[tuple[str, *tuple[list[str], ...]], ...] = (
    (
        "Arrivals by kind",
        ["Kind", "2022/23", "2023/24", "Change", "Cleared in time"],
        ["Ferries", "312", "268", "-44", "201"],
        ["Pleasure craft", "547", "618", "+71", "495"],
        ["Cargo", "96", "127", "+31", "88"],
        ["All arrivals", "955", "1,013", "+58", "784"],
    ),
    (
        "Scorecard",
        ["Measure", "Q3 2022/23", "Q1 2023/24", "Q2 2023/24", "Q3 2023/24"],
        ["S1 Permits issued", "241", "198", "226", "274"],
        ["S2 Days to issue a permit", "18.3", "17.1", "16.4", "14.6"],
    ),
    (
        "Spending, £ million",
        ["£ million", "Budget", "Actual", "Variance", "Share of actual"],
        ["Dredging", "1.90", "2.14", "0.24", "29.9%"],
        ["Quay walls", "4.35", "4.02", "(0.33)", "56.1%"],
        ["Buoys", "0.82", "1.00", "0.18", "14.0%"],
        ["Total", "7.07", "7.16", "0.09", "100.0%"],
    ),
    (
        "Compensation",
        ["Route", "Cases", "Amount £"],
        ["Paid by the insurer", "23", "18,450"],
        ["County arbitrator", "6", "2,380"],
        ["Marine arbitrator", "14", "5,160"],
        ["Total", "43", "25,990"],
    ),
)

TABLES += (
    (
        "Quays by state, metres",
        ["Quay", "Length", "Sound", "Worn"],
        ["North quay", "410", "352.5", "57.5"],
        ["Coal quay", "655", "512.0", "143.0"],
        ["Fish quay", "280", "251.2", "28.8"],
        ["Harbour", "1,345", "1,115.7", "229.3"],
    ),
)

FOLLOWS = (
    ("Of 268 ferries {} were cleared late.", "67", ("123", "44")),
    ("Ferries and cargo together had {} arrivals.", "395", ("745", "886")),
    ("Ferries and cargo accounted for {} arrivals.", "395", ("745", "886")),
    ("Ferries had {} fewer arrivals than pleasure craft.", "350", ("141", "491")),
    ("Ferries had {} more arrivals than cargo.", "141", ("350",)),
    ("Cargo was {} of all arrivals in 2023/24.", "12.5%", ("26.5%", "31.5%")),
    ("Permits issued: 274, {} more than a year ago.", "33", ("48", "76")),
    ("Permits issued: 274, {} more than in the second quarter.", "48", ("33", "28")),
    ("Days to issue a permit: 14.6, {} days quicker than a year ago.", "3.7", ("1.8", "2.5")),
    ("Dredging and quay walls came to {} together.", "£6.16m", ("£3.14m", "£6.25m")),
    ("Dredging and quay walls took up {} between them.", "86%", ("44%", "70%")),
    ("Quay walls cost {} more than dredging.", "£1.88m", ("£2.45m", "£3.02m")),
    ("The arbitrators accounted for {}.", "£7,540", ("£20,830", "£23,610")),
    ("Coal quay is {} of what is worn.", "62%", ("25%", "12%", "49%")),
    ("784 of the {} ships that arrived were cleared in time.", "1,013", ("618",)),
    ("The arbitrators had {} of the cases.", "20", ("29", "37")),
    ("Arrivals of ferries fell by {}.", "14%", ("16%", "44%")),
    ("Arrivals of ferries rose by {}.", None, ("14%", "16%")),
    ("Pleasure craft grew by close to {}.", "13%", ("11%", "24%")),
    ("Cargo is what went up, by 31 ({}).", "32%", ("24%", "12%")),
    ("Cargo is what went up, by 31, or {}.", "32%", ("24%", "12%")),
)
"""Sentences, the figure that follows there, and some that follow from other rows or times."""

NOTED = (
    ("Days to issue a permit", "14.6", "{} days quicker than a year ago", "3.7", ("1.8", "2.5")),
    ("Ferries and cargo (arrivals)", "{}", "", "395", ("745", "886")),
)
"""Rows of a table of a label, a figure and a note."""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("The harbour in 2023/24")
    builder.para("1,013 arrivals were logged in 2023/24. The longest wait was 41 hours.")
    builder.para("On average 4.6 pilots were on duty, and 83 ships of 97 had one within the hour.", number="3.2")
    for caption, *rows in TABLES:
        builder.line(caption)
        builder.table(rows, [140.0, *[330.0 / (len(rows[0]) - 1)] * (len(rows[0]) - 1)])
        builder.gap()
    path: Path = tmp_path_factory.mktemp("inrows") / "harbour.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as paper:
        return Verifier(evidence_of(paper))


def flagged(verifier: Verifier, suffix: str, text: str, figure: str) -> bool:
    claims = [each for each in claims_of_form("summary", suffix, text) if figure == each.numeral.printed.split()[0]]
    assert claims, text
    return any(verifier.verify(claim).outcome in WRONG for claim in claims)


def test_what_follows_from_named_figures_is_borne_out_and_nothing_else(verifier: Verifier) -> None:
    for text, right, wrong in FOLLOWS:
        assert right is None or not flagged(verifier, ".md", text.format(right), right), text
        for each in wrong:
            assert flagged(verifier, ".md", text.format(each), each), (text, each)


def test_so_is_what_a_row_of_a_summary_says(verifier: Verifier) -> None:
    for label, value, note, right, wrong in NOTED:
        row = f"Indicator,Value,Note\nWait,41 hours,longest\n{label},{value},{note}\n"
        assert not flagged(verifier, ".csv", row.format(right), right), label
        for each in wrong:
            assert flagged(verifier, ".csv", row.format(each), each), (label, each)


def test_a_paragraph_is_named_beside_a_figure_of_it(verifier: Verifier) -> None:
    assert not flagged(verifier, ".md", "Of 97 ships 83 had a pilot within the hour (3.2).", "3.2")
    assert flagged(verifier, ".md", "Of 97 ships 83 had a pilot within the hour (3.4).", "3.4")


def test_an_hour_by_which_somebody_is_back_is_no_claim() -> None:
    for text in ("Back by 12.30.", "I'm out until 2.15.", "Ring me before 9.40!"):
        assert [each.soft for each in claims_of_form("summary", ".md", text)] == [True], text
    for text in (
        "The level rose by 12.30.",
        "Pilots had 4.60 hours of rest.",
        "The duty of the pilots starts at 10.30pm.",
    ):
        assert [each.soft for each in claims_of_form("summary", ".md", text)] == [False], text
