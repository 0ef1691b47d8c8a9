"""Part of the room `products`: what a paper says of a claim.

Takes `Evidence` and a `Claim`, gives a `Verified`. A claim is borne out where a numeral that fits stands with what the
claim is about: in a passage that shares nearly as much with it as any other, and there as near to its words as any
other figure. Where another figure is nearer to them, the claim's is that of something else. What stands nowhere may
follow in one or two steps (`computing`).
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.computing import compute
from scrutiny.products.verifying.contradicting import cannot_be, disagrees
from scrutiny.products.verifying.evidence import spelt_out
from scrutiny.products.verifying.likeness import (
    PRINTED,
    Scored,
    comparable,
    fit_each,
    has_places,
)
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small
from scrutiny.products.verifying.overrows import OverRows
from scrutiny.products.verifying.rivals import ALL
from scrutiny.products.verifying.telling import is_other_rate, is_turned
from scrutiny.sources import Quote

PRINTED_ALIKE = 0.4
"""The part of the best figure's likeness with which the claimed one, printed elsewhere, may be what was meant."""

ALONE = "it stands there in other words"
"""Said of a figure that bears a claim out because it hardly stands there by chance."""

LISTED = 2
"""Other figures of a kind in a sentence that lists them."""

OTHER_SHARE = 0.14
"""The part of a claim's words that stand near a share which the paper has of what is claimed."""

RIVAL = 0.9
"""A figure that has this part of the best one's likeness may be the one a claim speaks of as well."""


MOST = 100
_WHEN = pattern_of(
    r"\b(?:in|since|before|after|of|for|during|until|till|by|from|to|than|covers|throughout|against)\s+"
    r"(?:(?:the\s+)?(?:year|start|end|spring|summer|autumn|winter)(?:\s+of)?\s+)?$",
    re.IGNORECASE,
)
"""What stands before a year that says when."""

_ENDS = pattern_of(r"\s*(?:[,;:.)]|$)")
"""What stands behind a figure that ends a clause."""


