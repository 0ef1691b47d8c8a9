"""Who is to act: what the sentence names, who takes a request up, who "she" is, and what a short name stands for."""

import pytest

from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.owners import can_act, find_owner, with_mark
from scrutiny.families.minutes.people import People
from scrutiny.families.minutes.slots import instruction, main_frame

HEAD = [
    "Present: Councillor Ann Bell (Chair), Cllr Jo Reid and Cllr Max Reid",
    "Officers: Mr Neil Garrick (Director of Housing), T. Osei (Head of Legal)",
    "The Assistant Director, Roads, sent apologies. The Director of Housing introduced the report.",
]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Mr Garrick", "Mr Neil Garrick"),
        ("Ms Osei", "Ms T. Osei"),
        ("Councillor Bell", "Councillor Ann Bell"),
        ("the Director", "the Director of Housing"),
        ("Cllr Reid", "Cllr Reid"),  # two of that name
        ("Mrs Lane", "Mrs Lane"),  # not on the list
        ("the Manager", "the Manager"),
        ("the Clerk", "the Clerk"),
    ],
)
def test_a_short_name_is_completed_where_one_fits(short: str, full: str) -> None:
    assert People.of(HEAD).complete(short) == full


def owner(
    text: str,
    kind: str = "commitment",
    *,
    earlier: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
    decided: bool = False,
) -> str | None:
    frames = find_frames(text, decided=decided)
    return find_owner(
        text, frames, main_frame(frames), ActionKind(kind), earlier=earlier, later=later, decided=decided
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillors requested Mr Hale, county council, to look into the drains.", "Mr Hale, county council"),
        ("The Flood Officer (Jo Bell) is to meet the farmer.", "The Flood Officer ( Jo Bell )"),
        ("As the unit's manager for rail, KT agreed to discuss this with them.", "KT"),
        ("Every case would be looked at by a social worker.", "a social worker"),
        ("The Corporate Risk Register would be brought up to date.", None),
        ("A ruling against the county would need further work.", None),
    ],
)
def test_who_the_sentence_names(text: str, expected: str | None) -> None:
    assert owner(text) == expected


def test_he_and_she_are_not_those_of_the_other_sex() -> None:
    earlier = ("Mr Dunn introduced the report.", "Mrs Lane asked about the cost.")
    assert owner("He would send her the figures.", earlier=earlier) == "Mr Dunn"
    assert owner("She would send him the figures.", earlier=earlier) == "Mrs Lane"


def test_a_request_is_his_who_takes_it_up() -> None:
    text = "Councillor Bell asked for a map of the sites."
    assert owner(text, "request", later=("The Planning Manager agreed to send one.",)) == "The Planning Manager"
    assert owner(text, "request", later=("Councillor Reid thought it a fine idea.", "Ms Osei would go.")) is None
    assert owner(text, "request") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(b) that the Audit Manager in future include the age of each case;", "the Audit Manager"),
        (
            "that Councillors Bell and Reid, together with Mrs Lane, visit the depot",
            "Councillors Bell and Reid, together with Mrs Lane",
        ),
        ("To delegate the final form of the papers to the Director of Housing", "the Director of Housing"),
        ("That the report be noted", None),
    ],
)
def test_who_a_decision_names(text: str, expected: str | None) -> None:
    assert owner(text, "agreed", decided=True) == expected


def test_an_outstanding_action_is_his_from_whom_it_is_awaited() -> None:
    assert owner("The note on fares, promised by the Head of Legal, was late.", "outstanding") == "the Head of Legal"
    assert owner("A reply from the Bus Manager was still awaited.", "outstanding") == "the Bus Manager"


def test_what_stands_in_the_action_column_is_given_too() -> None:
    frame = main_frame(find_frames("The Estates Manager will order the gate."))
    assert with_mark("The Estates Manager", "KT", frame) == "The Estates Manager (KT)"
    assert with_mark("DN and GD", "MC", frame) == "DN and GD"
    assert with_mark(None, "MC", frame) == "MC"


def test_a_thing_can_do_nothing() -> None:
    assert [can_act(who) for who in ("the Full Business Case", "Another", "the Friends", "the head of roads", "TR")] == [
        False, False, True, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Another is being arranged for the autumn.", "commitment", "Another is being arranged for the autumn"),
        ("A briefing on fares was requested before Easter.", "request", "Provide a briefing on fares before Easter"),
        ("The Board will be told once it is known.", "commitment", "The Board to be told once it is known"),
        ("It was felt that further money was needed.", "suggestion", "It was felt that further money was needed"),
        ("It was agreed to buy a second gate.", "agreed", "Buy a second gate"),
        ("Village Hall The roof to be mended by the trust.", "agreed", "The roof to be mended by the trust"),
    ],
)
def test_an_instruction_stands_alone(text: str, kind: str, expected: str) -> None:
    frames = find_frames(text)
    assert instruction(text, main_frame(frames), ActionKind(kind), owner=None, context="") == expected


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("The trust would report on the work that began in March 2024.", None),
        ("Minutes of the meeting held on 4 May 2024 to be sent out.", None),
        ("A list would be sent by 4 May 2024.", "by 4 May 2024"),
        ("It would come to the meeting in June 2024.", "in June 2024"),
    ],
)
def test_the_day_of_something_else_is_no_due_date(sentence: str, printed: str | None) -> None:
    assert find_due(sentence, None)[0] == printed
