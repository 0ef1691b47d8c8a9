"""Room `pack`: the words that mark a paper, an item or a passage as not for publication.

Takes one printed line, title or paragraph, gives a `Mark` or None. A mark is built of a *status* ("exempt",
"not for publication"), the nouns it may stand beside ("report", "appendix 2") and the ground in law behind it, and
of nothing else; or it is a sentence in the present tense about the paper that it stands on. Text that merely talks
of exemption has other words, a negative, a condition or the past tense, and is none. Does not know where the words
stand: `withholding` and `frontsheet` do.
"""

import functools
import re

from msgspec import Struct

from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.markwords import (
    BODY,
    COLOURS,
    GLUE,
    LIMITED,
    NOT_PUBLIC,
    NOUNS,
    OF_THE_ACT,
    ONLY,
    SENT_ONLY,
    THE_PUBLIC,
    may_hold_mark,
    tellable,
    ticked,
)
from scrutiny.pack.statusfields import Access, read_field
from scrutiny.sources import fold

MAX_MARK = 320
"""Characters. The longest notice seen, with its ground in law, has about 300; more is a paragraph about exemption."""


class Mark(Struct, frozen=True, kw_only=True):
    """What marks a paper. `text` is the mark as printed. `appendices` is None where the whole is marked; else only
    the appendices of these labels ("2", "b") are, or, where it is empty, appendices that are not named."""

    text: str
    appendices: tuple[str, ...] | None = None

    @property
    def partial(self) -> bool:
        """Whether the report itself is public and only something attached to it is not."""
        return self.appendices is not None


_BEHIND = (
    rf"(?=\s*(?:$|[^\w\s]|(?:(?:{BODY}\s+)?{NOUNS}|circulation|distribution|access|release|and|or|under|by|because|as|in|until|pursuant|within|paras?|section|schedule|"
    r"yes|for|on\s+the|from|at\s+this|to\s+(?:members|councillors|the)|only|public)\b))"
)
"""What may follow a status: "exempt information" is one, "exempt accommodation" and "private hire" are not."""

_ALONE = "|".join(
    (
        r"\bexempt(?:ed)?(?!\s+from\b)",
        r"(?:strictly\s+|highly\s+)?(?:private\s*(?:and|&|/|,|-)\s*)?\b(?:confidential|(?<!\bthe\s)(?<!\ba\s)confidentiality)",
        r"\bprivate(?!\s+(?:and|or)\s+public\b)",
        r"\brestricted(?!\s+to\s+the\b)",
        r"\bprivileged",
    )
)
"""A status by itself, if nothing else follows that it belongs to. Not "exempt from call-in", "exempt from VAT"."""

_STATUS = "|".join(
    (
        NOT_PUBLIC,
        LIMITED,
        r"\bexempt(?:ed)?\s+from\s+(?:(?:general|wider)\s+)?(?:publication|disclosure|(?:the\s+)?(?:press|public)\b[\w\s]{0,20}|being\s+published|release)",
        rf"(?:{_ALONE}){_BEHIND}",
        rf"\bclosed(?=\s+{NOUNS}\b)",
        r"\bsensitive(?=\s*(?:$|information|reports?|items?|\W*$))",
        r"\b(?:held\s+|taken\s+|considered\s+)?in\s+(?:strict\s+|strictest\s+)?(?:confidence|camera|private)\b",
        r"\b(?:submitted|taken|considered|listed|placed|presented)\s+(?:in|under|on|to|as)\s+part\s+(?:2|ii|b|two)\b(?!\s+of\b)",
        r"\bcommercial(?:ly)?[\s-]+(?:in[\s-]+confidence|sensitive|confidential)\b",
        r"\blegally\s+privileged\b|\blegal\s+professional\s+privilege\b",
        r"\bofficial\s*[-–—:/(\[,]*\s*sensitive\b",
        ONLY,
        SENT_ONLY,
        rf"\b(?!green\s+paper\b)(?:{'|'.join(COLOURS)})\s+(?:papers?|pages?)\b",
        r"\b(?:wedi['’]i\s+h?eithrio|eithriedig|eithriwyd|cyfrinachol|preifat|cyfyngedig)\b",
    )
)
_STATUS_RE = pattern_of(rf"(?:\b(?=\w)|(?=strictly|not))(?:{_STATUS})")
"""In small letters, and only where a word begins: a quarter of the time."""

