"""Room `reports`: what a report recommends.

Takes the blocks of a report's pages, gives one `Recommendation` for each numbered, lettered or bulleted part
of its recommendation sections, and for each numbered recommendation of an inquiry or inspection that is
appended to it ("Recommendation 3: ..."), with its sub-points.

The word alone makes no recommendation: running text, contents lists, running heads, what others recommended
in the past and next steps are left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrutiny.prose import Block, split_sentences

_QUALIFIER = r"(?:(?:Officers?[’']?|Summary\s+of|Headline|Key|Proposed|Detailed|Specific|[A-Z]{2,8}|The)\s+){0,3}"
_HEADING = re.compile(
    rf"^(?:[A-Z]\.\d{{1,2}}:?\s+)?(?:\d+(?:\.\d+)*\.?\s+)?{_QUALIFIER}"
    r"(?:Recommendations?(?:\s?\(s\)|/s)?|RECOMMENDATIONS?(?:\s?\([Ss]\)|/S)?|RECOMMENDED|Recommended(?=\s*:))"
    r"\s*(?:(?:and\s+reasons?|to\s+(?:the\s+)?[A-Z]\w+)\s*)?(?P<colon>[:;.–-]?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
"""Accepts "Recommendation(s):", "L.2: Recommendations", "Officer Recommendations:", "Recommendation: Council is
asked to note"; what follows the colon is `rest`. "L.2: Recommendations 145" is a line of a contents list."""

_NUMBERED = re.compile(r"^(?P<number>Recommendation\s+(?:[A-Z]?\d{1,3}[A-Za-z]?)\s*[:.–—-])\s*(?P<text>.*)$", re.DOTALL)
"""A numbered recommendation of an inquiry: "Recommendation 3: Government guidance"."""

_BODY = r"(?P<body>[A-Z][\w’'&,() /-]{1,160}?)"
_ASKED = re.compile(
    rf"^(?:That\s+)?(?:the\s+)?{_BODY}\s+(?:is|are|be)\s+(?:therefore\s+|also\s+)?(?:asked|requested|recommended|invited|advised)\b(?:\s+to\b|\s+that\b)?\s*:?"
)
"""Who is asked: "Cabinet is asked to", "That the Committee are requested to:", "Members are invited to"."""

