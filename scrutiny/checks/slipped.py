"""Room `checks`: a figure that stands nowhere else, for one that the paper gives elsewhere.

Takes the paragraphs of a paper and the text of its pages. Two figures are of the same quantity where they are so alike
that one is likelier a slip of the other than a figure of its own, where one of them is not printed a second time, and
where the words around them agree and tell nothing apart: no other place, time, kind or side. A sentence that is made
again and again for other figures, as of one question after the other, tells nothing.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, permutations

from msgspec import Struct

from scrutiny.checks.model import Checked
from scrutiny.checks.quoting import DIGITS as DIGITS_QUOTED
from scrutiny.checks.quoting import MEASURED, SURE
from scrutiny.checks.repeats import FIRST, compared
from scrutiny.figures import Unit
from scrutiny.figures.slips import SLIP, digit_evidence, exchanged
from scrutiny.figures.verdicts import Status
from scrutiny.language.opposites import are_opposed
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import names_of, stems
from scrutiny.paper.document import Paragraph
from scrutiny.statements import Sentence, Statement, read_sentences

NEAR = 90
"""Characters on either side of a figure whose words say what it is of."""

LONGEST = 600
"""Characters of a sentence; what is longer is a table that was read as one."""

SHARED = ((3.0, 1), (2.2, 2), (0.0, 3))
"""How many words around both figures must be the same, by the evidence of a slip: in five digits, four, or three."""

CERTAIN = 3.0
"""Evidence of a slip that needs no word beside the figures."""

MANY = 60
"""Figures that are alike and are held against one another; of more none says anything."""

MADE = 3
"""Figures in the same words from which on these are a form that is filled in."""

_PRINTED = pattern_of(r"\d[\d,]*(?:\.\d+)?")
_NO_YEAR = pattern_of(r"(?<![\d.,/–-])(?!(?:19|20)\d\d(?![\d,.]))\d[\d,]*(?:\.\d+)?(?![\d/])")
_STOPS = pattern_of(r"[;:.]\s")
_YEARS = pattern_of(r"\b(?:19|20)\d\d\b")


class _Place(Struct, frozen=True, dict=True):
    """A figure with the stems of the words around it, and those beside it: few are asked."""

    statement: Statement
    digits: str

    @cached_property
    def before(self) -> tuple[str, ...]:
        return stems(_around(self.statement)[0])

    @cached_property
    def behind(self) -> tuple[str, ...]:
        return stems(_around(self.statement)[1])

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset((*self.before, *self.behind))


def check_slipped(paragraphs: Sequence[Paragraph], texts: Iterable[str]) -> Iterator[Checked]:
    """Every figure that is likely a slip of one that stands elsewhere in the same words."""
    seen: set[tuple[object, ...]] = set()
    every = read_sentences((paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs)
    sentences = [each for each in every if len(each.text) <= LONGEST]
    constants = ((one, other, True) for one, other in _constants(sentences))
    for one, other, sure in (*constants, *_slips(sentences, texts)):
        pair = (one.quote, one.quantity.printed, other.quantity.printed)
        if pair not in seen and one.quote != other.quote:
            seen.add(pair)
            yield compared(one, other, unequal=Status.ERROR if sure else Status.NOTE)


def _slips(sentences: Sequence[Sentence], texts: Iterable[str]) -> Iterator[tuple[Statement, Statement, bool]]:
    """Figures that are printed once, each with the one that it is a slip of, and whether several sentences show which
    of the two is right."""
    groups: dict[object, list[_Place]] = defaultdict(list)
    printed = Counter(figure.replace(",", "") for text in texts for figure in _PRINTED.findall(text))
    places = list(_places(sentences, printed))
    for place in places:
        for key in _masks(place.digits):
            groups[key, place.statement.quantity.unit].append(place)
    pairs: dict[tuple[str, str], list[tuple[_Place, _Place]]] = defaultdict(list)
    for group in groups.values():
        if 1 < len(group) <= MANY and len({place.digits for place in group}) > 1:
            for one, other in permutations(group, 2):
                if one.digits != other.digits and printed[one.digits] <= 1 and _agree(one, other):
                    pairs[one.digits, other.digits].append((one, other))
    if not pairs:
        return
    for (one, other), *more in pairs.values():
        first = one.statement.quote.pdf_page < other.statement.quote.pdf_page
        rare = printed[one.digits] != printed[other.digits] or not first
        if rare and not _is_form(one, other, places):
            others = {id(place.statement.quote) for _, place in [(one, other), *more]}
            yield one.statement, other.statement, len(others) >= SURE


def _places(sentences: Sequence[Sentence], often: Mapping[str, int]) -> Iterator[_Place]:
    """The figures of all sentences in which any stands that is like one of another, of which one is printed once."""
    printed = [
        (each, found)
        for each in sentences
        if 0 < len(found := {digits for figure in _NO_YEAR.findall(each.text) if (digits := _digits(figure))}) <= MOST
    ]
    alike: dict[str, set[str]] = defaultdict(set)
    for digits in {digits for _, found in printed for digits in found}:
        for key in _masks(digits):
            alike[key].add(digits)
    likely = {
        digits for same in alike.values() if len(same) > 1
        for digits in (same if min(often.get(each, 0) for each in same) <= 1 else ())
    }  # fmt: skip
    for sentence, found in printed:
        for each in sentence.statements if found & likely else ():
            quantity = each.quantity
            digits = _digits(quantity.printed)
            named = "." in digits and quantity.unit is Unit.NUMBER  # "policies 3.11 and 3.12"
            if not digits or named or quantity.is_year or quantity.start > FIRST:
                continue
            yield _Place(each, digits)


@functools.lru_cache(maxsize=8192)
def _digits(printed: str) -> str:
    """The digits of a figure; none where it has too few to be known again."""
    digits = re.sub(r"[^\d.]", "", printed).strip(".")
    return digits if len(digits.replace(".", "").strip("0")) >= DIGITS else ""


MOST = 8
DIGITS = 3


def _masks(digits: str) -> Iterator[str]:
    """What a figure shares with those that one digit, or two that are exchanged, keep from it."""
    yield f"{''.join(sorted(digits))} {digits.find('.')}"
    for at, digit in enumerate(digits):
        if digit != ".":
            yield f"{digits[:at]}_{digits[at + 1 :]}"


def _agree(one: _Place, other: _Place) -> bool:
    """Whether the figures are alike, and the words around them too, and nothing tells them apart."""
    first, second = one.statement, other.statement
    evidence = digit_evidence(first.quantity.value, second.quantity.value)
    if first.quote == second.quote or evidence < SLIP:
        return False
    if exchanged(first.quantity.value, second.quantity.value) and _is_quoted(one, other):
        return False
    shared = one.words & other.words
    beside = one.behind[:1] == other.behind[:1] != () or one.before[-1:] == other.before[-1:] != ()
    if len(shared) < next(many for least, many in SHARED if evidence >= least) or not (beside or evidence > CERTAIN):
        return False
    trusted = evidence >= SHARED[1][0] and len(shared) >= SHARED[-1][1]
    return not _told_apart(first, second, names=not trusted)


def _is_quoted(one: _Place, other: _Place) -> bool:
    """Whether `quoting` tells of two figures whose digits are exchanged."""
    both = (one.statement, other.statement)
    long = len(one.digits.split(".")[0].rstrip("0")) >= DIGITS_QUOTED
    return long and all(each.quantity.exact for each in both) and len(both[0].words & both[1].words) >= MEASURED


def _other_time(one: Statement, other: Statement) -> bool:
    """Whether years or periods show that two figures are of two times."""
    years = [frozenset(_YEARS.findall(each.sentence.text)) for each in (one, other)]
    if years[0] and years[1] and years[0] != years[1]:
        return True
    return one.period is not None and other.period is not None and not one.period.agrees(other.period)


def _told_apart(one: Statement, other: Statement, *, names: bool = True) -> bool:
    """Whether times, sides, or with `names` the names around two figures show that they are of two things."""
    texts = tuple(" ".join(_around(each)) for each in (one, other))
    first, second = (names_of(text) for text in texts)
    apart = bool(names and first - second and second - first)
    return apart or _other_time(one, other) or are_opposed(texts)


def _around(each: Statement) -> tuple[str, str]:
    """The words of a clause on either side of a figure."""
    text, quantity = each.sentence.text, each.quantity
    before = _STOPS.split(text[max(0, quantity.start - NEAR) : quantity.start])[-1]
    return before, _STOPS.split(text[quantity.end : quantity.end + NEAR])[0]


def _is_form(one: _Place, other: _Place, places: Sequence[_Place]) -> bool:
    """Whether the words that two figures share stand around others, too."""
    shared, unit = one.words & other.words, one.statement.quantity.unit
    same = {place.digits for place in places if place.statement.quantity.unit is unit and shared <= place.words}
    return len(same) >= MADE


def _constants(sentences: Sequence[Sentence]) -> Iterator[tuple[Statement, Statement]]:
    """Numbers of the same things ("86 survey respondents") that are the same wherever they stand, or but for one that
    is a slip of it; each with one that it is held against."""
    counting = [
        (each, counted)
        for each in sentences
        if (counted := {(number, word) for number, what in _COUNTED.findall(each.text) for word in stems(what)})
    ]
    often = Counter(pair for _, counted in counting for pair in counted)
    steady_words = {word for (_, word), many in often.items() if many >= STEADY}
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for sentence, counted in counting:
        for each in sentence.statements if any(word in steady_words for _, word in counted) else ():
            quantity = each.quantity
            if quantity.unit is Unit.NUMBER and quantity.exact and len(quantity.noun) > 1 and quantity.value >= TEN:
                groups[quantity.noun[:2]].append(each)
    for group in groups.values():
        (most, many), *others = Counter(each.quantity.value for each in group).most_common()
        if many < STEADY or len(others) > 1 or any(count > 1 for _, count in others):
            continue
        steady = [each for each in group if each.quantity.value == most]
        yield from pairwise(steady)
        for one in group:
            slip = digit_evidence(one.quantity.value, most) and not _OF_SOME.match(one.quote.text, one.quantity.end)
            known = _KNOWN.search(one.quote.text[: one.quantity.start]) is not None
            if slip and not any((_other_time if known else _told_apart)(one, other) for other in steady):
                yield one, steady[0]


_KNOWN = pattern_of(r"\b(?:the|all|our|these|those)\s+(?:of\s+)?(?:the\s+)?(?:[A-Z]\w*\s+)?$", re.IGNORECASE)
"""Before a number of what the paper has told of: of "the 86 survey respondents" there is one number."""

_COUNTED = pattern_of(r"(?<![\d,.])(\d[\d,]*\d)\s+((?:[A-Za-z][\w’'-]*\s*){1,3})")
_OF_SOME = pattern_of(
    r"(?:\s+[\w’'-]+){1,4}?,?\s+(?:who|whom|whose|that|which|with|without|where|aged|under|over|from|in|at|by)\b"
)
"""Behind a number of some of them only: "42 survey respondents who had a grant"."""

TEN = 10
STEADY = 3
"""How often a number is the same, before another is a slip of it."""
