"""Room `checks`: the figures of a sentence against one another.

Takes sentences and paragraphs as quotes. Each check reads a wording in which it is plain what belongs to what; any
other wording is left, because a false alarm is worse than a miss.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scrutiny.checks.judging import cannot, decimal, judged, short, verdict
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Figure, Interval, Unit, interval_of, parse_figure
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.figures.verdicts import Status
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_COUNT = r"\d{1,3}(?:,\d{3})+|\d+"
_PERCENT = r"\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b)"
_COHORT = r"(?:(?:the|a|an|all|our|these|those|total|cohort|of|some|in)\s+){0,4}"

_SHARES = (
    # 62% [437 of 529], 96 % (3,281 / 3,423)
    re.compile(
        rf"(?P<percent>{_PERCENT})\s*[\[(]\s*(?P<top>{_COUNT})\s*(?:out\s+of|of|/)\s*{_COHORT}(?P<base>{_COUNT})\b[^\])]{{0,25}}[\])]",
        re.IGNORECASE,
    ),
    # 437 of 529 (62%), 5,508 out of 5,621 pupils (98.0%)
    re.compile(
        rf"(?<![\d.,£/])(?P<top>{_COUNT})\s+(?:[a-z]+\s+){{0,3}}?(?:out\s+)?of\s+{_COHORT}(?P<base>{_COUNT})(?![\d%.,/])(?:\s+[a-z]+){{0,4}}\s*"
        rf"[\[(](?P<percent>{_PERCENT})[\])]",
        re.IGNORECASE,
    ),
    # of the 376 pupils, 51 (13.6%) were excluded
    re.compile(
        rf"\b[Oo]f\s+the\s+(?P<base>{_COUNT})(?:\s+[a-z]+){{1,6}}?,?\s+(?P<top>{_COUNT})\s*[\[(](?P<percent>{_PERCENT})[\])]"
    ),
    # 19 of the 21 requests, which is 90%
    re.compile(
        rf"(?<![\d.,£/])(?P<top>{_COUNT})\s+(?:out\s+)?of\s+{_COHORT}(?P<base>{_COUNT})(?![\d%.,/])(?:\s+[a-z]+){{0,5}},?\s+"
        rf"(?:which\s+(?:is|was|represents|equates\s+to)|representing|equating\s+to|equal\s+to|this\s+(?:is|represents|equates\s+to)|or)\s+(?P<about>(?:about|around|almost|nearly|approximately|just\s+over|just\s+under|over)\s+)?(?P<percent>{_PERCENT})",
        re.IGNORECASE,
    ),
)
_OF_THOSE = re.compile(
    r"^(?:of|among|amongst|out\s+of)\s+(?:those|these|them|this\s+(?:number|total|figure))\b", re.IGNORECASE
)
_SHARE_OF_ALL = re.compile(rf"(?P<percent>{_PERCENT})\s*\((?P<top>{_COUNT})\)", re.IGNORECASE)
_RATE = re.compile(
    rf"(?P<rate>\d+(?:\.\d+)?)\s+per\s+(?P<per>1,?000|10,?000|100,?000)\b[^.;()]{{0,40}}\(\s*(?P<top>{_COUNT})\s*(?:of|out\s+of|/)\s*{_COHORT}(?P<base>{_COUNT})",
    re.IGNORECASE,
)
_UP_DOWN = re.compile(
    r"\b(?:increas(?:e|ed|es|ing)|rise[sn]?|rose|rising|grew|grown|growth|up|decreas(?:e|ed|es|ing)|fall(?:s|en|ing)?|fell|reduc(?:ed|tion|es|ing)|"
    r"drop(?:ped|s)?|declin(?:e|ed)|down)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:decreas|fall|fell|reduc|drop|declin|down)", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?P<old>£?(?:{_COUNT})(?:\.\d+)?\s?(?:%|per\s?cent|k|m)?)(?![\w/,])(?P<between>(?:\s+(?!to\b)[\w(),/'’-]+){{0,8}}?)\s+to\s+(?:almost\s+|around\s+|about\s+|nearly\s+)?(?P<new>£?(?:{_COUNT})(?:\.\d+)?\s?(?:%|per\s?cent|k|m)?)(?![\w/])",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:of|out\s+of)\s+the\s+(?P<whole>[\w,-]+)\s+(?P<what>[^,.;:]{3,60}),\s+(?P<parts>[^.;:]{6,240})", re.IGNORECASE
)
_REMAINING = re.compile(r"\b(?:the\s+)?(?:remaining|remainder|other|rest)\b", re.IGNORECASE)
_DOUBLED = re.compile(r"£{2,}\d+(?:,\d{3})*(?:\.\d+)?")
_COMMA = re.compile(r"(?<![\d,.])\d{1,3},\d{1,2}\s?%")
_SPACED = re.compile(r"£\d{1,3},\s\d{3}(?:,\d{3})*(?![\d,])")
_TWO_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?%\s?%")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(_DAYS)}),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(_MONTHS)}),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def check_sentences(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every check that a sentence, or one and the sentence before it, allows."""
    for paragraph in paragraphs:
        before: Quote | None = None
        for sentence in paragraph.sentences:
            text = sentence.text
            percent = "%" in text or "cent" in text
            if percent or "£" in text:
                yield from check_malformed(sentence)
            if percent:
                yield from _percentages(sentence)
                if before is not None:
                    yield from _of_those(sentence, before)
                yield from _from_to(sentence)
            if " per " in text:
                yield from _rates(sentence)
            yield from _weekdays(sentence)
            yield from _parts(sentence)
            before = sentence


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", "").replace(" ", ""))


