"""Items and resolutions of minutes: rows of what is taken and what is left."""

import pytest
from msgspec.structs import replace

from scrutiny.families.minutes.items import find_items
from scrutiny.families.minutes.read import find_minutes
from scrutiny.prose.blocks import RowPlace
from tests.builders.paragraphs import read_blocks


def resolved(*rows: str) -> list[tuple[str | None, str, int]]:
    found = find_minutes(read_blocks(*rows), meeting=None).decisions
    return [(resolution.item, resolution.text, len(resolution.parts)) for resolution in found]


def test_a_bullet_is_no_number() -> None:
    rows = ("# 6 Roads", "1.| Resolved: That the gate be shut.", "• Resolved: That the report be noted.")
    found = find_minutes(read_blocks(*rows), meeting=None).decisions
    assert [resolution.number_printed for resolution in found] == ["1.", None]


def test_items_keep_their_numbers_as_printed() -> None:
    items = find_items(
        read_blocks("At a meeting of the Cabinet", "# 1772. Budget", "Words.", "# 1773. Roads", "More words.")
    )
    assert [(item.number, item.title, len(item.blocks)) for item in items] == [
        (None, "", 1), ("1772", "Budget", 1), ("1773", "Roads", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["# 6 Roads", "Resolved: That the report be noted."],
            [("6", "Roads: Resolved: That the report be noted.", 1)],
        ),
        (["# 6 Roads", "RESOLVED that the minutes be signed."], [("6", "RESOLVED that the minutes be signed.", 1)]),
        (
            ["# 6 Roads", "It was agreed that a visit be arranged."],
            [("6", "It was agreed that a visit be arranged.", 1)],
        ),
        # parts stand further in than the word
        (
            [
                "# 6 Roads",
                "RESOLVED that Cabinet:",
                "> 1.| note the plan; and",
                "> 2.| agree the budget.",
                "Mr Ball left.",
            ],
            [("6", "RESOLVED that Cabinet: 1. note the plan; and 2. agree the budget.", 2)],
        ),
        # a bare "That ..." after a mover and seconder
        (
            ["# 6 Roads", "Mr Ball moved and Mrs Field seconded the motion.", "That the scheme be approved."],
            [("6", "That the scheme be approved.", 1)],
        ),
        (
            ["# 6 Roads", "PT proposed LM seconded and it was RESOLVED to appoint both."],
            [("6", "PT proposed LM seconded and it was RESOLVED to appoint both.", 1)],
        ),
        # a decision in bold without the word
        (
            ["# 6 Roads", "# The Transport Committee noted the report."],
            [("6", "Roads: The Transport Committee noted the report.", 1)],
        ),
        # the vote stands in the next sentence
        (
            ["# 6 Roads", "Ann Ball proposed that the limit be lowered. This was agreed unanimously."],
            [("6", "Ann Ball proposed that the limit be lowered. This was agreed unanimously.", 1)],
        ),
        (
            ["# 6 Roads", "Proposed by BD and seconded by JH that the plot be let. Carried by 4 votes to 1."],
            [("6", "Proposed by BD and seconded by JH that the plot be let. Carried by 4 votes to 1.", 1)],
        ),
        (
            ["# 6 Roads", "Cllr Field proposed the above payments be made, all in favour."],
            [("6", "Cllr Field proposed the above payments be made, all in favour.", 1)],
        ),
        (
            ["# 6 Roads", "On being put to the vote, the recommendation was carried by six votes to two."],
            [("6", "On being put to the vote, the recommendation was carried by six votes to two.", 1)],
        ),
        (["# 6 Roads", "RESOLVED: Members NOTED the report."], [("6", "RESOLVED: Members NOTED the report.", 1)]),
        (
            ["# 6 Roads", "RECOMMENDED: That Council adopt the plan."],
            [("6", "RECOMMENDED: That Council adopt the plan.", 1)],
        ),
        (["# 6 Roads", "Unanimously agree to buy it."], [("6", "Unanimously agree to buy it.", 1)]),
        # the vote on what the next block spells out
        (
            ["# 6 Roads", "Mr Ball – RESOLVED unanimously to accept."],
            [("6", "Mr Ball – RESOLVED unanimously to accept.", 1)],
        ),
        (
            ["# 6 Roads", "Members resolved to seek an answer from the ministry."],
            [("6", "Members resolved to seek an answer from the ministry.", 1)],
        ),
        (["# 6 Roads", "The Chair spoke of the plans.", "# NOTED", "# 7 Bridges", "None."], []),
        (
            ["# 6 Roads", "RESOLVED – (1) That the map be noted. (2) That the Clerk write to the farmer."],
            [("6", "RESOLVED – (1) That the map be noted. (2) That the Clerk write to the farmer.", 2)],
        ),
        # what a body did, part by part
        (
            ["# 6 Roads", "The Working Group:-", "• agreed the notes;", "• agreed to invite the engineer."],
            [("6", "The Working Group:- agreed the notes; agreed to invite the engineer.", 2)],
        ),
        (
            ["# 6 Roads", "The Council noted the report and agreed the following actions:", "• write to the Minister."],
            [("6", "The Council noted the report and agreed the following actions: write to the Minister.", 1)],
        ),
        # short, within a paragraph
        (
            ["# 6 Fair", "The showmen asked for the same week. Granted as in previous years. The Clerk thanked them."],
            [("6", "Granted as in previous years.", 1)],
        ),
        (
            [
                "# 6 Fees",
                "The table was handed round. The fees were approved with effect from 1 April, Mr Hay dissenting.",
            ],
            [("6", "The fees were approved with effect from 1 April, Mr Hay dissenting.", 1)],
        ),
        (
            ["# 6 Boats", "Two bids came in. By seven votes to two the Authority awarded the contract to the first."],
            [("6", "By seven votes to two the Authority awarded the contract to the first.", 1)],
        ),
        (
            ["# 6 Police", "The Panel thanked the officers and noted the update."],
            [("6", "Police: The Panel thanked the officers and noted the update.", 1)],
        ),
        (["# 6 Plans", "Elm Close, porch: no objection."], [("6", "Elm Close, porch: no objection.", 1)]),
        (
            ["# 6 Signs", "Two objectors spoke. The application was refused by 7 votes to 2."],
            [("6", "The application was refused by 7 votes to 2.", 1)],
        ),
        # what usually becomes of such things, what somebody agreed with others, and what was done on another day
        (["# 6 Beach", "Dogs were allowed on the beach. Two claims were refused for lack of evidence."], []),
        (["# 6 Depot", "A price was agreed with the supplier. A plan was agreed, and work began."], []),
        (["# 6 Depot", "The lease was approved on 9 October. Access was granted, and the works are done."], []),
        (["# 6 Depot", "Benefits refused, by reason", "Underspends were carried to reserves."], []),
        # the minutes too are approved by a decision
        (
            ["# 3 Minutes", "The minutes of the last meeting (5 May) were agreed as a correct record and signed."],
            [("3", "The minutes of the last meeting (5 May) were agreed as a correct record and signed.", 1)],
        ),
        (
            ["# 3 Minutes", "The minutes of the meeting of the Board held on 5 May were approved and duly signed."],
            [("3", "The minutes of the meeting of the Board held on 5 May were approved and duly signed.", 1)],
        ),
        (["# 3 Minutes", "The minutes of the Board which were approved and signed are on the website."], []),
        (["# 3 Minutes", "The plan was approved at the last meeting. Minutes that were agreed are published."], []),
        (
            ["# 3 Minutes", "The chair of the board agreed as usual. The minutes of the Board may be approved later."],
            [],
        ),
    ],
)
def test_what_is_a_resolution(rows: list[str], expected: list[tuple[str | None, str, int]]) -> None:
    assert resolved(*rows) == expected


