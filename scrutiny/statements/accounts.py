"""Room `statements`: what is there, what comes and goes, and what is left.

Takes a sentence with its quantities, gives sums with signs: one that is written out ("£9m gross less income of £2m
leaves £7m"), or one that is told, in whatever order ("stood at £8.5m after £2.9m was used, from £11.4m at the start").
Told figures play their parts by the words of their own clauses; where one plays none, or two play the same end,
nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Quantity, Sum


def find_accounts(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Sum]:
    """Every account of a sentence."""
    written = list(_written_out(text, quantities, gap))
    yield from written or _told(text, quantities)


class _Part(StrEnum):
    OPENING = "opening"
    CLOSING = "closing"
    IN = "in"
    OUT = "out"


_PARTS = {
    _Part.OPENING: r"at\s+(?:the|its)\s+(?:start|beginning)|opening|brought\s+forward|on\s+1(?:st)?\s+April|"
    r"(?:start|beg[au]n|open)\w*\s+(?:\w+\s+){0,3}with",
    _Part.CLOSING: r"leav(?:es|ing)|stands\s+at|closing|carried\s+forward|at\s+(?:its|the)\s+end|remain(?:s|ed|ing)?|"
    r"(?:closed|ended)\s+the\s+(?:year|quarter|month)|on\s+31(?:st)?\s+March|(?:ended|finished)\s+(?:\w+\s+){0,3}?with|"
    r"balance\s+(?:\w+\s+){0,3}?(?:was|is|stood\s+at)(?=\s+$)",
    _Part.IN: r"in\s+of(?=\s+$)|(?:came|comes?|coming|taken|brought|moved|paid|transferred)\s+in(?:to)?|"
    r"were\s+opened|added|received|contributed|joined|arrived|borrowed|bought|built|recruited",
    _Part.OUT: r"out\s+of(?=\s+$)|(?:went|gone|comes?|taken|moved|paid|transferred)\s+out|drawn\s+down|"
    r"used|spent|drawn(?!\s+up)|withdrawn|released|repaid|left|resigned|sold|closed(?!\s+the\s)|lost|demolished|written\s+off",
}
_PART = pattern_of("|".join(rf"(?P<{part}>\b(?:{words})\b)" for part, words in _PARTS.items()), re.IGNORECASE)
_CLAUSES = pattern_of(r"[,;]\s|\s(?:and|but|after|from|so\s+that|when)\s|(?<!ed)(?<!gan)\swith\s")


def _told(text: str, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """ "It was £18.6m on 1 April; £4.2m was used and £1.5m added, leaving £15.9m": all figures of its kind."""
    unit = Unit.POUNDS if any(each.unit is Unit.POUNDS for each in quantities) else Unit.NUMBER
    own = [each for each in quantities if each.unit is unit and not each.is_year]
    if len(own) < 3 or not all(each.exact for each in own) or _ONE_OF_ANOTHER.search(text):
        return
    ends_of = [0, *(each.end for each in own[:-1])]
    parts = [_part(text, each, behind) for each, behind in zip(own, ends_of, strict=True)]
    if len(own) >= FLOWS and parts[0] is None and _Part.OPENING not in parts and None not in parts[1:]:
        parts[0] = _Part.OPENING  # what is told first is there before something comes or goes
    ends = [
        [each for each, part in zip(own, parts, strict=True) if part is end] for end in (_Part.OPENING, _Part.CLOSING)
    ]
    if None in parts or any(len(end) != 1 for end in ends) or ends[1][0] not in (own[0], own[-1]):
        return  # "leaving 1,250, and 30 were sold to staff"
    moves = [(each, part) for each, part in zip(own, parts, strict=True) if part in (_Part.IN, _Part.OUT)]
    yield Sum(
        total=ends[1][0], parts=(ends[0][0], *(each for each, _ in moves)),
        signs=(1, *(1 if part is _Part.IN else -1 for _, part in moves)),
    )  # fmt: skip


_ONE_OF_ANOTHER = pattern_of(r"\d\s+(?:out\s+)?of\s+(?:the\s+)?\d", re.IGNORECASE)
"""One figure is a part of the next: "3 out of 10 left"."""

FLOWS = 4
"""Figures of an account that has an opening, a closing, and something that comes as well as something that goes."""


def _part(text: str, quantity: Quantity, behind: int) -> _Part | None:
    """The part of a figure in an account, by the words of its own clause before it (but `behind` the figure before), or
    else after it; None where they say nothing, or two things."""
    first = max((match.end() for match in _CLAUSES.finditer(text, 0, quantity.start)), default=0)
    stop = _CLAUSES.search(text, quantity.end)
    last = stop.start() if stop else len(text)
    before = {match.lastgroup for match in _PART.finditer(text, max(first, behind), quantity.start)}
    said = before or {match.lastgroup for match in _PART.finditer(text, quantity.end, last)}
    return _Part(next(iter(said)) or "") if len(said) == 1 else None


_SIGNED = pattern_of(
    r"^(?:\s+(?!of\b)[\w'’/-]+){0,8}?\s*,?\s*\b(?P<sign>plus|less|minus|and|offset\s+by|net\s+of|deducting)\b\s+"
    r"(?:(?!by\b)[\w'’/-]+\s+){0,5}?$|^\s*(?P<mark>[+−–-])\s*$"
    rf"|^(?:\s+(?!of\b)[\w'’/-]+){{0,10}}?,?\s+(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+by\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_COMPARES = pattern_of(r"\s+(?:on|since|from|than|against|compared)\b", re.IGNORECASE)
_ACCOUNT_IS = pattern_of(
    r"^(?:\s+[\w'’/-]+){0,6}?,?\s*(?:(?:being|made\s+up\s+of|comprising|i\.e\.|calculated\s+as|consisting\s+of|=|is)\s+|\(\s*|:\s+)"
    r"(?:[\w'’/-]+\s+){0,5}?$",
    re.IGNORECASE,
)
_LEAVES = pattern_of(
    r"^(?:\s+[\w'’/-]+){0,6}?,?\s*(?:leav(?:es|ing)|giv(?:es|ing)|mak(?:es|ing)|result(?:s|ing)\s+in|equals|produc(?:es|ing)|"
    r"to\s+give)\s+(?:[\w'’/-]+\s+){0,6}?$",
    re.IGNORECASE,
)


def _written_out(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[Sum]:
    """ "£9m gross less income of £2m leaves £7m"; "£7m, being £6m plus £3m less £2m"."""
    first = 0
    while first + 1 < len(quantities):
        signs, last, moved = [1], first, list[int]()
        while last + 1 < len(quantities) and (link := _SIGNED.match(gap[last])):
            moves = link["up"] or link["down"]
            if moves and (_COMPARES.match(text[quantities[last + 1].end :]) or signs != [1, *moved]):
                return  # "income of £4.0m less costs of £3.0m, down by £0.2m": the costs went down
            minus = (link["sign"] or "").lower() in ("less", "minus", "offset by", "net of", "deducting")
            signs.append(-1 if minus or link["down"] or link["mark"] in ("−", "–", "-") else 1)
            moved += signs[-1:] if moves else []
            last += 1
        parts = tuple(quantities[first : last + 1])
        if -1 in signs and all(_alike(each, parts[0]) for each in parts):
            behind = last + 1 < len(quantities) and _LEAVES.match(gap[last]) and quantities[last + 1]
            ahead = first > 0 and _ACCOUNT_IS.match(gap[first - 1]) and quantities[first - 1]
            total = behind or ahead
            if total and not (behind and ahead) and _alike(total, parts[0]):
                yield Sum(total=total, parts=parts, signs=tuple(signs))
        first = max(last, first + 1)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit is other.unit and one.exact and not one.is_share and not one.is_year
