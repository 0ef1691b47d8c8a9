"""Room `registers`: recommendations of the reports of a pack, and resolutions of its minutes.

Takes a file and its `Pack`, gives `Entry`s in page order. A recommendation that stands twice (at the head of
a report and at its end, on a slide) is kept twice, the later one naming the first.
"""

import datetime
import functools
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.openings import asks, puts, worth_reading
from scrutiny.families.recommendations.read import find_made, find_recommendations, find_requests
from scrutiny.families.recommendations.tables import find_tabled, may_hold_tabled
from scrutiny.findings import Finding, FindingCode
from scrutiny.language.addressees import ASKED
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import runs_of
from scrutiny.pack import DocumentKind, Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument
from scrutiny.prose import Block
from scrutiny.registers.actions import is_read_as_minutes, minutes_of
from scrutiny.sources import Quote

LOOK_AHEAD = 6
"""Pages behind a page with a recommendation heading that can hold its parts."""

FEWEST = 3
"""Words that carry meaning which two recommendations must have in common: "note the report" stands in every paper."""


class EntryKind(StrEnum):
    """What an entry is."""

    RECOMMENDATION = "recommendation"
    RESOLUTION = "resolution"


class Entry(Struct, frozen=True, kw_only=True):
    """A recommendation or a resolution. `ref` is stable; `repeat_of` is the ref of the first that says the same."""

    ref: str = ""
    kind: EntryKind
    number_printed: str | None
    text: str
    lead_in: str | None = None
    group: str | None = None
    addressed_to: str | None = None
    report: str
    author: str | None
    item_title: str
    parts: tuple[str, ...]
    meeting_date: datetime.date | None
    repeat_of: str | None = None
    quote: Quote

    @property
    def own_text(self) -> str:
        """The part without its lead-in."""
        return self.text.removeprefix(self.lead_in or "").strip()


