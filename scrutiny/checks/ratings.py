"""Room `checks`: ratings in words (red, amber, green; high, low) against the figures beside them.

Takes tables and the key that the paper prints. It may say how much worse than another period an amber figure is ("worse
than comparable period (within 2% tolerance)"). Which way is better is not said in such tables; it is taken from the
row's own colours: the way that more of them fit. A row that fits neither way better is left. Figures count as rounded:
a colour is wrong only where no rounding could make it right. Where a table has columns of targets, of figures and of
colours, and the key says how far below its target an amber figure may lie, each figure is held against its target:
which way is better is only known where the paper says so. A key may also say from where to where each word goes
("Green, 90% and above; Amber, 80% to 89.9%; Red, below 80%"); it is believed for a table whose other rows follow it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Figure, Interval, Unit, interval_of, parse_figure
from scrutiny.figures.verdicts import plain
from scrutiny.language.letters import small_letters
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.tables import Cell
from scrutiny.tables.roles import find_period


class Colour(StrEnum):
    """How a figure is rated, in words."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_RATED = pattern_of(
    r"^(?P<figure>[-–−]?£?[\d,]+(?:\.\d+)?\s?%?)\s*\(?\s*(?P<colour>green|amber|red)\s*\)?$", re.IGNORECASE
)
_LATEST = pattern_of(r"\b(?:latest|current|actual|performance|this\s+(?:year|quarter|period))\b", re.IGNORECASE)
_LEADING = pattern_of(r"^(?P<figure>[-–−]?£?[\d,]+(?:\.\d+)?\s?%?)(?:\s*[\[(].*)?$")
_KEY = pattern_of(
    r"\bwithin\s+(?:a\s+)?(?P<percent>\d+(?:\.\d+)?)\s?%(?:\s+tolerance|\s+of\s+(?:the\s+)?target)?", re.IGNORECASE
)
_COLOURS_SAID = pattern_of(r"\bamber\b")


class _Rating(Struct, frozen=True):
    cell: Cell
    figure: Figure
    colour: Colour


def find_tolerance(texts: Sequence[str]) -> Decimal | None:
    """The percentage within which the key calls worse figures amber; None without a key, or with several."""
    found = {
        Decimal(match["percent"])
        for text in texts
        if "within" in (small := text.lower()) and _COLOURS_SAID.search(small)
        for match in _KEY.finditer(text)
    }
    return found.pop() if len(found) == 1 else None


_SO_MUCH = rf"(?P<short>\d+(?:\.\d+)?|{'|'.join(SMALL_NUMBERS)})\s*(?:%|per\s?cent|(?:percentage\s+)?points?\b)"
_AMBER_KEY = pattern_of(
    rf"\bamber\b[^.;]{{0,200}}?\b(?:within|no\s+more\s+than|up\s+to|less\s+than)\s+{_SO_MUCH}"
    rf"|\bred\b[^.;]{{0,100}}?\b(?:more\s+than|over)\s+{_SO_MUCH.replace('short', 'far')}",
    re.IGNORECASE,
)
_OF_IT = pattern_of(r"\s+of\s+(?:the\s+|its\s+|that\s+)?target\b", re.IGNORECASE)
"""Behind a share of the target: "missed by more than 5% of the target"; "within 5% of target" may be points."""

KEY = 250
"""Characters around where amber ends in which a key names the target and the other colours."""


def _ends_of_amber(text: str) -> Iterator[tuple[Decimal, bool]]:
    """How far below its target an amber figure may lie, by each key of a text, and whether that is a share of it."""
    for match in _AMBER_KEY.finditer(text):
        around = text[max(0, match.start() - KEY) : match.end() + KEY].lower()
        number = (match["short"] or match["far"]).lower()
        if "target" in around and "amber" in around and "red" in around:
            shared = _OF_IT.match(text, match.end()) is not None and "within" not in match[0].lower()
            yield Decimal(SMALL_NUMBERS.get(number, 0)) or Decimal(number), shared


