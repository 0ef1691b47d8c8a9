"""Plants wrong figures in summaries of papers and counts how many `verify` catches:

    python -m tests.planted_figures FOLDER-OR-PDF... [--count 500] [--seed 1]

Takes papers, and makes summaries out of what they print: rows of their tables and their sentences, as they stand (these
should be borne out) and with one figure changed (these should not): a neighbouring cell, swapped digits, another
figure of the sentence, ten times as much, another unit.
"""

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scrutiny.errors import ScrutinyError
from scrutiny.figures import parse_figure
from scrutiny.paper import OpenPaper, open_paper
from scrutiny.products.summaries import claims_of_text, read_summary
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG

Planted = tuple[str, str, str, str]
"""The kind of the change, the summary as it should be, the wrong one, and the wrong figure."""


_FIGURE = r"(?<![\w.,/-])£?\d(?:[\d,]*\d)?(?:\.\d+)?%?(?= [a-z])"


def rows(paper: OpenPaper, dice: random.Random) -> Iterator[Planted]:
    """A cell of a table with its labels, and the same with a neighbour's figure, swapped digits or ten times it."""
    tables = [table for document in paper.documents for table in document.tables if len(table.rows) > 2]
    while tables:
        table = dice.choice(tables)
        at, column = dice.randrange(len(table.rows)), dice.randrange(1, max(2, table.columns))
        row = table.rows[at]
        if column >= len(row) or parse_figure(row[column].text).value is None or not re.search("[a-z]{3}", row[0].text):
            continue
        figure, others = row[column].text, [cell.text for cell in row if cell is not row[column]]
        others += [other[column].text for other in table.rows if other is not row]
        near = [
            text for text in others if parse_figure(text).value is not None and text != figure and text not in figure
        ]
        digits = _swapped(figure)
        kinds = {
            "neighbour": dice.choice(near) if near else "",
            "digits": digits,
            "tenfold": f"{figure}0" if figure.isdigit() else "",
        }
        kind = dice.choice([name for name, text in kinds.items() if text] or ["none"])
        if kind == "none" or kinds[kind] == figure:
            continue
        head, label = table.header[column].text.replace("|", " "), row[0].text.replace("|", " ")
        top = f"## {table.caption or 'Table'}\n\n| {table.header[0].text.replace('|', ' ') or 'What'} | {head} |\n|---|---|\n"
        yield kind, f"{top}| {label} | {figure} |\n", f"{top}| {label} | {kinds[kind]} |\n", kinds[kind]


def sentences(paper: OpenPaper, dice: random.Random) -> Iterator[Planted]:
    """A sentence, and the same with the digits of a figure swapped, another of its figures, or another unit."""
    found = [quote.text for document in paper.documents for quote in document.sentences if 40 < len(quote.text) < 300]
    found = [text for text in found if re.search(_FIGURE, text)][:2000]
    while found:
        text = dice.choice(found)
        claimed = {claim.numeral.printed for claim in claims_of_text("summary", text) if claim.numeral.number}
        matches = [each for each in re.finditer(_FIGURE, text) if each[0] in claimed]
        if not matches:
            continue
        match = dice.choice(matches)
        unit = match[0].removesuffix("%") if match[0].endswith("%") else f"{match[0]}%"
        kinds = {"digits": _swapped(match[0]), "unit": unit if not match[0].startswith("£") else ""}
        kind = dice.choice([name for name, new in kinds.items() if new] or ["none"])
        if kind != "none" and kinds[kind] != match[0]:
            yield kind, f"{text}\n", f"{text[: match.start()]}{kinds[kind]}{text[match.end() :]}\n", kinds[kind]


def _swapped(figure: str) -> str:
    """The figure with two digits that stand side by side swapped."""
    for match in re.finditer(r"(?=(\d)(\d))", figure):
        if match[1] != match[2] and match[2] != "0":
            return f"{figure[: match.start()]}{match[2]}{match[1]}{figure[match.start() + 2 :]}"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    paths = [each for path in wanted.papers for each in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    dice, each = random.Random(wanted.seed), -(-wanted.count // (2 * len(paths)))
    planted, caught, right, borne = Counter[str](), Counter[str](), 0, 0
    for path in paths:
        try:
            with open_paper(path, whole=True) as paper:
                verifier = Verifier(evidence_of(paper))
                for called, source in (("rows", rows(paper, dice)), ("sentences", sentences(paper, dice))):
                    for _, (kind, good, bad, figure) in zip(range(each), source, strict=False):
                        name = f"{called}, {kind}"
                        planted[name] += 1
                        caught[name] += any(
                            printed.startswith(figure.removesuffix("%")) for printed in _flagged(verifier, bad)
                        )
                        right += 1
                        borne += not _flagged(verifier, good)
        except ScrutinyError as error:
            print(f"{path.name}: {error}")
    for name in sorted(planted):
        print(f"{name}: {caught[name]} of {planted[name]} caught")
    print(f"{caught.total()} of {planted.total()} caught; {borne} of {right} as printed borne out")


def _flagged(verifier: Verifier, text: str) -> list[str]:
    """The figures of a summary that are not borne out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.md"
        path.write_text(text, encoding="utf-8")
        claims = read_summary(path)
    found = [verifier.verify(claim) for claim in claims]
    return [each.claim.numeral.printed for each in found if each.outcome in WRONG and not each.claim.soft]


if __name__ == "__main__":
    main()
