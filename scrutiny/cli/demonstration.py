"""Room `cli`: what `demo` shows, command by command, on the sample pack inside the package, which is read once."""

from collections.abc import Iterator

from scrutiny.families.costs.report import cost_report, find_costs
from scrutiny.families.costs.what_if import WhatIf
from scrutiny.families.exclusions.report import find_exclusions, summary_report
from scrutiny.families.minutes.report import Filter, find_paper_log, log_report
from scrutiny.families.recommendations.report import find_register, register_report
from scrutiny.pack.parts import Cut
from scrutiny.paper import open_paper
from scrutiny.products.briefing import find_briefing
from scrutiny.products.briefreport import brief_report
from scrutiny.products.checking import Detail, check_paper, checks_report, wanted_checks
from scrutiny.products.contents import contents_report
from scrutiny.products.grids import find_paper_tables, tables_report
from scrutiny.products.redaction import Redaction
from scrutiny.products.verification import read_summaries, verification_report, verify_summaries
from scrutiny.sample import sample_pack
from scrutiny.sheets.model import Report


def demonstrations() -> Iterator[tuple[str, Report]]:
    """Each command line with the report it gives."""
    path = sample_pack()
    name, summary = path.name, path.with_name("briefing.md")
    wanted, nothing = wanted_checks([], []), Redaction()
    what_if = WhatIf.parse([], {}, [], [], None, "half", "local", None, None)
    with open_paper(path, whole=True) as paper:
        yield f"scrutiny contents {name}", contents_report("contents", [paper.pack], Cut.DOCUMENT, for_reading=True)
        yield f"scrutiny actions {name}", log_report([find_paper_log(paper)], Filter())
        yield f"scrutiny recs {name}", register_report([find_register(paper)])
        inclusion = find_exclusions(paper, suppress_below=None)
        chart = summary_report(inclusion, for_reading=True, chart="blocks")
        yield f"scrutiny exclusions summary {name} --chart", chart
        costs = cost_report(find_costs(paper), what_if, trace=False, reading=True)
        yield f"scrutiny cost-model {name}", costs
        found = [check_paper(paper, wanted=wanted)]
        checks = checks_report(found, wanted, detail=Detail.FINDINGS, for_reading=True, notes=False)
        yield f"scrutiny check {name}", checks
        verified = verify_summaries(paper, summaries=read_summaries([summary]), allowed=())
        yield f"scrutiny verify {summary.name} --against {name} --all", verification_report(verified, everything=True)
        briefing = find_briefing(paper, redaction=nothing, pictured=False)
        yield f"scrutiny brief {name}", brief_report([briefing], nothing, for_reading=True)
        tables = tables_report(find_paper_tables(paper, runs=((17, 17),)), for_programs=False)
        yield f"scrutiny tables {name} --pages 17", tables
        parts = contents_report("split-pack", [paper.pack], Cut.APPENDIX, for_reading=True)
        yield f"scrutiny split-pack {name} --by appendix --dry-run", parts
