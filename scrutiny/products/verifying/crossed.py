"""Part of the room `products`: figures of a summary that stand in one another's place.

Takes a claim and a figure of the paper that fits it, gives whether that figure is what the summary says of another one:
of its sentence, of the sentence before, or of what it is set against.
"""

import functools
import re
from collections.abc import Mapping, Sequence, Set

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import AGAINST
from scrutiny.products.verifying.contrasts import Contrasts
from scrutiny.products.verifying.likeness import Scored, fit_each
from scrutiny.products.verifying.making import CLAUSE
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Numeral, fits, is_small
from scrutiny.products.verifying.owners import heading_of
from scrutiny.products.verifying.telling import is_then
from scrutiny.products.verifying.wording import COMPARING, about, weights

SWAPPED = 0.2
"""By how much each of two figures of a sentence stands nearer to what is said of the other, in weights of words: a
tenth of a rare one."""

LABELS = 0.75
"""What a word of a claim's own clause or label says about it at least."""

_COMPARED_WITH = pattern_of(rf"\b(?:{COMPARING})\s+(?P<what>[^\d,;:.()]{{2,60}})", re.IGNORECASE)
"""What a sentence names only to set its figure against: "far fewer than in Elm"."""

CALLED = 0.6
"""The part of a row's label, by the rarity of its words, that names it."""

HALF = 0.5
"""The part that is enough where its figure is given too."""

CROSSED = 2.0
"""By how much a figure is nearer to what the sentence before says than the one that this sentence has."""


@functools.lru_cache(maxsize=512)
def said_of(text: str, numeral: Numeral) -> Mapping[str, float]:
    """What a sentence says of one of its numerals: asked for every figure of the paper that may be meant."""
    return weights(text, numeral)


