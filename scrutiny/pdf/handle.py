"""Room `pdf`: a file in pdfium's hands: opened, asked what it says of itself and what was laid over its pages, closed.

Takes a path, gives a `Handle`. The part of pypdfium2 that makes objects of what pdfium holds can do the same; to import
it takes as long as reading eight pages, so that its plain functions are called here, and nothing else of it is used
where a file is only read.
"""

import ctypes
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2_raw as pdfium

pdfium.FPDF_InitLibraryWithConfig(
    pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=None, m_pIsolate=None, m_v8EmbedderSlot=0)
)


class OpeningError(Exception):
    """The file does not open. `code` is pdfium's, of this file or, where it gives none, of the one before."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Handle:
    """A file that pdfium holds open."""

    def __init__(self, path: Path, password: str | None) -> None:
        """Raises `OpeningError`, also where it has no pages."""
        name = str(path.resolve()).encode("utf-8", "strict" if sys.platform == "win32" else "surrogateescape")
        self.raw = pdfium.FPDF_LoadDocument(name + b"\0", None if password is None else f"{password}\0".encode())
        self.pages: int = pdfium.FPDF_GetPageCount(self.raw)
        if self.pages < 1:
            code = pdfium.FPDF_GetLastError()
            self.close()
            raise OpeningError(code)

    def says(self, key: str) -> str:
        """What the file says of itself under a key; "" where it says nothing. Raises `UnicodeDecodeError`."""
        name = f"{key}\0".encode()
        size = pdfium.FPDF_GetMetaText(self.raw, name, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self.raw, name, buffer, size)
        return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")

    def close(self) -> None:
        if self.raw:
            pdfium.FPDF_CloseDocument(self.raw)
            self.raw = None


MOST_NOTES = 200
"""Notes and links of a page that are looked at: a page of contents has a link for each row."""

MOST_WORDS = 400
"""Characters of one that is read: a longer one is a comment."""

_OVERLAID = (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)


def read_overlays(page: "pdfium.FPDF_PAGE") -> Iterator[str]:
    """The words of each stamp and text box that was laid over a loaded page: an officer may have stamped a paper
    "Confidential" with a reader, and then that word stands in no line. A stamp of the reader's own has a name:
    "NotForPublicRelease". Other notes say nothing over the page."""
    for index in range(min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) in _OVERLAID:
            for key in (b"Contents", b"Name"):
                text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _value(note, key)).strip("# ")
                if text:
                    yield " ".join(text.split())
        pdfium.FPDFPage_CloseAnnot(note)


def _value(note: "pdfium.FPDF_ANNOTATION", key: bytes) -> str:
    buffer = ctypes.create_string_buffer(2 * MOST_WORDS)
    place = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    written = pdfium.FPDFAnnot_GetStringValue(note, key, place, len(buffer))
    if written > len(buffer):
        return ""  # pdfium writes all of it or nothing
    return buffer.raw[: max(written - 2, 0)].decode("utf-16-le", "replace")
