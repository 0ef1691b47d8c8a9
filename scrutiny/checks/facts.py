"""Room `checks`: what a paper says, figure by figure, and what follows from it.

Takes sentences and tables, gives `Fact`s: a value with the words that say of what, and where it stands. From tables
facts are derived as well: sums of columns, changes from one column to the next, shares of a column, counts of rows, and
the sums of the same total over several tables.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise

from scrutiny.checks.judging import short
from scrutiny.checks.model import PlacedTable
from scrutiny.figures import Figure, Unit, parse_figure
from scrutiny.figures.mentions import find_mentions
from scrutiny.figures.sums import TOTAL_LABEL
from scrutiny.sources import Quote
from scrutiny.stages import key_stage

_WORD = re.compile(
    r"\b(?P<group>years?|yrs?|key\s+stages?|ks)\s?(?P<number>\d{1,2})\b|(?P<year>(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)"
    r"|(?P<word>[a-z][a-z'’]+)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """the and for with that this from were was are has have had been which who their they its will would all not
        but per cent percent than into about around total number figure printed add adds rows above page table year
        years of to in on at by as is it or an be we no up so if do measure value recomputed printed quote academic
        heading group error warning note yes no should""",
    )
)
_SAME = (
    (re.compile(r"\bfixed[\s-]*(?:term|period)\b|\bFTEs?\b|\bFPEs?\b", re.IGNORECASE), "suspension"),
    (re.compile(r"\bP/?Ex\b", re.IGNORECASE), "permanent exclusion"),
)
"""Other names for the same thing."""

LONGEST = 3000
"""Characters of a cell that is read for figures."""

STEM = 5
"""Letters of a word that count: "excluded" and "exclusion" are the same."""

ALIKE = 0.7
"""How alike two headings are that mean the same measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value that the paper prints, or that follows from what it prints: then `working` says how."""

    value: Decimal
    unit: Unit
    words: frozenset[str]
    quote: Quote
    working: str | None = None
    also: frozenset[str] = frozenset()
    """What it may be about besides, by what stands near it."""
    cell: bool = False
    """Whether it comes from a table."""
    rows: bool = False
    """Whether it is a number of rows."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, cut to their stems; academic years, year groups and key stages
    count as words."""
    for pattern, name in _SAME:
        text = pattern.sub(name, text)
    found = set()
    for match in _WORD.finditer(text):
        if match["number"]:
            stage = match["group"].lower().startswith("k")
            number = int(match["number"])
            found.add(f"ks{number if stage else key_stage(number)}")
            if not stage:
                found.add(f"year {number}")
        elif match["year"]:
            years = re.findall(r"\d{2,4}", match["year"])
            found.add(years[0] + (f"/{years[1][-2:]}" if len(years) > 1 else ""))
            if len(years) > 1:  # "2019/21" is read as 2019/20
                found.add(f"{years[0]}/{(int(years[0]) + 1) % 100:02d}")
        elif match["word"].lower() not in _SMALL:
            found.add(match["word"].lower().replace("’", "'")[:STEM])
    return frozenset(found)


def facts_of_sentences(sentences: Iterable[Quote]) -> Iterator[Fact]:
    """Every figure of every sentence."""
    before: frozenset[str] = frozenset()
    for sentence in sentences:
        words = words_of(sentence.text)
        for mention in find_mentions(sentence.text):
            # a sentence goes on from the one before it: "From the 203 …" does not say again what they are
            yield Fact(value=mention.value, unit=mention.unit, words=words, also=before, quote=sentence)
        before = words


def facts_of_tables(tables: Sequence[PlacedTable]) -> Iterator[Fact]:
    """Every figure of every table, and what follows from it."""
    totals: list[tuple[str, Decimal, frozenset[str], Quote]] = []
    for placed in tables:
        table = placed.table
        header = [cell.text for cell in table.header]
        about = words_of(f"{table.caption or ''} {header[0]}")
        rows = [[parse_figure(cell.text.split("(")[0].split("[")[0].strip()) for cell in row] for row in table.rows]
        labels = [" ".join(cell.text for cell, figure in zip(row, figures, strict=True) if figure.value is None)
                  for row, figures in zip(table.rows, rows, strict=True)]  # fmt: skip
        is_total = [TOTAL_LABEL.search(row[0].text) is not None for row in table.rows]
        group: frozenset[str] = frozenset()  # what the rows since the last total are about
        for cells, figures, label, whole in zip(table.rows, rows, labels, is_total, strict=True):
            words, also = words_of(label), about | (group if whole else frozenset())
            group = frozenset() if whole else group | words
            for cell, figure, heading in zip(cells, figures, header, strict=True):
                here, quote = words | words_of(heading), placed.quote(cell)
                if figure.value is not None:
                    yield Fact(value=figure.value, unit=figure.unit, words=here, also=also, quote=quote, cell=True)
                if len(cell.text) <= LONGEST and (figure.value is None or cell.text != figure.printed):
                    own = here | words_of(cell.text)
                    for mention in find_mentions(cell.text):
                        yield Fact(value=mention.value, unit=mention.unit, words=own, also=also, quote=quote, cell=True)
        for top in table.header:
            for mention in find_mentions(top.text):
                words = words_of(top.text)
                yield Fact(
                    value=mention.value, unit=mention.unit, words=words, also=about, quote=placed.quote(top), cell=True
                )
        yield from _derived(placed, header, rows, labels, is_total, about, totals)
    yield from _over_tables(totals)


def _derived(
    placed: PlacedTable,
    header: Sequence[str],
    rows: Sequence[Sequence[Figure]],
    labels: Sequence[str],
    is_total: Sequence[bool],
    about: frozenset[str],
    totals: list[tuple[str, Decimal, frozenset[str], Quote]],
) -> Iterator[Fact]:
    """The sums, shares and changes of one table."""
    table = placed.table
    sums: dict[int, Decimal] = {}
    parts = [at for at, total in enumerate(is_total) if not total]
    also = about | words_of("pupils")

    def fact(value: Decimal, unit: Unit, words: frozenset[str], quote: Quote, working: str) -> Fact:
        return Fact(value=value, unit=unit, words=words, also=also, quote=quote, working=working, cell=True)

    for column in range(1, len(header)):
        cells = [(at, row[column]) for at, row in enumerate(rows) if row[column].value is not None]
        own = [(at, figure) for at, figure in cells if at in parts]
        if len(own) < 2:
            continue
        whole = sum((figure.value for _, figure in own if figure.value is not None), Decimal(0))
        sums[column] = whole
        quote = placed.quote(table.rows[own[0][0]][column])
        words, unit = words_of(header[column]), own[0][1].unit
        yield fact(whole, unit, words, quote, f"the {len(own)} figures of the column add to it")
        for count in (len(own), len(parts)):
            yield replace(fact(Decimal(count), Unit.NUMBER, words, quote, "so many rows"), rows=True)
        totals.append((header[column], whole, also, quote))
        group, grouped = Decimal(0), words
        for at, figure in cells:
            assert figure.value is not None
            cell = placed.quote(table.rows[at][column])
            if is_total[at]:
                yield fact(group, unit, words | words_of(labels[at]) | grouped, cell, "the rows above add to it")
                group, grouped = Decimal(0), words
                continue
            group, grouped = group + figure.value, grouped | words_of(labels[at])
            if whole and unit is not Unit.PERCENT:
                share = figure.value * 100 / whole
                yield fact(
                    share, Unit.PERCENT, words | words_of(labels[at]), cell, f"{figure.printed} of {short(whole)}"
                )
        for stage in sorted({word for at in parts for word in words_of(labels[at]) if re.fullmatch(r"ks\d", word)}):
            of_stage = [
                figure.value for at, figure in own if figure.value is not None and stage in words_of(labels[at])
            ]
            if len(of_stage) > 1:
                added = sum(of_stage, Decimal(0))
                yield fact(added, unit, words | {stage}, quote, " + ".join(short(value) for value in of_stage))
    for one, other in pairwise(sorted(sums)):
        words = words_of(header[other]) | words_of("change")
        apart, quote = sums[other] - sums[one], placed.quote(table.header[other])
        working = f"{short(sums[one])} to {short(sums[other])}"
        yield fact(apart, Unit.NUMBER, words, quote, working)
        if sums[one]:
            yield fact(apart * 100 / sums[one], Unit.PERCENT, words, quote, working)


def _over_tables(totals: Sequence[tuple[str, Decimal, frozenset[str], Quote]]) -> Iterator[Fact]:
    """The sums of one measure over the tables that follow one another with the same headings."""
    groups: dict[int, list[tuple[str, Decimal, frozenset[str], Quote]]] = defaultdict(list)
    firsts: list[str] = []
    for each in totals:
        near = next(
            (at for at, first in enumerate(firsts) if re.findall(r"\d+", first) == re.findall(r"\d+", each[0])
             and SequenceMatcher(None, first.casefold(), each[0].casefold()).ratio() >= ALIKE), None,
        )  # fmt: skip
        if near is None:
            firsts.append(each[0])
            near = len(firsts) - 1
        groups[near].append(each)
    for group in groups.values():
        if len(group) > 1:
            also = frozenset(word for each in group for word in each[2])
            added = sum((each[1] for each in group), Decimal(0))
            working = " + ".join(short(each[1]) for each in group)
            words = words_of(group[0][0])
            yield Fact(
                value=added, unit=Unit.NUMBER, words=words, also=also, quote=group[0][3], working=working, cell=True
            )
