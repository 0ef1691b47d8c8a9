"""Part of the room `products`: what a paper says of a claim.

Takes `Evidence` and a `Claim`, gives a `Verified`. A claim is borne out where a numeral that fits stands with what the
claim is about: in a passage that shares nearly as much with it as any other, and there as near to its words as any
other figure. Where another figure is nearer to them, the claim's is that of something else. What stands nowhere may
follow in one or two steps (`computing`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scrutiny.figures import Unit
from scrutiny.products.verifying.computing import compute, disagrees, way_of
from scrutiny.products.verifying.derived import ABOVE, ROWS
from scrutiny.products.verifying.evidence import Evidence, spelt_out
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, alike, fits
from scrutiny.products.verifying.wording import about, weights, years_of
from scrutiny.sources import Quote, fold
from scrutiny.statements import Move, find_moves

ANCHOR = 0.7
"""What a figure that stands beside both says, measured by its rarity."""

ANCHOR_BEFORE = 0.35
"""What a figure of the sentence before says."""

ANCHOR_BESIDE = 0.4
"""What of this it says where it stands in the sentence before or behind."""

DOZEN = 12
SMALL = 0.4
"""What of this a small whole number says: there are many of them."""

ON_PAGE = 0.2
"""What a figure of the sentence says that stands elsewhere on the page."""

FEW = 5
"""Figures of a passage: of one with more, that a figure stands in it says less."""

ENOUGH = 0.6
"""The part of the best passage's likeness that one has which bears a claim out."""

ENOUGH_DISTINCT = 0.35
"""The same for a figure that does not agree by chance: many digits."""

ENOUGH_MONTH = 0.8
"""The same for a month without a day: of one thing, a paper gives one."""

ENOUGH_CELL = 0.85
"""The same for a cell, where the best is a cell about all that the claim is about."""

ALL = 0.75
"""The part of a claim's words which is nearly all of them."""

OWN_WORDS = 0.5
"""The part of a claim's own words that a figure is about which bears it out by them alone."""

LESS = 0.45
OWN = 0.18
"""A passage that is less like a claim than another may still be the one it speaks of, where a part of the claim is
said there only: at least so much of the best one's likeness, and so much of all that the claim is about."""

FOLLOWS = 0.3
"""The part of a claim's words that something which follows from a table is about at least: there is much of it."""

PRINTED = 0.6
"""The part of a figure's likeness with which another one speaks before it: a printed one before one that follows, one
on a page with the others of the sentence before one that stands alone."""

UNIT_ALIKE = 0.6
"""The part of a claim's words that stand near a figure which is the same but for its unit."""

IN_PROSE = 0.85
"""What a sentence says for a figure of a table, beside a cell."""

APART = 0.25
"""By how much a word says more about one cell than about another."""

LABELS = 0.75
"""What a word of a claim's own clause or label says about it at least."""

RIVAL = 0.9
"""A figure that has this part of the best one's likeness may be the one a claim speaks of as well."""

LITTLE = 0.25
"""The part of a claim's words that a passage has at least from which the claim may follow."""

NEARER = 1.8
"""How much more of a claim's words stand near another figure of the same passage where the claim is about that one."""

SWAPPED = 0.2
"""By how much each of two figures of a sentence stands nearer to what is said of the other, in weights of words: a
tenth of a rare one."""

DISTINCT = 4
"""So many digits do not agree by chance."""

SELDOM = 3
"""Passages of a paper that print a figure which is rare in it: then one digit less will do."""

QUOTED = 8
"""So many words in a row are a quotation."""

SAYING = 4
"""Words of a source that say what its figure is about."""

SEVERAL = 45
"""Passages that are looked at closely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A numeral of the paper with its likeness to a claim: of the words of its passage, of those that stand near it,
    and of the other figures of the passage."""

    told: Told
    passage: float
    near: float
    anchors: float

    @property
    def score(self) -> float:
        return (self.passage + self.near) / 2 + self.anchors


