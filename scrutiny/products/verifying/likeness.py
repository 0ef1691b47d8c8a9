"""Part of the room `products`: how much the figures of a paper are about what a claim is about.

Takes `Evidence` and a `Claim`, gives the figures of the paper, the most alike first. Judges nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.language.direction import BELOW, DOWN
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.axes import Axes
from scrutiny.products.verifying.evidence import Evidence
from scrutiny.products.verifying.measures import is_unlike, may_be_both, measure_of, measures_beside
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, alike, fits, is_small, rounded, stands_among
from scrutiny.products.verifying.roles import is_other_unit, is_same_time
from scrutiny.products.verifying.wording import about, years_of

ANCHOR = 0.7
"""What a figure that stands beside both says, measured by its rarity."""

ANCHOR_BEFORE = 0.35
"""What a figure of the sentence before says."""

ANCHOR_BESIDE = 0.4
"""What of this it says where it stands in the sentence before or behind."""

SMALL = 0.4
"""What of this a small whole number says: there are many of them."""

ON_PAGE = 0.2
"""What a figure of the sentence says that stands elsewhere on the page."""

FEW = 5
"""Figures of a passage: of one with more, that a figure stands in it says less."""

ENOUGH = 0.6
"""The part of the best passage's likeness that one has which bears a claim out."""

PRINTED = 0.6
"""The part of a figure's likeness with which another one speaks before it: a printed one before one that follows, one
on a page with the others of the sentence before one that stands alone."""

AS_GOOD = 0.95
"""The part of the best figure's likeness with which another one is as good."""

IN_PROSE = 0.85
"""What a sentence says for a figure of a table, beside a cell."""

SAME_BOUND = 1.0
"""What it says that both call a figure "up to" so many: as much as a word that is not rare."""

LITTLE = 0.25
"""The part of a claim's words that a passage has at least from which the claim may follow."""

DISTINCT = 4
"""So many digits do not agree by chance."""

CHANCE = 0.15
"""How often a wrong figure may stand in the paper by chance, where a right one needs no words beside it."""

FEWEST = 12
"""Figures of a size that a paper has at least: of a short one that is read in part the others are not known."""

SEVERAL = 45
"""Passages that are looked at closely."""

_POINTS_ON = pattern_of(r"\(pages?\s+\d+", re.IGNORECASE)
"""A line of an agenda: what it says is said on the pages that it names."""

AGAIN = pattern_of(
    r"\badds?\s+to\b|\brecomputed\b|\bworked\s+out\s+again\b|\badded\s+up\b|\bshould\s+be\b", re.IGNORECASE
)
"""A figure that is said not to be the printed one."""


def chance_among(numeral: Numeral, printed: Sequence[Decimal], least: int = 0) -> float:
    """How many of some printed figures are of the size of one, to all that are and can be printed so: how often one
    that is wrong would stand among them."""
    value, allowed = abs(numeral.value), rounded(numeral)
    if not value or numeral.mention is None:
        return 1.0
    width = max(allowed.high - allowed.low, numeral.mention.figure.step)
    many = max(least, bisect_right(printed, value * 2) - bisect_left(printed, value / 2))
    return float(many * width / (value * 3 / 2))


class Scored(Struct, frozen=True, kw_only=True):
    """A numeral of the paper with its likeness to a claim: of the words of its passage, of those that stand near it,
    and of the other figures of the passage."""

    told: Told
    passage: float
    near: float
    anchors: float

    @property
    def score(self) -> float:
        return (self.passage + self.near) / 2 + self.anchors


def _bound(numeral: Numeral) -> str | None:
    """The word that makes a figure rough: "up to", "over"."""
    return numeral.mention.about if numeral.mention is not None else None


