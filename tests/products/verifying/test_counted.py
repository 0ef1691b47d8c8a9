"""How many things a paper numbers one by one. All texts are made up."""

import pytest

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Evidence, Outcome, Verifier
from scrutiny.products.verifying.counted import listed_things, numbered_things, votes_of
from scrutiny.products.verifying.model import WRONG, Passage
from scrutiny.sources import Quote
from tests.products.verifying.test_judging import paper


def counts(*pages: str) -> dict[str, int]:
    sheets = [
        Quote(file="paper.pdf", pdf_page=number, page_label=None, item=None, text=text)
        for number, text in enumerate(pages, start=1)
    ]
    return {stem: there[0].number for stem, there in numbered_things(sheets).items()}


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (("Stage One is the design.", "Stage Two builds it, Stage Three opens it."), {"stag": 3}),
        (("Option 1 costs least; Option 2 takes longest.",), {"optio": 2}),
        # a gap, one alone, and what only tells pages apart count nothing
        (("Stage One and Stage Three.",), {}),
        (("Annex A has the map, Annex B the costs.", "Annex C names the firms."), {"annex": 3}),
        (("Annex A has the map, Annex C the costs.",), {}),
        (("Annex 1 has the map, Annex B the costs.",), {}),
        (("Option 1 was chosen.",), {}),
        (("Page 1 and Page 2, Table 1 and Table 2, March 1 and March 2.",), {}),
        (("Key Stage 1 and Key Stage 2 have boats.",), {}),
    ],
)
def test_things_that_are_numbered_from_one_are_counted(pages: tuple[str, ...], expected: dict[str, int]) -> None:
    assert counts(*pages) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("4 The panel is asked:\n(a) to note the figures;\n(b) to invite two skippers; and\n(c) to agree.", "ask", 3),
        (
            "The board has put these applications\nforward for agreement:\n1. North – accepted\nas it stands\n2. South",
            "appl",
            2,
        ),
        ("The report will include:\n• Staff\n• Boats,\nlarge and small.\nThe tide follows.\n• Moorings", "repor", 2),
        ("Aims\ni. Save\nii. Spend\niii. Lend\niv. Mend\nv. Send", "aim", 5),
        # what nothing leads up to, and a list of one, are none
        ("The report goes on.\n1. Staff\n2. Boats", "repor", None),
        ("The report will include:\n• Staff.\nThe end.", "repor", None),
    ],
)
def test_the_points_of_a_list_are_counted_with_what_leads_up_to_them(
    text: str, word: str, expected: int | None
) -> None:
    page = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text="")
    found = [each for each in listed_things([(page, text)]) if word in each.words]
    assert [each.number for each in found] == ([] if expected is None else [expected])


def test_a_summary_may_count_a_list() -> None:
    page = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text="")
    text = "The harbour panel is asked:\n(a) to note the figures;\n(b) to invite two skippers; and\n(c) to agree.\nThe dues rise by:\n• £1\n• £2"
    passage = Passage(words={"harbo": 1.0}, numerals=(), quote=page, tell=lambda: ())
    verifier = Verifier(Evidence(passages=(passage,), lists=listed_things([(page, text)])))
    for many, outcome in (("three", Outcome.COMPUTED), ("two", Outcome.NOT_FOUND)):
        (claim,) = claims_of_text("summary", f"The report asks {many} things of the harbour panel.")
        assert verifier.verify(claim).outcome is outcome


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("lost by five votes to three", (5, 3)),
        ("3 for, 5 against", (3, 5)),
        ("it FELL (3 voting for, 8 voting against)", (3, 8)),
        ("six votes in favour to one", (6, 1)),
        ("six were for, two against and one abstained", (6, 2)),
        ("For (12) Ms Elm, Mr Ash, Mr Oak and Ms Yew Against (3) Mr Fir", (12, 3)),
        ("For (12) moorings there were 40 bids. Against (3) there were none", None),
        ("carried by nine votes and four against", (9, 4)),
        ("five to three boats", None),
        ("it grew by 12 and 8 against 14 last year", None),
        ("it grew by 12 with 8 against 14 last year", None),
        ("two for the price of one, three against the wall", None),
    ],
)
def test_a_vote_is_its_two_sides(text: str, sides: tuple[int, int] | None) -> None:
    assert [each.sides for each in votes_of(text)] == ([sides] if sides else [])


def test_a_vote_is_the_same_in_either_form_but_not_the_other_way_round() -> None:
    told, fell, carried = (
        next(votes_of(text)) for text in ("five votes to three", "3 for, 5 against", "5 for, 3 against")
    )
    assert told.agrees(fell) and told.agrees(carried)
    assert not fell.agrees(carried)


