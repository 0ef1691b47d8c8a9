"""Room `families/minutes`: the action column at the right of a page of minutes, or initials in its left margin.

Takes the pages of one document, gives the names and initials that stand in a column beside the text, with the
height at which they stand, and the pages without them, so that "BM" beside a line is not read into its sentence.
Decides by place and repetition, not by who is named. A column of running text (newspaper style) is none.
"""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.labels import NAMES, Entry, heads_entries, read_entry
from scrutiny.families.minutes.people import can_act
from scrutiny.language.actors import OFFICES
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Laid, Line, Word
from scrutiny.sources import Box

_NO_OWNER = pattern_of(
    r"^(?:Noted|Website|Page|No|Yes|None|Agenda.*|Item.*|Date|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]"
    r"|Comp(?:l?eted?)|Open|Closed|Ongoing|Updates?|Progress|Outstanding|Overdue|Response|Status|Comments?|\w+ed\.)$"
)
"""What stands in the column and names nobody: "Noted", "Feb", "Completed"."""

LEAST_GAP = 8.0
"""Points between the text and the column; words of one line stand 3 to 6 apart, in justified lines up to 8."""

ALIGNED = 5.0
"""Points by which entries of one column begin apart."""

LONGEST = 34
"""Characters of an entry; "Executive Director / Head of Legal" is the longest seen."""

FEWEST = 3
"""Entries that make a column. Two capitalised words that end two lines do so by chance."""

CROSSED = 0.12
"""Share of the rows that may run through the column: the heading, the list of those present, a table."""


class Mark(Struct, frozen=True, kw_only=True):
    """An entry of the column: who, beside which height of which page; `what` is to be done and by when, where it says so
    too, and whether it is `labelled`: "Action 3: KT". `quote` is all of it as printed."""

    text: str
    quote: str = ""
    pdf_page: int
    top: float
    bottom: float
    what: str | None = None
    due: str | None = None
    labelled: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """What is kept of a page when it is closed; the lines without its action column once that is known."""

    pdf_page: int
    width: float
    height: float
    text: str
    lines: tuple[Line, ...]
    words: tuple[Word, ...] = ()


class _Run(Struct, frozen=True, dict=True):
    """Words at the end of a row, after a gap; of the whole row, where nothing stands before them."""

    words: tuple[Word, ...]
    pdf_page: int
    width: float
    gap: float

    @functools.cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @functools.cached_property
    def entry(self) -> Entry:
        return read_entry(self.text)

    @property
    def left(self) -> float:
        return self.words[0].box.left


def split_margin(pages: Iterable[Laid]) -> tuple[tuple[Sheet, ...], tuple[Mark, ...]]:
    """The pages without their action column, and its entries in reading order."""
    held = [(page.pdf_page, page.width, page.height, page.text, page.lines, rows_of(page.words)) for page in pages]
    heads, cells = _headed([(number, width, rows) for number, width, _, _, _, rows in held])
    inside = {id(word) for run in (*heads, *itertools.chain(*cells)) for word in run.words}
    runs = [run for number, width, _, _, _, rows in held for row in rows if (run := _last_run(row, number, width))]
    runs = [run for run in runs if id(run.words[0]) not in inside]
    every = [row for *_, rows in held for row in rows]
    entries = _entries(runs, every)
    before = [run for number, width, *_, rows in held for row in rows if (run := _first_run(row, number, width))]
    entries += _left_entries(before, every)
    sheets: list[Sheet] = []
    marks: list[Mark] = []
    for number, width, height, text, lines, rows in held:
        own = [cell for cell in cells if cell[0].pdf_page == number]
        taken = [run for run in entries if run.pdf_page == number]
        marks += filter(None, map(_mark, (*_joined(taken), *own)))
        taken += [run for run in (*heads, *itertools.chain(*own)) if run.pdf_page == number]
        left = [word for row in rows for word in row if not any(word in run.words for run in taken)] if taken else []
        kept = tuple(cut for line in lines if (cut := _without(line, taken, left)) is not None) if taken else lines
        sheets.append(Sheet(pdf_page=number, width=width, height=height, text=text, lines=kept))
    return tuple(sheets), tuple(marks)


