"""Room `statements`: the figures of a short passage, each with its part in it.

Takes a sentence and its place in the passage, gives its figures but those that say how long something took or are
settled by others of the sentence; and what can be said of such a figure by the words right beside it.
"""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.language.dates import MONTHS, PERIOD
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import LEVEL_OF, Role, roles_in
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import TIMES_AS_MUCH, find_quantities, is_aside, lasts, with_words
from scrutiny.statements.relations import find_pairs, fits
from scrutiny.statements.results import (
    AND_OTHERS,
    DIFFERENCE,
    DIFFERENCE_BEHIND,
    LEFT,
    LEFT_BEHIND,
    NEAR,
    SAYS_NO_MORE,
    STILL,
    TOTAL,
    TOTAL_BEHIND,
)
from scrutiny.statements.sums import find_divisions, find_sums_told
from scrutiny.tables.roles import find_period

_TIME = rf"(?:{PERIOD}|spring|summer|autumn|winter|census|survey)"
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
    lasts: bool = False

    @property
    def clause(self) -> str:
        """The words beside it, as far as its own clause goes."""
        return f"{CLAUSE.split(self.ahead)[-1]} {CLAUSE.split(self.behind)[0]}"

    @property
    def unit(self) -> Unit:
        return self.quantity.unit

    @property
    def earlier(self) -> bool:
        """Whether it is called that of an earlier time by the words of its own clause."""
        ahead = CLAUSE.split(self.ahead)[-1]
        behind = CLAUSE.split(self.behind)[0]
        return EARLIER.search(ahead) is not None or EARLIER.search(behind) is not None


def follows_year(one: Part, other: Part) -> bool:
    """Whether the one is told of a later year than the other, by the words of their own clauses."""
    times = [
        find_period(CLAUSE.split(each.behind)[0]) or find_period(CLAUSE.split(each.ahead)[-1]) for each in (one, other)
    ]
    first, second = (time.first if time and time.first else 0 for time in times)
    return first > second > 0


def may_reckon(*texts: str) -> bool:
    """Whether sentences have as many figures, but years, as a reckoning needs, and each of them one: asked first."""
    many = [sum(not each.is_year for each in find_quantities(text)) for text in texts]
    return sum(many) >= THREE and all(many)


def find_parts(text: str, place: int, *, settled: bool = False) -> Iterator[Part]:
    """The figures of a sentence, but years; with `settled`, also those that others of the sentence account for."""
    aside = frozenset[int]() if settled else find_settled(text)
    told = ((each, role) for each, role in roles_in(text) if not (each.is_year or TIMES_AS_MUCH.match(text, each.end)))
    own = [(each, role) for each, role in told if each.start not in aside]
    beside = with_words(text, [each for each, _ in own])
    for (each, role), (_, ahead, behind) in zip(own, beside, strict=True):
        yield Part(quantity=each, place=place, role=role, ahead=ahead, behind=behind, lasts=lasts(text, each))


def is_total(part: Part) -> bool:
    """Whether words call a figure what others make together."""
    return is_called_total(part) or _BRINGS.search(part.ahead) is not None


def is_called_total(part: Part) -> bool:
    return (TOTAL.search(part.ahead) or TOTAL_BEHIND.match(part.behind)) is not None


def is_left(part: Part) -> bool:
    """Whether words call a figure what one leaves of another."""
    called = LEFT.search(part.ahead) or LEFT_BEHIND.match(part.behind) or STILL.match(part.behind)
    return called is not None or THE_OTHER.search(part.ahead) is not None


def is_apart(part: Part) -> bool:
    """Whether words call a figure what lies between two others."""
    called = DIFFERENCE.search(part.ahead) or DIFFERENCE_BEHIND.match(part.behind)
    by = _BY.search(part.ahead) if counted(part) is None else None
    return part.role is Role.CHANGE or by is not None or called is not None


_BY = pattern_of(r"(?:,|\b(?:is|was|up|down|more|less))\s+by\s+$")


def is_difference(part: Part) -> bool:
    """Whether a noun or a verb right before a figure calls it what lies between two others."""
    return DIFFERENCE.search(part.ahead) is not None


def lies_apart(part: Part) -> bool:
    """Whether the words right behind a figure say where it lies, seen from another: "55 short of the target"."""
    return DIFFERENCE_BEHIND.match(part.behind) is not None


