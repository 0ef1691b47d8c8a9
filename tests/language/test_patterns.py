"""Patterns that are made when they are first asked: every one of the house can be made, and none is made before."""

import ast
import copy
import gc
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import scrutiny
from scrutiny.language.patterns import Pattern, pattern_of

HOUSE = Path(scrutiny.__file__).parent

WITHOUT = ("pdf", "supervision")
"""Rooms that import no language, and whose few patterns every command asks."""


def test_it_is_asked_as_a_pattern_is() -> None:
    pattern = pattern_of(r"(?P<digit>\d)", re.IGNORECASE)
    found = pattern.search("no 7")
    assert found is not None
    assert found["digit"] == "7"
    assert pattern.sub("x", "1 2") == "x x"
    for told in (pattern, pattern_of(r"(?P<digit>\d)")):
        for same in (copy.copy(told), copy.deepcopy(told), pickle.loads(pickle.dumps(told))):
            assert same.findall("no 7") == ["7"]
    assert (pattern.pattern, pattern.flags) == (r"(?P<digit>\d)", re.compile("", re.IGNORECASE).flags)


def test_a_faulty_one_is_told_when_it_is_asked() -> None:
    faulty = pattern_of("(")
    with pytest.raises(re.error, match="unterminated"):
        faulty.search("")


def patterns_of_the_house() -> list[tuple[str, int]]:
    """Each with its flags."""
    for module in pkgutil.walk_packages(scrutiny.__path__, "scrutiny."):
        if not module.name.startswith(("scrutiny.__main__", "scrutiny.supervision")):
            importlib.import_module(module.name)
    every = [each for each in gc.get_objects() if isinstance(each, Pattern) and each.pattern != "("]
    return [(each.pattern, int(each._flags)) for each in every]


def test_every_pattern_of_the_house_can_be_made() -> None:
    every = patterns_of_the_house()
    assert len(every) > 1000
    assert all(re.compile(text, flags) for text, flags in every)


def test_no_module_makes_its_patterns_when_it_is_imported() -> None:
    """Those of functions are made where they are asked."""
    made = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in HOUSE.rglob("*.py")
        if path.relative_to(HOUSE).parts[0] not in WITHOUT and path.parent != HOUSE
        for node in _of_module(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert made == []


def _of_module(node: ast.AST) -> list[ast.AST]:
    inner = [each for each in ast.iter_child_nodes(node) if not isinstance(each, (ast.FunctionDef, ast.Lambda))]
    return [*inner, *(deep for each in inner for deep in _of_module(each))]


def test_importing_makes_few_of_them() -> None:
    code = (
        "import gc; import scrutiny.products.briefing; from scrutiny.language.patterns import Pattern; "
        "every = [each for each in gc.get_objects() if isinstance(each, Pattern)]; "
        "print(len(every), sum('search' in vars(each) for each in every))"
    )
    there, made = map(int, subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert there > 500
    assert made <= 20
