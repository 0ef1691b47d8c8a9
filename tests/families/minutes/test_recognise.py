"""Which papers of no known kind are minutes by what they label themselves."""

from scrutiny.families.minutes.recognise import marks_actions

MET = "The Board agreed that the gate be mended."
TASKS = ("Action: Clerk to mend the gate", "ACTION 2: Mrs Lane to call the yard", "Actions: post the list on the board")


def test_a_paper_that_tells_of_a_meeting_and_labels_three_actions_is_minutes() -> None:
    for rows, minutes in (
        ((MET, *TASKS), True),
        (("Members noted the report.", *TASKS), True),
        ((MET, *TASKS[:2]), False),
        (TASKS, False),  # a plan, of no meeting
        ((MET, "Action plan: one two", "Action taken: the gate", "Reaction: the gate was shut"), False),
        ((MET, "Action:", "Action:", "Action:"), False),
    ):
        assert marks_actions(["\n".join(rows)]) is minutes, rows
