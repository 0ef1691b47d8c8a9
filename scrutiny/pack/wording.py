"""Room `pack`: patterns put together from phrases, one phrase a line. Knows no phrase itself."""

import re

from scrutiny.language.patterns import pattern_of


def any_of(*phrases: str) -> str:
    """One group of alternatives; a space in a phrase is any white space. The longest phrase that fits is not sought:
    put "report title" before "report"."""
    return f"(?:{'|'.join(_spaced(phrase) for phrase in phrases)})"


def phrase(text: str) -> re.Pattern[str]:
    """A pattern of one phrase, whatever its case, lines taken one by one."""
    return pattern_of(_spaced(text), re.IGNORECASE | re.MULTILINE)


def _spaced(text: str) -> str:
    return text.replace(" ", r"\s+")
