"""Room `statements`: how the quantities of one sentence belong together.

Takes a sentence, gives percentages with the count and the whole that they are given with. Each rule reads the words
between two quantities that follow one another; where they say something else, or more than one reading is left,
nothing is given.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Figure, FigureKind, Unit, interval_of, parse_figure
from scrutiny.figures.mentions import Mention, rough_word
from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
from scrutiny.language.letters import small_letters
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.model import Quantity, Rate, Share
from scrutiny.statements.quantities import find_quantities, gaps_between, has_own_whole, words_before

_WORDS = r"(?:[\w'’/-]+\s+)"
_ROUGH = r"(?:(?:exactly|about|around|almost|nearly|approximately|just\s+(?:over|under)|over|some|roughly)\s+)?"
_DET = r"(?:(?:the|a|an|all|our|these|those|that|total|cohort|of|its|their|overall)\s+){0,4}"

OF = pattern_of(
    rf"^(?!.*\bthan\b.*\bof\b)\s+{_WORDS}{{0,5}}?(?:out\s+of|of)\s+{_DET}{_ROUGH}$|^\s?/\s?$", re.IGNORECASE
)
"""Between part and whole: "of the ", "pupils out of a total of ", "/"."""

_IS_CHANGE = pattern_of(
    rf"^\s*[\])]?\s*(?:{UP}|{DOWN}|{ABOVE}|{BELOW}|over|under|better|worse)\b(?!\s+once\b)", re.IGNORECASE
)
"""Behind a percentage that is one of a change: "(1%) higher than the forecast"."""

_NAMES_IT = pattern_of(r"\s+(?!of\b)[a-z]")
"""Behind a percentage that has a word of its own, and may be that of the rest: "125 of 142 are filled (12% vacant)"."""

_RATE_OF = pattern_of(r"\brate\s+of\s+$")
"""Before a percentage that may be that of the rest too: "74 of 92 posts are filled, a vacancy rate of 19.6%"."""

_SOME = rf"(?:\s+{_WORDS}{{0,7}}[\w'’/-]+)?"
_IN_BRACKETS = pattern_of(rf"^{_SOME},?\s*(?:[\[(]|[–—]\s)\s*(?:or\s+|i\.e\.\s+|=\s*)?{_ROUGH}$", re.IGNORECASE)
_IS = (
    r"is|was|are|were|or|accounts?\s+for|accounted\s+for|makes?\s+up|made\s+up|represents?|representing|represented|equates?\s+to|equating\s+to|equal\s+to|equivalent\s+to|"
    r"amounts?\s+to|i\.e\.|that\s+is|=|makes?|making"
)
_OR_IS = pattern_of(
    rf"^{_SOME}[,;]?\s*(?:[-–]\s*)?(?:(?:which|this)\s+)?(?:{_IS})\s+(?:a\s+|an\s+)?{_ROUGH}$", re.IGNORECASE
)
"""Between a whole and the percentage: "(", ", which is ", " pupils or ", "; this equates to "."""

_NO_SHARE = pattern_of(
    r"\b(?:target|compared|than|increase|decrease|change|rise|fall|more|fewer|higher|lower|from)\b", re.IGNORECASE
)
_LENGTH = pattern_of(r"^\s+(?:\w+\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?)\b", re.IGNORECASE)
"""Behind a figure that is how long or how far, and no part of a count: "of the 301 all were seen within 84 days"."""

_OPENS = pattern_of(rf"^\s*[\[(]\s*{_WORDS}?$")
_CLOSES_OF = pattern_of(rf"^\s*[\])]\s*{_WORDS}{{0,4}}?(?:out\s+)?of\s+{_DET}$", re.IGNORECASE)
WHOLE = pattern_of(
    r"\b(?:of|out\s+of|among)\s+(?P<det>the|these|those|our|its|all)\s*$|(?:\bout\s+of|(?:^|[,;:.(])\s*(?:of|among))\s+$",
    re.IGNORECASE,
)
"""Before a whole: "Of the ", "out of "; where "of" has a noun before it ("a budget of £182m"), a word must tell that it
is all of something."""
_OF_OTHERS = pattern_of(r"\s*[\])]\s*(?:out\s+)?of\s+(?:(?:the|all|those|its|our)\s+)*\d")
"""Behind a share whose own whole follows: "(50%) of the 40 elms"."""

_THEN_PART = pattern_of(r"^(?:\s+[\w'’/-]+){0,12},?\s+(?:(?:only|some|just)\s+)?$", re.IGNORECASE)
_OF_WHICH = pattern_of(rf"^{_SOME},?\s+of\s+(?:which|whom)\s+(?:(?:only|some|just)\s+)?$", re.IGNORECASE)
_PART_BRACKETS = pattern_of(rf"^{_SOME}\s*[\[(]\s*{_ROUGH}$|^,?\s+or\s+{_ROUGH}$", re.IGNORECASE)
"""Between a part and its share: " pupils (", " or "."""
_OF_THEM_BRACKET = pattern_of(
    rf"^\s+of\s+(?:them|these|those|which|whom)(?:\s*[\[(]\s*|,?\s+or\s+|,\s+which\s+(?:is|was)\s+){_ROUGH}$",
    re.IGNORECASE,
)
_OF_SOME = pattern_of(
    rf"^\s+of\s+(?!(?:which|whom)\b){_WORDS}{{1,7}}[\[(]\s*$|^\s+{_WORDS}{{1,4}}[\[(]\s*$", re.IGNORECASE
)
"""Between a share and its counts: " of responses (", " pupils ("."""

_DONE = pattern_of(r"\b[a-z]{2,}(?:ed|en)\b")
"""What is told of a part by itself may be another thing: "a vacancy rate of 11.8%, with 142 posts frozen out of"."""

_WITH = pattern_of(r"^,\s+(?:with|or|being|that\s+is|i\.e\.)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_OPEN = pattern_of(rf"^\s*[\[(]\s*{_ROUGH}$", re.IGNORECASE)
_CLOSED = pattern_of(r"[^\[(\d]{0,40}[\])]")
_AT_LAST = pattern_of(
    rf"^(?:,?\s+[\w'’/-]+){{0,14}}?[,:]\s+(?:or\s+)?(?:an?\s+(?:[a-z-]+\s+){{0,3}}?(?:rate|share|proportion|percentage|turn-?out)\s+of\s+)?{_ROUGH}$",
    re.IGNORECASE,
)
_APPOSED = pattern_of(rf"^(?:\s+[\w'’/-]+){{0,5}},\s+(?:or\s+)?{_ROUGH}$", re.IGNORECASE)
_STOPS = pattern_of(r"\s*(?:[.;,]|$|(?:against|compared)\s)")
_COMMA = pattern_of(r"^(?:\s+[\w'’/-]+){0,4},\s+(?:some\s+|just\s+|only\s+)?$")

NO_MORE = pattern_of(r"(?:\s+(?!(?:is|are|was|were|has|have|had|who|which|that)\b)[\w'’-]+){0,5}\s*(?:[.;,]|$)")
"""Behind a whole of which nothing is told itself: "15% of the 78,750 in the district."."""

_OF_ALL_IN_BRACKET = pattern_of(
    rf"^\s+of\s+(?:those|these|all|the|its|our)\s+{_WORDS}{{0,6}}?[\w'’/-]*\s*\($", re.IGNORECASE
)
_ONE_IN = pattern_of(
    r"\b(?P<top>[1-9]|one|two|three|four|five|six|seven|eight|nine)\s+"
    r"(?:in\s+(?:every\s+)?|out\s+of\s+(?=(?:10|ten)\s+of\b))(?P<base>[3-9]|10|three|four|five|six|seven|eight|nine|ten)\b",
)


def find_shares(text: str) -> Iterator[Share]:
    """Percentages with their count and whole."""
    quantities = _with_one_in(text)
    if len(quantities) < 2 or not any(each.unit is Unit.PERCENT for each in quantities):
        return
    gap = gaps_between(text, quantities)
    for at in range(len(quantities) - 2):
        share = _share_of(text, quantities[at : at + 3], gap[at : at + 2])
        another = share is not None and share.percent is not quantities[at] and has_own_whole(text, share.percent)
        if share is not None and not another and not _IS_CHANGE.match(text[quantities[at + 2].end :]):
            rest = _NAMES_IT.match(text, share.percent.end) or _RATE_OF.search(text, 0, share.percent.start)
            yield replace(share, complement=rest is not None)
    yield from _complements(text, quantities, gap)


def find_restated(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """A share in words with the percentage that stands for it: "just over a third (36%)", "one in five (22%)"."""
    quantities = _with_one_in(text)
    if not any(each.mention.share for each in quantities):
        return
    for one, other, gap in zip(quantities, quantities[1:], gaps_between(text, quantities), strict=False):
        bracket = _OPEN.match(gap) or _OF_SOME.match(gap)
        closed = re.match(r"\s*[\])]", text[other.end : other.end + 3])
        if one.mention.share and other.unit is Unit.PERCENT and not other.mention.share and bracket and closed:
            yield one, other


_MAJORITY = pattern_of(
    r"\ban?\s+(?:[a-z]+\s+)?(?:(?P<more>majority)|minority)\b(?=\s+of\s)|\b(?<!the\s)(?P<most>most)\b(?=\s+of\s)",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=64)
def _with_one_in(text: str) -> Sequence[Quantity]:
    """The quantities of a text, "one in four" and "a majority" being some of them."""
    quantities = find_quantities(text)
    told = (_one_in(text, match) for match in _ONE_IN.finditer(small_letters(text)))
    shares = [Quantity(mention=mention) for mention in told if mention.value < 100]
    if len(quantities) >= LEAST_WITH_MAJORITY and ("ority of" in text or "ost of" in text):
        shares += [Quantity(mention=_majority(match)) for match in _MAJORITY.finditer(text)]
    if not shares:
        return quantities
    rest = [each for each in quantities if not any(one.start <= each.start < one.end for one in shares)]
    return sorted([*shares, *rest], key=lambda each: each.start)


LEAST_WITH_MAJORITY = 2
"""Figures that a majority is told by: the whole and the part."""


def _majority(match: re.Match[str]) -> Mention:
    """ "A majority" as a share: more than half; a minority is less. "The majority" is often the largest group."""
    figure = Figure(printed=match[0], kind=FigureKind.VALUE, value=Decimal(50), unit=Unit.PERCENT)
    about = "more than" if match["more"] or match["most"] else "less than"
    return Mention(figure=figure, start=match.start(), end=match.end(), about=about, in_words=True, share=True)


def _one_in(text: str, match: re.Match[str]) -> Mention:
    """The share that a match in the small letters of a text tells."""
    top, base = (int(each) if each.isdigit() else NUMBER_WORDS[each] for each in (match["top"], match["base"]))
    value = Decimal(100) * top / base
    figure = Figure(printed=text[match.start() : match.end()], kind=FigureKind.VALUE, value=value, unit=Unit.PERCENT)
    about = rough_word(text, match.start())
    return Mention(figure=figure, start=match.start(), end=match.end(), about=about, in_words=True, share=True)


def _share_of(text: str, three: Sequence[Quantity], gap: Sequence[str]) -> Share | None:
    """A share told by three quantities that follow one another, in the orders in which papers tell it."""
    one, two, last = three
    first, second = gap
    told = (_IN_BRACKETS.match(second) or _OR_IS.match(second)) and not _NO_SHARE.search(second)
    if last.unit is Unit.PERCENT:
        if _counts(one, two) and told and OF.match(first):
            return Share(part=one, whole=two, percent=last)  # 37 of 57 (74 %)
        at_last = _AT_LAST.match(second) and not _NO_SHARE.search(second) and _STOPS.match(text[last.end :])
        if _counts(one, two) and OF.match(first) and at_last:
            return Share(part=one, whole=two, percent=last)  # 204 of the 850 pupils have a plan, almost a quarter
        held = bool(_PART_BRACKETS.match(second)) and not _NO_SHARE.search(second)
        held = (held and not _OF_OTHERS.match(text, last.end)) or bool(at_last)
        counted = held and not _LENGTH.match(second) and _opens_whole(text, one, first)
        of_those = _THEN_PART.match(first) and _OF_THEM_BRACKET.match(second)  # 376 pupils, 51 of them (13.6%)
        said = "which" not in second.split()[2:] or _says_so(text, three)
        if _counts(two, one) and ((of_those and said) or counted):
            return Share(part=two, whole=one, percent=last)  # Of the 376 pupils, 51 (13.6%) were excluded
    if one.unit is Unit.PERCENT:
        return _share_first(text, three, gap)
    closed = _CLOSED.match(text[last.end : last.end + 41])
    if two.unit is Unit.PERCENT:
        if _counts(last, one) and _opens_whole(text, one, first) and _OPEN.match(second) and closed:
            return Share(part=last, whole=one, percent=two)  # Of the 376 pupils, 13.6% (51) were excluded
        told = (_IN_BRACKETS.match(first) or _OR_IS.match(first)) and not _NO_SHARE.search(first)
        in_bracket = _OF_ALL_IN_BRACKET.match(second) and closed
        of_them = OF.match(second) or in_bracket or (_CLOSES_OF.match(second) and not _names_whole(text, one))
        if _counts(one, last) and told and of_them and not two.mention.share:
            return Share(part=one, whole=last, percent=two)  # 51 pupils (13.6% of the 376 supported)
        apposed = _APPOSED.match(first) and OF.match(second)
        ends = (_STOPS if one.unit is Unit.POUNDS else NO_MORE).match(text[last.end :])
        if _counts(one, last) and apposed and ends and not two.mention.share:
            return Share(part=one, whole=last, percent=two, likely=True)  # £2.3m so far, 55% of its budget of £4.2m
    return None


def _says_so(text: str, three: Sequence[Quantity]) -> bool:
    """Whether the words behind a share name its whole as the words beside that do: "which is 74% of those tried"."""
    told = _OF_THOSE_SO.match(text, three[2].end)
    beside = stems(text[max(0, three[0].start - NEAR) : three[1].start])
    return told is not None and bool(stems(told["what"])) and set(stems(told["what"])) <= set(beside)


NEAR = 25
"""Characters before a whole in which the word that names it stands."""

_OF_THOSE_SO = pattern_of(r"\s+of\s+(?:those|these)\s+(?P<what>[a-z]+)\s*(?:[.;,)]|$)")


def _share_first(text: str, three: Sequence[Quantity], gap: Sequence[str]) -> Share | None:
    """A share that stands before its whole and its part."""
    one, two, last = three
    first, second = gap
    closed = _CLOSED.match(text[last.end : last.end + 41])
    if _counts(two, last) and _OPENS.match(first) and ((OF.match(second) and closed) or _CLOSES_OF.match(second)):
        return Share(part=two, whole=last, percent=one)  # 62% [437 of 529], 21.3% (41) of the 309 homes
    with_ = _WITH.match(first) and not _DONE.search(second)
    if _counts(two, last) and OF.match(second) and ((_OF_SOME.match(first) and closed) or with_):
        return Share(part=two, whole=last, percent=one)  # 83% of replies (437 of 529)
    if _counts(two, last) and one.mention.share and _COMMA.match(first) and OF.match(second):
        return Share(part=two, whole=last, percent=one)  # One in five homes, 8,420 of 42,300, has no car
    if _counts(last, two) and OF.match(first) and _PART_BRACKETS.match(second) and closed:
        return Share(part=last, whole=two, percent=one)  # 21.3% of the 309 homes (66)
    return None


def _opens_whole(text: str, whole: Quantity, behind: str) -> bool:
    """Whether a count that stands first is a whole: "Of the 376 pupils, ", "376 pupils, of whom "."""
    before = words_before(text, whole)
    of_the = _THEN_PART.match(behind) and WHOLE.search(before) and not _COUNTED.search(before)
    of_which = whole.unit is Unit.NUMBER and _OF_WHICH.match(behind)  # of money, it may be of which increase
    return bool(of_the or of_which)


_COUNTED = pattern_of(
    r"\d\s+(?:[\w’'-]+\s+){0,3}?(?:out\s+)?of\s+(?:(?:the|all|those|these|its|our|their)\s+)*$", re.IGNORECASE
)
"""Before a whole whose part stands before it: "232 of the 301"."""


def _names_whole(text: str, part: Quantity) -> bool:
    """Whether a count is a part of something named before it: then what stands behind is the whole of another."""
    return WHOLE.search(words_before(text, part)) is not None


_OF_THEM = pattern_of(
    rf"^\s+{_WORDS}{{0,12}}?[\w'’/-]*,?\s*(?:with|of\s+whom|of\s+which|and)\s+{_ROUGH}$", re.IGNORECASE
)
_REPRESENTS = pattern_of(
    rf"[;,.]?\s+(?:this|which|that|it)\s+(?:represents?|is|was|equates?\s+to|means\s+that)\s+{_ROUGH}$", re.IGNORECASE
)

_OF_THE_SAME = pattern_of(
    r"\s+of\s+(?:the|all|those)\b(?!.*\b(?:not|no|none|never|without|neither|avoid\w*|with|that|which|who)\b)",
    re.IGNORECASE,
)
"""Behind the share of a part: of the things that it is some of. Denied, it may be that of the rest."""


def _complements(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Share]:
    """ "supported 373 pupils, with 80 of them excluded; this represents 78%": of the part, or of the rest."""
    for at in range(len(quantities) - 2):
        whole, part, percent = quantities[at : at + 3]
        told = re.search(
            r"^\s+of\s+(?:them|these|those|whom)\b|^\s+(?:pupils|of\s+whom)?\s*(?:going|who|went)\b", gap[at + 1]
        )
        of_whom = re.search(r"\bof\s+(?:whom|which)\s+$", gap[at])
        if not (_counts(part, whole) and percent.unit is Unit.PERCENT and (told or of_whom)):
            continue
        if _OF_THEM.match(gap[at]) and _REPRESENTS.search(gap[at + 1]):
            of_them = _OF_THE_SAME.match(text, percent.end) is not None
            yield Share(part=part, whole=whole, percent=percent, complement=not of_them)


def _counts(part: Quantity, whole: Quantity) -> bool:
    """Whether one may be a part of the other: counts, sums of money, or measures that are as exact as one another."""
    as_exact = part.mention.figure.places == whole.mention.figure.places
    return (
        part.unit is whole.unit
        and (part.unit is Unit.POUNDS or (part.unit is Unit.NUMBER and as_exact))
        and 0 <= part.value <= whole.value
        and whole.value > 0
        and part.exact
        and whole.exact
        and not (part.is_year or whole.is_year)
    )


_PER_MANY = pattern_of(
    r"^\s+(?:[a-z-]+\s+)?(?:per|for\s+every|(?:in|out\s+of)\s+every)\s+(?P<per>100|1,?000|10,?000|100,?000|million)\b"
)
_OPENS_COUNTS = pattern_of(r"^[^;.()]*\(\s*$")


def find_rates(text: str) -> Iterator[Rate]:
    """ "84 of 42,000 young people, a rate of 200 per 100,000": with the only other counts, or those in a bracket."""
    if " per " not in text and "every" not in text:
        return
    quantities = [each for each in find_quantities(text) if not each.is_year]
    for at, rate in enumerate(quantities):
        told = _PER_MANY.match(text[rate.end :])
        if told is None or rate.unit is not Unit.NUMBER:
            continue
        behind = quantities[at + 1 : at + 3]
        bracket = len(behind) == COUNTS and _OPENS_COUNTS.match(text[rate.end : behind[0].start])
        others = behind if bracket else [each for each in quantities if each is not rate]
        counts = [each for each in others if each.unit is Unit.NUMBER and not each.mention.figure.places and each.exact]
        if len(counts) == len(others) == COUNTS and 0 < counts[0].value < counts[1].value and rate.exact:
            per = Decimal(told["per"].replace(",", "").replace("million", "1000000"))
            yield Rate(part=counts[0], whole=counts[1], rate=rate, per=per)


COUNTS = 2
"""The counts that a rate is worked out from."""


# --- counts in a row, each with its share in a bracket ----------------------------------------------

_IN_PAIR = pattern_of(r"^\s*(?:of\s+(?:which|whom|these|them)\s+|[a-z'’-]+\s+){0,3}?[(\[]\s*$")
_ENDS_PAIR = pattern_of(r"\s*[)\],](?!\s+of\s+(?:the|all|those|our)\b)")

SOME = 2
"""Shares that a whole fits, which make it that of one more."""

Pair = tuple[Quantity, Quantity]


def find_based(text: str, before: str) -> Iterator[Share]:
    """Every share of a row of them, with their whole."""
    quantities = find_quantities(text)
    pairs = list(find_pairs(text, quantities))
    paired = {id(each) for pair in pairs for each in pair}
    printed = [
        each
        for each in (*find_quantities(before), *quantities)
        if id(each) not in paired and each.unit is Unit.NUMBER and each.exact and not each.is_year
    ]
    if len(pairs) >= SOME:
        yield from _of_row(pairs, printed, quantities)


def _of_row(pairs: Sequence[Pair], printed: Sequence[Quantity], quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Shares of a whole that most of them fit."""
    if len({percent.mention.figure.places for _, percent in pairs}) > 1:
        return
    largest = max(count.value for count, _ in pairs)
    wholes = [each for each in printed if each.value >= largest and not each.mention.figure.places]
    together = _together([count for count, _ in pairs])
    if len(pairs) > SOME and all(each.value != together.value for each in wholes):
        wholes.append(together)
    found = [(whole, [pair for pair in pairs if not fits(*pair, whole.value)]) for whole in wholes]
    best = min((len(misfits) for _, misfits in found), default=SOME)
    those = [(whole, misfits) for whole, misfits in found if len(misfits) == best]
    if best > 1 or len(those) != 1:
        return
    whole, misfits = those[0]
    if len(pairs) - best < SOME and whole.value != together.value and not _leave_nothing(pairs, whole, quantities):
        return
    others = [each.value for each in (*printed, *(count for count, _ in pairs)) if each.value]
    if not any(fits(*misfit, other) for misfit in misfits for other in others):
        yield from (Share(part=count, whole=whole, percent=percent) for count, percent in pairs)


