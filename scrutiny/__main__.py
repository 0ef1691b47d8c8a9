"""The program: `python -m scrutiny` is the same as `scrutiny`.

The process that is started only watches (see `scrutiny.supervision`); the command runs in a process of its own.
"""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is something to clear up, Ctrl-C needs no traceback

from scrutiny.supervision import run_supervised


def main() -> None:
    """The entry point of the program."""
    run_supervised(_run)


def _run() -> None:
    from scrutiny.cli import main as run

    run()


if __name__ == "__main__":
    main()
