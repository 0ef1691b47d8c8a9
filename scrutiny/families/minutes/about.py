"""Room `families/minutes`: what an instruction is about that does not say it itself.

Takes an instruction made of a sentence, what its other clauses tell, the heading and the sentence before; gives the words
that it needs to be read alone, in the paper's own words, or none.
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.words import BODY, BUSINESS, PAPER, TIMES
from scrutiny.language.patterns import pattern_of


def find_about(body: str, text: str, frame: Frame | None, context: str, before: str, told: str) -> str:
    """What an instruction is about that does not say it itself: what "which" stands for, what the clauses before it tell,
    the heading where it tells anything, else the sentence before."""
    if frame is not None and not frame.passive and (which := OF_WHICH.search(text[: max(frame.who_at, 0)])):
        return shortened(text[: which.start()])
    telling = len(CONTENT.findall(body))
    if told and not stands_for(told) and (telling < FEWEST_TELLING or points_back(body) or _is_untold(body)):
        return capital(shortened(REPORTING.sub("", told)))
    head = _OWN_HEAD.match(text)
    tells = head and {word.lower() for word in head["head"].split()} - BUSINESS
    ahead = head is not None and frame is not None and head.end() <= frame.who_at + len(head["after"]) < len(text)
    if head and tells and ahead and telling < SHORT:
        return head["head"]
    says_all = telling >= FEWEST_TELLING and not (OBJECT_BACK.match(body) or stands_for(body) or _is_untold(body))
    if says_all and not (telling < SHORT and points_back(body)):
        return ""
    heads = {word for word in re.findall(r"[a-z]+", context.lower()) if word not in BUSINESS | PAPER | BODY}
    # the sentence before says what "it" is, and what a bare verb is done to; else it is about something else
    meant = telling < FEWEST_ALONE or (_ANAPHOR.search(body) and (not heads or _PERSON.search(body)))
    back = (OBJECT_BACK.match(body) or _SUBJECT_BACK.match(body) or _WHICH.search(body)) is not None
    alone = telling < FEWEST_TELLING and not heads
    if before and not _PART.match(before) and (meant or back or alone) and (told := shortened(before)):
        return told
    return context if heads and not _PART.match(context) else ""


def telling_before(earlier: tuple[str, ...]) -> str:
    """Of the sentences before one the last that says itself what it is about: "It had come late" only points further back.
    What another is to do says nothing of it: "Ben to paint the gate"."""
    near = [one for one in earlier[: -REACH - 1 : -1] if not BUSINESS.issuperset(re.findall(r"[a-z]+", one.lower()))]
    told = next((one for one in near if not stands_for(one)), near[0] if near else "")
    return "" if _ANOTHER_TASK.match(told) else told


REACH = 3
"""Sentences back to which what is meant is looked for."""

_ANOTHER_TASK = pattern_of(
    r"(?:[^,;.]{3,40}\bthat\s)?(?:The\s)?[A-Z][\w’'.]*(?:\s[A-Z][\w’'.]*){0,3}\s(?:(?:also\s)?to|will|would)\s(?!be\b)[a-z]"
)


def stands_for(sentence: str) -> bool:
    """Whether the subject stands for what was told before: "They had come late", "Ann said that it was torn"."""
    return _STANDS_FOR.match(sentence) is not None


_STANDS_FOR = pattern_of(
    r"(?:[^,;.:]{3,45}?\bthat\s)?"
    r"(?:it(?!\s(?:was|is|had\sbeen)\s(?:(?:\w+\s)?(?:[a-z]+ed|said)\b|(?:\w+\s){1,2}(?:that|whether|to)\b))|they|this|these|those|that|he|she)\s",
    re.IGNORECASE,
)


def _is_untold(body: str) -> bool:
    return _WHICH.search(body) is not None or _TO_WHOM.match(body) is not None


def says_more(text: str, frame: Frame | None, body: str, *, back: bool) -> bool:
    """Whether a short sentence says before its verb what an instruction made of it would only point to. `back`: it does."""
    if frame is None or len(text.split()) > LONGEST_WHOLE:
        return False
    before, telling = len(CONTENT.findall(text[: frame.verb_at])), len(CONTENT.findall(body))
    return before >= FEWEST_BEFORE and (OBJECT_BACK.match(body) is not None or telling < FEWEST_TELLING or back)


def told_ahead(text: str, frame: Frame | None) -> str:
    """The clause before the one that says what is to be done, where it is told and no condition: "the post is vacant, a vote
    on this will be held", "there was a request for news, which the Clerk agreed to follow up"."""
    if frame is None or frame.act in (Act.ASKS, Act.SUGGESTS, Act.IMPERATIVE):
        return ""
    joint = _JOINED.search(text[: max(frame.who_at, 0)])
    told = text[: joint.start()] if joint else ""
    return shortened(told) if FINITE.search(told) and not _CASE.search(told) else ""


