"""Tables by their method, what does not fit, and what would be if: tables of other papers than those that are scored."""

from decimal import Decimal

import pytest

from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.modelling import FirstYear
from scrutiny.families.costs.naming import what_of
from scrutiny.families.costs.parameters import Pupil
from scrutiny.families.costs.read import find_cost_report
from scrutiny.families.costs.reworking import place_pupil, rework
from tests.checks import Rows, placed, quote

SPLIT: Rows = [
    ["Centre", "Places Apr-Aug", "Funding (5/12) £", "Places Sep-Mar", "Funding (7/12) £", "Year £"],
    ["Total", "102", "510,000", "120", "840,000", "1,350,000"],
    ["Ash Lodge", "48", "240,000", "54", "378,000", "618,000"],
    ["Elm Centre", "36", "180,000", "42", "294,000", "474,000"],
    ["Oak House", "18", "90,000", "24", "168,000", "258,000"],
]  # fmt: skip
PRICE = "A place is funded at £12,000 for a full year."
DEDUCTIONS: Rows = [
    ["", "Pupil A", "Pupil B", "Pupil C", "All"], ["AWPU £", "4,900", "5,600", "4,900", ""],
    ["Weeks left", "20", "31", "9", ""], ["Deduction £", "(1,885)", "(3,338)", "(848)", "(6,071)"],
]  # fmt: skip


def read(rows: Rows, *said: str, caption: str | None = None) -> CostReport:
    table = placed(rows, caption)
    return find_cost_report((table.table,), tuple(quote(each) for each in said), table.quote)


def given(report: CostReport) -> dict[str, tuple[str, str | None]]:
    return {line.printed: (str(line.recomputed), line.method) for line in report.lines}


def test_places_with_two_prices_of_the_year_and_the_total_first() -> None:
    found = given(read(SPLIT, PRICE))
    assert found["378,000"] == ("378000.00", "places x price x 7/12 of the year")
    assert found["840,000"][0] == "840000.00"
    assert found["1,350,000"] == ("1350000.00", "sum")


def test_a_wrong_part_is_named_and_its_totals_are_right() -> None:
    rows = [list(row) for row in SPLIT]
    rows[3][4] = "249,000"
    report = read(rows, PRICE)
    (finding,) = report.findings
    assert (finding.printed, finding.expected) == ("249,000", "294,000")
    found = given(report)
    assert (found["249,000"][0], found["474,000"][0], found["840,000"][0]) == ("294000.00", "474000.00", "840000.00")


def test_what_is_worked_out_in_a_sentence() -> None:
    rows = [["Placement", "Weekly fee £", "Weeks", "Cost £"], ["A", "1,213", "38", "46,094"],
            ["B", "990", "38", "37,620"], ["Total", "", "", "83,714"]]  # fmt: skip
    found = given(read(rows, "The budget is £80,000 and an overspend of £3,714 is forecast."))
    assert found["£3,714"] == ("3714.00", "difference")
    assert "£80,000" not in found
    assert "£3,600" not in given(read(rows, "Of £80,114 a sum of £3,600 was for transport."))  # by chance
    half = read(rows, "The health board pays half of the cost.", "Its share comes to £41,857.")
    assert given(half)["£41,857"] == ("41857.00", "amount x part")
    net = read(rows, "After a grant of £12,500 the net cost is £71,214, or £5,934.50 for each of 12 weeks.")
    assert (given(net)["£71,214"][1], given(net)["£5,934.50"][1]) == ("difference", "amount / number")


def test_a_cost_for_each_night() -> None:
    rows = [["House", "Nights used", "Running cost", "Cost per night"], ["Elm", "1,310", "£812,400", "£620.15"],
            ["Oak", "1,502", "£931,240", "£620.00"], ["Ash", "1,025", "£651,900", "£646.00"]]  # fmt: skip
    assert given(read(rows))["£646.00"] == ("636.00", "cost / places")


def test_weeks_of_a_year_that_is_told_behind_them() -> None:
    rows = [["Case", "AWPU £", "Weeks left", "Paid £"], ["A", "4,690", "26", "3,126.67"], ["B", "5,286", "13", "1,762.00"],
            ["C", "4,690", "31", "3,728.85"], ["D", "5,286", "30", "4,066.15"]]  # fmt: skip
    found = given(read(rows, "The part of the year that is left is counted in school weeks of 39."))
    assert found["3,728.85"] == ("3727.95", "weeks x rate x 1/39")


