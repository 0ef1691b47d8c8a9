"""Room `families/minutes`: whether a sentence says what a meeting did with what was before it.

Takes one sentence, gives whether it is a verdict: a thing "was approved", a body "approved" it, or no more than the
participle. What must stand around it depends on the act: an answer to a request no general tale, a choice somebody
who was chosen, a hearing a paper that was heard. Acts of others and of another day are none.
"""

import re

from scrutiny.families.minutes.words import GATHERING, PAPER, QUESTION, SAY, SUGGEST
from scrutiny.language.actors import BODIES
from scrutiny.language.dates import MONTHS
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of

BODY_WORD = (
    rf"(?:{'|'.join(sorted(word.capitalize() for word in BODIES))}|Sub-?[Cc]ommittee|Mayor|Leader|Members?|Councillors)"
)
BODY = rf"(?:[Tt]he\s+)?(?:[A-Z][\w’'&/.-]*[\s,]+(?:(?:of|for|and|the|on|&)\s+)*){{0,12}}?{BODY_WORD}(?:\s+(?:for|of|on)\s+[A-Z&][\w’'-]*(?:\s+(?:(?:and|&|of)\s+\w|[A-Z&])[\w’'-]*){{0,7}})?"
OWN_BODY = rf"(?:{BODY}|[Aa]ll\s+(?:the\s+)?(?:[A-Z]\w+\s+)?{BODY_WORD}\s+(?:present|required)|(?:[Tt]he\s+)[A-Z]{{2,6}}|[Ww]e|[Tt]hose\s+present|(?:[Tt]he\s+)?(?:(?!(?:district|county|borough|city)\b)[a-z]+\s+)?(?:[Cc]ouncil|[Bb]ody|[Cc]ommittee|[Bb]oard|[Pp]anel|[Tt]rustees|[Gg]overnors|[Dd]irectors|[Oo]fficials|[Mm]eeting))"
DATED = rf"on\s+\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})"

LONGEST_VERDICT = 40
"""Words of a sentence that says only what became of something."""


def is_verdict(text: str) -> bool:
    """Whether a short sentence says only what became of something: "Granted as in previous years.", "Accounts agreed.",
    "The fees in the schedule were approved with effect from 1 April", "The Panel noted the plan"."""
    text = _INSERTED.sub("", _BRACKETS.sub(" ", text))
    if len(text.split()) > LONGEST_VERDICT:
        return False
    if _RECORD.search(text) is not None:
        return _NOT_YET.search(text) is None
    clauses = _AND.split(text)  # two verdicts in one sentence, or one behind what it follows from
    if _DOES.search(text) is not None and _ELSEWHERE.search(text) is None and _OPINION.search(text) is None:
        return True
    if _is_done(text) or (";" in text and any(map(_is_done, re.split(r";\s+", text)))):
        return True
    if all(_is_done(_ADJUNCT.sub("", clause)) for clause in clauses):
        return True
    return _UNDERGONE.search(clauses[-1]) is not None and _TELLS.search(text) is None and _is_done(clauses[-1])


def _is_done(text: str) -> bool:
    """Whether something "was approved", or there is no more than "approved"."""
    verdict = _VERDICT.search(text)
    if verdict is None:
        return False
    before, act = text[: verdict.start()], verdict.group()
    if not before:
        return True
    if _ELSEWHERE.search(text) or _BY_OTHERS.match(text[verdict.end() :]) or _OF_MOTION.search(before):
        return False
    if act.endswith("deferred") and _PUT.search(before):
        return False  # it was only put, and put off
    if _HEARD.search(act) and not _HEARD_PAPER.search(before):
        return False
    # "Budget approved." has no doer; somebody may have "agreed"
    set_off = act[0] in ":–-"  # "Item 7 of the agenda – agreed"
    named = _NAMED.search(before) is not None and _ALONE.search(act) is not None
    general = _ANSWERED_LAST.search(act) is not None and _GENERAL.search(before + act) is not None
    general |= act.endswith("appointed") and re.match(_COUNT, before) is not None  # staff are counted, members named
    acts = _UNDERGONE.search(act) is None and not set_off and _MAY_AGREE.search(before) is not None
    return not (named or general or acts or _GOVERNED.search(before))


