"""Room `families/minutes`: how a decision opens.

Takes one sentence with its block and the blocks around it, gives how formally it opens a decision, if it does: in
capitals, as a label or below a heading; "it was resolved"; with mover and seconder or a vote behind it; "it was agreed"
in running text. What was lost, what is only moved and what an earlier meeting decided opens none.
"""

import functools
import re

from scrutiny.families.minutes.facts import Weight
from scrutiny.families.minutes.structure import FIRST, Passage
from scrutiny.families.minutes.verdicts import BODY, BODY_WORD, is_agreement, is_verdict
from scrutiny.families.minutes.votes import read_vote, vote_behind
from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.ballots import Fate, read_ballot


def weigh(text: str, passage: Passage, passages: tuple[Passage, ...], at: int) -> Weight | None:
    """How formally this sentence opens a decision; None where it does not."""
    index = next((index for index, one in enumerate(passage.utterances) if one.text == text), 0)
    before = (one.text for one in reversed(passage.utterances[:index]) if read_vote(one.text) is None)
    if read_vote(text) is not None and MOVES.search(next(before, "")):
        return None  # it belongs to what was moved before it
    text = _RUN_IN_HEADING.sub("", text)
    if (is_lost(text) and not (LOUD.match(text) or LABELLED.match(text))) or _NOTHING.match(text):
        return None
    if text == passage.block.text and text.endswith(":") and LABELLED.match(text) and at + 1 < len(passages):
        following = passages[at + 1].block.text
        if _NARRATES.match(following) and not LOUD.search(following):
            return None  # "Decision:" on a line of its own, with the whole record of the item below it
    if _is_loud(text, passage, passages, at):
        return Weight.LOUD
    return None if _PAST.search(text) else _weigh_said(text, passages, at, index)


def _is_loud(text: str, passage: Passage, passages: tuple[Passage, ...], at: int) -> bool:
    """Whether capitals, a label or the place set the sentence off as a decision."""
    heads = DECISION_HEADING.match(text) if read_vote(text) is None else None  # not "Decision agreed."
    loud = LOUD.search(text) or LABELLED.match(text) or heads or _RESOLVED_THAT.match(text)
    follows_move = at > 0 and re.search(r"\b(?:moved|seconded|CARRIED|carried)\b", passages[at - 1].block.text[-160:])
    if not loud and passage.block.bold and len(text) > 20 and _BOLD_BODY.match(text):
        loud = _BOLD_BODY.match(text)
    if not loud and _leads_a_list(text, passage, passages, at):
        loud = _BODY_LEADS.match(text)
    if not loud and (follows_move or _is_put_alone(text, passage, passages, at)):
        loud = BARE_THAT.match(text)
    noted = re.search(r"\bNOTED\b", text) and not re.search(
        r"^(?:\S+\s)?(?:It\s+was\s+)?NOTED\b|\bNOTED\b.*\band\s+(?:APPROVED|AGREED|RESOLVED|ENDORSED)\b|\b(?:RESOLVED|AGREED)\b.*\bNOTED\b",
        text,
    )
    return loud is not None and not noted


def _leads_a_list(text: str, passage: Passage, passages: tuple[Passage, ...], at: int) -> bool:
    """Whether the parts of a list follow a sentence, below its block or set within it: "agreed: (1) to note"."""
    behind = [one.text for one in passage.utterances][1:2] if text == passage.utterances[0].text else []
    within = any(FIRST.match(words[0]) for one in behind if (words := one.split()))
    return within or (at + 1 < len(passages) and passages[at + 1].block.marker is not None)


def _weigh_said(text: str, passages: tuple[Passage, ...], at: int, index: int) -> Weight | None:
    """The weight of a sentence in running text."""
    if _PLAIN.search(text) or (index == 0 and _AGREED_FIRST.match(text)):
        return Weight.PLAIN
    again = _ITS_FATE_FOLLOWS.search(text) and any(LOUD.search(one.block.text) for one in passages[at + 1 : at + 2])
    if _VOTED_BRACKET.search(text) and len(text.split()) > 3:
        return Weight.MOVED
    if ((MOVED_AND.search(text) or is_carried_motion(text)) and not again) or _is_carried(text, passages, at, index):
        return Weight.MOVED
    if is_verdict(text) and _tells_what(text, passages[at], index):
        return Weight.QUIET if _BARE.match(text) or read_vote(text) or _PROCEDURE.search(text) else Weight.SETTLED
    if not is_agreement(text):
        return None
    all_of_them = re.search(r"\b(?:unanimously\s+agreed|agreed\s+unanimously)\b", text)  # and not left to one of them
    return Weight.SETTLED if all_of_them else Weight.QUIET


