"""Room `cli`: what `demo` shows, command by command, on the sample pack inside the package."""

from collections.abc import Iterator

from scrutiny.cli.actionreports import Filter, load_log, log_report
from scrutiny.cli.briefreports import brief_report, load_briefing
from scrutiny.cli.checkreports import checks_report, load_checks, wanted_checks
from scrutiny.cli.costreports import Wish, cost_report, load_costs
from scrutiny.cli.exclusionreports import load_exclusions, summary_report
from scrutiny.cli.packreports import contents_report, load_pack
from scrutiny.cli.recreports import load_register, register_report
from scrutiny.cli.tablereports import grids_report, load_tables
from scrutiny.cli.verifyreports import verify_report, verify_summaries
from scrutiny.pack.parts import Cut
from scrutiny.products.redaction import Redaction
from scrutiny.sample import sample_pack
from scrutiny.sheets.model import Report


def demonstrations() -> Iterator[tuple[str, Report]]:
    """Each command line with the report it gives."""
    path = sample_pack()
    pack = load_pack(path, password=None, timeout=None, quiet=True)
    yield f"scrutiny contents {path.name}", contents_report("contents", [pack], Cut.DOCUMENT)
    log = load_log(path, password=None, timeout=None, quiet=True)
    yield f"scrutiny actions {path.name}", log_report([log], Filter())
    yield f"scrutiny recs {path.name}", register_report([load_register(path, password=None, timeout=None, quiet=True)])
    inclusion = load_exclusions(path, password=None, timeout=None, quiet=True, suppress_below=None)
    yield (
        f"scrutiny exclusions summary {path.name} --chart",
        summary_report(inclusion, for_reading=True, chart="blocks"),
    )
    wish = Wish.parse([], {}, [], [], None, "half", "local", None, None)
    costs = load_costs(path, password=None, timeout=None, quiet=True)
    yield f"scrutiny cost-model {path.name}", cost_report(costs, wish, trace=False, for_reading=True)
    wanted = wanted_checks([], [])
    checks = load_checks(path, wanted=wanted, password=None, timeout=None, quiet=True)
    yield f"scrutiny check {path.name}", checks_report([checks], wanted, for_reading=True, everything=False)
    summary = path.with_name("briefing.md")
    verified = verify_summaries([summary], path, frozenset(), password=None, timeout=None, quiet=True)
    yield f"scrutiny verify {summary.name} --against {path.name} --all", verify_report(verified, everything=True)
    brief = load_briefing(path, redaction=Redaction(), pictured=False, password=None, timeout=None, quiet=True)
    yield f"scrutiny brief {path.name}", brief_report([brief], Redaction(), for_reading=True)
    tables = load_tables(path, ((17, 17),), password=None, timeout=None, quiet=True)
    yield f"scrutiny tables {path.name} --pages 17", grids_report(tables)
    yield (
        f"scrutiny split-pack {path.name} --by appendix --dry-run",
        contents_report("split-pack", [pack], Cut.APPENDIX),
    )
