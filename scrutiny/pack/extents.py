"""Room `pack`: how much of a report a sentence or a bracket in it says is private.

Takes the rows of a paper, gives as `Withheld`s what stands between "[Exempt information begins]" and "[Exempt
information ends]", and above "The above minute is exempt"; but in minutes, where `passages` follows the items, also
what follows "The rest of this report is exempt", and the paragraphs named by "Paragraphs 3.4 and 3.5 are not for
publication". Where the end cannot be told, all the rest is private; where none of the named paragraphs is there, the
whole paper. What is said of the part is judged as if it were said of the paper (`marks`).
"""

import functools
import re
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.exclusion import Reach, opens
from scrutiny.pack.marks import Mark, find_mark, labels_of
from scrutiny.pack.markwords import NOUNS
from scrutiny.pack.minuterows import NUMBER, stands_out
from scrutiny.pack.minutewords import ACTS_ON
from scrutiny.pack.model import Document, DocumentKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pack.stretches import Stretches

SENTENCE_ROWS = 3
"""Rows that a sentence about the extent takes at most."""


class Limit(Enum):
    """How far it reaches."""

    REST = "to the end of the paper"
    NAMED = "the paragraphs it names"
    END = "it ends here"
    ABOVE = "back to the heading above"


class Extent(Struct, frozen=True, kw_only=True):
    """A part of a paper that is private. `text` is the mark as printed, `labels` are the numbers of the first and the
    last of the paragraphs that stand together, each as its parts: (3, 4) of "3.4"."""

    text: str
    limit: Limit
    labels: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    marked_off: bool = False
    """Whether it says nothing else than where it begins, ends or stands."""


STATUS = r"(?:exempt|confidential|private|restricted|closed)"
_PARTS = r"(?:paragraphs?|paras?|sections?|parts?|pages?|information|text|tables?|material)"
_OF_THIS = r"(?:\s+(?:of|in|to)\s+(?:this|the)\s+(?:report|paper|document|appendix|annex|section|note|briefing|part))?"
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,2}"
_SUBJECT = pattern_of(
    rf"(?:^(?:\d[\d.]*\s)?|[.:]\s)\W{{0,3}}(?P<subject>"
    rf"(?:the\s+)?(?:remainder|rest|remaining\s+{_PARTS}){_OF_THIS}"
    rf"|(?:the\s+)?(?:{_PARTS}|everything|all|what)\s+(?:that\s+|which\s+)?(?:follow(?:s|ing)?|below)"
    rf"|the\s+(?:following|next)\s+(?:\w+\s+)?{_PARTS}"
    rf"|(?:(?:the\s+)?(?:\w+\s+){{0,2}}?(?:of|in)\s+(?:this|the)\s+(?:report|paper|document)\s+\()?"
    rf"(?P<kind>paragraphs?|paras?|sections?)\s+(?P<labels>{_NUMBER}(?:\s*(?:,|and|&|to|-|–)\s*{_NUMBER})*)"
    rf"(?:\s+(?:of|in)\s+(?:this|the)\s+(?:report|paper|document)|\s+(?:above|below))?\)?"
    r")(?=\s+(?:is|are|contains?|includes?|has|have|must|should|will|shall|may)\b)",
    re.IGNORECASE,
)
_MATTER = (
    r"(?:minutes?|items?|reports?|matters?|business|decisions?|resolutions?|text|information|paragraphs?|sections?)"
)
POINTS_UP = pattern_of(
    rf"^\W*(?P<subject>(?:the\s+)?(?:above|foregoing|preceding)\s+(?:\w+\s+)?{_MATTER}|(?:the\s+)?{_MATTER}\s+(?:\w+\s+)?above)\b",
    re.IGNORECASE,
)
_PRIVATE = rf"{STATUS}(?:\s+(?:and|or)\s+{STATUS})?(?:\s+(?:{NOUNS}|text)){{0,2}}"
_EDGE = pattern_of(
    rf"^\W*(?:(?P<begins>start|beginning|begin)|(?P<ends>end|close))s?\s+(?:of\s+)?(?:the\s+)?{_PRIVATE}(?:\s+here)?\W*$"
    rf"|^\W*{_PRIVATE}\s+(?:(?P<begins_behind>begins?|starts?)|(?P<ends_behind>ends?))(?:\s+here)?\W*$",
    re.IGNORECASE,
)
"""Of what councils mark: "Start of exempt information", not "Start of the private rented sector"."""


