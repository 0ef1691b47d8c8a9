"""Room `families/minutes`: who is to do what, and who asked.

Takes a sentence with its frames and who speaks, gives the slots of the action: owner, requester, and the text as an
instruction that can be read alone. Nothing is filled that the paper does not say.
"""

import re

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import Act, Frame
from scrutiny.families.minutes.speakers import Speech, follow_speech, is_pronoun
from scrutiny.families.minutes.words import Doing, Subject, base_of

_OWNING = (Subject.ROLE, Subject.MEMBER, Subject.INITIALS, Subject.BODY, Subject.NAME, Subject.OUTSIDE)
_DOING_ACTS = (Act.COMMITS, Act.WOULD, Act.WILL, Act.NAME_TO, Act.IS_TO, Act.WAS_ASKED, Act.ASKS, Act.SUBJUNCTIVE, Act.IS_DOING, Act.MUST, Act.SHOULD, Act.COULD)
_RANK = {act: rank for rank, act in enumerate((
    Act.NAME_TO, Act.COMMITS, Act.WAS_ASKED, Act.WOULD, Act.WILL, Act.IS_TO, Act.ASKS, Act.SUBJUNCTIVE, Act.IMPERATIVE,
    Act.SHOULD, Act.COULD, Act.MUST, Act.SUGGESTS, Act.IS_DOING,
))}  # fmt: skip
_ORGAN = r"(?:[A-Z][\w’'&-]*|officers|officer)(?:,?\s+(?:[A-Z&][\w’'&-]*|of|for|and|the|in\s+consultation\s+with|Section\s+\d+|\d{3}))*"
_GIVEN = (
    re.compile(rf"\b(?:[Aa]uthoris(?:e|es|ed)|[Ii]nstruct(?:s|ed)?|[Rr]equest(?:s|ed)?|[Aa]sk(?:s|ed)?|[Ii]nvite[sd]?)\s+(?:that\s+)?(?P<who>(?:the\s+)?{_ORGAN})(?=,?\s+(?:to|could|would)\s+[a-z])"),
    re.compile(rf"\b[Dd]elegat\w+\s+(?:\w+\s+){{0,6}}?to\s+(?P<who>(?:the\s+|an?\s+)?{_ORGAN})"),
    re.compile(rf"\b[Rr]efer\w*\s+.*?\bto\s+(?P<who>the\s+{_ORGAN})"),
    re.compile(rf"^(?:\W*\w{{0,3}}\W+)?(?:[Tt]hat\s+)?(?P<who>(?:[Tt]he\s+)?{_ORGAN})\s+(?:further\s+)?be\s+(?:asked|requested|authorised|invited|instructed|directed|tasked)\b"),
)  # fmt: skip
_BY = re.compile(rf"\bby\s+(?P<who>(?:the\s+)?{_ORGAN})")
_TRAIL = re.compile(r"\s+(?:has|have|had|was|were|is|are|also|then|therefore|kindly|itself|said|that)(?:\s+\w+ly)?$")
_LEADING = re.compile(
    r"^(?:\S{1,4}[.)]\s+)?(?:(?:RESOLVED|AGREED|Resolved|Agreed|APPROVED|DECISION|Decision(?:\s+taken)?)\W*\s*)?(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:[Tt]hat|[Tt]o)\s+(?=[a-zA-Z]))?"
)
_AGREED_THAT = re.compile(
    r"^.*?\b(?:(?:[Ii]t|was)\s+(?:was\s+)?(?:\w+ly\s+|further\s+|also\s+|then\s+)?(?:agreed|resolved|decided|approved|AGREED|RESOLVED)|(?:[Aa]greed|[Rr]esolved|requested|asked|suggested|proposed|recommended|felt|wish))\s*(?:,|that\b|to\b)\s*"
)
_ANAPHOR = re.compile(r"\b(?:this|that|it|them|these|those|there|one|another|the\s+same|so)\b", re.IGNORECASE)
_PASSIVE_BE = re.compile(r"\b(?:would|could|should|will|might|shall|must|is\s+to|are\s+to|was\s+to|were\s+to|was\s+due\s+to|were\s+due\s+to)\s+(?:also\s+|then\s+|now\s+|therefore\s+)?be\b")
_CONTENT = re.compile(r"[A-Za-z][\w’'-]{3,}")


def main_frame(frames: tuple[Frame, ...]) -> Frame | None:
    """The frame that says what is to be done: not asked, not negated, of a doing verb, the most binding first."""
    if not frames:
        return None

    def rank(frame: Frame) -> tuple[bool, bool, bool, int, int]:
        return (
            frame.negated,
            frame.conditional,
            frame.doing in (Doing.STATE, Doing.DECIDE),
            _RANK.get(frame.act, 99),
            frame.verb_at,
        )

    return min(frames, key=rank)


def find_speech(earlier: tuple[str, ...], text: str) -> Speech:
    """Who says a sentence."""
    return follow_speech([*earlier, text])[-1]


