"""Room `pack`: how a clerk records, in the item itself, that business was private.

Takes a sentence of minutes, gives the words that say so: the public left or was not there, the meeting went on in
private, or the paper before it was private. What somebody says of such a thing, what is to come, what was refused and
what belongs to another meeting is no such record. Does not know where the sentence stands: `passages` does.
"""

import re

from scrutiny.sources import fold

_BEHIND = (
    r"(?=\s*(?:$|[^\w\s]|\b(?:and|or|by|under|because|as|at|to|for|in|on|with|during|when|while|whilst|since|pursuant|until|from|the|so|before|after|"
    r"who|then|was|were|had|have|having|be|being|is|are|not|present|left|leave|withdrew|withdraw|asked|excluded|attending|gallery|presence|bench|seating|"
    r"retired|vacated|departed|requested|required|invited|of)\b))"
)
"""What may follow a word that is a noun, or the end of its phrase: "public footpath" and "private sector" go on."""
_AUDIENCE = (
    r"(?:(?:(?:the|any|all|remaining|other)\s+|members\s+of\s+|representatives\s+of\s+){0,5}"
    r"(?:press|public|media|parishioners?|residents?|observers?|strangers|onlookers|electors|journalists?|reporters?|non-?\s?members|gallery)"
    rf"{_BEHIND}|\b(?:those|people|anyone|everyone)\s+(?:who\s+(?:were|was|had\s+been)\s+)?(?:watching|viewing|listening|following|joining)\b)"
)
_OUTSIDERS = (
    r"(?:those|everyone|everybody|all|others?|persons?|people|anyone)\b.{0,40}?\b(?:not|than|no)\s+(?:being\s+|longer\s+)?(?:the\s+)?"
    r"(?:members|councillors|entitled)\b"
)
_ROOM = (
    r"(?:meeting|room|chamber|hall|building|gallery|press\s+bench|virtual\s+meeting|discussion|debate|item|remainder|rest|table|"
    r"call|session)"
)
_LEAVES = (
    r"(?:(?:left|withdrew|withdrawn?|retired?|vacated?|depart(?:ed)?|excluded|cleared|emptied|leave)\b"
    rf"(?=\s*(?:$|[^\w\s]|(?:from\s+)?the\s+(?:\w+\s+)?{_ROOM}\b|\b(?:at|before|for|while|whilst|during|and|so|as|whereupon|after|on|of|under)\b|"
    r"in\s+accordance))|step(?:ped)?\s+outside\b|went\s+out\b|disconnected\b|log(?:ged)?\s+(?:off|out)\b|(?:was|were)\s+(?:then\s+)?empty\b|"
    r"removed\s+from\s+the\s+(?:meeting|call)\b|(?:moved|placed|put|returned)\s+(?:in|into|to)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:lobby|waiting\s+room)\b)"
)
_STILL = r"(?:(?!\bthat\b|(?:,|\band)\s+(?:an?|this|its|their|his|her|the(?!\s+(?:press|public|media)))\b)[^.;])"
"""What goes on about the public. A new subject begins in "after words from the public, the scheme was withdrawn"."""
_STATES_OUT = rf"(?=\s*(?:$|[^\w\s]|\b(?:to\s+(?:attend|remain|stay)|for|at|during|(?:in)?(?:to)?\s+the\s+{_ROOM})\b))"
_KEPT_OUT = (
    rf"\b(?:not|no\s+longer)\s+(?:be\s+)?(?:(?:admitted|permitted|allowed){_STATES_OUT}|present\b|"
    r"in\s+the\s+(?:room|chamber|meeting)\b)"
)
_GONE = re.compile(
    "|".join(
        (
            rf"\b(?:{_AUDIENCE}|{_OUTSIDERS}){_STILL}{{0,70}}?\b{_LEAVES}",
            rf"\b(?:excluding|excluded|vacated|cleared\s+of|cleared|emptied\s+of)\s+{_AUDIENCE}",
            rf"\bexclu(?:de|sion)\b.{{0,12}}\b{_AUDIENCE}",
            rf"\b(?:without|absence\s+of)\s+{_AUDIENCE}",
            rf"\b(?:meeting|session|item|minutes?|discussion|debate|business|part)\b.{{0,20}}?\bclosed\s+to\s+{_AUDIENCE}",
            rf"\b{_AUDIENCE}{_STILL}{{0,40}}?{_KEPT_OUT}",
            r"\b(?:behind\s+closed\s+doors|doors\s+were\s+(?:closed|locked|shut))\b",
            r"\bonly\s+(?:(?:the|voting|elected|committee)\s+)*(?:members|councillors)\b.{0,60}?\b(?:remained|stayed)\b",
            rf"\b(?:considered|discussed|debated|determined|taken|dealt\s+with)\b[^.;]{{0,60}}?\bwith\s+no\s+{_AUDIENCE}",
            r"\bpublic\s+part\s+of\s+(?:the|its)\s+(?:meeting|agenda|proceedings)\b[^.;]{0,20}?\b(?:ended|closed|finished|concluded)\b",
        )
    ),
    re.IGNORECASE,
)
_IN_PRIVATE = re.compile(
    r"\b(?:met|carried\s+on|explained|answered|continued|proceeded|considered|discussed|discussion|place|taken|held|heard|went|moved|passed|dealt|conducted|sat|entered|transacted|debated|"
    r"determined|retired|adjourned|resolved|reviewed|remained|ended|took|received|was|were)\b[^.;]{0,60}?"
    r"\b(?:in|into|under|to)\s+(?:(?:a|strict|strictest|complete)\s+)?(?:(?:private|camera|confidence|committee(?!\s+rooms?\b)|part\s+(?:2|ii|b|two))"
    rf"{_BEHIND}(?!\s+(?:of|to)\s+(?:the\s+)?(?:report|plan|act|schedule|code|document|strategy|review|policy|public))"
    r"|(?:private|closed|confidential|exempt|in-?camera|part\s+(?:2|ii|b|two))\s+(?:session|business|meeting|discussion|section|part|items?)\b)"
    r"|\bentered\s+(?:private|closed|confidential|part)\s+(?:session|business|2|ii|b|two)\b"
    r"|\b(?:meeting|session|discussion|debate)\s+(?:then\s+)?(?:became|turned|was\s+now)\s+(?:confidential|private|exempt)\b",
    re.IGNORECASE,
)
_OFF_AIR = re.compile(
    r"\b(?:(?:live\s*|web|broad)?(?:stream\w*|casts?|casting)|recording|transmission|feed|sound|microphones|cameras)\b[^.;]{0,30}?"
    r"\b(?:ended|stopped|paused|cut|suspended|ceased?|discontinued|(?:switched|turned)\s+off)\b[^.;]{0,40}?"
    r"\b(?:(?:so|to)\b[^.;]{0,30}?\b(?:discuss|consider|deal|debate)\b|(?:before|during|while|whilst|for)\s+(?:the|this)\s+(?:\w+\s+)?(?:item|matter|discussion|debate|remainder|rest)\b"
    r"|(?:meeting|committee|council|members|discussion)\s+(?:then\s+)?(?:carried|continued|proceeded|went)\b)",
    re.IGNORECASE,
)
"""The broadcast was stopped for the sake of the business: not for a fault, a break or the end of the meeting."""
_FAULT = re.compile(r"\b(?:faults?|failures?|faulty|failed|technical|break|adjourn\w*)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:minutes?|notes?|record)\s+(?:of|for)\s+(?:this|the|that)\s+(?:\w+\s+)?(?:items?|discussion|debate|matter|business|session)\b[^.;]{0,40}?"
    r"\b(?:separately|separate\s+(?:\w+\s+)?(?:minutes?|notes?|records?|book|sheet|document|schedule|annex|appendix))\b",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"\b(?:adroddiad|eitem|papur|atodiad|cofnod|mater)(?:au|ion)?\b\s+(?:hwn\s+)?(?:yn\s+)?(?:eithriedig|cyfrinachol|g?yfrinachol|breifat|preifat)\b"
    r"|\b(?:cyhoedd|wasg)\b[^.;]{0,40}?\b(?:wedi\s+(?:gadael|eu\s+gwahardd)|gwahardd|(?:ym|a)adael|gadael)\b[^.;]{0,20}?\b(?:cyfarfod|ystafell|siambr|trafod\w*)\b",
    re.IGNORECASE,
)
_WELSH_NOT = re.compile(r"\b(?:nid|nad|ni|dim|ddim|heb)\b", re.IGNORECASE)
_WELSH_CLAUSE = re.compile(r"[,;:.]|\b(?:gan|oherwydd|achos|felly|ond)\b", re.IGNORECASE)
"""Where a clause begins that an earlier "nid" does not deny."""
_THING = (
    r"(?:reports?|papers?|briefing|notes?|presentation|update|items?|minutes?|documents?|memorandum|advice|appendix|appendices|annex|addendum|business|"
    r"matters?|sections?|part|cover|basis|file|minute\s+book)"
)
_STATUS = (
    r"(?:(?:strictly\s+|highly\s+)?(?:private\s+(?:and|&)\s+confidential|exempt|confidential|restricted|private|closed|pink|part\s+(?:2|ii|b|two)|"
    r"commercially\s+sensitive))"
)
_STATES = r"(?=\s*(?:$|[^\w\s]|\b(?:and|by|under|because|as|in|on|until|when|pursuant)\b))"
_NOT_OUT = (
    r"\bnot\s+(?:to\s+be\s+|been\s+|be\s+)?(?:for\s+publication|made\s+(?:public|available\s+to\s+the\s+(?:press|public))|published|"
    r"placed\s+on\s+the\s+website)\b"
    rf"|\b{_THING}\b[^.;]{{0,40}}\bnot\s+(?:open|available)\s+to\s+(?:the\s+)?(?:members\s+of\s+the\s+)?(?:press|public)\b"
)
_MARKED = re.compile(
    rf"\b{_STATUS}\s+(?:joint\s+|verbal\s+|oral\s+|written\s+|separate\s+|cover(?:ing)?\s+)?{_THING}\b"
    rf"|\b(?:contain|concern|involv|includ|disclos|relat|because\s+of)\w*\s+(?:the\s+|to\s+)?(?:\w+\s+)?{_STATUS}\s+(?:information|material|data|details)\b"
    rf"|\b(?:exempt|(?:private\s+(?:and|&)\s+)?confidential){_STATES}|^\W*(?:restricted|private\s+(?:and|&)\s+confidential)\s*[:–-]|^\W*closed\s+(?:item|session)\b|[(\[]\s*{_STATUS}{_STATES}"
    rf"|\b(?:marked|classified|classed|treated|deemed)\s+(?:as\s+)?{_STATUS}\b|{_NOT_OUT}"
    r"|\b(?:withheld\s+from|restricted\s+to)\s+(?:the\s+)?(?:publication|press|public|members|councillors)\b"
    r"|\b(?:circulated|distributed|issued|supplied|sent|provided|available)\s+(?:only\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:members|councillors)\b|"
    r"to\s+(?:the\s+)?(?:\w+\s+)?(?:members|councillors)\b[^.;]{0,24}\bonly\b)"
    r"|\bon\s+(?:pink|yellow|green|blue|buff|lilac|salmon)\s+paper\b",
    re.IGNORECASE,
)
"""A word of status where it tells of a paper or of business, or is all that is said: not in "confidential helpline"."""
_SOME_LEAVE = re.compile(
    r"\b(?:one|two|three|four|five|six|several|some|many|most|a|an|another|\d+)\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:press|public)|residents?|parishioners?|electors?|"
    r"observers?|reporters?|journalists?)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:exempt\w*|confidential\w*|private|prejudicial|personal|sensitive|staffing|personnel|public\s+interest|schedule\s+(?:12|7)|section\s+(?:100|50)|remaining|lobby|waiting\s+room|"
    r"nature\s+of\s+the\s+business)\b",
    re.IGNORECASE,
)
"""Why people go: who only goes home is not excluded."""
_SAYS = re.compile(
    r"\b(?:said|suggested|advised|explained|reported|commented|queried|complained|claimed|felt|stated|believed|thought|highlighted|noted|heard|told|"
    r"recalled|found|asked|requested|enquired|reminded|complaints?|petition|object\w*|concern\w*|questions?|circumstances|criticis\w+|condition)\b"
    r"(?:(?!,\s+(?:the|members|councillors)\b)[^.;]){0,60}?\b(?:that|whether|if|why|when|how|for|about|in\s+which)\b|"
    r"\b(?:polic(?:y|ies)|procedures?|rules?|guidance|protocol|powers?|training)\b[^.;]{0,40}?\b(?:on|for|of|about|including)\b|\bsaid\b|\bcriticis\w+",
    re.IGNORECASE,
)
"""What somebody says of such a thing: a word of saying with the clause that it opens."""
_TO_COME = re.compile(
    r"\b(?:would|will|shall|should|could|may|might|if|whether|unless|any\s+(?:items?|reports?|business|exempt|confidential)|future|next\s+meeting)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?<!be\s)\b(?:considered|received|submitted|circulated|tabled|presented|introduced|discussed|noted|heard|reviewed|debated|examined|"
    r"before\s+(?:it|them))\b",
    re.IGNORECASE,
)
_RESOLVED_TO = re.compile(
    r"(?P<lead>\bso\s+that\b[^.;]{0,40}?|\b(?:agreed|resolved|declared|directed)\b[^.;]{0,60}?\bthat\b[^.;]{0,60}?)\b(?:could|might|should)\b",
    re.IGNORECASE,
)
"""What the meeting did a thing for, or resolved, is not to come."""
_REFUSED = re.compile(
    r"\bnot\s+(?:to\s+)?(?:be\s+)?(?:necessary|required|needed|exclud\w+|private|exempt|confidential|considered\s+in|held\s+in|taken\s+in|in\s+private|"
    r"to\s+go|go)\b|\b(?:motion|proposal|proposition|amendment|request)\b[^.;]{0,90}?\b(?:lost|defeated|fell|refused|declined|rejected|withdrawn|"
    r"no\s+seconder|not\s+(?:carried|agreed|supported|seconded))\b|\b(?:refused|declined|rejected)\s+(?:an?|the)\s+(?:request|motion|proposal)\b|"
    r"\bhad\s+(?:\w+\s+)?excluded\b|\bmay\s+exclude\b|\bstayed\s+open\b|"
    r"\bno\s+(?:\w+\s+){0,3}(?:items?|business|reports?|matters?|information|resolution|exclusion)\b|\bnone\b|"
    r"\b(?:rather\s+than|instead\s+of|no\s+longer|never|formerly|previously)\b[^.;]{0,30}\b(?:private|exempt|confidential|closed)\b|"
    r"\b(?:held|taken|considered|discussed|heard)\s+in\s+(?:open|public)\b|\bin\s+(?:open|public)\s+(?:session|meeting)\b",
    re.IGNORECASE,
)
"""That it was not so. "The exempt report on the bid that was lost" says nothing of that."""
_ELSEWHERE = re.compile(
    r"\b(?:of|at|from)\s+(?:the|its|their|a)\s+(?:\w+\s+){0,3}(?:meeting|session)\s+(?:held|on|of|in)\b|\b(?:last|previous|earlier)\s+meeting\b|"
    r"\bminutes\b[^.;]{0,80}\bsigned\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?<!there )\bhad\s+(?:already\s+)?been\s+(?:considered|discussed|approved|agreed|received|taken|held|heard)\b",
    re.IGNORECASE,
)