def test_cases_as_columns_and_deductions_in_brackets() -> None:
    report = read(DEDUCTIONS)
    assert [line.recomputed for line in report.lines] == [
        Decimal(-1885), Decimal(-3338), Decimal(-848), Decimal(-6071),  # in whole pounds, as they are printed
    ]  # fmt: skip
    assert {(line.what, line.case) for line in report.lines} == {
        *(("Deduction £", f"Pupil {name}") for name in "ABC"), ("All", "Deduction £"),
    }  # fmt: skip
    assert not report.findings


def test_amounts_that_are_rounded_before_they_are_added_are_whole() -> None:
    rounded = "Each deduction is taken to the nearest pound before it is added to the others."
    assert [str(line.recomputed) for line in read(DEDUCTIONS, rounded).lines][:3] == ["-1885", "-3338", "-848"]


def test_figures_that_no_method_explains_get_no_figure_of_our_own() -> None:
    rows = [["Centre", "Places", "Cost £"], ["Ash Lodge", "12", "113,417"], ["Elm Centre", "31", "97,220"]]
    assert [line for line in read(rows).lines if line.recomputed is not None] == []


def test_a_lone_total_that_does_not_add_up_may_have_a_wrong_part() -> None:
    rows = [
        ["Provider", "Cost of places £"],
        ["Ash", "41,210"],
        ["Elm", "17,350"],
        ["Oak", "22,800"],
        ["Total", "83,360"],
    ]
    report = read(rows, "Alternative provision")
    assert [line.recomputed for line in report.lines if line.printed == "83,360"] in ([], [None])
    assert not [finding for finding in report.findings if finding.severity.value == "error"]


@pytest.mark.parametrize(
    ("said", "printed", "right"),
    [
        ("In all £6,071 was recovered.", "£6,071", "6071"),
        ("In all £6,701 was recovered.", "£6,701", "6071"),  # a slip of the total
        ("A grant of £6,710 was paid.", "£6,710", "None"),  # another figure
    ],
)
def test_totals_in_sentences(said: str, printed: str, right: str) -> None:
    found = given(read(DEDUCTIONS, said))
    assert (found.get(printed) or ("None", None))[0].removesuffix(".00") == right


def test_a_changed_price_changes_what_follows_from_it_and_nothing_else() -> None:
    report = read(SPLIT, PRICE)
    changed = {row.name: (row.value, row.base) for row in rework(report.lines, {"price": Decimal(13200)})}
    assert changed["Funding (7/12) £, Ash Lodge"] == (Decimal("415800.00"), Decimal("378000.00"))
    assert changed["Year £, Total"] == (Decimal("1485000.00"), Decimal("1350000.00"))
    one = rework(report.lines, {"places_sep_mar.oak_house": Decimal(36)})
    assert [row.name for row in one] == [
        "Year £, Total", "Funding (7/12) £, Oak House", "Year £, Oak House",
    ]  # fmt: skip
    assert list(rework(report.lines, {})) == []


def test_another_pupil_by_the_papers_own_costs_of_a_year() -> None:
    costs = ["2021/22: £600 x 38 weeks = £22,800.", "2022/23: £620 x 39 weeks = £24,180."]
    rows = [["Pupil", "2021/22 £", "2022/23 £", "Total £"], ["Pupil A (excluded in Yr 10)", "15,200", "24,180", "39,380"],
            ["Pupil B (excluded in Yr 11)", "", "8,060", "8,060"]]  # fmt: skip
    report = read(rows, *costs)
    assert given(report)["15,200"] == ("15200.00", "two thirds of the year's cost")
    assert given(report)["8,060"][0] == "8060.00"
    pupil = Pupil(year_group=10, excluded=2021)
    assert [row.value for row in place_pupil(report, pupil, FirstYear.TERM, 11)] == [
        Decimal("7600.00"), Decimal("24180.00"), Decimal("31780.00"),
    ]  # fmt: skip


def test_an_amount_is_wrong_and_not_the_price_before_it() -> None:
    rows = [["Placements", "2021/22", "2022/23", "2023/24", "2024/25"],
            ["Average fee £", "50,100", "51,300", "54,700", "56,900"], ["Pupils", "11", "14", "13", "17"],
            ["Cost £", "551,100", "718,200", "811,100", "967,300"]]  # fmt: skip
    (finding,) = read(rows).findings
    assert (finding.printed, finding.expected) == ("811,100", "711,100")