@pytest.mark.parametrize(
    "row",
    [
        "Councillor Ball asked whether it had been resolved at the last meeting that the road be closed.",
        "The Chair hoped that the matter would be agreed soon.",
        "Members noted the figures and thanked the officers.",
        "The charges were agreed by the Council in March 2021.",
        "The charges were agreed by the district.",
        "If the transfer was refused, an application would be made to the Minister.",
        "The Director was authorised to sign it.",
        "Mr Hay agreed.",
        "The Panel received a presentation on the scheme.",
        "Apologies were accepted.",
    ],
)
def test_what_is_none(row: str) -> None:
    assert resolved("# 6 Roads", row) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the heading of the next item, which has no number, is none of them
        (
            ["# 4 ROADS", "3.| RESOLVED that the panel note the yearly report.", "# Museums in the county",
             "1.| The officer spoke of the museums."],
            ["RESOLVED that the panel note the yearly report."],
        ),
    ],
)  # fmt: skip
def test_a_decision_ends_with_its_last_part(rows: list[str], expected: list[str]) -> None:
    assert [text for _, text, _ in resolved(*rows)] == expected


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        # a paragraph that is a clause with "that" and no more
        (["# 6 Roads", "That the Committee formally receives the plan.", "Members then left."], ["That the Committee formally receives the plan."]),
        (["# 6 Roads", "That the plan for Mill Lane be noted."], ["That the plan for Mill Lane be noted."]),
        # its parts are one decision
        (
            ["# 6 Roads", "The proposals were moved by Ann Ball and seconded by Tom Reed.", "(a)| That subject to this amendment the plan be approved;", "(b)| That the Clerk be authorised to change the plan."],
            ["That subject to this amendment the plan be approved; (b) That the Clerk be authorised to change the plan."],
        ),
        (["# 6 Roads", "By affirmation of the meeting it was", "UNANIMOUSLY RESOLVED THAT:", "The plan be noted by Members."], ["UNANIMOUSLY RESOLVED THAT: The plan be noted by Members."]),
        # behind the heading in capitals
        (["6| MINUTES – Resolved – That the minutes be signed."], ["MINUTES – Resolved – That the minutes be signed."]),
        # what is recommended, corrected or moved with its definitions is not decided
        (["# 6 Roads", "The report recommended:", "That the plan for Mill Lane be noted."], []),
        (["# 6 Roads", "The resolution of the last meeting should read:-", "That the plan for Mill Lane be noted."], []),
    ],
)  # fmt: skip
def test_clauses_with_that(rows: list[str], texts: list[str]) -> None:
    assert [text for _, text, _ in resolved(*rows)] == texts