class Verifier:
    """The evidence of a paper, ready to be asked."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._fitting: dict[int, bool] = {}  # for each figure of the paper that the claim at hand was held against

    def verify(self, claim: Claim) -> Verified:
        """What the paper says of a claim. What stands before its sentence may be of something else: where the claim is
        not borne out with it, its own words alone are asked, and then the paper has to be about nearly all of them."""
        found = self._verify(claim)
        if found.outcome is Outcome.NOT_FOUND and claim.own:
            words = {word: factor for word, factor in claim.words.items() if word in claim.own}
            if words and len(words) < len(claim.words):
                alone = replace(claim, words=words)
                again = self._verify(alone)
                if again.outcome is Outcome.SUPPORTED and again.told and self._about_it(alone, again.told):
                    return replace(again, claim=claim)
        return found

    def _about_it(self, claim: Claim, told: Told) -> bool:
        """Whether nearly all that a claim is about stands near a figure of the paper."""
        return self.near(claim.words, told) >= OWN_WORDS * self.whole(claim)

    def _verify(self, claim: Claim) -> Verified:
        self._fitting.clear()
        claim = replace(claim, words=spelt_out(claim.words, self.evidence.acronyms))
        at_once = self._quoted(claim) or self._pages(claim)
        if at_once is not None:
            return at_once
        ranked = self.ranked(claim)
        same = [each for each in ranked if _comparable(claim, each.told)]
        fitting = [each for each in same if self._fits(claim, each.told)]
        best = same[0] if same else None
        wrong = disagrees(claim)
        if wrong is not None and not (fitting and self._printed_apart(claim, fitting[0], same)):
            told = fitting[0].told if fitting else best.told if best else None
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=wrong, told=told)
        if (
            fitting
            and _turned(claim, fitting[0].told)
            and not any(
                each.score >= PRINTED * fitting[0].score and not _turned(claim, each.told) for each in fitting[1:]
            )
        ):
            return Verified(
                claim=claim,
                outcome=Outcome.CONTRADICTED,
                told=fitting[0].told,
                working="the paper has it the other way round",
            )
        dated = self._year_of(claim) or self._of_the_paper(claim, fitting)
        if dated is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=dated)
        told = self._moved_alike(claim, fitting)
        if told is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=told)
        unit = self._other_unit(claim, ranked, fitting)
        if unit is not None:
            working = f"the paper has {unit.told.numeral.printed} there, in another unit"
            return Verified(claim=claim, outcome=Outcome.CONTRADICTED, told=unit.told, working=working, corrects=True)
        bar = 0.0
        for fit in self._in_order(claim, fitting):
            if fit.score < bar:
                continue
            if best is not None and not self.bears_out(claim, fit, same):
                # where the passage that the claim speaks of has it of something else, another one does not do
                bar = max(bar, PRINTED * fit.score) if not fit.told.cell else bar
            else:
                outcome = Outcome.SUPPORTED if fit.told.working is None else Outcome.COMPUTED
                return Verified(claim=claim, outcome=outcome, working=fit.told.working, told=fit.told)
        if "total" in claim.label and not _AGAIN.search(claim.text):
            otherwise = self._wrong(claim, same, ranked)
            if otherwise.outcome is Outcome.CONTRADICTED:
                return otherwise  # a printed total speaks before what its parts add to
        held = {fit.told.passage for fit in fitting if fit.told.working is None}
        follows = compute(claim, self._operands(claim, ranked, held))
        if follows is not None:
            return Verified(claim=claim, outcome=Outcome.COMPUTED, working=follows.working, told=follows.told)
        return self._wrong(claim, same, ranked)

    @staticmethod
    def _moved_alike(claim: Claim, fitting: Sequence[Scored]) -> Told | None:
        """ "Longer ones fell from 21 to 17": the figure where the paper tells the same move, with both its ends."""
        moves = (
            []
            if claim.row
            else [
                (move.old.value, move.new.value)
                for move in find_moves(claim.text)
                if isinstance(move, Move) and claim.start in (move.old.start, move.new.start)
            ]
        )
        for fit in fitting if moves else ():
            told = fit.told
            there = () if told.cell or told.working is not None or not fit.passage else find_moves(told.text)
            if any(isinstance(move, Move) and (move.old.value, move.new.value) in moves for move in there):
                return told
        return None

    def _printed_apart(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> bool:
        """Whether the paper has the figure where the claim's other figures stand, but not all of them: one of those is
        wrong then, and this one need not be."""
        there = self.evidence.passages[fit.told.passage].numerals
        held = [any(fits(each, numeral) for numeral in there) for each in claim.beside if each.number]
        return any(held) and not all(held) and fit.told.working is None and self.bears_out(claim, fit, same)

    def _year_of(self, claim: Claim) -> Told | None:
        """The figure of the paper that stands next to a year in the summary, where it is one of that year there."""
        if claim.numeral.kind is not Kind.YEARS or claim.row or not claim.beside:
            return None
        near = min(claim.beside, key=lambda each: abs(each.start - claim.numeral.start))
        years = about(claim.numeral.printed)
        if near.kind is not Kind.NUMBER or not years or (_small(near) and near.unit is Unit.NUMBER):
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

    def _quoted(self, claim: Claim) -> Verified | None:
        """A summary that quotes the paper: the words around the figure, or those that its row gives as its source,
        stand there one by one."""
        for page, words in self._quotations(claim):
            text = fold(words)
            whole = re.compile(rf"(?<![\w.,]){re.escape(text)}(?!\w)")
            held = (page - 1, page) if page else range(len(self.evidence.sheets))
            for at in held:
                if at >= len(self.evidence.sheets) or not whole.search(self.evidence.sheets[at].text):
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
        before, behind = claim.text[: claim.start].split(), claim.text[end:].split()
        around = claim.text[: claim.start][-1:].strip(), claim.text[end : end + 1].strip()
        for back in (QUOTED // 2, QUOTED, 0):
            ahead = QUOTED - back
            if len(before) > back + 1 and len(behind) > ahead + 1 and not any(around):
                yield None, " ".join([*before[len(before) - back :], claim.numeral.printed, *behind[:ahead]])
        if len(before) > QUOTED and not behind and not around[0]:
            yield None, " ".join([*before[-QUOTED:], claim.numeral.printed])

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

    def _fits(self, claim: Claim, told: Told) -> bool:
        """Whether a figure of the paper can be what the claim states. The paper keeps its figures: each is itself."""
        known = self._fitting.get(id(told))
        if known is None:
            known = self._fitting[id(told)] = fits(claim.numeral, told.numeral, derived=told.working is not None)
        return known

    def bears_out(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> bool:
        """Whether a numeral that fits is that of which the claim speaks. That the figures beside it stand in its
        passage speaks for it; that they stand elsewhere does not speak against it."""
        if claim.numeral.kind is Kind.DATE and fit.told.own:
            return True
        if claim.title and not self._named_alike(claim.numeral):
            return False
        if fit.told.working is not None and not self._follows(claim, fit, same):
            return False
        if fit.told.working is not None and _AGAIN.search(claim.text):
            return True
        if _turned(claim, fit.told):
            return False
        dated = claim.numeral.kind in (Kind.DATE, Kind.YEARS)
        printed = [each for each in same if each.told.working is None] or same
        most = max(each.passage + (each.anchors if dated else 0.0) for each in printed)
        if most and fit.passage + fit.anchors < self._limit(claim.numeral) * most:
            best = max(printed, key=lambda each: each.passage)
            if fit.passage < LESS * most or self._of_its_own(claim, fit.told, best.told) < OWN * self.whole(claim):
                return False
        shared = any(fits(each, fit.told.numeral) for each in claim.beside if each.unit is claim.numeral.unit)
        others = [
            each
            for each in same
            if not self._fits(claim, each.told) and each.told.numeral.unit is fit.told.numeral.unit
        ]
        if shared and not claim.row and any(each.near > fit.near for each in others):
            return False  # it is what another figure of the sentence speaks of
        # what the rows above a total add to is about each of them by name, and no rival of one of them
        rivals = [each for each in same if each.told.working != ABOVE]
        cells = [each for each in rivals if each.told.cell and not self._fits(claim, each.told)]
        if "total" in claim.label and "total" in fit.told.words:
            cells = [each for each in cells if "total" in each.told.words]  # its parts are no rivals of a total
        if fit.told.cell and claim.row and claim.label and cells:
            best = max(cells, key=lambda each: each.near)
            if best.near >= ALL * self.whole(claim) and fit.near < ENOUGH_CELL * best.near:
                return False
        if (
            fit.told.cell
            and fit.told.working is None
            and any(self._rules_out(claim, fit.told, each.told) for each in cells)
        ):
            return False
        return self._nearer(claim, fit, same) is None

    def _of_the_paper(self, claim: Claim, fitting: Sequence[Scored]) -> Told | None:
        """The years in a summary's heading, where they are those in a title of the paper, or those that it names most
        often."""
        if not claim.title or claim.numeral.kind is not Kind.YEARS or claim.numeral.key[1] is None or not fitting:
            return None
        spans = [each.key for each in self.evidence.titles if each.kind is Kind.YEARS and each.key[1] is not None]
        if not spans:
            many = Counter(
                each.key
                for passage in self.evidence.passages
                for each in passage.numerals
                if each.kind is Kind.YEARS and each.key[1] is not None
            )
            spans = [key for key, _ in many.most_common(1)]
        return fitting[0].told if claim.numeral.key in spans else None

    def _named_alike(self, numeral: Numeral) -> bool:
        """Whether a span of years in a summary's heading is not another one than those in the titles of the paper."""
        if numeral.kind is not Kind.YEARS or numeral.key[1] is None:
            return True
        spans = [each for each in self.evidence.titles if each.kind is Kind.YEARS and each.key[1] is not None]
        return not spans or any(fits(numeral, each) for each in spans)

    def _follows(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> bool:
        """Whether something that follows from a table may speak for a claim: not where a printed cell that is as much
        about it says otherwise."""
        if fit.near < FOLLOWS * self.whole(claim):
            return False
        if not claim.row:
            return True
        if fit.told.working == ROWS:
            return False
        if not claim.label or _AGAIN.search(claim.text) is not None:
            return True
        page, limit = fit.told.quote.pdf_page, ENOUGH_CELL * fit.near
        cells = (each for each in same if each.told.cell and each.told.working is None and each.near >= limit)
        return not any(
            claim.label <= each.told.label
            and each.told.quote.pdf_page == page
            and each.told.quote != fit.told.quote
            and not self._fits(claim, each.told)
            and not _fits_each(claim.numeral, each.told.numeral)
            and each.told.numeral.unit is fit.told.numeral.unit
            and not any(fits(other, each.told.numeral) for other in claim.beside)  # the row gives what is printed too
            for each in cells
        )

    def _of_its_own(self, claim: Claim, fit: Told, other: Told) -> float:
        """How much of a claim is said of one figure and not of another."""
        weight = self.evidence.weight
        own, there = self.evidence.passages[fit.passage].words if not fit.cell else fit.words, other.words
        if not other.cell:
            there = self.evidence.passages[other.passage].words
        return sum(
            factor * weight(word) * max(0.0, own.get(word, 0.0) - there.get(word, 0.0))
            for word, factor in claim.words.items()
        )

    def _rules_out(self, claim: Claim, fit: Told, other: Told) -> bool:
        """Whether another cell of the same table agrees with all of the claim that this one agrees with, and with one
        of its own words more; or is of the present where this one is not and the claim does not say so."""
        passages = self.evidence.passages
        if any(fits(each, other.numeral) for each in claim.beside):
            return False
        if other.working is not None or passages[fit.passage].table != passages[other.passage].table:
            return False
        if (
            fit.passage == other.passage
            and other.numeral.unit is fit.numeral.unit
            and _of_other_years(claim, fit, other)
        ):
            return True
        if fit.old and not other.old and fit.passage == other.passage and other.numeral.unit is fit.numeral.unit:
            return not any(word in claim.words for word in fit.old) and not any(
                word[:2] in ("19", "20") for word in claim.words
            )
        more = False
        for word, factor in claim.words.items():
            apart = other.words.get(word, 0.0) - fit.words.get(word, 0.0)
            if apart < -APART and factor >= LABELS / 2:
                return False
            more = more or (apart >= 2 * APART and factor >= LABELS)
        return more

    def _limit(self, numeral: Numeral) -> float:
        """The part of the best passage's likeness that is enough."""
        if numeral.kind is Kind.DATE:
            return ENOUGH_DISTINCT if numeral.key[2] is not None else ENOUGH_MONTH
        seldom = len(self.evidence.holding(numeral)) <= SELDOM
        return ENOUGH_DISTINCT if _distinct(numeral, seldom) else ENOUGH

    def _other_unit(self, claim: Claim, ranked: Sequence[Scored], fitting: Sequence[Scored]) -> Scored | None:
        """The same number in the very sentence that a claim speaks of, but a count there and a share here, or per cent
        and percentage points."""
        numeral = claim.numeral
        if claim.row or not numeral.number or not ranked:
            return None
        limit = max(UNIT_ALIKE * self._entire(claim), UNIT_ALIKE * max(each.near for each in ranked[:SEVERAL]))
        for each in ranked[:SEVERAL]:
            told = each.told
            if told.cell or not told.numeral.number or each.near < limit or told.numeral.unit is numeral.unit:
                continue
            units = {told.numeral.unit, numeral.unit}
            if abs(told.numeral.value) != abs(numeral.value) or Unit.POUNDS in units:
                continue
            if not any(fit.score >= PRINTED * each.score and fit.told.numeral.unit is numeral.unit for fit in fitting):
                return each
        return None

    def _in_order(self, claim: Claim, fitting: Sequence[Scored]) -> list[Scored]:
        """The numerals that fit, in the order in which they are asked: printed ones before those that follow, those on
        a page with the other figures of the sentence before others."""
        if not fitting:
            return []
        pages: dict[int, float] = {}
        for numeral in (*claim.beside, *claim.before):
            held = {self.evidence.passages[at].quote.pdf_page for at in self.evidence.holding(numeral)}
            for page in held:
                pages[page] = pages.get(page, 0.0) + self.evidence.rarity(numeral) * ON_PAGE
        limit = PRINTED * fitting[0].score
        near = [each for each in fitting if each.score >= limit][:20]
        again = _AGAIN.search(claim.text) is not None
        near.sort(
            key=lambda each: (
                (each.told.working is not None) is not again,
                -each.score - pages.get(each.told.quote.pdf_page, 0.0),
            )
        )
        return near[:8] + [each for each in fitting[:6] if each not in near]

    def _nearer(self, claim: Claim, fit: Scored, same: Sequence[Scored]) -> Scored | None:
        """Another figure of the same passage that stands clearly nearer to what the claim says."""
        for other in same:
            told = other.told
            if told.passage != fit.told.passage or told is fit.told or self._fits(claim, told) or told.cell:
                continue
            if told.numeral.unit is not fit.told.numeral.unit or told.numeral.kind is not fit.told.numeral.kind:
                continue
            claimed = next((each for each in claim.beside if fits(each, told.numeral)), None)
            if claimed is None:
                if other.near > NEARER * fit.near:
                    return other
            elif not claim.row and self._swapped(claim, claimed, fit.told, told):
                return other
        return None

    def _swapped(self, claim: Claim, beside: Numeral, own: Told, other: Told) -> bool:
        """Whether what is said of each of two figures stands near the other one in the paper."""
        first, second = weights(claim.text, claim.numeral), weights(claim.text, beside)
        here = there = 0.0
        for word in first.keys() | second.keys():
            apart = first.get(word, 0.0) - second.get(word, 0.0)
            value = apart * self.evidence.weight(word) * (other.words.get(word, 0.0) - own.words.get(word, 0.0))
            if apart > 0:
                here += value
            else:
                there += value
        return here > SWAPPED and there > SWAPPED

    def _wrong(self, claim: Claim, same: Sequence[Scored], ranked: Sequence[Scored]) -> Verified:
        """Contradicted where all but the value agree, and with one figure only; else not found."""
        printed = [each for each in same if each.told.working is None and self._same_unit(claim, each.told)]
        if printed and len(claim.words) > 1:
            top = max(printed, key=lambda each: each.near)
            rivals = [each for each in printed if each.near >= RIVAL * top.near]
            totals = [each for each in rivals if "total" in each.told.label]
            rivals = totals if totals and len(rivals) > 1 else rivals
            best = rivals[0]
            sole = all(_fits_each(each.told.numeral, best.told.numeral) for each in rivals)
            sure = sole and best.near >= ALL * self._entire(claim) and not _said_by_chance(best.told.numeral)
            same_kind = best.told.numeral.kind is claim.numeral.kind
            if sure and same_kind and not _fits_each(claim.numeral, best.told.numeral):
                return Verified(
                    claim=claim, outcome=Outcome.CONTRADICTED, told=best.told, corrects=True,
                    working=f"the paper has {best.told.numeral.printed} there",
                )  # fmt: skip
        return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=_nearest(ranked))

    @staticmethod
    def _same_unit(claim: Claim, told: Told) -> bool:
        return told.numeral.unit is claim.numeral.unit or (told.cell and told.numeral.unit is Unit.NUMBER)

    def _operands(self, claim: Claim, ranked: Sequence[Scored], held: set[int]) -> list[Sequence[Told]]:
        """The figures of the passages that the claim is most like, each passage alone and with its neighbours: not of
        those that print the figure itself of something else."""
        printed = [each for each in ranked if each.told.working is None and each.told.numeral.number]
        alike = {each.told.passage: each.passage + each.anchors for each in printed}
        most, whole = max(alike.values(), default=0.0), self.whole(claim)
        groups: list[Sequence[Told]] = []
        for at in sorted(alike, key=lambda at: -alike[at])[:3]:
            if at in held or alike[at] < ENOUGH * most or alike[at] < LITTLE * whole:
                continue
            groups.append(self.evidence.told(at))
            besides = sorted(_neighbours(self.evidence, {at}) - held)
            groups += [(*self.evidence.told(at), *self.evidence.told(beside)) for beside in besides]
        return groups

    def whole(self, claim: Claim) -> float:
        """The likeness of something that is about all that the claim is about, anchors apart."""
        weight, words = self.evidence.weight, self.evidence.by_word
        return sum(factor * weight(word) for word, factor in claim.words.items() if word in words)

    def _entire(self, claim: Claim) -> float:
        """The same with the words that the paper does not know at all."""
        return sum(factor * self.evidence.weight(word) for word, factor in claim.words.items())

    def near(self, words: Mapping[str, float], told: Told) -> float:
        """How much of what a claim is about stands near a figure."""
        weight = self.evidence.weight
        return sum(factor * weight(word) * told.words[word] for word, factor in words.items() if word in told.words)

    def ranked(self, claim: Claim) -> list[Scored]:
        """The numerals of the paper that are about what the claim is about, the most alike first."""
        evidence = self.evidence
        rough: dict[int, float] = {}
        for word, factor in claim.words.items():
            value = factor * evidence.weight(word)
            for at, there in evidence.by_word.get(word, ()):
                rough[at] = rough.get(at, 0.0) + value * there
        words = dict(rough)
        anchors: dict[int, float] = {}
        for numerals, factor in ((claim.beside, ANCHOR), (claim.before, ANCHOR_BEFORE)):
            for numeral in numerals:
                value = factor * evidence.rarity(numeral) * (SMALL if _small(numeral) else 1.0)
                held = set(evidence.holding(numeral))
                for at in held:
                    many = len(evidence.passages[at].numerals)
                    anchors[at] = anchors.get(at, 0.0) + value * min(1.0, FEW / many)
                for at in _neighbours(evidence, held):
                    anchors[at] = anchors.get(at, 0.0) + value * ANCHOR_BESIDE
        for at, value in anchors.items():
            rough[at] = rough.get(at, 0.0) + value
        holding = set(evidence.holding(claim.numeral))
        order = sorted(rough, key=lambda at: -rough[at])
        chosen = list(dict.fromkeys([*order[:SEVERAL], *sorted(holding, key=lambda at: -rough.get(at, 0.0))[:SEVERAL]]))
        found = []
        worth = {
            word: factor * evidence.weight(word) for word, factor in claim.words.items() if word in evidence.by_word
        }
        for at in chosen:
            for told in evidence.told(at):
                near = sum([worth[word] * told.words[word] for word in worth.keys() & told.words.keys()])
                passage = near if told.cell else words.get(at, 0.0)
                if claim.row and not told.cell:
                    passage, near = passage * IN_PROSE, near * IN_PROSE
                found.append(Scored(told=told, passage=passage, near=near, anchors=anchors.get(at, 0.0)))
        found.sort(key=lambda each: (-round(each.score, 6), each.told.working is not None, each.told.passage))
        return found


