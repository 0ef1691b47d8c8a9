"""Room `pack`: fields of forms, and columns of tables, that ask who may read a paper.

Takes a label ("Open/Exempt", "Can this report be published?") and what is answered, gives whether the answer makes it
public or private. A label is known by its structure: alternatives between strokes, or a question of words that are
only said of papers.
"""

import functools
import re
from enum import Enum

from scrutiny.language.patterns import any_of, pattern_of
from scrutiny.pack.markwords import ticked
from scrutiny.sources import fold


class Access(Enum):
    """Who may read what a field is about."""

    OPEN = "everybody"
    SHUT = "not the public"


class Question(Enum):
    """What a label asks."""

    OPEN = "whether it is public"
    SHUT = "whether it is private"
    WHICH = "which of both"
    WHY = "why it is private"
    COLOUR = "on which paper it is printed"


_SHUT = (
    r"exempt(?:ed|ions?)?|confidential(?:ity)?|private|restrict(?:ed|ions?)|sensitiv(?:e|ity)|closed|withheld|nfp|shutpart|"
    r"eithriedig|cyfrinachol|preifat"
)
_OPEN = r"open|public|publish(?:ed)?|publication|releas(?:e|ed)|unrestricted|non-exempt|openpart|cyhoeddus|agored"
_WRITTEN_TOGETHER = (
    (pattern_of(r"\bpart\s+(?:2|ii|b|two)\b"), "shutpart"),
    (pattern_of(r"\bpart\s+(?:1|i|a|one)\b"), "openpart"),
    (pattern_of(r"\b(?:not\s+(?:for\s+)?|non-?)(?:publication|public|open|release)\b"), "nfp"),
    (pattern_of(r"\bnot\s+exempt\b"), "non-exempt"),
    (
        pattern_of(
            r"\b(exempt\w*|withheld)\s+from\s+(?:(?:the|general|wider)\s+)*(?:publication|disclosure|release|(?:press\s+and\s+)?public)\b"
        ),
        r"\1",
    ),
    (pattern_of(r"\b(?:the\s+)?(?:press\s+(?:and|or|&)\s+)?public\s+interest\b"), "reason"),
)
_PAPER = (
    "report item paper document information minute agenda business session matter part section appendix appendices "
    "annex decision meeting entry record file adroddiad eitem papur dogfen"
)
_PAPERS = frozenset(word + ending for word in _PAPER.split() for ending in ("", "s"))
_CLASS = "status marking classification classified category categories type access level state"
_CLASSES = frozenset(_CLASS.split())
_REASONS = frozenset(["reason", "reasons", "ground", "grounds", "basis", "justification"])
_GROUNDS_OF_LAW = frozenset(("category", "categories", "paragraph", "paragraphs"))
_LIMITS = frozenset(("distribution", "circulation"))
_OTHER_WORDS = (
    "is are can may should will be being been the this a an to for of or and in its it whether contain contains any all"
    " does do has have having y n yes no delete as applicable appropriate please tick press non key suitable intended "
    "approved made available protective security government agenda council committee cabinet board personal "
    "commercial commercially considered taken held discussed heard if which from not fully partly wholly"
)
_OTHER = frozenset(_OTHER_WORDS.split())
"""What labels about papers are made of besides: any other word says that the field is about something else."""

_OPEN_COLOURS = frozenset(("white", "green"))
_COLOURS = frozenset(["white", "green", "pink", "yellow", "blue", "buff", "lilac", "salmon", "grey", "cream", "ivory"])
"""Colours of paper; amber and red are those of ratings."""


@functools.lru_cache(maxsize=1024)
def read_label(label: str) -> Question | None:
    """What a label asks of a paper; None for a label about anything else."""
    text = label.lower().replace("’", "'")
    for pattern, together in _WRITTEN_TOGETHER:
        text = pattern.sub(together, text)
    words = re.findall(r"[a-z][\w'-]*|[/|]", text)
    told = frozenset(words)
    colours = [word for word in words if word in _COLOURS]
    if colours or "colour" in told:
        others = told - _COLOURS - _PAPERS - _OTHER - {"colour", "/", "page", "pages", "copy"}
        among = len(colours) > 1 and not _OPEN_COLOURS.isdisjoint(colours)
        return Question.COLOUR if not others and (among or told & (_PAPERS | {"page", "copy"})) else None
    if told & _CLASSES and told & _FREEDOM and told <= _KNOWN | _FREEDOM:
        return Question.WHICH
    kinds = [kind for word in words if (kind := _kind_of(word)) is not None]
    if not kinds or any(not (word in _KNOWN or _kind_of(word)) for word in words):
        return None
    if kinds[0] is Access.SHUT and told & (_REASONS | _GROUNDS_OF_LAW):
        return Question.WHY
    if told & _LIMITS:
        return Question.WHY if kinds == [Access.SHUT] else None
    if len(set(kinds)) == 2 and _ALTERNATIVES.search(text):
        return Question.WHICH
    if kinds[-1] is Access.SHUT:
        return Question.SHUT
    if told & _CLASSES and told & {"publication", "access"} and "public" not in told:
        return Question.WHICH
    of_paper = told & (_PAPERS | _TO_PUBLISH) or told <= {"public", "press", "and", "access"}
    return Question.OPEN if of_paper and told != {"published"} and told != {"public"} else None


def _kind_of(word: str) -> Access | None:
    if re.fullmatch(_SHUT, word):
        return Access.SHUT
    return Access.OPEN if re.fullmatch(_OPEN, word) else None


