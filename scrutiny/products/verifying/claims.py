"""Part of the room `products`: what a summary claims.

Takes the sentences and rows of a summary, gives a `Claim` for each figure, date and time that says something of the
paper. Numbers that only name something (sections, paragraphs, rooms, conditions) are no claims.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.figures import FigureKind, Unit, parse_figure
from scrutiny.figures.mentions import Mention
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import Claim
from scrutiny.products.verifying.numerals import Kind, Numeral, is_small
from scrutiny.products.verifying.passages import in_unit, unit_of_all
from scrutiny.products.verifying.wording import Surroundings, about, merged, weights, years_of
from scrutiny.prose import split_sentences
from scrutiny.statements import find_quantities
from scrutiny.tables.roles import Period, find_period
from scrutiny.tables.units import MeasureUnit, UnitKind, find_unit

BEFORE = 0.35
"""What the words of the sentence before say about a figure, and those of the heading."""

GOES_ON = 0.7
"""What they say where the sentence goes on with "they", "of these", "that makes"."""

_GOES_ON = pattern_of(
    r"^\W*(?:it|they|he|she|this|these|those|that|of\s+(?:these|those|them|which|whom)|its|their|there|(?:over|under)\s+(?:budget|target|plan)|(?:up|down)\s+(?:by|from|on)|among\s+(?:these|those)|so|both|only|"
    r"(?:all|most|half|none|some|many|few|each|both|the\s+rest)\s+of\s+(?:it|them|these|those|this|that)|"
    r"(?:[\w%£,.-]+\s+){1,4}?of\s+(?:it|them|these))\b",
    re.IGNORECASE,
)
_PRONOUN = pattern_of(
    r"^\W*(?:In|By|At|For|Among|During)\s+[^,;.]{0,40}?\s+(?:it|they|he|she|this|these)\b", re.IGNORECASE
)
"""Accepts "In Year 9 they went from"."""

RUN_IN = 4
"""Words up to which the first sentence of a paragraph heads it: "Repairs. Four firms bid"."""

_NUMBERED = pattern_of(r"^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z]\))\s+(?=[A-Z“\"(])")
"""Accepts "4.1 The report", "12. Members", "(3) That"; "106 schools" is no number of a paragraph."""

LIST_NUMBER = 3
"""Characters within which the number of a paragraph stands."""

_SUBJECT = pattern_of(r"^\s*(?:subject|re)\s*:\s+", re.IGNORECASE)
_COUNTED = pattern_of(r"^\s*\d{1,3}\s+[A-Z]")
_CONTACT = pattern_of(r"(?:\+44\s?|\(?\b0)\d[\d\s()-]{7,}\d\b|\b[\w.+-]+@[\w-]+\.\w|\b\d+\s?min(?:ute)?s?\s+read\b")
"""A telephone number, an address, the time a text takes to read."""

CONTACT = 200
"""Characters of a paragraph that only says whom to ask."""

_ABOUT_ITSELF = pattern_of(
    r"^\W*(?:posted|published|updated|written|version|issued)\b|^(?:date|sent|from|to|cc|tel|telephone|phone|ref|our\s+ref|your\s+ref)\s*:|\bembargo",
    re.IGNORECASE,
)
"""Sentences of a letter or a press release about itself, not about the paper."""


def _states(text: str, numeral: Numeral) -> bool:
    """Whether a number says something of the paper wherever it stands, in a heading or a line on the text itself: an
    amount, a share, or a count of things."""
    if not numeral.number:
        return False
    return numeral.unit is not Unit.NUMBER or (not is_small(numeral) and _THINGS.match(text, numeral.end) is not None)


_THINGS = pattern_of(r"\s+(?!(?:year|quarter|month|week|day|hour|minute)s\b)[a-z]{3,}(?<!s)s\b")


class Context(Struct):
    """What a sentence of a summary may go on from: the words and the numerals of the one before it."""

    words: dict[str, float] = field(default_factory=dict)
    numerals: tuple[Numeral, ...] = ()
    text: str = ""
    recent: tuple[Numeral, ...] = ()
    """The numerals of the last sentences before that one."""


RECENT = 8
"""Figures of the sentences before and of those behind that say where in the paper a summary is."""

MOST_BESIDE = 12
"""Figures on either side of one in its sentence that it may be computed from: what has more is a table or a trick."""


def claims_of_paragraph(
    summary: str, text: str, lines: Sequence[int], *, heading: Mapping[str, float], context: Context | None = None,
    is_heading: bool = False, setting: str = "", opening: bool = False,
) -> Iterator[Claim]:  # fmt: skip
    """The claims of a paragraph. `lines` holds for each character of the text the line it stands in; `context` is
    what stands before it, and is moved on; `opening`: no sentence stands before it."""
    context = Context() if context is None else context
    period = _headed(heading)
    contact = len(text) <= CONTACT and _CONTACT.search(text)
    number = _NUMBERED.match(text) or _SUBJECT.match(text)
    counted = _COUNTED.match(text) is not None  # "8 Members attended", "8 The report"
    if number and not counted:
        text = " " * number.end() + text[number.end() :]
    sentences = split_sentences(text)
    for at_sentence, sentence in enumerate(sentences):
        before = context.words
        numerals = find_numerals(sentence.text)
        behind = tuple(
            each for later in sentences[at_sentence + 1 : at_sentence + 3] for each in find_numerals(later.text)
        )
        around = (*context.recent, *behind[:RECENT])
        if sentence.start == 0 and not numerals and len(sentence.text.split()) <= RUN_IN:
            heading = merged((heading, 1.0), (about(sentence.text), 1.0))
        carried = GOES_ON if goes_on(sentence.text) else BEFORE
        names = {each.start for each in _names(sentence.text, numerals)}
        unsaid = opening and not sentence.text.rstrip(' "”’)').endswith((".", "!", "?"))
        itself = contact or _ABOUT_ITSELF.search(sentence.text[:60])
        claimed = [
            each for each in numerals if each.start not in names and not (itself and not _states(sentence.text, each))
        ]
        surroundings = Surroundings(sentence.text, numerals)
        for at, numeral in enumerate(claimed):
            near = claimed[max(0, at - MOST_BESIDE) : at + MOST_BESIDE + 1]
            own = surroundings.weights(numeral)
            words = merged((own, 1.0), (before, carried), (heading, BEFORE))
            yield Claim(
                summary=summary, line=lines[min(sentence.start + numeral.start, len(lines) - 1)], numeral=numeral,
                text=sentence.text, start=numeral.start, words=words, own=frozenset(own),
                beside=tuple(each for each in near if each is not numeral),
                before=context.numerals, text_before=context.text, around=around, title=is_heading, setting=setting,
                period=period if find_period(sentence.text) is None and not _names_year(numerals) else None,
                soft=_is_soft(numeral) or _is_ordinal(sentence.text, numeral) or _may_be_part(sentence.text, numeral)
                or _is_a_year(sentence.text, numeral)
                or (is_heading and not (own and (numeral.kind is not Kind.NUMBER or _states(sentence.text, numeral))))
                or _says_when(sentence.text, numeral) or (len(own) <= LITTLE and _is_deadline(sentence.text, numeral))
                or (counted and sentence.start + numeral.start < LIST_NUMBER)
                or (unsaid and numeral.kind in (Kind.DATE, Kind.TIME)),
            )  # fmt: skip
        context.words = merged((about(sentence.text), 1.0), (before, GOES_ON if carried == GOES_ON else 0.0))
        context.recent = (*context.recent, *context.numerals)[-RECENT:]
        context.numerals, context.text = tuple(claimed[-MOST_BESIDE:]), sentence.text


def _headed(words: Mapping[str, float]) -> Period | None:
    """The period that a heading names: that of the figures below it which name none."""
    return find_period(" ".join(years_of(words)))


def stems_of_heading(text: str) -> frozenset[str]:
    """What a heading says of all below it: not the day of a meeting, whose year is that of no figure."""
    days = (each for each in find_numerals(text) if each.kind is Kind.DATE and each.key[2] is not None)
    for each in days:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return about(text)


def _names_year(numerals: Sequence[Numeral]) -> bool:
    """Whether a sentence says itself of which year it is."""
    return any(each.kind is Kind.YEARS or (each.kind is Kind.DATE and each.key[0] is not None) for each in numerals)


def goes_on(text: str) -> bool:
    """Whether a sentence goes on from the one before it, by its first words: "Of these, ...", "In Year 7 they ..."."""
    return bool(_GOES_ON.match(text) or _PRONOUN.match(text))


def _names(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """The numbers that name something and count nothing."""
    counted = {quantity.start for quantity in find_quantities(text)} - _of_list(text)
    mentioned = [
        numeral
        for numeral in numerals
        if numeral.number
        and numeral.mention is not None
        and not numeral.mention.in_words
        and numeral.unit is not Unit.POINTS
    ]
    counted |= _counted_in_list(text, counted, mentioned)
    counted |= {each.start for each in mentioned if each.value >= MANY and _COUNTS.match(text, each.end)}
    return [
        numeral
        for numeral in mentioned
        if numeral.start not in counted and not numeral.age and not _suffixed(text, numeral)
    ]


MANY = 100
_COUNTS = pattern_of(r"\s+[a-z]{3,}(?<!s)s\b")
"""What stands behind a number that counts something, though a word stands before it which may be named by numbers:
"of those with a plan 498 pupils"."""

_POINT = pattern_of(
    r"(?:^|[,;:])\s*(?:and\s+)?(?P<label>(?:[A-Za-z][\w'’-]*\s+){1,5})(?P<number>\d[\d,]*)(?=\s*(?:[,;.(]|$|and\b))"
)
"""Accepts the points of a list of labels with their figures: "fish 12, support plans 43, AP 39"."""

POINTS = 2
"""Points of a list that count something: then all of them do."""


def _counted_in_list(text: str, counted: Set[int], numerals: Sequence[Numeral]) -> frozenset[int]:
    """The places of numbers that would be names if they stood alone ("support plans 43", "AP 39"), in a list whose
    other points count something. What has the same label twice is named by its numbers: "Year 9, Year 10"."""
    places = {match.start("number"): match["label"].strip().casefold() for match in _POINT.finditer(text)}
    points = {each.start: places[each.start] for each in numerals if each.start in places}
    if len(counted & points.keys()) < POINTS or len(set(points.values())) < len(points):
        return frozenset()
    return frozenset(points)


_IN_LIST = pattern_of(r"\((\d{1,2})\)(?=\s+[A-Za-z£])")


def _of_list(text: str) -> frozenset[int]:
    """The places of the numbers of a list that runs through a sentence: "that (1) it be noted; and (2) the boats"."""
    found = {int(match[1]): match.start(1) for match in _IN_LIST.finditer(text)}
    return frozenset(start for number, start in found.items() if number == 1 or number - 1 in found)


def _suffixed(text: str, numeral: Numeral) -> bool:
    return text[numeral.end : numeral.end + 1].isalpha()


_DOZEN_MONTHS = pattern_of(r"(?:twelve|12)\s+months\b", re.IGNORECASE)
_OVER = pattern_of(
    r"\b(?:over|during|in|for|of)\s+(?:(?:the|a)\s+)?(?:(?:past|last|previous|next|full|whole)\s+)?$", re.IGNORECASE
)


def _is_a_year(text: str, numeral: Numeral) -> bool:
    """Whether "twelve months" are the year that a figure is of, and not a time that is set: "within twelve months"."""
    return _DOZEN_MONTHS.match(text, numeral.start) is not None and _OVER.search(text[: numeral.start]) is not None


def _is_soft(numeral: Numeral) -> bool:
    if numeral.age:
        return True
    return bool(numeral.number and numeral.value == 1 and numeral.mention is not None and numeral.mention.in_words)


_LAW = r"(?:Acts?|Regulations?|Orders?|Rules|Directive)"
_OF_LAW = pattern_of(rf"\b(?:{_LAW}|(?i:{_LAW})\s+of)\s+$")
_IS_LAW = pattern_of(rf"\s+{_LAW}\b")
_WHEN = pattern_of(
    r"\s+(?:years?|quarters?|months?|weeks?|days?)\s+(?:ago\b|(?:(?:up\s+)?to|since|until|from)\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d)"
)
_OF_SUCH = pattern_of(r"\bthe\s+$", re.IGNORECASE)
_SUCH = pattern_of(r"\s+(?:(?:[a-z]{3,}(?<!r)est|most|least|main|other)|(?:year|quarter|month|week|day)s)\b")
_SAID_BEFORE = pattern_of(r"(?<!of )\b(?:these|those)\s+$", re.IGNORECASE)


def _says_when(text: str, numeral: Numeral) -> bool:
    """Whether a number says when something else was ("two years ago", "the nine years to 2019"), is part of a law's
    name, or of whatever is chosen or was told before: "the two largest", "those two"."""
    before = text[: numeral.start]
    if numeral.kind is Kind.YEARS:
        return _OF_LAW.search(before) is not None or _IS_LAW.match(text, numeral.end) is not None
    chosen = _OF_SUCH.search(before) is not None and _SUCH.match(text, numeral.end) is not None
    if numeral.number and _SAID_BEFORE.search(before):
        return True
    return chosen or _WHEN.match(text, numeral.end) is not None


_ORDINAL = pattern_of(
    r"an?\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:[a-z]+-)?[a-z]{3,}(?:[,;:.)]|\s+(?:is|was|has|had|will|would|[a-z]+ed)\b)",
    re.IGNORECASE,
)
"""Accepts "a third bid, for", "a fifth school opened", but not "a third of the bids", "a third came by boat"."""


def _is_ordinal(text: str, numeral: Numeral) -> bool:
    """Whether it may be the third one and no third part."""
    return (
        (_ORDINAL.match(text, numeral.start) is not None or numeral.printed.lower() in ("third", "fifth", "tenth"))
        and numeral.mention is not None
        and numeral.mention.about is None
    )


_BY_THEN = pattern_of(r"\b(?:by|until|till|before)\s+$", re.IGNORECASE)


def _is_deadline(text: str, numeral: Numeral) -> bool:
    """Whether it is the hour until which somebody is away: "Back by 12.30." """
    return numeral.kind is Kind.TIME and _BY_THEN.search(text[: numeral.start]) is not None


_OUT_OF = pattern_of(r"(?<!\b[Tt]he )\d\d/\d\d\s+[a-z]+s\b")


def _may_be_part(text: str, numeral: Numeral) -> bool:
    """Whether what looks like a year may be so many out of so many: "open in 10/11 branches"."""
    return numeral.kind is Kind.YEARS and _OUT_OF.match(text, numeral.start) is not None


_NO_FIGURES = pattern_of(
    r"^(?:(?:pdf.?|(?:first|last).)*pages?|page.?(?:first|last)|pdf.?(?:first|last)|p\.|to|ref|item|line|number.?printed|no\.?|row|column|"
    r"table.?number|table|file|file.?name|sha256|repeat.?of|schema|version|meeting.?date|due|due.?printed|seen|checked|"
    r"case|excluded.?year.?group|excluded|half|half.?year|difference|apart.?£?|difference.?£|working|rounding|method|"
    r"parts|level|agree|proven|not.?checkable|why(?:.not)?|code|chart|trend|place|para(?:graph)?s?)$",
    re.IGNORECASE,
)
"""Columns and keys that hold no figures of the paper."""

_STATUSES = ("ok", "error", "warning", "note", "not-checkable")
_SEVERITY = pattern_of(r"^\s*(?:severity|level|status|result)\s*$", re.IGNORECASE)
_GROUP = pattern_of(r"^(?:year.?)?group$", re.IGNORECASE)
_NOTE = pattern_of(r"^\s*(?:notes?|comments?|remarks?|details?)\s*$", re.IGNORECASE)
_VALUE = pattern_of(r"^(?:values?|figures?|numbers?|amounts?|results?)$", re.IGNORECASE)

_WHY = pattern_of(r"^\s*why\s*$", re.IGNORECASE)
"""A list of the tool's own of what it did not read: how many figures stand there is no figure of the paper."""

