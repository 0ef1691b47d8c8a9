"""What a paper bears out by the place of a figure. The paper and the summaries are made up."""

import pytest

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Outcome, Verified
from scrutiny.products.verifying.model import WRONG
from tests.products.verifying.test_judging import paper

HARBOUR = (
    "In 2017 the harbour office asked 412 skippers about their moorings.",
    "Of them 61% moor at the north quay.",
    "A further 1,840 yachts called over the summer.",
    "The dredger cost £27.4 million and was in service by May.",
    "A later instalment of £18.6 million was paid for its crane.",
    "The pilot scheme ran from 16/17 to 18/19 with 312 volunteers.",
    "By 2031 the port expects 96% of its power from the tide.",
    "Over six years the ferry carried £42 million of freight.",
    "Of the 40 boats that were looked at 16 were sound and 15 leaked a little.",
    "Their owners have since scrapped three of these, and 4,664 licences remain.",
    "Tenders for the crane were asked for in July 2023, and three islands (Oak, Elm and Ash) got theirs at once.",
    "The slipway is closed from April 2028 and opens again in December 2029, after trials in June 2029.",
)


def verdicts(text: str) -> dict[str, Verified]:
    verifier = paper(*HARBOUR)
    return {claim.numeral.printed: verifier.verify(claim) for claim in claims_of_text("summary", text)}


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("In 2017 61% of skippers used the north quay.", "2017"),
        ("The dredger cost £27.4m; another £18.6m followed.", "£18.6m"),
        ("The pilot scheme lasted from 2016/17 to 2018/19.", "2016/17"),
        ("By 2031 all but 4% of the port's power is to come from the tide.", "4%"),
        ("In six years the ferry carried freight of £42m, that is £7m a year.", "£7m"),
        ("Of 40 boats two fifths (16) were sound.", "two fifths"),
        ("Of 40 boats 16 were sound, 15 leaked. So 31 are kept.", "31"),
        ("There are 4,664 licences; the owners scrapped three.", "three"),
        ("Three islands started in July 2023.", "July 2023"),
        ("Work starts in April 2028, tests follow in June 2029, and all is done by December 2029.", "April 2028"),
    ],
)
def test_what_the_paper_says_in_other_words_in_the_same_place_is_borne_out(summary: str, printed: str) -> None:
    assert verdicts(summary)[printed].outcome in (Outcome.SUPPORTED, Outcome.COMPUTED)


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("In 2018 61% of skippers used the north quay.", "2018"),
        ("The dredger cost £27.4m; another £16.8m followed.", "£16.8m"),
        ("The pilot scheme lasted from 2015/16 to 2018/19.", "2015/16"),
        ("By 2031 all but 6% of the port's power is to come from the tide.", "6%"),
        ("In six years the ferry carried freight of £42m, that is £9m a year.", "£9m"),
        ("The first survey was on 3 March 2021 and the last on 5 May, about four months later.", "four"),
        ("Of 40 boats two fifths (18) were sound.", "18"),
        ("There are 4,664 licences; the owners scrapped five.", "five"),
        ("Three islands started in June 2023.", "June 2023"),
        ("Four islands started in July 2023.", "Four"),
        ("Work starts in April 2027, tests follow in June 2029, and all is done by December 2029.", "April 2027"),
        ("Up to 1,480 yachts called over the summer.", "1,480"),
    ],
)
def test_another_figure_in_that_place_is_not(summary: str, printed: str) -> None:
    assert verdicts(summary)[printed].outcome in WRONG