_INSERTED = pattern_of(r",\s[^,.;]{3,60},(?=\s(?:was|were)\b)")
_BRACKETS = pattern_of(r"\s*\([^()]{3,80}\)\s*")
_ADJUNCT = pattern_of(
    r"^(?:(?:Subject|Owing)\s+to|Following|After|With|On|Having|There\s+being|By|As\s+(?:an?|there\s+w(?:as|ere)\s+no))\b[^,;]{3,90},\s+"
)
"""What stands ahead of a sentence and has no subject of its own: "With the spelling put right, "."""

_TOLD = "|".join(sorted((SAY | SUGGEST | QUESTION) - {"proposed"}))
_SAYS = rf"that|if|when|once|until|would|will|should|could|apologies|hoped|{_TOLD}"
_TELLS = pattern_of(rf"\b(?:{_SAYS})\b", re.IGNORECASE)
"""What goes on behind "and" is told by somebody, or is not so yet."""

_AND = pattern_of(r",?\s+and\s+(?=(?:the|[A-Z])\b)")
_OF_MOTION = pattern_of(r"\b(?:recommendations?(?:\s+\d+)?|motion|amendment)\b(?:\s+within\s.*)?$", re.IGNORECASE)
"""What was put to the vote: what it was is said elsewhere."""

_PUT = pattern_of(r"\b(?:proposal|motion|amendment)\b")

_HOW = r"(?:(?:\w+ly|then|also|therefore|otherwise|both|all|either)\s+)*"
_SETTLED = r"approved|agreed(?!\s+with\s+(?:the|this|that|our|its|an?)\s+(?!following|addition|amend|change|condition))|adopted|endorsed|ratified|deferred|confirmed(?=\s+(?:as|by|without)\b)|authorised(?!\s+to\b)|set(?=\s+at\s+£)"
_ANSWERED = r"(?:granted|accepted|refused(?!\s+to\b)|declined(?!\s+to\b))|(?:carried|allowed|dismissed)(?!\s+(?:as|for|from|in|on|to|with|without)\b)"
_CHOSEN = r"(?:(?:re-?)?(?:elected|appointed)|co-?opted)(?=\s+(?:as|to|on\s+to|onto|(?:(?:vice|deputy)[\s-]*)?(?:chair\w*|conven[eo]r|president|treasurer|secretary|clerk|auditor|trustee|director|governor)|en\s+bloc|unopposed|unanimously|without)\b|\s*[.;]?$)"
_DONE = rf"(?:{_SETTLED}|{_ANSWERED})"
_OTHER_ACT = r"(?:(?:[a-z]+ed|read|put|heard)(?:\s+accordingly)?,?\s+and\s+(?:then\s+)?)*"
_TERMS = (
    r"\s*(?:[.;]?$|\((?!(?:19|20)\d\d)|,(?!\s+(?:and|but|so|by)\b)|[–-])|\s+(?:as(?!\s+follows)|at\s+£|which\s+w(?:ould|ill)|with|without|subject|nem|unanimously"
    r"|and\s+(?:\w+\s+){0,5}(?:signed|carried|confirmed|adopted|noted)|and\s+there\s+were\s+no"
)
_OWN = rf"by\s+(?:[\w-]+\s+votes?|(?:the\s+)?{BODY_WORD}\b|(?:all|both)\b|(?:the\s+)?(?:meeting|members|trustees|governors)\b)"
_VERDICT = pattern_of(
    rf"(?:^|[:–-]\s+)(?:(?:unanimously\s+)?(?:{_DONE}|continued)(?={_TERMS}|for|to|so|on|until|unless|from|in|provided)\b|\s*[.;]?$))"
    r"|(?:^|[:–-]\s+|(?-i:\s(?=NO\s+[OC][A-Z]+\b)))(?:no\s+(?:objections?|comments?|observations?)(?:\s+(?:was|were)\s+(?:raised|made))?(?=\s*(?:[.;]?$|[,(]|to\s)))"
    r"|[:–-]\s+object(?:ion)?(?=\s+[–-]|\s+on\b|[.:])"
    rf"|\s(?:was|were)\s+{_HOW}{_OTHER_ACT}(?:{_DONE}|noted(?!\s+as\b))(?!\s+{DATED})(?={_TERMS}|{_OWN}|for|to|so|on|until|from|in\s+full|in\s+principle)\b)"
    rf"|\s(?:was|were)\s+{_HOW}{_CHOSEN}"
    rf"|\s{_DONE}(?={_TERMS})\b)|\s(?-i:DEFERRED|APPROVED|REFUSED|GRANTED|ADOPTED)\b"
    rf"|(?:^|\s)(?:consent|permission|approval|leave|authority)\s+(?:given|granted|refused)(?={_TERMS})\b)|^(?:[\w’'-]+\s+){{0,1}}(?:reports?|updates?|accounts|figures|presentation)\s+(?:received|noted)[.;]?$",
    re.IGNORECASE,
)
"""The verb that says so, with nothing behind it but how, from when, and on what terms."""

