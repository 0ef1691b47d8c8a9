"""Part of the room `products`: what a sentence says of one of its figures beside what it is about.

Takes a sentence and the place of a figure, gives how long it lasts, for each of what it is, what it bounds, and which
way it went. Figures of unlike roles are not the same one, however alike their sentences are.
"""

import functools
import re

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.wording import about
from scrutiny.statements import Move, find_moves

_TIME = r"(?P<unit>minute|hour|day|week|fortnight|month|quarter|term|year|decade)"
_LASTS = pattern_of(
    rf"[\s-]+(?:(?:working|calendar|school|full|whole|clear|consecutive|more|further)\s+)?{_TIME}s?\b(?!['’-]?\s?olds?\b)",
    re.IGNORECASE,
)
_FOR_EACH = pattern_of(
    rf"(?:\s+(?!and\b|or\b|but\b)[a-z-]+){{0,4}}?\s+(?:an?|per|each|every)\s+(?:[a-z]+\s+)?{_TIME}\b", re.IGNORECASE
)
_SO_OFTEN = pattern_of(r"\b(?P<unit>hour|dai|week|month|quarter|year)ly\b|\b(?P<year>annual)(?:ly)?\b", re.IGNORECASE)


def lasts(text: str, end: int) -> str | None:
    """The unit of time behind a figure that ends there: "14 working days"."""
    match = _LASTS.match(text, end)
    return match["unit"].lower() if match is not None else None


def each_time(text: str, end: int) -> str | None:
    """For each of what time a figure is: "£20 an hour", or "an annual cost of £2m" in a sentence that says it once."""
    match = _FOR_EACH.match(text, end)
    if match is not None:
        return match["unit"].lower()
    often = list(_SO_OFTEN.finditer(text))
    if len(often) != 1:
        return None
    return "year" if often[0]["year"] else often[0]["unit"].lower().replace("dai", "day")


_ROUGH = (
    r"(?:(?:about|around|almost|nearly|approximately|(?:just|well)\s+(?:over|under)|over|under|some|roughly|"
    r"(?:just\s+|a\s+little\s+)?(?:more|less)\s+than|at\s+least|close\s+to|up\s+to)\s+)?"
)
_WAY_BEFORE = pattern_of(
    rf"(?<!made )(?<!makes )(?<!make )(?<!making )(?<!set )\b(?:(?P<up>{UP})|(?P<down>{DOWN}))"
    rf"(?:(?:(?!\b(?:{UP}|{DOWN})\b)[^;:.,\d]){{0,50}}?,?\sby|\s+(?:of|in\s+[\w\s]{{3,30}}?\s+of)|(?:(?!\b(?:{UP}|{DOWN})\b)[^;:.]){{4,60}}?\sand\s+by)?\s+{_ROUGH}$",
    re.IGNORECASE,
)
"""Accepts what stands before the last figure of "rose by 12% last year and by 31%" too."""

_MORE_SO = r"[a-z]{3,}ier(?=\s+than\b)"
"""Accepts "likelier than": more so, as "more likely than"."""

_WAY_BEHIND = pattern_of(
    rf"^\s+(?!or\s|falls\b|cuts\b|drops\b)(?:[a-z]+\s+){{0,2}}?(?:(?P<up>{UP}|{_MORE_SO})|(?P<down>{DOWN}))\b",
    re.IGNORECASE,
)


def way_of(text: str, start: int, end: int) -> bool | None:
    """Whether a figure is said to be a rise (True) or a fall (False)."""
    before, behind = _WAY_BEFORE.search(text[:start]), _WAY_BEHIND.match(text[end:])
    for match in (before, behind):
        if match is not None:
            return match["up"] is not None
    return None


_MEANT = (
    r"(?:its\s+|the\s+)?"
    r"(?:budget|targets?|plan|limit|estimates?|forecast|allowance|allocation|threshold|capacity|average|profile)\b"
)
_LIES = pattern_of(
    rf"(?:\s+(?:percentage\s+)?points?)?\s+(?:(?P<over>over|above)|under|below)(?:\s+(?:(?:its|the)\s+)?(?:£?\d[\d.,]*\S*\s+)?{_MEANT}|(?=\s*(?:[.,;)]|$)))",
    re.IGNORECASE,
)
_LAY_BY = pattern_of(rf"\b(?:(?P<over>over)|under)\s+{_MEANT}\s+by\s+{_ROUGH}$", re.IGNORECASE)


def lies_over(text: str, start: int, end: int) -> bool | None:
    """Whether a figure is how far something lies over (True) or under (False) what it was meant to be: "£30,000 under
    budget", "over budget by £30,000", not "30 under construction"."""
    match = _LIES.match(text, end) or _LAY_BY.search(text[:start])
    return None if match is None else match["over"] is not None


WENT_TO = pattern_of(
    rf"\b(?:(?P<up>{UP}|improved)|(?P<down>{DOWN}|worsened))\b"
    rf"(?:(?!\b(?:{UP}|{DOWN}|and|but|while|of)\b)[^;:]){{0,60}}?\bto\s+{_ROUGH}$",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=8192)