def find_entries(paper: OpenPaper) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Every recommendation and resolution of a paper."""
    reports = paper.once("recommendations by document", _of_reports)
    entries: list[Entry] = []
    for document in paper.documents:
        if document.document.kind is DocumentKind.FRONT_SHEET:
            continue
        own = reports.get(document.document.pdf_first)
        entries += own[0] if own else [*_resolutions(document), *_entries_of(document, _made(document))]
    return _number(_link_repeats(entries), paper.pack), find_disorder(paper)


def find_disorder(paper: OpenPaper) -> tuple[Finding, ...]:
    """What does not agree in the numbers of its recommendations; the minutes are not read for that."""
    reports = paper.once("recommendations by document", _of_reports)
    return tuple(finding for _, findings in reports.values() for finding in findings)


def _of_reports(paper: OpenPaper) -> dict[int, tuple[list[Entry], list[Finding]]]:
    """What each document recommends that is not read as minutes, by its first page."""
    return {
        document.document.pdf_first: _recommendations(document)
        for document in paper.documents
        if document.document.kind is not DocumentKind.FRONT_SHEET and not is_read_as_minutes(document, answers=False)
    }


def _resolutions(document: PaperDocument) -> Iterator[Entry]:
    for resolution in minutes_of(document).decisions:
        yield Entry(
            kind=EntryKind.RESOLUTION, number_printed=resolution.number_printed, text=resolution.text,
            report=document.document.title, author=document.naming.body, item_title=resolution.item_title,
            parts=resolution.parts, meeting_date=document.naming.date,
            quote=document.quote_on(resolution.pages, resolution.quote, resolution.item),
        )  # fmt: skip


def _made(minutes: PaperDocument) -> list[Recommendation]:
    """What minutes recommend, in lists or in tables; a table of answers may name each only by its subject."""
    columns, _ = _tabled(minutes, minutes.document.pdf_first, minutes.document.pdf_last)
    tabled = [row for row in columns if asks(row.text) or puts(row.text)]
    taken = {row.pages[0] for row in tabled}
    decided = " ".join(resolution.text for resolution in minutes_of(minutes).decisions)
    return [*(row for row in find_made(minutes.blocks, decided) if not taken & set(row.pages)), *tabled]


def _tabled(
    paper: PaperDocument, first: int, last: int
) -> tuple[tuple[Recommendation, ...], tuple[Recommendation, ...]]:
    """What stands in tables on some pages: in columns, and beside labels."""
    wanted = [n for n in range(first, last + 1) if may_hold_tabled(paper.pack.page_texts[n - 1])]
    return find_tabled(page for n in wanted for page in paper.paper.pdf.pages(n, n))


def _recommendations(paper: PaperDocument) -> tuple[list[Entry], list[Finding]]:
    findings: list[Finding] = []
    read: list[Recommendation] = []
    asked: list[Recommendation] = []
    for first, last in _runs(paper):
        tabled, beside = _tabled(paper, first, last)
        taken = {row.pages[0] for row in tabled}
        labelled = {(row.pages[0], _words(row.text)) for row in beside}
        blocks = paper.blocks_on(first, last)
        found = tuple(
            row for row in find_recommendations(blocks)
            if not taken & set(row.pages) and (row.pages[0], _words(row.text)) not in labelled
        )  # fmt: skip
        read += sorted([*found, *tabled, *beside], key=lambda row: row.pages[0])
        asked += find_requests(blocks)
        findings += _out_of_order(blocks, found, paper)
    return _entries_of(paper, read or asked), findings


def _entries_of(paper: PaperDocument, rows: Sequence[Recommendation]) -> list[Entry]:
    return [
        Entry(
            kind=EntryKind.RECOMMENDATION, number_printed=row.number_printed, text=row.text, lead_in=row.lead_in,
            group=row.group, addressed_to=row.addressed_to, report=paper.printed_title, author=paper.naming.author,
            item_title=paper.document.title, parts=(row.text,),
            meeting_date=paper.pack.meeting.date or paper.naming.date, quote=paper.quote_on(row.pages, row.quote),
        )
        for row in rows
    ]  # fmt: skip


def _runs(paper: PaperDocument) -> list[tuple[int, int]]:
    """Runs of pages that are worth reading: those with a heading, and the pages its parts can run on to."""
    wanted: set[int] = set()
    for page in paper.pages_with(worth_reading):
        wanted.update(range(page, min(page + LOOK_AHEAD, paper.document.pdf_last + 1)))
    return runs_of(sorted(wanted))


_PLAIN_NUMBER = pattern_of(r"^\d{1,3}(?:\.\d{1,2})?[.)]?$")


def _out_of_order(
    blocks: tuple[Block, ...], found: tuple[Recommendation, ...], document: PaperDocument
) -> Iterator[Finding]:
    """A recommendation paragraph whose number does not lie between its neighbours' ("122" after 9, before 10)."""
    numbered = [block for block in blocks if _PLAIN_NUMBER.match(block.marker or "") and len(block.text) > 20]
    wanted = {row.lead_number for row in found} | {row.number_printed for row in found}
    for before, block, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        if block.marker not in wanted or abs(before.left - block.left) > 6 or abs(after.left - block.left) > 6:
            continue
        low, number, high = (float((b.marker or "").rstrip(".)")) for b in (before, block, after))
        if low < high and not low < number < high:
            quote = document.quote_on(block.pages, block.quote)
            message = f"paragraph {block.marker} stands between {before.marker} and {after.marker}"
            yield Finding.at(quote, FindingCode.NUMBERING_OUT_OF_ORDER, message, printed=block.marker)


def _link_repeats(entries: list[Entry]) -> list[tuple[Entry, int | None]]:
    """Each entry with the place of the first that says the same, None where it is the first."""
    linked: list[tuple[Entry, int | None]] = []
    lists = _lists(entries)
    for index, entry in enumerate(entries):
        first: int | None = None
        if entry.kind is EntryKind.RECOMMENDATION:
            for earlier in range(index):
                if linked[earlier][1] is None and lists[earlier] != lists[index] and _same(entries[earlier], entry):
                    first = earlier
                    break
        linked.append((entry, first))
    return linked


