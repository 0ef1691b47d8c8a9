"""Part of the room `products`: what a numeral is about, by the words around it.

Takes a text and the place of a numeral, gives the stems of the text with their weights: 1 in the numeral's own part of
the sentence, less the more breaks and other numerals stand between.
"""

import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scrutiny.checks.facts import STEM, words_of
from scrutiny.language.dates import MONTHS, WEEKDAYS
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.numerals import Numeral
from scrutiny.tables.roles import EVERY

_ENDING = pattern_of(r"(?<=^[a-z]{4})[ei]$|([bdfglmnprt])(?=\1$)")
"""What a stem of five letters keeps of an ending: "meeti" of "meeting", "plann" of "planned", "opene" of "opened"."""


@functools.lru_cache(maxsize=50_000)  # the same word is kept once, though thousands of passages have it
def singular(word: str) -> str:
    """A stem without the ending of a plural or a verb: "fund" for "funds" and "fundi", "plan" for "plann"."""
    if 4 <= len(word) <= 5 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _ENDING.sub("", word) if len(word) == STEM else word


_EMPTY = frozenset(
    singular(word)
    for word in words_of(
        """than they what when there then them these those some such said says about only just each every other others
        over under more less most least also here into onto our your you she his her him him while where during after
        before since until between among against compared it's ones one two three four five six seven eight nine ten
        half third quarter next last make makes made did does done get gets got give gives given come came
        went goes going take took taken still even much many very can could may might must again per put altogether
        stands stood another both rest same following thousand hundred million rise fell rose fallen risen increase
        increased decrease decreased reduction reduced compare percentage points point share times saw seen sees now """
        + " ".join((*MONTHS, *WEEKDAYS)).casefold()
    )
)
_SAME = (
    (("'s", "’s"), pattern_of(r"['’]s\b"), ""),
    (
        ("ctly", "ughly", "ally", "rely", "rdly", "dly", "ghtly"),
        pattern_of(
            r"\b(?:exact|rough|practical|virtual|actual|bare|hard|broad|slight)ly\b",  # no practice, no broadband
            re.IGNORECASE,
        ),
        "",
    ),
    (("north", "south"), pattern_of(r"\b(?:(n)orth|(s)outh)[\s-]?(east|west)\b", re.IGNORECASE), r"\1\2\3"),
    (
        ("child", "young", "student", "pupil"),
        pattern_of(
            r"[cyspCYSP](?<!\w.)(?i:(?<=c)hild(?:ren)?|(?<=y)oung\s+pe(?:ople|rson)|(?<=s)tudents?|(?<=p)upils?)\b"
        ),
        "pupil",
    ),
    (("wom", "girl"), pattern_of(r"\b(?:wom[ae]n|girls?)\b", re.IGNORECASE), "female"),
    (("men", "man", "boy"), pattern_of(r"[mbMB](?<!\w.)(?i:(?<=m)[ae]n|(?<=b)oys?)\b"), "male"),
    (("count",), pattern_of(r"\bcount(?:y|ies)\b", re.IGNORECASE), "shire"),  # not "counted"
    (("countr",), pattern_of(r"\bcountr(?:y|ies)\b", re.IGNORECASE), "nation"),
    (("year",), pattern_of(r"\b(?:school|academic|financial|calendar)\s+(?=years?\b)", re.IGNORECASE), ""),
    (
        ("hourly", "weekly", "monthly", "rterly", "yearly"),
        pattern_of(r"\b(hour|week|month|quarter|year)ly\b", re.IGNORECASE),
        r"\1",
    ),
    (("over",), pattern_of(r"\bover-?spen[dt]\w*", re.IGNORECASE), "excess"),
    (("under",), pattern_of(r"\bunder-?spen[dt]\w*", re.IGNORECASE), "unspent"),
    (("ehcp",), pattern_of(r"\bEHCPs?\b"), "EHC plan"),
    (
        ("secretary", "chair"),
        pattern_of(r"\bSecretary|\bchairman\b|\bchairwoman\b|\bchairperson\b", re.IGNORECASE),
        "chair",
    ),
)
"""Letters of which a text must have some, what is looked for in it, and its one name."""

_RUN_TOGETHER = pattern_of(r"[A-Z](?<=[A-Za-z][a-z]{2}[A-Z])(?=[a-z]{2})")
"""Where a page sets words so close that they are read as one: "RunningCosts"."""

