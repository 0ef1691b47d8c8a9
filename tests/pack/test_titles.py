"""Titles and dates as a clerk would write them, from the heads of papers of invented bodies."""

from datetime import date

import pytest

from scrutiny.pack import DocumentKind
from scrutiny.pack.fields import find_fields
from scrutiny.pack.headings import is_form_label
from scrutiny.pack.kinds import find_kind
from scrutiny.pack.titles import Naming, find_naming
from tests.builders.openings import opening

REPORT, MINUTES, OTHER = DocumentKind.REPORT, DocumentKind.MINUTES, DocumentKind.OTHER
NOTICE, LOG, AGENDA = DocumentKind.DECISION_NOTICE, DocumentKind.ACTION_LOG, DocumentKind.AGENDA
QUESTIONS, RESPONSE = DocumentKind.QUESTIONS, DocumentKind.RESPONSE
PROSE = "This paper tells members what was done over the summer and what is still to be done."


def named(kind: DocumentKind, rows: tuple[str, ...]) -> Naming:
    page = opening(*rows)
    return find_naming(page, find_fields(page.rows), kind)


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        # forms with a label for the subject
        (("From: Ann Lee, Director of Roads", "To: Cabinet - 3 May 2022", "Subject: Winter gritting routes"),
         "Winter gritting routes"),
        (("20* Committee Report", "* COMMITTEE: Streets Committee", "* TITLE: Kerbside charging", "* Ward(s): All"),
         "Kerbside charging"),
        (("* REPORT TO: | NORTH VALE COMBINED AUTHORITY", "* DATE: | 3 MAY 2022", "* REPORT | BUS SERVICE PLAN AND",
          "* TITLE: | LEVY", "* RESPONSIBLE | DIRECTOR OF TRANSPORT", "* OFFICER:"), "BUS SERVICE PLAN AND LEVY"),
        (("Report Title: Libraries review", "Report of: Head of Culture", "Wards affected: All"), "Libraries review"),
        (("Title of report: Home care fees", "Portfolio holder: Cllr Day", "Date: 3 May 2022"), "Home care fees"),
        (("Subject Matter / Title of Decision: Leisure centre lease", "From: Ann Lee"), "Leisure centre lease"),
        (("Forum Elmshire Schools Forum, 3 May 2022", "Paper Growth fund criteria", "From Ann Lee, Finance",
          "For Decision"), "Growth fund criteria"),
        (("Adroddiad i / Report to Scrutiny Committee", "Dyddiad / Date 3 May 2022", "Awdur / Author Ann Lee",
          "Teitl / Title School transport policy"), "School transport policy"),
        (("From: Ann Lee", "To: Cabinet", "Subject: Adult social care charging, fairer contributions and the",
          "> capital limit for 2022-23", "Classification: Unrestricted"),
         "Adult social care charging, fairer contributions and the capital limit for 2022-23"),
        (("Meeting Cabinet", "Date 3 May 2022", "Subject Flood defence bid", "Author Ann Lee"), "Flood defence bid"),
        (("Item No. 7", "* Classification: Open", "Meeting Name: Cabinet", "Report title: Estate renewal, phase 2"),
         "Estate renewal, phase 2"),
        (("Report to: Audit Committee", "Report by: Chief Internal Auditor", "Subject: Annual audit opinion"),
         "Annual audit opinion"),
        (("* CLASSIFICATION: | PUBLIC", "* TITLE: | Waste collection contract", "* WARDS: | All"),
         "Waste collection contract"),
        # headings without a label
        (("14* Elmshire County Council", "12* Cabinet - 3 May 2022", "16* Road safety plan 2022-25",
          "Report of the Director of Roads", "", PROSE), "Road safety plan 2022-25"),
        (("* Children’s Scrutiny Panel", "* 3 May 2022", "", "* Foster carers in Elmshire", "",
          "Report of Ann Lee, Director", "", PROSE), "Foster carers in Elmshire"),
        (("UNCLASSIFIED", "", "18* Flood resilience in the lower valley", "", PROSE),
         "Flood resilience in the lower valley"),
        (("P a g e | 1", "", "16* Dog control orders", "", PROSE), "Dog control orders"),
        (("14* ELMBY BOROUGH COUNCIL", "", "12* Scheme for allotment lettings and", "12* water charges", "",
          "12* Introduction", PROSE), "Scheme for allotment lettings and water charges"),
        (("16* REPORT", "", "14* Youth justice plan", "", PROSE), "Youth justice plan"),
        (("14* Covering report", "", "14* Housing allocations review", "", PROSE), "Housing allocations review"),
        (("www.elmshire.example", "", "28 Tackling rural isolation", "28 in Elmshire", "", "12 March 2022"),
         "Tackling rural isolation in Elmshire"),
        (("40* Budget", "40* Book", "40* 2022/23"), "Budget Book 2022/23"),
        (("40* Elmby Council", "", "40* Budget Book", "40* 2022/23"), "Budget Book 2022/23"),
        (("36* Early help in Elmshire", "", "22* An evaluation of the first year", "", "14* July 2022"),
         "Early help in Elmshire: An evaluation of the first year"),
        (("30 High Street junction", "", "18 Outline business case", "", "11 3 May 2022"),
         "High Street junction: Outline business case"),
        (("24* Annual public health report", "", "12 Author: Ann Lee", "12 Owner: Public Health"),
         "Annual public health report"),
        (("24* Library strategy", "", "14 Culture and Leisure Directorate"), "Library strategy"),
        (("* Appendix 3 - Consultation on bus lanes: summary of replies", "", PROSE),
         "Appendix 3 - Consultation on bus lanes: summary of replies"),
        (("* Appendix B", "", "14* Notes on the method", "", PROSE), "Notes on the method"),
        (("14* Appendix B", "", "12* Notes on the method", "", PROSE), "Appendix B: Notes on the method"),
        (("12* PART 4.1 - RULES OF DEBATE", "", PROSE), "PART 4.1 - RULES OF DEBATE"),
        (("12* Equality impact assessment form", "", "* Section A", PROSE), "Equality impact assessment form"),
        (("Ann Lee", "Legal Services", "Date: 3 May 2022", "", "Dear Sir", "* HIGHWAYS ACT 1980",
          "* THE ELMBY (MILL LANE) ORDER 2021", "", PROSE), "THE ELMBY (MILL LANE) ORDER 2021"),
        (("20 Report to the Council of", "20 Elmby", "", "12 LOCAL PLANS ACT 2004", "",
          "12 EXAMINATION OF THE ELMBY AREA PLAN", "", PROSE), "EXAMINATION OF THE ELMBY AREA PLAN"),
        (("Data from the spring count | Estimated | Estimated", "Year of entry | 2021 | 2022"),
         "Data from the spring count"),
        (("12* Statements to the 3 May 2022 meeting of the Vale Joint Committee", "", "* Statement 1", PROSE),
         "Statements to the 3 May 2022 meeting of the Vale Joint Committee"),
    ],
)  # fmt: skip
def test_a_paper_is_called_by_its_subject(rows: tuple[str, ...], title: str) -> None:
    assert named(REPORT, rows).title == title


