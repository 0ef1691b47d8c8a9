"""Room `families/minutes`: the frames of a sentence.

Takes one sentence, gives its `Frame`s: a modal or speech act with the class of its subject, the class of its verb and
its voice ("the Clerk would circulate": would, role, tell, active), and the `Sign`s that speak against an action:
past, conditional, answered on the spot, negated, a policy or a motion. No frame knows a person or a topic.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from scrutiny.families.minutes.words import (
    BODY,
    COMMIT,
    MEMBER,
    MODALS,
    OUTSIDE,
    PAPER,
    PRONOUN,
    QUESTION,
    REQUEST,
    ROLE,
    SAY,
    SUGGEST,
    THIRD,
    Doing,
    Subject,
    base_of,
    doing_of,
    is_participle,
)  # fmt: skip
from scrutiny.language.dates import MONTHS

TOKEN = re.compile(r"[A-Za-z][A-Za-z’'.-]*[A-Za-z]|[A-Za-z]|\d[\d,.:/]*|[^\w\s]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SKIPPED = _words(
    """
    also then therefore now initially personally first happily only still always probably hopefully soon
    again further instead however thereafter formally jointly each both all kindly indeed
    """
)
_BREAKS = frozenset([".", ";", ":", "?", "!", "–", "—", "(", ")", "“", "”", '"'])
_CLAUSE = _words(
    """
    that which who whom and but or if whether because as when while where so whilst although , than
    """
)
_MONTHS = frozenset(month.lower() for month in MONTHS)
_MONTH = "|".join(MONTHS)
_INITIALS = re.compile(r"^[A-Z]{2,4}$|^[A-Z]{1,2}[a-z]{1,2}[A-Z]?[a-z]?$")
_AUXILIARY = _words(
    """
    has have had was were is are been also then therefore very now both all each intends intended himself
    herself
    """
)
_FUNCTION = _words(
    """
    the a an of for and in to on at by with from its their his her our this these those any some all
    """
)


class Act(StrEnum):
    """What makes a verb something that is to be done."""

    WOULD = "would"
    WILL = "will"
    SHOULD = "should"
    COULD = "could"
    MUST = "must"
    IS_TO = "is to"
    NAME_TO = "name to"
    COMMITS = "commits"
    ASKS = "asks"
    SUGGESTS = "suggests"
    SUBJUNCTIVE = "subjunctive"
    IMPERATIVE = "imperative"
    IS_DOING = "is doing"
    WAS_ASKED = "was asked"


_ACTS = {
    "would": Act.WOULD, "'ll": Act.WILL, "will": Act.WILL, "shall": Act.WILL, "should": Act.SHOULD, "could": Act.COULD,
    "might": Act.COULD, "may": Act.COULD, "can": Act.COULD, "must": Act.MUST,
}  # fmt: skip


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
    REPORTED_PAST = "reported past"
    OUTSTANDING = "outstanding"
    IN_WRITING = "in writing"
    TO_BODY = "to the body"
    AFTERWARDS = "after the meeting"
    NEXT_TIME = "next meeting"
    ON_AGENDA = "on the agenda"
    NO_SUBJECT = "no finite verb"
    RECORD = "correct record"
    PRESENT_STATE = "present state"
    SEEN = "note or approve only"


_SIGNS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    (
        Sign.PAST,
        re.compile(
            r"\bhad\s+(?:\w+\s+){0,2}?(?:been|\w+ed|written|sent|made|met|given|taken|gone|spoken|found|put|told|done|held|begun)\b"
        ),
    ),
    (
        Sign.DONE,
        re.compile(
            r"\b(?:has|have)\s+(?:now\s+|already\s+|since\s+|also\s+|recently\s+)*(?:been\s+)?(?:\w+ed|written|sent|made|met|given|taken|gone|spoken|put|done|held)\b"
        ),
    ),
    (
        Sign.CONDITIONAL,
        re.compile(
            r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided\s+that|[Ww]ere\s+(?:the|it|they|this)|[Ss]hould\s+(?:the|it|they|this|any)\b(?!.*\bshould\b)|in\s+the\s+event|would\s+(?:only|depend)|subject\s+to)\b"
        ),
    ),
    (
        Sign.QUESTION,
        re.compile(
            r"\?\s*[”\"’']?$|\b(?:asked|queried|wondered|questioned|enquired|inquired|asking)\s+(?:\w+\s+){0,4}?(?:if|whether|how|what|why|when|who|where|which)\b|\b(?:wanted|wished)\s+to\s+know\b"
        ),
    ),
    (
        Sign.NEGATED,
        re.compile(
            r"\b(?:would|will|could|should|did|do|does|shall|need)\s+not\b|\bno\s+(?:further\s+)?action\b|\bnot\s+to\b|\bwon[’']t\b|\bno\s+longer\b|\bnothing\b",
            re.IGNORECASE,
        ),
    ),
    (Sign.QUOTED, re.compile(r"[“\"].{12,}[”\"]")),
    (
        Sign.THANKS,
        re.compile(
            r"\b(?:thank(?:ed|s)?|congratulat\w+|welcomed|paid\s+tribute|praised|pleased|commended|grateful|apologi[sz]ed)\b",
            re.IGNORECASE,
        ),
    ),
    (Sign.MOTION, re.compile(r"\b(?:motion|amendment|amended|moved|seconded|seconder)\b", re.IGNORECASE)),
    (
        Sign.DATE_OF_MEETING,
        re.compile(
            r"\b(?:next|following)\s+(?:\w+\s+){0,3}meetings?\s+(?:of\s+.{3,60}?\s+)?(?:is|was|will|would|to)\b|\bmeetings?\s+(?:closed|ended|finished|opened)\b|\bdate\s+of\s+(?:the\s+)?next\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.ROUTINE,
        re.compile(
            r"\b(?:as\s+usual|in\s+the\s+(?:usual|normal)\s+way|normally|routinely|annually|regularly|every\s+(?:year|month|week|quarter|term)|each\s+(?:year|month|week|quarter|term)|in\s+accordance\s+with|as\s+(?:was|is)\s+normal|ongoing|on\s+a\s+regular\s+basis)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.POLICY,
        re.compile(
            r"\b(?:policy|strategy|constitution|Act|regulations?|legislation|guidance|standing\s+orders?|procedure\s+rules?|protocol|terms\s+of\s+reference|white\s+paper)\b"
        ),
    ),
    (
        Sign.WISH,
        re.compile(
            r"\b(?:hoped|hopes|would\s+(?:like|welcome|prefer|appreciate|be\s+grateful)|keen|looked\s+forward|expected|anticipated|aim(?:ed|s)?)\b"
        ),
    ),
    (
        Sign.PURPOSE,
        re.compile(
            r"\b(?:in\s+order\s+to|so\s+(?:that|as\s+to)|to\s+(?:enable|ensure|allow|help|support|reduce|improve|increase))\b"
        ),
    ),
    (
        Sign.OUTSTANDING,
        re.compile(
            r"\b(?:(?-i:outstanding)|awaited|not\s+(?:yet\s+)?been|yet\s+(?:been\s+)?to|still\s+(?:to|awaiting|waiting|with|outstanding|be)|has\s+yet|had\s+yet|remained\s+to|in\s+progress|not\s+yet|overdue|carried\s+forward|chas(?:e|ed|ing)|still\s+not|(?:is|was|are|were|remains?|remained)\s+on-?\s?going|^on-?going)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.IN_WRITING,
        re.compile(
            r"\b(?:in\s+writing|written\s+(?:answer|response|reply|note|update)|by\s+e-?mail|outside\s+(?:of\s+)?the\s+meeting|via\s+e-?mail)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.TO_BODY,
        re.compile(
            r"\b(?:to|with|before|for)\s+(?:the\s+|all\s+|ward\s+|this\s+)?(?:Members?|members|Committee|committee|Panel|Board|Council(?:lors)?|councillors|Cabinet|Commission|Forum|Trustees|Governors)\b"
        ),
    ),
    (
        Sign.AFTERWARDS,
        re.compile(
            rf"\b(?:(?:after|following|outside)\s+(?:of\s+)?the\s+meeting|in\s+due\s+course|as\s+soon\s+as|shortly|at\s+a\s+later\s+date|before\s+(?:the\s+)?(?:next|end|christmas|easter|summer|half)|by\s+the\s+end|within\s+\w+\s+(?:days|weeks|months)|in\s+time\s+for|in\s+the\s+(?:new\s+year|autumn|spring|summer|winter)|by\s+(?:\d|next|early|mid|late|{_MONTH}|Christmas|Easter))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.NEXT_TIME,
        re.compile(
            rf"\b(?:next|future|forthcoming|following|subsequent|later|{_MONTH})\s+(?:\w+\s+){{0,2}}?(?:meetings?|agenda|report|update)\b",
            re.IGNORECASE,
        ),
    ),
    (Sign.ON_AGENDA, re.compile(r"\b(?:agenda|work\s+(?:programme|plan)|forward\s+plan)\b", re.IGNORECASE)),
    (
        Sign.RECORD,
        re.compile(
            r"\b(?:correct|accurate|true)\s+(?:and\s+\w+\s+)?(?:record|copy)\b|\bminutes\b.{0,60}\b(?:signed|confirmed|approved)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Sign.PRESENT_STATE,
        re.compile(r"^(?:\S+\s+){1,6}?(?:is|are|was|were|has|have|had)\s+(?:a|an|the|no|now|very|also|in|at|on|of)\b"),
    ),
    (
        Sign.SEEN,
        re.compile(
            r"\b(?:be|is|are|was|were)\s+(?:noted|received|approved|endorsed|agreed|welcomed|accepted|adopted|supported|confirmed)\b(?!\s+(?:that|and\b.{0,30}\bbe\s+(?:sent|forwarded|submitted|referred))\b)|^(?:\W*\w{0,2}\W*)?(?:[Tt]hat\s+\S+(?:\s\S+){0,4}?\s)?(?:[Nn]otes?d?|[Aa]pproves?d?|[Ee]ndorses?d?|[Rr]eceives?d?|[Aa]grees?d?|[Ss]upports?|[Ww]elcomes?|[Aa]dopts?)\b(?!\s+to\b)"
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One doing of a sentence: how it is put, by whom, what sort, and where its verb and its subject stand."""

    act: Act
    subject: Subject
    doing: Doing
    passive: bool
    verb: str
    verb_at: int
    """Where the verb begins in the sentence."""
    who: str | None
    """The subject's words as printed."""
    who_at: int
    said: bool
    """Whether the clause is reported ("she confirmed that ...")."""
    asked: bool
    """Whether it stands in a question."""
    conditional: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    low: str
    at: int