class Likeness:
    """The evidence of a paper, ready to be asked what is like a claim."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.axes = Axes(evidence)
        self._fitting: dict[int, bool] = {}  # for each figure of the paper that the claim at hand was held against

    def _fits(self, claim: Claim, told: Told) -> bool:
        """Whether a figure of the paper can be what the claim states. The paper keeps its figures: each is itself."""
        known = self._fitting.get(id(told))
        if known is None:
            known = fits(claim.numeral, told.numeral, derived=told.working is not None)
            known = known or is_bare(claim, told)
            same = is_same_time(claim, told)
            known = (known if same is None else same) and _sign_agrees(claim, told)
            self._fitting[id(told)] = known = known and not (
                _of_unlike_measures(claim, told) or is_other_unit(claim, told)
            )
        return known

    def _can_be(self, claim: Claim, told: Told) -> bool:
        """Whether it can, and stands in no other row or column of its table than the claim names."""
        return self._fits(claim, told) and not self.axes.is_elsewhere(claim, told)

    def is_telling(self, claim: Claim, told: Told) -> bool:
        """Whether a figure of the claim's size hardly stands in the paper by chance; or not in the row or the sentence
        of one, where another figure of the claim's sentence stands as well."""
        numeral = claim.numeral
        if not numeral.number or told.working is not None:
            return False
        if not is_small(numeral) and chance_among(numeral, self.evidence.printed_in(numeral.unit), FEWEST) <= CHANCE:
            return True
        there = self.evidence.passages[told.passage].numerals
        others = [each for each in claim.beside if each.number and not is_small(each) and each.value != numeral.value]
        return any(stands_among(each, there, row=claim.row) for each in others) and (
            chance_among(numeral, sorted({abs(each.value) for each in there if each.number})) <= CHANCE
        )

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

    def shared(self, words: Mapping[str, float], others: Set[str]) -> float:
        """How much of what a claim is about is among other words."""
        return sum(factor * self.evidence.weight(word) for word, factor in words.items() if word in others)

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
                value = factor * evidence.rarity(numeral) * (SMALL if is_small(numeral) else 1.0)
                held = self._held(numeral, row=claim.row)
                for at in held:
                    many = len(evidence.passages[at].numerals)
                    anchors[at] = anchors.get(at, 0.0) + value * min(1.0, FEW / many)
                for at in neighbours(evidence, held):
                    anchors[at] = anchors.get(at, 0.0) + value * ANCHOR_BESIDE
        for at, value in anchors.items():
            rough[at] = rough.get(at, 0.0) + value
        holding = set(evidence.holding(claim.numeral))
        order = sorted(rough, key=rough.__getitem__, reverse=True)
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

    def _held(self, numeral: Numeral, *, row: bool) -> set[int]:
        """The passages in which a figure stands that a summary has beside another one."""
        held = self.evidence.holding(numeral)
        if numeral.unit is not Unit.PERCENT or row:
            return set(held)
        return {at for at in held if stands_among(numeral, self.evidence.passages[at].numerals, row=row)}

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
        again = AGAIN.search(claim.text) is not None
        best: dict[tuple[bool, bool, bool], float] = {}

        def kind(each: Scored) -> tuple[bool, bool, bool]:
            cell = each.told.cell and not claim.row  # a sentence says in words what a cell leaves to its headings
            return (each.told.working is not None) is not again, _POINTS_ON.search(each.told.text) is not None, cell

        def likeness(each: Scored) -> float:
            if claim.numeral.kind is Kind.DATE:  # of what it is the date says more than what else stands there
                return each.near + each.anchors / 2 + pages.get(each.told.quote.pdf_page, 0.0)
            alike = SAME_BOUND if _bound(claim.numeral) and _bound(claim.numeral) == _bound(each.told.numeral) else 0.0
            return each.score + alike + pages.get(each.told.quote.pdf_page, 0.0)

        for each in near:
            best[kind(each)] = max(best.get(kind(each), 0.0), likeness(each))
        near.sort(
            key=lambda each: (
                kind(each),
                likeness(each) < AS_GOOD * best[kind(each)],  # of several as good ones the first
                each.told.quote.pdf_page if likeness(each) >= AS_GOOD * best[kind(each)] else 0,
                -likeness(each),
            )
        )
        return near[:8] + [each for each in fitting[:6] if each not in near]

    def _operands(self, claim: Claim, ranked: Sequence[Scored], held: set[int]) -> list[Sequence[Told]]:
        """The figures of the passages that the claim is most like, each passage alone and with its neighbours: not of
        those that print the figure itself of something else, nor of one that has neither a word of the rows that the
        claim names nor a figure of it."""
        printed = [each for each in ranked if each.told.working is None and each.told.numeral.number]
        alike = {each.told.passage: each.passage + each.anchors for each in printed}
        most, whole = max(alike.values(), default=0.0), self.whole(claim)
        groups: list[Sequence[Told]] = []
        rows = rows_named(claim, ranked)
        for at in sorted(alike, key=lambda at: -alike[at])[:3]:
            if (
                at in held
                or alike[at] < ENOUGH * most
                or alike[at] < LITTLE * whole
                or self._is_beside(claim, at, rows)
            ):
                continue
            groups.append(self.evidence.told(at))
            besides = sorted(neighbours(self.evidence, {at}) - held)
            groups += [(*self.evidence.told(at), *self.evidence.told(beside)) for beside in besides]
        return groups

    def _is_beside(self, claim: Claim, at: int, rows: Set[frozenset[str]]) -> bool:
        """Whether a passage has neither a word of the rows that a claim names nor another figure of it."""
        passage, cells = self.evidence.passages[at], [told for told in self.evidence.told(at)[:1] if told.cell]
        named = any(label <= cells[0].label if cells else label & passage.words.keys() for label in rows)
        others = [each for each in claim.beside if each.number]
        return bool(rows) and not named and not any(fits(each, own) for each in others for own in passage.numerals)


