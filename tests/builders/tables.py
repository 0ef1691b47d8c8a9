"""Builders: tables of figures that are true, as councils print them, and single errors planted in them.

Every table is made from exact values that are rounded only where they are printed, with the things that must not be
expected to add up: shares rounded one by one, rates, averages, "of which" rows, hidden small numbers, totals first,
last or in the middle, sub-totals, section rows, part years.
"""

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NAMES = (
    "Ashby", "Birch Lane", "Coldwell", "Dunmore", "Elm Park", "Fernside", "Grange Hill", "Harrow Way", "Ivy Bank",
    "Jubilee", "Kingswell", "Larch Road", "Marlow", "Northgate", "Oakfield", "Priory",
)  # fmt: skip
YEARS = ("2020/21", "2021/22", "2022/23", "2023/24", "2024/25")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A table, and the places of figures whose error other rows or columns prove."""

    rows: list[list[str]]
    caption: str
    provable: tuple[tuple[int, int], ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the figures of a table are printed: `step` is what they are rounded to, in the unit of the caption."""

    caption: str
    low: int
    high: int
    scale: int = 1
    places: int = 0
    halves: bool = False
    negatives: bool = False


STYLES = (
    Style(caption="Suspensions by school", low=2, high=400),
    Style(caption="Number of pupils by area", low=20, high=4000),
    Style(caption="Budget by service, £000", low=20_000, high=9_000_000, scale=1000, negatives=True),
    Style(caption="Spending (£m)", low=200_000, high=90_000_000, scale=1_000_000, places=1),
    Style(caption="Cost of placements £", low=1_000, high=90_000),
    Style(caption="Days lost", low=4, high=900, halves=True),
    Style(caption="Programme", low=100, high=90_000),
)  # fmt: skip


def printed(value: Decimal, style: Style) -> str:
    """A value as its table prints it."""
    scaled = value / style.scale
    if style.halves:
        text = f"{scaled.normalize():,f}"
    else:
        text = f"{scaled.quantize(Decimal(1).scaleb(-style.places), ROUND_HALF_UP):,f}"
    return f"({text[1:]})" if text.startswith("-") and style.scale > 1 else text


def value(dice: random.Random, style: Style) -> Decimal:
    if style.halves:
        return Decimal(dice.randint(style.low * 2, style.high * 2)) / 2
    amount = Decimal(dice.randint(style.low, style.high))
    return -amount if style.negatives and dice.random() < 0.15 else amount


def make(dice: random.Random) -> Made:
    """A true table of some kind."""
    return dice.choice((_plain, _grouped, _wide, _shares, _changes, _rates, _hidden))(dice)


def _plain(dice: random.Random) -> Made:
    """Rows and their total, last or first, with an average below or an "of which" row."""
    style = dice.choice(STYLES)
    width, names = dice.randint(3, 5), dice.sample(NAMES, dice.randint(3, 12))
    body = [[value(dice, style) for _ in range(width)] for _ in names]
    total = ["Total", *(printed(sum((row[c] for row in body), Decimal(0)), style) for c in range(width))]
    rows = [[name, *(printed(each, style) for each in row)] for name, row in zip(names, body, strict=True)]
    first = dice.random() < 0.3
    at = 1 if first else len(rows) + 1
    rows = [total, *rows] if first else [*rows, total]
    extra = dice.random()
    if extra < 0.25:
        mean = [sum((row[c] for row in body), Decimal(0)) / len(body) for c in range(width)]
        rows.append(["Average", *(f"{each / style.scale:.1f}" for each in mean)])
    elif extra < 0.5 and not style.negatives:
        rows.append(["of which reviewed", *(printed(body[0][c], style) for c in range(width))])
    header = ["", *YEARS[:width]]
    return Made(rows=[header, *rows], caption=style.caption, provable=tuple((at, c) for c in range(1, width + 1)))


def _grouped(dice: random.Random) -> Made:
    """Sections with sub-totals, and a grand total."""
    style = dice.choice(STYLES)
    width = dice.randint(3, 5)
    rows: list[list[str]] = [["", *YEARS[:width]]]
    grand = [Decimal(0)] * width
    provable = []
    for group in ("Primary", "Secondary", "Special")[: dice.randint(2, 3)]:
        if dice.random() < 0.6:
            rows.append([group, *[""] * width])
        whole = [Decimal(0)] * width
        for name in dice.sample(NAMES, dice.randint(2, 6)):
            own = [value(dice, style) for _ in range(width)]
            rows.append([name, *(printed(each, style) for each in own)])
            whole = [a + b for a, b in zip(whole, own, strict=True)]
        rows.append([f"{group} sub-total", *(printed(each, style) for each in whole)])
        provable += [(len(rows) - 1, c) for c in range(1, width + 1)]
        grand = [a + b for a, b in zip(grand, whole, strict=True)]
    rows.append(["Grand total", *(printed(each, style) for each in grand)])
    provable += [(len(rows) - 1, c) for c in range(1, width + 1)]
    return Made(rows=rows, caption=style.caption, provable=tuple(provable))


