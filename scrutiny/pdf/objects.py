"""Room `pdf`: the objects of a sound file as they stand in it, by their numbers.

For the one thing that pdfium does not tell and every pack is asked: which object a page's font is. Importing pypdf for
that takes as long as to read a hundred pages. Whatever is not plain raises `NotPlainError`: then pypdf is asked.
"""

import re
import zlib
from mmap import mmap

Dictionary = dict[bytes, object]


class NotPlainError(Exception):
    """The file is encrypted, damaged, or written in a way that is left to pypdf."""


class Reference(int):
    """The number of an object that stands elsewhere."""


DEEPEST = 40
"""Dictionaries and arrays inside one another."""

LARGEST = 64_000_000
"""Bytes that all streams together may unpack to."""

_TOKEN = re.compile(
    rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+"
    rb"(?:(?P<reference>\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r /<>\[\]()%])"
    rb"|(?P<number>[+-]?\d+)(?![\d.])|(?P<name>/[^\0\t\n\f\r /<>\[\](){}%]*)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[\da-fA-F\0\t\n\f\r ]*>)|(?P<text>\()|(?P<word>[^\0\t\n\f\r /<>\[\](){}%]+))"
)
_IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
_HEADER = re.compile(rb"[\0\t\n\f\r ]*(\d+)\s+\d+\s+obj\b")
_SECTION = re.compile(rb"\s*(\d+)\s+(\d+)[ \t]*\r?\n?")
_STREAM = re.compile(rb"\s*stream\r?\n")
_TRAILER = re.compile(rb"\s*trailer")
_BEGINS = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")


