"""Part of the room `products`: figures of a summary that stand in one another's place.

Takes a claim and a figure of the paper that fits it, gives whether that figure is what the summary says of another one:
of its sentence, of the sentence before, or of what it is set against.
"""

import functools
import re
from collections.abc import Mapping, Sequence, Set

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contrasts import Contrasts
from scrutiny.products.verifying.likeness import Scored, fit_each
from scrutiny.products.verifying.making import CLAUSE
from scrutiny.products.verifying.model import Claim
from scrutiny.products.verifying.numerals import Numeral
from scrutiny.products.verifying.owners import heading_of
from scrutiny.products.verifying.wording import COMPARING, about, weights

LABELS = 0.75
"""What a word of a claim's own clause or label says about it at least."""

_COMPARED_WITH = pattern_of(rf"\b(?:{COMPARING})\s+(?P<what>[^\d,;:.()]{{2,60}})", re.IGNORECASE)
"""What a sentence names only to set its figure against: "far fewer than in Elm"."""

CALLED = 0.6
"""The part of a row's label, by the rarity of its words, that names it."""

HALF = 0.5
"""The part that is enough where its figure is given too."""


@functools.lru_cache(maxsize=512)
def said_of(text: str, numeral: Numeral) -> Mapping[str, float]:
    """What a sentence says of one of its numerals: asked for every figure of the paper that may be meant."""
    return weights(text, numeral)


class Crossed(Contrasts):
    """Whether a figure stands where another one should."""

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
