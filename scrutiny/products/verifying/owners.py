"""Part of the room `products`: whose each figure of a sentence is, where a sentence has several of a kind.

Takes a sentence and its numerals, gives for each the stems of its own subject: what stands on its side of the break
between it and the next one of its kind. "Ash (12) and Elm (15)", "12 boats with 15 moorings", "12 and 15 at Ash and Elm
respectively" are read alike, in a summary as in a paper.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scrutiny.language.dates import BACK, PERIOD, TIME_BEFORE
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.likeness import Likeness, Scored
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Numeral, fits
from scrutiny.products.verifying.telling import is_then
from scrutiny.products.verifying.wording import about, respective

CUTS = tuple(
    pattern_of(pattern, re.IGNORECASE)
    for pattern in (
        r"[;:.]\s|\s[–—-]\s|\|",
        r"\b(?:and|but|while|whilst|whereas|or)\b",
        r",(?!\d)",
        r"\b(?:against|compared|versus|than|with|plus)\b",
        r"[()\[\]]|\bto\b",
    )
)
"""Where the words between two figures part, the strongest first."""

Owned = Mapping[int, frozenset[str]]
"""For each figure of a sentence, by where it begins, the stems of its own subject."""


@functools.lru_cache(maxsize=4096)
def owners_of(text: str, numerals: tuple[Numeral, ...]) -> Owned:
    """Whose each of the figures of one kind is. What only stands before the first or behind the last of figures that
    are all called on the other side is said of all of them, and of none alone."""
    ordered = sorted(numerals, key=lambda each: each.start)
    if len(ordered) < 2:
        return {}
    named = respective(text, ordered)
    gaps = [_parted(text[one.end : other.start]) for one, other in itertools.pairwise(ordered)]
    behind, before = [left for left, _ in gaps], [right for _, right in gaps]
    first, last = _ends(text, ordered)
    if all(behind) and not any(before):
        first = frozenset()
    if all(before) and not any(behind):
        last = frozenset()
    own = [left | right for left, right in zip([first, *before], [*behind, last], strict=True)]
    own = [named[each.start][0] if each.start in named else stems for each, stems in zip(ordered, own, strict=True)]
    for tells, (yes, no) in _ROLES.items():
        told = [tells(text, each) for each in ordered]
        if any(told) and not all(told):
            own = [stems | (yes if each else no) for stems, each in zip(own, told, strict=True)]
    return {each.start: stems for each, stems in zip(ordered, own, strict=True)}


_CHANGED = pattern_of(rf"\b(?:(?P<up>{UP})|(?:{DOWN}))\s+(?:of|by)\s+$", re.IGNORECASE)
_MORE = pattern_of(r"\s+(?:[a-z]+\s+)?(?:(?P<up>more|higher)|fewer|less|lower)\b", re.IGNORECASE)
_THEN = pattern_of(rf"\b(?:{PERIOD}s\s+{BACK}|{TIME_BEFORE})\b[^;.\d]*$", re.IGNORECASE)


def way_of_change(text: str, start: int, end: int) -> bool | None:
    """Whether a figure is said to be a rise (True) or a fall (False) of another: "512, 84 more than before", "a fall of
    6"."""
    match = _MORE.match(text, end) or _CHANGED.search(text[:start])
    return None if match is None else match["up"] is not None


def _tells_change(text: str, numeral: Numeral) -> bool:
    return way_of_change(text, numeral.start, numeral.end) is not None


def tells_then(text: str, numeral: Numeral) -> bool:
    """ "57; the year before it was 42", "94 days, against 71 two years before": a figure of an earlier time."""
    behind = is_then(text, numeral.end) and not _tells_change(text, numeral)  # "84 more than before" is of now
    return behind or _THEN.search(text[: numeral.start]) is not None


THEN, NOW = frozenset(("<then>",)), frozenset(("<now>",))
_ROLES = {_tells_change: (frozenset(("<change>",)), frozenset(("<level>",))), tells_then: (THEN, NOW)}
"""What tells some figures of a sentence from the others beside their words, and what each of both is then called."""