def _mark(cell: list[_Run]) -> Mark | None:
    """What an entry says; None where it names nobody and nothing that is to be done."""
    text = _text_of(cell)
    entry = read_entry(text)
    who = entry.who if entry.who and not _NO_OWNER.match(entry.who) and can_act(entry.who) else None
    if heads_entries(text) or (who is None and entry.what is None):
        return None
    box = cell[0].words[0].box
    return Mark(
        text=who or "", quote=text, pdf_page=cell[0].pdf_page, top=box.top, bottom=box.bottom, what=entry.what,
        due=entry.due, labelled=entry.labelled,
    )  # fmt: skip


def _text_of(cell: Sequence[_Run]) -> str:
    """The words of an entry; what is joined by a stroke is not parted by its line: "SG/" and "NS"."""
    text = ""
    for run in cell:
        text = f"{text[:-1].rstrip()}/{run.text}" if text.endswith("/") else f"{text} {run.text}"
    return _UNFINISHED.sub("", text.strip())


def _joined(runs: list[_Run]) -> Iterator[list[_Run]]:
    """The entries of a page, with what stands on the next line of one that ends so: "AM &", "SG/"."""
    cell: list[_Run] = []
    for run in runs:
        near = cell and cell[0].words[0].box.top < run.words[0].box.top <= cell[-1].words[0].box.bottom + NEXT_LINE
        if near and _UNFINISHED.search(cell[-1].text):
            cell.append(run)
            continue
        if cell:
            yield cell
        cell = [run]
    if cell:
        yield cell


_UNFINISHED = pattern_of(r"(?:\s*[&/,]|\s+and)$")