def find_signs(text: str) -> frozenset[Sign]:
    """The signs of a sentence."""
    return frozenset(sign for sign, pattern in _SIGNS if pattern.search(text))


def find_frames(text: str, *, decided: bool = False) -> tuple[Frame, ...]:
    """The frames of a sentence in order. `decided`: it stands in a decision, where "that N write" is asked for too."""
    tokens = [_Token(m.group(), m.group().lower().replace("’", "'"), m.start()) for m in TOKEN.finditer(text[:LONGEST])]
    found = []
    for index, token in enumerate(tokens):
        frame = _at(tokens, index, token, decided=decided)
        if frame is not None:
            found.append(frame)
    if decided and not found and (bare := _bare_subjunctive(tokens)) is not None:
        found.append(bare)
    if (first := _imperative(tokens, decided=decided)) is not None:
        found.insert(0, first)
    return tuple(found)


LONGEST = 1500
"""Characters of a sentence that are read. The longest seen has 900; what is longer is a table run together."""


def _at(tokens: list[_Token], index: int, token: _Token, *, decided: bool) -> Frame | None:
    low = token.low
    if low in _ACTS:
        return _modal(tokens, index, _ACTS[low])
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    before = tokens[index - 1].low if index else ""
    if low == "to" and before in ("is", "are", "was", "were", "due", "needs", "need"):
        if before == "due" and doing_of(_next_word(tokens, index)) is Doing.OTHER:
            return None  # "blocked due to debris"
        return _verb(tokens, index + 1, Act.IS_TO, index - 1)
    if low == "to" and before in COMMIT | {
        "resolved",
        "decided",
        "agree",
        "undertake",
        "offer",
        "undertaken",
        "committed",
        "happy",
        "willing",
        "pleased",
        "content",
        "prepared",
        "intention",
    }:
        return _verb(tokens, index + 1, Act.COMMITS, index - 1)
    if low == "to" and index and _nominal(tokens, index) and not _finite_before(tokens, index):
        return _verb(tokens, index + 1, Act.NAME_TO, index)
    if low == "to" and (ask := _asked_before(tokens, index)) is not None:
        return _verb(tokens, index + 1, Act.WAS_ASKED if ask[1] else Act.ASKS, index, who=ask[0])
    asked_for = low in ("requested", "sought") and (
        before in ("was", "were") or (after.isalpha() and after not in ("by", "to", "that"))
    )
    if asked_for or (
        low in ("requested", "asked", "sought", "called", "requests", "asks", "pressed")
        and after
        in (
            "for",
            "a",
            "an",
            "the",
            "further",
            "that",
            "more",
            "additional",
            "information",
            "data",
            "details",
            "clarification",
        )
    ):
        doing = Doing.ASK
        return Frame(
            act=Act.ASKS, subject=_subject(tokens, index)[0], doing=doing, passive=before in ("was", "were", "be"), verb=low,
            verb_at=token.at, who=None, who_at=-1, said=False, asked=False, conditional=False, negated=False,
        )  # fmt: skip
    if low in SUGGEST and after in ("that", "a", "an", "the", "to", "it"):
        return Frame(
            act=Act.SUGGESTS, subject=_subject(tokens, index)[0], doing=Doing.OTHER, passive=before == "was", verb=low,
            verb_at=token.at, who=None, who_at=-1, said=False, asked=False, conditional=False, negated=False,
        )  # fmt: skip
    if (
        low == "be"
        and before not in MODALS
        and before not in ("to", "not", "also", "then")
        and is_participle(_next_word(tokens, index))
    ):
        return _verb(tokens, index, Act.SUBJUNCTIVE, index)
    if low in ("is", "are", "was", "were") and after.endswith("ing") and len(after) > 4:
        return _verb(tokens, index + 1, Act.IS_DOING, index)
    if (decided and low == "that") or (low == "that" and before in _THAT):
        return _subjunctive(tokens, index)
    return None