_HEARD = pattern_of(r"(?:was|were)\s.*\bnoted$", re.IGNORECASE)
_PAPERS = "|".join(
    sorted(PAPER - GATHERING | word_set("accounts contents explanations payments position progress workplan"))
)
_HEARD_PAPER = pattern_of(rf"^(?:[\w’'-]+\s+){{0,6}}?(?:{_PAPERS})\b", re.IGNORECASE)
"""What is heard by noting it; concerns and apologies are noted too, and nothing is done by it."""

_ANSWERED_LAST = pattern_of(rf"(?:{_ANSWERED})$", re.IGNORECASE)
_COUNT = r"^(?:An?|Some|Many|Most|Several|Few|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d+)\s"
_GENERAL = pattern_of(rf"{_COUNT}|^(?!(?:The|These|Those|Both|All)\s).*\swere\s")
"""Of such a thing it is told what usually becomes of it, or how often: "Two claims were refused", "Dogs were allowed"."""

_GOVERNED = pattern_of(
    rf"\b(?i:{_SAYS}|is|are|was|were|be|been|being|has|have|had|(?-i:may)|might|must|can|did|does|not|which|"
    r"who|after|before|by|status|he|she|they|it|we|his|her|their|action(?=\W*$))\b|\bI\b"
)
"""What stands before a verb that is no verdict: another verb or a clause."""

_MAY_AGREE = pattern_of(
    rf"\bof\s+the\b|\b(?:{BODY_WORD}|others|everyone|all|residents)\s*(?:\w+ly\s*)?$", re.IGNORECASE
)
"""What stands before a bare verb that is somebody's own, who "agreed" to something: "The chair of the board agreed"."""

_UNDERGONE = pattern_of(r"(?:^|\s)(?:was|were)\b", re.IGNORECASE)
_NAMED = pattern_of(r"\b[A-Z][\w’'-]+\s*$")
_ALONE = pattern_of(r"^\s*(?:agreed|accepted|refused|dismissed|carried)", re.IGNORECASE)
"""What somebody does without anything being done to something: "Mr Hay agreed"."""

_BY_OTHERS = pattern_of(rf"\W*(?!{_OWN})by\s+(?:the\s+)?[A-Z]")
_ELSEWHERE = pattern_of(
    rf"\b(?:(?:last|previous)(?!\s+meetings?\b)|(?:at|by|since|from)\s+\w+\s+(?:last|previous)|earlier|already|since|recently|now|usually|normally|often|every|each\s+(?:year|month|quarter))\b|\bin\s+(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)\b|\bappeals?\s+(?:was|were)\b"
)
"""What shows that it was done by somebody else or at another time."""

