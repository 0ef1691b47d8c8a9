"""Tables against themselves: what is wrong is found, what is right or cannot be known is left."""

import pytest

from scrutiny.checks import Check, Checked, Status
from scrutiny.checks.ratings import check_against_targets, check_key, check_ratings, find_tolerance
from tests.checks import Rows, check_tables, paragraph, placed, quote

PANEL: Rows = [["Panel", "Cases", "Credits", "PEX"], ["Ash", "12", "10.5", "1"], ["Elm", "7", "3", "0"],
               ["Oak", "9", "4.5", "2"], ["Total", "28", "18", "3"]]  # fmt: skip
REQUESTS: Rows = [["Requests", "2020", "2021", "% change"], ["Early years", "131", "152", "+16%"],
                  ["Key Stage 1", "118", "137", "+16%"], ["Post-16", "12", "19", "+58%"],
                  ["Total", "261", "308", "+18%"]]  # fmt: skip


def changed(rows: Rows, row: int, column: int, text: str) -> Rows:
    return [[text if (r, c) == (row, column) else cell for c, cell in enumerate(line)] for r, line in enumerate(rows)]


def wrong(rows: Rows) -> list[tuple[str, Status, str, str | None]]:
    return [(each.check, each.status, each.printed, each.expected) for each in found(rows) if each.finding]


def found(rows: Rows) -> list[Checked]:
    return list(check_tables([placed(rows)]))


def test_sound_tables_are_proven() -> None:
    for rows in (PANEL, REQUESTS):
        assert {each.status for each in found(rows)} == {Status.OK}


def test_a_wrong_total_is_borne_out_by_the_other_columns() -> None:
    assert wrong(changed(PANEL, 4, 2, "33")) == [(Check.COLUMN_TOTALS, Status.ERROR, "33", "18")]
    (finding,) = [each.finding for each in found(changed(PANEL, 4, 2, "33")) if each.finding]
    assert finding.message == "Total, Credits: printed 33, 10.5 + 3 + 4.5 = 18 (15 too much)"


@pytest.mark.parametrize("total", ["426", "321", "500"])
def test_a_total_among_its_parts_is_wrong_where_its_row_does_not_add_up_either(total: str) -> None:
    rows = [["Hub", "April", "May", "Total"], ["Bay", "426", "62", "488"], ["Hop", "321", "31", "352"],
            ["Rye", "180", "44", "224"], ["All", total, "137", "1,064"]]  # fmt: skip
    assert wrong(rows) == [(Check.COLUMN_TOTALS, Status.ERROR, total, "927")]


def test_the_change_of_a_quotient_is_no_quotient_of_changes() -> None:
    rows = [
        ["", "2022/23", "2023/24", "Change"], ["Pupils", "212", "240", "28"], ["Cost £000", "4,890", "5,273", "383"],
        ["Cost per pupil £", "23,066", "21,971", "-1,095"],
    ]  # fmt: skip
    assert wrong(rows) == []


def test_a_total_of_something_else_is_left() -> None:
    rows = [["Fund", "Value"], ["Ash", "12"], ["Elm", "7"], ["Total", "904"]]
    assert wrong(rows) == []
    assert [each.status for each in found(rows)] == [Status.NOT_CHECKABLE]
    named = [
        ["Group", "2020"],
        ["Year 9", "4"],
        ["Year 10", "5"],
        ["Key Stage 3 total", "4"],
        ["Key Stage 4 total", "5"],
    ]
    assert wrong(named) == []


def test_a_slip_in_a_lone_total_is_found() -> None:
    rows = [
        ["Case", "Cost £"],
        ["A", "95,000"],
        ["B", "75,525"],
        ["C", "55,100"],
        ["D", "32,300"],
        ["Total", "257,952"],
    ]
    assert wrong(rows) == [(Check.COLUMN_TOTALS, Status.ERROR, "257,952", "257,925")]


@pytest.mark.parametrize("later", [("350", "0"), ("350", "20"), ("0", "350")])
def test_a_row_with_figures_where_the_others_have_none_is_left(later: tuple[str, str]) -> None:
    """A programme over more years than the page holds: the other schemes end before."""
    rows: Rows = [["Scheme", "Total cost", "Year 1", "Year 2", "Year 3", "Year 4"],
                  ["Ash Lane", "600", "400", "200", "0", "0"], ["Elm Road", "910", "310", "600", "0", "0"],
                  ["Oak Hill", "505", "500", "5", "0", "0"], ["Beech Way", "735", "35", "700", "0", "0"],
                  ["Yew Bypass", "990", "300", "200", *later]]  # fmt: skip
    assert wrong(rows) == []
    ends_before = [*rows[:5], ["Yew Bypass", "571", "308", "209", "0", "0"]]
    assert wrong(ends_before) == [(Check.ROW_TOTALS, Status.ERROR, "571", "517")]


def test_a_table_headed_by_figures_is_left() -> None:
    """The row of pupils was taken for the headings: the shares of the last row are of it, and not of the next row."""
    rows: Rows = [["Ash catchment", "192", "257", "225", "234", "228"], ["reduced", "188", "252", "220", "229", "223"],
                  ["Eligible", "37", "61", "62", "70", "65"], ["% eligible", "19%", "24%", "28%", "30%", "29%"],
                  ["Places", "220", "220", "220", "220", "220"]]  # fmt: skip
    assert wrong(rows) == []
    assert wrong([["Area", "2021", "2022", "2023", "2024", "2025"], *changed(rows, 3, 1, "91%")]) == [
        (Check.SHARES, Status.ERROR, "91%", "19.3%")
    ]