def are_planned_and_done(one: Part, other: Part) -> bool:
    """Whether one of two figures is a plan, and the other what came of it."""
    planned = [bool(_PLANNED & {*stems(each.clause)}) for each in (one, other)]
    return planned in ([True, False], [False, True])


def names_other(result: Part, *others: Part) -> bool | None:
    """Whether the words behind a result name one of the figures that it is reckoned from; None where they name
    something else ("38 short of the record"), or those before it do ("It fell in junior schools by 1.2")."""
    around = {stem for each in others for stem in stems(f"{each.ahead} {each.behind}")}
    where = _WHERE.search(result.ahead)
    if _LISTED.fullmatch(result.ahead):
        return None  # "by 0.8 and 1.2 percentage points"
    if where and not _WHEN.match(where["what"]) and not around.issuperset(stems(where["what"])):
        return None
    behind = re.split(r"[.,;:()]", result.behind)[0]
    if THE_OTHER.search(result.ahead):
        behind = _VERB.split(behind)[0]
    if _THAN_SO_MUCH.search(behind):
        return None  # "13 more than ten years ago"
    left = result.role is not Role.CHANGE and _LEAVES.search(f"{result.ahead[-NEAR:]} {behind}")
    said = (_OUT_OF if left else _ELSE).search(behind)
    if said is None or _WHEN.match(said["what"]):
        return False
    if said["than"] and EARLIER.search(said["what"]):
        return True if any(each.earlier for each in others) else None
    what = set(stems(said["what"]))
    if what <= around:
        return bool(what)
    planned = any(_PLANNED & {*stems(each.clause)} for each in others)
    return False if planned and what <= (_PLANNED | around) else None


_WHERE = pattern_of(
    r"\b(?:in|among|amongst|across|within|at|for)\s+(?P<what>[^.;:\d]*?),?\s+by\s+(?:an?\s+|about\s+)?$",
    re.IGNORECASE,
)
"""Where something moved, before by how much."""

_LISTED = pattern_of(r"\s+(?:and|or)\s+")
"""Between two figures that are told side by side; ", or 40 more" says the same again."""

_VERB = pattern_of(r"\b(?:is|are|was|were|has|have|had|did|do|does|will|can|could)\b")
_THAN_SO_MUCH = pattern_of(r"\b(?:than|from|on|against)\s+(?:the\s+)?$")
_ELSE = pattern_of(
    r"\s(?:(?P<than>than|on|from|of|below|above|under|against|behind)|to|in|with|for|at|over|between|by|more|fewer|less)\s+"
    r"(?P<what>(?!than\b|of\b)\S.*)",
    re.IGNORECASE,
)
_LEAVES = pattern_of(r"\b(?:leav\w+|left|remain\w*|rest|other|balance|falls?\s+to)\b", re.IGNORECASE)
_OUT_OF = pattern_of(r"\s(?P<than>than|from|of)\s+(?P<what>\S.*)", re.IGNORECASE)
"""Of what is left, the words that say of what; who has it, or where, is told with others."""

_WHEN = pattern_of(
    rf"(?:the\s+)?(?!(?:last|previous|prior|preceding)\b)(?:[a-z]+\s+)?{_TIME}s?\b(?!\s+(?:before|earlier|ago))|"
    rf"(?:{'|'.join(MONTHS)})\b|(?:19|20)\d\d|(?:total|all)\b|(?:them|these|those|it)\b",
    re.IGNORECASE,
)
_PLANNED = frozenset(
    stems("target plan planned budget budgeted forecast expected required hoped allowed limit needed estimate")
)
"""Stems that name what a figure is held against, where it is printed beside it."""


def is_each(part: Part) -> bool:
    """Whether a figure is told of each one of some."""
    return _EACH.match(part.behind) is not None or _EACH_OF.search(part.ahead) is not None


def concludes(part: Part) -> bool:
    """Whether a word before a figure makes it follow from those before it."""
    return _CONCLUDES.search(part.ahead) is not None


def says_no_more(part: Part) -> bool:
    return SAYS_NO_MORE.match(part.behind) is not None and not AND_OTHERS.search(part.behind)


