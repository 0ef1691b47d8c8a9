"""Room `statements`: which figures can be the ends of one move, and which the change between them."""

from decimal import Decimal

from scrutiny.statements.model import Quantity


def may_be(percent: Decimal, new: Decimal, old: Decimal) -> bool:
    """Whether a change from one sentence to the next is near what the figures give: the older figure may be one of
    another thing ("There were 34 in the quarter. It fell by 20% from 150 in the year")."""
    true = abs(new - old) * 100 / old if old else Decimal(0)
    return true <= 2 * abs(percent) and abs(percent) <= 2 * true


def is_amount(change: Quantity, new: Quantity) -> bool:
    return change.unit is new.unit and not change.is_share and change.exact


def is_steady(each: Quantity) -> bool:
    return each.exact and not each.is_year


def are_comparable(old: Quantity, new: Quantity) -> bool:
    return old.unit is new.unit and _more_than_is_all(old) and not old.is_year


def _more_than_is_all(quantity: Quantity) -> bool:
    """Whether nothing makes a figure rough but the "more than" that compares it."""
    return not quantity.mention.share and quantity.mention.about in (
        None, "more than", "less than", "fewer than", "over", "under",
    )  # fmt: skip


def is_told_as_share(quantity: Quantity) -> bool:
    """A figure in percent or points; of words, a fraction ("a quarter", "two thirds") but not "half"."""
    return quantity.is_share and not (quantity.mention.share and quantity.printed.lower() == "half")
