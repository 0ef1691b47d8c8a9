"""Room `families/recommendations`: a section of recommendations.

Takes the blocks of a report's pages and the heading or lead-in that opens a section, gives a `Recommendation` for each
of its parts and where it ends: before a heading of the same rank, by its number or its look, and before text that
neither asks nor goes on with the list. A section with a number holds what is numbered below it.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.labelled import CALLS, MAX_PARTS_GAP, is_labelled, last_sentence
from scrutiny.families.recommendations.markers import (
    is_below,
    is_next,
    is_within,
    number_of,
    parts_of,
    shape_of,
)
from scrutiny.families.recommendations.openings import (
    Heading,
    asks,
    heading_of,
    is_addressee,
    is_announced,
    leads_to_list,
    puts,
)
from scrutiny.language.addressees import ASKED, find_subject_asked
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block

_INLINE_PART = pattern_of(r"^(?P<marker>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?P<text>\S.*)$", re.DOTALL)
_PREFACE = pattern_of(
    r"^This\s+(?:section|report|paper|template|form)\b|\b(?:make|makes|made|sets?\s+out|following|below)\b.{0,40}\brecommendations?\b|\brecommendations?\b.{0,30}\b(?:below|following)\b",
    re.IGNORECASE,
)


def section_heading(blocks: tuple[Block, ...], index: int) -> Heading | None:
    """The heading that a block is; None where it is none."""
    block = blocks[index]
    if block.bullet:
        return None
    heading = heading_of(block.text)
    if heading is None:
        return None
    stands_out = block.bold or block.text.isupper()
    if heading.question:
        return heading if stands_out else None
    if rest := heading.rest:
        return heading if asks(rest) or puts(rest) or _INLINE_PART.match(rest) else None
    if stands_out or heading.colon:
        return heading
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return None
    below, own = following.text, number_of(block)
    opens = asks(below) or puts(below) or leads_to_list(below)
    return heading if opens or (own is not None and is_below(following.marker, own)) else None


def read_section(blocks: tuple[Block, ...], index: int, opened: Heading) -> tuple[list[Recommendation], int]:
    """The recommendations below a heading or a lead-in, and the first block after them."""
    section = _Section(heading=blocks[index], opened=opened)
    section.begin(blocks, index)
    at = index + 1
    while at < len(blocks) and section.takes(blocks, at):
        at += 1
    return section.rows, at


_ON_CONDITIONS = pattern_of(r"\b(?:conditions?|reasons?)\b[^.:]{0,30}:$")
"""The end of a recommendation whose list is of conditions or reasons: they are no recommendations."""


class _Section(Struct, kw_only=True):
    """A section while it is read: its rows so far, the text that leads to the parts now read (`lead`), the first and
    the last of them, and the block of the last row. `whole` says that a row stands on the heading's own line."""

    heading: Block
    opened: Heading
    rows: list[Recommendation] = []
    lead: Block | None = None
    lead_text: str | None = None
    first_part: Block | None = None
    last_part: Block | None = None
    before: Block | None = None
    whole: bool = False

    def begin(self, blocks: tuple[Block, ...], index: int) -> None:
        """Takes what stands on the line of the heading."""
        heading, rest = self.heading, self.opened.rest
        if self.opened.leads:
            self.lead, self.lead_text = heading, None if is_announced(heading.text) else last_sentence(heading.text)
        elif rest and (inline := _INLINE_PART.match(rest)):
            self.rows.append(replace(row_of(heading, inline["text"]), number_printed=inline["marker"]))
        elif rest and _is_lead(rest, blocks, index):
            self.lead, self.lead_text = heading, rest
        elif rest:
            self.rows += rows_of(heading, rest)
            self.whole = True

    def takes(self, blocks: tuple[Block, ...], at: int) -> bool:
        """Takes a block, or tells that the section ends before it."""
        block, inside = blocks[at], _is_inside(blocks, at, self.heading)
        if not inside and (is_labelled(blocks, at) or (self._ends(blocks, at) and not self._heads_group(blocks, at))):
            return False
        if self._heads_some(blocks, at, inside=inside):
            return True
        lead, last = self.lead, self.last_part
        may_lead = lead is None or (last is not None and block.left <= lead.left + 2 and block.marker is None)
        leads = _is_lead(block.text, blocks, at) and not _ON_CONDITIONS.search(block.text)
        if may_lead and leads and (not self.opened.weak or leads_to_list(block.text) or puts(block.text)):
            again = ASKED.match(block.text) or (lead and is_addressee(lead.text) and is_addressee(block.text))
            if last is not None and (self.opened.leads or not again):
                return False
            self.lead, self.lead_text, self.last_part = block, block.text, None
            return True
        if lead is None:
            return self._takes_whole(blocks, at, inside=inside)
        if block.marker is not None and not _same_level(block, lead):
            return self._takes_part(block)
        if last is None or (last.marker is None and block.marker is None and asks(block.text)):
            return self._takes_part(block)  # the next of parts without a mark too
        if block.marker is None and block.left > last.left + 5 and not block.bold:
            return True  # the rest of a part, set apart by a page break or a picture
        if self.opened.leads or not (_same_level(block, lead) and is_next(block.marker or "", lead.marker or "")):
            return False
        self.lead, self.lead_text, self.last_part, self.first_part = None, None, None, None
        return self.takes(blocks, at)  # "2.2 To approve" after "2.1 To note the following:" and its parts

    def _takes_part(self, block: Block) -> bool:
        """Takes a part of a list; another list begins with a title: "1. Introduction" after "(b) ..."."""
        if self.last_part is None:
            self.first_part = block
        elif self.first_part and _another_list(self.first_part, block) and (self.opened.leads or _is_title(block)):
            return False
        self.rows.append(row_of(block, block.text, self.lead, self.lead_text))
        self.last_part = self.before = block
        return True

    def _takes_whole(self, blocks: tuple[Block, ...], at: int, *, inside: bool) -> bool:
        """Takes a paragraph that is a recommendation by itself, and passes over what stands between two of them."""
        block = blocks[at]
        conditional = _ON_CONDITIONS.search(block.text) is not None and asks(block.text)
        if conditional or _is_whole(block, self.opened, first=not self.rows):
            self.rows += rows_of(block, block.text)
            self.before = block
            self.whole = self.whole or conditional
            return True
        if not self.rows or block.marker is not None or inside:
            return True
        return _continues(blocks, at, self.before)

    def _ends(self, blocks: tuple[Block, ...], at: int) -> bool:
        """Whether a block stands behind the section."""
        block = blocks[at]
        return (
            _comes_next(block, self.heading, self.before)
            or _ends_section(blocks, at, self.heading, self.last_part, self.lead)
            # behind one that stands on the heading's own line only another counts
            or (self.whole and not asks(block.text))
            or (self.opened.leads and block.bold and _is_title(block))
        )

    def _heads_group(self, blocks: tuple[Block, ...], at: int) -> bool:
        """Whether a block heads some of the parts where they have no lead-in: by whom they are for, or the first."""
        block, following = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if self.lead is not None or not block.bold or block.marker is not None or following is None:
            return False
        below = following.text if following.marker is not None else ""
        opens = not self.rows and (puts(below) or _IS_TO.match(below) is not None)
        return is_addressee(block.text) or (opens and _is_title(block))

    def _heads_some(self, blocks: tuple[Block, ...], at: int, *, inside: bool) -> bool:
        """Whether a block is a heading within the section."""
        block = blocks[at]
        if (inside and _is_title(block) and (block.bold or block.marker is None)) or self._heads_group(blocks, at):
            return True
        if block.marker is None and len(block.text) < 80 and _continues(blocks, at, self.last_part):
            return True  # a short line, "Contractual:", below which the numbers go on
        return self.lead is not None and self.last_part is None and _heads_parts(blocks, at)