LITTLE = 2
"""Words with which a label says what it is about: "Increase on the year before" says it with none."""

LONG = 80
"""Characters from which on a cell is a sentence."""


def claims_of_row(
    summary: str, line: int, header: Sequence[str], cells: Sequence[str], *, caption: Mapping[str, float],
    above: Mapping[int, Sequence[Numeral]] | None = None, context: Context | None = None, setting: str = "",
) -> Iterator[tuple[int, Claim]]:  # fmt: skip
    """The claims of a row with their columns: each is about the row's words and its column's heading. A row whose
    label says little goes on from the one before it (`context`)."""
    context = Context() if context is None else context
    if any(_SEVERITY.match(heading) and cell in _STATUSES for heading, cell in zip(header, cells, strict=False)):
        return  # a finding of the tool's own: it says itself what does not agree
    unread = any(_WHY.match(heading) for heading in header)
    kept = [
        (at, heading, cell)
        for at, (heading, cell) in enumerate(zip(header, cells, strict=False))
        if cell.strip()
        and not (unread and _VALUE.match(heading.strip()))
        and not _NO_FIGURES.match(heading.strip())
        and not (cell.isdigit() and _GROUP.match(heading.strip()))
    ]
    note = _note_of(kept)
    labels = [(at, heading, cell) for at, heading, cell in kept if _is_label(cell) and len(cell) < LONG and at != note]
    if not labels and cells and _is_label(cells[0]) and len(cells[0]) < LONG:
        labels = [(0, header[0], cells[0])]  # what stands below "Line" or "Item" names the row where nothing else does
    named = {at for at, _, _ in labels}
    label = frozenset(word for _, _, cell in labels for word in about(cell))
    columns = [heading for at, heading in enumerate(header) if not _NO_FIGURES.match(heading.strip()) and at != note]
    if note is None and len(columns) == len(cells) > 2 and not cells[-1].strip() and _VALUE.match(columns[-2].strip()):
        columns.pop()  # a note that this row has none of
    listed = len(columns) == max(1, len(labels)) + 1
    inherited = context.words if listed and len(label) < LITTLE else {}
    found: list[tuple[int, Numeral, str, Mapping[str, float]]] = []
    for at, heading, cell in kept:
        if len(cell) >= LONG:
            for claim in claims_of_paragraph(summary, cell, [line] * len(cell), heading=merged((label, 1.0))):
                yield at, claim
        elif at == note:
            said = f"{' '.join(each for _, _, each in labels)}: {cells[at - 1]}; "
            for claim in claims_of_paragraph(summary, said + cell, [line] * len(said + cell), heading=caption):
                if claim.start >= len(said):
                    yield at, claim
        elif heading != "quote":  # a short quote is the cell that stands beside it
            for numeral in _in_cell(cell, heading, " ".join(cell for _, _, cell in labels), unit_of_all(header)):
                top = frozenset() if _VALUE.match(heading.strip()) else about(heading)
                if _is_label(cell):
                    words: Mapping[str, float] = merged(
                        (weights(cell, numeral), 1.0), (label, 0.6), (caption, BEFORE), (inherited, BEFORE)
                    )
                else:
                    above_all = BEFORE if label - {"total"} else 1.0  # a total is that of its table
                    words = merged((label, 1.0), (top, 1.0), (caption, above_all), (inherited, BEFORE))
                found.append((at, numeral, f"{' '.join(c for _, _, c in labels)} | {heading}: {cell}", words))
    named_none = not years_of(label) and all(find_period(heading) is None for heading in header)
    headed = _headed(caption) if named_none else None
    last = max((at for at, _, _, _ in found if at not in named), default=-1)
    headings = frozenset(heading.strip() for heading in header)
    for at, numeral, text, words in found:
        beside = tuple(other for _, other, _, _ in found if other is not numeral)
        yield at, Claim(
            summary=summary, line=line, numeral=numeral, text=text, start=0, words=words, beside=beside, row=True,
            label=frozenset() if at in named else label, columns=headings,
            above=tuple((above or {}).get(at, ())), setting=setting, listed=listed,
            before=context.numerals if listed else (),
            soft=_is_soft(numeral) or _only_names(numeral, cells[at], in_label=at in named, before=at < last),
            period=None if at in named else headed or find_period(header[at]),
        )  # fmt: skip
    context.words = merged((label, 1.0), (inherited, GOES_ON))
    context.numerals = tuple(numeral for _, numeral, _, _ in found)


