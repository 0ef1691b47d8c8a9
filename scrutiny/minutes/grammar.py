"""Room `minutes`: the grammar of actions.

A list of rules, each with a name, the kind of action it finds, examples of what it takes and of what it leaves.
A rule sees one sentence of minutes and who says it. No rule knows a person, a council or a topic.

The words are those of reported speech: what somebody "would" do (he undertook it), what somebody "asked if"
could be done (a request), what was "suggested", what the chair "agreed" and what was "resolved". Questions that
are answered on the spot, thanks, and the description of routine work are left.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from scrutiny.minutes.speakers import WHO


class ActionKind(StrEnum):
    """What sort of action it is; the definitions are those of the README."""

    COMMITMENT = "commitment"
    REQUEST = "request"
    AGREED = "agreed"
    SUGGESTION = "suggestion"
    OUTSTANDING = "outstanding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the grammar. `pattern` may name `who` (who is to act) and `what` (what is to be done)."""

    name: str
    kind: ActionKind
    pattern: re.Pattern[str]
    takes: tuple[str, ...]
    leaves: tuple[str, ...]
    decides: bool = False
    """Whether it is only asked of resolutions."""
    present: bool = False
    """Whether it is for minutes that say "will" and "to" rather than "would"."""


_ADV = r"(?:also\s+|then\s+|therefore\s+|now\s+|initially\s+|personally\s+|first\s+|happily\s+|be\s+happy\s+to\s+|be\s+able\s+to\s+(?=provide|share|circulate))*"

_DO = (
    r"(?:look(?:ing)?\s+(?:further\s+)?(?:into|at)|provide|circulate|share|send|forward|check|raise|follow(?:ing)?\s+(?:this\s+|it\s+|that\s+|these\s+)?up|"
    r"keep\s+(?:the\s+)?(?:[Mm]embers|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ouncillors|everyone|them|us)|bring|report\s+back|feed\s*back|come\s+back|get\s+back|"
    r"return\s+to|ask|write|contact|arrange|organise|investigate|revisit|update|inform|notify|speak\s+(?:to|with)|liaise|"
    r"clarify|obtain|gather|pull\s+together|present|submit|respond|reply|prepare|produce|publish|draft|invite|seek|"
    r"pass|take\s+(?:this|it|that|these|the\s+\w+)\s+(?:back|away|forward|up)|pick\s+(?:this|it|that)\s+up|attend|order|download|"
    r"form\s+a|meet\s+with|find\s+out|chase|escalate|sit\s+down|work\s+with\s+\w+\s+to\s+provide|instruct|purchase|install|distribute|email|phone|ring)"
)
_DONE = (
    r"(?:provided|circulated|shared|sent|forwarded|brought|reported|presented|submitted|produced|published|prepared|"
    r"updated|reviewed|revisited|investigated|arranged|added|placed|looked\s+(?:at|into)|raised|followed\s+up|installed|"
    r"transferred|contacted|amended|issued|incorporated|separated|scheduled|distributed|reinstated|purchased|maintained|received|considered|discussed|noted|included)"
)
_PAPER = (
    r"(?:information|reports?|updates?|figures?|data|responses?|leaflets?|documents?|briefings?|details?|papers?|breakdown|list|"
    r"copy|copies|links?|slides?|letters?|results?|notes?|statistics|presentation|comments?|plans?|strategy|timetable|dates?|visit|training|session|feedback|register)"
)
_BODY = r"(?:the\s+)?(?:[Mm]embers?|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ouncil(?:lors)?|[Cc]abinet|[Mm]eeting|[Ww]ork\s+[Pp]rogramme|[Aa]genda|[Cc]ommission|governing\s+body)"
_ANIMATE = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|{WHO}|[Oo]fficers|(?:the|The)\s+(?:service|team|clerk|Clerk|council|Council|Chair|PC)|[A-Z]{{2,4}})"

