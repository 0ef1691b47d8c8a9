"""What kind of paper it is: several signals, none enough alone."""

import pytest

from scrutiny.pack import DocumentKind
from scrutiny.pack.fields import find_fields
from scrutiny.pack.kinds import deeds_of_named, find_kind
from tests.builders.openings import opening

BODY = (
    "Nether Elm Parish Council - 3rd May 2022", "", "Present", "Councillors A Ball (Chair), J Field and L Moss", "Apologies",
    "Councillor P Day", "22.05.3 Minutes",
)  # fmt: skip
LAST = "The minutes of the meeting held on 5 April 2022 had been circulated. All agreed this was a true record."
TALK = (
    "The Clerk reported that the gate was mended.", "Cllr Field asked whether the path was clear.",
    "It was agreed to write to the owner.", "It was agreed that the hedge be cut.", "Cllr Moss thanked the volunteers.",
    "The Chair advised that the next fair is in June.",
)  # fmt: skip
CLOSE = "There being no further business the meeting closed at 9pm."


def kind(*rows: str, texts: tuple[str, ...] | None = None) -> DocumentKind | None:
    page = opening(*rows, texts=texts)
    found = find_kind(page, find_fields(page.rows))
    return found.kind if found else None


def test_minutes_need_not_say_minutes() -> None:
    assert kind(*BODY, LAST, *TALK, CLOSE) is DocumentKind.MINUTES


def test_one_decision_set_off_makes_minutes_below_a_body_a_day_and_who_was_there() -> None:
    head = ("* Roads Panel", "* 3 May 2022", "Present: Councillors A Ball, J Field and L Moss")
    for decided in (
        "RESOLVED –",
        "RESOLVED: That the report be noted.",
        "12. AGREED that the bid be made",
        "Resolved that:",
    ):
        assert kind(*head, "Gritting", "The report was read.", decided) is DocumentKind.MINUTES, decided
        assert kind(*head[:2], "Gritting", "The report was read.", decided) is None, decided
        assert kind("* A history of the parish", head[2], "Gritting", decided) is None, decided
    broken = ("* Joint Roads and Gritting Panel (the", "* Elms and Nether Elm)", *head[1:])
    assert kind(*broken, "RESOLVED –") is DocumentKind.MINUTES
    for told in (
        "It was agreed in 2019 to resolve the matter.",
        "The bid was unresolved: it failed.",
        "They resolved it.",
    ):
        assert kind(*head, "Gritting", told) is None, told


HEADS = (
    ("* Elm Wood Volunteers", "Committee meeting, Monday 3 March 2025, at the Old Barn. {}"),
    ("* Elm Schools' Forum", "Monday 3 March 2025, 4.00 pm, on line", "{}"),
    ("* Nether Elm Parish Council", "* 3 March 2025", "{}"),
)
NAMED = (
    ("Here: Ada (chair), Bede, Cora, Dan K and Eve.", ("Ada", "Bede", "Cora", "Dan K", "Eve")),
    ("We were Ada Holt, Bede Marsh; Cora Penn; Dan Quill", ("Holt", "Marsh", "Penn", "Quill")),
    ("Heads Ada Holt (AH, Chair), Bede Marsh (BM); others Cora Penn (CP), Dan Quill (DQ)", ("AH", "BM", "CP", "DQ")),
    ("Came along: Cllr Holt, Cllr Marsh, Mrs Penn, Dr Quill", ("Cllr Holt", "Cllr Marsh", "Mrs Penn", "Dr Quill")),
)
DEEDS = (
    "1. Gates", "{0} will ring the yard.", "{1} has put up the boxes.", "{2} to get the form.", "2. Money",
    "{3} thought it dear.", "{1} told us of a fair.", "{0} asked for two quotes.", "{1} would write to the bank.",
)  # fmt: skip


