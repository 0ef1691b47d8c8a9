"""Inclusion reports whose tables stand in sections, by term, or with each panel above its schools."""

from msgspec.structs import replace

from scrutiny.families.exclusions.facts import Measure
from scrutiny.families.exclusions.labels import first_year, scope_of
from scrutiny.families.exclusions.read import read_inclusion_report, worth_reading
from scrutiny.families.exclusions.suppression import suppress
from scrutiny.families.exclusions.view import panel_grids, school_grids, year_grids
from scrutiny.tables.measure import measure_table
from scrutiny.tables.model import RowKind
from tests.checks import placed
from tests.families.exclusions.test_reading import Rows, messages, report, under

TERMS: Rows = [
    ["Permanent exclusions by year group", "2022/23 Aut", "2022/23 Spr", "2022/23 Sum", "2022/23 Total"],
    ["Year 8", "2", "0", "3", "5"],
    ["Year 9", "4", "1", "2", "7"],
    ["Year 10", "1", "6", "0", "7"],
    ["All", "7", "7", "5", "19"],
]
NESTED: Rows = [
    ["Panel / school", "Cases referred", "Permanent exclusions"],
    ["East Panel", "9", "3"],
    ["First school", "4", "2"],
    ["Second school", "5", "1"],
    ["West Panel", "12", "4"],
    ["Third school", "7", "0"],
    ["Fourth school", "5", "4"],
    ["All panels", "21", "7"],
]


def test_sum_beside_spring_is_the_summer_term() -> None:
    found = report(TERMS)
    own = {(f.year_group, f.academic_year): f.printed for f in found.years}
    assert messages(found) == []
    assert own["Year 8", "2022/23"] == "5"
    assert own["Year 8", "2022/23 Sum"] == "3"
    assert [(year.academic_year, int(year.pupils)) for year in found.trend if year.whole] == [("2022/23", 19)]


def test_sum_below_spring_is_not_the_year() -> None:
    rows: Rows = [
        ["Permanent exclusions", "2021/22", "2022/23"],
        ["Aut", "12", "9"],
        ["Spr", "11", "4"],
        ["Sum", "9", "8"],
    ]
    assert report(rows).trend == ()
    found = report([*rows, ["Total", "32", "21"]])
    assert [(year.academic_year, int(year.pupils)) for year in found.trend] == [("2021/22", 32), ("2022/23", 21)]


def test_of_two_columns_of_the_same_year_only_a_proven_total_is_taken() -> None:
    sevens = [[*row[:1], *row[3:]] for row in TERMS]
    sevens[0] = ["Permanent exclusions by year group", "2022/23 Sum", "2022/23 Total"]
    assert report(sevens).years == ()


def test_a_total_of_areas_that_stand_above_their_schools_is_recomputed_from_the_areas() -> None:
    areas = [[row[0].replace("panels", "areas").replace("Panel", "Area"), *row[1:]] for row in NESTED]
    found = report(areas).panels
    assert [str(f.recomputed) for f in found if f.of_panels] == ["21", "7"]
    assert {(f.panel, f.school) for f in found if f.school} == {
        ("East Area", "First school"), ("East Area", "Second school"), ("West Area", "Third school"),
        ("West Area", "Fourth school"),
    }  # fmt: skip


def test_a_list_in_which_areas_stand_above_their_schools_gives_none_away() -> None:
    rows: Rows = [
        ["Area / school", "Cases referred", "Permanent exclusions"],
        ["East area", "30", "21"],
        ["First school", "13", "3"],
        ["Second school", "8", "8"],
        ["Third school", "9", "10"],
        ["West area", "26", "19"],
        ["Fourth school", "11", "9"],
        ["Fifth school", "15", "10"],
    ]
    shown = [f.printed for f in suppress(report(rows), 5).panels if f.measure == "Permanent exclusions"]
    assert shown == ["21", "*", "*", "10", "19", "9", "10"]