_KNOWN = _PAPERS | _CLASSES | _REASONS | _LIMITS | _OTHER | {"/", "|"}
_FREEDOM = frozenset(("freedom", "foi", "foia", "disclosure"))
"""Of information: a status by this law is "exempt" or not."""
_NOUN = any_of(*_PAPERS)
_TO_PUBLISH = frozenset(("publication", "publish", "published", "release"))
_ALTERNATIVES = pattern_of(
    rf"\b(?:{_OPEN})\s*{_NOUN}?\s*(?:/|\||,|-|\bor\b|\band\b)\s*(?:(?:fully|partly)\s+)?(?:{_SHUT})\b"
    rf"|\b(?:{_SHUT})\s*{_NOUN}?\s*(?:/|\||,|-|\bor\b|\band\b)\s*(?:{_OPEN})\b"
)

_BEHIND = (
    r"(?=\W*$|\s*[-–—(,;:]\s*[^\W\d]|\s*\(\d|\.\s+[A-Z]|\s+(?:as|because|by|under|due|since|for|it|this|until|in|paras?|paragraphs?|"
    r"section|schedule|sch|reports?|items?|papers?|session|business)\b)"
)
"""What may follow an answer: its reason."""
_YES = pattern_of(rf"^\W*(?:yes|y|oes|ydy|ydyw|[✓✔])(?:{_BEHIND}|$)", re.IGNORECASE)
_NO = pattern_of(rf"^\W*(?:no|n|nac\s+ydy|nac\s+oes)(?:{_BEHIND}|$)", re.IGNORECASE)
_NOTHING = pattern_of(r"^\W*(?:none|nil|n\.?\s?/?\s?a\.?|not\s+applicable|dim|-+)\W*$|^\W*$", re.IGNORECASE)
_SAYS_SHUT = pattern_of(
    r"^\W*(?:(?:strictly|fully|wholly|highly|entirely)\s+)?(?:exempt(?:ed)?|(?:private\s+(?:and|&)\s+)?confidential|private|restricted|"
    r"closed|withheld|part\s+(?:2|ii|b|two)|not\s+(?:for\s+)?(?:publication|release|public|open)|nfp|official\W{1,3}sensitive|"
    rf"secret|preifat|cyfrinachol|eithriedig){_BEHIND}",
    re.IGNORECASE,
)
_SAYS_OPEN = pattern_of(
    r"^\W*(?:(?:fully|wholly)\s+)?(?:open|public|published|part\s+(?:1|i|a|one)|unrestricted|official|non-exempt|for\s+publication|"
    r"not\s+(?:exempt|confidential|private|restricted|closed|protectively\s+marked)|cyhoeddus|agored)"
    r"\W*(?:reports?|items?|papers?|session|business)?\W*$",
    re.IGNORECASE,
)


def read_answer(question: Question, answer: str) -> Access | None:
    """Who may read it by an answer to a question; None where that cannot be told."""
    if question is Question.COLOUR:
        colour = re.fullmatch(r"\W*([a-z]+)\W*", answer.lower())
        if colour is None or colour[1] not in _COLOURS:
            return None
        return Access.OPEN if colour[1] in _OPEN_COLOURS else Access.SHUT
    if _SAYS_SHUT.match(answer):
        return Access.SHUT
    if _SAYS_OPEN.match(answer):
        return Access.OPEN
    if question is Question.OPEN:
        return Access.SHUT if _NO.match(answer) else Access.OPEN if _YES.match(answer) else None
    if question is Question.SHUT:
        nothing = _NO.match(answer) or _NOTHING.match(answer)
        return Access.SHUT if _YES.match(answer) else Access.OPEN if nothing else None
    if question is Question.WHY:
        given = re.search(r"\w", answer) and not _NO.match(answer) and not _NOTHING.match(answer)
        return Access.SHUT if given else Access.OPEN
    return None


_FIELD = pattern_of(
    r"\W*(?P<label>[^:?]{3,80}?)\s*[:?]\s*"
    r"(?:\(?\s*y(?:es)?\s?/\s?no?\b\s*\)?\s*[:?]?)?\s*(?P<answer>\S.*)$",
    re.IGNORECASE,
)


def read_field(text: str) -> Access | None:
    """Who may read a paper by a field on a line of its form: "Due: May. Open or private: private"; else None."""
    for begun in [0, *(before.end() for before in re.finditer(r"[.;]\s+", text))]:
        field = _FIELD.match(text, begun)
        if field and _PART.match(field["label"]):
            return read_answer(Question.WHICH, f"part {field['answer']}")
        if field and (question := read_label(field["label"])) is not None:
            return read_answer(question, field["answer"])
    return None


_PART = pattern_of(r"^\W*(?:(?:agenda|meeting)\s+)?part\W*$", re.IGNORECASE)
"""Of an agenda: "Part: II"."""


def says_public(line: str) -> bool:
    """Whether a line says of its own paper that it is public, as "Classification: Unrestricted"."""
    text = ticked(fold(line))
    return _SAYS_PUBLIC.match(text) is not None or read_field(text) is Access.OPEN


_SAYS_PUBLIC = pattern_of(
    r"^\W*(?:(?:this|the)\s+(?:report|item|paper|document)\s+is\s+(?:a\s+)?(?:public|open|unrestricted|for\s+publication|not\s+(?:exempt|confidential))\b"
    r"|(?:this\s+is\s+an?\s+)?(?:public|open|unrestricted)\s+(?:report|item|paper|document)\b|unrestricted\W*$|for\s+publication\W*$"
    r"|(?:report\s+)?(?:classification|status|publication)\s*:?\s*(?:public|open|unrestricted|part\s+(?:1|i|a)\b|for\s+publication)"
    r"|part\s+(?:1|i|a)\b\W*(?:public|open)?\W*$)",
    re.IGNORECASE,
)
