"""Room `pack`: what the first page of a document looks like.

Takes the evidence of one page, says whether it reads like the front of a report, of minutes, of an
appendix or of slides. Looks at the head of the page only.
"""

import re

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.labels import FieldKind, known_label, parse_label
from scrutiny.pack.signals import MINUTES_HEADING, OF_THE_LAST
from scrutiny.pdf import Line
from scrutiny.sources import fold

_APPENDIX = pattern_of(
    r"^(?P<label>(?:Appendix|Annex|Annexe|Schedule|Enclosure)\s+(?:[A-Z]{1,2}|\d{1,2}[A-Za-z]?|[IVX]{1,5})(?:\.\d{1,2})?)"
    r"(?P<mark>\s*[:.\-–—]\s*|\s+|$)(?P<title>.*)$",
    re.IGNORECASE,
)
"""Accepts "Appendix 2 PEX by year group", "APPENDIX A", "Annex B: Framework"; rejects "Appendix to this report"."""

_RUNS_ON = pattern_of(
    r"^(?:to|of|in|and|is|are|was|shows?|sets?|provides?|contains?|gives?|below|above|which|details?)\b"
)
"""How a sentence goes on that merely mentions an appendix: "Appendix 2 shows ...", "Appendix 2 of the report"."""

_REPORT_OF = pattern_of(r"^(?:Joint\s+)?Report\s+(?:of|by|from)\b|^Report\s+(?:Author|Title|to)\b", re.IGNORECASE)
_PRESENT = pattern_of(r"^(?:(?:Members?\s+)?Present|PRESENT|In attendance)\b\s*:?", re.IGNORECASE)

SLIDE_SIZE = 17.0
"""Points. Slides are set in 18 pt and more; reports and their headings' body text in 10 to 12."""


class AppendixHeading(Struct, frozen=True, kw_only=True):
    """A heading such as "Appendix 2: Implications". `label` and `title` as printed."""

    label: str
    title: str
    text: str
    line: Line


def find_appendix_heading(page: PageEvidence) -> AppendixHeading | None:
    """The appendix heading at the head of a page, if it has one."""
    found = [heading for line in page.head[:3] if (heading := _appendix_heading(line, page)) is not None]
    if not found or len({heading.label.lower() for heading in found}) > 1:
        return None  # several in a row are a list of appendices
    heading = found[0]
    if page.head[0] is not heading.line and page.head[0].size < heading.line.size - 0.1:
        return None  # below something that is not a heading itself
    return heading


def is_flysheet(page: PageEvidence) -> bool:
    """Whether the page holds an appendix heading and nothing else."""
    return find_appendix_heading(page) is not None and page.body_lines <= 4 and not page.pictured


def is_report_front(page: PageEvidence) -> bool:
    """Whether the page reads like the first of a report: "Report of ...", or a block of From/To/Subject."""
    head = page.head
    if any(_REPORT_OF.match(line.text) for line in head[:12]):
        return True
    labels = {label for line in head if (label := _label_of(line.text)) is not None}
    return len(labels) >= 2


def _label_of(text: str) -> str | None:
    """The label that a line begins with, or is, where it is one that reports have."""
    found = parse_label(text)
    kind, label = (found[0], found[1]) if found is not None else (known_label(text), text)
    return label.lower() if kind not in (None, FieldKind.OTHER) else None


def is_minutes_front(page: PageEvidence) -> bool:
    """Whether the page reads like the first of a set of minutes."""
    head = [line.text for line in page.head[:8]]
    joined = fold(" ".join(head))
    named = any(MINUTES_HEADING.search(text) and not OF_THE_LAST.search(text) for text in head)
    present = any(_PRESENT.match(line.text) for line in page.head)
    return named and (present or bool(re.search(r"\b(?:held|meeting)\b", joined, re.IGNORECASE)))


def is_slide(page: PageEvidence) -> bool:
    """Whether the page looks like a slide: landscape, set in large type."""
    return page.landscape and page.has_text and page.body_size >= SLIDE_SIZE


def heading_text(page: PageEvidence) -> str | None:
    """The heading a page opens with: its first lines as long as they keep the style of the first."""
    if not page.head:
        return None
    first = page.head[0]
    lines = [first.text]
    last = first
    for line in page.head[1:6]:
        same = abs(line.size - first.size) < 0.6 and line.bold == first.bold
        if not same or line.box.top - last.box.bottom > 1.2 * first.size:
            break
        lines.append(line.text)
        last = line
    text = fold(" ".join(lines))
    return text if len(text) <= 200 else fold(first.text)[:200]


def _appendix_heading(line: Line, page: PageEvidence) -> AppendixHeading | None:
    match = _APPENDIX.match(line.text)
    if not match or len(line.text) > 160:
        return None
    title = match["title"].strip()
    if _RUNS_ON.match(title) or (not page.sets_off(line) and (len(title) > 60 or title.endswith((".", ",", ";")))):
        return None
    return AppendixHeading(label=fold(match["label"]), title=title, text=line.text, line=line)
