"""Any heading of recommendations with any lead-in, any way to number and any end: the form does not matter."""

import pytest

from scrutiny.families.recommendations.markers import parts_of
from scrutiny.families.recommendations.openings import heading_of
from scrutiny.families.recommendations.read import find_recommendations, find_requests
from tests.builders.paragraphs import read_blocks

NOTED = ("note the count of herons", "agree a budget for the weir", "ask the warden for a plan")
NOTES = ("notes the count of herons", "agrees a budget for the weir", "asks the warden for a plan")
THAT = (
    "That the count of herons be noted",
    "That a budget for the weir be agreed",
    "That the warden be asked for a plan",
)
SHOULD = ("The parish should count its herons", "The warden should publish a plan", "The trust must lend a boat")
HEADINGS = (
    "# Recommendations", "# 2. Recommendations", "# 2.0 RECOMMENDATION(S)", "RECOMMENDATIONS", "Recommendations:",
    "2.| Recommendation", "# Recommendations to the Cabinet", "# Officer recommendation",
    "# Recommendations and reasons", "# What we recommend", "# Decision(s) required", "# Approval sought",
    "# What is the Committee being asked to do?", "# The review makes the following safety recommendations",
    "# Proposals", "# Action required", "# Summary of recommendations", "# Conclusions and recommendations",
    "# Findings, options and recommendations", "# Safety recommendations",
)  # fmt: skip
LEADS = (
    ("Cabinet is asked to:", NOTED), ("It is recommended that the Committee:", NOTES), ("We recommend that Council:", NOTES),
    ("The Director recommends that Council:", NOTES), ("The Board is invited to consider the report and:", NOTED),
    ("Members are recommended to:", NOTED), (None, THAT), (None, SHOULD),
)  # fmt: skip
SPLITS = (
    ("1.| {}.", "2.| {}.", "3.| {}."), ("2.1| {}", "2.2| {}", "2.3| {}"), ("> (a)| {};", "> (b)| {}; and", "> (c)| {}."),
    ("> i)| {};", "> ii)| {}; and", "> iii)| {}."), ("• {}", "• {}", "• {}"), ("R1 {}", "R2 {}", "R3 {}"),
)  # fmt: skip
ENDS = (
    ("# Background", "9.| The weir was built in 1902."), ("# 3. Background", "3.1| The weir was built in 1902."),
    ("THE STORY SO FAR", "The weir was built in 1902."), ("The weir was built in 1902 and has been mended twice.",),
    ("Signed: A Heron, Director", "# Context", "Herons have been seen."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "at"), [(heading, at) for at, heading in enumerate((*HEADINGS, *HEADINGS, *HEADINGS, *HEADINGS))]
)
def test_every_part_is_found_and_nothing_else(heading: str, at: int) -> None:
    lead, parts = LEADS[at % len(LEADS)]
    marks = SPLITS[(at // 3) % len(SPLITS)]
    rows = [mark.format(part) for mark, part in zip(marks, parts, strict=True)]
    end = ENDS[(at // 7) % len(ENDS)]
    read = find_recommendations(
        read_blocks("# The weir", "On the weir.", heading, *([lead] if lead else []), *rows, *end)
    )
    assert [row.text.removesuffix("; and").rstrip(".;") for row in read] == [
        f"{lead} {p}" if lead else p for p in parts
    ]


def texts(*rows: str) -> list[str]:
    return [row.text for row in find_recommendations(read_blocks(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a number of the section and what lies below it at any depth, under headings with and without one
        (
            ["# 8 Recommendations", "# 8.1 All services", "8.1.1| The trust to make sure that nets are mended.",
             "# 8.2 One service", "# Wardens", "8.2.1| Wardens to be told of the new nets.", "# 9 Thanks", "9.1| We thank them."],
            ["The trust to make sure that nets are mended.", "Wardens to be told of the new nets."],
        ),
        # a reason between two parts
        (
            ["# Recommendations and reasons", "1.| Approves the case for a boat.", "Reason: the old one leaks.", "2.| Pays for it.", "Reason: it is due.",
             "# Options", "1.| Do nothing."],
            ["Approves the case for a boat.", "Pays for it."],
        ),
        # a label with a number of the publisher's own
        (
            ["# The review makes the following safety recommendations", "Safety recommendation R/2024/031:", "The review recommends that boats carry a light.",
             "Safety recommendation R/2024/032:", "The harbour should ring a bell.", "# Background", "1.| Words."],
            ["The review recommends that boats carry a light.", "The harbour should ring a bell."],
        ),
        # a list that runs on in its paragraph, and a label of a form without rules
        (
            ["# Recommendation(s): It is recommended that: 1) the plan is adopted; 2) the boat is sold.", "# Author", "A Heron"],
            ["It is recommended that: the plan is adopted;", "It is recommended that: the boat is sold."],
        ),
        (["Recommendation That the boat be sold for £90.", "Reason It leaks."], ["That the boat be sold for £90."]),
        # the list goes on with the number that the next heading would have
        (
            ["# 2. Recommendations", *(f"{n}.| {text}." for n, text in enumerate(SHOULD, 1)), "# 3. Background", "3.1| Words."],
            [f"{text}." for text in SHOULD],
        ),
        # a paragraph before what is asked
        (
            ["# Executive summary and recommendation", "The grant ends in March.", "It is recommended that the Board pays for a year."],
            ["It is recommended that the Board pays for a year."],
        ),
    ],
)  # fmt: skip
def test_where_a_section_ends_and_how_it_is_split(rows: list[str], expected: list[str]) -> None:
    assert texts(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["# Recommendations", "In the next year the Trust should:", "• mend the boat", "• sell the net", "# Method"], 2),
        (["# Outcome", "The reviewer makes two recommendations:", "• that the boat be mended; and", "• that the net be sold.", "The trust has replied."], 2),
        (["1.| The boat leaks, and nobody has looked at it.", "Recommendation: The harbour should mend the boat by May.", "2.| The net is torn.", "Recommendation: The harbour should sell the net."], 2),
        (["# Boats", "The boat leaks.", "# Recommendation", "The harbour should mend the boat.", "# Nets", "The net is torn.", "# Recommendation", "The harbour should sell the net.", "# Thanks", "We thank you."], 2),
        (["# 1. Decision Required", "1.1| The Sub-Committee is requested to determine an application for a licence.", "# 2. Application", "2.1| The applicant seeks wine."], 1),
        (["# The Board is asked to:", "• note the report", "• approve the plan", "# Summary", "Words."], 2),
        (["# Recommendation", "That Members note the report and either:", "a)| approve the plan; or", "b)| defer it.", "# Background", "Words."], 2),
        (["Recommendation", "The Head of Law recommends that the Authority adopts the scheme.", "Introduction", "2.| The scheme is looked at each year."], 1),
        (["# 12. ACTIONS FOR THE BOARD", "The Board is asked to:", "1.| Approve the plan.", "2.| Note the risk.", "# 13. FURTHER INFORMATION", "For more ask the Director."], 2),
        (["Purpose: For decision", "Recommendation: The Board is asked to approve the plan.", "Summary: The plan is new."], 1),
        (["# Recommendations", "1.| That Cabinet:", "> i)| agrees the plan;", "> ii)| pays for it; and", "2.| That Council be told.", "# Reasons", "Words."], 3),
        (["# Recommendation", "That Cabinet: a) agrees the plan; b) pays for it; and c) tells Council.", "# Reasons", "Words."], 3),
        (["# Recommendation", "That Cabinet agrees the plan; pays for it; and tells Council.", "# Reasons", "Words."], 1),
        (["# Recommendations", "We recommend that the trust mends its boat. It should do so by May.", "We recommend that the net is sold.", "# Reasons", "Words."], 2),
        (["# Recommendation 1 – Boats", "The trust should mend its boat.", "# Recommendation 2 – Nets", "The trust should sell its net.", "# Method"], 2),
        (["# Recommendations", "# For the trust", "• Mend the boat", "• Sell the net", "# For the council", "• Pay for a bell", "# Method", "We met in May."], 3),
        (["# Recommendations", "For the trust:", "• Mend the boat", "• Sell the net", "For the council:", "• Pay for a bell", "# Method", "We met in May."], 3),
        (["# Recommendations", "The Trust:", "• should mend the boat", "• should sell the net", "The Council:", "• should pay for a bell", "# Method", "We met in May."], 3),
        (["# Recommendations", "41.| We recommend that the trust mends its boat.", "42.| We further recommend that the net is sold.", "# Conclusion", "43.| The trust has done well, and should be proud."], 2),
        (["# Conclusions and recommendations", "1.| The boat leaks. We recommend that the trust mends it.", "2.| The net is torn, and we welcome the plan to sell it.", "3.| The trust should say by May what it will do.", "# Formal minutes", "Members present: A Heron"], 2),
        (["# Recommendations", "Members are asked to consider:", "1.| whether the boat should be sold;", "2.| who should pay.", "# Background", "Words."], 2),
        (["# What is asked of the Panel", "The Panel is asked for its views on the plan.", "# Background", "Words."], 1),
        (["# RECOMMENDED", "(1)| That the boat be sold;", "(2)| That the net be mended.", "# REASON", "It leaks."], 2),
        (["# Proposed resolution", "That the boat be sold.", "# Reason", "It leaks."], 1),
        (["# Recommended resolution:", "“That the Council sells the boat.”", "# Reason", "It leaks."], 1),
        (["RECOMMENDATION: REFUSE", "1.| The boat house would be too tall.", "2.| It would spoil the view."], 1),
        (["# RECOMMENDATION", "APPROVE subject to the following conditions:", "1.| The work must begin in three years.", "2.| The roof must be of slate.", "# Background"], 1),
        # a list that begins with 1 below a paragraph that bears another number
        # the first on the line of the heading
        (["Recommendation: 1. That the boat be sold.", "2.| That the net be mended.", "Reasons", "It leaks."], 2),
        # one begins as the other does
        (["# Decisions", "Full members are asked to vote on each of the following:", "> a)| A boat at £90", "> b)| A net at £4", "# Background"], 2),
        (["# Report", "In the light of this the reviewer made two policy recommendations:", "• that the boat be mended; and", "• that the net be sold.", "All agree."], 2),
        (["# Conclusions and recommendations", "1.| The trust does not know what its boats cost.", "Recommendation: The trust should count them by May."], 1),
        (["# Recommendations", "# Training", "R1| The trust to train its wardens.", "R2| Wardens to carry a lamp.", "# Next steps", "We shall meet again."], 2),
        (["# Recommendations", "1.| The trust should mend its boat (paragraph 14).", "2.| The council should pay for a bell (paragraph 22).", "# Annex", "Words"], 2),
        (["# Report", "Decision sought: That the Board agrees the plan and its cost.", "Background: the plan is old."], 1),
        (["# For decision", "The Board is asked to agree:", "(1)| the plan;", "(2)| the cost.", "# For information", "Words."], 2),
        (["# Recommendation", "Council is recommended to RESOLVE that:", "1)| the boat be sold", "2)| the net be kept", "# Reasons", "Words."], 2),
        (["# Recommendations", "3.1| That the Cabinet Member: (a) agrees the plan; (b) pays for it; and (c) asks for a report by May.", "# 4. Reasons", "4.1| It is due."], 3),
        (["# Recommendations", "1.| Mend the boat.", "Why: it leaks and people have fallen in.", "2.| Sell the net.", "Why: it is torn.", "# Method", "Words."], 2),
        (["# Recommendation 1: mend the boat", "Why this matters: it leaks.", "# Recommendation 2: sell the net", "Why this matters: it is torn.", "# Method", "Words."], 2),
        (["# 2. Recommendations", "The Executive resolves:", "2.1| To agree the plan.", "2.2| To pay for it.", "# 3. Summary", "3.1| Words."], 2),
        (["# Recommendation(s)", "It is recommended that, subject to the views of Council, Cabinet:", "1.| approves the plan; and", "2.| sells the boat.", "# Purpose", "Words."], 2),
    ],
)  # fmt: skip
def test_how_many_are_found(rows: list[str], expected: int) -> None:
    found = texts("# Report on boats", "On boats and nets.", *rows)
    assert len(found) == expected, found


@pytest.mark.parametrize(
    "rows",
    [
        # an applicant's proposal, a promoter's, and what is required of anybody
        ["Proposal: To erect six dwellings by the weir"],
        ["# The proposal:", "• It will provide:", "> •| a room for boats;", "> •| a shop."],
        ["# Action required", "1.| Mend the lock.", "2.| Paint the gate."],
        ["# Proposals", "1.| The first scheme has six dwellings.", "2.| The second has nine."],
        # what stands beside recommendations in their section
        ["# Findings and recommendations", "1.| Anglers said that the weir is slippery.", "2.| The lock has rusted."],
        # another head, and what was recommended before
        ["# Implementing recommendations", "1.| The boat should be sold by May."],
        ["# Overdue recommendations", "1.| The warden should count the herons (due in June)."],
        ["# Response to findings and recommendations", "1.| The trust should lend a boat."],
        ["Previous recommendation 3: The harbour should ring a bell at dusk every day."],
        # somebody else is advised
        ["Our adviser recommends that loans:", "• are short;", "• are few."],
        ["The Board may recommend to Council:", "• changes to the code", "• a new rule"],
        ["Schools should:", "• keep a list", "• send it in"],
        ["They think that the parish should:", "• mend the boat", "• sell the net"],
        ["In 2019 the Group made seven recommendations:", "• that the boat be mended", "• that the net be sold"],
        ["The following steps are taken:", "• the boat is mended", "• the net is sold"],
        # what auditors follow up, what was rejected, made before, or is somebody's power
        ["# Audit recommendations", "1.| Reconcile the account (implemented in May).", "2.| Review access (not yet due).", "# Conclusion", "Words."],
        ["# Alternative recommendations considered", "1.| That the boat be kept. Rejected because it leaks.", "# Conclusion", "Words."],
        ["# Recommendations made by the Panel in March", "1.| That the boat be sold.", "# Conclusion", "Words."],
        ["# Recommendations", "Not applicable.", "# Conclusion", "Words."],
        ["# How we make recommendations", "1.| The Panel should meet in May.", "# Conclusion", "Words."],
        ["# Agenda", "5.| Recommendations of the Panel", "6.| Date of next meeting"],
        ["The Committee has power to recommend to Council:", "• the budget", "• the plan"],
        ["Cabinet was asked to:", "• agree the plan", "• pay for it", "It did."],
        ["Council will be asked in May to:", "• agree the plan", "• pay for it"],
        ["Parents are recommended to:", "• read the form", "• call the school"],
        # a form that nobody has filled in, and how to fill it in
        ["# Recommendations", "This section should say what you want of the Board.", "# Background", "Keep it short."],
        ["# This form makes the following recommendations to the Board:", "1.| [Text]", "2.| {more text}", "# 1. INTRODUCTION", "1.1| Words."],
        ["# Recommendations", "3.1| There are no recommendations in this report."],
        ["Recommendations Agreed by the Board 12"],
        # what others ask for
        ["# Petition", "We the undersigned ask the Council to:", "• mend the boat", "• sell the net"],
        ["# What anglers think should change", "Boats should be lent to all.", "Nets should be mended."],
        ["# What the law says should happen", "A boat should be seen each year."],
    ],
)  # fmt: skip
def test_what_only_looks_like_a_section(rows: list[str]) -> None:
    assert texts(*rows) == []


def test_a_bullet_among_others_that_ask_for_nothing() -> None:
    rows = read_blocks("• The lane floods.", "• Members are asked to visit the weir at high tide.", "• It is too tall.")
    assert find_requests(rows) == ()


@pytest.mark.parametrize(
    ("heading", "weak"),
    [
        ("Summary and recommendation", False), ("Key recommendations", False), ("Approval(s) sought:", False),
        ("Findings and recommendations", True), ("Learning points and policy recommendations", True), ("Proposal(s)", True),
        ("Heritage recommendations", True), ("Progress on recommendations", None), ("Old recommendations", None),
        ("The Board is recommended:", None), ("Response and recommendations of others", None),
    ],
)  # fmt: skip
def test_below_a_weak_heading_stands_other_text_too(heading: str, weak: bool | None) -> None:
    found = heading_of(heading)
    assert (found.weak if found else None) is weak


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("That: 1) the plan be agreed; 2) it be published", ("That:", [("1)", "the plan be agreed;"), ("2)", "it be published")])),
        ("(a) Note it. (b) Ask for more.", ("", [("(a)", "Note it."), ("(b)", "Ask for more.")])),
        ("Note paragraph 1. of the plan and 2. of the code", ("Note paragraph 1. of the plan and 2. of the code", [])),
        ("Sell boat a) to the club", ("Sell boat a) to the club", [])),
    ],
)  # fmt: skip
def test_the_parts_of_a_list_in_one_text(text: str, parts: tuple[str, list[tuple[str, str]]]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["# Recommendations", "The Committee is asked to recommend that Cabinet:",
             "Recommendation 1: lends a boat.", "Recommendation 2: counts the herons each May."],
            ["The Committee is asked to recommend that Cabinet: lends a boat.",
             "The Committee is asked to recommend that Cabinet: counts the herons each May."],
        ),
        (["# Progress", "Recommendation 1: done.", "Recommendation 2: not yet begun."], []),
        (["The boats were seen in May:", "Recommendation 1: lent a boat.", "Recommendation 2: kept the net."], []),
    ],
)  # fmt: skip
def test_labelled_ones_that_go_on_with_the_sentence_above(rows: list[str], expected: list[str]) -> None:
    assert texts(*rows) == expected


