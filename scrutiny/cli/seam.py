"""Room `cli`: where errors become exit codes, in one place.

Takes whatever a command raises, gives one clear line on stderr and the exit code of the README. An error
nobody foresaw is exit 70 and says how to report it; the traceback is shown with SCRUTINY_DEBUG=1 only.
"""

import contextlib
import errno
import os
import shutil
import sys
import textwrap
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from scrutiny.errors import ExitCode, ScrutinyError
from scrutiny.supervision import child
from scrutiny.supervision.ending import INTERRUPTED


class ErrorSeam(TyperGroup):
    """A command group that maps errors to exit codes."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command. Raises `typer.Exit` for every failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except ScrutinyError as error:
            say_error(error.message, error.advice)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            say_error(INTERRUPTED, None)
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except BrokenPipeError:
            # the reader ("| head") has what it wanted; Python must not complain at exit either
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.OK) from None
        except MemoryError:
            say_error("not enough memory to read the file", "Give it more with --memory-limit MB, or split it first.")
            raise typer.Exit(ExitCode.INPUT) from None
        except OSError as error:
            if error.filename is not None or error.errno not in _NO_ROOM:
                return _bug(error)
            say_error(f"the output cannot be written: {error.strerror}", None)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.OUTPUT) from None
        except Exception as error:
            return _bug(error)


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF, errno.EFBIG)
"""How writing to stdout fails; every file of ours has its own message by then."""


def _bug(error: Exception) -> NoReturn:
    if os.environ.get("SCRUTINY_DEBUG") or type(error).__module__.startswith("typer"):
        raise error
    say_error(
        f"this is a bug in scrutiny: {type(error).__name__}: {error}",
        "Run it again with SCRUTINY_DEBUG=1 and report what it prints.",
    )
    raise typer.Exit(ExitCode.BUG) from None


def names_a_file(args: list[str]) -> bool:
    """Whether a file stands where a command is needed."""
    return bool(args) and (args[0] == "-" or args[0].lower().endswith(".pdf"))


def _fitted(text: str, indent: str) -> list[str]:
    """At a terminal in lines that fit, so that no word is broken; else the line as it is, for a log."""
    if not sys.stderr.isatty():
        return [text]
    width = shutil.get_terminal_size().columns
    return textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def say_error(message: str, advice: str | None) -> None:
    """One line on stderr, and below it what to do."""
    from scrutiny.sheets.cleaning import clean

    with contextlib.suppress(OSError):  # nowhere to say it: the exit code must do
        for line in _fitted(f"scrutiny: {clean(message)}", "  "):
            typer.echo(line, err=True)
        for line in _fitted(f"  {clean(advice)}", "  ") if advice else ():
            typer.echo(line, err=True)
    child.tell_said()
