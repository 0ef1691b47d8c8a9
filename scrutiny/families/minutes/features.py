"""Room `families/minutes`: what the model is told of a sentence.

Takes a sentence in its place (what stands before and behind it, in the margin, in which decision, in what sort of
paper), gives the names of its features. Proper names, places and figures are masked, so that no weight can know a
council, a person or a project.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.clauses import NOBODY
from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.owners import agent_of
from scrutiny.families.minutes.signs import Sign, find_signs
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.subjects import MONTH_NAMES, names_trade, tokenise
from scrutiny.families.minutes.words import BODY, MEMBER, OUTSIDE, PAPER, ROLE, TO_DO, Doing, Subject, base_of, class_of
from scrutiny.language.patterns import pattern_of

_KNOWN = (
    ROLE | MEMBER | BODY | OUTSIDE | PAPER | {"resolved", "agreed", "approved", "action", "that", "christmas", "easter"}
)
_INITIALS = pattern_of(r"^[A-Z]{2,4}s?$")
_HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("arising", pattern_of(r"\b(?:arising|actions?\s+from|action\s+(?:log|list|tracker|points)|outstanding|previous\s+meeting|last\s+meeting)\b", re.IGNORECASE)),
    ("minutes", pattern_of(r"\bminutes\b", re.IGNORECASE)),
    ("programme", pattern_of(r"\b(?:work\s*(?:programme|plan)|forward\s+plan|agenda)\b", re.IGNORECASE)),
    ("opening", pattern_of(r"\b(?:apolog|declaration|interests?|welcome|substitut|present|attendance|membership)\w*\b", re.IGNORECASE)),
    ("public", pattern_of(r"\b(?:public|questions?|petitions?|forum|deputation)\b", re.IGNORECASE)),
    ("closing", pattern_of(r"\b(?:next\s+meeting|date\s+of|close)\b", re.IGNORECASE)),
    ("money", pattern_of(r"\b(?:financ|payment|account|budget|cheque)\w*\b", re.IGNORECASE)),
    ("planning", pattern_of(r"\bplanning\b", re.IGNORECASE)),
)  # fmt: skip
_ANSWERS = pattern_of(
    r"^(?:In\s+(?:response|reply|answer)|(?:\S+\s+){1,8}?(?:responded|replied|answered|advised|confirmed|explained|clarified|stated|said)\b)"
)
_ASKS = pattern_of(r"\b(?:asked|queried|requested|enquired|wondered|questioned|sought)\b|\?\s*$")
_TAKEN_UP = pattern_of(
    r"^(?:This\s+was\s+(?:agreed|accepted|noted)|(?:It|That)\s+was\s+agreed|(?:The\s+)?\w+(?:\s\w+){0,4}\s+(?:agreed|undertook|accepted|offered))\b"
)


class Setting(Struct, frozen=True, kw_only=True):
    """Where a sentence stands. `heading` is the title of its item, `before` and `after` its neighbours in the block
    ("" where there is none); `mark` and `label` say whether an entry of the action column or an "ACTION:" belongs to
    the sentence, `block_marked` whether one belongs to another sentence of its block; `paper_marks` whether the paper
    uses such marks at all; `present` whether the paper is written in the present tense."""

    text: str
    before: str
    after: str
    heading: str
    decided: bool
    loud: bool
    mark: bool
    label: bool
    block_marked: bool
    paper_marks: bool
    present: bool
    marker: str | None
    bullet: bool
    first: bool
    last: bool


class Seen(Struct, frozen=True, kw_only=True):
    """What was seen of a sentence: its frames, its signs and the names of its features."""

    frames: tuple[Frame, ...]
    signs: frozenset[Sign]
    features: tuple[str, ...]


def find_features(setting: Setting) -> Seen:
    """The features of a sentence, each once, in order."""
    frames = find_frames(setting.text, decided=setting.decided)
    signs = find_signs(setting.text)
    names = dict.fromkeys(_all(setting, frames, signs))
    return Seen(frames=frames, signs=signs, features=tuple(names))


def _all(setting: Setting, frames: tuple[Frame, ...], signs: frozenset[Sign]) -> Iterator[str]:
    place = "decided" if setting.decided else "said"
    for frame in frames:
        voice = "passive" if frame.passive else "active"
        yield f"act {frame.act}"
        yield f"act {frame.act} {place}"
        yield f"act {frame.act} {frame.subject}"
        yield f"act {frame.act} {frame.doing} {voice}"
        yield f"act {frame.act} {frame.subject} {frame.doing} {voice}"
        yield f"doing {frame.doing} {voice} {place}"
        yield f"verb {frame.act} {base_of(frame.verb)}"
        if frame.act in (Act.WILL, Act.WOULD):
            yield f"act {frame.act} {'present' if setting.present else 'reported'} {frame.subject}"
        for name in _held(frame):
            yield f"{name} {frame.act}"
            yield f"{name} {frame.act} {frame.subject}"
    yield from _main(setting, frames, place, signs)
    yield f"frames {min(len(frames), 3)}"
    first = frames[0].act if frames else "none"
    if setting.decided and any(frame.doing not in (Doing.DECIDE, Doing.STATE, Doing.OTHER) for frame in frames):
        signs -= {Sign.SEEN}  # "be noted and circulated"
    for sign in signs:
        yield f"sign {sign}"
        yield f"sign {sign} {first}"
        yield f"sign {sign} {place}"
    yield from _context(setting, place, first)
    yield from _words(setting.text[_told_from(setting, frames) :])


def _held(frame: Frame) -> list[str]:
    """What takes a doing back, or puts it off."""
    held = {
        "not": frame.negated, "if": frame.conditional, "asked": frame.asked, "said": frame.said, "past": frame.past,
        "under way": frame.progressive,
    }  # fmt: skip
    return [name for name, it_is in held.items() if it_is]


def _told_from(setting: Setting, frames: tuple[Frame, ...]) -> int:
    """Where a decision that notes something first comes to what is to be done: "be noted and that the Clerk write"."""
    main = main_frame(frames)
    if main is None or not setting.decided or main.doing in (Doing.DECIDE, Doing.STATE, Doing.OTHER):
        return 0
    noted = [frame.verb_at for frame in frames if frame.doing is Doing.DECIDE and frame.verb_at < main.verb_at]
    joined = _JOINT.search(setting.text, noted[0], main.verb_at) if noted else None
    return joined.end() if joined else 0


_JOINT = pattern_of(r"\band\s|;\s")


def is_requested(frame: Frame, frames: tuple[Frame, ...]) -> bool:
    """Whether what is to undergo something is so because somebody asks for it: "Ms Orme asked that a talk be held"."""
    return frame.act is Act.SUBJUNCTIVE and any(
        one.act is Act.ASKS
        and one.verb_at < frame.verb_at
        and not one.past
        and one.subject in (*SOMEBODY, Subject.RELATIVE)
        for one in frames
    )


def _main(setting: Setting, frames: tuple[Frame, ...], place: str, signs: frozenset[Sign]) -> Iterator[str]:
    """What the frame says that would be the action's."""
    frame = main_frame(frames)
    if find_due(setting.text, None)[0] is not None:
        yield "due"
        yield f"due {frame.act if frame else 'none'}"
    if frame is None:
        return
    voice = "passive" if frame.passive else "active"
    how = " ".join(_held(frame))
    yield f"main {frame.act}"
    yield f"main {frame.act} {how}"
    yield f"main {frame.act} {frame.subject} {frame.doing} {voice}"
    yield f"main {frame.act} {frame.doing} {voice} {place}"
    yield f"main {frame.doing} {voice} {how}"
    yield f"main verb {base_of(frame.verb)} {voice}"
    requested = is_requested(frame, frames)
    if (sort := "request" if requested else _SORTS.get(frame.act)) is not None:
        # what a careful reader looks for first: who says that what is done, and whether anything takes it back
        named = requested or frame.subject in SOMEBODY or agent_of(frame, setting.text) is not None
        who = "somebody" if named else "something" if frame.subject in NOBODY else "others"
        sense = "thing to do" if frame.doing in TO_DO else frame.doing
        clear = "clouded" if how or signs & CLOUDS else "clear"
        yield f"{sort} {who} {sense} {voice} {clear}"
        yield f"{sort} {sense} {clear}"
        yield f"{sort} {who} {sense} {voice} {clear} {'first' if setting.first else 'later'} {place}"
    yield f"main {'early' if frame.verb_at < EARLY else 'late'} {frame.act}"


