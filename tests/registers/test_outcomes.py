"""What became of recommendations, and which will be hard to follow up."""

from pathlib import Path

import pytest

from scrutiny.families.recommendations.family import in_short
from scrutiny.paper import open_paper
from scrutiny.registers.lint import lint
from scrutiny.registers.outcomes import find_outcomes
from scrutiny.registers.recommendations import Entry, find_entries
from tests.builders.paragraphs import draw


def entries(path: Path, *rows: str) -> tuple[Entry, ...]:
    path.write_bytes(draw(*rows).data())
    with open_paper(path) as paper:
        return find_entries(paper)[0]


REPORT = (
    "From: Jo Field, Director of Highways", "To: Highways Committee", "Subject: Road safety", "# Recommendations",
    "The Highways Committee is asked to:", "> (a)| note the number of collisions on rural roads in 2024;",
    "> (b)| approve the programme of works at a cost of up to £250,000; and",
    "> (c)| ask the Director to report on speed limits outside schools by December 2025.", "# Background", "1| Words.",
)  # fmt: skip
MINUTES = (
    "MINUTES of a meeting of the Highways Committee held on Thursday 6 March 2025.", "Present: Mr A Ball", "# 7 Road safety",
)  # fmt: skip


@pytest.mark.parametrize(
    ("resolution", "expected"),
    [
        (
            ("RESOLVED that the Committee:", "> (a)| notes the number of collisions on rural roads in 2024;",
             "> (b)| approves the programme of works at a cost of up to £200,000 subject to consultation with parishes;"),
            ["adopted", "amended", "not found"],
        ),
        (("RESOLVED that the recommendations in the report be agreed.",), ["adopted", "adopted", "adopted"]),
        (("RESOLVED that consideration of the report be deferred.",), ["deferred", "deferred", "deferred"]),
        (("RESOLVED that the minutes be signed.",), ["not found", "not found", "not found"]),
    ],
)  # fmt: skip
def test_outcomes(tmp_path: Path, resolution: tuple[str, ...], expected: list[str]) -> None:
    report = entries(tmp_path / "report.pdf", *REPORT)
    minutes = entries(tmp_path / "minutes.pdf", *MINUTES, *resolution)
    outcomes = find_outcomes(report, minutes)
    assert [outcome.kind.value for outcome in outcomes] == expected
    if expected[1] == "amended":
        assert outcomes[1].changes is not None
        assert "[-£250,000" in outcomes[1].changes
        assert "subject to consultation with parishes+]" in outcomes[1].changes


def test_an_earlier_meeting_decided_nothing_of_it(tmp_path: Path) -> None:
    report = entries(tmp_path / "report.pdf", *REPORT[:2], "Date: 1 May 2025", *REPORT[2:])
    minutes = entries(tmp_path / "minutes.pdf", *MINUTES, "RESOLVED that the recommendations in the report be agreed.")
    assert {outcome.kind.value for outcome in find_outcomes(report, minutes)} == {"not found"}


def test_report_head_and_refs(tmp_path: Path) -> None:
    first, *_ = entries(tmp_path / "report.pdf", *REPORT)
    assert (first.report, first.author, first.addressed_to) == (
        "Road safety", "Jo Field, Director of Highways", "Highways Committee",
    )  # fmt: skip
    assert [entry.ref for entry in entries(tmp_path / "report.pdf", *REPORT)] == ["reca", "recb", "recc"]


def test_a_repeat_names_the_first(tmp_path: Path) -> None:
    twice = entries(tmp_path / "report.pdf", *REPORT, "---", *REPORT[3:8])
    assert [entry.repeat_of for entry in twice] == [None, None, None, "reca", "recb", "recc"]


def test_what_an_abridged_first_leaves_out_is_compared_too(tmp_path: Path) -> None:
    report = entries(
        tmp_path / "report.pdf", *REPORT[:3], "# Recommendation 1: Rural speed limits", "# Recommendation 2: Lights outside schools", "---",
        "# Full recommendations", "• Recommendation 1: Ask for rural speed limits to be cut to forty miles an hour by the spring of next year.",
    )  # fmt: skip
    minutes = entries(
        tmp_path / "minutes.pdf", *MINUTES,
        "RESOLVED that rural speed limits be cut to forty miles an hour by the spring of next year.",
    )  # fmt: skip
    assert [entry.repeat_of is None for entry in report] == [True, True, False]
    assert [outcome.kind.value for outcome in find_outcomes(report, minutes)] == ["adopted", "not found"]


