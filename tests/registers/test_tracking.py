"""The tracker: what a committee recommended to others."""

import datetime
import time

import pytest
from msgspec.structs import replace

from scrutiny.language.addressees import CHARGING, find_addressee
from scrutiny.registers.recommendations import Entry, EntryKind
from scrutiny.registers.tracking import Tracked, find_tracked, is_own
from scrutiny.sources import Quote

BODY = "Roads and Bridges Scrutiny Committee"


def entry(
    *parts: str,
    kind: EntryKind = EntryKind.RESOLUTION,
    to: str | None = None,
    author: str | None = None,
    lead: str = "",
) -> Entry:
    quote = Quote(file="a.pdf", pdf_page=1, page_label="1", item="4", text=" ".join(parts))
    return Entry(
        ref="2025-03-06/4/res", kind=kind, number_printed=None, text=" ".join(parts), lead_in=lead or None, group=None,
        addressed_to=to, report="A report", author=author, item_title="A report", parts=parts, meeting_date=None,
        repeat_of=None, quote=quote,
    )  # fmt: skip


def tracked(one: Entry, *, single: bool = False) -> list[tuple[str, str | None]]:
    return [(each.ref, each.addressed_to) for each in find_tracked([one], BODY, single=single)]


@pytest.mark.parametrize(
    ("part", "asked"),
    [
        # somebody is asked, recommended, urged
        ("That it be RECOMMENDED to the Executive that two posts be funded.", "the Executive"),
        ("RESOLVED TO RECOMMEND to Council that the limit stand at £12m.", "Council"),
        ("to recommend that Cabinet approve the scheme;", "Cabinet"),
        ("That the Director of Roads be requested to survey all bridges.", "the Director of Roads"),
        ("(b) that the Cabinet Member be asked, in reconsidering it, to hold a session;", "the Cabinet Member"),
        ("to ask the Trust to return in January", "the Trust"),
        ("The Panel urges the government to publish its review.", "the government"),
        ("That the report recommend that the Commissioner publish the number each quarter.", "the Commissioner"),
        ("That he further be asked to examine the cost;", "he"),
        ("That the decision be referred back for reconsideration;", ""),
        ("That the matter be referred to Council.", "Council"),
        ("That the decision be referred back to the decision maker.", "the decision maker"),
        # the committee does something itself, or nothing
        ("RESOLVED: That the report be noted.", None),
        ("That the minutes of 6 March be approved and signed.", None),
        ("That the contents of the report be received and the officers thanked.", None),
        ("That the work programme be agreed.", None),
        ("That a visit to the depot be arranged before the summer.", None),
        ("Members asked for their dissent to be recorded.", None),
        ("to encourage turnover of spaces in the car park", None),  # a purpose
        ("to request a further report on the bridges in November", None),  # of nobody
        ("The Panel RECOMMENDED that Cabinet: 1. mend the weir; 2. lend a boat.", "Cabinet"),
        ("The Panel RECOMMENDED that the plan: 1. be noted; 2. be printed.", None),
    ],
)
def test_whom_a_part_of_a_resolution_asks(part: str, asked: str | None) -> None:
    assert find_addressee(part) == asked


@pytest.mark.parametrize(
    ("part", "charged"),
    [
        ("(2) to authorise the Clerk, in consultation with the Chair, to sign", "the Clerk, in consultation with the Chair"),
        ("That the Clerk be instructed to write to the farmer", "the Clerk"),
        ("to request that the Mayor writes to the farmer and to call on the ministry to pay", "the Mayor"),
        ("Refer the plan for the ponds to the Roads Panel", "the Roads Panel"),
        ("That the map be noted", None),
    ],
)  # fmt: skip
def test_whom_a_decision_charges(part: str, charged: str | None) -> None:
    assert find_addressee(part, CHARGING) == charged


