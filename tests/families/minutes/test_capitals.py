"""Sentences set in capitals are read as in ordinary case; headings set so stay headings."""

import itertools

from scrutiny.families.minutes.capitals import in_ordinary_case, is_in_capitals, spelling_of
from scrutiny.families.minutes.facts import Action
from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks

SAID = "Mr Hay and Mrs Poole said that the lamp on the quay had failed and KT had seen it."


def found(*rows: str) -> tuple[Action, ...]:
    return find_minutes(read_blocks("# 6 Quay", "It was agreed that the crane was noisy.", *rows), meeting=None).actions


def test_who_is_to_do_what_is_read_in_capitals_too() -> None:
    who = ("CLERK", "THE CLERK", "CLLR ORME", "MRS POOLE", "KT", "VICE CHAIRMAN", "CLERK AND CLLR ORME")
    do = ("OBTAIN QUOTES FOR A LAMP", "WRITE TO THE YARD ABOUT THE LAMP", "CHECK THE GATE", "ARRANGE A VISIT")
    forms = ("{} TO {}", "{} WILL {}.", "{} AGREED TO {}.", "{} WAS ASKED TO {}.", "IT WAS AGREED THAT {} WOULD {}.")
    for name, task, form in itertools.product(who, do, forms):
        row = form.format(name, task)
        for rows in ((SAID, row), (f"{SAID} {row}",), (SAID, f"ACTION: {row}") if form == forms[0] else (SAID, row)):
            actions = found(*rows)
            assert len(actions) == 1, rows
            owner = (actions[0].owner or "").lower().removeprefix("the ")
            assert owner.startswith(name.lower().removeprefix("the ").split()[0]), (rows, owner)
            assert row in actions[0].quote, rows
            assert not actions[0].text.isupper(), rows


def test_a_task_in_capitals_ends_a_sentence_in_ordinary_case() -> None:
    tasks = (
        "OBTAIN QUOTES",
        "WRITE TO THE YARD about the crane",
        "TRY ANOTHER FIRM",
        "APPLY for consent to fell two limes",
    )
    joints = (". ", "; ", ": ", " – ", " - ", ", ", " ", " (")
    for name, task, joint in itertools.product(("CLERK", "CLLR ORME", "CLLRS ORME AND HAY", "KT"), tasks, joints):
        row = f"The post is out and KT had been told{joint}{name} TO {task}{')' if '(' in joint else ''}."
        actions = found(row)
        assert [one.text.split()[0].upper() for one in actions] == [task.split()[0]], row
        assert (actions[0].owner or "").upper() == name, row
        assert f"{name} TO {task}" in actions[0].quote, row
    two = found("CLERK TO MARK THE PLOTS and CLLR ORME TO WRITE TO THE YARD.")
    assert [one.owner for one in two] == ["Clerk", "Cllr Orme"]
    for told in (
        "A scheme of the county, ACCESS TO WORK AND PLAY, was refused.", "The report of the CLERK TO THE BOARD was read.",
        "The sign NO SMOKING IN THE HALL is old.", "The crane was old; THE CLERK WILL NOT WRITE TO THE YARD.",
        "A talk, FROM QUAY TO YARD, was liked.", "He handed in a plan: CHAIRMAN TO INTRODUCE THE GUEST.",
    ):  # fmt: skip
        assert found(told) == (), told


def test_headings_in_capitals_give_nobody_a_task() -> None:
    headings = (
        "TO FIX THE FEES", "BOARD TO MEET IN MAY", "CLERK TO REPORT ON THE YEAR", "ACCESS TO WORK AND PLAY",
        "WELCOME TO THE NEW MEMBERS", "THE LAMP WAS MENDED IN MAY", "PLEASE SILENCE YOUR TELEPHONES", "RIGHT TO BUY HOMES",
        "CHAIRMAN TO INTRODUCE THE GUEST", "COUNCIL TO CONSIDER THE FEES", "REPORT OF THE CLERK TO THE BOARD",
        "THE CLERK WROTE TO THE YARD", "CLERK HAS WRITTEN TO THE YARD", "THE CLERK WILL NOT WRITE TO THE YARD",
    )  # fmt: skip
    for heading in headings:
        for rows in ((SAID, heading), (f"{SAID} {heading}",), (f"# 7 {heading}", SAID)):
            assert found(*rows) == (), rows


def test_a_word_is_spelt_as_elsewhere_in_the_paper() -> None:
    spelt = spelling_of(["The yard told Ann Orme of the SWB scheme.", "ANN ORME TO CALL THE YARD"])
    assert (
        in_ordinary_case("ANN ORME TO CALL THE SWB YARD BY FRIDAY", spelt) == "Ann Orme to call the SWB yard by Friday"
    )
    assert is_in_capitals("KT TO CALL THE YARD")
    assert not is_in_capitals("KT to call the YARD")
    assert not is_in_capitals("SWB YARD")
