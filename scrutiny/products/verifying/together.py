"""Part of the room `products`: what a claim is together with that which stands right beside it.

Takes a claim that the paper does not print so, gives what bears it out by what belongs to it in the summary: the other
figure of its cell, the parts that make up a whole, the names that it counts, the word "next" before a date.
"""

import functools
import re
from collections.abc import Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, fits, rounded
from scrutiny.products.verifying.overrows import OverRows
from scrutiny.products.verifying.roles import way_of

_MINUTES_OF = pattern_of(
    r"\bminutes\s+(?:of|for|from)\s+(?:(?:the|its|their)\s+)?(?:(?:last|previous)\s+)?(?:(?!an?\b)(?:[\w'’-]+\s+){0,5}meeting\s+)?"
    r"(?:held\s+)?(?:on\s+)?"
    r"(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Accepts what stands before the date of another meeting: "the minutes of ", "Minutes of the harbour board
meeting held on "."""


_MOVED = pattern_of(rf"\b(?:{UP}|{DOWN}|changed?)\b", re.IGNORECASE)


def _moves(was: Decimal, now: Decimal, unit: Unit, own: Unit) -> Sequence[Decimal]:
    """How far something moved, in a unit: as a share of what it was, or as it stands."""
    if unit is Unit.PERCENT and own is not Unit.PERCENT:
        return [abs(now - was) * 100 / was] if was else []
    return [abs(now - was)] if unit is own or (unit, own) == (Unit.POINTS, Unit.PERCENT) else []


class Together(OverRows):
    """What bears a claim out by what belongs to it in the summary."""

    def _moved_between(self, claim: Claim) -> Verified | None:
        """ "Boats fell by 16 (5.8%) between May and June": how far a figure moved from one period to another, both
        named, of what the sentence names; and either period, where a figure of the sentence says so."""
        if claim.row or not _MOVED.search(claim.text):
            return None
        numerals = (claim.numeral,) if claim.numeral.number else tuple(each for each in claim.beside if each.number)
        for old, new in self.axes.moved(claim) if claim.numeral.kind in (Kind.NUMBER, Kind.YEARS) else ():
            was, now = old.numeral.value, new.numeral.value
            ways = [
                (each, way_of(claim.text, each.start, each.end))
                for each in numerals
                if any(
                    rounded(each).meets(Interval.of(value)) for value in _moves(was, now, each.unit, old.numeral.unit)
                )
            ]
            if not ways:
                continue
            working = f"{plain(was)} to {plain(now)}"
            if any(way is not None and way is not (now > was) for _, way in ways):
                if not claim.numeral.number:
                    return None
                return Verified(claim=claim, outcome=Outcome.CONTRADICTED, told=new, working=working)
            return Verified(claim=claim, outcome=Outcome.COMPUTED, told=new, working=working)
        return None

    def _minutes_of(self, claim: Claim) -> Verified | None:
        """ "The minutes of 11 September were approved": the date of a meeting of which the paper says that its minutes
        are meant, which its own meeting is not where it names another one."""
        if claim.row or claim.numeral.kind is not Kind.DATE or not _MINUTES_OF.search(claim.text[: claim.start]):
            return None
        named = [told for told in self._meetings_minuted if not told.own]
        own = next((told for told in named if fits(claim.numeral, told.numeral)), None)
        if own is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=own)
        there = (told for at in self.evidence.holding(claim.numeral) for told in self.evidence.told(at))
        of_own = any(told.own and fits(claim.numeral, told.numeral) for told in there)
        if named and of_own:
            nearest = tuple(told.quote for told in named[:2])
            return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=nearest)
        return None

    @functools.cached_property
    def _meetings_minuted(self) -> Sequence[Told]:
        """The dates of the meetings of which the paper names the minutes."""
        return [
            told
            for at, passage in enumerate(self.evidence.passages)
            if any(each.kind is Kind.DATE for each in passage.numerals) and "inutes" in passage.quote.text
            for told in self.evidence.told(at)
            if told.numeral.kind is Kind.DATE and _MINUTES_OF.search(told.text[: told.start])
        ]
