"""What each finding means, for `scrutiny explain`, the README and code scanning.

Each has a real example: the least paper that gives it, as its lines stand on the page, and the very message. The
tests draw that paper and compare the message. Imports nothing of ours but `findings`.
"""

from msgspec import Struct

from scrutiny.findings import FindingCode, Severity


class Explanation(Struct, frozen=True, kw_only=True):
    """A page on one code. `severities` are those it can have, that of the example first: a warning, where nothing else
    is said; `said_by` the commands that say it, as a rule every one. `paper` are the lines that stand there (in
    brackets: what is the case), `example` the message they give."""

    meaning: str
    severities: tuple[Severity, ...] = (Severity.WARNING,)
    said_by: tuple[str, ...] = ("every command",)
    paper: tuple[str, ...]
    example: str
    do: str


def page_on(code: FindingCode) -> str:
    """The page on one code, as `scrutiny explain` prints it."""
    own = EXPLANATIONS[code]
    lines = [
        code.value,
        "",
        own.meaning,
        "",
        f"Severity: {' or '.join(own.severities)}. Reported by: {', '.join(own.said_by)}.",
        "",
        "The paper:",
        *(f"  {line}" for line in own.paper),
        "scrutiny:",
        f"  {own.severities[0]}: {own.example} [{code}]",
        "What to do:",
        f"  {own.do}",
    ]
    return "\n".join(lines) + "\n"


_CHECKS = ("check", "brief")
_TABLES = ("check", "exclusions", "brief")