_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(?:\w+\s+)?(?:year|quarter|month)|\b(?:earlier|ago|before|previously|formerly|had\s+been|used\s+to)\b",
    re.IGNORECASE,
)


def _of_other_years(claim: Claim, fit: Told, other: Told) -> bool:
    """Whether the column of a cell is of other years than the claim, and that of another cell of the row is not."""
    if not fit.years or not other.years or _EARLIER.search(claim.text):
        return False
    years = {word: claim.words[word] for word in years_of(claim.words)}
    most = max(years.values(), default=0.0)
    meant = {word for word, factor in years.items() if factor == most}
    return bool(other.years & meant) and not fit.years & meant


def _said_by_chance(numeral: Numeral) -> bool:
    """Whether it is "one" or an age, which are hardly ever what a figure was taken for."""
    spoken = numeral.mention is not None and numeral.mention.in_words
    return numeral.age or (numeral.number and spoken and numeral.value == 1)


def _small(numeral: Numeral) -> bool:
    return numeral.mention is not None and abs(numeral.value) <= DOZEN and not numeral.mention.figure.places


def _neighbours(evidence: Evidence, held: set[int]) -> set[int]:
    """The sentences before and behind others."""
    passages = evidence.passages
    found = {at + step for at in held if passages[at].table is None for step in (-1, 1)} - held
    return {at for at in found if 0 <= at < len(passages) and passages[at].table is None}


