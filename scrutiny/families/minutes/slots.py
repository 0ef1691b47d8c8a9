"""Room `families/minutes`: who is to do what, and who asked.

Takes a sentence with its frames and who speaks, gives the slots of the action: owner, requester, and the text as an
instruction that can be read alone. Nothing is filled that the paper does not say.
"""

import re

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import Act, Frame
from scrutiny.families.minutes.words import Doing, Subject, base_of

_OWNING = (Subject.ROLE, Subject.MEMBER, Subject.INITIALS, Subject.BODY, Subject.NAME, Subject.OUTSIDE)
_RANK = {act: rank for rank, act in enumerate((
    Act.NAME_TO, Act.COMMITS, Act.WAS_ASKED, Act.WOULD, Act.WILL, Act.IS_TO, Act.ASKS, Act.SUBJUNCTIVE, Act.IMPERATIVE,
    Act.SHOULD, Act.COULD, Act.MUST, Act.SUGGESTS, Act.IS_DOING,
))}  # fmt: skip
_ORGAN = r"(?:[A-Z][\w’'&-]*|officers|officer)(?:,?\s+(?:\([A-Z][\w &]+\)|[A-Z&][\w’'&-]*|of|for|and|the|in\s+consultation\s+with|Section\s+\d+|\d{3}))*"
_GIVEN = (
    re.compile(rf"\b(?:[Aa]uthoris(?:e|es|ed)|[Ii]nstruct(?:s|ed)?|[Rr]equest(?:s|ed)?|[Aa]sk(?:s|ed)?|[Ii]nvite[sd]?)\s+(?:that\s+)?(?P<who>(?:the\s+)?{_ORGAN})(?=,?\s+(?:to|could|would)\s+[a-z])"),
    re.compile(rf"\b[Aa]uthoris(?:e|es|ed)\s+(?P<who>the\s+{_ORGAN})"),
    re.compile(rf"\b(?:[Rr]equest|[Aa]sk|[Rr]ecommend|RECOMMEND|[Uu]rge|[Ii]nstruct)(?:s|ed)?\s+(?:to\s+(?:the\s+)?\w+\s+)?that\s+(?P<who>the\s+{_ORGAN})(?=\s+[a-z])"),
    re.compile(rf"\bRECOMMEND(?:ED)?\s+to\s+(?P<who>(?:the\s+)?{_ORGAN})"),
    re.compile(rf"\b[Dd]elegat\w+\s+(?:\w+\s+){{0,6}}?to\s+(?P<who>(?:the\s+|an?\s+)?{_ORGAN})"),
    re.compile(rf"\b[Rr]efer\w*\s+.*?\bto\s+(?P<who>the\s+{_ORGAN})"),
    re.compile(rf"^(?:\W*\w{{0,3}}\W+)?(?:[Tt]hat\s+)?(?P<who>(?:[Tt]he\s+)?{_ORGAN})\s+(?:further\s+)?be\s+(?:asked|requested|authorised|invited|instructed|directed|tasked)\b"),
)  # fmt: skip
_GIVES = re.compile(r"^\W*\w{0,3}\W*(?:[Aa]uthoris|[Dd]elegat|[Ii]nstruct)")
_BY = re.compile(
    rf"\bby\s+(?P<who>(?:all\s+)?(?:members|councillors|officers|trustees|governors)\b|(?:the\s+)?{_ORGAN})(?!\s+\d)"
)
_TRAIL = re.compile(
    r"\s+(?:should|would|could|might|may|to|further|has|have|had|was|were|is|are|also|then|therefore|kindly|itself|said|that)(?:\s+\w+ly)?$"
)
_LEADING = re.compile(
    r"^(?:\S{1,4}[.)]\s+)?(?:(?:RESOLVED|AGREED|Resolved|Agreed|APPROVED|DECISION|Decision(?:\s+taken)?)\W*\s*)?(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:[Tt]hat|[Tt]o)\s+(?=[a-zA-Z]))?"
)
_ANAPHOR = re.compile(r"\b(?:this|that|it|them|these|those|there|one|another|the\s+same|so)\b", re.IGNORECASE)
_PASSIVE_BE = re.compile(
    r"\b(?:would|could|should|will|might|shall|must|is\s+to|are\s+to|was\s+to|were\s+to|was\s+due\s+to|were\s+due\s+to)\s+(?:also\s+|then\s+|now\s+|therefore\s+)?be\b"
)
_CONTENT = re.compile(r"[A-Za-z][\w’'-]{3,}")


