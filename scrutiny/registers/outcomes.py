"""Room `registers`: what became of a report's recommendations.

Takes the recommendations of a report and the resolutions of later minutes, gives an `Outcome` for each:
adopted as it was, amended (with the words that changed), deferred, rejected, or not found. A resolution that agrees
"the recommendations in the report" counts for all of them only under an item of the report's title.
"""

import difflib
import itertools
import re
from enum import StrEnum

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.registers.recommendations import LITTLE, Entry, EntryKind, short_number, stem

ADOPTED = 0.88
"""Share of words in common from which a part is the same: "note" becomes "notes", "subject to" is put before it."""

AMENDED = 0.55
"""Below this two parts have no more in common than any two sentences of one report."""

_DEFERRED = pattern_of(r"\b(?:deferred?|adjourned|withdrawn|referred\s+back)\b", re.IGNORECASE)
_AS_A_WHOLE = pattern_of(
    r"\brecommendations?\b.{0,60}\b(?:be\s+)?(?:agreed|approved|accepted|endorsed|adopted)\b|\b(?:agreed|approved|accepted|endorsed|adopted)\b.{0,40}\brecommendations?\b",
    re.IGNORECASE,
)
_WEIGHTY = pattern_of(r"\[[-+](?:[^\]]*\s)?(?:£?\d[^\]\s]*|not|no|subject|except|unless)(?:\s[^\]]*)?[-+]\]")
"""A changed figure or condition is an amendment, however like the rest is."""
_STOP = LITTLE | {"in", "for", "on", "with", "as", "by", "at", "from"}


class OutcomeKind(StrEnum):
    """What became of a recommendation."""

    ADOPTED = "adopted"
    AMENDED = "amended"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    NOT_FOUND = "not found"


class Outcome(Struct, frozen=True, kw_only=True):
    """A recommendation and the resolution on it, if any. `changes` has [-words that went-] and [+that came+]."""

    recommendation: Entry
    kind: OutcomeKind
    resolution: Entry | None = None
    changes: str | None = None


def find_outcomes(entries: tuple[Entry, ...], minutes: tuple[Entry, ...]) -> tuple[Outcome, ...]:
    """An outcome for each recommendation that is no repeat; its repeats are compared too: the first may be abridged."""
    resolutions = [entry for entry in minutes if entry.kind is EntryKind.RESOLUTION]
    wanted = [entry for entry in entries if entry.kind is EntryKind.RECOMMENDATION]
    wordings: dict[tuple[str, str], list[str]] = {}
    for entry in wanted:
        wordings.setdefault((entry.quote.file, entry.repeat_of or entry.ref), []).append(entry.own_text)
    return tuple(
        _outcome(
            entry,
            tuple(dict.fromkeys(wordings[entry.quote.file, entry.ref])),
            [each for each in resolutions if not is_earlier(each, entry)],
        )
        for entry in wanted
        if entry.repeat_of is None
    )


def is_earlier(resolution: Entry, recommendation: Entry) -> bool:
    """Whether a resolution is of a meeting before the one that the report is for: it cannot have decided on it."""
    decided, asked = resolution.meeting_date, recommendation.meeting_date
    return decided is not None and asked is not None and decided < asked


def _outcome(entry: Entry, wordings: tuple[str, ...], resolutions: list[Entry]) -> Outcome:
    best: tuple[float, Entry, str, str] | None = None
    for resolution, own in itertools.product(resolutions, wordings):
        for part in resolution.parts:
            score = _likeness(own, part)
            if best is None or score > best[0]:
                best = (score, resolution, part, own)
    if best and best[0] >= AMENDED:
        _, resolution, part, own = best
        changes = _changes(own, part)
        kind = OutcomeKind.ADOPTED if best[0] >= ADOPTED and not _WEIGHTY.search(changes) else OutcomeKind.AMENDED
        if _DEFERRED.search(resolution.text) and not _DEFERRED.search(own):
            kind = OutcomeKind.DEFERRED
        return Outcome(
            recommendation=entry, kind=kind, resolution=resolution, changes=changes if "[" in changes else None
        )
    told = {kind: each for each in resolutions for kind in _by_number(entry, each)}
    if told:
        kind, resolution = next(iter(told.items()))
        return Outcome(
            recommendation=entry, kind=kind if len(told) == 1 else OutcomeKind.NOT_FOUND,
            resolution=resolution if len(told) == 1 else None,
        )  # fmt: skip
    for resolution in resolutions:
        if not _about(entry, resolution) or _NAMED.search(resolution.text):
            continue  # what is said of one by its number is not said of all
        if _DEFERRED.search(resolution.text):
            return Outcome(recommendation=entry, kind=OutcomeKind.DEFERRED, resolution=resolution)
        if _AS_A_WHOLE.search(resolution.text):
            return Outcome(recommendation=entry, kind=OutcomeKind.ADOPTED, resolution=resolution)
    return Outcome(recommendation=entry, kind=OutcomeKind.NOT_FOUND)