_NOT_PUBLIC_RE = pattern_of(NOT_PUBLIC, re.IGNORECASE)

_GROUND = pattern_of(
    r"\b(?:by\s+virtue\s+of|under|in\s+accordance\s+with|in\s+pursuance\s+of|pursuant\s+to|as\s+(?:defined|described|set\s+out|it|they|the|this)"
    r"|because|on\s+the\s+grounds?|within\s+the\s+meaning|in\s+terms\s+of|due\s+to|relating\s+to|for\s+the\s+reasons?|categor(?:y|ies)\s+\d"
    r"|(?:paragraph|para|section|regulation)(?:\(s\)|s)?\.?\s*\(?\d|(?:part\s+\w+\s+of\s+)?schedule\s+(?:12|7|6)\s?a?\b|local\s+government\s+\("
    r"|local\s+government\s+act|lga\s+1972|yn\s+rhinwedd|o\s+dan|fel\s+y['’]i|until\b|para(?:graff|gr)\w*\s+\d|baragraff\w*\s+\d)",
    re.IGNORECASE,
)
"""Where the ground in law or the reason begins, which a mark may have behind its status."""

_STATUTE = pattern_of(
    r"\bsch(?:edule)?\.?\s+(?:12\s?\(?a\)?|7\s?\(?a\)?)\B|\bsch(?:edule)?\.?\s+(?:12\s?\(?a|7\s?\(?a|6\b)|\bpart\s+(?:1|i|one|4)\s+of\b"
    r"|\b100\s?\(?a\b|\b50\s?\(?a\b|\batodlen\s+12",
    re.IGNORECASE,
)
_BY_VIRTUE = pattern_of(
    r"^\W*(?:(?:local\s+government\s+act|lga)\s+\d{4}\W+(?=sch)|(?:by\s+(?:virtue|reason)\s+of|under|pursuant\s+to|in\s+accordance\s+with|in\s+terms\s+of|yn\s+rhinwedd|o\s+dan)\s+(?:the\s+)?)?"
    r"(?:(?:paragraph|para|category|categories|paragraff)(?:\(s\)|s|\(au\))?\.?\s*\(?\d|sch(?:edule)?\.?\s+(?:12|7)\s?a\b|section\s+(?:100|50)\s?\(?a\b)",
    re.IGNORECASE,
)
"""A ground in law alone: "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A"."""

_NOT_SO = pattern_of(
    r"\b(?:no|non|not|none|nothing|never|nil|n/?a|neither|nor|without|un|previously|formerly|was|were|had|longer|if|whether|any|"
    r"when|where|unless|could|would|might|can|cannot|did|does|do|dim|nad|non-exempt|declassified|unrestricted)\b",
    re.IGNORECASE,
)
"""A negative, a condition or the past: what is said is not that the paper is withheld."""

_APPENDIX = pattern_of(
    r"\b(?:appendi(?:x|ces)|annex(?:e|es)?|enclosures?|atodiad(?:au)?|addend(?:um|a)|schedules?(?!\s*(?:12|7\s?\(?a|6\b)))\b"
    r"(?:\s*(?:no\.?\s*)?(?P<labels>(?:[A-Z](?![\w'’])|\d{1,2}[A-Za-z]?(?!\w)|[IVX]{1,4}(?!\w))"
    r"(?:\s*(?:,|and|&|to|-|–)\s*(?:[A-Z](?![\w'’])|\d{1,2}[A-Za-z]?(?!\w)|[IVX]{1,4}(?!\w)))*))?",
    re.IGNORECASE,
)
_THIS_APPENDIX = pattern_of(r"\bthis\s+(?:\w+\s+)?(?:appendix|annex|enclosure|addendum|schedule)\b", re.IGNORECASE)