_ELECTED = re.compile(
    r"^(?:Councillors?|Cllrs?|Members?|The\s+(?:Chair|Vice|Leader|Mayor|Members?|Committee|Panel|Board|Cabinet\s+Member|Executive\s+Member))\b",
    re.IGNORECASE,
)


def is_member(who: str) -> bool:
    """Whether somebody is an elected member, who asks, rather than an officer, who does."""
    return _ELECTED.match(who) is not None


def main_frame(frames: tuple[Frame, ...]) -> Frame | None:
    """The frame that says what is to be done: not asked, not negated, of a doing verb, the most binding first."""
    if not frames:
        return None

    def rank(frame: Frame) -> tuple[bool, bool, bool, bool, int, int]:
        return (
            frame.act is Act.ASKS and frame.who is None,
            frame.negated,
            frame.conditional,
            frame.doing in (Doing.STATE, Doing.DECIDE),
            _RANK.get(frame.act, 99),
            frame.verb_at,
        )

    return min(frames, key=rank)


def find_owner(
    text: str, frame: Frame | None, kind: ActionKind, earlier: tuple[str, ...], *, following: str, decided: bool
) -> str | None:
    """Who is to act, as printed; None where nobody is named."""
    if frame is None:
        return _given(text) if decided else None
    if (decided or _GIVES.search(text)) and (given := _given(text)):
        return given
    if frame.act is Act.WAS_ASKED and frame.who:
        return _tidy(frame.who)
    if (frame.act is Act.ASKS and frame.who is None) or (
        kind is ActionKind.REQUEST and frame.act not in (Act.ASKS, Act.WAS_ASKED)
    ):
        return answering(following)
    if frame.act is Act.ASKS:
        return _tidy(frame.who)
    if frame.act in (Act.SUGGESTS, Act.IMPERATIVE):
        return None
    if frame.passive:
        by = _BY.search(text[frame.verb_at :])
        if by:
            return _tidy(by["who"])
        if frame.act is Act.SUBJUNCTIVE and frame.doing is Doing.ASK:
            return _tidy(frame.who)
        return acting(text, frame.verb_at, earlier, officer=True) if kind is ActionKind.COMMITMENT else None
    if frame.who is not None and frame.subject in _OWNING:
        named = _tidy(frame.who if frame.act is not Act.NAME_TO else _tail(frame.who))
        if named is not None and not _THING.search(named):
            return named
        return acting(text, frame.verb_at, earlier, officer=True) if kind is ActionKind.COMMITMENT else None
    if decided:
        return None
    if frame.subject in (Subject.PRONOUN, Subject.RELATIVE, Subject.NONE):
        return acting(text, frame.verb_at, earlier, officer=False)
    if kind is ActionKind.COMMITMENT and frame.subject in (Subject.PAPER, Subject.THING, Subject.IMPERSONAL):
        return acting(text, frame.verb_at, earlier, officer=True)
    return None


_TITLED_NAME = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Lord|Lady|Rev|Canon|Sister)\.?\s+(?:(?:Mrs?|Ms|Dr)\.?\s+)?(?:[A-Z][\w’'-]*\.?\s?){1,3}"
_ROLE_NAME = r"[Tt]he\s+(?:[A-Z][\w’'&/-]*)(?:\s*\([A-Z][\w ]+\)|,?\s+(?:[A-Z][\w’'&/-]*|of|for|and|the(?=\s[A-Z])|to(?=\s[A-Z])))*"
_FULL_NAME = r"[A-Z][a-z’'-]+\s+(?:Mc|Mac|O[’'])?[A-Z][a-z’'-]+"
_SIMPLE = r"(?:Officers?|[Tt]he\s+(?:officers?|[Cc]lerk|[Cc]hair(?:man|woman|person)?|service|team|trust))"
_AGENT = rf"(?:{_TITLED_NAME}|{_ROLE_NAME}|{_SIMPLE}|{_FULL_NAME}|[A-Z]{{2,4}})"
_VERBED = r"(?:\s*\([^)]{1,40}\))?(?:,[^,]{3,80},)?\s+(?:(?:then|also|further|again|therefore|nonetheless|immediately)\s+)?(?:would|will|had|has|was|were|did|could|is|are|gave|took|set|said|told|felt|found|thought|spoke|put|went\s+on|undertook|[a-z]+ed)\b"
_ACTS = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\s[-–]\s))(?P<who>{_AGENT})(?={_VERBED})"
)
_SAID_BY = re.compile(
    rf"(?:,\s+(?:said|replied|explained|added|answered|advised|admitted)\s+(?P<after>{_AGENT}))|(?:,\s+(?P<before>{_AGENT})\s+(?:said|replied|explained|added|answered|advised|admitted|told\s+\w+|confirmed|confessed|suggested|thought)\b)"
)