class Crossed(Contrasts):
    """Whether a figure stands where another one should."""

    def _is_crossed(self, claim: Claim, fit: Told) -> bool:
        """Whether a figure is what the claim's sentence, or the one before it, says of another of its figures."""
        return (
            self._is_of_before(claim, fit)
            or self._is_of_other_time(claim, fit)
            or self._is_set_against_another(claim, fit)
            or self._is_of_neighbour(claim, fit)
        )

    def _is_set_against_another(self, claim: Claim, fit: Told) -> bool:
        """ "35% are at sea, against 40% elsewhere", where the sentence of the paper that has the 35 % sets another one
        against it, and says as much of the claim as the one that has the 40 %."""
        if claim.row or fit.cell or is_small(claim.numeral) or not claim.numeral.number:
            return False
        before = [each for each in claim.beside if each.end <= claim.start and each.unit is claim.numeral.unit]
        if not before or not AGAINST.search(claim.text[before[-1].end : claim.start]):
            return False
        passages = self.evidence.passages
        own = passages[fit.passage]
        if any(fits(before[-1], each) for each in own.numerals):
            return False
        least = self.shared(claim.words, own.words.keys())
        return any(
            AGAINST.search(passages[at].quote.text)
            and self.shared(claim.words, passages[at].words.keys()) >= least
            and any(
                each.unit is claim.numeral.unit and not any(fits(o, each) for o in (*claim.beside, claim.numeral))
                for each in passages[at].numerals
            )
            for at in self.evidence.holding(before[-1])
            if passages[at].table is None
        )

    def _is_of_before(self, claim: Claim, fit: Told) -> bool:
        """ "They plan for 8%. At the moment 6% are", where the paper plans for 6 % and has 8 % beside it: the figure is
        what the sentence before speaks of, which has the other one."""
        if claim.row or not claim.text_before or fit.cell or fit.working is not None:
            return False
        own = claim.own_words
        for each in claim.before:
            if not each.number or each.unit is not claim.numeral.unit or fits(each, fit.numeral):
                continue
            said = said_of(claim.text_before, each)
            for at in (fit.passage - 1, fit.passage, fit.passage + 1):
                for other in self.evidence.told(at) if 0 <= at < len(self.evidence.passages) else ():
                    if other.cell or not fits(each, other.numeral):
                        continue
                    if self.near(said, fit) - self.near(said, other) > CROSSED and (
                        self.near(own, fit) <= self.near(own, other)
                    ):
                        return True
        return False

    def _is_of_other_time(self, claim: Claim, fit: Told) -> bool:
        """ "It took 94 days, against 71 two years before", where the paper has the 94 as the earlier one, and the 71
        beside it as the one of now."""
        if claim.row or fit.cell or fit.working is not None or not claim.numeral.number:
            return False
        then = is_then(claim.text, claim.numeral.end)
        if is_then(fit.text, fit.start + len(fit.numeral.printed)) is then:
            return False
        return any(
            fits(each, other.numeral) and is_then(other.text, other.start + len(other.numeral.printed)) is then
            for each in claim.beside
            if each.number and each.unit is claim.numeral.unit and is_then(claim.text, each.end) is not then
            for at in (fit.passage - 1, fit.passage, fit.passage + 1)
            for other in (self.evidence.told(at) if 0 <= at < len(self.evidence.passages) else ())
            if not other.cell
        )

    def _is_named_elsewhere(self, claim: Claim, fit: Scored, others: Sequence[Scored]) -> bool:
        """Whether the paper has another figure, which fits nothing of the summary, in a row or a sentence that says
        more plainly what the claim is about."""
        return self._is_of_named_row(claim, fit, others) or any(
            self._is_called_alike(claim, fit, each.told) for each in others
        )

    def _is_called_alike(self, claim: Claim, fit: Scored, other: Told) -> bool:
        """Whether the row of another figure is called as the claim's row of a label and a figure is, word for word, of
        which the sentence that has the claimed figure says less."""
        if not claim.listed or fit.told.cell or not other.cell:
            return False
        called = other.label - {"total"} == claim.label - {"total"}
        if other.working is not None or not called or other.numeral.unit is not claim.numeral.unit:
            return False
        own = claim.period is not None and other.period is not None and claim.period.agrees(other.period)
        return self.near(claim.words, other) > fit.near and (own or not other.old)

    def _is_of_named_row(self, claim: Claim, fit: Scored, others: Sequence[Scored]) -> bool:
        """ "Then Elm with 23.8%, and Oak with 27.1%", where 23.8 stands in a row that the sentence does not name, and
        Elm's row has another figure in that column, which the sentence does not give to anything else."""
        own = fit.told
        if claim.row or not own.cell or own.working is not None or not own.label or own.label & claim.words.keys():
            return False
        passages = self.evidence.passages
        other = about(" ".join(match["what"] for match in _COMPARED_WITH.finditer(claim.text)))
        named = frozenset(word for word in claim.own - other if claim.words.get(word, 0.0) >= CLAUSE)
        return any(
            each.told.label
            and (each.told.label <= named or self._is_called_short(each.told.passage, named))
            and each.told.working is None
            and passages[each.told.passage].table == passages[own.passage].table
            and not any(fit_each(beside, each.told.numeral) for beside in (*claim.beside, *claim.before))
            and heading_of(each.told) == heading_of(own)
            for each in others
        )

    def _is_named(self, label: frozenset[str], words: frozenset[str], part: float = CALLED) -> bool:
        """Whether some words name a row that is called so: by such a part of its label."""
        weigh = self.evidence.weight
        whole = sum(weigh(word) for word in label - {"total"})
        return whole > 0 and sum(weigh(word) for word in label & words - {"total"}) >= part * whole

    def _is_called_short(self, at: int, own: Set[str]) -> bool:
        """ "Housing" for the row "Housing account", "borrowing" for "New borrowing"."""
        passage = self.evidence.passages[at]
        words = passage.quote.text.split()
        ends = about(words[0]) | about(words[-1])
        others = [
            told[0].label
            for row in self.evidence.rows_of(passage.table)
            if row != at and (told := self.evidence.told(row))
        ]
        return any(not any(word in label for label in others) for word in ends & own)

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