_THIS = r"(?:(?:the\s+)?(?:whole|all|contents?)\s+(?:of\s+)?)?(?:this|the|these|following|attached|enclosed|above|our)"
_PAPER = rf"{_THIS}\s+(?:[\w'’]+\s+){{0,2}}?{NOUNS}"


_DECLARES = pattern_of(
    rf"(?:^|[.;:,]\s+|\bnote\s+that\s+|\b12A\s+)\W*(?:{_PAPER}|(?:appendi(?:x|ces)|annex(?:es)?|enclosures?|{NOUNS})(?:\s+[\w,&]{{1,3}}(?:\s+(?:and|to|&)\s+\w{{1,2}})?)?)"
    r"(?:\s+(?:to|of|attached|in|for|on|contained|within|given|set\s+out)\s+[^.;]{0,60}?|,\s+(?:the|a|an|which|with)\s[^.;,]{0,60},)?"
    r"\s+(?P<verb>is|are|contains?|includes?|has\s+been|have\s+been|remains?|constitutes?|comprises?|must|should|shall|will|may|to|has|have)\b"
    rf"(?P<between>[^.;]{{0,90}}?)(?P<status>{_STATUS})",
    re.IGNORECASE,
)
"""A sentence of the present about the paper: "This report contains information that is exempt under ..."."""

_SAID_OF_LABEL = pattern_of(
    r"\s*[)\]]?,?\s*(?:which\s+)?(?:is|are|has\s+been|have\s+been|must|should)\s+(?P<between>(?:(?!(?:and|the)\b)[\w'’]+\s+){0,4}?)"
    rf"(?P<status>{_STATUS})",
    re.IGNORECASE,
)
"""What is said of a paper behind its label: "The business case (Appendix C) is exempt"."""

_CONTAINS = pattern_of(
    rf"^\W*(?:contain(?:s|ing)?|includ(?:es?|ing))\b(?P<between>[^.;]{{0,60}}?)(?P<status>{_STATUS})", re.IGNORECASE
)
_ANSWER = pattern_of(
    r"[?:\s]\W*(?:no|none|nil|n\.?/?a\.?|not\s+applicable|not\s+exempt|unrestricted|dim|nac\s+oes)\W*$"
    r"|[?:|/]\W*(?:open|public|part\s+(?:1|i|a))\W*$",
    re.IGNORECASE,
)
_EXEMPTION = pattern_of(
    r"^\W*(?:(?:reasons?|grounds?|basis|category)\s+(?:for|of)\s+)?(?:the\s+)?(?:exemptions?|confidentiality)\b.{0,25}?(?:paragraphs?|paras?|schedule|category)\W*\d"
    r"|^\W*(?:and\s+|that\s+)?(?:in\s+all\s+the\s+circumstances\W+)?(?:of\s+the\s+case\W+)?the\s+public\s+interest\s+in\s+maintaining\s+the\s+exemption\s+outweighs\b",
    re.IGNORECASE,
)
_OPEN_LABEL = pattern_of(r"[:?]\s*$")
_RUN_TOGETHER = pattern_of(r"(exempt|not|for)(?=\w)", re.IGNORECASE)
_SPACED = pattern_of(r"^(?:\w\s){3,}\w$")


@functools.lru_cache(maxsize=1024)
def find_mark(line: str) -> Mark | None:
    """The mark that a line, or a short paragraph, is.

    Accepts "NOT FOR PUBLICATION", "Exempt report - paragraph 3", "By virtue of paragraph(s) 3 of Part 1 of Schedule
    12A", "This report contains exempt information", "OFFICIAL - SENSITIVE". Rejects "Exempt information: None", "This
    item is exempt from call-in", "There were no exempt items", "Exempt accommodation".
    """
    text = ticked(fold(line))
    if _SPACED.match(text):
        text = _RUN_TOGETHER.sub(r"\1 ", text.replace(" ", ""))
    if not text or len(text) > MAX_MARK or not may_hold_mark(text):
        return None
    if (access := read_field(text)) is not None:
        return Mark(text=tellable(text) or re.split("[:?]", text)[0]) if access is Access.SHUT else None
    if _ANSWER.search(text) or _CHAPTER.match(text):
        return None
    if _EXEMPTION.match(text) and not _NOT_SO.search(_NOT_PUBLIC_RE.sub(" ", text)):
        return Mark(text=tellable(text))
    if excluded := _SHUT_OUT.match(text):
        return Mark(text=excluded["mark"])
    bare = _bare(text)
    if bare is not None and not _THIS_APPENDIX.search(text):
        return Mark(text=tellable(text), appendices=labels_of(text))
    return _law_alone(text) or bare or _declared(text) or _label(text)


