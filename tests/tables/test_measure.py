"""Room `tables`: units, roles, totals, hidden figures of a measure table."""

from decimal import Decimal

import pytest

from scrutiny.tables.around import caption_of_all
from scrutiny.tables.hidden import find_contradictions, find_disclosures
from scrutiny.tables.legends import on_rounding_everywhere
from scrutiny.tables.measure import Axis, MeasureTable, measure_table
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Period, Role, find_period, find_role, names_statistic, run_on
from scrutiny.tables.units import UnitKind, find_unit
from tests.checks import Rows, placed


def measured(rows: Rows, caption: str | None = None, text: str = "") -> MeasureTable:
    return measure_table(placed(rows, caption).table, text)


@pytest.mark.parametrize(
    ("text", "kind", "scale"),
    [
        ("Budget £000", UnitKind.MONEY, 3),
        ("Outturn (£m)", UnitKind.MONEY, 6),
        ("£’m", UnitKind.MONEY, 6),
        ("Estimate £'m", UnitKind.MONEY, 6),
        ("England (£bn)", UnitKind.MONEY, 9),
        ("Spending £,000", UnitKind.MONEY, 3),
        ("Outturn £(000)", UnitKind.MONEY, 3),
        ("Fares, £ in thousands", UnitKind.MONEY, 3),
        ("Grants in thousands of pounds", UnitKind.MONEY, 3),
        ("Ticket income（000's）", UnitKind.MONEY, 3),
        ("[Thousands]", UnitKind.MONEY, 3),  # of whatever the table counts
        ("Income ($m)", UnitKind.MONEY, 6),
        ("Visitors (000s)", UnitKind.MONEY, 3),
        ("Number of visits (000s)", UnitKind.COUNT, 3),
        ("Pupils (m)", UnitKind.COUNT, 0),
        ("Boys (M)", UnitKind.COUNT, 0),
        ("Spending (m)", UnitKind.MONEY, 6),
        ("Pupils, in hundreds", UnitKind.COUNT, 2),
        ("Homes built in the 2000s", UnitKind.COUNT, 0),  # a decade
        ("Trees lost in thousands of gardens", UnitKind.UNKNOWN, 0),  # prose
        ("Number of homes for 1,000", UnitKind.COUNT, 0),
        ("Cost £", UnitKind.MONEY, 0),
        ("% of pupils", UnitKind.PERCENT, 0),
        ("Change, percentage points", UnitKind.POINTS, 0),
        ("Rate per 1,000", UnitKind.RATE, 0),
        ("Cost of a place £", UnitKind.RATE, 0),  # a price is not added
        ("Days lost", UnitKind.DAYS, 0),
        ("Number of pupils", UnitKind.COUNT, 0),
        ("Exclusions of 5 days or fewer", UnitKind.COUNT, 0),  # of a figure
        ("Exclusions by sector and session", UnitKind.COUNT, 0),  # a Scottish school year
        ("PP Assault of a pupil", UnitKind.COUNT, 0),  # the code of a reason
        ("Change (pp)", UnitKind.POINTS, 0),
        ("Business Rate Reserve", UnitKind.UNKNOWN, 0),  # no rate
        ("and have increased by 28%.", UnitKind.UNKNOWN, 0),  # a figure's own sign
    ],
)
def test_units_of_words(text: str, kind: UnitKind, scale: int) -> None:
    unit = find_unit(text)
    assert (unit.kind, unit.scale) == (kind, scale)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2021/22", Role.PERIOD), ("Autumn 2023", Role.PERIOD), ("Year 7", Role.GROUP), ("Key Stage 3", Role.GROUP),
        ("Northgate School", Role.PLACE), ("All schools", Role.TOTAL), ("Grand total", Role.TOTAL), ("Case 3", Role.CASE),
        ("Budget", Role.MEASURE), ("Wednesday club", Role.UNKNOWN), ("16 Total individual projects", Role.TOTAL),
        ("All Saints Primary", Role.PLACE), ("All Hallows School", Role.PLACE), ("All pupils", Role.TOTAL),
        ("All Nations School", Role.PLACE), ("All-through schools", Role.UNKNOWN), ("All primary schools", Role.TOTAL),
    ],
)  # fmt: skip
def test_roles_of_words(text: str, role: Role) -> None:
    assert find_role(text) is role


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("Average", True), ("Max.", True), (" Median ", True), ("Range", True), ("Highest", True),
        ("Range Lane School", False), ("Mean cost", False), ("Mode of travel", False), ("Minster School", False),
        ("Highest needs", False),
    ],
)  # fmt: skip
def test_a_statistic_has_its_name_and_no_more(label: str, is_one: bool) -> None:
    assert names_statistic(label) is is_one


