"""Room `pack`: what minutes say that denies a mark: there was nothing under the heading, or the public stayed.

Takes the words below a heading, or a sentence. A limit in the sentence ("until item 9", "the next time") leaves it
undecided, and so the business private. Does not know where they stand: `passages` does.
"""

import re

from scrutiny.language.dates import MONTH
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.minuterows import SENTENCE_END
from scrutiny.pack.minutewords import CARRIED, VERDICT

_SHUT = r"(?:such|exempt|confidential|private|closed|restricted|part\s+(?:2|ii|b|two))"
_ON_BUSINESS = (
    "sessions? items? business matters? reports? decisions? meetings? agenda part section heading occasion nature kind "
    "held consideration consider(?:ed)? report(?:ed)? raised discuss(?:ed)? transact(?:ed)? notified submitted planned "
    "tabled listed requiring exclusion of to be been was were had for on in under an? this at the that other further"
).replace(" ", "|")
_NOTHING = pattern_of(
    r"\W*(?:the\s+\w+\s+\w+\s+that\s+)?(?:there\s+(?:was|were|is|are|being)\s+)?"
    rf"(?:(?:none|nil)(?:\s+(?:was|were)\s+(?:{_ON_BUSINESS}))?"
    rf"|no(?:thing)?(?![^.]*\bfor\s+(?:decision|report)\b)(?:\s+(?:{_SHUT}|{_ON_BUSINESS})){{0,16}})\s*(?:\.|$|,\s+the\s+\w+\s+moved\s+on\b)"
    r"|\W*(?:this|it)\s+was\s+not\s+(?:needed|required|necessary)\s*(?:\.|$)",
    re.IGNORECASE,
)
"""The first sentence below a heading, where it says that there is nothing, and no more: not "none but the claim"."""
_WHEN = (
    rf"(?:\s+(?:of|from|for|held|on|dated|the|last|previous|part|session|meeting|\d[\d/.]*\w{{0,2}}|{_SHUT}|{MONTH}))*"
)
_ONLY_APPROVED = pattern_of(
    r"\W*(?![^.]*\b(?:subject|amend\w*|with|except\w*)\b)(?:[\w\s]{0,30}?\b(?:resolved|agreed)\W+)?(?:that\s+)?"
    rf"the\s+(?:{_SHUT}\s+)?minutes{_WHEN}\s+(?:be|were|was)\s+(?:approved|confirmed|agreed|accepted|adopted|signed|taken\s+as\s+read)\b"
    r"[^.;,]{0,60}\.?$",
    re.IGNORECASE,
)
_SHUT_MINUTES = rf"(?:part\s+\w+\W+)?{_SHUT}\s+(?:session|meeting|minutes)"
_ITEM_ON_MINUTES = pattern_of(rf"^\W*{_SHUT_MINUTES}(?:\s+of\s+the\s+last\s+meeting)?\W*$", re.IGNORECASE)
_MINUTES_OF = pattern_of(
    rf"^\W*(?:minutes\s+(?:of|from)\s+the\s+{_SHUT_MINUTES}|{_SHUT_MINUTES}\s+of\s+the\s+last\s+meeting)\W*$",
    re.IGNORECASE,
)
"""Headings under which the private minutes of another meeting are only approved: by its number an item is known from
the heading of all private minutes."""
_RELEASED = pattern_of(
    r"^\W*(?:this|the)\s+(?:report|item|paper|minute|business|matter)\b(?:\s[^.;]*?\b(?:and|but)(?:\s+it)?)?\s+(?:is|was|has)\s+"
    r"(?:(?:now|since)\s+(?:been\s+)?(?:open|public|published|released|made\s+public|unrestricted)"
    r"|no\s+longer\s+(?:exempt|confidential|private|restricted))(?:\s+in\s+full)?\s*[.;]",
    re.IGNORECASE,
)
"""The first sentence below a heading, where it says that the whole of what is named there as private has been opened:
not "part of it has been published", nor "the centre, which is now open"."""

