"""Room `families/minutes`: the sentences that could be an action, each with its setting.

Takes the items and the decisions of a paper, gives a `Candidate` for every sentence that is no part of a motion before
the vote or of one that fell: with its features, the quote that would be its receipt, and what is needed to read it alone.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.capitals import in_ordinary_case, is_in_capitals, runs_in_capitals, spelling_of
from scrutiny.families.minutes.facts import Decision, Weight
from scrutiny.families.minutes.features import Seen, Setting, find_features
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.motions import find_fallen, motion_places
from scrutiny.families.minutes.outcomes import says_done
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.structure import Business, Label, Passage, Utterance
from scrutiny.families.minutes.unminuted import find_unminuted
from scrutiny.families.minutes.words import BRING, COMMIT, REQUEST, TELL, Subject, base_of
from scrutiny.language.actors import MEMBERS, OFFICES
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of
from scrutiny.sharing import Share, alone

LONGEST_PART = 420
"""Characters of a numbered or bulleted part that is quoted whole; longer ones are quoted by the sentence."""

SHORT = 9
"""Words: a sentence with fewer is quoted with the one before it, which says what "this" is."""

FEWEST_MARKS = 3
"""Labels and entries of the action column from which on a paper is one that marks its actions."""

_PRESENT = pattern_of(r"\b(?:will|to)\s+[a-z]+")
_REPORTED = pattern_of(r"\b(?:would|had)\s+[a-z]+")
_POINTS_BACK = pattern_of(
    r"\b(?:this|these|those|them|it|there|another|(?<!ed\s)(?<!said\s)(?<!told\s)that(?!\s+[a-z]+\s+(?:be|would|should)))\b",
    re.IGNORECASE,
)
_HEAD = pattern_of(
    r"^(?P<head>[A-Z][^.;:]{3,60}?)(?:\s[–-]\s|:\s|\s(?=(?:The|A|An|There|It|This|These|No|All|Some|Several|Two|Three|Following)\s[a-z]))"
)
"""The heading of a part that runs on into its text: "Harbour Winter Lamps A letter was sent"."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A sentence that could be an action, with all that was seen of it. `context` is what it is about, in a few words
    of the paper; `earlier` and `later` the sentences of the item around it, for who speaks and who answers; `follows` the next
    of its own block, for what became of an earlier action."""

    setting: Setting
    seen: Seen
    item: str | None
    heading_key: str
    quote: str
    pages: tuple[int, ...]
    place: int
    mark: str | None
    near_mark: str | None
    label: Label | None
    decision: Decision | None
    context: str
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    follows: str


def find_candidates(
    business: tuple[Business, ...], decisions: tuple[Decision, ...], share: Share = alone
) -> tuple[Candidate, ...]:
    """Every sentence, in order; what is seen of them can be found by two processes."""
    drafts = _drafts(business, decisions)
    runs = [[setting for setting, _ in drafts[at : at + RUN]] for at in range(0, len(drafts), RUN)]
    seen = [one for run in share(runs, lambda run: [find_features(setting) for setting in run]) for one in run]
    return tuple(made(seen=one) for (_, made), one in zip(drafts, seen, strict=True))


RUN = 8
"""Sentences whose features are found in one go."""


def _drafts(
    business: tuple[Business, ...], decisions: tuple[Decision, ...]
) -> list[tuple[Setting, Callable[..., Candidate]]]:
    """The setting of every sentence, and what makes a candidate of what is seen of it."""
    decided = {place: decision for decision in decisions for place in decision.members}
    motions = motion_places(business)
    passages = [passage for item in business for passage in item.passages]
    everything = " ".join(one.text for passage in passages for one in passage.utterances)
    present = len(_PRESENT.findall(everything)) > len(_REPORTED.findall(everything))
    marks = sum(one.label is not None or any(part.mark for part in one.utterances) for one in passages)
    spelt = spelling_of(one.text for passage in passages for one in passage.utterances)
    found: list[tuple[Setting, Callable[..., Candidate]]] = []
    for item in business:
        earlier: list[str] = []
        fallen = find_fallen(item)
        beside = find_unminuted(item)
        led = _led(item, decided)
        for index, passage in enumerate(item.passages):
            for number, one in enumerate(passage.utterances):
                put = passage.place in motions or fallen.holds(one)
                lead = led.get(passage.place, "")
                told = _leads_on(item, index, number, led) or (
                    (one.place, one.start) not in decided and passage.place in beside
                )
                one = replace(one, text=f"{lead} {one.text}") if number == 0 and lead else one
                before, said = (
                    _set_off(one.text, spelt) if number or passage.block is not item.item.heading else ("", ())
                )
                if not said and is_in_capitals(one.text) and (one.place, one.start) in decided:
                    said = (in_ordinary_case(one.text, spelt),)
                around = (*earlier, before) if before and said else tuple(earlier)
                draft = partial(
                    _draft, item, passage, number, decided, present=present, marks=marks >= FEWEST_MARKS,
                    follows=_follows(item, index, number), earlier=around,
                    later=_later(item, index, number),
                )  # fmt: skip
                texts = () if put or told else said or (one.text,)
                spoken = (text for text in texts if len(text) > 12 and any(char.islower() for char in text))
                found += [draft(one=replace(one, text=text)) for text in spoken]
                earlier.append(passage.utterances[number].text)
    return found


def _set_off(text: str, spelt: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """What capitals say within a sentence or as all of it, with whatever follows, is to be done, behind what stands before:
    "The lamp is out; CLERK TO WRITE to the yard"."""
    runs = runs_in_capitals(text)
    ends = [*(at for at, _ in runs[1:]), len(text)]
    parts = (
        in_ordinary_case(text[at:end], spelt) + _ENDS.sub("", text[end:last])
        for (at, end), last in zip(runs, ends, strict=False)
    )
    return text[: runs[0][0] if runs else 0].rstrip(" ,;:(–-"), tuple(
        part for part in parts if _names_doer(part, spelt)
    )


_ENDS = pattern_of(r"[\s,;()–-]+(?:and\s*)?$|[)\s]+\.?$", re.IGNORECASE)
"""What joins one such part to the next."""


def _names_doer(text: str, spelt: Mapping[str, str]) -> bool:
    """Whether what was set in capitals says who is to do what: a heading, "ACCESS TO WORK", "BOARD TO MEET", "CLERK TO
    REPORT ON THE YEAR", does not."""
    frame = main_frame(find_frames(text))
    if frame is None or frame.act not in _DUTIES or frame.negated or base_of(frame.verb) in _OF_AGENDA:
        return False
    asked = frame.act is Act.WAS_ASKED
    who = [match.group().lower() for match in _NAME.finditer(frame.who or "")]
    called = (asked or frame.subject in (Subject.NAME, Subject.INITIALS)) and not any(
        spelt.get(word, word).islower() for word in who
    )
    return frame.subject in (Subject.ROLE, Subject.MEMBER) or called or (asked and not _OFFICERS.isdisjoint(who))