def test_a_heading_may_say_what_it_is_for_and_parts_need_no_mark() -> None:
    for heading in ("# Recommendations – for decision", "# Draft resolution", "Recommendation: for approval"):
        for lead in ("The Board is asked to:", "Members are requested to"):
            for mark in ("{}.", "• {}.", "> (a)| {}."):
                parts = [part[:1].upper() + part[1:] for part in NOTED]
                marks = [mark.replace("a", letter) for letter in "abc"] if "(" in mark else [mark] * 3
                rows = [one.format(part) for one, part in zip(marks, parts, strict=True)]
                read = texts("# The weir", "On the weir.", heading, lead, *rows[:2], "# Background", "It was built.")
                assert read == [f"{lead} {part}." for part in parts[:2]], (heading, lead, mark)
    assert texts("# The weir", "Recommendation – to buy a boat for the weir.") == ["to buy a boat for the weir."]


def test_what_members_are_told_is_no_recommendation() -> None:
    def asked(row: str) -> list[str]:
        return [one.text for one in find_requests(read_blocks("# The weir", "On the weir.", row))]

    for told in ("switch off their telephones", "arrive by noon", "register with the clerk", "bring their own boats"):
        assert asked(f"Members are asked to {told}.") == []
        assert asked(f"It is recommended that visitors {told}.") == []
    for put in ("note the count", "comment on the plan", "approve the budget"):
        assert len(asked(f"Members are asked to {put}.")) == 1
    assert len(asked("It is recommended that the Board approves the budget.")) == 1
