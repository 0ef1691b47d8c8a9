"""Room `families/minutes`: what a body decided.

Takes the items of a set of minutes as passages, gives one `Decision` for each formal decision with all its parts,
and says which sentences belong to one. A decision opens at a sentence, wherever it stands in its paragraph and in
whatever weight: "RESOLVED that", "It was APPROVED that;" after a vote, "Decision taken", "That the Committee:"
in bold, "proposed by A, seconded by B and agreed". A paper that sets its decisions off by capitals or a heading
uses "it was agreed that" for tasks; one that does not uses it for decisions. Motions that were lost, and the
words of a motion before the vote, are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from scrutiny.families.minutes.structure import Business, Passage, Utterance
from scrutiny.language.dates import MONTHS
from scrutiny.prose import Block

_CAPITALS = r"(?:RESOLVED|APPROVED|AGREED|ENDORSED|DETERMINED|ORDERED|DECIDED|CARRIED|NOTED|RECOMMENDED)"
_ADVERB = r"(?:(?:then|further|also|unanimously|therefore|subsequently|accordingly|duly|formally)\s+)*"
_BODY_WORD = (
    r"(?:Committee|Sub-?[Cc]ommittee|Cabinet|Council|Panel|Board|Commission|Forum|Executive|Authority|Mayor|Trustees|"
    r"Governors|Leader|Members?|Councillors|Group|Meeting)"
)
_BODY = rf"(?:[Tt]he\s+)?(?:[A-Z][\w’'&/.-]*[\s,]+(?:(?:of|for|and|the|on|&)\s+)*){{0,12}}?{_BODY_WORD}(?:\s+(?:for|of|on)\s+(?:[A-Z&][\w’'-]*\s?(?:and\s+|&\s+|of\s+)?){{1,8}})?"

_OWN_BODY = rf"(?:{_BODY}|(?:[Tt]he\s+)[A-Z]{{2,6}}|[Tt]he\s+(?:[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Tt]rustees|[Mm]eeting))"

_LOUD = re.compile(
    rf"(?:^|[.;:)–—]\s+|\s-\s+|\band\s+|\bit\s+(?:was|is)\s+{_ADVERB}|\bIt\s+(?:was|is)\s+{_ADVERB}|^{_BODY}\s+(?:unanimously\s+)?)"
    rf"(?:\(?[a-z0-9ivx]{{1,4}}[.)]\s*)?{_CAPITALS}\b(?!\s+BY\b)|\b(?:RESOLVED|AGREED)\s*(?:[:–—]|-\s|(?:unanimously\s+)?(?:that|to)\b)"
)
"""Capitals at the beginning of a sentence, after "it was", or after the body: "RESOLVED –", "It was AGREED"."""

_LABELLED = re.compile(
    r"^(?:\(?[a-z0-9]{1,3}[.)]\s*)?(?:The\s+)?(?:Resolved|DECISIONS?|Decisions?(?:\s+(?:taken|made|agreed))?|RESOLUTIONS?|Resolutions?|Agreed|Decided|Outcome)"
    r"(?:\s*\([^)]{1,120}\))?\s*(?:[:;–—]|-\s|(?=That\b|\(|\d\.)|$)",
)
"""A word with a colon, or alone on its line: "Resolved:", "Decision taken"."""
_DECISION_HEADING = re.compile(
    r"^(?:The\s+)?Decisions?\s+(?:taken|made|agreed)\b(?!\s+(?:in|by|at|on|under)\b)(?!.*\?)"
)
_RESOLVED_THAT = re.compile(rf"^(?:{_BODY}\s+)?(?:unanimously\s+)?[Rr]esolved\s+(?:unanimously\s+)?(?:that|to)\b")
_THAT_BODY = re.compile(
    rf"^(?:\d+\.\s*)?That\s+{_BODY}\s*(?:\(\w+\)\s*)?(?::|$|\b(?:be\s+)?(?:note|agree|approve|endorse|receive|resolve|support|recommend|authorise|delegate)[sd]?\b)"
)
_BARE_THAT = re.compile(r"^That\s+(?!(?:could|would|was|is|had|has|will|should|might|may|can|said)\b)")
_BODY_LEADS = re.compile(
    rf"^{_BODY}\s*(?::-?|[^.:;]{{0,80}}\b(?:agreed|resolved|decided)\s+(?:on\s+)?the\s+following\b[^.:;]{{0,40}}[:;]-?|(?:has\s+|have\s+)?(?:unanimously\s+)?(?:agreed|resolved|noted|approved|endorsed|decided|recommended)\s*(?:that|to)?\s*[:;]-?)\s*$"
)
_BOLD_BODY = re.compile(
    rf"^(?:That\s+)?{_BODY}\s+(?:unanimously\s+)?(?:noted|agreed|approved|endorsed|received|resolved|supported|recommended|notes|agrees|approves)\b"
)

_PLAIN = re.compile(
    rf"\b(?:it|It|is|this|proposal|recommendations?)\s+(?:was|were|is)\s+{_ADVERB}(?:resolved|approved|decided)\b(?!\s+by\s+(?:the\s+)?[A-Z]\w+\s+(?:Council|Authority|Government))"
    rf"|\b(?:[Tt]he|[Oo]ur)\s+(?:(?:[A-Z][\w’'&-]*|[Pp]arish|[Tt]own|[Cc]ommunity)\s+)*(?:{_BODY_WORD}|council|committee|board|[A-Z]{{2,6}})\s+{_ADVERB}resolved\s+(?:that|to)\b"
    rf"|\b(?:Members|Trustees|Governors|Councillors)\s+{_ADVERB}resolved\s+(?:that|to)\b"
)
_PUT = re.compile(
    r"\b(?:(?:substantive\s+)?motion|recommendations?|proposals?)\b(?:[\w\s,]{0,40}\bput\b[^.]{0,60})?\s(?:was|were)\s+(?:then\s+)?(?:declared\s+)?carried\b"
)
"""The vote on what was before the meeting: "the recommendation was carried by six votes to two"."""

_VOTED = re.compile(
    r"^(?:(?:This|It|(?:The|This)\s+(?:motion|proposal|recommendation|suggestion))\s+was\s+(?:(?:then|also|duly|put\s+and)\s+)*(?:unanimously\s+)?(?:agreed|approved|carried|accepted)|All\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:Motion\s+)?[Cc]arried)\b(?!.{0,40}\b(?:that|to)\b)"
)
"""A sentence that says no more than that what went before was agreed."""

_MOVES = re.compile(r"\b(?:proposed|moved)\s+(?:and\s+\w+\s+)?(?:that|to)\b")
_MOVED_AND = re.compile(
    r"\b(?:proposed|moved|[Pp]roposer)\s*(?:by\b|:|,|and\b|seconded).{0,200}?\b(?:agreed|approved|resolved|carried|elected|accepted)\b|\b[A-Z][\w’'-]+\s+(?:proposed|moved)\b.{0,200}?\b(?:all\s+in\s+favour|all\s+agreed|carried|unanimous(?:ly)?)\b|\b(?:agreed|approved|resolved|carried)\b.{0,80}\b(?:[Pp]roposed|[Mm]oved|[Ss]econded)\b(?:\s+by|\s*:|\s+[A-Z])",
    re.DOTALL,
)
_BOTH_MOVERS = re.compile(r"\b(?:[Pp]roposed|[Mm]oved)\b.{0,60}\bseconded\b.{0,30}\b(?:that|to|the)\s", re.DOTALL)
_QUIET = re.compile(
    rf"\b(?:[Ii]t|was)\s+(?:was\s+)?{_ADVERB}agreed\s+(?:in\s+principle\s+)?(?:that\b|to\b|,)"
    rf"|^(?:All\s+)?(?:Agreed|(?:[Uu]nanimously\s+)[Aa]greed?)\s+(?:to|that)\b"
    rf"|(?:^|\band\s+|,\s+|\b[Dd]iscussions?\s+|\b[Dd]ebate\s+){_OWN_BODY}\s+(?:then\s+|also\s+|have\s+|has\s+)?(?:unanimously\s+)?"
    r"(?:(?:approved|resolved|accepted|endorsed|decided|agreed\s+(?:to|the|an?))\b|agreed\s+that\b(?=.{0,200}\b(?:would|should|be|will|shall|to)\s)(?!.{0,60}\b(?:was|were|had\s+been)\b))"
    rf"(?!\s+(?:with\b|at\s+(?:its|the)\s+(?:last|previous)))"
    rf"|\b(?:were|was|(?:has|have)\s+been)\s+{_ADVERB}(?:approved|agreed|accepted)\s+by\s+(?:the\s+)?{_BODY_WORD}\b"
)
_RECORD = re.compile(
    r"\bminutes\b.{0,200}?\b(?:were|was|be|are)\b.{0,60}?\b(?:agreed|approved|confirmed|accepted|signed|received|taken)\b.{0,60}?"
    r"(?:correct|accurate|true|signed)|\bminutes\b.{0,160}\b(?:were|was)\b.{0,60}\b(?:correct|accurate|true)\b"
    r"|\bminutes\s+of\b.{0,120}\b(?:were|was)\s+(?:approved|agreed|confirmed|accepted)\b|^(?:Agreed|Approved|Confirmed|Accepted)\s+as\s+an?\s+(?:true|correct|accurate)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOST = re.compile(
    r"\b(?:was|were|is|declared|motion|amendment|vote)\s+(?:to\s+be\s+)?(?:put\s+and\s+)?(?:lost|defeated|rejected|withdrawn|not\s+(?:carried|agreed|approved|seconded|resolved))\b"
    r"|\b(?:found|was|had)\s+no\s+seconder\b|\bfell\b(?=[.,;]|$)|\bmotion\s+lost\b|\bnot\s+(?:yet\s+)?(?:agreed|approved|resolved)\b",
    re.IGNORECASE,
)
_ONLY_MOVED = re.compile(
    r"\brecommendations?\s+(?:was|were)\s+(?:\w+\s+)?(?:moved|proposed)\s+by\b(?!.*\b(?:that|to)\b)"
)
"""Who moved the recommendations; what became of them stands in the next sentence."""

_PAST = re.compile(
    r"\b(?:had\s+(?:already\s+|previously\s+|since\s+)?|ha(?:s|ve)\s+(?:already|previously|since)\s+)(?:been\s+)?(?:agreed|resolved|approved|decided)\b|\bas\s+(?:previously\s+)?(?:agreed|resolved|approved)\s+at\b"
    rf"|\b(?:agreed|approved|resolved)\s+(?:by\s+[^.]{{3,40}}\s)?in\s+(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)\b"
    r"|\b(?:last|previous)\s+(?:meeting|year|month)\b.{0,40}\b(?:agreed|resolved)\b|^(?:In|At\s+its|At\s+the)\s+(?:\w+\s+)?(?:19|20)\d\d\b|\b(?:would|will|to|could|should|must|may)\s+be\s+(?:agreed|approved|decided|resolved)\b"
    r"|\bif\s+(?:it\s+(?:was|were)\s+)?(?:agreed|approved)\b|\b(?:that|which)\s+(?:was|were)\s+(?:agreed|approved)\b",
)
_MOTION = re.compile(
    r"\b(?:motion|amendment)\b(?:[^.]{0,80}\bthat\b.{0,60}|[^.]{0,60}|[^.]*)[:;]\s*[“\"‘']?$|\bseconded\s+the\s+(?:following\s+)?(?:motion|amendment)\b|\bmotion\s+that\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    rf"(?:[:;–—-]|\b(?:[Tt]hat|[Tt]o|the))\s*[.:;-]*$|^(?:\S+\s+)?(?:RESOLVED|AGREED|APPROVED|Resolved|Agreed|Decisions?(?:\s+\w+)?)\s*[.:;]?$|^That\s+{_BODY}\s*[.:;]*$|^{_BODY}\s*:$"
)
_NOT_PART = re.compile(
    r"^(?:Reasons?|Alternatives?|Consultation|Contact|For\b|Against\b|Abstain\w*|Conflicts?|Note:|Voting|Vote)\b"
)
_FIRST = re.compile(r"^\(?(?:a|A|1|i|I|01)[.):]*$")
_NUMBER = re.compile(r"\d+")


class Weight(IntEnum):
    """How formally a decision is set off."""

    QUIET = 1
    """"it was agreed", "the Board approved" in running text"""
    MOVED = 2
    """with mover and seconder"""
    PLAIN = 3
    """"it was resolved" """
    LOUD = 4
    """in capitals, as a label or below a heading"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A formal decision. `text` reads alone, with all its parts; `parts` are the texts of the numbered or lettered
    ones, the whole text where there are none. `quote` is verbatim from `pages`. `members` are the utterances it is
    made of, each as (place of its block, start in it)."""

    item: str | None
    item_title: str
    number_printed: str | None
    text: str
    quote: str
    parts: tuple[str, ...]
    pages: tuple[int, ...]
    weight: Weight
    members: frozenset[tuple[int, int]]
    lead: str


@dataclass(frozen=True, slots=True)
class _Opening:
    weight: Weight
    index: int
    """The utterance of the passage that opens."""


def find_decisions(business: tuple[Business, ...]) -> tuple[Decision, ...]:
    """Every formal decision, in order."""
    found: list[Decision] = []
    for item in business:
        inside = list(_in_item(item))
        found += [
            one
            for one, after in zip(inside, [*inside[1:], None], strict=False)
            if not _is_vote_on(one, after) and one.text.strip(" .") != "NOTED"  # it says nothing of what was noted
        ]
    loud = sum(decision.weight is Weight.LOUD for decision in found)
    if loud >= LOUD_PAPER:
        found = [decision for decision in found if decision.weight >= Weight.PLAIN]
    return tuple(found)


LOUD_PAPER = 2
"""Decisions set off by capitals or headings from which on a paper is one that does so always."""


def _is_vote_on(decision: Decision, after: Decision | None) -> bool:
    """Whether a decision only says that what the next one spells out was put and carried."""
    spelt = after is not None and after.weight is Weight.LOUD and decision.weight is Weight.MOVED
    return spelt and _AS_PRINTED.search(decision.text) is not None and not re.search(r"\bthat\b", decision.text)


_AS_PRINTED = re.compile(
    r"\b(?:recommendations?|motion|proposals?)\b.{0,60}?\b(?:moved|seconded|put|carried|agreed)\b|\bmoved\s+the\s+(?:recommendations?|motion)\b",
    re.IGNORECASE,
)
"""The recommendation "as set out in the report", which was moved, seconded and carried."""


def motion_places(business: tuple[Business, ...]) -> frozenset[int]:
    """The blocks that spell out a motion or an amendment before it is put: numbered parts below its announcement."""
    places: set[int] = set()
    for item in business:
        announced = False
        for passage in item.passages:
            text = passage.block.text.rstrip()
            if _MOTION.search(text) and not _LOUD.search(text):
                announced = text.endswith((":", ";", "“", "that")) or _MOTION.search(text[-200:]) is not None
                places.add(passage.place)
                continue
            if (
                announced
                and passage.block.marker is not None
                and not _LOUD.search(text)
                and not _MOVED_AND.search(text)
            ):
                places.add(passage.place)
                continue
            if announced and text[:1] in '“"‘':
                places.add(passage.place)
                continue
            announced = False
    return frozenset(places)


def _in_item(item: Business) -> Iterator[Decision]:
    moved = motion_places((item,))
    passages = item.passages
    at = 0
    while at < len(passages):
        passage = passages[at]
        if passage.place in moved:
            at += 1
            continue
        opening = _opening(passages, at)
        if opening is None:
            at += 1
            continue
        if opening.weight in (Weight.QUIET, Weight.MOVED, Weight.PLAIN):
            # in running text each sentence is a decision of its own
            end = at + 1
            last: Decision | None = None
            for index, one in enumerate(passage.utterances):
                if (weight := _weight(one.text, passage, passages, at)) is None:
                    continue
                final = index == len(passage.utterances) - 1
                if final and _OPEN_END.search(one.text):
                    end = _end(passages, at, index)
                    last = _decision(item, passages[at:end], index, weight, whole=True)
                else:
                    last = _decision(item, (passage,), index, weight, whole=False)
                yield last
            at = max(end, at + 1)
            continue
        end = _end(passages, at, opening.index)
        yield _decision(item, passages[at:end], opening.index, opening.weight, whole=True)
        at = end


def _opening(passages: tuple[Passage, ...], at: int) -> _Opening | None:
    best: _Opening | None = None
    for index, one in enumerate(passages[at].utterances):
        weight = _weight(one.text, passages[at], passages, at)
        if weight is not None and (best is None or weight > best.weight):
            best = _Opening(weight, index)
    return best


def _weight(text: str, passage: Passage, passages: tuple[Passage, ...], at: int) -> Weight | None:
    """How formally this sentence opens a decision; None where it does not."""
    if (_LOST.search(text) and not _LOUD.match(text)) or _ONLY_MOVED.search(text):
        return None
    loud = _LOUD.search(text) or _LABELLED.match(text) or _DECISION_HEADING.match(text) or _RESOLVED_THAT.match(text)
    follows_move = at > 0 and re.search(r"\b(?:moved|seconded|CARRIED|carried)\b", passages[at - 1].block.text[-160:])
    if not loud and (_THAT_BODY.match(text) and (passage.block.bold or follows_move or _OPEN_END.search(text))):
        loud = _THAT_BODY.match(text)
    if not loud and passage.block.bold and len(text) > 20 and _BOLD_BODY.match(text):
        loud = _BOLD_BODY.match(text)
    if not loud and _BODY_LEADS.match(text) and at + 1 < len(passages) and passages[at + 1].block.marker is not None:
        loud = _BODY_LEADS.match(text)
    if not loud and follows_move:
        loud = _BARE_THAT.match(text)
    noted = re.search(r"\bNOTED\b", text) and not re.search(
        r"^(?:\S+\s)?(?:It\s+was\s+)?NOTED\b|\b(?:RESOLVED|AGREED)\b.*\bNOTED\b", text
    )
    if loud and not noted:
        return Weight.LOUD
    if _PAST.search(text):
        return None
    if _PLAIN.search(text):
        return Weight.PLAIN
    if _PUT.search(text) or (_MOVES.search(text) and _VOTED.match(_next(text, passage))):
        return Weight.MOVED
    if _MOVED_AND.search(text) or (_BOTH_MOVERS.search(text) and not re.search(r"\bmotion\b|\bamend", text)):
        return Weight.MOVED
    # that the minutes are right is put on record, not decided, unless it is resolved or moved
    return Weight.QUIET if _QUIET.search(text) and not _RECORD.search(text) else None


def _next(text: str, passage: Passage) -> str:
    """The sentence behind one of a block."""
    texts = [one.text for one in passage.utterances]
    at = texts.index(text) if text in texts else len(texts)
    return texts[at + 1] if at + 1 < len(texts) else ""


def _end(passages: tuple[Passage, ...], start: int, index: int) -> int:
    """Where a decision's parts end: at the first block that is no part of it."""
    first = passages[start].block
    said = " ".join(one.text for one in passages[start].utterances[index:])
    mid_block = index > 0
    end = start + 1
    lead, lead_block = said, first
    if (
        end < len(passages)
        and len(said) < 60
        and not said.rstrip().endswith(".")
        and not _level(first, passages[end].block)
    ):
        following = passages[end].block
        if following.marker is None and not _NOT_PART.match(following.text):
            lead, lead_block = following.text, following  # "It was APPROVED;" with what was approved in the next block
            end += 1
            after = passages[end].block if end < len(passages) else None
            if after is not None and following.bold and len(lead) < 60 and _OPEN_END.search(after.text):
                lead, lead_block = after.text, after
                end += 1
    open_lead = _OPEN_END.search(lead) is not None
    if not open_lead and lead_block.marker is None and (first.marker is None or mid_block):
        # "(a) That ..." set beside the heading: the next part bears the next letter
        inline = re.match(r"^(?:Decisions?\s+\w+|Resolved|RESOLVED|AGREED)\W*\(?(?:a|1|i)[.)]", lead)
        if not (inline and end < len(passages) and passages[end].block.marker is not None):
            return end
    previous: str | None = None
    while end < len(passages):
        block = passages[end].block
        if _NOT_PART.match(block.text) or _level(first, block):
            break
        opens = _weight(block.text, passages[end], passages, end)
        if opens is Weight.LOUD and not (open_lead and block.marker is not None):
            break
        inner = block.left >= first.left + 5 or (block.bold and first.bold)
        part = block.marker is not None and (open_lead or inner)
        if part and previous is not None and not _follows(previous, block.marker or ""):
            part = False
        if not part and not _subheading(passages, end, previous):
            break
        if block.marker is not None:
            previous = block.marker
        end += 1
    return end