_DUTIES = (Act.NAME_TO, Act.IS_TO, Act.WILL, Act.WOULD, Act.COMMITS, Act.WAS_ASKED)
_OFFICERS = OFFICES | MEMBERS
_OF_AGENDA = word_set("report update present introduce consider receive move")
_NAME = pattern_of(r"[A-Za-z]+")


def _led(item: Business, decided: dict[tuple[int, int], Decision]) -> dict[int, str]:
    """The blocks of a list whose lead breaks off before what somebody is to do, each with its lead: "The Clerk agreed to:".
    A part goes on as the lead would: with a plain verb behind "to", with what is to be sent behind "to send"."""
    found: dict[int, str] = {}
    lead = ""
    for passage in item.passages:
        first = passage.utterances[0] if passage.utterances else None
        part = passage.block.marker is not None or passage.block.bullet
        if lead and part and first is not None and (first.place, first.start) not in decided:
            found[passage.place] = lead
            continue
        last = passage.utterances[-1].text if passage.utterances else ""
        lead = last[:-1].rstrip() if _BREAKS_OFF.search(last) else ""
    return found


def _leads_on(item: Business, index: int, number: int, led: dict[int, str]) -> bool:
    """Whether a sentence is the lead itself, which its parts finish."""
    passages = item.passages
    last = number == len(passages[index].utterances) - 1 and index + 1 < len(passages)
    return last and passages[index].place not in led and passages[index + 1].place in led


_UNDERTAKES = "|".join(sorted(word for word in COMMIT if word.endswith(("ed", "ook"))))
_ASKED = "|".join(sorted(word for word in REQUEST if word.endswith("ed")))
_SENDS = "|".join(sorted(TELL | BRING))
_BREAKS_OFF = pattern_of(
    r"^(?!(?:How|What|When|Where|Which|Who|Why)\b)[A-Z](?!.*\b(?:following|below)\b)"
    rf".*\b(?:(?:{_UNDERTAKES}|is|are|was|were|(?:{_ASKED})(?:\s[^.;:]{{3,50}}?)?)\s+to|will|would)(?:\s+(?:{_SENDS}))?\s*:$"
)


