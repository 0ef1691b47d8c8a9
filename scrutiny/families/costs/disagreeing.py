"""Family `costs`: what does not agree, as findings.

Takes the settled figures, the break-even and the sentences, gives a `Finding` for each figure that is itself wrong; one
that is only wrong because another is gets none. It decides nothing: the verdicts are `figures.verdicts`.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.checks.prose import check_malformed
from scrutiny.families.costs.book import Book, Entry, Settled
from scrutiny.families.costs.facts import BreakEven
from scrutiny.families.costs.terms import pounds
from scrutiny.figures import Unit, parse_figure
from scrutiny.figures.mentions import find_mentions
from scrutiny.figures.verdicts import CUT, Status
from scrutiny.figures.workings import evaluate, written
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

_SUMS = ("sum", "difference", "total less contribution", "opening + in - out = closing")
_MONEY = r"£{1,2}\s?(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?"
_ADDITIONAL = pattern_of(rf"\badditional\s+(?:investment|funding)\b[^.;£]{{0,160}}(?P<money>{_MONEY})", re.IGNORECASE)


def find_disagreements(
    book: Book, settled: Sequence[Settled], even: BreakEven | None, sentences: Sequence[Quote]
) -> Iterator[Finding]:
    """Figures that are not what they are worked out from, a wrong break-even, an investment stated twice, and what is
    printed wrongly in a sentence that figures were taken from."""
    for each in settled:
        alarming = each.verdict is not None and each.verdict.status in (Status.ERROR, Status.WARNING)
        if each.wrong and each.explanation is not None and alarming and not _said_there(book, each):
            yield _wrong(book, each)
        if each.attempt is not None:
            yield _doubted(book, each)
    if even is not None:
        yield from _of_break_even(even, sentences)
    told = {entry.quote for entry in book.entries.values()}
    for sentence in sentences:
        if sentence in told:
            yield from (each.finding for each in check_malformed(sentence) if each.finding is not None)


def _said_there(book: Book, each: Settled) -> bool:
    """Whether a figure is printed twice alike, and what is wrong with it is said of the other."""
    given = each.explanation.given if each.explanation is not None else None
    return given is not None and abs(book.entries[given].value) == abs(each.entry.value)


def _wrong(book: Book, each: Settled) -> Finding:
    explanation, verdict, entry = each.explanation, each.verdict, each.entry
    assert explanation is not None and verdict is not None and each.exact is not None
    sums = explanation.method.startswith(_SUMS)
    about = _about(entry)
    working = f"{written(explanation.tree, book.shown)} = {_amount(each)}"
    difference = CUT if verdict.cut_off else f" ({verdict.difference})"
    return Finding(
        code=FindingCode.TOTAL_MISMATCH if sums else FindingCode.ARITHMETIC_MISMATCH,
        severity=Severity(verdict.status.value),
        message=f"{about}: printed {verdict.printed.strip()}, {working}{difference}",
        printed=verdict.printed.strip(), expected=verdict.expected, quotes=(entry.quote,),
        hint=None if explanation.method == "sum" else f"method: {explanation.method}",
    )  # fmt: skip


def _doubted(book: Book, each: Settled) -> Finding:
    """A total that its parts do not give, but other figures do: which part is wrong is not known."""
    entry, attempt = each.entry, each.attempt
    assert attempt is not None
    about = _about(entry)
    added = pounds(evaluate(attempt.tree, book.take) or 0).replace("£", "")
    working = f"{written(attempt.tree, book.shown)} = {added}"
    return Finding(
        code=FindingCode.TOTAL_MISMATCH, severity=Severity.NOTE, quotes=(entry.quote,), printed=entry.figure.printed,
        message=f"{about}: printed {entry.figure.printed.strip()}, {working}: one of the parts may be wrong",
    )  # fmt: skip


_WORDS = pattern_of(r"\w+")


def _about(entry: Entry) -> str:
    """What the figure is and its row, once where both are called the same."""
    what, case = entry.called
    if not case:
        return what
    return case if {*_WORDS.findall(what.lower())} == {*_WORDS.findall(case.lower())} else f"{what}, {case}"


def _amount(each: Settled) -> str:
    assert each.exact is not None
    amount = pounds(each.exact)
    if each.entry.figure.unit is Unit.POUNDS and not each.entry.figure.scale:
        return amount
    expected = each.verdict.expected if each.entry.scaled and each.verdict else None
    return expected or amount.replace("£", "")


def _of_break_even(even: BreakEven, sentences: Sequence[Quote]) -> Iterator[Finding]:
    if even.printed is not None and even.printed != even.exclusions:
        message = (
            f"{pounds(even.investment)} / {pounds(even.mean_net)} is {even.exact}: {even.exclusions} exclusions, "
            f"printed {even.printed}"
        )
        yield Finding(
            code=FindingCode.ARITHMETIC_MISMATCH, severity=Severity.ERROR, message=message, printed=str(even.printed),
            expected=str(even.exclusions), quotes=(even.quote,),
        )  # fmt: skip
    for sentence in sentences:
        match = _ADDITIONAL.search(sentence.text)
        other = parse_figure(match["money"]).value if match else None
        if other is not None and other != even.investment:
            apart = pounds(abs(even.investment - other))
            message = f"the investment is {pounds(even.investment)} here and {pounds(other)} there: {apart} apart"
            own = (each.figure.printed for each in find_mentions(even.quote.text) if each.value == even.investment)
            yield Finding(
                code=FindingCode.STATED_TWICE, severity=Severity.NOTE, message=message,
                printed=next(own, pounds(even.investment)), expected=str(other), quotes=(even.quote, sentence),
            )  # fmt: skip
            return
