"""Room `pdf`: parts of a PDF written as PDFs of their own, with pypdf.

Takes a path and `Part`s, gives the bytes of each. A part keeps its pages as they are (rotation, size,
notes and marks, web links, links within the part), the outline entries that point into it, labels equal to
the printed page numbers, and a title; it carries only the fonts and pictures its own pages use.
It does nothing of its own accord: see `passive`. Accessibility tags are lost: pypdf cannot cut a tag tree.
"""

import base64
import contextlib
import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import cast

from msgspec import Struct, field
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from scrutiny.errors import InputError
from scrutiny.pdf.document import read_repaired
from scrutiny.pdf.model import Part
from scrutiny.pdf.packing import pack_pdf
from scrutiny.pdf.passive import (
    MAX_ANNOTATIONS,
    PAGE_KEYS,
    active_in_document,
    add_layers,
    dictionary_of,
    items_of,
    make_passive,
    passive_action,
    passive_annotation,
)
from scrutiny.pdf.reading import open_reader, pypdf_faults

_NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")


class PartWriter(Struct):
    """Cuts parts out of one file. `cut_links` counts the links that led into other parts, `left_out` by its kind what
    would have done something of its own accord."""

    path: Path
    parts: tuple[Part, ...]
    password: str | None = None
    cut_links: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    repaired: bool = False
    _source: io.BytesIO | None = None
    _reader: PdfReader | None = None
    _places: dict[int, int] = field(default_factory=dict)
    _shared: frozenset[int] = frozenset()

    def write(self, part: Part) -> bytes:
        """The part as a PDF. What pypdf cannot copy is copied from a repaired version that pdfium makes
        (`repaired` says so). Raises `InputError` when that fails too."""
        if not self.repaired:
            with contextlib.suppress(InputError):
                return self._cut(part)
            self._repair()
        return self._cut(part)

    def _repair(self) -> None:
        self.repaired = True
        self._reader = None
        self._places.clear()
        self._source = io.BytesIO(read_repaired(self.path, password=self.password))

    def _cut(self, part: Part) -> bytes:
        with pypdf_faults():
            reader = self._open()
            writer = PdfWriter()
            pages = [reader.pages[number - 1] for number in part.pdf_pages]
            for page in pages:
                for stream in _content_streams(page):
                    _tighten(stream)  # in the source, so that it is unpacked once
                self._add_page(writer, page)
            for old, new in zip(pages, writer.pages, strict=True):
                self._add_annotations(writer, part, old, new)
            self._finish(writer, part)
            make_passive(writer)
            return pack_pdf(writer)

    def _open(self) -> PdfReader:
        if self._reader is None:
            reader = open_reader(self._source or self.path, password=self.password)
            for index, page in enumerate(reader.pages):
                if page.indirect_reference is not None:
                    self._places[page.indirect_reference.idnum] = index + 1
            self._shared = _shared_resources(reader, self.parts)
            if not self.repaired:
                self.left_out += active_in_document(reader)
            self._reader = reader
        return self._reader

    def _add_page(self, writer: PdfWriter, page: PageObject) -> None:
        aside = {key: cast(PdfObject, page.raw_get(key)) for key in page if key not in PAGE_KEYS}
        for key in aside:
            del page[key]
        self.left_out["action"] += "/AA" in aside
        self.left_out["attachment"] += "/AF" in aside
        removed = self._prune(page)
        try:
            writer.add_page(page)
        finally:
            for key, value in aside.items():
                page[NameObject(key)] = value
            if removed is not None:
                page[NameObject("/Resources")] = removed

    def _prune(self, page: PageObject) -> PdfObject | None:
        """Takes fonts and pictures that the page lists but does not use off its list, where other parts
        list them too. Returns the list as it was, or None where nothing changed."""
        resources = dictionary_of(page.get("/Resources"))
        if resources is None:
            return None
        used: set[bytes] | None = None
        slim = DictionaryObject(resources)
        changed = False
        for kind in ("/Font", "/XObject"):
            entries = dictionary_of(resources.get(kind))
            if entries is None or not any(_number(entries.raw_get(key)) in self._shared for key in entries):
                continue
            if used is None:
                content = page.get_contents()
                used = set(_NAME.findall(content.get_data())) if content is not None else set()
            kept = DictionaryObject(
                {
                    NameObject(key): entries.raw_get(key)
                    for key in entries
                    if key[1:].encode("latin-1", "replace") in used
                }
            )
            # a name written with #xx escapes is not found by its plain form: leave such lists alone
            if len(kept) < len(entries) and not any(b"#" in name for name in used):
                slim[NameObject(kind)] = kept
                changed = True
        if not changed:
            return None
        before = cast(PdfObject, page.raw_get("/Resources"))
        page[NameObject("/Resources")] = slim
        return before

    def _add_annotations(self, writer: PdfWriter, part: Part, old: PageObject, new: PageObject) -> None:
        annotations = items_of(old.get("/Annots"))
        copies = ArrayObject()
        self.left_out["annotation"] += max(len(annotations) - MAX_ANNOTATIONS, 0)
        for reference in islice(annotations, MAX_ANNOTATIONS):
            annotation = dictionary_of(reference)
            kept = passive_annotation(annotation, self.left_out) if annotation is not None else None
            if annotation is None or kept is None:
                continue
            copy = kept.clone(writer)
            copy[NameObject("/P")] = cast(IndirectObject, new.indirect_reference)
            self._add_target(writer, part, annotation, copy)
            copies.append(writer._add_object(copy))
        if copies:
            new[NameObject("/Annots")] = copies

    def _add_target(self, writer: PdfWriter, part: Part, annotation: DictionaryObject, copy: DictionaryObject) -> None:
        """Gives the copy of a link its target: a web address, or a page of the same part."""
        action, destination = dictionary_of(annotation.get("/A")), annotation.get("/Dest")
        if action is not None:
            if (passive := passive_action(action, self.left_out)) is not None:
                copy[NameObject("/A")] = passive.clone(writer)
                return
            if action.get("/S") == "/GoTo":
                destination = action.get("/D")
        if destination is None:
            return
        target = self._resolve(destination)
        page = self._places.get(_number(target[0]) or -1) if target else None
        if target is None or page is None or page not in part.pdf_pages:
            self.cut_links += 1
            return
        here = writer.pages[part.pdf_pages.index(page)].indirect_reference
        copy[NameObject("/Dest")] = ArrayObject([cast(PdfObject, here), *target[1:]])

    def _resolve(self, destination: object) -> list[PdfObject] | None:
        """The explicit form of a link's target, also where it is named."""
        assert self._reader is not None
        found = destination.get_object() if isinstance(destination, PdfObject) else None
        if isinstance(found, (str, bytes)):
            named = self._reader.named_destinations.get(str(found))
            found = named.dest_array if named is not None else None
        if isinstance(found, DictionaryObject):
            found = found.get("/D")
        if isinstance(found, ArrayObject) and found:
            return [found[0] if index == 0 else item for index, item in enumerate(list.__iter__(found))]
        return None

    def _finish(self, writer: PdfWriter, part: Part) -> None:
        assert self._reader is not None
        _add_outline(writer, part)
        add_layers(writer, self._reader)
        for first, last, style, start in _label_runs(part.labels):
            writer.set_page_label(first, last, style=style, start=start)
        information = {"/Title": part.title}
        own = self._reader.metadata
        for key in ("/Author", "/Subject"):
            value = own.get(key) if own is not None else None
            if isinstance(value, str) and value:
                information[key] = value
        writer.add_metadata(information)
        language = self._reader.root_object.get("/Lang")
        if isinstance(language, str):
            writer.root_object[NameObject("/Lang")] = cast(PdfObject, language)
        writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
            {NameObject("/DisplayDocTitle"): BooleanObject(True)}
        )
        for obj in writer._objects:
            if isinstance(obj, StreamObject):
                _tighten(obj)