_BRINGS = pattern_of(r"\b(?:which|bringing|taking|making)\b[^.;:£\d]{0,40}\bto\s+$", re.IGNORECASE)
THE_OTHER = pattern_of(r"\b(?:the|all)\s+(?:the\s+)?(?:other|remaining)\s+$", re.IGNORECASE)
_EACH = pattern_of(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:each|apiece|on\s+average|(?:per|an?|(?:for|to|at|in|on)\s+(?:each|every|one)|every)\s+(?!hundred|thousand|million)[a-z-]{3,})\b",
    re.IGNORECASE,
)
_EACH_OF = pattern_of(
    r"\b(?:each|every|per)\s+(?:[a-z'’-]+\s+){1,4}$|\b(?:average|averaging|mean)\s+(?:[a-z'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_CONCLUDES = pattern_of(
    r"\b(?:so|thus|therefore|hence|which|that|this|these|equivalent|equal|being|giving|making|leaving|yield\w*|bring\w*|"
    r"adds?\s+up|represent\w*|or|i\.e\.|namely|difference|by)\b[^.;:£\d]{0,50}$"
    r"|(?:^|[,;]\s|\b(?:it|they|all|each|and)\s)(?:(?:all|now|together)\s)?(?:c[ao]mes?\s+to|amount\w*)\b[^.;:£\d]{0,50}$"
    r"|[,–—]\s+(?:an?\s+(?:[a-z-]+\s+){1,4})?$|=\s*$",
    re.IGNORECASE,
)
"""What "came to" so much in a clause with a subject of its own follows from nothing before."""


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


_ANEW = pattern_of(
    r"(?:\b|(?=,))(?:in\s+real\s+terms|cash\s+terms|like[\s-]for[\s-]like|annually|annual\s+(?:rate|growth|rise|increase)|since|"
    r"over\s+the\s+(?:last|past)|compound\w*|cumulativ\w*|if|unless|assum\w*|because|owing\s+to|once|,\s+as|elsewhere|"
    r"national|nationally|respectively|(?<!in )both|(?<!compared )(?<!comparison )(?<!together )"
    r"with(?!(?:\s+[a-z]+){0,3}\s+$)|without|plus|includ\w*|exclud\w*|"
    r"again|twice|further|another|after)\b"
)
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


def is_of_more(part: Part, *, planned: bool = False) -> bool:
    """Whether a result is told of more, or of less, than the figures that stand beside it; `planned` where what is only
    to come is told of them too."""
    own, behind = _STOP.split(part.ahead)[-1].lower(), CLAUSE.split(part.behind)[0]
    if _ANEW.search(f"{part.ahead} {part.behind}".lower()) or _AND_ELSE.search(part.behind):
        return True
    if part.role is not Role.CHANGE:
        return False
    if _NOT_YET.search(f"{own} {behind}") and not planned and not LEVEL_OF.search(part.ahead):
        return True
    beyond = part.unit is Unit.PERCENT and _BEYOND.search(behind) and not EARLIER.search(behind)
    return bool(beyond or _A_YEAR.match(behind) or _IN_SOME.match(behind))


_AND_ELSE = pattern_of(r"^[^.;:,]*\b(?:and|plus)\s+(?:the|an?|its|other|some)\b", re.IGNORECASE)
_STOP = pattern_of(r"[,;:]\s")


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


@functools.lru_cache(maxsize=64)
def find_settled(text: str) -> frozenset[int]:
    """Where the figures of a sentence begin that others of it account for: parts of a total beside them that they make
    exactly, or what a bracket counts out of the one before it ("69 by agencies (56 of them by one)")."""
    quantities = find_quantities(text)
    if len(quantities) < LEAST:
        return frozenset()
    found = {each.start for each in quantities if is_aside(text, each)}
    for told in find_sums_told(text):
        if (
            sum((part.value * sign for part, sign in zip(told.parts, told.signs, strict=True)), ZERO)
            == told.total.value
        ):
            found |= {part.start for part in told.parts}
    for division in find_divisions(text):
        if sum((part.value for part in division.parts), ZERO) == division.whole.value:
            found |= {part.start for part in division.parts}
    for count, percent in find_pairs(text, quantities):
        if any(
            each.end <= count.start and each.value > count.value and fits(count, percent, each.value)
            for each in quantities
        ):
            found.add(count.start)
    return frozenset(found)


LEAST = 2
"""Figures of a sentence of which one may be a part of another."""

ZERO = Decimal(0)