def test_a_total_far_from_its_parts_is_left() -> None:
    """Then rows are missing, not a digit: over a page break, in a picture."""
    rows = changed(PANEL, 4, 1, "2,800")
    assert [each.printed for each in found(rows) if each.finding] == []


def test_a_change_cut_off_and_one_that_is_wrong() -> None:
    rows = changed(REQUESTS, 1, 1, "44")
    rows = changed(rows, 1, 2, "72")
    rows = [row for row in rows if row[0] != "Total"]
    assert wrong(changed(rows, 1, 3, "+63%")) == [(Check.CHANGES, Status.WARNING, "+63%", "+63.6%")]
    assert wrong(changed(rows, 1, 3, "+46%")) == [(Check.CHANGES, Status.ERROR, "+46%", "+63.6%")]


def test_a_movement_between_two_balances() -> None:
    rows = [["", "March £m", "Movement £m", "Sept £m"], ["Loans", "456.3", "-23.9", "432.4"],
            ["Banks", "90.0", "0.0", "90.0"], ["Fixed", "9.5", "-1.3", "8.2"], ["Other", "280.1", "32.9", "312.9"]]  # fmt: skip
    assert wrong(rows) == []
    assert wrong(changed(rows, 1, 2, "-29.3")) == [(Check.CHANGES, Status.ERROR, "-29.3", "-23.9")]


def test_a_percentage_worked_out_on_the_wrong_year() -> None:
    rows = [["Panel", "2020", "2021"], ["Received", "26", "21"], ["Agreed", "21", "19"], ["% agreed", "81%", "73%"]]
    assert wrong(rows) == [(Check.SHARES, Status.ERROR, "73%", "90.5%")]
    assert wrong(changed(rows, 3, 2, "90%")) == []
    assert wrong(changed(rows, 3, 2, "90.4%")) == [(Check.SHARES, Status.WARNING, "90.4%", "90.5%")]
    assert wrong(changed(rows, 3, 1, "50%")) == []  # nothing shows what it is the share of


def test_shares_of_a_column_and_of_another_column() -> None:
    rows = [["Outcome", "Pupils", "%"], ["Stayed", "21", "55.3"], ["Moved", "12", "31.6"], ["Left", "5", "13.2"]]
    assert wrong(rows) == []
    assert wrong(changed(rows, 3, 2, "31.2")) == [(Check.SHARES, Status.ERROR, "31.2", "13.2")]
    rates = [["School", "Pupils", "Absent", "% absent"], ["Ash", "120", "6", "5%"], ["Elm", "90", "9", "10%"],
             ["Oak", "80", "20", "25%"]]  # fmt: skip
    assert wrong(rates) == []
    assert wrong(changed(rates, 3, 3, "20%")) == [(Check.SHARES, Status.ERROR, "20%", "25%")]


def test_years_that_do_not_follow() -> None:
    rows = [["Group", "2018/19", "2019/21", "2020/21"], ["Year 7", "1", "2", "3"]]
    assert wrong(rows) == [(Check.YEAR_HEADINGS, Status.WARNING, "2019/21", "2019/20")]
    assert wrong([["Group", "2015/16", "2017/19", "2020/21"], ["Year 7", "1", "2", "3"]]) == []


RATED: Rows = [["Ref", "Latest data", "Target", "Before", "England", "Near"],
               ["17", "5.6", "Tracker", "5.7 (green)", "2.9 (red)", "4.4 (red)"],
               ["31", "62", "Tracker", "59 (green)", "78.4 (red)", "63.0 (amber)"]]  # fmt: skip
KEY = "AMBER Worse than the same quarter (within 2% tolerance) RED (greater than 2%)"


def rated(rows: Rows, key: str = KEY) -> list[tuple[Status, str, str | None]]:
    results = check_ratings(placed(rows), find_tolerance([key]))
    return [(each.status, each.printed, each.expected) for each in results if each.status is not Status.OK]


def test_colours_against_the_printed_key() -> None:
    assert rated(RATED) == []
    assert rated(changed(RATED, 1, 3, "5.2 (amber)")) == [(Status.ERROR, "5.2 (amber)", "red")]
    assert rated(changed(RATED, 2, 4, "78.4 (green)")) == [(Status.ERROR, "78.4 (green)", "red")]


def test_a_colour_that_rounding_allows_is_left() -> None:
    assert rated(changed(RATED, 2, 5, "63 (red)")) == []  # 1.6 % worse as printed, up to 3.1 % unrounded
    assert rated(changed(RATED, 2, 5, "64 (amber)")) == []  # 3.1 % worse as printed, down to 1.6 %


def test_colours_without_a_key_or_a_way_cannot_be_checked() -> None:
    assert {status for status, _, _ in rated(RATED, key="Red, amber and green.")} == {Status.NOT_CHECKABLE}
    one = [RATED[0], ["17", "5.6", "Tracker", "9.0 (amber)", "", ""]]
    assert [status for status, _, _ in rated(one)] == [Status.NOT_CHECKABLE]


def test_a_hidden_part_with_a_bound_bounds_the_total() -> None:
    hidden = changed(PANEL, 2, 1, "<5")
    given_away = (Check.COLUMN_TOTALS, Status.NOTE, "<5", None)  # the one hidden figure can be worked back
    assert wrong(changed(hidden, 4, 1, "24")) == [given_away]
    assert wrong(changed(hidden, 4, 1, "28")) == [(Check.COLUMN_TOTALS, Status.ERROR, "28", "between 22 and 25")]


