"""Room `registers`: what became of an action, as later papers say.

Takes the actions known so far and what later papers tell of earlier ones, says which action each is about: of the same
body, at an earlier meeting, with most of its words in common, and no other nearly so. Where two fit, or none does for
certain, nothing follows.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from scrutiny.families.minutes.facts import Progress
from scrutiny.families.minutes.words import Doing, base_of, doing_of
from scrutiny.language.dates import MONTHS, parse_date
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote


class News(Struct, frozen=True, kw_only=True):
    """What a paper says of an earlier action. `text` names the action, `said` says what became of it, verbatim;
    `number` is the number of its row in a log, or the day of the meeting that agreed it, where one is printed."""

    text: str
    said: str
    progress: Progress
    date: datetime.date | None
    body: str | None
    quote: Quote
    number: str | None = None


class Earlier(Struct, frozen=True, kw_only=True):
    """An action that is known, as an instruction and as printed; `repeat`: it reports on an earlier one itself."""

    ref: str
    text: str
    printed: str
    date: datetime.date | None
    body: str | None
    number: str | None = None
    repeat: bool = False


COVERED = 0.6
"""Share of the words of the action, by how telling they are, that the later text must hold."""

OWN = 0.5
"""Share of the words of the later text that must stand in the action: it is about little else."""

APART = 0.2
"""By how much the next best action must fall short."""

FEWEST = 2
"""Words that the two must share. One word is a coincidence."""


def follow(known: Sequence[Earlier], news: Iterable[News]) -> dict[str, News]:
    """By ref the last that is said of each action."""
    held = [(each, _words(each.text), _words(f"{each.text} {each.printed}")) for each in known]
    seen = Counter(word for _, _, words in held for word in words)
    weight = {word: math.log(1 + len(held) / count) for word, count in seen.items()}
    rare = math.log(1 + len(held))
    found: dict[str, News] = {}
    for one in sorted(news, key=lambda each: each.date or datetime.date.min):
        own = _words(one.text)
        numbered = [each.ref for each, text, _ in held if _same_number(each, one) and 2 * len(own & text) > len(text)]
        if numbered:
            found |= dict.fromkeys(numbered, one)
            continue
        scores = sorted(
            (
                (_fit(own, text, words, weight, rare), each.ref)
                for each, text, words in held
                if not each.repeat and _before(each, one)
            ),
            reverse=True,
        )
        if scores and scores[0][0] > 0 and (len(scores) == 1 or scores[1][0] < scores[0][0] - APART):
            found[scores[0][1]] = one
    return found


def _before(each: Earlier, one: News) -> bool:
    """Whether the action can be meant: of the meeting that the news name, else of any before, of the same body."""
    agreed = parse_date(one.number or "")
    if agreed is not None and each.date != agreed:
        return False
    if agreed is None and (each.date is None or one.date is None or each.date >= one.date):
        return False
    return not (each.body and one.body) or _plain(each.body) == _plain(one.body)


def _same_number(each: Earlier, one: News) -> bool:
    """Whether both bear one number that no other action of the body has: "Feb25.02", "24/11", not "6"."""
    return bool(one.number and each.number == one.number and _OWN_NUMBER.search(one.number) and _before(each, one))


_OWN_NUMBER = pattern_of(r"\d[./-]\d|[A-Za-z]\d")


def _plain(body: str) -> str:
    return re.sub(r"[^a-z]", "", body.lower().removeprefix("the ").replace("&", "and"))


def _fit(own: set[str], text: set[str], words: set[str], weight: dict[str, float], rare: float) -> float:
    """How surely the later words are about the action; 0 where they are not for certain."""
    shared = own & words
    if len(shared) < FEWEST or not text:
        return 0.0

    def mass(some: set[str]) -> float:
        return sum(weight.get(word, rare) for word in some)

    covered, share = mass(shared & text) / mass(text), mass(shared) / mass(own)
    return min(covered, share) if covered >= COVERED and share >= OWN else 0.0


def _words(text: str) -> set[str]:
    """The telling words of a text in their plain form; what is done with anything ("circulate", "report") is none."""
    return {
        base_of(word).rstrip("s")
        for word in re.findall(r"[a-z0-9][a-z0-9’'-]{2,}", text.lower())
        if word not in _COMMON and doing_of(word) not in (Doing.TELL, Doing.BRING)
    }


_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
        the and for that this with from have has had been was were would could should will not now its his their her
        they them members member committee panel board council action actions outstanding related report reports
        reported meeting information update received completed complete done closed sent circulated provided also which
        who when what about all any following since last next item minute minutes yet still awaited progress chair clerk
        officer officers councillor councillors cllr director manager head service services
        """,
    )
) | set(map(str.casefold, MONTHS))
