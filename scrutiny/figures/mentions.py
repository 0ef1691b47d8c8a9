"""Room `figures`: the figures in running text.

Takes a text, gives a `Mention` for every figure in it, in digits or in words. Dates, years, times, page, paragraph
and list numbers, names of year groups, sections and tables, and reference numbers are not figures.
"""

import functools
import math
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures.intervals import Interval, interval_of
from scrutiny.figures.parsing import Figure, FigureKind, Unit, parse_figure
from scrutiny.language.dates import MONTH
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.numerals import NUMBER_WORDS, ONES, PARTS_OF_ONE, TENS, value_of
from scrutiny.language.patterns import pattern_of

_MONTH = rf"(?:{MONTH.lower()})"
_MAY_BE_NO_FIGURE = r"(?=[^\d@\s]{0,48}+(?:[\d@]|[\s'’/-]{1,8}+\d)|(?:key|cases?)\s)"
"""How each name of what is no figure begins: a digit stands in its first word, or right behind that, or it has two
words. Asked first, because at most places it is not so, and the names are many."""

_NO_FIGURE = pattern_of(
    rf"\b{_MAY_BE_NO_FIGURE}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+\d{{4}}\b)?"
    rf"|(?<!\bin ){_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d\d\d|\.\d+\s?%|\s?%)(?:,?\s+\d{{4}}\b)?"
    rf"|{_MONTH}\s+(?:['’]\d\d\b|(?:19|20)\d\d\b(?!,\d\d\d)|\d\d\b(?!,\d\d\d|\.\d+\s?%|\s?%|\s+[a-z]+s\b))|\d{{1,2}}[/.-]{_MONTH}[/.-]\d{{2,4}}\b"
    r"|\d{1,2}/\d{1,2}/\d{2,4}\b|\d{4}-\d\d-\d\d\b"
    r"|(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d\b|(?:19|20)\d\ds?\b(?![,.]\d|\s?%)"
    r"|\d{1,2}[:.]\d\d\s?(?:am|pm|a\.m\.|p\.m\.|hrs|noon)\b|\d{1,2}\s?(?:am|pm|noon)\b|\d{1,2}:\d\d\b"
    r"|\d+(?:st|nd|rd|th)\b|\d{1,3}\s?[-–]\s?\d{1,3}[\s-]+years?[\s-]+olds?\b|(?:aged?|ages|(?:under|over)(?!\s+\d{1,2}\s+(?:years(?!\s+(?:old|of\s+age))|months|weeks|days|hours)\b))"
    r"[\s-]+\d{1,2}s?"
    r"(?:\s?(?:[-–]|to|and)\s?\d{1,2})?\b(?![,.]\d|\s?(?:%|per\s?cent))(?=\W|$)"
    r"|\d{1,2}[\s-]years?[\s-]olds?\b|24/7\b"
    r"|(?:year|yr)\s?(?:1[0-4]|[1-9])\b(?![,.]\d)"
    r"|(?:years|yrs)\s?(?:1[0-4]|[1-9])\b(?:\s?(?:,|and|to|or|[-–])\s?(?:1[0-4]|[1-9])\b)*(?![,.]\d)"
    r"|(?!(?<=\d\s)[a-z]+s\s)(?:ks|key\s+stages?|stage|pages?|pp?\.|paras?\.?|paragraphs?|sections?|appendi(?:x|ces)|annex(?:es)?|"
    r"items?|tables?|figures?|charts?|notes?|footnotes?|nos?\.|numbers(?!\s\d{1,3},\d{3}\b)|(?<![a-z]s\s)number(?!\s\d{1,3},\d{3}\b)|parts?|phases?|chapters?|articles?|regulations?|reg\.?|"
    r"clauses?|schedules?|categor(?:y|ies)|zones?|versions?|refs?\.?|indicators?|recommendations?|priorit(?:y|ies)|objectives?|bands?|levels?|grades?|"
    r"options?|questions?|minutes?|columns?|rooms?|tiers?|groups?|cases?\s+stud(?:y|ies)|cases?|s\.|ss\.|si|act|inq\w*|slides?|steps?)"
    r"\s?\d+(?:[.,/]\d+)*[a-z]?(?:\s?(?:,|and|to|or|[-–])\s?\d+(?:\.\d+)*[a-z]?(?!,\d\d\d|\s?%))*\b"
    r"|(?:quarters?|q)\s?[1-4](?:\s?(?:,|and|to|or|[-–])\s?[1-4](?![\d,.]*\d|\s?%))*\b"
    r"|[a-z]{1,6}[-/]?\d[\w/-]*|\d+[a-z]+\d*\b(?<!k)(?<!m)(?<!bn)(?<!pp)(?<!illion)(?<!thousand)(?<!percent)|[\w.+-]+@[\w.-]+)|https?://\S+|www\.(?<=\bwww\.)\S+"
    r"|\[(?<!\s\[)\d{1,3}\]|\[(?<=\s\[)(?:\d{1,2}\]|\d{3}\](?!\s[a-z]{3,}(?:s|ple|ren|men)\b))|\d(?<=[a-z)][.,;:”’)\]]\d)\d{0,3}(?=\s|$)",
)
"""Accepts "10 March 2022", "2020/21", "Year 7", "paragraphs 4 and 5", "CS-A29", a footnote number after a full stop; in
small letters, as ignoring case tries each of its many words where one letter rules them out. What must stand before is
asked behind a first letter, which rules most places out at once."""

