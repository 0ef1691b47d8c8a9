"""Reports on what placements cost: other numbers, years, numbers of cases and columns, and wordings."""

import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import scrutiny
from scrutiny.families.costs.facts import CostReport, Rounding
from scrutiny.families.costs.read import find_cost_report
from tests.checks import Rows, placed, quote
from tests.families.costs.workings import assert_comes_to

RATES = (
    "2023/24 195 days x £128 (£110 plus £18 taxi) = £24,960.",
    "2024/25 195 days x £133 (£115 plus £18 taxi) = £25,935.",
    "2025/26 195 days x £138 (£120 plus £18 taxi) = £26,910.",
)
CASES: Rows = [
    ["Pupil", "Yr 8 £", "Yr 9 £", "Yr 10 £", "Total £", "Details"],
    ["Excluded Yr 8", "12480*", "25935", "26910", "65,325", "School contribution £4,949 - cost to the HNB £60,376"],
    ["Excluded Yr 9", "", "12967.50*", "26910", "39,877.50", "School contribution £4,949 - cost to the HNB £34,928.50"],
]  # fmt: skip
SHARE = "KS3 AWPU £4,404 plus £5,000 = £9,404 divided by 190 school days = £49.49 x 100 school days = £4,949"


def read(rows: Rows, *said: str) -> CostReport:
    table = placed(rows)
    return find_cost_report((table.table,), tuple(quote(each) for each in said), table.quote)


def messages(report: CostReport) -> list[str]:
    return [finding.message for finding in report.findings]


def test_each_cell_belongs_to_the_cohort_of_its_case() -> None:
    report = read(CASES, *RATES, SHARE)
    assert [(p.case, p.year_group, p.academic_year, p.half_year, p.difference == 0) for p in report.placements] == [
        ("1", 8, "2023/24", True, True), ("1", 9, "2024/25", False, True), ("1", 10, "2025/26", False, True),
        ("2", 9, "2024/25", True, True), ("2", 10, "2025/26", False, True),
    ]  # fmt: skip
    assert [(c.total, c.net, c.net_printed) for c in report.case_totals] == [
        (Decimal(65325), Decimal(60376), Decimal(60376)),
        (Decimal("39877.50"), Decimal("34928.50"), Decimal("34928.50")),
    ]
    (own,) = report.contributions
    assert (own.key_stage, own.recomputed, own.rounding) == ("KS3", Decimal("4949.47"), Rounding.HALF_UP)
    assert messages(report) == []


@given(st.integers(1, 2), st.integers(1, 3), st.integers(100, 900))
@settings(max_examples=30, deadline=None)
def test_a_changed_cell_is_named_and_neither_its_total_nor_its_net_cost(row: int, column: int, more: int) -> None:
    rows = [list(each) for each in CASES]
    if not rows[row][column]:
        return
    star = "*" if "*" in rows[row][column] else ""
    rows[row][column] = f"{Decimal(rows[row][column].rstrip('*')) + more}{star}"
    (said,) = messages(read(rows, *RATES))
    assert said.startswith(f"Yr {column + 7} £, {row}, Excluded Yr {row + 7}: printed {rows[row][column]}, ")
    assert said.endswith(f"({more} too much)")


def test_without_day_rates_nobody_knows_which_cell_of_a_case_is_wrong() -> None:
    rows = [list(each) for each in CASES]
    rows[1][2] = "25,395"
    report = read(rows)
    assert [finding.severity.value for finding in report.findings] == ["note"]
    (total,) = [line for line in report.lines if line.printed == "65,325"]
    assert (total.recomputed, total.method) == (None, None)


@pytest.mark.parametrize("heading", ["Net", "Net cost", "Left for the council"])
def test_a_net_cost_that_its_total_carries_on_is_wrong_and_not_what_was_taken_off(heading: str) -> None:
    rows = [
        ["Pupil", "Year", "Rest of this year", "Next year", "Total", "Paid back by the school", heading],
        ["A", "Year 8", "£8,700", "£17,400", "£26,100", "£2,300", "£23,800"],
        ["B", "Year 9", "£8,700", "£17,400", "£26,100", "£3,150", "£22,950"],
        ["C", "Year 10", "£4,350", "£17,400", "£21,750", "£1,450", "£21,300"],
        ["Total", "", "£21,750", "£52,200", "£73,950", "£6,900", "£68,050"],
    ]  # fmt: skip
    (said,) = messages(read(rows))
    assert "printed £21,300, £21,750 - £1,450 = £20,300 (£1,000 too much)" in said