def _is_inside(blocks: tuple[Block, ...], at: int, heading: Block) -> bool:
    """Whether a block lies in a section by its number, or heads one that does: "18.2 Police" above "18.2.1"."""
    number = number_of(heading)
    if number is None:
        return False
    ahead = blocks[at : at + MAX_HEADINGS]
    own = [each.marker or number_of(each) for each in ahead]
    first = next((at for at, marker in enumerate(own) if marker is not None), None)
    if first is None or not is_within(own[first], number):
        return False
    return all(_is_title(each) for each in ahead[:first])


MAX_HEADINGS = 3
"""Headings that stand one below the other, and the first paragraph."""


def _is_lead(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a text only introduces the parts that follow."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is not None and _heads_parts(blocks, index + 1):
        following = blocks[index + 2]
    asked = ASKED.match(text)
    alone = asked is not None and asked.end() >= len(text.rstrip()) - 1
    if following is None or following.marker is None:
        return alone and following is not None and asks(following.text)
    end = text.rstrip()
    if alone or end.endswith((":", "to", "that", "–", ":-", " -")) or leads_to_list(text):
        return True
    opens = " " in text and asks(text) and not end.endswith((".", ";"))
    return opens and _FIRST.match(following.marker) is not None


def _heads_parts(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block is a short line above the first part of a list: "2025-35 Capital Programme"."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    short = block.marker is None and len(block.text) < 80 and not block.text.rstrip().endswith((".", ":", ";"))
    return short and following is not None and _FIRST.match(following.marker or "") is not None


_FIRST = pattern_of(r"^\(?(?:a|A|1|i)[).]?$")


def _another_list(first: Block, block: Block) -> bool:
    """Whether a block is numbered in another way than the first of its list, and no further in: "3." after "(b)"."""
    unlike = first.bullet != block.bullet or shape_of(first.marker or "") != shape_of(block.marker or "")
    return unlike and block.left <= first.left + 5


def _same_level(block: Block, lead: Block) -> bool:
    """Whether a numbered block follows the lead-in as its equal: paragraph 7 after paragraph 6."""
    if lead.marker is None or block.marker is None or block.bullet:
        return False
    alike = shape_of(block.marker) == shape_of(lead.marker)
    return alike and abs(block.left - lead.left) < 6


def _comes_next(block: Block, heading: Block, before: Block | None) -> bool:
    """Whether a block bears the number after the heading's own: "3. Background" after "2. Recommendation". Where it
    goes on from the part before it too, a heading is told by how it looks."""
    number = number_of(heading)
    if number is None or block.marker is None or block.bullet or abs(block.left - heading.left) >= 6:
        return False
    if not is_next(block.marker, number):
        return False
    if before is None or not is_next(block.marker, before.marker or ""):
        return True
    return _is_title(block) and (block.bold or not _is_title(before))


def _ends_section(
    blocks: tuple[Block, ...], at: int, heading: Block, last_part: Block | None, lead: Block | None
) -> bool:
    block = blocks[at]
    if lead is not None and last_part is None and block.marker is not None:
        return False  # the first part below "Council is asked to:", in whatever weight
    if block.pages[0] - heading.pages[0] > MAX_PARTS_GAP:
        return True
    if section_heading(blocks, at) is not None:
        return True
    short = len(block.text) < 120 and not block.text.rstrip().endswith((".", ";", ","))
    if block.bold and short and not (block.marker is not None and last_part is not None and last_part.bold):
        return not _continues(blocks, at, last_part)
    if short and block.marker is None and len(block.text) < 70 and block.text.isupper() and not asks(block.text):
        return not _continues(blocks, at, last_part) and not _is_lead(block.text, blocks, at)
    return block.size > heading.size + 0.6


def _is_title(block: Block) -> bool:
    """Whether a block is short, begins with a capital and ends without a mark, as a heading does."""
    text = block.text.rstrip()
    return len(text) < 80 and text[:1].isupper() and not text.endswith((".", ":", ";", ",", "-", "–"))


def _continues(blocks: tuple[Block, ...], at: int, last_part: Block | None) -> bool:
    """Whether the block after this one bears the number after the last part's."""
    following = blocks[at + 1].marker if at + 1 < len(blocks) else None
    before = last_part.marker if last_part else None
    return following is not None and before is not None and is_next(following, before)


def _is_whole(block: Block, opened: Heading, *, first: bool) -> bool:
    """Whether a paragraph of the section is a recommendation by itself, not a word about them."""
    if opened.weak:
        return puts(block.text)
    if opened.question and first:
        return True
    if (_PREFACE.search(block.text) and not ASKED.match(block.text)) or block.text.rstrip().endswith(":"):
        return False
    if CALLS.search(block.text) or asks(block.text):
        return True
    return block.marker is not None and (not TELLS.match(block.text) or _IS_TO.match(block.text) is not None)


_IS_TO = pattern_of(
    r"^(?:The\s+)?[A-Z][\w’']*(?:\s(?!(?:is|are|was|were|has|have|had|will)\b)[\w’']+){0,5}?\sto\s(?:be\s)?[a-z]+\b"
)
"""Somebody who is to do something: "The Trust to make sure that leaflets are printed"."""


TELLS = pattern_of(
    r"^(?:The|This|These|Those|In|It|There|We|Our|An?|Not|Each|Some|Most|Many|All|He|She|They)\b"
    r"[^:;]*?\b(?:is|are|was|were|has|have|had|will|does|do|did|can|cannot|(?:I|[Ww]e)\s+[a-z]+)\b"
    r"|^(?:I|We)\s+[a-z]+\b"
)
"""A numbered paragraph that states something, or tells what its writer does: "The Council has accepted these"."""


def rows_of(block: Block, text: str) -> list[Recommendation]:
    """The parts of a list that runs on in a paragraph of its own, else the whole of it."""
    lead, parts = parts_of(text)
    if not parts:
        return [row_of(block, text)]
    return [replace(row_of(block, part, None, lead or None), number_printed=marker) for marker, part in parts]


def row_of(block: Block, text: str, lead: Block | None = None, lead_text: str | None = None) -> Recommendation:
    """A part with what leads to it."""
    whole = f"{lead_text} {text}" if lead_text else text
    who = (find_subject_asked(lead_text) if lead_text else None) or find_subject_asked(whole)
    return Recommendation(
        number_printed=None if block.bullet else block.marker, lead_in=lead_text,
        lead_number=lead.marker if lead else None, text=whole, quote=block.quote, addressed_to=who,
        pages=block.pages,
    )  # fmt: skip
