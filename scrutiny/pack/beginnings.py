"""Room `pack`: whether a page looks like the first of a paper.

Takes a page and the one before, weighs what speaks for a beginning: what stands above the page's text, and how the page
before ended. Knows nothing of outlines and page ranges.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.agendatables import is_without_paper, read_label
from scrutiny.pack.bodies import is_council_name
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.fronts import find_appendix_heading, is_flysheet, is_minutes_front, is_report_front, is_slide
from scrutiny.pack.markwords import ANNEX
from scrutiny.pack.model import AgendaItem
from scrutiny.pack.openings import is_prose
from scrutiny.pack.paper import Paper, likeness
from scrutiny.pdf import Line

ENOUGH = 3
"""Weight of one sign that proves a beginning, or of as many as hint at it."""

SHORT = 0.6
"""Share of a page's height: above it the text of a paper's last page often ends, that of others seldom."""

LARGER = 1.0
"""Points by which a heading exceeds the text at the least."""

_NUMBERED = pattern_of(r"^\(?(?P<number>\d{1,3})(?:[.)]\d{1,2})*[.)]?\s+(?P<title>\S.*)$")
_LABEL = pattern_of(
    r"^(?P<label>[^\W\d_]+(?:[ /][^\W\d_]+){0,2}(?: no\.?)? (?:[A-Z]|\d{1,2}[a-z]?))(?:$|[:.]| [–—-])", re.IGNORECASE
)
_REFERENCE = pattern_of(r"\b[A-Z\d]{1,8}(?:/[A-Z\d]{1,8}){1,4}\b")
_ITEM = pattern_of(
    r"(?:^|[–—|,(-]\s*)(?:agenda\s+)?item(?:\s+no)?\b[.:]?\s*(?P<number>\d{1,3}(?:\.\d{1,2})*[a-z]?)\W*$", re.IGNORECASE
)
"""Accepts "Agenda item: 5.1", "Board meeting 3 May 2031 – Item 5.1"."""

_APPENDIX = pattern_of(rf"^(?:{ANNEX}(?:\s+\w{{1,3}})?\W*)+$", re.IGNORECASE)
_DEAR = pattern_of(r"^(?:Dear|Annwyl)\s+[A-Z]")
_CLOSES = pattern_of(
    r"^(?:background\s+(?:papers|documents)|contact(?:\s+officers?)?\b|(?:report\s+)?authors?\b|the\s+meeting\s+(?:closed|ended|finished|concluded)"
    r"|signed\b|chair(?:man|person)?\b.*(?:\.{4}|_{4}|…)|yours\s+(?:sincerely|faithfully)|prepared\s+by|drafted\s+by)",
    re.IGNORECASE,
)
"""With what a line begins near the end of a paper."""


def begins(paper: Paper, number: int, since: int, items: Sequence[AgendaItem]) -> bool:
    """Whether a paper begins on a page, by its look. `since`: where the last began. `items` are those whose paper may
    still come."""
    page, before = paper.without_running(number), paper.without_running(number - 1)
    top = _masthead(page)
    if page.filler or not top or page.starts_mid_paragraph or (since == number - 1 and is_flysheet(before)):
        return False
    if before.filler and page.stamped_numbers and not before.stamped_numbers:
        return True  # the publishing system fills up the file before with a blank page, and does not number it
    named = named_by(paper, number, items) is not None
    if page.own_count is not None:
        return page.own_count[0] == 1
    numbered = _NUMBERED.match(top[0].text)
    if not named and numbered is not None and numbered["number"] != "1":
        return False
    met, whole = is_minutes_front(page) and not page.landscape, paper.page(number)
    if named or met or is_report_front(whole) or any(_DEAR.match(line.text) for line in whole.head):
        return True
    again = {line.text.casefold() for line in before.head[:3]}
    if any({number - 1, number} <= on for on in paper.running.values() if len(on) < 0.6 * len(paper.pages)):
        return False
    if not is_council_name(top[0].text) and any(line.text.casefold() in again for line in top[:2]):
        return False  # a running head that stands out, or a table that goes on
    seen = max((line.size for each in paper.pages[since - 1 : number - 1] for line in each.head), default=0.0)
    front = ENOUGH * is_flysheet(page) or _weigh_front(page, before, top, seen)
    return front > 0 and front + _weigh_end(paper, before, page) >= ENOUGH


def named_by(paper: Paper, number: int, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item that the head of a page names: by its number, by a label or a reference that its row bears, or by its
    title."""
    page = paper.without_running(number)
    top = _masthead(page)
    lines = (*paper.page(number).head[:2], *top)  # that of each paper differs from a running head by its number
    numbers = [match["number"].lower() for line in lines if (match := _ITEM.search(line.text))]
    if named := [item for item in items if (item.number or "").lower() in numbers]:
        return named[0]
    if (labelled := _labelled(paper, number, lines, items)) is not None:
        return labelled
    for line in top:
        label = _LABEL.match(line.text)
        signs = [*([label["label"]] if label else []), *_REFERENCE.findall(line.text)]
        for sign in signs:
            told = ((item, f"{item.title} {paper.front.papers.get(item.number, '')}") for item in items)
            found = [item for item, row in told if re.search(rf"\b{re.escape(sign)}(?!\w)", row, re.IGNORECASE)]
            if len(found) == 1:
                return found[0]
    minutes = is_minutes_front(page)
    items = papered(paper, items)
    for line in top:
        numbered = _NUMBERED.match(line.text)
        if numbered and minutes:
            break  # the items of the meeting that they are of
        title = numbered["title"] if numbered else line.text
        stands_out = line.size > page.body_size + LARGER if numbered else _stands_out(line, page)
        if not stands_out or sum(len(word) > 3 for word in title.split()) < 2:
            continue
        for item in items:
            if numbered and numbered["number"] != item.number:
                continue
            if _covers(item.title, title):
                return item
    return None


