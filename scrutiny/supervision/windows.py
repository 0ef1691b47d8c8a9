"""Room `supervision`: the watching process on Windows, where a job object keeps the limits.

The command is started again as a process of its own inside a job that ends when this process ends, whichever way.
Written by the documentation of Windows (CreateJobObject, SetInformationJobObject) and reviewed, not run here.
"""

import contextlib
import os
import subprocess
import sys
import threading
import time

from scrutiny.errors import ExitCode
from scrutiny.supervision.state import Reason, State

IN_CHILD = "SCRUTINY_WATCHED_BY"
"""In the environment of the process that reads: the handle of the pipe to the one that watches."""

_LIMIT_PROCESS_MEMORY = 0x100
_KILL_ON_JOB_CLOSE = 0x2000
_EXTENDED_LIMITS = 9
TICK = 0.2

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t), ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD), ("affinity", ctypes.c_size_t), ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )  # fmt: skip

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters in the middle are IO_COUNTERS."""

        _fields_ = (
            ("basic", _Basic), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
        )  # fmt: skip

    def _job(flags: int, *, bytes_each: int = 0) -> int | None:
        """A new job with these limits; None where the system refuses."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return None
        limits = _Extended()
        limits.basic.flags = flags
        limits.process_memory = bytes_each
        done = kernel.SetInformationJobObject(
            wintypes.HANDLE(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        return int(job) if done else None

    def _assign(job: int, process: int) -> bool:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        return bool(kernel.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(process)))

    def limit_job(megabytes: int) -> bool:
        """Limits this process and those it starts: jobs may be nested since Windows 8."""
        job = _job(_LIMIT_PROCESS_MEMORY, bytes_each=megabytes << 20)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        return job is not None and _assign(job, kernel.GetCurrentProcess())

    def begin() -> None:
        """In the new process: takes up the pipe to the one that watches. Its end comes with the job."""
        from scrutiny.supervision import child

        channel = msvcrt.open_osfhandle(int(os.environ.pop(IN_CHILD)), os.O_WRONLY)
        life, _ = os.pipe()  # never written to: the job ends this process
        child.begin(channel, life)

    def watch() -> int:
        """Runs the command in a new process and gives its exit code."""
        channel, channel_child = os.pipe()
        handle = msvcrt.get_osfhandle(channel_child)
        os.set_handle_inheritable(handle, True)
        process = subprocess.Popen(
            [sys.executable, "-m", "scrutiny", *sys.argv[1:]], env=os.environ | {IN_CHILD: str(handle)}, close_fds=False
        )
        os.close(channel_child)
        job = _job(_KILL_ON_JOB_CLOSE)
        if job is not None:
            _assign(job, int(process._handle))  # type: ignore[attr-defined]
        state = State()
        lock = threading.Lock()

        def listen() -> None:
            with contextlib.suppress(OSError):
                while data := os.read(channel, 1 << 16):
                    with lock:
                        state.take(data)

        threading.Thread(target=listen, daemon=True).start()
        reason = _wait(process, state, lock)
        code = process.returncode
        if reason is not None or code not in list(ExitCode):
            from pathlib import Path

            from scrutiny.outputs import remove_staging

            for folder in state.folders:
                remove_staging(Path(os.fsdecode(folder)))
            message, advice = state.message(reason)
            if not state.said:
                sys.stderr.write(f"scrutiny: {message}\n  {advice}\n")
            code = ExitCode.INPUT
        return code

    def _wait(process: "subprocess.Popen[bytes]", state: State, lock: threading.Lock) -> Reason | None:
        reason: Reason | None = None
        before = time.monotonic()
        while True:
            try:
                with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C reaches the other process by itself
                    process.wait(TICK)
                    return reason
            except subprocess.TimeoutExpired:
                pass
            now = time.monotonic()
            with lock:
                reason = reason or state.pass_time(now - before)
            before = now
            if reason is not None:
                process.kill()

else:

    def limit_job(megabytes: int) -> bool:
        """Only on Windows."""
        raise NotImplementedError(megabytes)
