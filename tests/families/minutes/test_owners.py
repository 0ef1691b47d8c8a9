"""Who is to act: what the sentence names, who takes a request up, who "she" is, and what a short name stands for."""

from datetime import date

import pytest

from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.owners import INFERRED, NAMED, Case, awaited_from, find_owner
from scrutiny.families.minutes.people import People, can_act, split_owner
from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.slots import instruction, main_frame
from scrutiny.families.minutes.speakers import find_requester
from tests.builders.paragraphs import read_blocks

HEAD = [
    "Present: Councillor Ann Bell (Chair), Cllr Jo Reid and Cllr Max Reid",
    "Officers: Mr Neil Garrick (Director of Housing), T. Osei (Head of Legal)",
    "The Assistant Director, Roads, sent apologies. The Director of Housing introduced the report.",
    "The Cabinet Member for Roads, Councillor Dunn, was thanked.",
]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Mr Garrick", "Mr Neil Garrick"),
        ("Ms Osei", "Ms T. Osei"),
        ("Councillor Bell", "Councillor Ann Bell"),
        ("the Director", "the Director of Housing"),
        ("Cllr Reid", "Cllr Reid"),  # two of that name
        ("Mrs Lane", "Mrs Lane"),  # not on the list
        ("the Manager", "the Manager"),
        ("the Cabinet Member", "the Cabinet Member for Roads"),
        ("the Clerk", "the Clerk"),
    ],
)
def test_a_short_name_is_completed_where_one_fits(short: str, full: str) -> None:
    assert People.of(HEAD).complete(short) == full


def test_the_heading_of_those_present_is_no_part_of_an_office() -> None:
    listed = "Apologies Councillor Fox; Mr S Orme Officers Director of Housing; Assistant Director, Roads"
    assert People.of([listed]).complete("The Director") == "The Director of Housing"


def test_the_next_of_a_list_of_offices_is_no_part_of_one() -> None:
    listed = "In attendance: Director of Adult Care, Head of Contracts, Principal Carer Lead and the Democratic Officer"
    assert People.of([listed]).complete("the Director") == "the Director of Adult Care"
    assert (
        People.of(["The Director, Adult Care, sent apologies"]).complete("the Director") == "the Director, Adult Care"
    )


def test_an_office_in_small_letters_acts_by_itself() -> None:
    for office in ("clerk", "treasurer", "caretaker", "headteacher"):
        assert find_owner(case(f"Letter on the hedge in Mill Lane - {office} to reply.")) == office
    assert find_owner(case("Survey of the roof - governance to follow.")) is None


def case(
    text: str,
    kind: str = "commitment",
    *,
    earlier: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
    decided: bool = False,
    mark: str | None = None,
    near: str | None = None,
) -> Case:
    frames = find_frames(text, decided=decided)
    return Case(
        text=text, frames=frames, frame=main_frame(frames), kind=ActionKind(kind), earlier=earlier, later=later,
        decided=decided, mark=mark, near=near,
    )  # fmt: skip


def owner(
    text: str,
    kind: str = "commitment",
    *,
    earlier: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
    decided: bool = False,
) -> str | None:
    return find_owner(case(text, kind, earlier=earlier, later=later, decided=decided))