def _lists(entries: Sequence[Entry]) -> list[int]:
    """For each entry its list: one begins with another report or way to number, or where a number comes again."""
    lists: list[int] = []
    seen: set[tuple[str | None, str]] = set()
    before: tuple[str, str] | None = None
    for entry in entries:
        number = short_number(entry.number_printed)
        form = (entry.report, re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", number)))
        if not number or form != before or (entry.group, number) in seen:
            lists.append(len(lists))
            seen.clear()
        else:
            lists.append(lists[-1])
        seen.add((entry.group, number))
        before = form if number else None
    return lists


LITTLE = frozenset(("a", "an", "and", "are", "be", "is", "it", "its", "of", "that", "the", "this", "to"))
"""Words without a meaning of their own. Not "by", "from", "or", "not": a rise by 5% is no rise to 5%."""


@functools.lru_cache(maxsize=1024)  # each is held against all others
def _words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry the meaning."""
    return tuple(stem(word) for word in re.findall(r"[^\W_]+", text.lower()) if word not in LITTLE)


def stem(word: str) -> str:
    """ "notes", "noted" and "note" are one word here; so are "endorse" and "endorsed"."""
    return re.sub(r"(?:ed|es|s|d|e)$", "", word.lower())


def _same(earlier: Entry, later: Entry) -> bool:
    """Whether two say the same: in the same words but for little ones, or, of a recommendation that is printed with
    the number of the first and abridged, with every word of its heading."""
    if earlier.kind is not EntryKind.RECOMMENDATION or earlier.quote.item != later.quote.item:
        return False  # what another item asks in the same words ("note this report") is asked of another report
    one, other = _words(_asked_for(earlier)), _words(_asked_for(later))
    if min(len(one), len(other)) < FEWEST:
        return False
    number = short_number(later.number_printed)
    if (later.number_printed or "").lower().startswith("recommendation") and number == short_number(
        earlier.number_printed
    ):
        heading = _words(earlier.own_text.split(":")[0])
        return len(heading) >= FEWEST and _holds(other, heading)
    return one == other and (later.quote.item is not None or earlier.report == later.report)


_LED = pattern_of(r"^(?:(?:It\s+is|(?:I|We))\s+(?:therefore\s+)?recommend(?:ed)?\s+)?(?:[Tt]hat|THAT)\s+")


def _asked_for(entry: Entry) -> str:
    """What is asked, without the words that lead to it, whether they stand before the list or in each part."""
    text = entry.own_text
    asked = ASKED.match(text)
    return text[asked.end() :] if asked else _LED.sub("", text)


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted words stand there in this order."""
    rest = iter(words)
    return all(word in rest for word in wanted)


def _number(linked: list[tuple[Entry, int | None]], pack: Pack) -> tuple[Entry, ...]:
    """The entries with their refs: the meeting's date, the item, and the number as printed or counted."""
    refs: list[str] = []
    points: dict[str, int] = {}
    for entry, _ in linked:
        date = entry.meeting_date or pack.meeting.date
        mark = "res" if entry.kind is EntryKind.RESOLUTION else "rec"
        number = short_number(entry.number_printed)
        if entry.group:
            points[entry.group] = points.get(entry.group, 0) + 1
            number = f"{short_number(entry.group)}.{points[entry.group]}"
        base = "/".join(
            part for part in (date.isoformat() if date else None, entry.quote.item, f"{mark}{number}") if part
        )
        ref, count = base, 2
        while ref in refs:
            ref, count = f"{base}-{count}", count + 1
        refs.append(ref)
    return tuple(
        replace(entry, ref=refs[index], repeat_of=refs[first] if first is not None else None)
        for index, (entry, first) in enumerate(linked)
    )


def short_number(printed: str | None) -> str:
    """ "Recommendation 3:" is 3, "(iv)" is iv."""
    return re.sub(r"[^0-9a-z.]+", "", (printed or "").lower().removeprefix("recommendation")).strip(".")
