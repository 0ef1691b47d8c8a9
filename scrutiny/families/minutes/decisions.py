"""Room `families/minutes`: what a body decided.

Takes the items of a set of minutes as passages, gives one `Decision` for each formal decision with all its parts, and
says which sentences belong to one. It opens at a sentence, wherever it stands and in whatever weight: "RESOLVED
that", "It was APPROVED that;", "Decision taken", "proposed by A, seconded by B and agreed". A paper that sets its
decisions off by capitals or a heading uses "it was agreed that" for tasks. Motions that were lost, or before the
vote, are none.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.families.minutes.facts import Decision, Weight
from scrutiny.families.minutes.motions import find_fallen, motion_places
from scrutiny.families.minutes.openers import BARE_THAT, DECISION_HEADING, OPEN_END, takes_up, weigh
from scrutiny.families.minutes.structure import FIRST, Business, Passage, Utterance, is_level, shape_of
from scrutiny.families.minutes.votes import read_vote, vote_behind
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block
from scrutiny.sharing import Share, alone, longest_first

_NOT_PART = pattern_of(
    r"^(?:Reasons?|Alternatives?|Consultation|Contact|For\b|Against\b|Abstain\w*|Conflicts?|Note:|Voting|Vote)\b"
)
_NUMBER = pattern_of(r"\d+")


def find_decisions(business: tuple[Business, ...], share: Share = alone) -> tuple[Decision, ...]:
    """Every formal decision, in order; two processes can look for them."""
    in_items = longest_first(business, _own_of, share, lambda item: sum(len(one.utterances) for one in item.passages))
    found = [one for own in in_items for one in own]
    loud = sum(decision.weight is Weight.LOUD for decision in found)
    if loud >= LOUD_PAPER:
        found = [
            decision
            for decision in found
            if decision.weight >= Weight.SETTLED
            or (decision.weight is Weight.MOVED and _PUT_AND_CARRIED.search(decision.text))
        ]
    return tuple(found)


def _own_of(item: Business) -> list[Decision]:
    """What the body itself decided in an item; "NOTED" alone says nothing of what."""
    return [one for one in _in_item(item) if not _is_of_others(item, one) and len(one.text.split()) > 1]


_PUT_AND_CARRIED = pattern_of(
    r"^(?!.*\bamend)(?=.*\bseconded\b).*\b(?:agreed|resolved|carried|approved)\b|\((?:carried|vote)", re.IGNORECASE
)
"""What was put to the meeting by somebody and taken, in whatever words."""

LOUD_PAPER = 2
"""Decisions set off by capitals or headings from which on a paper is one that does so always."""


def _is_of_others(item: Business, decision: Decision) -> bool:
    """Whether a verdict stands under a heading that says that others decided, "Planning decisions: 12/7 approved", or who
    was not there."""
    if decision.weight not in (Weight.QUIET, Weight.SETTLED) or _OWN_ACT.search(decision.text):
        return False
    if _OTHERS_DECISIONS.match(decision.text):
        return True
    place = min(place for place, _ in decision.members)
    heads = [passage.block.text for passage in item.passages if passage.place < place]
    head = next((text for text in reversed(heads) if _HEADS.match(text)), item.item.title)
    return any(pattern.match(f"{head}:") for pattern in (_WHO_WAS_THERE, _OTHERS_DECISIONS))


_WHO_WAS_THERE = pattern_of(r"^[^a-z]*(?:apolog|absen)", re.IGNORECASE)
_OWN_ACT = pattern_of(r"\b(?:agreed|resolved)\s+(?:that|to)\b|\bminutes\b", re.IGNORECASE)
_HEADS = pattern_of(r"^[^.;:]{4,70}:?$")


_OTHERS_DECISIONS = pattern_of(  # not "Decisions of the Committee", which are its own
    r"^(?:\S*\d\S*\s+)?(?:to\s+(?:note|receive|report)\s+)?(?:(?:the|any)\s+)?(?:[\w/&’'-]+\s+){0,3}?(?:(?:planning|appeals?|district|county|borough|city|authority|LPA|[A-Z]{1,4}[BCD]C)(?:[’']s)?\s+(?:\w+\s+)?(?:decisions?|determinations?)|(?:decisions?|determinations?)\s+(?:received|notified|notices?|(?:made|taken|issued)\s+by|by|from))\b[^:.]{0,60}:",
    re.IGNORECASE,
)


def _in_item(item: Business) -> Iterator[Decision]:
    fallen = find_fallen(item).members
    lost = frozenset(
        passage.place
        for passage in item.passages
        if passage.utterances and all((one.place, one.start) in fallen for one in passage.utterances)
    )
    moved = motion_places((item,)) | lost
    passages = item.passages
    at = 0
    while at < len(passages):
        passage = passages[at]
        weight, opens = (Weight.NONE, 0) if passage.place in moved else _opening(passages, at)
        if weight is Weight.NONE:
            at += 1
            continue
        before = passages[at - 1] if at else None
        if weight < Weight.LOUD:
            # in running text each sentence is a decision of its own, with the vote behind it
            end = at + 1
            stop = 0
            for index, one in enumerate(passage.utterances):
                own = weigh(one.text, passage, passages, at) if index >= stop else None
                if own is None or (one.place, one.start) in fallen:
                    continue
                said = enumerate(passage.utterances[index:], index)  # "that A write; that B pay" was cut in two
                last = next((here for here, part in said if not part.text.endswith((";", " and"))), index)
                vote = vote_behind(passages, at, last)
                stop = last + 1 + vote.sentences
                if last == len(passage.utterances) - 1 and OPEN_END.search(one.text):
                    end = _end(passages, at, index, lost)
                elif stop == len(passage.utterances):
                    end = at + 1 + vote.blocks
                yield _decision(item, passages[at:end], index, stop, own, before)
            at = max(end, at + 1)
            continue
        end = _end(passages, at, opens, lost)
        yield _decision(item, passages[at:end], opens, None, weight, before)
        at = end


def _opening(passages: tuple[Passage, ...], at: int) -> tuple[Weight, int]:
    """How formally a passage opens a decision, 0 where it does not, and the first utterance that does so."""
    weights = [weigh(one.text, passages[at], passages, at) or Weight.NONE for one in passages[at].utterances]
    best = max(weights, default=Weight.NONE)
    return best, weights.index(best) if weights else 0


_GOES_ON = pattern_of(r"(?:that|to)\b")
"""With what the first part of a list goes on with the sentence above it."""


def _end(passages: tuple[Passage, ...], start: int, index: int, lost: frozenset[int]) -> int:
    """Where a decision's parts end: at the first block that is no part of it."""
    first = passages[start].block
    said = " ".join(one.text for one in passages[start].utterances[index:])
    mid_block = index > 0
    end = start + 1
    lead, lead_block = said, first
    unfinished = (len(said) < 60 or OPEN_END.search(said)) and not said.rstrip().endswith(".")
    if unfinished and end < len(passages) and not is_level(first, passages[end].block):
        following = passages[end].block
        if following.marker is None and not _NOT_PART.match(following.text):
            lead, lead_block = following.text, following  # "It was APPROVED;" with what was approved in the next block
            end += 1
            after = passages[end].block if end < len(passages) else None
            if after is not None and following.bold and len(lead) < 60 and OPEN_END.search(after.text):
                lead, lead_block = after.text, after
                end += 1
    bare = BARE_THAT.match(lead) is not None and FIRST.match(first.marker or "") is not None
    open_lead = bare or OPEN_END.search(lead) is not None or DECISION_HEADING.match(lead) is not None
    if end < len(passages) and passages[end].block.marker is not None:  # "RESOLVED, by five votes to two," "5.1 that"
        open_lead |= lead.rstrip()[-1:] not in (".", "!", "?") and _GOES_ON.match(passages[end].block.text) is not None
    if not open_lead and lead_block.marker is None and (first.marker is None or mid_block):
        # "(a) That ..." set beside the heading: the next part bears the next letter
        open_lead = _FIRST_BESIDE.match(lead) is not None
        if not (open_lead and end < len(passages) and passages[end].block.marker is not None):
            return end
    marks: list[str] = []
    while end < len(passages):
        block = passages[end].block
        if _NOT_PART.match(block.text) or (not bare and is_level(first, block)):
            break
        if passages[end].place in lost:
            break
        opens = weigh(block.text, passages[end], passages, end)
        if opens is Weight.LOUD and not (open_lead and block.marker is not None):
            break
        inner = block.left >= first.left + 5 or (block.bold and first.bold)
        part = block.marker is not None and (open_lead or inner)
        if not part or not _follows(marks, block.marker or ""):
            break
        marks.append(block.marker or "")
        end += 1
    return end


