"""Room `pack`: the words that marks are made of (`marks`): who may see a paper, what is marked, what of a mark may be
repeated, and whether a text has any of them at all.

A paper is kept *from* outsiders ("must not be shown to anyone outside the Board"), or kept *to* people that are named
("circulation limited to members and their advisers", "governors only"). Most pages can hold no mark, which is quickly
seen: the words are looked for in small letters, without a pattern where one is not needed.
"""

import functools
import re
from collections.abc import Iterable

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import any_of, pattern_of

PASSED = any_of(
    "shown", "shared", "circulated", "disclosed", "distributed", "copied", "forwarded", "passed", "sent", "given",
    "released", "published", "quoted", "communicated", "revealed", "discussed", "issued", "seen", "read", "viewed",
    r"made\s+(?:known|available)",
)  # fmt: skip
_OUTSIDERS = (
    r"(?:any(?:one|body)|others?\b|(?:any\s+|other\s+|unauthori[sz]ed\s+)*(?:persons?|people|part(?:y|ies)|bod(?:y|ies))|third\s+part(?:y|ies)|"
    r"non-?members?|(?:press|public|media)|members\s+of\s+the\s+(?:press|public))"
)
_FURTHER = r"(?:\s+(?:on|further|onwards?|in\s+any\s+form|in\s+whole\s+or\s+in\s+part))?"
_WHO = r"[^.;:]{0,60}"
"""The rest of a clause, in which the people are named."""

KEPT_FROM = (
    rf"\bnot\s+(?:to\s+)?be\s+{PASSED}(?:(?:\s+(?:to|with|by))?\s*(?:,|or|and)\s+{PASSED})*{_FURTHER}\s+"
    rf"(?:(?:to|with|by|among|amongst)\s+(?:the\s+)?{_OUTSIDERS}\b|(?:outside|beyond)\s+(?:of\s+)?(?:the|this|your|our)\b){_WHO}"
)
"""Not "has not been shared with schools", which tells of the past, nor "should not be read with the plan"."""

KEPT = r"\bnot\s+to\s+be\s+(?:shared|distributed|copied|forwarded|passed\s+on)(?:\s+(?:further|onwards?|on))?(?=\W*$)"
"""With nobody named, as the last words: "For members only - not to be shared"."""

_PASS_ON = r"(?:circulate|publish|copy|distribute|release|disclose|forward|share)"

THE_PUBLIC = r"(?:the\s+)?(?:press\s+(?:and|or|&)\s+)?(?:the\s+)?public\b(?:\s+(?:and|or|&)\s+(?:the\s+)?press\b)?"
NOT_PUBLIC = (
    rf"{KEPT_FROM}|{KEPT}|"
    r"(?:strictly\s+)?not\s+(?:(?:to\s+)?be\s+)?(?:for\s+)?(?:general\s+|public\s+|wider\s+|onward\s+|further\s+|external\s+)?"
    r"(?:publication|release|circulation|disclosure|distribution|transmission|published|released|disclosed|circulated|made\s+public|(?:made\s+)?publicly\s+available)\b"
    rf"|\bnfp\b|\bunpublished\b|\bdo\s+not\s+{_PASS_ON}(?:\s*(?:,|or|and|/)\s*{_PASS_ON})*\b"
    rf"|\b(?:closed|not\s+(?:open|available|accessible)|not\s+for|without|absence\s+of)\s+(?:to\s+)?{THE_PUBLIC}"
    r"|\bnot\s+in\s+public(?:\s+session)?(?=\W*$)"
    r"|\bnon-?\s?(?:public|open)(?=\W*$|\s+(?:items?|business|session|reports?|papers?|part|agenda|minutes|matters|appendix))"
    r"|\bnid\s+yw['’]?r?\b.{0,40}\bi['’]w\s+(?:g|ch)yhoeddi\b"
    r"|\b(?:publication|access)\s+(?:status|classification|category)\s*:\s*closed\b"
    r"|\b(?:withheld|excluded)\s+from\s+(?:publication|the\s+(?:press|public))\b"
    r"|\b(?:nid|ddim|nad\s+yw)\s+(?:yw\s+)?i['’]w\s+(?:g|ch)yhoeddi\b|\bni\s+ddylid\s+(?:ei\s+)?cyhoeddi(?:['’]r)?\b"
)
"""A status that is itself a negative; taken out before negatives are looked for."""


