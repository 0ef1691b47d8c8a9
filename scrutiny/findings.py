"""Findings: what does not agree, as data that is returned beside the facts.

The codes are permanent: scripts match on them, the README lists them and `scrutiny explain CODE` prints
what each means. Imports nothing of ours but `sources`.
"""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny.sources import Quote


class Severity(StrEnum):
    """How bad it is. Colour never carries this alone: the word is always printed."""

    ERROR = "error"
    """no rounding or truncation could give the printed figure, or two statements contradict each other"""
    WARNING = "warning"
    """only an unusual reading fits, or something was left out or repaired on the way"""
    NOTE = "note"
    """worth knowing"""


class FindingCode(StrEnum):
    """Every code there is; `EXPLANATIONS` says what each means, with a real example."""

    DAMAGED_FILE = "damaged-file"
    NO_TEXT_LAYER = "no-text-layer"
    UNREADABLE_PAGE = "unreadable-page"
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
    YEAR_HEADING = "year-heading"
    OTHER_COVERAGE = "other-coverage"
    SUPPRESSION_LEAKS = "suppression-leaks"
    FIGURES_HIDDEN = "figures-hidden"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_OUT_OF_ORDER = "numbering-out-of-order"
    TAGS_LOST = "tags-lost"
    LINKS_CUT = "links-cut"
    ENCRYPTION_REMOVED = "encryption-removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a finding means, for `scrutiny explain` and the README."""

    meaning: str
    example: str
    do: str


