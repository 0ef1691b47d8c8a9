"""Room `families/minutes`: minutes, notices and action logs read.

Takes the pages of one document, gives its `Minutes`. Structure first (tables, the action column, labels, decisions),
then each sentence by its frames and the model. What the paper itself calls an action is one; of the rest the model's
clear cases are, the doubtful ones are kept apart.
"""

import datetime
import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from scrutiny.families.minutes.about import stands_for, telling_before
from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.answers import find_undertakings
from scrutiny.families.minutes.candidates import Candidate, find_candidates
from scrutiny.families.minutes.cells import by_cell, may_stand_in_cells
from scrutiny.families.minutes.clear import is_clear
from scrutiny.families.minutes.decisions import find_decisions
from scrutiny.families.minutes.due import due_of, find_due, is_day_of
from scrutiny.families.minutes.facts import Action, ActionKind, Decision, LogRow, Minutes, Progress
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.margins import Mark, Sheet, split_margin
from scrutiny.families.minutes.model import Model, shipped_model
from scrutiny.families.minutes.notask.judging import Standing, standing_of
from scrutiny.families.minutes.notask.meeting import HELD_OVER, tells_of_meeting
from scrutiny.families.minutes.outcomes import ends_done, says_done
from scrutiny.families.minutes.owners import Case, find_owner
from scrutiny.families.minutes.people import People, acts_in, split_owner
from scrutiny.families.minutes.progress import find_told
from scrutiny.families.minutes.repeats import each_once
from scrutiny.families.minutes.rulings import find_rulings, may_hold_rulings
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.slots import instruction, main_frame
from scrutiny.families.minutes.speakers import asks_for_it, find_requester
from scrutiny.families.minutes.structure import Business, Label, clauses_of, read_structure
from scrutiny.families.minutes.tables import Headings, TablePlace, find_logs, headings_at_foot, may_hold_log
from scrutiny.families.minutes.words import ASK, OUTSIDE, Doing, base_of, is_known
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Page
from scrutiny.prose import Block, find_blocks, split_sentences
from scrutiny.sharing import Share, alone
from scrutiny.sources import Box
from scrutiny.tables import FoundTable, tables_on

SAME = 0.34
"""Share of the content words of "ACTION: ..." that the sentence above it must hold for both to be one action."""

VAGUE = 0.7
"""How likely a sentence must be that names nobody who will act."""

CLEAR = 0.05
"""How likely a sentence must be whose form says that a thing is to be done."""

_NOTE = pattern_of(r"(?<![A-Za-z’'-])[a-z]{4,}")
_SEE = pattern_of(r"^(?:see|as)\s+(?:\(|above|below|minute|item)", re.IGNORECASE)


Layout = tuple[tuple[Block, ...], tuple[Mark, ...], tuple[LogRow, ...], tuple[Decision, ...]]
"""Blocks, the entries of the action column, the rows of tables of actions, what tables say was decided."""


def read_minutes(
    laid_out: Layout, *, meeting: datetime.date | None, answers: bool = False, share: Share = alone
) -> Minutes:
    """What one set of minutes, one notice or one log holds. `meeting` is its date, for what is due; `answers`: it is no
    record of a meeting but questions and their answers."""
    blocks, marks, rows, ruled = laid_out
    found = find_minutes(blocks, marks, meeting=meeting, answers=answers, share=share)
    logged = logged_actions(rows, meeting)
    return replace(
        found,
        decisions=tuple(sorted((*found.decisions, *ruled), key=lambda one: one.pages[0])),
        actions=tuple(sorted(each_once(found.actions, logged), key=lambda action: action.pages[0])),
        told=(*found.told, *find_told((), rows)),
    )


def lay_out(pages: Iterable[Page], running_heads: Sequence[str]) -> Layout:
    """What stands where on the pages."""
    leaves, tables, feet = _leaves_of(pages)
    said = "\n".join(leaf.text for leaf in leaves) if tables else ""
    rows, places = find_logs(tables, said, feet, of_meeting=True)
    ruled, tasks, settled = find_rulings(tables, places)
    sheets, marks = split_margin(_without_tables(leaves, (*places, *settled)))
    sheets = tuple(by_cell(sheet, (one for one in tables if one.page == sheet.pdf_page)) for sheet in sheets)
    return find_blocks(sheets, running_heads=running_heads), marks, (*rows, *tasks), ruled


