"""Room `families/recommendations`: what a report recommends.

Takes the blocks of a report's pages, gives one `Recommendation` for each numbered, lettered or bulleted part
of its recommendation sections, and for each numbered recommendation of an inquiry or inspection that is
appended to it ("Recommendation 3: ..."), with its sub-points.

The word alone makes no recommendation: running text, contents lists, running heads, what others recommended
in the past and next steps are left.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.language.addressees import ASKED, BODY, find_subject_asked
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block, split_sentences

_QUALIFIER = (
    r"(?:[^\W\d_][\w’']+\s+/\s+)?(?:(?:Officers?[’']?|Summary\s+of|Summary\s+and|Conclusions?\s+and|Headline|Key|Proposed|Detailed|Specific|"
    r"Our|Final|Main|List\s+of|[A-Z]{2,8}|The)\s+){0,3}"
)
_FOR = r"(?:and\s+reasons?|(?:to|for)\s+(?:the\s+)?[A-Z][^:.]{0,60}(?=\s*(?:[:.]|$)))"
_HEADING = pattern_of(
    rf"^(?:[A-Z]\.?\d{{0,2}}\s*[:–.-]?\s+)?(?:\d+(?:\.\d+)*\.?\s+)?{_QUALIFIER}"
    r"(?:Recommendations?(?:\s?\(s\)|/s)?|RECOMMENDATIONS?(?:\s?\([Ss]\)|/S)?|RECOMMENDED|Recommended(?=\s*:)|Decisions?\s+[Rr]equired|Decisions?\s+[Rr]equested)"
    rf"\s*(?:{_FOR}\s*)?(?P<colon>[:;.–-]?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
"""Accepts "Recommendation(s):", "L.2: Recommendations", "Argymhellion / Recommendations", "Recommendations for the
Department:", "Recommendation: Council is asked to note"; what follows the colon is `rest`. "L.2: Recommendations 145"
is a line of a contents list."""

_ASKED_HEADING = pattern_of(
    r"^(?:[A-Z]\s*[–.-]\s*|\d+(?:\.\d+)*\.?\s+)?(?:what\s+)?[\w’' ]{2,60}?\s+(?:is|are)\s+(?:being\s+)?(?:asked|recommended|requested)\s+to\s+(?:do|decide|agree|consider)\s*:?\??$",
    re.IGNORECASE,
)
"""A heading that names the asking: "What Forum is asked to do"."""

_NUMBERED = pattern_of(r"^(?P<number>Recommendation\s+(?:[A-Z]?\d{1,3}[A-Za-z]?)\s*[:.–—-])\s*(?P<text>.*)$", re.DOTALL)
"""A numbered recommendation of an inquiry: "Recommendation 3: Government guidance"."""

_IT_IS = pattern_of(r"^(?:It\s+is\s+(?:therefore\s+)?recommended|(?:I|We)\s+recommend|Recommended)\b", re.IGNORECASE)
_BARE_THAT = pattern_of(rf"^That\s+(?:the\s+)?{BODY}\s*[:–-]?$")
_CALLS = pattern_of(r"\b(?:recommends?|should|must)\b|^That\s")
_INLINE_PART = pattern_of(r"^(?P<marker>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?P<text>\S.*)$", re.DOTALL)
_PREFACE = pattern_of(
    r"\b(?:make|makes|made|sets?\s+out|following|below)\b.{0,40}\brecommendations?\b|\brecommendations?\b.{0,30}\b(?:below|following)\b",
    re.IGNORECASE,
)
_CAPITALISED = pattern_of(
    r"^(?:Background|Introduction|Reasons?\b|Purpose|Summary|Context|Contact|Appendi|Finance|Financial|Legal|Implications?|Executive|Options|Consultation|Conclusion|Report|Details?)\b"
)
"""How the section after the recommendations is called in papers that set no heading in bold."""
_NONE = pattern_of(r"^(?:none|not applicable|n/a|there are no\b)", re.IGNORECASE)

_WORTH = pattern_of(
    r"^\W{0,3}(?:[\w.]{1,8}:?\s+)?(?:[\w’'/]+\s+){0,4}recommend(?:ation(?:s|\s?\(s\))?|ed)\s*(?:(?:for|to)\b.{0,60})?(?:$|[:;–-])"
    r"|^\W{0,3}Recommendation\s+[A-Z]?\d|\bDecisions?\s+requ(?:ired|ested)\b"
    r"|\b(?:is|are)\s+(?:therefore\s+|also\s+)?(?:asked|recommended|invited|requested)\s+to\b|\bfollowing\s+recommendations\b.{0,80}:\s*$"
    r"|^.{0,40}\bRECOMMENDATION\b.{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)

_WORTH_LETTERS = ("recommend", "decision", "asked", "invited", "requested")
"""All that is worth reading has one of these."""

MAX_PARTS_GAP = 3
"""A section's parts are numbered on; a list that begins again belongs to the next heading."""


