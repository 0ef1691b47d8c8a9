"""Recommendations in reports: rows of what is taken and what is left."""

import pytest

from scrutiny.families.recommendations.openings import heads_list, names_list, worth_reading
from scrutiny.families.recommendations.read import find_made, find_recommendations
from scrutiny.language.addressees import find_subject_asked
from tests.builders.paragraphs import read_blocks

ASKED = "That the Highways Committee is requested to:"


def found(*rows: str) -> list[tuple[str | None, str]]:
    return [(row.number_printed, row.text) for row in find_recommendations(read_blocks(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a numbered lead-in with lettered parts: each part reads alone
        (
            ["# Recommendation(s)", f"6| {ASKED}", "> (a)| note the report; and", "> (b)| agree a date.", "# Background", "7| Words."],
            [("(a)", f"{ASKED} note the report; and"), ("(b)", f"{ASKED} agree a date.")],
        ),
        # one sentence with no parts, with and without a number
        (["# Recommendation:", "Cabinet is asked to agree the plan.", "# Background"], [(None, "Cabinet is asked to agree the plan.")]),
        (
            ["# Recommendation", "17| That the Committee considers the overall position.", "# Author"],
            [("17", "That the Committee considers the overall position.")],
        ),
        # the heading and its text on one line
        (["Recommendation: Council is asked to note the report.", "# Summary"], [(None, "Council is asked to note the report.")]),
        # numbered paragraphs as parts
        (
            ["# 2. RECOMMENDATIONS", "2.1| That the budget be agreed.", "2.2| That the reserves be used.", "# 3. BACKGROUND", "3.1| Words."],
            [("2.1", "That the budget be agreed."), ("2.2", "That the reserves be used.")],
        ),
        # a part of a section may end with a question
        (
            ["# Recommendations", "1| That the yard be asked: who pays for the crane?", "2| That the report be noted.", "# Finance"],
            [("1", "That the yard be asked: who pays for the crane?"), ("2", "That the report be noted.")],
        ),
        # bullets bear no number
        (
            ["# Recommendations", "The Panel is asked to:", "• note the figures", "• ask for a plan", "# Finance"],
            [(None, "The Panel is asked to: note the figures"), (None, "The Panel is asked to: ask for a plan")],
        ),
        # a sub-heading does not end the section when the numbers go on; a list that begins again does
        (
            ["# Officer Recommendations:", "That the Committee for Transport", "> 1.| Approve the first stage.", "Contractual:",
             "> 2.| Authorise the director to buy.", "# Strategy:", "> 1.| It supports growth."],
            [("1.", "That the Committee for Transport Approve the first stage."),
             ("2.", "That the Committee for Transport Authorise the director to buy.")],
        ),
        # an inquiry's numbered recommendations with a body and sub-points
        (
            ["# Recommendation 2: Disruption toolkit", "The government should publish a toolkit. It must:", "• say what it is for; and",
             "• be updated.", "# Recommendation 3: Data", "Police forces must collect data."],
            [("Recommendation 2:", "Disruption toolkit: The government should publish a toolkit. It must:"),
             (None, "It must: say what it is for; and"), (None, "It must: be updated."),
             ("Recommendation 3:", "Data: Police forces must collect data.")],
        ),
    ],
)  # fmt: skip
def test_what_is_a_recommendation(rows: list[str], expected: list[tuple[str | None, str]]) -> None:
    assert found(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["The report makes several recommendations to ministers."],  # running text
        ["L.2: Recommendations 145", "Annexes 150"],  # a line of a contents list
        ["• Recommendations from the inquiry report", "• Next steps"],  # a bullet about recommendations
        ["In March 2020 the inspectorate recommended that the force improves its practice."],  # the past
        ["# Next steps", "• The inquiry will present its findings and recommendations"],
        ["# Background", "7| That the service is good is known.", "8| To work with schools is the aim."],
        ["# Recommendations", "None."],
        ["Where the Panel recommends that:", "> (a)| a member be trained;", "> (b)| a member leave."],  # a rule
        ["The Committee may recommend to Council:", "• changes to the code", "• a new protocol"],
        ["Where Members are asked to:", "• declare an interest", "• leave the room"],
        ["The Panel asks:", "1.| How were schools told?", "2.| What did it cost?"],  # questions
    ],
)
def test_what_is_none(rows: list[str]) -> None:
    assert found(*rows) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Cabinet is asked to agree", "Cabinet"),
        ("That the Children's Committee are requested to: note", "Children's Committee"),
        ("As said in its strategy, the government should publish", "government"),
        ("We recommend that the Department for Education should ban", "Department for Education"),
        ("That the Committee for Transport Approve the plan", "Committee for Transport"),
        ("That the Committee for Parks Authorises the Director of Place to buy it", "Committee for Parks"),
        ("County Council, having regard to the report, is asked to agree", "County Council"),
        ("The boundary of the zone should follow the ring road", None),
        ("A National Map Strategy should be written", None),
        ("Fees, discounts, and the reasons for them, should be published", None),
        ("Local partners should agree a plan", "Local partners"),
        ("note the report", None),
        ("The Local Plan should be revised", None),
        ("That the Annual Report be published", None),
        ("High Street should be closed to traffic", None),
        ("Harbour Power should be required to report each year", "Harbour Power"),
        ("Building on the work so far, there should be a fund", None),
        ("When a pond is drained the Council must fill it", None),  # a clause before it is no name
        ("Senior Wardens from across the parish will be asked to swim", None),
        ("Further authorities should join", "Further authorities"),
        ("The Improved governance should last", None),
        ("A national plan for ponds should have two parts", None),  # a plan is not asked
        ("That Harbour Road remain closed", None),  # a road does nothing
        ("That the Pond Safety Strategy include a map", None),
        ("Residents should be told of the plan", None),
        ("Neither Cabinet nor Council should build on the green", None),
        ("Following the review, Cabinet should act", "Cabinet"),
    ],
)
def test_who_is_addressed(text: str, who: str | None) -> None:
    assert find_subject_asked(text) == who


