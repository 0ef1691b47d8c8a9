"""Part of the room `products`: which column and which row of a table a claim can mean.

Takes a claim and a cell that fits it, gives whether another cell of its row, its column or its table is meant: by the
headings that the claim names, by the period, or by where the other figures of its sentence stand.
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import FROM
from scrutiny.products.verifying.contrasts import Contrasts
from scrutiny.products.verifying.derived import HIGHEST, LOWEST
from scrutiny.products.verifying.likeness import Scored, fit_each, is_distinct
from scrutiny.products.verifying.making import CLAUSE
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Numeral, fits, stands_among
from scrutiny.products.verifying.owners import heading_of, is_change
from scrutiny.products.verifying.telling import is_then
from scrutiny.products.verifying.times import is_earlier, names_time
from scrutiny.products.verifying.wording import COMPARING, about, singular, weights, years_of
from scrutiny.products.verifying.workings import says_apart

APART = 0.25
"""By how much a word says more about one cell than about another."""

HEADED = 0.4
"""What the heading and the caption of a table say of each of its cells at least."""

_SMALL = pattern_of(r"(?<![\w'’-])[a-z][\w'’-]+")
_CAPITAL = pattern_of(r"(?<![\w'’-])[A-Z][a-z][\w'’-]+")

EXTREMES = frozenset(singular(word) for word in HIGHEST | LOWEST)

LABELS = 0.75
"""What a word of a claim's own clause or label says about it at least."""

_COMPARED_WITH = pattern_of(rf"\b(?:{COMPARING})\s+(?P<what>[^\d,;:.()]{{2,60}})", re.IGNORECASE)
"""What a sentence names only to set its figure against: "far fewer than in Elm"."""

CALLED = 0.6
"""The part of a row's label, by the rarity of its words, that names it."""

NEAR = 0.3
"""What a word of the heading, or of the sentence before, says about a figure at least."""

HALF = 0.5
"""The part that is enough where its figure is given too."""


@functools.lru_cache(maxsize=512)
def said_of(text: str, numeral: Numeral) -> Mapping[str, float]:
    """What a sentence says of one of its numerals: asked for every figure of the paper that may be meant."""
    return weights(text, numeral)


