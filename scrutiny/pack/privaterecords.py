"""Room `pack`: how a clerk records, in the item itself, that business was private.

Takes a sentence of minutes, gives the word that says so: the public left or was not there, the meeting went on in
private, or its paper was private. A linear model judges the words by what they do (`privatewords`), learnt by
`tools/train_private.py` and shipped as `private_weights.json`.
"""

import functools
import math
import re
from pathlib import Path

import msgspec.json
from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.ballots import SHUTS, Side, find_outcome
from scrutiny.pack.denials import only_put
from scrutiny.pack.exclusion import PRIVATE_PART, closes
from scrutiny.pack.marks import find_title_mark
from scrutiny.pack.minutewords import FOR_ITEM, RESOLUTION
from scrutiny.pack.privatewords import (
    begins_private,
    find_features,
    may_record,
    may_return,
    telling_words,
    word_classes,
)

CERTAIN = 0.5
"""From here on the sentence records it."""

POSSIBLE = 0.25
"""From here on it may: what is private by this measure alone is withheld too, but no more than its item, and is named
as doubtful. Of our wordings that were left out of the learning, a fifth of the private ones lies below it."""


class PrivateRecord(Struct, frozen=True, kw_only=True):
    """That the business of a sentence was private. `text` is the word that says so, and nothing of the business."""

    text: str
    certain: bool


@functools.lru_cache(maxsize=1024)
def private_record(sentence: str) -> PrivateRecord | None:
    """What a sentence of minutes records of business that was private; None where it records nothing of that. One that
    says what became of a motion about the public is not weighed: that the motion to exclude them was carried, or (then
    it is only possible that they went) that one to let them stay was lost."""
    if (outcome := find_outcome(sentence)) is not None:
        shut = PrivateRecord(text=telling_words(sentence), certain=outcome[0] is Side.LEAVE)
        return shut if outcome in SHUTS else None
    if not may_record(sentence):
        return None
    chance = probability(sentence)
    if chance < POSSIBLE or (chance < CERTAIN and public_again(sentence)):
        return None
    return PrivateRecord(text=telling_words(sentence), certain=chance >= CERTAIN)


def heading_record(title: str) -> PrivateRecord | None:
    """What the heading of an item records, weighed as any sentence is: "9. The public left at 8.10pm"; what stands
    behind its subject is read as a heading: "Grading - public excluded". One of a part ("Part B papers: the kiln") is
    not weighed (`closes` reads it), nor a resolution or a motion, whose end stands below."""
    if PRIVATE_PART.match(title) or RESOLUTION.match(title) or only_put(title) or public_again(title):
        return None
    behind = _PARTED.split(title)[1:]
    shut = closes(behind[-1][:1].upper() + behind[-1][1:]) if behind else None
    status = find_title_mark(f"({behind[-1]})") if behind and behind[-1][:1].isupper() else None
    if shut is None and status is not None and not status.partial:
        return PrivateRecord(text=status.text, certain=False)  # "Boat lease - Closed"
    return PrivateRecord(text=shut, certain=True) if shut else private_record(title)


def tells_no_subject(title: str) -> bool:
    """Whether a heading only tells that the public went ("The public left at 8.10pm"): all that follows is private, and
    not just one subject ("Staffing: public excluded")."""
    return begins_private(title) and not (FOR_ITEM.search(title) or _PARTED.search(title))


_PARTED = pattern_of(r"\s[-–—]\s+|[:(\[]\s*")


@functools.lru_cache(maxsize=1024)
def public_again(sentence: str) -> bool:
    """Whether a sentence, or a heading, of minutes records that the public came back, or that what follows is open."""
    if not may_return(sentence) or _NOT_YET.search(sentence) or find_outcome(sentence) in SHUTS:
        return False
    clause = _LAST_CLAUSE.split(sentence)[-1]
    return any(probability(words, "return") >= max(CERTAIN, probability(words)) for words in {sentence, clause})


_LAST_CLAUSE = pattern_of(r"\band\s+(?=the\s+(?:meeting|press|public)\b)", re.IGNORECASE)
"""What begins to be told of the public behind something else: "the case was adjourned and the public came back"."""


_NOT_YET = pattern_of(
    r"\b(?:did|had|would|will|could)\s+not\s+(?:return|rejoin|re-?enter|come|be\s+(?:re-?)?admitted)\b"
    r"|\b(?:nobody|no\s+one|none)\b[^.;]{0,60}\b(?:returned|rejoined|came|come)\b"
    r"|\b(?:public|press)\s+(?:would|will)\s+(?:then\s+)?(?:return|rejoin|come\s+back|be\s+(?:re-?admitted|let|called|asked|invited))\b"
    r"|\b(?:was|were|been)\s+(?:first|initially|originally|previously|earlier)\s+\w+\s+in\s+(?:public|open)\b"
    r"|^\W*no\s+(?:\w+\s+)?(?:items?|matters?|reports?|business)\b[^,;]*$"
    r"|\b(?:not\s+\w+|in\s+part)\s+in\s+(?:the\s+)?(?:public|open)\b|\b(?:public|open)(?:\s+\w+)?,?\s+(?:bar|save|except\w*|for\s+the\s+\w+ing)\b"
    r"|^\W*(?:all\s+)?(?:the\s+)?other\s+(?:items|matters|reports|business)\b[^,;]*$"
    r"|\bpress\s+(?:officers?|office|team)\b(?!.*\bpublic\b)",
    re.IGNORECASE,
)
"""Who did not come back, will do so later, was there before, or is an officer."""


def probability(sentence: str, of: str = "private") -> float:
    """How likely a sentence records it, from 0 to 1."""
    bias, weights = _shipped_weights()[of]
    score = bias + sum(weights.get(name, 0.0) for name in find_features(word_classes(sentence)))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


class _Weights(Struct, frozen=True):
    bias: float
    weights: dict[str, float]


@functools.cache
def _shipped_weights() -> dict[str, tuple[float, dict[str, float]]]:
    held = Path(__file__).with_name("private_weights.json").read_bytes()
    models = msgspec.json.decode(held, type=dict[str, _Weights])
    return {name: (model.bias, model.weights) for name, model in models.items()}
