"""Part of the room `products`: what a claim is together with that which stands right beside it.

Takes a claim that the paper does not print so, gives what bears it out by what belongs to it in the summary: the other
figure of its cell, the parts that make up a whole, the names that it counts, the word "next" before a date.
"""

import functools
import itertools
import re
from collections.abc import Sequence

from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.crossed import said_of
from scrutiny.products.verifying.likeness import is_distinct
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small
from scrutiny.products.verifying.overrows import OverRows
from scrutiny.products.verifying.owners import way_of_change
from scrutiny.products.verifying.telling import is_said_of, year_compared
from scrutiny.products.verifying.wording import about
from scrutiny.sources import fold

_WAS = pattern_of(
    r"(?:[(\[,;]\s*)?(?:(?:up|down)\s+from|was|were|from|before|previously|last\s+\w+:?)\s+$", re.IGNORECASE
)
"""What stands before the earlier figure of a cell: "9 (was 11)"."""

_NEXT = pattern_of(r"\bnext\b(?:\s+(?:meetings?|sessions?|sittings?|dates?|ones?))?[^.;\d]*$", re.IGNORECASE)
_NEXT_ONE = pattern_of(
    r"\bnext(?:\s+(?:meeting|session|sitting|one))?\W*(?:(?:is|will\s+be)\s+)?(?:on\s+)?$", re.IGNORECASE
)
"""Accepts what stands before the date of the one next meeting: "Next: ", "the next meeting is on "."""

_OF_NEXT = pattern_of(r"\bnext\s+meet", re.IGNORECASE)
_MEETS_NEXT = pattern_of(
    r"\bnext\s+(?:[a-z]+\s+){0,3}?(?:meet\w*|session|sitting)\b|\b(?:meet|sit)s?\s+(?:again|next)\b|"
    r"\b(?:meet\w*|sit)\s+(?:[a-z]+\s+){0,4}?next\b",
    re.IGNORECASE,
)
"""Accepts "The next meeting would be on", "the Forum will next meet on", "The Forum next meets"."""

