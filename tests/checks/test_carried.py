"""What sentences say of figures of the sentence before, and changes told in an unusual order.

Each pair holds a true passage and the same with one figure changed. The grammar was met in published papers; of their
own false twins, 32 of 102 were found before these rules.
"""

import pytest

from tests.checks.test_statements import alarms

PAIRS = [
    # --- of the sentence before
    ("Of the 940 gardens, 412 (44%) were inspected. Of these, 103 (25%) had a fault.",
     "Of the 940 gardens, 412 (44%) were inspected. Of these, 103 (35%) had a fault."),
    ("We opened 40 cases. Of those, 12 (30%) were late.", "We opened 40 cases. Of those, 12 (40%) were late."),
    # --- more than there are
    # --- shares
    ("A total of 4,120 visits were made, 1,030 (25%) by wardens and 3,090 (75%) by volunteers.",
     "A total of 4,120 visits were made, 1,030 (35%) by wardens and 3,090 (75%) by volunteers."),
    # --- changes
    ("It had 1,286 calls, a 15% reduction upon the 1,517 of the year before.",
     "It had 1,286 calls, a 25% reduction upon the 1,517 of the year before."),
    ("A total of 5,280 fires were put out, an increase of 10% (480 fires) over the year before.",
     "A total of 5,280 fires were put out, an increase of 10% (680 fires) over the year before."),
    ("The depot has a £3.9m overspend, an increase of £1.5m from the £2.4m told in May.",
     "The depot has a £3.9m overspend, an increase of £2.5m from the £2.4m told in May."),
    ("There were 394 referrals in 2016 compared to 389 in 2017, a decrease of 1.3%.",
     "There were 394 referrals in 2016 compared to 389 in 2017, a decrease of 3.1%."),
]  # fmt: skip

SILENT = [
    "The day rate goes up from £79 to £81; the night rate goes up from £90 to £143.",
    "Take-up was 68% male attendance and 55% female attendance.",
    "Of the men 68% and of the women 55% voted.",
    "40% of the members, with 31 of 80 present, voted for it.",
    "We saw 30 homes and 12 shops. Of these, 20 (40%) were sound.",
    "The club has 40 members. Fifty were asked and 12 were not at home.",
    "The rent goes up by £5.20 a year, or £96 a week with heating.",
    "There were 12 wards, 14 of the wards of which we spoke being larger.",
    "Of the 200 cases 150 were seen. Of these, 90 (60%) were sound and 38 (19% of all) were not.",
    "Of the 90 items 60 were returned. Of those, 15 (25%) were damaged.",
    "The budget is £4.2m. It rose by 5% from £2m for grants.",
    "There were 34 fires in the last quarter. It fell by 20% from 150 in the year.",
    "There were 4,400 calls, an increase of 10% (2,100 with injury).",
    "There were 4,400 offences, an increase of 10% (310 thefts).",
    "There was a fall of 12% (40 fewer than the target of 300) to 310.",
    "The club costs £9,750 a year (£250 a week in term time).",
    "The place costs £19,500 a year, or £500 a week.",
    "Fees are £1,500 a year (£45 a week) with a discount for those who pay by the year.",
    "7 visits were made to homes, 8 of which had been seen before.",
    "In all 300 carers (150 by day and 170 by night, some in both) were supported.",
    "There are 45 seats (30 held by one party and 12 by another).",
    "The council's 60 members (31 Alliance, 17 Union and 9 Independent) met.",
    "The budget is £60.9m, an increase of 1.5% (£0.4m) in staffing and 3% (£0.5m) in supplies.",
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_a_pair(right: str, wrong: str) -> None:
    assert alarms(right) == []
    assert alarms(wrong)


@pytest.mark.parametrize("text", SILENT)
def test_it_says_nothing(text: str) -> None:
    assert alarms(text) == []


def test_the_middle_of_what_a_figure_can_stand_for_is_no_result() -> None:
    assert alarms("Of £40m, £18m (49%) is spent.") == ["printed 49%, £18m of £40m is 45 %"]


def test_a_message_has_the_word_that_makes_a_figure_rough() -> None:
    assert alarms("More than 40% of the 80 members (31) voted.") == ["printed more than 40%, 31 of 80 is 38.75 %"]


def test_millions_are_millions() -> None:
    right = "The shortfall is £6.1 millions, which is £2 million above the £4.1 millions of May."
    assert alarms(right) == []
    assert alarms(right.replace("£2 million ", "£3 million "))