@pytest.mark.parametrize(
    "rows",
    [
        ["The Forum voted 9-2 in favour of the move of 0.5%."],
        ["The Sub-Committee determined to grant the licence on these terms:", "(a)| No music after 11 pm.", "(b)| A log be kept."],
        ["Following a vote the Panel supported the proposed charge by eight votes to three."],
        ["The Mayor put the recommendations to the vote and these were unanimously approved."],
        ["There being no dissent, the Chair declared the recommendations approved."],
        ["That, having considered the views of the public, the order be made as printed."],
        ["The Committee, by a majority, approved the application."],
        ["The Committee therefore RECOMMENDED that Cabinet look again at the closure."],
        ["Accordingly, the Panel made the following recommendations to the Mayor:", "1.| That the post be filled.", "2.| That a report be made in May."],
        ["DECISION OF THE PANEL", "The complaint was not upheld."],
        ["CONCLUDED that the Toll Officer redraw the table for the May meeting."],
        ["It was Proposed and Resolved to buy a bench for the quay."],
        ["Resolved, that the Warden be thanked and the fees be approved."],
        ["Resolved the accounts of the ferry for the year be approved and signed."],
        ["Agreed: - That the tolls be noted."],
        ["Resolved: - That the fees be raised by 2%."],
        ["As there were no other nominations, Captain Orme was duly elected as Chair of the Board for 2031."],
        ["There being no other nomination, Jo Orme was elected Convenor."],
    ],
)  # fmt: skip
def test_how_bodies_say_what_they_decided(rows: list[str]) -> None:
    assert len(resolved("# 6 Roads", *rows)) == 1


@pytest.mark.parametrize(
    "row",
    [
        "The motion was put to the vote and was lost by six votes to four.",
        "The Panel had supported the charge by eight votes to three in 2029.",
        "Mr Orr said that the recommendations would be put to the vote in May and, if the Board was minded, approved.",
        "The Clerk said that the county had determined to close the road.",
        "That, having been said, the roads were in good order.",
        "The Council determined its budget each March, the officer explained.",
        "A petition of 900 names supported the plan by nine votes to one, a resident said.",
        "The officer concluded that the tolls were too low.",
        "It was proposed and moved that the bench be bought.",
        "Resolved the matter of the gate with the farmer, the Clerk said.",
        "The county had moved the bus stop. Agreed.",
        "Mr Orr said that the yard had mended the gate. Agreed.",
        "The yard had now painted the gate. This was agreed.",
        "As there were no buses, the crews were late.",
        "As there was no convenor, two talks were held at the yard.",
        "Lamps. - That the lamps were out was known.",
        "The convenor was late.",
    ],
)
def test_what_only_sounds_like_a_decision_is_none(row: str) -> None:
    assert resolved("# 6 Roads", row) == []


