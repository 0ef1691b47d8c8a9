"""The letters with which whatever a pattern finds begins."""

import importlib
import random
import re

from scrutiny.language import kept
from scrutiny.language.firsts import EVERY, first_letters
from tests.language.test_needed import _drawn
from tests.language.test_patterns import patterns_of_the_house

parse = importlib.import_module("re._parser").parse
LATIN = [chr(code) for code in range(256)]

WAYS = [
    (r"\b(?:lost|fell)\b", 0, "lf"),
    (r"\b(?:lost|fell)\b", re.IGNORECASE, "lfLF"),
    (r"(?<![\d.])£?\d+", 0, "£0123456789"),
    (r"\b(?=oa|el)[a-z]+", 0, "oe"),
    (r"(?<=quay)(?:un)?well", 0, "uw"),
    (r"(?i:N)oted|agreed", 0, "Nna"),
    (r"(?-i:N)oted", re.IGNORECASE, "N"),
    (r"(?:[ab]x)*[c-e]", 0, "abcde"),
    (r"[“c]", re.IGNORECASE, "cC"),
    (r"(?:quay)?lamps?|\d*", 0, None),
    (r"[é-ö]", re.IGNORECASE, None),
    (r"(?a:\W)", 0, None),
    (r"^harbour", 0, None),
    (r"^harbour", re.MULTILINE, "h"),
    (r"[^\Wb-z\d_]b", re.ASCII, None),
    (r"[^\x00-`b-\xff]b", 0, "a"),
    (r"[^\W\d_]b", re.IGNORECASE, "".join(each for each in LATIN if each.isalnum() and not each.isdecimal())),
    (r"[^é]b", re.IGNORECASE, None),
]


def test_the_letters_are_those_with_which_every_way_through_a_pattern_begins() -> None:
    for text, flags, letters in WAYS:
        found = first_letters(parse(text, flags))
        known = {each for code, each in enumerate(LATIN) if found >> code & 1}
        assert (found == EVERY) if letters is None else known == set(letters), text


def test_every_pattern_of_the_house_finds_quickly_what_it_finds() -> None:
    chance = random.Random(2)
    asked = found = 0
    for text, flags in patterns_of_the_house():
        made = re.compile(text, flags)
        packed = kept._packed(text, flags, made)
        assert packed is not None
        quick = kept._from_kept(text, kept._unpacked(packed), quick=True)
        if quick == made:
            continue
        asked += 1
        tree = parse(text, flags)
        for _ in range(4):
            drawn = "".join(_drawn(tree, tree.state.flags, chance))
            for told in (drawn, f"quay {drawn} lamp {drawn}, 12 ſo", drawn.upper()):
                places = [each.span() for each in made.finditer(told)]
                assert [each.span() for each in quick.finditer(told)] == places, (text, told)
                assert bool(quick.search(told)) is bool(places) and quick.split(told) == made.split(told)
                found += bool(places)
    assert asked > 1000 and found > 2 * asked


def test_a_pattern_that_is_kept_is_quick_only_where_that_is_asked() -> None:
    text, made = r"\b(?:lost|fell)\b", re.compile(r"\b(?:lost|fell)\b")
    packed = kept._packed(text, 0, made)
    assert packed is not None
    own = kept._unpacked(packed)
    assert kept._from_kept(text, own) == made != kept._from_kept(text, own, quick=True)
