"""What was lost, withdrawn or not seconded is no decision and no action, wherever its outcome stands."""

import itertools

import pytest

from scrutiny.families.minutes.openers import is_lost
from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks


def read(*rows: str) -> tuple[list[str], list[str]]:
    found = find_minutes(read_blocks("# 6 Roads", *rows), meeting=None)
    return [one.text for one in found.decisions], [one.text for one in found.actions]


@pytest.mark.parametrize(
    "rows",
    [
        # the outcome stands in the next sentence, below the debate, or in the same sentence
        ["It was proposed by JB and seconded by AM that the barn be let. On a vote the motion was lost."],
        [
            "Mr Ball moved an amendment seconded by Mrs Field. The words as follows:",
            "Where stage one means the survey;",
            "That the Roads Committee",
            "> 1.| Approve a survey of the bridge for up to £5,000.",
            "> 2.| Ask the Clerk to write to the owner of the mill about the survey.",
            "The officer spoke of the costs.",
            "The amendment was withdrawn.",
        ],
        ["Mr Ball moved that the Clerk write to the owner of the mill, but withdrew the motion."],
        ["Mr Ball proposed that the Clerk write to the owner of the mill.", "There being no debate, the motion fell."],
        [
            "When it was put to the vote, recommendation 2 FELL (3 for, 8 against)",
            "Recommendation 2 was not approved:",
            "2.| Authorise the Director of Roads to consider the survey and make a delegated decision on the bridge.",
        ],
    ],
)
def test_what_fell(rows: list[str]) -> None:
    assert read(*rows) == ([], [])


def test_what_is_carried_after_an_amendment_fell() -> None:
    decisions, _ = read(
        "The recommendations were moved by Mr Ball and seconded by Mrs Field.",
        "Mr Dorn moved an amendment. The words as follows:",
        "That the Roads Committee",
        "> 1.| Approve a survey for up to £5,000.",
        "The amendment was lost, and the recommendation was CARRIED.",
        "# It was APPROVED; That the Roads Committee",
        "> 3.| Approve a survey for up to £10,000.",
        "> 4.| Note the plan.",
    )
    assert decisions == [
        "It was APPROVED; That the Roads Committee 3. Approve a survey for up to £10,000. 4. Note the plan."
    ]


def test_the_debate_on_what_fell_gives_no_action() -> None:
    _, actions = read(
        "• The proposal to delegate the decision on the bridge to the Director of Roads with the Chair was meant to save time.",
        "When it was put to the vote, recommendation 2 FELL",
        "Recommendation 2 was not approved:",
        "2.| Authorise the Director of Roads, with the Chair, to make a delegated decision on the proposals for the bridge.",
    )
    assert actions == []


@pytest.mark.parametrize(
    "row",
    (
        "The Panel voted by 4 votes to 5 in favour of closing the pond.",
        "The Panel voted 4-5 to close the pond.",
        "The Panel voted by four votes to five in favour of closing the pond.",
        "That the pond be closed. LOST (3 for, 5 against).",
        "That the pond be closed. Motion lost.",
    ),
)
def test_what_fewer_voted_for_than_against_is_not_decided(row: str) -> None:
    assert read("The Panel heard of the pond.", row) == ([], [])


@pytest.mark.parametrize(
    "row",
    (
        "The Panel voted by 5 votes to 4 in favour of closing the pond.",
        "The Panel agreed to raise the number of wardens by 2 to 10.",
        "That the pond be closed. CARRIED (5 for, 3 against).",
    ),
)
def test_what_more_voted_for_is(row: str) -> None:
    assert read("The Panel heard of the pond.", row)[0]


@pytest.mark.parametrize(
    ("row", "lost"),
    (
        ("Recommendations 2b and 3 were not approved.", True),
        ("The amendment was put to the vote and lost, 3 for, 5 against.", True),
        ("A recorded vote was asked for: For 11, Against 22, Abstentions 1.", True),
        ("The request for a sum was heard and it was resolved that it be declined.", False),
        ("The name of the barn was not settled and it was decided that Mr Ball be asked.", False),
        ("The bus to the mill was withdrawn in May.", False),
    ),
)
def test_what_became_of_a_motion(row: str, lost: bool) -> None:
    assert is_lost(row) == lost


def test_no_part_of_what_fell_is_an_action() -> None:
    told = (
        "Mr Ball moved that {} and {}. On a vote the motion was lost.",
        "It was proposed by JB and seconded by AM that {}, and that {}. The motion fell.",
        "Mr Ball moved that {} and {}, but withdrew the motion.",
        "Councillor Day suggested that {} and {}. This was not agreed.",
        "It was not agreed that {} and {}.",
        "The Committee considered whether to agree that {} and {}, and decided against it.",
        "An amendment that {} and {} was put and lost.",
        "Mrs Day proposed that {}; {}. There was no seconder.",
        "A resident had asked that {} and {}. The Chair replied that neither could be done.",
        "The petition asked that {} and that {}.",
    )
    firsts = ("the gate be mended", "the report be noted", "£500 be set aside for the roof")
    others = (
        "the Clerk write to the mill",
        "the Head of Culture submit a plan for the barn",
        "officers report to the next meeting",
    )
    for text, first, other in itertools.product(told, firsts, others):
        assert read(text.format(first, other)) == ([], []), (text, first, other)
