"""Plants wrong figures in summaries of papers and counts how many `verify` catches:

    python -m tests.planted_figures FOLDER-OR-PDF... [--count 500] [--seed 1]

Takes papers, and makes summaries out of what they print: rows of their tables and their sentences, as they stand (these
should be borne out) and with one figure changed (these should not): a cell of another row, column or year, swapped
digits, ten times as much, the other sign, another unit, another number in words. `--count` is for each kind.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from scrutiny.errors import ScrutinyError
from scrutiny.figures import FigureKind, parse_figure
from scrutiny.paper import OpenPaper, open_paper
from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from scrutiny.tables import TableRead
from scrutiny.tables.roles import find_period

Planted = tuple[str, str, str, str]
"""The kind of the change, the summary as it should be, the wrong one, and the wrong figure."""


_FIGURE = r"(?<![\w.,/-])£?\d(?:[\d,]*\d)?(?:\.\d+)?%?(?= [a-z])"


def rows(paper: OpenPaper, dice: random.Random) -> Iterator[Planted]:
    """A cell of a table with its labels, and the same with another figure in its place: of another row, of another
    column, of another year, with its digits swapped, ten times it, or with the other sign."""
    tables = [table for document in paper.documents for table in document.tables if len(table.rows) > 2]
    for _ in range(TRIES if tables else 0):
        table = dice.choice(tables)
        at, column = dice.randrange(len(table.rows)), dice.randrange(1, max(2, table.columns))
        row = table.rows[at]
        if column >= len(row) or parse_figure(row[column].text).value is None or not re.search("[a-z]{3}", row[0].text):
            continue
        figure = row[column].text.strip("*")
        head = table.header[column].text
        if not re.search("[A-Za-z]{2}|20\\d\\d", head) or parse_figure(figure).value in (None, 0):
            continue  # a heading that says nothing, a nought: nothing is wrong with another one there
        if [cell.text for cell in table.header].count(head) > 1 or parse_figure(head).kind is FigureKind.VALUE:
            continue  # a column that its heading does not tell from another one
        there = _called_alike(tables, row[0].text, head)
        years = {
            index for index, cell in enumerate(table.header) if find_period(cell.text) is not None and cell.text != head
        }
        across = [cell.text for index, cell in enumerate(row) if index not in (0, column)]
        other_years = [row[index].text for index in years if index < len(row)] if find_period(head) is not None else []
        down = [other[column].text for other in table.rows if other is not row and column < len(other)]
        kinds = {
            "other column": _another(figure, across, dice),
            "other year": _another(figure, other_years, dice),
            "other row": _another(figure, down, dice),
            "digits": _swapped(figure),
            "tenfold": f"{figure}0" if figure.isdigit() else "",
            "sign": _other_sign(figure),
        }
        head, label = head.replace("|", " "), row[0].text.replace("|", " ")
        top = f"## {table.caption or 'Table'}\n\n| {table.header[0].text.replace('|', ' ') or 'What'} | {head} |\n|---|---|\n"
        for kind, wrong in kinds.items():
            if wrong and wrong != figure and parse_figure(wrong).value not in there:
                yield kind, f"{top}| {label} | {figure} |\n", f"{top}| {label} | {wrong} |\n", wrong


def _called_alike(tables: Sequence[TableRead], label: str, head: str) -> set[Decimal | None]:
    """The figures that the paper prints in rows and columns of the same names: of another table, or another section."""
    return {
        parse_figure(row[at].text).value
        for table in tables
        for at, cell in enumerate(table.header)
        if at and cell.text == head
        for row in table.rows
        if at < len(row) and row[0].text == label
    }


TRIES = 20000
"""Cells and sentences of a paper that are looked at."""


def _another(figure: str, others: Sequence[str], dice: random.Random) -> str:
    value = parse_figure(figure).value
    near = [text.strip("*") for text in others if parse_figure(text).value not in (None, value) and text not in figure]
    return dice.choice(near) if near else ""


def _other_sign(figure: str) -> str:
    """The figure with a minus, where it is one that has places or a pound: counts have no sign."""
    if not re.search(r"[.£]|,\d{3}", figure) or parse_figure(figure).value in (None, 0):
        return ""
    return figure[1:] if figure.startswith("-") else f"-{figure}" if figure[0].isdigit() else ""


def sentences(paper: OpenPaper, dice: random.Random) -> Iterator[Planted]:
    """A sentence, and the same with the digits of a figure swapped, another unit, or another number in words."""
    found = [quote.text for document in paper.documents for quote in document.sentences if 40 < len(quote.text) < 300]
    whole = " ".join(" ".join(text.split()) for text in paper.pack.page_texts)
    dice.shuffle(found)
    for text in found[:TRIES]:
        claims = [claim for claim in claims_of_text("summary", text) if claim.numeral.number and not claim.soft]
        claimed = {claim.numeral.printed for claim in claims}
        matches = [each for each in re.finditer(_FIGURE, text) if each[0] in claimed]
        if matches:
            match = dice.choice(matches)
            unit = match[0].removesuffix("%") if match[0].endswith("%") else f"{match[0]}%"
            for kind, wrong in {"digits": _swapped(match[0]), "unit": "" if "£" in match[0] else unit}.items():
                if wrong and wrong != match[0] and not _is_printed(whole, text, match, wrong):
                    yield kind, f"{text}\n", f"{text[: match.start()]}{wrong}{text[match.end() :]}\n", wrong
        words = [match for match in _WORD.finditer(text) if match[0] in claimed]
        if words:
            match = dice.choice(words)
            wrong = dice.choice([word for word in _WORDS if word != match[0].lower()])
            wrong = wrong.capitalize() if match[0][0].isupper() else wrong
            if _is_printed(whole, text, match, wrong):
                continue
            yield "word", f"{text}\n", f"{text[: match.start()]}{wrong}{text[match.end() :]}\n", wrong


def _is_printed(whole: str, text: str, match: re.Match[str], wrong: str) -> bool:
    """Whether the paper says in another place what a changed sentence says right around the figure."""
    before, behind = text[: match.start()].split()[-1:], text[match.end() :].split()[:2]
    return " ".join([*before, wrong, *behind]) in whole


_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


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
    parser.add_argument("--show", action="store_true", help="list what is not caught")
    wanted = parser.parse_args()
    paths = [each for path in wanted.papers for each in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    dice = random.Random(wanted.seed)
    planted, caught, right, borne = Counter[str](), Counter[str](), 0, 0
    for number, path in enumerate(paths, start=1):
        share = -(-wanted.count * number // len(paths))  # of each kind up to this paper
        try:
            with open_paper(path, whole=True) as paper:
                verifier = Verifier(evidence_of(paper))
                for called, source in (("rows", rows(paper, dice)), ("sentences", sentences(paper, dice))):
                    held, claimed = dict[str, bool](), dict[str, bool]()
                    for kind, good, bad, figure in source:
                        name = f"{called}, {kind}"
                        if planted[name] >= share or sum(planted.values()) >= 9 * share:
                            continue
                        if good not in claimed:
                            claimed[good] = any(not claim.soft for claim in claims_of_text("summary", good))
                        if not claimed[good]:
                            continue  # a page of a list of contents, an age: no claim, whatever it is
                        planted[name] += 1
                        found = any(printed.startswith(figure.removesuffix("%")) for printed in _flagged(verifier, bad))
                        caught[name] += found
                        if wanted.show and not found:
                            print(f"   {name}: {path.name}: {figure!r} in {bad!r}")
                        if good not in held:
                            held[good] = not _flagged(verifier, good)
                    right, borne = right + len(held), borne + sum(held.values())
        except ScrutinyError as error:
            print(f"{path.name}: {error}")
        print(f"{path.name}: {caught.total()} of {planted.total()}", flush=True)
    for name in sorted(planted):
        print(f"{name}: {caught[name]} of {planted[name]} caught")
    print(f"{caught.total()} of {planted.total()} caught; {borne} of {right} as printed borne out")


def _flagged(verifier: Verifier, text: str) -> list[str]:
    """The figures of a summary that are not borne out."""
    found = [verifier.verify(claim) for claim in claims_of_text("summary.md", text)]
    return [each.claim.numeral.printed for each in found if each.outcome in WRONG and not each.claim.soft]


if __name__ == "__main__":
    main()
