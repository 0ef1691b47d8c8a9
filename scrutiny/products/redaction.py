"""Room `products`: what a briefing leaves out because it was asked to.

Takes the words of `--redact`, gives a `Redaction` that says of a text, a page and a part whether it may be shown.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from scrutiny.errors import UsageError
from scrutiny.families import all_families
from scrutiny.families.family import Redactable
from scrutiny.language.patterns import pattern_of

LEFT_OUT = "[left out]"

SMALL = 5
"""Counts from 1 to 4 are hidden: the commonest rule for pupils. `exclusions --suppress-below` takes any other."""

_RANGE = pattern_of(r"^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?$")
_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev(?:erend)?)"
_NAME = r"(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}"
_PERSON = pattern_of(rf"\b{_TITLE}\.?\s+{_NAME}(?:(?:,|\s+and)\s+{_NAME})*")
"""A person as papers name one: with a title before the name. A name without one is not seen."""

PICTURES, PEOPLE, FIGURES, SMALL_NUMBERS = "pictures", "people", "figures", "small-numbers"

_GENERAL = (
    Redactable(name=PICTURES, meaning="the pictures of the lines"),
    Redactable(name=PEOPLE, meaning="owners, authors and who asked; names after Councillor, Mr, Mrs, Ms, Dr"),
    Redactable(name=FIGURES, meaning="the figures that do not add up"),
)


def redactables() -> tuple[Redactable, ...]:
    """Everything that can be left out by name: the general ones, and what each family can leave out."""
    return (*_GENERAL, *(each for family in all_families() for each in family.redactables))


class Redaction(Struct, frozen=True, kw_only=True):
    """What is left out: by name, printed page numbers, and words wherever they stand."""

    leave: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @staticmethod
    def parse(asked: Sequence[str]) -> "Redaction":
        """From "people", "pages=15-20", "words=TEXT". Raises `UsageError` for anything else."""
        known = [each.name for each in redactables()]
        leave: set[str] = set()
        pages: set[str] = set()
        words: list[str] = []
        for each in asked:
            name, sign, value = each.partition("=")
            if name == "pages" and (match := _RANGE.match(value.strip())):
                first, last = int(match[1]), int(match[2] or match[1])
                pages.update(str(page) for page in range(first, last + 1))
            elif name == "words" and value.strip():
                words.append(value.strip())
            elif not sign and name in known:
                leave.add(name)
            else:
                raise UsageError(
                    f"invalid value for --redact: {each}",
                    advice=f"Choose {', '.join(known)}, or write pages=15-20 or words=TEXT.",
                )
        return Redaction(leave=frozenset(leave), pages=frozenset(pages), words=tuple(words), asked=tuple(asked))

    def leaves(self, name: str) -> bool:
        """Whether something is left out by name."""
        return name in self.leave

    def hides(self, text: str) -> bool:
        """Whether something in the text must not be shown."""
        return self.blank(text) != text

    def blank(self, text: str) -> str:
        """The text with what must not be shown left out."""
        for word in self.words:
            pattern = r"\s+".join(re.escape(piece) for piece in word.split())
            text = re.sub(pattern, LEFT_OUT, text, flags=re.IGNORECASE)
        return _PERSON.sub(LEFT_OUT, text) if PEOPLE in self.leave else text