_SORTS = {
    Act.WOULD: "promise", Act.WILL: "promise", Act.IS_TO: "promise", Act.COMMITS: "promise", Act.NAME_TO: "task",
    Act.SUBJUNCTIVE: "task", Act.IMPERATIVE: "task", Act.ASKS: "request", Act.WAS_ASKED: "request",
}  # fmt: skip
SOMEBODY = (Subject.PRONOUN, Subject.INITIALS, Subject.ROLE, Subject.MEMBER, Subject.NAME, Subject.BODY)
CLOUDS = frozenset({Sign.CONDITIONAL, Sign.ROUTINE, Sign.POLICY, Sign.NEGATED, Sign.PAST, Sign.QUOTED, Sign.OPTION})

EARLY = 30
"""Characters before a verb that stands at the beginning of its sentence."""


def _context(setting: Setting, place: str, first: str) -> Iterator[str]:
    yield f"place {place}{' loud' if setting.loud else ''}"
    if setting.mark or setting.label:
        yield f"marked {'label' if setting.label else 'margin'}"
        yield f"marked {first}"
    elif setting.block_marked:
        yield "marked elsewhere in block"
        yield f"marked elsewhere {first}"
    elif setting.paper_marks:
        yield "unmarked in a marked paper"
        yield f"unmarked {first}"
    heads = [name for name, pattern in _HEADINGS if pattern.search(setting.heading)]
    for name in heads:
        yield f"heading {name}"
        yield f"heading {name} {first}"
    if setting.bullet:
        yield "bullet"
    if setting.first and setting.last:
        yield "alone"
    elif setting.first:
        yield "first"
    elif setting.last:
        yield "last"
    if setting.before and _ASKS.search(setting.before):
        yield "after a question"
        yield f"after a question {first}"
    if setting.after and _ANSWERS.match(setting.after):
        yield "before an answer"
        yield f"before an answer {first}"
    if setting.after and _TAKEN_UP.match(setting.after):
        yield "taken up"
        yield f"taken up {first}"


