"""Part of the room `products`: which column and which row of a table a claim can mean.

Takes a claim and a cell that fits it, gives whether another cell of its row, its column or its table is meant: by the
headings that the claim names, by the period, or by where the other figures of its sentence stand.
"""

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import FROM
from scrutiny.products.verifying.crossed import HALF, LABELS, Crossed, said_of
from scrutiny.products.verifying.derived import HIGHEST, LOWEST
from scrutiny.products.verifying.likeness import Scored, is_distinct
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import fits, is_small, stands_among
from scrutiny.products.verifying.owners import NAMED, heading_of, is_change
from scrutiny.products.verifying.telling import is_earlier, is_of_other_period, is_then
from scrutiny.products.verifying.times import periods_in
from scrutiny.products.verifying.wording import about, singular, years_of
from scrutiny.products.verifying.workings import says_apart

APART = 0.25
"""By how much a word says more about one cell than about another."""

HEADED = 0.4
"""What the heading and the caption of a table say of each of its cells at least."""

EXTREMES = frozenset(singular(word) for word in HIGHEST | LOWEST)


class Columns(Crossed):
    """A cell that fits, among those of its row, its column and its table."""

    def _rules_out(self, claim: Claim, fit: Told, other: Told) -> bool:
        """Whether another cell of the same table agrees with all of the claim that this one agrees with, and with one
        of its own words more; or is of the present where this one is not and the claim does not say so."""
        passages = self.evidence.passages
        if any(fits(each, other.numeral) for each in claim.beside):
            return False
        if claim.numeral.unit is fit.numeral.unit is not other.numeral.unit and claim.numeral.unit is Unit.POUNDS:
            return False  # what is said in pounds is not what a column of cases has
        if other.working is not None or (not fit.label and self._holds_row(claim, fit)):
            return False
        if fit.passage == other.passage and not claim.row and says_apart(claim) and is_change(fit):
            return False  # "£1.2m below its budget" is in the column of variances, not of budgets
        if passages[fit.passage].table != passages[other.passage].table:
            # the same row of another table, which alone names what the claim names: the total of another panel
            if bool(fit.label) and fit.label == other.label and self._says_more(claim, fit, other, alone=True):
                return True
            return claim.row and _says_all(claim, other) and self._says_more(claim, fit, other)
        beside = fit.passage == other.passage and other.numeral.unit is fit.numeral.unit
        if beside and (_of_other_years(claim, fit, other) or is_of_other_period(claim, fit, other)):
            return True
        then = FROM.search(claim.text[: claim.start]) is not None or _is_of_its_part(claim, fit)
        if fit.old and not other.old and beside and not then:
            own = claim.own or claim.words.keys()
            gone = fit.old - heading_of(other)  # "Yachts 2022/23" beside "Yachts 2023/24"
            return not (gone & (own | years_of(claim.words)) or self._gives_present(claim, fit))
        if fit.passage == other.passage and self._keeps_column(claim, fit):
            return False
        return self._says_more(claim, fit, other)

    @staticmethod
    def _says_more(claim: Claim, fit: Told, other: Told, *, alone: bool = False) -> bool:
        """Whether another figure agrees with all of the claim that this one agrees with, and with one of its own words
        more; `alone`: with one that is not said of this one at all."""
        more, bound = False, _bound_years(claim)
        named = [word for word, factor in claim.words.items() if factor >= LABELS]
        if not claim.row and len(named) > 1 and all(fit.words.get(word, 0.0) >= HEADED for word in named):
            return False  # what heads its table is said of it, though the column beside it repeats a word of that
        for word, factor in claim.words.items():
            by = other.words.get(word, 0.0) - fit.words.get(word, 0.0)
            if by < -APART and factor >= LABELS / 2:
                return False
            much = by >= APART and word not in fit.words if alone else by >= 2 * APART
            more = more or (much and factor >= LABELS and word not in bound)
        return more

    def _keeps_column(self, claim: Claim, fit: Told) -> bool:
        """ "Elm has the highest rate (39.5), followed by Oak pupils with 31.7", where both figures stand in rows of one
        column, each in that which the sentence calls so, and a word of its heading too: a list keeps to its column."""
        passages, heading = self.evidence.passages, heading_of(fit)
        if claim.row or not fit.cell or fit.working is not None or not heading & claim.own:
            return False
        table = passages[fit.passage].table
        own = frozenset(word for word, factor in said_of(claim.text, claim.numeral).items() if factor >= LABELS)
        if not (self._is_named(fit.label, own, HALF) or any(self._is_only_in(word, fit) for word in fit.label & own)):
            return False
        return any(
            told.working is None
            and fits(each, told.numeral)
            and heading_of(told) == heading
            and told.label & said_of(claim.text, each).keys() - fit.label
            for each in claim.beside
            if each.number and each.unit is claim.numeral.unit and not is_small(each)
            for at in self.evidence.holding(each)
            if passages[at].table == table and at != fit.passage
            for told in self.evidence.told(at)
        )

    def _is_only_in(self, word: str, told: Told) -> bool:
        """Whether no other row of a cell's table is called by a word."""
        passages = self.evidence.passages
        table = passages[told.passage].table
        there = (at for at, _ in self.evidence.by_word.get(word, ()) if passages[at].table == table)
        return not any(word in each.label for at in there if at != told.passage for each in self.evidence.told(at)[:1])

    def _gives_present(self, claim: Claim, fit: Told) -> bool:
        """Whether the sentence has another figure of a cell's row, which is of the present: then this one is not,
        unless the sentence says that the other one is the earlier."""
        row = [each for each in self.evidence.told(fit.passage) if not each.old and each.label == fit.label]
        return not claim.row and any(
            is_distinct(each, seldom=True)
            and any(fits(each, own.numeral) for own in row)
            and not (is_then(claim.text, each.end) or FROM.search(claim.text[: each.start]))
            for each in claim.beside
        )

    def _beside_its_column(self, claim: Claim, fit: Told) -> bool:
        """ "Nine were late at Elm; Oak had the fewest (4)", where 4 stands in Oak's row in another column than Elm's
        nine, of which the sentence says nothing: a sentence keeps to its column."""
        if claim.row or not fit.cell or fit.working is not None or not fit.label & claim.own or fit.period is not None:
            return False
        said = {word for word, factor in claim.words.items() if factor >= 1 and word in claim.own}
        if said - fit.label - EXTREMES:
            return False  # it says of its figure itself what it is
        passages, heading = self.evidence.passages, heading_of(fit)
        table = passages[fit.passage].table
        columns = {
            heading_of(told)
            for each in claim.beside
            if each.number and not is_small(each)
            for at in self.evidence.holding(each)
            if passages[at].table == table and at != fit.passage
            for told in self.evidence.told(at)
            if fits(each, told.numeral) and told.period is None and self._is_called(claim, told)
        }
        if not columns or heading in columns or any(heading - column & claim.words.keys() for column in columns):
            return False
        return any(
            heading_of(told) in columns and told.numeral.unit is fit.numeral.unit and not self._fits(claim, told)
            for told in self.evidence.told(fit.passage)
        )

    def _of_another_row(self, claim: Claim, fit: Scored, other: Scored) -> bool:
        """Whether the claim's other figures stand in another row of the table, which it is as much about, and none in
        this one: "it was 90.4 % against a target of 92 %"."""
        passages = self.evidence.passages
        one, there = fit.told, other.told
        return (
            not claim.row
            and one.cell
            and there.cell
            and there.working is None
            and one.passage != there.passage
            and other.near >= fit.near
            and self._holds_beside(claim, there)
            and (
                fit.anchors == 0
                if passages[one.passage].table == passages[there.passage].table
                else one.label == there.label and not self._holds_beside(claim, one)
            )
            and not any(
                factor >= LABELS / 2 and one.words.get(word, 0.0) - there.words.get(word, 0.0) >= APART
                for word, factor in claim.words.items()
            )
            and not any(fits(each, there.numeral) for each in claim.beside)
        )

    def _is_called(self, claim: Claim, told: Told) -> bool:
        """Whether a sentence names the row of a cell."""
        return self._is_named(told.label, claim.own)

    def _holds_row(self, claim: Claim, fit: Told) -> bool:
        """Whether a row of the paper has all figures of the claim's row: then it is that one, though its label was not
        read."""
        there = self.evidence.passages[fit.passage].numerals
        others = [each for each in claim.beside if each.number]
        return claim.row and bool(others) and all(any(fits(each, own) for own in there) for each in others)

    def _holds_beside(self, claim: Claim, told: Told) -> bool:
        """Whether another figure of the claim's sentence stands in the row of a figure."""
        there = self.evidence.passages[told.passage].numerals
        return any(stands_among(each, there, row=claim.row) for each in claim.beside)


