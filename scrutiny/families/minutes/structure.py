"""Room `families/minutes`: what stands where in a set of minutes.

Takes the blocks of a document and the entries of its action column, gives its items as `Passage`s of
`Utterance`s: sentences (or the parts of a list run together) that know their item, their block, who stands
beside them in the margin and which "ACTION: ..." follows them. What they mean is not decided here.
"""

import itertools
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.items import MinuteItem, find_items
from scrutiny.families.minutes.labels import NAMES, NUMBER, SIGN, WORD, split_label
from scrutiny.families.minutes.margins import Mark
from scrutiny.families.minutes.outcomes import ends_done, says_done
from scrutiny.families.minutes.people import acts_in, can_act
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block, split_sentences
from scrutiny.prose.blocks import BULLETS

_LABEL = pattern_of(rf"^[\[(]?{WORD}{NUMBER}(?:{SIGN}|\s*(?=\.?\)?\]?$))\s*(?P<rest>.*?)\.?[\])]?$")
"""Accepts "ACTION: DT/MS", "(ACTION)", "Action 4.02: Cabinet Office to invite ..."; rejects "Action was taken"."""

_WHOSE = r"(?:the\s+)?[A-Z][\w’'.&]*(?:[\s,/]+(?:[A-Z][\w’'.&]*|of|for|and|&|the)){0,6}"
_NO_LIST = r"(?!(?i:points?|lists?|logs?|plans?|groups?|sheets?|notes?|trackers?|registers?|summary|tables?)\b)"
"""What makes the word a title: "Action Log"."""

_LOUD = rf"{_NO_LIST}[A-Z]{{2,}}(?:\s?[/&,]\s?[A-Z]{{2,}})*"
_LABEL_OF = pattern_of(
    rf"^[\[(]?{WORD}{NUMBER}(?:\s+(?:[Bb]y|BY|[Ff]or|FOR|[Oo]n|ON)(?:\s+(?!WHOM\b)(?P<who>{_WHOSE}))?|\s*\((?P<his>{_WHOSE})\)|\s+(?P<whom>{_LOUD}))"
    rf"{SIGN}\s*(?P<rest>\S.*?)\.?[\])]?$"
)
"""Accepts "ACTION BY KT: mend the gate", "Action by: Clerk – to mend it", "Action (KT): mend it", "ACTION KT/JIM: mend it"; rejects
"Action Group: the"."""

_LABEL_BY = pattern_of(
    rf"^[\[(]?(?:{WORD}\s+(?:by|BY|for|FOR)?\s*:?|(?:Owner|Lead(?:\s+officer)?|Responsible)\s*:)\s*(?P<rest>{_NO_LIST}(?:the\s)?[A-Z][\w’'./& ,-]{{1,60}})[\])]?\.?$"
)
"""Accepts "Action Clerk", "ACTION BY J Smith", "Lead: KT" where nothing else stands in the block."""

_INLINE = pattern_of(
    rf"(?P<all>[\[(]\s*{WORD}(?:{NUMBER}(?=\s*[:–—)\]-]))?\s*(?:by\s+)?[:–—-]*\s*(?P<rest>[^()\[\]]{{0,80}})[\])]"
    rf"|\b(?:ACTION|Action){NUMBER}{SIGN}\s*(?P<tail>[^.:]{{1,70}})"
    r"|\s[–—-]\s*ACTIONS?(?:\s*\((?P<what>[^()]{4,160})\))?"
    rf"|(?:[,;.]|\s[–—-])\s*(?P<who>{_WHOSE})\s+(?i:to\s+action(?:\s+(?:this|it))?))\.?$"
)
"""The same at the end of a sentence: "... to report back. (Action: Clerk)", "to buy a lamp, Clerk to action"."""

_IS_TO = r"[A-Z][\w'’./&-]*(?:\s+[A-Z][\w'’./&-]*){0,3}\s+to\s+[a-z]"
_TASK = pattern_of(rf"(?:{_IS_TO}|To\s+[a-z])")
"""A paragraph that says what is to be done as a list does: "AB to write", "To be sent on"."""

_OPENED = pattern_of(
    rf"^(?:[–—-]\s*)?(?:{WORD}{NUMBER}{SIGN}\s*|ACTION\s+(?={_IS_TO})|ACTIONS?\s*(?=\([^()]+\)\.?$))(?P<rest>(?=\S+\s+\S+\s+\S)\S.*)$"
)
"""A sentence within a block that begins so and goes on to say what is to be done: "ACTION AB to write"."""

