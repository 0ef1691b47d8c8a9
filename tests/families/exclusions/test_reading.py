"""Inclusion reports: what is read, what is recomputed, and when nothing is said."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny.families.exclusions.facts import InclusionReport, Measure
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.families.exclusions.labels import find_facets, find_group
from scrutiny.families.exclusions.read import read_inclusion_report, worth_reading
from scrutiny.families.exclusions.report import find_exclusions, table_report
from scrutiny.families.exclusions.trend import bar, find_trend
from scrutiny.families.exclusions.view import left_out_table, other_grids, panel_summaries, trend_table, year_grids
from scrutiny.paper import open_paper
from scrutiny.sources import Quote
from scrutiny.tables import Cell, TableRead, find_tables
from scrutiny.tables.measure import measure_table
from tests.builders.paper import PackBuilder
from tests.builders.reading import drawn
from tests.conftest import PackFile

Rows = list[list[str]]

YEARS: Rows = [
    ["Year Group", "2021/22", "2022/23"],
    ["Year 9", "4", "6"],
    ["Year 8", "3", ""],
    ["Key Stage 3 total", "7", "6"],
    ["Year 10", "5", "2"],
    ["TOTAL", "12", "8"],
]
PEX_YEARS: Rows = [["PEX by year group", *YEARS[0][1:]], *YEARS[1:]]
PANEL: Rows = [
    ["Lower Valley Panel", "Cases discussed", "Suspensions", "Number of PEX"],
    ["First school", "12", "3.5", "1"],
    ["Second school", "", "2", "2"],
    ["Third school", "7", "1", "0"],
    ["TOTAL", "19", "6.5", "3"],
]


def quote(cell: Cell) -> Quote:
    return Quote(file="paper.pdf", pdf_page=cell.page, page_label=None, item=None, text=cell.text)


def _read(tables: Sequence[TableRead], sentences: Sequence[Quote] = ()) -> InclusionReport:
    return read_inclusion_report([measure_table(table) for table in tables], sentences, quote)


def under(caption: str, *tables: Rows) -> InclusionReport:
    return report(*tables, caption=caption)


def report(
    *tables: Rows, said: str | None = None, ruled: bool = True, caption: str | None = None, width: float = 85.0
) -> InclusionReport:
    builder = PackBuilder(numbers=False)
    builder.new_page()
    for rows in tables:
        builder.gap(30)
        if caption:
            builder.para(caption)
        builder.table(rows, [110.0] + [width] * (len(rows[0]) - 1), ruled=ruled)
    sentences = (Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text=said),) if said else ()
    with drawn(builder.data()) as pdf:
        return _read(find_tables(pdf.pages()), sentences)


def messages(found: InclusionReport) -> list[str]:
    return [finding.message for finding in found.findings]


def changed(rows: Rows, row: int, column: int, text: str) -> Rows:
    return [[text if (r, c) == (row, column) else cell for c, cell in enumerate(line)] for r, line in enumerate(rows)]


def test_a_sound_report_gives_no_finding_and_keeps_blanks() -> None:
    found = report(PEX_YEARS, PANEL)
    assert messages(found) == ["2022/23: 8 permanent exclusions by year group, 3 in the panels"]
    blank = next(f for f in found.panels if f.school == "Second school" and f.measure == "Cases discussed")
    assert (blank.printed, blank.value) == (None, None)
    assert [(f.key_stage, f.year_group) for f in found.years if f.academic_year == "2021/22"] == [
        ("Key Stage 3", "Year 9"), ("Key Stage 3", "Year 8"), ("Key Stage 3", "TOTAL"), ("Key Stage 4", "Year 10"),
        (None, "TOTAL"),
    ]  # fmt: skip


@given(st.integers(1, 3), st.integers(1, 3), st.integers(20, 90), st.booleans())
@settings(max_examples=40, deadline=None)
def test_one_changed_cell_of_a_panel_gives_the_one_finding_that_names_it(
    row: int, column: int, value: int, ruled: bool
) -> None:
    (finding,) = report(changed(PANEL, row, column, str(value)), ruled=ruled).findings
    assert finding.message.startswith(f"Lower Valley Panel, {PANEL[0][column]}: printed total {PANEL[4][column]}, the ")


@given(st.sampled_from([1, 2, 4]), st.integers(1, 2), st.integers(20, 90), st.booleans())
@settings(max_examples=40, deadline=None)
def test_one_changed_cell_of_a_year_table_gives_the_findings_of_its_totals(
    row: int, column: int, value: int, ruled: bool
) -> None:
    found = messages(report(changed(YEARS, row, column, str(value)), ruled=ruled))
    year = YEARS[0][column]
    of = ["all year groups"] if row == 4 else ["Key Stage 3"]  # not the total around it too
    assert [message.split(":")[0] for message in found] == [f"{name}, {year}" for name in of]


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_blanked_cell_never_makes_a_wrong_total_right(row: int, column: int, wrong: int, ruled: bool) -> None:
    """A total that is too low by 1 is found, whichever other cell of another column is blanked."""
    broken = changed(PANEL, 4, wrong, str(Decimal(PANEL[4][wrong]) - 1))

    def totals(rows: Rows) -> set[str]:
        return {message.split(",")[1].split(":")[0] for message in messages(report(rows, ruled=ruled))}

    before = totals(broken)
    assert before == {f" {PANEL[0][wrong]}"}
    assert before <= totals(changed(broken, row, column, "") if column != wrong else broken)


def test_a_total_that_two_readings_see_differently_may_be_misread() -> None:
    """A figure drawn across the line between two cells is in one column by the line, in the other by its place."""
    builder = PackBuilder(numbers=False)
    builder.new_page()
    builder.table(
        [[*row[:2], "", ""] if 0 < at < 4 else row for at, row in enumerate(PANEL)], [110.0, 85.0, 85.0, 85.0]
    )
    top = builder.height - 72
    for at, text in enumerate(("1", "2", "0")):
        # its middle is left of the line before "Number of PEX", and the total below it right of that line
        builder.canvas.drawString(72 + 110 + 170 - 4, top - 30 - 15.8 * at, text)
    with drawn(builder.data()) as pdf:
        found = _read(find_tables(pdf.pages()))
    (finding,) = found.findings
    assert finding.severity == "warning"
    assert finding.message == (
        "Lower Valley Panel, Suspensions: printed total 6.5, the 3 schools add to 3 (3.5 too much); the figure "
        "may be wrong, or the table was misread: a second reading gives other figures"
    )


@pytest.mark.parametrize("hidden", ["*", "<5", "c", "[c]"])
def test_a_hidden_part_makes_a_total_unsure_and_nothing_is_said(hidden: str) -> None:
    found = report(changed(YEARS, 1, 1, hidden), changed(PANEL, 1, 3, hidden))
    assert found.findings == ()


def test_a_grand_total_after_totals_of_groups_is_of_all() -> None:
    grouped = [
        YEARS[0], ["Year 9", "4", "6"], ["TOTAL", "4", "6"], ["Year 10", "5", "1"], ["Year 11", "0", "1"],
        ["TOTAL", "5", "2"], ["Grand total", "9", "9"],
    ]  # fmt: skip
    assert messages(report(grouped)) == [
        "all year groups, 2022/23: printed total 9, the year groups add to 8 (1 too much)"
    ]


def test_the_shares_of_outcomes_are_for_the_generic_checks(pack_file: PackFile) -> None:
    """And for a sentence that works a share out; the family gives what they find."""
    builder = PackBuilder(numbers=False)
    builder.new_page()
    builder.heading("Permanent exclusions and outreach")
    builder.para(
        "The team supported 38 pupils with 12 pupils going on to be permanently excluded, this represents 80%."
    )
    builder.table(
        [["Outcome", "Number of pupils", "%"], ["Advice", "5", "8.6"], ["Stayed", "21", "36.2"], ["Moved", "12", "20.7"],
         ["Left", "20", "35.4"]], [110, 85, 85],
    )  # fmt: skip
    with open_paper(pack_file(builder), whole=True) as paper:
        assert len(EXCLUSIONS.read(paper)[0].outreach) == 4
        found = find_exclusions(paper, suppress_below=None).reports[-1].findings
    assert [(finding.severity.value, finding.message) for finding in found] == [
        ("error", "Left, %: printed 35.4, 20 of 58 is 34.48 %"),
        ("error", "printed 80%, 26 of 38 is 68.42 %"),
    ]


def test_a_year_heading_that_is_none() -> None:
    found = report(changed(YEARS, 0, 2, "2022/24"))
    assert {figure.heading_printed for figure in found.years} == {"2021/22", "2022/24"}
    years = [find_facets(text, heading=True).year for text in ("2019/21", "1999-2000", "2019/24", "2021")]
    assert years == ["2019/20", "1999-00", None, "2021"]


def test_the_trend_leaves_a_year_with_a_hidden_figure_out() -> None:
    trend = report(YEARS).trend
    assert [(year.academic_year, year.pupils, year.change, year.percent_change) for year in trend] == [
        ("2021/22", Decimal(12), None, None), ("2022/23", Decimal(8), Decimal(-4), Decimal("-33.3")),
    ]  # fmt: skip
    assert [year.quote.text for year in trend] == ["12", "8"]
    assert [year.academic_year for year in find_trend(report(changed(YEARS, 1, 2, "<5")).years)] == ["2021/22"]


def test_bars() -> None:
    assert bar(Decimal(30), Decimal(60), ascii_only=True) == "#" * 15
    assert bar(Decimal(0), Decimal(60)) == bar(Decimal(1), Decimal(0)) == ""
    assert bar(Decimal(1), Decimal(16)) == "█▉"


def test_key_stages_and_reports_on_something_else() -> None:
    groups = [find_facets(f"Year {year}").group for year in (1, 6, 7, 11, 12)]
    assert [group and group.key_stage for group in groups] == [f"Key Stage {n}" for n in (1, 2, 3, 4, 5)]
    assert not worth_reading(["Permanent exclusions fell.", "Roads."])


@pytest.mark.parametrize(
    "measure",
    [
        "Rate per 1,000",
        "% attendance",
        "Average days",
        "Pupils with one or more suspensions",
        "£ per pupil",
        "Headcount",
    ],
)
def test_what_is_not_expected_to_add_up(measure: str) -> None:
    assert messages(report(changed(changed(PANEL, 0, 2, measure), 4, 2, "3.2"))) == []


def test_a_total_that_leaves_something_out_is_not_expected_to_hold_it() -> None:
    assert messages(report(changed(changed(PANEL, 4, 0, "TOTAL excluding special"), 4, 1, "12"))) == []
    assert messages(report(changed(changed(YEARS, 5, 0, "Total excluding Year 10"), 5, 1, "7"))) == []


def test_averages_below_the_schools_are_not_schools() -> None:
    panel = [*PANEL[:4], ["Average", "9.5", "2.2", "1"], PANEL[4]]
    assert messages(report(panel)) == []


def test_sub_totals_beside_a_grand_total() -> None:
    panel = [PANEL[0], PANEL[1], PANEL[2], ["Sub-total", "12", "5.5", "4"], PANEL[3], PANEL[4]]
    assert messages(report(panel)) == [
        "Lower Valley Panel, Sub-total, Number of PEX: printed total 4, its schools add to 3 (1 too much)"
    ]


def test_a_part_year_is_shown_and_not_compared() -> None:
    found = report(changed(PEX_YEARS, 0, 2, "2022/23 to date"), PANEL)
    assert messages(found) == ["2021/22: 12 permanent exclusions by year group, 3 in the panels"]
    assert [(year.academic_year, year.change) for year in find_trend(found.years)] == [
        ("2021/22", None), ("2022/23 to date", None),
    ]  # fmt: skip


def test_years_as_rows_are_read_as_years_as_columns() -> None:
    turned = [list(row) for row in zip(*YEARS, strict=True)]
    found = {(f.year_group, f.key_stage, f.academic_year, f.printed) for f in report(turned).years}
    assert found == {(f.year_group, f.key_stage, f.academic_year, f.printed) for f in report(YEARS).years}


def test_suspensions_are_not_counted_among_permanent_exclusions() -> None:
    suspended = [["Fixed term exclusions", "2021/22", "2022/23"], ["Year 9", "40", "60"], ["Year 8", "30", "20"],
                 ["Year 7", "1", "2"]]  # fmt: skip
    found = report(suspended, YEARS)
    assert {figure.measure for figure in found.years} == {Measure.SUSPENSIONS, None}
    assert [year.pupils for year in find_trend(found.years)] == [Decimal(12), Decimal(8)]


@pytest.mark.parametrize(
    ("corner", "caption"),
    [
        ("Exclusion incidents by stage", "Exclusions, year by year"),
        ("Year Group", "Exclusions, year by year"),
        ("Removed from the register", "Permanent exclusions, year by year"),
        ("Expulsions", "Permanent exclusions, year by year"),
    ],
)
def test_exclusions_are_permanent_only_where_the_paper_says_so(corner: str, caption: str) -> None:
    found = report(changed(YEARS, 0, 0, corner), PANEL)
    assert trend_table([found], None).layout.caption == caption
    assert bool(messages(found)) == (caption[0] == "P")  # nothing else is compared with the panels' permanent ones


@pytest.mark.parametrize(
    ("label", "name", "stage"),
    [
        ("Years R to 4", "Years R to 4", None), ("Nursery to Year 4", "Nursery to Year 4", None), ("Prim.", "Prim.", None),
        ("Y1-6", "Y1-6", None), ("Y1 to Y6", "Y1 to Y6", None), ("P1-P4", "P1-P4", None), ("S5-S6", "S5-S6", None),
        ("KS3 8", "Year 8", "Key Stage 3"), ("KS4 8", "KS4 8", "Key Stage 4"), ("Y9", "Year 9", "Key Stage 3"),
        ("KS3 12 pupils", "KS3 12 pupils", "Key Stage 3"),
    ],
)  # fmt: skip
def test_year_groups_from_one_to_another_and_beside_their_stage(label: str, name: str, stage: str | None) -> None:
    group = find_group(label)
    assert group is not None
    assert (group.name, group.key_stage, group.sure) == (name, stage, True)


def test_which_schools_are_in_one_table_only() -> None:
    headings = ["School", "PEX", "FTE", "Days", "Roll", "EHE"]
    schools = [headings, *([name, "1", "2", "3", "4", "5"] for name in ("First", "St Second's Academy", "Fourth"))]
    panel = changed(changed(PANEL, 1, 0, "First Acadamy"), 2, 0, "St Seconds")
    assert messages(report(PEX_YEARS, panel, schools)) == [
        "2022/23: 8 permanent exclusions by year group, 3 in the panels; in the table of schools and in no panel: "
        "Fourth; in a panel and not in the table of schools: Third school"
    ]


def names(found: InclusionReport) -> set[tuple[str | None, str, str, str | None]]:
    return {
        (each.measure and each.measure.value, each.year_group, each.academic_year, each.printed) for each in found.years
    }


def test_bare_numbers_under_year_group_are_year_groups() -> None:
    rows = [["NCY", "2021/22", "2022/23"], ["R", "1", "0"], ["1", "2", "3"], ["2", "4", "6"], ["Total", "7", "9"]]
    found = names(report(rows))
    assert {name for _, name, _, _ in found} == {"Reception", "Year 1", "Year 2", "TOTAL"}
    assert (None, "Year 2", "2022/23", "6") in found


def test_a_run_of_bare_numbers_is_one_of_year_groups_where_the_caption_says_so() -> None:
    header = ["Academic year", "R", "1", "2", "3", "Total"]
    rows = [header, ["2021/22", "1", "0", "3", "7", "11"], ["2022/23", "2", "0", "5", "6", "13"]]
    for caption, expected in (
        ("Permanent exclusions by national curriculum year", True),
        ("Permanent exclusions", False),
    ):
        builder = PackBuilder(numbers=False)
        builder.new_page()
        builder.para(caption)
        builder.table(rows, [90.0] + [50.0] * 5)
        with drawn(builder.data()) as pdf:
            found = names(_read(find_tables(pdf.pages())))
        assert (("permanent exclusions", "Reception", "2022/23", "2") in found) is expected
        assert (("permanent exclusions", "Year 3", "2021/22", "7") in found) is expected


def test_a_label_in_two_languages_names_one_year_group() -> None:
    for label in ("Bl. {0} / Yr {0}", "Year {0} / Blwyddyn {0}"):
        rows = [["Year group", "2021/22"], *([label.format(year), str(year)] for year in (7, 8, 9)), ["Total", "24"]]
        assert {name for _, name, _, _ in names(report(rows))} == {"Year 7", "Year 8", "Year 9", "TOTAL"}


def test_a_measure_over_several_years_and_a_total_with_the_name_of_the_area() -> None:
    """The heading over both years says what is counted; "Borough" is the total, for its figures are the sums."""
    builder = PackBuilder(numbers=False)
    builder.new_page()
    x, y = 72.0, builder.height - 100
    for first, text in ((1, "Suspensions"), (3, "Permanent exclusions")):
        builder.canvas.rect(x + 90 * first, y, 180, 20)
        builder.canvas.drawString(x + 90 * first + 40, y + 6, text)
    builder.canvas.rect(x, y, 90, 20)
    builder.y = y
    values = [(40, 61, 4, 6), (75, 80, 9, 7), (31, 22, 2, 3)]
    rows = [[f"Year {7 + at}", *map(str, line)] for at, line in enumerate(values)]
    total = ["Borough", *(str(sum(column)) for column in zip(*values, strict=True))]
    builder.table([["Year group", "2021/22", "2022/23", "2021/22", "2022/23"], *rows, total], [90.0] * 5)
    with drawn(builder.data()) as pdf:
        found = names(_read(find_tables(pdf.pages())))
    assert ("suspensions", "Year 8", "2022/23", "80") in found
    assert ("permanent exclusions", "TOTAL", "2021/22", "15") in found
    assert len(found) == 16


def test_a_report_on_posts_is_no_inclusion_report() -> None:
    assert not worth_reading(["The team has 16 FTE posts, the unit 8 FTE posts, the service 40 FTEs and 3 FTEs."])


def test_no_total_over_all_panels_while_one_bears_no_name() -> None:
    """Its cases belong into the total; it is one line for people and keeps its rows for programs."""
    upper = changed(PANEL, 0, 0, "Upper Valley Panel")
    (whole,) = panel_summaries([report(PANEL, upper)])
    assert [column.heading for column in whole.layout.columns][-1] == "All, recomputed"
    assert list(whole.rows[0].values())[-1] == "38"
    found = report(PANEL, upper, changed(PANEL, 0, 0, "School"))
    (short,) = panel_summaries([found])
    assert short.layout.caption == "Panels (1 panel of 3 could not be named: no total over all panels)"
    assert [column.heading for column in short.layout.columns] == [
        "Measure", "Lower Valley Panel", "Upper Valley Panel",
    ]  # fmt: skip
    assert list(short.rows[0].values()) == ["Cases discussed", "19", "19"]
    (line,) = left_out_table([found]).rows
    assert (line["what"], line["figures"]) == ("First school … TOTAL", 11)


def test_the_table_of_panels_says_which_panel_it_leaves_out(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False)
    builder.new_page()
    for table in (PANEL, changed(PANEL, 0, 0, "School")):
        builder.table(table, [120.0, *[60.0] * (len(table[0]) - 1)])
        builder.para("The panel meets every half term.")
    with open_paper(pack_file(builder), whole=True) as paper:
        found = find_exclusions(paper, suppress_below=None)
    for_people = table_report("panels", found, for_reading=True).tables[-1]
    assert [row["what"] for row in for_people.rows] == ["First school … TOTAL"]
    assert [table.layout.name for table in table_report("panels", found, for_reading=False).tables] == ["panels"]


def test_the_totals_of_panels_as_rows_are_shown_for_each_time_apart() -> None:
    rows = [
        ["Cluster", "Cases", "Permanent exclusions"],
        ["Autumn term 2031", "", ""],
        ["Upper", "4", "1"],
        ["Lower", "3", "2"],
        ["All clusters", "7", "3"],
        ["Spring term 2032", "", ""],
        ["Upper", "5", "0"],
        ["Lower", "6", "2"],
        ["All clusters", "11", "2"],
    ]
    autumn, spring = panel_summaries([report(rows)])
    assert (autumn.layout.caption, spring.layout.caption) == ("Panels, Autumn term 2031", "Panels, Spring term 2032")
    assert [list(row.values()) for row in spring.rows] == [
        ["Cases", "5", "6", "11", "11"], ["Permanent exclusions", "0", "2", "2", "2"],
    ]  # fmt: skip


def test_a_total_of_a_further_year_where_both_tables_have_the_same_of_another() -> None:
    rows = [["Measure", "2030/31", "2021/22", "2022/23"], ["Permanent exclusions", "9", "12", "8"]]
    found = names(report(changed(YEARS, 0, 0, "Permanent exclusions"), rows))
    assert [row for row in found if row[2] == "2030/31"] == [("permanent exclusions", "TOTAL", "2030/31", "9")]
    other = [rows[0], ["Permanent exclusions", "9", "40", "50"]]  # of other schools
    assert not [
        row for row in names(report(changed(YEARS, 0, 0, "Permanent exclusions"), other)) if row[2] == "2030/31"
    ]


def test_tables_of_no_kind_that_name_exclusions_are_shown_as_printed() -> None:
    rows = [["Reason", "Suspensions", "Change", "Permanent exclusions", "Change"], ["Bullying", "31", "4", "2", "-1"],
            ["Theft", "12", "0", "1", "1"]]  # fmt: skip
    (grid,) = other_grids([report(rows)])
    assert [list(row.values()) for row in grid.rows] == rows[1:]
    assert not list(other_grids([report(YEARS, rows)]))


def test_months_make_a_part_of_a_year_and_each_measure_a_grid_of_its_own() -> None:
    rows = [["Year group", "PEX Sep-Feb 2031/32", "Suspensions Sep-Feb 2031/32"], ["Year 7", "1", "40"],
            ["Year 8", "2", "61"], ["Total", "3", "101"]]  # fmt: skip
    found = report(rows)
    assert ("permanent exclusions", "Year 8", "2031/32 Sep-Feb", "2") in names(found)
    excluded, suspended = year_grids([found], None)
    assert (excluded.layout.caption, suspended.layout.caption) == (
        "Permanent exclusions by year group", "Suspensions by year group",
    )  # fmt: skip
    assert [list(row.values())[-1] for row in suspended.rows] == ["40", "61", "101"]


def test_panels_of_which_one_names_its_year_stay_in_one_grid() -> None:
    upper = changed(PANEL, 0, 0, "Upper Valley Panel 2031/32")
    (whole,) = panel_summaries([report(PANEL, upper)])
    assert whole.layout.caption == "Panels"
