"""Family `costs`: what a report says of the cost of placements.

Takes the tables and sentences of a document with a way to quote cells, gives a `CostReport`. Sums that are written out
(`written`), tables (`explaining`), tables of cases (`cases`) and sentences on them (`told`) go into one `Book`, which
says what each figure should be; the facts are read from it. Nothing is said of a figure that no method explains.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from scrutiny.families.costs import older
from scrutiny.families.costs.book import Book, Entry, Explanation, Settled
from scrutiny.families.costs.cases import Annual, explain_cases, find_case_table, follows_cases
from scrutiny.families.costs.disagreeing import find_disagreements
from scrutiny.families.costs.explaining import Quoter, explain_tables
from scrutiny.families.costs.facts import CostLine, CostReport
from scrutiny.families.costs.naming import CostTable, clause_of, first_year_of, is_cost_table, is_of_savings
from scrutiny.families.costs.purposes import method_of, named, purpose_of
from scrutiny.families.costs.surroundings import Surroundings, find_parts, find_times
from scrutiny.families.costs.terms import rounded
from scrutiny.families.costs.told import find_break_even, find_known, money_in, tell_cases, tell_totals
from scrutiny.families.costs.written import WrittenSum, find_written_sums
from scrutiny.figures.verdicts import CUT, decimal
from scrutiny.figures.workings import Term, evaluate, terms_of, written
from scrutiny.language.dates import ACADEMIC_YEAR
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.stages import academic
from scrutiny.tables import TableRead
from scrutiny.tables.measure import Axis, measure_table
from scrutiny.tables.roles import Role

_SUM = pattern_of(r"\bdays?\s*(?:x|×)\s*£")

_TELLS = pattern_of(
    r"\b(?:placements?\b|commissioned\s+places?\b|place\s+funding\b|alternative\s+provision\b|pupil\s+referral\b"
    r"|age[\s-]weighted\b|AWPU\b|EOTAS\b|high\s+needs\b|excluded\s+pupils?\b|permanent(?:ly)?\s+exclu"
    r"|top[\s-]ups?\b|bed[\s-]?nights?\b|lleoliad|independent\s+(?:special\s+)?schools?\b|non-maintained\b)"
    r"|£\d[\d,.]*\s+(?:an?|per|each)\s+(?:for\s+)?(?:an?\s+|each\s+)?(?:pupil|child|place|learner)\b",
    re.IGNORECASE,
)
"""What a document on the cost of placements speaks of."""

_PUPILS = pattern_of(r"\b(?:pupils?|learners?|children)\b", re.IGNORECASE)
_TIMES = pattern_of(
    r"\b(?:an?|per|each)\s+(?:school\s+)?(?:day|week|night|term|hour)\b"
    r"|\b(?:daily|weekly|hourly)\b|\b(?:days?|weeks?|hours?|terms?)\s+(?:of|left|remaining|a|per|placed)\b",
    re.IGNORECASE,
)
"""By what time a price is: a page that names money, pupils and this may tell what they cost."""

ONE_PAGE_IN = 10
"""A document on the cost of placements tells of it on one page in so many at least; a budget book does not."""


TOLD_ON_ONE_PAGE_IN = 2
"""In a document that speaks of placements on one page in so many at least, rows called "A", "B" are cases without more
being said; elsewhere they may be tax bands, lots or lines of a list."""

MOST_PRICES = 24
"""Amounts in sentences that are tried as prices: a paper with more of them names no price by them."""

_ROUNDED_BEFORE = pattern_of(r"\bnearest\s+(?:pound|£\s?1?)\b[^.]{0,40}\bbefore\b", re.IGNORECASE)
"""That amounts are rounded before they are added: then the rounded ones are the amounts."""


def worth_reading(texts: Sequence[str]) -> bool:
    """Whether a document's pages can tell what a placement costs: enough of them name money and what it is spent on."""
    telling = sum("£" in text and (_SUM.search(text) is not None or _tells(text)) for text in texts)
    return telling * ONE_PAGE_IN >= max(1, len(texts))


def _tells(text: str) -> bool:
    return _TELLS.search(text) is not None or all(pattern.search(text) for pattern in (_PUPILS, _TIMES))