_FIGURE = pattern_of(
    r"(?<![\w.,/£])(?P<all>(?:[+\-–−](?=[£\d]))?£{0,2}\s?(?:(?<=£)\d{1,3}(?:,\s?\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:,\d{1,2}(?=\s?%))?"
    r"\s?(?:k\b|m\b|bn\b|(?:million|billion|thousand)s?\b)?\s?(?:%|per\s?cent\b|percentage\s+points?\b|pp\b|p?pts\b)?)(?![\w/]|\.\d|,[\d\x00])",
    re.IGNORECASE,
)
_BEGINNINGS = "|".join(sorted({word[:2] for word in NUMBER_WORDS} | {r"a\s"}))
_WORDS = rf"(?:(?:{'|'.join(TENS)})[\s-](?:{'|'.join(ONES[1:10])})\b|(?:{'|'.join(NUMBER_WORDS)})\b)"
_HUNDREDS = rf"\s+hundred\b(?:\s+and\s+{_WORDS})?"
_IN_WORDS = pattern_of(
    rf"\b(?={_BEGINNINGS})(?:{_WORDS}(?:{_HUNDREDS})?|a\s+hundred\s+and\s+{_WORDS})"
    rf"(?:\s+(?:thousand|million)\b(?:,?\s+(?:and\s+)?{_WORDS}{_HUNDREDS}|\s+and\s+{_WORDS})?)?"
)
"""Accepts "forty-two", "four hundred and twelve", "two thousand, three hundred and five"; of "a thousand, two" each."""
_DIGIT = pattern_of(r"\d")
_SHARE = pattern_of(
    rf"\b(?:(?P<many>{'|'.join(ONES[2:10])})[\s-](?P<parts>{'|'.join(list(PARTS_OF_ONE)[1:])})s"
    r"|(?:a\s+|one[\s-])?(?P<share>half(?!\s+an?\s)|third|quarter|fifth|tenth))\b(?!\s+of\s+(?:\d|a\s+(?:percentage\s+)?point\b))",
    re.IGNORECASE,
)
"""Accepts "a third", "three quarters", "four-fifths"; rejects "half a point" and "a quarter of a point", which are no
shares of anything."""

_NUMBER_WORDS = tuple(NUMBER_WORDS)
_SHARE_WORDS = tuple(PARTS_OF_ONE)
_NO_SHARE = pattern_of(
    r"(?:\b(?:the|first|second|third|fourth|each|every|this|last|next|per|in|during|of|top|bottom|[a-z]{3,}est|"
    r"(?:most|least)\s+[a-z]+)\s+)$",
    re.IGNORECASE,
)
_SLIGHTLY = r"just|only\s+just|slightly|a\s+(?:little|shade|touch|fraction)"
_ABOUT = pattern_of(
    rf"\b(?:(?P<little>{_SLIGHTLY})\s+|(?:well|far|considerably|comfortably)\s+)?"
    r"(?:(?P<nearly>not\s+quite|approaching|getting\s+on\s+for)|(?P<around>in\s+the\s+region\s+of|of\s+the\s+order\s+of)|"
    r"(?P<over>upwards?\s+of)|(?P<passed>passed|exceed(?:s|ed|ing)|topped|surpassed|(?:went|gone|risen|climbed)\s+past)|(?P<under>(?<=just\s)short\s+of|(?<=little\s)short\s+of)|"
    r"(?P<word>about|around|approximately|approx\.?|circa|c\.|roughly|some|almost|nearly|close\s+to|over|"
    r"(?:(?P<no>no|not)\s+)?(?:(?P<more>more)|less|fewer)\s+than|at\s+(?:least|most)|up\s+to|under|in\s+excess\s+of|"
    r"(?P<bound>a\s+maximum)\s+of))\s+(?:a\s+|the\s+)?$",
)
_SAID = {"nearly": "nearly", "around": "about", "over": "over", "under": "under"}
"""What the longer ways to say it mean."""

