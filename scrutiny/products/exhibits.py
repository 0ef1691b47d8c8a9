"""Room `products`: where on its page a finding stands, and the picture of it.

Takes what came of the checks and the documents that were read, gives `Exhibit`s, the worst first: a figure in a table
with the rows that it is reckoned from, one in a sentence with its sentence.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks import Checked
from scrutiny.errors import InputError
from scrutiny.findings import Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.paper import OpenPaper
from scrutiny.pdf import Page, Picture, Word
from scrutiny.sources import Box, Quote
from scrutiny.tables import TableRead

TALLEST = 320.0
"""Points. A table that is taller is shown from its nearest rows on: the whole of it would fill a screen."""

BESIDE, ABOVE = 6.0, 3.0
"""Points of paper around the lines: more beside them than above, where the next line stands."""

LOWEST, CONTEXT = 40.0, 30.0
"""Points. What is lower (a heading, a paragraph's number) is shown with the lines this far above and below it."""

MOST_SPOTS = 2
"""Pictures of one finding: a quantity stated twice has two places."""

_SPACE = pattern_of(r"[\s\u00ad]+")


class Spot(Struct, frozen=True, kw_only=True):
    """A place that a finding is about. `marked` is what is framed there, `also` another sentence of the same page
    that is shown with it, `region` the part of the page that is shown (None: to be found by its words), `picture`
    None where it is not to be shown, or not found. `framed` is False where the figure was not found in the picture."""

    quote: Quote
    marked: str
    also: str | None = None
    region: Box | None = None
    picture: Picture | None = None
    framed: bool = True


class Exhibit(Struct, frozen=True, kw_only=True):
    """A figure that does not agree, with its places. `told` is False where its page tells of a child: then its
    figures are shown, and nothing else."""

    checked: Checked
    spots: tuple[Spot, ...]
    told: bool = True
    cell: tuple[int, int] | None = None
    """The row and the column of its table, counted from 1, that the figure stands in."""


def find_exhibits(checked: Sequence[Checked], paper: OpenPaper) -> tuple[Exhibit, ...]:
    """Errors and warnings, the worst first, then by page, without notes."""
    tables = [table for document in paper.documents for table in document.tables]
    wrong = [each for each in checked if each.finding is not None and each.finding.severity is not Severity.NOTE]
    wrong.sort(key=lambda each: each.finding.severity.rank if each.finding else 0)
    return tuple(Exhibit(checked=each, spots=_spots(each, tables), cell=_cell_of(each.quote, tables)) for each in wrong)


def _cell_of(quote: Quote, tables: Sequence[TableRead]) -> tuple[int, int] | None:
    places = (
        (number, column)
        for table in tables
        for number, row in enumerate(table.rows, start=1)
        for column, cell in enumerate(row, start=1)
        if quote.box is not None and cell.page == quote.pdf_page and cell.box == quote.box
    )
    return next(places, None)


def draw_exhibits(
    paper: OpenPaper, exhibits: Sequence[Exhibit], hidden: Callable[[int, str], bool]
) -> tuple[Exhibit, ...]:
    """The exhibits with their pictures, but for those of which only figures are shown. `hidden` is asked of each place
    with the page and the words that would be seen, and keeps it from being drawn."""
    spots = dict.fromkeys(spot for exhibit in exhibits if exhibit.told for spot in exhibit.spots)

    def draw(number: int) -> dict[Spot, Spot]:
        with paper.pdf.page(number) as page:
            return {spot: _drawn(spot, page, hidden) for spot in spots if spot.quote.pdf_page == number}

    drawn: dict[Spot, Spot] = {}
    for on_page in paper.share(sorted({spot.quote.pdf_page for spot in spots}), draw):
        drawn |= on_page
    return tuple(replace(each, spots=tuple(drawn.get(spot, spot) for spot in each.spots)) for each in exhibits)


def find_words(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """The words of the page that print the text, or as much of its beginning as stands there; none where it does
    not. White space and hyphens at line ends do not count."""
    glued, owner = "", []
    for at, word in enumerate(words):
        piece = _bare(word.text)
        glued += piece
        owner += [at] * len(piece)
    sought = _bare(text)
    for length in (len(sought), len(sought) // 2, len(sought) // 4):
        if length < min(len(sought), 12):
            break
        at = glued.find(sought[:length])
        if at >= 0:
            return tuple(words[owner[at] : owner[at + length - 1] + 1])
    return ()


def _bare(text: str) -> str:
    return _SPACE.sub("", text).replace("-", "").replace("\u2010", "")


def _spots(checked: Checked, tables: Sequence[TableRead]) -> tuple[Spot, ...]:
    finding = checked.finding
    assert finding is not None
    spots: list[Spot] = []
    for at, quote in enumerate(finding.quotes[:MOST_SPOTS]):
        sought = finding.printed if at == 0 else finding.expected
        marked = sought if sought is not None and _bare(sought) in _bare(quote.text) else quote.text
        if spots and spots[0].quote.pdf_page == quote.pdf_page and quote.box is None:
            spots[0] = replace(spots[0], also=quote.text)  # such as the sentence before, with the base of a share
            continue
        spots.append(Spot(quote=quote, marked=marked, region=_rows_of(quote, tables)))
    return tuple(spots)


def _rows_of(quote: Quote, tables: Sequence[TableRead]) -> Box | None:
    """The table around a cell as far as it stands on the page, from its heading to the row below; of a tall one the
    rows that are nearest."""
    if quote.box is None:
        return None
    for table in tables:
        rows = [[cell for cell in row if cell.page == quote.pdf_page] for row in (table.header, *table.rows)]
        own = next((at for at, row in enumerate(rows) if any(cell.box == quote.box for cell in row)), None)
        if own is None:
            continue
        first, last = next(at for at, row in enumerate(rows) if row), min(own + 1, len(rows) - 1)
        boxes = [[cell.box for cell in row] for row in rows]
        while first < own and _around(*boxes[first : last + 1]).height > TALLEST:
            first += 1
        return _around(*boxes[first : last + 1])
    return None


def _around(*boxes: Sequence[Box]) -> Box:
    first, *more = (box for each in boxes for box in each)
    return first.join(*more)


def _drawn(spot: Spot, page: Page, hidden: Callable[[int, str], bool]) -> Spot:
    if spot.region is not None and spot.quote.box is not None:
        region, marks = spot.region, [_shrunk(spot, page)]
    else:
        quoted = find_words(page.words, spot.quote.text) or find_words(page.words, spot.marked)
        if not quoted:
            return spot
        marks = _by_line(find_words(quoted, spot.marked))
        more = find_words(page.words, spot.also) if spot.also else ()
        region = _whole_lines(_around([word.box for word in (*quoted, *more)]), page)
    seen = " ".join(word.text for word in page.words if region.holds(word.box))
    if hidden(spot.quote.pdf_page, seen):
        return spot
    shown = Box(
        left=region.left - BESIDE, top=region.top - ABOVE, right=region.right + BESIDE, bottom=region.bottom + ABOVE
    )
    shown = _without_cut_lines(shown, region, page)
    from scrutiny.pdf.picturing import draw_region

    try:
        return replace(spot, region=shown, picture=draw_region(page, shown, marks), framed=bool(marks))
    except InputError:
        return spot


def _shrunk(spot: Spot, page: Page) -> Box:
    """The words of the cell, not the whole of it."""
    box = spot.quote.box
    assert box is not None
    words = [word for word in page.words if box.holds(word.box)]
    own = find_words(words, spot.marked) or words
    return _around([word.box for word in own]) if own else box


def _by_line(words: Sequence[Word]) -> list[Box]:
    """A frame for each line: one around words of two lines would hold what stands between them."""
    frames: list[Box] = []
    for word in words:
        if frames and abs(frames[-1].top - word.box.top) < word.box.height / 2:
            frames[-1] = frames[-1].join(word.box)
        else:
            frames.append(word.box)
    return frames


def _whole_lines(region: Box, page: Page) -> Box:
    """The region from the left edge of the lines in it to their right edge."""
    more = CONTEXT if region.height < LOWEST else 0.0
    top, bottom = region.top - more, region.bottom + more
    boxes = (line.box for line in page.lines)
    return _around([region, *(box for box in boxes if top <= box.middle <= bottom and box.width > box.height)])


def _without_cut_lines(shown: Box, region: Box, page: Page) -> Box:
    """What is shown without the margin above or below in which half a line of other text would stand."""
    top, bottom = shown.top, shown.bottom
    for line in page.lines:
        beside = line.box.right < shown.left or line.box.left > shown.right
        middle = line.box.middle
        if beside or region.top <= middle <= region.bottom:
            continue
        if line.box.top < top < line.box.bottom:
            top = min(line.box.bottom, region.top)
        if line.box.top < bottom < line.box.bottom:
            bottom = max(line.box.top, region.bottom)
    return replace(shown, top=top, bottom=bottom)
