"""Who is to act, over forms of names and of sentences: each form with each name in one walk."""

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.owners import Case, find_owner
from scrutiny.families.minutes.slots import main_frame

NAMES = (
    "the Clerk", "the Head of Parks", "Mrs Alder", "Jo Finch", "KT", "the Assistant Director, Roads", "the Parks Service",
    "the Section 151 Officer", "the Executive Member for Housing", "Dr. P. Holm", "Capt. R. Tarn", "Revd. A. Moss",
    "Alderman Mrs Frost", "Bailie Kerr", "Supt. Wray", "the Director of Public Health",
)  # fmt: skip
UNDECIDED = (
    ("commitment", "{N} would send the plan to ward members."),
    ("commitment", "{N} undertook to send the plan to ward members by May."),
    ("commitment", "The hedge was high, and {n} would cut it before May."),
    ("agreed", "{N} to send the plan to ward members."),
    ("agreed", "Hedge at Elm Lane – {n} to cut it."),
    ("agreed", "It was agreed that {n} would send the plan to members."),
    ("agreed", "It was agreed to ask {n} to cut the hedge."),
    ("request", "Cllr Ash asked {n} to send the plan."),
    ("request", "Cllr Ash called for {n} to attend the next meeting."),
    ("suggestion", "Cllr Ash suggested that {n} hold a session in May."),
)
DECIDED = (
    "that {n} send the plan to ward members.",
    "to have {n} report on the hedge in May.",
    "that {n} put a notice on the board to ask that Walkers keep their dogs away.",
    "that a note be prepared by {n} before May.",
    "to authorise {n} to seal the lease.",
)


def owner(text: str, kind: str, *, decided: bool = False) -> str | None:
    frames = find_frames(text, decided=decided)
    return find_owner(Case(text=text, frames=frames, frame=main_frame(frames), kind=ActionKind(kind), decided=decided))


def put_in(form: str, name: str) -> str:
    return form.format(n=name, N=name[0].upper() + name[1:])


def test_every_form_of_name_is_found_in_every_form_of_sentence() -> None:
    said = [(put_in(form, name), kind, False, name) for kind, form in UNDECIDED for name in NAMES]
    said += [(put_in(form, name), "agreed", True, name) for form in DECIDED for name in NAMES]
    found = [(text, name, owner(text, kind, decided=decided)) for text, kind, decided, name in said]
    assert [one for one in found if (one[2] or "").casefold() != one[1].casefold()] == []


def test_who_is_to_give_what_is_asked_for() -> None:
    assert owner("Cllr Ash asked for a short note from the Clerk on the hedge.", "request") == "the Clerk"
    assert owner("Cllr Ash asked for a note and Mrs Alder said that this would be sent.", "request") == "Mrs Alder"
    assert owner("Cllr Ash asked for a quotation from Elm Nurseries.", "request") is None  # somebody is to get it
    assert owner("Cllr Ash asked for the reply from the Committee.", "request") is None


def test_who_suggests_or_stands_near_has_no_task() -> None:
    for text in (
        "It was suggested that a sign for horses is needed on Low Lane by Elm Cottages.",
        "It was suggested by the Clerk that a sign is needed.",
    ):
        assert owner(text, "suggestion") is None


def in_talk(text: str, kind: str, *, earlier: tuple[str, ...] = (), later: tuple[str, ...] = ()) -> str | None:
    frames = find_frames(text)
    return find_owner(
        Case(
            text=text, frames=frames, frame=main_frame(frames), kind=ActionKind(kind), earlier=earlier, later=later,
            forenames=frozenset(["Paul"]),
        )
    )  # fmt: skip


def test_who_answers_takes_it_up_himself() -> None:
    asks = "Cllr Ash asked that the yearly plan should show the hedges by ward."
    for later, who in (
        ("The Ministry of Roads was to cut the grant in May.", None),
        ("Alderman Mrs Frost asked what had become of the lamp and would write.", None),
        ("Mrs Alder was to see to it.", "Mrs Alder"),
        ("The Parks Trust would see to it.", "The Parks Trust"),
    ):
        assert in_talk(asks, "request", later=(later,)) == who
    said = ("Frank Moss said that he is keen to have it.",)
    assert in_talk("A draft will be sent to Frank Moss on Friday.", "commitment", earlier=said) is None
    told = ("Anna Reed asks how the old can see it.",)
    assert in_talk("Paul says that he will have copies put in the halls.", "commitment", earlier=told) == "Paul"


def test_whose_an_outstanding_thing_is_behind_by_and_who_is_behind_a_second_that() -> None:
    assert owner("The letter to the yard was still to be signed by the Clerk.", "outstanding") == "the Clerk"
    text = "The Board agrees to approve the plan and that Jo Finch should send it to members."
    assert owner(text, "agreed", decided=True) == "Jo Finch"


def test_whose_words_stand_behind_a_name_are_his() -> None:
    for text, who in (
        ("A2 Works Solicitor: It is late, but I shall prepare a note for members.", "Works Solicitor"),
        ("→ KT: tell the yard and ask what a longer loan would look like", "KT"),
        ("Clerk: send the forms to all members.", "Clerk"),
        ("Trees: the yard has said that I may look at them.", None),
        ("Works Solicitor: the review would be late.", None),
    ):
        assert owner(text, "commitment") == who


def test_who_takes_up_what_was_suggested_for_several() -> None:
    for text, who in (
        ("Cllr Ash suggested that officers hold a session in May and Ms Lane was glad to do this.", "Ms Lane"),
        ("Cllr Ash suggested that the Parks Service hold a session and Ms Lane was glad of it.", "the Parks Service"),
        ("Cllr Ash suggested that a guide be made, and it was felt that Mr Moss should do so.", "Mr Moss"),
    ):
        assert owner(text, "suggestion") == who


def test_whoever_asks_her_is_not_she() -> None:
    told = ("Cllr Reed reported that the County would close the hall.",)
    text = "Cllr Gill asked her to call for a crossing, and she said she would take it up."
    assert in_talk(text, "commitment", earlier=told) == "Cllr Reed"
    assert owner("Cllr Gill advised that he would be willing to join the group.", "commitment") == "Cllr Gill"
    text = "Cllr Ash asked for the table to be set again with the wards beside each sum."
    assert in_talk(text, "request", later=("Mrs Lane to send it out again.",)) == "Mrs Lane"
    assert in_talk(text, "request", later=("A lamp to be bought.",)) is None


def test_what_one_member_asks_to_be_given_is_asked_of_the_only_officer_who_spoke() -> None:
    told = ("Mrs Alder said that forty hedges were cut.", "Cllr Reed thanked her.")
    for text, earlier, who in (
        ("Cllr Ash asked for a table of the hedges by ward.", told, "Mrs Alder"),
        ("She wished to have a table of the hedges by ward.", told, "Mrs Alder"),
        # he is asked for no paper, several ask, another officer spoke too, or none with title or office did
        ("Cllr Ash asked that the farmers be heard before May.", told, None),
        ("Members asked for a table of the hedges by ward.", told, None),
        ("The Committee asked for a table of the hedges by ward.", told, None),
        ("A table of the hedges by ward was asked for.", told, None),
        ("Cllr Ash asked for a table of the hedges by ward.", ("The Clerk told how the yard had burnt.", *told), None),
        ("Cllr Ash asked for a table of the hedges by ward.", ("KT gave the figures.",), None),
        ("Cllr Ash asked for a table of the hedges by ward.", ("Cllr Reed thanked the yard.",), None),
    ):
        assert in_talk(text, "request", earlier=earlier) == who, text
