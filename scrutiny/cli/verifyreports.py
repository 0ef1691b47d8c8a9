"""Room `cli`: the rows of `verify`: each figure of a summary with what the paper says of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.checks.verifying import Outcome, Said, Verified, Verifier
from scrutiny.cli.layouts import VERIFIED
from scrutiny.cli.packreports import load_pack
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import InputError, NothingFoundError
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack import Pack, withheld_findings
from scrutiny.registers.checks import PageNotes, read_facts
from scrutiny.registers.costs import cost_facts
from scrutiny.registers.summaries import read_summary
from scrutiny.sheets.model import Report, Table
from scrutiny.sources import Quote

QUOTED = 160
"""Characters of the line there that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summaries:
    """What came of the figures of some summaries."""

    pack: Pack
    verified: tuple[Verified, ...]


def read_allowed(path: Path) -> frozenset[str]:
    """The exceptions in a file: figures or whole lines, `#` begins a remark. Raises `InputError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", advice="Give a text file.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not text", advice="Give a text file.") from None
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def verify_summaries(
    summaries: Sequence[Path],
    against: Path,
    allowed: frozenset[str],
    *,
    password: str | None,
    timeout: float | None,
    quiet: bool,
    include_exempt: bool = False,
) -> Summaries:
    """Every figure of the summaries. Raises `NothingFoundError` when they hold none."""
    said = [(each, path) for path in summaries for each in read_summary(path)]
    if not said:
        names = ", ".join(path.name for path in summaries)
        raise NothingFoundError(f"no figures in {names}", advice="Years, dates, page and list numbers are no figures.")
    notes = PageNotes()
    pack = load_pack(
        against, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt, visit=notes.visit
    )
    with time_budget(against, timeout):
        verifier = Verifier((*read_facts(pack, notes), *cost_facts(pack, notes)))
        lines = {path: path.read_text(encoding="utf-8-sig").splitlines() for path in summaries}
        verified = [_allowed(verifier.verify(each), lines[path], allowed) for each, path in said]
    return Summaries(pack=pack, verified=tuple(verified))


def _allowed(verified: Verified, lines: Sequence[str], allowed: frozenset[str]) -> Verified:
    """Allowed, where it is not borne out and the figure or its line is among the exceptions."""
    if verified.outcome not in (Outcome.CONTRADICTED, Outcome.NOT_FOUND):
        return verified
    line = lines[verified.said.line - 1].strip() if verified.said.line <= len(lines) else ""
    known = verified.said.mention.figure.printed in allowed or (line and line in allowed)
    return replace(verified, outcome=Outcome.ALLOWED) if known else verified


def verify_report(found: Summaries, *, everything: bool) -> Report:
    """The figures that the paper does not bear out, or all, with a finding for each that it does not."""
    wanted = [each for each in found.verified if everything or each.outcome in _BAD]
    rows = tuple(
        (
            each.said.summary, each.said.line, each.said.mention.figure.printed, each.outcome, each.working,
            *((quote.item, quote.file, quote.page_label, quote.pdf_page, quote.text[:QUOTED] or None)
              if (quote := each.fact.quote if each.fact else None) else (None,) * 5),
        )
        for each in wanted
    )  # fmt: skip
    counts = Counter(each.outcome for each in found.verified)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    layout = replace(VERIFIED, caption=f"{len(found.verified)} figures: {told}")
    return Report(
        command="verify",
        version=__version__,
        sources=(found.pack.source,),
        tables=(Table(layout=layout, rows=rows),),
        findings=(
            *withheld_findings(found.pack),
            *(_finding(each) for each in found.verified if each.outcome in _BAD),
        ),
    )


_BAD = (Outcome.CONTRADICTED, Outcome.NOT_FOUND)


def _finding(verified: Verified) -> Finding:
    said = verified.said
    printed = said.mention.figure.printed
    contradicted = verified.outcome is Outcome.CONTRADICTED
    outcome = f"is contradicted: {verified.working}" if contradicted else "is not in the paper"
    message = f"line {said.line}: {printed} {outcome}"
    there = verified.fact.quote if verified.fact else None
    if there is not None:
        message += f" (page {there.page_label or f'PDF {there.pdf_page}'}: {there.text[:QUOTED].strip()})"
    return Finding(
        code=FindingCode.FIGURE_CONTRADICTED if contradicted else FindingCode.FIGURE_NOT_FOUND,
        severity=Severity.ERROR,
        message=message,
        printed=printed,
        expected=None if there is None or verified.fact is None else str(verified.fact.value),
        quotes=(_in_summary(said), *([there] if there else [])),
    )


def _in_summary(said: Said) -> Quote:
    return Quote(file=said.summary, pdf_page=1, page_label=None, item=None, text=said.mention.figure.printed)