BEFORE = 40
"""Characters before a figure in which the words stand that make it rough."""

WELL_OVER = Decimal("0.3")
"""How far above a fraction "over" it goes: "over half" up to 65 %, where "two thirds" begins."""

ROUGH = Decimal("0.05")
"""How far from it a figure that is said to be "about" so many may be: one part in twenty."""

ROUGHEST = Decimal("0.2")
"""The same for few units: "about 5" may be 4, but "about £1m" is not nothing."""


class Mention(Struct, frozen=True, kw_only=True, cache_hash=True):
    """A figure in a text, with its place. `about` is the word that makes it rough: "around", "almost", "over"."""

    figure: Figure
    start: int
    end: int
    about: str | None = None
    in_words: bool = False
    share: bool = False
    """Whether it is a share in words: "a third"."""

    @property
    def value(self) -> Decimal:
        assert self.figure.value is not None
        return self.figure.value

    @property
    def unit(self) -> Unit:
        return self.figure.unit

    def allows(self) -> Interval:
        """All that the wording allows the true figure to be."""
        own = interval_of(self.figure) or Interval.of(self.value)
        if self.about is None and not self.share:
            return own
        slack = max(abs(self.value) * ROUGH, min(self.figure.step, abs(self.value) * ROUGHEST))
        word = (self.about or "about").lower()
        if word == "at most":
            return Interval(low=min(Decimal(0), own.low), high=own.high)
        if word in ("over", "more than", "at least", "in excess of", "just over"):
            more = self.value * WELL_OVER if self.share else 2 * slack
            return Interval(low=self.value, high=self.value + more)
        if word in ("under", "less than", "fewer than", "up to", "just under", "almost", "nearly", "close to"):
            return Interval(low=self.value - 2 * slack, high=own.high)
        return Interval.around(self.value, slack)


