"""The sample pack that ships inside the package. Run it again to make the file anew:

    python -m tests.builders.sample_pack

The council, the people and the wording are ours. Planted mistakes, one of each kind:

- front sheet: item 6 is said to end one page later than it does
- minutes: none; two actions, one outstanding action, two resolutions
- item 5: recommendations numbered 4, (a) to (c)
- item 6: paragraph numbers jump from 6 to 8; the year-group table prints a Key Stage 3 total that is one
  too high; "2019/21" stands between 2018/19 and 2020/21; the Eastern panel's total of managed moves does
  not add; a percentage is worked out on the wrong year; an investment is quoted with two amounts; a
  contribution prints "££1,420"; the grand total of the placement table is £20 too high
"""

from pathlib import Path

from scrutiny.sample import sample_pack
from tests.builders.paper import MARGIN, PackBuilder

BODY = "Children's Services Overview and Scrutiny Committee"


def build_sample_pack() -> bytes:
    """The whole pack."""
    pack = PackBuilder(
        title=f"(Public Pack)Agenda Document for {BODY}, 12/06/2025 14:00",
        subject=f"{BODY}, 12/06/2025 14:00",
    )
    _front_sheet(pack)
    _minutes(pack)
    _attendance_report(pack)
    _attendance_slides(pack)
    _inclusion_report(pack)
    return pack.data()


def _front_sheet(pack: PackBuilder) -> None:
    pack.begin(None, "Agenda")
    pack.heading("Children's Services Overview and Scrutiny Committee", size=20)
    pack.gap(16)
    for label, value in (
        ("Date", "Thursday 12 June 2025"),
        ("Time", "2.00 pm"),
        ("Venue", "Committee Room 2, Town Hall, Wrenfield"),
    ):
        pack.line(f"{label}   {value}", bold=True)
    pack.gap(20)
    pack.line("Business", x=250, bold=True, size=13)
    pack.gap(12)
    items = [
        ("1", "Apologies for Absence", ""),
        ("2", "Declarations of Interest", ""),
        ("3", "Minutes of the meeting held on 6 March 2025", "(Pages 3 - 4)"),
        ("4", "Action Log", ""),
        ("5", "School Attendance - Report of the Corporate Director of Children's Services", "(Pages 5 - 12)"),
        (
            "6",
            "Inclusion and Exclusion Update - Report of the Corporate Director of Children's Services",
            "(Pages 13 - 20)",
        ),
        ("7", "Such other business as the Chair agrees is urgent", ""),
    ]
    for number, title, pages in items:
        pack.para(f"{title} {pages}".strip(), number=number)
        pack.gap(4)
    pack.new_page()
    pack.line("Head of Democratic Services", bold=True)
    pack.gap(8)
    pack.line("Town Hall")
    pack.line("Wrenfield")
    pack.line("4 June 2025")
    pack.gap(20)
    pack.para(
        f"To: The Members of the {BODY}: Councillors A Barraclough (Chair), T Okafor (Vice-Chair), "
        "J Lindqvist, M Pemberton, S Rahman, D Whitlock and Mrs C Yeo (parent governor)."
    )