def find_minutes(
    blocks: tuple[Block, ...],
    marks: tuple[Mark, ...] = (),
    *,
    meeting: datetime.date | None,
    answers: bool = False,
    share: Share = alone,
) -> Minutes:
    """What the blocks of a set of minutes hold, with the entries of its action column. What `answers` to questions
    promise is all they hold: they decide nothing and tell nothing of earlier actions for certain."""
    business = read_structure(blocks, marks)
    decisions = () if answers else find_decisions(business, share)
    candidates = find_candidates(business, decisions, share)
    sure, possible = judge(business, find_undertakings(business, candidates) if answers else candidates, meeting)
    told = () if answers else find_told(business, ())
    return Minutes(decisions=decisions, actions=tuple(sure), possible=tuple(possible), told=told)


def _leaves_of(pages: Iterable[Page]) -> tuple[list[Sheet], list[FoundTable], dict[int, Headings]]:
    """The pages, the tables where there may be a log, and the headings of one at the foot of a page."""
    leaves: list[Sheet] = []
    tables: list[FoundTable] = []
    feet: dict[int, Headings] = {}
    running = False
    for page in pages:
        leaves.append(
            Sheet(
                pdf_page=page.pdf_page, width=page.width, height=page.height, text=page.text, lines=page.lines,
                words=page.words,
            )
        )  # fmt: skip
        heads = may_hold_log(page.text)
        if running or heads or may_stand_in_cells(page) or may_hold_rulings(page):
            found = tables_on(page)
            tables += found
            running = bool(found) and (running or heads)
        if heads and (foot := headings_at_foot(page)):
            feet[page.pdf_page] = foot
            running = True
    return leaves, tables, feet


def _without_tables(leaves: list[Sheet], places: tuple[TablePlace, ...]) -> list[Sheet]:
    """The pages without the lines and words that stand in a table of actions."""
    kept = []
    for leaf in leaves:
        boxes = [place.box for place in places if place.pdf_page == leaf.pdf_page]
        if boxes:
            lines = tuple(line for line in leaf.lines if not _inside(line.box, boxes))
            leaf = replace(leaf, lines=lines, words=tuple(w for w in leaf.words if not _inside(w.box, boxes)))
        kept.append(leaf)
    return kept


def _inside(box: Box, boxes: list[Box]) -> bool:
    middle = (box.top + box.bottom) / 2
    return any(other.top - 1 <= middle <= other.bottom + 1 for other in boxes)


def logged_actions(rows: Iterable[LogRow], meeting: datetime.date | None) -> list[Action]:
    """The rows of a log that are still to be done."""
    return [
        _logged(one, meeting)
        for row in rows
        if row.progress in (Progress.OPEN, Progress.IN_PROGRESS)
        for one in _tasks_of(row)
    ]


def _tasks_of(row: LogRow) -> list[LogRow]:
    """The tasks of a cell, each alone: a sentence that says itself what is to be done begins another, "Clerk to write to
    the yard. Ask the skippers for their views"; one that names nobody is his who was named before."""
    tasks: list[LogRow] = []
    begun = False
    sentences = split_sentences(_NUMBER.sub(". ", row.text).lstrip(". "))
    for text in (part.strip(" ;,").removesuffix(" and") for one in sentences for part, _ in clauses_of(one.text)):
        frame = main_frame(find_frames(text))
        begins = frame is not None and frame.act in _TASK_ACTS and not stands_for(text)
        if tasks and not (begun and begins):
            owner = tasks[-1].owner or (split_owner(text)[0] if begins else None)
            tasks[-1] = replace(tasks[-1], text=f"{tasks[-1].text} {text}", owner=owner)
        else:
            before = tasks[-1].owner if tasks else None
            own = split_owner(text)[0]
            # of several tasks each is his whom it names, not his who stands beside them all
            named = own if tasks and frame is not None and frame.act is Act.NAME_TO else None
            tasks.append(replace(row, text=text, owner=named or row.owner or own or before))
        begun = begun or begins
    return tasks


_TASK_ACTS = (Act.NAME_TO, Act.IMPERATIVE)
_LISTED = (*_TASK_ACTS, Act.IS_TO, Act.WILL, Act.SUBJUNCTIVE)
"""How a list puts what is to be done, with whoever is to do it at its end."""
_NUMBER = pattern_of(r"(?:^|(?<=[A-Za-z;])\s|(?<=\.)\s)\(?\d{1,2}[.)]\s(?=[A-Z])")
""" "1. Clerk to write 2. AO to call" """
_KEPT = pattern_of(r"\b(?:carried\s+(?:forward|over)|outstanding)\b", re.IGNORECASE)


