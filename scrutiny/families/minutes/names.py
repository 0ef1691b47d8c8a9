"""Room `families/minutes`: the name of somebody, cut out of the words around it.

Takes the subject of a frame or the words that a pattern found, gives the name as printed, None where nothing is left that
can act. Whether he is the one who is to act is decided in `owners`.
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.people import ARTICLE, can_act
from scrutiny.families.minutes.speakers import is_member
from scrutiny.families.minutes.subjects import names_trade
from scrutiny.families.minutes.words import MEMBER, ROLE, Subject, is_known, is_participle
from scrutiny.language.actors import TITLES
from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of


def subject_of(frame: Frame) -> str | None:
    """The subject of an active frame where it is somebody: whoever agrees is, whoever receives does nothing."""
    receives = frame.verb == "receive" or (frame.said and frame.verb in ("have", "get"))
    if frame.who is None or frame.passive or (receives and frame.act is not Act.COMMITS):
        return None
    if frame.subject is Subject.NAME and frame.verb == "be":
        return None
    tail = _tail(frame.who)
    if frame.subject not in OWNING and not (frame.subject is Subject.THING and _after_words(frame.who, tail)):
        return None
    clause = _NO_NAME.search(frame.who) is not None and _ALONE.match(tail) is not None  # "has read it, Mr Bell will"
    who = tail if clause or frame.act is Act.NAME_TO or frame.subject is Subject.THING else frame.who
    last = who.rpartition(",")[2].strip()  # "As the officer for tolls, KT agreed to"
    return tidy(last if frame.act is Act.COMMITS and who.count(",") == 1 and _ALONE.match(last) else who)


def _after_words(who: str, tail: str) -> bool:
    """Whether a name stands behind words that are none of its own: "7.2 DM will", "for £80 Warden to"."""
    before = who.removesuffix(tail).split()
    last = before[-1].lower() if before else ""
    done = before[-1][:1].isupper() and is_participle(last) if before else False  # "Accepted", of the column before
    return bool(before) and last not in _JOINS and (done or _ALONE.match(tail) is not None or last[:1].isdigit())


def _tail(who: str) -> str:
    """Of what stands before "to" the name alone: "Dec24.02 NS to", "exceeding 25 K Clerk to", "the fence, Clerk to"."""
    words = who.split()
    start = len(words)
    while start and (
        (
            words[start - 1][:1].isupper()
            and (len(words[start - 1]) > 1 or words[max(start - 2, 0)][1:].islower())  # "Mr A Smith", not "25 K Clerk"
            and not is_participle(words[start - 1].lower())
        )
        or words[start - 1] in ("and", "of", "/", "&", "the", "for", ",")
        or words[max(start - 2, 0)] == "Section"  # "the Section 151 Officer"
    ):
        start -= 1
    if start < len(words) - 1 and INITIALS.match(words[-1]) and words[-2] not in ("and", "/", "&", ","):
        return words[-1]  # "a letter from Ann Lane DM will", run on
    tail = " ".join(words[start:]).strip(" ,/")
    before, comma, last = tail.rpartition(" , ")
    alone = comma and _ALONE.match(last) and not any(word.lower() in ROLE | MEMBER for word in before.split())
    return last if alone else tail or who


def is_officer(who: str) -> bool:
    """Whether a name is for certain somebody's who does: an office, a person or initials, no member and no company."""
    if is_member(who):
        return False
    offices = any(word.lower() in ROLE for word in re.findall(r"[\w’'-]+", who))
    return offices or TITLED.match(who) is not None or not ARTICLE.match(who)


def tidy(who: str | None) -> str | None:
    """The name without what is none of it; None where nothing is left that can act."""
    if who is None:
        return None
    text = re.sub(r"^[^\w(]+", "", who.replace(" ,", ",").replace(" / ", "/").replace(" .", "."))
    text = re.sub(r"^(?:out|up|down|off|back|over|in|on)\s(?=the\s)", "", text)  # "share them out the leaders would"
    if (verb := _WITH_OBJECT.search(text)) and is_known(verb[1]) and not names_trade(verb[1]):
        text = text[: verb.start()]  # "that the Clerk email all members"
    text = _TRAIL.sub("", re.sub(r",\s+subject(?:\s+to\s.*)?$", "", text)).strip(" ,;:-–")
    text = re.sub(r"^(?:[A-Z][\w’'-]*\s)+(?=The\s[A-Z])", "", text)  # the heading of the item, run on
    text = re.sub(
        r"^(?!since|because|as\s|although|whil|when)(?:[a-z]+\s)+(?<!\bof\s)(?<!\bfor\s)(?<!\band\s)(?<!\bto\s)(?=the\s[A-Z])",
        "",
        text,
    )
    text = re.sub(
        r"^(?:that|and|but|then|however|also|therefore|to|for|[A-Za-z]+ly(?=\s[a-z]))\s+", "", text, flags=re.IGNORECASE
    )
    text = re.sub(r"^(?:[A-Z][a-z]+,\s+)(?=the\s)|(?:\s+(?:and|or|of|for|from))(?:\s+the)?$", "", text).strip(" ,")
    text = re.sub(r"(?<=[A-Z]{2})\.$", "", text)
    if not text or len(text) > LONGEST_NAME or not can_act(text) or _NO_NAME.search(text):
        return None
    return text


_WITH_OBJECT = pattern_of(r"\s([a-z]+)\s(?:the|an?|all|any|each|every|its|their|his|her|our)\s(?!.*\b(?:of|for)$)")
"""A verb behind a name, with what it is done to."""

LONGEST_NAME = 200
"""Characters; three offices joined by "in consultation with" have 150."""

OWNING = (Subject.ROLE, Subject.MEMBER, Subject.INITIALS, Subject.BODY, Subject.NAME, Subject.OUTSIDE)
_JOINS = frozenset(["the", "a", "an", "of", "by", "from", "with", "to", "for", "at", "in", "on", "and"])
TITLED = pattern_of(rf"^(?:{TITLES})\.?\s")
INITIALS = pattern_of(r"^[A-Z]{2,3}(?:(?:\s+and\s+|\s*[/,&]\s*)[A-Z]{2,3})*$")
_TRAIL = pattern_of(
    r"(?:\s+(?:should|would|could|might|may|to|has|have|had|was|were|is|are|be|also|then|said|that|\w+ly)){1,4}$"
)
"""What stands between a name and its verb: "the Clerk should also be asked"."""

_ALONE = pattern_of(rf"^(?:[A-Z]{{2,4}}|(?:{TITLES})\.?\s[A-Z]\S+|(?:[Tt]he\s)?[Cc]lerk)$")
_NO_NAME = pattern_of(
    r"\b(?:would|could|should|will|is|was|were|are|had|have|has|been|having|did|said|yes|whether|which|if|because|when|while"
    rf"|wished|wanted)\b|^(?:{'|'.join(MONTHS)}|it|this|which|who|he|she|they|we|i|there|be|a|the)$",
    re.IGNORECASE,
)
"""What shows that the words before a verb are a clause, not somebody."""
