"""How many rows of a table a sentence says are red, amber or green."""

from itertools import product

from scrutiny.checks.rated import check_rated
from scrutiny.figures.verdicts import Status
from scrutiny.language.numerals import ONES
from tests.checks import placed, quote

COLOURS = ("Green", "Green", "Amber", "Green", "Red", "Green", "Amber", "Green")
TABLE = [["Measure", "Result", "Rating"], *[[f"Pier {at}", f"{at * 7}%", c] for at, c in enumerate(COLOURS, 1)]]
OTHER = [["Boat", "Rating"], *[[f"Boat {at}", "Red"] for at in range(5)]]
RIGHT = {"green": 5, "amber": 2, "red": 1}
FORMS = (
    "{} of the 8 measures are {}.", "{} out of eight piers were rated {} in the year.",
    "Of the eight measures {} are now {}.", "Of 8 measures {} is {}.",
)  # fmt: skip


def _said(text: str, *tables: list[list[str]]) -> list[Status]:
    return [each.status for each in check_rated([placed(rows) for rows in tables or (TABLE, OTHER)], [quote(text)])]


def test_rows_of_a_colour_are_counted() -> None:
    for form, colour, wrong, worded in product(FORMS, RIGHT, (-1, 0, 1, 2), (False, True)):
        count = RIGHT[colour] + wrong
        text = form.format(ONES[count] if worded else count, colour)
        expected = [Status.ERROR if wrong else Status.OK]
        assert _said(text[:1].upper() + text[1:]) == expected, (text, wrong)
    assert _said("Of the eight measures, five are green, two amber and one red.") == [Status.OK] * 3
    assert Status.ERROR in _said("Of the eight measures, four are green, two amber and one red.")
    assert _said("All five are red.") == [Status.OK]


def test_what_is_of_another_time_or_table_says_nothing() -> None:
    for text in (
        "Four of the 8 measures were green last year.", "Four of the nine measures are green.",
        "Four of the 8 measures are not green.", "Four of the 8 measures are green or amber.",
        "Four of the 8 measures moved from red to green.", "Four measures are green.",
        "At least four of the 8 measures are green.", "Four of the 8 measures are green, up from two.",
    ):  # fmt: skip
        assert not _said(text), text
    assert not _said("Four of the 8 measures are green.", TABLE, TABLE), "which of two tables is not said"