@pytest.mark.parametrize(
    ("text", "sides", "abstained"),
    [
        ("six were for, two against and one abstained", (6, 2), 1),
        ("adopted by 51 votes to six, with two abstaining", (51, 6), 2),
        ("carried by 35 with no votes against and nine abstentions", (35, 0), 9),
        ("For (12) Ms Elm, Mr Ash and Mr Oak Against (3) Mr Fir and Ms Yew Abstain (4) Mr Box", (12, 3), 4),
        ("six for, two against. One boat abstained from racing", (6, 2), None),
        ("lost (six members voting in favour, none against with three abstentions)", (6, 0), 3),
        ("seven members voting in favour and two against. There were four abstentions", (7, 2), 4),
        ("seven members voting in favour and two against. There were four boats", (7, 2), None),
    ],
)
def test_those_who_abstain_belong_to_the_vote(text: str, sides: tuple[int, int], abstained: int | None) -> None:
    assert [(each.sides, each.abstained) for each in votes_of(text)] == [(sides, abstained)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The ferry: 12 for, 3 against, four abstentions.", []),
        ("The ferry: 12 for, 13 against.", ["13"]),  # the other side is right
        ("The ferry: 3 for, 12 against.", ["3", "12"]),
        ("The ferry: 12 for, 3 against, five abstentions.", ["five"]),
    ],
)
def test_each_side_of_a_vote_is_right_or_wrong_by_itself(text: str, wrong: list[str]) -> None:
    page = "The motion on the ferry was put. For (12) Ms Elm, Mr Ash and Mr Oak Against (3) Mr Fir and Ms Yew Abstain (4) Mr Box"
    sheets = (Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=page),)
    verifier = Verifier(Evidence(passages=paper("The quay has 80 lamps.").evidence.passages, sheets=sheets))
    claims = claims_of_text("s", text)
    assert [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG] == wrong


def test_of_two_votes_on_one_thing_a_summary_may_tell_either() -> None:
    page = "The ferry amendment to the ferry motion fell. For: 7 Against: 9. The motion was put. For: 12 Against: 9"
    sheets = (Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=page),)
    verifier = Verifier(Evidence(passages=paper("The quay has 80 lamps.", page).evidence.passages, sheets=sheets))
    claims = claims_of_text("s", "The ferry motion was carried, with 12 for and 9 against.")
    assert [verifier.verify(claim).outcome for claim in claims] == [Outcome.SUPPORTED] * 2


def test_a_vote_on_one_thing_bears_out_none_on_another() -> None:
    pages = (
        "The amendment on the quay fell by six votes to three.", "The motion on the ferry was carried by five votes to two.",
    )  # fmt: skip
    sheets = tuple(Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=text) for text in pages)
    verifier = Verifier(Evidence(passages=paper(*pages).evidence.passages, sheets=sheets))

    def outcomes(summary: str) -> set[Outcome]:
        return {verifier.verify(claim).outcome for claim in claims_of_text("s", summary)}

    assert outcomes("The amendment on the quay fell by six votes to three.") == {Outcome.SUPPORTED}
    assert outcomes("The amendment on the quay fell by five votes to two.") <= set(WRONG)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The board refused the ferry by five votes to three.", []),
        ("The board refused the ferry by three votes to five.", ["three", "five"]),  # fewer refused than did not
        ("The ferry fell by three votes to five.", []),  # it may be told either way
        ("The amendment on the quay was lost, three for and five against.", []),
    ],
)
def test_those_who_decided_come_first(text: str, wrong: list[str]) -> None:
    pages = (
        "The amendment on the quay was put and lost, 3 for, 5 against.",
        "DECISION (by 5 votes to 3): 1. not to agree to the ferry.",
    )  # fmt: skip
    sheets = tuple(Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=each) for each in pages)
    verifier = Verifier(Evidence(passages=paper(*pages, "The quay has 80 lamps.").evidence.passages, sheets=sheets))
    claims = claims_of_text("s", text)
    assert [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG] == wrong


def test_a_vote_that_was_carried_was_not_lost() -> None:
    page = "The motion on the ferry was carried by 9 votes to 4, with 2 abstentions."
    sheets = (Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=page),)
    verifier = Verifier(Evidence(passages=paper(page).evidence.passages, sheets=sheets))

    def flagged(summary: str) -> bool:
        return any(verifier.verify(claim).outcome in WRONG for claim in claims_of_text("s", summary))

    assert not flagged("The motion on the ferry was carried by nine votes to four.")
    for wrong in ("was lost by nine votes to four", "was carried by four votes to nine", "passed by 9 votes to 5"):
        assert flagged(f"The motion on the ferry {wrong}."), wrong
