"""What the tables of a paper say of the rows and sentences of a summary. The paper is drawn for the test."""

from pathlib import Path

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Outcome, Verified, Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder


def _verifier(builder: PackBuilder, path: Path) -> Verifier:
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as paper:
        return Verifier(evidence_of(paper))


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Harbour dues")
    builder.para("The dues of the harbours are shown below.")
    builder.table(
        [
            ["Harbour", "Budget 2023/24 £m", "Outturn 2023/24 £m", "Variance £m"],
            ["North", "41.25", "43.50", "2.25"],
            ["South", "18.40", "17.15", "-1.25"],
            ["East", "7.10", "7.80", "0.70"],
            ["Total", "66.75", "68.45", "1.70"],
        ],
        [120.0, 110.0, 110.0, 110.0],
    )
    builder.gap()
    builder.heading("Boats")
    builder.table(
        [
            ["Harbour", "Boats 2023/24", "Licence income £"],
            ["North", "482", "21,482,119"],
            ["South", "391", "23,205,400"],
        ],
        [120.0, 110.0, 110.0],
    )
    builder.gap()
    builder.heading("Grants")
    builder.table(
        [
            ["Grants £000s", "Q1 forecast", "Q2 forecast"],
            ["Pier", "1,250", "1,310"],
            ["Lighthouse", "209", "640"],
        ],
        [120.0, 110.0, 110.0],
    )
    builder.gap()
    builder.heading("Resources")
    builder.table(
        [
            ["Resources", "County £'m", "Nation £bn"],
            ["Levy", "871.6", "35.2"],
            ["Grant", "402.9", "27.4"],
            ["Spending power", "1,274.5", "62.6"],
        ],
        [120.0, 110.0, 110.0],
    )
    path: Path = tmp_path_factory.mktemp("rows") / "harbours.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as paper:
        return Verifier(evidence_of(paper))


def outcomes(verifier: Verifier, text: str) -> list[tuple[str, Verified]]:
    claims = [claim for claim in claims_of_text("summary", text) if not claim.soft]
    return [(claim.numeral.printed, verifier.verify(claim)) for claim in claims]


def row(*cells: str) -> str:
    head = {2: "| Harbour | Outturn 2023/24 £m |", 3: "| Harbour | Outturn 2023/24 £m | Variance £m |"}[len(cells)]
    return f"{head}\n|{'---|' * len(cells)}\n| {' | '.join(cells)} |\n"


@pytest.mark.parametrize(
    "text",
    [
        row("North", "43.50"),
        row("South", "17.15", "-1.25"),
        row("Total", "68.45", "1.70"),
        "The South harbour was £1.25m below its budget.",  # the sign is in the words
        "North had 482 boats in 2023/24.",
        "The county's spending power is £1,274.5m.",  # below "£'m"
        "The levy of the nation brings in £35.2bn.",
        "The lowest outturn was £7.8m.",
        "| What | Q2 forecast |\n|---|---|\n| Pier grants | £1.31m |\n",  # the heading of the labels has the unit
        "| Grants £000s | Q1 forecast |\n|---|---|\n| Pier | 1,250 |\n",
        "The outturn of North, £43.5m, was 63.6% of the total.",  # of the printed total
    ],
)
def test_what_the_table_has_there_is_borne_out(verifier: Verifier, text: str) -> None:
    assert [printed for printed, found in outcomes(verifier, text) if found.outcome in WRONG] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (row("North", "41.25"), "41.25"),  # the budget
        (row("East", "17.15"), "17.15"),  # of the South
        (row("North", "-43.50"), "-43.50"),
        (row("South", "17.15", "1.25"), "1.25"),  # the other sign
        (row("Total", "43.50"), "43.50"),
        ("| Grants £000s | Q1 forecast |\n|---|---|\n| Pier | 1,310 |\n", "1,310"),  # of the other quarter
        (
            "| Grants £000s | Q1 forecast |\n|---|---|\n| Lighthouse | 2090 |\n",
            "2090",
        ),  # no year, in a column of amounts
        ("North had 842 boats in 2023/24.", "842"),
        ("South was over its budget by £1.25m.", "£1.25m"),  # it lies under
    ],
)
def test_another_cell_or_another_sign_is_not(verifier: Verifier, text: str, wrong: str) -> None:
    flagged = [printed for printed, found in outcomes(verifier, text) if found.outcome in WRONG]
    assert flagged == [wrong]


def test_a_correction_is_offered_where_row_and_column_agree(verifier: Verifier) -> None:
    ((_, found),) = outcomes(verifier, row("North", "45.30"))
    assert found.outcome is Outcome.CONTRADICTED
    assert found.corrects and found.told is not None and found.told.numeral.printed == "43.50"