@pytest.mark.parametrize("hidden", ["*", "c"])
def test_a_hidden_part_cannot_be_checked(hidden: str) -> None:
    results = found(changed(PANEL, 1, 1, hidden))
    assert [each.status for each in results if each.printed == "28"] == [Status.NOT_CHECKABLE]


def test_a_total_far_from_its_parts_is_wrong_where_the_other_columns_prove_it() -> None:
    rows = [["School", "2020", "2021", "2022", "2023"], ["Ash", "12", "77", "31", "14"],
            ["Elm", "25", "18", "42", "36"], ["Oak", "19", "33", "27", "58"],
            ["Total", "56", "68", "100", "108"]]  # fmt: skip
    assert wrong(rows) == [(Check.COLUMN_TOTALS, Status.ERROR, "68", "128")]  # 17 + 18 + 33: the part is the slip


def test_a_line_that_words_keep_out_of_a_lone_total_may_be_a_part_of_it() -> None:
    rows = [["Changes since November", "Amount £"], ["Energy prices", "61,400"], ["Increase in the price of care", "8,000"],
            ["New homes grant", "19,325"], ["Savings put off", "24,600"], ["Total", "113,325"]]  # fmt: skip
    assert wrong(rows) == []


SCHEMES: Rows = [
    ["Scheme", "Year 1 £000", "Year 2 £000", "Total £000"],
    ["Roofs", "417", "96", "513"],
    ["Boilers", "250", "75", "325"],
    ["Windows", "1,480", "248", "1,728"],
    ["Playgrounds", "93", "12", "105"],
    ["Lifts", "42", "0", ""],
    ["Ramps", "66", "8", ""],
    ["Total", "2,348", "439", "2,787"],
]


def test_a_total_that_its_own_row_bears_out_is_not_wrong_and_the_blanks_above_it_are_named() -> None:
    assert wrong(SCHEMES) == [(Check.COLUMN_TOTALS, Status.WARNING, "2,787", "2,671")]
    slip = changed(changed(SCHEMES, 5, 3, "42"), 6, 3, "74")
    assert wrong(changed(slip, 7, 3, "2,878")) == [(Check.ROW_TOTALS, Status.ERROR, "2,878", "2,787")]


def test_columns_without_headings_are_proven_by_many_rows() -> None:
    rows = [["", "", "", ""]]
    rows += [[f"Service {n}", str(137 * n + 41), str(59 * n + 17), str(196 * n + 58)] for n in range(1, 10)]
    assert wrong(rows) == []
    assert wrong(changed(rows, 4, 3, "824")) == [(Check.ROW_TOTALS, Status.ERROR, "824", "842")]


POSTS: Rows = [
    ["Team", "Posts (FTE)", "In post (FTE)", "Vacant (FTE)"],
    ["First response", "64.5", "55.0", "9.5"],
    ["Long-term work", "88.2", "79.6", "8.6"],
    ["Hospital", "21.0", "18.5", "2.5"],
    ["Social work total", "173.7", "153.1", "20.6"],
    ["Play workers", "46.8", "44.3", "2.5"],
    ["Family workers", "30.4", "24.9", "5.5"],
    ["Early help total", "77.2", "69.2", "8.0"],
]


def test_posts_in_parts_are_counted_where_their_totals_add_up() -> None:
    """Broken numbers under a heading that counts are rates, unless their totals are what the rows above add to."""
    assert wrong(POSTS) == []
    assert wrong(changed(POSTS, 7, 2, "63.2")) == [(Check.COLUMN_TOTALS, Status.ERROR, "63.2", "69.2")]


