"""Sentences of our own that are actions or nearly so: none of the near misses becomes a row, most actions do."""

from pathlib import Path

import pytest

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.features import Setting, find_features, masked
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.model import shipped_model
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.words import Doing

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, str]]:
    """Kind and text of each row; a third column names the sort of body that puts it so, a publisher to the learning."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(kind, text) for kind, text, *_ in (line.split("\t") for line in lines)]


def alone(text: str, *, decided: bool) -> Setting:
    return Setting(
        text=text, before="", after="", heading="", decided=decided, loud=decided, mark=False, label=False,
        block_marked=False, paper_marks=False, present="will " in text, marker=None, bullet=False, first=False, last=False,
    )  # fmt: skip


def chance(kind: str, text: str) -> float:
    return shipped_model().probability(find_features(alone(text, decided=kind.endswith(" D"))).features)


def test_there_are_enough_near_misses() -> None:
    assert len(rows("near_misses.tsv")) >= 300


def test_no_near_miss_is_an_action() -> None:
    high = shipped_model().high
    assert [text for kind, text in rows("near_misses.tsv") if chance(kind, text) >= high] == []


def test_nearly_every_action_is_seen() -> None:
    low, high = shipped_model().low, shipped_model().high
    chances = [chance(kind, text) for kind, text in rows("actions.tsv")]
    assert sum(each >= low for each in chances) >= 0.9 * len(chances)
    assert sum(each >= high for each in chances) >= 0.75 * len(chances)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names, initials, months and figures never reach the model; roles do
        (
            "Councillor Ann Bell asked TR for 14 maps by March",
            ["councillor", "NAME", "asked", "INITIALS", "for", "#", "maps", "by", "MONTH"],
        ),
        ("The Clerk would write to Oakfield", ["the", "clerk", "would", "write", "to", "NAME"]),
    ],
)
def test_names_are_masked(text: str, expected: list[str]) -> None:
    assert masked(text) == expected


def test_the_model_says_why() -> None:
    seen = find_features(alone("The Clerk would circulate the figures to members.", decided=False))
    reasons = shipped_model().reasons(seen.features)
    assert len(reasons) == 5
    assert all(reason.rsplit(" ", 1)[1][0] in "+-" for reason in reasons)


@pytest.mark.parametrize(
    ("sentence", "act", "doing"),
    [
        ("She’d take it back to her team.", Act.WOULD, Doing.LOOK),
        ("The council would see whether the old hall could be used.", Act.WOULD, Doing.LOOK),
        ("He would have the route looked at again by the engineer.", Act.WOULD, Doing.MAKE),
        ("Both sides to share their questions beforehand.", Act.NAME_TO, Doing.TELL),
        ("Skills audit to be filled in by all by 12 May.", Act.NAME_TO, Doing.MAKE),
        ("Acknowledged; to be forwarded to the county.", Act.NAME_TO, Doing.TELL),
        ("Next step: lay summary, to be drafted by the editors.", Act.NAME_TO, Doing.MAKE),
        ("The Board was also to be invited.", Act.IS_TO, Doing.ARRANGE),
        ("Bring back the new form early in the year.", Act.IMPERATIVE, Doing.BRING),
        ("All councillors will be invited to the talk which would look at fees.", Act.WILL, Doing.ARRANGE),
        ("Berths for visitors to be painted by the yard.", Act.NAME_TO, Doing.MAKE),
    ],
)
def test_the_frame_of_a_sentence(sentence: str, act: Act, doing: Doing) -> None:
    frame = main_frame(find_frames(sentence))
    assert frame is not None
    assert (frame.act, frame.doing) == (act, doing)


@pytest.mark.parametrize(
    "sentence",
    [
        "She’d met him before.", "The first site to be visited was the mill.", "Mr Orr asked a supplementary question.",
        "The plan was sent (twice) to show the Board the sites.", "The pier needed to be mended.",
        "A chance for members of the public to ask questions.",
    ],
)  # fmt: skip
def test_what_was_is_no_frame(sentence: str) -> None:
    assert find_frames(sentence) == ()


@pytest.mark.parametrize("sentence", ["The two new wardens to", "Seats, to be"])
def test_a_line_that_breaks_off_has_no_verb(sentence: str) -> None:
    assert find_frames(sentence) == ()


def test_an_answer_in_the_sentence_of_its_question_is_no_question() -> None:
    (frame,) = find_frames("She asked whether the list was ready and was told that it would be sent to her.")
    assert (frame.doing, frame.asked, frame.conditional) == (Doing.TELL, False, False)


def test_every_part_of_a_list_of_infinitives_is_a_frame() -> None:
    frames = find_frames("RESOLVED: to note the plan; to ask each council; and to receive a report.", decided=True)
    assert [frame.verb for frame in frames] == ["note", "ask", "receive"]


def test_who_acts_stands_behind_the_comma_and_before_the_bracket() -> None:
    frames = find_frames("A list would be useful to all members, the Clerk would make one.")
    assert frames[-1].who == "the Clerk"
    (frame,) = find_frames(
        "To authorise the Harbour Master (after talks with the islands) to let the kiosk.", decided=True
    )[-1:]
    assert (frame.who or "").startswith("the Harbour Master")
