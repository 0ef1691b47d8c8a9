"""Files written whole or not at all.

Takes bytes (or writers) and a place, gives nothing half-written: everything is made in a hidden folder
beside its target and moved there at the end. Imports nothing of ours but `errors`.
"""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scrutiny.errors import OutputError

_unfinished: list[Path] = []
"""Folders that a run has begun and not finished; the watchdog removes them before it ends the process."""


def remove_unfinished() -> None:
    """Removes what has been half-written. For the moment before the process is ended from outside."""
    for folder in _unfinished:
        shutil.rmtree(folder, ignore_errors=True)


def write_file(path: Path, data: bytes) -> None:
    """Writes a file in one step: a reader sees the old bytes or the new ones. Raises `OutputError`."""
    with _output_errors(path):
        if path.is_dir():
            raise OutputError(f"{path} is a folder", advice="Give the name of a file.")
        with _staging(path.parent) as staging:
            made = staging / path.name
            made.write_bytes(data)
            made.replace(path)


def write_folder(
    folder: Path, files: Mapping[str, Callable[[Path], None]], *, force: bool = False, source: Path | None = None
) -> None:
    """Makes all files and moves them into the folder together, or leaves it as it was.

    Each writer is given the path to write to. An existing file is an error unless `force`; `source` is
    never overwritten. Raises `OutputError`.
    """
    with _output_errors(folder):
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder} is a file, not a folder", advice="Give another name with -o.")
        existing = [name for name in files if (folder / name).exists()]
        if existing and not force:
            raise OutputError(
                f"{folder / existing[0]} exists" + (f" and {len(existing) - 1} more" if len(existing) > 1 else ""),
                advice="Give --force to overwrite, or another folder with -o.",
            )
        if source and any((folder / name).resolve() == source.resolve() for name in files):
            raise OutputError(f"{source} would be overwritten", advice="Give another folder with -o.")
        missing = next(parent for parent in [folder, *folder.parents] if parent.exists())
        with _staging(missing) as staging:
            new = staging / "new"
            new.mkdir()
            for name, write in files.items():
                write(new / name)
            if folder.exists():
                _move_all(new, folder, staging / "old", list(files))
            else:
                folder.parent.mkdir(parents=True, exist_ok=True)
                new.replace(folder)


def _move_all(new: Path, folder: Path, old: Path, names: list[str]) -> None:
    """Moves every file; when one cannot be moved, those before it go back and the old ones return."""
    old.mkdir()
    moved: list[str] = []
    kept: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(old / name)
                kept.append(name)
            (new / name).replace(folder / name)
            moved.append(name)
    except BaseException:
        for name in moved:
            (folder / name).unlink(missing_ok=True)
        for name in kept:
            (old / name).replace(folder / name)
        raise


@contextlib.contextmanager
def _staging(parent: Path) -> Iterator[Path]:
    """A hidden folder on the same disk, removed again however the block ends."""
    folder = Path(tempfile.mkdtemp(prefix=".scrutiny-", dir=parent))
    folder.chmod(0o777 & ~_umask())
    _unfinished.append(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _unfinished.remove(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _output_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        advice = {
            errno.ENOSPC: "The disk is full. Nothing was written.",
            errno.EDQUOT: "The disk quota is used up. Nothing was written.",
            errno.EACCES: "You may not write there. Give another place with -o.",
            errno.EPERM: "You may not write there. Give another place with -o.",
            errno.EROFS: "That disk is read-only. Give another place with -o.",
            errno.ENOENT: "Make the folder first.",
        }.get(error.errno or 0)
        raise OutputError(f"{path} cannot be written: {error.strerror or error}", advice=advice) from error