EXPLANATIONS: dict[FindingCode, Explanation] = {
    FindingCode.DAMAGED_FILE: Explanation(
        meaning="The file is damaged and was read as far as it can be read. What was repaired is named.",
        paper=("(the table at the end of the file, which says where its parts stand, is broken)",),
        example="the cross-reference table is broken and was rebuilt",
        do="Download the file again, and compare the number of pages.",
    ),
    FindingCode.NO_TEXT_LAYER: Explanation(
        meaning="A page is a picture: it has no text that a program could read, so nothing on it was checked.",
        severities=(Severity.NOTE,),
        paper=("(a scan: a picture of words)",),
        example="no text layer on 1 page (PDF page 3): nothing on it was read",
        do="Give --ocr (it needs ocrmypdf), or run OCR first: ocrmypdf --skip-text PACK.pdf PACK-ocr.pdf",
    ),
    FindingCode.UNREADABLE_PAGE: Explanation(
        meaning="A page could not be loaded, so nothing on it was read.",
        paper=("(the file lists three pages, and the second is not there)",),
        example="1 page cannot be read (PDF page 2)",
        do="Open the page in a viewer; ask for a new copy if it is empty there too.",
    ),
    FindingCode.READ_BY_OCR: Explanation(
        meaning="With --ocr: pages that are pictures were read by OCR, which misreads some letters and figures. Their "
        "quotations are marked, and what does not add up there is a note.",
        paper=("(a scan: a picture of words)",),
        example="PDF page 3 read by OCR: words and figures there may be misread, and nothing that does not add up "
        "there is more than a note",
        do="Look at the page before you pass on what comes from it; scrutiny check --all lists the notes.",
    ),
    FindingCode.FILE_NOT_READ: Explanation(
        meaning="One of several files could not be read. The others were, and the exit code at the end is 3.",
        said_by=("every command that takes several files",),
        paper=("(among the packs of a month there is a web page that somebody called broken.pdf)",),
        example="broken.pdf is not a PDF file",
        do="Do what the message on the screen says, and run the command again.",
    ),
    FindingCode.NOTHING_FOUND: Explanation(
        meaning="One of several files was read and holds nothing of what was asked for. The others do. Or the minutes "
        "are of an earlier meeting than the report is for: they decided nothing of it.",
        severities=(Severity.NOTE, Severity.WARNING),
        said_by=("tables", "exclusions", "recs"),
        paper=("page 1: Nothing of note was reported.",),
        example="no tables in minutes.pdf",
        do="Nothing, if the file is not one of the kind. Give the minutes of the meeting that had the report.",
    ),
    FindingCode.OUTLINE_MISSING: Explanation(
        meaning="The file has no outline (bookmarks). The contents were worked out from the other evidence.",
        severities=(Severity.NOTE,),
        paper=("(no bookmarks)", "Agenda Item 2"),
        example="no outline: contents worked out from stamp, front sheet",
        do="Nothing, if the contents look right.",
    ),
    FindingCode.OUTLINE_HEADING_IGNORED: Explanation(
        meaning="An outline entry is a heading inside a document, not a document, and was not made a part.",
        severities=(Severity.NOTE,),
        paper=("bookmark: 2 Road safety", "bookmark below it: 1. Background"),
        example="outline entry 'Background' is a heading inside a document, not a document",
        do="Nothing. If it is a document after all, cut it with --by appendix or in a viewer.",
    ),
    FindingCode.OUTLINE_DISAGREES: Explanation(
        meaning="The outline puts an item on one page; the stamp or the front sheet puts it on another.",
        paper=("PDF page 2, bookmark: 8 Road safety", "PDF page 3, stamp: Agenda Item 8"),
        example="item 8 starts on PDF page 3 by its stamp, on PDF page 2 by the outline",
        do="Look at both pages; the stamp was followed.",
    ),
    FindingCode.STAMP_DISAGREES: Explanation(
        meaning='An "Agenda Item" stamp names an item other than the outline or the front sheet does.',
        paper=("bookmark: 1 Road safety", "stamp on its page: Agenda Item 2"),
        example="the stamp on PDF page 2 says item 2, the outline says item 1",
        do="Look at the page; the stamp was followed.",
    ),
    FindingCode.FRONT_SHEET_RANGE: Explanation(
        meaning='The front sheet\'s "(Pages a - b)" does not agree with the pages the item really has.',
        paper=("2   Road safety (Pages 2 - 5)", "... and the item ends on Page 3"),
        example="front sheet: item 2 (Pages 2 - 5); found pages 2 - 3",
        do="Tell the officer who publishes the agenda: members follow these numbers.",
    ),
    FindingCode.FRONT_SHEET_ITEM_MISSING: Explanation(
        meaning="The front sheet gives pages for an item, and the pack has no such pages.",
        paper=("3   Parking (Pages 4 - 11)", "... and the pack ends on Page 3"),
        example="front sheet: item 3 (Pages 4 - 11); the pack's pages end at 3",
        do="Look for a supplement; the paper may have been published separately.",
    ),
    FindingCode.PAGE_NUMBERS_DISAGREE: Explanation(
        meaning="A page prints a number that does not follow from the numbers around it.",
        severities=(Severity.NOTE,),
        paper=("Page 1, Page 2, Page 3, Page 3, Page 5, Page 6",),
        example="PDF page 4 prints 'Page 3'; 4 would follow from its neighbours",
        do="Cite the PDF page for this one.",
    ),
    FindingCode.MEETING_DISAGREES: Explanation(
        meaning="The front sheet and the file's own metadata give different meetings or dates.",
        paper=(
            "Date: Thursday 10 March 2022",
            "file's title: (Public Pack)Agenda Document for Highways Scrutiny Committee, 11/03/2022 10:00",
        ),
        example="front sheet: Thursday 10 March 2022; the file's own title says 11 March 2022",
        do="Check which meeting the pack is for; the metadata was followed.",
    ),
    FindingCode.NOT_A_PACK: Explanation(
        meaning="The file shows no sign of a pack (no front sheet, stamps or items): it is taken as one document.",
        severities=(Severity.NOTE,),
        paper=("(a report by itself)",),
        example="no agenda front sheet and no item stamps: taken as one document",
        do="Nothing, if it is a single report or a set of minutes.",
    ),
    FindingCode.EXEMPT_DOCUMENT: Explanation(
        meaning="A document is marked exempt or not for publication (Schedule 12A, Local Government Act 1972).",
        paper=("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A",),
        example="item 12 is marked exempt",
        do="Do not pass it on. It is read because --include-exempt was given; no command shows it without.",
    ),
    FindingCode.EXEMPT_WITHHELD: Explanation(
        meaning="Pages or a passage are private, or may be: no command shows, checks or writes them.",
        paper=("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A",),
        example="item 12 (PDF page 3) is withheld: "
        "marked 'NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A'",
        do="Nothing, if it is private. Give --include-exempt if you may have it, or if the mark was misread.",
    ),
    FindingCode.TOTAL_MISMATCH: Explanation(
        meaning="A printed total is not the sum of the rows it stands for.",
        severities=(Severity.ERROR, Severity.WARNING, Severity.NOTE),
        said_by=("check", "exclusions", "cost-model", "brief"),
        paper=(
            "North Panel     Cases discussed  Number of PEX  Managed moves",
            "Ashton School                11              1              3",
            "Barton School                 5              4              2",
            "Calder School                12              6              1",
            "Total                        29             11              6",
        ),
        example="North Panel, Cases discussed: printed total 29, the 3 schools add to 28 (1 too much)",
        do="Put the working to the author of the report; a row may be missing or a figure changed late.",
    ),
    FindingCode.PERCENT_MISMATCH: Explanation(
        meaning="A percentage is not what its numbers give: wrong (error), or cut off instead of rounded (warning).",
        severities=(Severity.ERROR, Severity.WARNING, Severity.NOTE),
        said_by=_TABLES,
        paper=(
            "Data indicated that 9 percent (22,786) of all incidents had a flag.",
            "Of those, 69 percent (12,392) involved girls.",
        ),
        example="printed 69 percent (12,392), 12,392 of 22,786 is 54.38 %",
        do="Ask which numbers it was worked out from.",
    ),
    FindingCode.STATED_TWICE: Explanation(
        meaning="The same quantity is stated in two places with different values.",
        severities=(Severity.ERROR, Severity.NOTE),
        said_by=_TABLES,
        paper=(
            "page 1: 526 young people aged 16-17 (from a cohort of 11,200) were not in ...",
            "page 2: Data shows that 527 young people aged 16-17 (from a cohort of 11,200) were not in ...",
        ),
        example="526 young people aged 16-17 here, 527 on page 2",
        do="Ask which one is right; both pages are named.",
    ),
    FindingCode.CHANGE_MISMATCH: Explanation(
        meaning="A printed change is not the change between the two figures it stands with.",
        severities=(Severity.WARNING, Severity.ERROR, Severity.NOTE),
        said_by=_CHECKS,
        paper=("Requests              2020  2021  Change", "early years support     44    72    +63%"),
        example="early years support, Change: printed +63%, 44 to 72 is 63.64 % (cut off, not rounded)",
        do="Ask the author which of the three figures is meant.",
    ),
    FindingCode.ARITHMETIC_MISMATCH: Explanation(
        meaning="A sum that the paper writes out does not give what is printed after it.",
        severities=(Severity.WARNING, Severity.ERROR, Severity.NOTE),
        said_by=("check", "cost-model", "brief"),
        paper=("The day rate is £9032 / 190 school days = £47.53 for each pupil.",),
        example="£9032 / 190 = 47.5368, printed £47.53 (cut off, not rounded)",
        do="Follow the working; a result that was cut off instead of rounded is a warning.",
    ),
    FindingCode.RATE_MISMATCH: Explanation(
        meaning="A rate is not the count that stands beside it for its base.",
        severities=(Severity.ERROR, Severity.WARNING, Severity.NOTE),
        said_by=_CHECKS,
        paper=("The rate of children in care is 48 per 10,000 (50 of 12,000).",),
        example="48 per 10,000: 50 of 12,000 is 41.67 per 10,000",
        do="Ask which base the rate was worked out on.",
    ),
    FindingCode.PARTS_MISMATCH: Explanation(
        meaning="The parts that a sentence divides a number into do not add to it.",
        severities=(Severity.ERROR,),
        said_by=_CHECKS,
        paper=("Of the 26 pupils, 11 stayed, 9 moved and the remaining 7 left.",),
        example="the parts of the 26 pupils are 11 + 9 + 7 = 27 (1 too many)",
        do="Ask the author which part is wrong, or whether some are counted twice.",
    ),
    FindingCode.RATING_MISMATCH: Explanation(
        meaning="A figure is called red, amber or green, and the printed key makes it another colour.",
        severities=(Severity.ERROR,),
        said_by=_CHECKS,
        paper=(
            "Performance is within 2% of the comparison: amber. Better: green. Worse: red.",
            "Description                          Latest  Last year    National   Region",
            "% of young people not in education   4.7     4.8 (green)  2.3 (red)  4.4 (amber)",
        ),
        example="4.4 (amber): 4.7 is 6.82 % worse than 4.4, lower is better; "
        "by the key (within 2 % is amber) that is red",
        do="Ask the author of the table; the colour is what members look at first.",
    ),
    FindingCode.WEEKDAY_MISMATCH: Explanation(
        meaning="A date is given with a weekday that it did not fall on.",
        severities=(Severity.ERROR,),
        said_by=_CHECKS,
        paper=("The next meeting is on Thursday 11 March 2022 at 10 a.m.",),
        example="Thursday 11 March 2022: 11 March 2022 was a Friday",
        do="Find out which is right before anybody turns up.",
    ),
    FindingCode.MALFORMED_FIGURE: Explanation(
        meaning="A figure is printed wrongly, though its meaning is plain.",
        said_by=("check", "cost-model", "brief"),
        paper=("The cost of a place was ££9777 in the year.",),
        example="££9777 is read as £9777",
        do="Tell the author; nothing else follows from it.",
    ),
    FindingCode.FIGURE_CONTRADICTED: Explanation(
        meaning="A figure of a summary is not the one that the paper gives for the same thing.",
        severities=(Severity.ERROR,),
        said_by=("verify",),
        paper=("summary: The Eastern Panel discussed 29 cases.", "paper:   Eastern Panel, Panel cases discussed: 21"),
        example=(
            'line 1: 29 ("The Eastern Panel discussed 29 cases.") is contradicted: the paper has 44 there (page 17: 44)'
        ),
        do="Open the page and correct the summary, or put its words into the file of --allow.",
    ),
    FindingCode.FIGURE_NOT_FOUND: Explanation(
        meaning="A figure of a summary was not found where the paper speaks of it, nor does it follow from there.",
        severities=(Severity.ERROR,),
        said_by=("verify",),
        paper=("summary: 7,777 hours.", "paper:   (no such figure)"),
        example='line 1: 7,777 ("7,777 hours.") was not found in the paper',
        do="Find where it came from; if it is right though from elsewhere, put its words into the file of --allow.",
    ),
    FindingCode.FIGURE_DOUBTED: Explanation(
        meaning="A figure of a summary stands in the paper, which does not agree with itself there.",
        said_by=("verify",),
        paper=(
            "summary: Key Stage 3 had 71 permanent exclusions in 2018/19.",
            "paper:   Key Stage 3 total, 2018/19: 71, though its year groups add to 70",
        ),
        example=(
            'line 1: 71 ("Key Stage 3 had 71 permanent exclusions in 2018/19.") stands in the paper, which does not '
            "agree with itself there: Key Stage 3, 2018/19: printed total 71, the year groups add to 70 (1 too much) "
            "(page 16: 71)"
        ),
        do="Say what the paper prints and what it adds up to, or ask the author which is right.",
    ),
    FindingCode.EXCEPTION_UNUSED: Explanation(
        meaning="An exception in the file of --allow was needed by no figure of the summary.",
        severities=(Severity.NOTE,),
        said_by=("verify",),
        paper=("exceptions: 7,777 hours of work", "summary:    (no such words)"),
        example="no figure needs the accepted exception '7,777 hours of work'",
        do="Take the line out of the file, or correct its words.",
    ),
    FindingCode.YEAR_HEADING: Explanation(
        meaning="A column heading is no academic year: its second year does not follow its first.",
        said_by=_TABLES,
        paper=("2018/19   2019/21   2020/21",),
        example="the column heading 2019/21 was read as 2019/20",
        do="Check the heading against its neighbours.",
    ),
    FindingCode.OTHER_COVERAGE: Explanation(
        meaning="Two tables count the same thing over different schools or pupils, and so need not agree.",
        severities=(Severity.NOTE,),
        said_by=("check", "exclusions"),
        paper=("by year group, 2020/21: 51", "Number of PEX, both panels: 9"),
        example="2020/21: 51 permanent exclusions by year group, 9 in the panels",
        do="Know the difference before a member asks; the schools that are in one table only are named.",
    ),
    FindingCode.SUPPRESSION_LEAKS: Explanation(
        meaning="One figure is hidden, and its printed total and the other figures give it away.",
        said_by=("check", "exclusions"),
        paper=(
            "North Panel     Number of PEX",
            "Ashton School               *",
            "Barton School               4",
            "Calder School               6",
            "Total                      11",
        ),
        example="Ashton School, Number of PEX: the figure hidden as * can be worked back from 11",
        severities=(Severity.NOTE, Severity.WARNING),
        do="Tell the author before the paper is published: a second figure or the total must be hidden too.",
    ),
    FindingCode.FIGURES_HIDDEN: Explanation(
        meaning="Figures below the limit were hidden as asked, with those that would give them away.",
        severities=(Severity.NOTE,),
        said_by=("exclusions --suppress-below",),
        paper=("(nothing is wrong with the paper)",),
        example="24 figures are hidden: those below 5, and those that would give them away",
        do="Look through the result before you publish it. The paper itself is not changed.",
    ),
    FindingCode.NUMBERING_GAP: Explanation(
        meaning="A numbered list leaves a number out: something may have been dropped from it.",
        said_by=("check", "actions", "brief"),
        paper=(
            "1   A paragraph",
            "2   A paragraph",
            "3   A paragraph",
            "5   A paragraph",
            "6   A paragraph",
            "7   A paragraph",
        ),
        example="the numbers go 1, 2, 3, 5, 6, 7",
        do="Ask the author whether an entry is missing.",
    ),
    FindingCode.NUMBERING_OUT_OF_ORDER: Explanation(
        meaning="A numbered paragraph does not stand between its neighbours' numbers.",
        said_by=("check", "recs", "brief"),
        paper=("8   A paragraph", "9   A paragraph", "122 A paragraph", "10  A paragraph"),
        example="paragraph 122 stands between 9 and 10",
        do="Cite it by its page as well as by its number, and tell the author.",
    ),
    FindingCode.TAGS_LOST: Explanation(
        meaning="The pack is tagged for screen readers and its parts are not: pypdf cannot carry tags over.",
        severities=(Severity.NOTE,),
        said_by=("split-pack",),
        paper=("(a pack that is tagged for screen readers)",),
        example="the pack is tagged for screen readers; its parts are not",
        do="Publish the original, not the parts, where WCAG 2.1 AA applies.",
    ),
    FindingCode.LINKS_CUT: Explanation(
        meaning="Links that lead to a page in another part cannot work there and were left without a target.",
        severities=(Severity.NOTE,),
        said_by=("split-pack",),
        paper=("(on page 5, a link to page 18, which is another part)",),
        example="1 link leads into another part and cannot work there",
        do="Nothing; web links are kept.",
    ),
    FindingCode.ACTIVE_LEFT_OUT: Explanation(
        meaning="What acts by itself (actions, scripts, attachments, media, links to files), form fields that look "
        "like nothing and annotations above 5,000 on a page were left out of the parts.",
        said_by=("split-pack",),
        paper=("(a pack with a file attached to it and a script that runs when it is opened)",),
        example="left out of the parts: 1 attachment, 1 script",
        do="Look in the pack for what was attached; send it beside the part where it is wanted.",
    ),
    FindingCode.ENCRYPTION_REMOVED: Explanation(
        meaning="The pack is encrypted; its parts are written without encryption.",
        said_by=("split-pack",),
        paper=("(a pack that needs a password)",),
        example="the pack is encrypted; its parts are written without encryption",
        do="Treat the parts as you would the pack with its password.",
    ),
}
