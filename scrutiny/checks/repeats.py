"""Room `checks`: the same quantity stated twice.

Takes the statements of a pack. Two of them are of the same quantity where subject, unit, period and place agree: the
words behind the figure are the same and say what is counted, the names around it are the same, and so is the period;
or where the seven words behind it are the same and hold another quantity that is the same too. Anything less is left.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import first_stems, names_of
from scrutiny.paper.document import Paragraph
from scrutiny.statements import Sentence, Statement, find_quantities, read_sentences

SAME_WORDS = 6
"""So many words behind a number, and the same, with another quantity among them, say the same thing."""

ALIKE = 0.75
"""How many of the words of two clauses must be the same where only subject, place and period say that they agree."""

LONG = 2
"""Words that say what is counted: "pupils on roll" and not "pupils" alone, which may be any."""

_VERB = pattern_of(
    r"\b(?:is|are|was|were|be|been|has|have|had|received|made|took|rose|fell|grew|spent|paid|cost|attended|supported|"
    r"remain(?:s|ed)?|stood|totall?ed|reported|recorded)\b",
)


class Repeatable(Struct, frozen=True, kw_only=True):
    """A quantity that may be stated again elsewhere: its place among the sentences of some paragraphs and among the
    quantities of its sentence, and what all that say the same have in common."""

    sentence: int
    at: int
    keys: tuple[object, ...]


def find_repeatable(paragraphs: Sequence[Paragraph]) -> Iterator[Repeatable]:
    """Every quantity of some paragraphs that may be stated again, in these or in others."""
    for number, sentence in enumerate(_sentences(paragraphs)):
        for at, each in enumerate(sentence.statements):
            quantity = each.quantity
            if quantity.exact and quantity.noun and quantity.start < FIRST and not quantity.is_year:
                if not _VERB.search(small_letters(sentence.text)):
                    break
                yield Repeatable(sentence=number, at=at, keys=tuple(_rough_keys(each)))


def check_repeats(paragraphs: Sequence[Paragraph], repeatable: Iterable[Repeatable] | None = None) -> Iterator[Checked]:
    """Every quantity that is stated more than once. `repeatable` are those of the paragraphs, where they are known."""
    found = list(find_repeatable(paragraphs) if repeatable is None else repeatable)
    many = Counter(key for each in found for key in each.keys)
    sentences = list(_sentences(paragraphs))
    seen: set[tuple[int, str, int, str]] = set()
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for place in found:
        if any(many[key] > 1 for key in place.keys):
            each = sentences[place.sentence].statements[place.at]
            for key in _keys(each):
                groups.setdefault(key, []).append(each)
    for key, group in groups.items():
        for one, other in combinations(group[:MOST], 2):
            pair = (one.quote.pdf_page, one.quantity.printed, other.quote.pdf_page, other.quantity.printed)
            agree = _same_names(one, other) if key[0] == "words" else _agree(one, other)
            if one.quote == other.quote or pair in seen or not agree:
                continue
            seen.add(pair)
            yield compared(one, other)


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[Sentence]:
    return read_sentences((paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs)


MOST = 12
"""Statements of one key that are compared with one another: what is said more often is no quantity but a phrase."""


def _rough_keys(each: Statement) -> Iterator[tuple[object, ...]]:
    """What statements that share a key have in common at least."""
    words = _words_behind(each)
    if len(words) == SAME_WORDS:
        yield "words", each.quantity.unit, words
    if len(each.quantity.noun) >= LONG:
        yield "subject", each.quantity.unit, each.quantity.noun[:3]


def _words_behind(each: Statement) -> tuple[str, ...]:
    return first_stems(_behind(each), SAME_WORDS)


def _behind(each: Statement) -> str:
    return each.quote.text[each.quantity.end : each.quantity.end + 240]


def _keys(each: Statement) -> Iterator[tuple[object, ...]]:
    """What statements of the same quantity have in common."""
    words, behind = _words_behind(each), _behind(each)
    others = [str(quantity.value) for quantity in find_quantities(behind)][:1] if len(words) == SAME_WORDS else []
    if others and not _SUM.match(behind):
        yield "words", each.quantity.unit, words, others[0]
    whole = len(each.quantity.noun) >= LONG and not each.limited
    if whole and each.period is not None and each.period.first is not None and each.names:
        yield "subject", each.quantity.unit, each.quantity.noun[:3], each.period


FIRST = 400
"""Characters of a sentence within which a quantity is compared: a longer one is a list that was read as one."""

_SUM = pattern_of(r"^[^.;]{0,30}?(?:=|[x×+]\s|\bplus\b|\bminus\b|\bdivided\b)")


def _same_names(one: Statement, other: Statement) -> bool:
    """Whether neither a name before the figures nor their periods speak against it."""
    first, second = (names_of(each.quote.text[: each.quantity.start]) for each in (one, other))
    periods = one.period is None or other.period is None or one.period.agrees(other.period)
    return periods and (not first or not second or first == second)


def _agree(one: Statement, other: Statement) -> bool:
    """Whether place and clause agree."""
    words = len(one.words & other.words) / max(1, len(one.words | other.words))
    return bool(one.names & other.names) and words >= ALIKE


def compared(first: Statement, second: Statement, *, unequal: Status = Status.ERROR) -> Checked:
    """What came of a quantity that is stated twice."""
    (here, one), (there, other) = (first.quote, first.quantity), (second.quote, second.quantity)
    page = there.page_label or f"PDF {there.pdf_page}"
    clause = re.split(r"[(,;:.]", here.text[one.end :], maxsplit=1)[0].split()
    what = " ".join(clause if len(clause) <= 6 else [*clause[:6], "…"])
    return judged(
        Check.STATED_TWICE, Status.OK if one.value == other.value else unequal, here, there, printed=one.printed,
        expected=in_style(other.value, one.mention.figure),
        working=f"{one.printed} here, {other.printed} on page {page}",
        message=f"{' '.join([one.printed, what]).strip()} here, {other.printed} on page {page}",
    )  # fmt: skip
