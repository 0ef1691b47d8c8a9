"""Figures that follow from figures of the sentences around them, and what one sentence says of the whole of another.

Each case that must be found has a true one beside it that differs in that figure alone, or in the words that make it
another figure.
"""

import pytest

from scrutiny.checks.prose import check_sentences
from scrutiny.findings import Severity
from scrutiny.paper.document import Paragraph
from tests.checks import paragraph


def alarms(*paragraphs: Paragraph) -> list[str]:
    return [each.finding.message for each in check_sentences(paragraphs) if each.finding]


@pytest.mark.parametrize(
    ("true", "wrong", "message"),
    [
    ],
)  # fmt: skip
def test_a_result_is_held_against_the_figures_around_it(true: str, wrong: str, message: str) -> None:
    right = {"£68,801": "£68,081", "7,432": "7,342"}
    assert alarms(_told(true)) == []
    assert alarms(_told(true.replace(right[wrong], wrong))) == [message]


def _told(text: str) -> Paragraph:
    return paragraph(*(f"{each.rstrip('.')}." for each in text.split(". ")))


@pytest.mark.parametrize(
    "text",
    [
        "There were 4,812 walks in May and 5,206 in June. A rise of 1,394 is expected in July.",
        "Gifts rose from £212,430 to £248,915. The balance of the reserve is £63,485.",
        "The shop sold 48,213 cards compared with 51,377 before. Its site had 3,264 more readers.",
        "The net cost is £153,150. The gross cost was £318,400 before a grant of £120,000 and other income.",
        "Sales came to £12,450 in May. With £9,875 in June and £11,020 in July, the total for the year is £58,610.",
        "A total of 84,312 trips were made. 31,204 were by bus, 12,877 by rail and 35,903 by car in the first part.",
        "The list has 2,431 names, 1,287 more than last year, when 144 went. Before that it had 1,300.",
        "A sum of £4.126m is due. This is shown in the annex and has a gross sum of £6.926m, with £2.400m to be taken off.",
        "Fixed costs are £3.310m, resulting in other costs of £11.462m, and a net budget of £6.815m.",
        "A net sum of £4.126m is due. That has a gross sum of £6.926m, offset by £2.400m and a transfer.",
        "The court had 146 claims. It allowed 37 claims and dismissed 103 claims. Six were dropped.",
        "The list of 5,318 members was read. There are 3,104 men and 2,210 women.",
        "The grant is £184,300. We gave £96,200 to the north and £61,450 to the south. The remaining £26,650 is held back.",
        "The barn cost £412,600. Gifts paid for £186,000 of this and we for £150,000, so there was a gap of £76,600.",
        "Crews made 4,228 calls in 2022. In 2023 they made 4,082 calls, a fall of 111 in calls to homes.",
        "The bay has 2,418 huts, and 312 are new ones with 2,106 let in all year.",
        "A total of 2,312 cards came back. 2,104 had no slips, 164 had one slip and 44 had two or more.",
        "A total of 2,312 people came. 1,118 were under 18, 942 were 18 to 64, and the rest were older.",
        "The bus costs a +£1.6m rise in fares, and +£2.8m from fuel, and a pressure of +£4.2m relates to wages.",
        "There were 816 boats in March. We had 77 boats come in and 51 leave, a net rise of 26.",
    ],
)
def test_a_result_of_other_figures_is_let_be(text: str) -> None:
    assert alarms(_told(text)) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("The crew made 640 calls. Of which, 212 were by day, 301 by night and 127 were at weekends.", []),
        (
            "The crew made 19,640 calls. Of which, 4,412 were by day, 9,301 by night and 6,127 were at weekends.",
            ["the parts of the 19,640 are 4,412 + 9,301 + 6,127 = 19,840 (200 too many)"],
        ),
        ("Of the 64 boats, 31 were let, 22 were sold and 29 were mended.", []),
        ("It ruled on 12 claims, 5 of which were allowed and 7 claims were dismissed.", []),
        ("It has 12 guides, 7 of whom are new and 8 speak Welsh.", []),
        ("Out of 1,850 leaflets, 1,628 (88%) were sent. Fifty-six (3%) were torn.", []),
        ("Out of 1,850 leaflets, 1,628 (88%) were sent. Fifty-six (8%) of the posters were torn.", []),
        ("There were 12,480 walkers. The 2,496 guides were 20% of the walkers.", []),
        (
            "The crew took 412,350 calls. This was a 2% increase compared with the year before (405,180) and a 9% rise "
            "compared with five years ago.",
            [],
        ),
        (
            "The crew took 412,350 calls. This was a 6% increase compared with the year before (405,180) and a 9% rise "
            "compared with five years ago.",
            ["printed 6%, 405,180 to 412,350 is 1.77 % more"],
        ),
        ("This compares with 5,412 in May. That was 12% more than the plan of 4,950 for April.", []),
        ("There were 5,412 visits by 212 people. That was 12% more than last year.", []),
        ("The body took nine claims. Four claims were not upheld, five claims were upheld.", []),
        (
            "Of 40 cases, 19 went to the second panel. At the second panel, 8 were allowed, 10 were not allowed and one "
            "was lost.",
            [],
        ),
        ("The panel heard nine cases. In the year before, six were allowed and seven were not allowed.", []),
        ("It has 412 homes, of which 212 are let. The remaining 200 are empty.", []),
        ("It has 412 homes. The other 190 are in the south.", []),
        ("The club spent £96,400 on 482 pupils. The average cost was £200 per pupil.", []),
        ("The club spent £96,400 on 482 pupils. Meals cost £2.40 per pupil.", []),
        ("The fund is £13.794m, of which £5.432m is ours. The £8.362m of the fund from others is due.", []),
        ("The body received 31 bids. Eight were refused and 30 were granted.", []),
        ("The body received 31 bids. Eight bids were refused and 30 bids were granted.", []),
        ("The body took seven claims. Eight claims were not upheld in 2019, six claims were upheld.", []),
        ("The body took seven claims. Eight bids were not upheld, six bids were upheld.", []),
        ("There were 25,841 births. Of boys there were 14,268, and of girls 11,573.", []),
        ("There were 31,460 of them, 540 below 1931. They were 16,218 boys and 15,242 girls.", []),
        ("314 people replied. 214 (68%) agreed, 56 (18%) disagreed and 44 (14%) did not know.", []),
        (
            "314 people replied. 214 (68%) agreed, 56 (28%) disagreed and 44 (14%) did not know.",
            ["printed 28%, 56 of 314 is 17.83 %"],
        ),
        ("There were 9,120 walkers in ten years. The 312 guides last year were 41% of the walkers in that year.", []),
    ],
)
def test_a_sentence_means_the_whole_of_the_one_before(text: str, messages: list[str]) -> None:
    assert alarms(_told(text)) == messages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("It took 6,180 between 1 July and 30 September, up 3% from 6,000 in spring and up 8% from 5,722 before.", []),
        ("It took 6,180, up 3% from 6,000 in spring, and posters took 5,722, up 18% from 4,849.", []),
        ("It took 5,820 in May, down 3% on 6,004 in April.", []),
        ("It took 5,820 in May, down 6% on 6,004 in April.", ["printed 6%, 6,004 to 5,820 is 3.06 % less"]),
        ("It spent £5,820 in May, 6% more on 412 trips.", []),
        ("At 412, it was a drop on the March figure of 371.", ['"drop" is said, but 371 to 412 is more']),
        ("At 412, it was a rise on the March figure of 371.", []),
        ("At 412, spending on the total of 371 homes fell.", []),
        ("The share of boats is 41.2% and carts 58.8%.", []),
        ("The attendance of men is 81.2% and women 82.8%.", []),
        ("On the day 31% of boats were good, 58% were fair, 9% were poor and 2% were not seen.", []),
        ("On the day 31% of boats were good, 58% were old and 19% were poor.", []),
        (
            "Of those who replied, 214 (68%) agreed, 56 (28%) disagreed and 44 (14%) did not know.",
            ["printed 28%, 56 of 314 (214 + 56 + 44) is 17.83 %"],
        ),
        ("It has 15 claims, 9 of which (60%) were lost and 6 of which (40%) were won.", []),
        ("It has 15 claims, 9 of which (69%) were lost and 6 of which (40%) were won.",
            ["printed 69%, 9 of 15 is 60 %"]),
        ("There are 12 (40%) of the 30 oaks, 20 (50%) of the 40 elms and 9 (30%) of the 30 ashes.", []),
        ("The staff of 120 has 84 (70%) women, of whom 21 (25%) are part-time, and 36 (30%) men.", []),
        ("Of 250 homes 150 (60%) have a shed, 100 (40%) a pond and 75 (50%) of those with a shed a lamp.", []),
        ("It has 18 (45%) oaks, 12 (30%) elms and 10 (25%) others. In all 24 (60%) are old.", []),
        ("In all 53 claims were decided and 71% were dismissed, resulting in 29% of claims being allowed.", []),
        ("Of the early claims 66% were dismissed, and 44% of late claims were allowed.", []),
        ("In the test 80% of small homes were occupied and 35% of large homes were empty.", []),
        ("In 2019 there were 612 boats and in 2020 there were 574, a fall of 38.", []),
        ("There were 612 boats in 2019 and 574 carts in 2020, a fall of 12.", []),
        ("There were 612 boats in 2019 and 574 in 2020, a fall of 12 since the spring count.", []),
        ("They backed 84 plans, 62 by 40 per cent or more.", []),
        ("A total of 427 cards came – 241 by hand, and 186 as on-line ones.", []),
        ("A total of 427 cards came – 241 by hand, and 168 as on-line ones.",
            ["printed 427, 241 + 168 = 409 (18 too much)"]),
    ],
)  # fmt: skip
def test_clauses_that_share_their_figure(text: str, messages: list[str]) -> None:
    assert alarms(paragraph(text)) == messages


@pytest.mark.parametrize(
    ("text", "severity"),
    [],
)
def test_a_slip_in_another_figure_than_the_result_is_no_error(text: str, severity: Severity) -> None:
    (finding,) = (each.finding for each in check_sentences([_told(text)]) if each.finding)
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("The yard has a turnover of £31.482m with outgoings of £24.126m and a levy of £7.356m.", []),
        (
            "The yard has a turnover of £34.182m with outgoings of £24.126m and a levy of £7.356m.",
            ["printed £34.182m, £24.126m + £7.356m = £31.482m (£2.7m too much)"],
        ),
        ("The yard has a turnover of £31.483m with outgoings of £24.126m and a levy of £7.356m.", []),
        ("The yard has a turnover of £34.182m against £24.126m before, and a levy of £7.356m.", []),
        ("The yard has a turnover of £35.906m with outgoings of £24.126m and a levy of £7.356m.", []),
        ("The yard has 812 cranes, 614 hooks and 218 ropes.", []),
        ("The yard has a turnover of £34.182m. It has outgoings of £24.126m and a levy of £7.356m.", []),
    ],
)
def test_three_long_figures_show_by_their_digits_that_they_are_a_sum(text: str, messages: list[str]) -> None:
    assert alarms(_told(text)) == messages
