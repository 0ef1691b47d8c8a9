"""What a sentence says of its figures as a whole, each true and false; and true ones that look like it.

Written with the relations: shares of one thing, rates per so many, ratios, bounds.
"""

import pytest

from tests.checks.test_statements import alarms

PAIRS = [
    ("Hires rose from 640 to 720, that is by 12.5%.", "Hires rose from 640 to 720, that is by 15.2%."),
    ("Mooring dues fell from £418 to £391, by £27.", "Mooring dues fell from £418 to £391, by £72."),
    ("A majority of the 90 traders (51) wanted it.",
     "A majority of the 90 traders (39) wanted it."),
    ("There were 36 falls among 9,000 visitors, a rate of 4 per 1,000.",
     "There were 36 falls among 9,000 visitors, a rate of 5 per 1,000."),
    ("Of the 28 kiosks inspected, 26 were clean.",
     "Of the 28 kiosks inspected, 31 were clean."),
    ("Four fifths of the 65 piers (52) are safe.", "Four fifths of the 65 piers (27) are safe."),
    ("There are 84 berths, 61 filled and 23 unfilled.",
     "There are 84 berths, 61 filled and 28 unfilled."),
    ("The 54 wardens comprise 31 full-time, 14 part-time and 9 seasonal staff.",
     "The 54 wardens comprise 31 full-time, 14 part-time and 12 seasonal staff."),
    ("112 of 128 berths are let (12.5% empty).", "112 of 128 berths are let (21.5% empty)."),
]  # fmt: skip


@pytest.mark.parametrize(("true", "false"), PAIRS, ids=[true[:40] for true, _ in PAIRS])
def test_a_relation_is_silent_where_it_holds_and_found_where_it_does_not(true: str, false: str) -> None:
    assert alarms(true) == []
    assert len(alarms(false)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "No more than 15% of the 640 berths, 88 at present, may go to visitors.",
        "Ticket sales came to £1.26m, 5% up in real terms on the £1.15m of the year before.",
        "Loans rose by 12% in spring, to 46,200, after falling from 48,000 to 41,300 in the year before.",
        "The pier has cost £640,000 against £600,000 for the first phase and £1.1m in all.",
        "Cuts of £2.4m are planned, of which £1.9m are agreed and £0.3m in doubt.",
        "The rates were 4%, 5% and 9%, an average of 5.5%.",
        "The piers had 40, 52 and 58 visitors, and the county average is 46.",
        "The piers had 40, 52 and 58 visitors, a weighted average of 54.",
        "Prices were £40, £52 and £58 a night, an average of £54.",
        "Takings were £40m, £52m and £58m, with an average of £54m since May.",
        "Hillside had 12 falls, Lowmarsh 18 and Kelby 15, the largest rise being in Hillside.",
        "The race takes ten rowers and 5 or 6 pilots, 15 or 16 in all.",
        "Of the 86 kiosks, 64 of the 68 on the pier and 12 of the 18 others are safe.",
        "Of the 48 swimmers, 30 were boys, 20 were under ten and 8 were new.",
        "A six week course between May and December 2023 was full.",
        "The majority of the 90 traders (39) gave cost as the reason, and the others had many.",
        "Of 120 berths, 80 (67%) were let in May, and 15 (38%) of the others in June.",
        "Seven in ten of the 640 berths (68%) are let.",
        "Nine out of ten of the 640 berths (91%) are let.",
        "The term was extended by two years from 2021 to 2026.",
        "Every two years from 2016 to 2024 the fleet is renewed.",
        "Of the 28 kiosks, 31 complaints were made about three.",
        "Rents were 40, 52 and 47, the highest for ten years being 52 in the north.",
        "Usage was 93.5%, half a point below that of the coast (94.1%) and above that of the hills.",
        "A cut of 5% in the £62m budget leaves £58.9m.",
        "There were 205 divers, of whom 120 passed and 80 failed.",
        "There are 205 crew (120 men and 80 women).",
        "Letters numbered 62, 7 more than the 55 of last year: 30 from the north, 20 from the south and 12 from the isle.",
        "9,412 of 41,080 pedlars were fined (10% or more of the takings): 22.9%.",
        "Of the 366 clerks 44 earned £60,000 or above: 12%.",
        "Stalls that lost 25% or higher numbered 14 of the 56 (25%).",
        "The fleet spent £14.2m, slightly more than the £13.8m of last year, because Canals is £0.9m over its budget.",
        "112 of 128 berths are let (12.5% empty).",
        "Of the 128 berths, 112 (12.5% empty) are let.",
        "112 of 128 berths are let, which is 12.5% empty.",
        "Tolls of £3.1m against a target of £4.2m (26% short) were taken.",
        "384 bids came and 52 of these (13.5%) won; 40 were withdrawn.",
        "384 bids came and 52 (13.5%) won; 40 were withdrawn.",
        "384 bids came and 52 of these (13.5%) won; 40 more (10.4%) were withdrawn.",
        "In the year 60 pilots joined and 45 left. The fleet was 5 higher.",
        "Fares made £8.6m against £8.1m a year ago, though the trams are £0.7m below their target.",
        "Silt of 1,420 tonnes is more than the 1,310 of May, because the lock is 60 tonnes over its limit.",
    ],
)
def test_true_sentences_that_look_like_such_a_relation_raise_no_alarm(sentence: str) -> None:
    assert alarms(sentence) == []


def test_a_figure_between_a_part_of_a_whole_and_its_share_is_no_part() -> None:
    between = (
        "were hauled within 84 days", "were hauled by 12 crews", "were hauled in 3 yards", "waited over 90 minutes",
        "were made for boats under 16 metres", "came from 40 miles away", "were hauled in 12 working days",
        "were asked for by 25 owners", "were finished at stage 2", "needed 2 visits",
    )  # fmt: skip
    for middle in between:
        for join in (":", ",", ", or", " –"):
            for whole in ("of the 300", "out of 300", "of all 300"):
                assert alarms(f"240 {whole} boats {middle}{join} 80.0%, up from 70.0%.") == [], (middle, join, whole)
                assert alarms(f"240 {whole} boats {middle} (80.0%).") == [], (middle, whole)