_OF_MEETING = r"\b[Mm]inutes?\b(?!\s+(?:that|which|\d+)\b)[^.;:]{0,160}?"
_CORRECT = r"\bas\s+(?:being\s+)?(?:an?\s+)?(?:true|correct|accurate|fair)\b"
_RECORD = pattern_of(
    rf"{_OF_MEETING}\s(?:was|were)\s+{_HOW}(?:proposed\s+[^.;]{{3,80}}\sand\s+)?{_OTHER_ACT}(?:approved|agreed|accepted|adopted|confirmed|signed(?!\s+off)|passed|(?:held|deemed|found)\s+to\s+be)\b"
    rf"|(?:^|\b(?:this|these|they|which|and|[Mm]inutes?\b[^.;]{{0,160}}?)\s)(?:was|were)\s+[^.;]{{0,60}}?\b(?:approved|agreed|accepted|adopted|confirmed|taken|signed)\s+{_CORRECT}"
    rf"|^[Mm]inutes?\b[^.;:]{{0,90}}?[\s:–-](?:approved|agreed|accepted|adopted|confirmed)(?={_TERMS})\b)",
    re.IGNORECASE,
)
_NOT_YET = pattern_of(
    rf"\b(?:not|to\s+be(?!\s+an?\s)|would|will|should|could|may|might|once|when|until|if|had|asked|[Mm]inutes\s+(?:of\s+[^,;]{{3,60}}\s)?(?:that|which)\s+(?:was|were))\b(?!\s+been\s+(?:previously\s+)?circulated)|\bin\s+(?:{'|'.join(MONTHS)})\s*[.;]?$"
)

_PAPER_NOUN = (
    rf"(?:the|this|an?|its|all)\s+(?:(?!(?:of|in|into|on|for|to|by|with|that)\b)[\w’'-]+\s+){{0,6}}?(?i:{_PAPERS})\b"
)
_ACTS = (
    r"(?:approved|supported(?=\s+(?:the|its|an?)\b)|resolved|accepted|endorsed|decided|ratified|adopted|granted|refused|rejected|awarded|authorised|deferred|elected|appointed|co-?opted"
    r"|delegated|set\s+(?:the|an?|its)|confirmed\s+(?:the|its)\s+(?:minutes|appointment)|determined\s+(?:to|that)"
    r"|recommended\s+(?:to\s+[A-Z]\w+\s+)?(?:that|an?|approval|refusal)|turned\s+down|objected|(?:had|raised|made)\s+no\s+(?:objections?|comments?|observations?)|(?:did\s+)?consent(?:ed)?\s+to\s"
    rf"|gave\s+(?:its|their)\s+(?:approval|consent|agreement)|(?<!Members\s)(?<!Councillors\s)noted\s+{_PAPER_NOUN})"
)
_AGREES = r"(?:agreed|decided|resolved)\b(?!\s+(?:(?:on\s+)?by|and|(?:this|these|it)\s+would)\b)"
_LEADS = r"(?:^(?:(?:Minutes|Decisions?|Outcome):\s+)?|\band\s+|[,.;]\s+|\b[Dd]iscussions?\s+|\b[Dd]ebate\s+|^(?:Thereafter|Accordingly|By\s[^.,]{3,40}?)\s+)"
_WHO = rf"{_LEADS}{OWN_BODY}(?:,\s[^,.;]{{3,40}},)?\s+(?:then\s+|also\s+|have\s+|has\s+|duly\s+|formally\s+)?(?:unanimously\s+)?(?:(?:(?!(?:ask|not|request)ed\b)[a-z]+ed|read|heard|took|made)\s+[^.;:]{{0,80}}?(?:and|but)\s+)?"
_NOT_THEN = rf"(?!\s+(?:{DATED}|at\s+(?:its|the)\s+(?:last|previous)))"
_DOES = pattern_of(
    rf"{_WHO}{_ACTS}{_NOT_THEN}"
    rf"|^{OWN_BODY}\s+(?:approves?|agrees?|endorses?|notes?|adopts?|confirms?)\s+(?:and\s+[a-z]+\s+)?{_PAPER_NOUN}|^{OWN_BODY}\s+objects?\s+to\b"
    rf"|(?:^|,\s+|\b(?:[Dd]ebate|vote)\s+){OWN_BODY}\s+(?:supported\b[^.;]{{0,160}}\bby\s+[\w-]+\s+votes?\s+to|voted\s+(?:(?:unanimously|by\s[^.,]{{1,30}}?|\d+\s?(?:[-–]|to)\s?\d+)\s+)?(?:in\s+favour\s+of|for|to))\b"
    rf"|\b(?:were|was|(?:has|have)\s+been)\s+{_HOW}(?:approved|agreed|accepted)\s+by\s+(?:the\s+)?{BODY_WORD}\b|(?:^|[,.;]\s+)(?:[Tt]he\s+)?{BODY_WORD}\s+ha(?:s|ve)\s+no\s+(?:objections?|observations?)\b"
)
"""A body with an act of its own; what it did on another day is none."""

