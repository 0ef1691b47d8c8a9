"""Room `checks`: the quantities of a sentence against one another.

Takes sentences, gives what came of every relation that their words state (`scrutiny.statements`). A new relation is one
entry of `RELATIONS`: what finds it, and what judges it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations
from typing import TypeVar

from msgspec.structs import replace

from scrutiny.checks.changes import check_departure, check_move
from scrutiny.checks.judging import cannot
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import is_of_another
from scrutiny.checks.reckonings import (
    check_average,
    check_division,
    check_near,
    check_product,
    check_sum,
)
from scrutiny.checks.shares import check_rate, check_restated, check_share
from scrutiny.figures import interval_of
from scrutiny.figures.slips import LIKELY, digit_evidence
from scrutiny.figures.verdicts import Status
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import (
    Departure,
    Move,
    Share,
    Sum,
    carry,
    find_based,
    find_divisions,
    find_moves,
    find_quantities,
    find_rates,
    find_restated,
    find_shares,
    find_sums_told,
)
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.laws import Law, find_laws

WINDOW = 3
"""Sentences in which a figure and those that it follows from stand."""

Told = TypeVar("Told")
Relation = Callable[[Quote, Quote | None], Iterator[Checked]]
"""What came of one kind of relation in a sentence, with the sentence before it."""


def _each(find: Callable[[str], Iterator[Told]], check: Callable[[Told, Quote], Checked]) -> Relation:
    def relation(sentence: Quote, _before: Quote | None) -> Iterator[Checked]:
        return (check(told, sentence) for told in find(sentence.text))

    return relation


def _shares(sentence: Quote, before: Quote | None) -> Iterator[Checked]:
    told = before.text if before else ""
    based = list(find_based(sentence.text, told))
    known = {share.percent.start for share in based}
    others = (share for share in find_shares(sentence.text) if share.percent.start not in known)
    for share in (*based, *others):
        yield from check_share(share, sentence)


def _moves(sentence: Quote, _before: Quote | None) -> Iterator[Checked]:
    for move in find_moves(sentence.text):
        if isinstance(move, Departure):
            yield check_departure(move, sentence)
        else:
            yield from check_move(move, sentence)


RELATIONS: tuple[Relation, ...] = (
    _shares,
    _each(find_restated, check_restated),
    _moves,
    _each(find_divisions, check_division),
    _each(find_rates, check_rate),
    _each(find_sums_told, check_sum),
)


def check_statements(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every relation of every sentence."""
    near: list[Quote] = []
    for paragraph in paragraphs:
        before: Quote | None = None
        for at, sentence in enumerate(paragraph.sentences, 1):
            near = [*near[1 - WINDOW :], sentence]
            if find_quantities(sentence.text) and not _is_row(sentence.text):
                told = check_relations(sentence, before) or (list(_carried(sentence, before)) if before else [])
                first = 2 if any(each.finding for each in told) else 1
                for many in range(first, min(at, WINDOW) + 1):
                    told += _besides(told, _laws(*near[-many:]))
                yield from told
            before = sentence


def _besides(told: Sequence[Checked], more: Iterable[Checked]) -> list[Checked]:
    """What is found of other figures than those that were judged."""
    known = {each.printed for each in told if each.status is not Status.NOT_CHECKABLE}
    new = [each for each in more if each.printed not in known]
    return list({(each.printed, each.working): each for each in new}.values())


def check_relations(sentence: Quote, before: Quote | None = None) -> list[Checked]:
    """Every relation of the figures of one sentence, and the one before it."""
    several = len(find_quantities(sentence.text)) >= 2
    told = [each for relation in RELATIONS for each in relation(sentence, before)] if several else []
    return list({(each.printed, each.working): each for each in told}.values())


def _carried(sentence: Quote, before: Quote) -> Iterator[Checked]:
    """What a sentence says of the figure of the one before that it means; what is right of a second one is no error."""
    alone = [replace(sentence, text=text) for text in carry(sentence.text, before.text)]
    readings = [check_relations(each) or list(_laws(each)) for each in alone]
    right = {one.printed: one for each in readings for one in each if not one.finding}
    first = next(filter(None, readings), ())
    known = {(one.printed, one.working) for one in check_relations(before)} if first else set()
    for one in (one for one in first if (one.printed, one.working) not in known):
        yield _told_of(right.get(one.printed, one), (sentence, before))


