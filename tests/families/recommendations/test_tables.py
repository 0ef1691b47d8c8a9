"""Recommendations in the cells of a table."""

import json
from pathlib import Path

import pytest

from scrutiny.families.recommendations.tables import find_tabled
from scrutiny.pdf import read_pdf
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run

ROWS = [
    ["1", "Publish the list of crossings every spring.", "Wardens"],
    ["2", "Ask the ferry to run on Sundays too.", "Clerk"],
]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (["No.", "Recommendation", "For"], [("1", ROWS[0][1]), ("2", ROWS[1][1])]),
        (["#", "Improvement recommendation", "Comments"], []),
        # what is reported on is no longer recommended
        (["No.", "Recommendation", "Progress"], []),
        (["No.", "Measure", "For"], []),
    ],
)
def test_each_filled_cell_under_the_heading_is_one(
    heading: list[str], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Recommendations of the review")
    builder.table([heading, *ROWS], [40, 260, 90])
    path = tmp_path / "review.pdf"
    path.write_bytes(builder.data())
    with read_pdf(path) as pdf:
        assert [(row.number_printed, row.text) for row in find_tabled(pdf.pages())[0]] == expected


def test_cells_that_say_how_far_each_is(tmp_path: Path) -> None:
    """Whatever their column is called; an answer to a recommendation is none."""
    for said, expected in ((["Implemented", "Not yet due"], 0), (["Yes, in full", "Wardens will open a log"], 2)):
        builder = PackBuilder()
        builder.new_page()
        builder.para("Recommendations of the review")
        builder.table(
            [["Recommendation", "Where we are"], *([row[1], word] for row, word in zip(ROWS, said, strict=True))],
            [260, 120],
        )
        path = tmp_path / "review.pdf"
        path.write_bytes(builder.data())
        with read_pdf(path) as pdf:
            assert len(find_tabled(pdf.pages())[0]) == expected


def test_what_stands_beside_the_label(tmp_path: Path) -> None:
    rows = [
        ["Field", "Content"],
        ["Subject", "Boilers of the bath house"],
        ["Recommendation", "That the lower tender be accepted."],
    ]
    rows.append(["Reason for the recommendation", "That tender was the lower one."])
    builder = PackBuilder()
    builder.new_page()
    builder.table(rows, [140, 260])
    path = tmp_path / "decision.pdf"
    path.write_bytes(builder.data())
    with read_pdf(path) as pdf:
        assert [row.text for row in find_tabled(pdf.pages())[1]] == ["That the lower tender be accepted."]


def test_a_label_hides_no_list_of_its_page(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Report on the bath house")
    builder.table([["Field", "Content"], ["Recommendation", "That the lower tender be accepted."]], [140, 260])
    builder.heading("Recommendations")
    builder.para("That the boiler room be painted.", number="1.", hang=34)
    builder.para("That the old boiler be sold.", number="2.", hang=34)
    path = tmp_path / "report.pdf"
    path.write_bytes(builder.data())
    texts = [row["text"] for row in json.loads(run("recs", path, "-f", "json")[1])["tables"]["recommendations"]]
    assert sorted(texts) == [
        "That the boiler room be painted.", "That the lower tender be accepted.", "That the old boiler be sold.",
    ]  # fmt: skip


def test_a_cell_that_says_none(tmp_path: Path) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Recommendations of the review")
    cells = ["None. Two people count it.", "None of the boats should go out."]
    builder.table([["No.", "Recommendation"], *([str(n), cell] for n, cell in enumerate(cells, 1))], [40, 260])
    path = tmp_path / "review.pdf"
    path.write_bytes(builder.data())
    with read_pdf(path) as pdf:
        assert [row.text for row in find_tabled(pdf.pages())[0]] == cells[1:]


def test_minutes_list_what_they_answer_where_the_cells_ask(tmp_path: Path) -> None:
    heading = ["No.", "Recommendation of Overview and Scrutiny", "Answer"]
    for cells, wanted in (
        (["That a lamp be lit on the quay.", "That the Council write to the yard."], 2),
        (["Better light on the quay at night", "Letters for the yard about ice"], 0),  # subjects of what was asked
    ):
        builder = PackBuilder()
        builder.new_page()
        builder.heading("Minutes of the Cabinet", size=14)
        builder.para("Minutes of the meeting of the Cabinet held on 4 March 2025 at 6.30 pm in the Town Hall.")
        builder.para("Present: Councillor Ada Orme (in the Chair).")
        builder.para("Cabinet went through them one by one:")
        builder.table([heading, *([str(at), text, "Accepted."] for at, text in enumerate(cells, 1))], [40, 260, 90])
        builder.para("RESOLVED that the report be noted.")
        path = tmp_path / f"minutes{wanted}.pdf"
        path.write_bytes(builder.data())
        rows = json.loads(run("recs", path, "-f", "json")[1])["tables"]["recommendations"]
        made = [row["text"] for row in rows if row["kind"] == "recommendation"]
        assert made == cells[:wanted]
