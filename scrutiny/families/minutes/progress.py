"""Room `families/minutes`: what a paper says became of earlier actions.

Takes the items of a set of minutes and the rows of its logs, gives what is `Told` of earlier actions: done, under way,
outstanding or dropped, with the words that say so. Only what stands under matters arising, the last minutes or a list
of actions is read; a sentence that says both or neither is left.
"""

import re
from collections.abc import Iterable

from scrutiny.families.minutes.facts import LogRow, Progress, Told
from scrutiny.families.minutes.outcomes import AHEAD, DONE, DROPPED, OPEN, WAY
from scrutiny.families.minutes.structure import Business
from scrutiny.language.patterns import pattern_of

_BACK = pattern_of(
    r"\b(?:arising|minutes|actions?\s+from|action\s+(?:log|list|tracker|points)|outstanding|(?:previous|last)\s+meeting|progress\s+on\s+actions)\b",
    re.IGNORECASE,
)


def progress_of(sentence: str) -> Progress | None:
    """What a sentence reports of an earlier action; None where it says nothing for certain."""
    if waits := _ANSWER_AWAITED.search(sentence):
        sentence = sentence[: waits.start()]  # what was to be done is done; the answer is another's to give
    if DROPPED.search(sentence):
        return Progress.SUPERSEDED
    if OPEN.search(sentence):
        return Progress.OUTSTANDING if not DONE.search(OPEN.sub("", sentence)) or _STILL.search(sentence) else None
    if WAY.search(sentence):
        return Progress.IN_PROGRESS
    return Progress.COMPLETED if DONE.search(sentence) and not AHEAD.search(sentence) else None


_ANSWER_AWAITED = pattern_of(
    r"[,;]?\s+(?:and|but)\s+(?:(?:an?|the|their|his|her|its|any)\s+)?(?:\w+\s+)?(?:repl(?:y|ies)|responses?|answers?)\s+"
    r"(?:is|are|was|were)\s+(?:still\s+|now\s+)?awaited\b"
    r"|[,;]?\s+(?:and|but)\s+(?:\w+\s+){0,2}?(?:is|are|was|were)\s+(?:still\s+|now\s+)?awaiting\s+(?:\w+\s+){0,2}?"
    r"(?:repl(?:y|ies)|responses?|answers?)\b",
    re.IGNORECASE,
)
"""Accepts "and a reply was awaited" behind what was done; rejects "A reply was awaited" alone."""

_STILL = pattern_of(
    r"\b(?:outstanding|not\s+(?:yet\s+)?(?:been\b|\w+ed\b)|still\s+(?:to|await\w*|wait\w*)|yet\s+to|awaited)\b",
    re.IGNORECASE,
)


def find_told(business: Iterable[Business], rows: Iterable[LogRow]) -> tuple[Told, ...]:
    """All that a paper reports on earlier actions, in order."""
    told = [
        Told(text=one.text, said=one.text, progress=progress, pages=one.block.pages)
        for item in business
        if _BACK.search(item.item.title)
        for passage in item.passages
        for one in passage.utterances
        if (progress := progress_of(one.text)) is not None
    ]
    told += [
        Told(text=row.text, said=said, progress=row.progress, pages=(row.page,), number=row.number)
        for row in rows
        if (said := row.update or row.status) and row.progress is not Progress.OPEN
    ]
    return tuple(told)
