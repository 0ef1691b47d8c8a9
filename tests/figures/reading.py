"""A working as a reader works it out: from its text alone, by the rules of arithmetic."""

import re
from fractions import Fraction

_TOKEN = re.compile(r"\(£?\d[\d,.]*\)|£?\d[\d,]*(?:\.\d+)?|[()+/-]|(?<![a-z])x(?![a-z])")
"""An amount in brackets is negative, as in accounts; words such as "weeks" say nothing."""


def work_out(text: str) -> Fraction:
    """What a working comes to: "-(4 + 5) x 1,000" is -9,000. Raises `ValueError` where it is no arithmetic."""
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    value = _sum(tokens)
    if tokens:
        raise ValueError(f"no arithmetic: {text}")
    return value


def _sum(tokens: list[str]) -> Fraction:
    value = _product(tokens)
    while tokens and tokens[0] in "+-":
        value += _product(tokens) if tokens.pop(0) == "+" else -_product(tokens)
    return value


def _product(tokens: list[str]) -> Fraction:
    value = _factor(tokens)
    while tokens and tokens[0] in "x/":
        value = value * _factor(tokens) if tokens.pop(0) == "x" else value / _factor(tokens)
    return value


def _factor(tokens: list[str]) -> Fraction:
    token = tokens.pop(0)
    if token == "-":
        return -_factor(tokens)
    if token == "(":
        value = _sum(tokens)
        if tokens.pop(0) != ")":
            raise ValueError("a bracket is not closed")
        return value
    value = Fraction(re.sub(r"[£,()]", "", token).rstrip("."))
    return -value if token.startswith("(") else value
