"""Room `statements`: what is all of one thing: what was there, came, went and is left; shares that are all there is.

Takes figures of one kind with the words on either side of each, gives the sum that makes the last of them. In an
account each plays its part by the words of its own clause; where one plays none, or two play the same end, nothing is
given.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Unit, parse_figure
from scrutiny.figures.mentions import Mention
from scrutiny.language.dates import PERIOD
from scrutiny.language.opposites import are_opposed
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.model import Quantity, Sum
from scrutiny.statements.quantities import find_quantities, is_near, with_words

Told = tuple[Quantity, str, str]
"""A figure with the words on either side."""

_ENDS = rf"(?:the\s+|its\s+)?(?:{PERIOD}[\s-])?end\b|31(?:st)?\s+March"
_PART = pattern_of(
    rf"\b(?:(?P<opening>opening|brought\s+forward|at\s+(?:the|its)\s+(?:start|beginning)|(?:at|on)\s+1(?:st)?\s+April|"
    rf"(?:start|beg[au]n|open)\w*\s+(?:(?:the|this)\s+{PERIOD}\s+)?(?:with|at))|"
    r"(?P<closing>leav(?:es?|ing)|closing|carried\s+forward|remain(?:s|ed|ing)?|(?:is|was|are|were)\s+(?:then\s+)?left|"
    rf"(?:end|finish|clos)(?:ed|ing|s)\s+(?:(?:the|this)\s+{PERIOD}\s+)?(?:with|at)|(?:at|on|by)\s+(?:{_ENDS}))|"
    r"(?P<out>out(?:\s+of)?|drawn\s+down|us(?:ed?|ing)|spen[dt]\w*|drawn|withdr\w+|released|repaid|left|leavers|sold|"
    r"closed|closures|lost|removed|discharged|written\s+off|less|minus|expenditure|payments)|"
    r"(?P<came>(?:came|coming|taken|brought|moved|paid|transferred)\s+in(?:to)?|opened|added|adding|additions?|joined|joiners|received|"
    r"receipts|contribut\w+|arriv\w+|plus|new|registered|admitted|recruited|took\s+on|top-?ups?|income))\b(?!-)",
    re.IGNORECASE,
)
_CLAUSE = pattern_of(r"[,;:.]\s|\b(?:and|but|so|as|after|when|while|then)\b", re.IGNORECASE)
_OF_THEM = pattern_of(r"\s+(?:[a-z]+\s+)?of\s+(?:them|these|those|which|whom|it)\b")
LEAST = 4
"""Figures of an account: what was there, what came, what went, and what is left."""


def find_account(told: Sequence[Told]) -> Sum | None:
    """The account that some figures, all there are of their kind, give."""
    own = [each for each, _, _ in told]
    plain = all(each.exact and each.unit is own[0].unit and not each.is_share for each in own)
    aside = any(_OF_THEM.match(behind) for _, _, behind in told)
    if len(own) < LEAST or not plain or aside or own[0].unit not in (Unit.NUMBER, Unit.POUNDS):
        return None
    parts = [_part(ahead, behind) for _, ahead, behind in told]
    if parts[0] is None and "opening" not in parts:
        parts[0] = "opening"  # what is told first is there before something comes or goes
    flows = [(each, part) for each, part in zip(own, parts, strict=True) if part in ("came", "out")]
    ends = parts.count("opening") == parts.count("closing") == 1
    if None in parts or not ends or {part for _, part in flows} != {"came", "out"}:
        return None
    opening, closing = own[parts.index("opening")], own[parts.index("closing")]
    signs = (1, *(1 if part == "came" else -1 for _, part in flows))
    return Sum(total=closing, parts=(opening, *(each for each, _ in flows)), signs=signs)


def _part(ahead: str, behind: str) -> str | None:
    """The part of a figure by the last word for one in its clause before it, or else the first one behind it."""
    before = list(_PART.finditer(_CLAUSE.split(ahead)[-1]))
    found = before[-1] if before else _PART.search(_CLAUSE.split(behind)[0])
    return found.lastgroup if found else None


# --- shares of one thing ----------------------------------------------------------------------------

THE_REST = pattern_of(r"(?<!\bof )\bthe\s+(?:remaining|other|rest(?:\s+of)?|remainder)\s*\(?$", re.IGNORECASE)
_NO_LIST = pattern_of(
    r"[;:]|\.\s|\b(?:compared|against|target|than|(?:from|to)\s+$|respectively|each|every|average|also|includ\w+|in\s+(?:19|20)\d\d|"
    r"last|of\s+(?:the\s+|these\s+|those\s+)*\d)(?:\b|$)",
    re.IGNORECASE,
)
"""Between shares, or behind the last: each may be of another thing, or of another time."""


_DIVIDES = pattern_of(
    r"\b(?:(?:mix|split|breakdown|make-?up|composition|distribution)\b[^.;:()\d]*|(?:made\s+up\s+of|compris(?:ing|es|ed\s+of)|"
    r"(?:split|divided|shared|apportioned|broken\s+down)(?:\s+(?:between|among|as|into)\b[^.,;:()\d]*)?)\s*\(?)\s*$",
    re.IGNORECASE,
)
"""Before shares that are all of one thing: "the mix is 30% …", "split 50% …"."""

_NEXT_SHARE = pattern_of(
    r"(?:\)[^.;:()\d]{0,50}\(|(?:(?!\b(?:with|is|are|was|were|has|have|had|will|wh[a-z]+)\b)[^.;:()\d]){0,60}?(?:,|\band|&)\s+"
    r"(?:(?!(?:with|of)\b)[a-z]+\s+){0,2})"
)
"""Between one of such shares and the next, where nothing new is told."""


def find_all_shares(text: str) -> Iterator[Sum]:
    """ "45% agreed, 20% had no view and 35% disagreed": the last as what the others leave of 100 %, where it is called
    the rest; where the answers exclude one another, or are called a split, only if together they are no less."""
    if text.count("%") + text.count("per cent") < LEAST_SHARES:
        return
    text = _NO_SHARE_IN.sub(lambda match: " " * len(match[0]), text)
    quantities = find_quantities(text)
    shares = [each for each in quantities if each.unit is Unit.PERCENT]
    near = all(is_near(each) and 0 < each.value < HUNDRED for each in shares)
    if (
        len(shares) >= LEAST_SHARES
        and near
        and not any(each.start < shares[-1].start for each in quantities if each not in shares)
    ):
        told = with_words(text, shares)
        behind = tuple(words for _, _, words in told)
        made = sum((each.value for each in shares), Decimal(0))
        rest = THE_REST.search(told[-1][1])
        once = len({tuple(stems(words)[:1]) for words in behind}) == len(told)  # who agrees to two things counts twice
        nested = any(map(_OF_THEM.match, behind[1:]))  # "60% passed, 20% of those at once"
        exclusive = len(shares) > LEAST_SHARES and made > HUNDRED and once and are_opposed(behind)
        said = (*behind[:-1], behind[-1].split(",")[0] if rest else behind[-1], told[0][1])
        if ((rest and made >= NEARLY_ALL) or exclusive) and not nested and not any(map(_NO_LIST.search, said)):
            yield _all_of_it(shares)
            return
    yield from _split(text, quantities)


def _split(text: str, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """Shares that are called a split, or a mix; they may be followed by those of another one."""
    for at, first in enumerate(quantities):
        shares, made = [first], first.value
        if not (first.unit is Unit.PERCENT and _DIVIDES.search(text, 0, first.start)):
            continue
        for one, other in pairwise(quantities[at:]):
            linked = (
                not _TOLD_OF.match(text, other.end)
                and other.unit is Unit.PERCENT
                and _NEXT_SHARE.fullmatch(text, one.end, other.start)
            )
            if made == HUNDRED or not linked:
                break
            shares, made = [*shares, other], made + other.value
        if len(shares) >= LEAST_SHARES and made >= HUNDRED and all(map(is_near, shares)):
            yield _all_of_it(shares)


_TOLD_OF = pattern_of(
    r"\s+(?:of|is|are|was|were|has|have|had|will|would|more|less|fewer|higher|lower|up|down|above|below|by|between|compared)\b"
)
"""Behind a share of which something is said, or which has a whole of its own."""

_NO_SHARE_IN = pattern_of(r"\((?!\s*[\d.]+\s*%)[^()%]*\)")
LEAST_SHARES = 2
NEARLY_ALL = 75
"""Percent: shares that make less are some of a part: "1% is for pay, the remaining 2% for pensions"."""


def _all_of_it(shares: Sequence[Quantity]) -> Sum:
    signs = (1, *(-1 for _ in shares[1:]))
    return Sum(total=shares[-1], parts=(all_there_is(), *shares[:-1]), signs=signs, sure=True)


def all_there_is() -> Quantity:
    """100 %, which was not rounded."""
    return Quantity(mention=Mention(figure=replace(parse_figure("100"), printed="100%"), start=0, end=0))


HUNDRED = Decimal(100)
