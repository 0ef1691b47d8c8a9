"""Room `pack`: resolutions to exclude the public, and headings that part an agenda or minutes.

Takes a heading or the words of a resolution, gives what it closes: nothing, the item that follows, those it names, or
everything that follows. Does not know where they stand.
"""

import re
from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

from scrutiny.language.dates import MONTH
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import any_of, pattern_of
from scrutiny.pack.ballots import number_of
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.markwords import COLOURS
from scrutiny.pack.rows import Row
from scrutiny.sources import fold


class Reach(Enum):
    """How far a resolution reaches."""

    NOTHING = "nothing"
    NEXT = "the item that follows"
    NAMED = "the items it names"
    REST = "all that follows"


class Exclusion(Struct, frozen=True, kw_only=True):
    """A resolution, or its announcement. `items` are the numbers it names; `bare`: it is a heading and no more."""

    text: str
    reach: Reach
    words: str = ""
    """What it says of the business that it closes."""
    items: tuple[str, ...] = ()
    bare: bool = False
    count: int = 1
    """How many items follow that it closes, where it reaches only the next."""
    conditional: bool = False
    """Whether it only asks if there is any private business."""


_PUBLIC = (
    r"(?:press(?!\s+(?:office|release))|media|public(?!\s+(?:sector|consultation|gallery|health|realm|transport|questions?|speaking|participation|"
    r"librar|rights?|interest|inquiry|house|space|toilet|service|body|bodies|record|notice|money|funds?)))"
)
_ROOM = (
    r"(?:private|closed|confidential|camera|committee|exempt|part\s+(?:2|ii|b))\b"
    r"(?!\s+(?:rent|sector|hire|home|hous|owner|practice|compan|market|framework|school|road|land|finance))"
)
_EXCLUDED = (
    r"(?:(?:be|been|being|is|are|was|were)\s+(?:\w+\s+)?excluded\b"
    r"|excluded\b(?!\s+by\s+(?!virtue|reason|resolution|a\s+resolution)))"
)
"""The public is excluded by whatever it may be; those "excluded by the age limit" are only a part of it."""
_TO_LEAVE = r"\bto\s+(?:leave|withdraw|be\s+excluded)\W+(?:agreed|resolved|carried|approved)\b"
"""A heading in the infinitive, and the verdict below it: "Public to leave", "Agreed, six in favour"."""
_BE_THERE = r"(?:attend|remain|stay|be\s+present|return|re-?enter)"
_AWAY = r"(?:can\s?not|(?:may|must|will)\s+not(?:\s+be\s+able\s+to)?)"
_BUSINESS_LEFT = (
    r"(?:the\s+)?(?:(?:rest|remainder)\s+of\s+the\s+(?:meeting|agenda|session|business)|following\s+(?:items|business)|"
    r"(?:this|next|following)\s+item)\b"
)
_EXCLUDES = pattern_of(
    r"\bpowers?\s+(?:to\s+exclude|of\s+exclusion)\b(?=.{0,40}\bitems?\s+\d)|^\W*exclu(?:de|sion)\W+items?\s+\d|"
    rf"\bexclu(?:de|ded|ding|sion)\b.{{0,80}}?\b{_PUBLIC}\b|\b{_PUBLIC}\b.{{0,140}}?\b{_EXCLUDED}"
    rf"|\b{_PUBLIC}\b.{{0,30}}?{_TO_LEAVE}"
    rf"|\b{_PUBLIC}\b.{{0,30}}?\b(?:not\s+(?:to\s+)?be|be\s+not)\s+(?:(?:re-?)?admitted|(?:permitted|allowed)\s+to\s+{_BE_THERE})\b"
    rf"|\b{_PUBLIC}\b.{{0,30}}?\b{_AWAY}\s+{_BE_THERE}\s+(?:(?:at|for|in|during)\s+)?{_BUSINESS_LEFT}"
    rf"|\b{_PUBLIC}\b.{{0,60}}?\b(?:(?:left|withdrew|withdraw|leave)\b(?:.{{0,20}}(?:meeting|room|chamber)|\W*$)|(?:leave|withdraw)\s+(?:for|during|before|from|while|whilst)\b)"
    r"|\b(?:meeting|council|committee|sub-committee|board|panel|cabinet|executive|members|forum)\b.{0,60}?\b(?:went|go(?:es)?|moved?|moves|entered|enter|"
    r"continued?|continues|retired|resolved?)\b.{0,40}?\b(?:into|in|to)\s+(?:a\s+)?"
    rf"{_ROOM}"
    r"|\bmove(?:d)?\s+into\s+(?:private|closed|confidential|exempt|committee|part\s+(?:2|ii|b))\b"
    r"|\beithrio['’]r\s+(?:cyhoedd|wasg)|\bgwahardd\s+(?:y|['’]r)\s*(?:cyhoedd|wasg)|\b(?:cyhoedd|wasg)\b.{0,60}\b(?:eithrio|gwahardd|gadael)\b"
    rf"|\b(?:taken|heard|considered|discussed|held|dealt\s+with)\s+(?:without|in\s+the\s+absence\s+of)\s+(?:the\s+)?{_PUBLIC}\b(?!\s+(?!being\s+present|attending)\w+ing\b)"
    r"|\b(?:taken|heard|considered|discussed|held|conducted|continued)\s+in\s+(?:private|closed|confidential|camera|committee(?!\s+rooms?\b))\b",
    re.IGNORECASE,
)
_EXCLUDING_WORDS = (
    "exclu", "admit", "permit", "allow", "left", "withdr", "leave", "private", "closed", "confidential", "camera",
    "exempt", "part 2", "part ii", "part b", "without", "absence of", "in committee", "to committee",
    "in a committee", "to a committee", "cannot", "can not", "may not", "must not", "will not", "eithrio", "gwahardd",
    "gadael",
)  # fmt: skip
"""Each of these has one of them."""
_HEADING = pattern_of(
    rf"^(?:[\w/().]{{1,12}}\s+)?(?:(?:motion|resolution|proposal|to\s+consider)\s+(?:to\s+|for\s+(?:the\s+)?)?)?(?:(?:possible|proposed)\s+)?exclu(?:sion|de)\s+(?:of\s+)?(?:the\s+|members\s+of\s+the\s+)*"
    rf"{_PUBLIC}(?:\s*(?:and|&|/|or)\s*(?:the\s+)?{_PUBLIC})?(?:\s+from\s+(?:the\s+)?meeting)?\W*$"
    r"|^(?:[\w/().]{1,12}\s+)?(?:eithrio|gwahardd)['’]?r?\s+(?:y\s+|['’]r\s+)?(?:cyhoedd|wasg)(?:\s+a['’]r\s+(?:cyhoedd|wasg))?\W*$",
    re.IGNORECASE,
)
NONE = pattern_of(
    r"\bno\s+(?:\w+\s+){0,3}(?:items?|business|reports?|matters?|information)\b|\bthere\s+(?:are|were|was|is)\s+(?:no|none|nothing)\b|\bno\s+such\b|\bnone\b|"
    r"\bnot\s+(?:\w+\s+to\s+be\s+)?(?:necessary|required|needed)\b|\bno\s+(?:resolution|exclusion)\b|\bnil\b",
    re.IGNORECASE,
)
"""There is nothing below a heading: "There were no exempt items"."""
_DECIDING = any_of(
    "to", "be", "been", "in favour of", "of", "the", "that", "therefore", "then", "need", "necessary", "wish", "choose",
    r"propos\w+", r"resolv\w+", r"agree\w*", r"vot\w+", r"decid\w+", r"support\w*", "for",
)  # fmt: skip
_REFUSES = pattern_of(
    rf"\b(?:not|never|declin\w+|refus\w+|reject\w+|(?:vot|decid|resolv|agre)\w+\s+against)(?:\s+{_DECIDING}){{0,5}}"
    r"\s+exclu(?:de|ded|ding|sion)\b"
    r"|\bpeidio\b(?:\s+\w+){0,3}?\s+(?:g?wahardd\w*|h?eithrio)\b|\b(?:ni|nid|na|nad)\s+(?:\w+\s+){0,3}?(?:g?wahardd\w*|h?eithrio)\b",
    re.IGNORECASE,
)
"""A sentence of which nothing else is said than that the public is not excluded: "did not resolve to exclude", "voted
against the exclusion of"; not "did not object to excluding", nor "agreed not to discuss the exclusion"."""
_ABSENT = pattern_of(r"\bthere\s+(?:was|were)\s+no\s+(?:members?\s+of\s+(?:the\s+)?)?(?:press|public)\b", re.IGNORECASE)
"""That nobody was there says nothing of what was decided besides."""
_NOBODY = pattern_of(
    r"\bvotes?\s+to\s+(?:none|nil)\b|\b(?:with\s+)?none\s+(?:\w+\s+)?(?:against|opposed|dissenting|abstaining)\b",
    re.IGNORECASE,
)
"""None who voted against it."""
_CONDITION = pattern_of(
    r"\b(?:whether|if|should|any|in\s+the\s+event|where\s+(?:appropriate|necessary)|when(?:ever)?|identify|may\s+(?:wish|need|have)|likely\s+to\s+be)\b",
    re.IGNORECASE,
)
_ORDERS = pattern_of(
    r"(?<=\bthat\b)(?P<who>[^.;]{0,120}?)\bshould\s+(?:now\s+|then\s+)?(?:be\s+(?:excluded|asked|removed)|withdraw|leave|retire|go)\b"
    r"|\blikely\s+(?:to\s+be\s+(?:disclosed|revealed|made\s+known)|disclosure)\b",
    re.IGNORECASE,
)
"""What is decided ("carried that those present should withdraw"), and its ground in law: no condition."""
_NAMED = pattern_of(
    r"\b(?:articles?(?=\s+\d{1,2}\s+(?:\(para|of\s+this\s))|(?:agenda\s+)?items?(?:\s+of\s+business)?|(?:for|during|while|whilst|until|that|respect\s+of|consider(?:ing)?|(?:consideration|discussion)\s+of)\s+(?:articles?|minutes?))\s*(?:\((?:s|no\.?s?)\)\s*)?(?:nos?\.?\s*|numbers?\s*|numbered\s*)?"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2})?[a-z]?(?:(?:\s*(?:,|and|&|to|-|–|\([^)]{0,60}\)))+\s*(?:items?\s*)?\d{1,2}(?:\.\d{1,2})?[a-z]?\b)*)",
    re.IGNORECASE,
)
_TOLD = pattern_of(
    rf"\b(?:which|that|who)\s+had\b[^.;,]*|\bthat\s+(?:the\s+)?{_PUBLIC}\s+had\s+been\b[^.;,]*?\b(?:last|previous|earlier|{MONTH})\b[^.;,]*",
    re.IGNORECASE,
)
"""What had been so at another time: "the items which had been taken after the exclusion of the public"."""
_NEXT = pattern_of(
    r"\b(?:the\s+)?(?:following|next|above|this|that)\s+(?:agenda\s+)?(?:item|report|matter)(?!\w|\(s\))|\bthe\s+item\s+(?:below|that\s+follows)|\beitem\s+ganlynol\b",
    re.IGNORECASE,
)
_REST = pattern_of(
    r"\b(?:following|next|below|above|remaining|these|those)\b.{0,20}\b(?:items|business|reports|matters|item\(s\)|report\(s\))|\bitem\(s\)|\b(?:remainder|rest)\s+of\b|"
    r"\bremaining\b|\beitemau\s+canlynol\b|\bmaterion\s+canlynol\b|\bfollowing\b",
    re.IGNORECASE,
)


