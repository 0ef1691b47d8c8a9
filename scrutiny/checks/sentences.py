"""Room `checks`: the quantities of a sentence against one another.

Takes sentences, gives what came of every relation that their words state (`scrutiny.statements`). A new relation is one
entry of `RELATIONS`: what finds it, and what judges it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from scrutiny.checks.changes import check_departure, check_move
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.reckonings import (
    check_average,
    check_division,
    check_span,
    check_sum,
)
from scrutiny.checks.shares import check_rate, check_restated, check_share
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import (
    Departure,
    carry,
    find_all_shares,
    find_averages,
    find_based,
    find_divisions,
    find_moves,
    find_prices,
    find_quantities,
    find_rates,
    find_rest,
    find_restated,
    find_shares,
    find_slipped_sums,
    find_spans,
    find_sums_told,
)
from scrutiny.statements.belying import find_held

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
    for move in (*find_moves(sentence.text), *find_held(sentence.text)):
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
    _each(find_all_shares, check_sum),
    _each(find_slipped_sums, check_sum),
    _each(find_averages, check_average),
    _each(find_prices, check_average),
    _each(find_spans, check_span),
)


def check_statements(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every relation of every sentence."""
    for paragraph in paragraphs:
        before: Quote | None = None
        for sentence in paragraph.sentences:
            if find_quantities(sentence.text) and not _is_row(sentence.text):
                yield from check_relations(sentence, before) or (_carried(sentence, before) if before else ())
            before = sentence


def check_relations(sentence: Quote, before: Quote | None = None) -> list[Checked]:
    """Every relation of the figures of one sentence, and the one before it."""
    several = len(find_quantities(sentence.text)) >= 2
    told = [each for relation in RELATIONS for each in relation(sentence, before)] if several else []
    if not any(each.check in (Check.ARITHMETIC, Check.PARTS) for each in told):
        told += [check_sum(each, sentence) for each in find_rest(sentence.text, before.text if before else "")]
    return list({(each.printed, each.working): each for each in told}.values())


def _carried(sentence: Quote, before: Quote) -> Iterator[Checked]:
    """What a sentence says of the figure of the one before that it means; what is right of a second one is no error."""
    alone = [replace(sentence, text=text) for text in carry(sentence.text, before.text)]
    readings = [check_relations(each) for each in alone]
    right = {one.printed: one for each in readings for one in each if not one.finding}
    first = next(filter(None, readings), ())
    known = {(one.printed, one.working) for one in check_relations(before)} if first else set()
    for one in (one for one in first if (one.printed, one.working) not in known):
        yield _told_of(right.get(one.printed, one), (sentence, before))


def _told_of(told: Checked, quotes: tuple[Quote, ...]) -> Checked:
    """What came of a check, with the sentences as they are printed, and the count in the bracket behind a share."""
    counted = re.search(rf"{re.escape(told.printed)}\s*\([\d,]+\)", quotes[0].text)
    printed = counted[0] if counted else told.printed
    message = told.finding.message.replace(told.printed, printed, 1) if told.finding else ""
    finding = told.finding and replace(told.finding, printed=printed, message=message, quotes=quotes)
    return replace(told, printed=printed, quote=quotes[0], finding=finding)


def _is_row(text: str) -> bool:
    """Whether a text has a row of figures in it, two of them side by side with nothing between: a table that stands
    beside it was read into the sentence. A paragraph may begin with its number, a year stand before a figure, and a
    number in words behind one ("30% three-beds")."""
    figures = [each for each in find_quantities(text) if each.start and not each.mention.in_words]
    return any(
        not text[one.end : other.start].strip() and not (one.is_year or other.is_year)
        for one, other in pairwise(figures)
    )
