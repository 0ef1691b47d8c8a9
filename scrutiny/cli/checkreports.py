"""Room `cli`: the rows of `check`: coverage for people, every check for programs."""

import difflib
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scrutiny import __version__
from scrutiny.checks import EXPLAINED, Check, Checked, Status
from scrutiny.cli.layouts import CHECKS, COVERAGE
from scrutiny.cli.packreports import load_pack, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import UsageError
from scrutiny.findings import FindingCode, Severity
from scrutiny.pack import Pack
from scrutiny.registers.checks import Coverage, PageNotes, coverage_of, run_checks
from scrutiny.sheets.model import Report, Table, Value

_BY_CHECK = (FindingCode.FRONT_SHEET_RANGE, FindingCode.FRONT_SHEET_ITEM_MISSING)
"""Findings on the file that are a check of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What came of the checks of one file."""

    pack: Pack
    checked: tuple[Checked, ...]


def wanted_checks(only: Sequence[str], skip: Sequence[str]) -> frozenset[Check]:
    """The checks that `--only` and `--skip` leave. Raises `UsageError` for a name that is none, or if none is left."""
    chosen = {_named(name) for name in only} or set(Check)
    chosen -= {_named(name) for name in skip}
    if not chosen:
        raise UsageError("no check is left", advice="Take --only or --skip away; scrutiny check --list names them all.")
    return frozenset(chosen)


def _named(name: str) -> Check:
    try:
        return Check(name)
    except ValueError:
        near = difflib.get_close_matches(name, list(Check), n=1)
        advice = f"Did you mean {near[0]}?" if near else "scrutiny check --list names them all."
        raise UsageError(f"there is no check {name}", advice=advice) from None


def listed(wanted: frozenset[Check]) -> str:
    """The checks, each with what it compares and a message that a real mistake gave."""
    lines = []
    for check in Check:
        if check in wanted:
            lines += [
                check.value,
                *textwrap.wrap(EXPLAINED[check].compares, 76, initial_indent="  ", subsequent_indent="  "),
            ]
            lines += [f"  Example: {EXPLAINED[check].example}"]
    return "\n".join(lines) + "\n"


def check_row(each: Checked) -> tuple[Value, ...]:
    """The cells of `CHECKS`."""
    return (
        each.check, each.status, each.printed or None, each.expected, each.working, each.quote.item,
        *paper_cells(each.quote),
    )  # fmt: skip


def coverage_table(coverage: Sequence[Coverage]) -> Table:
    """What each check looked at."""
    rows = [(line.check, line.seen, line.checked, line.proven, line.not_checkable, line.why) for line in coverage]
    return Table(layout=COVERAGE, rows=tuple(rows))


def load_checks(
    file: Path, *, wanted: frozenset[Check], password: str | None, timeout: float | None, quiet: bool,
    include_exempt: bool = False,
) -> Checks:
    """Every check of one file."""
    notes = PageNotes()
    pack = load_pack(
        file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt, visit=notes.visit
    )
    with time_budget(file, timeout):
        return Checks(pack=pack, checked=run_checks(pack, notes, wanted))


def checks_report(found: Sequence[Checks], wanted: frozenset[Check], *, for_reading: bool, everything: bool) -> Report:
    """Coverage and findings for people; every check besides for programs. Notes only where all is asked for."""
    checked = [each for own in found for each in own.checked]
    coverage = coverage_table(coverage_of(checked, wanted))
    rows = tuple(check_row(each) for each in checked)
    of_file = [
        finding
        for own in found
        for finding in own.pack.findings
        if finding.code not in _BY_CHECK and (everything or finding.severity is not Severity.NOTE)
    ]
    findings = [
        each.finding for each in checked if each.finding is not None and (everything or each.status is not Status.NOTE)
    ]
    every = Table(layout=CHECKS, rows=rows)
    left = Table(layout=CHECKS, rows=tuple(row for row in rows if row[1] == Status.NOT_CHECKABLE))
    shown = (coverage, left) if everything and left.rows else (coverage,)
    return Report(
        command="check",
        version=__version__,
        sources=tuple(own.pack.source for own in found),
        tables=shown if for_reading else (every, coverage),
        findings=(*of_file, *findings),
    )
