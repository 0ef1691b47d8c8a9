"""Packs with a private paper, marked in one of the many ways councils mark them, and packs that only talk of exemption.

Every private page has the word `SECRET` in its running text, a table, a recommendation, an action and a sum; nothing
public has it. `PUBLIC` stands in the public table. The wordings are our own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.builders.paper import PackBuilder

SECRET = "Hushwell"
PUBLIC = "Northside"

FRONT = (
    "1. Apologies for absence",
    "2. Minutes of the last meeting (Pages 3 - 4)",
    "3. Empty Homes Report (Pages 5 - 6)",
)
PRIVATE_ITEM = "4. Cleaning Contract (Pages 7 - 8)"
LATER_ITEM = "5. Work Programme (Pages 9 - 10)"

Draw = Callable[[PackBuilder], None]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A pack to draw. What is not named is public and says nothing of exemption."""

    name: str
    before: tuple[str, ...] = ()
    """Rows of the agenda above the private item."""
    item: str = PRIVATE_ITEM
    below: tuple[str, ...] = ()
    """Rows of the agenda below it."""
    after: tuple[str, ...] = ()
    """Rows above the public item that follows; without any there is none."""
    outline: str = "4 Cleaning Contract"
    head: tuple[str, ...] = ()
    """Lines at the head of the report, or of its appendix where there is one."""
    foot: str = ""
    across: str = ""
    appendix: str | None = None
    """The outline entry of an appendix, and with `appendix_head` its first line; the report is public then."""
    appendix_head: tuple[str, ...] = ("Appendix 1",)
    report_says: tuple[str, ...] = ()
    """Lines at the head of a public report that has an appendix."""
    minutes: tuple[str, ...] = ()
    """Lines of the minutes behind their public ones; those with the secret are private."""
    public_page: str = ""
    """A page of the minutes before the private lines."""
    private_report: bool = True
    stamps: bool = True
    bookmarks: bool = True
    bold: tuple[str, ...] = field(default=())


def secret_text(pack: PackBuilder) -> None:
    """A report of which nothing may be told."""
    pack.line("Report of the Director of Housing")
    pack.para(f"1.1 The bid of {SECRET} Ltd comes to 190 days x £110 = £21,900 in 2024-25.")
    pack.heading("Recommendations")
    pack.para(f"1. That the Committee awards the contract to {SECRET} Ltd.")
    pack.para(f"Action: The Director of Housing will write to {SECRET} Ltd by 10 March 2025.")
    pack.table(
        [["Bidder", "2022-23", "2023-24"], [SECRET, "100", "200"], ["Other", "50", "60"], ["Total", "150", "270"]],
        [120, 80, 80],
    )


def public_text(pack: PackBuilder) -> None:
    pack.line("Report of the Director of Housing")
    pack.heading("Recommendations")
    pack.para("1. That the Committee notes the report.")
    pack.table(
        [["Area", "2022-23", "2023-24"], [PUBLIC, "10", "20"], ["South", "5", "6"], ["Total", "15", "26"]],
        [120, 80, 80],
    )