SOURCES = [
    ("commissioned", "(2) to authorise the Estates Manager to sell the field", "agreed", "the Estates Manager"),
    ("commissioned", "The roof be mended at once", "agreed", None),
    ("asked", "The Trust was asked to send its figures.", "request", "The Trust"),
    ("asked", "The Chair and Mr Dunn were left to settle the dates.", "agreed", "The Chair and Mr Dunn"),
    ("asked", "Mrs Lane wished to see the figures by ward.", "request", None),
    ("suggested", "The Mayor suggested that Cllr. Orme, as a diver, look at the wall.", "suggestion", "Cllr. Orme"),
    ("suggested", "Mrs Lane suggested that Mill Lane is closed.", "suggestion", None),
    (
        "volunteer",
        "Cllr Ash suggested that officers meet the yard and Ms Osei was glad to do so.",
        "suggestion",
        "Ms Osei",
    ),
    ("volunteer", "Cllr Ash suggested that the Roads Board meet the yard and Ms Osei was glad.", "suggestion", None),
    ("own_words", "A3 Roads Manager: I will send it to members.", "commitment", "Roads Manager"),
    ("own_words", "Roads: the yard would send it to members.", "commitment", None),
    ("by_whom", "Every case would be looked at by a fire officer.", "commitment", "a fire officer"),
    ("by_whom", "Members would be told each month, by a note from officers.", "commitment", "officers"),
    ("subject", "The Clerk would write to the farmer.", "commitment", "The Clerk"),
    ("subject", "Improved lighting would reduce the risk.", "commitment", None),
    ("speaker", "The Clerk was sorry to hear it and would write to the farmer.", "commitment", "The Clerk"),
    ("other_subject", "Wardens will visit the pond to see what is required to mend it.", "commitment", "Wardens"),
    ("speaker", "Ms Osei said that this would be sent out.", "commitment", "Ms Osei"),
    ("speaker", "The old bridge was closed and a survey would be carried out.", "commitment", None),
    ("by_whom", "A group would be set up, to be led by Mr Dunn.", "commitment", None),
    (
        "other_subject",
        "Maps to be sent to the Clerk, who will ask the county to print them.",
        "commitment",
        "the Clerk",
    ),
    (
        "other_subject",
        "It was suggested that the Roads Board could help save the pond.",
        "suggestion",
        "the Roads Board",
    ),
    ("speaker", "Ms Osei confirmed that all wardens would have it by noon.", "commitment", "Ms Osei"),
    ("speaker", "The old bridge, he said, would draw more of them in May.", "suggestion", None),
    ("speaker", "The matter was put off at Mr Dunn’s wish, and he would bring a report.", "commitment", "Mr Dunn"),
]


@pytest.mark.parametrize(("source", "text", "kind", "expected"), SOURCES)
def test_each_source_of_an_owner(source: str, text: str, kind: str, expected: str | None) -> None:
    find = {each.__name__: each for each in (*NAMED, *INFERRED)}[source]
    assert find(case(text, kind, decided=kind == "agreed")) == expected


def test_every_source_has_a_row() -> None:
    assert {each.__name__ for each in (*NAMED, *INFERRED)} == {row[0] for row in SOURCES} | {
        "answerer",
        "holder",
        "only_officer",
    }


def test_an_owner_is_not_taken_from_an_earlier_sentence_that_nothing_points_to() -> None:
    earlier = ("The Head of Roads introduced the report.", "The money was in place.")
    assert owner("A consultation would take place in June.", earlier=earlier) is None
    assert owner("He would bring the answers in June.", earlier=earlier) == "The Head of Roads"


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        (("The Roads Manager said that fares were under review.",), "They would keep members up to date.", "The Roads Manager"),
        (("The Roads Manager spoke of fares.", "She said they had gone up."), "More figures would be sent in May.", "The Roads Manager"),
        (("The Roads Manager spoke of fares.", "Mr Dunn asked why."), "More figures would be sent in May.", None),
        (("The Roads Manager spoke of fares.", "She asked why."), "More figures would be sent in May.", None),
        (("Councillor Bell spoke of fares.",), "More figures would be sent in May.", None),
        (("POND had begun.",), "More figures would be sent in May.", None),
        (("The Roads Manager spoke of fares.",), "More figures would be sent by the county in May.", None),
        (("The Roads Manager spoke of fares.",), "Wardens would be trained in May.", None),
    ],
)  # fmt: skip
def test_whose_turn_it_is(earlier: tuple[str, ...], text: str, expected: str | None) -> None:
    """What is promised and by nobody is the officer's who has the word: until anybody else speaks, and only what he
    himself would tell or bring."""
    assert owner(text, earlier=earlier) == expected


def test_a_suggestion_is_his_who_takes_it_up_at_once() -> None:
    text = "Councillor Bell suggested that the map show every stile."
    assert owner(text, "suggestion", later=("Ms Osei was happy to draw them.",)) == "Ms Osei"
    assert owner(text, "suggestion", later=("Ms Osei would be away in May.",)) is None
    assert owner(text, "suggestion", later=("It rained.", "Ms Osei was happy to draw them.")) is None


