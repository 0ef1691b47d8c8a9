"""Sentences that are none: long, repetitive, with numbers that never end. Each is read in no time or not at all."""

import time

import pytest

from scrutiny.checks.listed import check_listed
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.reckonings import check_arithmetic
from scrutiny.checks.repeats import check_repeats
from scrutiny.checks.slipped import check_slipped
from scrutiny.checks.spans import check_spans
from scrutiny.families.costs.read import find_cost_report
from scrutiny.families.minutes.recognise import is_answers
from scrutiny.families.minutes.signs import find_signs
from scrutiny.figures import FigureKind, parse_figure
from scrutiny.figures.mentions import find_mentions
from scrutiny.paper.document import LONGEST
from scrutiny.tables.units import find_unit
from tests.checks import check_tables, paragraph, placed, quote

SECONDS = 3.0
AT_ONCE = 0.2
"""A sentence is read for its signs within that."""
PIECES = (
    "1,", "12 of 34 ", "£1 plus ", "5  ", "5% (1 of ", "five years from 2012 to ", "two sites (A, B and C), ", "in 2012-34 ", "increase from 5 to ", "of the 26 pupils, 5 ", "KS3 AWPU £1 plus ",
    "2018-19 190 days x £1 ", "= 5 x 5 ", "a", "Year 7, ", "paragraph 1, 2 and ", "of those, 5 percent (9) ", "9", "(", "= 5 (", "5 (5 + ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_no_sentence_takes_long(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    begun = time.perf_counter()
    find_mentions(text)
    list(check_arithmetic([quote(text)]))
    list(check_sentences([paragraph(text, text)]))
    list(check_repeats([paragraph(text)]))
    list(check_slipped([paragraph(text), paragraph(text, page=2)], [text]))
    list(check_listed([paragraph(f"{text}:"), paragraph(text, marker="1.")]))
    list(check_spans([paragraph(text)]))
    find_cost_report((), (quote(text),), lambda cell: quote(cell.text))
    assert time.perf_counter() - begun < SECONDS


def test_a_number_without_end_is_no_figure() -> None:
    assert parse_figure("9" * 40).kind is FigureKind.WORDS
    rows = [["Name", "Count", "Share %"], ["a", "9" * 40, "5"], ["b", "2", "7"], ["Total", "9" * 41, "12"]]
    assert not [each for each in check_tables([placed(rows)]) if each.finding]


@pytest.mark.parametrize("piece", ["1", "1,", "1.", ".\n", "-", " ", "and he "])
def test_no_page_or_heading_takes_long(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    begun = time.perf_counter()
    find_unit(text)
    is_answers([text])
    signs = time.perf_counter()
    find_signs(text[:LONGEST])
    assert time.perf_counter() - signs < AT_ONCE
    assert time.perf_counter() - begun < SECONDS


def test_a_share_of_nothing_is_left() -> None:
    sentences = (
        "Some 10% (0) agreed.",
        "Of those 0% (0) replied, and 0 of 0 (0%) moved from 0 to 0, a rate of 0 per 1,000.",
    )
    assert [each for each in check_sentences([paragraph(*sentences)]) if each.finding] == []
