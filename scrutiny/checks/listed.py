"""Room `checks`: how many of something a sentence says there are, against the list of them that follows.

Takes the paragraphs of one document. A list is one that its marks show to be complete: numbered, lettered or bulleted
paragraphs behind a colon, parts that are lettered within the sentence, or names behind a colon or in a bracket. What
"and" may join or part, what goes over the end of a page, and what another count may be of leaves the number open; a
number that the list may have is right.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.numbering import SAME_EDGE
from scrutiny.figures import Unit
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity, find_quantities

_KINDS = (
    r"(?:action|activit(?:y|ie)|aim|ambition|approache?|area|argument|aspect|assumption|audience|barrier|benefit|"
    r"caus|categor(?:y|ie)|challenge|chapter|characteristic|component|concern|condition|consideration|criteri|dimension|"
    r"driver|element|example|factor|feature|finding|focus|function|goal|group|heading|initiative|intention|issue|item|"
    r"lesson|level|limitation|measure|mechanism|method|methodolog(?:y|ie)|mission|model|objective|option|outcome|output|part|"
    r"phase|phrase|pillar|point|possibilit(?:y|ie)|principle|priorit(?:y|ie)|problem|process|programme|project|proposal|"
    r"provision|purpose|question|reason|recommendation|request|requirement|resolution|risk|role|route|rule|scenario|"
    r"section|source|stage|standard|statement|step|strand|strateg(?:y|ie)|stream|suggestion|target|task|technique|test|"
    r"theme|topic|occasion|trend|type|value|way|workstream|work\s+package|objection|condition|site|location|scheme|partner|system)"
    r"(?:s|es|a)\b"
)
"""Nouns that stand for what is told next: kinds, parts, reasons and aims of something."""

_SOME_OF = (
    rf"(?:{'|'.join(SMALL_NUMBERS)}|\d+%?|some|most|many|each|all|any|none|several|half|thirds?|quarters?|majority|out|"
    r"either|rest|first|last|few|remainder|share|proportion|number)\s+of\s+"
)
_OTHERS = (
    r"other|another|further|additional|next|last|first|top|past|previous|same|every|each|any|only|than|aged?|between"
)
_RANGE = rf"(?:\d|\b(?:{'|'.join(SMALL_NUMBERS)}))\s*(?:to|or|and|[-–/])\s*$"
_DEFINITE = pattern_of(
    rf"\b(?:the|these|those|all|both|our|its|their|his|her|your|{_OTHERS})\s+(?:\w+\s+)?$|\b{_SOME_OF}$|{_RANGE}",
    re.IGNORECASE,
)
"""Before a number of what is already known, or of only some."""

_FOLLOWING = pattern_of(r"\bfollowing\s+(?:key\s+|main\s+)?$", re.IGNORECASE)
_COPULA = pattern_of(
    r"(?:\b(?:are|were|is|was)(?:\s+(?:as\s+follows|listed\s+below|set\s+out\s+below|these|shown\s+below))?"
    r"|\bas\s+follows|\bbelow)\s*$"
)
_OPENS = pattern_of(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:(?:there|here)\s+(?:are|were)\s+|the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
"""What stands before the number in a sentence that begins with what is counted: "There are", "The other"."""

_OWN_SUBJECT = pattern_of(
    r"\b(?:we|they|it|he|she|you|members?|councillors?|officers?|committee|cabinet|council|board|panel|who|whose)\s+"
    r"(?:\w+ly\s+)?(?!of\b|in\b|for\b)\w+|\b(?:includ\w+|such\s+as|for\s+example|e\.g|namely\s+that|among|ask\w+|request\w*\s+(?:to|that)|"
    r"recommend\w*\s+(?:to|that)|resolv\w+|agree[ds]?\s+(?:to|that)|(?:will|shall|should|must|can|could|may|might|would)\s+(?!be\b))\b|[.;?]\s"
    r"|(?<!was )(?<!were )(?<!been )(?<!be )(?<!are )\b(?:said|agreed|noted|decided|reported|told|heard|wrote|replied|"
    r"added|stated|attended|voted|recommended)\s*$",
    re.IGNORECASE,
)
"""What shows that the list is of something else, or not of all."""

_CALLED = pattern_of(rf"^(?:[\s-]+[\w’'‘&/-]+){{0,4}}?\s+{_KINDS}", re.IGNORECASE)

_ENDS_OPEN = pattern_of(r"[:;]\s?[-–—]?\s*$")


def check_listed(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every number of things that a list of them follows."""
    for at, paragraph in enumerate(paragraphs):
        for sentence in paragraph.sentences:
            yield from _check_within(sentence)
        if paragraph.sentences and _ENDS_OPEN.search(paragraph.whole.text):
            last = paragraph.sentences[-1]
            if paragraph.whole.text.rstrip().endswith(last.text.rstrip()[-40:]):
                yield from _check_before(last, paragraphs, at)


