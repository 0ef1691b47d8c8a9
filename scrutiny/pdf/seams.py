"""Room `pdf`: which pages were once one file.

Takes a path, gives for each page the identity of the fonts it uses. Programs that join files copy each
file's own fonts, so two pages that share a font object came from the same file (or the joining program
stamped both with its own font). pypdf is used because pdfium does not tell object numbers.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from scrutiny.pdf.reading import open_reader, pypdf_faults

MAX_DEPTH = 2
"""Stamps laid over a page wrap its content in a form, rarely in two."""


def read_font_identities(path: Path, *, password: str | None = None) -> tuple[frozenset[int], ...]:
    """For each page the object numbers of its fonts; empty where the file does not tell.

    Damaged files give what can be read: this is evidence, and missing evidence is no error.
    """
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
            for key in list(objects)[:50]:
                inner = _resolve(objects.get(key))
                if isinstance(inner, dict) and inner.get("/Subtype") == "/Form":
                    yield from _fonts(inner.get("/Resources"), depth + 1)


def _resolve(value: object) -> object:
    return value.get_object() if hasattr(value, "get_object") else value