def build(paper: Paper) -> bytes:
    """The pack as a PDF."""
    pack = PackBuilder(stamps=paper.stamps, outline=paper.bookmarks, title="Agenda for Housing Scrutiny Committee")
    pack.begin(None, "Agenda frontsheet")
    pack.heading("Housing Scrutiny Committee")
    pack.line("Date: Tuesday 4 March 2025")
    pack.line("Time: 2.00 pm")
    pack.heading("AGENDA", size=12)
    rows = (*FRONT, *paper.before, paper.item, *paper.below)
    rows += (*paper.after, LATER_ITEM) if paper.after else ()
    for row in rows:
        pack.gap(6)
        for piece in row.split("\n"):
            pack.line(piece, bold=piece in paper.bold)
    pack.pad()
    pack.begin("2", "2 Minutes of the last meeting")
    pack.line("MINUTES OF A MEETING OF THE HOUSING SCRUTINY COMMITTEE HELD ON 4 FEBRUARY 2025", size=9)
    pack.line("Present: Councillors Ash and Birch")
    pack.para("1 Welcome")
    pack.para("The Chair welcomed members.")
    pack.para("2 Empty homes")
    pack.para("RESOLVED: That the report be noted.")
    pack.para("The Director of Housing agreed to circulate the figures to members by 1 March 2025.")
    if paper.public_page:
        pack.para(paper.public_page)
        pack.new_page()
    for text in paper.minutes:
        if text == "<page>":
            pack.new_page()
        else:
            pack.gap(4)
            pack.line(text, bold=text in paper.bold)
    pack.pad()
    pack.begin("3", "3 Empty Homes Report")
    pack.heading("Empty Homes Report")
    public_text(pack)
    pack.pad()
    pack.begin("4", paper.outline)
    if paper.appendix is None:
        for text in paper.head:
            pack.line(text, bold=text in paper.bold)
        pack.heading("Cleaning Contract")
        (secret_text if paper.private_report else public_text)(pack)
    else:
        for text in paper.report_says:
            pack.line(text)
        pack.heading("Cleaning Contract")
        public_text(pack)
        pack.begin(None, paper.appendix, level=1)
        for text in (*paper.appendix_head, *paper.head):
            pack.line(text, bold=text in paper.bold)
        (secret_text if paper.private_report else public_text)(pack)
    if paper.foot:
        pack.line(paper.foot, x=200, y=42, size=9)
    if paper.across:
        pack.line(paper.across, x=120, y=400, size=40)
    pack.pad()
    if paper.after:
        pack.begin("5", "5 Work Programme")
        pack.heading("Work Programme")
        public_text(pack)
        pack.pad()
    return pack.data()


def _agenda(name: str, *before: str, after: tuple[str, ...] = (), bold: bool = True) -> Paper:
    return Paper(name=name, before=before, after=after, bold=before if bold else ())


def _item(item: str, *below: str, name: str | None = None, **more: object) -> Paper:
    return Paper(name=f"item: {name or item}", item=item, below=below, **more)  # type: ignore[arg-type]


def _head(*lines: str, **more: object) -> Paper:
    return Paper(name=f"head: {lines[0]}", head=lines, **more)  # type: ignore[arg-type]


def _minutes(name: str, *lines: str, bold: tuple[str, ...] = ()) -> Paper:
    return Paper(name=f"minutes: {name}", minutes=lines, private_report=False, bold=bold)


_TOLD = f"The bid of {SECRET} Ltd was 190 days x £110 = £21,900."
_RESOLVED = f"RESOLVED: That the offer of {SECRET} Ltd be taken."
_ACTION = f"The Monitoring Officer agreed to write to {SECRET} Ltd by 2 March 2025."
_PRIVATE = (_TOLD, _RESOLVED, _ACTION)

