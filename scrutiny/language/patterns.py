"""Part of the room `language`: patterns that are made when something is first asked of them, and such as are put
together from phrases.

Of the thousand patterns of the house a command asks a few hundred: to make them all takes a tenth of its time.
"""

import re
from typing import Any, cast

from scrutiny.language.kept import compiled, words_needed
from scrutiny.language.needed import guarded


class Pattern:
    """A pattern that was made: it has what `re` gives a pattern, and is asked as fast."""

    pattern: str
    _flags: int

    def __reduce__(self) -> tuple[Any, ...]:
        return pattern_of, (self.pattern, self._flags)


class _Waiting(Pattern):
    """Stands for a pattern that is not made yet, until the first question."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags
        _waiting.append(self)

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.pattern, int(self._flags), quick=True)
        for each in _ASKED:
            setattr(self, each, getattr(made, each))
        if (needed := words_needed(self.pattern, int(self._flags))) is not None:
            self.search = guarded(made.search, *needed)
            self.finditer = guarded(made.finditer, *needed, iter(()))
            has = guarded(lambda _: True, *needed, False)
            self.sub = lambda new, text, count=0: made.sub(new, text, count) if has(text) else text
        self.__class__ = Pattern  # type: ignore[assignment] # without `__getattr__` it is asked a fifth faster
        return getattr(self if name in _ASKED else made, name)


_ASKED = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex",
)  # fmt: skip


def pattern_of(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made when it is first asked. A fault in it is only seen then: a test asks every one. The
    `re` of a match is the pattern that was made, and not what stands for it."""
    return cast(re.Pattern[str], _Waiting(text, flags))


_waiting: list[_Waiting] = []


def make_waiting() -> None:
    """Makes every pattern that is still waiting: worth it before a process is forked that would make them as well."""
    while _waiting:
        _ = _waiting.pop().search


def any_of(*phrases: str) -> str:
    """One group of alternatives; a space in a phrase is any white space. The longest phrase that fits is not sought:
    put "report title" before "report"."""
    return f"(?:{'|'.join(_spaced(phrase) for phrase in phrases)})"


def phrase(text: str) -> re.Pattern[str]:
    """A pattern of one phrase, whatever its case, lines taken one by one."""
    return pattern_of(_spaced(text), re.IGNORECASE | re.MULTILINE)


def _spaced(text: str) -> str:
    return text.replace(" ", r"\s+")
