"""Part of the room `products`: what bears a claim out by itself: a quotation, the same move, the year of a figure.

Takes a claim, gives the figure of the paper, or none: then it is judged by its likeness.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.columns import LABELS
from scrutiny.products.verifying.counted import Counted, Vote, votes_of
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.likeness import Scored
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, fits, is_small
from scrutiny.products.verifying.rivals import Rivals
from scrutiny.products.verifying.wording import about
from scrutiny.sources import Quote, fold
from scrutiny.statements import Move, find_moves

QUOTED = 8
"""So many words in a row are a quotation."""


UNIT = 2
"""Words on the other side of the figure that stand there too: "a month"."""

SEVERAL_MOVES = 8
"""Figures most like a claim whose moves are looked at."""

TELLING = 1.0
"""What a word says at least that tells one report from another: "report" is in the title of most."""

SAYING = 4
"""Words of a source that say what its figure is about."""


_END = pattern_of(r"\b(?:from|to)\s+(?:\w+\s+)?$", re.IGNORECASE)

_THINGS = pattern_of(r"\s+(?:[a-z-]+\s+)?([a-z]{4,}s)\b")
"""Accepts " stages", " formal recommendations" behind a number."""


_PARAGRAPH = pattern_of(r"\d{1,2}(?:\.\d{1,2}){1,2}")
PARAGRAPH = 600
"""Characters of a paragraph in which the figures of a sentence stand that gives its number."""

_THINGS_OF_ANY = about("things points parts items steps ways matters")
"""What says nothing of what is counted."""

_ASKED = about("asked recommended requested invited")

MOSTLY = 0.3
"""The part of a sentence's words that what leads up to a list has, where nothing else says what is counted."""

NEAR = 200
"""Characters before and behind a vote that say what was voted on."""


_FIRST_POINT = pattern_of(r"^\)?\s*:\s*\(?1[.)]\s")
"""Accepts ": 1. " between a decision's vote and what was decided."""


def _said_of(sheet: Quote, vote: Vote) -> frozenset[str]:
    """The words around a vote, up to the votes on either side of it."""
    others = list(votes_of(sheet.text))
    first = max((each.end for each in others if each.end <= vote.start), default=0)
    last = min((each.start for each in others if each.start >= vote.end), default=len(sheet.text))
    behind = _FIRST_POINT.sub(" ", sheet.text[vote.end : min(last, vote.end + NEAR)])
    behind = behind.split(". ")[0]  # the next vote may be on something else
    return about(sheet.text[max(first, vote.start - NEAR) : vote.end] + behind)


def _so_many(claim: Claim, counted: Counted) -> Verified:
    told = Told(numeral=claim.numeral, words={}, quote=counted.quote, passage=-1)
    return Verified(claim=claim, outcome=Outcome.COMPUTED, working=counted.working, told=told)