def _is_carried(text: str, passages: tuple[Passage, ...], at: int, index: int) -> bool:
    """Whether a sentence puts a motion that was seconded or carried, by its own words or those of the vote behind it."""
    vote = vote_behind(passages, at, index)
    moved = MOVES.search(text) is not None
    if vote.carried and (moved or vote.seconded):
        return True
    if _ITS_FATE_FOLLOWS.search(text) or text.rstrip().endswith((":", "–", "-", "that")):
        return False
    seconded = vote.seconded or (re.search(r"\bseconded\b", text) is not None and read_vote(text) is None)
    if not (moved and seconded) or _NAMES_MOVERS.match(text):
        return vote.seconded and _SETTLES.search(text) is not None
    below = [one for one in passages[at + 1 : at + 2] if one.block.marker is None]
    behind = [*passages[at].utterances[index + 1 :], *(one for passage in below for one in passage.utterances)]
    return _FATE.search(text) is not None or not any(
        _FATE.search(one.text) or "nominated" in one.text for one in behind[:SOON]
    )


def _tells_what(text: str, passage: Passage, index: int) -> bool:
    """Whether a verdict says on what, or stands behind a sentence that does. "was approved" may be the rest of an entry
    whose beginning is unknown, "No objection" alone one of many answers in a list."""
    if text[:1].islower() and index == 0:
        return _RECORDED.match(text) is not None
    if text == passage.block.text and text[:3] in ("No ", "NO ") and _BARE.match(text):
        return False
    return read_vote(text) is None or (index > 0 and takes_up(passage.utterances[index - 1].text))


def takes_up(before: str) -> bool:
    """Whether "This was agreed" behind a sentence is the meeting's word on it: behind a question to one of them it is
    his answer, within the right words of another record it is that meeting's; of what is over nothing can be agreed."""
    return _ASKS_ONE.search(before) is None and _OVER.match(before) is None


_ASKS_ONE = pattern_of(r"\basked\b|\bshould\s+(?:now\s+|have\s+)?read\b")

_OVER = pattern_of(
    r"^(?!.*(?:\b(?:would|should|could|will|might|must|to|for|by|not|if|minutes)\b|£|\b(?:propos|suggest|recommend|request|offer|quot|appl)))"
    r".*\bhad\s(?:\w+\s)?\w+(?:ed|en)\b",
    re.IGNORECASE,
)
"""What is told as done, with nothing in it that is still ahead: "the county had moved the bus stop"."""

SOON = 3
"""Sentences in which the end of a motion is looked for: a longer debate is told in reported speech."""

_NOTHING = pattern_of(
    r"^(?:Decisions?|Outcome|Resolved|RESOLVED|Agreed)\s*[:–-]\s*(?:There\s+(?:was|were)\s+no\b|No\s[^.;]{2,60}\s(?:was|were)\s+(?:declared|received|made|in\s+attendance|reported|raised|given)\b|None\b|N/A\b)"
)
"""A label with nothing that was decided: "Decision: No interests were declared"."""

_RECORDED = pattern_of(r"^(?:was|were)\s.*\b(?:record|accurate|correct)\b")
"""The rest of "Minutes of the last meeting", which is the heading: "were agreed as a correct record"."""

_BARE = pattern_of(r"^(?:(?:Unanimously\s+)?\w+|No\s+\w+)(?:\s+unanimously)?\W*$")
"""A verdict that does not say on what."""

_PROCEDURE = pattern_of(r"\b(?:was|were)\s+deferred\b|\b[Mm]inutes\b|\brecord\b")
"""The meeting's own procedure, which a paper that sets decisions off by capitals tells beside them: the minutes approved,
an item that was not reached."""


