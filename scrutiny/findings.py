"""Findings: what does not agree, as data that is returned beside the facts.

The codes are permanent: scripts match on them, the reference lists them and `scrutiny explain CODE` prints
what each means. Imports nothing of ours but `sources`.
"""

from enum import StrEnum

from msgspec import Struct

from scrutiny.sources import Quote


class Severity(StrEnum):
    """How bad it is. Colour never carries this alone: the word is always printed."""

    ERROR = "error"
    """no rounding or truncation could give the printed figure, or two statements contradict each other"""
    WARNING = "warning"
    """only an unusual reading fits, or something was left out or repaired on the way"""
    NOTE = "note"
    """worth knowing"""

    @property
    def rank(self) -> int:
        """0 for the worst, to sort by."""
        return list(Severity).index(self)


class FindingCode(StrEnum):
    """Every code there is; `scrutiny.explanations` says what each means, with a real example."""

    DAMAGED_FILE = "damaged-file"
    NO_TEXT_LAYER = "no-text-layer"
    UNREADABLE_PAGE = "unreadable-page"
    READ_BY_OCR = "read-by-ocr"
    FILE_NOT_READ = "file-not-read"
    NOTHING_FOUND = "nothing-found"
    OUTLINE_MISSING = "outline-missing"
    OUTLINE_HEADING_IGNORED = "outline-heading-ignored"
    OUTLINE_DISAGREES = "outline-disagrees"
    STAMP_DISAGREES = "stamp-disagrees"
    FRONT_SHEET_RANGE = "front-sheet-range"
    FRONT_SHEET_ITEM_MISSING = "front-sheet-item-missing"
    PAGE_NUMBERS_DISAGREE = "page-numbers-disagree"
    MEETING_DISAGREES = "meeting-disagrees"
    NOT_A_PACK = "not-a-pack"
    EXEMPT_DOCUMENT = "exempt-document"
    EXEMPT_WITHHELD = "exempt-withheld"
    TOTAL_MISMATCH = "total-mismatch"
    PERCENT_MISMATCH = "percent-mismatch"
    STATED_TWICE = "stated-twice"
    CHANGE_MISMATCH = "change-mismatch"
    ARITHMETIC_MISMATCH = "arithmetic-mismatch"
    RATE_MISMATCH = "rate-mismatch"
    PARTS_MISMATCH = "parts-mismatch"
    RATING_MISMATCH = "rating-mismatch"
    WEEKDAY_MISMATCH = "weekday-mismatch"
    MALFORMED_FIGURE = "malformed-figure"
    FIGURE_CONTRADICTED = "figure-contradicted"
    FIGURE_NOT_FOUND = "figure-not-found"
    FIGURE_DOUBTED = "figure-doubted"
    EXCEPTION_UNUSED = "exception-unused"
    YEAR_HEADING = "year-heading"
    OTHER_COVERAGE = "other-coverage"
    SUPPRESSION_LEAKS = "suppression-leaks"
    FIGURES_HIDDEN = "figures-hidden"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_OUT_OF_ORDER = "numbering-out-of-order"
    TAGS_LOST = "tags-lost"
    LINKS_CUT = "links-cut"
    ACTIVE_LEFT_OUT = "active-left-out"
    ENCRYPTION_REMOVED = "encryption-removed"


class Finding(Struct, frozen=True, kw_only=True):
    """Something that does not agree, or that a person should know about how the paper was read.

    `printed` is verbatim; `expected` is what would agree; `quotes` are the places it concerns, the
    first of them the place to open.
    """

    code: FindingCode
    severity: Severity
    message: str
    printed: str | None = None
    expected: str | None = None
    quotes: tuple[Quote, ...] = ()
    hint: str | None = None
    file: str | None = None
    """the file it concerns, where it has no place in it"""
    line: int | None = None
    """the line that it concerns of a file of text, the file of the first quote; counted from 1"""

    @staticmethod
    def at(
        quote: Quote, code: FindingCode, message: str, severity: Severity = Severity.WARNING, *,
        printed: str | None = None, expected: str | None = None, hint: str | None = None,
    ) -> "Finding":  # fmt: skip
        """A finding about one place."""
        return Finding(
            code=code, severity=severity, message=message, printed=printed, expected=expected, quotes=(quote,),
            hint=hint,
        )  # fmt: skip
