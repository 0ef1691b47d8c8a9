"""Room `prose`: sentences.

Takes the text of a block, gives its sentences with their places in it. Titles and initials ("Mr. R. C.
Love", "Cllr. Ball", "No. 7") end no sentence.
"""

from msgspec import Struct

from scrutiny.language.patterns import pattern_of

_END = pattern_of(r"[.?!][\"'’”)\]]*\s+(?=[\"'‘“(\[]?[A-Z0-9£])")
_NO_END = pattern_of(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Revd?|Ald|Supt|Insp|Cllr|Cllrs|Councillor|St|No|Nos|para|paras|p|pp|e\.g|i\.e|etc|vs|approx|Ref|Hon|Rt|Sir|Lt|Col|Capt|Sgt|v)"
    r"|\b[A-Z]|^\d{1,3})\.$"
)
LONGEST = len("Councillor.")
"""Characters of the longest of them: what stands before need not be looked at."""


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence and where it begins and ends in its text."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; together they are all of it."""
    sentences = []
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.end()].rstrip()
        if _NO_END.search(head, max(0, len(head) - LONGEST)):
            continue
        sentences.append(Sentence(text=head, start=start, end=start + len(head)))
        start = match.end()
    tail = text[start:].strip()
    if tail:
        sentences.append(Sentence(text=tail, start=start, end=start + len(tail)))
    return tuple(sentences)