def rows_named(claim: Claim, ranked: Sequence[Scored]) -> Set[frozenset[str]]:
    """The labels of the rows that a sentence names in full."""
    labels = {each.told.label for each in ranked if each.told.cell and each.told.working is None}
    return {label for label in labels if label and label <= claim.own}


_DOWNWARDS = pattern_of(rf"\b(?:{DOWN}|{BELOW}|under|savings?|loss|deficit|shortfall|outflow|gap)", re.IGNORECASE)
"""Words that say that a figure is a negative one."""


def _sign_agrees(claim: Claim, told: Told) -> bool:
    """Whether a figure is negative where the cell of the paper is, or one of both says in words which way it goes and
    the other one by its sign."""
    numeral, other = claim.numeral, told.numeral
    if numeral.mention is None or other.mention is None or not other.value:
        return True
    if (numeral.value < 0) is (other.value < 0):
        return True
    if numeral.value > 0 and (not claim.row or told.working is not None or not told.cell):
        return True
    here = {word for match in _DOWNWARDS.finditer(claim.text) for word in about(match[0])}
    if not told.cell:
        return bool(here) or _DOWNWARDS.search(told.text) is not None
    there = {word for word, factor in told.words.items() if factor >= OWN_WORD and _DOWNWARDS.match(word)}
    return here != there


OWN_WORD = 0.8
"""What a word of a cell's own row or column says about it at least."""


def _of_unlike_measures(claim: Claim, told: Told) -> bool:
    """Whether one of two sentences has an amount of how far a budget was missed, and the other of what was spent."""
    if claim.row or told.cell or told.working is not None or claim.numeral.unit is not Unit.POUNDS:
        return False
    own = claim.text, claim.start, claim.numeral.end
    other = told.text, told.start, told.numeral.end
    here = measure_of(*own)
    there = None if here is None else measure_of(*other)
    if here is None or there is None or not is_unlike(here, there):
        return False
    both = here in measures_beside(*other) or there in measures_beside(*own)
    return not (both and may_be_both(here, there))


