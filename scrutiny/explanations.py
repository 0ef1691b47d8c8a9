"""What each finding means, for `scrutiny explain`, the reference and code scanning: the pages of `explanations.toml`.

Each has a real example: the least paper that gives it, as its lines stand on the page, and the very message. The
tests draw that paper and compare the message. Imports nothing of ours but `findings`.
"""

from importlib.resources import files

import msgspec

from scrutiny.findings import FindingCode, Severity


class Explanation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page on one code. `severities` are those it can have, that of the example first; `said_by` the commands that
    say it. `paper` are the lines that stand there (in brackets: what is the case), `example` the message they give."""

    meaning: str
    severities: tuple[Severity, ...] = (Severity.WARNING,)
    said_by: tuple[str, ...] = ("every command",)
    paper: tuple[str, ...]
    example: str
    do: str


EXPLANATIONS = msgspec.toml.decode(
    files("scrutiny").joinpath("explanations.toml").read_bytes(), type=dict[FindingCode, Explanation]
)


def page_on(code: FindingCode) -> str:
    """The page on one code, as `scrutiny explain` prints it."""
    own = EXPLANATIONS[code]
    lines = [
        code.value,
        "",
        own.meaning,
        "",
        f"Severity: {' or '.join(own.severities)}. Reported by: {', '.join(own.said_by)}.",
        "",
        "The paper:",
        *(f"  {line}" for line in own.paper),
        "scrutiny:",
        f"  {own.severities[0]}: {own.example} [{code}]",
        "What to do:",
        f"  {own.do}",
    ]
    return "\n".join(lines) + "\n"
