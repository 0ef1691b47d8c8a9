"""Room `pack`: fields of forms, and columns of tables, that ask who may read a paper.

Takes a label ("Open/Exempt", "Can this report be published?") and what is answered, gives whether the answer makes it
public or private. A label is known by its structure: alternatives between strokes, or a question of words that are
only said of papers.
"""

import functools
import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import any_of, pattern_of
from scrutiny.pack.markwords import ticked
from scrutiny.pack.minuterows import SAME_MARGIN
from scrutiny.pack.rows import Row
from scrutiny.pdf import Line
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
    of_paper = told & (_PAPERS | _TO_PUBLISH | {"available"}) or told <= {"public", "press", "and", "access"}
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
_CROSS = pattern_of(r"^\W*x\W*$", re.IGNORECASE)
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
        return Access.SHUT if _YES.match(answer) or _CROSS.match(answer) else Access.OPEN if nothing else None
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
    if ":" not in text and "?" not in text:
        return None
    for begun in [0, *(before.end() for before in re.finditer(r"[.;]\s+", text))]:
        field = _FIELD.match(text, begun)
        if field and _PART.match(field["label"]):
            return read_answer(Question.WHICH, re.sub(r"^(?!part\b)", "part ", field["answer"], flags=re.IGNORECASE))
        if field and (question := read_label(field["label"])) is not None:
            return read_answer(question, field["answer"])
        if field and field["label"].lower() == "public" and _NO.fullmatch(field["answer"]):
            return Access.SHUT
    return None


_PART = pattern_of(r"^\W*(?:part|(?:agenda|meeting)\s+(?:part|section))\W*$", re.IGNORECASE)
"""Of an agenda: "Part: II"."""


def says_public(line: str) -> bool:
    """Whether a line says of its own paper that it is public, as "Classification: Unrestricted"."""
    text = ticked(fold(line))
    return _SAYS_PUBLIC.match(text) is not None or read_field(text) is Access.OPEN


_SAYS_PUBLIC = pattern_of(
    r"^\W*(?:(?:this|the)\s+(?:report|item|paper|document)\s+is\s+(?:a\s+)?(?:public|open|unrestricted|for\s+publication|not\s+(?:exempt|confidential))\b"
    r"|(?:this\s+is\s+an?\s+)?(?:public|open|unrestricted)\s+(?:report|item|paper|document)\b|unrestricted\W*$|for\s+publication\W*$"
    r"|(?:report\s+)?(?:classification|status|publication)\s*:?\s*(?:public|open|unrestricted|part\s+(?:1|i|a)\b|for\s+publication)"
    r"|part\s+(?:1|i|a)\b\W*(?:public|open)?\W*$|(?-i:OFFICIAL)\W*$)",
    re.IGNORECASE,
)


_BARE = pattern_of(r"^(?:private|exempt|confidential|restricted)$", re.IGNORECASE)
"""A heading that is a status alone asks nothing, but in a log."""
_ASKING_WORDS = ("private", "exempt", "confidential", "restricted", "closed", "open", "public", "published", "part 2")
_ASKING = pattern_of(rf"\b(?:{'|'.join(_ASKING_WORDS)}|publication)\b", re.IGNORECASE)
LAST_CELL = pattern_of(
    r"(?:^|\s)(?P<answer>(?:yes|no|y|n|x|✓|✔|private|exempt|confidential|restricted|closed|open|public|unrestricted|part\s+[12]|"
    r"not\s+for\s+publication|nfp)(?:\s*[-–—(:,]\s?\w.{0,40}|\s+para\w*\.?\s*\d[\d, and&]{0,12})?)$",
    re.IGNORECASE,
)
"""An answer that stands close behind the words of another cell."""


class AskingColumn(NamedTuple):
    """A column of a table that asks of each row who may read it; its left edge in points."""

    question: Question
    heading: Line
    label: str
    left: float

    def pieces(self, row: Row) -> list[Line]:
        """What a row has in it."""
        return [each for each in row.pieces if self.left < each.box.right and each.box.left < self.heading.box.right]