@pytest.mark.parametrize(
    ("kind", "rows", "title"),
    [
        (MINUTES, ("* ELMSHIRE COUNTY COUNCIL", "* CABINET", "MINUTES of a meeting of the Cabinet held in the Hall,",
                   "Elmby on Thursday, 3 May 2022.", "PRESENT: Mr A Ball"), "Minutes of the Cabinet, 3 May 2022"),
        (MINUTES, ("18* Elmby City Council", "18* Minutes of the Streets and Parks", "18* Committee", "",
                   "18* 3 May 2022 at 4.30 pm", "* Members Present:-"),
         "Minutes of the Streets and Parks Committee, 3 May 2022"),
        (MINUTES, ("Nether Elm Parish Council - 3rd May 2022", "Owing to snow the Parish Council held a meeting by telephone", "Present"),
         "Minutes of Nether Elm Parish Council, 3 May 2022"),
        (MINUTES, ("Nether Elm Parish Council - 3rd May 2022", "Present", "Councillors A Ball (Chair)"),
         "Minutes of Nether Elm Parish Council, 3 May 2022"),
        (MINUTES, ("* NETHER ELM & OVER ELM COMMUNITY COUNCIL", "* MEETING 3rd MAY 2022", "PRESENT"),
         "Minutes of Nether Elm & Over Elm Community Council, 3 May 2022"),
        (MINUTES, ("16 CABINET", "WEDNESDAY, 3RD MAY, 2022", "PRESENT: Councillor A. Ball"),
         "Minutes of the Cabinet, 3 May 2022"),
        (MINUTES, ("14* Draft minutes of the Elmshire Schools Forum", "held on 3 May 2022 at 1pm", "Present:"),
         "Draft minutes of the Elmshire Schools Forum, 3 May 2022"),
        (MINUTES, ("9 Ashby | Elmby | Oakby", "15* Joint Health Scrutiny Committee",
                   "Notes of the meeting held at Elmby Guildhall on Thursday 3 May 2022 at 2pm", "Present"),
         "Notes of the Joint Health Scrutiny Committee, 3 May 2022"),
        (MINUTES, ("15* ELMSHIRE POLICE AND CRIME PANEL", "Minutes of the meeting held at Elmby Town Hall on 3 May 2022",
                   "Panel members: Cllr A Ball"), "Minutes of the Elmshire Police and Crime Panel, 3 May 2022"),
        (MINUTES, ("14* Minutes of Trustees of The Friends of Elmby Library", "14* Meeting of 3rd May 2022",
                   "Present; A Ball"), "Minutes of the Trustees of The Friends of Elmby Library, 3 May 2022"),
        (MINUTES, ("14* MINUTES OF THE OVER ELM PARISH COUNCIL MEETING", "14* HELD IN THE VILLAGE HALL",
                   "14* ON 3rd MAY 2022", "Present:"), "Minutes of Over Elm Parish Council, 3 May 2022"),
        (MINUTES, ("14 Elm Housing Trust", "16* BOARD MEETING MINUTES", "Title of Meeting Elm Housing Trust - Board Meeting",
                   "Date 3rd May 2022", "Place Elmby", "Time 9.30am", "Attendees A Ball"),
         "Minutes of the Elm Housing Trust - Board, 3 May 2022"),
        (MINUTES, ("* COUNTY COUNCIL", "MINUTES of a meeting of the County Council held in Elmby on 3 May 2022.", "PRESENT:"),
         "Minutes of the County Council, 3 May 2022"),
        (MINUTES, ("* Elm Minutes", "* 03.05.22", "* OPEN DATA BOARD", "Present: A Ball"),
         "Minutes of the Open Data Board, 3 May 2022"),
        (MINUTES, ("Minute of Meeting of the Education Committee held in the Chamber, Elmby",
                   "on Tuesday 3 May 2022 at 10.30 am.", "Sederunt: Councillors A Ball"),
         "Minutes of the Education Committee, 3 May 2022"),
        (NOTICE, ("30 Decision Recording Form", "16 Decision determined at Streets and Parks", "16 Committee meeting on 3 May 2022",
                  "* Committee Members present:"), "Decisions of the Streets and Parks Committee, 3 May 2022"),
        (NOTICE, ("14* Notice of Decisions of the Executive", "Meeting held on Tuesday 3 May 2022", "Published 5 May 2022"),
         "Decisions of the Executive, 3 May 2022"),
        (NOTICE, ("14* ELMSHIRE COUNCIL - PROPOSED RECORD OF DECISION", "* DECISION TO BE TAKEN BY: | DECISION NO:",
                  "Cabinet | 22/00015", "Key decision: Yes", "Title of decision: Sale of the old depot"),
         "Proposed record of decision: Sale of the old depot"),
        (LOG, ("13* Health Scrutiny Committee: Action Log", "Members are asked to note progress.",
               "* Ref Meeting Action Lead Due Status"), "Action log of the Health Scrutiny Committee"),
        (LOG, ("OD (7)1.ii Open Data Board Action Log", "Meeting date & | Action | Deadline | Progress", "11/01/2022"),
         "Action log of the Open Data Board"),
        (AGENDA, ("16* NETHER ELM PARISH COUNCIL", "14* Annual Parish Meeting in the Village Hall",
                  "14* on Tuesday, 3rd May 2022 at 7.30pm", "* Agenda", "1. To approve the minutes"),
         "Agenda of the Annual Parish Meeting, 3 May 2022"),
        (QUESTIONS, ("14* Public questions and replies", "", "14* Vale Joint Committee, Tuesday 3 May 2022", "Question 1"),
         "Public questions and replies"),
        (QUESTIONS, ("Question 1", "* COUNTY COUNCIL", "* Tuesday 3 May 2022", "", "* Question by Ann Lee to Jo Field"),
         "Questions to the County Council, 3 May 2022"),
        (RESPONSE, ("16* Cabinet response to the review of buses", "", PROSE), "Cabinet response to the review of buses"),
    ],
)  # fmt: skip
def test_papers_of_a_meeting_are_called_by_kind_body_and_day(
    kind: DocumentKind, rows: tuple[str, ...], title: str
) -> None:
    assert named(kind, rows).title == title


