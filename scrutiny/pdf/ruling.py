"""Room `pdf`: ruled lines and boxes drawn on a page.

Takes a loaded pdfium page, gives `Rule`s: thin filled or stroked rectangles, straight path segments, and
the four sides of boxes. Does not decide which of them make a table.
"""

import ctypes
from array import array
from collections.abc import Iterable, Iterator

import pypdfium2_raw as pdfium

from scrutiny.pdf.model import Rule
from scrutiny.pdf.text import Frame, quick
from scrutiny.sources import Box

THIN = 2.5
"""Points. Table rules in word processors are 0.25 to 2.25 pt; anything thicker is a bar or shading."""

MAX_PATHS = 20_000
"""Maps and drawings have tens of thousands of paths and no tables; reading them all takes seconds."""

SHADE = 8.0
"""Points: the least height of a row that is shaded."""

RECTANGLE = 6
"""Segments of a rectangle, however it is written."""

MAX_DEPTH = 4
"""Form objects within form objects; a page made by an imposition program has two or three."""

_object_at = quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_int, gives=ctypes.c_void_p)
_object_in = quick(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_ulong, gives=ctypes.c_void_p)
_kind_of = quick(pdfium.FPDFPageObj_GetType, ctypes.c_void_p)
_get_bounds = quick(pdfium.FPDFPageObj_GetBounds, *[ctypes.c_void_p] * 5)

_bounds = array("f", [0.0] * 4)
_places = tuple(_bounds.buffer_info()[0] + 4 * at for at in range(4))
"""Where pdfium writes the bounds of an object."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_rules(page: "pdfium.FPDF_PAGE", frame: Frame) -> Iterator[Rule]:
    """Every straight line the page draws along or down, and every shaded rectangle, also inside form objects; what lies
    outside the page is left out, and what reaches beyond its edge is cut there."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MAX_PATHS:
        return
    left = [MAX_PATHS]
    address = ctypes.cast(page, ctypes.c_void_p).value or 0
    for index in range(count):
        for rule in _read_object(_object_at(address, index), _SAME, frame, left, 0):
            box = rule.box
            if rule.shade and not SHADE < box.height < frame.height / 2:
                continue
            if box.left >= 0.0 and box.top >= 0.0 and box.right <= frame.width and box.bottom <= frame.height:
                yield rule
                continue
            inside = Box(
                left=max(box.left, 0.0), top=max(box.top, 0.0),
                right=min(box.right, frame.width), bottom=min(box.bottom, frame.height),
            )  # fmt: skip
            if inside.width >= 0 and inside.height >= 0 and max(inside.width, inside.height) > THIN:
                yield Rule(box=inside, shade=rule.shade)


def _read_object(address: int, outer: Matrix, frame: Frame, left: list[int], depth: int) -> Iterable[Rule]:
    """The rules of one object. `left` counts down how many more objects may be looked at."""
    kind = _kind_of(address)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        return _read_path(address, outer, frame)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
        return _read_form(address, outer, frame, left, depth)
    return ()


def _read_form(address: int, outer: Matrix, frame: Frame, left: list[int], depth: int) -> Iterator[Rule]:
    form = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    count = pdfium.FPDFFormObj_CountObjects(form)
    left[0] -= count
    if left[0] > 0:
        inner = _times(_matrix(form), outer)
        for index in range(count):
            yield from _read_object(_object_in(address, index), inner, frame, left, depth + 1)


def _read_path(address: int, outer: Matrix, frame: Frame) -> Iterator[Rule]:
    if not _get_bounds(address, *_places):
        return
    x0, y0, x1, y1 = _placed((_bounds[0], _bounds[1], _bounds[2], _bounds[3]), outer)
    width, height = x1 - x0, y1 - y0
    if width <= THIN or height <= THIN:
        if width > THIN or height > THIN:
            yield Rule(box=frame.box(x0, y0, x1, y1))
        return
    path = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        yield from _read_segments(path, outer, frame)
    elif fill.value and pdfium.FPDFPath_CountSegments(path) <= RECTANGLE:
        yield Rule(box=frame.box(x0, y0, x1, y1), shade=True)


def _matrix(obj: "pdfium.FPDF_PAGEOBJECT") -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does first the inner one, then the outer."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _placed(bounds: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    if matrix is _SAME:
        return bounds
    corners = [_point(x, y, matrix) for x in bounds[::2] for y in bounds[1::2]]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _read_segments(obj: "pdfium.FPDF_PAGEOBJECT", outer: Matrix, frame: Frame) -> Iterator[Rule]:
    matrix = _times(_matrix(obj), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(obj), 2000)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = _point(x.value, y.value, matrix)
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
