"""What a paper withholds leaves by no command, in no format, to no file.

The cells are made of the list of commands and the list of formats: one that is added later is tried too.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from scrutiny.cli.options import COMMON, MANY_FILES, ONE_FILE, PARTS
from scrutiny.errors import ExitCode
from scrutiny.sheets import Format
from tests.builders.forms import END, GROUPS, sent_as
from tests.builders.paper import PackBuilder
from tests.builders.reading import papers_read_once
from tests.builders.withheld import MARKED, PUBLIC, SECRET, Paper, build
from tests.cli.test_commands import run
from tests.cli.test_matrix import COMMANDS

READS = {command: words for command, words in COMMANDS.items() if "PACK" in words}
"""The commands that read a paper."""

WITH_MINUTES = Paper(
    name="all at once", before=("PART B",), bold=("PART B", "EXEMPT MINUTES"), head=("NOT FOR PUBLICATION",),
    minutes=(
        "EXEMPT MINUTES", f"The bid of {SECRET} Ltd was 190 days x £110 = £21,900.",
        f"RESOLVED: That the offer of {SECRET} Ltd be taken.",
        f"The Monitoring Officer agreed to write to {SECRET} Ltd by 2 March 2025.",
    ),
    public_page="The Director of Finance agreed to send the budget to members.",
)  # fmt: skip
SECRETS = (SECRET, SECRET.lower(), "21,900", "21900")
ANSWERS = (ExitCode.OK, ExitCode.FINDINGS, ExitCode.NOTHING_FOUND)


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with a private item and a private passage in its minutes."""
    return written(WITH_MINUTES, tmp_path_factory.mktemp("secret"))