_FIRST_BESIDE = pattern_of(
    r"^(?:decisions?(?:\s+\w+)?|resolutions?|resolved|agreed|decided)\W*\(?(?:a|1|i)[.)]", re.IGNORECASE
)


def _follows(before: Sequence[str], marker: str) -> bool:
    """Whether a part's mark can come after those of the others: as the next of its list, the first of an inner list, or
    a bullet."""
    alike = [mark for mark in before if shape_of(mark) == shape_of(marker)]
    number = _NUMBER.findall(marker)
    if alike and number:
        return int(number[-1]) > int(_NUMBER.findall(alike[-1])[-1]) or int(number[-1]) == 1
    return bool(alike) or not before or not number or int(number[-1]) == 1


def _decision(
    item: Business,
    passages: tuple[Passage, ...],
    index: int,
    stop: int | None,
    weight: Weight,
    before: Passage | None,
) -> Decision:
    first = passages[0]
    opener = first.utterances[index]
    own: tuple[Utterance, ...] = first.utterances[index:stop]
    pieces = [one.text for one in own]
    blocks = [passage.block for passage in passages[1:]]
    text = _joined(pieces, blocks)
    head = first.block.quote if index == 0 and stop is None else " ".join(pieces)
    begun = _begun(first, index, before)
    if begun:
        text, head = f"{begun} {text}", f"{begun} {head}"
    elif (title := _title_for(item, first, text if stop is None else opener.text)) and not (index and read_vote(text)):
        text = f"{title}: {text}"
    parts = tuple(block.text for block in blocks if block.marker is not None)
    if not parts and stop is None and len(own) > 1:
        parts = tuple(pieces[OPEN_END.search(pieces[0]) is not None :])  # "RESOLVED –" alone is no part
    members = {(one.place, one.start) for one in own}
    members |= {(one.place, one.start) for passage in passages[1:] for one in passage.utterances}
    return Decision(
        item=item.item.number,
        item_title=item.item.title,
        number_printed=None if first.block.bullet else first.block.marker,
        text=text,
        quote=" ".join([head, *(block.quote for block in blocks)]),
        parts=parts or (text,),
        pages=tuple(dict.fromkeys(page for passage in passages for page in passage.block.pages)),
        weight=weight,
        members=frozenset(members),
        lead=opener.text,
    )


