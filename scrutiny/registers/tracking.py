"""Room `registers`: what a committee recommended to others: the rows of its tracker.

Takes the entries of a register and the committee's name, gives one `Tracked` for each thing that it asked of somebody
else: of a resolution the parts that ask, recommend, urge or refer, not those that note, receive or approve. A report
that is put before the committee is not its own; one that the committee or a group of it wrote is.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from scrutiny.families.minutes.due import find_due
from scrutiny.language.addressees import find_addressee
from scrutiny.language.patterns import pattern_of
from scrutiny.registers.recommendations import Entry, EntryKind


class Tracked(Struct, frozen=True, kw_only=True):
    """Something that the committee asked of others. `addressed_to` is as printed, None where it is a pronoun or not
    named; `ref` is the entry's, with the number of the part where it has several."""

    ref: str
    text: str
    addressed_to: str | None
    entry: Entry

    def response_due(self, body: str | None) -> datetime.date | None:
        """By when an answer is due to the committee called `body`: the date that the recommendation prints, else two
        months after the meeting where the law says so: a scrutiny committee has recommended it to the executive or to
        the authority (Local Government Act 2000, s.9FE). A minister, a health body or an officer has no such duty, and
        a decision that is called in goes by the council's own rules: None."""
        held = self.entry.meeting_date
        printed, due = find_due(self.text, held)
        past = due is not None and held is not None and due < held  # "repairs that were due by June"
        if due is not None and not past and _BY.match(printed or ""):
            return due
        bound = self.addressed_to is not None and _EXECUTIVE.search(self.addressed_to) is not None
        scrutinises = any(_SCRUTINY.search(name or "") for name in (body, self.entry.author))
        if held is None or not bound or not scrutinises or _BACK.search(self.text):
            return None
        return held + RESPONSE


RESPONSE = relativedelta(months=2)
_BY = pattern_of(r"by|before|until|no[rt]?\s+later|within|in\s+(?:the\s+next\s+)?\d", re.IGNORECASE)
_EXECUTIVE = pattern_of(
    r"^(?:the\s+)?(?:(?:Full|County|City|Borough|District)\s+)?Council$|\b(?:Cabinet|Portfolio\s+Holder|Leader\s+of\s+the\s+Council|(?<!Chief\s)Executive(?!\s+(?:Director|Officer|Head|Manager)))\b",
    re.IGNORECASE,
)
_SCRUTINY = pattern_of(r"\b(?:scrutiny|overview|select)\b", re.IGNORECASE)
_BACK = pattern_of(r"\brefer(?:red)?\s+back\b|\breconsider", re.IGNORECASE)


def find_tracked(entries: Iterable[Entry], body: str | None, *, single: bool) -> Iterator[Tracked]:
    """What the committee called `body` recommended to others; `single`: the file is one paper, asked about itself."""
    for entry in entries:
        if entry.repeat_of is not None:
            continue
        if entry.kind is EntryKind.RESOLUTION:
            if _is_of(entry.author, body):
                yield from _asked_in(entry, body or entry.author)
        elif _is_own_report(entry, single=single) and not is_own(entry.addressed_to, body):
            yield Tracked(ref=entry.ref, text=entry.text, addressed_to=entry.addressed_to, entry=entry)


def _asked_in(entry: Entry, body: str | None) -> Iterator[Tracked]:
    """The parts of a resolution that ask something of somebody else."""
    for number, part in enumerate(entry.parts, start=1):
        asked = find_addressee(part)
        if asked is None or is_own(asked, body):
            continue
        own = _PART.match(part)
        ref = f"{entry.ref}.{own[1] if own else number}" if len(entry.parts) > 1 else entry.ref
        yield Tracked(ref=ref, text=part, addressed_to=_as_name(asked), entry=entry)


_PART = pattern_of(r"^\(?([a-z]|\d{1,2}|[ivx]{1,4})[).]\s")

_PRONOUNS = ("he", "she", "they", "him", "her", "them")


def _as_name(who: str) -> str | None:
    name = re.sub(r"^the\s+", "", who, flags=re.IGNORECASE)
    return None if not name or name.lower() in _PRONOUNS else name


_GROUP = pattern_of(
    r"\b(?:scrutiny|select\s+committee|commission|panel|task\s+(?:and\s+finish\s+)?group|(?:working|review)\s+(?:group|party))\b",
    re.IGNORECASE,
)
"""Who writes a report of a committee's own: the committee, or a group of its members."""

_IS_PUT_TO = pattern_of(r"^That\b|\b(?:is|are|be)\s+(?:\w+\s+)?(?:asked|requested|recommended|invited|advised)\s+to\b")
"""What is put to the body that is to decide: "Cabinet is asked to note". Advice says what others should do."""


def _is_own_report(entry: Entry, *, single: bool) -> bool:
    """Whether a recommendation is the committee's own: its or its group's report, or a paper put to no meeting."""
    if entry.author and _GROUP.search(entry.author):
        return True
    lead = (entry.lead_in or "", entry.text[:300])
    return single and not any(_IS_PUT_TO.search(text) for text in lead)


_GENERIC = frozenset({
    "committee", "committees", "sub", "subcommittee", "panel", "commission", "board", "forum", "member", "members",
    "councillor", "councillors", "meeting", "chair", "chairman", "we", "us",
})  # fmt: skip
"""What a committee calls itself without its name."""

_KINDS = frozenset({
    "committee", "committees", "subcommittee", "panel", "commission", "board", "forum", "council", "cabinet", "group",
    "executive", "authority",
})  # fmt: skip
"""Words that tell one kind of body from another: a board is no committee."""

_EMPTY = frozenset({"the", "a", "of", "and", "for", "to", "in", "on", "s", "meeting"})


def is_own(who: str | None, body: str | None) -> bool:
    """Whether the one addressed is the committee itself, by its name or by what it calls itself."""
    words = _words(who)
    if not words:
        return False
    named = _words(body)
    if named and (words & _KINDS) - named:
        return False  # "the Health and Wellbeing Board", asked by a committee for health and wellbeing
    return words <= named | _GENERIC or (bool(named - _GENERIC - _KINDS) and named <= words)


def _is_of(author: str | None, body: str | None) -> bool:
    """Whether minutes are those of the committee; minutes whose body is not known are taken for it."""
    wrote, named = _words(author) - _GENERIC - _KINDS, _words(body) - _GENERIC - _KINDS
    return not wrote or not named or len(wrote & named) * 2 >= min(len(wrote), len(named))


def _words(name: str | None) -> frozenset[str]:
    plain = (name or "").lower().replace("’", "'").replace("'s", "")
    return frozenset(re.findall(r"[a-z]+", plain)) - _EMPTY
