"""Room `checks`: the same quantity stated twice.

Takes the sentences of a document. Two numbers are the same quantity where the words that follow are the same, six or
more of them, another figure among them is the same too, and neither clause names a year or a proper noun that the other
does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrutiny.checks.judging import judged, short
from scrutiny.checks.model import Check, Checked
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.figures.verdicts import Status
from scrutiny.sources import Quote

SAME_WORDS = 7
"""So many words after a number, and the same, say the same thing."""

_WORD = re.compile(r"[\w,.%£/-]*\w%?|\w")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*")
_SMALL = {
    "the",
    "a",
    "an",
    "of",
    "in",
    "were",
    "was",
    "are",
    "is",
    "who",
    "which",
    "that",
    "to",
    "have",
    "had",
    "been",
    "be",
    "and",
    "or",
    "at",
    "on",
}
_NAME = re.compile(r"(?<![.?!:]\s)(?<!^)\b[A-Z][a-z]{2,}(?:\s+[A-Z][a-z]+)*|\b(?:19|20)\d\d(?:/\d\d)?\b")
_MONTHS = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    mention: Mention
    names: frozenset[str]
    quote: Quote


def check_repeats(sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every quantity that is stated more than once."""
    keyed: dict[tuple[str, ...], list[tuple[Quote, int]]] = {}
    for sentence in sentences:
        numbers = list(_NUMBER.finditer(sentence.text))
        if len(numbers) < 2:
            continue
        for number in numbers[:-1]:  # another figure comes after it
            key = _key(sentence.text[number.end() :])
            if key is not None:
                keyed.setdefault(key, []).append((sentence, number.start()))
    for key, places in keyed.items():
        if len(places) > 1:
            yield from _compared(key, [each for place in places if (each := _statement(*place)) is not None])


def _key(after: str) -> tuple[str, ...] | None:
    """The words that say what a number counts; None where they are too few or hold no other figure."""
    words = [word.lower().strip(",.") for word in _WORD.findall(after[:240])]
    key = tuple(word for word in words if word not in _SMALL)[: SAME_WORDS + 1]
    return key if len(key) >= SAME_WORDS and any(char.isdigit() for word in key for char in word) else None


def _statement(sentence: Quote, start: int) -> _Statement | None:
    """None where the number is no figure, or a rough one."""
    mention = next((m for m in find_mentions(sentence.text) if m.start <= start < m.end), None)
    if mention is None or mention.about is not None:
        return None
    before = sentence.text[: mention.start]
    names = frozenset(name for name in _NAME.findall(before) if not _MONTHS.match(name))
    return _Statement(mention=mention, names=names, quote=sentence)


def _compared(key: tuple[str, ...], statements: Sequence[_Statement]) -> Iterator[Checked]:
    for other in statements[1:]:
        first = statements[0]
        if other.quote == first.quote or (first.names and other.names and first.names != other.names):
            continue
        same = other.mention.value == first.mention.value
        one, two = (each.mention.figure.printed for each in (first, other))
        page = other.quote.page_label or f"PDF {other.quote.pdf_page}"
        yield judged(
            Check.STATED_TWICE, Status.OK if same else Status.ERROR, printed=one, expected=short(other.mention.value),
            working=f"{one} here, {two} on page {page}",
            message=f"{one} {' '.join(key[:4])} … here, {two} on page {page}", quotes=(first.quote, other.quote),
        )  # fmt: skip