def test_periods() -> None:
    assert find_period("Suspensions 2021/22") == Period(first=2021, last=2022)
    assert find_period("2019/21") is None  # no academic year
    assert find_period("2021/22 and 2022/23") is None


def test_times_follow_one_another_as_they_do_in_their_year() -> None:
    for earlier, later in (
        ("2022/23", "2023/24"), ("31 March 2025", "30 June 2025"), ("Dec 2024/25", "Jan 2024/25"),
        ("Autumn term 2024/25", "Summer term 2024/25"), ("Q1 2025", "Q3 2025"), ("May 2023", "January 2024"),
    ):  # fmt: skip
        one, other = find_period(earlier), find_period(later)
        assert one and other and one.precedes(other) and not other.precedes(one), earlier
    for one, other in (
        (Period(first=2024, part="june"), Period(first=2024, part="quarter 2")), (Period(part="may"), Period(part="june")),
        (Period(first=2024), Period(first=2024, last=2025)), (Period(first=2024), Period(first=2024, part="may")),
    ):  # fmt: skip
        assert not one.precedes(other) and not other.precedes(one), one
    for listed, follow in (
        (("april", "may", "june", "july"), True), (("november", "december", "january"), True), (("quarter 1", "quarter 2"), True),
        (("july", "june", "may"), False), (("march", "september"), False), (("april", "may", "quarter 1"), False),
    ):  # fmt: skip
        assert run_on([Period(part=part) for part in listed]) is follow, listed


def test_a_code_does_not_span_the_total_below_it() -> None:
    rows: Rows = [["Code", "Reason", "2021/22"], ["BU", "Bullying", "10"], ["TH", "Theft", "5"], ["", "All", "15"]]
    assert [line.label for line in measured(rows).rows] == ["BU Bullying", "TH Theft", "All"]
    spanned: Rows = [["Phase", "Sex", "2021/22"], ["Primary", "Boys", "10"], ["", "Girls", "5"], ["", "Total", "15"]]
    assert [line.label for line in measured(spanned).rows] == ["Primary Boys", "Primary Girls", "Primary Total"]


GRID: Rows = [["£000", "2021/22", "2022/23"], ["Homes", "", ""], ["Rent", "10", "21"], ["Repairs", "5", "4"],
              ["Homes total", "16", "25"], ["Roads", "", ""], ["Signs", "7", "8"], ["Lights", "2", "9"],
              ["Roads total", "9", "17"], ["All services", "25", "41"]]  # fmt: skip


def test_a_heading_read_as_a_part_of_the_row_below_it_is_a_section() -> None:
    rows: Rows = [["Area", "2021/22", "2022/23"], ["Removals", "", ""], ["Ash", "12", "15"], ["Elm", "14", "13"]]
    found = measured([*rows, ["Stays away Ash", "40", "42"], ["Elm", "51", "53"], ["Total", "91", "95"]])
    assert [(row.section, row.label) for row in found.rows[2:]] == [
        ("Stays away", "Ash"), ("Stays away", "Elm"), ("Stays away", "Total"),
    ]  # fmt: skip
    found = measured([*rows, ["New Ash", "40", "42"], ["Fir", "51", "53"]])
    assert [(row.section, row.label) for row in found.rows[2:]] == [("Removals", "New Ash"), ("Removals", "Fir")]


def test_sub_totals_are_parts_of_totals() -> None:
    table = measured(GRID)
    sums = [
        (table.rows[each.target].label, [table.rows[part].label for part in each.parts])
        for each in table.down
        if each.kind is RelationKind.SUM
    ]
    assert sums == [
        ("Homes total", ["Rent", "Repairs"]),  # 16 for 10 + 5: rounded thousands
        ("Roads total", ["Signs", "Lights"]),
        ("All services", ["Homes total", "Roads total"]),
    ]
    assert (table.rows[0].section, table.rows[0].labels) == ("Homes", ("Rent",))
    assert table.cells[0][0].interval is not None and table.cells[0][0].interval.high == Decimal("10.5")


def test_pupils_that_are_in_two_groups_count_once_in_the_total() -> None:
    rows = [
        ["Group", "Pupils suspended", "Suspensions"],
        ["Free school meals", "560", "560"],
        ["SEN support", "410", "410"],
        ["Child in need", "95", "95"],
        ["Looked after", "c", "c"],
        ["Total", "1,005", "1,005"],
    ]
    assert {found.total[1] for found in find_contradictions(measured(rows))} == {1}


