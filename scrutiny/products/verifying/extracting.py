"""Part of the room `products`: what a text states in figures.

Takes a text, gives a `Numeral` for every number, share, multiple, date, span of years, time and range in it, in digits
or in words. Telephone numbers, postcodes, page, paragraph and list numbers are none.
"""

import functools
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from scrutiny.figures import Figure, FigureKind, Unit, parse_figure
from scrutiny.figures.mentions import Mention, find_mentions, rough_word
from scrutiny.language.dates import MONTH, MONTHS, month_number
from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.numerals import NUMBER_WORDS, PARTS_OF_ONE, SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.numerals import Kind, Numeral

_MONTH = rf"(?:{MONTH}|{MONTH.upper()})"
"""With a capital, or in capitals as at the head of a paper: "may 10" is no date."""
_YEAR = r"(?:19|20)\d\d"
_TH = "(?:st|nd|rd|th|ST|ND|RD|TH)?"
_DATE = pattern_of(
    rf"\b(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<month>{_MONTH})\b(?:,?\s+(?P<year>{_YEAR})\b)?"
    rf"|\b(?<![Ii]n )(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}}){_TH}\b(?!\s*%|\s+of\s)"
    rf"(?:,?\s+(?P<year2>{_YEAR})\b)?"
    rf"|\b(?P<month3>{_MONTH}),?\s+(?P<year3>{_YEAR})\b(?!\s?[/–-]\s?\d\d\b)"
    rf"|(?<![\d/])(?P<day4>\d{{1,2}})[/.](?P<month4>\d{{1,2}})[/.](?P<year4>\d{{4}}|\d\d)\b"
    rf"|\b(?P<day6>\d{{1,2}}){_TH}(?=\s?(?:[–-]|\s(?:to|and|or)\s)\s?\d{{1,2}}{_TH}\s+"
    rf"(?:of\s+)?(?P<month6>{_MONTH})\b(?:,?\s+(?P<year6>{_YEAR})\b)?)"
    rf"|\b(?P<year5>{_YEAR})-(?P<month5>\d\d)-(?P<day5>\d\d)\b"
)
_SPAN = pattern_of(
    rf"(?:(?<=between )(?P<from>{_YEAR})\s+and\s+(?P<until>{_YEAR})\b)"
    rf"|\b(?P<first>{_YEAR})\s?(?:[/–-]|\s?(?:to|until)\s)\s?(?P<last>{_YEAR}|\d\d)\b(?![/–-]\d)"
    rf"|(?<![\d.,£/-])\b(?P<one>{_YEAR})s?\b(?![,.]\d|\s?%|\d)(?!/\d\b)"
    r"|(?<![\w.,/£-])(?P<short>(?:20)?\d\d)/(?P<next>\d\d?)(?![\w%/-]|[.,]\d)"
)
_TIME = pattern_of(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)\s?(?P<half>am|pm|a\.m\.|p\.m\.|hrs|noon)(?!\w)"
    r"|\b(?P<hour2>\d{1,2})\s?(?P<half2>am|pm|a\.m\.|p\.m\.|noon)(?!\w)|\b(?P<hour3>[01]\d|2[0-3]):(?P<minute3>[0-5]\d)\b"
    r"|\b(?P<hour5>0\d)\.(?P<minute5>[0-5]\d)\b"
    r"|\b(?P<hour6>\d{1,2})\s+(?:till|until)\s+(?:noon|\d{1,2}\b)"
    rf"|\b(?P<part>half|quarter)\s+(?P<way>past|to)\s+(?P<hour4>{'|'.join(SMALL_NUMBERS)}|\d{{1,2}})\b",
    re.IGNORECASE,
)
_CALLS = ("stage", "phase", "tier", "band", "option", "part", "level", "lot", "type", "category", "grade", "class")
_CALLED = pattern_of(
    rf"\b(?:{'|'.join(_CALLS)}|quarter)\s+(?:one|two|three|four|five|six)\b(?!\s+[a-z]+s\b)",
    re.IGNORECASE,
)
"""Accepts "stage one"; not "in this phase two boats"."""

