"""Room `paper`: a paper opened once, and read once for everybody who asks.

Takes a path, gives its `Pack` and its documents with their blocks, sentences and tables, each made when it is first
asked for. Interprets nothing.
"""

from scrutiny.paper.opening import OpenPaper, ReadableCopy, find_scanned, open_paper

__all__ = ["OpenPaper", "ReadableCopy", "find_scanned", "open_paper"]
