"""Room `statements`: rates per so many."""

from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Rate
from scrutiny.statements.quantities import find_quantities

_PER_MANY = pattern_of(
    r"^\s+(?:[a-z-]+\s+)?(?:per|for\s+every|(?:in|out\s+of)\s+every)\s+(?P<per>100|1,?000|10,?000|100,?000|million)\b"
)
_OPENS = pattern_of(r"^[^;.()]*\(\s*$")


def find_rates(text: str) -> Iterator[Rate]:
    """ "84 of 42,000 young people, a rate of 200 per 100,000": with the only other counts, or those in a bracket."""
    if " per " not in text and "every" not in text:
        return
    quantities = [each for each in find_quantities(text) if not each.is_year]
    for at, rate in enumerate(quantities):
        told = _PER_MANY.match(text[rate.end :])
        if told is None or rate.unit is not Unit.NUMBER:
            continue
        behind = quantities[at + 1 : at + 3]
        bracket = len(behind) == PAIR and _OPENS.match(text[rate.end : behind[0].start])
        others = behind if bracket else [each for each in quantities if each is not rate]
        counts = [each for each in others if each.unit is Unit.NUMBER and not each.mention.figure.places and each.exact]
        if len(counts) == len(others) == PAIR and 0 < counts[0].value < counts[1].value and rate.exact:
            per = Decimal(told["per"].replace(",", "").replace("million", "1000000"))
            yield Rate(part=counts[0], whole=counts[1], rate=rate, per=per)


PAIR = 2
"""The counts that a rate is worked out from."""
