"""Actions in minutes: whole rows, owners from the sentence before, dates, and what is left."""

from datetime import date

import pytest

from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.facts import Action, ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.slots import instruction, main_frame
from tests.builders.paragraphs import read_blocks

MEETING = date(2025, 3, 6)


def found(*rows: str) -> list[Action]:
    return list(find_minutes(read_blocks("# 6 Roads", *rows), meeting=MEETING).actions)


def briefly(*rows: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(action.kind.value, action.text, action.owner, action.requested_by) for action in found(*rows)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a pronoun finds its owner in the sentence before
        (
            ["The Strategic Manager responded that she did not know. She would look into it and report back."],
            [
                (
                    "commitment",
                    "Look into it and report back (The Strategic Manager responded that she did not know)",
                    "The Strategic Manager",
                    None,
                )
            ],
        ),
        # the subject of the clause is the owner, not the speaker
        (
            ["The Director confirmed that officers would circulate the figures to members."],
            [("commitment", "Circulate the figures to members (Roads)", "officers", None)],
        ),
        (
            ["The Chair agreed to write to the operator."],
            [("commitment", "Write to the operator (Roads)", "The Chair", None)],
        ),
        (
            ["The Head of Skills advised that more figures would be provided in the autumn on apprenticeships."],
            [
                (
                    "commitment",
                    "More figures to be provided in the autumn on apprenticeships",
                    "The Head of Skills",
                    None,
                )
            ],
        ),
        (
            ["Councillor Dray asked if a paper could be brought back to the Committee on buses."],
            [("request", "A paper to be brought back to the Committee on buses", None, "Councillor Dray")],
        ),
        (
            ["Councillor Reed suggested that a visit be arranged for members."],
            [("suggestion", "A visit to be arranged for members", None, "Councillor Reed")],
        ),
        (
            ["RESOLVED that the Corporate Director be asked to bring a further report to the Committee."],
            [("agreed", "Bring a further report to the Committee", "the Corporate Director", None)],
        ),
        (
            [
                "RESOLVED that the Committee:",
                "> (a)| notes the report; and",
                "> (b)| delegates authority to the Director of Highways to award the contract.",
            ],
            [
                (
                    "agreed",
                    "Award the contract (Roads)",
                    "the Director of Highways",
                    None,
                )
            ],
        ),
    ],
)
def test_rows(rows: list[str], expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert briefly(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["Councillor Ball asked how many buses there were.", "The Manager replied that there were eleven."],  # a question
        ["Councillor Ball asked for further information on fares.", "The Manager explained that they had risen."],  # answered on the spot
        ["Councillor Ball thanked officers for the work that had been done."],  # thanks
        ["The service provided advice to families and worked with schools every day."],  # routine work
        ["The Manager said that schools would receive less money next year."],  # what will happen to others
        ["Councillor Ball asked if the officer had looked into fares in the past."],  # a question about what was done
        ["RESOLVED that the report be noted."],  # a resolution only to note
        ["Councillor Field moved the following amendment to the motion:", "> 1.| That the Director be asked to report back.", "The amendment was lost."],
    ],
)  # fmt: skip
def test_what_is_no_action(rows: list[str]) -> None:
    assert briefly(*rows) == []


@pytest.mark.parametrize(
    ("sentence", "printed", "due"),
    [
        ("He would provide it by the end of June.", "by the end of June", date(2025, 6, 30)),
        ("It would come back by the end of January.", "by the end of January", date(2026, 1, 31)),
        ("A report would be brought in six months.", "in six months", date(2025, 9, 6)),
        ("She would write within 3 weeks.", "within 3 weeks", date(2025, 3, 27)),
        ("A sign would be put up on 18th March.", "on 18th March", date(2025, 3, 18)),
        ("It is due by 1 February.", "by 1 February", date(2026, 2, 1)),
        ("He would reply by 5 May 2026.", "by 5 May 2026", date(2026, 5, 5)),
        ("It would be discussed at the next meeting.", "at the next meeting", None),
        ("A report would come to a future meeting of the Panel.", "to a future meeting", None),
        ("It would be sent in the Spring term.", "in the Spring term", None),
        ("More would be said at a later date on hubs.", "at a later date", None),
        ("He would look into it.", None, None),
        ("In March the service had moved.", "In March", date(2025, 3, 31)),
    ],
)
def test_by_when(sentence: str, printed: str | None, due: date | None) -> None:
    assert find_due(sentence, MEETING) == (printed, due)


def test_no_meeting_date_gives_no_guess() -> None:
    assert find_due("by the end of June", None) == ("by the end of June", None)