def neighbours(evidence: Evidence, held: set[int]) -> set[int]:
    """The sentences before and behind others."""
    passages = evidence.passages
    found = {at + step for at in held if passages[at].table is None for step in (-1, 1)} - held
    return {at for at in found if 0 <= at < len(passages) and passages[at].table is None}


_OF_WHOLE = pattern_of(r"\s+(?:of|as)\b")


def comparable(claim: Claim, told: Told) -> bool:
    numeral, other = claim.numeral, told.numeral
    if numeral.kind is Kind.NUMBER and other.kind is Kind.NUMBER:
        if numeral.unit is not other.unit and not (claim.row or told.cell or is_money_told(numeral, other)):
            return False
        if numeral.unit is Unit.PERCENT and other.unit is Unit.NUMBER and not (claim.row or has_places(told)):
            return False
        return alike(numeral, other) or (claim.row and told.cell and {numeral.unit, other.unit} == _BARE_SHARE)
    if numeral.kind is Kind.MULTIPLE and other.kind is Kind.NUMBER:
        end = told.start + len(other.printed)
        whole = not told.cell and _OF_WHOLE.match(told.text, end)  # a rate of 200% is twice of nothing
        return bool(whole) and other.unit is Unit.PERCENT and told.working is None
    if numeral.kind is Kind.YEARS:
        return other.kind in (Kind.YEARS, Kind.DATE)
    return numeral.kind is other.kind


def is_money_told(numeral: Numeral, other: Numeral) -> bool:
    """Whether one of both has without its unit what the other has in pounds: "four million went on it", "a gap of
    30k"."""
    bare = numeral if numeral.unit is Unit.NUMBER else other
    assert bare.mention is not None
    scaled = bare.mention.figure.scale > 0 or (bare.mention.in_words and bare.value >= 1000)
    return scaled and {numeral.unit, other.unit} == {Unit.NUMBER, Unit.POUNDS} and numeral.value == other.value


def is_bare(claim: Claim, told: Told) -> bool:
    """Whether both stand bare in a table, and the paper's is a share, or so many thousand pounds, by its heading or
    caption alone: a summary that copies the column may leave that out."""
    here, there = claim.numeral, told.numeral
    if not (claim.row and told.cell) or here.mention is None or there.mention is None or told.working is not None:
        return False
    if here.unit is not Unit.NUMBER:
        return False
    if there.unit is Unit.PERCENT:
        return here.value == there.value and "%" not in there.printed and "per" not in there.printed
    scaled = there.unit is Unit.POUNDS and there.mention.figure.scale > 0
    bare = not here.mention.figure.scale and here.printed.strip() == there.printed.strip()
    return scaled and bare and is_distinct(here, seldom=True) and not _says_unit(claim, told)


def _says_unit(claim: Claim, told: Told) -> bool:
    """Whether a row of a summary says what its figure is in: behind it, in its words, or in a heading of which the
    paper's cell knows nothing ("Visitors")."""
    heading = {word for word, factor in claim.words.items() if factor >= 1} - claim.label - {"total"}
    behind = claim.text.rpartition(claim.numeral.printed)[2]
    return bool(behind.strip() or "pound" in claim.words or heading - years_of(heading) - told.words.keys())


_BARE_SHARE = {Unit.NUMBER, Unit.PERCENT}


def fit_each(one: Numeral, other: Numeral) -> bool:
    return one.kind is other.kind and (fits(one, other) or fits(other, one))


def has_places(told: Told) -> bool:
    """Whether a bare figure may be a percentage: a whole number of a table is a count."""
    mention = told.numeral.mention
    return told.working is None and mention is not None and mention.figure.places > 0


def is_distinct(numeral: Numeral, seldom: bool) -> bool:
    if numeral.mention is None:
        return False
    digits = len(re.sub(r"\D", "", numeral.printed).rstrip("0"))
    return digits >= DISTINCT or (digits >= DISTINCT - 1 and (seldom or numeral.unit is Unit.POUNDS))