_MINUTES_OF = pattern_of(
    r"\bminutes\s+(?:of|for|from)\s+(?:(?:the|its|their)\s+)?(?:(?:last|previous)\s+)?(?:(?!an?\b)(?:[\w'’-]+\s+){0,5}meeting\s+)?"
    r"(?:held\s+)?(?:on\s+)?"
    r"(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Accepts what stands before the date of another meeting: "the minutes of ", "Minutes of the harbour board
meeting held on "."""

_OF_MEETINGS = about("next meeting session sitting date board committee panel council forum agenda time")
"""What says nothing of which meeting is the next."""

_OF_IT = pattern_of(
    r"\bof\s+(?:whom|which|them|these|those|the\s+(?:\d|[a-z]+(?:ty|teen)\b))|\bincluding\b", re.IGNORECASE
)
"""Accepts what says that a figure is part of another one: "of whom 17 were", "of the 22 lost 17 were"."""

_APART = pattern_of(r"[,:(–—]|\s-\s|\band\b")

_TITLE = pattern_of(r"^(?:(?:and|the)\s+)?(?:Councillors?|Cllrs?\.?|M(?:r|rs|s|essrs)\.?|Drs?\.?)\s+")
_ITEM = r"[A-Z][\w.'’&-]*(?:\s+(?:(?:of|and|the|for|&)\s+)?[A-Z][\w.'’&-]*){0,5}"
_LIST = rf"{_ITEM}(?:,\s+{_ITEM})*(?:,?\s+(?:and|&)\s+{_ITEM})"
_LISTED_BEHIND = pattern_of(rf"[^:;.()\d]*[:(]\s*(?P<list>{_LIST})\s*(?:[).;]|$)")
_LISTED_BEFORE = pattern_of(rf"(?:^|[:;,]\s+|\b)(?P<list>{_LIST})\s*\(\s*(?:all\s+)?$")
_BETWEEN = pattern_of(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")

_LISTED_THERE = pattern_of(_LIST)
_BRACKET = pattern_of(r"\s*\([^()]{1,80}\)")
LONGEST_LIST = 300
"""Characters in which a list of names stands."""

LEAST_NAMED = 3
"""Names that are counted: of two, each pair of capitals is one."""


class Together(OverRows):
    """What bears a claim out by what belongs to it in the summary."""

    def _belonging(self, claim: Claim) -> Verified | None:
        """What follows for a claim from that which stands right beside it."""
        if claim.row:
            return self._with_its_cell(claim)
        return self._rest_there(claim) or self._named_here(claim) or self._more_than_then(claim)

    def _with_its_cell(self, claim: Claim) -> Verified | None:
        """ "£2,061 (8.8%)", "9 (was 11)": a figure of another unit, or an earlier one, that stands where the figure
        before it in the cell stands: in one sentence, or in one row that is called as the claim's is."""
        for first in claim.cell_mates if claim.numeral.number else ():
            earlier = _WAS.search(claim.text[: claim.text.rfind(claim.numeral.printed)]) is not None
            if first.unit is claim.numeral.unit and not earlier:
                continue
            for at in self.evidence.holding(claim.numeral):
                there = self.evidence.told(at)
                mates = [each for each in there if each.working is None and fits(first, each.numeral)]
                own = next((each for each in there if each.working is None and self._fits(claim, each)), None)
                if own is None or not mates or own in mates:
                    continue
                if own.cell:
                    called = bool(claim.label & own.label)
                    alike = called and (not earlier or (bool(own.old) and not any(each.old for each in mates)))
                else:
                    alike = not earlier and is_distinct(first, seldom=True)
                if alike:
                    return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=own)
        return None

    def _next_meeting(self, claim: Claim) -> Verified | None:
        """ "Next: 19 September": the date that the paper gives for the next meeting, of the body that is named if one
        is."""
        if claim.row or claim.numeral.kind is not Kind.DATE or not _NEXT.search(claim.text[: claim.start]):
            return None
        named = claim.own - _OF_MEETINGS
        dates = [told for told in self._next_meetings if named <= about(told.text)]
        own = next((told for told in dates if fits(claim.numeral, told.numeral)), None)
        if own is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=own)
        if _NEXT_ONE.search(claim.text[: claim.start]) and self._stands_only(claim, self._meetings_minuted):
            return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=tuple(told.quote for told in dates[:2]))
        told_of = sum(len(_OF_NEXT.findall(sheet.text)) for sheet in self.evidence.sheets)
        if named or told_of > len({told.passage for told in dates}) or not dates:
            return None  # what the paper says below a heading of the next meeting may be another date
        if not _NEXT_ONE.search(claim.text[: claim.start]):
            return None
        return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=tuple(told.quote for told in dates[:2]))

    def _minutes_of(self, claim: Claim) -> Verified | None:
        """ "The minutes of 11 September were approved": the date of a meeting of which the paper says that its minutes
        are meant, which its own meeting is not where it names another one."""
        if claim.row or claim.numeral.kind is not Kind.DATE or not _MINUTES_OF.search(claim.text[: claim.start]):
            return None
        named = [told for told in self._meetings_minuted if not told.own]
        own = next((told for told in named if fits(claim.numeral, told.numeral)), None)
        if own is not None:
            return Verified(claim=claim, outcome=Outcome.SUPPORTED, told=own)
        there = (told for at in self.evidence.holding(claim.numeral) for told in self.evidence.told(at))
        of_own = any(told.own and fits(claim.numeral, told.numeral) for told in there)
        if named and (of_own or self._stands_only(claim, self._next_meetings)):
            nearest = tuple(told.quote for told in named[:2])
            return Verified(claim=claim, outcome=Outcome.NOT_FOUND, nearest=nearest)
        return None

    def _stands_only(self, claim: Claim, dates: Sequence[Told]) -> bool:
        """Whether the paper gives a date only as one of some, wherever it gives it."""
        those = {(told.passage, told.start) for told in dates}
        there = [told for at in self.evidence.holding(claim.numeral) for told in self.evidence.told(at)]
        there = [told for told in there if fits(claim.numeral, told.numeral)]
        return bool(there) and all((told.passage, told.start) in those for told in there)

    @functools.cached_property
    def _meetings_minuted(self) -> Sequence[Told]:
        """The dates of the meetings of which the paper names the minutes."""
        return [
            told
            for at, passage in enumerate(self.evidence.passages)
            if any(each.kind is Kind.DATE for each in passage.numerals) and "inutes" in passage.quote.text
            for told in self.evidence.told(at)
            if told.numeral.kind is Kind.DATE and _MINUTES_OF.search(told.text[: told.start])
        ]

    @functools.cached_property
    def _next_meetings(self) -> Sequence[Told]:
        """The dates that the sentences of the paper give for a next meeting."""
        found = []
        for at, passage in enumerate(self.evidence.passages):
            if passage.table is None and _MEETS_NEXT.search(passage.quote.text):
                dates = (told for told in self.evidence.told(at) if told.numeral.kind is Kind.DATE)
                found += [told for told in dates if _MEETS_NEXT.search(told.text[: told.start])]
        return found

    def _rest_there(self, claim: Claim) -> Verified | None:
        """ "22 were lost, 17 gulls, five terns": the rest of a whole, which its sentence divides without a gap, where a
        sentence of the paper gives the whole and, as parts of it, the others, each as that of which the summary says
        it: "of the 22 lost 17 were gulls"."""
        divided = _whole_and_parts(claim)
        if divided is None:
            return None
        whole, parts = divided
        own = said_of(claim.text, claim.numeral)
        for at in self.evidence.holding(whole):
            there = self.evidence.told(at)
            if not (self._is_prose(at) and _OF_IT.search(self.evidence.passages[at].quote.text)) or any(
                fits(claim.numeral, each.numeral) for each in there
            ):
                continue
            held = [next((told for told in there if fits(part, told.numeral)), None) for part in parts]
            if all(
                told is not None and self.near(said_of(claim.text, part), told) > self.near(own, told)
                for part, told in zip(parts, held, strict=True)
            ):
                told = next(each for each in there if fits(whole, each.numeral))
                working = " - ".join(plain(each.value) for each in (whole, *parts))
                return Verified(claim=claim, outcome=Outcome.COMPUTED, working=working, told=told)
        return None

    def _more_than_then(self, claim: Claim) -> Verified | None:
        """ "It costs £131, £21 more than in 2019/20": the difference of a figure of the sentence from that which the
        same table or passage has of the year that is named."""
        numeral = claim.numeral
        way = way_of_change(claim.text, claim.start, numeral.end) if numeral.number else None
        year = year_compared(claim)
        if way is None or year is None:
            return None
        for base in claim.beside:
            if not base.number or base.unit is not numeral.unit or base.end > claim.start:
                continue
            then = base.value - numeral.value if way else base.value + numeral.value
            for at in self.evidence.holding(base) if then > 0 else ():
                table = self.evidence.passages[at].table
                for there in (at,) if table is None else self._rows_of(table):
                    for told in self.evidence.told(there):
                        printed = told.working is None and told.numeral.number
                        if printed and told.numeral.value == then and is_said_of(told, year):
                            figures = plain(base.value), plain(numeral.value), plain(then)
                            working = f"{figures[0]} {'-' if way else '+'} {figures[1]} = {figures[2]}"
                            return Verified(claim=claim, outcome=Outcome.COMPUTED, working=working, told=told)
        return None

    def _named_here(self, claim: Claim) -> Verified | None:
        """ "Three signed it: Ash, Elm and Oak", "Ash, Elm and Oak (three)": as many names as the sentence gives,
        which are all that a list of the paper names."""
        numeral = claim.numeral
        if (
            not numeral.number
            or numeral.unit is not Unit.NUMBER
            or numeral.value < LEAST_NAMED
            or not is_small(numeral)
        ):
            return None
        before = claim.text[max(0, claim.start - LONGEST_LIST) : claim.start]
        listed = _LISTED_BEHIND.match(claim.text, numeral.end) or _LISTED_BEFORE.search(before)
        names = (
            [fold(_TITLE.sub("", each)).rstrip(".") for each in _BETWEEN.split(listed["list"])]
            if listed is not None
            else []
        )
        if len(names) != numeral.value or len(set(names)) < len(names):
            return None
        for sheet in self.evidence.sheets:
            if _lists_just(sheet.text, names):
                told = Told(numeral=numeral, words={}, quote=replace(sheet, text=names[0]), passage=-1)
                return Verified(claim=claim, outcome=Outcome.COMPUTED, working="so many are named", told=told)
        return None