def _leave_nothing(pairs: Sequence[Pair], whole: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether two shares of a whole that stands before them make all of it: "60 were here, 45 by day (75%) and 15 by
    night (25%)"."""
    shares = [interval_of(percent.mention.figure) for _, percent in pairs]
    low, high = (sum((getattr(each, end) for each in shares if each), Decimal(0)) for end in ("low", "high"))
    return len(pairs) == SOME and low <= HUNDRED <= high and whole in quantities and whole.end <= pairs[0][0].start


HUNDRED = Decimal(100)


def find_pairs(text: str, quantities: Sequence[Quantity]) -> Iterator[Pair]:
    """Counts right before the bracket of a percentage."""
    for count, percent in pairwise(quantities):
        counted = count.unit is Unit.NUMBER and count.exact and not count.is_year and not count.mention.figure.places
        share = percent.unit is Unit.PERCENT and percent.exact
        if (
            counted
            and share
            and _IN_PAIR.match(text[count.end : percent.start])
            and _ENDS_PAIR.match(text, percent.end)
        ):
            yield count, percent


def fits(count: Quantity, percent: Quantity, whole: Decimal) -> bool:
    rounded = interval_of(percent.mention.figure)
    return rounded is not None and whole > 0 and rounded.low <= count.value * 100 / whole <= rounded.high


def _together(counts: Sequence[Quantity]) -> Quantity:
    """All counts of a row as their whole, which is printed nowhere."""
    figure = parse_figure(f"{sum(each.value for each in counts):,}")
    named = replace(figure, printed=f"{figure.printed} ({' + '.join(each.printed for each in counts)})")
    return Quantity(mention=replace(counts[0].mention, figure=named, start=0, end=0))


# --- what a sentence says of figures of the one before it -------------------------------------------

_OF_THOSE = pattern_of(
    r"^(?:of|among|amongst|out\s+of|from)\s+(?:those|these|them|which|whom|this\s+(?:number|total|figure))(?=,|\s+(?:only\s+|just\s+)?\(?\d)",
    re.IGNORECASE,
)


def carry(text: str, before: str) -> Iterator[str]:
    """A sentence with the figure of the one before that its first words mean set in ("Of these, 9 were late" becomes
    "Of the 48, 9 were late"): once for each, the likeliest first."""
    those = _OF_THOSE.match(text)
    if those:
        rest = text[those.end() :]
        yield from (f"Of the {each.printed}{',' if rest[:1] != ',' else ''}{rest}" for each in _meant(before))
        return
    yield from _of_it(text, before)


_THIS_WAS = pattern_of(
    r"^(?:this|that|it|these|which)\s+(?:(?:figure|number|total|rate)\s+)?"
    r"(?P<verb>(?:was|is|were|are|represents?|represented|marks?|marked|compares?|compared)\s)",
    re.IGNORECASE,
)


_TIMES = frozenset(stems("months weeks days hours minutes terms quarters"))


def _of_it(text: str, before: str) -> Iterator[str]:
    """ "That was 6% up on 5,400": of the only figure of the sentence before, but for how long it took; not of one that
    something else is held against there."""
    verb = _THIS_WAS.match(text)
    if verb is None:
        return
    figures = [(each, role) for each, role in roles_in(before) if not each.is_year]
    told = [(each, role) for each, role in figures if not (each.is_share or _TIMES & {*each.noun[:1]})]
    if not told and all(each.unit is Unit.PERCENT and role is not Role.CHANGE for each, role in figures):
        told = figures
    if len(told) == 1 and told[0][0].exact and told[0][1] is not Role.OLD:
        yield f"{told[0][0].printed} {text[verb.start('verb') :]}"


def _meant(before: str) -> list[Quantity]:
    """The count of a sentence that "these" may mean, and the whole that it is told of: the only one, or the only one
    that stands with its share; none where there are several."""
    quantities = find_quantities(before)
    counts = [each for each in quantities if each.unit is Unit.NUMBER and not each.is_year]
    pairs = [(one, other) for one, other in pairwise(quantities) if _BRACKET.match(before[one.end : other.start])]
    shared = [each for pair in pairs for each in pair if each in counts and any(one.is_share for one in pair)]
    parts = shared or [each for each in counts if not WHOLE.search(words_before(before, each))] or counts
    plain = all(each.exact and not each.mention.figure.places for each in parts)
    return [*parts, *(each for each in counts if each not in parts)] if len(parts) == 1 and plain else []


_BRACKET = pattern_of(r"^\s*\(\s*$")
