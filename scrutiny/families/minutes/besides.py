"""Room `families/minutes`: what is no part of an instruction, or none at all.

Takes an instruction, gives it without what somebody said besides; knows one that cannot be read.
"""

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.words import Doing
from scrutiny.language.patterns import pattern_of


def without_speech(body: str) -> str:
    """What somebody said he would do, without what else he said: "send the form and reminded members", "report it and that
    the year was still to end". What else is to be done stays."""
    told = _SAID_BESIDES.match(body)
    rest = find_frames(body[told.end("task") :]) if told else ()
    ahead = any(one.doing in _AHEAD and one.act is not Act.IS_TO for one in rest)
    return body if told is None or ahead else told["task"]


_AHEAD = (Doing.TELL, Doing.BRING, Doing.LOOK, Doing.ARRANGE, Doing.MAKE, Doing.ASK)
_SAID_BESIDES = pattern_of(
    r"^(?P<task>(?:(?!\b(?:be|been|being|is|are|was|were|has|have|had|which|that|who)\b)[^.;])+?),?\s+(?:and|but)\s+(?:also\s+)?"
    r"(?:(?:[a-z]{2,}(?<!e)ed|said|told|gave|felt|thought)\b(?!\s+by\b)|that\s)"
)
""" "Would" goes with a plain verb: one in the past behind it is that of who speaks."""

_TAKES_A_CLAUSE = ("[Ee]nsure", "[Cc]heck", "[Cc]onfirm", "[Ss]ee", "[Ss]how", "[Aa]gree", "[Ss]uggest", "[Aa]sk")
"""Behind these a pronoun may begin a clause: "Ensure they have the form"."""

BROKEN = pattern_of(
    r"\b(?:of|from|with|the|an?|and|or|that|which|whether)$"
    rf"|^(?!(?:{'|'.join(_TAKES_A_CLAUSE)})\b)[A-Za-z]+\s(?:they|he|she|we)\s(?:have|has|had|is|are|was|were|be|would|should|will|could)\b"
    r"|^(?:[Hh]ave|[Hh]as|[Hh]ad)\s(?:\w+ly\s)?\w+(?:ed|en)\b"
    r"|,\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s)(?:[A-Z][\w’'-]*\s){1,3}[a-z]+ed\b"
)
"""What is no instruction: it ends before its object, has a verb of its own behind a pronoun, tells what was done, or runs
on into what somebody did."""