def test_a_panel_that_stands_twice_gives_no_school_away() -> None:
    rows: Rows = [
        ["Panel / school", "Cases referred", "Permanent exclusions"],
        ["East Panel", "22", "21"],
        ["First school", "9", "8"],
        ["Second school", "6", "6"],
        ["Third school", "7", "7"],
        ["East Panel", "19", "18"],
        ["First school", "9", "3"],
        ["Fourth school", "10", "15"],
    ]
    shown = [f.printed for f in suppress(report(rows), 5).others if f.heading == "Permanent exclusions"]
    assert shown[4:] == ["18", "*", "*"]  # the one small figure, and another of its own panel


def test_years_in_sections_are_shown_each_under_its_own_heading() -> None:
    rows = [
        ["Year group", "Permanent exclusions", "Suspensions"],
        ["Academic year 2021/22", "", ""],
        ["Year 9", "2", "41"],
        ["Year 10", "3", "50"],
        ["Academic year 2022/23", "", ""],
        ["Year 9", "4", "61"],
        ["Year 10", "1", "73"],
    ]
    grids = [grid for grid in year_grids([report(rows)], None) if grid.layout.caption.startswith("Permanent")]
    assert [[column.heading for column in grid.layout.columns][2:] for grid in grids] == [["2021/22"], ["2022/23"]]


def test_a_total_that_names_its_year_is_of_all() -> None:
    assert scope_of("Total 2021/22") is None
    assert scope_of("Secondary total 2021/22") == "Secondary 2021/22"


def test_two_years_in_one_caption_date_nothing() -> None:
    assert first_year("2020/21 to 2022/23", "2021/22") is None
    assert first_year(None, "Autumn", "2021/22") == "2021/22"


def test_a_report_on_managed_moves_need_not_name_exclusions() -> None:
    assert worth_reading(
        ["Fair access panels meet monthly. Managed moves: 9.", "Managed moves that failed: 2. EOTAS: 4."]
    )
    assert not worth_reading(["Access to fair play areas was better managed."])


def test_scottish_incidents_of_exclusion_are_shown() -> None:
    rows = [["Incidents of exclusion", "2021/22", "2022/23"], ["Looked after", "9", "7"], ["In a quintile", "12", "15"]]
    found = report(rows)
    assert {f.measure for f in found.years} <= {Measure.PERMANENT}
    assert [f.printed for f in found.others] == ["9", "7", "12", "15"]


def test_what_stands_over_the_labels_is_kept_with_each_figure() -> None:
    rows = [["Pupils suspended", "2021/22", "2022/23"], ["Ash ward", "9", "7"], ["Elm ward", "12", "15"]]
    assert {f.corner for f in report(rows).others} == {"Pupils suspended"}


def test_a_measure_below_the_year_groups_is_a_total_of_its_own() -> None:
    rows = [
        ["Pupils suspended", "2021/22", "2022/23"],
        ["Key Stage 3", "9", "7"],
        ["Key Stage 4", "12", "15"],
        ["Permanent exclusions", "3", "5"],
    ]
    found = report(rows)
    assert [(f.year_group, f.printed, f.understood) for f in found.years] == [
        ("TOTAL", "3", True),
        ("TOTAL", "5", True),
    ]
    assert [int(year.pupils) for year in found.trend] == [3, 5]


def test_panels_as_rows_are_shown_by_their_names() -> None:
    rows = [
        ["Cluster", "Permanent exclusions", "Cases"],
        ["Ash", "3", "14"],
        ["Birch", "2", "9"],
        ["All clusters", "5", "23"],
    ]
    (grid,) = panel_grids([report(rows)])
    assert [next(iter(row.values())) for row in grid.rows] == ["Ash", "Birch", "All clusters"]


def test_the_schools_of_a_panel_are_not_given_away_by_its_total() -> None:
    own = {f.school: f.printed for f in suppress(report(NESTED), 5).panels if f.measure == "Cases referred"}
    assert own["First school"] == own["Second school"] == "*"


def test_schools_keep_the_measure_over_their_years() -> None:
    rows = [
        ["School", "Suspensions 2021/22", "Suspensions 2022/23"],
        ["Ash School", "31", "28"],
        ["Birch Academy", "17", "20"],
    ]
    assert {f.measure for f in report(rows).schools} == {"Suspensions 2021/22", "Suspensions 2022/23"}


