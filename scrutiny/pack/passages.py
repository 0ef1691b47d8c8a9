"""Room `pack`: private passages in papers that are public otherwise.

Takes a document and the lines of its pages, gives the passages as `Withheld`s: in minutes from a heading, a notice or
the resolution to exclude the public, up to the next public item or the return to public session; in other papers from
a heading such as "EXEMPT ANNEX". Where the end cannot be told, all the rest is private.
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from scrutiny.language.letters import has_any
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.annexes import find_annexes, may_begin_part
from scrutiny.pack.ballots import MOVES, NAMES_MOTION, Fate, Side, find_side, moved_words, read_ballot
from scrutiny.pack.denials import NOT_TAKEN, denies, kept_public, only_put
from scrutiny.pack.exclusion import (
    DECIDES_IT,
    MARKED_OPEN,
    Exclusion,
    Reach,
    closes,
    is_excluded,
    items_to_come,
    opens,
    read_exclusion,
    second_part,
    without_told,
)
from scrutiny.pack.extents import POINTS_UP, find_extents, first_below_heading
from scrutiny.pack.markedrows import find_marked_rows
from scrutiny.pack.marks import begins_with_status, find_ground, find_mark, find_title_mark, heads_a_section
from scrutiny.pack.markwords import OF_THE_ACT, may_hold_mark, tells_classes
from scrutiny.pack.minuterows import LETTERED, NUMBER, SENTENCE_END, Item, MinuteRows, is_named, stands_out
from scrutiny.pack.minutewords import (
    ACTS_ON,
    BUSINESS_TAKEN,
    CARRIED,
    DECIDES,
    DECIDING,
    FOR_ITEM,
    HAVING_LEFT,
    ITEM_TO_COME,
    MINUTED,
    OF_PART,
    RESOLUTION,
    SESSION,
    VERDICT,
    WENT,
    goes_on,
    reads_like_minutes,
)
from scrutiny.pack.model import Document, DocumentKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.privaterecords import heading_record, private_record, public_again, tells_no_subject
from scrutiny.pack.privatewords import begins_private, may_record
from scrutiny.pack.rows import Row
from scrutiny.pack.stretches import Stretch, Stretches
from scrutiny.sources import fold

MOST_ROWS = 9
"""Rows of a minuted resolution with its ground in law."""

_RESOLVES = pattern_of(
    r"\b(?:resolved|resolution|agreed|decided|moved|proposed|seconded|carried|that|penderfynwyd|went|entered|left|leave|withdrew|withdraw|excluded|exclude)\b",
    re.IGNORECASE,
)
_EXCLUSION_HEADING = pattern_of(
    r"\b(?:press|public|media)\s+to\s+(?:leave|withdraw|be\s+excluded)\b|\bexclu(?:sion|de|ding)\b.{0,40}\b(?:press|public|media)\b|\b(?:eithrio|gwahardd)\b.{0,20}\b(?:cyhoedd|wasg)\b",
    re.IGNORECASE,
)
MOST_PART = 3
"""Words of the heading of a part that looks as any other row does."""
_IN_LAW = pattern_of(r"\b(?:100\s?\(?[AI]|12\s?\(?A|50\s?\(?A|7\s?\(?A|19[67]\d)\b", re.IGNORECASE)


def find_passages(paper: Paper, document: Document, read_rows: Callable[[int], list[Row]]) -> list[Withheld]:
    """The private passages of a document in the order of its pages. On a page in columns what stands lower need not
    come later: all of it is private."""
    pages = [page for page in document.pdf_pages if (paper.page(page).text or "")]
    found = [
        *_stretches(paper, document, pages, read_rows),
        *find_marked_rows(paper, document, read_rows),
        *find_extents(paper, document, read_rows),
    ]

    def in_columns(page: int) -> bool:
        return page in pages and any(piece.part for row in read_rows(page) for piece in row.pieces)

    return [
        replace(
            each, top=None if in_columns(each.pdf_first) else each.top,
            bottom=None if in_columns(each.pdf_last) else each.bottom,
        )
        for each in found
    ]  # fmt: skip


def _stretches(
    paper: Paper, document: Document, pages: Sequence[int], read_rows: Callable[[int], list[Row]]
) -> list[Withheld]:
    if document.kind is not DocumentKind.MINUTES:
        marked = [page for page in pages if paper.page(page).may_hold_mark]
        texts = [text for page in pages if has_any(DECIDING, text := paper.page(page).text or "")]
        decides = sum(len(DECIDES.findall(text)) for text in texts) >= MINUTED or any(map(DECIDES_IT.search, texts))
        if not decides and not any(may_begin_part(read_rows(page)) for page in marked):
            return []
    rows = [row for page in pages for row in read_rows(page)]
    minutes = (
        document.kind is DocumentKind.MINUTES
        or reads_like_minutes(row.text for row in rows)
        or any(_resolves(rows, at) for at in range(len(rows)))
    )
    return _Walk(paper, document, rows).minutes() if minutes else find_annexes(paper, document, rows)


def _resolves(rows: Sequence[Row], at: int) -> bool:
    """Whether a row begins the resolution to exclude the public, whatever its paper is called."""
    words = re.sub(r"^\d[\d.]*\s+", "", rows[at].text)
    return (
        ACTS_ON.match(words) is not None
        and DECIDES_IT.search(" ".join((words, *(row.text for row in rows[at + 1 : at + 4])))) is not None
    )


class _Walk:
    """One pass through the rows of a document."""

    def __init__(self, paper: Paper, document: Document, rows: list[Row]) -> None:
        self._rows = rows
        self._stretches = Stretches(paper, document)
        self._minutes = MinuteRows(rows)
        self._pending: tuple[str, ...] = ()
        self._pending_mark: tuple[str, int] = ("", 0)
        self._undecided: tuple[str, ...] | None = None
        """While a motion to exclude the public has only been put: the numbers that were pending before it."""
        self._by_motion: Stretch | None = None
        """What that motion would close."""
        self._wanted: Side | None = Side.LEAVE
        """What the motion put last wants; None where more was told since: a verdict has to name the motion."""

    @property
    def _open(self) -> Stretch | None:
        return self._stretches.open

    def minutes(self) -> list[Withheld]:
        at = 0
        while at < len(self._rows):
            at = self._step(at)
        return self._stretches.close()

    def _step(self, at: int) -> int:
        """Reads one row; gives the place of the next."""
        row = self._rows[at]
        heading = self._minutes.begins(row, named=self._pending)
        if heading is not None:
            self._new_item(heading, at)
        before = self._undecided
        if before is not None and any(map(self._is_beaten, self._minutes.begun(at))):
            self._pending, self._undecided = before, None
            if self._open is not None and self._open is self._by_motion:
                self._stretches.open = None
                return at + 1
        if self._open is not None:
            if self._public_returns(at) or (self._open.doubtful and self._minutes.item is None and stands_out(row)):
                self._stretches.end(row)
                return self._step(at) if stands_out(row) and not opens(row.text) else at + 1
            if self._open.reach is Reach.NEXT and may_hold_mark(row.text):
                self._widen(at, heading)
            elif self._open.headed and (count := self._items_to_come(at)) is not None:
                self._open.reach, self._open.covers, self._open.passed = Reach.NEXT, count, 0
            return at + 1
        if heading is None and self._is_part_to_close(row):
            self._stretches.begin(self._pending_mark[0], row, self._minutes.after(at), Reach.NEXT, passed=1)
            return at + 1
        if (
            POINTS_UP.match(row.text)
            or MARKED_OPEN.search(row.text)
            or not (may_hold_mark(row.text) or may_record(self._minutes.with_next_word(at)))
        ):
            return at + 1
        exclusion, end = self._exclusion(at, heading)
        if exclusion is not None:
            self._undecided, self._wanted = (self._pending if self._only_moved(at, end) else None), Side.LEAVE
            if not any(self._stays_open(below) for below in range(at, end)):
                self._apply(exclusion, at, end)
                self._by_motion = self._open
            return end
        if (heading is not None or stands_out(row)) and (behind := self._behind_denial(at, heading)) is not None:
            return behind
        if (mark := self._mark(at, heading)) is not None:
            of_item = heading is not None or self._minutes.below_heading(at) or LETTERED.match(row.text)
            level = Reach.NEXT if of_item else Reach.REST
            run_in = heading is None or SENTENCE_END.search(heading.text) is not None
            first = row if run_in else self._minutes.after(at)
            if at + 1 == len(self._rows):
                first = first_below_heading(self._rows, at)  # with nothing below it, it is about what stands above
            record = heading_record(heading.text) if heading is not None and not run_in else None
            told = record is not None and record.certain
            if heading is not None and (SESSION.fullmatch(heading.text) or (told and tells_no_subject(heading.text))):
                level = Reach.REST
            begun = self._stretches.begin(mark, row, first, level, passed=int(level is Reach.NEXT))
            begun.headed = heading is not None and level is Reach.REST
            begun.doubtful = level is Reach.NEXT and record is not None and not told and mark == record.text
        elif heading is None or self._minutes.runs_on(heading, at):
            self._begin_at_record(at)
        return at + 1

    def _behind_denial(self, at: int, heading: Item | None) -> int | None:
        """Where to go on, where the words below a heading say that nothing there is private."""
        words, end = self._minutes.words_below(at)
        whole = end == len(self._rows) or self._minutes.parts(end)
        text, number = (heading.text, heading.last) if heading is not None else (self._rows[at].text, None)
        if not denies(words, text, number=number, whole=whole):
            return None
        return end if whole and not SENTENCE_END.search(words) else at + 1

    def _is_part_to_close(self, row: Row) -> bool:
        """Whether a row begins a part of the item under way that a resolution named: "10.2" of item 10."""
        number = NUMBER.match(row.text) if any("." in name for name in self._pending) else None
        return number is not None and "." in number["shape"] and is_named(number, self._pending)

    def _items_to_come(self, at: int) -> int | None:
        """How many items the sentence that begins in a row says are taken in private."""
        said = filter(private_record, self._minutes.begun(at))
        return next((count for text in said if (count := items_to_come(text)) is not None), None)

    def _public_returns(self, at: int) -> bool:
        """Whether a sentence that begins in a row says that the public came back, or that what follows is open."""
        if self._minutes.is_running(self._rows[at]):
            return False
        begun = self._minutes.begun(at)
        returned = any(public_again(sentence) and not only_put(sentence) for sentence in begun)
        text = self._rows[at].text
        headed = stands_out(self._rows[at]) or self._minutes.begins(self._rows[at]) is not None
        part = not MARKED_OPEN.search(text) and any(told.startswith(text.partition(".")[0]) for told in begun)
        return returned or ((headed or part) and opens(text))

    def _stays_open(self, at: int) -> bool:
        """Whether a sentence that begins in a row says that the public were not excluded after all: that the motion was
        lost, where no more than that it was moved has been said."""
        begun = self._minutes.begun(at)
        stays = (read_exclusion(each) is None and public_again(each) for each in begun)
        return any(self._is_beaten(each) or kept_public(each) for each in begun) or any(stays)

    def _only_moved(self, at: int, end: int) -> bool:
        """Whether what these rows say of excluding the public is a motion, and no decision."""
        rows = self._rows[at:end]
        sentences = dict.fromkeys(text for place in range(at, end) for _, text in self._minutes.sentences(place))
        about = [text for text in sentences if MOVES.search(text) and read_exclusion(text)]
        return not any(
            CARRIED.search(text) or WENT.search(text) for text in about or [" ".join(row.text for row in rows)]
        )

    def _is_beaten(self, sentence: str) -> bool:
        """Whether a sentence says that the motion to exclude the public was lost, or one carried that they stay."""
        if self._undecided is None:
            return False
        moves = MOVES.search(sentence) is not None
        fate, side = read_ballot(sentence), find_side(moved_words(sentence)[0] if moves else sentence)
        if fate is None:
            if side is not None and moves:
                self._wanted = side
            elif RESOLUTION.match(sentence) or (not moves and is_excluded(sentence)):
                self._undecided = None  # other business goes on, or the public went: it was carried
            elif not moves and self._wanted is Side.LEAVE:
                self._wanted = None
            return False
        if side is None:
            side = self._wanted or (Side.LEAVE if NAMES_MOTION.search(sentence) else Side.ELSE)
        self._wanted = None if side is Side.ELSE else Side.LEAVE
        if side is Side.LEAVE and fate is Fate.CARRIED:
            self._undecided = None
        return (side, fate) in ((Side.LEAVE, Fate.LOST), (Side.STAY, Fate.CARRIED))

    def _is_beaten_at_once(self, sentence: str, behind: Sequence[tuple[int, str]]) -> bool:
        """Whether a sentence only puts a motion, and one `behind` it in the same row says that it was lost."""
        moved = MOVES.search(sentence) is not None and CARRIED.search(sentence) is None
        self._undecided, self._wanted = (self._pending if moved else None), Side.LEAVE
        beaten = moved and any(self._is_beaten(later) for _, later in behind)
        self._undecided = None if beaten else self._undecided
        return beaten

    def _widen(self, at: int, heading: Item | None) -> None:
        """A resolution in an item that is private already may close more than that item."""
        exclusion, _ = self._exclusion(at, heading)
        if exclusion is None or self._open is None:
            return
        if exclusion.reach is Reach.REST:
            self._open.reach, self._open.doubtful = Reach.REST, False
        if exclusion.reach is Reach.NEXT and ITEM_TO_COME.search(exclusion.words):
            self._open.covers = max(self._open.covers, self._open.passed + exclusion.count)
        self._pending = (*self._pending, *exclusion.items)
        self._pending_mark = (exclusion.text, self._rows[at].pdf_page)

    def _begin_at_record(self, at: int) -> None:
        """A sentence that a row has a part of may record that the business was private. Then it is private itself, and
        what follows: to the end of the item where the sentence speaks of this one or leaves it in doubt, or else until
        the public returns."""
        sentences = list(self._minutes.sentences(at))
        for place, (first, sentence) in enumerate(sentences):
            if (record := private_record(sentence)) is None:
                continue
            later = [words for _, words in sentences[place + 1 :]]
            behind = [words for words in (*later, *self._minutes.sentences_below(at)) if words != sentence]
            open_told = any(map(kept_public, behind)) and not begins_private(sentence)
            open_told = open_told or NOT_TAKEN.match(sentence) is not None or kept_public(sentence, *behind[:1])
            if not open_told and not self._is_beaten_at_once(sentence, sentences[place + 1 :]):
                acts = begins_private(without_told(sentence))
                alone = sentence == self._rows[at].text and not re.search(r"[.;:)\]]$", sentence)
                if alone and record.certain and not self._minutes.below_heading(at):
                    one = False  # the heading of a part
                else:
                    own = FOR_ITEM.search(sentence) if acts else self._minutes.item
                    one = not record.certain or (self._minutes.item is not None and own is not None)
                reach = Reach.NEXT if one else Reach.REST
                begun = self._by_motion = self._stretches.begin(record.text, self._rows[at], self._rows[first], reach)
                whole = acts and self._minutes.is_whole_item(first, at, sentence)
                if whole and record.certain:
                    begun.reach = Reach.REST  # an item of nothing else speaks of those that follow
                # an act that is all but certain, with nothing behind it in its item, is about the item that follows
                last = acts and not record.certain and self._minutes.begins(self._minutes.after(at)) is not None
                count = items_to_come(sentence)
                ahead = whole or last or count is not None or self._means_next_item(first, at + 1, sentence)
                begun.passed, begun.covers, begun.doubtful = int(not ahead), count or 1, not record.certain
                if any(map(public_again, later)):
                    self._stretches.end(self._minutes.after(at))
                return

    def _means_next_item(self, at: int, end: int, words: str) -> bool:
        """Whether the words in these rows, which speak of the item that follows, are the end of another: right above
        the next heading, and below that of what they close only where nothing else stands there."""
        ends = (place for place in range(end, min(end + 3, len(self._rows))) if self._minutes.begins(self._rows[place]))
        behind = next(ends, None) if self._minutes.item is not None and ITEM_TO_COME.search(words) else None
        if behind is None or self._minutes.item is None:
            return False
        alone = " ".join(row.text for row in self._rows[at:behind]) == words
        return alone or self._rows[at - 1] is not self._minutes.item.row

    def _new_item(self, item: Item, at: int) -> None:
        self._minutes.item, self._undecided = item, None
        if _EXCLUSION_HEADING.search(self._rows[at].text):
            return
        current = self._open
        if current is not None and current.reach is Reach.NEXT:
            marked = find_title_mark(item.text) is not None
            titled = bool(self._minutes.title(item, at))
            if current.passed >= current.covers and not marked and not (current.titled and goes_on(item.text)):
                self._stretches.end(item.row)
            current.titled = titled
            current.passed += 1
        if self._open is None and item.is_among(self._pending):
            mark, page = self._pending_mark
            run_in = self._minutes.runs_on(item, at)
            self._stretches.begin(mark, page, item.row if run_in else self._minutes.after(at), Reach.NEXT, passed=1)

    def _exclusion(self, at: int, heading: Item | None) -> tuple[Exclusion | None, int]:
        """The resolution to exclude the public that begins with a row, and where its words end."""
        if heading is not None and BUSINESS_TAKEN.match(heading.text):
            return None, at + 1  # it is that business itself
        row = self._rows[at]
        headed = _EXCLUSION_HEADING.search(heading.text if heading else row.text) and (heading or stands_out(row))
        words, end = "", at
        for end in range(at, min(at + MOST_ROWS, len(self._rows))):
            below = self._rows[end]
            if end > at and (self._minutes.begins(below) is not None or self._complete(words, end)):
                end -= 1
                break
            words = fold(f"{words} {below.text}")
        exclusion = read_exclusion(words)
        if exclusion is None:
            return None, at + 1
        if any(HAVING_LEFT.search(told) and private_record(told) for _, told in self._minutes.sentences(at)):
            return None, at + 1  # what is told of in the same sentence is private too
        own = read_exclusion(fold(row.text)) is not None
        verdict = self._rows[end + 1].text if end + 1 < len(self._rows) else ""
        resolves = any(RESOLUTION.match(sentence) for _, sentence in self._minutes.sentences(at))
        resolves = resolves or any(map(VERDICT.search, (words, verdict)))
        session = heading is not None and SESSION.fullmatch(heading.text) and exclusion.reach is Reach.NAMED
        if not (headed or own or resolves or session or (heading and _IN_LAW.search(row.text))):
            return None, at + 1
        titled = heading is not None and not self._minutes.runs_on(heading, at)
        if titled and heading is not None and not headed and self._is_told_by(heading, at):
            return None, at + 1
        if not (headed or titled or _IN_LAW.search(words)):
            # a sentence is weighed as any other; a resolution tells besides which items it closes
            told = [sentence for _, sentence in self._minutes.sentences(at)]
            records = any(DECIDES_IT.search(sentence) or private_record(sentence) for sentence in told)
            weighed = exclusion.reach is Reach.REST or (exclusion.reach is Reach.NOTHING and exclusion.conditional)
            if not records or (weighed and not resolves):
                return None, at + 1
        if not (headed or _RESOLVES.search(words)):
            return None, at + 1
        tabled, end = self._minutes.tabled(end + 1)
        return replace(exclusion, reach=Reach.NAMED, items=tabled) if tabled else exclusion, end

    def _complete(self, words: str, end: int) -> bool:
        """Whether the words above a row are a whole resolution, and the row begins something else."""
        row, below = self._rows[end - 1 : end + 1]
        if read_exclusion(words) is None:
            return False
        if re.search(r"[.;)]$", row.text) and (_RESOLVES.search(words) or private_record(words)):
            return True
        goes_on = RESOLUTION.match(below.text) or re.search(
            r"\b(?:section|schedule|exempt|public|press|moved|seconded|resolved|agreed|no|not|none|nil|nothing)\b",
            below.text,
            re.IGNORECASE,
        )
        short = row.box.right < 0.75 * self._minutes.right or self._minutes.begins_paragraph(end)
        return short and below.text[:1].isupper() and not goes_on

    def _apply(self, exclusion: Exclusion, at: int, end: int) -> None:
        row = self._rows[at]
        of_part = exclusion.reach is Reach.REST and OF_PART.search(exclusion.words)
        part = of_part and any(map(self._heads_part, self._rows[end:]))
        if part or exclusion.reach is Reach.NOTHING:
            return  # the heading of that part closes it
        if exclusion.reach is Reach.NAMED and self._minutes.item is not None:
            if self._minutes.item.is_among(exclusion.items) and not self._is_exclusion_item():
                first = self._rows[min(end, len(self._rows) - 1)]
                self._stretches.begin(exclusion.text, row, first, Reach.NEXT, passed=1)
            self._pending = (*self._pending, *exclusion.items)
            self._pending_mark = (exclusion.text, row.pdf_page)
            coming = {str(number) for number in range(self._minutes.item.last, self._minutes.item.last + 40)}
            if self._open is None and coming.isdisjoint(number.partition(".")[0] for number in exclusion.items):
                # the agenda's numbers are not those of the minutes: which items are meant cannot be told
                self._begin_at(exclusion, at, end)
            elif self._open is None and end < len(self._rows) and not self._comes(exclusion.items, end):
                # no item of that number follows: it may be the agenda's, and mean what is spoken of below
                begun = self._stretches.begin(exclusion.text, row, self._rows[end], Reach.NEXT, passed=1)
                begun.doubtful = True
            return
        self._begin_at(exclusion, at, end)

    def _heads_part(self, row: Row) -> bool:
        return (stands_out(row) or len(row.text.split()) <= MOST_PART) and closes(row.text) is not None

    def _comes(self, items: tuple[str, ...], end: int) -> bool:
        """Whether an item of these numbers follows, or none can: then nothing below is private for this."""
        if self._is_exclusion_item() or self._minutes.begins(self._rows[end]) is not None:
            return True
        later = (NUMBER.match(row.text) for row in self._rows[end:])
        return any(match is not None and is_named(match, items) for match in later)

    def _begin_at(self, exclusion: Exclusion, at: int, end: int) -> None:
        if end >= len(self._rows):
            return
        reach = Reach.REST if exclusion.reach is Reach.NAMED else exclusion.reach
        begun = self._stretches.begin(exclusion.text, self._rows[at], self._rows[end], reach)
        begun.covers = exclusion.count
        within = reach is Reach.NEXT and exclusion.count == 1 and self._minutes.item is not None
        if within and not self._is_exclusion_item(at):
            words = " ".join(row.text for row in self._rows[at:end])
            begun.passed = int(not self._means_next_item(at, end, words))

    def _is_exclusion_item(self, at: int | None = None) -> bool:
        """Whether the item under way is the exclusion of the public: by its heading, or by the resolution here."""
        if self._minutes.item is None:
            return False
        item = self._minutes.item
        own = at is not None and item.row is self._rows[at] and not SENTENCE_END.search(item.text)
        return own or _EXCLUSION_HEADING.search(self._minutes.item.text) is not None

    def _is_told_by(self, heading: Item, at: int) -> bool:
        """Whether the heading alone records that the public went: the words below are the business, no resolution."""
        below, _ = self._minutes.words_below(at)
        return heading_record(self._minutes.title(heading, at)) is not None and read_exclusion(below) is None

    def _mark(self, at: int, heading: Item | None) -> str | None:
        """The mark that a row of minutes is: a heading or notice of nothing else."""
        row = self._rows[at]
        if heading is not None:
            printed = self._minutes.title(heading, at)
            marks = (find_title_mark(printed) or find_mark(printed), find_ground(printed))
            shut = closes(printed) or second_part(printed, self._rows)
            own = next((mark.text for mark in marks if mark is not None and not mark.partial), shut)
            if own is None and printed and (run_in := heading.text[len(printed) :].strip(" .")):
                own = mark.text if (mark := find_mark(run_in)) is not None and not mark.partial else None
            record = heading_record(printed) if own is None and not self._minutes.runs_on(heading, at) else None
            return record.text if record is not None else own
        if len(row.text) > 200:
            return None
        if len(row.text) < 100 and not row.text.endswith("."):
            title = find_title_mark(row.text)
            begins = title is not None and (row.text.startswith(title.text[:6]) or title.text[0] in "([")
            if title is not None and stands_out(row) and (begins or not title.partial):
                return title.text
        notice = stands_out(row) or (self._minutes.below_heading(at) and begins_with_status(row.text))
        if row.text.endswith(".") and private_record(row.text) is None and not notice:
            return None  # a sentence: that of a notice records it too
        if row.text[:1].islower() and at and not re.search(r"[.;:)\]]$", self._rows[at - 1].text):
            return None  # a sentence goes on
        below = " ".join(each.text for each in self._rows[at : at + 3])
        if OF_THE_ACT.match(below) and tells_classes(each.text for each in self._rows[max(at - 14, 0) : at + 15]):
            return None
        for text in (row.text, below):
            mark = find_mark(text)
            if mark is not None and not mark.partial and not heads_a_section(row.text):
                strong = stands_out(row) or self._minutes.below_heading(at) or len(mark.text.split()) > 2
                return mark.text if strong else None
        return row.text if (heads_a_section(row.text) and stands_out(row)) or self._heads_part(row) else None
