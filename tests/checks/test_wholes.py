"""What is all of one thing: accounts told in prose, shares that leave nothing; levels told of two years."""

import itertools
import random
from collections.abc import Callable

from scrutiny.checks.prose import check_sentences
from scrutiny.prose import split_sentences
from tests.checks import paragraph

ACCOUNTS = (
    "The fund opened the year at £{o}m, received £{i}m and paid out £{u}m, closing at £{k}m.",
    "The fund began with £{o}m; contributions of £{i}m and withdrawals of £{u}m leave a closing balance of £{k}m.",
    "The closing balance of £{k}m reflects an opening balance of £{o}m, plus £{i}m of gifts, less £{u}m of spending.",
)
SHARES = (
    "{x}% agreed, {y}% neither agreed nor disagreed and {z}% disagreed.",
    "Of those who wrote, {x}% were satisfied, {y}% were neutral and {z}% were dissatisfied.",
    "{x}% of boats are owned, {y}% are hired from the yard and the remaining {z}% are lent.",
)
LISTS = (
    "Of the {w} letters answered {x} were kind and {y} were short; the remaining {z} were neither.",
    "The {w} letters answered break down as {x} kind, {y} short and {z} neither.",
    "{x} were kind, {y} were short and {z} were neither, out of {w} letters in all.",
    "There were {w} letters in the year ({x} in Q1, {y} in Q2 and {z} in Q3).",
    "Q1 brought {x} letters, Q2 {y} and Q3 {z}, {w} for the year.",
    "Letters to boats (£{x}), yards (£{y}) and inns (£{z}) came to £{w}.",
    "Of {w} boats {x} are on the river, {y} on the lake and the other {z} ashore.",
)

LOOKALIKES = (
    "We have 40 boats, more than in 55 other ports.",
    "It has 300 members, more than any of the 400 clubs of the county.",
    "Visits rose to 310; last year 420 letters were lost.",
    "Visits were up on last year, at 310 (420 of them by boat).",
    "At 310, visits were above plan, with 420 made by boat.",
    "Waits fell, with 300 boats seen against 250 last year.",
    "Visits did not rise to 310, compared with 420 the year before.",
    "It sold boats for £1.36m, rising to £2.6m with fees.",
    "60% agreed, 30% disagreed and 20% agreed that the quay should be let.",
    "55% agreed with the first plan, 40% with the second and 35% with neither.",
    "Boats made up 45% of visits, and 40% of the remaining 55% were on foot.",
    "Opening stock was 400, 50 were added, 30 of them out of date, leaving 450.",
    "We had 400 letters, 50 were opened and 30 were answered, and we expect 600.",
    "There were 200 letters in 2031/32 and 243 in 2032/33, an increase of 3% a year on the plan.",
    "Of the 150 boats hired 80 were sold, 40 were lent and 25 were lost.",
    "Of the 48 yards built 30 years ago, 12 are open and 9 are let.",
    "In all there were 48 boats (12 of wood, 20 of steel), some of them old.",
    "Roads cost £1.1m and bridges £2.2m, and drains came to £1.4m.",
    "Fixed costs are £3.3m, resulting in other costs of £11.4m, and a net budget of £6.8m.",
    "Berths cost £2m, and 15% of the £9m budget is unspent.",
    "Of the 904 hirings 511 were for one day or less, 268 for between one and four days, and 125 for longer.",
    "Of the 904 hirings 511 were short, 268 lasted between 1 day and 4 days and 125 were longer.",
    "Walkers made 1.8 million crossings between May and September 2031, 3.2% more than in the same five months of 2030.",
    "Crossings came to 1.8 million, 3.2% more than in the corresponding five months.",
    "Tolls came to £1,800,000, 3.2% more than £9.",
    "What vexed walkers was having to queue (52%), a gate being shut (41%) and the toll not being shown (29%).",
    "They wished for seats (61%), for lamps that had been broken (38%) and for signs that had not been painted (22%).",
)


def alarms(text: str) -> list[str]:
    sentences = [each.text for each in split_sentences(text)]
    return [each.finding.message for each in check_sentences([paragraph(*sentences)]) if each.finding]


def _account(dice: random.Random) -> dict[str, float]:
    old, came, out = dice.randint(400, 900), dice.randint(101, 190), dice.randint(201, 290)
    return {key: value / 10 for key, value in {"o": old, "i": came, "u": out, "k": old + came - out}.items()}


def _shares(dice: random.Random) -> dict[str, float]:
    first, second = dice.randint(30, 50), dice.randint(12, 28)
    return {"x": first, "y": second, "z": 100 - first - second}


def _list(dice: random.Random) -> dict[str, float]:
    first, second, third = (dice.randint(110, 190) for _ in "xyz")
    return {"x": first, "y": second, "z": third, "w": first + second + third}


