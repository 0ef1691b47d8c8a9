"""Room `families/minutes`: words that say what became of an action.

Takes one sentence, says whether it tells that what stands before it was done; holds the patterns of what is done, open
or under way that the module on progress weighs against each other.
"""

import re

from scrutiny.language.patterns import pattern_of

_DEED = (
    r"(?:sent|circulated|provided|published|completed|held|received|issued|e-?mailed|shared|arranged|installed|repaired|resolved"
    r"|written|made|met|fixed|cleared|delivered|submitted|supplied|carried\s+out|taken\s+up|raised|reported|done|put\s+(?:right|up|in\s+place))"
)
DONE = pattern_of(
    rf"\b(?:has|have|had)\s+(?:\w+\s+){{0,2}}?(?:been\s+)?{_DEED}\b|\b(?:was|were)\s+(?:\w+ly\s+)?{_DEED}\b|\btook\s+place\b"
    rf"|[–—:-]\s*(?:now\s+)?(?:complete|closed|discharged|{_DEED})\b|\b(?:is|are|was|were|now)\s+(?:now\s+)?(?:complete|closed|discharged|done)\b",
    re.IGNORECASE,
)
OPEN = pattern_of(
    r"\b(?:outstanding|awaited|awaiting|not|no|never|yet|still|overdue|carried\s+(?:forward|over)|slipped|delayed|chas(?:e|ed|ing))\b",
    re.IGNORECASE,
)
WAY = pattern_of(
    r"\b(?:in\s+progress|under\s*way|in\s+hand|on\s*going|on\s+track|partial\w*|(?<!not )(?<!yet )started|being\s+\w+ed)\b",
    re.IGNORECASE,
)
DROPPED = pattern_of(
    r"\b(?:withdrawn|superseded|overtaken|dropped|rejected|cancelled|no\s+longer|not\s+(?:accepted|(?:to\s+be\s+)?pursued))\b",
    re.IGNORECASE,
)

AHEAD = pattern_of(r"\b(?:will|would|shall|should|could|to\s+be|if|asked|requested|agreed)\b", re.IGNORECASE)


def says_done(sentence: str) -> bool:
    """Whether a sentence says of the one before it that it was done, "This has been done", "Closed", or will not be: "The request
    was refused"."""
    return _POINTS.match(sentence) is not None


def ends_done(sentence: str) -> bool:
    """Whether a sentence ends in the status of the entry that it closes: "A copy was sent - CLOSED"."""
    return _STATUS.search(sentence) is not None


_CLOSED = r"(?:done|completed?|closed|actioned|discharged)"
_IT = r"(?:This|That|It|(?:The|This|His|Her|Their)\s(?:suggestion|proposal|idea|request))"
_POINTS = pattern_of(
    rf"^(?:(?:This|That|It|These|Those|Both|All)\s+(?:has|have|had)\s+(?:(?:now|since|all|both|already|also)\s+)*(?:been\s+)?(?:(?:now|since|already)\s+)*(?:{_DEED}|{_CLOSED}|investigated|checked)\b"
    rf"|{_IT}\s(?:was|were)\s(?:then\s)?(?:not\s(?:agreed|approved|accepted|adopted|supported|pursued)|rejected|refused|withdrawn)(?:\s*[.;]?$|\s(?:on|as|because|for|due|since)\b)"
    rf"|(?:(?:This|That|It|(?:This\s|The\s)?Action)\s+(?:is|was)\s+)?(?:[Nn]ow\s+|[Aa]ll\s+)?{_CLOSED}(?:\s*[.)]?|\s[–—-]\s[^.]*\.?|(?<=d)\sand\s.*)$)",
    re.IGNORECASE,
)
_STATUS = pattern_of(rf"(?:\s[–—-]|:)\s*(?:now\s+)?{_CLOSED}\s*[.)]?$", re.IGNORECASE)