_THAT = _words(
    "requested asked agreed committee wish resolved decided planned proposed recommended suggested directed insisted determined"
)
"""What "that the Director write" hangs on."""


def _next_word(tokens: list[_Token], index: int) -> str:
    for token in tokens[index + 1 : index + 4]:
        if token.low not in _SKIPPED:
            return token.low
    return ""


def _modal(tokens: list[_Token], index: int, act: Act) -> Frame | None:
    return _verb(tokens, index + 1, act, index)


def _verb(tokens: list[_Token], at: int, act: Act, modal: int, *, who: str | None = None) -> Frame | None:
    """The frame whose verb is looked for from `at` on."""
    negated = False
    passive = False
    while at < len(tokens):
        low = tokens[at].low
        if low in ("not", "never"):
            negated = True
        elif low == "," and at + 1 < len(tokens):
            # "would, in that case, write": the words between commas
            close = next((k for k in range(at + 1, min(at + 14, len(tokens))) if tokens[k].low == ","), None)
            if close is None:
                return None
            at = close
        elif low in ("be", "been"):
            following = _next_word(tokens, at)
            if is_participle(following):
                passive = True
            elif not following.endswith("ing") and following not in (
                "able",
                "happy",
                "pleased",
                "glad",
                "willing",
                "keen",
            ):
                break
        elif (
            low in _SKIPPED
            or (low in ("able", "happy", "pleased", "glad", "willing", "like", "wish") and _goes_on_to(tokens, at))
            or (
                low == "to"
                and at
                and tokens[at - 1].low in ("able", "happy", "pleased", "glad", "willing", "like", "wish")
            )
        ):
            pass
        else:
            break
        at += 1
    if at >= len(tokens) or not tokens[at].text[:1].isalpha():
        return None
    verb = tokens[at]
    if verb.low in _NO_VERB or (verb.text[:1].isupper() and act is not Act.IMPERATIVE):
        return None
    subject, words, who_at = _subject(tokens, modal)
    heard = {token.low for token in tokens[:modal]}
    asked = bool(heard & QUESTION) and bool(heard & {"if", "whether", "how", "what", "why", "when", "who"})
    return Frame(
        act=act,
        subject=subject,
        doing=doing_of(verb.low),
        passive=passive,
        verb=verb.low,
        verb_at=verb.at,
        who=who or words,
        who_at=who_at,
        said=bool(heard & SAY),
        asked=asked,
        conditional=bool({token.low for token in tokens[:modal]} & {"if", "unless", "were"}),
        negated=negated,
    )