def went_to(text: str, start: int) -> bool | None:
    """Whether something is said to have risen (True) or fallen (False) to a figure."""
    match = WENT_TO.search(text[:start])
    if match is not None:
        return match["up"] is not None
    moves = (each for each in find_moves(text) if isinstance(each, Move) and each.new.start == start)
    return next((each.new.value > each.old.value for each in moves if each.new.value != each.old.value), None)


def is_left(text: str, start: int) -> bool:
    """Whether a figure is the one from which something went to another."""
    return any(isinstance(each, Move) and each.old.start == start for each in find_moves(text))


_THING = pattern_of(
    r"\s+(?!(?:and|or|but|in|of|to|for|from|was|were|came|had)\b)((?:[a-z][a-z'’-]*\s+){0,2}?[a-z][a-z'’-]{2,}s)\b"
)
"""Accepts " gravel sites", " sites" behind a number: what it counts."""


def things_at(text: str, end: int) -> frozenset[str]:
    """The stems of what a number that ends there counts."""
    match = _THING.match(text, end)
    if match is None:
        return frozenset()
    thing = match[1].split()[-1]
    return about(thing) or frozenset((thing,))  # "years" says nothing of what a sentence is about


_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4, "quarter": 91.3, "year": 365}
_OF_TIME = pattern_of(r"\b(?P<unit>day|week|month)s\b", re.IGNORECASE)


def is_same_time(claim: Claim, told: Told) -> bool | None:
    """Whether two lengths of time are the same in other units, "six weeks" where the paper has 41.8 days, or two
    figures are for each of the same time; None where neither says that they are not."""
    numeral, other = claim.numeral, told.numeral
    if numeral.number and not told.cell:
        one = each_time(claim.text, end_of(claim))
        each = None if one is None else each_time(told.text, told.start + len(other.printed))
        if each is not None and each != one:
            return False
    here = lasts(claim.text, numeral.end) if numeral.number and other.number and not claim.row else None
    there = lasts(told.text, told.start + len(other.printed)) if here and not told.cell else None
    if here and told.place is not None and (match := _OF_TIME.search(f"{told.place.column} {told.place.row}")):
        there = match["unit"].lower()
    if here is None or there is None or here == there:
        return None
    longer, shorter = _DAYS.get(here, 0), _DAYS.get(there, 0)
    return longer > shorter > 0 and abs(float(other.value) * shorter / longer - float(numeral.value)) <= HALF


HALF = 0.5
"""Of a week or a month, to which a time in days may be rounded."""


def end_of(claim: Claim) -> int:
    """Where a claim's figure ends in its text: in that of a row it is the last that is printed so."""
    printed = claim.numeral.printed
    return claim.text.rfind(printed) + len(printed) if claim.row else claim.numeral.end


_UNIT = (
    r"(?P<unit>[kMGT]Wh?|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|kg|kilos?|tonnes?|hectares?|litres?|fte|FTEs?|"
    r"[Ff]ull[\s-][Tt]ime[\s-][Ee]quivalents?)\b"
)
_UNIT_BEHIND = pattern_of(rf"\s?{_UNIT}")
_UNIT_HEADS = pattern_of(
    rf"[(\[](?:{_UNIT}|(?P<other>minutes|hours|days|weeks|(?:percentage\s+)?points|number|no\.))[)\]]"
)
_ALIKE = {"kilo": "kg", "full": "fte"}
_PEOPLE = about("people staff members employees officers workers colleagues persons men women")


def _unit(match: re.Match[str] | None) -> str | None:
    """The name of a measure, by its first letters: "tonne" and "tonnes" are one, "kWh" and "MWh" are not."""
    if match is None:
        return None
    printed = match["unit"] or match[0]
    name = printed if "W" in printed else printed.lower()[:4].rstrip("s")
    return "km" if printed.lower().startswith("kilom") else _ALIKE.get(name, name)


def is_other_unit(claim: Claim, told: Told) -> bool:
    """Whether two figures are in units that are never one: "12 kWh" and "12 MWh", pounds and a row of hours, heads and
    full-time equivalents, per cent and points."""
    numeral, other = claim.numeral, told.numeral
    if not (numeral.number and other.number):
        return False
    if told.place is not None:
        heads = f"{told.place.row} {told.place.column}"
        there, points = _unit(_UNIT_HEADS.search(heads)), "points" in heads.lower()
    else:
        there, points = _unit(_UNIT_BEHIND.match(told.text, told.start + len(other.printed))), False
    if points and numeral.unit is Unit.PERCENT and way_of(claim.text, claim.start, numeral.end) is not None:
        return not claim.row
    here = _unit(_UNIT_BEHIND.match(claim.text, end_of(claim)))
    if there == "fte" and here is None:
        return bool(about(" ".join(claim.text[end_of(claim) :].split()[:2])) & _PEOPLE)
    if there is not None and other.unit is Unit.NUMBER and numeral.unit is Unit.POUNDS:
        return True
    return here is not None and there is not None and here != there
