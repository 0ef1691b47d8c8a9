"""Small numbers hidden for publication: every one of them, and never so that it can be worked out."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from scrutiny.families.exclusions.facts import InclusionReport
from scrutiny.families.exclusions.suppression import HIDDEN, suppress, suppress_all
from scrutiny.findings import FindingCode
from tests.families.exclusions.test_reading import PANEL, Rows, changed, report

BELOW = 5


def table(kind: str, found: InclusionReport) -> dict[tuple[int, str], str | None]:
    """What is printed at each row and column."""
    if kind == "years":
        return {(figure.place[1], figure.heading_printed): figure.printed for figure in found.years}
    return {(figure.place[1], figure.measure): figure.printed for figure in found.panels}


def given_away(unknown: list[str], sums: list[tuple[set[str], str]]) -> list[str]:
    """The unknowns that follow, by elimination, from what adds to what: all other figures are known."""
    rows = [[Fraction((name in parts) - (name == total)) for name in unknown] for parts, total in sums]
    pivots: list[int] = []
    for column in range(len(unknown)):
        pivot = next((at for at in range(len(pivots), len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        at = len(pivots)
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for other in range(len(rows)):
            if other != at and rows[other][column]:
                factor = rows[other][column]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
        pivots.append(column)
    return [unknown[column] for at, column in enumerate(pivots) if sum(bool(value) for value in rows[at]) == 1]


def test_elimination_sees_what_follows() -> None:
    assert given_away(["a", "b"], [({"a", "b"}, "T")]) == []
    assert given_away(["a", "b"], [({"a", "b"}, "T"), ({"b", "c"}, "S")]) == ["a", "b"]
    assert given_away(["a", "b", "c"], [({"a", "b"}, "S"), ({"a", "b", "c"}, "T")]) == ["c"]


counts = st.integers(0, 12)


@given(st.lists(counts, min_size=2, max_size=8))
@settings(max_examples=120, deadline=None)
def test_no_figure_of_a_panel_can_be_worked_out(values: list[int]) -> None:
    rows: Rows = [["Lower Panel", "Cases", "Visits", "Number of PEX"],
                  *([f"School {at}", "50", "60", str(value)] for at, value in enumerate(values)),
                  ["TOTAL", str(50 * len(values)), str(60 * len(values)), str(sum(values))]]  # fmt: skip
    shown = table("panels", suppress(report(rows), BELOW))
    column = [shown[at, "Number of PEX"] for at in range(len(values) + 1)]
    for printed, value in zip(column, [*values, sum(values)], strict=True):
        assert printed in (HIDDEN, str(value))
        assert printed == HIDDEN or not 0 < value < BELOW
    hidden = [value for printed, value in zip(column, values, strict=False) if printed == HIDDEN]
    if column[-1] != HIDDEN:
        assert len(hidden) != 1 and (not hidden or sum(hidden) > len(hidden))
    elif any(values):
        assert hidden


@given(st.lists(counts, min_size=5, max_size=5), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_figure_of_a_year_table_can_be_worked_out(values: list[int], grand: bool, staged: bool) -> None:
    """By its key stage totals, its grand total and the yearly sum that the summary shows, all at once."""
    label = "Key Stage {} total" if staged else "TOTAL"
    kinds = ["Year 11", "Year 10", label.format(4), "Year 9", "Year 8", "Year 7", label.format(3)]
    kinds += ["Grand total"] if grand else []
    four, three = sum(values[:2]), sum(values[2:])
    column = [values[0], values[1], four, values[2], values[3], values[4], three, four + three][: len(kinds)]
    rows: Rows = [
        ["Year Group", "2021/22", "2022/23"],
        *([kind, str(v), "50"] for kind, v in zip(kinds, column, strict=True)),
    ]
    found = suppress(report(rows), BELOW)
    shown = table("years", found)
    names = ["a", "b", "A", "c", "d", "e", "C", "T"][: len(kinds)]
    hidden = [name for at, name in enumerate(names) if shown[at, "2021/22"] == HIDDEN]
    for at, value in enumerate(column):
        assert shown[at, "2021/22"] == HIDDEN or not 0 < value < BELOW
    if not grand and not any(year.academic_year == "2021/22" for year in found.trend):
        names.append("T")
        hidden.append("T")
    sums = [({"a", "b"}, "A"), ({"c", "d", "e"}, "C"), ({"a", "b", "c", "d", "e"}, "T"), ({"A", "C"}, "T")]
    assert given_away(hidden, sums) == []
    for year in found.trend:
        assert year.quote.text != HIDDEN


def test_a_figure_hidden_in_one_table_is_hidden_in_the_other() -> None:
    schools = [["School", "PEX", "FTE", "Days", "Roll", "EHE"], ["First", "7", "22", "31", "140", "9"],
               ["Second", "2", "24", "35", "150", "8"], ["Third", "9", "25", "36", "160", "6"]]  # fmt: skip
    panel = [PANEL[0], ["First", "12", "30", "7"], ["Second", "14", "30", "2"], ["Third", "17", "30", "9"],
             ["TOTAL", "43", "90", "18"]]  # fmt: skip
    found = suppress(report(panel, schools), BELOW)
    pex = {figure.school: figure.printed for figure in found.panels if figure.measure == "Number of PEX"}
    assert pex == {"First": HIDDEN, "Second": HIDDEN, "Third": "9", None: "18"}
    other = {figure.school: figure.printed for figure in found.schools if figure.measure == "PEX"}
    assert other == {"First": HIDDEN, "Second": HIDDEN, "Third": "9"}


def test_nothing_that_is_hidden_is_said_elsewhere() -> None:
    found = suppress(
        report(
            changed(PANEL, 4, 3, "9"),
            said="The panels supported 19 pupils with 3 pupils going on to be permanently excluded, this represents 60%.",
        ),
        BELOW,
    )
    assert FindingCode.FIGURES_HIDDEN in {finding.code for finding in found.findings}
    for finding in found.findings:
        if finding.code is not FindingCode.FIGURES_HIDDEN:
            assert not any(char.isdigit() for char in finding.message)
            assert finding.printed is None and finding.expected is None
        assert not any(quote.text for quote in finding.quotes)
    for figure in found.panels:
        assert figure.printed != HIDDEN or (figure.value, figure.recomputed, figure.quote.text) == (None, None, "")


def test_where_one_report_hides_a_figure_no_finding_of_another_names_any() -> None:
    small, large = report(changed(PANEL, 4, 3, "9")), report(changed(PANEL, 1, 1, "90"), said="Nothing.")
    assert suppress_all([large], BELOW) != (large,)
    without = replace(large, panels=(), sums=())
    assert suppress_all([without], BELOW) == (without,)
    found = suppress_all([small, without], BELOW)
    assert without.findings and [each.printed for each in found[1].findings] == [None] * len(without.findings)


def test_outreach_shares_give_the_whole_away() -> None:
    rows = [["Outcome", "Number of pupils", "%"], ["Advice", "21", "55.3"], ["Moved", "2", "5.3"],
            ["Stayed", "15", "39.5"]]  # fmt: skip
    found = suppress(report(rows), BELOW)
    assert [(row.pupils, row.percent_printed) for row in found.outreach] == [
        (Decimal(21), "55.3"), (None, HIDDEN), (None, HIDDEN),
    ]  # fmt: skip


def test_a_report_without_small_numbers_is_left_as_it_is() -> None:
    rows = [["Year Group", "2021/22", "2022/23"], ["Year 9", "14", "6"], ["Year 8", "13", "0"], ["Year 7", "9", "8"]]
    found = report(rows)
    assert suppress(found, BELOW) is found


@pytest.mark.parametrize("measure", ["£ spent", "% attendance", "Rate per 1,000"])
def test_what_counts_no_pupils_stays(measure: str) -> None:
    rows = changed(changed(changed(PANEL, 0, 2, measure), 2, 1, "9"), 3, 1, "11")
    found = suppress(report(rows), BELOW)
    assert [figure.printed for figure in found.panels if figure.measure == measure] == ["3.5", "2", "1", "6.5"]


@pytest.mark.parametrize(
    "measure", ["Headcount", "Pupils suspended at least once", "Cumulative PEX", "Pupil movement", "Movement"]
)
def test_heads_that_are_not_added_are_hidden_as_well(measure: str) -> None:
    rows = [[row[0], row[1], own, row[3]] for row, own in zip(PANEL, (measure, "9", "2", "8", "16"), strict=True)]
    found = suppress(report(rows), BELOW)
    shown = [figure.printed for figure in found.panels if figure.measure == measure]
    assert shown[:3].count(HIDDEN) > 1 and "2" not in shown