def test_pages_without_a_heading_are_not_read() -> None:
    assert worth_reading("words\n5. Recommendation(s):\nwords")
    assert worth_reading("Recommendation 3: Guidance")
    assert worth_reading("words\nFindings, options and recommendations\nwords")
    assert not worth_reading("Each member should sign one of the following forms:")
    assert not worth_reading("The inspector's recommendations were accepted by all.")


def test_near_misses_are_fast() -> None:
    """No pattern takes more than 0.1 s on 10 kB."""
    import time

    for text in (
        "Recommendation " * 700,
        "two recommendations of the " * 200,
        "That the " * 1200,
        "a) " * 3000,
        " " * 10_000,
        "The A " * 1700 + "should",
    ):
        start = time.perf_counter()
        worth_reading(text)
        find_subject_asked(text)
        heads_list(text)
        names_list(text)
        assert time.perf_counter() - start < 0.1


def test_what_a_meeting_recommends_to_another_body_is_its_list() -> None:
    parts = ("> 1.| to fund the pilots; and", "> 2.| to light the quay.")
    for lead in (
        "(b)| that the Board be recommended:", "RECOMMENDED to the Board that:", "The Panel recommends that the Board",
        "RESOLVED to recommend to the Harbour Board:",
    ):  # fmt: skip
        rows = find_made(read_blocks("# 6 Pilots", lead, *parts, "(c)| that the Clerk write."))
        assert [row.text for row in rows] == ["to fund the pilots; and", "to light the quay."], lead
    for lead in (
        "The report recommends that the Board",
        "The pilots had recommended:",
        "Recommend that the yard, while it lasts:",
    ):
        assert find_made(read_blocks("# 6 Pilots", lead, *parts)) == (), lead
    assert find_made(read_blocks("# 6 Pilots", "The Panel recommends that the Board", "It was late.")) == ()


def test_what_minutes_number_as_recommendations_is_a_list_of_them() -> None:
    asked = ("That the Board light the quay.", "That a figure be published for each berth.")
    labels = (("R1", "R2"), ("R4", "R5"), ("Recommendation 1:", "Recommendation 2:"))
    headings = (
        "# Recommendations of the Panel to the Harbour Board: berths", "# Recommendations to the Harbour Board",
        "RESOLVED that the report be noted and that the Panel recommend as follows:",
    )  # fmt: skip
    for heading in headings:
        for one, other in labels:
            rows = find_made(
                read_blocks(heading, f"{one} {asked[0]}", f"{other} {asked[1]}", "# 7 Pilots", "It was late.")
            )
            assert [row.text for row in rows] == list(asked), (heading, one)
    assert len(find_made(read_blocks(headings[1], "R1 Light the quay.", "R2 Paint the wall."))) == 2
    for heading, one, other in (
        ("# 6 Pilots", "R1 The quay is dark.", "R2 Ice on the wall."),
        ("# Progress on recommendations", f"R1 {asked[0]}", f"R2 {asked[1]}"),
        ("# No. Recommendation To Reply Rating", f"R1 {asked[0]}", f"R2 {asked[1]}"),
        ("# 6 Pilots", "Recommendation 1: accepted.", "Recommendation 2: not accepted."),
        ("# 6 Pilots", "Recommendation 1 was put and lost.", "It was late."),
    ):
        assert find_made(read_blocks(heading, one, other)) == (), heading