class Outright(Rivals):
    """What needs no weighing of words."""

    def _quoted(self, claim: Claim) -> Verified | None:
        """A summary that quotes the paper: the words around the figure, or those that its row gives as its source,
        stand there one by one."""
        for page, words in self._quotations(claim):
            text = fold(words)
            whole = re.compile(rf"(?<![\w.,]){re.escape(text)}(?![\w%])")
            held = (page - 1, page) if page else range(len(self.evidence.sheets))
            for at in held:
                there = self.evidence.sheets[at].text if at < len(self.evidence.sheets) else ""
                if text not in there or not whole.search(there):
                    continue
                if len(text.split()) < SAYING and not self._stands_there(claim, at + 1):
                    continue  # a cell alone says nothing of what its figure is about
                quote = replace(self.evidence.sheets[at], text=text)
                told = Told(numeral=claim.numeral, words={}, quote=quote, passage=-1)
                return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=told)
        return None

    def _stands_there(self, claim: Claim, page: int) -> bool:
        """Whether the figure stands on a page in a row that is called as the claim's row is."""
        return any(
            told.quote.pdf_page == page
            and self._fits(claim, told)
            and 2 * len(claim.label & told.words.keys()) >= len(claim.label)
            for at in self.evidence.holding(claim.numeral)
            for told in self.evidence.told(at)
        )

    @staticmethod
    def _quotations(claim: Claim) -> Iterator[tuple[int | None, str]]:
        if claim.cited is not None:
            yield claim.cited
        if claim.row:
            return
        end = claim.start + len(claim.numeral.printed)
        before, behind = claim.text[: claim.start].split(), claim.text[end:].rstrip(" .").split()
        around = claim.text[: claim.start][-1:].strip(), claim.text[end : end + 1].strip()
        for back, ahead in ((QUOTED // 2, QUOTED // 2), (QUOTED, UNIT), (UNIT, QUOTED)):
            if len(before) > back + 1 and len(behind) > ahead + 1 and not any(around):
                yield None, " ".join([*before[len(before) - back :], claim.numeral.printed, *behind[:ahead]])
        if len(before) > QUOTED and not behind and not around[0]:
            yield None, " ".join([*before[-QUOTED:], claim.numeral.printed])

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

    def _counted(self, claim: Claim) -> Verified | None:
        """ "It has three stages", "four recommendations": what the paper numbers one by one. Of the same things of
        several reports those count that share most with the claim."""
        numeral = claim.numeral
        if not numeral.number or claim.row or numeral.unit is not Unit.NUMBER or not is_small(numeral):
            return None
        match = _THINGS.match(claim.text, numeral.end)
        things = about(match[1]) if match is not None else frozenset()
        asked = things and things <= _THINGS_OF_ANY and claim.own & _ASKED  # what a report asks for it recommends
        for stem in ("recom",) if asked else sorted(things):
            there = self.evidence.counted(stem)
            shared = [self.shared(claim.words, each.words) for each in there]
            for each, own in zip(there, shared, strict=True):
                if each.number == int(numeral.value) and own > max(shared) - TELLING:
                    return _so_many(claim, each)
        listed = self._list_of(claim, things) if things else None
        return _so_many(claim, listed) if listed is not None and listed.number == int(numeral.value) else None

    def _voted(self, claim: Claim) -> Verified | None:
        """ "By five votes to three": one side of a vote that the paper has with both its sides, or has the other way
        round, or with another number on the one side."""
        if claim.row:
            return None
        vote = next((each for each in votes_of(claim.text) if claim.start in each.places), None)
        told = [(sheet, each) for sheet in self.evidence.sheets for each in votes_of(sheet.text)] if vote else []
        if vote is None or not told:
            return None
        side = vote.places.index(claim.start)
        alike = [(sheet, each) for sheet, each in told if vote.agrees(each)]
        if alike and all(vote.ended_otherwise(each) for _, each in alike) and side < len(vote.sides):
            return self._of_vote(
                claim, *alike[0], "the paper has it carried" if alike[0][1].carried else "the paper has it lost"
            )
        if not any(vote.agrees(each) for _, each in told):
            turned = next(((sheet, each) for sheet, each in told if vote.is_turned(each)), None)
            if turned is not None and side < len(vote.sides):
                return self._of_vote(claim, *turned, "the paper has the vote the other way round")
        near = [sum(map(self.evidence.weight, claim.own & _said_of(sheet, each))) for sheet, each in told]
        meant = [each for worth, each in zip(near, told, strict=True) if worth == max(near)]
        meant = [each for each in meant if vote.is_told_like(each[1])] or meant
        if max(near) and len(meant) == 1 and vote.is_turned(meant[0][1]) and side < len(vote.sides):
            return self._of_vote(claim, *meant[0], "the paper has the vote the other way round")
        for sheet, each in meant:
            if vote.agrees(each) and (side < len(vote.sides) or vote.abstained == each.abstained):
                return self._of_vote(claim, sheet, each)
        shared = vote.shares_side(meant[0][1]) if len(meant) == 1 and side < len(vote.sides) else None
        other = any(worth and vote.agrees(each) for worth, (_, each) in zip(near, told, strict=True))
        if shared is None or other or not max(near):
            return None  # of two votes on one thing the summary may tell the other
        return self._of_vote(
            claim, *meant[0], None if shared == side else f"the paper has {meant[0][1].sides[side]} there"
        )

    @staticmethod
    def _of_vote(claim: Claim, sheet: Quote, vote: Vote, wrong: str | None = None) -> Verified:
        """What the paper's vote says of one side of it: what is wrong with that, if anything is."""
        quote = replace(sheet, text=sheet.text[vote.start : vote.end])
        own = Told(numeral=claim.numeral, words={}, quote=quote, passage=-1)
        outcome = Outcome.SUPPORTED if wrong is None else Outcome.CONTRADICTED
        return Verified(claim=claim, outcome=outcome, working=wrong, told=own)

    def _list_of(self, claim: Claim, things: frozenset[str]) -> Counted | None:
        """The list of the paper that a claim counts, if it is one: what leads up to it names the things or, of "things"
        and "points", much of what the sentence is about."""
        weigh, own = self.evidence.weight, claim.own - _THINGS_OF_ANY
        whole = sum(weigh(word) for word in own)
        worth = {id(each): sum(weigh(word) for word in own & each.words) for each in self.evidence.lists}
        named = [
            each
            for each in self.evidence.lists
            if (things & each.words if not things <= _THINGS_OF_ANY else worth[id(each)] >= MOSTLY * whole)
        ]
        most = max((worth[id(each)] for each in named), default=0.0)
        best = [each for each in named if worth[id(each)] == most]
        return best[0] if len({each.number for each in best}) == 1 else None

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
