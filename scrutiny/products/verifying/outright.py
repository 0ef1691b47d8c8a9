"""Part of the room `products`: what bears a claim out by itself: a quotation, the same move, the year of a figure.

Takes a claim, gives the figure of the paper, or none: then it is judged by its likeness.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.columns import LABELS
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.likeness import Scored
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, fits, is_small
from scrutiny.products.verifying.rivals import Rivals
from scrutiny.products.verifying.wording import about
from scrutiny.statements import Move, find_moves

SEVERAL_MOVES = 8
"""Figures most like a claim whose moves are looked at."""

_END = pattern_of(r"\b(?:from|to)\s+(?:\w+\s+)?$", re.IGNORECASE)

_PARAGRAPH = pattern_of(r"\d{1,2}(?:\.\d{1,2}){1,2}")
PARAGRAPH = 600
"""Characters of a paragraph in which the figures of a sentence stand that gives its number."""


class Outright(Rivals):
    """What needs no weighing of words."""

    def _paragraph(self, claim: Claim) -> Verified | None:
        """ "The rate was 76.3% in the summer (4.1)": a paragraph of the paper, with another figure of the sentence."""
        numeral, text = claim.numeral, claim.text
        around = text[numeral.start - 1 : numeral.start] + text[numeral.end : numeral.end + 1]
        if claim.row or not numeral.number or around != "()" or not _PARAGRAPH.fullmatch(numeral.printed):
            return None
        begins = re.compile(rf"(?<!\S){re.escape(numeral.printed)} (?=[A-Z\d])")
        for sheet in self.evidence.sheets:
            for match in begins.finditer(sheet.text):
                quote = replace(sheet, text=sheet.text[match.start() : match.start() + PARAGRAPH])
                there = find_numerals(quote.text[len(match[0]) :])
                if any(each.number and fits(each, own) for each in claim.beside if not is_small(each) for own in there):
                    told = Told(numeral=numeral, words={}, quote=quote, passage=-1)
                    return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=told)
        return None

    def _pages(self, claim: Claim) -> Verified | None:
        """ "It has seven pages": the pages of the paper or of one of its documents."""
        numeral = claim.numeral
        if not numeral.number or not re.match(r"\s+pages\b", claim.text[claim.start + len(numeral.printed) :]):
            return None
        quote = self.evidence.pages.get(int(numeral.value))
        if quote is None:
            return None
        told = Told(numeral=numeral, words={}, quote=quote, passage=-1)
        return Verified(claim=claim, outcome=Outcome.COMPUTED, working="so many pages", told=told)

    @staticmethod
    def _moved(claim: Claim, same: Sequence[Scored]) -> tuple[Told, bool] | None:
        """ "Longer ones fell from 21 to 17": the figure where the paper tells the same move, with both its ends; and
        whether it tells it the other way round."""
        if claim.row:
            return None
        moves = [
            (move.old.value, move.new.value)
            for move in find_moves(claim.text)
            if isinstance(move, Move) and claim.start in (move.old.start, move.new.start)
        ]
        for each in same if moves else ():
            told = each.told
            if told.cell or told.working is not None or not each.passage or told.numeral.mention is None:
                continue
            if told.numeral.value != claim.numeral.value:
                continue
            for move in find_moves(told.text):
                if not isinstance(move, Move):
                    continue
                for old, new in moves:
                    if {old, new} == {move.old.value, move.new.value}:
                        return told, old != move.old.value
        return None

    @staticmethod
    def _other_end(claim: Claim, ranked: Sequence[Scored], fitting: Sequence[Scored]) -> Scored | None:
        """ "Cut from 12 to 9", where the passage that the claim is most like has the same move with another end,
        and what is found elsewhere is less like it: that end."""
        if claim.row or not ranked or not _END.search(claim.text[: claim.start]):
            return None
        ends = [
            (move.old.value, move.new.value, claim.start == move.new.start)
            for move in find_moves(claim.text)
            if isinstance(move, Move) and claim.start in (move.old.start, move.new.start)
        ]
        best = max((each.score for each in fitting), default=0.0)
        for each in ranked[:SEVERAL_MOVES] if ends else ():
            told = each.told
            if each.score <= best:
                break
            if told.cell or told.working is not None or told.numeral.unit is not claim.numeral.unit:
                continue
            for move in find_moves(told.text):
                if not isinstance(move, Move):
                    continue
                for old, new, is_new in ends:
                    kept, other = (move.old.value == old, move.new) if is_new else (move.new.value == new, move.old)
                    if kept and other.start == told.start and other.value != claim.numeral.value:
                        return each
        return None

    def _year_of(self, claim: Claim) -> Told | None:
        """The figure of the paper that stands next to a year in the summary, where it is one of that year there."""
        if claim.numeral.kind is not Kind.YEARS or claim.row or not claim.beside:
            return None
        near = min(claim.beside, key=lambda each: abs(each.start - claim.numeral.start))
        years = about(claim.numeral.printed)
        if near.kind is not Kind.NUMBER or not years or (is_small(near) and near.unit is Unit.NUMBER):
            return None
        for at in self.evidence.holding(near):
            for told in self.evidence.told(at):
                if (
                    told.working is None
                    and fits(near, told.numeral)
                    and any(told.words.get(y, 0.0) >= LABELS for y in years)
                ):
                    return told
        return None

    def _printed_apart(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> bool:
        """Whether the paper has the figure where the claim's other figures stand, but not all of them: one of those is
        wrong then, and this one need not be."""
        there = self.evidence.passages[fit.told.passage].numerals
        held = [any(fits(each, numeral) for numeral in there) for each in claim.beside if each.number]
        return any(held) and not all(held) and fit.told.working is None and self.bears_out(claim, fit, same)
