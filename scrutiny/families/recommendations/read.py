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
from scrutiny.families.recommendations.markers import is_below, is_next, number_of, shape_of, with_markers
from scrutiny.families.recommendations.openings import (
    Heading,
    asks,
    heading_of,
    is_announced,
    is_request,
    leads_to_list,
)
from scrutiny.language.addressees import ASKED, BODY, find_subject_asked
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block, split_sentences

_COUNT = rf"(?:[A-Z]?\d{{1,3}}[A-Za-z]?|(?i:{'|'.join(SMALL_NUMBERS)})\b)"
_NUMBERED = pattern_of(rf"^(?P<number>Recommendation\s+{_COUNT}\s*(?:[:.–—-]|$))\s*(?P<text>.*)$", re.DOTALL)
"""A numbered recommendation of an inquiry: "Recommendation 3: Government guidance"."""

_BARE_THAT = pattern_of(rf"^[Tt]hat\s+(?:the\s+)?{BODY}\s*[:–-]?$")
_CALLS = pattern_of(r"\b(?:recommends?|should|must)\b")
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

MAX_PARTS_GAP = 3
"""A section's parts are numbered on; a list that begins again belongs to the next heading."""


def find_recommendations(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """Every recommendation on the pages, in order."""
    blocks = tuple(block for block in with_markers(blocks) if not _PLACEHOLDER.match(block.text))
    found: list[Recommendation] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if _is_numbered(blocks, index):
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


_PLACEHOLDER = pattern_of(r"^(?:\[[^\[\]]*\]|<[^<>]*>)$")
"""What a template leaves to be written: "[Recommendation here]"."""


def find_requests(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """What a report without a section of recommendations asks in a sentence of its own: "The Commission is asked to
    note the report." """
    return tuple(
        _row(block, block.text, None, None)
        for block in blocks
        if is_request(block.text) and len(split_sentences(block.text)) == 1 and block.text.rstrip().endswith(".")
    )


def _is_numbered(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block is a numbered recommendation: in bold or bulleted, with its text behind the colon, or a line above
    a paragraph that says what should be done."""
    block = blocks[index]
    match = _NUMBERED.match(block.text)
    if match is None:
        return False
    text = match["text"]
    if not text and index + 1 < len(blocks):
        following = blocks[index + 1]
        if following.marker is None and (_CALLS.search(following.text) or asks(following.text)):
            return True
    return (
        block.bold
        or block.bullet
        or (text[:1].isupper() and len(text) > 30 and not _NONE.match(text) and not _IS_TOLD.match(text))
    )


_IS_TOLD = pattern_of(
    r"^(?:\w+\s+)?(?:was|has\s+been|had\s+been|is\s+(?:complete|closed|in\s+progress))\b", re.IGNORECASE
)
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
    """Whether a paragraph outside a section leads to the list below it, or to the rest of its sentence."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.text.rstrip().endswith("?") or not leads_to_list(blocks[index].text):
        return False  # "The Panel asks:" leads to questions too: "1. What did it cost?"
    return following.marker is not None or _goes_on(blocks[index], following)


def _goes_on(lead: Block, following: Block) -> bool:
    """Whether a paragraph is the rest of the sentence that a colon left open."""
    return lead.text.rstrip().endswith(":") and following.text[:1].islower() and not following.bold


def _announced(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """The marked blocks below the announcement, or the one paragraph that ends its sentence."""
    rows: list[Recommendation] = []
    announcing = blocks[index]
    lead, lead_text = (None, None) if is_announced(announcing.text) else (announcing, _last_sentence(announcing.text))
    at = index + 1
    if blocks[at].marker is None:
        return [_row(blocks[at], blocks[at].text, lead, lead_text)], at + 1
    while at < len(blocks):
        block = blocks[at]
        if block.marker is None and rows and block.left > blocks[index + 1].left + 5 and not block.bold:
            at += 1  # the rest of a part that a page break or a picture cut
            continue
        if block.marker is None or (block.bold and len(block.text) < 80):
            break
        if rows and (_comes_next(block, announcing) or _another_list(blocks[index + 1], block)):
            break
        rows.append(_row(block, block.text, lead, lead_text))
        at += 1
    return rows, at


def _another_list(first: Block, block: Block) -> bool:
    """Whether a block is numbered in another way than the first of its list, and no further in: "3." after "(b)"."""
    unlike = first.bullet != block.bullet or shape_of(first.marker or "") != shape_of(block.marker or "")
    return unlike and block.left <= first.left + 5


# --- sections --------------------------------------------------------------------------------------


def _section_heading(blocks: tuple[Block, ...], index: int) -> Heading | None:
    """The heading that a block is; None where it is none."""
    block = blocks[index]
    if block.bullet or _NUMBERED.match(block.text):
        return None
    heading = heading_of(block.text)
    if heading is None:
        return None
    stands_out = block.bold or block.text.isupper()
    if heading.question:
        return heading if stands_out else None
    if rest := heading.rest:
        return heading if asks(rest) or _INLINE_PART.match(rest) else None
    if stands_out or heading.colon:
        return heading
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return None
    below, own = following.text, number_of(block)
    opens = asks(below) or leads_to_list(below) or _NUMBERED.match(below)
    return heading if opens or (own is not None and is_below(following.marker, own)) else None


def _section(blocks: tuple[Block, ...], index: int, opened: Heading) -> tuple[list[Recommendation], int]:
    """The recommendations below a heading, and the first block after them."""
    heading = blocks[index]
    rows: list[Recommendation] = []
    lead: Block | None = None
    lead_text: str | None = None
    last_part: Block | None = None
    first_part: Block | None = None
    rest, whole = opened.rest, False
    if rest:
        inline = _INLINE_PART.match(rest)
        if inline:
            rows.append(replace(_row(heading, inline["text"], None, None), number_printed=inline["marker"]))
        elif _is_lead(rest, blocks, index):
            lead, lead_text = heading, rest
        else:
            rows.append(_row(heading, rest, None, None))
            whole = True
    at = index + 1
    while at < len(blocks):
        block = blocks[at]
        if (
            _comes_next(block, heading)
            or _is_numbered(blocks, at)
            or _ends_section(blocks, at, heading, last_part, lead)
        ):
            break
        if whole and not asks(block.text):
            break  # behind one that stands on the heading's own line only another counts
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
            if last_part is None:
                first_part = block
            elif first_part is not None and _another_list(first_part, block) and _is_title(block):
                break  # "1. Introduction" after "(b) ..."
            rows.append(_row(block, block.text, lead, lead_text))
            last_part = block
        elif last_part is not None and block.marker is None and block.left > last_part.left + 5 and not block.bold:
            pass  # the rest of a part, set apart by a page break or a picture
        elif lead is not None and last_part is not None:
            if not (_same_level(block, lead) and is_next(block.marker or "", lead.marker or "")):
                break
            lead, lead_text, last_part, first_part = None, None, None, None
            continue  # "2.2 To approve" after "2.1 To note the following:" and its parts
        elif lead is None and (_is_whole(block) or (opened.question and not rows)) and not _NONE.match(block.text):
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
    return (
        text.rstrip().endswith((":", "to", "that", "–", ":-", " -"))
        or leads_to_list(text)
        or _BARE_THAT.match(text) is not None
        or (asks(text) and _FIRST.match(following.marker) is not None and not text.rstrip().endswith((".", ";")))
    )


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
    alike = shape_of(block.marker) == shape_of(lead.marker)
    return alike and abs(block.left - lead.left) < 6


def _comes_next(block: Block, heading: Block) -> bool:
    """Whether a block bears the number after the heading's own: "3. Background" after "2. Recommendation"."""
    number = number_of(heading)
    level = block.marker is not None and not block.bullet and abs(block.left - heading.left) < 6
    return level and number is not None and is_next(block.marker or "", number)


def _ends_section(
    blocks: tuple[Block, ...], at: int, heading: Block, last_part: Block | None, lead: Block | None
) -> bool:
    block = blocks[at]
    if lead is not None and last_part is None and block.marker is not None:
        return False  # the first part below "Council is asked to:", in whatever weight
    if block.pages[0] - heading.pages[0] > MAX_PARTS_GAP:
        return True
    if _section_heading(blocks, at) is not None or _heads_paragraphs(blocks, at):
        return True
    named = _CAPITALISED.match(block.text) is not None and not asks(block.text)
    short = len(block.text) < 120 and not block.text.rstrip().endswith((".", ";", ","))
    if block.bold and short and not (block.marker is not None and last_part is not None and last_part.bold):
        return named or not _continues(blocks, at, last_part)
    if (
        short
        and block.marker is None
        and len(block.text) < 70
        and (named or (block.text.isupper() and not asks(block.text)))
    ):
        if named and last_part is not None:
            return True  # paragraphs may be counted on through a whole report
        return not _continues(blocks, at, last_part) and not _is_lead(block.text, blocks, at)
    return block.size > heading.size + 0.6


def _heads_paragraphs(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a numbered line is the heading of what follows: "3 Background" above "3.1"."""
    block = blocks[at]
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if block.marker is None or following is None or not is_below(following.marker, block.marker):
        return False
    return _is_title(block)


def _is_title(block: Block) -> bool:
    """Whether a block is short, begins with a capital and ends without a mark, as a heading does."""
    text = block.text.rstrip()
    return len(text) < 80 and text[:1].isupper() and not text.endswith((".", ":", ";", ",", "-", "–"))


def _is_subheading(blocks: tuple[Block, ...], at: int, last_part: Block | None) -> bool:
    """A short line within the section ("Contractual:") below which the numbers go on."""
    block = blocks[at]
    return block.marker is None and len(block.text) < 80 and last_part is not None and _continues(blocks, at, last_part)


def _continues(blocks: tuple[Block, ...], at: int, last_part: Block | None) -> bool:
    """Whether the block after this one bears the number after the last part's."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if last_part is None or following is None or following.marker is None or last_part.marker is None:
        return False
    return is_next(following.marker, last_part.marker)


def _is_whole(block: Block) -> bool:
    """Whether a paragraph of the section is a recommendation by itself, not a word about them."""
    if (_PREFACE.search(block.text) and not ASKED.match(block.text)) or block.text.rstrip().endswith(":"):
        return False
    if _CALLS.search(block.text) or asks(block.text):
        return True
    return block.marker is not None and not _TELLS.match(block.text)


_TELLS = pattern_of(
    r"^(?:The|This|These|Those|In|It|There|We|Our|An?|Not|Each|Some|Most|Many|All|He|She|They)\b"
    r"[^:;]*?\b(?:is|are|was|were|has|have|had|will|(?:I|[Ww]e)\s+[a-z]+)\b"
    r"|^(?:I|We)\s+[a-z]+\b"
)
"""A numbered paragraph of the section that states something, or tells what its writer does: "The Council has accepted
these", "In this chapter I bring together"."""


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
    if match["text"] and (head.bullet or not head.bold):
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
        if body and block.marker is not None and lead is None and not head.bold:
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
        text=": ".join(part for part in (match["text"], joined) if part),
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
