"""Parts do nothing of their own accord, whatever the pack does."""

import re
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, TextStringObject

from scrutiny.errors import ExitCode
from scrutiny.pdf.passive import is_web_address, passive_action
from tests.builders.hostile import active, annotations
from tests.cli.test_commands import run

FORBIDDEN = {
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/AF", "/EF", "/EmbeddedFiles", "/Launch", "/RichMediaContent", "/XFA",
    "/AcroForm", "/PA", "/3DD", "/Movie", "/FS",
}  # fmt: skip
KINDS = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/Unheard", "/Widget"}


def active_in(path: Path) -> list[str]:
    """What acts in a PDF: found by a walk over every object that can be reached."""
    reader = PdfReader(path)
    found: list[str] = []
    seen: set[int] = set()
    waiting: list[object] = [reader.trailer]
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            found += [key for key in dict.keys(each) if key in FORBIDDEN]
            if each.get("/Subtype") in KINDS and "/Rect" in each:
                found.append(str(each["/Subtype"]))
            if each.get("/S") in ("/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"):
                found.append(str(each["/S"]))
            if each.get("/S") == "/URI" and not re.match(
                r"(?:https?|mailto|tel):|www\.", str(each["/URI"]), re.IGNORECASE
            ):
                found.append(str(each["/URI"]))
            waiting += dict.values(each)
        elif isinstance(each, ArrayObject):
            waiting += list.__iter__(each)
    return found


@pytest.fixture
def part(tmp_path: Path) -> tuple[Path, str]:
    """The part of the active pack, and what was said when it was made."""
    (tmp_path / "pack.pdf").write_bytes(active())
    code, out, err = run("split-pack", tmp_path / "pack.pdf", "-o", tmp_path / "parts")
    assert code == ExitCode.OK
    return next((tmp_path / "parts").glob("*.pdf")), out + err


def test_the_pack_is_active_and_its_part_is_not(part: tuple[Path, str], tmp_path: Path) -> None:
    assert len(active_in(tmp_path / "pack.pdf")) > 20
    assert active_in(part[0]) == []
    assert "left out of the parts" in part[1]
    assert "attachment" in part[1]


def test_what_only_looks_like_something_stays(part: tuple[Path, str]) -> None:
    page = PdfReader(part[0]).pages[0]
    kept = [each.get_object() for each in page["/Annots"]]  # type: ignore[attr-defined]
    kinds = [each["/Subtype"] for each in kept]
    assert kinds.count("/Link") == 7
    assert {"/Stamp", "/Highlight"} <= set(kinds)
    assert [each["/A"]["/URI"] for each in kept if "/A" in each] == ["https://www.example.gov.uk/", "https://a.uk"]


def test_a_form_field_keeps_its_look(part: tuple[Path, str]) -> None:
    stamp = next(each.get_object() for each in PdfReader(part[0]).pages[0]["/Annots"] if each.get_object()["/Subtype"] == "/Stamp")  # type: ignore[attr-defined]  # fmt: skip
    assert b"field text" in stamp["/AP"]["/N"].get_data()


def test_a_hidden_layer_stays_hidden(part: tuple[Path, str], tmp_path: Path) -> None:
    """Seen as a reader shows it: the page of the part is as dark as that of the pack."""

    def ink(path: Path) -> int:
        with pdfium.PdfDocument(path) as pdf:
            picture = pdf[0].render(scale=0.5, may_draw_forms=False, draw_annots=False).to_pil().convert("L")
            return sum(1 for value in picture.tobytes() if value < 128)

    assert ink(part[0]) == ink(tmp_path / "pack.pdf") > 0
    properties = PdfReader(part[0]).root_object["/OCProperties"]
    assert len(properties["/D"]["/OFF"]) == len(properties["/OCGs"]) == 1  # type: ignore[index]


def test_annotations_without_end_are_cut_off_and_counted(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(annotations(6_000))
    code, out, err = run("split-pack", tmp_path / "pack.pdf", "-o", tmp_path / "parts")
    assert code == ExitCode.OK
    assert "1000 annotations" in out + err
    assert len(PdfReader(next((tmp_path / "parts").glob("*.pdf"))).pages[0]["/Annots"]) == 5_000  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://www.example.gov.uk/", True), ("HTTP://example.gov.uk", True), ("mailto:clerk@example.gov.uk", True),
        ("tel:+441632960000", True), ("www.example.gov.uk", True),
        ("javascript:alert(1)", False), (" javascript:alert(1)", False), ("java\nscript:alert(1)", False),
        ("java\u200bscript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), ("file:///etc/passwd", False),
        ("data:text/html,x", False), ("vbscript:x", False), ("\\\\server\\share", False), ("../other.pdf", False),
        ("C:\\windows\\cmd.exe", False), ("ms-word:ofe|u|x", False), ("", False),
    ],
)  # fmt: skip
def test_which_addresses_lead_to_the_web(address: str, web: bool) -> None:
    assert is_web_address(address) is web


def test_what_is_kept_of_a_link_stands_in_the_order_of_the_source() -> None:
    """Otherwise two runs write other bytes: a set of keys has another order in each."""
    address = TextStringObject("https://example.org")
    entries: dict[NameObject, PdfObject] = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): address}
    for keys in (list(entries), list(entries)[::-1]):
        kept = passive_action(DictionaryObject({key: entries[key] for key in keys}), Counter())
        assert kept is not None
        assert list(kept) == keys
