"""Words of which one stands in whatever a pattern finds."""

import importlib
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from scrutiny.language import patterns
from scrutiny.language.needed import guarded, needed_words
from tests.language.test_patterns import patterns_of_the_house

parse = importlib.import_module("re._parser").parse
ALPHABET = "aAbBeKkxXzZ019 .,;:!?-–—'’“”\"()[]/£%&•*\n\tſİ\u212aéŵ"


WAYS = [
    (r"\b(?:lost|fell|withdrawn)\b", re.IGNORECASE, (("fell", "lost", "withdrawn"), True)),
    (r"\b[Mm]oved\s+by\b", 0, (("oved",), False)),
    (r"\bcarr(?:y|ied)\s+(?:over|forward)?", 0, (("carr",), False)),
    (r"(?:un)?willing(?:ly)?|eager", 0, (("eager", "willing"), False)),
    (r"NOTED|(?i:agreed)", 0, (("agreed", "noted"), True)),
    (r"(?i)(?-i:FOR)\s+now", 0, (("FOR",), False)),
    (r"(?:harbour){2}\d", 0, (("harbour",), False)),
    (r"(?=.*quay)lamp", 0, (("lamp",), False)),
    (r"(?:quay)?lamps?|\d+", 0, None),
    (r"(?:quay)*", 0, None),
    (r"of|to", 0, None),
    (r"^harbour", 0, None),
    (r"^harbour", re.MULTILINE, (("harbour",), False)),
    (r"café", re.IGNORECASE, (("caf",), True)),
]


def test_the_words_are_those_that_every_way_through_a_pattern_has() -> None:
    for text, flags, words in WAYS:
        assert needed_words(parse(text, flags)) == words, text


def test_a_search_with_places_is_not_held_back() -> None:
    search = guarded(re.compile("b").search, ("never",), False)
    assert search("abc") is None and search("abc", 1) is not None


def test_every_pattern_of_the_house_finds_with_its_words_what_it_finds_without() -> None:
    chance = random.Random(1)
    asked = found = 0
    for text, flags in patterns_of_the_house():
        tree = parse(text, flags)
        needed = needed_words(tree)
        if needed is None:
            continue
        asked += 1
        search = re.compile(text, flags).search
        held = guarded(search, *needed)
        for _ in range(12):
            drawn = "".join(_drawn(tree, tree.state.flags, chance))
            for told in (drawn, f"quay {drawn} lamp", drawn.upper(), drawn.replace("s", "ſ")):
                if search(told):
                    found += 1
                    assert held(told), (text, needed, told)
    assert asked > 500 and found > 10 * asked


def test_a_kept_pattern_is_asked_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "words_needed", lambda *_: (("fell",), True))
    pattern = patterns.pattern_of(r"\b(?:lost|fell)\b", re.IGNORECASE)
    assert pattern.search("It was lost") is None and pattern.search("It FELL") is not None
    assert [*pattern.finditer("lost")] == [*pattern.finditer("lost")] == []
    assert [found[0] for found in pattern.finditer("fell, lost")] == ["fell", "lost"]
    assert pattern.sub("was won", "lost") == "lost" and pattern.sub("was won", "lost, fell") == "was won, was won"
    assert pattern.sub(lambda found: found[0].upper(), "lost, fell", count=1) == "LOST, fell"
    assert pattern.match("lost") is not None, "only what may stand anywhere is held back"


def _drawn(parts: Any, flags: int, chance: random.Random) -> Iterator[str]:
    """Letters that may stand on one way through a pattern."""
    for op, what in parts:
        match str(op):
            case "LITERAL":
                letter = chr(what)
                yield chance.choice((letter, letter.upper(), letter.lower())) if flags & re.IGNORECASE else letter
            case "NOT_LITERAL":
                yield chance.choice([each for each in ALPHABET if ord(each) != what])
            case "ANY":
                yield chance.choice(ALPHABET)
            case "IN":
                yield chance.choice([each for each in ALPHABET if _allows(what, each)] or _first(what))
            case "SUBPATTERN":
                yield from _drawn(what[3], (flags | what[1]) & ~what[2], chance)
            case "BRANCH":
                yield from _drawn(chance.choice(what[1]), flags, chance)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                for _ in range(what[0] + chance.randint(0, min(what[1] - what[0], 1))):
                    yield from _drawn(what[2], flags, chance)
            case "ATOMIC_GROUP":
                yield from _drawn(what, flags, chance)


def _allows(allowed: Any, letter: str) -> bool:
    negated = str(allowed[0][0]) == "NEGATE"
    return negated is not any(_is(op, what, letter) for op, what in allowed[negated:])


def _is(op: object, what: Any, letter: str) -> bool:
    match str(op):
        case "LITERAL":
            return bool(ord(letter) == what)
        case "RANGE":
            return bool(what[0] <= ord(letter) <= what[1])
    kind = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(what).rsplit("_", 1)[-1]]
    return (re.match(kind, letter) is not None) is not ("NOT" in str(what))


def _first(allowed: Any) -> list[str]:
    """A letter of a set of which the alphabet has none."""
    op, what = allowed[0]
    return [chr(what if str(op) == "LITERAL" else what[0])]
