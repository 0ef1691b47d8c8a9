"""Room `families/minutes`: whether a paper of unknown kind is minutes, a notice of decisions or a log.

Takes the text of its pages. Several signs are asked, none of which is enough alone: how its head names it, who was
present, how it closes, decisions, movers, reported speech, labels of actions. A report that mentions minutes has one or
two of them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_HEAD = re.compile(
    r"\b(?:minutes|notes|record)\s+of\b|\bminutes\b.{0,80}\bmeeting\b|\bmeeting\b.{0,80}\bminutes\b|\bmeeting\s+(?:was\s+|is\s+|of\s+.{3,60}\s+)?held\b"
    r"|\bPRESENT\s*:|\bheld\s+(?:their|its|a)\s+meeting\b|\bdecision\s+(?:notice|record\w*|statement|sheet)\b|\bnotice\s+of\s+decisions?\b|\baction\s+(?:log|list|tracker|points|notes)\b"
    r"|\bat\s+a\s+meeting\s+of\b|\bboard\s+meeting\b|\bcommittee:?\s+(?:draft\s+)?minutes\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"^\W*(?:members?\s+)?(?:present|attendees|attendance|in\s+attendance|committee\s+members\s+present)\b", re.IGNORECASE | re.MULTILINE), 1),
    (re.compile(r"\bapologies\b", re.IGNORECASE), 1),
    (re.compile(r"\b(?:meeting\s+(?:was\s+)?(?:closed|ended|finished|concluded)|closed\s+at|ended\s+at|signed\W{0,4}[._…]{4,}|(?:date|time)\s+(?:and\s+\w+\s+)?of\s+(?:the\s+)?next\s+meeting|next\s+meeting)\b|\bsigned.{0,30}(?:chair|proper\s+officer)", re.IGNORECASE), 1),
    (re.compile(r"\b(?:RESOLVED|Resolved|AGREED|(?:it|It)\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved)|[Aa]greed\s+(?:to|that)|Decision\s+taken)\b"), 2),
    (re.compile(r"\b(?:proposed|moved|seconded)\b", re.IGNORECASE), 2),
    (re.compile(r"\b(?:thanked|reported\s+that|advised\s+that|asked\s+(?:if|whether|that|for)|confirmed\s+that|noted\s+that)\b"), 4),
    (re.compile(r"\b(?:Reasons?\s+for\s+(?:the\s+)?decision|Alternatives?\s+(?:options\s+)?considered|Decision\s+taken|Conflicts?\s+of\s+interest)\b", re.IGNORECASE), 2),
    (re.compile(r"^\W*ACTIONS?\b(?:\s+\d+)?\s*[:–-]|\b[A-Z][a-z]+\s+to\s+(?:write|report|contact|arrange|action|follow|check|circulate|provide|invite)\b", re.MULTILINE), 3),
    (re.compile(r"\bdeclarations?\s+of\s+(?:\w+\s+)?interests?\b", re.IGNORECASE), 1),
    (re.compile(r"\b(?:overdue|outstanding|on\s+track|complete[d]?|ongoing|in\s+progress)\b", re.IGNORECASE), 5),
)  # fmt: skip
"""Each sign with how often it must be seen."""

ENOUGH = 4
"""Signs of the ten, beside a head that names the paper, that make it minutes. Reports have at most two."""

_QUESTION = re.compile(r"^\W*(?:Supplementary\s+)?Question\s+(?:\d+|from|by)\b", re.IGNORECASE | re.MULTILINE)
_ANSWER = re.compile(r"^\W*(?:Answer|Response|Reply)\b", re.IGNORECASE | re.MULTILINE)


def is_minutes(texts: Sequence[str]) -> bool:
    """Whether the pages are those of minutes, of a notice or of a log."""
    head = texts[0][:900] if texts else ""
    if not _HEAD.search(head):
        return False
    whole = "\n".join(texts)
    log = re.search(r"\b(?:action\s+(?:log|list|tracker))\b", head, re.IGNORECASE) is not None
    held = sum(len(pattern.findall(whole)) >= least for pattern, least in _SIGNS)
    return held >= (1 if log else ENOUGH)


def is_answers(texts: Sequence[str]) -> bool:
    """Whether the pages hold questions and their answers, which may promise something."""
    whole = "\n".join(texts)
    return len(_QUESTION.findall(whole)) >= 2 and len(_ANSWER.findall(whole)) >= 2


_AHEAD = r"(?:proposed|draft|provisional|intended|forthcoming|future|pending)"
_KINDS_OF_IT = r"(?:(?:formal|key|non-?key|executive|officer|delegated|cabinet|member|individual|urgent)\s+){0,3}"
_PROPOSED = re.compile(
    rf"\b{_AHEAD}\s+{_KINDS_OF_IT}(?:records?|notices?|statements?|schedules?|lists?|summary)\s+of\s+{_KINDS_OF_IT}decisions?\b"
    rf"|\b{_AHEAD}\s+{_KINDS_OF_IT}decisions?\b|\bdecisions?\s+(?:(?:is|are)\s+)?(?:due\s+)?to\s+be\s+(?:taken|made|considered)\b"
    r"|\b(?:notice|statement)\s+of\s+(?:intention|intent|(?:an?\s+)?intended)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\bminutes\b|\b(?:meeting|held)\b.{0,40}\b(?:held|on|at)\b", re.IGNORECASE)
"""What heads the record of a meeting that has been, though it be a draft."""

HEAD_ROWS = 8
LONGEST_ROW = 160


def is_proposed(texts: Sequence[str]) -> bool:
    """Whether the paper's own heading says that what it holds is still to be decided: it records nothing. The draft
    minutes of a meeting that was held do."""
    rows = [row.strip() for row in texts[0].splitlines() if row.strip()][:HEAD_ROWS] if texts else []
    prose = next((at for at, row in enumerate(rows) if row.endswith(".")), len(rows))
    head = rows[:prose]
    if any(_HELD.search(row) for row in head):
        return False
    said = [*head, *(f"{one} {two}" for one, two in pairwise(head))]
    return any(len(row) < LONGEST_ROW and _PROPOSED.search(row) for row in said)
