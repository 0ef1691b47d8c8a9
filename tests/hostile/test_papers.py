"""The same from PDFs: payloads on pages, in titles, outlines, metadata and file names, from every command in every format."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from scrutiny.errors import ExitCode
from scrutiny.sheets import Format
from tests.builders.forms import END, GROUPS, sent_as
from tests.builders.paper import PackBuilder
from tests.builders.reading import papers_read_once
from tests.cli.test_commands import run
from tests.cli.test_matrix import COMMANDS
from tests.conftest import SHARED
from tests.hostile.payloads import PAYLOADS, READERS, read_lines
from tests.hostile.test_payloads import shown

LINES = {name: text for name, text in PAYLOADS.items() if text.isascii() and text.isprintable()}
"""What a page can hold that is drawn with an ordinary font; the others stand in its title, outline and metadata."""
NAME = "::error::[b]=1+1 <img> @octocat ##[group].pdf"


def hostile_pack() -> bytes:
    """A pack whose every line may be a payload: minutes with actions, a table with a wrong total, prose."""
    pack = PackBuilder()
    pack.begin("3", "Minutes of the meeting")
    pack.heading("MINUTES of a meeting of the Highways Committee held on Thursday 6 March 2025.")
    for at, text in enumerate(LINES.values(), start=1):
        pack.heading(f"{at}. {text}")
        pack.para(text)
        pack.para(f"The Head of Skills undertook to look into {text} before the next meeting.")
        pack.para(f"RESOLVED: that {text} be noted.")
    pack.begin("4", "4 Placements")
    for text in LINES.values():
        pack.heading(text)
        pack.table(
            [["School", text, "Summer"], [text, "40", "50"], ["North", "60", "70"], ["Total", "103", "120"]],
            [200, 80, 80],
        )
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pack.data())))
    for text in PAYLOADS.values():
        printable = text.replace("\ud800", "")
        writer.add_outline_item(title=printable, page_number=0)
    whole = " ".join(text.replace("\ud800", "") for text in PAYLOADS.values())
    writer.add_metadata({"/Title": whole, "/Subject": whole, "/Author": whole, "/Producer": whole})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / NAME
    path.write_bytes(hostile_pack())
    return path


def wrong_in(command: str, forms: tuple[Format, ...], path: Path, folder: Path) -> list[str]:
    """What is wrong with what a command writes of a paper, in the first format as it comes from the command, in the
    others as they are made of the same report."""
    summary = folder / "summary.md"
    summary.write_text("=1+1 ::error::x <b>92</b> cases and 1,292 meetings @octocat.\n", encoding="utf-8")
    words = [{"PACK": str(path), "SUMMARY": str(summary)}.get(word, word) for word in COMMANDS[command]]
    with sent_as(forms[:1]) as reports:
        code, out, err = run(*words, "-f", forms[0].value)
    out, err = out.removesuffix(END), err.removesuffix(END)
    assert code in (ExitCode.OK, ExitCode.FINDINGS, ExitCode.NOTHING_FOUND, ExitCode.INPUT), err
    wrong = [f"on stderr: {each}" for each in read_lines(err.encode("utf-8", "surrogatepass"))]
    if out:
        wrong += [f"{forms[0]}: {each}" for each in READERS[forms[0]](out.encode("utf-8", "surrogatepass"))]
    for form in forms[1:]:
        wrong += [f"{form}: {each}" for report in reports for each in READERS[form](shown(report, form))]
    return wrong


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """What a paper's words may steer is what they are shown in: it is read once for all commands and formats."""
    with papers_read_once():
        yield


@pytest.mark.parametrize("forms", GROUPS, ids="-".join)
@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"doctor"}))
def test_no_paper_does_anything(command: str, forms: tuple[Format, ...], pack: Path, tmp_path: Path) -> None:
    assert wrong_in(command, forms, pack, tmp_path) == []


@pytest.mark.packs
@pytest.mark.parametrize("forms", GROUPS, ids="-".join)
@pytest.mark.parametrize(
    "name",
    ["inject.pdf", "heading-esc.pdf", "heading-formula.pdf", "heading-markdown.pdf", "github-command.pdf", "xlsx-rich.pdf"],
)  # fmt: skip
def test_no_known_paper_does_anything(name: str, forms: tuple[Format, ...], tmp_path: Path) -> None:
    path = SHARED / "hostile" / name
    if not path.exists():
        pytest.skip("the hostile files are not here")
    for command in ("contents", "check", "tables", "brief"):
        assert wrong_in(command, forms, path, tmp_path) == [], command


@pytest.mark.parametrize(
    "headings",
    [
        ["x", "x", "x (1)"],
        ["x", "x", "x (2)", "x (1)"],
        ["", "column 1", ""],
        ["a", "a\u200e"],
        ["column 2", ""],
        ["a (2) (2)", "a", "a", "a (2)"],
    ],
)
def test_no_two_columns_have_one_name(headings: list[str]) -> None:
    """Or the cells of one would be shown under the other."""
    from scrutiny.products.grids import _names
    from scrutiny.sheets.cleaning import clean

    plain = [clean(heading) for heading in headings]
    names = _names(plain)
    assert len(set(names)) == len(plain)
    assert all(
        name == heading
        for name, heading in zip(names, plain, strict=True)
        if plain.count(heading) == 1 and heading.isalpha()
    )
