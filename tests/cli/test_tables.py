"""`tables`: grids for people and spreadsheets, cells for programs."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run
from tests.conftest import PackFile


def test_one_table_as_csv(sample: Path) -> None:
    out = run("tables", sample, "--pages", "16", "-f", "csv", "-q")[1]
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[-1] == {"Year Group": "TOTAL", "2015/16": "37", "2016/17": "62", "2017/18": "96", "2018/19": "109",
                        "2019/21": "61", "2020/21": "51"}  # fmt: skip


def test_cells_follow_the_schema_and_keep_blanks(sample: Path) -> None:
    data = json.loads(run("tables", sample, "--pages", "17-18", "-f", "json", "-q")[1])
    jsonschema.validate(data, json.loads(run("schema", "tables")[1]))
    blank = [cell for cell in data["tables"]["cells"] if cell["label"] == "Hollin Bank" and cell["text"] is None]
    assert [cell["heading"] for cell in blank] == ["Closed with a positive outcome"]


@pytest.mark.parametrize(
    ("pages", "code"), [("0", ExitCode.USAGE), ("5-3", ExitCode.USAGE), ("x", ExitCode.USAGE), ("99", ExitCode.USAGE)]
)
def test_pages_that_are_none(sample: Path, pages: str, code: int) -> None:
    assert run("tables", sample, "--pages", pages)[0] == code


def test_a_paper_without_tables_is_exit_4(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Words.")
    assert run("tables", pack_file(builder))[0] == ExitCode.NOTHING_FOUND


def test_pages_without_tables_are_said_and_others_offered(sample: Path) -> None:
    """Pages are those of the PDF: the message says so, and does not speak of the whole file."""
    code, out, err = run("tables", sample, "--pages", "1-2", "-q")
    assert (code, out) == (ExitCode.NOTHING_FOUND, "")
    assert "no tables on PDF pages 1-2 of " in err
    assert "Pages are counted in the PDF, not as printed. There are tables on PDF page " in err


def test_others_are_offered_beside_each_run_in_whatever_order(pack_file: PackFile) -> None:
    builder = PackBuilder()
    for page in range(1, 31):
        builder.new_page()
        builder.para("Words.")
        if page == 2:
            builder.table([["Boats", "2020", "2021"], ["Punts", "203", "251"], ["Barges", "164", "178"]], [120, 60, 60])
    code, _, err = run("tables", pack_file(builder), "--pages", "30,1", "-q")
    assert (code, "tables on PDF page 2" in err) == (ExitCode.NOTHING_FOUND, True)
