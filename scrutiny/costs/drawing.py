"""Room `costs`: each case as a bar, stacked by year: in text, and as SVG with the same figures in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

WIDEST = 56
"""Characters of the longest bar."""

MARKS = "█▓▒░#"
"""What tells the years apart without colour; they begin again after the last."""

_SHADES = ("#1b4965", "#5fa8d3", "#bee9e8", "#62929e", "#c6c5b9")
_BAR, _GAP, _LEFT, _WIDTH, _SCALE = 34, 14, 150, 760, 560
_INK = "#1a1a1a"
_ATTRIBUTES = 'role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A case: its name and the cost of each year, in order."""

    name: str
    parts: tuple[tuple[str, Decimal], ...]

    @property
    def total(self) -> Decimal:
        return sum((cost for _, cost in self.parts), Decimal(0))


def draw_text(bars: Sequence[Bar]) -> str:
    """The bars in characters, with a key."""
    largest = max((bar.total for bar in bars), default=Decimal(1)) or Decimal(1)
    years = sorted({year for bar in bars for year, _ in bar.parts})
    wide = max((len(bar.name) for bar in bars), default=0)
    lines = []
    for bar in bars:
        drawn = "".join(_mark(years.index(year)) * max(1, int(cost * WIDEST / largest)) for year, cost in bar.parts)
        lines.append(f"{bar.name:<{wide}}  {drawn} £{bar.total:,.0f}")
    key = "  ".join(f"{_mark(at)} {year}" for at, year in enumerate(years))
    return "\n".join([*lines, "", key, ""])


def _mark(at: int) -> str:
    return MARKS[at % len(MARKS)]


def draw_svg(bars: Sequence[Bar], title: str) -> str:
    """The bars as SVG: a title, a description in words for those who do not see it, and a label on each part."""
    largest = max((bar.total for bar in bars), default=Decimal(1)) or Decimal(1)
    years = sorted({year for bar in bars for year, _ in bar.parts})
    height = len(bars) * (_BAR + _GAP) + 90
    said = "; ".join(
        f"{bar.name}: £{bar.total:,.0f}, of which {', '.join(f'{year} £{cost:,.0f}' for year, cost in bar.parts)}"
        for bar in bars
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_ATTRIBUTES}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(said)}</desc>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="28" font-size="16" font-weight="600" fill="{_INK}">{escape(title)}</text>',
    ]
    top = 48
    for bar in bars:
        x = _LEFT
        parts.append(f'<text x="16" y="{top + 22}" fill="{_INK}">{escape(bar.name)}</text>')
        for year, cost in bar.parts:
            width = int(cost * _SCALE / largest)
            shade = _SHADES[years.index(year) % len(_SHADES)]
            label = f"{escape(bar.name)}, {escape(year)}: £{cost:,.0f}"
            box = f'x="{x}" y="{top}" width="{width}" height="{_BAR}" fill="{shade}" stroke="#ffffff"'
            parts.append(f"<rect {box}><title>{label}</title></rect>")
            x += width
        parts.append(f'<text x="{x + 6}" y="{top + 22}" fill="{_INK}">£{bar.total:,.0f}</text>')
        top += _BAR + _GAP
    x = _LEFT
    for at, year in enumerate(years):
        parts.append(
            f'<rect x="{x}" y="{top + 4}" width="12" height="12" fill="{_SHADES[at % len(_SHADES)]}" stroke="{_INK}"/>'
        )
        parts.append(f'<text x="{x + 18}" y="{top + 15}" fill="{_INK}">{escape(year)}</text>')
        x += 96
    return "\n".join([*parts, "</svg>", ""])
