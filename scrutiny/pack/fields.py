"""Room `pack`: the form at the head of a report: labels ("Subject:", "Report title") and what stands beside them.

Takes the rows of a document's first page, gives `Field`s in their order. A label is a printed form, never a
title; what stands beside it, and goes on below it in the same column, is its value.
"""

from collections.abc import Sequence

from msgspec import Struct

from scrutiny.pack.labels import ANY_COLON, NOUNS, FieldKind, known_label, parse_label
from scrutiny.pack.rows import Row
from scrutiny.sources import fold


class Field(Struct, frozen=True, kw_only=True):
    """A label of a form with its value; `label` as printed, `value` folded ("" where nothing stands beside it)."""

    kind: FieldKind
    label: str
    value: str
    first: int
    last: int
    """The rows (from 0) on which it begins and ends."""


VALUE_STEP = 18.0
"""Points. What goes on under a value stands this far to the right of its label at least; wrapped labels do not."""

FIELD_GAP = 1.9
"""Line heights within which a value goes on; between the fields of a form there is an empty line or a rule."""

MIN_BARE = 3
"""Rows with known labels that make a form in which labels have no colon: a word such as "Date" alone proves none."""


def find_fields(rows: Sequence[Row]) -> tuple[Field, ...]:
    """The labelled rows of a form in their order."""
    bare = sum(any((_of_label(row), _of_colon(row.text), _of_spaced(row.text))) for row in rows) >= MIN_BARE
    run = _run_of_labels(rows)
    fields: list[Field] = []
    index = 0
    while index < len(rows):
        found = _begin(rows, index, bare or index in run, nouns=index in run)
        if found is None:
            index += 1
            continue
        kind, label, value, next_row, column = found
        last = next_row - 1
        while next_row < len(rows) and next_row not in run and _goes_on(rows, index, next_row, value, column, bare):
            value = fold(f"{value} {_beyond(rows[next_row], column)}")
            last = next_row
            next_row += 1
        fields.append(Field(kind=kind, label=label, value=value, first=index, last=last))
        index = next_row
    return tuple(fields)


def is_form(fields: Sequence[Field]) -> bool:
    """Whether they head a report: known labels of two kinds, one of what, for or from whom; or three of handling."""
    known = [field.kind for field in fields if known_label(field.label) is not None]
    handling = sum(kind is FieldKind.HANDLING for kind in known)
    return handling >= MIN_BARE or (
        len(known) >= 2 and any(kind in (FieldKind.TITLE, FieldKind.BODY, FieldKind.FROM) for kind in known)
    )


def value_of(fields: Sequence[Field], kind: FieldKind) -> str | None:
    """The first value of a kind that says something."""
    return next((field.value for field in fields if field.kind is kind and any(c.isalnum() for c in field.value)), None)


def _run_of_labels(rows: Sequence[Row]) -> range:
    """The first rows that follow one another and all begin with a label, whatever the word: "Forum", "Paper"."""
    for first in range(min(len(rows), 6)):
        last = first
        while (
            last < len(rows)
            and rows[last].same_style(rows[first])
            and (_of_spaced(rows[last].text, nouns=True) or _of_colon(rows[last].text))
        ):
            last += 1
        if last - first >= MIN_BARE:
            return range(first, last)
    return range(0)


# kind, label, value so far, the next row, the column of the value where it has one
_Begun = tuple[FieldKind, str, str, int, float | None]