def test_a_hidden_figure_that_a_total_gives_away() -> None:
    rows = [["School", "Pupils"], ["Ash", "12"], ["Elm", "<5"], ["Oak", "9"], ["All schools", "24"]]
    (found,) = find_disclosures(measured(rows))
    assert (found.place, found.total) == ((1, 0), (3, 0))
    two = [*rows[:3], ["Oak", "<5"], rows[4]]
    assert list(find_disclosures(measured(two))) == []


def test_a_total_that_the_marks_cannot_give() -> None:
    rows = [["Need", "Boys", "Girls"], ["Speech", "40", "20"], ["Autism", "<5", "9"], ["Other", "30", "6"],
            ["All", "90", "35"]]  # fmt: skip
    (found,) = find_contradictions(measured(rows))
    assert (found.total, found.between.low, found.between.high, found.proven) == (
        (3, 0),
        Decimal(70),
        Decimal(74),
        True,
    )


def test_the_legend_bounds_a_mark() -> None:
    rows = [["School", "Boys", "Girls"], ["Ash", "c", "7"], ["Elm", "8", "5"], ["Oak", "9", "6"], ["All", "20", "18"]]
    table = measured(rows, text="c: a number from 1 to 4")
    interval = table.cells[0][0].interval
    assert interval is not None and (interval.low, interval.high) == (Decimal(1), Decimal(4))


def test_a_caption_that_names_a_count_and_a_time_gives_no_column_its_unit() -> None:
    rows: Rows = [["Term", "2031/32", "Change"], ["Autumn", "210", "4"], ["Spring", "266", "9"]]
    kinds = {
        caption: measured(rows, caption).cells[0][0].unit.kind
        for caption in (
            "Suspensions and days lost by term",
            "Days lost to suspensions",
            "Suspensions of more than 5 days",
        )
    }
    assert list(kinds.values()) == [UnitKind.UNKNOWN, UnitKind.DAYS, UnitKind.COUNT]


def test_a_total_of_costs_is_the_sum_below_columns_of_other_units() -> None:
    rows: Rows = [["Centre", "No of places", "Cost per place £", "Total £"], ["Places", "30", "10,000", "300,000"],
                  ["Top up", "24", "12,150", "291,600"], ["Grant", "", "", "18,450"], ["Total", "", "", "610,050"]]  # fmt: skip
    (total,) = [each for each in measured(rows).relations(Axis.DOWN) if each.kind is RelationKind.SUM]
    assert (total.target, total.parts) == (4 - 1, (0, 1, 2))


def test_what_is_multiplied_is_no_part_of_what_is_added() -> None:
    rows: Rows = [["Route", "Days", "Fare a day", "Fares £", "Escort a day", "Escorts £", "Total £"],
                  ["R1", "72", "64.50", "4,644.00", "38.00", "2,736.00", "7,380.00"],
                  ["R2", "61", "48.00", "2,928.00", "41.00", "2,501.00", "5,429.00"],
                  ["R3", "55", "81.25", "4,468.75", "38.00", "2,090.00", "6,558.75"]]  # fmt: skip
    sums = [each for each in measured(rows).relations(Axis.ACROSS) if each.kind is RelationKind.SUM]
    assert [(each.target, each.parts) for each in sums] == [(5, (2, 4))]


def relations_of(rows: Rows, axis: Axis, caption: str | None = None) -> set[tuple[str, str, tuple[str, ...]]]:
    table = measured(rows, caption)
    lines = table.lines(axis)
    return {
        (each.kind.value, lines[each.target].label, tuple(lines[part].label for part in each.parts))
        for each in table.relations(axis)
    }


RATED: Rows = [
    ["Exclusions", "2018/19", "2020/21", "2022/23"],
    ["Temporary", "613", "287", "534"],
    ["Removed from the register", "4", "1", "2"],
    ["All exclusions", "617", "288", "536"],
    ["Roll", "22,410", "22,385", "22,190"],
    ["Rate", "27.5", "12.9", "24.2"],
]  # fmt: skip


def test_a_caption_that_says_per_how_many_says_it_of_the_line_called_a_rate() -> None:
    """Else every count of the table is a rate, nothing adds up, and the roll is worked out from the rate."""
    table = measured(RATED, "The rate is per 1,000 pupils.")
    assert [row[0].unit.kind is UnitKind.RATE for row in table.cells] == [False, False, False, False, True]
    assert table.cells[4][0].unit.per == 1000
    found = relations_of(RATED, Axis.DOWN, "The rate is per 1,000 pupils.")
    assert ("sum", "All exclusions", ("Temporary", "Removed from the register")) in found
    assert ("quotient", "Rate", ("All exclusions", "Roll")) in found
    assert not any(target == "Roll" for _, target, _ in found)