def test_below_running_totals_nothing_is_added_up() -> None:
    rows: Rows = [["Half term", "Suspensions 2022/23", "Cumulative"], ["First", "210", "210"], ["Second", "266", "476"],
                  ["Third", "251", "727"], ["Year", "727", ""]]  # fmt: skip
    found = {f.heading: f.recomputed for f in report(rows).others if f.row == "Year"}
    assert found == {"Suspensions 2022/23": 727, "Cumulative": None}


def test_a_table_is_about_exclusions_where_a_quarter_of_its_figures_is() -> None:
    rows: Rows = [["Measure", "2031/32"], ["Pupils on roll", "31,204"], ["Schools", "88"], ["Exclusion hearings", "12"],
                  ["Governors trained", "41"]]  # fmt: skip
    assert report(rows).about_exclusions
    assert not report([*rows, ["Free meals", "7,213"]]).about_exclusions
    assert report([*rows, ["Free meals", "7,213"], ["Suspension appeals", "64"]]).about_exclusions  # a kind of them


def test_a_report_of_one_page_need_name_exclusions_only_twice() -> None:
    page = "School Permanent exclusions Suspensions"
    assert worth_reading([page])
    assert not worth_reading([page, "Roads"])


def test_a_total_that_one_way_bears_out_is_not_recomputed_from_a_wrong_part_the_other_way() -> None:
    """The 71 is wrong: across, the pupils add to 69; the 508 is right, though its column adds to 510."""
    found = report(
        [
            ["Pupils suspended, 2022/23", "Year 8", "Year 9", "Year 10", "Total"],
            ["Suspended once", "88", "117", "131", "336"],
            ["Suspended twice", "24", "37", "42", "103"],
            ["Suspended more often", "13", "26", "30", "71"],
            ["Total", "125", "180", "203", "508"],
        ]
    )
    own = {(f.row, f.heading): (f.printed, f.recomputed) for f in found.others}
    assert [str(value) for value in own["Total", "Total"]] == ["508", "508"]
    assert [str(value) for value in own["Suspended more often", "Total"]] == ["71", "69"]


def test_a_table_whose_heading_goes_on_in_its_rows_names_no_panels() -> None:
    rows: Rows = [
        ["Clwstwr", "Disgyblion", "Parhaol"],
        ["Cluster", "Pupils on roll", "Permanent exclusions"],
        ["East cluster", "3,120", "7"],
        ["West cluster", "2,480", "4"],
    ]
    assert report(rows).panels == ()
    assert report([["Cluster", "Pupils on roll", "Permanent exclusions"], *rows[2:]]).panels != ()


def test_the_same_rows_in_several_sections_bear_the_section() -> None:
    sections = (("Mainstream", "1", "2"), ("Resourced units", "4", "3"))
    for heading, *names in (
        ("Permanent exclusions by year group", "Year 8", "Year 9", "Total"),
        ("School", "Elm School", "Fir School", "Total"),
    ):
        rows: Rows = [[heading, "2021/22", "2022/23"]]
        for section, *own in sections:
            figures = (own, own[::-1], [str(sum(map(int, own)))] * 2)
            rows += [[section, "", ""], *([name, *line] for name, line in zip(names, figures, strict=True))]
        found = report(rows, said="Permanent exclusions of each kind of school stand in the table.")
        labels = [f"{f.key_stage} {f.year_group}" for f in found.years] + [f.measure for f in found.schools]
        assert len(labels) >= 8
        assert all(any(section in label for section, *_ in sections) for label in labels), labels
        assert not [year for year in found.trend if year.pupils in (3, 7)]
        grids = [*year_grids([found], None), *school_grids([found])]
        shown = [" ".join([*(column.heading for column in grid.layout.columns), *map(str, row.values())])
                 for grid in grids for row in grid.rows]  # fmt: skip
        assert all(sum(section in text for section, *_ in sections) == 1 for text in shown), shown


