"""First pages of papers, written as rows: the heads that titles and kinds are read from."""

import re

from scrutiny.pack.openings import Opening, find_opening
from scrutiny.pdf import Direction, Line
from scrutiny.sources import Box


def opening(*rows: str, texts: tuple[str, ...] | None = None) -> Opening:
    """The opening of a page of rows: "14* Heading" is 14 point bold, "* Heading" bold, "" an empty line, "a | b" two pieces
    of one row, "> words" stands in a column to the right. The type is 11 point unless said."""
    lines: list[Line] = []
    top = 60.0
    for row in rows:
        if not row:
            top += 14
            continue
        match = re.match(r"^(?:(?P<size>\d{1,2})(?=[* ])(?P<bold>\*)? |(?P<only>\*) )?(?P<text>.*)$", row)
        assert match is not None
        size = float(match["size"] or 11)
        left = 60.0
        text = match["text"]
        if text.startswith("> "):
            left, text = 180.0, text[2:]
        for piece in text.split(" | "):
            right = left + 0.5 * size * len(piece)
            lines.append(
                Line(
                    text=piece,
                    box=Box(left=left, top=top, right=right, bottom=top + size),
                    size=size,
                    bold=bool(match["bold"] or match["only"]),
                    direction=Direction.ACROSS,
                )
            )
            left = max(180.0, right + 80)
        top += size * 1.25
    body = "\n".join(re.sub(r"^(?:\d{1,2}(?=[* ])\*? |\* )?(?:> )?", "", row).replace(" | ", " ") for row in rows)
    return find_opening(1, lines, texts if texts is not None else (body,))