def _logged(row: LogRow, meeting: datetime.date | None) -> Action:
    """An open row of a log as an action: an earlier one where the row says how it stands, else of this meeting."""
    new = any(is_day_of(cell, meeting) for cell in row.ahead)  # raised at this very meeting
    kept = not new and (row.status or row.update or _KEPT.search(row.text))
    text = row.text.rstrip(" .")
    printed, due = _due_of_row(row.due_printed, text, meeting)
    return Action(
        item=row.number, kind=ActionKind.OUTSTANDING if kept else ActionKind.AGREED, text=text[:1].upper() + text[1:],
        owner=row.owner or split_owner(text)[0], requested_by=None,
        due_printed=printed, due=due, quote=row.text,
        probability=1.0, rule="row of a log", why=(), pages=(row.page,),
    )  # fmt: skip


def _due_of_row(
    printed: str | None, text: str, meeting: datetime.date | None
) -> tuple[str | None, datetime.date | None]:
    """By when: as the paper's own column or "Due: ..." says, which goes before what the text says by the way."""
    return (printed, due_of(printed, meeting)) if printed else find_due(text, meeting)


def judge(
    business: tuple[Business, ...], candidates: tuple[Candidate, ...], meeting: datetime.date | None
) -> tuple[list[Action], list[Action]]:
    """The clear actions and the possible ones, in order."""
    model = shipped_model()
    chances = [model.probability(candidate.seen.features) for candidate in candidates]
    recorded = any(candidate.decision for candidate in candidates) or tells_of_meeting(business)
    people = People.of([passage.block.text for item in business for passage in item.passages])
    forenames = people.forenames()
    entries = [(entry, item) for item in business for entry in item.entries if _is_task(entry)]
    taken = _labelled(candidates, chances, model, entries)
    labels = {one.place: one.label for item in business for one in item.passages if one.label is not None}
    sure: list[Action] = []
    possible: list[Action] = []
    seen: set[tuple[str, str]] = set()
    doubtful: dict[tuple[str, str], Action] = {}
    shown: set[int] = set()
    loose: dict[tuple[str, str], int] = {}
    for index, candidate in enumerate(candidates):
        label = taken.get(index)
        chance = chances[index]
        own = labels.get(candidate.place)
        named = candidate.mark or (label.owner if label else None) or ""
        last = index + 1 == len(candidates) or candidates[index + 1].place != candidate.place
        standing = standing_of(candidate)
        settled = standing is Standing.CLOSED or (label is None and standing is Standing.NO_TASK)
        least = max(model.high, VAGUE) if standing is Standing.VAGUE else model.high
        decided = candidate.setting.decided
        if is_clear(candidate.seen, candidate.setting.text, decided=decided):
            least = model.low if decided else CLEAR
        if not settled and (label is not None or chance >= min(least, model.low)):
            action = _action(candidate, model, chance, meeting, label, people, forenames)
            key = (candidate.heading_key, re.sub(r"[^a-z0-9]", "", action.quote.lower()))
            clear = label is not None or (recorded and chance >= least and _says_what(candidate))
            if clear and key in seen and key not in doubtful and _is_another(action, sure):
                key = (candidate.heading_key, action.text)  # "Ann to call; Ben to write" in one part of a list
            if key not in seen or (clear and key in doubtful):
                if clear and key in doubtful:
                    possible.remove(doubtful.pop(key))  # another sentence of the same part is clear
                if clear and candidate.mark is None and action.owner == candidate.near_mark:
                    loose[key] = len(sure)
                (sure if clear else possible).append(action)
                seen.add(key)
                if not clear:
                    doubtful[key] = action
                if label is not None and own is label:
                    shown.add(candidate.place)
            elif clear and key in loose and acts_in(named, candidate.setting.text):
                sure[loose.pop(key)] = action  # of one part the sentence in which he acts whom the entry names
        if last and own is not None and candidate.place not in shown and own.text and not _SEE.match(own.text):
            sure += _of_label(candidate.item, own, meeting)
            shown.add(candidate.place)
    sure += [
        action
        for item in business
        for passage in item.passages
        if passage.label is not None and passage.label.text and not passage.utterances
        for action in _of_label(item.item.number, passage.label, meeting)
    ]
    told = {id(label) for label in taken.values()}
    sure += [
        action
        for entry, item in entries
        if id(entry) not in told
        for action in _of_label(item.item.number, entry, meeting)
    ]
    return sure, possible


def _is_task(entry: Label) -> bool:
    """Whether an entry of the action column says what is to be done: by whom, or as a task; what has been done is none."""
    text = entry.text or ""
    frame = main_frame(find_frames(text))
    done = any(says_done(one.text) or ends_done(one.text) for one in split_sentences(text))
    return not done and (entry.owner is not None or (frame is not None and frame.act in _TASK_ACTS))