def test_people_named_at_the_head_who_act_below_tell_of_a_meeting_in_whatever_words() -> None:
    for head in HEADS:
        for line, people in NAMED:
            rows = [row.format(line) for row in head]
            told = [deed.format(*people) for deed in DEEDS]
            assert kind(*rows, *told) is DocumentKind.MINUTES, (head, line)
            report = [row.format(f"Report of the group. {line}") for row in head]
            assert kind(*report, *told) is not DocumentKind.MINUTES, (head, line)
            others = [deed.format("Yorke", "Zeal", "Xenia", "Wolfe") for deed in DEEDS]
            assert kind(*rows, *others) is None, (head, line)  # who acts was not named
            assert kind("* A history of the wood", line, *told) is None, line  # no body met on any day
            few = [deed.format(people[0], people[1], people[0], people[1]) for deed in DEEDS]
            places = [*told, *(f"Nothing was built in {name}." for name in people)]
            assert "Cllr" in line or kind(*rows, *places) is None, (head, line)
            assert kind(*rows, *few) is None, (head, line)  # two act, as the authors of a paper may


def test_the_columns_of_a_log_may_be_questions() -> None:
    title = "* Roads Panel: rolling log of actions, 3 March 2025"
    columns = "No. Meeting What was asked for By whom By when Where it stands RAG"
    assert (
        kind(title, "Colours are in words.", columns, "1 3.2.25 Mend gate Yard May In hand Red")
        is DocumentKind.ACTION_LOG
    )
    assert kind(title, "Who did what by when was asked by the lead officer, whose update follows.") is None


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("16* Minutes of the Roads Panel", "3 May 2022"), id="a heading alone"),
        pytest.param(("* Roads Panel", "* 3 May 2022", "Present: A Ball"), id="attendance alone"),
        pytest.param(("* A history of the parish", "", *TALK), id="speech and agreement alone"),
        pytest.param(
            ("* Roads Panel", "* 3 May 2022", "* Gritting", "Report of Ann Lee, Director", "19 Attendance is up.", *TALK),
            id="a report with a body and a day at its head",
        ),
        pytest.param(("From: Ann Lee", "To: Panel", "Subject: Minutes of the last meeting", LAST, *TALK), id="a report about minutes"),
        pytest.param(("24* Constitution", "", LAST, *TALK, "Declarations of interest"), id="rules for meetings"),
    ],
)  # fmt: skip
def test_no_single_signal_makes_minutes(rows: tuple[str, ...]) -> None:
    assert kind(*rows) is not DocumentKind.MINUTES


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("16* Minutes of the Roads Panel", "3 May 2022", "Present: A Ball", LAST, *TALK), DocumentKind.MINUTES),
        (("16* CABINET", "WEDNESDAY, 3RD MAY, 2022", "PRESENT: Councillor A. Ball", "C57 APOLOGIES FOR ABSENCE", LAST,
          "RESOLVED: That the report be noted.", "RESOLVED: That the bid be made."), DocumentKind.MINUTES),
        (("Minute of Meeting of the Education Committee held in Elmby", "on 3 May 2022", "Sederunt: Councillors A Ball",
          "Apologies: Councillor P Day", LAST, *TALK), DocumentKind.MINUTES),
        (("14* Notice of Decisions of the Executive", "3 May 2022", "The following decisions were taken.", "Decision: That",
          "Reasons for decision", "Alternatives considered", "unless it is called in"), DocumentKind.DECISION_NOTICE),
        (("14* OFFICER DECISION RECORD", "Decision maker: Director of Roads", "Decision: to let the contract",
          "Reason for decision", "Alternative options considered: none"), DocumentKind.DECISION_NOTICE),
        (("14* Issue - decisions", "* Bus shelters", "3 May 2022 - Bus shelters", "Resolved:", "(a) That the bid be made."),
         DocumentKind.DECISION_NOTICE),
        (("14* Roads Panel – 3 May 2022", "PRESENT: Councillor A. Ball in the chair.", "6 GRITTING – The officer reported that",
          "salt was low. Members asked that it be ordered.", "Resolved – That the report be noted.", "He advised that and said that",
          "Resolved – That the bid be made."), DocumentKind.MINUTES),
        (("13* Health Panel: Action Log", "Ref Action Lead Due Status", "1 Send the figures A Lee May Completed",
          "2 Copy of the plan J Field June Overdue", "3 Visit L Moss July In progress"), DocumentKind.ACTION_LOG),
        (("16* NETHER ELM PARISH COUNCIL", "* Agenda", "1. To receive apologies", "2. To approve the minutes",
          "3. Declarations of interest", "4. To consider the budget", "5. Date of next meeting"), DocumentKind.AGENDA),
        (("16* Cabinet response to the scrutiny review of buses", "Recommendation 1", "Accepted. The service will do so.",
          "Recommendation 2", "Partially accepted."), DocumentKind.RESPONSE),
        (("14* Public questions and answers", "Question 1 from Mr Hay", "When will the bridge open?", "Answer",
          "In June.", "Question 2 from Mrs Oak", "Why is it shut?", "Answer"), DocumentKind.QUESTIONS),
        (("From: Ann Lee", "To: Cabinet", "Subject: Buses", "Recommendation(s):", "Cabinet is asked to note it."),
         DocumentKind.REPORT),
        (("* Roads Panel", "* 3 May 2022", "* Report on gritting", "* Purpose of the report", "Recommendations", "Background",
          "Financial implications"), DocumentKind.REPORT),
    ],
)  # fmt: skip
def test_kinds(rows: tuple[str, ...], expected: DocumentKind) -> None:
    assert kind(*rows) is expected


