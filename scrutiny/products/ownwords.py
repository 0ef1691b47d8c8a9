"""Room `products`: what the commands of this tool say of a paper, as `verify` reads it.

Takes an open paper, says whether a claim of a summary is one that a command makes of this paper: the same sentence, or
the same row with the same figures. Only what the words or columns of a summary point at is made, and only then.
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scrutiny.errors import ScrutinyError
from scrutiny.language.patterns import pattern_of
from scrutiny.paper import OpenPaper
from scrutiny.products.grids import Confidence
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
        tables = {each for columns in {claim.columns for claim in own if claim.row} for each in _commands_with(columns)}
        found = {(command, form) for command, form, others in tables if self._gives(others)}
        several = len({command for command, form, _ in tables if form in READING}) >= SEVERAL
        form = Format.HTML if summary.endswith((".html", ".htm")) else Format.MARKDOWN
        said = [claim.text for claim in own if not claim.row]
        if several or any(map(_COUNTED.search, said)):
            found.add(("brief", form))
        if any(map(_CAPTION.search, said)):
            found.add(("tables", form))
        return frozenset(found)

    def _gives(self, names: frozenset[str]) -> bool:
        """Whether the paper can have given a table of ours the names of its columns: most of them are there."""
        return not names or 2 * sum(map(self._prints, names)) > len(names)

    def _prints(self, name: str) -> bool:
        """Whether a name is made of whole cells and captions of the paper's tables, as a heading below another is."""
        words = _words(name)
        ends = {0}
        for end in range(1, len(words) + 1):
            ends |= {end} if any(words[start:end] in self._printed for start in ends) else set()
        return len(words) in ends

    @functools.cached_property
    def _printed(self) -> frozenset[tuple[str, ...]]:
        tables = [table for document in self._paper.documents for table in document.tables]
        cells = (cell.text for table in tables for row in (table.header, *table.rows) for cell in row)
        return frozenset(map(_words, (*cells, *(table.caption or "" for table in tables))))

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
        suffix = {Format.JSON: ".json", Format.CSV: ".csv", Format.HTML: ".html"}.get(form, ".md")
        return frozenset(_key(claim) for claim in claims_of_form(command, suffix, text))


_COUNTED = pattern_of(
    r"\bFrom\s.+\(\d+\s+pages?\)|^\W*No\s+figure\s+could\s+be\s+checked;|^\W*\d+\s+(?:more\s+)?(?:figures?|recommendations?|actions?|items?|placements?|decisions?|"
    r"papers?|permanent)\b|;\s+\d+\s+more\s+in\s+the\s+annex"
)
"""Accepts "7 items of business, 4 papers", as the brief says it."""


_CAPTION = pattern_of(rf"^\W*Table\s+\d+,\s+page\s.*\((?:{'|'.join(Confidence)})\)\W*$")
"""Accepts "Table 2, page 7: Berths (proven)", as a table is headed for people."""


def _key(claim: Claim) -> object:
    """What tells one claim from another: its words and all figures of its row."""
    beside = tuple(sorted(each.printed for each in claim.beside)) if claim.row else ()
    return " ".join(claim.text.split()).casefold(), claim.numeral.printed, beside


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


@functools.cache
def _commands_with(columns: frozenset[str]) -> frozenset[tuple[str, Format, frozenset[str]]]:
    """The commands and formats that may print a table with these columns, each with those that are not its own: for
    programs there are none, for people some may be the paper's, as the measures of panels, but not all: where most are,
    they are to be looked for there. The briefing is known by its sentences: its tables for people have the headings of
    all others."""
    fixed = frozenset(name for name in columns if name and name != "table" and find_period(name) is None)
    none = frozenset[str]()
    data = [command for command, (names, _) in _columns().items() if fixed and fixed <= names]
    found = {(command, form, none) for command in data for form in DATA}
    shared = Counter(heading for _, headings in _columns().values() for heading in headings)
    for command, (_, headings) in _columns().items():
        if command not in OF_OTHERS and any(shared[heading] <= SHARED for heading in fixed & headings):
            others = fixed - headings if 2 * len(fixed & headings) < len(fixed) else none
            found |= {(command, form, others) for form in READING}
    return frozenset(found)


OF_OTHERS = ("brief", "tables")
"""Commands whose tables for people have the headings of others: of all commands, or of the paper."""

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