def _percent(printed: str) -> Figure:
    return parse_figure(re.sub(r"\s*per\s?cent$", "%", printed.strip(), flags=re.IGNORECASE))


def _percentages(sentence: Quote) -> Iterator[Checked]:
    taken: list[tuple[int, int]] = []
    for pattern in _SHARES:
        for match in pattern.finditer(sentence.text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            top, base, printed = _number(match["top"]), _number(match["base"]), _percent(match["percent"])
            if not base or top > base:
                continue
            allowed = None
            if "about" in match.groupdict() and match["about"]:
                mentions = [m for m in find_mentions(sentence.text) if match.start("about") <= m.start < match.end()]
                allowed = mentions[-1].allows() if mentions else None
            yield _share((sentence,), match["percent"], printed, match["top"], match["base"], allowed)


def _share(
    quotes: tuple[Quote, ...],
    said: str,
    printed: Figure,
    top: str,
    base: str,
    allowed: Interval | None,
) -> Checked:
    true = decimal(Fraction(_number(top)) * 100 / Fraction(_number(base)))
    working = f"{top} of {base} is {short(true)} %"
    return judged(
        Check.PERCENTAGES, verdict(printed, Interval.of(true), allowed=allowed), printed=said.strip(),
        expected=short(true, max(printed.places, 1)), working=working,
        message=f"printed {said.strip()}, {working}", quotes=quotes,
    )  # fmt: skip


def _of_those(sentence: Quote, before: Quote) -> Iterator[Checked]:
    """ "Of those, 69 percent (12,392) …": of the number that the sentence before gives in the same way."""
    if not _OF_THOSE.match(sentence.text):
        return
    bases = [match["top"] for match in _SHARE_OF_ALL.finditer(before.text)]
    for match in _SHARE_OF_ALL.finditer(sentence.text):
        if len(bases) != 1:
            yield cannot(Check.PERCENTAGES, match["percent"], "what it is the share of is not plain", sentence)
            continue
        if _number(match["top"]) <= _number(bases[0]):
            yield _share(
                (sentence, before), f"{match['percent']} ({match['top']})", _percent(match["percent"]),
                match["top"], bases[0], None,
            )  # fmt: skip


def _rates(sentence: Quote) -> Iterator[Checked]:
    for match in _RATE.finditer(sentence.text):
        top, base, per = (_number(match[name]) for name in ("top", "base", "per"))
        if base:
            true = decimal(Fraction(top) * Fraction(per) / Fraction(base))
            working = f"{match['top']} of {match['base']} is {short(true)} per {match['per']}"
            printed = f"{match['rate']} per {match['per']}"
            yield judged(
                Check.RATES, verdict(parse_figure(match["rate"]), Interval.of(true)), printed=printed,
                expected=short(true), working=working, message=f"{printed}: {working}", quotes=(sentence,),
            )  # fmt: skip


def _from_to(sentence: Quote) -> Iterator[Checked]:
    """ "increased from 395 to 524 (around a third)": one pair, one percentage, and a word that says which way."""
    pairs = list(_FROM_TO.finditer(sentence.text))
    moves = list(_UP_DOWN.finditer(sentence.text))
    if len(pairs) != 1 or not moves:
        return
    pair = pairs[0]
    old, new = (_percent(pair[name]) for name in ("old", "new"))
    if (
        old.value is None
        or new.value is None
        or old.value <= 0
        or old.unit is not new.unit
        or _is_year(old)
        or _is_year(new)
    ):
        return
    inside = range(pair.start(), pair.end())
    shares = [
        m for m in find_mentions(sentence.text) if m.unit in (Unit.PERCENT, Unit.POINTS) and m.start not in inside
    ]
    if len(shares) != 1 or not _is_the_change(sentence.text, shares[0], pair):
        return
    said = shares[0]
    down = _DOWN.search(moves[0][0]) is not None
    one, other = _range(new), _range(old)
    if said.unit is Unit.POINTS or old.unit is Unit.PERCENT:
        if said.unit is Unit.PERCENT:
            return  # per cent or points: both are said
        true = Interval(low=one.low - other.high, high=one.high - other.low)
    else:
        true = Interval(low=(one.low - other.high) * 100 / other.high, high=(one.high - other.low) * 100 / other.low)
    if (new.value < old.value) != down:
        return
    if true.high <= 0:
        true = Interval(low=-true.high, high=-true.low)
    middle = (true.low + true.high) / 2
    unit = "points" if said.unit is Unit.POINTS else "%"
    working = f"{old.printed} to {new.printed} is {short(middle)} {unit} {'less' if down else 'more'}"
    status = verdict(said.figure, true, allowed=said.allows())
    yield judged(
        Check.CHANGES, status, printed=said.figure.printed, expected=short(middle, 1), working=working,
        message=f"printed {said.figure.printed}, {working}", quotes=(sentence,),
    )  # fmt: skip


def _is_year(figure: Figure) -> bool:
    return (
        figure.unit is Unit.NUMBER
        and figure.value is not None
        and 1900 <= figure.value <= 2100
        and "," not in figure.printed
    )


def _range(figure: Figure) -> Interval:
    exact = figure.places == 0 and figure.scale == 0 and figure.unit is not Unit.PERCENT
    return interval_of(figure, exact=exact) or Interval.of(figure.value or Decimal(0))


def _is_the_change(text: str, share: Mention, pair: re.Match[str]) -> bool:
    """Whether a percentage is said of the pair: in brackets or after a comma right behind it, or as "by 12% from"."""
    if share.start > pair.end():
        between = text[pair.end() : share.start]
        return (
            re.fullmatch(
                r"(?:\s+(?!of\b|and\b|but\b|while\b|with\b)[\w/'’-]+){0,6}\s*(?:\(|,|[-–]|:)?\s*(?:an?\s+|which\s+is\s+|this\s+is\s+|up\s+|down\s+)?(?:(?:net|overall|total)\s+)?"
                r"(?:(?:increase|rise|decrease|reduction|fall|drop|growth|decline)\s+of\s+|by\s+)?(?:about\s+|around\s+|almost\s+|nearly\s+|approximately\s+|over\s+|"
                r"just\s+over\s+|just\s+under\s+|more\s+than\s+)?",
                between,
                re.IGNORECASE,
            )
            is not None
        )
    between = text[share.end : pair.start()]
    return (
        re.fullmatch(r"(?:\s*\))?,?\s*(?:\([^)]*\)\s*)?", between) is not None
        and re.search(r"\b(?:by|of)\s+(?:\w+\s+){0,2}$", text[: share.start], re.IGNORECASE) is not None
    )


def _parts(sentence: Quote) -> Iterator[Checked]:
    """ "Of the 11 schools inspected, five …, four … and two …": with "the remaining" the parts must be all."""
    if "f the " not in sentence.text:
        return
    for match in _PARTS.finditer(sentence.text):
        wholes = find_mentions(match["whole"])
        if len(wholes) != 1 or wholes[0].unit is not Unit.NUMBER or wholes[0].figure.places:
            continue
        whole = wholes[0]
        parts: list[Mention] = []
        for clause in re.split(r",|\band\b", match["parts"]):
            counts = [m for m in find_mentions(clause) if m.unit is Unit.NUMBER and not m.figure.places and not m.share]
            leading = [
                m
                for m in counts
                if re.fullmatch(
                    r"\s*(?:(?:the|a|but|with|while|only|were|are|was)\s+)*(?:(?:remaining|other|further|remainder)\s+)?",
                    clause[: m.start],
                    re.IGNORECASE,
                )
            ]
            if not leading:
                if parts and counts:
                    parts = []
                    break
                continue
            parts.append(leading[0])
        values = [m.value for m in parts]
        if len(values) < 2 or any(m.about for m in parts):
            continue
        added = sum(values, Decimal(0))
        working = f"{' + '.join(short(value) for value in values)} = {short(added)}"
        ends = re.search(r"\band\b[^,]*$", match["parts"]) is not None
        if added == whole.value:
            status = Status.OK
        elif _REMAINING.search(match["parts"]) and ends:
            status = Status.ERROR
        else:
            yield cannot(Check.PARTS, whole.figure.printed, "the sentence does not say that these are all", sentence)
            continue
        yield judged(
            Check.PARTS, status, printed=whole.figure.printed, expected=short(added), working=working,
            message=f"of the {whole.figure.printed} {match['what'].strip()}: the parts are {working}",
            quotes=(sentence,),
        )  # fmt: skip


def _weekdays(sentence: Quote) -> Iterator[Checked]:
    for match in _DATED.finditer(sentence.text):
        try:
            day = datetime.date(int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
        except ValueError:
            yield judged(
                Check.WEEKDAYS, Status.ERROR, printed=match[0], expected=None, working="there is no such day",
                message=f"{match[0]}: there is no such day", quotes=(sentence,),
            )  # fmt: skip
            continue
        right = _DAYS[day.weekday()].capitalize()
        date = match[0][len(match["weekday"]) :].strip(" ,")
        status = Status.OK if right.lower() == match["weekday"].lower() else Status.ERROR
        yield judged(
            Check.WEEKDAYS, status, printed=match[0], expected=right, working=f"{date} was a {right}",
            message=f"{match[0]}: {date} was a {right}", quotes=(sentence,),
        )  # fmt: skip


def check_malformed(sentence: Quote) -> Iterator[Checked]:
    """Figures whose meaning is plain though they are printed wrongly. A spaced one is left where "£1, 200" may list."""
    for pattern, mend in (
        (_DOUBLED, lambda text: "£" + text.lstrip("£")),
        (_COMMA, lambda text: text.replace(",", ".")),
        (_SPACED, lambda text: text.replace(" ", "")),
        (_TWO_PERCENT, lambda text: re.sub(r"%\s?%", "%", text)),
    ):
        for match in pattern.finditer(sentence.text):
            meant = mend(match[0])
            yield judged(
                Check.MALFORMED, Status.WARNING, printed=match[0], expected=re.sub(r"[£%,]", "", meant),
                working=f"read as {meant}", message=f"{match[0]} is read as {meant}", quotes=(sentence,),
            )  # fmt: skip
