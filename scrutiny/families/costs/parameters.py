"""Room `costs`: dated parameters, and scenarios that change some of them.

Takes TOML, gives `Parameters`. Every entry of the reference has a value, a unit, the day from which it holds, its
source, and the day on which that was checked; a scenario file has bare values. An unknown key is an error that names
the nearest known one.
"""

import datetime
import difflib
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from msgspec import Struct, convert, field

from scrutiny.errors import ParameterError
from scrutiny.language.patterns import pattern_of

_NUMBERS = (
    "awpu.ks3", "awpu.ks4", "top_up", "school_days", "days", "terms", "growth", "transport", "last_year_group",
    "investment", "pupil_premium", "weeks", "adjustment",
)  # fmt: skip
_WHOLE = ("school_days", "days", "terms", "last_year_group", "weeks")
_YEAR_KEY = pattern_of(r"^day_rate\.20\d\d[-/]\d\d$")
_PUPIL = pattern_of(r"^\s*year\s*=\s*(?P<group>\d{1,2})\s*,\s*excluded\s*=\s*(?P<year>20\d\d)[-/](?P<next>\d\d)\s*$")


class Pupil(Struct, frozen=True, kw_only=True):
    """A pupil excluded from a year group in an academic year, told by its first year."""

    year_group: int
    excluded: int

    @staticmethod
    def parse(text: str) -> "Pupil":
        """Raises `ParameterError` for anything but "year=8,excluded=2024-25"."""
        match = _PUPIL.match(text)
        if match is None or (int(match["year"]) + 1) % 100 != int(match["next"]):
            raise ParameterError(f"the pupil is not valid: {text}", advice='Write "year=8,excluded=2024-25".')
        return Pupil(year_group=int(match["group"]), excluded=int(match["year"]))


class Parameter(Struct, frozen=True, kw_only=True):
    """One number, and where it comes from."""

    value: Decimal
    unit: str
    since: datetime.date | None
    source: str
    checked_on: datetime.date | None

    @property
    def origin(self) -> str:
        """Its source with the day from which it holds and the day on which that was checked, where they are known."""
        since = f"from {self.since.isoformat()}" if self.since else None
        checked = f"checked on {self.checked_on.isoformat()}" if self.checked_on else None
        return ", ".join(piece for piece in (self.source, since, checked) if piece)


class Parameters(Struct, frozen=True):
    """All that the model reads. Each key is noted where it is read, for the trace."""

    values: Mapping[str, Parameter]
    pupils: tuple[Pupil, ...]
    _read: list[str] = field(default_factory=list)

    def number(self, key: str) -> Decimal:
        """The value of a key, noted as read."""
        self._read.append(key)
        return self.values[key].value

    def take_read(self) -> tuple[str, ...]:
        """The keys that were read since this was last asked, each once."""
        keys = tuple(dict.fromkeys(self._read))
        self._read.clear()
        return keys

    def whole(self, key: str) -> int:
        return int(self.number(key))

    def day_rate_keys(self) -> dict[int, str]:
        """The keys of the day rates by the first year of each academic year."""
        return {int(key[9:13]): key for key in self.values if key.startswith("day_rate.")}

    def with_values(self, changes: Mapping[str, Decimal], source: str, pupils: tuple[Pupil, ...] = ()) -> "Parameters":
        """The same with some values changed. Raises `ParameterError` for a key that is unknown."""
        values = dict(self.values)
        for key, value in changes.items():
            known(key, where=source)
            unit = values[key].unit if key in values else "£ a day"
            values[key] = Parameter(value=value, unit=unit, since=None, source=source, checked_on=None)
        return Parameters(values, pupils or self.pupils)


def is_known(key: str) -> bool:
    """Whether the model has a parameter of this name."""
    return key in _NUMBERS or _YEAR_KEY.match(key) is not None


def known(key: str, *, where: str, beside: tuple[str, ...] = ()) -> None:
    """Raises `ParameterError` for a key that is none, with the nearest that is. `beside` are those of a report."""
    if is_known(key):
        return
    raise unknown(key, where, (*_NUMBERS, "day_rate.2024-25", "pupils", "name", *beside))


MOST_NAMED = 24
"""Parameters that a message spells out."""


def unknown(key: str, where: str, names: tuple[str, ...]) -> ParameterError:
    """The error for a key that is none of some names."""
    near = difflib.get_close_matches(key, names, n=1)
    own = [name for name in dict.fromkeys(names) if name not in ("day_rate.2024-25", "pupils", "name")]
    more = f" and {len(own) - MOST_NAMED} more: see --trace" if len(own) > MOST_NAMED else ", day_rate.YEAR and pupils"
    shown = ", ".join(own[:MOST_NAMED]) or "none"
    advice = f"Did you mean {near[0]}?" if near else f"There are {shown}{more}."
    return ParameterError(f"{where}: there is no parameter {key}", advice=advice)


