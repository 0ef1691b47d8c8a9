"""Of which time a figure is that names none, and which of two figures lies over the other. The papers are made up."""

from pathlib import Path

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_form
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder
from tests.products.verifying.test_judging import paper

SERIES = (
    ("30 June", "30 September", "on 30 June"),
    ("Apr-Jun 2024", "Jul-Sep 2024", "from April to June 2024"),
    ("December 2023/24", "January 2023/24", "in December 2023/24"),
    ("Year 3", "Year 4", "in year 3"),
    ("Before", "After", "before the works"),
    ("Quarter 1", "Quarter 2", "in quarter 1"),
    ("2022/23", "2023/24", "in 2022/23"),
)
"""Two columns of one measure, and how a sentence names the first."""

ROWS = (("Moored yachts", "314", "377"), ("Ferry sailings", "1,283", "1,168"), ("Chandlers", "43", "58"))
"""In thirds of a set of columns, none of which is the sum of the others."""


def flagged(verifier: Verifier, text: str, figure: str, suffix: str = ".md") -> bool:
    claims = [each for each in claims_of_form("summary", suffix, text) if each.numeral.printed.startswith(figure)]
    assert claims, text
    return any(verifier.verify(each).outcome in WRONG for each in claims)


def test_a_figure_that_names_no_time_is_of_the_latest(tmp_path: Path) -> None:
    for first, second, named in SERIES:
        builder = PackBuilder(numbers=True)
        builder.new_page()
        builder.heading("The harbour")
        builder.para("This report tells the board how the harbour was used.")
        builder.table([["Measure", first, second], *map(list, ROWS)], [180.0, 120.0, 120.0])
        path = tmp_path / "harbour.pdf"
        path.write_bytes(builder.data())
        with open_paper(path, whole=True) as drawn:
            verifier = Verifier(evidence_of(drawn))
        for label, old, new in ROWS:
            assert not flagged(verifier, f"{label}: {new}.", new), (first, label)
            assert flagged(verifier, f"{label}: {old}.", old), (first, label)
            assert not flagged(verifier, f"{label} {named}: {old}.", old), (first, label)
            assert not flagged(verifier, f"{label} went from {old} to {new}.", old), (first, label)
            row = f"Item,Figure\n{label},"
            assert not flagged(verifier, f'{row}"{new}"\n', new, ".csv"), (first, label)
            assert flagged(verifier, f'{row}"{old}"\n', old, ".csv"), (first, label)


LIES = (
    ("Of those in the queue 73 were skippers; in May there were 192.", "73 skippers are in the queue, {} in May.", "119",
     ("fewer than",), ("more than",)),
    ("The lock opened in time on 81.4% of days; the target is 88%.", "That is {} the 88% target.", "6.6 points",
     ("under", "below"), ("over", "above")),
    ("Of tides 41% were missed in the east and 57% in the west.", "In the west 57% were missed, {} the east.", "16 points",
     ("more than",), ("fewer than",)),
)  # fmt: skip
"""What a paper has, a sentence with a difference, and which way it lies and does not."""


def test_of_two_figures_the_one_that_is_told_lies_as_it_is_told() -> None:
    for there, text, figure, right, wrong in LIES:
        verifier = paper(there)
        for way in (*right, *wrong):
            said = flagged(verifier, text.format(f"{figure} {way}"), figure.split()[0])
            assert said is (way in wrong), (text, way)


def test_a_row_of_a_summary_is_told_as_a_sentence_is() -> None:
    verifier = paper(
        "Berths were 87.5% full in the quarter; in the same quarter of 2021 they were 71.6% full.",
        "9,402 boats have a licence: 6,117 of sailing age and 3,285 of steam age.",
        "3,904 skippers sat the test between April and October, against 4,273 in the same months of 2021.",
        "Over two years the yield was 5.9% a year, against 5.1% for the rival port.",
    )
    rows = (
        ("Berths full in the quarter", "87.5%", "71.6%"),
        ("Berths full in the same quarter of 2021", "71.6%", "87.5%"),
        ("Boats of sailing age", "6117", "3285"),
        ("Skippers who sat the test", "3904", "4273"),
        ("Yield over two years", "5.9%", "5.1%"),
    )
    assert not flagged(verifier, "Item,Figure\nSkippers who sat the test April to October,3904\n", "3904", ".csv")
    for label, right, wrong in rows:
        for each in (right, wrong):
            text = f"Item,Figure\n{label},{each}\n"
            assert flagged(verifier, text, each, ".csv") is (each is wrong), (label, each)


SHARES = (
    ("Of the 42 that the harbour master heard, skippers won {}.", "9", "36", ("86%", "35%", "43%"), ("86%",)),
    ("They closed 97 cases, heard 42 and dropped 31. That is {} of the ones they heard.", "31", "42", ("74%", "32%"),
     ("74%",)),
    ("Nine of 24 buoys were lit. The year before it was {}.", "9", "24", ("38%",), ()),
)  # fmt: skip
"""Sentences with a share, and which of some shares of what stands there it can be."""


def test_a_share_is_of_the_whole_that_its_sentence_names() -> None:
    verifier = paper(
        "Skippers brought 103 cases; 97 were closed, and 42 were heard by the harbour master.",
        "Of cases 31 were dropped and 36 were won by skippers.",
        "Of 24 buoys nine were lit (38%), against eleven of 21 the year before (52%).",
    )
    for text, _, _, shares, right in SHARES:
        for share in shares:
            assert flagged(verifier, text.format(share), share) is (share not in right), (text, share)