_LIST = [
    # --- reported as not yet done -------------------------------------------------------------------
    Rule(
        name="still outstanding",
        kind=ActionKind.OUTSTANDING,
        pattern=re.compile(
            r"\b(?:the|one|an)\s+outstanding\s+action\b(?!s)|\b(?:remains?|remained|is|was|are|were)\s+(?:still\s+)?outstanding\b(?=\s*(?:[.,;)]|$))|"
            r"\baction\b.{0,60}\b(?:had|has|have)\s+not\s+(?:yet\s+)?been\b|\b(?:remains|remained)\s+work\s+in\s+progress\b|\bstill\s+to\s+be\s+(?:done|completed)\b",
            re.IGNORECASE,
        ),
        takes=("The outstanding action related to transport costs.", "The action from May had not yet been completed."),
        leaves=("There were no outstanding actions.", "All the work was outstanding in quality, members felt."),
    ),
    Rule(
        name="the chair agreed",
        kind=ActionKind.AGREED,
        pattern=re.compile(
            rf"(?P<who>(?:The\s+)?(?:Chair(?:man|person)?|Committee|Panel|Board|Members))\s+agreed\s+that\s+(?P<what>.*\b(?:would|should|could|be)\s+(?:be\s+)?(?:{_DONE}|invited|established)\b.*)"
        ),
        takes=("The Chair agreed that the take up of meals would be noted for the work programme.",),
        leaves=("The Chair agreed that this was a concern.",),
    ),
    Rule(
        name="on the work programme",
        kind=ActionKind.AGREED,
        pattern=re.compile(
            r"^(?P<what>.*\b(?:be|been)\s+(?:maintained|added|included|placed|kept|put|noted)\b.{0,30}\bwork\s+programme\b.*)",
            re.IGNORECASE,
        ),
        takes=("He advised that it had been discussed that the topic be maintained on the work programme.",),
        leaves=("The work programme was noted.",),
    ),
    Rule(
        name="should be asked or told",
        kind=ActionKind.SUGGESTION,
        pattern=re.compile(
            r"\b(?:felt|thought|believed|said|stated|commented|considered|asked)\b.*?\b(?P<what>(?:(?:[Tt]he|[Aa]n?)\s+)?(?:[A-Z][\w’']*\s+){0,4}(?:[\w’']+\s+)?(?:should|could)\s+be\s+(?:contacted|invited|asked|consulted|involved|referred|informed)\b.*)"
        ),
        takes=("She felt that the Youth Council should be contacted to contribute.",),
        leaves=("He felt that it should be noted.",),
    ),
    # --- what somebody undertook ---------------------------------------------------------------------
    Rule(
        name="agreed or offered to do",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"(?P<who>{_ANIMATE})\s+(?:also\s+|then\s+)?(?:agreed|offered|undertook|promised|committed|volunteered)\s+"
            rf"(?:to\s+|that\s+(?:he|she|they|it)\s+would\s+)(?P<what>(?!note|support|endorse|disagree|be\b)\w+.*)"
        ),
        takes=(
            "The Chair agreed to write to group leaders to remind Members of their duty.",
            "Mrs Chandler offered to circulate links to the research.",
            "Officers agreed to return to the Committee with proposals.",
        ),
        leaves=("Members agreed to note the report.", "The Panel agreed with the proposals."),
    ),
    Rule(
        name="said that he would do",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<who>{_ANIMATE})\s+(?:would|shall)(?:,[^.;]{{3,120}},)?\s+{_ADV}(?P<what>(?:{_DO}|create\s+an?|develop\s+an?|establish\s+an?|set\s+up|be\s+(?:responding|submitting|writing|providing|preparing|producing|presenting|bringing|reporting|circulating|contacting))\b.*)"
        ),
        takes=(
            "The Manager responded that the data was on a lag, however, he would look into the comparative data.",
            "He would ask Secondary Heads to pull together some information.",
            "She confirmed that officers would circulate the figures to members.",
        ),
        leaves=(
            "Schools would receive less money.",
            "He would welcome more visits.",
            "They would like to thank the team.",
            "He asked if the officer would attend.",
        ),
    ),
    Rule(
        name="and offered to do",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            r"\band\s+(?:also\s+)?(?:offered|agreed|undertook|promised)\s+to\s+(?P<what>(?!note|support|endorse|the\b)\w+.*)"
        ),
        takes=("Mr Read shared that it would take a year and offered to come back to the panel with the data.",),
        leaves=("The plan was read and agreed to the letter.",),
    ),
    Rule(
        name="and would do",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(rf"\b(?:and|but|or|which|who)\s+would\s+{_ADV}(?P<what>{_DO}\b.*)"),
        takes=("They were looking into a digital system and would keep members updated on the progress.",),
        leaves=("It was a good scheme and would help families.",),
    ),
    Rule(
        name="a report is being made",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<who>{_ANIMATE})\s+(?:was|were)\s+(?:currently\s+)?(?P<what>(?:producing|preparing|drafting|writing|compiling)\s+an?\s+.*)"
        ),
        takes=("The Officer indicated that they were producing a report for school governors.",),
        leaves=("They were producing good results.",),
    ),
    Rule(
        name="papers that would be provided",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<what>(?:[\w’'-]+\s+){{0,5}}{_PAPER}\b(?:\s+[\w’'(),-]+){{0,8}}?\s+(?:would|will|was\s+due\s+to|were\s+due\s+to|is\s+to|was\s+to|were\s+to)\s+"
            rf"{_ADV}be\s+{_DONE}\b.*)"
        ),
        takes=(
            "More information would be provided at a later date on the development of family centres.",
            "A leaflet detailing housing options would be produced with the help of care leavers.",
        ),
        leaves=("Children would be involved in culture activities.", "More money would be spent on roads."),
    ),
    Rule(
        name="papers that would come back",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<what>(?:[\w’'-]+\s+){{0,4}}(?:{_PAPER}|[Cc]ase|[Ss]cheme|[Pp]roject|proposals?)\s+would\s+(?:return|come\s+back|be\s+brought\s+back)\b.*)"
        ),
        takes=(
            "She confirmed that further reports and information would return to be discussed.",
            "The Full Business Case would return to the Committee.",
        ),
        leaves=("The pupils would return to school.",),
    ),
    Rule(
        name="would be brought to a body",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<what>.*\b(?:would|will|was\s+due\s+to|were\s+due\s+to)\s+{_ADV}(?:be\s+{_DONE}|come\s+back|return|report)\s+(?:back\s+)?(?:\w+\s+){{0,3}}?(?:to|with|for|on|before)\s+{_BODY}\b.*)"
        ),
        takes=("The Corporate Risk Register was due to be presented to the Committee on 23 January.",),
        leaves=("The road would be closed to traffic.",),
    ),
    Rule(
        name="to be done by a date",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\b(?P<what>(?:\w+\s+){{0,4}}?(?:to|would|will)\s+be\s+(?:{_DONE}|completed|finished|opened|erected)\b.{{0,30}}\b(?:on|by)\s+(?:the\s+end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*)"
        ),
        takes=("A sign had been erected with another to be installed on 23 September.",),
        leaves=("The sign was installed on 23 September.",),
    ),
    Rule(
        name="planned for a meeting",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"\bIt\s+was\s+(?:planned|intended|anticipated|expected)\s+that\s+(?P<what>.*\b(?:report|update|paper|{_BODY}\s+receive)\b.*)"
        ),
        takes=("It was planned that the Policy Committee receive a report to its meeting in December.",),
        leaves=("It was expected that costs would rise.",),
    ),
    Rule(
        name="gave an assurance to do",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(
            rf"(?P<who>{WHO}(?:\s+and\s+officers)?)\s+(?:gave|provided)\s+(?:an?\s+)?assurances?\s+that\s+(?P<what>.*\bwould\b.*)"
        ),
        takes=("The Chair and officers gave assurance that the project would come back to the Committee.",),
        leaves=("The Chair gave assurance that the works had ended.",),
    ),
    Rule(
        name="stated an intention",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(rf"(?P<who>{WHO})\s+(?:stated|expressed)\s+(?:his|her|their)\s+intention\b(?P<what>.*)"),
        takes=("Mr Gough stated his intention to submit a report to the next meeting.",),
        leaves=("The intention of the scheme was good.",),
    ),
    Rule(
        name="next steps",
        kind=ActionKind.COMMITMENT,
        pattern=re.compile(r"^The\s+[Nn]ext\s+steps\s+(?:were|are|would\s+be)\s+to\s+(?P<what>.*)"),
        takes=("The Next steps were to conclude the review of the fund.",),
        leaves=("Members discussed the next steps.",),
    ),
    # --- what somebody asked for ---------------------------------------------------------------------
    Rule(
        name="asked if it could be done",
        kind=ActionKind.REQUEST,
        pattern=re.compile(
            rf"\b(?:asked|requested|queried|enquired)\s+(?:if|whether|that)\s+(?P<what>(?:(?!\bhow\b|\bwhat\b|\bwhy\b).)*?\b(?:could|can|should|might|may|would|to)?\s*be\s+{_DONE}\b.*)"
        ),
        takes=(
            "Councillor Gunn asked if a report could be brought back to the Committee.",
            "The Chair asked that the waiting times be included in the next report.",
            "She referred to the day and asked if the model could be placed on agendas.",
        ),
        leaves=(
            "He asked how the money could be found.",
            "She asked if there were any common barriers.",
            "He asked what would be done.",
        ),
    ),
    Rule(
        name="asked somebody to do",
        kind=ActionKind.REQUEST,
        pattern=re.compile(
            rf"\b(?:(?:asked|requested|urged|instructed)\s+(?:that\s+)?(?:the\s+|our\s+|their\s+|his\s+|her\s+)?(?P<who>(?:[A-Z][\w’'-]+|officers?|of|and|for|the|clerk)(?:\s+(?:[A-Z][\w’'-]+|officers?|of|and|for|the))*)\s+(?:to\s+|could\s+|would\s+)?"
            rf"(?P<what>{_DO}\b.*))"
        ),
        takes=(
            "The Chair asked officers to circulate the figures.",
            "I have asked the Director of Highways to look further into this.",
            "Cllr Ball requested that the Clerk write to the operator.",
        ),
        leaves=("She asked the officer to comment on the picture.", "He asked the Chair a question."),
    ),
    Rule(
        name="asked for papers or work",
        kind=ActionKind.REQUEST,
        pattern=re.compile(
            rf"\b(?:asked\s+for|requested|sought)\s+(?P<what>(?:an?\s+|the\s+|some\s+|more\s+|further\s+|any\s+|additional\s+)*(?:\w+\s+){{0,2}}?(?:{_PAPER}|work|consideration|review|analysis)\b.*)"
        ),
        takes=(
            "Councillors asked for further work to find another option.",
            "Councillors requested data on how much funding had been allocated.",
        ),
        leaves=("He asked for his thanks to be recorded.", "She requested a named vote."),
    ),
    Rule(
        name="was requested",
        kind=ActionKind.REQUEST,
        pattern=re.compile(
            rf"^(?P<what>.*\b(?:{_PAPER}|consideration|work|review)\s+(?:was|were)\s+requested\b.*)", re.IGNORECASE
        ),
        takes=("Further consideration was requested on the proposed cut off number.",),
        leaves=("The service was requested by many.",),
    ),
    Rule(
        name="have been invited to",
        kind=ActionKind.REQUEST,
        pattern=re.compile(
            r"(?P<who>\b(?:Panel\s+|Committee\s+|Board\s+)?[Mm]embers)\s+(?:were|are|be)\s+(?:invited|encouraged|asked)\s+to\s+(?P<what>.*)"
        ),
        takes=("Panel members were invited to attend the Council meetings.",),
        leaves=("Members were pleased to attend.",),
    ),
    # --- what was put forward ------------------------------------------------------------------------
    Rule(
        name="suggested",
        kind=ActionKind.SUGGESTION,
        pattern=re.compile(
            r"(?<!the\s)(?<!The\s)\b(?:suggested\s+(?:that\s+)?|proposed\s+(?:that\s+|(?=an?\s|to\s|‘)))(?P<what>(?!amend|and\s+second|by\b|a\s+vote).*)|\b(?:was|been)\s+suggested\s+as\s+(?P<what_else>.*)"
        ),
        takes=(
            "She then suggested that it may be interesting to get the views of the youth council.",
            "It was suggested that officers revisit that risk.",
            "This was suggested as a topic for the Task Group.",
        ),
        leaves=("The proposed scheme was popular.", "JH proposed, HD seconded."),
    ),
    Rule(
        name="could refer or visit",
        kind=ActionKind.SUGGESTION,
        pattern=re.compile(
            r"\b(?P<what>(?:something\s+that\s+)?(?:they|the\s+(?:Committee|Panel|Board)|members)\s+could\s+(?:refer|visit|explore|write|invite|look)\b.*)",
            re.IGNORECASE,
        ),
        takes=("If appropriate the Committee could visit to find out more.",),
        leaves=("They could see the difference.",),
    ),
    # --- what was agreed -----------------------------------------------------------------------------
    Rule(
        name="deferred to a meeting",
        kind=ActionKind.AGREED,
        pattern=re.compile(
            r"^(?P<what>.*\b(?:was|were|be)\s+(?:deferred|adjourned)\s+(?:to|until)\b.*\bmeeting\b.*)", re.IGNORECASE
        ),
        takes=("Cabinet Member updates were deferred to the next meeting of the Cabinet.",),
        leaves=("The payment was deferred.",),
    ),
    Rule(
        name="resolved that it be done",
        kind=ActionKind.AGREED,
        decides=True,
        pattern=re.compile(
            rf"\b(?P<what>(?:delegates?d?|authoris(?:e|es|ed)|refers?(?:red)?\s+\w+|requests?(?:ed)?\s+(?:that|the|a)|asks?\s+(?:that|the)|instruct\w*|invites?\s|establish\w*|initiat\w+|appoints?\s|"
            rf"submit\b|(?:future|next)\s+meeting|writes?\s+to|agrees?\s+to\s+(?:submit|request|ask|write|receive|establish|commission)|commission\w*|implement\w*\b|to\s+be\s+(?:{_DONE})|"
            rf"be\s+(?:{_DONE.replace('|noted', '').replace('|received', '').replace('|considered', '')}|initiated|asked|requested|invited|delegated|authorised|established|appointed|taken)|"
            rf"receives?\s+(?:an?\s+)?(?:further|updated?|annual)\b|further\s+(?:report|update)\b|(?:brings?|report)\s+back|subject\s+to\s+further)\b.*)",
            re.IGNORECASE,
        ),
        takes=(
            "RESOLVED that the Corporate Director be asked to bring a further report.",
            "Delegates authority to the Executive Director to implement the proposals.",
            "Agree to request that the Minister consider postponing the election.",
        ),
        leaves=(
            "Resolved: That the report be noted.",
            "RESOLVED that the minutes be signed.",
            "Resolved: That the report be received.",
        ),
    ),
    # --- minutes in the present tense ----------------------------------------------------------------
    Rule(
        name="will do",
        kind=ActionKind.COMMITMENT,
        present=True,
        pattern=re.compile(
            rf"\b(?P<who>(?:[A-Z]{{2,3}}|Clerk|[Tt]he\s+(?:PC|[Cc]lerk|[Pp]arish\s+[Cc]ouncil|[Cc]ouncil|[Cc]hair)|Cll?r\.?\s+[A-Z]\w+))\s+will\s+(?:also\s+)?(?P<what>{_DO}\b.*)|\b(?:and|who|which)\s+will\s+(?P<what_else>{_DO}\b.*)"
        ),
        takes=(
            "There is an open day which NO will attend.",
            "His report which Clerk will circulate to all councillors.",
        ),
        leaves=("The bridge will be closed.", "NO will not object."),
    ),
    Rule(
        name="name to do",
        kind=ActionKind.AGREED,
        present=True,
        pattern=re.compile(
            r"(?:^|[-–.]\s*|\)\s+|\d\s+)(?P<who>[A-Z]{2,3}|Clerk|Chair|Chairman|Cll?r\.?\s+[A-Z]\w+|All)\s+to\s+(?P<what>(?!be\b)[a-z]+\b.*)"
        ),
        takes=(
            "Clerk to respond to Alan and ask if he would hand over.",
            "Spring Clean - NO to respond to the district.",
        ),
        leaves=("It is up to the county to decide.", "NO has to go."),
    ),
    Rule(
        name="papers will be sent",
        kind=ActionKind.COMMITMENT,
        present=True,
        pattern=re.compile(rf"\b(?P<what>.*\b(?:which\s+)?(?:will|to)\s+be\s+(?:{_DONE}|downloaded|signed)\b.*)"),
        takes=(
            "Messages have been received which will be transferred to email for the record.",
            "Photos to be sent to Clerk.",
        ),
        leaves=("It will be cold.",),
    ),
]

RULES: tuple[Rule, ...] = tuple(_LIST)
