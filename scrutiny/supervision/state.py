"""Room `supervision`: what the watching process knows of the other, and when that has had its time.

Takes lines (see `child`) and the passing of time, gives why the process must be ended. Pure: no clock of its own.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

GRACE = 1.0
"""Seconds that the process has to say by itself that its time is up: its message names the stage too."""

LONGEST_STEP = 1.0
"""Seconds: what passes between two looks counts for no more, or a laptop that slept would end every command."""


class Reason(Enum):
    """Why a process was ended."""

    TIME = auto()
    MEMORY = auto()


@dataclass(slots=True)
class State:
    """Times in seconds. `said`: the process has said why it ends. `folders` are those that it has begun to write."""

    file: str = ""
    file_limit: float | None = None
    file_spent: float = 0.0
    total: float | None = None
    total_spent: float = 0.0
    megabytes: int | None = None
    said: bool = False
    folders: list[bytes] = field(default_factory=list)
    _rest: bytes = b""

    def take(self, data: bytes) -> None:
        """Reads what the process says."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, *rest = line.decode("ascii", "replace").split("\t")
            if word == "file":
                self.file_limit, self.file_spent = float(rest[0]), 0.0
                self.file = bytes.fromhex(rest[1]).decode("utf-8", "replace")
            elif word == "read":
                self.file_limit = None
            elif word == "allowed":
                self.total = (self.total or 0.0) + float(rest[0])
            elif word == "said":
                self.said = True
            elif word == "memory":
                self.megabytes = int(rest[0])
            elif word == "made":
                self.folders.append(bytes.fromhex(rest[0]))
            elif word == "gone" and (folder := bytes.fromhex(rest[0])) in self.folders:
                self.folders.remove(folder)

    def pass_time(self, seconds: float) -> Reason | None:
        """Whether the process has had its time."""
        step = min(seconds, LONGEST_STEP)
        self.file_spent += step
        self.total_spent += step if self.total is not None else 0.0
        late = self.file_limit is not None and self.file_spent > self.file_limit + GRACE
        late = late or (self.total is not None and self.total_spent > self.total + GRACE)
        return Reason.TIME if late else None

    @property
    def seconds(self) -> float:
        """The limit that was passed."""
        return self.file_limit if self.file_limit is not None else self.total or 0.0

    def message(self, reason: Reason | None) -> tuple[str, str]:
        """What happened and what to do, for a process that was ended (`reason`) or broke down."""
        name = self.file or "the file"
        if reason is Reason.TIME:
            message = f"{name} was not read within {self.seconds:.0f} seconds"
            return message, "It may be damaged. Give it more time with --timeout SECONDS."
        memory = f"more than {self.megabytes} MB of memory" if self.megabytes else "more memory than there is"
        message = f"{name} needs {memory}" + ("" if reason is Reason.MEMORY else ", or is damaged beyond reading")
        return message, "Download it again, or give it more with --memory-limit MB."