def test_she_is_one_person() -> None:
    earlier = ("The Chief Constable said that officers were there every day.",)
    assert owner("She would have it looked into.", earlier=earlier) == "The Chief Constable"
    assert owner("She undertook to look into it.", earlier=earlier) == "The Chief Constable"


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The Clerk to write to the bank", "The Clerk", "write to the bank"),
        ("KT will report in May", "KT", "report in May"),
        ("For the Harbour Master to list the berths", "the Harbour Master", "list the berths"),
        ("For KT to list the berths", "KT", "list the berths"),
        ("For boats of all kinds to use", None, "For boats of all kinds to use"),
        ("Harbour Works (KT) to send the plan", "Harbour Works (KT)", "send the plan"),
        ("Bus review group will be asked to look at fares", "Bus review group", "look at fares"),
        ("A guide for parents will be sent to all schools", None, "A guide for parents will be sent to all schools"),
        (
            "Regular reporting into the board to show progress",
            None,
            "Regular reporting into the board to show progress",
        ),
        ("Panel members to be kept informed", None, "Panel members to be kept informed"),
        ("Panel members to be closely involved", "Panel members", "be closely involved"),
    ],
)
def test_who_an_entry_of_a_list_names(text: str, who: str | None, what: str) -> None:
    assert split_owner(text) == (who, what)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillors requested Mr Hale, county council, to look into the drains.", "Mr Hale, county council"),
        ("The Flood Officer (Jo Bell) is to meet the farmer.", "The Flood Officer ( Jo Bell )"),
        ("Every case would be looked at by a fire officer.", "a fire officer"),
        ("The Corporate Risk Register would be brought up to date.", None),
        ("As the harbour's officer for tolls, KT agreed to ring the skipper.", "KT"),
        ("A ruling against the county would need further work.", None),
        ("It was agreed Ann Lane, Max Reid & Jo Bell would price the work.", "Ann Lane, Max Reid & Jo Bell"),
        ("The map goes to Mrs Lane, who will add the stiles.", "Mrs Lane"),
        ("3 Stewards to have lights Accepted Estates Manager to order them in May.", "Estates Manager"),
        ("The farmer would be invited to attend in May.", None),  # somebody has to invite him
        ("Ms Osei said that the farmer would be invited to attend in May.", "Ms Osei"),
        ("The plan would be gone through by the full Roads Committee.", "the full Roads Committee"),
        ("The facilitator agreed to advise the parish.", "The facilitator"),  # only somebody agrees
        ("When the county has drawn it Mr Dunn will send a map.", "Mr Dunn"),
        ("Members would receive a map in May.", None),  # who receives does nothing
        ("The Panel requested for the Clerk to write to the farmer.", "the Clerk"),
        ("For the Roads Trust to bring a map in May.", "the Roads Trust"),
        ("The Head of Staff, POND noted she would send the map.", "The Head of Staff, POND"),
        ("Members agreed Free Travel should be a topic in May.", None),
        ("She spoke of the county, which left the latter items to the Clerk who intends to write.", "the Clerk"),
    ],
)
def test_who_the_sentence_names(text: str, expected: str | None) -> None:
    assert owner(text) == expected


def test_a_wish_and_a_question_name_who_is_to_act() -> None:
    text = "Councillor Bell would like the Roads Manager to mark the kerb in May."
    assert owner(text, "request") == "the Roads Manager"
    text = "Mr Dunn asked whether the Leader would be able to share the map of sites."
    assert owner(text, "request") == "the Leader"


def test_what_is_asked_for_from_a_place_is_nobodys() -> None:
    assert owner("Members requested the figures from Mill Street.", "request") is None


def test_who_promises_acts_whoever_he_is() -> None:
    text = "Councillor Bell gave an undertaking that the map would be redrawn."
    assert owner(text) == "Councillor Bell"
    assert owner("Councillor Bell noted that the map would be redrawn.") is None


def test_the_member_who_asks_is_not_he_who_promises() -> None:
    assert owner("He undertook to send it.", earlier=("Councillor Orme asked Mr Dunn for the map.",)) is None
    assert owner("He undertook to send it.", earlier=("Councillor Orme spoke of the map.",)) == "Councillor Orme"