def _is_put_alone(text: str, passage: Passage, passages: tuple[Passage, ...], at: int) -> bool:
    """Whether a paragraph is a clause with "that" and no more, which nothing before it announces."""
    marker = passage.block.marker
    if text != passage.utterances[0].text or (marker is not None and not FIRST.match(marker)):
        return False
    if not (_THAT_BE.match(text) or (text.endswith(":") and BARE_THAT.match(text))):
        return False
    while at > 1 and BARE_THAT.match(passages[at - 1].block.text):
        at -= 1  # one of several that one lead announces
    lead = passages[at - 1].block.text.rstrip() if at else ""
    opened = lead.rstrip(" -–—").endswith((":", ";", ","))
    return not opened and _PROPOSES.search(lead[-200:]) is None


_CAPITALS = r"(?:(?:[A-Z]+LY|FURTHER|ALSO)\s+)?(?:R ?E ?S ?O ?L ?V ?E ?D|RESOLVES|PENDERFYNWYD|CYTUNWYD|APPROVED|AGREED|ENDORSED|DETERMINED|ORDERED|DECIDED|CARRIED|NOTED|RECOMMENDED|CONCLUDED(?=\s+(?i:that)\b))"
_NO_OUTCOME = r"(?![^.:;–—]*\b(?i:resolved|resolutions?|agreed|decided|decisions?)\b)"
_RUN_IN_HEADING = pattern_of(
    rf"^(?!{_CAPITALS}|.*\b(?i:apologies)\b)(?:{_NO_OUTCOME}(?:[A-Z][A-Z,&’'()/-]+\s+)+[–—-]\s+(?=[A-Z][a-z])"
    rf"|{_NO_OUTCOME}[A-Z](?:(?!\b(?:is|was|were)\b)[^.:;]){{3,90}}[.:]\s*[–-]\s*(?=[A-Z][a-z])|(?:[A-Z]{{2,}}\s+){{3,}}[^.:;]{{0,60}}?\s?(?=(?:The|This|These|It|All)\s))"
)
"""The item's heading with its text behind it: "MINUTES – Resolved – That", "Insurance. – The policy was renewed",
"TO APPROVE THE MINUTES of 1 May The minutes were approved"."""

_ADVERB = r"(?:(?:then|further|also|unanimously|therefore|subsequently|accordingly|duly|formally)\s+)*"
_ON_THAT = r"(?:Subject|With|Following|After|Having|There\s+being|Accordingly|Therefore|On)\b[^.,:;\d]{0,80}"
"""What may stand before the body: "Subject to that, the Board APPROVED"; not when it did, which may be long ago."""

LOUD = pattern_of(
    rf"(?:^|[.;:)–—]\s+|\s-\s+|\band\s+|\b(?i:it\s+(?:was|is))\s+{_ADVERB}|^(?:{_ON_THAT},\s+)?{BODY}\s+{_ADVERB})"
    rf"(?:\(?[a-z0-9ivx]{{1,4}}[.)]\s*)?{_CAPITALS}\b(?!\s+(?:BY|MINUTES)\b)|(?<!\bhad\sbeen\s)\b(?:RESOLVED|AGREED)\s*(?:[:–—]|-\s|(?:unanimously\s+)?(?:that|to)\b)"
)
"""Capitals at the beginning of a sentence, after "it was", or after the body: "RESOLVED –", "It was AGREED"."""