_TARGET = pattern_of(r"^\W*(?:\w+\s+)?target\b", re.IGNORECASE)
_BETTER = pattern_of(
    r"\b(?:every|all|each)\b[^.;]{0,100}?\b(?P<way>higher|bigger|larger|lower|smaller)\b[^.;]{0,100}?\b(?:better|good)\b",
    re.IGNORECASE,
)
FOLLOW = 3
"""Rows that must follow a key for each that does not, before that one is wrong."""


def check_against_targets(placed: PlacedTable, texts: Sequence[str]) -> Iterator[Checked]:
    """Every colour that stands beside a figure and its target, by the key that says where amber ends."""
    columns = _columns_of(placed)
    if columns is None:
        return
    found = {tolerance for text in texts for tolerance in _ends_of_amber(text)}
    if len({tolerance for tolerance, _ in found}) != 1:
        return
    (target, own, colour), better = columns, _ways_told(placed)
    tolerance, shared = next(iter(found))[0], all(shared for _, shared in found)
    ways = {
        match["way"].lower() in ("higher", "bigger", "larger") for text in texts for match in _BETTER.finditer(text)
    }
    higher = ways.pop() if len(ways) == 1 else None
    rated = []
    for row in placed.table.rows:
        figure, aim = parse_figure(row[own].text.strip()), parse_figure(row[target].text.strip())
        said = row[colour].text.strip().lower()
        if said and figure.value is not None and aim.value is not None:
            rated.append((row, figure, aim, Colour(said)))
    up, down = (
        sum(said not in _beside(figure, aim, (tolerance, shared), way) for _, figure, aim, said in rated)
        for way in (True, False)
    )
    ups = higher is None and up <= 1 < down - up  # the way that all rows but one follow, as many do not the other way
    judged_rows = [
        (
            *each, _beside(each[1], each[2], (tolerance, shared),
            better.get(id(each[0]), True if ups and _is_most(each[2]) else higher)),
        ) for each in rated
    ]  # fmt: skip
    misfits = sum(said not in allowed for *_, said, allowed in judged_rows)
    for row, figure, aim, said, allowed in judged_rows:
        fits, cell = said in allowed, row[colour]
        if misfits * FOLLOW > len(judged_rows) - misfits:
            yield cannot(Check.RATINGS, cell.text, "the rows do not follow the key", placed.quote(cell))
            continue
        wanted = " or ".join(each for each in Colour if each in allowed)
        working = f"{figure.printed} against a target of {aim.printed}, amber within {plain(tolerance)}"
        yield judged(
            Check.RATINGS, fits, placed.quote(cell), printed=cell.text, expected=wanted, working=working,
            message=f"{row[0].text}: printed {cell.text}; {working}, so it is {wanted}",
        )  # fmt: skip


def _is_most(target: Figure) -> bool:
    """Whether a target is one for most of all, of which more is better: of what is bad none has so much as its aim."""
    return target.unit is Unit.PERCENT and (target.value or 0) >= MOST


MOST = 60


def _columns_of(placed: PlacedTable) -> tuple[int, int, int] | None:
    """The columns of the target, of the figure and of its colour, where there is one of each."""
    rows = placed.table.rows
    header = [cell.text for cell in placed.table.header]
    if not rows or any(len(row) != len(header) for row in rows):
        return None
    targets = [at for at, text in enumerate(header) if _TARGET.search(text)]
    colours = [at for at in range(len(header)) if _all_colours([row[at].text.strip().lower() for row in rows])]
    figures = [
        at
        for at in range(len(header))
        if at not in targets
        and 2 * sum(parse_figure(row[at].text.strip()).value is not None for row in rows) > len(rows)
    ]
    own = [header[at] for at in figures]
    if len(own) > 1 and header[figures[0] : figures[-1] + 1] == own and all(map(find_period, own)):
        forms = [re.sub(r"\d", "0", text) for text in own]
        last = own[forms.index(forms[-1]) :]  # behind "2023/24" the quarters
        in_order = set(forms[-len(last) :]) == {forms[-1]} and last == sorted(last) and len(last) > 1
        figures = figures[-1:] if in_order else figures  # "Q1", "Q2": the latest; the alphabet sorts no months
    if len(targets) != 1 or len(colours) != 1 or len(figures) != 1:
        return None
    return targets[0], figures[0], colours[0]