def test_a_clause_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    earlier = ("The Roads Manager reported that the kerb would be marked;",)
    assert owner("that the stiles would be mended in May.", earlier=earlier) == "The Roads Manager"


def test_a_body_is_no_he() -> None:
    earlier = ("The Chief Executive said that the Council was not to blame.",)
    assert owner("He would send her the figures.", earlier=earlier) == "The Chief Executive"
    assert owner("They would send her the figures.", earlier=earlier) is None


def test_he_and_she_are_not_those_of_the_other_sex() -> None:
    earlier = ("Mr Dunn introduced the report.", "Mrs Lane asked about the cost.")
    assert owner("He would send her the figures.", earlier=earlier) == "Mr Dunn"
    assert owner("She would send him the figures.", earlier=earlier) == "Mrs Lane"


def test_a_request_is_his_who_takes_it_up() -> None:
    text = "Councillor Bell asked for a map of the sites."
    assert owner(text, "request", later=("The Planning Manager agreed to send one.",)) == "The Planning Manager"
    assert owner(text, "request", later=("Councillor Reid thought it a fine idea.", "Ms Osei would go.")) is None
    assert owner(text, "request") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(b) that the Audit Manager in future include the age of each case;", "the Audit Manager"),
        (
            "that Councillors Bell and Reid, together with Mrs Lane, visit the depot",
            "Councillors Bell and Reid, together with Mrs Lane",
        ),
        ("To delegate the final form of the papers to the Director of Housing", "the Director of Housing"),
        ("(b) that the Roads Manager be formally asked to mark the kerb", "the Roads Manager"),
        ("(b) that the Roads Manager be invited to the May meeting", None),
        ("It was agreed that the Clerk writes to the farmer", "the Clerk"),
        ("Resolved – That officers draft a plan for May", "officers"),
        ("That the matter be put off so as to invite the Roads Manager to the May meeting", None),
        ("That the decision of the Cabinet Member dated 4 May be referred back for another look", "the Cabinet Member"),
        ("That the decision of the Cabinet Member be referred to the Council", "the Council"),
        ("That the report be noted", None),
        ("the Roads Manager sends the plan to members", "the Roads Manager"),
        ("(2) The Yard and the Clerk provide updates every six months", "The Yard and the Clerk"),
        ("AGREED: that the Chair, on behalf of the Board, writes to the yard", "the Chair"),
        # near misses: no name, no doing, a noun
        ("The draft plan is sent to members", None),
        ("A draft Constitution was given out", None),
        ("The Final report is to be sent to members", None),
        ("In order to fish they provide a boat", None),
    ],
)
def test_who_a_decision_names(text: str, expected: str | None) -> None:
    assert owner(text, "agreed", decided=True) == expected


@pytest.mark.parametrize(
    ("text", "earlier", "expected"),
    [
        ("Members also requested a map of the sites.", (), "Members"),
        ("Mrs Lane asked for a map, and Ms Osei said yes, she would send one.", (), "Mrs Lane"),
        ("He nevertheless sought a map, to which Mrs Adby assented.", ("Cllr Max Reid spoke.", "Mrs Adby was glad."), "Cllr Max Reid"),
        ("She asked for a map.", ("Mrs Lane thought it dear.", "Mr Dunn replied that it was not."), "Mrs Lane"),
        ("They requested a map.", ("Mr Dunn spoke.",), None),
        ("A map of the sites was requested.", ("Mr Dunn spoke.",), None),
    ],
)  # fmt: skip
def test_who_asks(text: str, earlier: tuple[str, ...], expected: str | None) -> None:
    assert find_requester(ActionKind.REQUEST, text, earlier) == expected


def test_an_outstanding_action_is_his_from_whom_it_is_awaited() -> None:
    assert owner("The note on fares, promised by the Head of Legal, was late.", "outstanding") == "the Head of Legal"
    assert owner("A reply from the Bus Manager was still awaited.", "outstanding") == "the Bus Manager"
    assert (
        owner("Members still waited for the map which the Roads Manager had been due to send.", "outstanding")
        == "the Roads Manager"
    )
    assert awaited_from(case("The note was late, said the Clerk.", "outstanding")) is None


