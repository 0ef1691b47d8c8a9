"""What a sentence says of a move or a whole that the one before tells, and moves that are told in one breath.

Each wrong figure has its true sentence beside it, and sentences that look like it and say something else.
"""

import pytest

from scrutiny.checks.prose import check_sentences
from tests.checks import paragraph


def alarms(text: str) -> list[str]:
    told = paragraph(*(f"{each.rstrip('.')}." for each in text.split(". ")))
    return [each.finding.message for each in check_sentences([told]) if each.finding]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "message"),
    [
        ("It takes the crew 36 days to find and mend a leak, a 20% increase upon the 30 days that it took before.", "20%",
         "30%", "printed 30%, 30 to 36 is 20 % more"),
        ("Late trains fell to 4,120 (from 4,380 the month before, and 5,910 in May).", "4,120", "4,620",
         '"fell" is said, but 4,380 to 4,620 is more'),
        ("The fleet now has 6,412 bikes. That is more than a three-fold increase compared to the 2,017 of 2015.", "6,412",
         "5,412", '"more than a three-fold increase" is said, 2,017 to 5,412 is 2.68 times as much'),
        ("The guild had 12,480 members in 1931, which is 312 in excess of the year before, an increase of 2.56%.", "2.56%",
         "5.26%", "printed 5.26%, 12,480 is 312 more than 12,168, of which 312 is 2.56 %"),
        ("In the same period 164 bids were heard, of which 91 were allowed, 60 were dismissed, 8 were split, 1 was void and "
         "4 were dropped.", "60", "80", "printed 164, 91 + 80 + 8 + 1 + 4 = 184 (20 too little)"),
        ("A total of 1,840 forms were sent; 1,790 by post and an extra 50 by hand.", "50", "95",
         "printed 1,840, 1,790 + 95 = 1,885 (45 too little)"),
        ("In the bay 84% of crews got their first berth. This is down from 88.5% last year.", "84%", "94%",
         '"down" is said, but 88.5% to 94% is more'),
        ("The crew had 403 hands, 307 of them full time (76.2%) and 96 part time (23.8%).", "96", "69",
         "printed 23.8%, 69 of 403 is 17.12 %"),
        ("Huts in the bay are 984: 60 let by the port, 689 by clubs, 69 by firms (56 of them by one firm), 98 by inns and 68 "
         "others.", "68 others", "86 others", "printed 984, 60 + 689 + 69 + 98 + 86 = 1,002 (18 too little)"),
        ("The 217,340 new berths were the outcome of 183,570 built, 37,190 gained, 5,680 split and 720 others, less 9,820 "
         "shut.", "9,820", "8,920", "printed 217,340, 183,570 + 37,190 + 5,680 + 720 - 8,920 = 218,240 (900 too little)"),
        ("The levy would be £18,040, which is £1,714 more than the £16,326 of the year before, or 10%.", "10%", "20%",
         "printed 20%, £16,326 to £18,040 is 10.5 % more"),
        ("The guild had 27 complaints about berths. Five of them were looked into and two of those were upheld, which is 40% "
         "of the complaints looked into.", "40%", "60%", "printed 60%, two of Five is 40 %"),
        ("Of 31 clubs, 17 had seen a fall in members, while 14 had seen a rise.", "14", "24",
         "the parts of the 31 clubs are 17 + 24 = 41 (10 too many)"),
    ],
)  # fmt: skip
def test_what_follows_is_held_against_what_it_follows(text: str, right: str, wrong: str, message: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Moorings rose from 140 in 2012 to 175 in 2016. A rise of 35% is hoped for by 2020.",
        "Moorings rose from 140 in 2012 to 175 in 2016. A rise of 35% in the north was the largest.",
        "Moorings rose from 140 in 2012 to 175 in 2016, 12 of them at sea. A rise of 35%.",
        "In spring 48 boats were let. Last year 32 stalls were let, so this is a marked increase (80%).",
        "In spring 48 stalls were let. Last year 32 stalls were let, 4 of them at sea, so this is an increase (80%).",
        "It takes the crew 36 days to find a leak and costs have grown, a 40% increase on the 30 hours of before.",
        "Calls fell to 412 (from 385 villages).",
        "Calls can rise to 412 (from 85 in the first hour and 900 in the last).",
        "Sales are up to 900, from 1,200 shops.",
        "The fleet had a three-fold increase, to 6,412 from 2,317.",
        "Of 31 clubs, 17 had seen a fall in members, while 24 had seen a rise in fees.",
        "We have 1,840 forms; 1,790 by post and an extra 95 by hand came in later.",
        "The 164 bids, of which 91 were allowed, 80 were by post and 8 were split, came early.",
        "The share for 2016-17 has risen to 71.4%. This compares with 79.0% in the north.",
        "The share for 2016-17 has risen to 71.4% since May. This compares with 79.0% in 2012-13.",
        "In all 17 of 31 clubs had a fall in members. Meanwhile, 21 clubs had a rise in fees.",
        "In all 17 of 31 clubs had a fall in members. Meanwhile, 21 halls had a rise.",
        "The crew made 318,400 trial journeys. Night trips rose by 6% to 38,208. That was 13% of all bus journeys.",
        "Fees rose by 9% in the bay. This is down from 6% last year.",
        "In the bay 94% of crews got their first berth and 3% none. This is down from 96% last year.",
        "Income is £41,390 (2016: £40,861). The hall cost £41,038. This leaves a surplus of £1,877 in the hall.",
        "Room A 12 and room B 14 are let.",
        "At the end of period 9 there were 14 boats and 11 rafts.",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert alarms(text) == []
