"""Figures whose proof lies in their own sentence or the one before: wholes and parts, the rest, levels and changes,
averages. Each form is filled in by dice, right and wrong; what is right says nothing."""

import random
from collections.abc import Callable

from scrutiny.checks.prose import check_sentences
from scrutiny.prose import split_sentences
from tests.checks import paragraph

Values = dict[str, str]
Draw = Callable[[random.Random], tuple[dict[str, float], str]]
"""Draws figures that agree, and names the one that is altered."""


def alarms(text: str) -> list[str]:
    sentences = [each.text for each in split_sentences(text)]
    return [each.finding.message for each in check_sentences([paragraph(*sentences)]) if each.finding]


def swapped(value: float) -> float:
    """A figure with the first two neighbours that differ exchanged."""
    text = f"{value:g}"
    for at in range(len(text) - 1):
        one, other = text[at], text[at + 1]
        if one != other and "." not in (one, other) and not (at == 0 and other == "0"):
            return float(text[:at] + other + one + text[at + 2 :])
    raise ValueError(text)


WHOLES = (
    "The yard has a grant of £{w}m for three years, made up of £{x}m for boats and £{y}m for staff.",
    "The cost of the quay now stands at £{w}m (with £{x}m from the harbour fund and £{y}m of private money).",
    "The £{w}m is split between boats of £{x}m and staff of £{y}m.",
    "Upkeep of £{w}m (13%) is divided between boats at £{x}m & staff at £{y}m.",
    "This holds £{w}m for the regatta, funded by a £{x}m drawdown from reserves and a £{y}m gift from members.",
    "£{w}m is moved from the lock (£{x}m) and the weir (£{y}m) to the quay.",
    "An extra £{w}m came in, £{x}m of this was spent on boats and the remaining £{y}m was kept.",
)
COUNTS = (
    "In the end there will be {w} berths on the two quays, of which {x} will be let and {y} kept.",
    "There are {w} boats with {x} facing the quay and the other {y} facing the weir.",
    "Of the {w} that were seen first, {x} were sound, {y} leaky.",
    "The need is {x} (as first bid, when it was 4,258) + {y} (late bids) totalling {w}.",
)
SHARES = (
    "{x}% of members agreed that it helped, {y}% disagreed, and a further {z}% were unsure (the same on both quays).",
    "The planned mix is {x}% one-berths, {y}% two-berths and {z}% three or four berths.",
    "The split between the quays is broadly {x}% north, {y}% south and {z}% west.",
    "Gains will be shared {x}% to the yard, {y}% to the members and {z}% to the harbour.",
    "{x}% were new, about {y}% were old and the remaining {z}% were lent.",
)
RESTS = ("The survey found {x}% who row, and {y}% who sail. Among the remaining {z}% few swim.",)
GROUPS = (
    "{z}% of members were content (48% in the upper yards, and {w}% in the lower yards).",
    "{z}% of all members were content, those of the upper yards more often than those of the lower (48% against {w}%).",
    "Fees ranged from £{w} to £48, with an average of £{z}.",
)
PARTS = (
    "The yard has mended {x} of the {w} boats, with only {y} remaining.",
    "{x} of the {w} boats were mended; the other {y} were not.",
    "{x} of the {w} boats were mended, leaving {y} to be done.",
    "Of the {w} boats, {x} have been mended, with only {y} remaining.",
)
CHANGES = (
    "Spending is £{n}m, which is £{d}m ({p}%) lower than the budget of £{o}m and £0.9m above the forecast.",
    "Spending is £{n}m, £{d}m ({p}%) less than the £{o}m of last year.",
)
DIFFERENCES = (
    "{n} boats lie at the three weirs in place of the {o} of old, an increase of {d} boats.",
    "{n} came in, compared to {o} out (a net imbalance of {d}).",
    "{n} came in against {o} that left, a net inflow of {d}.",
)


