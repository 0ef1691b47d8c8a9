"""Room `families/minutes`: what is printed with an item and is no record of it.

Takes an item, gives the places of its blocks that say what the agenda meant to do ("To receive an update", all above
"Minutes:" on a page of a council's site) and of those that give reasons and alternatives of a decision. Where a paper
has no headings that can be known as such, several items stand in one, each with a "Minutes:" of its own.
"""

import re

from scrutiny.families.minutes.structure import Business
from scrutiny.language.patterns import pattern_of

_RECORD = pattern_of(r"^(?:Draft\s+)?Minutes?\s*:?$", re.IGNORECASE)
_LABEL = pattern_of(r"^(?:(?:Draft\s+)?Minutes?|Decisions?)\s*:?$", re.IGNORECASE)
_BUSINESS = (
    r"(?:receive|consider|note|approve|agree|elect|appoint|confirm|adopt|review|discuss|answer|sign|hear|decide)\b"
)
_INTENDS = pattern_of(rf"^(?:\S*\d\S*\s+)?To\s+{_BUSINESS}(?!.*\b(?:was|were|had|would)\b)")
"""What an agenda says of an item."""

_OF_IT = r"(?:\s+(?:for|behind)\s+(?:(?:the|this|these)\s+)?(?:decisions?|recommendations?|urgency))?"
_WHY = pattern_of(
    rf"^(?:(?:summary\s+of\s+)?reasons?{_OF_IT}|(?:any\s+|other\s+)?(?:alternatives?|options?)(?:\s+options?)?\s+(?:considered|rejected)"
    r"[\w\s]{0,30}|(?:alternatives|(?:other|alternative)\s+options)(?=\s*:?$)|implementation\s+of\s+(?:the\s+)?decisions?)\s*(?:[:–-]|$)",
    re.IGNORECASE,
)


def find_unminuted(item: Business) -> frozenset[int]:
    """The places of the blocks that record nothing of the meeting."""
    passages = item.passages
    texts = [passage.block.text.strip() for passage in passages]
    record = next((at for at, text in enumerate(texts) if _RECORD.match(text)), None)
    label = next((at for at, text in enumerate(texts) if _LABEL.match(text)), None)
    found: set[int] = set()
    why = listed = False
    for at, (passage, text) in enumerate(zip(passages, texts, strict=True)):
        block = passage.block
        begins = _WHY.match(text)
        marked = block.marker is not None and not _PARAGRAPH.match(block.marker)
        part = at > 0 and (marked or _ALONE.match(texts[at - 1]) is not None)
        why = begins is not None or (why and listed and part and not block.bold and not _LABEL.match(text))
        if begins is not None:
            listed = _BEGINS_LIST.match(text[begins.end() :]) is not None
        after = passages[at + 1].block if at + 1 < len(passages) else None
        heads = after is not None and (at == 0 or (block.bold and not after.bold))
        ahead = label is not None and at < label
        of_agenda = (ahead and label == record) or ((heads or ahead) and _INTENDS.match(text))
        if why or of_agenda:
            found.add(at)
    return frozenset(passages[at].place for at in found)


_PARAGRAPH = pattern_of(r"^\d+\.\d")
"""The number of a paragraph of minutes, which is no part of a list."""

_BEGINS_LIST = pattern_of(r"\s*(?:$|\(?(?:[a-z]|[ivx]+|\d)[).])")
"""What is behind the label: nothing, or the first part of a list."""

_ALONE = pattern_of(r"^[^.:]{4,60}:?$")
"""A label on a line of its own: "Reason for decision"."""
