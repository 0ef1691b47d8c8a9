"""Part of the room `products`: what a paper says of a claim.

Takes `Evidence` and a `Claim`, gives a `Verified`. A claim is borne out where a numeral that fits stands with what the
claim is about: the numeral that shares most of its words speaks first, and where another value shares clearly more of
them, the claim's is that of something else. What stands nowhere may follow in one or two steps (`computing`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutiny.figures import Unit
from scrutiny.products.verifying.computing import compute, disagrees
from scrutiny.products.verifying.evidence import Evidence
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, alike, fits
from scrutiny.sources import Quote

ANCHOR = 0.7
"""What a figure that stands beside both says, measured by its rarity."""

ANCHOR_BEFORE = 0.35
"""What a figure of the sentence before says."""

ENOUGH = 0.62
"""The part of the best passage's likeness that one has which bears a claim out."""

ENOUGH_DISTINCT = 0.4
"""The same for a figure that does not agree by chance: many digits."""

ENOUGH_CELL = 0.85
"""The same where the best is a cell about all that the claim is about."""

ALL = 0.85
"""The part of a claim's words which is all of them."""

DISTINCT = 4
"""So many digits do not agree by chance."""

SEVERAL = 60
"""Passages that are looked at closely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A numeral of the paper with its likeness to a claim."""

    told: Told
    score: float


class Verifier:
    """The evidence of a paper, ready to be asked."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    def verify(self, claim: Claim) -> Verified:
        """What the paper says of a claim."""
        ranked = self.ranked(claim)
        whole = self.whole(claim)
        same = [each for each in ranked if _comparable(claim.numeral, each.told.numeral)]
        fitting = [each for each in same if fits(claim.numeral, each.told.numeral, derived=each.told.working is not None)]
        best = same[0] if same else None
        fit = fitting[0] if fitting else None
        wrong = disagrees(claim)
        if wrong is not None:
            return self._contradicted(claim, wrong, fit or best)
        if fit is not None and best is not None and self._bears_out(claim, fit, best, whole):
            outcome = Outcome.SUPPORTED if fit.told.working is None else Outcome.COMPUTED
            return Verified(claim=claim, outcome=outcome, working=fit.told.working, told=fit.told)
        follows = compute(claim, self._passages(same[:8]))
        if follows is not None:
            return Verified(claim=claim, outcome=Outcome.COMPUTED, working=follows.working, told=follows.told)
        return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=_nearest(ranked))

    def _bears_out(self, claim: Claim, fit: Scored, best: Scored, whole: float) -> bool:
        share = fit.score / best.score if best.score else 0.0
        limit = ENOUGH
        if claim.row and best.told.cell and best.score >= ALL * whole:
            limit = ENOUGH_CELL
        elif _distinct(claim.numeral):
            limit = ENOUGH_DISTINCT
        return share >= limit

    def _contradicted(self, claim: Claim, working: str, by: Scored | None) -> Verified:
        return Verified(claim=claim, outcome=Outcome.CONTRADICTED, working=working, told=by.told if by else None)

    def _passages(self, scored: Iterable[Scored]) -> list[Sequence[Told]]:
        found = list(dict.fromkeys(each.told.passage for each in scored))
        return [self.evidence.passages[at].told for at in found]

    def whole(self, claim: Claim) -> float:
        """The likeness of something that is about all that the claim is about, anchors apart."""
        return sum(weight * self.evidence.weight(word) for word, weight in claim.words.items() if word in self.evidence.by_word)

    def ranked(self, claim: Claim) -> list[Scored]:
        """The numerals of the paper that are about what the claim is about, the most alike first."""
        evidence = self.evidence
        rough: dict[int, float] = {}
        for word, weight in claim.words.items():
            value = weight * evidence.weight(word)
            for at in evidence.by_word.get(word, ()):
                rough[at] = rough.get(at, 0.0) + value * evidence.passages[at].words[word]
        anchors: dict[int, float] = {}
        for numerals, factor in ((claim.beside, ANCHOR), (claim.before, ANCHOR_BEFORE)):
            for numeral in numerals:
                value = factor * evidence.rarity(numeral)
                for at in set(self._holding(numeral)):
                    anchors[at] = anchors.get(at, 0.0) + value
        for at, value in anchors.items():
            rough[at] = rough.get(at, 0.0) + value
        holding = set(self._holding(claim.numeral))
        order = sorted(rough, key=lambda at: -rough[at])
        chosen = [*order[:SEVERAL], *(at for at in order[SEVERAL:] if at in holding)]
        found = []
        for at in chosen:
            for told in evidence.passages[at].told:
                own = sum(
                    weight * evidence.weight(word) * told.words.get(word, 0.0)
                    for word, weight in claim.words.items()
                    if word in told.words
                )
                found.append(Scored(told=told, score=own + anchors.get(at, 0.0)))
        found.sort(key=lambda each: (-round(each.score, 6), each.told.working is not None, each.told.passage))
        return found

    def _holding(self, numeral: Numeral) -> list[int]:
        from scrutiny.products.verifying.evidence import same

        return self.evidence.by_number.get(same(numeral), [])


def _comparable(claim: Numeral, told: Numeral) -> bool:
    if claim.kind is Kind.NUMBER and told.kind is Kind.NUMBER:
        return alike(claim, told)
    if claim.kind is Kind.YEARS:
        return told.kind in (Kind.YEARS, Kind.DATE)
    return claim.kind is told.kind


def _distinct(numeral: Numeral) -> bool:
    if numeral.mention is None:
        return False
    digits = sum(char.isdigit() for char in numeral.printed.rstrip("0"))
    return digits >= DISTINCT or (numeral.unit is Unit.POUNDS and digits >= DISTINCT - 1)


def _nearest(ranked: Sequence[Scored]) -> tuple[Quote, ...]:
    found = dict.fromkeys((each.told.quote for each in ranked[:6]), None)
    return tuple(found)[:2]
