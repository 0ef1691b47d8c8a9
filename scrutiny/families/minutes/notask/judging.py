"""Part of `notask`: how a sentence that could be an action stands.

Takes a candidate, gives its `Standing`. What the paper itself marks as an action is only asked whether it is closed; of a
part of a decision no more is asked than whether it leaves anything to be done.
"""

from enum import StrEnum

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.candidates import Candidate
from scrutiny.families.minutes.features import SOMEBODY, is_requested
from scrutiny.families.minutes.notask.meeting import is_over
from scrutiny.families.minutes.notask.talk import is_talk, leaves_nothing
from scrutiny.families.minutes.outcomes import ends_done, says_done
from scrutiny.families.minutes.owners import agent_of
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.words import Subject


class Standing(StrEnum):
    """How a sentence that could be an action stands."""

    TASK = "task"
    VAGUE = "vague"
    """Nobody who will act and no time is named: such words are as often talk as tasks."""
    NO_TASK = "no task"
    CLOSED = "closed"


def standing_of(candidate: Candidate) -> Standing:
    """Closed before no task, no task before vague."""
    if Sign.SETTLED in candidate.seen.signs or _is_closed(candidate):
        return Standing.CLOSED
    if _is_no_task(candidate):
        return Standing.NO_TASK
    return Standing.VAGUE if _is_vague(candidate) else Standing.TASK


def _is_closed(candidate: Candidate) -> bool:
    """Whether the next sentence of its block says that an action is done: "This has been done"."""
    return says_done(candidate.follows) or ends_done(candidate.follows)


def _is_no_task(candidate: Candidate) -> bool:
    """Whether a sentence is no action for what it says."""
    setting, frame = candidate.setting, main_frame(candidate.seen.frames)
    if frame is None:
        return False
    if is_over(frame, setting.text, candidate.seen.signs):
        return True
    if candidate.mark or Sign.OUTSTANDING in candidate.seen.signs:
        return False
    talk = not setting.decided and is_talk(frame, setting.text)
    return leaves_nothing(frame, setting.text) or talk


def _is_vague(candidate: Candidate) -> bool:
    """Whether a sentence names nobody who will act or asks, and no time for it: "it could be useful"."""
    setting, seen, frame = candidate.setting, candidate.seen, main_frame(candidate.seen.frames)
    if setting.decided or candidate.mark or candidate.label or _FIRM & seen.signs:
        return False
    if frame is None or frame.act in (Act.COULD, Act.SUGGESTS) or (frame.act is Act.SHOULD and not frame.passive):
        return True
    if "due" in seen.features:
        return False
    if frame.act is Act.ASKS and any(one.act is Act.ASKS and one.subject in SOMEBODY for one in seen.frames):
        return False
    if frame.act is Act.ASKS:
        return frame.subject in (Subject.THING, Subject.NONE, Subject.PAPER)
    if frame.act not in _FORESEES or agent_of(frame, setting.text) or is_requested(frame, seen.frames):
        return False
    return frame.subject in (Subject.THING, Subject.IMPERSONAL, Subject.NONE)


_FIRM = frozenset((Sign.NEXT_TIME, Sign.AFTERWARDS, Sign.IN_WRITING))
_FORESEES = (Act.WOULD, Act.WILL, Act.SUBJUNCTIVE, Act.IS_TO, Act.IS_DOING, Act.MUST, Act.SHOULD)