def colours_in(placed: PlacedTable) -> list[Colour] | None:
    """The colours of the rows of a table that has one column of them, and one for every row."""
    rows, wide = placed.table.rows, len(placed.table.header)
    if any(len(row) != wide for row in rows):
        return None
    columns = [[row[at].text.strip().lower() for row in rows] for at in range(wide)]
    found = [texts for texts in columns if all(texts) and _all_colours(texts)]
    return [Colour(text) for text in found[0]] if len(found) == 1 else None


def _all_colours(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) > FOLLOW and all(text in tuple(Colour) for text in filled)


def _ways_told(placed: PlacedTable) -> dict[int, bool]:
    """Whether more is better, of each row of which a column says so: "Good is: High", by the row's identity."""
    rows = placed.table.rows
    columns = [at for at, cell in enumerate(placed.table.header) if _GOOD.search(cell.text)]
    told = [(row, _HIGH.match(row[at].text.strip())) for at in columns for row in rows if at < len(row)]
    return {id(row): match["up"] is not None for row, match in told if match} if len(columns) == 1 else {}


_GOOD = pattern_of(r"\b(?:good|better|best|polarity|desired)\b", re.IGNORECASE)
_HIGH = pattern_of(
    r"(?:(?P<up>high(?:er)?|bigger|larger|more|up|increas\w*|maximis\w*)|low(?:er)?|smaller|less|fewer|down|decreas\w*|reduc\w*"
    r"|minimis\w*)(?:\s+is\s+(?:better|good))?$",
    re.IGNORECASE,
)


def _beside(own: Figure, target: Figure, amber: tuple[Decimal, bool], higher: bool | None) -> set[Colour]:
    """The colours that a figure may have; how far amber reaches is in points, or in per cent of the target, or in
    these where it is said to be a share of it."""
    assert own.value is not None and target.value is not None
    if own.value == target.value:
        return {Colour.GREEN}
    half, behind = own.step / 2, target.value - own.value
    (tolerance, shared), share = amber, amber[0] * abs(target.value) / 100
    bounds = (share,) if shared else (tolerance, share)
    colours = set()
    for way in (True, False) if higher is None else (higher,):
        gap = behind if way else -behind
        if gap <= half:
            colours.add(Colour.GREEN)
        if gap >= -half and gap - half <= max(bounds):
            colours.add(Colour.AMBER)
        if gap + half >= min(bounds):
            colours.add(Colour.RED)
    return colours


def check_ratings(placed: PlacedTable, tolerance: Decimal | None) -> Iterator[Checked]:
    """Every coloured figure of a table."""
    header = placed.table.header
    latest = next((at for at, cell in enumerate(header) if _LATEST.search(cell.text)), None)
    for row in placed.table.rows:
        ratings = [
            _Rating(cell, parse_figure(match["figure"].strip()), Colour(match["colour"].lower()))
            for cell in row
            if (match := _RATED.match(cell.text))
        ]
        if not ratings:
            continue
        match = _LEADING.match(row[latest].text) if latest is not None else None
        own = parse_figure(match["figure"].strip()) if match else None
        if tolerance is None or own is None or own.value is None:
            why = "no key says where amber ends" if tolerance is None else "no latest figure to compare with"
            for rating in ratings:
                yield cannot(Check.RATINGS, rating.cell.text, why, placed.quote(rating.cell))
            continue
        ways = {
            higher: sum(rating.colour in colours_of(own, rating.figure, tolerance, higher=higher) for rating in ratings)
            for higher in (True, False)
        }
        if ways[True] == ways[False]:
            for rating in ratings:
                why = "the row does not show which way is better"
                yield cannot(Check.RATINGS, rating.cell.text, why, placed.quote(rating.cell))
            continue
        higher = ways[True] > ways[False]
        for rating in ratings:
            yield _rated(placed, own, rating, tolerance, higher=higher)