_JOINED = pattern_of(r"(?:,\s+which|,?\s+(?:and|but)(?:\s+that)?)(?:\s+the)?\s*$|,\s*(?:(?:the|an?)\s*)?$")
_CASE = pattern_of(r"\b(?:if|where|when|unless|once|until|subject\s+to|provided)\b", re.IGNORECASE)


def points_back(body: str) -> bool:
    """Whether an instruction points to what it does not name: "circulate this", not "send the form once it is ready"."""
    return any(
        not _is_within(body[max(0, back.start() - LONGEST_CLAUSE) : back.start()]) for back in _ANAPHOR.finditer(body)
    )


def _is_within(before: str) -> bool:
    """Whether a clause begins at the end, behind a thing that its pronoun can stand for: "the form once"."""
    joint = _BEGINS_CLAUSE.search(before)
    return joint is not None and _THING.search(before[: joint.start()]) is not None


def shortened(sentence: str) -> str:
    """The sentence, or of a long one its first clause; nothing where that is long too or tells nothing."""
    whole = re.sub(r"\s+", " ", NUMBERED.sub("", sentence)).strip(" .;").removesuffix(" and")
    ends = (len(whole), *(match.start() for match in reversed(list(_CLAUSE_END.finditer(whole)))))
    for part in (whole[:end].strip(" ,;:–") for end in ends):
        if len(part.split()) <= LONGEST_CONTEXT:
            clause = part == whole or FINITE.search(part) or len(CONTENT.findall(part)) > FEWEST_BEFORE
            return part if clause and CONTENT.search(part) and part.count("(") == part.count(")") else ""
    return ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


NUMBER = r"\(?(?:\d[\d.]{0,9}[a-z]{0,5}|[ivx]{1,5}|[a-zA-Z])[.)]\s+"

NUMBERED = pattern_of(rf"^{NUMBER}(?=\D)")

_BACK = (
    rf"\b(?:this(?!\s+(?:committee|board|panel|council|forum|group|meeting|{'|'.join(sorted(TIMES))})\b)|it|them|these|those|there(?!\s+(?:is|are|was|were|would|will|may|might|has|have|had|be)\b)|one(?=\s*(?:$|[,.;]|(?:to|in|for|by|at|on|up|of|be|as|with|when|and|or|after|before|from|which|that|until)\b))|another|the\s+same|such(?!\s+as\b)|so|him|he|she|her(?!\s+[a-z])"
    r"|(?<=\bonce\s)that|(?<=\bwhen\s)that|(?<=\buntil\s)that|(?<=\bafter\s)that|that(?!\s+(?:(?-i:[A-Z])|\w+ed\b|(?:is|are|was|were|has|have|had|would|will|could|should|may|might|can)\b|the|an?|it|they|he|she|this|there|[a-z’]+\s+(?:be|would|should|could|was|were|is|are))\b))\b"
)

_ANAPHOR = pattern_of(_BACK, re.IGNORECASE)

OBJECT_BACK = pattern_of(
    r"^(?:let\s+[^,.;]{2,40}?\s+have|[a-z]+)\s+(?:(?:on|up|with|to|for|into|at)\s+)?(?:(?:it|so|them|the\s+same)\b"
    r"|(?:this|these|those)(?=\s*(?:$|[,.;]|(?:by|for|in|on|at|with|to|when|before|after|until|and|from|as|through)\b)))",
    re.IGNORECASE,
)
"""A verb with a pronoun for its object: "do it", "consider the same"."""

_SUBJECT_BACK = pattern_of(
    r"(?:this|these|those|it|they)\s+(?:[a-z]+\s+)?to\s+be\b|(?:reply|respond|answer)(?:\s+in\s+writing)?$",
    re.IGNORECASE,
)
"""What points to the sentence before: "these to be sent", an answer that does not say to what."""

