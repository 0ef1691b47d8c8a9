"""Room `checks`: the same quantity stated twice.

Takes the statements of a pack. Two of them are of the same quantity where subject, unit, period and place agree: the
words behind the figure are the same and say what is counted, the names around it are the same, and so is the period;
or where the seven words behind it are the same and hold another quantity that is the same too. Anything less is left.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Unit
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.topics import names_of, stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Statement, find_quantities, find_statements

SAME_WORDS = 6
"""So many words behind a number, and the same, with another quantity among them, say the same thing."""

ALIKE = 0.75
"""How many of the words of two clauses must be the same where only subject, place and period say that they agree."""

LONG = 2
"""Words that say what is counted: "pupils on roll" and not "pupils" alone, which may be any."""

_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|received|made|took|rose|fell|grew|spent|paid|cost|attended|supported|"
    r"remain(?:s|ed)?|stood|totall?ed|reported|recorded)\b",
    re.IGNORECASE,
)


def check_repeats(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every quantity that is stated more than once."""
    statements = [
        each
        for each in find_statements([(paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs])
        if each.quantity.exact and each.quantity.noun and not _year(each) and _VERB.search(each.quote.text)
    ]
    seen: set[tuple[int, str, int, str]] = set()
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for each in statements:
        for key in _keys(each):
            groups.setdefault(key, []).append(each)
    for key, group in groups.items():
        for one, other in combinations(group[:MOST], 2):
            place = (one.quote.pdf_page, one.quantity.printed, other.quote.pdf_page, other.quantity.printed)
            agree = _same_names(one, other) if key[0] == "words" else _agree(one, other)
            if one.quote == other.quote or place in seen or not agree:
                continue
            seen.add(place)
            yield _compared(one, other)


MOST = 12
"""Statements of one key that are compared with one another: what is said more often is no quantity but a phrase."""


def _year(each: Statement) -> bool:
    quantity = each.quantity
    return quantity.unit is Unit.NUMBER and 1900 <= quantity.value <= 2100 and "," not in quantity.printed


def _keys(each: Statement) -> Iterator[tuple[object, ...]]:
    if each.quantity.start >= FIRST:
        return
    behind = each.quote.text[each.quantity.end : each.quantity.end + 240]
    words = tuple(stems(behind))[:SAME_WORDS]
    others = [str(quantity.value) for quantity in find_quantities(behind)][:1]
    if len(words) == SAME_WORDS and others and not _SUM.match(behind):
        yield "words", each.quantity.unit, words, others[0]
    whole = len(each.quantity.noun) >= LONG and not each.limited
    if whole and each.period is not None and each.period.first is not None and each.names:
        yield "subject", each.quantity.unit, each.quantity.noun[:3], each.period


FIRST = 400
"""Characters of a sentence within which a quantity is compared: a longer one is a list that was read as one."""

_SUM = re.compile(r"^[^.;]{0,30}?(?:=|[x×+]\s|\bplus\b|\bminus\b|\bdivided\b)")


def _same_names(one: Statement, other: Statement) -> bool:
    """Whether neither a name before the figures nor their periods speak against it."""
    first, second = (names_of(each.quote.text[: each.quantity.start]) for each in (one, other))
    periods = one.period is None or other.period is None or one.period.agrees(other.period)
    return periods and (not first or not second or first == second)


def _agree(one: Statement, other: Statement) -> bool:
    """Whether place and clause agree."""
    words = len(one.words & other.words) / max(1, len(one.words | other.words))
    return bool(one.names & other.names) and words >= ALIKE


def _compared(one: Statement, other: Statement) -> Checked:
    same = one.quantity.value == other.quantity.value
    page = _page(other.quote)
    first, second = one.quantity.printed, other.quantity.printed
    clause = re.split(r"[(,;:.]", one.quote.text[one.quantity.end :], maxsplit=1)[0].split()
    what = " ".join(clause if len(clause) <= 6 else [*clause[:6], "…"])
    return judged(
        Check.STATED_TWICE, Status.OK if same else Status.ERROR, printed=first,
        expected=in_style(other.quantity.value, one.quantity.mention.figure),
        working=f"{first} here, {second} on page {page}",
        message=f"{' '.join([first, what]).strip()} here, {second} on page {page}", quotes=(one.quote, other.quote),
    )  # fmt: skip


def _page(quote: Quote) -> str:
    return quote.page_label or f"PDF {quote.pdf_page}"