def test_the_area_behind_each_school_parts_no_list_in_which_areas_come_and_go() -> None:
    for heading in ("Locality", "Area", "Panel", "Cluster"):
        rows: Rows = [
            ["School", heading, "Permanent exclusions", "Suspensions"],
            ["Ash School", "Hill", "3", "288"],
            ["Beech Academy", "Vale", "6", "402"],
            ["Cedar High", "Hill", "1", "97"],
            ["Dogwood College", "Shore", "9", "455"],
            ["Elder School", "Vale", "2", "60"],
        ]
        found = report(rows)
        assert not found.panels
        own = {(figure.school, figure.measure): figure.printed for figure in found.schools}
        assert own["Cedar High", "Suspensions"] == "97" and len(own) == 10
        grouped = report([rows[0], *(rows[at] for at in (1, 3, 2, 5, 4))])  # each area's schools together
        assert {(f.panel, f.school) for f in grouped.panels} == {(row[1], row[0]) for row in rows[1:]}


KINDS = (
    ["Primary", "Secondary", "Special"],
    ["Primary schools", "Post-primary schools", "Special schools"],
    ["Nursery", "Primary phase", "Secondary phase", "Pupil referral unit"],
)


def _turned(rows: Rows) -> Rows:
    return [list(row) for row in zip(*rows, strict=True)]


def test_kinds_of_school_are_read_as_year_groups_are_where_the_measure_is_known() -> None:
    for kinds in KINDS:
        for corner in ("Permanent exclusions by phase", "Expulsions"):
            figures = [[str(7 * at + year) for year in range(3)] for at, _ in enumerate(kinds)]
            whole = [str(sum(int(row[year]) for row in figures)) for year in range(3)]
            rows: Rows = [[corner, "2021/22", "2022/23", "2023/24"]]
            rows += [[kind, *row] for kind, row in zip(kinds, figures, strict=True)]
            rows += [["All schools", *whole]]
            for way in (rows, _turned(rows)):
                found = report(way)
                own = {(f.label, f.academic_year): f.printed for f in found.years if f.measure is Measure.PERMANENT}
                assert own == {(row[0], rows[0][at]): row[at] for row in rows[1:] for at in (1, 2, 3)}
                assert [int(year.pupils) for year in found.trend] == [int(total) for total in whole]
        for corner in ("Days lost to suspension", "Staff by phase", "Number of schools", "Phase"):
            assert not report([[corner, *rows[0][1:]], *rows[1:]]).years


def test_post_primary_schools_have_no_posts() -> None:
    rows: Rows = [
        ["Expulsions from post-primary schools", "Year 12", "Year 13", "Year 14", "Total"],
        ["2022/23", "4", "1", "0", "5"],
        ["2023/24", "3", "7", "2", "12"],
    ]
    own = {(f.year_group, f.academic_year): f.printed for f in report(rows).years}
    assert own["Year 14", "2022/23"] == "0" and own["TOTAL", "2023/24"] == "12" and len(own) == 8
    assert not report([["Posts for suspensions", *rows[0][1:]], *rows[1:]]).years


def test_the_years_of_one_panel_are_no_totals_of_all() -> None:
    rows: Rows = [
        ["West Valley Panel", "2022/23", "2023/24", "2024/25"],
        ["Cases heard", "31", "27", "40"],
        ["Permanent exclusions", "4", "6", "5"],
    ]
    assert not report(rows).years
    assert report([["Measure", *rows[0][1:]], *rows[1:]]).years


COUNTED: Rows = [
    ["", "Alder School", "Birch Academy", "Cole RC High", "Panel total"],
    ["Cases heard", "24", "31", "19", "74"],
    ["Managed moves agreed", "6", "9", "4", "19"],
    ["Pupils back within a term", "11", "14", "9", "34"],
    ["Permanent exclusions", "3", "7", "2", "12"],
]


def test_a_panel_with_its_schools_across_is_read_like_one_with_its_schools_down() -> None:
    for corner in ("Lower Valley Panel", "Lower Valley Locality Panel: exclusions"):
        rows: Rows = [[corner, *COUNTED[0][1:]], *COUNTED[1:]]
        across, down = ({(f.school, f.measure): f.printed for f in report(way).panels} for way in (rows, _turned(rows)))
        assert across == down and len(across) == 16 and across[None, "Permanent exclusions"] == "12"
    primary: Rows = [
        ["Lower Valley Panel", "Ash Primary School", "Birch C of E Primary"],
        *(r[:3] for r in COUNTED[1:]),
    ]
    one, other = ({(f.school, f.measure, f.printed) for f in report(way).panels} for way in (primary, _turned(primary)))
    assert one == other and len(one) == 8
    target: Rows = [["Lower Valley Panel: exclusions", *COUNTED[0][1:3], "Target"], *(row[:4] for row in COUNTED[1:])]
    assert not report(target).panels  # and no measure for a school
    for heads in (["Autumn", "Spring", "Summer"], ["2022/23", "2023/24", "2024/25"], ["Boys", "Girls", "SEN"]):
        assert not report([["Lower Valley Panel", *heads], *(row[:4] for row in COUNTED[1:])]).panels