class Columns(Contrasts):
    """A cell that fits, among those of its row, its column and its table."""

    def _rules_out(self, claim: Claim, fit: Told, other: Told, *, telling: bool = False) -> bool:
        """Whether another cell of the same table agrees with all of the claim that this one agrees with, and with one
        of its own words more; or is of the present where this one is not and the claim does not say so."""
        passages = self.evidence.passages
        if any(fits(each, other.numeral) for each in claim.beside):
            return False
        if claim.numeral.unit is fit.numeral.unit is not other.numeral.unit and claim.numeral.unit is Unit.POUNDS:
            return False  # what is said in pounds is not what a column of cases has
        if other.working is not None:
            return False
        if fit.passage == other.passage and not claim.row and says_apart(claim) and is_change(fit):
            return False  # "£1.2m below its budget" is in the column of variances, not of budgets
        if passages[fit.passage].table != passages[other.passage].table:
            # the same row of another table, which alone names what the claim names: the total of another panel
            same = bool(fit.label) and fit.label == other.label
            same = same and not (telling and self._holds_beside(claim, fit))
            return same and self._says_more(claim, fit, other, alone=True)
        beside = fit.passage == other.passage and other.numeral.unit is fit.numeral.unit
        if fit.old and not other.old and beside and FROM.search(claim.text[: claim.start]) is None:
            own = claim.own or claim.words.keys()
            gone = fit.old - heading_of(other)  # "Yachts 2022/23" beside "Yachts 2023/24"
            said = {word for word, factor in claim.words.items() if factor >= NEAR}
            return not (gone & (own | years_of(said)) or self._gives_present(claim, fit))
        if beside and self._is_of_earlier(claim, fit, other):
            return True
        return (fit.passage == other.passage or not telling) and self._says_more(claim, fit, other)

    def _is_of_earlier(self, claim: Claim, fit: Told, other: Told) -> bool:
        """Whether another cell of a row is of a later time of the same measure, and a claim names no time and gives
        neither that nor any other figure of the row: then it speaks of the latest."""
        row = [each for each in self.evidence.told(fit.passage) if each.working is None and not is_change(each)]
        if fit not in row or other not in row or not is_earlier(fit, other, in_order=row.index(fit) < row.index(other)):
            return False
        return not names_time(claim) and not any(
            fits(each, own.numeral) for each in claim.beside if each.number for own in row if own is not fit
        )

    def _gives_present(self, claim: Claim, fit: Told) -> bool:
        """Whether the sentence has another figure of a cell's row, which is of the present: then this one is not,
        unless the sentence says that the other one is the earlier."""
        row = [each for each in self.evidence.told(fit.passage) if not each.old]
        return (
            not claim.row
            and any(
                each.unit is claim.numeral.unit  # a share is told beside the level of its own time
                and is_distinct(each, seldom=True)
                and any(fits(each, own.numeral) for own in row)
                and not (is_then(claim.text, each.end) or FROM.search(claim.text[: each.start]))
                for each in claim.beside
            )
        )

    @staticmethod
    def _says_more(claim: Claim, fit: Told, other: Told, *, alone: bool = False) -> bool:
        """Whether another figure agrees with all of the claim that this one agrees with, and with one of its own words
        more; `alone`: with one that is not said of this one at all."""
        more = False
        named = [word for word, factor in claim.words.items() if factor >= LABELS]
        if not claim.row and len(named) > 1 and all(fit.words.get(word, 0.0) >= HEADED for word in named):
            return False  # what heads its table is said of it, though the column beside it repeats a word of that
        for word, factor in claim.words.items():
            by = other.words.get(word, 0.0) - fit.words.get(word, 0.0)
            if by < -APART and factor >= LABELS / 2:
                return False
            much = by >= APART and word not in fit.words if alone else by >= 2 * APART
            more = more or (much and factor >= LABELS)
        return more

    def _holds_beside(self, claim: Claim, told: Told) -> bool:
        """Whether another figure of the claim's sentence stands in the row of a figure."""
        there = self.evidence.passages[told.passage].numerals
        return any(stands_among(each, there, row=claim.row) for each in claim.beside)

    def _is_of_named_row(self, claim: Claim, fit: Scored, others: Sequence[Scored]) -> bool:
        """ "Then Elm with 23.8%, and Oak with 27.1%", where 23.8 stands in a row that the sentence does not name, and
        Elm's row has another figure in that column, which the sentence does not give to anything else."""
        own = fit.told
        if claim.row or not own.cell or own.working is not None or not own.label or own.label & claim.words.keys():
            return False
        passages, beside = self.evidence.passages, self._holds_beside(claim, own)
        other = about(" ".join(match["what"] for match in _COMPARED_WITH.finditer(claim.text)))
        named = frozenset(word for word in claim.own - other if claim.words.get(word, 0.0) >= CLAUSE)
        return any(
            each.told.label
            and (each.told.label <= named or (not beside and self._is_called_short(each.told.passage, named)))
            and each.told.working is None
            and passages[each.told.passage].table == passages[own.passage].table
            and not any(fit_each(given, each.told.numeral) for given in (*claim.beside, *claim.before))
            and heading_of(each.told) == heading_of(own)
            for each in others
        )

    def _names_other(self, claim: Claim, told: Told) -> bool:
        """Whether a claim names what the paper knows and does not say of a figure: somebody or something that is always
        written with a capital, or a row of its table, by a word that no other row has."""
        own = (claim.own or claim.label) - told.words.keys() - self.evidence.passages[told.passage].words.keys()
        if own & self._names or not told.cell:
            return bool(own & self._names)
        rows = self.evidence.rows_of(self.evidence.passages[told.passage].table)
        labels = {at: self.evidence.passages[at].label for at in rows}
        said = said_of(claim.text, claim.numeral)
        near = {label: sum(said.get(word, 0.0) for word in label) / len(label) for label in labels.values() if label}
        if not claim.row and any(
            each > near.get(told.label, 0.0) for label, each in near.items() if label <= claim.own
        ):
            return True
        many = Counter(word for label in labels.values() for word in label)
        named = told.label & claim.own or self._holds_beside(claim, told)
        return not named and any(many[word] == 1 for word in own)

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        """The stems of what the paper prints with a capital only."""
        text = " ".join(sheet.text for sheet in self.evidence.sheets)
        small = about(" ".join(_SMALL.findall(text)))
        return about(" ".join(_CAPITAL.findall(text))) - small

    def _is_named(self, label: frozenset[str], words: frozenset[str], part: float = CALLED) -> bool:
        """Whether some words name a row that is called so: by such a part of its label."""
        weigh = self.evidence.weight
        whole = sum(weigh(word) for word in label - {"total"})
        return whole > 0 and sum(weigh(word) for word in label & words - {"total"}) >= part * whole

    def _is_called_short(self, at: int, own: Set[str]) -> bool:
        """ "Housing" for the row "Housing account", "borrowing" for "New borrowing"."""
        passage = self.evidence.passages[at]
        words = passage.quote.text.split()
        ends, labelled = about(words[0]) | about(words[-1]), self.evidence.labelled(passage.table)
        return any(labelled[word] <= (word in passage.label) for word in ends & own)
