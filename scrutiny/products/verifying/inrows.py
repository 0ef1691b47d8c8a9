"""Part of the room `products`: what follows from two figures of one row of a table.

Takes a claim that the paper does not print, gives what is left of a whole, the difference of two times, the share of
one column in another: of a row that the sentence names, or of which it gives a figure.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.axisnames import IS_BEFORE
from scrutiny.products.verifying.claims import goes_on
from scrutiny.products.verifying.contradicting import PART_OF
from scrutiny.products.verifying.likeness import is_distinct
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Numeral, fits, is_small
from scrutiny.products.verifying.owners import heading_of, is_change, is_passed
from scrutiny.products.verifying.placing import InPlace
from scrutiny.products.verifying.roles import way_of
from scrutiny.products.verifying.telling import DENIES, HELD_TO, is_aim, says_by
from scrutiny.products.verifying.times import is_earlier, names_time, times_of
from scrutiny.products.verifying.wording import about, years_of
from scrutiny.products.verifying.workings import OF_THEM, change_before, clause_of, says_apart

Made = tuple[Decimal, str, Told]
"""What follows, its working, and a figure that it follows from."""


class InRows(InPlace):
    """What follows from two figures of a row."""

    def _in_one_row(self, claim: Claim) -> Iterator[Made]:
        if not claim.numeral.number:
            return
        near = [each for each in (*claim.beside, *claim.before, *claim.around) if is_distinct(each, seldom=True)]
        rows = {at for word in self._naming(claim) for at, _ in self.evidence.by_word.get(word, ())}
        rows |= {at for each in (*near, *counts_of(claim)) for at in self.evidence.holding(each)}
        meant = self._called(rows, self._naming(claim))
        for at in sorted(rows):
            named, passage = at in meant, self.evidence.passages[at]
            if passage.table is None or not (
                named or any(fits(each, own) for each in near for own in passage.numerals)
            ):
                continue
            there = [each for each in self.evidence.told(at) if each.numeral.number]
            if len(there) > 1:
                yield from _of_whole(claim, there)
                if named:
                    yield from self._rests(claim, there)
                yield from _over_time(claim, there)

    def _since_then(self, claim: Claim) -> Iterator[Made]:
        """ "73% came in time, 2 points better than a year ago": what lies between a figure that the sentence gives
        and the one that a sentence of the paper holds it against, which was no aim."""
        way = way_of(claim.text, claim.start, claim.numeral.end)
        if claim.row or not (_THAN_THEN.match(claim.text, claim.numeral.end) or (way is not None and says_by(claim))):
            return
        before = [each for each in claim.beside if each.end <= claim.start and is_distinct(each, seldom=True)]
        for given in before[-1:]:
            for at in sorted(self.evidence.holding(given)):
                told = [each for each in self.evidence.told(at) if not each.cell and each.numeral.number]
                now = next((each for each in told if fits(given, each.numeral)), None)
                for then in told if now is not None else ():
                    if now is None or then.start <= now.start or then.numeral.unit is not now.numeral.unit:
                        continue
                    apart, held = now.numeral.value - then.numeral.value, HELD_TO.search(then.text[: then.start])
                    if held is None or is_aim(then):
                        continue
                    unit = Unit.POINTS if now.numeral.unit is Unit.PERCENT else now.numeral.unit
                    if apart and unit is claim.numeral.unit and (way is None or (apart > 0) is way):
                        yield abs(apart), f"{plain(now.numeral.value)} - {plain(then.numeral.value)}", then

    def _called(self, rows: set[int], own: frozenset[str]) -> set[int]:
        """The rows that some words name, by most of the label, or by the first or last word of it which no other row of
        the table has: a total only where they say so, and none of which they have no more words than of another row
        that they name in full."""
        labels = {at: self.evidence.passages[at].label for at in rows}
        full = [label for label in labels.values() if label <= own]
        return {
            at
            for at, label in labels.items()
            if self.evidence.passages[at].table is not None
            and (self._is_named(label, own) or self._is_called_short(at, own))
            and label & {"total"} <= own
            and (label <= own or not any(label & own <= each for each in full))
        }

    @staticmethod
    def _naming(claim: Claim) -> frozenset[str]:
        """The stems by which a claim names a row: where it goes on from the sentence before, those of that one too."""
        own = own_of(claim) | (about(claim.text_before) if goes_on(claim.text) else frozenset())
        return own | {"total"} if EVERY.search(claim.text) else own

    @staticmethod
    def _is_rest_of(claim: Claim, whole: Told) -> bool:
        """Whether a figure is told as the rest of a whole that its sentence gives."""
        return _speaks_of_rest(claim) and any(fits(each, whole.numeral) for each in counts_of(claim))

    @staticmethod
    def _rests(claim: Claim, there: Sequence[Told]) -> Iterator[Made]:
        """ "Of 268 ferries 67 were late", where the row has 268 and 201 "in time": what is left of a whole, where the
        sentence gives the whole or the part, speaks of some "of them" or denies what the part is called by, and does
        not name that part itself."""
        unit, own = claim.numeral.unit, own_of(claim)
        given = [each for each in (*claim.beside, *claim.before) if each.number and not is_small(each)]
        denied = DENIES.search(clause_of(claim)) is not None
        speaks = _speaks_of_rest(claim)
        cells = [told for told in there if told.numeral.unit is unit and not is_passed(told)]
        shares = [told.numeral for told in there if told.numeral.unit is Unit.PERCENT]
        for whole, part in itertools.permutations(cells, 2):
            one, other = whole.numeral.value, part.numeral.value
            if unit is Unit.PERCENT or not 0 < other < one or heading_of(part) == heading_of(whole):
                continue
            is_given = any(fits(each, told.numeral) for each in given for told in (whole, part))
            share = Interval.of(other * 100 / one)
            proven = is_given or len(cells) == 2 or any(each.allows().meets(share) for each in shares)
            heading = heading_of(part) - years_of(heading_of(part))
            if proven and (is_given or speaks) and (denied or not heading <= own):
                yield one - other, f"{plain(one)} - {plain(other)}", whole


def _of_whole(claim: Claim, there: Sequence[Told]) -> Iterator[Made]:
    """ "£3.2m of the £5m is spent": the whole of which a sentence tells the part, in the row that has that part."""
    part = max((each for each in claim.beside if each.end <= claim.start), key=lambda each: each.end, default=None)
    if (
        part is None
        or part.unit is not claim.numeral.unit
        or not is_distinct(part, seldom=True)
        or not PART_OF.fullmatch(claim.text[part.end : claim.start])
    ):
        return
    own = next((told.numeral for told in there if fits(part, told.numeral)), None)
    for whole in there if own is not None else ():
        passed = is_change(whole) or (whole.old and whole.period is not None)  # a target is the whole of what met it
        if own and whole.numeral.unit is own.unit and whole.numeral.value > own.value and not passed:
            yield whole.numeral.value, f"{plain(own.value)} of {plain(whole.numeral.value)}", whole


def _speaks_of_rest(claim: Claim) -> bool:
    """Whether a figure is one "of them", or of those that are not something, or late."""
    return DENIES.search(clause_of(claim)) is not None or OF_THEM.match(claim.text, claim.numeral.end) is not None


def _over_time(claim: Claim, there: Sequence[Told]) -> Iterator[Made]:
    """ "28.4 days, 3.1 quicker than a year ago": the difference of the two times of which the sentence speaks."""
    way = _way_told(claim)
    if way is None and not says_apart(claim):
        return
    times = times_of(claim, there, compares=True) or _of_one_measure(claim, there)
    if times is None:
        return
    now, then = (each.numeral for each in times)
    if claim.numeral.unit is Unit.PERCENT and now.unit is not Unit.PERCENT and then.value > 0 and way is not None:
        if (now.value > then.value) is way:
            yield abs(now.value - then.value) * 100 / then.value, f"{plain(then.value)} to {plain(now.value)}", times[0]
        return
    unit = Unit.POINTS if now.unit is Unit.PERCENT else now.unit
    if unit is claim.numeral.unit and (way is None or (now.value > then.value) is way):
        yield abs(now.value - then.value), f"{plain(now.value)} - {plain(then.value)}", times[0]


def _way_told(claim: Claim) -> bool | None:
    """Whether a figure is a rise or a fall: in its own words, or in those of the change that it says in another way."""
    change = change_before(claim)
    numeral = claim.numeral if change is None else change
    return way_of(claim.text, numeral.start, numeral.end)


def _of_one_measure(claim: Claim, there: Sequence[Told]) -> tuple[Told, Told] | None:
    """The later and the earlier figure of the one measure of a row that has two times, or of the one that moved by what
    the sentence gives, where the sentence names no time: "by 31 days (12%)"."""
    if names_time(claim) and IS_BEFORE.search(claim.text) is None:
        return None
    cells = [each for each in there if not is_change(each)]
    pairs = [(now, then) for then, now in itertools.combinations(cells, 2) if is_earlier(then, now, in_order=True)]
    given = [each for each in claim.beside if each.number and not is_small(each)]
    told = [
        (now, then)
        for now, then in pairs
        if any(each.value == abs(now.numeral.value - then.numeral.value) for each in given)
    ]
    found = pairs if len(pairs) == 1 else told
    return found[0] if len(found) == 1 else None


_THAN_THEN = pattern_of(
    r"\s*(?:(?:percentage\s+)?points?\s+)?(?:[a-z]+\s+){0,2}?(?:more|fewer|less|higher|lower|better|worse|up|down)\s+"
    r"(?:than|on)\b(?=[^;.\d]*\b(?:year|quarter|month|before|ago|last|previous|earlier)\b)",
    re.IGNORECASE,
)
"""Behind a figure that is a change since an earlier time: " points better than a year ago"."""

EVERY = pattern_of(r"\b(?:all|overall|whole|totals?|every)\b", re.IGNORECASE)
"""What says that a sentence speaks of everything that a table has."""


def own_of(claim: Claim) -> frozenset[str]:
    """The stems by which a sentence, or the label of a row, names what it speaks of."""
    return claim.own or claim.label


def is_label_only(claim: Claim) -> bool:
    """Whether a row is a label with its figure, below a heading that says nothing."""
    return claim.listed and all(word in claim.label for word, factor in claim.words.items() if factor >= 1)


def counts_of(claim: Claim) -> Sequence[Numeral]:
    """The other figures that its sentence gives, by which a row is known."""
    return [each for each in claim.beside if each.number and each.unit is not Unit.POINTS and not is_small(each)]
