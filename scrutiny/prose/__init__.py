"""Room `prose`: pages in, paragraphs out. Joins lines over line and page breaks and leaves page furniture
out. Knows nothing of minutes or reports; they are read in rooms of their own."""

from scrutiny.prose.blocks import Block, find_blocks, find_blocks_and_notes, find_running_heads
from scrutiny.prose.sentences import Sentence, split_sentences

__all__ = ["Block", "Sentence", "find_blocks", "find_blocks_and_notes", "find_running_heads", "split_sentences"]
