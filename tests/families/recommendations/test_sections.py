"""Sections of recommendations in the forms that other publishers give them."""

import pytest

from scrutiny.families.recommendations.read import find_recommendations, find_requests
from tests.builders.paragraphs import read_blocks


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # for an addressee, bulleted
        (
            ["# Recommendations for the Department:", "• Publish the waiting times", "• Review the form"],
            ["Publish the waiting times", "Review the form"],
        ),
        # both languages in the heading, a dash for a colon
        (["# Argymhellion / Recommendations", "That the Committee –", "> (a)| note the figures; and", "> (b)| agree the plan."],
         ["That the Committee – note the figures; and", "That the Committee – agree the plan."]),
        # the heading says who is asked
        (["# A – WHAT FORUM IS ASKED TO DO", "Members are invited to note the forecast."], ["Members are invited to note the forecast."]),
        # numbered in the text, not in bold
        (
            ["# Homes", "Words.", "Recommendation 5: Notes the intended receipt of a grant for homes this year."],
            ["Notes the intended receipt of a grant for homes this year."],
        ),
        # announced at the end of a paragraph
        (
            ["Given all this the following recommendations are proposed:", "• The objectives must be clear.", "• The area must be set."],
            ["The objectives must be clear.", "The area must be set."],
        ),
        # a number alone on its line, with what should be done below it
        (
            ["Recommendation 1", "The trust should send a copy to the warden.", "Recommendation Two", "The board must ask for proof.",
             "7.2| The clinic has its own list."],
            ["The trust should send a copy to the warden.", "The board must ask for proof."],
        ),
        # asked again
        (
            ["# 4. Recommendations", "4.1| It is recommended that the trial goes on.", "4.2| It is further recommended that it is extended."],
            ["It is recommended that the trial goes on.", "It is further recommended that it is extended."],
        ),
        # the whole of a list, and the list of an appendix
        (["# Full list of recommendations", "Governors should:", "1.| read the policy;"], ["Governors should: read the policy;"]),
        (["# Appendix 1 – draft recommendations to Cabinet", "• Pay for a warden."], ["Pay for a warden."]),
        # letters within one paragraph
        (
            ["Recommendation: It is proposed that Cabinet (a) notes the return; (b) agrees the visits; and (c) hears again."],
            [f"It is proposed that Cabinet {part}" for part in ("notes the return;", "agrees the visits; and", "hears again.")],
        ),
        # not yet written, and only named
        (["# Recommendations", "1.| [Recommendation here]", "2.| <text>"], []),
        (["Recommendation 4", "This was agreed last year."], []),
        (["# Appendix 1 and draft recommendations of others", "• Pay for a warden."], []),
        # what became of one, and none at all
        (["Recommendation 1: None required – for noting only."], []),
        (["# Reasons for recommendation", "• It is required by law."], []),
    ],
)  # fmt: skip
def test_sections(rows: list[str], expected: list[str]) -> None:
    assert [row.text for row in find_recommendations(read_blocks(*rows))] == expected


def test_a_sentence_of_its_own() -> None:
    blocks = read_blocks("1| The Commission is asked to note the report.", "2| The figures are asked for each year.")
    assert [row.text for row in find_requests(blocks)] == ["The Commission is asked to note the report."]


