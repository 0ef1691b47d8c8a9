"""Room `minutes`: the actions in a set of minutes.

Takes the items of the minutes and the date of the meeting, gives `Action`s: each with the sentence it stands in,
the rule that found it, who is to act, who asked, and by when. Definitions: see `grammar`.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny.minutes.due import find_due
from scrutiny.minutes.grammar import RULES, ActionKind, Rule
from scrutiny.minutes.items import MinuteItem
from scrutiny.minutes.resolutions import find_resolutions
from scrutiny.minutes.speakers import Speech, follow_speech, is_pronoun
from scrutiny.prose import Block, split_sentences

LONGEST = 1500
"""Characters of a sentence that are read. The longest seen has 900; what is longer is a table run together."""

_PRESENT_TENSE = re.compile(r"\b(?:[A-Z]{2,3}|[Cc]lerk)\s+(?:will|to)\s+[a-z]+")
_PRONOUN = re.compile(r"^(?:he|she|they|we|i|it)$", re.IGNORECASE)
_ANSWER = re.compile(
    r"\b(?:responded|replied|answered|advised|confirmed|indicated|stated|explained|clarified|said|commented)\b"
)
_IMPERSONAL = re.compile(r"^(?:It\s+was|There\s+(?:was|were|would)|That\b)")
_BY_DECISION = (
    re.compile(
        r"\b(?:[Dd]elegat\w+\s+(?:\w+\s+)?authority\s+to|[Aa]uthoris(?:e|es|ed))\s+(?P<who>(?:the\s+)?[A-Z].*?)(?=,?\s+to\s+[a-z])"
    ),
    re.compile(
        r"\b(?:[Tt]hat\s+)?(?P<who>(?:the\s+)?(?:[A-Z][\w’'&-]*|of|for|and|the)(?:,?\s+(?:[A-Z][\w’'&-]*|of|for|and|the))*)\s+be\s+(?:asked|requested|authorised|invited|instructed)\b"
    ),
    re.compile(r"\b[Rr]efer\w*\s+.*?\bto\s+(?P<who>the\s+[A-Z][\w’' ]+?)(?=\s+(?:in|for|with|to|by)\b|[.,;]|$)"),
    re.compile(r"\bdelegated\s+to\s+(?P<who>officers(?:\s+in\s+consultation\s+with\s+the\s+\w+)?)"),
    re.compile(r"\bthat\s+(?P<who>[Aa]\s+[A-Z][\w ]+?)\s+be\s+(?:initiated|established)\b"),
)
_MOTION = re.compile(r"\b(?:amendment|motion)\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?:Case|Programme|Plan|Strategy|Report|Project|Scheme|Policy|Hub|Bill|Act|Fund|Paper|Framework|Review)s?$"
)
_TO_BE_DONE = re.compile(
    r"\b(?:should|could|may|might|be|revisit\w*|consider|review|look|to\s+[a-z]+|approach|topic)\b"
)
_OPINION = re.compile(r"\bshould\s+not\s+have\b|\bseconded\b|^if\b.*\bwould\b")
"""What is suggested to be so, not to be done: "that the local offers were different"."""
_PUT_TO = re.compile(
    r"(?:^(?:that\s+)?|\bthat\s+)(?P<who>(?:[Tt]he\s+)?(?:[Oo]fficers|[A-Z][\w’']*(?:\s+[A-Z][\w’']*)*|members\s+of\s+the\s+\w+))\s+(?:could|should|might|may|revisit|consider|look|review)\b"
)
_OWN_ACT = re.compile(r"^(?:\S{1,4}\s+)?[Aa]grees?\s+to\s+\w+")
_DECIDED_BY = re.compile(r"^RESOLVED\s+that\s+(?:the\s+)?(?P<body>[A-Z]\w+(?:\s+[A-Z]\w+){0,4})\s*:")
_ALREADY = re.compile(r"\b(?:had|has|have)\s+(?:already\s+)?(?:been\s+)?(?:asked|agreed\s+to|circulated|provided)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something somebody undertook, was asked or was told to do after the meeting.

    `text` reads as an instruction, `quote` is the sentence verbatim. `owner` and `requested_by` are as printed,
    None where the paper names nobody. `rule` is the name of the grammar's rule.
    """

    item: str | None
    kind: ActionKind
    text: str
    owner: str | None
    requested_by: str | None
    due_printed: str | None
    due: datetime.date | None
    quote: str
    rule: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    block: Block
    speech: Speech
    before: str
    """The sentence before it in its block, in lower case."""
    following: str
    in_motion: bool
    """Whether it is part of an amendment or motion put to the vote, not of what was decided."""


