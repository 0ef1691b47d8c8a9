"""Numbers of exclusions in prose: which count, of what, in which year, and what is no count."""

import pytest

from scrutiny.families.exclusions.prose import each_once, find_said
from tests.checks import quote

Said = tuple[str, str | None, str]


def said(*sentences: str) -> list[Said]:
    return [
        ("pupils suspended" if each.heads else each.measure.value, each.period, each.printed)
        for each in find_said([quote(sentence) for sentence in sentences])
        if not each.of_some
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # each count with the year of its own clause
            "In 2022/23 there were 31 permanent exclusions, compared with 24 permanent exclusions in 2021/22.",
            [("permanent exclusions", "2022/23", "31"), ("permanent exclusions", "2021/22", "24")],
        ),
        ("There were 19 expulsions in 2023/24.", [("permanent exclusions", "2023/24", "19")]),
        (  # pupils are counted once each, suspensions as often as they happen
            "In 2022/23 2,104 pupils were suspended and there were 3,870 suspensions.",
            [("pupils suspended", "2022/23", "2,104"), ("suspensions", "2022/23", "3,870")],
        ),
        (  # a year told from another one is not the one that is named
            "There were 31 permanent exclusions in 2022/23, up from 24 permanent exclusions the year before.",
            [("permanent exclusions", "2022/23", "31"), ("permanent exclusions", "the year before", "24")],
        ),
        ("In May 2023 there were 31 suspensions.", [("suspensions", "May 2023", "31")]),
        ("The target was missed: there were 31 suspensions in 2022/23.", [("suspensions", "2022/23", "31")]),
        ("Schools with a support plan made 31 suspensions in 2022/23.", [("suspensions", "2022/23", "31")]),
        ("There were 31 suspensions in the 2022/23 school year.", [("suspensions", "2022/23", "31")]),
        ("There were 31 suspensions for academic year 2022/23.", [("suspensions", "2022/23", "31")]),
        ("In Year 9, 14 pupils had been permanently excluded.", []),  # of a year group
        ("In 2022/23 three schools accounted for 14 permanent exclusions.", []),
        ("There were 88 suspensions for smoking in 2022/23.", []),
        ("Nationally there were 612,000 suspensions in 2022/23.", []),  # of another area
        ("Our neighbour had 44 permanent exclusions in 2022/23.", []),
        ("The five-year average is 27 permanent exclusions.", []),
        ("The team prevented 12 permanent exclusions in 2022/23.", []),
        ("There were 7 permanent exclusions per 10,000 pupils in 2022/23.", []),
        ("The unit took in 31 permanently excluded pupils in 2022/23.", []),
        ("Around 300 suspensions were made in 2022/23.", []),
        ("In 2022/23 only 3 permanent exclusions were from primary schools.", []),
        ("Each of the 12 permanent exclusions of 2022/23 costs £21,000.", []),
        ("The governors asked why 12 permanent exclusions had been overturned.", []),
        (  # a time that is no one year
            "Between 2020/21 and 2022/23 there were 88 permanent exclusions.",
            [("permanent exclusions", "Between 2020/21 and 2022/23", "88")],
        ),
        ("There were one hundred and five suspensions in 2022/23.", []),  # five is but the end of the number
        ("There were twenty one permanent exclusions in 2022/23.", []),
        ("There were twenty-one permanent exclusions in 2022/23.", [("permanent exclusions", "2022/23", "twenty-one")]),
        ("In 2022/23 there were pupils with three suspensions or more.", []),
        (  # a part of a year
            "There were 12 suspensions in the autumn term of 2022/23.",
            [("suspensions", "the autumn term of 2022/23", "12")],
        ),
        (  # counts of the same thing of which only the time is said
            "There were 6 permanent exclusions in the quarter and 29 in the year, against 33 in the year before.",
            [
                ("permanent exclusions", "the quarter", "6"),
                ("permanent exclusions", "the year", "29"),
                ("permanent exclusions", "the year before", "33"),
            ],
        ),
        (  # what follows is of a place, not of a time
            "There were 29 permanent exclusions in 2031/32 and 12 in two schools, against a target of 20 in the year.",
            [("permanent exclusions", "2031/32", "29")],
        ),
        (  # a list of years, also in brackets
            "There were 18 permanent exclusions in 2031/32, 25 in 2032/33 and 31 in 2033/34 (9 in 2030/31).",
            [
                ("permanent exclusions", "2031/32", "18"),
                ("permanent exclusions", "2032/33", "25"),
                ("permanent exclusions", "2033/34", "31"),
                ("permanent exclusions", "2030/31", "9"),
            ],
        ),
        (
            "Suspensions rose from 3,604 in 2032/33 to 3,871 in 2033/34.",
            [("suspensions", "2032/33", "3,604"), ("suspensions", "2033/34", "3,871")],
        ),
        (
            "Twenty-four pupils were permanently excluded in 2031/32.",
            [("permanent exclusions", "2031/32", "Twenty-four")],
        ),
        ("The number of suspensions was 31 in 2031/32.", [("suspensions", "2031/32", "31")]),
        (
            "There were 29 suspensions, compared with 31 in 2030/31.",
            [
                ("suspensions", None, "29"),
                ("suspensions", "2030/31", "31"),
            ],
        ),
    ],
)
def test_a_count_with_what_it_counts_and_its_year(sentence: str, expected: list[Said]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 12 permanent exclusions more than in 2021/22.",
        "The service expects 40 to 50 permanent exclusions in 2023/24.",
        "There would be 30 permanent exclusions if nothing was done.",
        "The rate is 5 per 100 suspensions.",
        "Four in ten suspensions were made by two schools.",
        "Elmham's extra 31 suspensions are most of the rise.",
        "The plan is for 12 suspensions in 2023/24.",
        "12 of the suspensions in 2031/32 were of girls.",  # parts
        "Two permanent exclusions in Year 9 were withdrawn.",
        "In Years 7 to 9, 41 pupils were permanently excluded.",
        "There were 12 permanent exclusions at Elm High in 2022/23.",
        "There were 12 permanent exclusions of pupils with autism in 2022/23.",
        "In 2022/23 there were 9,376 permanent exclusions nationally.",
        "There were 9 permanent exclusions of pupils with SEN support.",
        "One school, High Elm Academy, made 12 permanent exclusions.",  # of a place that is not the council's
        "Lowmarsh had 40 permanent exclusions in 2022/23.",
        "The team has 16 FTE posts.",  # full-time equivalents
    ],
)
def test_what_is_no_count_of_exclusions(sentence: str) -> None:
    assert said(sentence) == []