def test_what_stands_in_the_action_column_goes_before_an_office_but_no_person() -> None:
    assert find_owner(case("The Estates Manager would mend it.", mark="KT")) == "KT"
    assert find_owner(case("DN and GD would mend it.", mark="MC")) == "DN and GD"
    assert find_owner(case("It would be mended.", mark="MC", near="DN")) == "MC"
    assert find_owner(case("It would be mended.", near="DN")) == "DN"


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("the Full Business Case", False),
        ("Another", False),
        ("NO", True),  # initials, not the word
        ("Every secondary school", True),
        ("the Friends", True),
        ("the head of roads", True),
        ("the Head of Policy", True),
        ("Data and Intelligence Manager", True),
        ("improved governance", False),
        ("officers", True),
        ("assistance from the county", False),
        ("a table by ward", False),
        ("from the County Council", False),
        ("TR", True),
    ],
)
def test_a_thing_can_do_nothing(who: str, *, expected: bool) -> None:
    assert can_act(who) is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Another is being arranged for the autumn.", "commitment", "Another is being arranged for the autumn"),
        ("A briefing on fares was requested before Easter.", "request", "Provide a briefing on fares before Easter"),
        ("The Board will be told once it is known.", "commitment", "The Board to be told once it is known"),
        ("It was felt that further money was needed.", "suggestion", "It was felt that further money was needed"),
        ("It was agreed to buy a second gate.", "agreed", "Buy a second gate"),
        ("3.Approved the sale of the gate to the farmer in May.", "agreed", "Approve the sale of the gate to the farmer in May"),
        ("To request that the Mayor writes to the farmer to explain.", "agreed", "Write to the farmer to explain"),
        ("Farmers to be asked if they would lend a second gate.", "agreed", "Farmers to be asked if they would lend a second gate"),
        ("He therefore called for a map to be put up at every stop.", "request", "A map to be put up at every stop"),
        ("Mrs Lane spoke of the drains, and asked to be given the price of the work.", "request", "Provide the price of the work"),
        ("Prices to be sought for a second gate in May.", "agreed", "Prices to be sought for a second gate in May"),
        ("Maps as regards the second gate would be sent out.", "commitment", "Maps as regards the second gate would be sent out"),
        ("Instead it would perhaps take place in the second week.", "commitment", "Instead it would perhaps take place in the second week"),
        ("Village Hall The roof to be mended by the trust.", "agreed", "The roof to be mended by the trust"),
        ("A map to that end would be drawn for May, said Mrs Lane.", "commitment", "A map to that end to be drawn for May"),
        ("It would be costed and reported back in May.", "commitment", "Cost it and report back in May"),
        ("The gate would need to be painted in spring.", "suggestion", "The gate to be painted in spring"),
        ("It was therefore resolved to buy a second gate.", "agreed", "Buy a second gate"),
        ("It was agreed that these be sited near the pond by the farmer.", "agreed", "Site these near the pond by the farmer"),
        ("1. A map of the gates will be sent out.", "commitment", "A map of the gates to be sent out"),
        ("Ms Orde would like to see a breakdown by ward.", "request", "Provide a breakdown by ward"),
        ("That maps for future road reviews be brought to the meeting.", "agreed", "Maps for future road reviews to be brought to the meeting"),
        ("As such it would need to be dealt with in May.", "commitment", "Deal with it in May"),
        ("The members’ views would feed into the plan.", "commitment", "The members’ views to feed into the plan"),
        ("Requests a further report in May.", "agreed", "Request a further report in May"),
        ("It was agreed to sell the house and to instruct agents.", "agreed", "Sell the house and instruct agents"),
        ("Members requested to be told of any change.", "request", "Members to be told of any change"),
        ("A map drawn by hand, he suggested, would draw more of them.", "suggestion", "A map drawn by hand, he suggested, would draw more of them"),
        ("The New Gate Plan will require the approval of all members.", "agreed", "The New Gate Plan will require the approval of all members"),
        ("The gate would be painted green in spring.6002", "commitment", "The gate to be painted green in spring"),
        ("Cllr. Bell would write to the farmer about it.", "commitment", "Write to the farmer about it"),
        ("It was noted that the map of bus stops had still not arrived.", "outstanding", "The map of bus stops had still not arrived"),
    ],
)  # fmt: skip
def test_an_instruction_reads_as_one(text: str, kind: str, expected: str) -> None:
    frames = find_frames(text)
    assert instruction(text, main_frame(frames), ActionKind(kind), owner=None, context="") == expected