def _label(text: str) -> Mark | None:
    """The status before a colon or a dash, where it is a label of the paper and what follows says more of it: "NOT FOR
    THE PUBLIC: sent to the decision maker only". It is in capitals, or a negative of its own."""
    label = _LABEL.match(text)
    if label is None:
        return None
    mark = _bare(label[1]) if label[1].isupper() or _NOT_PUBLIC_RE.search(label[1]) else None
    return None if mark is None or is_part(mark) else mark


_SHUT_OUT = pattern_of(
    rf"^\W*(?:it\s+is\s+(?:recommended|proposed)\s+)?(?:that\s+)?(?P<mark>{THE_PUBLIC}\s+(?:will\s+|must\s+)?"
    rf"(?:be|is|are)\s+excluded)\s+(?:while|whilst|when|during|for|from)\b(?!.*\b(?:append\w+|annex\w*|part|if|only)\b)[^.;]{{0,60}}\bthis\s+{NOUNS}\b",
    re.IGNORECASE,
)
"""Said on a report of itself: "That the public be excluded while this report is considered"."""
_LABEL = pattern_of(r"^\W*([^-–—:]{3,60}?)(?:\s[-–—]|:)\s")
_CHAPTER = pattern_of(r"^\W*(?:\d[\d.]*\s+)?confidentiality\W*$", re.IGNORECASE)
_HEADING_ONLY = pattern_of(
    r"^\W*(?:\d[\d.]*\s+)?(?:exempt|confidential|private|restricted)(?:\W+(?:and|or|&)?\W*(?:exempt|confidential|private))*\s+"
    r"(?:information|items?|business|matters?|data|(?-i:reports|papers|documents))\W*$|^\W*private\W*$",
    re.IGNORECASE,
)


def heads_a_section(line: str) -> bool:
    """Whether the words of a mark also head sections of public reports, or tables: "Exempt information", "Private"."""
    text = fold(line)
    return _HEADING_ONLY.match(text) is not None and not (text.isupper() and " " not in text)


def find_title_mark(title: str) -> Mark | None:
    """The mark in a title: in brackets, before or behind a dash or colon, in front of a noun, or as its last word.

    Accepts "Contract Award (Exempt)", "RESTRICTED - Contract Award", "Confidential Appendix 1", "Bids_EXEMPT.pdf".
    Rejects "Exempt accommodation", "Private sector housing", "Budget (previously exempt)".
    """
    text = fold(re.sub(r"\.(?:pdf|docx?|xlsx?|pptx?)$", "", title.strip(), flags=re.IGNORECASE).replace("_", " "))
    text = _TAKEN_OUT.sub("", _BETWEEN_SIGNS.sub(r" (\g<inner>)", text))
    if _ANSWER.search(text[-MAX_MARK:]):
        return None
    for bracketed in re.finditer(r"[(\[{<](?P<inner>[^()\[\]{}<>]{2,160})[)\]}>]", text):
        if mark := _bracketed(bracketed["inner"], bracketed.group()):
            return mark
    for pattern in (_BEHIND_DASH, _BEFORE_DASH):
        found = pattern.search(text)
        if found and (mark := _bare(found["piece"])) is not None:
            inner = labels_of(found["piece"])
            own = pattern is _BEFORE_DASH or _THIS_APPENDIX.search(text) or _STARTS_APPENDIX.search(text)
            return mark if own or inner is None else Mark(text=mark.text, appendices=inner)
    for piece in re.split(r"\s[-–—]\s", text)[1:-1]:
        if (mark := _bare(piece)) is not None and not mark.partial:
            return mark
    behind = _BEHIND_DASH.search(text)
    if behind and (found := _NOUN_PREFIX.search(behind["piece"].strip())):
        return Mark(text=found["mark"], appendices=labels_of(found["mark"]))
    for pattern in (_NOUN_PREFIX, _RECORD_OF, _CAPITAL_PREFIX, _LAST_WORD):
        if found := pattern.search(text) or pattern.search(_ITEM_NUMBER.sub("", text)):
            return Mark(text=found.group("mark").strip())
    return None


