"""Room `pdf`: which pages were once one file.

Takes a path, gives for each page the identity of the fonts it uses. Programs that join files copy each
file's own fonts, so two pages that share a font object came from the same file (or the joining program
stamped both with its own font). pdfium does not tell object numbers: a plain file is looked at as it stands
(`objects`), any other with pypdf.
"""

import contextlib
import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path

from scrutiny.pdf.objects import Dictionary, NotPlainError, Objects, Reference

MAX_DEPTH = 2
"""Stamps laid over a page wrap its content in a form, rarely in two."""

MOST_FORMS = 50
"""Drawings of a page that are looked into."""


def read_font_identities(path: Path, *, password: str | None = None) -> tuple[frozenset[int], ...]:
    """For each page the object numbers of its fonts; empty where the file does not tell.

    Damaged files give what can be read: this is evidence, and missing evidence is no error.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return fonts_of_plain(Objects(data))
    except (NotPlainError, OSError, ValueError, BufferError, OverflowError, RecursionError, zlib.error):
        return _read_with_pypdf(path, password)


def fonts_of_plain(objects: Objects) -> tuple[frozenset[int], ...]:
    """The same of a file that is plain. Raises `NotPlainError` and `ValueError`."""
    root = objects.dictionary(objects.trailer.get(b"/Root"))
    found = _resources(objects, root.get(b"/Pages"), None, set())
    return tuple(frozenset(_fonts_of(objects, resources, 0)) for resources in found)


def _resources(objects: Objects, node: object, inherited: object, seen: set[int]) -> Iterator[object]:
    """What each page of a branch of the pages may use, in their order."""
    if not isinstance(node, Reference) or node in seen:
        raise NotPlainError
    seen.add(node)
    page = objects.dictionary(node)
    own = page.get(b"/Resources", inherited)
    if page.get(b"/Type") == b"/Page" and b"/Kids" not in page:
        yield own
        return
    kids = objects.get(page.get(b"/Kids"))
    if page.get(b"/Type") != b"/Pages" or not isinstance(kids, list):
        raise NotPlainError
    for kid in kids:
        yield from _resources(objects, kid, own, seen)


def _fonts_of(objects: Objects, resources: object, depth: int) -> Iterator[int]:
    found = objects.get(resources)
    if found is None:
        return
    fonts, drawings = (_held(objects, objects.dictionary(found), key) for key in (b"/Font", b"/XObject"))
    yield from (int(font) for font in fonts.values() if isinstance(font, Reference))
    for each in list(drawings.values())[: MOST_FORMS if depth < MAX_DEPTH else 0]:
        inner = objects.dictionary(each)
        if objects.get(inner.get(b"/Subtype")) == b"/Form":
            yield from _fonts_of(objects, inner.get(b"/Resources"), depth + 1)


def _held(objects: Objects, resources: Dictionary, key: bytes) -> Dictionary:
    return {} if resources.get(key) is None else objects.dictionary(resources[key])


def _read_with_pypdf(path: Path, password: str | None) -> tuple[frozenset[int], ...]:
    from scrutiny.pdf.reading import open_reader, pypdf_faults

    identities: list[frozenset[int]] = []
    with pypdf_faults(ignore=True):
        reader = open_reader(path, password=password)
        for page in reader.pages:
            found: set[int] = set()
            with contextlib.suppress(KeyError, AttributeError, TypeError, ValueError, RecursionError):
                found.update(_fonts(page.get("/Resources"), 0))
            identities.append(frozenset(found))
    return tuple(identities)


def _fonts(resources: object, depth: int) -> Iterator[int]:
    resources = _resolve(resources)
    if not isinstance(resources, dict):
        return
    fonts = _resolve(resources.get("/Font"))
    if isinstance(fonts, dict):
        for key in fonts:
            number = getattr(fonts.raw_get(key) if hasattr(fonts, "raw_get") else None, "idnum", None)
            if isinstance(number, int):
                yield number
    if depth < MAX_DEPTH:
        objects = _resolve(resources.get("/XObject"))
        if isinstance(objects, dict):
            for key in list(objects)[:MOST_FORMS]:
                inner = _resolve(objects.get(key))
                if isinstance(inner, dict) and inner.get("/Subtype") == "/Form":
                    yield from _fonts(inner.get("/Resources"), depth + 1)


def _resolve(value: object) -> object:
    return value.get_object() if hasattr(value, "get_object") else value
