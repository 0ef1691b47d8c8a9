"""Parts: nothing lost, nothing half-written."""

import errno
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import Fit, RectangleObject

from scrutiny.errors import OutputError
from scrutiny.findings import Finding
from scrutiny.outputs import write_file, write_folder
from scrutiny.pack.parts import Cut, plan_parts
from scrutiny.pack.splitting import plan_splitting, write_splitting
from tests.builders.paper import PackBuilder, lock
from tests.builders.reading import read_pack
from tests.conftest import PackFile


def split(path: Path, folder: Path, by: Cut = Cut.DOCUMENT, *, force: bool = False) -> tuple[Finding, ...]:
    pack = read_pack(path)
    splitting = plan_splitting(pack, plan_parts(pack, by))
    return write_splitting(path, pack, splitting, folder, listing=lambda _: {"contents.json": b"{}"}, force=force)


def texts(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize("by", list(Cut))
def test_parts_together_are_the_pack(sample: Path, tmp_path: Path, by: Cut) -> None:
    """Text page by page, size, rotation and labels are those of the pack."""
    split(sample, tmp_path / "parts", by)
    parts = sorted(
        (path for path in (tmp_path / "parts").glob("*.pdf")),
        key=lambda path: [part.file_name for part in plan_parts(read_pack(sample), by)].index(path.name),
    )
    whole = PdfReader(sample, strict=True)
    at = 0
    for path in parts:
        part = PdfReader(path, strict=True)
        assert texts(path) == texts(sample)[at : at + len(part.pages)]
        assert part.page_labels == [str(at + 1 + n) for n in range(len(part.pages))]
        assert part.metadata is not None
        assert part.metadata.title
        for page in part.pages:
            original = whole.pages[at]
            assert (page.rotation, page.mediabox) == (original.rotation, original.mediabox)
            at += 1
        if shutil.which("qpdf"):
            checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
            assert checked.returncode == 0, checked.stdout + checked.stderr
    assert at == len(whole.pages)
    assert sum(path.stat().st_size for path in parts) <= 1.15 * sample.stat().st_size or by is Cut.APPENDIX


def test_outline_entries_go_with_their_pages(sample: Path, tmp_path: Path) -> None:
    split(sample, tmp_path / "parts")
    part = PdfReader(tmp_path / "parts" / "05-school-attendance.pdf")
    assert [entry.title for entry in part.outline if not isinstance(entry, list)] == [
        "5 School Attendance - Report of the Corporate Director of Children's Services"
    ]


def _with_links(sample: Path, path: Path) -> Path:
    writer = PdfWriter()
    writer.append(PdfReader(sample))
    writer.add_uri(4, "https://www.legislation.gov.uk/ukpga/1972/70", RectangleObject((72, 100, 200, 120)))
    writer.add_annotation(4, Link(rect=(72, 140, 200, 160), target_page_index=5, fit=Fit.fit()))
    writer.add_annotation(4, Link(rect=(72, 180, 200, 200), target_page_index=17, fit=Fit.fit()))
    writer.write(path)
    return path


def test_links_survive_within_a_part(sample: Path, tmp_path: Path) -> None:
    """Web links and links inside the part work; one into another part is left without a target and counted."""
    findings = split(_with_links(sample, tmp_path / "links.pdf"), tmp_path / "parts")
    part = PdfReader(tmp_path / "parts" / "05-school-attendance.pdf")
    web, near, far = (link.get_object() for link in part.pages[0]["/Annots"])  # type: ignore[attr-defined]
    assert web["/A"]["/URI"] == "https://www.legislation.gov.uk/ukpga/1972/70"
    assert near["/Dest"][0].get_object() == part.pages[1]
    assert "/Dest" not in far
    assert [finding.code.value for finding in findings] == ["links-cut"]
    assert len(part.get_object(part.root_object["/Pages"].indirect_reference)["/Kids"]) == 4  # type: ignore[index,arg-type]


def test_a_pack_whose_pages_share_one_list_of_fonts_gives_slim_parts(pack_file: PackFile, tmp_path: Path) -> None:
    """Each part carries the fonts that its own pages use."""
    builder = PackBuilder()
    for number in ("1", "2"):
        builder.begin(number, f"{number} Item")
        builder.line("Words", bold=number == "2")
    path = pack_file(builder)
    writer = PdfWriter()
    writer.append(PdfReader(path))
    fonts = {}
    for page in writer.pages:
        fonts.update(page["/Resources"]["/Font"])  # type: ignore[index]
    for page in writer.pages:
        page["/Resources"]["/Font"].update(fonts)  # type: ignore[index]
    writer.write(path)
    split(path, tmp_path / "parts")
    used = {}
    for part in sorted((tmp_path / "parts").glob("*.pdf")):
        reader = PdfReader(part)
        used[part.name] = {font["/BaseFont"] for font in reader.pages[0]["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert used == {
        "01-item.pdf": {"/Helvetica"},
        "02-item.pdf": {"/Helvetica", "/Helvetica-Bold"},
    }


def test_parts_are_the_same_bytes_every_time(sample: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        split(sample, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_existing_files_are_kept_unless_forced(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "00-agenda.pdf").write_text("mine")
    (folder / "notes.txt").write_text("mine too")
    with pytest.raises(OutputError, match="exists"):
        split(sample, folder)
    assert {path.name for path in folder.iterdir()} == {"00-agenda.pdf", "notes.txt"}
    split(sample, folder, force=True)
    assert (folder / "00-agenda.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "notes.txt").read_text() == "mine too"


def _failing(error: BaseException) -> Callable[[Path], None]:
    def write(_: Path) -> None:
        raise error

    return write


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), OutputError),
        (PermissionError(errno.EACCES, "Permission denied"), OutputError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_half_way_leaves_nothing(
    tmp_path: Path, exists: bool, error: BaseException, raised: type[BaseException]
) -> None:
    folder = tmp_path / "parts"
    if exists:
        folder.mkdir()
        (folder / "a.pdf").write_text("old")
    with pytest.raises(raised):
        write_folder(folder, {"a.pdf": lambda path: _write(path, "new"), "b.pdf": _failing(error)}, force=True)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == ({"parts", "parts/a.pdf"} if exists else set())
    if exists:
        assert (folder / "a.pdf").read_text() == "old"


def _write(path: Path, text: str) -> None:
    path.write_text(text)


def test_a_failure_while_moving_puts_the_old_files_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "a.pdf").write_text("old")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "b.pdf":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError):
        write_folder(folder, {name: lambda path: _write(path, "new") for name in ("a.pdf", "b.pdf")}, force=True)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a.pdf": "old"}


def test_the_folder_may_not_be_a_file_and_the_source_is_never_overwritten(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        split(sample, tmp_path / "file")
    own = tmp_path / "00-agenda.pdf"
    own.write_bytes(sample.read_bytes())
    with pytest.raises(OutputError, match="would be overwritten"):
        split(own, tmp_path, force=True)
    assert own.read_bytes() == sample.read_bytes()


def test_write_file_replaces_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(OutputError):
        write_file(tmp_path / "missing" / "out.csv", b"")


def test_exempt_parts_are_withheld(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin("1", "1 Public")
    builder.line("Words")
    builder.begin("2", "2 Contract")
    builder.line("NOT FOR PUBLICATION", bold=True)
    path = pack_file(builder)
    pack = read_pack(path)
    withheld = plan_splitting(pack, plan_parts(pack))
    assert [part.cut.item for part in withheld.parts] == ["1"]
    assert [finding.code.value for finding in pack.findings] == ["exempt-withheld"]
    whole = read_pack(path, include_exempt=True)
    parts = plan_parts(whole)
    assert plan_splitting(whole, parts).parts == parts


def test_an_encrypted_pack_gives_open_parts_and_says_so(sample: Path, tmp_path: Path) -> None:
    path = lock(sample, tmp_path / "locked.pdf")
    pack = read_pack(path, password="secret")
    splitting = plan_splitting(pack, plan_parts(pack))
    findings = write_splitting(path, pack, splitting, tmp_path / "parts", listing=lambda _: {}, password="secret")
    assert not PdfReader(io.BytesIO((tmp_path / "parts" / "00-agenda.pdf").read_bytes())).is_encrypted
    assert [finding.code.value for finding in findings] == ["encryption-removed"]
