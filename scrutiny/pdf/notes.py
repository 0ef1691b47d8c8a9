"""Room `pdf`: the words of stamps and text boxes that were laid over a page.

Takes a loaded pdfium page, gives their words: an officer may have stamped a paper "Confidential" with a reader, and
then that word stands in no line of the page. Other notes are left alone: they say nothing over the page.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2_raw as pdfium

MOST_NOTES = 200
"""Notes and links of a page that are looked at: a page of contents has a link for each row."""

MOST_WORDS = 400
"""Characters of one that is read: a longer one is a comment."""

_OVERLAID = (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)


def read_overlays(page: "pdfium.FPDF_PAGE") -> Iterator[str]:
    """The words of each stamp and text box. A stamp of the reader's own has a name: "NotForPublicRelease"."""
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