LABELLED = pattern_of(
    rf"^(?:\(?[a-z0-9]{{1,3}}[.)]\s*)?(?:The\s+)?(?:(?:{BODY_WORD}\s+)?(?:DECISIONS?|Decisions?(?:\s+(?:taken|made|agreed))?|RESOLUTIONS?|Resolutions?|(?:RESOLUTION|Resolution)\s+(?:[Nn]o\.?\s*)?[\d/.-]+(?=\s*[:–—-]\s*(?:That|To)\b)|P(?:enderfyniad|ENDERFYNIAD)(?:au|AU)?)|(?:Resolved|Penderfynwyd|Cytunwyd|Agreed|Decided)(?:\s+unanimously)?|Penderfyniad\s*[/|]\s*Decision|Decision\s*[/|]\s*Penderfyniad|Outcome|Recommended(?=\s*[:–—-]\s*That\b))"
    r"(?:\s*\([^)]{1,120}\))?\s*(?:[:;–—]|-(?:\s|$)|(?=That\b|\(|\d\.)|$)",
)
"""A word with a colon, or alone on its line: "Resolved:", "Decision taken"."""
_NARRATES = pattern_of(
    r"^(?!That\b|To\b|[^.;]*\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en)\b|[^.;]*\b(?:and|which)\s+(?:\w+ly\s+)?(?:agreed|approved|resolved|decided|endorsed|noted|adopted|accepted|refused|authorised)\b)(?:(?:The|An?)\s+)?[A-Z](?:[\w’'(),.&-]+\s+){1,14}?(?:introduced|presented|considered|received|submitted|reported|advised|explained"
    r"|outlined|highlighted|moved|informed|updated|referred|thanked|had\s+before|welcomed)\b"
)
DECISION_HEADING = pattern_of(
    r"^(?:The\s+)?Decisions?\s+(?:taken|made|agreed)\b(?!\s+(?:in|by|at|on|under)\b)(?!.*\?)"
    rf"|^(?:DECISION\s+OF\s+THE\s+[A-Z -]{{4,60}}|Decision\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s+){{0,3}}?(?:{BODY_WORD}|Councillor|Member|Holder)(?:\s+for\s+[A-Z][\w ]+)?)$"
)
_RESOLVED_THAT = pattern_of(
    rf"^(?:[^.:;]{{0,30}}\d[^.:;]{{0,40}}:\s+)?(?:{BODY}\s+)?(?:unanimously\s+)?[Rr]esolved,?\s+(?:unanimously\s+)?(?:(?:that|to)\b|(?=the\s[^.;:]{{3,200}}?\sbe\s+[a-z]+(?:ed|en)\b))"
)
""" "Resolved the accounts be approved" too, and "For 5, against 1: resolved that"."""

BARE_THAT = pattern_of(r"^[Tt]hat,?\s+(?!(?:could|would|was|is|had|has|will|should|might|may|can|said)\b)")
_THAT_BE = pattern_of(
    rf"^[Tt]hat\s{BODY}\s(?:[a-z]+ly\s)?(?:not|agre|approv|endors|receiv|resolv|support|recommend|authoris|delegat)es?s?\b|^[Tt]hat,?\s(?:(?!\b(?:is|was|were|are|would|will|had|has|have)\b)[^.;:]){{3,240}}?\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en)|made|put|held|sent|built|kept|paid|given|set|let|brought|told|drawn|cut|left)\b"
)
_PROPOSES = pattern_of(r"\b(?:recommend\w*|motion|amend\w*|propos\w*)\b", re.IGNORECASE)
_BODY_LEADS = pattern_of(
    rf"^(?:[A-Z]\w+ly,\s+)?{BODY}\s*(?::-?|[^.:;]{{0,80}}\b(?:agreed|resolved|decided|made)\s+(?:on\s+)?the\s+following\b[^.:;]{{0,40}}[:;]-?|(?:,\s[^.:;]{{3,80}},\s+)?(?:(?:has|have|then|also|thereupon|thereafter|therefore|[a-z]+ly)\s+){{0,2}}(?:agreed|resolved|noted|approved|endorsed|decided|recommended)\s*(?:that|to)?\s*[:;]-?)\s*$"
)

_BOLD_BODY = pattern_of(
    rf"^(?:That\s+)?{BODY}\s+(?:unanimously\s+)?(?:noted|agreed|approved|endorsed|received|resolved|supported|recommended|(?:notes|agrees|approves)(?!\s*[:–—-]))\b"
)

