"""Room `registers`: recommendations that will be hard to follow up.

Takes recommendations, gives `Remark`s in plain words: nobody named who is to act, nothing asked but to take
note, no date, or several things in one. They are advice for the author, not errors: guidance on scrutiny
asks for recommendations that are specific, measurable and dated (Good Scrutiny Guide, CfGS).
"""

import re

from msgspec import Struct

from scrutiny.language.dates import DATE, MONTHS
from scrutiny.language.patterns import pattern_of
from scrutiny.registers.recommendations import Entry, EntryKind

_WEAK = "notes?|receives?|considers?|comments?|acknowledges?|welcomes?|supports?|be\\s+aware"
_STRONG = (
    "agrees?|approves?|adopts?|asks?|requests?|recommends?|endorses?|establish(?:es)?|publish(?:es)?|provides?|reviews?|"
    "reports?|brings?|writes?|develops?|implements?|ensures?|invites?|appoints?|delegates?|authorises?|instructs?|bans?|"
    "amends?|updates?|collects?|works?|sets?|carr(?:y|ies)|undertakes?|introduces?|funds?|refers?|monitors?|consults?|"
    "specif(?:y|ies)|includes?|allocates?|creates?|extends?|delivers?|prepares?|submits?|commissions?|continues?|explores?|improves?"
)
_WEAK_VERB = pattern_of(rf"^(?:{_WEAK})$", re.IGNORECASE)
_DECIDES = pattern_of(r"^(?:agree|approve|adopt|endorse|delegate|authorise|appoint|allocate)$", re.IGNORECASE)
"""What is done when it is decided: no date is missing."""
_TO_ANOTHER = pattern_of(r"^(?:delegate|authorise|ask|request|instruct|invite|recommend)$", re.IGNORECASE)
_VERB = pattern_of(rf"(?:^|(?P<link>\band|,|;)\s+)(?P<to>to\s+)?(?P<verb>{_WEAK}|{_STRONG})\b", re.IGNORECASE)
_WHEN = pattern_of(
    rf"{DATE.pattern}|\b(?:{'|'.join(MONTHS)})\b|\b(?:within|by\s+the\s+end|quarterly|annually|annual|monthly|each\s+(?:term|year|quarter|month)|"
    r"(?:next|future|following)\s+meeting|(?:spring|summer|autumn|winter)\s+term|\d+\s+(?:days|weeks|months|years)|without\s+delay|immediately|20\d\d)\b",
    re.IGNORECASE,
)  # fmt: skip


class Remark(Struct, frozen=True, kw_only=True):
    """What makes a recommendation hard to follow up, in a sentence."""

    entry: Entry
    rule: str
    remark: str


def lint(entries: tuple[Entry, ...]) -> tuple[Remark, ...]:
    """The remarks on each recommendation that is not a repeat, in order."""
    remarks: list[Remark] = []
    for entry in entries:
        if entry.kind is not EntryKind.RECOMMENDATION or entry.repeat_of is not None:
            continue
        verbs = _verbs(entry.own_text)
        weak = all(_WEAK_VERB.match(verb) for verb in verbs)
        several = f"It asks for several things ({', '.join(sorted(verbs))}): number each."
        said = (
            (entry.addressed_to is None, "no actor", "It does not say who is to act."),
            (bool(verbs) and weak, "no action", "It asks only to note or consider: nothing will be different."),
            (len(verbs) > 1 and not weak, "two in one", several),
            (_is_to_do(verbs) and not _WHEN.search(entry.own_text), "no date", "It does not say by when."),
        )
        remarks += [Remark(entry=entry, rule=rule, remark=remark) for holds, rule, remark in said if holds]
    return tuple(remarks)


def _verbs(text: str) -> set[str]:
    """What is asked; not what another may do: "delegates authority to the Director, to approve the case"."""
    found = list(_VERB.finditer(text))
    first = found[0] if found else None
    passed_on = first is not None and not first["to"] and _TO_ANOTHER.match(_bare(first)) is not None
    return {_bare(match) for match in found if not (passed_on and match["to"] and match["link"] == ",")}


def _bare(match: re.Match[str]) -> str:
    return match["verb"].lower().rstrip("s")


def _is_to_do(verbs: set[str]) -> bool:
    """Whether something is to be done after the decision, so that a date is wanted."""
    return not verbs or any(not _WEAK_VERB.match(verb) and not _DECIDES.match(verb) for verb in verbs)
