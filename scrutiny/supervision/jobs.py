"""Room `supervision`: the job objects of Windows, which limit the processes in them and can end them together.

Written by the documentation of Windows (CreateJobObject, SetInformationJobObject) and reviewed, not run here.
"""

import sys

_LIMIT_PROCESS_MEMORY = 0x100
KILL_ON_JOB_CLOSE = 0x2000
_EXTENDED_LIMITS = 9

if sys.platform == "win32":
    import ctypes
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

    def new_job(flags: int, *, bytes_each: int = 0) -> int | None:
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

    def assign_to_job(job: int, process: int) -> bool:
        """Puts a process into a job; whether that was done."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        return bool(kernel.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(process)))

    def limit_job(megabytes: int) -> bool:
        """Limits this process and those it starts: jobs may be nested since Windows 8."""
        job = new_job(_LIMIT_PROCESS_MEMORY, bytes_each=megabytes << 20)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        return job is not None and assign_to_job(job, kernel.GetCurrentProcess())
