"""Sentences whose figures play their parts by the words of their own clauses, and parts that opposites complete.

Of forty false sentences of the kinds that follow, written before these rules, 20 were found at first sight; two of
forty true ones raised an alarm.
"""

import pytest

from tests.checks.test_statements import alarms


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("Of the 32 targets, 21 were met and {} were missed.", "11", "14"),
        ("Of the 143 appeals, 61 were upheld, 42 were not upheld and {} were withdrawn.", "40", "33"),
        ("The survey drew 2,310 replies, {} online and 410 on paper.", "1,900", "1,800"),
        ("Repairs of £1.45m and cleaning of £0.36m account for £{}m of the total.", "1.81", "1.91"),
        ("It will cost £7.4m, to be met from grant of £4.2m, a loan of £1.9m and receipts of £{}m.", "1.3", "1.9"),
        ("The outturn is a deficit of £{}m, a favourable movement of £0.505m on the £2.698m of month 6.", "2.193", "2.393"),
        ("The toll of £1.30m is an increase of {}% on last year's £1.25m.", "4", "8.3"),
        ("Visits doubled from 46 to {}.", "93", "79"),
        ("Posts fell from 3,212 to {} over the four years, a reduction of 6.6%.", "3,000", "2,934"),
        ("Support went to {} homes, 15% of the 78,750 in the district.", "11,813", "9,813"),
        ("An average void lasts {} days, 4 days longer than the 25 days of the last quarter.", "29", "31"),
        ("Three quarters of the 164 actions ({}) have been completed.", "123", "103"),
        ("Absence was 8.71 days; this is {} days less than the 9.61 days of the previous year.", "0.90", "1.20"),
        ("Roughly one in five homes, 8,420 of {}, has no car.", "42,300", "56,300"),
        ("In all 39 audits were planned, of which {} have been finished, six are under way and three were deferred.",
         "30", "31"),
    ],
)  # fmt: skip
def test_what_is_told_is_silent_where_it_is_true_and_found_where_it_is_false(form: str, right: str, wrong: str) -> None:
    assert alarms(form.format(right)) == []
    assert alarms(form.format(wrong)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two of the four targets for roads and six of the eight for parks were met, eight of the 12 in all.",
        "Pay was £2.54m, £420,000 less than forecast in July, when it was £2.90m for the year to date and overtime.",
        "The company owes £1.8m, down from £2.4m; £0.9m was repaid and interest of £0.3m was added.",
        "On 1 April there were 96 vacancies; 140 posts became vacant and 151 were filled, so that 85 remain.",
        "Of 27 measures figures were to hand for 19: 14 were green and the other five amber.",
        "Referrals doubled between 2018 and 2022 and rose by a further 14% from 1,240 to 1,414 last year.",
        "The vacancy rate was 11.8%, with 142 posts frozen out of 1,420.",
        "It served 9,450 homes, 15% of the 78,750 are empty.",
        "Of the 48 schools, 31 are maintained and 20 are rated good.",
        "The survey drew 1,240 replies, 640 from tenants and 310 from traders.",
        "Of the 60 homes, 21 were occupied and 44 were sold.",
        "The fund was £9m on 1 April, of which £2m was used for roads and £3m added to loans.",
        "The shelves opened with 1,200 books, 200 were bought and 150 withdrawn, leaving 1,250, and 30 were sold to staff.",
        "Of the 90 children, 45 were boys and 45 girls, and 20 were under five.",
        "Of the 32 targets, 21 were met and 5 were missed.",
        "Of 60 appeals, 22 were upheld, 30 were not upheld and 4 were withdrawn; four remain open.",
        "Of 240 tenants 150 agreed and 60 disagreed.",
        "Nineteen of the 30 bids were approved and 4 were refused.",
        "Nineteen of the 30 clerks are permanent and 4 are temporary; the others come from an agency.",
        "There were 216 pupils, 120 who passed and 79 who failed.",
        "Seven of the 10 sites were inspected: three had faults and two were closed.",
        "Twenty-five of the 27 measures have figures: 14 are green and eight amber, and the rest are red.",
        "The lease ran for 36 months at £2,500 a month and cost £100,000 with fees.",
        "Of 1,600 homes, 1,120 were let, a turnover of 8%.",
        "Opening stock was 400, 50 added, 30 of them out of date, leaving 450.",
        "60% agreed, 30% disagreed and 20% agreed that the yard should be let.",
        "Sixty per cent were in favour of the park, 45% against it and 30% in favour of the market.",
        "Of 400 members, 120 voted, an advance of 3% on last year.",
        "The deficit of £0.5m compares with income of £3.7m and spending of £4.4m last year.",
    ],
)
def test_other_figures_may_stand_beside_them(sentence: str) -> None:
    assert alarms(sentence) == []