def _sum(low: int, high: int, scale: int = 1) -> Draw:
    def draw(dice: random.Random) -> tuple[dict[str, float], str]:
        while True:
            one, other = dice.randint(low, high), dice.randint(low // 3, high // 3)
            figures = {"w": one + other, "x": one, "y": other}
            digits = str(one + other)
            if digits[0] < digits[1] and digits[1] != digits[2]:
                return {key: value / scale for key, value in figures.items()}, "w"

    return draw


def _shares(dice: random.Random) -> tuple[dict[str, float], str]:
    one, other = dice.choice((12, 13, 14, 23, 24)), dice.choice((25, 27, 29, 36))
    return {"x": one, "y": other, "z": 100 - one - other}, dice.choice("xy")


def _rest(dice: random.Random) -> tuple[dict[str, float], str]:
    rest = dice.choice((46, 47, 53, 58, 62, 64))
    one = dice.randint(15, (100 - rest) // 2)
    return {"x": one, "y": 100 - rest - one, "z": rest}, "z"


def _group(dice: random.Random) -> tuple[dict[str, float], str]:
    return {"w": dice.randint(44, 46), "z": 47}, "z"


def _part(dice: random.Random) -> tuple[dict[str, float], str]:
    whole = dice.randint(60, 95)
    rest = dice.randint(3, 9)
    return {"w": whole, "x": whole - rest, "y": rest}, "y"


def _change(dice: random.Random) -> tuple[dict[str, float], str]:
    old, change = dice.randint(1500, 1900), dice.randint(60, 130)
    figures = {"o": old / 10, "n": (old - change) / 10, "d": change / 10}
    return figures | {"p": round(change * 100 / old)}, "n"


def _difference(dice: random.Random) -> tuple[dict[str, float], str]:
    old, change = dice.randint(120, 190), dice.choice((61, 72, 83, 91))
    return {"o": old, "n": old + change, "d": change}, "d"


def _walk(forms: tuple[str, ...], draw: Draw) -> tuple[list[str], list[str]]:
    """The wrong sentences that nothing is said of, and the right ones that something is said of."""
    missed, accused = [], []
    for form in forms:
        dice = random.Random(form)
        for _ in range(25):
            figures, altered = draw(dice)
            right = form.format(**{key: f"{value:g}" for key, value in figures.items()})
            figures[altered] = swapped(figures[altered]) if figures[altered] > 9 else figures[altered] + 2
            wrong = form.format(**{key: f"{value:g}" for key, value in figures.items()})
            accused += [right] if alarms(right) else []
            missed += [] if alarms(wrong) else [wrong]
    return missed, accused


def test_what_proves_itself_is_held_against_its_sentence() -> None:
    for forms, draw in (
        (WHOLES, _sum(310, 600)), (COUNTS, _sum(310, 600)), (SHARES, _shares), (RESTS, _rest), (PARTS, _part), (GROUPS, _group),
        (CHANGES, _change), (DIFFERENCES, _difference),
    ):  # fmt: skip
        missed, accused = _walk(forms, draw)
        assert (missed, accused) == ([], []), forms[0]


def test_what_may_be_otherwise_is_left() -> None:
    for text in (
        "The quay stands at £134m (with some £26m from the harbour fund and £108m of private money).",
        "About 1.3% of this is for pay, whilst the remaining 1.4% is for fuel.",
        "The fund was £1.3bn, added to the £2.3bn of before. £160m of this was for pay, with the remaining £1.1bn for fuel.",
        "Two of the five marks are better (oars and sails), one is as it was (ropes), and the other two have slipped.",
        "The mix is 40% flats, 60% houses, 30% let and 70% sold.",
        "A gain of £111m is split between a £12m real gain and £124m put off.",
        "Of the nine yards, seven are good, two poor, and one has since closed.",
        "74% of boats passed (48% at the first try, and 26% at the second try).",
        "74% of boats passed (48% in May, and 46% in June).",
        "On average 41 letters came a week, the highest being 30 in a day.",
        "Our best yard had 75%, against a national average of 80%.",
        "The average was 80%, with the highest yard of the other county at 75%.",
        "25 were within the 20 that were planned.",
        "There are 25 members, with 5 from the north and the other 2 officers elected.",
        "Guests gave 12 of the 5 star inns a poor mark.",
        "The yard comprises 30% rowing boats and 80% of the berths are let.",
        "60% of boats passed, 30% of those at once, and the remaining 40% failed.",
        "There are 28 boats, with 20 carrying fish and 15 carrying coal.",
        "A total of £11.6m is saved, split between a £1.9m rise and £12.4m put off.",
        "The split is 61% let and 39% kept, while 45% have a mast.",
        "There were 72 berths, of which 12 were let and 15 kept.",
        "The mix is 40% one-berths, of which 70% are let, and 60% two-berths.",
    ):
        assert alarms(text) == [], text
