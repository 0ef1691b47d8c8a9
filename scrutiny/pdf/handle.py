"""Room `pdf`: a file in pdfium's hands: opened, asked what it says of itself, closed.

Takes a path, gives a `Handle`. The part of pypdfium2 that makes objects of what pdfium holds can do the same; to import
it takes as long as reading eight pages, so that its plain functions are called here, and nothing else of it is used
where a file is only read.
"""

import ctypes
import sys
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