_PLAIN = pattern_of(
    rf"\b(?:it|It|is|this|proposal|recommendations?)\s+(?:was|were|is)\s+{_ADVERB}(?:[Pp]roposed\s+and\s+)?(?:[Rr]esolved|approved|decided|ordered)\b(?!\s+by\s+(?:the\s+)?[A-Z]\w+\s+(?:Council|Authority|Government))"
    rf"|\b(?:[Tt]he|[Oo]ur)\s+(?:(?:[A-Z][\w’'&-]*|parish|town|community)\s+){{0,12}}(?:{BODY_WORD}|council|committee|board|[A-Z]{{2,6}})\s+{_ADVERB}resolved\s+(?:that|to)\b"
    rf"|\b(?:Members|Trustees|Governors|Councillors)\s+{_ADVERB}resolved\s+(?:that|to)\b"
)
_AGREED_FIRST = pattern_of(
    r"(?:Unanimously\s+)?[Aa]greed\s+(?:unanimously\s+)?that\b|It\s+was\s+(?:\w+ly\s+)?agreed\s*(?:[:;–—]|-\s|-?$)"
)
"""What begins a paragraph without saying who agreed, as "Resolved that" does."""

_SETTLES = pattern_of(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:given|granted|approved|agreed|adopted|accepted|authorised)\b")
MOVES = pattern_of(
    r"\b(?:(?<!\bhad\s)(?<!\bhas\s)(?<!\bhave\s)[Mm]oved(?!\s+(?:in)?to\s+(?:the\s+)?[A-Z])|tabled|nominated)\b|\bProposed\s+(?:by\b|that\b|and\b|(?!(?:by|that|and)\b)[A-Z])|(?<!\bthe\s)(?<!\ba\s)\bproposed\b(?!\s+\w+s?\s+(?:was|were|is|are)\b)"
)
"""Somebody puts something before the meeting: "JB proposed that", not "the proposed scheme", "had moved the stop"."""

MOVED_AND = pattern_of(
    r"^(?:(?:Proposed|Moved)\b|On\s+the\s+(?:proposal|motion)\s+of\b)(?:[^.;]|(?<=\b[A-Z])\.){3,160}?\b(?i:agreed|resolved|decided)\b\s*[:–-]?\s*(?:unanimously\s+)?(?:that|to)\b|\b(?:proposed|moved|nominated|[Pp]roposer)\s*(?:by\b|:|,|and\b|seconded).{0,200}?\b(?:agreed|approved|resolved|carried|elected|accepted|passed|(?:were|all)\s+in\s+favour)\b|\b(?:[A-Z][\w’'-]+|[Ii]t\s+was)\s+(?:proposed|moved|nominated)\b.{0,200}?\b(?:all\s+(?:\w+\s+){0,2}?(?:in\s+favour|agreed)|carried(?!\s+(?:out|over|on|forward)\b)|passed|unanimous(?:ly)?)\b|\b(?:suggested|proposed|requested)\s+that\b.*\band\s+(?:this|it)\s+was\s+(?:\w+ly\s+)?(?:agreed|approved|accepted|carried)\W*$|\b(?:agreed|approved|resolved|carried|adopted)\b.{0,80}\b(?:[Pp]rop(?:osed|oser)?|[Mm]oved|[Ss]econded|on\s+the\s+proposal)\b(?:\s+(?:by|of)|\.?\s*:|\s+[A-Z])|\bamendment\b[^.;]{0,120}\bwas\s+CARRIED\b|\b(?:motion|recommendations?|proposals?)\b[^.;]{0,60}?\s(?:was|were)\s+(?:then\s+)?carried\s+by\s+[\w-]+\s+votes?\s+to\s|\bdeclared\s+(?:[\w()]+\s+){1,4}(?:approved|agreed|carried)\b",
    re.DOTALL,
)
_VOTED_BRACKET = pattern_of(
    r"\((?:unanimously\s+)?(?:carried|agreed|approved|vote[sd]?\s+(?:\d+|[a-z]+)\s?(?:[-–]|to)\s?(?:\d+|[a-z]+))\b[^()]*\)[.;]?$"
)
"""How the vote went, in brackets behind what was put to it: "Rents to rise by a tenth (carried)"."""

_ITS_FATE_FOLLOWS = pattern_of(
    r"\bmotion\b|\bamend|^(?:The\s+)?(?:recommendations?|proposals?)\b|\brecommendations?\s+(?:was|were)\b",
    re.IGNORECASE,
)
"""Of what names no matter itself it is told elsewhere what became of it."""


