"""Room `families/minutes`: what speaks for or against a sentence as a whole.

Takes one sentence, gives its `Sign`s: it is past, conditional, a question, negated, thanks, a motion, a policy; or it
names a later time, a written answer, the next agenda. No sign knows a person or a topic.
"""

import re
from enum import StrEnum

from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of

_MONTH = "|".join(MONTHS)


class Sign(StrEnum):
    """What speaks for or against a sentence as a whole."""

    PAST = "past perfect"
    DONE = "has been done"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    NEGATED = "negated"
    QUOTED = "quoted"
    THANKS = "thanks"
    MOTION = "motion"
    DATE_OF_MEETING = "date of meeting"
    ROUTINE = "routine"
    POLICY = "policy"
    WISH = "wish"
    PURPOSE = "purpose"
    OUTSTANDING = "outstanding"
    IN_WRITING = "in writing"
    TO_BODY = "to the body"
    AFTERWARDS = "after the meeting"
    NEXT_TIME = "next meeting"
    ON_AGENDA = "on the agenda"
    RECORD = "correct record"
    PRESENT_STATE = "present state"
    SETTLED = "settled since"
    EARLIER = "earlier meeting"
    OPTION = "one of several ways"
    NAMED_LAST = "somebody named at the end"
    SEEN = "note or approve only"


def find_signs(text: str) -> frozenset[Sign]:
    """The signs of a sentence."""
    return frozenset(sign for sign, pattern in _SIGNS if pattern.search(text))


_DID = r"(?:completed?|done|closed|discharged|actioned)"

_AS_PRINTED = {
    Sign.PAST: r"\bhad\s+(?:\w+\s+){0,2}?(?:been|\w+ed|written|sent|made|met|given|taken|gone|spoken|found|put|told|done|held|begun)\b",
    Sign.DONE: r"\b(?:has|have)\s+(?:now\s+|already\s+|since\s+|also\s+|recently\s+)*(?:been\s+)?(?:\w+ed|written|sent|made|met|given|taken|gone|spoken|put|done|held)\b",
    Sign.CONDITIONAL: r"\b(?:(?<!see\s)(?<!out\s)(?<!ask\s)(?<!check\s)(?<!asked\s)(?<!know\s)[Ii]f|[Uu]nless|[Pp]rovided\s+that|[Ww]ere\s+(?:the|it|they|this)|[Ss]hould\s+(?:the|it|they|this|any)\b(?!.*\bshould\b)|in\s+the\s+event|would\s+(?:only|depend)|subject\s+to)\b",
    Sign.QUESTION: r"\?\s*[”\"’']?$|\b(?:asked|queried|wondered|questioned|enquired|inquired|asking)\s+(?:\w+\s+){0,4}?(?:if|whether|how|what|why|when|who|where|which)\b|\b(?:wanted|wished)\s+to\s+know\b",
    Sign.QUOTED: r"[“\"].{12,}[”\"]",
    Sign.POLICY: r"\b(?:policy|strategy|constitution|Act|regulations?|legislation|guidance|standing\s+orders?|procedure\s+rules?|protocol|terms\s+of\s+reference|white\s+paper)\b",
    Sign.WISH: r"\b(?:hoped|hopes|would\s+(?:like|welcome|prefer|appreciate|be\s+grateful)|keen|looked\s+forward|expected|anticipated|aim(?:ed|s)?)\b",
    Sign.PURPOSE: r"\b(?:in\s+order\s+to|so\s+(?:that|as\s+to)|to\s+(?:enable|ensure|allow|help|support|reduce|improve|increase))\b",
    Sign.TO_BODY: r"\b(?:to|with|before|for)\s+(?:the\s+|all\s+|ward\s+|this\s+)?(?:Members?|members|Committee|committee|Panel|Board|Council(?:lors)?|councillors|Cabinet|Commission|Forum|Trustees|Governors)\b",
    Sign.PRESENT_STATE: r"^(?:\S+\s+){1,6}?(?:is|are|was|were|has|have|had)\s+(?:a|an|the|no|now|very|also|in|at|on|of)\b",
    Sign.EARLIER: r"\b(?:at|from|of|since)\s+(?:the|an?|its|that|our|their)\s+(?:earlier|previous|last|preceding)\s+(?:\w+\s+)?meeting\b|\b[Aa]t\s+that\s+meeting\b",
    # "Letter to all flats – Aisha", "Order new ones (Cllr Rees)", "Bid to the fund – Lena by 1 Nov"
    Sign.NAMED_LAST: (
        r"(?:\s[–-]\s+(?:[A-Z][\w’'.]*|clerk|chair|secretary|treasurer)(?:(?:\s*[/&,]\s*|\s+(?:and\s+)?)[A-Z][\w’'.]*){0,3}(?:,?\s+(?:by|before|this|next)\s[^.]{3,30})?"
        r"|\((?:[A-Z][\w’'.]*(?:\s*[/&,]\s*|\s+(?:and\s+)?)?){1,4}\))\.?$"
    ),
    Sign.SEEN: r"\b(?:be|is|are|was|were)\s+(?:noted|received|approved|endorsed|agreed|welcomed|accepted|adopted|supported|confirmed)\b(?!\s+(?:that|to|and\b.{0,30}\bbe\s+(?:sent|forwarded|submitted|referred))\b)|^\W*(?:\w{1,2}\W+)?(?:[Tt]hat\s+\S+(?:\s\S+){0,4}?\s)?(?:[Nn]otes?d?|[Aa]pproves?d?|[Ee]ndorses?d?|[Rr]eceives?d?|[Aa]grees?d?|[Ss]upports?|[Ww]elcomes?|[Aa]dopts?)\b(?!\s+to\b)",
}

