"""Family `recommendations`: the reports of its own commands: the register, its tracker, outcomes, and remarks."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.errors import NothingFoundError
from scrutiny.families.recommendations import view
from scrutiny.families.recommendations.family import RECOMMENDATIONS
from scrutiny.findings import Finding, FindingCode
from scrutiny.language.dates import print_day
from scrutiny.pack import Pack
from scrutiny.pack.public import nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.registers.actions import ready_for_minutes
from scrutiny.registers.outcomes import is_earlier
from scrutiny.registers.recommendations import Entry, EntryKind
from scrutiny.registers.tracking import find_tracked
from scrutiny.sheets.model import Report, Table

ready_for_minutes()  # now, while another process reads the first pages


class Register(Struct, frozen=True, kw_only=True):
    """The recommendations and resolutions of one paper."""

    pack: Pack
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def find_register(paper: OpenPaper) -> Register:
    """The recommendations and resolutions of one paper."""
    entries, findings = RECOMMENDATIONS.read(paper)
    return Register(pack=paper.pack, entries=entries, findings=findings)


def register_report(registers: Sequence[Register]) -> Report:
    """Every recommendation and resolution. Raises `NothingFoundError` when there is none."""
    entries = [entry for register in registers for entry in register.entries]
    if not entries:
        raise _nothing(registers, "no recommendations and no resolutions")
    return _report("recs", registers, view.REGISTER.table(view.recommendation_rows(entries)))


def outcomes_report(registers: Sequence[Register], minutes: Register) -> Report:
    """What the minutes made of each recommendation. Raises `NothingFoundError` when either has nothing."""
    entries = _recommended(registers)
    if not any(entry.kind is EntryKind.RESOLUTION for entry in minutes.entries):
        raise _nothing([minutes], "no resolutions")
    every = [entry for register in registers for entry in register.entries]
    rows = view.outcome_rows(every, minutes.entries)
    found = [row for row in rows if row.minutes_pdf_page is not None]
    left = {"minutes_page"} if found and all(row.minutes_page is None for row in found) else set[str]()
    # minutes that print no page numbers are cited by the page of the PDF
    added = {"minutes_pdf_page"} if any(row.minutes_page is None for row in found) else set[str]()
    shown = [
        one.name for one in view.OUTCOMES.layout.columns if (one.shown or one.name in added) and one.name not in left
    ]
    report = _report("recs-against", [*registers, minutes], view.OUTCOMES.table(rows, shown=shown))
    return replace(report, findings=(*report.findings, *_too_early(entries, minutes)))


def _too_early(entries: Sequence[Entry], minutes: Register) -> Iterator[Finding]:
    """A warning where all the resolutions are of an earlier meeting than the report is for."""
    decided = [entry for entry in minutes.entries if entry.kind is EntryKind.RESOLUTION]
    first = entries[0]
    if not all(is_earlier(each, entry) for each in decided for entry in entries):
        return
    assert decided[0].meeting_date is not None and first.meeting_date is not None
    message = (
        f"the minutes are of {print_day(decided[0].meeting_date)}, and the report is for {print_day(first.meeting_date)}: "
        "they cannot have decided on it"
    )
    yield Finding.at(decided[0].quote, FindingCode.NOTHING_FOUND, message)


def tracker_report(registers: Sequence[Register]) -> Report:
    """What the committee recommended to others, in the columns of a tracker. Raises `NothingFoundError`."""
    rows = []
    for register in registers:
        meeting = register.pack.meeting
        tracked = find_tracked(register.entries, meeting.body, single=register.pack.single)
        rows += view.tracker_rows(tracked, meeting.body)
    if not rows:
        raise _nothing(registers, "nothing that the committee recommended to others", _OF_THE_COMMITTEE)
    return _report("recs-tracker", registers, view.TRACKER.table(rows))


def remarks_report(registers: Sequence[Register]) -> Report:
    """What makes each recommendation hard to follow up. Raises `NothingFoundError` when there is none."""
    return _report("recs-lint", registers, view.REMARKS.table(view.remark_rows(_recommended(registers))))


def _recommended(registers: Sequence[Register]) -> list[Entry]:
    """The recommendations without their repeats."""
    every = (entry for register in registers for entry in register.entries)
    entries = [entry for entry in every if entry.kind is EntryKind.RECOMMENDATION and entry.repeat_of is None]
    if not entries:
        raise _nothing(registers, "no recommendations")
    return entries


_ANYWHERE = (
    'Looked for headings of recommendations, for lists below "The Board is asked to:" and the like, for '
    '"Recommendation 1:", and "Resolved" in minutes.'
)
_OF_THE_COMMITTEE = (
    "Looked in resolutions, and in reports by the committee or a group of it. What reports ask the "
    "committee itself to note or decide is listed without --tracker."
)


def _nothing(registers: Sequence[Register], what: str, advice: str = _ANYWHERE) -> NothingFoundError:
    packs = [register.pack for register in registers]
    return nothing_in(packs, f"{what} in {', '.join(pack.source.file for pack in packs)}", advice=advice)


def _report(command: str, registers: Sequence[Register], table: Table) -> Report:
    return Report(
        command=command,
        sources=tuple(register.pack.source for register in registers),
        tables=(table,),
        findings=tuple(finding for register in registers for finding in (*register.pack.findings, *register.findings)),
    )
