"""Pages that tell of a single child are known by any of several signs; papers on policy and minutes are not taken."""

import pytest

from scrutiny.prose.casestudies import find_case_studies, tells_of_a_child

TELLS = [
    "Appendix 5 Orchard Case Studies\nCosts by year",  # the heading of a table with a column of stories
    "CASE STUDY\nA story follows.",
    "3. Case Study: the move to Year 8\nThe table shows",
    "Child A was referred to the service. Support followed.",  # a name given instead of a name
    "The risk to CS-A12 was not assessed.",  # a code given instead of a name
    "Work with Family B showed what can be done.",
    "The student was placed. Her mother asked for help. The student settled, and the student moved on.",
    "At age 12 she was moved. She ran away and told her aunt, who took her in.",
    "He ran away when he was 13. She found him, and he was moved.",
    "A 14-year-old came to the hub. He had not been to school; his uncle brought him.",
]

DOES_NOT = [
    "Six case study areas were chosen across England and Wales.",  # places
    "Port Ellery was held up as a fine case study with buses until midnight.",
    "The school must tell the parent. The pupil must be heard. The pupil may appeal. The pupil keeps a place.",  # rules
    "The Chair thanked the Officer. The Head of Service advised that she would report. She said that her team and he "
    "had met. The Director noted that the child, aged 12, the child and the child protection team were known.",
    "Children aged 16 to 17 who are not in education; his or her school is told.",
    "The percentage was 9%. Kim said she had not been asked and he would reply to her when she had.",  # no age
    "The budget was 31. He would ask; she and he agreed.",
    "Pupil 2 and Pupil 3 are rows of a table: pupil 2 costs £9,500.",
    "Her Majesty's Inspectorate visited when she was aged 5 months into the year.",
    "In Year 8 a pupil costs £19,950; the 4 pupils cost £257,952.",
]


@pytest.mark.parametrize("text", TELLS)
def test_it_tells_of_a_child(text: str) -> None:
    assert tells_of_a_child(text)


@pytest.mark.parametrize("text", DOES_NOT)
def test_it_tells_of_no_child(text: str) -> None:
    assert not tells_of_a_child(text)


def test_a_story_is_followed_over_the_page_and_no_further() -> None:
    """The next page of a story has no sign of its own; the one after tells of costs again."""
    pages = ["Case Studies\n1. Male.", "place. He was quiet, and his form tutor helped.", "190 days x £110 = £20,900"]
    assert find_case_studies(pages) == {1, 2}


def test_near_misses_take_no_time() -> None:
    from time import perf_counter

    start = perf_counter()
    for hostile in (
        "A " * 5000,
        "Aa " * 4000,
        "the child " * 1000,
        "Case " * 2500,
        "CS-A" * 3000,
        "Xx Case Stud " * 900,
    ):
        tells_of_a_child(hostile)
    assert perf_counter() - start < 1.0