def written(paper: Paper, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(build(paper))
    return path


def arguments(command: str, pack: Path) -> list[str]:
    summary = pack.parent / "summary.md"
    summary.write_text("The bid came to £21,900, or 270 in all.\n", encoding="utf-8")
    return [{"PACK": str(pack), "SUMMARY": str(summary)}.get(word, word) for word in COMMANDS[command]]


def told(text: str, command: str) -> list[str]:
    """The secrets in a text; `verify` repeats the figures of the summary itself."""
    return [word for word in SECRETS if word in text and not (command == "verify" and word.startswith("21"))]


def everything_in(path: Path) -> str:
    """All that a file holds, unpacked."""
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        objects = [
            reader.get_object(IndirectObject(number, 0, reader)) for number in range(1, len(reader.xref[0]) + 40)
        ]
        streams = [
            one.get_data().decode("latin-1")
            for one in objects
            if isinstance(one, StreamObject) and "/Length1" not in one
        ]
        words = "".join(page.extract_text() for page in reader.pages)
        return "".join([words, *streams, *map(repr, objects), repr(reader.metadata), repr(reader.outline)])
    return path.read_text(encoding="utf-8-sig")


BINARY = (Format.XLSX, Format.DOCX)


@pytest.fixture
def once() -> Iterator[ExitStack]:
    """For the first group of formats a command reads the paper as it does; for the others it is read once."""
    with ExitStack() as stack:
        yield stack


@pytest.mark.parametrize("command", READS)
def test_no_format_prints_it(command: str, secret: Path, once: ExitStack) -> None:
    for at, group in enumerate(GROUPS):
        if at == 1:
            once.enter_context(papers_read_once())
        forms = [form for form in group if form not in BINARY]
        with sent_as(forms):
            code, out, err = run(*arguments(command, secret), "--format", forms[0].value)
        assert code in ANSWERS, (forms, err)
        assert told(out + err, command) == [], forms
        for said, also in zip(out.removesuffix(END).split(END), err.removesuffix(END).split(END), strict=True):
            assert "is withheld" in said + also, forms


@pytest.mark.parametrize("form", BINARY)
def test_binary_formats_print_nothing(form: Format, secret: Path) -> None:
    assert run("actions", secret, "--format", form.value)[:2] == (ExitCode.USAGE, "")


@pytest.mark.parametrize("command", [command for command in READS if command != "split-pack"])
def test_no_file_holds_it(command: str, secret: Path, tmp_path: Path, once: ExitStack) -> None:
    for at, group in enumerate(GROUPS):
        if at == 1:
            once.enter_context(papers_read_once())
        targets = [tmp_path / f"out-{form.value}{f'.{form.value}' if form in BINARY else ''}" for form in group]
        with sent_as(group, targets) as reports:
            code, out, err = run(*arguments(command, secret), "--format", group[0].value, "--output", targets[0])
        assert code in ANSWERS, (group, err)
        assert told(out + err, command) == [], group
        assert [target for target in targets if target.exists()] == (targets if reports else [])
        for target in targets if reports else ():
            assert told(everything_in(target), command) == [], target.name


@pytest.mark.parametrize("by", ["document", "item", "appendix"])
def test_no_part_holds_it(by: str, secret: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    assert run("split-pack", secret, "--by", by, "-o", folder)[0] == ExitCode.OK
    files = sorted(folder.iterdir())
    assert [path.name[:2] for path in files if path.suffix == ".pdf"] == ["00", "02", "03"]
    for path in files:
        assert told(everything_in(path) + path.name, "split-pack") == [], path.name
    # the page with the private passage is not there, the other of the minutes is
    assert len(PdfReader(next(path for path in files if path.name.startswith("02"))).pages) == 1


@pytest.mark.parametrize("by", ["document", "item", "appendix"])
def test_it_is_there_for_those_who_may_have_it(by: str, secret: Path, tmp_path: Path) -> None:
    """So that the tests above can fail."""
    folder = tmp_path / "parts"
    run("split-pack", secret, "--by", by, "--include-exempt", "-o", folder)
    assert sum(SECRET in everything_in(path) for path in folder.glob("*.pdf")) == 2


@pytest.mark.parametrize("command", ["actions", "recs", "tables", "check", "brief", "verify"])
def test_with_the_option_commands_show_it(command: str, secret: Path) -> None:
    out = run(*arguments(command, secret), "--include-exempt", "--format", "json")[1]
    assert SECRET in out or "21,900" in out
    assert "exempt-withheld" not in out


def test_every_command_that_reads_a_paper_has_the_option(secret: Path) -> None:
    assert all("include_exempt" in takes for takes in (ONE_FILE, MANY_FILES, PARTS))
    assert "include_exempt" in COMMON
    for command in READS:
        assert run(*arguments(command, secret), "--include-exempt", "--format", "json")[0] in ANSWERS, command


@pytest.mark.parametrize("name", ["log.csv", "log.xlsx"])
def test_a_merged_log_does_not_hold_it(name: str, secret: Path, tmp_path: Path) -> None:
    log = tmp_path / name
    for _ in range(2):
        assert run("actions", secret, "--merge", log)[0] == ExitCode.OK
    assert told(everything_in(log), "actions") == []
    assert "circulate the figures" in everything_in(log)


def test_a_summary_gets_no_evidence_from_it(secret: Path) -> None:
    code, out, _ = run(*arguments("verify", secret), "--format", "json")
    assert code == ExitCode.FINDINGS
    assert {row["outcome"] for row in json.loads(out)["tables"]["figures"]} == {"not-found"}


@pytest.mark.parametrize("at", range(len(MARKED)), ids=[paper.name for paper in MARKED])
def test_each_mark_in_some_command_and_format(at: int, tmp_path: Path) -> None:
    """Over the table of marks every command and every format has its turn."""
    path = written(MARKED[at], tmp_path)
    command = list(READS)[at % len(READS)]
    form = [form for form in Format if form not in BINARY][at % (len(Format) - len(BINARY))]
    _, out, err = run(*arguments(command, path), "--format", form.value)
    assert SECRET not in out + err
    assert "is withheld" in out + err


def test_a_link_to_a_private_page_brings_nothing_of_it(tmp_path: Path) -> None:
    """A part that was cut from a public page carries neither the page it links to nor what only that page shows."""
    builder = PackBuilder()
    builder.begin("1", "1 Public")
    builder.line(f"{PUBLIC} words")
    builder.canvas.linkRect("", "2-2 Contract", (72, 700, 300, 780))
    builder.begin("2", "2 Contract")
    builder.line("NOT FOR PUBLICATION", bold=True)
    builder.canvas.beginForm("shared")
    builder.canvas.drawString(100, 100, f"{SECRET} in a form")
    builder.canvas.endForm()
    builder.canvas.doForm("shared")
    path = tmp_path / "pack.pdf"
    path.write_bytes(builder.data())
    code, out, _ = run("split-pack", path, "-o", tmp_path / "parts")
    assert code == ExitCode.OK
    assert out.count("(withheld)") == 1, "a part that is not written has no file"
    parts = list((tmp_path / "parts").glob("*.pdf"))
    assert len(parts) == 1
    held = everything_in(parts[0])
    assert PUBLIC in held
    assert SECRET not in held


def test_no_room_opens_a_paper_but_by_the_public_view() -> None:
    """`read_pdf` gives everything: outside the rooms that find what is withheld it is called for a file without text
    alone, of which there is nothing to tell."""
    house = Path(__file__).parent.parent.parent / "scrutiny"
    callers = {
        path.relative_to(house).as_posix()
        for path in house.rglob("*.py")
        if re.search(r"\bread_pdf\(", path.read_text(encoding="utf-8")) and path.parent.name != "pdf"
    }
    assert callers == {"pack/public.py", "paper/opening.py", "products/briefing.py"}