def _level(first: Block, block: Block) -> bool:
    """Whether a block follows the opening one as its equal: "(e)" after "(d)", paragraph 7 after paragraph 6."""
    if first.marker is None or block.marker is None:
        return False
    alike = _shape(first.marker) == _shape(block.marker)
    return alike and abs(first.left - block.left) < 4 and not _FIRST.match(block.marker)


def _shape(marker: str) -> str:
    return re.sub(r"[a-zA-Z]+", "a", _NUMBER.sub("1", marker))


def _follows(before: str, marker: str) -> bool:
    """Whether a part's mark can come after another's: the next of its list, or the first of an inner list."""
    one, other = _NUMBER.findall(before), _NUMBER.findall(marker)
    if one and other and _shape(before) == _shape(marker):
        return int(other[-1]) > int(one[-1]) or int(other[-1]) == 1
    return True


def _subheading(passages: tuple[Passage, ...], at: int, previous: str | None) -> bool:
    """A short line within a list ("Contractual:") below which its numbers go on."""
    block = passages[at].block
    if block.marker is not None or len(block.text) > 80 or at + 1 >= len(passages):
        return False
    following = passages[at + 1].block
    if following.marker is None or previous is None:
        return block.bold and following.marker is not None
    one, other = _NUMBER.findall(previous), _NUMBER.findall(following.marker)
    if one and other:
        return int(other[-1]) == int(one[-1]) + 1
    return block.bold and _FIRST.match(following.marker) is not None


def _decision(item: Business, passages: tuple[Passage, ...], index: int, weight: Weight, *, whole: bool) -> Decision:
    first = passages[0]
    opener = first.utterances[index]
    own: tuple[Utterance, ...] = first.utterances[index:] if whole else (opener,)
    pieces = [one.text for one in own]
    blocks = [passage.block for passage in passages[1:]]
    text = " ".join([*pieces, *(f"{b.marker} {b.text}" if b.marker and not b.bullet else b.text for b in blocks)])
    head = first.block.quote if index == 0 and whole else " ".join(pieces)
    parts = tuple(block.text for block in blocks if block.marker is not None)
    if not parts and len(own) > 1:
        parts = tuple(pieces)
    members = {(one.place, one.start) for one in own}
    members |= {(one.place, one.start) for passage in passages[1:] for one in passage.utterances}
    return Decision(
        item=item.item.number,
        item_title=item.item.title,
        number_printed=first.block.marker,
        text=text,
        quote=" ".join([head, *(block.quote for block in blocks)]),
        parts=parts or (text,),
        pages=tuple(dict.fromkeys(page for passage in passages for page in passage.block.pages)),
        weight=weight,
        members=frozenset(members),
        lead=opener.text,
    )