def _is_another(action: Action, listed: list[Action]) -> bool:
    """Whether somebody who has nothing to do yet by the same quote is to do something: beside a row of nobody's he must be
    named ahead of it, "Ben to write"."""
    owners = [one.owner for one in listed if one.quote == action.quote]
    named = action.rule.startswith(Act.NAME_TO) or None not in owners
    return action.owner is not None and named and action.owner not in owners


def _says_what(candidate: Candidate) -> bool:
    """Whether a sentence itself says that something is to be done: without any frame it is at most possible, unless it
    is a part of a decision, stands beside the action column or reports something as outstanding."""
    setting = candidate.setting
    return bool(candidate.seen.frames) or setting.decided or setting.mark or Sign.OUTSTANDING in candidate.seen.signs


def _labelled(
    candidates: tuple[Candidate, ...], chances: list[float], model: Model, entries: list[tuple[Label, Business]]
) -> dict[int, Label]:
    """Which sentence each label of the paper belongs to: of the sentences of its block one in which he acts whom it names,
    else the likeliest, where one is likely at all; a label with words of its own only where the sentence says the same.
    An entry of the action column belongs to one of its item."""
    beside: dict[int, list[Label]] = {}
    for entry, item in entries:
        for passage in item.passages:
            beside.setdefault(passage.place, []).append(entry)
    best: dict[int, tuple[float, bool, float, int, Label]] = {}
    for index, candidate, label in (
        (index, one, label)
        for index, one in enumerate(candidates)
        for label in (one.label, *beside.get(one.place, ()))
        if label is not None
    ):
        chance, alike = chances[index], 0.0
        if label.text is not None:
            within = label.quote in candidate.setting.text  # "... – ACTION (give the figures)"
            alike = 1.0 if within else _likeness(label, candidate, own=label is candidate.label)
            if not within and (chance < model.low / 2 or alike < SAME):
                continue
        elif chance < model.low / 2 and not candidate.seen.frames:
            named = candidate.setting.label and label.owner  # the paper says that it is one, and whose
            if not named or candidate.setting.text.endswith(":"):
                continue
        mine = label.owner is not None and acts_in(label.owner, candidate.setting.text)
        if (alike, mine, chance) > best.get(id(label), (0.0, False, -1.0))[:3]:
            best[id(label)] = (alike, mine, chance, index, label)
    return {index: label for *_, index, label in best.values()}


def _likeness(label: Label, candidate: Candidate, *, own: bool) -> float:
    """The share of the telling words of "ACTION: ..." that a sentence says too; in its `own` block one is enough where he
    acts whom it names."""
    text = label.text or ""
    frame = main_frame(candidate.seen.frames)
    who = label.owner or split_owner(text)[0]
    # the names in both say only who was there
    words, told = (set(_NOTE.findall(one[:1].lower() + one[1:])) for one in (text, candidate.setting.text))
    both = len(words & told)
    acts = own and both and frame and frame.who and who and who in frame.who
    return max(both / max(len(words), 1), SAME if acts else 0.0)


def _action(
    candidate: Candidate, model: Model, chance: float, meeting: datetime.date | None, label: Label | None, people: People,
    forenames: frozenset[str],
) -> Action:  # fmt: skip
    text = candidate.setting.text
    frame = main_frame(candidate.seen.frames)
    loud = candidate.setting.decided and candidate.setting.loud
    kind = ActionKind.AGREED if loud else ActionKind(model.kind(candidate.seen.features))
    if kind is ActionKind.AGREED and asks_for_it(text) and not _DECIDES.search(text):
        kind = ActionKind.REQUEST
    whole = candidate.earlier[-1] if candidate.earlier and text.startswith("that ") else text
    if kind is ActionKind.COMMITMENT and _IT_WAS_AGREED.match(whole):
        kind = ActionKind.AGREED
    case = Case(
        text=text,
        frames=candidate.seen.frames,
        frame=frame,
        kind=kind,
        earlier=candidate.earlier,
        later=candidate.later,
        decided=candidate.setting.decided,
        mark=candidate.mark or (label.owner or split_owner(label.text or "")[0] if label else None),
        near=candidate.near_mark,
        forenames=forenames,
    )
    owner = find_owner(case) or (people.named_last(text) if frame and frame.act in _LISTED else None)
    owner = people.complete(owner) if owner else None
    if owner is not None and owner == case.mark and owner.isupper():
        # initials that stand for whom the sentence itself leads to
        named = find_owner(replace(case, mark=None, near=None))
        full = people.complete(named) if named else ""
        owner = full if "".join(re.findall(r"\b[A-Z]", full)).endswith(owner) and " " in full else owner
    told = main_frame(find_frames(label.text)) if label and label.text else None
    said = label.text if label and (frame is None or (told is not None and is_known(told.verb))) else None
    task = said or instruction(
        text, frame, kind, owner=owner, context=candidate.context, before=telling_before(candidate.earlier)
    )
    owner = None if owner and _asks_him(task, owner) else owner
    due_printed, due = _due_of(text, frame, label, meeting, earlier=kind is ActionKind.OUTSTANDING)
    return Action(
        item=candidate.item,
        kind=ActionKind.OUTSTANDING if _LATE.search(text) and not loud else kind,
        text=_plain(task) if said else task,
        owner=owner,
        requested_by=find_requester(kind, text, candidate.earlier),
        due_printed=due_printed,
        due=due,
        quote=candidate.quote,
        probability=1.0 if label else round(chance, 3),
        rule=f"{frame.act}, {frame.subject}, {frame.doing}" if frame else "words alone",
        why=model.reasons(candidate.seen.features),
        pages=candidate.pages,
    )


