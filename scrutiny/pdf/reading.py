"""Room `pdf`: files opened with pypdf, and its many ways to fail made one.

Takes a path, gives a `PdfReader`. Used for what pypdf is best at, to write parts; pages are read with pdfium.
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