def test_shares_that_the_headings_name() -> None:
    rows = [["Placement", "Annual fee £", "Days placed", "Cost £", "Education (30%) £", "Social care (70%) £"],
            ["A", "69,350", "200", "38,000", "11,400", "26,600"], ["B", "54,750", "310", "46,500", "13,950", "32,550"],
            ["C", "83,950", "40", "9,200", "2,670", "6,440"]]  # fmt: skip
    found = given(read(rows))
    assert found["38,000"] == ("38000.00", "days x rate x 1/365")
    assert found["32,550"] == ("32550.00", "rate x 7/10 of the year")
    assert found["2,670"][0] == "2760.00"


def test_a_column_of_shares() -> None:
    rows = [["Placement", "Cost £", "Council's share %", "Paid by the council £"], ["A", "41,200", "45", "18,540"],
            ["B", "28,640", "60", "17,184"], ["C", "35,180", "35", "12,313"]]  # fmt: skip
    assert given(read(rows))["12,313"] == ("12313.00", "share x rate")


def test_a_price_that_was_divided_multiplies_other_places() -> None:
    rows = [["Places", "2021/22", "2022/23", "2023/24"], ["Places funded", "70", "75", "80"],
            ["Budget £", "1,330,000", "1,477,500", "1,632,000"], ["Cost per place £", "19,000", "19,700", "20,400"],
            ["Vacant places", "12", "7", "9"], ["Cost of vacant places £", "228,000", "137,900", "163,600"]]  # fmt: skip
    found = given(read(rows))
    assert found["163,600"][0] == "183600.00"
    assert found["20,400"] == ("20400.00", "cost / places")


def test_a_row_that_is_part_of_another_row_explains_no_amount() -> None:
    """Of weeks and of what is paid by the week, rows are parts of one another; the yearly amounts are not."""
    rows = [["Pupil", "Weeks left", "AWPU £", "Deduction £"], ["1", "25", "4,680", "2,250"],
            ["2", "15", "4,680", "1,350"], ["3", "10", "4,680", "900"]]  # fmt: skip
    assert "4,680" not in given(read(rows, "The school pays 60% or 40% of it."))


def test_the_total_first_and_a_net_cost_last() -> None:
    rows = [["", "Pupil A", "Pupil B", "Pupil C", "All"], ["Total cost £", "31,200", "19,750", "27,460", "78,410"],
            ["Cost 2022/23 £", "10,400", "9,750", "-", "20,150"], ["Cost 2023/24 £", "20,800", "10,000", "27,460", "58,260"],
            ["Less contribution £", "-3,210", "-2,980", "-1,875", "-8,065"],
            ["Net cost £", "27,990", "16,770", "25,585", "70,345"]]  # fmt: skip
    report = read(rows, "Placements of three pupils.")
    assert not report.findings
    assert all(str(line.recomputed).removesuffix(".00") == line.printed.replace(",", "") for line in report.lines)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (
            ("The team costs £180,000.", "At £17,500 for each exclusion it breaks even if 9 exclusions are avoided."),
            None,
        ),
        (("The team costs £180,000 and the hub £40,000.", "At £17,500 each, 11 exclusions must be avoided."), None),
    ],
)
def test_a_break_even_by_the_two_amounts_that_are_named(said: tuple[str, ...], number: int | None) -> None:
    even = read([["Provider", "Cost of places £"], ["Ash", "41,210"], ["Elm", "17,350"]], *said).break_even
    assert (even.exclusions if even is not None else None) == number


def test_a_rate_of_hours_multiplies_a_rate_of_money() -> None:
    rows = [["Provision", "Learners", "Average hours per week", "Weeks", "Hourly rate", "Cost"],
            ["Home", "13", "6", "38", "£43.00", "£127,452"], ["Hospital", "9", "11", "36", "£37.50", "£133,650"],
            ["Online", "21", "14", "31", "£9.25", "£48,304.50"]]  # fmt: skip
    found = given(read(rows, "Tuition of pupils."))
    assert found["£48,304.50"] == ("84304.50", "number x number x weeks x rate")
    assert "6" not in found


