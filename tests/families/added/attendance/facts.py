"""Family `attendance`: what a table of sessions missed says. Types only."""

from decimal import Decimal

from msgspec import Struct

from scrutiny.sources import Quote


class Missed(Struct, frozen=True, kw_only=True):
    """Sessions missed at one school; of the total where `school` is None, and then `recomputed` is their sum."""

    school: str | None
    printed: str
    value: Decimal
    recomputed: Decimal | None
    quote: Quote
