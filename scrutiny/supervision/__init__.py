"""Room `supervision`: a command run in a process of its own, watched by a small one.

Takes the function that runs a command, gives its exit code. The process that was started imports no library and reads
no paper: it waits, passes signals on, ends the other one when that takes too long or too much memory, and clears up
what it left half-written, however it came to its end. What cannot be limited on a system `limits` says in words.
Does not know which command runs, nor what it reads.
"""

from scrutiny.supervision.memory import limits
from scrutiny.supervision.start import UNSUPERVISED, run_supervised

__all__ = ["UNSUPERVISED", "limits", "run_supervised"]