@pytest.mark.parametrize(
    "row",
    [
        "Mr Orr moved that the gate be mended. Agreed.",
        "The yard had offered to paint the gate. Agreed.",
        "The yard had quoted £40 a gate. Agreed.",
        "Mr Orr had suggested that the stop be moved. Agreed.",
        "The minutes had been sent round. Agreed.",
    ],
)
def test_what_is_still_ahead_is_agreed(row: str) -> None:
    assert len(resolved("# 6 Roads", row)) == 1


def test_a_paragraph_that_begins_with_agreed_that_is_formal_beside_capitals() -> None:
    rows = ("RESOLVED that the tolls be approved.", "RESOLVED that the lease be signed.")
    first = "Agreed that the Warden would write to the farmer."
    within = "The gate was shut. It was agreed that the Warden would write to the farmer."
    assert [one[1] for one in resolved("# 6 Roads", *rows, first)][2:] == [first]
    assert [one[1] for one in resolved("# 6 Roads", *rows, within)][2:] == []


def test_a_label_above_the_whole_record_of_an_item_decides_nothing() -> None:
    rows = (
        "# 6 Ferries",
        "Decision:",
        "The Harbour Master presented a report on berths.",
        "RESOLVED that it be noted.",
    )
    assert [text for _, text, _ in resolved(*rows)] == ["RESOLVED that it be noted."]


def test_the_decision_of_one_member_has_its_parts() -> None:
    rows = (
        "# 6 Ferries",
        "# Decision of Portfolio Holder for Harbours",
        "i.| Approved the tariff.",
        "ii.| Let the kiosk.",
    )
    assert [parts for _, _, parts in resolved(*rows)] == [2]


@pytest.mark.parametrize(
    "row",
    [
        "CONCLUDED: 9.15 pm",
        "The Board CONCLUDED its business at nine.",
    ],
)
def test_what_closes_a_meeting_is_no_decision(row: str) -> None:
    assert find_minutes(read_blocks("# 6 Ferries", "The harbour was quiet.", row), meeting=None).decisions == ()


@pytest.mark.parametrize(
    "row",
    [
        "The Committee for Harbours and ferries noted the report of the diver",  # a small letter within the name
        "After a long debate it was resolved that the tariff should be agreed in outline.",
        "The accounts to June were approved Prop: AB 2nd: CD",
        "Plan P/7 at Quay House, new porch – No objections were raised.",
        "Plan P/7 at Quay House, new roof NO OBJECTION",
        "Plan P/7 at Quay House, new gate – No observations",
    ],
)
def test_a_decision_in_other_dress_is_found(row: str) -> None:
    assert [text for _, text, _ in resolved("# 6 Ferries", "The harbour was quiet.", row)] == [row]


@pytest.mark.parametrize(
    "row",
    [
        "The tariff should be agreed in May.",
        "It was hoped that the tariff would be agreed.",
        "The accounts were approved and proper books are kept.",
        "Plan P/7 at Quay House – No objections were raised by neighbours.",
        "There was NO OBJECTION",
        "porch and works – Refused",  # the rest of an entry, and another authority's word
        "Plan P/7 at Quay House – Decision awaited",
    ],
)
def test_what_looks_like_one_is_left(row: str) -> None:
    assert resolved("# 6 Ferries", "The harbour was quiet.", row) == []


