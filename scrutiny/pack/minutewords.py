"""Room `pack`: what the words of a row of minutes do: resolve, tell of what others asked, go on, or deny.

Takes a sentence or the heading of an item. Does not know what is private: `passages` does.
"""

import re
from collections.abc import Iterable

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.ballots import BODY
from scrutiny.pack.minuterows import SENTENCE_END

HAVING_LEFT = pattern_of(
    r"^\W*(?:the\s+)?(?:press|public|media|gallery)\b[^,.;]{0,40}\bhaving\b[^.;]{0,90},\s.{0,60}\b(?:resolved|agreed|decided)\b",
    re.IGNORECASE,
)
"""The public had been excluded before what the sentence tells: it is no resolution about what follows."""


def goes_on(text: str) -> bool:
    """Whether an item has no title but begins with what was decided, or is one sentence."""
    return ACTS_ON.match(text) is not None or (text.endswith(".") and SENTENCE_END.search(text) is None)


ACTS_ON = pattern_of(r"^\W*(?:it\s+was\s+)?(?:resolved|agreed|noted|action|decision)\b", re.IGNORECASE)


RESOLUTION = pattern_of(
    rf"^\W*(?:(?:(?:it\s+was|(?:the\s+)?{BODY})\s+)?(?:resolved|agreed|decided|proposed|moved)|that\b|"
    r"on\s+the\s+(?:motion|proposal|proposition)|penderfynwyd)",
    re.IGNORECASE,
)


VERDICT = pattern_of(
    r"(?:^|[.;:–-]\s)\W*(?:(?:it|this)\s+was\s+|all\s+|unanimously\s+)*(?:resolved|agreed|carried|approved)"
    r"(?:\s+(?:unanimously|accordingly|as\s+above|by\s+all|nem\.?\s+con))?\W*$",
    re.IGNORECASE,
)
"""The last sentence is the verdict on what the agenda meant to resolve: "… leave the meeting. AGREED."."""

CARRIED = pattern_of(r"\b(?:resolved|agreed|decided|ordered|carried)\b", re.IGNORECASE)

WENT = pattern_of(r"\b(?:public|press)\b[^.;]{0,60}?\b(?:was|were)\s+(?:\w+\s+)?excluded\b", re.IGNORECASE)
"""Also on a motion: "On the motion of the Chair, the public were excluded"."""

ITEM_TO_COME = pattern_of(
    r"\b(?:following|next|last|final|remaining)\s+(?:agenda\s+)?(?:item|report|paper|matter|business)(?!\w|\(s\))|\b(?:item|report|matter)\s+(?:below|that\s+follows)\b"
    r"|\beitem\s+ganlynol\b",
    re.IGNORECASE,
)
FOR_ITEM = pattern_of(
    r"\b(?:(?:this|that|following|next|above)\s+(?:[\w-]+\s+)?|(?:for|during|before|on|of)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4})"
    r"(?:items?|matters?|reports?|papers?|minutes?|notes?|appendix|document|briefing|discussion)\b|\b(?:while|whilst)\s+(?:it|this|that)\b",
    re.IGNORECASE,
)
"""The public left for one item, as far as the sentence says."""
OF_PART = pattern_of(
    r"\b(?:items?|business|matters|reports)\b[^.;]{0,40}?\b(?:in|under)\s+part\s+(?:2|ii|b|two)\b"
    r"|\bnon-?\s?public\b[^.;]{0,40}?\b(?:items|business|matters|reports)\b",
    re.IGNORECASE,
)
"""The business of a resolution is that of a part of the agenda."""
SESSION = pattern_of(
    r"\W*(?:(?:part|section)\s+(?:b|ii|2|two)\W+)?(?:in\s+)?(?:closed|private|confidential|exempt|restricted|non-?\s?public|committee)?\W*"
    r"(?:session|business|items|matters|part|section|meeting|minutes|committee)?(?:\s+in\s+(?:private|confidence|camera|committee))?\b[\W\d]*(?:[ap]\.?m\b|to\b|[\W\d])*",
    re.IGNORECASE,
)
"""An item that is no business but begins a part of the meeting: "14. Closed session"."""

BUSINESS_TAKEN = pattern_of(
    r"(?:items?|business|matters?|reports?|discussions?)\s+(?:to\s+be\s+)?(?:\w+ed|taken|heard|held|dealt\s+with)\b",
    re.IGNORECASE,
)
"""A heading that says how its business was taken: "Matters heard behind closed doors"."""

DECIDES = pattern_of(
    r"\b(?:RESOLVED|Resolved|AGREED|It\s+was\s+(?:agreed|resolved)|DECISION|"
    r"(?:Committee|Council|Board|Panel|Cabinet|Commission|Forum|Meeting|Members)\s+(?:agreed|resolved))\b"
)
DECIDING = ("RESOLVED", "Resolved", "AGREED", "DECISION", "agreed", "resolved")
"""What `DECIDES` finds has one of these words: they are looked for first, which is quick."""

_BEGINS_DECISION = pattern_of(rf"(?:^(?:\d[\d.]*\s)?|[.:]\s)\W*(?:The\s+)?{DECIDES.pattern}")
MINUTED = 3
"""From so many lines on that begin with a decision, a paper of no known kind is read as minutes."""


def reads_like_minutes(rows: Iterable[str]) -> bool:
    """Whether a paper of no known kind records decisions."""
    return sum(_BEGINS_DECISION.search(row) is not None for row in rows) >= MINUTED