def _laws(*sentences: Quote) -> Iterator[Checked]:
    """What the figures of sentences that follow one another make of one another: wrong where a slip of the pen, or
    their words, show that the law is meant."""
    last, *before = reversed(sentences)
    changes = {each.printed for each, role in roles_in(last.text) if role is Role.CHANGE}
    for law in find_laws([each.text for each in sentences]):
        if isinstance(law.told, Share) and law.told.part.printed in changes:
            continue  # "went down by 15 to 350 (4.1%)": of what it was, and no share
        told, own, right = law.told, law.result, _made(law)
        slip = digit_evidence(own.value, round(right, own.mention.figure.places)) >= LIKELY
        plain = law.far > 0 and (slip or not is_of_another(own.value, right, law.far))
        if isinstance(told, Share):
            found: Iterable[Checked] = check_share(told, last)
        elif isinstance(told, Move):
            found = check_move(told, last)
        elif isinstance(told, Sum):
            found = check_near(replace(told, sure=plain), last, *before)
        elif law.result is told.total and not before:
            found = (check_product(told, last),)
        else:
            found = (check_average(told, last),)
        for each in found:
            another = isinstance(told, Move) and before and _is_of_another_thing(told, sentences)
            if each.finding and another:
                yield cannot(Check(each.check), each.printed, "it is told of another thing", last)
            elif each.finding and not isinstance(told, Sum) and _is_of_others(law, sentences):
                yield cannot(Check(each.check), each.printed, "two other figures beside it make it", last)
            elif each.finding and not (slip or plain) and not isinstance(told, Sum):
                yield cannot(Check(each.check), each.printed, "what it follows from is not plain", last)
            else:
                yield _told_of(each, (last, *before))


_RISES = pattern_of(rf"\b(?:{UP}|{DOWN})\b.*$", re.IGNORECASE)


def _is_of_another_thing(told: Move, sentences: Sequence[Quote]) -> bool:
    """Whether the sentence of a percentage and that of the two figures have unlike subjects: "Long stays rose from
    11 to 14. Short stays rose by 13.9%"."""
    subjects = []
    for each in (told.percent, told.new):
        own = [text for quote in sentences if each and (text := quote.text)[each.start : each.end] == each.printed]
        ahead = own[0][: each.start] if own and each else ""
        subjects.append({*stems(_RISES.sub("", ahead))} if _RISES.search(ahead) else set())
    one, other = subjects
    return bool(one - other and other - one)


def _is_of_others(law: Law, sentences: Sequence[Quote]) -> bool:
    """Whether two other figures of one unit in one sentence make the percentage: as a share, a rise or a fall."""
    printed = interval_of(law.result.mention.figure) if law.result.is_share else None
    own = {law.told.part.printed, law.told.whole.printed} if isinstance(law.told, Share) else set()
    own |= {law.told.old.printed, law.told.new.printed} if isinstance(law.told, Move) else set()
    for sentence in sentences:
        figures = [each for each in find_quantities(sentence.text) if not (each.is_share or each.is_year)]
        others = [each for each in figures if each.printed not in own]
        known = [(each.unit, held) for each in others if (held := interval_of(each.mention.figure)) and held.low > 0]
        for (unit, one), (other_unit, other) in permutations(known, 2):
            low, high = one.low * 100 / other.high, one.high * 100 / other.low
            ways = ((low, high), (low - 100, high - 100), (100 - high, 100 - low))
            if printed and unit is other_unit and any(a <= printed.high and printed.low <= b for a, b in ways):
                return True
    return False


def _made(law: Law) -> Decimal:
    """What the other figures of a law make of its result."""
    told = law.told
    if isinstance(told, Share):
        percent = told.part.value * 100 / told.whole.value
        ways = (percent, 100 - percent) if told.complement else (percent,)
        return min(ways, key=lambda way: abs(way - law.result.value))
    if isinstance(told, Move):
        return abs(told.new.value - told.old.value) * 100 / told.old.value
    if isinstance(told, Sum):
        return sum((part.value * sign for part, sign in zip(told.parts, told.signs, strict=True)), Decimal(0))
    return told.total.value / told.count.value if law.result is told.mean else told.mean.value * told.count.value


def _told_of(told: Checked, quotes: tuple[Quote, ...]) -> Checked:
    """What came of a check, with the sentences as they are printed, and the count in the bracket behind a share."""
    counted = re.search(rf"{re.escape(told.printed)}\s*\([\d,]+\)", quotes[0].text)
    printed = counted[0] if counted else told.printed
    message = told.finding.message.replace(told.printed, printed, 1) if told.finding else ""
    finding = told.finding and replace(told.finding, printed=printed, message=message, quotes=quotes)
    return replace(told, printed=printed, quote=quotes[0], finding=finding)


def _is_row(text: str) -> bool:
    """Whether a text has a row of figures in it, two of them side by side with nothing between: a table that stands
    beside it was read into the sentence. A paragraph may begin with its number, and a year stand before a figure."""
    figures = [each for each in find_quantities(text) if each.start]
    return any(
        not text[one.end : other.start].strip() and not (one.is_year or other.is_year)
        for one, other in pairwise(figures)
    )
