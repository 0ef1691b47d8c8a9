"""Files written whole or not at all.

Takes bytes (or writers) and a place, gives nothing half-written: everything is made in a hidden folder
beside its target and moved there at the end. Imports nothing of ours but `errors`.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scrutiny.errors import OutputError

_PREFIX = ".scrutiny-"
_MOVING = "moving"
"""In a staging folder: the name of the folder that its files are being moved to, and theirs. It stands there for as
long as the move can still be taken back."""

_unfinished: list[Path] = []
"""Folders that a run has begun and not finished; the watchdog removes them before it ends the process."""

_watchers: list[Callable[[Path, bool], None]] = []


def watch_staging(watcher: Callable[[Path, bool], None]) -> None:
    """Has `watcher` told of each staging folder: True when it is made, False when it is gone."""
    _watchers.append(watcher)


def remove_unfinished() -> None:
    """Removes what has been half-written. For the moment before the process is ended from outside."""
    for folder in tuple(_unfinished):  # another thread may be finishing one
        remove_staging(folder)


def remove_staging(folder: Path) -> None:
    """Removes what a run that was ended has left; a move that it had begun is taken back first."""
    import shutil

    with contextlib.suppress(OSError, ValueError):
        target, *names = (folder / _MOVING).read_text(encoding="utf-8", errors="surrogateescape").split("\0")
        _take_back(folder, Path(target), names)
    shutil.rmtree(folder, ignore_errors=True)


def write_file(path: Path, data: bytes) -> None:
    """Writes a file in one step: a reader sees the old bytes or the new ones. A link is followed, an existing file
    keeps its permissions, and what is no file (a pipe, a device) is written to as it stands. A PDF is not replaced:
    it is a paper, and no report is one. Raises `OutputError`."""
    with _output_errors(path):
        if path.is_dir():
            raise OutputError(f"{path} is a folder", advice="Give the name of a file.")
        existing = _status(path)
        if existing is not None and _in_place(path, existing):
            with path.open("wb", buffering=0) as device:
                rest = memoryview(data)
                while rest:
                    rest = rest[device.write(rest) or 0 :]
            return
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        if existing is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if existing is not None and _is_pdf(target):
            raise OutputError(f"{path} is a PDF, which would be overwritten", advice="Give another name with -o.")
        with _staging(target.parent) as staging:
            made = staging / target.name
            made.write_bytes(data)
            if existing is not None:
                made.chmod(stat.S_IMODE(existing.st_mode))
            made.replace(target)


def _is_pdf(path: Path) -> bool:
    """Whether a file begins as PDFs do, before which any bytes may stand for a while."""
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except PermissionError:
        return False


def write_new_file(path: Path, data: bytes) -> bool:
    """Writes a file that does not exist yet, whole; False where there is one. Raises `OutputError`."""
    with _output_errors(path), _staging(path.parent) as staging:
        made = staging / path.name
        made.write_bytes(data)
        try:
            _move_new(made, path)
        except FileExistsError:
            return False
        return True


def write_folder(
    folder: Path, files: Mapping[str, Callable[[Path], None]], *, force: bool = False, source: Path | None = None
) -> None:
    """Makes all files and moves them into the folder together, or leaves it as it was.

    Each writer is given the path to write to. An existing file is an error unless `force`, also one that another run
    has written meanwhile; `source` is never overwritten. Raises `OutputError`.
    """
    with _output_errors(folder):
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder} is a file, not a folder", advice="Give another name with -o.")
        existing = [name for name in files if (folder / name).exists()]
        if existing and not force:
            raise _exists(folder / existing[0], len(existing))
        if source and any((folder / name).resolve() == source.resolve() for name in files):
            raise OutputError(f"{source} would be overwritten", advice="Give another folder with -o.")
        missing = next(parent for parent in [folder, *folder.parents] if parent.exists())
        with _staging(missing) as staging:
            new = staging / "new"
            new.mkdir()
            for name, write in files.items():
                write(new / name)
            if folder.exists() or not _moved_whole(new, folder):
                _move_all(staging, folder, sorted(files), force=force)


def _moved_whole(new: Path, folder: Path) -> bool:
    """Moves a folder to a name that is free; False where another run has taken it meanwhile."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.rename(folder)
    except OSError:
        if folder.is_dir():
            return False
        raise
    return True


