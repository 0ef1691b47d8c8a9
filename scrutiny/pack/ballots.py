"""Room `pack`: what became of a motion, and whether it was that the public leave or stay.

Takes a sentence of minutes, gives what became of a motion in it (`read_ballot`), whatever it was about, and what one
wants for the public (`find_side`). A lost motion to exclude the public leaves a meeting open, as a carried one that
an item be heard in public does.
"""

import re
from enum import Enum

from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import any_of, pattern_of


class Side(Enum):
    """What a motion wants for the public."""

    LEAVE = "that they leave"
    STAY = "that they stay or come back"
    ELSE = "something else, or both"


class Fate(Enum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"


MOVES = pattern_of(
    r"\b(?:mov(?:ed|es)(?!\s+into\b)|propos(?:ed|al|es)|recommended|motion|second(?:ed|s)|asked\s+that)\b",
    re.IGNORECASE,
)
"""A motion is put; what became of it is said behind."""

_ASKED = r"(?:request|suggestion)\s+(?:that|to|for)"
_MOTION = rf"(?:motion|amendment|proposal|proposition|vote|resolution|question|ruling|recommendations?|{_ASKED})"
_THIS = (
    r"(?:^|\b(?:mov|propos|motion|vote|second)\w*\b[^.]{0,200}?[;,]\s)\W{0,4}(?:(?:but|and|however)\W{1,4})?(?:this|it|which)\s+"
    r"(?:was|were)"
)
_NOT_TAKEN = any_of(
    "carried", "seconded", "put", "agreed", "approved", "supported", "passed", "accepted", "adopted", "successful",
    "upheld",
)  # fmt: skip
_ENDS = r"(?:resolved|agreed|carried|decided|ordered)"
_BEATEN = (
    r"(?:lost|defeated|withdrawn|refused|rejected|declined|negatived|overturned|unsuccessful|(?:voted|turned)\s+down|"
    rf"not\s+(?:\w+\s+)?{_NOT_TAKEN})"
)
_BEATS = (
    r"(?:withdr[ae]w|reject(?:ed)?|refused?|defeat(?:ed)?|declined?|dismiss(?:ed)?|(?:voted|turned)\s+down|"
    r"voted\s+against)"
)
BODY = r"(?:members|councillors|governors|committee|sub-committee|council|board|panel|cabinet|forum|meeting)"
_VOTED = (
    rf"(?:^|[.;,]\s|\bthe\s)\W{{0,4}}{BODY}\s+(?:\w+ly\s+|then\s+)?voted\s+(?:(?:by\s+)?\d+\s?(?:[-–]|to)\s?\d+\s+)?"
)
"""The body itself, not some of its members."""
_NO_SECONDER = r"(?:(?:no|not\s+find\s+an?|(?:want|lack)\s+of\s+an?)\s+seconder)"
_LOST = pattern_of(
    rf"\b{_MOTION}\b[^.;]{{0,90}}?\b(?:(?:was|were)\s+(?:(?!{_ENDS}\b)\w+\s+){{0,6}}?{_BEATEN}|fell|failed|lapsed|{_NO_SECONDER}|"
    r"did\s+not\s+(?:carry|pass|succeed)|(?:was|were)\b[^.;]{0,60}?,\s+(?:was|were)\s+not\s+carried)\b"
    rf"|{_THIS}\s+(?:\w+\s+){{0,2}}?{_BEATEN}\b"
    rf"|\b{_BEATS}\s+(?:\w+\s+){{0,4}}?{_MOTION}\b"
    rf"|\b{_MOTION}\s+(?:lost|defeated|withdrawn)\b"
    rf"|{_VOTED}(?:not\s+to|against)\b|\bcasting\s+vote\b[^.;]{{0,20}}\bagainst\b|[-–:]\s*(?:lost|defeated|negatived|not\s+carried)\b[^.]{{0,20}}\.?$",
    re.IGNORECASE,
)
"""Of its noun, of "this" at its head or behind a motion, or of who did away with it: "withdrew the motion"."""
_RESOLVED = pattern_of(rf"(?<!not )\b{_ENDS}\b(?!\s+to\s+{_BEATS})", re.IGNORECASE)
"""Behind such a word what was lost is only told of; not "RESOLVED to reject the motion"."""

_TAKEN = any_of("carried", "agreed", "approved", "passed", "adopted", "supported", "accepted", "successful", "upheld")
_CARRIED = pattern_of(
    rf"\b{_MOTION}\b[^.;]{{0,90}}?\b(?:(?:was|were)\s+(?:(?!not\b)\w+\s+){{0,6}}?{_TAKEN}|succeeded)\b"
    rf"|{_THIS}\s+(?:(?!not\b)\w+\s+){{0,2}}?{_TAKEN}\b|\b{_MOTION}\s+(?:carried|agreed|approved|passed)\b"
    rf"|{_VOTED}(?:in\s+favour\s+of|for|to)\b|\bexcluded\s*[-–:]\s*carried\b",
    re.IGNORECASE,
)

_STAY = pattern_of(
    r"\b(?:stay|remain|let|allow|admit|re-?admit|openly|rescind|lift)\b|\bopen(?:\s+(?:session|meeting|business))?\b"
    r"|\bin\s+(?:public|the\s+(?:presence\s+of|public\s+(?:part|section|session)))\b"
    r"|\b(?:not|never)\s+(?:to\s+)?(?:be\s+)?(?:excluded?|taken\s+in\s+private)\b",
    re.IGNORECASE,
)
_LEAVE = pattern_of(
    r"\b(?:exclu(?:de|ded|sion|ding)|leave|withdraw(?!n)|retire)\b"
    r"|\b(?:in|into|to)\s+(?:private|closed|confidential|camera|committee|part\s+(?:two|2|ii|b))\b"
    r"|\bclos(?:e|ed|ing)\s+(?:the\s+|this\s+)?(?:meeting|session|item)\s+to\b",
    re.IGNORECASE,
)
_ABOUT_PUBLIC = pattern_of(
    r"\b(?:press|public|media|strangers|private|closed|confidential|camera|(?:into|in)\s+committee|open\s+(?:session|meeting)|"
    r"part\s+(?:two|2|ii|b))\b|\bexclu(?:de|sion)(?=\s*(?:[.,;]|$|\s(?:was|were|is|motion)\b))",
    re.IGNORECASE,
)
"""Not "the motion to exclude the car park from the scheme", nor "to allow dogs"."""
_HAS_OBJECT = rf"\b{_MOTION}\s+(?:that|to(?!\s+(?:the|an?)\b)|for|on|about|regarding)\b|\b{_ASKED}\b"
_OBJECT = pattern_of(_HAS_OBJECT, re.IGNORECASE)
_ELSE = pattern_of(
    r"\b(?:an?|another|further)\s+(?:\w+\s+)?(?:motion|proposal|proposition|amendment)\b|\bamend|\bdefer|\badjourn|"
    rf"{_HAS_OBJECT}"
    r"|\basked\s+that\b|\b(?:moved|proposed)\s+(?!(?:by|and|from|so|this|it|\w+ly|the\s+(?:motion|proposal))\b)\w",
    re.IGNORECASE,
)
"""Business of its own, where nothing says that it is about the public: "moved refusal", not "moved by the Chair"."""

NAMES_MOTION = pattern_of(rf"\b{_MOTION}\b", re.IGNORECASE)
"""A verdict says that it is one on a motion: not "It was refused"."""
_REPORTED = pattern_of(
    r"\b(?:said|told|reported|explained|noted|advised|recalled)\b[^.;]{0,30}?\bthat\b", re.IGNORECASE
)
"""Somebody tells of what became of a motion elsewhere."""

_COUNT = rf"\d{{1,3}}|{'|'.join(NUMBER_WORDS)}"
_WHO = r"(?:votes?\s+|members?\s+|councillors?\s+|voted\s+|voting\s+|were\s+)*"
_VOTES = pattern_of(
    rf"\b(?P<pro>{_COUNT}|none|no)\s+{_WHO}(?:for|in\s+favour)\b[^.;]{{0,40}}?\b(?P<con>{_COUNT}|none|no)\s+{_WHO}against\b"
    rf"|\b(?:for|in\s+favour)\b[^.;\d]{{0,40}}?\b(?P<ayes>{_COUNT})\b.{{0,60}}?\bagainst\b[^.;\d]{{0,40}}?\b(?P<noes>{_COUNT})\b"
    rf"|\b(?:voted\s+(?:by\s+)?(?P<aye>{_COUNT})\s*(?:votes?\s+)?(?:to|[-–])\s*(?P<no>{_COUNT})|by\s+(?P<one>{_COUNT})\s+votes?\s+to\s+(?P<other>{_COUNT}))\b(?!\s+(?:against|abstain\w*|abstentions?)\b)",
    re.IGNORECASE,
)
"""Accepts "three for, four against", "for the motion 3; against the motion 4" and "by three votes to four"."""


def find_side(sentence: str) -> Side | None:
    """What a sentence that names or puts a motion wants for the public; of one that speaks of both neither."""
    stay = _STAY.search(sentence) is not None
    leave = _LEAVE.search(_STAY.sub(" ", sentence)) is not None
    if stay or leave:
        return Side.ELSE if stay and leave else Side.STAY if stay else Side.LEAVE
    return Side.ELSE if _ELSE.search(sentence) else None


def read_ballot(sentence: str) -> Fate | None:
    """What became of a motion; None for no end of one. Counted votes only tell it where they were not enough."""
    if _REPORTED.search(sentence):
        return None
    votes, lost, resolved = (pattern.search(sentence) for pattern in (_VOTES, _LOST, _RESOLVED))
    if lost is not None and (resolved is None or resolved.start() >= lost.start()):
        return Fate.LOST
    if votes is not None and _is_outvoted(votes):
        return Fate.LOST
    return Fate.CARRIED if _CARRIED.search(sentence) else None


def find_outcome(sentence: str) -> tuple[Side, Fate] | None:
    """What became of a motion that the sentence itself says is about the public; None where it tells no such end."""
    moved, verdict = moved_words(sentence)
    named = MOVES.search(moved) if verdict is None else NAMES_MOTION.search(moved) or _BALLOT.search(moved)
    if not (named and _ABOUT_PUBLIC.search(moved)) or _ALWAYS.search(moved):
        return None
    side, fate = find_side(moved), read_ballot(sentence)
    return (side, fate) if side in (Side.LEAVE, Side.STAY) and fate is not None else None


def moved_words(sentence: str) -> tuple[str, re.Match[str] | None]:
    """The words of a sentence that tell of a motion, and its verdict. What was so meanwhile ("in private, a motion to
    sell was lost"), and what came of it behind the verdict ("he withdrew the proposal and the meeting went on in
    public"), say nothing of what was moved."""
    verdict = next(filter(None, (pattern.search(sentence) for pattern in (_LOST, _CARRIED))), None)
    if verdict is None:
        return sentence, None
    end = verdict.end()
    if _MOVED_BEHIND.match(sentence, end):
        further = _NEXT_CLAUSE.search(sentence, end)
        end = further.start() if further else len(sentence)
    begun = _OBJECT.search(sentence, 0, end)
    if begun is not None:
        return sentence[begun.start() : end], verdict
    meanwhile = _MEANWHILE.match(sentence)
    return sentence[meanwhile.end() if meanwhile else 0 : end], verdict


_ALWAYS = pattern_of(r"\b(?:never|always|future|meetings)\b", re.IGNORECASE)
"""What is moved about other meetings too."""
_MOVED_BEHIND = pattern_of(r"\s+(?:that|to|for|of|\w+ing)\b", re.IGNORECASE)
_NEXT_CLAUSE = pattern_of(
    rf"(?:[,;]|\band|\bbut)\s+(?:then\s+)?(?:the\s+(?:{BODY}|press|public|discussion)\b[^.;]{{0,30}}?\s)?(?:then\s+)?"
    r"(?:\w+ed|went|left|withdrew)\b",
    re.IGNORECASE,
)
_MEANWHILE = pattern_of(
    rf"\W*(?:in|with|while|whilst|when|after|following|having|during|once)\b(?:(?!\b(?:mo[vt]|propos|vot))[^,;.]){{1,90}}?"
    rf"(?:,|(?=\s(?:the\s+{BODY}|(?:an?|the)\s+{_MOTION})\b))",
    re.IGNORECASE,
)
_BALLOT = pattern_of(rf"{_VOTED}|[-–:]\s*(?:lost|carried|defeated|negatived|not\s+carried)\b", re.IGNORECASE)

SHUTS = ((Side.LEAVE, Fate.CARRIED), (Side.STAY, Fate.LOST))
"""By these the public goes."""


def _is_outvoted(votes: re.Match[str]) -> bool:
    pro, con = (
        next(votes[name] for name in names if votes[name])
        for names in (("pro", "ayes", "aye", "one"), ("con", "noes", "no", "other"))
    )
    return number_of(pro.lower()) < number_of(con.lower())


def number_of(printed: str) -> int:
    """What is printed in figures or words in small letters; 0 for another word."""
    return int(printed) if printed.isdigit() else NUMBER_WORDS.get(printed, 0)
