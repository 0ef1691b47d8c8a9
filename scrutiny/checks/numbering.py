"""Room `checks`: the numbers of paragraphs, lists and tables, and the years of headings.

Takes the paragraphs of one document. A number that stands between n and n + 1 is out of order; a list that goes 1, 2, 4
or 4.1, 4.2, 4.4 has a gap, unless the paper accounts for the missing number: it begins a line after all, or a sentence
says what became of it. Addresses and footnotes are no lists, and pages whose font hides its letters prove nothing.
Of academic years side by side in the headings of a table each follows the one before.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures.verdicts import Status
from scrutiny.findings import FindingCode
from scrutiny.language.letters import has_any
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_NUMBER = pattern_of(r"^\(?(?P<prefix>(?:\d{1,2}\.){0,2})(?P<number>\d{1,3})[.):]?$")
"""Accepts "7.", "(3)", "12", "4.6", "2.1.3"; rejects "4a", "24/15"."""

SAME_EDGE = 12.0
"""Points within which the numbers of one list begin."""

STEADY = 3
"""Numbers in a row before a gap, or from the first on, that show a list which is kept in order."""

_STREET = pattern_of(
    r"^\(?\d{1,3}[a-z]?[.)]?\s+(?:[A-Z][\w’'-]+\s+){1,4}(?:road|street|lane|way|close|avenue|drive|court|gardens|place|terrace|grove|square|hill|"
    r"row|crescent|walk|mews|green|park|view|rise)\b",
    re.IGNORECASE,
)
"""An address, "12 Mill Lane"."""

_NOTE = pattern_of(
    r"^\(?\d{1,3}[.)]?\s+(?:https?://|www\.|see\b|ibid|source\b|available\s+at|as\s+above|op\.?\s?cit)",
    re.IGNORECASE,
)
"""A footnote: a source or a reference behind its number."""

_ADDRESS = pattern_of(r"https?://\S+\s*$", re.IGNORECASE)
"""What a footnote ends with."""

_LEADERS = ("....", " . . . .", "……")
"""Dots that lead to a page number."""

_HIDDEN = pattern_of(
    r"[\x00-\x08\x0e-\x1f\ufffd]|\w[\ue000-\uf8ff]|[\ue000-\uf8ff]{2}|\w[¶§]\w|[A-Z]{3,}&[A-Z]{2,}\w*[¶9]"
)
"""Letters of a font without a table of characters: they come out as signs, or as other letters ("7KH&OHUN¶V"). A sign
by itself is a bullet."""

_WHAT = (
    r"(?:recommendation|paragraph|item|point|number|no\.?|section|action|question|agenda\s+item|resolution|clause"
    r"|part)s?"
)
_GONE = (
    r"(?:withdrawn|deleted|removed|omitted|deferred|not\s+(?:used|approved|agreed|accepted|adopted|carried|supported|taken|moved|put)|"
    r"left\s+out|intentionally|superseded|struck\s+out|rejected|lost|fell|merged|combined|taken\s+(?:first|later|earlier|together|with))"
)

Accounted = Callable[[int, int, str], bool]
"""Whether the paper accounts for a number on some pages (first, last, number as it would be printed)."""


def check_numbering(paragraphs: Sequence[Paragraph], accounted: Accounted) -> Iterator[Checked]:
    """Every run of numbers. `accounted` says whether the paper accounts for a number on some pages (first, last,
    number as it would be printed): see `accounts_for` and `explains`."""
    numbered = [
        (match["prefix"], int(match["number"]), paragraph)
        for paragraph in paragraphs
        if paragraph.marker and (match := _NUMBER.match(paragraph.marker)) and int(match["number"]) > 0
    ]
    chapters = any(prefix and has_any(_LEADERS, paragraph.whole.text) for prefix, _, paragraph in numbered)
    for prefix in dict.fromkeys(prefix for prefix, _, _ in numbered):
        own = [(number, paragraph) for each, number, paragraph in numbered if each == prefix]
        for run in _runs(own):
            if not prefix:
                yield from _out_of_order(run, accounted)
            yield from _gaps(run, prefix, accounted, chapters=chapters)


def accounts_for(number: str, text: str) -> bool:
    """Whether the text of a page beside a gap accounts for the number left out: a line begins with it in some shape
    ("11.Despite", "3a.", "4.i)"), or letters of the page cannot be read."""
    begins = rf"^\W{{0,3}}{re.escape(number)}(?![\d]|[.,/]\d)"
    return re.search(begins, text, re.MULTILINE) is not None or _HIDDEN.search(text) is not None


def explains(number: str, text: str) -> bool:
    """Whether the text says what became of a number: "Recommendation 5 was not approved", "item 4 (withdrawn)"."""
    if number not in text or not _is_said_gone(text):
        return False
    named = rf"\b{_WHAT}\s+{re.escape(number)}\b(?!\.\d)"
    gone = rf"{named}[^.]{{0,80}}\b{_GONE}\b|\b{_GONE}\b[^.]{{0,40}}{named}"
    return re.search(gone, text, re.IGNORECASE) is not None


@functools.lru_cache(maxsize=4096)
def _is_said_gone(text: str) -> bool:
    return re.search(rf"\b{_GONE}\b", text, re.IGNORECASE) is not None


def _runs(numbered: list[tuple[int, Paragraph]]) -> list[list[tuple[int, Paragraph]]]:
    """Numbers that follow one another at the same edge; a list begins again at 1, and goes back to no number over
    more than a page."""
    runs: list[list[tuple[int, Paragraph]]] = []
    for number, paragraph in numbered:
        near = [
            run
            for run in runs[-4:]
            if abs(run[-1][1].left - paragraph.left) <= SAME_EDGE
            and run[-1][1].marker is not None
            and _style(run[-1][1].marker) == _style(paragraph.marker or "")
            and (number > run[-1][0] or paragraph.whole.pdf_page <= run[-1][1].whole.pdf_page + 1)
        ]
        if number == 1 or not near:
            runs.append([(number, paragraph)])
        else:
            near[-1].append((number, paragraph))
    return runs


@functools.lru_cache(maxsize=1024)
def _style(marker: str) -> str:
    return re.sub(r"\d+", "1", marker)


def _out_of_order(run: list[tuple[int, Paragraph]], accounted: Accounted) -> Iterator[Checked]:
    if len(run) < STEADY or _no_list(run):
        return
    own = {number for number, _ in run}
    for at in range(1, len(run) - 1):
        before, (number, paragraph), after = run[at - 1][0], run[at], run[at + 1][0]
        # two that follow on both sides show that the one between is the stranger
        steady = (at >= 2 and run[at - 2][0] == before - 1) or (at + 2 < len(run) and run[at + 2][0] == after + 1)
        page = paragraph.whole.pdf_page
        if after == before + 1 and number not in (before, after) and steady:
            beside = [near for near in (number - 1, number + 1) if near not in own]
            if any(accounted(page, page, str(near)) for near in beside):
                continue  # footnotes 8 and 9 between the chapters 4 and 5: a list of its own
            yield _found(FindingCode.NUMBERING_OUT_OF_ORDER, str(number), None, paragraph.whole,
                         f"paragraph {number} stands between {before} and {after}")  # fmt: skip
        elif before + 1 == number and number + 1 == after:
            yield Checked(check=Check.NUMBERING, status=Status.OK, printed=str(number), expected=str(number),
                          working=f"{before}, {number}, {after}", quote=paragraph.whole)  # fmt: skip


def _gaps(run: list[tuple[int, Paragraph]], prefix: str, accounted: Accounted, *, chapters: bool) -> Iterator[Checked]:
    """A list from 1 on with one number missing, on one page or over the turn of one; another may stand twice instead
    (5, 5, 7). Where lists of contents name sections (4.1) too (`chapters`), their numbers are those of chapters; one
    of agenda items only names those that have a paper."""
    numbers = [number for number, _ in run]
    if numbers[0] != 1 or len(run) < STEADY or _no_list(run, contents=not chapters):
        return
    steps = [at for at, (a, b) in enumerate(pairwise(numbers)) if b != a + 1]
    if len(steps) == 2 and steps[1] == steps[0] + 1 and numbers[steps[0]] == numbers[steps[1]]:
        del steps[0]
    if len(steps) != 1 or numbers[steps[0] + 1] != numbers[steps[0]] + 2:
        return
    (before, one), (after, other) = run[steps[0]], run[steps[0] + 1]
    missing = f"{prefix}{before + 1}"
    if other.whole.pdf_page > one.whole.pdf_page + 1 or accounted(one.whole.pdf_page, other.whole.pdf_page, missing):
        return
    shown = [f"{prefix}{number}" for number in numbers]
    around = shown if len(shown) <= 12 else ["...", *shown[max(steps[0] - 2, 0) : steps[0] + 4], "..."]
    yield _found(
        FindingCode.NUMBERING_GAP, f"{prefix}{after}", missing, other.whole, f"the numbers go {', '.join(around)}"
    )


def _no_list(run: list[tuple[int, Paragraph]], *, contents: bool = True) -> bool:
    """Whether most of the run are addresses, footnotes or, with `contents`, lines of a list of contents."""
    texts = [paragraph.whole.text for _, paragraph in run]
    return 2 * sum(_is_no_line(text) or (contents and has_any(_LEADERS, text)) for text in texts) >= len(texts)


@functools.lru_cache(maxsize=4096)
def _is_no_line(text: str) -> bool:
    if "://" in text and _ADDRESS.search(text):
        return True
    return _STREET.match(text) is not None or _NOTE.match(text) is not None


_CAPTION = pattern_of(r"^\s*(?P<word>Table|Figure|Chart)\s+(?P<number>\d{1,3})\s*[:.–-]?\s", re.IGNORECASE)


def check_captions(tables: Sequence[PlacedTable]) -> Iterator[Checked]:
    """Captions numbered 1, 2, 4, 4, 6 name two tables alike, and none with the number between."""
    named = [
        (match["word"].lower(), int(match["number"]), placed)
        for placed in tables
        if placed.table.caption and (match := _CAPTION.match(placed.table.caption))
    ]
    for at in range(1, len(named) - 1):
        (word, before, _), (other, number, placed), (third, after, _) = named[at - 1 : at + 2]
        if word == other == third and number == before and after == number + 2:
            caption = placed.table.caption or ""
            named_here = replace(placed.quote(placed.table.header[0]), text=caption, box=None)
            expected = f"{word.capitalize()} {number + 1}"
            yield _found(FindingCode.NUMBERING_OUT_OF_ORDER, caption, expected, named_here,
                         f"two are numbered {word.capitalize()} {number}, and none {expected}")  # fmt: skip


def _found(code: FindingCode, printed: str, expected: str | None, quote: Quote, message: str) -> Checked:
    return judged(
        Check.NUMBERING, Status.WARNING, quote, printed=printed, expected=expected, working=message, message=message,
        code=code,
    )  # fmt: skip


_ACADEMIC = pattern_of(r"^(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)$")


def check_year_headings(each: PlacedTable) -> Iterator[Checked]:
    """Academic years side by side: each begins a year after the one before and ends the year after it begins."""
    header = each.table.header
    years = [(at, match) for at, cell in enumerate(header) if (match := _ACADEMIC.match(cell.text.strip()))]
    if len(years) < 3:
        return
    firsts = [int(match["first"]) for _, match in years]
    steps = {b - a for a, b in pairwise(firsts)}
    for (at, match), first in zip(years, firsts, strict=True):
        quote = each.quote(header[at])
        if (first + 1) % 100 == int(match["second"]):
            yield judged(
                Check.YEAR_HEADINGS, Status.OK, quote, printed=match[0], expected=match[0], working="follows",
                message="",
            )  # fmt: skip
        elif len(steps) == 1 and steps <= {1, -1}:
            read = f"{first}/{(first + 1) % 100:02d}"
            yield judged(
                Check.YEAR_HEADINGS, Status.WARNING, quote, printed=match[0], expected=read,
                working=f"stands where {read} follows", message=f"the column heading {match[0]} was read as {read}",
            )  # fmt: skip