@pytest.mark.parametrize(
    ("first", "later", "repeats"),
    [
        ("approve the programme of works for rural roads", "Cabinet is asked to approve the programme of works for rural roads", True),
        ("approve the programme of works for rural roads", "Approve the programme of works for rural roads.", True),
        ("approves the programme of works for rural roads", "approve programme of works for the rural roads;", True),
        ("approve the change requests for all of the rural roads", "approve the business cases for all of the rural roads",
         False),
        ("approve the programme of works for rural roads", "not approve the programme of works for rural roads", False),
        ("raise the fee for parking by 5% from May", "raise the fee for parking to 5% from May", False),
        ("approve the programme of works for 24 rural roads", "approve the programme of works for 25 rural roads", False),
    ],
)  # fmt: skip
def test_a_repeat_says_the_same_in_every_word_that_means_something(
    tmp_path: Path, first: str, later: str, *, repeats: bool
) -> None:
    rows = ("# Recommendations", "The Highways Committee is asked to:", f"> (a)| {first}", "# Background", "1| Words.")
    again = ("---", "# Recommendations", "The Highways Committee is asked to:", f"> (a)| {later}", "# Background")
    found = entries(tmp_path / "report.pdf", *REPORT[:3], *rows, *again)
    assert [entry.repeat_of for entry in found] == [None, "reca" if repeats else None]


def test_two_of_one_list_are_no_repeat(tmp_path: Path) -> None:
    """They stand there with two numbers, so the paper means two."""
    twice = entries(tmp_path / "report.pdf", *REPORT[:6], REPORT[5].replace("(a)", "(b)"), *REPORT[8:])
    assert [(entry.number_printed, entry.repeat_of) for entry in twice] == [("(a)", None), ("(b)", None)]


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        ("note the number of collisions in 2024;", ["no action"]),
        ("approve the programme of works;", []),
        ("ask the Director to report on speed limits.", ["no date"]),
        ("ask the Director to report on speed limits by December 2025.", []),
        ("delegate authority to the Director, in consultation with the Chair, to approve the final scheme.", []),
        ("approve the scheme and ask the Director to report by May 2025.", ["two in one"]),
    ],
)
def test_remarks_in_plain_words(asked: str, rules: list[str], tmp_path: Path) -> None:
    """A date is wanted where something is to be done; who is empowered to approve is not asked a second thing."""
    rows = (*REPORT[:5], f"> (a)| {asked}", *REPORT[-2:])
    assert [remark.rule for remark in lint(entries(tmp_path / "report.pdf", *rows))] == rules


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Report by the", None),
        ("From: Jo Field, Director of Highways,", "Jo Field, Director of Highways"),
    ],
)
def test_an_author_is_a_name_or_nothing(head: str, author: str | None, tmp_path: Path) -> None:
    found = entries(tmp_path / "report.pdf", head, "Subject: Road safety", *REPORT[3:])
    assert {entry.author for entry in found} == {author}


def test_a_decision_that_names_no_subject_is_told_with_the_title_of_its_item(tmp_path: Path) -> None:
    found = entries(
        tmp_path / "minutes.pdf", *MINUTES, "RESOLVED that the report be noted.", "RESOLVED to shut the road."
    )
    assert [in_short(entry) for entry in found] == ["Road safety: the report be noted.", "To shut the road."]


LABELLED = (
    "Subject: Review of hedges", "# Recommendations", "Recommendation 1: That Cabinet adopts a plan for its hedges.",
    "Recommendation 2: That Cabinet pays for a second gardener.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "resolution", "expected"),
    [
        ("Review of hedges", "(1) Recommendation 1 be accepted; (2) Recommendation 2 be not accepted, for want of money",
         ["adopted", "rejected"]),
        ("Review of hedges", "Cabinet accepts Recommendation 1 (a plan) and rejects Recommendation 2", ["adopted", "rejected"]),
        ("Review of hedges", "Recommendation 1 be accepted subject to a trial; and Recommendation 2 be deferred to May",
         ["amended", "deferred"]),
        ("Review of hedges", "Recommendations 1 and 2 be agreed", ["adopted", "adopted"]),
        ("Review of hedges", "Recommendation 1 be not deferred, and Recommendation 12 be accepted", ["not found", "not found"]),
        ("Parking in Mill Lane", "Recommendation 1 be accepted; Recommendation 2 be rejected", ["not found", "not found"]),
    ],
)  # fmt: skip
def test_an_outcome_told_by_number(tmp_path: Path, title: str, resolution: str, expected: list[str]) -> None:
    report = entries(tmp_path / "report.pdf", *LABELLED)
    minutes = entries(tmp_path / "minutes.pdf", *MINUTES[:2], f"# 7 {title}", f"RESOLVED that {resolution}.")
    assert [outcome.kind.value for outcome in find_outcomes(report, minutes)] == expected