def test_movers_on_a_line_of_their_own_make_a_decision_of_what_was_given() -> None:
    given = "Approval was given for the purchase of two buoys."
    movers = "Prop: AB 2nd: CD"
    assert [text for _, text, _ in resolved("# 6 Ferries", given, "---", movers)] == [f"{given} {movers}"]
    assert resolved("# 6 Ferries", given, "---", "Proper care was urged.") == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # the sentence that it takes up
        (
            "A pump had been bought for £40. It was proposed by Cllr A Bee, seconded by Cllr C Dee and approved.",
            "A pump had been bought for £40. It was proposed by Cllr A Bee, seconded by Cllr C Dee and approved.",
        ),
        (
            "A pump is old. It was proposed by Cllr A Bee, seconded by Cllr C Dee and agreed that it be sold.",
            "It was proposed by Cllr A Bee, seconded by Cllr C Dee and agreed that it be sold.",
        ),
        # the title of its item
        ("RESOLVED that the Panel note and make comment.", "Ferries: RESOLVED that the Panel note and make comment."),
        ("RESOLVED that the report be noted.", "Ferries: RESOLVED that the report be noted."),
        ("RESOLVED that the diver’s report be noted.", "RESOLVED that the diver’s report be noted."),
        ("RESOLVED that the report of the diver be noted.", "RESOLVED that the report of the diver be noted."),
        ("The Board noted this information.", "Ferries: The Board noted this information."),
        ("RESOLVED that the Panel note the tides.", "RESOLVED that the Panel note the tides."),
    ],
)
def test_a_decision_says_what_was_decided(row: str, expected: str) -> None:
    assert [text for _, text, _ in resolved("# 6 Ferries", row)] == [expected]


def test_parts_with_bullets_are_set_apart() -> None:
    rows = ("# 6 Ferries", "RESOLVED:", "• that the quay be swept,", "• that the kiosk be let.")
    assert [text for _, text, _ in resolved(*rows)] == ["RESOLVED: that the quay be swept; that the kiosk be let."]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        # a lead of any length that ends open goes on in the next block
        (
            ["Having heard the pilots and read the letters of both yards at some length it was RESOLVED that:",
             "the Ferry Board, having heard the pilots, approves the tariff."],
            ["Having heard the pilots and read the letters of both yards at some length it was RESOLVED that: "
             "the Ferry Board, having heard the pilots, approves the tariff."],
        ),
        (
            ["RESOLVED – That Members of the Sub-Committee", "> 1.| note the tide table;", "> 2.| thank the pilots."],
            ["RESOLVED – That Members of the Sub-Committee 1. note the tide table; 2. thank the pilots."],
        ),
        (
            ["That, from 1 April:", "> 1.| the tariff be approved; and", "> 2.| the kiosk be let."],
            ["That, from 1 April: 1. the tariff be approved; and 2. the kiosk be let."],
        ),
        # not what a report recommended before the meeting resolved otherwise
        (
            ["RECOMMENDATIONS", "> (1)| That the kiosk be let.", "Pilots spoke.", "RESOLVED: That the kiosk be shut."],
            ["RESOLVED: That the kiosk be shut."],
        ),
        # nothing was decided, though the label says so; a title; what was agreed before
        (["Decision: No interests were declared."], []),
        (["Decision: There were no items of urgent business."], []),
        (["Decision: No licence be granted."], ["Decision: No licence be granted."]),
        (["APPROVED MINUTES of the Ferry Board held on 4 March"], []),
        (["After talks with the yard it had been AGREED that the pilot would call."], []),
        # motions of which none was carried, and proposals of a list
        (
            ["Moved by Ann Orme and seconded by Ben Dray -", "That Ann Hume be elected to the chair.",
             "The votes being equal, the motion was not carried."],
            [],
        ),
        (["He then put the following proposal", "That a group be set up for the quay.", "That the quay be swept."], []),
        # a verdict says on what; "Agreed" behind a question to one of them is his answer
        (
            ["Payment of the diver was needed. Approved."],
            ["Payment of the diver was needed. Approved."],
        ),
        (["The Chair asked the pilot if he could call. Agreed."], []),
        (["were agreed as a correct record and signed."], ["Ferries: were agreed as a correct record and signed."]),
        # with movers, whatever word they are told by
        (["Ann Orme nominated Ben Dray, seconded by Cy Hume and passed with one voice."],) * 2,
        (["The tariff was proposed by Ann Orme and seconded by Ben Dray."],) * 2,
        (["It was suggested that the quay be swept and this was agreed."],) * 2,
        (["Proposed by Ann Orme, Seconded by Ben Dray and agreed that the quay be swept."],) * 2,
        (
            ["Decision (a) That the tariff be received.", "(b)| That the Clerk sign the lease.", "Vote F 5"],
            ["Decision (a) That the tariff be received. (b) That the Clerk sign the lease."],
        ),
        (
            ["Moved by Ann Orme, seconded by Ben Dray, and resolved that", "the quay be swept."],
            ["Moved by Ann Orme, seconded by Ben Dray, and resolved that the quay be swept."],
        ),
        (["It was proposed by Ann Orme and seconded by Ben Dray."], []),
        (["The recommendation was proposed by Ann Orme and seconded by Ben Dray."], []),
        (
            ["The recommendation was moved by Ann Orme, seconded by Ben Dray and was carried."],
            ["Ferries: The recommendation was moved by Ann Orme, seconded by Ben Dray and was carried."],
        ),
    ],
)  # fmt: skip
def test_where_a_decision_opens_and_ends(rows: list[str], texts: list[str]) -> None:
    assert [text for _, text, _ in resolved("# 6 Ferries", *rows)] == texts


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["# 6 Planning", "Planning decisions:", "Quay House, porch – approved.", "Slip, shed – refused."], 0),
        (["# 6 Decisions received from the district", "Quay House, porch – approved."], 0),
        (["# 6 Planning", "District decisions: 12/7 approved, 12/8 refused."], 0),
        (["# 6 To note the LPA decisions", "Quay House: approved subject to hours."], 0),
        (["# 6 Planning applications", "Quay House, porch – approved.", "Slip, shed – refused."], 2),
        (["# 6 Decisions", "The lamp rota – approved."], 1),
        (["# 6 Decisions of the Board", "The lamp rota – approved."], 1),
        (["# 6 Planning decisions", "Both were noted. It was agreed that the Board appeal."], 1),
    ],
)
def test_what_others_decided_stands_under_its_own_heading(rows: list[str], found: int) -> None:
    assert len(resolved(*rows)) == found