MARKED: tuple[Paper, ...] = (
    # --- a part of the agenda
    _agenda("PART B", "PART B"),
    _agenda("Part II", "Part II - Exempt business"),
    _agenda("PART 2", "PART 2 (PRIVATE)"),
    _agenda("Part Two", "Part Two: items from which the public are excluded"),
    _agenda("closed session", "CLOSED SESSION"),
    _agenda("private session", "Items to be taken in private session"),
    _agenda("pink papers", "PINK PAPERS"),
    _agenda("below the line, and why", "Below the line: business for which the press leave"),
    _item("4. Cleaning Contract: exempt appendix to item 3 (Pages 7 - 8)"),
    _agenda("coloured part", "PART 2 (PINK)"),
    _agenda("below the line", "BELOW THE LINE", after=("ABOVE THE LINE",)),
    _agenda("restricted items", "RESTRICTED ITEMS", "The items below are restricted under Schedule 6 to the 2014 Act"),
    _agenda("confidential business", "Confidential business"),
    _agenda("Welsh part", "RHAN 2 - EITEMAU EITHRIEDIG"),
    _agenda("not welcome", "Items at which the press and public are not welcome"),
    _agenda("public again", "EXEMPT ITEMS", after=("PUBLIC ITEMS",)),
    _agenda("open session again", "PRIVATE BUSINESS", after=("Return to open session",)),
    # --- a resolution on the agenda
    _agenda(
        "resolution",
        "EXCLUSION OF THE PUBLIC",
        "To resolve under section 100A(4) that the public leave for the next item",
        bold=False,
    ),
    _agenda("resolution for items", "That the press and public be excluded for the following item(s)", bold=False),
    _agenda(
        "Scottish resolution",
        "To agree under section 50A(4) of the 1973 Act that the public be excluded for the rest of the business",
        bold=False,
    ),
    _agenda("named", "The public will be excluded for item 4, which has exempt information", bold=False),
    _agenda("Welsh resolution", "EITHRIO'R CYHOEDD", bold=False),
    Paper(
        name="numbered resolution",
        before=("4. Exclusion of the Press and Public", "that the public be excluded for the item below"),
        item="5. Cleaning Contract (Pages 7 - 8)",
        outline="5 Cleaning Contract",
    ),
    # --- words beside the item
    _item("4. Cleaning Contract (Confidential) (Pages 7 - 8)"),
    _item("4. Cleaning Contract (Pages 7 - 8) [EXEMPT]"),
    _item("4. Cleaning Contract - Restricted (Pages 7 - 8)"),
    _item("4. CONFIDENTIAL: Cleaning Contract (Pages 7 - 8)"),
    _item("4. Exempt Report - Cleaning Contract (Pages 7 - 8)"),
    _item("4. Cleaning Contract (exempt, paragraph 3) (Pages 7 - 8)"),
    _item("4. Cleaning Contract (Part 2) (Pages 7 - 8)"),
    _item("4. Cleaning Contract (pink paper) (Pages 7 - 8)"),
    _item("4. Cleaning Contract NFP (Pages 7 - 8)"),
    _item(PRIVATE_ITEM, "Not for publication under paragraph 3 of Schedule 12A", name="note below"),
    _item(PRIVATE_ITEM, "(Contains exempt information)", name="note in brackets"),
    _item("4. Cleaning Contract * (Pages 7 - 8)", "Items marked * have exempt information", name="sign"),
    _item("4. Contract Glanhau (Eithriedig) (Pages 7 - 8)", name="Welsh", outline="4 Contract Glanhau"),
    _item("4. Cleaning Contract (Paragraph 3) (Pages 7 - 8)"),
    _item("4. Cleaning Contract (Pages 7 - 8) Paras 1 and 3"),
    _item("4. Cleaning Contract (Pages 7 - 8) Private"),
    _item("4. Cleaning Contract (Pages 7 - 8) Reason for restriction: trade secrets"),
    _item(
        PRIVATE_ITEM,
        "Exclusion of the public: item 4 is likely to disclose exempt information",
        "and the press may be asked to leave",
        name="named below the last item",
    ),
    _head("Housing Panel, 4 March 2025 - CONFIDENTIAL - Item 4"),
    _head("Report to the Panel (Part 2)"),
    _head("For members of the Panel only - not to be shared"),
    # --- the title over the paper, which the agenda has without its mark
    _head("Cleaning Contract (Exempt)", bold=("Cleaning Contract (Exempt)",)),
    _head("CONFIDENTIAL: what the bids cost", bold=("CONFIDENTIAL: what the bids cost",)),
    _head(
        "Award of the contract to clean the offices",
        "of the Council - Not for publication",
        bold=("Award of the contract to clean the offices", "of the Council - Not for publication"),
    ),
    # --- the head, the foot, or across
    _head("NOT FOR PUBLICATION"),
    _head("STRICTLY CONFIDENTIAL"),
    _head("C O N F I D E N T I A L"),
    _head("Private & Confidential"),
    _head("RESTRICTED"),
    _head("EXEMPT / CONFIDENTIAL"),
    _head("OFFICIAL-SENSITIVE"),
    _head("OFFICIAL: SENSITIVE - COMMERCIAL"),
    _head("COMMERCIAL IN CONFIDENCE"),
    _head("Members only"),
    _head("NFP"),
    _head("In private"),
    _head("Closed report"),
    _head("REPORT", "CONFIDENTIAL"),
    _head("Part 2 agenda - exempt"),
    _head("Classification: Exempt"),
    _head("[x] Exempt [ ] Open"),
    _head("Is this report exempt? [x] Yes [ ] No"),
    _head("Exempt: [x] Yes [ ] No"),
    _head("Exempt from publication: Yes (paragraph 3)"),
    _head("This paper has information that is exempt under paragraph 3"),
    _head("This report is not for publication because of", "paragraph 3 of Schedule 12A to the 1972 Act"),
    _head("The whole of this report is exempt from disclosure"),
    _head("By virtue of paragraph 6 of Part 1 of Schedule 7A of the", "Local Government (Scotland) Act 1973"),
    _head("Restricted under Part 1 of Schedule 6 of the Local Government Act (Northern Ireland) 2014"),
    _head("ADRODDIAD EITHRIEDIG"),
    _head("CYFRINACHOL - NID I'W GYHOEDDI"),
    _head("Yn rhinwedd paragraff 14 o Ran 4 o Atodlen 12A"),
    _head("Withheld from publication under paragraph 2"),
    _head("Legally privileged"),
    Paper(name="foot", foot="NOT FOR PUBLICATION"),
    Paper(name="across", across="CONFIDENTIAL"),
    # --- the outline
    Paper(name="outline suffix", outline="4 Cleaning Contract EXEMPT"),
    Paper(name="outline file", outline="4 Cleaning Contract_Exempt.pdf"),
    Paper(name="outline brackets", outline="4 Cleaning Contract (Not for publication)"),
    # --- one appendix, of a report that is public
    Paper(name="appendix title", appendix="Appendix 1 - Bids (Exempt)", report_says=("This report is public",)),
    Paper(name="appendix head", appendix="Appendix 1", head=("CONFIDENTIAL",), report_says=("Classification: Public",)),
    Paper(
        name="confidential appendix",
        appendix="Appendix B (Confidential)",
        appendix_head=("Appendix B",),
        report_says=("This report is public",),
    ),
    Paper(
        name="appendix named on the agenda",
        item="4. Cleaning Contract (Appendix 1 exempt) (Pages 7 - 8)",
        appendix="Appendix 1 Bids",
    ),
    Paper(
        name="appendix named in the report",
        appendix="Appendix 1 Bids",
        report_says=("Appendix 1 is not for publication under paragraph 3",),
    ),
    Paper(
        name="exempt appendix",
        item="4. Cleaning Contract (with exempt appendix) (Pages 7 - 8)",
        appendix="Appendix 1 Bids",
    ),
    # --- a passage of minutes
    _minutes("heading", "EXEMPT MINUTES", *_PRIVATE),
    _minutes("heading over a page", "CONFIDENTIAL ITEM", _TOLD, "<page>", _RESOLVED, _ACTION),
    _minutes(
        "title", "3 Cleaning Contract (Exempt)", *_PRIVATE, "4 Work programme", f"RESOLVED: That {PUBLIC} be added."
    ),
    _minutes(
        "note below",
        "3 Cleaning Contract",
        "Not for publication under paragraph 3 of Schedule 12A",
        *_PRIVATE,
        "4 Work programme",
        "RESOLVED: That it be noted.",
    ),
    _minutes(
        "resolution for one item",
        "3 EXCLUSION OF THE PUBLIC",
        "RESOLVED: That the public be excluded for the following item.",
        "4 Cleaning Contract",
        *_PRIVATE,
        "5 Work programme",
        f"RESOLVED: That {PUBLIC} be added.",
    ),
    _minutes(
        "resolution for the rest",
        "3 Exclusion of press and public",
        "It was AGREED that the press and public be excluded for the remaining items.",
        "4 Cleaning Contract",
        *_PRIVATE,
        "5 Staffing",
        _ACTION,
        bold=("3 Exclusion of press and public",),
    ),
    _minutes(
        "return to public",
        "The Committee went into closed session.",
        *_PRIVATE,
        "The meeting resumed in public.",
        f"RESOLVED: That {PUBLIC} be added.",
    ),
    _minutes(
        "Northern Ireland",
        "AGREED: That the Committee go into committee.",
        *_PRIVATE,
        "AGREED: That the Committee come out of committee.",
        f"AGREED: That {PUBLIC} be added.",
    ),
    _minutes(
        "Scotland",
        "RESOLVED: That under section 50A(4) of the 1973 Act the public be excluded from the meeting.",
        *_PRIVATE,
    ),
    _minutes(
        "public left",
        "The press and public left the meeting.",
        *_PRIVATE,
        "The press and public rejoined the meeting.",
        f"RESOLVED: That {PUBLIC} be added.",
    ),
    _minutes("Wales", "EITHRIO'R CYHOEDD", "PENDERFYNWYD eithrio'r cyhoedd.", *_PRIVATE),
    _minutes("part", "PART II", *_PRIVATE),
    _minutes("held in private", "The remainder of the meeting was held in private.", *_PRIVATE),
    _minutes("asked to leave", "Members of the public were asked to leave the meeting.", *_PRIVATE),
    _minutes(
        "note under the item", "3 Cleaning Contract", "(The press and public were excluded for this item)", *_PRIVATE
    ),
    _minutes(
        "item named, run in",
        "3 Exclusion of the public. RESOLVED: That the public be excluded for item 5.",
        f"4 Grants. RESOLVED: That {PUBLIC} be added.",
        f"5 Cleaning Contract. {_RESOLVED}",
        "6 Work programme. RESOLVED: That it be noted.",
    ),
    _minutes(
        "resolution below a heading of its kind",
        "3 Declarations of interest",
        "RESTRICTED ITEMS",
        "RESOLVED: That the public be excluded for the following items.",
        "4 Cleaning Contract",
        *_PRIVATE,
        "5 Staffing",
        _ACTION,
        "The press and public returned to the meeting.",
        f"RESOLVED: That {PUBLIC} be added.",
        bold=("RESTRICTED ITEMS",),
    ),
    _minutes(
        "another motion lost",
        "3 Exclusion of the public",
        "RESOLVED: That the public be excluded for the next item.",
        "A motion to defer the item was lost.",
        "4 Cleaning Contract",
        *_PRIVATE,
        "5 Work programme",
        f"RESOLVED: That {PUBLIC} be added.",
    ),
    _minutes(
        "motion that the press stay lost",
        "3 Exclusion of the public",
        "Councillor Ash moved that the public be excluded for the next item.",
        "A proposal that the press be allowed to stay was lost.",
        "4 Cleaning Contract",
        *_PRIVATE,
    ),
    _minutes(
        "under an article of law",
        "3 Exclusion of the public",
        "RESOLVED: That, under Article 8 of the Convention, the public be excluded for the next item.",
        "4 Cleaning Contract",
        *_PRIVATE,
        "5 Work programme",
        f"RESOLVED: That {PUBLIC} be added.",
    ),
    Paper(
        name="in line with a minute",
        before=("4. Exclusion of the Public", "In line with minute 2, that the public be excluded for the item below"),
        item="5. Cleaning Contract (Pages 7 - 8)",
        outline="5 Cleaning Contract",
    ),
    _minutes(
        "parts by who may read them",
        "PART I - PUBLIC MINUTES",
        f"RESOLVED: That {PUBLIC} be added.",
        "PART II - MINUTES",
        *_PRIVATE,
        bold=("PART I - PUBLIC MINUTES", "PART II - MINUTES"),
    ),
    _minutes(
        "parts by business, one of them private",
        "PART I - RECOMMENDATIONS",
        "PART II - MINUTES",
        "The public left the meeting.",
        *_PRIVATE,
        bold=("PART I - RECOMMENDATIONS", "PART II - MINUTES"),
    ),
    # --- items that are not numbered as the others
    _agenda("numbered E1", "EXEMPT ITEMS", "E1. Cleaning Contract (Pages 7 - 8)"),
    _agenda("numbered again", "PART B", "1. Cleaning Contract (Pages 7 - 8)"),
    _agenda("without a number", "PART B", "Cleaning Contract (Pages 7 - 8)"),
    # --- without stamps, without an outline
    Paper(name="part, no stamps", before=("PART B",), bold=("PART B",), stamps=False),
    Paper(name="part, no outline", before=("PART B",), bold=("PART B",), bookmarks=False),
    Paper(name="head, neither", head=("NOT FOR PUBLICATION",), stamps=False, bookmarks=False),
)
"""Every one has private words, and none of them may be told."""