def test_a_total_malformed_money_and_two_investments() -> None:
    report = read(
        CASES, *RATES, SHARE.replace("= £9,404", "= ££9404").replace("£4,949", "£4,948"),
        "As the table above illustrates the total costs are £105,220.50.",
        "Should the increased funding (£568,572) reduce permanent exclusions by 12 or more this will pay.",
        "The additional investment in the panels is £514,572 from the fund.",
    )  # fmt: skip
    assert messages(report) == [
        "contribution, KS3: printed £4,948, (£4,404 + £5,000) / 190 days x 100 days = £4,949.47 (£1.47 too little)",
        "total cost of placements: printed £105,220.50, 65,325 + 39,877.50 = £105,202.50 (£18 too much)",
        "the investment is £568,572 here and £514,572 there: £54,000 apart",
        "££9404 is read as £9404",
    ]
    assert report.break_even is not None
    assert (report.break_even.mean_net, report.break_even.exact, report.break_even.exclusions) == (
        Decimal("47652.25"), Decimal("11.932"), 12,
    )  # fmt: skip


def test_a_rate_that_does_not_multiply_and_a_year_without_one() -> None:
    wrong = RATES[1].replace("£25,935", "£25,953")
    assert messages(read(CASES, RATES[0], wrong, RATES[2])) == [
        "day rate, 2024/25: printed £25,953, 195 days x (£115 + £18) = £25,935 (£18 too much)"
    ]
    report = read(CASES, RATES[0])
    assert [p.recomputed for p in report.placements] == [Decimal(12480), None, None, None, None]


@pytest.mark.parametrize(
    "said",
    [
        "(AWPU £4,404 + £5,000) / 190 school days = £49.49 a day. For 100 days: £4,949.",
        "Key Stage 3: AWPU of £4,404 plus top-up of £5,000 divided by 190 days = £49.49 x 100 days left = £4,949",
        "KS4 AWPU £4404 plus £5000 = £9404 ÷ 190 school days = £49.49 × 100 school days = £4949",
    ],
)
def test_other_wordings_of_the_contribution(said: str) -> None:
    (own,) = read(CASES, said).contributions
    assert (own.awpu, own.top_up, own.printed) == (Decimal(4404), Decimal(5000), Decimal(4949))
    assert (own.school_days, own.days) == (190, 100)


def test_no_table_of_cases_is_read_as_none() -> None:
    rows = [["School", "Year 7", "Year 8"], ["Ash", "12", "13"], ["Elm", "4", "5"]]
    assert read(rows, "Words.").empty