def test_what_is_agreed_by_all_is_formal_beside_capitals() -> None:
    rows = ("RESOLVED that the tolls be approved.", "RESOLVED that the lease be signed.", "There was no other name.")
    assert len(resolved("# 6 Roads", *rows, "It was agreed unanimously that Ann Orme be Chair.")) == 3
    assert len(resolved("# 6 Roads", *rows, "It was agreed that Ann Orme would write.")) == 2


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("A bill of the yard for paint and rope and tar for the quay, £720,", "the Board agreed to pay",
             "Letter of the pilots on the fee of May, which is now raised to £40,", "the Board agreed to pay"),
            2,
        ),
        # no room for the next word, a name that goes on, and a row that ends without a verb
        (("Of the bills of the yard and of the pilots, the Board agreed to pay", "Yardley and Sons the sum of £40."), 1),
        (("A bill of the yard for paint and rope and tar for the quay, £720,", "the Board agreed to pay", "yard and pilots."), 1),
        (("A bill of the yard for paint and rope and tar for the quay, £720,", "of the good ship", "Alma, the Board agreed to pay."), 1),
    ],
)  # fmt: skip
def test_a_row_that_ends_early_with_what_was_agreed_ends_a_decision(lines: tuple[str, ...], found: int) -> None:
    block = read_blocks("A bill.")[0]
    rows = tuple(RowPlace(pdf_page=1, top=14.0 * at, bottom=14.0 * at + 10, text=line) for at, line in enumerate(lines))
    block = replace(block, text=" ".join(lines), quote=" ".join(lines), rows=rows)
    assert len(find_minutes((block,), meeting=None).decisions) == found


def test_the_minutes_approved_in_running_text_are_procedure_beside_capitals() -> None:
    rows = ("RESOLVED that the tolls be approved.", "RESOLVED that the lease be signed.", "Pilots spoke.")
    approved = "The minutes of the last meeting were agreed as a correct record."
    assert len(resolved("# 6 Roads", *rows, approved)) == 2
    assert len(resolved("# 6 Roads", approved, "The Board noted the plan.")) == 2
    assert len(resolved("# 6 Roads", *rows, "The Board noted the plan.")) == 3