def test_what_is_all_of_one_thing_is_silent_where_it_is_true_and_found_where_it_is_false() -> None:
    dice = random.Random(31)
    grid: list[tuple[tuple[str, ...], Callable[[random.Random], dict[str, float]], str]] = [
        (ACCOUNTS, _account, "k"), (SHARES, _shares, "z"), (LISTS, _list, "z"),
    ]  # fmt: skip
    for forms, draw, results in grid:
        for form in forms:
            for _ in range(4):
                right = draw(dice)
                wrong = {key: round(value + max(2, value // 5), 1) if key in results else value
                         for key, value in right.items()}  # fmt: skip
                assert alarms(form.format(**right)) == []
                assert alarms(form.format(**wrong)), form.format(**wrong)


def test_what_only_looks_like_it_is_left() -> None:
    assert [message for text in LOOKALIKES for message in alarms(text)] == []


APPOSED = (
    "Of the 412 barges moored in 2024/25, 173 or {} were let.", "Of the 412 barges moored, 173, or {}, were let.",
    "There are 412 barges, of which 173 or {} were let.", "There are 412 barges, 173 of them ({}) let.",
    "Out of 412 barges, 173 were let: {}.", "In total 173 of 412 barges were let, {} against a target of 85%.",
    "Of the 412 barges, 173 or {} were let and 31 (7.5%) sold.",
)  # fmt: skip


def test_a_share_beside_its_count_by_a_word() -> None:
    for form in APPOSED:
        for printed, right in (("42.0%", True), ("36.8%", False), ("55.1%", False)):
            told = [each for each in check_sentences([paragraph(form.format(printed))]) if each.finding]
            assert [each.printed for each in told] == ([] if right else [printed]), form


def test_what_is_told_of_another_thing_in_a_sentence_of_its_own_follows_from_nothing_before() -> None:
    """Every figure is of a thing of its own: what others would make is no matter, however near it comes."""
    dice = random.Random(5)
    before = ("The number of loans fell from {a} to {b}, a fall of {p}%.", "Loans rose from {b} to {a}.",
              "The county has {a} spare places; the east has {b}.", "Loans were {a} against a target of {b}.",
              "Of the {a} homes {b} were let.", "The hub has {a} members, {b} of them under 25.")  # fmt: skip
    after = ("Slight injuries rose by {c}.", "Renewals were {c} lower.", "The north is {c} short.",
             "The west has {c} places to spare, whereas the north is {d} short.", "The gap in the north is {c}.",
             "The net change in posts was {c}.", "The rest of the estate has {c}.", "Other visits were {c} fewer.")  # fmt: skip
    for one, other in itertools.product(before, after):
        for _ in range(8):
            a = dice.randint(60, 990)
            b, c = dice.randint(20, a - 5), dice.randint(30, 900)
            text = f"{one} {other}".format(a=a, b=b, c=c, d=c - 15, p=round((a - b) * 100 / a, 1))
            assert alarms(text) == [], text


def test_a_percentage_with_a_whole_or_a_subject_of_its_own_is_of_no_figure_before_it() -> None:
    before = ("Of the 90 homes 42 were let", "Loans rose from 42 to 90", "42 of the 90 homes stand empty",
              "Of 90 bids 42 were late")  # fmt: skip
    aside = ("75% of staff are trained", "75% of letters were answered in time", "a third of the rooms are dark", "two in five visitors came by bus",
             "bookings were 75% higher", "the take-up was 75%", "fees rose by 75%")  # fmt: skip
    for one, other in itertools.product(before, aside):
        for text in (f"{one} ({other}).", f"{one} and {other}.", f"{one}, while {other}.", f"{one}; {other}."):
            assert alarms(text) == [], text
    for text in ("Of the 90 homes 42 were let (75% of the homes).", "42 of the 90 homes (75%) stand empty.",
                 "Loans rose from 42 to 90 (an increase of 75%)."):  # fmt: skip
        assert alarms(text), text


def test_a_price_is_that_of_what_is_counted_beside_it() -> None:
    for text in (
        "The 30 clubs paid £50 each and the council £1,400.", "Fees rose to £50 a visit; 30 clubs paid £1,400.",
        "The 30 clubs paid £50 a week, £78,000 a year.", "Each of the 30 clubs had £50 more, and £1,400 was left.",
        "The 30 clubs paid £50 a visit, or £1,400.", "Of 520 posts 494 are filled, a vacancy rate of 5%.",
    ):  # fmt: skip
        assert alarms(text) == [], text
    for text in ("The 30 clubs paid £50 each, £1,400 in all.", "At £50 a club, the 30 clubs paid £1,400.",
                 "Out of 520 inspections 494 passed, a pass rate of 59%."):  # fmt: skip
        assert alarms(text), text
