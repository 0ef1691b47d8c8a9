"""Room `statements`: what each quantity of a paper is about.

Takes the paragraphs of a document in order, gives their `Sentence`s, and the `Statement`s of each. A sentence without a
subject of its own ("It had 108 pupils", "Of these, nine …") takes the names of the sentence before it; one without a
period takes its period. Beyond the paragraph only the names of its heading are handed on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import names_of, stems
from scrutiny.sources import Quote
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities
from scrutiny.tables.roles import Period, find_period

_GOES_ON = pattern_of(
    r"^(?:it|they|he|she|this|these|those|of\s+(?:these|those|them|which|whom)|its|their|there|among\s+(?:these|those))\b",
    re.IGNORECASE,
)
_PRONOUN = pattern_of(r"^(?:[^,;.]{0,40},\s+|In\s+[^,;.]{0,30}?\s+)?(?:it|they|he|she)\s+\w+", re.IGNORECASE)
"""Accepts "In May 2024 it had 96 pupils"."""

_CLAUSE = pattern_of(
    r"[;:]|,\s+of\s+wh(?:om|ich)\b|,\s+(?:while|whereas|but|compared|against|up\s+from|down\s+from)\b|\bcompared\s+(?:to|with)\b"
)

_LIMITS = pattern_of(
    r"\b(?:excluding|exclusive\s+of|includ(?:ing|ed)|inclusive\s+of|except(?:ing)?|apart\s+from|aside\s+from|other\s+than|save\s+for|"
    r"without|(?:not\s+)?counting|(?:left|leaving|taken|stripped|netted)\s+out|disregard\w*|ignor(?:ing|ed)|omitt(?:ing|ed)|"
    r"discount(?:ing|ed)|net\s+of|gross\s+of|if|unless|assuming|provided)\b",
)


HEADING = 60
"""Characters of a heading: a line without an end that stands by itself."""


class Sentence(Struct, frozen=True, kw_only=True, dict=True):
    """A sentence that holds figures, with the one before it in its paragraph and the heading above. What it says is
    found when it is first asked for: most of it nobody needs."""

    quote: Quote
    before: "Sentence | None" = None
    heading: str = ""

    @property
    def text(self) -> str:
        return self.quote.text

    @cached_property
    def statements(self) -> "tuple[Statement, ...]":
        """Its quantities, from left to right."""
        return tuple(Statement(quantity=quantity, sentence=self) for quantity in find_quantities(self.text))

    @cached_property
    def own_names(self) -> frozenset[str]:
        return names_of(self.text)

    @cached_property
    def own_period(self) -> Period | None:
        return find_period(self.text)

    @cached_property
    def names_before(self) -> frozenset[str]:
        """Those that a sentence without a subject takes: of the last sentence that has any, or of the heading."""
        for each in self._those_before():
            if each.own_names:
                return each.own_names
        return names_of(f"- {self.heading}") if self.heading else frozenset()

    @cached_property
    def period_before(self) -> Period | None:
        return next((each.own_period for each in self._those_before() if each.own_period is not None), None)

    @cached_property
    def goes_on(self) -> bool:
        """Whether it speaks of what the one before it does."""
        return _GOES_ON.match(self.text) is not None or _PRONOUN.match(self.text) is not None

    @cached_property
    def limited(self) -> bool:
        return _LIMITS.search(small_letters(self.text)) is not None

    def _those_before(self) -> "Iterator[Sentence]":
        each = self.before
        while each is not None:
            yield each
            each = each.before


class Statement(Struct, frozen=True, kw_only=True, dict=True):
    """A quantity with what it is about."""

    quantity: Quantity
    sentence: Sentence

    @property
    def quote(self) -> Quote:
        return self.sentence.quote

    @property
    def limited(self) -> bool:
        """Whether its sentence takes something out, adds something or sets a condition ("without repeat visits"): then
        it counts something else than the words alone say."""
        return self.sentence.limited

    @cached_property
    def _clause(self) -> str:
        return _clause_of(self.sentence.text, self.quantity)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its clause."""
        return frozenset(stems(self._clause))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in its sentence, or those that it takes from before."""
        own, goes_on = self.sentence.own_names, self.sentence.goes_on
        return own | self.sentence.names_before if goes_on or not own else own

    @cached_property
    def _own_period(self) -> Period | None:
        return find_period(self._clause) or self.sentence.own_period

    @cached_property
    def period(self) -> Period | None:
        return self._own_period or (self.sentence.period_before if self.sentence.goes_on else None)

    @property
    def inherited(self) -> bool:
        """Whether subject or period are not its own sentence's."""
        return (self.sentence.goes_on and not self.sentence.own_names) or self._own_period is None


def read_sentences(paragraphs: Iterable[tuple[str, Sequence[Quote]]]) -> Iterator[Sentence]:
    """The sentences of paragraphs, each given as its text and those of its sentences that hold a figure. The names of a
    heading go on until the next one."""
    heading = ""
    for text, sentences in paragraphs:
        if len(text) <= HEADING and not text.rstrip().endswith((".", ":", ";", ",")):
            heading = text
        before = None
        for quote in sentences:
            before = Sentence(quote=quote, before=before, heading=heading)
            yield before


def _clause_of(text: str, quantity: Quantity) -> str:
    """The part of the sentence that the quantity stands in."""
    first = last = None
    for match in _CLAUSE.finditer(text):
        if match.end() <= quantity.start:
            first = match.end()
        elif match.start() >= quantity.end and last is None:
            last = match.start()
    return text[first or 0 : last or len(text)]