def _minutes(pack: PackBuilder) -> None:
    pack.begin("3", "3 Minutes of the meeting held on 6 March 2025")
    pack.heading("WRENFIELD BOROUGH COUNCIL", size=13)
    pack.para(
        f"At a Meeting of the {BODY} held in Committee Room 2, Town Hall, Wrenfield on Thursday 6 March 2025 at 2.00 pm"
    )
    pack.heading("Present:", size=11)
    pack.line("Councillor A Barraclough (Chair)")
    pack.para("Councillors T Okafor, J Lindqvist, M Pemberton, S Rahman and D Whitlock")
    pack.heading("1 Apologies for absence", size=11)
    pack.para("Apologies for absence were received from Mrs C Yeo.")
    pack.heading("2 Declarations of interest", size=11)
    pack.para("There were no declarations of interest.")
    pack.heading("3 Minutes", size=11)
    pack.para(
        "The minutes of the meeting held on 16 January 2025 were agreed as a correct record and were signed by "
        "the Chair."
    )
    pack.para(
        "The Scrutiny Officer advised that all but one of the actions had been followed up. The outstanding action "
        "related to the cost of school transport for pupils on reduced timetables, on which a note from the "
        "Finance Manager was awaited."
    )
    pack.heading("4 Fostering and permanence", size=11)
    pack.para(
        "The Committee considered a report of the Corporate Director of Children's Services on the recruitment of "
        "foster carers (for copy see file of minutes)."
    )
    pack.para(
        "The Head of Looked After Children introduced the report. She said that nine households had been approved "
        "since September and that six had left, three of them to adopt the children in their care. The borough "
        "paid the same allowances as its neighbours."
    )
    pack.para(
        "Councillor Whitlock asked how long an assessment took. The Head of Looked After Children replied that the "
        "average was five months and that the longest, eleven months, had been caused by a wait for medical "
        "reports from another part of the country."
    )
    pack.para(
        "Councillor Pemberton referred to the leaflet that was sent to enquirers and said that it had not changed "
        "for ten years. The Head of Looked After Children agreed that it was out of date and confirmed that a new "
        "one would be sent to members for comment before the summer."
    )
    pack.para("Resolved: That the report be received.")
    pack.heading("5 Young people out of work and education", size=11)
    pack.para(
        "The Committee considered a report of the Corporate Director of Children's Services which gave an update "
        "on young people aged 16 and 17 who were not in education, employment or training (for copy see file of "
        "minutes)."
    )
    pack.para(
        "The Strategic Manager for Participation presented the report and explained that the service had moved "
        "two advisers into the colleges. She added that the winter count was the lowest for four years."
    )
    pack.para(
        "Councillor Okafor asked how many of the young people had an education, health and care plan. The "
        "Strategic Manager responded that she did not have the figure to hand and would circulate it to members "
        "after the meeting."
    )
    pack.para(
        "Councillor Lindqvist asked whether employers in the north of the borough were taking part. The Strategic "
        "Manager replied that eleven were."
    )
    pack.para(
        "Mr Fenwick, the Head of Skills, undertook to look into the bus fares charged to apprentices and report "
        "back to a future meeting."
    )
    pack.para("Resolved: That the content of the report be noted.")
    pack.heading("6 Early help in neighbourhoods", size=11)
    pack.para(
        "The Committee received a presentation from the Early Help Manager on the family hubs (for copy of slides "
        "see file of minutes)."
    )
    pack.para(
        "Councillor Rahman thanked officers for the work that had been done. She suggested that a visit to one of "
        "the hubs be arranged for members in the autumn term."
    )
    pack.para(
        "The Chair asked that the waiting times for each hub be included in the next performance report. The Early "
        "Help Manager agreed to provide them by the end of June."
    )
    pack.para("Councillor Pemberton moved, seconded by Councillor Whitlock, and it was")
    pack.para(
        "Resolved: (a) That the presentation be noted; (b) That the Corporate Director be asked to bring a further "
        "report on family hubs to the Committee in six months."
    )
    pack.pad()


