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
