"""Texts that a pattern finds something in, drawn from the pattern itself: what is asked before a slow pattern, because it
is quick, must pass over none of them. The same texts in each run."""

import random
import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LONGEST = 3
"""How often more than it must something is repeated."""

TRIES = 200
"""Drawings for each text that is wanted, before the pattern is given up."""

_CATEGORIES = {
    ops.CATEGORY_DIGIT: "0123456789", ops.CATEGORY_NOT_DIGIT: "aZ £.\n", ops.CATEGORY_SPACE: " \n\t\xa0",
    ops.CATEGORY_NOT_SPACE: "aZé5£.-", ops.CATEGORY_WORD: "abzAZé059_", ops.CATEGORY_NOT_WORD: " \n£.-’",
}  # fmt: skip
_ANY = "aZé5 £.,-’\t"
_BESIDE = ("", "", "", " ", "\n", "a ", " a", "7", ". ", "£", "(")
"""What may stand before and behind what is found."""


def texts_of(pattern: str | re.Pattern[str], many: int = 500) -> Iterator[str]:
    """So many texts in which the pattern finds something: every branch, in small letters, capitals and both where it
    ignores case."""
    compiled = re.compile(pattern) if isinstance(pattern, str) else pattern
    dice = random.Random(compiled.pattern)
    tree = parser.parse(compiled.pattern, compiled.flags)
    found = 0
    for _ in range(many * TRIES):
        text = _drawn(tree, dice, {})
        if compiled.flags & re.IGNORECASE:
            text = dice.choice((str.lower, str.upper, str, lambda each: _mixed(each, dice)))(text)
        text = dice.choice(_BESIDE) + text + dice.choice(_BESIDE)
        if compiled.search(text):
            yield text
            found += 1
            if found == many:
                return
    assert found >= many // 10, f"{found} texts drawn of {compiled.pattern[:80]}"


def _mixed(text: str, dice: random.Random) -> str:
    return "".join(letter.swapcase() if dice.random() < 0.3 else letter for letter in text)


def _drawn(tree: Any, dice: random.Random, groups: dict[int, str]) -> str:
    return "".join(_piece(op, value, dice, groups) for op, value in tree)


def _piece(op: Any, value: Any, dice: random.Random, groups: dict[int, str]) -> str:
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.NOT_LITERAL:
        return dice.choice(_ANY.replace(chr(value), ""))
    if op is ops.ANY:
        return dice.choice(_ANY)
    if op is ops.IN:
        return _one_of(value, dice)
    if op is ops.BRANCH:
        return _drawn(dice.choice(value[1]), dice, groups)
    if op is ops.SUBPATTERN:
        text = _drawn(value[-1], dice, groups)
        groups[value[0]] = text
        return text
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = dice.randint(least, min(int(most), least + LONGEST))
        return "".join(_drawn(inner, dice, groups) for _ in range(times))
    if op is ops.ATOMIC_GROUP:
        return _drawn(value, dice, groups)
    if op is ops.ASSERT and value[0] > 0 and dice.random() < 0.5:
        return _drawn(value[1], dice, groups)  # right where nothing more follows
    return groups.get(value, "") if op is ops.GROUPREF else ""


def _one_of(members: Any, dice: random.Random) -> str:
    letters: set[str] = set()
    for op, value in members:
        if op is ops.LITERAL:
            letters.add(chr(value))
        elif op is ops.RANGE:
            low, high = value
            letters.update(chr(dice.randint(low, high)) for _ in range(2))
        elif op is ops.CATEGORY:
            letters.update(_CATEGORIES[value])
    if members[0][0] is ops.NEGATE:
        letters = set(_ANY) - letters or {"~"}
    return dice.choice(sorted(letters))