def texts(*rows: str) -> list[str]:
    return [row.text for row in find_recommendations(read_blocks(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # whoever is asked, in capitals or not, with and without a heading
        (["The Committee is RECOMMENDED to:", "a)| note the return;", "b)| agree the list.", "3.| Background", "3.1| Words."], 2),
        (["# Empty homes", "It is recommended that the Board:", "(i)| supports the charge;", "(ii)| hears the manager."], 2),
        (["# Speed", "It is RECOMMENDED:", "(1)| THAT the limit be moved;", "(2)| THAT no objection be raised."], 2),
        (["# Fund", "The Forum is asked to:", "• agree the criteria;", "• note the forecast.", "# 1. Context"], 2),
        (["# Fire cover", "Members are asked:", "• To note the outcome.", "• To agree the crew.", "# Background"], 2),
        (["# Youth", "The Commission recommends to Cabinet:", "• That the club is kept.", "• That the saving is found."], 2),
        (["THE CABINET IS ASKED TO AGREE:", "1.| the strategy;", "2.| the limits.", "REASONS", "Words."], 2),
        (["# Chapter 2", "We recommend that:", "the council asks for the ranks to be lit.", "# Chapter 3"], 1),
        (["# Care", "We call on the council to:", "1.| pay the deposit;", "2.| name an adviser.", "# Thanks"], 2),
        # headings by their head noun
        (["Officer recommendation", "That the Panel recommends that the draft be published.", "Background", "Words."], 1),
        (["13.| RECOMMENDATIONS TO THE EXECUTIVE", "13.1| That the lease be extended.", "13.2| That a tender begin."], 2),
        (["1 Recommendations", "1.1| Members note the report.", "1.2| Members name a service.", "2| Introduction", "2.1| Words."], 2),
        (["RECOMMENDED ACTION", "The committee is invited to comment on the figures.", "DETAILS", "1.| Words."], 1),
        (["# WHAT IS THE COMMITTEE ASKED TO DO?", "Note the forecast and the steps taken.", "# WHY?", "Words."], 1),
        (["# Our recommendations", "1.| The council should keep a list.", "2.| The council should publish it."], 2),
        (["Recommendation: that the Committee:", "(a)| note the state; and", "(b)| ask for more.", "1.| Introduction"], 2),
        # a number in the text that goes on from the one before
        (["2.| Recommendations", "It is recommended that the Committee:", "2.1 notes the plan; and", "2.2 agrees it.", "3.| Details"], 2),
        (["# Recommendations for the Board", "R1 Commission more places.", "R2 Report each quarter.", "# Evidence"], 2),
        (["Recommendation One: The council should publish one list of lunch clubs."], 1),
        (["5 Recommendation", "5.1| The Panel is asked to: a) consider the plan; and b) make a report on it."], 2),
        # a list within the list, and the next of the outer one
        (["# 2. Recommendations", "2.1.| To note the following:", "(i)| the figures; and", "(ii)| the dates.", "2.2.| To approve the plan."], 3),
        (["# Recommendations:", "A Note the guidance on plans.", "B Approve a budget for the plan.", "# 1. Purpose"], 2),
        (["# A – Recommendations", "The Executive is asked to:", "A1. Note the method.", "A2. Approve the fees.", "# B – Options"], 2),
        (["# Play area", "RECOMMENDATION: To accept the lower quotation."], 1),
        (["# RECOMMENDATIONS OF THE CABINET MEMBER FOR PARKS", "(1)| That the fee be set.", "(2)| That the fund be kept."], 2),
        (["# 2.0 RECOMMENDATIONS", "It is recommended that the Joint Board (JB):", "2.1| Notes the position.", "2.2| Remits it to the officer."], 2),
        (["# 2. Key recommendations", "# Recommendation 1", "Agree a few priorities.", "# Recommendation 2", "Hear from tenants.", "# 3. Method"], 2),
        (["Recommendations / key decisions required:", "THAT THE PANEL SEEKS ONE MORE MEMBER FOR THE FOUR YEARS TO COME", "# Reasons:"], 1),
        (["# Chapter 31: Recommendations", "31.4| I therefore recommend:", "a.| that each pier be lit; and", "b.| that each be gated."], 2),
        # one word of Welsh each for "is asked" and "recommendations"
        (["# ARGYMHELLION", "Gofynnir i’r Cabinet:", "1.| Gymeradwyo’r cynllun.", "2.| Nodi’r risgiau.", "# CEFNDIR"], 2),
        (["Decisions / Action required:", "1.1| That the Board RESOLVES to keep the plan;", "1.2| That the Board NOTES it."], 2),
        (["# ARGYMHELLIAD(ION) / RECOMMENDATION(S)", "2.1| That Members note the tides.", "2.2| That the gate be shut."], 2),
        (["3.0| Recommendations", "3.1| To agree to three slips.", "4.0| Resource implications", "4.1| £9,000 a year."], 1),
        (["Conclusion 1 The boat was let in haste.", "Recommendation 1 That the Board should not let a boat until it is surveyed."], 1),
        (["Officer Recommendation(s): It be RESOLVED: That a) the takings be noted; and b) the gate be shut."], 2),
        # what only states something is none
        (["# Recommendations", "61.| The Council should apologise.", "62.| The Council has accepted this."], 1),
        # what follows one that stands by itself is no other
        (["Decision required: Members are asked to approve the statement.", "1.| What this is about", "1.1| Words of it."], 1),
        (["2 Recommendations", "2.1 That Cabinet:-", "2.1.1| Approves the sale.", "2.1.2| Signs it.", "3 Background"], 2),
    ],
)  # fmt: skip
def test_how_recommendations_are_opened(rows: list[str], expected: int) -> None:
    assert len(texts(*rows)) == expected, texts(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["Applicants are asked to:", "• Fill in the form", "• Send their accounts"],
        ["Members of the public are invited to:", "• ask a question", "• bring a petition"],
        ["The council asks residents to:", "• put bins out by seven", "• rinse tins"],
        ["It is recommended that landlords:", "• sweep flues each year", "• test alarms"],
        ["It is proposed to buy the hall on these terms:", "• half now", "• half in a year"],
        ["The Committee is asked to join both schemes into one scheme:", "• the grants", "• the loans"],
        ["Recommendations from internal audit: 12 are open.", "1.| Some are late."],
        ["# Progress on recommendations", "1.| The first is complete.", "2.| The second is late."],
        ["# Previous recommendations", "1.| That the bridge be lit was agreed last year.", "2.| It has been lit."],
        ["# Reasons for the recommendations", "1.| The Act requires a statement.", "2.| None was published."],
        ["# Response to the recommendations", "The Executive accepts them.", "• It will report in May."],
        ["The survey asks:", "• how often people walk", "• whether they feel safe"],
        ["In its review the committee recommended that:", "• the clinic stay open", "• the Trust report back"],
        ["Decisions / actions taken:", "1.| The gate was shut."],
        ["Recommendation 1 was that the boat should be sold, which was done in May."],
        ["They were asked to:", "• keep a diary", "• send it in"],
        ["# Recommendations from the inquiry of 2019", "1.| Most are complete."],
        ["# Recommendations", "31.1| In this chapter I bring together what follows from my findings."],
    ],
)
def test_what_opens_none(rows: list[str]) -> None:
    assert texts(*rows) == []


def test_residents_are_asked_nothing_by_a_report() -> None:
    rows = read_blocks(
        "Residents are invited to come to the hall on Saturday.", "The Panel is invited to note the date."
    )
    assert [row.text for row in find_requests(rows)] == ["The Panel is invited to note the date."]
