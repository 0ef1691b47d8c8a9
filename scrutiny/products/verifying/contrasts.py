"""Part of the room `products`: what tells the figures of one sentence apart.

Takes a sentence and its figures of one kind, gives each its part of the sentence: when it was, whether it is meant or
came about, what it measures, whether it is a mean or an extreme, and of what it is told, preposition by preposition.
A claim that says of a figure what the paper says of its neighbour, and not of it, has the wrong one.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.dates import BACK, MONTH, PERIOD, TIME_BEFORE
from scrutiny.language.direction import PLANNED
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.measures import Measure, measure_of
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, fits
from scrutiny.products.verifying.owners import CUTS, Owners, alike_in
from scrutiny.products.verifying.roles import things_at, way_of
from scrutiny.products.verifying.times import names_time
from scrutiny.products.verifying.wording import about, respective, years_of
from scrutiny.statements import find_quantities
from scrutiny.tables.roles import find_period

_PLANNED = pattern_of(
    rf"(?:\b(?:had|ha[sv]e?|been|is|are|was|were)\s+)*\b(?:{PLANNED}|should|must|will|would|"
    r"(?:is|are|was|were|ha(?:s|ve)|needs?)\s+to|wants?|hope[sd]?)\b",
    re.IGNORECASE,
)
_DONE = pattern_of(
    r"\b(?:was|were|had|ha[sv]e?|did|actual(?:ly)?|outturn|came|made|spent|paid|stood|fell|rose|got|took|gave|won|lost|"
    r"(?<!the )(?<!an )(?<!a )[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_EXTREMES = {
    "mean": r"averag\w*|mean|median|typical(?:ly)?",
    "most": r"longest|highest|largest|biggest|best|most|greatest|oldest|maximum|peak\w*",
    "least": r"shortest|lowest|smallest|worst|fewest|least|youngest|minimum",
}
_EXTREME = pattern_of("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _EXTREMES.items()), re.IGNORECASE)
_BASE = r"\b(?:since|than\s+(?:in|for|at)|from|(?:up|down|rise|fall|increase|decrease)\s+(?:on|from))\s+(?:the\s+)?"
_YEAR = r"(?<![£\d,.])(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?(?!\d|,\d|%)"
_IN_MONTH = r"\b(?:in|during|by|of|for|to|until|till|early|late|last|between|and|at)\s+(?:\d{1,2}\s+)?"
_WHEN = pattern_of(
    rf"(?P<base>{_BASE})?(?P<year>{_YEAR})|(?:(?P<from>{_BASE})|{_IN_MONTH}|(?=[A-Z][a-z]+\s+(?:to|until|and)\s+(?:{MONTH})\b))(?P<month>{MONTH})\b(?!\s+(?:meeting|report|paper|review))",
    re.IGNORECASE,
)
_SPAN = pattern_of(
    r"\b(?:(?:(?:over|in|during|within)\s+(?:the\s+)?(?:last|past|latest)\s+|over\s+(?:the|a)\s+|"
    r"in\s+(?:just\s+)?(?:a|one)\s+(?:single\s+)?)(?P<span>year|quarter|month|week|decade|term)|(?P<since>since))\b",
    re.IGNORECASE,
)
_THEN = pattern_of(rf"\b(?:{PERIOD}s\s+{BACK}|{TIME_BEFORE}(?!['’])|before\s+that)\b", re.IGNORECASE)
_SLOT = pattern_of(
    r"\b(in|at|of|for|from|by|on|among|amongst|to|with|within|until|till|into|against|through|under)\b", re.IGNORECASE
)
_HELD = pattern_of(
    r"\W*(?:[£\d][\d.,]*%?[mk]?\s+)?(?:against|(?:up|down)\s+(?:from|on)|(?:when\s+|as\s+)?compared\s+(?:to|with)|versus|(?:and\s+|but\s+|or\s+)?(?:is\s+|was\s+|well\s+|just\s+)?(?:above|below|higher\s+than|"
    r"lower\s+than|more\s+than|less\s+than|fewer\s+than|ahead\s+of|behind|short\s+of))\b",
    re.IGNORECASE,
)
_STARTS = pattern_of(r"\b(?:opens?|opened|start(?:s|ed)?|beg[aiu]ns?|launched|commenced|from)\b", re.IGNORECASE)
_ENDS = pattern_of(r"\b(?:end(?:s|ed)?|finish(?:es|ed)?|concluded|until|till|clos(?:es|ed)|to)\b", re.IGNORECASE)
_COMPARED = pattern_of(
    r"\b(?:than|unlike|below|above|against|versus|behind|(?:ahead|short)\s+of|compared?\s+(?:with|to))\s", re.IGNORECASE
)


_SIDES = {
    "pro": r"in\s+favour|support(?:s|ed|ing)?|backed|agreed|welcomed",
    "contra": r"against(?=\s*(?:[.,;)]|and\b|it\b|that\b|\x00|$))|oppos(?:e|es|ed|ing)|object(?:s|ed)?|disagreed|"
    r"rejected",
    "neither": r"no\s+(?:view|opinion)|undecided|neutral|neither|not\s+sure|unsure|abstain(?:ed|ing)?",
}  # fmt: skip
_SIDE = pattern_of("|".join(rf"\b(?P<{name}>{words})" for name, words in _SIDES.items()), re.IGNORECASE)


class Part(Struct, frozen=True, kw_only=True):
    """What a sentence says of one of its figures, by the words of its own part on both sides."""

    stems: frozenset[str] = frozenset()
    slots: Mapping[tuple[str, str], frozenset[str]] = {}
    """The stems behind each preposition before it or behind it."""
    counted: frozenset[str] = frozenset()
    """Those of what it counts, which the next figure may count too."""
    years: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    """The years from which something moved: "since 2021", "more than in 2021"."""
    months: frozenset[str] = frozenset()
    span: str | None = None
    """How long it took: "over the last year", "since"."""
    then: bool = False
    planned: bool | None = None
    """Whether it is meant to be or came about."""
    lead: frozenset[str] = frozenset()
    """The stems before it, which may be said of the next figures as well."""
    elliptic: bool = False
    """Whether its part has no subject of its own: "and cost £2m", "and in the south 40"."""
    measure: Measure | None = None
    extreme: str | None = None
    side: str | None = None
    """Of those who were asked, those for or against something."""
    text: str = ""
    end: bool | None = None
    """Of a day: whether something ended or began on it."""
    moved: bool | None = None
    """Where it is how far something rose or fell."""
    held: bool = False
    """Whether the figure before it is held against it."""


Parts = Mapping[int, Part]
"""For each figure of a sentence, by where it begins, its part."""


@functools.lru_cache(maxsize=4096)
def parts_of(text: str, numerals: tuple[Numeral, ...], *, base: bool) -> Parts:
    """The parts of the figures of one kind; with `base`, the years from which something moved are told as well."""
    ordered = sorted(numerals, key=lambda each: each.start)
    befores, behinds = [_last_clause(text[: ordered[0].start])], list[str]()
    for one, other in itertools.pairwise(ordered):
        gap = text[one.end : other.start]
        found = next((list(cut.finditer(gap)) for cut in CUTS if cut.search(gap)), [])
        if (label := _LABEL.fullmatch(gap)) is not None:
            found = [label]
        behinds.append(gap[: found[0].start()] if found else gap)
        befores.append(gap[found[-1].start() :] if found else gap)
    behinds.append(_first_clause(text[ordered[-1].end :]))
    for at in reversed(range(len(ordered) - 1)):
        if _ONE_PART.fullmatch(text[ordered[at].end : ordered[at + 1].start]):
            behinds[at], befores[at + 1] = behinds[at + 1], befores[at]
    found_parts: dict[int, Part] = {}
    last, last_start, lead = Part(), 0, _when(befores[0], base=base)
    for numeral, before, behind in zip(ordered, befores, behinds, strict=True):
        at, last_start = last_start, numeral.start
        part = _part_of(text, numeral, before, behind, base=base)
        part = replace(part, elliptic=numeral is not ordered[0] and _goes_on(before))
        if part.elliptic:
            silent = not (_PLANNED.search(part.text) or _DONE.search(part.text))
            planned = last.planned if silent else part.planned
            part = replace(
                part, planned=planned, extreme=part.extreme or last.extreme, measure=part.measure or last.measure
            )
        if _JOINS.fullmatch(before) or (before.strip() == "and" and _BETWEEN.search(text, 0, at)):
            part = replace(part, stems=part.stems | last.stems, slots={**last.slots, **part.slots})
        elif not part.years and not part.months:
            part = replace(part, years=lead[0], months=lead[1])
        found_parts[numeral.start] = last = part
    return found_parts


_ONE_PART = pattern_of(r"\s*[–-]\s*|\s+(?:out\s+)?of\s+(?:(?:the|its|their|our|all)\s+)?")
"""Between the ends of a range, and between a part and its whole: the same is said of both."""

_LABEL = pattern_of(r"[.;,]?\s*[A-Z][\w ]{0,30}[:=–-]\s*")
"""Between the figures of "For: 12 Against: 9"."""

_JOINS = pattern_of(r"\s*to\s+(?:[a-z]+\s+){0,2}", re.IGNORECASE)
_BETWEEN = pattern_of(r"\bbetween\s+(?:about\s+)?$", re.IGNORECASE)
"""Between the ends of "from 40 to 50": of the second all is said that is said of the first."""


def _part_of(text: str, numeral: Numeral, before: str, behind: str, *, base: bool) -> Part:
    whole = f"{before} \x00 {behind}"
    years, months, bases = _when(whole, base=base)
    span, side = _SPAN.search(whole), _SIDE.search(whole)
    extremes = {each.lastgroup for each in _EXTREME.finditer(whole)}
    slots = {("before", name): stems for name, stems in _slots(before)}
    slots |= {("behind", name): stems for name, stems in _slots(behind)}
    end = None
    if numeral.kind is Kind.DATE:
        starts, ends = _STARTS.search(before), _ENDS.search(before)
        end = None if (starts is None) is (ends is None) else ends is not None
    moved = None if way_of(text, numeral.start, numeral.end) is None else True
    opens = before[:OPENING]
    near = _SPAN.sub("", f"{_NEAR_BEFORE.split(before)[-1][-NEAR:]} \x00 {behind[:NEAR]}")
    return Part(
        stems=_plain(whole), lead=_plain(before), slots=slots, counted=things_at(text, numeral.end),
        years=years, months=months, bases=bases, span=None if span is None else (span["span"] or "since").lower(),
        side=None if side is None else side.lastgroup, text=whole,
        then=moved is None and (_THEN.search(near) or _THEN.search(opens)) is not None,
        planned=_is_planned(whole), end=end,
        extreme=next(iter(extremes)) if len(extremes) == 1 else None,
        measure=measure_of(text, numeral.start, numeral.end) if numeral.unit is Unit.POUNDS else None,
        moved=moved, held=_HELD.match(before) is not None,
    )  # fmt: skip


def _goes_on(before: str) -> bool:
    """Whether a part has no subject of its own before its figure: of a clause of its own one word may be it."""
    return len(_plain(_SLOT.split(before)[0])) < (1 if CUTS[0].match(before) else 2)


def _slots(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    pieces = _SLOT.split(text)
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        if not _OPENS_WITH_YEAR.match(content):  # "in 2021 a berth cost"
            yield name.lower(), _plain(_PHRASE_END.split(content)[0])


_OPENS_WITH_YEAR = pattern_of(rf"\s+{_YEAR}")
_PHRASE_END = pattern_of(
    r",(?!\d)|[;:()]|\b(?:will|would|is|are|was|were|ha[sv]e?|had|be|been|who|which|that|and|or)\b", re.IGNORECASE
)


_LIES_BY = pattern_of(rf"\b(?:over|under|above|below|within)\s+(?:(?:the|its)\s+)?{PLANNED}\b", re.IGNORECASE)
"""How far something lies from what it was meant to be, which it is not itself."""


def _is_planned(text: str) -> bool | None:
    text = _LIES_BY.sub("", text)
    planned = _PLANNED.search(text) is not None
    done = _DONE.search(_PLANNED.sub("", text)) is not None
    return planned if planned is not done else None


OPENING = 25
"""Characters in which a sentence begins with the time of which it is: "In the previous year"."""

NEAR = 45
"""Characters within which a sentence says that a figure is of an earlier time."""

_NEAR_BEFORE = pattern_of(r"[,;:]")


def _plain(text: str) -> frozenset[str]:
    stems = about(_WORKING.sub("", text))
    stems = stems - years_of(stems) - _TIMES | frozenset(_DIGITS.findall(text))
    return stems | {"<other>"} if _OTHER.search(text) else stems


_WORKING = pattern_of(r"\bworking\s+(?=(?:day|hour|week)s?\b)", re.IGNORECASE)
_TIMES = about(
    "within inside minutes hours days weeks fortnights months quarters terms years above below short rather instead"
)
"""How long something took, and where a figure lies, which say nothing of what it was."""

_OTHER = pattern_of(r"\b(?:other|remaining|rest)\b", re.IGNORECASE)
_DIGITS = pattern_of(r"(?<![\d.,])(?<!\d[/–-])\d{2,3}(?![\d,.]\d|\d)")


def _when(text: str, *, base: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The years and months of a part of a sentence, and the years from which something moved."""
    found = list(_WHEN.finditer(text))
    bases = _years(each for each in found if each["base"])
    found = [each for each in found if base or not (each["base"] or each["from"])]
    return _years(found), frozenset(each["month"][:3].lower() for each in found if each["month"]), bases


