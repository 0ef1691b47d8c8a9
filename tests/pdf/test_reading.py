"""Files that cannot be read, and files that can be read in part."""

from pathlib import Path

import pytest
from pypdf import PdfWriter

from scrutiny.errors import InputError, PasswordError
from scrutiny.pdf import Page, read_pdf
from tests.builders.paper import lock


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"<html>not found</html>", "is not a PDF"),
        (b"%PDF-1.7\n", "damaged beyond reading"),
    ],
)  # fmt: skip
def test_what_is_no_readable_pdf_is_said_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_pdf(path)
    assert message in caught.value.message
    assert "\n" not in caught.value.message


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no file"):
        read_pdf(tmp_path / "missing.pdf")
    with pytest.raises(InputError, match="is a folder"):
        read_pdf(tmp_path)


def test_a_page_that_was_read_is_not_loaded_again_for_its_lines(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    load = Page._load

    def note(page: Page) -> object:
        loaded.append(page.pdf_page)
        return load(page)

    monkeypatch.setattr(Page, "_load", note)
    with read_pdf(sample) as pdf:
        first = [(page.text, page.width, page.lines) for page in pdf.pages(1, 2)]
        again = [(page.text, page.width, page.lines) for page in pdf.pages(1, 2)]
        assert first == again
        assert loaded == [1, 2]
        with pdf.page(2) as page:
            assert page.words
        assert loaded == [1, 2, 2]


def test_encrypted_file_needs_its_password(sample: Path, tmp_path: Path) -> None:
    path = lock(sample, tmp_path / "locked.pdf", owner="owner")
    with pytest.raises(PasswordError, match="needs a password"):
        read_pdf(path)
    with pytest.raises(PasswordError, match="does not open"):
        read_pdf(path, password="wrong")
    with read_pdf(path, password="secret") as pdf:
        assert (len(pdf), pdf.encrypted) == (19, True)


def test_empty_user_password_opens_by_itself(sample: Path, tmp_path: Path) -> None:
    with read_pdf(lock(sample, tmp_path / "locked.pdf", user="", owner="owner")) as pdf:
        assert pdf.encrypted


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(sample: Path, tmp_path: Path, tenth: int) -> None:
    data = sample.read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(data[: len(data) * tenth // 10])
    try:
        with read_pdf(path) as pdf:
            assert pdf.repairs  # it says that something is missing
            for page in pdf.pages():
                assert isinstance(page.text, str)
    except InputError as error:
        assert error.advice


def test_a_file_without_pages_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    writer = PdfWriter()
    writer.write(path)
    with pytest.raises(InputError, match="has no pages"):
        read_pdf(path)