_TAKEN_OUT = pattern_of(
    r"\b(?:exempt|confidential|private|restricted)\s+(?:items|pages|appendices|parts?|sections?|paragraphs|business|material|content)\s+"
    r"(?:removed|redacted|withheld|excluded|omitted|taken\s+out)\b",
    re.IGNORECASE,
)
"""Of what is left, which is public: "Planning (exempt items removed)"; not "Confidential report redacted"."""
_BETWEEN_SIGNS = pattern_of(r"\s(?P<sign>[/*|~#]+)\s?(?P<inner>[^\W\d][\w\s-]{2,40}?)\s?(?P=sign)(?=\s|$)")
"""Set apart as a bracket does: "Depot /EXEMPT/"."""
_ITEM_NUMBER = pattern_of(
    r"^(?:agenda\s+)?item\s*(?:no\.?\s*)?\d{1,3}[a-z]?[.)]?\s*[-–—:]?\s*(?=[^\W\d])", re.IGNORECASE
)
"""Before a title: "Item 7 Confidential Appendix B"."""


def begins_with_status(text: str) -> bool:
    """Whether a notice begins with what it says: "Restricted to members.", not "The list is restricted."."""
    return may_hold_mark(text) and _STATUS_RE.match(re.sub(r"^\W+", "", small_letters(text))) is not None


def find_ground(title: str) -> Mark | None:
    """The ground in law alone, in brackets behind the title of an item, or with nothing else: "Loan (Paragraph 3)"."""
    found = _PARAGRAPH.search(title)
    if found is None and (bracketed := re.search(r"\(([^()]{6,80})\)\s*$", title)):
        return _law_alone(fold(bracketed[1]))
    return Mark(text=found.group().strip()) if found else None


_PARAGRAPH = pattern_of(
    r"\(para(?:graph)?s?\.?\s*1?\d(?:\s*(?:,|and|&)\s*1?\d)*\)\s*$|^\W*para(?:graph)?s?\.?\s*1?\d(?:\s*(?:,|and|&)\s*1?\d)*\W*$",
    re.IGNORECASE,
)