@pytest.mark.parametrize(
    "rows",
    [
        ("16* Equality impact assessment form", "Directorate: Roads", "Age", "Disability"),
        ("30 Bridge repair", "18 Full business case", "3 May 2022"),
        ("14* Statements to the 3 May 2022 meeting of the Vale Joint Committee", "Statement 1", "I ask members to think again."),
        ("* Action plan for the library", "Paint the walls", "Mend the roof"),
        ("* Consultation responses", "Most people agreed.", "Some did not."),
    ],
)  # fmt: skip
def test_other_papers_are_not_taken_for_a_kind(rows: tuple[str, ...]) -> None:
    assert kind(*rows) is None


def test_a_heading_may_say_which_meeting_and_who_was_there_in_plain_words() -> None:
    for head in (
        "Notes from the Nether Elm Neighbourhood Meeting",
        "Minutes from Friends meeting held in May",
        "Notes of the Joint Gritting Group Meeting",
    ):
        for there in ("People present: A Ball, J Field", "Who was there: A Ball, J Field"):
            assert kind(f"16* {head}", "3 May 2022", there, *TALK) is DocumentKind.MINUTES, (head, there)
    assert kind("16* Notes from the archive", "3 May 2022", "People present: A Ball") is None
    log = ("16* Actions and Information Requests Log", "3 May 2022", "No. Request Action owner Response due Status")
    assert kind(*log) is DocumentKind.ACTION_LOG
    form = ("16* Record of Executive Decisions", "Call-in expires on 3 May 2022", "Item 1. Gritting")
    assert kind(*form, "Decision 1. That the bid be made.") is DocumentKind.DECISION_NOTICE
    assert kind(*form, "Decision makers met in May.") is None


def test_people_named_at_the_head_act_and_places_do_not() -> None:
    heads = (("Marsh, Field, Moss and Day",), ("Ann Marsh (AM), Joe Field (JF), Li Moss (LM), Pat Day (PD)",))
    for names, named in ((("Marsh", "Field", "Moss", "Day"), heads[0]), (("AM", "JF", "LM", "PD"), heads[1])):
        for acts, deeds in (("will write", 3), ("also said so", 3), ("agreed", 3), ("is tall", 0), ("willing", 0)):
            told = [f"{name} {acts}." for name in names[:3]]
            assert deeds_of_named(named, [" ".join(told)]) == deeds, (names, acts)
            assert deeds_of_named(named, [" ".join([*told, f"A path at  {names[0]} floods."])]) == 0, "two are too few"
        assert deeds_of_named(named, [" ".join(f"x{name} will. {name}x will." for name in names)]) == 0, "no words"
