"""Room `pdf`: ruled lines and boxes drawn on a page.

Takes a loaded pdfium page, gives `Rule`s: thin filled or stroked rectangles, straight path segments, and
the four sides of boxes. Does not decide which of them make a table.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from scrutiny.pdf.model import Rule
from scrutiny.pdf.text import Frame

THIN = 2.5
"""Points. Table rules in word processors are 0.25 to 2.25 pt; anything thicker is a bar or shading."""

MAX_PATHS = 20_000
"""Maps and drawings have tens of thousands of paths and no tables; reading them all takes seconds."""


def read_rules(page: "pdfium.FPDF_PAGE", frame: Frame) -> Iterator[Rule]:
    """Every straight line the page draws along or down, in the file's order."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MAX_PATHS:
        return
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for index in range(count):
        obj = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(obj) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(obj, a, b, c, d):
            continue
        left, bottom, right, top = a.value, b.value, c.value, d.value
        width, height = right - left, top - bottom
        if width <= THIN or height <= THIN:
            if width > THIN or height > THIN:
                yield Rule(box=frame.box(left, bottom, right, top))
            continue
        pdfium.FPDFPath_GetDrawMode(obj, fill, stroke)
        if stroke.value:
            yield from _read_segments(obj, frame)


def _read_segments(obj: "pdfium.FPDF_PAGEOBJECT", frame: Frame) -> Iterator[Rule]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(obj), 2000)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield from _side(last, here, frame)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from _side(here, start, frame)


def _side(one: tuple[float, float], other: tuple[float, float], frame: Frame) -> Iterator[Rule]:
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    if min(right - left, top - bottom) <= THIN < max(right - left, top - bottom):
        yield Rule(box=frame.box(left, bottom, right, top))