class _Listed(Struct, frozen=True):
    """How many a list may have, from so many to so many, and where they stand."""

    low: int
    high: int
    quote: Quote

    def off(self, count: Quantity) -> Decimal:
        """How far a number is from what the list may have."""
        return max(self.low - count.value, count.value - self.high, Decimal(0))

    def judge(self, count: Quantity, sentence: Quote) -> Checked:
        right = self.low <= count.value <= self.high
        bound = self.high if count.value > self.high else self.low
        shown = f"{'at most ' if bound == self.high else 'at least '}{bound}" if self.low < self.high else str(bound)
        shown = f"{self.low} to {self.high}" if right and self.low < self.high else shown
        what = " ".join(sentence.text[count.end :].split()[:3]).rstrip(":;,.(")
        return judged(
            Check.PARTS, right, sentence, self.quote, printed=count.printed,
            expected=shown, working=f"{shown} listed", message=f"{count.printed} {what}: {shown} listed",
        )  # fmt: skip


def _counts(text: str) -> list[Quantity]:
    return [
        each
        for each in find_quantities(text)
        if each.unit is Unit.NUMBER
        and (each.exact or _BUILT_AROUND.search(text[: each.start]))
        and not each.mention.share
        and each.value == int(each.value)
        and 1 <= each.value <= MOST
    ]


_BUILT_AROUND = pattern_of(
    r"\b(?:based|built|structured|organi[sz]ed|centred|arranged|grouped|designed|focus\w*)\s+(?:a)?round\s+$"
)
"""Before a number that is not rough."""

MOST = 40
"""What a list has at most."""

FAR = 3
"""A number that is further from that of the list is likelier one of something else."""


# --- lists in paragraphs ----------------------------------------------------------------------------


def _check_before(sentence: Quote, paragraphs: Sequence[Paragraph], at: int) -> Iterator[Checked]:
    text = _ENDS_OPEN.sub("", sentence.text)
    counts = _counts(text)
    told = [each for each in counts if _introduces(text, each)]
    if len(told) != 1 or told[0].value == 1:
        return
    listed = _list_behind(paragraphs, at)
    if listed is None:
        return
    if any(listed.low <= each.value <= listed.high for each in counts if each is not told[0]):
        return  # the list may be of these
    if listed.off(told[0]) <= FAR:
        yield listed.judge(told[0], sentence)


def _introduces(text: str, count: Quantity) -> bool:
    """Whether what is counted is what the list behind a sentence lists."""
    before, behind = text[: count.start], text[count.end :]
    if _OWN_SUBJECT.search(behind):
        return False
    if _FOLLOWING.search(before) or re.match(r"\s+following\b", behind):
        return True
    if _OPENS.match(before) and _COPULA.search(behind):
        return True
    if _DEFINITE.search(before):
        return False
    called = _CALLED.match(behind)
    if called is not None:
        return not find_quantities(behind[called.end() :]) and "," not in behind[called.end() :]
    return False


