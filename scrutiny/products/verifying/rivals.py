"""Part of the room `products`: whether a figure that fits is the one a claim speaks of.

Takes a claim and the figures that are like it. One bears it out where no other passage is clearly more about the claim,
and no other figure of its sentence, its row or its table clearly nearer to the claim's words.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.columns import EXTREMES, Columns, said_of
from scrutiny.products.verifying.contradicting import tells_change
from scrutiny.products.verifying.derived import ABOVE, EXTREME, ROWS
from scrutiny.products.verifying.evidence import FEW_FIGURES
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.likeness import ENOUGH, Scored, is_distinct
from scrutiny.products.verifying.making import whole_of
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, fits
from scrutiny.products.verifying.roles import is_other_unit
from scrutiny.products.verifying.telling import is_level, is_other_rate, says_by
from scrutiny.products.verifying.wording import about

ENOUGH_DISTINCT = 0.35
"""The part of the best passage's likeness that is enough for a figure which does not agree by chance: many digits."""

ENOUGH_MONTH = 0.8
"""The same for a month without a day: of one thing, a paper gives one."""

ENOUGH_CELL = 0.85
"""The same for a cell, where the best is a cell about all that the claim is about."""

ALL = 0.75
"""The part of a claim's words which is nearly all of them."""

SPOKEN_OF = 0.6
"""The part of a claim's words that stand near another figure which is no rival of a rare one with less: that the
sentence around it has the words says that the paper speaks of the matter there, not that it has another figure."""

FOLLOWS = 0.3
"""The part of a claim's words that something which follows from a table is about at least: there is much of it."""


NEARER = 1.8
"""How much more of a claim's words stand near another day, or another figure of a table read as a line of text."""

RARE = 2
"""Passages that print a month or a year which says by itself what it is of."""


