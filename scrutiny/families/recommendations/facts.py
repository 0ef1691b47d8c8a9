"""Room `families/recommendations`: what reports recommend. Types only."""

from msgspec import Struct


class Recommendation(Struct, frozen=True, kw_only=True):
    """One part of a recommendation.

    `number_printed` as printed, None for a bullet or an unnumbered one. `lead_in` is what it needs to be
    read alone ("Cabinet is asked to"), `text` both together. `group` names the numbered recommendation that
    a sub-point belongs to. `pages` are PDF pages.
    """

    number_printed: str | None
    lead_in: str | None = None
    lead_number: str | None = None
    text: str
    quote: str
    addressed_to: str | None = None
    group: str | None = None
    pages: tuple[int, ...]
