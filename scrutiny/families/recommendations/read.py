"""Room `families/recommendations`: what a report recommends.

Takes the blocks of a report's pages, gives one `Recommendation` for each part of its recommendation sections, and for
each numbered recommendation of an inquiry that is appended to it ("Recommendation 3: ..."), with its sub-points. The
word alone makes none: running text, contents lists, running heads and next steps are left.
"""

import itertools
import re

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.labelled import CALLS, LABEL, is_labelled, read_labelled
from scrutiny.families.recommendations.markers import shape_of, with_markers
from scrutiny.families.recommendations.openings import Heading, asks, heading_of, is_request, leads_to_list, puts
from scrutiny.families.recommendations.sections import read_section, row_of, section_heading
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


def find_made(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """What a meeting recommends to another body: the parts of each list that its own recommending or a heading of
    recommendations leads to, and lists that number each as one. What others recommended to it, and what it only said in
    a sentence, is told elsewhere."""
    rows: list[Recommendation] = []
    blocks = with_markers(blocks)
    at = 0
    while at < len(blocks):
        block, run = blocks[at], _numbered_from(blocks, at)
        if len(run) > 1:
            above = blocks[at - 1].text if at and blocks[at - 1].bold else ""
            other = "recommend" in above.lower() and heading_of(above) is None  # "Progress on recommendations"
            rows += [] if other else [row_of(part, text) for part, text in run]
            at += len(run)
            continue
        at += 1
        told = _RECOMMENDS.search(block.text)
        if at == len(blocks) or told is None or _names_paper(block.text[: told.start()]):
            continue
        shape, parts = next((shape, list(each)) for shape, each in itertools.groupby(blocks[at:], _shape))
        if shape and len(parts) > 1 and shape != _shape(block) and not _numbered_from(blocks, at):
            rows += [row_of(part, part.text, block) for part in parts]
    return tuple(rows)


def _numbered_from(blocks: tuple[Block, ...], at: int) -> list[tuple[Block, str]]:
    """The blocks that are numbered as recommendations from one on, "R1", "Recommendation 1:", each with its text: below
    a heading of them whatever they say, else where they say what should be done."""
    above = heading_of(blocks[at - 1].text) if at and blocks[at - 1].bold else None
    run: list[tuple[Block, str]] = []
    for block in blocks[at:]:
        label = LABEL.match(block.text)
        text = label["text"] if label else block.text
        own = label is not None or re.match(r"^R\d", block.marker or "") is not None
        if not own or not (above or asks(text) or puts(text) or CALLS.search(text)):
            break
        run.append((block, text))
    return run


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