_PERSON = pattern_of(
    r"\bhim\b|\bher(?!\s+[a-z])|\bher\s+(?:by|in|to|for|at|on|with|before|after|when|and|an?|the)\b",
    re.IGNORECASE,
)

FINITE = pattern_of(r"\b(?:did|does|is|are|was|were|has|have|had|needs?|needed|should|could|would|might)\b")

REPORTING = pattern_of(
    r"^.{0,120}?\b(?:noted|reported|pointed\s+out|advised|confirmed|heard|said|stated|agreed)\s+that\s+(?=\S+(?:\s+\S+){4})"
)
"""What stands before the news itself: "Under matters arising it was noted that"."""

OF_WHICH = pattern_of(r",?\s+(?:(?:to|for|at|on|in)\s+)?(?:which|whom)\s*$")

CONTENT = pattern_of(r"[A-Za-z][\w’'-]{3,}")

_BEGINS_CLAUSE = pattern_of(
    r"(?<!\S)(?:when|once|before|after|until|if|as|where|so\s+that|because|unless|since)\s+$", re.IGNORECASE
)
_THING = pattern_of(r"\b(?:the|an?|all|its|any|more)\s+[\w’'-]+\s[\w\s’'-]*$", re.IGNORECASE)
LONGEST_CLAUSE = 200
"""Characters before a pronoun among which the thing is that it stands for."""

LONGEST_WHOLE = 30
"""Words of a sentence that is given whole where its verb alone says too little."""

_OWN_HEAD = pattern_of(
    r"(?P<head>[A-Z][\w’' ]{3,50}?)\s?(?:\s(?:[–-]\s?>?|→)|:)\s(?P<after>(?:[A-Z]\w*, )*)(?=[A-Z]|(?<=[>→]\s)[a-z])"
)
"""What a line of a list is about, before its dash: "Village pond – All, BM to report"."""

_PART = pattern_of(r"\(?\w{1,3}[).]\s|.*[;:](?:\s+and)?$|(?:Yes|No)\b", re.DOTALL)
"""What tells nothing of what is meant: a part of the same list, a label, an answer."""

_CLAUSE_END = pattern_of(
    r"[;:–]\s|,?\s(?:(?:and|but|so)\s(?=(?:that|it|he|she|they|we|there|this|the)\b)|because\b|although\b|whereas\b|while\b)"
    r"|,\s(?:and|but|or|which|who|where|as|with|so|to|[a-z]+ing)\b"
)
"""Where a clause of a sentence ends and another begins."""

FEWEST_BEFORE = 5
"""Telling words before the verb from which on a sentence itself says what its pronoun stands for."""

FEWEST_TELLING = 3
"""Telling words of an instruction; one with fewer ("Arrange", "Respond in July") needs the sentence before it."""

SHORT = 9
"""Telling words up to which an instruction that points back anywhere needs what it points to."""

FEWEST_ALONE = 2
"""With fewer ("Do it", "Propose") not even the heading says enough."""

LONGEST_CONTEXT = 40
"""Words of the sentence before that are given to say what an instruction is about."""

_WHICH = pattern_of(
    r"\bthe\s+(?:number|figures?|amount|sum|information|details?|answer|matter|issue|point|concerns?|question)s?(?=\s*(?:$|[,;]|(?:by|before|after|when|to\s+(?:the|all|members)|with\s+(?:the|all|members)|in\s+writing|back)\b))"
    r"|\b(?:this|these|such(?!\s+as\b))\s+(?:[a-z]+s?\s+)?(?:further\b|could\b|to\s+be\b|$)",
    re.IGNORECASE,
)
"""What an instruction names without saying which: "the figures", "such patrols"."""

_TO_WHOM = pattern_of(
    r"^(?:(?:speak|talk|write|reply|respond|liaise|meet)\s+(?:again\s+)?(?:to|with)|(?:contact|approach|email|ring|phone))\s+"
    r"(?:(?!(?:about|regarding|concerning|on|over|to|for|as|ask\w*|whether|seek\w*|request\w*|with|if|re|inform\w*|invit\w*|in|and|of)\b)[\w’'.&-]+\s*){1,7}$",
    re.IGNORECASE,
)
"""Whom somebody is to speak to without what about."""
