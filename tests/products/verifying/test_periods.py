"""Spans of time, opposite amounts, rare figures and the notes of rows. The papers and the summaries are made up."""

import pytest

from scrutiny.products.summaries import claims_of_form, claims_of_text
from scrutiny.products.verifying.model import WRONG, Outcome
from tests.products.verifying.test_crossed import flagged
from tests.products.verifying.test_judging import paper

HARBOUR = (
    "The tide gauge was read 1,847 times from February to October 2023.",
    "In 2020/21 a berth cost £318, in 2021/22 it cost £334 and in 2022/23 it cost £361.",
    "The harbour order was made on 3 May 2023.",
    "Notice of the order was printed on 8 May 2023.",
    "The chandlery made a profit of £46,210.",
    "The ferry company ended with a deficit of £71,930.",
    "The trust has assets of £512,400.",
    "To set the mooring fee at £735, with a lower rate for skiffs.",
    "The pier and the fishing boats of the old harbour cost little in winter; dues of £281 were waived.",
    "The new slipway opens in April 2026.",
    "The north quay has 2,315 rings and the south quay has 1,984 rings.",
    "The dredger was hired on 14 June 2023 and work began on 1 August 2023.",
    "38 members were for it, 17 against and three did not vote.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The gauge was read 1,847 times in nine months.", []),
        ("The gauge was read 1,847 times in eight months.", ["eight"]),
        ("The gauge was out for nine months.", ["nine"]),  # no figure of the sentence says of which time that is
        ("A berth costs £361, £43 more than in 2020/21.", []),
        ("A berth costs £361, £27 more than in 2021/22.", []),
        ("A berth costs £361, £43 more than in 2021/22.", ["£43"]),
        ("A berth costs £361, £27 more than in 2020/21.", ["£27"]),
        ("A berth costs £361, £43 less than in 2020/21.", ["£43"]),
        ("The order was made on 3 May, and notice printed five days later.", []),
        ("The order was made on 3 May, and notice printed six days later.", ["six"]),
        ("The order was made on 3 May, and the slipway opened five days later.", ["five"]),
        ("The order was made on 3 May, and the order of the slipway came five days later.", ["five"]),
        ("The north quay has 1,984 rings.", ["1,984"]),
        ("Work began on 14 June 2023.", ["14 June 2023"]),
        ("Work began on 1 August 2023.", []),
        ("The chandlery's profit was £46,210.", []),
        ("The chandlery's loss was £46,210.", ["£46,210"]),
        ("The ferry company had a surplus of £71,930.", ["£71,930"]),
        ("The ferry company's loss was £71,930.", []),
        ("The trust's debts come to £512,400.", ["£512,400"]),
        ("The ferry company was £71,930 overspent.", []),  # may be called so
        (
            "Fishing boats of the old harbour will have to pay a fee of £735 in winter.",
            [],
        ),  # rare, and nothing else is that
    ],
)
def test_spans_opposites_and_rare_figures(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*HARBOUR), text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("38 were for it and 17 against, and three did not vote. So 58 members were there.", []),
        ("38 were for it and 17 against, and three did not vote. So 59 members were there.", ["59"]),
        ("38 were for it and 17 against, and three did not vote. 58 gulls were there.", ["58"]),  # concludes nothing
        ("**When does the slipway open?** In April 2026.", []),
        ("**When does the slipway open?** In April 2027.", ["April 2027"]),
    ],
)
def test_what_goes_on_from_the_sentence_before(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*HARBOUR), text) == wrong


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("Over twelve months 471 boats came in.", True),
        ("In the past 12 months 471 boats came in.", True),
        ("It must be mended within twelve months.", False),  # a time that is set
        ("The lease was cut by twelve months.", False),
        ("Over eleven months 471 boats came in.", False),
    ],
)
def test_twelve_months_are_a_year(text: str, soft: bool) -> None:
    first = next(claim for claim in claims_of_text("summary", text) if claim.numeral.printed != "471")
    assert first.soft is soft


NOTES = "Place,Value,Note\n"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Berth 2022/23,£361,£43 more than in 2020/21", []),
        ("Berth 2022/23,£361,£34 more than in 2020/21", ["£34"]),
        ("Tide gauge read,1847,from February to October 2023", []),
        ("Tide gauge read,1874,from February to October 2023", ["1874"]),
    ],
)
def test_a_note_behind_a_figure_is_a_sentence(row: str, wrong: list[str]) -> None:
    verifier = paper(*HARBOUR)
    claims = [claim for claim in claims_of_form("s.csv", ".csv", NOTES + row + "\n") if not claim.soft]
    assert [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The dredger was on hire from 14 June 2023 until 1 August 2023, seven weeks.", []),
        ("The dredger was on hire from 14 June 2023 until 1 August 2023, eight weeks.", ["eight"]),
        ("From 14 June 2023 until 1 August 2023: the dredger lay idle for one and a half months.", []),
        (
            "From 14 June 2023 until 1 August 2023: the dredger lay idle for four and a half months.",
            ["four and a half"],
        ),
        ("The order was made on 3 May 2023. Notice followed within five days, on 8 May 2023.", []),
        ("The order was made on 3 May 2023. Notice followed within nine days, on 8 May 2023.", ["nine"]),
        ("It lay idle for seven weeks (14 June to 1 August 2023).", []),
        ("A berth was counted in three years (2020/21 to 2022/23).", []),
        ("A berth was counted in nine years (2020/21 to 2022/23).", ["nine"]),
        ("On 14 June 2023 the dredger came and on 1 August 2023 it worked. The quay takes 23 weeks.", ["23"]),
    ],
)
def test_time_between_dates_of_the_summary(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*HARBOUR), text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The crane was used on four days (between 1 May and 15 May 2023).",
        "The quay was shut on two days (Monday 3 May and Friday 7 May 2021).",
        "It lay idle for 15 working days (1 May to 23 May 2023).",
        "It lay idle for ten school weeks (1 May to 23 July 2023).",
        "It lay idle for six weeks (1 May to 11 June 2023).",
        "It lay idle for five days (1 May to 31 May 2023).",
        "It lay idle for 12 months (1 June 2022 to 31 May 2023).",
        "The crews lost 45 days (1 May to 15 May 2023).",
        "The crews had 45 days of leave (1 May to 15 May 2023).",
        "The two-week courses (1 June to 30 June 2023) were full.",
    ],
)
def test_a_time_beside_two_dates_that_need_not_be_theirs(text: str) -> None:
    verifier = paper(*HARBOUR)
    outcomes = {verifier.verify(claim).outcome for claim in claims_of_text("summary", text)}
    assert Outcome.CONTRADICTED not in outcomes