def find_extent(words: str) -> Extent | None:
    """The part of its paper that a sentence, or an edge in brackets, says is private."""
    if len(words) <= MOST_EDGE and (edge := _EDGE.match(words)):
        ends = edge["ends"] or edge["ends_behind"]
        return Extent(text=words.strip(), limit=Limit.END if ends else Limit.REST, marked_off=True)
    if _said_of(POINTS_UP.match(words), words) is not None:
        return Extent(text=words.strip(), limit=Limit.ABOVE, marked_off=True)
    found = _SUBJECT.search(words)
    said = _said_of(found, words)
    if found is None or said is None:
        return None
    text = said.text.replace("This report", found["subject"], 1)
    labels = _labels(found["labels"]) if found["labels"] else ()
    if labels:
        whole = all(len(one) == 1 for pair in labels for one in pair)
        if whole and not found["kind"].lower().startswith("section"):
            return None  # "paragraph 3" is that of the schedule
        return Extent(text=text, limit=Limit.NAMED, labels=labels)
    return Extent(text=text, limit=Limit.REST)


def _said_of(subject: re.Match[str] | None, words: str) -> Mark | None:
    """The mark that a sentence sets on its subject, which is private as a whole."""
    said = find_mark(f"This report{words[subject.end() :]}") if subject else None
    return None if said is None or said.partial else said


MOST_EDGE = 60
"""Characters of a row that only says that something begins or ends."""


@functools.lru_cache(maxsize=1024)
def find_declaration(sentence: str) -> Mark | None:
    """What a sentence anywhere in a report says of the whole of it, or of appendices by their labels."""
    words = _QUOTED.sub(" ", sentence)
    beside = [label for match in _LABELLED.finditer(words) for label in labels_of(match.group()) or ()]
    begun = re.search(r"\bThis\s", words)  # a heading above it may have no full stop
    mark = None if find_extent(words) is not None else find_mark(words[begun.start() if begun else 0 :])
    if mark is not None and (mark.appendices or (not mark.partial and _OF_ITSELF.search(words) and words[-1] != "?")):
        return mark
    return Mark(text=sentence, appendices=tuple(beside)) if beside else None


_OF_ITSELF = pattern_of(
    r"\bthis\s+(?:\w+\s+)?(?:report|paper|document|item)\b(?!['’]s)|^\W*this\s+is\s+an?\s", re.IGNORECASE
)
_QUOTED = pattern_of(r"[‘“\"][^‘’“”\"]*[’”\"]|(?<=\s)'[^']*'")
_KEPT = r"(?:exempt|confidential|private|restricted|part\s+(?:2|ii)|not\s+for\s+publication)"
_LABEL = r"(?:appendi(?:x|ces)|annex(?:es)?|enclosures?)\s+(?:[A-Z]|\d{1,2}[a-z]?)\b(?:\s+(?:and|to)\s+\w{1,2}\b)?"
_LABELLED = pattern_of(
    rf"(?:^\W*|\b(?<!not )(?<!non-)(?<!formerly )(?<!previously )(?-i:(?=[a-z]|Part))){_KEPT}\s+"
    rf"(?:information\s+(?:\w+\s+){{0,2}}?(?:in|at|as)\s+|appendix\W+)?{_LABEL}"
    rf"|\b{_LABEL}\s*[(\[,–-]\s?(?:which\s+is\s+)?{_KEPT}\b(?!\s+[a-z]*(?:ing|tion|ed|sector)\b)",
    re.IGNORECASE,
)
"""A status beside the label: "the bids (exempt Appendix B)", "Appendix 2 (confidential)"; one with a capital may be
the heading of a column."""


def may_hold_extent(text: str) -> bool:
    """Whether a page or a row may say so."""
    return _MAY_HOLD.search(small_letters(text)) is not None


_MAY_HOLD = pattern_of(
    rf"\b(?:remainder|rest|remaining|following|follows?|below|next)\b|\b(?:para|section)\w*\s+\d|\b(?:begin|start|end|close)s?\b.{{0,20}}\b{STATUS}|"
    rf"\b{STATUS}\b.{{0,30}}\b(?:begin|start|end)s?\b|\b(?:above|foregoing|preceding)\b.{{0,60}}\b(?:{STATUS}|not)\b"
)


