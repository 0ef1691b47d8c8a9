"""Room `families/recommendations`: recommendations that bear a label of their own.

Takes blocks, gives each "Recommendation 3: ..." of an inquiry or inspection with its text and its sub-points.
"""

import re

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.openings import asks, is_other_head, leads_to_list
from scrutiny.language.addressees import find_subject_asked
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block, split_sentences

MAX_PARTS_GAP = 3
"""A section's parts are numbered on; a list that begins again belongs to the next heading."""

CALLS = pattern_of(r"\b(?:recommends?|should|must)\b")
NONE = pattern_of(r"^(?:none(?!\s+of\b)|not applicable|n/a|there are no\b)", re.IGNORECASE)

_COUNT = rf"(?:[A-Z]{{0,2}}/?\d{{1,4}}(?:[./]\d{{1,4}})*[A-Za-z]?|(?i:{'|'.join(SMALL_NUMBERS)})\b)"
LABEL = pattern_of(
    rf"^(?P<number>(?:(?P<kind>[A-Z][a-z]+)\s+r|R)ecommendation\s+{_COUNT}\s*(?:[:.–—-]|$|(?=\sThat\s)))\s*(?P<text>.*)$",
    re.DOTALL,
)
"""A numbered recommendation of an inquiry: "Recommendation 3: Government guidance", "Safety recommendation 2024/031"."""


def is_labelled(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block is a numbered recommendation: bold, a bullet, with text, or above what should be done."""
    block = blocks[index]
    match = LABEL.match(block.text)
    if match is None or is_other_head(match["kind"] or "A"):
        return False
    text = match["text"]
    if not text and index + 1 < len(blocks):
        following = blocks[index + 1]
        if following.marker is None and (CALLS.search(following.text) or asks(following.text)):
            return True
    return (
        block.bold
        or block.bullet
        or (bool(text) and _lead_of(blocks, index) is not None)
        or (text[:1].isupper() and len(text) > 30 and not NONE.match(text) and not _IS_TOLD.match(text))
    )


def _lead_of(blocks: tuple[Block, ...], index: int) -> Block | None:
    """What leads to numbered recommendations that go on with its sentence: "is asked to recommend that Cabinet:" above
    "Recommendation 1: adopts a target"."""
    if not (match := LABEL.match(blocks[index].text)) or not match["text"][:1].islower():
        return None
    before = next((block for block in reversed(blocks[:index]) if LABEL.match(block.text) is None), None)
    return before if before is not None and leads_to_list(before.text) else None


_IS_TOLD = pattern_of(
    r"^(?:\w+\s+)?(?:was|has\s+been|had\s+been|is\s+(?:complete|closed|in\s+progress))\b", re.IGNORECASE
)


def read_labelled(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """A numbered recommendation with its body and its sub-points, and the first block after it."""
    head = blocks[index]
    match = LABEL.match(head.text)
    assert match is not None
    number = match["number"]
    if match["text"] and (head.bullet or not head.bold):
        above = _lead_of(blocks, index)
        lead_in = last_sentence(above.text) if above else None
        row = Recommendation(
            number_printed=number, lead_in=lead_in, text=f"{lead_in} {match['text']}" if lead_in else match["text"],
            quote=head.quote, addressed_to=find_subject_asked(lead_in or match["text"]), pages=head.pages,
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
        if LABEL.match(block.text) or block.bold or block.pages[0] - head.pages[0] > MAX_PARTS_GAP:
            break
        if body and block.marker is not None and lead is None and not head.bold:
            break
        if block.size < (body[0].size if body else head.size) - 2.5:
            continue  # a running head or a footnote
        if block.marker is not None and lead is not None:
            subs.append(
                Recommendation(
                    number_printed=None if block.bullet else block.marker, lead_in=lead.text,
                    text=f"{last_sentence(lead.text)} {block.text}", quote=block.quote,
                    addressed_to=find_subject_asked(lead.text), group=number, pages=block.pages,
                )
            )  # fmt: skip
        else:
            body.append(block)
            lead = block if block.text.rstrip().endswith(":") else None
    joined = " ".join(block.text for block in body)
    # the paragraphs that follow the heading without a break
    before_points = [one for one, below in zip(body, blocks[index + 1 :], strict=False) if one is below]
    row = Recommendation(
        number_printed=number,
        text=": ".join(part for part in (match["text"], joined) if part),
        quote=" ".join(block.quote for block in [head, *before_points]),
        addressed_to=next((who for block in body if (who := find_subject_asked(block.text))), None),
        pages=tuple(dict.fromkeys(page for block in [head, *before_points] for page in block.pages)),
    )
    return [row, *subs], at


def last_sentence(text: str) -> str:
    """The last sentence of a paragraph."""
    return split_sentences(text)[-1].text
