"""Room `sheets`: typed rows. Takes values whose fields carry heading and meaning, gives `Table`s.

A row is declared once; the columns of every format and the JSON Schema follow from the declaration: the name and the
kind of a column are those of the field, it may be empty where the field may be None, and its choices are the members of
an enum. A `Quote` becomes the columns that every row from a paper has: file, page, pdf_page and quote.
"""

import types
import typing
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from scrutiny.sheets.model import PAPER_COLUMNS, Cell, Column, Kind, Layout, Row, Table, Value
from scrutiny.sources import Quote, Quoted

RowType = TypeVar("RowType")


class Place(Struct, frozen=True):
    """How a `Quote` is shown: as the columns file, page, pdf_page and quote, of which people see `shown`."""

    shown: tuple[str, ...] = ()


HIDDEN_PLACE = Place()
PAGES = Place(shown=("page",))
Item = Annotated[str | None, Cell("Item", shown=False)]
"""The agenda item that a row is from."""

_KINDS: dict[type, Kind] = {
    str: Kind.TEXT, bool: Kind.YES_NO, int: Kind.COUNT, Decimal: Kind.EXACT, date: Kind.DATE
}  # fmt: skip


class Sheet(Struct, Generic[RowType], frozen=True, kw_only=True):
    """A table that a command gives: the type of its rows, its name in JSON, and its caption. A `companion` is detail
    beside the table that was asked for, and stands only in formats that hold several tables."""

    row: type[RowType]
    name: str
    caption: str
    companion: bool = False

    @property
    def layout(self) -> Layout:
        """The columns, in the order of the row's fields."""
        return Layout(
            name=self.name, caption=self.caption, columns=_declared(self.row).columns, companion=self.companion
        )

    def table(self, rows: Iterable[RowType], *, shown: Collection[str] | None = None) -> Table:
        """The rows as a table; `shown` names the columns that people see where that differs from the declaration."""
        layout = self.layout if shown is None else self.layout.showing(shown)
        return Table(layout=layout, rows=tuple(_values(row) for row in rows))

    def row_of(self, fact: Quoted, **more: object) -> RowType:
        """The row of a fact: each field is `more` of that name, or else the fact's own; the item is that of its
        quote. Raises `AttributeError` where a field is neither."""
        own = {
            name: more[name] if name in more else fact.quote.item if name == "item" else getattr(fact, name)
            for name, _ in _declared(self.row).fields
        }
        return self.row(**own)

    def table_of(self, facts: Iterable[Quoted]) -> Table:
        """The rows of facts that hold all that is shown."""
        return self.table(self.row_of(fact) for fact in facts)


class _Declared(Struct, frozen=True):
    """What a type of row declares: its columns, and its fields with whether each is a place on a page."""

    columns: tuple[Column, ...]
    fields: tuple[tuple[str, bool], ...]


_known: dict[type[Any], _Declared] = {}


def _declared(row: type[Any]) -> _Declared:
    if row not in _known:
        hints = typing.get_type_hints(row, include_extras=True)
        own = [(name, hints[name]) for name in row.__struct_fields__]
        _known[row] = _Declared(
            columns=tuple(column for name, hint in own for column in _of_field(name, hint)),
            fields=tuple((name, isinstance(typing.get_args(hint)[1], Place)) for name, hint in own),
        )
    return _known[row]


def _of_field(name: str, hint: Any) -> Iterator[Column]:
    declared, shown = typing.get_args(hint)
    members = typing.get_args(declared) if isinstance(declared, types.UnionType) else (declared,)
    optional = type(None) in members
    own = next(member for member in members if member is not type(None))
    if isinstance(shown, Place):
        for column in PAPER_COLUMNS:
            yield replace(column, shown=column.name in shown.shown, optional=optional or column.optional)
        return
    choices = tuple(member.value for member in own) if issubclass(own, StrEnum) else shown.choices
    kind = _KINDS.get(own, Kind.TEXT)
    yield Column(**asdict(shown) | {"name": name, "kind": kind, "optional": optional, "choices": choices})


def _values(row: object) -> Row:
    """The row as it is shown, by the names of its columns."""
    values: dict[str, Value] = {}
    for name, place in _declared(type(row)).fields:
        value = getattr(row, name)
        if place:
            values |= place_of(value)
        else:
            values[name] = value.value if isinstance(value, StrEnum) else value
    return values


def place_of(quote: Quote | None) -> Row:
    """The columns that every row from a paper has."""
    if quote is None:
        return dict.fromkeys(column.name for column in PAPER_COLUMNS)
    return {"file": quote.file, "page": quote.page_label, "pdf_page": quote.pdf_page, "quote": quote.text}


__all__ = ["HIDDEN_PLACE", "PAGES", "Cell", "Place", "Sheet", "place_of"]
