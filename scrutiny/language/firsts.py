"""Part of the room `language`: the letters with which whatever a pattern finds begins.

Takes a pattern as Python reads it, gives what its engine needs to pass over all other letters of a text by itself, in a
twentieth of the time that it takes to begin with the pattern at each. Python knows this only of patterns that begin
with letters: not of those, most of the house, that begin with the edge of a word or with what must not stand before.
"""

import importlib
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

KNOWN = 256
"""Letters that are told apart; of all others a pattern is asked."""

EVERY = (1 << KNOWN) - 1
_WITHOUT_WIDTH = ("AT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_ONE = [chr(code) for code in range(KNOWN)]
_KINDS = {
    kind: sum(1 << code for code, letter in enumerate(_ONE) if re.match(kind, letter)) for kind in (r"\d", r"\s", r"\w")
}


def passing(tree: Any, numbers: Sequence[int]) -> tuple[int, ...]:
    """What is to be put in the place of the numbers before those of a pattern itself, so that other letters than its
    first are passed over; nothing where they are not known, or Python knows them."""
    letters = first_letters(tree)
    constants = importlib.import_module("re._constants")
    head, skip, known, least, most = numbers
    if letters == EVERY or (head, skip, known) != (constants.INFO, len(numbers) - 1, 0):
        return ()
    bits = (letters >> at & 0xFFFFFFFF for at in range(0, KNOWN, 32))
    allowed = (constants.CHARSET, *bits, constants.RANGE, KNOWN, sys.maxunicode, constants.FAILURE)
    return tuple(map(int, (head, skip + len(allowed), constants.SRE_INFO_CHARSET, least, most, *allowed)))


def first_letters(tree: Any) -> int:
    """The letters with which a match of a pattern may begin, each a bit; `EVERY` where nothing is known of them."""
    anchored = len(tree) and str(tree[0][0]) == "AT" and "BEGINNING" in str(tree[0][1])
    letters, passes = _of_parts(tree, tree.state.flags)
    return EVERY if passes or (anchored and not tree.state.flags & re.MULTILINE) else letters


def _of_parts(parts: Iterable[tuple[Any, Any]], flags: int) -> tuple[int, bool]:
    """The letters that may come first, and whether what follows may come first as well."""
    found, allowed = 0, EVERY
    for op, what in parts:
        letters, passes = _of_part(str(op), what, flags)
        if str(op) == "ASSERT":
            allowed &= letters
            continue
        found |= letters & allowed
        if not passes:
            return found, False
    return found, True


def _of_part(name: str, what: Any, flags: int) -> tuple[int, bool]:
    if name in _WITHOUT_WIDTH:
        return 0, True
    if name == "ASSERT":  # of what must follow, not of what must stand before
        letters, passes = _of_parts(what[1], flags) if what[0] > 0 else (EVERY, True)
        return EVERY if passes else letters, True
    if name == "LITERAL":
        return _range(what, what, flags=flags), False
    if name == "IN":
        return _of_set(what, flags), False
    if name == "SUBPATTERN":
        return _of_parts(what[3], (flags | what[1]) & ~what[2])
    if name == "ATOMIC_GROUP":
        return _of_parts(what, flags)
    if name == "BRANCH":
        branches = [_of_parts(branch, flags) for branch in what[1]]
        letters = 0
        for own, _ in branches:
            letters |= own
        return letters, any(passes for _, passes in branches)
    if name in _REPEATS:
        letters, passes = _of_parts(what[2], flags)
        return letters, passes or not what[0]
    return EVERY, name not in ("ANY", "NOT_LITERAL")


def _of_set(allowed: Sequence[tuple[Any, Any]], flags: int) -> int:
    negated = str(allowed[0][0]) == "NEGATE"
    letters = 0
    for op, what in allowed[negated:]:
        if str(op) == "CATEGORY":
            own = _KINDS[rf"\{str(what).rsplit('_', 1)[-1][0].lower()}"]
            own = EVERY if flags & re.ASCII else EVERY ^ own if "NOT" in str(what) else own
        else:
            own = _range(*(what if str(op) == "RANGE" else (what, what)), flags=flags)
        if own == EVERY:
            return EVERY
        letters |= own
    return EVERY ^ letters if negated else letters


def _range(first: int, last: int, *, flags: int) -> int:
    """Some letters in a row; what ignoring case takes for one another, beyond plain letters, is not so simple."""
    letters = _bits(range(first, min(last + 1, KNOWN)))
    if not flags & re.IGNORECASE:
        return letters
    if last >= 128 and any(chr(code).lower() != chr(code).upper() for code in range(max(first, 128), last + 1)):
        return EVERY
    plain = [chr(code) for code in range(first, min(last + 1, 128))]
    return letters | _bits({ord(each.swapcase()) for each in plain})


def _bits(codes: Iterable[int]) -> int:
    return sum(1 << code for code in codes)
