"""Room `products`: what a briefing leaves out because it was asked to.

Takes the words of `--redact`, gives a `Redaction` that says of a text, a page and a part whether it may be shown.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

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
    """What is left out: by name, printed page numbers by how each run was asked for, and words wherever they stand."""

    leave: frozenset[str] = frozenset()
    pages: tuple[tuple[str, frozenset[str]], ...] = ()
    words: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @staticmethod
    def parse(asked: Sequence[str]) -> "Redaction":
        """From "people", "pages=15-20", "words=TEXT". Raises `UsageError` for anything else."""
        known = [each.name for each in redactables()]
        leave: set[str] = set()
        pages: dict[str, frozenset[str]] = {}
        words: list[str] = []
        for each in asked:
            name, sign, value = each.partition("=")
            match = _RANGE.match(value.strip()) if name == "pages" else None
            if match and 1 <= (first := int(match[1])) <= (last := int(match[2] or first)):
                pages[each] = frozenset(map(str, range(first, last + 1)))
            elif name == "words" and value.strip():
                words.append(value.strip())
            elif not sign and name in known:
                leave.add(name)
            else:
                raise UsageError(
                    f"invalid value for --redact: {each}",
                    advice=f"Choose {', '.join(known)}, or write pages=15-20 or words=TEXT.",
                )
        return Redaction(leave=frozenset(leave), pages=tuple(pages.items()), words=tuple(words), asked=tuple(asked))

    def leaves(self, name: str) -> bool:
        """Whether something is left out by name."""
        return name in self.leave

    def leaves_page(self, number: str) -> bool:
        """Whether the page with a printed number is left out."""
        return any(number in run for _, run in self.pages)

    def check_pages(self, numbers: AbstractSet[str]) -> None:
        """Raises `UsageError` for pages that none of the papers has: nothing would be left out, and said to be."""
        for asked, run in self.pages:
            if not run & numbers:
                raise UsageError(
                    f"no page to leave out: --redact {asked}",
                    advice="Write the numbers that are printed on the pages; where none is, PDF pages count from 1.",
                )

    def hides(self, text: str) -> bool:
        """Whether something in the text must not be shown."""
        return self.blank(text) != text

    def blank(self, text: str) -> str:
        """The text with what must not be shown left out."""
        for word in self.words:
            pattern = r"\s+".join(re.escape(piece) for piece in word.split())
            text = re.sub(pattern, LEFT_OUT, text, flags=re.IGNORECASE)
        return _PERSON.sub(LEFT_OUT, text) if PEOPLE in self.leave else text