def _title_for(item: Business, first: Passage, text: str) -> str:
    """The title or heading above a decision that does not say on what; "" where it does, or nothing stands above it."""
    if read_vote(text) is None and _WITHOUT_OBJECT.match(text) is None:
        return ""
    above = [one.block.text for one in item.passages if one.place < first.place]
    heads = [text for text in above if _HEADS.match(text) and read_vote(text) is None]
    title = (heads[-1] if heads and not item.item.title else item.item.title).strip(" .:")
    return title if len(title) <= LONGEST_TITLE else ""


def _begun(first: Passage, index: int, before: Passage | None) -> str:
    """The words before a decision without which it says nothing: the sentence that "It was proposed and approved" takes
    up, and the beginning of its own sentence where other print has cut it off. "" where it needs none."""
    own = first.utterances[index].text
    if index > 0:
        last = first.utterances[index - 1].text
        return last if read_vote(own) is not None and takes_up(last) else ""
    if own[:1].islower() and before is not None and before.block.pages == first.block.pages and before.utterances:
        last = before.utterances[-1].text
        return "" if last.rstrip().endswith((".", ":", ";", "!", "?")) else last
    return ""


LONGEST_TITLE = 120
"""Characters; what is longer is no title but a paragraph that was taken for one."""

_SUCH = r"(?:the|this|these)\s+(?:contents?\s+of\s+the\s+)?(?:reports?|updates?|recommendations?|papers?|presentation|proposals?|information|position)"
_HANDLED = r"(?:noted|approved|agreed|received|endorsed|adopted|accepted)"
_WITHOUT_OBJECT = pattern_of(
    r"^(?:\w+\s+){0,2}(?:that\s+)?(?:the\s+)?(?:[A-Z]\w+\s+){1,6}(?:note|approve|endorse|accept|adopt)[sd]?(?:\s+and\s+\w+\s+comments?)?\W*$"
    r"|^(?:(?:These|They)\s+)?were\s|^(?:[\w’'.]+\s+){1,9}?(?:proposed|moved)\s+(?:acceptance|adoption|approval)\b(?!\s+of\b)"
    rf"|^(?:\w+\W+){{0,4}}?(?:[Tt]hat\s+)?{_SUCH}\s+(?:be|was|were)\s+(?:received\s+and\s+)?{_HANDLED}\W*$"
    rf"|^(?:\w+\W+){{0,6}}?(?:note|approve|endorse|accept|receive|agree|adopt)[sd]?\s+{_SUCH}\W*$"
    r"|^(?:RESOLVED|AGREED|Resolved|Agreed)\W+to\s+(?:note|approve|endorse|accept|adopt)\W*$"
)
"""That a body notes or approves, and not what."""


def _joined(pieces: list[str], blocks: list[Block]) -> str:
    """The words of a decision on one line, its parts with their numbers; a semicolon parts those with only a bullet."""
    text = " ".join(pieces)
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is not None and before.bullet and block.bullet:
            text = text.rstrip(" .,;") + ";"
        text += f" {block.marker} {block.text}" if block.marker and not block.bullet else f" {block.text}"
    return text
