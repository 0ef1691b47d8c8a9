"""Room `registers`: recommendations that will be hard to follow up.

Takes recommendations, gives `Remark`s in plain words: nobody named who is to act, nothing asked but to take
note, no date, or several things in one. They are advice for the author, not errors: guidance on scrutiny
asks for recommendations that are specific, measurable and dated (Good Scrutiny Guide, CfGS).
"""

import re
from dataclasses import dataclass

from scrutiny.language.dates import DATE, MONTHS
from scrutiny.registers.recommendations import Entry, EntryKind

_WEAK = "notes?|receives?|considers?|comments?|acknowledges?|welcomes?|supports?|be\\s+aware"
_STRONG = (
    "agrees?|approves?|adopts?|asks?|requests?|recommends?|endorses?|establish(?:es)?|publish(?:es)?|provides?|reviews?|"
    "reports?|brings?|writes?|develops?|implements?|ensures?|invites?|appoints?|delegates?|authorises?|instructs?|bans?|"
    "amends?|updates?|collects?|works?|sets?|carr(?:y|ies)|undertakes?|introduces?|funds?|refers?|monitors?|consults?|"
    "specif(?:y|ies)|includes?|creates?|extends?|delivers?|prepares?|submits?|commissions?|continues?|explores?|improves?"
)
_WEAK_VERB = re.compile(rf"^(?:{_WEAK})$", re.IGNORECASE)
_VERB = re.compile(rf"(?:^|\band\s+|,\s+|;\s+)(?:to\s+)?(?P<verb>{_WEAK}|{_STRONG})\b", re.IGNORECASE)
_WHEN = re.compile(
    rf"{DATE.pattern}|\b(?:{'|'.join(MONTHS)})\b|\b(?:within|by\s+the\s+end|quarterly|annually|annual|monthly|each\s+(?:term|year|quarter|month)|"
    r"(?:next|future|following)\s+meeting|(?:spring|summer|autumn|winter)\s+term|\d+\s+(?:days|weeks|months|years)|without\s+delay|immediately|20\d\d)\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
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
        verbs = {match["verb"].lower().rstrip("s") for match in _VERB.finditer(entry.own_text)}
        weak = all(_WEAK_VERB.match(verb) for verb in verbs)
        several = f"It asks for several things ({', '.join(sorted(verbs))}): number each."
        said = (
            (entry.addressed_to is None, "no actor", "It does not say who is to act."),
            (bool(verbs) and weak, "no action", "It asks only to note or consider: nothing will be different."),
            (len(verbs) > 1 and not weak, "two in one", several),
            (not _WHEN.search(entry.own_text), "no date", "It does not say by when."),
        )
        remarks += [Remark(entry=entry, rule=rule, remark=remark) for holds, rule, remark in said if holds]
    return tuple(remarks)