def test_addressees_are_found_in_time() -> None:
    """No pattern takes more than 0.1 s on 10 kB."""
    for words in (
        "The Board, ",
        "The Clerk and the ",
        "that the Director of ",
        "invite ",
        "Suddenly ",
        "Cc-",
        "and for the ",
    ):
        text = words * (10_000 // len(words))
        start = time.process_time()
        find_addressee(text, CHARGING)
        assert time.process_time() - start < 0.1


def test_only_the_parts_that_ask_others_are_tracked_each_with_its_own_reference() -> None:
    resolved = entry("(a) That the report be noted;", "(b) That Cabinet be recommended to fund the bridge.")
    assert tracked(resolved) == [("2025-03-06/4/res.b", "Cabinet")]
    assert tracked(entry("That the Committee be asked to meet again.")) == []
    assert tracked(replace(resolved, repeat_of="2025-03-06/4/res0")) == []
    assert tracked(replace(resolved, author="Health Partnership Board")) == []  # minutes of another body


@pytest.mark.parametrize(
    ("text", "to", "author", "single", "counts"),
    [
        # a report that is put before the committee, by officers
        ("The Committee is asked to: note the report", "Committee", "Director of Roads", False, False),
        ("Members are asked to: recommend the scheme to Cabinet", "Members", "Director of Roads", False, False),
        ("Cabinet is asked to: approve the scheme", "Cabinet", "Director of Roads", True, False),
        ("That the Bridges Committee notes the report", "Bridges Committee", None, True, False),
        # an inquiry's report, appended: not this committee's
        ("The government should publish its review.", "government", None, False, False),
        # of the committee or a group of it, or a paper by itself that gives advice
        ("Cabinet should fund the bridge.", "Cabinet", "Bridges Task and Finish Group", False, True),
        ("Cabinet is asked to: fund the bridge", "Cabinet", "Chair of the Scrutiny Review Group", False, True),
        ("The Committee should meet again.", "Committee", "Bridges Task and Finish Group", False, False),
        ("The government should publish its review.", "government", None, True, True),
    ],
)
def test_recommendations_of_reports(text: str, to: str, author: str | None, single: bool, counts: bool) -> None:
    one = entry(text, kind=EntryKind.RECOMMENDATION, to=to, author=author)
    assert bool(tracked(one, single=single)) == counts


@pytest.mark.parametrize(
    ("who", "own"),
    [
        ("Members", True), ("the Committee", True), ("Sub-Committee", True), (BODY, True),
        ("Roads and Bridges Scrutiny", True), ("Cabinet", False), ("Integrated Care Board", False),
        ("Executive Member", False), ("", False),
    ],
)  # fmt: skip
def test_who_the_committee_itself_is(who: str, own: bool) -> None:
    assert is_own(who, BODY) == own


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("the Health and Wellbeing Board", "Health and Wellbeing Scrutiny Committee"),
        ("the Schools Forum", "Schools Scrutiny Panel"),
        ("Ashby Council", "Council"),
    ],
)
def test_a_body_of_another_kind_or_name_is_another(who: str, body: str) -> None:
    assert not is_own(who, body)


def test_what_is_tracked_keeps_the_words_and_the_page() -> None:
    one = entry("That the Director be asked to report by May.")
    (found,) = find_tracked([one], BODY, single=False)
    text = "That the Director be asked to report by May."
    assert found == Tracked(ref="2025-03-06/4/res", text=text, addressed_to="Director", entry=one)


@pytest.mark.parametrize(
    ("text", "to", "body", "due"),
    [
        # a date that is printed, and else the duty of the executive and of the authority to a scrutiny committee
        ("That Cabinet be asked to fund the bridge no later than June 2025.", "Cabinet", BODY, "2025-06-30"),
        ("That the Minister be asked to answer by 31 March 2025.", "Minister", BODY, "2025-03-31"),
        ("That Cabinet be asked to fund the bridge.", "Cabinet", BODY, "2025-05-06"),
        ("That Council be asked to fund the bridge.", "Council", BODY, "2025-05-06"),
        ("That the Cabinet Member be asked to fund the bridge.", "Cabinet Member", BODY, "2025-05-06"),
        # a day before the meeting is another's
        ("That Cabinet be asked to mend what was to be mended by 31 March 2024.", "Cabinet", BODY, "2025-05-06"),
        ("That the Minister be asked to list what was promised by 31 March 2024.", "Minister", BODY, None),
        # nobody else has it, and a body that is not known to scrutinise calls for none
        ("That the Minister be asked to fund the bridge.", "Minister", BODY, None),
        ("That the Chief Executive be asked to write.", "Chief Executive", BODY, None),
        ("That the Executive Director be asked to write.", "Executive Director", BODY, None),
        ("That Ashby Parish Council be asked to write.", "Ashby Parish Council", BODY, None),
        ("That Cabinet be asked to fund the bridge.", "Cabinet", "Licensing Committee", None),
        ("That the decision be referred back to Cabinet.", "Cabinet", BODY, None),
    ],
)
def test_by_when_an_answer_is_due(text: str, to: str, body: str, due: str | None) -> None:
    held = replace(entry(text, author=body), meeting_date=datetime.date(2025, 3, 6))
    one = Tracked(ref="1", text=text, addressed_to=to, entry=held)
    found = one.response_due(body)
    assert (found.isoformat() if found else None) == due