def test_a_part_of_a_decision_reads_as_an_instruction() -> None:
    text = "That a full report on the gate, with its costs, be submitted in May"
    frames = find_frames(text, decided=True)
    expected = "A full report on the gate, with its costs, to be submitted in May"
    assert instruction(text, main_frame(frames), ActionKind.AGREED, owner=None, context="") == expected


@pytest.mark.parametrize(
    ("text", "before", "context", "expected"),
    [
        ("The Clerk will respond in July.", "", "Bus fares", "Respond in July (Bus fares)"),
        ("The Clerk will pursue this.", "The gate is broken.", "Matters arising", "Pursue this (The gate is broken)"),
        ("The Clerk will let him have the map.", "Mr Dunn asked for a map.", "Roads", "Let him have the map (Mr Dunn asked for a map)"),
        ("There is a fair in May which the Clerk will attend to meet members.", "", "", "Attend to meet members (There is a fair in May)"),
        ("The Clerk will write to every farmer in the parish about drains.", "It rained.", "Floods", "Write to every farmer in the parish about drains"),
        ("The Clerk will report.", "to write to the farmer; and", "Any other business", "The Clerk will report"),
        ("Village pond – All, BM to report in May", "", "Any other business", "Report in May (Village pond)"),
        ("Missing arm at the stile -> ranger to fit, by Easter.", "Signs are in.", "", "Fit, by Easter (Missing arm at the stile)"),
        ("The Chairman will have a word.", "The gate was left open.", "", "Have a word (The gate was left open)"),
        ("The Clerk will pursue this.", "5iii) The gate is broken.", "", "Pursue this (The gate is broken)"),
        ("The farmer had asked for a second gate near the pond, Clerk to arrange.", "It rained.", "Roads", "Arrange (The farmer had asked for a second gate near the pond)"),
    ],
)  # fmt: skip
def test_an_instruction_stands_alone(text: str, before: str, context: str, expected: str) -> None:
    """It is given what it is about where it says too little: the heading, else the sentence before, never another part."""
    frame = main_frame(find_frames(text))
    assert (
        instruction(text, frame, ActionKind.COMMITMENT, owner="the Clerk", context=context, before=before) == expected
    )


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("The trust would report on the work that began in March 2024.", None),
        ("Minutes of the meeting held on 4 May 2024 to be sent out.", None),
        ("A list would be sent by 4 May 2024.", "by 4 May 2024"),
        ("It would come to the meeting in June 2024.", "to the meeting in June 2024"),
        ("Members agreed to book the hall for the third Saturday in November.", None),
    ],
)
def test_the_day_of_something_else_is_no_due_date(sentence: str, printed: str | None) -> None:
    assert find_due(sentence, None)[0] == printed


@pytest.mark.parametrize(
    ("sentence", "printed", "day"),
    [
        ("A list to be sent by 31.01.25.", "by 31.01.25", date(2025, 1, 31)),
        ("A list to be sent by Sept 2025.", "by Sept 2025", date(2025, 9, 30)),
        ("They would meet on Tues 22nd October.", "on Tues 22nd October", date(2024, 10, 22)),
        ("They would meet on Sunday 22nd October.", "on Sunday 22nd October", None),  # a Tuesday
        ("She would meet the team before the end of January.", "before the end of January", date(2025, 1, 31)),
        ("A paper would come to the March meeting.", "to the March meeting", None),
        ("It would be done within two working days.", "within two working days", None),
        ("It would be done by Easter.", "by Easter", None),
        ("It would be done before the summer recess.", "before the summer recess", None),
        ("The visit was put off until after the election in May.", None, None),
        ("Wardens will be trained over the next two years.", None, None),  # how long, not by when
    ],
)
def test_by_when(sentence: str, printed: str | None, day: date | None) -> None:
    """The date only where it follows; terms, feasts and meetings stay words."""
    assert find_due(sentence, date(2024, 9, 25)) == (printed, day)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("A tally will be kept over the holidays and sent to the county.", None),
        ("A log will be sent to the county during the summer.", "during the summer"),
        ("The Clerk will continue to write to the county until 4 May 2025.", None),
    ],
)
def test_how_long_something_goes_on_is_no_due_date(text: str, printed: str | None) -> None:
    found = find_minutes(read_blocks("# 6 Roads", text, "ACTION: JB"), meeting=date(2025, 4, 4))
    assert [action.due_printed for action in found.actions] == [printed]