def _wide(dice: random.Random) -> Made:
    """Totals along the rows and down the columns."""
    style = dice.choice(STYLES)
    width, names = dice.randint(2, 5), dice.sample(NAMES, dice.randint(4, 10))
    body = [[value(dice, style) for _ in range(width)] for _ in names]
    body.append([sum((row[c] for row in body), Decimal(0)) for c in range(width)])
    rows = [["", *("Autumn", "Spring", "Summer", "Other", "Later")[:width], "Total"]]
    for name, row in zip([*names, "Total"], body, strict=True):
        rows.append([name, *(printed(each, style) for each in row), printed(sum(row, Decimal(0)), style)])
    places = [(r, c) for r in range(1, len(rows)) for c in range(1, width + 2)]
    return Made(rows=rows, caption=style.caption, provable=tuple(places))


def _percent(top: Decimal, base: Decimal, places: int) -> str:
    return f"{(top * 100 / base).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _shares(dice: random.Random) -> Made:
    """Counts with the share of each in the whole."""
    names = dice.sample(NAMES, dice.randint(5, 9))
    counts = [Decimal(dice.randint(20, 600)) for _ in names]
    whole, places = sum(counts, Decimal(0)), dice.choice((0, 1))
    rows = [["Outcome", "Pupils", "%"]]
    rows += [[name, f"{count:,}", _percent(count, whole, places)] for name, count in zip(names, counts, strict=True)]
    rows.append(["All", f"{whole:,}", "100" if places == 0 else "100.0"])
    return Made(rows=rows, caption="Outcomes", provable=tuple((r, 2) for r in range(1, len(rows) - 1)))


def _changes(dice: random.Random) -> Made:
    """Two years and the change, as a number or in percent."""
    names, percent = dice.sample(NAMES, dice.randint(5, 9)), dice.random() < 0.5
    rows = [["Area", "2022/23", "2023/24", "Change %" if percent else "Change"]]
    for name in names:
        old, new = Decimal(dice.randint(60, 900)), Decimal(dice.randint(60, 900))
        change = (
            f"{((new - old) * 100 / old).quantize(Decimal('0.1'), ROUND_HALF_UP):+}" if percent else f"{new - old:+}"
        )
        rows.append([name, f"{old}", f"{new}", change])
    return Made(rows=rows, caption="Referrals", provable=tuple((r, 3) for r in range(1, len(rows))))


def _rates(dice: random.Random) -> Made:
    """Counts, a roll and the rate per 100 or 1,000."""
    per = dice.choice((100, 1000))
    rows = [["School", "Roll", "Suspensions", f"Rate per {per:,}"]]
    for name in dice.sample(NAMES, dice.randint(5, 9)):
        roll, count = Decimal(dice.randint(300, 1800)), Decimal(dice.randint(30, 290))
        rows.append([name, f"{roll:,}", f"{count}", f"{(count * per / roll).quantize(Decimal('0.01'), ROUND_HALF_UP)}"])
    return Made(rows=rows, caption="Rates", provable=tuple((r, 3) for r in range(1, len(rows))))


def _hidden(dice: random.Random) -> Made:
    """Small numbers hidden, their totals printed."""
    width, names = dice.randint(3, 5), dice.sample(NAMES, dice.randint(6, 12))
    body = [[dice.choice((dice.randint(0, 9), dice.randint(5, 90))) for _ in range(width)] for _ in names]
    rows = [["School", *YEARS[:width]]]
    rows += [
        [name, *("<5" if 0 < each < 5 else str(each) for each in row)] for name, row in zip(names, body, strict=True)
    ]
    rows.append(["All schools", *(str(sum(row[c] for row in body)) for c in range(width))])
    return Made(rows=rows, caption="Suspensions by school", provable=(), text="<5 means a number from 1 to 4")


def plant(made: Made, dice: random.Random) -> tuple[list[list[str]], tuple[int, int], str] | None:
    """One provable figure with one of its first two digits changed, by more than rounding can do; None where the
    table has none."""
    if not made.provable:
        return None
    row, column = dice.choice(made.provable)
    before = made.rows[row][column]
    places = [at for at, char in enumerate(before) if char.isdigit()]
    at = dice.choice(places[: 2 if len(places) > 2 else 1])
    digit = dice.choice([str(n) for n in range(1, 10) if abs(n - int(before[at])) >= 2])
    after = before[:at] + digit + before[at + 1 :]
    rows = [list(each) for each in made.rows]
    rows[row][column] = after
    return rows, (row, column), after