_NO_VERB = (
    _FUNCTION | _CLAUSE | _words("more other another every no further few several two three many much less most such")
)


def _goes_on_to(tokens: list[_Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low == "to"


def _subject(tokens: list[_Token], end: int) -> tuple[Subject, str | None, int]:
    """The class of the words before `end` up to the last break, those words, and where they begin."""
    start = end
    while start > 0 and end - start < 14:
        token = tokens[start - 1]
        low = token.low
        if low == "." and start > 1 and (tokens[start - 2].low in MEMBER or len(tokens[start - 2].text) == 1):
            start -= 1  # "Cllr. D. Jenkins"
            continue
        if low == ")" and start == end and (opened := _opened(tokens, start - 1)) is not None:
            start = opened  # "the Flood Officer (Jo Bell) is to"
            continue
        if low in _BREAKS or low in SAY or low in QUESTION or low in ("agreed", "requested", "resolved", "suggested"):
            break
        if low in _CLAUSE and not (low in ("and", ",", "or") and _joins(tokens, start - 1)):
            break
        start -= 1
    while end > start and (tokens[end - 1].low in _AUXILIARY or tokens[end - 1].low.endswith("ly")):
        end -= 1
    words = tokens[start:end]
    if not words:
        before = tokens[start - 1].low if start else ""
        return (Subject.RELATIVE if before in ("which", "who", "and", "but", "or", ",") else Subject.NONE), None, -1
    printed = " ".join(token.text for token in words)
    return _class(words), printed, words[0].at


def _opened(tokens: list[_Token], close: int) -> int | None:
    """Where the bracket opens that closes at a token."""
    return next((at for at in range(close - 1, max(close - 9, 0), -1) if tokens[at].low == "("), None)


def _joins(tokens: list[_Token], at: int) -> bool:
    """Whether an "and" or comma joins two names or parts of a title."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    return bool(after[:1].isupper() and before[:1].isupper()) or (
        after.lower() == "the" and before[:1].isupper() and at + 2 < len(tokens) and tokens[at + 2].text[:1].isupper()
    )


def _class(words: list[_Token]) -> Subject:
    lows = [word.low for word in words]
    if lows[-1] in PRONOUN:
        return Subject.PRONOUN
    if len(words) <= 2 and lows[-1] in THIRD:
        return Subject.IMPERSONAL
    if all(_INITIALS.match(word.text) or word.low in ("and", "/", "&", ",") for word in words) and lows[-1] not in BODY:
        return Subject.INITIALS
    if any(low in MEMBER for low in lows):
        return Subject.MEMBER
    head = lows[
        : next(
            (k for k, low in enumerate(lows) if low in ("of", "for", "on", "from", "with", "in", "to") and k), len(lows)
        )
    ]
    last = head[-1] if head else lows[-1]
    if last in PAPER and last != "meeting":
        return Subject.PAPER
    if last in OUTSIDE:
        return Subject.OUTSIDE
    if last in BODY and last not in ("group", "executive"):
        return Subject.BODY
    if any(low in ROLE for low in head):
        return Subject.ROLE
    if any(low in BODY for low in lows):
        return Subject.BODY
    if any(low in PAPER for low in lows):
        return Subject.PAPER
    if any(low in OUTSIDE for low in lows):
        return Subject.OUTSIDE
    if all(word.text[:1].isupper() or word.low in _FUNCTION for word in words):
        return Subject.NAME
    return Subject.THING


def _nominal(tokens: list[_Token], index: int) -> bool:
    """Whether what stands before a bare "to" is somebody: "Clerk to write", "TM and JS to meet"."""
    token = tokens[index - 1]
    if token.low in _MONTHS:
        return False  # "on 27 March to present"
    return token.text[:1].isupper() or token.low in ROLE | BODY | PAPER | {"all", "everyone"} or token.low == ")"


_FINITE = _words(
    """
    is are was were has have had would will could should may might must can did does do said stated asked
    agreed requested noted reported needs need wished wanted received considered met thanked went came gave
    made took attended proposed resolved
    """
)


def _finite_before(tokens: list[_Token], index: int) -> bool:
    """Whether the clause has its verb already."""
    for back, token in enumerate(reversed(tokens[:index])):
        if token.low in (".", ";", ":", "–", "—", "-", "?") or (token.low == "," and back <= 3):
            return False  # ", Clerk to arrange" begins anew
        if (
            token.text[:1].isdigit()
            and 0 < back <= 2
            and all(t.text[:1].isupper() for t in tokens[index - back : index])
        ):
            return False  # "at £700.00 Clerk to check"
        if token.low in _FINITE or (is_participle(token.low) and token.text[:1].islower()):
            return True
    return False


def _asked_before(tokens: list[_Token], index: int) -> tuple[str | None, bool] | None:
    """Who was asked to do something, and whether it is put as "was asked to"."""
    for back in range(1, 40):
        at = index - back
        if at < 0 or (tokens[at].low == "to" and back > 1):
            return None
        low = tokens[at].low
        if low in _BREAKS or (
            back >= 14 and not tokens[at].text[:1].isupper() and low not in _TITLE and low not in _GIVES
        ):
            return None
        if low in REQUEST | {
            "authorised",
            "delegated",
            "authorise",
            "delegate",
            "ask",
            "request",
            "invite",
            "instruct",
            "authorises",
            "asking",
            "inviting",
            "requesting",
            "nominated",
            "mandated",
            "charged",
            "directed",
            "authorising",
        }:
            passive = at > 0 and tokens[at - 1].low in ("was", "were", "be", "been", "is", "are", "also")
            if at + 1 == index:
                return _subject(tokens, at - 1)[1] if passive else None, passive
            return " ".join(token.text for token in tokens[at + 1 : index]), False
    return None


_TITLE = _FUNCTION | {",", "consultation", "officer", "officers", "section"}
"""What a long list of offices is joined by: "the Director of Place in consultation with the Chair of the Board"."""

_GIVES = frozenset(
    ["authorised", "authorise", "authorises", "delegate", "delegated", "delegates", "request", "requests"]
)


def _subjunctive(tokens: list[_Token], index: int) -> Frame | None:
    """ "that the Director write to": a name and a plain verb behind "that"."""
    for at in range(index + 2, min(index + 18, len(tokens))):
        token = tokens[at]
        if (
            token.low in MODALS
            or token.low in _BREAKS
            or token.low in ("be", "to", "was", "were", "is", "are", "had", "has")
        ):
            return None
        if (
            token.text.islower()
            and token.low not in _FUNCTION
            and doing_of(token.low) is not Doing.OTHER
            and (token.low not in PAPER or _takes_object(tokens, at))
        ):
            before = _before(tokens, at)
            if before.low in _FUNCTION or base_of(token.low) != token.low:
                continue
            if before.text[:1].isupper() or before.low in ROLE | BODY | MEMBER | PAPER | {"report"}:
                return _verb(tokens, at, Act.SUBJUNCTIVE, at)
    return None


def _takes_object(tokens: list[_Token], at: int) -> bool:
    """Whether a word that names a paper is a verb here: "the Director report progress", "the Board note the plan"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at - 1].text[:1].isupper() and after in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "back",
        "progress",
        "on",
        "to",
        "in",
    )


