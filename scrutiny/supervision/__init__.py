"""Room `supervision`: a command run in a process of its own, watched by a small one.

Takes the function that runs a command, gives its exit code. The process that was started imports no library and reads
no paper: it waits, passes signals on, ends the other when that takes too long or too much memory, and clears up what
it left half-written. What cannot be limited on a system `limits` says.
"""

from scrutiny.supervision.memory import limits
from scrutiny.supervision.start import UNSUPERVISED, run_supervised

__all__ = ["UNSUPERVISED", "limits", "run_supervised"]
