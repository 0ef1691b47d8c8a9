"""Room `families/minutes`: what is to be done, as an instruction that can be read alone.

Takes a sentence with its frames, gives the frame that says what is to be done and its text. Nothing is filled in that
the paper does not say.
"""

import re

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import Act, Frame
from scrutiny.families.minutes.words import Doing, Subject, base_of

_RANK = {act: rank for rank, act in enumerate((
    Act.NAME_TO, Act.COMMITS, Act.WAS_ASKED, Act.WOULD, Act.WILL, Act.IS_TO, Act.ASKS, Act.SUBJUNCTIVE, Act.IMPERATIVE,
    Act.SHOULD, Act.COULD, Act.MUST, Act.SUGGESTS, Act.IS_DOING,
))}  # fmt: skip
_LEADING = re.compile(
    r"^(?:\S{1,4}[.)]\s+|\d{1,3}\s+(?=[A-Z]))?(?:(?:RESOLVED|AGREED|(?:[Ii]t\s+was\s+(?:also\s+|then\s+)?)?(?:[Rr]esolved|[Aa]greed|decided)(?=\W+(?:that|to|\(|That))|Resolved|Agreed|APPROVED|DECISION|Decision(?:\s+taken)?)\W*\s*)?(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:[Tt]hat|[Tt]o)\s+(?=[a-zA-Z]))?"
)
_ANAPHOR = re.compile(r"\b(?:this|that|it|them|these|those|there|one|another|the\s+same|so)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|could|should|will|might|can|may|must)\b")
_ASKING = ("requested", "asked", "sought", "called", "requests", "asks", "pressed", "request")
_WAS_WANTED = re.compile(
    r"(?P<what>[^.;]{8,160}?)\s+(?:was|were)\s+(?:also\s+)?(?:requested|sought|asked\s+for)\b(?P<rest>(?!\s+(?:that|to)\b).*)$"
)
""" "A briefing was requested": what is wanted stands before."""

_RUN_ON = re.compile(r"^(?:(?:[A-Z][\w’'&-]*|of|and|&|in|for)\s){1,6}(?=(?:The|An?)\s[a-z])")
"""A heading that runs on into the text of its item."""

_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|needs?|needed|should|could|would|might)\b")
_PASSIVE_BE = re.compile(
    r"\b(?:would|could|should|will|might|shall|must|is\s+to|are\s+to|was\s+to|were\s+to|was\s+due\s+to|were\s+due\s+to)\s+(?:also\s+|then\s+|now\s+|therefore\s+)?be\b"
)
_CONTENT = re.compile(r"[A-Za-z][\w’'-]{3,}")


def main_frame(frames: tuple[Frame, ...]) -> Frame | None:
    """The frame that says what is to be done: not asked, not negated, of a doing verb, the most binding first."""
    if not frames:
        return None

    def rank(frame: Frame) -> tuple[bool, bool, bool, bool, int, int]:
        return (
            (frame.act is Act.ASKS and frame.who is None) or (frame.act is Act.IS_DOING and frame.doing is Doing.STATE),
            frame.negated,
            frame.conditional,
            frame.doing in (Doing.STATE, Doing.DECIDE),
            _RANK.get(frame.act, 99),
            frame.verb_at,
        )

    return min(frames, key=rank)


def instruction(
    text: str, frame: Frame | None, kind: ActionKind, *, owner: str | None, context: str, before: str = ""
) -> str:
    """What is to be done, read alone: "Look into the comparative data"."""
    body = _body(text, frame, kind, owner)
    body = re.sub(r"\s+", " ", body).strip(" .;,")
    body = _RUN_ON.sub("", re.sub(r"[;,]?\s+and$", "", body))
    if len(_CONTENT.findall(body)) < FEWEST_TELLING and before:
        context = _shortened(before)
    if context and _needs_context(body):
        body = f"{body} ({context})"
    return body[:1].upper() + body[1:]


def _shortened(sentence: str) -> str:
    words = re.sub(r"\s+", " ", sentence).strip(" .;").split()
    return " ".join(words) if len(words) <= LONGEST_CONTEXT else f"{' '.join(words[:LONGEST_CONTEXT])} ..."


FEWEST_TELLING = 2
"""Telling words of an instruction; one with fewer ("Arrange", "Clerk to action") needs the sentence before it."""

LONGEST_CONTEXT = 18
"""Words of the sentence before that are given to say what an instruction is about."""

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
        if _PASSIVE_BE.search(rest) or re.search(r"\bbe\s+\w+ed\b", rest):
            return _as_task(rest)
        return whole if _FINITE.search(rest) else f"consider {rest}"
    if frame.act is Act.ASKS and (wanted := _WAS_WANTED.match(whole)):
        return f"provide {wanted['what'][:1].lower()}{wanted['what'][1:]}{wanted['rest']}"
    if frame.act is Act.ASKS and frame.who is None:
        if frame.verb not in _ASKING:
            return whole
        rest = re.sub(r"^\S+\s+(?:for\s+|that\s+|if\s+|whether\s+)?", "", verb)
        return (
            _as_task(rest) if re.search(r"\b(?:be|could|should|would|come|show)\b", rest[:160]) else f"provide {rest}"
        )
    if frame.passive:
        return _passive(text, whole, frame)
    first, _, rest = verb.partition(" ")
    plain = base_of(first.strip(",."))
    if plain in ("be", "being", "need") or re.match(r"(?:was|is|were)\s", rest):
        return whole
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
        if (frame.who or "").lower() in _OBJECT or frame.negated:
            return whole
        return _as_task(text[frame.who_at :])
    return f"{plain} {rest}" if first.endswith("ing") else verb


def _passive(text: str, whole: str, frame: Frame) -> str:
    """ "A reply would be sent" as "A reply to be sent"; "it would be rewritten" as "rewrite it"."""
    if frame.who is not None and frame.who.lower() in _OBJECT and not frame.verb.startswith("un"):
        first, _, rest = text[frame.verb_at :].partition(" ")
        return f"{base_of(first.strip(',.'))} {_OBJECT[frame.who.lower()]} {rest}"
    if frame.subject in (Subject.RELATIVE, Subject.NONE) or frame.who_at < 0 or frame.negated:
        return whole
    return _as_task(text[frame.who_at :])


def _as_task(text: str) -> str:
    """ "a report could be brought back" as "a report to be brought back"."""
    found = _PASSIVE_BE.search(text)
    passive = found is not None and not _MODAL.search(text[: found.start()])
    if found and passive:
        text = f"{text[: found.start()]}to be{text[found.end() :]}"
    if not passive:
        text = re.sub(
            r"^((?:[\w’'-]+\s+){1,14}?)(?:is|are|was|were)\s+(?:due\s+)?to\s+(?=[a-z])", r"\1to ", text, count=1
        )
        text = re.sub(
            r"^((?:[\w’'-]+\s+){1,12}?)(?<!\bto\s)(?<!\bcan\s)(?<!\bnot\s)be\s+(?=[a-z]+(?:ed|en|t)\b)",
            r"\1to be ",
            text,
            count=1,
        )
        text = re.sub(r"^((?:[\w’'-]+\s+){0,9}?)(?:would|could|should|will|might)\s+(?=[a-z])", r"\1to ", text, count=1)
    return re.sub(r"^(?:that|if|whether|for)\s+", "", re.sub(r"\bto\s+to\s+", "to ", text))


def _needs_context(body: str) -> bool:
    """Whether an instruction says too little alone: "Pursue this", "Action", "Be brought to the committee"."""
    words = _CONTENT.findall(body)
    return len(words) < 2 or (_ANAPHOR.search(body) is not None and len(words) < 9)
