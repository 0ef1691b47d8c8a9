"""What follows from place to place in a table: running totals, shares that make 100 %, counts with their shares."""

from tests.checks import Rows, check_tables, placed

MONTHS: Rows = [
    ["Month", "Finished", "Cumulative"],
    *(
        [f"Month {n}", str(came), str(so_far)]
        for n, (came, so_far) in enumerate(((41, 41), (36, 77), (58, 135), (29, 164), (63, 227), (47, 274)), 1)
    ),
]
VIEWS: Rows = [
    ["Quay", "Agree %", "Neither %", "Disagree %"],
    ["North", "46", "21", "33"],
    ["South", "58", "17", "26"],
    ["East", "39", "24", "37"],
    ["West", "62", "9", "28"],
    ["Island", "51", "13", "36"],
]
REASONS: Rows = [
    ["Reason", "Boats (%)"],
    ["Storm", "164 (41%)"],
    ["Fog", "96 (24%)"],
    ["Ice", "81 (20%)"],
    ["Other", "59 (15%)"],
    ["Total", "400 (100%)"],
]
POSTS: Rows = [
    ["Crew", "Posts (FTE)", "Filled (FTE)", "Vacant (FTE)"],
    ["Deck", "14.2", "8.4", "5.8"],
    ["Sail", "18.5", "16.9", "1.6"],
    ["Galley", "7.1", "4.0", "3.1"],
    ["Total", "39.8", "29.3", "10.5"],
]


def alarms(rows: Rows) -> list[str]:
    return [each.printed for each in check_tables([placed(rows)]) if each.finding]


def changed(rows: Rows, row: int, column: int, text: str) -> Rows:
    return [[text if (r, c) == (row, column) else cell for c, cell in enumerate(line)] for r, line in enumerate(rows)]


def test_every_single_wrong_figure_is_found_and_none_that_is_right() -> None:
    wrong = {"41": "14", "36": "63", "58": "88", "29": "92", "63": "36", "47": "74", "14.2": "12.4", "39.8": "38.9"}
    for rows in (MONTHS, VIEWS, REASONS, POSTS):
        assert alarms(rows) == []
        for row, line in enumerate(rows[1:], 1):
            for column, cell in enumerate(line[1:], 1):
                count, _, share = cell.partition(" ")
                other = wrong.get(count, str(round(float(count) * 1.2 + 2, len(count.partition(".")[2]) or None)))
                assert alarms(changed(rows, row, column, f"{other} {share}".strip())), (row, column, other)


def test_a_running_total_is_blamed_where_two_places_fail_and_what_came_where_one_does() -> None:
    assert alarms(changed(MONTHS, 3, 2, "153")) == ["153"]
    assert alarms(changed(MONTHS, 3, 1, "85")) == ["85"]
    assert alarms(changed(REASONS, 3, 1, "81 (32%)")) == ["32%"]


def test_what_only_looks_like_it_is_left() -> None:
    again = [*MONTHS[:4], ["Month 4", "29", "29"], ["Month 5", "63", "92"], ["Month 6", "47", "139"]]
    assert alarms(again) == []  # a year that begins anew
    assert alarms(changed(changed(MONTHS, 2, 2, "80"), 5, 2, "230")) == []  # more than one figure that is wrong
    assert alarms([[*line[:3], "9" if n else "Lost %"] for n, line in enumerate(VIEWS)]) == []
    assert alarms(changed(changed(VIEWS, 1, 1, "60"), 2, 1, "70")) == []  # whoever answers may say two things
    assert alarms([*REASONS[:5]]) == []