@functools.lru_cache(maxsize=8192)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every figure in the text, from left to right."""
    masked = _masked(text)
    shares = tuple(_shares(masked))
    worded = (each for each in _in_words(masked) if not any(one.start <= each.start < one.end for one in shares))
    return tuple(sorted([*_in_digits(masked), *worded, *shares], key=lambda mention: mention.start))


_ADDRESSES = ("http", "www")
_HELD = pattern_of(r"[\d@]")
_HELD_OR_ADDRESS = pattern_of(rf"[\d@]|{'|'.join(_ADDRESSES)}")
"""What the name of what is no figure holds at least, in its first `NEAR` characters."""

NEAR = 64


def _masked(text: str) -> str:
    """The text without the names of what is no figure, which are looked for near what they hold."""
    small, parts = small_letters(text), list[str]()
    holds, at = _HELD_OR_ADDRESS if has_any(_ADDRESSES, small) else _HELD, 0
    while held := holds.search(small, at):
        match = _NO_FIGURE.search(small, max(at, held.start() - NEAR))
        if match is None:
            break
        parts += (text[at : match.start()], "\x00" * len(match[0]))
        at = match.end()
    return "".join((*parts, text[at:]))


def _in_digits(text: str) -> Iterator[Mention]:
    for match in _figures(text):
        printed = match["all"].strip()
        start = match.start("all") + len(match["all"]) - len(match["all"].lstrip())
        plain = printed
        if plain[-1].isalpha():
            plain = re.sub(r"\s*(?:per\s?cent|percent)$", "%", plain, flags=re.IGNORECASE)
            plain = re.sub(r"\s*(?:percentage\s+points?|p?pts)$", "pp", plain, flags=re.IGNORECASE)
        if plain[0] in "–−":
            plain = re.sub(r"^[–−](?=£?\d)", "-", plain)
        if plain[0].isdecimal() and start > 0 and text[start - 1] in "-–" and text[start - 2 : start - 1].isalnum():
            continue  # the end of a range or a code
        figure = parse_figure(plain)
        if figure.value is None:
            continue
        yield Mention(
            figure=replace(figure, printed=printed), start=start, end=start + len(printed),
            about=rough_word(text, start),
        )  # fmt: skip


def _figures(text: str) -> Iterator[re.Match[str]]:
    """Every figure in digits, from one digit to the next: not much can stand before the first of them."""
    at = 0
    while digit := _DIGIT.search(text, at):
        match = _FIGURE.search(text, max(at, digit.start() - SIGNS))
        if match is None:
            return
        yield match
        at = match.end()


SIGNS = 4
"""Characters before the digits of a figure: a sign, two pounds and white space."""


def _in_words(text: str) -> Iterator[Mention]:
    small = small_letters(text)
    if not has_any(_NUMBER_WORDS, small):
        return
    for match in _IN_WORDS.finditer(small):
        value = value_of(match[0])
        if match[0] in ("one", "zero") or text[match.end() : match.end() + 1] == "-":
            continue  # "one" is mostly no count
        figure = Figure(printed=text[match.start() : match.end()], kind=FigureKind.VALUE, value=Decimal(value))
        rest = re.match(r"\s*(?:per\s?cent|percent)\b", text[match.end() :], re.IGNORECASE)
        end = match.end() + (rest.end() if rest else 0)
        if rest:
            figure = replace(figure, unit=Unit.PERCENT, printed=text[match.start() : end])
        yield Mention(figure=figure, start=match.start(), end=end, about=rough_word(text, match.start()), in_words=True)


def _shares(text: str) -> Iterator[Mention]:
    if not has_any(_SHARE_WORDS, small_letters(text)):
        return
    for match in _SHARE.finditer(text):
        before = text[: match.start("many") if match["many"] else match.start("share")]
        if _NO_SHARE.search(before) and not re.search(r"\b(?:a|one|of)\s+$", before):
            continue
        if match[0].lower() == "quarter" and not text.startswith(" of ", match.end()):
            continue  # "the usual quarter costs": a part of the year
        many = NUMBER_WORDS[match["many"].lower()] if match["many"] else 1
        parts = PARTS_OF_ONE[(match["parts"] or match["share"]).lower()]
        value = Decimal(100) * many / parts
        if many >= parts or math.gcd(many, parts) > 1:
            continue  # "in two quarters": of those of a year
        figure = Figure(printed=match[0], kind=FigureKind.VALUE, value=value, unit=Unit.PERCENT)
        yield Mention(
            figure=figure,
            start=match.start(),
            end=match.end(),
            about=rough_word(text, match.start()),
            in_words=True,
            share=True,
        )


def rough_word(text: str, start: int) -> str | None:
    """The word before a figure that makes it rough: "about", "just over", "nearly" for "not quite"."""
    first = max(0, start - BEFORE)
    match = _ABOUT.search(small_letters(text[first:start]))
    if match is None:
        return None
    before = text[: first + match.start()]
    if match["passed"]:
        return "over" if _ROUND.match(text, start) else None
    if match["word"] is None:
        return next(said for name, said in _SAID.items() if match[name])
    word = re.sub(r"\s+", " ", match["word"])
    if word.endswith("than") and (match[0].rstrip().endswith(" the") or re.search(r"[\d%]$", before.rstrip())):
        return None  # "12 more than the 30" compares
    if word.startswith("up") and _GOES.search(before):
        return None  # "went up to 2,314"
    if match["no"]:
        return "at most" if match["more"] else "at least"
    if match["little"]:
        return "just over" if word in ("over", "more than") else "just under" if word != "about" else word
    return "at most" if match["bound"] else word


_ROUND = pattern_of(r"£?\d[\d,]*00\b(?!\.\d)|£?[\d.]+\s?(?:m|bn|million|billion)\b")
"""A round figure, which something can pass: "days lost passed 1,000", not "the council passed 12 motions"."""

_GOES = pattern_of(
    r"\b(?:went|go(?:es|ne|ing)?|add(?:s|ed|ing)?|moved?|came|taken|brought|pushed|driven)\s+$", re.IGNORECASE
)