_LIMITS = (
    r"except\w*|apart|but\s+not|not\s+all|until|before|unless|initially|first|then|so\s+far|if|whether|could|would|after|once|when|"
    r"next|last|later|future|rest|refus\w+|while|whilst|subject|to\s+exclude|bar|save|other|remaining|above|nobody|none|no\s+one|no\s+(?:members?\s+of\s+the\s+)?(?:press|public)|at\s+(?:the|its|an?)\s+(?:\w+\s+){0,3}meeting"
)
_BUSINESS = r"(?:items?|business|matters?|reports?|discussions?|decisions?|part\s+(?:b|ii|2|two)|appendi(?:x|ces))"
_OTHER = r"(?!(?:no|not|but)\b|(?:part|section)\s+(?:a|i|1|one)\b)[\w'’]+"
_TAKEN = r"(?:considered|taken|dealt\s+with|heard|discussed|conducted|transacted|decided)"
_REASON = r"(?:as|since|because|without|(?:and\s+)?no|the\s+\w+\s+having)"
_WHOLLY = rf"(?=\W*$|\s*\.|,?\s+(?:throughout|present|at\s+any\s+point|for\s+the\s+whole|{_REASON})\b)"
_PART_ONE = r"part\s+(?:a|i|1|one)\b"
_OPENLY = (
    rf"(?:(?:in|during|under)\s+(?:(?:the\s+)?(?:public|open)(?:\s+(?:session|part|meeting))?|{_PART_ONE})\b|"
    rf"into\s+(?:{_PART_ONE}|(?:the\s+)?public(?:\s+(?:session|part(?:\s+of\s+the\s+\w+)?))?\b)){_WHOLLY}"
)
_PUBLIC = r"(?:press\s+(?:and|or)\s+)?(?:the\s+)?public(?:\s+(?:and|or)\s+(?:the\s+)?press)?\b"
_MEETING = r"(?:the\s+(?:meeting|session|committee|council|board|panel|cabinet|proceedings)|and)"
_PART_OF_IT = r"(?:this|the|agenda)\s+(?:item|report|matter|business|appendix)\b"
_MOVABLE = rf"(?:it|the\s+meeting|(?:{_PART_OF_IT}|item\s+\d)[^.;]{{0,60}}?)"
_STAYED = pattern_of(
    rf"^(?![^.]*\b(?:{_LIMITS})\b)(?:.*\b{_MEETING}\s+(?:remained|stayed|continued)\s+(?:{_OPENLY}|open\s+to\s+(?:the\s+)?{_PUBLIC}{_WHOLLY})"
    rf"|\W*(?:all|the|this|these|both)\b(?:\s+{_OTHER}){{0,3}}?\s+{_BUSINESS}\b(?:\s+{_OTHER}){{0,8}}?\s+(?:was|were)\s+(?:{_OTHER}\s+)?{_TAKEN}(?:\s+(?:and|or)\s+\w+)?\s+{_OPENLY}"
    rf"|(?:.*\b(?:and|but)\s+|\W*)(?:the\s+)?{_PUBLIC}\s+(?:remained|stayed)(?!\s*,){_WHOLLY}"
    rf"|.*\b{_PUBLIC}\s+were\s+not\s+(?:asked\s+to\s+leave|required\s+to\s+leave|excluded){_WHOLLY}"
    rf"|.*\b(?:resolved|agreed|decided)\W+(?:that\s+{_MOVABLE}\s+(?:be\s+(?:moved|{_TAKEN})|remain|stay)|to\s+(?:remain|stay|move\s+item\s+\d[^.;]*?))\s+{_OPENLY})",
    re.IGNORECASE,
)
"""The public was there all the time, or it was resolved that they be: not "remained open until item 9"."""
NOT_TAKEN = pattern_of(
    rf"^\W*(?:(?:agenda\s+)?item\s+\d+\w?|(?:this|the)\s+(?:{_SHUT}\s+)?(?:item|report|matter|appendi(?:x|ces)))\b[^.;]{{0,90}}?\b(?:was|were)\s+"
    r"(?:(?:withdrawn|deferred)\b[^.;,]{0,25}?\b)?not\s+(?:discussed|considered|taken|referred\s+to)\W*$",
    re.IGNORECASE,
)
"""An item was not discussed at all: it is not told of below either."""


def kept_public(sentence: str, verdict: str = "") -> bool:
    """Whether a sentence says that the public were there for what it speaks of. What it only moves is resolved where
    the sentence behind it is the `verdict`."""
    words = _MOVED.sub("resolved that", sentence) if VERDICT.search(verdict) else sentence
    return _STAYED.match(words) is not None


def only_put(sentence: str) -> bool:
    """Whether a sentence puts a motion and tells no end of it."""
    return _MOVED.search(sentence) is not None and CARRIED.search(sentence) is None


_MOVED = pattern_of(r"\b(?:moved|proposed|suggested)\s+that\b", re.IGNORECASE)


def denies(words: str, heading: str, *, number: int | None, whole: bool) -> bool:
    """Whether the words below a heading that names private business say first that there is none, that it was opened,
    or that the public stayed; or, where they are the `whole` item, that minutes of another meeting were approved. An
    item has a `number`, a part of the meeting none."""
    if _NOTHING.match(words) or _RELEASED.match(words):
        return True
    said = SENTENCE_END.split(words)
    own = () if number is None else (str(number),)
    told = [
        (at, text) for at, text in enumerate(said[:FIRST_SENTENCES])
        if not own or all(item in own for item in _ITEM.findall(text))
    ]  # fmt: skip
    kept = (at for at, text in told if NOT_TAKEN.match(text) or kept_public(text, *said[at + 1 : at + 2]))
    if (at := next(kept, None)) is not None:
        return not any(map(_WENT.search, said[at + 1 :]))
    on_minutes = _MINUTES_OF.match(heading) or (number is not None and _ITEM_ON_MINUTES.match(heading))
    return whole and bool(on_minutes and _ONLY_APPROVED.match(words))


_ITEM = pattern_of(r"\bitem\s+(\d\w*)", re.IGNORECASE)
FIRST_SENTENCES = 3
"""Below a heading, among which it is said how its business was taken."""
_WENT = pattern_of(
    r"\b(?:withdr[ae]w|left|leave|retired?|rescinded|exclude|in(?:to)?\s+(?:private|closed|camera))\b", re.IGNORECASE
)
"""Somebody went after all."""