_AGAIN = re.compile(
    r"\badds?\s+to\b|\brecomputed\b|\bworked\s+out\s+again\b|\badded\s+up\b|\bshould\s+be\b", re.IGNORECASE
)
"""A figure that is said not to be the printed one."""


def _turned(claim: Claim, told: Told) -> bool:
    """Whether the claim says that something rose and the paper that it fell, or the other way round."""
    if not claim.numeral.number or claim.row:
        return False
    way = way_of(claim.text, claim.start, claim.start + len(claim.numeral.printed))
    if way is None:
        return False
    if told.cell:
        return told.numeral.value < 0 and way
    there = way_of(told.text, told.start, told.start + len(told.numeral.printed))
    return there is not None and there is not way


def _has_places(told: Told) -> bool:
    """Whether a bare figure may be a percentage: a whole number of a table is a count."""
    mention = told.numeral.mention
    return told.working is None and mention is not None and mention.figure.places > 0


def _comparable(claim: Claim, told: Told) -> bool:
    numeral, other = claim.numeral, told.numeral
    if numeral.kind is Kind.NUMBER and other.kind is Kind.NUMBER:
        if numeral.unit is not other.unit and not (claim.row or told.cell):
            return False
        if numeral.unit is Unit.PERCENT and other.unit is Unit.NUMBER and not (claim.row or _has_places(told)):
            return False
        return alike(numeral, other)
    if numeral.kind is Kind.YEARS:
        return other.kind in (Kind.YEARS, Kind.DATE)
    return numeral.kind is other.kind


def _fits_each(one: Numeral, other: Numeral) -> bool:
    return one.kind is other.kind and (fits(one, other) or fits(other, one))


def _distinct(numeral: Numeral, seldom: bool) -> bool:
    if numeral.mention is None:
        return False
    digits = sum(char.isdigit() for char in numeral.printed.rstrip("0"))
    return digits >= DISTINCT or (digits >= DISTINCT - 1 and (seldom or numeral.unit is Unit.POUNDS))


def _nearest(ranked: Iterable[Scored]) -> tuple[Quote, ...]:
    found: dict[Quote, None] = {}
    for each in ranked:
        if each.told.working is None:
            found.setdefault(each.told.quote)
        if len(found) == 2:
            break
    return tuple(found)