def read_exclusion(text: str) -> Exclusion | None:
    """What a heading with the words below it, or a minute, says of excluding the public; None where it says nothing
    of that. "To consider whether any items should be taken in private" closes nothing."""
    words = without_told(fold(text))
    found = _EXCLUDES.search(words) if has_any(_EXCLUDING_WORDS, small_letters(words)) else None
    if found is None:
        return None
    mark = words[: found.end()][-160:]
    if _HEADING.match(words):
        return Exclusion(text=mark, reach=Reach.REST, bare=True)
    sentences = re.split(r"(?<=[.;])\s+", words)
    decided = [sentence for sentence in sentences if not _ABSENT.search(sentence)]
    sentences = decided if any(map(_EXCLUDES.search, decided)) else sentences
    words = " ".join(map(_not_refused, sentences))
    if not _EXCLUDES.search(words) or NONE.search(_NOBODY.sub(" ", words)):
        return Exclusion(text=mark, reach=Reach.NOTHING)
    own = [sentence for sentence in re.split(r"(?<=[.;])\s+", words) if _EXCLUDES.search(sentence)]
    named = next(filter(None, map(named_items, (" ".join(own), words))), ())
    if named:
        return Exclusion(text=mark, reach=Reach.NAMED, words=words, items=named)
    if _DESIGNATED.search(words):
        return Exclusion(text=mark, reach=Reach.NOTHING)  # the items have marks of their own
    asks = _CONDITION.search(_ORDERS.sub(r" \g<who> ", words)) is not None and not _ANSWERED.search(words)
    count = items_to_come(words)
    if count is not None or _NEXT.search(words):
        return Exclusion(text=mark, reach=Reach.NEXT, words=words, count=count or 1, conditional=asks)
    if _REST.search(words):
        return Exclusion(text=mark, reach=Reach.REST, words=words, conditional=asks)
    if asks:
        return Exclusion(text=mark, reach=Reach.NOTHING, conditional=True)
    return Exclusion(text=mark, reach=Reach.REST, words=words)