def test_minutes_that_are_set_out_as_a_table_are_read_sentence_by_sentence(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Minutes")
    item = (
        "The treasurer gave the position at month 7. The harbour fund was forecast to overspend by £3.42m. The jetty "
        "fund was on budget. Mr Oak asked about Moorhaven, where 900 berths had been promised and 140 built. Eleven "
        "new pilots had been trained, of whom seven were from the islands."
    )
    builder.table(
        [["Item", "Notes", "Action"], ["3", item, "MO"], ["4", "The forum thanked the clerk.", ""]], [40, 350, 60]
    )
    verifier = _verifier(builder, tmp_path / "minutes.pdf")
    for text, wrong in (
        ("Of 900 berths at Moorhaven only 140 are built. Eleven pilots were trained.", False),
        ("Moorhaven had 11 berths.", True),
    ):
        assert all((verifier.verify(claim).outcome in WRONG) is wrong for claim in claims_of_text("summary", text))


@pytest.mark.parametrize(("many", "wrong"), [("Nine", False), ("Six", True)])
def test_the_year_of_a_heading_makes_no_old_column_the_one_that_is_meant(
    tmp_path: Path, many: str, wrong: bool
) -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Ferries")
    builder.table(
        [
            ["Measure", "Q4 2023/24", "Q4 2024/25"],
            ["Crossings cancelled", "58", "63"],
            ["Returns to harbour", "6", "9"],
        ],
        [150.0, 110.0, 110.0],
    )
    verifier = _verifier(builder, tmp_path / "ferries.pdf")
    claims = claims_of_text("s", f"# Meeting of 26 June 2025\n\n{many} ferries returned to harbour.\n")
    assert [verifier.verify(each).outcome in WRONG for each in claims if each.numeral.printed == many] == [wrong]


@pytest.mark.parametrize(
    ("summary", "figure", "right"),
    [
        ("The north spent £43.5m, £2.25m more than planned.", "£2.25m", True),
        ("The north spent £43.5m, £0.70m more than planned.", "£0.70m", False),  # that of the east
    ],
)
def test_how_much_more_stands_in_the_row_that_is_named(
    verifier: Verifier, summary: str, figure: str, right: bool
) -> None:
    found = {claim.numeral.printed: verifier.verify(claim).outcome for claim in claims_of_text("s", summary)}
    assert (found[figure] not in WRONG) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Hiring a dinghy costs £120, a launch £900 and a barge £1,650.", True),
        ("Insurance is £45 for a dinghy, £220 for a launch and £135 for a barge.", False),  # two are swapped
        ("A dinghy at £120, a launch at £900 and a barge at £1,650 to insure.", False),  # to hire
    ],
)
def test_figures_of_one_column_stand_in_their_rows_below_their_heading(tmp_path: Path, text: str, right: bool) -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Boats")
    builder.table(
        [
            ["Kind of boat", "Hire £", "Insurance £", "Paint £"],
            ["Dinghy", "120", "45", "30"],
            ["Launch", "900", "135", "75"],
            ["Trawler", "2,400", "310", "160"],
            ["Barge", "1,650", "220", "95"],
        ],
        [120.0, 90.0, 90.0, 90.0],
    )
    (tmp_path / "boats.pdf").write_bytes(builder.data())
    with open_paper(tmp_path / "boats.pdf") as paper:
        found = outcomes(Verifier(evidence_of(paper)), text)
    assert all(each.outcome not in WRONG for _, each in found) is right


def test_the_rows_below_a_heading_have_its_unit(tmp_path: Path) -> None:
    """The room of tables reads it where no column and no caption names one."""
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Harbour services")
    builder.table(
        [
            ["Service", "2031/32", "2032/33"],
            ["Spending (£000)", "", ""],
            ["Dredging", "1,925", "2,047"],
            ["Moorings", "1,105", "1,163"],
            ["Lights", "390", "471"],
            ["Visits (number)", "", ""],
            ["Moorings visited", "82", "95"],
            ["Lights visited", "14", "17"],
        ],
        [120.0, 110.0, 110.0],
    )
    verifier = _verifier(builder, tmp_path / "services.pdf")
    said = {
        "Spending on moorings was £1,163,000 in 2032/33.": [],
        "Spending on lights was £471,000 in 2032/33.": [],
        "Spending on lights was £417,000.": ["£417,000"],
        "In 2032/33 95 moorings were visited.": [],
    }
    for text, wrong in said.items():
        found = map(verifier.verify, claims_of_text("summary", text))
        assert [each.claim.numeral.printed for each in found if each.outcome in WRONG] == wrong