@pytest.mark.parametrize(
    "text",
    ["Committee Report", "REPORT", "Item No.", "Report of the Director of Roads", "Cover Report", "Purpose of the report",
     "Recommendations:", "1. Introduction", "Version 3", "Classification: Open"],
)  # fmt: skip
def test_labels_of_a_form_are_no_titles(text: str) -> None:
    assert is_form_label(text)


@pytest.mark.parametrize(
    "text", ["Council tax support scheme", "Executive pay review", "Report on buses", "Road safety"]
)
def test_subjects_are_no_labels(text: str) -> None:
    assert not is_form_label(text)


@pytest.mark.parametrize(
    ("kind", "rows", "day"),
    [
        (REPORT, ("From: Ann Lee", "To: Cabinet – 3 May 2022", "Subject: Buses", "Past pathway: Panel, 1 April 2022"),
         date(2022, 5, 3)),
        (REPORT, ("* Road safety", "", "The consultation ran from 6 December 2021 and is now closed to new replies."), None),
        (MINUTES, ("Nether Elm Parish Council - 3rd May 2022", "Present", "A Ball", "The minutes of 1 April 2022 were agreed"),
         date(2022, 5, 3)),
        (MINUTES, ("* MEETING 3 | th MAY 2022",), date(2022, 5, 3)),
        (LOG, ("* Panel action log", "Ref Action Lead Due Status", "1 Send figures Ann Lee 3 May 2022 Open"), None),
        (OTHER, ("* Constitution", "* Part 3"), None),
    ],
)  # fmt: skip
def test_the_day_a_paper_is_of(kind: DocumentKind, rows: tuple[str, ...], day: date | None) -> None:
    assert named(kind, rows).date == day