def _attendance_report(pack: PackBuilder) -> None:
    pack.begin("5", "5 School Attendance - Report of the Corporate Director of Children's Services")
    for text in ("Children's Services Overview", "and Scrutiny Committee", "12 June 2025", "School Attendance"):
        pack.line(text, bold=True, size=15)
    pack.gap(6)
    pack.heading("Report of Helen Marsh, Corporate Director of Children's Services", size=12)
    pack.heading("Ward(s) affected: All", size=11)
    pack.heading("Purpose of the Report", size=13)
    pack.para(
        "To tell members how attendance in the borough's schools compares with the country as a whole, and what "
        "is being done for pupils who miss one day in ten or more.",
        number="1",
    )
    pack.heading("Executive summary", size=13)
    pack.para(
        "Attendance in the autumn and spring terms was 93.1%, against 93.0% in England. Of the 1,240 pupils who "
        "were persistently absent in the autumn term, 310 (25%) were in Year 10 or Year 11.",
        number="2",
    )
    pack.para(
        "The attendance support team visited 86 families: 52 came back to full attendance, 21 improved and 13 did not.",
        number="3",
    )
    pack.heading("Recommendation(s)", size=13)
    pack.para("The Children's Services Overview and Scrutiny Committee is recommended to:", number="4")
    for letter, text in (
        ("(a)", "note the content of the report;"),
        ("(b)", "ask the Corporate Director to publish attendance by ward each term; and"),
        ("(c)", "agree to receive a further report on severe absence at its meeting in December 2025."),
    ):
        pack.para(text, indent=28, number=letter)
    pack.heading("Background", size=13)
    pack.para(
        "Schools record attendance twice a day. A pupil who misses 10% of sessions is persistently absent; one who "
        "misses half of them is severely absent.",
        number="5",
    )
    pack.para(
        "Since September 2024 every school has had a named officer whom it can call. The officer agrees a plan with "
        "the family, the school and, where there is one, the social worker.",
        number="6",
    )
    pack.para(
        "Families are asked what would help before anything else is done. A third of them speak of transport, a "
        "quarter of worry or illness, and a fifth of something that happened at school. The rest give more than one "
        "reason, or none.",
        number="7",
    )
    pack.heading("What has changed since the last report", size=13)
    pack.para(
        "A register of pupils on reduced timetables is now kept for the whole borough. It held 118 names at the end "
        "of the spring term: 61 of them had a plan to return to full time, and the other 57 are being reviewed by "
        "the named officers.",
        number="8",
    )
    pack.para(
        "Fixed penalty notices are issued only after a visit. There were 412 in the autumn term of 2023 and 367 in "
        "the autumn term of 2024.",
        number="9",
    )
    pack.bullets(
        "Every primary school has been offered training in what lies behind absence.",
        "The bus operator holds the first service on two routes when the college day begins late.",
        "Letters to families have been rewritten with a parents' group.",
    )
    pack.para("The team costs £412,000 a year, of which £300,000 comes from the Dedicated Schools Grant.", number="10")
    pack.heading("Actions agreed with schools", size=13)
    for number, text in (
        ("1.", "Every secondary school to name a governor for attendance by the end of September 2025."),
        ("2.", "Wrenfield schools to use the same codes for pupils on reduced timetables."),
        ("3.", "The attendance team to share term-time figures with the family hubs."),
    ):
        pack.para(text, indent=14, number=number)
    pack.heading("Contact: Daniel Abara   Tel: 01632 960 211", size=11)
    pack.new_page()
    pack.heading("Appendix 1: Implications", size=14)
    for name, text in (
        ("Legal implications", "The duties are those of sections 436A and 444 of the Education Act 1996."),
        ("Finance", "There are none beyond the budget described in paragraph 10."),
        (
            "Equality and diversity",
            "Pupils with special educational needs are absent more often than others; the visits "
            "described in paragraph 3 began with them.",
        ),
        ("Climate change", "None."),
        ("Risk", "Not applicable."),
    ):
        pack.line(name, bold=True)
        pack.para(text)
    pack.pad()


def _attendance_slides(pack: PackBuilder) -> None:
    pack.begin(None, "Presentation - School Attendance", level=1, landscape=True)
    slides = [
        ("School attendance in Wrenfield", ["A presentation to members", "Attendance support team", "June 2025"]),
        ("School attendance", ["What the figures say", "What families tell us", "What we would like to try"]),
        (
            "What families tell us",
            [
                "The bus is the first thing that goes wrong",
                "A known face at the gate helps",
                "Letters about fines do not",
            ],
        ),
    ]
    for index, (title, points) in enumerate(slides):
        if index:
            pack.new_page(landscape=True)
        pack.line(title, x=MARGIN, y=pack.height - 90, bold=True, size=30)
        for at, point in enumerate(points):
            pack.line(f"• {point}", x=MARGIN, y=pack.height - 170 - at * 48, size=20)
    pack.pad()


