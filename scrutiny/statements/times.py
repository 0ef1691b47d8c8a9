"""Room `statements`: how many times as much something is, by a word.

Takes a sentence, gives what "doubled", "halved" and "a fourfold rise" allow.
"""

import re
from decimal import Decimal

from msgspec.structs import replace

from scrutiny.language.direction import DOWN, UP
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Times

_FACTORS = {
    "doubl": Decimal(2),
    "trebl": Decimal(3),
    "tripl": Decimal(3),
    "quadrupl": Decimal(4),
    "halv": Decimal("0.5"),
}
_FOLD = {word: Decimal(NUMBER_WORDS[word]) for word in ("two", "three", "four", "five", "six", "seven", "eight", "ten")}
_TIMES = pattern_of(
    r"\b(?:(?P<about>(?:more|less)\s+than|almost|nearly|over|just\s+(?:over|under)|about|around)\s+(?:an?\s+)?)?"
    rf"(?:(?P<verb>{'|'.join(_FACTORS)})(?:ed|es?|ing)\b|(?P<fold>{'|'.join(_FOLD)})[\s-]?fold\s+(?:increase|rise)\b)",
    re.IGNORECASE,
)
ROUGHLY = Decimal("0.2")
"""How far from it what has "doubled" may be: from 1.6 to 2.4 times."""


PLAINLY = Decimal("0.1")
"""How far from it what is called no more than "doubled" may be without a remark."""


_THEN = pattern_of(rf"\b(?:and|but|then)\s[^.;]*\b(?:{UP}|{DOWN})\b", re.IGNORECASE)
"""Behind "doubled": another verb that the figures belong to."""


def find_times(text: str) -> Times | None:
    """What the only such verb of a text says: "more than doubled, from 30 to "."""
    told = list(_TIMES.finditer(text))
    if len(told) != 1 or _THEN.search(text, told[0].end()):
        return None
    about = re.sub(r"\s+", " ", (told[0]["about"] or "").lower())
    if told[0]["fold"]:
        times = _as_much(_FOLD[told[0]["fold"].lower()], about, told[0][0])
        return replace(times, high=times.high + 1)  # some call it the increase that is so many times as much
    return _as_much(_FACTORS[told[0]["verb"].lower()], about, told[0][0])


def _as_much(factor: Decimal, about: str, printed: str) -> Times:
    """What so many times as much allows, with the word that makes it rough."""
    low, high = factor * (1 - ROUGHLY), factor * (1 + ROUGHLY)
    beyond = about in ("more than", "over")
    near = 1 if about else PLAINLY / ROUGHLY
    if beyond and factor > 1:
        low, high = factor, factor * 10
    elif beyond:
        low, high = Decimal(0), factor
    return Times(low=low, high=high, printed=printed, spare=(high - low) / 2 * (1 - near))