_IT = r"\b(?:[Ii]t|was)\s+(?:was\s+)?(?:(?:then|further|also|unanimously|therefore|subsequently|accordingly|duly|formally)\s+)*agreed\b(?:\s+unanimously|\s+by\s+[\w-]+\s+votes?\s+to\s+[\w-]+)?(?:\s+in\s+principle)?"
_EVERYONE = rf"(?:^|\band\s+|[,;.]\s+)[Aa]ll(?:\s+(?:(?:of\s+)?the\s+|(?i:{BODY_WORD}|trustees|governors)\b|present|those|were)\s*)*"
_AGREEMENT = pattern_of(
    rf"{_IT}(?:\s+that\b|\s+(?:not\s+)?to\b(?!\s+by\b)|\s*[:–]|\s+(?=(?:(?:the|these|this|those|all|an?|no|each|both|our|its)\s|[£\dA-Z])[^.;:]{{2,80}}?\s(?:would|should|will|shall|be)\s))"
    r"|^(?:Agreed|Decided|[Uu]nanimously\s+[Aa]greed?)\s+(?:by\s[^.;:]{3,50}:\s+)?(?:to|that)\b"
    rf"|{_EVERYONE}\s+(?:(?:\w+ly\s+)?(?:agreed|resolved|decided)\s+(?:to(?!\s+(?:this|it|these)\b)|that)\b|in\s+favour\s+(?:of\s+\w+ing|that)\b)"
    rf"|{_WHO}{_AGREES}{_NOT_THEN}"
    rf"|^{OWN_BODY}\s+(?:[a-z]+ly\s+|also\s+)?(?:agrees|decides|resolves)\s+(?:to\s+[a-z]|that\b)"
    rf"|(?:^(?=\w+\s+agreement)|\b(?:[Tt]here\s+was|{OWN_BODY}\s+(?:was|were)\s+(?:all\s+)?in|^All\s+were\s+in)\s+)(?:(?i:general|full|complete|unanimous|broad)\s+)?(?i:agreement)\s+"
    rf"(?:to\s+[a-z]|that\s(?:(?!\b(?:is|are|was|were|had|has|have)\b)[^.;:]){{2,80}}?\s(?:would|should|will|shall|be)\s)"
    r"|^The\s+following\s+(?:\w+\s+){0,3}(?:were|was)\s+(?i:approved|adopted|agreed|elected|appointed)\b"
)
_OPINION = pattern_of(
    r"\b(?:agreed|accepted)\s+(?:unanimously\s+)?that\s+(?:(?!\b(?:would|should|be|will|shall|to(?!\s+the)|could|can|may|is|are)\b)[\w.’'-]+,?\s+){1,12}?(?:had\b(?!\s+to\b)|(?:was|were)\b(?!\s+(?:to|\w+ed|an?\s+(?:true|correct|accurate))\b))"
)
"""That something was so: "it was agreed that the new rail was very good"."""


def is_agreement(text: str) -> bool:
    """Whether a sentence tells that something was agreed, a task as well as a decision: "The Board agreed to wait"."""
    return _AGREEMENT.search(text) is not None and _OPINION.search(text) is None