def find_actions(items: tuple[MinuteItem, ...], meeting: datetime.date | None) -> tuple[Action, ...]:
    """Every action, in order."""
    everything = " ".join(block.quote for item in items for block in item.blocks)
    present = len(_PRESENT_TENSE.findall(everything)) >= 4
    decided = {
        quote: _deciding_body(resolution.text)
        for resolution in find_resolutions(items)
        for quote in resolution.block_quotes
    }
    found: list[Action] = []
    seen: set[str] = set()
    for item in items:
        for sentence in _sentences(item):
            if sentence.in_motion:
                continue
            rules = [rule for rule in RULES if rule.decides == (sentence.block.quote in decided)]
            rules = [rule for rule in rules if present or not rule.present]
            action = _action(sentence, rules, item, meeting, decided.get(sentence.block.quote))
            if action is None:
                continue
            if action.kind is ActionKind.AGREED:
                # a summary of the decisions repeats them word for word
                said = re.sub(
                    r"\b(approve|refer|delegate|authorise|initiate)[sd]?\b",
                    r"\1",
                    sentence.before + action.quote.lower(),
                )
                said = re.sub(r"[^a-z0-9]", "", said)
                if said in seen:
                    continue
                seen.add(said)
            found.append(action)
    return tuple(found)


def _sentences(item: MinuteItem) -> Iterator[_Sentence]:
    pairs = [(sentence.text, block) for block in item.blocks for sentence in split_sentences(block.text)]
    speech = follow_speech([text for text, _ in pairs])
    moved = _moved_parts(item)
    for index, (text, block) in enumerate(pairs):
        following = next((other for other, at in pairs[index + 1 : index + 4] if at is not block), "")
        before = pairs[index - 1][0].lower() if index and pairs[index - 1][1] is block else ""
        yield _Sentence(text, block, speech[index], before, following, id(block) in moved)


def _moved_parts(item: MinuteItem) -> set[int]:
    """The blocks that spell out an amendment or a motion: numbered parts below a line that announces it."""
    parts: set[int] = set()
    announced = False
    for block in item.blocks:
        if (
            _MOTION.search(block.text[-120:])
            and re.search(r"(?:[:;.]|Cabinet\.?|Council\.?)$", block.text)
            and (block.text.rstrip().endswith((":", ";")) or re.search(r"\bmotion\s+that\b", block.text))
        ):
            announced = True
            continue
        if announced and (block.marker is not None and not re.search(r"\bRESOLVED\b", block.text)):
            parts.add(id(block))
            continue
        announced = False
    return parts


def _action(
    sentence: _Sentence, rules: list[Rule], item: MinuteItem, meeting: datetime.date | None, body: str | None
) -> Action | None:
    text = sentence.text
    for rule in rules:
        match = rule.pattern.search(text[:LONGEST])
        if match is None or _left(rule, match, sentence):
            continue
        groups = match.groupdict()
        kind = _kind(rule, sentence)
        what = groups.get("what") or groups.get("what_else") or text
        due_printed, due = find_due(text[match.start() :], meeting)
        return Action(
            item=item.number,
            kind=kind,
            text=instruction(rule, what),
            owner=_owner(rule, groups.get("who"), sentence, what) or (body if _OWN_ACT.match(text) else None),
            requested_by=_requester(rule, sentence),
            due_printed=due_printed,
            due=due,
            quote=text,
            rule=rule.name,
            pages=sentence.block.pages,
        )
    return None


def _kind(rule: Rule, sentence: _Sentence) -> ActionKind:
    """The rule's kind, but for what an officer says he could do, and what a table calls outstanding."""
    if rule.name == "could refer or visit" and sentence.speech.who and not sentence.speech.member:
        return ActionKind.COMMITMENT
    if (
        rule.present
        and re.match(r"^(?:No\.?|Ref)?\s*Action\b.{0,20}\bOwner\b", sentence.block.text)
        and "Outstanding" in sentence.block.text
    ):
        return ActionKind.OUTSTANDING
    return rule.kind