COURSES: Rows = [
    ["", "Primary", "Key Stage 3", "Key Stage 4"], ["Charge a week", "£185.00", "£242.50", "£310.00"],
    ["Weeks", "12", "12", "12"], ["Teaching", "£2,220.00", "£2,910.00", "£3,720.00"],
    ["Materials", "nil", "£375.00", "£520.00"], ["Cost of course", "£2,220.00", "£3,385.00", "£4,240.00"],
    ["AWPU", "£3,480.00", "£4,906.00", "£5,530.00"], ["Paid by school", "-£870.00", "-£1,226.50", "-£1,382.50"],
    ["Net cost", "£1,350.00", "£2,058.50", "£2,857.50"],
]  # fmt: skip


def test_a_part_of_the_year_that_the_weeks_undo_explains_nothing() -> None:
    report = read(COURSES, "A course lasts 12 weeks.", "The school pays a quarter of the pupil's AWPU.")
    (finding,) = report.findings
    assert (finding.printed, finding.expected) == ("£3,385.00", "£3,285.00")
    assert [line.recomputed for line in report.lines if line.case == "Charge a week"] == []  # the weeks turned round


def test_a_part_of_a_sum_is_not_worked_out_from_the_sum() -> None:
    rows: Rows = [["Case", "Days", "Cost £", "School £", "Council £"], ["a", "36", "3,470.40", "1,440.00", "2,030.40"],
                  ["b", "40", "3,856.00", "2,480.00", "1,376.00"], ["c", "61", "5,880.40", "2,542.00", "3,400.40"],
                  ["d", "52", "5,012.80", "1,600.00", "3,412.80"], ["e", "19", "1,831.60", "1,178.00", "653.60"],
                  ["Total", "208", "20,051.20", "9,178.00", "10,873.20"]]  # fmt: skip
    report = read(rows, "A place costs £96.40 a day.", "A school pays for 40 days of a placement at most.")
    (finding,) = report.findings
    assert (finding.printed, finding.expected) == ("2,542.00", "2,480.00")


def test_a_price_in_the_sentence_before_its_days() -> None:
    said = ("A place is charged at £97 a day.", "In two terms schools bought 412 days, which brought in £39,964.")
    assert given(read(SPLIT, *said))["£39,964"] == ("39964.00", "number x amount")


def test_a_price_beside_a_cost_that_holds_more_is_not_worked_out_from_it() -> None:
    rows = [["Option", "Places", "Cost per place", "Setting up", "First-year cost"],
            ["Own", "30", "£16,000", "£60,000", "£540,000"], ["Bought", "30", "£17,500", "£0", "£525,000"],
            ["Mixed", "30", "£16,600", "£30,000", "£528,000"]]  # fmt: skip
    found = read(rows, caption="Options for provision")
    assert [(line.printed, line.difference) for line in found.lines] == [("£17,500", Decimal(0))]
    assert found.unused == 7


def test_a_year_of_39_weeks_is_not_one_of_52() -> None:
    rows = [["Key stage", "AWPU £", "Premium £", "Year £", "Weeks left", "Contribution £"],
            ["KS3", "4,810", "845", "5,655", "26", "3,770.00"],
            ["KS4", "5,200", "845", "6,045", "13", "2,015.00"]]  # fmt: skip
    methods = [line.method for line in read(rows).lines]
    assert "weeks x (sum of rates) x 1/39" in methods
    assert not [method for method in methods if method and "52" in method]


def test_every_amount_of_a_table_is_given_and_bears_what_the_paper_prints_for_it() -> None:
    about = "The weekly rate of home tuition is £412 for an excluded pupil."
    for heading, *figures in (
        ("AWPU", "Top-up", "AWPU + top-up", "£4,100", "£7,300", "£11,400"),
        ("Budget", "Forecast", "Outturn", "£9,120", "£8,451", "£10,037"),
        ("Day rate", "Weekly rate", "Cost of a place", "£74", "£391", "£15,208"),
    ):
        headings, amounts = [heading, *figures[:2]], figures[2:]
        report = read([["Placement", *headings], ["Band C", *amounts]], about)
        given_ = {line.printed: (line.what, line.case) for line in (*report.lines, *report.printed)}
        for name, amount in zip(headings, amounts, strict=True):
            assert given_[amount] == (name, "Band C")
        assert "£412" not in given_  # a sentence without a working is no line


def test_an_average_cost_in_the_row_of_totals_is_no_total() -> None:
    assert what_of("Average cost of a pupil") == "cost per place"