def test_the_month_of_an_earlier_promise_is_no_due_date() -> None:
    sentence = "The note promised in May had still not been received."
    assert find_due(sentence, date(2025, 9, 4), earlier=True) == (None, None)


@pytest.mark.parametrize(
    ("rows", "owner"),
    [
        # who takes a request up need not speak
        (["The Chair asked for a table of cases by school in the next report.", "This was accepted by Mr Bell."], "Mr Bell"),
        (["The Chair asked for the cost to be analysed by type of need.", "Ms Dorn was content with that."], "Ms Dorn"),
        # a body agrees; it takes nothing up
        (["The Chair suggested that the cost could be shown by type of need.", "The Roads Committee agreed with that."], None),
        # a minister who is to be asked has nothing to do yet: it is asked first
        (["RESOLVED:", "(1)| Agree to request that the Minister for Roads consider the matter of the pond again."], None),
        # the subject of a wish
        (["It was suggested that the Transport Committee could draw up a plan for the money."], "the Transport Committee"),
    ],
)  # fmt: skip
def test_who_takes_it_up_or_is_meant(rows: list[str], owner: str | None) -> None:
    found = find_minutes(read_blocks("# 6 Roads", *rows), meeting=None)
    assert [action.owner for action in (*found.actions, *found.possible)][-1] == owner


@pytest.mark.parametrize(
    ("text", "task"),
    [
        # an adjective or a noun asks nobody: "required contracts", "a request to"
        (
            "Delegate authority to the Director of Roads, in consultation with the relevant managers of the services, to take all steps, including required contracts, as necessary to build it.",
            "Take all steps, including required contracts, as necessary to build it",
        ),
        # a purpose is no task
        ("Bring to the next meeting a proposal to raise the precept.", "Bring to the next meeting a proposal to raise the precept"),
        # a clause within the subject is none
        ("Every case that did not reach the standard would be looked at by a nurse.", "Every case that did not reach the standard would be looked at by a nurse"),
    ],
)  # fmt: skip
def test_the_task_is_read_from_the_right_verb(text: str, task: str) -> None:
    frames = find_frames(text, decided=text.startswith("Delegate"))
    made = instruction(text, main_frame(frames), ActionKind.COMMITMENT, owner="the Director", context="")
    assert made == task


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        # the sentence itself says what it is about
        (
            "The slip is in a poor state, and the Clerk would look at this again.",
            "The tariff was read.",
            "Look at this again (The slip is in a poor state)",
        ),
        # the sentence before is given whole, or its first clause, or not at all
        (
            "The Clerk would look at this.",
            "The slip by the old quay is in a poor state.",
            "Look at this (The slip by the old quay is in a poor state)",
        ),
        (
            "The Clerk would look at this.",
            f"The slip by the old quay is in a poor state, which {'very ' * 45}many crews had seen.",
            "Look at this (The slip by the old quay is in a poor state)",
        ),
        ("The Clerk would look at this.", f"The {'very ' * 45}old slip is in a poor state.", "Look at this"),
        ("The Clerk would look at this.", "It", "Look at this"),
        # what is no instruction
        (
            "The Board have demanded they have sight of each tariff.",
            "",
            "The Board have demanded they have sight of each tariff",
        ),
        ("The Clerk would ensure they have the tariff.", "", "Ensure they have the tariff"),
        # "there is" points at nothing
        ("The Clerk would find out whether there is a plan of the slip.", "A crane fell.", "Find out whether there is a plan of the slip"),
    ],
)  # fmt: skip
def test_an_instruction_holds_whole_clauses(text: str, before: str, expected: str) -> None:
    frame = main_frame(find_frames(text))
    assert instruction(text, frame, ActionKind.COMMITMENT, owner="the Clerk", context="", before=before) == expected


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        ("the Clerk", True), ("Members", True), ("Contact Officer", True), ("Support staff", True), ("Lead Member", True),
        ("Chase Bell", True), ("Senior management", True), ("the Harbour Trust", True), ("officers of the Trust", True), ("Mark Orme", True),
        ("the Spring Term", False), ("Otherwise", False), ("Board approval", False), ("Parks maintenance", True), ("the Trust’s", False), ("Invite Ann Orme", False),
        ("contact The Ferry House", False), ("Request for the Board", False), ("the Evening", False),
    ],
)  # fmt: skip
def test_an_owner_is_somebody_who_can_act(who: str, acts: bool) -> None:
    assert can_act(who) is acts


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("* * The Ferry Officer to call the yard about the crane.", "The Ferry Officer"),
        ("It was agreed that the Ferry Clerk email all members to ask who can row.", "the Ferry Clerk"),
    ],
)
def test_an_owner_is_without_marks_and_verbs(text: str, owner: str) -> None:
    frames = find_frames(text)
    case = Case(text=text, frames=frames, frame=main_frame(frames), kind=ActionKind.AGREED, decided=True)
    assert find_owner(case) == owner