def _years(found: Iterable[re.Match[str]]) -> frozenset[str]:
    return frozenset(str(period) for each in found if each["year"] and (period := find_period(each["year"])))


def _last_clause(lead: str) -> str:
    return lead[max((each.end() for each in CUTS[0].finditer(lead)), default=0) :]


def _first_clause(tail: str) -> str:
    end = CUTS[0].search(tail)
    return tail[: end.start()] if end is not None else tail


_OUT_OF = pattern_of(r"\w\s+(?:out\s+)?of\s+(?:the|these|those|all|its|our)?\s*$", re.IGNORECASE)
"""Before a whole of which the sentence tells a part: "nine of the 12"."""

_EQUALS = pattern_of(r"[=x×+]\s*$")

COVERED = 0.5
"""The part of what tells another figure from the one that fits, which says that the claim is of that one."""


def _told(here: Part, own: Part, other: Part) -> list[tuple[object, object, object]]:
    """What may tell a figure apart: for the claim, for the figure that fits, and for another one."""
    told: list[tuple[object, object, object]] = [
        (here.extreme, own.extreme, other.extreme), (here.span, own.span, other.span),
        (here.measure, own.measure, other.measure), (here.moved, own.moved, other.moved),
        (here.side, own.side, other.side),
    ]  # fmt: skip
    if own.end is not None:
        told.append((here.end, own.end, other.end))
    return told if own.planned is None else [*told, (here.planned, own.planned, other.planned)]