def agents(text: str) -> list[tuple[int, str]]:
    """Who does or says something in a sentence, each with where they stand, in order."""
    found = [(match.start("who"), match["who"].strip()) for match in _ACTS.finditer(text)]
    found += [(match.start(), (match["after"] or match["before"]).strip()) for match in _SAID_BY.finditer(text)]
    return sorted((at, who.rstrip(" ,.")) for at, who in found)


def acting(text: str, verb_at: int, earlier: tuple[str, ...], *, officer: bool) -> str | None:
    """Who "he", "she" or nobody named is: the last before the verb in the sentence, else in the sentences before it.
    `officer`: of what "would be provided" only an officer who speaks can be the one who does it."""
    own = agents(text)
    before = [who for at, who in own if at < verb_at] or [who for _, who in own]
    for who in reversed(before):
        if not (officer and is_member(who)):
            return who
    if own and officer:
        return None
    for sentence in reversed(earlier[-4:]):
        for _, who in reversed(agents(sentence)):
            if not (officer and is_member(who)):
                return who
        if officer and agents(sentence):
            return None
    return None


def asking(text: str, earlier: tuple[str, ...]) -> str | None:
    """Who asks or suggests: the first who acts in the sentence, else the last before it."""
    own = agents(text)
    if own:
        return own[0][1]
    return next((who for sentence in reversed(earlier[-2:]) for _, who in reversed(agents(sentence))), None)


def _tail(who: str) -> str:
    """Of what stands before "to" the name alone: "Dec24.02 NS to", "exceeding 25 K Clerk to"."""
    words = who.split()
    start = len(words)
    while start and (
        (words[start - 1][:1].isupper() and len(words[start - 1]) > 1)
        or words[start - 1] in ("and", "of", "/", "&", "the", "for", ",")
    ):
        start -= 1
    return " ".join(words[start:]).strip(" ,/") or who


def _given(text: str) -> str | None:
    for pattern in _GIVEN:
        match = pattern.search(text)
        if match:
            return match["who"].strip(" ,")
    return None


def answering(following: str) -> str | None:
    """The officer who takes up a request in the next sentence."""
    takes_up = re.search(
        r"\b(?:would|will|agreed|undertook|accepted|offered|promised|could|happy|apologised|content)\b", following
    )
    found = [who for _, who in agents(following) if not is_member(who)]
    return found[0] if takes_up and found else None


_THING = re.compile(
    r"\b(?:Case|Programme|Plan|Strategy|Report|Project|Scheme|Policy|Hub|Bill|Act|Fund|Paper|Framework|Review|Register|Agenda)s?$"
)
"""What a title in capitals names that can do nothing: "the Full Business Case"."""

