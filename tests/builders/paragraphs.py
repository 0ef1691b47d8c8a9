"""Blocks from a few lines of text: a small PDF is drawn and read, so that rules meet what they will meet."""

from scrutiny.prose import Block, find_blocks
from tests.builders.paper import PackBuilder
from tests.builders.reading import drawn


def draw(*rows: str) -> PackBuilder:
    """A paper of rows: "# heading", "> indented", "6| numbered paragraph", "• bullet", "---" for a new page."""
    paper = PackBuilder(numbers=False, stamps=False, outline=False)
    paper.new_page()
    for row in rows:
        indent = 0.0
        while row.startswith("> "):
            indent += 28
            row = row[2:]
        if row == "---":
            paper.new_page()
        elif row.startswith("# "):
            paper.heading(row[2:], size=12)
        elif row.startswith("• "):
            paper.para(row[2:], indent=14 + indent, number="•", hang=14)
        elif "| " in row[:12]:
            number, text = row.split("| ", 1)
            paper.para(text, indent=indent, number=number, hang=34)
        else:
            paper.para(row, indent=indent)
    return paper


def read_blocks(*rows: str) -> tuple[Block, ...]:
    """The blocks of such a paper."""
    with drawn(draw(*rows).data()) as pdf:
        return find_blocks(pdf.pages())