_NAMES = pattern_of(r"\b[A-Z]&[A-Z]\b")
_WITH_NUMBER = (
    "band", "phase", "stage", "tier", "level", "zone", "lot", "ward", "grade", "category", "class", "area", "quarter",
    "type", "period", "case", "site", "unit", "priority",
)  # fmt: skip
_NUMBERED = pattern_of(
    rf"\b(?<!key )({'|'.join(_WITH_NUMBER)})s?"
    r"\s+(\d{1,2}|[A-Z])\b(?![.,]\d|\s?%)",
    re.IGNORECASE,
)
"""What is told apart by its number or letter: "Band 3", "Phase 2", "Site B"."""

_MAY_BE_NUMBERED = pattern_of(rf"(?:{'|'.join(_WITH_NUMBER)})s?\s+(?:\d|[a-z]\b)")
"""What small letters hold at least of that."""

_LETTER = pattern_of(r"[A-Z](?<=\s[A-Z])\b")
_LETTERED = pattern_of(r"\b([A-Z][a-z]{3,})s?\s+([A-Z])\b(?!\.?\s[A-Z]|&|['’](?!s\b))")
"""Accepts "Partnership D"."""

_TOTAL_OF = pattern_of(r"\btotal\s+(?!of\b|number\b|for\b|cost\b|costs\b)[a-z]{3}", re.IGNORECASE)
"""Of "total return" and "income return" the first says something of its own."""

_TOTAL = pattern_of(rf"^\W*(?:(?:grand|overall)\s+)?totals?\b|\btotals?\W*$|^\W*{EVERY}\s+\w+\W*$", re.IGNORECASE)
"""Accepts "Grand total", "Total cost", "Pupils, total", "All schools"."""

LABEL = 60
"""Characters of a label."""

COMPARING = (
    r"than|unlike|below|above|under|over|against|versus|behind|(?:ahead|short)\s+of|compare[ds]?\s+(?:with|to)|exceed\w*|"
    r"beat\w*|trail\w*"
)
"""What something is held against stands behind one of these."""

_BREAK = pattern_of(
    r"(?<!up)(?<!due)(?<!close)\s+to\b|[,;:()\[\]–—|]|\s-\s|\b(?=[abcorstw])(?:and|but|while|whereas|or|against|compared|who|which|whom|because|although|though|since|reflecting|thanks\s+to)\b",
    re.IGNORECASE,
)
_OPENING = pattern_of(r"[(\[]\s*$")
"""In "the national average (66.3%)" the bracket joins the figure to what stands before it."""

FARTHER = 0.7
"""What a word keeps of its weight for each break between it and the figure."""

PAST = 0.6
"""What it keeps for each other numeral of the same kind between them."""

OTHERS = 0.7
"""What it keeps where it stands with another numeral of the same kind, without a break: "85 from schools and 35"."""

SUBJECT = 0.8
"""What the subject of a sentence says about a figure in it that has none of its own."""

LEAST = 0.25
"""Every word of a sentence says a little about each of its figures."""


@functools.lru_cache(maxsize=20000)
def about(text: str) -> frozenset[str]:
    """The stems of a text that say what it is about."""
    small = small_letters(text)
    more = {name.lower() for name in _NAMES.findall(text)} if "&" in text else set()
    if _MAY_BE_NUMBERED.search(small):
        more |= {f"{match[1].lower()} {match[2]}" for match in _NUMBERED.finditer(text)}
    if _LETTER.search(text):
        more |= {f"{match[1].lower()} {match[2]}" for match in _LETTERED.finditer(text)}
    if has_any(("total", "all"), small) and (_TOTAL_OF.search(text) or (len(text) < LABEL and _TOTAL.search(text))):
        more.add("total")
    if _RUN_TOGETHER.search(text):
        text = _RUN_TOGETHER.sub(r" \g<0>", text)
    for letters, pattern, name in _SAME:
        for some in letters:
            if some in small:
                text = pattern.sub(name, text)
                break
    return frozenset(map(singular, words_of(text))) - _EMPTY | more


def years_of(words: Iterable[str]) -> frozenset[str]:
    """Those of some stems that are years: "2024", "2024/25"."""
    return frozenset(word for word in words if word[:4].isdigit() and word[:2] in ("19", "20"))


def weights(text: str, numeral: Numeral, numerals: Sequence[Numeral] | None = None) -> dict[str, float]:
    """The stems of a sentence, each with what it says about one of its numerals."""
    return Surroundings(text, find_numerals(text) if numerals is None else numerals).weights(numeral)


Break = tuple[int, int, int]
"""Where a break of a sentence begins and ends, and how much it parts."""

CROWD = 60
"""Numerals of a sentence: of one with more, each is only held against the nearest."""