def find_owner(
    text: str, frame: Frame | None, kind: ActionKind, speech: Speech, *, following: str, decided: bool
) -> str | None:
    """Who is to act, as printed; None where nobody is named."""
    if frame is None:
        return _given(text) if decided else None
    if decided and (given := _given(text)):
        return given
    if frame.act is Act.ASKS and frame.who is None or kind is ActionKind.REQUEST and frame.act not in (Act.ASKS, Act.WAS_ASKED):
        return _answering(following)
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
        return _speaker(text, speech) if kind is ActionKind.COMMITMENT and frame.said else None
    if frame.who is not None and frame.subject in _OWNING:
        return _tidy(frame.who)
    if frame.subject in (Subject.PRONOUN, Subject.RELATIVE, Subject.NONE) and not decided:
        return _speaker(text, speech)
    return None


def _given(text: str) -> str | None:
    for pattern in _GIVEN:
        match = pattern.search(text)
        if match:
            return match["who"].strip(" ,")
    return None


def _speaker(text: str, speech: Speech) -> str | None:
    if speech.who is None:
        return None
    if speech.named or is_pronoun(text) or re.search(r"\b(?:he|she|they)\b", text):
        return speech.who
    return None


def _answering(following: str) -> str | None:
    """The officer who answers a request in the next sentence."""
    speech = follow_speech([following])[0] if following else None
    if speech is None or not speech.named or speech.who is None:
        return None
    takes_up = re.search(r"\b(?:would|will|agreed|undertook|accepted|offered|promised|could|happy|apologised)\b", following)
    return speech.who if takes_up and not speech.member else None


def _tidy(who: str | None) -> str | None:
    if who is None:
        return None
    text = who.replace(" ,", ",").replace(" / ", "/").replace(" & ", " & ").replace(" .", ".")
    previous = None
    while previous != text:
        previous, text = text, _TRAIL.sub("", text).strip(" ,;:-–")
    text = re.sub(r"^(?:that|and|but|then|however|also|therefore|to)\s+", "", text, flags=re.IGNORECASE)
    if not text or len(text) > 160 or text.lower() in ("it", "this", "which", "who", "he", "she", "they", "we", "i", "there", "be", "a", "the"):
        return None
    return text


def find_requester(frame: Frame | None, kind: ActionKind, speech: Speech, text: str) -> str | None:
    """Who asked for it or suggested it."""
    if kind not in (ActionKind.REQUEST, ActionKind.SUGGESTION) or re.match(r"^(?:It\s+was|There\s+(?:was|were|would)|That\b)", text):
        return None
    return speech.who


def instruction(text: str, frame: Frame | None, kind: ActionKind, *, owner: str | None, context: str) -> str:
    """What is to be done, read alone: "Look into the comparative data"."""
    body = _body(text, frame, kind, owner)
    body = re.sub(r"\s+", " ", body).strip(" .;,")
    body = re.sub(r"[;,]?\s+and$", "", body)
    if context and _needs_context(body):
        body = f"{body} ({context})"
    return body[:1].upper() + body[1:]


def _body(text: str, frame: Frame | None, kind: ActionKind, owner: str | None) -> str:
    if frame is None or kind is ActionKind.OUTSTANDING:
        return _LEADING.sub("", text, count=1)
    verb = text[frame.verb_at :]
    if frame.act is Act.IMPERATIVE:
        return verb
    if frame.act is Act.SUGGESTS:
        rest = re.sub(r"^\S+\s+(?:that\s+)?", "", verb)
        return _as_task(rest) if _PASSIVE_BE.search(rest) or re.search(r"\bbe\s+\w+ed\b", rest) else f"consider {rest}"
    if frame.act is Act.ASKS and frame.who is None:
        rest = re.sub(r"^\S+\s+(?:for\s+|that\s+|if\s+|whether\s+)?", "", verb)
        return _as_task(rest) if re.search(r"\b(?:be|could|should|would|come|show)\b", rest[:160]) else f"provide {rest}"
    if frame.passive:
        start = frame.who_at if frame.who_at >= 0 else max(text.rfind(",", 0, frame.verb_at), 0)
        if frame.subject in (Subject.RELATIVE, Subject.NONE, Subject.IMPERSONAL):
            return _as_task(_AGREED_THAT.sub("", _LEADING.sub("", text, count=1), count=1))
        return _as_task(text[start:])
    if frame.act is Act.SUBJUNCTIVE or frame.act in _DOING_ACTS:
        if frame.subject in (Subject.PAPER, Subject.THING, Subject.IMPERSONAL) and frame.who_at >= 0:
            return _as_task(text[frame.who_at :])
        first, _, rest = verb.partition(" ")
        plain = base_of(first.strip(",.")) if frame.act is Act.IS_DOING else first
        return f"{plain} {rest}"
    return _LEADING.sub("", text, count=1)


def _as_task(text: str) -> str:
    """ "a report could be brought back" as "a report to be brought back"."""
    text, passive = _PASSIVE_BE.subn("to be", text, count=1)
    if not passive:
        text = re.sub(r"^((?:[\w’'-]+\s+){1,12}?)be\s+(?=[a-z]+(?:ed|en|t)\b)", r"\1to be ", text, count=1)
        text = re.sub(r"^((?:[\w’'-]+\s+){0,9}?)(?:would|could|should|will|might)\s+(?=[a-z])", r"\1to ", text, count=1)
    return re.sub(r"^(?:that|if|whether)\s+", "", text)


def _needs_context(body: str) -> bool:
    """Whether an instruction says too little alone: "Pursue this", "Action", "Be brought to the committee"."""
    words = _CONTENT.findall(body)
    return len(words) < 3 or (_ANAPHOR.search(body) is not None and len(words) < 9)