class Rivals(Columns):
    """A figure that fits, among those that could be meant as well."""

    def bears_out(self, claim: Claim, fit: Scored, same: Sequence[Scored], *, alone: bool = True) -> bool:
        """Whether a numeral that fits is that of which the claim speaks. That the figures beside it stand in its
        passage speaks for it; that they stand elsewhere does not speak against it. `alone`: by itself too, where it
        hardly stands there by chance, but for a short one in a table, whose labels say what it is."""
        if claim.numeral.kind is Kind.DATE and fit.told.own and not _DUE.search(claim.text[: claim.start]):
            return True
        if claim.title and claim.numeral.kind is Kind.YEARS:
            return self._named_alike(claim.numeral)
        if fit.told.working is not None and not self._follows(claim, fit):
            return False
        alone = alone and (not claim.row or is_distinct(claim.numeral, seldom=False))
        alone = alone and not any(
            each.told.numeral.number
            and each.told.numeral.value == claim.numeral.value
            and is_other_unit(claim, each.told)
            for each in same
        )
        telling = alone and self.is_telling(claim, fit.told) and not self._names_other(claim, fit.told)
        if claim.numeral.number and not (telling or fit.near or fit.anchors or is_distinct(claim.numeral, seldom=True)):
            return False
        if self._is_of_neighbour(claim, fit.told) or (says_by(claim) and is_level(fit.told)):
            return False
        dated = claim.numeral.kind in (Kind.DATE, Kind.YEARS)
        printed = self._printed_rivals(claim, fit, same)
        most = max(each.passage + (each.anchors if dated else 0.0) for each in printed)
        if not telling and most and fit.passage + fit.anchors < self._limit(claim.numeral) * most:
            return False
        shared = any(
            fits(each, fit.told.numeral) and self._nearer_beside(claim, each, fit.told)
            for each in claim.beside
            if each.unit is claim.numeral.unit and claim.numeral.kind is not Kind.DATE  # a day is the same one twice
        )
        others = [
            each
            for each in same
            if not self._fits(claim, each.told) and each.told.numeral.unit is fit.told.numeral.unit
        ]
        if shared and not claim.row and any(each.near > fit.near for each in others):
            return False  # it is what another figure of the sentence speaks of
        if self._is_of_named_row(claim, fit, others):
            return False
        # what the rows above a total add to is about each of them by name, and no rival of one of them
        rivals = [each for each in same if each.told.working != ABOVE]
        cells = [each for each in rivals if each.told.cell and not self._fits(claim, each.told)]
        if claim.row and claim.label and cells and (fit.told.cell or not claim.listed):
            best = max(cells, key=lambda each: each.near)
            beaten = fit.near < ENOUGH_CELL * best.near and fit.anchors <= best.anchors
            if not telling and best.near >= ALL * self.whole(claim) and beaten:
                return False
        if (
            fit.told.cell
            and fit.told.working is None
            and any(self._rules_out(claim, fit.told, each.told, telling=telling) for each in cells)
        ):
            return False
        return self._nearer(claim, fit, same) is None

    def _printed_rivals(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> Sequence[Scored]:
        """The printed figures of which the claim may speak instead of the one that fits: of a month or a year that
        stands once or twice, those about much of the claim."""
        printed = [each for each in same if each.told.working is None] or same
        if self._is_rare(claim.numeral) and (fit.near or fit.anchors):
            much = SPOKEN_OF * self.whole(claim)
            return [each for each in printed if each.near >= much or each.anchors > fit.anchors] or [fit]
        return printed

    def _is_rare(self, numeral: Numeral) -> bool:
        """Whether a paper prints a month of a year, or a year, once or twice."""
        if numeral.kind is Kind.DATE and None in numeral.key[:2]:
            return False
        return numeral.mention is None and len(self.evidence.holding(numeral)) <= RARE

    def _nearer_beside(self, claim: Claim, beside: Numeral, told: Told) -> bool:
        """Whether what the sentence says of another of its figures, which is the same, is more like the paper's than
        what it says of this one: "two bridges in two years"."""
        if claim.row:
            return True
        own, other = (self.near(said_of(claim.text, each), told) for each in (claim.numeral, beside))
        return other >= own if beside.start > claim.start else other > own

    def _named_alike(self, numeral: Numeral) -> bool:
        """Whether a span of years in a summary's heading is not another one than those in the titles of the paper."""
        if numeral.kind is not Kind.YEARS or numeral.key[1] is None:
            return True
        spans = [each for each in self.evidence.titles if each.kind is Kind.YEARS and each.key[1] is not None]
        return not spans or any(fits(numeral, each) for each in spans)

    def _follows(self, claim: Claim, fit: Scored) -> bool:
        """Whether something that follows from a table may speak for a claim."""
        if fit.near < FOLLOWS * self.whole(claim) or (tells_change(claim) and " of " in (fit.told.working or "")):
            return False  # "rose by 14%" is 14% of no total
        of = _OF.search(fit.told.working or "")
        whole = None if of is None else whole_of(claim)
        if of is not None and whole is not None and whole.value != Decimal(of[1]):
            return False
        if (fit.told.working or "").endswith(EXTREME) and (claim.row or not EXTREMES & claim.own):
            return False
        return not claim.row or not (
            fit.told.working == ROWS or (fit.told.working == ABOVE and "total" not in claim.label)
        )

    def _limit(self, numeral: Numeral) -> float:
        """The part of the best passage's likeness that is enough."""
        if numeral.kind is Kind.DATE:
            return ENOUGH_DISTINCT if numeral.key[2] is not None else ENOUGH_MONTH
        return ENOUGH_DISTINCT if is_distinct(numeral, seldom=True) else ENOUGH

    def _nearer(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> Scored | None:
        """Another figure of the same passage that stands clearly nearer to what the claim says."""
        prose = not claim.row or claim.listed
        crowded = len(self.evidence.passages[fit.told.passage].numerals) > FEW_FIGURES
        for other in same:
            told = other.told
            if told.passage != fit.told.passage or told is fit.told or self._fits(claim, told) or told.cell:
                continue
            if told.numeral.unit is not fit.told.numeral.unit or told.numeral.kind is not fit.told.numeral.kind:
                continue
            if is_other_rate(claim, told):
                continue
            if any(fits(each, told.numeral) for each in claim.beside):
                continue
            if (crowded or _is_day(told.numeral)) and other.near > NEARER * fit.near:
                return other
            if self._is_told_apart(claim, fit.told, told):
                continue
            if prose and self._says_more(_without_lead(claim, fit.told, told), fit.told, told):
                return other
        return None


_OF = pattern_of(r"\d of (-?\d+(?:\.\d+)?)$")
"""The end of the working of a share."""

_DUE = pattern_of(r"\b(?:by|until|before|next)\b[^,;.]{0,30}$", re.IGNORECASE)
"""Before a date that is not that of the paper's own meeting: a deadline, the next meeting."""

_NAME_OR_YEAR = pattern_of(r"\b[A-Z0-9]\S*")


def _is_day(numeral: Numeral) -> bool:
    return numeral.kind is Kind.DATE and numeral.key[2] is not None


_IT = pattern_of(r"\b(?:it|they|this|these)\b", re.IGNORECASE)


def _without_lead(claim: Claim, fit: Told, told: Told) -> Claim:
    """A claim without the words that stand before the first figure of a sentence, which are said of all that it lists:
    "In 2021 a berth cost £318, in 2022 £334". Of names there may be one for each figure. What says the words again
    between the two figures has a subject of its own: "old piers took 40 boats, new piers took 60 boats"."""
    first = min((each.start for each in find_numerals(told.text) if each.number), default=0)
    lead = about(_NAME_OR_YEAR.sub("", told.text[:first]))
    between = told.text[slice(*sorted((fit.start, told.start)))]
    if lead & about(between) and not _IT.search(between):
        return claim
    return replace(claim, words={word: factor for word, factor in claim.words.items() if word not in lead})
