"""Room `cli`: what `demo` shows, command by command, on the sample pack inside the package, which is read once."""

from collections.abc import Iterator

from scrutiny.pack.parts import Cut
from scrutiny.paper import open_paper
from scrutiny.products.catalogue import makers
from scrutiny.products.contents import contents_report
from scrutiny.products.grids import tables_report
from scrutiny.products.summaries import read_summaries
from scrutiny.products.tracing import verify_summaries
from scrutiny.products.verification import verification_report
from scrutiny.sample import sample_pack
from scrutiny.sheets import Format
from scrutiny.sheets.model import Report


def demonstrations() -> Iterator[tuple[str, Report]]:
    """Each command line with the report it gives."""
    path = sample_pack()
    name, summary = path.name, path.with_name("briefing.md")
    make = makers()
    with open_paper(path, whole=True) as paper:
        yield f"scrutiny contents {name}", make["contents"](paper, Format.TABLE)
        yield f"scrutiny actions {name}", make["actions"](paper, Format.TABLE)
        yield f"scrutiny recs {name}", make["recs"](paper, Format.TABLE)
        yield f"scrutiny exclusions summary {name} --chart", make["exclusions-summary"](paper, Format.TABLE)
        yield f"scrutiny cost-model {name}", make["cost-model"](paper, Format.TABLE)
        yield f"scrutiny check {name}", make["check"](paper, Format.TABLE)
        verified = verify_summaries(paper, summaries=read_summaries([summary]), allowed=())
        yield f"scrutiny verify {summary.name} --against {name} --all", verification_report(verified, everything=True)
        yield f"scrutiny brief {name}", make["brief"](paper, Format.TABLE)
        tables = tables_report(paper, runs=((17, 17),), for_programs=False)
        yield f"scrutiny tables {name} --pages 17", tables
        parts = contents_report("split-pack", [paper.pack], Cut.APPENDIX, for_reading=True)
        yield f"scrutiny split-pack {name} --by appendix --dry-run", parts