def colours_of(own: Figure, other: Figure, tolerance: Decimal, *, higher: bool) -> set[Colour]:
    """The colours that the rounded figures allow."""
    one, two = interval_of(own), interval_of(other)
    if one is None or two is None:
        return set()
    if own.value == other.value:
        return {Colour.GREEN}
    behind = Interval(low=two.low - one.high, high=two.high - one.low)
    if not higher:
        behind = Interval(low=-behind.high, high=-behind.low)
    size = [abs(two.low), abs(two.high)]
    if min(size) == 0:
        return set(Colour)
    worst = max(behind.high * 100 / each for each in size)
    least = min(behind.low * 100 / each for each in size)
    colours = set()
    if least <= 0:
        colours.add(Colour.GREEN)
    if worst > 0 and least <= tolerance:
        colours.add(Colour.AMBER)
    if worst > tolerance:
        colours.add(Colour.RED)
    return colours


def _rated(placed: PlacedTable, own: Figure, rating: _Rating, tolerance: Decimal, *, higher: bool) -> Checked:
    assert own.value is not None and rating.figure.value is not None
    allowed = colours_of(own, rating.figure, tolerance, higher=higher)
    behind = (rating.figure.value - own.value) if higher else (own.value - rating.figure.value)
    apart = behind * 100 / abs(rating.figure.value) if rating.figure.value else Decimal(0)
    than = f"{plain(abs(apart))} % {'worse' if apart > 0 else 'better'} than" if apart else "the same as"
    wanted = " or ".join(colour for colour in Colour if colour in allowed)
    working = f"{own.printed} is {than} {rating.figure.printed}, {'higher' if higher else 'lower'} is better"
    return judged(
        Check.RATINGS, rating.colour in allowed, placed.quote(rating.cell), printed=rating.cell.text, expected=wanted,
        working=working,
        message=f"{rating.cell.text}: {working}; by the key (within {plain(tolerance)} % is amber) that is {wanted}",
    )  # fmt: skip


# --- bounds of words -------------------------------------------------------------------------------

_WORDS = ("green", "amber", "yellow", "red", "high", "medium", "low")
_WORD = rf"(?P<word>{'|'.join(_WORDS)})"
_N = r"(?:£|<|>)?\s?\d+(?:\.\d+)?\s?%?"
_BOUND = (
    rf"(?:(?P<from>{_N})\s*(?:to|[-–]|and)\s*(?P<to>{_N})"
    rf"|(?P<least>{_N})\s*(?:and|or)\s+(?:above|more|over|higher|better)|(?:at\s+least|over|above|more\s+than)\s+(?P<over>{_N})"
    rf"|(?:below|under|less\s+than|up\s+to)\s+(?P<below>{_N})|(?P<most>{_N})\s*(?:and|or)\s+(?:below|less|under|lower))"
)
_OF_TARGET = (
    r"(?!\s*(?:%|per\s?cent)?\s*(?:percentage\s+)?(?:points?\s+)?"
    r"(?:below|above|short\s+of|of|from|off|under|over|within|away)\b)"
)
"""What a figure lies from its target is no bound of the figure."""

_BOUNDED = pattern_of(rf"\b{_WORD}\b\s*(?:[,:=–-]|is|means)?\s*\(?\s*{_BOUND}{_OF_TARGET}", re.IGNORECASE)
_BOUNDED_AHEAD = pattern_of(rf"\b{_BOUND}\s*(?:is|are|as|=)?\s*(?:rated\s+)?\b{_WORD}\b", re.IGNORECASE)
"""Accepts "Amber, 80% to 89.9%", "Red: below 80%", "Green (90% and above)"."""

_RATED_WORD = pattern_of(rf"^(?P<figure>[£\d.,\s]+%?)\s*\(?{_WORD}\)?$", re.IGNORECASE)
_ALONE = pattern_of(rf"^{_WORD}$", re.IGNORECASE)

ENOUGH = 2
"""Other rows that must follow a key before one that does not is wrong."""


