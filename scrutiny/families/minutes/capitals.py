"""Room `families/minutes`: sentences that are set in capitals.

Takes one, gives it as it would stand in ordinary case: every word as the paper spells it elsewhere, of the others only
offices, days and names behind a title with a capital.
"""

import functools
from collections.abc import Iterable, Mapping

from scrutiny.families.minutes.subjects import FUNCTION
from scrutiny.families.minutes.words import MODALS
from scrutiny.language.actors import MEMBERS, OFFICES
from scrutiny.language.dates import MONTHS, WEEKDAYS
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_in_capitals(text: str) -> bool:
    """Whether a sentence is set in capitals: several words and no small letter in any."""
    return text.isupper() and sum(len(word) > 1 for word in _WORD.findall(text)) >= FEWEST


@functools.lru_cache(maxsize=4096)
def runs_in_capitals(text: str) -> tuple[tuple[int, int], ...]:
    """Where several words in capitals stand together in one clause, each as its beginning and its end."""
    runs: list[tuple[int, int, int]] = []
    open_still = False
    for match in _PIECE.finditer(text):
        word = match.group()
        loud = word.isupper() and sum(char.isalpha() for char in word) > 1
        if open_still and (loud or not any(char.islower() for char in word)):
            at, end, words = runs[-1]
            runs[-1] = (at, match.end() if loud or word[-1].isdigit() else end, words + loud)
        elif loud:
            runs.append((match.start(), match.end(), 1))
        open_still = bool(runs) and (loud or open_still) and not any(char.islower() for char in word)
        open_still &= match.group(0)[-1] not in ".;:"
    return tuple((at, end) for at, end, words in runs if words >= FEWEST)


_PIECE = pattern_of(r"[^\s()]+")

FEWEST = 3
"""Words; one or two in capitals are a name or a heading."""


def spelling_of(texts: Iterable[str]) -> dict[str, str]:
    """How a paper spells its words inside its sentences, each in small letters where it ever does."""
    spelt: dict[str, str] = {}
    for text in texts:
        loud = runs_in_capitals(text)
        for match in list(_WORD.finditer(text))[1:]:
            word = match.group()
            if any(at <= match.start() < end for at, end in loud):
                continue
            if word.islower() or spelt.get(word.lower(), "A").isupper():
                spelt[word.lower()] = word
    return spelt


def in_ordinary_case(text: str, spelt: Mapping[str, str], *, named_first: bool = False) -> str:
    """A sentence as it would stand in ordinary case. `named_first`: it begins with whoever is to do it, a name as well."""
    parts: list[str] = []
    at, leads, titled = 0, True, named_first
    for match in _WORD.finditer(text):
        word, low = match.group(), match.group().lower()
        leads = low == "that" or (leads and low not in MODALS and low not in _AFTER_SUBJECT)
        unknown = leads and low not in spelt and low not in FUNCTION
        if unknown and _INITIALS.fullmatch(low) and low not in MEMBERS:
            said = word
        elif low in _NAMES or (leads and low in OFFICES) or (unknown and titled):
            said = low.capitalize()
        else:
            said = spelt.get(low, low)
        parts += [text[at : match.start()], said]
        at, titled = match.end(), titled or (leads and low in _TITLES)
    whole = "".join(parts) + text[at:]
    return whole[:1].upper() + whole[1:]


_WORD = pattern_of(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAMES = MEMBERS | frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
_TITLES = MEMBERS - word_set("member members")
_AFTER_SUBJECT = word_set("to is are was were has have had agreed offered undertook asked")
_INITIALS = pattern_of(r"[^aeiou]{2,3}|\w{2}")