_STARTS_APPENDIX = pattern_of(
    r"^(?:appendix|annex|enclosure|schedule|atodiad)\b|\b(?:appendix|annex)\s+to\s+(?:agenda\s+)?item\s", re.IGNORECASE
)
_BEHIND_DASH = pattern_of(
    r"(?:\s[-–—/]|:|,)\s*(?P<piece>(?!\s*(?:and|or|but|which)\b)[^-–—:,]{3,80}"
    r"(?:,\s+para\w*\.?\s+\d[\d, and]*)?|official\s*[-–—]\s*sensitive)$",
    re.IGNORECASE,
)
_BEFORE_DASH = pattern_of(r"^(?P<piece>[^-–—:,]{3,60}?|official\s*[-–—]\s*sensitive)\s*[-–—:/]\s", re.IGNORECASE)
_PUT = r"(?:(?:to\s+)?(?:receive|consider|note|discuss|approve|agree|hear)\s+)?"
_MORE = r"other|urgent|further|late|additional"
_ANY = rf"(?:(?:an?|the|{_MORE}|strictly|highly|any(?=\s+(?:{_MORE})\b))\s+)*"
_NEVER_ELSE = r"exempt|confidential|restricted|unpublished|sensitive|non[\s-]public"
_KEPT_BACK = rf"(?:{_NEVER_ELSE}|closed(?!\s+issues?\b)|private(?:\s+(?:and|&)\s+confidential)?)"
_BUSINESS = (
    r"(?:report|item|appendix|appendices|annex|minute|paper|schedule|addendum|briefing|supplement|enclosure|session|agenda|"
    r"business|matter|update|issue|discussion|advice)s?\b"
    r"(?!\s+to\s+be\b|\s+(?:for|at|of|in)\s+(?:the\s+)?(?:next|future|forthcoming)\s+(?:\w+\s+)?(?:meeting|session|agenda)s?\b)"
)
_OF_PERSONS = r"staff(?:ing)?|personnel|hr|salary|safeguarding|disciplin\w+|grievances?|legal|litigation"
_OF_CLASS = (
    rf"(?:{_OF_PERSONS}|employ\w+|pay|pupil|complaints?|investigations?|personal|land|property|estates?|leas\w+|contract\w*|"
    r"tender\w*|procurement|negotiati\w+|commercial|financ\w+|and)"
)
"""What the law lets councils keep back, by its classes: persons, affairs of business, labour, advice of lawyers."""
_OF_SOMETHING = rf"(?:{_NEVER_ELSE}|private(?=(?:\s+(?:{_OF_PERSONS}|and)){{1,3}}\s))"
_IDIOM = (
    r"(?:waste|recycling|shredding|reporting|whistleblowing|en?quir\w+|inquir\w+|counselling|support|(?:help|hot)?lines?|"
    r"services?|data|information|records?|polic\w+)\b"
)
"""What is confidential itself, whoever reports of it: ways to speak, what is kept, and its disposal."""
_NOUN_PREFIX = pattern_of(
    rf"^{_PUT}{_ANY}(?P<mark>reserved\s+(?:business|items?)\b|{_KEPT_BACK}\s+{_BUSINESS}"
    rf"|{_OF_SOMETHING}(?=(?:\s+{_OF_CLASS}){{1,3}}\s+{_BUSINESS})|confidential(?=(?:\s+(?!{_IDIOM})[\w&-]+){{1,3}}\s+{_BUSINESS}\W*$)"
    r"|(?:adroddiad(?:au)?|eitem(?:au)?|atodiad(?:au)?|cofnod(?:ion)?|mater(?:ion)?|busnes|sesiwn|papur(?:au)?|rhan)\s+"
    r"(?:eithriedig|(?:c|g|ch)yfrinachol|[pb]reifat|[cg]aeedig)\b)",
    re.IGNORECASE,
)
"""A status that belongs to the business itself: "Any other confidential business", "To receive an exempt property
report"; not "Private sector housing report", where it belongs to what the report is about, nor "Any exempt items"."""
_RECORD_OF = pattern_of(
    r"^(?P<mark>(?:minutes?|notes?|records?|actions?(?:\s+(?:log|points?|list|tracker))?|decisions?|resolutions?|matters)\s+"
    r"(?:(?:arising|resulting|taken|agreed|made)\s+)?(?:from|of|in|at|out\s+of)\s+(?:the\s+|an?\s+)?"
    r"(?:(?:exempt|confidential|private|restricted)\s+(?:business|items?)|(?:exempt|confidential|private|closed|restricted)\s+(?:session|meeting|minutes|part|section)))(?=\W*$|\s*[(\[:,–-]|\s+(?:on|held|at)\b|\s+of\s+(?:the\s+)?(?:(?:last|previous)\s+)?(?:meeting|\d))",
    re.IGNORECASE,
)
"""What came of private business: "Actions from the private session"; not "Actions in closed items", which are done."""
_CAPITAL_PREFIX = pattern_of(
    r"^\W*(?P<mark>EXEMPT|CONFIDENTIAL|RESTRICTED|PRIVATE|NOT FOR PUBLICATION|NFP)\W+(?=[A-Z]?[a-z])"
)
"""In capitals before a title that is not."""
_LAST_WORD = pattern_of(
    r"(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bnot)(?<!\bno)(?<!\bnon)\s(?P<mark>EXEMPT|CONFIDENTIAL|RESTRICTED|NFP|Exempt|Confidential|Restricted"
    r"|PART (?:2|II|B|TWO)|(?<=[a-z]\s)(?:EXEMPT|CONFIDENTIAL|RESTRICTED|PRIVATE) (?:REPORT|ITEM|PAPER)"
    r"|(?i:not\s+for\s+publication)|(?<=[a-z]\s)PRIVATE|(?i:part\s+(?:2|ii|b)\s+exempt))$"
)