def find_cost_report(
    tables: Sequence[TableRead], sentences: Sequence[Quote], quote: Quoter, texts: Sequence[str] = ()
) -> CostReport:
    """What the report says, recomputed. `texts` are its pages."""
    text = "\n".join(texts) or "\n".join(sentence.text for sentence in sentences)
    book = Book()
    sums = tuple(find_written_sums(sentences))
    whole = _ROUNDED_BEFORE.search(text) is not None
    entries = _enter_sums(book, sums, whole=whole)
    contexts = [measure_table(table, text) for table in tables]
    told = TOLD_ON_ONE_PAGE_IN * sum(map(_tells, texts)) >= len(texts)  # of a table alone nothing is known against it
    spoken = [
        CostTable(number=number, table=table, whole=whole)
        for number, table in enumerate(contexts, start=1)
        if is_cost_table(table, told=told)
    ]
    own = [each for each in spoken if not is_of_savings(each.table)]
    parts = find_parts(text)
    around = Surroundings(prices=_prices(sentences), parts=parts, times=find_times(text))
    explain_tables(book, own, around, quote)
    annuals = [
        *_annuals_of_sums(sums, entries),
        *_annuals_of_tables([table for table in own if not table.scaled and not follows_cases(table)]),
    ]
    single = [table for table in own if not table.scaled]
    cases = [found for table in single if (found := find_case_table(table, annuals, (*parts, *_TERMS))) is not None]
    shares = [entry for step, entry in zip(sums, entries, strict=True) if purpose_of(step) == "contribution"]
    for table in cases:
        explain_cases(book, table, shares)
        tell_cases(book, table, shares, sentences, quote)
    book.leave()
    known = find_known(book, own, cases, _last_steps(sums, entries, shares))
    taken = {
        (step.quote.pdf_page, printed.strip())
        for step in sums
        for printed in (step.result.printed, *(term.printed for term in terms_of(step.by_print)))
    }
    tell_totals(book, known, sentences, taken)
    settled = tuple(book.settle())
    contributions, totals = older.contributions_of(sums), tuple(older.totals_of(book, cases, settled))
    case_totals, joint = older.case_totals_of(book, cases, contributions, quote), _joint(sums, own)
    even = find_break_even(case_totals, sentences)
    yearly = sorted(cases[0].annual.items()) if cases else []
    return CostReport(
        day_rates=older.day_rates_of(sums), placements=tuple(older.placements_of(book, cases, joint)),
        case_totals=case_totals, contributions=contributions, totals=totals, break_even=even,
        findings=tuple(find_disagreements(book, settled, even, sentences)),
        lines=tuple(_lines(book, settled)), printed=tuple(_printed(book, settled, whole=bool(told))),
        year_costs=tuple((academic(first, joint), older.exact_decimal(book.take(term))) for first, term in yearly),
        left_out=len(spoken) - len(own), unused=len(book.entries.keys() - set(_in_workings(settled))),
    )  # fmt: skip


def _in_workings(settled: Sequence[Settled]) -> Iterator[str]:
    """The names of the figures that are worked out, and of those that they are worked out from."""
    for each in settled:
        if each.explanation is not None or each.attempt is not None:
            yield each.entry.name
        if each.explanation is not None:
            yield from (term.line for term in terms_of(each.explanation.tree) if term.line is not None)


_TERMS = (Fraction(1, 2), Fraction(1, 3), Fraction(2, 3))
"""Parts of a year in which a pupil comes, that a paper need not name: halfway through, or after one or two terms."""


def _enter_sums(book: Book, sums: Sequence[WrittenSum], *, whole: bool) -> list[Entry]:
    found = []
    for number, step in enumerate(sums, start=1):
        stage = f"KS{step.stage}" if step.stage else None
        case, at = step.case or stage or step.year, step.quote.text.find(step.result.printed.strip())
        said = clause_of(step.quote.text, at, at) if at >= 0 else step.quote.text
        entry = Entry(
            name=f"sum {number}", what=purpose_of(step) or "cost", case=case, figure=step.result, quote=step.quote,
            labels=None if purpose_of(step) else (said, case),
        )  # fmt: skip
        own = whole and purpose_of(step) == "contribution"
        entry.explanations.append(
            Explanation(tree=named(step), method=method_of(step.tree), by_print=step.by_print, whole=own)
        )
        found.append(book.add(entry))
    return found


def _joint(sums: Sequence[WrittenSum], tables: Sequence[CostTable]) -> str:
    """What the paper writes between the years of an academic year: "2021/22", "2021-22"."""
    labels = [step.year for step in sums if step.year]
    labels += [line.label for own in tables for axis in Axis for line in own.table.lines(axis)]
    found = (match for label in labels if (match := ACADEMIC_YEAR.search(label)) is not None)
    return next((match[0].replace(" ", "")[4] for match in found), "-")


def _last_steps(sums: Sequence[WrittenSum], entries: Sequence[Entry], shares: Sequence[Entry]) -> list[Entry]:
    """The last step of each sum on a contribution."""
    inner = {id(step.before) for step in sums if step.before is not None}
    wanted = {entry.name for entry in shares}
    return [entry for step, entry in zip(sums, entries, strict=True) if id(step) not in inner and entry.name in wanted]


