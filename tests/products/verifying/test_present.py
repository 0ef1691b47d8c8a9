"""Which column, which sentence and which part of a list a figure of a summary stands in. The paper is drawn for the
test."""

from pathlib import Path

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_form, claims_of_text
from scrutiny.products.verifying import Evidence, Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from scrutiny.products.verifying.wording import about
from scrutiny.sources import Quote
from tests.builders.paper import PackBuilder
from tests.products.verifying.test_judging import paper

WIDE = [120.0, 90.0, 90.0, 90.0, 90.0]


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Harbour works")
    builder.para("The works of the harbour are set out below.")
    builder.table(
        [
            ["Works £000s", "2015/16", "2016/17", "2017/18 and later", "Total"],
            ["Pier", "11,216", "26,519", "2,097", "39,832"],
            ["Lock gates", "1,400", "1,000", "17,580", "19,980"],
            ["Quay", "7,310", "4,240", "3,150", "14,700"],
            ["Total", "19,926", "31,759", "22,827", "74,512"],
        ],
        WIDE,
    )
    builder.gap()
    builder.heading("Grants to the clubs")
    builder.table(
        [
            ["Club", "Allocation £", "Clawback £", "Weekly rate £", "Weeks"],
            ["Elm", "68,400", "(3,797)", "412.00", "39"],
            ["Ash", "61,750", "(4,053)", "310.00", "36"],
            ["Oak", "82,300", "(2,795)", "228.00", "38"],
        ],
        WIDE,
    )
    path: Path = tmp_path_factory.mktemp("present") / "works.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as drawn:
        return Verifier(evidence_of(drawn))


def flagged(verifier: Verifier, text: str, suffix: str = ".md") -> list[str]:
    claims = [claim for claim in claims_of_form("s", suffix, text) if not claim.soft]
    return [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The pier takes £39.8m, of which £11.2m this year and £26.5m the next.", []),
        ("The pier takes £39.8m, of which £12.2m this year.", ["£12.2m"]),
        ("The pier takes £11.2m.", ["£11.2m"]),  # nothing says that it is of one year only
        ("The quay takes £14.7m, or about a fifth (19.7%).", []),
        ("The quay takes £14.7m, or about a third (33.1%).", ["a third", "33.1%"]),
        ("Elm has 39 weeks at £412 a week.", []),
        ("Elm has 39 weeks at £310 a week.", ["£310"]),
    ],
)
def test_the_year_the_share_and_the_rate_of_a_row(verifier: Verifier, text: str, wrong: list[str]) -> None:
    assert flagged(verifier, text) == wrong


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ("Grants,Clawback from Elm,4053", ["4053"]),
        ("Grants,Weekly rate of Oak,228", []),
        ("Grants,Weekly rate of Oak,310", ["310"]),
    ],
)
def test_two_labels_and_a_value_and_what_is_taken_off(verifier: Verifier, cells: str, wrong: list[str]) -> None:
    assert flagged(verifier, f"Theme,Measure,Value\n{cells}\n", ".csv") == wrong


MEETINGS = "Next meetings of the harbour board: 4th May, 6 July 2025 and 2nd Sept. Clerk: Ms Yew, quay 3"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The allotments open on 4 May.", ["4 May"]),  # nothing there is said of them
    ],
)
def test_dates_below_what_leads_up_to_them(text: str, wrong: list[str]) -> None:
    page = Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=MEETINGS)
    lamps = paper("The harbour board meets in a hall of 80 lamps.", "The allotments have 12 wells.")
    assert flagged(Verifier(Evidence(passages=lamps.evidence.passages, sheets=(page,))), text) == wrong


def test_so_much_for_each_is_no_correction_of_what_it_is_in_all() -> None:
    verifier = paper("Days lost to fog came to 4,217.5, which is 1.9 days for each boat.", "It has 3 cranes.")
    assert flagged(verifier, "| Fog | Value |\n|---|---|\n| Days lost | 4,217.5 |\n") == []
    (claim,) = claims_of_text("s", "| Fog | Value |\n|---|---|\n| Days lost | 4,271.5 |\n")
    assert not verifier.verify(claim).corrects or verifier.verify(claim).told.numeral.printed != "1.9"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("- Ferries\n  - 12 sail to the island\n- Gulls\n  - 30 nest here\n", {"12": "Ferries", "30": "Gulls"}),
        ("- Ferries\n- 30 nest here\n", {"30": None}),  # no deeper than the one before it
    ],
)
def test_a_point_goes_on_from_the_point_that_it_stands_below(text: str, over: dict[str, str | None]) -> None:
    found = {claim.numeral.printed: claim.words for claim in claims_of_text("s", text)}
    named = {figure: next((word for word in about("Ferries, gulls") if word in found[figure]), None) for figure in over}
    assert named == {figure: next(iter(about(name)), None) if name else None for figure, name in over.items()}


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Group,Boats\nFive berths or more,12\n", ["12"]),
        ("Group,Note\nNorth,Five berths are let\n", ["Five"]),  # no cell behind it has a figure
        ("Note,Boats\nFive berths are let.,12\n", ["Five", "12"]),  # a sentence claims what it says
        ("Group,Boats\n5 berths,12\n", ["5", "12"]),
    ],
)
def test_a_number_in_words_of_a_label_names_the_row(text: str, sure: list[str]) -> None:
    assert [claim.numeral.printed for claim in claims_of_form("s", ".csv", text) if not claim.soft] == sure


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Elm has 4,210 boats, and 3,895 are let.", True),
        ("Elm has 3,895 boats, up from 4,210.", False),
        ("Elm has 3,895 boats, against 4,210 the year before.", False),
    ],
)
def test_the_figure_of_the_present_is_not_told_as_the_earlier_one(text: str, *, gives: bool) -> None:
    lamps = paper("Elm has 4,210 boats; 3,895 of old.")
    (claim,) = (each for each in claims_of_text("s", text) if each.numeral.printed == "3,895")
    old = next(each for each in lamps.evidence.told(0) if each.numeral.printed == "3,895")
    assert lamps._gives_present(claim, old) is gives
