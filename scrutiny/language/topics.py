"""Room `language`: the words that say what a quantity is about.

Takes text, gives the stems of its content words, with one name for what has several ("fixed-term exclusion" is a
suspension), and its proper names.
"""

import functools
import re
from collections.abc import Iterator
from itertools import islice

from scrutiny.language.dates import MONTHS, WEEKDAYS
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of

_SMALL = frozenset(
    re.findall(
        r"[a-z]+",
        """the a an of in on at to by for from with as and or but than then that this these those there their its
        it his her our your they them he she we you i is are was were be been being has have had having do does did will
        would shall should may might can could must which who whom whose what when where while all any each every some
        more most less least other others same such only also both per cent percent about around over under up down out
        into between during before after since until total totals figure figures number numbers amount year years
        compared against rose fell increased decreased including of which one two three four five six seven eight nine
        ten january february march april may june july august september october november december""",
    )
)
_OTHER_NAMES = (
    (
        ("fixed", "fpe"),
        pattern_of(r"\bfixed[\s-]*(?:term|period)(?:\s+exclusions?\b|(?=\s+(?:and|or)\b))|\bFPEs?\b", re.IGNORECASE),
        "suspension",
    ),
    (("pex", "p/ex"), pattern_of(r"\bP/?EX(?:s|es)?\b", re.IGNORECASE), "permanent exclusion"),
    (("ks",), pattern_of(r"\bKS\s?(\d)\b", re.IGNORECASE), r"key stage \1"),
    (("fsm",), pattern_of(r"\bFSM\b"), "free school meals"),
)
"""Letters of which a text must have some, what is looked for in it, and its one name. "FTE" is a full-time equivalent
in most papers, a fixed-term exclusion in some: it keeps its own name."""

_OTHER_LETTERS = tuple(each for letters, _, _ in _OTHER_NAMES for each in letters)


def with_one_name(text: str) -> str:
    """The text with one name for what has several."""
    small = small_letters(text)
    for letters, pattern, name in _OTHER_NAMES:
        if has_any(letters, small):
            text = pattern.sub(name, text)
    return text


_WORD = pattern_of(
    r"\b(?:year|key\s+stage|stage|case|pupil|table|appendix|type|phase|wave|round|tier|band|zone|lot)\s+\w{1,2}\b"
    r"|[a-z][a-z'’-]{2,}",
)
"""In small letters, of which one rules most words out."""

STEM = 5
"""Letters of a word that count: "excluded" and "exclusion" are the same, and so are "bins" and "bin"."""


@functools.lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words, in order; "Year 7" and "Key Stage 3" stay whole."""
    return tuple(_stems(text))


def first_stems(text: str, many: int) -> tuple[str, ...]:
    """The first `many` stems of a text."""
    return tuple(islice(_stems(text), many))


def _stems(text: str) -> Iterator[str]:
    small = small_letters(text)
    if has_any(_OTHER_LETTERS, small):
        small = small_letters(with_one_name(text))
    for match in _WORD.finditer(small.replace("£", " pounds ")):
        parts = match[0].replace("’", "'").split()
        if len(parts) > 1 and parts[-1].isdigit():
            yield " ".join(parts)
            continue
        for part in parts:
            if part not in _SMALL and len(part) > 2:
                word = part.removesuffix("'s")
                one = len(word) <= STEM and word[-1] == "s" and word[-2] not in "sui" and len(word) > 3
                yield word[:-1] if one else word[:STEM]


_NAME = pattern_of(r"\b(?:[A-Z][a-z'’]+|[A-Z]{2,})(?:[\s-]+(?:of|and|the|upon|on|[A-Z][a-z'’]+|[A-Z]{2,}|[A-F]\b))*")
_COMMON = pattern_of(
    r"^(?:The|A|An|In|On|At|Of|For|From|By|This|These|There|Their|It|Its|He|She|They|We|As|If|When|While|During|Since|Also|"
    r"Overall|However|Table|Appendix|Figure|Year|Years|Key|Stage|Autumn|Spring|Summer|Term|Pupils|Total|All|Some|Most|"
    rf"Between|After|Before|Both|With|To|{'|'.join((*MONTHS, *WEEKDAYS))})$"
)


@functools.lru_cache(maxsize=8192)
def names_of(text: str) -> frozenset[str]:
    """The proper names in a sentence, in lower case; a capital at its beginning alone is none."""
    found = set()
    for match in _NAME.finditer(text):
        words = [word for word in re.split(r"[\s-]+", match[0]) if not _COMMON.match(word)]
        if not words or (match.start() == 0 and len(words) == 1 and len(match[0].split()) == 1):
            continue
        found.add(" ".join(word.lower() for word in words if word not in ("of", "and", "the", "upon", "on")))
    return frozenset(name for name in found if name)
