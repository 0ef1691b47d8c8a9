"""Room `families/minutes`: sentences that are set in capitals.

Takes one, gives it as it would stand in ordinary case: every word as the paper spells it elsewhere, of the others only
offices, days and names behind a title with a capital.
"""

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


FEWEST = 3
"""Words; one or two in capitals are a name or a heading."""


def spelling_of(texts: Iterable[str]) -> dict[str, str]:
    """How a paper spells its words inside its sentences, each in small letters where it ever does."""
    spelt: dict[str, str] = {}
    for text in texts:
        for match in list(_WORD.finditer(text))[1:] if not is_in_capitals(text) else ():
            word = match.group()
            if word.islower() or spelt.get(word.lower(), "A").isupper():
                spelt[word.lower()] = word
    return spelt


def in_ordinary_case(text: str, spelt: Mapping[str, str], *, named_first: bool = False) -> str:
    """A sentence as it would stand in ordinary case. `named_first`: it begins with whoever is to do it, a name as well."""
    parts: list[str] = []
    at, before, leads = 0, "", True
    for match in _WORD.finditer(text):
        word, low = match.group(), match.group().lower()
        leads = low == "that" or (leads and low not in MODALS and low not in _AFTER_SUBJECT)
        unknown = leads and low not in spelt and low not in FUNCTION
        if unknown and _INITIALS.fullmatch(low) and low not in MEMBERS:
            said = word
        elif before in _TITLES or low in _NAMES or (leads and low in OFFICES) or (unknown and named_first):
            said = low.capitalize()
        else:
            said = spelt.get(low, low)
        parts += [text[at : match.start()], said]
        at, before = match.end(), low
    whole = "".join(parts) + text[at:]
    return whole[:1].upper() + whole[1:]


_WORD = pattern_of(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAMES = MEMBERS | frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
_TITLES = MEMBERS - word_set("member members councillors cllrs")
_AFTER_SUBJECT = word_set("to is are was were has have had agreed offered undertook asked")
_INITIALS = pattern_of(r"[^aeiou]{2,3}|\w{2}")