def _move_all(staging: Path, folder: Path, names: list[str], *, force: bool) -> None:
    """Moves every file, in the order of their names (so that of two runs one wins); when one cannot be moved, those
    before it go back and the old ones return."""
    new, old = staging / "new", staging / "old"
    old.mkdir()
    journal = staging / _MOVING
    journal.write_text("\0".join([str(folder.absolute()), *names]), encoding="utf-8", errors="surrogateescape")
    try:
        for name in names:
            if not force:
                _move_new(new / name, folder / name)
                continue
            if (folder / name).exists():
                _keep(folder / name, old / name)
            (new / name).replace(folder / name)
    except BaseException as error:
        _take_back(staging, folder, names)
        journal.unlink(missing_ok=True)
        if isinstance(error, FileExistsError) and not force:
            raise _exists(folder / name, 1) from None
        raise
    journal.unlink()


def _take_back(staging: Path, folder: Path, names: list[str]) -> None:
    """Undoes a move: what is no longer in `new` stands in the folder."""
    for name in names:
        if (staging / "old" / name).exists():
            (staging / "old" / name).replace(folder / name)
        elif not (staging / "new" / name).exists():
            (folder / name).unlink(missing_ok=True)


def _move_new(made: Path, target: Path) -> None:
    """Moves a file to a name that must be free. Raises `FileExistsError`."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a disk without links: a moment between look and move
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        made.rename(target)
        return
    made.unlink()


def _keep(existing: Path, kept: Path) -> None:
    try:
        os.link(existing, kept)
    except (OSError, NotImplementedError, AttributeError):
        import shutil

        shutil.copy2(existing, kept)


def _exists(path: Path, count: int) -> OutputError:
    return OutputError(
        f"{path} exists already"
        if count == 1
        else f"{path} and {count - 1} more {'file exists' if count == 2 else 'files exist'} already",
        advice="Give --force to overwrite, or another folder with -o.",
    )


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _in_place(path: Path, existing: os.stat_result) -> bool:
    """A pipe or a device is written to; so is what stands for an open file, such as /dev/stdout."""
    return not stat.S_ISREG(existing.st_mode) or path.absolute().parts[1:2] in (("dev",), ("proc",))


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for what a command needs while it runs; only its owner can look into it. Raises `OutputError`."""
    import tempfile

    parent = Path(tempfile.gettempdir())
    with _output_errors(parent), _staging(parent) as folder:
        yield folder


@contextlib.contextmanager
def _staging(parent: Path) -> Iterator[Path]:
    """A hidden folder on the same disk, removed again however the block ends."""
    _remove_abandoned(parent)
    folder = parent / f"{_PREFIX}{os.urandom(6).hex()}"
    _unfinished.append(folder)
    _tell(folder, made=True)
    lock: int | None = None
    try:
        folder.mkdir(mode=0o700)
        lock = _lock(folder)
        yield folder
    finally:
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)
        _unfinished.remove(folder)
        _tell(folder, made=False)


def _tell(folder: Path, *, made: bool) -> None:
    for watcher in _watchers:
        watcher(folder, made)


def _lock(folder: Path) -> int | None:
    """Locks a folder for as long as this process lives; None where it is locked, or where there are no such locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


_ABANDONED = 60.0
"""Seconds: a younger folder may belong to a run that is about to lock it."""


def _remove_abandoned(parent: Path) -> None:
    """Removes what runs that were killed together with their watcher have left here."""
    import time

    for folder in parent.glob(f"{_PREFIX}*"):
        try:
            old = time.time() - folder.stat().st_mtime > _ABANDONED
        except OSError:
            continue
        if old and (lock := _lock(folder)) is not None:
            remove_staging(folder)
            os.close(lock)


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