def test_what_something_is_down_to_is_no_difference() -> None:
    verifier = paper("The jury of pilots counts 26 members, of whom five leave in spring.")
    assert flagged(verifier, "The jury of pilots is down to 21 members, and five of them leave.", "21")
    assert not flagged(verifier, "The jury of pilots counts 26 members and five leave, so 21 are left.", "21")


MOVED = (
    ("The fleet went up from four dredgers to eleven.", "The fleet of dredgers went up by {}.", "eleven", "seven"),
    ("In spring 38 more boats docked than sailed.", "In spring {} more boats sailed than docked.", "38", None),
    ("There were 47 more skippers than berths on the quay.", "The quay had {} more berths than skippers.", "47", None),
)
"""What a paper has, and of a sentence the figure that it cannot have there and the one that it can."""


def test_by_how_much_is_not_to_how_much_and_more_than_is_not_the_other_way_about() -> None:
    for there, text, wrong, right in MOVED:
        assert flagged(paper(there), text.format(wrong), wrong), text
        assert right is None or not flagged(paper(there), text.format(right), right), text
    for there, text in (
        ("In spring 38 more boats docked than sailed.", "In spring 38 more boats docked than sailed."),
        ("In spring 38 more boats docked than sailed.", "In spring 38 fewer boats sailed than docked."),
        ("The fleet fell from nine dredgers to five.", "Dredgers of the fleet dropped by four to five."),
    ):
        assert not flagged(paper(there), text, "38" if "38" in text else "four"), text


def test_over_the_year_is_the_column_of_the_year(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("The harbour")
    rows = [["Wrecks found", "7", "5", "16", "23", "51"], ["Wrecks raised", "4", "11", "8", "12", "35"]]
    builder.table([["Measure", "Q1", "Q2", "Q3", "Q4", "Year"], *rows], [150.0, 60.0, 60.0, 60.0, 60.0, 60.0])
    path = tmp_path / "harbour.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as drawn:
        verifier = Verifier(evidence_of(drawn))
    for label, *quarters, year in rows:
        for figure in (*quarters, year):
            assert flagged(verifier, f"Over the year there were {figure} {label.lower()}.", figure) is (figure != year)


def test_units_that_are_never_one() -> None:
    for there, text, figure, wrong in (
        ("The sheds used 4,715 MWh of gas.", "The sheds used {} MWh of gas.", "4,715", False),
        ("The sheds used 4,715 MWh of gas.", "The sheds used {} kWh of gas.", "4,715", True),
        ("Thirteen pilots (11.3 fte) are in post.", "There are {} fte pilots in post.", "11.3", False),
        ("Thirteen pilots (11.3 fte) are in post.", "There are {} people in post as pilots.", "11", True),
        ("The average due is £6,480 a year.", "Item,Figure\nAverage due,{} a year\n", "£6480", False),
        ("The average due is £6,480 a year.", "Item,Figure\nAverage due,{} a month\n", "£6480", True),
    ):
        suffix = ".csv" if "Item" in text else ".md"
        assert flagged(paper(there), text.format(figure), figure, suffix) is wrong, text


def test_a_quarter_a_year_before_a_row_elsewhere_and_two_shares_that_are_given(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("The harbour")
    builder.para("Elmport had most wrecks, 118, and the lowest rate together with Ashby. The target is 90%.")
    builder.table(
        [["Measure", "Q2 2023/24", "Q1 2024/25", "Q2 2024/25"], ["Days to dock", "46", "44", "41"],
         ["Berths let", "512", "498", "477"]],
        [150.0, 90.0, 90.0, 90.0],
    )  # fmt: skip
    builder.gap()
    builder.table(
        [["Port", "Wrecks", "Rate"], ["Elmport", "118", "2.9"], ["Ashby", "64", "2.9"], ["Thorne", "38", "4.4"]],
        [150.0, 90.0, 90.0],
    )
    path = tmp_path / "harbour.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as drawn:
        verifier = Verifier(evidence_of(drawn))
    for text, figure, wrong in (
        ("It takes 41 days to dock, though it was {} at this point last year.", "46", False),
        ("It takes 41 days to dock, though it was {} at this point last year.", "44", True),
        ("Berths let: 477, and {} a year ago.", "512", False),
        ("Berths let: 477, and {} a year ago.", "498", True),
        ("Ashby had {} wrecks.", "64", False),
        ("Ashby had {} wrecks.", "118", True),
        ("Elmport had {} wrecks.", "118", False),
        ("Boats on time were 85%, against 80% the year before, so we rose by {} points.", "five", False),
        ("Boats on time were 85%, against 80% the year before, so we fell by {} points.", "five", True),
    ):
        assert flagged(verifier, text.format(figure), figure) is wrong, (text, figure)


def test_what_lies_between_a_figure_and_the_one_it_is_held_against() -> None:
    verifier = paper(
        "Of hulls 73.6% were sound in the quarter, compared with 71.4% in the same quarter of 2021.",
        "Of ropes 81.2% were sound in the quarter, against a target of 90.0%.",
        "The yard built 1,934 boats, 4.5% more than the 1,851 built in 2021.",
    )
    for text, figure, wrong in (
        ("73.6% of hulls were sound, {} points better than a year ago.", "2.2", False),
        ("73.6% of hulls were sound, {} points better than a year ago.", "3.1", True),
        ("73.6% of hulls were sound, {} points lower than a year ago.", "2.2", True),
        ("81.2% of ropes were sound, {} points worse than a year ago.", "8.8", True),
        ("Some 1,930 boats came out, {} more than in the previous year.", "83", False),
        ("Some 1,930 boats came out, {} fewer than in the previous year.", "83", True),
    ):
        assert flagged(verifier, text.format(figure), figure) is wrong, (text, figure)