def test_more_space_and_line_breaks_change_no_fact() -> None:
    text = "The Strategic Manager responded that she would circulate the figures to members by the end of June."
    one, two = found(text), found(text.replace(" ", "  ").replace("members", "members\u00a0"))
    assert [(a.text, a.owner, a.due) for a in one] == [(a.text, a.owner, a.due) for a in two]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("The Director would reply before the Autumn Budget statement.", None),
        ("The Director would reply before the Autumn.", "before the Autumn"),
        ("The Director would reply in the Spring Term 2026.", "in the Spring Term 2026"),
    ],
)
def test_a_season_that_names_something_else_is_no_date(sentence: str, printed: str | None) -> None:
    assert find_due(sentence, MEETING)[0] == printed


def test_no_verb_is_made_of_a_word_that_has_none() -> None:
    sentence = "Work was ongoing with the schools as to how the places are counted."
    frame = main_frame(find_frames(sentence))
    assert not instruction(sentence, frame, ActionKind.COMMITMENT, owner=None, context="").startswith("Ongo ")


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        (
            ["Councillor Gunn pressed for the counts, which she had asked for in the spring.", "Action: Counts to Councillor Gunn by the end of October - Edward Sale."],
            "by the end of October",
        ),
        (["The plan is to finish the work by 4 May, and the Clerk agreed to write to the operator."], None),
        (["By 4 May the Clerk would write to the operator."], "By 4 May"),
    ],
)  # fmt: skip
def test_due_is_when_it_is_to_be_done_not_another_day_of_the_sentence(rows: list[str], due: str | None) -> None:
    assert [action.due_printed for action in found(*rows)] == [due]


def test_what_was_done_gladly_is_done() -> None:
    assert find_frames("The Clerk was pleased to announce the winner.") == ()


@pytest.mark.parametrize(
    "row",
    [
        "Mr Ball offered to send the letter to Mrs Field, which he did at the end of the meeting.",
        "The Clerk to ring the bank about the card – done, closed.",
        "The Committee asked for the table to be explained and the officer did this.",
        "Action No. 5 – completed.",
    ],
)
def test_what_is_settled_already_is_no_action(row: str) -> None:
    assert found(row) == []


def test_how_something_was_done_is_not_what_became_of_an_action() -> None:
    row = "The Director agreed to explain to all members in writing how the wardens did this."
    assert [action.text for action in found(row)] == [f"{row[23:-1].capitalize()} (Roads)"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # all of the subject, a condition, the verb that another serves: nothing that the sentence says is lost
        (
            "It was settled that the Chairs of the Roads Committee, the Bridges Committee, and the Ferries Committee would be "
            "invited to the briefing.",
            "The Chairs of the Roads Committee, the Bridges Committee, and the Ferries Committee to be invited to the briefing",
        ),
        (
            "At the end of the trial, a report will be brought to the Committee.",
            "A report to be brought to the Committee, at the end of the trial",
        ),
        (
            "Subject to the view of the solicitor he would circulate the advice to all members.",
            "Circulate the advice to all members, subject to the view of the solicitor",
        ),
        (
            "The Engineer added that every plan that did not pass would be sent to the Clerk.",
            "The Engineer added that every plan that did not pass would be sent to the Clerk",
        ),
        # the director's verb is no gerund
        ("The Director agreed to bring the plan to the Panel.", "Bring the plan to the Panel"),
        # what stands before says nothing of it
        ("The meter was read in May. A survey of the bridge will be carried out.", "A survey of the bridge to be carried out"),
        # what a verb with a pronoun for its object is about stands in the same sentence, or in the one before
        (
            "The price of the new bridge was not at hand and the Clerk would send it to all members.",
            "Send it to all members (The price of the new bridge was not at hand)",
        ),
        (
            "Mr Ball asked how the old bridge was doing. The Engineer agreed to look into it in May.",
            "Look into it in May (Mr Ball asked how the old bridge was doing)",
        ),
        # what is only noted or told ahead of it is no part of the task; what is done to it besides is
        ("RESOLVED the survey be noted and a report on the width and weight of the bridge be made in May.",
            "A report on the width and weight of the bridge to be made in May"),
        ("RESOLVED that the survey be noted and that the Engineer write to the mill about the weir.", "Write to the mill about the weir"),
        ("The bridge was closed in June and it was agreed to send a plan of the detour to all members.",
            "Send a plan of the detour to all members"),
        ("The accounts of the bridge have been audited and will be laid before the Committee in May.",
            "The accounts of the bridge to be laid before the Committee in May"),
        ("Mr Ball spoke of the plan of the weir. It was agreed that this would be brought to the Committee in May and printed for all.",
            "This to be brought to the Committee in May and printed for all (Mr Ball spoke of the plan of the weir)"),
        ("Signs were put up and it was noted that the Clerk would send a plan of them to all members.",
            "Send a plan of them to all members (Signs were put up)"),
    ],
)  # fmt: skip
def test_the_wording_of_rows(row: str, expected: str) -> None:
    assert [text for _, text, *_ in briefly(row)] == [expected]


