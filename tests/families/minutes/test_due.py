"""By when: every printed form of a day keeps its words, and gives a date only where one follows."""

from datetime import date

from scrutiny.families.minutes.due import due_of, find_due

MEETING = date(2031, 3, 6)
DAY = date(2031, 4, 14)
SENTENCES = (
    "The Clerk would send the plan to members {}.", "The Clerk to send the plan {} and report back.",
    "The Clerk will, {}, send the plan to members.",
)  # fmt: skip
DAYS = (
    "14 April 2031", "14 April", "14th April", "the 14th of April", "April 14", "April 14th", "April 14, 2031",
    "Monday 14 April", "Mon 14 Apr", "Monday, 14 April 2031", "14-Apr-31", "14/04/2031", "14/4/31", "14.04.31",
    "14-04-2031", "14/4", "2031-04-14",
)  # fmt: skip
LEADS = ("by", "before", "on", "until", "no later than", "by no later than", "on or before", "by noon on", "by 5pm on",
         "by close of business on", "at the meeting on", "to its next meeting on")  # fmt: skip


def test_every_form_of_a_day_is_that_day() -> None:
    for day in DAYS:
        for lead in LEADS:
            for sentence in SENTENCES:
                printed, due = find_due(sentence.format(f"{lead} {day}"), MEETING)
                assert due == DAY, f"{lead} {day}"
                assert printed is not None
                assert printed.endswith(day)


def test_words_stay_words_and_other_times_are_reckoned_only_from_the_meeting() -> None:
    words = (
        "by the 14th", "by Friday", "by mid-April", "in early April", "at the beginning of April", "before April",
        "within ten working days", "in six to eight weeks", "in a couple of weeks", "ahead of the next meeting",
        "by next meeting", "at the April meeting", "to the April Board", "before the AGM", "by the end of term",
        "by year end", "by the end of Q2", "by 2033", "once available", "at the earliest opportunity", "shortly",
    )  # fmt: skip
    reckoned = {
        "by end of April": date(2031, 4, 30), "at the end of April": date(2031, 4, 30), "within a fortnight": date(2031, 3, 20),
        "within fourteen days": date(2031, 3, 20), "in six weeks' time": date(2031, 4, 17),
        "within two weeks of the meeting": date(2031, 3, 20),
    }  # fmt: skip
    for sentence in SENTENCES:
        assert [find_due(sentence.format(one), MEETING) for one in words] == [(one, None) for one in words]
        assert {one: find_due(sentence.format(one), MEETING)[1] for one in reckoned} == reckoned
        assert find_due(sentence.format("within two weeks of receipt of the form"), MEETING) == (
            "within two weeks",
            None,
        )


def test_the_day_of_something_else_is_not_by_when() -> None:
    """A day that was lately, one of the year before, one that a thing ends on, and one of what was so."""
    for text in (
        "about the fair on 4 February", "who let the boats in on 4 January 2031", "the lease that ends on 14 April 2040",
        "how many boats came in April 2030", "that the fair in June was off", "on Tuesday 31 April",
    ):  # fmt: skip
        assert find_due(f"The Clerk would ask {text}.", MEETING)[1] is None


def test_a_field_gives_a_date_where_it_names_one_alone() -> None:
    named = (
        "14 April",
        "14/4/31",
        "Due: 14 Apr 2031",
        "Next meeting - 14 April 2031",
        "5pm, 14 April 2031",
        "Mon 14th Apr",
    )
    assert [due_of(one, MEETING) for one in named] == [DAY] * len(named)
    assert due_of("14 January 2031", MEETING) == date(2031, 1, 14)  # overdue, and says so itself
    for other in (
        "14 April, revised to 20 May", "14 April 2031 (was 3 March 2031)", "14 January", "January", "April/May", "TBC",
        "May meeting", "Tuesday 14 April", "from 14 April 2031", "31/04/2031", "2 weeks after receipt", "14 or 15 April",
    ):  # fmt: skip
        assert due_of(other, MEETING) is None, other
