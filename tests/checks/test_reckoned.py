"""What a sentence reckons from a line of a table that its figures prove, whatever the sentence calls the line."""

from scrutiny.checks.named import check_named
from tests.checks import paragraph, placed

BUDGETS = placed(
    [
        ["Service", "Budget £000", "Actual £000", "Variance £000"], ["Ferries", "4,310", "4,402", "92"],
        ["Piers", "18,245", "16,871", "(1,374)"], ["Slipways", "2,940", "3,217", "277"],
        ["Moorings", "1,655", "1,588", "(67)"], ["Total", "27,150", "26,078", "(1,072)"],
    ],
    "Table 1: Budget and spending (brackets show an underspend)",
)  # fmt: skip


def told_wrong(text: str) -> list[str]:
    return [each.printed for each in check_named([BUDGETS], [paragraph(text)]) if each.finding]


def test_a_line_is_proven_by_how_far_it_lies_from_its_budget() -> None:
    for form, right, wrongs in (
        ("The jetties cost {}, £1.374m less than was budgeted.", "£16.871m", ("£16.971m",)),
        ("What was spent on the ramps was {}, £277,000 over budget.", "£3,217,000", ("£3,271,000",)),
        ("The jetties were underspent by £1.374m ({}).", "7.5%", ("8.1%",)),
        ("The ramps cost £277,000 more than planned ({}).", "9.4%", ("8.6%",)),
    ):
        assert told_wrong(form.format(right)) == [], form
        for wrong in wrongs:
            assert told_wrong(form.format(wrong)) == [wrong], form.format(wrong)
    for right, wrong in (("underspent", "overspent"), ("below budget", "above budget")):
        assert told_wrong(f"The jetties ended {right} by £1.374m.") == []
        assert told_wrong(f"The jetties ended {wrong} by £1.374m.") == ["£1.374m"]
