"""Room `cli`: the rows of `recs`."""

from dataclasses import dataclass
from pathlib import Path

from dateutil.relativedelta import relativedelta

from scrutiny import __version__
from scrutiny.cli.layouts import OUTCOMES, RECOMMENDATIONS, REMARKS, TRACKER
from scrutiny.cli.packreports import load_pack, nothing_in, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import NothingFoundError
from scrutiny.findings import Finding
from scrutiny.pack import Pack
from scrutiny.registers.lint import lint
from scrutiny.registers.outcomes import find_outcomes
from scrutiny.registers.recommendations import Entry, EntryKind, read_entries
from scrutiny.sheets.model import Layout, Report, Table, Value

RESPONSE = relativedelta(months=2)
"""The executive must respond within two months (Local Government Act 2000, s.9FE; statutory guidance on
overview and scrutiny, April 2024)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The entries of one file."""

    pack: Pack
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def load_register(
    file: Path, *, password: str | None, timeout: float | None, quiet: bool, include_exempt: bool = False
) -> Register:
    """The file's recommendations and resolutions, within its time budget."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt)
    with time_budget(file, timeout):
        entries, findings = read_entries(file, pack, password=password)
    return Register(pack=pack, entries=entries, findings=findings)


def register_report(registers: list[Register]) -> Report:
    """Every recommendation and resolution. Raises `NothingFoundError` when there is none."""
    entries = [entry for register in registers for entry in register.entries]
    if not entries:
        raise _nothing(registers, "no recommendations and no resolutions")
    return _report("recs", registers, RECOMMENDATIONS, [entry_row(entry) for entry in entries])


def outcomes_report(registers: list[Register], minutes: Register) -> Report:
    """What the minutes made of each recommendation. Raises `NothingFoundError` when either has nothing."""
    entries = _recommended(registers)
    if not any(entry.kind is EntryKind.RESOLUTION for entry in minutes.entries):
        raise _nothing([minutes], "no resolutions")
    rows: list[tuple[Value, ...]] = []
    for outcome in find_outcomes(tuple(entries), minutes.entries):
        entry, answer = outcome.recommendation, outcome.resolution
        told = (
            (answer.text, answer.quote.file, answer.quote.item, answer.quote.page_label, answer.quote.pdf_page)
            if answer
            else (None,) * 5
        )
        rows.append(
            (
                entry.ref, entry.quote.item, entry.number_printed, entry.text, outcome.kind.value, outcome.changes,
                *told, *paper_cells(entry.quote),
            )
        )  # fmt: skip
    return _report("recs-against", [*registers, minutes], OUTCOMES, rows)


def tracker_report(registers: list[Register]) -> Report:
    """The recommendations in the columns of a tracker. Raises `NothingFoundError`."""
    rows: list[tuple[Value, ...]] = []
    for entry in _recommended(registers):
        area = next(r.pack.meeting.body for r in registers if entry in r.entries) or entry.addressed_to
        due = entry.meeting_date + RESPONSE if entry.meeting_date else None
        rows.append(
            (
                entry.ref, entry.report, entry.meeting_date, area, entry.text, None, None, "awaiting response", due,
                entry.quote.item, *paper_cells(entry.quote),
            )
        )  # fmt: skip
    return _report("recs-tracker", registers, TRACKER, rows)


def remarks_report(registers: list[Register]) -> Report:
    """What makes each recommendation hard to follow up. Raises `NothingFoundError` when there is none."""
    rows = [
        (
            remark.entry.ref, remark.entry.quote.item, remark.entry.number_printed, remark.rule, remark.remark,
            remark.entry.text, *paper_cells(remark.entry.quote),
        )
        for remark in lint(tuple(_recommended(registers)))
    ]  # fmt: skip
    return _report("recs-lint", registers, REMARKS, rows)


def _recommended(registers: list[Register]) -> list[Entry]:
    """The recommendations without their repeats."""
    entries = [
        entry
        for register in registers
        for entry in register.entries
        if entry.kind is EntryKind.RECOMMENDATION and entry.repeat_of is None
    ]
    if not entries:
        raise _nothing(registers, "no recommendations")
    return entries


def _nothing(registers: list[Register], what: str) -> NothingFoundError:
    names = ", ".join(register.pack.source.file for register in registers)
    return nothing_in(
        [register.pack for register in registers],
        f"{what} in {names}",
        advice='Looked for sections headed "Recommendation(s)", for "Recommendation 1:", and "Resolved" in minutes.',
    )


def _report(command: str, registers: list[Register], layout: Layout, rows: list[tuple[Value, ...]]) -> Report:
    return Report(
        command=command,
        version=__version__,
        sources=tuple(register.pack.source for register in registers),
        tables=(Table(layout=layout, rows=tuple(rows)),),
        findings=tuple(finding for register in registers for finding in (*register.pack.findings, *register.findings)),
    )


def entry_row(entry: Entry) -> tuple[Value, ...]:
    """The cells of `RECOMMENDATIONS`."""
    return (
        entry.ref, entry.quote.item, entry.kind.value, entry.number_printed, entry.text, entry.lead_in,
        entry.addressed_to, entry.report, entry.author, len(entry.parts), entry.meeting_date, entry.repeat_of,
        *paper_cells(entry.quote),
    )  # fmt: skip
