"""Room `families/minutes`: what is no part of an instruction, or none at all.

Takes an instruction, gives it without what somebody said besides; knows one that cannot be read.
"""

import re

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.words import COMMIT, REQUEST, SUGGEST, TO_DO, Doing, base_of
from scrutiny.language.patterns import pattern_of


def without_speech(body: str) -> str:
    """What somebody said he would do, without what else he said: "send the form and reminded members"."""
    told = _SAID_BESIDES.match(body)
    rest = find_frames(body[told.end("task") :]) if told else ()
    ahead = any(one.doing in (*TO_DO, Doing.ASK) and one.act is not Act.IS_TO for one in rest)
    return body if told is None or ahead else told["task"]


def in_step(body: str) -> str:
    """An instruction whose other clauses are put as instructions too, and that ends where it only tells what was said or is
    so: "write to the yard and would ring the crew", "send the form and she advised that it was late"."""
    done = ""
    rest = body
    while (joint := _JOINT.search(rest)) is not None:
        done, rest = done + rest[: joint.start()], rest[joint.start() :]
        bound = _OPEN.search(done) is not None
        if not bound and _TELLS.match(rest):
            return done
        other = not bound and not _MORE_NAMES.search(done)
        step = _next_step(rest, bound=_OF_IT.search(done) is not None, other=other, passive=" to be " in done)
        done, rest = done + (step[0] if step else joint[0]), rest[step[1] if step else len(joint[0]) :]
    return done + rest


def _next_step(rest: str, *, bound: bool, other: bool, passive: bool) -> tuple[str, int] | None:
    """How a clause behind "and" begins as an instruction, and how much of it that stands for."""
    if not bound and (own := _SAME_WOULD.match(rest)) and not (own["who"] and (passive or own["verb"] == "not")):
        verb = own["verb"]
        done = base_of(verb) if own["be"] and verb.endswith("ing") else f"{'to be ' if own['be'] else ''}{verb}"
        return f" and {own['between'] or ''}{done}", own.end()
    if other and (next_one := _OTHER_WOULD.match(rest)):
        return f"; {next_one['who']} {next_one['between'] or ''}to ", next_one.end()
    return None


_SAID_BESIDES = pattern_of(
    r"^(?P<task>(?:(?!\b(?:be|been|being|is|are|was|were|has|have|had|which|that|who)\b)[^.;])+?),?\s+(?:and|but)\s+(?:also\s+)?"
    r"(?:(?:[a-z]{2,}(?<!e)ed|said|told|gave|felt|thought)\b(?!\s+by\b)|that\s)"
)
""" "Would" goes with a plain verb: one in the past behind it is that of who speaks."""

_JOINT = pattern_of(r"(?:[,;]\s+|\s+)(?:(?:and|but|then)\s+){1,2}(?:then\s+)?|;\s+")
_OPEN = pattern_of(
    r"\b(?:whether|if|unless|how|why|what|when|where|until|because|that|which|who|while)\b[^;]*$", re.IGNORECASE
)
"""What the words behind it, joined by "and", can still belong to."""

_OF_IT = pattern_of(r"\b(?:who|which|that)\b[^,;]*$")
"""A clause whose subject may have a second verb: "those who had paid and would speak"."""

_MORE_NAMES = pattern_of(r"\b(?:and|but)\s+(?:[A-Z][\w’'.-]*[\s,]*|(?:of|the|for|&)[\s,]+)+$")
"""Names behind "and": the words behind the next "and" are one more of them."""

_MODAL = r"(?:would|will|shall|should|(?:is|are|was|were)\s+to)"
_ADVERB = r"(?:(?:also|then|now|therefore|again|further|subsequently|\w+ly)\s+)"
_SAME_WOULD = pattern_of(
    rf"[,;]?\s+(?:and|but|then)\s+(?:then\s+)?(?P<who>(?:he|she|they|we|I)\s+)?{_ADVERB}?(?:{_MODAL}|(?:agreed|undertook|offered|promised)\s+to)\s+(?P<between>{_ADVERB}?)(?P<be>be\s+)?(?P<verb>[a-z]+)\b"
)
_OTHER_WOULD = pattern_of(
    rf"(?:[,;]?\s+(?:and|but)\s+(?:that\s+)?|;\s+)(?P<who>(?=(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|any|all|each|officers|members|councillors)\b|[A-Z])(?:(?!(?:must|may|can|could|might|would|will|should|shall|is|are|was|were|has|have|had|be|to|that|which|who|and|or|if)\b)[\w’'&/.()-]+\s+){{0,7}}?(?:(?!(?:would|will|should|shall|to|and|or|that|which|who)\b)[\w’'&/.()-]+))\s+"
    rf"(?:{_ADVERB}?{_MODAL}\s+(?P<between>{_ADVERB}?)(?!not\b)(?=[a-z])|(?=be\s+(?:\w+ly\s+)?\w+(?:ed|en|t)\b))"
)
_TELLS = pattern_of(
    rf"(?!.*\b(?:{'|'.join(sorted(word for word in REQUEST | COMMIT | SUGGEST if word.endswith('ed')))})\b)"
    r"(?:[,;]?\s+(?:and|but)\s+(?:that\s+)?|;\s+)(?:"
    r"(?:there|this|it|he|she|they|that|we)\s+(?:(?:also|then)\s+)?(?!(?:would|will|should|shall|may|might|could|can|be|to)\b)(?:is|are|was|were|has|have|had|did|[a-z]+ed|said|told|felt)\b"
    r"|(?:the|an?|no|[A-Z][\w’'.-]*)\s+(?:[\w’'.-]+\s+){0,5}?(?:was|were|has|have|had|is|are)\s+(?!to\b))"
)
"""What was said or is so, behind an instruction: "and she advised", "and there was some debate"."""

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