def _is_of_its_part(claim: Claim, told: Told) -> bool:
    """Whether a claim names the quarter or the month of a cell's column."""
    named = [claim.period] if claim.period is not None else periods_in(claim.text)
    return told.period is not None and any(each.part is not None and each.agrees(told.period) for each in named)


_BOUND_YEAR = pattern_of(r"\b(?:after|beyond|before|until|than\s+(?:in|for|at))\s+((?:19|20)\d\d(?:[/–-]\d\d)?)")
"""Accepts "after 2016/17", "more than in 2020/21": what is of other years."""


def _bound_years(claim: Claim) -> frozenset[str]:
    """The years that a sentence names only to say that its figures are of others."""
    return about(" ".join(match[1] for match in _BOUND_YEAR.finditer(claim.text)))


def _of_other_years(claim: Claim, fit: Told, other: Told) -> bool:
    """Whether the column of a cell is of other years than the claim, and that of another cell of the row is not."""
    if not fit.years or not other.years or is_earlier(claim):
        return False
    years = {word: claim.words[word] for word in years_of(claim.words) - _bound_years(claim)}
    most = max(years.values(), default=0.0)
    meant = {word for word, factor in years.items() if factor == most >= NAMED}  # "12, 3 more than in 2021" is of now
    return bool(other.years & meant) and not fit.years & meant


def _says_all(claim: Claim, told: Told) -> bool:
    """Whether each word of a claim's label and heading is said of a figure as much as of the claim."""
    return all(told.words.get(word, 0.0) >= LABELS for word, factor in claim.words.items() if factor >= 1)