def _note_of(kept: Sequence[tuple[int, str, str]]) -> int | None:
    """The last cell of a row where it has words and figures of its own behind the figure of the row, "45 | up from 38":
    read as the sentence that it is short for, it says more than a label does."""
    if len(kept) < 2 or _is_label(kept[-2][2]) or parse_figure(kept[-2][2]).value is None:
        return None
    at, _, cell = kept[-1]
    short = _NOTE.match(kept[-1][1]) is not None and _WITH_UNIT.fullmatch(cell.strip()) is not None  # "24 late"
    words = (short or _is_label(cell)) and len(cell) < LONG and at == kept[-2][0] + 1
    return at if words and any(each.number for each in find_numerals(cell)) else None


def _only_names(numeral: Numeral, cell: str, *, in_label: bool, before: bool) -> bool:
    """Whether a numeral of a cell says which figure is meant, which is what is claimed: a year that stands alone or in
    a label, a number in words in a label (no sentence) `before` a cell with a figure: "Five gulls | 12"."""
    if numeral.kind is Kind.YEARS:
        return in_label or cell.strip() == numeral.printed
    in_words = numeral.mention is not None and numeral.mention.in_words
    return in_label and before and in_words and not cell.rstrip().endswith(".")


_WITH_UNIT = pattern_of(r"£?\d[\d,.]*\s?[A-Za-z]{1,10}")
"""Accepts "15FE", "45 days"."""


