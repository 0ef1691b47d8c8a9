"""Room `pdf`: a PDF file opened for reading.

Takes a path, gives a `Pdf` of `Page`s, its outline and metadata, and says what was damaged.
Only this room knows which PDF library is used. Does not know what is written on the pages.
"""

import contextlib
import ctypes
import hashlib
import io
import math
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType

import pypdfium2_raw as pdfium

from scrutiny.errors import InputError, PasswordError
from scrutiny.pdf.columns import in_columns
from scrutiny.pdf.handle import Handle, OpeningError, read_overlays
from scrutiny.pdf.model import MAX_CHARACTERS, MAX_RULES, Line, Metadata, OutlineEntry, Rule, Word
from scrutiny.pdf.ruling import read_rules
from scrutiny.pdf.text import Frame, TextLayer
from scrutiny.sharing import Sendable
from scrutiny.sources import Box

MAX_FILE_SIZE = 2 * 1024**3
"""A pack of 3,000 pages with photographs is under 500 MB; above 2 GB it is not a reports pack."""

MAX_PAGES = 20_000
"""The largest published packs have about 3,000 pages. A page tree that claims more is damaged or hostile."""

MAX_OUTLINE_ENTRIES = 20_000
MAX_OBJECTS = 2000
"""Objects of a page, or of a form on it, that are looked at for a picture: a scan has one, and it stands first."""

MAX_FORM_DEPTH = 4
"""Forms inside forms: stamping and joining wrap a page twice; deeper nesting is damaged or hostile."""

_PAGE_TREE = re.compile(rb"/Type\s*/Pages\b")
_ANY_PAGE = re.compile(rb"/Type\s*/Page\b")
_TAIL = 2048
_HEAD = 1024

WHOLE_PAGE = Box(left=-math.inf, top=-math.inf, right=math.inf, bottom=math.inf)
"""A region that leaves nothing of a page."""

Hidden = Mapping[int, tuple[Box, ...]]
"""Regions by PDF page that are not to be read. A page that is not named is read whole."""


def _is_picture(thing: "pdfium.FPDF_PAGEOBJECT", depth: int = 0) -> bool:
    """Whether an object of a page is an image, or a form with one in it. A shading is a coloured ground."""
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth >= MAX_FORM_DEPTH:
        return False
    count = min(max(pdfium.FPDFFormObj_CountObjects(thing), 0), MAX_OBJECTS)
    return any(_is_picture(pdfium.FPDFFormObj_GetObject(thing, index), depth + 1) for index in range(count))


MOST_KEPT = 150_000
"""Lines kept of the pages that were read, some 80 MB: those of a pack of 3,000 pages. What comes behind them is read
again when it is asked for again."""


class _Kept(Sendable, frozen=True):
    """What stays of a page that was read: it is not loaded again for these."""

    frame: Frame
    text: str
    lines: tuple[Line, ...]
    """Those of hidden regions too."""


class _Shelf:
    """What is kept of the pages of one file."""

    def __init__(self) -> None:
        self._pages: dict[int, _Kept] = {}
        self._lines = 0

    def get(self, index: int) -> _Kept | None:
        return self._pages.get(index)

    def keep(self, index: int, kept: _Kept) -> None:
        if self._lines < MOST_KEPT:
            self._lines += len(kept.lines)
            self._pages[index] = kept


