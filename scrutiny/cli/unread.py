"""Room `cli`: files among several that could not be read, or that held nothing of what was asked for.

One bad file does not stop a month: what can be made of the others is made and written. The file is named in a finding
and on stderr, and the exit code at the end is 3 (0 where it was only empty of the kind).
"""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from msgspec import Struct

from scrutiny.errors import ExitCode, InputError, NothingFoundError, ScrutinyError
from scrutiny.findings import Finding, FindingCode, Severity


class UnreadFile(Struct, frozen=True, kw_only=True):
    """A file that the others do not wait for, and why."""

    path: Path
    error: ScrutinyError

    @property
    def finding(self) -> Finding:
        """What the report says of it."""
        bad = isinstance(self.error, InputError)
        return Finding(
            code=FindingCode.FILE_NOT_READ if bad else FindingCode.NOTHING_FOUND,
            severity=Severity.WARNING if bad else Severity.NOTE,
            message=self.error.message,
            file=self.path.name,
        )


@contextlib.contextmanager
def unread_said(unread: Sequence[UnreadFile]) -> Iterator[None]:
    """At the end of a command: each file that was not read is said on stderr, and the exit code tells of it."""
    from scrutiny.cli.seam import say_error

    try:
        yield
    except (InputError, NothingFoundError, typer.Exit) as error:
        if not _said(unread):
            raise
        if isinstance(error, ScrutinyError):
            say_error(error.message, error.advice)
        raise typer.Exit(ExitCode.INPUT) from None
    if _said(unread):
        raise typer.Exit(ExitCode.INPUT)


def _said(unread: Sequence[UnreadFile]) -> bool:
    """Says which files could not be read; whether there are any."""
    from scrutiny.cli.seam import say_error

    bad = [each.error for each in unread if isinstance(each.error, InputError)]
    for error in bad:
        say_error(error.message, error.advice)
    return bool(bad)