def _is_label(cell: str) -> bool:
    """Whether a cell is words, perhaps with figures among them."""
    figure = parse_figure(cell)
    if figure.value is not None or figure.kind is not FigureKind.WORDS:
        return False
    if _WITH_UNIT.fullmatch(cell.strip()):
        return False
    numerals, rest = find_numerals(cell), cell
    for each in reversed(numerals):
        rough = each.mention.about if each.mention is not None else None
        rest = rest[: each.start].replace(rough or "", "") + rest[each.end :]
    return not (numerals and numerals[0].kind is not Kind.YEARS and not re.search(r"[A-Za-z]{4}", rest))


def _in_cell(cell: str, heading: str, label: str, general: MeasureUnit) -> Iterator[Numeral]:
    figure = parse_figure(cell)
    if figure.value is None:
        figure = parse_figure(re.sub(r"\s*[(\[].*$", "", cell))
    says_what = find_period(heading) is not None or UnitKind.MONEY in (find_unit(heading).kind, general.kind)
    if figure.value is not None and (says_what or not re.fullmatch(r"\s*(?:19|20)\d\d\s*", cell)):
        own = in_unit(figure, find_unit(heading), general, find_unit(label))
        printed = figure.printed
        start = cell.find(printed)
        mention = Mention(figure=replace(own, printed=printed), start=start, end=start + len(printed))
        yield Numeral(kind=Kind.NUMBER, printed=printed, start=start, end=start + len(printed), mention=mention)
        for numeral in find_numerals(cell):
            if numeral.start >= start + len(printed):
                yield numeral
        return
    numerals = find_numerals(cell)
    names = _names(cell, numerals)
    yield from (numeral for numeral in numerals if numeral not in names)
