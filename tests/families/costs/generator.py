"""Reports on costs made up with exact truth: the method, the orientation, the wording, the units, the place of the
totals and one wrong figure vary. Each figure that is worked out must be given right or said to be not understood.

    python -m tests.families.costs.generator 300
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from msgspec.structs import replace

from scrutiny.families.costs.read import find_cost_report
from scrutiny.sources import Quote
from scrutiny.tables import Cell
from tests.checks import Rows, placed, quote
from tests.families.costs.workings import assert_comes_to

CENTRES = ["Ash Lodge", "Elm Centre", "Oak House", "Yew Tree", "Lime Court", "Alder Base", "The Mill", "Birch Unit"]
TOTALS = ["Total", "All centres", "Total, all", "Grand total", "All", "Overall total", "Cyfanswm / Total"]
PRICES = ["Each place is funded at {} for a full year.", "A commissioned place costs {} a year.",
          "The price of a place is {} in a full year.", "We pay {} for every place that is open all year."]  # fmt: skip
SPLITS = ["Five twelfths of the year run before September and seven twelfths after.",
          "April to August counts for 5/12 of the year and September to March for 7/12."]  # fmt: skip
WEEKS = ["Weeks left", "Complete weeks left", "Weeks to year end", "Weeks remaining"]
DEDUCTED = ["Deduction", "Amount recovered", "Clawback", "Recoupment", "School's contribution"]
AWPUS = ["AWPU", "Age-weighted unit", "Pupil funding", "Amount for the year"]
PREMIUMS = ["Pupil premium", "Premium", "PP"]
RATES = ["Weekly rate", "Rate per week", "Price a week"]
COSTS = ["Cost", "Cost in the year", "Spend", "Amount paid"]
NETS = ["Net cost", "Net cost to high needs", "Net"]
PAID = ["Contribution", "School contribution", "Contribution of the school", "Charge to the school"]
CAPTIONS = ["Placement costs", "What was paid", "Costs by centre", "Table 3: costs and places", None]


@dataclass
class Made:
    """A report: its table with the exact value of each cell that is worked out (row and column of `rows`), sentences,
    and the cell that was made wrong."""

    rows: Rows
    exact: dict[tuple[int, int], Fraction]
    sentences: list[str]
    kind: str
    caption: str | None = None
    wrong: tuple[int, int] | None = None


def _pounds(value: Fraction, places: int = 0) -> Decimal:
    step = Decimal(1).scaleb(-places)
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(step, ROUND_HALF_UP)


def _show(value: Decimal, style: str, *, negative: bool = False) -> str:
    text = f"{abs(value):,}" if "," in style else f"{abs(value)}"
    text = f"£{text}" if "£" in style else text
    return f"({text})" if negative else text


def _money(label: str, style: str) -> str:
    """A heading with its unit, where the cells do not print one."""
    return label if "£" in style else f"{label} £"


class _Sheet:
    """A table while it is made: columns of labels and figures, exact values where a figure is worked out."""

    def __init__(self, head: list[str]) -> None:
        self.rows: Rows = [head]
        self.exact: dict[tuple[int, int], Fraction] = {}

    def add(self, label: str, cells: Sequence[tuple[str, Fraction | None]], *, first: bool = False) -> None:
        at = 1 if first else len(self.rows)
        if first:
            self.exact = {(row + (row >= 1), column): value for (row, column), value in self.exact.items()}
        self.rows.insert(at, [label, *(text for text, _ in cells)])
        for column, (_, value) in enumerate(cells, start=1):
            if value is not None:
                self.exact[(at, column)] = value

    def turned(self, dice: random.Random) -> tuple[Rows, dict[tuple[int, int], Fraction]]:
        """As it is, or with rows for columns."""
        if dice.random() < 0.5:
            return self.rows, self.exact
        rows = [list(row) for row in zip(*self.rows, strict=True)]
        return rows, {(column, row): value for (row, column), value in self.exact.items()}


def places_split(dice: random.Random) -> Made:
    """Places x price, 5/12 of the year at the old number and 7/12 at the new."""
    style = dice.choice([",", "£,", ""])
    price = dice.choice([6000, 8000, 9600, 10000, 12000])
    head = [
        "Centre",
        "Places Apr-Aug",
        _money("Funding (5/12)", style),
        "Places Sep-Mar",
        _money("Funding (7/12)", style),
        _money("Year", style),
    ]
    sheet = _Sheet(head)
    sums = [Fraction(0)] * 5
    for name in dice.sample(CENTRES, dice.randint(3, 6)):
        old, new = dice.randint(2, 40) * 6, dice.randint(2, 40) * 6
        first, second = Fraction(old * price * 5, 12), Fraction(new * price * 7, 12)
        values = [Fraction(old), first, Fraction(new), second, first + second]
        sums = [one + other for one, other in zip(sums, values, strict=True)]
        sheet.add(name, [(str(old), None), *((_show(_pounds(v), style), v) for v in (first,)), (str(new), None),
                         *((_show(_pounds(v), style), v) for v in (second, first + second))])  # fmt: skip
    cells = [(f"{int(v)}", None) if at in (0, 2) else (_show(_pounds(v), style), v) for at, v in enumerate(sums)]
    sheet.add(dice.choice(TOTALS), cells, first=dice.random() < 0.3)
    rows, exact = sheet.rows, sheet.exact
    said = [dice.choice(PRICES).format(f"£{price:,}"), dice.choice(SPLITS)]
    return Made(rows=rows, exact=exact, sentences=said, kind="places split", caption=dice.choice(CAPTIONS))


def statutory(dice: random.Random) -> Made:
    """(AWPU + pupil premium) x weeks left / 52, in brackets or not, cases as rows or columns."""
    style, brackets = dice.choice([",", "£,", ""]), dice.random() < 0.4
    premium, joined = dice.random() < 0.5, dice.random() < 0.4
    awpu = {"KS3": dice.randint(3800, 5200), "KS4": dice.randint(5201, 6400)}
    weeks = "Weeks left / in year" if joined else dice.choice(WEEKS)
    head = ["Pupil", _money(dice.choice(AWPUS), style), *([_money(dice.choice(PREMIUMS), style)] if premium else []), weeks,
            _money(dice.choice(DEDUCTED), style)]  # fmt: skip
    sheet = _Sheet(head)
    total = Fraction(0)
    for number in range(dice.randint(4, 9)):
        amount, extra, left = (
            awpu[dice.choice(list(awpu))],
            dice.choice([0, 1050]) if premium else 0,
            dice.randint(2, 51),
        )
        value = Fraction((amount + extra) * left, 52)
        shown = _pounds(value)
        total += Fraction(shown)
        sheet.add(
            f"Pupil {'ABCDEFGHJ'[number]}",
            [(_show(Decimal(amount), style), None),
             *([("–" if not extra else _show(Decimal(extra), style), None)] if premium else []),
             (f"{left}/52" if joined else str(left), None), (_show(shown, style, negative=brackets), value)],
        )  # fmt: skip
    blank: list[tuple[str, Fraction | None]] = [("", None)] * (len(head) - 2)
    sheet.add(
        dice.choice(TOTALS),
        [*blank, (_show(_pounds(total), style, negative=brackets), total)],
        first=dice.random() < 0.3,
    )
    rows, exact = sheet.turned(dice)
    said = ["The deduction is the amount for the pupil x complete weeks left / 52.", "Alternative provision follows."]
    return Made(rows=rows, exact=exact, sentences=said, kind="statutory", caption=dice.choice(CAPTIONS))


def rate_and_time(dice: random.Random) -> Made:
    """Places x weeks (or days) x rate."""
    style, places = dice.choice([",", "£,"]), dice.choice([0, 2])
    days = dice.random() < 0.4
    head = ["Provider", "Places", "Days" if days else "Weeks",
            _money("Day rate" if days else dice.choice(RATES), style), _money(dice.choice(COSTS), style)]  # fmt: skip
    sheet = _Sheet(head)
    total, count = Fraction(0), 0
    for name in dice.sample(CENTRES, dice.randint(3, 7)):
        own, time = dice.randint(2, 30), dice.randint(100, 190) if days else dice.randint(12, 39)
        rate = Decimal(dice.randint(60, 140) if days else dice.randint(150, 480)) + (
            Decimal("0.50") if places and dice.random() < 0.3 else 0
        )
        value = Fraction(own * time) * Fraction(rate)
        total, count = total + value, count + own
        rate_text = _show(rate.quantize(Decimal(1).scaleb(-places)), style)
        sheet.add(
            name,
            [(str(own), None), (str(time), None), (rate_text, None), (_show(_pounds(value, places), style), value)],
        )
    sheet.add(dice.choice(TOTALS), [(str(count), None), ("", None), ("", None), (_show(_pounds(total, places), style), total)],
              first=dice.random() < 0.3)  # fmt: skip
    return Made(rows=sheet.rows, exact=sheet.exact, sentences=["Placements are paid for by the week or day."],
                kind="rate x time", caption=dice.choice(CAPTIONS))  # fmt: skip


def cost_per_place(dice: random.Random) -> Made:
    """Place funding and top-up, their total, and the cost of a place."""
    style = dice.choice([",", "£,", ""])
    head = [
        "Centre",
        _money("Place funding", style),
        _money("Top-up", style),
        _money("Total", style),
        "Places",
        "Cost per place £",
    ]
    sheet = _Sheet(head)
    sums = [0, 0, 0]
    for name in dice.sample(CENTRES, dice.randint(3, 6)):
        count = dice.randint(11, 90)
        base, top = count * 10000, dice.randint(40, 900) * 1000
        sums = [sums[0] + base, sums[1] + top, sums[2] + count]
        each = Fraction(base + top, count)
        sheet.add(name, [(_show(Decimal(base), style), None), (_show(Decimal(top), style), None), (_show(Decimal(base + top), style), Fraction(base + top)),
                         (str(count), None), (_show(_pounds(each), style), each)])  # fmt: skip
    base, top, count = sums
    each = Fraction(base + top, count)
    sheet.add(dice.choice(TOTALS), [(_show(Decimal(base), style), Fraction(base)), (_show(Decimal(top), style), Fraction(top)),
              (_show(Decimal(base + top), style), Fraction(base + top)), (str(count), None), (_show(_pounds(each), style), each)],
              first=dice.random() < 0.3)  # fmt: skip
    return Made(rows=sheet.rows, exact=sheet.exact, sentences=["Alternative provision is funded by places and top-ups."],
                kind="cost per place", caption=dice.choice(CAPTIONS))  # fmt: skip


def forecast(dice: random.Random) -> Made:
    """Budget, forecast and variance in £000, with a total; or accounts rolled forward."""
    lines = dice.sample(
        ["Place funding", "Top-ups", "Independent schools", "Transport", "Tuition", "Outreach", "Therapies"],
        dice.randint(4, 6),
    )
    sheet = _Sheet(["£000", "Budget", dice.choice(["Forecast", "Outturn"]), "Variance"])
    sums = [0, 0]
    for name in lines:
        budget = dice.randint(200, 9000)
        spent = budget + dice.randint(-150, 400)
        sums = [sums[0] + budget, sums[1] + spent]
        away = spent - budget
        sheet.add(name, [(f"{budget:,}", None), (f"{spent:,}", None),
                         (_show(Decimal(away), ",", negative=away < 0), Fraction(away))])  # fmt: skip
    away = sums[1] - sums[0]
    sheet.add(dice.choice(["Total", "Total high needs"]), [(f"{sums[0]:,}", Fraction(sums[0])), (f"{sums[1]:,}", Fraction(sums[1])),
              (_show(Decimal(away), ",", negative=away < 0), Fraction(away))])  # fmt: skip
    return Made(rows=sheet.rows, exact=sheet.exact, sentences=["The high needs forecast covers alternative provision."],
                kind="forecast", caption=dice.choice(["High needs budget", "Table 4: outturn", None]))  # fmt: skip


def tuition(dice: random.Random) -> Made:
    """Pupils x hours a week x weeks x what an hour costs."""
    style = dice.choice([",", "£,"])
    head = ["Tutor", "Pupils", "Hours a week", "Weeks", _money("Hourly rate", style), _money(dice.choice(COSTS), style)]
    sheet, total = _Sheet(head), 0
    for name in dice.sample(CENTRES, dice.randint(3, 6)):
        pupils, hours, weeks, rate = (dice.randint(*span) for span in ((2, 12), (5, 25), (6, 39), (24, 45)))
        value = pupils * hours * weeks * rate
        total += value
        counts = [(str(each), None) for each in (pupils, hours, weeks)]
        price = (_show(Decimal(rate), style), None)
        sheet.add(name, [*counts, price, (_show(Decimal(value), style), Fraction(value))])
    blank: list[tuple[str, Fraction | None]] = [("", None)] * 4
    sheet.add(dice.choice(TOTALS), [*blank, (_show(Decimal(total), style), Fraction(total))], first=dice.random() < 0.3)
    return Made(rows=sheet.rows, exact=sheet.exact, sentences=["Tuition is alternative provision paid by the hour."],
                kind="tuition", caption=dice.choice(CAPTIONS))  # fmt: skip


def part_of_year(dice: random.Random) -> Made:
    """What a year costs x months / 12, or x the share of the year that is printed ("2/3")."""
    style, months = dice.choice([",", "£,"]), dice.random() < 0.5
    head = [
        "Placement",
        _money("Cost of a full year", style),
        "Months" if months else "Share",
        _money("Charged", style),
    ]
    sheet, total = _Sheet(head), 0
    for number in range(dice.randint(4, 8)):
        year = dice.randint(4, 20) * 600
        part = Fraction(dice.randint(2, 11), 12) if months else dice.choice([Fraction(1, 3), Fraction(2, 3)])
        value = int(year * part)
        total += value
        shown = str(int(part * 12)) if months else str(part)
        sheet.add(f"Pupil {number + 1}", [(_show(Decimal(year), style), None), (shown, None),
                                          (_show(Decimal(value), style), Fraction(value))])  # fmt: skip
    sheet.add(dice.choice(TOTALS), [("", None), ("", None), (_show(Decimal(total), style), Fraction(total))],
              first=dice.random() < 0.3)  # fmt: skip
    return Made(rows=sheet.rows, exact=sheet.exact, sentences=["A placement is paid for by the part of the year."],
                kind="part of the year", caption=dice.choice(CAPTIONS))  # fmt: skip


PARTS = {"half": Fraction(1, 2), "two thirds": Fraction(2, 3), "one third": Fraction(1, 3)}


def cases(dice: random.Random) -> Made:
    """Pupils by year: year groups or academic years, rows or columns, a part of the first year, contributions positive
    or in brackets, what a year costs written out in sentences."""
    style, brackets, academic = dice.choice([",", "£,", ""]), dice.random() < 0.5, dice.random() < 0.5
    start, groups = dice.randint(2015, 2023), [8, 9, 10, 11]
    joint = dice.choice(["/", "-"])
    years = {start + at: f"{start + at}{joint}{(start + at + 1) % 100:02d}" for at in range(4)}
    costs: dict[int, int] = {}
    said: list[str] = []
    rate, days = dice.randint(70, 130), dice.choice([190, 195])
    weekly = dice.random() < 0.3
    for first, name in years.items():
        rate += dice.randint(3, 9)
        if weekly:
            costs[first] = rate * 5 * 38
            said.append(f"{name}: £{rate * 5} x 38 weeks = £{rate * 5 * 38:,}")
        else:
            costs[first] = rate * days
            said.append(f"In {name} a place cost {days} days x £{rate} = £{rate * days:,}")
    word, part = dice.choice(list(PARTS.items()))
    star = "*" if word == "half" and dice.random() < 0.6 else ""
    said.append(f"The first year is counted as {word} of the cost of a full year.")
    amounts = {"KS3": dice.randint(4000, 5200), "KS4": dice.randint(5201, 6400)}
    statutory_share = dice.random() < 0.5
    labels = [years[first] for first in years] if academic else [f"Year {group}" for group in groups]
    sheet = _Sheet(
        [
            "Pupil",
            *(_money(label, style) for label in labels),
            _money("Total cost", style),
            _money(dice.choice(PAID), style),
            _money(dice.choice(NETS), style),
        ]
    )
    pupils = dice.sample([8, 9, 10, 11], dice.randint(2, 4))
    sums = [Fraction(0)] * 3
    for number, group in enumerate(sorted(pupils)):
        letter = "ABCD"[number]
        stage = "KS3" if group < 10 else "KS4"
        left, top = dice.randint(40, 170), dice.choice([5000, 6000])
        if statutory_share:
            weeks = dice.randint(3, 50)
            paid = Fraction(amounts[stage] * weeks, 52)
            said.append(
                f"Pupil {letter}: the contribution was £{amounts[stage]:,} x {weeks}/52 = £{_pounds(paid, 2):,}."
            )
        else:
            paid = Fraction((amounts[stage] + top) * left, days)
            said.append(
                f"Pupil {letter}: AWPU £{amounts[stage]:,} plus £{top:,} = £{amounts[stage] + top:,} divided by {days} school days = "
                f"£{_pounds(Fraction(amounts[stage] + top, days), 2)} x {left} school days = £{_pounds(paid):,}"
            )
        cells: list[tuple[str, Fraction | None]] = []
        total = Fraction(0)
        for at, own in enumerate(groups):
            if own < group:
                cells.append(("", None))
                continue
            cost = Fraction(costs[start + at])
            value = cost * part if own == group else cost
            shown = _pounds(value, 2 if value.denominator == 2 else 0)
            total += Fraction(shown)
            cells.append((_show(shown, style) + (star if own == group else ""), value))
        shown_paid = _pounds(paid)
        net = total - Fraction(shown_paid)
        places = 2 if total.denominator == 2 else 0
        cells += [(_show(_pounds(total, places), style), total), (_show(shown_paid, style, negative=brackets), paid),
                  (_show(_pounds(net, places), style, negative=net < 0), net)]  # fmt: skip
        sums = [sums[0] + total, sums[1] + Fraction(shown_paid), sums[2] + net]
        sheet.add(f"Pupil {letter} (excluded in Yr {group})", cells)
    blank: list[tuple[str, Fraction | None]] = [("", None)] * 4
    places = 2 if sums[0].denominator == 2 else 0
    sheet.add(
        dice.choice(["All pupils", "Total", "Both pupils" if len(pupils) == 2 else "Grand total"]),
        [*blank, (_show(_pounds(sums[0], places), style), sums[0]), (_show(_pounds(sums[1]), style, negative=brackets), sums[1]),
         (_show(_pounds(sums[2], places), style), sums[2])],
        first=dice.random() < 0.3,
    )  # fmt: skip
    rows, exact = sheet.turned(dice)
    return Made(rows=rows, exact=exact, sentences=said, kind="cases", caption="Costs of placements")


KINDS: tuple[Callable[[random.Random], Made], ...] = (
    places_split, statutory, rate_and_time, cost_per_place, forecast, cases, tuition, part_of_year,
)  # fmt: skip


def make_report(seed: int) -> Made:
    """A report of a kind by the seed; two in three with one wrong figure."""
    dice = random.Random(seed)
    made = dice.choice(KINDS)(dice)
    if dice.random() < 0.67:
        place = dice.choice(sorted(made.exact))
        text = made.rows[place[0]][place[1]]
        spoiled = _spoiled(text, dice)
        if spoiled != text:
            made.rows[place[0]][place[1]] = spoiled
            made.wrong = place
    return made


def _spoiled(text: str, dice: random.Random) -> str:
    """A figure with two digits swapped, or its second digit changed."""
    digits = [at for at, char in enumerate(text) if char.isdigit()]
    if len(digits) < 3:
        return text
    one, other = (digits[0], digits[1]) if dice.random() < 0.5 else (digits[1], digits[2])
    chars = list(text)
    if chars[one] != chars[other] and "0" not in (chars[one], chars[other]):
        chars[one], chars[other] = chars[other], chars[one]
    else:
        chars[digits[1]] = str((int(chars[digits[1]]) + dice.randint(1, 8)) % 10)
    return "".join(chars)


@dataclass
class Score:
    """What came of the figures of a report."""

    right: int = 0
    open: int = 0
    wrong: list[str] = field(default_factory=list)
    found: int = 0
    """Wrong figures that are given right."""
    spoiled: int = 0


def score(made: Made) -> Score:
    """Each figure that is worked out: right, not understood, or wrong."""
    table = placed(made.rows, made.caption)
    texts = ("\n".join((*made.sentences, *(" ".join(row) for row in made.rows))),)
    report = find_cost_report((table.table,), tuple(quote(each) for each in made.sentences), quoted, texts)
    for each in report.lines:
        assert_comes_to(each)
    result = Score(spoiled=made.wrong is not None)
    given = {line.quote.box: line for line in report.lines if line.quote.box is not None}
    cells = [table.table.header, *table.table.rows]
    for (row, column), exact in made.exact.items():
        line = given.get(cells[row][column].box)
        if line is None or line.recomputed is None:
            result.open += 1
            continue
        whole = line.method == "what the total leaves"  # in the digits that are printed
        own = abs(Fraction(line.recomputed)) / 10**line.scale
        pounds = made.kind in PARTED and "." not in line.printed and own == Fraction(_pounds(abs(exact)))
        if pounds or abs(own - abs(exact)) <= (Fraction(1, 2) if whole else Fraction(1, 100)):
            result.right += 1
            result.found += (row, column) == made.wrong
        else:
            result.wrong.append(f"{line.printed}: {line.working}, is {float(exact):.2f} [{line.method}]")
    spoiled = None if made.wrong is None else cells[made.wrong[0]][made.wrong[1]].box
    for finding in report.findings:
        if finding.severity.value in ("error", "warning") and finding.quotes[0].box != spoiled:
            result.wrong.append(f"alarm: {finding.message}")
    return result


PARTED = ("statutory", "places split", "part of the year")
"""Kinds whose amounts come to parts of a penny: a column in whole pounds is worked out in whole pounds."""


def quoted(cell: Cell) -> Quote:
    """A cell as a quote with its place."""
    return replace(quote(cell.text, cell.page), box=cell.box)


def main(count: int) -> None:
    """Prints what came of so many reports."""
    kinds: dict[str, Counter[str]] = {}
    for seed in range(count):
        made = make_report(seed)
        result = score(made)
        own = kinds.setdefault(made.kind, Counter())
        own.update(
            reports=1,
            right=result.right,
            open=result.open,
            wrong=len(result.wrong),
            found=result.found,
            spoiled=result.spoiled,
        )
        for each in result.wrong:
            print(f"seed {seed}, {made.kind}: {each}")
    for kind, own in sorted(kinds.items()):
        print(kind, dict(own))
    print("all", dict(sum(kinds.values(), Counter())))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