YEAR_GROUPS = [
    ["Year\nGroup", "2015/16", "2016/17", "2017/18", "2018/19", "2019/21", "2020/21"],
    ["Year 11 - Key Stage 4", "3", "9", "11", "11", "8", "3"],
    ["Year 10 - Key Stage 4", "12", "18", "19", "28", "13", "13"],
    ["Year 9 - Key Stage 3", "8", "16", "26", "29", "14", "14"],
    ["Year 8 - Key Stage 3", "9", "12", "22", "30", "20", "16"],
    ["Year 7 - Key Stage 3", "5", "7", "18", "11", "6", "5"],
    ["Key Stage 3 total", "22", "35", "66", "71", "40", "35"],
    ["Key Stage 4 total", "15", "27", "30", "39", "21", "16"],
    ["TOTAL", "37", "62", "96", "109", "61", "51"],
]
"""The Key Stage 3 total of 2018/19 is printed one too high: 29 + 30 + 11 = 70."""

PANELS = {
    "Eastern Panel": [
        ["Brackenridge", "21", "9", "2", "4", "11,000", "12", "5"],
        ["Hollin Bank", "14", "", "3", "2", "5,000", "6", "2"],
        ["St Osyth's", "9", "4", "1", "1", "4,500", "3.5", "1"],
        ["Total", "44", "13", "6", "7", "20,500", "21.5", "9"],
    ],
    "Western Panel": [
        ["Castle Mead", "30", "18", "1", "6", "12,832", "21", "15"],
        ["Long Furlong", "18", "9", "2", "1", "5,000", "6", "7"],
        ["Total", "48", "27", "3", "7", "17,832", "27", "22"],
    ],
}
"""Eastern Panel, managed moves: 5 + 2 + 1 = 8, printed 9. A blank cell is not a zero."""

MEASURES = [
    "Panel cases\ndiscussed",
    "Closed with a\npositive outcome",
    "Number\nof PEX",
    "Bridge\nplacements",
    "Panel funding\nagreed £",
    "Outreach\ncredits",
    "Managed\nmoves",
]


