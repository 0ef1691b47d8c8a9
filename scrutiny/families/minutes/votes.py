"""Room `families/minutes`: who moved something, who seconded it, and how the vote went.

Takes a sentence, gives what it tells of that where it tells nothing else: "Proposer: Cllr Hay, 2nd: Cllr Fox. All in
favour.", "This was seconded by AB and unanimously agreed." It belongs to the sentence before it, which says on what. A
vote that was lost is read elsewhere.
"""

import itertools

from msgspec import Struct

from scrutiny.families.minutes.structure import Passage, Utterance
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.ballots import Fate, read_ballot


class Vote(Struct, frozen=True, kw_only=True):
    """What sentences behind a motion tell of it: how many, blocks after it, and if it was seconded and carried."""

    sentences: int = 0
    blocks: int = 0
    seconded: bool = False
    carried: bool = False


def read_vote(text: str) -> Vote | None:
    """What a sentence tells of movers, seconders and the vote; None where it tells more, or nothing of them."""
    seconded = carried = False
    at, text = 0, _NEXT_MARK.sub("", text.strip())
    if text.endswith((":", "–", "-")):
        return None  # it leads to what was agreed
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None or not piece[0]:
            return None
        seconded |= piece["second"] is not None or piece["both"] is not None
        carried |= piece["vote"] is not None
        at = piece.end()
    return None if read_ballot(text) is Fate.LOST else Vote(seconded=seconded, carried=carried)


def vote_behind(passages: tuple[Passage, ...], at: int, index: int) -> Vote:
    """What the sentences behind one of a block tell of movers and votes, in that block and in those after it."""
    behind = passages[at].utterances[index + 1 :]
    found = _leading(behind)
    sentences, blocks = len(found), 0
    for passage in passages[at + 1 :] if sentences == len(behind) else ():
        further = _leading(passage.utterances) if passage.block.marker is None else []
        found += further
        if not further or len(further) < len(passage.utterances):
            break
        blocks += 1
    seconded, carried = any(one.seconded for one in found), any(one.carried for one in found)
    return Vote(sentences=sentences, blocks=blocks, seconded=seconded, carried=carried)


def _leading(utterances: tuple[Utterance, ...]) -> list[Vote]:
    """What the first sentences tell of movers and votes, as far as they tell nothing else."""
    told = itertools.takewhile(lambda vote: vote is not None, (read_vote(one.text) for one in utterances))
    return [vote for vote in told if vote is not None]


_NEXT_MARK = pattern_of(r"\s\(?[a-z][.)]$")
"""The letter of the next part, which the print has set behind this one."""

_SIR = r"(?:(?:the\s+)?(?:C(?:ou)?n?c?l?lrs?|Councillors?|M(?:rs?|s|iss)|Dr|Rev|C{2}|Alderman)\b\.?\s+)"
_NAMES = rf"(?:{_SIR}*(?!(?i:second|propos|moved|all\b|agreed|carried|approved|unanim|vote))[A-Z][\w’'.-]*(?:\s+(?!(?i:second|propos|moved|all\b|agreed|carried|approved|unanim|vote))(?:{_SIR}|[A-Z][\w’'.-]*)){{0,4}}|[Tt]he\s+(?i:chair\w*|mayor|treasurer|clerk|vice[\s-]\w+))"
_ADVERB = r"(?:(?:duly|then|also|formally|both|all|put\s+and|was|were|been|has|have|had)\s+)*"
_IT = r"(?:(?i:it|this|these|they|(?:the|this)\s+(?:motion|proposal|recommendation|suggestion|nomination|vote|decision|resolution)|motion|decision)\s+)"
_THAT = r"(?:\s+(?i:this|these|it|the\s+(?:motion|proposal|nomination)))?"
_TAKEN = r"(?i:agreed|approved|carried|accepted|adopted|passed|elected)"
_HOW = r"(?:\s+(?i:unanimously|by\s+(?:all(?:\s+(?:present|members|councillors|cllrs))*|everyone|(?:a\s+)?(?:large\s+)?majority|(?:a\s+)?show\s+of\s+hands|[\w-]+\s+(?:votes?\s+)?to\s+[\w-]+)|on\s+a\s+show\s+of\s+hands|nem\.?\s+con|en\s+bloc|unopposed))*"
_ALL = r"(?i:(?:all|both|everyone)\b(?:\s+(?:the|of|present|those|members|councillors|cllrs|governors|trustees|were|was|voted|then))*\s+(?:in\s+(?:favour|agreement)|agreed|approved|for)(?:\s+with\s+this\s+(?:decision|proposal))?)"
_PIECE = pattern_of(
    rf"(?:{_IT}?{_ADVERB}(?i:proposed|moved|nominated)\s+(?P<both>(?i:and\s+seconded\b)|(?i:as\s+(?:an?\s+)?(?:true|correct|accurate)(?:\s+record)?\s+)?(?i:by)\s+{_NAMES}\s+and\s+{_NAMES})"
    rf"|{_IT}?{_ADVERB}(?i:propos(?:ed|er|al)|prop|moved|mover|nominated)\b[.:]*(?:\s+(?i:by|from))?[\s:–-]*(?:{_NAMES})?"
    rf"|(?P<second>{_IT}?{_ADVERB}(?i:second(?:ed|er)|sec|2nd|2)\b[.:]*(?:\s+(?i:by|from))?[\s:–-]+{_NAMES}|{_NAMES}\s+(?:then\s+)?seconded{_THAT})"
    rf"|(?P<vote>{_IT}?{_ADVERB}(?:(?i:unanimously)\s+)?{_TAKEN}\b{_HOW}|{_ALL}|(?i:unanimous(?:ly)?)\b|\d+\s+(?i:in\s+favour))"
    r"|(?i:on\s+a\s+)?(?i:show\s+of\s+hands)\b)(?:[\s,;.()&–-]|\band\b)*"
)
"""One thing that is told: the mover, the seconder, both, or the vote."""
