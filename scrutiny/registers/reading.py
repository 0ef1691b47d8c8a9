"""Room `registers`: the blocks of some pages of a document."""

from scrutiny.pack import Document, Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.quoting import running_heads
from scrutiny.prose import Block, find_blocks


def read_blocks(source: OpenPaper, pack: Pack, document: Document, first: int, last: int) -> tuple[Block, ...]:
    """The blocks on some pages of a document."""
    return find_blocks(source.pages(first, last), running_heads=running_heads(pack, document))