def number_of(key: str, value: object, *, where: str) -> Decimal:
    """An exact number for a key. Raises `ParameterError` for text, negatives, and parts of days."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ParameterError(f"{where}: {key} is not a number", advice="Write a number, such as 4200.")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise ParameterError(
            f"{where}: {key} is not a number: {value}", advice="Write a number, such as 4200."
        ) from None
    if not number.is_finite() or number < 0 or (key in _WHOLE and (number % 1 or number == 0)):
        raise ParameterError(
            f"{where}: {key} cannot be {value}", advice="Days and weeks are whole and not 0; nothing is negative."
        )
    return number


class _Entry(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """An entry of the reference: one number, one for each year, or the pupils."""

    value: Decimal | dict[str, Decimal] | list[str]
    unit: str
    since: datetime.date
    source: str
    checked_on: datetime.date


def reference_parameters() -> Parameters:
    """The parameters that come with the program."""
    from importlib.resources import files  # which takes longer to import than a page to read; most commands need none

    path = files("scrutiny.families.costs") / "reference" / "parameters.toml"
    values: dict[str, Parameter] = {}
    pupils: tuple[Pupil, ...] = ()
    for key, entry in _entries(_toml(path.read_text(encoding="utf-8"), path.name)):
        if isinstance(entry.value, list):
            pupils = tuple(map(Pupil.parse, entry.value))
            continue
        by_year = entry.value if isinstance(entry.value, dict) else {"": entry.value}
        for year, number in by_year.items():
            name = f"{key}.{year}" if year else key
            values[name] = Parameter(
                value=number, unit=entry.unit, since=entry.since, source=entry.source, checked_on=entry.checked_on
            )
    return Parameters(values, pupils)


def _entries(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, _Entry]]:
    """The entries of the reference, by their dotted keys."""
    for key, value in data.items():
        if "value" in value:
            yield above + key, convert(value, _Entry)
        else:
            yield from _entries(value, f"{above}{key}.")


class Scenario(Struct, frozen=True, kw_only=True):
    """Changes to the parameters, under a name."""

    name: str
    changes: Mapping[str, Decimal]
    pupils: tuple[Pupil, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each change stands, for messages."""


def read_scenario(path: Path) -> Scenario:
    """A scenario file. Raises `ParameterError` with the line of what is wrong; parameters that the model does not have
    are let through, as they may be those of a report."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ParameterError(f"{path} cannot be read as text: {error}", advice="Give a scenario file (TOML).") from None
    data = _toml(text, path.name)
    name, pupils, changes = path.stem, (), {}  # type: str, tuple[Pupil, ...], dict[str, Decimal]
    places: dict[str, str] = {}
    for key, value in _flat(data):
        where = f"{path.name}, line {_line(text, key)}"
        if key == "name":
            name = str(value)
        elif key == "pupils":
            pupils = _pupils(value, where)
        else:
            changes[key], places[key] = number_of(key, value, where=where), where
    return Scenario(name=name, changes=changes, pupils=pupils, places=places)


def parse_setting(text: str) -> tuple[str, Decimal]:
    """ "awpu.ks3=4200" as a key and its value. Raises `ParameterError`; a parameter that the model does not have is let
    through, as it may be one of a report."""
    key, equals, value = text.partition("=")
    if not equals:
        raise ParameterError(f"--set {text}: nothing is set", advice="Write --set awpu.ks3=4200.")
    return key.strip(), number_of(key.strip(), value.strip().lstrip("£").replace(",", ""), where="--set")


def _toml(text: str, name: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ParameterError(f"{name}: {error}", advice="Write TOML: key = value.") from None


def _flat(data: Mapping[str, object], above: str = "") -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    for key, value in data.items():
        pairs += _flat(value, f"{above}{key}.") if isinstance(value, dict) else [(f"{above}{key}", value)]
    return pairs


def _pupils(value: object, where: str) -> tuple[Pupil, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ParameterError(f"{where}: pupils is no list", advice='Write pupils = ["year=8,excluded=2024-25"].')
    return tuple(Pupil.parse(each) for each in value)


def _line(text: str, key: str) -> int:
    """The line on which a key, or the last part of it, is set."""
    last = re.escape(key.rsplit(".", 1)[-1])
    whole = re.escape(key)
    pattern = re.compile(rf"^\s*(?:\[\s*)?(?:{whole}|\"?{last}\"?|[\w.]*\.\"?{last}\"?)\s*(?:=|\])", re.MULTILINE)
    match = pattern.search(text)
    return text.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip())) + 1 if match else 1