def find_asking(rows: Sequence[Row], at: int, *, log: bool = False, agenda: bool = False) -> AskingColumn | None:
    """The heading of a column that asks of each row whether it is private, with what it asks: "Private?",
    "Open/Exempt"; or one whose cells say what it asks. In a `log` or an `agenda` it may be a status alone, and in an
    agenda the cells are about business, whatever they say."""
    row = rows[at]
    if len(row.pieces) < 2 and " " not in row.text:
        return None
    asks_it, heads_it = _may_ask(row.text)
    for piece in row.pieces if asks_it else ():
        text = piece.text.strip()
        words = text.split()
        for count in range(min(len(words), MAX_HEADING), 0, -1):  # it may stand close behind the heading before it
            label = " ".join(words[-count:])
            question = read_label(label) if _ASKING.search(label) else None
            asks = label.endswith("?") or _YES_NO.search(label) or ((log or agenda) and _BARE.match(label))
            if question is not None and (question is Question.WHICH or asks):
                return _column(question, piece, label)
    return _answered_below(rows, at, agenda=agenda) if heads_it else None


@functools.lru_cache(maxsize=8192)
def _may_ask(text: str) -> tuple[bool, bool]:
    """Whether a row has a word that asks who may read it, and one that heads the answers: most are asked thrice."""
    small = small_letters(text)
    return has_any(_ASKING_WORDS, small), has_any(_HEADS_ACCESS, small)


def _column(question: Question, piece: Line, label: str) -> AskingColumn:
    width = (piece.box.right - piece.box.left) * len(label) / len(piece.text.strip())
    return AskingColumn(question, piece, label, piece.box.right - width)


_ACCESS_WORDS = ("access", "status", "session", "classification", "marking", "publication", "availability", "category")
_HEADS_ACCESS = (*_ACCESS_WORDS, "exempt", "confidential")
_OF_ACCESS = pattern_of(rf"(?:^|\s)(?P<word>{'|'.join(_ACCESS_WORDS)}|(?P<status>exempt|confidential))$", re.IGNORECASE)
_PLAIN = pattern_of(r"\b(?:exempt|nfp|not\s+for|part\s+(?:2|ii|b))\b", re.IGNORECASE)
"""What can be said of business only: homes are private too, roads closed, and kinds of records confidential."""


def _answered_below(rows: Sequence[Row], at: int, *, agenda: bool) -> AskingColumn | None:
    """A column headed "Access" or "Exempt" whose cells are statuses, or yes and no, in most rows of the table."""
    found = ((piece, _OF_ACCESS.search(piece.text.strip())) for piece in rows[at].pieces)
    for piece, word in found:
        if word is None:
            continue
        column = _column(Question.SHUT if word["status"] else Question.WHICH, piece, word["word"])
        end = next((end for end in range(at + 1, len(rows)) if ends_table(rows[end], column)), len(rows))
        table = rows[at + 1 : end]
        said = [answer for row in table if (answer := read_row(row, column)) is not None]
        plain = agenda or any(_PLAIN.search(" ".join(row.text.split()[-5:])) for row in table)
        if (plain or word["status"]) and set(said) == {Access.OPEN, Access.SHUT} and 2 * len(said) > len(table):
            return column
    return None


MAX_HEADING = 6
"""Words of the heading of a column that asks something."""
_YES_NO = pattern_of(r"\by(?:es)?\s?/\s?no?\b", re.IGNORECASE)


def ends_table(row: Row, column: AskingColumn) -> bool:
    """Whether a row is not of the table any more: the heading of another, or text that runs across the column."""
    crosses = len(row.pieces) == 1 and row.box.left < column.left - SAME_MARGIN and row.box.right > column.left
    if not column.pieces(row) or read_row(row, column) is not None:
        return False
    headed = (
        column.heading.bold and all(piece.bold for piece in row.pieces) and len(row.pieces) + row.text.count(" ") > 1
    )
    return headed or (crosses and not row.spaced and row.box.right > column.heading.box.right)


def read_row(row: Row, column: AskingColumn) -> Access | None:
    """Who may read a row by what it says in that column; its heading answers nothing."""
    said: set[Access | None] = set()
    for piece in column.pieces(row):
        if piece is not column.heading:
            last = LAST_CELL.search(piece.text.strip())
            told = (piece.text.strip(), last["answer"]) if last else (piece.text.strip(),)
            said.update(read_answer(column.question, text) for text in told)
    return next((access for access in (Access.SHUT, Access.OPEN) if access in said), None)