PERSONS = (
    r"(?:members?|councillors?|governors?|trustees?|directors?|(?:chief\s+)?officers?|recipients?|addressees?|aldermen|commissioners?|"
    r"panellists?|assessors?|chair(?:s|man|men|person)?)"
)
BODY = (
    r"(?:committee|sub-committee|board|panel|cabinet|council|forum|group|executive|commission|trust|authority|school)"
)
_GROUP = rf"{PERSONS}['’]?(?:\s+of\s+(?:the\s+|this\s+)?(?:[\w-]+\s+){{0,4}}?{BODY})?"
_ENDS = r"(?=\s*(?:$|[^\w\s'’])|\s+(?:until|under|because|as|by|and|not)\b)"

ONLY = (
    rf"\b(?:for\s+)?(?:the\s+)?(?:(?:elected|all|named|{BODY})\s+){{0,2}}?{_GROUP}(?:\s*(?:,|and|or|&)\s+(?:(?!(?:and|or|{PERSONS})\b)[\w-]+\s+){{0,3}}?{_GROUP})*"
    rf"\s+(?:eyes\s+)?only{_ENDS}"
)
"""Not "members only parking", where it belongs to what follows, nor "maintained members only", who vote on an item."""

LIMITED = (
    r"(?:\b(?:circulation|distribution|access|readership|disclosure)\s+(?:(?:is|are|to\s+be|must\s+be)\s+)?(?:strictly\s+)?"
    r"(?:restricted|limited|confined)|\brestricted)\s+(?:only\s+|solely\s+)?to\s+(?:the\s+|all\s+|those\s+|its\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?(?:{PERSONS}|{BODY})(?=\s*[,.;)]|\s*$|\s+(?:of|and|or|on|in|with|only|who|named|listed|concerned)\b){_WHO}"
)
SENT_ONLY = (
    r"\b(?:circulated|issued|distributed|sent|available|restricted)\s+(?:only\s+)?to\s+(?:the\s+)?"
    rf"{PERSONS}\b(?!\s+on\b)[\w\s-]{{0,40}}\bonly\b"
)


NOUNS = (
    r"(?:(?:sub-?)?reports?|items?|papers?|documents?|information|minutes?|agendas?|business|sessions?|matters?|parts?|"
    r"sections?|supplements?|supplementary|supplemental|schedules?|meetings?|cyfarfod|briefings?|notes?|annex(?:es|e)?|appendix|"
    r"appendices|enclosures?|addend(?:um|a)|pages?|packs?|material|data|advice|details|contents?|paragraphs?|paras?|"
    r"decisions?|adroddiad(?:au)?|eitem(?:au)?|gwybodaeth|atodiad(?:au)?|cofnodion|papur(?:au)?|busnes|dogfen(?:nau)?)"
)
"""What councils call the things they mark, in English and Welsh."""

_GLUE_WORDS = (
    "a an the by this these that following attached enclosed above its and & or of to for be is are has have been "
    "been marking marked protective security government classification classified status publication access "
    "level category type contains contain containing includes include including item no number s agenda part "
    "ii b two 2 council committee information report i'w yn y yr a'r mae'r mae hwn hon annex appendix ref "
    "gyhoeddi members member only to strictly highly very therefore which exemption exemptions reason reasons "
    "ground grounds yes commercial personal committee cabinet board panel held taken considered discussed when "
    "separate separately fully wholly page draft final copy unofficial version attention main cover covering update "
    "circulation distribution access release tabled in heard embargoed"
)
GLUE = frozenset(_GLUE_WORDS.split())
"""Words that may stand between a status and its nouns and say nothing themselves."""