def named_items(words: str) -> tuple[str, ...]:
    """The numbers of the items that a resolution names."""
    named = [number for match in _NAMED.finditer(words) for number in _numbers(match["numbers"])]
    first = _ONWARDS.search(words)
    named += map(str, range(int(first[1]), 100)) if first else ()
    return tuple(dict.fromkeys(named))


def items_told_of(row: str) -> tuple[str, ...]:
    """The numbers of the items that a note is about: they stand before what it says, "Note: item 4 is exempt"; not in
    "This report is exempt (taken with item 4)"."""
    return named_items(row) if _ABOUT_ITEMS.match(row) else ()


_ABOUT_ITEMS = pattern_of(
    r"^\W*(?:(?:please\s+)?(?:note|n\.?b)\b\W*(?:that\s+)?)?"
    r"(?:(?!exempt|confidential|private|restricted|closed|part\b|not\b|public|this\b)[a-z]+\s+){0,5}?(?:items?|articles?)\s+\d",
    re.IGNORECASE,
)

_ONWARDS = pattern_of(r"\b(?:items?|articles?|minutes?)\s+(\d{1,2})\b[^.;\d]{0,40}\bonwards?\b", re.IGNORECASE)


def without_told(sentence: str) -> str:
    """A sentence without what it says had been so before."""
    return _TOLD.sub(" ", sentence)