_DECIDES = pattern_of(r"\b(?:agreed|resolved|decided|approved)\b", re.IGNORECASE)
_IT_WAS_AGREED = pattern_of(r"^(?:\W*\w{0,3}\W+)?It\s+(?:was|is)\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided)\s+that\b")
"""The whole meeting binds whoever is named, who has not promised it himself: "It was agreed that the Clerk would write"."""

_LATE = pattern_of(
    r"(?<!\bthat\s)(?<!\bwhich\s)(?<!\bwho\s)\b(?:(?:has|had|have)\s(?:(?:still|yet)\s(?:not|to)|not\s(?:yet|managed|been\sable))|(?:is|are|was|were)\s(?:still|yet)\sto)\b"
    r"|\bstill\s+to\s+(?!be\b)"
)
"""What says of an earlier action that it has not been done: "had still to be issued", "has not yet come"."""


def _asks_him(task: str, who: str) -> bool:
    """Whether what is to be done is to ask somebody: "Request that the Minister consider it" is not the Minister's."""
    verb, _, rest = task.partition(" ")
    asked = base_of(verb) in ASK and rest.lower().removeprefix("that ").startswith(who.lower())
    return asked and bool({word.lower() for word in re.findall(r"\w+", who)} & OUTSIDE)


_NEXT_CLAUSE = pattern_of(r"(?:,|;)\s+(?:and|but)\s")


def _due_of(
    text: str, frame: Frame | None, label: Label | None, meeting: datetime.date | None, *, earlier: bool
) -> tuple[str | None, datetime.date | None]:
    """By when: as the label says, else what stands behind the verb, else before it in its own clause."""
    if label and label.due:
        return label.due, due_of(label.due, meeting)
    at = frame.verb_at if frame else 0
    parts = (label.text or "" if label else "", text[at:], _NEXT_CLAUSE.split(text[:at])[-1])
    goes_on = frame is not None and frame.doing is Doing.GO_ON
    found = (find_due(part, meeting, earlier=earlier) for part in parts)
    return next(((words, day) for words, day in found if words and not (goes_on and _LASTS.match(words))), (None, None))


_LASTS = pattern_of(r"(?:in|on|during|until|this|next|later)\b", re.IGNORECASE)
"""How long something goes on, not by when it is done: "would continue during the summer"."""


def _of_label(number: str | None, label: Label, meeting: datetime.date | None) -> list[Action]:
    """The tasks of an "ACTION: ..." whose words stand in no sentence above it. An item that only waits for a meeting has none."""
    if HELD_OVER.match(label.text or ""):
        return []
    row = LogRow(
        number=number, text=label.text or "", owner=label.owner, due_printed=label.due, status=None,
        progress=Progress.OPEN, update=None, page=label.pages[0],
    )  # fmt: skip
    actions = []
    tasks = _tasks_of(row)
    for one in tasks:
        printed, due = _due_of_row(label.due, one.text, meeting)
        if len(tasks) > 1 and (own := find_due(one.text, meeting))[0]:
            printed, due = own  # the end of the last task says by when that one is due
        actions.append(
            Action(
                item=number, kind=ActionKind.AGREED, text=_plain(one.text), owner=one.owner, requested_by=None,
                due_printed=printed, due=due, quote=label.quote, probability=1.0,
                rule="label of the paper", why=(), pages=label.pages,
            )
        )  # fmt: skip
    return actions


def _plain(text: str) -> str:
    what = re.sub(r"^(?:That\s+|[Tt]o\s+(?!be\s)(?=[a-z]))", "", split_owner(text)[1].strip(" ."))
    return what[:1].upper() + what[1:]