def test_without_a_line_called_a_rate_every_figure_is_one() -> None:
    table = measured([row for row in RATED if row[0] not in ("Rate", "Roll")], "Rates per 1,000 pupils")
    assert {cell.unit.kind for row in table.cells for cell in row} == {UnitKind.RATE}


def test_a_gap_is_worked_out_though_it_and_the_plan_add_to_the_forecast() -> None:
    rows: Rows = [
        ["Year", "Forecast £", "Plan £", "Gap £"], ["2022/23", "412,360", "390,000", "22,360"],
        ["2023/24", "455,912", "410,000", "45,912"], ["2024/25", "503,148", "425,000", "78,148"],
        ["2025/26", "561,207", "440,000", "121,207"],
    ]  # fmt: skip
    assert relations_of(rows, Axis.ACROSS) == {("change", "Gap £", ("Forecast £", "Plan £"))}
    named = [["Year", "All pupils", "Boys", "Girls"], *([row[0], *row[1:]] for row in rows[1:])]
    assert ("sum", "All pupils", ("Boys", "Girls")) in relations_of(named, Axis.ACROSS)


def test_lines_that_say_of_which_are_the_parts_of_the_line_above_where_they_are_all_of_it() -> None:
    rows: Rows = [
        ["", "2016/17", "2018/19", "2020/21", "2022/23"], ["Cases", "731", "648", "302", "577"],
        ["Of which: temporary", "728", "643", "301", "571"], ["Of which: removed", "3", "5", "1", "6"],
    ]  # fmt: skip
    assert ("sum", "Cases", ("Of which: temporary", "Of which: removed")) in relations_of(rows, Axis.DOWN)
    some = [
        rows[0],
        rows[1],
        ["Of which: boys", "540", "471", "219", "402"],
        ["Of which: in care", "88", "91", "37", "70"],
    ]
    assert relations_of(some, Axis.DOWN) == set()


@pytest.mark.parametrize(
    ("note", "excused"),
    [
        ("Figures may not sum due to rounding.", True),
        ("A well-rounded offer could vary by school.", False),
        ("Components can differ slightly from the totals, as each of them was rounded by itself.", True),
        ("Because numbers are rounded, columns will not always add to the total shown.", True),
        ("Totals do not necessarily equal their parts; every one is rounded.", False),  # two sentences
        ("The sums might not cast since entries were rounded.", True),
        ("There are small discrepancies, caused by rounding to the nearest pound.", True),
        ("Shares may be out by one because of rounding.", True),
        ("Subject to rounding.", True),
        ("A second round of bids may not add to the fund.", False),
        ("The total may not match the plan. Well-rounded pupils do better.", False),
        ("Prices are rounded up to the next pound.", False),
        ("The grounds surrounding it do not total an acre.", False),
    ],
)
def test_what_a_page_says_of_rounding(note: str, excused: bool) -> None:
    assert (
        measured([["Area", "Cases"], ["Ash", "3"], ["Elm", "4"], ["Total", "7"]], text=note).legend.rounding is excused
    )


def test_what_holds_for_every_page_is_told_from_what_holds_for_one() -> None:
    everywhere = "Throughout this report, totals may not sum because of rounding"
    pages = ["An opening. ", f"{everywhere}. More of it.", "Here figures may not sum due to rounding."]
    assert on_rounding_everywhere(pages) == everywhere


@pytest.mark.parametrize("corner", ["Area", "Area [in thousands]", "Area (000s)"])
def test_a_count_in_thousands_was_rounded(corner: str) -> None:
    rows: Rows = [[corner, "Number of visits"], ["Ash", "31"], ["Elm", "40"], ["Total", "72"]]
    interval = measured(rows).at((0, 0)).interval
    assert interval is not None
    assert interval.low == (31 if corner == "Area" else Decimal("30.5"))


SPENDING: Rows = [
    ["Scheme", "2026/27 £", "2027/28 £", "2028/29 £"],
    ["Station lifts", "410,000", "725,000", "38,500"],
    ["Travel behaviour change", "65,000", "31,250", "18,400"],
    ["Minimum revenue provision", "12,300", "14,700", "15,900"],
    ["Bus lanes", "903,000", "12,000", "77,100"],
    ["Total", "1,390,300", "782,950", "149,900"],
]


