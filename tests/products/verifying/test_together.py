"""What a claim is together with that which stands right beside it. The papers and the summaries are made up."""

import pytest
from msgspec.structs import replace

from scrutiny.products.summaries import claims_of_form
from scrutiny.products.verifying import Verifier
from scrutiny.products.verifying.model import WRONG
from scrutiny.sources import Quote
from tests.products.verifying.test_apart import flagged
from tests.products.verifying.test_judging import paper

QUAY = (
    "Of the 34 boats that were lost, 21 were smacks.",
    "There were 80 berths in the north and 48 in the south.",
    "The cost of a berth has gone up by £2,310 in two years, from £23,140 to £25,450 (10.0%).",
    "The fleet went from 365 boats to 859.",
    "Mr Ash, Mrs Elm, Dr Oak and Miss Fir had asked for the meeting.",
    "Trippers came to 1,240 and anglers to 620.",
    "The harbour board next meets on 14 May 2025.",
    "The dredging panel meets again on 2 June 2025.",
    "The lock opens on 9 July 2025.",
    "Minutes of the meeting on 12 February 2025.",
    "19 March 2025",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("34 boats were lost, 21 smacks, 12 yawls.", ["12"]),
        ("34 boats were lost, 21 yawls, 13 smacks.", ["13"]),  # the other way round
        ("80 berths are in the north, 48 in the south, 32 in the west.", ["32"]),  # no parts of one another
        ("The fleet was 859, against 385 the year before; that is 449 more.", ["385", "449"]),
        ("For every angler there were three trippers (620 and 1,240).", ["three"]),
        ("Five asked for it: Ash, Elm, Oak and Fir.", ["Five"]),
        ("Four asked for it: Ash, Elm, Oak and Yew.", ["Four"]),  # no name of the paper
        ("Three asked for it: Ash, Elm and Oak.", ["Three"]),  # the paper names one more
        ("Next: 14 May.", []),
        ("The board met on 19 March and agreed the minutes of 12 February.", []),
        ("The minutes of the harbour board meeting held on 12 February were agreed.", []),
        ("Next meeting of the dredging panel: 2 June.", []),
        ("Next meeting of the dredging panel: 14 May.", ["14 May"]),
    ],
)
def test_what_belongs_to_a_figure_of_a_sentence(text: str, wrong: list[str]) -> None:
    evidence = paper(*QUAY).evidence
    meets = evidence.passages[-1]
    own = tuple(replace(each, own=True) for each in meets.tell())
    passages = (*evidence.passages[:-1], replace(meets, tell=lambda: own))
    sheet = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text=" ".join(QUAY))
    assert flagged(Verifier(replace(evidence, passages=passages, sheets=(sheet,))), text) == wrong


def flagged_rows(verifier: Verifier, text: str) -> list[str]:
    claims = claims_of_form("summary.csv", ".csv", text)
    return [claim.numeral.printed for claim in claims if not claim.soft and verifier.verify(claim).outcome in WRONG]


@pytest.mark.parametrize(
    ("cell", "wrong"), [("£2,310 (10.0%)", []), ("£2,310 (10.5%)", ["10.5%"]), ("£2,130 (10.0%)", ["£2,130"])]
)
def test_two_figures_of_a_cell_stand_in_one_sentence(cell: str, wrong: list[str]) -> None:
    assert flagged_rows(paper(*QUAY), f'Matter,Value,Note\nCost of a berth,"{cell}",\n') == wrong