def test_localities_that_the_caption_goes_by_are_panels_either_way() -> None:
    years: Rows = [
        ["", "2022/23", "2023/24"],
        ["North Hill", "10", "12"],
        ["Priory", "23", "21"],
        ["Wharf", "7", "9"],
        ["Borough", "40", "42"],
    ]
    for caption in ("Suspensions by locality", "Suspensions by area and year, 2022/23 to 2023/24"):
        for way in (years, _turned(years)):
            found = under(caption, way)
            own = {(f.panel, f.period): f.printed for f in found.panels}
            assert own == {(row[0], years[0][at]): row[at] for row in years[1:] for at in (1, 2)}
            assert {f.measure for f in found.panels} == {"suspensions"}
    for caption in ("Suspensions by locality and reason", "Suspensions by reason", "Places by provider"):
        for way in (years, _turned(years)):
            assert not under(caption, way).panels
    for heads in (["Boys", "Girls"], ["Target", "Outcome"], ["Our area", "England"]):
        for way in (rows := [["", *heads], ["2022/23", "10", "12"], ["2023/24", "7", "9"]], _turned(rows)):
            assert not under("Suspensions by area", way).panels
    rates = under("Rate of suspension per 100 pupils by locality", [["Locality", *years[0][1:]], *years[1:-1]]).panels
    assert {f.measure for f in rates} == {"Rate of suspension per 100 pupils by locality"}
    reasons: Rows = [["", "North Hill", "Priory", "Wharf"], ["Verbal abuse", "1", "2", "3"], ["Damage", "4", "4", "6"]]
    for way in (reasons, _turned(reasons)):
        assert not under("Suspensions by area", way).panels


def test_headings_that_run_together_in_one_line_name_no_column() -> None:
    heads = [
        "Mid Vale Panel",
        "Referrals",
        "Managed moves agreed",
        "Short-stay places taken up",
        "Pupils back in school",
    ]
    schools = [["Abbey School", "4", "5", "6", "7"], ["Birch Academy", "14", "15", "16", "17"], ["Cole High", *"3579"]]
    for width in (70.0, 74.0, 76.0, 78.0, 85.0):
        found = report([heads, *schools], ruled=False, width=width)
        assert {figure.measure for figure in found.panels} <= set(heads[1:])


def test_a_turned_table_says_of_its_rows_what_stood_over_its_columns() -> None:
    years: Rows = [["2022/23", "3", "5", "8", "14", "9", "23"], ["2023/24", "4", "2", "6", "11", "12", "23"]]
    heads = ["Year 7", "Year 8", "Total"]
    for first, second, sure in (("Permanent exclusions", "Suspensions", True), ("Hill", "Vale", False)):
        whole = placed([["", first, "", "", second, "", ""], ["Year", *heads, *heads], *years])
        above, header, *rows = (whole.table.header, *whole.table.rows)
        spans = tuple(replace(cell, columns=3) if cell.text else cell for cell in above)
        kinds = (RowKind.HEADING, RowKind.HEADING, RowKind.BODY, RowKind.BODY)
        table = replace(
            whole.table, header=header, rows=tuple(rows), grid=(spans, header, *rows), kinds=kinds, caption="Exclusions"
        )
        found = read_inclusion_report([measure_table(table)], (), whole.quote).years
        own = {(f.measure, f.year_group, f.academic_year): f.printed for f in found}
        assert own == {
            (measure, group, row[0]): row[at]
            for row in (years if sure else ())
            for at, (measure, group) in enumerate(
                ((measure, group) for measure in Measure for group in ("Year 7", "Year 8", "TOTAL")), start=1
            )
        }