class Objects:
    """The objects of a file."""

    def __init__(self, data: "mmap | bytes") -> None:
        self._data = data
        self._places: dict[int, int | tuple[int, int]] = {}
        self._packed: dict[int, tuple[bytes, dict[int, int]]] = {}
        self._made: dict[int, object] = {}
        self.trailer: Dictionary = {}
        self._room = LARGEST
        begins = _BEGINS.match(data, max(0, data.rfind(b"startxref")))
        seen: set[int] = set()
        place: object = int(begins[1]) if begins else None
        while isinstance(place, int) and place not in seen:
            seen.add(place)
            found = self._read_places(place)
            self.trailer = self.trailer or found
            place = found.get(b"/Prev")
        if place is not None or not self.trailer or b"/Encrypt" in self.trailer:
            raise NotPlainError

    def get(self, value: object) -> object:
        """What a value stands for: the object that it names, or itself."""
        for _ in range(DEEPEST):
            if not isinstance(value, Reference):
                return value
            if value not in self._made:
                self._made[value] = self._read(value)
            value = self._made[value]
        raise NotPlainError

    def dictionary(self, value: object) -> Dictionary:
        """The dictionary that a value stands for. Raises `NotPlainError` where it is none."""
        found = self.get(value)
        if not isinstance(found, dict):
            raise NotPlainError
        return found

    def _read(self, number: int) -> object:
        place = self._places.get(number)
        if place is None:
            return None
        if isinstance(place, int):
            return self._parse(self._data, self._begin(number, place))[0]
        data, places = self._unpacked(place[0])
        return self._parse(data, places[number])[0] if number in places else None

    def _begin(self, number: int | None, place: object) -> int:
        """Where an object begins behind its number."""
        header = _HEADER.match(self._data, place) if isinstance(place, int) else None
        if header is None or number not in (None, int(header[1])):
            raise NotPlainError
        return header.end()

    def _read_places(self, place: int) -> Dictionary:
        """Notes where objects stand, as far as a newer table has not; gives the trailer."""
        if self._data[place : place + 4] == b"xref":
            return self._read_table(place + 4)
        trailer, entries = self._stream(self._begin(None, place))
        widths, size = trailer.get(b"/W"), trailer.get(b"/Size")
        runs = trailer.get(b"/Index", [0, size])
        if not (isinstance(widths, list) and len(widths) == 3 and isinstance(runs, list)):
            raise NotPlainError
        first, second, third = (each if isinstance(each, int) else -1 for each in widths)
        at, row = 0, first + second + third
        if min(first, second - 1, third) < 0:
            raise NotPlainError
        for begin, count in zip(runs[::2], runs[1::2], strict=True):
            if not (isinstance(begin, int) and isinstance(count, int) and at + row * count <= len(entries)):
                raise NotPlainError
            for number in range(begin, begin + count):
                fields = (entries[at : at + first], entries[at + first : at + first + second])
                kind = int.from_bytes(fields[0], "big") if first else 1
                where = int.from_bytes(fields[1], "big")
                at += row
                if kind in (1, 2):
                    self._places.setdefault(number, where if kind == 1 else (where, number))
        return trailer

    def _read_table(self, at: int) -> Dictionary:
        while section := _SECTION.match(self._data, at):
            begin, count = int(section[1]), int(section[2])
            rows = self._data[section.end() : section.end() + 20 * count]
            if len(rows) != 20 * count:
                raise NotPlainError
            for index in range(count):
                row = rows[20 * index : 20 * index + 20]
                if row[17:18] == b"n":
                    self._places.setdefault(begin + index, int(row[:10]))
                elif row[17:18] != b"f":
                    raise NotPlainError
            at = section.end() + 20 * count
        begins = _TRAILER.match(self._data, at)
        trailer = self._parse(self._data, begins.end())[0] if begins else None
        if not isinstance(trailer, dict):
            raise NotPlainError
        if isinstance(more := trailer.get(b"/XRefStm"), int):
            self._read_places(more)
        return trailer

    def _stream(self, at: int) -> tuple[Dictionary, bytes]:
        """The dictionary and the unpacked bytes of the stream that begins here."""
        found, end = self._parse(self._data, at)
        begins = _STREAM.match(self._data, end)
        if not isinstance(found, dict) or begins is None:
            raise NotPlainError
        length, options = self.get(found.get(b"/Length")), self.get(found.get(b"/DecodeParms"))
        if not isinstance(length, int) or self.get(found.get(b"/Filter")) not in (b"/FlateDecode", [b"/FlateDecode"]):
            raise NotPlainError
        unpacking = zlib.decompressobj()
        made = unpacking.decompress(self._data[begins.end() : begins.end() + length], self._room)
        self._room -= len(made)
        if unpacking.unconsumed_tail or self._room <= 0:
            raise NotPlainError
        return found, made if options is None else _without_prediction(made, options)

    def _unpacked(self, number: int) -> tuple[bytes, dict[int, int]]:
        """A stream of objects, and where in it they begin."""
        if number not in self._packed:
            found, made = self._stream(self._begin(number, self._places.get(number)))
            count, first = found.get(b"/N"), found.get(b"/First")
            if not (isinstance(count, int) and isinstance(first, int)):
                raise NotPlainError
            pairs = [int(each) for each in made[:first].split()][: 2 * count]
            places = {own: first + at for own, at in zip(pairs[::2], pairs[1::2], strict=True)}
            self._packed[number] = (made, places)
        return self._packed[number]

    def _parse(self, data: "mmap | bytes", at: int, depth: int = 0) -> tuple[object, int]:
        """The value that begins here, and where it ends."""
        token = _TOKEN.match(data, at)
        if token is None or depth > DEEPEST:
            raise NotPlainError
        kind, end = token.lastgroup, token.end()
        printed = token[kind or 0]
        if kind == "reference":
            return Reference(printed), end
        if kind == "number":
            return int(printed), end
        if kind == "text":
            return b"", _end_of_text(data, end)
        if kind != "open":
            if kind == "close":
                raise NotPlainError
            return printed, end
        values: list[object] = []
        while True:
            token = _TOKEN.match(data, end)
            if token is not None and token.lastgroup == "close":
                break
            value, end = self._parse(data, end, depth + 1)
            values.append(value)
        if (token["close"] == b"]") != (printed == b"["):
            raise NotPlainError
        return (values, token.end()) if printed == b"[" else (_dictionary_of(values), token.end())


def _dictionary_of(values: list[object]) -> Dictionary:
    made = {key: value for key, value in zip(values[::2], values[1::2], strict=True) if isinstance(key, bytes)}
    if 2 * len(made) != len(values) or any(b"#" in key for key in made):
        raise NotPlainError
    return made


def _end_of_text(data: "mmap | bytes", at: int) -> int:
    depth = 1
    for match in _IN_TEXT.finditer(data, at):
        depth += (match[0] == b"(") - (match[0] == b")")
        if depth == 0:
            return match.end()
    raise NotPlainError


def _without_prediction(data: bytes, options: object) -> bytes:
    """The rows of a stream, each told by its difference from the one above."""
    columns = options.get(b"/Columns") if isinstance(options, dict) else None
    if not isinstance(options, dict) or not isinstance(columns, int) or not 0 < columns < len(data):
        raise NotPlainError
    if options.get(b"/Predictor") not in range(10, 16):
        raise NotPlainError
    rows = bytearray()
    above = bytes(columns)
    for at in range(0, len(data), columns + 1):
        kind, row = data[at], data[at + 1 : at + 1 + columns]
        if kind not in (0, 2) or len(row) != columns:
            raise NotPlainError
        above = row if kind == 0 else bytes((one + other) & 255 for one, other in zip(row, above, strict=True))
        rows += above
    return bytes(rows)
