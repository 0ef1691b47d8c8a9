"""Room `registers`: what a briefing leaves out because it was asked to.

Takes the words of `--redact`, gives a `Redaction` that says of a text, a page and a part whether it may be shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny.errors import UsageError

LEFT_OUT = "[left out]"

SMALL = 5
"""Counts from 1 to 4 are hidden: the commonest rule for pupils. `exclusions --suppress-below` takes any other."""

_RANGE = re.compile(r"^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?$")
_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev(?:erend)?)"
_NAME = r"(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}"
_PERSON = re.compile(rf"\b{_TITLE}\.?\s+{_NAME}(?:(?:,|\s+and)\s+{_NAME})*")
"""A person as papers name one: with a title before the name. A name without one is not seen."""


class Leave(StrEnum):
    """What can be left out by name. The docstring of each is its line in the README."""

    PICTURES = "pictures"
    """the pictures of the lines"""
    PEOPLE = "people"
    """owners, authors and who asked; names after Councillor, Mr, Mrs, Ms, Dr"""
    SMALL_NUMBERS = "small-numbers"
    """counts from 1 to 4 in the tables of exclusions, and what would give them away"""
    RESOLUTIONS = "resolutions"
    """what was resolved"""
    ACTIONS = "actions"
    """what is still open"""
    RECOMMENDATIONS = "recommendations"
    """what the reports recommend"""
    EXCLUSIONS = "exclusions"
    """exclusions at a glance"""
    COSTS = "costs"
    """what a placement costs"""
    FIGURES = "figures"
    """the figures that do not add up"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What is left out: by name, printed page numbers, and words wherever they stand."""

    leave: frozenset[Leave] = frozenset()
    pages: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @staticmethod
    def parse(asked: Sequence[str]) -> "Redaction":
        """From "people", "pages=15-20", "words=TEXT". Raises `UsageError` for anything else."""
        leave: set[Leave] = set()
        pages: set[str] = set()
        words: list[str] = []
        for each in asked:
            name, sign, value = each.partition("=")
            if name == "pages" and (match := _RANGE.match(value.strip())):
                first, last = int(match[1]), int(match[2] or match[1])
                pages.update(str(page) for page in range(first, last + 1))
            elif name == "words" and value.strip():
                words.append(value.strip())
            elif not sign and name in list(Leave):
                leave.add(Leave(name))
            else:
                raise UsageError(
                    f"--redact {each}: there is no such thing to leave out",
                    advice=f"Say one of {', '.join(Leave)}, or pages=15-20, or words=TEXT.",
                )
        return Redaction(leave=frozenset(leave), pages=frozenset(pages), words=tuple(words), asked=tuple(asked))

    def leaves(self, what: Leave) -> bool:
        return what in self.leave

    def hides(self, text: str) -> bool:
        """Whether something in the text must not be shown."""
        return self.blank(text) != text

    def blank(self, text: str) -> str:
        """The text with what must not be shown left out."""
        for word in self.words:
            pattern = r"\s+".join(re.escape(piece) for piece in word.split())
            text = re.sub(pattern, LEFT_OUT, text, flags=re.IGNORECASE)
        return _PERSON.sub(LEFT_OUT, text) if Leave.PEOPLE in self.leave else text
