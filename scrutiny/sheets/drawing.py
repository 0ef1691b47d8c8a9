"""Room `sheets`: bars, stacked where they have parts: in text, and as SVG with the same figures in words."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape

from msgspec import Struct
from msgspec.structs import force_setattr

from scrutiny.sheets.cells import clean
from scrutiny.sheets.cleaning import OwnMarkup

WIDEST = 56
"""Characters of the longest bar."""

MARKS = "█▓▒░#"
"""What tells the years apart without colour; they begin again after the last."""

_SHADES = ("#1b4965", "#5fa8d3", "#bee9e8", "#62929e", "#c6c5b9")
_MIDDLE = "#3f7fae"
"""For bars without parts: 3 to 1 and more against white and against a dark page."""

_BAR, _GAP, _LEFT, _WIDTH, _SCALE = 34, 14, 150, 760, 560
_FONT = 'font-family="system-ui, sans-serif" font-size="13"'


class Bar(Struct, frozen=True, kw_only=True):
    """A bar: its name, and the parts that it is made of, each with a name, in order."""

    name: str
    parts: tuple[tuple[str, Decimal], ...]

    def __post_init__(self) -> None:
        """Names may come from a paper or a parameter file."""
        force_setattr(self, "name", clean(self.name))
        force_setattr(self, "parts", tuple((clean(name), value) for name, value in self.parts))

    @property
    def total(self) -> Decimal:
        return sum((value for _, value in self.parts), Decimal(0))


def pounds(value: Decimal) -> str:
    """Whole pounds, as costs are labelled."""
    return f"£{value:,.0f}"


def draw_text(bars: Sequence[Bar]) -> str:
    """The bars in characters, with a key."""
    largest = max((bar.total for bar in bars), default=Decimal(1)) or Decimal(1)
    years = sorted({year for bar in bars for year, _ in bar.parts})
    wide = max((len(bar.name) for bar in bars), default=0)
    lines = []
    for bar in bars:
        drawn = "".join(_mark(years.index(year)) * max(1, int(cost * WIDEST / largest)) for year, cost in bar.parts)
        lines.append(f"{bar.name:<{wide}}  {drawn} {pounds(bar.total)}")
    key = "  ".join(f"{_mark(at)} {year}" for at, year in enumerate(years))
    return "\n".join([*lines, "", key, ""])


def _mark(at: int) -> str:
    return MARKS[at % len(MARKS)]


def draw_svg(
    bars: Sequence[Bar], title: str, *, show: Callable[[Decimal], str] = pounds, inside: str | None = None
) -> OwnMarkup:
    """The bars as SVG: a title, a description in words for those who do not see it, and a label on each part.
    `inside` is a name for a drawing that stands in a page: it takes the page's own ink and ground."""
    largest = max((bar.total for bar in bars), default=Decimal(1)) or Decimal(1)
    names = sorted({name for bar in bars for name, _ in bar.parts})
    plain = all(len(bar.parts) == 1 for bar in bars)
    height = len(bars) * (_BAR + _GAP) + (50 if plain else 90)
    ids = [f"{inside}-{part}" if inside else part for part in ("title", "desc")]
    ink = "currentColor" if inside else "#1a1a1a"
    size = f'viewBox="0 0 {_WIDTH} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{" ".join(ids)}" {_FONT}>',
        f'<title id="{ids[0]}">{escape(clean(title))}</title>',
        f'<desc id="{ids[1]}">{escape("; ".join(_said(bar, show) for bar in bars))}</desc>',
        *([] if inside else [f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>']),
        f'<text x="16" y="28" font-size="16" font-weight="600" fill="{ink}">{escape(clean(title))}</text>',
    ]
    edge = ink if inside else "#ffffff"
    top = 48
    for bar in bars:
        x = _LEFT
        parts.append(f'<text x="16" y="{top + 22}" fill="{ink}">{escape(bar.name)}</text>')
        for name, value in bar.parts:
            width = int(value * _SCALE / largest)
            shade = _MIDDLE if plain else _SHADES[names.index(name) % len(_SHADES)]
            label = escape(": ".join([", ".join(dict.fromkeys((bar.name, name))), show(value)]))
            box = f'x="{x}" y="{top}" width="{width}" height="{_BAR}" fill="{shade}" stroke="{edge}"'
            parts.append(f"<rect {box}><title>{label}</title></rect>")
            x += width
        parts.append(f'<text x="{x + 6}" y="{top + 22}" fill="{ink}">{show(bar.total)}</text>')
        top += _BAR + _GAP
    x = _LEFT
    for at, name in enumerate([] if plain else names):
        parts.append(
            f'<rect x="{x}" y="{top + 4}" width="12" height="12" fill="{_SHADES[at % len(_SHADES)]}" stroke="{ink}"/>'
        )
        parts.append(f'<text x="{x + 18}" y="{top + 15}" fill="{ink}">{escape(name)}</text>')
        x += 96
    return OwnMarkup("\n".join([*parts, "</svg>", ""]))


def _said(bar: Bar, show: Callable[[Decimal], str]) -> str:
    parts = ", ".join(f"{name} {show(value)}" for name, value in bar.parts) if len(bar.parts) > 1 else ""
    return f"{bar.name}: {show(bar.total)}{f', of which {parts}' if parts else ''}"