def _begin(rows: Sequence[Row], index: int, bare: bool, *, nouns: bool = False) -> _Begun | None:
    """The field that begins on a row: kind, label, value so far, the next row, and the column of its value."""
    row = rows[index]
    wrapped = _wrapped_label(rows, index)
    if wrapped is not None:
        return wrapped
    beside = _of_label(row)
    labels = len(row.pieces) > 1 and all(piece.text.rstrip().endswith(":") for piece in row.pieces)
    if beside is not None and labels and index + 1 < len(rows):
        value = fold(rows[index + 1].pieces[0].text)  # labels in a row, their values below them
        return beside[0], beside[1], value, index + 2, row.pieces[1].box.left
    if beside is not None and len(row.pieces) > 1:
        kind, label = beside
        return kind, label, fold(" ".join(piece.text for piece in row.pieces[1:])), index + 1, row.pieces[1].box.left
    colon = _of_colon(row.text)
    if colon is not None and nouns and known_label(colon[1]) is None and (inside := _of_spaced(row.text, nouns=True)):
        colon = inside  # the value has the colon: "Paper School places: the next five years"
    if colon is not None:
        kind, label, value = colon
        return kind, label, value, index + 1, None
    if beside is not None and bare and beside[0] is FieldKind.TITLE:
        return beside[0], beside[1], "", index + 1, None
    if bare and (spaced := _of_spaced(row.text, nouns=nouns)) is not None:
        kind, label, value = spaced
        return kind, label, value, index + 1, None
    return None


def _wrapped_label(rows: Sequence[Row], index: int) -> _Begun | None:
    """A label over two rows beside its value: "REPORT | TRANSPORT" above "TITLE:"."""
    row = rows[index]
    whole = known_label(row.pieces[0].text) is not None and row.pieces[0].text.endswith(":")
    if index + 1 >= len(rows) or len(row.pieces) < 2 or whole:
        return None
    below = rows[index + 1]
    label = fold(f"{row.pieces[0].text} {below.pieces[0].text}")
    kind = known_label(label)
    if kind is None or abs(below.box.left - row.box.left) > 6 or len(row.pieces[0].text.split()) > 3:
        return None
    column = row.pieces[1].box.left
    value = fold(" ".join([*(piece.text for piece in row.pieces[1:]), *(piece.text for piece in below.pieces[1:])]))
    return kind, label.rstrip(": "), value, index + 2, column


def _goes_on(rows: Sequence[Row], first: int, at: int, value: str, column: float | None, bare: bool) -> bool:
    """Whether the value of the field that began on row `first` goes on with row `at`."""
    label_row, before, row = rows[first], rows[at - 1], rows[at]
    gap = row.box.top - before.box.bottom
    if gap > (FIELD_GAP - 1) * max(row.main.size, 6.0) or _begin(rows, at, bare) is not None:
        return False
    if column is not None:
        beside = len(row.pieces) > 1 and abs(row.pieces[1].box.left - column) < 6
        return row.box.left >= column - 6 or (beside and not value)
    if row.box.left >= label_row.box.left + VALUE_STEP:
        return not value or abs(row.main.size - label_row.main.size) < 0.6
    if not value:
        return gap < row.main.size
    # a value that is wrapped to the edge of its label: only where the row above was full
    full = before.box.right > 0.75 * (max(other.box.right for other in rows))
    near = row.same_style(before) and gap < 0.5 * row.main.size
    return full and near and not row.text.endswith(":") and at - first <= 3


def _beyond(row: Row, column: float | None) -> str:
    """What stands in the column of the value."""
    if column is None:
        return row.text
    return fold(" ".join(piece.text for piece in row.pieces if piece.box.left >= column - 6))


def _of_label(row: Row) -> tuple[FieldKind, str] | None:
    """A known label that is a piece of its own."""
    printed = row.pieces[0].text
    kind = known_label(printed)
    return (kind, fold(printed).rstrip(" :")) if kind is not None else None


def _of_colon(text: str) -> tuple[FieldKind, str, str] | None:
    """A label with its colon and value on one line."""
    known = parse_label(text)
    if known is not None:
        return known
    other = ANY_COLON.match(text)
    if other and len(other["label"].split()) <= 6:
        return FieldKind.OTHER, other["label"], fold(other["value"] or "")
    return None


def _of_spaced(text: str, *, nouns: bool = False) -> tuple[FieldKind, str, str] | None:
    """A known label without a colon, run together with its value: "Key Decision Yes", "Subject Budget outturn"."""
    words = text.split()
    for count in range(min(5, len(words) - 1), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        kind = known_label(label)
        if kind is None or (NOUNS.match(label) and not nouns):
            continue
        if not label[:1].isupper() or value[:1].islower():
            continue
        return kind, label, value
    return None
