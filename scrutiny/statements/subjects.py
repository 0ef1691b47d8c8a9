"""Room `statements`: what each quantity of a paper is about.

Takes the sentences of a document in order, gives `Statement`s. A sentence without a subject of its own ("It had 108
pupils", "Of these, nine …") takes the names of the sentence before it; one without a period takes its period. Beyond
the paragraph only the names of its heading are handed on.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from scrutiny.language.topics import names_of, stems
from scrutiny.sources import Quote
from scrutiny.statements.model import Quantity, Statement
from scrutiny.statements.quantities import find_quantities
from scrutiny.tables.roles import Period, find_period

_GOES_ON = re.compile(
    r"^(?:it|they|he|she|this|these|those|of\s+(?:these|those|them|which|whom)|its|their|there|among\s+(?:these|those))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:[^,;.]{0,40},\s+|In\s+[^,;.]{0,30}?\s+)?(?:it|they|he|she)\s+\w+", re.IGNORECASE)
"""Accepts "In June 2025 it had 118 pupils"."""

_CLAUSE = re.compile(
    r"[;:]|,\s+of\s+wh(?:om|ich)\b|,\s+(?:while|whereas|but|compared|against|up\s+from|down\s+from)\b|\bcompared\s+(?:to|with)\b"
)

_LIMITS = re.compile(
    r"\b(?:excluding|exclusive\s+of|includ(?:ing|ed)|inclusive\s+of|except(?:ing)?|apart\s+from|aside\s+from|other\s+than|save\s+for|"
    r"without|(?:not\s+)?counting|(?:left|leaving|taken|stripped|netted)\s+out|disregard\w*|ignor(?:ing|ed)|omitt(?:ing|ed)|"
    r"discount(?:ing|ed)|net\s+of|gross\s+of|if|unless|assuming|provided)\b",
    re.IGNORECASE,
)


Told = tuple[str, Sequence[Quote]]
"""A paragraph: its text and those of its sentences that hold a figure."""

HEADING = 60
"""Characters of a heading: a line without an end that stands by itself."""


def find_statements(paragraphs: Sequence[Told]) -> Iterator[Statement]:
    """Every quantity of every sentence with its subject. The names of a heading go on until the next one."""
    headed: frozenset[str] = frozenset()
    for text, sentences in paragraphs:
        if len(text) <= HEADING and not text.rstrip().endswith((".", ":", ";", ",")):
            headed = names_of(f"- {text}")
        names, period = headed, None
        for sentence in sentences:
            own, goes_on, here, told = _read(sentence.text)
            limited = _LIMITS.search(sentence.text) is not None
            for quantity, words, of_clause in told:
                said = of_clause or here
                yield Statement(
                    quantity=quantity, words=words,
                    names=own | names if goes_on or not own else own,
                    period=said or (period if goes_on else None),
                    inherited=(goes_on and not own) or said is None, limited=limited, quote=sentence,
                )  # fmt: skip
            names = own or names
            period = here or period


@functools.lru_cache(maxsize=8192)
def _read(
    text: str,
) -> tuple[frozenset[str], bool, Period | None, tuple[tuple[Quantity, frozenset[str], Period | None], ...]]:
    """What a sentence says by itself, whoever asks: its names, whether it goes on from the one before, its period, and
    each quantity with the words and the period of its clause."""
    clauses = [(quantity, _clause_of(text, quantity)) for quantity in find_quantities(text)]
    return (
        names_of(text),
        _GOES_ON.match(text) is not None or _PRONOUN.match(text) is not None,
        find_period(text),
        tuple((quantity, frozenset(stems(clause)), find_period(clause)) for quantity, clause in clauses),
    )


def _clause_of(text: str, quantity: Quantity) -> str:
    """The part of the sentence that the quantity stands in."""
    first = last = None
    for match in _CLAUSE.finditer(text):
        if match.end() <= quantity.start:
            first = match.end()
        elif match.start() >= quantity.end and last is None:
            last = match.start()
    return text[first or 0 : last or len(text)]
