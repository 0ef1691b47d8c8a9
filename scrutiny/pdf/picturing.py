"""Room `pdf`: a part of a page as a picture, for people who want to see the very lines.

Takes an open page and a box, gives a PNG. Knows nothing of what the lines say. The same page and box give the same
bytes with the same versions of pdfium and Pillow.
"""

import ctypes
import io
from collections.abc import Sequence

import pypdfium2_raw as pdfium
from PIL import Image, ImageDraw

from scrutiny.errors import InputError
from scrutiny.pdf.document import Page
from scrutiny.pdf.model import Picture
from scrutiny.sources import Box

SCALE = 2.0
"""Pixels a point: sharp on a phone and in print at the size of the paper."""

COLOURS = 48
"""Enough for the colours of a table and for the edges of its letters; a third of the bytes of full colour."""

MOST_PIXELS = 12_000_000
"""A page of A3 at this scale has four million; more is a plan, and is drawn smaller."""

_MARK = (176, 0, 32)
_PAPER = (255, 255, 255)
_AROUND, _THICK = 6, 3


def draw_region(page: Page, region: Box, marks: Sequence[Box] = ()) -> Picture:
    """The region of the page as a reader sees it, with a frame around each mark. Raises `InputError` when there is
    nothing of the page in it. What the page hides is painted over."""
    left, top = max(region.left, 0.0), max(region.top, 0.0)
    right, bottom = min(region.right, page.width), min(region.bottom, page.height)
    if page.blank or right - left < 1 or bottom - top < 1:
        raise InputError(f"PDF page {page.pdf_page} has nothing there to show")
    scale = min(SCALE, (MOST_PIXELS / ((right - left) * (bottom - top))) ** 0.5)
    wide, high = max(round((right - left) * scale), 1), max(round((bottom - top) * scale), 1)
    image = _render(page, round(left * scale), round(top * scale), wide, high, scale)
    pen = ImageDraw.Draw(image)
    for hidden in page.hidden:
        edges = (hidden.left - left, hidden.top - top, hidden.right - left, hidden.bottom - top)
        x0, y0, x1, y1 = (min(max(edge * scale, -1.0), wide + high + 1.0) for edge in edges)
        pen.rectangle((x0, y0, x1, y1), fill=_PAPER)
    for mark in marks:
        frame = (
            (mark.left - left) * scale - _AROUND,
            (mark.top - top) * scale - _AROUND,
            (mark.right - left) * scale + _AROUND,
            (mark.bottom - top) * scale + _AROUND,
        )
        pen.rectangle(frame, outline=_MARK, width=_THICK)
    out = io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", compress_level=4
    )
    return Picture(png=out.getvalue(), width=right - left, height=bottom - top)


def _render(page: Page, left: int, top: int, wide: int, high: int, scale: float) -> "Image.Image":
    bitmap = pdfium.FPDFBitmap_Create(wide, high, 0)
    if not bitmap:
        raise InputError(f"PDF page {page.pdf_page} cannot be drawn")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        whole = (round(page.width * scale), round(page.height * scale))
        pdfium.FPDF_RenderPageBitmap(bitmap, page.handle, -left, -top, *whole, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (wide, high), data, "raw", "BGRX", stride, 1)
