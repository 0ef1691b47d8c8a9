"""Room `products`: what the commands of this tool say of a paper, as `verify` reads it.

Takes an open paper, says whether a claim of a summary is one that a command makes of this paper: the same sentence, or
the same row with the same figures. What is recomputed there is the tool's own, and no figure of the paper's; a row in
which one figure was changed is another row. Nothing is made before a summary says something in the words or with the
columns of a command, and then only what that command makes.
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scrutiny.errors import ScrutinyError
from scrutiny.paper import OpenPaper
from scrutiny.products.summaries import claims_of_form
from scrutiny.products.verifying import Claim
from scrutiny.sheets import Format, render
from scrutiny.tables.roles import find_period

OWN = "this tool says so of this paper"
"""The working of what a command of this tool counts or works out."""

DATA = (Format.JSON, Format.CSV)
READING = (Format.MARKDOWN,)


class OwnWords:
    """The claims of the tool's own reports on one paper."""

    def __init__(self, paper: OpenPaper, claims: Sequence[Claim]) -> None:
        self._paper, self._of = paper, claims
        self._made_by: dict[str, frozenset[tuple[str, Format]]] = {}
        self._known: dict[tuple[str, Format], frozenset[object]] = {}

    def hold(self, claim: Claim) -> bool:
        """Whether a command that may have written its summary says the same of this paper."""
        if claim.summary not in self._made_by:
            self._made_by[claim.summary] = self._writers(claim.summary)
        made_by = sorted(self._made_by[claim.summary])
        return any(_key(claim) in self._claims(command, form) for command, form in made_by)

    def _writers(self, summary: str) -> frozenset[tuple[str, Format]]:
        """The commands that may have written a summary: by the columns of its tables, or because it counts as the
        brief does, or has the tables of several commands as the brief does."""
        own = [claim for claim in self._of if claim.summary == summary]
        found = {each for columns in {claim.columns for claim in own if claim.row} for each in _commands_with(columns)}
        several = len({command for command, form in found if form in READING}) >= SEVERAL
        if several or any(not claim.row and _COUNTED.search(claim.text) for claim in own):
            found.add(("brief", Format.MARKDOWN))
        return frozenset(found)

    def _claims(self, command: str, form: Format) -> frozenset[object]:
        known = self._known.get((command, form))
        if known is None:
            known = self._known[command, form] = self._made(command, form)
        return known

    def _made(self, command: str, form: Format) -> frozenset[object]:
        from scrutiny.products.catalogue import makers

        make = makers().get(command)
        if make is None:
            return frozenset()  # a command that asks for more than a paper
        try:
            text = render(make(self._paper, form), form).decode("utf-8")
        except ScrutinyError:
            return frozenset()  # it finds nothing of the kind in this paper
        suffix = {Format.JSON: ".json", Format.CSV: ".csv"}.get(form, ".md")
        return frozenset(_key(claim) for claim in claims_of_form(command, suffix, text))


_COUNTED = re.compile(
    r"\bFrom\s.+\(\d+\s+pages?\)|^\W*No\s+figure\s+could\s+be\s+checked;|^\W*\d+\s+(?:more\s+)?(?:figures?|recommendations?|actions?|items?|placements?|decisions?|"
    r"papers?|permanent)\b|;\s+\d+\s+more\s+in\s+the\s+annex"
)
"""Accepts "7 items of business, 4 papers", as the brief says it."""


def _key(claim: Claim) -> object:
    """What tells one claim from another: its words and all figures of its row."""
    beside = tuple(sorted(each.printed for each in claim.beside)) if claim.row else ()
    return " ".join(claim.text.split()).casefold(), claim.numeral.printed, beside


@functools.cache
def _commands_with(columns: frozenset[str]) -> frozenset[tuple[str, Format]]:
    """The commands and formats that print a table with these columns: for programs all of them are the command's, for
    people some are the paper's own, as the measures of panels, but not all. The briefing is known by its sentences: its
    tables for people have the headings of all others."""
    fixed = frozenset(name for name in columns if name and name != "table" and find_period(name) is None)
    found = {(command, form) for command, (names, _) in _columns().items() if fixed and fixed <= names for form in DATA}
    shared = Counter(heading for _, headings in _columns().values() for heading in headings)
    for command, (_, headings) in _columns().items():
        if command != "brief" and any(shared[heading] <= SHARED for heading in fixed & headings):
            found |= {(command, form) for form in READING}
    return frozenset(found)


SEVERAL = 3
"""Commands whose tables only the brief has in one text."""

SHARED = 4
"""Commands that have a heading in common which still tells who printed it: "School", not "Page"."""


@functools.cache
def _columns() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """For each command the names and the headings of its tables' columns."""
    from scrutiny.products.catalogue import layouts

    return {
        command: (
            frozenset(column.name for layout in own for column in layout.columns),
            frozenset(column.heading for layout in own for column in layout.columns),
        )
        for command, own in layouts().items()
    }
