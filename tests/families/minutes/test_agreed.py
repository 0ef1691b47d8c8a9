"""What was agreed in running text, however it is put, and what was only put: forms behind talk of any sort."""

import itertools

from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks

TALK = ("", "There was a long talk about the quay. ", "Mr Hay said that the crane had failed. ", "The old quay ")


def decided(*rows: str) -> list[str]:
    return [
        one.text for one in find_minutes(read_blocks("# 6 Quay", "They spoke of it.", *rows), meeting=None).decisions
    ]


def test_what_was_agreed_is_a_decision_wherever_it_stands() -> None:
    matters = (
        "£1000 should be held back",
        "a lamp be bought",
        "the fee would stay",
        "Mr Hay would go",
        "all boats should pay",
    )
    forms = [f"It was {how}agreed {matter}." for how in ("", "also ", "unanimously ") for matter in matters]
    forms += [
        "It was proposed to buy a lamp, all members agreed.", "It was proposed to buy a lamp, all in favour.",
        "It was resolved to buy a lamp.", "It was agreed to buy a lamp.",
    ]  # fmt: skip
    for before, form in itertools.product(TALK, forms):
        assert [form in one for one in decided(before + form)] == [True], before + form
    whole = (
        "All agreed to buy a lamp.", "All were in favour of buying a lamp.", "All members agreed that a lamp be bought.",
        "All resolved to continue the talks.", "The meeting agreed payment of the £40 bill.",
        "Council agreed unanimously to buy a lamp.", "The Committee agreed in principle to buy a lamp.",
    )  # fmt: skip
    for before, form in itertools.product(TALK[:3], whole):
        assert len(decided(before + form)) == 1, before + form


def test_what_was_only_put_or_put_off_is_none() -> None:
    forms = (
        "If it was agreed to buy a lamp, the fee would rise.", "Mr Hay asked whether it was agreed to buy a lamp.",
        "The proposal to buy a lamp was deferred.", "The proposal to buy a lamp was withdrawn.",
        "This proposal was not accepted on cost grounds.", "It was not agreed to buy a lamp.",
        "The motion to buy a lamp was lost.", "Mr Hay proposed that a lamp be bought.", "All agreed to this.",
        "It was agreed the crane had been noisy.", "All were in favour of the old crane when it came.",
    )  # fmt: skip
    for before, form in itertools.product(TALK[:3], forms):
        assert decided(before + form) == [], before + form


def test_a_sentence_begins_where_its_stop_is_missing() -> None:
    for pronoun in (
        "It was agreed to buy a lamp.",
        "There was a talk about the lamp.",
        "These were agreed to be cheap.",
    ):
        rows = ("# 6 Quay", f"Clerk to write to the yard about the old crane {pronoun}")
        actions = find_minutes(read_blocks(*rows), meeting=None).actions
        assert "Write to the yard about the old crane" in [one.text for one in actions], pronoun


def test_each_who_is_to_do_something_in_one_decision_has_an_action_of_his_own() -> None:
    doers = ("the Licensing Manager", "the Head of Culture", "the Clerk", "officers")
    doings = (
        "submit a plan for the barn",
        "write to the owner of the mill",
        "report any objections to the next meeting",
    )
    firsts = ("the table of fares be approved", "the report be noted", "£6,000 be set aside for the roof")
    joins = (", and that ", " and that ", ", and ", " and ", "; ")
    for first, join, doer, doing in itertools.product(firsts, joins, doers, doings):
        text = f"RESOLVED that {first}{join}{doer} {doing}."
        found = find_minutes(read_blocks("# 6 Roads", text), meeting=None)
        assert [(one.text, one.owner) for one in found.actions] == [(doing[0].upper() + doing[1:], doer)], text
        assert len(found.decisions) == 1 and found.decisions[0].text.endswith(f"{doing}."), text
    for whole in (
        "RESOLVED that the owner be told that the gate is shut and the dog is loose.",
        "It was agreed that the Clerk write to the mill and the yard.",
        "RESOLVED that the gate be mended and the wall be built by the yard.",
    ):
        found = find_minutes(read_blocks("# 6 Roads", whole), meeting=None)
        assert len(found.actions) <= 1, whole