def _prices(sentences: Sequence[Quote]) -> tuple[Term, ...]:
    """Amounts that sentences name, each once: one of them may be a price."""
    found: dict[Fraction, Term] = {}
    for sentence in sentences:
        for mention in money_in(sentence.text):
            value = Fraction(mention.value)
            if value > 0:
                found.setdefault(value, Term(printed=mention.figure.printed.strip(), value=value, key="price"))
    if len(found) <= MOST_PRICES:
        return tuple(found.values())
    return tuple(term for value, term in found.items() if value % 100 == 0)[:MOST_PRICES]  # prices are often round


def _annuals_of_sums(sums: Sequence[WrittenSum], entries: Sequence[Entry]) -> Iterator[Annual]:
    found = {
        int(step.year[:4]): entry.term
        for step, entry in zip(sums, entries, strict=True)
        if step.year and purpose_of(step) != "contribution"
    }
    if found:
        yield found


def _annuals_of_tables(tables: Sequence[CostTable]) -> Iterator[Annual]:
    """Lines of tables with a figure for each academic year, totals first."""
    found: list[tuple[bool, Annual]] = []
    for own in tables:
        for axis in Axis:
            across = own.table.lines(axis.other)
            years = {at: year for at, line in enumerate(across) if (year := first_year_of(line.label)) is not None}
            if len(years) < 2 or len(set(years.values())) < len(years):
                continue
            for at, line in enumerate(own.table.lines(axis)):
                places = {year: axis.place(at, place) for place, year in years.items()}
                terms = {
                    year: term
                    for year, place in places.items()
                    if own.is_money(*place) and (term := own.term(*place)) is not None
                }
                if len(terms) >= 2:
                    found.append((line.role is not Role.TOTAL, terms))
    yield from (annual for _, annual in sorted(found, key=lambda each: each[0]))


def _lines(book: Book, settled: Sequence[Settled]) -> Iterator[CostLine]:
    for each in settled:
        entry, explanation = each.entry, each.explanation
        working = working_of(book, each) if explanation else NO_METHOD
        if each.attempt is not None:
            working = f"{written(each.attempt.tree, book.shown)} does not give it: one of these figures is wrong"
        yield replace(
            _line(entry), recomputed=_in_pounds(each.recomputed, entry),
            method=explanation.method if explanation else None, working=working, follows=each.follows,
            tree=explanation.tree if explanation else None, taken=each.taken,
        )  # fmt: skip


NO_METHOD = "no method explains it"


def _line(entry: Entry) -> CostLine:
    """A figure as it is printed."""
    what, case = entry.called
    return CostLine(
        name=entry.name, what=what, case=case, printed=entry.figure.printed.strip(),
        value=entry.value * Fraction(10) ** entry.scale, scale=entry.scale, recomputed=None, method=None, follows=False,
        working=NO_METHOD, tree=None, taken=entry.value, quote=entry.quote,
    )  # fmt: skip


def _printed(book: Book, settled: Sequence[Settled], *, whole: bool) -> Iterator[CostLine]:
    """The amounts of tables that no method explains: of a document on placements as a whole, and of others only those
    of the tables in which a method explains some."""
    own = {each.entry.name for each in settled}
    worked = {each.entry.name.split(",")[0] for each in settled if each.explanation is not None}
    for entry in book.entries.values():
        if entry.name not in own and (whole or entry.name.split(",")[0] in worked):
            yield _line(entry)


def _in_pounds(value: Decimal | None, entry: Entry) -> Decimal | None:
    return value if value is None or not entry.scale else decimal(Fraction(value) * Fraction(10) ** entry.scale)


def working_of(book: Book, settled: Settled) -> str:
    """How a figure was worked out, from figures as they should be, in the unit that they are printed in."""
    assert settled.explanation is not None and settled.recomputed is not None
    tree = settled.explanation.tree
    if isinstance(tree, Term) and tree.line in book.entries:  # a figure that another line gives: how that is worked out
        given = book.settled(tree.line).explanation
        tree = given.tree if given is not None else tree
    text = written(tree, book.shown)
    cut = CUT if settled.verdict is not None and settled.verdict.cut_off else ""
    exact = evaluate(tree, book.take)
    assert exact is not None
    result = settled.recomputed
    if abs(exact - Fraction(result)) > Fraction(Decimal(1).scaleb(int(result.as_tuple().exponent))) / 2 and not cut:
        rounds = f", which rounded parts may give for {settled.entry.figure.printed.strip()}"
        result = decimal(Fraction(rounded(exact)))
    else:
        rounds = ""
    unit = f" (all in {settled.entry.unit})" if settled.entry.unit else ""
    shown = f"{result:,f}".removesuffix(".00")
    return f"{text} = {shown}{cut}{rounds}{unit}"
