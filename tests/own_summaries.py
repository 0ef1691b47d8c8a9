"""Counts the figures of the tool's own output that `verify` does not bear out:

    python -m tests.own_summaries FOLDER-OR-PDF... [--show]

Takes papers, and gives `verify` everything that the commands print of each, in every format that it reads. What the
tool says of a paper follows from the paper: all of it should be borne out.
"""

import argparse
import tempfile
from pathlib import Path

from scrutiny.errors import ScrutinyError
from scrutiny.paper import OpenPaper, open_paper
from scrutiny.products.catalogue import makers
from scrutiny.products.summaries import read_summaries
from scrutiny.products.tracing import verify_summaries
from scrutiny.products.verifying import Verified
from scrutiny.products.verifying.model import WRONG
from scrutiny.sheets import Format, render

SUFFIXES = {
    Format.JSON: "json", Format.JSONL: "jsonl", Format.CSV: "csv", Format.TSV: "tsv", Format.MARKDOWN: "md",
    Format.TEXT: "txt", Format.HTML: "html",
}  # fmt: skip


def own_summaries(
    paper: OpenPaper, folder: Path, forms: tuple[Format, ...] = tuple(SUFFIXES), commands: tuple[str, ...] = ()
) -> list[Path]:
    """What the commands print of a paper, each command and format in a file of its own."""
    written = []
    for form in forms:
        for name, make in makers().items():
            if commands and name not in commands:
                continue
            try:
                data = render(make(paper, form), form)
            except ScrutinyError:
                continue  # nothing of the kind in this paper
            path = folder / f"{name}.{SUFFIXES[form]}"
            path.write_bytes(data)
            written.append(path)
    return written


def verified_of(paper: OpenPaper, written: list[Path]) -> tuple[Verified, ...]:
    """What `verify` makes of the figures of these files."""
    return verify_summaries(paper, summaries=read_summaries(written), allowed=()).verified


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="list the figures that are not borne out")
    wanted = parser.parse_args()
    paths = [each for path in wanted.papers for each in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    figures = flagged = files = clean = 0
    for path in paths:
        try:
            with open_paper(path, whole=True) as paper, tempfile.TemporaryDirectory() as folder:
                written = own_summaries(paper, Path(folder))
                found = verified_of(paper, written)
        except ScrutinyError as error:
            print(f"{path.name}: {error}")
            continue
        wrong = [each for each in found if each.outcome in WRONG]
        failing = {each.claim.summary for each in wrong}
        figures, flagged = figures + len(found), flagged + len(wrong)
        files, clean = files + len(written), clean + len(written) - len(failing)
        print(f"{path.name}: {len(wrong)} of {len(found)} figures, {len(failing)} of {len(written)} files", flush=True)
        for each in wrong if wanted.show else ():
            claim = each.claim
            print(f"   {claim.summary}:{claim.line} {claim.numeral.printed!r} {each.outcome} | {claim.text[:140]!r}")
    print(f"{flagged} of {figures} figures flagged; {clean} of {files} files all borne out")


if __name__ == "__main__":
    main()