_TELLABLE_WORDS = (
    "by virtue under with accordance pursuance pursuant terms as defined described set out it they this within "
    "meaning schedule government local act acts lga amended part rhan scotland northern ireland wales england "
    "access variation order rules regulation regulations information section deddf llywodraeth leol atodlen "
    "paragraff baragraff paragraffau o dan rhinwedd fel y'i diffinnir am gan ei fod eu bod ac also any all "
    "from at time present until for release publication disclosure circulation distribution general wider "
    "onward nid ddim nfp exempt confidential private restricted closed official sensitive not in camera "
    "confidence privileged legally commercial commercially members councillors eyes pink yellow green blue "
    "buff grey papers paper pages eithriedig cyfrinachol preifat unpublished withheld open available published "
    "released disclosed circulated shall must should will may remains remain constitutes because on para paras "
    "category categories press public made do does circulate publish copy distribute release disclose forward share "
    "governors trustees directors officers recipients addressees named attention shown shared passed sent given quoted "
    "communicated revealed issued seen read viewed anyone anybody third parties outside beyond limited confined"
)
_TELLABLE = frozenset(_TELLABLE_WORDS.split())
"""With the glue and the nouns: the words of a mark that may be repeated in a finding. Others could be the very thing
that is withheld: "This report sets out the bid of ... and is exempt"."""


def tellable(text: str) -> str:
    """The beginning of a mark as far as it says nothing of what is withheld."""
    nouns = re.compile(rf"^{NOUNS}$", re.IGNORECASE)
    end = 0
    for token in re.finditer(r"[\w'’&]+", text):
        word = token.group().lower()
        if not (
            word in GLUE
            or word in _TELLABLE
            or nouns.match(word)
            or re.fullmatch(r"\d{1,4}[a-z]?|[a-z]|[ivx]{1,4}", word)
        ):
            break
        end = token.end()
    rest = re.match(r"[)\]}.]*", text[end:])
    return text[: end + (rest.end() if rest else 0)].strip()


_ON_PAGE = (
    "exempt confiden private restrict sensitive publication publish privilege exclude exclusion disclos circulation "
    "circulate distribut releas transmi withheld camera eithr yfrinach reifat hoedd cyfyngedig withdrew reserved aeedig"
)
_ON_PAGE_WORDS = tuple(_ON_PAGE.split())
ANNEX = r"(?:appendix|annexe?|enclosure|attachment|addendum|schedule|atodiad)"
"""What is attached to a report under a label of its own."""
COLOURS = ("pink", "yellow", "green", "blue", "buff", "lilac", "salmon", "grey")
_COLOURED = "|".join(rf"{colour}\s*(?:\s+pa(?:per|ge)|/)" for colour in COLOURS)
_PUBLIC = r"\s+(?:to\s+)?(?:the\s+){0,2}p"
_ON_PAGE_TOGETHER = pattern_of(
    rf"100(?<=\b100)\s?\(?a|50(?<=\b50)\s?\(?a|a(?:vailable\s+to\s+the\s+public\W+no\b|bsence\s+of{_PUBLIC}|todlen\s+12)|b(?:y\s+virtue|elow\s+the\s+line)|"
    r"c(?:losed\b|\s+o\s+n\s+f\s+i\s+d)|do\s+not\s+(?:copy|forward|share)|e\s+x\s+e\s+m\s+p|"
    rf"for\s+release\b|in\s+committee|made\s+public|"
    rf"n(?:fp(?<=\bnfp)\b|\s+o\s+t\s+f\s|ot\s+(?:in\s+public|(?:open|available|accessible|for){_PUBLIC}|(?:to\s+)?be\s+{PASSED})|on-?\s?(?:public|open))|open\s+to\s+the|"
    r"r\s+e\s+s\s+t\s+r|p(?:\s+r\s+i\s+v\s+a|ublicly\s+available|ublic:\s+no\b|art:?\s+(?:2|ii|b|two)\b|art\s+(?:1|i|one|4)\s+of\b|aragraphs?\s+\d)|"
    rf"sch(?:edule|(?<=\bsch))\.?\s+(?:12|7|6)|without{_PUBLIC}|yn\s+rhinwedd|{_COLOURED}"
)
"""Words that are too common alone. Each begins with a letter or a digit, those that begin alike stand together, and
what must stand before one is asked behind it: then they are looked for six times as fast."""
_NAMES_READERS = pattern_of(
    rf"(?:limited|confined)\s+(?:(?:only|solely)\s+)?to\b|public\s+access\b|"
    rf"paper\s+colour|colour\s+of\s+(?:the\s+)?paper|(?:issued|sent|available)\s+(?:only\s+)?to\s+(?:the\s+)?{PERSONS}"
)
_ONLY = pattern_of(r"only\b")
_THEY_ONLY = pattern_of(rf"(?:{PERSONS}|{BODY})['’]?[\s-]+(?:and\s+officers[\s-]+)?(?:eyes[\s-]+)?only\b")
_BEFORE_ONLY = 80
"""Characters in which they stand that may read it: "governors and officers' eyes only" has 30."""
_READERS = ("limited", "confined", "only", "access", "colour")
"""What a text must have that says who may read a paper (`audience`)."""