class _Order(Struct):
    """How the parts of a list are marked: by a bullet, or counted in figures, letters or Roman numbers."""

    style: str
    counted: str | None

    def value_of(self, marker: str) -> int | None:
        """Its number, None where it is marked in another way; of a bullet 0."""
        if _style(marker, self.counted) != self.style:
            return None
        return 0 if self.counted is None else _number(marker, self.counted)


_BARE = pattern_of(r"^\(?(?P<mark>\d{1,2}|[a-z]{1,4}|[A-Z]{1,4})[.):]{1,2}$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _order_of(marker: str) -> _Order | None:
    match = _BARE.match(marker)
    if match is None:
        return None if re.search(r"\w", marker) and marker != "o" else _Order(marker, None)
    counted = {"1": "1", "a": "a", "i": "i"}.get(match["mark"].lower())
    return _Order(_style(marker, counted), counted) if counted else None


def _style(marker: str, counted: str | None) -> str:
    return marker if counted is None else re.sub(r"\d+" if counted == "1" else r"[A-Za-z]+", "1", marker)


def _number(marker: str, counted: str) -> int | None:
    mark = re.sub(r"\W", "", marker).lower()
    if counted == "1":
        return int(mark) if mark.isdigit() else None
    if counted == "i":
        return _ROMAN.index(mark) + 1 if mark in _ROMAN else None
    return ord(mark) - ord("a") + 1 if len(mark) == 1 else None


_BULLETED = pattern_of(r"[•·▪●○◦■□➢✓]")
_BESIDES = pattern_of(
    r"^\W*(?:\w{1,3}[.)]\s+)?(?:any\s+other|others?\b|none\b|and\b|or\b|also\b|plus\b|finally\b|in\s+addition|do\s+nothing|"
    r"n/?a\b|not\s+applicable|total\b|all\b|note\b)",
    re.IGNORECASE,
)
_JOINED = pattern_of(r"\s(?:and|&|or)\s|/|,", re.IGNORECASE)

_OWN_COUNT = pattern_of(rf"^\W*(?:\w{{1,3}}[.)]\s+)?(?:\d{{1,3}}|{'|'.join(SMALL_NUMBERS)})\s+[(a-z]", re.IGNORECASE)
"""A part that counts several of what is listed: "3 larger sites"."""

SHORT = 9
"""Words of a part that names what is counted: in a longer one "and" joins no two of them."""


def _list_behind(paragraphs: Sequence[Paragraph], at: int) -> _Listed | None:
    """The list whose first part follows a paragraph; None where its parts are not plainly these."""
    first = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    order = _order_of(first.marker) if first is not None and first.marker else None
    if first is None or order is None:
        return None
    parts, deeper, end = list[Paragraph](), list[int](), at + 1
    while end < len(paragraphs):
        each = paragraphs[end]
        value = order.value_of(each.marker) if each.marker else None
        if value is not None and abs(each.left - first.left) <= SAME_EDGE:
            if order.counted and value != len(parts) + 1:
                return None
            parts.append(each)
        elif each.left > first.left + DEEPER and (order.counted or each.whole.pdf_page == parts[-1].whole.pdf_page):
            deeper.append(len(parts))
        else:
            break
        end += 1
    if len(parts) < LEAST or end >= len(paragraphs) or _goes_on(paragraphs[end:], order, parts):
        return None
    texts = [each.whole.text for each in parts]
    if any(_BULLETED.search(text[3:]) for text in texts):
        return None
    if any(
        _ENDS_OPEN.search(text) and text.rstrip()[-1] != ";" and number not in deeper
        for number, text in enumerate(texts, 1)
    ):
        return None  # its own parts stand beside it
    behind = paragraphs[end]
    if not order.counted and (
        len({each.whole.pdf_page for each in (paragraphs[at], *parts)}) > 1
        or (behind.whole.pdf_page != parts[-1].whole.pdf_page and not _begins_anew(behind, texts[-1]))
    ):
        return None
    if any(_OWN_COUNT.match(text) for text in texts):
        return None
    named = [] if order.counted else [text for text in texts if len(text.split()) <= SHORT]
    joins = sum(len(_JOINED.findall(text)) for text in named)
    besides = sum(_BESIDES.match(text) is not None for text in texts)
    return _Listed(len(parts) - besides, len(parts) + joins, parts[-1].whole)


def _goes_on(behind: Sequence[Paragraph], order: _Order, parts: Sequence[Paragraph]) -> bool:
    """Whether a list may go on behind what ends it: a marked paragraph that is not to its left may be a part's own,
    and its next part may follow."""
    first = parts[0]
    if behind[0].marker and not order.counted and _order_of(behind[0].marker) and not _is_before(behind[0], first):
        return True
    for each in behind[: COUNTED_AHEAD if order.counted else AHEAD]:
        value = order.value_of(each.marker) if each.marker else None
        if value is not None and value in (0, len(parts) + 1) and abs(each.left - first.left) <= SAME_EDGE:
            return True
        if order.counted and value == 1:
            return False
        if not order.counted and (_ENDS_OPEN.search(each.whole.text) or (each.marker and _is_before(each, first))):
            return False
    return False


def _begins_anew(behind: Paragraph, last: str) -> bool:
    """Whether what stands at the head of the next page is no more of a list."""
    return _SENTENCE.match(behind.whole.text) is not None and last.rstrip().endswith((".", "?"))


_SENTENCE = pattern_of(r"(?:\d{1,3}(?:\.\d{1,2})*\.?\s+)?[A-Z]")


def _is_before(each: Paragraph, first: Paragraph) -> bool:
    """Whether a numbered paragraph stands to the left of a list, which it ends."""
    return re.search(r"\d", each.marker or "") is not None and each.left < first.left - DEEPER


DEEPER = 6.0
LEAST = 2
AHEAD = 4
COUNTED_AHEAD = 60
"""Paragraphs behind a list in which it may go on; a numbered one tells which part would be next."""


# --- lists in sentences -----------------------------------------------------------------------------


_OPENER = pattern_of(
    r"^(?P<what>(?:[\s-]+[\w’'‘&/-]+){1,7}?)\s*"
    r"(?P<opener>\((?:i\.e\.,?\s+)?|:-?\s|,?\s+(?:namely|made\s+up\s+of|consisting\s+of|comprising)[,:]?\s|,\s+being\s|\s[-–—]\s)"
)
_CLAUSE_END = pattern_of(r"[.?!](?:\s|$)|;\s")
_NO_LIST = pattern_of(
    r"\b(?:includ\w*|such\s+as|e\.?g\b|for\s+example|see|mainly|mostly|notably|particular\w*|especially|etc|both|either|not|"
    r"who|which|where|when|if|while|average|total|respectively|out\s+of|plus|excluding|except|than|other|others|more|"
    r"least|approximately|about|around|up\s+to|then|also|source|figure|table|appendix|annex|paragraph|section|page)\b|\.\.\.|…",
    re.IGNORECASE,
)
_YEAR_ALONE = pattern_of(r"(?:et\s+al\.?,?\s*)?(?:19|20)\d\d[a-z]?$|.*\bal\.$")
_FIRST_NUMBER = pattern_of(rf"(?:£?\d[\d,.]*%?|{'|'.join(SMALL_NUMBERS)}|an?|some|many|several)\s+[a-z]", re.IGNORECASE)
_AND = pattern_of(r"\s(?:and|&)\s|/")
_ENDS = pattern_of(r"^(?:and|&)\s|\s(?:and|&)\s")
_NAME = pattern_of(r"[‘“'\"]?(?:the\s+)?[A-Z]")
_BRACKETED = pattern_of(r"\s*\([^()]*\)")
_LETTERS_MARKED = pattern_of(r"(?:^|[\s,;:])\(?(?P<mark>[a-h]|[ivx]{1,4}|\d)\)\s+(?=\w)")


def _check_within(sentence: Quote) -> Iterator[Checked]:
    """What a sentence counts and lists itself."""
    text = sentence.text
    for count in _counts(text):
        opener = _OPENER.match(text[count.end :])
        if opener is None or count.value == 1 or find_quantities(opener["what"]):
            continue
        called = _CALLED.match(opener["what"]) is not None
        if _ALREADY.search(text[: count.start]) or not (called or _PLURAL_FIRST.match(opener["what"])):
            continue
        begin = count.end + opener.end()
        listed = _listed_in(text, begin, opener["opener"].strip(), sentence, called=called)
        if listed is not None and listed.off(count) <= FAR:
            yield listed.judge(count, sentence)


_ALREADY = pattern_of(
    rf"\b(?:{_OTHERS}|within|at)\s+(?:the\s+|these\s+|those\s+)?$|\b{_SOME_OF}(?:the\s+|these\s+|those\s+)?$|{_RANGE}",
    re.IGNORECASE,
)
_PLURAL_FIRST = pattern_of(r"^(?:[\s-]+[\w’'&/-]+){0,4}?\s+(?:[\w’'-]{2,}s|people|children)\b")


def _listed_in(text: str, begin: int, opener: str, sentence: Quote, *, called: bool) -> _Listed | None:
    if opener.startswith("("):
        inside = _inside(text, begin)
    else:
        end = _CLAUSE_END.search(text, begin)
        inside = text[begin : end.start() if end else len(text)].rstrip(" .;")
        if end is not None and end[0].startswith(";"):
            return None
    if inside is None or _NO_LIST.search(inside):
        return None
    marks = list(_LETTERS_MARKED.finditer(inside))
    if len(marks) >= LEAST and not inside[: marks[0].start()].strip():
        counted = {"1": "1", "a": "a", "i": "i"}.get(marks[0]["mark"])
        numbers = [_number(match["mark"], counted) for match in marks] if counted else []
        exact = numbers == list(range(1, len(marks) + 1))
        return _Listed(len(marks), len(marks), sentence) if exact else None
    plain = _BRACKETED.sub("", inside)
    if marks or re.search(r"[:()]", plain):
        return None
    parts = [
        part.strip() for part in re.split(r";\s" if ";" in plain else r",\s*(?!\d{3}\b)", plain) if part.strip(" ,")
    ]
    last = next((at for at, part in enumerate(parts) if _ENDS.search(part)), len(parts) - 1)
    goes_on = parts[last + 1][:1].islower() if parts[last + 1 :] else False
    if goes_on and not opener.startswith("(") and all(map(_NAME.match, parts[: last + 1])):
        parts = parts[: last + 1]  # "made up of Ash, Oak and Elm, applied to join"
    if len(parts) == 1 and not _AND.search(plain):
        return None
    if ";" not in plain and not _AND.search(parts[-1]) and not re.match(r"and\b", parts[-1]):
        return None  # a list ends with "and"
    parts = [re.sub(r"^(?:and|&)\s+", "", part) for part in parts]
    pieces = [piece for part in parts for piece in _AND.split(part)]
    if any(_YEAR_ALONE.match(part) or _FIRST_NUMBER.match(part) or len(part.split()) > WORDS for part in pieces):
        return None
    names = all(map(_NAME.match, pieces))
    most = len(parts) + sum(len(_AND.findall(part)) for part in parts)
    if not called and not (names and (len(pieces) > LEAST or all(len(part) <= LETTERS for part in pieces))):
        return None
    # a name may have an office or a place behind it ("Jo Ash, Head of Boats, and Al Elm"), and a list may end before
    least = LEAST - 1 if names and any(len(part) > LETTERS for part in pieces) else len(parts)
    least = least if opener.startswith("(") else min(least, last + 1)
    return _Listed(least, most, sentence)


LETTERS = 3
"""Letters of a name that is one of a row of letters: "blocks A, B and C"."""

WORDS = 9
"""Words of a part of a list in a sentence: a longer one says something of it."""


def _inside(text: str, begin: int) -> str | None:
    """What stands in a bracket that is open."""
    depth = 1
    for at in range(begin, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return text[begin:at]
    return None
