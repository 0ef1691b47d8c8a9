"""Room `products`: the figures of a summary traced to a paper."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from scrutiny.checks import Counted
from scrutiny.paper import OpenPaper
from scrutiny.products.checking import check_beside, known_checks
from scrutiny.products.ownwords import OWN, OwnWords
from scrutiny.products.summaries import Summary
from scrutiny.products.verification import Verification
from scrutiny.products.verifying import Claim, Doubts, Outcome, Verified, Verifier, evidence_of, may_be_doubted
from scrutiny.products.verifying.model import WRONG

PARTS = 4
"""What is left of the claims is a run of one in so many: long ones first, for what stands together speaks of the same
passages, and short ones last, so that no process waits for the other."""


def verify_summaries(paper: OpenPaper, *, summaries: Sequence[Summary], allowed: Sequence[str]) -> Verification:
    """Every figure of the summaries, held against the paper; then what `check` finds wrong where it bears them out."""
    claims = [claim for summary in summaries for claim in summary.figures]
    found = _trace(paper, claims)
    own, doubts = _looked_into(paper, found)
    traced = iter(enumerate(found))
    exceptions = [_Exception(text) for text in allowed]
    verified = []
    for summary in summaries:
        for _, (at, each) in zip(summary.figures, traced, strict=False):
            if at in own:
                each = replace(each, outcome=Outcome.COMPUTED, working=OWN, told=None)
            if each.claim.soft and each.outcome in WRONG:
                continue  # an age, "one", "nearly half": said only where it is borne out
            each = _allowed(each, summary.lines, exceptions) if each.outcome in WRONG else each
            verified.append(replace(each, doubt=doubts.of(each)))
    unused = tuple(exception.text for exception in exceptions if not exception.used)
    return Verification(pack=paper.pack, verified=tuple(verified), unused=unused)


def _looked_into(paper: OpenPaper, found: Sequence[Verified]) -> tuple[frozenset[int], Doubts]:
    """Which of the claims that the paper does not bear out are the tool's own, by their number; and the errors of the
    paper where it bears the others out."""
    wanted = frozenset(name for name, check in known_checks().items() if check.counts is not Counted.LIST)
    pages = frozenset(each.told.quote.pdf_page for each in found if each.told is not None and may_be_doubted(each))
    words = OwnWords(paper, [each.claim for each in found])

    def own() -> frozenset[int]:
        wrong = {at: each.claim for at, each in enumerate(found) if each.outcome in WRONG and not each.claim.soft}
        return frozenset(at for at, claim in wrong.items() if words.hold(claim))

    if not pages:
        return own(), Doubts(())
    checks, those = check_beside(paper, own, wanted=wanted, pages=pages)
    return those, Doubts(each.finding for each in checks.checked if each.finding is not None)


def _trace(paper: OpenPaper, claims: Sequence[Claim]) -> list[Verified]:
    """What the paper says of each claim, asked in runs that are shared."""
    evidence = paper.once("evidence", evidence_of)  # it ends with the paper: to take it apart now would take time
    evidence.prepare()
    verifier = Verifier(evidence)
    runs: list[Sequence[Claim]] = []
    while claims:
        long = -(-len(claims) // PARTS)
        runs, claims = [*runs, claims[:long]], claims[long:]
    return [each for run in paper.share(runs, lambda run: [verifier.verify(claim) for claim in run]) for each in run]


class _Exception:
    """Quoted words of a summary that are accepted; it is noted whether a figure needed them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.used = False
        quoted = re.fullmatch(r"[\"“'‘](.+)[\"”'’]", text)
        self._words = _fold(quoted[1] if quoted else text)

    def covers(self, claim: Claim, line: str) -> bool:
        """Whether a figure is the exception itself, or stands in its words on the line."""
        printed = _fold(claim.numeral.printed)
        if self._words == printed:
            return True
        words = _fold(re.sub(r"[*_`]", "", line))
        here = _fold(claim.text)
        return re.search(rf"(?<![\w.,]){re.escape(printed)}(?!\w)", self._words) is not None and (
            self._words in words or self._words in here
        )


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _allowed(verified: Verified, lines: Sequence[str], exceptions: Sequence[_Exception]) -> Verified:
    """Allowed, where the figure or its words are among the exceptions."""
    claim = verified.claim
    line = lines[claim.line - 1].strip() if claim.line <= len(lines) else ""
    covering = [exception for exception in exceptions if exception.covers(claim, line)]
    for exception in covering:
        exception.used = True
    return replace(verified, outcome=Outcome.ALLOWED) if covering else verified