OF_THE_ACT = pattern_of(
    r"^(?=.*\bpara(?:graph)?s?\.?\s*1?\d\b(?!\.\d))\W*(?:(?P<number>para(?:graph)?s?\W*\d+)\W+|(?:this|the)\s+(?:item|report|minute)\s+contains?\s+)?"
    r"information\s+(?:relating\s+to|which|that|in\s+respect\s+of)\b[^.]{0,60}?\b(?:financial|business|individual|identity|"
    r"negotiations?|labour|privilege|prevention|investigation|prosecution)\b",
    re.IGNORECASE,
)
"""The Schedule's classes in its own words, numbered: "Paragraph 3 - information relating to the business affairs"."""


def tells_classes(rows: Iterable[str]) -> bool:
    """Whether rows tell what the classes of the Schedule are, and not of which of them a paper is."""
    return sum(_CLASS.match(row) is not None for row in rows) >= MANY_CLASSES


_CLASS = pattern_of(r"^\W*para(?:graph)?\W*\d+\W+information\b", re.IGNORECASE)
MANY_CLASSES = 4
"""More than a paper has grounds; the Schedule has seven."""


@functools.lru_cache(maxsize=8192)
def may_hold_mark(text: str) -> bool:
    """Whether a page, a row of it, or a title need be looked at for marks and for passages that are not public."""
    small = small_letters(text)
    return (
        has_any(_ON_PAGE_WORDS, small)
        or _ON_PAGE_TOGETHER.search(small) is not None
        or (has_any(_READERS, small) and _names_readers(small))
    )


def _names_readers(small: str) -> bool:
    """Whether a text says who may read a paper; people, who have many names, are only looked for before "only"."""
    return _NAMES_READERS.search(small) is not None or any(
        _THEY_ONLY.search(small, max(0, only.start() - _BEFORE_ONLY), only.end()) for only in _ONLY.finditer(small)
    )


_TICKED = "☑☒■✓✔✗\uf0fe\uf0fd\uf052"
BOX = pattern_of(rf"\[\s*[xX✓✔]?\s*\]|[☐□\uf06f\uf0a8{_TICKED}]")


def ticked(text: str) -> str:
    """Of a line with boxes to tick, what is ticked, behind the question that it answers; a box stands before its words,
    unless the line ends with one. A single empty box, not in brackets, may be a bullet: then it says nothing."""
    boxes = list(BOX.finditer(text)) if "[" in text or not text.isascii() else []
    if not boxes or (len(boxes) == 1 and boxes[0].group() in _BULLETS):
        return text
    ends = [0, *(at for box in boxes for at in box.span()), len(text)]
    pieces = [text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)]
    question, words = ([pieces[0]], pieces[1:]) if pieces[-1].strip() else ([], pieces[:-1])
    chosen = [word for box, word in zip(boxes, words, strict=True) if re.search(rf"[xX{_TICKED}✓✔]", box.group())]
    return " ".join(" ".join(question + chosen).split()) if chosen else ""


_BULLETS = "□\uf06f\uf0a8"