def _labelled(paper: Paper, number: int, lines: Sequence[Line], items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item whose row in a table has the label that a page, or the outline's entry for it, begins with."""
    told = {item: read_label(paper.front.papers.get(item.number, ""), alone=True) for item in items}
    files = [entry.title for entry in paper.outline if entry.pdf_page == number]
    for text in (*files, *(line.text for line in lines if not is_prose(line.text))) if any(told.values()) else ():
        sign = read_label(text, alone=False)
        own = [item for item, label in told.items() if sign is not None and label == sign]
        if len(own) == 1:
            return own[0]
    return None


def papered(paper: Paper, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items but those for which the agenda says that nothing was sent out."""
    return [item for item in items if not is_without_paper(paper.front.papers.get(item.number, ""))]


def _covers(title: str, heading: str) -> bool:
    """Whether a heading says the title of an item, which may tell more: who reports, and what is asked."""
    words = [word.lower() for word in re.findall(r"\w+", heading)]
    there = {word.lower() for word in re.findall(r"\w+", title)}
    return sum(word in there for word in words) >= 0.8 * len(words) and likeness(title, heading) >= 0.8


def _weigh_front(page: PageEvidence, before: PageEvidence, top: Sequence[Line], seen: float) -> int:
    """What the head of a page says. `seen`: the size of the largest type at the heads of the paper before: its own
    chapters are not set larger."""
    heading = max(top[:3], key=lambda line: line.size)
    new = heading.size > seen
    appended = _APPENDIX.match(top[0].text) is not None or (
        (new or page.landscape > before.landscape) and find_appendix_heading(page) is not None
    )
    kind = is_council_name(top[0].text) or (is_slide(page) and not before.landscape) or appended
    if not kind and (not new or _NUMBERED.match(heading.text) is not None):
        return 0
    larger = heading.size > max(page.body_size + LARGER, seen)
    first = any((found := _NUMBERED.match(line.text)) is not None and found["number"] == "1" for line in page.head[1:])
    return 2 * kind + any(_stands_out(line, page) for line in top[:2]) + larger + first


def _weigh_end(paper: Paper, before: PageEvidence, page: PageEvidence) -> int:
    lines = [line for line in before.tail if line.box.bottom < before.height * 0.88]
    end = max((line.box.bottom for line in lines), default=0.0) / max(before.height, 1.0)
    last = before.own_count is not None and before.own_count[0] == before.own_count[1]
    return (
        (before.filler or end < SHORT)
        + any(_CLOSES.match(line.text) for line in lines)
        + 2 * last
        + (page.landscape != before.landscape)
        + (abs(page.body_size - before.body_size) > 0.6)
        + any(before.pdf_page == max(on) for on in paper.running.values())
    )


def _masthead(page: PageEvidence) -> list[Line]:
    """What stands above the first paragraph of a page, and its first line in any case."""
    lines = page.head
    if len(lines) > 1 and lines[0].size < min(page.body_size, 0.8 * max(line.size for line in lines[1:3])):
        lines = lines[1:]  # a running head of a single page
    return list(takewhile(lambda line: line is lines[0] or not is_prose(line.text), lines))


def _stands_out(line: Line, page: PageEvidence) -> bool:
    return line.bold or line.size > page.body_size + LARGER or (line.text.isupper() and len(line.text) > 5)
