"""Room `families/minutes`: written questions and their answers.

Takes the items of such a paper and its sentences, gives those in which the one who answers undertakes something or says
what he has asked of others. A question is nobody's undertaking, and what an answer says of anybody else describes how
things are done.
"""

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.candidates import Candidate
from scrutiny.families.minutes.recognise import ANSWER, QUESTION
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.structure import Business
from scrutiny.families.minutes.words import REQUEST, Subject
from scrutiny.language.patterns import pattern_of

_ABLE = pattern_of(r"\b(?:will|shall|would)\s+(?:\w+ly\s+)?be\s+able\s+to\b")
"""What can be done is not yet undertaken."""

_HAVE_ASKED = pattern_of(
    rf"\b(?:I|[Ww]e)(?:[’']ve|\s+have)\s+(?:\w+\s+)?(?:{'|'.join(sorted(word for word in REQUEST if word.endswith('ed')))})\b"
)


def find_undertakings(business: tuple[Business, ...], candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The sentences of the answers in which somebody undertakes something."""
    answered: set[int] = set()
    answering = False
    for passage in (passage for item in business for passage in item.passages):
        if QUESTION.match(passage.block.quote):
            answering = False
        elif ANSWER.match(passage.block.quote):
            answering = True
        elif answering:
            answered.add(passage.place)
    told = (one for one in candidates if one.place in answered and Sign.QUESTION not in one.seen.signs)
    firm = (one for one in told if not _ABLE.search(one.setting.text))
    return tuple(one for one in firm if _HAVE_ASKED.search(one.setting.text) or any(map(_is_own, one.seen.frames)))


def _is_own(frame: Frame) -> bool:
    """Whether it is the speaker or the body itself that will act."""
    if frame.conditional or frame.negated or frame.passive:
        return False
    speaks = frame.subject is Subject.PRONOUN and (frame.who or "").rpartition(" ")[2].lower() in ("i", "we")
    body = frame.subject in (Subject.INITIALS, Subject.BODY) and frame.act is Act.WILL
    return body or (speaks and frame.act in (Act.WILL, Act.COMMITS))