def test_a_line_that_words_keep_out_is_a_part_where_the_figures_show_it() -> None:
    (total,) = [each for each in measured(SPENDING).relations(Axis.DOWN) if each.kind is RelationKind.SUM]
    assert (total.parts, total.labelled, total.failed) == ((0, 1, 2, 3), True, 0)
    rows: Rows = [["", "£000", "£000", "£000"], ["Growth", "117", "1,245", "905"], ["Savings", "-416", "-883", "-72"],
                  ["Net change", "-299", "362", "833"]]  # fmt: skip
    assert ("sum", "Net change", ("Growth", "Savings")) in relations_of(rows, Axis.DOWN)


@pytest.mark.parametrize(
    "row",
    [
        ["Change", "-58,000", "9,750", "20,300"],
        ["Average", "437,333", "251,416", "44,666"],
        ["of which loans", "65,000", "31,250", "18,400"],
        ["Target", "1,500,000", "900,000", "150,000"],
    ],
)
def test_what_the_total_holds_without_it_stays_out_of_it(row: list[str]) -> None:
    stops = ["Bus stops", "12,300", "14,700", "15,900"]
    rows = [*SPENDING[:2], row, stops, SPENDING[4], ["Total", "1,325,300", "751,700", "131,500"]]
    assert {each for each in relations_of(rows, Axis.DOWN) if each[0] == "sum"} == {
        ("sum", "Total", ("Station lifts", "Bus stops", "Bus lanes"))
    }


def test_quarters_with_a_whole_number_among_broken_ones_are_no_rates() -> None:
    rows: Rows = [["", "Q1", "Q2", "Total"], ["2021", "34.7", "44.5", "79.2"], ["2022", "58.1", "96.5", "154.6"],
                  ["2023", "21.3", "106", "127.3"], ["2024", "18.9", "62", "80.9"]]  # fmt: skip
    assert ("sum", "Total", ("Q1", "Q2")) in relations_of(rows, Axis.ACROSS)


def test_day_care_is_no_unit_of_time_and_a_fare_a_day_is_a_rate() -> None:
    kinds = [find_unit(text).kind for text in ("Day care", "Days lost", "Fare a day", "More than half a day a week")]
    assert kinds == [UnitKind.UNKNOWN, UnitKind.DAYS, UnitKind.RATE, UnitKind.RATE]


def test_a_change_is_from_the_first_of_ten_years_to_the_last() -> None:
    years = ["2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"]
    rows: Rows = [["", *years, "Chg"],
                  ["North", "412", "430", "427", "466", "481", "502", "498", "517", "540", "563", "151"],
                  ["South", "308", "297", "281", "290", "266", "259", "243", "240", "221", "214", "-94"],
                  ["East", "755", "761", "802", "799", "846", "871", "880", "912", "903", "951", "196"]]  # fmt: skip
    assert ("change", "Chg", ("2023", "2014")) in relations_of(rows, Axis.ACROSS)


def test_the_line_of_headings_above_a_table_is_no_unit_of_all_its_figures() -> None:
    """Rows far apart: the headings stand outside the table, as a caption would."""
    headings = "2030/31 2031/32 2032/33 a week £000 visit (£)"
    assert caption_of_all(headings, ["", "", ""]) == ""
    assert caption_of_all(headings, ["", "2030/31", "2031/32"]) == headings
    assert caption_of_all("Spending of the harbours, £000", ["", ""]) == "Spending of the harbours, £000"
    assert caption_of_all(None, ["", ""]) == ""


def test_broken_numbers_add_up_where_the_last_row_shows_it() -> None:
    """No word calls the last row a total; two columns show it, and make a third, nearly right one, a column of them too."""
    rows = [
        ["Class", "Length", "Good", "Fair", "Poor", "Cost each"], ["A", "186", "128.3", "50.2", "7.5", "12.4"],
        ["B", "142", "88.0", "44.1", "9.9", "13.1"], ["C", "418", "230.0", "138.1", "49.9", "11.6"],
        ["Whole", "746", "464.3", "232.4", "67.3", "12.2"],
    ]  # fmt: skip
    table = measured(rows)
    assert [cell.unit.adds for cell in table.cells[0]] == [True, True, True, True, False]
    assert [relation.failed for relation in table.relations(Axis.DOWN) if relation.kind is RelationKind.SUM] == [1]
    means = [[*row[:2], *(["12.9", "13.4"][at % 2] for at in range(4))] for row in rows[1:]]
    assert not any(cell.unit.adds for cell in measured([rows[0], *means]).cells[0][1:])
