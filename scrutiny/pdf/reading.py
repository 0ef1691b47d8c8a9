"""Room `pdf`: files opened with pypdf, and its many ways to fail made one.

Takes a path, gives a `PdfReader`, or for each page the identity of the fonts it uses. Used for what pypdf is best at
(object identities, writing parts); pages are read with pdfium.
"""

import contextlib
import logging
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from scrutiny.errors import InputError, PasswordError

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it can write a thousand lines about one damaged file

_FAULTS = (
    PyPdfError, NotImplementedError, ValueError, AttributeError, AssertionError, TypeError, KeyError, IndexError,
    RecursionError, ArithmeticError, OSError, RuntimeError, UnicodeError, EOFError,
)  # fmt: skip
"""What pypdf has been seen to raise on damaged files, beside its own errors."""


@contextlib.contextmanager
def pypdf_faults(*, ignore: bool = False) -> Iterator[None]:
    """Makes every fault of pypdf an `InputError`, or nothing at all with `ignore`; silences its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except InputError:
            raise
        except _FAULTS as error:
            if not ignore:
                raise InputError(
                    f"the file is damaged: {type(error).__name__} while copying its pages",
                    advice="Download the file again.",
                ) from error


def open_reader(source: Path | BytesIO, *, password: str | None = None) -> PdfReader:
    """The file in pypdf, decrypted. Call it inside `pypdf_faults`."""
    reader = PdfReader(source, strict=False)
    if reader.is_encrypted and not reader.decrypt(password or "") and not (password and reader.decrypt("")):
        raise PasswordError("the password does not open the file")
    return reader


MAX_DEPTH = 2
"""Stamps laid over a page wrap its content in a form, rarely in two."""


def read_font_identities(path: Path, *, password: str | None = None) -> tuple[frozenset[int], ...]:
    """For each page the object numbers of its fonts; empty where the file does not tell. Programs that join files copy
    each file's own fonts, so that two pages which share a font object came from the same file, or the joining program
    stamped both with its own font.

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
