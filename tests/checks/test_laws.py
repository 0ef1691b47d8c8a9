"""What the figures of a short passage reckon together, in whatever sentence and order they stand.

Each wrong figure has its true passage beside it; the passages that only look like such a reckoning stay silent.
"""

import pytest

from scrutiny.checks.prose import check_sentences
from scrutiny.prose import split_sentences
from tests.checks import paragraph


def alarms(text: str) -> list[str]:
    told = paragraph(*(each.text for each in split_sentences(text)))
    return [each.finding.message for each in check_sentences([told]) if each.finding]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The budget for street lighting was £4.2m. Actual spending came to £3.9m, an underspend of £0.3m.", "£0.3m", "£0.5m"),
        ("The target for the year was 900 new moorings. Only 845 were completed, 55 below the target.", "55", "65"),
        ("Wharf thefts fell by 12.4% in the year to March. There were 1,413 of them, down from 1,613 a year earlier.",
         "12.4%", "14.2%"),
        ("Last year the museum had 31,200 visitors. This year there were 38,688, an increase of 24%.", "24%", "42%"),
        ("The library ran 96 story sessions. Altogether 2,592 children came, an average of 27 a session.", "27", "72"),
        ("The grant of £19,200 was shared by 300 pensioners. That works out at £64 each.", "£64", "£46"),
        ("There are 7,420 names on the register. On the day 4,563 people voted, which makes a turnout of 61.5%.",
         "61.5%", "65.1%"),
        ("Of the 460 owners who were written to, 359 answered. The response rate was therefore 78%.", "78%", "87%"),
        ("The programme is £6.1m. Of this, £2.9m is for schools, £1.8m for quays and £1.4m for parks.", "£1.4m", "£1.9m"),
        ("The north site has 412 beds. The west site has 312 and the coastal site has 96, giving 820 beds in all.",
         "820", "280"),
        ("In spring 148 boats were let. In summer the figure was 177, 29 more.", "29", "92"),
        ("Full-time posts number 912 and part-time posts 352. The yard therefore has 1,264 posts.", "1,264", "1,246"),
        ("Gross spending of £52.4m is offset by income of £15.7m. Net spending is therefore £36.7m.", "£36.7m", "£37.6m"),
        ("The 2021 count found 9,840 people on the isle. In 2011 there were 8,800, so the population has grown by 11.8%.",
         "11.8%", "18.1%"),
        ("Twelve clubs each received £800. The total paid out was £9,600.", "£9,600", "£6,900"),
        ("Of the 23 tasks 18 are complete. The other five are on track.", "five", "nine"),
        ("The yard had 403 hands. Women numbered 199 and men 204.", "204", "240"),
        ("Voters cast 640 papers. The electorate is 8,974, so that turnout was 7.13%.", "7.13%", "17.13%"),
        ("In 2021 there were 164 fires on the quay. The number in 2022 was 141, a drop of 14%.", "14%", "41%"),
        ("Rents will go up from £98.20 to £103.60 a week. The increase is 5.5%.", "5.5%", "7.5%"),
        ("The answer target is 90%. In June the figure was 88%, 2 percentage points short of the target.", "2 perc", "7 perc"),
        ("We agreed £350,500 for the lift and £60,500 for the ramp. These two works will cost £411,000.", "£411,000", "£141,000"),
        ("The north took 1,420 tonnes. The south took 896 tonnes. The two took 2,316 tonnes between them.", "2,316", "2,136"),
        ("In 2019 the isle had 1,460 foster homes. It now has 1,168, which is 20% fewer.", "1,460", "1,640"),
        ("Guests came to the fair on 14 days. They were counted 119 times out of a possible 168, or 71%.", "71%", "17%"),
        ("The price of a pass was raised from £250 to £280. Users therefore pay 12% more.", "12%", "21%"),
        ("Last year's figure of 231 has been cut to 185, that is by 46.", "46", "64"),
        ("The crew of 16 shared a bonus of £1,160, so that each of them received £72.50.", "£72.50", "£75.20"),
        ("Ten hours were charged at £184, which is £18.40 an hour.", "£18.40", "£14.80"),
        ("Spending is forecast to be £88.4m. Set against a net budget of £84.7m this is a pressure of £3.7m.",
         "£3.7m", "£7.3m"),
        ("Skips took 5,830 tonnes in spring. In summer 7,075 tonnes came, 1,245 tonnes up.",
         "1,245", "1,425"),
        ("When the scheme began, 95 helpers had signed up. By March there were 160, a net gain of 65.",
         "65", "56"),
        ("The five piers saw 590 rowers in the summer, on average 118 apiece.",
         "118", "181"),
        ("The two piers were agreed at £450,000 and £670,000, a combined cost of £1,120,000.",
         "£1,120,000", "£1,210,000"),
        ("Guests numbered 56 last year. This year there were 63. The number has therefore gone up by 12.5%.",
         "12.5%", "21.5%"),
    ],
)  # fmt: skip
def test_a_passage_with_one_reckoning(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert len(alarms(text.replace(right, wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Theft was up by 12.5 per cent. The force logged 1,240 burglaries in the year, where the year before it had logged 980.",
        "Visits rose by 9 per cent over five years. There were 4,120 in May, against 3,950 in the month before.",
        "The fee was £40. It went up by 5% a year for three years, to £46.31.",
        "The fee was £40. It went up by 5% in April and again in May, to £44.10.",
        "Sales went up by 20 per cent in the shop. Online they came to £41,200, where the year before they had come to £38,900.",
        "The grant was £61,000. The council put it up by 3%, and with the county's share it came to £74,000.",
        "Complaints fell by 18 per cent nationally. Here there were 231, where in the previous year there had been 219.",
        "The crew shrank by 6 per cent in real terms. It stood at 1,840 in March, where the year before it had been 1,905.",
        "Prices are up by 7 per cent. A pass costs £212, where a day ticket last year was £4.",
        "Of the 340 forms sent, 120 came back by post. With those filled in online, that made a response rate of 61%.",
        "In May 212 people were tested and 31 were found to have it. That brought the rate to 14.2% for the year so far.",
        "The target was 900 homes. In the year 845 were built, 60 more than in the year before.",
        "The budget was £212,000. Spending was £201,000, an underspend of £4,000 after the transfer to reserves.",
        "The budget for the year is £61,200. Spending to June was £28,900, £1,700 less than profiled.",
        "The hall seats 410. On Friday 362 came, 38 short of the record.",
        "Late buses fell to 18.7% of all from 19.7%. They fell on town and country routes, by 0.8 and 1.2 percentage points.",
        "Late buses fell to 18.7% of all from 19.7%. They fell in the hills by 1.2 percentage points.",
        "The isles made two landings in May and three in June, so that for the whole fleet the figures were 42 and 41.",
        "The yard had 403 hands. Women numbered 199 and men 240 in the year before.",
        "The school had 403 pupils in the main building. Boys numbered 260 and girls 241 across both sites.",
        "There were 96 replies. Men gave 61 reasons and women 58.",
        "He raised 90% of the first target, and the other 20% of the second.",
        "It went from 412 to 430 in a year, a rise of 4%, and then to 500 in the next, a rise of 21% since the start.",
        "The income of the trust was £412,300. Spending on the roof was £96,200, and the balance at the bank stood at £58,100.",
        "Of the 186 requests, 170 were answered in 20 days, leaving 9 which were still open and the others withdrawn.",
        "The 12 sessions cost £3,600. That was £25 per head.",
        "The club spent £96,400 on 482 pupils. Meals cost £2.40 per pupil.",
        "There were 412 cases in 2022/23. In 2023/24 there were 388, 34 fewer than in the neighbouring district.",
        "Of the 64 buses, 12 were electric. That is 21% of those in service on the day.",
        "There were 212 hands, 106 of them women. That is 49% of the hours worked.",
        "The programme is £6.0m over two years. Of this £4.1m falls in the first and £3.2m is borrowed.",
        "The ward has 28 beds and 31 patients were seen, giving an occupancy of 85%.",
        "There were 57 sleepers at the last count and 37 at this, which is 29 fewer than in the next town.",
        "The levy is £4,850 in the north and £5,200 in the south, a difference of £530 to the county.",
        "The school has 412 pupils, 96 of whom have free meals, or 32% of the juniors.",
        "The choir has 74 singers; 43 are women, which is 13 more than ten years ago.",
        "In 2019 there were 350 wardens. There are 413 now, so that 36 more streets are walked.",
        "The ward has 7,420 voters. In May 4,563 voted, which is 65.1% of those who had voted before.",
        "The fund paid 36 grants. Each was of £800, so £28,080 was spent before fees.",
        "The budget was £75,000. They spent £57,000, so £81,000 is left of the two years' money.",
        "The scheme costs £12.4m and has £4.5m of grant, so the council borrows £9.7m to have something in hand.",
        "Council tax brings in £71.2m and rates £64.1m, which is £1.7m more than last year.",
        "The hall is let on 240 evenings at £8, so that lettings brought in £1,290 in the spring alone.",
        "Each of the 16 crew got £72.50, which is £75.20 less than the year before.",
        "Of the 60 bids, 48 were heard, leaving 10 to be heard in May; two were withdrawn.",
        "Receipts rose from £212,430 to £248,915. The balance of the reserve is £63,485.",
        "The rate at which the county begins them has not, with an 85% rise since 2019. 501 were begun, compared to 350 nationally.",
        "Nurseries and schools are to underspend, by £164,000 and £313,000. The whole grant would be overspent by £2.745 million.",
        "The 217,340 additions were the outcome of 183,570 homes built and 37,190 gained, less demolitions.",
        "The guild spent £9,600 on 48 rowers. It charges £20 per rower.",
        "Twelve choirs received £800 each. The total paid out was £9,900, as one choir got a second award.",
        "The scheme is £6.1m. Of this, £2.9m is for piers, £1.8m for locks and £1.6m for weirs, of which £0.2m is also for locks.",
        "Thefts are up by 12.5%. There were 315 of ropes, where the year before there had been 260.",
        "Attendance is up by 2 percentage points. It is now 94.6%, where the year before it had been 93.6% in infant schools.",
        "The nave seats 340 and the gallery 85. In all 435 tickets were sold.",
        "The number of pilots is 612. There were 588 before, so that the increase is 24 in all.",
        "The north took 1,420 tonnes. The south took 896. The two took 2,376 tonnes between them and the tip.",
        "The north lost 14 sheds. The south lost 9. The county lost 33 in total.",
        "Five piers saw 590 rowers in the summer, on average 181 a week.",
        "Helpers numbered 95 in May. By March there were 160, a net gain of 56 for the north.",
        "The gauge showed 40 in May and 23 in June (37 at the weir).",
        "It cost £48,000 for 160 places, which is £330 a place in the end with meals.",
        "The guild spent £48,212 on heat and £31,906 on light, bringing its total for heat and water to £92,775.",
        "The cost has risen from £4.0m to £5.2m, £0.3m more than last year.",
        "Costs are £41,038 (2016: £42,173). This leaves a surplus of £325.",
        "Less the 3 counted twice, and with the 7 at the weir, that makes 420. The sub-totals come to 416.",
        "Another list has shortened by 420. It stood at 3,115 in April and at 2,875 in May.",
        "Rowing has 312 members. Sailing has 204. The club has 616 in total.",
        "In all 1,840 strokes were rowed, which is 46 laps, or 9.2 strokes for each member.",
        "Members pay £2.50 more a week, £130 over the year, so that 20 boats can be bought.",
        "The bakery began 118 courses, 9 more than the year before. Of those that ended, 86 of 118 were passed; before, it was 71.",
        "The ferry made 420 trips. Of these 260 of 420 were full and 95 late.",
        "Staff dealt with 340 bids. Of those that came by post, 120 were granted and 60 refused.",
        "The guild has 512 members. Of those who voted, 203 were for it and 77 against it.",
        "The club has £640.50, of which £41.20 is kept for paint. Thirty oars at £12 each will cost £360, which leaves £239.30.",
        "Rowers rose from 512 to 571, an increase of 59, so that they make up about three quarters of the increase.",
        "The mean of the five grants a club, £6.12, is above the average of £4.27 for all clubs.",
        "Loans came to £8.6m, a fifth of the whole. The part from revenue, £2.25m, is exactly as budgeted. Gifts were "
        "£41,000 less than budgeted.",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_reckoning(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Of the 44 days not used, 21 were leave, 13 a course and the rest were carried over.",
        "Of the 64 drivers, 40 work full time, 18 work part time and the remainder are on leave.",
        "Of the 80 flats, 45 were let, 25 were empty and all the others were under repair.",
        "Of the 70 boats, 35 were in salt water, 25 in fresh water and the remaining boats were ashore.",
        "Of 90 tasks, 50 are done, 25 are in hand and the rest overdue.",
        "Of the 33 pupils, 12 were at the Mill Centre, 16 were at home, 4 were in other places and one had moved away.",
        "Of the 47 days lost, 22 were sickness, 16 were vacancies and 9 were carried forward.",
        "Of the 33 pupils, 12 stayed, the other 15 moved, and another was ill.",
        "Of the 71 claims, 48 were closed, 20 remain open and one pair was merged.",
        "Of the 45 bids, 24 were for roofs, of which 7 were for slates, and 21 for drains.",
    ],
)
def test_a_list_of_parts_is_judged_only_where_it_is_whole(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 44 days not used, 21 were leave, 13 a course and the remaining 16 were carried over.",
        "Of the 80 flats, 45 were let, 25 were empty and 14 others were under repair.",
        "Of the 45 bids, 24 were for roofs, 14 were for doors and the rest, 9, were for drains.",
    ],
)
def test_a_list_that_counts_its_rest_is_judged(text: str) -> None:
    assert alarms(text)


def test_how_many_times_as_much_is_held_against_the_two_figures() -> None:
    forms = (
        "A claim for damage cost £400 and one for injury £{}, {} times as much.",
        "There were {} boats at the quay and 400 at the weir, {} times as many.",
        "The weir had 400 boats and the quay {}, more than {} times as many.",
    )
    told = ((1200, "three"), (2800, "7"), (4800, "12"))
    right = [form.format(f"{more + 40:,}", many) for form in forms for more, many in told]
    wrong = [form.format(f"{more:,}", other) for form in forms for more, other in ((1200, "five"), (2800, "17"))]
    assert [text for text in right if alarms(text)] == []
    assert [text for text in wrong if not alarms(text)] == []


def test_a_percentage_of_two_other_figures_is_no_slip() -> None:
    spent = (
        "£16,440 was paid in 78 cases, compared with £11,730 in 61 cases the year before. That is 40.2% more in money."
    )
    assert not alarms(spent)
    assert not alarms(
        "The boats came to 87,600. The mean is 17,500 a year. The cost of each rose from £88 to £114, or by 29%."
    )


def test_a_percentage_behind_what_it_is_more_than_is_that_of_the_change() -> None:
    told = "There were 109 households in March 2025, 21 more than in June 2024 ({}%)."
    assert alarms(told.format("32.9"))
    assert not alarms(told.format("23.9"))
    assert not alarms("There were 120 claims, 21 more than in Elm (35%).")
    assert not alarms("Of the 120 seen, 21 more than in June (12%) were helped.")


@pytest.mark.parametrize(
    "text",
    [
        "Loans of books, on the other hand, went down by 15,400 to 357,000 (4.1%).",
        "Ash recycled the most of its waste (49.2%).",
        "4,900 people rang. 264 of them (5.4%) waited more than seven days.",
        "Forty-six finished in the Repair yard 6,080 13.7 year, 39 of whom (85%) stayed, of 6,930.",
    ],
)
def test_what_is_no_share_and_no_move_is_left(text: str) -> None:
    assert not alarms(text)


def test_a_percentage_of_another_thing_is_left_and_one_of_the_same_is_not() -> None:
    assert not alarms("Long stays rose from 110 to 140. Short stays rose by 13.9%.")
    assert alarms("Long stays rose from 110 to 140. Stays rose by 13.9%.")
