"""Room `checks`: figures in prose that are those of another sentence but for two digits that changed places.

Takes the statements of one document and its tables. What a table bears out is right; what is told of a line of a table
is the matter of `proven`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.tablefigures import table_figures
from scrutiny.figures.slips import exchanged
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.statements import Quantity, Sentence, Statement, read_sentences

SURE = 2
"""Sentences that show which of two figures is the right one; of two that differ one is told, as a note."""

MEASURED = 2
"""Words that two sentences must share to say which figure is right."""

DIGITS = 5
"""Digits that figures need to be the same but for an exchange: of five, two are by chance once in a thousand."""


ALIKE = 4
"""Digits that are enough where both count the same."""


def _spelt(told: Statement) -> tuple[str, ...]:
    """The digits of a figure, of which another one has each as often where two are exchanged."""
    return tuple(sorted(f"{abs(told.quantity.value).normalize():f}"))


def _digits(quantity: Quantity) -> int:
    return sum(map(str.isdigit, f"{abs(quantity.value).normalize():f}".strip("0.")))


def _that_may_be_alike(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Those with a figure that has the digits of another one in another order, but for noughts: few of all."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    own: list[list[str]] = []
    for sentence in sentences:
        printed = [re.sub(r"\D", "", each) for each in _LONG.findall(sentence.text)]
        if _IN_WORDS.search(sentence.text):
            printed += [f"{abs(each.quantity.value):f}".replace(".", "") for each in sentence.statements]
        own.append(["".join(sorted(digits.replace("0", ""))) for digits in printed])
        for key, digits in zip(own[-1], printed, strict=True):
            found[key].add(digits)
    for sentence, keys in zip(sentences, own, strict=True):
        if any(len(found[key]) > 1 for key in keys):
            yield sentence


_LONG = pattern_of(r"\d[\d,.]{2,}\d")
_IN_WORDS = pattern_of(r"\b(?:hundred|thousand|million)\b", re.IGNORECASE)


def check_quoted(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every figure that stands nowhere else, with the digits of another sentence's exchanged."""
    sentences = list(read_sentences((paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs))
    statements = [
        each
        for sentence in _that_may_be_alike(sentences)
        for each in sentence.statements
        if each.quantity.exact and _digits(each.quantity) >= ALIKE
    ]
    known = {figure.value for figure in table_figures(tables)} if statements else set()
    by_digits: dict[tuple[str, ...], list[Statement]] = {}
    for each in statements:
        by_digits.setdefault(_spelt(each), []).append(each)
    for each in statements:
        value, others = abs(each.quantity.value), by_digits[_spelt(each)]
        if value in known or sum(abs(other.quantity.value) == value for other in others) > 1:
            continue
        alike = [
            other for other in others
            if other.quantity.unit is each.quantity.unit and exchanged(value, abs(other.quantity.value))
            and len(other.words & each.words) >= MEASURED
        ]  # fmt: skip
        if len({abs(other.quantity.value) for other in alike}) != 1:
            continue
        counted = sum(other.quantity.noun[:1] == each.quantity.noun[:1] != () for other in alike)
        if _digits(each.quantity) < DIGITS and counted < SURE:
            continue
        right = alike[0]
        if len(alike) < SURE and (right.quote.pdf_page, abs(right.quantity.value)) < (each.quote.pdf_page, value):
            continue
        where = right.quote.page_label or f"PDF {right.quote.pdf_page}"
        working = f"{right.quantity.printed} on page {where} has the same digits, two of them exchanged"
        yield judged(
            Check.STATED_TWICE, Status.ERROR if len(alike) >= SURE else Status.NOTE, each.quote, right.quote,
            printed=each.quantity.printed, expected=in_style(abs(right.quantity.value), each.quantity.mention.figure),
            working=working, message=f"printed {each.quantity.printed}; {working}",
        )  # fmt: skip