@pytest.mark.parametrize(
    "text",
    (
        "RESOLVED: That the Director of Parks be not asked to write to the tenants.",
        "The Clerk was not asked to write to the farmer.",
        "The Head of Parks would not circulate the costs of the pond.",
        "Councillor Bell suggested that a sign be put up by the pond. This was not supported.",
        "The Chair asked the Clerk for a list of the ponds. The request was refused.",
    ),
)
def test_what_is_not_to_be_done_is_no_action(text: str) -> None:
    assert found("MINUTES", "1. Ponds", "A plan of the ponds was read.", text) == []


def test_whoever_is_asked_does_not_ask() -> None:
    asked = found(
        "MINUTES", "1. Ponds", "The Clerk was asked by Councillor Bell to ask the police to attend the next meeting."
    )
    assert [(one.owner, one.requested_by) for one in asked] == [("The Clerk", None)]
    asked = found("MINUTES", "1. Ponds", "The Director was asked to provide the figures of the ponds.")
    assert [(one.owner, one.requested_by) for one in asked] == [("The Director", None)]


def test_he_who_is_asked_if_he_would_do_something_does_it() -> None:
    asked = found(
        "MINUTES", "1. Ponds", "Councillor Bell asked Mr Dunn if he would share his maps with the Clerk, and he agreed."
    )
    assert [one.owner for one in asked] == ["Mr Dunn"]


@pytest.mark.parametrize(
    "row",
    [
        "It was agreed to buy two new lamps for the quay.",
        "Agreed to look for more prices for boards as £9,000 would use up the fund.",
        "It was resolved to go ahead with the offer of the yard.",
    ],
)
def test_what_the_meeting_agrees_to_do_is_an_action(row: str) -> None:
    assert len(found(row)) == 1


@pytest.mark.parametrize(
    "row",
    [
        "It was agreed to keep the old lamps.",
        "It was agreed to confirm the ruling of the Master.",
        "It was agreed to take no further action.",
        "In May the yard had agreed to buy two lamps.",
    ],
)
def test_what_it_agrees_to_leave_or_others_had_agreed_is_none(row: str) -> None:
    assert found(row) == []


@pytest.mark.parametrize(
    ("row", "acts"),
    [
        # said and thereby done
        ("The Chair would like to thank the crews for mending the slip.", ()),
        ("Councillor Orme wished to thank the crews for mending the slip.", ()),
        ("The Chair would write to thank the crews.", ("write",)),
        ("Members would like to see a plan of the slip.", ("see",)),
        # what befalls somebody
        ("The harbour was due to receive a smaller grant.", ()),
        ("The yard is due to lose two cranes.", ()),
        ("The Clerk was due to bring a plan in May.", ("bring",)),
        # a thing asks nobody
        ("This glut of boats encouraged other ports to send their crews here.", ()),
        ("The low fares encouraged people to sell their cars.", ()),
        ("The Chair encouraged members to send their views.", ("send",)),
        ("Members were encouraged to send their views.", ("send",)),
        ("The letter urged the Board to reply.", ("reply",)),
        # what goes on
        ("Talks were ongoing as to how to count the boats.", ()),
        ("Officers were writing to the yards.", ("writing",)),
    ],
)
def test_what_is_no_doing_of_anybody(row: str, acts: tuple[str, ...]) -> None:
    assert tuple(frame.verb for frame in find_frames(row)) == acts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the day of what something is to be done before
        ("Members will be asked ahead of its reading by the Board in the spring.", (None, None)),
        ("send the plan prior to the visit of the Mayor in May", (None, None)),
        # by when it is to be done
        ("send the plan before the end of May", ("before the end of May", date(2025, 5, 31))),
        ("send the plan in May", ("in May", date(2025, 5, 31))),
        ("send the plan before Easter", ("before Easter", None)),
        ("send the plan in due course", ("in due course", None)),
    ],
)
def test_the_day_of_what_comes_after_is_not_by_when(sentence: str, expected: tuple[str | None, date | None]) -> None:
    assert find_due(sentence, MEETING) == expected


def test_whoever_asks_asks_whatever_stands_in_what_is_asked() -> None:
    for who in ("The Chair", "Mrs Lane", "Cllr. Fry", "KT"):
        for asked in (
            "asked for the number of boats, berth by berth, to be sent to members.", "asked Mr Hay to find out why the lamp had gone.",
            "requested a list of moorings, pier by pier, to be sent to members.",
        ):  # fmt: skip
            kinds = [one.kind for one in found("# 6 Quay", "The crane was shown.", f"{who} {asked}")]
            assert kinds == ["request"], (who, asked)
