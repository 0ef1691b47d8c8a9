"""Papers of written questions and answers: what the one who answers undertakes, and nothing else."""

from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.recognise import is_answers
from tests.builders.paragraphs import read_blocks

QUESTIONS = (
    "# Question 1 by A Bell to C Dorn", "I have asked the officers to mend the lamp in Mill Lane. Will the Leader undertake to do it?",
    "# Answer", "Officers will visit each lamp once a year. The grid will be renewed. I have asked the Director to look again at the lamp in Mill Lane.",
    "# Question 2 by E Flint to C Dorn", "Would the Leader agree to publish the survey of lamps?",
    "# The Leader's Response", "I will send the survey to Councillor Flint. If the lamp fails we will replace it. With the grant we will be able to send them to all.",
)  # fmt: skip


def test_questions_with_answers() -> None:
    assert is_answers(["Question 1\nfrom A Bell\nAnswer\nYes.\nQuestion 2\nfrom C Dorn\nMayor’s Response\nNo."])
    assert not is_answers(["Question 1\nfrom A Bell"])


def test_only_the_answerer_undertakes() -> None:
    promised = find_minutes(read_blocks(*QUESTIONS), meeting=None, answers=True)
    assert [action.text for action in (*promised.actions, *promised.possible)] == [
        "Look again at the lamp in Mill Lane",
        "Send the survey to Councillor Flint",
    ]
    assert promised.decisions == ()