def is_carried_motion(text: str) -> bool:
    """Whether a sentence spells out a motion and says that it was carried: "the motion that it be closed was carried"."""
    return _MATTER.search(text) is not None and read_ballot(text) is Fate.CARRIED


_MATTER = pattern_of(
    r"\b(?:[Mm]otion|[Rr]esolution|[Pp]roposal|[Aa]mendment)\b[^.;]*?\b[Tt]hat\s+(?!(?:was|were|had|is)\b)[^.;]{3,200}?\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|t)\b"
)
_NAMES_MOVERS = pattern_of(r"^(?:It\s+was\s+|\w+\s+[–-]\s+)?(?:[Pp]roposed|[Mm]oved)\b(?!.*\b(?:that|to)\s)")
"""Who moved and who seconded, with no matter behind them."""

_FATE = pattern_of(
    r"\b(?:elected|appointed|vot(?:e|es|ed|ing)|ballot|amendment|carried|approved|agreed(?!\s+to\b)|resolved|declared|signed|took\s+the\s+chair|withdr(?:ew|awn)|defer(?:red)?|postponed?|adjourned)\b|^That\b",
    re.IGNORECASE,
)
"""What became of it, and what was put against it."""

_LOST = pattern_of(
    r"\b(?:LOST|DEFEATED|NOT\s+CARRIED)\b(?=\s*(?:[.,;:(–-]|by\b|on\b|$))|\b(?:was|found)\s+no\s+seconder\b|\b(?:nobody|no\s+one)\s+(?:\w+\s+)?second|\bnot\s+(?:yet\s+)?(?:agreed|approved)\b"
)
"""The same with no motion named: "That the path be closed. LOST"."""


@functools.lru_cache(maxsize=4096)
def is_lost(text: str) -> bool:
    """Whether a sentence tells of a motion that is no decision. Asked three times of each, for three purposes."""
    return read_ballot(text) is Fate.LOST or _LOST.search(text) is not None


_PAST = pattern_of(
    r"\b(?:had\s+(?:already\s+|previously\s+|since\s+)?|ha(?:s|ve)\s+(?:already|previously|since)\s+)(?:been\s+)?(?:agreed|resolved|approved|decided|nominated|elected|appointed|co-?opted)\b|\bas\s+(?:previously\s+)?(?:agreed|resolved|approved)\s+at\b"
    rf"|\b(?:agreed|approved|resolved)\s+(?:by\s+[^.]{{3,40}}\s)?in\s+(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)\b"
    r"|(?<!inutes\sof\sthe\s)\b(?:last|previous)\s+(?:meeting|year|month)\b.{0,40}\b(?:agreed|resolved)\b|^(?:In|At\s+its|At\s+the)\s+(?:\w+\s+)?(?:19|20)\d\d\b"
    rf"|^(?:(?!\b[Ii]t\s+was\s+{_ADVERB}(?:resolved|agreed|decided)\s+that\b).)*?\b(?:would|will|to|could|should|must|may)\s+be\s+(?:agreed|approved|decided|resolved)\b"
    r"|\b(?:[Ii]f|whether|until|once)\s+(?:it\s+(?:was|were)\s+)?(?:agreed|approved|decided|resolved)\b|\b(?:that|which)\s+(?:was|were)\s+(?:agreed|approved)\b",
)
_OUTCOME = r"(?i:resolved(?:\s+that)?|agreed|approved|decided|decisions?(?:\s+\w+)?|resolutions?)(?:\s+(?i:unanimously))?(?:\s*\([^)]{3,120}\))?"
OPEN_END = pattern_of(
    rf"(?:[:;–—-]|\b(?:[Tt]hat|[Tt]o|the))\s*[.:;-]*$|^(?:{BODY}\s+|(?i:it\s+was)\s+|\S+\s+)?{_OUTCOME}\s*(?:[.:;]|\.\.\.)?$|(?:^|[;:.–-]\s+)That\s+(?:Members\s+of\s+)?{BODY}\s*[.:;]*$|^{BODY}\s*:$"
    rf"|\b(?!(?i:approved|decisions?|resolutions?)\b){_OUTCOME}$|(?:^|,\s)[Tt]he\s+{BODY_WORD}$"
)