LEADS = (
    "Resolved", "RESOLVED", "Agreed", "AGREED", "DECIDED", "Decision", "DECISION", "Resolution", "It was resolved",
    "IT WAS RESOLVED", "The Panel RESOLVED", "UNANIMOUSLY RESOLVED", "Resolved unanimously",
    "RESOLVED (by 8 votes to 2)", "Resolved (on the motion of Councillor Day)",
)  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
def test_an_outcome_leads_whatever_its_case_sign_or_body(lead: str) -> None:
    shapes = (
        (" That the plan be received and the fee paid.",),
        ("", "(a)| That the plan be received.", "(b)| That the fee be paid."),
        ("", "1.| to receive the plan.", "2.| to pay the fee."),
        ("", "(i)| The plan be received.", "(ii)| The fee be paid."),
    )
    for sign, below in zip((":", " –", " -", ":-"), shapes, strict=True):
        rows = [
            "# 6 Plan",
            "The plan was presented.",
            lead + sign + below[0],
            *below[1:],
            "# 7 Next meeting",
            "In May.",
        ]
        (told,) = [text for _, text, _ in resolved(*rows)]
        assert "plan" in told and "fee" in told and "May" not in told, rows


def test_minutes_in_the_present_tense_and_behind_a_count_of_votes_decide() -> None:
    for row in (
        "The Panel agrees to sell the crane.", "The Board resolves that the gate be shut.", "The Panel unanimously agrees to wait a year.",
        "For 6, against 2: resolved that the gate be shut.", "For 6, against 2, abstained 1: resolved to sell the crane.",
    ):  # fmt: skip
        assert [text for _, text, _ in resolved("# 6 Roads", "The Panel looks at the yard.", row)] == [row], row
    for row in (
        "The Panel agrees with the clerk.",
        "The Director agrees to write.",
        "The yard agrees that boats are dear.",
    ):
        assert resolved("# 6 Roads", "The Panel looks at the yard.", row) == [], row


def test_parts_numbered_within_their_item_go_on_with_a_sentence() -> None:
    parts = ["7.1| that a review be made;", "7.2| that the Lead Officer write a plan;", "8.| Dates", "In May."]
    for lead in ("UNANIMOUSLY RESOLVED", "RESOLVED, by six votes to three,", "It was RESOLVED, with one abstention,"):
        (told,) = [text for _, text, _ in resolved("The Panel met.", lead, *parts)]
        assert told.endswith("7.2 that the Lead Officer write a plan;"), lead
    (told,) = [text for _, text, _ in resolved("The Panel met.", "RESOLVED that the gate be shut.", *parts)]
    assert "review" not in told


def test_a_motion_that_is_spelt_out_where_it_was_carried_is_a_decision() -> None:
    carried = (
        "The motion was put and carried that the gate be shut.", "The motion that the gate be shut was carried by 7 votes to 3.",
        "The substantive motion was put and declared carried: That the gate be shut.",
        "The casting vote was used and the motion that the gate be shut was carried.",
        "R E S O L V E D – That the gate be shut.", "Penderfynwyd: That the gate be shut.", "PENDERFYNIAD: That the gate be shut.",
        "Resolution 12/31: That the gate be shut.", "Council RESOLVES: to shut the gate.",
        "The Committee NOTED the report and APPROVED the shutting of the gate.",
    )  # fmt: skip
    for row in carried:
        assert len(resolved("# 6 Gates", "The gate was heard to creak.", row)) == 1, row
    left = (
        "The motion that the gate be shut was lost.", "A motion that the gate be shut had been carried in 2030.",
        "It was agreed at the last meeting that the gate be shut.", "Resolution 12/31: completed.",
        "Should the motion that the gate be shut be carried, a lock would be needed.",
    )  # fmt: skip
    for row in left:
        assert resolved("# 6 Gates", "The gate was heard to creak.", row) == [], row


def test_a_list_within_a_block_and_a_label_in_two_languages_open_a_decision() -> None:
    for lead in ("The Committee agreed:", "The Panel agreed:-", "The Board noted:"):
        row = f"{lead} (1) to note the report on the quay; and (2) to instruct the Clerk to ring the yard."
        assert [parts for *_, parts in resolved("# 6 Roads", row)] == [2]
    for label in ("Penderfyniad / Decision", "Decision / Penderfyniad", "Penderfyniad/Decision"):
        found = resolved("# 6 Roads", f"# {label}", "That the Clerk ring the yard.")
        assert [text.endswith("That the Clerk ring the yard.") for _, text, _ in found] == [True]