def _parted(gap: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems between two figures that are those of the first, and those of the second: of what stands between two
    breaks of a kind neither says which."""
    for cut in CUTS:
        found = list(cut.finditer(gap))
        if found:
            return about(gap[: found[0].start()]), about(gap[found[-1].end() :])
    return frozenset(), frozenset()


def _ends(text: str, ordered: Sequence[Numeral]) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before the first figure, and behind the last, up to where a clause ends."""
    lead, tail = text[: ordered[0].start], text[ordered[-1].end :]
    strong = CUTS[0]
    start = max((each.end() for each in strong.finditer(lead)), default=0)
    end = strong.search(tail)
    return about(lead[start:]), about(tail[: end.start()] if end is not None else tail)


def alike_in(numerals: Iterable[Numeral], numeral: Numeral) -> tuple[Numeral, ...]:
    """The figures of a sentence that are of one kind and unit with one of them."""
    return tuple(each for each in numerals if each.kind is numeral.kind and each.unit is numeral.unit)


class Owners(Likeness):
    """Whether figures of a summary's sentence are told of one another's subjects."""

    def _exchanged(self, claim: Claim, fitting: Sequence[Scored]) -> Told | None:
        """ "Ash (12) and Elm (15)", where the paper has 15 of Ash and 12 of Elm: the figure that fits, which the paper
        has of what the sentence says of another of its figures, as it has that one of what is said of this one. Not
        where the paper has it anywhere of its own subject, with the other one beside it."""
        if claim.row or not claim.numeral.number:
            return None
        alike = alike_in((*claim.beside, claim.numeral), claim.numeral)
        owned = owners_of(claim.text, alike)
        own = owned.get(claim.start, frozenset())
        crossed, straight, told = 0.0, 0.0, None
        for fit in (each.told for each in fitting if owned and each.told.working is None):
            for each in alike:
                if fits(each, fit.numeral) or fits(claim.numeral, each):
                    continue
                for partner in self._partners(each, fit):
                    more = self._more_crossed(own, owned[each.start], fit, partner)
                    straight = max(straight, -more)
                    if more > crossed:
                        crossed, told = more, fit
        return told if crossed > straight else None

    def _partners(self, numeral: Numeral, fit: Told) -> Iterator[Told]:
        """Where the paper has another figure of a claim's sentence beside the one that fits: in its sentence or the
        next, or in its row or its column of a table; if asked for, in the same row of another table."""
        passages = self.evidence.passages
        table = passages[fit.passage].table
        for at in self.evidence.holding(numeral):
            near = passages[at].table == table if table is not None else abs(at - fit.passage) <= 1
            for told in self.evidence.told(at) if near else ():
                beside = not fit.cell or (near and at == fit.passage) or heading_of(told) == heading_of(fit)
                if not near and told.label != fit.label:
                    continue  # of two tables alike the same row
                if told.working is None and told.cell is fit.cell and beside and fits(numeral, told.numeral):
                    yield told

    def _more_crossed(self, own: frozenset[str], other: frozenset[str], fit: Told, partner: Told) -> float:
        """By how much more two figures of the paper are said of each other's subject than each of its own, by the
        rarity of the words; less than nothing where it is the other way round."""
        here, there = self._subject_of(fit), self._subject_of(partner)
        own, other, here, there = own - other, other - own, here - there, there - here
        weigh = self.evidence.weight
        straight = sum(map(weigh, own & here | other & there))
        both = own & there and other & here
        return (sum(map(weigh, own & there | other & here)) if both else 0.0) - straight

    def _subject_of(self, told: Told) -> frozenset[str]:
        """The stems of the subject of a figure of the paper: of a cell those of its row and its column."""
        if told.cell:
            return told.label | heading_of(told) | (THEN if told.old else NOW)
        alike = alike_in(self.evidence.passages[told.passage].numerals, told.numeral)
        return owners_of(told.text, alike).get(told.start) or about(told.text)


def heading_of(told: Told) -> frozenset[str]:
    """The words of the column of a cell: those that say as much about it as its label does."""
    return frozenset(word for word, factor in told.words.items() if factor >= 1) - told.label


CHANGES = about("variance movement change difference growth")
NAMED = 0.6
"""What a word of a heading, or of a row's label, says about a figure at least that is of it."""


def is_change(told: Told) -> bool:
    """Whether the column of a cell says by how much another one moved."""
    return any(told.words.get(word, 0.0) >= NAMED for word in CHANGES)


def is_passed(told: Told) -> bool:
    """Whether a cell is not of the present, or says by how much another one moved."""
    return bool(told.old) or is_change(told)
