"""Room `families/minutes`: the clause of a sentence that says what is to be done, apart from what stands before it.

Takes a sentence and the frame that says what is to be done, gives its own clause alone, what the clauses before it tell, and
the condition or time that a sentence begins with. "The bank was cut short and it was agreed that the Clerk would write" is
what the Clerk is to do, and why; "Subject to funds, she would buy one" is what she is to do, and on what condition.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.words import COMMIT, PRONOUN, SAY, SUGGEST, THIRD, Subject
from scrutiny.language.patterns import pattern_of


class Clause(Struct, frozen=True, kw_only=True):
    """A frame in its own clause: `text` begins with the subject; `told` is what the clauses before it say, `hangs` the
    condition, time or manner that stood before the subject. Both are empty where there is none."""

    text: str
    frame: Frame
    told: str = ""
    hangs: str = ""


def own_clause(text: str, frame: Frame) -> Clause:
    """The clause of a frame, or the whole sentence where what stands before its subject is a part of it."""
    start = _subject_at(text, frame)
    if frame.subject is Subject.RELATIVE and not frame.passive and (second := _SECOND.search(text[: frame.verb_at])):
        ahead = text[: second.start()]
        return Clause(text=text, frame=frame, **(_parted(_unsaid(ahead)) if _is_clause(ahead, by_words=True) else {}))
    if start <= 0 or frame.act in _UNBOUND or _FINITE.match(text[start:]) or _LEAD.match(text[start:]):
        return Clause(text=text, frame=frame)
    before = text[:start]
    alone = Clause(text=text[start:], frame=_within(text[start:], frame, start))
    if _THAT.search(before):
        at = _reported_at(before)
        return replace(alone, **_parted(before[:at])) if at is not None else Clause(text=text, frame=frame)
    joint = _JOINT.search(before)
    if joint is None or not joint.start():
        leads = _LEAD.match(before) and not _LINKS.search(before)
        return replace(alone, **_parted(before)) if leads else Clause(text=text, frame=frame)
    ahead = before[: joint.start()]
    apart = any(mark in joint[0] for mark in ",;–—-")
    clause = (
        ";" in joint[0]
        or _is_clause(ahead, by_words=not frame.passive)
        or (joint[0].strip() == "," and _LEAD.match(ahead))
    )
    if not clause or (not apart and _OPEN.search(ahead)):
        return Clause(text=text, frame=frame)
    return replace(alone, **_parted(ahead))


def _within(text: str, frame: Frame, start: int) -> Frame:
    """A frame as it is found in its own clause: what stood before may have hidden whose doing it is."""
    at = frame.verb_at - start
    alike = (one for one in find_frames(text) if one.verb_at == at and one.act is frame.act and one.who_at == 0)
    found = next(alike, replace(frame, verb_at=at, who_at=0))
    return replace(found, said=frame.said, negated=frame.negated)


def _subject_at(text: str, frame: Frame) -> int:
    """Where the subject begins: of "after a talk she would" with the pronoun, of "As warden, AB" behind the comma."""
    if frame.who_at < 0 or frame.who is None:
        return -1
    head = text[frame.who_at : frame.verb_at]
    pronouns = list(_PRONOUN_LAST.finditer(head))
    if pronouns and pronouns[-1].start():
        return frame.who_at + pronouns[-1].start()
    for joint in reversed(list(_AND.finditer(head))):
        ahead = head[: joint.start()]
        if _FINITE.search(ahead) and not _OPEN.search(ahead):
            return frame.who_at + joint.end()
    if _LEAD.match(head) and "," in head:
        behind = head.rfind(",") + 1
        return frame.who_at + behind + (len(head[behind:]) - len(head[behind:].lstrip()))
    article = _ARTICLE.search(text[: frame.who_at])
    return article.start() if article else frame.who_at


def _reported_at(before: str) -> int | None:
    """Where the clause begins that "that" hangs on, "and it was agreed that"; None where that is no speech."""
    bounds = [match.end() for match in _BOUND.finditer(before)]
    for at in (*reversed(bounds), 0):
        said = before[at:]
        if _NOT.search(said):
            return None
        if _SAYS.search(said):
            return at
    return None


def _parted(ahead: str) -> dict[str, str]:
    """What stands before a clause: told, or what its doing hangs on, or neither: "Following a discussion"."""
    words = _TRAILING.sub("", ahead).strip(" ,;:–-")
    while (comma := words.find(", ")) > 0 and _LEAD.match(words) and _TALK.match(words[:comma]):
        words = words[comma + 2 :]
    lead = _LEAD.match(words)
    if lead is None or _MAIN_BEHIND.search(words):
        return {"told": words}
    if lead["why"]:
        return {"told": _WHY.sub("", words)} if _FINITE.search(words) else {}
    if not lead["case"] and _TALK.match(words):
        return {}
    return {"hangs": words[:1].lower() + words[1:]}


def _is_clause(ahead: str, *, by_words: bool) -> bool:
    """Whether words are a clause with a verb, or (`by_words`) any word of saying or asking but a participle."""
    last = re.split(r"[.;]\s|\b(?:that|whether|if|which|who)\b,?\s", ahead)[-1]
    return _FINITE.search(last) is not None or (by_words and _SAYS.search(last) is not None)


def _unsaid(told: str) -> str:
    """What was said without who said it: "the figure was not at hand" of "Mr Bell said that the figure was not at hand"."""
    that = _THAT_IT.match(told)
    return told[that.end() :] if that and _SAYS.search(that[0]) else told


_SECOND = pattern_of(
    r"(?:,?\s+(?:and|but)|,)\s+(?:(?:then|also|therefore)\s+)?(?:(?:would|will|shall)|(?:agreed|undertook|offered|promised|committed|hoped)\s+to)\s+(?:\w+ly\s+|also\s+|then\s+)?$"
)
"""What leads to the second verb of a subject: "had not the list at hand but would"."""

_THAT_IT = pattern_of(r"[^,;.:]{3,80}?\bthat\s+")

_UNBOUND = (Act.ASKS, Act.SUGGESTS, Act.IMPERATIVE)
"""What has no subject of its own that acts."""

_ARTICLE = pattern_of(r"\b(?:[Tt]he|[Aa]n?)\s$")
_PRONOUN_LAST = pattern_of(
    rf"(?<!\band\s)\b(?:{'|'.join(sorted(PRONOUN | THIRD))})(?=(?:\s(?:would|will|should|shall|could|might|may|is|was|are|were|had|has|have|be|to|also|then|agreed|offered|undertook|promised|committed)\b|['’](?:d|ll)\b))",
    re.IGNORECASE,
)
_THAT = pattern_of(r"\bthat,?\s+(?:[Tt]he\s+|an?\s+)?$")
_JOINT = pattern_of(
    r"(?:[,;–—-]\s+|\s+)(?:(?:and|but|so|then|however|therefore|while|whilst)\b,?\s+){1,2}$|(?:[,;]|\s[–—-])\s+(?:(?:so|then|however|therefore)\s+)?$"
)
_BOUND = pattern_of(r"[,;.:]\s+(?:(?:and|but|so)\s+)?|\b(?:and|but)\s+")
_SAYS = pattern_of(
    rf"\b(?:{'|'.join(sorted((SAY | SUGGEST | {one for one in COMMIT if one.endswith('ed')}) - {'considered'}))}|resolved|decided|recognised|acknowledged|concluded"
    r"|emphasised|admitted|(?:was|were)\s+left|accepted|requested|asked|heard|understood|hoped|expected|anticipated|gave\s+h(?:is|er)\s+word)\b"
)
_NOT = pattern_of(r"\b(?:not|never|ensur\w+|sure|so|order|provided|case)\b")
_OPEN = pattern_of(r"\b(?:whether|if|unless|how|why|what|when|where|until|because|that)\b[^,;]*$", re.IGNORECASE)
"""What the words behind it, joined by "and", still belong to."""

_FINITE = pattern_of(
    r"\b(?:did|does|is|are|was|were|has|have|had|needs?|needed|should|could|would|might|may|can|will|said)\b"
    r"|\b[a-z]+ed\s+(?:for\s+)?(?:the|an?|that|his|her|their|its|it|them)\b"
)
_LEAD = pattern_of(
    r"(?:(?P<why>as(?!\s+(?:soon|part)\b)|since|because|although|though|whilst?|given|due|owing|having|further\s+to|following|in\s+(?:response|reply|answer|light|view|addition)"
    r"|with\s+(?:regards?|reference|respect)|regarding|despite)"
    r"|(?P<case>(?:only\s+)?(?:if|once|where|when)|only\s+after|unless|subject\s+to|provid(?:ed|ing)|assuming|so\s+long|as\s+soon|not\s+later|until|pending|depending|failing|without"
    r"|in\s+(?:the\s+)?(?:event|absence|case)|except(?:ing)?|excluding|(?:other|apart|save|instead)\s+(?:than|from|for|of))|at|on|by|before|for|from|in|with|under|rather|after|during|within)\b",
    re.IGNORECASE,
)
"""What a sentence begins with that says why or on what occasion a thing was said, and what its doing hangs on."""

_WHY = pattern_of(r"^(?:as|since|because|although|though|given\s+that)\s+", re.IGNORECASE)
_AND = pattern_of(r"[,;]?\s+(?:and|but|so)\s+(?:that\s+)?")
_MAIN_BEHIND = pattern_of(r",\s(?!which\b|who\b)[^,;]*\b(?:is|are|was|were|had|has|have|would|will|said)\b")
_TALK = pattern_of(
    r"(?:[\w’-]+\s+){1,4}?(?:discussions?|debate|questions?|answer\w*|repl\w+|response|reference|regards?|respect|matters\s+arising|consideration|comments?)\b"
    r"|in\s+(?:conclusion|summary|addition|fact|general|particular|closing|opening|the\s+meantime|(?:the|his|her|its|their|our)\s+(?:view|opinion))\b",
    re.IGNORECASE,
)
"""A lead that tells how the talk came to it, which is no part of a task; not "by the closing date", "from general funds"."""

_TRAILING = pattern_of(r"[\s,;:–-]+(?:(?:and|but|so|then|that|one|however|therefore)[\s,]*)*$")
_LINKS = pattern_of(r"\b(?:which|who|whom|whose|when|where|how|why|what|if|whether|because|for|so)\s+$")
"""What makes the words behind it a part of those before."""