def private_record(sentence: str) -> str | None:
    """The words by which a sentence of minutes records that its business was private; None where it records none."""
    words = _RESOLVED_TO.sub(lambda found: found["lead"], fold(sentence))
    if _REFUSED.search(words) or _ELSEWHERE.search(words):
        return None
    welsh = _WELSH.search(words)
    if welsh and not _WELSH_NOT.search(_WELSH_CLAUSE.split(words[: welsh.end()])[-1]):
        return welsh.group().split()[-1]
    for found in (
        _gone(words),
        _IN_PRIVATE.search(words),
        None if _FAULT.search(words) else _OFF_AIR.search(words),
        _APART.search(words),
        _marked(words),
    ):
        if found and not _is_told(words, found) and not _TO_COME.search(words[: found.end()]):
            told = _TELLS.search(found.group())
            return told.group() if told else found.group().split()[-1]
    return None


_TELLS = re.compile(
    rf"{_STATUS}|\b(?:press\s+and\s+public|press|public|parishioners?|residents?|observers?|strangers|camera|confidence|committee|doors|"
    r"gallery|minutes?|members|publication|paper)\b",
    re.IGNORECASE,
)
"""The part of such words that says nothing of the business itself."""


def _gone(words: str) -> re.Match[str] | None:
    found = _GONE.search(words)
    return None if found and _SOME_LEAVE.search(words) and not _REASON.search(words) else found