def masked(text: str) -> list[str]:
    """The words of a text in lower case, with names, initials, months and figures masked."""
    found: list[str] = []
    for index, token in enumerate(tokenise(text[:1500])):
        word, low = token.text, token.low
        if word[0].isdigit() or word == "£":
            mask = "#"
        elif low in MONTH_NAMES:
            mask = "MONTH"
        elif low in ("'ll", "'d"):
            mask = "will" if low == "'ll" else "would"
        elif not word[0].isalpha():
            continue
        elif low in _KNOWN or not word[0].isupper() or (index == 0 and not _INITIALS.match(word)):
            mask = low
        elif _INITIALS.match(word):
            mask = "INITIALS"
        elif found and found[-1] == "the" and names_trade(low):
            mask = "officer"
        else:
            mask = "NAME"
        if found and found[-1] == mask and mask in ("NAME", "#"):
            continue
        found.append(mask)
    return found


def _words(text: str) -> Iterator[str]:
    words = masked(text)
    for word in words:
        yield f"word {word}"
    for one, other in zip(["^", *words], words, strict=False):
        yield f"pair {one} {other}"
    classes = ["^", *map(class_of, words)]
    for run in zip(classes, classes[1:], classes[2:], strict=False):
        yield f"classes {' '.join(run)}"