def _lists_just(text: str, names: Sequence[str]) -> bool:
    """Whether a text names some one behind the other in a list that names nobody else: whoever leaves one out has
    counted wrong."""
    first = rf"\b{re.escape(names[0])}\b"
    text = _BRACKET.sub("", text) if names[0] in text else ""
    for at in (match.start() for match in re.finditer(first, text)):
        start, end = max(0, at - LONGEST_LIST), at + LONGEST_LIST
        for listed in _LISTED_THERE.finditer(text, start, end):
            items = _BETWEEN.split(listed[0]) if listed.start() <= at < listed.end() else ()
            if len(items) == len(names) and all(
                sum(re.search(rf"\b{re.escape(name)}\b", item) is not None for item in items) == 1 for name in names
            ):
                return True
    return False


def _whole_and_parts(claim: Claim) -> tuple[Numeral, Sequence[Numeral]] | None:
    """The whole before a claim and its other parts, where they stand next to one another and make it up: all numbers of
    the clause that ends with the claim."""
    numeral = claim.numeral
    if not numeral.number or numeral.unit not in (Unit.NUMBER, Unit.POUNDS):
        return None
    clause = claim.text.rfind(";", 0, claim.start)
    numbers = [each for each in claim.beside if each.number and each.start > clause and each.unit is numeral.unit]
    before = [each for each in numbers if each.end <= claim.start]
    if len(before) < 2 or any(each.start > claim.start for each in numbers):
        return None
    whole, *parts = before
    gaps = itertools.pairwise([*before, numeral])
    if not all(_APART.search(claim.text[one.end : other.start]) for one, other in gaps):
        return None
    return (whole, parts) if whole.value == sum((each.value for each in parts), numeral.value) else None
