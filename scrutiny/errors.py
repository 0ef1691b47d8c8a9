"""What can go wrong, and the exit code that tells a script so.

The exit codes are a stable interface: scripts of councils depend on them, the reference lists them and a
test compares the two. Imports nothing of ours.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the process ended. The docstring of each member is its line in the reference."""

    OK = 0
    """fine"""
    FINDINGS = 1
    """findings of severity `error` under `--strict`, `check` or `verify`; a difference under `--compare`"""
    USAGE = 2
    """wrong command line"""
    INPUT = 3
    """input cannot be read: missing, not a PDF, damaged, password needed, no text layer, too much time or memory"""
    NOTHING_FOUND = 4
    """readable, but nothing of the requested kind in it"""
    PARAMETERS = 5
    """a parameter or scenario file is invalid"""
    OUTPUT = 6
    """output cannot be written"""
    BUG = 70
    """a bug in the tool"""
    INTERRUPTED = 130
    """interrupted"""


class ScrutinyError(Exception):
    """A failure that a person can act on: one line saying what is wrong, one saying what to do.

    `message` is shown after "scrutiny: ", `advice` (where there is any) on the line below it.
    """

    exit_code = ExitCode.BUG

    def __init__(self, message: str, *, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UsageError(ScrutinyError):
    """The command line asks for something that makes no sense."""

    exit_code = ExitCode.USAGE


class InputError(ScrutinyError):
    """The input cannot be read."""

    exit_code = ExitCode.INPUT


class PasswordError(InputError):
    """The PDF is encrypted and the password is missing or wrong."""


class NoTextError(InputError):
    """Every page is a picture: there is no text to read."""


class TimeBudgetError(InputError):
    """Reading the file took longer than `--timeout` allows."""


class NothingFoundError(ScrutinyError):
    """The input was read, and holds nothing of the requested kind."""

    exit_code = ExitCode.NOTHING_FOUND


class ParameterError(ScrutinyError):
    """A parameter or scenario file is invalid."""

    exit_code = ExitCode.PARAMETERS


class OutputError(ScrutinyError):
    """The output cannot be written."""

    exit_code = ExitCode.OUTPUT