_SHUT_PART = pattern_of(
    r"\s*(?:part\s+(?:b|ii|2|two)(?:\s+(?:report|item|minute|paper|business|session))?|closed|in\s+committee)\s*",
    re.IGNORECASE,
)


def _bracketed(inner: str, whole: str) -> Mark | None:
    if _NOT_SO.search(_NOT_PUBLIC_RE.sub(" ", inner)):
        return None
    partial = labels_of(inner)
    if partial is not None and _STATUS_RE.search(small_letters(inner)):
        return Mark(text=tellable(whole), appendices=partial)
    if _PARTLY.search(inner):
        return Mark(text=tellable(whole), appendices=())
    if _bare(inner[:1].upper() + inner[1:]) is not None or _SHUT_PART.fullmatch(inner):
        return Mark(text=tellable(whole))
    return None


def labels_of(text: str) -> tuple[str, ...] | None:
    """The labels of the appendices that a text names; None where it names none at all."""
    found = list(_APPENDIX.finditer(text))
    if not found:
        return None
    return tuple(dict.fromkeys(label for match in found for label in _labels(match["labels"] or "")))


_PARTLY = pattern_of(r"\bpart(?:ly|ially)\s+(?:exempt|confidential|restricted)\b", re.IGNORECASE)


def _labels(printed: str) -> list[str]:
    labels = [piece.lower() for piece in re.findall(r"\d{1,2}[a-z]?|[a-z]+", printed, re.IGNORECASE)]
    labels = [label for label in labels if label not in ("and", "to")]
    span = re.fullmatch(r"\s*(\w)\s*(?:to|-|–)\s*(\w)\s*", printed, re.IGNORECASE)
    if span and ord(span[1].lower()) < ord(span[2].lower()):
        return [chr(code) for code in range(ord(span[1].lower()), ord(span[2].lower()) + 1)]
    return labels


def _law_alone(text: str) -> Mark | None:
    statute = _STATUTE.search(text)
    virtue = not text[:1].islower() and _BY_VIRTUE.match(text) and statute
    act = OF_THE_ACT.match(text)
    if (act and (act["number"] or statute)) or (virtue and not _NOT_SO.search(_NOT_PUBLIC_RE.sub(" ", text))):
        return Mark(text=tellable(text))
    return None


@functools.lru_cache(maxsize=1)
def _status_in(text: str) -> re.Match[str] | None:
    """The first status of a text: two ask, one after the other, and it takes most of the time of both."""
    return _STATUS_RE.search(small_letters(text)) if may_hold_mark(text) else None


_NOUN = pattern_of(rf"^{NOUNS}$", re.IGNORECASE)


def _bare(text: str) -> Mark | None:
    """A line of nothing but a status, its nouns and its ground."""
    status = _status_in(text)
    if status is None or _OPEN_LABEL.search(text) or (text[:1].islower() and len(text) > 40):
        return None
    if _PASSING_ON.match(text):
        return None
    ground = _GROUND.search(text, status.end())
    head = text[: ground.start()] if ground else text
    if re.match(r"^\W*\bclosed\b\W*$", head, re.IGNORECASE):
        return None
    rest = _STATUS_RE.sub(" ", small_letters(head))
    rest = re.sub(r"\b(?:agenda\s+)?item\s+(?:no\.?\s*)?\d{1,3}\w?\b", " ", rest, flags=re.IGNORECASE)
    if _NOT_SO.search(rest):
        return None
    before = ""
    for token in re.findall(r"[\w'’&]+", rest):
        word = token.lower()
        if not before and re.fullmatch(r"\d{1,2}", word):
            continue
        labelled = re.fullmatch(r"\d{1,3}[a-z]?|[a-z]|[ivx]{1,4}", word) and _NOUN.match(before)
        if not (labelled or word in GLUE or _NOUN.match(word)):
            return None
        before = word if not labelled else before
    if ground and _NOT_SO.search(text[ground.start() : ground.start() + 60]) and not _STATUTE.search(text):
        return None
    return Mark(text=tellable(text))