def _is_told(words: str, found: re.Match[str]) -> bool:
    """Whether the words tell what somebody says, or of what a rule is about; not where a new clause begins before."""
    before = words[: found.start()]
    said = _SAYS.search(before)
    if said is None:
        return _TOLD_BEHIND.search(words, found.start()) is not None and not _HAVING.search(words)
    return _NEW_CLAUSE.search(words, said.end(), found.start()) is None and not _for_law(words, said.end(), found)


def _for_law(words: str, after: int, found: re.Match[str]) -> bool:
    """Whether what follows gives the reason in law: "asked for the broadcast to stop as the item was exempt under"."""
    reason = _REASON_BEGINS.search(words, after, found.start())
    return reason is not None and _IN_LAW.search(words, found.start()) is not None


_NEW_CLAUSE = re.compile(r",\s+(?:the\s+\w+|members|councillors)\s", re.IGNORECASE)
_REASON_BEGINS = re.compile(r"\b(?:as|because|since)\s+(?:the|this|it|they)\b", re.IGNORECASE)
_IN_LAW = re.compile(
    r"\b(?:by\s+virtue\s+of|under|in\s+terms\s+of)\s+(?:paragraph|schedule|section)s?\b", re.IGNORECASE
)
_TOLD_BEHIND = re.compile(
    r",\s+(?:the|an?)\s+(?:[\w-]+\s+){1,4}(?:said|reported|recalled|explained|added|confirmed|told|thought)\W*$",
    re.IGNORECASE,
)
"""Who says it may end the sentence: "The hall was closed to the public in May, the Chair recalled". Whoever goes on to
say something says that in private: "The public left, the Director explained that"."""
_HAVING = re.compile(r"\bhaving\b", re.IGNORECASE)
_AHEAD = re.compile(rf"{_TO_COME.pattern}|(?<!not\s)\bto\s+be\b", re.IGNORECASE)


def _marked(words: str) -> re.Match[str] | None:
    """The word of status of the paper or the business that is dealt with."""
    found = _MARKED.search(words)
    if found is None or _EARLIER.search(words):
        return None
    plain = _TAKEN.search(words) or _IN_LAW.search(words, found.start()) or not _AHEAD.search(words)
    return found if plain else None