def _content_streams(page: PageObject) -> Iterator[StreamObject]:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    for piece in contents if isinstance(contents, ArrayObject) else [contents]:
        stream = piece.get_object() if piece is not None else None
        if isinstance(stream, StreamObject):
            yield stream


def _number(value: object) -> int | None:
    return value.idnum if isinstance(value, IndirectObject) else None


def _shared_resources(reader: PdfReader, parts: tuple[Part, ...]) -> frozenset[int]:
    """The object numbers of fonts and pictures that pages of more than one part list. Pages that are in no part count
    as one: what only they show must not come along because a list of resources is shared by the whole file."""
    count: Counter[int] = Counter()
    written = {number for part in parts for number in part.pdf_pages}
    rest = [number for number in range(1, len(reader.pages) + 1) if number not in written]
    for numbers in (*(part.pdf_pages for part in parts), rest):
        listed: set[int] = set()
        for number in numbers:
            resources = dictionary_of(reader.pages[number - 1].get("/Resources")) or DictionaryObject()
            for kind in ("/Font", "/XObject"):
                entries = dictionary_of(resources.get(kind))
                if entries is not None:
                    listed.update(n for key in entries if (n := _number(entries.raw_get(key))) is not None)
        count.update(listed)
    return frozenset(number for number, lists in count.items() if lists > 1)


