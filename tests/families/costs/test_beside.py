"""What a table's figures are worked out from that its columns alone do not tell, and what must stay silent."""

import pytest

from scrutiny.families.costs.read import find_cost_report
from scrutiny.families.costs.surroundings import find_times
from tests.checks import Rows, placed, quote
from tests.families.costs.generator import quoted
from tests.families.costs.test_methods import given, read

GAPS: Rows = [
    ["Year", "Pupils placed", "Fee a week £", "Weeks", "Forecast £", "In the plan £", "Gap £", "Gap to date £"],
    ["2023/24", "31", "1,210.00", "37", "1,387,870", "1,300,000", "87,870", "87,870"],
    ["2024/25", "34", "1,234.20", "37", "1,552,624", "1,425,000", "127,624", "215,494"],
    ["2025/26", "36", "1,258.88", "37", "1,676,828", "1,550,000", "126,828", "342,322"],
    ["2026/27", "39", "1,284.06", "37", "1,852,899", "1,700,000", "152,899", "495,221"],
]  # fmt: skip
"""The budget and the gap add to the forecast, and the gap is what is worked out."""


def changed(rows: Rows, row: int, column: int, text: str) -> Rows:
    made = [list(each) for each in rows]
    made[row][column] = text
    return made


def accused(rows: Rows, *said: str, caption: str | None = None) -> list[tuple[str | None, str | None]]:
    return [(found.printed, found.expected) for found in read(rows, *said, caption=caption).findings]


def test_a_forecast_is_pupils_times_weeks_times_fee_and_the_gap_what_the_plan_lacks() -> None:
    found = given(read(GAPS))
    assert found["1,552,624"][1] == "number x weeks x rate"
    assert found["127,624"] == ("127624.00", "difference")
    assert found["342,322"] == ("342322.00", "sum of the amounts to date")


@pytest.mark.parametrize(
    ("row", "column", "printed", "expected"),
    [
        (1, 6, "78,870", "87,870"),  # not the forecast, to which the plan and the gap would add
        (3, 6, "126,288", "126,828"),
        (2, 4, "1,525,624", "1,552,623.6"),  # not the gap, which is right
        (3, 7, "324,322", "342,322"),
    ],
)
def test_of_forecast_plan_and_gap_the_wrong_one_is_named(row: int, column: int, printed: str, expected: str) -> None:
    assert accused(changed(GAPS, row, column, printed)) == [(printed, expected)]


def test_amounts_that_do_not_run_on_are_no_total_to_date() -> None:
    rows = [
        [*row[:7], last] for row, last in zip(GAPS, ["Reserve £", "87,870", "61,300", "44,950", "12,105"], strict=True)
    ]
    assert all(method != "sum of the amounts to date" for _, method in given(read(rows)).values())


CHARGES: Rows = [
    ["", "Primary", "Key Stage 3", "Key Stage 4"],
    ["Pupil unit", "£3,620", "£4,880", "£5,540"],
    ["Price of a placement", "£5,900", "£7,250", "£7,610"],
    ["Paid by the school (35%)", "£1,267", "£1,708", "£1,939"],
    ["Met by the Council", "£4,633", "£5,542", "£5,671"],
]  # fmt: skip


def test_of_two_amounts_that_make_a_price_the_price_is_not_worked_out() -> None:
    assert "£7,250" not in given(read(CHARGES))


def test_a_wrong_amount_does_not_accuse_the_price_that_is_given() -> None:
    assert [wrong for wrong, _ in accused(changed(CHARGES, 4, 2, "£5,452"))] in ([], ["£5,452"])


TOGETHER: Rows = [
    ["Pupil", "Basic amount", "Deprivation", "Premium", "For the year", "Weeks left", "Taken back"],
    ["A", "£4,905", "£1,110", "£1,050", "£7,065", "43", "£5,842.21"],
    ["B", "£5,530", "£0", "£1,050", "£6,580", "28", "£3,543.08"],
    ["C", "£4,905", "£1,110", "£0", "£6,015", "17", "£1,966.44"],
    ["D", "£5,530", "£870", "£1,050", "£7,450", "9", "£1,289.42"],
]  # fmt: skip


def test_a_total_of_amounts_may_be_multiplied_by_the_weeks_left() -> None:
    found = given(read(TOGETHER, "The year has 52 weeks."))
    assert (found["£3,543.08"][0], found["£6,580"]) == ("3543.08", ("6580.00", "sum"))
    ((wrong, right),) = accused(changed(TOGETHER, 3, 6, "£1,696.44"), "The year has 52 weeks.")
    assert (wrong, right) == ("£1,696.44", "£1,966.44")


SHARED: Rows = [
    ["Child", "Weekly fee", "Weeks", "Fee for the year", "Council", "Health"],
    ["C1", "£3,415", "50", "£170,750", "£119,525", "£51,225"],
    ["C2", "£4,870", "44", "£214,280", "£107,140", "£107,140"],
    ["C3", "£2,960", "50", "£148,000", "£96,200", "£51,800"],
]  # fmt: skip


TUITION: Rows = [
    ["Kind of tuition", "Pupils", "Hours per week", "Price per hour £", "For the year £"],
    ["Online", "29", "7", "23.60", "177,260"],
    ["At home", "14", "9", "38.20", "178,088"],
    ["In a workshop", "21", "13", "16.40", "165,656"],
    ["Total", "", "", "", "521,004"],
]  # fmt: skip


