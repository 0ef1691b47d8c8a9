"""One bad file among several: what can be made of the others is made, the file is named, and the exit code is 3."""

import json
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from scrutiny.findings import FindingCode
from tests.builders.paper import PackBuilder
from tests.builders.triggers import DRAWN
from tests.cli.test_commands import run


def scan() -> bytes:
    """A paper of one page, a picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    pack = PackBuilder()
    pack.stamps = pack.outline = pack.numbers = False
    pack.new_page()
    pack.canvas.drawImage(ImageReader(Image.new("L", (200, 300), 128)), 50, 50, 400, 600)
    return pack.data()


@pytest.fixture
def files(sample: Path, tmp_path: Path) -> list[Path]:
    """A pack, a scan, and a paper without a table or an inclusion report."""
    pack = PackBuilder()
    DRAWN[FindingCode.WEEKDAY_MISMATCH][1](pack)
    (tmp_path / "roads.pdf").write_bytes(pack.data())
    (tmp_path / "scan.pdf").write_bytes(scan())
    return [sample, tmp_path / "scan.pdf", tmp_path / "roads.pdf"]


COMMANDS = [
    ["contents"], ["actions"], ["recs"], ["recs", "lint"], ["check"], ["tables"], ["exclusions", "summary"],
    ["exclusions", "years"], ["split-pack"], ["cost-model"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_others_are_read(
    command: list[str], files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, *files, "--format", "json", "--quiet")
    assert code == ExitCode.INPUT
    assert "scrutiny: scan.pdf has no text layer" in err
    data = json.loads(out)
    assert files[0].name in {source["file"] for source in data["sources"]}
    assert any(rows for rows in data["tables"].values())
    said = {f["file"]: f["severity"] for f in data["findings"] if f["code"] in ("file-not-read", "nothing-found")}
    several = command[0] in ("tables", "exclusions", "cost-model")
    assert said == {"scan.pdf": "warning"} | ({"roads.pdf": "note"} if several else {})
    if command[0] == "split-pack":
        assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {files[0].stem, "roads"}


def test_a_briefing_names_the_file_it_could_not_read(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_text("no PDF")
    target = tmp_path / "brief.md"
    code, _, err = run("brief", *files, tmp_path / "broken.pdf", "--output", target)
    text = target.read_text(encoding="utf-8")
    assert code == ExitCode.INPUT
    assert err.count("scrutiny: ") == 2  # the scan and the broken file
    assert "Not read: broken.pdf is not a PDF file." in text
    assert "scan.pdf has no text layer" in text
    assert "What matters most" in text


def test_people_see_each_file_by_its_name(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(sample.read_bytes())
    out = run("exclusions", "years", sample, other)[1]
    assert f"{sample.name}: Permanent exclusions" in out
    assert "other.pdf: Permanent exclusions" in out


def test_where_none_can_be_read_each_is_said(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text("no PDF")
    code, out, err = run("check", tmp_path / "a.pdf", tmp_path / "b.pdf")
    assert (code, out) == (ExitCode.INPUT, "")
    assert [line for line in err.splitlines() if line.startswith("scrutiny")] == [
        "scrutiny: b.pdf is not a PDF file", "scrutiny: a.pdf is not a PDF file",
    ]  # fmt: skip


def test_two_packs_of_one_name_are_not_split_into_one_folder(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "june").mkdir()
    (tmp_path / "june" / sample.name).write_bytes(sample.read_bytes())
    code, _, err = run("split-pack", sample, tmp_path / "june" / sample.name, "-o", tmp_path / "parts")
    assert (code, "two packs are called" in err) == (ExitCode.USAGE, True)


def test_who_may_read_a_file_is_seen_when_it_is_opened(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not while the command line is read: then no other file would be, and the exit code would be that of a wrong one."""
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert run("contents", str(sample))[0] == ExitCode.OK
    assert run("verify", str(sample), "--against", str(sample))[0] == ExitCode.INPUT