class Page:
    """One page. Its layers are read when asked for; it must not be used after its `Pdf` is closed.

    What stands in a region of `hidden` is in none of its layers, as if it had not been printed.
    """

    def __init__(self, pdf: Handle, index: int, hidden: tuple[Box, ...] = (), shelf: _Shelf | None = None) -> None:
        self.pdf_page = index + 1
        self.hidden = hidden
        self._pdf = pdf
        self._shelf = shelf if shelf is not None else _Shelf()
        self._kept = self._shelf.get(index)
        self._open = True
        self._handle: pdfium.FPDF_PAGE = None
        self._text_handle: pdfium.FPDF_TEXTPAGE = None
        self._frame = self._load() if self._kept is None else self._kept.frame

    def _load(self) -> Frame:
        """Loads the page. Raises `InputError` where that cannot be done."""
        handle = pdfium.FPDF_LoadPage(self._pdf.raw, self.pdf_page - 1)
        if not handle:
            raise InputError(f"PDF page {self.pdf_page} cannot be read")
        self._handle = handle
        self._text_handle = pdfium.FPDFText_LoadPage(handle)
        if self._text_handle and pdfium.FPDFText_CountChars(self._text_handle) > MAX_CHARACTERS:
            self.close()
            raise InputError(f"PDF page {self.pdf_page} holds more than {MAX_CHARACTERS:,} letters")
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(handle, rect)
        return Frame(
            left=min(rect.left, rect.right),
            bottom=min(rect.bottom, rect.top),
            right=max(rect.left, rect.right),
            top=max(rect.bottom, rect.top),
            turns=max(pdfium.FPDFPage_GetRotation(handle), 0) % 4,
        )

    @property
    def width(self) -> float:
        """Points from edge to edge as the reader sees it."""
        return self._frame.width

    @property
    def height(self) -> float:
        return self._frame.height

    @property
    def handle(self) -> "pdfium.FPDF_PAGE":
        """pdfium's own, for this room only. A closed page has none: pdfium would end the process."""
        if not self._open:
            raise RuntimeError(f"PDF page {self.pdf_page} is closed")
        if not self._handle:
            self._load()
        return self._handle

    @cached_property
    def _layer(self) -> TextLayer | None:
        assert self.handle
        return TextLayer(self._text_handle, self._frame) if self._text_handle else None

    @property
    def text(self) -> str:
        """All text in the file's order, with its line breaks. Cheap."""
        if self.blank:
            return ""
        if self.hidden:
            return "\n".join(line.text for line in self.lines)
        if self._kept is not None:
            return self._kept.text
        return self._layer.text if self._layer else ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        if self.blank:
            return ()
        if self._kept is None:
            layer = self._layer
            lines = tuple(layer.lines()) if layer else ()
            lines = in_columns(lines, self.width, self.height, lambda: tuple(read_rules(self.handle, self._frame)))
            self._kept = _Kept(self._frame, layer.text if layer else "", lines)
            self._shelf.keep(self.pdf_page - 1, self._kept)
        lines = self._kept.lines
        return tuple(line for line in lines if not self.hides(line.box)) if self.hidden else lines

    @cached_property
    def words(self) -> tuple[Word, ...]:
        if self.blank or self._layer is None:
            return ()
        words = self._layer.words()
        return tuple(word for word in words if not self.hides(word.box)) if self.hidden else tuple(words)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Ruled lines and the sides of drawn boxes."""
        return tuple(rule for rule in self._drawn if not rule.shade)

    @cached_property
    def shades(self) -> tuple[Rule, ...]:
        """Filled rectangles without an outline, high enough for a row."""
        return tuple(rule for rule in self._drawn if rule.shade)

    @cached_property
    def _drawn(self) -> tuple[Rule, ...]:
        if self.blank:
            return ()
        drawn = islice(read_rules(self.handle, self._frame), MAX_RULES)
        return tuple(rule for rule in drawn if not self._holds(rule.box))

    @property
    def blank(self) -> bool:
        """Whether the whole page is hidden."""
        return WHOLE_PAGE in self.hidden

    def _holds(self, box: Box) -> bool:
        """Whether a box stands within a hidden region: a line of a table that also bounds what is shown does not."""
        return any(region.top <= box.top and box.bottom <= region.bottom for region in self.hidden)

    def hides(self, box: Box) -> bool:
        """Whether any part of the box stands in a hidden region."""
        return any(
            box.left < region.right and box.right > region.left and box.top < region.bottom and box.bottom > region.top
            for region in self.hidden
        )

    @cached_property
    def pictured(self) -> bool:
        """Whether the page shows a picture (an image, not drawn lines), also inside a form. A form that holds only
        words, such as a stamped page number, is none."""
        if self.blank:
            return False
        handle = self.handle
        count = min(pdfium.FPDFPage_CountObjects(handle), MAX_OBJECTS)
        return any(_is_picture(pdfium.FPDFPage_GetObject(handle, index)) for index in range(count))

    @cached_property
    def overlays(self) -> tuple[str, ...]:
        """The words of stamps and text boxes that were laid over the page with a reader."""
        return () if self.blank else tuple(read_overlays(self.handle))

    def close(self) -> None:
        if self._open:
            self._open = False
            if self._text_handle:
                pdfium.FPDFText_ClosePage(self._text_handle)
            if self._handle:
                pdfium.FPDF_ClosePage(self._handle)


class Pdf:
    """An open PDF file, used as a context manager.

    `repairs` says in plain words what was damaged and is empty for a sound file. What `hidden` names is in nothing
    that it gives: not in its pages, its outline or (where the first page is hidden) its description of itself.
    """

    def __init__(
        self,
        path: Path,
        handle: Handle,
        sha256: str,
        repairs: tuple[str, ...],
        hidden: Hidden | None = None,
        shelf: _Shelf | None = None,
    ) -> None:
        self.path = path
        self.sha256 = sha256
        self.repairs = repairs
        self._handle = handle
        self._pages = handle.pages
        self._hidden: Hidden = hidden or {}
        self._shelf = shelf or _Shelf()

    def without(self, hidden: Hidden) -> "Pdf":
        """The same open file without what stands in these regions. Closing either closes both."""
        return Pdf(self.path, self._handle, self.sha256, self.repairs, hidden, self._shelf) if hidden else self

    def _page(self, index: int) -> Page:
        return Page(self._handle, index, self._hidden.get(index + 1, ()), self._shelf)

    def _hides_entry(self, entry: OutlineEntry) -> bool:
        regions = self._hidden.get(entry.pdf_page or 0, ())
        top = entry.top or 0.0
        return any(region == WHOLE_PAGE or region.top <= top <= region.bottom for region in regions)

    def kept(self, pdf_page: int) -> object:
        """What stays of a page that was read, to be sent to another process which has the same file open."""
        return self._shelf.get(pdf_page - 1)

    def keep(self, pdf_page: int, kept: object) -> None:
        """Takes what stays of a page that was read in another process."""
        if isinstance(kept, _Kept) and self._shelf.get(pdf_page - 1) is None:
            self._shelf.keep(pdf_page - 1, kept)

    def __len__(self) -> int:
        """The number of pages."""
        return self._pages

    def __enter__(self) -> "Pdf":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._handle.close()

    def pages(self, first: int = 1, last: int | None = None) -> Iterator[Page]:
        """Each page from `first` to `last` (PDF pages, counted from 1) in turn; it is closed when the
        next one is asked for, so that a pack of 3,000 pages needs the memory of one. A page that cannot
        be loaded is left out: see `pdf_page` of the ones that come."""
        for index in range(first - 1, len(self) if last is None else last):
            try:
                page = self._page(index)
            except InputError:
                continue
            try:
                yield page
            finally:
                page.close()

    @contextlib.contextmanager
    def page(self, pdf_page: int) -> Iterator[Page]:
        """One page, closed at the end of the block. Raises `InputError` when it cannot be loaded."""
        page = self._page(pdf_page - 1)
        try:
            yield page
        finally:
            page.close()

    @cached_property
    def encrypted(self) -> bool:
        return bool(pdfium.FPDF_GetSecurityHandlerRevision(self._handle.raw) >= 0)

    @cached_property
    def tagged(self) -> bool:
        """Whether the file carries tags for screen readers."""
        return bool(pdfium.FPDFCatalog_IsTagged(self._handle.raw))

    @cached_property
    def metadata(self) -> Metadata:
        def read(key: str) -> str | None:
            try:
                text = self._handle.says(key)
            except UnicodeDecodeError:
                return None
            return text.strip("\x00 \t\r\n") or None

        if WHOLE_PAGE in self._hidden.get(1, ()):
            return Metadata()
        return Metadata(title=read("Title"), subject=read("Subject"), author=read("Author"))

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """The bookmarks from top to bottom. Loops and damage end the list, they do not raise."""
        entries: list[OutlineEntry] = []
        seen: set[int] = set()
        # (bookmark, level): explicit stack, so that a hostile depth cannot exhaust Python's own
        stack = [(pdfium.FPDFBookmark_GetFirstChild(self._handle.raw, None), 0)]
        while stack and len(entries) < MAX_OUTLINE_ENTRIES:
            bookmark, level = stack.pop()
            address = ctypes.cast(bookmark, ctypes.c_void_p).value if bookmark else None
            if address is None or address in seen:
                continue
            seen.add(address)
            entries.append(self._entry(bookmark, level))
            stack.append((pdfium.FPDFBookmark_GetNextSibling(self._handle.raw, bookmark), level))
            stack.append((pdfium.FPDFBookmark_GetFirstChild(self._handle.raw, bookmark), level + 1))
        return tuple(entry for entry in entries if not self._hides_entry(entry))

    def _entry(self, bookmark: "pdfium.FPDF_BOOKMARK", level: int) -> OutlineEntry:
        size = pdfium.FPDFBookmark_GetTitle(bookmark, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 2))
        pdfium.FPDFBookmark_GetTitle(bookmark, buffer, size)
        title = buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
        dest = pdfium.FPDFBookmark_GetDest(self._handle.raw, bookmark)
        if not dest:
            action = pdfium.FPDFBookmark_GetAction(bookmark)
            dest = pdfium.FPDFAction_GetDest(self._handle.raw, action) if action else None
        index = pdfium.FPDFDest_GetDestPageIndex(self._handle.raw, dest) if dest else -1
        count = ctypes.c_ulong()
        values = (ctypes.c_float * 4)()
        view = pdfium.FPDFDest_GetView(dest, count, values) if dest else pdfium.PDFDEST_VIEW_UNKNOWN_MODE
        top: float | None = None
        if view == pdfium.PDFDEST_VIEW_XYZ and 0 <= index < len(self) and count.value >= 2:
            height = ctypes.c_float()
            size_f = pdfium.FS_SIZEF()
            if pdfium.FPDF_GetPageSizeByIndexF(self._handle.raw, index, size_f):
                height.value = size_f.height
            top = max(height.value - values[1], 0.0) if values[1] else None
        return OutlineEntry(
            level=level,
            title=title,
            pdf_page=index + 1 if 0 <= index < len(self) else None,
            whole_page=view in (pdfium.PDFDEST_VIEW_FIT, pdfium.PDFDEST_VIEW_FITB),
            top=top,
        )


def read_pdf(path: Path, *, password: str | None = None) -> Pdf:
    """Open a PDF file.

    Raises `InputError` (missing, unreadable, empty, not a PDF, damaged beyond reading, no pages) or
    `PasswordError`. What was repaired on the way is in `Pdf.repairs`.
    """
    sha256, head, tail = _read_ends(path)
    if b"%PDF-" not in head:
        raise InputError(
            f"{path.name} is not a PDF file", advice="Give the PDF as published, not a web page or a scan."
        )
    try:
        handle = _open(path, password)
    except OpeningError as error:
        raise _opening_error(path, error.code, password) from None
    if handle.pages > MAX_PAGES:
        handle.close()
        raise InputError(
            f"{path.name} claims to have {handle.pages} pages", advice="Download the file again; it may be damaged."
        )
    repairs: list[str] = []
    if b"%%EOF" not in tail:
        repairs.append("the end of the file is missing; pages or bookmarks after the break may be lost")
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(handle.raw):
        repairs.append("the cross-reference table is broken and was rebuilt")
    return Pdf(path, handle, sha256, tuple(repairs))


def read_repaired(path: Path, *, password: str | None = None) -> bytes:
    """The file as pdfium understands it, written out sound and without encryption. Raises `InputError`."""
    import pypdfium2

    out = io.BytesIO()
    try:
        with pypdfium2.PdfDocument(_open(path, password).raw) as whole:
            whole.save(out, flags=pdfium.FPDF_REMOVE_SECURITY)
    except (OpeningError, pypdfium2.PdfiumError):
        raise InputError(f"{path.name} is too damaged to be cut up", advice="Download the file again.") from None
    return out.getvalue()


def _open(path: Path, password: str | None) -> Handle:
    """With the password, and without: a file that only its owner may change opens for everybody, and a password that
    is kept for other files (SCRUTINY_PASSWORD) must not stand in the way."""
    try:
        return Handle(path, password)
    except OpeningError as error:
        if not password or error.code != pdfium.FPDF_ERR_PASSWORD:
            raise
        return Handle(path, None)


def _read_ends(path: Path) -> tuple[str, bytes, bytes]:
    """The file's SHA-256, first and last bytes, read once in pieces."""
    digest = hashlib.sha256()
    head = tail = b""
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder, not a PDF file", advice="Give the PDF files inside it.")
        if path.stat().st_size > MAX_FILE_SIZE:
            raise InputError(f"{path.name} is larger than 2 GB", advice="Split it in a PDF editor first.")
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                head = head or piece[:_HEAD]
                tail = (tail + piece)[-_TAIL:]
                digest.update(piece)
    except FileNotFoundError:
        raise InputError(f"there is no file {path}", advice="Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}") from None
    if not head:
        raise InputError(f"{path.name} is empty (0 bytes)", advice="Download the file again.")
    return digest.hexdigest(), head, tail


def _opening_error(path: Path, code: int, password: str | None) -> InputError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        if password:
            return PasswordError(f"the password does not open {path.name}", advice="Check it and try again.")
        return PasswordError(
            f"{path.name} is encrypted and needs a password",
            advice="Give it with --password -, --password-file FILE, or in the environment variable SCRUTINY_PASSWORD.",
        )
    if code == pdfium.FPDF_ERR_SECURITY:
        return InputError(
            f"{path.name} is encrypted in a way that is not supported",
            advice="Save an unprotected copy from the program that made it.",
        )
    # pdfium gives no code for a file without pages, and then the last one stays: look at the file itself
    if _PAGE_TREE.search(data := path.read_bytes()) and not _ANY_PAGE.search(data) and b"/ObjStm" not in data:
        return InputError(f"{path.name} has no pages", advice="Download the file again; it may be damaged.")
    return InputError(f"{path.name} is damaged beyond reading", advice="Download the file again.")