@pytest.mark.parametrize("asks", ["requests", "asks", "instructs", "directs", "ask", "request"])
@pytest.mark.parametrize(
    "lead", ["RESOLVED: That the Committee {}", "RESOLVED: That the Committee: (a) notes it; and (b) {}"]
)
def test_whom_a_resolution_asks_in_the_present_tense_is_the_owner(asks: str, lead: str) -> None:
    row = f"{lead.format(asks)} the Head of Highways to bring a report on repairs."
    found = find_minutes(read_blocks("# 4 Roads", row), meeting=None).actions
    assert [(one.owner, one.text) for one in found] == [("the Head of Highways", "Bring a report on repairs")]


def test_who_agrees_to_ask_somebody_asks_himself() -> None:
    row = "The Clerk agreed to ask the county to mend the gate."
    assert [one.owner for one in find_minutes(read_blocks("# 4 Roads", row), meeting=None).actions] == ["The Clerk"]


def test_whom_a_decision_or_a_delay_names_in_any_form_of_name() -> None:
    names = (
        "the Clerk", "the Harbour Manager", "Mr Dunn", "Cllr. Orme", "Mrs. A. Lane", "the Section 151 Officer",
        "the Head of Piers and Quays", "Councillors Bell and Mrs. Lane",
    )  # fmt: skip
    decided = (
        "(b) to remit to {} to look at the wall.", "That {}, in consultation with the Leader, be authorised to sell the crane.",
        "RESOLVED that the matter be deferred for {} to obtain a second survey.",
        "Continued to the next meeting to allow {} to write to the yard.",
        "3. To ask {} for a review of the moorings, to come to the May meeting.", "(b) that {} look at the wall by Easter;",
    )  # fmt: skip
    delayed = (
        "24/11 (crane): {} had not yet met the engineer.", "23/22: {} was still waiting for two returns and would send them.",
        "Note 4: {} has yet to settle the date of the visit.",
    )  # fmt: skip
    for name in names:
        for form in decided:
            found = owner(form.format(name), "agreed", decided=True)
            assert found and found.removesuffix(", in consultation with the Leader") == name, (form, found)
        for form in delayed:
            assert owner(form.format(name), "outstanding") == name, form
        welcomed = f"Mr Fry suggested that a short leaflet be tried out first, which {name} welcomed."
        assert " and " in name or owner(welcomed, "suggestion") == name


def test_who_waits_who_asked_and_what_is_no_name_own_nothing() -> None:
    for text in (
        "Members had yet to receive the note.", "Work had not yet reached the quay.",
    ):  # fmt: skip
        assert owner(text, "outstanding") is None, text
    assert owner("Mrs Joan Fry asked for the age of the moorings; this would be sent to all members.") is None
    assert owner("Handbook to be circulated to parents.", "agreed") is None
    trust = ("The trust said that ice was a danger.",)
    assert owner("In response to the Chair she said that she would send out the letter.", earlier=trust) is None
    assert owner("Answer: The Mayor accepted that it was late; he would find out what had gone wrong.") == "The Mayor"