def find_extents(paper: Paper, document: Document, read_rows: Callable[[int], list[Row]]) -> list[Withheld]:
    """What sentences and brackets of a document say is private of it."""
    marked = {page for page in document.pdf_pages if paper.page(page).may_hold_mark}
    near = marked | {page - 1 for page in marked}  # a sentence may run over the end of a page
    saying = {page for page in document.pdf_pages if page in near and may_hold_extent(paper.page(page).text or "")}
    if not saying:
        return []
    rows = [row for page in document.pdf_pages if paper.page(page).text for row in read_rows(page)]
    minutes = document.kind is DocumentKind.MINUTES
    stretches, named = Stretches(paper, document), []
    for at, row in enumerate(rows):
        extent, behind = _extent_at(rows, at) if row.pdf_page in saying else (None, at + 1)
        if minutes and extent is not None and not extent.marked_off:
            continue
        if extent is not None and extent.limit is Limit.NAMED:
            named.append((extent, row))
        elif extent is not None and extent.limit is Limit.ABOVE:
            stretches.begin(extent.text, row, first_below_heading(rows, at), Reach.NEXT)
            stretches.end(rows[behind]) if behind < len(rows) else None
        elif extent is not None and extent.limit is Limit.END:
            stretches.end(row)
        elif extent is not None and stretches.open is None and behind < len(rows):
            stretches.begin(extent.text, row, rows[behind], Reach.REST)
        elif stretches.open is not None and opens(row.text):
            stretches.end(row)
    found = stretches.close()
    for extent, row in named:
        found = [*found, *_named_paragraphs(Stretches(paper, document), rows, extent, row)]
    return found


def first_below_heading(rows: Sequence[Row], at: int) -> Row:
    """The row below the heading of the item above a row; numbers of paragraphs and of lists are no headings."""
    above = [place for place in range(at - 1, -1, -1) if _may_head(rows[place])]
    numbers = [(number := NUMBER.match(rows[place].text)) and int(number["last"]) for place in above]
    while 1 in numbers:
        listed = numbers.index(1) + 1
        if numbers[:listed] != list(range(listed, 0, -1)) or not any(numbers[listed:]):
            break
        above, numbers = above[listed:], numbers[listed:]
    return rows[min(next(iter(above), -1) + 1, at)]


def _may_head(row: Row) -> bool:
    number = NUMBER.match(row.text)
    if number is not None:
        return "." not in number["shape"] and not row.text.endswith((".", ";"))
    return stands_out(row) and ACTS_ON.match(row.text) is None


def _extent_at(rows: Sequence[Row], at: int) -> tuple[Extent | None, int]:
    """What a sentence that begins in a row says, and the place of the row behind it."""
    if not may_hold_extent(rows[at].text):
        return None, at + 1
    words, edge = "", _IN_BRACKETS.search(rows[at].text)
    if edge is not None and (extent := find_extent(edge.group())) is not None:
        return extent, at + 1
    for end in range(at, min(at + SENTENCE_ROWS, len(rows))):
        words = f"{words} {rows[end].text}".strip()
        extent = find_extent(words)
        if extent is not None:
            while end + 1 < min(at + SENTENCE_ROWS, len(rows)) and rows[end + 1].text[:1].islower():
                end += 1
            return extent, end + 1
        if re.search(r"[.;]$", words):
            break
    return None, at + 1


_IN_BRACKETS = pattern_of(r"\[[^\[\]]{5,60}\]\W*$")
"""An edge behind other words."""


def _named_paragraphs(stretches: Stretches, rows: Sequence[Row], extent: Extent, said: Row) -> list[Withheld]:
    """The paragraphs of these numbers, each up to the next that is none of them; without any all of the paper."""
    for row in rows:
        number = _BEGINS_NUMBERED.match(row.text)
        if number is None:
            continue
        own = _parts(number[1])
        within = any(first <= own[: len(first)] and own[: len(last)] <= last for first, last in extent.labels)
        if within and stretches.open is None:
            stretches.begin(extent.text, said, row, Reach.NEXT)
        elif not within and stretches.open is not None and len(own) <= max(len(last) for _, last in extent.labels):
            stretches.end(row)
    found = stretches.close()
    if not found and rows:
        stretches.begin(extent.text, said, rows[0], Reach.REST)
        return stretches.close()
    return found


_BEGINS_NUMBERED = pattern_of(rf"^({_NUMBER})\.?\s+\S")


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _labels(printed: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """ "3.4 to 3.6 and 4.1" as ((3, 4), (3, 6)) and ((4, 1), (4, 1))."""
    numbers = [(match.start(), match.end(), _parts(match.group())) for match in re.finditer(_NUMBER, printed)]
    spans = {
        at: one[2] for at, (one, other) in enumerate(pairwise(numbers))
        if re.fullmatch(r"\s*(?:to|-|–)\s*", printed[one[1] : other[0]])
    }  # fmt: skip
    return tuple((spans.get(at - 1, number), number) for at, (_, _, number) in enumerate(numbers) if at not in spans)
