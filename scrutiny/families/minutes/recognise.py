"""Room `families/minutes`: whether what a paper holds is still to be decided, and whether it answers questions.

Takes the text of its pages. Which papers are minutes, notices or logs, `pack` says; of those of no known kind that label
actions of their own, they themselves.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scrutiny.language.actors import BODIES, with_plurals
from scrutiny.language.patterns import pattern_of

_AHEAD = r"(?:proposed|draft|provisional|intended|forthcoming|future|pending)"
_KINDS_OF_IT = r"(?:(?:formal|key|non-?key|executive|officer|delegated|cabinet|member|individual|urgent)\s+){0,3}"
_PROPOSED = pattern_of(
    rf"\b{_AHEAD}\s+{_KINDS_OF_IT}(?:records?|notices?|statements?|schedules?|lists?|summary)\s+of\s+{_KINDS_OF_IT}decisions?\b"
    rf"|\b{_AHEAD}\s+{_KINDS_OF_IT}decisions?\b|\bdecisions?\s+(?:(?:is|are)\s+)?(?:due\s+)?to\s+be\s+(?:taken|made|considered)\b"
    r"|\b(?:notice|statement)\s+of\s+(?:intention|intent|(?:an?\s+)?intended)\b",
    re.IGNORECASE,
)
_HELD = pattern_of(r"\bminutes\b|\b(?:meeting|held)\b.{0,40}\b(?:held|on|at)\b", re.IGNORECASE)
"""What heads the record of a meeting that has been, though it be a draft."""

QUESTION = pattern_of(r"[^\w\n]*(?:Supplementary\s+)?Question\s+(?:\d+|from|by)\b", re.IGNORECASE)
"""What a line begins with."""
_QUESTIONS = pattern_of(rf"\n{QUESTION.pattern}", re.IGNORECASE)
"""Behind the end of the line before: such places are found without trying each letter of a long paper."""
ANSWER = pattern_of(r"^[^\w\n]*(?:[A-Z][\w’']*\s+){0,3}(?:Answer|Response|Reply)s?\s*:?$", re.MULTILINE)
"""A heading of its own: "Answer", "The Leader's Response:"."""

HEAD_ROWS = 8
LONGEST_ROW = 160


def is_proposed(texts: Sequence[str]) -> bool:
    """Whether the paper's own heading says that what it holds is still to be decided; draft minutes record."""
    rows = [row.strip() for row in texts[0].splitlines() if row.strip()][:HEAD_ROWS] if texts else []
    prose = next((at for at, row in enumerate(rows) if row.endswith(".")), len(rows))
    head = rows[:prose]
    if any(_HELD.search(row) for row in head):
        return False
    said = [*head, *(f"{one} {two}" for one, two in pairwise(head))]
    return any(len(row) < LONGEST_ROW and _PROPOSED.search(row) for row in said)


_TASK = pattern_of(r"^[^\w\n]*(?:Actions?|ACTIONS?)(?:\s?\d{1,3})?\s?:\s+\S+\s+\S", re.MULTILINE)
_MET = pattern_of(
    rf"\b(?:{'|'.join(sorted(one.capitalize() for one in with_plurals(BODIES)))}|Members)\s+(?:\w+\s+)?(?:agreed|resolved|noted|discussed|met)\b"
)
FEWEST_TASKS = 3
"""Labels of its own by which a paper of no known kind, in which a body met or agreed something, shows that it is minutes."""


def marks_actions(texts: Sequence[str]) -> bool:
    """Whether the pages tell of a meeting and label its actions, whatever heads them."""
    whole = "\n".join(texts)
    return len(_TASK.findall(whole)) >= FEWEST_TASKS and _MET.search(whole) is not None


def is_answers(texts: Sequence[str]) -> bool:
    """Whether the pages hold questions and their answers, which may promise something."""
    whole = "\n".join(("", *texts))
    return len(_QUESTIONS.findall(whole)) >= 2 and len(ANSWER.findall(whole)) >= 2
