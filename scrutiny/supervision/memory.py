"""Room `supervision`: limits of memory and work on each system, and in words what cannot be limited there."""

import contextlib
import sys
from collections.abc import Iterator

MEGABYTE = 1 << 20


def limit_own(megabytes: int) -> bool:
    """Limits the memory this process may have; False where the system does not."""
    if sys.platform == "win32":
        from scrutiny.supervision.jobs import limit_job

        return limit_job(megabytes)
    if not sys.platform.startswith("linux"):
        return False  # macOS takes the number and keeps nothing: see `memory_of`
    import resource

    # RLIMIT_DATA counts what is written to (heap, private mappings); RLIMIT_AS would count libraries and the room
    # that malloc sets aside for each thread too, three times of what is used
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = megabytes * MEGABYTE
    if hard != resource.RLIM_INFINITY and hard < wanted:
        return True
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    return True


def limit_work(seconds: float) -> None:
    """Limits the time of the processor that this process may take from now on, after which the system ends it, also
    while a library holds the interpreter. Not on Windows, where only the whole command is ended."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime + seconds) + 1
    if hard == resource.RLIM_INFINITY or wanted < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


@contextlib.contextmanager
def unlimited() -> Iterator[None]:
    """For the start of another program, which keeps the limits of the process that starts it."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource

    own = {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_DATA, resource.RLIMIT_CPU)}
    for kind, (_, hard) in own.items():
        resource.setrlimit(kind, (hard, hard))
    try:
        yield
    finally:
        for kind, limit in own.items():
            resource.setrlimit(kind, limit)


def memory_of(process: int) -> int | None:
    """Megabytes that another process uses, on macOS; None where that cannot be known."""
    if sys.platform != "darwin":
        return None
    import ctypes

    class Usage(ctypes.Structure):
        """`struct rusage_info_v0` of <sys/resource.h>."""

        _fields_ = (
            ("uuid", ctypes.c_uint8 * 16),
            ("user_time", ctypes.c_uint64),
            ("system_time", ctypes.c_uint64),
            ("package_idle_wakeups", ctypes.c_uint64),
            ("interrupt_wakeups", ctypes.c_uint64),
            ("pageins", ctypes.c_uint64),
            ("wired_size", ctypes.c_uint64),
            ("resident_size", ctypes.c_uint64),
            ("footprint", ctypes.c_uint64),
            ("start", ctypes.c_uint64),
            ("exit", ctypes.c_uint64),
        )

    usage = Usage()
    try:
        failed = ctypes.CDLL("/usr/lib/libproc.dylib").proc_pid_rusage(process, 0, ctypes.byref(usage))
    except (OSError, AttributeError):
        return None
    return None if failed else int(usage.footprint) // MEGABYTE


def limits() -> str:
    """In words, how far the limits reach on this system."""
    if sys.platform.startswith("linux"):
        return "memory and time are limited by the system"
    if sys.platform == "darwin":
        return "time is limited; memory is looked at five times a second, so a sudden rise can pass the limit briefly"
    if sys.platform == "win32":
        return "memory and time are limited by a job object"
    return "time is limited; memory cannot be limited on this system"
