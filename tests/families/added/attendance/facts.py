"""Family `attendance`: what a table of sessions missed says. Types only."""

from dataclasses import dataclass
from decimal import Decimal

from scrutiny.sources import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Sessions missed at one school; of the total where `school` is None, and then `recomputed` is their sum."""

    school: str | None
    printed: str
    value: Decimal
    recomputed: Decimal | None
    quote: Quote