def _later(item: Business, index: int, number: int) -> tuple[str, ...]:
    """The sentences behind one: of its block and the next."""
    rest = [one.text for one in item.passages[index].utterances[number + 1 :]]
    if index + 1 < len(item.passages) and len(rest) < FEW_SENTENCES:
        rest += [one.text for one in item.passages[index + 1].utterances]
    return tuple(rest[:FEW_SENTENCES])


def _draft(
    item: Business, passage: Passage, number: int, decided: dict[tuple[int, int], Decision], *, one: Utterance,
    present: bool, marks: bool, follows: str, earlier: tuple[str, ...], later: tuple[str, ...],
) -> tuple[Setting, Callable[..., Candidate]]:  # fmt: skip
    block = passage.block
    decision = decided.get((one.place, one.start))
    others = [other for at, other in enumerate(passage.utterances) if at != number]
    own_label = one.label is not None or (passage.label is not None and len(passage.utterances) == 1)
    setting = Setting(
        text=one.text,
        before=earlier[-1] if earlier else "",
        after=later[0] if later else "",
        heading=item.item.title if item.item.heading is not block else "",
        decided=decision is not None,
        loud=decision is not None and decision.weight is Weight.LOUD,
        mark=one.mark is not None,
        label=own_label,
        block_marked=passage.label is not None or any(other.mark or other.label for other in others),
        paper_marks=marks,
        present=present,
        marker=block.marker,
        bullet=block.bullet,
        first=number == 0,
        last=number == len(passage.utterances) - 1,
    )
    return setting, partial(
        Candidate,
        setting=setting,
        item=item.item.number,
        heading_key=item.item.title,
        quote=_quote(passage, number),
        pages=block.pages,
        place=one.place,
        mark=one.mark,
        near_mark=_only_mark(passage),
        label=one.label or passage.label,
        decision=decision,
        context=_context(item, passage),
        earlier=earlier[-6:],
        later=later,
        follows=follows,
    )


def _follows(item: Business, index: int, number: int) -> str:
    """The next sentence of the block; behind its last one a paragraph that is no more than "This has been done"."""
    own = item.passages[index].utterances
    if number + 1 < len(own):
        return own[number + 1].text
    after = item.passages[index + 1].utterances if index + 1 < len(item.passages) else ()
    return after[0].text if len(after) == 1 and says_done(after[0].text) else ""


def _only_mark(passage: Passage) -> str | None:
    """The entry of the action column beside a block or of the label below it, where it is the only one."""
    marks = {one.mark for one in passage.utterances if one.mark}
    if passage.label and passage.label.owner and not passage.label.text:
        marks.add(passage.label.owner)
    return marks.pop() if len(marks) == 1 and len(passage.utterances) <= MARKED_TOGETHER else None


FEW_SENTENCES = 4
"""Sentences behind one that may answer it."""

MARKED_TOGETHER = 6
"""Sentences of a block whose only entry in the action column can be meant for any of them."""


def _quote(passage: Passage, number: int) -> str:
    """The sentence; the whole part where it is one of a list, the sentence before it too where it points back to it."""
    block, one = passage.block, passage.utterances[number]
    if block.marker is not None and len(block.quote) <= LONGEST_PART:
        return block.quote
    if number and (len(one.text.split()) < SHORT or _POINTS_BACK.search(one.text[:60])):
        before = passage.utterances[number - 1]
        whole = block.text[before.start : one.start + len(one.text)]
        if len(whole) <= LONGEST_PART:
            return whole
    return block.text[one.start : one.start + len(one.text)]


def _context(item: Business, passage: Passage) -> str:
    """What an instruction is about that says it only by "this": the heading of its part, else the item's title."""
    first = passage.utterances[0].text
    head = _HEAD.match(first)
    if head and len(passage.utterances) > 1 and not _SPEAKS.search(head["head"]):
        return head["head"].strip()
    title = item.item.title if item.item.heading is not passage.block else ""
    told = SHORTEST_TITLE <= len(title) < 90 and not _WHEN.search(title)
    return re.sub(r"\s+", " ", title).strip(" .:") if told else ""


SHORTEST_TITLE = 4
"""Letters of a heading that says something: "It" is a word of the text set in bold."""

_WHEN = pattern_of(r"\b(?:19|20)\d\d\b|\d[:.]\d\d\b")
"""A "heading" that is the day and hour of the meeting."""

_SPEAKS = pattern_of(r"\b(?:asked|said|noted|reported|advised|was|were|is|had|has|would|will|[A-Z]\w+ed)\b")