def worth_reading(text: str) -> bool:
    """Whether a page's text can hold a recommendation section at all. Cheap: asked of every page."""
    return has_any(_WORTH_LETTERS, small_letters(text)) and _WORTH.search(text) is not None


def find_recommendations(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """Every recommendation on the pages, in order."""
    blocks = _with_inner_parts(blocks)
    found: list[Recommendation] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if _is_numbered(block):
            rows, index = _numbered(blocks, index)
            found += rows
            continue
        heading = _section_heading(blocks, index)
        if heading is not None:
            rows, index = _section(blocks, index, heading)
            found += rows
            continue
        if _COLUMNS.match(block.text) and len(block.text) < 120:
            rows, index = _below_columns(blocks, index)
            found += rows
            continue
        if _announces(blocks, index):
            rows, index = _announced(blocks, index)
            found += rows
            continue
        index += 1
    return tuple(found)


def find_requests(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """What a report without a section of recommendations asks in a sentence of its own: "The Commission is asked to
    note the report." """
    return tuple(
        _row(block, block.text, None, None)
        for block in blocks
        if _ASKED_TO.match(block.text) and len(split_sentences(block.text)) == 1 and block.text.rstrip().endswith(".")
    )


_ASKED_TO = pattern_of(
    rf"^(?:The\s+)?{BODY}\s+(?:is|are)\s+(?:therefore\s+|also\s+)?(?:asked|requested|recommended|invited)\s+to\s"
)


_INNER = pattern_of(r"(?<=\s)\((?P<letter>[a-z])\)\s+(?=[A-Z])")
_LETTER = pattern_of(r"^\(?([a-z])[).]?$")


def _with_inner_parts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the parts of a lettered list apart that run together on the page: "(k) The Strategy ... (l) The
    Statement ...", "2024-25 Council Tax (e) To increase ..."; only where the letter is the next of its list."""
    found: list[Block] = []
    expected = "a"
    for block in blocks:
        own = _LETTER.match(block.marker or "")
        if own and own[1] == expected:
            expected = chr(ord(expected) + 1)
        rest = block
        while match := next((m for m in _INNER.finditer(rest.text) if m["letter"] == expected), None):
            head, tail = rest.text[: match.start()].strip(), rest.text[match.end() :]
            cut = rest.quote.find(f"({expected})", max(len(rest.quote) - len(rest.text) + match.start() - 3, 0))
            if cut < 0 or not head:
                break
            found.append(replace(rest, text=head, quote=rest.quote[:cut].strip()))
            rest = replace(rest, marker=f"({expected})", text=tail, quote=rest.quote[cut:], left=rest.left + HANG)
            expected = chr(ord(expected) + 1)
        found.append(rest)
        if block.bold and block.marker is None:
            expected = "a"
    return tuple(found)


HANG = 1.0
"""Points by which a part is set further in than the line it was cut from, so that it is no equal of its lead-in."""


def _is_numbered(block: Block) -> bool:
    """Whether a block is a numbered recommendation: in bold or bulleted, or with its text behind the colon."""
    match = _NUMBERED.match(block.text)
    if match is None:
        return False
    text = match["text"]
    return (
        block.bold
        or block.bullet
        or (text[:1].isupper() and len(text) > 30 and not _NONE.match(text) and not _IS_TOLD.match(text))
    )


_IS_TOLD = pattern_of(
    r"^(?:\w+\s+)?(?:was|has\s+been|had\s+been|is\s+(?:complete|closed|in\s+progress))\b", re.IGNORECASE
)
_ANNOUNCES = pattern_of(
    r"\b(?:following|these)\s+(?:\w+\s+){0,3}recommendations?\b[^.]*:\s*$|\brecommendations?\s+(?:are|is)\s+(?:as\s+follows|made|proposed|set\s+out\s+below)[^.]*:\s*$|^(?:We|I|[A-Z]\w+|The\s+[A-Z]\w+(?:\s+\w+){0,3})\s+(?:therefore\s+)?recommends?\s*(?:that\s*)?:\s*$",
    re.IGNORECASE,
)
"""A paragraph that ends by announcing a list: "... the following recommendations are proposed:"."""


_COLUMNS = pattern_of(
    r"^(?:(?:No|Ref)\.?\s+)?Recommendations?\s+(?:[\w’']+\s+){0,5}?(?:[Rr]esponse|[Aa]ccept\w*|[Pp]aragraph|[Cc]omments?|[Aa]ction|[Ll]ead)\b"
)
"""The line of headings of a table without rules: "Recommendation  Government response  Paragraph no."."""


def _below_columns(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """The numbered blocks below such a line, in one column and counted on."""
    rows: list[Recommendation] = []
    number = 0
    at = index + 1
    left: float | None = None
    while at < len(blocks):
        block = blocks[at]
        own = re.match(r"^(\d{1,2})[.)]?$", block.marker or "")
        if block.bold and block.marker is None and block.size > blocks[index].size + 1:
            break
        if own and int(own[1]) == number + 1 and (left is None or abs(block.left - left) < 8):
            rows.append(_row(block, block.text, None, None))
            number, left = number + 1, block.left if left is None else left
        at += 1
    return (rows, at) if len(rows) >= 2 else ([], index + 1)


def _announces(blocks: tuple[Block, ...], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return _ANNOUNCES.search(blocks[index].text) is not None and following is not None and following.marker is not None


def _announced(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """The marked blocks below the announcement."""
    rows: list[Recommendation] = []
    at = index + 1
    while at < len(blocks):
        block = blocks[at]
        if block.marker is None and rows and block.left > blocks[index + 1].left + 5 and not block.bold:
            at += 1  # the rest of a part that a page break or a picture cut
            continue
        if block.marker is None or (block.bold and len(block.text) < 80):
            break
        rows.append(_row(block, block.text, None, None))
        at += 1
    return rows, at


# --- sections --------------------------------------------------------------------------------------


def _section_heading(blocks: tuple[Block, ...], index: int) -> str | None:
    """What follows the heading on its own line ("" for nothing); None where the block is no heading."""
    block = blocks[index]
    if block.bullet:
        return None
    if _ASKED_HEADING.match(block.text) and (block.bold or block.text.isupper()) and len(block.text) < 90:
        return ""
    match = _HEADING.match(block.text)
    if not match or _NUMBERED.match(block.text):
        return None
    rest = match["rest"].strip()
    if rest and not match["colon"]:
        return None  # "Recommendations from the inquiry report", "Recommendations 145"
    if rest:
        inline = ASKED.match(rest) or _IT_IS.match(rest) or _INLINE_PART.match(rest) or rest.startswith("That ")
        return rest if inline else None
    stands_out = block.bold or bool(match["colon"]) or block.text.isupper()
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if not stands_out and not (ASKED.match(following) or _BARE_THAT.match(following) or _NUMBERED.match(following)):
        return None
    return ""


def _section(blocks: tuple[Block, ...], index: int, rest: str) -> tuple[list[Recommendation], int]:
    """The recommendations below a heading, and the first block after them."""
    heading = blocks[index]
    rows: list[Recommendation] = []
    lead: Block | None = None
    lead_text: str | None = None
    last_part: Block | None = None
    if rest:
        inline = _INLINE_PART.match(rest)
        if inline:
            rows.append(replace(_row(heading, inline["text"], None, None), number_printed=inline["marker"]))
        elif _is_lead(rest, blocks, index):
            lead, lead_text = heading, rest
        else:
            rows.append(_row(heading, rest, None, None))
    at = index + 1
    while at < len(blocks):
        block = blocks[at]
        if _comes_next(block, heading) or _is_numbered(block) or _ends_section(blocks, at, heading, last_part, lead):
            break
        if _is_subheading(blocks, at, last_part) or (
            lead is not None and last_part is None and _heads_parts(blocks, at)
        ):
            at += 1
            continue
        may_lead = lead is None or (last_part is not None and block.left <= lead.left + 2 and block.marker is None)
        if may_lead and _is_lead(block.text, blocks, at):
            if last_part is not None and not ASKED.match(block.text):
                break
            lead, lead_text, last_part = block, block.text, None
            at += 1
            continue
        if lead is not None and block.marker is not None and not _same_level(block, lead):
            rows.append(_row(block, block.text, lead, lead_text))
            last_part = block
        elif last_part is not None and block.marker is None and block.left > last_part.left + 5 and not block.bold:
            pass  # the rest of a part, set apart by a page break or a picture
        elif lead is not None and last_part is not None:
            break
        elif lead is None and _is_whole(block) and not _NONE.match(block.text):
            rows.append(_row(block, block.text, None, None))
        elif lead is None and rows and block.marker is None:
            if not (blocks[at - 1].marker is not None and block.left > blocks[at - 1].left + 5 and not block.bold):
                break  # what hangs further in is the rest of the part above
        elif lead is not None:
            rows.append(_row(block, block.text, lead, lead_text))
            last_part = block
        at += 1
    return rows, at


def _is_lead(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a text only introduces the parts that follow."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is not None and _heads_parts(blocks, index + 1):
        following = blocks[index + 2]
    if following is None or following.marker is None:
        return False
    asked = ASKED.match(text)
    if asked and asked.end() >= len(text.rstrip()) - 1:
        return True
    return text.rstrip().endswith((":", "to", "that", "–", ":-", " -")) or _BARE_THAT.match(text) is not None


def _heads_parts(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block is a short line above the first part of a list: "2025-35 Capital Programme"."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    short = block.marker is None and len(block.text) < 80 and not block.text.rstrip().endswith((".", ":", ";"))
    return short and following is not None and _FIRST.match(following.marker or "") is not None


_FIRST = pattern_of(r"^\(?(?:a|A|1|i)[).]?$")


def _same_level(block: Block, lead: Block) -> bool:
    """Whether a numbered block follows the lead-in as its equal: paragraph 7 after paragraph 6."""
    if lead.marker is None or block.marker is None or block.bullet:
        return False
    alike = _shape(block.marker) == _shape(lead.marker)
    return alike and abs(block.left - lead.left) < 6


def _comes_next(block: Block, heading: Block) -> bool:
    """Whether a block bears the number after the heading's own: "3. Background" after "2. Recommendation"."""
    own, before = (re.search(r"(\d+)\D*$", one.marker or "") for one in (block, heading))
    return bool(own and before) and _same_level(block, heading) and int(own[1]) == int(before[1]) + 1  # type: ignore[index]


def _shape(marker: str) -> str:
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))


def _ends_section(
    blocks: tuple[Block, ...], at: int, heading: Block, last_part: Block | None, lead: Block | None
) -> bool:
    block = blocks[at]
    if lead is not None and last_part is None and block.marker is not None:
        return False  # the first part below "Council is asked to:", in whatever weight
    if block.pages[0] - heading.pages[0] > MAX_PARTS_GAP:
        return True
    if _section_heading(blocks, at) is not None:
        return True
    short = len(block.text) < 120 and not block.text.rstrip().endswith((".", ";", ","))
    if block.bold and short and not (block.marker is not None and last_part is not None and last_part.bold):
        return not _continues(blocks, at, last_part)
    if (
        short
        and block.marker is None
        and len(block.text) < 70
        and (block.text.isupper() or _CAPITALISED.match(block.text))
    ):
        return not _continues(blocks, at, last_part) and not _is_lead(block.text, blocks, at)
    return block.size > heading.size + 0.6


def _is_subheading(blocks: tuple[Block, ...], at: int, last_part: Block | None) -> bool:
    """A short line within the section ("Contractual:") below which the numbers go on."""
    block = blocks[at]
    return block.marker is None and len(block.text) < 80 and last_part is not None and _continues(blocks, at, last_part)


def _continues(blocks: tuple[Block, ...], at: int, last_part: Block | None) -> bool:
    """Whether the block after this one bears the number after the last part's."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if last_part is None or following is None or following.marker is None or last_part.marker is None:
        return False
    letters = [_LETTER.match(marker) for marker in (last_part.marker, following.marker)]
    if all(letters):
        return ord(letters[1][1]) == ord(letters[0][1]) + 1  # type: ignore[index]
    numbers = [re.search(r"\d+", marker) for marker in (last_part.marker, following.marker)]
    return all(numbers) and int(numbers[1][0]) == int(numbers[0][0]) + 1  # type: ignore[index]


def _is_whole(block: Block) -> bool:
    """Whether a paragraph of the section is a recommendation by itself, not a word about them."""
    if (_PREFACE.search(block.text) and not ASKED.match(block.text)) or block.text.rstrip().endswith(":"):
        return False
    called = _CALLS.search(block.text) or ASKED.match(block.text) or _IT_IS.match(block.text)
    return called is not None or block.marker is not None


def _row(block: Block, text: str, lead: Block | None, lead_text: str | None) -> Recommendation:
    whole = f"{lead_text} {text}" if lead_text else text
    who = (find_subject_asked(lead_text) if lead_text else None) or find_subject_asked(whole)
    return Recommendation(
        number_printed=None if block.bullet else block.marker, lead_in=lead_text,
        lead_number=lead.marker if lead else None, text=whole, quote=block.quote, addressed_to=who,
        pages=block.pages,
    )  # fmt: skip


# --- numbered recommendations ----------------------------------------------------------------------


def _numbered(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """A numbered recommendation with its body and its sub-points, and the first block after it."""
    head = blocks[index]
    match = _NUMBERED.match(head.text)
    assert match is not None
    number = match["number"]
    if head.bullet or not head.bold:
        row = Recommendation(
            number_printed=number, text=match["text"], quote=head.quote, addressed_to=find_subject_asked(match["text"]),
            pages=head.pages,
        )  # fmt: skip
        return [row], index + 1
    body: list[Block] = []
    subs: list[Recommendation] = []
    lead: Block | None = None
    at = index + 1
    for at in range(index + 1, len(blocks) + 1):
        if at == len(blocks):
            break
        block = blocks[at]
        if _NUMBERED.match(block.text) or block.bold or block.pages[0] - head.pages[0] > MAX_PARTS_GAP:
            break
        if block.size < (body[0].size if body else head.size) - 2.5:
            continue  # a running head or a footnote
        if block.marker is not None and lead is not None:
            subs.append(
                Recommendation(
                    number_printed=None if block.bullet else block.marker, lead_in=lead.text,
                    text=f"{_last_sentence(lead.text)} {block.text}", quote=block.quote,
                    addressed_to=find_subject_asked(lead.text), group=number, pages=block.pages,
                )
            )  # fmt: skip
        else:
            body.append(block)
            lead = block if block.text.rstrip().endswith(":") else None
    joined = " ".join(block.text for block in body)
    before_points = list(_until_points(body, blocks, index))
    row = Recommendation(
        number_printed=number,
        text=f"{match['text']}: {joined}" if joined else match["text"],
        quote=" ".join(block.quote for block in [head, *before_points]),
        addressed_to=next((who for block in body if (who := find_subject_asked(block.text))), None),
        pages=tuple(dict.fromkeys(page for block in [head, *before_points] for page in block.pages)),
    )
    return [row, *subs], at


def _until_points(body: list[Block], blocks: tuple[Block, ...], index: int) -> Iterator[Block]:
    """The paragraphs of the body that follow its heading without a break."""
    for offset, block in enumerate(body):
        if blocks[index + 1 + offset] is not block:
            return
        yield block


def _last_sentence(text: str) -> str:
    return split_sentences(text)[-1].text