def _talk(name: str, **more: object) -> Paper:
    return Paper(name=name, private_report=False, **more)  # type: ignore[arg-type]


UNMARKED: tuple[Paper, ...] = (
    _talk("nothing"),
    _talk("no exempt items", below=("EXEMPT ITEMS", "(When the agenda was made there were no exempt items)")),
    _talk("no part 2", below=("There are no Part 2 items",)),
    _talk("whether any", before=("To consider whether any items should be taken in private",)),
    _talk("public part", before=("PART A", "Items open to the press and public")),
    _talk("range of paragraphs", item="4. Changes to the rules (Paragraphs 4 to 9) (Pages 7 - 8)"),
    _talk("spending below the line", head=("Spending below the line",), bold=("Spending below the line",)),
    _talk("about exempt homes", head=("Exempt accommodation review",), bold=("Exempt accommodation review",)),
    _talk("once exempt, over the paper", head=("Homes (previously exempt)",), bold=("Homes (previously exempt)",)),
    _talk("what becomes of exempt papers", item="4. Publication of exempt reports: a review (Pages 7 - 8)"),
    _talk("second part of a plan", head=("Local Plan (Part 2)",)),
    _talk("running head", head=("Panel - Private Sector Homes - Restricted parking",)),
    _talk("suppressed", head=("Figures below five are suppressed for confidentiality.",)),
    _talk("part for information", before=("PART B - ITEMS FOR INFORMATION",)),
    _talk("unrestricted", before=("UNRESTRICTED ITEMS",), head=("Classification: Unrestricted",)),
    _talk("exempt accommodation", item="4. Exempt accommodation (Pages 7 - 8)", outline="4 Exempt accommodation"),
    _talk("private renting", item="4. Private sector housing (Pages 7 - 8)", outline="4 Private sector housing"),
    _talk("once exempt", item="4. Cleaning Contract (previously exempt) (Pages 7 - 8)"),
    _talk("not exempt", item="4. Cleaning Contract (non-exempt) (Pages 7 - 8)"),
    _talk("exempt from call-in", head=("This item is exempt from call-in",)),
    _talk("none", head=("Exempt information: None",)),
    _talk("no", head=("Does this report have exempt information? No",)),
    _talk("answered below", head=("Exempt information", "None")),
    _talk("not ticked", head=("[ ] Exempt [x] Open",)),
    _talk("ticked no", head=("Is this report exempt? [ ] Yes [x] No",)),
    _talk(
        "motion lost",
        minutes=(
            "3 Exclusion of the public",
            "The Chair moved that the public be excluded for the next item.",
            "The motion was lost, so the press and public stayed.",
            f"4 Grants. RESOLVED: That {PUBLIC} be added.",
        ),
    ),
    _talk("public report", head=("This report is public",)),
    _talk("last report", head=("The appendix to the last report was exempt",)),
    _talk("contains none", head=("This report does not contain confidential information",)),
    _talk("official", head=("OFFICIAL",)),
    _talk(
        "rules",
        item="4. Access to Information Rules (Pages 7 - 8)",
        outline="4 Access to Information Rules",
        head=("Reports that are exempt will be marked as not for publication.", "Meaning of exempt information"),
    ),
    _talk("standing orders", head=("The public may be excluded where exempt information would be disclosed",)),
    _talk("road", head=("Restricted byways",)),
    _talk(
        "talk in minutes",
        minutes=(
            "Councillor Ash asked whether the contract could be seen in private.",
            "The exempt appendix had been considered in February.",
            f"RESOLVED: That {PUBLIC} be added.",
        ),
    ),
    _talk(
        "no exclusion",
        minutes=(
            "3 Exclusion of press and public",
            "There were no exempt items.",
            "4 Work programme",
            f"RESOLVED: That {PUBLIC} be added.",
        ),
    ),
    _talk(
        "exclusion of pupils",
        item="4. Exclusion of pupils (Pages 7 - 8)",
        outline="4 Exclusion of pupils",
        head=("Exclusion of pupils from public schools",),
    ),
    _talk("closed", head=("Closed",)),
    _talk(
        "possible exclusion first",
        before=(
            "To note any reports that officers have identified as having exempt",
            "information; to consider whether to agree;",
            "if so, that the public be excluded for those parts of the agenda",
        ),
    ),
    _talk(
        "designated", before=("Possible exclusion of the public", "for the parts of the agenda designated as exempt")
    ),
    _talk("both parts explained", before=("Part 1 of this agenda is public, and Part 2 is private.",)),
    _talk("except those", before=("Reports are available to the public except those that are exempt.",)),
    _talk("with another report", head=("This report should be read with the exempt report on the agenda",)),
    _talk("section 106", head=("Section 106 agreements",)),
    _talk(
        "people go home", minutes=("Two members of the public left the meeting.", f"RESOLVED: That {PUBLIC} be added.")
    ),
    _talk("briefing to come", minutes=("Members agreed to hold a briefing in private before the next meeting.",)),
    _talk(
        "not excluded",
        minutes=("RESOLVED: That the press and public be not excluded.", f"RESOLVED: That {PUBLIC} be noted."),
    ),
    _talk("private renting in minutes", minutes=("The Council agreed to continue in private renting enforcement.",)),
    _talk(
        "left out",
        appendix="Appendix 1",
        appendix_head=("Appendix 1",),
        report_says=("An exempt appendix is held by the Clerk",),
    ),
)
"""None of them has anything private."""