_PLAIN_NAME = re.compile(
    r"\b(?:officers?|clerk|chair\w*|team|service|members?|councillors|trustees|governors|group|committee|council|board|panel|residents|volunteers?|all|secretary|treasurer|staff|colleagues|partners)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:would|is|was|were|are|had|wanted|said|yes|feel|whether|which|wished|calls|a\s+table|a\s+page|improved|if|because|having)\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
"""What shows that the words before a verb are a clause, not somebody."""


def _tidy(who: str | None) -> str | None:
    if who is None:
        return None
    text = who.replace(" ,", ",").replace(" / ", "/").replace(" & ", " & ").replace(" .", ".")
    previous = None
    while previous != text:
        previous, text = text, _TRAIL.sub("", text).strip(" ,;:-–")
    text = re.sub(r"^(?:that|and|but|then|however|also|therefore|to)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:[A-Z][a-z]+,\s+)(?=the\s)|(?:\s+(?:and|or|of|for|from))(?:\s+the)?$", "", text)
    if not re.search(r"[A-Z]", text) and not _PLAIN_NAME.search(text):
        return None
    if (
        not text
        or len(text) > 200
        or _NO_NAME.search(text)
        or text.lower() in ("it", "this", "which", "who", "he", "she", "they", "we", "i", "there", "be", "a", "the")
    ):
        return None
    return text


def find_requester(kind: ActionKind, text: str, earlier: tuple[str, ...]) -> str | None:
    """Who asked for it or suggested it."""
    if kind not in (ActionKind.REQUEST, ActionKind.SUGGESTION) or re.match(
        r"^(?:It\s+was|There\s+(?:was|were|would)|That\b)", text
    ):
        return None
    return asking(text, earlier)


def instruction(text: str, frame: Frame | None, kind: ActionKind, *, owner: str | None, context: str) -> str:
    """What is to be done, read alone: "Look into the comparative data"."""
    body = _body(text, frame, kind, owner)
    body = re.sub(r"\s+", " ", body).strip(" .;,")
    body = re.sub(r"[;,]?\s+and$", "", body)
    if context and _needs_context(body):
        body = f"{body} ({context})"
    return body[:1].upper() + body[1:]


_WANTED = {"see": "provide", "have": "provide", "receive": "provide", "know": "say", "hear": "report", "be": "be"}
"""What is asked for by "wished to see" is that it be provided."""

_OBJECT = {
    "they": "them",
    "it": "it",
    "this": "this",
    "these": "these",
    "that": "that",
    "those": "those",
    "he": "him",
    "she": "her",
}
FEWEST_WORDS = 3
"""An instruction with fewer is a piece of one; the whole sentence is given instead."""


def _body(text: str, frame: Frame | None, kind: ActionKind, owner: str | None) -> str:
    whole = _LEADING.sub("", text, count=1)
    if frame is None or kind is ActionKind.OUTSTANDING:
        return whole
    body = _by_frame(text, whole, frame)
    return body if len(body.split()) >= FEWEST_WORDS or owner is not None else whole


def _by_frame(text: str, whole: str, frame: Frame) -> str:
    verb = text[frame.verb_at :]
    if frame.act is Act.IMPERATIVE:
        return verb
    if frame.act is Act.SUGGESTS:
        rest = re.sub(r"^\S+\s+(?:that\s+)?", "", verb)
        return _as_task(rest) if _PASSIVE_BE.search(rest) or re.search(r"\bbe\s+\w+ed\b", rest) else f"consider {rest}"
    if frame.act is Act.ASKS and frame.who is None:
        rest = re.sub(r"^\S+\s+(?:for\s+|that\s+|if\s+|whether\s+)?", "", verb)
        return (
            _as_task(rest) if re.search(r"\b(?:be|could|should|would|come|show)\b", rest[:160]) else f"provide {rest}"
        )
    if frame.passive:
        return _passive(text, whole, frame)
    first, _, rest = verb.partition(" ")
    plain = base_of(first.strip(",."))
    if frame.doing is Doing.STATE and frame.subject in (
        Subject.RELATIVE,
        Subject.PAPER,
        Subject.THING,
        Subject.IMPERSONAL,
    ):
        return whole
    if (
        frame.act in (Act.ASKS, Act.WAS_ASKED)
        and frame.subject in (Subject.MEMBER, Subject.BODY, Subject.NONE)
        and plain in _WANTED
    ):
        return f"{_WANTED[plain]} {rest}"
    if (
        frame.act is not Act.NAME_TO
        and frame.who_at >= 0
        and frame.subject in (Subject.PAPER, Subject.THING, Subject.IMPERSONAL)
    ):
        return _as_task(text[frame.who_at :])
    return f"{plain} {rest}" if first.endswith("ing") else verb


def _passive(text: str, whole: str, frame: Frame) -> str:
    """ "A reply would be sent" as "A reply to be sent"; "it would be rewritten" as "rewrite it"."""
    if frame.who is not None and frame.who.lower() in _OBJECT:
        first, _, rest = text[frame.verb_at :].partition(" ")
        return f"{base_of(first.strip(',.'))} {_OBJECT[frame.who.lower()]} {rest}"
    if frame.subject in (Subject.RELATIVE, Subject.NONE) or frame.who_at < 0:
        return whole
    return _as_task(text[frame.who_at :])


def _as_task(text: str) -> str:
    """ "a report could be brought back" as "a report to be brought back"."""
    text, passive = _PASSIVE_BE.subn("to be", text, count=1)
    text = text.replace("to to be", "to be")
    if not passive:
        text = re.sub(
            r"^((?:[\w’'-]+\s+){1,14}?)(?:is|are|was|were)\s+(?:due\s+)?to\s+(?=[a-z])", r"\1to ", text, count=1
        )
        text = re.sub(r"^((?:[\w’'-]+\s+){1,12}?)be\s+(?=[a-z]+(?:ed|en|t)\b)", r"\1to be ", text, count=1)
        text = re.sub(r"^((?:[\w’'-]+\s+){0,9}?)(?:would|could|should|will|might)\s+(?=[a-z])", r"\1to ", text, count=1)
    return re.sub(r"^(?:that|if|whether)\s+", "", text)


def _needs_context(body: str) -> bool:
    """Whether an instruction says too little alone: "Pursue this", "Action", "Be brought to the committee"."""
    words = _CONTENT.findall(body)
    return len(words) < 2 or (_ANAPHOR.search(body) is not None and len(words) < 9)