def test_no_binary_floating_point_in_the_room() -> None:
    for path in (Path(scrutiny.__file__).parent / "families" / "costs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path
            assert not (isinstance(node, ast.Name) and node.id == "float"), path


BANDS: Rows = [
    ["Band", "Share", "2031-32 £", "2032-33 £", "Increase £"],
    ["A", "6/9", "810.60", "850.20", "39.60"],
    ["B", "7/9", "945.70", "991.90", "46.20"],
    ["C", "8/9", "1,080.80", "1,133.60", "52.80"],
]  # fmt: skip
PLAIN = "The levy rises by 4.9 % next year, which is £52.80 for a home of the third kind."
OF_PLACES = "Alternative provision: what each placement cost the high needs block (£)."


@pytest.mark.parametrize("texts", [(PLAIN,), (PLAIN, PLAIN, OF_PLACES)])
def test_letters_are_no_cases_where_nothing_speaks_of_placements(texts: tuple[str, ...]) -> None:
    table = placed(BANDS)
    assert find_cost_report((table.table,), (), table.quote, texts).empty


@pytest.mark.parametrize("year", ["{} £", "Weekly rate {} £", "Fee per day {} £"])
def test_years_that_no_total_adds_are_no_parts_of_a_cost(year: str) -> None:
    header = ["Case", year.format("2031-32"), year.format("2032-33")]
    table = placed([header, ["A", "810.60", "850.20"], ["B", "945.70", "991.90"]])
    report = find_cost_report((table.table,), (), table.quote, (OF_PLACES,))
    assert not report.case_totals


def test_years_beside_their_change_are_compared_and_not_added() -> None:
    table = placed(BANDS)
    assert find_cost_report((table.table,), (), table.quote, (OF_PLACES,)).case_totals == ()


def lines_of(rows: Rows, *said: str) -> list[tuple[str, str, str | None]]:
    return [(str(line.printed), str(line.recomputed), line.method) for line in read(rows, *said).lines]


def test_a_price_before_the_amount_is_given_and_one_behind_it_is_worked_out() -> None:
    given_rate = [["Pupil", "Days", "Daily rate £", "Cost £"], ["1", "114", "92.50", "10,545.00"],
                  ["2", "78", "92.50", "7,215.00"], ["3", "152", "118.00", "18,836.00"], ["4", "60", "74.25", "4,455.00"],
                  ["Total", "404", "", "40,151.00"]]  # fmt: skip
    assert ("18,836.00", "17936.00", "days x rate") in lines_of(given_rate)
    divided = [["Centre", "Places", "Cost £", "Cost per place £"], ["Upper", "38", "742,900", "19,550"],
               ["Lower", "17", "138,805", "8,165"], ["Mill", "12", "93,000", "7,750"]]  # fmt: skip
    assert ("19,550", "19550.00", "cost / places") in lines_of(divided)


SAVED: Rows = [
    ["Saving", "2031-32 target £000s", "Forecast £000s", "Total £000s"],
    ["Fewer placements out of the county", "-400.0", "-100.0", "-500.0"],
    ["Lower top-ups for pupils", "-250.0", "0.0", "-250.0"],
]


def test_a_table_of_savings_is_left_out_and_counted() -> None:
    table = placed(SAVED, None)
    report = find_cost_report((table.table,), (), table.quote)
    assert (report.lines, report.left_out) == ((), 1)


@pytest.mark.parametrize(
    "head", [["Placement", "Cost £000s", "Saving £000s", "Total £000s"], ["Saving on", "Cost £", "Less £", "Total £"]]
)
def test_a_saving_beside_a_cost_leaves_a_table_of_costs(head: list[str]) -> None:
    table = placed([head, *SAVED[1:]], None)
    assert find_cost_report((table.table,), (), table.quote).left_out == 0


def test_figures_in_thousands_are_given_in_pounds_and_the_unit_is_said() -> None:
    rows = [["Placements", "2031-32 £000s", "2032-33 £000s"], ["Day places", "120.4", "130.3"],
            ["Night places", "80.4", "70.0"], ["Other places", "50.4", "50.1"],
            ["Total", "251.3", "250.4"]]  # fmt: skip
    table = placed(rows, "Cost of placements")
    lines = {line.printed: line for line in find_cost_report((table.table,), (), table.quote).lines}
    first, second = lines["251.3"], lines["250.4"]
    assert (first.value, first.recomputed) == (Fraction(251300), Decimal(251300))
    assert first.working == "120.4 + 80.4 + 50.4 = 251.2, which rounded parts may give for 251.3 (all in £000s)"
    assert (second.value, second.working) == (Fraction(250400), "130.3 + 70.0 + 50.1 = 250.4 (all in £000s)")


CUTS: Rows = [
    ["Placements", "2031-32 £000s", "2032-33 £000s", "Total £000s"],
    ["Nursery tuition", "-600.0", "-200.0", "-800.0"],
    ["Harbour outreach", "700.0", "300.0", "1,000.0"],
    ["Total", "100.0", "100.0", "200.0"],
]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Harbour outreach costs £1 million.", True),
        ("Harbour outreach costs £1 million in 2032-33 and the year before.", True),
        ("The library vans cost £1 million.", False),  # the same amount of something else
        ("Harbour outreach cost £1 million in 2027-28.", False),  # in another year
        ("Nursery tuition fell by £0.8 million.", True),
        ("Nursery tuition cost £0.8 million.", False),  # with another sign
    ],
)
def test_a_sentence_tells_a_figure_that_is_about_the_same_thing(said: str, told: bool) -> None:
    table = placed(CUTS, None)
    report = find_cost_report((table.table,), (quote(said),), table.quote)
    assert any(line.quote.text == said for line in report.lines) is told


PAPERS: list[tuple[Rows, tuple[str, ...]]] = [
    (SAVED, ()),
    (CUTS, ("Harbour outreach costs £1 million.", "Nursery tuition fell by £0.8 million.")),
    (CASES, (*RATES, SHARE)),
]


@pytest.mark.parametrize(("rows", "said"), PAPERS)
def test_every_working_comes_to_its_result(rows: Rows, said: tuple[str, ...]) -> None:
    table = placed(rows, "Placements")
    report = find_cost_report((table.table,), tuple(quote(each) for each in said), table.quote)
    for line in report.lines:
        assert_comes_to(line)


def test_an_amount_that_another_price_of_the_paper_gives_is_not_wrong() -> None:
    own = [
        ["Pupil", "Amount £", "Weeks left", "Taken from the school £"],
        ["P1", "5,060", "30", "2,919.23"],
        ["P2", "5,060", "21", "2,043.46"],
        ["P3", "3,780", "17", "1,235.77"],
        ["P4", "5,060", "12", "1,167.69"],
    ]
    again = [
        ["Pupil", "Taken £", "Weeks of the new school", "Weeks before", "Given to the new school £"],
        ["P1", "2,919.23", "14", "30", "1,362.31"],
        ["P2", "2,043.46", "9", "21", "875.77"],
        ["P3", "1,235.77", "11", "17", "799.62"],
    ]
    tables = [placed(own), placed(again)]
    said = (quote("For a pupil of Year 8 the amount is £5,060 x 30/52 = £2,919.23."),)
    report = find_cost_report([table.table for table in tables], said, tables[0].quote)
    assert messages(report) == []
