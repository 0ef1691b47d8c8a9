"""Room `families/recommendations`: what a report recommends.

Takes the blocks of a report's pages, gives one `Recommendation` for each part of its recommendation sections, and for
each numbered recommendation of an inquiry that is appended to it ("Recommendation 3: ..."), with its sub-points. The
word alone makes none: running text, contents lists, running heads and next steps are left.
"""

import re

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.labelled import CALLS, LABEL, is_labelled, last_sentence, read_labelled
from scrutiny.families.recommendations.markers import is_next, parts_of, shape_of, with_markers
from scrutiny.families.recommendations.openings import (
    Heading,
    asks,
    heads_list,
    is_request,
    leads_to_list,
    names_list,
    puts,
)
from scrutiny.families.recommendations.sections import TELLS, read_section, row_of, rows_of, section_heading
from scrutiny.families.recommendations.tables import HOW_FAR
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block, split_sentences


def find_recommendations(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """Every recommendation on the pages, in order."""
    blocks = tuple(block for block in with_markers(blocks) if not _PLACEHOLDER.match(block.text))
    found: list[Recommendation] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if is_labelled(blocks, index):
            rows, index = read_labelled(blocks, index)
            found += rows
            continue
        heading = section_heading(blocks, index) or (Heading(leads=True) if _announces(blocks, index) else None)
        if heading is not None:
            rows, index = read_section(blocks, index, heading)
            found += rows
            continue
        if _COLUMNS.match(block.text) and len(block.text) < 120:
            rows, index = _below_columns(blocks, index)
            found += rows
            continue
        index += 1
    return tuple(found)


_PLACEHOLDER = pattern_of(r"^(?:\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\})$")
"""What a template leaves to be written: "[Recommendation here]"."""


def find_made(blocks: tuple[Block, ...], decided: str = "") -> tuple[Recommendation, ...]:
    """What minutes list as recommendations, of the meeting to another body or of a paper before it: the parts of each
    list that its own recommending, a sentence that names recommendations or a heading of them leads to, and lists that
    number each as one. What was `decided` in the same words is a decision; what others recommended in a sentence is
    told elsewhere."""
    rows: list[Recommendation] = []
    blocks = with_markers(blocks)
    at = 0
    while at < len(blocks):
        block, run = blocks[at], _numbered_from(blocks, at)
        if len(run) > 1:
            above = blocks[at - 1].text if at and blocks[at - 1].bold else ""
            other = "recommend" in above.lower() and not heads_list(above)  # "Progress on recommendations"
            rows += [] if other else [row_of(part, text) for part, text in run]
            at += len(run)
            continue
        at += 1
        told = _RECOMMENDS.search(block.text)
        if told is not None and not _names_paper(block.text[: told.start()]):
            parts, _ = _parts_from(blocks, at, block)
            rows += [row_of(part, part.text, block) for part in parts]
        elif _names(block):
            asked = blocks[at] if block.bold and at < len(blocks) and leads_to_list(blocks[at].text) else None
            parts, end = _parts_from(blocks, at + (asked is not None), asked or block)
            if all(_may_be_one(part.text) and part.text not in decided for part in parts):
                rows += [row_of(part, part.text, asked, asked.text if asked else None) for part in parts]
                at = end if parts else at
        elif _names_inline(block):
            rows += rows_of(block, block.text)
    return tuple(rows)


def _names(block: Block) -> bool:
    """Whether a block of minutes leads to recommendations without asking: as their heading, or by naming them."""
    if "recommend" not in block.text.lower():
        return False
    return heads_list(block.text) if block.bold else names_list(last_sentence(block.text))


def _names_inline(block: Block) -> bool:
    lead, parts = parts_of(block.text) if "ecommendations" in block.text else ("", [])
    return bool(parts) and names_list(last_sentence(lead))


def _may_be_one(text: str) -> bool:
    """Whether a part of such a list may be a recommendation: no question, and nothing that is so or has been done."""
    last = split_sentences(text)[-1].text.strip(" .;")
    return not (text.rstrip().endswith("?") or TELLS.match(text) or HOW_FAR.match(last))


def _parts_from(blocks: tuple[Block, ...], at: int, lead: Block) -> tuple[list[Block], int]:
    """The parts of the list that begins there, in one column and counted on, and the first block after it; what stands
    at the head of the next page and is no sentence is passed over. None where there is only one."""
    parts: list[Block] = []
    end = at
    for end in range(at, len(blocks) + 1):
        block = blocks[end] if end < len(blocks) else None
        last = parts[-1] if parts else lead
        if block is None:
            break
        if block.marker is None and block.pages[0] > last.pages[-1] and not (block.bold or _ENDED.search(block.text)):
            continue
        shape, first = _shape(block), parts[0] if parts else block
        if not shape or shape == _shape(lead) or shape != _shape(first) or (block.bold and not first.bold):
            break
        counts = re.search(r"\d", block.marker or "") is None or is_next(block.marker or "", last.marker or "")
        if parts and (not counts or abs(block.left - first.left) > ONE_COLUMN):
            break
        parts.append(block)
    return (parts, end) if len(parts) > 1 else ([], at)


ONE_COLUMN = 8.0
"""Points by which the numbers of one list may begin apart: "(i)" and "(iii)" that end below each other."""

_ENDED = pattern_of(r"[.:;?!]\s*$")


def _numbered_from(blocks: tuple[Block, ...], at: int) -> list[tuple[Block, str]]:
    """The blocks that are numbered as recommendations from one on, "R1", "Recommendation 1:", each with its text: below
    what names them whatever they say, else where most say what should be done."""
    named = bool(at) and _names(blocks[at - 1])
    run: list[tuple[Block, str]] = []
    for block in blocks[at:]:
        label = LABEL.match(block.text)
        if label is None and re.match(r"^R\d", block.marker or "") is None:
            break
        run.append((block, label["text"] if label else block.text))
    asking = sum(bool(asks(text) or puts(text) or CALLS.search(text)) for _, text in run)
    return run if named or 2 * asking > len(run) else []


def _names_paper(text: str) -> bool:
    """Whether a text ends with a paper, which recommends what its author does and not the meeting."""
    return not _PAPERS.isdisjoint(word.lower() for word in text.split()[-1:])


_PAPERS = frozenset({"report", "paper", "review", "document", "strategy", "guidance", "study", "inquiry", "author"})


def _shape(block: Block) -> str:
    return shape_of(block.marker or "")


_RECOMMENDS = pattern_of(
    r"(?:\brecommends|\b(?i:be\s+recommended|to\s+recommend)|\bRECOMMENDED)(?:\s+to\s[^.,;:]{3,60}?)?"
    r"(?:\s+(?:that|to)\b[^.,;:]{0,60})?\s*[:–-]*$"
)


def find_requests(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """What a report without such a section asks in a sentence of its own: "The Commission is asked to note it."."""
    asked = [is_request(block.text) and len(split_sentences(block.text)) == 1 for block in blocks]
    # a bullet among bullets that ask for nothing is one of what somebody raised
    silent = {at for at, block in enumerate(blocks) if block.bullet and not asked[at]}
    return tuple(
        row_of(block, block.text)
        for at, block in enumerate(blocks)
        if asked[at] and block.text.rstrip().endswith(".") and not (block.bullet and silent & {at - 1, at + 1})
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
            rows.append(row_of(block, block.text))
            number, left = number + 1, block.left if left is None else left
        at += 1
    return (rows, at) if len(rows) >= 2 else ([], index + 1)


def _announces(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a paragraph outside a section leads to the list below it, or to the rest of its sentence."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.text.rstrip().endswith("?") or not leads_to_list(blocks[index].text):
        return False  # "The Panel asks:" leads to questions too: "1. What did it cost?"
    # or the rest of a sentence that a colon left open
    goes_on = blocks[index].text.rstrip().endswith(":") and following.text[:1].islower() and not following.bold
    return following.marker is not None or goes_on
