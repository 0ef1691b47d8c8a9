"""Room `pack`: who may see a paper, where that is told by naming people.

Patterns only, as parts of the grammar of `marks`: a paper is kept *from* outsiders ("must not be shown to anyone
outside the Board"), or kept *to* people that are named ("circulation limited to members and their advisers", "governors
only"). The people may be any; that they are not all is said by the negative, by "limited" or by "only".
"""

from scrutiny.language.patterns import any_of

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