_NONE = pattern_of(
    r"(?<![\w.])(?:\+44\s?|\(?0)\d[\d\s()-]{7,}\d\b"  # telephone numbers
    r"|\bext(?:n|ension)?\.?\s?\d{3,6}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b"  # extensions, postcodes
    r"|£\s?['’]?0{3}s?\b|\b(?:per|every|for\s+each)\s+(?:hundred|thousand|100|10?0?,?000|100,?000)\b(?!\.\d)"  # units
    r"|\b[\w-]{1,120}\.(?:pdf|docx?|xlsx?|csv|html?|md|txt|json)\b"  # names of files
    r"|\b(?:room|floor|flat|unit)\s+\d+\b|\bpages?\s+\d+(?:\s?(?:to|and|,|–|-)\s?\d+)*",
    re.IGNORECASE,
)
_RANGE = pattern_of(
    r"\b(?P<aged>aged?\s+|ages\s+)?(?P<low>\d{1,3})\s?(?:[–-]|\s(?:to|and)\s)\s?(?P<high>\d{1,3})\b"
    r"(?P<olds>[\s-]+years?[\s-]+olds?|s?\s+years?\s+old)?(?!\s?%|[\d/–-]|[.,]\d)",
    re.IGNORECASE,
)
_SPAN_OF = pattern_of(
    r"(?<![\w.,])(?P<pound>£\s?)?(?P<low>\d[\d,]*(?:\.\d+)?)(?P<low_scale>\s?(?:k|m|bn|million|billion|thousand)\b)?(?P<low_percent>\s?%)?"
    r"\s?(?:[–-]|\s(?:to|and)\s|\s?to\s)\s?(?P<pound2>£\s?)?(?P<high>\d[\d,]*(?:\.\d+)?)(?P<scale>\s?(?:k|m|bn|million|billion|thousand)\b)?"
    r"(?P<percent>\s?(?:%|per\s?cent\b))?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
"""Accepts "£8-10 million", "£54 to £72", "3.5% to 4%": both ends share their unit."""

_AMOUNT = pattern_of(
    r"\b(?P<quarters>(?:a|one|three)\s+quarters?)\s+of\s+an?\s+(?P<quartered>million|billion)\b"
    r"|\bhalf\s+an?\s+(?P<half>million|billion)\b|\ban?\s+(?P<one>million|billion)\b(?!\s+(?:to|and)\b)"
    r"|\b(?P<hour>(?:an?|three)\s+quarters?)\s+of\s+an\s+hour\b"
    rf"|\b(?<!-)(?P<word>{'|'.join(NUMBER_WORDS)}|(?:(?<=\ba\s)|(?<=\bone\s))hundred)\s+pounds\b",
    re.IGNORECASE,
)
_PARTS = {word: parts for word, parts in PARTS_OF_ONE.items() if word != "half"}
"""All but "half", which stands in forms of its own."""

_PART = pattern_of(
    rf"\b(?:an?\s+|(?P<many>one|two|three|four|five|six|seven|eight|nine)[\s-])(?P<part>{'|'.join(_PARTS)})(?P<more>s?)\b",
    re.IGNORECASE,
)
_AGE = pattern_of(
    r"\b(?:aged?|ages|ages?\s+of)\s+(?P<age>\d{1,2}|[a-z]+)\b(?!\s?%)"
    r"|\b(?P<old>\d{1,2})[\s-]years?[\s-]olds?\b",
    re.IGNORECASE,
)
_COUNT = rf"(?:{'|'.join(NUMBER_WORDS)}|\d{{1,3}})"
_IN = pattern_of(
    rf"\b(?P<part>{_COUNT})(?P<thing>\s+(?!which\b|who\b)[a-z-]{{3,}})?\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>{_COUNT})\b"
    r"(?![\d.,]*\d|\s?%)(?P<things>\s+(?!(?:is|was|has|does|needs)\b)[a-z-]+s\b)?",
    re.IGNORECASE,
)
"""Accepts "one in six", "nineteen in twenty", "two boats in five"; the first is less than the second. The numbers of
"two boats in five ports" are counts."""

_MULTIPLE = pattern_of(
    r"\b(?P<two>doubled?|doubling|twice|twofold)\b|\b(?P<three>trebled?|tripled?|threefold)\b|\b(?P<four>quadrupled?|fourfold)\b"
    r"|\b(?P<half>halved)\b|\b(?P<times>two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?)(?P<and_half>\s+and\s+a\s+half)?\s+times\b(?=\s+(?:as|more|the|higher|that|what))",
    re.IGNORECASE,
)
_OF_MONEY = pattern_of(
    r"\b(?:cost\w*|spen[dt]\w*|budget\w*|sav(?:ed|ings?)|grants?|fund\w*|income|worth|paid|pays?|pounds?|debts?|bills?|fees?|prices?|"
    r"values?|surplus|deficit|loss(?:es)?|profits?|reserves?|balance|over-?spen[dt]\w*|under-?spen[dt]\w*)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before thousands that are pounds: "it cost 304k"."""

BEFORE = 60
"""Characters in which such a word stands."""

_SPANS = ("day", "week", "fortnight", "month", "year", "hour", "minute", "mile", "page")
_AND_HALF = pattern_of(
    rf"\b(?P<number>{'|'.join(NUMBER_WORDS)}|\d{{1,3}})\s+and\s+a\s+half\b(?!\s+(?:times|of)\b)", re.IGNORECASE
)
_OF_CLOCK = pattern_of(r"\b(?:until|till|to|at|from|and)\s+$", re.IGNORECASE)
_OPENS = pattern_of(
    r"\b(?:(?:begin|start|open|finish|end|conclud|clos|adjourn|terminat)(?:s|es|ed)?|began|sat)\s+"
    r"(?:(?:the\s+)?meeting\s+)?(?:at\s+|until\s+|from\s+)?$",
    re.IGNORECASE,
)
"""What stands before the hour of a meeting: "the meeting closed at 8.40", "ended 6.10"."""
_SUFFIXED = pattern_of(
    r"(?<![\w.,/£-])(?P<number>\d[\d,]*(?:\.\d+)?)(?:(?P<thousand>k)\b|(?=(?:[A-Z]{2,4}|km|kg|ha)\b)(?!(?:ST|ND|RD|TH)\b))"
    rf"|\b(?P<many>{'|'.join(NUMBER_WORDS)})(?=-(?:{'|'.join(_SPANS)})\b)",
)
"""Accepts "15FE", "1200km", "304k" (pounds), "six-week"."""

_ONE = pattern_of(
    r"\bone\b(?!\s+(?:of\s+(?:the|our|these|those|its)\b|another|which|who|that|is|to)|[’'-])", re.IGNORECASE
)


_DIGIT = pattern_of(r"\d")
_WORDS = (
    *NUMBER_WORDS, *(f"{part}s?" for part in _PARTS), "hundred", "half", "twice", r"doubl\w+", "twofold", "trebled?",
    "tripled?", "threefold", "quadrupled?", "fourfold", "halved", "million", "billion",
)  # fmt: skip
_ANY = pattern_of(rf"\b(?={'|'.join(sorted({word[:2] for word in _WORDS}))})(?:{'|'.join(_WORDS)})\b")
"""What a text in small letters without digits holds at least that states something in figures."""


_STUCK = pattern_of(r",(?<=[a-z][a-z],)(?=\d)")
"""The comma of "of the rules,11 questions": behind a word it is none of the number."""


@functools.lru_cache(maxsize=1024)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every numeral in a text, from left to right."""
    if _DIGIT.search(text) is None and not _ANY.search(small_letters(text)):
        return ()
    text = _STUCK.sub(" ", text)
    found: list[Numeral] = []
    masked, small = text, small_letters(text)
    for finder, words, digits in _FINDERS:
        if not (has_any(words, small) or (digits is not None and digits.search(text))):
            continue
        own = list(finder(masked))
        found += [each for each in own if each.printed]
        for each in own:
            masked = masked[: each.start] + "\x00" * (each.end - each.start) + masked[each.end :]
    found += [
        Numeral(
            kind=Kind.NUMBER, printed=text[mention.start : mention.end], start=mention.start, end=mention.end,
            mention=mention,
        )
        for mention in _apart(find_mentions(masked))
    ]  # fmt: skip
    shares = "%" in text or any(each.unit is Unit.PERCENT for each in found)
    found = [_in_pounds(text, _in_points(text, each, shares)) for each in _of_clock(text, found)]
    found += [
        number_of(Decimal(1), match[0], match.start(), match.end())
        for match in (_ONE.finditer(masked) if "one" in small else ())
        if not any(each.start <= match.start() < each.end for each in found)
    ]
    return tuple(sorted(found, key=lambda each: each.start))


_POINTS = pattern_of(r"[\s-]+(?:percentage[\s-]+)?points?\b", re.IGNORECASE)
"""Accepts the end of "three percentage points", "2.8 points"."""

_LIES_APART = pattern_of(rf"\s+(?:{ABOVE}|{BELOW}|higher|lower|better|worse|more|less)\b", re.IGNORECASE)
"""Accepts what stands behind "points" in "2.8 points above the average"."""


def _in_pounds(text: str, numeral: Numeral) -> Numeral:
    """ "1.2 billion pounds"."""
    mention = numeral.mention
    if mention is None or numeral.unit is not Unit.NUMBER or not text.startswith(" pounds", numeral.end):
        return numeral
    return replace(numeral, mention=replace(mention, figure=replace(mention.figure, unit=Unit.POUNDS)))


def _in_points(text: str, numeral: Numeral, shares: bool) -> Numeral:
    """A bare number before "points", where the text has shares, calls them percentage points, or says what they lie
    above or below of."""
    mention = numeral.mention
    if mention is None or numeral.kind is not Kind.NUMBER or numeral.unit is not Unit.NUMBER:
        return numeral
    match = _POINTS.match(text, numeral.end)
    if match is None or not ("percentage" in match[0].lower() or shares or _LIES_APART.match(text, match.end())):
        return numeral
    return replace(numeral, mention=replace(mention, figure=replace(mention.figure, unit=Unit.POINTS)))


def _apart(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The mentions without those that stand inside another one: "three" in "three quarters"."""
    for mention in mentions:
        if not any(o is not mention and o.start <= mention.start and mention.end <= o.end for o in mentions):
            yield mention


def number_of(value: Decimal, printed: str, start: int, end: int, unit: Unit = Unit.NUMBER, kind: Kind = Kind.NUMBER,
              *, age: bool = False, fraction: bool = False) -> Numeral:  # fmt: skip
    """A numeral of a value that is printed in another way than figures are."""
    places = max(0, -int(value.as_tuple().exponent))
    figure = Figure(printed=printed, kind=FigureKind.VALUE, value=value, unit=unit, places=places)
    mention = Mention(figure=figure, start=start, end=end, in_words=True)
    return Numeral(kind=kind, printed=printed, start=start, end=end, mention=mention, age=age, fraction=fraction)


def _nothing(text: str) -> Iterator[Numeral]:
    for match in _NONE.finditer(text):
        yield Numeral(kind=Kind.RANGE, printed="", start=match.start(), end=match.end())


def _called(text: str) -> Iterator[Numeral]:
    for match in _CALLED.finditer(text):
        yield Numeral(kind=Kind.RANGE, printed="", start=match.start(), end=match.end())


def _group(match: re.Match[str], name: str) -> str | None:
    """What stands in any of the groups "day", "day2" and so on."""
    return next((found for group, found in match.groupdict().items() if found and group.startswith(name)), None)


def _dates(text: str) -> Iterator[Numeral]:
    for match in _DATE.finditer(text):
        day, name, year = (_group(match, part) for part in ("day", "month", "year"))
        assert name is not None
        month = int(name) if name.isdigit() else month_number(name)
        if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
            continue
        full = int(year) + (2000 if int(year) < 100 else 0) if year else None
        key = (full, month, int(day) if day else None)
        yield Numeral(kind=Kind.DATE, printed=match[0], start=match.start(), end=match.end(), key=key)


def _times(text: str) -> Iterator[Numeral]:
    for match in _TIME.finditer(text):
        if match["part"]:
            hour = SMALL_NUMBERS.get(match["hour4"].lower()) or int(match["hour4"])
            minute = 30 if match["part"].lower() == "half" else 15 if match["way"].lower() == "past" else 45
            hour = hour - 1 if match["way"].lower() == "to" else hour
        else:
            hour = int(match["hour"] or match["hour2"] or match["hour3"] or match["hour5"] or match["hour6"])
            minute = int(match["minute"] or match["minute3"] or match["minute5"] or 0)
        # noon and midnight apart, a summary may say "half past nine" for 9.30 and 21.30
        yield Numeral(kind=Kind.TIME, printed=match[0], start=match.start(), end=match.end(), key=(hour % 12, minute))


LAST_CENTURY = 70
"""Of two digits, the years from which on they are of the last century: "98/99"."""


def _years(text: str) -> Iterator[Numeral]:
    for match in _SPAN.finditer(text):
        if match["one"]:
            yield Numeral(
                kind=Kind.YEARS,
                printed=match["one"],
                start=match.start(),
                end=match.end(),
                key=(int(match["one"]), None),
            )
            continue
        if match["short"]:
            first = int(match["short"]) % 100
            if str(first + 1)[-len(match["next"]) :] == match["next"]:
                first += 1900 if first >= LAST_CENTURY and len(match["short"]) == 2 else 2000
                key = (first, first + 1)
                yield Numeral(kind=Kind.YEARS, printed=match[0], start=match.start(), end=match.end(), key=key)
            continue
        first, last = int(match["first"] or match["from"]), match["last"] or match["until"]
        full = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        full += 100 if full < first else 0
        yield Numeral(kind=Kind.YEARS, printed=match[0], start=match.start(), end=match.end(), key=(first, full))


def _ranges(text: str) -> Iterator[Numeral]:
    for match in _RANGE.finditer(text):
        dash = not re.search(r"\b(?:to|and)\b", match[0])
        age = bool(match["aged"] or match["olds"])
        if int(match["low"]) >= int(match["high"]) or not (age or dash):
            continue
        yield Numeral(
            kind=Kind.RANGE, printed=match[0].removeprefix(match["aged"] or ""), start=match.start(), end=match.end(),
            key=(int(match["low"]), int(match["high"])), age=age,
        )  # fmt: skip


_PAIR = pattern_of(r"(?<![\w.,/£-])(?P<one>\d{1,3})[–-](?P<other>\d{1,3})(?![\w%/-]|[.,]\d)")


def _pairs(text: str) -> Iterator[Numeral]:
    """The two numbers of "a vote of 8-1"."""
    for match in _PAIR.finditer(text):
        if int(match["one"]) >= int(match["other"]):
            for name in ("one", "other"):
                yield number_of(Decimal(match[name]), match[name], match.start(name), match.end(name))


def _ages(text: str) -> Iterator[Numeral]:
    for match in _AGE.finditer(text):
        printed = match["age"] or match["old"]
        value = int(printed) if printed.isdigit() else NUMBER_WORDS.get(printed.lower())
        if value is not None:
            start = match.start("age") if match["age"] else match.start("old")
            yield number_of(Decimal(value), printed, start, start + len(printed), age=True)


def _halves(text: str) -> Iterator[Numeral]:
    """ "two and a half hours"."""
    for match in _AND_HALF.finditer(text):
        word = match["number"].lower()
        value = Decimal(NUMBER_WORDS.get(word, 0) or (int(word) if word.isdigit() else 1)) + Decimal("0.5")
        numeral = number_of(value, match[0], match.start(), match.end())
        yield replace(numeral, mention=_roughly(numeral, text))


_BY_CLOCK = pattern_of(rf"(?!.*\b(?:{UP}|{DOWN})\b)\W*(?:[\w'’]+\s+){{1,3}}(?:by|until|till|before)\s+", re.IGNORECASE)
_HOUR = pattern_of(r"(1?\d|2[0-3])\.([0-5]\d)")


def _of_clock(text: str, numerals: list[Numeral]) -> Iterator[Numeral]:
    """The numerals, with "8.40" as a time where the text has another one, "from half past six until 8.40", says that
    something began or ended at it, or is short and has it at its end, "Back by 8.40."."""
    before = _OF_CLOCK if any(each.kind is Kind.TIME for each in numerals) else _OPENS
    for each in numerals:
        match = _HOUR.fullmatch(each.printed) if each.number else None
        ends = match is not None and _BY_CLOCK.fullmatch(text[: each.start]) and not text[each.end :].strip(" .)!")
        if match is not None and each.unit is Unit.NUMBER and (ends or before.search(text[: each.start])):
            key = (int(match[1]) % 12, int(match[2]))
            yield Numeral(kind=Kind.TIME, printed=each.printed, start=each.start, end=each.end, key=key)
        else:
            yield each


def _amounts(text: str) -> Iterator[Numeral]:
    """ "half a million", "twenty pounds", "a quarter of an hour"."""
    for match in _AMOUNT.finditer(text):
        if match["hour"]:
            value, unit = Decimal(45 if match["hour"].lower().startswith("three") else 15), Unit.NUMBER
        elif match["word"]:
            word = match["word"].lower()
            value, unit = Decimal(NUMBER_WORDS.get(word, 100)), Unit.POUNDS
        else:
            scale = 6 if (match["half"] or match["one"] or match["quartered"]).lower() == "million" else 9
            parts = 75 if match["quarters"] and match["quarters"].lower().startswith("three") else 25
            hundredths = 50 if match["half"] else 100 if match["one"] else parts
            value, unit = Decimal(hundredths).scaleb(scale - 2), Unit.NUMBER
            if re.search(r"£|\bcosts?\b|\bincome\b|\bpounds\b|\bbudget\b|\bspen[dt]", text):
                unit = Unit.POUNDS
        yield number_of(value, match[0], match.start(), match.end(), unit)


def _spans(text: str) -> Iterator[Numeral]:
    """The two ends of a range that has a unit."""
    for match in _SPAN_OF.finditer(text):
        unit = Unit.POUNDS if match["pound"] else Unit.PERCENT if match["percent"] else None
        if unit is None and match["scale"] and not match["low_scale"] and "." in match["low"]:
            unit = Unit.NUMBER  # "217.3 to 204.8 thousand": nothing is counted in tenths
        spoken = not re.search(r"[–-]", match[0][len(match["low"]) :])
        if unit is None or (match["pound2"] is None and match["pound"] and spoken and not match["scale"]):
            continue
        if spoken and unit is Unit.PERCENT and not match["low_percent"] and not re.search(r"\sto\s", match[0]):
            continue
        tail = (match["scale"] or "") + ("%" if match["percent"] else "")
        low_tail = (match["low_scale"] or match["scale"] or "") + ("%" if match["percent"] else "")
        for name, end in (("low", low_tail), ("high", tail)):
            figure = parse_figure(("£" if unit is Unit.POUNDS else "") + match[name] + end)
            if figure.value is None:
                continue
            start = match.start() if name == "low" else match.start("pound2" if match["pound2"] else name)
            behind = "low_percent" if match["low_percent"] else "low_scale" if match["low_scale"] else name
            stop = match.end() if name == "high" else match.end(behind)
            mention = Mention(figure=replace(figure, printed=text[start:stop]), start=start, end=stop)
            yield Numeral(kind=Kind.NUMBER, printed=text[start:stop], start=start, end=stop, mention=mention)


def _shares(text: str) -> Iterator[Numeral]:
    """ "a sixth", "two fifths": those that are not so common that mentions have them."""
    for match in _PART.finditer(text):
        many = NUMBER_WORDS[match["many"].lower()] if match["many"] else 1
        part = _PARTS[match["part"].lower()]
        if (
            (many > 1) != bool(match["more"])
            or many >= part
            or re.match(r"\s+of\s+\d", text[match.end() :]) is not None
        ):
            continue
        numeral = number_of(Decimal(100 * many) / part, match[0], match.start(), match.end(), Unit.PERCENT)
        yield _rough(numeral, text)


def _rough(numeral: Numeral, text: str) -> Numeral:
    """A share in words, as rough as the word before it makes it: "nearly two in three"."""
    return replace(numeral, mention=replace(_roughly(numeral, text), share=True))


def _roughly(numeral: Numeral, text: str) -> Mention:
    """The mention of a numeral with the word before it that makes it rough: "more than trebled"."""
    assert numeral.mention is not None
    return replace(numeral.mention, about=rough_word(text, numeral.start))


def _fractions(text: str) -> Iterator[Numeral]:
    yield from _shares(text)
    for match in _IN.finditer(text):
        part, whole = (
            NUMBER_WORDS[each.lower()] if each.lower() in NUMBER_WORDS else int(each)
            for each in (match["part"], match["whole"])
        )
        if not 0 < part < whole or (part > 9 and whole % 5) or (match["whole"].isdigit() and whole > 100):
            continue
        digits = match["part"].isdigit() or match["whole"].isdigit()
        if match["thing"] and (digits or match["things"]):
            continue
        if part > 1 and digits and re.search(r"out\s+of", match[0]):
            continue  # "12 out of 40" are two counts, "nine out of ten" are none
        value = Decimal(100 * part) / whole
        printed, end = text[match.start() : match.end("whole")], match.end("whole")
        numeral = number_of(value, printed, match.start(), end, Unit.PERCENT, fraction=part == 1)
        yield _rough(numeral, text) if part > 1 else numeral


def _multiples(text: str) -> Iterator[Numeral]:
    for match in _MULTIPLE.finditer(text):
        times = match["times"]
        if times:
            value = Decimal(NUMBER_WORDS.get(times.lower(), times)) + (Decimal("0.5") if match["and_half"] else 0)
        else:
            value = Decimal("0.5") if match["half"] else Decimal(2 if match["two"] else 3 if match["three"] else 4)
        numeral = number_of(value, match[0], match.start(), match.end(), kind=Kind.MULTIPLE)
        yield replace(numeral, mention=_roughly(numeral, text))


def _suffixed(text: str) -> Iterator[Numeral]:
    for match in _SUFFIXED.finditer(text):
        if match["many"]:
            yield number_of(Decimal(NUMBER_WORDS[match["many"]]), match["many"], match.start(), match.end())
            continue
        value, unit = Decimal(match["number"].replace(",", "")), Unit.NUMBER
        if match["thousand"]:
            if not _OF_MONEY.search(text, max(0, match.start() - BEFORE), match.start()):
                continue  # "24k residents"
            value, unit = value * 1000, Unit.POUNDS
        yield number_of(value, match[0], match.start(), match.end(), unit)


_RUNS_TO = pattern_of(r"[–\-oOdD]\s{0,2}(?:£\s?)?\d")
"""Accepts the middle of "8-10", "£5 to £8", "2 and 3"."""

_UNITS_OR_CODES = pattern_of(
    r"00|[0+(]\d[\d\s()-]{7}|[A-Za-z]\d"
    r"|[eE](?i:xt(?:n|ension)?\.?\s?\d{3})|[rRfFuUpP](?i:(?:oom|loor|lat|nit|ages?)\s+\d)"
)
"""Accepts the middle of "£000s", of a telephone number, of a postcode, of an extension, "page 3"."""

_OF_NOTHING = (
    "hundred", "thousand", ".pdf", ".doc", ".xls", ".csv", ".htm", ".md", ".txt", ".json",
)  # fmt: skip

_FINDERS: tuple[tuple[Callable[[str], Iterator[Numeral]], tuple[str, ...], re.Pattern[str] | None], ...] = (
    (_nothing, _OF_NOTHING, _UNITS_OR_CODES),
    (_called, (*_CALLS, "quarter"), None),
    (_dates, tuple(month[:3].lower() for month in MONTHS), pattern_of(r"\d(?:[/.]\d{1,2}[/.]|-\d\d-)\d")),
    (_times, ("half", "quarter"), pattern_of(r"\d(?:[:.]\d|\s?[ap]\.?m|\s?noon|\s+(?:till|until))", re.IGNORECASE)),
    (_years, ("19", "20"), pattern_of(r"\d/\d")),
    (_halves, ("and a half",), None),
    (_amounts, ("illion", "pounds", "an hour"), None),
    (_spans, (), _RUNS_TO),
    (_pairs, (), pattern_of(r"[–-]\d")),
    (_ranges, (), _RUNS_TO),
    (_ages, ("age", "old"), None),
    (_fractions, tuple(_PARTS), pattern_of(rf"\s(?:in|out\s+of)\s+(?:every\s+)?{_COUNT}", re.IGNORECASE)),
    (_multiples, ("doubl", "twice", "treb", "tripl", "quad", "fold", "halved", "times"), None),
    (_suffixed, tuple(f"-{word}" for word in _SPANS), pattern_of(r"\d(?:[A-Z]{2}|k|ha)")),
)  # fmt: skip
"""What finds numerals, in turn, each with letters and with signs of which a text has one that holds any."""
