"""Single-digit changes planted in 200 generated tables and sentences: found where a check applies, and the unchanged
ones raise no alarm. The share is asserted, and printed by pytest -s."""

import random
from decimal import ROUND_HALF_UP, Decimal

from scrutiny.checks import Checked
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.reckonings import check_arithmetic
from tests.checks import Rows, check_tables, paragraph, placed, quote

CASES = 200
ENOUGH = 0.95


def percent(top: int, base: int, places: str = "0.1") -> Decimal:
    return (Decimal(top) * 100 / base).quantize(Decimal(places), ROUND_HALF_UP)


def other_digit(figure: str, dice: random.Random) -> str:
    """The figure with its first or second digit changed to another."""
    places = [at for at, char in enumerate(figure) if char.isdigit()][:2]
    at = dice.choice(places)
    digit = dice.choice([str(n) for n in range(1, 10) if str(n) != figure[at]])
    return figure[:at] + digit + figure[at + 1 :]


def table(dice: random.Random) -> tuple[Rows, tuple[int, int]]:
    """A sound table and the cell to change: a total, a share or a change."""
    names = dice.sample(["Ash", "Elm", "Oak", "Yew", "Fir", "Lime", "Beech", "Alder"], dice.randint(4, 7))
    kind = dice.choice(["totals", "shares", "changes"])
    if kind == "totals":
        width = dice.randint(2, 5)
        body = [[dice.randint(3, 900) for _ in range(width)] for _ in names]
        rows = [["School", *(f"Count {n}" for n in range(width))],
                *([name, *(f"{value:,}" for value in row)] for name, row in zip(names, body, strict=True)),
                ["Total", *(f"{sum(row[c] for row in body):,}" for c in range(width))]]  # fmt: skip
        return rows, (len(rows) - 1, dice.randint(1, width))
    if kind == "shares":
        counts = [dice.randint(20, 300) for _ in names]
        rows = [["Outcome", "Pupils", "%"], *([name, str(n), str(percent(n, sum(counts)))]
                for name, n in zip(names, counts, strict=True))]  # fmt: skip
        return rows, (dice.randint(1, len(names)), 2)
    rows = [["Requests", "2020", "2021", "% change"]]
    for name in names:
        old, new = dice.randint(40, 300), dice.randint(40, 300)
        rows.append([name, str(old), str(new), f"{percent(new - old, old, '1'):+}%"])
    return rows, (dice.randint(1, len(names)), 3)


def sentence(dice: random.Random) -> tuple[str, str]:
    """A sound sentence and the figure in it to change."""
    base = dice.randint(120, 900)
    top = dice.randint(20, base - 20)
    share = str(percent(top, base))
    kind = dice.randint(0, 4)
    if kind == 0:
        return f"In the year {top} of {base} pupils ({share}%) were supported.", share
    if kind == 1:
        return f"The share was {share}% [{top} of {base}] in the autumn.", share
    if kind == 2:
        days, rate = dice.randint(20, 190), dice.randint(20, 130)
        return f"The cost is {days} days x £{rate} = £{days * rate:,}", f"{days * rate:,}"
    if kind == 3:
        change = str(percent(base - top, top))
        return f"Requests rose from {top} to {base}, an increase of {change}%.", change
    a, b = dice.randint(5, 40), dice.randint(5, 40)
    c = dice.randint(5, 40)
    return f"Of the {a + b + c} pupils, {a} stayed, {b} moved and the remaining {c} left.", str(a + b + c)


def alarms(results: list[Checked]) -> list[Checked]:
    return [each for each in results if each.finding is not None]


def of_sentence(text: str) -> list[Checked]:
    return [*check_sentences([paragraph(text)]), *check_arithmetic([quote(text)])]


def test_planted_changes_are_found_and_sound_papers_raise_no_alarm() -> None:
    dice = random.Random(20220310)
    caught = 0
    for number in range(CASES):
        if number % 2:
            rows, (row, column) = table(dice)
            assert alarms(list(check_tables([placed(rows)]))) == []
            rows[row][column] = other_digit(rows[row][column], dice)
            found = alarms(list(check_tables([placed(rows)])))
            caught += any(each.printed == rows[row][column] for each in found)
        else:
            text, figure = sentence(dice)
            assert alarms(of_sentence(text)) == [], text
            at = text.rindex(figure) if "=" in text else text.index(figure)
            broken = text[:at] + other_digit(figure, dice) + text[at + len(figure) :]
            caught += bool(alarms(of_sentence(broken)))
    print(f"{caught} of {CASES} planted changes found")
    assert caught >= ENOUGH * CASES
