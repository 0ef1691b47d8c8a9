"""Family `costs`: what sentences tell of costs that tables or written sums give.

Takes sentences and the `Book`, adds entries for what they print: the contribution and the net cost in the words beside
a case, totals of a table or of the written sums, averages; gives the `BreakEven` that they print. What a sentence means
is told by its figure: it is the one that is worked out, or a slip of it with two digits swapped, or stands in a
sentence on a total and is near it.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.book import Book, Entry, Explanation
from scrutiny.families.costs.cases import CaseLine, CaseTable, given_by
from scrutiny.families.costs.chained import find_chained
from scrutiny.families.costs.explaining import Quoter
from scrutiny.families.costs.facts import BreakEven, CaseTotal
from scrutiny.families.costs.naming import ONE_PUPIL, CostTable, clause_of, scale_of, what_of
from scrutiny.families.costs.older import exact_decimal
from scrutiny.families.costs.surroundings import find_parts
from scrutiny.families.costs.terms import break_even, share, swapped, telling_digits, term_of
from scrutiny.figures import Figure, Unit
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.figures.workings import Term, Tree, evaluate, over, plus, terms_of, times
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.tables.measure import Axis
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Role, placed_periods


def money_in(text: str) -> tuple[Mention, ...]:
    """The amounts of money that a text names, in order, without rough ones."""
    return tuple(each for each in find_mentions(text) if each.unit is Unit.POUNDS and each.about is None)


# --- the words beside a case ----------------------------------------------------------------------


def tell_cases(
    book: Book, table: CaseTable, contributions: Sequence[Entry], sentences: Sequence[Quote], quote: Quoter
) -> None:
    """The contribution and the net cost of each case, where its row or a sentence that names it tells them."""
    if table.net is not None or table.total is None:
        return
    for case in table.cases:
        for told in _words_of(table, case, sentences, quote):
            if _tell(book, table, case, contributions, told):
                break


def _words_of(table: CaseTable, case: CaseLine, sentences: Sequence[Quote], quote: Quoter) -> Iterator[Quote]:
    own = table.own.table
    if table.axis is Axis.ACROSS:
        figures = {column.at for column in own.columns}
        cells = own.table.rows[own.rows[case.at].at]
        yield from (quote(cell) for at, cell in enumerate(cells) if at not in figures and "£" in cell.text)
    named = re.compile(rf"{ONE_PUPIL}\s+{re.escape(case.name.split()[-1])}\b", re.IGNORECASE)
    yield from (sentence for sentence in sentences if "£" in sentence.text and named.search(sentence.text))


def _tell(book: Book, table: CaseTable, case: CaseLine, contributions: Sequence[Entry], told: Quote) -> bool:
    whole = table.entry(book, case, table.total)
    amounts = [mention.figure for mention in money_in(told.text)]
    if whole is None or len(amounts) < 2:
        return False
    settled = book.settled(whole.name)
    for known in dict.fromkeys((settled.taken, whole.value)):
        for at, first in enumerate(amounts):
            for second in amounts[at + 1 :]:
                if known is not None and Fraction(first.value or 0) + Fraction(second.value or 0) == known:
                    whole.doubted = known != settled.taken
                    pair = _ordered(book, first, second, told, contributions)
                    _enter_pair(book, case, contributions, told, whole, pair)
                    return True
    return False


def _ordered(
    book: Book, first: Figure, second: Figure, told: Quote, contributions: Sequence[Entry]
) -> tuple[Figure, Figure]:
    """The contribution and the net cost: the one that a written sum gives is the contribution, or the smaller one."""
    for paid, net in ((first, second), (second, first)):
        if given_by(book, Entry(name="", what="", case=None, figure=paid, quote=told), contributions) is not None:
            return paid, net
    return (first, second) if (first.value or 0) <= (second.value or 0) else (second, first)


def _enter_pair(
    book: Book, case: CaseLine, contributions: Sequence[Entry], told: Quote, whole: Entry, pair: tuple[Figure, Figure],
) -> None:  # fmt: skip
    paid = book.add(
        Entry(name=f"{whole.name}, contribution", what="contribution", case=case.name, figure=pair[0], quote=told)
    )
    given = given_by(book, paid, contributions)
    if given is not None:
        paid.explanations.append(replace(given.explanations[0], given=given.name))
    net = book.add(Entry(name=f"{whole.name}, net", what="net cost", case=case.name, figure=pair[1], quote=told))
    tree = plus([whole.term, paid.term], [1, -1])
    net.explanations.append(Explanation(tree=tree, method="total less contribution"))


# --- totals in sentences --------------------------------------------------------------------------


class Known(Struct, frozen=True, kw_only=True, dict=True):
    """Something that a sentence may tell: what it is, how it is worked out, and in which power of ten it is printed."""

    what: str
    tree: Tree
    method: str
    value: Fraction
    printed: Fraction
    scale: int = 0
    grand: bool = False
    """Whether it is the total of all cases."""
    line: str | None = None
    kinds: frozenset[str] = frozenset()
    """What a figure of a table is called ("deduction"), and the stems of what it is about."""
    topic: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    """The years that its row and column name."""

    @cached_property
    def size(self) -> Fraction:
        return abs(self.value) * Fraction(10) ** self.scale

    @cached_property
    def printed_size(self) -> Fraction:
        return abs(self.printed) * Fraction(10) ** self.scale


def find_known(
    book: Book, tables: Sequence[CostTable], cases: Sequence[CaseTable], sums: Sequence[Entry]
) -> list[Known]:
    """What sentences may tell: the totals of the tables, of the cases, and of the written contributions."""
    found = [
        *(known for table in cases for known in _of_cases(book, table)),
        *_of_sums(book, sums),
        *(known for table in tables for known in _of_table(book, table)),
    ]
    return [each for each in found if each.value]


def _of_cases(book: Book, table: CaseTable) -> Iterator[Known]:
    lines = (("total cost of placements", table.total, ""), ("contributions", table.contribution, ", contribution"),
             ("net cost to the High Needs Block", table.net, ", net"))  # fmt: skip
    for what, line, suffix in lines:
        told = "" if line is not None or table.total is None else suffix  # beside the total, in words
        own = table.total if told else line
        found = [table.entry(book, case, own) for case in table.cases]
        entries = [entry for each in found if each and (entry := book.entries.get(f"{each.name}{told}")) is not None]
        if len(entries) < 2 or len(entries) < len(table.cases):
            continue
        terms = [entry.term for entry in entries]
        yield _known(book, what, plus(terms), "sum of the cases", grand=line == table.total and not suffix)
        mean = over(plus(terms), Term(printed=str(len(terms)), value=Fraction(len(terms))))
        yield _known(book, f"average {what.removeprefix('total ')} of a case", mean, "total / cases")


def _of_sums(book: Book, sums: Sequence[Entry]) -> Iterator[Known]:
    """Of contributions that are written out, one for each pupil, the total."""
    if len(sums) >= 2 and len({entry.case for entry in sums}) == len(sums) and all(entry.case for entry in sums):
        settled = [book.settled(entry.name) for entry in sums]
        if all(each.explanation is not None for each in settled):
            yield _known(book, "contributions", plus([entry.term for entry in sums]), "sum of the contributions")


def _of_table(book: Book, table: CostTable) -> Iterator[Known]:
    """Totals, and the balances that an account is rolled forward from."""
    own = table.table
    places: dict[tuple[int, int], None] = {}
    for axis in Axis:
        for relation in own.relations(axis):
            if relation.kind is not RelationKind.SUM:
                continue
            lines = [relation.target, *(relation.parts[:1] if -1 in relation.signs else ())]
            for line in lines:
                for place in range(len(relation.outcomes)):
                    places[axis.place(line, place)] = None
    for row, column in itertools.product(range(len(own.rows)), range(len(own.columns))):
        if Role.TOTAL in (own.rows[row].role, own.columns[column].role):
            places[row, column] = None
    for row, column in places:
        entry = book.entries.get(table.name(row, column))
        if entry is None or not entry.value:
            continue
        settled = book.settled(entry.name)
        explanation = settled.explanation
        cell, across = own.cells[row][column], own.columns[column]
        yield Known(
            what=", ".join(filter(None, entry.called)),
            tree=explanation.tree if explanation else entry.term,
            method=explanation.method if explanation else "as in the table",
            value=settled.taken, printed=entry.value, scale=scale_of(cell), line=entry.name,
            kinds=frozenset(filter(None, (entry.what, what_of(own.rows[row].label), what_of(across.label)))),
            topic=_topic_of(table, row, column), years=_years_of(table, row, column),
        )  # fmt: skip


def _topic_of(table: CostTable, row: int, column: int) -> frozenset[str]:
    """What a figure is about: its row or column, where that is no total; of a grand total the table as a whole."""
    own = table.table
    lines = [line for line in (own.rows[row], own.columns[column]) if line.role is not Role.TOTAL]
    if len(lines) == 2:  # a balance, or a total that no word calls one: the row says whose
        return _named(own.rows[row].label)
    return _named(" ".join((own.caption or "", *(line.label for line in lines or own.columns))))


def _named(text: str) -> frozenset[str]:
    return frozenset(stems(text.replace("£", " ")))


def _years_of(table: CostTable, row: int, column: int) -> frozenset[int]:
    """The years of a figure: those that its row or column names; where neither does, those of the table."""
    own = table.table
    near = _years_in(f"{own.rows[row].label} {own.columns[column].label}")
    return near or _years_in(" ".join((own.caption or "", *(line.label for line in (*own.rows, *own.columns)))))


def _years_in(text: str) -> frozenset[int]:
    return frozenset(
        year for _, _, each in placed_periods(text) for year in (each.first, each.last) if year is not None
    )


_LOOKS_BACK = pattern_of(
    r"^\W*(?:(?:they|it|this|these|those|both)\b|(?:the|an?|its|their)\s+(?:average|mean|total|sum|whole|rest)\b)",
    re.IGNORECASE,
)
"""A sentence that goes on with what the one before it speaks of."""

_LESS = pattern_of(
    r"\b(?:deficit|(?:over|under)(?:spen[dt]|spending)|deduct|reduc|saving|claw\s?back|recover|recoup|decreas|lower|less|fell)",
    re.IGNORECASE,
)
"""That an amount printed without a sign is negative."""

_NEGATIVE = frozenset({"deduction", "contribution"})


def _may_tell(each: Known, sentence: Quote, before: Quote | None) -> bool:
    """Whether a sentence may speak of a figure of a table: both are about one thing, in one period, with one sign. What
    is summed over the cases of a paper is what the paper is about."""
    if each.line is None:
        return True
    text = sentence.text
    if before is not None and _LOOKS_BACK.search(text):
        text = f"{before.text} {text}"
    own = _years_in(text)
    if own and each.years and not own & each.years:
        return False
    if each.value < 0 and not each.kinds & _NEGATIVE and not _LESS.search(text):
        return False
    return what_of(text) in each.kinds or not each.topic.isdisjoint(_named(text))


def _known(book: Book, what: str, tree: Tree, method: str, *, grand: bool = False) -> Known:
    value = evaluate(tree, book.take) or Fraction(0)
    printed = evaluate(tree) or Fraction(0)
    return Known(what=what, tree=tree, method=method, value=value, printed=printed, grand=grand)


_TOTAL = pattern_of(r"\b(?:totals?|in\s+all|altogether|together|overall|combined)\b", re.IGNORECASE)
NEAR = 10
"""A figure in a sentence on the total of the cases is that total where it is within one part in so many of it."""


def tell_totals(book: Book, known: Sequence[Known], sentences: Sequence[Quote], taken: set[tuple[int, str]]) -> None:
    """Every sentence that prints one of the known figures, or a slip of one. `taken` are amounts that written sums
    hold, by page and print."""
    # a figure that tables print or sums give is no slip of another
    everywhere = {abs(entry.value) for entry in book.entries.values()}
    everywhere |= {each.size for each in known}
    given = {
        (entry.quote.pdf_page, entry.figure.printed.strip()) for entry in book.entries.values() if entry.explanations
    }  # what the page says beside a case is said once
    lines = {each.printed: each.line for each in known if each.line is not None and not each.scale}
    wholes = [Term(printed=f"{exact_decimal(value):,}", value=value, line=line) for value, line in lines.items()]
    for sentence, before in zip(sentences, (None, *sentences), strict=False):
        used: dict[Term, set[Term]] = {}
        mentions = list(enumerate(money_in(sentence.text)))
        told = [each for each in known if mentions and _may_tell(each, sentence, before)]
        for number, mention in reversed(mentions):
            place = (sentence.pdf_page, mention.figure.printed.strip())
            if place in taken:
                continue
            found = _meant(mention, told, sentence, everywhere)
            if found is None and place not in given:
                found = _chained(mention, sentence, before) or _worked_out(mention, wholes, sentence, before, used)
            if found is None:
                continue
            entry = book.add(
                Entry(
                    name=f"sentence on page {sentence.pdf_page}: {sentence.text[:60]} {number}", what=found.what,
                    case=None, figure=mention.figure, quote=sentence,
                )
            )  # fmt: skip
            entry.explanations.append(_explanation(found, mention.figure))
            used[term_of(mention)] = set(terms_of(found.tree))


def _chained(mention: Mention, sentence: Quote, before: Quote | None) -> Known | None:
    """What an amount of a sentence is the product of, by the units of its words."""
    found = find_chained(mention, sentence.text, before.text if before is not None else "")
    if found is None:
        return None
    value = Fraction(mention.value)
    what = clause_of(sentence.text, mention.start, mention.end)
    return Known(what=what, tree=found.tree, method=found.method, value=value, printed=value)


def _worked_out(
    mention: Mention, wholes: Sequence[Term], sentence: Quote, before: Quote | None, used: Mapping[Term, set[Term]]
) -> Known | None:
    """What an amount of a sentence is worked out from: known figures (`wholes`) and the other amounts, numbers and
    parts that the sentence or the one before it names. One figure alone must have more digits than there were ways to
    try. What an amount of the sentence was worked out from (`used`) is not worked out from that amount."""
    figure, half = mention.figure, Fraction(mention.figure.step) / 2
    value = Fraction(mention.value)
    if value < SMALLEST or figure.scale:
        return None
    own, tried = term_of(mention), 0
    for texts in ([sentence.text], [before.text, sentence.text] if before is not None else []):
        said = [each for text in texts for each in find_mentions(text) if not each.figure.scale]
        others = [each for each in said if each.figure.printed != figure.printed and each.value > 1 and not each.share]
        exact = dict.fromkeys(term_of(each) for each in others if each.unit is Unit.POUNDS and each.about is None)
        amounts = [each for each in exact if own not in used.get(each, ())]
        counts = list(dict.fromkeys(term_of(each) for each in others if each.unit is Unit.NUMBER))  # "over 130 days"
        parts = [share(part) for part in find_parts(" ".join(texts))]
        ways = list(_ways(amounts, counts, parts, wholes))
        tried += len(ways)
        for method, tree in ways if _digits(mention) > len(str(tried)) + 1 else ():
            if (result := evaluate(tree)) is not None and abs(abs(result) - value) <= half:
                tree = plus([tree], [-1]) if result < 0 else tree
                what = clause_of(sentence.text, mention.start, mention.end)
                return Known(what=what, tree=tree, method=method, value=value, printed=value)
    return None


def _digits(mention: Mention) -> int:
    return telling_digits(mention.value, mention.figure.step)


SMALLEST = 10
"""A smaller amount is worked out from too many figures."""

MOST_SAID = 8
"""Amounts or numbers of a sentence that are tried; one with more is a list."""


def _ways(
    amounts: Sequence[Term], counts: Sequence[Term], parts: Sequence[Term], wholes: Sequence[Term]
) -> Iterator[tuple[str, Tree]]:
    """What may be worked out from figures, the simplest first."""
    if max(len(amounts), len(counts)) > MOST_SAID:
        return
    for one, other in itertools.combinations(amounts, 2):
        yield "sum", plus([one, other])
        yield "difference", plus([one, other], [1, -1])
    for each, count in itertools.product(amounts, counts):
        yield "number x amount", times(count, each)
        yield "amount / number", over(each, count)
    for (one, other), each in itertools.product(itertools.combinations(counts, 2), amounts):
        yield "number x number x amount", times(one, other, each)
    yield from (("amount x part", times(each, part)) for each in (*amounts, *wholes) for part in parts)
    for whole, each in itertools.product(wholes, amounts):
        yield "sum", plus([whole, each])
        yield "difference", plus([whole, each], [1, -1])
    for one, other in itertools.combinations(wholes if len(wholes) <= MOST_SAID else (), 2):
        yield "sum", plus([one, other])
    for one, other, third in itertools.combinations(amounts, 3):
        for signs in ((1, 1, 1), (1, 1, -1), (1, -1, -1), (1, -1, 1)):
            yield "sum", plus([one, other, third], signs)


def _explanation(found: Known, figure: Figure) -> Explanation:
    tree, factor = found.tree, Fraction(10) ** found.scale
    if found.scale:
        tree = times(tree, Term(printed=f"{int(factor):,}", value=factor))
    negative = found.value < 0 < (figure.value or 0)
    return Explanation(tree=plus([tree], [-1]) if negative else tree, method=found.method)


def _meant(mention: Mention, known: Sequence[Known], sentence: Quote, everywhere: set[Fraction]) -> Known | None:
    value, half = Fraction(mention.value), Fraction(mention.figure.step) / 2
    exact = half if mention.figure.scale or not mention.figure.places else Fraction(0)
    fits = [each for each in known if each.size == value]
    telling = _digits(mention) >= FEWEST_ROUNDED
    close = [each for each in known if telling and each.size >= CLOSE_FROM and abs(each.size - value) <= exact]
    if fits or close:
        return (fits or close)[0]
    if value in everywhere:
        return None
    sizes = {(each.printed_size, each.size): each for each in known}
    unit = Fraction(mention.figure.step)  # "£12.609 million" is told by its printed digits
    slips = [
        each for known, each in sizes.items()
        if any(size % unit == 0 and swapped(value / unit, size / unit) for size in known)
    ]  # fmt: skip
    if len({each.size for each in slips}) == 1:
        return slips[0]
    grand = [each for each in known if each.grand]
    total = _TOTAL.search(sentence.text) and what_of(sentence.text) is not None
    near = [each for each in grand if abs(each.size - value) * NEAR <= each.size]
    return near[0] if total and len(near) == 1 else None


CLOSE_FROM, FEWEST_ROUNDED = 1000, 3
"""A rounded amount below this, or with fewer digits, fits too many figures."""


# --- how many avoided exclusions an investment is worth --------------------------------------------

_AVOIDED = pattern_of(
    r"\b(?:avoid|prevent|reduc|sav|fewer|repa[iy]|pay(?:s|ing)?\s+for\s+itself|break)\w*\b", re.IGNORECASE
)
_COUNTED = pattern_of(r"\b(?:exclusions?|placements?|pupils|cases|exclus)\b", re.IGNORECASE)

LOOK_BACK = 5
"""Sentences before the number in which the investment may stand."""

MOST = 500
"""No paper promises to avoid more exclusions."""


def find_break_even(cases: Sequence[CaseTotal], sentences: Sequence[Quote]) -> BreakEven | None:
    """The break-even that a sentence prints, by the net costs of all cases: a number of exclusions that are avoided and
    the investment that this repays, which is the amount that gives the number, else the only one of the sentence."""
    nets = [case.net for case in cases if case.net is not None]
    if not nets or len(nets) != len(cases) or sum(nets, Decimal(0)) <= 0:
        return None
    lone: BreakEven | None = None
    for at, sentence in enumerate(sentences):
        for count in _counts(sentence.text):
            own = _amounts(sentence.text)
            before = [
                value for each in reversed(sentences[max(0, at - LOOK_BACK) : at]) for value in _amounts(each.text)
            ]
            for investment in (*own, *before):
                mean, exact, number = break_even(investment, nets)
                if number == int(count.value):
                    return _of(investment, mean, exact, number, count, sentence)
            if len(own) == 1 and lone is None and own[0] > sum(nets, Decimal(0)) / len(nets):
                lone = _of(own[0], *break_even(own[0], nets), count, sentence)
    return lone


def _of(investment: Decimal, mean: Decimal, exact: Decimal, number: int, count: Mention, sentence: Quote) -> BreakEven:
    return BreakEven(
        investment=investment, mean_net=mean, exact=exact, exclusions=number, printed=int(count.value), quote=sentence
    )


def _counts(text: str) -> Iterator[Mention]:
    """Numbers of exclusions that are avoided."""
    if not _AVOIDED.search(text) or not _COUNTED.search(text):
        return
    for mention in find_mentions(text):
        whole = mention.unit is Unit.NUMBER and not mention.share and mention.value % 1 == 0
        if whole and 0 < mention.value <= MOST:
            yield mention


def _amounts(text: str) -> tuple[Decimal, ...]:
    return tuple(mention.value for mention in money_in(text))