_IN_ANY_CASE = {
    Sign.NEGATED: r"\b(?:would|will|could|should|did|do|does|shall|need)\s+not\b|\bno\s+(?:further\s+)?action\b|\bnot\s+to\b|\bwon[’']t\b|\bno\s+longer\b|\bnothing\b",
    Sign.THANKS: r"\b(?:thank(?:ed|s)?|congratulat\w+|welcomed|paid\s+tribute|praised|pleased|commended|grateful|apologi[sz]ed)\b",
    Sign.MOTION: r"\b(?:motion|amendment|amended|moved|seconded|seconder)\b",
    Sign.DATE_OF_MEETING: r"\b(?:next|following)\s+(?:\w+\s+){0,3}meetings?\s+(?:of\s+.{3,60}?\s+)?(?:is|was|will|would|to)\b|\bmeetings?\s+(?:closed|ended|finished|opened)\b|\bdate\s+of\s+(?:the\s+)?next\b",
    Sign.ROUTINE: r"\b(?:(?:as\s+)?usual(?:ly)?|ordinarily|in\s+the\s+(?:usual|normal)\s+way|normally|routinely|annually|regularly|every\s+(?:year|month|week|quarter|term)|each\s+(?:year|month|week|quarter|term)|in\s+accordance\s+with|as\s+(?:was|is)\s+normal|ongoing|on\s+a\s+regular\s+basis|as\s+and\s+when|wherever\s+possible)\b",
    Sign.OUTSTANDING: r"\b(?:(?-i:outstanding)(?!\s(?!(?:actions?|items?|matters?|points?|from|and|as|but|since|with|for|until|on|at|in|due)\b)[a-z])|awaited|not\s+(?:yet\s+)?been|yet\s+(?:been\s+)?to|still\s+(?:to|awaiting|waiting|with|outstanding|be)|has\s+yet|had\s+yet|remained\s+to|in\s+progress|not\s+yet|overdue|carried\s+forward|chas(?:e|ed|ing)|still\s+not|(?:is|was|are|were|remains?|remained)\s+on-?\s?going|^on-?going)\b",
    Sign.IN_WRITING: r"\b(?:in\s+writing|written\s+(?:answer|response|reply|note|update)|by\s+e-?mail|outside\s+(?:of\s+)?the\s+meeting|via\s+e-?mail)\b",
    Sign.AFTERWARDS: rf"\b(?:(?:after|following|outside)\s+(?:of\s+)?the\s+meeting|in\s+due\s+course|as\s+soon\s+as|shortly|at\s+a\s+later\s+date|before\s+(?:the\s+)?(?:next|end|christmas|easter|summer|half)|by\s+the\s+end|within\s+\w+\s+(?:days|weeks|months)|in\s+time\s+for|in\s+the\s+(?:new\s+year|autumn|spring|summer|winter)|by\s+(?:\d|next|early|mid|late|{_MONTH}|Christmas|Easter))\b",
    Sign.NEXT_TIME: rf"\b(?:next|future|forthcoming|following|subsequent|later|{_MONTH})\s+(?:\w+\s+){{0,2}}?(?:meetings?|agenda|report|update)\b",
    Sign.ON_AGENDA: r"\b(?:agenda|work\s+(?:programme|plan)|forward\s+plan)\b",
    Sign.RECORD: r"\b(?:correct|accurate|true)\s+(?:and\s+\w+\s+)?(?:record|copy)\b|\bminutes\b.{0,60}\b(?:signed|confirmed|approved)\b",
    # "..., which he did at the end", "... to ring the bank – done", "Ring the bank ACTIONED in May"
    Sign.SETTLED: (
        rf"[,;–—-]\s*(?:now\s+)?{_DID}(?:\s*[–—-]\s*{_DID})?[\s.)]*$|\b(?:which|and)\s+(?:(?:he|she|they)|the\s+\w+(?:\s\w+){{0,3}})\s+(?:then\s+|duly\s+)?did\b(?!\s+not)"
        r"|(?:^|[,;–—-]\s*|\b(?:and|which|who)\s+)(?:(?!(?:how|why|whether|when|if|where)\b)[\w’'-]{1,30}\s+){0,5}did\s+(?:this|so|it)\b|\bwhich\s+(?:was|were)\s+(?:then\s+|duly\s+|immediately\s+)?done\b|\bhad\s+(?:since|now)\s+(?:been\s+)?(?:done|completed)\b|\band\s+ha[ds]\s+(?:\w+\s+)?done\s+so\b"
        r"|(?-i:(?<=[A-Za-z)]\s)(?:(?:ACTIONED|COMPLETED|DISCHARGED)(?!\s(?!in|on|by|at|and)[a-z])|(?<=[a-z)]\s)(?:Actioned|Completed|Discharged)(?=\s[–-]))\b)"
    ),
    Sign.OPTION: r"[;,]\s+or\s*(?:\(|$)|\b(?:alternatively|either)\b",
}

_SIGNS = tuple(
    (sign, pattern_of(text, flags))
    for texts, flags in ((_AS_PRINTED, 0), (_IN_ANY_CASE, re.IGNORECASE))
    for sign, text in texts.items()
)