class Surroundings:
    """A sentence cut at its breaks and numerals, once for all of these."""

    def __init__(self, text: str, numerals: Sequence[Numeral]) -> None:
        self.text, self.numerals = text, sorted(numerals, key=lambda each: each.start)
        self._breaks = [(match.start(), match.end(), _parts(match)) for match in _BREAK.finditer(text)]
        self._names = respective(text, self.numerals)

    def weights(self, numeral: Numeral) -> dict[str, float]:
        """The stems of the sentence, each with what it says about a numeral."""
        near = self._near(numeral)
        others = [each for each in near if each != numeral]
        first = 0 if len(near) == len(self.numerals) else min(near[0].start, numeral.start)
        last = len(self.text) if len(near) == len(self.numerals) else max(near[-1].end, numeral.end)
        own = about(self.text[first : numeral.start] + " \x00 " + self.text[numeral.end : last])
        found = dict.fromkeys(own, LEAST)
        breaks = self._breaks[bisect_left(self._breaks, (first,)) : bisect_left(self._breaks, (last,))]
        cuts = {first, last, numeral.start, numeral.end, *(start for start, _, _ in breaks)}
        cuts.update(place for each in others for place in (each.start, each.end))
        pieces = list(itertools.pairwise(sorted(cuts)))
        alike = [each for each in others if each.unit is numeral.unit and each.kind is numeral.kind]
        starts, ends = {each.start for each in alike}, {each.end for each in alike}
        for places in (
            self._before(numeral, [piece for piece in pieces if piece[1] <= numeral.start][::-1], others, breaks),
            self._behind(numeral, [piece for piece in pieces if piece[0] >= numeral.end], others, breaks),
        ):
            for (start, end), parted, passed in places:
                weight = FARTHER**parted * PAST**passed
                if parted and weight > LEAST and (start in ends or end in starts):
                    weight *= OTHERS
                for stem in about(self.text[start:end]):
                    found[stem] = max(found.get(stem, LEAST), weight)
        for stem in _subject(self.text, others, numeral):
            found[stem] = max(found.get(stem, 0.0), SUBJECT)
        if numeral.start in self._names:
            name, names, shared = self._names[numeral.start]
            found.update({**dict.fromkeys(shared, SUBJECT), **dict.fromkeys(names, LEAST), **dict.fromkeys(name, 1.0)})
        return found

    def _near(self, numeral: Numeral) -> Sequence[Numeral]:
        """The numerals that are looked at: of a crowd only the nearest."""
        if len(self.numerals) <= CROWD:
            return self.numerals
        at = bisect_left(self.numerals, numeral.start, key=lambda each: each.start)
        return self.numerals[max(0, at - CROWD // 2) : at + CROWD // 2]

    def _before(
        self, numeral: Numeral, pieces: Iterable[tuple[int, int]], others: Sequence[Numeral], breaks: Sequence[Break]
    ) -> "Iterator[Placed]":
        """The pieces before a numeral, the nearest first."""
        opening = _OPENING.search(self.text, 0, numeral.start)
        last = opening.start() if opening else numeral.start
        left = [(start, much) for start, end, much in breaks if end <= last]
        passed = sorted(other.start for other in others if other.end <= numeral.start)
        many = 0
        for piece in pieces:
            while left and left[-1][0] >= piece[1]:
                many += left.pop()[1]
            yield piece, many, len(passed) - bisect_left(passed, piece[1])

    def _behind(
        self, numeral: Numeral, pieces: Iterable[tuple[int, int]], others: Sequence[Numeral], breaks: Sequence[Break]
    ) -> "Iterator[Placed]":
        """The pieces behind a numeral, the nearest first."""
        left = [(end, much) for start, end, much in breaks if start >= numeral.end][::-1]
        passed = sorted(other.end for other in others if other.start >= numeral.end)
        many = 0
        for start, end in pieces:
            while left and left[-1][0] <= start:
                many += left.pop()[1]
            opening = _BREAK.match(self.text[start:end].lstrip()[:8]) if start > numeral.start else None
            opens = 0 if opening is None else _parts(opening)
            yield (start, end), many + opens, bisect_right(passed, start)


_COMMA = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)"
_LISTED = pattern_of(rf"\s?(?:%|per\s?cent|[kmKM]|bn|[mb]illion)?{_COMMA}")
"""What stands between the numbers of "12, 9 and 7"; of "£12m and £9m" the first unit is read as that of both."""

_ALIKE = pattern_of(rf"\brespectively\b|\b[A-Z][a-z]+s\s+\d{{1,2}}(?:,\s+\d{{1,2}})+{_COMMA}\d{{1,2}}\b")
"""What says that the figures of a list are those of as many names: a word, or names that are numbered."""

_BETWEEN = pattern_of(_COMMA)
_CLAUSE_END = pattern_of(r"[;:]|\.(?:\s|$)|\brespectively\b")
_LEADS = pattern_of(
    r"^.*\b(?:in|at|on|for|from|of|by|to|with|were|was|are|is|had|have|has)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
"""What stands before the first of some names: "boats were at "."""

_HEADED = pattern_of(r"(?P<head>[A-Za-z]+?)s?\s+\d+\b")
_NUMBER = pattern_of(r"\d{1,2}\b")
_ONLY_NAME = pattern_of(r"(?:(?:\S+\s+)*(?:in|at|on|for|from|of|by)\s+(?:the\s+)?)?[A-Z][a-z]+(?:\s+[A-Z]\w+)*")
"""One more name before some: "Elm" of "Elm, Oak and Ash" where only two are sought."""

Respective = Mapping[int, tuple[frozenset[str], frozenset[str], frozenset[str]]]
"""For figures, by where each begins, the stems of its own name, those of the other names of the list, and what is said
of all of them."""


def respective(text: str, numerals: Sequence[Numeral]) -> Respective:
    """Whose the figures of "Elm, Oak and Ash had 12, 9 and 7 boats respectively" are, or those of "12, 9 and 7 were in
    Zones 2, 3 and 5"; nothing where there are not as many names as figures."""
    match = _ALIKE.search(text)
    if match is None:
        return {}
    first = max((each.end() for each in _CLAUSE_END.finditer(text, 0, match.start())), default=0)
    end = _CLAUSE_END.search(text, match.start())
    last = end.start() if end is not None else len(text)
    run: list[Numeral] = []
    for each in (each for each in numerals if each.number and first <= each.start < last):
        if run and not _LISTED.fullmatch(text[run[-1].end : each.start]):
            if len(run) > 1:
                break
            run = []
        run.append(each)
    if len(run) < 2:
        return {}
    for segment, before in ((text[first : run[0].start], True), (text[run[-1].end : last], False)):
        stems = _stems_of_names(segment, len(run), before=before)
        every = frozenset[str]().union(*stems)
        if stems:
            shared = about(text[first : run[0].start]) | about(text[run[-1].end : last])
            return {each.start: (own, every - own, shared - every) for each, own in zip(run, stems, strict=True)}
    return {}


def _stems_of_names(segment: str, many: int, *, before: bool) -> Sequence[frozenset[str]]:
    """The stems of so many names at the end of what stands before some figures, or of all that stands behind them;
    none where there are others, or two are called alike."""
    names = [each.strip(" ,%") for each in _BETWEEN.split(segment)]
    names = [each for each in names if each]
    rest, names = (names[:-many], names[-many:]) if before else ([], names)
    if len(names) != many or (rest and _ONLY_NAME.fullmatch(rest[-1])):
        return ()
    names[0] = _LEADS.sub("", names[0])
    head = _HEADED.fullmatch(names[0])
    if head is not None:
        names = [f"{head['head']} {each.split()[-1]}" if _NUMBER.search(each) else each for each in names]
    if all(
        each[:1].isupper() for each in names
    ):  # what else stands there is said of all: "Elm, Oak and Ash moorings had"
        names = [" ".join(word for word in each.split() if not word[0].islower()) for each in names]
    stems = [about(each) for each in names]
    return stems if all(stems) and len(set(stems)) == many else ()


def _parts(found: re.Match[str]) -> int:
    """How much a break parts: a semicolon more than any other."""
    return 1 + (found[0] == ";")


Placed = tuple[tuple[int, int], int, int]
"""A piece of a sentence, with the breaks and the numerals that stand between it and another one."""


def _subject(text: str, others: Sequence[Numeral], numeral: Numeral) -> frozenset[str]:
    """What stands before the first numeral of a sentence, for one that has no words of its own before it: "The two
    places cost £900 and, after a grant of £80, £820 net"."""
    before = max((other.end for other in others if other.end <= numeral.start), default=None)
    if before is None:
        return frozenset()
    opening = _OPENING.search(text, before, numeral.start)
    last = opening.start() if opening else numeral.start
    breaks = [match.end() for match in _BREAK.finditer(text, before, last)]
    if about(text[max([before, *breaks]) : last]):
        return frozenset()
    alike = [other.start for other in others if other.kind is numeral.kind and other.unit is numeral.unit]
    return about(text[: min(alike)]) if alike else frozenset()


def merged(*weighted: tuple[Mapping[str, float] | frozenset[str], float]) -> dict[str, float]:
    """Stems of several texts, each text with its own weight."""
    found: dict[str, float] = {}
    for words, factor in weighted:
        if not factor:
            continue
        if isinstance(words, frozenset):
            for word in words:
                if found.get(word, -1.0) < factor:
                    found[word] = factor
        else:
            for word, own in words.items():
                value = own * factor
                if found.get(word, -1.0) < value:
                    found[word] = value
    return found