DECIDES_IT = pattern_of(
    rf"\b(?:resolved|agreed|decided|carried|ordered)\b[^.;]{{0,80}}?(?:\bthat\s+(?:the\s+|all\s+|members\s+of\s+the\s+)*{_PUBLIC}"
    rf"(?:\s*(?:and|&|/|or)\s*(?:the\s+)?{_PUBLIC})?\s+(?:should\s+)?be\s+(?:now\s+)?excluded"
    rf"|\bto\s+exclude\s+(?:the\s+|all\s+|members\s+of\s+the\s+)*{_PUBLIC}(?:\s*(?:and|&|/|or)\s*(?:the\s+)?{_PUBLIC})?)"
    r"(?:\s*(?:[.,;]|$)|\s+(?:from\s+(?:\w+\s+){0,3}?(?:meeting|room|session|chamber|discussions?|proceedings|remainder)|for|during|while|"
    r"whilst|until|at|under|on\s+the\s+grounds?)\b)",
    re.IGNORECASE,
)
"""The object of a resolution is, in so many words, that the public be excluded from the meeting: not what is told of
it, nor of others ("that the policy of excluding the public be revised")."""


def items_to_come(words: str) -> int | None:
    """How many items follow of which a sentence speaks: 2 for "the next two items"; None where it counts none."""
    found = _COUNTED.search(words)
    return number_of(found["count"].lower()) if found else None


_COUNTED = pattern_of(
    rf"\b(?:next|following)\s+(?P<count>[2-9]|{'|'.join(word for word, of in NUMBER_WORDS.items() if of > 1)})\s+"
    r"(?:agenda\s+)?(?:items|matters|reports|papers)\b",
    re.IGNORECASE,
)

