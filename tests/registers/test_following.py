"""What later papers say became of an action: the one they are about is changed, any doubt leaves it alone."""

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.styles import Font

from scrutiny.families.minutes.facts import Progress
from scrutiny.families.minutes.progress import progress_of
from scrutiny.registers.following import Earlier, News, follow
from scrutiny.sources import Quote
from tests.builders.paragraphs import draw
from tests.cli.test_commands import run

MARCH, MAY = date(2025, 3, 6), date(2025, 5, 8)
KNOWN = (
    "Look into the bus fares charged to apprentices in rural villages",
    "Circulate the map of youth clubs to all members",
    "Write to the water company about the flooded underpass",
    "Bring a report on foster carers to the June meeting",
)


def known(*texts: str, body: str | None = "Skills Committee", day: date | None = MARCH) -> list[Earlier]:
    return [
        Earlier(ref=str(number), text=text, printed=text, date=day, body=body)
        for number, text in enumerate(texts, start=1)
    ]


def news(text: str, *, body: str | None = "Skills Committee", day: date | None = MAY) -> News:
    progress = progress_of(text) or Progress.COMPLETED
    return News(
        text=text, said=text, progress=progress, date=day, body=body, quote=Quote(file="may.pdf", pdf_page=1, text=text)
    )


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("The map of youth clubs had been circulated on 20 March.", "2"),
        ("A letter had been sent to the water company about the flooded underpass.", "3"),
        ("Bus fares charged to apprentices in the villages: looked into, and a note published.", "1"),
        # too little in common, or about something else as well
        ("The map had been circulated.", None),
        ("A reply had been received.", None),
        ("The report had been circulated to all members.", None),
        ("A letter had been sent to the water company about the burst main in Kiln Street and the state of its depot.", None),
    ],
)  # fmt: skip
def test_a_later_paper_is_about_one_action_or_none(said: str, ref: str | None) -> None:
    assert next(iter(follow(known(*KNOWN), [news(said)])), None) == ref


def test_where_two_fit_none_is_changed() -> None:
    twice = known("Circulate the map of youth clubs in the north", "Circulate the map of youth clubs in the south")
    assert follow(twice, [news("The map of youth clubs had been circulated.")]) == {}


@pytest.mark.parametrize(
    ("body", "day"),
    [("Health Committee", MAY), ("Skills Committee", MARCH), ("Skills Committee", date(2024, 12, 5)), (None, None)],
)
def test_only_later_papers_of_the_same_body_count(body: str | None, day: date | None) -> None:
    assert follow(known(*KNOWN), [news("The map of youth clubs had been circulated.", body=body, day=day)]) == {}


def test_a_log_that_names_the_meeting_is_about_its_actions() -> None:
    told = replace(news("The map of youth clubs had been circulated.", day=None), number="06/03/2025")
    assert set(follow(known(*KNOWN), [told])) == {"2"}
    assert follow(known(*KNOWN, day=MAY), [told]) == {}


def test_one_number_is_one_action() -> None:
    """A log that goes on repeats its rows under their numbers: all that bear the number are told of, and no other."""
    told = replace(news("Circulate the map of youth clubs to all members"), number="24/11")
    one, other, *_ = known(*KNOWN[1:2] * 3)
    same, repeat = replace(one, number="24/11"), replace(other, number="24/11", repeat=True)
    assert set(follow([same, repeat, replace(other, ref="3", number="24/12")], [told])) == {"1", "2"}
    assert follow([replace(one, number="6"), replace(other, number="6")], [replace(told, number="6")]) == {}
    assert follow([replace(same, text="Paint the gate", printed="")], [told]) == {}


def test_a_body_is_the_same_however_its_name_is_joined() -> None:
    told = news("The map of youth clubs had been circulated.", body="Skills & Youth Committee")
    assert set(follow(known(*KNOWN, body="The Skills and Youth Committee"), [told])) == {"2"}


def test_the_last_word_counts() -> None:
    july = news("The map of youth clubs had been circulated.", day=date(2025, 7, 3))
    told = follow(known(*KNOWN), [july, news("The map of youth clubs was still awaited.")])
    assert told["2"].progress is Progress.COMPLETED


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The map had been circulated on 3 May.", Progress.COMPLETED),
        ("Travel claims – received by all members.", Progress.COMPLETED),
        ("The fence was repaired in April.", Progress.COMPLETED),
        ("Action 4: completed.", Progress.COMPLETED),
        ("The plan had not been provided and would come in March.", Progress.OUTSTANDING),
        ("A reply was still awaited from the county.", Progress.OUTSTANDING),
        ("The survey is under way.", Progress.IN_PROGRESS),
        ("The request for a mirror had been withdrawn.", Progress.SUPERSEDED),
        ("The letter had been sent but no reply received.", None),
        ("The Treasurer had written to the bank and an answer was awaited.", Progress.COMPLETED),
        ("The Treasurer would write to the bank, and a reply was awaited from the auditor.", None),
        ("The clerk would write to the county.", None),
        ("Councillor Ball asked whether the letter had been sent.", None),
        ("The minutes were approved.", None),
    ],
)
def test_what_a_sentence_reports(sentence: str, expected: Progress | None) -> None:
    assert progress_of(sentence) is expected


