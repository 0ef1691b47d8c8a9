"""Room `checks`: how many rows of a table a sentence says are red, amber or green.

Takes the tables and the sentences of one document. A sentence is of a table where it says of how many ("five of the
eight indicators are green") and only one table with a column of colours has so many rows. What it says of another
time, of a change, or of what is not so is left.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.ratings import colours_in
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)}|all|none)"
_BASE = pattern_of(
    rf"\b(?:of|out\s+of)\s+(?:the\s+|our\s+|its\s+)?(?P<base>\d{{1,3}}|{'|'.join(NUMBER_WORDS)})\b(?!\s*%|[.,]\d)"
    r"|\ball\s+(?P<all>\d{1,3}|" + "|".join(NUMBER_WORDS) + r")\b",
    re.IGNORECASE,
)
_RATED = pattern_of(
    rf"\b(?P<count>{_NUMBER})\b(?!\s*%|[.,]\d)(?:\s+(?:of|out\s+of)\s+(?:the\s+|our\s+|its\s+)?\w+(?:\s+(?!(?:is|are|was|were)\b)[a-zA-Z]+){{0,4}})?"
    r"(?:\s+(?:key\s+)?(?:indicators?|measures?|KPIs?|targets?|actions?|milestones?|projects?|risks?|areas?))?"
    r"(?:\s+(?:is|are|was|were|stands?|stood|has\s+been|have\s+been))?(?:\s+(?:now|currently|rated|shown|reported|marked|at|as|in))*"
    r"\s+[‘'“\"]?(?P<colour>green|amber|red)\b(?!\s*(?:or|/|to|and)\s*[‘'“\"]?(?:green|amber|red))",
    re.IGNORECASE,
)
_OTHERWISE = pattern_of(
    r"\b(?:not|no\s+longer|last|previous\w*|earlier|ago|compared|than|from|moved|turned|became|changed|will|would|should|"
    r"expected|forecast|might|could|up|down|until|since|other|except|another|at\s+least|over|about|around|nearly|almost)\b",
    re.IGNORECASE,
)


def check_rated(tables: Sequence[PlacedTable], sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every number of rows of a colour."""
    columns = [colours for each in tables if (colours := colours_in(each)) is not None]
    for sentence in sentences if columns else ():
        text = sentence.text
        base = {_value(match["base"] or match["all"]) for match in _BASE.finditer(text)}
        own = [colours for colours in columns if len(base) == 1 and len(colours) in base]
        if len(own) != 1 or _OTHERWISE.search(text):
            continue
        colours = own[0]
        for match in _RATED.finditer(text):
            printed, colour = match["count"], match["colour"].lower()
            count = {"all": len(colours), "none": 0}.get(printed.lower())
            count = _value(printed) if count is None else count
            true = sum(each.value == colour for each in colours)
            yield judged(
                Check.STATED_TWICE, count == true, sentence, printed=printed, expected=str(true),
                working=f"{true} of the {len(colours)} rows are {colour}",
                message=f"printed {printed}, {true} of the {len(colours)} rows are {colour}",
            )  # fmt: skip


def _value(printed: str) -> int:
    return int(printed) if printed.isdigit() else NUMBER_WORDS[printed.lower()]
