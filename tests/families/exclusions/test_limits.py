"""What a table of exclusions is said to be of: all of an area, or some pupils, schools, terms or another area."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from scrutiny.families.exclusions.facts import InclusionReport, Measure
from scrutiny.families.exclusions.labels import limits
from scrutiny.families.exclusions.report import find_exclusions
from scrutiny.families.exclusions.view import left_out_grid, other_grids, panel_summaries, year_grids
from scrutiny.paper import open_paper
from scrutiny.sheets.model import Table
from tests.builders.paper import PackBuilder
from tests.conftest import PackFile

Rows = list[list[str]]
Read = Callable[..., InclusionReport]

YEARS: Rows = [
    ["Year group", "2021/22", "2022/23"],
    ["Year 8", "3", "5"],
    ["Year 9", "4", "6"],
    ["Year 10", "5", "2"],
    ["Total", "12", "13"],
]


@pytest.fixture
def read(pack_file: PackFile) -> Read:
    """A report of one page: captions (str) and tables, top to bottom, read as the command reads it."""

    def draw(*parts: str | Rows) -> InclusionReport:
        builder = PackBuilder(stamps=False, outline=False)
        builder.new_page()
        builder.para("Permanent exclusions and suspensions of pupils. Each permanent exclusion is recorded by schools.")
        for part in parts:
            if isinstance(part, str):
                builder.gap(20)
                builder.heading(part[2:]) if part.startswith("# ") else builder.para(part)
            else:
                builder.table(part, [130.0] + [62.0] * (len(part[0]) - 1))
        with open_paper(pack_file(builder), whole=True) as paper:
            (report,) = find_exclusions(paper, suppress_below=None).reports
        return report

    return draw


def test_the_heading_says_what_is_counted_where_nothing_nearer_does(read: Read) -> None:
    years = [["Year group", "21/22", "22/23"], *YEARS[1:]]
    found = read("# Permanent exclusions", "They were as follows.", YEARS, "# Suspensions", "They follow.", years)
    assert {(f.measure, f.academic_year) for f in found.years} == {
        (measure, year) for measure in Measure for year in ("2021/22", "2022/23")
    }  # fmt: skip
    years[0][2] = "22/23 (provisional)"
    found = read("# Permanent exclusions", "They were as follows.", years)
    assert {f.academic_year for f in found.years} == {"2021/22", "2022/23 (provisional)"}
    for caption in ("Managed moves", "Days lost", "Pupils on roll", "Reintegration meetings held, rate per 100"):
        found = read("# Permanent exclusions", "They were as follows.", YEARS, f"# {caption}", "As follows.", years)
        assert {(f.measure, f.place[0]) for f in found.years} == {(Measure.PERMANENT, 0)}, caption
        found = read("# Permanent exclusions", "They were as follows.", YEARS, caption, years)
        assert {(f.measure, f.place[0]) for f in found.years} == {(Measure.PERMANENT, 0)}, caption


@pytest.mark.parametrize(
    "caption",
    [
        "Permanent exclusions of girls by year group", "Permanent exclusions in Wales by year group",
        "Forecast permanent exclusions by year group", "Permanent exclusions at Mill Lane School by year group",
        "Permanent exclusions by year group, spring term", "Permanent exclusions of pupils in care by year group",
        "Permanent exclusions by year group, Sept to Feb", "Permanent exclusions, 1 September to 31 December", "Permanent exclusions from academies by year group",
    ],
)  # fmt: skip
def test_a_table_of_a_part_makes_no_trend_and_bears_its_caption(caption: str, read: Read) -> None:
    found = read(caption, YEARS)
    assert found.trend == ()
    assert [grid.layout.caption for grid in year_grids([found], None)] == [caption]


@pytest.mark.parametrize(
    "caption",
    [
        "Permanent exclusions by national curriculum year group", "Permanent exclusions from Northshire schools",
        "Permanent exclusions from maintained schools and academies by year group",
        "Permanent exclusions by year group, September to July",
        "Permanent exclusions, 1 September 2022 to 31 August 2023", "Permanent exclusions in March of each year",
        "Table 3: permanent exclusions in the academic year", "Permanent exclusions of pupils from schools and colleges",
    ],
)  # fmt: skip
def test_a_table_of_all_is_not_limited(caption: str) -> None:
    assert limits(caption) is None


def test_a_table_whose_only_total_is_of_a_part_makes_no_trend(read: Read) -> None:
    assert read("Permanent exclusions by year group", [*YEARS[:-1], ["All secondary", "12", "13"]]).trend == ()


def test_a_table_for_each_year_makes_one_trend(read: Read) -> None:
    one, two = ([[row[0], row[at]] for row in YEARS] for at in (1, 2))
    parts = [part for table in (one, two) for part in (f"Permanent exclusions {table[0][1]}", table)]
    assert [(year.academic_year, int(year.pupils)) for year in read(*parts).trend] == [("2021/22", 12), ("2022/23", 13)]


def test_a_sentence_above_a_table_gives_it_no_year_and_no_measure(read: Read) -> None:
    boys: Rows = [["Year group", "Boys", "Girls", "Total"], ["Year 8", "2", "1", "3"], ["Year 9", "3", "1", "4"]]
    found = read("There were fewer permanent exclusions in 2019/20.", boys, "Permanent exclusions", YEARS)
    assert {figure.academic_year for figure in found.years} == {"2021/22", "2022/23"}
    assert read("The table below shows permanent exclusions.", YEARS).trend[0].counted == "permanent exclusions"
    assert read("There were no permanent exclusions in June.", YEARS).trend[0].counted == "exclusions"
    assert read("Numbers went up.", YEARS, "Permanent exclusions by year group", YEARS).years[0].place[0] == 1


def test_pupils_in_a_table_of_suspensions_are_no_suspensions(read: Read) -> None:
    table: Rows = [[row[0], row[1], row[2]] for row in YEARS]
    table[0] = ["Year group", "Days 2022/23", "Pupils 2022/23"]
    assert read("Suspensions by year group", table).years == ()
    table[0] = ["Year group", "Permanent 2022/23", "Suspensions 2022/23"]
    assert {(f.measure, f.printed) for f in read("Exclusions", table).years if f.is_total} == {
        (Measure.PERMANENT, "12"), (Measure.SUSPENSIONS, "13"),
    }  # fmt: skip


PANEL: Rows = [
    ["School", "Cases", "Moves", "Excluded"],
    ["Elm School", "4", "2", "1"],
    ["Fir School", "5", "1", "0"],
    ["Total", "9", "3", "1"],
]


def cells(table: Table) -> list[list[object]]:
    return [list(row.values()) for row in table.rows]


def test_panels_of_two_years_are_not_added(read: Read) -> None:
    found = read("Lower Panel 2021/22", PANEL, "Lower Panel 2022/23", PANEL, "Upper Panel 2022/23", PANEL)
    assert [(table.layout.caption, cells(table)[0][-1]) for table in panel_summaries([found])] == [
        ("Panels, 2021/22", "9"), ("Panels, 2022/23", "18"),
    ]  # fmt: skip


def test_a_panel_without_a_total_is_missing_in_the_sum_of_all(read: Read) -> None:
    (table,) = panel_summaries([read("Lower Panel", PANEL[:-1], "Upper Panel", PANEL)])
    assert cells(table)[0] == ["Cases", None, "9", "9 (without Lower Panel)"]


def test_a_heading_that_says_what_a_column_holds_is_no_name_of_a_panel(read: Read) -> None:
    table: Rows = [["Area panel", *PANEL[0][1:]], ["Lower", "4", "2", "1"], ["Upper", "5", "1", "0"], PANEL[-1]]
    (panels,) = panel_summaries([read("Cases in the autumn term 2022", table)])
    assert cells(panels)[0] == ["Cases", "4", "5", "9", "9"]
    assert {figure.period for figure in read("Cases, autumn term 2022", table).panels} == {"autumn term 2022"}


def test_a_total_below_several_terms_is_of_none_of_them(read: Read) -> None:
    table: Rows = [
        ["Fair access panels", "Cases", "Moves", "Excluded"], ["Autumn term", "", "", ""],
        ["Lower panel", "4", "2", "1"], ["Upper panel", "5", "1", "0"], ["Spring term", "", "", ""],
        ["Lower panel", "3", "2", "0"], ["Upper panel", "6", "1", "2"], ["Total", "18", "6", "3"],
    ]  # fmt: skip
    found = read("Fair access panels", table)
    assert {figure.period for figure in found.panels if figure.of_panels} == {None}
    assert {figure.period for figure in found.panels if not figure.of_panels} == {"Autumn term", "Spring term"}


def test_schools_are_not_where_the_measures_are(read: Read) -> None:
    table: Rows = [
        ["School", "Elm School", "Fir School", "All"],
        ["Suspensions 2021/22", "14", "12", "26"],
        ["Suspensions 2022/23", "16", "21", "37"],
        ["Permanent exclusions 2022/23", "1", "2", "3"],
    ]
    assert read("Exclusions by school", table).schools == ()


def test_panels_beside_their_schools_have_their_schools_and_their_totals(read: Read) -> None:
    table: Rows = [
        ["Panel", *PANEL[0]],
        ["Lower Panel", "Elm School", "4", "2", "1"], ["", "Sub-total", "4", "2", "1"],
        ["Upper Panel", "Fir School", "5", "1", "0"], ["", "Sub-total", "5", "1", "0"],
    ]  # fmt: skip
    found = read("Fair access panels", table)
    assert [(f.panel, f.school) for f in found.panels[::3]] == [
        ("Lower Panel", "Elm School"), ("Lower Panel", None), ("Upper Panel", "Fir School"), ("Upper Panel", None),
    ]  # fmt: skip
    assert found.schools == ()


def test_all_schools_are_no_school(read: Read) -> None:
    found = read(
        "Permanent exclusions by school",
        [*PANEL[:-1], ["All secondary schools", "9", "3", "1"], ["All Saints", "1", "1", "1"]],
    )
    assert {figure.school for figure in found.schools} == {"Elm School", "Fir School", "All Saints"}


@pytest.mark.parametrize(
    ("heading", "year", "change"),
    [
        ("2023/24 (to 31 March)", "2023/24 (to 31 March)", None),
        ("2023/24 up to the end of May 2024", "2023/24 up to the end of May 2024", None),
        ("2023/24 (first two terms)", "2023/24 (first two terms)", None),
        ("2023/24 (provisional)", "2023/24 (provisional)", None), ("2023/24*", "2023/24 (provisional)", None),
        ("2023/24 (p)", "2023/24 (unvalidated)", None), ("2023/24", "2023/24", 1), ("2023/24 (r)", None, None),
        ("2023/24 target", None, None),
    ],
)  # fmt: skip
def test_a_year_that_is_not_over_or_not_settled_is_named_so_and_compared_with_none(
    heading: str, year: str | None, change: int | None, read: Read
) -> None:
    rows = [[*row, own] for row, own in zip(YEARS, [heading, "6", "4", "4", "14"], strict=True)]
    found = read("Permanent exclusions by year group", rows, "* Provisional.", "p: figures not yet in; unvalidated")
    last = found.trend[-1]
    assert (last.academic_year, last.change) == ((year, change) if year else ("2022/23", 1))


def test_the_running_year_is_told_in_a_table_without_year_groups_and_terms_are_not(read: Read) -> None:
    caption = "Permanent exclusions, all schools"
    rows = [["", "2021/22", "2022/23 to 30 April", "2021/22 autumn"], ["Permanent exclusions", "12", "9", "4"]]
    assert [year.academic_year for year in read(caption, rows).trend] == ["2021/22", "2022/23 to 30 April"]


def test_the_row_that_bears_the_name_of_a_panel_below_its_schools_is_its_total_and_told_once(read: Read) -> None:
    heads = ["School", "Referred", "Moved", "Permanent exclusions", "Suspensions"]
    found = read(
        "Work of the panels",
        [["Panel", "Referred", "Moved", "Permanent exclusions"], ["Hill Panel", "9", "4", "3"], ["Dale Panel", "5", "2", "1"]],
        "Schools of the Hill Panel", [heads, ["Oak", "6", "3", "1", "20"], ["Elm", "3", "1", "2", "31"], ["Hill Panel", "9", "4", "3", "51"]],
        "Schools of the Dale Panel", [heads, ["Ash", "4", "2", "1", "11"], ["Fir", "1", "0", "0", "14"], ["Dale Panel", "5", "2", "1", "25"]],
    )  # fmt: skip
    (summary,) = panel_summaries([found])
    assert [column.heading for column in summary.shown] == ["Measure", "Hill Panel", "Dale Panel", "All, recomputed"]
    assert [list(row.values())[:3] for row in summary.rows][2:] == [
        ["Permanent exclusions", "3", "1"], ["Suspensions", "51", "25"],
    ]  # fmt: skip


def test_a_total_that_counts_pupils_once_each_has_no_sum_beside_it(read: Read) -> None:
    rows = [
        ["Panel", "Pupils referred", "Moves", "Suspensions", "Permanent exclusions"],
        ["Hill Panel", "9", "31", "204", "13"],
    ]
    rows += [
        ["Dale Panel", "5", "12", "131", "11"],
        ["Glen Panel", "6", "27", "96", "22"],
        ["All", "18", "70", "431", "46"],
    ]
    (summary,) = panel_summaries([read("Work of the panels", rows)])
    assert [list(row.values())[-1] for row in summary.rows] == [None, "70", "431", "46"]


def test_years_down_the_side_are_a_trend_and_what_stands_beside_it_is_told_and_named(read: Read) -> None:
    rows = [
        ["Year", "Pupils on roll", "Permanent exclusions", "Rate"],
        ["2021/22", "4,100", "12", "0.3"],
        ["2022/23", "4,080", "16", "0.4"],
    ]
    found = read("Permanent exclusions and their rate per 100 pupils", rows)
    assert [(year.academic_year, year.pupils) for year in found.trend] == [
        ("2021/22", Decimal(12)),
        ("2022/23", Decimal(16)),
    ]
    (beside,) = other_grids([found], dated=True)
    assert [list(row.values()) for row in beside.rows] == [["Pupils on roll", "4,100", "4,080"], ["Rate", "0.3", "0.4"]]
    assert [list(row.values())[1:3] for row in left_out_grid([found], at_a_glance=True).rows] == [
        ["exclusions years", "4"]
    ]


@pytest.mark.parametrize("label", ["2021/22 and before", "2021/22 boys", "Permanent exclusions 2021/22", "Autumn"])
def test_rows_that_are_no_bare_years_are_no_trend(label: str, read: Read) -> None:
    rows = [["Year", "Permanent exclusions", "Suspensions"], [label, "12", "340"], ["2022/23", "16", "352"]]
    assert read("Exclusions", rows).trend == ()


def test_two_tables_that_were_read_as_one_are_not_told_by_year(read: Read) -> None:
    below = [["Year", "2021/22", "2022/23"], ["Permanent exclusions of residents", "9", "8"]]
    found = read("Permanent exclusions", [["Year", "2021/22", "2022/23"], ["Permanent exclusions", "12", "13"], *below])
    assert list(other_grids([found], dated=True)) == []