_AGREES = pattern_of(r"^(?:(?:This|It|That)\s+was\s+)?(?:all\s+)?[Aa]greed\W*$")
"""A sentence that only takes up what the one before it says."""

_WHO_FIRST = pattern_of(rf"^[\[(]?(?P<rest>[A-Z]{{2,4}}(?:\s?[/&,]\s?[A-Z]{{2,4}})*)\s+{WORD}[\])]?\.?$")
"""The same with the initials ahead, behind what they are to do: "The verge is to be cut. TS Action"."""

_SETTLED = pattern_of(
    r"(?:now\s+)?(?:completed?|closed|done|discharged|actioned)\b|(?:none|nil|n/a)(?:\s+(?:required|needed))?$|noted$",
    re.IGNORECASE,
)
"""What became of an action, not what is to be done: "Action 5: completed", "ACTION: None", "Action: Noted"."""

_DUE_LINE = pattern_of(r"^(?:Due|Deadline|Target\s+date|By\s+when|Timescale)\s*:\s*(?P<due>\S.*)$", re.IGNORECASE)
_DUE_TAIL = pattern_of(r"\s*\b(?:Due|Deadline|Target\s+date|By\s+when)\s*:\s*(?P<due>\S.*)$")

_PART = pattern_of(
    r"(?:^|(?<=[;:.,–-])\s+|(?<=;\sand)\s+|(?<=,\sand)\s+|(?<=\sand)\s+)(?=\(?(?:[a-hA-H]|i{1,3}|iv|vi{0,3}|\d{1,2})\)\s+\S)"
    r"|(?:^|\s)(?=(?:\d{1,2}(?:\.\d{1,2})?[ivx]{1,5}|ii|iii|iv|vi{0,3}|ix)\)\s+[A-Z])"
)
"""Where a part of a list begins that is set in one block: "RESOLVED – (a) that ...; (b) that ...", "at 7 p.m. 5iii) The"."""

_PART_MARK = pattern_of(r"^\(?(?:[a-hA-H]|i{1,3}|iv|vi{0,3}|\d{1,2})\)\s+")
_SEMICOLON = pattern_of(r";\s+(?:and\s+)?(?=that\s)")
_WHO_IS_TO = r"(?:The\s|the\s)?[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,3}\s+to\s+(?!the\b|an\b|this\b|their\b)[a-z]{2,}\b"
_ONE_IS_TO = pattern_of(rf"^{_WHO_IS_TO}")
_NEXT_IS_TO = pattern_of(rf"[,;]\s+(?:and\s+)?(?={_WHO_IS_TO})")
_WHO_WILL = r"(?:[Tt]he\s)?[A-Z][\w’'.-]*(?:\s+(?:of\s)?[A-Z][\w’'.-]*){0,3}\s+(?:(?:would|will)|(?:has\s)?(?:agreed|offered|undertook)\s+to)\s+(?!be\b|have\b|not\b)[a-z]{2,}\b"
_ONE_WILL = pattern_of(
    rf"^(?:(?:(?!\b(?:would|will|to|not|if|unlikely)\b).)*\bthat\s|[a-z ]+,\s)?{_WHO_WILL}(?!.*\b(?:if|whether|that|when|how|what|where|which|who|so|because|until|unless|before|after)\b)"
)
_NEXT_WILL = pattern_of(rf"(?<!;),?\s+and\s+(?=(?:that\s+)?{_WHO_WILL})")

FIRST = pattern_of(r"^\(?(?:a|A|1|i|I|01)[.):]*$")
"""The mark of the first part of a list."""


class Label(Struct, frozen=True, kw_only=True):
    """An "ACTION: ..." of the paper: who, what and by when as far as it says; `quote` as printed."""

    owner: str | None
    text: str | None
    due: str | None
    quote: str
    pages: tuple[int, ...]


class Utterance(Struct, frozen=True, kw_only=True):
    """A sentence, or one part of a list. `mark` stands beside it in the margin; `label` follows it or its block."""

    text: str
    block: Block
    place: int
    """The number of its block among all of the paper."""
    start: int
    """Where it begins in the text of its block."""
    mark: str | None = None
    label: Label | None = None