MOSTLY_SAID = 0.7
"""The part of what tells the figure that fits up to which a claim that says all of the other is of that one."""

_GENERIC = about("rate average figure level number share total mean score percentage amount sum cost costs value")


class Contrasts(Owners):
    """Whether a claim says of a figure what the paper says of another one of its sentence."""

    def _is_of_neighbour(self, claim: Claim, fit: Told) -> bool:
        if (
            (claim.row and not claim.label)
            or fit.cell
            or fit.working is not None
            or claim.numeral.kind not in (Kind.NUMBER, Kind.DATE)
        ):
            return False
        counted = {each.start for each in find_quantities(fit.text)} | {fit.start}
        alike = tuple(
            each
            for each in alike_in(self._numerals_of(fit), fit.numeral)
            if each.start in counted or not each.number or each.fraction or each.unit is not Unit.NUMBER
        )  # not what only names something: "under Rule 12"
        parts = parts_of(fit.text, alike, base=True)
        own = parts.get(fit.start)
        if own is None or respective(fit.text, alike):
            return False
        if _OUT_OF.search(claim.text[: claim.start]) or _EQUALS.search(fit.text[: fit.start]):
            return False
        here = self._part_of_claim(claim)
        if here.span and own.span and here.span != own.span:
            return True
        if (here.side and own.side and here.side != own.side) or {here.extreme, own.extreme} == {"most", "least"}:
            return True
        if here.months and own.months and not here.months & own.months:
            return True
        others = [each for each in alike if each.start != fit.start and not fits(claim.numeral, each)]
        if self._is_of_then(claim, own, fit, [parts[each.start] for each in others if each.start < fit.start]):
            return True
        others = [each for each in others if not any(fits(given, each) for given in claim.beside if given.number)]
        return any(self._says_of_other(claim, here, own, parts[each.start]) for each in others)

    def _is_of_then(self, claim: Claim, own: Part, fit: Told, before: Iterable[Part]) -> bool:
        """ "Nine in ten were late; in the same quarter of 2023 it was 84%": whether a figure is told of an earlier time
        behind one that is of no such time, and a claim names no time and gives no other figure of the sentence."""
        if own.moved or not (own.then or own.years - own.bases) or names_time(claim):
            return False
        there = [each for each in self._numerals_of(fit) if each.number and each.start != fit.start]
        if any(fits(each, other) for each in claim.beside if each.number for other in there):
            return False
        return any(not (each.then or each.years or each.planned or each.held) for each in before)

    def _numerals_of(self, told: Told) -> tuple[Numeral, ...]:
        return self.evidence.passages[told.passage].numerals if told.passage >= 0 else find_numerals(told.text)

    @staticmethod
    def _part_of_claim(claim: Claim) -> Part:
        """What a claim says of its figure: not what this is held against."""
        if claim.row:  # its label says of it what a sentence would say before it
            label = claim.text[: claim.text.rfind(":")].replace(" | ", " ")
            own = replace(claim.numeral, start=len(label) + 1, end=len(label) + 1 + len(claim.numeral.printed))
            return parts_of(f"{label} {own.printed}", (own,), base=False)[own.start]
        alike = alike_in((*claim.beside, claim.numeral), claim.numeral)
        end = min((each.start for each in alike if each.start > claim.start), default=len(claim.text))
        against = _COMPARED.search(claim.text, claim.numeral.end, end)
        text = claim.text if against is None or end < len(claim.text) else claim.text[: against.start()]
        return parts_of(text, alike, base=False)[claim.start]

    def _is_told_apart(self, claim: Claim, fit: Told, other: Told) -> bool:
        """Whether a claim tells its figure as the paper tells the one that fits, and not as another of its sentence."""
        parts = parts_of(fit.text, alike_in(self._numerals_of(fit), fit.numeral), base=True)
        own, there = parts.get(fit.start), parts.get(other.start)
        if claim.row or own is None or there is None:
            return False
        here = self._part_of_claim(claim)
        if there.held and not own.held and (there.stems - own.stems) - claim.words.keys():
            return True
        return any(one is not None and one == mine != its for one, mine, its in _told(here, own, there))

    def _says_of_other(self, claim: Claim, here: Part, own: Part, other: Part) -> bool:
        """Whether a claim is told as another figure of the paper's sentence is, and not as the one that fits."""
        told = _told(here, own, other)
        if claim.period is None:
            told.append((here.then, own.then, other.then))
        if any(one is not None and one == there != mine for one, mine, there in told):
            return True
        for one, mine, there in ((here.years, own.years, other.years), (here.months, own.months, other.months)):
            if one and (mine or one is here.years) and one <= there and not one & mine:
                return True
        if here.years and here.years <= other.bases and not here.years & own.years:
            return True
        moved = here.moved is own.moved is not other.moved
        then = here.then is own.then is not other.then
        if moved or then or (here.planned is own.planned is not other.planned is True):
            return False  # a change is called as its level is, what was then as what is now, a budget as what was spent
        return self._is_called_as(claim, here, own, other)

    def _is_called_as(self, claim: Claim, here: Part, own: Part, other: Part) -> bool:
        """Whether the words of a claim are those that tell another figure from the one that fits."""
        both = [name for name in own.slots.keys() & other.slots.keys() if own.slots[name] and other.slots[name]]
        mine = frozenset[str]().union(*(own.slots[name] - other.slots[name] for name in both))
        theirs = frozenset[str]().union(*(other.slots[name] - own.slots[name] for name in both))
        if own.held and not other.held:
            names = own.stems - other.stems
            names = names - _GENERIC or names
            return bool(
                names and not names & (here.stems | claim.words.keys()) and other.stems & here.stems - own.stems
            )
        if not theirs:
            shares = ("behind", "of")  # "a third of boats": what an elliptic part behind it is a share of as well
            mine, theirs = own.stems - other.stems, other.stems - own.stems - other.counted
            if other.elliptic or own.elliptic:
                mine = mine - own.counted
            if other.elliptic and not own.elliptic:
                mine = mine - own.lead - own.slots.get(shares, frozenset())
            if other.held and not own.held:
                mine = frozenset()  # all that is said of a figure is said of what it is held against
            if own.elliptic and not mine:
                return False
            if own.elliptic:
                theirs = theirs - other.lead - other.slots.get(shares, frozenset())
        said, covers = self._covered(mine, here.stems | claim.words.keys()), self._covered(theirs, here.stems)
        return covers >= COVERED and (said == 0 or (covers >= 1 and len(theirs) > 1 and said <= MOSTLY_SAID))

    def _covered(self, words: frozenset[str], others: frozenset[str]) -> float:
        """The part of some words that is among others, by their rarity."""
        weigh = self.evidence.weight
        return sum(map(weigh, words & others)) / max(sum(map(weigh, words)), 1e-9)