def _inclusion_report(pack: PackBuilder) -> None:
    pack.begin("6", "6 Inclusion and Exclusion Update - Report of the Corporate Director of Children's Services")
    for text in (
        "Children's Services Overview",
        "and Scrutiny Committee",
        "12 June 2025",
        "Inclusion and Exclusion Update",
    ):
        pack.line(text, bold=True, size=15)
    pack.gap(6)
    pack.heading("Report of Helen Marsh, Corporate Director of Children's Services", size=12)
    pack.heading("Purpose of the Report", size=13)
    pack.para(
        "To report permanent exclusions in the academic year 2020/21, the work of the inclusion panels, and what a "
        "place at The Orchard pupil referral unit costs.",
        number="1",
    )
    pack.heading("Executive summary", size=13)
    pack.para(
        "There were 51 permanent exclusions in 2020/21, 10 fewer than the year before (a fall of 20%). "
        "There were none in primary schools.",
        number="2",
    )
    pack.para(
        "The two panels supported 92 pupils, of whom 9 went on to be permanently excluded: 90% were supported "
        "without being excluded (Appendix 3).",
        number="3",
    )
    pack.heading("Recommendation(s)", size=13)
    pack.para("Members are asked to:", number="4")
    pack.para("receive the report and comment on it;", indent=28, number="(a)")
    pack.para("recommend to Cabinet that the panels be funded for a further three years.", indent=28, number="(b)")
    pack.heading("Background", size=13)
    pack.para(
        "Only a head teacher can exclude a pupil, and only on disciplinary grounds. The cost of a place at The "
        "Orchard falls on the High Needs Block of the Dedicated Schools Grant.",
        number="5",
    )
    pack.para("The panels were given an additional £214,572 in 2021/22 to reduce exclusions.", number="6")
    pack.para(
        "Avoiding four permanent exclusions in Year 8 would repay the additional £214,752 over the years that the "
        "pupils would otherwise have spent at The Orchard.",
        number="8",
    )
    pack.para(
        "The panels meet every three weeks. Each school brings the pupils whom it is most worried about, and the "
        "others say what they can offer: a fresh start, a place in a small group, or a week with the outreach "
        "teachers. A pupil who is excluded all the same is taught by The Orchard from the sixth day.",
        number="9",
    )
    pack.para(
        "Head teachers have asked that the panels hear about pupils earlier. From September a school will be able "
        "to bring a pupil after the second suspension.",
        number="10",
    )
    pack.heading("What a place costs", size=13)
    pack.para(
        "Pupils who cannot be taught on site are taught by alternative providers. In 2019/20 the rate was £110 a "
        "day and £18 for transport: 190 days x £128 = £24,320. In 2020/21 it was £115 a day and £18 for transport: "
        "190 days x £133 = £25,270.",
        number="11",
    )
    pack.para(
        "The excluding school pays the part of the year's funding that is left: (AWPU £4,404 + £5,000) / 190 school "
        "days = £49.49 a day. For 100 days: £4,949.",
        number="12",
    )
    pack.heading("38 pupils used the outreach service in 2020/21", size=11)
    pack.table(
        [
            ["Outcome", "No of pupils", "%"],
            ["Advice only", "5", "13.2"],
            ["Remained in mainstream school", "21", "55.3"],
            ["Placed at The Orchard", "9", "23.7"],
            ["Permanently excluded", "3", "7.9"],
        ],
        [220, 90, 60],
    )
    pack.heading("Conclusion", size=13)
    pack.para(
        "Fewer pupils were excluded than in any year since 2016/17, and the panels had a part in it. Places at The "
        "Orchard stay full because pupils stay there: the next report will say how many went back to a school, and "
        "how long it took.",
        number="13",
    )
    pack.heading("Contact: Ruth Adeyemi   Tel: 01632 960 245", size=11)
    pack.new_page()
    pack.heading("Appendix 1: Implications", size=14)
    for name, text in (
        ("Legal implications", "Section 51A of the Education Act 2002."),
        ("Finance", "See paragraphs 6 to 12."),
        ("Consultation", "The head teachers of all secondary schools have seen the report."),
    ):
        pack.line(name, bold=True)
        pack.para(text)
    pack.new_page()
    pack.heading("Appendix 2: Permanent exclusions by year group", size=14)
    pack.table(YEAR_GROUPS, [110, 55, 55, 55, 55, 55, 55])
    pack.new_page(landscape=True)
    pack.heading("Appendix 3: Panel data 2020/21", size=14)
    for name, rows in PANELS.items():
        pack.table([[name, *MEASURES], *rows], [110, 80, 85, 60, 70, 85, 70, 70])
    pack.new_page()
    pack.heading("Appendix 4: Referrals to the primary panel", size=14)
    pack.para("The primary panel took 12 referrals in 2020/21.")
    pack.table(
        [
            ["School", "Referrals"],
            ["Ash Lane Primary", "4"],
            ["Birchwood Primary", "1"],
            ["Nether Vale Infants", "2"],
            ["St Mark's Primary", "5"],
        ],
        [200, 80],
    )
    pack.new_page()
    pack.heading("Appendix 5: The cost of five places", size=14)
    pack.para("* The cost of the first year is for half the year.")
    pack.table(
        [
            ["Case", "Year 7 £", "Year 8 £", "Year 9 £", "Year 10 £", "Year 11 £", "Total £"],
            ["A", "12,160*", "25,270", "25,270", "26,220", "26,220", "115,140"],
            ["B", "", "12,160*", "25,270", "25,270", "26,220", "88,920"],
            ["C", "", "", "12,635*", "25,270", "26,220", "64,125"],
            ["D", "", "", "", "12,160*", "25,270", "37,430"],
            ["E", "", "", "", "", "12,635*", "12,635"],
            ["Total", "", "", "", "", "", "318,270"],
        ],
        [45, 62, 62, 62, 62, 62, 70],
    )
    pack.para(
        "Case A: the school's contribution was £4,949, a net cost to the High Needs Block of £110,191. Case B: the "
        "contribution was ££1,420, a net cost of £87,500. Cases C, D and E: no contribution was due."
    )


if __name__ == "__main__":
    target: Path = sample_pack()
    target.write_bytes(build_sample_pack())
    print(f"{target}: {target.stat().st_size} bytes")
