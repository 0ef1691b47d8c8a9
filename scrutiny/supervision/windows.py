"""Room `supervision`: the watching process on Windows, where a job object keeps the limits.

The command is started again as a process of its own inside a job that ends when this process ends, whichever way.
Written by the documentation of Windows and reviewed, not run here.
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

TICK = 0.2

if sys.platform == "win32":
    import msvcrt

    from scrutiny.supervision.jobs import KILL_ON_JOB_CLOSE, assign_to_job, new_job

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
        job = new_job(KILL_ON_JOB_CLOSE)
        if job is not None:
            assign_to_job(job, int(process._handle))  # type: ignore[attr-defined]
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
