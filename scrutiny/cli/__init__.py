"""Room `cli`: arguments in, an exit code out. Holds no rule: each command is one library call."""

from scrutiny.cli.app import app, main

__all__ = ["app", "main"]