class Passage(Struct, frozen=True, kw_only=True):
    """A block of an item with its utterances, and the label below it."""

    block: Block
    place: int
    utterances: tuple[Utterance, ...]
    label: Label | None = None


class Business(Struct, frozen=True, kw_only=True):
    """An item of business with its passages, and what the action column beside it says is to be done."""

    item: MinuteItem
    passages: tuple[Passage, ...]
    entries: tuple[Label, ...] = ()


def read_structure(blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> tuple[Business, ...]:
    """The items in order."""
    blocks = _rejoined(blocks)
    beside = _marks_by_block(blocks, marks)
    places = {id(block): place for place, block in enumerate(blocks)}
    return tuple(_business(item, places, beside) for item in find_items(blocks))


def _rejoined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each label with the rest of it that its weight cut off."""
    found: list[Block] = []
    for block in blocks:
        one = found[-1] if found and block.marker is None and block.text[:1].islower() else None
        if one is not None and _UNENDED.search(one.text):
            found[-1] = replace(
                one, text=f"{one.text} {block.text}", quote=f"{one.quote} {block.quote}", rows=(*one.rows, *block.rows),
                lines=one.lines + block.lines, pages=tuple(sorted({*one.pages, *block.pages})),
            )  # fmt: skip
        else:
            found.append(block)
    return tuple(found)


_UNENDED = pattern_of(r"(?:^|[.)]\s+|\s[–—-]\s)[\[(]?(?:ACTION|Action)(?:\s*\d{1,3})?\s*[:–—]\s*[^.:]{8,}[a-z,]$")
"""A label at the end of a block that no full stop ends."""

Beside = dict[int, list[tuple[int, int, Mark]]]
"""By block."""


def _marks_by_block(blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> Beside:
    """For each block the entries beside it, each with the stretch of text it stands beside."""
    rows: list[tuple[int, float, float, int, int, int]] = []
    for block in blocks:
        at = 0
        for row in block.rows:
            size = len(row.text) + 1
            rows.append((row.pdf_page, row.top, row.bottom, id(block), at, at + size))
            at += size
    found: Beside = {}
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        near = [
            (0.0 if top - 2 <= middle <= bottom + 2 else min(abs(middle - top), abs(middle - bottom)), key, start, end)
            for page, top, bottom, key, start, end in rows
            if page == mark.pdf_page
        ]
        if near:
            _, key, start, end = min(near, key=lambda place: place[0])
            # an entry that stands between two lines of a paragraph is beside both
            ends = [last for far, other, _, last in near if far == 0.0 and other == key]
            found.setdefault(key, []).append((start, max([end, *ends]), mark))
    return found


def _business(item: MinuteItem, places: dict[int, int], beside: Beside) -> Business:
    passages: list[Passage] = []
    blocks = list(item.blocks)
    index = 0
    opened: Label | None = None
    first: Block | None = None
    while index < len(blocks):
        block = blocks[index]
        label, taken = _label(blocks, index)
        if label is None:
            if first is not None and not (is_level(first, block) or block.left > first.left + DEEPER):
                opened = None  # "5. Letting of the field" behind "Actions:" and its bullets
            passage = _passage(block, places[id(block)], beside.get(id(block), []))
            passages.append(replace(passage, label=replace(opened, pages=block.pages)) if opened else passage)
            # "Actions:" goes on over the parts of a list, else it is said of one paragraph
            opened = opened if block.marker is not None else None
            first = first or block if opened else None
            index += 1
            continue
        opened, first = (label if _opens(label, blocks[index + taken - 1 :]) else None), None
        alone = block.bullet and label.text is not None  # a part of its own: "• Action: mend the gate"
        if opened is None and passages and passages[-1].label is None and not alone:
            passages[-1] = replace(passages[-1], label=label)
        elif opened is None:
            passages.append(Passage(block=block, place=places[id(block)], utterances=(), label=label))
        index += taken
    own = [item.heading, *blocks] if item.heading is not None and item.heading not in blocks else blocks
    entries = tuple(_entry(mark) for block in own for _, _, mark in beside.get(id(block), []) if mark.what)
    return Business(item=item, passages=tuple(passages), entries=entries)


def _entry(mark: Mark) -> Label:
    """An entry of the action column that says more than who."""
    return Label(owner=mark.text or None, text=mark.what, due=mark.due, quote=mark.quote, pages=(mark.pdf_page,))


DEEPER = 4
"""Points by which the parts of a part stand further in."""


def _opens(label: Label, blocks: list[Block]) -> bool:
    """Whether what is to be done stands below the word, as below a heading: "Actions:" with nothing behind it."""
    if label.owner or label.text or label.due or len(blocks) < 2:
        return False
    block, following = blocks[0], blocks[1]
    heads = block.text.rstrip().endswith(":") or (block.bold and not following.bold)
    heads = heads or _TASK.match(following.text) is not None
    return heads and len(following.text.split()) > 3 and not NAMES.match(following.text)


def _label(blocks: list[Block], index: int) -> tuple[Label | None, int]:
    """The label that a block is, and how many blocks it takes."""
    block = blocks[index]
    text = block.text if block.bullet else block.quote
    if _LABELS.search(text):
        return None, 0  # several in one block
    whole = _LABEL.match(text) or _LABEL_OF.match(text)
    match = whole or (_LABEL_BY.match(text) or _TO_ACTION.match(text) if len(text) < 80 else None)
    if match is None:
        return None, 0
    rest = _rest_of(match)
    taken, due, quote = 1, None, text
    tail = _DUE_TAIL.search(rest)
    if tail:
        rest, due = rest[: tail.start()], tail["due"]
    if _SETTLED.match(rest) or (whole is None and not can_act(rest)):
        return None, 0  # "Action 5: completed", "ACTION LIST"
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is not None and (line := _DUE_LINE.match(following.quote)):
        due, taken, quote = line["due"], 2, f"{text} {following.quote}"
    if any(says_done(one.text) or ends_done(one.text) for one in split_sentences(rest)[1:]) or (
        following and says_done(following.quote)
    ):
        return None, 0  # "Action: Clerk to write to the yard. This has been done"
    owner, what = split_label(rest)
    return Label(owner=owner, text=what, due=due, quote=quote, pages=block.pages), taken


def _rest_of(label: re.Match[str]) -> str:
    """What stands behind "ACTION:", with whom its head names: "KT - mend the gate" of "ACTION BY KT: mend the gate"."""
    held = label.groupdict()
    who, rest = held.get("who") or held.get("his") or held.get("whom"), label["rest"].strip()
    if rest.count("(") > rest.count(")") and not label[0].startswith("("):
        rest += ")"  # its own bracket, not that of the label
    return f"{who} - {rest}" if who and can_act(who) else rest


def _passage(block: Block, place: int, beside: list[tuple[int, int, Mark]]) -> Passage:
    utterances: list[Utterance] = []
    for text, start in _pieces(block.text, _ended_early(block, beside=len(beside) > 1)):
        inline = _INLINE.search(text)
        label = None
        if utterances and (named := _names_behind(text)) is not None:
            own = Label(owner=named or None, text=None, due=None, quote=text, pages=block.pages)
            at = -2 if len(utterances) > 1 and _AGREES.match(utterances[-1].text) else -1
            utterances[at] = replace(utterances[at], label=utterances[at].label or own)
            continue
        if (start or _LABELS.search(block.text)) and (opened := _OPENED.match(text) or _tells_what(text)):
            # "... in a poor state. Action: Clerk to write to the owner."
            owner, what = split_label(_rest_of(opened))
            label = Label(owner=owner, text=what, due=None, quote=text, pages=block.pages)
        elif inline and inline.start() > 8:
            owner, what = split_label(inline["rest"] or inline["tail"] or inline["what"] or inline["who"] or "")
            label = Label(owner=owner, text=what, due=None, quote=inline["all"].strip(), pages=block.pages)
            text = text if what else text[: inline.start()]
        utterances.append(Utterance(text=text, block=block, place=place, start=start, label=label))
    shift = len(block.quote) - len(block.text)
    below: Label | None = None
    for first, last, mark in beside:
        if mark.what:
            continue
        name = mark.text
        # the sentence in which he acts whom the entry names, else one of those beside it
        low, high = first - shift, last - shift
        beside_it = [
            index for index, one in enumerate(utterances) if one.start < high and one.start + len(one.text) > low
        ]
        touched = [index for index in beside_it if utterances[index].mark is None]
        near = range(beside_it[0] - 1, beside_it[-1] + 2) if beside_it else ()
        about = [at for at, one in enumerate(utterances) if one.mark is None and at in near]
        his = [index for index in about if acts_in(name, utterances[index].text)]
        if touched or his:
            index = _marked(utterances, his or touched, low, high)
            utterances[index] = replace(utterances[index], mark=name)
            if mark.due or mark.labelled:
                own_label = _entry(mark)
                if len(beside) == 1 and not his:
                    below = own_label  # of the paragraph, at whose first line it stands
                else:
                    utterances[index] = replace(utterances[index], label=utterances[index].label or own_label)
        elif len(beside_it) == 1 and _INITIALS.match(name) and _INITIALS.match(utterances[beside_it[0]].mark or ""):
            # "CD" and, a line below, "AM"
            one = utterances[beside_it[0]]
            utterances[beside_it[0]] = replace(one, mark=f"{one.mark}, {name}")
    return Passage(block=block, place=place, utterances=tuple(utterances), label=below)


def _tells_what(text: str) -> re.Match[str] | None:
    """The label that a sentence is, where it says more than whose the sentence before is."""
    label = _LABEL_OF.match(text)
    return label if label and not NAMES.match(label["rest"]) else None


def _names_behind(text: str) -> str | None:
    """Who is named by a sentence that only labels the one before it, "" for the bare word; None for anything else."""
    named = _WHO_FIRST.match(text) or _LABEL_BY.match(text) or _TO_ACTION.match(text)
    if named and NAMES.match(named["rest"]) and can_act(named["rest"]):
        return named["rest"].strip(" .")
    bare = _LABEL.match(text)
    rest = bare["rest"].strip() if bare else None
    if rest is None or _SETTLED.match(rest):
        return None
    return rest if (not rest or (NAMES.match(rest) and can_act(rest))) else None


_TO_ACTION = pattern_of(
    rf"(?P<rest>{_WHOSE})\s+(?i:to\s+(?:action|lead|follow\s+up|take\s+forward|progress)(?:\s+(?:this|it))?)\.?$"
)
_INITIALS = pattern_of(r"^[A-Z]{2,4}(?:, [A-Z]{2,4})*$")

_TO_DO = pattern_of(
    r"\b(?:will|would|to|shall|should|agreed|resolved|be)\s+[a-z]|\bResolved\b|\bRESOLVED\b", re.IGNORECASE
)


def _marked(utterances: list[Utterance], touched: list[int], low: int, high: int) -> int:
    """Of the sentences beside an entry the one it is meant for: with something to be done, else the longest share."""

    def share(index: int) -> tuple[bool, int]:
        one = utterances[index]
        return _TO_DO.search(one.text) is not None, min(one.start + len(one.text), high) - max(one.start, low)

    return max(touched, key=share)


def _ended_early(block: Block, *, beside: bool) -> list[int]:
    """Where rows begin before which another was ended on purpose: the first word, in capitals, would have stood on it.
    `beside`: several entries of the action column stand beside the block, which may be several paragraphs."""
    widest = max((len(row.text) for row in block.rows), default=0)
    shift = len(block.quote) - len(block.text)
    found, at = [], 0
    for row, following in itertools.pairwise(block.rows):
        at += len(row.text) + 1
        room = len(row.text) + 1 + len(following.text.split(" ", 1)[0]) <= widest * ROOM
        if room and following.text[:1].isupper() and (beside or _ENDS_CLAUSE.search(row.text)):
            found.append(at - shift)
    return [start for start in found if start > 0]


ROOM = 0.8
"""Of the widest row; letters are not alike in width."""
_ENDS_CLAUSE = pattern_of(r"\b(?:agreed|resolved|approved|accepted|noted)(?:\s+to\s+\w+)?$")


def _pieces(text: str, ended: Sequence[int] = ()) -> list[tuple[str, int]]:
    """The sentences of a block and, where a list is set within one, its parts, with where they begin."""
    pieces: list[tuple[str, int]] = []
    bounds = [match.end() for match in _PART.finditer(text)]
    if len(bounds) < 2 and not (bounds and _PART_MARK.match(text[bounds[0] :])):
        bounds = []
    edges = sorted(
        {
            0,
            *bounds,
            *ended,
            *(match.start() for match in _MARK.finditer(text)),
            *(match.start() for match in _LABELS.finditer(text)),
            *(match.end() for match in _BEGINS.finditer(text)),
            len(text),
        }
    )
    for first, last in itertools.pairwise(edges):
        stretch = text[first:last]
        for sentence in split_sentences(stretch):
            for piece, at in clauses_of(sentence.text):
                if not piece.strip():
                    continue
                start = first + sentence.start + at
                if pieces and _OPEN_LIST.search(pieces[-1][0]):
                    # "subject to the cost, to a. take all steps": the letter ends no sentence
                    start = pieces.pop()[1]
                    piece = text[start : first + sentence.start + at + len(piece)]
                said = _MARK.sub("", piece.strip(), count=1)
                if said:
                    pieces.append((said, start + len(piece.rstrip()) - len(said)))
    return pieces


_BEGINS = pattern_of(r"(?<=[a-z\d)])\s+(?=(?:It|There|This|These|They)\s+(?:was|were)\b)")
"""Where a sentence begins behind one that lacks its stop, or behind a heading."""

_LABELS = pattern_of(r"(?<=\s)(?:ACTION|Action)(?:\s*\d{1,3})?\s*[:–—]\s*(?=\S)")
"""Where another label begins within a block."""

_MARK = pattern_of(rf"(?:^|(?<=[\w.,;:!?)’]\s))[*{BULLETS}]\s?(?=[A-Za-z])")
"""A star or bullet within a paragraph, "It has come loose. *Clerk to call the yard", ends what stands before it."""


_OPEN_LIST = pattern_of(r"(?:\b(?:to|that)|[:;,])\s+\(?[a-h][.)]$")
"""A lead with the letter of the first part of its list."""


def clauses_of(sentence: str) -> list[tuple[str, int]]:
    """The parts of "That A be thanked; that B write to C, and D mend it", of "A to thank B, C to write to D" and of "A
    would thank B and C would write to D"."""
    cuts = [match for match in _NEXT_WILL.finditer(sentence) if _ONE_WILL.match(sentence[: match.start()])]
    if that := _THAT.match(sentence):
        cuts += _SEMICOLON.finditer(sentence)
        first = that.start("that")
        for match in _NEXT_CLAUSE.finditer(sentence, that.end()):
            if _wants(sentence[first : match.start()]) and _wants(sentence[match.end() :], begins=True):
                cuts.append(match)
                first = match.end()
    elif _ONE_IS_TO.match(sentence):
        cuts += _NEXT_IS_TO.finditer(sentence)
    edges = [0, *sorted(cut.end() for cut in cuts), len(sentence)]
    return [(sentence[first:last], first) for first, last in itertools.pairwise(edges)]


_THAT = pattern_of(r"^(?:\S+\s+){0,16}?(?P<that>[Tt]hat\s)")
_NEXT_CLAUSE = pattern_of(
    r"[,;]?\s+and\s+(?=(?:that|the|an?|all|officers|members)\s|[A-Z])|;\s+(?=(?:the|officers|members)\s|[A-Z])"
)


def _wants(clause: str, *, begins: bool = False) -> bool:
    """Whether a clause says what is to be: "that the list be printed". One that `begins` says it of somebody who is to
    act and with whom it begins: "the Clerk write to the mill"."""
    text = clause.removeprefix("that ").removeprefix("That ")
    wants = [frame for frame in find_frames(f"that {text}", decided=True) if frame.act is Act.SUBJUNCTIVE]
    if not begins:
        return bool(wants)
    if not wants or wants[0].passive:
        return False
    ahead = text[: wants[0].verb_at - len("that ")]
    return not _JOINS.search(_INSERTED.sub("", ahead))


_INSERTED = pattern_of(r",[^,]*,")
_JOINS = pattern_of(r"[,;:]|\b(?:and|or|which|who|if|that)\b")
"""What comes between who is to do something and the verb, where it is not his."""


def is_level(first: Block, block: Block) -> bool:
    """Whether a block follows the opening one as its equal: "(e)" after "(d)", paragraph 7 after paragraph 6."""
    if first.marker is None or block.marker is None:
        return False
    alike = shape_of(first.marker) == shape_of(block.marker)
    return alike and abs(first.left - block.left) < 4 and not FIRST.match(block.marker)


def shape_of(marker: str) -> str:
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))