def _add_outline(writer: PdfWriter, part: Part) -> None:
    parents: list[tuple[int, IndirectObject]] = []
    for entry in part.outline:
        assert entry.pdf_page is not None
        index = part.pdf_pages.index(entry.pdf_page)
        while parents and parents[-1][0] >= entry.level:
            parents.pop()
        height = float(writer.pages[index].mediabox.top)
        fit = Fit.fit() if entry.whole_page or entry.top is None else Fit.xyz(left=0, top=height - entry.top)
        parent = parents[-1][1] if parents else None
        parents.append(
            (entry.level, writer.add_outline_item(title=entry.title, page_number=index, parent=parent, fit=fit))
        )


def _label_runs(labels: tuple[str | None, ...]) -> Iterator[tuple[int, int, PageLabelStyle, int]]:
    """Runs of pages whose labels count up: (first, last, style, start). Pages that bear no number are
    labelled i, ii, ... so that they are not mistaken for printed ones."""
    first = 0
    while first < len(labels):
        label = labels[first]
        last = first
        if label is not None and label.isdigit() and int(label) > 0:
            while last + 1 < len(labels) and labels[last + 1] == str(int(label) + last + 1 - first):
                last += 1
            yield first, last, PageLabelStyle.DECIMAL, int(label)
        else:
            while last + 1 < len(labels) and labels[last + 1] is None:
                last += 1
            yield first, last, PageLabelStyle.LOWERCASE_ROMAN, 1
        first = last + 1


def _tighten(stream: StreamObject) -> None:
    """Takes text armour off a stream (it adds a quarter) and packs one that is not packed. Lossless."""
    filters = stream.get("/Filter")
    names = [filters] if isinstance(filters, NameObject) else list(filters or [])
    data = stream._data
    if names[:1] == ["/ASCII85Decode"] and "/DecodeParms" not in stream:
        stream._data = _without_armour(data.strip().removesuffix(b"~>"))
        rest = names[1:]
        if rest:
            stream[NameObject("/Filter")] = rest[0] if len(rest) == 1 else ArrayObject(rest)
        else:
            del stream["/Filter"]
        names = rest
    if "/DecodeParms" in stream or stream.get("/Type") == "/Metadata":
        return
    if not names and len(stream._data) > 200:
        stream._data = zlib.compress(stream._data, 9)
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")


def _without_armour(text: bytes) -> bytes:
    """ASCII85 made bytes again. Groups of five at once: the standard library goes character by character,
    which takes 0.3 s on 282 pages; it is asked where a group is written short or wrong."""
    body = text.translate(None, b" \t\r\n\f\0")
    short = -len(body) % 5
    places = iter(body + b"u" * short)
    groups = [
        (((a * 85 + b) * 85 + c) * 85 + d) * 85 + e - _BASE
        for a, b, c, d, e in zip(places, places, places, places, places, strict=True)
    ]
    if b"z" in body or (groups and not 0 <= min(groups) <= max(groups) < 1 << 32):
        return base64.a85decode(body)
    return struct.pack(f">{len(groups)}I", *groups)[: -short or None]


_BASE = ord("!") * (85**4 + 85**3 + 85**2 + 85 + 1)