_ANSWERED = pattern_of(r"\bso\s+(?:resolved|agreed|ordered|decided)\b", re.IGNORECASE)
_DESIGNATED = pattern_of(
    r"\b(?:parts?|items?|reports?|appendices|business)\b.{0,30}\b(?:designated|identified|marked|listed|shown|indicated|highlighted)\b.{0,40}\b(?:exempt|confidential|private)",
    re.IGNORECASE,
)
"""Many agendas have among their first items: "the parts of the agenda that are designated as exempt"."""


def _numbers(printed: str) -> list[str]:
    bare = re.sub(r"\d{1,2}\s*\((?:public|open)\)|\([^)]*\)", " ", printed)
    span = re.fullmatch(r"\s*(\d{1,2})\s*(?:to|-|–)\s*(\d{1,2})\s*", bare)
    if span and int(span[1]) < int(span[2]):
        return [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return [number.lower() for number in re.findall(r"\d{1,2}(?:\.\d{1,2})?[a-z]?\b", bare, re.IGNORECASE)]


PRIVATE_PART = pattern_of(r"^(?:agenda\W+)?(?:part|rhan|section)\s+(?:b|ii|2|two)\b\W*(?P<rest>.*)$", re.IGNORECASE)
_PUBLIC_PART = pattern_of(
    r"^\(?(?:agenda\s+)?(?:part|rhan|section)\s+(?:a|i|1|one|c|iii|3|three)\b(?![.(]\d|\s+of\s+(?!(?:the|this)\s+(?:agenda|meeting)))(?!.*\b(?:exempt|confidential|private|closed|excluded|not\s+for\s+publication)\b)"
    r"|^\W*(?:public|open|unrestricted|non[\s-]+exempt)\s+(?:items?|business|session|agenda|reports?|part|section|appendix|annex|meeting|papers?|minutes)\b(?!.*\bexclu)"
    r"|^\W*items?\s+(?:which\s+are\s+|that\s+are\s+)?(?:open\s+to|during\s+which|for\s+which)\b(?!.*\bnot\b).*\b(?:welcome|open|public)\b"
    r"|^\W*(?:return(?:ed|ing)?|resum\w+|re-?open\w*|re-?conven\w+|re-?admi\w+)\b.{0,60}\b(?:public|open)\b"
    r"|^\W*(?:in\s+)?(?:public|open)\s+session\W*$"
    r"|^\W*(?:(?:items?|business)\s+)?above\s+the\s+line(?:\s+(?:items?|business))?\W*$",
    re.IGNORECASE,
)
_NOT_WELCOME = pattern_of(
    r"^\W*(?:the\s+)?(?:following\s+)?(?:items?|business|reports|matters)\s+(?:(?:is|are)\s+)?(?:of\s+business\s+)?(?:which|that|containing|likely|to\s+be|during|for|from|at|considered|not|in|taken|"
    r"involving|after|when)\b.{0,120}?\b(?:not\s+(?:welcome|open|entitled|permitted|for\s+publication)|excluded|exclusion|in\s+private|"
    r"absence\s+of\s+the\s+(?:press|public)|(?:exempt|confidential)(?=\s+(?:information|items?|matters?|business|session|from|under|in|by)|\W*$))"
    rf"|^\W*(?:the\s+|items?\b.{{0,40}}\b(?:after|when|once)\s+the\s+)?{_PUBLIC}\b.{{0,40}}\b(?:excluded|withdrawn|left|not\s+(?:welcome|admitted|permitted|present))\b"
    r"(?!\s+from\s+(?!(?:the\s+|this\s+)?(?:meeting|session|room|chamber)\b))",
    re.IGNORECASE,
)


def closes(heading: str) -> str | None:
    """The heading, where private business begins with it: "PART B", "Part II - Exempt items", "Private session"."""
    text = fold(heading)
    if opens(text) or len(text) > 200 or text[:1].islower():
        return None
    part = PRIVATE_PART.match(text)
    if part:
        rest = re.sub(r"^\W*|\W*$", "", part["rest"])
        said = any(says.search(rest) for says in (_SAYS_SHUT, _NOT_WELCOME))
        shut = said or not _NAMED_ELSE.sub("", rest) or read_exclusion(rest) or find_mark(rest) or is_shut_part(text)
        return text if shut and not NONE.search(rest) else None
    if NONE.search(text):
        return None
    if _SHUT_PART.match(text) or _NOT_WELCOME.match(text):
        return text
    mark = find_mark(text)
    return text if mark is not None and not mark.partial and len(text) < 120 else None


_NAMED_ELSE = pattern_of(
    r"^(?:items?(?:\s*[:–-]\s.*)?|business|agenda|reports?|matters|section|minutes?|papers?|session)$", re.IGNORECASE
)
"""Not "Section 2 report: housing need", which is the second of a public paper."""
_SAYS_SHUT = pattern_of(r"\b(?:exempt|confidential|private|excluded|closed)\b", re.IGNORECASE)
_SHUT_PART = pattern_of(
    r"^\W*(?:council\s+)?in\s+committee\W*$|^\W*(?:(?:items?|business)\s+)?below\s+the\s+line(?:\s+(?:items?|business))?"
    r"(?:\W*$|\s*[:(–-]\s)|^\W*(?:the\s+)?(?:press|public)(?:\s+and\s+(?:press|public))?\s+excluded\W*$",
    re.IGNORECASE,
)


_IN_SECOND_PART = pattern_of(
    r"(?P<part>part\s+(?:2|ii|b|two)(?:\s+(?:report|minute|matter|section|item|business)s?)?)(?:\s[-–—]|:)\s",
    re.IGNORECASE,
)
_FIRST_PART = pattern_of(r"\W*(?:[\d./]+[.):]?\s+)?part\s+(?:1|i|a|one)\b", re.IGNORECASE)


def second_part(heading: str, rows: Iterable[Row]) -> str | None:
    """The words of a heading of minutes that put its item into the second part of the meeting: "Part II: the kiln",
    unless the rows have a heading of a first part, which may be another of the same thing."""
    found = _IN_SECOND_PART.match(heading)
    firsts = (_FIRST_PART.match(row.text) for row in rows) if found is not None else ()
    return found.group("part") if found is not None and not any(firsts) else None


def is_shut_part(heading: str) -> bool:
    """Whether a heading names a second part and says why: "PART 2 (EXEMPT)". A report may have a public one."""
    part = PRIVATE_PART.match(heading)
    if part is None or not part["rest"]:
        return False
    mark = find_mark(part["rest"]) or find_title_mark(f"({part['rest'].strip('() ')})")
    return (mark is not None and not mark.partial) or _COLOURED.fullmatch(part["rest"]) is not None


_COLOURED = pattern_of(rf"\W*(?:{'|'.join(COLOURS)})(?:\s+(?:pa(?:per|ge)s?|sheets?))?\W*", re.IGNORECASE)

PART_TO_COME = pattern_of(
    r"^\W*(?:the\s+)?(?:following\s+)?(?:items?|business|reports|matters)\b.{0,60}\babsence\s+of\b.{0,20}\b(?:press|public)\b",
    re.IGNORECASE,
)
"""A heading says that the public will not be there for the business below: not that it may be so."""


def opens(heading: str) -> bool:
    """Whether public business begins, or goes on, with this heading: "PART A", "Public items", "Open session"."""
    text = fold(heading)
    return _PUBLIC_PART.match(text) is not None or MARKED_OPEN.search(text) is not None


MARKED_OPEN = pattern_of(
    r"[(\[](?:(?:in\s+)?(?:public|open|(?-i:OFFICIAL)|unrestricted|non-exempt)(?:\s+(?:session|item|business|part|meeting|minutes))?[)\]](?=\W*$|\s*[-–—:]\s)"
    r"|part\s+(?:a|i|1|one)[)\]]\s+\d{1,2}\s+\w+(?:\s+\d{4})?$)|\s[-–—]\s(?:public|open)\s+(?:session|part|minutes)\W*$",
    re.IGNORECASE,
)
"""The mark of public business: "9. Letters (open)", "Board (Part I) 14 June"."""


def _not_refused(sentence: str) -> str:
    """A sentence without what it refuses; nothing is left of one that excludes nobody besides."""
    rest = _REFUSES.sub(" ", sentence)
    return rest if rest == sentence or re.search(r"\bexcluded?\b", rest, re.IGNORECASE) else ""


def is_excluded(sentence: str) -> bool:
    """Whether a sentence says that the public are excluded or went, and is no heading."""
    exclusion = read_exclusion(sentence)
    return exclusion is not None and not exclusion.bare and exclusion.reach is not Reach.NOTHING