def test_a_column_of_tens_is_rounded_beside_one_that_is_not() -> None:
    """Forecasts rounded to ten, beside counts: their sum may be out by what rounding does."""
    counts = [347, 1318, 583, 1493, 838, 1425, 1232, 925, 7100]
    forecast = [count // 10 * 10 + 40 for count in counts]
    rows = [[f"Area {n}", f"{count}", f"{count + 3 * n}", f"{forecast[n]}"] for n, count in enumerate(counts)]
    total = [f"{sum(int(row[at]) for row in rows)}" for at in (1, 2)]
    table = [["Area", "2022", "2023", "2024"], *rows, ["All areas", *total, f"{sum(forecast) + 10}"]]
    assert wrong(table) == []
    assert [printed for _, _, printed, _ in wrong(changed(table, 10, 3, f"{sum(forecast) + 1000}"))] == ["16580"]


CHARGES: Rows = [
    ["Parish", "Precept £", "Tax base", "Charge £"],
    ["Ashcombe", "41,200", "812.4", "50.71"],
    ["Brindle", "18,650", "402.7", "46.31"],
    ["Colne", "96,300", "1,650.2", "58.36"],
    ["Dray", "7,400", "188.9", "39.17"],
    ["Elsworthy", "52,900", "1,033.5", "51.19"],
    ["Total", "216,450", "4,087.7", "52.95"],
]


def test_a_charge_for_each_is_no_sum_of_charges() -> None:
    """The charge of all follows from their totals as each charge from its own row, to the penny."""
    assert wrong(CHARGES) == []
    assert wrong(changed(CHARGES, 1, 3, "54.71")) == [(Check.SHARES, Status.ERROR, "54.71", "50.71")]


HAULS: Rows = [
    ["Stream", "Tonnes", "Fee £/tonne", "Cost £", "Last year's fee £/tonne"],
    ["Glass", "10,609", "77.00", "816,893", "83.08"],
    ["Paper", "8,666", "38.00", "329,308", "38.05"],
    ["Food", "15,790", "63.00", "994,770", "62.22"],
    ["Weighted average / total", "35,065", "61.06", "2,140,971", ""],
]


def test_a_total_times_an_average_price_is_out_by_its_rounding() -> None:
    assert wrong(HAULS) == []
    assert wrong(changed(HAULS, 1, 3, "861,893")) != []


CLAIMS: Rows = [
    ["Area", "Claims", "Cost £", "Cost a claim £", "Index (all = 100)"],
    ["Ashby", "5", "27,430", "5,486", "89"],
    ["Brook", "163", "1,439,616", "8,832", "143"],
    ["Coldham", "161", "569,135", "3,535", "57"],
    ["All", "329", "2,036,181", "6,189", "100"],
]


def test_a_price_that_follows_in_the_line_of_the_total_is_no_wrong_sum() -> None:
    assert wrong(CLAIMS) == []
    assert wrong(changed(CLAIMS, 4, 2, "2,063,181")) == [(Check.ARITHMETIC, Status.ERROR, "2,063,181", "2,036,181")]


PLACES: Rows = [
    ["School", "Pupils", "Average cost £", "Cost £", "Average cost 2023/24 £"],
    ["Ashby", "105", "24,131", "2,533,755", "25,966"],
    ["Brook", "105", "18,157", "1,906,485", "17,821"],
    ["Coldham", "40", "15,257", "610,280", "16,321"],
    ["Dunning", "160", "2,330", "372,800", "2,355"],
    ["All", "410", "13,228", "5,423,320", ""],
]


def test_the_average_of_another_year_is_not_worked_out_of_this_one() -> None:
    assert wrong(PLACES) == []


SCORES: Rows = [
    ["Measure", "Target", "Actual", "Rating"],
    ["Bills paid in time", "95%", "96.2%", "Green"],
    ["Calls answered", "80%", "77.4%", "Amber"],
    ["Repairs done at once", "88%", "81.3%", "Red"],
    ["Plans decided in time", "85%", "90.1%", "Green"],
    ["Bins emptied", "99%", "98.5%", "Amber"],
]
KEY = "Green: on or above target. Amber: below target by no more than 5 percentage points. Red: further below."


@pytest.mark.parametrize(
    ("row", "colour", "key", "expected"),
    [
        (5, "Red", KEY, "amber"),  # of what has most of all for its target more is better, as the other rows show
        (3, "Amber", KEY, "red"),
        (3, "Green", KEY, "red"),
        (3, "Green", "Amber within five points of its target, red where it lies further away, else green.", "red"),
        (3, "Green", f"{KEY} For all of these a higher figure is better.", "red"),
        (5, "Red", "Green, amber and red are the director's own view of progress to the target.", None),
    ],
)
def test_a_colour_beside_a_figure_and_its_target(row: int, colour: str, key: str, expected: str | None) -> None:
    def alarms(rows: Rows) -> list[tuple[str, str | None]]:
        return [(each.printed, each.expected) for each in check_against_targets(placed(rows), [key]) if each.finding]

    given_up = ["Calls given up", "8%", "16%", "Red"]  # of which less is better
    assert alarms(SCORES) == []
    assert "better" in key or alarms([*SCORES, given_up]) == []
    assert alarms(changed(SCORES, row, 3, colour)) == ([(colour, expected)] if expected else [])


RANKED: Rows = [
    ["Area", "Thefts", "Rank", "Fires", "Rank of fires", "RAG"],
    *([area, f"{at * 11}.2", str(at), f"{90 - at}.1", str(9 - at), colour]
      for at, (area, colour) in enumerate(zip(("Ash", "Bay", "Elm", "Fir", "Hop", "Oak", "Rye", "Yew"), (
          "Green", "Green", "Amber", "Amber", "Amber", "Amber", "Red", "Red"), strict=True), 1)),
]  # fmt: skip


def test_the_figures_that_follow_the_key_are_the_rated_ones() -> None:
    key = paragraph("Key for thefts: Green ranks 1–2, Amber 3–6, Red 7–8.").sentences

    def alarms(rows: Rows) -> list[tuple[str, str | None]]:
        return [(each.printed, each.expected) for each in check_key([placed(rows)], key) if each.finding]

    assert alarms(RANKED) == []
    assert alarms(changed(RANKED, 4, 5, "Red")) == [("Red", "Amber")]


@pytest.mark.parametrize(
    ("months", "found"),
    [(("Q1", "Q2"), ["Green"]), (("2023/24", "Q1", "Q2"), ["Green"]), (("February", "January"), [])],
)
def test_the_latest_of_several_periods_is_rated_where_their_order_is_certain(
    months: tuple[str, ...], found: list[str]
) -> None:
    rows = [[*row[:2], *[row[2]] * len(months), row[3]] for row in changed(SCORES, 3, 3, "Green")]
    rows[0][2:-1] = months
    key = f"{KEY} For all of these a higher figure is better."
    assert [each.printed for each in check_against_targets(placed(rows), [key]) if each.finding] == found


@pytest.mark.parametrize(("column", "slip"), [(3, "351"), (1, "71.50")])
def test_a_price_and_an_amount_that_do_not_agree_are_found_whichever_stands_first(column: int, slip: str) -> None:
    rows: Rows = [
        ["Item", "Rate £", "Number", "Cost £"],
        ["a", "12.50", "40", "500"],
        ["b", "20.00", "31", "620"],
        ["c", "17.50", "18", "315"],
        ["d", "33.00", "27", "891"],
        ["e", "41.00", "13", "533"],
    ]
    assert wrong(rows) == []
    own = wrong(changed(rows, 3, column, slip))
    assert [(check, status) for check, status, _, _ in own] == [(Check.ARITHMETIC, Status.ERROR)]
    assert own[0][2:] == (("351", "315") if column == 3 else ("315", "1,287"))


def test_a_share_beside_two_others_of_its_base_is_of_that() -> None:
    rows: Rows = [
        ["Kind", "Decided", "At once", "%", "Later", "%", "In time", "%", "Granted"],
        ["Sheds", "52", "30", "57.7", "16", "30.8", "46", "88.5", "47"],
        ["Barns", "418", "171", "40.9", "142", "34.0", "313", "74.9", "361"],
        ["Other", "961", "812", "84.5", "64", "6.7", "876", "91.2", "885"],
        ["All", "1,431", "1,013", "70.8", "222", "15.5", "1,235", "86.3", "1,293"],
    ]
    assert wrong(rows) == []
    assert [each[2:] for each in wrong(changed(rows, 2, 7, "78.4"))] == [("78.4", "74.9")]


def test_figures_with_a_plus_sign_are_changes() -> None:
    rows = [["Branch", "2023/24", "2024/25", "%"], ["Elm", "412", "465", "+12.9"], ["Oak", "388", "350", "-9.8"],
            ["Ash", "731", "746", "+2.1"], ["Fir", "564", "641", "+13.7"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[3] for each in wrong(changed(rows, 2, 3, "+9.8"))] == ["-9.8"]


def test_a_share_is_of_the_cell_where_it_is_100_percent() -> None:
    rows = [["Source", "£m", "Share"], ["Grants", "16.4", "41.0%"], ["Receipts", "5.2", "13.0%"], ["Loans", "18.4", "46.0%"],
            ["Total", "40.0", "100.0%"], ["of which received", "11.4", "28.5%"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[3] for each in wrong(changed(rows, 2, 2, "17.0%"))] == ["13.0%"]


def test_a_share_of_the_figure_above_is_left() -> None:
    rows: Rows = [
        ["Measure", "Number", "%"],
        ["Requests", "310", "100%"],
        ["Agreed", "217", "70%"],
        ["Refused", "93", "30%"],
        ["Appeals", "40", "43%"],
    ]
    for head in ([], [["Offers", "96", ""]]):
        table = [rows[0], *head, *rows[1:]]
        assert wrong(table) == []
        assert [each[2] for each in wrong(changed(table, len(table) - 1, 2, "34%"))] == ["34%"]


def test_a_score_is_the_product_of_the_two_grades_before_it() -> None:
    grades = [(4, 5), (3, 4), (4, 4), (3, 3), (2, 3), (3, 5)]
    rows = [["Risk", "Likelihood", "Impact", "Score"]]
    rows += [
        [f"Risk of {at}", str(one), str(two), str(one * two)] for at, (one, two) in zip("abcdef", grades, strict=True)
    ]
    assert wrong(rows) == []
    assert [each[3] for each in wrong(changed(rows, 2, 3, "15"))] == ["12"]


def test_a_total_that_stands_first_shows_that_broken_numbers_are_added() -> None:
    rows = [["Scheme", "Approved", "Moved", "Revised", "%"], ["Total", "33.210", "-4.790", "28.420", "65%"],
            ["Roofs", "18.420", "-4.150", "14.270", "63%"], ["Roads", "7.900", "-0.640", "7.260", "79%"],
            ["Lamps", "6.890", "-", "6.890", "55%"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[2:] for each in wrong(changed(rows, 1, 1, "33.810"))] == [("33.810", "33.210")]


def test_a_penny_may_be_rounding_and_a_net_increase_is_no_total() -> None:
    rows = [["Reason", "£000", "Effect on the charge"], ["Charge before", "6,927", "£201.21"], ["Fewer grants", "(72)", "-£2.09"],
            ["Transfers", "926", "£26.82"], ["Net increase in costs", "854", "£24.72"]]  # fmt: skip
    assert found(rows) == []
    rows[4][0] = "Net cost"
    assert [each for each in wrong(rows) if each[1] is Status.ERROR] == []


def test_a_total_change_is_the_total_of_changes() -> None:
    rows = [["Change", "£m"], ["More from fees", "-11.3"], ["More grants", "-15.8"], ["More from tax", "-22.7"],
            ["Total change in funding", "-49.9"]]  # fmt: skip
    assert [(each.status, each.printed) for each in found(rows)] == [(Status.OK, "-49.9")]


def test_places_that_are_alike_show_one_thing_once() -> None:
    """In the years of steady figures what fits by chance fits again: nothing is called checked for that."""
    steady = [["Town", "2010", "2020", "2030"], ["North", "1,200", "1,600", "2,200"], ["Mill", "14,200", "20,200", "26,000"],
              ["Harbour", "15,500", "21,700", "28,300"], ["Dale", "12,700", "18,300", "23,700"], ["Fell", "19,200", "27,000", "35,100"],
              ["Lake", "14,600", "20,400", "26,400"], ["Ford", "8,900", "12,700", "16,500"]]  # fmt: skip
    assert found(steady) == []
    same = [["Scheme", *(str(year) for year in range(2029, 2035))], ["Repairs £000", *["2,500"] * 6], ["Fees £000", *["650"] * 6],
            ["Roofs £000", *["3,000"] * 6]]  # fmt: skip
    assert found(same) == []


def test_a_balance_is_not_carried_forward_without_figures_between() -> None:
    rows = [["Loans", "April", "New", "Repaid", "March"], ["Fixed", "142.0", "10.0", "6.5", "145.5"], ["Long", "38.6", "4.0", "2.9", "39.7"],
            ["Short", "15.0", "3.1", "5.0", "13.1"], ["Others", "20.0", "45.0", "35.0", "30.0"], ["Net of funds", "87.2", "", "", "88.8"]]  # fmt: skip
    assert wrong(rows) == []


def test_a_total_that_repeats_its_one_figure_is_not_counted_as_checked() -> None:
    """A list with blanks has totals of one figure: that they agree shows nothing."""
    rows = [
        ["Fund", "Opening £000", "Used £000", "Added £000"], ["Roads", "412", "118", ""], ["Parks", "365", "77", ""],
        ["Homes", "298", "64", "51"], ["Total", "1,075", "259", "51"],
    ]  # fmt: skip
    told = {each.printed: str(each.status) for each in check_tables([placed(rows)])}
    assert (told["1,075"], told["259"], told["51"]) == ("ok", "ok", "not-checkable")


def test_what_is_rounded_twice_is_no_error() -> None:
    """Whole numbers without a unit that are one out in every other column were rounded: then two are no error."""
    rows = [
        ["", "", "", ""], ["", "36,177", "36,823", "37,325"], ["", "(6,651)", "(7,320)", "(8,121)"],
        ["", "29,524", "29,504", "29,203"],
    ]  # fmt: skip
    assert [each for each in check_tables([placed(rows)]) if each.status in (Status.ERROR, Status.WARNING)] == []


def test_a_point_for_a_comma_is_told_as_that() -> None:
    rows = [
        ["Team £000", "Budget £000", "Added £000", "Total £000"], ["Roads", "4,201", "21", "4.222"],
        ["Parks", "3,650", "77", "3,727"], ["Homes", "2,980", "51", "3,031"], ["Total", "10,831", "149", "10,980"],
    ]  # fmt: skip
    told = [(str(each.status), each.expected) for each in check_tables([placed(rows)]) if each.finding]
    assert told == [("warning", "4,222")]


HEADS: Rows = [
    ["Heading", "Last year £", "This year £"], ["Crew", "4,120", "4,388"], ["Relief", "515", "467"],
    ["Staff", "4,635", "4,855"], ["Fuel", "742", "803"], ["Mooring", "268", "214"], ["Running", "1,010", "1,017"],
    ["Net cost", "5,645", "5,872"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "text", "blamed"),
    [(2, 1, "551", "4,635"), (6, 2, "1,071", "1,071"), (7, 1, "5,654", "5,654")],
)
def test_sub_totals_without_a_name_are_shown_by_the_total_that_they_make(
    row: int, column: int, text: str, blamed: str
) -> None:
    assert wrong(HEADS) == []
    assert [each[2] for each in wrong(changed(HEADS, row, column, text))] == [blamed]


def test_a_variance_of_percentages_is_in_points_where_the_other_rows_are() -> None:
    rows = [["Measure (%)", "Target", "Actual", "Variance"], ["Trains on time", "85.0", "88.2", "3.2"],
            ["Letters answered", "95.0", "91.6", "-3.4"], ["Lamps lit", "92.0", "94.5", "2.5"],
            ["Bins collected", "99.5", "98.9", "-0.6"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[2:] for each in wrong(changed(rows, 3, 3, "5.2"))] == [("5.2", "2.5")]


def test_what_is_not_printed_as_money_is_no_part_of_a_cost_that_nothing_else_proves() -> None:
    places = [["Item", "Amount"], ["Places", "12"], ["Weekly cost", "£1,240"], ["Travel", "£60"]]
    rent = [["Item", "Amount"], ["Rent", "£1,240"], ["Heat", "60"], ["Food", "212"]]
    assert not any(each.finding for each in check_tables([placed([*places, ["Total cost", "£1,302"]])]))
    assert any(each.finding for each in check_tables([placed([*rent, ["Total cost", "£1,502"]])]))


VISITS: Rows = [
    ["Year", "Total", "Library", "Museum"], ["2018", "412", "301", "111"], ["2019", "425", "309", "116"],
    ["2020", "208", "151", "58"], ["2021", "277", "200", "77"], ["2022", "381", "279", "102"],
    ["2023", "402", "294", "108"],
]  # fmt: skip


@pytest.mark.parametrize("note", ["Totals may differ from their parts because of rounding.", ""])
def test_whole_figures_may_be_rounded_where_the_page_says_that_sums_are_out(note: str) -> None:
    """208 visits are one less than 151 and 58: an error among counts, and none among rounded figures; two are one."""
    assert wrong_on(VISITS, note) == ([] if note else [(Status.ERROR, "208")])
    assert wrong_on(changed(VISITS, 3, 1, "215"), note) == [(Status.ERROR, "215")]


def wrong_on(rows: Rows, note: str) -> list[tuple[Status, str]]:
    checked = check_tables([placed(rows, "Number of visits", note)])
    return [(each.status, each.printed) for each in checked if each.finding]


@pytest.mark.parametrize(
    ("total", "severity"), [("24,600", Status.NOTE), ("24,604", Status.ERROR), ("24,700", Status.ERROR)]
)
def test_a_total_that_is_rounded_to_hundreds_is_no_error(total: str, severity: Status) -> None:
    rows = [["Sex", "2021", "2022", "2023"], ["Men", "11,202", "11,318", "11,411"], ["Women", "12,907", "13,020", "13,192"],
            ["Total", "24,109", "24,338", total]]  # fmt: skip
    assert wrong_on(rows, "") == [(severity, total)]


def test_a_row_without_a_label_may_be_anything() -> None:
    """Farms with fields of both kinds are counted in both rows: nothing says that the third one adds them."""
    rows = [["Farms", "Wheat", "Barley", "Oats"], ["941", "671", "173", "3,315"], ["252", "97", "153", "2,204"],
            ["1,150", "768", "326", "5,519"]]  # fmt: skip
    assert wrong(rows) == []


PARISHES: Rows = [
    ["Parish", "Tax base", "Precept £", "Band D £"], ["Ash", "412.3", "18,500", "44.87"],
    ["Elm", "188.9", "9,200", "48.70"], ["Oak", "605.1", "31,000", "51.23"], ["Total", "1,206.3", "58,700", "48.66"],
]  # fmt: skip


def test_a_total_stands_under_amounts_behind_a_column_that_is_not_added() -> None:
    """The charges are not added up either, whichever of the two is seen to follow from the other."""
    assert wrong(PARISHES) == []
    rates = [["Area", "Rate %", "Cases", "Visits"], ["Ash", "12.4", "31", "250"], ["Elm", "9.8", "44", "449"],
             ["Oak", "15.1", "29", "192"], ["Total", "11.7", "104", "891"]]  # fmt: skip
    assert [each[2] for each in wrong(changed(rates, 4, 3, "819"))] == ["819"]


def test_posts_with_decimals_add_up_in_every_column() -> None:
    posts = [["Team", "Posts", "Filled", "Vacant"], ["Duty", "24.6", "21.1", "3.5"], ["Review", "11.0", "10.4", "0.6"],
             ["Intake", "8.5", "8.5", "0.0"], ["Support", "6.2", "5.0", "1.2"], ["Total", "50.3", "45.0", "5.3"]]  # fmt: skip
    assert wrong(posts) == []
    assert [each[2] for each in wrong(changed(posts, 5, 3, "3.5"))] == ["3.5"]


CASH: Rows = [
    ["£m", "Q1", "Q2", "Q3", "Q4"], ["Opening cash", "31.0", "27.5", "33.1", "29.8"],
    ["Receipts", "88.2", "95.4", "90.6", "84.1"], ["Payments", "(91.7)", "(89.8)", "(93.9)", "(92.6)"],
    ["Closing cash", "27.5", "33.1", "29.8", "21.3"],
]  # fmt: skip


def test_an_account_whose_payments_are_in_brackets_is_added_up() -> None:
    assert wrong(CASH) == []
    assert [each[1:3] for each in wrong(changed(CASH, 4, 3, "28.9"))] == [(Status.ERROR, "28.9")]


def test_what_a_share_is_taken_of_is_added_up() -> None:
    """The share is too coarse to show that the total of the seats is out by a hundred."""
    rows = [["Quarter", "Seats", "Sold", "% sold"], ["Q1", "41,200", "31,312", "76.0"], ["Q2", "39,877", "31,503", "79.0"],
            ["Q3", "40,365", "30,274", "75.0"], ["Total", "121,442", "93,089", "76.7"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[2] for each in wrong(changed(rows, 4, 1, "121,542"))] == ["121,542"]


def test_a_total_that_lacks_its_sign_is_not_too_far_from_its_parts() -> None:
    rows = [["", "2023", "2024"], ["Fees", "(1,204)", "(1,311)"], ["Grants", "(395)", "(402)"],
            ["Total income", "(1,599)", "(1,713)"]]  # fmt: skip
    assert wrong(rows) == []
    assert [each[2:] for each in wrong(changed(rows, 3, 2, "1,713"))] == [("1,713", "-1,713")]
    both = changed(changed(rows, 3, 2, "1,713"), 3, 1, "1,599")
    assert wrong(both) == []  # income is printed without brackets where it is added up


DEBTS: Rows = [["Year of the debt", "1 April", "Credits", "Collected", "Written off", "31 March"],
               ["Before 2031", "3,120", "(71)", "(402)", "(388)", "2,259"],
               ["2031/32", "1,248", "(39)", "(310)", "(64)", "835"],
               ["2032/33", "1,611", "(58)", "(437)", "(29)", "1,087"],
               ["Earlier years", "5,979", "(168)", "(1,149)", "(481)", "4,181"],
               ["2033/34", "–", "–", "–", "–", "1,904"],
               ["All debts", "5,979", "(168)", "(1,149)", "(481)", "6,085"]]  # fmt: skip


def test_a_line_that_adds_up_one_with_blanks_does_not_follow_from_its_own_figures() -> None:
    assert wrong(DEBTS) == []
    assert [each[2] for each in wrong(changed(DEBTS, 6, 5, "6,805"))] == ["6,805"]
    assert [each[2] for each in wrong(changed(DEBTS, 3, 5, "1,078"))] == ["1,078"]


LEAVERS: Rows = [["FTE", "Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4", "Year"],
                 ["In post at the start", "812.5", "806.1", "800.4", "807.9", "812.5"],
                 ["Joiners", "18.0", "16.5", "27.0", "14.5", "76.0"],
                 ["Leavers", "24.4", "22.2", "19.5", "31.3", "97.4"],
                 ["In post at the end", "806.1", "800.4", "807.9", "791.1", "791.1"],
                 ["Turnover (%)", "3.0", "2.8", "2.4", "3.9", "12.1"]]  # fmt: skip


def test_a_share_of_those_at_the_start_is_none_over_a_longer_time() -> None:
    assert wrong(LEAVERS) == []


PER_HEAD: Rows = [["Tonnes", "2031", "2032", "2033", "Index 2031 = 100"],
                  ["Buildings", "4,820", "4,305", "3,930", "81.5"],
                  ["Vehicles", "2,415", "2,190", "2,061", "85.3"],
                  ["Lighting", "1,630", "790", "467", "28.7"],
                  ["Travel", "905", "436", "452", "49.9"],
                  ["Kg a head", "186.5", "138.7", "116.5", "62.4"]]  # fmt: skip


def test_a_row_of_rounded_figures_in_a_table_of_whole_ones() -> None:
    assert wrong(PER_HEAD) == []
    assert wrong(changed(PER_HEAD, 3, 4, "82.7")) == [(Check.SHARES, Status.ERROR, "82.7", "28.7")]


def _table(text: str) -> Rows:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


RIGHT = {
    "a column that others leave blank": """Fund|1 April|Added|Used|31 March
        Roads|6,599|-|(295)|6,304
        Halls|323|468|(229)|562
        Trees|4,799|-|(419)|4,380
        Total|11,721|468|(943)|11,246""",
    "differences of two rates": """Area|On time|Decided|% on time|Before %|Change (points)
        Elm|234|359|65.2%|64.2%|+1.0
        Dun|134|263|51.0%|71.9%|-20.9
        Gale|23|66|34.8%|77.8%|-43.0
        All|391|688|56.8%|87.6%|-30.8""",
    "a share of the mean of two bases": """Team|April|Starters|Leavers|March|Turnover %
        Gale|487|54|7|534|1.4
        Cole|629|49|12|666|1.9
        Dun|249|6|30|225|12.7
        Far|357|38|15|380|4.1
        Elm|322|44|14|352|4.2
        All|2,044|191|78|2,157|3.7""",
    "a figure that nobody has": """School|Autumn|Spring|Summer|Year
        Elm|x|x|29|37
        Gale|17|22|tbc|45
        Ash|30|36|20|86
        Total|77|93|54|224""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_other_lines_do_not_prove_is_left(name: str) -> None:
    assert wrong(_table(RIGHT[name])) == []


def test_a_wrong_total_is_blamed_and_not_the_rate_beside_it() -> None:
    rows = _table("""Council|Base|Precept £|Band D £
        Dun|5,353.8|104,806|19.58
        Elm|1,946.7|125,642|64.54
        Gale|224.4|191,522|853.48
        Total|7,524.9|411,970|56.08""")
    assert wrong(rows) == [(Check.COLUMN_TOTALS, Status.ERROR, "411,970", "421,970")]


@pytest.mark.parametrize(
    ("total", "note", "status"),
    [
        ("900", "", Status.OK),
        ("1,000", "", Status.NOT_CHECKABLE),
        ("1,000", "Figures are rounded to the nearest 100", Status.OK),
    ],
)
def test_a_total_that_only_rounding_explains_agrees_only_where_the_paper_says_so(
    total: str, note: str, status: Status
) -> None:
    rows = [["Ward", "2024", "2025"], ["Ash", "200", "200"], ["Elm", "300", "300"], ["Oak", "300", "300"],
            ["Yew", "100", "100"], ["Total", total, total]]  # fmt: skip
    tables = [placed(rows, note) if note else placed(rows)]
    assert {each.status for each in check_tables(tables)} == {status}


def test_how_far_below_a_target_is_no_bound_of_a_figure() -> None:
    """A key may bound the figures themselves, before its words or behind them, or say how far below a target they lie."""
    bounds = "90% and above is green, 80% to 89.9% amber and below 80% red."
    apart = "Green: at or above target; amber: up to 5 percentage points below target; red: more than 5 below it."
    rows = [["Measure", "Actual", "RAG"], ["Calls", "93%", "Green"], ["Berths", "84%", "Amber"],
            ["Letters", "71%", "Red"], ["Bins", "88%", "Amber"]]  # fmt: skip

    def alarms(rows: Rows, key: str) -> list[str]:
        return [each.printed for each in check_key([placed(rows)], [quote(key)]) if each.finding]

    assert alarms(rows, bounds) == [] == alarms(rows, apart)
    assert alarms(changed(rows, 2, 2, "Green"), bounds) == ["Green"]


def test_a_column_of_shares_is_one_of_another_total() -> None:
    rows = [("Ash", 412, 371), ("Elm", 238, 266), ("Oak", 175, 98), ("Yew", 92, 55)]
    totals = [sum(one for _, one, _ in rows), sum(other for _, _, other in rows)]
    for base in (0, 1):
        body = [[name, str(one), str(two), f"{two * 100 / totals[base]:.1f}%"] for name, one, two in rows]
        table = placed([["Wood", "Planned", "Felled", "Share"], *body, ["Total", *map(str, totals), "100.0%"]])
        told = [each.printed for each in check_tables([table]) if each.finding]
        assert told == ([] if base else ["40.5%"]), base