_PASSING_ON = pattern_of(
    r"^\W*(?:\d[\d.]*\s+)?(?:publication|release|disclosure|circulation|distribution|access|withholding)\s+(?:of|to)\s+"
    r"(?!(?:the|this|these|attached)\b)",
    re.IGNORECASE,
)
"""What is done with private papers, not one of them: "Publication of exempt reports"."""


def _declared(text: str) -> Mark | None:
    """A sentence of the present tense that says the paper is withheld."""
    if _status_in(text) is None:
        return None
    for labelled in _APPENDIX.finditer(text):
        said = _SAID_OF_LABEL.match(text, labelled.end())
        supposed = _SUPPOSES.search(text[: labelled.start()]) or _NONE_OF.search(text[: labelled.start()])
        if said and labelled["labels"] and not supposed and not _NOT_SO.search(said["between"]):
            return Mark(text=said["status"], appendices=tuple(_labels(labelled["labels"])))
    found = _DECLARES.search(text) or _CONTAINS.search(text)
    if found is None or _NOT_SO.search(found["between"]) or _SUPPOSES.search(text[: found.start()]):
        return None
    end = found.end()
    stop = re.search(r"[.;](?=\s|$)", text[end:])
    sentence = text[found.start() : end + stop.start() if stop else len(text)].strip(" .;:")
    told = tellable(sentence)
    sentence = told if found["status"] in told else found["status"]
    behind = text[found.end("status") : found.end("status") + 40]
    head = text[found.start() : found.start("status")]
    if not _THIS_APPENDIX.search(head):
        named = labels_of(head + " " + found["status"] + behind)
        if named is not None:
            return Mark(text=sentence, appendices=named)
    if _ELSEWHERE.search(found["between"]):
        return None
    if re.search(r"\b(?:part(?:ly|ially)?)\s*$", head, re.IGNORECASE):
        return Mark(text=sentence, appendices=())
    return Mark(text=sentence)


_ELSEWHERE = pattern_of(
    r"\b(?:except|other\s+than|apart|public|open|available|read|see|accompan\w*|alongside|beside|suppressed|removed|redacted|"
    r"omitted|anonymi[sz]ed|rounded)\b|(?<!\bof\s)\bthe\s*$",
    re.IGNORECASE,
)
"""Between a paper and a status: then the status is that of another, as in "should be read with the exempt report", or
of what is not in it: "Figures have been removed as confidential"."""

_NONE_OF = pattern_of(r"\b(?:nothing|none|neither|no\s+\w+)\s+(?:in|of)\s*$", re.IGNORECASE)
_SUPPOSES = pattern_of(r"\b(?:if|where|when|whether|unless|any)\b[^.;]*$", re.IGNORECASE)


def is_part_of_book(mark: Mark, title: str) -> bool:
    """Whether a mark names a part of what has parts of its own: "Local Plan (Part 2)". On an agenda, whose items have
    other signs too; in minutes the scheme, plan or strategy is as often what is private."""
    return is_part(mark) and _BOOK.search(title) is not None


_BOOK = pattern_of(
    r"\b(?:constitution|regulations?|rules|act|scheme|code|plan|strategy|handbook|volume)\b", re.IGNORECASE
)


def is_part(mark: Mark) -> bool:
    """Whether a mark names a part and no more: "PART B". On an agenda that part is private, in a book it is not."""
    return re.fullmatch(r"\W*part\s+\w+\W*", mark.text, re.IGNORECASE) is not None
