"""Patterns that are kept for the next command."""

import marshal
import os
import re
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scrutiny.cli.session import _keep_patterns as keep
from scrutiny.language import kept

NAMED = r"(?i)\b(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]+)(?:\s+(\d{4}))?\b"
MANY = [(rf"\bno\s+{'x' * number}(?:s|es)?\b", re.IGNORECASE) for number in range(kept.WORTH_KEEPING)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    _forget()
    yield tmp_path / "cache" / "scrutiny"
    _forget()


def _forget() -> None:
    """As in a new process."""
    kept._kept.cache_clear()
    kept._new.clear()
    kept._taken.clear()


def _make_all() -> list[re.Pattern[str]]:
    return [kept.compiled(text, int(flags)) for text, flags in [*MANY, (NAMED, 0)]]


def _file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_kept_is_the_pattern_that_python_makes(folder: Path) -> None:
    made = _make_all()
    keep()
    _forget()
    again = _make_all()
    assert not kept._new, "all of them are taken from the file"
    assert again == made and [one.pattern for one in again] == [one.pattern for one in made]
    match = again[-1].search("on 4 may 2021")
    assert match is not None and match.groupdict() == {"day": "4", "month": "may"} and match.groups()[2] == "2021"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 or os.name == "nt"


def test_a_few_new_patterns_are_not_worth_a_file(folder: Path) -> None:
    kept.compiled(NAMED, 0)
    keep()
    assert not folder.exists()


def test_few_that_took_long_to_make_are_worth_it(folder: Path) -> None:
    kept.compiled(NAMED, 0)
    kept._taken.append(kept.LONG_TO_MAKE)
    keep()
    assert _file(folder).stat().st_size > 0 and not kept._taken


def test_new_patterns_join_those_that_are_kept() -> None:
    _make_all()
    keep()
    _forget()
    for number in range(kept.WORTH_KEEPING):
        kept.compiled(rf"new\s+{number}", 0)
    keep()
    _forget()
    _make_all()
    kept.compiled(r"new\s+3", 0)
    assert not kept._new


def test_those_of_older_versions_are_left_out_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    _make_all()
    keep()
    _forget()
    monkeypatch.setattr(kept, "MOST", 5)
    for number in range(kept.WORTH_KEEPING):
        kept.compiled(rf"new\s+{number}", 0)
    keep()
    _forget()
    assert len(kept._kept()) == kept.WORTH_KEEPING


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:-9],
        lambda data: data[:200] + b"\xff" + data[201:],
        lambda data: b"%PDF-1.7 something else" + data[:0],
    ],
    ids=["empty", "cut off", "changed", "another file"],
)
def test_a_file_that_is_not_whole_is_made_anew(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    made = _make_all()
    keep()
    file = _file(folder)
    file.write_bytes(spoil(file.read_bytes()))
    _forget()
    assert _make_all() == made and len(kept._new) == len(made)


def test_numbers_that_are_no_pattern_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        data = marshal.dumps((0, b"\x01\x02\x03\x04" * 8, 1, {}, (None, None), ()))
        patched.setattr(kept, "_kept", lambda: {(NAMED, 0): (data, zlib.crc32(data), None)})
        assert kept.compiled(NAMED, 0) == re.compile(NAMED)


def test_a_pattern_whose_bytes_have_changed_is_made_anew_and_the_others_are_not(folder: Path) -> None:
    made = _make_all()
    keep()
    file = _file(folder)
    data = file.read_bytes()
    file.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    _forget()
    assert _make_all() == made and len(kept._new) == 1


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    _make_all()
    keep()
    _forget()
    assert len(_make_all()) == len(MANY) + 1


def test_a_relative_folder_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert kept._path().parent == tmp_path / "scrutiny"


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", no_home)
    assert len(_make_all()) == len(MANY) + 1
    assert kept.to_keep() is None


def test_what_this_python_makes_otherwise_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_from_kept", lambda *_: re.compile("another"))
    _make_all()
    keep()
    assert not folder.exists()


def test_a_command_says_the_same_with_and_without_what_is_kept(folder: Path, sample: Path) -> None:
    first, second = (
        subprocess.run([sys.executable, "-m", "scrutiny", "check", str(sample)], capture_output=True, check=False)
        for _ in range(2)
    )
    assert _file(folder).stat().st_size > 10_000
    assert (first.stdout, first.stderr, first.returncode) == (second.stdout, second.stderr, second.returncode)


@pytest.mark.skipif(sys.platform == "win32", reason="files there have no such owner")
def test_a_folder_of_somebody_else_is_neither_read_nor_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _make_all()
    keep()
    before = _file(folder).read_bytes()
    _forget()
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert _make_all() == made and len(kept._new) == len(made)
    keep()
    assert _file(folder).read_bytes() == before


def test_a_whole_file_of_something_else_is_made_anew(folder: Path) -> None:
    _make_all()
    keep()
    data = marshal.dumps([1, 2])
    _file(folder).write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    _forget()
    assert len(_make_all()) == len(kept._new)


def test_what_was_read_is_given_where_no_memory_is_left_to_keep_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory() -> None:
        raise MemoryError

    monkeypatch.setattr(kept, "to_keep", no_memory)
    keep()