def test_a_count_of_the_councils_own_area_is_of_all() -> None:
    head = "Report to the Cabinet of Northmarsh and Vale County Council"
    for who in ("Northmarsh and Vale", "The county", "Schools", "We"):
        assert said(head, f"{who} had 40 permanent exclusions in 2022/23.") == [
            ("permanent exclusions", "2022/23", "40")
        ]
    assert said(head, "Northmarsh High Academy had 40 permanent exclusions in 2022/23.") == []


def test_an_abbreviation_means_what_the_paper_writes_out() -> None:
    written_out = "Fixed-term exclusions (FTE) are given by the head teacher."
    assert said(written_out, "There were 16 FTEs in 2022/23.") == [("suspensions", "2022/23", "16")]
    assert said(written_out, "The team has two full-time equivalents.", "It has 16 FTEs.") == []


def test_a_count_given_again_of_the_same_time_is_given_once() -> None:
    again = "Of the 29 permanent exclusions in 2031/32 most were of boys."
    found = find_said([quote("There were 29 permanent exclusions in 2031/32."), quote(again)])
    assert [(each.period, each.printed) for each in each_once(found)] == [("2031/32", "29")]


def test_a_number_that_stands_behind_what_it_counts() -> None:
    times = ("in 2031/32", "in the 2031/32 academic year", "in the autumn term 2031", "in 31/32")
    for time in times:
        period = time.removeprefix("in ")
        for sentence in (
            f"The number of suspensions {time} was 31.", f"Suspensions {time}: 31.", f"Suspensions stood at 31 {time}.",
            f"Suspensions fell by 9 to 31 {time}.", f"There were 31 suspensions {time}, down from 40 in 2030/31.",
        ):  # fmt: skip
            own = [(measure, when, value) for measure, when, value in said(sentence) if value == "31"]
            (found,) = own
            assert found[1] in (period, "2031/32"), (sentence, found)
        for sentence in (
            f"The rate of suspensions was 31 {time}.", f"Days lost to suspensions {time}: 31.",
            f"Girls: suspensions {time}: 31.", f"Suspensions were 31 fewer {time}.", f"Suspensions: 31 days {time}.",
            f"There were 31 suspensions from special schools {time}.", f"Bullying led to 31 suspensions {time}.",
            f"There were 31 suspensions in the Elm district {time}.", f"White pupils received 31 suspensions {time}.",
        ):  # fmt: skip
            assert said(sentence) == [], sentence