EXPLANATIONS: dict[FindingCode, Explanation] = {
    FindingCode.DAMAGED_FILE: Explanation(
        meaning="The file is damaged and was read as far as it can be read. What was repaired is named.",
        example="the cross-reference table is broken and was rebuilt; pages after the damage may be missing",
        do="Download the file again, and compare the number of pages.",
    ),
    FindingCode.NO_TEXT_LAYER: Explanation(
        meaning="A page is a picture: it has no text that a program could read, so nothing on it was checked.",
        example="no text layer on 1 page (PDF page 273)",
        do="Run OCR first: ocrmypdf --skip-text PACK.pdf PACK-ocr.pdf",
    ),
    FindingCode.UNREADABLE_PAGE: Explanation(
        meaning="A page could not be loaded, so nothing on it was read.",
        example="PDF page 12 cannot be read",
        do="Open the page in a viewer; ask for a new copy if it is empty there too.",
    ),
    FindingCode.OUTLINE_MISSING: Explanation(
        meaning="The file has no outline (bookmarks). The contents were worked out from the other evidence.",
        example="no outline: contents worked out from stamps, front sheet",
        do="Nothing, if the contents look right.",
    ),
    FindingCode.OUTLINE_HEADING_IGNORED: Explanation(
        meaning="An outline entry is a heading inside a document, not a document, and was not made a part.",
        example="outline entry '1. Background' is a heading inside a document",
        do="Nothing. If it is a document after all, cut it with --by appendix or in a viewer.",
    ),
    FindingCode.OUTLINE_DISAGREES: Explanation(
        meaning="The outline puts an item on one page; the stamp or the front sheet puts it on another.",
        example="item 8 starts on PDF page 261 by its stamp, on PDF page 259 by the outline",
        do="Look at both pages; the stamp was followed.",
    ),
    FindingCode.STAMP_DISAGREES: Explanation(
        meaning='An "Agenda Item" stamp names an item other than the outline or the front sheet does.',
        example="the stamp on PDF page 15 says item 6, the outline says item 5",
        do="Look at the page; the stamp was followed.",
    ),
    FindingCode.FRONT_SHEET_RANGE: Explanation(
        meaning='The front sheet\'s "(Pages a - b)" does not agree with the pages the item really has.',
        example="front sheet: item 6 (Pages 15 - 228); found pages 15 - 226",
        do="Tell the officer who publishes the agenda: members follow these numbers.",
    ),
    FindingCode.FRONT_SHEET_ITEM_MISSING: Explanation(
        meaning="The front sheet gives pages for an item, and the pack has no such pages.",
        example="front sheet: item 9 (Pages 283 - 290), the pack ends at page 282",
        do="Look for a supplement; the paper may have been published separately.",
    ),
    FindingCode.PAGE_NUMBERS_DISAGREE: Explanation(
        meaning="A page prints a number that does not follow from the numbers around it.",
        example="PDF page 40 prints 'Page 39', expected 40",
        do="Cite the PDF page for this one.",
    ),
    FindingCode.MEETING_DISAGREES: Explanation(
        meaning="The front sheet and the file's own metadata give different meetings or dates.",
        example="front sheet: 10 March 2022; metadata: 11/03/2022",
        do="Check which meeting the pack is for; the metadata was followed.",
    ),
    FindingCode.NOT_A_PACK: Explanation(
        meaning="The file shows no sign of a pack (no front sheet, stamps or items): it is taken as one document.",
        example="no agenda front sheet and no item stamps: taken as one document",
        do="Nothing, if it is a single report or a set of minutes.",
    ),
    FindingCode.EXEMPT_DOCUMENT: Explanation(
        meaning="A document is marked exempt or not for publication (Schedule 12A, Local Government Act 1972).",
        example="item 12 is marked 'Not for publication'",
        do="Do not pass it on. split-pack leaves it out unless --include-exempt is given.",
    ),
    FindingCode.EXEMPT_WITHHELD: Explanation(
        meaning="split-pack did not write a document because it is marked exempt.",
        example="item 12 (PDF pages 201-210) was not written",
        do="Give --include-exempt if you are entitled to have it.",
    ),
    FindingCode.TOTAL_MISMATCH: Explanation(
        meaning="A printed total is not the sum of the rows it stands for.",
        example="North Panel, EWEL credits: printed total 85.5, the 7 schools add to 70.5 (15 too much)",
        do="Put the working to the author of the report; a row may be missing or a figure changed late.",
    ),
    FindingCode.PERCENT_MISMATCH: Explanation(
        meaning="A percentage is not what its numbers give: wrong (error), or cut off instead of rounded (warning).",
        example="On-site placement: printed 31.5, 12 of 38 is 31.58 % (cut off, not rounded)",
        do="Ask which numbers it was worked out from.",
    ),
    FindingCode.STATED_TWICE: Explanation(
        meaning="The same quantity is stated in two places with different values.",
        example="the primary panel supported 37 here; the table of referrals adds to 34",
        do="Ask which one is right; both pages are named.",
    ),
    FindingCode.OTHER_COVERAGE: Explanation(
        meaning="Two tables count the same thing over different schools or pupils, and so need not agree.",
        example="56 permanent exclusions in the table of year groups, 51 in the panels",
        do="Know the difference before a member asks; the schools that are in one table only are named.",
    ),
    FindingCode.SUPPRESSION_LEAKS: Explanation(
        meaning="One figure is hidden, and its printed total and the other figures give it away.",
        example="North Panel, Number of PEX: one figure is hidden, and the printed total gives it away",
        do="Tell the author before the paper is published: a second figure or the total must be hidden too.",
    ),
    FindingCode.FIGURES_HIDDEN: Explanation(
        meaning="Figures below the limit were hidden as asked, with those that would give them away.",
        example="14 figures are hidden: those below 5, and those that would give them away",
        do="Look through the result before you publish it. The paper itself is not changed.",
    ),
    FindingCode.CHANGE_MISMATCH: Explanation(
        meaning="A printed change is not the change between the two figures it stands with.",
        example="early years SEND support: printed +63%, 44 to 72 is +63.64 % (cut off, not rounded)",
        do="Ask the author which of the three figures is meant.",
    ),
    FindingCode.ARITHMETIC_MISMATCH: Explanation(
        meaning="A sum that the paper writes out does not give what is printed after it.",
        example="£9032 / 190 = 47.5368, printed £47.53 (cut off, not rounded)",
        do="Follow the working; a result that was cut off instead of rounded is a warning.",
    ),
    FindingCode.RATE_MISMATCH: Explanation(
        meaning="A rate is not the count that stands beside it for its base.",
        example="48 per 10,000: 50 of 12,000 is 41.67 per 10,000",
        do="Ask which base the rate was worked out on.",
    ),
    FindingCode.PARTS_MISMATCH: Explanation(
        meaning="The parts that a sentence divides a number into do not add to it.",
        example="of the 26 pupils: the parts add to 27 (11 + 9 + 7 = 27)",
        do="Ask the author which part is wrong, or whether some are counted twice.",
    ),
    FindingCode.RATING_MISMATCH: Explanation(
        meaning="A figure is called red, amber or green, and the printed key makes it another colour.",
        example="4.4 (amber): 4.7 is 6.82 % worse than 4.4, lower is better; by the key that is red",
        do="Ask the author of the table; the colour is what members look at first.",
    ),
    FindingCode.WEEKDAY_MISMATCH: Explanation(
        meaning="A date is given with a weekday that it did not fall on.",
        example="Thursday 11 March 2022: 11 March 2022 was a Friday",
        do="Find out which is right before anybody turns up.",
    ),
    FindingCode.MALFORMED_FIGURE: Explanation(
        meaning="A figure is printed wrongly, though its meaning is plain.",
        example="££9777 is read as £9777",
        do="Tell the author; nothing else follows from it.",
    ),
    FindingCode.FIGURE_CONTRADICTED: Explanation(
        meaning="A figure of a summary is not the one that the paper gives for the same thing.",
        example="line 12: 267 is contradicted: the paper says 376 there (page 233)",
        do="Open the page and correct the summary, or put the figure into the file of --allow.",
    ),
    FindingCode.FIGURE_NOT_FOUND: Explanation(
        meaning="A figure of a summary stands nowhere in the paper and does not follow from what does.",
        example="line 9: 1,204 is not in the paper",
        do="Find where the figure came from; if it is right though from elsewhere, put it into the file of --allow.",
    ),
    FindingCode.YEAR_HEADING: Explanation(
        meaning="A column heading is no academic year: its second year does not follow its first.",
        example="the column heading 2019/21 was read as 2019/20",
        do="Check the heading against its neighbours.",
    ),
    FindingCode.NUMBERING_GAP: Explanation(
        meaning="A numbered list leaves a number out: something may have been dropped from it.",
        example="a list of actions goes from 2. to 4.",
        do="Ask the author whether an entry is missing.",
    ),
    FindingCode.NUMBERING_OUT_OF_ORDER: Explanation(
        meaning="A numbered paragraph does not stand between its neighbours' numbers.",
        example="paragraph 122 stands between 9 and 10",
        do="Cite it by its page as well as by its number, and tell the author.",
    ),
    FindingCode.TAGS_LOST: Explanation(
        meaning="The pack is tagged for screen readers and its parts are not: pypdf cannot carry tags over.",
        example="the parts lose the accessibility tags of the pack",
        do="Publish the original, not the parts, where WCAG 2.1 AA applies.",
    ),
    FindingCode.LINKS_CUT: Explanation(
        meaning="Links that lead to a page in another part cannot work there and were left without a target.",
        example="3 links lead into other parts",
        do="Nothing; web links are kept.",
    ),
    FindingCode.ENCRYPTION_REMOVED: Explanation(
        meaning="The pack is encrypted; its parts are written without encryption.",
        example="the parts are not encrypted",
        do="Treat the parts as you would the pack with its password.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
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