_IT_IS = re.compile(r"^(?:It\s+is\s+(?:therefore\s+)?recommended|(?:I|We)\s+recommend|Recommended)\b", re.IGNORECASE)
_BARE_THAT = re.compile(rf"^That\s+(?:the\s+)?{_BODY}\s*:?$")
_CALLS = re.compile(r"\b(?:recommends?|should|must)\b|^That\s")
_INLINE_PART = re.compile(r"^(?P<marker>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?P<text>\S.*)$", re.DOTALL)
_PREFACE = re.compile(
    r"\b(?:make|makes|made|sets?\s+out|following|below)\b.{0,40}\brecommendations?\b|\brecommendations?\b.{0,30}\b(?:below|following)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"^(?:The\s+)?(?P<body>[A-Z][\w’'&,() -]{2,160}?)\s+(?:should|must)\b")
_CAPITALISED = re.compile(
    r"^(?:Background|Introduction|Reasons?\b|Purpose|Summary|Context|Contact|Appendi|Finance|Financial|Legal|Implications?|Executive|Options|Consultation|Conclusion|Report|Details?)\b"
)
"""How the section after the recommendations is called in papers that set no heading in bold."""
_RECOMMENDING = re.compile(r"^(?:(?:We|I)\s+recommend|It\s+is\s+recommended)\s+that\s+")
_INTRODUCED = re.compile(r"^(?:As|In|For|To|Given|Where|When|Following|With|By)\s")
"""How a clause before the one who is to act begins: "As referenced in its strategy, the government should"."""
_NONE = re.compile(r"^(?:none|not applicable|n/a|there are no\b)", re.IGNORECASE)

_WORTH = re.compile(
    r"^\W{0,3}(?:[\w.]{1,8}:?\s+)?(?:[\w’']+\s+){0,3}recommendation(?:s|\s?\(s\))?\s*(?:$|[:;–-])"
    r"|^\W{0,3}Recommendation\s+[A-Z]?\d",
    re.IGNORECASE | re.MULTILINE,
)

MAX_PARTS_GAP = 3
"""A section's parts are numbered on; a list that begins again belongs to the next heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One part of a recommendation.

    `number_printed` as printed, None for a bullet or an unnumbered one. `lead_in` is what it needs to be
    read alone ("Cabinet is asked to"), `text` both together. `group` names the numbered recommendation that
    a sub-point belongs to. `pages` are PDF pages.
    """

    number_printed: str | None
    lead_in: str | None
    lead_number: str | None
    text: str
    quote: str
    addressed_to: str | None
    group: str | None
    pages: tuple[int, ...]


def worth_reading(text: str) -> bool:
    """Whether a page's text can hold a recommendation section at all. Cheap: asked of every page."""
    return _WORTH.search(text) is not None


def find_recommendations(blocks: tuple[Block, ...]) -> tuple[Recommendation, ...]:
    """Every recommendation on the pages, in order."""
    found: list[Recommendation] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if _NUMBERED.match(block.text) and (block.bold or block.bullet):
            rows, index = _numbered(blocks, index)
            found += rows
            continue
        heading = _section_heading(blocks, index)
        if heading is None:
            index += 1
            continue
        rows, index = _section(blocks, index, heading)
        found += rows
    return tuple(found)


# --- sections --------------------------------------------------------------------------------------


def _section_heading(blocks: tuple[Block, ...], index: int) -> str | None:
    """What follows the heading on its own line ("" for nothing); None where the block is no heading."""
    block = blocks[index]
    if block.bullet:
        return None
    match = _HEADING.match(block.text)
    if not match or _NUMBERED.match(block.text):
        return None
    rest = match["rest"].strip()
    if rest and not match["colon"]:
        return None  # "Recommendations from the inquiry report", "Recommendations 145"
    if rest:
        inline = _ASKED.match(rest) or _IT_IS.match(rest) or _INLINE_PART.match(rest) or rest.startswith("That ")
        return rest if inline else None
    stands_out = block.bold or bool(match["colon"]) or block.text.isupper()
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if not stands_out and not (_ASKED.match(following) or _BARE_THAT.match(following) or _NUMBERED.match(following)):
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
        if _NUMBERED.match(block.text) or _ends_section(blocks, at, heading, last_part):
            break
        if _is_subheading(blocks, at, last_part):
            at += 1
            continue
        may_lead = lead is None or (last_part is not None and block.left <= lead.left + 2 and block.marker is None)
        if may_lead and _is_lead(block.text, blocks, at):
            if last_part is not None and not _ASKED.match(block.text):
                break
            lead, lead_text, last_part = block, block.text, None
            at += 1
            continue
        if lead is not None and block.marker is not None and not _same_level(block, lead):
            rows.append(_row(block, block.text, lead, lead_text))
            last_part = block
        elif lead is not None and last_part is not None:
            break
        elif lead is None and _is_whole(block) and not _NONE.match(block.text):
            rows.append(_row(block, block.text, None, None))
        elif lead is None and rows and block.marker is None:
            break
        elif lead is not None:
            rows.append(_row(block, block.text, lead, lead_text))
            last_part = block
        at += 1
    return rows, at


def _is_lead(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a text only introduces the parts that follow."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.marker is None:
        return False
    asked = _ASKED.match(text)
    if asked and asked.end() >= len(text.rstrip()) - 1:
        return True
    return text.rstrip().endswith((":", "to", "that")) or _BARE_THAT.match(text) is not None


def _same_level(block: Block, lead: Block) -> bool:
    """Whether a numbered block follows the lead-in as its equal: paragraph 7 after paragraph 6."""
    if lead.marker is None or block.marker is None or block.bullet:
        return False
    alike = _shape(block.marker) == _shape(lead.marker)
    return alike and abs(block.left - lead.left) < 6


def _shape(marker: str) -> str:
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))


def _ends_section(blocks: tuple[Block, ...], at: int, heading: Block, last_part: Block | None) -> bool:
    block = blocks[at]
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
    numbers = [re.search(r"\d+", marker) for marker in (last_part.marker, following.marker)]
    return all(numbers) and int(numbers[1][0]) == int(numbers[0][0]) + 1  # type: ignore[index]


def _is_whole(block: Block) -> bool:
    """Whether a paragraph of the section is a recommendation by itself, not a word about them."""
    if _PREFACE.search(block.text) and not _ASKED.match(block.text):
        return False
    called = _CALLS.search(block.text) or _ASKED.match(block.text) or _IT_IS.match(block.text)
    return called is not None or block.marker is not None


def _row(block: Block, text: str, lead: Block | None, lead_text: str | None) -> Recommendation:
    whole = f"{lead_text} {text}" if lead_text else text
    return Recommendation(
        number_printed=None if block.bullet else block.marker,
        lead_in=lead_text,
        lead_number=lead.marker if lead else None,
        text=whole,
        quote=block.quote,
        addressed_to=addressee(whole),
        group=None,
        pages=block.pages,
    )


def addressee(text: str) -> str | None:
    """Who is to act, as printed: "Cabinet", "County Council", "The Department for Education"."""
    for pattern in (_ASKED, _SHOULD):
        match = pattern.match(text)
        if match:
            body = _RECOMMENDING.sub("", match["body"].strip())
            if _INTRODUCED.match(body):
                body = re.sub(r"^.*,\s+(?=(?:the|local|all)\s)", "", body)
            return body.removeprefix("the ").removeprefix("The ")
    bare = re.match(
        r"^That\s+(?:the\s+)?(?P<body>(?:[A-Z][\w’']*|of|for|and|the|&)(?:\s+(?:[A-Z][\w’']*|of|for|and|the|&))*)", text
    )
    return bare["body"].strip() if bare else None


# --- numbered recommendations ----------------------------------------------------------------------


def _numbered(blocks: tuple[Block, ...], index: int) -> tuple[list[Recommendation], int]:
    """A numbered recommendation with its body and its sub-points, and the first block after it."""
    head = blocks[index]
    match = _NUMBERED.match(head.text)
    assert match is not None
    number = match["number"]
    if head.bullet or not head.bold:
        row = Recommendation(
            number_printed=number, lead_in=None, lead_number=None, text=match["text"], quote=head.quote,
            addressed_to=addressee(match["text"]), group=None, pages=head.pages,
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
                    number_printed=None if block.bullet else block.marker,
                    lead_in=lead.text,
                    lead_number=None,
                    text=f"{_last_sentence(lead.text)} {block.text}",
                    quote=block.quote,
                    addressed_to=addressee(lead.text),
                    group=number,
                    pages=block.pages,
                )
            )
        else:
            body.append(block)
            lead = block if block.text.rstrip().endswith(":") else None
    joined = " ".join(block.text for block in body)
    before_points = list(_until_points(body, blocks, index))
    row = Recommendation(
        number_printed=number,
        lead_in=None,
        lead_number=None,
        text=f"{match['text']}: {joined}" if joined else match["text"],
        quote=" ".join(block.quote for block in [head, *before_points]),
        addressed_to=next((who for block in body if (who := addressee(block.text))), None),
        group=None,
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
