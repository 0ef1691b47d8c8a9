"""Part of the room `language`: words of which one stands in whatever a pattern finds.

Takes a pattern as Python reads it, gives a few such words, or None where none are certain. Most sentences have none of
what a pattern looks for: to see that by words takes a tenth of the time that the pattern takes at each of its letters.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from scrutiny.language.letters import small_letters

Needed = tuple[tuple[str, ...], bool]
"""The words, and whether they are looked for in small letters."""

MOST = 40
"""Words: to look for forty takes a twentieth of what such a pattern takes; more are words that stand everywhere."""

SHORTEST = 3
"""Letters: shorter ones stand everywhere."""

LONG = 6
"""Letters from which on a word is rare enough: fewer words are better than longer ones."""

_WITHOUT_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_Words = frozenset[tuple[str, bool]]


def needed_words(tree: Any) -> Needed | None:
    """The words for a whole pattern; None for one that begins with the text, which is as quick itself."""
    flags = tree.state.flags
    anchored = len(tree) and str(tree[0][0]) == "AT" and "BEGINNING" in str(tree[0][1])
    found = None if anchored and not flags & re.MULTILINE else _words_of(tree, flags)
    if found is None or _worth(found)[0] < SHORTEST:
        return None
    small = any(ignored for _, ignored in found)
    words = {word.lower() if small else word for word, _ in found}
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word}))), small


def _words_of(parts: Iterable[tuple[Any, Any]], flags: int) -> _Words | None:
    """Words, each with whether its case is ignored, of which each run through a part of a pattern has one."""
    small = bool(flags & re.IGNORECASE)
    best: _Words | None = None
    run = ""
    for op, what in (*parts, ("END", None)):
        name = str(op)
        if name in _WITHOUT_WIDTH:
            continue
        if name == "LITERAL" and what < 128:  # beyond, what ignoring case takes for one another is not so simple
            run += chr(what).lower() if small else chr(what)
            continue
        found: list[_Words | None] = [best, frozenset({(run, small)}) if run else None]
        run = ""
        if name == "SUBPATTERN":
            found.append(_words_of(what[3], (flags | what[1]) & ~what[2]))
        elif name == "BRANCH":
            branches = [_words_of(branch, flags) or frozenset() for branch in what[1]]
            found.append(frozenset(word for each in branches for word in each) if all(branches) else None)
        elif name in _REPEATS and what[0] > 0:
            found.append(_words_of(what[2], flags))
        elif name == "ATOMIC_GROUP":
            found.append(_words_of(what, flags))
        best = max(filter(None, found), key=_worth, default=None)
    return best


def _worth(words: _Words) -> tuple[int, int]:
    shortest = min(len(word) for word, _ in words) if len(words) <= MOST else 0
    return min(shortest, LONG), -len(words)


_small = lru_cache(maxsize=32)(small_letters)
"""A sentence is asked for by dozens of patterns, one after the other. Longer texts are not held on to."""

SENTENCE = 4000
"""Characters of one at most."""


def guarded(asked: Callable[..., Any], words: tuple[str, ...], small: bool, nothing: Any = None) -> Callable[..., Any]:
    """The same question to a pattern, which is answered with `nothing` where the text has none of the words."""

    def ask(text: str, *places: int) -> Any:
        if places:
            return asked(text, *places)
        own = text if not small else _small(text) if len(text) <= SENTENCE else small_letters(text)
        for word in words:
            if word in own:
                return asked(text)
        return nothing

    return ask
