"""Family `costs`: sums that a sentence tells in words, unit by unit.

Takes a sentence, the one before it and an amount, gives the product of a price with what it is a price of: "nine
pupils, 4.5 hours a week over 36 weeks at £31.40 an hour". Which number is multiplied is told by the units: a price of
an hour wants hours, hours a week want weeks, a price for each wants pupils or places. A product that comes to the
amount is what it is worked out from. One that does not shows the amount to be wrong only where every unit finds its
number, no number is left, and nothing but "which is" stands between them and the amount.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from scrutiny.families.costs.terms import telling_digits, term_of
from scrutiny.figures import Unit
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.figures.workings import Term, Tree, evaluate, over, times
from scrutiny.language.patterns import pattern_of

_KINDS = r"(?:(?:school|full|complete|whole|teaching|working|term[\s-]time|calendar|academic)\s+)*"
_TIME = r"(?:hour|hr|session|lesson|day|night|week|month|term|year)"
_PUPIL = r"(?:pupils?|child(?:ren)?|learners?|students?|young\s+(?:people|person)|boys?|girls?|them|head)"
_ITEM = rf"(?:{_PUPIL}|places?|placements?)"
_A = r"(?:an?|per|each|every|/)"
_OTHER = r"(?!(?:for|at|in|on|to|with|from|by|over|and|or|per|an?|who|were|was|had|have|has)\b)[a-z-]+\s+"
_COUNTED = pattern_of(
    rf"[\s-]*{_KINDS}(?P<unit>{_TIME})s?\b(?:\s+(?:{_A}|in\s+(?:an?|each|every))\s+{_KINDS}(?P<per>{_TIME})\b)?(?P<each>\s+each\b)?"
    rf"|\s+(?:of\s+(?:the\s+|these\s+|those\s+)?)?(?:{_OTHER}){{0,2}}?(?P<item>{_ITEM})\b",
    re.IGNORECASE,
)
"""What is counted, behind a number: "hours a week", "school days", "of the pupils", "commissioned places"."""
_PRICED = pattern_of(
    rf"\s*(?:(?:for\s+)?{_A}\s*{_KINDS}(?P<per>{_TIME}|{_ITEM})\b|(?P<each>(?:for\s+)?each\b(?:\s+of\b)?|apiece\b))",
    re.IGNORECASE,
)
"""What it is a price of, behind an amount; several may follow one another."""
_RATE = pattern_of(
    rf"\b(?P<per>hourly|daily|nightly|weekly|monthly|termly|{_TIME})\s+(?:rate|cost|price|fee|charge)\s+(?:(?:of|is|was)\s+)?$",
    re.IGNORECASE,
)
_FROM_ADVERB = {"daily": "day"}
_WEEKS_OF = pattern_of(r"\bweeks?\s+of\s+$", re.IGNORECASE)
_EACH_OF = pattern_of(r"\beach\s+of\s+(?:the\s+|these\s+)?$", re.IGNORECASE)
_AT = pattern_of(r"\bat\s+$", re.IGNORECASE)
_BEGINS_EACH = pattern_of(r"\W*each\b", re.IGNORECASE)
_GOES_ON = pattern_of(r"\W*(?:each\b|at\s+£)", re.IGNORECASE)
"""How a sentence begins whose price is one of what the sentence before it counts."""

_GLUE = pattern_of(
    r"[\s,;:()–—=-]*(?:(?!of\s+which\b)(?:and|so|or|making|giving|costing|totalling|at|for|that|which|this|it|is|was|were|"
    r"comes?|came|coming|amount(?:s|ed|ing)?|works?|worked|out|adds?|added|up|to|an?|total|cost|costs|bill|sum|price|of|in|"
    r"all|altogether|together)\b[\s,;:()–—=-]*)*",
    re.IGNORECASE,
)
_ENDS = pattern_of(r"\)?(?:\s+(?:in\s+(?:all|total)|altogether))?(?:\s*$|[.,;)](?!.*\d))", re.IGNORECASE | re.DOTALL)
"""How a text goes on behind an amount that is all of a product: not "for the three of them", nor with more figures."""
_MORE = pattern_of(
    r"\b(?:inclu\w+|plus|less|with|without|net|gross|before|after|except|exclud\w+|vat|discount\w*|deposit|reduced|free|"
    r"twice|double|both|half|halves|return|way|shared?|between|average|minimum|maximum|first|then|until|rising|up\s+to|"
    r"part(?:ly)?|some|most|rest|other|another|also|rounded)\b|%",
    re.IGNORECASE,
)
"""That more than the product goes into an amount, or less."""

NOT_FAR = 2
"""An amount that is so many times the product, or such a part of it, is another one."""

MOST = 24
"""Numbers of a sentence that tells how a sum came about: one with more is a list."""

FEWEST_DIGITS = 3
"""Digits of an amount that a product shows which leaves numbers out: fewer fit by chance."""


class Chained(Struct, frozen=True, kw_only=True):
    """What an amount is worked out from."""

    method: str
    tree: Tree


class _Factor(Struct, frozen=True, kw_only=True):
    """A number or a price with its units: so many `unit`, for each of `per`."""

    term: Term
    unit: str | None
    per: tuple[str, ...]
    end: int
    every: bool = False
    """Whether what stands before it is said of each of them."""


EACH, PUPIL = "each", "pupil"
_ITEMS = (PUPIL, "place")


def find_chained(amount: Mention, text: str, before: str) -> Chained | None:
    """What an amount of a text is the product of, by the units of the text and of the sentence before it."""
    every = find_mentions(text)
    if len(every) > MOST:
        return None
    amounts = [each for each in every if each.unit is Unit.POUNDS]
    at = every.index(amount)
    whole = _factor(amount, text)
    if whole.per not in ((), (EACH,), (PUPIL,)) or amount.about or amount.figure.scale:
        return None
    bare = [each for each in amounts if not _factor(each, text).per]
    first = max((each.end for each in bare if each.end <= amount.start), default=0)
    last = min((each.start for each in bare if each.start > amount.start), default=len(text))
    ahead = [each for each in every[:at] if each.start >= first]
    behind = [each for each in every[at + 1 :] if each.end <= last]
    behind = behind if all(_AT.search(text, 0, each.start) for each in behind if each.unit is Unit.POUNDS) else []
    for said in (ahead, behind):
        found = _worked_out(amount, whole, said, text, before)
        if found is not None:
            return found
    return _shared_out(amount, whole, every[:at], text)


def _worked_out(amount: Mention, whole: _Factor, said: Sequence[Mention], text: str, before: str) -> Chained | None:
    rough = [each for each in said if each.about]
    if any(each.figure.scale for each in said) or any(
        each.unit is Unit.POUNDS or each.about != "over" for each in rough
    ):
        return None  # "over 36 weeks" is while they last, or more of them
    factors = [_factor(each, text) for each in said]
    prices = [each for each, own in zip(factors, said, strict=True) if own.unit is Unit.POUNDS]
    counts = [each for each, own in zip(factors, said, strict=True) if own.unit is not Unit.POUNDS]
    if len(prices) != 1 or not prices[0].per:
        return None
    (price,) = prices
    if _BEGINS_EACH.match(text) and not {EACH, *_ITEMS} & set(price.per):
        price = _Factor(term=price.term, unit=None, per=(*price.per, EACH), end=price.end)
    sure = not rough and not whole.per and not _MORE.search(text)
    if not any(each.unit in _ITEMS for each in counts) and {EACH, *_ITEMS} & set(price.per):
        counts += [own for each in find_mentions(before) if (own := _factor(each, before)).unit in _ITEMS]
        sure &= _GOES_ON.match(text) is not None
    used = _linked(price, counts)
    must = [*(used or ()), *(each for each in counts if each.every and each not in (used or ()))]
    left = [each for each in counts if each not in must]
    items = [each for each in left if each.unit in _ITEMS]
    value, half = Fraction(amount.value), Fraction(amount.figure.step) / 2
    telling = telling_digits(amount.value, amount.figure.step) >= FEWEST_DIGITS
    ways = [must, [*must, *items[:1]]] if used is not None and (telling or left == items) else []
    if telling and all(each.unit for each in counts):
        ways += [counts, [each for each in counts if each not in items]]
    for way in ways:
        made = _made(price, way)
        if way and abs((evaluate(made.tree) or 0) - value) <= half:
            return made
    ends = max(each.end for each in factors)
    if not (sure and used and not left and ends <= amount.start and _GLUE.fullmatch(text, ends, amount.start)):
        return None
    made = _made(price, must)
    product = evaluate(made.tree) or Fraction(0)
    round_ = Fraction(10) ** (len(str(int(value))) - telling_digits(value, 1))  # "£26,000" may be rounded
    near = product < NOT_FAR * value and value < NOT_FAR * product and abs(product - value) > round_ / 2
    return made if near and _ENDS.match(text, amount.end) else None


def _made(price: _Factor, counts: Sequence[_Factor]) -> Chained:
    ordered = sorted(counts, key=lambda each: each.end)
    names = [f"{each.unit}s" if each.unit else "number" for each in ordered]
    return Chained(method=" x ".join((*names, "rate")), tree=times(*(each.term for each in ordered), price.term))


def _linked(price: _Factor, counts: Sequence[_Factor]) -> list[_Factor] | None:
    """The numbers that a price wants, and those that they want themselves; None where one is missing or two are
    there."""
    wanted, used = list(price.per), list[_Factor]()
    while wanted:
        unit = wanted.pop()
        fits = [each for each in counts if each.unit == unit or (unit == EACH and each.unit in _ITEMS)]
        if len(fits) != 1 or fits[0] in used:
            return None
        used.append(fits[0])
        wanted += fits[0].per
    return used


def _shared_out(amount: Mention, whole: _Factor, said: Sequence[Mention], text: str) -> Chained | None:
    """An amount for each, as the part of the one amount before it: "£31,200 ... twelve pupils, or £2,600 for each"."""
    amounts = [each for each in said if each.unit is Unit.POUNDS]
    counts = [own for each in said if (own := _factor(each, text)).unit in _ITEMS]
    if not whole.per or len(amounts) != 1 or len(counts) != 1 or len(said) > 2:
        return None
    tree = over(term_of(amounts[0]), counts[0].term)
    same = evaluate(tree) == Fraction(amount.value)
    return Chained(method="amount / number", tree=tree) if same else None


def _factor(mention: Mention, text: str) -> _Factor:
    """A number with what the words around it say of it."""
    if mention.unit is Unit.POUNDS:
        per, end = zip(*_priced(text, mention.end), strict=True) if _PRICED.match(text, mention.end) else ((), ())
        ahead = _RATE.search(text, 0, mention.start)
        own = (_unit(ahead["per"]),) if ahead else ()
        return _Factor(term=term_of(mention), unit=None, per=(*own, *per), end=max(end, default=mention.end))
    found = _COUNTED.match(text, mention.end) if mention.unit is Unit.NUMBER and not mention.share else None
    every = _EACH_OF.search(text, 0, mention.start) is not None
    if found is None:
        return _Factor(term=term_of(mention), unit=None, per=(), end=mention.end, every=every)
    unit = _unit(found["unit"] or found["item"])
    times_of = [_unit(found["per"])] if found["per"] else []
    times_of += ["week"] if unit == "day" and _WEEKS_OF.search(text, 0, mention.start) else []
    times_of += [EACH] if found["each"] else []
    return _Factor(term=term_of(mention), unit=unit, per=tuple(times_of), end=found.end(), every=every)


def _priced(text: str, at: int) -> Iterator[tuple[str, int]]:
    while found := _PRICED.match(text, at):
        at = found.end()
        yield (EACH if found["each"] else _unit(found["per"])), at


def _unit(word: str) -> str:
    """The unit that a word names."""
    own = word.lower()
    if re.fullmatch(_PUPIL, own):
        return PUPIL
    if own.startswith("place"):
        return "place"
    return _FROM_ADVERB.get(own, own.removesuffix("ly").replace("hr", "hour"))