@pytest.mark.parametrize(
    ("rows", "kind", "title", "day"),
    [
        (("* Somershire County Council", "* Scrutiny for Families Committee – 3 May 2022", "", "* Inclusion Update",
          "Lead Officer: Ann Lee", "Author: Jo Field", "Contact Details: 01234", "Cabinet Member: Cllr Day", "* 1. Summary"),
         REPORT, "Inclusion Update", date(2022, 5, 3)),
        (("* Children and Young People’s", "* Overview and Scrutiny Committee", "", "* Tuesday 3 May 2022", "",
          "* Home education", "", "* Report of Ann Lee, Corporate Director", "* Electoral division(s) affected:", "Countywide",
          "* Purpose of the Report", PROSE), REPORT, "Home education", date(2022, 5, 3)),
        (("Report of the Director of Resources", "Report to Executive Board", "Date: 3 May 2022", "Subject: Capital receipts",
          "Are specific electoral wards affected? No"), REPORT, "Capital receipts", date(2022, 5, 3)),
        (("* ELMMERE CITY COUNCIL", "", "* PUBLIC REPORT", "", "* Report to: | CABINET", "* Date of Decision: | 3 May 2022",
          "* SUBJECT: | SCHOOL PLACE PLANNING", "> STRATEGY 2022-27", "* Key Decision: Yes"),
         REPORT, "SCHOOL PLACE PLANNING STRATEGY 2022-27", date(2022, 5, 3)),
        (("20* Cabinet Member Report", "Decision Maker: | Cabinet Member for Housing", "Date: | 3 May 2022",
          "Classification: | General Release", "Title: | Temporary accommodation", "Wards Affected: | All"),
         REPORT, "Temporary accommodation", date(2022, 5, 3)),
        (("At a Meeting of the Standards Committee held in County Hall, Elmby on", "Friday 3 May 2022 at 9.30 a.m.", "",
          "Present:", "Councillor A Ball (Chair)", "1 Apologies for Absence", "2 Minutes",
          "The minutes of the meeting held on 1 March 2022 were agreed as a correct record", "Resolved: That it be noted",
          "Resolved: That it be so"), MINUTES, "Minutes of the Standards Committee, 3 May 2022", date(2022, 5, 3)),
        (("Minutes of a meeting of the Worth Valley Area", "Planning Committee held on Tuesday 3 May 2022 in", "Council Chamber",
          "", "PRESENT – Councillors", "Ball (Ch), Day", "RESOLVED -", "that the application be approved", "RESOLVED -"),
         MINUTES, "Minutes of the Worth Valley Area Planning Committee, 3 May 2022", date(2022, 5, 3)),
        (("20* Record of decisions", "", "12 Cabinet, Tuesday 3 May 2022", "", "5. Budget", "Decision: That it be agreed.",
          "Reason for the decision", "To balance.", "Call-in deadline: 12 May"),
         NOTICE, "Decisions of the Cabinet, 3 May 2022", date(2022, 5, 3)),
        (("16* Record of Executive Decision", "Decision maker: | Leader of the Council", "Date of decision: | 3 May 2022",
          "Subject: | Business rate relief", "Decision: | That it be agreed", "Reasons for decision",
          "Alternative options considered: none"), NOTICE, "Record of decision: Business rate relief", date(2022, 5, 3)),
        (("16* Outstanding Actions - Scrutiny Board", "Action | Lead | Due | Status", "Send paper | Lee | May | Complete",
          "Circulate | Day | June | Open", "Invite | Day | June | Open"), LOG, "Action log of the Scrutiny Board", None),
        (("18* AGENDA", "18* Licensing Sub-Committee", "Date: Tuesday 3 May 2022", "Time: 10am", "1. Apologies",
          "2. Declarations of interest", "3. Minutes of the last meeting", "4. Any other business", "To consider the bid"),
         AGENDA, "Agenda of the Licensing Sub-Committee, 3 May 2022", date(2022, 5, 3)),
        (("14* Council meeting Tuesday 3 May 2022", "14* Written questions by members", "", "Question 1: Councillor Day",
          "When will it open?", "Answer:", "Soon.", "Question 2: Councillor Ball", "Why?", "Answer:"),
         QUESTIONS, "Written questions by members", date(2022, 5, 3)),
    ],
)  # fmt: skip
def test_forms_of_many_councils_give_kind_title_and_day(
    rows: tuple[str, ...], kind: DocumentKind, title: str, day: date | None
) -> None:
    page = opening(*rows)
    fields = find_fields(page.rows)
    found = find_kind(page, fields)
    assert found is not None
    naming = find_naming(page, fields, found.kind)
    assert (found.kind, naming.title, naming.date) == (kind, title, day)


def test_who_wrote_a_report_and_which_body_met() -> None:
    """By the form or behind "Report of", over two rows; of minutes without the words and the day around its name."""
    form = named(DocumentKind.REPORT, ("To: Roads Panel", "From: Head of Highways", "Subject: Potholes"))
    assert form.author == "Head of Highways"
    rows = ("Roads Panel", "Potholes", "Report of Jo Elm, Head of Highways and", "Street Lighting")
    assert named(DocumentKind.REPORT, rows).author == "Jo Elm, Head of Highways and Street Lighting"
    assert (
        named(DocumentKind.MINUTES, ("MINUTES of a meeting of the ROADS PANEL held on", "6 March 2025")).body
        == "Roads Panel"
    )