class Verifier(OverRows):
    """The evidence of a paper, ready to be asked."""

    def verify(self, claim: Claim) -> Verified:
        """What the paper says of a claim, which may be none where it says too little to be missed there."""
        found = self._said_of(claim)
        if found.outcome is Outcome.NOT_FOUND and self._says_little(claim):
            return replace(found, claim=replace(claim, soft=True))
        return found

    def _says_little(self, claim: Claim) -> bool:
        """Whether it says nothing against a figure that it follows from none of the paper's: a share in words, which
        some two figures nearly always make, where the paper has no other share of what is claimed; a time,
        where it has none."""
        numeral, mention = claim.numeral, claim.numeral.mention
        if numeral.kind is Kind.YEARS and not claim.title:
            return self._says_when(claim)
        if mention is None:
            return numeral.kind is Kind.TIME and not self.evidence.tells_times
        if not (numeral.fraction or mention.share):
            return False
        much = OTHER_SHARE * self._entire(claim)
        return not any(each.told.numeral.unit is Unit.PERCENT and each.near >= much for each in self.ranked(claim))

    def _says_when(self, claim: Claim) -> bool:
        """Whether a year that says when is one of those that the paper is about by its titles."""
        titled = (each for each in self.evidence.titles if each.kind is Kind.YEARS)
        said = claim.row or _WHEN.search(claim.text[: claim.start]) is not None
        return said and any(fits(claim.numeral, each) for each in titled)

    def _said_of(self, claim: Claim) -> Verified:
        """What the paper says of a claim, whatever that is worth."""
        found = self._verify(claim)
        if found.outcome is Outcome.NOT_FOUND or found.corrects:
            whole = replace(claim, words=spelt_out(claim.words, self.evidence.acronyms))
            over_rows = self._over_rows(whole)
            if found.corrects:
                return over_rows or found
            others = self._in_place(claim) or over_rows or self._seldom_apart(whole)
            return others or self._as_share(claim) or found
        return found

    def _as_share(self, claim: Claim) -> Verified | None:
        """ "70%, where it had been 56": a bare figure at the end of a clause, in a sentence that has shares."""
        numeral, mention = claim.numeral, claim.numeral.mention
        shares = any(each.unit is Unit.PERCENT and "%" in each.printed for each in claim.beside)
        bare = numeral.number and numeral.unit is Unit.NUMBER and _ENDS.match(claim.text, numeral.end)
        if claim.row or mention is None or mention.in_words or not shares or not bare or not 0 < numeral.value <= MOST:
            return None
        share = replace(numeral, mention=replace(mention, figure=replace(mention.figure, unit=Unit.PERCENT)))
        found = self._verify(replace(claim, numeral=share))
        return replace(found, claim=claim) if found.outcome is Outcome.SUPPORTED else None

    def _verify(self, claim: Claim) -> Verified:
        self._fitting.clear()
        claim = replace(claim, words=spelt_out(claim.words, self.evidence.acronyms))
        at_once = self._pages(claim) or self._paragraph(claim)
        if at_once is not None:
            return at_once
        ranked = self.ranked(claim)
        same = [each for each in ranked if comparable(claim, each.told)]
        agreeing = [each for each in same if self._fits(claim, each.told)]
        fitting = [each for each in agreeing if not self.axes.is_elsewhere(claim, each.told)]
        best = same[0] if same else None
        impossible = cannot_be(claim)
        if impossible is not None:
            told = fitting[0].told if fitting else None
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=impossible, told=told)
        wrong = disagrees(claim)
        if wrong is not None and not (fitting and self._printed_apart(claim, fitting[0], same)):
            told = fitting[0].told if fitting else best.told if best else None
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=wrong, told=told)
        if (
            fitting
            and is_turned(claim, fitting[0].told)
            and not (fitting[0].told.working is not None and compute(claim, ()) is not None)
            and not any(
                each.score >= PRINTED * fitting[0].score and not is_turned(claim, each.told) for each in fitting[1:]
            )
        ):
            return Verified(
                claim=claim,
                outcome=Outcome.CONTRADICTED,
                told=fitting[0].told,
                working="the paper has it the other way round",
            )
        dated = self._year_of(claim)
        if dated is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=dated)
        moved = self._moved(claim, fitting)
        if moved is not None:
            told, round_about = moved
            outcome = Outcome.CONTRADICTED if round_about else Outcome.SUPPORTED
            working = "the paper has it the other way round" if round_about else None
            return Verified(claim=claim, outcome=outcome, working=working, told=told)
        end = self._other_end(claim, same, fitting)
        if end is not None:
            working = f"the paper has {end.told.numeral.printed} at that end of it"
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=working, told=end.told)
        exchanged = self._exchanged(claim, fitting)
        if exchanged is not None:
            working = "the paper has it of what the sentence says of another figure"
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=working, told=exchanged)
        if best is not None and (found := self._borne_out(claim, agreeing, fitting, same)) is not None:
            fit, alone = found
            outcome = Outcome.SUPPORTED if fit.told.working is None else Outcome.COMPUTED
            working = ALONE if alone and fit.told.working is None else fit.told.working
            return Verified(claim=claim, outcome=outcome, working=working, told=fit.told)
        held = {fit.told.passage for fit in agreeing if fit.told.working is None}
        operands = self._operands(claim, ranked, held)
        follows = compute(claim, operands)
        if follows is not None:
            return Verified(claim=claim, outcome=Outcome.COMPUTED, working=follows.working, told=follows.told)
        return self._wrong(claim, same, ranked)

    def _borne_out(
        self, claim: Claim, agreeing: Sequence[Scored], fitting: Sequence[Scored], same: Sequence[Scored]
    ) -> tuple[Scored, bool] | None:
        """The figure that bears a claim out: by what is said of it, or (and this is told too) by itself."""
        order = self._in_order(claim, fitting)
        for alone in (False, True):
            order = [each for each in order if self.is_telling(claim, each.told)] if alone else order
            bar = 0.0
            otherwise_there = {  # what a cell adds to that is not meant is no better than the cell
                (each.told.quote.pdf_page, abs(each.told.numeral.value))
                for each in agreeing
                if claim.numeral.number and each.told.cell and each.told.working is None and each not in fitting
            }
            elsewhere = [each for each in agreeing if each.told.cell and each not in fitting] if order else []
            for fit in order:
                there = (fit.told.quote.pdf_page, abs(fit.told.numeral.value)) if claim.numeral.number else None
                if not fit.told.cell and any(self._is_of_row(claim, fit.told, each.told) for each in elsewhere):
                    continue
                if fit.score < bar or (fit.told.working is not None and there in otherwise_there):
                    continue
                if self.bears_out(claim, fit, same, alone=alone):
                    return fit, alone
                # where the passage that the claim speaks of has it of something else, another one does not do
                bar = bar if fit.told.cell else max(bar, PRINTED * fit.score)
                if there is not None and fit.told.working is None and fit.told.cell:
                    otherwise_there.add(there)
        return None

    def _is_of_row(self, claim: Claim, told: Told, cell: Told) -> bool:
        """Whether a figure of a sentence is what a row has that the sentence names, and a claim has no word of."""
        same = cell.working is None and cell.numeral.number and told.numeral.number
        words = self.evidence.passages[told.passage].words
        named = bool(cell.label) and cell.label <= words.keys() and not cell.label & claim.words.keys()
        return same and named and told.numeral.value == cell.numeral.value

    def _wrong(self, claim: Claim, same: Sequence[Scored], ranked: Sequence[Scored]) -> Verified:
        """Contradicted where all but the value agree, and with one figure only; else not found."""
        printed = [
            each
            for each in same
            if each.told.working is None
            and self._same_unit(claim, each.told)
            and not is_other_rate(claim, each.told)
            and not any(fit_each(other, each.told.numeral) for other in claim.beside)  # what it has there is said too
        ]
        if printed and len(claim.words) > 1:
            top = max(printed, key=lambda each: each.near)
            rivals = [each for each in printed if each.near >= RIVAL * top.near]
            if claim.own:  # a correction needs the claim's own words: what stands before may be of something else
                own = claim.own_words
                near = {id(each): self.near(own, each.told) for each in printed}
                most = max(near.values())
                rivals = list(
                    {
                        id(each): each for each in (*rivals, *(e for e in printed if near[id(e)] >= RIVAL * most))
                    }.values()
                )
            totals = [each for each in rivals if "total" in each.told.label]
            rivals = totals if totals and len(rivals) > 1 else rivals
            best = rivals[0]
            sole = all(fit_each(each.told.numeral, best.told.numeral) for each in rivals)
            sure = sole and best.near >= ALL * self._entire(claim)
            sure = sure and not _is_far_off(best.told.numeral, claim.numeral)
            same_kind = best.told.numeral.kind is claim.numeral.kind
            sure = sure and not self._printed_alike(claim, best, ranked) and not self._others_away(claim, best.told)
            if sure and same_kind and not fit_each(claim.numeral, best.told.numeral):
                return Verified(
                    claim=claim, outcome=Outcome.CONTRADICTED, told=best.told, corrects=True,
                    working=f"the paper has {best.told.numeral.printed} there",
                )  # fmt: skip
        return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=_nearest(ranked))

    def _others_away(self, claim: Claim, told: Told) -> bool:
        """Whether a sentence lists several figures of a kind, and none of the others stands where one is offered for
        it: then the sentence may be of something else."""
        others = [each for each in claim.beside if each.kind is claim.numeral.kind and each.unit is claim.numeral.unit]
        if claim.row or told.cell or len(others) < LISTED:
            return False
        around = (told.passage - 1, told.passage, told.passage + 1)
        there = [
            numeral
            for at in around
            if 0 <= at < len(self.evidence.passages)
            for numeral in self.evidence.passages[at].numerals
        ]
        return not any(fit_each(each, numeral) for each in others for numeral in there)

    def _printed_alike(self, claim: Claim, best: Scored, ranked: Sequence[Scored]) -> bool:
        """Whether the paper prints the claimed figure elsewhere with much of what the claim says: then that may be what
        it means, and nothing else is offered. In the table or the sentence of the other one it is the wrong one."""
        passages, there = self.evidence.passages, best.told
        table = passages[there.passage].table
        return any(
            each.near >= PRINTED_ALIKE * best.near
            for each in ranked
            if each.told.working is None
            and each.told.passage != there.passage
            and (table is None or passages[each.told.passage].table != table)
            and self._fits(claim, each.told)
        )

    @staticmethod
    def _same_unit(claim: Claim, told: Told) -> bool:
        if told.numeral.unit is claim.numeral.unit:
            return True
        bare = told.cell and told.numeral.unit is Unit.NUMBER
        return bare and (claim.numeral.unit is not Unit.PERCENT or has_places(told))


def _is_far_off(numeral: Numeral, claimed: Numeral) -> bool:
    """Whether it is no figure that the claimed one was taken for: a small number for a large one ("children under the
    age of five"), or an amount of another size with other digits ("£9.6 million" for "£814,000")."""
    if claimed.unit is numeral.unit is Unit.POUNDS and claimed.value and numeral.value:
        times = abs(claimed.value / numeral.value)
        digits = [re.sub(r"\D", "", each.printed).strip("0") for each in (claimed, numeral)]
        return not 1 / FAR < times < FAR and digits[0] != digits[1]
    return claimed.number and is_small(numeral) and numeral.unit is Unit.NUMBER and abs(claimed.value) >= LARGE


LARGE = 100
FAR = 10  # times as much: then an amount with other digits is that of something else


def _nearest(ranked: Iterable[Scored]) -> tuple[Quote, ...]:
    found: dict[Quote, None] = {}
    for each in ranked:
        if each.told.working is None:
            found.setdefault(each.told.quote)
        if len(found) == 2:
            break
    return tuple(found)