def _before(tokens: list[_Token], at: int) -> _Token:
    """What stands before a verb but for words between the two: "the manager in future include"."""
    back = at - 1
    while back > 1 and tokens[back].low in _BETWEEN:
        back -= 1
    return tokens[back]


_BETWEEN = _SKIPPED | {"in", "future"}


def _bare_subjunctive(tokens: list[_Token]) -> Frame | None:
    """The same where "that" stands before the whole list: "(3) the Director prepare an action plan"."""
    start = next((at for at, token in enumerate(tokens[:5]) if len(token.text) > 1 and token.text.isalpha()), None)
    return _subjunctive(tokens, start - 1) if start is not None else None


_DID = _words("authorised delegated instructed requested initiated commissioned referred deferred directed established")
"""How a notice says what was decided: "Authorised the Director to"."""


def _imperative(tokens: list[_Token], *, decided: bool = False) -> Frame | None:
    """A sentence that begins with a plain verb: "Circulate guidance to all members", "to write to operators"."""
    at = 0
    while (
        at < len(tokens)
        and at < 3
        and (
            tokens[at].low in ("to", "(", ")")
            or (len(tokens[at].text) == 1 and tokens[at].text != "A")
            or tokens[at].text[:1].isdigit()
            or tokens[at].low in ("ii", "iii", "iv")
        )
    ):
        at += 1
    if at >= len(tokens) or len(tokens) < at + 3:
        return None
    token = tokens[at]
    did = decided and token.low in _DID
    if (token.low.endswith(("ed", "ing")) and not did) or (
        token.low in PAPER
        and tokens[at + 1].low in ("of", "on", "from", "and", "was", "were", "is", "to", "for", "that")
    ):
        return None
    doing = doing_of(token.low)
    if doing in (Doing.OTHER, Doing.STATE, Doing.GO_ON) or tokens[at + 1].low in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
    ):
        return None
    return Frame(
        act=Act.IMPERATIVE, subject=Subject.NONE, doing=doing, passive=False, verb=token.low, verb_at=token.at, who=None, who_at=-1,
        said=False, asked=False, conditional=False, negated=False,
    )  # fmt: skip