def test_an_officer_may_be_told_to_do_anything_that_has_an_object() -> None:
    tasks = (
        "redraw the map",
        "strengthen the section on fares",
        "unblock the drain",
        "waive its fee",
        "re-site the bench",
    )
    leads = (
        "RESOLVED that the Clerk {}.", "It was agreed that the list be noted and that the Clerk {}.",
        "RESOLVED: (1) that the list be noted; (2) that the Clerk {}; and (3) that the gate be shut.",
        "RESOLVED that the tender be accepted and the Clerk {}.",
    )  # fmt: skip
    for lead, task in itertools.product(leads, tasks):
        actions = find_minutes(read_blocks("# 6 Quay", "They spoke of it.", lead.format(task)), meeting=None).actions
        assert [(one.text[1:].startswith(task[1:]), one.owner) for one in actions] == [(True, "the Clerk")], lead
    for told in ("It was agreed that Mr Hay saw the lamp.", "It was resolved that the list the Clerk keeps be noted."):
        assert find_minutes(read_blocks("# 6 Quay", "They spoke.", told), meeting=None).actions == (), told


def test_a_body_leads_a_list_with_any_adverb() -> None:
    for how in ("", "thereupon ", "then unanimously ", "accordingly ", "therefore ", "has also "):
        rows = (f"The Committee {how}agreed:-", "(i)| to note the list; and", "(ii)| that the Clerk print it.")
        assert len(decided(*rows)) == 1, how


def test_what_is_said_not_to_be_done_yet_is_outstanding() -> None:
    late = (
        "The Clerk said that the list had still to be printed and would be sent to members in May.", "Mr Hay still to ring the yard.",
        "Mr Hay had not yet rung the yard and would do so in May.", "Mrs Poole has yet to see the plan; the Clerk will send it in May.",
    )  # fmt: skip
    soon = ("The Clerk would send the list that is still to be printed.", "Mr Hay will still ring the yard in May.")
    for row in (*late, *soon):
        actions = find_minutes(
            read_blocks("# 6 Quay", "It was agreed that the quay was old.", row), meeting=None
        ).actions
        assert any(one.kind == "outstanding" for one in actions) == (row in late), row


def test_agreement_as_a_noun_decides_where_it_is_the_meetings_own() -> None:
    heads = (
        "There was general agreement", "There was agreement", "General agreement", "Members were in agreement",
        "The Councillors were all in agreement", "The Committee was in full agreement", "All were in agreement",
    )  # fmt: skip
    for head, matter in itertools.product(
        heads, ("that a lamp be bought.", "that the pier should close.", "to buy it.")
    ):
        assert len(decided(f"{head} {matter}")) == 1, (head, matter)
    for text in (
        "There was general agreement that boats are late.", "Members were in agreement that the work was good.",
        "Agreement that the pier would be sold was never reached.", "There was no agreement that the pier should close.",
        "The residents were in agreement that the pier should close.", "The agreement to lease the pier runs out in May.",
    ):  # fmt: skip
        assert decided(text) == [], text


def test_what_sort_of_task_a_sentence_gives() -> None:
    loud = ("# 1 Minutes", "RESOLVED that the minutes be signed.", "# 2 Fees", "RESOLVED that the fees be raised.")
    for text, kind in (
        ("It was agreed that the Clerk would ask the yard for a price.", "agreed"),
        ("It was also agreed that Mr Hay would ask the yard for a price.", "agreed"),
        ("The Clerk agreed that he would ask the yard for a price.", "commitment"),
        ("The Clerk would ask the yard for a price.", "commitment"),
        ("Crane design – Mr Hay asked the Clerk to ask the yard for a price.", "request"),
        ("12/3 Crane hire Mr Hay asked that the price be brought down, as the fee was high.", "request"),
        ("Mr Hay had not managed to reach the yard and would try again.", "outstanding"),
    ):
        found = find_minutes(read_blocks(*loud, "# 3 Crane", "They spoke of it.", text), meeting=None)
        assert [one.kind.value for one in found.actions if one.quote.endswith(text[-20:])] == [kind], text