NEXT_LINE = 12.0
"""Points from an entry to the line below that goes on with it."""


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a page in rows from top to bottom, each from left to right."""
    rows: list[list[Word]] = []
    across = [word for word in words if word.direction == Direction.ACROSS]
    for word in sorted(across, key=lambda word: (word.box.bottom, word.box.left)):
        middle = (word.box.top + word.box.bottom) / 2
        for row in rows[-3:]:
            if row[0].box.top - 1 <= middle <= row[0].box.bottom + 1:
                row.append(word)
                break
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.box.left) for row in rows]


def _last_run(row: list[Word], pdf_page: int, width: float) -> _Run | None:
    """What ends a row after a gap, where it can be the name of somebody."""
    start = _last_gap(row)
    gap = row[start].box.left - row[start - 1].box.right if start else row[start].box.left
    run = _Run(tuple(row[start:]), pdf_page, width, gap)
    if run.left < 0.68 * width or len(run.text) > LONGEST:
        return None  # the column stands in the last third of the page
    named = run.text[:1].isupper() and run.entry.what is None and NAMES.match(run.entry.who or "")
    return run if named or heads_entries(run.text) else None


SET = 1.0
"""Points by which words of one cell of a table begin apart."""

LEAST_CELL_GAP = 4.5
"""Points between the words of two cells: what is left free on both sides of a rule."""


def _headed(pages: Sequence[tuple[int, float, list[list[Word]]]]) -> tuple[list[_Run], list[list[_Run]]]:
    """The headings of action columns, and what stands below them, cell by cell, as far as the column goes on."""
    heads: list[_Run] = []
    cells: list[list[_Run]] = []
    x: float | None = None
    for number, width, rows in pages:
        at = next((at for at, row in enumerate(rows) if _heads_column(row, width)), None)
        head = tuple(rows[at][_last_gap(rows[at]) :]) if at is not None else ()
        x = head[0].box.left if head else x
        found = _cells(rows if at is None else rows[at + 1 :], x, number, width) if x is not None else []
        cells += found
        heads += [_Run(head, number, width, 0.0)] if head and found else []
        x = x if found else None
    return heads, cells


def _cells(rows: list[list[Word]], x: float, pdf_page: int, width: float) -> list[list[_Run]]:
    """What stands in a column beside the text, cell by cell, where a cell says who is to act or what is to be done. None
    where text runs through the column; a few rows may: the title of a part, what stands at the foot."""
    through = sum(_runs_through(row, x) for row in rows)
    few = through <= CROSSED * len(rows)
    below = (
        [row for row in rows if not _runs_through(row, x)]
        if few
        else [*itertools.takewhile(lambda row: not _runs_through(row, x), rows)]
    )
    columns = [[tuple(w for w in row if (w.box.left >= x - SET) is right) for row in below] for right in (False, True)]
    feet = [[_foot(words) for words in column if words] for column in columns]
    pitch = min((b - a for column in feet for a, b in itertools.pairwise(column) if b - a > LEAST_PITCH), default=0.0)
    cells: list[list[_Run]] = []
    for words in filter(None, columns[1]):
        run = _Run(words, pdf_page, width, 0.0)
        near = bool(cells) and _foot(words) - _foot(cells[-1][-1].words) <= LEADING * pitch
        if near and _goes_on(_text_of(cells[-1]), run.text):
            cells[-1].append(run)
        else:
            cells.append([run])
    return cells if any(mark.text or _TASK.search(mark.what or "") for mark in map(_mark, cells) if mark) else []


def _goes_on(text: str, line: str) -> bool:
    """Whether an entry goes on on the next line: one that names somebody last, or by when, is whole, and a line that names
    somebody ahead begins another."""
    entry, own, more = read_entry(text), read_entry(line), read_entry(f"{text} {line}")
    ended = entry.who is not None and (entry.what is None or not text.startswith(entry.who))
    begins = own.what is not None and own.who is not None and line.startswith(own.who) and not _UNFINISHED.search(text)
    dated = more.due is not None and entry.due is None and more.who == entry.who
    return dated or line[:1].islower() or not (ended or begins)


def _runs_through(row: list[Word], x: float) -> bool:
    """Whether text runs across the edge of a column, with a word or with no more than the space between two."""
    left, right = ([word for word in row if (word.box.left >= x - SET) is inside] for inside in (False, True))
    if not left or any(word.box.right > x for word in left):
        return bool(left)
    return bool(right) and (right[0].box.left > x + SET or right[0].box.left - left[-1].box.right < LEAST_CELL_GAP)


def _foot(words: Sequence[Word]) -> float:
    """The line that words stand on: letters that reach below it make no difference."""
    return min(word.box.bottom for word in words)


def _heads_column(row: list[Word], width: float) -> bool:
    start = _last_gap(row)
    heading = " ".join(word.text for word in row[start:])
    return row[start].box.left >= FIRST_OF_COLUMN * width and heads_entries(heading)


def _last_gap(row: list[Word]) -> int:
    """The place of the first word of a row behind its last gap."""
    start = len(row) - 1
    while start > 0 and row[start].box.left - row[start - 1].box.right < LEAST_GAP:
        start -= 1
    return start


_TASK = pattern_of(r"(?:^|\s)[a-z]+\s[a-z]+\s")
"""Two small words in a row: no name has them."""

FIRST_OF_COLUMN = 0.5
"""Share of the width of a page from which on a column stands beside the text."""

LEADING = 1.4
"""Of the distance between two lines of a paragraph that of the lines of one cell; between two cells it is wider."""

LEAST_PITCH = 6.0
"""Points between two lines of text."""


def _entries(runs: list[_Run], rows: list[list[Word]]) -> list[_Run]:
    """The ends of rows that stand in an action column, where entries repeat and through which no text runs; where there
    is none, initials that stand far behind the ends of paragraphs, wherever they begin; a few, where the text says them
    too."""
    found: list[_Run] = []
    left = sorted(runs, key=lambda run: run.left)
    while left:
        # the place that most entries share
        best = max((run.left for run in left), key=lambda x: sum(abs(run.left - x) <= ALIGNED for run in left))
        group = [run for run in left if abs(run.left - best) <= ALIGNED]
        if len(group) < FEWEST:
            break
        left = [run for run in left if abs(run.left - best) > ALIGNED]
        texts = Counter(run.entry.who or run.text for run in group)
        headed = any(heads_entries(run.text) or run.entry.labelled for run in group)
        repeated = sum(count for text, count in texts.items() if count > 1)
        clear = _is_clear(best, rows)
        # a column of names has few words; one through which lines run must say one name again and again
        same = texts.most_common(1)[0][1]
        named = sum(_are_initials(text) or text.lower() in OFFICES for text in texts)
        if (clear and (headed or repeated >= 2 or named >= FEWEST)) or same >= 2 * FEWEST:
            found += group
    behind = [run for run in left if run.gap >= FAR and run.left >= EDGE * run.width and _are_initials(run.text)]
    if len(behind) < FEWEST:
        said = Counter(word.text.strip(".,;:()") for row in rows for word in row)
        behind = [run for run in behind if said[run.text] > sum(run.text == other.text for other in runs)]
    found += behind if not found else []
    return [run for run in runs if any(run is one for one in found)]


def _first_run(row: list[Word], pdf_page: int, width: float) -> _Run | None:
    """What begins a row before a gap, where it is initials."""
    end = next((at for at in range(1, len(row)) if row[at].box.left - row[at - 1].box.right >= LEAST_GAP), len(row))
    run = _Run(tuple(row[:end]), pdf_page, width, 0.0)
    return run if run.left < LEFT * width and _CAPITALS.fullmatch(run.text) else None


def _left_entries(runs: list[_Run], rows: list[list[Word]]) -> list[_Run]:
    """The beginnings of rows that stand in the left margin: initials, aligned, that text behind a gap stands beside and no
    text runs through."""
    best = max((run.left for run in runs), key=lambda x: sum(abs(run.left - x) <= ALIGNED for run in runs), default=0.0)
    group = [run for run in runs if abs(run.left - best) <= ALIGNED]
    if len(group) < FEWEST or not _is_clear(max(run.words[-1].box.right for run in group) + ALIGNED, rows):
        return []
    return group


_CAPITALS = pattern_of(r"[A-Z]{2,4}(?:\s?[/&,+]\s?[A-Z]{2,4})*(?:\s?[/&,+])?")
"""Accepts "JP", "JP/EC", "JP /"; "Jan" and "Mr" are none."""

LEFT = 0.25
"""Share of the width of a page within which its left margin lies."""


def _is_clear(x: float, rows: list[list[Word]]) -> bool:
    through = sum(any(word.box.left < x - 2 and word.box.right > x + 2 for word in row) for row in rows)
    return through <= CROSSED * len(rows)


EDGE = 0.8
"""Share of the width of a page from which on initials far behind a paragraph say who is to act."""

FAR = 20.0
"""Points of a gap that no justified line has between two words."""


def _are_initials(text: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z]{0,3}(?:/[A-Z][A-Za-z]{0,3})*", text) is not None


def _without(line: Line, taken: list[_Run], words: list[Word]) -> Line | None:
    """The line without the entries in it, in the weight of its own words; None where nothing is left."""
    middle = (line.box.top + line.box.bottom) / 2
    for run in taken:
        box = run.words[0].box
        if not (box.top - 2 <= middle <= box.bottom + 2) or line.box.right < box.left:
            continue
        if box.left < LEFT * run.width:
            if line.box.left > box.left + ALIGNED:
                continue
            text = line.text.removeprefix(run.text).strip()
            own = [word.box.left for word in words if abs((word.box.top + word.box.bottom) / 2 - middle) <= 2]
            edge = replace(line.box, left=min(own, default=line.box.left))
            return replace(line, text=text, box=edge) if text and text != line.text else None
        if line.box.left >= box.left - 1:
            return None
        text, name = line.text, run.text
        if name in text:
            at = text.rindex(name)
            text = f"{text[:at]}{text[at + len(name) :]}".replace("  ", " ").strip()
        if not text:
            return None
        edge = Box(left=line.box.left, top=line.box.top, right=box.left - LEAST_GAP, bottom=line.box.bottom)
        beside = (word for word in words if abs((word.box.top + word.box.bottom) / 2 - middle) <= 2)
        own = [word.bold for word in beside if edge.left - 1 <= word.box.left <= edge.right + LEAST_GAP]
        return replace(line, text=text, box=edge, bold=line.bold and 2 * sum(own) > len(own))
    return line