class Key(Struct, frozen=True, kw_only=True):
    """The bounds of each word, both included; None where there is none. `below` holds words whose bound is not."""

    bounds: dict[str, tuple[Decimal | None, Decimal | None, bool]]
    quote: Quote

    def words_for(self, value: Decimal) -> set[str]:
        found = set()
        for word, (low, high, strict) in self.bounds.items():
            above = low is None or value >= low
            under = high is None or (value < high if strict else value <= high)
            if above and under:
                found.add(word)
        return found


_RatedWord = tuple[Cell, Figure, str]


def find_key(sentences: Sequence[Quote]) -> Key | None:
    """The first sentence that bounds two words or more."""
    for sentence in sentences:
        small = small_letters(sentence.text)
        if sum(word in small for word in _WORDS) < LEAST_WORDS:
            continue
        bounds = {}
        behind, ahead = (list(each.finditer(sentence.text)) for each in (_BOUNDED, _BOUNDED_AHEAD))
        told = ahead if len(ahead) > len(behind) else behind
        for match in told:
            low = _number(match["from"] or match["least"] or match["over"])
            high = _number(match["to"] or match["below"] or match["most"])
            bounds[match["word"].lower()] = (low, high, match["below"] is not None)
        if len(bounds) >= LEAST_WORDS:
            return Key(bounds=bounds, quote=sentence)
    return None


LEAST_WORDS = 2
"""Words that a key bounds."""


def _number(text: str | None) -> Decimal | None:
    return None if text is None else parse_figure(re.sub(r"[<>\s]", "", text)).value


def check_key(tables: Sequence[PlacedTable], sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every rated figure of every table, where the paper prints a key."""
    key = find_key(sentences) if tables else None
    if key is None:
        return
    for placed in tables:
        rated, fits = _by_key(placed, key)
        for (cell, figure, word), right in zip(rated, fits, strict=True):
            wanted = sorted(key.words_for(figure.value or Decimal(0)))
            others = sum(fits) - right
            working = f"{figure.printed.strip()} is {' or '.join(wanted).capitalize() or 'none'} by the key"
            quote = placed.quote(cell)
            if not right and (others < ENOUGH or others < len(fits) - 1 - others or not wanted):
                yield cannot(Check.RATINGS, cell.text, "other rows do not follow the key", quote)
                continue
            printed = next((part for part in cell.text.split() if part.lower() == word), cell.text)
            label = next(row[0].text for row in placed.table.rows if cell in row)
            yield judged(
                Check.RATINGS, right, quote, key.quote, printed=printed, expected=" or ".join(wanted).capitalize(),
                working=working, message=f"{label}: printed {printed}, {working}",
            )  # fmt: skip


def _by_key(placed: PlacedTable, key: Key) -> tuple[list[_RatedWord], list[bool]]:
    """The figures with their words, and whether each is as the key says: of the columns that stand so many places to
    the left of a word's, the one whose figures follow the key best is the rated one; the nearest, where several do."""
    widest = max((len(row) for row in placed.table.rows), default=0)
    ways = [list(_rated_words(placed, back)) for back in range(1, max(widest, TWO))]
    judged_ways = [
        (way, [word in key.words_for(figure.value or Decimal(0)) for _, figure, word in way]) for way in ways
    ]
    return max(judged_ways, key=lambda way: sum(way[1]))


TWO = 2
"""Columns of a table that has a word beside a figure."""


def _rated_words(placed: PlacedTable, back: int) -> Iterator[_RatedWord]:
    """Each figure with its word: in one cell, or in the cell so many places to the left of the word's."""
    for row in placed.table.rows:
        for at, cell in enumerate(row):
            together, alone = _RATED_WORD.match(cell.text.strip()), _ALONE.match(cell.text.strip())
            if together:
                figure = parse_figure(together["figure"].strip())
                word = together["word"]
            elif alone and at >= back:
                figure = parse_figure(row[at - back].text.strip())
                word = alone["word"]
            else:
                continue
            if figure.value is not None:
                yield cell, figure, word.lower()
