"""Room `exclusions`: what the prose says of vulnerable groups.

Takes sentences in the order of the report, gives a `VulnerableGroup` for each count of pupils that were excluded or
suspended and belong to a group. A sentence that says neither exclusion nor suspension is read beside the one before
it ("Of this figure, 225 …", "This included 3 pupils …"). Shares and rates are not counts and are left.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from msgspec.structs import replace

from scrutiny.families.exclusions.facts import Measure, VulnerableGroup, suspended_in
from scrutiny.families.exclusions.labels import ACADEMIC, find_measure
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

_GROUPS = (
    ("children in need", r"child(?:ren)?\s+in\s+need|CIN\b"),
    ("child protection plan", r"child\s+protection(?:\s+plans?)?|CPP?\s+plans?"),
    ("looked after", r"looked[\s-]+after|\b(?:CLA|LAC)\b|children\s+in\s+care"),
    ("education, health and care plan", r"\bEHC\s?Ps?\b|education,?\s+health\s+and\s+care\s+plans?"),
    ("SEN support", r"\bSEN\s+support\b"),
    ("special educational needs", r"\bSEND?\b(?!\s+support)|special\s+educational\s+needs"),
    ("free school meals", r"free\s+school\s+meals?|\bFSM\b"),
    ("pupil premium", r"pupil\s+premium"),
    ("disadvantaged", r"\bdisadvantaged\b"),
    ("young carers", r"\byoung\s+carers?\b"),
    ("Gypsy, Roma and Traveller", r"\bGypsy\b|\bGRT\b|\bTravellers?\b"),
    ("minority ethnic", r"\b(?:minority\s+ethnic|ethnic\s+minorit)"),
)
"""The groups that inclusion reports count, each as it is said."""

GROUP = pattern_of("|".join(f"(?P<g{at}>{pattern})" for at, (_, pattern) in enumerate(_GROUPS)), re.IGNORECASE)
_WHO = r"(?:pupils?|children|child|young\s+(?:people|person)|students?|learners?)"
_COUNT = pattern_of(
    rf"(?<![\d.,/£%-])(?<!\bYear )(?<!\bYears )(?<!\bStage )(?<!\baged )(?<!\bin )(?<!\bsince )"
    rf"\b(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})\b(?![\d%/:]|\.\d|\s?(?:per\s?cent|%|st\b|nd\b|rd\b|th\b)"
    rf"|\s+(?:months?|years?|weeks?|days?|schools?|terms?)\b)"
    rf"(?=\s+(?:of\s+(?:the\s+|these\s+|those\s+)?)?(?:[\w-]+\s+){{0,4}}?{_WHO}\b|\s+(?:were|was|had|have)\b)",
    re.IGNORECASE,
)
"""Accepts "10 of the pupils", "150 Children in Need pupils", "35 were supported"; rejects "12 months", "in 2021"."""

_WHOLE = pattern_of(r"\d\s+(?:out\s+)?of\s+(?:all\s+)?(?:the|these|those|our)\s+$", re.IGNORECASE)
"""Before the whole that a count is a part of: the 15 of "8 of the 15 pupils permanently excluded had a plan"."""

_GOES_ON = pattern_of(
    r"^(?:of|out\s+of|from|among|amongst)\s+(?:this|these|those|the|that)\b|^this\s+includ|^they\b", re.IGNORECASE
)


def find_groups(sentences: Sequence[Quote]) -> tuple[VulnerableGroup, ...]:
    """Every count of pupils of a group, with what adds up to it where its parts do."""
    found: list[VulnerableGroup] = []
    measure: Measure | None = None
    suspended = suspended_in(sentences)
    waiting: list[VulnerableGroup] = []  # counts of all pupils, wanted only if a group is said to be of them
    for index, sentence in enumerate(sentences):
        said, _ = find_measure(sentence.text, suspended)
        if not said and measure is None:
            continue
        groups = list(GROUP.finditer(sentence.text))
        follows = index > 0 and sentences[index - 1].pdf_page >= sentence.pdf_page - 1
        goes_on = follows and (_GOES_ON.match(sentence.text) is not None or not said)
        if not said and not (measure and goes_on and groups):
            measure = None
            waiting = []
            continue
        measure = said or measure
        text = ACADEMIC.sub(lambda year: "x" * len(year[0]), sentence.text)
        counts = [each for each in _COUNT.finditer(text) if not _WHOLE.search(text[: each.start()])]
        rows = [
            VulnerableGroup(
                groups=_of(sentence.text, counts[at], counts[at + 1] if at + 1 < len(counts) else None, at == 0),
                measure=measure,
                printed=each["count"],
                pupils=Decimal(each["count"].replace(",", "")),
                parts=(),
                quote=sentence,
            )
            for at, each in enumerate(counts)
        ]
        if not groups:
            waiting = rows
            continue
        if waiting and _GOES_ON.match(sentence.text):
            found += waiting
        waiting = []
        found += [row for row in rows if row.groups]
    return tuple(_with_parts(found))


def _of(text: str, count: re.Match[str], following: re.Match[str] | None, first: bool) -> tuple[str, ...]:
    """The groups said after a count and before the next; before the first count where none is said after it."""
    end = following.start() if following else len(text)
    names = _names(text[count.end() : end])
    return names or (_names(text[: count.start()]) if first else ())


def _names(text: str) -> tuple[str, ...]:
    found = (int((match.lastgroup or "")[1:]) for match in GROUP.finditer(text))
    return tuple(dict.fromkeys(_GROUPS[at][0] for at in found))


def _with_parts(rows: list[VulnerableGroup]) -> list[VulnerableGroup]:
    """Counts of several groups, with the counts of one group each that add to them."""
    result = []
    for row in rows:
        parts: tuple[int, ...] = ()
        if len(row.groups) > 1:
            single = [
                at
                for at, other in enumerate(rows)
                if other.measure is row.measure and len(other.groups) == 1 and other.groups[0] in row.groups
            ]
            for count in range(2, len(row.groups) + 1):
                for chosen in combinations(single[:8], count):
                    named = {rows[at].groups[0] for at in chosen}
                    if len(named) == count and sum(rows[at].pupils or 0 for at in chosen) == row.pupils:
                        parts = chosen
        result.append(replace(row, parts=parts))
    return result