def test_what_was_moved_and_taken_is_a_decision_beside_capitals_too() -> None:
    rows = ("RESOLVED that the tolls be approved.", "RESOLVED that the lease be signed.", "There was no other name.")
    for row in (
        "On the proposal of Ann Orme, seconded by Ben Dray, it was agreed to give £90 to the regatta.",
        "Proposed AO, seconded BD, agreed unanimously that the lamp be left lit.",
        "Berths to go up by a tenth in May (carried, Mr Hay not voting).", "No dogs on the pontoon (vote 5 to 1).",
    ):  # fmt: skip
        assert len(resolved("# 6 Roads", *rows, row)) == 3, row
    for row in (
        "On being put to the vote the amendment moved by Ann Orme and seconded by Ben Dray was CARRIED (4 for, 1 against).",
        "It was agreed that the Clerk would write.", "The pontoon was long (it has been mended twice).",
    ):  # fmt: skip
        assert len(resolved("# 6 Roads", *rows, row)) == 2, row


def test_what_became_of_it_is_said_in_few_words() -> None:
    for row in (
        "Matter DEFERRED to May.", "Regatta: permission given, no charge.", "Sailing club £90 agreed; rowing club: no.",
        "Decision: the lease was not agreed.",
    ):  # fmt: skip
        assert len(resolved("# 6 Roads", "The quay was wet.", row)) == 1, row
    for rows in (["# 2 Apologies", "Ann Orme (ill). Accepted."], ["# 2 Absence", "Ben Dray – accepted."]):
        assert resolved(*rows) == []


def test_many_words_say_that_a_thing_was_decided() -> None:
    for row in (
        "The Panel decided to hold its next review in May.", "Decided to keep the lamp.", "The Forum supported the sale.",
        "Ann Orme was appointed clerk to the pilots.",
        "The lowest price, that of the yard, was accepted.", "The toll was set at £12.", "Those present voted to sell the crane.",
        "No objection was raised to 31/0044.", "The Council objects to 31/0044.",
    ):  # fmt: skip
        assert len(resolved("# 6 Roads", "The quay was wet.", row)) == 1, row
    for row in (
        "Mr Hay proposed a lamp but nobody seconded it.", "The Forum heard that pilots supported the sale.",
        "Had the price been accepted, work would have begun.", "The yard will object to 31/0044.",
    ):  # fmt: skip
        assert resolved("# 6 Roads", "The quay was wet.", row) == [], row


def test_what_was_moved_and_agreed_is_one_decision_however_it_is_punctuated() -> None:
    movers = (
        "Proposed by Ann Orme Seconded by Ben Dray and", "Proposed by Mr A. Orme, seconded by Ms B. Dray, and it was",
        "Moved by Ann Orme, seconded by Ben Dray and", "On the proposal of Ann Orme, seconded by Ben Dray,",
    )  # fmt: skip
    for mover in movers:
        for word in ("agreed", "Agreed:", "Agreed –", "agreed unanimously", "resolved", "Resolved:", "Decided:"):
            for matter in ("that the quay be swept.", "to sweep the quay."):
                rows = ("# 6 Ferries", "Cy Hume spoke.", f"{mover} {word} {matter}")
                assert len(resolved(*rows)) == 1, rows
        for lost in ("fell: only Ann Orme voted for it.", "not agreed: the quay is clean."):
            assert resolved("# 6 Ferries", "Cy Hume spoke.", f"{mover} {lost}") == [], (mover, lost)


def test_a_clause_may_stand_before_the_body_that_decided() -> None:
    for clause in ("Subject to that", "With those changes", "Following a vote", "Having heard Ann Orme", "Therefore"):
        for verb in ("APPROVED", "AGREED", "NOTED"):
            found = resolved("# 6 Ferries", "Ann Orme spoke.", f"{clause}, the Board {verb} the tariff.")
            assert len(found) == (verb != "NOTED"), (clause, verb)
    for before in (
        "On 3 May 2019, the Board had",
        "In May, the pilots said that the Board had",
        "If so, the Board would have",
    ):
        assert resolved("# 6 Ferries", "Ann Orme spoke.", f"{before} APPROVED the tariff.") == [], before