def paper(path: Path, day: str, *rows: str) -> Path:
    head = (f"MINUTES of a meeting of the Skills Committee held on {day}.", "PRESENT: Mr A Ball (Chairman)")
    path.write_bytes(draw(*head, *rows).data())
    return path


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper(
        tmp_path_factory.mktemp("first") / "march.pdf", "Thursday 6 March 2025",
        "# 6 Buses",
        "The Head of Skills undertook to look into the bus fares charged to apprentices in rural villages.",
        "# 7 Youth clubs",
        "The Clerk agreed to circulate the map of youth clubs in the valley to all members.",
    )  # fmt: skip


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper(
        tmp_path_factory.mktemp("second") / "may.pdf", "Thursday 8 May 2025",
        "# 3 Matters arising",
        "The map of youth clubs in the valley had been circulated on 20 March.",
        "The bus fares charged to apprentices in rural villages were still being looked into.",
        "# 4 Libraries",
        "The Librarian undertook to provide figures on late opening to the committee.",
    )  # fmt: skip


def rows_of(*arguments: Path) -> dict[str, dict[str, str]]:
    out = run("actions", *arguments, "-f", "csv", "-q")[1]
    return {row["ref"]: row for row in csv.DictReader(io.StringIO(out))}


def test_two_meetings_are_one_log(first: Path, second: Path) -> None:
    rows = rows_of(second, first)
    fares, clubs = rows["2025-03-06/6.1"], rows["2025-03-06/7.1"]
    assert (clubs["status"], clubs["updated"], clubs["update_file"], clubs["update_page"]) == (
        "closed", "2025-05-08", "may.pdf", "1",
    )  # fmt: skip
    assert clubs["update"] == "The map of youth clubs in the valley had been circulated on 20 March."
    assert (fares["status"], rows["2025-05-08/4.1"]["status"]) == ("outstanding", "open")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_log_is_brought_up_to_date(first: Path, second: Path, suffix: str, tmp_path: Path) -> None:
    log = tmp_path / f"log{suffix}"
    assert run("actions", first, "--merge", log)[2].startswith(f"log{suffix}: 2 added, 0 closed, 0 changed")
    said = run("actions", second, "--merge", log)[2]
    assert f"log{suffix}: " in said
    assert ", 1 closed, 1 changed" in said
    again = run("actions", second, "--merge", log)[2]
    assert ": 0 added, 0 closed, 0 changed" in again


@pytest.mark.parametrize("begun_with", ["--merge", "--output"])
def test_a_row_that_was_deleted_stays_so(first: Path, second: Path, begun_with: str, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("actions", first, begun_with, log)
    book = openpyxl.load_workbook(log)
    book["Action log"].delete_rows(2)
    book.save(log)
    assert "0 added, 0 closed, 0 changed; 1 row left out" in run("actions", first, "--merge", log)[2]
    run("actions", second, "--merge", log)
    again = openpyxl.load_workbook(log)
    refs = [row[0] for row in again["Action log"].iter_rows(min_row=2, values_only=True)]
    assert (refs[0], "2025-03-06/6.1" in refs, again["scrutiny"].sheet_state) == ("2025-03-06/7.1", False, "hidden")
    files = [row[0] for row in again["Sources and findings"].iter_rows(values_only=True)]
    assert [name for name in files if str(name).endswith(".pdf")] == [first.name, second.name]


def test_what_an_officer_wrote_stays(first: Path, second: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    run("actions", first, "--merge", log)
    book = openpyxl.load_workbook(log)
    sheet = book["Action log"]
    status = [cell.value for cell in sheet[1]].index("Status") + 1
    sheet.cell(row=2, column=status, value="with legal")
    sheet.cell(row=3, column=1).font = Font(bold=True)
    book.save(log)
    assert ", 1 closed, 0 changed" in run("actions", second, "--merge", log)[2]
    sheet = openpyxl.load_workbook(log)["Action log"]
    assert [sheet.cell(row=row, column=status).value for row in (2, 3)] == ["with legal", "closed"]
    assert sheet.cell(row=4, column=1).font.bold  # new rows look like the old ones
    assert (sheet.auto_filter.ref or "").endswith(str(sheet.max_row))


def test_initials_that_the_paper_explains_and_a_title_are_one_owner(tmp_path: Path) -> None:
    path = paper(
        tmp_path / "june.pdf", "Thursday 5 June 2025",
        "In attendance: Dora Quill (DQ), Head of Parks; Piers Lund (PL), Engineer.",
        "# 3 Parks",
        "Ms Dora Quill undertook to send members the list of benches.",
        "Action: DQ to circulate the plan of the pond.",
        "Action: PL to inspect the footbridge.",
        "Action: XY to order the signs.",
    )  # fmt: skip
    out = run("actions", path, "--by-owner", "-f", "text", "-q")[1]
    owners = [line.split(":")[0] for line in out.splitlines() if " action" in line and "PDF page 1" in line]
    assert owners == ["Dora Quill (DQ)", "Piers Lund (PL)", "XY"]


def test_a_surname_with_two_titles_is_of_two_owners(tmp_path: Path) -> None:
    path = paper(
        tmp_path / "june.pdf", "Thursday 5 June 2025",
        "# 3 Parks",
        "Mr Quill undertook to send members the list of benches.",
        "# 4 Paths",
        "Mrs Quill undertook to write to the contractor about the paths.",
        "# 5 Ponds",
        "Cllr Lund undertook to inspect the pond.",
        "# 6 Bridges",
        "Councillor Lund undertook to inspect the footbridge.",
    )  # fmt: skip
    out = run("actions", path, "--by-owner", "-f", "text", "-q")[1]
    owners = [line.split(",")[0] for line in out.splitlines() if " action" in line and "PDF page 1" in line]
    assert owners == ["Councillor Lund: 2 actions", "Mr Quill: 1 action", "Mrs Quill: 1 action"]