def test_hours_a_week_are_no_price_and_the_weeks_are_told_in_a_sentence() -> None:
    found = given(read(TUITION, "Tuition was bought for 37 weeks."))
    assert found["177,260"] == ("177259.60", "number x number x rate x time")
    assert "177,260" not in given(read(TUITION, "Tuition was bought for 35 weeks."))


def test_weeks_and_days_that_a_text_names() -> None:
    assert [int(each) for each in find_times("for 38 weeks or 190 school days, and 6 weeks more")] == [38, 190]
    assert find_times("Week 38 of the plan; 2024/25") == ()


def test_a_price_times_what_is_counted_gives_the_amount_and_is_not_worked_out_from_it() -> None:
    units = (("Pupils", 1), ("Pupils (average)", 1), ("Average number of places", 1), ("FTE", 1), ("Pupils", 1000))
    for counted, scale in units:
        for time in ("Weeks", "Terms", None):
            amount = "Spent £000" if scale > 1 else "Spent £"
            rows: Rows = [["Provision", counted, *([time] if time else []), "Average price £", amount]]
            for name, number, times, price in (("Elm", 13, 3, 3120), ("Oak", 21, 2, 4410), ("Ash", 8, 3, 2970)):
                exact = number * price * (times if time else 1)
                spent = f"{exact / scale:,.2f}" if scale > 1 else f"{exact:,}"
                rows.append([name, str(number), *([str(times)] if time else []), f"{price:,}", spent])
            report = read(rows, "Pupils stay for 30 weeks of the 39.", caption="Commissioned places (£)")
            assert [line.case for line in report.lines if line.method] == ["Elm", "Oak", "Ash"], (counted, time)
            assert {line.what for line in report.lines if line.method} == {amount}
            assert not report.findings


def test_the_later_amount_of_two_sentences_is_worked_out_from_the_earlier_ones() -> None:
    rows: Rows = [["Placement", "Day rate £"], ["Elm", "74"], ["Oak", "81"]]
    for first, second, printed in (
        ("It has 23 places at £14,650.", "They cost £336,950 in a full year.", "£336,950"),
        ("A mentor is paid £17.35 an hour for 26 hours a week.", "Over 39 weeks this is £17,592.90.", "£17,592.90"),
        ("A placement costs £21,847.", "With a mentor it is £39,439.90, and the rest £17,592.90.", "£17,592.90"),
        ("Last year £336,950 paid for 23 pupils.", "Each cost £14,650.", "£14,650"),
    ):
        found = [line.printed for line in read(rows, first, second).lines if line.method]
        assert found == [printed], first
    assert not read(rows, "The block has £4.2 million.", "It pays for 23 pupils at £182,000.").lines


def test_a_column_of_whole_pounds_is_worked_out_in_whole_pounds() -> None:
    rows: Rows = [
        ["Case", "Unit £", "Weeks left", "Deduction £"],
        ["A", "4,911", "37", "3,494"],  # 3,494.37
        ["B", "5,622", "15", "1,622"],  # 1,621.73
        ["C", "4,911", "29", "2,739"],  # 2,738.83
        ["D", "5,622", "21", "2,207"],  # 2,270.42
    ]
    found = {line.printed: str(line.recomputed) for line in read(rows).lines if line.method}
    assert found == {"3,494": "3494", "1,622": "1622", "2,739": "2739", "2,207": "2270"}
    pence = [rows[0], *([*row[:3], f"{row[3]}.{end}"] for row, end in zip(rows[1:3], ("37", "00"), strict=True))]
    pence[2][3] = "1,621.73"  # one of them printed to the penny
    assert {str(line.recomputed) for line in read(pence).lines if line.method} == {"3494.37", "1621.73"}


def test_a_lone_row_below_a_page_break_is_worked_out_as_the_rows_before_it() -> None:
    head = ["Centre", "Places April", "£ (5/12)", "Places September", "£ (7/12)"]
    rows: Rows = [
        head,
        ["Ash Lodge", "48", "180,000", "60", "315,000"],
        ["Elm House", "36", "135,000", "24", "126,000"],
    ]
    said = ("A place is £9,000.",)
    for more, known in (
        (["Oak Base", "12", "45,000", "16", "84,000"], {"45,000", "84,000"}),
        (["Oak Base", "12", "54,000", "16", "84,000"], {"84,000"}),
    ):
        tables = (placed(rows).table, placed([head, more]).table)
        report = find_cost_report(tables, tuple(map(quote, said)), quoted, (*said, "Place funding"))
        own = {line.printed: line for line in report.lines}
        assert {printed for printed in more if printed in own and own[printed].method} == known
        assert own["84,000"].method == "places x price x 7/12 of the year" and not report.findings
    apart = (placed(rows).table, placed([[*head[:4], "Paid £"], ["Oak Base", "12", "45,000", "16", "84,000"]]).table)
    report = find_cost_report(apart, tuple(map(quote, said)), quoted, (*said, "Place funding"))
    assert all(line.method is None for line in report.lines if line.printed in ("45,000", "84,000"))
