"""A task that a noun hands to somebody, or that somebody gives his word for; and what was refused or never asked."""

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.clear import is_clear
from scrutiny.families.minutes.features import Seen
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.people import People
from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.signs import find_signs
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.speakers import agents
from tests.builders.paragraphs import read_blocks

WHO = ("the Clerk", "Councillor Orme", "TK", "the Head of Moorings", "Mr R Vance")
DO = ("circulate the dredging figures", "write to the ferry company", "obtain three quotations", "look into the steps")
HANDED = (
    "a request was made for {} to {}", "a request was made to {} to {}", "an action was placed on {} to {}",
    "an action was given to {} to {}", "the task was assigned to {} to {}", "it was agreed for {} to {}",
    "it was left with {} to {}", "it fell to {} to {}", "the action is for {} to {}", "action for {} to {}",
    "responsibility was given to {} to {}", "{} was actioned to {}",
)  # fmt: skip
WORD = (
    "an undertaking was given by {} to {}", "a commitment was made by {} to {}", "{} gave an undertaking to {}",
    "{} made a commitment to {}", "{} took an action to {}",
)  # fmt: skip
REFUSED = (
    "it was not agreed that {} would {}", "the Board decided not to ask {} to {}", "{} would have been asked to {}",
    "no request was made for {} to {}", "a request for {} to {} was refused", "there was no need for {} to {}",
    "a proposal for {} to {} fell", "a request was made by {} to {}",
)  # fmt: skip


def test_who_a_task_is_handed_to_and_who_gave_his_word() -> None:
    for forms, acts in ((HANDED, (Act.WAS_ASKED, Act.NAME_TO)), (WORD, (Act.COMMITS,))):
        for form in forms:
            for who in WHO:
                for do in DO:
                    text = form.format(who, do)
                    frame = main_frame(find_frames(text[:1].upper() + text[1:] + "."))
                    assert frame is not None, text
                    assert frame.act in acts, text
                    assert who.lower() in (frame.who or "").lower(), text


def test_what_was_refused_or_never_asked_is_no_task() -> None:
    for form in REFUSED:
        for who in WHO:
            for do in DO:
                text = form.format(who, do)
                frame = main_frame(find_frames(text[:1].upper() + text[1:] + "."))
                assert frame is None or frame.negated, text


def test_what_one_person_is_asked_is_clear_but_for_what_is_done_on_the_spot() -> None:
    def clear(text: str) -> bool:
        return is_clear(Seen(frames=find_frames(text), signs=find_signs(text), features=()), text, decided=False)

    for who in ("The Clerk", "Councillor Orme", "TK", "The Harbour Master", "Mr R Vance"):
        assert all(clear(f"{who} was asked to {do}.") for do in DO)
        on_the_spot = (
            "introduce the report",
            "speak to the item",
            "explain the figures",
            "take the chair",
            "read the letter",
        )
        assert not any(clear(f"{who} was asked to {do}.") for do in on_the_spot)
    assert not any(clear(f"{who} were asked to {do}.") for who in ("Members", "All residents") for do in DO)


def test_who_stands_behind_what_is_to_be_done_and_what_else_may_stand_there() -> None:
    people = People.of(["Present: Ann Bell, Tom Kay", "KTB will call on the yard."])
    behind = ("({})", "[{}]", "– {}", "– action {}", "(action: {})", "({} to action)", "({} to follow up)")
    for form in behind:
        for who in ("TK", "KTB", "Clerk", "the Clerk", "Cllr Orme", "Clerk/KTB", "Cllr Orme and TK"):
            assert people.named_last(f"The figures to be sent {form.format(who)}.") == who, form
    for form in behind[:3]:
        for thing in (
            "attached",
            "CIL",
            "IT",
            "Appendix A",
            "April",
            "Friday",
            "Main Street",
            "£300",
            "urgent",
            "see Item 6",
        ):
            assert people.named_last(f"The figures to be sent {form.format(thing)}.") is None, thing


def test_a_sentence_that_only_says_who_leads_belongs_to_the_one_before() -> None:
    for label in ("Lead: TK.", "Owner: TK.", "TK to follow up.", "TK to lead.", "ACTION TK.", "Responsible: TK."):
        rows = ("# 6 Steps", f"The broken bollards to be looked into. {label}")
        found = find_minutes(read_blocks(*rows), meeting=None).actions
        assert [row.owner for row in found] == ["TK"], label


def test_who_speaks_behind_what_leads_to_it() -> None:
    for lead in (
        "In response the Clerk",
        "In reply, the Clerk",
        "At this point the Clerk",
        "After some talk the Clerk",
    ):
        assert [who for _, who in agents(f"{lead} said that he would write.")] == ["the Clerk"]


def test_what_a_decision_says_by_the_way_hides_nobodys_task() -> None:
    inserted = (
        "in consultation with the Chair", "on behalf of the Council", "with the help of the yard", "after consulting the Mayor",
        "following the May meeting", "as owner of the quay", "by the end of May", "acting with the Leader",
    )  # fmt: skip
    for between in inserted:
        rows = [
            f"RESOLVED that the Clerk, {between}, {task}."
            for task in (
                "negotiate a new lease with the yard",
                "write to the ferry company",
                "report on the crane in June",
            )
        ]
        parts = [part for at, row in enumerate(rows) for part in (f"# {at + 6} Quay", "They spoke of it.", row)]
        actions = find_minutes(read_blocks(*parts), meeting=None).actions
        assert len(actions) == len(rows), between
        assert all((one.owner or "").startswith("the Clerk") for one in actions), between
    for text in (
        "RESOLVED that Mr Vance, in the chair, was thanked.", "RESOLVED that the plan, with the changes of May, be approved.",
    ):  # fmt: skip
        assert find_minutes(read_blocks("# 6 Quay", "They spoke of it.", text), meeting=None).actions == (), text