def test_what_a_paper_recommends_is_read_where_minutes_list_it() -> None:
    parts = ("Light the quay until midnight.", "That a figure be published for each berth.", "To repaint the wall.")
    leads = (
        "# Recommendations of the review of lighting", "# Recommendations in the report", "# The survey’s recommendations",
        "# Recommendations (from the visit)", "The Warden gave the report of the group, which made three recommendations:",
        "The survey was received. Its recommendations were:", "The recommendations of the visit are set out below:",
        "Miss Hale read out the survey, whose recommendations were as follows:", "It ended with three recommendations, namely:",
        "The Panel considered the following recommendations of the group:",
    )  # fmt: skip
    none = (
        "Members discussed the recommendations:", "The Board accepted the following recommendations:", "# Actions",
        "RESOLVED that the following recommendations be agreed:", "Comments on the recommendations were as follows:",
        "The following comments on the recommendations were made:", "# Progress on recommendations", "RESOLVED:",
        "# Responses to the recommendations of the review", "The following recommendations were agreed:", "The Panel asked about three recommendations:",
    )  # fmt: skip
    marks = (("1.", "2.", "3."), ("A.", "B.", "C."), ("6.1", "6.2", "6.3"), ("(i)", "(ii)", "(iii)"))
    for each in (*marks, ("R1", "R2", "R3"), ("Recommendation 1:", "Recommendation 2:", "Recommendation 3:"), "•••"):
        rows = [
            f"> {mark}| {part}" if len(mark) < 7 else f"{mark} {part}" for mark, part in zip(each, parts, strict=True)
        ]
        for lead in leads:
            for cut in (rows, [rows[0], "---", *rows[1:]], ["---", *rows]):
                found = find_made(
                    read_blocks("# 6 Pilots", "It was late.", lead, *cut, "All were thanked.", "# 7 Locks")
                )
                assert [row.text for row in found] == list(parts), (lead, each)
        for lead in none if each in marks or each == "•••" else ():
            assert find_made(read_blocks("# 6 Pilots", lead, *rows, "# 7 Locks")) == (), (lead, each)


def test_what_is_no_list_of_recommendations_in_minutes() -> None:
    lead, heading = "The visit made two recommendations:", "# Recommendations of the visit"
    for rows in (
        (lead, "> 1.| The quay has been lit.", "> 2.| The wall was painted."),  # what was done
        (lead, "> 1.| Light the quay. Completed.", "> 2.| Paint the wall. In progress."),
        (lead, "> 1.| Who will light the quay?", "> 2.| Paint the wall?"),
        (lead, "> 1.| Light the quay.", "The Panel broke for tea."),
        (heading, "These were sent out before the meeting.", "> 1.| Light the quay.", "> 2.| Paint the wall."),
    ):
        assert find_made(read_blocks("# 6 Pilots", *rows)) == (), rows
    asked = find_made(
        read_blocks(heading, "The Board is asked to:", "> (a)| light the quay;", "> (b)| paint the wall.")
    )
    assert [(row.lead_in, row.text) for row in asked][1:] == [
        ("The Board is asked to:", "The Board is asked to: paint the wall.")
    ]
    told = read_blocks(
        "# 6 Pilots", "Its recommendations were: (1) that the quay be lit; (2) that the wall be painted."
    )
    assert [row.number_printed for row in find_made(told)] == ["(1)", "(2)"]
    listed = read_blocks(heading, "> (a)| That the quay be lit.", "> (b)| That the wall be painted.")
    assert len(find_made(listed)) == 2
    assert find_made(listed, decided="That the quay be lit. That the wall be painted.") == ()
