"""Part of the room `products`: the passages of a paper, with the figures of each.

Takes an open paper, gives `Evidence`: its passages (sentences outside tables, rows of tables), each numeral with the
words it is about. What follows from tables comes as passages of its own, with the working.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks.facts import Fact
from scrutiny.families import all_families
from scrutiny.figures import Figure, FigureKind, Unit, parse_figure
from scrutiny.figures.mentions import Mention
from scrutiny.language.dates import BACK, TIME_BEFORE
from scrutiny.language.direction import PLANNED
from scrutiny.language.patterns import pattern_of
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument
from scrutiny.products.verifying.derived import Total, facts_of_table, facts_over_tables, row_of_sums
from scrutiny.products.verifying.evidence import Evidence, spelt_out
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import Passage, Place, Told
from scrutiny.products.verifying.numerals import Kind, Numeral
from scrutiny.products.verifying.wording import Surroundings, about, merged, singular, weights, years_of
from scrutiny.prose import split_sentences
from scrutiny.sources import Quote, fold
from scrutiny.tables import Cell, RowKind, TableRead
from scrutiny.tables.around import caption_of_all
from scrutiny.tables.roles import Period, find_period
from scrutiny.tables.units import UNKNOWN, MeasureUnit, UnitKind, find_unit, says_unit_only

HEADING = 90
"""Characters of a line that can be a heading."""

NEAR = 0.4
"""What a heading, a caption or the sentence before says about a figure, beside the words of its own sentence."""

NUMBER = 2
"""Characters of a cell that only numbers its row: "3" below "Band"."""

LABEL = 200
"""Characters up to which a cell can be a label, or a figure with its words; what is longer is read as prose."""


def evidence_of(paper: OpenPaper) -> Evidence:
    """Everything the paper says in figures, and what follows from its tables."""

    @functools.cache
    def beside() -> "_Beside":
        return _beside(paper)

    parts = [(at, 0) for at in range(len(paper.documents))]
    order = sorted(range(len(paper.documents)), key=lambda at: -paper.documents[at].figures)
    many = dict(zip(order, paper.share(order, lambda at: len(paper.documents[at].paragraphs)), strict=True))
    parts += [(at, first) for at, _ in parts for first in range(RUN, many[at], RUN)]
    parts.sort(key=lambda part: (-paper.documents[part[0]].figures, -part[1]))  # the longest work first
    own = paper.share(parts, lambda part: tuple(_in_document(paper.documents, *part)), beside)
    in_order = (each for _, passages in sorted(zip(parts, own, strict=True)) for each in passages)
    found = beside()
    return Evidence(
        passages=tuple(_spelt_out(each, found.acronyms) for each in (*in_order, *found.of_families)),
        titles=tuple(each for document in paper.documents for each in find_numerals(document.document.title or "")),
        acronyms=found.acronyms,
        pages=found.pages,
        sheets=found.sheets,
    )


class _Beside(Struct, frozen=True, kw_only=True):
    """What a paper says beside its documents, and by what families know of it."""

    of_families: tuple[Passage, ...]
    acronyms: dict[str, frozenset[str]]
    pages: dict[int, Quote]
    sheets: tuple[Quote, ...]


def _beside(paper: OpenPaper) -> _Beside:
    texts = paper.pack.page_texts
    pages = {len(texts): _last_page(paper, len(texts))}
    for document in paper.documents:
        first, last = document.document.pdf_first, document.document.pdf_last
        pages[last - first + 1] = _last_page(paper, last)
    sheets = tuple(replace(_last_page(paper, number), text=fold(words)) for number, words in enumerate(texts, start=1))
    return _Beside(
        of_families=tuple(
            each for family in all_families() for each in _facts(family.evidence(paper), frozenset())
        ),
        acronyms=_acronyms(texts), pages=pages, sheets=sheets,
    )  # fmt: skip


RUN = 200
"""Paragraphs that are read in one go: those of a long document are shared."""


def _in_document(documents: Sequence[PaperDocument], at: int, first: int) -> Iterator[Passage]:
    """What a run of the paragraphs of one of the documents says; behind the last one, the rows of its tables, and what
    follows from these."""
    title = about(documents[at].document.title or "")
    yield from _sentences(documents[at], title, first)
    if first + RUN >= len(documents[at].paragraphs):
        yield from _in_tables(documents[at], title, sum(len(each.tables) for each in documents[:at]))


def _in_tables(document: PaperDocument, title: frozenset[str], before: int) -> Iterator[Passage]:
    """The rows of the tables of a document, and what follows from them. `before` are the tables before them."""
    facts: list[Fact] = []
    totals: list[Total] = []
    heads = _headings_before(document)
    for number, table in enumerate(document.tables):
        above = merged((title, 0.25), (about(heads[number]), NEAR))
        yield from _rows(document, table, above, before + number, functools.cache(partial(_units_of, document, number)))
        facts += facts_of_table(table, document.quote, totals)
    facts += facts_over_tables(totals)
    yield from _facts(facts, title)


def _last_page(paper: OpenPaper, page: int) -> Quote:
    label = paper.pack.page_numbers[page - 1]
    return Quote(file=paper.pack.source.file, pdf_page=page, page_label=label, item=None, text="")


_ACRONYM = pattern_of(
    r"\b((?:[A-Z][\w'’-]+\s+(?:(?:of|and|for|the|in|to)\s+)?){1,5}[A-Z][\w'’-]+)\s+\(([A-Z]{2,6})s?\)"
)
"""Accepts "Workplace Parking Levy (WPL)"."""

_SHORT = pattern_of(r"\([A-Z]{2,6}s?\)")
"""The end of it, which few pages have."""


def _acronyms(texts: Sequence[str]) -> dict[str, frozenset[str]]:
    """The short names that a paper gives itself, with the stems of the long ones."""
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text) if _SHORT.search(text) else ():
            words = [word for word in re.split(r"[\s-]+", match[1]) if word[0].isupper()][-len(match[2]) :]
            if "".join(word[0] for word in words) == match[2]:
                found[match[2].lower()[:5]] = about(" ".join(words))
    return {name: stems for name, stems in found.items() if stems}


def _spelt_out(passage: Passage, acronyms: Mapping[str, frozenset[str]]) -> Passage:
    words = spelt_out(passage.words, acronyms)
    return passage if words is passage.words else replace(passage, words=words)


def _sentences(document: PaperDocument, title: frozenset[str], first: int) -> Iterator[Passage]:
    """The sentences of a run of paragraphs outside the tables. A heading says what those below it are about, a sentence
    what the next is."""
    heading = last = ""
    meeting = document.pack.source.meeting_date
    meets = (meeting.year, meeting.month, meeting.day) if meeting else None
    for number, paragraph in enumerate(document.paragraphs[: first + RUN]):
        text = paragraph.whole.text
        if len(text) <= HEADING and not text.rstrip().endswith((".", ";", ",", ":")):
            heading = text
        for sentence in paragraph.sentences:
            before, last = last, sentence.text
            if number < first:
                continue
            numerals = find_numerals(sentence.text)
            if not numerals:
                continue
            around = ((title, 0.25), (about(heading), NEAR), (about(before), NEAR))
            yield _sentence(sentence, numerals, about(sentence.text), around, meets)


def _sentence(
    sentence: Quote, numerals: tuple[Numeral, ...], own: frozenset[str], around: Sequence[tuple[frozenset[str], float]],
    meets: tuple[int, int, int] | None,
) -> Passage:  # fmt: skip
    return Passage(
        words=merged((own, 1.0), (merged(*around), 1.0)), numerals=numerals, quote=sentence,
        tell=partial(_told_in, sentence, numerals, around, meets),
    )  # fmt: skip


def _told_in(
    sentence: Quote, numerals: tuple[Numeral, ...], around: Sequence[tuple[frozenset[str], float]],
    meets: tuple[int, int, int] | None,
) -> tuple[Told, ...]:  # fmt: skip
    """The numerals of a sentence with what each is about."""
    wide, own = merged(*around), Surroundings(sentence.text, numerals)
    return tuple(
        Told(
            numeral=numeral, quote=sentence,
            words=merged((wide, 1.0), (own.weights(numeral), 1.0)),
            text=sentence.text, start=numeral.start, own=numeral.key == meets or _heads(sentence, numeral),
        )
        for numeral in numerals
    )  # fmt: skip


FRONT = 24
"""Characters beside a date in a line at the head of a paper: "Date: Thursday 3 May 2025"."""


def _heads(sentence: Quote, numeral: Numeral) -> bool:
    """Whether a date, or a month with its year, stands by itself on the first page."""
    dated = numeral.kind is Kind.DATE and None not in numeral.key[:2]
    return dated and sentence.pdf_page == 1 and len(sentence.text) - len(numeral.printed) <= FRONT


def _headings_before(document: PaperDocument) -> list[str]:
    """For each table the last short line above it."""
    heads = []
    for table in document.tables:
        first = table.pages[0]
        best = ""
        for paragraph in document.paragraphs:
            whole = paragraph.whole
            if whole.pdf_page > first:
                break
            if len(whole.text) <= HEADING and whole.pdf_page >= first - 1 and _above(document, whole, table):
                best = whole.text
        heads.append(best)
    return heads


def _above(document: PaperDocument, whole: Quote, table: TableRead) -> bool:
    if whole.pdf_page < table.pages[0]:
        return True
    for page in document.paper.pages(whole.pdf_page, whole.pdf_page):
        start = whole.text[:30]
        for line in page.lines:
            if line.text.startswith(start) or (line.text and whole.text.startswith(line.text)):
                return line.box.top <= table.box.top
    return False


_BEHIND = pattern_of(r"\s*[(\[].*$")
_OLD = pattern_of(
    rf"\b(?:{TIME_BEFORE}|{BACK})\b|\btargets?\b|\bnational(?:ly)?\b|"
    r"\bregion(?:al)?\b|\bengland\b|\bbenchmark|\bneighbours?\b|\baverage\b",
    re.IGNORECASE,
)
"""Headings of columns that are not about the present or not about here."""

_DONE = pattern_of(r"\b(?:outturn|actuals?)\b", re.IGNORECASE)
_PLANNED = pattern_of(rf"\b(?:{PLANNED}|approved|original)\b", re.IGNORECASE)
"""Headings of what came about and of what was meant to: beside the one, the other is not of the present."""

_MOVED = pattern_of(r"\b(?:movements?|changes?|variances?|differences?|increase|decrease|growth)\b", re.IGNORECASE)
"""Headings of columns that say how much another one moved: their period makes no other column an old one."""


def _units_of(document: PaperDocument, number: int) -> dict[Cell, MeasureUnit]:
    """The unit of each cell of figures of a table, as the room of tables reads it: below headings that span several
    columns, in rows that name their own."""
    return {cell.cell: cell.unit for row in document.measured[number].cells for cell in row}


def _rows(
    document: PaperDocument, table: TableRead, above: Mapping[str, float], number: int,
    read_units: Callable[[], Mapping[Cell, MeasureUnit]],
) -> Iterator[Passage]:  # fmt: skip
    """The rows of a table: each cell is about its row's labels and its column's heading."""
    header = [cell.text for cell in table.header]
    heads = [f"{text} {over}" for text, over in zip(header, _spanning(table), strict=True)]
    headings = [about(head) for head in heads]
    caption = table.caption or ""
    # what heads some of the columns says nothing of the others, though the caption names it as well
    heading_some = {word for words in headings for word in words} - frozenset.intersection(*headings[1:] or headings)
    wide = {word: own for word, own in merged((above, 1.0), (about(caption), 0.6)).items() if word not in heading_some}
    units = [find_unit(text) for text in header]
    general = unit_of_all(header, caption)
    periods = [find_period(text) for text in header]
    kept = [each for each, text in zip(periods, header, strict=True) if each is not None and not _MOVED.search(text)]
    past = [period is not None and any(_is_before(period, each) for each in kept) for period in periods]
    done = any(_DONE.search(text) and not _PLANNED.search(text) for text in header)
    old = tuple(
        words if gone or _OLD.search(text) or (done and _PLANNED.search(text)) else frozenset[str]()
        for words, gone, text in zip(headings, past, header, strict=True)
    )
    section: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()
    # a row of figures that was taken for the heading is called by what the rows below it belong to
    first = about(header[0]) if sum(parse_figure(text).value is not None for text in header) > 1 else frozenset()
    yearly = _has_years_down_its_side(table)
    year = ""
    body = [[parse_figure(_BEHIND.sub("", cell.text).strip() or cell.text) for cell in row] for row in table.rows]
    added = row_of_sums(body)
    headed = [parse_figure(_BEHIND.sub("", cell.text).strip() or cell.text) for cell in table.header]
    for number_of_row, (row, figures) in enumerate(zip((table.header, *table.rows), (headed, *body), strict=True), -1):
        values = [figure.value is not None for figure in figures]
        if yearly and row is not table.header:
            values[0], year = False, row[0].text or year
        label = " ".join(
            cell.text for cell, value in zip(row, values, strict=True) if not value and len(cell.text) <= LABEL
        )
        lead = " ".join(cell.text for cell in row[: values.index(True)]) if True in values else ""
        label, lead = (f"{year} {label}", f"{year} {lead}") if yearly and not row[0].text else (label, lead)
        top = row is table.header
        if not top and not any(values):
            section = about(label) if len(label) < HEADING else frozenset()
        own = about(label) | (about(f"{header[0]} {row[0].text}") if len(row[0].text) <= NUMBER else frozenset())
        own |= {"total"} if number_of_row == added and not top else frozenset()
        whole = own and _TOTAL.search(label) is not None
        block = frozenset() if top else first
        beside = merged((wide, 1.0), (section, 0.7), (block, 0.7), (group if whole else frozenset(), 0.45))
        group = frozenset() if whole else (group | own)
        every = merged((own, 1.0), (beside, 1.0), *((words, 0.8) for words in headings))
        held: list[_Held] = []
        for column, (cell, figure) in enumerate(zip(row, figures, strict=True)):
            if not cell.text:
                continue
            if len(cell.text) > LABEL:
                yield from _prose(document.quote(cell), own, section)
                continue
            more: list[Numeral] = []
            if values[column] and not top:
                named: tuple[MeasureUnit, ...] = (units[column], general, find_unit(label))
                if figure.unit is Unit.NUMBER and all(unit.kind in WEAK for unit in named):
                    read = read_units().get(cell, UNKNOWN)
                    named = (*named, read) if read.kind is UnitKind.MONEY else named
                more.append(_in_unit(figure, cell.text, *named))
            if not values[column] or cell.text.strip() != figure.printed:
                more += [each for each in find_numerals(cell.text) if not (more and each.start == 0 and each.number)]
            if more:
                quote = document.quote(cell)
                held.append(_Held(quote=quote, column=column, words=not values[column], numerals=tuple(more)))
        if held:
            quote = document.quote(next(cell for cell in row if cell.text))
            yield Passage(
                words=every, numerals=tuple(numeral for each in held for numeral in each.numerals), quote=quote,
                table=number, label=frozenset() if top else own,
                tell=partial(_told_in_row, held, headings, periods, old, own, beside, lead or label, heads, top=top),
            )  # fmt: skip


def _prose(cell: Quote, row: frozenset[str], section: frozenset[str]) -> Iterator[Passage]:
    """The sentences of a cell that holds a paragraph, as in minutes that are set out as a table: they are told apart as
    those outside tables are."""
    before: frozenset[str] = frozenset()
    for sentence in split_sentences(cell.text):
        around = ((row, NEAR), (section, NEAR), (before, NEAR))
        before = about(sentence.text)
        numerals = find_numerals(sentence.text)
        if numerals:
            yield _sentence(replace(cell, text=sentence.text), numerals, before, around, None)


_YEAR_CELL = pattern_of(r"(?:19|20)\d\d(?:\s*\(?[*†‡a-z]\)?)?")


def _has_years_down_its_side(table: TableRead) -> bool:
    """Whether the first column names a year for each row, or for each group of rows: those years are labels."""
    first = [row[0].text for row in table.rows if row and row[0].text]
    return len(first) > 1 and len(set(first)) == len(first) and all(_YEAR_CELL.fullmatch(text) for text in first)


class _Held(Struct, frozen=True, kw_only=True):
    """A cell with numerals. `words` says that it has more in it than a figure."""

    quote: Quote
    column: int
    words: bool
    numerals: tuple[Numeral, ...]


def _told_in_row(
    held: Sequence[_Held], headings: Sequence[frozenset[str]], periods: Sequence[Period | None],
    old: Sequence[frozenset[str]], own: frozenset[str], beside: Mapping[str, float], label: str,
    heads: Sequence[str], *, top: bool,
) -> tuple[Told, ...]:  # fmt: skip
    """The numerals of a row with what each is about, by the labels of the row and the heading of its column. `old` has
    the words of those headings that are not about the present or not about here."""
    found: list[Told] = []
    for each in held:
        heading = headings[each.column]
        words = merged((own, 1.0), (heading, 1.0), (beside, 1.0), (_words_of_others(headings, each.column), 0.15))
        quote = each.quote
        for numeral in each.numerals:
            here = words
            if each.words and not top:
                here = merged((words, 0.8), (weights(quote.text, numeral), 1.0))
            found.append(
                Told(
                    numeral=numeral, words=here, quote=quote, text=quote.text, start=numeral.start, cell=True,
                    label=frozenset() if top else own, old=frozenset() if top else old[each.column],
                    years=frozenset() if top else years_of(heading), period=None if top else periods[each.column],
                    own=_heads(quote, numeral), place=None if top else Place(label, heads[each.column]),
                )
            )  # fmt: skip
    return tuple(found)


def _spanning(table: TableRead) -> list[str]:
    """For each column what stands above it in a heading that spans several: "5 days or fewer"."""
    over = [""] * table.columns
    for row, kind in zip(table.grid, table.kinds, strict=False):
        if kind is not RowKind.HEADING:
            break
        for at, cell in enumerate(row):
            if 1 < cell.columns < table.columns - 1:
                for column in range(at, min(at + cell.columns, table.columns)):
                    over[column] += f" {cell.text}"
    return over


_TOTAL = pattern_of(r"\b(?:totals?|all|overall)\b", re.IGNORECASE)


def _is_before(one: Period, other: Period) -> bool:
    """Whether a period is over when another one begins: 2023/24 is not before January 2024, which is in it."""
    if one.first is None or other.first is None:
        return one.first is None and other.first is not None
    if one.part and other.part and (one.first, one.last) == (other.first, other.last):
        return one.part.startswith("quarter") and other.part.startswith("quarter") and one.part < other.part
    alike = (one.last is None) is (other.last is None)
    return one.first < other.first if alike else (one.last or one.first) < other.first


def _words_of_others(headings: Sequence[frozenset[str]], column: int) -> frozenset[str]:
    return frozenset(word for at, words in enumerate(headings) if at != column for word in words)


def _in_unit(figure: Figure, printed: str, *units: MeasureUnit) -> Numeral:
    """The numeral of a cell in the unit that its heading, its caption or its label names."""
    own = in_unit(figure, *units)
    mention = Mention(figure=own, start=0, end=len(printed))
    return Numeral(kind=Kind.NUMBER, printed=printed, start=0, end=len(printed), mention=mention)


def unit_of_all(header: Sequence[str], caption: str = "") -> MeasureUnit:
    """The unit of the columns that name none: that of the heading of the labels ("Awards £000s"), where it has a scale
    or nothing else in it, or that of the caption."""
    first = find_unit(header[0]) if header else UNKNOWN
    if header and (says_unit_only(header[0]) or (first.kind is UnitKind.MONEY and first.scale)):
        return first
    return find_unit(caption_of_all(caption, header))


WEAK = (UnitKind.UNKNOWN, UnitKind.COUNT, UnitKind.PLACES)
"""Kinds of units that another one goes before."""


def in_unit(figure: Figure, *units: MeasureUnit) -> Figure:
    """A bare figure in the unit of its heading: 12.4 below "£m" is £12.4m."""
    if figure.unit is not Unit.NUMBER or figure.scale or figure.value is None:
        if figure.unit is Unit.POUNDS and not figure.scale and figure.value is not None:
            scale = next((unit.scale for unit in units if unit.kind is UnitKind.MONEY and unit.scale), 0)
            return replace(figure, value=figure.value.scaleb(scale), scale=scale)
        return figure
    unit = next((unit for unit in units if unit.kind not in WEAK), None)
    if unit is None:
        return figure
    if unit.kind is UnitKind.MONEY:
        return replace(figure, unit=Unit.POUNDS, value=figure.value.scaleb(unit.scale), scale=unit.scale)
    if unit.kind is UnitKind.PERCENT:
        return replace(figure, unit=Unit.PERCENT)
    if unit.kind is UnitKind.POINTS:
        return replace(figure, unit=Unit.POINTS)
    return figure


def _facts(facts: Iterable[Fact], title: frozenset[str]) -> Iterator[Passage]:
    """What follows from tables, each as a passage of its own."""
    for fact in facts:
        figure = Figure(
            printed=str(fact.value), kind=FigureKind.VALUE, value=fact.value, unit=fact.unit,
            places=max(0, -int(fact.value.as_tuple().exponent)),
        )  # fmt: skip
        mention = Mention(figure=figure, start=0, end=0)
        numeral = Numeral(kind=Kind.NUMBER, printed=str(fact.value), start=0, end=0, mention=mention)
        own, also = (frozenset(singular(word) for word in words) for words in (fact.words, fact.also))
        words = merged((own, 1.0), (also, 0.6), (title, 0.25))
        told = Told(
            numeral=numeral, words=words, quote=fact.quote, working=fact.working or None, cell=True,
            label=own,
        )  # fmt: skip
        yield Passage(
            words=words, numerals=(numeral,), quote=fact.quote, label=own, tell=partial(tuple[Told, ...], (told,))
        )