def _left(rule: Rule, match: re.Match[str], sentence: _Sentence) -> bool:
    """What a rule's words take that is no action after all."""
    before = sentence.text[: match.start()]
    groups = match.groupdict()
    if rule.name == "suggested":
        what = groups.get("what")
        opinion = what is not None and (_OPINION.search(what) or not _TO_BE_DONE.search(what[:220]))
        if opinion or _MOTION.search(sentence.text):
            return True
    if rule.name == "agreed or offered to do" and _MOTION.search(sentence.text):
        return True
    if rule.decides and re.match(r"^(?:\S{1,4}\s+)?(?:Notes?|NOTES?)\b", sentence.text):
        return True
    if rule.name == "said that he would do" and _THING.search(groups.get("who") or ""):
        return True
    if rule.name == "asked for papers or work" and re.match(r"asked\s+for", match.group()):
        # answered on the spot: the next to speak is an officer with an answer
        return _ANSWER.search(sentence.following[:160]) is not None
    if rule.kind is ActionKind.COMMITMENT and re.search(
        r"\b(?:asked|queried|questioned|wondered)\s+(?:if|whether|how|what|when|why)\b", before
    ):
        return True
    if rule.name == "said that he would do" and re.search(
        r"\b(?:if|hoped|where|how|when|ensure|so)\s+(?:that\s+)?$", before
    ):
        return True
    return rule.kind is ActionKind.REQUEST and _ALREADY.search(sentence.text[: match.end()]) is not None


def _deciding_body(text: str) -> str | None:
    """The body that "RESOLVED that Cabinet: 1. Agree to ..." binds itself."""
    match = _DECIDED_BY.match(text)
    return match["body"] if match else None


def instruction(rule: Rule, what: str) -> str:
    """What is to be done, as an instruction: "Look into the comparative data"."""
    text = what.strip().rstrip(".;,")
    put = _PUT_TO.search(text) if rule.name == "suggested" else None
    if put:
        text = text[put.start() :]
    if rule.name == "could refer or visit":
        text = re.sub(r"^.*?\bcould\s+", "", text)
    elif rule.name in _CLAUSES:
        text = _last_clause(text)
    text = re.sub(r"^(?:that\s+|be\s+(?:asked|requested|invited)\s+to\s+|it\s+may\s+be\s+(?:\w+)\s+to\s+)", "", text)
    text, passive = re.subn(r"\b(?:would|could|should|will|might)\s+be\b", "to be", text, count=1)
    if not passive:
        text = re.sub(r"^((?:[\w’'-]+\s+){0,8}?)(?:would|could|should|will)\s+(?=\w)", r"\1to ", text)
    if rule.name == "asked for papers or work":
        text = f"provide {text}"
    doing = re.match(r"(producing|preparing|drafting|writing|compiling)\b", text)
    if doing:
        text = _PLAIN[doing[1]] + text[doing.end() :]
    return text[:1].upper() + text[1:]


_PLAIN = {
    "producing": "produce",
    "preparing": "prepare",
    "drafting": "draft",
    "writing": "write",
    "compiling": "compile",
}
_CLAUSES = ("papers that would be provided", "papers that would come back", "would be brought to a body",
            "on the work programme", "papers will be sent")  # fmt: skip
"""Rules that take a whole sentence, of which only the clause with the verb is the action."""


def _last_clause(text: str) -> str:
    """From the last "that", "and" or comma before the verb that leaves a subject of two words or more."""
    verb = re.search(
        r"\b(?:would|will|to|was\s+due\s+to|were\s+due\s+to|be)\s+(?:be|return|come)\b|\bbe\s+(?:maintained|added|included|placed|kept|put|noted)\b",
        text,
    )
    if verb is None:
        return text
    start = 0
    for cut in re.finditer(r"(?:\bthat|\band|\bbut|[,;])\s+", text[: verb.start()]):
        if len(text[cut.end() : verb.start()].split()) >= 2:
            start = cut.end()
    return text[start:]


def _owner(rule: Rule, who: str | None, sentence: _Sentence, what: str) -> str | None:
    if rule.decides:
        for pattern in _BY_DECISION:
            match = pattern.search(sentence.text)
            if match:
                return match["who"].strip(" ,")
        return None
    if rule.name == "next steps":
        return None
    if rule.kind is ActionKind.SUGGESTION:
        put = _PUT_TO.search(what) if rule.name in ("suggested", "could refer or visit") else None
        if put is None and _kind(rule, sentence) is ActionKind.COMMITMENT:
            return sentence.speech.who
        return put["who"] if put else None
    if rule.kind in (ActionKind.OUTSTANDING, ActionKind.AGREED) and not rule.present:
        return None
    if who is not None and not _PRONOUN.match(who):
        return who.strip().rstrip(",")
    if rule.kind is ActionKind.REQUEST:
        return None
    if who is None and (_IMPERSONAL.match(sentence.text) or sentence.block.bullet or rule.present):
        return None
    speech = sentence.speech
    if speech.who is None or (speech.member and who is None):
        return None
    if not speech.named and who is None and not is_pronoun(sentence.text) and sentence.block.marker is not None:
        return None
    return speech.who


def _requester(rule: Rule, sentence: _Sentence) -> str | None:
    if rule.kind in (ActionKind.REQUEST, ActionKind.SUGGESTION) and not _IMPERSONAL.match(sentence.text):
        return sentence.speech.who
    return None
