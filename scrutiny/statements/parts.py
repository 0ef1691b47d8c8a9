"""Room `statements`: the figures of a short passage, each with its part in it.

Takes a sentence and its place in the passage, gives its figures but those that say how long something took or are
settled by others of the sentence; and what can be said of such a figure by the words right beside it.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.language.dates import MONTHS
from scrutiny.language.letters import small_letters, word_set
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities, lasts
from scrutiny.statements.settled import find_settled

_TIME = r"(?:year|quarter|month|term|week|period|season|census|survey)"
EARLIER = pattern_of(
    rf"\b(?:{_TIME}s?\s+(?:before|earlier|ago|previously)|(?:previous|prior|preceding|last)\s+(?:\w+\s+)?{_TIME}|"
    r"(?:it|they|which|that|there)\s+had\s+been|had\s+(?:previously|earlier|before)\s+been|previously)\b",
    re.IGNORECASE,
)
"""What calls a figure one of an earlier time."""

CLAUSE = pattern_of(r"[,;:]\s|\b(?:and|but|where|while|whereas|when|which|compared|against)\b", re.IGNORECASE)


THREE = 3
"""Figures of a reckoning: two, and what they make."""


class Part(Struct, frozen=True, kw_only=True):
    """A figure of a passage: in which of its sentences it stands, its part in a change, and the words beside it, up to
    the figures next to it."""

    quantity: Quantity
    place: int
    role: Role
    ahead: str
    behind: str

    @property
    def unit(self) -> Unit:
        return self.quantity.unit

    @property
    def earlier(self) -> bool:
        """Whether it is called that of an earlier time by the words of its own clause."""
        ahead = CLAUSE.split(self.ahead)[-1]
        behind = CLAUSE.split(self.behind)[0]
        return EARLIER.search(ahead) is not None or EARLIER.search(behind) is not None or ahead.endswith("from ")


def may_reckon(*texts: str) -> bool:
    """Whether sentences have as many figures, but years, as a reckoning needs, and each of them one: asked first."""
    many = [sum(not each.is_year for each in find_quantities(text)) for text in texts]
    return sum(many) >= THREE and all(many)


def find_parts(text: str, place: int, *, lengths: bool = False) -> Iterator[Part]:
    """The figures of a sentence that are not settled; with `lengths`, also those that say how long something took."""
    settled = find_settled(text)
    told = [(each, role) for each, role in roles_in(text) if not each.is_year and each.start not in settled]
    own = [(each, role) for each, role in told if lengths or not lasts(text, each)]
    for at, (each, role) in enumerate(own):
        first = own[at - 1][0].end if at else 0
        last = own[at + 1][0].start if at + 1 < len(own) else len(text)
        yield Part(
            quantity=each, place=place, role=role, ahead=text[first : each.start], behind=text[each.end : last]
        )  # fmt: skip


def are_alike(one: Part, other: Part) -> bool:
    """Whether two figures can be of one thing: unit and exactness agree, and what they count, as far as both say it."""
    first, second = one.quantity, other.quantity
    if one.unit is not other.unit:
        return False
    if one.unit is Unit.POUNDS:
        return True
    nouns = counted(one), counted(other)
    return first.mention.figure.places == second.mention.figure.places and (None in nouns or nouns[0] == nouns[1])


_RUN = pattern_of(r"(?:\s+(?P<word>[a-z][a-z'’-]*))")
_NO_NOUN = word_set(
    "was were is are has had have did does will would of in on at to for by from with than that which who where when "
    "more fewer less above below over under short higher lower longer shorter each per a an the and or but not as so "
    "still this its their came went"
)
_PEOPLE = frozenset(("children", "people", "men", "women", "staff", "households"))


def counted(part: Part) -> str | None:
    """The stem of what a figure counts: of the first plural right behind it; None where there is none."""
    at = 0
    for _ in range(4):
        word = _RUN.match(part.behind, at)
        if word is None or word["word"] in _NO_NOUN:
            return None
        if word["word"] in _PEOPLE or (word["word"].endswith("s") and not word["word"].endswith("ss")):
            return next(iter(stems(word["word"])), None)
        at = word.end()
    return None


_ANEW = (
    r"in\s+real\s+terms|cash\s+terms|like[\s-]for[\s-]like|annually|annual\s+(?:rate|growth|rise|increase)|since|"
    r"over\s+the\s+(?:last|past)|compound\w*|cumulativ\w*|if|unless|assum\w*|because|owing\s+to|once|,\s+as|elsewhere|nationally|national|respectively|both|"
    r"(?<!compared )(?<!comparison )with|without|plus|includ\w*|exclud\w*|again|twice|further|another|then|after"
)
_OF_MORE = pattern_of(rf"\b(?:{_ANEW}|each|averag\w*)\b")
_OF_MORE_EACH = pattern_of(rf"\b(?:{_ANEW})\b")
"""What makes a result one of other figures than those that stand beside it."""

_A_YEAR = pattern_of(r"\s+(?:per|an?|each|every)\s+(?:year|annum|month|quarter)\b")
_BEYOND = pattern_of(r"\b(?:than|since|compared|against|from|over|between)\b", re.IGNORECASE)
_IN_SOME = pattern_of(
    r"\s+(?:in|on|at|for|among|across|of)\s+(?!(?:the\s+)?(?:(?:last|past|previous|same|first|second|third|fourth|next)\s+)?"
    rf"(?:year|quarter|month|term|period|season|total|(?:19|20)\d\d|{'|'.join(MONTHS)})\b)"
)
"""Behind a change: it is one of some, or in one place; or it came more than once."""


_OF_ALL = pattern_of(
    r"\s+(?:of\s+(?:them|these|those|it)|(?:in|at|on)\s+(?:the\s+)?(?:spring|summer|autumn|winter|start|end|beginning|census|survey))\b"
)


def is_of_some(part: Part) -> bool:
    """Whether a level is told of some of what its sentence is about: "93.6% in infant schools", "315 of bicycles"."""
    return _IN_SOME.match(part.behind) is not None and _OF_ALL.match(part.behind) is None


_NOT_YET = pattern_of(
    r"\b(?:will|would|could|may|might|expect\w+|forecast|predicted|projected|hop(?:es?|ed|ing)|likely)\b", re.IGNORECASE
)
"""Beside a change, or a share: it is only to come."""


def is_of_more(text: str, part: Part, *, averages: bool = False) -> bool:
    """Whether a result is told of more, or of less, than the figures that stand beside it."""
    behind = CLAUSE.split(part.behind)[0]
    anew = (_OF_MORE_EACH if averages else _OF_MORE).search(small_letters(text))
    if averages or part.role is not Role.CHANGE or part.unit is not Unit.PERCENT:
        return anew is not None
    if _NOT_YET.search(f"{CLAUSE.split(part.ahead)[-1]} {behind}"):
        return True
    beyond = _BEYOND.search(behind) and not EARLIER.search(behind)
    return bool(beyond or anew or _A_YEAR.match(behind) or _IN_SOME.match(behind))


TAKES_UP = pattern_of(
    r"^(?:(?:and|but|so),?\s+)?(?:(?:(?:in|for|by|at|during)\s+(?:the\s+)?[\w/–-]+(?:\s+(?:year|month|quarter|term|\d{4}))?|"
    r"[a-z]+\s+(?:year|month|quarter|term)),?\s+)?(?:it|they|this|that|these|those|there|an?\s+[a-z]+\s+of|"
    r"the\s+(?:number|figure|total|count|rate|level|rise|increase|growth|fall|drop|decrease|reduction|decline)|"
    r"the\s+(?:[a-z]+\s+){0,2}(?:it|them))\b"
    r"|^(?:the\s+[a-z]+\s+)(?:has|have|had|will|is|was|are)\s+(?:[a-z]+\s+){0,3}(?:put|raise|cut|bring|increase|reduce)\s+(?:it|them)\b",
    re.IGNORECASE,
)
"""Before what is said of the sentence before."""

BY_THE_WAY = pattern_of(r"\b(?:target|compared|than|against|last|previous|average)\b", re.IGNORECASE)
"""Beside figures: one of them may only be held against the others."""