_NAMED = pattern_of(
    r"\brecommendations?\s+(?P<numbers>\d+(?:(?:,\s*|,?\s+and\s+)\d+)*)(?![\w.]*\d)(?:\s*\([^()]*\))?", re.IGNORECASE
)
_ACT = (
    r"(?P<not>not\s+)?(?P<partly>part(?:ly|ially)\s+)?"
    r"(?:(?P<yes>accept|agree|approv|endorse|adopt)|(?P<no>reject|refuse|decline)|(?P<later>defer))(?:r?ed|e?s|ed|e|d|)"
)
_BEHIND = pattern_of(rf"\s+(?:be|is|was|are|were)\s+{_ACT}\b(?P<rest>[^;.]*)", re.IGNORECASE)
_BEFORE = pattern_of(rf"\b{_ACT}\s+$", re.IGNORECASE)
_BUT = pattern_of(r"\b(?:subject|except|amend\w*|part|principle|unless|provided)\b", re.IGNORECASE)


def _by_number(entry: Entry, resolution: Entry) -> set[OutcomeKind]:
    """What a resolution on the report says of a recommendation by its number: "that Recommendation 2 be not accepted",
    "accepts Recommendation 1 and rejects Recommendation 2"."""
    if not (entry.number_printed or "").lower().startswith("recommendation") or not _shares_title(entry, resolution):
        return set()
    found = set()
    for match in _NAMED.finditer(resolution.text):
        if short_number(entry.number_printed) in re.findall(r"\d+", match["numbers"]):
            behind = _BEHIND.match(resolution.text, match.end())
            act = behind or _BEFORE.search(resolution.text[: match.start()])
            found |= {_kind_of(act, behind["rest"] if behind else "")} if act else set()
    return found - {OutcomeKind.NOT_FOUND}


def _kind_of(act: re.Match[str], rest: str) -> OutcomeKind:
    if act["not"]:
        return OutcomeKind.REJECTED if act["yes"] and not act["partly"] else OutcomeKind.NOT_FOUND
    if act["later"] or act["no"]:
        return OutcomeKind.DEFERRED if act["later"] else OutcomeKind.REJECTED
    return OutcomeKind.AMENDED if act["partly"] or _BUT.search(rest) else OutcomeKind.ADOPTED


def _shares_title(entry: Entry, resolution: Entry) -> bool:
    """Whether the title of the item stands in that of the report, or the other way round."""
    a, b = (set(_bearing(text)) for text in (entry.report, resolution.item_title))
    return len(a & b) >= 2 and len(a & b) / min(len(a), len(b)) >= 0.75


def _bearing(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in _words(text) if word.lower() not in _STOP]


def _words(text: str) -> list[str]:
    return re.findall(r"£?\w(?:[\w’'.,/-]*\w)?%?", text)


def _likeness(one: str, other: str) -> float:
    """Words in common, counted once each, of all the words that carry meaning."""
    a, b = _bearing(one), _bearing(other)
    if min(len(a), len(b)) < 3:
        return 0.0
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def _changes(one: str, other: str) -> str:
    """The resolved words, with what was taken out and put in marked."""
    a, b = _words(one), _words(other)
    matcher = difflib.SequenceMatcher(None, [stem(word) for word in a], [stem(word) for word in b], autojunk=False)
    pieces = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(" ".join(b[b1:b2]))
            continue
        if a2 > a1:
            pieces.append(f"[-{' '.join(a[a1:a2])}-]")
        if b2 > b1:
            pieces.append(f"[+{' '.join(b[b1:b2])}+]")
    return " ".join(pieces)


def _about(entry: Entry, resolution: Entry) -> bool:
    """Whether the resolution stands under an item with the report's title."""
    a, b = (set(_bearing(text)) for text in (entry.report, resolution.item_title))
    return bool(a) and len(a & b) / len(a) >= 0.75
