"""Room `checks`: spans of years in sentences: how long they are, and those that are printed wrongly; days of one event.

Takes the paragraphs of one document. "The ten years from 2014/15 to 2023/24" states how many years its span has; both
ends may count, or what lies between them. A span that goes back, or over eleven years in a paper whose spans have one,
is a misprint where the paper has the span that it should be, too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import Status
from scrutiny.language.dates import DATE
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import first_stems, stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_YEAR = r"(?:(?:19|20)\d\d|\d\d(?=\s?/\s?\d\d))(?:\s?[/–-]\s?\d\d(?!\d|\s?[/–-]))?"
_COUNTED = pattern_of(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})[\s-]years?(?:\s+(?:period|span|averages?|term|run))?,?\s*"
    rf"(?:\(|from\s+|between\s+|:\s*|,\s*)\s*(?:from\s+)?(?P<first>{_YEAR})\s*(?:to|and|[-–]|until)\s*(?P<last>{_YEAR})(?![\d/])",
    re.IGNORECASE,
)
"""Accepts "ten years from 2014/15 to 2023/24", "30 year averages (1981-2010)", "12 years (16/17 to 27/28)"."""

_SPAN = pattern_of(r"(?<![\d/–-])(?P<first>(?:19|20)\d\d)(?P<join>[/–-])(?P<last>\d\d)(?!\d|\s?[/–-]\s?\d|[.,]\d)")
_OF_TIME = pattern_of(r"\b(?:in|for|of|since|from|to|during|between|and|by|until|with)\s+(?:the\s+)?$", re.IGNORECASE)

OFTEN = 2
"""How often a paper has the span that a misprint should be."""

TENS = 11
"""Years of a span whose end has a wrong ten: "2023-34"."""

STEADY = 10
"""Spans of one year that a paper has for each of another length, at least, where it writes all of them so."""


def check_spans(paragraphs: Sequence[Paragraph], wanted: Sequence[Paragraph] | None = None) -> Iterator[Checked]:
    """Every span of years, of the paragraphs that are wanted or of all, that tells how long it is, or is none."""
    sentences = [each for paragraph in (paragraphs if wanted is None else wanted) for each in paragraph.sentences]
    every = paragraphs if any(_SPAN.search(each.text) for each in sentences) else ()
    spans = Counter(match[0] for each in every for match in _SPAN.finditer(each.whole.text))
    for sentence in sentences:
        if "year" in sentence.text:
            yield from _counted(sentence)
        if spans:
            yield from _misprinted(sentence, spans)


def _counted(sentence: Quote) -> Iterator[Checked]:
    for match in _COUNTED.finditer(sentence.text):
        printed = match["count"]
        count = int(printed) if printed.isdigit() else NUMBER_WORDS[printed.lower()]
        first, last = (int(match[name][: 4 if match[name][:4].isdigit() else 2]) for name in ("first", "last"))
        least, most = last - first, last - first + 1
        if least < 1:
            continue
        shown = f"{match['first']} to {match['last']}"
        yield judged(
            Check.ARITHMETIC, least <= count <= most, sentence, printed=printed, expected=f"{least} or {most}",
            working=f"{shown} is {least} or {most} years",
            message=f"printed {printed}, {shown} is {least} or {most} years",
        )  # fmt: skip


def check_days(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every day that two sentences give to what they tell in the same words, alike but for number, month or year."""
    told: dict[tuple[object, ...], dict[tuple[str, ...], tuple[str, Quote]]] = defaultdict(dict)
    for sentence in (each for paragraph in paragraphs for each in paragraph.sentences):
        for match in DATE.finditer(sentence.text):
            if not _ON.search(sentence.text, 0, match.start()):
                continue  # "The Courier 4 May 2021" names a paper
            day = (match["day"], match["month"][:3].lower(), match["year"])
            printed = f"{match['day']} {match['month']} {match['year']}"
            behind = first_stems(sentence.text[match.end() :], WORDS)
            before = stems(sentence.text[max(0, match.start() - BEFORE) : match.start()])[-WORDS:]
            for side, words in (("behind", behind), ("before", before)):
                if len(words) == WORDS:
                    told[side, words].setdefault(day, (printed, sentence))
    for days in told.values():
        if len(days) == 2:  # the words of several are a form
            (one, (printed, here)), (other, (otherwise, there)) = days.items()
            if here != there and sum(a != b for a, b in zip(one, other, strict=True)) == 1:
                page = there.page_label or f"PDF {there.pdf_page}"
                yield judged(
                    Check.STATED_TWICE, Status.NOTE, here, there, printed=printed, expected=otherwise,
                    working=f"{printed} here, {otherwise} on page {page}",
                    message=f"{printed} here, {otherwise} on page {page}, told in the same words",
                )  # fmt: skip


_ON = pattern_of(
    r"\b(?:on|by|from|until|till|since|to|of|dated|before|after|between|and)\s+(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a day on which something was or is to be."""

BEFORE = 200
"""Characters before a day whose words say what it is of."""

WORDS = 7
"""So many words beside two days, and the same, tell the same."""


def _misprinted(sentence: Quote, spans: Counter[str]) -> Iterator[Checked]:
    for match in _SPAN.finditer(sentence.text):
        first, join = int(match["first"]), match["join"]
        right = f"{first}{join}{(first + 1) % 100:02d}"
        years = (int(match["last"]) - first) % 100
        back = years == 0 or years >= 90
        if match[0] == right or spans[match[0]] > 1 or spans[right] < OFTEN:
            continue
        same = [found for found in spans if found[4] == join]
        single = sum(spans[found] for found in same if (int(found[5:]) - int(found[:4])) % 100 == 1)
        beside = any((int(other["last"]) - int(other["first"])) % 100 == 1 for other in _SPAN.finditer(sentence.text))
        of_time = _OF_TIME.search(sentence.text, 0, match.start()) is not None
        if of_time and (back or (years == TENS and beside and single >= STEADY)):
            yield judged(
                Check.YEAR_HEADINGS, Status.WARNING, sentence, printed=match[0], expected=right,
                working=f"stands where {right} does elsewhere",
                message=f"{match[0]} is no year; elsewhere the paper has {right}",
            )  # fmt: skip
